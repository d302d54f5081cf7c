//! Gives every draft its speaker, in the order of the text.
//!
//! The source of a draft is a phrase of the cast, or a pronoun. A pronoun that is the source of a
//! quotation is looked up where the quotation begins, so that nobody named inside it is taken.
//! Pronouns elsewhere are looked up where they stand. A draft without source goes on from the
//! statement before it if it is a quotation by itself; with a passive cue it has no speaker.
//!
//! The gender of somebody that no table and no title tells is learnt from the pronouns. They all
//! have a voice on a first way through the text. Where they contradict each other one of them was
//! misunderstood, and the text is walked once more, with the gender that most of them gave.

use super::bearers::holds;
use super::clusters::words_of;
use super::entity::{Entity, EntityIx};
use super::ground::{Ground, countries};
use super::holders::is_head;
use super::memory::{Memory, Recent};
use super::phrase::{
    Definite, Gender, Office, Phrase, PhraseIx, Referent, Role, disagree, phrases_in,
};
use super::report::{self, Findings, Joint};
use super::settings::within;
use super::sources::Source;
use super::words::is_one_of;
use super::{Cast, Resolved};
use crate::lexicon::fixed::{IS, TWO};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Chars, Draft, Ix, Kind, MentionForm, Segments, Span, WordId, sort_by_number};

/// Two who speak together are looked for among so many who did before.
const RECENT_JOINTS: usize = 100;
/// So many bytes may stand between a cue and the end of its sentence.
const LONGEST_REST_BYTES: usize = 60;
/// What no rest of a sentence holds.
const QUOTES: &str = "\"“”«»\n";

/// Gives every draft its speaker, where there is one to be sure of.
///
/// Takes all that the stages before have found: what is needed no more makes room for what is
/// reported.
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
    let within = within(&cast.phrases, &drafts);
    let order = order(&drafts);
    let (cast, countries) = (&cast, &countries(&cast));
    let ground = Ground {
        text,
        segments: &segments,
        lexicon,
        cast,
        drafts: &drafts,
        within: &within,
        countries,
    };
    let mut resolver = Resolver::new(ground, entities, Way::Voting);
    resolver.run(&order);
    if resolver.found.entities.iter().any(|entity| entity.voices.iter().all(|voices| *voices > 0)) {
        let mut entities = std::mem::take(&mut resolver.found.entities);
        // Makes room for the next.
        drop(resolver);
        // Who was made on the way is made again.
        entities.truncate(before.len());
        entities.iter_mut().zip(&before).for_each(|(entity, before)| before.again(entity));
        resolver = Resolver::new(ground, entities, Way::Final);
        resolver.run(&order);
    }
    let found = std::mem::take(&mut resolver.found);
    // Makes room for the report.
    drop(resolver);
    drop(segments);
    report::report(text, cast, drafts, &found)
}

/// What a way through the text changes of an entity, as it was before.
struct Before {
    gender: Option<Gender>,
    speaks: bool,
    mentions: u32,
    offices: usize,
}

impl Before {
    fn of(entity: &Entity) -> Self {
        Before {
            gender: entity.gender,
            speaks: entity.speaks,
            mentions: entity.mentions,
            offices: entity.offices.len(),
        }
    }

    /// Makes the entity what it was, but for the gender that most voices gave it.
    fn again(&self, entity: &mut Entity) {
        entity.gender = self.gender.or(entity.most());
        entity.speaks = self.speaks;
        entity.mentions = self.mentions;
        entity.voices = [0; 2];
        entity.offices.truncate(self.offices);
    }
}

/// What pronouns do with a gender that nothing else tells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// They have a voice for it, and give none.
    Voting,
    /// They give it.
    Final,
}

/// Gives the drafts their speakers, on one way through the text.
pub struct Resolver<'a> {
    pub ground: Ground<'a>,
    pub way: Way,
    pub found: Findings,
    pub outlook: Outlook,
    pub memory: Memory,
    pub course: Course<'a>,
}

