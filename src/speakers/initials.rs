//! Whom and what the text calls by a shorter name: by initials, "NFU", "the PS", and "Rosa" for
//! Rosalind.

use super::build::office_of;
use super::clusters::{Clusters, words_of};
use super::descriptions::NAMED_PHRASES;
use super::entity::{Entity, EntityIx};
use super::phrase::{Definite, Phrase, Referent, disagree};
use super::places::same_place;
use super::words::{Key, NameWord, key};
use crate::lexicon::Class;
use crate::lexicon::fixed::{DAUGHTER, FATHER, HUSBAND, MOTHER, MRS, SON, WIFE, YOUNGER};
use crate::model::{Chars, MentionForm, WordId};

/// Initials are no longer than this.
const LONGEST_ACRONYM_LETTERS: usize = 6;

/// Behind it stands what an office is of.
const OF_WHAT: &str = " of ";
/// Initials that take in what an office is of are no shorter than this.
const SHORTEST_OF_OFFICE_LETTERS: usize = 3;

/// No shorter word is a given name in short.
const SHORTEST_GIVEN_BYTES: usize = 3;
/// Among so many the one is looked for whose given name is short for.
const LAST_ENTITIES: usize = 48;
/// Who has a turn under initials is among so many that the text names first: a transcript opens
/// with its list.
const FIRST_ENTITIES: usize = 300;

