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
use super::tags::{Tag, tag};
use super::vocabulary::Vocabulary;
use crate::lexicon::fixed::{AGAIN, SAID, SO, THERE};
use crate::lexicon::{Class, Classes, Lexicon, fold, is_adverb_of_manner};
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
    segments: &'t Segments,
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

/// How many buckets endings are hashed into.
pub const SUFFIXES: usize = 1024;

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

/// Words looked up in the vocabulary.
pub struct Words<'w> {
    lexicon: &'w Lexicon,
    vocabulary: &'w Vocabulary,
    buffer: String,
    met: Vec<Met>,
    /// By word of the lexicon how many were met up to it, 0 where it was not.
    numbers: Vec<u16>,
}

/// What is the same wherever a word of the lexicon stands, once it was met.
#[derive(Clone, Copy)]
struct Met {
    row: u16,
    lemma: u16,
    suffix: u16,
    /// Of the word in lower case.
    tag: Tag,
}

impl<'w> Words<'w> {
    pub fn new(lexicon: &'w Lexicon, vocabulary: &'w Vocabulary) -> Self {
        let numbers = vec![0; lexicon.size()];
        Words { lexicon, vocabulary, buffer: String::new(), met: Vec::new(), numbers }
    }

    /// Fills in what a unit of one token is, behind those of its sentence, which begin at `from`.
    fn tell(&mut self, text: &str, before: &Units, from: UnitIx, unit: &mut Unit) {
        let segments = before.segments;
        let (sentence, at) = (&before.units[from..], unit.tokens.start);
        let token = &segments.tokens[at as usize];
        let next = segments.tokens.get(at as usize + 1);
        unit.shape = token.shape;
        // What "by" and "live" open a line of says nothing in a sentence.
        unit.classes = self.lexicon.classes(token.word);
        if unit.classes.opens_line_or_title() {
            unit.classes = unit.classes.without(Class::Occasion);
        }
        unit.classes = unit.classes.without(Class::FurnitureWord);
        // The weights have not met Bill among the bills.
        if unit.classes.has(Class::Paper) {
            const NAMED: Classes = Classes::of(&[Class::GivenName, Class::Masculine]);
            unit.classes = unit.classes.without_any(NAMED);
        }
        if !token.shape.is_word() {
            unit.tag = tag(token.shape, unit.classes, token.word, "");
            return;
        }
        let leads = sentence.is_empty() && next.is_some_and(|next| self.opens_noun_phrase(next));
        self.look_up(token, text, leads, unit);
        if self.is_name(sentence, token, unit, next) {
            (unit.tag, unit.row, unit.lemma) = (Tag::Name, 0, 0);
        } else if is_month(sentence, unit) {
            unit.tag = Tag::Time;
        } else if unit.tag.reports() && self.ends_place(segments, at) {
            unit.tag = Tag::Name;
        } else if matches!(unit.tag, Tag::He | Tag::They | Tag::Conjunction)
            && self.is_inside_verb(sentence, unit, next)
        {
            unit.tag = Tag::Adverb;
        }
    }

    fn opens_noun_phrase(&self, token: &Token) -> bool {
        const OPEN: Classes =
            Classes::of(&[Class::Determiner, Class::Pronoun, Class::PossessivePronoun]);
        token.shape.is_capitalised() || self.lexicon.classes(token.word).has_any(OPEN)
    }

    /// Whether the unit, behind those of its sentence, is a name though the lexicon has it for a
    /// verb, a pronoun or a month.
    fn is_name(&self, sentence: &[Unit], token: &Token, unit: &Unit, next: Option<&Token>) -> bool {
        let begins = || begins_name(sentence, unit, next);
        // "his deputy, Omar Said, left": no headline's verb.
        let said = || token.word == SAID && !next.is_some_and(|next| self.opens_noun_phrase(next));
        let named = || {
            let before = sentence.last().map(|before| before.tag);
            matches!(before, Some(Tag::Name | Tag::Honorific | Tag::Office))
        };
        let ends = || self.ends_name(sentence, unit, next) || said() && named();
        unit.shape == Shape::Title && (begins() || ends())
    }

    /// "The United | States", which is no verb there.
    fn ends_place(&self, segments: &Segments, at: TokenIx) -> bool {
        segments.tokens[at as usize].shape != Shape::Lower && self.lexicon.is_in_place(segments, at)
    }

    /// "The mayor | once | said", "had | herself | said": an adverb, whatever else the word can be.
    fn is_inside_verb(&self, sentence: &[Unit], unit: &Unit, next: Option<&Token>) -> bool {
        const PAST: Classes = Classes::of(&[Class::Past, Class::Participle]);
        let verb = next.is_some_and(|next| {
            let classes = self.lexicon.classes(next.word);
            next.shape == Shape::Lower && classes.has(Class::Verb) && classes.has_any(PAST)
        });
        // "once | again"
        let again = unit.tag == Tag::Conjunction && next.is_some_and(|next| next.word == AGAIN);
        let Some(before) = sentence.last().filter(|_| verb || again).map(|before| before.tag)
        else {
            return false;
        };
        match unit.tag {
            Tag::He | Tag::They => before == Tag::Have,
            Tag::Conjunction if unit.classes.has(Class::Adverb) || unit.word == SO => {
                match before {
                    Tag::Have => true,
                    Tag::Conjunction | Tag::That | Tag::Complementizer | Tag::Negation => false,
                    _ => !before.is_mark() && !before.is_finite() && !before.reports(),
                }
            }
            _ => false,
        }
    }

