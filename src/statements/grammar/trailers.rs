//! Whose report it is that trails behind another clause: "He left, *adding* that he was tired".

use super::BY_GRAMMAR;
use super::contents::is_name_like;
use super::cue::phrase_end;
use super::insertions::of_last_clause;
use super::subjects::{of_sentence, subject_after_comma};
use super::syntax::{
    clause_end, clause_start, has_finite, is_relative, is_speech, is_subject, opens_subject,
};
use crate::lexicon::fixed::{
    A, AND, AS, BUT, BY, CALL, FINDING, FROM, HE, IN, ISSUED, LEFT, OF, POSTED, RECEIVED, RULING,
    SENT, SHE, THEY, WHILE, WITH, WROTE,
};
use crate::lexicon::{Class, Classes};
use crate::model::{Rule, sort_by_number};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// "..., adding that ...": the source is that of the report before.
pub fn trailer(units: &Units, reports: &mut [Report], at: usize) {
    let Some(participle) = Participle::of(units, &reports[at]) else { return };
    if inside_clause(units, reports, at) {
        return;
    }
    let (earlier, now) = reports.split_at_mut(at);
    let now = &mut now[0];
    if let Some(subject) = behind_with(units, participle.sentence, participle.first) {
        now.source = Some(subject);
    } else if units[participle.joint()].tag != Tag::Comma {
        let own = now.source.take();
        let writer = participle.writer(own.as_ref()).or_else(|| participle.swiper(&now.cue));
        now.source = writer.or_else(|| participle.whole(earlier.last()?, own.as_ref()?)).or(own);
    } else if let Some(subject) = participle.inserted(earlier) {
        (now.source, now.rule) = (Some(subject), Rule::Trailer);
    } else {
        now.source = participle.source(earlier, now.source.take());
        now.rule = Rule::Trailer;
        participle.cut(earlier, now);
    }
}

/// The participle of a report that may trail behind another.
struct Participle<'a> {
    units: &'a Units<'a>,
    sentence: &'a Range<UnitIx>,
    verb: UnitIx,
    /// Where the adverbs before it begin.
    first: UnitIx,
}

impl<'a> Participle<'a> {
    fn of(units: &'a Units<'a>, report: &Report) -> Option<Self> {
        let sentence = units.sentence_of(report.cue.start);
        let verb = report.cue.clone().find(|at| !units[*at].tag.is_adverb())?;
        let participle = matches!(units[verb].tag, Tag::SpeechIng | Tag::ThoughtIng);
        (participle && verb > sentence.start).then(|| Participle {
            units,
            sentence,
            verb,
            first: before_adverbs(units, sentence, verb),
        })
    }

    /// What stands before it: a comma, mostly.
    fn joint(&self) -> UnitIx {
        self.first - 1
    }

    /// Who wrote what it tells of: "wrote to the board in May | saying that it was late".
    fn writer(&self, own: Option<&Range<UnitIx>>) -> Option<Range<UnitIx>> {
        let Participle { units, sentence, verb, .. } = self;
        let apart = units[self.joint()].tag == Tag::Comma;
        let writer = own.and_then(|own| of_writer(units, sentence, own));
        let writer = writer.filter(|subject| apart || units[subject.end].word == WROTE);
        let end = if apart { self.joint() } else { *verb };
        writer.or_else(|| of_letter(units, sentence.start..end, apart))
    }

    /// "took a swipe at the board | saying that"
    fn swiper(&self, cue: &Range<UnitIx>) -> Option<Range<UnitIx>> {
        let that = self.units.get(cue.end).is_some_and(|that| that.tag == Tag::That);
        takes_swipe(self.units, self.sentence, self.verb).filter(|_| that)
    }

    /// "said | Ana Ruiz of Hull, Kelm | adding": of the same source no piece.
    fn whole(&self, before: &Report, own: &Range<UnitIx>) -> Option<Range<UnitIx>> {
        let piece = |whole: &Range<UnitIx>| {
            let mut words = self.units[whole.clone()].iter();
            let of = words.any(|unit| unit.tag == Tag::Preposition);
            own.end == whole.end || of && own.start == whole.end + 1
        };
        before.source.clone().filter(|whole| own.end == self.verb && piece(whole))
    }

