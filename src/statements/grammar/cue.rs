//! Which words are a cue: phrases of the lexicon, and what only looks like one.

use super::contents::is_name_like;
use super::syntax::{is_adjective, is_done, is_number, is_speech, opens_clause, tells};
use crate::lexicon::fixed::{
    A, ACCUSED, AN, AND, AS, BY, CALLED, COMPARED, GOT, IN, LAUGH, MUST, NAMED, ONE, RECEIVED,
    SAID, SAY, SHOULD, SIGH, THAN, WITHOUT, WRITING, WROTE,
};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// Whether a cue has a word or mark that can report, and is no plain action ("held talks").
pub fn can_report(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.clone()];
    if let [Unit { tag: Tag::Colon, .. }] = cue {
        return is_behind_source(units, report);
    }
    let none = [
        names,
        describes,
        is_noun,
        is_inside_noun,
        is_attendance,
        joins,
        reacts,
        is_in_writing,
        is_duty,
        is_adjective_alone,
        compares,
    ];
    if none.iter().any(|rule| rule(units, report)) {
        return false;
    }
    // "was facing | calls"
    let before = report.cue.start.saturating_sub(1).max(report.block.start);
    let reaches =
        |(classes, end): (Classes, UnitIx)| classes.has(Class::Action) && end > report.cue.start;
    let action = units.phrase(before).is_some_and(reaches);
    // "spoke today with", "expressed deep thanks to"
    let inserted = |tag| matches!(tag, Tag::Time | Tag::Adverb | Tag::Word);
    let mut phrases = Classes::default();
    let mut at = report.cue.start;
    while at < report.cue.end {
        let found = units.phrase(at).or_else(|| spaced_phrase(units, at, inserted));
        // "said | no more than two had come"
        let than = |end: UnitIx| units.get(end).is_some_and(|than| than.word == THAN);
        let found = found.filter(|(_, end)| !than(*end));
        let (classes, end) = found.unwrap_or((Classes::default(), at + 1));
        phrases = phrases.or(classes);
        // No "thanks to" in "expressed thanks to".
        at = end;
    }
    let noun = cue.iter().any(|unit| unit.classes.has(Class::NounCue));
    let can = match cue[0].tag {
        // "the claim | that", "his promise | to"; but "the claim | of a neighbour"
        Tag::Determiner | Tag::PossessivePronoun => noun && has_clause(units, report),
        _ => noun || cue.iter().any(says) || phrases.has(Class::Speech) || closes(units, report),
    };
    can && !action && !phrases.has(Class::Action)
}

/// “Five weeks,” she | corrects.: what closes a quotation is a verb.
fn closes(units: &Units, report: &Report) -> bool {
    let verb = matches!(units[report.cue.clone()], [Unit { tag: Tag::S, .. }]);
    verb && matches!(&report.content[..], [said]
        if said.end <= report.cue.start && units[said.start].quoted == Quoted::Whole)
}

/// A mark, a verb or what may be one.
fn says(unit: &Unit) -> bool {
    let plain = matches!(unit.tag, Tag::Be | Tag::Have | Tag::Auxiliary | Tag::Ed | Tag::Ing);
    let mark = matches!(unit.tag, Tag::Colon | Tag::Dash);
    plain || mark || unit.tag == Tag::Word || unit.classes.has(Class::Verb)
}

fn has_clause(units: &Units, report: &Report) -> bool {
    report.content.first().is_some_and(|part| {
        let first = &units[part.start];
        matches!(first.tag, Tag::That | Tag::To) || first.quoted != Quoted::Outside
    })
}

/// A colon behind its source; but in "Said | Mayor Ana Ruiz | : “No”" the verb is the cue.
fn is_behind_source(units: &Units, report: &Report) -> bool {
    let said = |at: UnitIx| at > 0 && units[at - 1].tag.reports();
    let before = report.source.as_ref().filter(|source| source.end == report.cue.start);
    before.is_some_and(|source| !said(source.start))
}

/// The unit before the cue, in its block.
fn before<'u>(units: &'u Units, report: &Report) -> Option<&'u Unit> {
    let before = report.cue.start.checked_sub(1).filter(|at| *at >= report.block.start);
    before.map(|at| &units[at])
}

