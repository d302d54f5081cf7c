//! Any markup has a text whose every span goes back to the markup.
#![no_main]

use libfuzzer_sys::fuzz_target;
use whosaid::html;

fuzz_target!(|markup: &str| {
    let page = html::read(markup).expect("a short page");
    let reading = sound::READER.read(&page.text).expect("a short text");
    sound::check(&reading);
    sound::check_slices(&page.to_source(&reading, markup));
});

#[path = "../../tests/sound/mod.rs"]
mod sound;
