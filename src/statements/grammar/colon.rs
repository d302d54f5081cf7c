//! Speech after a colon, and headlines.

use super::adverbials::opens_there;
use super::contents::is_name_like;
use super::syntax::{before_cue, clause_start, has_finite, is_subject, is_twice, may_speak, trim};
use super::{BY_GRAMMAR, BY_HEADLINE, quotations, subjects};
use crate::lexicon::fixed::{FOLLOWING, IN, OF, WITH};
use crate::lexicon::{Class, Classes};
use crate::model::{BlockKind, Layout, Rule, sort_by_number};
use crate::statements::report::{Report, of_block, starting_in};
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// So many units at most stand before a colon: "told reporters in the capital on Monday:".
const TO_COLON: usize = 10;

/// The last reporting verb before a colon, if only an addressee or a circumstance stands between.
fn cue_before(units: &Units, sentence: &Range<UnitIx>) -> Option<UnitIx> {
    let colon = units.find(sentence.clone(), |unit| unit.tag == Tag::Colon)?;
    // "with a smile:", "in this regard:"
    let noun = |at: UnitIx| {
        let before = &units[at - 1];
        before.tag == Tag::Determiner
            || before.tag == Tag::It && before.classes.has(Class::Determiner)
    };
    let says = |at: &UnitIx| units[*at].tag.reports() && !(*at > sentence.start && noun(*at));
    let verb = (colon.saturating_sub(TO_COLON).max(sentence.start)..colon).rev().find(says)?;
    // "PM call with ...:" is a noun, but not in "the groups say:".
    let before = &units[verb.max(sentence.start + 1) - 1];
    let group = before.classes.has(Class::Plural) && !units[verb].shape.is_capitalised();
    let governed =
        matches!(before.tag, Tag::To | Tag::Auxiliary | Tag::They) || group && colon == verb + 1;
    let base = matches!(units[verb].tag, Tag::SpeechBase | Tag::ThoughtBase);
    if base && (verb == sentence.start || !governed) {
        return None;
    }
    if colon == verb + 1 {
        return Some(verb);
    }
    let between = &units[verb + 1..colon];
    // "A healthy reef, she explains, crackles: ..."
    if let [comma, next, ..] = between
        && comma.tag == Tag::Comma
        && matches!(next.tag, Tag::S | Tag::Word | Tag::Ed | Tag::Be | Tag::Have)
        && is_inserted(units, sentence, verb)
    {
        return None;
    }
    let circumstance = matches!(
        between[0].tag,
        Tag::Preposition | Tag::To | Tag::Adverb | Tag::Time | Tag::He | Tag::They | Tag::Comma
    );
    let addressee = units[verb].classes.has(Class::TakesAddressee);
    // "said the following:" and a quotation
    let quoted = units.get(colon + 1).is_some_and(|next| next.quoted != Quoted::Outside);
    let following = quoted && between[0].tag == Tag::Determiner && between.len() <= 3;
    let clause = between.iter().any(|unit| unit.tag.is_finite() || unit.tag == Tag::That);
    ((circumstance || addressee || following) && !clause).then_some(verb)
}

/// "she explains" in "A reef, she explains, crackles": a comma, a subject and the verb.
fn is_inserted(units: &Units, sentence: &Range<UnitIx>, verb: UnitIx) -> bool {
    let mut walk = (sentence.start..verb).rev();
    let edge = walk.find(|at| !is_name_like(units, *at));
    edge.is_some_and(|edge| edge + 1 < verb && units[edge].tag == Tag::Comma)
}

