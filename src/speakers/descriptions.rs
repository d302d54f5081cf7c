//! Whom "the diplomat", "the union leader", "the Commander-in-Chief" speak of.
//!
//! A description of a person that is no office is taken up where it is the source of a statement.
//! Words of the description may stand where the text brought somebody in: "Tomás Vidal, who leads
//! the miners' union" is the union leader. Without such words a bare description ("the diplomat"),
//! a former office and an epithet with capitals are another name of who spoke just before, or was
//! named last; other trades only of who spoke in the same paragraph. All others are somebody else.

use super::bearers::holds;
use super::build::office_of;
use super::clusters::words_of;
use super::entity::{Entity, EntityIx};
use super::ground::Ground;
use super::holders::{is_anybody, is_head, is_other, is_ours};
use super::look::is_of_people;
use super::memory::Recent;
use super::phrase::{Definite, Office, Phrase, PhraseIx, Referent, Role, disagree, phrase_from};
use super::places::{apart, same_place};
use super::resolve::Resolver;
use super::words::NameWord;
use crate::lexicon::fixed::{
    AMBASSADOR, BOSS, CHIEF, COACH, DEFENDANT, DELEGATE, DELEGATION, DIPLOMAT, FIRST, HOST, JUDGE,
    LEADER, MANAGER, MEMBER, OBSERVER, OF, OPPOSITION, REPRESENTATIVE, SOURCE, SPECIAL,
    SPOKESPERSON, WHO,
};
use crate::lexicon::{Class, Classes, is_of_one};
use crate::model::{Ix, Kind, MentionForm, Span, Token};

/// A bare description reaches so many lines back.
pub(super) const BARE_LINES: u32 = 3;
/// An epithet reaches so many lines back.
const EPITHET_LINES: u32 = 12;
/// Whom a verb takes stands so near behind its subject.
const TOLD_TOKENS: u32 = 2;
/// So many phrases back somebody may have been brought in.
pub(super) const NAMED_PHRASES: usize = 200;
/// How a word ends that tells somebody's age.
pub(super) const AGED: &str = "-year-old";
/// What anybody may be.
const TRADES: Classes = Classes::of(&[Class::Work, Class::Person]);
/// What not anybody is.
const HELD: Classes = Classes::of(&[Class::Work, Class::Office]);

/// A phrase that says what somebody is, without a name.
struct Description<'a> {
    entity: EntityIx,
    phrase: &'a Phrase,
    office: Classes,
    /// Its words that tell something.
    words: Vec<Span>,
    /// "the Tournaville boss": of what.
    of: &'a [NameWord],
    /// "the Commander-in-Chief"
    capital: bool,
    /// "the envoy of Vaspura"
    told_apart: bool,
    /// "the 58-year-old nurse", "the former minister": news says so of who was just named.
    aged: bool,
    /// "the 58-year-old": of somebody who need not have spoken.
    years: bool,
    /// "the former minister"
    former: bool,
    /// Somebody holds the office that another one held.
    held: bool,
    /// Of something with a capital.
    institution: bool,
    /// The text has brought in somebody by the same words: "A nurse woke her. ... The nurse said".
    known: bool,
    /// Who it cannot be: who quotes it; whose it is, in "her counterpart"; who meets whom it speaks
    /// of; who has just spoken of another; Orr, in “Orr is late,” the minister said.
    others: [Option<EntityIx>; 4],
}

impl Description<'_> {
    /// "the then Secretary-General"
    fn is_office(&self) -> bool {
        let trade = self.office.has(Class::Work) && !self.capital;
        !self.aged && !self.office.has(Class::Person) && !trade
    }
}

