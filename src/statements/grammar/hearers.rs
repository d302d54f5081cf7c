//! To whom it is said: "told | her | that no arms would pass".

use super::BY_GRAMMAR;
use super::adverbials::opens_there;
use super::contents::is_name_like;
use super::syntax::{
    clause_end, has_finite, is_adjective, is_contracted, is_relative, is_several, is_somebody,
    is_speech, is_subject,
};
use crate::lexicon::fixed::{ABOUT, AND, FOR, OF, ON, TELL, THAN};
use crate::lexicon::{Class, Classes};
use crate::model::Shape;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Who is told is no longer than this: "the Secretary-General of the Alliance of Nations".
const LONGEST_HEARER: usize = 8;

/// "told her | that no arms would pass": the person spoken to stands between cue and clause, and is
/// no part of the content; of a cue like "thanked" it is.
pub fn addressee(units: &Units, report: &mut Report) {
    let Some(hearer) = Hearer::of(units, report) else { return };
    let (from, end) = (hearer.from, hearer.end(report.block.end));
    if let Some(start) = unmarked_clause(units, report) {
        let another = end < start && hearer.is_another(end);
        let start = if another { end } else { start };
        let whole = clause_end(units, units.sentence_of(report.cue.start), from);
        let last = report.content.first().map(|first| first.end).filter(|end| *end > start + 1);
        let last = last.unwrap_or(whole.max(start + 1));
        report.addressee = Some(from..if end > from { end.min(start) } else { start });
        report.tells(start..last);
        report.settle(BY_GRAMMAR);
        return;
    }
    if end == from || !hearer.may_hear() {
        return;
    }
    if hearer.is_deed(end, report) {
        report.phrase = Classes::of(&[Class::Speech, Class::TakesPhrase]);
        return;
    }
    report.addressee = Some(from..end);
    // Not "asked him about it".
    let whole = units.get(end + 1).is_some_and(|next| !next.tag.is_pronoun());
    // "assured the mayor of | his support", but "praised the mayor of Lorne"
    let his = units.get(end + 1).is_some_and(|his| his.tag == Tag::PossessivePronoun);
    let of = usize::from(his && units[end].word == OF && !hearer.classes.has(Class::TakesPhrase));
    if report.content.is_empty() && whole && (of > 0 || hearer.is_before_phrase(end)) {
        let clause = clause_end(units, units.sentence_of(from), end);
        // But "about her envoy, who had come".
        let comma = |at: &UnitIx| units[*at].tag == Tag::Comma && !is_relative(&units[at + 1]);
        let comma = (end..clause.saturating_sub(1)).find(comma);
        report.tells(end + of..comma.unwrap_or(clause));
        report.raise_cue(BY_GRAMMAR);
    }
    // "promised the Committee | that it would", but "thanked the parishes that had helped"
    let next = units.get(end + 1).map_or(Tag::Stop, |next| next.tag);
    let that = units.get(end).is_some_and(|unit| unit.tag == Tag::That);
    let that = that && !hearer.pronoun && !next.is_finite() && next != Tag::Time;
    let phrase = hearer.classes.has(Class::TakesPhrase) && !that;
    let clause = hearer.is_before_clause(end) && !phrase;
    let begins = clause || hearer.is_before_bare_clause(end, report);
    // "told reporters | the board was sorry | that it was late"
    if let Some(first) = report.content.first_mut()
        && first.start > end
        && end + 1 < report.block.end
        && hearer.is_another(end)
        && has_finite(&units[end..first.end.max(end)])
    {
        first.start = end;
    }
    if let Some(first) = report.content.first_mut()
        && begins
        && (first.start == from
            || units[first.start].tag == Tag::Possessive && first.start < end)
        // "ordered her microphone cut | off"
        && end + 1 < first.end
    {
        first.start = end;
    }
}

/// "chiding him, | “What difference does it make?”", "berated the mayor, | “Go home.”": who stands
/// between a verb and what is quoted is told that.
pub fn before_quotation(units: &Units, report: &mut Report) {
    let [only] = &mut report.content[..] else { return };
    let quotation = only.end - 1;
    let [whom @ .., comma, last] = &units[only.clone()] else { return };
    let beside = only.start == report.cue.end && (1..=LONGEST_HEARER).contains(&whom.len());
    let quoted = (comma.tag, last.quoted) == (Tag::Comma, Quoted::Whole);
    let whom_at = only.start..quotation - 1;
    // "said to me at the door, | “No”"
    let told = |at: UnitIx| is_name_like(units, at) || units[at].tag == Tag::Preposition;
    if beside
        && quoted
        && whom.len() > 1
        && whom[0].tag == Tag::To
        && is_speech(&units[only.start - 1])
        && (only.start + 1..quotation - 1).all(told)
    {
        only.start = quotation;
        return;
    }
    if beside
        && quoted
        && is_subject(whom[0].tag)
        && whom_at.clone().all(|at| is_name_like(units, at))
    {
        // "said of her, | “No”", "said the other day, | “No”"
        let verb = units[only.start - 1].tag.reports();
        let somebody = |unit: &Unit| {
            use Tag::{First, He, Name, Office, Person, They};
            matches!(unit.tag, First | He | Name | Office | Person | They)
        };
        if verb && report.source.as_ref() != Some(&whom_at) && whom.iter().any(somebody) {
            report.addressee = Some(whom_at);
        }
        only.start = quotation;
    }
}