/// What all drafts tell together, before the first of them has a speaker.
#[derive(Default)]
pub struct Outlook {
    /// The first draft whose source a phrase is.
    pub draft_of: Vec<Option<Ix>>,
    /// Who denies something: the defendant of a trial.
    pub accused: Option<EntityIx>,
    /// The only thing that speaks, if one does.
    pub only_thing: Option<EntityIx>,
    /// Who is received by the main person of a readout.
    pub guest: Option<EntityIx>,
}

impl Outlook {
    /// Whether a phrase is the source of a draft.
    pub fn is_source(&self, phrase: usize) -> bool {
        self.draft_of.get(phrase).is_some_and(Option::is_some)
    }
}

/// What the drafts so far have told, beside who was named last.
pub struct Course<'a> {
    /// "Both sides", the two leaders.
    pub together: Option<EntityIx>,
    /// Who had the turns of a transcript.
    pub turns: Vec<EntityIx>,
    /// "His Eminence", and who was called so first.
    pub styles: Vec<(&'a str, EntityIx)>,
    /// Of a reply, who spoke before it, and to whom.
    pub asked: Option<(Option<EntityIx>, Option<EntityIx>)>,
    /// Who asked what the words around are the answer to, and is "you" there.
    pub hearer: Option<EntityIx>,
    /// Who spoke before in the same statement.
    pub spoke: Option<EntityIx>,
    /// It follows right behind that.
    pub follows: bool,
    /// Who speaks by a description alone, before anybody does by name; none from then on.
    pub leads: Option<Vec<EntityIx>>,
    /// The last statement inside each, and at the end inside none.
    last_inside: Vec<Option<u32>>,
}

/// The drafts as they start. Equals keep their order: outer ones first.
fn order(drafts: &[Draft]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..drafts.len() as u32).collect();
    sort_by_number(&mut order, |draft| start_of(&drafts[*draft as usize]).into());
    order
}

impl<'a> Resolver<'a> {
    fn new(ground: Ground<'a>, entities: Vec<Entity>, way: Way) -> Self {
        let Ground { cast, drafts, .. } = ground;
        Resolver {
            ground,
            way,
            found: Findings {
                entities,
                entity_of: cast.entity_of.clone(),
                antecedent: vec![None; cast.phrases.len()],
                speaker: vec![None; drafts.len()],
                source: vec![None; drafts.len()],
                joints: Vec::new(),
            },
            outlook: Outlook::default(),
            memory: Memory::default(),
            course: Course {
                together: cast.together,
                turns: Vec::new(),
                styles: Vec::new(),
                asked: None,
                hearer: None,
                spoke: None,
                follows: false,
                leads: Some(Vec::new()),
                last_inside: vec![None; drafts.len() + 1],
            },
        }
    }

    /// What is known of somebody by now.
    pub fn entity(&self, at: EntityIx) -> &Entity {
        &self.found.entities[at.ix()]
    }

    /// Goes the way; `order` is that of the drafts.
    fn run(&mut self, order: &[u32]) {
        self.look_ahead();
        self.walk(order);
        self.take_late_sources();
    }

    /// Looks which phrases are sources, and at what they tell together.
    fn look_ahead(&mut self) {
        let Ground { cast, drafts, .. } = self.ground;
        self.outlook.draft_of = vec![None; cast.phrases.len()];
        for (at, draft) in drafts.iter().enumerate() {
            self.found.source[at] = self.source_of(draft);
            if let Some(Source::Phrase(phrase)) = self.found.source[at] {
                self.outlook.draft_of[phrase as usize].get_or_insert(Ix::new(at));
                if let Some(entity) = self.found.entity_of[phrase as usize] {
                    self.found.entities[entity.ix()].speaks = true;
                    self.found.entities[entity.ix()].tells |= !self.ground.takes_stand(draft);
                }
            }
            self.outlook.accused = self.outlook.accused.or_else(|| self.who_denies(at));
        }
        self.outlook.only_thing = self.find_only_thing();
        if cast.phrases.iter().any(Phrase::is_guest) {
            self.outlook.guest = self.find_guest();
        }
    }