impl Resolver<'_> {
    /// Who is meant by the description, the source of a statement; none where it may be anybody.
    pub(super) fn described(&self, at: PhraseIx, entity: EntityIx) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[at as usize];
        let described = self.entity(entity);
        if self.is_compatriot(phrase, described) {
            let about = self.description(at, entity);
            // "Turkish coach Orr" is not the German, "City coach Orr" may be.
            let elsewhere = |other: &EntityIx| {
                let offices = self.entity(*other).offices.iter();
                let mut of = offices.flat_map(|(_, of)| words_of(&self.ground.cast.words, of));
                of.any(|word| is_of_one(word.span().of(self.ground.text)))
            };
            let fits = |e: &EntityIx| !elsewhere(e) && self.fits(&about, *e);
            let only = || self.only_named(at).filter(fits);
            let aged = || self.just_spoke(&about, &|e| fits(&e)).filter(|_| about.years);
            return self.told_of(&about).or_else(only).or_else(aged);
        }
        // "The largest shareholder, | the fund Orr Rock |, said"
        if !self.is_nameless(phrase, described) || self.is_named_behind(at) {
            return None;
        }
        // "Your predecessor": nobody who speaks or is spoken to; "the other officer" is new.
        let tokens = self.ground.tokens(&phrase.tokens);
        let first = tokens.iter().take(2).any(|token| token.word == FIRST);
        if is_ours(self.ground.lexicon, tokens) || is_other(self.ground.text, tokens) || first {
            return None;
        }
        if phrase.definite != Definite::Known {
            return self.heard(at);
        }
        let about = self.description(at, entity);
        let third = |e: &EntityIx| !about.others.contains(&Some(*e));
        let last = tokens.last()?;
        match () {
            // "the head of Caoban diplomacy" is the minister of Caoba; "the TESS chief"
            () if self.is_field(last) && !about.of.is_empty() => self.told_of(&about),
            () if last.word == CHIEF && about.institution => self.told_of(&about),
            // Who wants no name has none.
            () if last.word == SOURCE => None,
            () if last.word == HOST => self.host().filter(third),
            () if last.word == DELEGATION => self.head_of_delegation(at),
            // Who holds an office is nobody else: "the then Secretary-General".
            () if about.is_office() => {
                let accused = self.outlook.accused.filter(|_| last.word == DEFENDANT);
                let on = || self.goes_on(at).filter(|e| !about.known && !self.reigns(&about, *e));
                accused.or_else(on).filter(|other| self.fits(&about, *other))
            }
            // "The guest thanked him" is not who spoke last. A gender is no more than guessed here.
            () if about.office.has(Class::Guest) => {
                self.outlook.guest.filter(third).or_else(|| self.told_of(&about))
            }
            () => {
                let told = if about.known { None } else { self.told_of(&about) };
                let held = |other: &EntityIx| {
                    about.held && self.is_predecessor(*other) && self.fits(&about, *other)
                };
                // "received Ambassador Ana Ruiz. The diplomat said"
                let ambassador = office_of(&[AMBASSADOR], self.ground.lexicon);
                let sent = |other: &EntityIx| {
                    let held = &self.entity(*other).offices;
                    last.word == DIPLOMAT
                        && !about.known
                        && held.iter().any(|(held, _)| held.key == ambassador)
                        && self.fits(&about, *other)
                };
                let named = |fits: &dyn Fn(&EntityIx) -> bool| self.memory.names().find(fits);
                let told = told.or_else(|| named(&held)).or_else(|| named(&sent));
                told.or_else(|| self.spoken_of(at, &about))
            }
        }
    }

    /// Whether a phrase says what somebody is of whom no name is known.
    fn is_nameless(&self, phrase: &Phrase, described: &Entity) -> bool {
        described.name.is_empty()
            && described.kind == Referent::Person
            && !described.plural
            && !described.label
            && !self.ground.is_aside(phrase)
    }

    /// "diplomacy"
    fn is_field(&self, word: &Token) -> bool {
        self.ground.lexicon.has(word.word, Class::Portfolio) && !word.shape.is_capitalised()
    }

    /// Who is meant of those that spoke or were named just before.
    fn spoken_of(&self, at: PhraseIx, about: &Description) -> Option<EntityIx> {
        let fits: &dyn Fn(EntityIx) -> bool =
            &|other| self.fits(about, other) && !self.reigns(about, other);
        let phrase = about.phrase;
        let alone = about.capital || about.words.len() == 1;
        // “And the man said there was none,” said Ana Ruiz: anybody.
        let inside = self.ground.within[at as usize].inside();
        let quoted =
            inside.is_some_and(|draft| self.ground.drafts[draft as usize].kind == Kind::Direct);
        let person = about.office.has(Class::Person) && !about.known && alone && !quoted;
        // "Orr resigned. | His | successor said": whose somebody is tells him from who was named.
        let first = self.ground.lexicon.classes(self.ground.segments.word(phrase.tokens.start));
        if (about.aged || person) && !first.has(Class::PossessivePronoun) {
            // "Sheriff Orr said no. The man said": another.
            let anybody = person && !about.capital && !about.office.has_any(HELD);
            let office = |(held, _): &(Office, _)| !held.classes.has_any(TRADES);
            let spoke = self.just_spoke(about, fits).filter(|e| {
                let known = self.entity(*e);
                !(anybody && known.titled && known.offices.iter().any(office))
            });
            // "The Leader of the Faithful": rather who is the Leader of the Republic, or receives.
            let same = |e: &EntityIx| phrase.office.is_some_and(holds(self.entity(*e)));
            let leads = |e: &EntityIx| about.capital && is_head(about.office) && fits(*e);
            let held = self.memory.names().find(|e| leads(e) && same(e));
            return held.or_else(|| self.host().filter(leads)).or(spoke);
        }
        // "Dr Bray said ... The scientist added", "the Tournaville boss": in one paragraph. But
        // "the envoy of Vaspura" is told apart.
        if !first.has(Class::Determiner) || about.known || about.told_apart {
            return None;
        }
        let paragraph = self.ground.paragraph_of(phrase.span.start);
        let spoke = self.memory.speaker_from(paragraph);
        // "Captain Orr was late. ¶ Orr apologised for it. “Sorry,” the midfielder wrote."
        let told = |e: &EntityIx| self.memory.subject_since(paragraph, |_| true) == Some(*e);
        let untitled = |e: &EntityIx| self.entity(*e).offices.is_empty();
        let works = about.office.has(Class::Work);
        // "Manager Ana Orr was late. ¶ The coach said"
        let coaches = |e: &EntityIx| {
            let [boss, coach, manager] =
                [BOSS, COACH, MANAGER].map(|word| office_of(&[word], self.ground.lexicon));
            let held = |key| self.entity(*e).offices.iter().any(|(held, _)| held.key == key);
            phrase.office.is_some_and(|office| match office.key {
                own if own == coach => held(boss) || held(manager),
                own => own == boss && (held(coach) || held(manager)),
            })
        };
        let fits_work = |e: &EntityIx| works && (untitled(e) || told(e) || coaches(e));
        let named = || self.only_named(at).filter(fits_work);
        // "Ann Orr waited. Tom Hill, a docker, said no. The pianist": rather another.
        let same = |held: &Office| phrase.office.is_some_and(|office| office.key == held.key);
        let trade = |held: &Office| held.classes.has(Class::Work) && !same(held);
        let other = |e: &EntityIx| {
            let known = self.entity(*e);
            let another = |near: &Recent| near.start >= paragraph && near.entity != *e;
            !known.titled
                && known.offices.iter().any(|(held, _)| trade(held))
                && self.memory.recent().any(|near| another(near) && fits(near.entity))
        };
        // "Jonas Orr said no. ¶ The Labour leader called it absurd."
        let leads = about.institution && is_head(about.office);
        let above = || {
            let above = self.memory.speaker_from(self.ground.paragraph_above(paragraph));
            above.filter(|e| leads && untitled(e) && self.entity(*e).name.len() > 1)
        };
        spoke.or_else(named).or_else(above).filter(|spoke| fits(*spoke) && !other(spoke))
    }

    /// "the Kenyan": whose country the text tells of.
    fn is_compatriot(&self, phrase: &Phrase, described: &Entity) -> bool {
        // "the 51-year-old Scot"
        let aged = phrase.span.of(self.ground.text).contains(AGED) && described.mentions == 1;
        let people = |last: &Token| aged || is_of_one(last.span().of(self.ground.text));
        described.kind == Referent::Name
            && !self.ground.is_aside(phrase)
            && described.name == phrase.name
            && phrase.definite == Definite::Known
            && phrase.name.len() == 1
            && self.ground.tokens(&phrase.tokens).last().is_some_and(people)
    }

    /// Makes a description one with whom it means, if the text tells.
    pub(super) fn merge_described(&mut self, at: PhraseIx, entity: EntityIx) -> Option<EntityIx> {
        let met = |other: EntityIx| self.is_told(at, other) || self.has_met(other, entity);
        let other = self.described(at, entity).filter(|other| !met(*other))?;
        self.merge(entity, other);
        Some(other)
    }

    /// In "Mary Finch was tired. The doctor told her to rest", "The man who hired Finch said":
    /// Finch, who is another than the subject; as is Paul Finch in "The doctor said that she".
    fn is_told(&self, at: PhraseIx, other: EntityIx) -> bool {
        let phrases = &self.ground.cast.phrases;
        let next = at as usize + 1;
        let (subject, Some(whom)) = (&phrases[at as usize], phrases.get(next)) else {
            return false;
        };
        // "The gentle writer and activist, who backs Finch, said"
        let who =
            || self.ground.segments.word(whom.tokens.start.saturating_sub(TOLD_TOKENS)) == WHO;
        let near = whom.tokens.start <= subject.tokens.end + TOLD_TOKENS || who();
        let gender = |entity: EntityIx| self.entity(entity).gender.or(self.entity(entity).heard());
        let only = || self.memory.names().all(|e| e == other || gender(e) != whom.gender);
        let he = whom.kind == Referent::Pronoun && whom.gender.is_some() && only();
        near && whom.line == subject.line
            && match whom.role {
                Role::Object if he && whom.gender == gender(other) => true,
                Role::Object => self.found.entity_of[next] == Some(other),
                Role::Subject => he && disagree(whom.gender, gender(other)),
                _ => false,
            }
    }

    /// "The council met Jonas Berg on Monday. The businessman said": the only one whom the
    /// paragraph has named before; or else that before it, if he spoke there.
    fn only_named(&self, at: PhraseIx) -> Option<EntityIx> {
        let here = self.ground.paragraph_of(self.ground.cast.phrases[at as usize].span.start);
        let above = self.ground.paragraph_above(here);
        let spoke = || self.memory.speaker_from(above);
        self.only_named_from(here, at)
            .or_else(|| self.only_named_from(above, at).filter(|only| spoke() == Some(*only)))
    }

    fn only_named_from(&self, start: u32, at: PhraseIx) -> Option<EntityIx> {
        let before = &self.ground.cast.phrases[..at as usize];
        let from = phrase_from(before, start).max(before.len().saturating_sub(NAMED_PHRASES));
        let entity_of = |at: usize| self.found.entity_of[at];
        // "in Kelm", "on Murmur": nobody.
        let thing = |e: EntityIx| {
            let known = self.entity(e);
            known.kind == Referent::Name && !known.speaks
        };
        let place = |at: usize| {
            let bare = before[at].role == Role::Oblique && before[at].name.len() == 1;
            bare && entity_of(at).is_some_and(thing)
        };
        let name = |at: &usize| {
            let phrase = &before[*at];
            let named = phrase.is_named() && phrase.form == MentionForm::Name && !phrase.plural;
            named && !place(*at) && !self.ground.within[*at].quoted()
        };
        // "Questioned by Jonas Berg, the doctor said": not Berg.
        let line = self.ground.cast.phrases[at as usize].line;
        let named = (from..before.len()).filter(name);
        let mut named = named.map(|at| entity_of(at).filter(|_| before[at].line != line));
        let first = named.next()?.filter(|first| named.all(|other| other == Some(*first)))?;
        let known = self.entity(first);
        let human = known.human || known.kind == Referent::Person;
        (human || known.name.len() > 1).then_some(first)
    }

    fn description(&self, at: PhraseIx, entity: EntityIx) -> Description<'_> {
        let phrase = &self.ground.cast.phrases[at as usize];
        let tokens = self.ground.tokens(&phrase.tokens);
        let Ground { text, lexicon, .. } = self.ground;
        let former = tokens.get(1).is_some_and(|t| lexicon.has(t.word, Class::Former));
        let years = phrase.span.of(text).split(' ').any(|word| word.ends_with(AGED));
        // "the Commander-in-Chief", not "the envoy of Vaspura"
        let ends = [tokens.get(1), tokens.last()];
        let capital = ends.iter().flatten().all(|word| word.shape.is_capitalised());
        // "the TESS correspondent", not "the Veyran-born politician"
        let named = |t: &Token| t.shape.is_capitalised() && !is_of_people(t.span().of(text));
        // "The Permanent Observer of the League", "the mayor of one such town"
        let of = |token: &Token| token.word == OF;
        let delegate = |token: &Token| matches!(token.word, OBSERVER | REPRESENTATIVE | DELEGATE);
        let capital = capital && !tokens.iter().any(delegate);
        let behind = self.ground.segments.tokens.get(phrase.tokens.end as usize).is_some_and(of);
        let owned = tokens.first().is_some_and(|t| lexicon.has(t.word, Class::PossessivePronoun));
        let owner = self.memory.speaker_since(phrase.line.saturating_sub(BARE_LINES));
        let inside = self.ground.within[at as usize].inside();
        // "On | his | part, the Veyran envoy said" tells nothing of him.
        let before = |last: Ix| {
            let part = &self.ground.cast.phrases[last.ix()];
            let own = part.form == MentionForm::Pronoun && last.ix() + 1 == at as usize;
            last.ix() != at as usize && !own
        };
        Description {
            entity,
            phrase,
            office: phrase.office.map_or(Classes::default(), |office| office.classes),
            words: self.ground.telling(phrase.tokens.clone()).collect(),
            of: words_of(&self.ground.cast.words, &phrase.modifiers),
            capital,
            told_apart: !capital && (behind || tokens.iter().any(of)),
            aged: years || former,
            years,
            former,
            held: former && self.is_held(phrase.office),
            institution: !capital && tokens.get(1).is_some_and(named),
            known: !capital && self.memory.last_phrase(entity).is_some_and(before),
            others: [
                self.quoter(inside).or_else(|| self.reporter(inside)),
                owner.filter(|_| owned),
                self.who_spoke_of_another(),
                self.told_by(at).and_then(|draft| self.begins_words(draft)),
            ],
        }
    }

    /// Whether nothing speaks against the description meaning somebody.
    fn fits(&self, about: &Description, other: EntityIx) -> bool {
        let known = self.entity(other);
        let since = about.phrase.line.saturating_sub(BARE_LINES);
        let spoke = self.memory.speaker_since(since) == Some(other) && other != about.entity;
        let person = known.kind == Referent::Person
            || known.kind == Referent::Name && (known.speaks || known.gender.is_some())
            || about.years && known.name.len() > 1 && self.memory.is_subject(other);
        // "the Tournaville boss" is not Tournaville itself.
        let name = words_of(&self.ground.cast.words, &known.name);
        let of_itself = name.iter().any(|word| about.of.iter().any(|of| of.key == word.key));
        let same = |held: Office| about.phrase.office.is_some_and(|office| office.key == held.key);
        // "the former minister" is not the minister, nor, where the text has one, somebody else.
        let holds = known.offices.iter().any(|(held, _)| same(*held));
        let before = || self.is_predecessor(other);
        let still = about.former && if holds { !known.past } else { about.held && !before() };
        // "the delegate from Veyra" is not the one from Brod, "the Turkish leader" not the French
        // president.
        let ranks = is_head(about.office);
        let elsewhere = known.offices.iter().any(|(held, of)| {
            let has = words_of(&self.ground.cast.words, of);
            // "the delegate of the United Kingdom": that the Emirates are united too says nothing.
            let shares = || has.iter().any(|word| about.of.iter().any(|of| of.key == word.key));
            let near = || {
                ranks && !about.capital && is_head(held.classes)
                    || !ranks && (same(*held) || shares())
            };
            let tells = |word: &NameWord| !ranks || word.capital && !word.generic;
            // "the representative of Veyra" is not the Special Representative for Veyra.
            let another =
                !about.of.is_empty() && self.is_special(has) && !self.is_special(about.of);
            another
                || near() && apart(self.ground.lexicon, self.ground.text, [about.of, has], &tells)
        });
        // "The representative of Kenya" is not "the Permanent Observer of the League", "the judge"
        // neither "the envoy" nor "the witness".
        let official = known.offices.iter().any(|(held, _)| !held.classes.has_any(TRADES));
        let full = self.ground.cast.phrases.get(known.fullest as usize);
        let new = full.is_some_and(|full| full.definite == Definite::New);
        let role = about.office.has(Class::Person) && !is_anybody(about.office);
        let apart = about.office.has(Class::Office) || role && !new && !holds && !about.aged;
        let judge = office_of(&[JUDGE], self.ground.lexicon);
        let tries = known.offices.iter().any(|(held, _)| held.key == judge);
        // "A man asks. “Orr,” says the guy": another.
        let anybody = |held: Classes| is_anybody(about.office) && is_anybody(held);
        let another = !holds && known.offices.iter().any(|(held, _)| anybody(held.classes));
        let nameless = !(about.capital || another || official && apart);
        (!known.name.is_empty() || spoke && nameless)
            && !known.plural
            && person
            && !elsewhere
            && !(role && tries)
            && !self.is_of_other_party(about, known)
            && !(ranks && self.follows(known))
            && !still
            && !about.others.contains(&Some(other))
            && !disagree(self.entity(about.entity).gender, known.gender)
            && !of_itself
            && !self.is_of_other_side(about.phrase, other)
    }

    /// "The Democrat" is neither "Sen. Tom Hale, R-Kelm" nor whom the text calls the Republican.
    fn is_of_other_party(&self, about: &Description, known: &Entity) -> bool {
        let party = |office: &Office| office.classes.has(Class::Demonym);
        let Some(own) = about.phrase.office.filter(party) else { return false };
        let full = self.ground.cast.phrases.get(known.fullest as usize);
        let seat =
            full.and_then(|full| match &self.ground.text.as_bytes()[full.span.end as usize..] {
                [b' ', b'(', party, b'-', ..] | [b',', b' ', party, b'-', ..] => Some(*party),
                _ => None,
            });
        let word = about.words.last().map_or("", |word| word.of(self.ground.text));
        let other = |party: u8| {
            !word.as_bytes().first().is_some_and(|own| own.eq_ignore_ascii_case(&party))
        };
        seat.is_some_and(other)
            || known.offices.iter().any(|(held, _)| party(held) && held.key != own.key)
    }

    /// "Special Representative"
    fn is_special(&self, of: &[NameWord]) -> bool {
        let Ground { text, lexicon, .. } = self.ground;
        of.iter().any(|word| lexicon.id_of(word.span().of(text)) == SPECIAL)
    }

    /// "Labour MP Ana Ruiz", "Labour spokesperson Ana Ruiz" is not the Labour leader.
    fn follows(&self, known: &Entity) -> bool {
        const ONE_OF_MANY: Classes = Classes::of(&[Class::Person, Class::Work]);
        let keys = [MEMBER, SPOKESPERSON].map(|word| office_of(&[word], self.ground.lexicon));
        let follows = |held: Office| {
            let sits = held.classes.has(Class::Office) && held.classes.has_any(ONE_OF_MANY);
            keys.contains(&held.key) || sits && !is_head(held.classes)
        };
        !known.offices.is_empty() && known.offices.iter().all(|(held, _)| follows(*held))
    }

    /// Whether somebody bears the title: "Housing Minister Ana Ruiz".
    fn is_held(&self, office: Option<Office>) -> bool {
        let same = |held: &Office| office.is_some_and(|office| office.key == held.key);
        let holds = |entity: &Entity| entity.offices.iter().any(|(held, _)| same(held));
        self.found.entities.iter().any(|known| known.titled && !known.past && holds(known))
    }

    /// "the opposition leader", "the Gazette correspondent", "the novelist" is no president, nor is
    /// the first of them a minister.
    fn reigns(&self, about: &Description, other: EntityIx) -> bool {
        let known = self.entity(other);
        let tokens = self.ground.tokens(&about.phrase.tokens);
        let aide = about.office.has(Class::Office) && !is_head(about.office);
        let less = about.office.has(Class::Work)
            || aide
            || tokens.last().is_some_and(|t| t.word == LEADER);
        let opposes = tokens.iter().any(|token| token.word == OPPOSITION);
        let governs = |held: Classes| is_head(held) || opposes && !held.has(Class::Person);
        let heads = known.offices.iter().any(|(held, _)| governs(held.classes));
        let another = about.institution && self.shared(&about.words, about.phrase, other) == 0;
        !about.capital
            && !about.aged
            && !known.past
            && (less && heads || another && !known.offices.is_empty())
    }

    /// Of whom the text has told most of what the description says; "the Ramogi East MP" is no
    /// other MP.
    fn told_of(&self, about: &Description) -> Option<EntityIx> {
        let place: Vec<Span> = about.of.iter().map(|word| word.span()).collect();
        let words = match about.words.as_slice() {
            _ if !place.is_empty() => &place,
            // "the old man": that somebody else is a man too says nothing.
            [more @ .., _] if is_anybody(about.office) && !more.is_empty() => more,
            words => words,
        };
        // "His lawyer" is not "Orr’s lawyer, Ana Ruiz": by the office it would be known.
        let first = self.ground.segments.word(about.phrase.tokens.start);
        let theirs = self.ground.lexicon.has(first, Class::PossessivePronoun);
        let another = |e: &EntityIx| {
            let known = self.entity(*e);
            theirs && known.owned && about.phrase.office.is_some_and(holds(known))
        };
        let mut best = (0, None);
        for other in self.memory.names().filter(|e| !another(e)) {
            if other == about.entity || !self.fits(about, other) {
                continue;
            }
            let shared = self.shared(words, about.phrase, other);
            if shared > best.0 {
                best = (shared, Some(other));
            }
        }
        best.1
    }

    /// Who spoke before a bare description or an epithet.
    fn just_spoke(&self, about: &Description, fits: &dyn Fn(EntityIx) -> bool) -> Option<EntityIx> {
        let Description { phrase, capital, .. } = *about;
        let since = phrase.line.saturating_sub(if capital { EPITHET_LINES } else { BARE_LINES });
        let phrases = &self.ground.cast.phrases;
        let last = |other| self.memory.last_phrase(other).map(|last| &phrases[last.ix()]);
        // "Asked by Ms Nambiar, the witness replied": not Ms Nambiar.
        let here = |p: &Phrase| p.line == phrase.line && p.form != MentionForm::Pronoun;
        let by = self.course.asked.and_then(|(by, _)| by);
        let fits: &dyn Fn(EntityIx) -> bool =
            &|other| fits(other) && Some(other) != by && !last(other).is_some_and(here);
        let speaker = self.memory.speaker_since(since).filter(|other| fits(*other));
        let subject = |other: &EntityIx| {
            let near = || last(*other).is_some_and(|p| p.line >= since);
            let told = about.years || self.entity(*other).speaks;
            fits(*other) && self.memory.is_subject(*other) && (capital || told && near())
        };
        // "Her grandson Rafiq walks to school. ... the boy explained": of this paragraph.
        let paragraph = self.ground.paragraph_of(phrase.span.start);
        if self.memory.speaker_from(paragraph).is_none() {
            let named = |other: &EntityIx| {
                fits(*other)
                    && last(*other).is_some_and(|p| p.span.start >= paragraph)
                    && !self.entity(*other).name.is_empty()
            };
            let here = self.memory.subject_since(paragraph, fits);
            if let Some(here) = here.or_else(|| self.memory.names().find(named)) {
                return Some(here);
            }
        }
        let subject = || self.memory.names().find(subject);
        // "“Fine,” said Ruiz. ¶ Tom Orr lost. ¶ The former captain said": not Ruiz.
        let above = self.ground.paragraph_above(paragraph);
        if !capital && self.memory.speaker_from(above).is_none() {
            let new = |other: &EntityIx| fits(*other) && self.entity(*other).name.len() > 1;
            let mut named = self.memory.recent().filter(|r| r.start >= above).map(|r| r.entity);
            let subject = self.memory.subject_since(above, |other| new(&other));
            if let Some(new) = subject.or_else(|| named.find(new)) {
                return Some(new);
            }
        }
        let here = self.memory.speaker_from(paragraph).filter(|other| fits(*other));
        if about.years { here.or_else(subject).or(speaker) } else { speaker.or_else(subject) }
    }

    /// How many words of a description stand where somebody's fullest name does, but for those of
    /// the description itself: "Questioned by Ana Ruiz, the witness said".
    fn shared(&self, words: &[Span], about: &Phrase, other: EntityIx) -> usize {
        let known = self.entity(other);
        let held = known.offices.iter().flat_map(|(_, of)| words_of(&self.ground.cast.words, of));
        let mut beside: Vec<Span> = held.map(|word| word.span()).collect();
        let name = self.ground.cast.phrases.get(known.fullest as usize);
        if let Some(name) = name.filter(|name| !self.ground.is_aside(name)) {
            let near = self.ground.telling(self.ground.beside(name.tokens.clone()));
            let itself = |word: &Span| about.role == Role::Subject && about.span.contains(*word);
            beside.extend(near.filter(|word| !itself(word)));
        }
        let Ground { text, lexicon, .. } = self.ground;
        let same = |word: &&Span| {
            beside.iter().any(|other| same_place(lexicon, word.of(text), other.of(text)))
        };
        words.iter().filter(same).count()
    }

    /// Two entities are found to be one; what was said of the first is true of the second.
    pub(super) fn merge(&mut self, from: EntityIx, into: EntityIx) {
        let found = self.found.entity_of.iter_mut().chain(&mut self.found.speaker);
        found.filter(|entity| **entity == Some(from)).for_each(|entity| *entity = Some(into));
        let merged = self.entity(from).clone();
        let known = &mut self.found.entities[into.ix()];
        known.mentions += merged.mentions;
        known.gender = known.gender.or(merged.gender);
        known.speaks |= merged.speaks;
        known.tells |= merged.tells;
        // "the Democrat" can be no Republican below.
        let party = |(office, _): &(Office, _)| office.classes.has(Class::Demonym);
        known.offices.extend(merged.offices.into_iter().filter(party));
        self.memory.merge(from, into);
    }
}
