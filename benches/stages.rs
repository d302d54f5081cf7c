//! How long each stage takes: `cargo bench --features fitting`.
//!
//! The text is the samples of `seeds/`, several times over, as one long page.

use divan::Bencher;
use divan::counter::CharsCount;
use whosaid::stages::{Lexicon, Weights, attribute, cut, find, lay_out, resolve};
use whosaid::{Folding, FormatOption, Reader, Topic};

const SAMPLES: [&str; 4] = [
    include_str!("../seeds/seed-meeting.txt"),
    include_str!("../seeds/cod-deadline.txt"),
    include_str!("../seeds/trisk-bridge.txt"),
    include_str!("../seeds/lanchuan-veyra-talks.txt"),
];

fn main() {
    divan::main();
}

fn text() -> String {
    SAMPLES.join("\n\n").repeat(10)
}

#[divan::bench]
fn building_a_reader() -> Reader {
    Reader::new()
}

#[divan::bench]
fn layout(bencher: Bencher) {
    let (text, lexicon) = (text(), Lexicon::new());
    let chars = CharsCount::of_str(&text);
    bencher.counter(chars).bench(|| lay_out(&text, FormatOption::Auto, &lexicon));
}

#[divan::bench]
fn segments(bencher: Bencher) {
    let (text, lexicon) = (text(), Lexicon::new());
    let layout = lay_out(&text, FormatOption::Auto, &lexicon);
    let chars = CharsCount::of_str(&text);
    bencher.counter(chars).bench(|| cut(&text, &layout.blocks, &lexicon));
}

#[divan::bench]
fn cast(bencher: Bencher) {
    let (text, lexicon) = (text(), Lexicon::new());
    let layout = lay_out(&text, FormatOption::Auto, &lexicon);
    let segments = cut(&text, &layout.blocks, &lexicon);
    let chars = CharsCount::of_str(&text);
    bencher.counter(chars).bench(|| find(&text, &layout, &segments, &lexicon));
}

#[divan::bench]
fn attribution(bencher: Bencher) {
    let (text, lexicon, weights) = (text(), Lexicon::new(), Weights::shipped());
    let layout = lay_out(&text, FormatOption::Auto, &lexicon);
    let segments = cut(&text, &layout.blocks, &lexicon);
    let chars = CharsCount::of_str(&text);
    bencher.counter(chars).bench(|| attribute(&text, &layout, &segments, &lexicon, &weights));
}

#[divan::bench]
fn resolution(bencher: Bencher) {
    let (text, lexicon, weights) = (text(), Lexicon::new(), Weights::shipped());
    let layout = lay_out(&text, FormatOption::Auto, &lexicon);
    let segments = cut(&text, &layout.blocks, &lexicon);
    let cast = find(&text, &layout, &segments, &lexicon);
    let drafts = || attribute(&text, &layout, &segments, &lexicon, &weights);
    let inputs = || (segments.clone(), cast.clone(), drafts());
    let chars = CharsCount::of_str(&text);
    bencher
        .counter(chars)
        .with_inputs(inputs)
        .bench_values(|(segments, cast, drafts)| resolve(&text, segments, cast, drafts, &lexicon));
}

#[divan::bench]
fn the_whole_way(bencher: Bencher) {
    let (text, reader) = (text(), Reader::new());
    let chars = CharsCount::of_str(&text);
    bencher.counter(chars).bench(|| reader.read(&text));
}

#[divan::bench]
fn topics(bencher: Bencher) {
    let (text, reader) = (text(), Reader::new());
    let reading = reader.read(&text).unwrap();
    let terms = ["resistance", "United States", "bridge", "quota", "trade", "minister"];
    let topics = terms.map(|term| Topic { label: term.into(), terms: vec![term.into()] });
    let chars = CharsCount::of_str(&text);
    bencher.counter(chars).bench(|| reading.topics(&topics, Folding::default()));
}
