//! The text as the fitted stages see it: one unit a word or mark, and one for a whole quotation.
//!
//! A quotation that is speech by its form (long, or with a sentence of its own inside) counts as a
//! single unit, however many sentences it holds, so that a report around it reads as one sentence:
//!
//! ```text
//! “A deadline is not an argument,” Aasland told reporters. “It is what people use.”
//! [quotation]                      Aasland told reporters . [quotation]
//! ```

use super::form::Form;
pub use super::marks::Quoted;
use super::marks::{Marks, Stretch};
use super::tags::Tag;
use super::words::Words;
use crate::lexicon::fixed::THERE;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Segments, Sentence, Shape, Span, Token, TokenIx, WordId};
use std::ops::{Deref, Index, Range};
use std::slice::SliceIndex;

/// A sentence longer than this is cut: no report reaches so far, and the work on each cue is
/// bounded by its sentence.
const LONGEST: usize = 256;

/// A unit's place in [`Units`].
pub type UnitIx = usize;

#[derive(Clone, Debug)]
pub struct Unit {
    pub tokens: Range<TokenIx>,
    pub tag: Tag,
    pub quoted: Quoted,
    pub classes: Classes,
    /// Its first word.
    pub word: WordId,
    /// Row of the word, and of its lemma, in the vocabulary; 0 for others.
    pub row: u16,
    pub lemma: u16,
    /// Its ending, hashed.
    pub suffix: u16,
    pub shape: Shape,
    pub sentence: u32,
}

/// A list of units, with what it is divided into and what it was made from.
#[derive(Debug)]
pub struct Units<'t> {
    text: &'t str,
    pub segments: &'t Segments,
    pub lexicon: &'t Lexicon,
    units: Vec<Unit>,
    /// The units of each block that has any.
    pub blocks: Vec<Range<UnitIx>>,
    /// The block's place in the layout, for each of `blocks`.
    pub block_ids: Vec<u32>,
    /// Blocks (places in `blocks`, in order) that open with a quotation going on from the block
    /// before.
    continued: Vec<u32>,
    /// The units of each sentence, by number in `Unit::sentence`. A quotation of several sentences
    /// belongs to the first of them.
    pub sentences: Vec<Range<UnitIx>>,
}

impl<'t> Units<'t> {
    fn new(text: &'t str, segments: &'t Segments, lexicon: &'t Lexicon) -> Self {
        Units {
            text,
            segments,
            lexicon,
            units: Vec::new(),
            blocks: Vec::new(),
            block_ids: Vec::new(),
            continued: Vec::new(),
            sentences: Vec::new(),
        }
    }

    /// The lemma of the unit's first word.
    pub fn lemma(&self, at: UnitIx) -> WordId {
        self.lexicon.lemma(self.units[at].word)
    }

    /// The phrase of the lexicon that begins with the unit, and where it ends.
    pub fn phrase(&self, at: UnitIx) -> Option<(Classes, UnitIx)> {
        let first = self.units.get(at)?.tokens.start;
        let (classes, length) = self.lexicon.phrase(self.segments, first)?;
        Some((classes, at + length as usize))
    }

    /// Where the units of the range stand in the text.
    pub fn span(&self, range: &Range<UnitIx>) -> Span {
        let [first, last] = [range.start, range.end - 1].map(|at| &self.units[at].tokens);
        // Behind the name in “The Hour,” comma and mark are one unit; the mark is the name's.
        let next = self.units.get(range.end);
        let mark = next.filter(|unit| unit.tag == Tag::Comma && unit.tokens.len() > 1);
        self.segments.span(first.start..mark.map_or(last.end, |mark| mark.tokens.end))
    }

