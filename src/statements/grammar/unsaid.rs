//! What looks like a report and tells nothing that was said: "She called him last night".

use super::adverbials::adverb;
use super::syntax::{
    declines, is_adjective, is_number, is_passive, is_relative, is_whose, opens_subject, tells,
};
use super::{leads, vocatives};
use crate::lexicon::fixed::{
    A, ABOUT, ABOVE, ADD, ADDRESS, AFTER, ALL, AN, AS, ASKED, AT, BEFORE, BELOW, BOAST, CALL,
    CALLED, CONCLUDE, CONSIDER, DISMISS, EVER, FAREWELL, FIND, FOR, FROM, HEARD, IF, IN, LET,
    MAINTAIN, NAMED, NOBODY, OF, ON, ORDER, POST, PRESENT, READ, SAY, SHOW, SO, UNDER, UPON, WHAT,
    WHILE, WHO, WITH, WRITE, WRITING,
};
use crate::lexicon::{Class, Classes};
use crate::model::{Rule, Shape, WordId};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Whether the report is none.
pub fn is_unsaid(units: &Units, report: &Report) -> bool {
    let unsaid = [
        is_visit,
        is_rung,
        is_done,
        is_heard,
        is_answered,
        is_declined,
        is_asked,
        reads_or_finds,
        is_in_marks,
        is_by_rule,
        is_noun,
        is_of_nobody,
        says_nothing,
    ];
    unsaid.iter().any(|rule| rule(units, report))
}

/// "Not | a single worker | had asked to leave", "| Nobody | told us", "| whose | written report
/// was read": nobody has.
fn is_of_nobody(units: &Units, report: &Report) -> bool {
    let source = report.source.as_ref().filter(|source| source.end <= report.cue.start);
    let whose = |source: &Range<UnitIx>| match &units[source.clone()] {
        [whose] => is_whose(whose),
        _ => false,
    };
    if report.rule != Rule::Noun && source.is_some_and(whose) {
        return true;
    }
    // "A man | whose death was reported in May | was alive"
    let reported = || {
        let whose = |at: &UnitIx| is_whose(&units[*at]);
        let clause = units.sentence_of(report.cue.start).start..report.cue.start;
        let clause = clause.rev().take_while(|at| !units[*at].tag.is_mark());
        report.content.first().is_some_and(|part| part.start < report.cue.start)
            && is_passive(&units[report.cue.clone()])
            && clause.last().is_some_and(|first| whose(&first))
    };
    if source.is_none() && reported() {
        return true;
    }
    // "Nobody there | agrees on what happens next"
    let nobody = |source: &Range<UnitIx>| match &units[source.clone()] {
        [no] | [no, Unit { tag: Tag::Adverb, .. }] => no.word == NOBODY,
        _ => false,
    };
    if source.is_some_and(nobody) {
        return true;
    }
    let before = source.and_then(|source| source.start.checked_sub(1));
    // "If | the mayor | agreed to the plan, it would be late"
    let first = units.sentence_of(report.cue.start).start;
    if before == Some(first) && units[first].word == IF {
        return true;
    }
    let a = source.is_some_and(|source| matches!(units[source.start].word, A | AN));
    a && before.is_some_and(|not| not >= report.block.start && units[not].tag == Tag::Negation)
}

/// "Responding to | the delegate of Orla, he said": whom the answer is for.
fn is_answered(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.clone()];
    let reply = cue.iter().any(|unit| unit.tag.is_participle() && unit.classes.has(Class::Reply));
    let somebody = |unit: &Unit| matches!(unit.tag, Tag::Honorific | Tag::Name | Tag::Office);
    let mut words = report.content.iter().flat_map(|part| &units[part.clone()]);
    let to = cue.last().is_some_and(|to| to.tag == Tag::To);
    // "Testifying before | the court, he said"
    let placed = report.rule == Rule::LeadIn
        && cue.len() == 2
        && matches!(cue, [verb, at] if matches!(at.word, AT | BEFORE | IN | UNDER)
            // "Writing for | the court"
            || verb.word == WRITING && at.word == FOR);
    (placed || reply && to && words.clone().any(somebody)) && words.all(tells_nothing)
}

