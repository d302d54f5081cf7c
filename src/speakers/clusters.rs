//! Gathers the phrases that speak of one person, office or group.
//!
//! In text order, each phrase joins an entity that the text has had before, or founds one:
//!
//! 1. two forms side by side are one: "his deputy, Tomas Reuss" (apposition);
//! 2. a name joins the entity whose name has the same last word and no other given name, a single
//!    word also one that has it anywhere ("Mr. Shen" for Shen Wulan);
//! 3. a title joins the entity that holds the office, where country and portfolio do not contradict:
//!    "the Veyran minister" for "Foreign Minister of Veyra Aurel Brancu"; of several, the one whose
//!    office the text gives without a country, then the last one named;
//! 4. "the two leaders", "both sides", "the Prime Ministers" are one collective for the whole text;
//! 5. people without a name ("a spokesman") are somebody new each time, unless definite.
//!
//! Limits: of two people with one name the text must tell the given names apart; a title that
//! passes from one person to another within a text stays with the last who was given it by name.

use super::apposition::{ends_at_mark, side_by_side};
use super::bodies::state_name;
use super::descriptions::AGED;
use super::entity::{Entity, EntityIx};
use super::holders::{is_counterpart, is_head};
use super::initials::acronym;
use super::phrase::{Definite, Gender, Kind, Office, Phrase, PhraseIx, disagree};
use super::recall::{RECENT, Recall, remember};
use super::words::{Key, KeyMap, NameWord, compatible};
use crate::lexicon::fixed::{AS, ELDER, IDENTIFIED, KNOWN, NAME, NAMED, WHO, WHOSE, YOUNGER};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Link, MentionForm, Segments, Shape, Token, WordId};
use std::ops::Range;

/// Words of a name; more are a headline in capitals.
const LONGEST_NAME: usize = 6;
/// No child is called Mr.
const GROWN: u8 = 16;

pub struct Clusters<'a> {
    pub(super) text: &'a str,
    pub(super) lexicon: &'a Lexicon,
    /// The tokens that the phrases of a line are made of.
    pub(super) tokens_of: &'a dyn Fn(u32) -> &'a Segments,
    /// Where turns begin.
    pub(super) openings: &'a [u32],
    pub(super) words: &'a [NameWord],
    pub(super) phrases: &'a mut [Phrase],
    pub entities: Vec<Entity>,
    /// Entity and link of each phrase.
    pub of_phrase: Vec<Option<EntityIx>>,
    pub links: Vec<Link>,
    pub(super) by_name: Recall,
    /// By a name of one word, as it stood there.
    by_surname: Recall,
    pub(super) by_office: Recall,
    pub(super) by_text: Recall,
    /// Words in capitals that may be initials: "PS", "NFU".
    pub(super) acronyms: KeyMap,
    /// The last entities that may be called head of state or of government, or His Eminence.
    pub(super) heads: Vec<EntityIx>,
    pub together: Option<EntityIx>,
    /// Who is received in the text, if anybody.
    received: Option<PhraseIx>,
}

impl<'a> Clusters<'a> {
    pub fn new(
        text: &'a str,
        lexicon: &'a Lexicon,
        tokens_of: &'a dyn Fn(u32) -> &'a Segments,
        openings: &'a [u32],
        words: &'a [NameWord],
        phrases: &'a mut [Phrase],
        received: Option<PhraseIx>,
    ) -> Self {
        let mut acronyms = KeyMap::default();
        for key in phrases.iter().filter_map(|phrase| acronym(text, words, phrase)) {
            acronyms.set(key, 1);
        }
        Clusters {
            text,
            lexicon,
            tokens_of,
            openings,
            words,
            of_phrase: vec![None; phrases.len()],
            links: vec![Link::Name; phrases.len()],
            phrases,
            entities: Vec::new(),
            by_name: Recall::default(),
            by_surname: Recall::default(),
            by_office: Recall::default(),
            by_text: Recall::default(),
            acronyms,
            heads: Vec::new(),
            together: None,
            received,
        }
    }