    /// "| The port |, Ruiz said, rejects the plan, arguing": what Ruiz tells goes on.
    fn inserted(&self, earlier: &mut [Report]) -> Option<Range<UnitIx>> {
        let Participle { units, sentence, verb, .. } = self;
        earlier.iter_mut().rev().take(2).find_map(|outer| match &mut outer.content[..] {
            [subject, told]
                if subject.end < outer.cue.start
                    && (told.start..=told.end).contains(&self.joint()) =>
            {
                let rejects =
                    units[told.start].tag.reports() && !has_finite(&units[subject.clone()]);
                rejects.then(|| {
                    told.end = clause_end(units, sentence, *verb);
                    subject.clone()
                })
            }
            _ => None,
        })
    }

    /// Whose participle it is behind a comma.
    fn source(&self, earlier: &[Report], own: Option<Range<UnitIx>>) -> Option<Range<UnitIx>> {
        let Participle { units, verb, .. } = *self;
        let before = self.here(earlier).find(|report| report.is_firm() && report.source.is_some());
        let subject = self.of_clause(earlier, before);
        if subject.is_some() {
            return subject;
        }
        let Some((before, teller)) = before.and_then(|r| Some((r, r.source.as_ref()?))) else {
            return self.writer(own.as_ref()).or_else(|| self.of_main(own));
        };
        let own = own.filter(|own| {
            !self.is_object(own, before, teller) && !self.is_cut(own, before, teller)
        });
        let Some(own) = own else { return Some(teller.clone()) };
        // "said that the bank has enough, | adding": who speaks adds.
        if let Some(told) = of_told(units, before, &own) {
            let tells = units[verb].classes.has(Class::TakesAddressee);
            let he = units[told.start].tag.is_pronoun();
            return Some(if tells || he { told } else { teller.clone() });
        }
        self.writer(Some(&own)).or(Some(own))
    }

