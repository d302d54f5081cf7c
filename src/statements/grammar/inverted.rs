//! Contents before a verb whose subject stands behind it: "The frost will hold, *observed* the Head
//! of State".

use super::BY_GRAMMAR;
use super::contents::is_name_like;
use super::syntax::{
    clause_start, end_before, has_comma, has_finite, is_clause_in_capitals, is_headline, is_number,
    is_relative, is_several, is_somebody, is_speech, is_subject, may_speak,
};
use crate::lexicon::fixed::{BY, FOR, FROM, OF, SAY};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "The frost will hold, | observed the Head of State.": a clause and a comma before a cue whose
/// subject ends the sentence are its content. A verb that takes an object must have one behind it
/// who can speak.
pub fn said_before(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = &report.cue;
    let verb = &units[cue.start];
    // "| pointed out | the mayor"
    let phrase =
        |(classes, end): (Classes, UnitIx)| end == cue.end && !classes.has(Class::TakesPhrase);
    let one = cue.len() == 1 || units.phrase(cue.start).is_some_and(phrase);
    // "It is unsafe, | say experts"
    let says = is_speech(verb) || verb.tag == Tag::SpeechBase;
    if !says || !one || cue.start < sentence.start + 2 {
        return;
    }
    let Some(subject) = subject_behind(units, cue.end..sentence.end) else { return };
    let clause = clause_start(units, sentence, cue.start)..end_before(units, cue.start);
    let capitals = verb.shape.is_capitalised() && is_clause_in_capitals(&units[subject.clone()]);
    if clause.is_empty() || capitals {
        return;
    }
    let said = &units[clause.clone()];
    let rest = &units[subject.end..sentence.end];
    // "She crossed the hall, thanked | the envoy."
    let takes = |class: Class| verb.classes.has(class);
    // "Storms will return, | warns minister"; but "warns rivals".
    let headline = is_headline(units, sentence);
    let agrees = subject.end == sentence.end && !is_several(&units[subject.end - 1]);
    let warns = headline && verb.tag == Tag::SpeechPresent && agrees;
    let whom = takes(Class::TakesAddressee) && !takes(Class::TakesTo) && !warns;
    let more = verb.classes.has_any(TAKES_MORE) && !warns;
    let clause_said = is_clause(said);
    // "Prices will rise, warned | the mayor."
    let whom = whom && takes(Class::TakesPhrase);
    if whom
        || (more || takes(Class::TakesAddressee))
            && !(clause_said && can_speak(&units[subject.clone()], rest))
    {
        return;
    }
    // "The mayor, a tired man named Berg, says | the figures flatter her"
    let described = report.source.as_ref().is_some_and(|source| {
        !clause_said && source.start == clause.start && source.end == cue.start
    });
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside;
    // "The delay was “unacceptable”, | said"
    let clause_of = |unit: &Unit| plain(unit) && unit.tag.is_finite();
    // "Talks resume next week, | said the minister", "Not so, | said Ana Ruiz"
    let says = || {
        let mut teller = units[subject.clone()].iter();
        let somebody = |unit: &Unit| is_somebody(unit) || unit.tag == Tag::Name;
        let ends = subject.end + usize::from(units[sentence.end - 1].tag == Tag::Stop);
        (units.lemma(cue.start) == SAY || verb.classes.has(Class::Reply))
            && ends == sentence.end
            && teller.any(somebody)
            && !said.iter().any(|unit| unit.tag == Tag::Comma)
    };
    let quoted = !said.iter().all(plain);
    let closes = said.last().is_some_and(|last| !plain(last));
    // "Ruiz had voiced “concern” and had left, | said the ministry"
    let told = report.source.as_ref().is_none_or(|source| source.end <= report.cue.start);
    let opens = told && is_subject(said[0].tag) && plain(&said[0]);
    // "They plan to meet “soon,” | said"
    let finite = said.iter().any(clause_of) || quoted && said[0].tag.is_pronoun();
    let finite = finite && (closes || !quoted || opens);
    let whole = finite || headline && quoted && plain(&said[0]) || !quoted && says();
    // "The road is closed | said Mr. Reed."
    let bare =
        finite && units[subject.start].tag == Tag::Honorific && units.lemma(cue.start) == SAY;
    if (bare || has_comma(units, cue.start - 1)) && whole && !described {
        report.tells(clause);
        // "said Ana Ruiz, a professor | of law at Lorne"
        let longer = report.source.take_if(|s| s.start == subject.start && s.end > subject.end);
        report.source = longer.or(Some(subject));
        report.settle(BY_GRAMMAR);
    }
}

