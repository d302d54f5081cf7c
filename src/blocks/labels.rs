//! Labels: the words before a turn that say whose it is.
//!
//! [`read`] looks at one line alone and takes what has the form of a label; whether a text is a
//! transcript, and which of the weaker forms are labels in it, is judged in [`super::turns`].
//!
//! ```text
//! MR. DOLAN: ...                              Q1. [903112] Norma Leith (Carrow East) (Lib): ...
//! The Prime Minister (Gareth Pell): ...       [00:01:42] JANE MUIR, CNN ANCHOR: ...
//! The PRESIDING OFFICER. Without ...          Manfred Orr, on behalf of the Group. – Madam ...
//! Q  Thank you ...    Q. ...    A. ...        >> Thank you ...    Ned Muir: (00:52)
//! ```

use super::lines::trim;
use super::words::{self, Case, Word};
use crate::lexicon::{Class, Lexicon};
use crate::model::Span;

#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// From the start of the line to the colon, stop or time after the name.
    pub whole: Span,
    /// The name or role alone; empty for `>>`.
    pub name: Span,
    /// The name in brackets after a role.
    pub explained: Option<Span>,
    pub shared: bool,
    pub sort: Sort,
    /// The same for names that end alike: "ADA STONE", "STONE".
    pub surname: u64,
}

/// How surely the words are a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// "Climate:", "Brancu:"
    Word,
    /// "Aurel Brancu:", "BRANCU:", "Security Policy:"
    Named,
    /// With a title, an office, a label word or a time: "MR. DOLAN:", "QUESTION:"
    Known,
}

/// A label is no longer than this, in bytes, brackets left out.
const LONGEST: usize = 110;
/// Nor are its brackets, all together.
const BRACKETS: usize = 160;

/// The label that the line begins with.
pub fn read(text: &str, line: Span, lexicon: &Lexicon) -> Option<Label> {
    let (start, timed) = past_lead(text, line);
    let rest = Span::new(start, line.end);
    if let Some(after) = rest.of(text).strip_prefix(">>") {
        let after = after.trim_start_matches('>').trim_start();
        let start = line.end - after.len() as u32;
        let named = with_colon(text, line, start, false, lexicon);
        return named.or_else(|| nameless(Span::new(line.start, start)));
    }
    single_letter(text, line, start, lexicon)
        .or_else(|| with_colon(text, line, start, timed, lexicon))
        .or_else(|| with_stop(text, line, start, lexicon))
}

/// A name alone on its line, with or without a time: a label if the text repeats it.
pub fn read_bare(text: &str, line: Span, lexicon: &Lexicon) -> Option<Label> {
    let (start, timed) = past_lead(text, line);
    if line.end - start > 60 || line.end == start {
        return None;
    }
    let inside = text[start as usize..line.end as usize].trim_end_matches(time_char);
    let end = trim(text, Span::from(start as usize..start as usize + inside.len())).end;
    let timed = timed || text[end as usize..line.end as usize].contains(':');
    if text[start as usize..end as usize].ends_with(['.', '!', '?', ':', ',', ';', '…']) {
        return None;
    }
    let (bracket, name_end) = first_bracket(text, start, end);
    let sort = if timed { Sort::Known } else { Sort::Word };
    let mut label = make(text, line, Span::new(start, name_end), bracket, sort, lexicon)?;
    label.whole = line;
    Some(label)
}

fn nameless(whole: Span) -> Option<Label> {
    let name = Span::new(whole.end, whole.end);
    Some(Label { whole, name, explained: None, shared: true, sort: Sort::Known, surname: 0 })
}

const fn time_char(c: char) -> bool {
    matches!(c, '0'..='9' | ':' | '.' | '(' | ')' | '[' | ']' | ' ' | '\t' | '-' | '–' | '>')
}

