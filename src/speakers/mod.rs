//! Who is who: mentions, and the people, offices and groups behind them.
//!
//! [`find`] reads the text once, before it is known who speaks: [`scan`] finds the noun phrases
//! that can refer to people, [`clusters`] joins those that speak of one. [`resolve`] then gives
//! every statement its speaker: [`pronouns`] chooses whom "she" refers to, by [`points`];
//! [`report`] writes down speakers, mentions and the chain from each source to a name.
//!
//! Nothing here knows a politician or a party: titles, offices, bodies, kin and given names are
//! tables, all else is learnt from the text itself.

mod apposition;
mod bearers;
mod beside;
mod bodies;
mod build;
mod clusters;
mod complements;
mod contents;
mod counted;
mod counterparts;
mod descriptions;
mod entity;
mod epithets;
mod exchange;
mod ground;
mod guests;
mod holders;
mod initials;
mod known;
mod labels;
mod leads;
mod look;
mod memory;
mod names;
mod noun;
mod papers;
mod phrase;
mod places;
mod points;
mod pronouns;
mod ranks;
mod recall;
mod relatives;
mod report;
mod resolve;
mod run;
mod scan;
mod settings;
mod sides;
mod sources;
mod styles;
#[cfg(test)]
mod tests;
mod words;

use crate::lexicon::Lexicon;
use crate::model::{BlockKind, Layout, Link, Mention, Script, Segments, Span, Speaker, Statement};
use clusters::Clusters;
use entity::{Entity, EntityIx};
use guests::Visit;
use known::{Known, is_title_case, sentence_tokens};
use phrase::{Phrase, PhraseIx};
pub use resolve::resolve;
use scan::{Found, Scanner};
use std::ops::Range;
use words::{Key, NameWord};

/// Everybody the text refers to, before it is known who speaks.
#[derive(Clone, Debug, Default)]
pub struct Cast {
    phrases: Vec<Phrase>,
    /// Of each phrase; pronouns have none yet.
    entity_of: Vec<Option<EntityIx>>,
    /// Why each phrase is its entity's.
    links: Vec<Link>,
    entities: Vec<Entity>,
    words: Vec<NameWord>,
    /// Of each line: whether it is a stretch of layout that holds names (a label, a byline), no
    /// sentence.
    asides: Vec<bool>,
    /// "Both sides", the two leaders.
    together: Option<EntityIx>,
    /// Who receives whom.
    visit: Option<Visit>,
    /// The labels of a transcript, each with its phrase.
    labels: Vec<(Span, PhraseIx)>,
    /// Where the sentences of turns begin.
    openings: Vec<u32>,
    /// The office of who keeps order in a house: Mr Speaker.
    chair: Option<Key>,
    /// Whose the turns without a label are, where all labels are of questions: "Remarks by Ana
    /// Ruiz".
    answers: Option<PhraseIx>,
    /// Who writes as "I": "By Ana Ruiz".
    author: Option<PhraseIx>,
    /// Who write as "we": "We, the Ministers of Sarn and Tarn, declare".
    authors: Option<PhraseIx>,
}

/// What the drafts and the cast are together.
#[derive(Debug, Default)]
pub struct Resolved {
    pub speakers: Vec<Speaker>,
    pub mentions: Vec<Mention>,
    pub statements: Vec<Statement>,
}

/// Finds the people, offices and groups that the text refers to.
pub fn find(text: &str, layout: &Layout, segments: &Segments, lexicon: &Lexicon) -> Cast {
    let Lines { found, aside, asides } = scan_lines(text, layout, segments, lexicon);
    let Found { mut phrases, mut words, .. } = found;
    labels::name_labels(text, layout, lexicon, &mut phrases, &mut words);
    labels::give_offices(text, lexicon, &mut phrases, &mut words);
    let tokens_of = |line: u32| match asides.get(line as usize) {
        Some(false) => segments,
        _ => &aside,
    };
    phrases.shrink_to_fit();
    words.shrink_to_fit();
    let openings = labels::openings(layout, segments);
    let visit = guests::visit(lexicon, segments, &phrases);
    let mut clusters =
        Clusters::new(text, lexicon, &tokens_of, &openings, &words, &mut phrases, visit);
    clusters.gather();
    let Clusters { mut entities, of_phrase: entity_of, links, together, .. } = clusters;
    entities.shrink_to_fit();
    let answers = labels::answers(text, lexicon, layout, segments, &phrases, &asides);
    Cast {
        chair: labels::chair(text, &phrases),
        labels: labels::labels(text, lexicon, &phrases, layout, answers),
        answers,
        author: labels::author(text, &aside, &phrases, &asides),
        authors: labels::authors(segments, &phrases, &asides),
        phrases,
        entity_of,
        links,
        entities,
        words,
        asides,
        together,
        visit,
        openings,
    }
}

/// The lines of a text, sentences and asides, in text order.
struct Lines {
    found: Found,
    /// The asides have tokens of their own.
    aside: Segments,
    /// Of each line: whether it is one.
    asides: Vec<bool>,
}

/// Scans the sentences, and those lines of the layout that can hold a name.
fn scan_lines(text: &str, layout: &Layout, segments: &Segments, lexicon: &Lexicon) -> Lines {
    let known = Known::of(text, layout, segments, lexicon);
    let all = segments.tokens.len();
    let mut found = Found::default();
    found.make_room(all / 64, 0, all);
    let mut aside = Segments::default();
    let mut sentences = segments.sentences.iter().peekable();
    let mut asides: Vec<bool> = Vec::new();
    for (at, block) in layout.blocks.iter().enumerate() {
        let block_ix = at as u32;
        if !block.kind.is_prose() {
            // The page may print its headline twice.
            let again = layout.title.is_some_and(|title| title.of(text) == block.span.of(text));
            if block.script != Script::Latin || block.kind == BlockKind::Dateline || again {
                continue;
            }
            let first = aside.tokens.len() as u32;
            crate::segment::words(text, block.span, lexicon, &mut aside.tokens);
            let scanner = Scanner {
                text,
                segments: &aside,
                lexicon,
                known: &known,
                line: asides.len() as u32,
                start: first,
                end: aside.tokens.len() as u32,
                headline: false,
                title_case: false,
            };
            scanner.scan(&mut found);
            asides.push(true);
            continue;
        }
        while let Some(sentence) = sentences.next_if(|s| s.block <= block_ix) {
            let Range { start, end } = sentence.tokens;
            found.make_room((end - start) as usize, start as usize, all);
            let scanner = Scanner {
                text,
                segments,
                lexicon,
                known: &known,
                line: asides.len() as u32,
                start,
                end,
                headline: matches!(block.kind, BlockKind::Title | BlockKind::Heading),
                title_case: is_title_case(sentence_tokens(segments, sentence)),
            };
            scanner.scan(&mut found);
            asides.push(false);
        }
    }
    Lines { found, aside, asides }
}
