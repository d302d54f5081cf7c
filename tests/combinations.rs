//! Sentences put together from parts: who speaks, when and where, the verb, the clause.
//!
//! Texts that people write show each construction with a few words only; here every part meets every
//! other. A test counts how many sentences are read as they should be, prints those that are not, and fails
//! below its floor. `cargo test --test combinations -- --nocapture`

use whosaid::{Reader, Reading, Span};

/// What the sentences stand behind.
const BEFORE: &str = "Ana Ruiz, the mayor of Lorne, came to the pier on Tuesday with Tom Hale.\n\n";

const SUBJECTS: [&str; 36] = [
    "Ana Ruiz",
    "Mayor Ana Ruiz",
    "the mayor",
    "she",
    "Ms Ruiz",
    "Ruiz",
    "the Mayor of Lorne",
    "Ana Ruiz, the mayor of Lorne,",
    "the mayor of Lorne, Ana Ruiz,",
    "a spokesman for the mayor",
    "her spokesman",
    "the ministry",
    "a senior official",
    "officials",
    "two officials",
    "the two ministers",
    "one of the ministers",
    "the head of the harbour board",
    "the UN",
    "US President Mark Hale",
    "the 45-year-old mayor",
    "former mayor Tom Hale",
    "Dr. Hale",
    "Abu Bakr al-Hassan",
    "Jean-Luc d'Arbois",
    "Ursula von der Berg",
    "the Foreign Ministry",
    "Foreign Minister Omar Said",
    "the mayor's deputy",
    "Ruiz's lawyer, Tom Hale,",
    "Lorne Ferries",
    "police",
    "residents",
    "both leaders",
    "his brother",
    "Hale, 45,",
];

const CLAUSE: &str = "the pier would open in May";

/// A sentence, and the source and the content of its one statement.
struct Sentence {
    text: String,
    source: String,
    contents: Vec<String>,
}

impl Sentence {
    fn new(text: String, source: &str, contents: &[&str]) -> Self {
        let contents = contents.iter().map(|content| (*content).to_owned()).collect();
        Sentence { text: capitalised(&text), source: source.trim_end_matches(',').into(), contents }
    }

    /// What was found instead.
    fn fault(&self, reader: &Reader) -> Option<String> {
        let text = [BEFORE, &self.text].concat();
        let reading = reader.read(&text).unwrap();
        let mut found = reading
            .statements
            .iter()
            .filter(|s| s.content.first().is_some_and(|part| part.start as usize >= BEFORE.len()));
        let (first, more) = (found.next(), found.next());
        let source = first.map_or(String::new(), |s| words(&reading, &s.source));
        let content = first.map_or(String::new(), |s| words(&reading, &s.content));
        let right = more.is_none()
            && source.trim_end_matches(',').eq_ignore_ascii_case(&self.source)
            && self.contents.contains(&content);
        (!right).then(|| format!("{} => {source:?}, {content:?}", self.text))
    }
}

