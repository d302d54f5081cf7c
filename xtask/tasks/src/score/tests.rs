//! The metrics on hand-made cases.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::attributions::{self, Gold};
use super::count::Count;
use super::document::{Attribution, Document, Range};
use super::readouts;

const TEXT: &str =
    "🕊 The mayor said \"we will build it\" on Monday. Critics think the plan is weak.";

/// Where parts of a text stand, in code points.
fn at(text: &str, parts: &[&str]) -> Vec<Range> {
    let place = |part: &&str| {
        let start = text[..text.find(part).unwrap()].chars().count();
        [start, start + part.chars().count()]
    };
    parts.iter().map(place).collect()
}

fn attribution(text: &str, source: &[&str], cue: &[&str], content: &[&str]) -> Attribution {
    let (source, cue, content) = (at(text, source), at(text, cue), at(text, content));
    Attribution { source, cue, content, confidence: None }
}

fn gold() -> Vec<Attribution> {
    vec![
        attribution(TEXT, &["The mayor"], &["said"], &["\"we will build it\""]),
        attribution(TEXT, &["Critics"], &["think"], &["the plan is weak"]),
    ]
}

fn scores(text: &str, gold: &[Attribution], found: &[Attribution]) -> attributions::Scores {
    let gold = [Gold { name: "d".into(), text: text.into(), attributions: gold.to_vec() }];
    let found = Document { attributions: found.to_vec(), ..Document::default() };
    attributions::score(&gold, &BTreeMap::from([("d".into(), found)]))
}

#[test]
fn gold_against_itself_and_against_nothing() {
    let same = scores(TEXT, &gold(), &gold());
    let none = scores(TEXT, &gold(), &[]);
    let tokens = same.content_tokens.gold;
    assert_eq!(tokens, 10);
    for ((name, same), (_, none)) in same.counts().into_iter().zip(none.counts()) {
        let all = if name == "content tokens" { tokens } else { 2 };
        assert_eq!(same, Count::new(all, all, all), "{name}");
        assert_eq!(none, Count::new(0, 0, all), "{name}");
    }
    let recalls: Vec<_> = same.recalls().map(|(_, right, gold)| (right, gold)).into();
    assert_eq!(recalls, [(1, 1), (1, 1), (1, 1), (1, 1)]);
}

#[test]
fn a_wrong_source_is_content_but_no_attribution() {
    let mut found = gold();
    found[0].source = at(TEXT, &["Critics"]);
    let scores = scores(TEXT, &gold(), &found);
    assert_eq!(scores.content_relaxed, Count::new(2, 2, 2));
    assert_eq!(scores.attribution, Count::new(1, 2, 2));
    assert_eq!(scores.recalls().map(|(_, right, _)| right), [0, 1, 1, 1]);
}

#[test]
fn what_proves_a_source() {
    let said = |source: &[&str]| {
        let mut found = gold();
        found[0].source = at(TEXT, source);
        found
    };
    for (gold, found, right) in [
        (&["The mayor"][..], &["mayor"][..], 2),
        (&["The mayor"], &["The"], 1),
        (&["The"], &["The mayor"], 2),
        (&[], &["The mayor"], 1),
        (&["The mayor"], &[], 1),
        (&[], &[], 2),
    ] {
        let scores = scores(TEXT, &said(gold), &said(found));
        assert_eq!(scores.attribution.right, right, "{gold:?} {found:?}");
    }
}

#[test]
fn half_of_a_content_is_enough() {
    let text = "He said one two three four .";
    let said = |content| vec![attribution(text, &["He"], &["said"], &[content])];
    let gold = said("one two three four");
    let half = scores(text, &gold, &said("one two"));
    assert_eq!((half.content_relaxed.right, half.content_exact.right), (1, 0));
    let quarter = scores(text, &gold, &said("one"));
    assert_eq!(quarter.content_relaxed.right, 0);
    assert_eq!(quarter.content_tokens, Count::new(1, 1, 4));
}

#[test]
fn one_prediction_stands_for_one_gold() {
    let first = gold().remove(0);
    let scores = scores(TEXT, &gold(), &[first.clone(), first.clone(), first]);
    assert_eq!(scores.content_relaxed, Count::new(1, 3, 2));
    assert_eq!(scores.cue, Count::new(1, 3, 2));
}

#[test]
fn marks_and_parts() {
    let mut bare = gold();
    bare[0].content = at(TEXT, &["we will build it"]);
    let unmarked = scores(TEXT, &gold(), &bare);
    assert_eq!((unmarked.content_exact.right, unmarked.content_unmarked.right), (1, 2));

    let text = "\"We will,\" she said, \"build it here.\"";
    let parts = ["\"We will,\"", "\"build it here.\""];
    let whole = [attribution(text, &["she"], &["said"], &parts)];
    let apart = parts.map(|part| attribution(text, &["she"], &["said"], &[part]));
    let scores = scores(text, &whole, &apart);
    assert_eq!(scores.content_relaxed, Count::new(1, 2, 1));
    assert_eq!(scores.fragment_exact, Count::new(2, 2, 2));
}

#[test]
fn confidence_in_bins() {
    let mut found = gold();
    found[0].confidence = Some(0.95);
    found[1].confidence = Some(0.31);
    found[1].source = Vec::new();
    let table = scores(TEXT, &gold(), &found).calibration.table();
    let rows: Vec<Vec<&str>> = table.lines().map(|row| row.split_whitespace().collect()).collect();
    assert_eq!(rows[4][3..], ["1", "0.310", "0.000"]);
    assert_eq!(rows[10][3..], ["1", "0.950", "1.000"]);
    assert_eq!(rows[11].join(" "), "over 0.9: 1 predicted, 1.000 right");
}

