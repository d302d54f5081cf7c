//! Whose report it is in a relative clause: "Karl Berg, *who* said", and around one: "The nurse,
//! *who came late*, said".

use super::BY_GRAMMAR;
use super::adverbials::{adverb, takes_clause};
use super::contents::{LONGEST_INSERTED, is_name_like};
use super::sources::inserted_before;
use super::syntax::{
    clause_end, clause_start, has_comma, has_finite, is_relative, is_speech, is_subject, is_whose,
};
use super::trailers;
use crate::lexicon::Class;
use crate::lexicon::fixed::{
    AFTER, AND, BEING, BY, HEARD, MET, OF, SAY, THAT, WHAT, WHERE, WHICH, WHO,
};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "| Karl Berg | sent a letter, which said", but not "left | her post |, which said it all".
fn sender(units: &Units, sentence: &Range<UnitIx>, which: UnitIx) -> Option<Range<UnitIx>> {
    let mark = |at: &UnitIx| units[*at].tag == Tag::Comma || units[*at].quoted == Quoted::Whole;
    let end = which - (sentence.start..which).rev().take(2).take_while(mark).count();
    let [.., her, letter] = &units[sentence.start..end] else { return None };
    let paper = letter.classes.has(Class::Paper) && her.tag != Tag::PossessivePronoun;
    let paper = paper && matches!(units[which].word, WHICH | THAT);
    if paper { trailers::of_letter(units, sentence.start..end, true) } else { None }
}

/// "was rung by her grandfather, | who | used to say": the nearest subject. "It was | Karl Berg |
/// who said".
pub fn who(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let verb = before_helpers(units, sentence, cue.start);
    // "who | she says | had promised"
    let told = verb.checked_sub(2).filter(|teller| *teller > sentence.start);
    let told = told.filter(|at| units[*at].tag.is_pronoun() && is_speech(&units[at + 1]));
    let who = told.unwrap_or(verb).checked_sub(1).filter(|who| *who > sentence.start);
    let Some(who) = who.filter(|who| matches!(units[*who].tag, Tag::Relative | Tag::That)) else {
        return;
    };
    let letter = sender(units, sentence, who);
    if letter.is_some() || units[who].tag == Tag::That {
        report.source = letter.or(report.source.take());
        return;
    }
    if let Some(subject) = of_cleft(units, sentence, who) {
        let inside = |source: &Range<UnitIx>| source.end <= cue.start;
        if report.source.as_ref().is_none_or(inside) {
            report.source = Some(subject);
            return;
        }
    }
    let farther = |source: &Range<UnitIx>| {
        // "Mrs Holm thanked Karl Berg, who", "The court heard from Ann Bell, a driver who"
        let verb = |unit: &Unit| unit.tag.is_finite() || unit.word == HEARD;
        let clause = source.contains(&who) && units[source.start..who].iter().any(verb);
        // "Karl Berg, who during her campaign"
        let whole = source.contains(&who) && source.end > who + 1;
        source.end < who || clause || whole || Some(source.start) == told
    };
    let behind = report.content.iter().all(|part| part.start >= cue.end);
    let cue = &units[cue];
    let active = cue.iter().any(|unit| unit.tag.reports()) && !cue.iter().any(|u| u.tag == Tag::Be);
    if behind && active && report.source.as_ref().is_none_or(farther) {
        report.source = Some(who..who + 1);
        // "the mayor, who | urged | residents to stay"
        if report.reach().start == report.cue.end && report.cue.start == who + 1 {
            report.settle(BY_GRAMMAR);
        }
        // "which had maintained that it was valid | , had now revised its view"
        if let [content] = &mut report.content[..] {
            let resumes = |at: &UnitIx| {
                units[*at].tag == Tag::Comma
                    && units[..content.end].get(at + 1).is_some_and(|u| u.tag.is_finite())
            };
            content.end = content.clone().skip(1).find(resumes).unwrap_or(content.end);
        }
    }
}

