//! Writes the text of a page down, block by block.

use super::Page;
use super::elements::{is_block, is_preformatted, is_unread, is_void};
use super::open::{Change, Open};
use super::source_map::{Form, SourceMap};
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
    open: Open,
    /// The place of the open element whose text is left out.
    unread: Option<usize>,
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
    /// Its place among the open elements while it is one.
    open: Option<usize>,
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
            CallbackEvent::CloseStartTag { self_closing } => self.start(self_closing),
            CallbackEvent::EndTag { name } => self.end(name),
            _ => {}
        }
        None
    }
}

impl Writer {
    /// Adds a piece of text that stands at `source` in the markup.
    pub fn add_text(&mut self, text: &[u8], source: Range<usize>, form: Form) {
        let Ok(text) = std::str::from_utf8(text) else { return };
        if self.unread.is_some() {
            return;
        }
        if form == Form::Reference {
            return self.add_words(text, source, form);
        }
        // Parsers of HTML drop NUL.
        let mut start = source.start;
        for words in text.split('\0') {
            self.add_words(words, start..start + words.len(), form);
            start += words.len() + 1;
        }
    }

    fn add_words(&mut self, text: &str, source: Range<usize>, form: Form) {
        let starts_block = self.text.is_empty() || !self.gap.is_empty();
        let words = if starts_block {
            text.trim_start_matches([' ', '\t', '\n', '\u{c}', '\r'])
        } else {
            text
        };
        if words.is_empty() {
            return;
        }
        // White space before a block's first word is its own length in the markup, if it is
        // verbatim.
        let skipped = if form == Form::Verbatim { text.len() - words.len() } else { 0 };
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
        self.source.push(Span::from_range(start..self.text.len()), Span::from_range(source), form);
    }

    /// The page: its most likely part that has words.
    pub fn finish(mut self) -> Page {
        self.truncate(0);
        let full = self.places.iter().find(|place| place.start < place.end);
        if let Some(place) = full {
            // The gap before its first word stands inside.
            let words = self.text[place.start..place.end].trim_start_matches('\n');
            let start = place.end - words.len();
            self.source.cut(Span::from_range(start..place.end));
            self.text.truncate(place.end);
            self.text.drain(..start);
        }
        Page { text: self.text, source: self.source }
    }

    fn start(&mut self, self_closing: bool) {
        let tag = std::mem::take(&mut self.tag);
        // A page has these whether they are written or not.
        if matches!(&tag.name[..], b"html" | b"head" | b"body") {
            return;
        }
        let Some(kept) = self.open.before(&tag.name) else { return };
        self.truncate(kept);
        let is_read = self.unread.is_none();
        if is_read {
            self.part(&tag.name);
        }
        // Only foreign elements close themselves: `<script/>` does not.
        let is_closed =
            self_closing && (matches!(&tag.name[..], b"svg" | b"math") || self.open.is_foreign());
        if is_void(&tag.name) || is_closed || !self.open.start(&tag.name) || !is_read {
            return;
        }
        let place = self.open.len() - 1;
        if is_unread(&tag.name) || tag.is_hidden {
            self.unread = Some(place);
            return;
        }
        self.preformatted += u32::from(is_preformatted(&tag.name));
        let is_place = [tag.name == b"article", tag.name == b"main", tag.is_main];
        for (found, is_wanted) in self.places.iter_mut().zip(is_place) {
            if is_wanted && found.open.is_none() && found.start == found.end {
                *found = Place { open: Some(place), start: self.text.len(), end: self.text.len() };
            }
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"html" | b"head" | b"body" => return,
            b"br" if self.unread.is_none() => return self.part(name),
            _ => {}
        }
        match self.open.at_end_tag(name) {
            // A lone `</p>` is an empty paragraph.
            Change::Nothing if name == b"p" && self.unread.is_none() => self.part(name),
            Change::Nothing => {}
            Change::End(at) => self.truncate(at),
            Change::TakeOut(at) => {
                self.open.take_out(at);
                let places = self.places.iter_mut().map(|place| &mut place.open);
                for place in places.chain([&mut self.unread]).flatten() {
                    *place -= usize::from(*place > at);
                }
                self.unread = self.unread.filter(|unread| *unread < self.open.len());
            }
        }
    }

    /// Ends the open elements from `at` on.
    fn truncate(&mut self, at: usize) {
        while self.open.len() > at {
            let last = self.open.len() - 1;
            if self.unread.is_none() {
                let name = self.open.name(last);
                self.preformatted -= u32::from(is_preformatted(name));
                if is_block(name) {
                    self.gap = "\n\n";
                }
                for place in &mut self.places {
                    if place.open == Some(last) {
                        place.open = None;
                        place.end = self.text.len();
                    }
                }
            }
            self.unread = self.unread.filter(|unread| *unread != last);
            self.open.take_out(last);
        }
    }

    /// Parts what comes from what stands before, as an element of this name does.
    fn part(&mut self, name: &[u8]) {
        if is_block(name) {
            self.gap = "\n\n";
        } else if name == b"br" && self.gap.is_empty() {
            self.gap = "\n";
        }
    }
}

fn is_layout(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\u{c}' | '\r')
}
