//! How far a content goes on behind the comma that it ends at.

use super::inverted::TAKES_MORE;
use super::leads;
use super::lists::list;
use super::syntax::{
    clause_end, has_comma, has_finite, is_and_that, is_relative, is_somebody, is_speech, is_subject,
};
use crate::lexicon::fixed::{
    A, AFTER, ALTHOUGH, AN, AND, ARE, AS, BECAUSE, BEFORE, BEING, BUT, CAN, COMPARED, DECLINED,
    DID, DOES, ESPECIALLY, GAVE, HAD, HAS, HAVE, INCLUDING, IS, IT, MORE, OF, OFFERED, ONLY,
    PARTICULARLY, PROVIDED, REFUSED, SINCE, SUCH, THE, THOUGH, TO, UNLESS, WHERE, WHEREAS, WHILE,
    WHOM, WILL,
};
use crate::lexicon::{Class, Classes, is_comparative};
use crate::model::Shape;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "welcomed the visit, | the first in eleven years": what goes on to describe the last noun of a
/// content belongs to it, up to the end of the clause, where nobody else reports.
pub fn past_comma(units: &Units, reports: &mut [Report]) {
    for at in 0..reports.len() {
        let (earlier, now) = reports.split_at_mut(at);
        let (now, later) = now.split_at_mut(1);
        let report = &mut now[0];
        let sentence = units.sentence_of(report.cue.start);
        let Some(last) = report.content.last_mut().filter(|last| last.start >= report.cue.end)
        else {
            continue;
        };
        let cue = &units[report.cue.end - 1];
        let past = past_dashes(units, sentence, last);
        if let Some(end) = past.or_else(|| past_and(units, cue, sentence, last, later)) {
            last.end = end;
        }
        // "that she was | “tired,” a word that he disliked"
        let is = units[last.end - 1].tag == Tag::Be;
        let quoted = |unit: &Unit| unit.quoted == Quoted::Whole;
        last.end += usize::from(is && units[..sentence.end].get(last.end).is_some_and(quoted));
        // "that she had told him that it was safe, | and that he left": the outer one goes on.
        let outer = |part: &Range<UnitIx>| {
            part.contains(&report.cue.start) && units[part.start].tag == Tag::That
        };
        let and_that = units.get(last.end + 1..last.end + 3);
        let and_that = and_that.and_then(|words| words.first_chunk()).is_some_and(is_and_that);
        if and_that && earlier.iter().rev().take(3).any(|before| before.content.iter().any(outer)) {
            continue;
        }
        last.end = goes_on(units, sentence, last, later).unwrap_or(last.end);
    }
}

/// "that the visit to Lorne | -- her first -- was a success": a clause has a verb; "that he went to
/// Lorne | -- the old port -- if he could".
fn past_dashes(units: &Units, sentence: &Range<UnitIx>, content: &Range<UnitIx>) -> Option<UnitIx> {
    let end = clause_end(units, sentence, content.end);
    let that = units.rfind(content.clone(), |unit| unit.tag == Tag::That);
    let verb = &units[content.start - 1];
    let thinks = verb.tag.reports() && !verb.classes.has(Class::TakesPhrase);
    let opens = that.is_some() || is_speech(verb) || thinks;
    let last = that.unwrap_or(content.start);
    if content.end >= end || !opens {
        return None;
    }
    let dash = |at: &UnitIx| units[*at].tag == Tag::Dash;
    let open = (last..=content.end).find(dash)?;
    let rest = &units[open + 1..end];
    // "that the road was lost | - and that it was late", "praised the Lorne | – Kelm Committee"
    let and_that = that.is_some() && rest.first_chunk().is_some_and(is_and_that);
    let name = |at: UnitIx| units.get(at).is_some_and(|unit| unit.tag == Tag::Name);
    if and_that || name(open - 1) && name(open + 1) && !has_finite(rest) {
        return Some(end);
    }
    let close = (open + 1..end).find(dash).filter(|close| *close >= content.end)?;
    let next = units[close + 1..end].first()?.tag;
    let goes_on = match has_finite(&units[last..open]) {
        true => matches!(next, Tag::Preposition | Tag::To | Tag::Complementizer),
        false => next.is_finite() || next == Tag::S,
    };
    goes_on.then_some(end)
}

