//! Whom "she", "him", "their" refer to.
//!
//! The text is walked in order with a short list of those named last,
//! [`Memory`](super::memory::Memory). Each who is not excluded has
//! [points](super::points::pronoun): for having been named near, as a subject, in the same report,
//! against having been named in passing. The best wins, unless nobody has enough.
//!
//! Excluded are all of another gender or number, whoever speaks the quotation around the pronoun
//! (they would be "I"), and for an object the subject of its own clause ("she told her").
//!
//! Limits: no meaning of verbs is known, so "Holm met Rimmer before he left" goes to the subject.

use super::clusters::words_of;
use super::counted::PAIR_LINES;
use super::entity::{Entity, EntityIx};
use super::memory::Recent;
use super::phrase::{Definite, Phrase, PhraseIx, Referent, Role, disagree};
use super::points::{pronoun as points, sum};
use super::resolve::{Resolver, Way};
use super::settings::Setting;
use crate::lexicon::Class;
use crate::lexicon::fixed::{BY, FAMILY, IN, THE, TWO, WHO, WHOSE};
use crate::model::{Ix, MentionForm, Shape};

/// How many sentences back a pronoun reaches.
const REACH_LINES: u32 = 8;
/// And so many where nobody else can be meant.
const ONLY_LINES: u32 = 16;