/// "Ana Ruiz, who said it was old |, left early", "Ana Ruiz, calling it “old,” | left": the main
/// verb is not said.
pub fn before_main_verb(units: &Units, report: &mut Report) {
    let cue = report.cue.start;
    let participle = units[cue].tag.is_participle().then_some(cue);
    let opens = participle.or_else(|| report.source.as_ref().map(|source| source.start));
    let Some(opens) = opens else { return };
    let sentence = units.sentence_of(opens);
    let inserted = sentence.contains(&opens) && (opens == cue || is_relative(&units[opens]));
    let subject = &units[sentence.start..opens.max(sentence.start)];
    let apposed = subject.last().is_some_and(|comma| comma.tag == Tag::Comma);
    if !(inserted && apposed) || has_finite(subject) || !is_subject(subject[0].tag) {
        return;
    }
    let [content] = &mut report.content[..] else { return };
    let main = |at: &UnitIx| {
        let verb = units[..content.end].get(at + 1);
        let clause = units[*at].tag != Tag::Comma || has_finite(&units[content.start..*at]);
        let closed = has_comma(units, *at) && clause;
        closed && verb.is_some_and(|verb| verb.quoted == Quoted::Outside && verb.tag.is_finite())
    };
    if let Some(at) = content.clone().skip(1).find(main) {
        content.end = at + usize::from(units[at].tag != Tag::Comma);
    }
}

/// "A farmer who blamed the mayor | has left", "A farmer who said it was late | has left", "The
/// letter in which she called for calm | was read": nor is that behind a relative clause without
/// commas. "The vote | that she demanded | will be held": it tells of the noun.
pub fn before_helper(units: &Units, report: &mut Report) {
    let cue = report.cue.clone();
    let sentence = units.sentence_of(cue.start);
    let Some(source) = report.source.as_ref().filter(|source| source.end == cue.start) else {
        return;
    };
    let own = is_relative(&units[cue.start - 1]);
    let who = if own { cue.start } else { source.start }.saturating_sub(1).max(sentence.start);
    let of = is_relative(&units[who]) && who > sentence.start;
    let of = of && units[who - 1].tag == Tag::Preposition;
    let opens = is_relative(&units[who])
        || matches!(units[who].tag, Tag::That | Tag::Complementizer)
        || units[who].word == AFTER;
    let opening = who - usize::from(of);
    let comma = opening > sentence.start && units[opening - 1].tag == Tag::Comma;
    let noun = sentence.start..opening - usize::from(comma);
    let subject = &units[noun.clone()];
    let near = own || of || subject.len() <= 2;
    let [content] = &mut report.content[..] else { return };
    // "The boy, who police said | lived in Kelm |, was hurt"
    let back = |at: &UnitIx| {
        units[*at].tag == Tag::Comma && units.get(at + 1).is_some_and(|verb| verb.tag.is_finite())
    };
    if comma && !own && is_relative(&units[who]) && units[content.start].tag.is_finite() {
        content.end = content.clone().skip(1).find(back).unwrap_or(content.end);
        return;
    }
    if !(opens && near) || subject.is_empty() || has_finite(subject) || content.start < cue.end {
        return;
    }
    // "who blamed the mayor | began to leave"
    let began = |unit: &Unit| unit.classes.has(Class::Past) && !unit.classes.has(Class::Participle);
    let helps = |at: UnitIx| match units[at].tag {
        Tag::Ed => began(&units[at]),
        tag => tag.helps() && units[at].word != BEING,
    };
    let first = content.start + usize::from(units[content.start].tag == Tag::Comma);
    let takes = units[cue.end - 1].classes.has(Class::TakesPhrase);
    if takes && !own && !of && first < content.end && helps(first) {
        return report.tells(noun);
    }
    if comma || !own && !is_subject(subject[0].tag) {
        return;
    }
    let verb = &units[cue.start];
    // "warned of", "complained about"
    let governs = units[cue.end - 1].tag == Tag::Preposition;
    let object = governs || verb.classes.has(Class::TakesPhrase) || !takes_clause(verb);
    let clause = units[content.start].tag == Tag::That || !object;
    let mut told = !clause || units[content.start].tag == Tag::To;
    for at in content.start + 1..content.end {
        let (before, unit) = (units[at - 1].tag, &units[at]);
        let joins = matches!(unit.tag, Tag::That | Tag::Complementizer) || is_relative(unit);
        if joins || has_comma(units, at) || clause && unit.tag == Tag::Conjunction {
            return;
        }
        let other = matches!(before, Tag::Negation | Tag::To) || before.helps();
        let noun = !other && !before.is_pronoun() && !before.is_adverb();
        if told && noun && helps(at) {
            content.end = at;
            return;
        }
        told |= unit.tag.is_finite();
    }
}

