//! The time to read a text grows as its length does, also where one thing comes again and again.

use std::time::{Duration, Instant};

use whosaid::{Folding, Format, Reader, Topic};

/// What a text in prose consists of from its first to its last byte.
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
    "said Ana Holm, ",
    "She said she was the mayor. ",
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

/// The n-th piece of a text.
type Write = fn(usize) -> String;

/// Texts of many people, labels, reports.
const TEXTS: &[(&str, Format, Write)] = &[
    ("I again and again", Format::Prose, |_| "I said: go on. ".into()),
    ("announcements", Format::Prose, |_| {
        "Holm made the following statement:\nWe go on (now.)\n".into()
    }),
    ("a list of ministers", Format::Prose, |_| "Ministers, ".into()),
    ("guests in one sentence", Format::Prose, |_| "to Ana received, ".into()),
    ("both sides", Format::Prose, |_| "Both sides agreed. ".into()),
    ("quotations behind colons", Format::Prose, |_| {
        "Ana Ruiz was blunt: “We have no money at all.” Tom Hale left. ".into()
    }),
    ("what a jury was told", Format::Prose, |_| "He rang, the jury was told. ".into()),
    ("quoted as saying", Format::Prose, |_| {
        "The paper quoted Holm as saying that he rang. ".into()
    }),
    ("headlines", Format::Prose, |n| format!("Ruiz {}: Pier to open\n\n", name(n))),
    ("ministers, each another", Format::Prose, |n| format!("Minister {} said no. ", name(n))),
    ("labels, each another", Format::Transcript, |n| format!("{}: Yes.\n", letters(n))),
    ("people with turns", Format::Transcript, |n| format!("Ms {}: He is right.\n", name(n))),
];

/// Four capitals, another four for each number.
fn letters(n: usize) -> String {
    [n / 17_576, n / 676, n / 26, n].map(|n| char::from(b'A' + (n % 26) as u8)).iter().collect()
}

/// A word like a name, another for each number.
fn name(n: usize) -> String {
    format!("Or{}", letters(n).to_lowercase())
}

/// Bytes of the shorter text.
const SHORT: usize = 20_000;
/// The longer one is so many times as long.
const TIMES: usize = 8;
/// A text that is eight times as long takes sixty-four times as long where each part looks at all the
/// others. This is near twice eight, and some more for a busy machine.
const RATIO: u32 = 20;
/// Nobody waits for it: below this the clock says little. Without optimisation all is slower.
const FLOOR: Duration = Duration::from_millis(if cfg!(debug_assertions) { 400 } else { 40 });

#[test]
fn time_grows_as_length_does() {
    let prose = Reader::new();
    let transcript = Reader::new().with_format(Format::Transcript);
    let mut slow = Vec::new();
    let mut check = |name: &str, reader: &Reader, write: &dyn Fn(usize) -> String| {
        let (short, long) = (text(SHORT, write), text(SHORT * TIMES, write));
        // A pause of the machine does not come thrice.
        let grows = || {
            let (short, long) = (time(reader, &short), time(reader, &long));
            (long > FLOOR && long > short * RATIO).then_some((short, long))
        };
        if grows().is_some()
            && grows().is_some()
            && let Some((short, long)) = grows()
        {
            slow.push(format!("{name:?}: {short:?}, {TIMES} times as long: {long:?}"));
        }
    };
    for unit in UNITS {
        check(unit, &prose, &|_| (*unit).into());
    }
    for (name, format, write) in TEXTS {
        check(name, if *format == Format::Prose { &prose } else { &transcript }, write);
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

fn text(len: usize, write: &dyn Fn(usize) -> String) -> String {
    let mut text = String::new();
    for n in 0.. {
        text += &write(n);
        if text.len() >= len {
            break;
        }
    }
    text
}

fn time(reader: &Reader, text: &str) -> Duration {
    let topic = Topic { label: "a".into(), terms: vec!["a a a a".into(), "he said".into()] };
    let start = Instant::now();
    let reading = reader.read(text).unwrap();
    let _ = reading.topics(&[topic], Folding::default());
    start.elapsed()
}
