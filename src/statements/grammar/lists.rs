//! Lists: "a road, a bridge, and a harbour".

use super::syntax::{has_finite, is_relative};
use crate::lexicon::Class;
use crate::lexicon::fixed::{AND, BY, OF, OR};
use crate::statements::tags::Tag;
use crate::statements::units::Unit;

/// What an item of a list begins with: all items of one list begin alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    /// "Lorne"
    Name,
    /// "clerks", "trade"
    Noun,
    /// "the road"
    Phrase,
    /// "lying"
    Doing,
    /// "raise the dam"
    Verb,
}

impl Item {
    fn of(words: &[Unit]) -> Option<Self> {
        let (first, more) = words.split_first()?;
        let several = first.classes.has(Class::Plural) && !first.shape.is_capitalised();
        match first.tag {
            Tag::Name | Tag::Upper | Tag::Honorific => Some(Item::Name),
            Tag::Word | Tag::S | Tag::Office | Tag::Person | Tag::Body => Some(Item::Noun),
            // "mining and farming", "closing of the line"
            tag if tag.is_participle() => match more.first() {
                Some(next) if !joins(next) && next.word != OF => Some(Item::Doing),
                _ => Some(Item::Noun),
            },
            tag if tag.is_determiner() => Some(Item::Phrase),
            Tag::SpeechBase | Tag::ThoughtBase => Some(Item::Verb),
            tag if several && !tag.is_pronoun() => Some(Item::Noun),
            _ => None,
        }
    }

    /// Whether it can be these words, which are no clause: "Sarn and Kelm | held in May".
    fn fits(self, words: &[Unit]) -> bool {
        // "mills | hit by the dust"
        let held = |[verb, of]: &[Unit; 2]| {
            let of = of.word == BY || self == Item::Name && of.tag == Tag::Preposition;
            matches!(verb.tag, Tag::Ed | Tag::SpeechPast) && of
        };
        let held = words.array_windows().position(held);
        let mut nouns = words[..held.unwrap_or(words.len())].split(joins);
        nouns.all(|noun| !has_finite(behind_adjective(noun)))
    }
}

/// "shared | heritage"
fn behind_adjective(words: &[Unit]) -> &[Unit] {
    match words {
        [shared, heritage, ..]
            if matches!(shared.tag, Tag::Ed | Tag::SpeechPast)
                && matches!(heritage.tag, Tag::Word | Tag::S) =>
        {
            &words[1..]
        }
        _ => words,
    }
}

fn joins(unit: &Unit) -> bool {
    matches!(unit.word, AND | OR)
}

/// How far a list goes on behind the comma that `content` ends at: "the road, | a bridge, and a
/// harbour", "to mend the road, | raise the dam and share the cost".
pub fn list(content: &[Unit], rest: &[Unit]) -> Option<usize> {
    let comma = |unit: &Unit| unit.tag == Tag::Comma;
    let before = content.iter().rposition(comma).map(|comma| &content[comma + 1..]);
    let mut kind = before.filter(|item| !has_finite(item)).and_then(Item::of);
    let mut at = 0;
    loop {
        let end = rest[at..].iter().position(comma).map_or(rest.len(), |comma| at + comma);
        let last = rest[at..end].first().is_some_and(joins);
        let item = &rest[at + usize::from(last)..end];
        // "the road and the bridge | that joins it"
        let who = |unit: &Unit| is_relative(unit) || unit.tag == Tag::That;
        let who = item.iter().position(who).filter(|who| last || item[..*who].iter().any(joins));
        let item = &item[..who.unwrap_or(item.len())];
        // "friendship, trade, and | shared heritage"
        let item = if last && kind.is_some() { behind_adjective(item) } else { item };
        // "roads, the dam, | ongoing work, | and rail"
        let nouns = kind.filter(|kind| matches!(kind, Item::Noun | Item::Phrase));
        let first = match Item::of(item)? {
            first @ (Item::Name | Item::Verb) => first,
            first => nouns.unwrap_or(first),
        };
        let listed = kind.replace(first);
        if listed.is_some_and(|kind| kind != first) || !first.fits(item) {
            return None;
        }
        if last {
            return (listed.is_some() && !has_finite(&rest[end..])).then_some(end);
        }
        let joined = |and: usize| {
            joins(&item[and]) && Item::of(behind_adjective(&item[and + 1..])) == Some(first)
        };
        if (1..item.len()).any(joined) {
            // ", raising doubts and sparking a debate": what another may tell
            let doing = || content.first().is_some_and(|first| first.tag.is_participle());
            return (first != Item::Doing || doing()).then_some(end);
        }
        if end == rest.len() {
            return None;
        }
        at = end + 1;
    }
}