    /// The unit as it is written.
    pub fn written(&self, at: UnitIx) -> &'t str {
        self.span(&(at..at + 1)).of(self.text)
    }

    /// The words of the range, those of whole quotations too.
    pub fn words(&self, range: &Range<UnitIx>) -> impl Iterator<Item = WordId> {
        let tokens = range.clone().flat_map(|at| self.units[at].tokens.clone());
        tokens.map(|token| self.segments.word(token))
    }

    /// Whether a comma stands before the mark that closes the quotation.
    pub fn ends_in_comma(&self, quotation: UnitIx) -> bool {
        let end = self.units[quotation].tokens.end as usize;
        self.segments.tokens[end.saturating_sub(2)].shape == Shape::Comma
    }

    /// Whether it is a whole quotation that surely begins a sentence: “The boat left.”, but neither
    /// “and left.” nor “I left.”
    pub fn is_sentence(&self, quotation: UnitIx) -> bool {
        self.opening(quotation).is_some_and(|word| word.shape == Shape::Title)
            && !self.is_of_speaker(quotation)
    }

    /// “I left.”
    pub fn is_of_speaker(&self, quotation: UnitIx) -> bool {
        let word = self.opening(quotation).map(|first| self.lexicon.classes(first.word));
        word.is_some_and(|classes| classes.has(Class::First))
    }

    /// The first word of a whole quotation.
    fn opening(&self, quotation: UnitIx) -> Option<&Token> {
        let unit = &self.units[quotation];
        let word = self.segments.tokens.get(unit.tokens.start as usize + 1);
        word.filter(|_| unit.quoted == Quoted::Whole)
    }

    /// Whether a quotation ends as a question or a cry does.
    pub fn is_cried(&self, quotation: UnitIx) -> bool {
        let end = self.units[quotation].tokens.end.saturating_sub(2);
        let mark = self.segments.span(end..end + 1).of(self.text);
        matches!(mark, "?" | "!")
    }

    /// The units of the range with their places.
    pub fn numbered(&self, range: Range<UnitIx>) -> impl Iterator<Item = (UnitIx, &Unit)> {
        range.clone().zip(&self.units[range])
    }

    /// The first unit of the range that is so; none of an empty one.
    pub fn find(&self, range: Range<UnitIx>, is: impl Fn(&Unit) -> bool) -> Option<UnitIx> {
        self.units.get(range.clone())?.iter().position(is).map(|at| range.start + at)
    }

    /// The last unit of the range that is so.
    pub fn rfind(&self, range: Range<UnitIx>, is: impl Fn(&Unit) -> bool) -> Option<UnitIx> {
        self.units.get(range.clone())?.iter().rposition(is).map(|at| range.start + at)
    }

    /// The place in `blocks` of the block that holds the unit.
    pub fn block_of(&self, at: UnitIx) -> usize {
        self.blocks.partition_point(|block| block.end <= at)
    }

    /// Whether the block, by its place, opens with a quotation that goes on from the one before.
    pub fn is_continued(&self, block: usize) -> bool {
        self.continued.binary_search(&(block as u32)).is_ok()
    }

    /// The units of the sentence that `at` is in.
    pub fn sentence_of(&self, at: UnitIx) -> &Range<UnitIx> {
        &self.sentences[self.units[at].sentence as usize]
    }
}

impl Deref for Units<'_> {
    type Target = [Unit];

    fn deref(&self) -> &[Unit] {
        &self.units
    }
}

/// Rules ask for units in thousands of places: a call is smaller than the check of the bounds.
impl<I: SliceIndex<[Unit]>> Index<I> for Units<'_> {
    type Output = I::Output;

    #[inline(never)]
    fn index(&self, at: I) -> &I::Output {
        &self.units[at]
    }
}

/// A stretch of the text that is read as one sentence.
struct Piece {
    tokens: Range<TokenIx>,
    /// Pieces of one group make a block.
    group: u32,
    /// The block's place in the layout.
    block: u32,
}

/// A passage is of so many tokens or some more.
const PASSAGE: TokenIx = 4096;