/// Speech after a colon, without marks: over the sentences after it that report nothing themselves.
pub fn speech(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    for at in 0..reports.len() {
        let sentence = units.sentence_of(reports[at].cue.start).clone();
        if let Some(colon) = quotations::announced_before(units, &sentence, reports[at].cue.start) {
            reports[at].end_by(colon);
            continue;
        }
        let Some(colon) = colon_of(units, &sentence, &reports[at]) else { continue };
        let block = reports[at].block.clone();
        // "Tuakau disagreed: the town, he argued, was being asked"
        let told = |later: &Report| {
            let he = later.source.as_ref().filter(|source| source.len() == 1);
            let he = he.is_some_and(|source| units[source.start].tag == Tag::He);
            he && later.content.first().is_some_and(|part| part.start == colon + 1)
                && later.cue.start < sentence.end
        };
        let speech = if colon + 1 < sentence.end {
            let end = end_of_speech(units, &sentence, &reports[at], &reports[at + 1..]);
            if end == sentence.end && reports[at + 1..].iter().take(3).any(told) {
                reports[at].content.clear();
                continue;
            }
            colon + 1..end
        } else {
            match quotations::below_colon(units, layout, &block)
                .filter(|_| !is_twice(units, &block))
            {
                Some(below) => below,
                None => continue,
            }
        };
        let first = before_comma(units, &sentence, &reports[at]);
        set_speech(units, &mut reports[at], speech);
        if let Some(first) = first.filter(|_| reports[at].rule == Rule::Colon) {
            reports[at].content.insert(0, first);
        }
        let items = items_below(units, layout, &reports[at]);
        reports[at].content.extend(items);
        by_saying(units, reports, at);
        let (earlier, now) = reports.split_at_mut(at);
        let now = &mut now[0];
        // "She said | he had come home and had told her: ..."
        let inner = |outer: &Report| {
            let whose = now.source.as_ref().is_some_and(|source| outer.holds(source.start));
            whose && outer.holds(now.cue.start)
        };
        if earlier.iter().rev().take(3).any(inner) {
            continue;
        }
        let far = |source: &Range<UnitIx>| {
            let before = source.end + 3 < now.cue.start;
            before && !is_apposed(units, source, now.cue.start) || source.start > now.cue.end
        };
        if now.rule != Rule::Trailer && now.source.as_ref().is_none_or(far) {
            now.source = subjects::of_sentence(units, &sentence, earlier).or(now.source.take());
        }
        // Reports before it in the sentence end before its cue.
        let end = before_cue(units, &sentence, now.cue.start);
        let same = |before: &&mut Report| before.cue.start >= sentence.start;
        for before in earlier.iter_mut().rev().take_while(same) {
            before.end_by(end);
        }
    }
    reports.retain(|report| !report.content.is_empty());
}

/// "but | Ana Ruiz, | asked about the vote, said": between its subject and a verb stands no more
/// than what two commas hold.
fn is_apposed(units: &Units, subject: &Range<UnitIx>, verb: UnitIx) -> bool {
    let comma = |at: UnitIx| units[at].tag == Tag::Comma;
    let open = subject.end - usize::from(comma(subject.end - 1));
    let inside = units.get(open + 1..verb - 1).unwrap_or_default();
    comma(open) && comma(verb - 1) && inside.iter().all(|unit| !unit.tag.is_mark())
}

