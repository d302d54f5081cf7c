//! Two reports that "and" joins: "*noted* the progress and *stressed* the need".

use super::contents::LATE;
use super::inverted::TAKES_MORE;
use super::subjects::subject_after_comma;
use super::syntax::{has_finite, is_passive, is_relative, is_speech, is_subject, joins_clause};
use crate::lexicon::fixed::{
    ADMITTED, AND, BUT, BY, CLAIMED, DENIED, HER, HIM, HIS, HOPED, HOPES, MET, TELL, THEIR, THEM,
    WHILE,
};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Unit, UnitIx, Units};
use std::ops::Range;

/// Adverbs may stand behind the "and": it is one of so many words before the second cue.
const JOINT_WITHIN: usize = 3;

/// Whom a verb takes stands so near behind it: "threatened to kill her".
const PRONOUN_WITHIN: usize = 3;

/// Two reports, and the "and" between them.
struct Pair<'a> {
    units: &'a Units<'a>,
    first: &'a Report,
    second: &'a Report,
    joint: UnitIx,
}

/// Two cues on one subject: the second has the first one's source, and the first one's content ends
/// before the second.
pub fn one_subject(units: &Units, reports: &mut [Report], at: usize) {
    let Some(before) = at.checked_sub(1) else { return };
    let (head, tail) = reports.split_at_mut(at);
    let second = &mut tail[0];
    // "Police said | the man had called his wife and told her": within what Police said.
    if let Some(outer) = before.checked_sub(1).filter(|outer| holds(&head[*outer], &head[before]))
        && let Some(pair) = Pair::of(units, &head[outer], second).filter(Pair::is_close)
        && let Some(himself) = pair.inner().or_else(|| pair.told_beside(&head[before]))
    {
        leave_inside(&mut head[outer], second, himself);
        return;
    }
    let first = &mut head[before];
    // "says | it welcomes the plan of the council | and says": who is told of does not say it.
    let held = second.source.as_ref().filter(|source| source.end < second.cue.start);
    let held = held.filter(|source| {
        let inside = |part: &Range<UnitIx>| part.start < source.start && source.start < part.end;
        let between = &units[source.end..second.cue.start];
        first.content.iter().any(inside)
            && between.last().is_some_and(|and| and.word == AND)
            && !has_finite(between)
            && is_speech(&units[first.cue.end - 1])
    });
    if held.is_some() {
        second.source = None;
    }
    // "told the court | the head of the jury | said": the court says nothing.
    if let (Some(told), Some(source)) = (first.content.first(), &mut second.source)
        && source.start >= first.cue.end
        && (source.start + 1..source.end - 1).contains(&told.start)
        && units.lemma(first.cue.end - 1) == TELL
    {
        source.start = told.start + usize::from(units[told.start].tag == Tag::That);
    }
    let Some(pair) = Pair::of(units, first, second) else { return };
    let joint = pair.joint;
    if let Some(himself) = pair.inner() {
        leave_inside(first, second, himself);
        return;
    }
    if let Some(subject) = pair.goes_on_around() {
        first.content[1].end = first.content[1].end.max(second.reach().end);
        // "She had, | she | added, rung him and assured him": one and the same.
        if !units[subject.start].tag.is_pronoun() {
            second.source = Some(subject);
        }
        return;
    }
    if pair.is_done_too() {
        take_in(first, second);
        second.content.clear();
        return;
    }
    if pair.is_charged() {
        second.source = first.source.clone();
        return;
    }
    // "requests | the chair to act, and condemns in the strongest terms | the attack"
    let told = second.source.as_ref().is_some_and(|source| pair.is_spoken_to(source));
    if !told && !second.is_firm() && !says_that(units, second) {
        return;
    }
    if pair.is_of_first() {
        second.source = first.source.clone();
    }
    if second.source.is_some() && second.source == first.source {
        // "thanked her and hoped | that they would come": said in the same breath.
        let hopes = matches!(units[second.cue.start].word, HOPED | HOPES);
        let speech = first.cue.clone().any(|at| is_speech(&units[at]));
        if hopes && says_that(units, second) && speech {
            second.phrase = Classes::of(&[Class::Speech]);
        }
        first.cut(second.cue.start, joint);
    }
}

