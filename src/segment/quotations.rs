//! Pairing quotation marks.
//!
//! ```text
//! “We shared them.            opens, is not closed: runs to the end of the paragraph
//! “So write to us,” she said. opens again: continues the one above
//! ```
//!
//! Marks pair inside a paragraph. Curly and angled marks say which side they are on; straight ones
//! and stray curly ones are told by the white space around them. A single mark only opens where a
//! closing one follows in the paragraph, or the next paragraph opens with one again; otherwise it
//! is an apostrophe, and after a word in -s a possessive.

use crate::model::{Chars, Quotation, Segments, Shape, Token, TokenIx};
use std::ops::Range;

/// What is carried from one block to the next.
#[derive(Debug, Default)]
pub struct Pending {
    /// The quotation that the last block left open.
    unclosed: Option<u32>,
    /// The paragraphs without marks below it.
    plain: Vec<Range<usize>>,
}

/// So many paragraphs without marks stand at most between two that begin and end a quotation.
const LONGEST: usize = 8;

/// A paragraph that is one quotation has no more tokens.
const LONGEST_LOST: usize = 60;

/// Nor one of several that were run together.
const LONGEST_PARAGRAPH: usize = 80;

/// So many tokens lie at most between two marks in -s of which the second closes.
const NEAR: usize = 3;

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

/// An opening single mark, which is no apostrophe.
pub const SINGLE: char = '‘';

/// Pairs the marks among the tokens from `first` on (one block) and adds the quotations in order.
/// `reopens`: the next block begins with a single mark.
pub fn pair(
    text: &str,
    first: usize,
    reopens: bool,
    segments: &mut Segments,
    pending: &mut Pending,
) {
    let marks = marks(text, &segments.tokens, first);
    // The credit of a picture stands between two parts of a quotation: "Ana Ruiz / Kelm Daily".
    let sentence = segments.tokens.last().is_some_and(|last| last.shape == Shape::Stop);
    if marks.is_empty() {
        if sentence && pending.unclosed.is_some() && pending.plain.len() <= LONGEST {
            pending.plain.push(first..segments.tokens.len());
        }
        return;
    }
    let plain = std::mem::take(&mut pending.plain);
    let before = pending.unclosed.take();
    let Segments { tokens, quotations, .. } = segments;
    let base = quotations.len();
    let mut stack: Vec<Mark> = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let opener = stack.iter().rposition(|open| open.style == mark.style);
        let after = &marks[at + 1..];
        // ‘the enemies’ plots’ failed; but ‘late starts’ rose more than the schools’ fees.
        let sure = after.iter().filter(|m| !m.doubtful || m.token <= mark.token + NEAR);
        if let Some(opener) = opener
            && mark.closes
            && !(mark.doubtful && closer_follows(sure, mark.style))
        {
            add(quotations, base, stack[opener].token..mark.token + 1, opener);
            // What was opened inside and not closed was no quotation.
            stack.truncate(opener);
            continue;
        }
        // “We won. “It was fun,” she said.: paragraphs of one quotation were run together.
        let reopens_here = opener.is_some()
            && mark.style == Style::Double
            && !mark.closes
            && ends_sentence(tokens, mark.token)
            && !both_close(after);
        if reopens_here {
            // No paragraph is so long: the first one lost its mark.
            let open = opener.map_or(mark.token, |opener| stack[opener].token);
            if mark.token - open > LONGEST_PARAGRAPH {
                let stop = |token: &Token| token.shape == Shape::Stop;
                let end = tokens[open..mark.token].iter().position(stop);
                add(quotations, base, open..open + end.map_or(1, |end| end + 1), 0);
                stack.clear();
                stack.push(*mark);
            }
            continue;
        }
        let stays_open = || {
            let sentence = tokens.get(mark.token + 1).is_some_and(|t| t.shape.is_capitalised());
            reopens && sentence && tokens[mark.token].span().of(text).starts_with(SINGLE)
        };
        let closes = || closer_follows(after.iter(), Style::Single) || stays_open();
        let opens = mark.opens
            && match mark.style {
                Style::Single => opener.is_none() && closes(),
                _ => opener.is_none() || !mark.closes,
            };
        if opens && stack.len() < 8 {
            stack.push(*mark);
        } else if mark.style == Style::Single {
            let word = tokens[..mark.token].last().filter(|_| tokens[mark.token].is_glued());
            let after_s = word.is_some_and(|word| word.span().of(text).ends_in("sS"));
            tokens[mark.token].shape = if after_s { Shape::Possessive } else { Shape::Symbol };
        } else if mark.closes
            && stack.is_empty()
            && quotations.len() == base
            && lost_opener(tokens, mark.token)
        {
            let start = start_of_lost(tokens, first, mark.token);
            add(quotations, base, start..mark.token + 1, 0);
        }
    }
    // Never closed: to the end of the paragraph. A reopened paragraph leaves one; take the
    // outermost.
    if let Some(open) = stack.first().filter(|open| reopens || open.style != Style::Single) {
        pending.unclosed = Some(add(quotations, base, open.token..tokens.len(), 0));
    }
    let opens = quotations.get(base).is_some_and(|q| q.tokens.start as usize == first);
    if !opens {
        return;
    }
    // “We won. | It was fun. | The road is long,” she said.: what one mark opens and another closes
    // holds the paragraphs between.
    let between = plain.len();
    if between == 0 || between <= LONGEST && before.is_some() && tokens[first].shape != Shape::Quote
    {
        let parts = plain.into_iter().enumerate().map(|(at, range)| Quotation {
            tokens: range.start as TokenIx..range.end as TokenIx,
            depth: 0,
            continues: if at == 0 { before } else { Some((base + at - 1) as u32) },
        });
        quotations.splice(base..base, parts);
        pending.unclosed = pending.unclosed.map(|at| at + between as u32);
        let above = between.checked_sub(1).map(|last| (base + last) as u32);
        quotations[base + between].continues = above.or(before);
    }
}

