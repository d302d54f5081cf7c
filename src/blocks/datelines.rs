//! Datelines before the first words of a paragraph.
//!
//! ```text
//! BEIJING, Sept. 30 (Xinhua) -- ...     MOSCOW, June 10. /TASS/. ...      TRISK - ...
//! GENEVA (12 March 2024) – ...          KELM, 14 May 2018 (Kelm Daily) – ...
//! RIYADH: ...                           Kelm, 14 May 2018 – ...
//! Devgarh, Jul 18 (BNT) ...             Puerto, 14 August 2024 (Presse).- ...
//! ```

use super::page::Page;
use super::words::{Case, SMALL, SPEAKING, Word, any, first_words, has};
use crate::lexicon::{Class, Classes};
use crate::model::{Chars, Span};

/// A dateline is no longer than this, in bytes.
const DATELINE_BYTES: usize = 110;

/// "ST." and the like before the name of a place are no longer.
const SAINT_BYTES: usize = 3;

/// Nor is the name of an agency in it than this: "/TASS/".
const AGENCY_BYTES: usize = 24;

/// The dateline that the paragraph begins with, its dash or colon included.
pub fn prefix(page: &Page, line: Span) -> Option<Span> {
    let inside = line.of(page.text);
    if !inside.starts_in("([") && !inside.starts_as(|c| c.is_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    // "4 May 2018Two were hurt"
    if let [date, ..] = page.dates_in(line)
        && date.weekday == line.start
        && Span::new(date.span.end, line.end).of(page.text).starts_as(char::is_uppercase)
    {
        return Some(Span::new(line.start, date.span.end));
    }
    let (window, _) = inside.split_at(inside.floor_char_boundary(DATELINE_BYTES));
    let ends = [end(window), end_of_agency(window)];
    ends.into_iter().flatten().find_map(|end| {
        // A sentence follows: "NATO - which" is no dateline.
        let sentence = inside[end..].past(|c| !c.is_alphanumeric());
        if sentence.is_empty() || sentence.starts_as(char::is_lowercase) {
            return None;
        }
        let span = Span::new(line.start, line.start + end as u32);
        let behind = Span::new(span.end, line.end);
        (is_dateline(page, span) || is_town(page, span, behind)).then_some(span)
    })
}

/// The end of "(AGENCY)" after a date, where neither dash nor colon follows.
fn end_of_agency(window: &str) -> Option<usize> {
    let open = window.find_all(" (")?;
    let agency = &window[open + 2..];
    let agency = &agency[..agency.find_all(") ")?];
    let shouted = agency.bytes().all(|b| b.is_ascii_uppercase());
    let dated = window[..open].bytes().any(|b| b.is_ascii_digit());
    (shouted && dated).then_some(open + 2 + agency.len() + 1)
}

/// The end of the first dash, "/AGENCY/." or colon that could close a dateline.
fn end(window: &str) -> Option<usize> {
    if let Some(open) = window.find_all(" /")
        && let agency = &window[open + 2..]
        && let Some(close) = agency.find_in("/")
        && close <= AGENCY_BYTES
    {
        let after = &agency[close + 1..];
        let rest = after.past_in(". -–—");
        if rest.len() < after.len() {
            return Some(window[..window.len() - rest.len()].trim_end().len());
        }
    }
    let mut before = '\0';
    for (at, c) in window.char_indices() {
        let rest = &window[at..];
        let after = match c {
            '—' | '―' => return Some(at + c.len_utf8()),
            '–' if opens_text(before) => rest.past_in("–"),
            '-' if opens_text(before) => rest.past_in("-"),
            '-' if rest.starts_with("--") => &rest[2..],
            ':' => &rest[1..],
            _ => "",
        };
        if after.starts_as(is_space) {
            return Some(window.len() - after.len());
        }
        before = c;
    }
    None
}

/// Before a dash; "(Presse).-" has its full stop there.
fn opens_text(before: char) -> bool {
    is_space(before) || matches!(before, '.' | ')')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}')
}

/// A dateline begins with a place: "Mr Orr - a baker - ...", "SMITH, who ..." do not.
const NO_PLACE: Classes =
    Classes::of(&[Class::Honorific, Class::Office, Class::LabelWord, Class::FurnitureWord]);

