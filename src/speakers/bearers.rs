//! Who bears a name.

use super::build::office_of;
use super::clusters::Clusters;
use super::descriptions::AGED;
use super::entity::{Entity, EntityIx};
use super::holders::is_head;
use super::phrase::{Definite, Gender, Office, Phrase, Referent, Role, disagree};
use super::places::same_word;
use super::points::{sum, surname as points};
use super::ranks::synonymous;
use super::words::{Key, NameWord, compatible};
use crate::lexicon::fixed::{BIN, ELDER, FATHER, MOTHER, YOUNGER};
use crate::lexicon::{Class, Classes};
use crate::model::{MentionForm, Shape, Token, WordId};

/// Headline, byline and first paragraph are the first lines.
const LEAD_LINES: u32 = 3;
/// What takes somebody up is among so many phrases behind the name.
const TAKEN_UP_PHRASES: usize = 4;

/// A name, and what stands beside it that tells its bearer from others.
struct Called<'a, 'p> {
    phrase: &'p Phrase,
    /// "Fallon said of | her | life": what the sentence tells of the bearer's gender.
    heard: Option<Gender>,
    name: &'a [NameWord],
    first: &'a NameWord,
    last: &'a NameWord,
    /// In "Hasanaj's own husband, Agron Hasanaj": the fullest phrase of the husband's, who is
    /// another one.
    owned: Option<u32>,
    /// "IV" in "Mesrop IV"
    reign: Option<&'a str>,
    /// "Dr " in "Dr Kettunen"
    title: Option<&'a str>,
    /// The elder or the younger of two.
    generation: Option<WordId>,
    /// "The 58-year-old Okonjo"
    aged: bool,
}

impl<'a> Clusters<'a> {
    /// "the late Prime Minister": of an office that somebody else may hold now. But who is
    /// introduced as "a former aide" is "the aide".
    pub(super) fn is_past(&self, phrase: &Phrase) -> bool {
        let past = |token: &Token| self.lexicon.has(token.word, Class::Gone);
        phrase.office.is_some()
            && phrase.definite != Definite::New
            && self.tokens(phrase).iter().any(past)
    }

    /// "accused the mayor", then "Mayor Rosa Delgado": who was met by the title alone.
    pub(super) fn nameless_holder(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        const SEVERAL: Classes = Classes::of(&[Class::Person, Class::Work]);
        let office = phrase.office.filter(|o| o.classes.has(Class::Office) && !phrase.plural)?;
        let alike = |full: &Phrase| {
            let [known, here] = [full, phrase].map(|title| self.words_of(&title.modifiers));
            let same = |(a, b)| same_word(self.lexicon, self.text, a, b);
            known.len() == here.len() && known.iter().zip(here).all(same)
        };
        let past = self.is_past(phrase);
        self.holder(at).filter(|e| {
            let entity = &self.entities[e.ix()];
            // "a cabinet minister" is not yet "Interior Minister Rasoanaivo"; but in a lead "a
            // judge ruled".
            let full = &self.phrases[entity.fullest as usize];
            let lead = full.line <= LEAD_LINES && !self.is_told_of(full);
            // "the Ramogi East MP" is not yet "MP Suleiman Bakari"; but the "UN envoy" of the
            // headline is "UN envoy Ana Orr".
            let same = lead
                && full.definite == Definite::Bare
                && !full.modifiers.is_empty()
                && alike(full);
            let several = office.classes.has_any(SEVERAL) && !same;
            let some = full.definite == Definite::New && !lead;
            // "The President is clear. He has spoken with President Xi", "PRESIDENT: ... What will
            // you tell President Xi?", "thanked His Majesty the King ... King Olav": home's, who
            // has no need of a name.
            let met = matches!(phrase.role, Role::Object | Role::Oblique);
            let unlike = entity.style != WordId::UNKNOWN && phrase.style == WordId::UNKNOWN;
            let abroad =
                met && is_head(office.classes) && (unlike || entity.turns || entity.mentions > 1);
            // "A former mayor said so. Mayor Ana Orr"
            let of_old = full.definite == Definite::New && self.has_word(full, Class::Gone);
            (if past { entity.past } else { !of_old })
                && !some
                && !several
                && !abroad
                && entity.name.is_empty()
                && entity.kind == Referent::Person
                && entity.specific
        })
    }