/// Whether the one stands within what the other says, its subject too.
fn holds(outer: &Report, inner: &Report) -> bool {
    let start = inner.source.as_ref().map_or(inner.cue.start, |source| source.start);
    let whole = |told: &Range<UnitIx>| told.start <= start && inner.cue.end <= told.end;
    outer.content.first().map_or(outer.cue.end == start, whole)
}

/// Leaves the second, whose subject is told, in what the first one tells.
fn leave_inside(first: &mut Report, second: &mut Report, himself: Range<UnitIx>) {
    take_in(first, second);
    second.source = Some(himself);
}

/// The first one tells all of the second.
fn take_in(first: &mut Report, second: &Report) {
    let told = first.content.first().map_or(first.cue.end, |told| told.start);
    first.tells(told..first.reach().end.max(second.reach().end));
}

/// "hoped | that they would come"
fn says_that(units: &Units, report: &Report) -> bool {
    let content = report.content.first();
    content.is_some_and(|part| part.start == report.cue.end && units[part.start].tag == Tag::That)
}

impl<'a> Pair<'a> {
    /// Of one sentence, the second no passive: "and [also] asserted".
    fn of(units: &'a Units<'a>, first: &'a Report, second: &'a Report) -> Option<Self> {
        let one = units[first.cue.start].sentence == units[second.cue.start].sentence;
        if !one || first.cue.end > second.cue.start || is_passive(&units[second.cue.clone()]) {
            return None;
        }
        let mut between = (first.cue.end..second.cue.start).rev().take(JOINT_WITHIN);
        let joint = between.find(|joint| units[*joint].tag != Tag::Adverb)?;
        // "the firm, while claiming that"
        let and = units[joint].tag == Tag::Conjunction && units[joint].word != WHILE;
        and.then_some(Pair { units, first, second, joint })
    }

    /// Whether the second cue can follow a subject.
    fn is_finite(&self) -> bool {
        let verb = matches!(
            self.units[self.second.cue.start].tag,
            Tag::SpeechPast
                | Tag::SpeechPresent
                | Tag::ThoughtPast
                | Tag::ThoughtPresent
                | Tag::Have
                | Tag::Be
                | Tag::Auxiliary
        );
        verb || self.second.phrase != Classes::default()
    }

    /// "told her that | the mayor | denied the theft but admitted a loan": who is charged.
    fn is_charged(&self) -> bool {
        let denies = |report: &Report| {
            matches!(self.units[report.cue.start].word, ADMITTED | CLAIMED | DENIED)
        };
        let told = |subject: &Range<UnitIx>| {
            let that = subject.start.checked_sub(1);
            that.is_some_and(|that| self.units[that].tag == Tag::That)
                && subject.end == self.first.cue.start
        };
        denies(self.first) && denies(self.second) && self.first.source.as_ref().is_some_and(told)
    }

    /// Whether the second has no subject of its own, or a piece of what the first one has.
    fn is_of_first(&self) -> bool {
        let Some(source) = &self.second.source else {
            let mut own = self.first.source.iter();
            let beside = own.any(|source| source.end == self.first.cue.start);
            return self.is_finite() && (beside || self.first.is_firm());
        };
        // "rejected | the mayor's | plan, and said"
        self.units[source.end - 1].tag == Tag::Possessive
            || self.runs_into(source)
            || self.is_of_clause(source)
            || self.is_spoken_to(source)
            || self.is_piece(source)
            || self.is_object(source)
            || self.is_inside(source)
            || self.is_more(source)
            || self.is_apposed(source)
    }

    /// "The leader took | note of this and had no doubt": a subject with a piece of the first cue.
    fn runs_into(&self, source: &Range<UnitIx>) -> bool {
        let first = self.first;
        let same = || first.source.as_ref().is_some_and(|own| own.start == source.start);
        first.cue.start < source.end
            && source.end <= self.second.cue.start
            && (source.start < first.cue.end || same())
    }

