//! Where each phrase stands: in whose words, in what clause, beside what.

use super::entity::EntityIx;
use super::ground::Ground;
use super::phrase::{
    Gender, Phrase, PhraseIx, Referent, Role, disagree, is_within_clause, phrase_from,
};
use super::resolve::{Resolver, start_of};
use super::sources::{LEAD_WORDS, Source};
use crate::lexicon::fixed::{
    ACCOMPANYING, ACCORDING, ACCUSE, AFTER, ALTHOUGH, AND, AS, ASKED, BECAUSE, BEEN, BEFORE, BUT,
    BY, COMMEND, COULD, CRITICISE, CRITICIZE, DIED, FOR, FROM, HAD, OF, PRAISE, SPOKESMAN,
    SPOKESWOMAN, THAT, THOUGH, TO, WAS, WHAT, WHICH, WHILE, WHO, WHOM,
};
use crate::lexicon::{Class, Classes, is_participle, is_past};
use crate::model::{Draft, Kind, Shape, Span, Token, both, sort_by_number};

/// "Asked by a reporter in the rain whether" is no longer than this.
const LONGEST_QUESTION_TOKENS: usize = 10;
/// "and the members of the parliamentary delegation accompanying" is no longer than this.
const LONGEST_PARTY_TOKENS: usize = 9;
/// "updated", "has spoken at length to" is no longer than this.
const LONGEST_ACT_WORDS: usize = 5;
/// "who had later told" is no longer than this.
const LONGEST_VERB_TOKENS: usize = 5;
/// The subject of a clause is among so many phrases before.
const CLAUSE_PHRASES: usize = 12;
/// "Ada Maas, a clerk from Kelm, was killed" is no longer than this.
const LONGEST_DEED_TOKENS: usize = 24;
/// So many phrases stand between a pronoun and the subject behind its clause.
const NEAR_PHRASES: usize = 8;

/// In whose words a phrase stands. As many as phrases, so one number: twice that of the statement,
/// counted from 1, and one more in somebody's own words.
#[derive(Clone, Copy, Debug)]
pub struct Within(u32);

impl Within {
    fn new(inside: Option<u32>, quoted: bool) -> Self {
        Within(inside.map_or(0, |at| at + 1) << 1 | u32::from(quoted))
    }

    /// The innermost statement whose content holds it.
    pub fn inside(self) -> Option<u32> {
        (self.0 >> 1).checked_sub(1)
    }

    /// Somebody's own words hold it.
    pub fn quoted(self) -> bool {
        self.0 & 1 == 1
    }
}

/// The words of a statement around its content.
#[derive(Clone, Copy)]
struct Report {
    /// The first part of the source, and its last.
    first: Span,
    last: Span,
    cue: Option<Span>,
    /// What stands behind the source and before the content: "asked him".
    told: Span,
}

impl Report {
    /// None without a source or a content.
    fn of(draft: &Draft) -> Option<Self> {
        let (first, last) = (*draft.source.first()?, *draft.source.last()?);
        let told = Span::new(last.end, draft.content.first()?.start);
        Some(Report { first, last, cue: draft.cue.first().copied(), told })
    }
}

/// For each phrase, the statements around it.
pub fn within(phrases: &[Phrase], drafts: &[Draft]) -> Vec<Within> {
    let parts = drafts.iter().map(|draft| draft.content.len()).sum();
    let mut contents: Vec<(Span, u32)> = Vec::with_capacity(parts);
    for (at, draft) in drafts.iter().enumerate() {
        for span in &draft.content {
            contents.push((*span, at as u32));
        }
    }
    sort_by_number(&mut contents, |(span, _)| both(span.start, u32::MAX - span.end));
    let mut contents = contents.as_slice();
    let mut open: Vec<(Span, u32)> = Vec::new();
    let mut places = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        while let [content, rest @ ..] = contents
            && content.0.start <= phrase.span.start
        {
            open.push(*content);
            contents = rest;
        }
        open.retain(|(span, _)| span.end > phrase.span.start);
        let (mut inside, mut quoted) = (None, false);
        for (_, at) in &open {
            let draft = &drafts[*at as usize];
            // A source cut out of its own content does not stand in it.
            if !draft.source.iter().any(|s| s.contains(phrase.span)) {
                inside = Some(*at);
            }
            quoted |= in_own_words(draft);
        }
        places.push(Within::new(inside, quoted));
    }
    places
}

