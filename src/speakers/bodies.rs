//! Bodies and things under other words: "Brightwell Minerals ... the company", "the Council of
//! Ministers ... Ministers", "the Republic of Caribel" for Caribel.

use super::build::office_of;
use super::clusters::{Clusters, words_of};
use super::descriptions::BARE_LINES;
use super::entity::{Entity, EntityIx};
use super::holders::is_head;
use super::phrase::{Definite, Office, Phrase, PhraseIx, Referent, Role, phrase_from};
use super::places::same_place;
use super::resolve::{Resolver, end_of, start_of};
use super::sources::{OWN, Source, is_small};
use super::words::{Key, NameWord, key};
use crate::lexicon::fixed::{
    AS, CABINET, CONFERENCE, EMPLOYER, HEADS, MEETING, MINISTER, NEWSPAPER, OF, OWNER, PAPER,
    SUMMIT, THE, WHICH,
};
use crate::lexicon::{Class, Classes};
use crate::model::{Draft, MentionForm, Shape, Span, Token, TokenIx, WordId};

/// A word for a thing named before reaches so many lines back, and so many phrases at most.
const THING_LINES: u32 = 24;
const THING_PHRASES: usize = 100;
/// One that is a work as well as a body, "the bank", reaches so many lines back.
const WORK_LINES: u32 = 6;
/// Bodies and their members are met under several names, of which one is among so many entities.
const FIRST_ENTITIES: usize = 200;