/// "The board called, but he | declined": what stands before is none of his words.
fn is_declined(units: &Units, report: &Report) -> bool {
    let before = report.content.first().is_some_and(|first| first.start < report.cue.start);
    before && units[report.cue.clone()].iter().any(|unit| declines(units, unit.word))
}

/// "Ana Ruiz, asked about the vote, shrugged": she has not asked; nor has the vote told in "Told of
/// | the vote |, she shrugged", nor she considered in "Ana Ruiz, long considered a rival, left".
fn is_asked(units: &Units, report: &Report) -> bool {
    let Range { start, end } = report.cue;
    let comma = |at: UnitIx| units.get(at).is_some_and(|unit| unit.tag == Tag::Comma);
    let behind = report.content.iter().all(|part| part.start > start);
    let opens = behind && start == units.sentence_of(start).start;
    if opens && units[start].tag == Tag::SpeechPast && tells(&units[start]) && !report.settled {
        let whose = report.source.as_ref().filter(|source| source.start > start);
        return whose.is_some_and(|whose| comma(whose.end) || is_relative(&units[whose.start]));
    }
    let back = |at: UnitIx| comma(at) && units.get(at + 1).is_some_and(|verb| verb.tag.is_finite());
    let verb = &units[report.cue.clone()];
    let last = verb.last().map(|verb| verb.tag);
    // "The mayor left, | alleged | to be ill."
    let to_be = matches!(units.get(end..end + 2), Some([to, be])
        if to.tag == Tag::To && be.tag == Tag::Be);
    let alone = matches!(verb, [alleged] if !alleged.classes.has(Class::TakesTo));
    if behind && comma(start.saturating_sub(1)) && to_be && alone {
        return true;
    }
    // "Ana Ruiz, said that it was late; the mayor, was not"
    let that = units.get(end).is_some_and(|that| that.tag == Tag::That);
    let participle =
        last == Some(Tag::SpeechPast) && !that && verb.iter().all(|unit| unit.tag != Tag::Be);
    let before = start.saturating_sub(1);
    let asked = comma(before)
        && match &report.source {
            Some(source) => {
                let beside = source.end >= before && !(source.start..before).any(comma);
                source.end <= start && (verb[0].word == ASKED || beside && participle)
            }
            None => participle,
        };
    asked && (end..units.sentence_of(start).end).find(|at| comma(*at)).is_some_and(back)
}

/// In "The firm said that it “deeply regretted” the deaths" the verb is part of what is said.
fn is_in_marks(units: &Units, report: &Report) -> bool {
    let [cue, mark] = [report.cue.start, report.cue.end].map(|at| units.get(at));
    let marked = cue.is_some_and(|cue| cue.quoted == Quoted::Inside)
        && mark.is_some_and(|mark| mark.tag == Tag::QuoteMark);
    let source = report.source.as_ref().map_or(report.cue.start, |source| source.end);
    let between = units.get(source..report.cue.start).unwrap_or_default();
    marked && between.iter().any(|unit| unit.tag.reports())
}

/// "They acted according to | law.": what no table has for somebody or a paper says nothing.
fn is_by_rule(units: &Units, report: &Report) -> bool {
    let rule = units.get(report.cue.end..report.cue.end + 2);
    let plain = |unit: &Unit| unit.tag == Tag::Word && unit.classes == Classes::default();
    leads::opens(units, report.cue.start)
        && report.cue.clone().last().is_some_and(|to| units[to].tag == Tag::To)
        && matches!(rule, Some([rule, stop])
            if plain(rule) && (stop.tag == Tag::Stop || stop.tag == Tag::Auxiliary))
}