    /// "He instructed | the minister to prepare a plan, and reminded her": who was spoken to.
    fn is_spoken_to(&self, source: &Range<UnitIx>) -> bool {
        let (units, first, second) = (self.units, self.first, self.second);
        source.start >= first.cue.end
            && source.end <= second.cue.start
            && self.is_finite()
            && units[first.cue.clone()].iter().any(|unit| unit.classes.has(Class::TakesAddressee))
            && !has_finite(&units[first.cue.end..second.cue.start])
    }

    /// "welcomed | the new envoy, and recalled": whom the first verb takes.
    fn is_object(&self, source: &Range<UnitIx>) -> bool {
        source.start >= self.first.cue.end
            && source.end <= self.joint
            && !has_finite(&self.units[self.first.cue.end..self.joint])
    }

    /// "offering her condolences to | the families of those lost there, and paid tribute": a noun
    /// within what the first verb takes, where a comma ends that.
    fn is_inside(&self, source: &Range<UnitIx>) -> bool {
        let (units, first, joint) = (self.units, self.first, self.joint);
        let first_word = first.content.first().map(|part| units[part.start].tag);
        let clause = matches!(first_word, Some(Tag::That | Tag::To | Tag::Complementizer));
        let noun = first_word.is_some_and(|tag| is_subject(tag) && !tag.is_pronoun());
        // "the role | played by the Kingdom"
        let verb = |[verb, by]: &[Unit; 2]| verb.tag.is_finite() && by.word != BY;
        let before = || units[first.cue.end..=source.start].array_windows();
        let outer = source.start >= first.cue.end && source.end <= joint && !before().any(verb);
        noun && !clause && self.is_finite() && outer && units[joint - 1].tag == Tag::Comma
    }

    /// "Mr. Aiyar, | whose term ends, expressed thanks and suggested": a piece of the subject.
    fn is_piece(&self, source: &Range<UnitIx>) -> bool {
        let last = &self.units[source.end - 1];
        // "Ana Ruiz, who was | present, praised her and said"
        let open = matches!(last.tag, Tag::Comma | Tag::Conjunction | Tag::Be) || is_relative(last);
        let own = self.first.source.as_ref().filter(|own| own.start == source.start);
        let longer =
            |own: &Range<UnitIx>| own.end > source.end && self.units[own.end - 1].tag != Tag::Ly;
        own.is_some_and(longer) && (open || !self.has_another())
    }

    /// "The father, whose son was ill, said | a nurse woke him and told him to come": a subject
    /// behind the first cue.
    fn has_another(&self) -> bool {
        let clause = &self.units[self.first.cue.end..self.joint];
        let subject = clause.iter().find(|unit| unit.tag != Tag::That);
        has_finite(clause) && subject.is_some_and(|subject| !subject.tag.is_pronoun())
    }

    /// "attended by President Soltani, | Mr Behzadi welcomed him and described": more than the
    /// subject.
    fn is_more(&self, source: &Range<UnitIx>) -> bool {
        let own = self.first.source.as_ref().filter(|own| own.end == source.end);
        let behind_comma = |own: &Range<UnitIx>| self.units[own.start - 1].tag == Tag::Comma;
        own.is_some_and(|own| source.start < own.start && behind_comma(own))
    }

    /// "denied that | the mayor, Ana Ruiz, | had lied, but conceded": who is told of, not she who
    /// tells.
    fn is_apposed(&self, source: &Range<UnitIx>) -> bool {
        let Pair { units, first, second, joint } = *self;
        let tag = |at: UnitIx| units[at].tag;
        let told = first.content.iter().find(|part| part.contains(&source.start));
        let comma = |at: UnitIx| tag(at) == Tag::Comma;
        // "that his aide, Tom Hale, had come and asked her to stay": so did he.
        let asks = units[second.cue.end - 1].classes.has(Class::TakesAddressee);
        let apart = comma(joint - 1) || units[joint].word == BUT;
        told.is_some_and(|told| told.start == source.start || tag(source.start - 1) == Tag::That)
            && (first.cue.end..joint).contains(&source.end)
            && (comma(source.end - 1) || comma(source.end))
            && !tag(second.cue.start).helps()
            && (apart || !asks)
    }

    /// "thanked her and said | Lorne shared that goal": the subject of what is said.
    fn is_of_clause(&self, source: &Range<UnitIx>) -> bool {
        let verb = self.units.get(source.end).is_some_and(|verb| verb.tag.is_finite());
        verb && source.start == self.second.cue.end && self.second.content.is_empty()
    }

