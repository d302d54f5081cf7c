//! Who is who: mentions, and the people, offices and groups behind them.
//!
//! [`find`] reads the text once, before it is known who speaks: [`scan`] finds the noun phrases that
//! can refer to people, [`clusters`] joins those that speak of one. [`resolve`] then gives every
//! statement its speaker: [`pronouns`] chooses whom "she" refers to, [`report`] writes down
//! speakers, mentions and the chain from each source to a name.
//!
//! Nothing here knows a politician or a party: titles, offices, bodies, kin and given names are
//! tables, all else is learnt from the text itself.

mod apposition;
mod bodies;
mod clusters;
mod complements;
mod contents;
mod counted;
mod counterparts;
mod descriptions;
mod entity;
mod epithets;
mod exchange;
mod guests;
mod holders;
mod initials;
mod known;
mod look;
mod noun;
mod phrase;
mod places;
mod pronouns;
mod recall;
mod report;
mod resolve;
mod run;
mod scan;
mod settings;
mod sources;
mod styles;
#[cfg(test)]
mod tests;
mod words;

use crate::blocks::only_asked;
use crate::lexicon::fixed::{BY, CHAIRPERSON, MEMBER, REPRESENTATIVE, WITH};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{
    BlockKind, Layout, Link, Mention, Script, Segments, Sentence, Shape, Span, Speaker, Statement,
    Token, WordId, both, sort_by_number,
};
use clusters::Clusters;
use entity::{Entity, EntityIx};
use guests::Visit;
use known::Known;
use phrase::{Office, Phrase, PhraseIx, phrase_from};
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
    /// Whose the turns without a label are, where all labels are of questions: "Remarks by Ana Ruiz".
    answers: Option<PhraseIx>,
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
    name_labels(text, layout, lexicon, &mut phrases, &mut words);
    for phrase in phrases.iter_mut().filter(|p| p.is_named() && p.office.is_none()) {
        if phrase.honorific || phrase.name.len() > 1 {
            represent(text, lexicon, phrase, REPRESENTATIVE, &mut words);
        }
        if phrase.office.is_none() && presides(text, phrase) {
            phrase.office = Some(office(CHAIRPERSON, lexicon));
        }
    }
    let tokens_of = |line: u32| match asides.get(line as usize) {
        Some(false) => segments,
        _ => &aside,
    };
    phrases.shrink_to_fit();
    words.shrink_to_fit();
    let openings = openings(layout, segments);
    let visit = guests::visit(lexicon, segments, &phrases);
    let received = visit.map(|visit| visit.guest);
    let mut clusters =
        Clusters::new(text, lexicon, &tokens_of, &openings, &words, &mut phrases, received);
    clusters.gather();
    let Clusters { mut entities, of_phrase: entity_of, links, together, .. } = clusters;
    entities.shrink_to_fit();
    let labels = labels(&phrases, layout);
    let chair = phrases
        .iter()
        .filter(|p| p.span.of(text).ends_with("Speaker"))
        .find_map(|p| p.office.map(|o| o.key));
    let answers = answers(layout, segments, &phrases, &asides);
    Cast {
        phrases,
        entity_of,
        links,
        entities,
        words,
        asides,
        together,
        visit,
        labels,
        openings,
        chair,
        answers,
    }
}

/// Where the sentences of turns begin.
fn openings(layout: &Layout, segments: &Segments) -> Vec<u32> {
    let start = |sentence: &Sentence| segments.tokens[sentence.tokens.start as usize].span().start;
    let parts = layout.turns.iter().flat_map(|turn| &turn.content);
    let sentences = parts.flat_map(|part| {
        let first = segments.sentences.partition_point(|sentence| start(sentence) < part.start);
        segments.sentences[first..].iter().map(start).take_while(|start| *start < part.end)
    });
    sentences.collect()
}

/// Of who answers, in tokens.
const LONGEST_TITLE: usize = 8;

/// In the title: who answers under questions that alone have labels.
fn answers(
    layout: &Layout,
    segments: &Segments,
    phrases: &[Phrase],
    asides: &[bool],
) -> Option<PhraseIx> {
    let title = layout.title.filter(|_| only_asked(&layout.turns))?;
    let speaks = |phrase: &Phrase| {
        // "by High Representative/Vice-President Ana Ruiz"
        let lower = |at: &u32| segments.tokens[*at as usize].shape == Shape::Lower;
        let before = || (0..phrase.tokens.start).rev().take(LONGEST_TITLE).find(lower);
        title.contains(phrase.span)
            && asides.get(phrase.line as usize) == Some(&false)
            && phrase.is_named()
            && !phrase.plural
            && before().is_some_and(|at| matches!(segments.word(at), BY | WITH))
    };
    phrases.iter().position(speaks).map(|at| at as PhraseIx)
}

