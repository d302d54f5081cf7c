//! The elements that are open, and which tags end them.
//!
//! The rules of HTML5's tree construction as far as they move text into an element or out of it.
//! What it moves elsewhere (words between the cells of a table go before the table) stays where it
//! is.

use super::elements::{
    ends_paragraph, is_formatting, is_heading, is_scope, is_special, is_table_part,
};

/// As deep as browsers go. Elements further down are not told apart.
const MAX_DEPTH: usize = 512;

/// The open elements, the innermost last.
#[derive(Debug, Default)]
pub struct Open {
    names: Vec<Vec<u8>>,
    /// How many of them are `<p>`, which most tags ask for.
    paragraphs: usize,
    /// How many stand below [`MAX_DEPTH`].
    deeper: usize,
    /// A form inside a form is none, and so is one between the cells of a table.
    is_in_form: bool,
}

/// What a tag does to the open elements.
#[derive(Debug, PartialEq, Eq)]
pub enum Change {
    Nothing,
    /// All from this place on end.
    End(usize),
    /// The element at this place ends; those inside stay open as if they still stood in it.
    TakeOut(usize),
}

impl Open {
    pub fn len(&self) -> usize {
        self.names.len()
    }

    pub fn name(&self, at: usize) -> &[u8] {
        &self.names[at]
    }

    pub fn is_foreign(&self) -> bool {
        self.names.iter().any(|open| is_drawing(open))
    }

    /// The place from which on elements end before one of this name begins; `None` where it does
    /// not begin at all.
    pub fn before(&self, name: &[u8]) -> Option<usize> {
        let all = self.names.len();
        if ends_drawing(name)
            && let Some(at) = self.names.iter().rposition(|open| is_drawing(open))
            && !self.names[at..].iter().any(|open| holds_words_of_drawing(open))
        {
            let first = self.names[..at].iter().rposition(|open| !is_drawing(open));
            return Some(first.map_or(0, |before| before + 1));
        }
        if is_table_part(name) {
            let table = self.names.iter().rposition(|open| open == b"table")?;
            return Some(self.part_of_table(name, table));
        }
        let item = match name {
            b"form" if self.is_in_form => return None,
            b"li" => self.last(all, |open| open == b"li", is_end_of_items),
            b"dd" | b"dt" => self.last(all, |open| matches!(open, b"dd" | b"dt"), is_end_of_items),
            b"option" | b"optgroup" => {
                self.names.last().filter(|open| **open == b"option").map(|_| all - 1)
            }
            b"button" => self.in_scope(|open| open == b"button"),
            b"rp" | b"rt" => {
                self.names.last().filter(|open| matches!(&open[..], b"rp" | b"rt")).map(|_| all - 1)
            }
            _ => None,
        };
        let from = item.unwrap_or(all);
        let may_end = ends_paragraph(name) || matches!(name, b"li" | b"dd" | b"dt");
        let paragraph = (self.paragraphs > 0 && may_end)
            .then(|| {
                self.last(from, |open| open == b"p", |open| is_scope(open) || open == b"button")
            })
            .flatten();
        let from = paragraph.unwrap_or(from);
        let heading = from > 0 && is_heading(name) && is_heading(&self.names[from - 1]);
        Some(from - usize::from(heading))
    }

    /// Adds the element of a start tag, after those of [`Open::before`] have ended. Returns whether
    /// it holds what comes.
    pub fn start(&mut self, name: &[u8]) -> bool {
        if name == b"form" {
            self.is_in_form = true;
            if self.names.last().is_some_and(|open| is_around_cells(open)) {
                return false;
            }
        }
        if self.names.len() == MAX_DEPTH {
            self.deeper += 1;
            return false;
        }
        self.paragraphs += usize::from(name == b"p");
        self.names.push(name.to_vec());
        true
    }