/// Whether the cue is one verb in "-ed" or alike.
fn is_one_past(units: &Units, report: &Report) -> bool {
    matches!(units[report.cue.clone()], [Unit { tag: Tag::SpeechPast, .. }])
}

/// "had been assured in | writing | that": how, and not what.
fn is_in_writing(units: &Units, report: &Report) -> bool {
    let writing = matches!(units[report.cue.clone()], [Unit { word: WRITING, .. }]);
    writing && before(units, report).is_some_and(|before| before.word == IN)
}

/// "It rose to nine, | compared | to eight"
fn compares(units: &Units, report: &Report) -> bool {
    let compared = matches!(&units[report.cue.start..report.block.end], [compared, to, ..]
        if compared.word == COMPARED && matches!(to.tag, Tag::To | Tag::Preposition));
    compared && before(units, report).is_some_and(|before| before.tag == Tag::Comma)
}

/// "The two sides | should view | their ties calmly": what others shall think.
fn is_duty(units: &Units, report: &Report) -> bool {
    matches!(&units[report.cue.clone()], [should, .., view]
        if matches!(should.word, SHOULD | MUST) && view.classes.has(Class::Thought))
}

/// "chaired an | extended | session": no verb.
fn is_adjective_alone(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.clone()];
    let adjective =
        |at: usize| cue[at].tag == Tag::SpeechPast && at > 0 && matches!(cue[at - 1].word, A | AN);
    let mut reports = (0..cue.len()).filter(|at| cue[*at].tag.reports()).peekable();
    reports.peek().is_some() && reports.all(adjective)
}

/// "a retired postman | called | Walter", "Three brothers | named | Haddad"
fn names(units: &Units, report: &Report) -> bool {
    let a = |source: &Range<UnitIx>| {
        let first = &units[source.start];
        matches!(first.word, A | AN) || is_number(first)
    };
    if !is_one_past(units, report)
        || !matches!(units[report.cue.start].word, CALLED | NAMED)
        || !report.source.as_ref().is_some_and(a)
    {
        return false;
    }
    let is_name = |at: &UnitIx| matches!(units[*at].tag, Tag::Name | Tag::Upper | Tag::Honorific);
    let name = (report.cue.end..report.block.end).take_while(is_name).last();
    let next = name.and_then(|name| units.get(name + 1));
    let goes_on = |next: &Unit| !matches!(next.tag, Tag::Determiner | Tag::Possessive);
    next.is_some_and(|next| next.quoted == Quoted::Outside && goes_on(next))
}

/// "A bookkeeper | accused | of fraud", "told leaders | opposed | to the levy"
fn describes(units: &Units, report: &Report) -> bool {
    let start = report.cue.start;
    let opposed = || match &units[report.block.start..=start] {
        [.., verb, noun, opposed] => {
            // ", as | opposed | to"
            let to = || noun.word == AS && units[start + 1].tag == Tag::To;
            let plural = tells(verb) && noun.classes.has(Class::Plural);
            opposed.tag == Tag::SpeechPast && (plural || to())
        }
        _ => false,
    };
    let of = |next: &Unit| matches!(next.tag, Tag::Preposition | Tag::To);
    units.get(start + 1).is_some_and(of) && (units[start].word == ACCUSED || opposed())
}

/// "is alarmed by | reports | that", "at the end of her | remarks"
fn is_noun(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.start];
    let before = units.get(report.block.start..report.cue.start).unwrap_or_default();
    let governed = match before {
        [.., of, her] if her.tag == Tag::PossessivePronoun => of.tag == Tag::Preposition,
        [.., of] => of.tag == Tag::Preposition,
        [] => false,
    };
    // "denied on Monday | reports | that"
    let rejects = || {
        let from = report.source.as_ref().map_or(report.cue.start, |source| source.end);
        let between = units.get(from..report.cue.start).unwrap_or_default();
        let verb = |unit: &Unit| is_speech(unit) && unit.classes.has(Class::TakesPhrase);
        let apart =
            |unit: &Unit| unit.tag.is_mark() || matches!(unit.tag, Tag::Conjunction | Tag::That);
        between.iter().any(verb) && !between.iter().any(apart)
    };
    // "Late | calls | were ignored"; but "minister says | will go", "denies | having gone"
    let counted = || {
        let next = units.get(report.cue.end).filter(|next| !next.classes.has(Class::Ing));
        let helps = next.is_some_and(|next| next.tag.helps() || next.tag == Tag::Ed);
        report.cue.len() == 1 && helps && units.lemma(report.cue.start) != SAY
    };
    // "Two | protests | shook the town"
    let several = || {
        let source = report.source.as_ref().map(|source| &units[source.clone()]);
        matches!(source, Some([two]) if is_number(two) && two.word != ONE)
    };
    let noun = cue.classes.has(Class::Noun) && (governed || rejects() || counted());
    cue.tag == Tag::SpeechPresent && (noun || several())
}