/// "asked them to open the road | and share the cost", "| and to share the cost": one "to" has
/// several verbs. But of "they ask them to come and leave" the second may be theirs.
fn past_and(
    units: &Units,
    cue: &Unit,
    sentence: &Range<UnitIx>,
    content: &Range<UnitIx>,
    later: &[Report],
) -> Option<UnitIx> {
    let verb = |unit: &Unit| matches!(unit.tag, Tag::Word | Tag::SpeechBase | Tag::ThoughtBase);
    let words = &units[content.clone()];
    let end = clause_end(units, sentence, content.end);
    let [and, rest @ ..] = &units[content.end..end] else { return None };
    let comma = (content.end..end).find(|at| units[*at].tag == Tag::Comma).unwrap_or(end);
    // "thanked him for the welcome | and hospitality"
    let more = is_more(&units[content.end..comma])
        && !matches!(rest[0].tag, Tag::S | Tag::SpeechBase | Tag::ThoughtBase)
        && !rest[0].tag.is_participle()
        && !has_comma(units, content.end - 1)
        && within(later, content.end..comma).next().is_none();
    if more {
        return Some(comma);
    }
    let to = words.array_windows().rposition(|[to, base]| to.tag == Tag::To && verb(base))?;
    let next = rest.iter().find(|unit| !unit.tag.is_adverb())?;
    let joined = and.word == AND
        && (verb(next) || next.tag == Tag::To)
        && !verb(cue)
        && !has_finite(&words[to..]);
    joined.then_some(comma)
}

/// What stands behind the comma that a content ends at, to the end of its clause.
fn behind_comma(
    units: &Units,
    sentence: &Range<UnitIx>,
    content: &Range<UnitIx>,
) -> Option<Range<UnitIx>> {
    let comma = content.end;
    if comma >= sentence.end || units[comma].tag != Tag::Comma {
        return None;
    }
    let rest = comma + 1..clause_end(units, sentence, comma);
    (!rest.is_empty()).then_some(rest)
}

/// Those of the reports that begin in a range.
fn within(later: &[Report], range: Range<UnitIx>) -> impl Iterator<Item = &Report> {
    let before = later.iter().take_while(move |next| next.cue.start < range.end);
    before.filter(move |next| next.cue.start >= range.start)
}

