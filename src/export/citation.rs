//! One statement to paste into a text of one's own.

use crate::model::{Act, Kind, Reading, Statement};

/// How a citation is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Markup {
    #[default]
    Plain,
    Markdown,
}

/// Who, what, whether verbatim, and where.
///
/// The words are those of the text, parts divided by `[…]`, with line breaks as spaces. `place` says
/// where the text is to be found, a title or an address; it may be empty.
///
/// ```
/// use whosaid::Reader;
/// use whosaid::export::{Markup, citation};
///
/// let reading = Reader::new().read("Xi said: The door stays open.")?;
/// assert_eq!(
///     citation(&reading, &reading.statements[0], "readout, 2 July", Markup::Plain),
///     "Xi: “The door stays open” (verbatim; readout, 2 July)"
/// );
/// # Ok::<(), whosaid::Error>(())
/// ```
pub fn citation(reading: &Reading, statement: &Statement, place: &str, markup: Markup) -> String {
    let escape = |words: &str| match markup {
        Markup::Plain => words.to_owned(),
        Markup::Markdown => escape_markdown(words),
    };
    let parts: Vec<&str> = statement.content.iter().map(|part| part.of(&reading.text)).collect();
    let words = parts.join(" […] ").split_whitespace().collect::<Vec<_>>().join(" ");
    let who = escape(statement.speaker.map_or("Nobody named", |id| reading.name(id)));
    let what = escape(&quote(&words, statement.kind));
    let how = manner(statement);
    let place = if place.is_empty() { String::new() } else { format!("; {}", escape(place)) };
    match markup {
        Markup::Plain => format!("{who}: {what} ({how}{place})"),
        Markup::Markdown => format!("> {what}\n>\n> — **{who}** ({how}{place})"),
    }
}

/// The reader must not take a report for the speaker's own words.
fn manner(statement: &Statement) -> &'static str {
    match (statement.act, statement.kind) {
        (Act::Thought, _) => "attributed thought",
        (_, Kind::Direct | Kind::Turn) => "verbatim",
        (_, Kind::Indirect) => "as reported",
        (_, Kind::Mixed) => "as reported, partly verbatim",
    }
}

/// Speech that carries no marks of its own gets them.
fn quote(words: &str, kind: Kind) -> String {
    let marked = words.starts_with(['"', '“', '«', '„', '‘', '\'', '`']);
    match kind {
        Kind::Direct | Kind::Turn if !marked => format!("“{words}”"),
        _ => words.to_owned(),
    }
}

fn escape_markdown(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if "\\`*_{}[]<>()#+-.!|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
