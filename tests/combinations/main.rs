//! Sentences put together from parts: who speaks, when and where, the verb, the clause.
//!
//! Texts that people write show each construction with a few words only; here every part meets every
//! other. A test counts how many sentences are read as they should be, prints those that are not, and fails
//! below its floor. `cargo test --test combinations -- --nocapture`

mod chains;
mod clauses;
mod names;
mod people;
mod quotes;
mod readouts;
mod references;
mod reports;
mod within;

use whosaid::{Reader, Reading, Span, Statement};

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

    /// What was found instead, of the first statement or of the only one.
    fn fault(&self, reader: &Reader, only: bool) -> Option<String> {
        let text = [BEFORE, &self.text].concat();
        let reading = reader.read(&text).unwrap();
        let mut found = reading
            .statements
            .iter()
            .filter(|s| s.content.first().is_some_and(|part| part.start as usize >= BEFORE.len()));
        let (first, more) = (found.next(), found.next());
        let source = first.map_or(String::new(), |s| words(&reading, &s.source));
        let content = first.map_or(String::new(), |s| words(&reading, &s.content));
        let right = (more.is_none() || !only)
            && source.trim_end_matches(',').eq_ignore_ascii_case(&self.source)
            && self.contents.contains(&content);
        (!right).then(|| format!("{} => {source:?}, {content:?}", self.text))
    }
}

fn words(reading: &Reading, spans: &[Span]) -> String {
    let parts: Vec<&str> = spans.iter().map(|span| span.of(&reading.text)).collect();
    parts.join(" … ")
}

/// Whether somebody of these words says one of the contents.
fn says(reading: &Reading, source: &str, contents: &[&str]) -> bool {
    let source = source.trim_end_matches(',');
    reading.statements.iter().any(|s| {
        contents.contains(&words(reading, &s.content).as_str())
            && words(reading, &s.source).trim_end_matches(',').eq_ignore_ascii_case(source)
    })
}

/// All that was found in a text instead.
fn found(text: &str, reading: &Reading) -> String {
    let statement =
        |s: &Statement| format!("{}: {}", words(reading, &s.source), words(reading, &s.content));
    let statements: Vec<String> = reading.statements.iter().map(statement).collect();
    format!("{text} => {}", statements.join(" | "))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// With a capital at the start of each sentence.
fn written(text: &str) -> String {
    let line = |line: &str| line.split(". ").map(capitalised).collect::<Vec<_>>().join(". ");
    text.split("\n\n").map(line).collect::<Vec<_>>().join("\n\n")
}

/// Fails where less than the share of the sentences is read as it should be.
fn hold(name: &str, floor: f64, sentences: &[Sentence]) {
    let reader = Reader::new();
    let faults: Vec<String> = sentences.iter().filter_map(|s| s.fault(&reader, true)).collect();
    at_least(floor, name, sentences.len(), &faults);
}

/// The same, whatever else is found in the sentence behind its first statement.
fn hold_first(name: &str, floor: f64, sentences: &[Sentence]) {
    let reader = Reader::new();
    let faults: Vec<String> = sentences.iter().filter_map(|s| s.fault(&reader, false)).collect();
    at_least(floor, name, sentences.len(), &faults);
}

fn at_least(floor: f64, name: &str, of: usize, faults: &[String]) {
    let share = 1.0 - faults.len() as f64 / of as f64;
    println!("{name}: {share:.3} of {of}");
    faults.iter().for_each(|fault| println!("  {fault}"));
    assert!(share >= floor, "{name}: {share:.3} is below {floor}");
}
