//! Bad and odd inputs with the answer to each. `node/odd_inputs.test.js` and
//! `browser/odd_inputs.test.js` ask the wasm for the same.
//!
//! - `odd_inputs.json`: a name, a text (or a piece of one and how often it comes), what is said by whom.
//! - `odd_pages.json`: a name, the markup of a page (or a piece, how often it comes, and the rest), its
//!   text, what is said by whom in the words of the markup.
//! - `odd_bytes.json`: a name, a file (one character a byte), the charset as declared, the encoding,
//!   its text, whether it is damaged.

mod sound;

use serde::de::DeserializeOwned;
use serde_json::Value;
use whosaid::{Reading, Statement};

#[test]
fn each_odd_text_has_its_answer() {
    let rows: Vec<(String, Value, Vec<String>)> = rows(include_str!("odd_inputs.json"));
    for (name, text, expected) in rows {
        let reading = sound::READER.read(repeated(&text)).unwrap();
        sound::check(&reading);
        assert_eq!(answers(&reading), expected, "{name}");
    }
}

#[cfg(feature = "html")]
#[test]
fn each_odd_page_has_its_answer() {
    let rows: Vec<(String, Value, String, Vec<String>)> = rows(include_str!("odd_pages.json"));
    for (name, markup, text, said) in rows {
        let markup = repeated(&markup);
        let page = whosaid::html::read(&markup).unwrap();
        assert_eq!(page.text, text, "{name}");
        let reading = sound::READER.read(&page.text).unwrap();
        sound::check(&reading);
        let names = answers(&reading);
        let in_markup = page.to_source(&reading, &markup);
        sound::check_slices(&in_markup);
        let answers = in_markup.statements.iter().zip(names).map(|(statement, answer)| {
            let name = answer.split_once(": ").unwrap().0;
            format!("{name}: {}", content(&in_markup, statement))
        });
        assert_eq!(answers.collect::<Vec<_>>(), said, "{name}");
    }
}

#[cfg(feature = "html")]
#[test]
fn a_whole_page_has_its_text() {
    let page = whosaid::html::read(include_str!("pages/portal-page.html")).unwrap();
    assert_eq!(page.text, include_str!("pages/portal-page.txt"));
}

#[cfg(feature = "bytes")]
#[test]
fn each_odd_file_has_its_answer() {
    type Row = (String, String, Option<String>, String, String, bool);
    let rows: Vec<Row> = rows(include_str!("odd_bytes.json"));
    for (name, bytes, charset, encoding, text, damaged) in rows {
        let bytes: Vec<u8> = bytes.chars().map(|c| u8::try_from(c).unwrap()).collect();
        let decoded = whosaid::bytes::decode(&bytes, charset.as_deref()).unwrap();
        let found = (decoded.encoding.to_lowercase(), &*decoded.text, decoded.damaged);
        assert_eq!(found, (encoding, &*text, damaged), "{name}");
        sound::check(&sound::READER.read(decoded.text).unwrap());
    }
}

fn rows<T: DeserializeOwned>(json: &str) -> Vec<T> {
    serde_json::from_str(json).unwrap()
}

fn repeated(text: &Value) -> String {
    let part = |at: usize| text[at].as_str().unwrap_or_default();
    match text {
        Value::String(text) => text.clone(),
        _ => part(0).repeat(text[1].as_u64().unwrap() as usize) + part(2),
    }
}

fn answers(reading: &Reading) -> Vec<String> {
    let answer = |statement: &Statement| {
        let name = statement.speaker.map_or("?", |id| reading.name(id));
        format!("{name}: {}", content(reading, statement))
    };
    reading.statements.iter().map(answer).collect()
}

fn content(reading: &Reading, statement: &Statement) -> String {
    let parts = statement.content.iter().map(|part| part.of(&reading.text));
    parts.collect::<Vec<_>>().join(" […] ")
}