impl Clusters<'_> {
    /// In "Brightwell Minerals, which employs hundreds, ... the company": the last of a name that
    /// the text has as a thing. In "The foreign ministry of Ourokaye ... the ministry": the last
    /// one.
    pub(super) fn thing_before(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let office = phrase.office.filter(|office| office.classes.has(Class::Body))?;
        // "The governor's office ... her office", but not "the president's office".
        let owned = self.owner_in(phrase).is_some();
        let named = self.tokens(phrase).iter().any(|token| token.shape == Shape::Possessive);
        if named || !phrase.modifiers.is_empty() || phrase.definite != Definite::Known {
            return None;
        }
        let works = |o: &Office| o.classes.has(Class::Work) && o.classes.has(Class::Body);
        let words = self.tokens(phrase).get(1..).unwrap_or_default();
        let head = words.last().map(|token| token.word);
        let head = head.filter(|word| *word != WordId::UNKNOWN);
        // "the bank" is far from "the Central Bank".
        // "The Halva Courier reports ... the paper"
        let press = head.is_some_and(|head| matches!(head, PAPER | NEWSPAPER));
        let reach = if works(&office) { WORK_LINES } else { THING_LINES };
        let before = (0..at)
            .rev()
            .take(THING_PHRASES)
            .take_while(|b| phrase.line.abs_diff(self.phrases[*b].line) <= reach);
        let thing = |b: &usize| {
            let named = &self.phrases[*b];
            let after = (self.tokens_of)(named.line).tokens.get(named.tokens.end as usize..);
            let which = |token: &Token| token.word == WHICH;
            let mut after = after.unwrap_or_default().iter();
            let is_name = named.form == MentionForm::Name && named.gender.is_none();
            let known = self.of_phrase[*b].map(|e| &self.entities[e.ix()]);
            // "the terminal's developer, Aroa Ports, ... the company"
            let made = || {
                let makes = |office: &Office| works(office) || self.owns(office);
                known.is_some_and(|known| known.offices.iter().any(|(held, _)| makes(held)))
            };
            if owned && self.owner_in(named).is_none() {
                return false;
            }
            match named.kind {
                Referent::Name if works(&office) => {
                    let which = after.find(|token| token.shape.is_word()).is_some_and(which);
                    is_name && (which || made())
                }
                // "Belvarian Railways ... the railway"
                Referent::Body => {
                    let same = named.office.is_some_and(|o| o.key == office.key);
                    // "The Bank of Sevria ... the central bank"; but "the High Court" is not "the
                    // Supreme Court".
                    // "the court's website" is not the court.
                    let mut parts = self.tokens(named).rsplit(|t| t.shape == Shape::Possessive);
                    let name = parts.next().unwrap_or_default();
                    let has = |word: WordId| name.iter().any(|token| token.word == word);
                    let all = || words.iter().all(|token| has(token.word));
                    let first = name.iter().map(|token| token.word).find(|word| *word != THE);
                    // "The House" is not "the White House".
                    let place = |office: &Office| office.classes.has(Class::Place);
                    let whole = [Some(office), named.office].iter().flatten().any(place);
                    let longer = || head.is_some_and(has) && !whole && (first == head || all());
                    let printed =
                        || press && named.office.is_some_and(|o| o.classes.has(Class::Masthead));
                    if works(&office) {
                        is_name && (same || made() || printed())
                    } else {
                        !named.plural && longer()
                    }
                }
                _ => false,
            }
        };
        before.filter(thing).find_map(|b| self.of_phrase[b])
    }

    /// "the owner", who may be a firm.
    pub(super) fn owns(&self, office: &Office) -> bool {
        [EMPLOYER, OWNER].iter().any(|owner| office.key == office_of(&[*owner], self.lexicon))
    }

    /// Whom the office of a body names: "the governor's office" is not "the Premier's office", nor
    /// "his office", unless the text has no other.
    pub(super) fn body(&self, at: usize) -> Option<EntityIx> {
        let phrase = &self.phrases[at];
        let full = |entity: &Entity| &self.phrases[entity.fullest as usize];
        if let Some(owner) = self.owner_in(phrase) {
            let [text, of] = [self.text, owner.of(self.text)];
            let same = |token: &Token| same_place(self.lexicon, token.span().of(text), of);
            return self.holder_among(at, &|entity| self.tokens(full(entity)).iter().any(same));
        }
        // "the post office" is not "the statistics office".
        let works = phrase.office.is_some_and(|office| office.classes.has(Class::Work));
        let other = |entity: &Entity| {
            let (kinds, has) = (|| self.kinds(phrase), || self.kinds(full(entity)));
            let shared = || kinds().any(|kind| has().any(|has| has == kind));
            // "the northern side" is not "the Veyran side".
            let side = phrase.office.is_some_and(|office| office.classes.has(Class::Group));
            let apart = side && !phrase.modifiers.is_empty() || kinds().next().is_some();
            !works && apart && has().next().is_some() && !shared()
        };
        let whose = |entity: &Entity| self.owner_in(full(entity)).is_some();
        // "The bank ... chief economist at Halverstad Bank": another one.
        let in_passing = phrase.form == MentionForm::Name && phrase.role == Role::Oblique;
        let nameless = |entity: &Entity| {
            let same = |held: &Office| phrase.office.is_some_and(|office| office.key == held.key);
            let mut held = entity.offices.iter().filter(|(held, _)| same(held));
            entity.name.is_empty() && held.all(|(_, of)| of.is_empty())
        };
        // "a Japanese bank" is not the Bank of Japan.
        let named = phrase.form == MentionForm::Name && !phrase.modifiers.is_empty();
        let some = |entity: &Entity| named && full(entity).definite == Definite::New;
        let stranger = |entity: &Entity| in_passing && nameless(entity) || some(entity);
        let fits = |entity: &Entity| !whose(entity) && !other(entity) && !stranger(entity);
        let known = self.holder_among(at, &fits);
        // "Haddara's Defense Ministry ... the Haddaran ministry", "Her office ... the office"
        // "his family ... The family of a victim": another one.
        let of_another = (self.tokens_of)(phrase.line).word(phrase.tokens.end) == OF;
        let plain = phrase.tokens.len() == 2 && !of_another;
        let of = |entity: &Entity| entity.offices.iter().any(|(_, of)| !of.is_empty());
        let same = |entity: &Entity| {
            plain || !phrase.modifiers.is_empty() && of(entity) && !stranger(entity)
        };
        known.or_else(|| self.holder_among(at, &same))
    }

    /// In "the statistics office": statistics.
    pub(super) fn kinds(&self, phrase: &Phrase) -> impl Iterator<Item = Key> {
        let before = self.tokens(phrase).iter().rev().skip(1);
        let kind = |token: &&Token| {
            token.shape == Shape::Lower && !self.lexicon.has(token.word, Class::Determiner)
        };
        before.filter(kind).map(|token| key(token.span().of(self.text)))
    }

    /// In "the governor's office": the governor; in "his office": he.
    pub(super) fn owner_in(&self, phrase: &Phrase) -> Option<Span> {
        let tokens = self.tokens(phrase);
        let named = tokens.iter().position(|token| token.shape == Shape::Possessive);
        // But "His Majesty the King"
        let whose = |token: &Token| {
            phrase.style == WordId::UNKNOWN
                && self.lexicon.has(token.word, Class::PossessivePronoun)
        };
        let named = named.and_then(|mark| tokens.get(mark.checked_sub(1)?));
        named.or(tokens.first().filter(|first| whose(first))).map(|owner| owner.span())
    }

    /// In "The Council of Ministers met. Ministers agreed", "The Court of Auditors found ... The
    /// auditors": the council, the court; in "The Cabinet met. Ministers agreed" the cabinet. But
    /// "the teachers" are not their union.
    pub(super) fn council_of(&self, members: &Phrase) -> Option<EntityIx> {
        const TRADES: Classes = Classes::of(&[Class::Person, Class::Work]);
        let tokens = self.tokens(members);
        let the = tokens.first().is_some_and(|first| first.word == THE);
        let ministers = matches!(tokens, [only] if self.lexicon.lemma(only.word) == MINISTER);
        let cabinet = |full: &Phrase| self.tokens(full).iter().any(|word| word.word == CABINET);
        let start = tokens.get(usize::from(the))?.span().start;
        let name = Span::new(start, members.span.end).of(self.text);
        let trade = members.office.is_some_and(|office| office.classes.has_any(TRADES));
        let of = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            let full = &self.phrases[entity.fullest as usize];
            let members = || {
                let mut words = self.tokens(full).iter();
                words.find(|word| word.word == OF)?;
                Some(Span::new(words.next()?.span().start, full.span.end).of(self.text))
            };
            let same = |members: &str| {
                // "The Court of Auditors" is no auditor.
                let (start, rest) = members.split_at_checked(name.len()).unwrap_or_default();
                start.eq_ignore_ascii_case(name) && !rest.starts_with(char::is_alphanumeric)
            };
            matches!(entity.kind, Referent::Body | Referent::Name)
                && (ministers && cabinet(full) || members().is_some_and(same))
                && (!trade || self.has_word(full, Class::Hearing))
        };
        self.first_named().find(of)
    }

    /// A communiqué names at its beginning who meets.
    fn first_named(&self) -> impl Iterator<Item = EntityIx> {
        (0..self.entities.len().min(FIRST_ENTITIES)).map(EntityIx::new)
    }

    /// In "The Heads of Government held their Summit. The Summit agreed": those who met.
    pub(super) fn assembly(&self, phrase: &Phrase) -> Option<EntityIx> {
        let [the, meeting] = self.tokens(phrase) else { return None };
        let meets = matches!(meeting.word, SUMMIT | MEETING | CONFERENCE | HEADS);
        // "the outcome of the Summit"
        let of = (self.tokens_of)(phrase.line).word_before(phrase.tokens.start) == OF;
        if the.word != THE || !meets || !meeting.shape.is_capitalised() || of {
            return None;
        }
        let ranked = |e: &EntityIx| {
            let entity = &self.entities[e.ix()];
            let leads = entity.offices.iter().any(|(office, _)| is_head(office.classes));
            entity.plural && leads
        };
        let those = self.first_named().filter(ranked);
        those.max_by_key(|e| self.entities[e.ix()].mentions)
    }

    /// "the Republic of Caribel" is Caribel.
    pub(super) fn country(&self, phrase: &Phrase) -> Option<EntityIx> {
        let [country] = state_name(self.words, phrase) else { return None };
        let place = |e: &EntityIx| self.entities[e.ix()].kind != Referent::Person;
        self.by_name.last(country.key).filter(place)
    }
}