/// Where a pronoun stands among statements and clauses, and who is told of around it.
#[derive(Debug)]
pub struct Setting {
    /// The innermost statement whose content holds it.
    pub inside: Option<u32>,
    /// Somebody's own words hold it.
    pub quoted: bool,
    /// Who speaks the innermost content.
    pub reporter: Option<EntityIx>,
    /// Who speaks the own words around it.
    pub quoter: Option<EntityIx>,
    /// In "her deputy, Rafe Quillon, said that she", of whom no more is known, and in "her
    /// spokeswoman said that she": hers.
    pub owned: Option<Gender>,
    /// Who it cannot be: in "his father" the father, in "asked by her why she left" who asks, in
    /// “Orr is late,” he said Orr.
    pub other: Option<EntityIx>,
    /// It is the source of a statement.
    pub speaks: bool,
    /// It replies to the first, who spoke to the second.
    pub asked: Option<(Option<EntityIx>, Option<EntityIx>)>,
    /// Between the source and the content of the innermost statement: "asked him".
    told: Span,
    /// It stands in what is asked, but for "asked him whether she could".
    pub questioned: bool,
    /// The line from which it looks back: its own, or where the quotation begins that it follows.
    pub line: u32,
    /// Where the paragraph begins.
    pub paragraph: u32,
    /// The subject of its clause.
    subject: Option<EntityIx>,
    /// In "Assad and his entourage": Assad.
    pub adjoined: Option<EntityIx>,
    /// In "He updated the mayor": the mayor, who is another.
    pub acted_on: Option<EntityIx>,
    /// In "I asked the mayor. She": the mayor.
    pub approached: Option<EntityIx>,
    /// Who is named in the words that it is the source of.
    pub spoken_of: Vec<Option<EntityIx>>,
}

impl Setting {
    /// Whether somebody is the subject of the clause; "his" in "Assad and his entourage" is in none
    /// of Assad's.
    pub fn is_subject(&self, entity: EntityIx) -> bool {
        self.subject == Some(entity) && self.adjoined != Some(entity)
    }

    /// Whether who is named at the place is told what the innermost statement says.
    pub fn is_told(&self, place: u32) -> bool {
        (self.told.start..self.told.end).contains(&place)
    }
}

