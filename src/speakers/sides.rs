//! Whose somebody is of several, where a common noun says so: the union's lawyer is not the
//! company's, nor the prosecution expert that of the defence.

use super::apposition::NESTED_PHRASES;
use super::bearers::holds;
use super::clusters::Clusters;
use super::descriptions::NAMED_PHRASES;
use super::entity::{Entity, EntityIx};
use super::ground::Ground;
use super::holders::{OWNED_PHRASES, is_head};
use super::look::PEOPLE;
use super::phrase::{Definite, Phrase, Referent, Role, disagree, phrase_from};
use super::places::same_word;
use super::resolve::Resolver;
use super::words::{NameWord, key};
use crate::lexicon::fixed::OWN;
use crate::lexicon::{Class, Classes, Lexicon, is_participle, is_past};
use crate::model::{Shape, Token};

impl Resolver<'_> {
    /// "The opposition leader" is not "Council leader Ana Orr".
    pub(super) fn is_of_other_side(&self, phrase: &Phrase, other: EntityIx) -> bool {
        let Ground { text, lexicon, cast, .. } = self.ground;
        let end = phrase_from(&cast.phrases, phrase.span.start);
        let before = (0..end).rev().take(NAMED_PHRASES);
        let theirs = |b: &usize| self.found.entity_of[*b] == Some(other);
        let before = before.filter(|b| theirs(b) && !cast.phrases[*b].is_relative());
        let mut titles = before.map(|b| self.ground.tokens(&cast.phrases[b].tokens));
        is_of_other_side(text, lexicon, self.ground.tokens(&phrase.tokens), &mut titles)
    }
}

impl Clusters<'_> {
    /// Who is named in "Dunn's lawyer"; for "his lawyer" who was the subject before.
    pub(super) fn owner(&self, at: usize) -> Option<usize> {
        let whole = &self.phrases[at];
        let mut inside = (at + 1..self.phrases.len()).take(NESTED_PHRASES);
        let owner = inside.find(|inside| {
            let owner = &self.phrases[*inside];
            owner.role == Role::Possessor && whole.span.contains(owner.span)
        })?;
        let pronoun = &self.phrases[owner];
        if pronoun.kind != Referent::Pronoun {
            return Some(owner).filter(|_| pronoun.is_named());
        }
        let mut before = (0..at).rev().take(OWNED_PHRASES);
        before.find(|before| {
            let subject = &self.phrases[*before];
            let known = self.of_phrase[*before].map(|e| &self.entities[e.ix()]);
            let gender = known.and_then(|e| e.gender).or(subject.gender);
            // "Orr's lawyer said no. Her lawyer": nobody is his own.
            let itself = |e: &Entity| whole.office.is_some_and(holds(e));
            subject.role == Role::Subject
                && matches!(subject.kind, Referent::Person | Referent::Name)
                && subject.plural == pronoun.plural
                && !disagree(gender, pronoun.gender)
                && (subject.is_named() || !known.is_some_and(itself))
        })
    }

    /// "The Veyran minister said that his President had signed": not the president of whom the text
    /// tells no country, or another.
    pub(super) fn is_from_elsewhere(&self, owner: usize, entity: &Entity) -> bool {
        let places = |e: &Entity| {
            let words = e.offices.iter().flat_map(|(_, of)| self.words_of(of));
            words.filter(|word| self.is_of_place(word)).collect::<Vec<_>>()
        };
        let Some(owner) = self.of_phrase[owner] else { return false };
        let [from, of] = [places(&self.entities[owner.ix()]), places(entity)];
        let same = |word: &&NameWord| {
            of.iter().any(|place| same_word(self.lexicon, self.text, word, place))
        };
        !from.is_empty() && !from.iter().any(same)
    }

    /// "The executive director, Jan Orr," where "the director" is meant: whether the text calls
    /// somebody by a longer title with the same head.
    pub(super) fn is_longer(&self, title: &Phrase, other: EntityIx) -> bool {
        let key = |phrase: &Phrase| phrase.office.map(|office| office.key);
        let end = phrase_from(self.phrases, title.span.start);
        let before = (0..end).rev().take(NAMED_PHRASES);
        let theirs = before.filter(|b| self.of_phrase[*b] == Some(other));
        let titles = theirs.map(|b| &self.phrases[b]).filter(|known| {
            let some = known.definite == Definite::New || known.plural || known.is_named();
            !some && key(known) == key(title)
        });
        let mut titles = titles.peekable();
        self.tokens(title).len() == 2
            && titles.peek().is_some()
            && titles.all(|title| match self.tokens(title) {
                [_, kind, head, ..] => {
                    kind.shape == Shape::Lower && !self.lexicon.has(head.word, Class::Preposition)
                }
                _ => false,
            })
    }
}

/// Whether a phrase says whose somebody is, and all that say so of somebody else say otherwise.
pub fn is_of_other_side(
    text: &str,
    lexicon: &Lexicon,
    phrase: &[Token],
    known: &mut dyn Iterator<Item = &[Token]>,
) -> bool {
    let Some(side) = side(text, lexicon, phrase) else { return false };
    // "The company's lawyer" may be the firm's, and the carmaker's.
    let firm = |classes: Classes| classes.has(Class::Body) && classes.has(Class::Work);
    let vague = |classes: Classes| firm(classes) || classes == Classes::default();
    let word = |noun: &Token| key(noun.span().of(text));
    let another = |noun: &Token| {
        let [a, b] = [noun, side].map(|noun| lexicon.classes(noun.word));
        let firms = vague(a) && vague(b) && (firm(a) || firm(b));
        word(noun) != word(side) && !firms
    };
    let mut sides =
        known.filter_map(|phrase| self::side(text, lexicon, phrase)).map(another).peekable();
    sides.peek().is_some() && sides.all(|another| another)
}

/// "union" in "the union's lawyer", "the union leader", "a lawyer for the union"; "own" in "its own
/// expert"; "sales" in "the sales manager".
fn side<'a>(text: &str, lexicon: &Lexicon, phrase: &'a [Token]) -> Option<&'a Token> {
    let classes = |token: &Token| lexicon.classes(token.word);
    // A portfolio in capitals is a modifier of the office.
    let field = |noun: &Token| {
        let kinds = classes(noun);
        kinds.has(Class::Body) || noun.shape == Shape::Lower && kinds.has(Class::Portfolio)
    };
    // No word that tells how somebody is: "the embattled manager"; trades are told so too often.
    let kind = |noun: &Token, of: Classes| {
        let word = noun.span().of(text);
        let plain = classes(noun) == Classes::default() && noun.shape == Shape::Lower;
        let office = of.has(Class::Office) && !of.has(Class::Work) && !is_head(of);
        plain && office && !is_participle(word) && !is_past(word)
    };
    let mut parts = phrase.split(|token| classes(token).has(Class::Preposition));
    let title = parts.next()?;
    let theirs = title.first().is_some_and(|first| classes(first).has(Class::PossessivePronoun));
    let pair = title.array_windows().find(|[noun, next]| match next.shape {
        Shape::Possessive | Shape::Quote => noun.shape == Shape::Lower,
        _ if theirs => noun.word == OWN,
        _ => field(noun) && classes(next).has_any(PEOPLE) || kind(noun, classes(next)),
    });
    // "the secretary of the drivers' union"
    let last = || parts.next()?.last().filter(|noun| noun.shape == Shape::Lower && field(noun));
    pair.map(|[noun, _]| noun).or_else(last)
}