    /// The reports of its sentence, the nearest first.
    fn here<'r>(&self, earlier: &'r [Report]) -> impl Iterator<Item = &'r Report> {
        let start = self.sentence.start;
        earlier.iter().rev().take_while(move |report| report.cue.start >= start)
    }

    /// The subject of a clause between the report before and the participle.
    fn of_clause(&self, earlier: &[Report], before: Option<&Report>) -> Option<Range<UnitIx>> {
        let Participle { units, sentence, verb, .. } = *self;
        let front = behind_clause(units, sentence, self.joint());
        let behind = |front: &Range<UnitIx>| before.is_none_or(|r| r.cue.start < front.start);
        front
            .filter(behind)
            .or_else(|| {
                let mut outer = self.here(earlier).take(2).filter(|outer| outer.is_firm());
                outer.find_map(|outer| of_last_clause(units, outer, verb))
            })
            // "called it cruel; | her deputy | went further, saying"
            .or_else(|| behind_content(units, before?, self.joint()))
    }

    /// "questioned the release of | the tapes of Mr Hale, | saying", "spoke on the bridge, and on
    /// her talks with | Mr Hale, | saying"
    fn is_object(&self, own: &Range<UnitIx>, before: &Report, teller: &Range<UnitIx>) -> bool {
        let Participle { units, verb, first, .. } = *self;
        let part = before.content.iter().find(|part| part.contains(&own.start));
        // "whether | a large move | had been considered, noting"
        let whether = part.is_some_and(|part| units[part.start].tag == Tag::Complementizer);
        let clause = part.map_or(before.cue.end, |part| part.start)..verb;
        let teller = teller.contains(&own.start);
        let behind = own.start >= clause.start && !teller;
        // “The mayor waits,” | Ana Ruiz said after a vote he won, adding
        let told = before.content.first().is_some_and(|told| {
            let all = told.contains(&own.start) || before.reach().end == told.end;
            let words = &units[told.clone()];
            let clause = has_finite(words) || words.iter().any(|u| u.quoted != Quoted::Outside);
            told.end <= before.cue.start && all && clause
        });
        let joins = |unit: &Unit| unit.tag == Tag::Conjunction;
        let joined = own.start > first || units[..own.start].last().is_some_and(joins);
        told && !teller && !joined
            || whether
            || behind && units.get(clause).is_some_and(|words| !has_finite(words))
    }

    /// "He paid tribute to the dockers, saying": not all of the main clause. "a plan of the two
    /// heads of state, | Duan | noted, adding": not more than the subject.
    fn is_cut(&self, own: &Range<UnitIx>, before: &Report, teller: &Range<UnitIx>) -> bool {
        let longer = own.start == teller.start && own.end > teller.end;
        let overlaps = teller.start < own.end && own.start < teller.end && !longer;
        let words = &self.units[own.clone()];
        // "dismissed the claim by | Holm, that 600 people | had died, adding"
        let that = words.iter().any(|unit| unit.tag == Tag::That);
        // "with greetings of | Holm and | sent a letter, praising"
        let and = words.last().is_some_and(|last| last.word == AND);
        that || and || overlaps || own.contains(&before.cue.start)
    }

    /// The subject of the main clause, where nothing is reported before.
    fn of_main(&self, own: Option<Range<UnitIx>>) -> Option<Range<UnitIx>> {
        let Participle { units, sentence, verb, .. } = *self;
        let clause = clause_start(units, sentence, verb)..self.joint();
        // "dismissed her chief, | Karl Berg, | saying": an object.
        let by = |own: &Range<UnitIx>| units[..own.start].last().is_some_and(|by| by.word == BY);
        let beside = |own: &Range<UnitIx>| own.end >= self.joint() && !by(own);
        let opens = own.as_ref().is_none_or(|own| own.start == clause.start || beside(own));
        subject_in(units, &clause).filter(|_| opens).or(own)
    }

    /// What others tell ends before it.
    fn cut(&self, earlier: &mut [Report], now: &Report) {
        let Participle { units, sentence, verb, .. } = *self;
        let inserted = units.get(now.cue.end).is_some_and(|next| next.tag == Tag::Comma);
        let near = earlier.iter_mut().rev().take(4);
        for before in near.filter(|before| before.cue.start >= sentence.start) {
            before.cut(verb, self.joint());
            // "said it was good, adding, however, | that it was late": the participle tells it.
            let own = |part: &Range<UnitIx>| units[part.start].tag == Tag::That && inserted;
            before.content.retain(|part| !(own(part) && now.content.contains(part)));
        }
    }
}

/// "He said no, | later | adding", "He fought her, | at one point | calling": where what stands
/// between the comma and the participle begins.
fn before_adverbs(units: &Units, sentence: &Range<UnitIx>, participle: UnitIx) -> UnitIx {
    let back = |tags: fn(Tag) -> bool, from: UnitIx| {
        from - (sentence.start + 1..from).rev().take_while(|at| tags(units[*at].tag)).count()
    };
    let start = back(Tag::is_adverb, participle);
    let noun = |tag| matches!(tag, Tag::Determiner | Tag::Word | Tag::Number | Tag::S | Tag::Time);
    let at = back(noun, start) - 1;
    let aside = units[at].tag == Tag::Preposition && (2..=LONGEST_ASIDE).contains(&(start - at));
    if aside && at > sentence.start && units[at - 1].tag == Tag::Comma { at } else { start }
}

/// "at one point" is no longer than this.
const LONGEST_ASIDE: usize = 3;

/// "When Holm asked her, | she | declined, saying": the subject of the main clause.
fn behind_clause(units: &Units, sentence: &Range<UnitIx>, end: UnitIx) -> Option<Range<UnitIx>> {
    const OPENS: Classes = Classes::of(&[Class::Conjunction, Class::Complementizer]);
    let and = usize::from(matches!(units[sentence.start].word, AND | BUT));
    let first = sentence.start + and;
    let main = subject_after_comma(units, sentence, first)?;
    let clause = units.get(first..main.start)?;
    (units[first].classes.has_any(OPENS) && main.end < end && has_finite(clause)).then_some(main)
}