    /// What an end tag does.
    pub fn at_end_tag(&mut self, name: &[u8]) -> Change {
        if self.deeper > 0 {
            self.deeper -= 1;
            return Change::Nothing;
        }
        let is_same = |open: &[u8]| open == name;
        let found = match name {
            b"table" => self.names.iter().rposition(|open| is_same(open)),
            b"form" => {
                self.is_in_form = false;
                return self.in_scope(is_same).map_or(Change::Nothing, Change::TakeOut);
            }
            b"li" => self.last(self.names.len(), is_same, |open| {
                is_scope(open) || matches!(open, b"ol" | b"ul")
            }),
            b"p" => {
                self.last(self.names.len(), is_same, |open| is_scope(open) || open == b"button")
            }
            _ if is_heading(name) => self.in_scope(is_heading),
            _ if is_table_part(name) => {
                self.last(self.names.len(), is_same, |open| matches!(open, b"table" | b"template"))
            }
            _ if is_formatting(name) => {
                let found = self.in_scope(is_same);
                let holds = |at: usize| self.names[at + 1..].iter().any(|open| is_special(open));
                match found {
                    Some(at) if holds(at) => return Change::TakeOut(at),
                    _ => found,
                }
            }
            _ if is_special(name) => self.in_scope(is_same),
            _ => self.last(self.names.len(), is_same, is_special),
        };
        found.map_or(Change::Nothing, Change::End)
    }

    pub fn take_out(&mut self, at: usize) {
        let name = self.names.remove(at);
        self.paragraphs -= usize::from(name == b"p");
    }

    /// A cell ends cells, a row ends rows, a group ends groups, in the same table.
    fn part_of_table(&self, name: &[u8], table: usize) -> usize {
        let keeps: &[&[u8]] = match name {
            b"td" | b"th" => &[b"tr", b"tbody", b"thead", b"tfoot"],
            b"tr" => &[b"tbody", b"thead", b"tfoot"],
            _ => &[],
        };
        let kept = self.names[table + 1..].iter().take_while(|open| keeps.contains(&&open[..]));
        table + 1 + kept.count()
    }

    fn in_scope(&self, is_wanted: impl Fn(&[u8]) -> bool) -> Option<usize> {
        self.last(self.names.len(), is_wanted, is_scope)
    }

    /// The last open element before `from` that is wanted, unless one that stops the search stands
    /// nearer.
    fn last(
        &self,
        from: usize,
        is_wanted: impl Fn(&[u8]) -> bool,
        stops: impl Fn(&[u8]) -> bool,
    ) -> Option<usize> {
        let at = self.names[..from].iter().rposition(|open| is_wanted(open) || stops(open))?;
        is_wanted(&self.names[at]).then_some(at)
    }
}

/// An item does not end one outside of these.
fn is_end_of_items(open: &[u8]) -> bool {
    is_special(open) && !matches!(open, b"address" | b"div" | b"p")
}

/// Elements with rules of their own.
fn is_drawing(open: &[u8]) -> bool {
    matches!(open, b"svg" | b"math")
}

/// Elements of a drawing in which those of pages stand. Tags come in small letters.
fn holds_words_of_drawing(open: &[u8]) -> bool {
    matches!(open, b"annotation-xml" | b"desc" | b"foreignobject" | b"title")
}

/// Tags that no drawing has: somebody forgot to end it.
fn ends_drawing(name: &[u8]) -> bool {
    matches!(
        name,
        b"b" | b"big"
            | b"blockquote"
            | b"br"
            | b"center"
            | b"code"
            | b"dd"
            | b"div"
            | b"dl"
            | b"dt"
            | b"em"
            | b"embed"
            | b"hr"
            | b"i"
            | b"img"
            | b"li"
            | b"listing"
            | b"menu"
            | b"meta"
            | b"nobr"
            | b"ol"
            | b"p"
            | b"pre"
            | b"ruby"
            | b"s"
            | b"small"
            | b"span"
            | b"strike"
            | b"strong"
            | b"sub"
            | b"sup"
            | b"table"
            | b"tt"
            | b"u"
            | b"ul"
            | b"var"
    ) || is_heading(name)
}

/// Parts of a table in which no words can stand.
fn is_around_cells(open: &[u8]) -> bool {
    matches!(open, b"table" | b"tbody" | b"tfoot" | b"thead" | b"tr")
}
