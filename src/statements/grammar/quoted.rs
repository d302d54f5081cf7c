//! What is quoted beside its cue: “A,” she *said*; “A,” *said* the mayor; *telling* them, “A”.

use super::BY_GRAMMAR;
use super::adverbials::adverb;
use super::contents::is_name_like;
use super::syntax::{
    clause_end, clause_start, has_finite, is_number, is_relative, is_speech, is_subject,
};
use crate::lexicon::Class;
use crate::lexicon::fixed::{AS, BY, CALL, FROM, HER, IN, WHAT};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// “A.” He accused her of “B”: a quotation that is a sentence of its own before a report with other
/// content is not part of it.
pub fn of_its_sentence(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let own = |part: &Range<UnitIx>| part.start >= report.cue.end && part.end <= sentence.end;
    // “A.” | The bridge was old, the police said.: the one sentence is not the other's.
    for part in &mut report.content {
        let before = sentence.start.checked_sub(1).filter(|last| part.contains(last));
        let ended = |last: UnitIx| {
            let whole = units[last].quoted == Quoted::Whole && !units.ends_in_comma(last);
            let next = &units[sentence.start];
            whole && next.quoted == Quoted::Outside && next.shape.is_capitalised()
        };
        if part.end > sentence.start && part.end <= report.cue.start && before.is_some_and(ended) {
            part.start = sentence.start;
        }
    }
    // “A.” He appealed for | peace.
    let governs = report.cue.len() > 1
        && units[report.cue.end - 1].tag == Tag::Preposition
        && units[..sentence.end].get(report.cue.end).is_some_and(|next| !next.tag.is_mark());
    let governs = governs && !report.content.is_empty();
    let filled = is_filled(units, sentence, &report.cue);
    if governs || filled || report.content.iter().any(own) {
        let ended = |part: &Range<UnitIx>| {
            let last = part.end - 1;
            units[last].quoted == Quoted::Whole && !units.ends_in_comma(last)
        };
        report.content.retain(|part| part.end > sentence.start || !ended(part));
    }
}

/// “A.” He offered her | a chair., “A.” She raised | two sons.: a verb with all its objects takes
/// no quotation.
fn is_filled(units: &Units, sentence: &Range<UnitIx>, cue: &Range<UnitIx>) -> bool {
    let somebody = |at: &UnitIx| {
        use Tag::{First, He, Name, Person, S, They};
        matches!(units[*at].tag, First | He | Name | Person | S | They) || units[*at].word == HER
    };
    let whom = (cue.end..sentence.end).take_while(somebody).count();
    // "asked her | the next day"
    let object = Some(cue.end + whom).filter(|at| adverb(units, *at).is_none());
    let object = object.and_then(|at| units[..sentence.end].get(at));
    let object = object.is_some_and(|first| {
        // "asked members | to wait"
        let to = whom > 0 && matches!(first.tag, Tag::To | Tag::That);
        first.tag.is_determiner() || is_number(first) || to
    });
    // "asked | for | water"
    let phrase = units.phrase(cue.start);
    let asks_for = phrase.is_some_and(|(all, end)| all.has(Class::TakesPhrase) && end > cue.end);
    let verb = &units[cue.end - 1];
    let takes = whom > 0 || verb.classes.has(Class::TakesPhrase);
    asks_for || object && takes && verb.tag.reports() || verb.tag.is_determiner()
}

