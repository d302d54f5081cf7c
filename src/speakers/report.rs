//! Writes down who speaks: speakers, their mentions, and the chain from each source to a name.

use super::Cast;
use super::Resolved;
use super::clusters::{Entity, EntityIx};
use super::phrase::{Definite, Kind, PhraseIx};
use super::sources::Source;
use super::words::{KeyMap, text_key};
use crate::model::{
    Draft, Link, Mention, MentionForm, Span, Speaker, SpeakerId, Statement, Step, Why,
};

/// What was found out about phrases and drafts.
pub struct Known {
    pub entities: Vec<Entity>,
    pub entity_of: Vec<Option<EntityIx>>,
    pub antecedent: Vec<Option<PhraseIx>>,
    pub speaker: Vec<Option<EntityIx>>,
    pub source: Vec<Option<Source>>,
    /// What the collective is called that has no mention of its own.
    pub joint_name: Option<Span>,
}

/// With fewer statements than this, people without words are listed too.
const HARDLY_ANY_SPEECH: usize = 2;
/// Who is a main person: at least so many mentions.
const MAIN: u32 = 2;
const MAX_SILENT: usize = 6;

pub fn report(text: &str, cast: &Cast, drafts: Vec<Draft>, known: &Known) -> Resolved {
    let ids = speakers_of(cast, known, &drafts);
    let id_of = |entity: Option<EntityIx>| entity.and_then(|e| ids[e as usize]);
    let mentions = mentions(cast, known, &ids);
    let mut speakers = list(text, cast, known, &ids);
    for mention in &mentions {
        let speaker = &mut speakers[mention.speaker.0 as usize];
        if mention.form != MentionForm::Pronoun {
            speaker.aliases.push(mention.span);
        }
    }
    for speaker in &mut speakers {
        once(text, &mut speaker.aliases);
    }
    let mut statements = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.into_iter().enumerate() {
        let speaker = id_of(known.speaker[at]);
        let mut chain = Vec::new();
        if let Some(id) = speaker {
            let counted = &mut speakers[id.0 as usize];
            counted.statements += 1;
            counted.words += draft
                .content
                .iter()
                .map(|s| s.of(text).split_whitespace().count() as u32)
                .sum::<u32>();
            chain = chain_of(cast, known, at, &draft, counted.name);
        }
        let addressee = draft.addressee.and_then(|span| id_of(addressee(cast, known, span)));
        statements.push(Statement {
            speaker,
            source: draft.source,
            cue: draft.cue,
            content: draft.content,
            kind: draft.kind,
            act: draft.act,
            addressee: addressee.filter(|a| Some(*a) != speaker),
            inside: draft.inside,
            confidence: draft.confidence,
            why: Why { rule: draft.rule, chain },
        });
    }
    Resolved { speakers, mentions, statements }
}

/// Numbers the entities that are speakers, in order of their first mention.
fn speakers_of(cast: &Cast, known: &Known, drafts: &[Draft]) -> Vec<Option<SpeakerId>> {
    let mut statements = vec![0u32; known.entities.len()];
    for speaker in known.speaker.iter().flatten() {
        statements[*speaker as usize] += 1;
    }
    let mut kept: Vec<bool> = known
        .entities
        .iter()
        .zip(&statements)
        .map(|(entity, count)| *count > 0 && may_speak(entity, *count))
        .collect();
    let spoken = known.speaker.iter().flatten().filter(|e| kept[**e as usize]).count();
    if spoken < HARDLY_ANY_SPEECH && drafts.len() < 2 * HARDLY_ANY_SPEECH {
        let silent = known.entities.iter().enumerate().filter(|(_, e)| {
            e.kind == Kind::Person && !e.plural && !e.name.is_empty() && e.mentions >= MAIN
        });
        silent.take(MAX_SILENT).for_each(|(at, _)| kept[at] = true);
    }
    let mut ids = vec![None; known.entities.len()];
    let mut next = 0;
    let mut number = |entity: EntityIx| {
        if kept[entity as usize] && ids[entity as usize].is_none() {
            ids[entity as usize] = Some(SpeakerId(next));
            next += 1;
        }
    };
    for (at, entity) in known.entity_of.iter().enumerate() {
        if let Some(entity) = entity
            && !cast.phrases[at].predicate
        {
            number(*entity);
        }
    }
    // The collective that only pronouns or two names stand for.
    known.speaker.iter().flatten().for_each(|entity| number(*entity));
    ids
}

/// Whether the entity can stand in the list of speakers. People without a name who are met as a
/// crowd ("two officials", "some newspapers") must speak twice; papers never do.
fn may_speak(entity: &Entity, statements: u32) -> bool {
    match entity.kind {
        Kind::Paper => false,
        Kind::Together | Kind::Side | Kind::Name => true,
        Kind::Person | Kind::Body | Kind::Pronoun => {
            entity.proper
                || entity.specific && !entity.plural
                || entity.specific && statements > 1
                || entity.label
        }
    }
}

