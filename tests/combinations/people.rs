//! Families, men and women, three at a table: who is meant by a name that two bear, by a pronoun, by an
//! office.

use crate::{at_least, capitalised, written};
use whosaid::{Reader, Reading};

/// Who says what has this word in it.
fn who(reading: &Reading, word: &str) -> Option<String> {
    let said = reading
        .statements
        .iter()
        .filter(|s| s.content.iter().any(|part| part.of(&reading.text).contains(word)))
        .min_by_key(|s| s.content.iter().map(|part| part.end - part.start).sum::<u32>())?;
    said.speaker.map(|speaker| reading.name(speaker).to_lowercase())
}

/// Texts and, for words in what is said, by whom.
struct Texts {
    reader: Reader,
    faults: Vec<String>,
    count: usize,
}

impl Texts {
    fn new() -> Self {
        Texts { reader: Reader::new(), faults: Vec::new(), count: 0 }
    }

    fn expect(&mut self, text: &str, said: &[(&str, &str)]) {
        let text = written(text);
        let reading = self.reader.read(&text).unwrap();
        self.count += 1;
        let right = |(word, name): &(&str, &str)| {
            let names = name.to_lowercase();
            who(&reading, word).is_some_and(|found| names.split('|').any(|name| found == name))
        };
        if !said.iter().all(right) {
            let found: Vec<_> = said.iter().map(|(word, _)| who(&reading, word)).collect();
            let names: Vec<_> =
                found.iter().map(|name| name.as_deref().unwrap_or("nobody")).collect();
            self.faults.push(format!("{} => {}", text.replace("\n\n", " ¶ "), names.join(" | ")));
        }
    }

    fn hold(&self, name: &str, floor: f64) {
        at_least(floor, name, self.count, &self.faults);
    }
}

/// Of whom the texts tell: how they are brought in, their names, and whether it is a woman.
const MAIN: [(&str, &str, &str, bool); 6] = [
    ("Erik Holm, 34, a fisherman", "Erik", "Holm", false),
    ("Maria Santos, 61", "Maria", "Santos", true),
    ("Yusuf Karimi", "Yusuf", "Karimi", false),
    ("Sergeant Anna Petrova", "Anna", "Petrova", true),
    ("Daniel O'Shea, 19, of Lorne", "Daniel", "O'Shea", false),
    ("Grace Mwangi, a nurse at the clinic", "Grace", "Mwangi", true),
];

/// Of which kin, under which given names, and whether it is a woman.
const KIN: [(&str, &str, bool); 14] = [
    ("wife", "Elena", true),
    ("mother", "Ruth", true),
    ("sister", "Alice", true),
    ("daughter", "Clara", true),
    ("widow", "Helen", true),
    ("aunt", "Rosa", true),
    ("grandmother", "Martha", true),
    ("husband", "Peter", false),
    ("father", "Thomas", false),
    ("brother", "Simon", false),
    ("son", "David", false),
    ("uncle", "George", false),
    ("grandfather", "Walter", false),
    ("cousin", "Martin", false),
];