/// "To another question, | he said, “No.”", "At the end, | he said | that it was late": a lead
/// without a verb is not said.
pub fn behind_lead(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let [lead, said] = &report.content[..] else { return };
    let words = &units[lead.clone()];
    let opens = |unit: &Unit| matches!(unit.tag, Tag::Preposition | Tag::To);
    let plain = |unit: &Unit| unit.quoted == Quoted::Outside && !unit.tag.is_finite();
    let opens_content = |unit: &Unit| unit.quoted != Quoted::Outside || unit.tag == Tag::That;
    // "As the train left, | the crowd shouted, “Go home!”", "Asked why, | he said, “No.”"
    let apart = || {
        let Some((first, rest)) = words.split_first() else { return false };
        // "Surprised by it, | he asked, “Why?”"
        let by = || rest.first().is_some_and(|by| by.word == BY);
        let asked = matches!(first.tag, Tag::SpeechPast | Tag::Ed) || by();
        let asked = asked && !has_finite(rest);
        let clause = !is_subject(first.tag) && has_finite(rest) && units.is_sentence(said.start);
        words.iter().all(|unit| unit.quoted == Quoted::Outside) && (asked || clause)
    };
    // "As one | who can win, | Ruiz said, “No.”"
    let who = words.len() > 1
        && is_relative(&words[0])
        && lead.start > sentence.start
        && units[lead.start - 1].tag != Tag::Comma;
    let opens = words.first().is_some_and(opens) && words.iter().all(plain) || apart();
    // "In a statement sent on Monday, | Ruiz says | last week she was ill"
    let paper = |unit: &Unit| unit.classes.has(Class::Paper);
    let written = words.first().is_some_and(|r#in| r#in.word == IN)
        && words.iter().any(paper)
        && lead.start == sentence.start
        && said.start == report.cue.end;
    let told = units[..sentence.end].get(said.start).is_some_and(opens_content);
    if (opens && lead.start == sentence.start || who || written)
        && lead.end < report.cue.start
        && (told || written)
    {
        report.content.remove(0);
    }
}

/// “A,” she said | several months after: once a quotation stands before its cue, only quotations
/// after the cue go on with it. „No“, said Holm: a quotation and a comma before the cue are
/// content.
pub fn quoted_speech(units: &Units, report: &mut Report) {
    let verb = Verb::of(units, report);
    verb.widen_source(report);
    verb.take_before_source(report);
    verb.take_before_verb(report);
    let first = report.content.first().cloned();
    if let Some(said) = first.filter(|part| part.end <= verb.cue.start && verb.quotes(part))
        && !verb.goes_on(report, &said)
    {
        verb.leave_words(report);
    }
}

/// "Ana Ruiz, author of “Roads,” | said | the plan was weak", "In a town called “Bay,” Ana Ruiz |
/// said | it was late": a comma may stand inside the marks of a title, or close the lead.
pub fn behind_title(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let cue = report.cue.clone();
    let first = units[sentence.start].tag;
    let subject = report.source.as_ref().filter(|source| {
        first == Tag::Preposition && source.end == cue.start && source.start > sentence.start
    });
    let subject = subject.map(|source| source.start);
    let title = subject.unwrap_or(cue.start).checked_sub(1);
    let Some(title) = title.filter(|at| *at > sentence.start) else { return };
    let quoted = units[title].quoted == Quoted::Whole && units.ends_in_comma(title);
    let noun = matches!(units[title - 1].tag, Tag::Word | Tag::S | Tag::Body | Tag::Preposition);
    let start = clause_start(units, sentence, title);
    let apposed = (start..title).any(|at| units[at].tag == Tag::Comma);
    let apposed = noun && apposed && is_subject(units[start].tag);
    let lead = subject.is_some() && !units[title - 1].tag.is_mark();
    let clause = cue.end..clause_end(units, sentence, cue.end);
    let first = units[clause.clone()].first().map(|first| first.tag);
    let told = first.is_some_and(|tag| is_subject(tag) || matches!(tag, Tag::It | Tag::That));
    if quoted
        && (lead || apposed)
        && told
        && !has_finite(&units[start..title])
        && is_speech(&units[cue.start])
        && has_finite(&units[clause.clone()])
    {
        report.source = Some(subject.unwrap_or(start)..cue.start);
        report.tells(clause);
        report.settle(BY_GRAMMAR);
    }
}

/// The cue of a report, which a quotation may stand beside.
struct Verb<'a> {
    units: &'a Units<'a>,
    sentence: &'a Range<UnitIx>,
    cue: Range<UnitIx>,
    /// "shot back"
    phrase: bool,
    finite: bool,
}

impl<'a> Verb<'a> {
    fn of(units: &'a Units<'a>, report: &Report) -> Self {
        let verb = units[report.cue.start].tag;
        let phrase = report.phrase.has(Class::Speech) && (verb.is_finite() || verb == Tag::S);
        // "liked to say"
        let says = matches!(units[report.cue.clone()], [Unit { tag: Tag::ThoughtPast, .. }, ref to, ref say]
            if (to.tag, say.tag) == (Tag::To, Tag::SpeechBase));
        Verb {
            units,
            sentence: units.sentence_of(report.cue.start),
            cue: report.cue.clone(),
            phrase,
            finite: phrase || says || matches!(verb, Tag::SpeechPast | Tag::SpeechPresent),
        }
    }

    fn is_quoted(&self, at: UnitIx) -> bool {
        self.units[at].quoted == Quoted::Whole
    }

    fn quotes(&self, part: &Range<UnitIx>) -> bool {
        part.clone().all(|at| self.is_quoted(at))
    }