/// The lines of a text, sentences and asides, in text order.
struct Lines {
    found: Found,
    /// The asides have tokens of their own.
    aside: Segments,
    /// Of each line: whether it is one.
    asides: Vec<bool>,
}

fn scan_lines(text: &str, layout: &Layout, segments: &Segments, lexicon: &Lexicon) -> Lines {
    let known = known_names(text, layout, segments, lexicon);
    let all = segments.tokens.len();
    let mut found = Found::default();
    found.make_room(all / 64, 0, all);
    let mut aside = Segments::default();
    let mut sentences = segments.sentences.iter().peekable();
    let mut asides: Vec<bool> = Vec::new();
    for (at, block) in layout.blocks.iter().enumerate() {
        let block_ix = at as u32;
        if !block.kind.is_prose() {
            if block.script != Script::Latin || block.kind == BlockKind::Dateline {
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

/// A label that is no name ("QUESTION"), or that several share, is a phrase of its own.
fn name_labels(
    text: &str,
    layout: &Layout,
    lexicon: &Lexicon,
    phrases: &mut Vec<Phrase>,
    words: &mut Vec<NameWord>,
) {
    let mut added = Vec::new();
    // The text calls them members rather than "the representative of Gabria".
    let called = |word| {
        let key = office(word, lexicon).key;
        phrases.iter().any(|phrase| phrase.office.is_some_and(|office| office.key == key))
    };
    let seat = if called(REPRESENTATIVE) && !called(MEMBER) { REPRESENTATIVE } else { MEMBER };
    for turn in &layout.turns {
        let from = phrase_from(phrases, turn.label.start);
        if turn.label.is_empty() {
            continue;
        }
        if let Some(named) = phrases.get_mut(from).filter(|p| p.span.start == turn.label.start)
            && !turn.shared
            && !(named.office.is_some() && is_numbered(turn.label.of(text)))
        {
            // All of the label is the name or role.
            named.span.end = turn.label.end;
            named.initials = is_initials(turn.label.of(text));
            if turn.explained.is_none() && named.office.is_none() && named.is_named() {
                represent(text, lexicon, named, seat, words);
            }
            continue;
        }
        let line = phrases.get(from).map_or(0, |p| p.line);
        let initials = !turn.shared && is_initials(turn.label.of(text));
        added.push(Phrase { initials, ..Phrase::label(turn.label, line, turn.shared) });
    }
    if !added.is_empty() {
        phrases.append(&mut added);
        // Labels first of those with one span.
        sort_by_number(phrases, |p| {
            both(p.span.start, u32::MAX - p.span.end) << 1 | u64::from(!p.label)
        });
        phrases.dedup_by(|later, kept| kept.label && later.span.overlaps(kept.span));
    }
}

/// "MQA"
fn is_initials(label: &str) -> bool {
    (2..=4).contains(&label.chars().count()) && label.chars().all(char::is_uppercase)
}

/// "SPEAKER 2", "WITNESS B": one of several with that role.
fn is_numbered(label: &str) -> bool {
    let number = |word: &str| word.parse::<u32>().is_ok() || word.len() == 1;
    label.rsplit_once(' ').is_some_and(|(_, last)| number(last))
}

/// "a meeting chaired by Dame Rosalind Orr", "under the chairmanship of Mr Tor"
fn presides(text: &str, named: &Phrase) -> bool {
    const PRESIDED: [&str; 3] = ["chaired by", "chairmanship of", "presided over by"];
    let before = text[..named.span.start as usize].trim_end();
    let words = |presided: &&str| before.strip_suffix(presided).is_some_and(|b| b.ends_with(' '));
    // "Chair: Dame Rosalind Orr", a line of its own.
    let label = before.strip_suffix("Chair:");
    PRESIDED.iter().any(words)
        || label.is_some_and(|before| before.is_empty() || before.ends_with('\n'))
}

/// "Mr. TAMBA (Kessou West, UPA)" is the member for Kessou West, "RUSTAM OYBEK (Velmar)" the
/// representative of Velmar.
fn represent(
    text: &str,
    lexicon: &Lexicon,
    named: &mut Phrase,
    seat: WordId,
    words: &mut Vec<NameWord>,
) {
    let after = &text[named.span.end as usize..];
    let near = &after[..after.floor_char_boundary(LONGEST_SEAT)];
    let bracket = near.strip_prefix(" (").and_then(|rest| rest.split_once(')'));
    let Some((inside, _)) = bracket else { return };
    let mut tokens = Vec::new();
    let start = named.span.end + 2;
    let span = Span::new(start, start + inside.len() as u32);
    crate::segment::words(text, span, lexicon, &mut tokens);
    let first = words.len() as u32;
    let capital = tokens.iter().filter(|token| token.shape.is_capitalised());
    words.extend(capital.map(|token| NameWord::new(text, token.span())));
    if words.len() as u32 == first {
        return;
    }
    named.modifiers = first..words.len() as u32;
    named.office = Some(office(seat, lexicon));
}

/// An office that no word of the text gives.
fn office(word: WordId, lexicon: &Lexicon) -> Office {
    Office { key: noun::office_of(&[word], lexicon), classes: Classes::of(&[Class::Office]) }
}

/// A seat or group in brackets is no longer than this, in bytes.
const LONGEST_SEAT: usize = 80;

/// The phrase of each label.
fn labels(phrases: &[Phrase], layout: &Layout) -> Vec<(Span, PhraseIx)> {
    let phrase_of = |label: Span| {
        let from = phrase_from(phrases, label.start);
        phrases.get(from).filter(|p| p.span.overlaps(label)).map(|_| (label, from as PhraseIx))
    };
    layout.turns.iter().filter_map(|turn| phrase_of(turn.label)).collect()
}

/// Which words the body of the text writes with a capital inside its sentences, and which two it
/// writes together.
fn known_names(text: &str, layout: &Layout, segments: &Segments, lexicon: &Lexicon) -> Known {
    let mut known = Known::default();
    for sentence in &segments.sentences {
        let tokens = sentence_tokens(segments, sentence);
        if is_title_case(tokens) {
            continue;
        }
        let kind = layout.blocks[sentence.block as usize].kind;
        if matches!(kind, BlockKind::Paragraph | BlockKind::ListItem) {
            known.gather(text, tokens);
        }
        gather_pairs(text, tokens, lexicon, &mut known);
    }
    let mut label = Vec::new();
    for turn in &layout.turns {
        label.clear();
        crate::segment::words(text, turn.label, lexicon, &mut label);
        gather_pairs(text, &label, lexicon, &mut known);
    }
    known
}

/// The first two words of every stretch of capitals that begins with no title, and the word after a
/// title.
fn gather_pairs(text: &str, tokens: &[Token], lexicon: &Lexicon, known: &mut Known) {
    let mut before = None;
    for (at, token) in tokens.iter().enumerate() {
        let classes = lexicon.classes(token.word);
        let capital = token.shape.is_capitalised();
        let next = tokens.get(at + 1).filter(|next| capital && next.shape.is_capitalised());
        if let Some(next) = next {
            let word = |token: &Token| words::key(token.span().of(text));
            let plain = |token: &Token| {
                !lexicon.classes(token.word).has_any(look::HEADS.with(Class::Honorific))
            };
            let opens = !before.is_some_and(Shape::is_capitalised);
            if classes.has(Class::Honorific) {
                known.gather_titled(word(next));
            } else if opens && plain(token) && plain(next) {
                known.gather_pair(word(token), word(next));
            }
            // "Sabine Orlu", "Lirije Hasan"
            let ends = tokens.get(at + 2).is_none_or(|third| !third.shape.is_capitalised());
            let given = classes.or(lexicon.classes(next.word)).has(Class::GivenName);
            if given && opens && plain(token) && plain(next) && ends {
                known.gather_family(word(next));
            }
            // "Minister Tomas Berg", "of Foreign Affairs Tomas Berg"
            let titled = classes.has(Class::Office) || classes.has(Class::Portfolio);
            if let Some([first, last]) = tokens.get(at + 1..at + 3)
                && titled
                && last.shape.is_capitalised()
                && plain(first)
                && plain(last)
            {
                known.gather_family(word(last));
            }
            let after = tokens.get(at + 2).is_none_or(|after| !after.shape.is_capitalised());
            let odd = !plain(next) || lexicon.classes(next.word).has_any(look::VERB_OR_DATE);
            if opens && classes.has(Class::GivenName) && odd && after {
                known.gather_surname(word(next));
            }
        }
        // "Karimi added"
        let verb = tokens.get(at + 1).map_or(Classes::default(), |next| lexicon.classes(next.word));
        let alone = capital && next.is_none() && !before.is_some_and(Shape::is_capitalised);
        if alone
            && classes == Classes::default()
            && verb.has(Class::Speech)
            && verb.has_any(Classes::FINITE)
        {
            known.gather_teller(words::key(token.span().of(text)));
        }
        before = Some(token.shape);
    }
}

fn sentence_tokens<'a>(segments: &'a Segments, sentence: &Sentence) -> &'a [Token] {
    &segments.tokens[sentence.tokens.start as usize..sentence.tokens.end as usize]
}

/// Most words of a headline have capitals: they tell no name.
fn is_title_case(tokens: &[Token]) -> bool {
    if tokens.last().is_some_and(|t| t.shape == Shape::Stop) {
        return false;
    }
    let words = tokens.iter().filter(|t| t.shape.is_word());
    let (capital, lower) = words.fold((0, 0), |(capital, lower), token| {
        let long = token.span().len() > 3;
        if token.shape.is_capitalised() {
            (capital + 1, lower)
        } else {
            (capital, lower + u32::from(long))
        }
    });
    capital > 3 && lower * 4 < capital
}
