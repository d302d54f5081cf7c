//! Gathers the phrases that speak of one person, office or group.
//!
//! In text order, each phrase joins an entity that the text has had before, or founds one:
//!
//! 1. two forms side by side are one: "his deputy, Tomas Reuss" (apposition);
//! 2. a name joins the entity whose name has the same last word and no other given name, a single
//!    word also one that has it anywhere ("Mr. Shen" for Shen Wulan);
//! 3. a title joins the entity that holds the office, where country and portfolio do not
//!    contradict: "the Veyran minister" for "Foreign Minister of Veyra Aurel Brancu"; of several,
//!    the one whose office the text gives without a country, then the last one named;
//! 4. "the two leaders", "both sides", "the Prime Ministers" are one collective for the whole text;
//! 5. people without a name ("a spokesman") are somebody new each time, unless definite.
//!
//! Limits: of two people with one name the text must tell the given names apart; a title that
//! passes from one person to another within a text stays with the last who was given it by name.

use super::apposition::NESTED_PHRASES;
use super::bearers::holds;
use super::beside::{Beside, ends_at_mark};
use super::bodies::state_name;
use super::build::office_of;
use super::entity::{Entity, EntityIx};
use super::guests::Visit;
use super::holders::{is_head, is_other};
use super::initials::acronym;
use super::phrase::{Definite, Gender, OfTurn, Office, Phrase, PhraseIx, Referent, Role};
use super::recall::{RECENT_ENTITIES, Recall, remember};
use super::run::NO_RANK_BEHIND;
use super::words::{KeyMap, NameWord};
use crate::lexicon::fixed::{
    A, AN, AS, HERSELF, HIMSELF, HOST, IDENTIFIED, KNOWN, NAME, NAMED, OUTGOING, VISITING, WHO,
    WHOSE,
};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Link, MentionForm, Segments, Shape, Token, TokenIx, WordId};
use std::ops::Range;

/// More words of a name are a headline in capitals.
const LONGEST_NAME_WORDS: usize = 6;
/// Who gives a name is among so many phrases before it: "One of them, who gave his name as".
const GIVES_NAME_PHRASES: usize = 4;
/// "gave his name only as" is no longer than this.
const GIVES_NAME_TOKENS: TokenIx = 6;
/// "named" stands so near behind who is called.
const CALLED_TOKENS: usize = 4;

/// What the text has told of people up to a phrase.
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
    pub(super) by_surname: Recall,
    pub(super) by_office: Recall,
    pub(super) by_text: Recall,
    /// Whether somebody asks under a label that others share: "QUESTION".
    pub(super) questioned: bool,
    /// Words in capitals that may be initials: "PS", "NFU".
    pub(super) acronyms: KeyMap,
    /// The last entities that may be called head of state or of government, or His Eminence.
    pub(super) heads: Vec<EntityIx>,
    pub together: Option<EntityIx>,
    /// Who is received in the text, if anybody, and by whom.
    visit: Option<Visit>,
}

impl<'a> Clusters<'a> {
    pub fn new(
        text: &'a str,
        lexicon: &'a Lexicon,
        tokens_of: &'a dyn Fn(u32) -> &'a Segments,
        openings: &'a [u32],
        words: &'a [NameWord],
        phrases: &'a mut [Phrase],
        visit: Option<Visit>,
    ) -> Self {
        let mut acronyms = KeyMap::default();
        for key in phrases.iter().filter_map(|phrase| acronym(text, words, phrase)) {
            acronyms.set(key, 1);
        }
        let asks = |phrase: &Phrase| phrase.label && phrase.turn == OfTurn::Label;
        Clusters {
            questioned: phrases.iter().any(asks),
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
            visit,
        }
    }

