//! What the source beside a verb takes in, and what it leaves out: dates before it, asides behind
//! it, the verb of another report.

use super::contents::is_name_like;
use super::sources::{LONGEST_SUBJECT, inserted_before, is_subordinate};
use super::syntax::{
    clause_start, has_finite, is_adjective, is_done, is_headline, is_relative, is_several,
    is_somebody, is_speech, is_subject, joins_clause, may_describe,
};
use crate::lexicon::fixed::{
    A, AFTER, AN, AND, AS, AT, BEFORE, CALLED, DURING, HERE, HERSELF, HIMSELF, IN, OF, ON, THE,
    THEMSELVES, THERE, UPON, WHILE, WITH,
};
use crate::lexicon::{Class, Classes};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "(GP)", "(7:00am AEDT)" have so many units.
const LONGEST_BRACKET: usize = 7;

/// "on the other hand" is no longer than this, with the comma behind it.
const LONGEST_ASIDE: usize = 5;

/// "The ministers | reviewed the agenda, agreed on it": a source ends before the first verb of its
/// clause, and begins behind a date and behind another's "said".
pub fn before_verb(units: &Units, report: &mut Report) {
    // "conveyed the greetings of | the people and | expressed happiness": an object of another
    // verb.
    let cue = report.cue.start;
    let joined = cue.checked_sub(1).is_some_and(|before| units[before].tag == Tag::Conjunction);
    report.source.take_if(|source| joined && source.contains(&cue));
    let Some(mut source) = report.source.clone() else { return };
    leave_bracket(units, report, &mut source);
    take_in_head(units, cue, &mut source);
    take_in_pair(units, cue, &mut source);
    take_in_name(units, &report.cue, &mut source);
    leave_aside(units, report.cue.end, &mut source);
    leave_insertion(units, &mut source);
    if !leave_clause(units, cue, &mut source) {
        // "The fishers here | say"
        let place = || is_place(&units[cue]) && units[cue + 1].tag.is_finite();
        if source.end == cue && cue + 1 < report.cue.end && place() {
            source.end += 1;
            report.cue.start += 1;
        } else if ends_in_adverb(units, cue, &source) {
            source.end -= 1;
            report.cue.start -= 1;
        }
        leave_lead(units, cue, &mut source);
        leave_date(units, report, &mut source);
        leave_verb(units, report, &mut source);
    }
    leave_subject(units, report, &source);
    // "The" of "The letters, which were lost, show"
    let article = source.len() == 1 && matches!(units[source.start].word, THE | A | AN);
    report.source = Some(source).filter(|_| !article);
}

/// "“It is late.” | Ana Ruiz herself described the house as “old”": no content that is the subject,
/// nor a quotation before it where there is one behind the verb.
fn leave_subject(units: &Units, report: &mut Report, source: &Range<UnitIx>) {
    let first = source.start;
    let quoted = first > 0 && units[first - 1].quoted == Quoted::Whole;
    let behind = report.content.iter().any(|part| part.start == report.cue.end);
    let own = |part: &&mut Range<UnitIx>| {
        part.contains(&first) && part.end <= source.end && (quoted || part.start == first)
    };
    if let Some(part) = report.content.iter_mut().find(own) {
        let stays = quoted && (!behind || units.ends_in_comma(first - 1));
        part.end = if stays { first } else { part.start };
    }
    report.drop_empty();
}

/// "the grain programme (GP | ), officials | said", "at three | (seven in Kelm) the clerk | said":
/// the bracket and the comma are none of them.
fn leave_bracket(units: &Units, report: &mut Report, source: &mut Range<UnitIx>) {
    let first = units[source.start].tag;
    let tags = units[source.clone()].iter().map(|unit| unit.tag);
    let close = tags.take(LONGEST_BRACKET).position(|tag| tag == Tag::Close);
    let Some(end) = close.map(|close| source.start + close + 1) else { return };
    let comma = units[..source.end].get(end).is_some_and(|next| next.tag == Tag::Comma);
    let start = end + usize::from(comma);
    if start < source.end && (first == Tag::Open || first == Tag::Close && comma) {
        let before = report.content.iter_mut().filter(|part| part.end == source.start);
        before.for_each(|part| part.end = end);
        source.start = start;
    }
}