/// Adds a quotation of this block, whose quotations begin at `base`, before those inside it. Gives
/// its place.
fn add(quotations: &mut Vec<Quotation>, base: usize, tokens: Range<usize>, depth: usize) -> u32 {
    let tokens = tokens.start as TokenIx..tokens.end as TokenIx;
    let at = base + quotations[base..].partition_point(|q| q.tokens.start < tokens.start);
    quotations.insert(at, Quotation { tokens, depth: depth as u8, continues: None });
    at as u32
}

/// A sentence ends before the mark.
fn ends_sentence(tokens: &[Token], mark: usize) -> bool {
    tokens[..mark].last().is_some_and(|before| before.shape == Shape::Stop)
}

/// Whether a double mark that opens inside an open one is closed by `after`, and the outer one too.
fn both_close(after: &[Mark]) -> bool {
    let mut open = 2;
    after.iter().filter(|mark| mark.style == Style::Double).any(|mark| {
        open += if mark.closes { -1 } else { 1 };
        open == 0
    })
}

/// Where a quotation begins that lost its first mark: with the paragraph, if that is no long one,
/// or with the sentence.
fn start_of_lost(tokens: &[Token], first: usize, mark: usize) -> usize {
    let sentence = tokens.get(first..mark - 1).unwrap_or_default();
    match sentence.iter().rposition(|token| token.shape == Shape::Stop) {
        Some(stop) if mark - first > LONGEST_LOST => first + stop + 1,
        _ => first,
    }
}

/// Text before the mark ends like speech: "... we go.” she said".
fn lost_opener(tokens: &[Token], mark: usize) -> bool {
    mark > 0 && matches!(tokens[mark - 1].shape, Shape::Stop | Shape::Comma)
}

/// Whether a mark of the style that surely closes follows before one that surely opens.
fn closer_follows<'m>(marks: impl Iterator<Item = &'m Mark>, style: Style) -> bool {
    marks
        .filter(|mark| mark.style == style)
        .take_while(|mark| mark.closes || !mark.opens)
        .any(|mark| mark.closes)
}

fn marks(text: &str, tokens: &[Token], first: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (token, mark) in tokens.iter().enumerate().skip(first) {
        if mark.shape != Shape::Quote {
            continue;
        }
        let (before, next) = (tokens[first..token].last(), tokens.get(token + 1));
        let shape_before = before.map(|before| before.shape);
        let glued_before = before.is_some() && mark.is_glued();
        let glued_after = next.is_some_and(|next| next.is_glued());
        // A mark stands at the outside of words: opening after space, closing before space.
        let open_place = glued_after
            && (!glued_before
                || matches!(
                    shape_before,
                    Some(Shape::Open | Shape::Dash | Shape::Quote | Shape::Colon | Shape::Symbol)
                ));
        let close_place = glued_before
            && (!glued_after
                || next.is_none_or(|next| !next.shape.is_word())
                || matches!(shape_before, Some(Shape::Stop | Shape::Comma)));
        // 'He had no rival."If they come, I go," she said.'
        let glued_to_sentence = glued_after
            && shape_before == Some(Shape::Stop)
            && next.is_some_and(|next| next.shape.is_capitalised());
        let (only_opens, only_closes) = (open_place && !close_place, close_place && !open_place);
        let mut chars = mark.span().of(text).chars();
        let (form, doubled) = (chars.next().unwrap_or(' '), chars.next().is_some());
        let (style, opens, closes) = match form {
            '“' | '„' | '‟' => (Style::Double, glued_after || !only_closes, only_closes),
            '”' => (Style::Double, only_opens, true),
            '«' | '‹' => (Style::Angled, true, only_closes && !glued_after),
            '»' | '›' => (Style::Angled, only_opens && glued_after, true),
            '「' | '『' => (Style::Corner, true, false),
            '」' | '』' => (Style::Corner, false, true),
            '`' | '‘' if doubled => (Style::Double, true, false),
            '\'' | '’' if doubled => (Style::Double, only_opens, close_place || !open_place),
            '"' | '＂' | '″' => (
                Style::Double,
                open_place || !glued_before && next.is_some() || glued_to_sentence,
                close_place || !glued_after && token > first,
            ),
            '‘' | '‛' | '‚' => (Style::Single, glued_after, false),
            '`' => (Style::Single, open_place, false),
            '’' => (Style::Single, false, close_place),
            _ => (Style::Single, open_place, only_closes),
        };
        let doubtful = style == Style::Single
            && !glued_after
            && next.is_some_and(|next| next.shape == Shape::Lower)
            && before
                .is_some_and(|word| word.shape.is_word() && word.span().of(text).ends_in("sS"));
        marks.push(Mark { token, style, opens, closes, doubtful });
    }
    marks
}