    /// The whole name between the quotation and the cue: “No,” | coordinator | Ana Ruiz said.
    fn widen_source(&self, report: &mut Report) {
        let Verb { units, sentence, cue, finite, .. } = self;
        let beside = |source: &&mut Range<UnitIx>| *finite && source.end == cue.start;
        let Some(source) = report.source.as_mut().filter(beside) else { return };
        let name = (sentence.start..source.start).rev();
        let name = name.take_while(|at| is_name_like(units, *at)).last();
        let name = name.filter(|start| *start > sentence.start && self.is_quoted(*start - 1));
        if let Some(start) = name {
            source.start = start;
            report.cut(start - 1, start);
        }
    }

    /// “No,” | she said
    fn take_before_source(&self, report: &mut Report) {
        let Verb { units, sentence, cue, finite, .. } = self;
        let before = report.source.as_ref().filter(|source| source.end == cue.start);
        let before = before.and_then(|source| source.start.checked_sub(1));
        // "In what she called “a mess,” Ruiz said | that it was late"
        let verb = is_speech(&units[cue.end - 1]);
        let clause = report.content.first().filter(|_| verb).is_some_and(|part| {
            let that = part.start == cue.end && units[part.start].tag == Tag::That;
            that && has_finite(&units[part.clone()])
        });
        // “Why?” | Ana Ruiz said | of the plan., “Why?” | she asked, | to laughter., “Why?” | she
        // shouted | as it fell.
        let of = || {
            let verb = &units[cue.start];
            let near = units.get(cue.end - 1..sentence.end).unwrap_or_default().iter();
            let mut near = near.filter(|unit| unit.tag != Tag::Comma).take(2);
            let joins =
                |unit: &Unit| unit.word == AS || matches!(unit.tag, Tag::Preposition | Tag::To);
            is_speech(verb) && !verb.classes.has(Class::TakesPhrase) && near.any(joins)
        };
        // “It is late”. | Ana Ruiz said.
        let stop = |at: UnitIx| units.get(at).is_some_and(|unit| unit.tag == Tag::Stop);
        let near = before.is_some_and(|at| at < sentence.start && at + 2 >= sentence.start);
        let closes = near && sentence.start > 1 && stop(sentence.start - 1) && stop(cue.end);
        let before = if closes { Some(sentence.start - 2) } else { before };
        let above = |at: UnitIx| {
            let alone = report.block.contains(&at) && units.sentence_of(at).start == at;
            let cried = || at + 1 == sentence.start && units.is_cried(at) && of();
            alone && (closes || cried())
        };
        if let Some(said) = before
            .filter(|at| *finite && self.is_quoted(*at) && (*at >= sentence.start || above(*at)))
            && (closes || !report.holds(said))
            && !clause
        {
            report.tells(said..said + 1);
            report.settle(BY_GRAMMAR);
            if closes {
                report.source = Some(sentence.start..cue.start);
            }
        }
    }

    /// “No,” | said Ana Ruiz
    fn take_before_verb(&self, report: &mut Report) {
        let Verb { units, sentence, cue, phrase, finite } = self;
        let before = cue.start.checked_sub(1);
        // “No,” – | said Ana Ruiz
        let mark = |at: UnitIx| matches!(units[at].tag, Tag::Comma | Tag::Dash);
        let comma = before.filter(|at| *at > sentence.start && mark(*at));
        let dash = comma.is_some_and(|comma| units[comma].tag == Tag::Dash);
        let quotation = comma.map_or(cue.start.saturating_sub(1), |comma| comma - 1);
        // "Ruiz, who wants “ten million,” described | the plan as “mad”"
        let object = quotation > sentence.start
            && !phrase
            && units[cue.end - 1].classes.has(Class::TakesPhrase)
            && units.get(cue.end).is_some_and(|next| next.tag == Tag::Determiner);
        let beside = quotation >= sentence.start && quotation < cue.start;
        if !finite || !beside || !self.is_quoted(quotation) || object {
            return;
        }
        // “No,” | came the reply: whose it is stands in the cue.
        if *phrase && units[cue.end - 1].classes.has(Class::NounCue) {
            // “No,” | came the reply | from | the mayor
            let from = units[..sentence.end].get(cue.end).is_some_and(|from| from.word == FROM);
            let name = (cue.end + 1..sentence.end).take_while(|at| is_name_like(units, *at));
            report.source = name.last().filter(|_| from).map(|last| cue.end + 1..last + 1);
        } else if report.holds(quotation) && report.source.is_some() && !dash {
            return;
        } else {
            let name = (cue.end..sentence.end).take_while(|at| is_name_like(units, *at)).last();
            let name = name.filter(|_| is_subject(units[cue.end].tag));
            // "Hart, who called it “a folly,” said | he | would keep it"
            let clause = name.map_or(cue.end, |last| last + 1);
            if units[..sentence.end].get(clause).is_some_and(|verb| verb.tag.is_finite()) {
                return;
            }
            // "said | one party activist"
            let found = report.source.clone().filter(|source| source.start == cue.end);
            let Some(source) = name.map(|last| cue.end..last + 1).or(found) else { return };
            report.source = Some(source);
        }
        // “A”, | said Ana Ruiz |, “and not b”.
        let name = report.source.as_ref().map_or(cue.end, |source| source.end);
        let marked = |at: UnitIx| {
            let mark = units[..sentence.end].get(at + 1);
            units[at].tag == Tag::Comma && mark.is_some_and(|mark| mark.quoted == Quoted::Inside)
        };
        let rest = report.content.last().filter(|last| last.contains(&name) && marked(name));
        let rest = rest.map(|last| name + 1..last.end);
        report.tells(quotation..quotation + 1);
        report.content.extend(rest);
        report.settle(BY_GRAMMAR);
    }

