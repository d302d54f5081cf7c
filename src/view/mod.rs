//! What to show: choosing statements.

use crate::Error;
use crate::model::{
    Act, Chars, Kind, Reading, Span, Speaker, SpeakerId, Statement, StatementId, Topic,
};
use crate::topics::{Folding, plain_words};

/// Which statements to keep: those that meet every condition. An empty one asks for nothing.
///
/// ```
/// use whosaid::{Filter, Reader, Who};
///
/// let reading = Reader::new().read("Xi said: The door stays open.")?;
/// let filter = Filter { speakers: vec![Who::Named("xi".into())], ..Filter::default() };
/// let kept = reading.filter(&filter)?;
/// assert_eq!(reading.statement(kept[0]).content[0].of(&reading.text), "The door stays open");
/// # Ok::<(), whosaid::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Any of these; an empty list is everybody.
    pub speakers: Vec<Who>,
    /// The content touches one of its terms, as [`Reading::topics`] finds them with
    /// [`Folding::default`]: accents count there, unlike in names and in `text`.
    pub topic: Option<Topic>,
    /// Any of these; an empty list is every kind.
    pub kinds: Vec<Kind>,
    /// This one; none is either.
    pub act: Option<Act>,
    /// The content has these words in this order; the last may be unfinished. Case, accents, marks
    /// and white space do not count.
    pub text: Option<String>,
}

/// Whose statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Those of one speaker.
    Speaker(SpeakerId),
    /// Everybody who has this name, or these words of it, among their aliases: "Assad" for "Bashar
    /// Al-Assad". Case and accents do not count. A name that is not in the text is nobody's.
    Named(String),
    /// Statements whose speaker is not known.
    Nobody,
}

impl Reading {
    /// The statements that a filter keeps, in the order of the list.
    ///
    /// # Errors
    /// If the filter asks for a [`SpeakerId`] that this reading does not have.
    pub fn filter(&self, filter: &Filter) -> Result<Vec<StatementId>, Error> {
        let speakers = self.whose(&filter.speakers)?;
        let hits = filter
            .topic
            .as_ref()
            .and_then(|topic| self.topics(std::slice::from_ref(topic), Folding::default()).pop());
        let words = filter.text.as_deref().map(plain_words);
        let words = words.as_deref().map(str::trim_end);
        let keeps = |statement: &Statement| {
            (filter.speakers.is_empty() || speakers.contains(&statement.speaker))
                && (filter.kinds.is_empty() || filter.kinds.contains(&statement.kind))
                && filter.act.is_none_or(|act| act == statement.act)
                && hits.as_ref().is_none_or(|hits| touches(statement, &hits.spans))
                && words.is_none_or(|words| {
                    statement.content.iter().any(|part| self.has_words(*part, words))
                })
        };
        let numbered = (0..).map(StatementId).zip(&self.statements);
        Ok(numbered.filter(|(_, statement)| keeps(statement)).map(|(id, _)| id).collect())
    }

    fn whose(&self, asked: &[Who]) -> Result<Vec<Option<SpeakerId>>, Error> {
        let mut speakers = Vec::new();
        for who in asked {
            match who {
                Who::Nobody => speakers.push(None),
                Who::Speaker(id) if (id.0 as usize) < self.speakers.len() => {
                    speakers.push(Some(*id));
                }
                Who::Speaker(id) => {
                    return Err(Error::option(
                        "speaker",
                        id.0.to_string(),
                        "the id of a speaker of this reading",
                    ));
                }
                Who::Named(name) => {
                    let name = plain_words(name);
                    for (id, speaker) in (0..).map(SpeakerId).zip(&self.speakers) {
                        if self.is_named(speaker, &name) {
                            speakers.push(Some(id));
                        }
                    }
                }
            }
        }
        Ok(speakers)
    }

    fn is_named(&self, speaker: &Speaker, name: &str) -> bool {
        let has = |form: &Span| self.has_words(*form, name);
        name != " " && (has(&speaker.name) || speaker.aliases.iter().any(has))
    }

    /// Whether the span has the words, which are as [`plain_words`] gives them.
    fn has_words(&self, span: Span, words: &str) -> bool {
        plain_words(span.of(&self.text)).find_all(words).is_some()
    }
}

/// Whether a hit overlaps the content; hits in text order.
fn touches(statement: &Statement, hits: &[Span]) -> bool {
    statement.content.iter().any(|part| {
        let at = hits.partition_point(|hit| hit.end <= part.start);
        hits.get(at).is_some_and(|hit| hit.overlaps(*part))
    })
}
