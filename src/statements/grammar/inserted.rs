//! What stands between commas right before a verb: "Dr. Fahdi, *thanking the Republic for its
//! help*, expressed hope".

use super::BY_GRAMMAR;
use super::subjects::of_sentence;
use super::syntax::{clause_start, has_finite, is_relative, is_subject, may_speak, opens_subject};
use crate::lexicon::Class;
use crate::lexicon::fixed::{BY, OF, WHILE};
use crate::model::Rule;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Unit, UnitIx, Units};
use std::ops::Range;

/// "Dr. Fahdi, thanking the Republic for its help, expressed hope ...", "He asked for prudence and,
/// criticising the delay, noted ...": a participle between commas stands between a subject and its
/// verb, and has the same subject.
pub fn before_verb(units: &Units, reports: &mut [Report], at: usize) {
    let Some(inserted) = Inserted::of(units, &reports[at]) else { return };
    let (earlier, now) = reports.split_at_mut(at);
    let source = inserted.subject(earlier, &now[0]).filter(|source| source.end < inserted.start);
    let Some(source) = source else { return };
    inserted.lead_in(earlier, &source);
    inserted.tell(&mut now[0], source);
}

/// What stands between commas right before a verb.
struct Inserted<'a> {
    units: &'a Units<'a>,
    sentence: &'a Range<UnitIx>,
    cue: Range<UnitIx>,
    /// Behind the first comma.
    start: UnitIx,
}

impl<'a> Inserted<'a> {
    fn of(units: &'a Units<'a>, report: &Report) -> Option<Self> {
        let cue = report.cue.clone();
        let sentence = units.sentence_of(cue.start);
        let verb = matches!(units[cue.start].tag, Tag::SpeechPast | Tag::SpeechPresent);
        // "went on to say"
        let finite = verb || report.phrase.has(Class::Past);
        let comma = |at: UnitIx| units[at].tag == Tag::Comma;
        if !finite || cue.start < sentence.start + 4 || !comma(cue.start - 1) {
            return None;
        }
        let apart = |at: &UnitIx| matches!(units[*at].tag, Tag::Semicolon | Tag::Colon);
        let opens = |start: &UnitIx| {
            let inside = Inserted { units, sentence, cue: cue.clone(), start: *start };
            let participle = units[inside.participle()].tag.is_participle();
            comma(start - 1) && (participle || inside.is_adverbial() || inside.is_place(report))
        };
        let inside = (sentence.start + 2..cue.start - 1).rev().take_while(|at| !apart(at));
        let start = inside.take(LONGEST_INSERTION).find(opens)?;
        Some(Inserted { units, sentence, cue, start })
    }

    /// "His Majesty, while | noting the delay, thanked", "One note, apparently | meaning him, said"
    fn participle(&self) -> UnitIx {
        let first = &self.units[self.start];
        self.start + usize::from(first.word == WHILE || first.tag.is_adverb())
    }

    /// "and, for its part, requested"
    fn is_adverbial(&self) -> bool {
        let Inserted { units, sentence, start, .. } = *self;
        let and = start > sentence.start + 2 && units[start - 2].tag == Tag::Conjunction;
        and && units[start].tag == Tag::Preposition && !has_finite(&units[start..self.cue.start])
    }

    /// "The mayor, in a letter signed by her aide, Jan Berg, accused": the aide has not.
    fn is_place(&self, report: &Report) -> bool {
        let Inserted { units, start, .. } = *self;
        let end = self.cue.start;
        let own = report.source.as_ref();
        let inside = own.is_some_and(|own| own.end > start && own.end <= end);
        // "despite his | doubts |"
        let verb = |[his, verb, by]: &[Unit; 3]| {
            // "an article | published in | May"
            let participle = verb.tag == Tag::Ed && by.tag == Tag::Preposition;
            verb.tag.is_finite() && !participle && by.word != BY && !his.tag.is_determiner()
        };
        let commas = units[start..end].iter().filter(|unit| unit.tag == Tag::Comma).count();
        units[start].tag == Tag::Preposition
            && units[start].word != OF
            && inside
            && (commas == 2 || commas == 1 && own.is_some_and(|own| own.start > start))
            && !units[start - 1..end].array_windows().any(verb)
    }