    /// In "She said | her husband had come home and had told her": whose the second verb is, where
    /// it goes on what the first one tells of.
    fn inner(&self) -> Option<Range<UnitIx>> {
        let Pair { units, first, second, joint } = *self;
        let (mut start, mut verb) = self.told_clause()?;
        // "said | she was in bed when a nurse woke her and told | her"
        let same = self.is_to_the_same();
        let joins = |at: &UnitIx| joins_clause(&units[*at]) && units[*at].word != AND;
        let when = (verb + 1..joint - 1).rev().find(joins).filter(|_| same);
        if let Some(when) = when.filter(|when| when + 1 < joint - 2) {
            (start, verb) = (when + 1, joint - 2);
        }
        let goes_on = is_speech(&units[first.cue.start])
            && (self.was_before(verb)
                || self.is_of_other_time(verb)
                || units[start - 1].tag == Tag::Comma
                || same
                || self.goes_on_telling(start..verb))
            && second.source.as_ref().is_none_or(|source| source.end <= second.cue.end);
        goes_on.then_some(start..verb)
    }

    /// "said | a nurse woke her and told | her": one and the same did both.
    fn is_to_the_same(&self) -> bool {
        let Pair { units, second, joint, .. } = *self;
        let pronoun = |whom: &&Unit| whom.tag.is_pronoun() || whom.tag == Tag::PossessivePronoun;
        let whom = units.get(second.cue.end).filter(pronoun);
        whom.is_some_and(|whom| whom.word == units[joint - 1].word)
    }

    /// Where the clause that the first one tells begins, and its verb.
    fn told_clause(&self) -> Option<(UnitIx, UnitIx)> {
        let Pair { units, first, joint, .. } = *self;
        let rest = first.cue.end..joint;
        let told = first.content.first().unwrap_or(&rest);
        if told.start != first.cue.end && units[told.start].tag != Tag::That {
            return None;
        }
        // "said as it rained, | Ruiz | stood up and shouted"
        let led = matches!(units[told.start].tag, Tag::Complementizer | Tag::Conjunction);
        let sentence = units.sentence_of(told.start);
        let main = subject_after_comma(units, sentence, told.start).filter(|_| led);
        if let Some(main) = main.filter(|main| main.end < joint) {
            return Some((main.start, main.end));
        }
        let is_that = |at: &UnitIx| units[*at].tag == Tag::That;
        // "testified last month | that"
        let start = told.clone().take(LATE).find(is_that).map_or(told.start, |that| that + 1);
        let verb = (start..joint).find(|at| units[*at].tag.is_finite() || units[*at].tag.is_mark());
        let verb = verb.filter(|verb| *verb > start && units[*verb].tag.is_finite())?;
        Some((start, verb))
    }

    /// "She said her husband had come home and | had told her", "had rung | her and told | her":
    /// both were before she said it.
    fn was_before(&self, had: UnitIx) -> bool {
        let Pair { units, first, second, joint } = *self;
        let is_had = |at: &UnitIx| units[*at].tag == Tag::Have;
        if !is_had(&had) || first.cue.clone().any(|at| is_had(&at)) {
            return false;
        }
        let object = units.get(had + 1..joint);
        is_had(&second.cue.start) || object.is_some_and(|object| self.takes_up(object))
    }

    /// "had been | inspected in May and declared | safe", "and found | to be in order": both were
    /// done to it.
    fn is_done_too(&self) -> bool {
        let Pair { units, second, joint, .. } = *self;
        let Some((_, verb)) = self.told_clause() else { return false };
        let [behind, next] = [0, 1].map(|far| units.get(second.cue.end + far).map(|u| u.tag));
        let bare = match behind {
            Some(Tag::To) => next == Some(Tag::Be),
            Some(Tag::Word) => next.is_none_or(Tag::is_mark),
            _ => false,
        };
        let been = units[verb..joint].iter().any(|unit| unit.tag == Tag::Be);
        bare && been && units[second.cue.start].classes.has(Class::Past) && self.is_close()
    }