/// "The head of the board | himself | said", "Ana van Orr of the University | of Brod | presented"
fn take_in_head(units: &Units, cue: UnitIx, source: &mut Range<UnitIx>) {
    let first = source.start;
    let own = matches!(units[first].word, HIMSELF | HERSELF | THEMSELVES);
    let of = units[first].word == OF;
    if source.end == cue && (of || own && source.len() == 1) {
        let joins = |at: UnitIx| matches!(units[at].tag, Tag::Preposition | Tag::Determiner);
        let noun = |at: &UnitIx| is_name_like(units, *at) || joins(*at);
        let sentence = units.sentence_of(cue);
        let walk = (sentence.start..first).rev().take(LONGEST_SUBJECT);
        let start = walk.take_while(noun).last().filter(|start| is_subject(units[*start].tag));
        source.start = start.unwrap_or(first);
    }
}

/// "In May | Ruiz and | Hale | said", "It was late, and | Ruiz and | Hale | said": both.
fn take_in_pair(units: &Units, cue: UnitIx, source: &mut Range<UnitIx>) {
    let sentence = units.sentence_of(cue);
    let and = source.start.checked_sub(1).filter(|and| {
        source.end == cue
            && *and > sentence.start
            && units[*and].word == AND
            && units[source.clone()].iter().all(is_named)
    });
    let Some(and) = and else { return };
    let named = |at: &UnitIx| is_named(&units[*at]);
    let Some(first) = (sentence.start..and).rev().take_while(named).last() else { return };
    let apart = |edge: UnitIx| matches!(units[edge].tag, Tag::Comma | Tag::Time | Tag::Conjunction);
    if first.checked_sub(1).is_none_or(|edge| edge < sentence.start || apart(edge)) {
        source.start = first;
    }
}

/// "In a note | Ana Ruiz, | head of the port | said: “No.”": no comma need close an apposition.
fn take_in_name(units: &Units, cue: &Range<UnitIx>, source: &mut Range<UnitIx>) {
    let sentence = units.sentence_of(cue.start);
    let [role, ..] = &units[source.clone()] else { return };
    let comma = source.start.checked_sub(1).filter(|at| *at > sentence.start);
    let comma = comma.filter(|at| units[*at].tag == Tag::Comma && source.end == cue.start);
    let other = role.shape.is_capitalised() || role.tag.is_pronoun();
    let described = !other && !is_relative(role);
    // "Ana Ruiz, the mayor said on Monday, will come"
    let tells = units[..sentence.end].get(cue.end).is_some_and(|next| {
        let aside = matches!(next.tag, Tag::Preposition | Tag::Time | Tag::Adverb | Tag::To);
        !aside && (next.tag == Tag::Colon || !next.tag.is_mark())
    });
    let Some(comma) = comma.filter(|_| described && tells && !has_finite(&units[source.clone()]))
    else {
        return;
    };
    let named = |at: &UnitIx| matches!(units[*at].tag, Tag::Name | Tag::Honorific);
    let Some(name) = (sentence.start..comma).rev().take_while(named).last() else { return };
    let lead = &units[sentence.start..name];
    let placed = match lead {
        [of, .., last] => {
            let noun = matches!(last.tag, Tag::NounCue | Tag::Time);
            of.tag == Tag::Preposition && noun && !has_finite(lead)
        }
        lead => lead.is_empty(),
    };
    if placed && lead.iter().all(|unit| unit.tag != Tag::Comma) {
        source.start = name;
    }
}

/// "said the President | upon greeting her", "said Ruiz |, with a minister looking on", "demanded
/// by the unions |, Ruiz said"
fn leave_aside(units: &Units, cue_end: UnitIx, source: &mut Range<UnitIx>) {
    let Range { start: first, end } = source.clone();
    let aside = |at: &UnitIx| {
        let (word, next) = (units[*at].word, *at + 1);
        let comma = units[*at].tag == Tag::Comma;
        // "said Ingela Broman |, who now | expects"
        let who = comma
            && is_relative(&units[next])
            && !has_finite(&units[next..end])
            && units[next + 1..end].iter().all(|unit| unit.tag == Tag::Adverb);
        let doing = matches!(word, AFTER | BEFORE | UPON) && units[next].tag.is_participle();
        // "said Ali Musa | at the start of the hearing"
        let place = matches!(word, AT | DURING) && units[next].tag.is_determiner();
        let another = units.get(end).is_some_and(is_speech) && is_subject(units[next].tag);
        doing
            || who
            || another && comma
            || place && units[first..*at].iter().all(is_named)
            || comma && units[next].word == WITH
    };
    if first >= cue_end
        && let Some(end) = (first + 1..source.end - 1).find(aside)
    {
        source.end = end;
    }
}