/// Past a time, a question's number and emphasis: where the name begins, and whether a time stood
/// there.
fn past_lead(text: &str, line: Span) -> (u32, bool) {
    let inside = line.of(text);
    let mut rest = inside.trim_start_matches(['*', '_', '#', '•']).trim_start();
    let mut timed = false;
    // "Q1.", "T12."
    let numbered = rest.trim_start_matches(|c: char| c.is_ascii_uppercase());
    if rest.len() - numbered.len() == 1 {
        let after = numbered.trim_start_matches(|c: char| c.is_ascii_digit());
        if after.len() < numbered.len()
            && let Some(after) = after.strip_prefix(['.', ')'])
        {
            rest = after.trim_start();
        }
    }
    if rest.starts_with(|c: char| c.is_ascii_digit() || c == '[' || c == '(') {
        let after = rest.trim_start_matches(time_char);
        let lead = &rest[..rest.len() - after.len()];
        // Only a bracket that closes belongs to it: "[Hon. Members: ...]" begins with the name.
        if lead.matches(['(', '[']).count() == lead.matches([')', ']']).count() {
            timed = lead.contains(':');
            rest = after;
        } else if let Some(after) = rest.strip_prefix(['[', '(']) {
            rest = after;
        }
    }
    rest = rest.trim_start_matches(['*', '_']);
    (line.end - rest.len() as u32, timed)
}

/// "Q Thank you", "Q. Why?", "A: Because", "Q" alone on its line.
fn single_letter(text: &str, line: Span, start: u32, lexicon: &Lexicon) -> Option<Label> {
    let rest = &text[start as usize..line.end as usize];
    let letter = rest.chars().next()?;
    let after = &rest[letter.len_utf8()..];
    if !letter.is_uppercase() || after.starts_with(char::is_alphanumeric) {
        return None;
    }
    let name = Span::from(start as usize..start as usize + letter.len_utf8());
    let word = *words::words(text, name, lexicon).first()?;
    if !word.classes.has(Class::LabelWord) {
        return None;
    }
    // "Q [Kelm Daily]: Why?"
    let bracket = after.trim_start().strip_prefix('[').and_then(|rest| rest.split_once("]:"));
    let after = match bracket {
        Some((paper, rest)) if paper.len() < 60 => &after[after.len() - rest.len() - 1..],
        _ => after,
    };
    let marked = after.trim_start_matches(['*', '_']);
    let marked = marked.strip_prefix(['.', ':', ')']).unwrap_or(marked);
    let marked = marked.trim_start_matches(['*', '_']);
    // "A spokesman" is no label, "Q Why" is one, "A<tab>" too.
    let is_article = word.classes.has(Class::Determiner);
    if marked.len() == after.len()
        && is_article
        && !after.starts_with(['\t', '\u{a0}'])
        && !after.starts_with("  ")
    {
        return None;
    }
    let end = line.end - marked.len() as u32;
    Some(Label {
        whole: Span::new(line.start, end),
        name,
        explained: None,
        shared: word.classes.has(Class::SharedLabel),
        sort: Sort::Known,
        surname: key(name.of(text)),
    })
}

fn with_colon(text: &str, line: Span, start: u32, timed: bool, lexicon: &Lexicon) -> Option<Label> {
    let colon = colon(&text[start as usize..line.end as usize])? as u32 + start;
    let (bracket, name_end) = first_bracket(text, start, colon);
    let mark = text[colon as usize..].chars().next()?;
    let after = &text[colon as usize + mark.len_utf8()..line.end as usize];
    if after.starts_with(|c: char| c.is_ascii_digit() || c == '/') {
        return None;
    }
    let sort = if timed { Sort::Known } else { Sort::Word };
    let mut label = make(text, line, Span::new(start, name_end), bracket, sort, lexicon)?;
    let after = after.trim_start_matches(['*', '_']);
    label.whole = Span::new(line.start, line.end - after.len() as u32);
    // "Ned Muir: (00:52)"
    let spoken = after.trim_start();
    if spoken.starts_with(['(', '['])
        && !spoken.trim_start_matches(time_char).starts_with(char::is_lowercase)
    {
        let untimed = spoken.trim_start_matches(time_char);
        if spoken[..spoken.len() - untimed.len()].contains(':') {
            label.whole.end =
                trim(text, Span::new(line.start, line.end - untimed.len() as u32)).end;
            label.sort = Sort::Known;
        }
    }
    Some(label)
}