impl Resolver<'_> {
    /// Looks up a pronoun; `of` is the draft whose source it is.
    pub(super) fn pronoun(&mut self, at: PhraseIx, of: Option<u32>) {
        let phrase = &self.ground.cast.phrases[at as usize];
        let style = phrase.is_style();
        if style && let Some(entity) = self.styled(phrase) {
            self.takes_up(at, entity);
            return;
        }
        if phrase.form != MentionForm::Pronoun && !style {
            // "my right hon. Friend"
            if let Some(member) = self.member(at) {
                self.takes_up(at, member);
            }
            return;
        }
        let setting = self.setting(at, of);
        if phrase.plural && self.are_unknown(phrase, setting.inside) {
            return;
        }
        let source = of.is_some() && !setting.quoted;
        let known = self.in_brackets(at).or_else(|| self.fronted(at)).or_else(|| self.itself(at));
        let wrote = || self.in_which(at).filter(|e| self.agreement(phrase, *e).is_some());
        let known = known.or_else(wrote);
        // “Where were you?” the judge asked Lind. | “At home,” he said.
        let asked = setting.asked.and_then(|(_, told)| told);
        let asked = asked.filter(|told| self.agreement(phrase, *told).is_some());
        let known = known.or_else(|| self.for_deed(at)).or(asked);
        let draft = of.map(|draft| &self.ground.drafts[draft as usize]);
        let adds = draft.filter(|draft| setting.inside.is_none() && self.ground.adds(draft));
        let adds = adds.and(self.course.spoke).filter(|e| self.agreement(phrase, *e).is_some());
        let chosen = known
            .or(adds)
            .or_else(|| self.refer(phrase, &setting))
            .or_else(|| self.of_himself(phrase, draft?))
            .or_else(|| self.only_one(phrase, &setting));
        // "They discussed": the two, rather than somebody named in passing, or in a report.
        let ministry = chosen.filter(|e| {
            let known = self.entity(*e);
            known.kind == Referent::Body && !known.plural
        });
        let weak = chosen.is_none_or(|e| {
            let known = self.entity(e);
            // "He told of the plans of the two presidents. They": rather others.
            let told = self.memory.recent().any(|recent| {
                recent.entity == e
                    && recent.role == Role::Oblique
                    && recent.inside.is_some()
                    && setting.inside.is_none()
            });
            let two = !told && (known.kind == Referent::Together || known.number == TWO);
            // "Orr met Dahl, | the ministry | said. They"
            let reports = ministry.is_some() && self.has_two_people(phrase.line, ministry);
            !two && (reports || !self.is_subject_here(e, &setting))
        });
        let both = if weak && source { self.they(phrase, ministry) } else { None };
        let pair = chosen.and_then(|e| self.joined(phrase, e)).filter(|_| source);
        let Some(entity) = pair.or(both).or(chosen) else { return };
        // "The union leader is gentle. ... he said": who is the union leader?
        let last = self.memory.last_phrase(entity).filter(|_| source);
        let told = last.and_then(|last| {
            let at = last.ix() as PhraseIx;
            let told = self.described(at, entity)?;
            self.agreement(phrase, told).and_then(|_| self.merge_described(at, entity))
        });
        let entity = told.unwrap_or(entity);
        self.takes_up(at, entity);
        if !self.may_be_anothers(phrase, entity, &setting) {
            self.learn_gender(phrase, entity);
        }
        if style {
            self.course.styles.push((phrase.span.of(self.ground.text), entity));
        }
    }

    /// "He (Orr) urged them": Orr.
    fn in_brackets(&self, at: PhraseIx) -> Option<EntityIx> {
        let at = at as usize;
        let [pronoun, name, ..] = &self.ground.cast.phrases[at..] else { return None };
        let shape = |at: u32| self.ground.segments.tokens.get(at as usize).map(|t| t.shape);
        let inside = name.tokens.start == pronoun.tokens.end + 1
            && shape(pronoun.tokens.end) == Some(Shape::Open)
            && shape(name.tokens.end) == Some(Shape::Close);
        self.found.entity_of[at + 1].filter(|_| inside && name.is_named())
    }

    /// "Two of them said | they | had warned her": they who say it, whoever they are.
    fn are_unknown(&self, they: &Phrase, inside: Option<u32>) -> bool {
        inside.is_some_and(|draft| {
            let said = &self.ground.drafts[draft as usize];
            let opens = said.content.first().is_some_and(|said| said.start == they.span.start);
            opens && !said.source.is_empty() && self.found.speaker[draft as usize].is_none()
        })
    }

    /// Writes down whom a phrase takes up.
    pub(super) fn takes_up(&mut self, at: PhraseIx, entity: EntityIx) {
        self.found.antecedent[at as usize] = self.memory.last_phrase(entity);
        self.found.entity_of[at as usize] = Some(entity);
    }

    /// "Gregor Holm promised results. Adela Quist rejected | his | claim", "Ash Orr, who spoke for
    /// Quist at | her | trial", "Ash Orr told Quist that | her | roof": it tells nothing of Quist,
    /// nor of Orr.
    fn may_be_anothers(&self, pronoun: &Phrase, entity: EntityIx, setting: &Setting) -> bool {
        let near = |recent: &&Recent| recent.line + PAIR_LINES >= setting.line;
        let since = |recent: &&Recent| recent.line == setting.line && recent.entity != entity;
        // "The nurse missed | her | own mother": not the mother's.
        let own = |recent: &Recent| {
            let phrase = &self.ground.cast.phrases[recent.phrase as usize];
            phrase.span.contains(pronoun.span)
        };
        let another = |recent: &Recent| {
            recent.entity != entity
                && !own(recent)
                && self.agreement(pronoun, recent.entity).is_some()
        };
        let who = |last: Ix| {
            let name = &self.ground.cast.phrases[last.ix()];
            matches!(self.ground.segments.word(name.tokens.end + 1), WHO | WHOSE)
        };
        let told = || self.memory.last_phrase(entity).is_some_and(who);
        let addressed = |recent: &Recent| {
            let named = !self.entity(recent.entity).name.is_empty();
            named && recent.role == Role::Object && setting.is_told(recent.start) && another(recent)
        };
        let recent = || self.memory.recent();
        matches!(self.way, Way::Final) && recent().any(addressed)
            || pronoun.role == Role::Possessor
                && if setting.is_subject(entity) {
                    recent().take_while(near).any(another)
                } else {
                    told() && recent().take_while(since).any(another)
                }
    }

    /// What a pronoun tells of somebody: a voice on the first way, and on the second the gender.
    fn learn_gender(&mut self, pronoun: &Phrase, entity: EntityIx) {
        let known = &mut self.found.entities[entity.ix()];
        if known.gender.is_some() || known.plural {
            return;
        }
        match self.way {
            Way::Voting => known.hear(pronoun),
            Way::Final => known.gender = pronoun.gender,
        }
    }

    /// Whom the pronoun refers to, by the most points.
    fn refer(&self, pronoun: &Phrase, setting: &Setting) -> Option<EntityIx> {
        let mut best: Option<(i32, EntityIx)> = None;
        for (since, recent) in self.memory.recent().enumerate() {
            // “We lost,” Orr said. “We were slow. We slept. It happens.” ¶ He blamed nobody.
            let goes_on = setting.speaks
                && self.course.follows
                && recent.inside.is_none()
                && self.memory.is_last_speaker(recent.entity);
            let line = recent.line.max(if goes_on { setting.line.saturating_sub(1) } else { 0 });
            let far = setting.line.saturating_sub(line) > REACH_LINES;
            let agreement = if far { None } else { self.agreement(pronoun, recent.entity) };
            let may_be = |_: &i32| !self.is_excluded(pronoun, recent, setting);
            let Some(agreement) = agreement.filter(may_be) else { continue };
            let points = agreement
                + nearness(&Recent { line, ..*recent }, since, setting)
                + self.standing(pronoun, recent, setting)
                + mentioned(recent, setting);
            if points >= points::LEAST && best.is_none_or(|(most, _)| points > most) {
                best = Some((points, recent.entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// Whether the label of a turn names somebody.
    fn has_turns(&self, entity: EntityIx) -> bool {
        let labels = &self.ground.cast.labels;
        labels.iter().any(|(_, at)| self.found.entity_of[*at as usize] == Some(entity))
    }

    /// In “Senator Dahl wants to know.” “When?” “I read that too.” ... “But she says”: the only
    /// woman told of who is not there, however far back.
    fn only_one(&self, pronoun: &Phrase, setting: &Setting) -> Option<EntityIx> {
        if self.ground.cast.labels.is_empty() {
            return None;
        }
        let asked = setting.quoter.is_some_and(|quoter| self.entity(quoter).label);
        let fits = |recent: &&Recent| {
            let known = self.entity(recent.entity);
            recent.line + ONLY_LINES >= setting.line
                && pronoun.gender.is_some()
                && known.gender.or(known.heard()) == pronoun.gender
                && known.mentions > 1
                && !known.name.is_empty()
                && !(asked && self.has_turns(recent.entity))
                && self.agreement(pronoun, recent.entity).is_some()
                && !self.is_excluded(pronoun, recent, setting)
        };
        let mut fitting = self.memory.recent().filter(fits);
        let only = fitting.next()?.entity;
        (fitting.next().is_none() && !self.has_turns(only)).then_some(only)
    }

    /// Whether the pronoun cannot mean somebody where it stands, however near the name is.
    fn is_excluded(&self, pronoun: &Phrase, recent: &Recent, setting: &Setting) -> bool {
        let here = Some(recent.entity);
        let hearer = self.course.hearer.filter(|_| setting.quoted);
        let another = [setting.quoter, setting.other, setting.acted_on, hearer].contains(&here);
        // "her deputy, Rafe Quillon, said that she": hardly Quillon.
        let owned =
            setting.owned.is_some() && setting.owned == pronoun.gender && setting.reporter == here;
        let same_clause = setting.is_subject(recent.entity);
        let clause = match pronoun.role {
            Role::Reflexive => !same_clause,
            Role::Object | Role::Oblique => same_clause,
            Role::Subject | Role::Possessor => false,
        };
        // "When Holm called it late, she replied": nobody replies to himself.
        let spoke = recent.line == setting.line && self.outlook.is_source(recent.phrase as usize);
        let replied = spoke && setting.asked.is_some_and(|(by, _)| by == here);
        // "Holm met Maas, head of | the Seed Agency |. They": not the agency.
        let nested = pronoun.plural
            && self.entity(recent.entity).mentions == 1
            && self.ground.whole_of(recent.phrase as usize).is_some();
        another || owned || clause || replied || nested || self.is_where(recent)
    }

    /// "in Port Lavelle": a name that is where something happens.
    fn is_where(&self, recent: &Recent) -> bool {
        let phrase = &self.ground.cast.phrases[recent.phrase as usize];
        let known = self.entity(recent.entity);
        known.kind == Referent::Name
            && phrase.kind == Referent::Name
            && !known.speaks
            && self.ground.segments.word_before(phrase.tokens.start) == IN
    }

    /// Points for how well the entity fits the pronoun; none if it cannot.
    fn agreement(&self, pronoun: &Phrase, entity: EntityIx) -> Option<i32> {
        let known = self.entity(entity);
        if known.label {
            return None;
        }
        if pronoun.plural {
            return plural_agreement(known);
        }
        let person = known.kind == Referent::Person
            || known.kind == Referent::Name && !self.is_agency(known);
        if known.plural || !person || self.is_family(known) {
            return None;
        }
        let style = if pronoun.is_style() { self.style_points(entity, pronoun) } else { 0 };
        let gender = match (pronoun.gender, known.gender) {
            (Some(a), Some(b)) if a == b => points::KNOWN_GENDER,
            (Some(_), Some(_)) => return None,
            (Some(a), None) if known.heard() == Some(a) => points::KNOWN_GENDER,
            (Some(a), None) if known.likely.is_some_and(|b| a != b) => {
                self.person_points(known) + points::UNLIKELY_GENDER
            }
            _ => self.person_points(known),
        };
        Some(gender + style)
    }

    /// "his family": several.
    fn is_family(&self, known: &Entity) -> bool {
        let full = &self.ground.cast.phrases[known.fullest as usize];
        let last = full.tokens.end.saturating_sub(1);
        !self.ground.is_aside(full) && self.ground.segments.word(last) == FAMILY
    }

    /// "A lawyer came in": who was met once, and says nothing.
    fn is_passer_by(&self, known: &Entity) -> bool {
        let full = &self.ground.cast.phrases[known.fullest as usize];
        // "One of them, a lawyer who lives there,": more is told.
        let more = matches!(self.ground.segments.word(full.tokens.end), WHO | WHOSE);
        full.definite == Definite::New && !known.speaks && known.mentions == 1 && !more
    }

    /// Points for a woman of whom only the noun tells that she is one, and who is not the subject
    /// of a sentence of her own: "the guild had never had a woman at its head. She".
    fn in_passing(&self, recent: &Recent, setting: &Setting) -> i32 {
        let known = self.entity(recent.entity);
        let told = known.gender.or(known.heard()).is_some() && self.is_passer_by(known);
        let opens = || self.opens(&self.ground.cast.phrases[recent.phrase as usize]);
        match recent.inside == setting.inside {
            _ if !told => 0,
            false => points::PASSER_BY,
            true if recent.role == Role::Subject && opens() => 0,
            true => points::MET_IN_PASSING,
        }
    }

    /// "The FBI", "CNN", "the Guardian", "the Orr Valley", "Orr Lines": a name that is no person's.
    fn is_agency(&self, known: &Entity) -> bool {
        let phrase = &self.ground.cast.phrases[known.fullest as usize];
        let letters = || {
            let tokens = self.ground.tokens(&phrase.tokens);
            matches!(tokens, [only] if only.shape == Shape::Upper)
        };
        let firm = || match words_of(&self.ground.cast.words, &known.name) {
            [_, .., last] => {
                let last = last.span().of(self.ground.text);
                let classes = self.ground.lexicon.classes_of(last);
                // "Kelm Talks"
                classes.ends_firm() || classes.has(Class::Occasion) && last.ends_with('s')
            }
            _ => false,
        };
        let the = || phrase.definite == Definite::Known && !known.name.is_empty();
        let here = !self.ground.is_aside(phrase) && (the() || letters());
        known.gender.or(known.heard()).is_none() && (here || firm())
    }

    /// Points of an entity whose gender is unknown, for a pronoun in the singular.
    fn person_points(&self, known: &Entity) -> i32 {
        match known.kind {
            Referent::Person if known.proper => points::PROPER_PERSON,
            Referent::Person if !known.specific || known.is_anybody() => points::ANY_PERSON,
            Referent::Person if self.is_passer_by(known) => points::PASSER_BY,
            Referent::Person => points::PERSON,
            _ if self.ground.is_country(known) => points::COUNTRY,
            _ if known.tells => points::NAME_TELLS,
            _ if known.name.len() > 1 => points::LONG_NAME,
            _ => points::BARE_NAME,
        }
    }

    /// Points for what somebody is in the clause and in the report around the pronoun.
    fn standing(&self, pronoun: &Phrase, recent: &Recent, setting: &Setting) -> i32 {
        let here = Some(recent.entity);
        let mut points = match recent.role {
            Role::Subject => points::SUBJECT,
            Role::Object | Role::Reflexive => points::OBJECT,
            Role::Oblique => points::OBLIQUE,
            Role::Possessor => points::POSSESSOR,
        };
        let earlier = !setting.speaks && recent.start < setting.paragraph;
        let owned = self.is_owned(pronoun, recent);
        let behind = matches!(recent.role, Role::Object | Role::Oblique);
        points += match () {
            () if earlier && self.is_relative(recent) || owned && behind => points::RELATIVE,
            () if owned => points::OWNED,
            () => 0,
        };
        points += match pronoun.role {
            _ if !setting.is_subject(recent.entity) => 0,
            Role::Reflexive => points::SAME_CLAUSE_REFLEXIVE,
            _ => points::SAME_CLAUSE,
        };
        if let Some((by, told)) = setting.asked {
            points += if here == told { points::WAS_ASKED } else { 0 };
            points += if here == by { points::HAS_ASKED } else { 0 };
        }
        if setting.inside.is_some() && recent.inside == setting.inside {
            points += points::SAME_REPORT;
        } else if setting.inside.is_some() && self.is_around(setting.inside, recent.inside) {
            points += points::SAME_REPORT + points::OUT_OF_REPORT;
        } else if setting.questioned && setting.is_told(recent.start) {
            points += points::WAS_ASKED;
        } else if setting.reporter == here {
            points += if pronoun.role == Role::Object { 0 } else { points::REPORTER };
        } else if pronoun.role == Role::Object && setting.is_told(recent.start) {
            points += points::TOLD;
        }
        if self.spoke_last(pronoun, recent.entity, setting) {
            points += points::LAST_SPEAKER;
            let known = self.entity(recent.entity);
            let unknown = known.gender.or(known.heard()).is_none();
            let some = unknown && recent.role == Role::Subject && !known.specific;
            if some && !known.proper && self.course.follows {
                points += points::SOME_SPEAKER;
            }
        }
        points += self.in_passing(recent, setting);
        if !pronoun.plural && self.is_told_of(pronoun, recent, setting) {
            points += points::TOLD_OF;
        }
        if self.has_answered(pronoun, recent, setting) {
            points += points::ANSWERED;
        } else if pronoun.role == Role::Subject && self.is_last_subject(recent, setting) {
            // "Ostrel Hydro was sold. He": a name may be no person's.
            let person = self.entity(recent.entity).kind == Referent::Person;
            let person = person && setting.inside.is_none();
            points += points::LAST_SUBJECT + if person { points::LAST_PERSON } else { 0 };
        }
        points
    }

    /// Whether somebody spoke last, in what nobody says or in what the same one does.
    fn spoke_last(&self, pronoun: &Phrase, entity: EntityIx, setting: &Setting) -> bool {
        match setting.inside {
            None => self.memory.is_last_speaker(entity),
            // Rather whom a pronoun is known to fit.
            Some(_) => {
                let known = self.entity(entity);
                let fits = known.gender.or(known.heard()) == pronoun.gender;
                fits && setting.speaks && self.course.spoke == Some(entity)
            }
        }
    }

    /// Whether the one statement reports the other.
    fn is_around(&self, outer: Option<u32>, inner: Option<u32>) -> bool {
        let around = |at: &u32| self.ground.drafts[*at as usize].inside;
        std::iter::successors(inner, around).any(|at| Some(at) == outer)
    }

    /// In "Had he spoken of the founder? She said": the founder, named once in passing, who says
    /// nothing. But of whom else in "As for the founder, she said", "It was led by the founder.
    /// She"?
    fn is_told_of(&self, pronoun: &Phrase, recent: &Recent, setting: &Setting) -> bool {
        let known = self.entity(recent.entity);
        let phrase = &self.ground.cast.phrases[recent.phrase as usize];
        // "Ann Holm waited. The founder smiled. She": rather Holm.
        let bare = match self.ground.tokens(&phrase.tokens) {
            [the, last] => the.word == THE && last.shape == Shape::Lower,
            _ => false,
        };
        let agrees = |other: &Recent| {
            let gender = self.entity(other.entity).gender;
            other.start >= setting.paragraph && gender.is_some() && gender == pronoun.gender
        };
        let trade = bare && recent.role == Role::Subject && self.memory.recent().any(agrees);
        (recent.role == Role::Oblique || trade)
            && known.mentions == 1
            && !known.speaks
            && (known.name.is_empty() || known.kind == Referent::Name)
            && (recent.line < setting.line || !setting.speaks)
            && self.ground.segments.word_before(phrase.tokens.start) != BY
    }

    /// "her mother"
    fn is_relative(&self, recent: &Recent) -> bool {
        let kin = self.ground.cast.phrases[recent.phrase as usize].is_relative();
        kin && self.owner_within(recent).is_some()
    }

    /// In "Her deputy had written to her. She": rather whose deputy it is, where nothing tells that
    /// the deputy is a woman.
    fn is_owned(&self, pronoun: &Phrase, recent: &Recent) -> bool {
        let owner = self.owner_within(recent);
        let known = self.entity(recent.entity);
        known.gender.is_none()
            && owner.is_some_and(|owner| pronoun.gender.is_some() && owner.gender == pronoun.gender)
    }

    /// In "her deputy", of whom the name is not told: her.
    fn owner_within(&self, recent: &Recent) -> Option<&Phrase> {
        let owner = &self.ground.cast.phrases[self.ground.owner_in(recent.phrase as usize)?];
        let owned = owner.kind == Referent::Pronoun;
        Some(owner).filter(|_| owned && self.entity(recent.entity).name.is_empty())
    }

    /// In "Holm said so. Maas laughed. She": Maas, where she opens the sentence before and has not
    /// spoken yet.
    fn is_last_subject(&self, recent: &Recent, setting: &Setting) -> bool {
        let phrase = &self.ground.cast.phrases[recent.phrase as usize];
        // "Holm said so. ¶ Ada Maas was there. ¶ “I saw it,” she said": who was brought in.
        let new = setting.speaks
            && self.entity(recent.entity).fullest == recent.phrase
            && phrase.name.len() > 1
            && recent.start == self.ground.paragraph_above(setting.paragraph)
            && !self.ground.is_done_to(phrase);
        recent.line + 1 == setting.line
            && (recent.start >= setting.paragraph || new)
            && recent.role == Role::Subject
            && recent.inside == setting.inside
            && phrase.is_named()
            && self.opens(phrase)
    }

    /// Whether no word stands right before the phrase.
    fn opens(&self, phrase: &Phrase) -> bool {
        let before = phrase.tokens.start.checked_sub(1);
        before.is_none_or(|before| !self.ground.segments.tokens[before as usize].shape.is_word())
    }

    /// Whether somebody was last the subject of a clause, in no report, in the same, or in his own:
    /// "The guests said that | they | were tired".
    fn is_subject_here(&self, entity: EntityIx, setting: &Setting) -> bool {
        let mut named = self.memory.recent().filter(|recent| recent.entity == entity);
        named.any(|recent| {
            let own = self.reporter(recent.inside) == Some(entity);
            let here = own || recent.inside.is_none() || recent.inside == setting.inside;
            recent.role == Role::Subject && here
        })
    }

    /// "The hon. Lady", "my right hon. Friend": who spoke last before the one who speaks now.
    fn member(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[at as usize];
        // "Several hon. Members rose"
        if phrase.plural {
            return None;
        }
        // "the right hon. Member for Stanner"
        if let [.., seat] = words_of(&self.ground.cast.words, &phrase.modifiers) {
            let sits = |entity: &Entity| {
                let mut seats =
                    entity.offices.iter().flat_map(|(_, of)| words_of(&self.ground.cast.words, of));
                seats.any(|word| word.key == seat.key) && !entity.name.is_empty()
            };
            return self.found.entities.iter().position(sits).map(EntityIx::new);
        }
        // "My right hon. Friend | the Secretary of State"
        let next = self.ground.cast.phrases.get(at as usize + 1);
        let titled = |next: &Phrase| next.office.is_some() && next.definite == Definite::Known;
        let beside = |next: &Phrase| next.tokens.start == phrase.tokens.end && titled(next);
        if next.is_some_and(beside) && self.ground.segments.word(phrase.tokens.end) == THE {
            return self.found.entity_of[at as usize + 1];
        }
        let quoter = self.quoter(self.ground.within[at as usize].inside());
        self.course.turns.iter().rev().copied().find(|e| {
            let entity = self.entity(*e);
            let chair = entity.offices.iter().any(|(o, _)| Some(o.key) == self.ground.cast.chair);
            !chair
                && !entity.plural
                && Some(*e) != quoter
                && !disagree(entity.gender, phrase.gender)
        })
    }
}

/// Points for "they"; none for who is one.
fn plural_agreement(known: &Entity) -> Option<i32> {
    match known.kind {
        Referent::Together => Some(points::THEY_TOGETHER),
        Referent::Person if !known.plural => None,
        Referent::Person if known.proper || known.specific => Some(points::THEY_PEOPLE),
        Referent::Person => Some(points::THEY_SOME_PEOPLE),
        Referent::Side => Some(points::THEY_SIDE),
        Referent::Body if known.plural => Some(points::THEY_SIDE),
        Referent::Body => Some(points::THEY_BODY),
        Referent::Paper | Referent::Name | Referent::Pronoun => None,
    }
}

/// Points for how far back somebody was named; `since` is how many others were.
fn nearness(recent: &Recent, since: usize, setting: &Setting) -> i32 {
    let distance = match setting.line.saturating_sub(recent.line) {
        0 => 0,
        1 => points::ONE_BACK,
        lines => points::FAR_BACK + points::EACH_BACK * lines as i32,
    };
    let others = points::EACH_SINCE * since.min(points::MOST_SINCE) as i32;
    let paragraph = if recent.start >= setting.paragraph { points::SAME_PARAGRAPH } else { 0 };
    points::SAME_SENTENCE + distance + others + paragraph
}

/// Points for beside whom and in whose words somebody was named.
fn mentioned(recent: &Recent, setting: &Setting) -> i32 {
    let here = Some(recent.entity);
    let signs = [
        (setting.inside.is_none() && recent.inside.is_some(), points::OUT_OF_REPORT),
        (recent.quoted && !setting.quoted, points::OUT_OF_QUOTATION),
        (setting.spoken_of.contains(&here), points::SPOKEN_OF),
        (setting.adjoined == here, points::ADJOINED),
        (setting.approached == here, points::APPROACHED),
        (recent.listed, points::LISTED),
    ];
    sum(&signs)
}