/// The sentences of the text, passage by passage, so that the units of a long text need not all be
/// held at once. No report reaches from one passage into the next: before it stands a paragraph
/// that ends with a full stop, and it opens with a word that goes on with no quotation.
pub fn passages(segments: &Segments) -> impl Iterator<Item = &[Sentence]> {
    let shape = |token: TokenIx| segments.tokens[token as usize].shape;
    let mut start = 0;
    segments.sentences.chunk_by(move |last, next| {
        let first = next.tokens.start;
        let goes_on = first - start < PASSAGE
            || last.block == next.block
            || shape(last.tokens.end - 1) != Shape::Stop
            || !shape(first).is_word()
            || segments.quotations.binary_search_by_key(&first, |q| q.tokens.start).is_ok();
        if !goes_on {
            start = first;
        }
        goes_on
    })
}

/// Sentences, where a quotation that is speech is one unit.
pub fn units<'t>(
    text: &'t str,
    segments: &'t Segments,
    sentences: &[Sentence],
    words: &mut Words<'t>,
) -> Units<'t> {
    let whole = |s: &Sentence| Piece { tokens: s.tokens.clone(), group: s.block, block: s.block };
    let pieces: Vec<Piece> = sentences.iter().map(whole).collect();
    cut(text, segments, words, &pieces, 0)
}

/// The sentences inside such quotations that may report somebody else: “My father told us to
/// climb.”
pub fn inside<'t>(text: &'t str, outer: &Units<'t>, words: &mut Words<'t>) -> Units<'t> {
    let segments = outer.segments;
    let mut pieces = Vec::new();
    for (block, id) in outer.blocks.iter().zip(&outer.block_ids) {
        for unit in outer[block.clone()].iter().filter(|u| u.quoted == Quoted::Whole) {
            // Without the marks, and the comma before the closing one.
            let mut inner = unit.tokens.start + 1..unit.tokens.end;
            while inner.len() > 1
                && matches!(
                    segments.tokens[inner.end as usize - 1].shape,
                    Shape::Quote | Shape::Comma
                )
            {
                inner.end -= 1;
            }
            let first = segments.sentences.partition_point(|s| s.tokens.end <= inner.start);
            let sentences = segments.sentences[first..].iter();
            for sentence in sentences.take_while(|s| s.tokens.start < inner.end) {
                let tokens =
                    sentence.tokens.start.max(inner.start)..sentence.tokens.end.min(inner.end);
                if may_report(segments, words.lexicon, tokens.clone()) {
                    pieces.push(Piece { tokens, group: pieces.len() as u32, block: *id });
                }
            }
        }
    }
    cut(text, segments, words, &pieces, 1)
}

/// Whether a finite verb of speech stands right after what can be its subject, in the third person.
fn may_report(segments: &Segments, lexicon: &Lexicon, range: Range<TokenIx>) -> bool {
    let speech = Classes::of(&[Class::Verb, Class::Speech]);
    let finite =
        |classes: Classes| classes.0 & speech.0 == speech.0 && classes.has_any(Classes::FINITE);
    let tokens = &segments.tokens[range.start as usize..range.end as usize];
    let verb = tokens.array_windows().any(|[subject, verb]| {
        let other = lexicon.classes(subject.word);
        finite(lexicon.classes(verb.word))
            && subject.shape.is_word()
            && !other.has_any(Classes::of(&[Class::First, Class::Second]))
    });
    // "used to say", "took the view"
    verb || range.skip(1).any(|at| lexicon.phrase(segments, at).is_some_and(|(c, _)| finite(c)))
}

