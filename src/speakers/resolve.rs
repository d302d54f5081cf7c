//! Gives every draft its speaker, in the order of the text.
//!
//! The source of a draft is a phrase of the cast, or a pronoun. A pronoun that is the source of a
//! quotation is looked up where the quotation begins, so that nobody named inside it is taken.
//! Pronouns elsewhere are looked up where they stand. A draft without source goes on from the
//! statement before it if it is a quotation by itself; with a passive cue it has no speaker.
//!
//! The gender of somebody that no table and no title tells is learnt from the pronouns. They all have
//! a voice on a first way through the text. Where they contradict each other one of them was
//! misunderstood, and the text is walked once more, with the gender that most of them gave.

use super::clusters::words_of;
use super::entity::{Entity, EntityIx};
use super::holders::is_head;
use super::memory::{Memory, Recent};
use super::phrase::{Gender, Kind, Phrase, PhraseIx};
use super::report;
use super::settings::{Place, places};
use super::sources::Source;
use super::words::KeyMap;
use super::{Cast, Resolved};
use crate::lexicon::fixed::TWO;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{
    Chars, Draft, Ix, Kind as StatementKind, Segments, Shape, Span, Token, WordId, sort_by_number,
};

/// Gives every draft its speaker, where there is one to be sure of.
///
/// Takes all that the stages before have found: what is needed no more makes room for what is reported.
pub fn resolve(
    text: &str,
    segments: Segments,
    mut cast: Cast,
    drafts: Vec<Draft>,
    lexicon: &Lexicon,
) -> Resolved {
    let entities = std::mem::take(&mut cast.entities);
    let before: Vec<Before> = entities.iter().map(Before::of).collect();
    // Before all else, as sorting takes room for a while.
    let places = places(&cast.phrases, &drafts);
    let order = order(&drafts);
    let (cast, countries) = (&cast, &countries(&cast));
    let ground = Ground {
        text,
        segments: &segments,
        lexicon,
        cast,
        drafts: &drafts,
        places: &places,
        countries,
    };
    let mut resolver = Resolver::new(ground, entities, Way::Voting);
    resolver.run(&order);
    if resolver.entities.iter().any(|entity| entity.voices.iter().all(|voices| *voices > 0)) {
        let mut entities = std::mem::take(&mut resolver.entities);
        // Makes room for the next.
        drop(resolver);
        // Who was made on the way is made again.
        entities.truncate(before.len());
        entities.iter_mut().zip(&before).for_each(|(entity, before)| before.again(entity));
        resolver = Resolver::new(ground, entities, Way::Final);
        resolver.run(&order);
    }
    let Resolver { entities, entity_of, antecedent, speaker, source, joint_name, .. } = resolver;
    drop(segments);
    report::report(
        text,
        cast,
        drafts,
        &report::Known { entities, entity_of, antecedent, speaker, source, joint_name },
    )
}

/// What a way through the text changes of an entity, as it was before.
struct Before {
    gender: Option<Gender>,
    speaks: bool,
    mentions: u32,
}

impl Before {
    fn of(entity: &Entity) -> Self {
        Before { gender: entity.gender, speaks: entity.speaks, mentions: entity.mentions }
    }

    /// Makes the entity what it was, but for the gender that most voices gave it.
    fn again(&self, entity: &mut Entity) {
        entity.gender = self.gender.or(entity.most());
        entity.speaks = self.speaks;
        entity.mentions = self.mentions;
        entity.voices = [0; 2];
    }
}

/// What is known before anybody is asked who speaks.
#[derive(Clone, Copy)]
struct Ground<'a> {
    text: &'a str,
    segments: &'a Segments,
    lexicon: &'a Lexicon,
    cast: &'a Cast,
    drafts: &'a [Draft],
    places: &'a [Place],
    countries: &'a KeyMap,
}

/// What pronouns do with a gender that nothing else tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// They have a voice for it, and give none.
    Voting,
    /// They give it.
    Final,
}

