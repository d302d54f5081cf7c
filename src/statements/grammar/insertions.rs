//! Past what is inserted: whose report it is behind one ("Dosymov, she said, *had answered* that he
//! wanted none"), and where a content goes on.

use super::BY_GRAMMAR;
use super::contents::{LATE, LONGEST_INSERTED, is_name_like};
use super::syntax::{clause_end, clause_start, has_finite, is_relative, is_speech, is_subject};
use crate::lexicon::fixed::{AND, BUT, HE, HER, HIM, OR, SAY, SHE, THEM, THEY};
use crate::model::Rule;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// A report between commas, in the middle of what it reports.
struct Insertion {
    /// From the start of the clause to the comma.
    before: Range<UnitIx>,
    cue: Range<UnitIx>,
    source: UnitIx,
    /// Behind the second comma.
    resumes: UnitIx,
}

/// "Dosymov, she said, | had answered", "Aksarin, who, she said, | had promised", "Dosymov, she
/// said, had called and | told her", "He had called, she said, and | had told her": the verb is of
/// him whom the inserted report is about.
pub fn subject_before(units: &Units, reports: &mut [Report], at: usize) {
    let sentence = units.sentence_of(reports[at].cue.start);
    let (earlier, now) = reports.split_at_mut(at);
    let report = &mut now[0];
    let cue = report.cue.clone();
    let told = units[cue.clone()].iter().any(|unit| unit.tag == Tag::Be);
    let behind = !told && report.content.iter().any(|part| part.start >= cue.end);
    if !behind || !(units[cue.start].tag == Tag::Have || is_speech(&units[cue.start])) {
        return;
    }
    let same = earlier.iter().rev().take_while(|outer| outer.cue.start >= sentence.start);
    let found = same.take(3).find_map(|outer| insertion(units, sentence, outer));
    let Some(inserted) = found.filter(|inserted| inserted.resumes <= cue.start) else { return };
    let clause = report.content.iter().any(|part| units[part.start].tag == Tag::That);
    let noun = || noun_before(units, &inserted, clause);
    let helps = |unit: &Unit| unit.tag == Tag::Have || unit.tag.is_adverb();
    let subject = if units[inserted.resumes..cue.start].iter().all(helps) {
        relative_before(units, &inserted).or_else(noun)
    } else if let Some(subject) = own_subject(units, inserted.resumes, cue.start) {
        Some(subject)
    } else if is_joined(units, inserted.resumes, cue.start) {
        let verb = has_finite(&units[inserted.resumes..cue.start]);
        noun().filter(|_| verb).or_else(|| of_clause(units, &inserted, &cue))
    } else {
        None
    };
    if let Some(subject) = subject {
        report.source = Some(subject);
        report.content.retain(|part| part.start >= cue.end);
        report.settle(BY_GRAMMAR);
    }
}

fn insertion(units: &Units, sentence: &Range<UnitIx>, outer: &Report) -> Option<Insertion> {
    let source = outer.source.as_ref().filter(|_| outer.settled)?;
    let resumes = outer.content.last()?.start;
    let opens = source.start.min(outer.cue.start);
    let comma = |at: UnitIx| units[at].tag == Tag::Comma;
    let around = opens > sentence.start
        && resumes > source.end.max(outer.cue.end)
        && comma(opens - 1)
        && comma(resumes - 1);
    let before = clause_start(units, sentence, opens)..opens.saturating_sub(1);
    (around && !before.is_empty()).then(|| Insertion {
        before,
        cue: outer.cue.clone(),
        source: source.start,
        resumes,
    })
}

/// "Aksarin, | who |, she said,"
fn relative_before(units: &Units, inserted: &Insertion) -> Option<Range<UnitIx>> {
    let last = inserted.before.end - 1;
    (units[last].tag == Tag::Relative).then_some(last..last + 1)
}

/// "| Dosymov |, she said,"; before a clause also "| The report |, she said, found that", but "The
/// envelope, she said, had contained": no thing.
fn noun_before(units: &Units, inserted: &Insertion, clause: bool) -> Option<Range<UnitIx>> {
    let subject = &units[inserted.before.clone()];
    let somebody = |unit: &Unit| {
        use Tag::{Body, Honorific, Name, Office, Person, Upper};
        matches!(unit.tag, Body | Honorific | Name | Office | Person | Upper)
    };
    let mut noun = subject.iter().take_while(|unit| unit.tag != Tag::Preposition);
    let is_noun = (is_subject(subject[0].tag) || subject[0].tag == Tag::It) && !has_finite(subject);
    // "Her client"
    let hers = matches!(subject, [her, noun]
        if (her.tag, noun.tag) == (Tag::PossessivePronoun, Tag::Word));
    (is_noun && (clause || hers || noun.any(somebody))).then(|| inserted.before.clone())
}