fn cut<'t>(
    text: &'t str,
    segments: &'t Segments,
    words: &mut Words<'t>,
    pieces: &[Piece],
    depth: u8,
) -> Units<'t> {
    let mut out = Units::new(text, segments, words.lexicon);
    let start = pieces.first().map_or(0, |piece| piece.tokens.start);
    let mut marks = Marks::new(segments, words.lexicon, start, depth);
    let mut group = u32::MAX;
    let mut token = 0;
    for sentence in pieces {
        if sentence.tokens.end <= token {
            continue;
        }
        let mut from = out.units.len();
        // “It is late. We go,” | she said: of one sentence.
        let comma = segments.tokens[token as usize].shape == Shape::Comma;
        let goes_on = |end: UnitIx| {
            out.units[end].quoted == Quoted::Whole && (comma || out.ends_in_comma(end))
        };
        if sentence.group == group
            && sentence.tokens.start < token
            && from.checked_sub(1).is_some_and(goes_on)
        {
            from = out.sentences.pop().map_or(from, |sentence| sentence.start);
        }
        if sentence.group != group {
            group = sentence.group;
            out.blocks.push(from..from);
            out.block_ids.push(sentence.block);
        }
        token = token.max(sentence.tokens.start);
        while token < sentence.tokens.end {
            if let Some(end) = out.take_letters(from, token..sentence.tokens.end) {
                token = end;
                continue;
            }
            let stretch = marks.at(token);
            if stretch.continues && out.blocks.len() > 1 {
                out.continued.push(out.blocks.len() as u32 - 1);
            }
            out.push(words, from, token, &stretch);
            token = stretch.end;
            if out.units.len() - from == LONGEST {
                out.sentences.push(from..out.units.len());
                from = out.units.len();
            }
        }
        if from < out.units.len() {
            out.sentences.push(from..out.units.len());
        }
        if let Some(last) = out.blocks.last_mut() {
            last.end = out.units.len();
        }
    }
    out
}

impl<'t> Units<'t> {
    /// "the grain plan (GP)", "Orr Airlines (ORRA.N)", "Ana Ruiz (Kelm)": a bracket of letters that
    /// a noun is short for, or of what a name belongs to, is one unit with it. Of the sentence,
    /// which begins at the unit `from`, these tokens are left. Gives the token behind the bracket.
    fn take_letters(&mut self, from: UnitIx, rest: Range<TokenIx>) -> Option<TokenIx> {
        let noun = self.units[from..].last_mut()?;
        let rest = &self.segments.tokens[rest.start as usize..rest.end as usize];
        let [open, letters, close] = rest.first_chunk()?;
        let bracket = (open.shape, close.shape) == (Shape::Open, Shape::Close);
        let named = noun.shape.is_capitalised() && letters.shape.is_capitalised();
        let short = noun.shape.is_word() && letters.shape == Shape::Upper;
        if !bracket || noun.quoted == Quoted::Whole || !named && !short {
            return None;
        }
        noun.tokens.end += 3;
        Some(noun.tokens.end)
    }

    /// Adds the unit of a stretch; `from` is where the sentence begins.
    fn push(&mut self, words: &mut Words<'t>, from: UnitIx, token: TokenIx, stretch: &Stretch) {
        let mut unit = Unit {
            tokens: token..stretch.end,
            tag: Tag::Quotation,
            quoted: stretch.quoted,
            classes: Classes::default(),
            word: self.segments.tokens[token as usize].word,
            row: 0,
            lemma: 0,
            suffix: 0,
            shape: Shape::Quote,
            sentence: self.sentences.len() as u32,
        };
        match stretch.form {
            Form::Name => (unit.tag, unit.shape) = (Tag::Name, Shape::Title),
            Form::Speech => {
                // "Ana Ruiz said; “No.”"
                if let [.., said, mark] = &mut self.units[..]
                    && (said.tag.reports() && mark.tag == Tag::Semicolon)
                {
                    (mark.tag, mark.shape) = (Tag::Colon, Shape::Colon);
                }
            }
            Form::Words => {
                words.tell(self.text, self, from, &mut unit);
                // "Cyclone Orr (codename: Bofa) grew"
                if unit.tag == Tag::Colon {
                    let mark = |unit: &&Unit| matches!(unit.tag, Tag::Open | Tag::Close);
                    let mut near = self.units[from..].iter().skip(1).rev().take(4);
                    let inside = near.find(mark).is_some_and(|mark| mark.tag == Tag::Open);
                    unit.tag = if inside { Tag::Symbol } else { Tag::Colon };
                }
                // "welcomed | today | 's vote": whose, and not when.
                if let [.., verb, day] = &mut self.units[from..]
                    && unit.tag == Tag::Possessive
                    && verb.tag.reports()
                    && (day.tag == Tag::Time || day.tag == Tag::Adverb && day.word != THERE)
                {
                    day.tag = Tag::Name;
                }
            }
        }
        self.units.push(unit);
    }
}
