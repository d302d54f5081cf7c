//! Pairing quotation marks.
//!
//! ```text
//! “We shared them.            opens, is not closed: runs to the end of the paragraph
//! “So write to us,” she said. opens again: continues the one above
//! ```
//!
//! Marks pair inside a paragraph. Curly and angled marks say which side they are on; straight ones
//! and stray curly ones are told by the white space around them. A single mark only opens where a
//! closing one follows in the paragraph; otherwise it is an apostrophe, and after a word in -s a
//! possessive.

use crate::model::{Quotation, Segments, Shape, Token, TokenIx, both, sort_by_number};

/// What is carried from one block to the next.
#[derive(Debug, Default)]
pub struct Pending {
    /// The quotation that the last block left open.
    unclosed: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Angled,
    Corner,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    token: usize,
    style: Style,
    opens: bool,
    closes: bool,
    /// A closing single mark that may as well be a possessive: "the enemies' plots".
    doubtful: bool,
}

/// Pairs the marks among the tokens from `first` on (one block) and adds the quotations in order.
pub fn pair(text: &str, first: usize, segments: &mut Segments, pending: &mut Pending) {
    let marks = marks(text, &segments.tokens, first);
    let before = pending.unclosed.take();
    if marks.is_empty() {
        return;
    }
    let end = segments.tokens.len();
    let mut stack: Vec<Mark> = Vec::new();
    let mut found: Vec<(usize, usize, u8)> = Vec::new();
    let mut apostrophes: Vec<usize> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let opener = stack.iter().rposition(|open| open.style == mark.style);
        let closes =
            || mark.closes && !(mark.doubtful && closer_follows(&marks[at + 1..], mark.style));
        if let Some(opener) = opener.filter(|_| closes()) {
            found.push((stack[opener].token, mark.token + 1, opener as u8));
            // What was opened inside and not closed was no quotation.
            stack.truncate(opener);
            continue;
        }
        let opens = mark.opens
            && match mark.style {
                Style::Single => {
                    opener.is_none() && closer_follows(&marks[at + 1..], Style::Single)
                }
                _ => opener.is_none() || !mark.closes,
            };
        if opens && stack.len() < 8 {
            stack.push(*mark);
        } else if mark.style == Style::Single {
            apostrophes.push(mark.token);
        } else if mark.closes
            && stack.is_empty()
            && found.is_empty()
            && lost_opener(&segments.tokens, mark.token)
        {
            found.push((first, mark.token + 1, 0));
        }
    }
    for token in apostrophes {
        let after_s = token > 0 && segments.tokens[token].glued && {
            let word = segments.tokens[token - 1].span.of(text);
            word.ends_with(['s', 'S'])
        };
        segments.tokens[token].shape = if after_s { Shape::Possessive } else { Shape::Symbol };
    }
    // Never closed: to the end of the paragraph. A reopened paragraph leaves one; take the outermost.
    let open_end =
        stack.first().filter(|open| open.style != Style::Single).map(|open| (open.token, end, 0));
    let unclosed = open_end.is_some();
    if let Some(open) = open_end {
        found.push(open);
    }
    sort_by_number(&mut found, |(start, stop, _)| both(*start as u32, u32::MAX - *stop as u32));
    let base = segments.quotations.len() as u32;
    for (at, (start, stop, depth)) in found.iter().enumerate() {
        let continues = before.filter(|_| at == 0 && *start == first);
        segments.quotations.push(Quotation {
            tokens: *start as TokenIx..*stop as TokenIx,
            depth: *depth,
            continues,
        });
        if unclosed && *stop == end && pending.unclosed.is_none() {
            pending.unclosed = Some(base + at as u32);
        }
    }
}

/// Text before the mark ends like speech: "... we go.” she said".
fn lost_opener(tokens: &[Token], mark: usize) -> bool {
    mark > 0 && matches!(tokens[mark - 1].shape, Shape::Stop | Shape::Comma)
}

/// Whether a mark of the style that surely closes follows before one that surely opens.
fn closer_follows(marks: &[Mark], style: Style) -> bool {
    marks
        .iter()
        .filter(|mark| mark.style == style)
        .take_while(|mark| mark.closes || !mark.opens)
        .any(|mark| mark.closes)
}

fn marks(text: &str, tokens: &[Token], first: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    for token in first..tokens.len() {
        if tokens[token].shape != Shape::Quote {
            continue;
        }
        let glued_before = token > first && tokens[token].glued;
        let next = tokens.get(token + 1);
        let glued_after = next.is_some_and(|next| next.glued);
        let before = tokens[first..token].last().map(|t| t.shape);
        // A mark stands at the outside of words: opening after space, closing before space.
        let open_place = glued_after
            && (!glued_before
                || matches!(
                    before,
                    Some(Shape::Open | Shape::Dash | Shape::Quote | Shape::Colon | Shape::Symbol)
                ));
        let after_is_mark = next.is_none_or(|next| !next.shape.is_word());
        let close_place = glued_before
            && (!glued_after
                || after_is_mark
                || before == Some(Shape::Stop)
                || before == Some(Shape::Comma));
        let (style, opens, closes) = match tokens[token].span.of(text) {
            "“" | "„" | "‟" => (Style::Double, true, close_place && !open_place),
            "”" => (Style::Double, open_place && !close_place, true),
            "«" | "‹" => (Style::Angled, true, close_place && !open_place && !glued_after),
            "»" | "›" => (Style::Angled, open_place && !close_place && glued_after, true),
            "「" | "『" => (Style::Corner, true, false),
            "」" | "』" => (Style::Corner, false, true),
            "``" | "‘‘" => (Style::Double, true, false),
            "''" | "’’" => {
                (Style::Double, open_place && !close_place, close_place || !open_place)
            }
            "\"" | "＂" => (
                Style::Double,
                open_place || !glued_before && next.is_some(),
                close_place || !glued_after && token > first,
            ),
            "‘" | "‛" | "‚" => (Style::Single, glued_after, false),
            "`" => (Style::Single, open_place, false),
            "’" => (Style::Single, false, close_place),
            _ => (Style::Single, open_place, close_place && !open_place),
        };
        let doubtful = style == Style::Single
            && !glued_after
            && before.is_some_and(Shape::is_word)
            && next.is_some_and(|next| next.shape == Shape::Lower)
            && tokens[token - 1].span.of(text).ends_with(['s', 'S']);
        marks.push(Mark { token, style, opens, closes, doubtful });
    }
    marks
}
