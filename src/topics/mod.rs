//! Finding a reader's topics in the text.
//!
//! A term matches in any case, as whole words, with its last word in the singular, the plural or
//! the possessive, and with any white space between its words. Invisible characters (soft hyphens,
//! zero-width spaces, direction marks) are looked through. A hyphen ends a word, an apostrophe
//! between letters does not. In scripts that set no spaces a term matches inside a run. Of the
//! terms of one topic the longest at a place wins.
//!
//! The text is passed once for all terms together: the time does not depend on how many there are.

mod fold;
mod terms;
mod words;

use crate::lexicon::is_invisible;
use crate::model::{Chars, Reading, Span, Topic, TopicHits, is_combining};
pub use fold::Folding;
use terms::{Terms, join};
use words::{Piece, PieceKind, Pieces, is_word};

impl Reading {
    /// Where the topics stand in the text, in the order of `topics`.
    ///
    /// ```
    /// use whosaid::{Folding, Reader, Topic};
    ///
    /// let reading = Reader::new().read("New\u{a0}embassies: the Embassy's plan.")?;
    /// let topic = Topic {
    ///     label: "embassies".into(),
    ///     terms: vec!["embassy".into(), "new embassy".into()],
    /// };
    /// let hits = reading.topics(&[topic], Folding::default());
    /// let words: Vec<_> = hits[0].spans.iter().map(|span| span.of(&reading.text)).collect();
    /// assert_eq!(words, ["New\u{a0}embassies", "Embassy's"]);
    /// # Ok::<(), whosaid::Error>(())
    /// ```
    #[must_use]
    pub fn topics(&self, topics: &[Topic], folding: Folding) -> Vec<TopicHits> {
        find(&self.text, topics, folding)
    }
}

/// The words alone, folded with their accents, each between two spaces: `" al assad "`.
pub(crate) fn plain_words(text: &str) -> String {
    let folding = Folding { accents: true, arabic: true };
    let mut pieces = Pieces::new(text);
    let (mut out, mut folded) = (String::from(" "), String::new());
    while let Some(piece) = pieces.next(folding, &mut folded) {
        if piece.kind != PieceKind::Mark {
            out.push_str(&folded);
            out.push(' ');
        }
    }
    out
}

fn find(text: &str, topics: &[Topic], folding: Folding) -> Vec<TopicHits> {
    let mut hits: Vec<TopicHits> = topics
        .iter()
        .map(|topic| TopicHits { label: topic.label.clone(), spans: Vec::new() })
        .collect();
    let terms = Terms::new(topics, folding);
    let mut pieces = Pieces::new(text);
    let (mut path, mut folded, mut found) = (String::new(), String::new(), Vec::new());
    while let Some(piece) = pieces.next(folding, &mut path) {
        let mut ahead = pieces.clone();
        let mut last = piece;
        let mut place = terms.place(&path).filter(|_| starts(text, &piece));
        while let Some(here) = place {
            if let Some(end) = end(text, &last) {
                for topic in terms.topics(here) {
                    found.push((*topic as usize, end));
                }
            }
            place = ahead.next(folding, &mut folded).and_then(|next| {
                join(&mut path, &folded, next.spaced);
                last = next;
                terms.place(&path)
            });
        }
        // The longest was found last.
        while let Some((topic, end)) = found.pop() {
            let spans: &mut Vec<Span> = &mut hits[topic].spans;
            if spans.last().is_none_or(|before| before.end <= piece.span.start) {
                spans.push(Span::new(piece.span.start, end));
            }
        }
    }
    hits
}

/// Whether a term may start with this piece: not behind an apostrophe inside a word.
fn starts(text: &str, piece: &Piece) -> bool {
    let before = text[..piece.span.start as usize].before(is_invisible);
    let mut chars = before.chars();
    let last = chars.next_back();
    let inner = chars.as_str().before(is_invisible).chars().next_back();
    piece.kind != PieceKind::Word
        || !(last.is_some_and(is_apostrophe) && inner.is_some_and(is_word))
}

/// Where a term that ends with this piece ends, a possessive included; none inside a word.
fn end(text: &str, piece: &Piece) -> Option<u32> {
    let end = piece.span.end;
    let mut after = visible(&text[end as usize..]);
    match after.next() {
        Some((at, mark)) if is_apostrophe(mark) && piece.kind != PieceKind::Sign => {
            let next = after.next();
            let then = after.next();
            match next {
                Some((s, 's' | 'S')) if then.is_none_or(|(_, c)| !is_word(c)) => {
                    Some(end + s as u32 + 1)
                }
                Some((_, c)) if is_word(c) => None,
                Some((_, c)) if c.is_whitespace() => {
                    let owned = then.is_some_and(|(_, c)| c.is_lowercase());
                    let closes = !owned || !is_plural(text, piece) || is_quoted(text, piece);
                    Some(if closes { end } else { end + (at + mark.len_utf8()) as u32 })
                }
                _ => Some(end),
            }
        }
        Some((_, c)) if is_combining(c) => None,
        Some((_, c)) if is_word(c) && piece.kind == PieceKind::Mark => None,
        _ => Some(end),
    }
}

fn is_plural(text: &str, piece: &Piece) -> bool {
    piece.span.of(text).ends_in("sS")
}