/// "She had come, she said, and | Ana Ruiz | had asked": a clause has its own subject.
fn own_subject(units: &Units, resumes: UnitIx, cue: UnitIx) -> Option<Range<UnitIx>> {
    let and = units[resumes].tag == Tag::Conjunction;
    let subject = resumes + 1..cue;
    let noun = subject.clone().all(|at| is_name_like(units, at));
    let opens = !subject.is_empty() && is_subject(units[subject.start].tag);
    (and && opens && noun).then_some(subject)
}

/// "She had come, she said, and | Ana Ruiz | had left, arguing": who argues.
pub fn of_last_clause(units: &Units, outer: &Report, end: UnitIx) -> Option<Range<UnitIx>> {
    let last = outer.content.last().filter(|last| last.start > outer.cue.end)?;
    let verb = (last.start..end).find(|at| units[*at].tag.is_finite())?;
    own_subject(units, last.start, verb)
}

/// The subject of the clause before, whose verb goes on: "He | had come, she said, and had told",
/// or who can't be the one who is told: "He called, she said, and told her".
fn of_clause(units: &Units, inserted: &Insertion, cue: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let is_had = |at: UnitIx| units[at].tag == Tag::Have;
    let verb = inserted.before.clone().find(|at| units[*at].tag.is_finite())?;
    let goes_on = is_had(verb) && is_had(cue.start) && !inserted.cue.clone().any(is_had);
    let told_teller = is_told(units, inserted.source, cue);
    let subject = inserted.before.start..verb;
    let comma = subject.clone().rev().find(|at| units[*at].tag == Tag::Comma);
    let subject = comma.map_or(subject.start, |comma| comma + 1)..verb;
    let is_noun = !subject.is_empty() && is_subject(units[subject.start].tag);
    (is_noun && (goes_on || told_teller)).then_some(subject)
}

/// "she ... | told her that": two people; but "told her brother".
fn is_told(units: &Units, teller: UnitIx, cue: &Range<UnitIx>) -> bool {
    let Some([_, next]) = units.get(cue.end..cue.end + 2) else { return false };
    let himself = match units[teller].word {
        HE => HIM,
        SHE => HER,
        THEY => THEM,
        _ => return false,
    };
    let clause = matches!(next.tag, Tag::That | Tag::To | Tag::Complementizer | Tag::Preposition);
    clause && units[cue.end].word == himself
}

/// Whether "and" stands right before the cue, and nothing behind the insertion has a subject of its
/// own.
fn is_joined(units: &Units, resumes: UnitIx, cue: UnitIx) -> bool {
    let joint = (resumes..cue).rev().find(|at| !units[*at].tag.is_adverb());
    let apart = |unit: &Unit| {
        let clause = matches!(unit.tag, Tag::That | Tag::Complementizer);
        clause || unit.tag.is_mark() || is_relative(unit) || unit.quoted != Quoted::Outside
    };
    joint.is_some_and(|joint| units[joint].tag == Tag::Conjunction)
        && !units[resumes..cue].iter().any(apart)
}

/// "said | that its rules, drafted long ago, no longer fit": a clause has a verb.
pub fn past_insertion(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let comma = |at: &UnitIx| units.get(*at).is_some_and(|unit| unit.tag == Tag::Comma);
    // "its rules"
    let noun = |at: UnitIx| units[at].tag.is_determiner();
    let verb = |at: UnitIx| units.get(at).is_some_and(|unit| unit.tag.is_finite()) && !noun(at - 1);
    let Some(first) = report.content.first_mut().filter(|first| first.start < first.end) else {
        return;
    };
    let end = first.end - usize::from(comma(&(first.end - 1)));
    let that = units[first.start].tag == Tag::That;
    let open = report.rule != Rule::LeadIn
        && first.start >= report.cue.end
        && first.len() <= LATE
        // "said that | the bridge would, in her view, | last"
        && !(first.start..end - usize::from(units[end - 1].tag == Tag::Auxiliary)).any(verb)
        && comma(&end)
        && units.get(end + 1).is_some_and(|unit| {
            // "the results, while alarming, are old"
            unit.tag != Tag::Conjunction || !matches!(unit.word, AND | BUT | OR)
        });
    // "said | the bridge, a gift of the port, was old"
    let bare = !that
        && first.start == report.cue.end
        && units.lemma(report.cue.end - 1) == SAY
        && is_subject(units[first.start].tag);
    let closes = |at: UnitIx| comma(&at) && (that || verb(at + 1));
    if open && (that || bare) && (end + 1..sentence.end).take(LONGEST_INSERTED).any(closes) {
        first.end = clause_end(units, sentence, end + 1);
    }
}