/// "The PRESIDING OFFICER. Without", "Mr. ORR. Mr. President, I", "Ann Orr (Group). – Madam".
fn with_stop(text: &str, line: Span, start: u32, lexicon: &Lexicon) -> Option<Label> {
    let rest = &text[start as usize..line.end as usize];
    let dashed = [". – ", ". — ", ".– ", ".— ", ". - "];
    let mut reach = rest.len().min(LONGEST + 5);
    while !rest.is_char_boundary(reach) {
        reach -= 1;
    }
    // Most lines end here.
    let shouts = rest
        .split(' ')
        .take(3)
        .any(|word| word.chars().take(3).filter(|c| c.is_uppercase()).count() >= 2);
    if !rest.starts_with(char::is_uppercase)
        || !shouts && !dashed.iter().any(|dash| rest[..reach].contains(dash))
    {
        return None;
    }
    let mut from = 0;
    // The first full stop that does not belong to a title or an initial.
    while let Some(stop) = rest[from..].find('.').map(|at| at + from).filter(|at| *at < LONGEST) {
        let (bracket, name_end) = first_bracket(text, start, start + stop as u32);
        let name = Span::new(start, name_end);
        if let Some(dash) = dashed.iter().find(|dash| rest[stop..].starts_with(**dash)) {
            let mut label = make(text, line, name, bracket, Sort::Named, lexicon)?;
            label.whole = Span::new(line.start, start + (stop + dash.len()) as u32 - 1);
            return Some(label);
        }
        let found = words::words(text, name, lexicon);
        let last = found.last()?;
        let short = last.classes.has(Class::Honorific) && last.span.len() <= 4;
        let abbreviated =
            short || last.case == Case::Initial || last.classes.has(Class::Abbreviation);
        let spaced = rest[stop + 1..].starts_with(' ');
        if !abbreviated && spaced {
            let titled =
                found[0].classes.has(Class::Honorific) || found[0].classes.has(Class::Determiner);
            let shouted =
                found.get(1).is_some_and(|word| word.case == Case::Upper && word.span.len() > 1);
            let sentence = rest[stop + 1..]
                .trim_start()
                .starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '“' | '"' | '['));
            if !(titled && shouted && sentence) {
                return None;
            }
            let mut label = make(text, line, name, bracket, Sort::Known, lexicon)?;
            label.whole = Span::new(line.start, start + stop as u32 + 1);
            return Some(label);
        }
        from = stop + 1;
    }
    None
}

/// The first colon outside brackets, with nothing before it that no label holds.
fn colon(rest: &str) -> Option<usize> {
    let (mut depth, mut outside, mut inside) = (0_u32, 0, 0);
    let reach = rest.len().min(LONGEST + BRACKETS);
    if !rest.as_bytes()[..reach].iter().any(|b| matches!(b, b':' | 0xef)) {
        return None;
    }
    for (at, c) in rest.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ':' | '：' if depth == 0 => return (at > 0).then_some(at),
            '"' | '“' | '”' | '«' | ';' | '?' | '!' | '…' if depth == 0 => return None,
            _ => {}
        }
        if depth == 0 {
            outside += c.len_utf8();
        } else {
            inside += c.len_utf8();
        }
        if outside > LONGEST || inside > BRACKETS {
            return None;
        }
    }
    None
}

/// The inside of the first bracket, and where the words before it end.
fn first_bracket(text: &str, start: u32, end: u32) -> (Option<Span>, u32) {
    let inside = &text[start as usize..end as usize];
    match inside.find(['(', '[']) {
        Some(open) if open > 0 => {
            let rest = &inside[open + 1..];
            let close = rest.find([')', ']']).unwrap_or(rest.len());
            let from = start as usize + open + 1;
            (Some(Span::from(from..from + close)), start + open as u32)
        }
        _ => (None, end),
    }
}