/// "He left with | warning | to the banks": a noun, behind which nothing is told.
fn is_noun(units: &Units, report: &Report) -> bool {
    // But "charged with reporting".
    let verb = |unit: &Unit| unit.tag == Tag::Ed || unit.tag.is_finite() || unit.tag.reports();
    let noun = |at: UnitIx| {
        at > 1
            && units[at].tag.is_participle()
            && units[at - 1].word == WITH
            && !verb(&units[at - 2])
    };
    let mut words = report.content.iter().flat_map(|part| &units[part.clone()]);
    report.cue.clone().last().is_some_and(|last| (last.saturating_sub(1)..=last).any(noun))
        && words.all(tells_nothing)
}

/// "She read the letter", "The bank found two errors", "The firms concluded a deal": whatever
/// reads, reads in quotation marks or after a colon, and what is found or concluded as well, or is
/// a clause.
fn reads_or_finds(units: &Units, report: &Report) -> bool {
    let verb = report.cue.clone().last().map(|verb| units.lemma(verb));
    let mut words = report.content.iter().flat_map(|part| &units[part.clone()]);
    let clause = |unit: &Unit| unit.tag == Tag::That || unit.tag.is_finite();
    report.rule != Rule::Colon
        && match verb {
            // "considers | the question"
            Some(CONSIDER) => {
                let [only] = &report.content[..] else { return false };
                let short = only.len() < 3 && units[only.start].tag.is_determiner();
                short && words.all(tells_nothing)
            }
            // "orders | two eggs", "adds about | 5 points"
            _ if report.cue.clone().any(|at| matches!(units.lemma(at), ORDER | ADD))
                && report.content.first().is_some_and(|part| {
                    part.start == report.cue.end && is_number(&units[part.start])
                }) =>
            {
                words.all(|unit| unit.quoted == Quoted::Outside && unit.tag != Tag::That)
            }
            Some(READ) => words.all(|unit| unit.quoted == Quoted::Outside),
            Some(BOAST | CONCLUDE | FIND | POST | MAINTAIN | WRITE) => {
                let mut near = words.clone();
                let somebody = |tag| matches!(tag, Tag::He | Tag::They | Tag::PossessivePronoun);
                let whom = near.next().is_some_and(|her| somebody(her.tag));
                // "found | her a room that was cold"
                let given = whom && near.next().is_some_and(|a| matches!(a.word, A | AN));
                given || words.all(|unit| unit.quoted == Quoted::Outside && !clause(unit))
            }
            _ => false,
        }
}

/// "He dismissed his deputy", "She presented the nurses with a medal", "She showed him a
/// photograph": done to somebody; but "dismissed him as a clown".
fn is_done(units: &Units, report: &Report) -> bool {
    let verb = report.cue.clone().last().map(|verb| units.lemma(verb));
    let Some(content) = report.content.first().filter(|part| part.start == report.cue.end) else {
        return false;
    };
    let is = |preposition: WordId| content.clone().find(|at| units[*at].word == preposition);
    let end = match verb {
        Some(DISMISS) if is(AS).is_none() => content.end,
        Some(PRESENT) if let Some(with) = is(WITH) => with,
        // "presented | a bouquet | to Hale"
        Some(PRESENT) => {
            let plain = |at: &UnitIx| {
                let unit = &units[*at];
                unit.tag == Tag::Word && unit.classes == Classes::default()
                    || unit.tag.is_determiner()
            };
            let thing = content.clone().take_while(plain).count();
            return units[content.start + thing..content.end]
                .first()
                .is_some_and(|to| to.tag == Tag::To);
        }
        // "showed | him | a photograph"
        Some(SHOW)
            if units[content.clone()].first().is_some_and(|whom| whom.tag.is_pronoun())
                && units[content.clone()].iter().all(tells_nothing) =>
        {
            content.start + 1
        }
        _ => return false,
    };
    // "each of | the nurses", but "the claims | of the minister", "the minister | 's claims"
    let whom = &units[content.start..end];
    let whom = match whom {
        [_, of, rest @ ..] if of.tag == Tag::Preposition => rest,
        whom => whom,
    };
    let outer = |unit: &Unit| matches!(unit.tag, Tag::Preposition | Tag::Possessive);
    let ends = |unit: &Unit| outer(unit) || unit.tag.is_mark() || unit.tag == Tag::That;
    let mark = whom.iter().position(ends);
    let owned = mark.is_some_and(|at| whom[at].tag == Tag::Possessive);
    let somebody = |unit: &Unit| {
        matches!(unit.tag, Tag::Office | Tag::Person | Tag::Honorific | Tag::He | Tag::They)
            || unit.tag == Tag::Name && verb == Some(PRESENT)
    };
    // "dismissed | rumours | she would leave"
    let told = whom.first().is_some_and(|noun| noun.classes.has(Class::NounCue));
    !owned && !told && whom[..mark.unwrap_or(whom.len())].iter().any(somebody)
}