    /// Joins every phrase but pronouns to an entity.
    pub fn gather(&mut self) {
        self.adopt_epithets();
        for at in 0..self.phrases.len() {
            if self.of_phrase[at].is_some() || self.phrases[at].kind == Kind::Pronoun {
                continue;
            }
            if let Some(body) = self.body_before(at) {
                self.join(at, Some(body), Link::Apposition);
                continue;
            }
            if let Some(signer) = self.signed(at) {
                self.join(at, Some(signer), Link::Apposition);
                continue;
            }
            if self.phrases[at].is_named()
                && self.gives_name(&self.phrases[at])
                && let Some(bearer) = self.described_before(at)
            {
                self.join(at, Some(bearer), Link::Apposition);
                continue;
            }
            let partner = self.apposition(at);
            let Some(partner) = partner else {
                let (entity, link) = self.entity_for(at);
                let titled = entity.and_then(|bearer| self.titled_alone(at, bearer));
                let bearer = self.join(at, entity, link);
                if let Some(titled) = titled {
                    self.absorb(titled, bearer);
                }
                continue;
            };
            self.join_apposed(at, partner);
            if let Some(third) = self.second_title(partner).or_else(|| self.trade(partner)) {
                self.join(third, self.of_phrase[at], Link::Apposition);
            }
        }
    }

    /// In "One of them, who gave his name as Pavel": one of them.
    fn described_before(&self, at: usize) -> Option<EntityIx> {
        let line = self.phrases[at].line;
        let before = (0..at).rev().take(4).take_while(|b| self.phrases[*b].line == line);
        before
            .filter(|b| {
                let phrase = &self.phrases[*b];
                phrase.kind == Kind::Person && !phrase.is_named() && !phrase.plural
            })
            .find_map(|b| self.of_phrase[b])
    }

    pub(super) fn side_by_side(&self, first: &Phrase, second: &Phrase) -> bool {
        side_by_side((self.tokens_of)(first.line), self.lexicon, first, second)
    }

    pub(super) fn ends_at_mark(&self, phrase: &Phrase) -> bool {
        ends_at_mark((self.tokens_of)(phrase.line), self.lexicon, phrase)
    }

    pub(super) fn tokens(&self, phrase: &Phrase) -> &[Token] {
        let tokens = phrase.tokens.start as usize..phrase.tokens.end as usize;
        (self.tokens_of)(phrase.line).tokens.get(tokens).unwrap_or_default()
    }

    pub(super) fn has_word(&self, phrase: &Phrase, class: Class) -> bool {
        self.tokens(phrase).iter().any(|token| self.lexicon.has(token.word, class))
    }

    /// Who is received in the text, if that one was met by now.
    pub(super) fn guest(&self) -> Option<EntityIx> {
        self.of_phrase[self.received? as usize]
    }

    /// "the late Prime Minister": of an office that somebody else may hold now. But who is introduced as "a
    /// former aide" is "the aide".
    pub(super) fn is_past(&self, phrase: &Phrase) -> bool {
        let past = |token: &Token| self.lexicon.has(token.word, Class::Gone);
        phrase.office.is_some()
            && phrase.definite != Definite::New
            && self.tokens(phrase).iter().any(past)
    }

    /// "gave his name only as Pavel", "identified as Pavel"
    fn gives_name(&self, phrase: &Phrase) -> bool {
        let end = phrase.tokens.start as usize;
        let before = &(self.tokens_of)(phrase.line).tokens[end.saturating_sub(5)..end];
        let tells = |token: &Token| matches!(token.word, NAME | NAMED | IDENTIFIED | KNOWN);
        before.last().is_some_and(|last| last.word == AS) && before.iter().any(tells)
    }