/// Where a content goes on to behind the comma that it ends at.
fn goes_on(
    units: &Units,
    sentence: &Range<UnitIx>,
    last: &Range<UnitIx>,
    later: &[Report],
) -> Option<UnitIx> {
    // "praised the crowd, who stayed, | and left"
    let Range { start, end: clause } = behind_comma(units, sentence, last)?;
    let and = |at: &UnitIx| units[*at].tag == Tag::Comma && units[at + 1].tag == Tag::Conjunction;
    let end = (start..clause - 1).find(and).unwrap_or(clause);
    // "welcomed the deal, which came in May | , stressing that"
    let trailer = within(later, start..end).map(|next| next.cue.start).find(|cue| {
        units[*cue].tag.is_participle()
            && units[*cue - 1].tag == Tag::Comma
            && *cue > start + 1
            && !leads::opens(units, *cue)
    });
    let end = trailer.map_or(end, |cue| cue - 1);
    let (content, rest) = (&units[last.clone()], &units[start..end]);
    let said = &units[last.start - 1];
    let bare = is_speech(said) && !said.classes.has_any(TAKES_MORE);
    // "said that ten wards had closed, | leaving one open"
    let plain = units.phrase(start).is_some_and(|(classes, _)| classes.has(Class::Action));
    let leaving = plain || rest.first().is_some_and(|first| first.tag == Tag::Ing);
    if (adds(rest)
        || is_more(rest)
        || bare && leaving && has_finite(content)
        || not_only(content, rest)
        || keeps_tense(units, last, rest))
        && within(later, start..end).next().is_none()
    {
        return Some(end);
    }
    // "on May 16, | 2016, the ship left", "the May 4, | 2019, ruling by the court"
    if let ([.., month, _], [year, ..]) = (content, rest)
        && month.classes.has(Class::Month)
        && year.tag == Tag::Number
    {
        return Some(end);
    }
    // "went in May, | a month before the vote"
    if let ([.., may], [_, _, before, ..]) = (content, rest)
        && matches!(may.tag, Tag::Time | Tag::Number)
        && matches!(before.word, AFTER | BEFORE)
    {
        return Some(end);
    }
    if joins(content, rest) || is_cut(content, rest) || is_proportion(units, last.start, start) {
        return Some(clause);
    }
    // "urged | the board, the firm's owner, to open the road"
    let to =
        rest.array_windows().position(|[comma, to]| (comma.tag, to.tag) == (Tag::Comma, Tag::To));
    if let Some(to) = to
        && said.classes.has(Class::TakesAddressee)
        && !has_finite(content)
        && !has_finite(&rest[..to])
        && content.iter().all(|unit| unit.tag != Tag::To)
    {
        return Some(end);
    }
    if let Some(length) = did_more(content, &units[start..clause], bare)
        && !within(later, start..start + length).any(|next| units[next.cue.start].tag.reports())
    {
        return Some(start + length);
    }
    if let Some(length) = list(content, &units[start..clause]) {
        return Some(start + length);
    }
    // "said | the reports, dated 2 May, | stated": but "thanked the envoys, met in May, said Ruiz".
    let thinks = matches!(said.tag, Tag::ThoughtBase | Tag::ThoughtPresent);
    if awaits_verb(content, rest, bare || thinks) {
        return Some(end);
    }
    // "that it could stand, | since she would have her turn"
    let because = || {
        let joint = units[start].word;
        let next = units.get(start + 1).map(|next| next.tag);
        has_finite(content)
            // "counting them, | though, | the toll is higher"
            && next != Some(Tag::Comma)
            && matches!(
                joint,
                BECAUSE | SINCE | UNLESS | THOUGH | ALTHOUGH | WHILE | WHEREAS | PROVIDED
            )
    };
    // "the post at Moyari, | where lorries wait"
    let place = || !has_finite(content) && units[start].word == WHERE;
    let told = match content.first().map(|first| first.tag) {
        _ if is_title_of(content, rest) => true,
        Some(Tag::That | Tag::To) => describes(rest) || is_name_of(content, rest),
        _ => {
            // "said | she would build a dam, the first in Lorne"
            let apposed = || apposed(rest) && (!has_finite(content) || bare);
            describes(rest) || apposed()
        }
    };
    // "an official, | whom she declined to name"
    let whom = || units[start].word == WHOM;
    let inside = || is_named(rest) || is_compared(rest) || is_in_which(rest) || whom();
    // "said a man died, | after being hit by a car"
    let after = || bare && matches!(rest, [w, being, ..] if w.word == AFTER && being.word == BEING);
    // "although one of them had objected", which tells nothing of what; but "while another said no"
    let untold = || {
        let tells = |next: &Report| !next.content.is_empty();
        because() && units[start].word != WHILE && !within(later, start..end).any(tells)
    };
    // "while Ruiz | has made it clear | he will leave"
    let phrase = |next: &Report| next.phrase != Classes::default() && next.source.is_some();
    let tells = || {
        let joined = units[start].tag == Tag::Conjunction;
        tells_itself(rest) || joined && within(later, start..end).any(phrase)
    };
    let other = || tells() && !untold();
    ((told || place() || because() || after()) && (inside() || !other())).then_some(end)
}

/// "thanked her for the bridge, | as well as the dam", "will mend the roads, | especially the old
/// ones"
fn adds(rest: &[Unit]) -> bool {
    let words = |at: usize| rest.get(at).map(|unit| unit.word);
    match words(0) {
        // "as opposed to the dam"
        Some(AS) => words(2) == Some(AS) || words(2) == Some(TO),
        Some(SUCH) => words(1) == Some(AS),
        Some(word) => matches!(word, ESPECIALLY | PARTICULARLY | INCLUDING),
        None => false,
    }
}

/// "asked them to open the road, | and mend the bridge", "called for a vote, | and then for calm"
fn is_more(rest: &[Unit]) -> bool {
    // "and now I come", "and nobody else"
    let next = rest.iter().skip(1).find(|unit| !unit.tag.is_adverb());
    let phrase = next.is_some_and(|next| !next.classes.has(Class::Pronoun));
    phrase && rest[0].word == AND && !has_finite(rest)
}