/// "What people forget, | she | insists": what stands before the subject is none.
fn leave_lead(units: &Units, cue: UnitIx, source: &mut Range<UnitIx>) {
    if source.end != cue {
        return;
    }
    if let [.., comma, she] = &units[source.clone()]
        && (comma.tag, she.tag) == (Tag::Comma, Tag::He)
    {
        source.start = source.end - 1;
    }
    // "If it is late, | Ana Ruiz, whose car is old, | said"
    let when = source.start > 0 && units[source.start - 1].tag == Tag::Complementizer;
    let clause = |at: &UnitIx| {
        // "the board approves"
        let verb = matches!(&units[source.start..*at], [.., board, approves]
            if approves.tag == Tag::S && (is_somebody(board) || board.tag == Tag::Body));
        units[*at].tag == Tag::Comma && (verb || has_finite(&units[source.start..*at]))
    };
    let comma = source.clone().find(|at| when && clause(at));
    if let Some(comma) = comma.filter(|at| is_subject(units[at + 1].tag)) {
        source.start = comma + 1;
    }
    // "To the same question | Mr Hale | replied"
    let named = |at: &UnitIx| matches!(units[*at].tag, Tag::Name | Tag::Honorific | Tag::He);
    if units[source.start].tag == Tag::To
        && let Some(start) = source.clone().rev().take_while(named).last()
    {
        source.start = start;
    }
    // "In her tweet | the mayor | wrote"
    const NOUN: Classes = Classes::of(&[Class::Paper, Class::NounCue]);
    let noun = |unit: &Unit| unit.tag == Tag::Word || unit.classes.has_any(NOUN);
    let begins = |at: &UnitIx| units[*at].tag == Tag::Determiner && noun(&units[*at - 1]);
    if source.start > 0
        && units[source.start - 1].tag == Tag::Preposition
        && let Some(start) = (source.start + 1..source.end).find(begins)
    {
        source.start = start;
    }
    // "Board Debates Budget as | Mayor | Warns"
    let sentence = units.sentence_of(cue);
    let open = is_headline(units, sentence);
    let headline = sentence.start == source.start && (open || units[cue].shape.is_capitalised());
    let noun = |at: &UnitIx| units[*at].word == AS && is_subject(units[at + 1].tag);
    let plain = |unit: &Unit| !unit.tag.is_mark() && !is_relative(unit);
    let headline = headline && units[source.clone()].iter().all(plain);
    if headline && let Some(at) = (source.start + 1..source.end - 1).find(noun) {
        source.start = at + 1;
    }
}

/// "Ana Ruiz, | however, said", "Ana Ruiz, | in turn, said"
fn leave_insertion(units: &Units, source: &mut Range<UnitIx>) {
    let Some(first) = inserted_before(units, source, source.end) else { return };
    let plain = |unit: &Unit| unit.tag == Tag::Adverb;
    let noun = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::PossessivePronoun);
    let placed = |unit: &Unit| {
        noun(unit)
            || matches!(
                unit.tag,
                Tag::Determiner | Tag::NounCue | Tag::Time | Tag::Number | Tag::S | Tag::Ing
            )
    };
    let aside = match &units[first + 1..source.end - 1] {
        [of, rest @ ..] if of.tag == Tag::Preposition && !rest.is_empty() => {
            let on = matches!(units[first + 1].word, IN | ON | AT | AFTER | DURING);
            rest.iter().all(|unit| plain(unit) || noun(unit) || on && placed(unit))
        }
        words => words.iter().all(plain),
    };
    if aside && first > source.start && source.end - first <= LONGEST_ASIDE + 1 {
        source.end = first;
    }
}