    /// Joins every phrase but pronouns to an entity.
    pub fn gather(&mut self) {
        self.adopt_epithets();
        for at in 0..self.phrases.len() {
            if self.of_phrase[at].is_some() || self.phrases[at].kind == Referent::Pronoun {
                continue;
            }
            if let Some(before) = self.beside(at) {
                let new = self.phrases[at].definite == Definite::New;
                self.phrases[at].predicate |= new || self.is_by_birth(at);
                self.join(at, Some(before), Link::Apposition);
                continue;
            }
            // In "a lawyer for Orr's family, Ana Berg," she is the lawyer, and not the family.
            let free = |partner: &usize| self.of_phrase[*partner].is_none();
            let Some(partner) = self.apposition(at).filter(free) else {
                let (entity, link) = self.entity_for(at);
                let titled = entity.and_then(|bearer| self.titled_alone(at, bearer));
                let bearer = self.join(at, entity, link);
                if let Some(titled) = titled {
                    self.absorb(titled, bearer);
                }
                continue;
            };
            self.join_apposed(at, partner);
            if let (Some(explained), Some(named)) = (self.explained(at), self.of_phrase[at]) {
                self.absorb(explained, named);
            }
            if let Some(third) = self.second_title(partner).or_else(|| self.trade(partner)) {
                self.phrases[third].predicate |= self.phrases[partner].predicate;
                self.join(third, self.of_phrase[at], Link::Apposition);
            }
        }
    }

    /// In "The witness, | a lorry driver named Jan Orr,": the witness, of whom no more is known.
    fn explained(&self, at: usize) -> Option<EntityIx> {
        let new = self.phrases[at].definite == Definite::New;
        self.apposed_to(at).filter(|e| new && self.entities[e.ix()].name.is_empty())
    }

    /// In "The witness, | a lorry driver": the witness.
    fn apposed_to(&self, at: usize) -> Option<EntityIx> {
        let second = &self.phrases[at];
        let ends = |before: &usize| self.phrases[*before].tokens.end + 1 == second.tokens.start;
        let before = (0..at).rev().take(NESTED_PHRASES).find(ends)?;
        let first = &self.phrases[before];
        let mark = (self.tokens_of)(first.line).tokens.get(first.tokens.end as usize)?;
        let apposed = !second.is_named() && first.line == second.line && mark.shape == Shape::Comma;
        let subject = first.kind == Referent::Person
            && (first.role == Role::Subject
                || first.role == Role::Object && self.is_called(second))
            && !first.is_named()
            && !first.plural;
        self.of_phrase[before].filter(|_| apposed && subject)
    }

    /// In "The envoy, | a former foreign minister of Veyra, smiled": says more of the envoy.
    fn is_explanation(&self, at: usize) -> bool {
        let phrase = &self.phrases[at];
        phrase.kind == Referent::Person
            && phrase.definite == Definite::New
            && !phrase.plural
            && (self.ends_at_mark(phrase) || self.is_called(phrase))
            && !self.is_in_list(phrase)
            && self.apposition(at).is_none()
    }

    /// "a nurse | named Orr", "a man | of 40 named Orr"
    fn is_called(&self, phrase: &Phrase) -> bool {
        let tokens = &(self.tokens_of)(phrase.line).tokens[phrase.tokens.end as usize..];
        tokens.iter().take(CALLED_TOKENS).any(|token| token.word == NAMED)
    }

    /// Whom the phrase calls otherwise that stands before it: by letters, under a signature, by a
    /// name that is given.
    fn beside(&self, at: usize) -> Option<EntityIx> {
        let beside = self.within_title(at).or_else(|| self.body_before(at));
        let described = || self.described_before(at, self.gives_name(at)?);
        let beside = beside.or_else(|| self.signed(at)).or_else(described);
        let beside = beside.or_else(|| self.born(at)).or_else(|| self.elected(at));
        beside.or_else(|| self.apposed_to(at).filter(|_| self.is_explanation(at)))
    }

