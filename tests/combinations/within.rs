//! Reports inside reports.

use crate::{BEFORE, CLAUSE, at_least, capitalised, words};
use whosaid::Reader;

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
    let faults = sentences.iter().filter(|s| !right(s)).map(|(sentence, _)| sentence.clone());
    at_least(0.98, "within reports", sentences.len(), &faults.collect::<Vec<_>>());
}
