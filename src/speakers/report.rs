//! Writes down who speaks: speakers, their mentions, and the chain from each source to a name.

use super::Cast;
use super::Resolved;
use super::clusters::words_of;
use super::entity::{Entity, EntityIx};
use super::phrase::{Definite, PhraseIx, Referent, Role, phrase_from};
use super::sources::Source;
use super::words::{KeyMap, text_key};
use crate::model::{
    Draft, Ix, Link, Mention, MentionForm, Span, Speaker, SpeakerId, Statement, StatementId, Step,
    Why,
};

/// What was found out about phrases and drafts.
#[derive(Default)]
pub struct Findings {
    pub entities: Vec<Entity>,
    /// Of each phrase.
    pub entity_of: Vec<Option<EntityIx>>,
    /// The phrase that a phrase takes up: a pronoun.
    pub antecedent: Vec<Option<Ix>>,
    /// Of each draft.
    pub speaker: Vec<Option<EntityIx>>,
    /// Of each draft.
    pub source: Vec<Option<Source>>,
    /// Those whom a source names one by one.
    pub joints: Vec<Joint>,
}

/// Those who speak together: "Strode and Dree".
pub struct Joint {
    pub members: [PhraseIx; 3],
    /// All of them.
    pub entity: EntityIx,
    /// What they are called where they have no mention of their own.
    pub name: Span,
}

/// With fewer statements than this, people without words are listed too.
const FEW_STATEMENTS: u32 = 2;
/// Who is a main person: at least so many mentions.
const MAIN_MENTIONS: u32 = 2;
/// No more people without words are listed.
const MOST_SILENT: usize = 6;
/// No name is as short: "both", "they".
const LONGEST_BOTH_BYTES: u32 = 4;
/// Who is spoken to begins in so many bytes, as "the" may stand before.
const HEARER_BYTES: u32 = 5;
/// Pronouns take up pronouns so often.
const LONGEST_CHAIN: usize = 4;
/// What the name of a body begins with, which is none of it.
const ARTICLE: &str = "the ";

pub fn report(text: &str, cast: &Cast, drafts: Vec<Draft>, known: &Findings) -> Resolved {
    let Numbers { ids, entities } = number(cast, known, drafts.len());
    let id_of = |entity: Option<EntityIx>| entity.and_then(|e| ids[e.ix()]);
    let forms = forms(cast, known);
    let mut speakers: Vec<Speaker> =
        entities.into_iter().map(|e| speaker(text, cast, known, e, &forms)).collect();
    let mentions = mentions(text, cast, known, &ids);
    let mut seen = KeyMap::default();
    for mention in &mentions {
        let SpeakerId(id) = mention.speaker;
        let words = text_key(mention.span.of(text)).with(id);
        if mention.form != MentionForm::Pronoun && seen.set(words, 1) == 0 {
            speakers[id as usize].aliases.push(mention.span);
        }
    }
    let mut statements = Vec::with_capacity(drafts.len());
    for (at, draft) in drafts.into_iter().enumerate() {
        let speaker = id_of(known.speaker[at]);
        let mut chain = Vec::new();
        if let Some(id) = speaker {
            let counted = &mut speakers[id.0 as usize];
            counted.statements += 1;
            for part in &draft.content {
                counted.words += words_in(part.of(text));
            }
            chain = chain_of(cast, known, at, &draft, counted.name);
            chain.shrink_to_fit();
        }
        let addressee =
            draft.addressee.and_then(|span| id_of(addressee(cast, &known.entity_of, span)));
        statements.push(Statement {
            speaker,
            source: draft.source.into_vec(),
            cue: draft.cue.into_vec(),
            content: draft.content.into_vec(),
            kind: draft.kind,
            act: draft.act,
            addressee: addressee.filter(|a| Some(*a) != speaker),
            inside: draft.inside.map(StatementId),
            confidence: draft.confidence,
            why: Why { rule: draft.rule, chain },
        });
    }
    Resolved { speakers, mentions, statements }
}

/// Who of the entities is a speaker.
struct Numbers {
    /// Of each entity.
    ids: Vec<Option<SpeakerId>>,
    /// The entity of each speaker.
    entities: Vec<EntityIx>,
}