/// The label whose name, description and all, stands in `named`, if its words can be a name.
fn make(
    text: &str,
    line: Span,
    named: Span,
    bracket: Option<Span>,
    sort: Sort,
    lexicon: &Lexicon,
) -> Option<Label> {
    let found = words::words(text, named, lexicon);
    // "JANE MUIR, ANCHOR", "Ann Orr, on behalf of the Group"; but "MUIR, J."
    let comma = found.iter().position(|word| word.next == Some(','));
    let (name, described) = match comma.map(|at| found.split_at(at + 1)) {
        Some((_, after)) if after.iter().all(|word| word.case == Case::Initial) => {
            (&found[..], &found[..0])
        }
        Some((name, after)) => (name, after),
        None => (&found[..], &found[..0]),
    };
    let (first, last) = (name.first()?, name.last()?);
    let in_name = |word: &Word| {
        word.case != Case::Lower
            || word.classes.has(Class::NameParticle)
            || word.classes.has(Class::LabelWord)
            || word.classes.has(Class::Honorific)
            || word.classes.has(Class::SharedLabel)
            || (word.classes.has(Class::Preposition)
                || word.classes.has(Class::Conjunction)
                || word.classes.has(Class::Determiner))
                && word.span != first.span
                && word.span != last.span
    };
    let labelled = words::any(name, Class::LabelWord);
    let opens = first.case.is_capitalised()
        || first.case == Case::Caseless
        || first.classes.has(Class::LabelWord)
        || first.classes.has(Class::SharedLabel)
        || first.classes.has(Class::NameParticle);
    // No sentence ends inside a name.
    let stopped = name.iter().any(|word| {
        word.dotted
            && word.span != last.span
            && !(word.case == Case::Initial
                || word.classes.has(Class::Abbreviation)
                || word.classes.has(Class::Honorific)
                || word.span.len() <= 4)
    });
    if !opens || stopped || name.len() > 9 || described.len() > 14 || !name.iter().all(in_name) {
        return None;
    }
    let numbers = name.iter().filter(|word| word.case == Case::Number).count();
    let furniture = words::opening(name, lexicon);
    if numbers > usize::from(labelled)
        || furniture.0.has(Class::FurnitureWord) && furniture.1 == name.len() && !labelled
    {
        return None;
    }
    let office = words::any(name, Class::Office);
    let role = office || labelled || first.classes.has(Class::Determiner);
    let capitals = name.iter().filter(|word| word.case.is_capitalised()).count();
    let small_words = Class::Adverb.bit()
        | Class::Pronoun.bit()
        | Class::Preposition.bit()
        | Class::Conjunction.bit()
        | Class::Complementizer.bit()
        | Class::Auxiliary.bit();
    let function = crate::lexicon::Classes(small_words);
    let sort = if first.classes.has(Class::Honorific)
        || labelled
        || (office && (first.classes.has(Class::Determiner) || capitals == name.len()))
    {
        Sort::Known
    } else if capitals >= 2
        || (first.case == Case::Upper && first.span.len() >= 3)
        || !described.is_empty()
        || bracket.is_some()
    {
        sort.max(Sort::Named)
    } else if first.classes.has_any(function) {
        return None;
    } else {
        sort
    };
    let name_words = name;
    let name = trim(text, first.span.to(last.span));
    // The stop of "Jr." or of an initial belongs to the name.
    let name = if last.dotted && last.case == Case::Initial && comma.is_some() {
        Span::new(name.start, name.end + 1)
    } else {
        name
    };
    let explained = bracket.filter(|bracket| {
        let inside = words::words(text, *bracket, lexicon);
        role && !first.classes.has(Class::Honorific)
            && inside.len() >= 2
            && inside.len() <= 6
            && inside.iter().all(|w| w.case.is_capitalised() || w.classes.has(Class::NameParticle))
            && !words::any(&inside, Class::Office)
    });
    Some(Label {
        whole: line,
        name,
        explained: explained.map(|span| trim(text, span)),
        shared: shared(name_words),
        sort,
        // "Speaker 2" and "J" are not told apart by their ends alone.
        surname: key(match last.case {
            Case::Upper | Case::Title if !role => last.span.of(text),
            _ => name.of(text),
        }),
    })
}

/// A label word that names several: "QUESTION", "Hon. Members", "Some hon. members".
fn shared(name: &[Word]) -> bool {
    words::any(name, Class::SharedLabel)
}

/// FNV-1a over the lower-case letters and digits.
fn key(name: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x100_0000_01b3);
    }
    hash
}