    /// The entity that bears the phrase's name.
    pub(super) fn bearer(&self, at: usize) -> Option<EntityIx> {
        let called = self.called(at)?;
        if called.name.len() > 1 { self.full_bearer(&called) } else { self.single_bearer(&called) }
    }

    /// The name of a phrase, if it has one.
    fn called(&self, at: usize) -> Option<Called<'a, '_>> {
        let phrase = &self.phrases[at];
        let name = self.words_of(&phrase.name);
        // But "Chief of Staff (COS) Agron Hasanaj"
        let own = |o: &usize| {
            !self.text[..phrase.span.start as usize].ends_with('(')
                && self.phrases[*o].span.contains(phrase.span)
        };
        let outer = at.checked_sub(1).filter(own);
        let owned = outer.and_then(|outer| self.of_phrase[outer]);
        let second = self.tokens(phrase).get(1);
        let years = |token: &Token| token.span().of(self.text).ends_with(AGED);
        Some(Called {
            phrase,
            heard: self.taken_up(at),
            name,
            first: name.first()?,
            last: name.last()?,
            owned: owned.map(|owned| self.entities[owned.ix()].fullest),
            reign: self.reign(phrase),
            title: self.title(phrase).filter(|title| !title.is_empty()),
            generation: second.map(|t| t.word).filter(|word| matches!(*word, ELDER | YOUNGER)),
            aged: second.is_some_and(years),
        })
    }

    /// Whether nothing speaks against somebody bearing the name.
    fn may_bear(&self, called: &Called, entity: &Entity) -> bool {
        let full = &self.phrases[entity.fullest as usize];
        // "Mesrop III" is not "Mesrop IV".
        let another =
            called.reign.is_some() && self.reign(full).is_some_and(|of| called.reign != Some(of));
        !another
            && called.owned != Some(entity.fullest)
            && self.agrees(called, entity)
            && !(entity.kind == Referent::Person && self.is_thing(called, entity))
            && entity.plural == called.phrase.plural
    }

    /// Whether a man's name can be a woman's: as a surname, and where more than one word of it is
    /// the same. "Mrs Pugh" is not "Darren Pugh", who said that he was tired.
    fn agrees(&self, called: &Called, entity: &Entity) -> bool {
        let Called { phrase, name, .. } = called;
        // "Dame Rosamund Kyle", then "Kyle": a surname, though men are called so.
        let surname = name.len() == 1
            && !phrase.honorific
            && phrase.office.is_none()
            && entity.name.len() > 1
            && called.is_last(self.words_of(&entity.name));
        let gender = || {
            let known = entity.gender.or(self.taken_up(entity.fullest as usize));
            if phrase.honorific { known } else { entity.gender }
        };
        let surname = surname || entity.is_called(phrase.office);
        !disagree(phrase.gender, gender()) || surname || name.len() > 1 && entity.name.len() > 1
    }

    /// "Darren Pugh told the jury that | he", "Pugh said of | his | wife": the gender of somebody,
    /// by the next pronoun, where nobody else stands before it.
    pub(super) fn taken_up(&self, name: usize) -> Option<Gender> {
        let Phrase { line, ref tokens, .. } = self.phrases[name];
        let he = |next: &&Phrase| next.form == MentionForm::Pronoun;
        let one = |next: &&Phrase| {
            let thing = next.plural || matches!(next.kind, Referent::Body | Referent::Paper);
            !next.plural && he(next) || !thing && self.owner_in(next).is_none()
        };
        let near = self.phrases[name + 1..].iter().take(TAKEN_UP_PHRASES);
        let mut here = near.filter(|next| next.line == line && next.tokens.start >= tokens.end);
        let next = here.find(one).filter(he)?;
        let between = tokens.end as usize..next.tokens.start as usize;
        let mut between = (self.tokens_of)(line).tokens[between].iter().map(|token| token.shape);
        // “He was late,” Pugh said, “but she”: who else is spoken of.
        let apart = match next.role {
            Role::Subject => between.any(|mark| mark == Shape::Quote),
            Role::Possessor => between.any(|mark| !mark.is_word()),
            _ => true,
        };
        next.gender.filter(|_| !apart)
    }