pub struct Resolver<'a> {
    pub text: &'a str,
    pub segments: &'a Segments,
    pub lexicon: &'a Lexicon,
    pub cast: &'a Cast,
    pub drafts: &'a [Draft],
    /// Of each phrase.
    pub places: &'a [Place],
    pub way: Way,
    pub entities: Vec<Entity>,
    pub entity_of: Vec<Option<EntityIx>>,
    /// The phrase that a pronoun takes up.
    pub antecedent: Vec<Option<Ix>>,
    pub together: Option<EntityIx>,
    pub speaker: Vec<Option<EntityIx>>,
    pub source: Vec<Option<Source>>,
    /// Whether a phrase is the source of a draft.
    pub is_source: Vec<bool>,
    pub memory: Memory,
    /// Who had the turns of a transcript so far.
    pub turns: Vec<EntityIx>,
    /// "His Eminence", and who was called so first.
    pub styles: Vec<(&'a str, EntityIx)>,
    /// Who denies something: the defendant of a trial.
    pub accused: Option<EntityIx>,
    /// The only thing that speaks, if one does.
    pub only_thing: Option<EntityIx>,
    /// Who is received by the main person of a readout.
    pub guest: Option<EntityIx>,
    /// Of a reply, who spoke before it, and to whom.
    pub asked: Option<(Option<EntityIx>, Option<EntityIx>)>,
    /// Who speaks by a description alone, before anybody does by name; none from then on.
    pub leads: Option<Vec<EntityIx>>,
    /// "Strode and Dree", where the collective has no other name.
    pub joint_name: Option<Span>,
    /// The last statement inside each, and at the end inside none.
    pub last_inside: Vec<Option<u32>>,
    /// What presidents and ministers are of.
    countries: &'a KeyMap,
}

/// In "the Foreign Minister of Veyra": Veyra.
fn countries(cast: &Cast) -> KeyMap {
    const OF_STATE: Classes =
        Classes::of(&[Class::HeadOfState, Class::HeadOfGovernment, Class::Group]);
    let mut countries = KeyMap::default();
    let of_state = |phrase: &&Phrase| {
        phrase.kind == Kind::Person && phrase.office.is_some_and(|o| o.classes.has_any(OF_STATE))
    };
    for phrase in cast.phrases.iter().filter(of_state) {
        for word in words_of(&cast.words, &phrase.modifiers).iter().filter(|word| word.capital) {
            countries.set(word.key, 1);
        }
    }
    countries
}

/// The drafts as they start. Equals keep their order: outer ones first.
fn order(drafts: &[Draft]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..drafts.len() as u32).collect();
    sort_by_number(&mut order, |draft| start_of(&drafts[*draft as usize]).into());
    order
}

impl<'a> Resolver<'a> {
    fn new(ground: Ground<'a>, entities: Vec<Entity>, way: Way) -> Self {
        let Ground { text, segments, lexicon, cast, drafts, places, countries } = ground;
        Resolver {
            text,
            segments,
            lexicon,
            cast,
            drafts,
            places,
            way,
            entities,
            entity_of: cast.entity_of.clone(),
            antecedent: vec![None; cast.phrases.len()],
            together: cast.together,
            speaker: vec![None; drafts.len()],
            source: vec![None; drafts.len()],
            is_source: vec![false; cast.phrases.len()],
            memory: Memory::default(),
            turns: Vec::new(),
            styles: Vec::new(),
            accused: None,
            only_thing: None,
            guest: None,
            asked: None,
            leads: Some(Vec::new()),
            joint_name: None,
            last_inside: vec![None; drafts.len() + 1],
            countries,
        }
    }

    /// `order` is that of the drafts; they stand before the phrases at their start.
    fn run(&mut self, mut order: &[u32]) {
        let drafts = self.drafts;
        for (at, draft) in drafts.iter().enumerate() {
            self.source[at] = self.source_of(draft);
            if let Some(Source::Phrase(phrase)) = self.source[at] {
                self.is_source[phrase as usize] = true;
                if let Some(entity) = self.entity_of[phrase as usize] {
                    self.entities[entity.ix()].speaks = true;
                }
            }
            self.accused = self.accused.or_else(|| self.who_denies(at));
        }
        self.only_thing = self.find_only_thing();
        let guest = |phrase: &Phrase| phrase.office.is_some_and(|o| o.classes.has(Class::Guest));
        if self.cast.phrases.iter().any(guest) {
            self.guest = self.find_guest();
        }
        let cast = self.cast;
        for (at, phrase) in cast.phrases.iter().enumerate() {
            while let [draft, rest @ ..] = order
                && start_of(&drafts[*draft as usize]) <= phrase.span.start
            {
                self.draft(*draft);
                order = rest;
            }
            self.phrase(at as PhraseIx, phrase);
        }
        for draft in order {
            self.draft(*draft);
        }
        // Sources that stand after their content and are pronouns inside a later phrase.
        for at in 0..self.drafts.len() {
            if self.speaker[at].is_none()
                && let Some(Source::Phrase(phrase)) = self.source[at]
            {
                self.speaker[at] = self.entity_of[phrase as usize];
            }
        }
    }

