//! Looking at the characters of a text, once for all kinds of them.
//!
//! The methods of `str` that take a pattern are compiled anew for each kind of pattern, with a
//! decoder of UTF-8 each. These are compiled once: marks are listed in a text, kinds of characters
//! are told by a function.

/// What [`str`] has for patterns.
pub(crate) trait Chars {
    fn first(&self) -> Option<char>;
    /// Whether the first character is one of `marks`.
    fn starts_in(&self, marks: &str) -> bool;
    /// Whether the last character is one of `marks`.
    fn ends_in(&self, marks: &str) -> bool;
    /// Whether the first character is of a kind.
    fn starts_as(&self, is: fn(char) -> bool) -> bool;
    /// Whether there is a character of a kind.
    fn has(&self, is: fn(char) -> bool) -> bool;
    /// Where the first of `marks` stands.
    fn find_in(&self, marks: &str) -> Option<usize>;
    /// Where these characters stand first, one after the other.
    fn find_all(&self, chars: &str) -> Option<usize>;
    /// What follows the characters of a kind.
    fn past(&self, is: fn(char) -> bool) -> &str;
    /// What follows the characters that are among `marks`.
    fn past_in(&self, marks: &str) -> &str;
    /// What stands before the characters of a kind at the end.
    fn before(&self, is: fn(char) -> bool) -> &str;
    /// What stands before the characters at the end that are among `marks`.
    fn before_in(&self, marks: &str) -> &str;
}

impl Chars for str {
    fn first(&self) -> Option<char> {
        self.chars().next()
    }

    fn starts_in(&self, marks: &str) -> bool {
        self.first().is_some_and(|c| is_in(c, marks))
    }

    fn ends_in(&self, marks: &str) -> bool {
        self.chars().next_back().is_some_and(|c| is_in(c, marks))
    }

    fn starts_as(&self, is: fn(char) -> bool) -> bool {
        self.first().is_some_and(is)
    }

    fn has(&self, is: fn(char) -> bool) -> bool {
        self.chars().any(is)
    }

    fn find_in(&self, marks: &str) -> Option<usize> {
        self.char_indices().find(|(_, c)| is_in(*c, marks)).map(|(at, _)| at)
    }

    fn find_all(&self, chars: &str) -> Option<usize> {
        let (all, chars) = (self.as_bytes(), chars.as_bytes());
        let last = all.len().checked_sub(chars.len())?;
        let opens = |at: usize| chars.first().is_none_or(|first| all[at] == *first);
        (0..=last).find(|at| opens(*at) && all[*at..].starts_with(chars))
    }

    fn past(&self, is: fn(char) -> bool) -> &str {
        let mut rest = self.chars();
        loop {
            let here = rest.as_str();
            if !rest.next().is_some_and(is) {
                return here;
            }
        }
    }

    fn past_in(&self, marks: &str) -> &str {
        let mut rest = self.chars();
        loop {
            let here = rest.as_str();
            if !rest.next().is_some_and(|c| is_in(c, marks)) {
                return here;
            }
        }
    }

    fn before(&self, is: fn(char) -> bool) -> &str {
        let mut rest = self.chars();
        loop {
            let here = rest.as_str();
            if !rest.next_back().is_some_and(is) {
                return here;
            }
        }
    }

    fn before_in(&self, marks: &str) -> &str {
        let mut rest = self.chars();
        loop {
            let here = rest.as_str();
            if !rest.next_back().is_some_and(|c| is_in(c, marks)) {
                return here;
            }
        }
    }
}

fn is_in(c: char, marks: &str) -> bool {
    marks.chars().any(|mark| mark == c)
}

/// A sign that belongs to the letter before it: an accent, a vowel point, a virama.
pub(crate) fn is_combining(c: char) -> bool {
    c >= '\u{300}'
        && matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}'
        | '\u{5bf}' | '\u{5c1}'..='\u{5c2}' | '\u{5c4}'..='\u{5c5}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}'
        | '\u{6e7}'..='\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{93c}' | '\u{94d}' | '\u{9bc}'
        | '\u{9cd}' | '\u{a4d}' | '\u{acd}' | '\u{b4d}' | '\u{bcd}' | '\u{c4d}' | '\u{ccd}'
        | '\u{d4d}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// An apostrophe or a hyphen in its plain form; any other character as it is.
pub(crate) const fn plain_mark(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends() {
        let text = "–– no, no!»";
        assert!(text.starts_in("-–") && text.ends_in("»") && !text.ends_in("–"));
        assert_eq!(text.past_in("– "), "no, no!»");
        assert_eq!(text.before(|c| !c.is_alphabetic()), "–– no, no");
        assert_eq!(text.past(char::is_alphabetic), text);
        assert_eq!("--".past_in("-"), "");
        assert_eq!("--".before_in("-"), "");
        assert_eq!((text.find_in("!,"), text.find_all("no!")), (Some(9), Some(11)));
        assert_eq!(("no".find_all(""), "n".find_all("no"), "".first()), (Some(0), None, None));
    }
}