/// What stands behind a cue that somebody can be the object of: "told | her".
struct Hearer<'a> {
    units: &'a Units<'a>,
    from: UnitIx,
    /// Of the cue.
    classes: Classes,
    /// "her", "them"
    pronoun: bool,
}

impl<'a> Hearer<'a> {
    fn of(units: &'a Units<'a>, report: &Report) -> Option<Self> {
        let cue = report.cue.clone();
        let verb = cue.clone().rev().map(|at| &units[at]).find(|unit| unit.tag.reports());
        let classes = verb.map_or(report.phrase, |verb| verb.classes);
        let from = cue.end;
        let inverted = report.source.as_ref().is_some_and(|source| source.start >= from);
        // "asked for | the gate's motor to be replaced", "asked about | the pothole on the lane"
        let about = matches!(units[from - 1].word, FOR | ABOUT);
        if !classes.has(Class::TakesAddressee) || inverted || about {
            return None;
        }
        // "warned of | the serious risk of a war"
        let mut phrases = cue.filter_map(|at| units.phrase(at));
        let phrase = phrases.find(|(_, end)| *end == from);
        if phrase.is_some_and(|(classes, _)| classes.has(Class::TakesPhrase)) {
            return None;
        }
        let pronoun = units
            .get(from)
            .is_some_and(|unit| matches!(unit.tag, Tag::First | Tag::He | Tag::They));
        Some(Hearer { units, from, classes, pronoun })
    }

    /// Where who is told ends; at `from` if that is nobody.
    fn end(&self, block_end: UnitIx) -> UnitIx {
        let Hearer { units, from, pronoun, .. } = *self;
        let far = if pronoun { 1 } else { LONGEST_HEARER };
        let last = block_end.min(from + far);
        let ends = |at: &UnitIx| {
            let named = is_name_like(units, *at) || self.is_of_name(*at);
            !named || self.is_what(*at) || self.is_another(*at)
        };
        let end = (from..last).find(ends).unwrap_or(if pronoun { from + 1 } else { from });
        // "briefed members | of the Cabinet | on the census", "asked the board | of the bank | to"
        let whose = (end + 1..last).find(ends).filter(|at| {
            let members = &units[end - 1];
            let several = members.tag == Tag::Person && members.classes.has(Class::Plural);
            let to = units[*at].tag == Tag::To && self.classes.has(Class::TakesTo);
            let on = several && matches!(units[*at].word, ABOUT | ON);
            units[end].word == OF && (to || on)
        });
        whose.unwrap_or(end)
    }

    /// "told reporters | the board was late", "told the meeting | Lorne now had a plan"
    fn is_another(&self, at: UnitIx) -> bool {
        let Some([.., before, noun]) = self.units.get(self.from..at) else {
            return self.is_behind_several(at);
        };
        let next = self.units[at + 1..].iter().find(|next| !next.tag.is_adverb());
        let meeting = before.tag.is_determiner() || before.shape == Shape::Lower;
        let plain = noun.shape == Shape::Lower && !matches!(noun.tag, Tag::Preposition | Tag::To);
        let meeting = meeting && plain && !is_somebody(noun);
        let name = matches!(self.units[at].tag, Tag::Name | Tag::Upper);
        let clause = name && next.is_some_and(|verb| verb.tag.is_finite());
        self.is_behind_several(at) || meeting && clause
    }

    /// "told reporters | the"
    fn is_behind_several(&self, at: UnitIx) -> bool {
        let reporters = &self.units[at - 1];
        let noun = at > self.from && is_somebody(reporters) && is_several(reporters);
        noun && self.units[at].tag == Tag::Determiner
    }

    /// "asked the doctor | what she had seen", but not "the cable which"
    fn is_what(&self, at: UnitIx) -> bool {
        let unit = &self.units[at];
        unit.classes.has(Class::Complementizer) && unit.tag != Tag::Relative
    }