/// "that it would not only help them, | but the whole valley", "praised not the plan, | but its
/// authors", "that they were not sold, | but were lent"
fn not_only(content: &[Unit], rest: &[Unit]) -> bool {
    let not_only = |[not, only]: &[Unit; 2]| {
        let were = || rest.get(1).is_some_and(|were| were.tag == Tag::Be);
        not.tag == Tag::Negation
            && (were() || only.word == ONLY || only.tag.is_determiner() && !has_finite(rest))
    };
    rest.first().is_some_and(|but| but.word == BUT) && content.array_windows().any(not_only)
}

/// "said that it is late, | and more trains will come": what goes on in the present behind a verb
/// in the past is told by nobody else; but ", but the mayor has not answered" by the text. "said
/// the road would help, | and could save lives": but ", and could not be reached".
fn keeps_tense(units: &Units, last: &Range<UnitIx>, rest: &[Unit]) -> bool {
    let (content, verb) = (&units[last.clone()], &units[last.start - 1]);
    let [and, subject, ..] = rest else { return false };
    let now = |unit: &Unit| {
        matches!(unit.word, WILL | IS | ARE | HAS | HAVE | CAN) || unit.tag == Tag::SpeechPresent
    };
    let head = |words: &[Unit]| words.iter().position(|unit| unit.tag.is_finite());
    let present = |words: &[Unit]| head(words).filter(|at| now(&words[*at]));
    let own = |verb: &Unit| and.word == AND || !matches!(verb.word, HAS | HAVE);
    let told = verb.tag == Tag::SpeechPast && matches!(and.word, AND | BUT);
    let not = rest.get(2).is_some_and(|not| not.tag == Tag::Negation);
    let could = subject.tag == Tag::Auxiliary && subject.word != DID;
    if told && could && (!not || subject.word == DOES) {
        return !verb.classes.has(Class::TakesPhrase);
    }
    // "said sales rose, | but fell in May", "was found, | but was empty"; but ", but declined to
    // say"
    let head_of = |words: &[Unit]| head(words).map(|at| words[at].tag);
    let past = |tag: Tag| matches!(tag, Tag::Ed | Tag::Be);
    let silent = matches!(subject.word, DECLINED | REFUSED | GAVE | OFFERED);
    if told && and.word == BUT && past(subject.tag) && !silent && head_of(content).is_some_and(past)
    {
        return !verb.classes.has(Class::TakesPhrase);
    }
    // "said that it was late, | and the trains had left", "| and she was his friend"
    let was = |verb: &Unit| verb.tag == Tag::Be && subject.tag.is_pronoun() && and.word == AND;
    let had = |verb: &Unit| verb.word == HAD || verb.tag == Tag::Auxiliary || was(verb);
    told && !matches!(subject.tag, Tag::First | Tag::Auxiliary)
        && has_finite(content)
        && head(rest)
            .map(|at| &rest[at])
            .is_some_and(|verb| had(verb) || present(content).is_some() && now(verb) && own(verb))
}

/// "that the hall was full, | and that units had left", "and that, | it seems, units had left"
fn joins(content: &[Unit], rest: &[Unit]) -> bool {
    let opens = content.first().is_some_and(|first| first.tag == Tag::That);
    let and_that = rest.first_chunk().is_some_and(is_and_that);
    let open = match content {
        [only] => only.tag == Tag::That,
        _ => content.last_chunk().is_some_and(is_and_that),
    };
    // "the road | to be mined"
    let clause = content
        .array_windows()
        .any(|[before, verb]| verb.tag.is_finite() && !matches!(before.tag, Tag::To | Tag::Be));
    opens && (and_that || open) || clause && and_that
}

