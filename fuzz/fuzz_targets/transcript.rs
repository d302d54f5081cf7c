//! Any text can be read as a transcript.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    sound::check(&sound::TRANSCRIPTS.read(text).expect("a short text"));
});

#[path = "../../tests/sound/mod.rs"]
mod sound;
