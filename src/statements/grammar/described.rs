//! A subject with what describes it before its verb: "*The nurse, who spoke on condition of
//! anonymity,* confirmed the account".

use super::BY_GRAMMAR;
use super::contents::that_follows;
use super::relatives::fronted;
use super::syntax::{
    clause_end, clause_start, has_finite, is_relative, is_somebody, is_speech, is_subject, tells,
};
use crate::lexicon::Class;
use crate::lexicon::fixed::{HAS, HAVE, OR};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// The subject before a relative clause, and the clause with it, is the source.
pub fn subject(units: &Units, report: &mut Report) {
    let Some(described) = Described::of(units, report) else { return };
    let cue = report.cue.clone();
    // What stands before the cue must be of the subject alone.
    let (before, after): (Vec<_>, Vec<_>) =
        report.content.iter().cloned().partition(|part| part.start < cue.start);
    let inverted = report.source.as_ref().filter(|source| source.start >= cue.end);
    let behind = inverted.is_some() && !before.is_empty();
    let resumes = || inverted.is_none_or(|source| described.resumes(source));
    let own = before.is_empty() || described.ends_at_cue() && resumes();
    let near = || behind || described.is_near(after.first());
    let start = described.start();
    let fits = before.iter().all(|part| described.is_of_subject(start, part))
        && report.source.as_ref().is_none_or(|source| described.is_piece(start, source));
    if !own || described.has_own_verb() || !near() || !fits {
        return;
    }
    report.content = match behind {
        true => vec![cue.end..clause_end(units, described.sentence, cue.end)],
        false => after,
    };
    report.source = Some(start..cue.start);
    report.settle(BY_GRAMMAR);
}

/// The subject of a cue behind a comma, with a relative clause or a participle.
struct Described<'a> {
    units: &'a Units<'a>,
    sentence: &'a Range<UnitIx>,
    cue: Range<UnitIx>,
    /// Where the clause begins.
    clause: UnitIx,
    /// Where what describes the subject begins.
    relative: UnitIx,
}

impl<'a> Described<'a> {
    fn of(units: &'a Units<'a>, report: &Report) -> Option<Self> {
        let cue = report.cue.clone();
        let sentence = units.sentence_of(cue.start);
        let has = matches!(units[cue.start].word, HAS | HAVE);
        let verb = units.get(cue.start + usize::from(has))?.tag;
        let finite = matches!(verb, Tag::SpeechPast | Tag::SpeechPresent | Tag::SpeechBase);
        let comma = |at: UnitIx| units[at].tag == Tag::Comma;
        if !finite || cue.start < sentence.start + 4 || !comma(cue.start - 1) {
            return None;
        }
        let start = clause_start(units, sentence, cue.start);
        let start = start + fronted(&units[start..cue.start]);
        // "said that | the note, which he had read, warned", "in which | an official, whom none
        // named,"
        let opens_clause = |at: &UnitIx| {
            let (before, which) = (&units[at - 1], &units[*at]);
            which.tag == Tag::That && is_speech(before)
                || is_relative(which) && before.tag == Tag::Preposition
        };
        let lead = (start + 1..cue.start).take_while(|at| !comma(*at));
        let clause = lead.filter(opens_clause).last().map_or(start, |at| at + 1);
        // "who, in 2014, said": its own verb.
        let opens = |at: &UnitIx| {
            is_relative(&units[*at]) && !comma(at + 1) || inserted(units, report, clause, *at)
        };
        let relative = (clause + 1..cue.start).find(opens)?;
        // "The researchers, who measured it, | warn"
        let subject = &units[clause..relative];
        let several = subject.iter().any(|noun| noun.classes.has(Class::Plural));
        let one = verb == Tag::SpeechBase && (!several || has_finite(subject));
        (!one).then_some(Described { units, sentence, cue, clause, relative })
    }

    /// Where the subject begins: mostly with the clause.
    fn start(&self) -> UnitIx {
        let Described { units, relative, .. } = *self;
        // "met Ana Ruiz, | whose lawyer, Karl Berg, | said"
        let whose = &units[relative..self.cue.start - 1];
        let role = whose.iter().position(|unit| unit.tag == Tag::Comma);
        let role = role.filter(|_| units[relative].tag == Tag::PossessivePronoun);
        let named = role.is_some_and(|comma| {
            is_somebody(&whose[comma - 1])
                && whose[comma + 1..].iter().all(|unit| unit.shape.is_capitalised())
        });
        // "a measure which | the minister, Karl Berg, | has said would cost"
        let object = units[relative].tag == Tag::Relative && {
            let subject = &units[relative + 1..self.cue.start];
            // But "who | heads the union, | said".
            let opens = subject[0].tag.is_determiner() || subject[0].shape.is_capitalised();
            opens && !has_finite(subject)
        };
        match () {
            () if named && is_relative(&units[relative]) => relative,
            () if object => relative + 1,
            () => self.clause,
        }
    }

