//! Bad and odd texts with the answer to each: `odd_inputs.json` holds rows of a name, a text (or a
//! piece of one and how often it comes) and what is said by whom. `node/odd_inputs.test.js` asks the
//! wasm for the same.

mod sound;

use serde_json::Value;
use whosaid::{Reading, Statement};

#[test]
fn each_odd_text_has_its_answer() {
    let rows: Vec<(String, Value, Vec<String>)> =
        serde_json::from_str(include_str!("odd_inputs.json")).unwrap();
    assert!(rows.len() >= 60);
    for (name, text, expected) in rows {
        let text = match &text {
            Value::String(text) => text.clone(),
            repeated => {
                repeated[0].as_str().unwrap().repeat(repeated[1].as_u64().unwrap() as usize)
            }
        };
        let reading = sound::READER.read(&text).unwrap();
        sound::check(&reading);
        let said: Vec<String> = reading.statements.iter().map(|s| answer(&reading, s)).collect();
        assert_eq!(said, expected, "{name}");
    }
}

fn answer(reading: &Reading, statement: &Statement) -> String {
    let name = statement.speaker.map_or("?", |id| reading.name(id));
    let content: Vec<&str> = statement.content.iter().map(|part| part.of(&reading.text)).collect();
    format!("{name}: {}", content.join(" […] "))
}
