//! Web pages: their readable text, and the way back to the markup.
//!
//! Tags and entities are read by a tokenizer of HTML5, and elements end each other as in its trees,
//! so that a page has the text here that it has in a browser. Words between the cells of a table,
//! which a browser moves before the table, stay where they are. Nothing in the page is run or
//! loaded.

mod elements;
mod open;
mod source_map;
mod writer;

use source_map::Form;
pub use source_map::SourceMap;

use crate::model::{Reading, Span};
use crate::{Error, MAX_BYTES};
use html5gum::emitters::callback::CallbackEmitter;
use html5gum::{Emitter, ForwardingEmitter, State, Tokenizer};
use writer::Writer;

/// The readable text of a page, one paragraph for each block, entities decoded.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// What a reader reads.
    pub text: String,
    /// Where in the markup each stretch of it stands.
    pub source: SourceMap,
}

/// Takes the readable text out of the markup of a page: out of its article where one is marked, its
/// main part, or its body. Scripts, styles, comments, menus, forms, asides and footers are left
/// out.
///
/// ```
/// use whosaid::{Span, html};
///
/// let markup = "<nav>Home</nav><p>Xi&nbsp;said: <b>No</b>.</p>";
/// let page = html::read(markup)?;
/// assert_eq!(page.text, "Xi\u{a0}said: No.");
/// assert_eq!(page.source.source(Span::new(0, 8)).of(markup), "Xi&nbsp;said");
/// # Ok::<(), whosaid::Error>(())
/// ```
///
/// # Errors
/// If `markup` is longer than [`MAX_BYTES`].
pub fn read(markup: &str) -> Result<Page, Error> {
    if markup.len() > MAX_BYTES {
        return Err(Error::too_long(markup.len(), MAX_BYTES));
    }
    let mut tags = CallbackEmitter::new(Writer::default());
    tags.naively_switch_states(true);
    let emitter = Placed { markup: markup.as_bytes(), tags, start: 0, at: 0, page: None };
    let mut pages = Tokenizer::new_with_emitter(markup, emitter);
    Ok(pages.next().and_then(Result::ok).unwrap_or_default())
}

/// Whether a text is a whole page, by its first tag.
#[must_use]
pub fn is_page(text: &str) -> bool {
    let mut start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    while let Some((_, rest)) = start.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
        start = rest.trim_start();
    }
    ["<!doctype html", "<html", "<head", "<body", "<?xml"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag)))
}

impl Page {
    /// A reading of [`Page::text`] as one of the markup: every span is where its words stand there.
    #[must_use]
    pub fn to_source(&self, reading: &Reading, markup: &str) -> Reading {
        let mut reading = Reading { text: markup.to_owned(), ..reading.clone() };
        let to_source = |span: &mut Span| *span = self.source.source(*span);
        reading.title.iter_mut().for_each(to_source);
        reading.sentences.iter_mut().for_each(to_source);
        reading.blocks.iter_mut().for_each(|block| to_source(&mut block.span));
        reading.dates.iter_mut().for_each(|date| to_source(&mut date.span));
        reading.mentions.iter_mut().for_each(|mention| to_source(&mut mention.span));
        for speaker in &mut reading.speakers {
            to_source(&mut speaker.name);
            speaker.aliases.iter_mut().for_each(to_source);
        }
        for statement in &mut reading.statements {
            let spans = [&mut statement.source, &mut statement.cue, &mut statement.content];
            spans.into_iter().flatten().for_each(to_source);
            for step in &mut statement.why.chain {
                to_source(&mut step.from);
                to_source(&mut step.to);
            }
        }
        reading
    }
}

/// Hands tags to the writer by events, and text piece by piece with its place in the markup. Its
/// one token is the page.
struct Placed<'m> {
    markup: &'m [u8],
    tags: CallbackEmitter<Writer, Page>,
    /// Where the piece of text that is being read begins.
    start: usize,
    at: usize,
    page: Option<Page>,
}

impl ForwardingEmitter for Placed<'_> {
    type Token = Page;

    fn inner(&mut self) -> &mut impl Emitter<Token = Page> {
        &mut self.tags
    }

    fn emit_eof(&mut self) {
        self.page = Some(std::mem::take(self.tags.callback_mut()).finish());
    }

    fn pop_token(&mut self) -> Option<Page> {
        self.page.take()
    }

    fn move_position(&mut self, offset: isize) {
        self.at = self.at.saturating_add_signed(offset);
    }

    fn init_string(&mut self) {
        self.start = self.at;
    }

    /// Text that is not to be read for tags, as in `<plaintext>`, begins without `init_string`.
    fn emit_current_tag(&mut self) -> Option<State> {
        self.start = self.at;
        self.tags.emit_current_tag()
    }

    fn emit_string(&mut self, text: &[u8]) {
        // The tokenizer reads a line end of two characters as its first.
        let is_second = self.markup[..self.at].get(self.start) == Some(&b'\n')
            && self.markup[..self.start].last() == Some(&b'\r');
        let source = self.start + usize::from(is_second)..self.at;
        // "&nGg;" is as long as what it stands for.
        let marked = self.markup.get(source.start) == Some(&b'&') && text.first() != Some(&b'&');
        let same = text.len() == source.len() && !marked;
        let form = if same { Form::Verbatim } else { Form::Reference };
        self.tags.callback_mut().add_text(text, source, form);
        self.start = self.at;
    }
}

#[cfg(test)]
mod tests;