    /// In "Chairman of the Board and | President of Sarn |, Ana Orr": she who holds both.
    fn within_title(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let whole = |before: &usize| {
            let before = &self.phrases[*before];
            before.span.end >= phrase.span.end && before.kind == Referent::Person
        };
        let mut before = (0..at).rev().take(NESTED_PHRASES).filter(|_| phrase.predicate);
        before.find(whole).and_then(|whole| self.of_phrase[whole])
    }

    /// In "One of them, who gave his name as Pavel": one of them, who ends no earlier than `from`.
    fn described_before(&self, at: usize, from: TokenIx) -> Option<EntityIx> {
        let line = self.phrases[at].line;
        let before = (0..at).rev().take(GIVES_NAME_PHRASES);
        let before = before.take_while(|b| self.phrases[*b].line == line);
        before
            .filter(|b| {
                let phrase = &self.phrases[*b];
                let person = phrase.kind == Referent::Person && !phrase.is_named();
                person && !phrase.plural && phrase.tokens.end >= from && !self.is_who_says(phrase)
            })
            .find_map(|b| self.of_phrase[b])
    }

    pub(super) fn side_by_side(&self, first: &Phrase, second: &Phrase) -> bool {
        let segments = (self.tokens_of)(first.line);
        Beside { text: self.text, segments, lexicon: self.lexicon, first, second }.are_one()
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
        self.of_phrase[self.visit?.guest as usize]
    }

    /// "The host leader": who receives.
    fn host(&self, phrase: &Phrase) -> Option<EntityIx> {
        let [title @ .., _] = self.tokens(phrase) else { return None };
        let host = self.of_phrase[self.visit?.host? as usize];
        let hosts = title.iter().any(|token| token.word == HOST);
        host.filter(|host| hosts && self.entities[host.ix()].kind == Referent::Person)
    }

    /// "gave his name only as | Pavel", "introduced himself as | Pavel", ", a sophomore named |
    /// Pavel": from where on he may have been described.
    fn gives_name(&self, at: usize) -> Option<TokenIx> {
        let phrase = &self.phrases[at];
        let end = phrase.tokens.start;
        let start = end.saturating_sub(GIVES_NAME_TOKENS);
        let line = &(self.tokens_of)(phrase.line).tokens[..end as usize];
        let before = &line[start as usize..];
        let tells = |token: &Token| {
            matches!(token.word, NAME | NAMED | IDENTIFIED | KNOWN | HIMSELF | HERSELF)
        };
        match before {
            _ if !phrase.is_named() => None,
            // "An official said | the accused, identified as Pavel"
            [.., comma, told, as_]
                if as_.word == AS && tells(told) && comma.shape == Shape::Comma =>
            {
                let says = |token: &Token| self.lexicon.has(token.word, Class::Speech);
                Some(line[..line.len() - 2].iter().rposition(says).map_or(0, |s| s as TokenIx + 1))
            }
            [.., as_] if as_.word == AS => before.iter().any(tells).then_some(0),
            [.., named] if named.word == NAMED => {
                let comma = before.iter().rposition(|token| token.shape == Shape::Comma)?;
                matches!(before[comma + 1].word, A | AN).then_some(start + comma as TokenIx)
            }
            _ => None,
        }
    }

