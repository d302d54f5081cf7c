//! People that the text counts: "the two women", "both", "all three".

use super::clusters::Clusters;
use super::entity::EntityIx;
use super::holders::is_head;
use super::phrase::{Definite, Phrase, PhraseIx, Referent, Role};
use super::resolve::Resolver;
use super::words::{Key, text_key};
use crate::lexicon::fixed::{ALL, AND, BOTH, HEADS, OF, THAT, THE, TO, TWO, WITH};
use crate::lexicon::{Class, Classes};
use crate::model::{Shape, Span, WordId};

/// "Both" reaches so many lines back, and so many phrases at most.
const BOTH_LINES: u32 = 2;
const BOTH_PHRASES: usize = 50;
/// "They" are two people named in so many lines before it.
pub const PAIR_LINES: u32 = 2;
/// Among so many the last is looked for who were met together.
const LAST_ENTITIES: usize = 1000;

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
        let mut tokens = self.tokens(phrase);
        let mut count =
            Count { start: phrase.span.start, is_given: false, number: WordId::UNKNOWN };
        if let [the, next, ..] = tokens
            && matches!(the.word, THE | ALL)
        {
            (count.start, tokens) = (next.span().start, &tokens[1..]);
            if self.lexicon.has(next.word, Class::Numeral) && next.word != TWO {
                return Count { is_given: true, number: next.word, ..count };
            }
        }
        if let [two, rest @ ..] = tokens
            && matches!(two.word, TWO | BOTH)
        {
            let start = rest.first().map_or(count.start, |next| next.span().start);
            return Count { is_given: true, start, ..count };
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
            && phrase.kind == Referent::Person
            && phrase.definite == Definite::Known
            && self.count(phrase).is_given
    }

    /// Three of "the three leaders", two of "both sides", all of "the ministers of Brod, Veyra and
    /// Marn".
    pub(super) fn number(&self, phrase: &Phrase) -> WordId {
        match self.count(phrase) {
            _ if !phrase.plural => WordId::UNKNOWN,
            Count { is_given: false, .. } if self.is_of_many(phrase) => ALL,
            Count { is_given: true, number: WordId::UNKNOWN, .. } => TWO,
            Count { number, .. } => number,
        }
    }

    /// "of Brod, Veyra and Marn"
    fn is_of_many(&self, phrase: &Phrase) -> bool {
        self.tokens(phrase).iter().any(|token| token.shape == Shape::Comma)
    }

    /// Who is meant by "both sides", "the leaders", "the three": those who were met together, or
    /// under the same office, if they are as many.
    pub(super) fn those(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let number = self.number(phrase);
        // "the two ministers" are not "the two presidents".
        let office = phrase.office.filter(|office| {
            let heads = self.tokens(phrase).last().is_some_and(|token| token.word == HEADS);
            office.classes.has(Class::Office) && !heads
        });
        let other = |held: Classes| office.is_some_and(|o| ranks_apart(o.classes, held));
        let ranked = |e: &EntityIx| {
            // "The two sides" were called so too.
            let offices = self.entities[e.ix()].offices.iter().map(|(office, _)| office.classes);
            let mut ranks = offices.filter(|held| held.has(Class::Office)).peekable();
            ranks.peek().is_some() && ranks.all(other)
        };
        let fits = |e: &EntityIx| {
            let known = self.entities[e.ix()].number;
            // "Both" are not all leaders who were ever spoken of.
            let some = phrase.office.is_none() && !self.entities[e.ix()].specific;
            let many = number == WordId::UNKNOWN || known == WordId::UNKNOWN && !some;
            (known == number || many) && !ranked(e)
        };
        let together = |e: &EntityIx| {
            let known = &self.entities[e.ix()];
            known.kind == Referent::Together && !self.are_reported_of(known.last as usize)
        };
        // "All three agreed", then "the three leaders"
        let many = number != WordId::UNKNOWN && number == self.count(phrase).number;
        let counted = || self.by_text.last(self.bare_text_key(phrase)).filter(|_| many);
        let last = self.together.filter(|last| !self.have_two_met_since(*last, at));
        let known = self.counted_before(at).or_else(counted).or(last).filter(fits);
        let known = known.or_else(|| {
            let mut earlier = (0..self.entities.len()).rev().take(LAST_ENTITIES).map(EntityIx::new);
            earlier.find(|e| together(e) && fits(e)).filter(|_| last == self.together)
        });
        let office = || {
            let held = self.by_office.under(phrase.office?.key).iter().rev().copied();
            // "the Heads of Government of the Compact"
            let counted = |e: &EntityIx| {
                let entity = &self.entities[e.ix()];
                let many = entity.number != WordId::UNKNOWN || entity.plural && entity.proper;
                many && !self.are_reported_of(entity.last as usize)
            };
            held.filter(fits).find(counted)
        };
        // "The Ministers" are those of Brod, Veyra and Marn, whoever they met since.
        let many = |e: &EntityIx| number == WordId::UNKNOWN && self.entities[e.ix()].number == ALL;
        let same = || self.by_text.last(self.bare_text_key(phrase)).filter(many);
        self.council_of(phrase).or_else(same).or(known).or_else(office)
    }

    /// "said that it needs the consent of | the parties", "plans to urge | the leaders of Veyra and
    /// Brod": no more than spoken of.
    pub(super) fn are_reported_of(&self, at: usize) -> bool {
        let Phrase { line, ref tokens, .. } = self.phrases[at];
        let before = &(self.tokens_of)(line).tokens[..tokens.start as usize];
        if let [.., to, verb] = before
            && to.word == TO
            && verb.shape == Shape::Lower
        {
            return !self.lexicon.has(verb.word, Class::Determiner);
        }
        let mut here = before.iter().rev().take_while(|token| token.shape != Shape::Stop);
        before.last().is_some_and(|of| of.word == OF) && here.any(|token| token.word == THAT)
    }

    /// In "The two leaders agreed. | Prince Saud spoke with Secretary Orr. The two sides", "The
    /// ministers left. | Veyra and Brod signed. The two sides": whether two have met of whom the
    /// text had not told before.
    fn have_two_met_since(&self, earlier: EntityIx, at: usize) -> bool {
        let phrase = &self.phrases[at];
        let new = |who: usize| self.of_phrase[who].is_some_and(|known| known.ix() > earlier.ix());
        let side = phrase
            .office
            .is_some_and(|office| office.classes.has(Class::Group) && !is_head(office.classes));
        let before = (1..at).rev().take(BOTH_PHRASES);
        let mut here = before.take_while(|b| self.phrases[*b].line + 1 == phrase.line);
        here.any(|b| {
            let [host, guest] = [b - 1, b].map(|who| &self.phrases[who]);
            let tie = (self.tokens_of)(guest.line).word_before(guest.tokens.start);
            (tie == WITH || tie == AND && side)
                && host.role == Role::Subject
                && host.kind != Referent::Side
                && host.line == guest.line
                && new(b - 1)
                && new(b)
        })
    }

    /// In "The two women agreed. Both insisted": the two women.
    pub(super) fn counted_before(&self, both: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[both];
        if phrase.office.is_some() {
            return None;
        }
        let near = |b: &usize| phrase.line.abs_diff(self.phrases[*b].line) <= BOTH_LINES;
        let mut before = (0..both).rev().take(BOTH_PHRASES).take_while(near);
        let last = before
            .find(|b| self.phrases[*b].plural && self.phrases[*b].kind != Referent::Pronoun)?;
        self.of_phrase[last].filter(|_| self.is_counted(&self.phrases[last]))
    }
}

