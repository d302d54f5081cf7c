//! A coarse part of speech for every word, from the lexicon's classes and the word's look alone.
//!
//! No tagger runs: a word gets the first tag that its classes allow, and an unknown one is told by
//! its ending. Wrong in places ("plans" is always a verb here), but wrong in the same way each
//! time, which is all that the fitted weights need.

use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes, is_participle, is_past};
use crate::model::{Shape, WordId};

macro_rules! tags {
    ($($name:ident),* $(,)?) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Tag { $($name),* }
        /// How many tags there are.
        pub const TAGS: usize = [$(Tag::$name),*].len();
    };
}

tags! {
    Edge, Quotation, Comma, Stop, Colon, Semicolon, Dash, Open, Close, QuoteMark, Possessive, Symbol,
    Number, Determiner, Preposition, To, Conjunction, That, Complementizer, Relative, Auxiliary, Be,
    Have, Negation, Adverb, First, He, They, It, PossessivePronoun, SpeechPast, SpeechPresent,
    SpeechBase, SpeechIng, ThoughtPast, ThoughtPresent, ThoughtBase, ThoughtIng, NounCue, Office,
    Body, Person, Honorific, Time, Name, Upper, Ed, Ing, Ly, S, Word,
}

impl Tag {
    /// A verb that can report, finite or not.
    pub const fn reports(self) -> bool {
        matches!(
            self,
            Tag::SpeechPast
                | Tag::SpeechPresent
                | Tag::SpeechBase
                | Tag::SpeechIng
                | Tag::ThoughtPast
                | Tag::ThoughtPresent
                | Tag::ThoughtBase
                | Tag::ThoughtIng
        )
    }

    /// A verb in -ing, whatever it tells.
    pub const fn is_participle(self) -> bool {
        matches!(self, Tag::Ing | Tag::SpeechIng | Tag::ThoughtIng)
    }

    /// A verb before another: "will", "was", "had".
    pub const fn helps(self) -> bool {
        matches!(self, Tag::Auxiliary | Tag::Be | Tag::Have)
    }

    /// "the", "his": what begins a noun phrase.
    pub const fn is_determiner(self) -> bool {
        matches!(self, Tag::Determiner | Tag::PossessivePronoun)
    }

    /// A pronoun that stands for somebody or something by itself.
    pub const fn is_pronoun(self) -> bool {
        matches!(self, Tag::First | Tag::He | Tag::They | Tag::It)
    }

    /// A punctuation mark.
    pub const fn is_mark(self) -> bool {
        matches!(
            self,
            Tag::Comma
                | Tag::Stop
                | Tag::Colon
                | Tag::Semicolon
                | Tag::Dash
                | Tag::Open
                | Tag::Close
                | Tag::QuoteMark
        )
    }

    /// Says when or how.
    pub const fn is_adverb(self) -> bool {
        matches!(self, Tag::Adverb | Tag::Ly)
    }

    /// Something that can head a finite clause.
    pub const fn is_finite(self) -> bool {
        matches!(
            self,
            Tag::SpeechPast
                | Tag::SpeechPresent
                | Tag::ThoughtPast
                | Tag::ThoughtPresent
                | Tag::Auxiliary
                | Tag::Be
                | Tag::Have
                | Tag::Ed
        )
    }
}

/// Words of grammar, the first of their classes counts.
const GRAMMAR: &[(Class, Tag)] = &[
    (Class::Auxiliary, Tag::Auxiliary),
    (Class::Negation, Tag::Negation),
    (Class::Determiner, Tag::Determiner),
    (Class::Complementizer, Tag::Complementizer),
    (Class::Preposition, Tag::Preposition),
    (Class::Conjunction, Tag::Conjunction),
    (Class::Month, Tag::Time),
    (Class::Weekday, Tag::Time),
];

/// The same of nouns that are no verb.
const NOUNS: &[(Class, Tag)] = &[
    (Class::Office, Tag::Office),
    (Class::Body, Tag::Body),
    (Class::Group, Tag::Body),
    (Class::Person, Tag::Person),
    (Class::Kin, Tag::Person),
    (Class::NounCue, Tag::NounCue),
];

fn first_of(list: &[(Class, Tag)], classes: Classes) -> Option<Tag> {
    list.iter().find(|(class, _)| classes.has(*class)).map(|(_, tag)| *tag)
}

pub fn tag(shape: Shape, classes: Classes, word: WordId, form: &str) -> Tag {
    let is = |class| classes.has(class);
    match shape {
        Shape::Comma => return Tag::Comma,
        Shape::Stop => return Tag::Stop,
        Shape::Colon => return Tag::Colon,
        Shape::Semicolon => return Tag::Semicolon,
        Shape::Dash => return Tag::Dash,
        Shape::Open => return Tag::Open,
        Shape::Close => return Tag::Close,
        Shape::Quote => return Tag::QuoteMark,
        Shape::Possessive => return Tag::Possessive,
        Shape::Symbol => return Tag::Symbol,
        Shape::Number => return Tag::Number,
        _ => {}
    }
    match word {
        TO => return Tag::To,
        THAT => return Tag::That,
        IS | ARE | WAS | WERE | BE | BEEN | BEING | AM | I_M | WE_RE => return Tag::Be,
        HAS | HAVE | HAD | HAVING => return Tag::Have,
        _ => {}
    }
    if is(Class::Honorific) && shape.is_capitalised() {
        return Tag::Honorific;
    }
    if is(Class::PossessivePronoun) {
        return Tag::PossessivePronoun;
    }
    if is(Class::Relative) {
        return Tag::Relative;
    }
    if is(Class::Pronoun) {
        return match () {
            () if is(Class::First) || is(Class::Second) => Tag::First,
            () if is(Class::Masculine) || is(Class::Feminine) => Tag::He,
            () if is(Class::Plural) => Tag::They,
            () => Tag::It,
        };
    }
    // "she sat down", "on Sat"
    let known = first_of(GRAMMAR, classes);
    if let Some(tag) = known.filter(|tag| *tag != Tag::Time || shape.is_capitalised()) {
        return tag;
    }
    // "Home Secretary"
    if is(Class::Adverb) && !(is(Class::Portfolio) && shape.is_capitalised()) {
        return Tag::Adverb;
    }
    let verb = is(Class::Verb);
    if verb && is(Class::Speech) {
        return match () {
            () if is(Class::Past) => Tag::SpeechPast,
            () if is(Class::Ing) => Tag::SpeechIng,
            () if is(Class::PresentS) => Tag::SpeechPresent,
            () => Tag::SpeechBase,
        };
    }
    if verb && is(Class::Thought) {
        return match () {
            () if is(Class::Past) || is(Class::Participle) => Tag::ThoughtPast,
            () if is(Class::Ing) => Tag::ThoughtIng,
            () if is(Class::PresentS) => Tag::ThoughtPresent,
            () => Tag::ThoughtBase,
        };
    }
    if let Some(tag) = first_of(NOUNS, classes) {
        return tag;
    }
    match shape {
        Shape::Title | Shape::Mixed => Tag::Name,
        Shape::Upper => Tag::Upper,
        _ if is_past(form) || is(Class::Past) || is(Class::Participle) => Tag::Ed,
        _ if is_participle(form) => Tag::Ing,
        // "elderly residents"
        _ if form.ends_with("ly") && !is(Class::OfficeModifier) => Tag::Ly,
        _ if form.ends_with('s') => Tag::S,
        _ => Tag::Word,
    }
}