/// "The mayor, Ana Ruiz, would lose", "In May, the dam would hold": a whole clause up to the comma
/// before a verb. "The mayor, elected in May, | praised"
fn is_clause(said: &[Unit]) -> bool {
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let main = said.rsplit(comma).next().unwrap_or_default();
    let (Some(first), Some(verb)) = (said.first(), main.first()) else { return false };
    let lead = &said[..said.len() - main.len()];
    let leads = lead.iter().filter(|unit| comma(unit)).count() == 1
        && match first.tag {
            Tag::Preposition | Tag::Time => !has_finite(lead),
            tag => matches!(tag, Tag::Complementizer | Tag::Conjunction),
        };
    lead.is_empty() || verb.tag.helps() || leads && is_subject(verb.tag) && has_finite(main)
}

/// "noted | her rival, Tom Hale, | on Monday.": no object of the verb, but who says so. "noted the
/// time and left"
fn can_speak(subject: &[Unit], rest: &[Unit]) -> bool {
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let ends = |unit: &Unit| comma(unit) || unit.tag == Tag::Preposition;
    let noun = subject.split(ends).next().and_then(<[Unit]>::last);
    // "a majority of regular, pledged | delegates"
    let first = &subject[0];
    let opens = first.shape.is_capitalised() || first.tag.is_determiner() || is_number(first);
    let plain = |unit: &Unit| !comma(unit) && unit.tag != Tag::Conjunction && !unit.tag.is_finite();
    let rest = &rest[usize::from(rest.first().is_some_and(comma))..];
    let stop = rest.last().is_some_and(|stop| stop.tag == Tag::Stop);
    opens && noun.is_some_and(may_speak) && stop && rest.iter().all(plain)
}

/// Verbs that take an object, which may be a person, or a clause with "to".
pub const TAKES_MORE: Classes =
    Classes::of(&[Class::TakesPhrase, Class::TakesAddressee, Class::TakesTo]);

/// The noun phrase that ends a sentence, or stands there before "on Monday": "a spokesman for the
/// mayor", "Ana Ruiz, the mayor of Lorne", "Hale, who chairs the board".
fn subject_behind(units: &Units, range: Range<UnitIx>) -> Option<Range<UnitIx>> {
    let all = &units[..range.end];
    let first = all.get(range.start)?;
    let holds = |at: UnitIx| [OF, FOR, BY, FROM].contains(&units[at].word);
    let inside = |at: UnitIx| at > range.start && !all[at].shape.is_capitalised();
    let mut end = range.start;
    while let Some(unit) = all.get(end) {
        let next = all.get(end + 1);
        let goes_on = match unit.tag {
            Tag::Preposition => holds(end),
            Tag::Conjunction => next.is_some_and(|next| is_subject(next.tag)),
            Tag::Open | Tag::Close => true,
            Tag::Comma => next.is_some_and(|next| {
                is_subject(next.tag) || is_relative(next) || next.tag == Tag::Number
            }),
            Tag::Relative if end > range.start && all[end - 1].tag == Tag::Comma => {
                let comma =
                    (end..range.end).find(|at| matches!(all[*at].tag, Tag::Comma | Tag::Stop));
                end = comma.unwrap_or(range.end);
                continue;
            }
            // "the visiting president", "the city's housing director", "the state news agency"
            Tag::Ing | Tag::Ed | Tag::Ly | Tag::SpeechBase | Tag::NounCue if inside(end) => {
                let mut near = all[end..].iter().take(3);
                let opens = matches!(all[end - 1].tag, Tag::Determiner | Tag::Possessive);
                // "says | a report", "said | the statement"
                let paper = unit.classes.has(Class::Paper)
                    && units.lemma(range.start.saturating_sub(1)) == SAY;
                opens && (paper || near.any(|unit| is_somebody(unit) || unit.tag == Tag::Body))
            }
            _ => is_name_like(units, end) || unit.shape.is_capitalised(),
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    // "Tom Hale, the owner |, on Monday"
    let day = all.get(end + 2).is_some_and(|day| day.tag == Tag::Time);
    // "Tom Hale, the owner |, at a meeting in Lorne"
    let at = all.get(end + 1).is_some_and(|at| at.tag == Tag::Preposition);
    let later = day || at && !has_finite(&all[end + 1..]);
    let ends = |unit: &Unit| match unit.tag {
        Tag::Comma => later,
        // "reported | Reuters |, quoting the mayor"
        tag => matches!(tag, Tag::Stop | Tag::Preposition | Tag::SpeechIng | Tag::Time),
    };
    // "rescue worker Ahmed Zaki"
    let more = all.get(range.start + 1..end).unwrap_or_default();
    let role = || first.tag == Tag::Word && more.iter().any(is_somebody);
    let noun = is_subject(first.tag) || first.classes.has(Class::Numeral) || role();
    (end > range.start && noun && all.get(end).is_none_or(ends)).then_some(range.start..end)
}