    /// The entity that the phrase belongs to, and why; none if it is somebody new.
    pub(super) fn entity_for(&self, at: usize) -> (Option<EntityIx>, Link) {
        let phrase = &self.phrases[at];
        // "The other Ministers" are not the Ministers.
        let second = self.tokens(phrase).get(1).map(|token| token.span().of(self.text));
        if phrase.plural && second == Some("other") {
            return (self.by_text.last(self.bare_text_key(phrase)), Link::Description);
        }
        if phrase.kind == Kind::Together {
            return (self.those(at), Link::Together);
        }
        if let Some(country) = self.country(phrase) {
            return (Some(country), Link::Name);
        }
        if let Some(those) = self.assembly(phrase) {
            return (Some(those), Link::Together);
        }
        if phrase.initials
            && let Some(initialled) = self.initialled(phrase)
        {
            return (Some(initialled), Link::Name);
        }
        if phrase.is_named() {
            let holder = self.bearer(at).or_else(|| self.nameless_holder(at));
            let short = || self.shortened(at).or_else(|| self.familiar(at));
            return (holder.or_else(short).or_else(|| self.relative(at)), Link::Name);
        }
        // "a minister", "some Member States"
        if phrase.definite == Definite::New && (phrase.plural || phrase.form != MentionForm::Name) {
            return (None, Link::Description);
        }
        let link = if phrase.form == MentionForm::Title { Link::Title } else { Link::Description };
        if phrase.office.is_some() {
            let known = self.by_text.last(self.bare_text_key(phrase));
            let holder = match (phrase.kind, phrase.plural) {
                // "Both presidents", then "the presidents of Marn and Ostia"
                (Kind::Person, true) => known.or(self.together.filter(|those| {
                    let those = &self.entities[those.ix()];
                    phrase.definite == Definite::Known && phrase.office.is_some_and(holds(those))
                })),
                (Kind::Person, false) => self.holder(at),
                _ => known.or_else(|| self.body(at)).or_else(|| self.thing_before(at)),
            };
            return (holder, link);
        }
        (self.by_text.last(self.bare_text_key(phrase)), link)
    }