    /// Meets drafts and phrases in text order; a draft stands before the phrases at its start.
    fn walk(&mut self, mut order: &[u32]) {
        let Ground { cast, drafts, .. } = self.ground;
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
    }

    /// Sources that stand after their content and are pronouns inside a later phrase.
    fn take_late_sources(&mut self) {
        let Findings { speaker, source, entity_of, .. } = &mut self.found;
        for (speaker, source) in speaker.iter_mut().zip(source) {
            if speaker.is_none()
                && let Some(Source::Phrase(phrase)) = source
            {
                *speaker = entity_of[*phrase as usize];
            }
        }
    }

    /// Gives a draft its speaker, and takes down who speaks.
    fn draft(&mut self, at: u32) {
        let draft = &self.ground.drafts[at as usize];
        // The statement before it that is reported by the same one, or by none.
        let family = draft.inside.map_or(self.ground.drafts.len(), |d| d as usize);
        let before = self.course.last_inside[family].replace(at).map(|d| d as usize);
        let outermost = draft.inside.is_none();
        let replied = before.filter(|before| {
            // "Holm said so. Rao reminded him of it. He replied": not to himself.
            let spoken = self.ground.asks(&self.ground.drafts[*before])
                || self.ground.is_near(*before, at as usize);
            let replies = spoken && self.ground.replies(draft) && !self.still_answers(*before);
            outermost && (replies || self.answers(*before, at as usize))
        });
        self.course.asked = replied.map(|before| (self.found.speaker[before], self.told(before)));
        if outermost {
            let asked = replied.filter(|before| self.ground.asks(&self.ground.drafts[*before]));
            self.course.hearer = asked.and_then(|before| self.found.speaker[before]);
        }
        self.course.spoke = before.and_then(|before| self.found.speaker[before]);
        // Not "Holm reports: “She was ill. It was late.” ¶ “I never doubted it,” she said".
        self.course.follows = before.is_some_and(|before| {
            let said = &self.ground.drafts[before];
            let paragraph = self.ground.paragraph_of(start_of(draft)) <= start_of(said);
            let kind = draft.kind == Kind::Indirect || draft.kind == said.kind && paragraph;
            kind && self.ground.is_near(before, at as usize)
        });
        let turn = draft.kind == Kind::Turn;
        let speaker = match self.found.source[at as usize] {
            Some(Source::Phrase(phrase)) => {
                if outermost && !turn && !self.ground.asks(draft) {
                    self.lead(phrase, draft);
                }
                let writer = before.and_then(|before| self.writer(phrase, before));
                writer.or_else(|| self.identify(phrase, at))
            }
            Some(Source::Joint(members)) => Some(self.joint_speaker(draft, members)),
            Some(Source::Own) => match draft.inside {
                Some(outer) => self.found.speaker[outer as usize],
                None => self.author(draft),
            },
            Some(Source::It) => self.body_meant(draft, before),
            Some(Source::Same) => {
                let is_near = |d: &usize| {
                    self.ground.is_near(*d, at as usize) || self.ground.is_asked(*d, at as usize)
                };
                let near = before.filter(is_near);
                let turn = near.and_then(|d| self.takes_turn(d, at as usize));
                let goes_on = |d: usize| {
                    let answers = self.is_answered(d, at as usize);
                    if answers { self.told(d) } else { self.found.speaker[d] }
                };
                turn.or_else(|| near.and_then(goes_on))
            }
            None => None,
        };
        self.found.speaker[at as usize] = speaker;
        if turn {
            self.course.turns.extend(speaker);
        }
        // "Asked whether it was late, he", "said so when a reporter asked. He": who spoke before.
        let asked = draft.source.is_empty() && draft.kind == Kind::Indirect
            || self.ground.asks_in_passing(draft)
                && self.found.source[at as usize] != Some(Source::Own);
        if outermost && !turn && !asked {
            self.memory.spoke(speaker);
        }
    }