#[test]
fn families() {
    const TEXTS: [&str; 12] = [
        "{main}, was killed in the storm. {His} {kin}, {given} {name}, said that the pier was old. {r} told \
         reporters that nobody was warned.",
        "{main}, was killed in the storm.\n\n“The pier was old,” said {his} {kin}, {given} {name}.\n\n\
         “Nobody was warned,” {r} added.",
        "{main}, was killed in the storm. {given} {name}, {his} {kin}, said that the pier was old. Nobody \
         was warned, {r} added.",
        "{main}, was killed in the storm. {given} {name}, the {kin} of {first} {name}, said the pier was \
         old. “Nobody was warned,” said {r}.",
        "{main}, was killed in the storm. {name}'s {kin}, {given}, said that the pier was old. {r} told \
         the court that nobody was warned.",
        "{main}, was killed in the storm. {first}'s {kin} {given} said: “The pier was old.” Nobody, {r} \
         said, was warned.",
        "{main}, was killed in the storm. “The pier was old,” {his} {kin} {given} {name} told a newspaper. \
         According to {r}, nobody was warned.",
        "{main}, said on Monday that the pier was old. {His} {kin}, {given} {name}, was in the boat. {r} \
         told reporters that nobody was warned.",
        "{main}, said that the pier was old. {His} {kin}, {given} {name}, was in the boat.\n\n“Nobody was \
         warned,” said {r}.",
        "“The pier was old,” said {main}.\n\n{given} {name}, {his} {kin}, agreed. “Nobody was warned,” {r} \
         said.",
        "{given} {name}, whose {kinof} {first} was killed in the storm, said that the pier was old. {r} \
         added that nobody was warned.",
        "{main}, and {his} {kin}, {given} {name}, were in the boat. The pier was old, {first} {name} said. \
         {r} told reporters that nobody was warned.",
    ];
    let mut texts = Texts::new();
    for (main, first, name, woman) in MAIN {
        for (kin, given, female) in KIN {
            // Of one sex they need not be married.
            if female == woman && matches!(kin, "wife" | "widow" | "husband") {
                continue;
            }
            let full = format!("{given} {name}");
            let main_name = format!("{first} {name}");
            let mut references = vec![
                given.to_owned(),
                full.clone(),
                format!("the {kin}"),
                format!("{} {kin}", his(woman)),
            ];
            if female != woman {
                references.push(if female { format!("Mrs {name}") } else { format!("Mr {name}") });
                references.push(if female { "she".into() } else { "he".into() });
            }
            for (at, frame) in TEXTS.iter().enumerate() {
                for r in &references {
                    let mains = (7..=9).contains(&at) || at == 11;
                    if at == 10 && (r.starts_with("the ") || r.contains(kin)) {
                        continue;
                    }
                    let text = frame
                        .replace("{main}", main)
                        .replace("{His}", &capitalised(his(woman)))
                        .replace("{his}", his(woman))
                        .replace("{kinof}", counterpart(kin, woman))
                        .replace("{kin}", kin)
                        .replace("{given}", given)
                        .replace("{first}", first)
                        .replace("{name}", name)
                        .replace("{r}", r);
                    let relative = format!("{given}|{full}|Mrs {name}|Mr {name}");
                    let old = if mains { &main_name } else { &relative };
                    texts.expect(&text, &[("old", old), ("warned", &relative)]);
                }
            }
        }
    }
    texts.hold("families", 0.99);
}

fn his(woman: bool) -> &'static str {
    if woman { "her" } else { "his" }
}

/// What the main person is to this one.
fn counterpart(kin: &str, woman: bool) -> &'static str {
    match (kin, woman) {
        ("wife" | "widow", _) => "husband",
        ("husband", _) => "wife",
        ("mother" | "father", false) => "son",
        ("mother" | "father", true) => "daughter",
        ("sister" | "brother", false) => "brother",
        ("sister" | "brother", true) => "sister",
        ("daughter" | "son", false) => "father",
        ("daughter" | "son", true) => "mother",
        ("aunt" | "uncle", false) => "nephew",
        ("aunt" | "uncle", true) => "niece",
        ("grandmother" | "grandfather", false) => "grandson",
        ("grandmother" | "grandfather", true) => "granddaughter",
        _ => "cousin",
    }
}

/// How men and women are brought in, and their names.
const MEN: [(&str, &str); 9] = [
    ("Foreign Minister Omar Karimi", "Omar Karimi"),
    ("Tom Hale, the head of the harbour board,", "Tom Hale"),
    ("Mr Nguyen Van Duc", "Nguyen Van Duc"),
    ("King Aldo of Sarn", "Aldo"),
    ("Pavel Orr", "Pavel Orr"),
    ("the Crown Prince, Sheikh Tamim Al-Noor,", "Tamim Al-Noor"),
    ("Lord Marek Lind", "Marek Lind"),
    ("Prime Minister José Duarte", "José Duarte"),
    ("the bishop of Lorne, Elias Moor,", "Elias Moor"),
];
const WOMEN: [(&str, &str); 9] = [
    ("President Ana Ruiz", "Ana Ruiz"),
    ("Ms Ada Lind", "Ada Lind"),
    ("Chancellor Greta Voss", "Greta Voss"),
    ("Queen Ingrid", "Queen Ingrid"),
    ("the UN's special envoy, Carla Mendes,", "Carla Mendes"),
    ("Mary Wanjiru, a nurse,", "Mary Wanjiru"),
    ("Baroness Ida Holm", "Ida Holm"),
    ("Deputy Secretary Wendy Marsh", "Wendy Marsh"),
    ("Dr Fatima Saleh, who heads the clinic,", "Fatima Saleh"),
];