    fn subject(&self, earlier: &[Report], report: &Report) -> Option<Range<UnitIx>> {
        let Inserted { units, sentence, start, .. } = *self;
        if units[start - 2].tag == Tag::Conjunction {
            return of_sentence(units, sentence, earlier);
        }
        let comma = |at: UnitIx| units[at].tag == Tag::Comma;
        let first = clause_start(units, sentence, start);
        let first = first + usize::from(units[first].tag == Tag::Conjunction);
        // "In Kelm, | Holt, praising the plan, said"
        let fronted = units[first].tag == Tag::Preposition;
        let subject = |at: &UnitIx| !fronted || comma(at - 1) && is_subject(units[*at].tag);
        let subject = (first + usize::from(fronted)..start - 1).find(subject).unwrap_or(first);
        // "Meanwhile | Holt, praising the plan, said"
        let adverbs = (subject..start - 1).take_while(|at| units[*at].tag.is_adverb()).count();
        let subject = (subject + adverbs).min(start - 1)..start - 1;
        // "Snow fell in Kelm, | the agency, quoting a report, said"
        let last = subject.clone().rev().find(|at| comma(*at));
        let whole = report.source.as_ref().is_some_and(|own| own.start <= subject.start);
        let last = last.filter(|_| !whole && has_finite(&units[subject.clone()]));
        let subject = last.map_or(subject.start, |comma| comma + 1)..subject.end;
        let words = &units[subject.clone()];
        // "A note in the margin, in the hand of the mayor, Jan Berg, | reads"
        let thing = self.is_place(report) && !words.iter().any(may_speak);
        let noun = words.first().is_some_and(opens_subject)
            && !thing
            && !has_finite(words)
            && !words.iter().any(is_relative);
        noun.then_some(subject)
    }

    /// The participle leads in, and what its subject told before ends there.
    fn lead_in(&self, earlier: &mut [Report], source: &Range<UnitIx>) {
        let Inserted { units, sentence, start, .. } = *self;
        let participle = self.participle();
        let mut leads = earlier.iter_mut().filter(|_| units[participle].tag.reports());
        if let Some(lead) = leads.find(|report| report.cue.start == participle) {
            lead.source = Some(source.clone());
            lead.tells(lead.cue.end..self.cue.start - 1);
            lead.drop_empty();
            lead.rule = Rule::LeadIn;
            lead.settle(BY_GRAMMAR);
        }
        let joint = start - 2;
        if units[joint].tag == Tag::Conjunction {
            let same = earlier.iter_mut().rev().take_while(|r| r.cue.start >= sentence.start);
            for before in same.filter(|before| before.source.as_ref() == Some(source)) {
                before.cut(self.cue.start, joint);
            }
        }
    }

    /// "Snow fell, | the agency, quoting a report, said on Monday.": a clause before the subject is
    /// what it says, where none stands behind.
    fn tell(&self, report: &mut Report, source: Range<UnitIx>) {
        let Inserted { units, sentence, ref cue, .. } = *self;
        let ends = !has_finite(&units[cue.end.min(sentence.end)..sentence.end]);
        let clause = clause_start(units, sentence, source.start);
        let clause = Some(clause).filter(|clause| ends && opens_subject(&units[*clause]));
        let first = report.content.first().map(|said| said.start);
        let said = first.filter(|said| *said < source.start).or(clause).unwrap_or(cue.end);
        let said = said..source.start.saturating_sub(1);
        match units.get(said.clone()) {
            Some(clause) if units[said.end].tag == Tag::Comma && has_finite(clause) => {
                report.tells(said);
            }
            _ => report.begin_by(cue.end),
        }
        report.source = Some(source);
        report.settle(BY_GRAMMAR);
    }
}

/// What is inserted is no longer than this.
const LONGEST_INSERTION: usize = 40;
