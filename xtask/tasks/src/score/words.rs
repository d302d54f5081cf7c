//! The tokens that overlap is counted in.

use super::document::Range;
use super::pairing::Set;

/// A text as code points and the tokens in it: runs of letters, digits and `_`, and single marks.
pub struct Words {
    pub text: Vec<char>,
    tokens: Vec<Range>,
}

impl Words {
    pub fn new(text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        let mut tokens: Vec<Range> = Vec::new();
        for (at, c) in text.iter().enumerate() {
            match tokens.last_mut() {
                Some([_, end]) if *end == at && is_word(*c) && is_word(text[at - 1]) => *end += 1,
                _ if !c.is_whitespace() => tokens.push([at, at + 1]),
                _ => {}
            }
        }
        Words { text, tokens }
    }

    /// The tokens that ranges overlap by at least one character.
    pub fn of(&self, ranges: &[Range]) -> Set {
        let mut set = Set::new();
        for [start, end] in ranges.iter().filter(|[start, end]| start < end) {
            let first = self.tokens.partition_point(|token| token[1] <= *start);
            let last = self.tokens.partition_point(|token| token[0] < *end);
            set.extend(first..last);
        }
        set.sort_unstable();
        set.dedup();
        set
    }

    /// As [`of`](Self::of), without marks.
    pub fn letters_of(&self, ranges: &[Range]) -> Set {
        let mut set = self.of(ranges);
        set.retain(|token| !self.is_mark(*token));
        set
    }

    pub fn is_mark(&self, token: usize) -> bool {
        !is_word(self.text[self.tokens[token][0]])
    }

    pub fn lower(&self, token: usize) -> String {
        self.slice(self.tokens[token]).to_lowercase()
    }

    pub fn slice(&self, [start, end]: Range) -> String {
        self.text[start.min(self.text.len())..end.min(self.text.len())].iter().collect()
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