/// "called it cruel; | her deputy | went further, saying": the subject of a clause that begins
/// behind a content.
fn behind_content(units: &Units, before: &Report, end: UnitIx) -> Option<Range<UnitIx>> {
    let content = before.cue.end;
    // "while | her deputy | went further, saying"
    let opens = |source: &&Range<UnitIx>| {
        let joint = source.start.checked_sub(1).map(|joint| units[joint].tag);
        matches!(joint, Some(Tag::Semicolon | Tag::Conjunction | Tag::Complementizer))
    };
    if content == end && before.content.is_empty() {
        return before.source.as_ref().filter(opens).cloned();
    }
    let begins = |at: &UnitIx| match units[*at].tag {
        Tag::Semicolon => true,
        // "called it cruel, but | her deputy", not "said it was cruel, but her deputy"
        Tag::Conjunction => units[*at - 1].tag == Tag::Comma && !has_finite(&units[content..*at]),
        _ => false,
    };
    let joint = (content..end).rev().find(begins)?;
    subject_in(units, &(joint + 1..end))
}

/// "said that | the firm, | after denying that it knew, had paid": a participle between the subject
/// that somebody tells of and its verb.
fn inside_clause(units: &Units, reports: &mut [Report], at: usize) -> bool {
    let (earlier, now) = reports.split_at_mut(at);
    let (Some(outer), inner) = (earlier.last_mut(), &mut now[0]) else { return false };
    let cue = inner.cue.start;
    let sentence = units.sentence_of(cue);
    let is_comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    let Some(comma) = (outer.cue.end..cue).rev().take(2).find(is_comma) else { return false };
    let subject = outer.cue.end + 1..comma;
    let that = units[outer.cue.end].tag == Tag::That;
    let verb = |at: &UnitIx| is_comma(at) && units[at + 1].tag.is_finite();
    let mut rest = inner.cue.end..sentence.end - 1;
    let Some(back) = rest.find(verb).filter(|_| that && !subject.is_empty()) else { return false };
    if units[subject.start].tag == Tag::Preposition || has_finite(&units[subject.clone()]) {
        return false;
    }
    let end =
        outer.reach().end.max(rest.find(is_comma).unwrap_or(clause_end(units, sentence, back)));
    outer.tells(outer.cue.end..end);
    inner.end_by(back);
    inner.source = Some(subject);
    true
}

/// "Ruiz was angry and | Berg | was back on stage, insisting": the subject of the last clause.
fn subject_in(units: &Units, clause: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    if units[clause.clone()].iter().any(is_relative) {
        return None;
    }
    let joint = |at: &UnitIx| matches!(units[*at].tag, Tag::Comma | Tag::Conjunction);
    let starts = clause.clone().rev().filter(joint).map(|at| at + 1).chain([clause.start]);
    // "Ruiz's comments", "old states"; "hackers backing embattled Berg"
    let noun = |at: UnitIx| {
        let before = units[at - 1].tag;
        before.is_determiner() || before == Tag::Possessive || before.is_participle()
    };
    let subject = |start: UnitIx| {
        let finite = |at: &UnitIx| units[*at].tag.is_finite();
        let verb = (start..clause.end.saturating_sub(1))
            .find(|at| finite(at) || joint(at))
            .filter(finite)?;
        let adverb = |at: &UnitIx| units[*at].tag.is_adverb();
        let end = verb - (start..verb).rev().take_while(adverb).count();
        // "The book | has | Ana Ruiz warning"
        let has = units[verb].tag == Tag::Have && units[verb + 1].tag != Tag::Ed;
        (start < end && is_subject(units[start].tag) && !noun(verb) && !has).then_some(start..end)
    };
    let told = |start: &UnitIx| {
        *start == clause.start || has_finite(&units[clause.start..*start]) && *start < clause.end
    };
    // "Then | she | cut him short, calling": a verb that no table has.
    let mut opens = clause.clone().filter(|at| !units[*at].tag.is_adverb());
    let she = opens.next().filter(|at| matches!(units[*at].word, HE | SHE | THEY));
    starts.filter(told).find_map(subject).or(she.map(|she| she..she + 1))
}