/// Who says the first sentence and who the second.
#[derive(Clone, Copy)]
enum Who {
    Each,
    First,
    Second,
}

#[test]
fn pronouns() {
    const TEXTS: [(&str, Who); 22] = [
        (
            "{1} met {2} in Lorne on Monday. {p1} said that the pier would open. {p2} said that it was safe.",
            Who::Each,
        ),
        (
            "{1} met {2} in Lorne on Monday. {p2} said that the pier would open. {p1} said that it was safe.",
            Who::Second,
        ),
        ("{1} told {2} that the pier would open. {p2} replied that it was safe.", Who::Each),
        (
            "{1}, speaking beside {2}, said that the pier would open. {p2} said it was safe.",
            Who::Each,
        ),
        (
            "Asked about {2}, {1} said that the pier would open. {p1} added that it was safe.",
            Who::First,
        ),
        (
            "Asked about {2}, {1} praised {h2} courage. {p1} said that the pier would open. It was safe, \
             {p1} added.",
            Who::First,
        ),
        (
            "{1} welcomed {2} and thanked {o2} for {h2} support. {p1} said that the pier would open. {p2} \
             noted that it was safe.",
            Who::Each,
        ),
        ("“The pier will open,” said {1}, thanking {2}. “It is safe,” {p2} replied.", Who::Each),
        ("“The pier will open,” {1} told {2}.\n\n“It is safe,” {p2} said.", Who::Each),
        ("“The pier will open,” {1} told {2}.\n\n“It is safe,” {p1} said.", Who::First),
        ("The pier would open, {1} told {2}. {p1} added that it was safe.", Who::First),
        (
            "{1} and {2} met in Lorne on Monday. {p1} said that the pier would open, while {p2} said that \
             it was safe.",
            Who::Each,
        ),
        (
            "{1} received {2} on Monday. At the meeting, {p1} stressed that the pier would open. For {h2} \
             part, {p2} said that it was safe.",
            Who::Each,
        ),
        (
            "{1} received {2} on Monday. Thanking {o2} for {h2} visit, {p1} said that the pier would open. \
             In reply, {p2} said that it was safe.",
            Who::Each,
        ),
        (
            "{1} spoke with {2} by phone. {p1} said that the pier would open. According to {o2}, it was \
             safe.",
            Who::Each,
        ),
        (
            "{1} spoke with {2} by phone. {p1} assured {o2} that the pier would open. In {h2} view, it was \
             safe.",
            Who::Each,
        ),
        (
            "{1} spoke after {2}. The pier, {p1} said, would open. {p2} had said that it was safe.",
            Who::Each,
        ),
        (
            "{1} held talks with {2}. The pier would open, {p1} said. “It is safe,” {p2} said.",
            Who::Each,
        ),
        (
            "{1} succeeded {2} in May. “The pier will open,” {p1} said. {p2} had warned that nobody was \
             safe.",
            Who::Each,
        ),
        (
            "{1} said that the pier would open. {2} disagreed. {p2} said that nobody was safe.",
            Who::Each,
        ),
        (
            "{1} said that the pier would open.\n\n{2} was not there. {p2} wrote that it was safe.",
            Who::Each,
        ),
        ("{1} said {2} had told {o1} that it was safe. {p1} said the pier would open.", Who::Each),
    ];
    let mut texts = Texts::new();
    for (man, his_name) in MEN {
        for (woman, her_name) in WOMEN {
            for (frame, who) in TEXTS {
                for man_first in [true, false] {
                    let (one, two) = if man_first { (man, woman) } else { (woman, man) };
                    let (name1, name2) =
                        if man_first { (his_name, her_name) } else { (her_name, his_name) };
                    let forms =
                        |man: bool| if man { ["he", "his", "him"] } else { ["she", "her", "her"] };
                    let [p1, _, o1] = forms(man_first);
                    let [p2, h2, o2] = forms(!man_first);
                    let text = frame
                        .replace("{1}", one)
                        .replace("{2}", two)
                        .replace("{p1}", p1)
                        .replace("{p2}", p2)
                        .replace("{o1}", o1)
                        .replace("{o2}", o2)
                        .replace("{h2}", h2)
                        .replace(",,", ",")
                        .replace(",.", ".");
                    let (open, safe) = match who {
                        Who::Each => (name1, name2),
                        Who::First => (name1, name1),
                        Who::Second => (name2, name1),
                    };
                    texts.expect(&text, &[("open", open), ("safe", safe)]);
                }
            }
        }
    }
    texts.hold("pronouns", 0.99);
}