impl Clusters<'_> {
    /// The entity that was only met under the initials of the phrase.
    pub(super) fn shortened(&self, at: usize) -> Option<EntityIx> {
        let short = |e: &EntityIx| self.entities[e.ix()].name.len() == 1;
        self.initials(at).into_iter().find_map(|key| self.by_name.last(key).filter(short))
    }

    /// The initials of an office or a body that the text uses: "PS" of a Principal Secretary.
    pub(super) fn initials(&self, at: usize) -> Vec<Key> {
        let phrase = &self.phrases[at];
        let name = self.words_of(&phrase.name).first().filter(|_| phrase.kind == Referent::Person);
        let end = name.map_or(phrase.span.end, |name| name.span().start);
        // "Communiqué of the Summit of the Lakes Community (LC)": the community's.
        let title = if !self.acronyms.is_empty()
            && phrase.kind != Referent::Paper
            && end > phrase.span.start
            && (phrase.office.is_some() || phrase.name.len() > 2)
        {
            &self.text[phrase.span.start as usize..end as usize]
        } else {
            ""
        };
        // "general secretary of the Rail Federation": the federation's are not his.
        let person = phrase.kind == Referent::Person;
        let of = if person && !title.is_empty() { title.find_all(OF_WHAT) } else { None };
        let own = &title[..of.unwrap_or(title.len())];
        let capital = |word: &str| word.chars().next().filter(|c| c.is_uppercase());
        let letters: String = own.split_whitespace().filter_map(capital).collect();
        // No acronym is a single letter.
        let ends = letters.char_indices().rev().take(LONGEST_ACRONYM_LETTERS).skip(1);
        let mut keys: Vec<Key> = ends.map(|(start, _)| key(&letters[start..])).collect();
        // "director of the Centers for Aid" is no CA.
        if of.is_some() && !letters.is_empty() {
            keys.extend(whole_initials(title));
        }
        keys.retain(|key| self.acronyms.get(*key) > 0);
        keys
    }

    /// "Rosa" for Rosalind Achterberg: the only one near whose given name begins so.
    pub(super) fn familiar(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let [short] = self.words_of(&phrase.name) else { return None };
        let short = short.span().of(self.text);
        let bare = phrase.kind == Referent::Name && phrase.definite == Definite::Bare;
        // "Mali" is not Malika Banu.
        let place = self.lexicon.has(self.lexicon.id_of(short), Class::Place);
        if !bare || place || short.len() < SHORTEST_GIVEN_BYTES {
            return None;
        }
        // "Veyra" is not the Veyran Open.
        let people = |given: &str| {
            let own = self.lexicon.has(self.lexicon.id_of(given), Class::GivenName);
            !own && same_place(self.lexicon, short, given)
        };
        let called = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            let given = match self.words_of(&entity.name) {
                [given, _, ..] => given.span().of(self.text),
                _ => return false,
            };
            let single = matches!(entity.kind, Referent::Person | Referent::Name) && !entity.plural;
            let agrees = !disagree(phrase.gender, entity.gender);
            single
                && agrees
                && given.len() > short.len()
                && given.starts_with(short)
                && !people(given)
        };
        let near = (0..self.entities.len()).rev().take(LAST_ENTITIES).map(EntityIx::new);
        let mut found = near.filter(called);
        found.next().filter(|_| found.next().is_none())
    }

    /// "Mrs Holm" for Elena, whom the text brings in as his wife, where Holm is a man: the last of
    /// his kin without a surname. "The younger Holm" for his child.
    pub(super) fn relative(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let [surname] = self.words_of(&phrase.name) else { return None };
        let bearers = self.by_name.under(surname.key);
        let younger = self.is_younger(phrase);
        let styled = phrase.honorific && phrase.gender.is_some();
        if !(styled || younger) || bearers.is_empty() {
            return None;
        }
        let kin = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            entity.name.len() == 1
                && bearers.iter().any(|bearer| bearer.ix() < e.ix())
                && if younger {
                    self.is_kin(*e, &[SON, DAUGHTER]) && !disagree(entity.gender, phrase.gender)
                } else {
                    let mut kin = entity.offices.iter().map(|(office, _)| office.classes);
                    kin.any(|kin| kin.has(Class::Kin)) && entity.gender == phrase.gender
                }
                && !self.is_of_other_family(at, *e, surname.key)
        };
        (0..self.entities.len()).rev().take(LAST_ENTITIES).map(EntityIx::new).find(kin)
    }

    /// In "Ann Orr came. Karl Holm said so. His wife, Elena, said no. Ms Orr": Elena is a Holm.
    fn is_of_other_family(&self, at: usize, kin: EntityIx, surname: Key) -> bool {
        let mut before = (0..at).rev().take(NAMED_PHRASES);
        let told =
            before.find(|b| self.of_phrase[*b] == Some(kin) && self.phrases[*b].is_relative());
        let owner = told.and_then(|told| self.owner(told)).and_then(|owner| self.of_phrase[owner]);
        match owner.map(|owner| self.words_of(&self.entities[owner.ix()].name)) {
            Some([_, surnames @ ..]) if !surnames.is_empty() => {
                surnames.iter().all(|word| word.key != surname)
            }
            _ => false,
        }
    }

    /// "the younger Ms Holm"
    pub(super) fn is_younger(&self, phrase: &Phrase) -> bool {
        self.tokens(phrase).get(1).is_some_and(|second| second.word == YOUNGER)
    }

    /// "his wife, Elena", "her father, Joe"
    pub(super) fn has_family(&self, kin: EntityIx) -> bool {
        self.is_kin(kin, &[WIFE, HUSBAND, MOTHER, FATHER])
    }

    /// "Her mother, Rose, ... Mrs Pugh", where the daughter, Ann Pugh, is never called so.
    pub(super) fn is_mother_of(&self, kin: EntityIx, bearer: &Entity, called: &Phrase) -> bool {
        let styled = [bearer.fullest, bearer.last].map(|at| &self.phrases[at as usize]);
        let style = |phrase: &Phrase| self.tokens(phrase).first().map(|style| style.word);
        self.is_kin(kin, &[MOTHER])
            && style(called) == Some(MRS)
            && styled.iter().all(|phrase| style(phrase) != Some(MRS))
    }

    /// Whether the text calls somebody by one of the words.
    fn is_kin(&self, who: EntityIx, words: &[WordId]) -> bool {
        let mut held = self.entities[who.ix()].offices.iter();
        held.any(|(held, _)| words.iter().any(|word| office_of(&[*word], self.lexicon) == held.key))
    }

    /// "MQA" for Marisol Quispe Aranda; else, for the only one whose name begins so, "MQ", and "ND"
    /// for Nasser al-Dahri.
    pub(super) fn initialled(&self, phrase: &Phrase) -> Option<EntityIx> {
        let letters = phrase.span.of(self.text);
        let full = |entity: &Entity| self.phrases[entity.fullest as usize].span.of(self.text);
        let stands = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            let name = self.words_of(&entity.name);
            let first = |word: &NameWord| word.span().of(self.text).chars().next();
            name.len() > 1 && letters.chars().map(Some).eq(name.iter().map(first))
                || full(entity) == letters
        };
        let begins = |e: &EntityIx| {
            let parts = full(&self.entities[e.ix()]).split(|c: char| !c.is_alphanumeric());
            let mut capitals = parts
                .skip_while(|part| self.lexicon.has(self.lexicon.id_of(part), Class::Honorific))
                .filter_map(|part| part.chars().next().filter(|c| c.is_uppercase()));
            letters.chars().all(|letter| capitals.next() == Some(letter))
        };
        let first = || (0..self.entities.len()).take(FIRST_ENTITIES).map(EntityIx::new);
        let label = self.words_of(&phrase.name).first();
        let same = label.map_or(&[][..], |label| self.by_name.under(label.key)).iter().copied();
        let begun = || {
            let mut found = first().filter(begins);
            found.next().filter(|_| found.next().is_none())
        };
        first().chain(same).find(stands).or_else(begun)
    }

    /// In "the National Electoral Tribunal (TNE)": the tribunal.
    pub(super) fn body_before(&self, at: usize) -> Option<EntityIx> {
        acronym(self.text, self.words, &self.phrases[at])?;
        let before = at.checked_sub(1)?;
        let (body, short) = (&self.phrases[before], &self.phrases[at]);
        let end = self.text[short.span.end as usize..].starts_with(')');
        let gap = self.text.get(body.span.end as usize..short.span.start as usize);
        // "Ana Pietrzyk (ECR)" in a label: her group.
        let member = body.office.is_some_and(|office| {
            matches!(body.kind, Referent::Name) && office.classes.has(Class::Office)
        });
        let body = matches!(body.kind, Referent::Body | Referent::Name)
            && body.form == MentionForm::Name
            && !member;
        if body && end && gap == Some(" (") { self.of_phrase[before] } else { None }
    }
}

/// "IGP" of an Inspector General of Police, "COAS" of Chief of Army Staff General Syed Munib.
fn whole_initials(title: &str) -> impl Iterator<Item = Key> {
    let firsts = || title.split_whitespace().filter_map(|word| word.chars().next());
    let capitals: String = firsts().filter(|c| c.is_uppercase()).collect();
    let all: String = firsts().collect();
    [capitals, all].into_iter().flat_map(|letters| {
        let ends = letters.char_indices().map(|(at, c)| at + c.len_utf8());
        let long = ends.take(LONGEST_ACRONYM_LETTERS).skip(SHORTEST_OF_OFFICE_LETTERS - 1);
        long.map(|end| key(&letters[..end])).collect::<Vec<_>>()
    })
}

/// The key of a name that is one word in capitals.
pub fn acronym(text: &str, words: &[NameWord], phrase: &Phrase) -> Option<Key> {
    let [word] = words_of(words, &phrase.name) else { return None };
    let letters = word.span().of(text);
    let short = (2..=LONGEST_ACRONYM_LETTERS).contains(&letters.len());
    (short && letters.bytes().all(|b| b.is_ascii_uppercase())).then_some(word.key)
}
