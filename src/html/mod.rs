//! Web pages: their readable text, and the way back to the markup.
//!
//! Tags and entities are read by a tokenizer of HTML5. Nothing in the page is run or loaded.

mod elements;
mod source_map;
mod writer;

pub use source_map::SourceMap;

use crate::{Error, MAX_BYTES};
use html5gum::emitters::callback::CallbackEmitter;
use html5gum::{Emitter, ForwardingEmitter, Tokenizer};
use writer::Writer;

/// The readable text of a page, one paragraph for each block, entities decoded.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub text: String,
    pub source: SourceMap,
}

/// Takes the readable text out of the markup of a page: out of its article where one is marked, its
/// main part, or its body. Scripts, styles, comments, menus, forms, asides and footers are left out.
///
/// ```
/// use whosaid::{Span, html};
///
/// let markup = "<nav>Home</nav><p>Xi&nbsp;said: <b>No</b>.</p>";
/// let page = html::read(markup)?;
/// assert_eq!(page.text, "Xi\u{a0}said: No.");
/// assert_eq!(page.source.source(Span::new(0, 8)).of(markup), "Xi&nbsp;said:");
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

/// Hands tags to the writer by events, and text piece by piece with its place in the markup. Its one
/// token is the page.
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

    fn emit_string(&mut self, text: &[u8]) {
        // The tokenizer reads a line end of two characters as its first.
        let is_second = self.markup[..self.at].get(self.start) == Some(&b'\n')
            && self.markup[..self.start].last() == Some(&b'\r');
        let source = self.start + usize::from(is_second)..self.at;
        self.tags.callback_mut().add_text(text, source);
        self.start = self.at;
    }
}

#[cfg(test)]
mod tests;