/// "The pubs remain open, and | a spokeswoman for the firm stressed". Whether nothing more is to be
/// looked for: "said Mr Horak, | and Ms Kim left".
fn leave_clause(units: &Units, cue: UnitIx, source: &mut Range<UnitIx>) -> bool {
    let and = |at: &UnitIx| units[*at].tag == Tag::Comma && units[at + 1].tag == Tag::Conjunction;
    let joint = (source.start..source.end.saturating_sub(2)).find(and);
    let Some(joint) = joint else { return false };
    if source.start > cue {
        let clause = &units[joint + 2..source.end];
        if has_finite(clause) && !clause.iter().any(is_relative) {
            source.end = joint;
        }
        return true;
    }
    let nobody = |unit: &Unit| matches!(unit.tag, Tag::Determiner | Tag::Word | Tag::S);
    let before = &units[source.start..joint];
    // "Ana Ruiz, who was tired, left early, and | her deputy, Tom Hale, | argued"
    let main = |[comma, verb]: &[Unit; 2]| comma.tag == Tag::Comma && verb.tag.is_finite();
    let ended = before.iter().any(is_relative) && before.array_windows().any(main);
    // "She visited Brod, and | director Tom Hale | suggested"
    let told = || matches!(before, [she, _, ..] if she.tag.is_pronoun());
    // "She shot the film | The Long Road, and | director Tom Hale | suggested"
    let verb = |tag: Tag| matches!(tag, Tag::Word | Tag::S | Tag::Ed | Tag::Ing);
    let told = || told() || source.start > 0 && verb(units[source.start - 1].tag);
    let apart = before.len() > 2 && before.iter().all(nobody) || ended || told();
    if apart && is_subject(units[joint + 2].tag) {
        source.start = joint + 2;
    }
    false
}

/// "here", "there": where somebody is, and not when he says it.
fn is_place(unit: &Unit) -> bool {
    matches!(unit.word, HERE | THERE)
}

/// "My wife | always says"; but "The mayor there | says", "a third | says"
fn ends_in_adverb(units: &Units, cue: UnitIx, source: &Range<UnitIx>) -> bool {
    matches!(&units[source.clone()], [.., noun, adverb]
        if source.end == cue
            && adverb.tag == Tag::Adverb
            && !matches!(noun.tag, Tag::Determiner | Tag::Conjunction)
            && !is_place(adverb))
}

/// "At 17:42 | Karl Heinz informed", "On 30 October | Skerry Lines told", "she left on May 6, | her
/// aide said"
fn leave_date(units: &Units, report: &mut Report, source: &mut Range<UnitIx>) {
    let day = |at: &UnitIx| matches!(units[*at].tag, Tag::Time | Tag::Number);
    let comma = source.start + source.clone().take_while(day).count();
    if comma > source.start
        && comma + 1 < source.end
        && units[comma].tag == Tag::Comma
        && let [only] = &mut report.content[..]
        && only.end <= source.start
        && (only.end..source.start).all(|at| day(&at))
    {
        only.end = comma;
        source.start = comma + 1;
    }
    if let [at, hour, name, ..] = &units[source.clone()]
        && (at.tag, hour.tag) == (Tag::Preposition, Tag::Number)
        && matches!(name.tag, Tag::Name | Tag::Honorific | Tag::Determiner)
    {
        source.start += 2;
    }
    let date = matches!(units[source.start].tag, Tag::Time | Tag::Number);
    let the = |at: UnitIx| units[at].tag == Tag::Determiner || units[source.start].tag == Tag::Time;
    if date && source.len() > 1 && is_subject(units[source.start + 1].tag) && the(source.start + 1)
    {
        source.start += 1;
    }
}