/// "the wishes she | had conveyed and | hoped": what is joined belongs to another verb.
fn joins(units: &Units, report: &Report) -> bool {
    report.cue.len() > 1 && units[report.cue.end - 1].word == AND
}

/// “She walked up and down.” Ana Ruiz | laughs., “It is late.” Ana Ruiz | takes another view.: a
/// quotation that is a sentence of its own is somebody else's.
fn reacts(units: &Units, report: &Report) -> bool {
    let start = units.sentence_of(report.cue.start).start;
    let noun = report.cue.len() > 2 && units[report.cue.end - 1].classes.has(Class::NounCue);
    (noun || matches!(units.lemma(report.cue.end - 1), LAUGH | SIGH))
        && !report.content.is_empty()
        && report.content.iter().all(|part| part.end <= start)
}

/// "the | shared | waters", "the newly | submitted | plans", "the firm's | appeal | plans"
fn is_inside_noun(units: &Units, report: &Report) -> bool {
    let next = units.get(report.cue.end).map(|next| next.tag);
    let beside = || {
        use Tag::{NounCue, S, SpeechPresent, ThoughtPresent, Word};
        matches!(next, Some(NounCue | S | SpeechPresent | ThoughtPresent | Word))
    };
    let owned = before(units, report).is_some_and(|before| before.tag == Tag::Possessive)
        && matches!(units[report.cue.clone()], [Unit { tag: Tag::SpeechBase, .. }]);
    let described = is_one_past(units, report) && is_adjective(units, report.cue.start);
    // "the other | accused |, managed"
    let noun = is_one_past(units, report)
        && report.content.is_empty()
        && units[report.cue.start].word == ACCUSED
        && next.is_some_and(Tag::is_mark)
        && before(units, report).is_some_and(|before| before.tag == Tag::Word);
    if noun || (owned || described) && beside() {
        return true;
    }
    let opens = |before: &Unit| {
        matches!(before.tag, Tag::Preposition | Tag::Determiner | Tag::PossessivePronoun)
    };
    is_one_past(units, report)
        && before(units, report).is_some_and(opens)
        && units.get(report.cue.end).is_some_and(|next| matches!(next.tag, Tag::Word | Tag::S))
}

/// "was also present on the occasion"
fn is_attendance(units: &Units, report: &Report) -> bool {
    let cue = &units[report.cue.clone()];
    let has = |tags: &[Tag]| cue.iter().any(|unit| tags.contains(&unit.tag));
    report.phrase == Classes::default()
        && has(&[Tag::Be])
        && has(&[Tag::SpeechBase])
        && !has(&[Tag::SpeechPast, Tag::SpeechIng, Tag::To, Tag::Auxiliary])
}

/// "released a memo titled | “The | Facts on the Mill”": no cue begins a quotation.
pub fn before_marks(units: &Units, report: &mut Report) {
    let Range { start, end } = report.cue;
    let inside = |at: &UnitIx| units[*at].quoted == Quoted::Inside;
    if let Some(mark) = (start + 1..end).find(inside) {
        report.cue.end = mark;
        let next = report.content.iter_mut().filter(|part| part.start == end);
        next.for_each(|part| part.start = mark);
    }
}

