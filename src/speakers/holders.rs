//! Who holds the office that a title names.

use super::build::office_of;
use super::clusters::Clusters;
use super::entity::{Entity, EntityIx};
use super::phrase::{
    Definite, Gender, OfTurn, Office, Phrase, Referent, Role, disagree, is_within_clause,
    phrase_from,
};
use super::places::{apart, same_word};
use super::points::{sum, title as points};
use super::sides::is_of_other_side;
use super::words::{Key, NameWord, is_acronym, key};
use crate::lexicon::fixed::{
    ACTING, AND, ANOTHER, BESIDE, COLLEAGUE, DELEGATE, EMINENCE, FATHER, FOR, FROM, GENERAL,
    GOVERNMENT, HEAD, HER, HIGHNESS, HIS, HOLINESS, ITS, LEADER, MAJESTY, MONARCH, NEXT, OF, OTHER,
    OUTGOING, REPRESENTATIVE, REVERENCE, ROYAL, SECOND, SPECIAL, SPOKESMAN, SPOKESPERSON,
    SPOKESWOMAN, STATE, THE, VISITING, WITH,
};
use crate::lexicon::{Class, Classes, Lexicon, is_people};
use crate::model::{Shape, Token, WordId};
use std::ops::Range;

/// Whose somebody is has been told so many phrases before.
pub(super) const OWNED_PHRASES: usize = 60;
/// Who has no name is called by an office so many lines later.
pub(super) const NAMELESS_LINES: u32 = 3;
/// A quotation began so many tokens before.
const QUOTED_TOKENS: usize = 40;
/// Who has a longer title is among so many.
pub(super) const RECENT_TITLES: usize = 16;
/// "has also received" is no longer than this.
const LONGEST_VERB_WORDS: usize = 3;
/// "held a telephone conversation this morning with" is no longer than this.
const LONGEST_WITH_WORDS: usize = 8;

/// A title, and what its words say of who holds it.
struct Sought<'p> {
    phrase: &'p Phrase,
    /// "the late Prime Minister", "the former minister"
    past: bool,
    /// "the former minister"
    former: bool,
    /// "the visiting President"
    visiting: bool,
    /// "my colleague"
    ours: bool,
    /// "their ambassador"
    owned: bool,
    /// "the President"
    heads: bool,
    /// The same without a country.
    plain: bool,
    /// "The minister informed | her | colleague": what the sentence tells of the gender.
    heard: Option<Gender>,
    /// "The Supreme Commander"
    modified: bool,
}

