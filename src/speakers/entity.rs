//! Somebody or something that the text speaks of, and what is known of it.

use super::holders::is_head;
use super::phrase::{Gender, Office, Phrase, PhraseIx, Referent, Role};
use crate::model::{Ix, WordId};
use std::ops::Range;

/// Of two genders the one is clear that has so many voices more.
const CLEAR_VOICES: u16 = 3;
/// How many voices a pronoun has that is a subject or says whose something is, and any other: an
/// object is taken for somebody else more often.
const SURE_VOICES: u16 = 2;
const UNSURE_VOICES: u16 = 1;

/// A place in the list of entities.
pub type EntityIx = Ix;

/// Somebody the text speaks of.
#[derive(Clone, Debug)]
pub struct Entity {
    pub kind: Referent,
    pub gender: Option<Gender>,
    /// What the sound of the given name makes likely, where nothing is known: Livia.
    pub likely: Option<Gender>,
    /// What pronouns say where nothing is known: voices for a man, and for a woman.
    pub voices: [u16; 2],
    pub plural: bool,
    /// Of several: how many, where the text says so.
    pub number: WordId,
    /// The fullest name: a range of words. Empty for who has only titles.
    pub name: Range<u32>,
    /// The phrase with the fullest form.
    pub fullest: PhraseIx,
    /// The last phrase so far.
    pub last: PhraseIx,
    pub offices: Vec<(Office, Range<u32>)>,
    /// "Majesty", where the text says so beside the name.
    pub style: WordId,
    pub mentions: u32,
    /// Holds a proper name somewhere: "Kalduran diplomats", not "two officials".
    pub proper: bool,
    /// Holds the office no more: "the late Prime Minister".
    pub past: bool,
    /// Bears a title right before the name: "President Whitcombe".
    pub titled: bool,
    /// Holds the office of somebody or something: "the federation's president".
    pub owned: bool,
    /// "the visiting Prime Minister"
    pub visiting: bool,
    /// "the outgoing Chairperson"
    pub leaving: bool,
    /// Met with a determiner that points at somebody known, or in the singular.
    pub specific: bool,
    /// No firm: called by the last word of the name, "Haddad", or "Kofi Haddad, who".
    pub human: bool,
    /// Known by the label of a turn that is no name.
    pub label: bool,
    /// Has turns under a label that names him or says what he is.
    pub turns: bool,
    /// The source of a statement.
    pub speaks: bool,
    /// The same, of more than "Veyra condemns the attack".
    pub tells: bool,
}

impl Entity {
    /// Somebody of whom nothing is known but the phrase.
    pub fn new(phrase: PhraseIx) -> Self {
        Entity {
            kind: Referent::Name,
            gender: None,
            likely: None,
            voices: [0; 2],
            plural: false,
            number: WordId::UNKNOWN,
            name: 0..0,
            fullest: phrase,
            last: phrase,
            offices: Vec::new(),
            style: WordId::UNKNOWN,
            mentions: 0,
            proper: false,
            past: false,
            titled: false,
            owned: false,
            visiting: false,
            leaving: false,
            specific: false,
            human: false,
            label: false,
            turns: false,
            speaks: false,
            tells: false,
        }
    }

    /// "One of them", and no more is said; but "the three" are a group.
    pub fn is_anybody(&self) -> bool {
        self.name.is_empty()
            && self.offices.is_empty()
            && self.number == WordId::UNKNOWN
            && !self.label
    }

    /// "Chairman Ana Orr ... the chairman": by this very word, which tells no man then.
    pub fn is_called(&self, office: Option<Office>) -> bool {
        let called = |(held, _): &(Office, _)| Some(*held) == office && !is_head(held.classes);
        self.offices.iter().any(called)
    }

    /// Takes down the gender of a phrase. In "The chairman said no. | Chairman Ana Orr" the name
    /// tells more.
    pub fn take_gender(&mut self, phrase: &Phrase) {
        let first = self.name.is_empty() && phrase.is_named() && phrase.office.is_some();
        let told = phrase.gender.filter(|_| first);
        self.gender = told.or(self.gender).or(phrase.gender);
    }

    /// Takes down what a pronoun says of the gender. An object is taken for somebody else more
    /// often.
    pub fn hear(&mut self, pronoun: &Phrase) {
        let weight = match pronoun.role {
            Role::Subject | Role::Possessor => SURE_VOICES,
            _ => UNSURE_VOICES,
        };
        if let Some(gender) = pronoun.gender {
            let voices = &mut self.voices[usize::from(gender == Gender::Feminine)];
            *voices = voices.saturating_add(weight);
        }
    }

    /// The gender for which all voices are so far.
    pub fn heard(&self) -> Option<Gender> {
        let [man, woman] = self.voices;
        match (man > 0, woman > 0) {
            (true, false) => Some(Gender::Masculine),
            (false, true) => Some(Gender::Feminine),
            _ => None,
        }
    }

    /// The gender for which pronouns have clearly more voices.
    pub fn most(&self) -> Option<Gender> {
        let [man, woman] = self.voices;
        match man.abs_diff(woman) {
            ..CLEAR_VOICES => None,
            _ if man > woman => Some(Gender::Masculine),
            _ => Some(Gender::Feminine),
        }
    }
}