/// The cue and what the lexicon has as one phrase with it: "pointing to", "went on to say", with an
/// adjective in it "expressed full support for".
pub fn phrase_end(units: &Units, verb: UnitIx) -> UnitIx {
    match units.phrase(verb) {
        Some((classes, end)) if classes.has(Class::Speech) => end,
        _ => {
            let tag = |at: UnitIx| units[at].tag;
            let found = spaced_phrase(units, verb, |tag| tag == Tag::Word);
            let whole = |(classes, end): &(Classes, UnitIx)| {
                let to = matches!(tag(*end - 1), Tag::Preposition | Tag::To);
                let prepositional = *end == verb + 4 && to;
                classes.has(Class::TakesPhrase) && prepositional
            };
            found.filter(whole).map_or(verb + 1, |(_, end)| end)
        }
    }
}

/// A finite phrase of speech, or of thought before "that", whose first word is no verb of speech:
/// "took the view".
pub fn phrase(units: &Units, verb: UnitIx) -> Option<(Classes, UnitIx)> {
    let unit = &units[verb];
    let (classes, end) = longest(units, verb)?;
    // "has | spoken of", "is | making the point"
    let helped = match units[..verb].last().map(|helps| helps.tag) {
        Some(Tag::Have) => classes.has(Class::Participle) && classes.has(Class::TakesPhrase),
        Some(Tag::Be) => classes.has(Class::Ing),
        _ => false,
    };
    let finite = classes.has_any(Classes::FINITE) || helped;
    // "is confident | that", "is confident | the road is safe", "is alarmed by | reports"; "went on
    // | to praise it" is no phrase of this.
    let next = units.get(end).map(|next| next.tag);
    let clause = units.get(end..units.sentence_of(verb).end).is_some_and(opens_clause);
    let thinks = clause || classes.has(Class::TakesPhrase);
    let tells = classes.has(Class::Speech) || classes.has(Class::Thought) && thinks;
    let verb = classes.has(Class::Verb);
    let to = next == Some(Tag::To) && !classes.has_any(WITH_OBJECT);
    (finite && verb && tells && !to && !unit.tag.reports()).then_some((classes, end))
}

/// The longest phrase of the lexicon that begins there, and where it ends: "is [deeply] concerned
/// by".
fn longest(units: &Units, verb: UnitIx) -> Option<(Classes, UnitIx)> {
    units.phrase(verb).or_else(|| spaced_phrase(units, verb, Tag::is_adverb))
}

/// No phrase with a word inside is longer.
const LONGEST_PHRASE: usize = 5;

/// A phrase of the lexicon with a word behind its first one, and where it ends.
fn spaced_phrase(
    units: &Units,
    verb: UnitIx,
    is_inserted: fn(Tag) -> bool,
) -> Option<(Classes, UnitIx)> {
    let [first, inserted, rest @ ..] = &units[verb..units.sentence_of(verb).end] else {
        return None;
    };
    if !is_inserted(inserted.tag) || rest.len() < 2 {
        return None;
    }
    let mut words = [first.word; LONGEST_PHRASE];
    let behind = words.iter_mut().skip(1).zip(rest).map(|(word, unit)| *word = unit.word).count();
    let found = units.lexicon.phrase_of(&words[..=behind]);
    found.map(|(classes, length)| (classes, verb + 1 + length as usize))
}

/// What a phrase of the lexicon can take, besides a clause and speech.
pub const WITH_OBJECT: Classes =
    Classes::of(&[Class::TakesPhrase, Class::TakesTo, Class::TakesAddressee]);

