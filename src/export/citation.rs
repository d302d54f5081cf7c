//! One statement to paste into a text of one's own.

use crate::model::{Act, Kind, Reading, Statement};

/// How a citation is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Markup {
    /// As a letter or a mail has it.
    #[default]
    Plain,
    /// What is said as a block of quotation, and below it who said it.
    Markdown,
}

/// Who, what, whether verbatim, and where.
///
/// The words are those of the text, parts divided by `[…]`, with line breaks as spaces. `place`
/// says where the text is to be found, a title or an address; it may be empty.
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
#[must_use]
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
    match kind {
        Kind::Direct | Kind::Turn if !is_marked(words) => format!("“{words}”"),
        _ => words.to_owned(),
    }
}

/// The marks that open a quotation, each with those that close it.
const MARKS: &[(char, &str)] =
    &[('"', "\""), ('“', "”"), ('«', "»"), ('„', "“”"), ('‘', "’"), ('\'', "'"), ('`', "'`")];

/// Whether all the words stand inside of marks: “A,” […] “B.”, but not “A” was her answer.
fn is_marked(words: &str) -> bool {
    let mut closing = None;
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        match closing {
            None if c.is_alphanumeric() => return false,
            None => closing = MARKS.iter().find(|(opening, _)| *opening == c).copied(),
            // Not in “it’s”
            Some((_, marks)) => {
                let is_inside = chars.peek().is_some_and(|next| next.is_alphanumeric());
                closing = closing.filter(|_| is_inside || !marks.contains(c));
            }
        }
    }
    closing.is_none()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speech_stands_in_one_pair_of_marks() {
        for words in
            ["“No”", "\"No,\"", "“A,” […] “B.”", "“A.” “B.”", "„Nein“", "‘It’s late’", "“A. “B.”"]
        {
            assert_eq!(quote(words, Kind::Direct), words);
        }
        for words in ["No", "“No” was her answer. I agree.", "I say “no”", "'Tis late", "“No"]
        {
            assert_eq!(quote(words, Kind::Turn), format!("“{words}”"));
        }
        assert_eq!(quote("no", Kind::Indirect), "no");
    }
}