#[test]
fn of_three() {
    const PEOPLE: [(&str, &str, &[&str]); 12] = [
        (
            "Foreign Minister Omar Karimi",
            "Omar Karimi",
            &["Karimi", "the foreign minister", "Mr Karimi"],
        ),
        ("Ana Ruiz, the mayor of Lorne", "Ana Ruiz", &["Ruiz", "the mayor", "Ms Ruiz"]),
        ("union leader Mick Dale", "Mick Dale", &["Dale", "the union leader", "Mr Dale"]),
        ("Archbishop Elias Moor", "Elias Moor", &["Moor", "the archbishop", "Archbishop Moor"]),
        ("Lorne Ferries", "Lorne Ferries|the company", &["the company", "Lorne Ferries"]),
        ("General Karim Osman", "Karim Osman", &["Osman", "the general", "General Osman"]),
        (
            "the UN's special envoy, Carla Mendes",
            "Carla Mendes",
            &["Mendes", "the envoy", "Ms Mendes"],
        ),
        (
            "Prime Minister Lian Stark",
            "Lian Stark",
            &["Stark", "the prime minister", "the premier"],
        ),
        ("Senator Ed Marsh", "Ed Marsh", &["Marsh", "the senator", "Senator Marsh"]),
        (
            "President Joldosh Tolubay of Karrath",
            "Joldosh Tolubay",
            &["Tolubay", "the president", "President Tolubay"],
        ),
        ("a fisherman, Jon Tarn", "Jon Tarn", &["Tarn", "the fisherman", "Mr Tarn"]),
        ("chief executive Mira Voss", "Mira Voss", &["Voss", "the chief executive", "Ms Voss"]),
    ];
    const FRAMES: [&str; 6] = [
        "{1}, {2} and {3} met in Lorne on Monday. {r1} said that the pier would open. {r2} said that it was \
         safe. {r3} added that the boats were ready.",
        "The meeting was attended by {1}, {2} and {3}. “The pier will open,” {r1} said.\n\n“It is safe,” \
         said {r2}.\n\n{r3} told reporters that the boats were ready.",
        "{1} said that the pier would open. {2} said that it was safe. {3} did not agree.\n\n“The boats are \
         ready,” {r3} said. {r1} was silent.",
        "{1}, said that the pier would open; {2}, was not so sure. “It is safe,” {r2} said. But the boats \
         are \
         ready, according to {3}.",
        "Among those who came were {1}; {2}; and {3}. According to {r3}, the boats were ready. {r2} called \
         it safe. The pier will open, {r1} said.",
        "{1} told {2} and {3} that the pier would open. {r2} replied that it was safe, and {r3} said that \
         the boats were ready.",
    ];
    let mut texts = Texts::new();
    for (a, (one, name1, of1)) in PEOPLE.iter().enumerate() {
        for (b, (two, _, of2)) in PEOPLE.iter().enumerate() {
            for (c, (three, name3, of3)) in PEOPLE.iter().enumerate() {
                if a == b || b == c || a == c || (a + 2 * b + 3 * c) % 4 != 0 {
                    continue;
                }
                for (k, frame) in FRAMES.iter().enumerate() {
                    let (r1, r2, r3) = (
                        of1[(a + k) % of1.len()],
                        of2[(b + k) % of2.len()],
                        of3[(c + k) % of3.len()],
                    );
                    let text = frame
                        .replace("{1}", one)
                        .replace("{2}", two)
                        .replace("{3}", three)
                        .replace("{r1}", r1)
                        .replace("{r2}", r2)
                        .replace("{r3}", r3);
                    texts.expect(&text, &[("open", name1), ("ready", name3)]);
                }
            }
        }
    }
    texts.hold("of three", 0.99);
}