/// "Two people briefed on the meeting | said", "the firm's thinking | said": a participle that
/// describes the subject, or a noun, is no part of the cue.
pub fn last_verb(units: &Units, report: &mut Report) {
    let Range { start, end } = report.cue;
    // "said | without elaborating"
    if end > start + 1
        && units[end - 1].word == WITHOUT
        && units.get(end).is_some_and(|doing| doing.tag.is_participle())
    {
        report.cue.end -= 1;
        return;
    }
    // "got | a letter | back | saying"
    let paper = |at: &UnitIx| units[*at].classes.has(Class::Paper);
    if matches!(units[start].word, GOT | RECEIVED)
        && units[end - 1].tag == Tag::SpeechIng
        && let Some(paper) = (start + 1..end - 1).find(paper)
    {
        report.source = Some(start + 1..paper + 1);
        report.cue.start = end - 1;
        return;
    }
    if let Some(whom) = recalled(units, &report.cue) {
        report.source = Some(whom);
        report.cue.start = end - 1;
        return;
    }
    if let Some(verb) = main_verb(units, report) {
        report.source = report.source.take().map(|source| source.start..verb);
        report.cue = verb..verb + 1;
        report.begin_by(verb + 1);
        return;
    }
    let describes = matches!(units[start].tag, Tag::SpeechPast | Tag::Ed)
        && units.get(start + 1).is_some_and(|next| next.tag == Tag::Preposition)
        && end >= start + 4;
    let owned = units[start].tag.is_participle()
        && end == start + 2
        && start > 0
        && matches!(units[start - 1].tag, Tag::Possessive | Tag::PossessivePronoun);
    let last = &units[end.saturating_sub(2)];
    let open = matches!(last.tag, Tag::Preposition | Tag::Conjunction | Tag::Adverb);
    // "Ana Ruiz | said in a video | posted by the Gazette", "said in a note | posted on Monday",
    // but "noted the | forecast | by"
    let posted = matches!(units[end - 1].tag, Tag::Ed | Tag::SpeechPast);
    let thing = describes && posted && !open && !last.tag.is_determiner();
    let by = || units.get(end).is_some_and(|by| by.word == BY);
    if thing && (matches!(units[start].word, SAID | WROTE) || by()) {
        report.cue.end -= 1;
        return;
    }
    if !(describes || owned) || !is_speech(&units[end - 1]) {
        return;
    }
    if let Some(source) = report.source.as_mut().filter(|source| source.end == start && !open) {
        source.end = end - 1;
        report.cue.start = end - 1;
    }
}

/// "recalls | the doctor | saying", "recalls | her mother | saying": a participle with a subject of
/// its own.
fn recalled(units: &Units, cue: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let start = cue.start + usize::from(units[cue.start].tag.reports());
    let whom = start..cue.end - 1;
    let (first, last) =
        units.get(whom.clone()).and_then(|words| words.first().zip(words.last()))?;
    let his = start > 0 && units[start - 1].tag == Tag::PossessivePronoun;
    let known = his || first.tag.is_determiner() || first.shape.is_capitalised();
    let tells = known
        && matches!(last.tag, Tag::Person | Tag::Office | Tag::Name)
        && units[cue.end - 1].tag == Tag::SpeechIng
        && !units[cue.start].classes.has(Class::TakesAddressee)
        && whom.clone().all(|at| is_name_like(units, at));
    tells.then_some(start - usize::from(his)..whom.end)
}

/// "Two officials | briefed on | the talks | said | it was late": the verb behind a participle that
/// describes the subject, and what stands behind its preposition.
fn main_verb(units: &Units, report: &Report) -> Option<UnitIx> {
    let start = report.cue.start;
    let source = report.source.as_ref().filter(|source| source.end == start)?;
    let sentence = units.sentence_of(start);
    let last = &units[start - 1];
    let several = last.classes.has(Class::Plural) && !last.tag.is_pronoun();
    let opens = match source.start.checked_sub(sentence.start) {
        Some(0) => true,
        // "But two officials"
        Some(1) => units[sentence.start].tag == Tag::Conjunction,
        _ => false,
    };
    let several = several && opens;
    let participle = is_done(&units[start]) || units[start].tag == Tag::ThoughtPast;
    let of = units.get(start + 1).filter(|_| participle && several)?;
    let noun = |at: &UnitIx| {
        let tag = units[*at].tag;
        let plain = matches!(tag, Tag::NounCue | Tag::Preposition | Tag::ThoughtBase);
        (plain || is_name_like(units, *at)) && !tag.is_pronoun()
    };
    let verb = start + 2 + (start + 2..sentence.end).take_while(noun).count();
    let says = verb > start + 2 && verb + 1 < sentence.end;
    let says = says && is_speech(&units[verb]) && units[verb].tag == Tag::SpeechPast;
    let of = matches!(of.tag, Tag::Preposition | Tag::To);
    // "condemned in the strongest terms the | repeated | attacks"
    let says = says && !is_adjective(units, verb);
    (of && says && report.holds(verb)).then_some(verb)
}