const READOUT: &str = "Talks on 2 July. Ana Ruiz said: Yes. The mayor added: No. Ben agreed.";

fn readout(changed: impl Fn(&mut Value)) -> Document {
    let at = |parts: &[&str]| at(READOUT, parts);
    let statement = |speaker: &str, source, cue, content| {
        json!({ "speaker": speaker, "source": at(&[source]), "cue": at(&[cue]),
                "content": at(&[content]), "kind": "direct" })
    };
    let mut document = json!({
        "doc": "d",
        "title": at(&["Talks"])[0],
        "dates": [{ "span": at(&["2 July"])[0], "iso": "2019-07-02", "role": "event" }],
        "speakers": [
            { "id": "A", "name": "Ana Ruiz", "aliases": ["Ana Ruiz", "The mayor"] },
            { "id": "B", "name": "Ben", "aliases": ["Ben"] },
        ],
        "statements": [
            statement("A", "Ana Ruiz", "said", "Yes"),
            statement("A", "The mayor", "added", "No"),
            statement("B", "Ben", "agreed", "agreed"),
        ],
        "mentions": [
            { "span": at(&["Ana Ruiz"])[0], "speaker": "A" },
            { "span": at(&["The mayor"])[0], "speaker": "A" },
            { "span": at(&["Ben"])[0], "speaker": "B" },
        ],
        "topics": [{ "label": "talks", "spans": at(&["Talks"]) }],
    });
    changed(&mut document);
    serde_json::from_value(document).unwrap()
}

fn readout_scores(gold: &Document, found: &Document) -> readouts::Scores {
    readouts::score(&READOUT.chars().collect::<Vec<_>>(), gold, found)
}

#[test]
fn a_readout_against_itself() {
    let gold = readout(|_| ());
    let scores = readout_scores(&gold, &gold);
    let all = Count::new(3, 3, 3);
    assert_eq!((scores.content, scores.who, scores.mentions), (all, all, all));
    assert_eq!((scores.kind, scores.cue, scores.role), (3, 3, 1));
    let one = Count::new(1, 1, 1);
    assert_eq!((scores.title, scores.dates, scores.topics), (one, one, one));
}

#[test]
fn speakers_are_known_by_names_then_by_places() {
    let gold = readout(|_| ());
    // Other ids; one name in capitals, one speaker under a name that gold does not have.
    let found = readout(|document| {
        document["speakers"] = json!([
            { "id": 7, "name": "THE MAYOR", "aliases": [] },
            { "id": 8, "name": "Benjamin", "aliases": [] },
        ]);
        let rename = |value: &mut Value| *value = json!(if *value == "A" { 7 } else { 8 });
        for list in ["statements", "mentions"] {
            let items = document[list].as_array_mut().unwrap();
            items.iter_mut().for_each(|item| rename(&mut item["speaker"]));
        }
    });
    let scores = readout_scores(&gold, &found);
    assert_eq!((scores.who.right, scores.mentions.right), (3, 3));
}

#[test]
fn wrong_speakers_kinds_and_ends() {
    let gold = readout(|_| ());
    let found = readout(|document| {
        document["statements"][0]["speaker"] = json!("B");
        document["statements"][1]["speaker"] = json!(null);
        document["statements"][1]["kind"] = json!("mixed");
        document["statements"][2]["cue"] = json!([]);
        document["mentions"][0]["speaker"] = json!("B");
        // A stop more at the end does not count.
        let end = document["mentions"][2]["span"][0].as_u64().unwrap();
        document["mentions"][2]["span"] = json!([end - 2, end + 3]);
        document["dates"][0]["role"] = json!("other");
        document["title"] = json!([0, 8]);
    });
    let scores = readout_scores(&gold, &found);
    assert_eq!((scores.content.right, scores.who.right), (3, 1));
    assert_eq!((scores.kind, scores.cue), (2, 2));
    assert_eq!(scores.mentions, Count::new(2, 3, 3));
    assert_eq!((scores.dates.right, scores.role, scores.title.right), (1, 0, 0));
}

#[test]
fn optional_statements_are_neither_missed_nor_wrong() {
    let gold = readout(|document| document["statements"][2]["optional"] = json!(true));
    let with = readout(|document| document["statements"][2]["speaker"] = json!("A"));
    let without = readout(|document| {
        document["statements"].as_array_mut().unwrap().pop();
    });
    for found in [with, without] {
        assert_eq!(readout_scores(&gold, &found).who, Count::new(2, 2, 2));
    }
}

/// Figures below which the reader must not fall on the documents of `tests/readouts`.
#[test]
fn readouts_are_read_as_well_as_before() {
    let folder = xtask::tools::tests().join("readouts");
    let predicted = super::predict(&folder).unwrap();
    let scores = readouts::total(&folder, &predicted, |_, _| {}).unwrap();
    for (name, found, least) in [
        ("content", scores.content.f1(), 0.937),
        ("who", scores.who.f1(), 0.880),
        ("mentions", scores.mentions.f1(), 0.884),
        ("dates", scores.dates.f1(), 0.92),
        ("topics", scores.topics.f1(), 0.99),
    ] {
        assert!(found >= least, "{name}: F1 {found:.3}, at least {least}");
    }
}