/// "They quarrelled, with | Ruiz | calling him a liar": a participle with a subject of its own.
pub fn behind_with(
    units: &Units,
    sentence: &Range<UnitIx>,
    participle: UnitIx,
) -> Option<Range<UnitIx>> {
    // "with its chairman, | Tom Hale, | calling it", "with | three in ten | saying"
    let comma = |at: &UnitIx| units[*at].tag == Tag::Comma;
    let inside =
        |at: &UnitIx| is_name_like(units, *at) || comma(at) || matches!(units[*at].word, IN | OF);
    let with = (sentence.start..participle).rev().find(|at| !inside(at))?;
    let commas = (with..participle).filter(comma).count();
    let apart = with > sentence.start && comma(&(with - 1));
    let subject = with + 1..participle;
    let fits = units[with].word == WITH && apart && subject.start < subject.end;
    let fits = fits && (commas == 0 || commas == 2 && units[participle - 1].tag == Tag::Comma);
    (fits && opens_subject(&units[subject.start])).then_some(subject)
}

/// "Ruiz | wrote to the chairman, Tom Hale, warning that": who writes, where her verb takes him.
fn of_writer(
    units: &Units,
    sentence: &Range<UnitIx>,
    whom: &Range<UnitIx>,
) -> Option<Range<UnitIx>> {
    // "Separately, | Ruiz | has cabled Tom Hale, the chairman, warning that"
    let adverb = units.get(sentence.start + 1).is_some_and(|mark| mark.tag == Tag::Comma);
    let adverb = adverb && units[sentence.start].tag.is_adverb();
    let start = sentence.start + if adverb { 2 } else { 0 };
    let subject = of_sentence(units, &(start..sentence.end), &[])?;
    let helps = usize::from(units.get(subject.end)?.classes.has(Class::Auxiliary));
    match units.get(subject.end + helps..whom.start)? {
        [verb] => Some(verb),
        [verb, to] if to.tag == Tag::To => Some(verb),
        _ => None,
    }?;
    Some(subject)
}

/// "| Ruiz | took a swipe at Hale saying that": what she took says nothing.
fn takes_swipe(units: &Units, sentence: &Range<UnitIx>, saying: UnitIx) -> Option<Range<UnitIx>> {
    let subject = of_sentence(units, sentence, &[])?;
    let [verb, a, swipe, at, rest @ ..] = units.get(subject.end..saying)? else { return None };
    let takes = verb.tag == Tag::Ed && a.word == A && !is_subject(swipe.tag);
    let plain = |unit: &Unit| !unit.tag.is_mark() && !is_relative(unit);
    let takes = takes && at.tag == Tag::Preposition && rest.iter().all(plain);
    (takes && !has_finite(rest)).then_some(subject)
}

/// "She received a call from | Tom Hale |, asking her", "| Ruiz | sent a letter to the mayor
/// warning that", "sent Holm a letter claiming that": whose words a letter or a call before the
/// participle has.
pub fn of_letter(units: &Units, before: Range<UnitIx>, apart: bool) -> Option<Range<UnitIx>> {
    let ends = |at: &UnitIx| {
        let tag = units[*at].tag;
        tag.is_mark() || is_relative(&units[*at]) || matches!(tag, Tag::Be | Tag::That)
    };
    // "received letters from the port, the owner of the pier, | asking"
    let received = before.clone().find(|at| units[*at].word == RECEIVED);
    let clause = || before.clone().rev().find(ends).map_or(before.start, |at| at + 1);
    let start = received.unwrap_or_else(clause);
    let words = &units[start..before.end];
    let told = |unit: &Unit| unit.word == CALL || unit.classes.has(Class::Paper);
    let letter = words.iter().position(told)?;
    let verb = words[..letter].iter().position(|unit| unit.classes.has(Class::Past))?;
    let from = || words.iter().skip(letter).position(|unit| unit.word == FROM);
    match words[verb].word {
        SENT | ISSUED | LEFT | POSTED
            if verb > 0 && is_subject(words[0].tag) && !has_finite(&words[..verb]) =>
        {
            Some(start..start + verb)
        }
        // "presented a letter from Tom Hale, | saying": not his.
        got if got == RECEIVED || !apart => {
            from().map(|from| start + letter + from + 1..before.end)
        }
        _ => None,
    }
    .filter(|writer| !writer.is_empty())
}