    /// "the Secretary-General | of | the Alliance of Nations", "the Head of | State"
    fn is_of_name(&self, at: UnitIx) -> bool {
        let units = self.units;
        let named = |at: UnitIx| units.get(at).is_some_and(|unit| unit.shape.is_capitalised());
        let of = |at: UnitIx| units[at].tag == Tag::Preposition;
        // "the Post's | “Mornings” | programme"
        let title = |at: UnitIx| {
            at > self.from
                && units[at - 1].tag == Tag::Possessive
                && units[at].quoted == Quoted::Whole
        };
        if title(at) || title(at - 1) && units[at].tag == Tag::SpeechBase {
            return true;
        }
        // "the Trade | and | Labour Council"
        let joined = at > self.from && units[at].word == AND && named(at - 1) && named(at + 1);
        if joined && units.get(at + 2).is_some_and(|council| council.classes.has(Class::Body)) {
            return true;
        }
        if at > self.from && of(at - 1) && named(at) && units[at].tag == Tag::SpeechBase {
            return true;
        }
        let the = units.get(at + 1).is_some_and(|unit| unit.tag == Tag::Determiner);
        units[at].tag == Tag::Preposition
            && at > self.from
            && named(at - 1)
            && named(at + 1 + usize::from(the))
    }

    /// Whether somebody can be told: "her", "the mayor", in "told staff | to ignore it" a noun
    /// alone.
    fn may_hear(&self) -> bool {
        let Hearer { units, from, .. } = *self;
        let opens = |next: &Unit| matches!(next.tag, Tag::To | Tag::That);
        let first = units[from.min(units.len() - 1)].tag;
        is_subject(first)
            || matches!(first, Tag::Word | Tag::S) && units.get(from + 1).is_some_and(opens)
    }

    /// "warned investors | against haste": the preposition belongs to the verb.
    fn is_before_phrase(&self, at: UnitIx) -> bool {
        let words = self.units.get(self.from - 1..at + 1).unwrap_or_default();
        let [verb, .., against] = words else { return false };
        let phrase = self.units.lexicon.phrase_of(&[verb.word, against.word]);
        phrase.is_some_and(|(classes, _)| classes.has(Class::TakesPhrase))
    }

    /// "ordered the arrest | of the mayor": nobody is told.
    fn is_deed(&self, end: UnitIx, report: &Report) -> bool {
        let Hearer { units, from, .. } = *self;
        let of = units.get(end).is_some_and(|unit| unit.word == OF) && !self.is_before_phrase(end);
        let whole = report.content.first().is_some_and(|part| part.start == from && part.end > end);
        let [the, noun @ ..] = &units[from..end] else { return false };
        the.tag == Tag::Determiner
            && !noun.is_empty()
            && noun.iter().all(|unit| unit.tag == Tag::Word)
            && of
            && whole
    }

    /// "told me | it would rain", "assures us | he has", "told the Board | it had"
    fn is_before_bare_clause(&self, end: UnitIx, report: &Report) -> bool {
        let units = self.units;
        let finite = || has_finite(&units[end..report.reach().end.max(end)]);
        let had = || units.get(end + 1).is_some_and(|had| had.tag.is_finite());
        units.get(end).is_some_and(|unit| match self.pronoun {
            true => unit.tag.is_pronoun() || is_subject(unit.tag) && finite(),
            false => unit.tag.is_pronoun() && had() && !self.classes.has(Class::TakesPhrase),
        })
    }

    /// "told me | that", "asked him | who had come"
    fn is_before_clause(&self, end: UnitIx) -> bool {
        self.units.get(end).is_some_and(|unit| {
            matches!(unit.tag, Tag::That | Tag::To | Tag::Preposition)
                || self.pronoun && unit.tag == Tag::Relative
                || self.is_what(end)
                || unit.quoted != Quoted::Outside
        })
    }
}