/// Numbers the entities that are speakers, in order of their first mention.
fn number(cast: &Cast, known: &Findings, drafts: usize) -> Numbers {
    let mut statements = vec![0; known.entities.len()];
    for speaker in known.speaker.iter().flatten() {
        statements[speaker.ix()] += 1;
    }
    let mut spoken = 0;
    let mut kept = Vec::with_capacity(statements.len());
    for (entity, count) in known.entities.iter().zip(&statements) {
        let speaks = *count > 0 && may_speak(entity, *count);
        spoken += if speaks { *count } else { 0 };
        kept.push(speaks);
    }
    if spoken < FEW_STATEMENTS && drafts < 2 * FEW_STATEMENTS as usize {
        let silent = known.entities.iter().zip(&mut kept).filter(|(e, _)| {
            e.kind == Referent::Person
                && !e.plural
                && !e.name.is_empty()
                && e.mentions >= MAIN_MENTIONS
        });
        silent.take(MOST_SILENT).for_each(|(_, kept)| *kept = true);
    }
    let mut numbers = Numbers { ids: vec![None; kept.len()], entities: Vec::new() };
    let named = known.entity_of.iter().zip(&cast.phrases).filter(|(_, phrase)| !phrase.predicate);
    // Last the collective that only pronouns or two names stand for.
    let all = named.map(|(entity, _)| entity).chain(&known.speaker);
    for entity in all.flatten() {
        // Nobody is numbered twice.
        if std::mem::take(&mut kept[entity.ix()]) {
            numbers.ids[entity.ix()] = Some(SpeakerId(numbers.entities.len() as u32));
            numbers.entities.push(*entity);
        }
    }
    numbers
}

/// Whether the entity can stand in the list of speakers. People without a name who are met as a
/// crowd ("two officials", "some newspapers"), or in passing ("a source"), must speak twice; papers
/// never do.
fn may_speak(entity: &Entity, statements: u32) -> bool {
    match entity.kind {
        Referent::Paper => false,
        Referent::Together | Referent::Side | Referent::Name => true,
        Referent::Person if entity.is_anybody() => false,
        Referent::Person | Referent::Body | Referent::Pronoun => {
            entity.proper
                || entity.specific && !entity.plural
                || statements > 1 && (entity.specific || !entity.plural)
                || entity.label
        }
    }
}

fn speaker(text: &str, cast: &Cast, known: &Findings, at: EntityIx, forms: &[Forms]) -> Speaker {
    let entity = &known.entities[at.ix()];
    Speaker {
        name: name(text, cast, entity, forms[at.ix()]),
        aliases: Vec::new(),
        collective: entity.plural
            || matches!(entity.kind, Referent::Together | Referent::Side | Referent::Body),
        statements: 0,
        words: 0,
    }
}

/// Forms of an entity that can stand for its name.
#[derive(Clone, Copy, Default)]
struct Forms {
    /// The first mention of all.
    first: Option<Span>,
    /// The longest of one name and a title without country: "Secretary Bright".
    titled: Option<Span>,
    /// Of two who speak together.
    joint: Option<Span>,
}

fn forms(cast: &Cast, known: &Findings) -> Vec<Forms> {
    let mut forms = vec![Forms::default(); known.entities.len()];
    for joint in &known.joints {
        forms[joint.entity.ix()].joint.get_or_insert(joint.name);
    }
    for (phrase, entity) in cast.phrases.iter().zip(&known.entity_of) {
        let Some(entity) = entity else { continue };
        let forms = &mut forms[entity.ix()];
        forms.first = forms.first.or(Some(phrase.span));
        // What stands in brackets behind the name is no part of the title.
        let mut modifiers = words_of(&cast.words, &phrase.modifiers).iter();
        let titled = phrase.name.len() == 1
            && modifiers.all(|word| word.span().start >= phrase.span.end)
            && phrase.definite == Definite::Bare
            && (phrase.honorific || phrase.office.is_some());
        if titled && forms.titled.is_none_or(|t| t.len() < phrase.span.len()) {
            forms.titled = Some(phrase.span);
        }
    }
    forms
}

