//! Properties of every text, made up from words that mean something to the reader and ones that do
//! not.

mod sound;

use proptest::prelude::*;
use sound::{READER, TRANSCRIPTS, check, check_searches};
use std::sync::LazyLock;

/// Words, marks and breaks that the stages look for, and any character at all.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(PIECES).prop_map(str::to_owned);
    prop_oneof![6 => known, 1 => "\\PC{0,6}", 1 => any::<char>().prop_map(String::from)]
}

const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    ". ",
    ", ",
    ": ",
    "; ",
    "! ",
    "? ",
    " — ",
    "...",
    "\u{a0}",
    "\u{200f}",
    "\u{ad}",
    "\u{301}",
    "\u{feff}",
    "🕊",
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    "said",
    "says",
    "according to",
    "told",
    "that",
    "asked",
    "he",
    "she",
    "they",
    "His Eminence",
    "the President",
    "the",
    "of",
    "Syria",
    "Mr. Holm",
    "Anna Holm",
    "Holm",
    "Xi",
    "Dr.",
    "Jr.",
    "and",
    "both sides",
    "MR. PRICE:",
    "QUESTION:",
    "Q",
    "Q:",
    "A:",
    "The Prime Minister:",
    "(Laughter.)",
    ">>",
    "[inaudible 00:01:42]",
    "* * *",
    "Keir Starmer (Lab):",
    "13/05/2019 - 20:55",
    "2 July 2019",
    "June 3",
    "BEIJING, Sept. 30 (Xinhua) --",
    "Published:",
    "###",
    "1.",
    "•",
    "would",
    "was",
    "stressed",
    "not",
    "I",
    "you",
    "we",
    "کفت",
    "قال",
    "сказал",
    "他说",
    "«Нет»",
    "「不」",
    "1398",
    "a",
    "who",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..80).prop_map(|pieces| pieces.concat())
}

/// The readouts, each word with the space behind it.
static READOUTS: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/readouts");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let texts = files.filter(|file| file.extension().is_some_and(|end| end == "txt"));
    let ends = |c| matches!(c, '\n' | ' ');
    texts
        .map(|file| std::fs::read_to_string(file).unwrap())
        .map(|text| text.split_inclusive(ends).map(str::to_owned).collect())
        .collect()
});

/// Parts of sentences of the readouts, in any order: grammar that comes out of joint.
fn shuffled() -> impl Strategy<Value = String> {
    static PARTS: LazyLock<Vec<String>> = LazyLock::new(|| {
        READOUTS.iter().flat_map(|words| words.chunks(5)).map(<[_]>::concat).collect()
    });
    let part = any::<prop::sample::Index>().prop_map(|at| PARTS[at.index(PARTS.len())].clone());
    let joints = prop::sample::select(PIECES).prop_map(|piece| format!("{piece} "));
    prop::collection::vec(prop_oneof![3 => part, 1 => joints], 0..60)
        .prop_map(|parts| parts.concat())
}

