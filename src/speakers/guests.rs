//! Who has come to see whom: "the guest" of a readout.

use super::entity::EntityIx;
use super::ground::Ground;
use super::phrase::{Phrase, PhraseIx, Referent, Role, phrase_from};
use super::resolve::Resolver;
use crate::lexicon::fixed::{ARE, BEEN, BY, DELEGATION, FOR, HEADED, IS, LED, WAS, WERE};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Segments, TokenIx, WordId};

/// Who is received right behind the verb begins in so many tokens, the verb counted: "received
/// the".
const BESIDE_TOKENS: TokenIx = 3;
/// Who is received elsewhere begins in so many: where and when takes no more.
const APART_TOKENS: TokenIx = 16;
/// Who receives is among so many phrases before the verb: none has more before its subject.
const SUBJECT_PHRASES: usize = 50;
/// Who heads a delegation is told so near behind the word: "a delegation of nurses headed by".
const DELEGATION_TOKENS: usize = 16;
/// And is named so many phrases before "the head of the delegation".
const DELEGATION_PHRASES: usize = 200;

impl Resolver<'_> {
    /// Who is received.
    pub(super) fn find_guest(&self) -> Option<EntityIx> {
        self.found.entity_of[self.ground.cast.visit?.guest as usize]
    }

    /// Who receives.
    pub(super) fn host(&self) -> Option<EntityIx> {
        self.found.entity_of[self.ground.cast.visit?.host? as usize]
    }

    /// "President Orr met Special Envoy of Veyra Yusef Tor. ... The Special Envoy said": not Orr.
    pub(super) fn has_met(&self, subject: EntityIx, entity: EntityIx) -> bool {
        let phrases = &self.ground.cast.phrases;
        let first = self.entity(entity).fullest as usize;
        let met = &phrases[first];
        let mut before = (0..first).rev().take_while(|at| phrases[*at].line == met.line);
        matches!(met.role, Role::Object | Role::Oblique)
            && before.any(|at| {
                let Phrase { role, ref tokens, .. } = phrases[at];
                // But "Orr, the Special Envoy, met", "Orr's envoy"
                let between = tokens.end as usize..met.tokens.start as usize;
                let between = self.ground.segments.tokens.get(between).unwrap_or_default();
                role == Role::Subject
                    && self.found.entity_of[at] == Some(subject)
                    && between.iter().any(|token| token.shape.is_word())
            })
    }

    /// In "a delegation of nurses, headed by | the minister, Ana Ruiz": who "the head of the
    /// delegation" is.
    pub(super) fn head_of_delegation(&self, at: PhraseIx) -> Option<EntityIx> {
        let Ground { cast, segments, .. } = &self.ground;
        let heads = |head: &usize| {
            let start = cast.phrases[*head].tokens.start as usize;
            let from = start.saturating_sub(DELEGATION_TOKENS);
            let before = segments.tokens.get(from..start).unwrap_or_default();
            let [before @ .., headed, by] = before else { return false };
            matches!(headed.word, HEADED | LED)
                && by.word == BY
                && before.iter().any(|token| token.word == DELEGATION)
        };
        let head = (0..at as usize).rev().take(DELEGATION_PHRASES).find(heads)?;
        self.found.entity_of[head].filter(|head| !self.entity(*head).name.is_empty())
    }
}

/// In "President Atabay received Viktor Salnik", "Mr. Salnik was received by the President":
/// Salnik, and the President.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    pub guest: PhraseIx,
    pub host: Option<PhraseIx>,
}

/// Who is received in the text first, and by whom.
pub fn visit(lexicon: &Lexicon, segments: &Segments, phrases: &[Phrase]) -> Option<Visit> {
    let receives = |classes: Classes| classes.has(Class::Guest) && classes.has_any(Classes::FINITE);
    let tokens = segments.tokens.iter().zip(0..);
    tokens
        .filter(|(token, _)| receives(lexicon.classes(token.word)))
        .find_map(|(_, verb)| received(segments, phrases, verb))
}

/// Whom the verb has received, in its sentence.
fn received(segments: &Segments, phrases: &[Phrase], verb: TokenIx) -> Option<Visit> {
    let sentence = segments.sentences.partition_point(|sentence| sentence.tokens.end <= verb);
    let sentence = &segments.sentences.get(sentence)?.tokens;
    let token = |at: TokenIx| segments.tokens[at as usize].span();
    let next = phrase_from(phrases, token(verb).end);
    // "welcomed his guest" tells nobody's name.
    let visits = |at: &usize| {
        let phrase = &phrases[*at];
        phrase.kind == Referent::Person && !phrase.plural && !phrase.is_guest()
            || phrase.is_named() && phrase.name.len() > 1
    };
    let named = |at: &usize| {
        let phrase = &phrases[*at];
        let person = phrase.kind == Referent::Person || phrase.style != WordId::UNKNOWN;
        person && phrase.is_named()
    };
    // By places in the text: a byline between the sentences has tokens of its own.
    let start = token(sentence.start).start;
    let mut before =
        (0..next).rev().take(SUBJECT_PHRASES).take_while(|at| phrases[*at].span.start >= start);
    let subject = before.find(|at| phrases[*at].role == Role::Subject).filter(visits);
    let after = |tokens: TokenIx| {
        let end = token(sentence.end.min(verb + tokens) - 1).end;
        (next..phrases.len()).take_while(move |at| phrases[*at].span.start < end)
    };
    let helps = verb.checked_sub(1).map(|at| segments.tokens[at as usize].word);
    let (guest, host) = if matches!(helps, Some(WAS | WERE | IS | ARE | BEEN)) {
        (subject?, after(APART_TOKENS).find(named))
    } else {
        // "received at the Palace on Monday, 4 May, Her Excellency Mirjana Luk"
        // and "hosted a dinner for Ana Ruiz"
        let apart = |at: &usize| {
            let phrase = &phrases[*at];
            let hosted = segments.word_before(phrase.tokens.start) == FOR;
            hosted && visits(at) || named(at) && phrase.role != Role::Oblique
        };
        let beside = after(BESIDE_TOKENS).next().filter(visits);
        (beside.or_else(|| after(APART_TOKENS).find(apart))?, subject)
    };
    Some(Visit { guest: guest as PhraseIx, host: host.map(|host| host as PhraseIx) })
}
