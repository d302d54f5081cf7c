//! The time to read a text grows as its length does, also where one thing comes again and again.

use std::time::{Duration, Instant};

use whosaid::{Folding, Reader, Topic};

/// What a text consists of from its first to its last byte.
const UNITS: &[&str] = &[
    "The Council met; decided to meet; condemned it; ",
    "2 July 2019 ",
    "5 May 5 May to ",
    "1/2/2019 ",
    "January ",
    "Q. A. ",
    "MR. X: ",
    "Q: a\n",
    "(Laughter.) ",
    "(a) ",
    "(",
    "- ",
    "###\n",
    "\n",
    "  ",
    "“",
    "\"",
    "\" a",
    "'",
    ":",
    ", ",
    "Published ",
    "By Anna Holm\n",
    "KELM (",
    "Mr. ",
    "Minister ",
    "Ministry of ",
    "Holm's ",
    "Anna Holm ",
    "Anna Holm said. ",
    "the president of the president of ",
    "he said he said ",
    "the mayor said ",
    "The ministry waits. It said no. ",
    "Anna Holm (",
    "Talks go on, Holm said. ",
    "The baker, who is old, said no, and he said yes. ",
    "a.m. He ",
    "“So it goes on,” she said. ",
    "a",
    "a ",
    "1, ",
    "السلام ",
    "中文。",
    "2年",
    "\u{301}",
];

/// Bytes of the shorter text.
const SHORT: usize = 20_000;
/// The longer one is so many times as long.
const TIMES: usize = 4;
/// A text that is four times as long takes sixteen times as long where each part looks at all the
/// others. This is half way between four and sixteen, and some more for a busy machine.
const RATIO: u32 = 12;
/// Nobody waits for it: below this the clock says little. Without optimisation all is slower.
const FLOOR: Duration = Duration::from_millis(if cfg!(debug_assertions) { 400 } else { 40 });

#[test]
fn time_grows_as_length_does() {
    let reader = Reader::new();
    let mut slow = Vec::new();
    for unit in UNITS {
        let text = |len: usize| unit.repeat(len / unit.len());
        let (short, long) = (text(SHORT), text(SHORT * TIMES));
        // A pause of the machine does not come thrice.
        let grows = || {
            let (short, long) = (time(&reader, &short), time(&reader, &long));
            (long > FLOOR && long > short * RATIO).then_some((short, long))
        };
        if grows().is_some()
            && grows().is_some()
            && let Some((short, long)) = grows()
        {
            slow.push(format!("{unit:?}: {short:?}, {TIMES} times as long: {long:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

fn time(reader: &Reader, text: &str) -> Duration {
    let topic = Topic { label: "a".into(), terms: vec!["a a a a".into(), "he said".into()] };
    let start = Instant::now();
    let reading = reader.read(text).unwrap();
    reading.topics(&[topic], Folding::default());
    start.elapsed()
}