/// Leaves what stands before or behind another verb.
fn leave_verb(units: &Units, report: &mut Report, source: &mut Range<UnitIx>) {
    let cue = report.cue.start;
    // "Ruiz | had late on Tuesday rejected"
    let when = |unit: &Unit| {
        use Tag::{Adverb, Number, Preposition, Time, Word};
        matches!(unit.tag, Adverb | Number | Preposition | Time | Word)
    };
    let had = source.clone().skip(1).find(|at| units[*at].tag == Tag::Have);
    if let Some(had) = had.filter(|had| cue > had + 1)
        && units[had + 1..cue].iter().all(when)
        && units[cue - 1].tag == Tag::Time
    {
        source.end = had;
        report.cue.start = had;
        return;
    }
    if let Some(verb) = first_verb(units, cue, source) {
        source.end = verb;
        return;
    }
    let relative = |at: &UnitIx| is_relative(&units[*at]);
    // "the first | to be heard", "after 19 | points"
    let noun = |at: UnitIx| match units[at - 1].tag {
        Tag::Number => !units[at].classes.has(Class::Noun),
        before => before == Tag::To && units[at].tag == Tag::Be,
    };
    let finite = |at: &UnitIx| units[*at].tag.is_finite() && !(*at > source.start && noun(*at));
    let verb = source.clone().find(|at| finite(at) && !is_adjective(units, *at) || relative(at));
    let runs_on = source.end <= cue && units[source.end - 1].tag == Tag::Comma;
    if source.end == cue && !runs_on {
        let start = behind_said(units, cue, verb, source);
        if let Some(start) = start.or_else(|| behind_and(units, verb?, source)) {
            source.start = start;
            return;
        }
        leave_noun(units, report, source);
    }
    // "The Monarch | was glad, and wished"
    if let [.., noun, is] = &units[source.clone()]
        && is.tag == Tag::Be
        && !is_relative(noun)
    {
        source.end -= 1;
    }
    // "Tselan approved | the support | package, ordered"
    let takes_noun = |at: UnitIx| {
        let next = units[..source.end].get(at + 1).map(|unit| unit.tag);
        matches!(next, Some(Tag::Determiner | Tag::PossessivePronoun))
    };
    // "Ana Ruiz, best | known for her songs, | said": the verb is not hers.
    let aside = inserted_before(units, source, source.end).map(|comma| comma + 1);
    let aside = aside.filter(|aside| !is_relative(&units[*aside])).unwrap_or(source.end);
    let cuts = |at: UnitIx| runs_on && at <= aside || source.end < cue && takes_noun(at);
    if let Some(verb) = verb.filter(|at| *at > source.start && !relative(at) && cuts(*at)) {
        source.end = verb;
    }
}

/// "Ruiz | opens bridge, says it will last", "Ruiz | Meets Hale; Says It Is Late", "Ministers |
/// meet Hale, say", in a headline: no table has its first verb, but the second stands beside it.
fn first_verb(units: &Units, cue: UnitIx, source: &Range<UnitIx>) -> Option<UnitIx> {
    let mark = |at: &UnitIx| matches!(units[*at].tag, Tag::Comma | Tag::Semicolon);
    let last = cue.checked_sub(1).filter(mark)?;
    let in_s = |at: UnitIx| units[at].tag == Tag::Name && units.written(at).ends_with('s');
    let says = &units[cue];
    let headline = is_headline(units, units.sentence_of(cue));
    let opens = |at: &UnitIx| {
        let [noun, verb] = [at - 1, *at].map(|at| &units[at]);
        let fits = match says.tag {
            // "Peter Jones | Meets Hale"
            Tag::SpeechPresent if verb.shape.is_capitalised() => {
                says.shape.is_capitalised() && at + 1 < last && in_s(*at) && !in_s(at + 1)
            }
            Tag::SpeechPresent => is_several(verb),
            Tag::SpeechBase => verb.tag == Tag::Word && noun.classes.has(Class::Plural),
            // "Interior minister | quits over deaths, saying"
            Tag::SpeechIng => verb.tag == Tag::S && headline,
            _ => false,
        };
        fits && (noun.shape.is_capitalised() || headline && noun.tag == Tag::Office)
    };
    let whole = units.sentence_of(cue).start == source.start
        && !units[source.start].tag.is_determiner()
        && !(source.start..last).any(|at| mark(&at));
    (source.start + 1..source.end.min(last)).find(opens).filter(|_| whole)
}

