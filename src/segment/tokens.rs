//! Cutting a block into words, numbers and marks.
//!
//! A word keeps its inner apostrophes, hyphens and dots ("O'Brien", "Castro-Wey", "U.S.") but gives
//! up a possessive 's, which is a token of its own. The full stop of an abbreviation belongs to it.
//! What runs on for longer than any word does ([`Token::LONGEST`]) is cut.

use crate::lexicon::{Class, Classes, Lexicon, is_invisible};
use crate::model::{Chars, Shape, Span, Token, WordId, is_combining};
use std::ops::Range;

/// So far on either side small letters are looked for, in bytes.
const NEAR_BYTES: usize = 16;

/// The name of a share and the mark behind it, in bytes.
const LONGEST_SHARE: usize = 12;

pub struct Tokenizer<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
}

/// What a word is made of, counted while it is read.
#[derive(Default)]
struct Letters {
    upper: u32,
    lower: u32,
    caseless: u32,
    digits: u32,
    first_upper: bool,
    /// Letters and digits since the last inner mark: "U.S." has one between its dots.
    run: u32,
    /// "U.S."
    dotted: bool,
    /// "example.org"
    address: bool,
    /// "6(c", which a bracket closes.
    bracket: bool,
}

impl Letters {
    fn count(&mut self, c: char, first: bool) {
        if c.is_uppercase() {
            self.first_upper |= first;
            self.upper += 1;
        } else if c.is_lowercase() {
            self.lower += 1;
        } else if c.is_numeric() {
            self.digits += 1;
        } else {
            self.caseless += 1;
        }
        self.run += 1;
    }

    fn shape(&self) -> Shape {
        let cased = self.upper + self.lower;
        match () {
            () if self.digits > 0 && self.digits >= cased + self.caseless => Shape::Number,
            () if self.caseless > 0 && cased == 0 => Shape::Caseless,
            () if self.upper == 0 => Shape::Lower,
            () if self.lower == 0 && self.upper == 1 && !self.dotted => Shape::Title,
            () if self.lower == 0 => Shape::Upper,
            () if self.first_upper => Shape::Title,
            () => Shape::Mixed,
        }
    }
}

