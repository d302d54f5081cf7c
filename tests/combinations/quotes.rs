//! Quotations in their paragraphs: whose they are, and how far they go.

use crate::{BEFORE, at_least, capitalised, words};
use whosaid::Reader;

/// The paragraph, and the quotations in it that are the subject's.
const FRAMES: [(&str, &[&str]); 30] = [
    (
        "“The pier will open in May,” {s} said. “It is safe.”",
        &["“The pier will open in May,” … “It is safe.”"],
    ),
    (
        "“The pier will open in May,” said {s}. “It is safe.”",
        &["“The pier will open in May,” … “It is safe.”"],
    ),
    (
        "“The pier will open in May,” {s} said on Monday. “It is safe. We have seen to that.”",
        &["“The pier will open in May,” … “It is safe. We have seen to that.”"],
    ),
    (
        "“The pier will open in May. It is safe,” {s} told reporters.",
        &["“The pier will open in May. It is safe,”"],
    ),
    (
        "{s} said: “The pier will open in May. It is safe.”",
        &["“The pier will open in May. It is safe.”"],
    ),
    ("{s} told reporters: “The pier will open in May.”", &["“The pier will open in May.”"]),
    ("{s} said, “The pier will open in May.”", &["“The pier will open in May.”"]),
    ("{s} added: “It is safe.”", &["“It is safe.”"]),
    (
        "{s} was not convinced. “The pier will not open in May,” {p} said.",
        &["“The pier will not open in May,”"],
    ),
    ("{s} was blunt: “The pier will not open in May.”", &["“The pier will not open in May.”"]),
    (
        "{s} said that the pier was safe. “It will open in May,” {p} added.",
        &["that the pier was safe", "“It will open in May,”"],
    ),
    (
        "“The pier will open in May,” {s} said.\n\n“It is safe,” {p} said.",
        &["“The pier will open in May,”", "“It is safe,”"],
    ),
    (
        "“The pier will open in May,” {s} said.\n\n{p} added: “It is safe.”",
        &["“The pier will open in May,”", "“It is safe.”"],
    ),
    ("According to {s}, “the pier will open in May.”", &["“the pier will open in May.”"]),
    ("As {s} put it: “The pier will open in May.”", &["“The pier will open in May.”"]),
    (
        "“The pier will open in May,” {s} said, adding that it was safe.",
        &["“The pier will open in May,”", "that it was safe"],
    ),
    (
        "“The pier will open in May,” {s} said. “And if it does not?” a reporter asked.",
        &["“The pier will open in May,”"],
    ),
    ("{s} called it “a mistake”.", &["it “a mistake”"]),
    ("{s} described the plan as “a mistake”.", &["the plan as “a mistake”"]),
    ("The plan was “a mistake”, {s} said.", &["The plan was “a mistake”"]),
    ("The plan was “a mistake”, according to {s}.", &["The plan was “a mistake”"]),
    ("“Will the pier open in May?” asked {s}.", &["“Will the pier open in May?”"]),
    ("“The pier will open in May!” {s} shouted.", &["“The pier will open in May!”"]),
    (
        "“The pier will open in May,” {s} says. “It is safe,” {p} adds.",
        &["“The pier will open in May,”", "“It is safe,”"],
    ),
    ("“The pier,” {s} said, “will open in May.”", &["“The pier,” … “will open in May.”"]),
    ("Asked about the pier, {s} said: “It will open in May.”", &["“It will open in May.”"]),
    (
        "“The pier will open in May,” {s} wrote in a letter to the council. “It is safe.”",
        &["“The pier will open in May,” … “It is safe.”"],
    ),
    ("{s} wrote on Monday: “The pier will open in May.”", &["“The pier will open in May.”"]),
    ("“The pier will open in May”, {s} said.", &["“The pier will open in May”"]),
    ("'The pier will open in May,' {s} said.", &["'The pier will open in May,'"]),
];

/// With the pronoun that stands for them.
const SPEAKERS: [(&str, &str); 11] = [
    ("Ana Ruiz", "she"),
    ("Tom Hale", "he"),
    ("Mayor Ana Ruiz", "she"),
    ("the harbour master", "he"),
    ("the harbour master, Tom Hale,", "he"),
    ("Tom Hale, who chairs the board,", "he"),
    ("Hale's deputy, Ana Ruiz,", "she"),
    ("Foreign Minister Omar Karimi", "he"),
    ("Omar Karimi, the foreign minister,", "he"),
    ("a fisherman", "he"),
    ("Dr. Hale", "he"),
];

#[test]
fn quotations() {
    let reader = Reader::new();
    let (mut faults, mut count) = (Vec::new(), 0);
    for (frame, contents) in FRAMES {
        for (subject, pronoun) in SPEAKERS {
            count += 1;
            let follows =
                frame.split_once("{s}").is_some_and(|(_, rest)| rest.starts_with([',', '.', ':']));
            let subject = if follows { subject.trim_end_matches(',') } else { subject };
            let text = frame.replace("{s}", subject);
            let lines: Vec<String> =
                text.split("\n\n").map(|line| capitalised(&line.replace("{p}", pronoun))).collect();
            let text = [BEFORE, &lines.join("\n\n")].concat();
            let reading = reader.read(&text).unwrap();
            let statements = reading.statements.iter().filter(|s| {
                s.content.first().is_some_and(|part| part.start as usize >= BEFORE.len())
            });
            let statements: Vec<_> = statements.collect();
            // Before the answer stands the question, which is nobody's.
            let speaker = statements.iter().find_map(|s| s.speaker);
            let right = contents.iter().all(|content| {
                statements
                    .iter()
                    .any(|s| words(&reading, &s.content) == *content && s.speaker == speaker)
            });
            if !right || speaker.is_none() {
                let found = statements.iter().map(|s| {
                    let who = s.speaker.map_or("nobody", |speaker| reading.name(speaker));
                    format!("{who}: {}", words(&reading, &s.content))
                });
                faults.push(format!(
                    "{} => {}",
                    lines.join(" ¶ "),
                    found.collect::<Vec<_>>().join(" | ")
                ));
            }
        }
    }
    at_least(0.98, "quotations", count, &faults);
}