    /// "the Times" is no person, the younger Garvey is one.
    fn is_thing(&self, called: &Called, entity: &Entity) -> bool {
        let Called { phrase, name, .. } = called;
        let thing = phrase.kind == Referent::Body
            || phrase.definite == Definite::Known
                && phrase.kind == Referent::Name
                && called.generation.is_none()
                && name.len() == 1
                && !called.aged
                && self.acronyms.get(called.last.key) == 0;
        // "Malika Golrokh Banu ... the Malika" is one.
        let titled = entity.name.len() > 1
            && entity.style != WordId::UNKNOWN
            && called.is_first(self.words_of(&entity.name));
        thing && !titled
    }

    /// Who bears a name of several words.
    fn full_bearer(&self, called: &Called) -> Option<EntityIx> {
        let pick = |key: Key, fits: &dyn Fn(&Entity) -> bool| {
            self.by_name.under(key).iter().rev().copied().find(|e| {
                let entity = &self.entities[e.ix()];
                self.may_bear(called, entity) && fits(entity)
            })
        };
        // "Crown Prince Hasan bin Talib" is not King Talib.
        let son = self.tokens(called.phrase).iter().any(|token| token.word == BIN);
        let same = |entity: &Entity| {
            let name = self.words_of(&entity.name);
            let father = son && name.len() == 1 && called.is_last(name);
            compatible(self.text, called.name, name) && !father
        };
        // "President Asare-Twum" is rather President Kwabena Asare-Twum than his wife.
        let holder =
            |entity: &Entity| called.phrase.office.is_some_and(holds(entity)) && same(entity);
        let given = |entity: &Entity| self.is_by_given_name(called.phrase, entity);
        pick(called.last.key, &holder)
            .or_else(|| pick(called.last.key, &same))
            .or_else(|| pick(called.first.key, &same))
            .or_else(|| pick(called.first.key, &given))
    }

    /// "his grandmother, Bernadette", then "Bernadette Tranter": whether somebody is known by the
    /// given name alone.
    fn is_by_given_name(&self, phrase: &Phrase, entity: &Entity) -> bool {
        let known = &self.phrases[entity.fullest as usize];
        // "The Malika", then "Malika Golrokh Banu"
        let title = known.kind == Referent::Name && known.definite == Definite::Known;
        // "her son Levan", then "Levan Burduli"
        let kin = |office: Office| office.classes.has(Class::Kin);
        // "Hazwan quits", then "Deputy Minister Datuk Hazwan Idris"
        let styled = phrase.honorific || phrase.office.is_some();
        // "President Chen meets", then "President Chen Guoliang"
        let ranks = |office: Office| {
            let mut held = entity.offices.iter();
            held.any(|(held, _)| held.key == office.key || synonymous(held.classes, office.classes))
        };
        let holds = phrase.office.is_some_and(ranks);
        // "Delcor's profit falls", then "Delcor Corp."
        let firm = match self.words_of(&phrase.name) {
            [_, last] => self.lexicon.has(self.id(last), Class::Abbreviation),
            _ => false,
        };
        entity.name.len() == 1
            && (firm || entity.gender.is_some() || title || styled)
            && (firm || holds || !known.honorific && known.office.is_none_or(kin))
    }