/// "| Ana Ruiz |, who leads it, came late, saying that", "| Ana Ruiz |, who met Karl Berg, thanked
/// him": behind the relative clause, nobody from inside it.
pub fn past_clause(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let own = |source: &&Range<UnitIx>| source.start >= sentence.start && source.end <= cue;
    let Some(source) = report.source.as_ref().filter(own) else { return };
    let start = clause_start(units, sentence, source.start);
    let start = start + fronted(&units[start..cue]);
    let mut near = start + 1..cue;
    let Some(who) = near.find(|at| units[*at].tag == Tag::Relative) else { return };
    let subject = start..who - 1;
    let and = |at: UnitIx| usize::from(units[at].word == AND);
    let ends = |at: &UnitIx| {
        let mut rest = units[(at + 1 + and(at + 1)).min(cue)..=cue].iter();
        has_comma(units, *at)
            && rest.find(|unit| !unit.tag.is_adverb()).is_some_and(|verb| verb.tag.is_finite())
            // "who, in May, said": its own verb.
            && units[who + 1].tag != Tag::Comma
    };
    let Some(end) = (who + 1..cue).find(ends) else { return };
    // "| Police | arrested Karl Berg, who led it, and accused him of theft"
    let finite = |at: &UnitIx| units[*at].tag.is_finite() || units[*at].word == MET;
    let mut verbs = subject.clone().filter(finite);
    let verb = verbs.next().filter(|_| verbs.next().is_none() && and(end + 1) > 0);
    if verb.is_none() && source.start < who {
        return;
    }
    let subject = start..verb.unwrap_or(subject.end);
    if source.end <= end + 1
        && units[who - 1].tag == Tag::Comma
        && is_subject(units[start].tag)
        && !has_finite(&units[subject.clone()])
    {
        report.source = Some(subject);
    }
}

/// "who | used to say", "who, | three years ago, | had said": where the verb of a relative clause
/// begins, with what is inserted before it.
fn before_helpers(units: &Units, sentence: &Range<UnitIx>, cue: UnitIx) -> UnitIx {
    let helps = |at: &UnitIx| {
        let next = units[*at + 1].tag;
        match units[*at].tag {
            Tag::Auxiliary | Tag::Have | Tag::Adverb | Tag::Ly | Tag::To => true,
            // "used to"
            Tag::Ed => next == Tag::To,
            // "which had for decades maintained", "which in 2022 called"
            Tag::Time | Tag::S | Tag::Number => units[at.saturating_sub(1)].tag == Tag::Preposition,
            Tag::Preposition => matches!(next, Tag::Time | Tag::S | Tag::Number),
            _ => false,
        }
    };
    let verb = cue - (sentence.start..cue).rev().take_while(helps).count();
    // "who | during her campaign | had promised"
    let had = units[verb..=cue].iter().any(|unit| unit.tag == Tag::Have);
    let relative = |at: &UnitIx| is_relative(&units[*at]) || units[*at].tag.is_mark();
    let near = (sentence.start..verb).rev().take(LONGEST_INSERTED).find(relative);
    let placed = |who: &UnitIx| {
        units[*who].word == WHO
            && units[who + 1].tag == Tag::Preposition
            && !has_finite(&units[who + 1..verb])
    };
    if let Some(who) = near.filter(|who| had && placed(who)) {
        return who + 1;
    }
    // "which | last year | described"
    let mut near = (sentence.start..verb).rev().take(LONGEST_ADVERB);
    let verb = near.find(|at| adverb(units, *at) == Some(verb)).unwrap_or(verb);
    let aside = inserted_before(units, sentence, verb);
    // "who, she said, had promised", but "who, as her flight was called, asked"
    let plain = |comma: &UnitIx| {
        let clause = units[comma + 1].tag == Tag::Conjunction;
        clause || !units[*comma..verb].iter().any(|unit| unit.tag.reports())
    };
    aside.filter(plain).unwrap_or(verb)
}