    /// The entity that bears the phrase's name.
    pub(super) fn bearer(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let name = self.words_of(&phrase.name);
        let last = name.last()?;
        let first = &name[0];
        // "Hasanaj's own husband, Agron Hasanaj": another one.
        let outer = at.checked_sub(1).filter(|o| self.phrases[*o].span.contains(phrase.span));
        let owned = outer.and_then(|outer| self.of_phrase[outer]);
        let owned = owned.map(|owned| self.entities[owned.ix()].fullest);
        let reign = self.reign(phrase);
        let second = self.tokens(phrase).get(1);
        let aged = second.map(|token| token.word).filter(|word| matches!(*word, ELDER | YOUNGER));
        // "The 58-year-old Okonjo"
        let years = || second.is_some_and(|token| token.span().of(self.text).ends_with(AGED));
        let agrees = |entity: &Entity| {
            // "Mesrop III" is not "Mesrop IV".
            let full = &self.phrases[entity.fullest as usize];
            let another = reign.is_some() && self.reign(full).is_some_and(|of| reign != Some(of));
            if another || owned == Some(entity.fullest) {
                return false;
            }
            // "Jaydon Pickering, nine, ... Mr Pickering"
            if phrase.honorific && name.len() == 1 && self.is_child(full) {
                return false;
            }
            // "Dame Rosamund Kyle", then "Kyle": a surname, though men are called so.
            let surname = name.len() == 1
                && !phrase.honorific
                && phrase.office.is_none()
                && entity.name.len() > 1
                && self.words_of(&entity.name).last().is_some_and(|word| word.key == last.key);
            let agree = !disagree(phrase.gender, entity.gender)
                || surname
                || name.len() > 1 && entity.name.len() > 1;
            // "the Times" is no person, the younger Garvey is one.
            let thing = phrase.kind == Kind::Body
                || phrase.definite == Definite::Known
                    && phrase.kind == Kind::Name
                    && aged.is_none()
                    && name.len() == 1
                    && !years()
                    && self.acronyms.get(last.key) == 0;
            // "Malika Golrokh Banu ... the Malika" is one.
            let titled = entity.name.len() > 1
                && entity.style != WordId::UNKNOWN
                && self.words_of(&entity.name)[0].key == last.key;
            agree
                && !(thing && entity.kind == Kind::Person && !titled)
                && entity.plural == phrase.plural
        };
        if name.len() > 1 {
            let pick = |key: Key, fits: &dyn Fn(&Entity) -> bool| {
                self.by_name.under(key).iter().rev().copied().find(|e| {
                    let entity = &self.entities[e.ix()];
                    agrees(entity) && fits(entity)
                })
            };
            let same = |entity: &Entity| compatible(self.text, name, self.words_of(&entity.name));
            // "President Asare-Twum" is rather President Kwabena Asare-Twum than his wife.
            let holder = |entity: &Entity| phrase.office.is_some_and(holds(entity)) && same(entity);
            // "his grandmother, Bernadette", then "Bernadette Tranter"
            let given = |entity: &Entity| {
                let known = &self.phrases[entity.fullest as usize];
                // "The Malika", then "Malika Golrokh Banu"
                let title = known.kind == Kind::Name && known.definite == Definite::Known;
                // "her son Levan", then "Levan Burduli"
                let kin = |office: Office| office.classes.has(Class::Kin);
                // "Hazwan quits", then "Deputy Minister Datuk Hazwan Idris"
                let styled = phrase.honorific || phrase.office.is_some();
                // "President Chen meets", then "President Chen Guoliang"
                let holds = phrase.office.is_some_and(holds(entity));
                entity.name.len() == 1
                    && (entity.gender.is_some() || title || styled)
                    && (holds || !known.honorific && known.office.is_none_or(kin))
            };
            return pick(last.key, &holder)
                .or_else(|| pick(last.key, &same))
                .or_else(|| pick(first.key, &same))
                .or_else(|| pick(first.key, &given));
        }
        // A single word: a surname, a given name ("King Faris"), a name in the middle.
        // "Mr Tulloch" is Mr Magnus rather than Captain Ewan Tulloch.
        let title = |phrase: &Phrase| {
            let name = self.words_of(&phrase.name).first()?;
            self.text.get(phrase.span.start as usize..name.span().start as usize)
        };
        let called = title(phrase).filter(|title| !title.is_empty());
        // "Iramea" is who was called so before, rather than her sister Mele Iramea.
        let bare = called.is_none() && phrase.office.is_none();
        let so_called = self.by_surname.last(last.key).filter(|_| bare);
        let mut best = None;
        for (recency, e) in self.by_name.under(last.key).iter().enumerate() {
            let entity = &self.entities[e.ix()];
            if !agrees(entity) {
                continue;
            }
            let other = self.words_of(&entity.name);
            let same = |word: Option<&NameWord>| word.is_some_and(|word| word.key == last.key);
            let fit = match () {
                () if same(other.last()) => 3,
                () if same(other.first()) => 2,
                // "the late King Talal" is not Faris bin Talal.
                () if phrase.office.is_some() && phrase.definite == Definite::Known => continue,
                () => 1,
            };
            let fit = fit + if phrase.office.is_some_and(holds(entity)) { 2 } else { 0 };
            // "H.E. Dr Ilmari Kettunen" is "Dr Kettunen".
            let full = title(&self.phrases[entity.fullest as usize]);
            let alike =
                called.is_some_and(|called| full.is_some_and(|full| full.ends_with(called)));
            // "her late father, President Ezekiel Ruoth"
            let gone = entity.past && !self.is_past(phrase);
            // "Her daughter, Joy Achterberg, ... the younger Achterberg"
            let kin = |(office, _): &(Office, _)| office.classes.has(Class::Kin);
            let generation =
                aged.is_some_and(|aged| (aged == YOUNGER) == entity.offices.iter().any(kin));
            // "Mrs Ouhaddou" is rather his wife Malika than the general.
            let sure = phrase.gender.is_some() && phrase.gender == entity.gender;
            let fit = fit + i32::from(alike) + i32::from(sure) + 3 * i32::from(generation)
                - 2 * i32::from(gone);
            let so_called = so_called == Some(*e);
            best = best.max(Some((fit + i32::from(so_called), so_called, recency, *e)));
        }
        best.map(|(_, _, _, entity)| entity)
    }