    /// The entity that the phrase belongs to, and why; none if it is somebody new.
    pub(super) fn entity_for(&self, at: usize) -> (Option<EntityIx>, Link) {
        let phrase = &self.phrases[at];
        // "The other Ministers" are not the Ministers, nor is "each side" the other side.
        let group = phrase.plural || phrase.kind == Referent::Body;
        if group && is_other(self.text, self.tokens(phrase)) {
            return (self.by_text.last(self.bare_text_key(phrase)), Link::Description);
        }
        if phrase.kind == Referent::Together {
            return (self.those(at), Link::Together);
        }
        if let Some(country) = self.country(phrase) {
            return (Some(country), Link::Name);
        }
        if let Some(those) = self.assembly(phrase) {
            return (Some(those), Link::Together);
        }
        if phrase.turn == OfTurn::Initials
            && let Some(initialled) = self.initialled(phrase)
        {
            return (Some(initialled), Link::Name);
        }
        if phrase.is_named() {
            // "Robin Pugh ... His wife, Collette, ... Mrs Pugh", "Ann Pugh ... her daughter Rose
            // ... the younger Ms Pugh", "Ann Pugh ... Her mother, Rose, ... Mrs Pugh"
            let other = |e: &EntityIx| {
                let bearer = &self.entities[e.ix()];
                let younger = self.is_younger(phrase) && self.generation(bearer) >= 0;
                let fits = |kin| {
                    younger
                        || bearer.gender.is_none() && self.has_family(kin)
                        || self.is_mother_of(kin, bearer, phrase)
                };
                self.relative(at).is_some_and(fits)
            };
            let bearer = self.bearer(at).filter(|bearer| !other(bearer));
            let holder = bearer.or_else(|| self.nameless_holder(at));
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
            // "MEA rejects", then "The Ministry of External Affairs"
            let letters = |e: &EntityIx| self.entities[e.ix()].offices.is_empty();
            let short = || self.shortened(at).filter(letters);
            // "The SG left", then "the Secretary-General (SG)"
            let told =
                || short().filter(|_| self.text[phrase.span.end as usize..].starts_with(" ("));
            let holder = match (phrase.kind, phrase.plural) {
                // "Both presidents", then "the presidents of Marn and Ostia"
                (Referent::Person, true) => {
                    known.or_else(|| self.council_of(phrase)).or(self.together.filter(|those| {
                        let those = &self.entities[those.ix()];
                        phrase.definite == Definite::Known
                            && phrase.office.is_some_and(holds(those))
                    }))
                }
                // "The other officer" is not "one officer".
                (Referent::Person, false) if is_other(self.text, self.tokens(phrase)) => {
                    let full = |e: &Entity| self.tokens(&self.phrases[e.fullest as usize]);
                    let other = |e: &Entity| is_other(self.text, full(e));
                    self.holder_among(at, &other)
                }
                (Referent::Person, false) => {
                    self.host(phrase).or_else(|| self.holder(at)).or_else(told)
                }
                _ => {
                    let known = known.or_else(|| self.body(at));
                    known.or_else(|| self.thing_before(at)).or_else(short)
                }
            };
            return (holder, link);
        }
        (self.by_text.last(self.bare_text_key(phrase)), link)
    }

    /// "Kofi Haddad, whose sister was on board"
    fn who_follows(&self, phrase: &Phrase) -> bool {
        let next = (self.tokens_of)(phrase.line).word(phrase.tokens.end + 1);
        matches!(next, WHO | WHOSE)
    }

    /// Adds the phrase to its entity, or founds one for it.
    pub(super) fn join(&mut self, at: usize, entity: Option<EntityIx>, link: Link) -> EntityIx {
        let phrase = &self.phrases[at];
        let index = entity.unwrap_or_else(|| {
            self.entities.push(Entity {
                kind: phrase.kind,
                plural: phrase.plural || phrase.kind == Referent::Together,
                label: phrase.label,
                ..Entity::new(at as PhraseIx)
            });
            EntityIx::new(self.entities.len() - 1)
        });
        self.of_phrase[at] = Some(index);
        self.links[at] = link;
        // "The Summit" does not name those who met.
        let name = if link == Link::Together { 0..0 } else { phrase.name.clone() };
        self.take_in(index, at, &name);
        self.take_name(index, at, &name);
        self.take_office(index, at);
        self.remember_under(index, at, &name);
        index
    }

