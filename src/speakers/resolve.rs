//! Gives every draft its speaker, in the order of the text.
//!
//! The source of a draft is a phrase of the cast, or a pronoun. A pronoun that is the source of a
//! quotation is looked up where the quotation begins, so that nobody named inside it is taken.
//! Pronouns elsewhere are looked up where they stand. A draft without source goes on from the
//! statement before it if it is a quotation by itself; with a passive cue it has no speaker.

use super::clusters::{Entity, EntityIx};
use super::phrase::{Kind, Phrase, PhraseIx, Role};
use super::pronouns::{Memory, Setting, Votes};
use super::report;
use super::{Cast, Resolved};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Draft, Kind as StatementKind, MentionForm, Rule, Segments, Shape, Span};

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

/// The source of a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Phrase(PhraseIx),
    /// Two phrases joined by "and".
    Joint(PhraseIx),
    /// "I", "we": who speaks the statement around it.
    Own,
    /// "it": the body that spoke last.
    It,
    /// The turn's label, the quotation before.
    Same,
}

struct Resolver<'a> {
    text: &'a str,
    segments: &'a Segments,
    lexicon: &'a Lexicon,
    cast: &'a Cast,
    drafts: &'a [Draft],
    entities: Vec<Entity>,
    entity_of: Vec<Option<EntityIx>>,
    /// The phrase that a pronoun takes up.
    antecedent: Vec<Option<PhraseIx>>,
    together: Option<EntityIx>,
    speaker: Vec<Option<EntityIx>>,
    source: Vec<Option<Source>>,
    /// For each phrase that is a source: its drafts, in order of phrase.
    sources: Vec<(PhraseIx, u32)>,
    is_speaker: Vec<bool>,
    /// "His Eminence", and who was called so first.
    styles: Vec<(&'a str, EntityIx)>,
    /// "Strode and Dree", where the collective has no other name.
    joint_name: Option<Span>,
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
        self.sources.sort_unstable();
        self.learn_genders();

        let mut events: Vec<(u32, u8, Event)> =
            Vec::with_capacity(self.cast.phrases.len() + self.drafts.len());
        for (at, draft) in self.drafts.iter().enumerate() {
            events.push((start_of(draft), 0, Event::Draft(at as u32)));
        }
        for (at, phrase) in self.cast.phrases.iter().enumerate() {
            events.push((phrase.span.start, 1, Event::Phrase(at as u32)));
        }
        // Stable: outer drafts and outer phrases stand first.
        events.sort_by_key(|(at, order, _)| (*at, *order));

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
        let before = (0..at as usize).rev().find(|d| self.drafts[*d].inside == draft.inside);
        let speaker = match self.source[at as usize] {
            Some(Source::Phrase(phrase)) => {
                if self.entity_of[phrase as usize].is_none() {
                    self.pronoun(phrase, memory, &settings[phrase as usize], turns, Some(at));
                }
                self.entity_of[phrase as usize]
            }
            Some(Source::Joint(phrase)) => {
                if self.together.is_none() {
                    self.joint_name = Some(whole(&draft.source));
                }
                Some(self.together_for(phrase))
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

    /// For each phrase, the statements around it.
    fn settings(&self) -> Vec<Setting> {
        let mut contents: Vec<(Span, u32)> = Vec::new();
        for (at, draft) in self.drafts.iter().enumerate() {
            contents.extend(draft.content.iter().map(|span| (*span, at as u32)));
        }
        let phrase_at = |at: u32| self.cast.phrases.partition_point(|p| p.span.start < at) as u32;
        let told: Vec<(u32, u32)> = self
            .drafts
            .iter()
            .map(|draft| {
                let source = draft.source.last().map_or(u32::MAX, |s| s.end);
                let content = draft.content.first().map_or(0, |c| c.start);
                if source < content { (phrase_at(source), phrase_at(content)) } else { (0, 0) }
            })
            .collect();
        contents.sort_by_key(|(span, _)| (span.start, u32::MAX - span.end));
        let mut next = contents.into_iter().peekable();
        let mut open: Vec<(Span, u32)> = Vec::new();
        let phrases = &self.cast.phrases;
        let mut settings: Vec<Setting> = Vec::with_capacity(phrases.len());
        for (at, phrase) in phrases.iter().enumerate() {
            while let Some(content) = next.next_if(|(span, _)| span.start <= phrase.span.start) {
                open.push(content);
            }
            open.retain(|(span, _)| span.end > phrase.span.start);
            let own = |d: u32| {
                let draft = &self.drafts[d as usize];
                draft.source.iter().any(|s| s.contains(phrase.span))
            };
            // A source cut out of its own content does not stand in it.
            let inside = open.iter().rev().map(|(_, d)| *d).find(|d| !own(*d));
            let quoted = open.iter().any(|(_, d)| {
                matches!(self.drafts[*d as usize].kind, StatementKind::Direct | StatementKind::Turn)
            });
            let source = self.sources.binary_search_by_key(&(at as u32), |(p, _)| *p).is_ok();
            let owned = (at > 0 && phrase.role == Role::Possessor)
                .then(|| phrases[at - 1].span.contains(phrase.span).then(|| self.entity_of[at - 1]))
                .flatten()
                .flatten();
            settings.push(Setting {
                owned,
                inside,
                quoted,
                source,
                listed: self.is_listed(phrase),
                told: inside.map_or((0, 0), |d| told[d as usize]),
                ..Setting::default()
            });
        }
        settings
    }

    /// "Strode and Dree": one of a list is hardly taken up by a pronoun in the singular.
    fn is_listed(&self, phrase: &Phrase) -> bool {
        if phrase.role == Role::Possessor || self.cast.lines[phrase.line as usize].aside {
            return false;
        }
        let name = |at: u32| {
            self.segments.tokens.get(at as usize).is_some_and(|t| t.shape.is_capitalised())
        };
        let and = |at: u32| {
            self.segments
                .tokens
                .get(at as usize)
                .is_some_and(|t| self.lexicon.form(t.word) == "and")
        };
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        and(end) && name(end + 1) || start >= 2 && and(start - 1) && name(start - 2)
    }

    /// The subject of the clause in which the phrase stands.
    fn clause_subject(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.cast.phrases[at as usize];
        if self.cast.lines[phrase.line as usize].aside {
            return None;
        }
        let mut object = false;
        for before in (0..at as usize).rev().take(12) {
            let other = &self.cast.phrases[before];
            if other.line != phrase.line {
                return None;
            }
            if other.role != Role::Subject
                || other.predicate
                || other.tokens.end > phrase.tokens.start
            {
                object |= other.role == Role::Object;
                continue;
            }
            let between = other.tokens.end as usize..phrase.tokens.start as usize;
            let opens = self.segments.tokens[between].iter().any(|t| {
                let classes = self.lexicon.classes(t.word);
                let form = self.lexicon.form(t.word);
                matches!(t.shape, Shape::Quote | Shape::Semicolon | Shape::Colon)
                    || (classes.has(Class::Complementizer) || classes.has(Class::Relative))
                        && form != "to"
                    || matches!(form, "because" | "while" | "although" | "though" | "as" | "but")
            });
            let crossed = phrase.role == Role::Oblique && object;
            return if opens || crossed { None } else { self.entity_of[before] };
        }
        None
    }

    /// In "Bashar Assad and his entourage": Assad.
    fn adjoined(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.cast.phrases[at as usize];
        if phrase.role != Role::Possessor {
            return None;
        }
        let before = (0..at as usize).rev().take(3).find(|b| {
            let other = &self.cast.phrases[*b];
            other.line == phrase.line && other.tokens.end + 1 == phrase.tokens.start
        })?;
        let and =
            &self.text[self.cast.phrases[before].span.end as usize..phrase.span.start as usize];
        if and.trim() == "and" { self.entity_of[before] } else { None }
    }

    /// What a pronoun in the singular loses on an entity of unknown gender.
    fn person_points(&self, entity: EntityIx) -> i32 {
        let known = &self.entities[entity as usize];
        match known.kind {
            Kind::Person if known.proper => -6,
            Kind::Person => -16,
            _ if self.is_speaker.get(entity as usize) == Some(&true) => -10,
            _ if known.gender.is_some() => -6,
            _ if known.name.len() > 1 => -30,
            _ => -46,
        }
    }

    /// Lets each pronoun vote for the gender of the only person that its sentence names before it.
    fn learn_genders(&mut self) {
        let mut votes = vec![Votes::default(); self.entities.len()];
        let mut line = u32::MAX;
        let mut only: Option<EntityIx> = None;
        let mut several = false;
        for (at, phrase) in self.cast.phrases.iter().enumerate() {
            if phrase.line != line {
                line = phrase.line;
                only = None;
                several = false;
            }
            if phrase.form == MentionForm::Pronoun {
                let same_clause = matches!(phrase.role, Role::Object | Role::Oblique);
                if let (Some(gender), Some(entity), false) =
                    (phrase.gender, only, several || same_clause)
                {
                    votes[entity as usize].add(gender, 1);
                }
                continue;
            }
            let Some(entity) = self.entity_of[at] else { continue };
            if self.entities[entity as usize].plural
                || !matches!(self.entities[entity as usize].kind, Kind::Person | Kind::Name)
            {
                continue;
            }
            several |= only.is_some_and(|o| o != entity);
            only = Some(entity);
        }
        for (entity, mut votes) in self.entities.iter_mut().zip(votes) {
            if let Some(likely) = entity.likely {
                votes.add(likely, 2);
            }
            entity.gender = entity.gender.or(votes.gender());
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

    fn source_of(&self, draft: &Draft) -> Option<Source> {
        let Some(span) = draft.source.first().copied().filter(|s| !s.is_empty()) else {
            let alone = draft.cue.is_empty() || matches!(draft.rule, Rule::Continued | Rule::Bare);
            return (alone && draft.kind == StatementKind::Direct).then_some(Source::Same);
        };
        let whole = whole(&draft.source);
        if let Some(label) = self
            .cast
            .labels
            .iter()
            .find(|l| l.0.overlaps(span))
            .filter(|_| draft.kind == StatementKind::Turn)
        {
            return Some(Source::Phrase(label.1));
        }
        match span.of(self.text).trim() {
            "I" | "me" | "we" | "We" | "us" | "myself" => return Some(Source::Own),
            "it" | "It" => return Some(Source::It),
            "who" | "whom" | "which" => return self.before_relative(span),
            _ => {}
        }
        let phrases = &self.cast.phrases;
        let first = phrases.partition_point(|p| p.span.start < whole.start);
        let here = phrases[first..].iter().take_while(|p| p.span.start < whole.end);
        let inside = (first..first + here.count())
            .find(|p| {
                phrases[*p].span.end <= whole.end + 1 || phrases[*p].span.start == whole.start
            })
            .filter(|p| self.heads(whole, phrases[*p].span));
        // "Trump" as source, where the phrase is "Donald Trump".
        let around = || {
            (first.saturating_sub(4)..first).rev().find(|p| {
                phrases[*p].span.contains(whole) && phrases[*p].form != MentionForm::Pronoun
            })
        };
        let phrase = inside.or_else(around)? as PhraseIx;
        let joint = self.joint(whole, phrase);
        Some(if joint { Source::Joint(phrase) } else { Source::Phrase(phrase) })
    }

    /// In "the President of Dorvath, who said", what stands before the relative pronoun.
    fn before_relative(&self, relative: Span) -> Option<Source> {
        let phrases = &self.cast.phrases;
        let end = phrases.partition_point(|p| p.span.start < relative.start);
        let before = (end.saturating_sub(6)..end).rev().find(|p| {
            let gap = self.text.get(phrases[*p].span.end as usize..relative.start as usize);
            gap.is_some_and(|g| matches!(g.trim(), "" | ","))
        });
        let outer = |p: usize| {
            (p.saturating_sub(2)..p).find(|o| phrases[*o].span.end == phrases[p].span.end)
        };
        before.map(|p| Source::Phrase(outer(p).unwrap_or(p) as PhraseIx))
    }

    /// Whether the phrase is the head of the source: only small words stand before it.
    fn heads(&self, source: Span, phrase: Span) -> bool {
        let gap = &self.text[source.start as usize..phrase.start.max(source.start) as usize];
        gap.split_whitespace().all(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.is_empty()
                || matches!(
                    word,
                    "the"
                        | "The"
                        | "a"
                        | "A"
                        | "an"
                        | "An"
                        | "Even"
                        | "even"
                        | "both"
                        | "Both"
                        | "only"
                        | "Only"
                        | "And"
                        | "But"
                        | "and"
                        | "but"
                        | "that"
                        | "who"
                )
        })
    }

    /// "Strode and Dree" as one source.
    fn joint(&self, source: Span, phrase: PhraseIx) -> bool {
        let phrases = &self.cast.phrases;
        let first = &phrases[phrase as usize];
        if first.plural || first.kind == Kind::Pronoun {
            return false;
        }
        let second = phrases[phrase as usize + 1..].iter().find(|p| p.span.start >= first.span.end);
        second.is_some_and(|second| {
            let between = self.text.get(first.span.end as usize..second.span.start as usize);
            source.contains(second.span)
                && between
                    .is_some_and(|b| matches!(b.trim(), "and" | "nor" | ", and" | "as well as"))
        })
    }
}

/// From the first to the last part.
fn whole(spans: &[Span]) -> Span {
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