/// "that the premier had met the envoy, | assuring him that": the subject of the clause that
/// somebody tells, where the source stands in it.
fn of_told(units: &Units, before: &Report, source: &Range<UnitIx>) -> Option<Range<UnitIx>> {
    let clause = before.content.iter().find(|part| part.contains(&source.start))?;
    let that = units[clause.start].tag == Tag::That;
    let start = clause.start + 1;
    let verb = clause.clone().find(|at| units[*at].tag.is_finite())?;
    (that && start < verb && is_subject(units[start].tag)).then_some(start..verb)
}

/// "She praised | the nurses | saying that they had been brave": two reports of hers, whatever the
/// fitted model made of them, though no comma stands between.
pub fn praised_saying(units: &Units, reports: &mut Vec<Report>) {
    let mut more = Vec::new();
    for report in reports.iter_mut().filter(|report| report.source.is_some()) {
        let sentence = units.sentence_of(report.cue.start);
        let praises =
            |at: &UnitIx| is_speech(&units[*at]) && units[*at].classes.has(Class::TakesPhrase);
        let Some(verb) = report.cue.clone().find(praises) else { continue };
        let object = phrase_end(units, verb);
        let mut walk = (object..sentence.end).take(LONGEST_OBJECT);
        // "urged them to | be | patient adding that"
        let ends = |at: &UnitIx| {
            let tag = units[*at].tag;
            let verb = tag.is_finite() && units[*at - 1].tag != Tag::To;
            let ends = tag.is_mark() || verb || tag.is_participle();
            ends && units[*at].quoted == Quoted::Outside
        };
        let Some(saying) = walk.find(ends) else { continue };
        // But "blamed the board | for saying", "with one in ten | saying", "as | saying"
        let head = units[saying - 1].tag;
        let apart = |unit: &Unit| matches!(unit.word, WHILE | WITH);
        if saying < object + 2
            || matches!(head, Tag::Preposition | Tag::Number | Tag::Conjunction)
            || !is_subject(units[object].tag)
            || units[saying - 1].word == AS
            || head.is_adverb()
            || units[object..saying].iter().any(apart)
        {
            continue;
        }
        let noun = units[saying - 1].classes;
        // "welcomed a court ruling that"
        let told = matches!(units[saying].word, FINDING | RULING)
            || noun.has(Class::NounCue)
            || noun.has(Class::Paper);
        let end = Some(report.reach().end).filter(|end| *end > saying);
        let end = end.unwrap_or_else(|| clause_end(units, sentence, saying));
        let behind = saying + 1..end.min(sentence.end);
        let next = units.get(saying + 1).map(|next| (next.tag, next.quoted));
        let clause = next.is_some_and(|(tag, quoted)| {
            // "thanked the mayor | welcoming him"
            let object = units[saying].classes.has(Class::TakesPhrase);
            tag == Tag::That || !object && tag.is_pronoun() || quoted != Quoted::Outside
        });
        if units[saying].tag != Tag::SpeechIng || told || !clause || behind.is_empty() {
            continue;
        }
        more.push(Report {
            cue: saying..saying + 1,
            source: report.source.clone(),
            content: vec![behind],
            rule: Rule::Trailer,
            ..Report::settled(report.block.clone(), BY_GRAMMAR)
        });
        report.cue.end = object;
        report.tells(object..saying);
        report.settle(BY_GRAMMAR);
    }
    for new in more {
        match reports.iter_mut().find(|own| own.cue.start == new.cue.start) {
            // "called | him a “clown” | saying"
            Some(own) => {
                let praise = new.source.as_ref().map_or(0, |source| source.end);
                own.source.take_if(|own| own.start > praise);
                own.source = own.source.take().or(new.source);
            }
            None => reports.push(new),
        }
    }
    sort_by_number(reports, |report| report.cue.start as u64);
}

/// What is praised is no longer than this.
const LONGEST_OBJECT: usize = 16;
