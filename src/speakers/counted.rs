//! People that the text counts: "the two women", "both", "all three".

use super::clusters::Clusters;
use super::entity::EntityIx;
use super::phrase::{Definite, Kind, Phrase};
use super::words::{Key, text_key};
use crate::lexicon::Class;
use crate::model::{Span, Token, WordId};

/// "Both" reaches so many lines back.
const NEXT: u32 = 2;

/// How a phrase begins that counts people: "both", "the two", "all three".
struct Count {
    /// Where the words begin that say who they are.
    start: u32,
    is_given: bool,
    /// The number, where it is more than two.
    number: WordId,
}

impl Clusters<'_> {
    fn count(&self, phrase: &Phrase) -> Count {
        let tokens = phrase.tokens.start as usize..phrase.tokens.end as usize;
        let mut tokens = (self.tokens_of)(phrase.line).tokens.get(tokens).unwrap_or_default();
        let mut count =
            Count { start: phrase.span.start, is_given: false, number: WordId::UNKNOWN };
        let is = |token: &Token, words: &[&str]| words.contains(&self.lexicon.form(token.word));
        if let [the, next, ..] = tokens
            && is(the, &["the", "all"])
        {
            (count.start, tokens) = (next.span().start, &tokens[1..]);
            if self.lexicon.has(next.word, Class::Numeral) && !is(next, &["two"]) {
                return Count { is_given: true, number: next.word, ..count };
            }
        }
        if let [two, next, ..] = tokens
            && is(two, &["two", "both"])
        {
            return Count { is_given: true, start: next.span().start, ..count };
        }
        count
    }

    /// The key of the words without what only counts them: "the two women" and "both women" are the
    /// same, and so are "all three" and "the three leaders".
    pub(super) fn bare_text_key(&self, phrase: &Phrase) -> Key {
        let Count { start, number, .. } = self.count(phrase);
        if number != WordId::UNKNOWN {
            return text_key(self.lexicon.form(number));
        }
        text_key(Span::new(start, phrase.span.end).of(self.text))
    }

    /// "the two women", "both guests", "all three": people that the text has brought in.
    pub(super) fn is_counted(&self, phrase: &Phrase) -> bool {
        phrase.plural
            && phrase.kind == Kind::Person
            && phrase.definite == Definite::Known
            && self.count(phrase).is_given
    }

    /// In "The two women agreed. Both insisted": the two women.
    pub(super) fn counted_before(&self, both: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[both];
        if phrase.office.is_some() {
            return None;
        }
        let near = |b: &usize| phrase.line - self.phrases[*b].line <= NEXT;
        let mut before = (0..both).rev().take_while(near);
        let last =
            before.find(|b| self.phrases[*b].plural && self.phrases[*b].kind != Kind::Pronoun)?;
        self.of_phrase[last].filter(|_| self.is_counted(&self.phrases[last]))
    }
}