/// Capitalised words only, of which the first are in capitals, or with a date or an agency in
/// brackets.
fn is_dateline(page: &Page, span: Span) -> bool {
    let found = page.words(span);
    let Some(first) = found.first() else { return false };
    let dated = page.dates_in(span);
    let in_date = |word: &Word| dated.iter().any(|date| date.holds(word.span));
    let plain = |word: &Word| {
        word.case != Case::Lower || word.classes.has_any(SMALL.with(Class::Month)) || in_date(word)
    };
    if found.len() > 14
        || first.classes.has_any(NO_PLACE)
        || first.case == Case::Number && !in_date(first)
        || !found.iter().all(plain)
        // "5 March 2019, Lorne:", but "5 March 2019: The ministers met."
        || first.case == Case::Number && found.iter().all(in_date)
    {
        return false;
    }
    let inside = span.of(page.text);
    // "ST. PAUL, Minn."
    let saint = inside.find_in(".").filter(|at| *at <= SAINT_BYTES).map_or(0, |at| at + 1);
    let place = inside[saint..].find_in(",(/.");
    let place = place.map_or(span.end, |at| span.start + (saint + at) as u32);
    if found.iter().take_while(|word| word.span.end <= place && !in_date(word)).count() >= 4 {
        return false;
    }
    // "AL MURAD", but not "A CITY"
    let mut place = found.iter().take_while(|word| word.span.end <= place);
    let shouted = first.case == Case::Upper
        && first.span.len() >= 2
        && place.any(|word| word.case == Case::Upper && word.span.len() >= 3);
    if inside.ends_with(':') {
        // But "LCC Press Statement:"
        let upper = found.len() <= 3 && found.iter().all(|word| word.case == Case::Upper);
        return !dated.is_empty() || shouted && upper;
    }
    shouted
        || !dated.is_empty()
        || has(&found, Class::Month)
        || found.len() <= 5 && (inside.contains('(') || inside.find_all(" /").is_some())
}

/// "Lorne — Mayor Ana Ruiz said", "Lorne, Veyra – The court has": a town in small letters before a
/// dash, where somebody with a title or a noun with an article opens the sentence behind it; after
/// "Lorne, MA -" and "Lorne, Mass. -" anybody.
fn is_town(page: &Page, span: Span, behind: Span) -> bool {
    const OPENERS: Classes =
        Classes::of(&[Class::Office, Class::OfficeModifier, Class::Honorific, Class::Determiner]);
    const GIVEN: Classes = Classes::of(&[Class::GivenName]);
    let inside = span.of(page.text);
    let town = page.words(span);
    let short = |word: &&Word| word.case == Case::Upper && word.span.len() == 2;
    let state = town.last().filter(short).is_some() || inside.contains(". ");
    let plain =
        |word: &Word| (word.case == Case::Title || short(&word)) && !word.classes.has_any(NO_PLACE);
    let parts = inside.split(',').count();
    let state = state && parts == 2;
    let opens = || state || any(&first_words(page.text, behind, 2, page.lexicon), OPENERS);
    town.iter().all(plain)
        && match inside.ends_with(':') {
            true => town.len() <= 2 && parts == 1 && tells(page, &town, behind),
            // "Port Lorne — The mayor", but "Ana Ruiz — The mayor"
            false if parts == 1 => town.len() <= 2 && !any(&town, GIVEN) && opens(),
            false => parts == 2 && town.len() <= TOWN_WORDS && opens(),
        }
}

/// "Lorne: At least nine were hurt, officials said.": news behind the colon, of a place that says
/// nothing elsewhere in the text and is nobody's surname; but not "Holm: We go on".
fn tells(page: &Page, town: &[Word], behind: Span) -> bool {
    let [first, ..] = town else { return false };
    let town = first.span.to(town[town.len() - 1].span);
    let says = |word: &Word| {
        word.case == Case::Lower
            && word.classes.has(Class::Speech)
            && word.classes.has_any(Classes::FINITE)
    };
    let found = page.words(behind);
    let name = town.of(page.text);
    let somebody = |(at, _): (usize, &str)| {
        let after = Span::new((at + name.len()) as u32, page.text.len() as u32);
        let before = page.text[..at].trim_end().rsplit(' ').next().unwrap_or_default();
        at as u32 != town.start && before.starts_as(char::is_uppercase)
            || first_words(page.text, after, 1, page.lexicon).iter().any(says)
    };
    !first.classes.has(Class::GivenName)
        && !any(&found, SPEAKING)
        && found.iter().any(says)
        && !page.text.match_indices(name).any(somebody)
}

/// "Seoul, South Korea" has no more words.
const TOWN_WORDS: usize = 3;