/// "that the harbour is large and will, | as always, serve the island": a verb waits for another.
/// "that it was a fair, | open vote", "for a just, | fair and lasting peace", "for a fair, just, |
/// and shared plan"
fn is_cut(content: &[Unit], rest: &[Unit]) -> bool {
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let adjective = |unit: &Unit| unit.tag == Tag::Word || unit.tag.is_adverb() || comma(unit);
    let a = content.iter().rposition(|unit| matches!(unit.word, A | AN));
    let fair = &content[a.map_or(content.len(), |a| a + 1)..];
    let several = fair.iter().any(comma);
    let and = rest.first().is_some_and(|and| and.word == AND);
    if let [open, next, ..] = &rest[usize::from(several && and)..]
        && (several || fair.len() == 1)
        && fair.iter().all(adjective)
    {
        let shared = matches!(open.tag, Tag::Ed | Tag::SpeechPast) && next.tag == Tag::Word;
        if open.tag == Tag::Word || open.tag.is_adverb() && next.word == AND || several && shared {
            return true;
        }
    }
    let inserted =
        |unit: &Unit| !is_relative(unit) && !unit.tag.is_participle() && !is_subject(unit.tag);
    let comma = rest.iter().position(|unit| unit.tag == Tag::Comma);
    let back = comma.and_then(|comma| rest.get(comma + 1));
    content.last().is_some_and(|last| last.tag.helps())
        && rest.first().is_some_and(inserted)
        && back.is_some_and(inserted)
}

/// "said the man went to Kelm, | parked the car and left": what one subject did, up to the last.
fn did_more(content: &[Unit], rest: &[Unit], bare: bool) -> Option<usize> {
    let did = |unit: &Unit| unit.tag == Tag::Ed;
    let clause = bare || content.first().is_some_and(|first| first.tag == Tag::That);
    let head = content.iter().find(|unit| unit.tag.is_finite());
    if !(clause && did(rest.first()?) && head.is_some_and(did)) {
        return None;
    }
    let and = rest.array_windows().position(|[and, verb]| and.word == AND && did(verb))?;
    let comma = |at: &usize| rest[*at].tag == Tag::Comma;
    let apart = |at: usize| comma(&at) && at + 1 < and && !did(&rest[at + 1]);
    let end = (and..rest.len()).find(comma).unwrap_or(rest.len());
    (!(0..and).any(apart)).then_some(end)
}

/// "that the engineer, | Sana Ostrey, had told her", "that his aunt, who had taught, | counted
/// them": a clause has a verb.
fn awaits_verb(content: &[Unit], rest: &[Unit], bare: bool) -> bool {
    // "that it was late, and that | the judge"
    let that = content.iter().rposition(|unit| unit.tag == Tag::That);
    let content = &content[that.map_or(0, |that| that + 1)..];
    let Some(noun) = content.first() else { return false };
    let comma = |words: &[Unit]| words.iter().position(|unit| unit.tag == Tag::Comma);
    let mark = comma(content);
    let describes = |unit: &Unit| is_relative(unit) || unit.tag == Tag::Ed;
    let aside = mark.filter(|at| content.get(at + 1).is_some_and(describes));
    let verb = match mark {
        Some(_) => rest.first(),
        None => comma(rest).and_then(|comma| rest.get(comma + 1)),
    };
    // "the reports"
    let finite = |[the, verb]: &[Unit; 2]| verb.tag.is_finite() && !the.tag.is_determiner();
    is_subject(noun.tag)
        && (that.is_some() || bare && aside.is_some())
        && !content[..aside.unwrap_or(content.len())].array_windows().any(finite)
        && verb.is_some_and(|verb| verb.tag.is_finite())
}

/// "the note, | in which the ministry maintains that": a report of its own inside.
fn is_in_which(rest: &[Unit]) -> bool {
    let [before, which, ..] = rest else { return false };
    before.tag == Tag::Preposition
        && is_relative(which)
        && rest.iter().all(|unit| unit.quoted != Quoted::Whole)
}

/// Whether the words quote, or have a verb that reports.
fn tells_itself(rest: &[Unit]) -> bool {
    rest.iter().any(|unit| unit.quoted == Quoted::Whole)
        || rest.array_windows().any(|[before, verb]| match verb.tag {
            // "and share", "a direct route"
            Tag::SpeechBase | Tag::ThoughtBase => matches!(before.tag, Tag::First | Tag::They),
            tag => tag.reports() && before.tag != Tag::Be,
        })
}

