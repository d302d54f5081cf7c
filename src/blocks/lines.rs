//! Lines, and the paragraphs of a text that was wrapped by hand.

use super::margins::is_bracketed;
use super::scripts;
use crate::lexicon::is_invisible;
use crate::model::{Chars, Script, Span, sort_numbers};

/// A line without the white space around it; in a wrapped text, the lines of one paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub span: Span,
    /// A blank line stands before it.
    pub gap: bool,
    pub script: Script,
}

/// Lines that are not blank. `starts_anew` says whether a line cannot go on the one before.
pub fn cut(text: &str, starts_anew: impl Fn(Span) -> bool) -> Vec<Line> {
    let lines = raw(text);
    let wrap = wrap(text, &lines, &starts_anew);
    join(text, lines, wrap, starts_anew)
}

/// The span without white space and invisible characters at both ends.
pub fn trim(text: &str, span: Span) -> Span {
    let idle = |c: char| c.is_whitespace() || is_invisible(c);
    let inside = span.of(text).past(idle);
    let start = span.end - inside.len() as u32;
    Span::new(start, start + inside.before(idle).len() as u32)
}

fn raw(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let mut lines = Vec::with_capacity(text.len() / 200);
    let (mut start, mut at, mut gap) = (0, 0, false);
    while start < bytes.len() {
        let end = loop {
            match bytes[at..].iter().position(|b| (0x0a..=0x0d).contains(b) || *b == 0xe2) {
                None => break bytes.len(),
                // Line and paragraph separator, U+2028 and U+2029.
                Some(step) if bytes[at + step] == 0xe2 => {
                    at += step;
                    if bytes[at + 1] == 0x80 && matches!(bytes[at + 2], 0xa8 | 0xa9) {
                        break at;
                    }
                    at += 3;
                }
                Some(step) => break at + step,
            }
        };
        let span = trim(text, Span::from_range(start..end));
        if span.is_empty() {
            gap |= start > 0 || end > 0;
        } else {
            let script = scripts::of(span.of(text));
            lines.push(Line { span, gap, script });
            gap = false;
        }
        let cr_lf = bytes.get(end..end + 2) == Some(b"\r\n");
        start = end
            + if cr_lf {
                2
            } else if bytes.get(end) == Some(&0xe2) {
                3
            } else {
                1
            };
        at = start;
    }
    lines
}

/// Lines this long can be wrapped ones, in bytes.
const WRAPPED: std::ops::RangeInclusive<u32> = 45..=130;

/// How a text is wrapped by hand.
struct Wrap {
    /// The longest line, where most paragraphs are wrapped.
    width: Option<u32>,
    /// A blank line stands behind every line.
    spaced: bool,
}

/// In a text wrapped by hand most lines that are followed at once by another, which does not begin
/// `anew`, are long, alike, and stop within a sentence.
fn wrap(text: &str, lines: &[Line], anew: &impl Fn(Span) -> bool) -> Option<Wrap> {
    let mut width = lines.iter().map(|line| line.span.len()).max()?;
    // Among paragraphs in one line each, some are wrapped.
    let is_open = |pair: &&[Line]| {
        let [above, below] = [0, 1].map(|at| pair[at].span);
        !pair[1].gap && goes_on(above.of(text), below.of(text)) && !anew(below)
    };
    let some = || {
        let several = lines.windows(2).filter(is_open).nth(2).is_some();
        several.then_some(Wrap { width: None, spaced: false })
    };
    if !WRAPPED.contains(&width) {
        return some();
    }
    let spaced = lines.iter().skip(1).all(|line| line.gap);
    let pairs = lines.windows(2).filter(|pair| spaced || !pair[1].gap && !anew(pair[1].span));
    let pairs: Vec<[&str; 2]> = pairs.map(|pair| [0, 1].map(|at| pair[at].span.of(text))).collect();
    let flowing = pairs.iter().filter(|[above, below]| flows(above, below)).count();
    // Where so many sentences go on below, a longer line or two is of the page.
    if flowing >= 3 && flowing * 3 >= pairs.len() {
        let mut widths: Vec<u64> = lines.iter().map(|line| line.span.len().into()).collect();
        sort_numbers(&mut widths);
        width = widths[widths.len() - 1 - widths.len() / 10] as u32;
    } else if spaced {
        return None;
    }
    let long = |line: &str| line.len() as u32 * 5 >= width * 3;
    let is_cut =
        |[above, below]: &&[&str; 2]| long(above) && !ends_sentence(above) || flows(above, below);
    let cut = pairs.iter().filter(is_cut).count();
    (cut >= 3 && cut * 2 >= pairs.len())
        .then_some(Wrap { width: Some(width), spaced })
        .or_else(some)
}