/// "The inquiry heard from | the firemen".
fn is_heard(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.clone()];
    let mut words = report.content.iter().flat_map(|part| &units[part.clone()]);
    let from = cue.last().is_some_and(|last| last.word == FROM);
    from && cue.iter().any(|unit| unit.word == HEARD) && words.all(tells_nothing)
}

/// "He called on the Prime Minister [to bid farewell]": a visit, where no "to" or "for" says what
/// was called for.
fn is_visit(units: &Units, report: &Report) -> bool {
    let calls = report.cue.clone().any(|at| units.lemma(at) == CALL)
        && matches!(units[report.cue.end - 1].word, ON | UPON);
    let mut words = report.content.iter().flat_map(|part| part.clone());
    let farewell = words.any(|at| units[at].word == FAREWELL);
    let wish = |at: UnitIx| {
        let unit = &units[at];
        unit.tag == Tag::To && !farewell || unit.quoted != Quoted::Outside || unit.word == FOR
    };
    calls && !report.content.iter().any(|part| part.clone().any(wish))
}

/// "She called him last night", "The People call Officer Reyes", "The chair called the meeting to
/// order": who is only called is called nothing.
fn is_rung(units: &Units, report: &Report) -> bool {
    // "Police | were called at | noon", "The vote | was called after | she left"
    let called = |at: UnitIx| units[at].word == CALLED && units[at - 1].tag == Tag::Be;
    if report.source.is_none()
        && let Some(last) = report.cue.clone().skip(2).last()
        && called(last - 1)
        && matches!(units[last].word, AT | AFTER | BEFORE)
    {
        return true;
    }
    let ([whom], Some(verb)) = (&report.content[..], report.cue.clone().last()) else {
        return false;
    };
    let call = units.lemma(verb) == CALL;
    if !call
        || whom.is_empty()
        || whom.start != verb + 1
        || units[whom.clone()].iter().any(|u| u.shape == Shape::Quote)
    {
        return false;
    }
    let order = |[to, order]: &[Unit; 2]| order.word == ORDER && to.tag == Tag::To;
    let order = units[whom.clone()].array_windows().any(order);
    let name = |at: &UnitIx| {
        let unit = &units[*at];
        matches!(unit.tag, Tag::Honorific | Tag::Name | Tag::Upper | Tag::Office)
    };
    // "her mother", "911"
    let kin = units[whom.start].tag == Tag::PossessivePronoun
        && units.get(whom.start + 1).is_some_and(|mother| mother.tag == Tag::Person);
    let pronoun = units[whom.start].classes.has_any(WHOM) || units[whom.start].tag == Tag::Number;
    // "authorities", "the police"
    let the = usize::from(units[whom.start].tag == Tag::Determiner);
    let body = units.get(whom.start + the).is_some_and(|body| body.tag == Tag::Body);
    let end = match usize::from(pronoun) + usize::from(kin) {
        0 if body => whom.start + the + 1,
        // "the Prime Minister"
        0 => match whom.clone().skip(the).take_while(name).count() {
            0 => whom.start,
            count => whom.start + the + count,
        },
        length => whom.start + length,
    };
    let next = units.get(end).filter(|_| end < whom.end);
    let when = |next: &Unit| {
        let plain = matches!(
            next.tag,
            Tag::Time | Tag::To | Tag::Preposition | Tag::Conjunction | Tag::Adverb
        );
        plain || next.tag.is_mark() || adverb(units, end).is_some() || is_number(next)
    };
    // "was called | to protest the law", "called | yesterday"
    let called = units[report.cue.start].tag == Tag::Be && units[whom.start].tag == Tag::To;
    let day = matches!(units[whom.start].tag, Tag::Time | Tag::Adverb) && whom.len() == 1;
    order || called || day || end > whom.start && next.is_none_or(when)
}

