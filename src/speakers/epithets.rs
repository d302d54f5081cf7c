//! Titles that no table has, and titles that stand apart from the name: "the Grand Keeper of the
//! Republic", "Industry minister promises aid".

use super::apposition::NESTED_PHRASES;
use super::clusters::{Clusters, words_of};
use super::entity::EntityIx;
use super::phrase::{Definite, Office, Phrase, Referent, Role};
use super::words::NameWord;
use crate::lexicon::fixed::{AS, BECAME, BEEN, CHARGE, ELECTED, NAMED, OFFICE, SWORN, WAS};
use crate::lexicon::{Class, Classes};
use crate::model::{Link, MentionForm, Token};

/// Names and titles stand apart above a text and in its lead: among so many phrases.
const EARLY_PHRASES: usize = 200;

impl Clusters<'_> {
    /// In "Aung Lin, General Secretary of the Party and President of the Republic", "Aung Lin, a
    /// member of the Council and president of the Republic", "Aung Lin, a nurse and a mother,",
    /// "Aung Lin, founder, director, and owner": the president, the mother, the director.
    pub(super) fn second_title(&self, at: usize) -> Option<usize> {
        let title = &self.phrases[at];
        let mut after = (at + 1..self.phrases.len()).take(NESTED_PHRASES);
        let next = after.find(|n| self.phrases[*n].span.start >= title.span.end)?;
        let second = &self.phrases[next];
        // "Aung Lin, the mayor and Attorney-General, said", but "Aung Lin, the mayor, and Minister
        // Ana Orr"
        let closed = title.definite != Definite::Known || self.ends_at_mark(second);
        let some = title.kind == Referent::Person && closed;
        let new = |phrase: &Phrase| phrase.definite == Definite::New;
        let bare = second.form == MentionForm::Title && second.definite == Definite::Bare
            || new(title) && new(second) && self.ends_at_mark(second);
        let bare = bare && second.kind == Referent::Person;
        let between = &self.text[title.span.end as usize..second.span.start as usize];
        let joins = between == " and " || between == ", " && self.ends_at_mark(second);
        (some && bare && !second.plural && joins).then_some(next)
    }

    /// In "Yahya Daneshvar, the Rahbar of the Republic," and "The Grand Keeper of the Republic,
    /// Sheikh Yahya Daneshvar,": words with capitals that stand beside somebody's name like a title
    /// are one, wherever they have "the" before them, or stand alone in a headline.
    pub(super) fn adopt_epithets(&mut self) {
        let is_epithet = |phrase: &Phrase| {
            phrase.kind == Referent::Name && phrase.is_named() && !phrase.honorific && !phrase.label
        };
        let known = |phrase: &Phrase| is_epithet(phrase) && phrase.definite == Definite::Known;
        let person = |phrase: &Phrase| {
            phrase.is_named() && (phrase.kind == Referent::Person || phrase.name.len() > 1)
        };
        let mut epithets: Vec<&[NameWord]> = Vec::new();
        for [first, second] in self.phrases.array_windows() {
            let before = known(first) && first.role == Role::Subject && self.ends_at_mark(second);
            let epithet = match () {
                () if known(second) && person(first) => second,
                () if before && person(second) => first,
                () => continue,
            };
            if first.line == second.line && self.side_by_side(first, second) {
                epithets.push(self.words_of(&epithet.name));
            }
        }
        let words = self.words;
        for phrase in self.phrases.iter_mut().filter(|phrase| is_epithet(phrase)) {
            let [rest @ .., last] = words_of(words, &phrase.name) else { continue };
            let same = |name: &&[NameWord]| match name {
                [.., known] if phrase.definite == Definite::Known => known.key == last.key,
                // "Grand Keeper receives prime minister"
                [.., grand, keeper] => {
                    let before = rest.last().is_some_and(|before| before.key == grand.key);
                    before && keeper.key == last.key
                }
                _ => false,
            };
            if !epithets.iter().any(same) {
                continue;
            }
            phrase.office = Some(Office { key: last.key, classes: Classes::of(&[Class::Office]) });
            // "of the Republic of Sarn" stands right before the name in the list of words.
            let beside = phrase.modifiers.end == phrase.name.start;
            let from = if beside { phrase.modifiers.start } else { phrase.name.start };
            phrase.modifiers = from..phrase.name.end - 1;
            phrase.name = 0..0;
            (phrase.kind, phrase.form) = (Referent::Person, MentionForm::Title);
        }
    }

    /// "Velder in Port Arrow", "Industry minister promises aid", then "Industry Minister Anikó
    /// Velder": who was met by the title alone, where the bearer was only met by the name.
    pub(super) fn titled_alone(&self, at: usize, bearer: EntityIx) -> Option<EntityIx> {
        let known = &self.entities[bearer.ix()];
        let untitled = known.offices.is_empty() && !known.name.is_empty();
        if untitled && at < EARLY_PHRASES { self.nameless_holder(at) } else { None }
    }

    /// In "elected Ana Orr as | Chairperson", "Ana Orr was sworn in as | Minister of Posts": Orr.
    pub(super) fn elected(&self, at: usize) -> Option<EntityIx> {
        let [.., who, title] = &self.phrases[..=at] else { return None };
        let tokens = (self.tokens_of)(title.line);
        let between = tokens.tokens.get(who.tokens.end as usize..title.tokens.start as usize)?;
        let [enters @ .., tie] = between else { return None };
        let chosen = |word| matches!(word, ELECTED | NAMED);
        let takes =
            |token: &Token| chosen(token.word) || matches!(token.word, CHARGE | OFFICE | SWORN);
        let subject = who.role == Role::Subject;
        let elected = match (tie.word, enters) {
            (AS, []) => chosen(tokens.word_before(who.tokens.start)),
            (AS, enters) => subject && enters.iter().any(takes),
            (BECAME, _) => subject,
            (word, [.., was]) => subject && chosen(word) && matches!(was.word, WAS | BEEN),
            _ => false,
        };
        let person = title.kind == Referent::Person && !title.is_named() && !title.plural;
        self.of_phrase[at - 1].filter(|_| elected && person && who.is_named())
    }

    /// Two entities are found to be one.
    pub(super) fn absorb(&mut self, from: EntityIx, into: EntityIx) {
        for (entity, link) in self.of_phrase.iter_mut().zip(&mut self.links) {
            if *entity == Some(from) {
                (*entity, *link) = (Some(into), Link::Title);
            }
        }
        let merged = &mut self.entities[from.ix()];
        let (mentions, offices) = (merged.mentions, std::mem::take(&mut merged.offices));
        merged.mentions = 0;
        self.entities[into.ix()].mentions += mentions;
        for (office, of) in offices {
            self.hold(into, office, of);
        }
        self.by_office.replace(from, into);
        self.by_text.replace(from, into);
        self.heads.retain(|entity| *entity != from);
    }
}