    /// Whom the phrase means that is the source of a draft.
    fn identify(&mut self, phrase: PhraseIx, draft: u32) -> Option<EntityIx> {
        self.take_counterpart(phrase);
        if let Some(another) = self.not_himself(phrase) {
            self.found.entity_of[phrase as usize] = another;
            return another;
        }
        match self.found.entity_of[phrase as usize] {
            None => self.pronoun(phrase, Some(draft)),
            Some(entity) => {
                if self.merge_described(phrase, entity).is_none()
                    && let Some(firm) = self.firm(phrase, entity)
                {
                    self.merge(entity, firm);
                }
            }
        }
        self.found.entity_of[phrase as usize]
    }

    /// In “The President promised me snow,” President Orr said: another president, if the text has
    /// one.
    fn not_himself(&self, at: PhraseIx) -> Option<Option<EntityIx>> {
        let title = &self.ground.cast.phrases[at as usize];
        // “The ministry regrets it,” the Foreign Ministry said.
        let person = title.kind == Referent::Person && !title.plural;
        let bare = person && !title.is_named() && title.definite == Definite::Known;
        let office = title.office.filter(|_| bare)?;
        let inside = self.ground.within[at as usize].inside()?;
        let Some(Source::Phrase(by)) = self.found.source[inside as usize] else { return None };
        // The President raised it: “The President said no.”
        let by = &self.ground.cast.phrases[by as usize];
        let called = by.is_named() || by.kind == Referent::Pronoun;
        let speaker = self.quoter(Some(inside))?;
        let another = |e: &EntityIx| {
            let other = self.entity(*e);
            *e != speaker && !other.plural && holds(other)(office)
        };
        let himself = called && self.found.entity_of[at as usize] == Some(speaker);
        himself.then(|| self.memory.names().find(another))
    }

    /// "I asked her", below "By Ana Ruiz": she; "we", behind "We, the Ministers,": they.
    fn author(&self, draft: &Draft) -> Option<EntityIx> {
        let Ground { cast, text, .. } = self.ground;
        let source = draft.source.first().map_or("", |source| source.of(text));
        let author = if is_one_of(source, "I me") { cast.author } else { cast.authors };
        self.found.entity_of[author? as usize]
    }

    /// "Strode and Dree", who are not "the three leaders", nor all "Heads of Government", nor
    /// "Strode and Holm".
    fn joint_speaker(&mut self, draft: &Draft, members: [PhraseIx; 3]) -> EntityIx {
        let shared = |joint: &Joint| self.in_common(joint.members, members);
        let mut recent = self.found.joints.iter().rev().take(RECENT_JOINTS);
        let same =
            |joint: &&Joint| shared(joint) == 3 && self.in_common(members, joint.members) == 3;
        if let Some(known) = recent.find(same) {
            self.course.together = Some(known.entity);
            return known.entity;
        }
        let others = !self.found.joints.is_empty()
            || members[1] != members[2]
            || self.are_untitled(whole(&draft.source));
        self.course.together = self.course.together.filter(|together| {
            let known = self.entity(*together);
            let mut offices = known.offices.iter().map(|(office, _)| office.classes);
            let all = offices.any(|office| is_head(office) && !office.has(Class::Person));
            !others
                && known.specific
                && (known.number == WordId::UNKNOWN && !all || known.number == TWO)
        });
        let entity = self.together_here();
        // "Strode and Dree, both of Kelm"
        let Cast { phrases, words, .. } = self.ground.cast;
        let last = &phrases[members[2] as usize];
        let surname = words_of(words, &last.name).last();
        let surname = surname.filter(|_| last.kind != Referent::Body);
        // "Strode and her team"
        let last = match last.role {
            Role::Possessor => whole(&draft.source),
            _ => surname.map_or(last.span, |word| word.span()),
        };
        let name = Span::new(whole(&draft.source).start, last.end);
        self.found.joints.push(Joint { members, entity, name });
        entity
    }