    /// "who had called it | “a folly” |, admitted": a content that is of the subject.
    fn is_of_subject(&self, start: UnitIx, part: &Range<UnitIx>) -> bool {
        let own = part.start >= start && part.end <= self.cue.start;
        let inside = part.start > self.relative && part.end < self.cue.start;
        let plain = |unit: &Unit| unit.quoted == Quoted::Outside;
        own && (inside || self.units[part.clone()].iter().all(plain))
    }

    /// Whether a source is a piece of the subject, or of none.
    fn is_piece(&self, start: UnitIx, source: &Range<UnitIx>) -> bool {
        source.start + 1 >= self.relative
            || source.start == start
            || source.end <= start
            || source.start == self.clause
    }

    /// "warned on Wednesday | that", "told reporters | that", "wrote, | “No”"
    fn is_near(&self, content: Option<&Range<UnitIx>>) -> bool {
        let Described { units, sentence, ref cue, .. } = *self;
        content.is_none_or(|part| {
            let told = tells(&units[cue.end - 1]);
            let quoted = units[part.start].quoted != Quoted::Outside;
            let when = |unit: &Unit| {
                matches!(unit.tag, Tag::Preposition | Tag::Time | Tag::Colon)
                    || told && (is_subject(unit.tag) || unit.tag == Tag::S)
                    || quoted && unit.tag == Tag::Comma
            };
            let between = units.get(cue.end..part.start);
            between.is_some_and(|between| between.iter().all(when))
                || that_follows(units, sentence, cue.end) == Some(part.start)
        })
    }

    /// "The mayor, who came late, said | the bridge, an old one, had fallen": the bridge has not
    /// said it. But "The bridge, which fell, was old, said the mayor".
    fn ends_at_cue(&self) -> bool {
        !(self.relative..self.cue.start - 1).any(|at| self.units[at].tag == Tag::Comma)
    }

    /// "said | her son, who was ill, had left"; but "The firm, which is large, wrote the mayor, is
    /// bankrupt" is the mayor's.
    fn resumes(&self, source: &Range<UnitIx>) -> bool {
        let Described { units, sentence, .. } = self;
        let rest = &units[source.end.min(sentence.end)..sentence.end];
        let main = |[comma, verb]: &[Unit; 2]| comma.tag == Tag::Comma && verb.tag.is_finite();
        let inserted = rest.first_chunk().is_some_and(main);
        units[source.clone()].array_windows().any(main) || has_finite(rest) && !inserted
    }

    /// "Ana Ruiz, who leads it, | said she must go, while the whip, Tom Hale, argued"
    fn has_own_verb(&self) -> bool {
        let Described { units, relative, ref cue, .. } = *self;
        let resumes = |at: &UnitIx| units[*at].tag == Tag::Comma && units[at + 1].tag.is_finite();
        (relative..cue.start - 1).find(resumes).is_some_and(|verb| {
            let next = |[comma, and]: &[Unit; 2]| {
                comma.tag == Tag::Comma && and.tag == Tag::Conjunction && and.word != OR
            };
            units[verb + 1..cue.start].array_windows().any(next)
        })
    }
}

/// "Ruiz, elected in May, said", "The governor, her jacket gray with ash after a morning there,
/// said", "Ruiz, an envoy, said | the firm, which is old, would close"
fn inserted(units: &Units, report: &Report, start: UnitIx, at: UnitIx) -> bool {
    let inside = &units[at..report.cue.start];
    let own = || inside[0].tag == Tag::PossessivePronoun && !has_finite(inside);
    // "One boy, aged nine, wrote", "Ana Ruiz, asked if it was late, told"
    let subject = is_subject(units[start].tag) || units[start].tag == Tag::It;
    let inverted = report.source.as_ref().filter(|source| source.start >= report.cue.end);
    let aside = inverted.is_some_and(|source| source.end > at)
        && inside[0].tag.is_determiner()
        && !has_finite(inside)
        && !has_finite(&units[start..at]);
    // "known for her songs", "best known for her songs"
    let best = matches!(inside[0].tag, Tag::Adverb | Tag::Word | Tag::Ly);
    let known = inside[usize::from(best)].classes.has(Class::Participle);
    let lead = &units[start..at - 1];
    let known = known && !has_finite(lead) && lead.iter().all(|unit| unit.tag != Tag::Comma);
    let comma = units[at - 1].tag == Tag::Comma;
    subject && comma && (inside[0].tag == Tag::Ed || known || own() || aside)
}
