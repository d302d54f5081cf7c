//! Two reports of one subject in one sentence: each has its own content, and both are the subject's.

use crate::{BEFORE, at_least, capitalised, found, says};
use whosaid::Reader;

const SPEAKERS: [&str; 8] = [
    "Ana Ruiz",
    "the mayor",
    "she",
    "officials",
    "Lorne Ferries",
    "Foreign Minister Omar Karimi",
    "the head of the harbour board",
    "Hale, 45,",
];

const FIRST: [(&str, &str); 11] = [
    ("said", "that the pier would open in May"),
    ("said", "the pier would open in May"),
    ("told reporters", "that the pier would open in May"),
    ("told reporters", "the pier was safe"),
    ("praised", "the crew of the ferry"),
    ("called for", "an inquiry into the flood"),
    ("called", "the report inaccurate"),
    ("warned of", "another flood"),
    ("thanked", "the crew for its courage"),
    ("denied", "that the pier had been closed"),
    ("welcomed", "the decision of the court"),
];

const SECOND: [(&str, &str, &str); 18] = [
    (" and", "added", "that the crew was safe"),
    (" and", "said", "that the crew was safe"),
    (" and", "said", "the crew was safe"),
    (", and", "said", "that the crew was safe"),
    (", but", "added", "that the crew was safe"),
    (" but", "said", "that the crew was safe"),
    (",", "adding", "that the crew was safe"),
    (",", "saying", "that the crew was safe"),
    (",", "saying", "the crew was safe"),
    (",", "stressing", "that the crew was safe"),
    (",", "noting", "that the crew was safe"),
    (" while", "noting", "that the crew was safe"),
    (", and", "called for", "a new lighthouse"),
    (" and", "called for", "a new lighthouse"),
    (" and", "urged", "residents to stay at home"),
    (", and", "urged", "residents to stay at home"),
    (",", "urging", "residents to stay at home"),
    (",", "describing", "the storm as the worst in years"),
];

#[test]
fn chains() {
    let reader = Reader::new();
    let (mut faults, mut count) = (Vec::new(), 0);
    for (first, content) in FIRST {
        for (joint, second, other) in SECOND {
            for subject in SPEAKERS {
                count += 1;
                let sentence = format!("{subject} {first} {content}{joint} {second} {other}.");
                let text = [BEFORE, &capitalised(&sentence)].concat();
                let reading = reader.read(&text).unwrap();
                let right = |content: &str| {
                    says(&reading, subject, &[content, content.trim_start_matches("that ")])
                };
                if !right(content) || !right(other) {
                    faults.push(found(&sentence, &reading));
                }
            }
        }
    }
    at_least(0.99, "chains", count, &faults);
}