/// Who wrote a text signs it below in no more, in bytes: "Ana Ruiz, Kelm".
const SIGNATURE_BYTES: usize = 24;

/// Joins the lines of a paragraph, if the text is wrapped, and those of a note in brackets.
fn join(
    text: &str,
    lines: Vec<Line>,
    wrap: Option<Wrap>,
    anew: impl Fn(Span) -> bool,
) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::new();
    // Length of the last raw line: a short one ends its paragraph.
    let mut last = 0;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        let inside = line.span.of(text);
        let begins_note = inside.starts_in("([");
        let is_last = lines.peek().is_none_or(|next| next.gap || is_indented(text, next));
        let signs = is_last && inside.len() <= SIGNATURE_BYTES && !ends_sentence(inside);
        match joined.last_mut() {
            Some(open)
                if wrap.as_ref().is_some_and(|wrap| {
                    (!line.gap || wrap.spaced)
                        && !is_indented(text, &line)
                        && (goes_on(open.span.of(text), inside)
                            || wrap.width.is_some_and(|width| {
                                let flows = || flows(open.span.of(text), inside);
                                last * 5 >= width * 3 || flows()
                            }))
                        && !anew(line.span)
                        && !((begins_note || signs) && ends_sentence(open.span.of(text)))
                        && !is_bracketed(text, open.span)
                }) || !line.gap && is_note(open.span.of(text), inside) =>
            {
                open.span.end = line.span.end;
            }
            _ => joined.push(line),
        }
        last = line.span.len();
    }
    joined
}

/// Whether a paragraph begins with the line.
fn is_indented(text: &str, line: &Line) -> bool {
    let before = &text[..line.span.start as usize];
    before.ends_with("  ") || before.ends_with('\t')
}

/// "(The jury left" and "the room.)"
fn is_note(above: &str, below: &str) -> bool {
    above.starts_in("([")
        && above.find_in(")]").is_none()
        && below.find_in(")]") == Some(below.len() - 1)
}

/// Whether a sentence goes on in the line below: "the keeper" and "said", "said" and “No”.
fn flows(above: &str, below: &str) -> bool {
    let quoted = above.before_in(",").ends_with(char::is_lowercase) && opens_quotation(below);
    quoted && !ends_sentence(above) || goes_on(above, below)
}

/// Whether a line without a stop goes on in small letters: "said the", "(KC) said the".
fn goes_on(above: &str, below: &str) -> bool {
    let letters = below.find_in(")").filter(|_| below.starts_in("("));
    let below = letters.map_or(below, |close| below[close + 1..].past_in(" "));
    below.starts_as(char::is_lowercase) && !above.ends_in(".!?:;") && !ends_sentence(above)
}

/// Whether a full stop, question or exclamation mark ends the text, inside closing marks or not.
pub fn ends_sentence(text: &str) -> bool {
    text.before(is_closing).ends_in(".!?…。！？।؟۔")
}

/// Whether a quotation opens the text: “No.” is somebody's.
pub fn opens_quotation(text: &str) -> bool {
    text.starts_as(|c| matches!(c, '"' | '“' | '„' | '‘' | '«'))
}

/// Marks that close a quotation or bracket, and white space.
fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '›' | ')' | ']' | '*' | '_')
        || c.is_whitespace()
}