    /// "said | Lorne | thanked the envoy and praised him", "said | the ministers | met in May and
    /// agreed": whoever told something once, or met, goes on.
    fn goes_on_telling(&self, subject: Range<UnitIx>) -> bool {
        let Pair { units, first, second, .. } = *self;
        use Tag::{Honorific, Name, Office, Person};
        let somebody = |unit: &Unit| matches!(unit.tag, Honorific | Name | Office | Person);
        let verb = &units[subject.end];
        let tells = is_speech(verb) && verb.tag == Tag::SpeechPast || verb.word == MET;
        tells
            && self.is_close()
            && (says_that(units, first) || !units[first.cue.start].classes.has_any(TAKES_MORE))
            && !says_that(units, second)
            && units[second.cue.start].tag == Tag::SpeechPast
            && units[subject].iter().any(somebody)
    }

    /// "The key clause, | she points out |, runs to a page and names | the port": whose both verbs
    /// are, in what she points out.
    fn goes_on_around(&self) -> Option<Range<UnitIx>> {
        let Pair { units, first, second, joint } = *self;
        let [before, behind] = &first.content[..] else { return None };
        let around = before.end <= first.cue.start && behind.start > first.cue.end;
        let same = second.source.is_none() || second.source == first.source;
        let had = units[before.end - 1].tag.helps();
        let subject = before.start..before.end - usize::from(had);
        let verb = |at: UnitIx| units[at].tag.is_finite() || units[at].tag == Tag::S;
        let goes_on = first.settled && around && same && self.is_close();
        let goes_on = goes_on && behind.contains(&(joint - 1)) && verb(second.cue.start);
        let noun = !subject.is_empty() && is_subject(units[subject.start].tag);
        let told = had || verb(behind.start);
        (goes_on && noun && told && !has_finite(&units[subject.clone()])).then_some(subject)
    }

    /// "said that | Lorne | supported the plan and called for talks": who does both.
    fn told_beside(&self, inner: &Report) -> Option<Range<UnitIx>> {
        let Pair { units, first, second, .. } = *self;
        let that = first.content.first().is_some_and(|told| units[told.start].tag == Tag::That);
        let source = inner.source.clone().filter(|source| source.end == inner.cue.start)?;
        let named = !units[source.clone()].iter().any(|unit| unit.tag.is_pronoun());
        let same = units[inner.cue.start].tag == units[second.cue.start].tag;
        (that && named && same && is_speech(&units[first.cue.start])).then_some(source)
    }

    /// "and", with no comma before it.
    fn is_close(&self) -> bool {
        self.units[self.joint].word == AND && self.units[self.joint - 1].tag != Tag::Comma
    }

    /// "had called his wife on Friday and threatened to kill | her", "had come to her office and
    /// threatened to fire | her": somebody whom the first verb takes.
    fn takes_up(&self, object: &[Unit]) -> bool {
        if !self.is_close() {
            return false;
        }
        let behind = self.units.get(self.second.cue.end..).unwrap_or_default();
        let pronoun = behind.iter().take(PRONOUN_WITHIN);
        let pronoun = pronoun.map(|unit| unit.word).find(|word| matches!(*word, HIM | HER | THEM));
        let Some(pronoun) = pronoun else { return false };
        object.array_windows().any(|[before, unit]| {
            let owned = match pronoun {
                HIM => before.word == HIS,
                HER => before.word == HER,
                _ => before.word == THEIR,
            };
            let same = owned || unit.word == pronoun;
            same || matches!(unit.tag, Tag::Name | Tag::Office | Tag::Person | Tag::Body)
        })
    }

    /// "The indictment says that Holm | took the money and ordered": what is told was, and is told
    /// now.
    fn is_of_other_time(&self, verb: UnitIx) -> bool {
        let Pair { units, first, second, .. } = *self;
        let now = first.cue.len() == 1
            && matches!(units[first.cue.start].tag, Tag::SpeechPresent | Tag::SpeechBase);
        let past =
            |unit: &Unit| unit.classes.has(Class::Past) && !unit.classes.has(Class::PresentS);
        now && self.is_close()
            && past(&units[verb])
            && second.cue.len() == 1
            && past(&units[second.cue.start])
    }
}