    fn draft(&mut self, at: u32) {
        let draft = &self.drafts[at as usize];
        let around = draft.inside.and_then(|d| self.speaker.get(d as usize).copied().flatten());
        // The statement before it that is reported by the same one, or by none.
        let family = draft.inside.map_or(self.drafts.len(), |d| d as usize);
        let before = self.last_inside[family].replace(at).map(|d| d as usize);
        let replies = draft.inside.is_none() && self.replies(draft);
        self.asked =
            before.filter(|_| replies).map(|before| (self.speaker[before], self.told(before)));
        if draft.inside.is_none()
            && draft.kind != StatementKind::Turn
            && let Some(Source::Phrase(phrase)) = self.source[at as usize]
        {
            self.lead(phrase);
        }
        let speaker = match self.source[at as usize] {
            Some(Source::Phrase(phrase)) => {
                self.take_counterpart(phrase);
                match self.entity_of[phrase as usize] {
                    None => self.pronoun(phrase, Some(at)),
                    Some(entity) => {
                        if self.merge_described(phrase, entity).is_none()
                            && let Some(firm) = self.firm(phrase, entity)
                        {
                            self.merge(entity, firm);
                        }
                    }
                }
                self.entity_of[phrase as usize]
            }
            Some(Source::Joint) => {
                // "Strode and Dree" are not "the three leaders", nor all "Heads of Government".
                self.together = self.together.filter(|together| {
                    let known = &self.entities[together.ix()];
                    let mut offices = known.offices.iter().map(|(office, _)| office.classes);
                    let all = offices.any(|office| is_head(office) && !office.has(Class::Person));
                    known.number == WordId::UNKNOWN && !all || known.number == TWO
                });
                if self.together.is_none() {
                    self.joint_name = Some(self.joint_name_in(whole(&draft.source)));
                }
                Some(self.together_here())
            }
            Some(Source::Own) => around,
            Some(Source::It) => {
                let kind = |e: EntityIx| self.entities[e.ix()].kind;
                let spoke = before.and_then(|d| self.speaker[d]);
                let body = |e: &EntityIx| matches!(kind(*e), Kind::Body | Kind::Side);
                let subject = || {
                    let paragraph = self.paragraph_of(start_of(draft));
                    self.memory.subject_since(paragraph, |e| {
                        kind(e) == Kind::Body && !self.entities[e.ix()].plural
                    })
                };
                let named = || spoke.filter(|e| kind(*e) == Kind::Name);
                spoke.filter(body).or_else(subject).or_else(named)
            }
            Some(Source::Same) => {
                before.filter(|d| self.is_near(*d, at as usize)).and_then(|d| self.speaker[d])
            }
            None => None,
        };
        self.speaker[at as usize] = speaker;
        if draft.kind == StatementKind::Turn
            && let Some(entity) = speaker
        {
            self.turns.push(entity);
        }
        // "Asked whether it was late, he": who spoke before.
        let asked = draft.source.is_empty() && draft.kind == StatementKind::Indirect;
        if draft.inside.is_none() && draft.kind != StatementKind::Turn && !asked {
            self.memory.spoke(speaker);
        }
    }

