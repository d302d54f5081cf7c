//! Gives every draft its speaker, in the order of the text.
//!
//! The source of a draft is a phrase of the cast, or a pronoun. A pronoun that is the source of a
//! quotation is looked up where the quotation begins, so that nobody named inside it is taken.
//! Pronouns elsewhere are looked up where they stand. A draft without source goes on from the
//! statement before it if it is a quotation by itself; with a passive cue it has no speaker.

use super::clusters::{Entity, EntityIx};
use super::phrase::{Kind, Phrase, PhraseIx, Role};
use super::pronouns::{Memory, Setting};
use super::report;
use super::sources::Source;
use super::{Cast, Resolved};
use crate::lexicon::{Class, Lexicon};
use crate::model::{
    Draft, Kind as StatementKind, MentionForm, Segments, Span, both, sort_by_number,
};

/// Gives every draft its speaker, where there is one to be sure of.
pub fn resolve(
    text: &str,
    segments: &Segments,
    cast: &Cast,
    drafts: Vec<Draft>,
    lexicon: &Lexicon,
) -> Resolved {
    let mut resolver = Resolver {
        text,
        segments,
        lexicon,
        cast,
        drafts: &drafts,
        entities: cast.entities.clone(),
        entity_of: cast.entity_of.clone(),
        antecedent: vec![None; cast.phrases.len()],
        together: cast.together,
        speaker: vec![None; drafts.len()],
        source: vec![None; drafts.len()],
        sources: Vec::new(),
        is_speaker: vec![false; cast.entities.len()],
        styles: Vec::new(),
        joint_name: None,
        last_inside: vec![None; drafts.len() + 1],
    };
    resolver.run();
    let Resolver { entities, entity_of, antecedent, speaker, source, joint_name, .. } = resolver;
    report::report(
        text,
        cast,
        drafts,
        &report::Known { entities, entity_of, antecedent, speaker, source, joint_name },
    )
}

pub struct Resolver<'a> {
    pub text: &'a str,
    pub segments: &'a Segments,
    pub lexicon: &'a Lexicon,
    pub cast: &'a Cast,
    pub drafts: &'a [Draft],
    pub entities: Vec<Entity>,
    pub entity_of: Vec<Option<EntityIx>>,
    /// The phrase that a pronoun takes up.
    pub antecedent: Vec<Option<PhraseIx>>,
    pub together: Option<EntityIx>,
    pub speaker: Vec<Option<EntityIx>>,
    pub source: Vec<Option<Source>>,
    /// For each phrase that is a source: its drafts, in order of phrase.
    pub sources: Vec<(PhraseIx, u32)>,
    pub is_speaker: Vec<bool>,
    /// "His Eminence", and who was called so first.
    pub styles: Vec<(&'a str, EntityIx)>,
    /// "Strode and Dree", where the collective has no other name.
    pub joint_name: Option<Span>,
    /// The last statement inside each, and at the end inside none.
    pub last_inside: Vec<Option<u32>>,
}

/// What happens at a place of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    /// A statement begins.
    Draft(u32),
    Phrase(PhraseIx),
}

