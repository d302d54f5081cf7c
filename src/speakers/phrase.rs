//! The noun phrases that refer to people, and the parts they are made of.

use super::words::Key;
use crate::lexicon::{Class, Classes};
use crate::model::{MentionForm, Span, TokenIx, WordId};
use std::ops::Range;

/// A place in [`Cast::phrases`](super::Cast).
pub type PhraseIx = u32;

/// A noun phrase or pronoun that can refer to a speaker.
///
/// "Syria's President Bashar Assad": office "President", modifiers "Syria", name "Bashar Assad".
/// One in eight tokens begins a phrase, so that the size counts.
#[derive(Clone, Debug)]
pub struct Phrase {
    pub span: Span,
    /// The line it stands in: a place in [`Cast::asides`](super::Cast).
    pub line: u32,
    pub tokens: Range<TokenIx>,
    pub form: MentionForm,
    pub kind: Referent,
    pub gender: Option<Gender>,
    pub plural: bool,
    pub definite: Definite,
    pub role: Role,
    /// The words of the name, without titles: a range of [`Cast::words`](super::Cast).
    pub name: Range<u32>,
    /// Capitalised words that belong to the office: country, portfolio, body.
    pub modifiers: Range<u32>,
    pub office: Option<Office>,
    /// A title like Mr. or Ayatollah stands before the name.
    pub honorific: bool,
    /// In "His Majesty King Talal" and "His Majesty": Majesty. Else unknown.
    pub style: WordId,
    /// Says what somebody is, without being a mention: "a baker by trade" after the name.
    pub predicate: bool,
    /// The label of a turn that is no name.
    pub label: bool,
    /// What it is of a turn's label.
    pub turn: OfTurn,
}

const _: () = assert!(size_of::<Phrase>() <= 64);

/// The noun that says what somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    pub key: Key,
    pub classes: Classes,
}

/// What a phrase is in the layout of turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfTurn {
    Nothing,
    /// A label: "PRIME MINISTER".
    Label,
    /// A label in letters that stand for a name: "MQA".
    Initials,
}

/// What kind of thing a phrase refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referent {
    /// Surely one or several people.
    Person,
    /// A ministry, a party, a paper.
    Body,
    /// A text that tells: a report, a poll.
    Paper,
    /// Two or more speakers taken together: "both sides".
    Together,
    /// One delegation: "the Sundaran side".
    Side,
    /// A name of which nothing else is known: person, place, or thing.
    Name,
    Pronoun,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Masculine,
    Feminine,
}

/// Whether one is known to be a man and the other a woman.
pub fn disagree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_some() && b.is_some() && a != b
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Definite {
    /// the, this, his, Syria's
    Known,
    /// a, some, another
    New,
    /// Without any determiner.
    Bare,
}

/// What the phrase is in its clause, judged from the word before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Subject,
    Object,
    /// After a preposition.
    Oblique,
    /// Before a possessive 's, or a possessive pronoun.
    Possessor,
    Reflexive,
}

impl Gender {
    /// Where the classes tell one only.
    pub fn of(classes: Classes) -> Option<Self> {
        match (classes.has(Class::Masculine), classes.has(Class::Feminine)) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        }
    }
}

impl Phrase {
    /// A phrase of which no more is known.
    pub fn new(span: Span, line: u32, form: MentionForm, kind: Referent) -> Self {
        Phrase {
            span,
            line,
            tokens: 0..0,
            form,
            kind,
            gender: None,
            plural: false,
            definite: Definite::Known,
            role: Role::Subject,
            name: 0..0,
            modifiers: 0..0,
            office: None,
            honorific: false,
            style: WordId::UNKNOWN,
            predicate: false,
            label: false,
            turn: OfTurn::Nothing,
        }
    }

    /// QUESTION, Hon. Members: a label that is no person's name.
    pub fn label(span: Span, line: u32, shared: bool) -> Self {
        let kind = if shared { Referent::Body } else { Referent::Person };
        let phrase = Phrase::new(span, line, MentionForm::Name, kind);
        Phrase { plural: shared, label: true, ..phrase }
    }

    /// "His Eminence", which takes up somebody like a pronoun.
    pub fn is_style(&self) -> bool {
        self.office.is_some_and(|office| office.classes.has(Class::Style))
    }

    /// "the guest", "his visitor"
    pub fn is_guest(&self) -> bool {
        self.office.is_some_and(|office| office.classes.has(Class::Guest))
    }

    /// "the minister's elder brother"
    pub fn is_relative(&self) -> bool {
        self.office.is_some_and(|office| office.classes.has(Class::Kin))
    }

    /// "harbour pilot", as it stands beside a name.
    pub fn is_trade(&self) -> bool {
        let bare = self.definite == Definite::Bare && !self.plural;
        bare && self.office.is_some() && !self.is_named()
    }

    pub fn is_named(&self) -> bool {
        !self.name.is_empty()
    }
}

/// Whether what stands between a subject and what its verb takes is no longer than so many words,
/// with no mark.
pub fn is_within_clause(between: &str, longest: usize) -> bool {
    between.split_whitespace().nth(longest).is_none()
        && !between.contains(['.', ',', ';', ':', '“', '"'])
}

/// Those that begin in a stretch of the text.
pub fn phrases_in(phrases: &[Phrase], span: Span) -> Range<usize> {
    phrase_from(phrases, span.start)..phrase_from(phrases, span.end)
}

/// The first phrase that begins at `start` or after it.
pub fn phrase_from(phrases: &[Phrase], start: u32) -> usize {
    phrases.partition_point(|p| p.span.start < start)
}