/// "the two presidents" and "the two ministers" or "the two prime ministers"; but "the two leaders"
/// are either.
fn ranks_apart(a: Classes, b: Classes) -> bool {
    let above = |a: Classes, b: Classes| a.governs() && !b.has(Class::HeadOfGovernment);
    is_head(a) != is_head(b) || above(a, b) || above(b, a)
}

impl Resolver<'_> {
    /// "Mayor Orr and | the committee | discussed it. They": rather both, where one of them would
    /// be meant.
    pub(super) fn joined(&self, they: &Phrase, one: EntityIx) -> Option<EntityIx> {
        let joint = self.found.joints.last()?;
        let last = self.memory.last_phrase(one)?.ix() as PhraseIx;
        let near = self.ground.cast.phrases[last as usize].line + 1 == they.line;
        (they.plural && near && joint.members.contains(&last)).then_some(joint.entity)
    }

    /// "They" without anybody in the plural before: the two last named, or the pair of the text.
    pub(super) fn they(&mut self, phrase: &Phrase, by: Option<EntityIx>) -> Option<EntityIx> {
        if !phrase.plural || phrase.role != Role::Subject {
            return None;
        }
        let two = self.course.together.is_some()
            || self.has_two_people(phrase.line, None)
            || by.is_some() && self.has_two_people(phrase.line, by);
        two.then(|| self.together_here())
    }

    /// Whether at least two single people are named within the sentences before the line; of one
    /// who reports it in "Orr met Dahl, | the ministry | said. They".
    pub(super) fn has_two_people(&self, line: u32, by: Option<EntityIx>) -> bool {
        let lines = if by.is_some() { 1 } else { PAIR_LINES };
        let people = self.memory.recent().filter(|recent| {
            let known = self.entity(recent.entity);
            let named = known.kind == Referent::Name && known.gender.is_some() && by.is_some();
            let person = known.kind == Referent::Person || named;
            let told = by.is_none() || self.reporter(recent.inside) == by;
            recent.line + lines >= line && !known.plural && person && told
        });
        people.count() >= 2
    }
}
