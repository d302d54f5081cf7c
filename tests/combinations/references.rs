//! Who is meant by the next form of a name: a surname, a title, an office, a pronoun.

use crate::{at_least, capitalised, written};
use whosaid::Reader;

/// Somebody as the text brings them in, and by which words it may go on.
const PEOPLE: [(&str, &[&str]); 24] = [
    (
        "Ana Ruiz, the mayor of Lorne,",
        &["Ruiz", "Ms Ruiz", "she", "the mayor", "the mayor of Lorne", "Mayor Ruiz", "Ana Ruiz"],
    ),
    (
        "Foreign Minister Omar Karimi",
        &["Karimi", "Mr Karimi", "he", "the minister", "the foreign minister", "Minister Karimi"],
    ),
    ("the president of the harbour board, Tom Hale,", &["Hale", "Mr Hale", "he", "the president"]),
    ("Dr Ada Lind, who heads the clinic,", &["Lind", "Dr Lind", "she", "the doctor"]),
    (
        "President Joldosh Tolubay of Karrath",
        &["Tolubay", "President Tolubay", "he", "the president", "the President of Karrath"],
    ),
    ("Lorne Ferries, the operator,", &["the company", "the operator", "it", "Lorne Ferries"]),
    ("the Foreign Ministry", &["the ministry", "it", "the Foreign Ministry"]),
    ("King Aldo of Sarn", &["the King", "His Majesty", "he", "King Aldo"]),
    ("Archbishop Elias Moor", &["the archbishop", "Moor", "he", "Archbishop Moor"]),
    ("police chief Dolores Whit", &["Whit", "Chief Whit", "the chief", "the police chief", "she"]),
    ("union leader Mick Dale", &["Dale", "the union leader", "he", "Mr Dale"]),
    ("a spokeswoman for the firm, Ida Holm,", &["Holm", "the spokeswoman", "she", "Ms Holm"]),
    ("Ida Holm, a spokeswoman for the firm,", &["Holm", "the spokeswoman", "she", "Ms Holm"]),
    (
        "Senator Ed Marsh, a Republican,",
        &["Marsh", "the senator", "he", "Senator Marsh", "Sen. Marsh"],
    ),
    ("General Karim Osman", &["Osman", "the general", "General Osman", "Gen. Osman", "he"]),
    ("the opposition leader, Ana Ruiz,", &["the opposition leader", "Ruiz", "she", "Ms Ruiz"]),
    (
        "the Emir of Sarn, Sheikh Tamim Al-Noor,",
        &["the Emir", "Sheikh Tamim", "His Highness", "he", "the Emir of Sarn"],
    ),
    ("Ayatollah Rahim Nouri", &["the Ayatollah", "Ayatollah Nouri", "His Eminence", "he", "Nouri"]),
    (
        "Prime Minister Lian Stark",
        &["Stark", "the prime minister", "the premier", "Prime Minister Stark"],
    ),
    (
        "the head of the delegation, Pavel Orr,",
        &["Orr", "the head of the delegation", "he", "Mr Orr"],
    ),
    ("chief executive Mira Voss", &["Voss", "the chief executive", "she", "Ms Voss"]),
    ("Justice Minister Lars Holm, 58,", &["Holm", "the minister", "the justice minister", "he"]),
    ("a fisherman, Jon Tarn,", &["Tarn", "the fisherman", "he", "Mr Tarn"]),
    ("the UN's special envoy, Carla Mendes,", &["Mendes", "the envoy", "she", "Ms Mendes"]),
];

const FRAMES: [&str; 5] = [
    "{i} said that the pier would open in May. {r} told reporters that it was safe.",
    "{i} said that the pier would open in May. Two boats were lost in the storm. {r} added that it was \
     safe.",
    "{i} said that the pier would open in May.\n\n{r} added that it was safe.",
    "“The pier will open in May,” {i} said.\n\n“It is safe,” {r} told reporters.",
    "The pier will open in May, {i} said. The storm of 4 March had closed it. It was, {r} said, safe.",
];