/// Some sentences of a readout, cut off anywhere, with a few words put in, left out or exchanged: grammar that
/// is nearly right.
fn edited() -> impl Strategy<Value = String> {
    let index = any::<prop::sample::Index>;
    let edit = (index(), prop::sample::select(PIECES), 0..3);
    let edits = prop::collection::vec(edit, 1..12);
    (index(), index(), 5_usize..120, edits).prop_map(|(text, start, length, edits)| {
        let words = text.get(&READOUTS);
        let start = start.index(words.len());
        let mut words = words[start..words.len().min(start + length)].to_vec();
        for (at, piece, how) in edits {
            let at = at.index(words.len());
            match how {
                0 => words.insert(at, format!("{piece} ")),
                1 if words.len() > 1 => drop(words.remove(at)),
                _ => words[at] = format!("{}{piece} ", words[at].trim_end()),
            }
        }
        words.concat()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shuffled_grammar_is_sound(text in shuffled()) {
        check(&READER.read(&text).unwrap());
    }

    #[test]
    fn edited_grammar_is_sound(text in edited()) {
        check(&READER.read(text.trim_end()).unwrap());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_reading_is_sound(text in text()) {
        let reading = READER.read(&text).unwrap();
        prop_assert_eq!(&reading.text, &text);
        check(&reading);
        check(&TRANSCRIPTS.read(&text).unwrap());
    }

    #[test]
    fn the_same_text_is_read_the_same(text in text()) {
        let readings = [0, 1].map(|_| READER.read(&text).unwrap());
        prop_assert_eq!(&readings[0], &readings[1]);
    }

    #[test]
    fn any_search_is_answered(text in text(), term in piece(), name in piece()) {
        check_searches(&READER.read(&text).unwrap(), &term, &name);
    }
}

#[test]
fn every_prefix_of_the_samples_is_sound() {
    for sample in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/seeds")).unwrap() {
        let Ok(text) = std::fs::read_to_string(sample.unwrap().path()) else { continue };
        for (at, _) in text.char_indices().step_by(97) {
            check(&READER.read(&text[..at]).unwrap());
        }
    }
}

/// A sentence that breaks off or begins behind any word: what a rule looks for next, or before, may
/// not be there.
#[test]
fn every_part_of_a_case_is_sound() {
    let cases = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/statements");
    for case in std::fs::read_dir(cases).unwrap() {
        let case = std::fs::read_to_string(case.unwrap().path()).unwrap();
        for line in case.lines() {
            for (space, _) in line.match_indices(char::is_whitespace) {
                check(&READER.read(&line[..space]).unwrap());
                check(&READER.read(&line[space..]).unwrap());
            }
        }
    }
}

#[cfg(feature = "html")]
mod pages {
    use super::*;
    use whosaid::html;

    fn markup() -> impl Strategy<Value = String> {
        let tags = prop::sample::select(TAGS).prop_map(str::to_owned);
        prop::collection::vec(prop_oneof![tags, piece()], 0..80).prop_map(|pieces| pieces.concat())
    }

    const TAGS: &[&str] = &[
        "<p>",
        "</p>",
        "<article>",
        "</article>",
        "<main role=main>",
        "</main>",
        "<div hidden>",
        "</div>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<br>",
        "<nav>",
        "</nav>",
        "&amp;",
        "&nbsp;",
        "&quot;",
        "&#8239;",
        "&lt",
        "&",
        "<",
        ">",
        "</",
        "<pre>",
        "</pre>",
        "<title>",
        "</title>",
        "<textarea>",
        "<![CDATA[",
        "]]>",
        "<svg/>",
        "<b",
        " class='",
        "\r",
        "\r\n",
        "\0",
        "<ul><li>",
        "<plaintext>",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_page_goes_back_to_its_markup(markup in markup()) {
            let page = html::read(&markup).unwrap();
            let reading = READER.read(&page.text).unwrap();
            check(&reading);
            sound::check_slices(&page.to_source(&reading, &markup));
            for (at, c) in page.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                let source = page.source.source((at..at + c.len_utf8()).try_into().unwrap()).of(&markup);
                let stands = source == c.encode_utf8(&mut [0; 4]) || source.starts_with(['&', '\0']);
                prop_assert!(stands, "{:?} comes from {:?}", c, source);
            }
        }
    }

    #[test]
    fn a_reading_goes_back_to_the_markup() {
        let markup = "<p>Mr.&nbsp;Holm <b>said</b>: &ldquo;No <i>deal</i>.&rdquo;</p><p>No&shy;vak left.</p>";
        let page = html::read(markup).unwrap();
        let reading = page.to_source(&READER.read(&page.text).unwrap(), markup);
        let said = &reading.statements[0];
        assert_eq!(said.content[0].of(&reading.text), "&ldquo;No <i>deal</i>.&rdquo;");
        assert_eq!(reading.name(said.speaker.unwrap()), "Mr.&nbsp;Holm");
    }
}
