//! Any bytes decode, and any text can be read.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::bytes;

fuzz_target!(|data: &[u8]| {
    let decoded = bytes::decode(data, None).expect("a short text");
    let reading = sound::READER.read(&decoded.text).expect("a short text");
    sound::check(&reading);
});

#[path = "../../tests/sound/mod.rs"]
mod sound;