/// "met Karl Berg, | who | thanked him and praised it", "a letter, in which | the envoy | praised
/// her and urged peace": until a comma closes it, a second verb is of the relative clause.
pub fn second_verb(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let past = |unit: &Unit| unit.tag == Tag::Ed || unit.classes.has(Class::Past);
    let adverb = |at: &UnitIx| units[*at].tag.is_adverb();
    let joint = (sentence.start..cue).rev().find(|at| !adverb(at));
    let joint = joint.filter(|joint| units[*joint].word == AND && past(&units[cue]));
    let Some(joint) = joint else { return };
    let mark = |at: &UnitIx| units[*at].tag.is_mark() || units[*at].quoted != Quoted::Outside;
    let comma = (sentence.start..joint).rev().find(mark);
    let Some(comma) = comma.filter(|at| units[*at].tag == Tag::Comma) else { return };
    let (which, subject) = match &units[comma + 1..joint] {
        [who, verb, ..] if who.tag == Tag::Relative && verb.tag.is_finite() => (comma + 1, 0),
        [place, ..] if place.word == WHERE => (comma + 1, 1),
        [of, which, ..] if of.tag == Tag::Preposition && is_relative(which) => (comma + 2, 1),
        _ => return,
    };
    let verb = (which + 1..joint).find(|at| units[*at].tag.is_finite());
    let told = |verb: &UnitIx| past(&units[*verb]) || units[*verb].tag == Tag::Have;
    let Some(verb) = verb.filter(told) else { return };
    let subject = which + subject..verb;
    let outside = |source: &Range<UnitIx>| source.end <= which || source.start > verb;
    if report.source.as_ref().is_none_or(outside)
        && report.content.iter().all(|part| part.start >= cue)
        && !subject.is_empty()
    {
        report.source = Some(subject);
    }
}

/// "last year", "at first" is no longer than this.
const LONGEST_ADVERB: usize = 3;

/// "| Dr Holm |, who warned that it was late", "| Dr Holm |, whose warning that": the noun before
/// "who".
pub fn antecedent(units: &Units, report: &mut Report) {
    let single = report.source.clone().filter(|source| source.len() == 1);
    let Some(who) = single.map(|source| source.start) else { return };
    let sentence = units.sentence_of(who);
    if !(units[who].word == WHO || is_whose(&units[who])) || who == sentence.start {
        return;
    }
    let end = who - usize::from(units[who - 1].tag == Tag::Comma);
    let noun = |at: &UnitIx| {
        let word = units[*at].word;
        // "a mining firm"
        let mining = units[*at].tag.is_participle()
            && *at > sentence.start
            && units[at - 1].tag.is_determiner();
        is_name_like(units, *at) && word != HEARD || word == OF || mining
    };
    let walk = (sentence.start..end).rev().take(LONGEST_CLEFT);
    let start = walk.take_while(noun).last().filter(|start| is_subject(units[*start].tag));
    // "the greetings of | King Hamad, who"
    let of = start.and_then(|start| (start..end).rev().find(|at| units[*at].word == OF));
    let named = of.filter(|of| units[*of - 1].tag == Tag::S && opens_person(&units[of + 1]));
    let start = named.map(|of| of + 1).or(start);
    // "an analyst at | Lorne Freight, who": a piece.
    let piece = |start: UnitIx| {
        let before = &units[start.max(sentence.start + 1) - 1];
        let of = before.tag == Tag::Preposition && units[start - 1].word != BY && named.is_none();
        // "the late king, grandfather of the Prime Minister, who"
        let first = &units[start];
        let bare = !first.shape.is_capitalised() && !first.tag.is_determiner();
        let apposed = before.tag == Tag::Comma && bare;
        start > sentence.start && (of || apposed || before.shape.is_capitalised())
    };
    // "Karl Berg, director of a mining firm, who": with the name.
    let role = start.filter(|at| *at > sentence.start + 1 && units[at - 1].tag == Tag::Comma);
    let role = role.filter(|at| units[*at].tag == Tag::Office);
    let name = |at: &UnitIx| matches!(units[*at].tag, Tag::Name | Tag::Honorific);
    let whole = role.and_then(|at| (sentence.start..at - 1).rev().take_while(name).last());
    if let Some(start) = whole.or(start.filter(|start| !piece(*start))) {
        report.source = Some(start..end);
    }
}