/// "which ...", "whose ...", "eleven of whom ...", "among them two drivers", "most of it new", "to
/// be held in May", "Aisulu Temir, to prepare a plan".
fn describes(rest: &[Unit]) -> bool {
    // "which", "of whom", "eleven of whom", "the foremost of which"
    let who = rest.iter().take(4).position(is_relative);
    match rest {
        _ if who.is_some_and(|who| who == 0 || rest[who - 1].tag == Tag::Preposition) => true,
        [among, them, ..] if (among.tag, them.tag) == (Tag::Preposition, Tag::They) => {
            !has_finite(rest)
        }
        [_, of, it, ..] if of.word == OF && it.word == IT => !has_finite(rest),
        // "claims by the Dorna Party, DP, that"
        [short, comma, that, ..]
            if (short.tag, comma.tag, that.tag) == (Tag::Upper, Tag::Comma, Tag::That) =>
        {
            true
        }
        [to, be, ..] if to.tag == Tag::To => be.tag == Tag::Be,
        _ => is_named(rest) || is_compared(rest),
    }
}

/// "compared with a forecast of nine", "compared to nine"
fn is_compared(rest: &[Unit]) -> bool {
    let with = rest.get(1).is_some_and(|with| matches!(with.tag, Tag::Preposition | Tag::To));
    with && rest[0].word == COMPARED
}

/// "the longer it waits, | the more it costs"
fn is_proportion(units: &Units, content: UnitIx, rest: UnitIx) -> bool {
    let more = |at: UnitIx| {
        let more = |more: &Unit| more.word == MORE || is_comparative(units.written(at + 1));
        units[at].word == THE && units.get(at + 1).is_some_and(more)
    };
    more(content) && more(rest)
}

/// "Aisulu Temir, to prepare a plan", "General Vidal, who had promised it"
fn is_named(rest: &[Unit]) -> bool {
    let name =
        |unit: &&Unit| matches!(unit.tag, Tag::Name | Tag::Honorific | Tag::Office | Tag::Upper);
    let count = rest.iter().take_while(name).count();
    match &rest[count..] {
        // "claims by the mayor, | Karl Berg that"
        [that, ..] if that.tag == Tag::That => count > 0,
        [comma, next, ..] if comma.tag == Tag::Comma && count > 0 => {
            matches!(next.tag, Tag::To | Tag::Preposition) || is_relative(next)
        }
        _ => false,
    }
}

/// "that it was the new owner, | Hardeep Gill"
fn is_name_of(content: &[Unit], rest: &[Unit]) -> bool {
    let name = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Honorific);
    let role = content.last().is_some_and(is_somebody);
    role && rest.iter().all(name)
}

/// "thanks to Ana Ruiz, | Mayor of Lorne"
fn is_title_of(content: &[Unit], rest: &[Unit]) -> bool {
    let name = content.last().is_some_and(|last| matches!(last.tag, Tag::Name | Tag::Upper));
    let title = |title: &Unit| match rest.get(1) {
        Some(of) if title.tag == Tag::Honorific => of.tag == Tag::Preposition,
        _ => title.tag == Tag::Office,
    };
    name && rest.first().is_some_and(title) && !has_finite(rest)
}

/// "the first in eleven years", "particularly the bridge"
fn apposed(rest: &[Unit]) -> bool {
    let the = rest.iter().find(|unit| !matches!(unit.tag, Tag::Ly | Tag::Adverb));
    let the = the.is_some_and(|first| first.tag == Tag::Determiner);
    the && rest.iter().all(|unit| unit.tag != Tag::Comma) && !has_finite(rest)
}

/// "It is late, | President of the Lorne Institute, LI, | Ana Ruiz | said": her title is no part of
/// what she says.
pub fn before_title(units: &Units, report: &mut Report) {
    let Some(source) = report.source.as_mut().filter(|own| own.end == report.cue.start) else {
        return;
    };
    let Some(last) = report.content.last_mut().filter(|part| part.end + 1 == source.start) else {
        return;
    };
    let name = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Honorific);
    if units[last.end].tag != Tag::Comma || !units[source.clone()].iter().all(name) {
        return;
    }
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    let letters = last.end - 1 - usize::from(units[last.end - 1].shape == Shape::Upper);
    let title = last.clone().take_while(|at| *at < letters).filter(comma).last();
    let holds = |comma: &UnitIx| {
        let [office, of, rest @ ..] = &units[comma + 1..last.end] else { return false };
        let office =
            matches!(office.tag, Tag::Office | Tag::Honorific) && office.shape.is_capitalised();
        office && of.word == OF && !has_finite(rest)
    };
    if let Some(comma) = title.filter(holds).filter(|comma| *comma > last.start) {
        source.start = comma + 1;
        last.end = comma;
    }
}