    /// What the phrase tells of somebody beside name and office.
    fn take_in(&mut self, index: EntityIx, at: usize, name: &Range<u32>) {
        let phrase = &self.phrases[at];
        let name = words_of(self.words, name);
        let known = words_of(self.words, &self.entities[index.ix()].name);
        let surname = |short: &[NameWord], long: &[NameWord]| match (short, long) {
            ([short], [_, .., last]) => short.key == last.key,
            _ => false,
        };
        let human = self.who_follows(phrase) || surname(name, known) || surname(known, name);
        let owned = phrase.office.is_some() && self.owner_in(phrase).is_some();
        let past = self.is_past(phrase);
        let says = |word| self.tokens(phrase).iter().any(|token| token.word == word);
        let (visiting, leaving) = (says(VISITING), says(OUTGOING));
        let number = self.number(phrase);
        let capital = |word: &NameWord| word.capital;
        // "A divided Supreme Court"
        let capitals = self.tokens(phrase).get(1..).and_then(|words| words.last());
        // "Democrats", but not "some Democrats"
        let party = |office: Office| {
            let all = phrase.plural && phrase.definite != Definite::New;
            all && office.classes.has(Class::Demonym)
        };
        let proper = self.is_counted(phrase)
            || phrase.office.is_some_and(party)
            || phrase.is_named()
            || phrase.form == MentionForm::Name
            || phrase.kind == Referent::Body
                && capitals.is_some_and(|last| last.shape.is_capitalised())
            || words_of(self.words, &phrase.modifiers).iter().any(capital);
        // "The developer, Greystone Homes,": a person or a firm.
        let person = phrase.kind == Referent::Person && !phrase.is_named();
        let firm = |office: Office| office.classes.has(Class::Body) || self.owns(&office);
        let open = person && phrase.office.is_some_and(firm);
        let entity = &mut self.entities[index.ix()];
        entity.mentions += 1;
        entity.last = at as PhraseIx;
        entity.human |= human;
        entity.turns |= phrase.turn != OfTurn::Nothing;
        entity.owned |= owned;
        entity.past |= past;
        entity.visiting |= visiting;
        entity.leaving |= leaving;
        entity.proper |= proper;
        let titled = phrase.definite == Definite::Bare || phrase.style != WordId::UNKNOWN;
        entity.titled |= phrase.is_named() && phrase.office.is_some() && titled;
        // "a spokesman" is somebody, "a source" may be anybody.
        let held = phrase.kind == Referent::Person
            && phrase.office.is_some_and(|office| !office.classes.has(Class::Person));
        let old = entity.mentions > 1 || phrase.definite != Definite::New || held;
        entity.specific |= !phrase.plural && old || phrase.definite == Definite::Known;
        entity.take_gender(phrase);
        if entity.number == WordId::UNKNOWN {
            entity.number = number;
        }
        if entity.style == WordId::UNKNOWN {
            entity.style = phrase.style;
        }
        if entity.kind == Referent::Name && !open {
            entity.kind = phrase.kind;
        }
    }

    /// Makes the name of a phrase that of its entity, if it is fuller.
    fn take_name(&mut self, index: EntityIx, at: usize, range: &Range<u32>) {
        let (phrase, entity) = (&self.phrases[at], &mut self.entities[index.ix()]);
        let full = &self.phrases[entity.fullest as usize];
        let [name, old] = [range, &entity.name].map(|range| words_of(self.words, range));
        let letters = |words: &[NameWord]| words.iter().map(|w| w.span().len()).sum::<u32>();
        // "Elena", then "Mrs Holm"
        let surname = name.len() == 1 && phrase.honorific && !full.honorific;
        if phrase.predicate && !old.is_empty() {
            return;
        }
        let longer = name.len() > old.len() && name.len() <= LONGEST_NAME_WORDS
            || name.len() == old.len() && letters(name) > letters(old) && !surname;
        // "the National Electoral Tribunal (TNE)" has a name.
        let proper = full.kind == Referent::Body
            && full.form == MentionForm::Name
            && at as PhraseIx != entity.fullest;
        if longer && !(proper && old.is_empty()) {
            entity.name = range.clone();
            entity.fullest = at as PhraseIx;
            entity.likely = likely_gender(self.text, name).or(entity.likely);
        } else if old.is_empty()
            && phrase.kind != Referent::Together
            && !(proper && phrase.definite == Definite::New)
            && phrase.span.len() > full.span.len()
        {
            entity.fullest = at as PhraseIx;
        }
    }