/// The fullest name: the words of the name alone, with a title where there is only one word.
fn name(text: &str, cast: &Cast, entity: &Entity, forms: Forms) -> Span {
    // "Van der Meulen", "Le Monde": nothing but the name, and its particles.
    let bare = |word: Span| {
        let whole = cast.phrases.get(entity.fullest as usize);
        let plain = whole.filter(|whole| {
            whole.office.is_none()
                && !whole.honorific
                && whole.modifiers.is_empty()
                && whole.definite == Definite::Bare
                && whole.span.contains(word)
                && whole.span.of(text).starts_with(char::is_uppercase)
        });
        plain.map_or(word, |whole| Span::new(whole.span.start, word.end))
    };
    match words_of(&cast.words, &entity.name) {
        [first, .., last] => bare(first.span().to(last.span())),
        [word] => forms.titled.unwrap_or(bare(word.span())),
        [] => {
            let fullest = cast.phrases.get(entity.fullest as usize);
            if let Some(joint) = forms.joint
                && entity.kind == Referent::Together
                && fullest.is_none_or(|p| p.span.len() <= LONGEST_BOTH_BYTES)
            {
                return joint;
            }
            let mut span = fullest.map(|p| p.span).or(forms.first).unwrap_or_default();
            let named = fullest
                .is_some_and(|p| p.form == MentionForm::Name && p.definite == Definite::Known);
            let start = span.of(text).get(..ARTICLE.len());
            if named && start.is_some_and(|start| start.eq_ignore_ascii_case(ARTICLE)) {
                span.start += ARTICLE.len() as u32;
            }
            span
        }
    }
}

/// All mentions of the speakers, the longer of two that overlap; inside of "her deputy" stands
/// "her".
fn mentions(text: &str, cast: &Cast, known: &Findings, ids: &[Option<SpeakerId>]) -> Vec<Mention> {
    let theirs = known.entity_of.iter().flatten().filter(|entity| ids[entity.ix()].is_some());
    let mut mentions: Vec<Mention> = Vec::with_capacity(theirs.count());
    for (phrase, entity) in cast.phrases.iter().zip(&known.entity_of) {
        let Some(speaker) = entity.and_then(|e| ids[e.ix()]) else { continue };
        let mut last = mentions.iter().rev().take(2);
        let around = last.find(|m| m.span.end > phrase.span.start);
        let overlaps = around.is_some_and(|around| {
            let owner = phrase.role == Role::Possessor || phrase.kind == Referent::Body;
            let owner = owner && around.span.contains(phrase.span);
            !owner || around.speaker == speaker
        });
        // "Crown Prince and Chairman of the Council" is one.
        if let Some(title) = mentions.last_mut()
            && title.speaker == speaker
            && (title.form, phrase.form) == (MentionForm::Title, MentionForm::Title)
            && phrase.definite == Definite::Bare
            && text.get(title.span.end as usize..phrase.span.start as usize) == Some(" and ")
        {
            title.span.end = phrase.span.end;
            continue;
        }
        if !phrase.predicate && !overlaps {
            mentions.push(Mention { span: phrase.span, speaker, form: phrase.form });
        }
    }
    mentions
}

/// Who is spoken to.
pub fn addressee(cast: &Cast, entity_of: &[Option<EntityIx>], span: Span) -> Option<EntityIx> {
    let at = phrase_from(&cast.phrases, span.start);
    let phrase = cast.phrases.get(at).filter(|p| p.span.start < span.end)?;
    entity_of[at].filter(|_| phrase.span.start < span.start + HEARER_BYTES)
}

/// The steps from the source of a statement to the speaker's fullest name.
fn chain_of(cast: &Cast, known: &Findings, at: usize, draft: &Draft, name: Span) -> Vec<Step> {
    let mut steps = Vec::new();
    let by = match known.source[at] {
        Some(Source::Joint(_)) => Link::Together,
        Some(Source::Own) => Link::Self_,
        Some(Source::It) => Link::Pronoun,
        Some(Source::Phrase(phrase)) => return chain_from(cast, known, phrase, name),
        Some(Source::Same) | None => return steps,
    };
    steps.extend(draft.source.first().map(|from| Step { from: *from, to: name, by }));
    steps
}

/// The steps from a phrase, by those that pronouns take up.
fn chain_from(cast: &Cast, known: &Findings, phrase: PhraseIx, name: Span) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut phrase = phrase;
    let span = |p: PhraseIx| cast.phrases[p as usize].span;
    for _ in 0..LONGEST_CHAIN {
        let Some(before) = known.antecedent[phrase as usize] else { break };
        let before = before.ix() as PhraseIx;
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

/// How many words stand between white space.
fn words_in(text: &str) -> u32 {
    let (mut words, mut in_word) = (0, false);
    for c in text.chars() {
        let before = std::mem::replace(&mut in_word, !c.is_whitespace());
        words += u32::from(in_word && !before);
    }
    words
}