impl Resolver<'_> {
    /// The setting of a pronoun, as far as is known by now; `of` is the draft whose source it is.
    pub(super) fn setting(&self, at: PhraseIx, of: Option<u32>) -> Setting {
        let phrase = &self.ground.cast.phrases[at as usize];
        let place = self.ground.within[at as usize];
        let inside = place.inside();
        let reporter = self.reporter(inside);
        let report = inside.map(|draft| &self.ground.drafts[draft as usize]);
        let report = report.and_then(Report::of);
        let other = match report {
            Some(report) if self.ground.is_by_somebody(report) => reporter,
            Some(report) if of.is_some() && self.ground.goes_by(report) => reporter,
            _ => self.ground.owned_by(at),
        };
        let unknown = reporter.is_some_and(|who| self.entity(who).gender.is_none());
        // "Her spokeswoman said that she"
        let open = |report: &Report| unknown || self.ground.speaks_for(report.first);
        // "Addressing the guest, he said": not the guest.
        let hearer = || self.told(of? as usize).or_else(|| self.begins_words(of? as usize));
        // A source that follows its quotation has no clause before it in the quotation.
        let start = of.map(|draft| start_of(&self.ground.drafts[draft as usize]));
        let start = start.filter(|start| *start < phrase.span.start);
        Setting {
            inside,
            quoted: place.quoted(),
            reporter,
            quoter: self.quoter(inside),
            owned: report.filter(open).and_then(|report| self.ground.owner(report.first.start)),
            other: other.or_else(hearer).or_else(|| self.asker(at)),
            speaks: of.is_some(),
            asked: self.course.asked.filter(|_| of.is_some()),
            told: report.map_or(Span::default(), |report| report.told),
            questioned: report.is_some_and(|report| self.ground.asks_whether(report))
                && self.ground.segments.word(phrase.tokens.end) != COULD,
            line: self.ground.looks_back_from(phrase, start),
            paragraph: self.ground.paragraph_of(phrase.span.start),
            subject: if start.is_some() { None } else { self.clause_subject(at) },
            adjoined: self.adjoined(at),
            acted_on: self.acted_on(at).or_else(|| self.object_of(at)),
            approached: self.approached(at),
            spoken_of: of.map_or_else(Vec::new, |draft| self.named_in(draft)),
        }
    }

    /// Who speaks the innermost content.
    pub(super) fn reporter(&self, inside: Option<u32>) -> Option<EntityIx> {
        self.found.speaker[inside? as usize]
    }

    /// Who speaks the own words around the content of a statement, or these.
    pub(super) fn quoter(&self, inside: Option<u32>) -> Option<EntityIx> {
        let around = |draft: &u32| self.ground.drafts[*draft as usize].inside;
        let mut outwards = std::iter::successors(inside, around);
        let quotation =
            outwards.find(|draft| in_own_words(&self.ground.drafts[*draft as usize]))?;
        self.found.speaker[quotation as usize]
    }

    /// The subject of the clause in which the phrase stands.
    pub(super) fn clause_subject(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[at as usize];
        if self.ground.is_aside(phrase) {
            return None;
        }
        let mut object = false;
        for before in (0..at as usize).rev().take(CLAUSE_PHRASES) {
            let other = &self.ground.cast.phrases[before];
            if other.line != phrase.line {
                return None;
            }
            // "The premier, she said, had stopped writing to her": the premier had.
            let around = self.ground.within[at as usize].inside();
            let content =
                around.and_then(|draft| self.ground.drafts[draft as usize].content.first());
            let inserted = content.is_some_and(|content| content.start < other.span.start);
            if inserted
                && self.outlook.is_source(before)
                && self.ground.within[before].inside() != around
            {
                continue;
            }
            let opens_time = || phrase.role == Role::Object && self.ground.opens_time(other);
            // "said | a teacher had told her"
            let tells = other.role == Role::Object
                && phrase.role == Role::Object
                && self.outlook.is_source(before);
            if other.role != Role::Subject && !opens_time() && !tells
                || other.predicate
                || other.tokens.end > phrase.tokens.start
            {
                object |= other.role == Role::Object;
                continue;
            }
            let between = self.ground.tokens(&(other.tokens.end..phrase.tokens.start));
            let hits = || phrase.role == Role::Object && self.ground.holds_event(between);
            let opens = between.iter().any(|token| self.ground.opens_clause(token)) || hits();
            // "met Odane and was told | by her": hardly who was told.
            let by = || self.ground.segments.word_before(phrase.tokens.start) == BY;
            let crossed = phrase.role == Role::Oblique && object && !by();
            return if opens || crossed {
                let object = matches!(phrase.role, Role::Object | Role::Oblique);
                self.who_before(phrase).filter(|_| !crossed && object)
            } else {
                self.found.entity_of[before]
            };
        }
        None
    }

    /// In "spoke to Berg, who had told him", "Berg, who stood beside him": Berg, where
    /// nothing but a verb stands behind "who".
    fn who_before(&self, phrase: &Phrase) -> Option<EntityIx> {
        let tokens = &self.ground.segments.tokens[..phrase.tokens.start as usize];
        let near = tokens.iter().rev().take(LONGEST_VERB_TOKENS);
        let who = near.clone().take_while(|t| t.shape == Shape::Lower).find(|t| t.word == WHO)?;
        match self.ground.before_relative(who.span())? {
            Source::Phrase(who) => self.found.entity_of[who as usize],
            _ => None,
        }
    }

    /// In "Bashar Assad and his entourage", "Bashar Assad, and the ministers accompanying him":
    /// Assad.
    pub(super) fn adjoined(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[at as usize];
        let behind = self.ground.segments.tokens.get(..phrase.tokens.start as usize)?;
        let walk = match behind.last() {
            Some(verb) if verb.word == ACCOMPANYING => LONGEST_PARTY_TOKENS,
            _ if phrase.role == Role::Possessor => 1,
            _ => return None,
        };
        let and = behind.iter().rev().take(walk).position(|token| token.word == AND)?;
        let and = behind.len() - and - 1;
        let near = (0..at as usize).rev().take(NEAR_PHRASES);
        let mut near = near.filter(|b| self.ground.cast.phrases[*b].line == phrase.line);
        // "Per Holm, Envoy of the Secretary-General for the Basin, and": the person before it.
        let joined = near.find(|b| {
            let other = &self.ground.cast.phrases[*b];
            let end = other.tokens.end as usize;
            let person = other.is_named() && (other.kind == Referent::Person || end + 1 == and);
            end == and || walk > 1 && end < and && person
        })?;
        self.found.entity_of[joined]
    }

    /// In "thanked Mr Lenz, whom | he | called", "thanked Mr Lenz for what | he | called": Mr Lenz.
    fn object_of(&self, at: PhraseIx) -> Option<EntityIx> {
        let start = self.ground.cast.phrases[at as usize].tokens.start;
        let word = |by| start.checked_sub(by).map(|at| self.ground.segments.word(at));
        let object = word(1) == Some(WHOM) || [word(2), word(1)] == [Some(FOR), Some(WHAT)];
        self.found.entity_of[at.checked_sub(1).filter(|_| object)? as usize]
    }

    /// In "He updated the President", "She spoke to Mr Said": who is somebody else.
    pub(super) fn acted_on(&self, at: PhraseIx) -> Option<EntityIx> {
        let [pronoun, after @ ..] = &self.ground.cast.phrases[at as usize..] else { return None };
        let other = after.first().filter(|_| pronoun.role == Role::Subject)?;
        if other.line != pronoun.line || self.ground.is_aside(other) {
            return None;
        }
        let between = self.ground.between(pronoun.span, other.span)?;
        let near = is_within_clause(between, LONGEST_ACT_WORDS);
        let takes = matches!(other.role, Role::Object | Role::Oblique);
        // By name, or as "the President"; "her sister", "the family" may be found to be another.
        let capital =
            self.ground.tokens(&other.tokens).last().is_some_and(|t| t.shape.is_capitalised());
        let sure = other.is_named() || other.kind == Referent::Person && capital;
        self.found.entity_of[at as usize + 1].filter(|_| sure && takes && near)
    }

    /// "Pike himself broke his silence"
    pub(super) fn itself(&self, at: PhraseIx) -> Option<EntityIx> {
        let before = (at as usize).checked_sub(1)?;
        let [named, pronoun] = [before, at as usize].map(|p| &self.ground.cast.phrases[p]);
        let beside = pronoun.role == Role::Reflexive && named.tokens.end == pronoun.tokens.start;
        self.found.entity_of[before].filter(|_| beside && named.kind != Referent::Pronoun)
    }

    /// In "A speech by | Orr |, in which he said": Orr.
    pub(super) fn in_which(&self, at: PhraseIx) -> Option<EntityIx> {
        let [.., author, he] = &self.ground.cast.phrases[..=at as usize] else { return None };
        let words = author.tokens.end as usize..he.tokens.start as usize;
        let words =
            self.ground.segments.tokens.get(words).filter(|_| !self.ground.is_aside(author));
        let which = matches!(words?, [comma, _, which]
            if comma.shape == Shape::Comma && which.word == WHICH);
        let before = self.ground.segments.word_before(author.tokens.start);
        let wrote = matches!(before, BY | FROM) && author.is_named() && !author.plural;
        self.found.entity_of[at.checked_sub(1)? as usize].filter(|_| which && wrote)
    }

    /// In "For his part, | Minister Orr | said", "Speaking in his office, | union leader Per Dahl |
    /// said", "Asked whether he would go, | Bailey | laughed": of what opens a sentence the subject
    /// tells whose it is, where it names nobody else.
    pub(super) fn fronted(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrases = &self.ground.cast.phrases;
        let [before @ .., pronoun] = &phrases[..=at as usize] else { return None };
        if pronoun.plural || self.ground.is_aside(pronoun) {
            return None;
        }
        let lead = self.ground.words_before(pronoun).take(LONGEST_QUESTION_TOKENS);
        let first = lead.take_while(|token| token.shape.is_word()).last()?;
        let opens = self.ground.lexicon.classes(first.word);
        let own =
            |other: &&Phrase| other.line == pronoun.line && other.span.start >= first.span().start;
        let other = before.last().filter(own);
        // "When | a reporter | asked why he had lied"
        let asks = |asker: &Phrase| {
            let asks = self.ground.segments.word(asker.tokens.end) == ASKED;
            asks && !asker.is_named() && asker.kind != Referent::Pronoun
        };
        let asked =
            first.word == ASKED || opens.has(Class::Complementizer) && other.is_some_and(asks);
        // But "Thanking | his guest |"
        let thing = |other: &Phrase| {
            let owned = other.span.contains(pronoun.span) && other.kind != Referent::Person;
            owned || other.kind == Referent::Paper
        };
        let fronted = pronoun.role == Role::Possessor
            && first.shape.is_capitalised()
            && opens.has_any(const { Classes::of(&[Class::Preposition, Class::Ing]) })
            && other.is_none_or(thing);
        let subject = |next: &usize| {
            let mut before = self.ground.words_before(&phrases[*next]).take(LEAD_WORDS + 1);
            let mark = before.find(|token| !token.shape.is_word());
            mark.is_some_and(|mark| mark.shape == Shape::Comma)
                && (phrases[*next].role == Role::Subject || self.outlook.is_source(*next))
        };
        let here = (at as usize + 1..phrases.len()).take(NEAR_PHRASES);
        let next = here.take_while(|next| phrases[*next].line == pronoun.line).find(subject)?;
        let entity = self.found.entity_of[next]?;
        let known = self.entity(entity);
        let person =
            known.kind == Referent::Person || known.kind == Referent::Name && known.name.len() > 1;
        let agrees = person && !known.plural && !disagree(known.gender, pronoun.gender);
        let tells = asked && phrases[next].is_named() || fronted && self.outlook.is_source(next);
        (agrees && tells).then_some(entity)
    }

    /// In "thanked the President for her support", "accused the envoy of exceeding her mandate",
    /// "praised the President, saying she had": the President, the envoy.
    pub(super) fn for_deed(&self, at: PhraseIx) -> Option<EntityIx> {
        let [.., whom, pronoun] = &self.ground.cast.phrases[..=at as usize] else { return None };
        let draft = self.ground.within[at as usize].inside()?;
        let content = self.ground.drafts[draft as usize].content.first()?;
        let (behind, own) = (whom.tokens.end, pronoun.tokens.start);
        let word = self.ground.segments.word(behind);
        let gerund = || {
            let verb = &self.ground.tokens(&(behind..own));
            verb.get(1).is_some_and(|verb| is_participle(verb.span().of(self.ground.text)))
        };
        let deed = match own.checked_sub(behind)? {
            1 => word == FOR,
            2 => matches!(word, FOR | OF) && gerund(),
            _ => false,
        };
        let entity = self.found.entity_of[at as usize - 1]?;
        let known = self.entity(entity);
        let person = known.kind == Referent::Person && !known.plural && !pronoun.plural;
        let agrees = !disagree(known.gender, pronoun.gender);
        let object = content.start >= whom.span.start && pronoun.role == Role::Possessor;
        let judged = || self.ground.is_judged(whom, pronoun);
        (person && agrees && (object && deed || judged())).then_some(entity)
    }
}