    /// “A,” she told them as she left, | “and B.”: whether what is quoted behind the cue goes on
    /// with what was said before it, with no words of hers between.
    fn goes_on(&self, report: &mut Report, said: &Range<UnitIx>) -> bool {
        let Verb { units, sentence, cue, .. } = self;
        let rest = (cue.end..sentence.end).find(|at| self.is_quoted(*at));
        let other = |at: UnitIx| {
            let tag = units[at].tag;
            // "explaining why she is | speaking there"
            let does = tag.is_participle() && units[at - 1].tag == Tag::Be;
            // "his | voice | breaking"
            let noun = units[at - 1].tag.is_determiner();
            // “A,” she said, | thanking the guests, “and B.”
            let thanks =
                units[at].classes.has(Class::Guest) || units[at].classes.has(Class::TakesPhrase);
            let thanks = thanks && tag == Tag::SpeechIng && !units[at + 1].tag.is_mark();
            let does = does || thanks && units[at - 1].tag == Tag::Comma;
            let verb = tag.reports() && units[at].quoted == Quoted::Outside;
            verb && !does && !noun || tag == Tag::Colon
        };
        let Some(rest) = rest.filter(|rest| !(cue.end..*rest).any(other)) else { return false };
        // "explaining | why he left, | “and B.”"
        let aside =
            |part: &Range<UnitIx>| part.end <= rest && units[part.start].tag == Tag::Complementizer;
        let goes_on = units.ends_in_comma(said.end - 1)
            // But "she said, meaning that he is | “mad”".
            && matches!(units[rest - 1].tag, Tag::Comma | Tag::Dash | Tag::Stop)
            && report.content.iter().all(|part| part.end <= cue.start || aside(part));
        if goes_on {
            report.content.retain(|part| part.end <= cue.start);
            report.content.push(rest..rest + 1);
        }
        goes_on
    }

    /// “A,” she said | several months after: of what stands behind the cue what is quoted alone.
    fn leave_words(&self, report: &mut Report) {
        let Verb { units, cue, .. } = self;
        report.content.retain_mut(|part| {
            if part.start >= cue.end {
                let quoted = |at: &UnitIx| units[*at].quoted != Quoted::Outside;
                part.start = part.clone().find(quoted).unwrap_or(part.end);
            }
            part.start < part.end
        });
    }
}

/// "Critics of what he called | “a tax” | marched": what is called so ends with the marks.
pub fn what_is_called(units: &Units, report: &mut Report) {
    let what = report.source.as_ref().and_then(|source| source.start.checked_sub(1));
    let called = report.cue.clone().any(|at| units.lemma(at) == CALL);
    if !called || what.is_none_or(|what| units[what].word != WHAT) {
        return;
    }
    let quoted = |at: &UnitIx| units[*at].quoted != Quoted::Outside;
    if let [only] = &mut report.content[..]
        && quoted(&only.start)
        && let Some(end) = only.clone().find(|at| !quoted(at))
        && units[end].tag.is_finite()
    {
        only.end = end;
    }
}

