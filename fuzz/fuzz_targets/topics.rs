//! Any terms can be looked for, any filter asked. Line one is a term, line two a name.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lines = text.splitn(3, '\n');
    let [term, name, text] = std::array::from_fn(|_| lines.next().unwrap_or_default());
    let reading = sound::READER.read(text).expect("a short text");
    sound::check_searches(&reading, term, name);
});

#[path = "../../tests/sound/mod.rs"]
mod sound;