fn words(reading: &Reading, spans: &[Span]) -> String {
    let parts: Vec<&str> = spans.iter().map(|span| span.of(&reading.text)).collect();
    parts.join(" … ")
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Fails where less than the share of the sentences is read as it should be.
fn hold(name: &str, floor: f64, sentences: &[Sentence]) {
    let reader = Reader::new();
    let faults: Vec<String> = sentences.iter().filter_map(|s| s.fault(&reader)).collect();
    let share = 1.0 - faults.len() as f64 / sentences.len() as f64;
    println!("{name}: {share:.3} of {}", sentences.len());
    faults.iter().for_each(|fault| println!("  {fault}"));
    assert!(share >= floor, "{name}: {share:.3} is below {floor}");
}

#[test]
fn leads() {
    const LEADS: [&str; 36] = [
        "On Monday",
        "On Monday,",
        "Last week",
        "Last week,",
        "In May,",
        "In a statement,",
        "In a statement on Monday,",
        "At a press conference in Lorne on Monday,",
        "At the meeting",
        "Two days later,",
        "Two days later",
        "Earlier this week,",
        "After the meeting,",
        "After the meeting",
        "During the talks,",
        "Before leaving,",
        "In turn,",
        "By contrast,",
        "Despite the rain,",
        "With a smile,",
        "In response,",
        "In reply to a question,",
        "On the other hand,",
        "Later that day,",
        "The same day,",
        "That evening,",
        "Meanwhile,",
        "However,",
        "As he left the hall,",
        "And",
        "But",
        "Then",
        "Today",
        "Ironically",
        "Overnight",
        "Nevertheless",
    ];
    let mut sentences = Vec::new();
    for lead in LEADS {
        for subject in SUBJECTS {
            let text = format!("{lead} {subject} said that {CLAUSE}.");
            sentences.push(Sentence::new(text, subject, &[&format!("that {CLAUSE}")]));
        }
    }
    hold("leads", 0.97, &sentences);
}

#[test]
fn verbs() {
    const VERBS: [&str; 40] = [
        "said that",
        "told reporters that",
        "has said that",
        "had warned that",
        "warned that",
        "said on Monday that",
        "said Monday that",
        "said in an interview that",
        "said in a statement on Monday that",
        "told the BBC on Tuesday that",
        "also said that",
        "then added that",
        "repeatedly said that",
        "wrote on X that",
        "denied that",
        "believes that",
        "announced that",
        "insisted that",
        "went on to say that",
        "confirmed on Tuesday that",
        "argued, however, that",
        "pointed out that",
        "made it clear that",
        "expressed hope that",
        "conceded that",
        "recalled that",
        "predicted that",
        "noted that",
        "stressed that",
        "complained that",
        "vowed that",
        "testified that",
        "estimated that",
        "admitted that",
        "reiterated that",
        "emphasised that",
        "claimed that",
        "revealed that",
        "acknowledged that",
        "explained that",
    ];
    let mut sentences = Vec::new();
    for verb in VERBS {
        for subject in SUBJECTS {
            let text = format!("{subject} {verb} {CLAUSE}.");
            let that = format!("that {CLAUSE}");
            sentences.push(Sentence::new(text, subject, &[&that, CLAUSE]));
        }
    }
    hold("verbs", 0.99, &sentences);
}

#[test]
fn circumstances() {
    const VERBS: [&str; 6] =
        ["said", "told reporters", "announced", "added", "confirmed", "warned"];
    const CIRCUMSTANCES: [&str; 14] = [
        "on Monday",
        "Monday",
        "on 4 May",
        "in a statement",
        "in a statement on Monday",
        "last week",
        "at a news conference",
        "in an interview",
        "earlier this week",
        "later",
        "this week",
        "by phone",
        "after the meeting",
        "in March 2024",
    ];
    const CLAUSES: [&str; 7] = [
        CLAUSE,
        "he had no plans to resign",
        "Ana Ruiz would leave the board",
        "its staff were safe",
        "no deal was close",
        "they were ready",
        "Lorne Ferries had paid the fine",
    ];
    let mut sentences = Vec::new();
    for verb in VERBS {
        for circumstance in CIRCUMSTANCES {
            for clause in CLAUSES {
                for subject in ["Ana Ruiz", "the mayor", "she", "officials", "Hale"] {
                    let text = format!("{subject} {verb} {circumstance} {clause}.");
                    sentences.push(Sentence::new(text, subject, &[clause]));
                }
            }
        }
    }
    hold("circumstances", 0.965, &sentences);
}

#[test]
fn frames() {
    const QUOTED: [&str; 3] = [
        "“The pier will open in May,”",
        "“The pier will open in May.”",
        "\"The pier will open in May,\"",
    ];
    const FRAMES: [(&str, &[&str]); 13] = [
        ("“The pier will open in May,” said {}.", &QUOTED),
        ("“The pier will open in May,” {} said.", &QUOTED),
        ("“The pier will open in May,” {} told reporters on Monday.", &QUOTED),
        ("“The pier will open in May,” {} says.", &QUOTED),
        ("\"The pier will open in May,\" {} said in a statement.", &QUOTED),
        ("“The pier,” {} said, “will open in May.”", &["“The pier,” … “will open in May.”"]),
        ("The pier will open in May, {} said.", &["The pier will open in May"]),
        ("The pier will open in May, {} said on Monday.", &["The pier will open in May"]),
        ("The pier, {} said, will open in May.", &["The pier … will open in May"]),
        ("The pier will open in May, according to {}.", &["The pier will open in May"]),
        ("According to {}, the pier will open in May.", &["the pier will open in May"]),
        ("As {} said, the pier will open in May.", &["the pier will open in May"]),
        ("The pier will open in May, said {}.", &["The pier will open in May"]),
    ];
    let mut sentences = Vec::new();
    for (frame, contents) in FRAMES {
        for subject in SUBJECTS.iter().filter(|subject| **subject != "she") {
            let follows =
                frame.split_once("{}").is_some_and(|(_, rest)| rest.starts_with([',', '.']));
            let subject = if follows { subject.trim_end_matches(',') } else { subject };
            sentences.push(Sentence::new(frame.replacen("{}", subject, 1), subject, contents));
        }
    }
    hold("frames", 0.97, &sentences);
}

/// "The mayor's claim that": what a noun tells.
/// What one tells of another: the clause is the other's, whoever tells it.
#[test]
fn within_reports() {
    const OTHERS: [&str; 8] = [
        "Tom Hale",
        "the minister",
        "he",
        "her brother",
        "Foreign Minister Omar Karimi",
        "Dr. Hale",
        "the harbour master",
        "one of the ministers",
    ];
    const TELLERS: [&str; 6] =
        ["she said", "Ruiz said", "she recalled", "she noted", "Ruiz added", "she told reporters"];
    const TOLD: [&str; 7] = [
        "had told her",
        "had told them",
        "had promised",
        "had assured her",
        "had warned the crew",
        "had insisted",
        "had complained",
    ];
    let mut sentences = Vec::new();
    for other in OTHERS {
        for teller in TELLERS {
            for told in TOLD {
                sentences.extend([
                    (
                        format!(
                            "{other} had come to the house, {teller}, and {told} that {CLAUSE}."
                        ),
                        other,
                    ),
                    (format!("{other}, {teller}, {told} that {CLAUSE}."), other),
                    (format!("{other}, {teller}, had telephoned and {told} that {CLAUSE}."), other),
                    (format!("She spoke of {other}, who, {teller}, {told} that {CLAUSE}."), "who"),
                ]);
            }
            sentences.extend([
                (format!("“{other} used to say that {CLAUSE},” {teller}."), other),
                (format!("“I was told by {other} that {CLAUSE},” {teller}."), other),
                (format!("{teller} that she had been told by {other} that {CLAUSE}."), other),
                (format!("{teller} she rang {other} and was told that {CLAUSE}."), ""),
                (format!("“I am told that {CLAUSE},” {teller}."), ""),
            ]);
        }
    }
    let reader = Reader::new();
    let right = |(sentence, source): &(String, &str)| {
        let text = [BEFORE, &capitalised(sentence)].concat();
        let reading = reader.read(&text).unwrap();
        let clause = format!("that {CLAUSE}");
        let found = reading.statements.iter().find(|s| words(&reading, &s.content) == clause);
        found.is_some_and(|s| words(&reading, &s.source).eq_ignore_ascii_case(source))
    };
    let faults: Vec<&str> =
        sentences.iter().filter(|s| !right(s)).map(|(sentence, _)| &sentence[..]).collect();
    let share = 1.0 - faults.len() as f64 / sentences.len() as f64;
    println!("within reports: {share:.3} of {}", sentences.len());
    faults.iter().for_each(|fault| println!("  {fault}"));
    assert!(share >= 0.98, "within reports: {share:.3}");
}

#[test]
fn nouns() {
    const NOUNS: [&str; 14] = [
        "claim",
        "warning",
        "promise",
        "suggestion",
        "assertion",
        "assurance",
        "statement",
        "remark",
        "complaint",
        "prediction",
        "argument",
        "accusation",
        "announcement",
        "conclusion",
    ];
    const FRAMES: [&str; 9] = [
        "{s}'s {n} that {c} was false.",
        "{s}'s {n} is that {c}.",
        "Despite {s}'s {n} that {c}, it rained.",
        "It did not matter after {s}'s latest {n} that {c}.",
        "The {n} by {s} that {c} was false.",
        "There was a {n} by {s} that {c}.",
        "There was a {n} from {s} that {c}.",
        "The {n} of {s} that {c} was false.",
        "Despite the {n} of {s} that {c}, it rained.",
    ];
    let mut sentences = Vec::new();
    for noun in NOUNS {
        for frame in FRAMES {
            for subject in SUBJECTS {
                let owner = frame.starts_with("{s}") || frame.contains("{s}'s");
                // "The head of the board's claim" may be the board's.
                let open = subject.ends_with([',', 's']) || subject.contains(" of ");
                let owns = !owner || !open && !subject.contains(" for ");
                // "a claim by she"
                if subject == "she" || !owns {
                    continue;
                }
                let (noun, clause) = (frame.replace("{n}", noun), format!("that {CLAUSE}"));
                let text = noun.replace("{c}", CLAUSE).replace("{s}", subject);
                sentences.push(Sentence::new(text, subject, &[&clause]));
            }
        }
    }
    hold("nouns", 0.96, &sentences);
}

/// Whether all that is said in the text is said by the one of that name.
fn is_one(reader: &Reader, text: &str, name: &str, statements: usize) -> bool {
    let reading = reader.read(text).unwrap();
    let mut speakers = reading.statements.iter().map(|statement| statement.speaker);
    let first = reading.statements.first().and_then(|statement| statement.speaker);
    reading.statements.len() == statements
        && speakers.all(|speaker| speaker.is_some() && speaker == first)
        && first.is_some_and(|first| reading.name(first) == name)
}

#[test]
fn surnames() {
    const SURNAMES: [&str; 64] = [
        "Said",
        "May",
        "Will",
        "Hope",
        "Grant",
        "Mark",
        "Bill",
        "Cash",
        "Reed",
        "Wells",
        "Ford",
        "Rose",
        "Price",
        "Page",
        "Law",
        "Young",
        "Day",
        "Summers",
        "March",
        "English",
        "King",
        "Prince",
        "Bishop",
        "Pope",
        "Judge",
        "Dean",
        "Speaker",
        "Chan",
        "Little",
        "Brown",
        "Bush",
        "Church",
        "Bell",
        "Park",
        "Moon",
        "Best",
        "Wise",
        "Lane",
        "Street",
        "House",
        "Banks",
        "Waters",
        "Khan",
        "Ali",
        "Singh",
        "Cook",
        "Baker",
        "Smith",
        "Clerk",
        "Marshall",
        "Constable",
        "Sargent",
        "Monk",
        "Knight",
        "Duke",
        "Baron",
        "Lord",
        "Driver",
        "Fisher",
        "Guy",
        "London",
        "Lincoln",
        "Jordan",
        "Count",
    ];
    let reader = Reader::new();
    let mut faults = Vec::new();
    for surname in SURNAMES {
        let text = format!(
            "Tom {surname}, the head of the board, came to the pier on Tuesday.\n\nMr {surname} told \
             reporters that it would open. {surname} said that it was safe. “We will see,” said Tom \
             {surname}.",
        );
        if !is_one(&reader, &text, &format!("Tom {surname}"), 3) {
            faults.push(surname);
        }
    }
    assert!(faults.len() <= 2, "{faults:?}");
}

#[test]
fn titles() {
    const TITLES: [&str; 60] = [
        "President",
        "Vice President",
        "Prime Minister",
        "Deputy Prime Minister",
        "Foreign Minister",
        "Minister of Defence",
        "Secretary of State",
        "Secretary-General",
        "Under-Secretary-General",
        "Attorney General",
        "Chief Justice",
        "Judge",
        "Senator",
        "Sen.",
        "Rep.",
        "Gov.",
        "Mayor",
        "Cllr",
        "MP",
        "Ambassador",
        "King",
        "Crown Prince",
        "Sheikh",
        "Ayatollah",
        "Imam",
        "Rabbi",
        "Bishop",
        "Pope",
        "Rev.",
        "General",
        "Lt. Gen.",
        "Col.",
        "Capt.",
        "Admiral",
        "Police Chief",
        "Inspector",
        "Sheriff",
        "Dr",
        "Prof.",
        "Sir",
        "Lord",
        "Ms",
        "Mx",
        "Chairman",
        "CEO",
        "Director General",
        "Spokesman",
        "Home Secretary",
        "First Minister",
        "former President",
        "the late President",
        "opposition leader",
        "Labour MP",
        "Republican Senator",
        "US President",
        "U.S. President",
        "EU Commissioner",
        "WHO chief",
        "His Excellency President",
        "Professor Emeritus",
    ];
    let reader = Reader::new();
    let mut faults = Vec::new();
    for title in TITLES {
        let text = format!(
            "{} Marek Lind said that the pier would open. Lind told reporters that it was safe.",
            capitalised(title),
        );
        if !is_one(&reader, &text, "Marek Lind", 2) {
            faults.push(title);
        }
    }
    assert!(faults.is_empty(), "{faults:?}");
}

/// Two that hold other offices are two people.
#[test]
fn offices() {
    const OFFICES: [&str; 34] = [
        "president",
        "prime minister",
        "king",
        "queen",
        "foreign minister",
        "finance minister",
        "health secretary",
        "mayor",
        "governor",
        "ambassador",
        "senator",
        "general",
        "bishop",
        "archbishop",
        "judge",
        "secretary-general",
        "spokesman",
        "chairman",
        "director",
        "chief executive",
        "commissioner",
        "police chief",
        "vice president",
        "opposition leader",
        "union leader",
        "envoy",
        "emir",
        "sultan",
        "pope",
        "rabbi",
        "attorney general",
        "lawyer",
        "doctor",
        "farmer",
    ];
    let reader = Reader::new();
    let mut faults = Vec::new();
    for office in OFFICES {
        for other in OFFICES.iter().filter(|other| **other != office) {
            let title: Vec<String> = other.split(' ').map(capitalised).collect();
            let title = title.join(" ");
            for text in [
                format!(
                    "The {office} spoke first at the meeting with {title} Marek Lind. The {office} said \
                     that the pier would open.",
                ),
                format!(
                    "{title} Marek Lind came on Monday. The {office} was late. The {office} said that the \
                     pier would open.",
                ),
            ] {
                let reading = reader.read(&text).unwrap();
                let one = reading.speakers.iter().any(|speaker| {
                    let aliases: Vec<&str> = speaker.aliases.iter().map(|s| s.of(&text)).collect();
                    let named = aliases.iter().any(|alias| alias.ends_with("Lind"));
                    named
                        && aliases
                            .iter()
                            .any(|alias| alias.eq_ignore_ascii_case(&format!("the {office}")))
                });
                if one {
                    faults.push(text);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