impl Clusters<'_> {
    /// The entity that holds the office of a phrase without name.
    pub(super) fn holder(&self, at: usize) -> Option<EntityIx> {
        self.holder_among(at, &|_| true)
    }

    /// The same, of those that fit.
    pub(super) fn holder_among(
        &self,
        at: usize,
        fits: &dyn Fn(&Entity) -> bool,
    ) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let office = phrase.office?;
        let holders = self.by_office.under(office.key);
        let theirs = self.owner_in(phrase).is_some();
        let other = |e: &Entity| theirs && self.is_of_other(at, e) || self.is_of_other_side(at, e);
        let fits: &dyn Fn(&Entity) -> bool = &|e| fits(e) && !other(e);
        // "spoke with his Omani counterpart, Ana Ruiz. ... The Omani foreign minister"
        let counterpart = |e: &Entity| {
            let met = e.offices.iter().any(|(held, _)| held.classes.is_counterpart());
            met && fits(e) && !e.name.is_empty()
        };
        let home = holders.iter().any(|e| self.is_home(phrase, *e));
        let abroad = !holders.is_empty() && !home && self.is_of_some_place(phrase);
        let met = || self.best_holder(&self.heads, phrase, &counterpart);
        let met = abroad.then(met).flatten();
        let direct = met.or_else(|| self.best_holder(holders, phrase, fits));
        let direct = direct.or_else(|| self.in_longer_title(phrase));
        let presiding = || self.presiding(phrase).filter(|e| fits(&self.entities[e.ix()]));
        let direct = direct.or_else(presiding);
        direct.or_else(|| {
            let bare = phrase.definite != Definite::Known;
            let named = phrase.is_named() && (bare || office.classes.governs());
            // "PM conveyed his wishes"
            let letters = matches!(self.tokens(phrase), [only] if only.shape == Shape::Upper);
            let known = !bare || named || letters;
            let heads = is_head(office.classes) || self.is_head_of_place(phrase, office);
            if !heads || !known {
                return None;
            }
            let best = self.best_holder(&self.heads, phrase, fits).filter(|best| {
                let entity = &self.entities[best.ix()];
                // "the Leader" is not the late Emperor.
                !entity.past && (!named || self.is_yet_unnamed(entity, office))
            });
            best.or_else(|| {
                self.only_head(phrase, office).filter(|e| {
                    let entity = &self.entities[e.ix()];
                    fits(entity) && !self.acts_on(entity, phrase)
                })
            })
        })
    }

    /// "Premier warns ...", then "Prime Minister Sefina Taulaki", "Head of State receives envoy",
    /// then "President Pohl"; but "the Leader" is not yet "President Pohl".
    fn is_yet_unnamed(&self, entity: &Entity, office: Office) -> bool {
        let full = &self.phrases[entity.fullest as usize];
        let vague = |token: &Token| matches!(token.word, HEAD | MONARCH);
        office.classes.governs() && entity.offices.iter().all(|(held, _)| held.classes.governs())
            || entity.name.is_empty() && self.tokens(full).iter().any(vague)
    }

    /// "His lawyer, Ana Orr," is neither "Her lawyer" nor "Dunn's lawyer", and nobody is his own
    /// partner: whether whose somebody is tells that another one is meant.
    fn is_of_other(&self, at: usize, entity: &Entity) -> bool {
        let (office, known) = (self.phrases[at].office, self.of_phrase[entity.last as usize]);
        let same = |before: &usize| {
            let phrase = &self.phrases[*before];
            self.of_phrase[*before] == known
                && phrase.office.map(|o| o.key) == office.map(|o| o.key)
                && (self.owner_in(phrase).is_some() || self.serves(phrase).is_some())
        };
        let before = (0..at).rev().take(OWNED_PHRASES).find(same);
        let pronoun = |at: usize| {
            let first = self.tokens(&self.phrases[at]).first().map(|first| first.word);
            first.filter(|word| matches!(*word, HIS | HER | ITS))
        };
        let [was, is] = [before, Some(at)].map(|at| pronoun(at?));
        // Of a family all are somebody's.
        let kin = office.is_some_and(|office| office.classes.has(Class::Kin));
        if was.is_some() && is.is_some() && (was == is || !kin) {
            return was != is;
        }
        let owner = self.owner(at);
        let heads = office.is_some_and(|office| is_head(office.classes));
        if heads && owner.is_some_and(|owner| self.is_from_elsewhere(owner, entity)) {
            return true;
        }
        // "President Orr left Brod. | Its leader | called him late."
        let him = self.phrases.get(at + 1).filter(|him| him.role == Role::Object);
        let end = self.phrases[at].tokens.end;
        let called = him.filter(|him| him.tokens.start == end + 1).and_then(|him| him.gender);
        if is == Some(ITS) && called.is_some() && called == entity.gender {
            return true;
        }
        let himself =
            |owner: usize| self.phrases[owner].is_named() && self.of_phrase[owner] == known;
        let first = self.tokens(&self.phrases[at]).first();
        if first.is_some_and(|first| first.shape.is_capitalised()) && owner.is_some_and(himself) {
            return true;
        }
        let surname = |at: usize| self.words_of(&self.phrases[at].name).last().map(|word| word.key);
        let whose = before.and_then(|before| {
            self.owner(before).and_then(surname).or_else(|| self.serves(&self.phrases[before]))
        });
        let named = !kin || was.is_none() && is.is_none();
        named && owner.and_then(surname).zip(whose).is_some_and(|(here, whose)| here != whose)
    }

    /// "The union's lawyer" is not "the company's lawyer, Ana Orr,".
    fn is_of_other_side(&self, at: usize, entity: &Entity) -> bool {
        let known = self.of_phrase[entity.last as usize];
        let theirs = |b: &usize| self.of_phrase[*b] == known && !self.phrases[*b].is_relative();
        let before = (0..at).rev().take(OWNED_PHRASES).filter(theirs);
        let mut titles = before.map(|b| self.tokens(&self.phrases[b]));
        is_of_other_side(self.text, self.lexicon, self.tokens(&self.phrases[at]), &mut titles)
    }

    /// The surname in "a spokesman for Dunn".
    fn serves(&self, phrase: &Phrase) -> Option<Key> {
        let mut words = self.tokens(phrase).array_windows();
        let last = self.words_of(&phrase.modifiers).last()?;
        let whose = words.any(|[tie, owner]| tie.word == FOR && owner.span() == last.span());
        let bears = |e: &EntityIx| self.entities[e.ix()].kind == Referent::Person;
        (whose && self.by_name.under(last.key).iter().any(bears)).then_some(last.key)
    }

    /// "The head of the government" where the text has a president and nobody else who could be; a
    /// prime minister is somebody else.
    pub(super) fn only_head(&self, phrase: &Phrase, office: Office) -> Option<EntityIx> {
        let vague = self.tokens(phrase).iter().any(|token| token.word == HEAD);
        let governs = vague && office.classes.governs() && phrase.modifiers.is_empty();
        let heads = |e: &EntityIx| {
            self.entities[e.ix()].offices.iter().any(|(held, _)| is_head(held.classes))
        };
        let mut heads = self.heads.iter().copied().filter(heads);
        heads.next().filter(|_| governs && heads.next().is_none())
    }

    /// In "Security Adviser Ana Ruiz said. The adviser": Ruiz, the only one whose title has the
    /// word.
    fn in_longer_title(&self, phrase: &Phrase) -> Option<EntityIx> {
        let [the, word] = self.tokens(phrase) else { return None };
        if the.word != THE || phrase.kind != Referent::Person || word.word == GENERAL {
            return None;
        }
        let sought = self.sought(phrase);
        let bears = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            let title = self.tokens(&self.phrases[entity.fullest as usize]);
            let near = self.phrases[entity.last as usize].line + NAMELESS_LINES >= phrase.line;
            let name = self.words_of(&entity.name).first().map(|name| name.span().start);
            let last = title.iter().take_while(|token| Some(token.span().start) < name).last();
            let says = last.is_some_and(|last| last.word == word.word);
            // But "the spokesperson" may be the deputy spokesperson.
            let speaks = matches!(word.word, SPOKESPERSON | SPOKESMAN | SPOKESWOMAN);
            let vice = !speaks && title.iter().any(|token| BESIDE.contains(&token.word));
            says && near && !vice && entity.titled && self.may_hold(&sought, entity)
        };
        let recent = (0..self.entities.len()).rev().take(RECENT_TITLES).map(EntityIx::new);
        let mut holders = recent.filter(bears);
        holders.next().filter(|_| holders.next().is_none())
    }

    /// Of the list who fits a title best, and of equals who was named last.
    fn best_holder(
        &self,
        list: &[EntityIx],
        phrase: &Phrase,
        fits: &dyn Fn(&Entity) -> bool,
    ) -> Option<EntityIx> {
        let sought = self.sought(phrase);
        let scores = list.iter().filter_map(|&e| {
            let entity = &self.entities[e.ix()];
            let may = self.may_hold(&sought, entity) && fits(entity);
            let fit = may.then(|| self.fit(phrase, entity)).flatten()?;
            Some((fit + self.standing(&sought, e, list), entity.last, e))
        });
        scores.max().map(|(.., e)| e)
    }

    /// What the words of a title say.
    fn sought<'p>(&self, phrase: &'p Phrase) -> Sought<'p> {
        let tokens = self.tokens(phrase);
        let past = self.is_past(phrase);
        let heads = phrase.office.is_some_and(|office| is_head(office.classes));
        let of_old = |token: &Token| self.lexicon.has(token.word, Class::Former);
        let owner = |first: &Token| self.lexicon.has(first.word, Class::PossessivePronoun);
        let owned = tokens.first().is_some_and(owner);
        Sought {
            phrase,
            past,
            former: past && tokens.iter().any(of_old),
            visiting: tokens.iter().any(|token| token.word == VISITING),
            ours: is_ours(self.lexicon, tokens),
            owned: owned && !phrase.office.is_some_and(|office| office.classes.has(Class::Kin)),
            heads,
            plain: heads && phrase.modifiers.is_empty(),
            heard: self.taken_up(phrase_from(self.phrases, phrase.span.start)),
            modified: !phrase.is_named()
                && matches!(tokens, [_, word, _, ..] if word.shape.is_capitalised()),
        }
    }

    /// Whether nothing speaks against somebody holding the title.
    fn may_hold(&self, sought: &Sought, entity: &Entity) -> bool {
        let phrase = sought.phrase;
        let full = &self.phrases[entity.fullest as usize];
        // "the best commander is he who ... The Supreme Commander", "a new minister ... The
        // Interior Minister", "President Orr ... a Veyran head of state ... The Head of State"
        // "a greedy leader ... The Union leader"
        let longer = || {
            let [kind, other] = [phrase, full]
                .map(|title| self.tokens(title).get(1).map(|kind| key(kind.span().of(self.text))));
            let apart = full.modifiers.is_empty() && kind != other;
            sought.modified && (full.tokens.len() < phrase.tokens.len() || apart)
        };
        let titled = |e: &EntityIx| {
            let known = &self.entities[e.ix()];
            known.titled && self.fit(phrase, known).is_some()
        };
        // "The mayor said no. The acting mayor"
        let acting = entity.name.is_empty() && self.only_acts(phrase, full);
        let lesser = acting
            || is_nobody_named(entity, full)
                && (longer() || sought.plain && self.heads.iter().any(titled));
        // "Prime Minister Ruiz ... the former prime minister"
        let still = sought.former && !entity.past && entity.titled;
        // "My President" is not the President in the chair; "met his Greek colleague, Eleni
        // Stavrou. “My colleague promised it,” she said."
        let colleague = || {
            let key = office_of(&[COLLEAGUE], self.lexicon);
            let mut held = entity.offices.iter().map(|(held, _)| held);
            let named = !entity.name.is_empty();
            held.any(|held| held.classes.is_counterpart() || held.key == key && named)
        };
        let met = sought.ours && (entity.label || colleague());
        // "Basil Frome, a proud man, ... the old man"
        let man = phrase.office.is_some_and(|office| is_anybody(office.classes));
        let other_man = man && !entity.name.is_empty() && self.kinds(phrase).next().is_some();
        // "the former ambassador Ana Ruiz ... Their ambassador"
        let another = sought.owned && entity.past;
        // "former Minister of Trade Ana Ruiz ... the Minister of Trade"
        let now = entity.past && !sought.past && !phrase.modifiers.is_empty();
        entity.plural == phrase.plural
            && (entity.is_called(phrase.office) || !disagree(entity.gender, phrase.gender))
            && !lesser
            && !still
            && !met
            && !another
            && !now
            && !other_man
            && !self.is_in_chair(phrase, entity)
            && !self.is_of_lesser(phrase, entity)
            && !self.is_other_prelate(phrase, entity)
            && !(sought.heads && self.is_of_another(phrase, entity))
            && !self.acts_on(entity, phrase)
    }

    /// "the acting mayor", where the other one is the mayor.
    fn only_acts(&self, phrase: &Phrase, other: &Phrase) -> bool {
        let acts = |title| self.tokens(title).iter().any(|token| token.word == ACTING);
        acts(phrase) && !acts(other)
    }

    /// "The Prime Minister said that he had written to | the Prime Minister of Veyra": where the
    /// first has no country, his own needs none.
    fn is_of_another(&self, phrase: &Phrase, entity: &Entity) -> bool {
        let met = matches!(phrase.role, Role::Object | Role::Oblique);
        self.is_of_some_place(phrase)
            && met
            && entity.name.is_empty()
            && entity.offices.iter().all(|(_, of)| of.is_empty())
            && self.phrases[entity.last as usize].role == Role::Subject
    }

    /// Points for and against somebody of those who may hold a title, beside what it says.
    fn standing(&self, sought: &Sought, e: EntityIx, list: &[EntityIx]) -> i32 {
        let (phrase, entity) = (sought.phrase, &self.entities[e.ix()]);
        let style = phrase.style != WordId::UNKNOWN && entity.style == phrase.style;
        let last = &self.phrases[entity.last as usize];
        let passing = entity.name.is_empty()
            && last.definite == Definite::New
            && (last.line + NAMELESS_LINES < phrase.line || sought.heads);
        let named = sought.heads && entity.mentions == 1 && self.is_told_of(last);
        let met = entity.offices.iter().any(|(held, _)| held.classes.is_counterpart());
        let guest = self.guest() == Some(e) || entity.visiting || met;
        let plain = phrase.modifiers.is_empty() && (sought.heads || met);
        let earlier = || list.iter().any(|other| other.ix() < e.ix());
        let away = guest != sought.visiting && (sought.visiting || plain && earlier());
        let just = !sought.heads && !sought.visiting && self.is_titled_before(phrase, e);
        let titled = || list.iter().any(|other| self.entities[other.ix()].titled);
        let own = || list.iter().any(|other| !self.entities[other.ix()].owned);
        let aside = self.is_aside_of_subject(phrase, e, list);
        let so = || self.by_text.last(self.bare_text_key(phrase)) == Some(e);
        let label = phrase.turn == OfTurn::Label;
        let modifies = |word: &&Token| self.lexicon.has(word.word, Class::OfficeModifier);
        let title = self.tokens(phrase);
        let modified = title.len() > 2 && title.get(1).filter(modifies).is_some();
        let longer = || list.iter().any(|other| *other != e && self.is_longer(phrase, *other));
        let agree = || list.iter().any(|e| self.entities[e.ix()].gender == sought.heard);
        let leaves = entity.leaving && title.iter().all(|token| token.word != OUTGOING);
        let acting = self.only_acts(phrase, &self.phrases[entity.fullest as usize]);
        let less = || entity.owned && own() || (entity.owned || self.chairs(entity)) && titled();
        sum(&[
            (style, points::SAME_STYLE),
            (label && entity.turns, points::HAS_TURNS),
            (passing, points::IN_PASSING),
            (named || aside, points::ONLY_NAMED),
            (entity.past != sought.past || leaves || acting, points::OTHER_TIME),
            (sought.plain && !entity.titled && less(), points::OF_LESS),
            (away, points::AWAY),
            (disagree(sought.heard, entity.gender) && agree(), points::OTHER_GENDER),
            (just, points::JUST_SUBJECT),
            ((label || modified || self.is_own(entity) || longer()) && so(), points::CALLED_SO),
        ])
    }

    /// "the president of the Senate"
    fn chairs(&self, entity: &Entity) -> bool {
        let body = |word: &NameWord| self.is_body(word);
        entity.offices.iter().any(|(_, of)| self.words_of(of).iter().any(body))
    }

    /// "Senate", "Academy"
    pub(super) fn is_body(&self, word: &NameWord) -> bool {
        let word = self.id(word);
        self.lexicon.has(word, Class::Body) && word != GOVERNMENT
    }

    pub(super) fn id(&self, word: &NameWord) -> WordId {
        self.lexicon.id_of(word.span().of(self.text))
    }

    /// "Minister Ana Berg said she had asked | the Minister of Transport |. The minister": who was
    /// named once, beside a subject who may be meant too.
    fn is_aside_of_subject(&self, phrase: &Phrase, e: EntityIx, list: &[EntityIx]) -> bool {
        let last = |e: EntityIx| &self.phrases[self.entities[e.ix()].last as usize];
        let subject = |other: &EntityIx| *other != e && last(*other).role == Role::Subject;
        let entity = &self.entities[e.ix()];
        phrase.role == Role::Subject
            && phrase.modifiers.is_empty()
            && entity.name.is_empty()
            && entity.mentions == 1
            && matches!(last(e).role, Role::Object | Role::Oblique)
            && list.iter().any(subject)
    }

    /// "the greetings of | President Melik", “In May President Melik told us so,”: not in the
    /// text's own clause.
    pub(super) fn is_told_of(&self, phrase: &Phrase) -> bool {
        let (tokens, start) = ((self.tokens_of)(phrase.line), phrase.tokens.start);
        let before = tokens.tokens.get(..start as usize).unwrap_or_default();
        let sentence = before.iter().rev().take(QUOTED_TOKENS);
        let sentence = sentence.take_while(|token| token.shape != Shape::Stop);
        let quotes = sentence.filter(|token| token.shape == Shape::Quote).count();
        matches!(tokens.word_before(start), OF | FROM) || quotes % 2 == 1
    }

    /// In "The Leader received Prime Minister Said", "The Minister holds talks with the Minister of
    /// Brod", "The Minister's talks with the Minister of Brod": whom a verb takes is no subject.
    fn acts_on(&self, entity: &Entity, phrase: &Phrase) -> bool {
        let subject = &self.phrases[entity.last as usize];
        let between = self.text.get(subject.span.end as usize..phrase.span.start as usize);
        let before = (self.tokens_of)(phrase.line).word_before(phrase.tokens.start);
        let with = before == WITH;
        let longest = if with { LONGEST_WITH_WORDS } else { LONGEST_VERB_WORDS };
        // "The Chancellor and Prime Minister Orr met": two.
        let near = subject.tokens.end + 1 == phrase.tokens.start;
        let beside = phrase.is_named() && before == AND && near;
        let meeting = || between.is_some_and(|words| words.starts_with(['\'', '’']));
        (subject.role == Role::Subject || with && meeting())
            && (beside || phrase.role == Role::Object || phrase.role == Role::Oblique && with)
            && subject.line == phrase.line
            && between.is_some_and(|words| is_within_clause(words, longest))
    }

    /// In "The minister said that his Veyran counterpart, Mr. Orr, had come": not the president
    /// of Veyra.
    fn is_counterpart_of_minister(&self, entity: &Entity) -> bool {
        let full = &self.phrases[entity.fullest as usize];
        let before = self.phrases[..entity.fullest as usize].iter().enumerate().rev();
        let mut before = before.take_while(|(_, phrase)| phrase.line == full.line);
        let owner = before.find(|(_, phrase)| phrase.role == Role::Subject);
        let owner = owner.and_then(|(at, _)| self.of_phrase[at]);
        owner.is_some_and(|owner| {
            let offices = &self.entities[owner.ix()].offices;
            !offices.is_empty() && !offices.iter().any(|(held, _)| is_head(held.classes))
        })
    }

    /// "the representative of Veyra"
    fn is_delegate(&self, phrase: &Phrase) -> bool {
        let mut words = self.tokens(phrase).array_windows();
        words.any(|[head, of]| {
            let representative =
                matches!(head.word, REPRESENTATIVE | DELEGATE) && head.shape == Shape::Lower;
            representative && of.word == OF
        })
    }

    /// "The representative of Veyra" is not the Special Representative for Veyra, nor need "the
    /// Kenyan spokesman" be the government's.
    fn is_anothers(&self, phrase: &Phrase, entity: &Entity, has: &[NameWord]) -> bool {
        let people =
            |word: &NameWord| self.is_country(word) || is_people(word.span().of(self.text));
        let special = || has.iter().any(|word| self.id(word) == SPECIAL);
        entity.owned
            && !phrase.is_named()
            && self.words_of(&phrase.modifiers).iter().any(people)
            && !has.iter().any(|word| self.is_of_place(word))
            || self.is_delegate(phrase) && special()
    }

    /// How well the title's country and portfolio fit the offices of the entity; none if they
    /// contradict.
    pub(super) fn fit(&self, phrase: &Phrase, entity: &Entity) -> Option<i32> {
        let office = phrase.office?;
        let wanted = self.words_of(&phrase.modifiers);
        let of_place = |word: &NameWord| self.is_of_place(word);
        let elsewhere = |has: &[NameWord]| apart(self.lexicon, self.text, [wanted, has], &of_place);
        // "The Cambodian general" is not "his Thai counterpart, General Prasert Wong".
        let abroad = |(held, of): &(Office, Range<u32>)| {
            held.classes.is_counterpart() && elsewhere(self.words_of(of))
        };
        if entity.offices.iter().any(abroad) {
            return None;
        }
        // "Her Majesty Malika Golrokh ... the Sovereign", "the Holy Father Clement ... the Pope"
        let church = office.classes.is_of_church();
        let crowned = match entity.style {
            MAJESTY | HIGHNESS | ROYAL => true,
            FATHER | HOLINESS => office.classes.has(Class::Masculine) || church,
            EMINENCE | REVERENCE => church,
            _ => false,
        };
        // "His Reverence Bishop Orlu ... the spiritual leader"
        let mut held = entity.offices.iter().map(|(held, _)| held.classes);
        let free = if church { held.all(|held| !is_head(held)) } else { held.next().is_none() };
        let rules = crowned && free && office.classes.has(Class::HeadOfState);
        let mut best = rules.then_some(0);
        // "the Government leader"
        let plain = wanted.iter().all(|word| self.id(word) == GOVERNMENT);
        // "the Chancellor of the Sarn Academy" is no minister's colleague.
        let of_body = || wanted.iter().any(|word| self.is_body(word));
        for (held, of) in &entity.offices {
            let same = held.key == office.key;
            // "the Norrmark leader" for "her Norrmark counterpart, Stellan Brekke"
            let alike = held.classes.is_counterpart()
                && office.classes.has(Class::Office)
                && !of_body()
                && !(is_head(office.classes) && self.is_counterpart_of_minister(entity));
            let has = self.words_of(of);
            let by_rank = !same && (alike || self.ranks_as(phrase, office, (*held, has)));
            // "the secretary of the Farm Board ... the secretary of the FB"
            let short = match wanted {
                [word] if is_acronym(word.span().of(self.text)) => {
                    let firsts =
                        has.iter().filter_map(|word| word.span().of(self.text).chars().next());
                    firsts.eq(word.span().of(self.text).chars())
                }
                _ => false,
            };
            let another = !short && elsewhere(has) || self.is_of_other_field(phrase, wanted, has);
            if !same && !by_rank || another || self.is_anothers(phrase, entity, has) {
                continue;
            }
            let is_in =
                |word: &&NameWord| has.iter().any(|h| same_word(self.lexicon, self.text, h, word));
            let matched = wanted.iter().filter(|word| short || is_in(word)).count();
            // What one side says and the other does not is no contradiction if either is silent;
            // but "the representative of Veyra" is nobody without a country.
            // "King Olav ... the Norwegian monarch"
            let monarch = || office.key == office_of(&[MONARCH], self.lexicon);
            let of_state = office_of(&[HEAD, OF, STATE], self.lexicon);
            let of_state = [office.key, held.key].contains(&of_state);
            let leader = office.key != office_of(&[LEADER], self.lexicon);
            let heads = same || church || by_rank && (of_state && leader || monarch());
            // "Supreme Patriarch and Catholicos of Sarn" is not the Primate of Brod.
            let abroad =
                || church && entity.offices.iter().any(|(_, of)| elsewhere(self.words_of(of)));
            // "the Kelm Democrat" need not be "Democrat Ana Orr".
            let known = phrase.definite == Definite::Known && !wanted.is_empty();
            let named = !entity.name.is_empty();
            let party = known && named && office.classes.has(Class::Demonym);
            let many = party || self.is_delegate(phrase);
            // "the President of the Republic"
            let home = has.iter().all(|word| self.lexicon.has(self.id(word), Class::State));
            let silent = home && heads && !many && !abroad();
            let fits = matched > 0 || plain && !alike || silent;
            if !fits {
                continue;
            }
            // "the premier", "the head of state" is less likely a leader.
            let premier = !office.classes.has(Class::HeadOfState);
            let premier = premier || of_state && held.key == office_of(&[LEADER], self.lexicon);
            let vague = by_rank && premier && held.classes.has(Class::HeadOfState);
            let telling = has.iter().filter(|word| !word.generic).count();
            let unsaid = telling.saturating_sub(matched).min(points::MOST_UNSAID);
            let score = points::SHARED_WORD * matched as i32
                + points::UNSAID_WORD * unsaid as i32
                + points::OTHER_WORD * (wanted.len() - matched) as i32
                + sum(&[(same, points::SAME_OFFICE), (vague, points::VAGUE)]);
            best = best.max(Some(score));
        }
        best
    }
}

/// Head of state or of government.
pub fn is_head(office: Classes) -> bool {
    office.has(Class::HeadOfState) || office.has(Class::HeadOfGovernment)
}

/// "a minister", of whom no name is known.
fn is_nobody_named(entity: &Entity, full: &Phrase) -> bool {
    entity.name.is_empty() && full.definite == Definite::New
}

/// "man", "widow": a word for anybody.
pub fn is_anybody(office: Classes) -> bool {
    office.has(Class::Person) && Gender::of(office).is_some()
}

/// "my colleague", "your predecessor"
pub fn is_ours(lexicon: &Lexicon, tokens: &[Token]) -> bool {
    const OURS: Classes = Classes::of(&[Class::First, Class::Second]);
    let owner = tokens.first().map(|first| lexicon.classes(first.word));
    owner.is_some_and(|owner| owner.has(Class::PossessivePronoun) && owner.has_any(OURS))
}

/// "the other minister", "another minister", "the second minister", "the next minister"
pub fn is_other(text: &str, tokens: &[Token]) -> bool {
    tokens.iter().take(2).any(|token| {
        matches!(token.word, ANOTHER | NEXT | SECOND) || token.span().of(text) == OTHER
    })
}