/// "telling the crowd, | “No,”", "began by saying, | “No.”", "said to reporters on the phone, |
/// “No,”": what is quoted right behind a verb and whom it is said to, where nothing else is its
/// content.
pub fn behind_verb(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Range { start, end } = report.cue;
    let speaks = units[start..end].iter().any(|unit| unit.classes.has(Class::Speech));
    let near = (end..sentence.end).take(LONGEST_WHOM);
    let joins = |at: UnitIx| matches!(units[at].tag, Tag::Preposition | Tag::To);
    let to = sentence.contains(&end) && joins(end);
    let inside =
        |at: &UnitIx| is_name_like(units, *at) || to && (joins(*at) || units[*at].tag == Tag::Time);
    let whom = near.take_while(inside).count();
    let comma = usize::from(units.get(end + whom).is_some_and(|unit| unit.tag == Tag::Comma));
    let quotation = end + whom + comma;
    let quoted = sentence.contains(&quotation) && units[quotation].quoted == Quoted::Whole;
    let own = |part: &Range<UnitIx>| part.start == end && part.end == end + whom;
    let empty = match &report.content[..] {
        [] => true,
        [only] => comma > 0 && own(only),
        _ => false,
    };
    // "In the town, says | Gerta Holm, | “all is as it was”"
    let inverted = report.source.is_none()
        && start > sentence.start
        && units[start - 1].tag == Tag::Comma
        && is_speech(&units[start])
        && report.holds(quotation)
        && units[end].shape.is_capitalised();
    if speaks && quoted && comma > 0 && whom > 0 && inverted {
        report.source = Some(end..end + whom);
        report.tells(quotation..quotation + 1);
        report.settle(BY_GRAMMAR);
    } else if speaks && quoted && empty && (comma > 0 || whom == 0) {
        report.tells(quotation..quotation + 1);
        report.settle(BY_GRAMMAR);
    }
}

/// "told the Herald in a statement, | “We go.”", "sighed, | “We go.”": a sentence that is quoted
/// behind a comma or whom it is told, with no other verb between but one of a clause of its own,
/// where nothing else is content.
pub fn behind_comma(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Range { start, end } = report.cue;
    let rest = end..sentence.end;
    let Some(quotation) = units.find(rest.clone(), |unit| unit.quoted != Quoted::Outside) else {
        return;
    };
    let between = &units[end..quotation];
    let other = |unit: &Unit| {
        let joins = matches!(unit.tag, Tag::That | Tag::Colon | Tag::Dash | Tag::Semicolon);
        unit.tag.is_finite() || joins
    };
    // "said as he left the court, | “We go.”", "said in a piece that he wrote, | “We go.”"
    let opens = |unit: &Unit| matches!(unit.tag, Tag::Conjunction | Tag::Preposition);
    let clause = between.first().is_some_and(opens);
    let clause = between.iter().position(|unit| unit.tag.is_finite()).filter(|_| clause);
    // "said in a video | shared on her page, “We go.”"
    let shared = between.array_windows().position(|[noun, verb, on]| {
        let noun = matches!(noun.tag, Tag::Word | Tag::S | Tag::NounCue);
        let verb = matches!(verb.tag, Tag::Ed | Tag::SpeechPast);
        noun && verb && on.tag == Tag::Preposition
    });
    let shared = shared.filter(|_| between[0].tag == Tag::Preposition).map(|noun| noun + 1);
    let mut others = between.iter().enumerate().filter(|(_, unit)| other(unit));
    // "said, | adding, | “We go.”"
    let adding = matches!(between, [.., verb, _] if verb.tag.reports());
    // "told the crowd | “We go.”", but "told them of | “Home.”"
    let told = units[end - 1].classes.has(Class::TakesAddressee);
    let last = between.last().map(|last| last.tag);
    let apart = last == Some(Tag::Comma)
        || told && last.is_some_and(|last| !matches!(last, Tag::Preposition | Tag::Conjunction));
    let speaks = matches!(units[end - 1].tag, Tag::SpeechPast | Tag::SpeechPresent)
        || between.len() == 1 && units[end - 1].tag.is_finite();
    let subject = report.source.as_ref().is_some_and(|source| source.end <= start);
    let next = units[..sentence.end].get(quotation + 1).map_or(Tag::Stop, |next| next.tag);
    let own = |part: &Range<UnitIx>| part.start >= end && part.end <= quotation + 1;
    if speaks
        && subject
        && apart
        && others.all(|(at, _)| [shared, clause].contains(&Some(at)))
        && !adding
        && (units.is_sentence(quotation) || units.is_of_speaker(quotation))
        && (told || !report.holds(quotation))
        && !is_subject(next)
        && report.content.iter().all(own)
    {
        report.tells(quotation..quotation + 1);
        report.settle(BY_GRAMMAR);
    }
}

/// "telling the members of the committee, | “No”": nobody who is told is longer.
const LONGEST_WHOM: usize = 8;