impl Resolver<'_> {
    fn run(&mut self) {
        for at in 0..self.drafts.len() {
            self.source[at] = self.source_of(&self.drafts[at]);
            if let Some(Source::Phrase(phrase)) = self.source[at] {
                self.sources.push((phrase, at as u32));
                if let Some(entity) = self.entity_of[phrase as usize] {
                    self.is_speaker[entity as usize] = true;
                }
            }
        }
        sort_by_number(&mut self.sources, |(phrase, draft)| both(*phrase, *draft));
        self.learn_genders();

        let mut events: Vec<(u32, u8, Event)> =
            Vec::with_capacity(self.cast.phrases.len() + self.drafts.len());
        for (at, draft) in self.drafts.iter().enumerate() {
            events.push((start_of(draft), 0, Event::Draft(at as u32)));
        }
        for (at, phrase) in self.cast.phrases.iter().enumerate() {
            events.push((phrase.span.start, 1, Event::Phrase(at as u32)));
        }
        // Equals keep their order: outer drafts and outer phrases stand first.
        sort_by_number(&mut events, |(at, order, _)| both(*at, u32::from(*order)));

        let settings = self.settings();
        let mut memory = Memory::default();
        let mut turns: Vec<EntityIx> = Vec::new();
        for (_, _, event) in events {
            match event {
                Event::Draft(at) => self.draft(at, &mut memory, &settings, &mut turns),
                Event::Phrase(at) => self.phrase(at, &mut memory, &settings, &turns),
            }
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

    fn draft(
        &mut self,
        at: u32,
        memory: &mut Memory,
        settings: &[Setting],
        turns: &mut Vec<EntityIx>,
    ) {
        let draft = &self.drafts[at as usize];
        let around = draft.inside.and_then(|d| self.speaker.get(d as usize).copied().flatten());
        // The statement before it that is reported by the same one, or by none.
        let family = draft.inside.map_or(self.drafts.len(), |d| d as usize);
        let before = self.last_inside[family].replace(at).map(|d| d as usize);
        let speaker = match self.source[at as usize] {
            Some(Source::Phrase(phrase)) => {
                if self.entity_of[phrase as usize].is_none() {
                    self.pronoun(phrase, memory, &settings[phrase as usize], turns, Some(at));
                }
                self.entity_of[phrase as usize]
            }
            Some(Source::Joint(_)) => {
                if self.together.is_none() {
                    self.joint_name = Some(whole(&draft.source));
                }
                Some(self.together_for(u32::MAX))
            }
            Some(Source::Own) => around,
            Some(Source::It) => before.and_then(|d| self.speaker[d]).filter(|e| {
                matches!(self.entities[*e as usize].kind, Kind::Body | Kind::Name | Kind::Side)
            }),
            Some(Source::Same) => {
                before.filter(|d| self.is_near(*d, at as usize)).and_then(|d| self.speaker[d])
            }
            None => None,
        };
        self.speaker[at as usize] = speaker;
        if draft.kind == StatementKind::Turn
            && let Some(entity) = speaker
        {
            turns.push(entity);
        }
        if draft.inside.is_none() && draft.kind != StatementKind::Turn {
            memory.spoke(speaker);
        }
    }
}

impl Resolver<'_> {
    /// A phrase where it stands: a pronoun is looked up, anything else comes to mind.
    fn phrase(
        &mut self,
        at: PhraseIx,
        memory: &mut Memory,
        settings: &[Setting],
        turns: &[EntityIx],
    ) {
        let cast = self.cast;
        let phrase = &cast.phrases[at as usize];
        let mut setting = settings[at as usize];
        self.who_speaks(&mut setting);
        if phrase.kind == Kind::Pronoun && self.entity_of[at as usize].is_none() && !setting.source
        {
            self.pronoun(at, memory, &settings[at as usize], turns, None);
        }
        if let Some(entity) = self.entity_of[at as usize]
            && !phrase.predicate
        {
            memory.named(entity, at, phrase, &setting);
        }
    }

    /// Looks up a pronoun; `of` is the draft whose source it is.
    fn pronoun(
        &mut self,
        at: PhraseIx,
        memory: &Memory,
        setting: &Setting,
        turns: &[EntityIx],
        of: Option<u32>,
    ) {
        let cast = self.cast;
        let phrase = &cast.phrases[at as usize];
        let mut setting = *setting;
        self.who_speaks(&mut setting);
        let style = phrase.office.is_some_and(|o| o.classes.has(Class::Style));
        if style
            && let Some((_, entity)) =
                self.styles.iter().find(|(s, _)| *s == phrase.span.of(self.text))
        {
            self.entity_of[at as usize] = Some(*entity);
            return;
        }
        if phrase.form != MentionForm::Pronoun && !style {
            // "my right hon. Friend"
            self.entity_of[at as usize] = self.member(phrase, &setting, turns);
            self.antecedent[at as usize] =
                self.entity_of[at as usize].and_then(|e| memory.last_phrase(e));
            return;
        }
        // A source that follows its quotation has no clause before it in the quotation.
        let follows = of.is_some_and(|d| start_of(&self.drafts[d as usize]) < phrase.span.start);
        let subject = if follows { None } else { self.clause_subject(at) };
        let chosen = memory.refer(
            phrase,
            &setting,
            &self.entities,
            |e| self.person_points(e),
            subject,
            self.adjoined(at),
        );
        // "They discussed": the two, rather than somebody named in passing.
        let weak = chosen.is_none_or(|e| {
            self.entities[e as usize].kind != Kind::Together && !memory.is_subject(e)
        });
        let source = of.is_some() && !setting.quoted;
        let chosen = if weak { self.they(phrase, source, memory).or(chosen) } else { chosen };
        if let Some(entity) = chosen {
            self.antecedent[at as usize] = memory.last_phrase(entity);
            self.entity_of[at as usize] = Some(entity);
            if style {
                self.styles.push((phrase.span.of(self.text), entity));
            }
            let known = &mut self.entities[entity as usize];
            if known.gender.is_none()
                && !known.plural
                && self.is_speaker.get(entity as usize) == Some(&true)
            {
                known.gender = phrase.gender;
            }
        }
    }

    /// "They" without anybody in the plural before: the two last named, or the pair of the text.
    fn they(&mut self, phrase: &Phrase, source: bool, memory: &Memory) -> Option<EntityIx> {
        if !phrase.plural || !source || phrase.role != Role::Subject {
            return None;
        }
        if self.together.is_some() {
            return self.together;
        }
        memory.pair(phrase.line, &self.entities).then(|| self.together_for(u32::MAX))
    }

    /// The collective of the two speakers, which the first mention of it names.
    fn together_for(&mut self, phrase: PhraseIx) -> EntityIx {
        if let Some(together) = self.together {
            return together;
        }
        let index = self.entities.len() as EntityIx;
        self.entities.push(Entity {
            kind: Kind::Together,
            gender: None,
            likely: None,
            plural: true,
            name: 0..0,
            fullest: phrase,
            offices: Vec::new(),
            last: phrase,
            mentions: 0,
            proper: true,
            specific: true,
            label: false,
        });
        self.is_speaker.push(true);
        self.together = Some(index);
        index
    }

    /// "The hon. Lady", "my right hon. Friend": who spoke last before the one who speaks now.
    fn member(&self, phrase: &Phrase, setting: &Setting, turns: &[EntityIx]) -> Option<EntityIx> {
        turns.iter().rev().copied().find(|e| {
            let entity = &self.entities[*e as usize];
            let chair = entity.offices.iter().any(|(o, _)| Some(o.key) == self.cast.chair);
            !chair
                && !entity.plural
                && Some(*e) != setting.quoter
                && (entity.gender.is_none()
                    || phrase.gender.is_none()
                    || entity.gender == phrase.gender)
        })
    }

    fn who_speaks(&self, setting: &mut Setting) {
        let Some(inside) = setting.inside else { return };
        setting.reporter = self.speaker[inside as usize];
        let mut at = Some(inside);
        while let Some(d) = at {
            let draft = &self.drafts[d as usize];
            if matches!(draft.kind, StatementKind::Direct | StatementKind::Turn) {
                setting.quoter = self.speaker[d as usize];
                break;
            }
            at = draft.inside;
        }
    }

    /// What a pronoun in the singular loses on an entity of unknown gender.
    fn person_points(&self, entity: EntityIx) -> i32 {
        let known = &self.entities[entity as usize];
        match known.kind {
            Kind::Person if known.proper => -6,
            Kind::Person => -16,
            _ if known.gender.is_some() => -6,
            _ if self.is_speaker.get(entity as usize) == Some(&true) => -14,
            _ if known.name.len() > 1 => -34,
            _ => -60,
        }
    }

    /// Whether nothing but speech stands between the two drafts: next sentence or next paragraph.
    fn is_near(&self, before: usize, at: usize) -> bool {
        let end = self.drafts[before]
            .content
            .iter()
            .chain(&self.drafts[before].source)
            .chain(&self.drafts[before].cue)
            .map(|s| s.end)
            .max();
        let start = start_of(&self.drafts[at]);
        let Some(end) = end.filter(|end| *end <= start) else { return false };
        let gap = &self.text[end as usize..start as usize];
        gap.chars().filter(|c| c.is_alphanumeric()).nth(2).is_none()
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
fn start_of(draft: &Draft) -> u32 {
    let parts = [&draft.content, &draft.source, &draft.cue];
    parts.into_iter().flatten().map(|s| s.start).min().unwrap_or(0)
}
