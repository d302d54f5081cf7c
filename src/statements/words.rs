//! Words looked up in the vocabulary, and what is a name where the lexicon has a verb or a month.

use super::tags::{Tag, tag};
use super::units::{Unit, UnitIx, Units};
use super::vocabulary::Vocabulary;
use crate::lexicon::fixed::{AGAIN, SAID, SO};
use crate::lexicon::{Class, Classes, Lexicon, fold, is_adverb_of_manner};
use crate::model::{Segments, Shape, Token, TokenIx, WordId};

/// How many buckets endings are hashed into.
pub const SUFFIXES: usize = 1024;

/// Words looked up in the vocabulary.
pub struct Words<'w> {
    pub lexicon: &'w Lexicon,
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
    pub fn tell(&mut self, text: &str, before: &Units, from: UnitIx, unit: &mut Unit) {
        let segments = before.segments;
        let (sentence, at) = (&before[from..], unit.tokens.start);
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