/// Whether a single quotation mark opens shortly before, so that the one after closes it.
fn is_quoted(text: &str, piece: &Piece) -> bool {
    let mut later = ' ';
    for (_, c) in visible(&text[..piece.span.end as usize]).rev().take(QUOTATION_CHARS) {
        if c == '\n' {
            return false;
        }
        if c == '‘' || is_apostrophe(later) && c.is_whitespace() {
            return true;
        }
        later = c;
    }
    is_apostrophe(later)
}

/// How many characters back an opening quotation mark is looked for.
const QUOTATION_CHARS: usize = 300;

fn visible(text: &str) -> impl DoubleEndedIterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, c)| !is_invisible(*c))
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hits of terms (divided by `|`) in the text.
    fn hits<'t>(text: &'t str, terms: &str, folding: Folding) -> Vec<&'t str> {
        let topic = Topic {
            label: String::new(),
            terms: terms.split('|').filter(|t| !t.is_empty()).map(str::to_owned).collect(),
        };
        find(text, &[topic], folding).remove(0).spans.iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn words_in_their_forms() {
        for (name, text, terms, expected) in [
            ("case", "STEEL Steel steel", "steel", &["STEEL", "Steel", "steel"][..]),
            ("whole words", "steels steely bluesteel", "steel", &["steels"]),
            ("hyphen", "anti-steel steel-like", "steel", &["steel", "steel"]),
            ("apostrophe", "don't O'Brien", "don|t|brien", &[]),
            ("possessive", "plot's plot’s PLOT'S", "plot", &["plot's", "plot’s", "PLOT'S"]),
            ("plural possessive", "the plots' end", "plot", &["plots'"]),
            ("closing mark", "‘no plots’ he said, 'no plots' he", "plot", &["plots", "plots"]),
            ("-ies", "embassies embassys", "embassy", &["embassies", "embassys"]),
            ("-es", "gases taxes boxes", "gas|tax|box", &["gases", "taxes", "boxes"]),
            ("short", "uses us US", "US", &["us", "US"]),
            ("-ves", "wolves knives", "wolf|knife", &["wolves", "knives"]),
            ("-men", "fishermen", "fisherman", &["fishermen"]),
            (
                "plural typed",
                "a village, a city, a plan, an arch",
                "villages|cities|arches",
                &["village", "city", "arch"],
            ),
            ("no plural", "new news", "news", &["news"]),
            (
                "only the last word",
                "works councils, work councils",
                "work council",
                &["work councils"],
            ),
            ("dots", "U.S. and U.S.'s, U.S.A.", "U.S.", &["U.S.", "U.S.'s"]),
            ("marks", "C++ and .NET", "c++|.net", &["C++", ".NET"]),
            ("numbers", "F-35s, F-35 in the 2019s, 2019", "F-35|2019", &["F-35", "2019"]),
        ] {
            assert_eq!(hits(text, terms, Folding::default()), expected, "{name}");
        }
    }

    #[test]
    fn terms_of_several_words() {
        for (name, text, terms, expected) in [
            (
                "white space",
                "the\u{a0}two\n  states",
                "the two state",
                &["the\u{a0}two\n  states"][..],
            ),
            ("longest", "cod quota, cod", "cod|cod quota", &["cod quota", "cod"]),
            ("falls back", "cod quota cuts", "cod|cod quota share", &["cod"]),
            ("no overlap", "a b c", "a b|b c", &["a b"]),
            ("possessive inside", "Syria's president", "syria's president", &["Syria's president"]),
            ("glued is not spaced", "steel works steelworks", "steelworks", &["steelworks"]),
            ("empty", "a b", " |", &[]),
        ] {
            assert_eq!(hits(text, terms, Folding::default()), expected, "{name}");
        }
    }

    #[test]
    fn invisible_characters() {
        for (text, expected) in [
            ("the cli\u{ad}mate talks", "cli\u{ad}mate"),
            ("the \u{200f}climate\u{200f} talks", "climate"),
            ("the cli\u{200b}mate\u{200b}'s talks", "cli\u{200b}mate\u{200b}'s"),
        ] {
            assert_eq!(hits(text, "climate", Folding::default()), [expected]);
        }
    }

    #[test]
    fn scripts_without_spaces() {
        assert_eq!(hits("双方举行会谈。会谈后", "会谈", Folding::default()), ["会谈", "会谈"]);
        assert_eq!(hits("AI技术", "ai|技术", Folding::default()), ["AI", "技术"]);
        assert_eq!(hits("ประเทศไทย", "ไทย", Folding::default()), ["ไทย"]);
    }

    #[test]
    fn writing_that_is_looked_over() {
        let none = Folding::default();
        let accents = Folding { accents: true, ..none };
        let arabic = Folding { arabic: true, ..none };
        for (text, term, folding, found) in [
            ("Cafés", "cafe\u{301}", none, true),
            ("Cafe\u{301}s", "café", none, true),
            ("Café", "cafe", none, false),
            ("Erdoğan", "Erdogan", accents, true),
            ("Erdogan", "Erdoğan", accents, true),
            ("Søren", "soren", accents, true),
            ("Việt", "viet", accents, true),
            ("کتاب", "كتاب", none, false),
            ("کِتـاب", "كتاب", arabic, true),
            ("إيران", "ایران", arabic, true),
            ("۱۴۰۲", "1402", arabic, true),
            ("ΣΑΣ", "σας", none, true),
        ] {
            assert_eq!(!hits(text, term, folding).is_empty(), found, "{term} in {text}");
        }
    }
}