    /// "Omar Said said", "Mr May told", "said Omar Said". But not in a headline, "Pier to open,
    /// Ruiz Says".
    fn ends_name(&self, sentence: &[Unit], unit: &Unit, next: Option<&Token>) -> bool {
        let speaks = next.is_some_and(|next| {
            let classes = self.lexicon.classes(next.word);
            next.shape == Shape::Lower
                && classes.has(Class::Speech)
                && classes.has_any(Classes::FINITE)
        });
        let word = match unit.tag {
            Tag::Auxiliary | Tag::Time => true,
            Tag::SpeechPast | Tag::SpeechPresent | Tag::SpeechBase => false,
            // "Anna Long said"
            Tag::Adverb if !sentence.is_empty() => false,
            _ => return false,
        };
        let ends = next.is_none_or(|next| !next.shape.is_word() && next.shape != Shape::Number);
        match sentence {
            [.., said, name] if name.tag == Tag::Name && said.shape == Shape::Lower => {
                speaks || ends && (word || said.tag.reports())
            }
            [.., name] => match name.tag {
                Tag::Name | Tag::Upper | Tag::Honorific => speaks || ends && word,
                Tag::Office => speaks,
                _ => false,
            },
            [] => speaks,
        }
    }

    /// The token `leads` where a noun phrase follows it at the start of a sentence.
    fn look_up(&mut self, token: &Token, text: &str, leads: bool, unit: &mut Unit) {
        let Words { lexicon, vocabulary, buffer, met, numbers } = self;
        if token.word == WordId::UNKNOWN {
            let word = fold(token.span().of(text), buffer);
            unit.row = vocabulary.row(word);
            unit.lemma = unit.row;
            unit.suffix = suffix(word);
            // "Ironically the minister said"
            let lower = leads && token.shape == Shape::Title && is_adverb_of_manner(word);
            let shape = if lower { Shape::Lower } else { token.shape };
            unit.tag = tag(shape, unit.classes, token.word, word);
            return;
        }
        let tag_as = |shape: Shape| tag(shape, unit.classes, token.word, lexicon.form(token.word));
        let number = &mut numbers[usize::from(token.word.0)];
        if *number == 0 {
            met.push(Met {
                row: vocabulary.row(lexicon.form(token.word)),
                lemma: vocabulary.row(lexicon.form(lexicon.lemma(token.word))),
                suffix: suffix(lexicon.form(token.word)),
                tag: tag_as(Shape::Lower),
            });
            *number = met.len() as u16;
        }
        let known = met[usize::from(*number) - 1];
        (unit.row, unit.lemma, unit.suffix) = (known.row, known.lemma, known.suffix);
        unit.tag = match token.shape {
            Shape::Lower => known.tag,
            shape => tag_as(shape),
        };
    }
}

/// "the mayor, Do Yeong-chan, said", "Prime Minister Jan Berg", but not "in April Ana Ruiz said".
fn begins_name(sentence: &[Unit], unit: &Unit, next: Option<&Token>) -> bool {
    let month = unit.tag == Tag::Time && unit.classes.has(Class::Month);
    let begins = match (sentence.last(), unit.tag) {
        // "Jan Orr left."
        (None, _) => month,
        (Some(before), Tag::Auxiliary | Tag::He | Tag::Negation | Tag::To) => {
            before.shape == Shape::Lower || before.tag == Tag::Comma
        }
        (Some(before), _) => {
            const TITLES: &[Tag] = &[Tag::SpeechPast, Tag::Comma, Tag::Office, Tag::Honorific];
            month && (TITLES.contains(&before.tag) || before.classes.has(Class::Weekday))
        }
    };
    begins && next.is_some_and(|next| next.shape == Shape::Title)
}

/// "in | May |"
fn is_month(sentence: &[Unit], unit: &Unit) -> bool {
    let month = unit.tag == Tag::Auxiliary && unit.classes.has(Class::Month);
    let before = sentence.last().map(|before| before.tag);
    month && unit.shape == Shape::Title && matches!(before, Some(Tag::Preposition | Tag::Number))
}

/// The last three bytes, hashed.
fn suffix(word: &str) -> u16 {
    let bytes = word.as_bytes();
    let end = &bytes[bytes.len().saturating_sub(3)..];
    let hash =
        end.iter().fold(0u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x9e37_79b1));
    (hash >> 22) as u16 % SUFFIXES as u16
}
