//! Writes the text of a page down, block by block.

use super::Page;
use super::elements::{self, Sort};
use super::source_map::SourceMap;
use crate::model::Span;
use html5gum::emitters::callback::{Callback, CallbackEvent};
use std::ops::Range;

#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    source: SourceMap,
    /// What goes before the next word.
    gap: &'static str,
    tag: Tag,
    /// The element whose text is left out, and how many of its name are open.
    unread: Option<(Vec<u8>, u32)>,
    preformatted: u32,
    /// Where the text of a page stands, best guess first: article, main, role=main.
    places: [Place; 3],
}

/// The start tag that is being read.
#[derive(Debug, Default)]
struct Tag {
    name: Vec<u8>,
    attribute: Vec<u8>,
    is_hidden: bool,
    is_main: bool,
}

/// The first element of a sort that has text in it.
#[derive(Debug, Default)]
struct Place {
    name: Vec<u8>,
    /// How many of that name are open, this one included.
    open: u32,
    start: usize,
    end: usize,
}

impl Callback<Page, ()> for Writer {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _: html5gum::Span<()>) -> Option<Page> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag { name: name.to_vec(), ..Tag::default() };
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.is_hidden |= name == b"hidden";
                self.tag.attribute = name.to_vec();
            }
            CallbackEvent::AttributeValue { value } => {
                self.tag.is_main |= self.tag.attribute == b"role" && value == b"main";
            }
            CallbackEvent::CloseStartTag { self_closing } => self.open(self_closing),
            CallbackEvent::EndTag { name } => self.close(name),
            _ => {}
        }
        None
    }
}

impl Writer {
    /// Adds a piece of text that stands at `source` in the markup.
    pub fn add_text(&mut self, text: &[u8], source: Range<usize>) {
        let Ok(text) = std::str::from_utf8(text) else { return };
        if self.unread.is_some() {
            return;
        }
        let starts_block = self.text.is_empty() || !self.gap.is_empty();
        let words = if starts_block {
            text.trim_start_matches([' ', '\t', '\n', '\u{c}', '\r'])
        } else {
            text
        };
        if words.is_empty() {
            return;
        }
        // White space before a block's first word is its own length in the markup, if it is verbatim.
        let skipped = if text.len() == source.len() { text.len() - words.len() } else { 0 };
        if !self.text.is_empty() {
            self.text.push_str(self.gap);
        }
        self.gap = "";
        let start = self.text.len();
        if self.preformatted > 0 {
            self.text.push_str(words);
        } else {
            // The page shows any white space as one space.
            self.text.extend(words.chars().map(|c| if is_layout(c) { ' ' } else { c }));
        }
        let source = source.start + skipped..source.end;
        self.source.push(Span::from(start..self.text.len()), Span::from(source));
    }

    /// The page: its most likely part that has words.
    pub fn finish(mut self) -> Page {
        for place in &mut self.places {
            place.leave(self.text.len());
        }
        let full = self.places.iter().find(|place| place.start < place.end);
        if let Some(place) = full {
            // The gap before its first word stands inside.
            let words = self.text[place.start..place.end].trim_start_matches('\n');
            let start = place.end - words.len();
            self.source.cut(Span::from(start..place.end));
            self.text.truncate(place.end);
            self.text.drain(..start);
        }
        Page { text: self.text, source: self.source }
    }

    fn open(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        if let Some((name, open)) = &mut self.unread {
            *open += u32::from(*name == tag.name && !self_closing);
            return;
        }
        let sort = elements::sort(&tag.name);
        match sort {
            Sort::Break if self.gap.is_empty() => self.gap = "\n",
            Sort::Block | Sort::Preformatted => self.gap = "\n\n",
            _ => {}
        }
        if elements::is_void(&tag.name) {
            return;
        }
        // Only foreign elements close themselves: `<script/>` does not.
        let foreign = self_closing && matches!(&tag.name[..], b"svg" | b"math");
        if (sort == Sort::Unread || tag.is_hidden) && !foreign {
            self.unread = Some((tag.name, 1));
            return;
        }
        self.preformatted += u32::from(sort == Sort::Preformatted);
        let [article, main, role] = &mut self.places;
        let at = self.text.len();
        article.enter(&tag.name, tag.name == b"article", at);
        main.enter(&tag.name, tag.name == b"main", at);
        role.enter(&tag.name, tag.is_main, at);
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((unread, open)) = &mut self.unread {
            // A hidden part does not outlive the page.
            if unread == name {
                *open -= 1;
            }
            if *open == 0 || name == b"body" {
                self.unread = None;
            }
            return;
        }
        match elements::sort(name) {
            Sort::Preformatted => self.preformatted = self.preformatted.saturating_sub(1),
            Sort::Block => {}
            _ => return,
        }
        self.gap = "\n\n";
        for place in &mut self.places {
            if place.open > 0 && place.name == name {
                place.open -= 1;
                if place.open == 0 {
                    place.end = self.text.len();
                }
            }
        }
    }
}

impl Place {
    fn enter(&mut self, name: &[u8], is_wanted: bool, at: usize) {
        if self.open > 0 {
            self.open += u32::from(self.name == name);
        } else if is_wanted && self.start == self.end {
            *self = Place { name: name.to_vec(), open: 1, start: at, end: at };
        }
    }

    /// At the end of a page that leaves it open.
    fn leave(&mut self, at: usize) {
        if self.open > 0 {
            self.end = at;
        }
    }
}

fn is_layout(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{c}' | '\r')
}