#[test]
fn references() {
    let reader = Reader::new();
    let (mut faults, mut count) = (Vec::new(), 0);
    for (intro, references) in PEOPLE {
        for frame in FRAMES {
            for reference in references {
                count += 1;
                let text = frame.replace("{i}", intro).replace("{r}", reference);
                let text = written(&text);
                let reading = reader.read(&text).unwrap();
                let who: Vec<_> = reading.statements.iter().map(|s| s.speaker).collect();
                let one = who.len() >= 2
                    && who[0].is_some()
                    && who.iter().all(|speaker| *speaker == who[0]);
                if !one {
                    let names = who
                        .iter()
                        .map(|speaker| speaker.map_or("nobody", |speaker| reading.name(speaker)));
                    faults.push(format!(
                        "{} => {}",
                        text.replace("\n\n", " ¶ "),
                        names.collect::<Vec<_>>().join(" | ")
                    ));
                }
            }
        }
    }
    at_least(0.99, "references", count, &faults);
}

/// Two who meet: each form is that one's who bears it, whichever was named first.
#[test]
fn of_two() {
    const TEXTS: [&str; 3] = [
        "{1} met {2} in Lorne on Monday. {r1} said that the pier would open in May. {r2} added that it was \
         safe.",
        "{1} met {2} in Lorne on Monday. {r2} said that the pier would open in May. {r1} added that it was \
         safe.",
        "{1} met {2} in Lorne on Monday. “The pier will open in May,” {r1} said.\n\n“It is safe,” {r2} \
         added.",
    ];
    let reader = Reader::new();
    let name = |intro: &str| {
        let text = capitalised(&format!("{intro} said that the pier would open."));
        let reading = reader.read(&text).unwrap();
        reading.statements[0].speaker.map(|speaker| bare(reading.name(speaker)))
    };
    let names: Vec<_> = PEOPLE.iter().map(|(intro, _)| name(intro)).collect();
    let words = |references: &[&str]| -> Vec<String> {
        references.iter().flat_map(|r| r.split(' ')).map(str::to_lowercase).collect()
    };
    let (mut faults, mut count) = (Vec::new(), 0);
    for (one, (first, of_first)) in PEOPLE.iter().enumerate() {
        for (two, (second, of_second)) in PEOPLE.iter().enumerate() {
            // Two ministers, two of one name: not told apart by these.
            let common = ["the", "of", "he", "she", "it", "mr", "ms"];
            let others = words(of_second);
            let alike = words(of_first)
                .iter()
                .any(|word| !common.contains(&word.as_str()) && others.contains(word));
            if one == two || alike {
                continue;
            }
            for reference in of_first.iter().filter(|r| !common.contains(r)).take(3) {
                for other in of_second.iter().filter(|r| !common.contains(r)).take(3) {
                    for text in TEXTS {
                        count += 1;
                        let text = text.replace("{1}", first).replace("{2}", second);
                        let text = text.replace("{r1}", reference).replace("{r2}", other);
                        let text = written(&text);
                        let reading = reader.read(&text).unwrap();
                        let who = |what: &str| {
                            let said = reading.statements.iter().find(|s| {
                                s.content.iter().any(|part| part.of(&reading.text).contains(what))
                            })?;
                            said.speaker.map(|speaker| bare(reading.name(speaker)))
                        };
                        let swapped = text.find("pier") > text.find("safe");
                        let place = |r: &str| text.to_lowercase().rfind(&r.to_lowercase());
                        let firsts = place(reference) < place(other) && !swapped;
                        let (pier, safe) = match firsts {
                            true => (&names[one], &names[two]),
                            false => (&names[two], &names[one]),
                        };
                        if who("pier") != *pier || who("safe") != *safe {
                            let found = format!("{:?} | {:?}", who("pier"), who("safe"));
                            faults.push(format!("{} => {found}", text.replace("\n\n", " ¶ ")));
                        }
                    }
                }
            }
        }
    }
    at_least(0.96, "of two", count, &faults);
}

/// "the Foreign Ministry", "King Aldo": as the fullest form is written.
fn bare(name: &str) -> String {
    name.to_lowercase().trim_start_matches("king ").to_owned()
}