/// "him", "her"
const WHOM: Classes = Classes::of(&[Class::Pronoun, Class::PossessivePronoun]);

/// What stands there is not what was said.
fn says_nothing(units: &Units, report: &Report) -> bool {
    let part = report.content.first().filter(|part| !part.is_empty() && !report.cue.is_empty());
    let Some(part) = part else { return false };
    let behind = part.start == report.cue.end;
    let result =
        units[part.start].tag == Tag::That && report.cue.clone().any(|at| units[at].word == SO);
    let source = report.source.as_ref();
    // "The date | indicated above | is that of the talks"
    let pointed = matches!(&units[report.cue.clone()], [said, above]
        if said.tag == Tag::SpeechPast && matches!(above.word, ABOVE | BELOW));
    // "Let | me thank her"
    let own = source.is_some_and(|source| units[source.start].word == LET);
    // "clarified what | she said", "That is all | he said"
    let which = source.is_some_and(|source| {
        let ever = || report.cue.clone().any(|at| units[at].word == EVER);
        part.end == source.start && (matches!(units[part.end - 1].word, WHAT | ALL) || ever())
    });
    // "said | that prayer."
    let noun = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::S | Tag::NounCue);
    let that_noun = matches!(&units[part.clone()], [that, last]
        if that.tag == Tag::That && noun(last) && report.cue.end == part.start)
        && report.cue.clone().any(|at| units.lemma(at) == SAY);
    // "witnessed uproar as | they protested"
    let cue = &units[report.cue.clone()];
    let meanwhile = units[report.cue.end - 1].word == AS
        && report.phrase == Classes::default()
        && !cue.iter().any(|unit| unit.tag.reports());
    // "He tells the rich, | he tells | the poor, but not this House"
    let again = source.is_some_and(|source| {
        let [he, tells] = [source.start, report.cue.start].map(|at| units[at].word);
        source.len() == 1
            && part.end < source.start
            && part.len() > 1
            && [units[part.start].word, units[part.start + 1].word] == [he, tells]
    });
    // "has arrested nine | suspects"
    let counts = matches!(cue, [.., arrested, nine] if arrested.tag == Tag::Ed && is_number(nine));
    // "screamed so loudly | that she woke"
    result
        || counts
        || again
        || pointed
        || that_noun
        || meanwhile
        || own
        || which
        || is_aside(units, report, part)
        || behind && is_named_so(units, report, units[report.cue.end - 1].word)
}

/// "She jokes | while they work", "That is what he said | as well", "in whatever post she holds, |
/// to stay": no part of the clause of the verb.
fn is_aside(units: &Units, report: &Report, part: &Range<UnitIx>) -> bool {
    let words = &units[part.clone()];
    let Some(verb) = report.cue.clone().last().map(|verb| &units[verb]) else { return false };
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let [right, behind] = [0, 1].map(|by| part.start == report.cue.end + by);
    let whole = report.content.len() == 1 && !words.iter().any(comma);
    let meanwhile = right && units[part.start].word == WHILE;
    let as_well = units[part.start].word == AS && adverb(units, part.start) == Some(part.end);
    let takes_to = verb.classes.has(Class::TakesTo) || verb.classes.has(Class::TakesAddressee);
    let to = behind && !takes_to && comma(&units[report.cue.end]) && words[0].tag == Tag::To;
    whole && (meanwhile || right && as_well || to && words.iter().all(tells_nothing))
}