    /// Gives an entity the office of a phrase.
    fn take_office(&mut self, index: EntityIx, at: usize) {
        let phrase = &self.phrases[at];
        let Some(office) = phrase.office else {
            if phrase.style != WordId::UNKNOWN || phrase.honorific && self.heads.is_empty() {
                remember(&mut self.heads, index);
            }
            return;
        };
        let head = is_head(office.classes) || office.classes.is_counterpart();
        if head && phrase.kind == Referent::Person && !phrase.plural {
            remember(&mut self.heads, index);
        }
        let rank = self.rank(phrase);
        self.hold(index, office, phrase.modifiers.clone());
        if let Some(rank) = rank {
            self.hold(index, rank, 0..0);
        }
    }

    /// In "Defence Minister Gen. Ana Orr": a general too.
    fn rank(&self, phrase: &Phrase) -> Option<Office> {
        let tokens = self.tokens(phrase);
        let name = words_of(self.words, &phrase.name).first()?.span().start;
        let name = tokens.iter().position(|token| token.span().start == name)?;
        let [.., office, rank] = &tokens[..name] else { return None };
        let [held, classes] = [office, rank].map(|token| self.lexicon.classes(token.word));
        // "Secretary General Ana Orr", "Deputy Governor Ana Orr"
        let one = self.lexicon.phrase_of(&[office.word, rank.word]).is_some_and(|(_, n)| n > 1);
        let alone = held.has(Class::Office) && !held.has_any(NO_RANK_BEHIND) && !one;
        let rank = Office { key: office_of(&[rank.word], self.lexicon), classes };
        (alone && classes.is_title()).then_some(rank)
    }

    /// Writes down that somebody holds an office.
    pub(super) fn hold(&mut self, index: EntityIx, office: Office, of: Range<u32>) {
        let keys = |range| words_of(self.words, range).iter().map(|word| word.key);
        let entity = &mut self.entities[index.ix()];
        // "the member" says no more than "the member for Kessou West" before it.
        let held = entity.offices.iter().any(|(held, has)| {
            held.key == office.key && (of.is_empty() || keys(has).eq(keys(&of)))
        });
        if !held && entity.offices.len() < RECENT_ENTITIES {
            // Most hold one.
            entity.offices.reserve_exact(1);
            entity.offices.push((office, of));
        }
        if self.phrases[entity.last as usize].kind != Referent::Together {
            self.by_office.remember(office.key, index);
        }
    }

    /// Keeps an entity in mind under what the phrase calls it.
    fn remember_under(&mut self, index: EntityIx, at: usize, name: &Range<u32>) {
        let phrase = &self.phrases[at];
        let name = words_of(self.words, name);
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
        for key in self.initials(at) {
            self.by_name.remember(key, index);
        }
        let styled = phrase.honorific && name.len() == 1;
        if !phrase.is_named() && phrase.definite != Definite::New || styled {
            self.by_text.remember(self.bare_text_key(phrase), index);
        }
        if phrase.kind == Referent::Together && !self.are_reported_of(at) {
            self.together = Some(index);
        }
    }

    pub(super) fn words_of(&self, range: &Range<u32>) -> &'a [NameWord] {
        words_of(self.words, range)
    }
}

pub fn words_of<'a>(words: &'a [NameWord], range: &Range<u32>) -> &'a [NameWord] {
    &words[range.start as usize..range.end as usize]
}

/// A given name that ends in -a is a woman's more often than not, in the languages of Europe.
fn likely_gender(text: &str, name: &[NameWord]) -> Option<Gender> {
    match name {
        [given, _, ..] if given.span().of(text).ends_with('a') => Some(Gender::Feminine),
        _ => None,
    }
}