/// "King", "His Majesty", "Hamad"
fn opens_person(unit: &Unit) -> bool {
    let title = matches!(unit.tag, Tag::Honorific | Tag::Office | Tag::PossessivePronoun);
    (title || unit.tag == Tag::Name) && unit.shape.is_capitalised()
}

/// The subject in "It was | Karl Berg | who".
fn of_cleft(units: &Units, sentence: &Range<UnitIx>, who: UnitIx) -> Option<Range<UnitIx>> {
    let mut walk = (sentence.start + 1..who).rev().take(LONGEST_CLEFT);
    let be = walk.find(|at| units[*at].tag.is_finite() || units[*at].tag.is_mark())?;
    let it = units[be].tag == Tag::Be && units[be - 1].tag == Tag::It;
    // "It was also"
    let start = (be + 1..who).find(|at| units[*at].tag != Tag::Adverb)?;
    (it && is_subject(units[start].tag)).then_some(start..who)
}

/// Between "it was" and "who" no subject is longer.
pub const LONGEST_CLEFT: usize = 12;

/// "was absent, | a charge | that Ruiz has denied": what a relative clause denies.
pub fn of_noun(units: &Units, report: &mut Report) {
    let Some(source) = report.source.as_ref().filter(|source| source.end == report.cue.start)
    else {
        return;
    };
    let takes = units[report.cue.end - 1].classes.has(Class::TakesPhrase);
    if let Some([comma, a, noun, that]) =
        source.start.checked_sub(4).and_then(|at| units.get(at..at + 4))
        && (comma.tag, a.tag, that.tag) == (Tag::Comma, Tag::Determiner, Tag::That)
        && noun.classes.has(Class::NounCue)
        && takes
        && report.content.is_empty()
    {
        report.tells(source.start - 3..source.start - 1);
        report.raise_cue(BY_GRAMMAR);
        return;
    }
    // "“It is late,” Ruiz said of | the plan |, which | the mayor | had backed": no more than that.
    let which = source.start.checked_sub(1).filter(|which| is_relative(&units[*which]));
    if let Some(comma) = which.and_then(|which| which.checked_sub(1))
        && let [only] = &report.content[..]
        && only.end == source.start
        && only.start < comma
        && has_finite(&units[only.start..comma])
    {
        let noun = (only.start..comma).rev().take_while(|at| is_name_like(units, *at));
        let plan = noun.last().unwrap_or(comma)..comma;
        report.content = vec![plan];
        report.drop_empty();
    }
}