impl<'a> Tokenizer<'a> {
    pub fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        Tokenizer { text, lexicon }
    }

    pub fn cut(&self, block: Span, out: &mut Vec<Token>) {
        let end = block.end as usize;
        let mut at = block.start as usize;
        let mut glued = false;
        while at < end {
            let c = self.char_at(at);
            // What most words stand apart by.
            if c == ' ' {
                (glued, at) = (false, at + 1);
                continue;
            }
            let is_word = is_word_char(c);
            if !is_word && (c.is_whitespace() || is_invisible(c)) {
                glued &= !c.is_whitespace();
                at += c.len_utf8();
                continue;
            }
            let reach = self.text.floor_char_boundary(at + Token::LONGEST).min(end);
            let token = if is_word {
                self.word(at, reach, glued, out)
            } else {
                self.mark(at, reach, c, glued)
            };
            at = token.span().end as usize;
            out.push(token);
            glued = true;
        }
    }

    fn char_at(&self, at: usize) -> char {
        let byte = self.text.as_bytes()[at];
        if byte < 0x80 { byte as char } else { self.text[at..].chars().next().unwrap_or(' ') }
    }

    fn next_char(&self, at: usize, end: usize) -> Option<char> {
        (at < end).then(|| self.char_at(at))
    }

    /// The word or number at `start`; after a word, a glued `'s` is a possessive.
    fn word(&self, start: usize, end: usize, glued: bool, out: &[Token]) -> Token {
        let (at, letters) = self.letters(start, end);
        let form = &self.text[start..at];
        let word = match letters.lower as usize == form.len() {
            true => self.lexicon.id(form),
            false => self.look_up(start, at),
        };
        let stop = self.text.as_bytes().get(at) == Some(&b'.');
        let stop = stop && self.is_abbreviated(start..at, end, word, &letters);
        let closed = at + usize::from(stop);
        let possessive = glued
            && closed - start == 1
            && is_s(self.char_at(start))
            && out.last().is_some_and(|t| t.shape == Shape::Quote);
        let shape = if possessive {
            Shape::Lower
        } else if self.text.as_bytes()[start].is_ascii_digit() {
            Shape::Number
        } else {
            letters.shape()
        };
        let word = if shape == Shape::Number { WordId::UNKNOWN } else { word };
        Token::new(Span::from_range(start..closed), shape, word, glued)
    }

    /// Where the word at `start` ends, but for a full stop of its own, and what it is made of.
    fn letters(&self, start: usize, end: usize) -> (usize, Letters) {
        let mut letters = Letters::default();
        let mut at = start;
        loop {
            // Most characters are these.
            let rest = &self.text.as_bytes()[at..end];
            let small = rest.iter().take_while(|byte| byte.is_ascii_lowercase()).count();
            at += small;
            letters.lower += small as u32;
            letters.run += small as u32;
            if let None | Some(b' ') = rest.get(small) {
                break;
            }
            let c = self.char_at(at);
            if is_word_char(c) || !c.is_ascii() && is_combining(c) {
                letters.count(c, at == start);
            } else if !is_invisible(c) && !self.joins(c, at, end, &mut letters) {
                break;
            }
            at += c.len_utf8();
        }
        // Invisible characters at the end are not part of the word.
        while !self.text.as_bytes()[at - 1].is_ascii()
            && let Some(c) = self.text[start..at].chars().next_back().filter(|c| is_invisible(*c))
        {
            at -= c.len_utf8();
        }
        (at, letters)
    }

    /// Whether the mark `c` at `at` stands inside a word, whose next run of letters begins then.
    fn joins(&self, c: char, at: usize, end: usize, letters: &mut Letters) -> bool {
        let next = self.next_char(at + c.len_utf8(), end).unwrap_or(' ');
        let joins = match c {
            '\'' | '’' | 'ʼ' => next.is_alphabetic() && !self.is_possessive(at, end),
            '-' | '\u{2010}' | '\u{2011}' | '&' | '_' | '@' => is_word_char(next),
            // "2.3", "Sh2.3"
            '.' | ',' if letters.digits > 0 && self.text.as_bytes()[at - 1].is_ascii_digit() => {
                next.is_ascii_digit()
            }
            '.' => {
                // "U.S.-India"
                let hyphen = letters.dotted && next == '-';
                let single = letters.run == 1 && letters.upper + letters.lower > 0;
                let joins = single && (next.is_alphabetic() || hyphen);
                letters.dotted |= joins;
                let address = letters.run > 1 && next.is_ascii_lowercase();
                letters.address |= address;
                joins || address || letters.first_upper && self.is_market(at + 1, end)
            }
            '/' if letters.address => is_word_char(next),
            ':' | '/' => letters.digits == letters.run && next.is_ascii_digit(),
            // "6(c)", "5(1)(a)"
            '(' if letters.digits > 0 => {
                let (number, inside) = self.text.as_bytes()[..end].split_at(at);
                let close = inside[1..].iter().position(|byte| !byte.is_ascii_alphanumeric());
                letters.bracket = number.ends_with(b")") || number[at - 1].is_ascii_digit();
                letters.bracket &= close.is_some_and(|at| at > 0 && inside[at + 1] == b')');
                letters.bracket
            }
            ')' => std::mem::take(&mut letters.bracket),
            _ => false,
        };
        // "12,000:30" is one run of digits.
        let numeric = matches!(c, ',' | ':' | '/') || c == '.' && !letters.dotted;
        letters.run = if numeric { letters.digits } else { 0 };
        joins
    }

    /// In "(VOWG.F)", "<VOWG.DE>": what stands behind the dot, a share's market.
    fn is_market(&self, at: usize, end: usize) -> bool {
        let behind = &self.text.as_bytes()[at..end];
        let capitals = behind.iter().take_while(|byte| byte.is_ascii_uppercase()).count();
        capitals > 0 && matches!(behind.get(capitals), Some(b')' | b'>' | b']'))
    }

    /// "<VOWG.F>"
    fn is_share(&self, open: usize) -> bool {
        let inside = self.text.as_bytes()[open + 1..].iter().take(LONGEST_SHARE);
        let mut behind = inside.skip_while(|byte| byte.is_ascii_uppercase() || **byte == b'.');
        behind.next() == Some(&b'>')
    }

    /// Whether the full stop behind a word belongs to it.
    fn is_abbreviated(
        &self,
        Range { start, end: at }: Range<usize>,
        end: usize,
        word: WordId,
        letters: &Letters,
    ) -> bool {
        if self.text.as_bytes()[at..end].first() != Some(&b'.') {
            return false;
        }
        let behind = self.next_char(at + 1, end);
        // "and so...", “We close at 9 p.m.”
        if matches!(behind, Some('.' | '”' | '"')) {
            return false;
        }
        // "J. Ruiz", but "There is no plan B."
        let initial = at - start == 1 && letters.upper == 1 && self.char_at(start) != 'I';
        if letters.dotted || initial && behind.is_some() {
            return true;
        }
        // "Press release no. 5", but "They said no."
        let number = || self.text[at..end].trim_start_matches(['.', ' ']).as_bytes().first();
        let is_answer =
            || self.lexicon.has(word, Class::Negation) && !number().is_some_and(u8::is_ascii_digit);
        // "She is ill. Her lawyer", but "Chicago, Ill.", "Ruiz vs. Hale", "my hon. Friend"
        const JOINED: Classes = Classes::of(&[Class::Preposition, Class::Honorific]);
        let after = || self.text[at + 1..end].trim_start().first();
        let is_plain = || {
            let known = self.lexicon.classes(word);
            letters.upper == 0 && !known.has_any(JOINED) && after().is_none_or(char::is_uppercase)
        };
        // "D-Ore., who"
        let hyphened = || {
            let (_, last) = self.text[start..at].rsplit_once('-')?;
            Some(self.lexicon.has(self.lexicon.id_of(last), Class::Abbreviation))
        };
        let known = self.lexicon.has(word, Class::Abbreviation) || hyphened() == Some(true);
        known && !is_answer() && !is_plain()
    }

    fn look_up(&self, start: usize, end: usize) -> WordId {
        let form = &self.text[start..end];
        let word = self.lexicon.id_of(form);
        // "the US", "the WHO": among small letters no pronoun, but what the lexicon has as "u.s",
        // "w.h.o".
        const PRONOUNS: Classes = Classes::of(&[Class::Pronoun, Class::Relative]);
        let pronoun = || self.lexicon.classes(word).has_any(PRONOUNS);
        let capitals = form.len() > 1 && form.bytes().all(|byte| byte.is_ascii_uppercase());
        if !capitals || !pronoun() || !self.has_small_letters(start, end) {
            return word;
        }
        let mut dotted = String::new();
        for letter in form.chars() {
            dotted.push('.');
            dotted.push(letter.to_ascii_lowercase());
        }
        match self.lexicon.id(&dotted[1..]) {
            WordId::UNKNOWN => word,
            known => known,
        }
    }

    /// Whether small letters stand near by.
    fn has_small_letters(&self, start: usize, end: usize) -> bool {
        let from = self.text.floor_char_boundary(start.saturating_sub(NEAR_BYTES));
        let to = self.text.floor_char_boundary((end + NEAR_BYTES).min(self.text.len()));
        self.text[from..to].bytes().any(|byte| byte.is_ascii_lowercase())
    }

    /// `'s` at the end of a word.
    fn is_possessive(&self, apostrophe: usize, end: usize) -> bool {
        let s = apostrophe + self.char_at(apostrophe).len_utf8();
        self.next_char(s, end).is_some_and(is_s)
            && self
                .next_char(s + 1, end)
                .is_none_or(|c| !is_word_char(c) && !matches!(c, '\'' | '’'))
    }

    fn mark(&self, start: usize, end: usize, c: char, glued: bool) -> Token {
        let mut at = start + c.len_utf8();
        let next = self.next_char(at, end);
        let shape = match c {
            '.' => {
                while self.next_char(at, end) == Some('.') {
                    at += 1;
                }
                Shape::Stop
            }
            '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।' | '۔' | '‼' => {
                while self.next_char(at, end).is_some_and(|c| matches!(c, '!' | '?')) {
                    at += 1;
                }
                Shape::Stop
            }
            ',' | '،' | '、' | '，' => Shape::Comma,
            ':' | '：' => Shape::Colon,
            ';' | '؛' | '；' => Shape::Semicolon,
            '–' | '—' | '―' => Shape::Dash,
            '-' => {
                while self.next_char(at, end) == Some('-') {
                    at += 1;
                }
                Shape::Dash
            }
            '(' | '[' | '{' | '（' => Shape::Open,
            ')' | ']' | '}' | '）' => Shape::Close,
            '<' if self.is_share(start) => Shape::Open,
            '>' if self.text[..start].rfind('<').is_some_and(|open| self.is_share(open)) => {
                Shape::Close
            }
            '\'' | '’' if glued && self.is_possessive(start, end) => {
                at += 1;
                Shape::Possessive
            }
            // But "no,''' he said" closes a single mark first.
            '\'' | '`' | '‘' | '’'
                if next == Some(c)
                    && !(glued && self.next_char(at + c.len_utf8(), end) == next) =>
            {
                at += c.len_utf8();
                Shape::Quote
            }
            // "6″"
            '″' if glued && self.text.as_bytes()[start - 1].is_ascii_digit() => Shape::Symbol,
            c if is_quotation_mark(c) => Shape::Quote,
            _ => Shape::Symbol,
        };
        Token::new(Span::from_range(start..at), shape, WordId::UNKNOWN, glued)
    }
}

fn is_s(c: char) -> bool {
    matches!(c, 's' | 'S')
}

fn is_word_char(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() }
}

pub fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '\''
            | '`'
            | '″'
            | '＂'
            | '「'
            | '」'
            | '『'
            | '』'
    )
}