/// "There was | one problem |, he said: nobody had paid": the clause before is said too.
fn before_comma(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> Option<Range<UnitIx>> {
    let source = report.source.as_ref().filter(|source| source.end == report.cue.start)?;
    let comma = source.start.checked_sub(1).filter(|at| *at > sentence.start)?;
    let clause = clause_start(units, sentence, comma)..comma;
    let said = &units[clause.clone()];
    // "Speaking of them, | she said: ..."
    let opens =
        said.first().is_some_and(|first| first.tag.is_pronoun() || first.tag.is_determiner());
    // "The envoy who came late, | Ana Ruiz, | said: ..."
    let apposed = units[source.end - 1].tag == Tag::Comma;
    let plain = said.iter().all(|unit| unit.quoted == Quoted::Outside && unit.tag != Tag::Comma);
    let marked = units[comma].tag == Tag::Comma && !apposed;
    (marked && plain && (opens || opens_there(said)) && has_finite(said)).then_some(clause)
}

/// "addressed the president, by saying: ...": one report; the first verb's object is spoken to.
fn by_saying(units: &Units, reports: &mut [Report], at: usize) {
    let Some(before) = at.checked_sub(1) else { return };
    let (head, tail) = reports.split_at_mut(at);
    let (first, second) = (&mut head[before], &mut tail[0]);
    let by = units[second.cue.start].tag == Tag::SpeechIng
        && units[second.cue.start - 1].tag == Tag::Preposition;
    let same = units[first.cue.start].sentence == units[second.cue.start].sentence;
    if by && same && first.source.is_some() {
        second.source = first.source.clone();
        if first.addressee.is_some() {
            second.addressee = first.addressee.take();
            second.cue_opens = Some(std::mem::take(&mut first.cue));
            first.content.clear();
            first.cue = second.cue.clone();
        }
    }
}

fn set_speech(units: &Units, report: &mut Report, speech: Range<UnitIx>) {
    if units[speech.start].quoted != Quoted::Outside {
        // Up to the last quotation that stands right after another.
        let outside =
            |at: &UnitIx| units[*at].quoted == Quoted::Outside && units[*at].tag != Tag::Stop;
        let end = speech.clone().find(outside).unwrap_or(speech.end);
        report.tells(trim(units, speech.start..end));
        report.rule = Rule::Quotation;
    } else {
        report.tells(trim(units, speech));
        report.rule = Rule::Colon;
    }
    report.settle(BY_GRAMMAR);
}

/// The colon that belongs to the report's cue.
fn colon_of(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> Option<UnitIx> {
    // "went on: our fields", which holds no verb of speech
    let end = report.cue.end;
    let marked = sentence.contains(&end) && units[end].tag == Tag::Colon;
    if marked && report.phrase.has(Class::Speech) {
        return Some(end);
    }
    let verb = cue_before(units, sentence)?;
    let colon = (verb..sentence.end).find(|at| units[*at].tag == Tag::Colon)?;
    (report.cue.contains(&verb) && report.cue.end <= colon).then_some(colon)
}

/// The end of the last sentence that belongs to the speech of `report`, begun in `first`.
fn end_of_speech(
    units: &Units,
    first: &Range<UnitIx>,
    report: &Report,
    later: &[Report],
) -> UnitIx {
    let subject = |report: &Report| report.source.as_ref().map(|source| &units[source.start]);
    let told_by_us = subject(report).is_some_and(|subject| subject.classes.has(Class::First));
    // "I said: go home. Then I said: it is late": whom no name tells apart speaks anew at a colon.
    let tag = |report: &Report| subject(report).map(|subject| subject.tag);
    let anew = |sentence: &Range<UnitIx>, later: &Report| {
        matches!(tag(later), Some(Tag::First | Tag::It))
            && tag(later) == tag(report)
            && colon_of(units, sentence, later).is_some()
    };
    // "In that winter our own people said": a readout's own words have no "we".
    let own = |unit: &Unit| unit.classes.has(Class::First) && unit.quoted == Quoted::Outside;
    // "He said it would be finished. | Today neither of us knows": nor have those of another.
    let rest = (first.end..report.block.end).take_while(|at| units[*at].tag != Tag::Colon);
    let ours = rest.filter(|at| !told_by_us && own(&units[*at])).last();
    let mut end = first.end;
    let mut later = later.iter().skip_while(|report| report.cue.start < first.end).peekable();
    while end < report.block.end {
        let sentence = units.sentence_of(end);
        let words = units[sentence.clone()].iter();
        let goes_on = ours.is_some_and(|ours| ours >= sentence.start)
            || !told_by_us && words.take_while(|unit| unit.tag != Tag::Colon).any(own);
        while let Some(report) = later.next_if(|report| report.cue.start < sentence.end) {
            if anew(sentence, report) || !goes_on && reports_another(units, sentence, report) {
                return end;
            }
        }
        end = sentence.end;
    }
    end
}

/// Whether the sentence reports somebody, rather than going on with a speech: its own subject, in
/// the third person, has the cue.
fn reports_another(units: &Units, sentence: &Range<UnitIx>, report: &Report) -> bool {
    if report.cue.start == sentence.start || report.rule == Rule::LeadIn {
        return true;
    }
    let Some(source) = &report.source else { return false };
    let first = &units[source.start];
    let before = &units[sentence.start..report.cue.start];
    // "A nation does not forget": a thought is as likely the speaker's own.
    let cue = &units[report.cue.clone()];
    let thinks = cue.iter().any(|unit| unit.classes.has(Class::Thought))
        && !cue.iter().any(|unit| unit.classes.has(Class::Speech));
    // "Its results can be seen today": nor is what is seen somebody.
    let seen = |[can, be]: &[Unit; 2]| can.tag == Tag::Auxiliary && be.tag == Tag::Be;
    let saying = cue.iter().any(|unit| unit.tag == Tag::SpeechIng);
    let passive = !saying && cue.array_windows().any(seen);
    // "They came with the promise of safety": nor is a noun a report.
    let tag = |at: UnitIx| units[at].tag;
    let noun = |at: UnitIx| {
        // But "gave a promise that"
        at > report.cue.start + 2
            && matches!(tag(at), Tag::SpeechBase | Tag::ThoughtBase)
            && matches!(tag(at - 1), Tag::Determiner | Tag::PossessivePronoun)
    };
    let tells = report.phrase != Classes::default()
        || report.cue.clone().any(|at| tag(at).reports() && !noun(at) || tag(at) == Tag::Colon);
    // "A people that stores water in | a good year does not ask": no subject of the sentence.
    let hangs = source.start > sentence.start && units[source.start - 1].tag == Tag::Preposition;
    // "We have kept our word, and it expects the same", "Their friends praised them": nor is "it",
    // nor are those whom the speech is about.
    let it = first.tag == Tag::It && source.start > sentence.start
        || first.tag == Tag::PossessivePronoun && first.classes.has(Class::Plural);
    sentence.contains(&source.start)
        && !hangs
        && !it
        && !thinks
        && !passive
        && tells
        && source.start < report.cue.start + 2
        && first.tag != Tag::First
        && !first.classes.has_any(Classes::of(&[Class::First, Class::Second]))
        && report.is_firm()
        && !before.iter().any(|unit| unit.tag == Tag::Relative)
}

/// "A spokesman made the following statement on Monday:" and below it paragraphs without marks: his
/// words, up to one in which somebody else reports or that announces the next.
pub fn announced(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    let who: Vec<_> = units.blocks.iter().map(|block| announces(units, block)).collect();
    let mut found = Vec::new();
    for (number, subject) in who.iter().enumerate() {
        let Some(subject) = subject else { continue };
        let is_text = |below: &usize| {
            let id = units.block_ids.get(*below).map(|id| *id as usize);
            id.is_some_and(|id| layout.blocks[id].kind == BlockKind::Paragraph)
        };
        let own = |below: &usize| {
            let first = units.blocks[*below].start;
            let sentence = units.sentence_of(first);
            let mut inside = reports[starting_in(reports, sentence)].iter();
            // "The Ministry condemns the attack": the first is the statement in any case.
            let mut another = || inside.any(|report| reports_another(units, sentence, report));
            who[*below].is_none()
                && units[first].quoted == Quoted::Outside
                && (*below == number + 1 || !another())
        };
        let below = (number + 1..).take_while(is_text).take_while(own);
        let content: Vec<_> = below.map(|below| trim(units, units.blocks[below].clone())).collect();
        if !content.is_empty() {
            let block = &units.blocks[number];
            found.push(Report {
                cue: block.end - 1..block.end,
                source: Some(subject.clone()),
                content,
                rule: Rule::Colon,
                ..Report::settled(block.clone(), BY_GRAMMAR)
            });
        }
    }
    reports.retain(|report| of_block(&found, &report.block).is_none());
    reports.append(&mut found);
    sort_by_number(reports, |report| report.cue.start as u64);
}

/// Who says what stands below a block: "On Monday, | a spokesman | made the following statement:"
fn announces(units: &Units, block: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let following = |at: &UnitIx| units[*at].word == FOLLOWING && units[at + 1].tag == Tag::NounCue;
    let colon = block.end.checked_sub(1).filter(|mark| units[*mark].tag == Tag::Colon)?;
    let start = units.sentence_of(colon).start;
    let statement = (start..colon).find(following)?;
    // "On Monday, | the Ministry"
    let comma = (start..statement).find(|at| units[*at].tag == Tag::Comma);
    let start = comma.filter(|_| !is_subject(units[start].tag)).map_or(start, |comma| comma + 1);
    let last = (start..statement).rev().find(|at| may_speak(&units[*at]))?;
    Some(start..last + 1)
}

/// "The two sides decided:" and below "(i) to meet; | (ii) to open an office", "The message said:"
/// and below "I greet you. | We wish you luck.": what stands behind the first.
fn items_below(units: &Units, layout: &Layout, report: &Report) -> Vec<Range<UnitIx>> {
    let own = |unit: &Unit| unit.tag == Tag::First && unit.quoted == Quoted::Outside;
    let is_item = |at: usize| {
        let Some(id) = units.block_ids.get(at) else { return false };
        let kind = layout.blocks[*id as usize].kind;
        let said = &units[units.blocks[at].clone()];
        let ours = || matches!(said, [.., mark] if mark.tag == Tag::Stop) && said.iter().any(own);
        kind == BlockKind::ListItem || kind == BlockKind::Paragraph && ours()
    };
    let first =
        report.content.first().map_or(units.blocks.len(), |part| units.block_of(part.start));
    let below = |at: &usize| is_item(*at) && units.blocks[*at].start > report.cue.end;
    let items = (first..).take_while(below).skip(1).map(|at| units.blocks[at].clone());
    items.map(|item| trim(units, item)).collect()
}

/// "Varga: deputy resigned": a name before a colon in a headline.
pub fn headline(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    let name = |unit: &Unit| {
        let named =
            matches!(unit.tag, Tag::Name | Tag::Upper | Tag::Honorific | Tag::Office | Tag::Body);
        named && unit.shape.is_capitalised() || unit.tag == Tag::Possessive
    };
    // "UN chief: ...", but "Flood inquiry: ..."
    let holds = |unit: &Unit| name(unit) || unit.tag == Tag::Office;
    let (mut found, mut topics) = (Vec::new(), Vec::new());
    for (block, id) in units.blocks.iter().zip(&units.block_ids) {
        if !matches!(layout.blocks[*id as usize].kind, BlockKind::Title | BlockKind::Heading) {
            continue;
        }
        let all = &units[block.clone()];
        let Some(colon) = all.iter().position(|unit| unit.tag == Tag::Colon) else { continue };
        let after = block.start + colon + 1;
        let named = match all.first() {
            // "Minister of Health: ..."
            Some(first) if name(first) => {
                let of = |unit: &Unit| unit.word == OF && first.tag != Tag::Name;
                all.iter().take_while(|unit| holds(unit) || of(unit)).count()
            }
            _ => 0,
        };
        // "Odane quits as secretary: 'I prefer to hear first'"
        let verb = all[named.min(colon)].tag;
        let acts = verb == Tag::S || verb.is_finite() && verb != Tag::Ed;
        let quotes = all.get(colon + 1).is_some_and(|unit| unit.quoted != Quoted::Outside);
        // "Port Strike: Mayor backs deal", where nothing of that name says anything.
        let matter = named == colon && is_matter(&all[..colon]);
        if is_topic(units, block, after - 1, reports)
            || matter && !is_heard(units, after - 1, reports)
        {
            topics.push(block.start..after);
        } else if (1..=4).contains(&named)
            && (named == colon || acts && quotes || meets(&all[named..colon.max(named)]))
            && after < block.end
            && !(colon == 1 && all[0].classes.has(Class::Paper))
        {
            found.push(Report {
                cue: after - 1..after,
                source: Some(block.start..block.start + named),
                content: vec![trim(units, after..block.end)],
                rule: Rule::Headline,
                ..Report::settled(block.clone(), BY_HEADLINE)
            });
        }
    }
    reports.retain(|other| {
        of_block(&found, &other.block).is_none_or(|report| other.cue.start > report.cue.start)
            && !topics.iter().any(|topic: &Range<UnitIx>| topic.contains(&other.cue.start))
    });
    reports.append(&mut found);
}

/// "| in meeting with the mayor |: The bridge will stay"
fn meets(words: &[Unit]) -> bool {
    matches!(words, [preposition, words @ ..]
        if preposition.word == IN && words.iter().take(3).any(|unit| unit.word == WITH))
}

/// Whether what stands before the colon of a headline is nobody: a kicker ("Interview: ...",
/// "Press release: ..."), or a matter ("Border Closures: A Timeline", "Rugby: Ruiz hails win").
fn is_topic(units: &Units, block: &Range<UnitIx>, colon: UnitIx, reports: &[Report]) -> bool {
    const KICKER: Classes = Classes::of(&[Class::LabelWord, Class::Occasion]);
    let first = &units[block.start];
    let alone = colon == block.start + 1;
    let listed = units.phrase(block.start).filter(|(_, end)| *end == colon);
    let after = colon + 1;
    let next = units.get(after).map(|next| next.tag);
    let hails = |report: &Report| {
        report.source.as_ref().is_some_and(|who| who.start == after)
            && units[report.cue.start].tag == Tag::SpeechPresent
    };
    // "Ferry Council: no boats till May, | says Ruiz"
    let closes = |report: &Report| {
        report.cue.start > after && report.content.first().is_some_and(|part| part.start <= after)
    };
    alone && units.lexicon.classes(first.word).has_any(KICKER)
        || listed.is_some_and(|(listed, _)| listed.has(Class::FurnitureWord))
        // "Vela Airlines: statement on the flight"
        || next == Some(Tag::NounCue)
        || is_matter(&units[block.start..colon]) && is_title(&units[after..block.end])
        || reports[starting_in(reports, block)].iter().any(closes)
        || (alone && matches!(first.tag, Tag::Name | Tag::Upper))
            && (reports[starting_in(reports, block)].iter().any(hails)
                || is_never_named(units, block.start, after..block.end)
                || is_scene(units, block.start, after..block.end, reports))
        || listed.is_some_and(|(listed, _)| listed.has(Class::Place))
            && is_scene(units, block.start, after..block.end, reports)
}

/// So much of the text below a headline tells where it is.
const SCENE_UNITS: usize = 300;

/// Other words begin like the name of a place that is no longer than this, in bytes.
const SHORT_PLACE_BYTES: usize = 4;

/// "Lorne: Police beat women" and below it "Police in Lorne have", or "the Lornese police" and
/// nothing that Lorne says: where it is, unless "we" says who speaks.
fn is_scene(units: &Units, place: UnitIx, rest: Range<UnitIx>, reports: &[Report]) -> bool {
    let name = units.written(place);
    let stem = &name[..name.floor_char_boundary(name.len() - 1)];
    let below = rest.end..units.len().min(rest.end + SCENE_UNITS);
    let told = reports[starting_in(reports, &below)].iter();
    // "The envoy of Lorne", but "Ana Ruiz, head of the Kelm branch of Rights for Lorne"
    let tells = |mut who: Range<UnitIx>| who.len() <= 5 && who.any(|at| units.written(at) == name);
    let here = |at: UnitIx| units[at - 1].word == IN && units.written(at) == name;
    let people = |at: UnitIx| {
        let people = units.written(at);
        (SHORT_PLACE_BYTES + 1..people.len()).contains(&name.len()) && people.starts_with(stem)
    };
    let listed = units[place].classes.has(Class::Place) || units.phrase(place).is_some();
    !units[rest].iter().any(speaks)
        && (below.clone().any(here)
            || (listed || below.clone().any(people))
                && !told.filter_map(|told| told.source.clone()).any(tells))
}

/// "Election: Ana Ruiz takes on the town": a word that the text below does not have, where a name
/// would come again. But "Poll: few trust the mayor".
fn is_never_named(units: &Units, place: UnitIx, rest: Range<UnitIx>) -> bool {
    let mut below = rest.end..units.len().min(rest.end + SCENE_UNITS);
    let name = units.written(place);
    let paper = units[place].classes.has(Class::Paper);
    !paper
        && !below.is_empty()
        && !units[rest].iter().any(speaks)
        && !below.any(|at| units.written(at) == name)
}

/// "we" or what is quoted
fn speaks(unit: &Unit) -> bool {
    unit.classes.has(Class::First) || unit.quoted != Quoted::Outside
}

/// Whether who stands before the colon says something below: "Tarn Orbell: no boats".
fn is_heard(units: &Units, colon: UnitIx, reports: &[Report]) -> bool {
    let name = units.written(colon - 1);
    let below = colon + 1..units.len().min(colon + SCENE_UNITS);
    let told = reports[starting_in(reports, &below)].iter();
    told.filter_map(|told| told.source.clone())
        .any(|mut who| who.any(|at| units.written(at) == name))
}

/// "| Border Closures |: A Timeline": several words, and no sign of somebody.
fn is_matter(words: &[Unit]) -> bool {
    let somebody = |unit: &Unit| {
        matches!(unit.tag, Tag::Body | Tag::Honorific | Tag::Office | Tag::Person | Tag::Possessive)
            || unit.classes.has(Class::GivenName)
    };
    words.len() > 1 && !words.iter().any(somebody)
}

/// "Border Closures: | A Timeline |", "Hospital Fires: | Ministerial Statement |": few words, in
/// capitals, that make no clause; or "| what we know so far |".
fn is_title(words: &[Unit]) -> bool {
    const FEW: usize = 4;
    let plain = |unit: &Unit| {
        unit.quoted == Quoted::Outside
            && (unit.shape.is_capitalised() || unit.tag == Tag::Preposition)
            && !unit.tag.is_finite()
            && !matches!(unit.tag, Tag::Negation | Tag::To)
    };
    words.len() <= FEW && words.iter().all(plain)
        || words.first().is_some_and(|what| what.tag == Tag::Complementizer)
}