impl Resolver<'_> {
    /// "It said": the body that spoke before, or else the last subject of the paragraph.
    pub(super) fn body_meant(&self, draft: &Draft, before: Option<usize>) -> Option<EntityIx> {
        let kind = |e: EntityIx| self.entity(e).kind;
        let spoke = before.and_then(|d| self.found.speaker[d]);
        let acts = |e: &EntityIx| matches!(kind(*e), Referent::Body | Referent::Side);
        let body = spoke.filter(acts);
        let subject = || {
            let paragraph = self.ground.paragraph_of(start_of(draft));
            let single = |e: EntityIx| {
                kind(e) == Referent::Body && !self.entity(e).plural && !self.gets_paper(e)
            };
            self.memory.subject_since(paragraph, single)
        };
        // "We call on the ministry to act, as | it | has promised": the ministry.
        let start = self.ground.segments.token_from(start_of(draft)) as u32;
        let same = before.filter(|_| self.ground.segments.word_before(start) == AS);
        let called = same.and_then(|d| {
            let content = self.ground.drafts[d].content.first()?;
            let called = phrase_from(&self.ground.cast.phrases, content.start);
            let opens = self.ground.cast.phrases.get(called)?.span.start == content.start;
            self.found.entity_of[called].filter(|_| opens)
        });
        // "Ana Ruiz wrote in her letter. It": the letter; not "Ana Ruiz praised the letter. It".
        let wrote = before.map(|d| &self.ground.drafts[d]).is_some_and(|before| {
            let from = self.ground.segments.token_from(start_of(before));
            self.ground.segments.tokens.get(from..start as usize).is_some_and(|words| {
                let told = |at: Span| before.content.iter().any(|content| content.overlaps(at));
                let own = |word| self.ground.lexicon.classes(word).has_any(OWN);
                words.iter().any(|token| own(token.word) && !told(token.span()))
            })
        });
        // "The report says so. It": the report, which is nobody.
        let paper = spoke.is_none_or(|e| kind(e) == Referent::Paper);
        if paper && called.is_none() && before.is_some_and(|d| self.is_of_paper(d, start)) {
            return None;
        }
        let man = |e: EntityIx| !wrote && self.entity(e).gender.is_some();
        called
            .filter(acts)
            .or(body)
            .or_else(subject)
            .or_else(|| spoke.filter(|e| kind(*e) == Referent::Name && !man(*e)))
    }

    /// "The report says so. | It says": whether a paper tells what the token goes on with, or what
    /// stands right before it.
    fn is_of_paper(&self, draft: usize, token: TokenIx) -> bool {
        let told = &self.ground.drafts[draft];
        let mut words = told.source.iter().flat_map(|at| at.of(self.ground.text).split(' '));
        let paper = words.any(|word| self.ground.lexicon.classes_of(word).has_any(OWN));
        let it = matches!(self.found.source[draft], Some(Source::It));
        let beside = || self.ground.segments.token_from(end_of(told)) as u32 + 2 > token;
        paper || it && beside()
    }

    /// "Tormund Freight said it would cut jobs. The company said": which thing spoke before.
    pub(super) fn firm(&self, at: PhraseIx, entity: EntityIx) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[at as usize];
        let described = self.entity(entity);
        let works = |class| phrase.office.is_some_and(|office| office.classes.has(class));
        // "The operator, Sarn Railways," has a name of its own; "the Sarnian firm" may be any.
        let bare = phrase.modifiers.is_empty() && !described.proper;
        let first = self.ground.segments.word(phrase.tokens.start);
        let of_place = first == THE && phrase.modifiers.len() == 1 && phrase.tokens.len() == 3;
        // "the Free Alliance"
        let last = phrase.span.of(self.ground.text).rsplit(' ').next();
        let of_place = of_place && last.is_some_and(is_small);
        let known = phrase.definite == Definite::Known && (bare || of_place);
        let nameless = known && described.name.is_empty();
        if !nameless || phrase.plural || !works(Class::Work) || !works(Class::Body) {
            return None;
        }
        let since = phrase.line.saturating_sub(BARE_LINES);
        let thing = |other: &EntityIx| {
            *other != entity
                && is_named_thing(self.entity(*other))
                && self.is_known_before(*other, entity)
        };
        // Of one word it may be a person, a state.
        let long = |other: &EntityIx| {
            let known = self.entity(*other);
            known.kind == Referent::Body || known.name.len() > 1
        };
        let spoke = self.memory.speaker_since(since).filter(thing).filter(long);
        spoke.or(self.outlook.only_thing).filter(thing)
    }

    /// Whether the thing was named before it was spoken of, or beside: "The company said so. Joan
    /// Brown said" are two.
    fn is_known_before(&self, thing: EntityIx, described: EntityIx) -> bool {
        let of = |at: usize| self.found.entity_of[at];
        let phrases = &self.ground.cast.phrases;
        let spoken_of = |at: &usize| {
            of(*at) == Some(thing)
                || of(*at) == Some(described) && phrases[*at].definite == Definite::Known
        };
        let Some(first) = (0..phrases.len()).find(spoken_of) else { return false };
        let beside = || {
            let next = phrases.get(first + 1)?;
            self.ground.between(phrases[first].span, next.span).filter(|gap| *gap == ",")
        };
        of(first) == Some(thing) || beside().is_some() && of(first + 1) == Some(thing)
    }

    /// The only thing that speaks: "the company".
    pub(super) fn find_only_thing(&self) -> Option<EntityIx> {
        let thing = |other: &EntityIx| {
            let known = self.entity(*other);
            let bare = known.offices.is_empty() && !self.ground.is_country(known);
            known.speaks && bare && is_named_thing(known)
        };
        let mut things = (0..self.found.entities.len()).map(EntityIx::new).filter(thing);
        things.next().filter(|_| things.next().is_none())
    }
}

/// A body, or a name that nothing so far makes a person's.
fn is_named_thing(known: &Entity) -> bool {
    let name =
        known.kind == Referent::Name && known.gender.or(known.heard()).is_none() && !known.human;
    (known.kind == Referent::Body || name) && !known.name.is_empty() && !known.plural
}

/// In "the Republic of Caribel": Caribel; in "Halsorn Data" Halsorn.
pub fn state_name<'a>(words: &'a [NameWord], phrase: &Phrase) -> &'a [NameWord] {
    const KINDS: Classes = Classes::of(&[Class::Body, Class::Masthead]);
    let called = |office: Office| {
        let thing = phrase.modifiers.len() == 1 && !office.classes.has_any(KINDS);
        office.classes.has(Class::State) || thing
    };
    let named =
        phrase.kind == Referent::Body && !phrase.plural && phrase.office.is_some_and(called);
    if named { words_of(words, &phrase.modifiers) } else { &[] }
}