impl Ground<'_> {
    /// The gender of whoever has "her deputy", where such a phrase begins.
    fn owner(&self, start: u32) -> Option<Gender> {
        let phrases = &self.cast.phrases[phrase_from(&self.cast.phrases, start)..];
        let here = phrases.iter().take_while(|phrase| phrase.span.start == start);
        let mut owners = here.filter(|p| p.kind == Referent::Pronoun && p.role == Role::Possessor);
        owners.next().and_then(|owner| owner.gender)
    }

    /// "Strode and Dree": one of a list is hardly taken up by a pronoun in the singular.
    pub(super) fn is_listed(&self, phrase: &Phrase) -> bool {
        if phrase.role == Role::Possessor || self.is_aside(phrase) {
            return false;
        }
        let token = |at: u32| self.segments.tokens.get(at as usize);
        let name = |at: u32| token(at).is_some_and(|t| t.shape.is_capitalised());
        let and = |at: u32| self.segments.word(at) == AND;
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        // "the King and | the | President"
        let person = |at: u32| {
            let start = token(at).map_or(0, |token| token.span().start);
            let next = self.cast.phrases.get(phrase_from(&self.cast.phrases, start));
            next.is_some_and(|p| p.tokens.start == at && p.kind == Referent::Person && !p.plural)
        };
        and(end) && (name(end + 1) || person(end + 1))
            || start >= 2 && and(start - 1) && name(start - 2)
    }

    /// "that", "because", ";": another clause begins.
    fn opens_clause(&self, token: &Token) -> bool {
        const OPENS: Classes = Classes::of(&[Class::Complementizer, Class::Relative]);
        matches!(token.shape, Shape::Quote | Shape::Semicolon | Shape::Colon)
            || self.lexicon.classes(token.word).has_any(OPENS) && token.word != TO
            || matches!(token.word, BECAUSE | WHILE | ALTHOUGH | THOUGH | AS | BUT)
    }

    /// In "resigned after | the minister called him": the subject of a clause that says when.
    fn opens_time(&self, phrase: &Phrase) -> bool {
        let before = self.segments.word_before(phrase.tokens.start);
        let verb = self.lexicon.classes(self.segments.word(phrase.tokens.end));
        matches!(before, AFTER | BEFORE) && verb.has_any(Classes::FINITE)
    }

    /// "is in hospital | after a stone hit | him": a clause with a subject that is nobody.
    fn holds_event(&self, between: &[Token]) -> bool {
        let after = between.iter().position(|token| matches!(token.word, AFTER | BEFORE));
        let clause = after.map_or(&[][..], |after| &between[after + 1..]);
        let noun = clause.first().is_some_and(|a| self.lexicon.has(a.word, Class::Determiner));
        noun && clause.len() > 2 && clause.iter().all(|token| token.word != AND)
    }

    /// The line before which a pronoun looks back. Where its quotation begins, which may be
    /// paragraphs before.
    fn looks_back_from(&self, phrase: &Phrase, quotation: Option<u32>) -> u32 {
        let phrases = &self.cast.phrases;
        let before = quotation.and_then(|start| phrase_from(phrases, start).checked_sub(1));
        let next = before.map(|before| phrases[before].line + 1);
        next.map_or(phrase.line, |next| next.min(phrase.line))
    }

    /// "Asked by Ms Nambiar why she had not gone": she is who was asked.
    fn is_by_somebody(&self, report: Report) -> bool {
        let gap = report.cue.and_then(|cue| self.between(cue, report.last));
        gap == Some("by")
    }

    /// "According to one of them, she complained": not one of them, who would be said to complain.
    fn goes_by(&self, report: Report) -> bool {
        let cue = report.cue.map(|cue| self.segments.token_from(cue.start) as u32);
        cue.is_some_and(|cue| self.segments.word(cue) == ACCORDING)
    }

    /// In "praised the envoy, saying he had helped": the envoy.
    fn is_judged(&self, whom: &Phrase, pronoun: &Phrase) -> bool {
        let verb = self.lexicon.lemma(self.segments.word_before(whom.tokens.start));
        let behind = self.segments.tokens.get(whom.tokens.end as usize..);
        let Some([comma, saying, that, ..]) = behind else { return false };
        let saying = self.lexicon.classes(saying.word);
        let begins = whom.tokens.end + 2 + u32::from(that.word == THAT);
        matches!(verb, PRAISE | COMMEND | ACCUSE | CRITICISE | CRITICIZE)
            && comma.shape == Shape::Comma
            && saying.has(Class::Ing)
            && saying.has(Class::Speech)
            && pronoun.role == Role::Subject
            && pronoun.tokens.start == begins
            && self.segments.word(pronoun.tokens.end) == HAD
    }

    /// "Ada Maas | was killed", "Ada Maas | has died": who says nothing more.
    pub(super) fn is_done_to(&self, subject: &Phrase) -> bool {
        let behind = self.segments.tokens[subject.tokens.end as usize..].iter();
        let behind = behind.take_while(|token| token.shape != Shape::Stop);
        let mut helped = false;
        behind.take(LONGEST_DEED_TOKENS).any(|token| {
            let done = is_past(token.span().of(self.text))
                || self.lexicon.has(token.word, Class::Participle);
            let done_to = helped && done || token.word == DIED;
            helped = matches!(token.word, WAS | BEEN);
            done_to
        })
    }

    /// "Her spokeswoman"
    fn speaks_for(&self, source: Span) -> bool {
        let tokens = self.segments.token_from(source.start)..self.segments.token_from(source.end);
        let mut source = self.segments.tokens[tokens].iter();
        source.any(|token| matches!(token.word, SPOKESMAN | SPOKESWOMAN))
    }

    /// "She asked him whether", but not "She asked him to".
    fn asks_whether(&self, report: Report) -> bool {
        let word = |place| self.segments.word(self.segments.token_from(place) as u32);
        report.cue.is_some_and(|cue| word(cue.start) == ASKED) && word(report.told.end) != TO
    }

    /// "his father": the father.
    fn owned_by(&self, at: PhraseIx) -> Option<EntityIx> {
        let before = (at as usize).checked_sub(1)?;
        let theirs = self.owner_in(before) == Some(at as usize);
        self.cast.entity_of[before].filter(|_| theirs)
    }
}

fn in_own_words(draft: &Draft) -> bool {
    matches!(draft.kind, Kind::Direct | Kind::Turn)
}