    /// Who bears a single word as a surname, a given name ("King Faris"), a name in the middle: by
    /// points, and of equals who was met last.
    fn single_bearer(&self, called: &Called) -> Option<EntityIx> {
        // "Iramea" is who was called so before, rather than her sister Mele Iramea.
        let bare = called.title.is_none() && called.phrase.office.is_none();
        let so_called = self.by_surname.last(called.last.key).filter(|_| bare);
        // "Elsie Mott ... Mrs Mott ... Kelly Mott ... Mrs Mott": Elsie.
        let styled = || self.by_text.last(self.bare_text_key(called.phrase));
        let so_called = so_called.or_else(|| styled().filter(|_| called.phrase.honorific));
        let mut best = None;
        for (recency, e) in self.by_name.under(called.last.key).iter().enumerate() {
            let entity = &self.entities[e.ix()];
            if !self.may_bear(called, entity) {
                continue;
            }
            let Some(fit) = self.fit_of_word(called, entity) else { continue };
            let so_called = so_called == Some(*e);
            let fit = fit + if so_called { points::CALLED_SO } else { 0 };
            best = best.max(Some((fit, so_called, recency, *e)));
        }
        best.map(|(_, _, _, entity)| entity)
    }

    /// Points for how well somebody fits a name of one word; none if it cannot be.
    fn fit_of_word(&self, called: &Called, entity: &Entity) -> Option<i32> {
        let Called { phrase, .. } = called;
        let other = self.words_of(&entity.name);
        let place = match () {
            () if called.is_last(other) => points::LAST_WORD,
            () if called.is_first(other) => points::FIRST_WORD,
            // "the late King Talal" is not Faris bin Talal.
            () if phrase.office.is_some() && phrase.definite == Definite::Known => return None,
            () => points::MIDDLE_WORD,
        };
        // "H.E. Dr Ilmari Kettunen" is "Dr Kettunen".
        let full = self.title(&self.phrases[entity.fullest as usize]);
        let alike =
            called.title.is_some_and(|title| full.is_some_and(|full| full.ends_with(title)));
        let generation = called.generation.map_or(0, |aged| {
            let years = self.generation(entity);
            points::SAME_GENERATION * if aged == ELDER { years } else { -years }
        });
        let signs = [
            (phrase.office.is_some_and(holds(entity)), points::SAME_OFFICE),
            (alike, points::SAME_TITLE),
            (phrase.gender.is_some() && phrase.gender == entity.gender, points::SAME_GENDER),
            (disagree(called.heard, entity.gender), points::OTHER_GENDER),
            (phrase.office.is_some() && entity.past && !self.is_past(phrase), points::GONE),
        ];
        Some(place + generation + sum(&signs))
    }

    /// How much older somebody is than the relative by whom the text brings him in: a parent by
    /// one generation, any other is thought of as a child.
    pub(super) fn generation(&self, entity: &Entity) -> i32 {
        let parents = [FATHER, MOTHER].map(|parent| office_of(&[parent], self.lexicon));
        let mut kin = entity.offices.iter().filter(|(held, _)| held.classes.has(Class::Kin));
        kin.next().map_or(0, |(held, _)| if parents.contains(&held.key) { 1 } else { -1 })
    }

    /// "Dr" in "Dr Kettunen", "H.E. Dr " in "H.E. Dr Ilmari Kettunen".
    fn title(&self, phrase: &Phrase) -> Option<&'a str> {
        let name = self.words_of(&phrase.name).first()?;
        self.text.get(phrase.span.start as usize..name.span().start as usize)
    }

    /// "IV" in "His Holiness Mesrop IV"
    fn reign(&self, phrase: &Phrase) -> Option<&'a str> {
        let number = self.tokens(phrase).last().filter(|_| phrase.is_named())?;
        let number = number.span().of(self.text);
        number.bytes().all(|digit| matches!(digit, b'I' | b'V' | b'X')).then_some(number)
    }
}

impl Called<'_, '_> {
    /// Whether it ends in the last word of the name.
    fn is_last(&self, name: &[NameWord]) -> bool {
        name.last().is_some_and(|word| word.key == self.last.key)
    }

    fn is_first(&self, name: &[NameWord]) -> bool {
        name.first().is_some_and(|word| word.key == self.last.key)
    }
}

/// Whether somebody is called by an office.
pub fn holds(entity: &Entity) -> impl Fn(Office) -> bool {
    |office| entity.offices.iter().any(|(held, _)| held.key == office.key)
}