/// "another, | named Betty,"
fn is_named_so(units: &Units, report: &Report, verb: WordId) -> bool {
    let cue = &units[report.cue.clone()];
    report.source.is_none()
        && cue.iter().all(|unit| unit.tag != Tag::Be)
        && matches!(verb, CALLED | NAMED)
}

/// No clause and no quotation.
fn tells_nothing(unit: &Unit) -> bool {
    unit.quoted == Quoted::Outside
        && unit.tag != Tag::That
        && !unit.tag.is_finite()
        && !unit.tag.is_participle()
}

/// "He addressed | the guest", "told | his barber": who was told, and not what.
pub fn is_only_told(units: &Units, report: &Report) -> bool {
    let [only] = &report.content[..] else { return false };
    let verb = units[report.cue.clone()].iter().rev().find(|unit| unit.tag.reports());
    let told = verb.is_some_and(tells);
    // "addressed the crowd|, which cheered"
    let about = units[only.clone()].iter().any(|unit| unit.word == ABOUT);
    let which = |at: &UnitIx| units[*at].tag == Tag::Comma && is_relative(&units[at + 1]) && !about;
    let only = &(only.start..(only.start + 1..only.end - 1).find(which).unwrap_or(only.end));
    let words = &units[only.clone()];
    let says = |unit: &Unit| {
        unit.quoted != Quoted::Outside
            || matches!(unit.tag, Tag::That | Tag::To | Tag::Complementizer | Tag::Relative)
    };
    // "ordered | the microphone cut off"
    let off = words.len() > 1 && words.last().is_some_and(|off| off.tag == Tag::Preposition);
    // "addressed the members | of the Congress"
    let of = words[0].word == OF
        && report.cue.clone().last().is_some_and(|verb| units.lemma(verb) == ADDRESS)
        && report
            .addressee
            .as_ref()
            .is_some_and(|whom| (whom.start, whom.end) == (report.cue.end, only.start));
    // "greeted them | in the hall"
    let guest = verb.is_some_and(|verb| verb.classes.has(Class::Guest) && tells(verb));
    let him = report.addressee.as_ref().is_none_or(|whom| units[whom.start].tag.is_pronoun());
    if guest && him && words[0].tag == Tag::Preposition && words.iter().all(tells_nothing) {
        return true;
    }
    told && units[report.cue.end - 1].tag.reports()
        && report.phrase == Classes::default()
        && (of
            || only.start == report.cue.end
                && (opens_subject(&words[0]) || words[0].shape.is_capitalised()))
        && !off
        && !only.clone().any(|at| units[at].tag.is_finite() && !is_adjective(units, at))
        && !words.iter().any(says)
}

/// "What did the Minister say?", "Will she say whether": an auxiliary before its subject asks; "Who
/// told you that?", "Mr Holm, who told you that?"
pub fn is_question(units: &Units, report: &Report) -> bool {
    let Some(source) = report.source.as_ref().filter(|s| s.end == report.cue.start) else {
        return false;
    };
    let sentence = units.sentence_of(source.start);
    let hearer = |unit: &Unit| unit.classes.has(Class::Second);
    let opens = source.start == sentence.start
        || vocatives::behind(units, sentence) == Some(source.start)
            && units[..sentence.end].iter().skip(report.cue.end).any(hearer);
    if units[source.start].word == WHO && opens {
        return true;
    }
    let base = matches!(units[report.cue.start].tag, Tag::SpeechBase | Tag::ThoughtBase);
    // "does the | Minister"
    let mut before = (report.block.start..source.start).rev();
    let before = before.find(|at| units[*at].tag != Tag::Determiner);
    base && [before, Some(source.start)]
        .into_iter()
        .flatten()
        .any(|at| units[at].tag == Tag::Auxiliary)
}