/// "In it | Karl Berg, who", "On Sunday, | Karl Berg, who": how many units stand before the
/// subject.
pub fn fronted(words: &[Unit]) -> usize {
    if words.first().is_none_or(|first| first.tag != Tag::Preposition) {
        return 0;
    }
    // "In the study published in May, | the researchers, who"
    let published = |at: usize| {
        words[at].tag == Tag::Ed
            && words.get(at + 1).is_some_and(|by| by.tag == Tag::Preposition)
            && words[..at].iter().skip(1).all(|noun| !noun.tag.is_pronoun())
    };
    let ends =
        |at: &usize| words[*at].tag == Tag::Comma || words[*at].tag.is_finite() && !published(*at);
    let comma = (0..words.len()).find(ends).filter(|at| words[*at].tag == Tag::Comma);
    let subject = |comma: &usize| words.get(comma + 1).is_some_and(|next| is_subject(next.tag));
    let it = words.get(1).is_some_and(|it| it.tag == Tag::It);
    comma.filter(subject).map_or(if it { 2 } else { 0 }, |comma| comma + 1)
}

/// "The messages, which were | sent in July, | show", "Companies from | abroad | said": a source is
/// whole, with its relative clause.
pub fn whole(units: &Units, report: &mut Report) {
    let cue = report.cue.start;
    let Some(source) = report.source.as_mut().filter(|source| source.end <= cue) else { return };
    let last = source.end - 1;
    let adverb = |unit: &Unit| unit.tag.is_adverb();
    if units[last].tag == Tag::Preposition && units[source.end..cue].iter().all(adverb) {
        // "rebuked Ana Ruiz | for | saying"
        source.end = if units[cue].tag.is_participle() { last } else { cue };
        return;
    }
    // "Ana Ruiz, | head of the team that | wrote it"
    if units[last].tag == Tag::That && last + 1 == cue {
        let mark = source.clone().rev().find(|at| units[*at].tag == Tag::Comma);
        source.start = mark.map_or(source.start, |comma| comma + 1);
        return;
    }
    let helps = units[last].tag.helps();
    let which = last.saturating_sub(usize::from(helps));
    // "The mayor in her | remarks, | said", "The fair, which closes on 2 | June, | is expected"
    let noun = |unit: &Unit| !unit.tag.is_finite() || unit.classes.has(Class::Noun);
    let of = last.checked_sub(1).is_some_and(|of| units[of].tag == Tag::Preposition);
    let remarks = || of && last + 3 == cue && noun(&units[last + 1]);
    let that = is_relative(&units[which]) || units[last].tag == Tag::That || remarks();
    let open = which > source.start && that;
    let comma = (source.end..cue).find(|at| units[*at].tag == Tag::Comma);
    if let Some(comma) = comma.filter(|_| open) {
        source.end = comma + 1;
    }
}

/// A report that holds another stands so near it in the list.
const NEAR: usize = 8;

/// "the plan, | which | he | said | was late": what stands around who says so, where no other
/// report tells it.
pub fn around_teller(units: &Units, reports: &mut [Report], at: usize) {
    let report = &reports[at];
    let sentence = units.sentence_of(report.cue.start);
    let said = report.cue.start;
    let Some(source) = report.source.as_ref().filter(|source| source.end == said) else { return };
    let which = source.start.checked_sub(1).filter(|which| *which >= sentence.start);
    let which = which.filter(|at| units[*at].tag == Tag::Relative || units[*at].word == WHAT);
    let verb = said + 1;
    // But "what they said was | that it was late".
    let is = matches!(units[..sentence.end].get(verb..verb + 2), Some([is, late])
        if is.tag.helps() && late.tag != Tag::That && late.quoted == Quoted::Outside);
    let open = report.content.iter().all(|part| part.end == source.start || part.start > verb);
    let Some(which) = which.filter(|_| is && open && units.lemma(said) == SAY) else { return };
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(reports.len());
    if reports[near].iter().any(|other| other.holds(said)) {
        return;
    }
    let end = clause_end(units, sentence, verb);
    let report = &mut reports[at];
    report.cue = said..verb;
    report.content = vec![which..which + 1, verb..end];
    report.settle(BY_GRAMMAR);
}