    /// A phrase where it stands: a pronoun is looked up, anything else comes to mind.
    fn phrase(&mut self, at: PhraseIx, phrase: &Phrase) {
        let unknown = self.entity_of[at as usize].is_none();
        if phrase.kind == Kind::Pronoun && unknown && !self.is_source[at as usize] {
            self.pronoun(at, None);
        }
        // "conveyed to her guest": as if he spoke.
        let guest = phrase.office.is_some_and(|office| office.classes.has(Class::Guest));
        self.take_counterpart(at);
        if guest && let Some(entity) = self.entity_of[at as usize] {
            self.merge_described(at, entity);
        }
        // A byline brings nobody to mind, nor does the label of a turn.
        let aside = self.is_aside(phrase);
        if let Some(entity) = self.entity_of[at as usize]
            && !phrase.predicate
            && !aside
        {
            if self.is_called(at, phrase) {
                return;
            }
            let place = self.places[at as usize];
            self.memory.named(Recent {
                entity,
                line: phrase.line,
                phrase: at,
                start: phrase.span.start,
                role: phrase.role,
                inside: place.inside(),
                quoted: place.quoted(),
                listed: self.is_listed(phrase),
            });
        }
    }

    /// Whom the draft is said to.
    pub(super) fn told(&self, draft: usize) -> Option<EntityIx> {
        let told = self.drafts[draft].addressee?;
        report::addressee(self.cast, &self.entity_of, told)
    }

    /// Where the paragraph begins that holds the place, or not far before it.
    pub(super) fn paragraph_of(&self, place: u32) -> u32 {
        let far = self.text.floor_char_boundary((place as usize).saturating_sub(LONGEST_PARAGRAPH));
        let line = self.text[far..place as usize].rfind('\n').map_or(0, |end| end + 1);
        (far + line) as u32
    }

    /// The collective of the two speakers, which has no phrase of its own.
    pub(super) fn together_here(&mut self) -> EntityIx {
        if let Some(together) = self.together {
            return together;
        }
        let index = EntityIx::new(self.entities.len());
        let known = Entity { proper: true, specific: true, speaks: true, ..Entity::new(u32::MAX) };
        self.entities.push(Entity { kind: Kind::Together, plural: true, ..known });
        self.together = Some(index);
        index
    }

    /// "The mayor and the governor | , in a joint statement,"
    fn joint_name_in(&self, source: Span) -> Span {
        let segments = self.segments;
        let tokens = segments.token_from(source.start)..segments.token_from(source.end);
        let tokens = &segments.tokens[tokens];
        let aside = |[comma, next]: &[Token; 2]| {
            comma.shape == Shape::Comma && self.lexicon.has(next.word, Class::Preposition)
        };
        let end = tokens.array_windows().position(aside).map(|comma| tokens[comma].span().start);
        Span::new(source.start, end.unwrap_or(source.end))
    }

    /// Whether the text has a president or a minister of what is named.
    pub(super) fn is_country(&self, known: &Entity) -> bool {
        let [word] = words_of(&self.cast.words, &known.name) else { return false };
        self.countries.get(word.key) > 0
    }

    /// Whether nothing but speech stands between the two drafts: next sentence or next paragraph.
    fn is_near(&self, before: usize, at: usize) -> bool {
        let end = parts(&self.drafts[before]).map(|s| s.end).max();
        let start = start_of(&self.drafts[at]);
        let Some(end) = end.filter(|end| *end <= start) else { return false };
        let gap = &self.text[end as usize..start as usize];
        // "he wrote | on Murmur." and a quotation that is a paragraph by itself.
        let stop = [". ", ".\n"].into_iter().filter_map(|stop| gap.find_all(stop)).min();
        let rest = match stop {
            Some(at) if at <= LONGEST_REST && gap[..at].find_in(QUOTES).is_none() => &gap[at..],
            _ => gap,
        };
        rest.chars().filter(|c| c.is_alphanumeric()).nth(2).is_none()
    }
}

/// Nobody is looked for farther back in a paragraph, in bytes.
const LONGEST_PARAGRAPH: usize = 2000;

/// So many bytes may stand between a cue and the end of its sentence.
const LONGEST_REST: usize = 60;
const QUOTES: &str = "\"“”«»\n";

/// From the first to the last part.
pub fn whole(spans: &[Span]) -> Span {
    match spans {
        [first, .., last] => first.to(*last),
        [only] => *only,
        [] => Span::default(),
    }
}

/// Where the statement begins, whichever of its parts stands first.
pub fn start_of(draft: &Draft) -> u32 {
    parts(draft).map(|s| s.start).min().unwrap_or(0)
}

fn parts(draft: &Draft) -> impl Iterator<Item = &Span> {
    [&draft.content, &draft.source, &draft.cue].into_iter().flatten()
}