fn list(text: &str, cast: &Cast, known: &Known, ids: &[Option<SpeakerId>]) -> Vec<Speaker> {
    let count = ids.iter().flatten().count();
    let forms = forms(cast, known);
    let mut speakers = vec![
        Speaker {
            name: Span::default(),
            aliases: Vec::new(),
            collective: false,
            statements: 0,
            words: 0
        };
        count
    ];
    for (at, id) in ids.iter().enumerate() {
        if let Some(id) = id {
            let entity = &known.entities[at];
            let speaker = &mut speakers[id.0 as usize];
            speaker.name = name(text, cast, known, at as EntityIx, forms[at]);
            speaker.collective =
                entity.plural || matches!(entity.kind, Kind::Together | Kind::Side | Kind::Body);
        }
    }
    speakers
}

/// Forms of an entity that can stand for its name.
#[derive(Clone, Copy, Default)]
struct Forms {
    /// The first mention of all.
    first: Option<Span>,
    /// The longest of one name and a title without country: "Secretary Bright".
    titled: Option<Span>,
}

fn forms(cast: &Cast, known: &Known) -> Vec<Forms> {
    let mut forms = vec![Forms::default(); known.entities.len()];
    for (phrase, entity) in cast.phrases.iter().zip(&known.entity_of) {
        let Some(entity) = entity else { continue };
        let forms = &mut forms[*entity as usize];
        forms.first = forms.first.or(Some(phrase.span));
        let titled = phrase.name.len() == 1
            && phrase.modifiers.is_empty()
            && phrase.definite == Definite::Bare
            && (phrase.honorific || phrase.office.is_some());
        if titled && forms.titled.is_none_or(|t| t.len() < phrase.span.len()) {
            forms.titled = Some(phrase.span);
        }
    }
    forms
}

/// The fullest name: the words of the name alone, with a title where there is only one word.
fn name(text: &str, cast: &Cast, known: &Known, at: EntityIx, forms: Forms) -> Span {
    let entity = &known.entities[at as usize];
    let words = &cast.words[entity.name.start as usize..entity.name.end as usize];
    match words {
        [first, .., last] => first.span.to(last.span),
        [word] => forms.titled.unwrap_or(word.span),
        [] => {
            if let Some(joint) = known.joint_name.filter(|_| {
                entity.kind == Kind::Together
                    && cast.phrases.get(entity.fullest as usize).is_none_or(|p| p.span.len() <= 4)
            }) {
                return joint;
            }
            let fullest = cast.phrases.get(entity.fullest as usize);
            let span = fullest.map(|p| p.span).or(forms.first).unwrap_or_default();
            let named = fullest
                .is_some_and(|p| p.form == MentionForm::Name && p.definite == Definite::Known);
            let the = if named
                && span.of(text).get(..4).is_some_and(|s| s.eq_ignore_ascii_case("the "))
            {
                4
            } else {
                0
            };
            Span::new(span.start + the, span.end)
        }
    }
}

/// All mentions of the speakers, the longer of two that overlap.
fn mentions(cast: &Cast, known: &Known, ids: &[Option<SpeakerId>]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for (phrase, entity) in cast.phrases.iter().zip(&known.entity_of) {
        let Some(speaker) = entity.and_then(|e| ids[e as usize]) else { continue };
        let overlaps = mentions.last().is_some_and(|m| m.span.end > phrase.span.start);
        if !phrase.predicate && !overlaps {
            mentions.push(Mention { span: phrase.span, speaker, form: phrase.form });
        }
    }
    mentions
}

/// Keeps the first of equal texts.
fn once(text: &str, spans: &mut Vec<Span>) {
    let mut seen = KeyMap::default();
    spans.retain(|span| seen.set(text_key(span.of(text)), 1) == 0);
}

fn addressee(cast: &Cast, known: &Known, span: Span) -> Option<EntityIx> {
    let at = cast.phrases.partition_point(|p| p.span.start < span.start);
    let phrase = cast.phrases.get(at).filter(|p| p.span.start < span.end)?;
    known.entity_of[at].filter(|_| phrase.span.start < span.start + 5)
}

/// The steps from the source of a statement to the speaker's fullest name.
fn chain_of(cast: &Cast, known: &Known, at: usize, draft: &Draft, name: Span) -> Vec<Step> {
    let mut steps = Vec::new();
    let source = match known.source[at] {
        Some(Source::Phrase(phrase)) => phrase,
        Some(Source::Joint) => {
            if let Some(from) = draft.source.first() {
                steps.push(Step { from: *from, to: name, by: Link::Together });
            }
            return steps;
        }
        Some(Source::Own | Source::It) => {
            if let Some(from) = draft.source.first() {
                let by =
                    if known.source[at] == Some(Source::Own) { Link::Self_ } else { Link::Pronoun };
                steps.push(Step { from: *from, to: name, by });
            }
            return steps;
        }
        _ => return steps,
    };
    let mut phrase = source;
    let span = |p: PhraseIx| cast.phrases[p as usize].span;
    for _ in 0..4 {
        let Some(before) = known.antecedent[phrase as usize] else { break };
        steps.push(Step { from: span(phrase), to: span(before), by: Link::Pronoun });
        phrase = before;
    }
    let from = span(phrase);
    if !from.contains(name) {
        let mut by = cast.links[phrase as usize];
        if cast.phrases[phrase as usize].form == MentionForm::Pronoun {
            by = Link::Pronoun;
        }
        steps.push(Step { from, to: name, by });
    }
    steps
}