/// "Bermejo said | Oosterveld had promised", "Ruiz told staff | the mayor had promised": where the
/// source begins behind another's verb.
fn behind_said(
    units: &Units,
    cue: UnitIx,
    verb: Option<UnitIx>,
    source: &Range<UnitIx>,
) -> Option<UnitIx> {
    // "A baker called Osk said": one subject.
    let tells = |at: UnitIx| match units[at].tag {
        // "She remembers | John Murphy telling her"
        Tag::ThoughtPast | Tag::ThoughtPresent => units[cue].tag == Tag::SpeechIng,
        // "Lawyers for the family that | claims | the parcel said"
        _ if at > source.start && units[at - 1].tag == Tag::That => false,
        _ => is_speech(&units[at]) && units[at].word != CALLED,
    };
    // "Parents say | they told the school"
    let several = |at: &UnitIx| {
        matches!(&units[source.start..(at + 2).min(source.end)], [.., noun, verb, next]
            if verb.tag == Tag::SpeechBase
                && (noun.tag == Tag::Body || noun.classes.has(Class::Plural))
                && is_subject(next.tag))
    };
    let said = verb.filter(|at| tells(*at)).or(source.clone().find(several))?;
    let determiner = (said + 2..source.end).rev().find(|at| units[*at].tag == Tag::Determiner);
    let start = determiner.unwrap_or(said + 1);
    (start < source.end && is_subject(units[start].tag)).then_some(start)
}

/// "Ana Ruiz joined the union and | Tom Hill | said": where the second subject begins.
fn behind_and(units: &Units, verb: UnitIx, source: &Range<UnitIx>) -> Option<UnitIx> {
    let and = (verb + 1..source.end).find(|at| units[*at].word == AND)?;
    let named = |range: Range<UnitIx>| !range.is_empty() && units[range].iter().all(is_named);
    let clause =
        units[verb].tag == Tag::Ed && !units[verb..and].iter().any(|unit| unit.tag.is_mark());
    (clause && named(source.start..verb) && named(and + 1..source.end)).then_some(and + 1)
}

/// "a poll | her main rival | described": a noun with a clause of its own is left out. It is the
/// content where nothing else is.
fn leave_noun(units: &Units, report: &mut Report, source: &mut Range<UnitIx>) {
    let a =
        source.start - usize::from(source.start > 0 && !units[source.start].tag.is_determiner());
    let denied = units[report.cue.end - 1].classes.has(Class::TakesPhrase)
        && a > 0
        && units[a - 1].tag == Tag::Comma;
    let noun = |at: &UnitIx| {
        let name = &units[*at + usize::from(units[*at].tag == Tag::Honorific)..source.end];
        let named = || !name.is_empty() && name.iter().all(is_named);
        match units[*at - 1].tag {
            // ", a sum | ministers | have rejected"
            _ if denied && *at + 1 == source.end && units[*at].classes.has(Class::Plural) => true,
            Tag::Word | Tag::S | Tag::Person => units[*at].tag.is_determiner(),
            Tag::NounCue | Tag::SpeechBase | Tag::ThoughtBase => {
                units[*at].tag.is_determiner() || named()
            }
            _ => false,
        }
    };
    let plain = |at: &UnitIx| {
        use Tag::{Ly, NounCue, Person, S, SpeechBase, ThoughtBase, Word};
        matches!(units[*at - 1].tag, Word | S | Person | NounCue | SpeechBase | ThoughtBase | Ly)
    };
    let own = (a + 2..source.end).take_while(plain).find(noun);
    // "A report the ministry published | said"
    let own = own.filter(|own| !has_finite(&units[*own..source.end]));
    let Some(own) = own.filter(|_| matches!(units[a].word, A | AN)) else { return };
    source.start = own;
    // "said that it was old, | a claim | the mayor denies."
    if report.content.iter().all(|part| part.end <= a) {
        report.tells(a..own);
    }
    // "A poll her rival described as “a robbery” | is over"
    let sentence = units.sentence_of(a);
    let verb = |at: &UnitIx| units[*at].tag.is_finite() && units[*at].quoted == Quoted::Outside;
    let main = (report.cue.end..sentence.end).find(verb).filter(|_| a == sentence.start);
    report.end_by(main.unwrap_or(sentence.end));
}