    /// How many of the ones are of the others.
    fn in_common(&self, one: [PhraseIx; 3], other: [PhraseIx; 3]) -> usize {
        let of = |phrases: [PhraseIx; 3]| phrases.map(|at| self.found.entity_of[at as usize]);
        let other = of(other);
        of(one).iter().filter(|entity| entity.is_some() && other.contains(entity)).count()
    }

    /// In "Talks of the two sides failed. Ann Lee and Jan Orr said": two of whom the text tells no
    /// office, or a trade, are not the two sides.
    fn are_untitled(&self, source: Span) -> bool {
        let phrases = &self.ground.cast.phrases;
        let named = phrases_in(phrases, source).filter(|at| phrases[*at].is_named());
        let named: Vec<_> = named.filter_map(|at| self.found.entity_of[at]).collect();
        let untitled = |e: &EntityIx| {
            let known = self.entity(*e);
            let trade = |(held, _): &(Office, _)| held.classes.has(Class::Work);
            known.offices.iter().all(trade)
                && known.style == WordId::UNKNOWN
                && known.name.len() > 1
        };
        named.len() > 1 && named.iter().all(untitled)
    }

    /// A phrase where it stands: a pronoun is looked up, anything else comes to mind.
    fn phrase(&mut self, at: PhraseIx, phrase: &Phrase) {
        let unknown = self.found.entity_of[at as usize].is_none();
        if phrase.kind == Referent::Pronoun && unknown && !self.outlook.is_source(at as usize) {
            self.pronoun(at, None);
        }
        // "conveyed to her guest": as if he spoke.
        self.take_counterpart(at);
        if phrase.is_guest()
            && let Some(entity) = self.found.entity_of[at as usize]
        {
            self.merge_described(at, entity);
        }
        if let Some((title, who)) = self.who_is(at) {
            self.merge(title, who);
        }
        // A byline brings nobody to mind, nor does the label of a turn.
        let aside = self.ground.is_aside(phrase);
        if let Some(entity) = self.found.entity_of[at as usize]
            && !phrase.predicate
            && !aside
        {
            if self.is_called(at, phrase) {
                return;
            }
            let place = self.ground.within[at as usize];
            // "In her view", "the team led by Holm": who speaks or leads is as good as a subject.
            let views = phrase.kind == Referent::Pronoun && self.outlook.is_source(at as usize)
                || self.ground.leads_subject(at);
            self.memory.named(Recent {
                entity,
                line: phrase.line,
                phrase: at,
                start: phrase.span.start,
                role: if views { Role::Subject } else { phrase.role },
                inside: place.inside(),
                quoted: place.quoted(),
                listed: self.ground.is_listed(phrase),
            });
        }
    }

    /// In "Holm said so. She is | the mayor": the title's entity, and Holm.
    fn who_is(&self, at: PhraseIx) -> Option<(EntityIx, EntityIx)> {
        let [.., subject, title] = &self.ground.cast.phrases[..=at as usize] else { return None };
        let between = subject.tokens.end as usize..title.tokens.start as usize;
        let is = matches!(self.ground.segments.tokens.get(between)?, [is] if is.word == IS);
        let office = title.office.is_some_and(|office| office.classes.has(Class::Office));
        let holds = office && title.definite != Definite::New;
        // “She is the mayor,” he said: who is less sure.
        let own = !self.ground.is_aside(subject) && !self.ground.within[at as usize].quoted();
        let she = subject.form == MentionForm::Pronoun && own;
        let [who, held] = [at as usize - 1, at as usize].map(|at| self.found.entity_of[at]);
        let (who, held) = who.zip(held)?;
        let [named, described] = [who, held].map(|e| self.entity(e));
        let person = |known: &Entity| known.kind == Referent::Person && !known.plural;
        let fits = person(described)
            && described.name.is_empty()
            && !named.name.is_empty()
            && !named.plural
            && !disagree(named.gender, described.gender);
        (is && holds && she && subject.line == title.line && fits).then_some((held, who))
    }