/// In "told Reuters | the deal was close": where the clause begins.
fn unmarked_clause(units: &Units, report: &Report) -> Option<UnitIx> {
    let from = report.cue.end;
    if !report.cue.clone().any(|at| units.lemma(at) == TELL && units[at].tag != Tag::SpeechBase) {
        return None;
    }
    let whole = clause_end(units, units.sentence_of(report.cue.start), from);
    // "told him what he knew", "told his barber before he told us"
    const OPENS: Classes = Classes::of(&[Class::Complementizer, Class::Conjunction]);
    let marked = |unit: &Unit| {
        let opens = unit.classes.has_any(OPENS) || is_relative(unit);
        opens || unit.tag.is_mark() || unit.quoted != Quoted::Outside
    };
    // "told reporters more than half had left"
    let than = |at: UnitIx| units[at].word == THAN;
    let ends = |at: &UnitIx| marked(&units[*at]) && !than(*at);
    let limit = (from..whole).find(ends).unwrap_or(whole);
    // "told Reuters | miners who came up had seen it"
    let named = |at: UnitIx| matches!(units[at].tag, Tag::Name | Tag::Upper);
    if (from + 2..whole).contains(&limit)
        && is_relative(&units[limit])
        && (from..limit - 1).all(named)
        && matches!(units[limit - 1].tag, Tag::S | Tag::Person)
    {
        return Some(limit - 1);
    }
    // "told the paper | his son, a miner, had left"
    let comma = limit < whole && units[limit].tag == Tag::Comma;
    let mut nouns = from + 2..limit;
    if let Some(his) = nouns.find(|at| units[*at].tag == Tag::PossessivePronoun)
        && comma
        && (from..limit).all(|at| is_name_like(units, at))
        && units[from].tag == Tag::Determiner
        && has_finite(&units[limit..whole])
    {
        return Some(his);
    }
    if units[from..whole].iter().any(|unit| unit.tag == Tag::Colon) {
        return None;
    }
    // "told reporters | he's late"
    if let Some(subject) = (from + 1..limit).find(|at| is_contracted(&units[*at..limit]))
        && !has_finite(&units[from..subject])
        && report.content.iter().all(|part| part.start <= subject + 1)
    {
        return Some(subject);
    }
    let verb =
        (from + 1..limit).find(|at| units[*at].tag.is_finite() && !is_adjective(units, *at))?;
    let adverb = |at: &UnitIx| matches!(units[*at].tag, Tag::Ly | Tag::Adverb | Tag::Negation);
    // "told me | people there had waited"
    let me = matches!(units[from].tag, Tag::First | Tag::He | Tag::They);
    let there = opens_there(&units[verb - 1..limit]) && !(me && verb > from + 2);
    let last = if there { verb - 1 } else { (from..verb).rev().find(|at| !adverb(at))? };
    // "no one"
    let no = usize::from(units[last - 1].classes.has(Class::Negation) && last > from + 1);
    let start = match &report.content[..] {
        _ if there => last,
        parts
            if me
                && last > from
                && parts.iter().all(|part| (from..=last).contains(&part.start)) =>
        {
            from + 1
        }
        _ if units[last].tag.is_pronoun() && !inner(&units[last - 1]) => last - no,
        [] => start_of_subject(units, from..last + 1)?,
        [only] if (from..=last).contains(&only.start) => start_of_subject(units, from..last + 1)?,
        _ => return None,
    };
    (start > from).then_some(start)
}

/// "half of | them"
fn inner(before: &Unit) -> bool {
    before.tag == Tag::Preposition || before.classes.has(Class::Preposition)
}

/// Where the subject begins in "reporters | talks", "the families of the victims | the head of the
/// board".
fn start_of_subject(units: &Units, range: Range<UnitIx>) -> Option<UnitIx> {
    let crowd = &units[range.start];
    let several =
        is_somebody(crowd) && crowd.classes.has(Class::Plural) && !crowd.shape.is_capitalised();
    let next = range.start + 1;
    if several
        && next < range.end
        && is_name_like(units, next)
        && units[next].tag != Tag::Possessive
    {
        return Some(next);
    }
    let determiner = |at: &UnitIx| {
        matches!(units[*at].tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Negation)
    };
    let mut walk = range.clone().skip(1).rev().filter(determiner);
    if let Some(start) = walk.find(|at| !inner(&units[at - 1])) {
        // "closing the pier was a mistake"
        let closing = start > next && units[start - 1].tag.is_participle();
        return Some(start - usize::from(closing));
    }
    // "parliament | prices", "the Lorne Post | Ms Hale", "Reuters | Ana Ruiz"
    let [.., before, last] = &units[range.clone()] else { return None };
    let titled = range.clone().skip(1).find(|at| units[*at].tag == Tag::Honorific);
    let noun = matches!(before.tag, Tag::Word | Tag::S | Tag::Body | Tag::Name | Tag::Upper);
    let plural = (last.tag == Tag::S && noun).then_some(range.end - 1);
    // "the inquiry | Ana Ruiz", but "the mayor Ana Ruiz"
    let name = |at: &UnitIx| matches!(units[*at].tag, Tag::Name | Tag::Upper);
    let start = next.max(range.end - range.clone().rev().take_while(name).count());
    let named = match units[start - 1].tag {
        Tag::Name | Tag::Upper => true,
        Tag::Body | Tag::Word | Tag::S => !units[start - 1].shape.is_capitalised(),
        _ => false,
    };
    titled.or(plural).or((named && start < range.end).then_some(start))
}