    /// "Jaydon Pickering, nine,", "Asha Patel, 12,"
    fn is_child(&self, phrase: &Phrase) -> bool {
        let tokens = &(self.tokens_of)(phrase.line).tokens;
        let Some([comma, age]) =
            tokens.get(phrase.tokens.end as usize..phrase.tokens.end as usize + 2)
        else {
            return false;
        };
        let years = age.span().of(self.text);
        let young = years.parse().is_ok_and(|years: u8| years < GROWN)
            || self.lexicon.has(age.word, Class::Numeral);
        comma.shape == Shape::Comma && young
    }

    /// "Kofi Haddad, whose sister was on board"
    fn who_follows(&self, phrase: &Phrase) -> bool {
        let tokens = (self.tokens_of)(phrase.line);
        let end = phrase.tokens.end as usize;
        let comma = tokens.tokens.get(end).is_some_and(|token| token.shape == Shape::Comma);
        comma && matches!(tokens.word(phrase.tokens.end + 1), WHO | WHOSE)
    }

    /// "IV" in "His Holiness Mesrop IV"
    fn reign(&self, phrase: &Phrase) -> Option<&'a str> {
        let number = self.tokens(phrase).last().filter(|_| phrase.is_named())?;
        let number = number.span().of(self.text);
        number.bytes().all(|digit| matches!(digit, b'I' | b'V' | b'X')).then_some(number)
    }

    /// Adds the phrase to its entity, or founds one for it.
    pub(super) fn join(&mut self, at: usize, entity: Option<EntityIx>, link: Link) -> EntityIx {
        let phrase = &self.phrases[at];
        let index = entity.unwrap_or_else(|| {
            self.entities.push(Entity {
                kind: phrase.kind,
                plural: phrase.plural || phrase.kind == Kind::Together,
                label: phrase.label,
                ..Entity::new(at as PhraseIx)
            });
            EntityIx::new(self.entities.len() - 1)
        });
        self.of_phrase[at] = Some(index);
        self.links[at] = link;
        // "The Summit" does not name those who met.
        let named = if link == Link::Together { 0..0 } else { phrase.name.clone() };
        let name = words_of(self.words, &named);
        let counted = self.is_counted(phrase);
        let number = self.number(phrase);
        let past = self.is_past(phrase);
        let owned = phrase.office.is_some() && self.owner_in(phrase).is_some();
        let who = self.who_follows(phrase);
        let entity = &mut self.entities[index.ix()];
        let known = words_of(self.words, &entity.name);
        let surname = |short: &[NameWord], long: &[NameWord]| matches!((short, long), ([short], [_, .., last]) if short.key == last.key);
        entity.human |= who || surname(name, known) || surname(known, name);
        entity.owned |= owned;
        entity.past |= past;
        entity.mentions += 1;
        if entity.number == WordId::UNKNOWN {
            entity.number = number;
        }
        entity.last = at as PhraseIx;
        entity.gender = entity.gender.or(phrase.gender);
        if entity.style == WordId::UNKNOWN {
            entity.style = phrase.style;
        }
        entity.titled |=
            phrase.is_named() && phrase.office.is_some() && phrase.definite == Definite::Bare;
        entity.proper |= counted
            || phrase.is_named()
            || phrase.form == MentionForm::Name
            || words_of(self.words, &phrase.modifiers).iter().any(|word| word.capital);
        // "a spokesman" is somebody, "a source" may be anybody.
        let held = phrase.kind == Kind::Person
            && phrase.office.is_some_and(|office| !office.classes.has(Class::Person));
        let old = entity.mentions > 1 || phrase.definite != Definite::New || held;
        entity.specific |= !phrase.plural && old || phrase.definite == Definite::Known;
        if entity.kind == Kind::Name && phrase.kind != Kind::Name {
            entity.kind = phrase.kind;
        }
        let letters = |words: &[NameWord]| words.iter().map(|w| w.span().len()).sum::<u32>();
        let old = words_of(self.words, &entity.name);
        let full = &self.phrases[entity.fullest as usize];
        // "Elena", then "Mrs Holm"
        let surname = name.len() == 1 && phrase.honorific && !full.honorific;
        let longer = name.len() > old.len() && name.len() <= LONGEST_NAME
            || name.len() == old.len() && letters(name) > letters(old) && !surname;
        // "the National Electoral Tribunal (TNE)" has a name.
        let proper = full.kind == Kind::Body
            && full.form == MentionForm::Name
            && at as u32 != entity.fullest;
        if longer && !(proper && old.is_empty()) {
            entity.name = named.clone();
            entity.fullest = at as PhraseIx;
            entity.likely = likely_gender(self.text, name).or(entity.likely);
        } else if entity.name.is_empty()
            && phrase.kind != Kind::Together
            && !(proper && phrase.definite == Definite::New)
            && phrase.span.len() > self.phrases[entity.fullest as usize].span.len()
        {
            entity.fullest = at as PhraseIx;
        }
        if let Some(office) = phrase.office {
            let keys = |range| words_of(self.words, range).iter().map(|word| word.key);
            // "the member" says no more than "the member for Kessou West" before it.
            let held = entity.offices.iter().any(|(o, of)| {
                o.key == office.key
                    && (phrase.modifiers.is_empty() || keys(of).eq(keys(&phrase.modifiers)))
            });
            if !held && entity.offices.len() < RECENT {
                // Most hold one.
                entity.offices.reserve_exact(1);
                entity.offices.push((office, phrase.modifiers.clone()));
            }
            if phrase.kind != Kind::Together {
                self.by_office.remember(office.key, index);
            }
            let head = is_head(office.classes) || is_counterpart(office.classes);
            if head && phrase.kind == Kind::Person && !phrase.plural {
                remember(&mut self.heads, index);
            }
        } else if phrase.style != WordId::UNKNOWN || phrase.honorific && self.heads.is_empty() {
            remember(&mut self.heads, index);
        }
        for word in name.iter().chain(state_name(self.words, phrase)) {
            self.by_name.remember(word.key, index);
        }
        if let [surname] = name
            && phrase.office.is_none()
            && phrase.definite == Definite::Bare
            && !phrase.honorific
        {
            self.by_surname.remember(surname.key, index);
        }
        let initials: Vec<Key> = self.initials(at).collect();
        for key in initials {
            self.by_name.remember(key, index);
        }
        if !phrase.is_named() && phrase.definite != Definite::New {
            self.by_text.remember(self.bare_text_key(phrase), index);
        }
        if phrase.kind == Kind::Together {
            self.together = Some(index);
        }
        index
    }

    pub(super) fn words_of(&self, range: &Range<u32>) -> &'a [NameWord] {
        words_of(self.words, range)
    }
}

pub fn words_of<'a>(words: &'a [NameWord], range: &Range<u32>) -> &'a [NameWord] {
    &words[range.start as usize..range.end as usize]
}

/// Whether somebody is called by an office.
fn holds(entity: &Entity) -> impl Fn(Office) -> bool {
    |office| entity.offices.iter().any(|(held, _)| held.key == office.key)
}

/// A given name that ends in -a is a woman's more often than not, in the languages of Europe.
fn likely_gender(text: &str, name: &[NameWord]) -> Option<Gender> {
    match name {
        [given, _, ..] if given.span().of(text).ends_with('a') => Some(Gender::Feminine),
        _ => None,
    }
}