/// "said Ana Ruiz, author of | “The Long Road,” | on Monday", "On “The Sunday Hour,” | Ruiz said":
/// a source takes in a title with its marks, or leaves them both.
pub fn title(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Some(source) = report.source.as_mut().filter(|source| source.start < source.end) else {
        return;
    };
    let is_mark =
        |at: &UnitIx| units[*at].tag == Tag::QuoteMark && units[*at].quoted == Quoted::Inside;
    let open = source.clone().filter(is_mark).count() % 2 == 1;
    let of = matches!(units[source.end - 1].tag, Tag::Preposition | Tag::Determiner)
        && (source.end..sentence.end).take(1).any(|at| is_mark(&at));
    if open && is_mark(&source.start) {
        source.start += 1;
    } else if open || of {
        let limit = if source.end <= report.cue.start { report.cue.start } else { sentence.end };
        let Some(close) = (source.end + usize::from(of)..limit).find(is_mark) else { return };
        source.end = close + 1;
        report.content.iter_mut().filter(|part| part.contains(&close)).for_each(|part| {
            part.start = close + 1;
        });
        report.drop_empty();
    }
}

/// "A clerk accused of theft | told the jury", "Villagers opposing the dam | said so": a participle
/// behind the noun, with nothing that joins it to the verb, belongs to the subject.
pub fn with_participle(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.start;
    let start = clause_start(units, sentence, cue);
    // "It was late, | a statement issued by the board | said."
    let last = units[..sentence.end].get(report.cue.end).is_none_or(|next| next.tag == Tag::Stop);
    let comma = (start..cue).rev().find(|at| units[*at].tag == Tag::Comma).filter(|_| last);
    let start = comma.map_or(start, |comma| (comma + 1).min(cue - 1));
    // "It was late, and | foreign banks holding its debt | said"
    let and = |at: &UnitIx| units[*at].tag == Tag::Comma && units[at + 1].tag == Tag::Conjunction;
    let joint = (start..cue.saturating_sub(2)).rev().find(and);
    let start = joint.map_or(start, |comma| comma + 2);
    let right_before = report.source.as_ref().is_some_and(|source| source.end == cue);
    // "Emails seen by the Post | show"
    let tells = is_speech(&units[cue]) || units[cue].tag == Tag::SpeechBase;
    let noun = is_subject(units[start].tag)
        || matches!(units[start].tag, Tag::NounCue | Tag::SpeechPresent | Tag::SpeechBase)
        || units[start].tag == Tag::Word && is_several(&units[start + 1]);
    if !right_before || !tells || !noun {
        return;
    }
    let subject = &units[start..cue];
    let apart = |unit: &Unit| {
        joins_clause(unit) && unit.word != WHILE
            || unit.tag.is_mark()
            || unit.quoted != Quoted::Outside
    };
    let verb = subject.iter().position(|unit| unit.tag.is_finite() || may_describe(unit));
    let Some(verb) = verb else { return };
    // "documents | seen"
    let noun =
        subject[verb].tag == Tag::SpeechPresent && subject.get(verb + 1).is_some_and(is_done);
    let verb = verb + usize::from(noun);
    // "Villagers opposing | the dam"
    let object = |verb: usize| {
        subject[verb].tag.is_participle() && !subject[verb.saturating_sub(1)].tag.is_determiner()
    };
    let participle = subject.get(verb + 1).is_some_and(|next| match next.tag {
        Tag::Preposition | Tag::To => may_describe(&subject[verb]),
        _ => object(verb),
    });
    let only = subject[verb + 1..].iter().all(|unit| !unit.tag.is_finite());
    // "Ana Ruiz resigned on Monday after | an audit | found"
    // "The chancellor while praising the college | urged"
    let during = |at: UnitIx| units[at].word == WHILE && at + 1 == start + verb;
    let beside = (start..cue).any(|at| units[at].word == WHILE && !during(at))
        || (start + verb..cue).any(|at| is_subordinate(units, at));
    if participle && verb > 0 && only && !beside && !subject.iter().any(apart) {
        report.source = Some(start..cue);
        report.cut(start, start - usize::from(comma.is_some()));
    }
}

/// A word of a name.
fn is_named(unit: &Unit) -> bool {
    matches!(unit.tag, Tag::Name | Tag::Upper)
}
