//! What is known before anybody is asked who speaks: the text, who is in it, and what is said.

use super::Cast;
use super::clusters::words_of;
use super::entity::Entity;
use super::phrase::{Phrase, PhraseIx, Referent, Role};
use super::settings::Within;
use super::words::KeyMap;
use crate::lexicon::fixed::BY;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Draft, Segments, Span, Token, TokenIx};
use std::ops::Range;

/// Nobody is looked for farther back in a paragraph.
const LONGEST_PARAGRAPH_BYTES: usize = 2000;

/// What no answer to "who speaks?" changes.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub text: &'a str,
    pub segments: &'a Segments,
    pub lexicon: &'a Lexicon,
    pub cast: &'a Cast,
    pub drafts: &'a [Draft],
    /// Of each phrase.
    pub within: &'a [Within],
    /// What presidents and ministers are of.
    pub countries: &'a KeyMap,
}

/// In "the Foreign Minister of Veyra": Veyra.
pub fn countries(cast: &Cast) -> KeyMap {
    const OF_STATE: Classes =
        Classes::of(&[Class::HeadOfState, Class::HeadOfGovernment, Class::Group]);
    let mut countries = KeyMap::default();
    let of_state = |phrase: &&Phrase| {
        phrase.kind == Referent::Person
            && phrase.office.is_some_and(|o| o.classes.has_any(OF_STATE))
    };
    for phrase in cast.phrases.iter().filter(of_state) {
        for word in words_of(&cast.words, &phrase.modifiers).iter().filter(|word| word.capital) {
            countries.set(word.key, 1);
        }
    }
    countries
}

impl<'a> Ground<'a> {
    /// Whether the phrase stands in no sentence; a label can stand in a text without any line.
    pub(super) fn is_aside(&self, phrase: &Phrase) -> bool {
        self.cast.asides.get(phrase.line as usize).is_none_or(|aside| *aside)
    }

    /// The text between two spans without white space around it; none where nothing is between.
    pub(super) fn between(&self, first: Span, second: Span) -> Option<&'a str> {
        let range = first.end as usize..second.start as usize;
        Some(self.text.get(range).filter(|gap| !gap.is_empty())?.trim())
    }

    /// The tokens at these places.
    pub(super) fn tokens(&self, tokens: &Range<TokenIx>) -> &'a [Token] {
        &self.segments.tokens[tokens.start as usize..tokens.end as usize]
    }

    /// The tokens before a phrase, the last one first; none before a label, which has tokens of its
    /// own.
    pub(super) fn words_before(&self, phrase: &Phrase) -> impl Iterator<Item = &'a Token> {
        let before = self.segments.tokens.get(..phrase.tokens.start as usize);
        before.unwrap_or_default().iter().rev()
    }

    /// In "her deputy", "the judge's sister": whose it is.
    pub(super) fn owner_in(&self, at: usize) -> Option<usize> {
        let [owned, owner, ..] = self.cast.phrases.get(at..)? else { return None };
        let owns = owner.role == Role::Possessor && owned.span.contains(owner.span);
        owns.then_some(at + 1)
    }

    /// Where the paragraph begins that holds the place, or not far before it.
    pub(super) fn paragraph_of(&self, place: u32) -> u32 {
        let far =
            self.text.floor_char_boundary((place as usize).saturating_sub(LONGEST_PARAGRAPH_BYTES));
        let line = self.text[far..place as usize].rfind('\n').map_or(0, |end| end + 1);
        (far + line) as u32
    }

    /// Where the paragraph above one begins.
    pub(super) fn paragraph_above(&self, start: u32) -> u32 {
        self.paragraph_of(self.text[..start as usize].trim_end().len() as u32)
    }

    /// Whether the text has a president or a minister of what is named.
    pub(super) fn is_country(&self, known: &Entity) -> bool {
        let [word] = words_of(&self.cast.words, &known.name) else { return false };
        self.countries.get(word.key) > 0
    }

    /// In "The team led by | Ambassador Holm | met": Holm.
    pub(super) fn leads_subject(&self, at: PhraseIx) -> bool {
        let [.., team, leader] = &self.cast.phrases[..=at as usize] else { return false };
        let led = team.tokens.end;
        let by = led + 2 == leader.tokens.start && self.segments.word(led + 1) == BY;
        let body = !matches!(team.kind, Referent::Person | Referent::Pronoun);
        by && body && team.role == Role::Subject && team.line == leader.line
    }
}