    /// Whom the draft is said to.
    pub(super) fn told(&self, draft: usize) -> Option<EntityIx> {
        let told = self.ground.drafts[draft].addressee?;
        report::addressee(self.ground.cast, &self.found.entity_of, told)
    }

    /// The collective of the two speakers, which has no phrase of its own.
    pub(super) fn together_here(&mut self) -> EntityIx {
        if let Some(together) = self.course.together {
            return together;
        }
        let index = EntityIx::new(self.found.entities.len());
        let known = Entity { proper: true, specific: true, speaks: true, ..Entity::new(u32::MAX) };
        self.found.entities.push(Entity { kind: Referent::Together, plural: true, ..known });
        self.course.together = Some(index);
        index
    }
}

impl Ground<'_> {
    /// "Veyra condemns the attack", "encourages trade": a country has a stand, and says nothing.
    fn takes_stand(&self, draft: &Draft) -> bool {
        const STANDS: Classes = Classes::of(&[Class::TakesPhrase, Class::TakesTo]);
        let Some(cue) = draft.cue.first() else { return false };
        // "highly appreciates"
        let mut words = self.segments.tokens[self.segments.token_from(cue.start)..].iter();
        let word = words.find(|word| !self.lexicon.has(word.word, Class::Adverb));
        let verb = word.map_or(Classes::default(), |word| self.lexicon.classes(word.word));
        verb.has_any(STANDS) && verb.has(Class::PresentS)
    }

    /// Whether nothing but speech stands between the two drafts: next sentence or next paragraph.
    pub(super) fn is_near(&self, before: usize, at: usize) -> bool {
        let end = parts(&self.drafts[before]).map(|s| s.end).max();
        let start = start_of(&self.drafts[at]);
        let Some(end) = end.filter(|end| *end <= start) else { return false };
        let gap = &self.text[end as usize..start as usize];
        // "he wrote | on Murmur." and a quotation that is a paragraph by itself
        let near = &gap.as_bytes()[..gap.len().min(LONGEST_REST_BYTES + ". ".len())];
        let stop = near.array_windows().position(|pair| matches!(pair, b". " | b".\n"));
        let rest = match stop {
            Some(at) if gap[..at].find_in(QUOTES).is_none() => &gap[at..],
            _ => gap,
        };
        rest.chars().filter(|c| c.is_alphanumeric()).nth(2).is_none()
    }

    /// “He is tired,” Holm said. | Why, then, had he gone? | “His girl was ill.”: a paragraph that
    /// asks stands between.
    fn is_asked(&self, before: usize, at: usize) -> bool {
        let end = parts(&self.drafts[before]).map(|s| s.end).max();
        let gap =
            end.and_then(|end| self.text.get(end as usize..start_of(&self.drafts[at]) as usize));
        let mut lines = gap.unwrap_or_default().lines().filter(|line| line.len() > 1);
        let question = lines.next().filter(|_| lines.next().is_none());
        question.is_some_and(|asks| asks.ends_with('?') && asks.find_all(". ").is_none())
    }
}

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

pub fn end_of(draft: &Draft) -> u32 {
    parts(draft).map(|s| s.end).max().unwrap_or(0)
}

fn parts(draft: &Draft) -> impl Iterator<Item = &Span> {
    [&draft.content, &draft.source, &draft.cue].into_iter().flatten()
}
