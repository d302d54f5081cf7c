//! What stands behind the head of a phrase and belongs to it: "of the Republic of Sarn", "for
//! Northern Seas", "to the inquiry"; and how far a stretch of capitals or of common nouns goes.

use super::holders::is_head;
use super::look::{GRAMMAR, HEADS, PEOPLE};
use super::scan::Scanner;
use super::words::{NameWord, key};
use crate::lexicon::fixed::*;
use crate::lexicon::{Class, Classes, is_adverb_of_manner, is_participle, is_past};
use crate::model::{Shape, TokenIx, WordId};
use std::ops::Range;

/// Who is accused is called by fewer words: "accused the interior ministry | of".
const LONGEST_ACCUSED_TOKENS: u32 = 4;
/// What kind of body somebody is of takes so many words: "Ana Ruiz of the aid agency Medika".
const MOST_KINDS: u32 = 2;
/// What somebody heads has fewer words in lower case: "road safety agency", "independence of judges
/// and lawyers".
const MOST_NOUNS: u32 = 6;
/// A body that is somebody's is shorter than this, the mark counted: "Suvimaa | 's Supreme Court".
const LONGEST_BODY_TOKENS: u32 = 5;
/// "Kelm | small business leaders": a head in the plural stands among so many words.
const HEAD_WITHIN_TOKENS: u32 = 3;
/// No stretch of capitals, with what joins them, is longer that names one thing.
const LONGEST_CAPITALS: u32 = 40;
/// What begins another phrase behind "and".
const NAMES: Classes = HEADS.with(Class::Honorific).with(Class::GivenName);

/// Who is told of beside somebody: colleagues, relatives.
const BESIDE_SOMEBODY: Classes = Classes::of(&[Class::Person, Class::Kin]);

/// How the head of a phrase is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Case {
    /// "the spokesman", behind a determiner.
    Lower,
    /// "Spokesman", or without any determiner.
    Upper,
}

/// A head for which something behind it is looked for.
#[derive(Clone, Copy)]
struct Head {
    /// The token behind it.
    end: TokenIx,
    classes: Classes,
    case: Case,
}

/// A preposition behind a head.
#[derive(Clone, Copy)]
struct Tie {
    at: TokenIx,
    word: WordId,
}

/// What may stand between the capitals of a stretch.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joints {
    /// Nothing.
    None,
    /// "of", "and", "the" and plural possessives: "Roads and Housing", "Shipowners' League".
    All,
}

impl Scanner<'_> {
    /// The end of "of the Islamic Revolution of Iran", "of state", "for Northern Seas", "in Tavar"
    /// after a head; the capitalised words go to `words`.
    pub(super) fn of_phrase(
        &self,
        from: TokenIx,
        classes: Classes,
        case: Case,
        words: &mut Vec<NameWord>,
    ) -> TokenIx {
        let head = Head { end: from, classes, case };
        let mut end = from;
        loop {
            let tie = Tie { at: end, word: self.word(end) };
            if !self.ties(head, tie) {
                return end;
            }
            let Some(name) = self.name_behind(head, tie) else { return end };
            if !name.is_empty() {
                end = self.take_name(head, tie, name, words);
                continue;
            }
            let opens = name.start;
            // "secretary of the | ruling | party"
            let ruling = self.is_verb(opens) && self.is_body(opens + 1);
            let first = opens + u32::from(ruling);
            let common = matches!(tie.word, OF | ON) && self.is_common_noun(first);
            let whole = if common { self.past_whole(first) } else { None };
            if whole.is_none() && !self.is_common_complement(head, tie, first) {
                return end;
            }
            // "head of state", "leader of the opposition", "head of the delegation | of Brod"
            let last = self.common_nouns(first).max(self.past_owner(first));
            end = whole.unwrap_or(self.past_bearer(last));
            words.push(NameWord::new(self.text, self.segments.span(opens..end)));
        }
    }

    /// Whether what stands behind the preposition can belong to the head.
    fn ties(&self, head: Head, tie: Tie) -> bool {
        let classes = head.classes;
        let first = tie.at == head.end;
        let (lower, people) = (head.case == Case::Lower, classes.has_any(PEOPLE));
        // "the Ministry's Department for Regional Cooperation"
        let body = !first && self.classes(tie.at - 1).has(Class::Body);
        // "a spokesman for Meridian Ferries", "analysts at Castel Bank"
        let works = lower && first && people;
        // "the chair of the Committee | on Finance, Abel Kone,", "the Director of Communications |
        // at the Presidency, Abel Kone,"
        let named = || {
            let start = self.past_the(tie.at + 1);
            let end = self.capital_run(start, Joints::All);
            !first && end > start && self.is_before_name(end)
        };
        // "The Veyran Ambassador in Brod Ana Ruiz", "Ambassador of Veyra | to Brod Ana Ruiz"
        let crowd = classes.has(Class::Body) || classes.has(Class::Plural);
        let post = || {
            let end = self.capital_run(tie.at + 1, Joints::None);
            let office = !lower && !crowd && classes.has(Class::Office);
            office && self.name_inside(tie.at, end).is_some()
        };
        match tie.word {
            OF => !first || self.is_capital(self.past_the(tie.at + 1)) || !self.is_accused(tie.at),
            // "Minister of the People for Foreign Relations"
            FOR => works || !lower && (first || body || classes.has(Class::Office)) || named(),
            AT if works || first && classes.has(Class::Plural) && people || named() => true,
            // "observers from the Hemispheric League"
            FROM => first && people,
            // "a letter to | the mayor" leaves the mayor to be found; "the visit of the president |
            // to Brod" is no post.
            TO if first => {
                !classes.has(Class::Paper) && !is_head(classes) && self.is_posting(tie.at)
            }
            ON if works => self.past_whole(self.past_the(tie.at + 1)).is_some(),
            // "Special Adviser on Water Ana Orr"
            ON if first && !lower && classes.has(Class::Office) && !is_head(classes) => true,
            AT | TO if post() => true,
            ON | TO => !lower && (body || first && classes.has(Class::Body)) || named(),
            IN => {
                let placed = lower && (crowd || people && self.is_placed(tie.at + 1));
                first && (placed || post()) || named()
            }
            _ => false,
        }
    }

    /// In "accused the ministry | of bad faith": what stands behind is the matter.
    fn is_accused(&self, of: TokenIx) -> bool {
        let before = of.saturating_sub(LONGEST_ACCUSED_TOKENS).max(self.start)..of;
        before.into_iter().any(|at| matches!(self.word(at), ACCUSE | ACCUSES | ACCUSED | ACCUSING))
    }

    /// The name behind the preposition: "the Islamic Revolution", "neighbouring Imarta". Empty
    /// where no name there belongs to the head; none where nothing does.
    fn name_behind(&self, head: Head, tie: Tie) -> Option<Range<TokenIx>> {
        let placed = tie.word == IN && tie.at == head.end;
        let first = if placed { tie.at + 1 } else { self.past_the(tie.at + 1) };
        // "Representative of | His Majesty the King"
        if tie.word == OF
            && let Some((styled, n)) = self.lexicon.phrase(self.segments, first)
            && styled.has(Class::Style)
        {
            let end = self.capital_run(self.past_the(first + n), Joints::All);
            return Some(first..end.max(first + n));
        }
        let kind = matches!(tie.word, OF | FROM | IN);
        let start = if kind { self.past_kind(head, tie, first) } else { first };
        let end = if self.names_another(head, tie, first) {
            start
        } else {
            // "Bosnia and Herzegovina"
            let country = self.lexicon.phrase(self.segments, first);
            let country = country.filter(|(classes, _)| classes.has(Class::Place));
            let country = country.map_or(start, |(_, tokens)| start + tokens);
            self.capital_run(start, Joints::All).max(country)
        };
        // "two members of | Kent's council"
        if tie.word == OF && head.classes.has(Class::Plural) && self.possessive_at(end).is_some() {
            return Some(start..start);
        }
        if tie.word == FOR {
            // "thanked the Prime Minister for | the UK's support"
            // "a spokesman for | Alaska's Dan Sorensen"
            if let Some(mark) = self.possessive_at(end) {
                let last = self.capital_run(mark + 1, Joints::All);
                return (last > mark + 1).then_some(start..last);
            }
            // "the Institute for Atmosphere and Oceans"
            if head.classes.has(Class::Body) && end > start && self.goes_on(end) {
                return Some(start..self.capital_run(end + 1, Joints::All));
            }
        }
        Some(start..end)
    }

    /// Where the name begins in "from | neighbouring | Imarta", "Ana Ruiz of the | aid agency |
    /// Medika".
    fn past_kind(&self, head: Head, tie: Tie, first: TokenIx) -> TokenIx {
        let named = head.classes == Classes::default();
        // But "Leader of the opposition | Karl Brand"; "the city | Women's Union" is one.
        let mut capitals = first + 1..self.capital_run(first + 1, Joints::All);
        let body = capitals.any(|at| self.classes(at).has(Class::Body));
        if !named && first > tie.at + 1 && self.is_held(first) && !body {
            return first;
        }
        let nouns = if named { MOST_KINDS } else { 1 };
        let end = (first..first + nouns).find(|at| !self.is_common_noun(*at));
        let end = end.unwrap_or(first + nouns);
        if self.is_capital(end) { end } else { first }
    }

    /// Whether the words behind the preposition are somebody's name, who is left to be found.
    fn names_another(&self, head: Head, tie: Tie, first: TokenIx) -> bool {
        const KNOWN: Classes = Classes::of(&[Class::Body, Class::Place]);
        let classes = head.classes;
        // "the open letter of Dr. Pilar Echenique"; but "the Chief of the General Staff", "Chairman
        // of the Cabinet of Ministers Daulet Imanbek".
        let found = self.lexicon.phrase(self.segments, first);
        let body = self.classes(first + 1).has(Class::Body);
        let known = body || found.is_some_and(|(classes, _)| classes.has_any(KNOWN));
        let title = self.classes(first);
        let honorific = title.has(Class::Honorific) && !title.has(Class::Plural) && !known;
        // "an aide to Transport Minister Hanna Lindqvar"; but "Minister for Trade Prof Ana Ruiz"
        let office = tie.word == FOR && classes.has(Class::Honorific);
        let served = matches!(tie.word, TO | FOR) && classes.has_any(PEOPLE) && !office;
        // "former colleagues of | Orlu"
        let beside = tie.word == OF
            && tie.at == head.end
            && classes.has_any(BESIDE_SOMEBODY)
            && !classes.has(Class::Office);
        // "the report of the | Executive Secretary, Ana Orr,"
        let end = self.capital_run(first, Joints::None);
        let author = classes.has(Class::Paper)
            && self.classes(end - 1).has(Class::Office)
            && self.is_before_name(end);
        // "the team of | Ana Orr and Tom Hale"
        let given = |at: TokenIx| self.classes(at).has(Class::GivenName) && self.is_capital(at + 1);
        let pair = tie.word == OF && given(first) && self.word(end) == AND && given(end + 1);
        author
            || pair
            || honorific && self.is_capital(first + 1)
            || served && self.is_titled(first)
            || beside && self.is_surname_alone(first)
    }

    /// Adds the words of a name behind a preposition, and gives the end with the nouns that belong
    /// to it.
    fn take_name(
        &self,
        head: Head,
        tie: Tie,
        name: Range<TokenIx>,
        words: &mut Vec<NameWord>,
    ) -> TokenIx {
        let several = head.classes.has(Class::Plural);
        let mut end = name.end;
        // "The police in Trisk": where they are does not name a crowd.
        if tie.word != IN || !several {
            self.add_capitals(name, words);
        }
        if matches!(tie.word, OF | FOR) {
            // "the member for Leeds, Kelm and Trisk"
            let seat = tie.word == FOR && head.classes.has(Class::Person);
            let last = self.past_list(end, several && tie.word == OF, seat);
            self.add_capitals(end..last, words);
            end = last;
        }
        // "the envoy for the Ruzan lakes, Ana"
        if matches!(tie.word, OF | FOR | TO)
            && let Some(last) = self.past_whole(end)
        {
            self.add_capitals(end..last, words);
            return last;
        }
        end + self.nouns_behind(tie, end)
    }

    /// In "the widow of murdered | policeman Neil Abbott": the end of who it is.
    fn past_bearer(&self, end: TokenIx) -> TokenIx {
        let titled = self.classes(end).has_any(PEOPLE) && self.is_capital(end + 1);
        if titled { self.capital_run(end + 1, Joints::None) } else { end }
    }

    /// In "the head of Dutch | brewer Holst, Ana", "the head of Veyra | 's Petrosal, Ana", "the
    /// head of the Polish | road safety agency, Ana", "the head of | trade and industry, Ana": the
    /// end of what somebody heads, where a name follows.
    pub(super) fn past_whole(&self, end: TokenIx) -> Option<TokenIx> {
        let first = self.possessive_at(end).map_or(end, |mark| mark + 1);
        let crowd = |at: TokenIx| self.classes(at).has(Class::Plural);
        let person = |at: TokenIx| self.classes(at).has_any(PEOPLE) && !crowd(at);
        let small = |at: TokenIx| self.token(at).is_some_and(|token| token.shape == Shape::Lower);
        let noun = |at: TokenIx| self.is_common_noun(at) || crowd(at) && small(at);
        let joint = |at: TokenIx| matches!(self.word(at), AND | OF) && noun(at + 1);
        let joins = |at: TokenIx| at > first && joint(at) && !person(at + 1);
        let nouns = (first..first + MOST_NOUNS).find(|at| !noun(*at) && !joins(*at))?;
        let firm = self.capital_run(nouns, Joints::All);
        let last = firm + u32::from(firm > nouns && self.is_body(firm));
        let person = firm == nouns && person(last - 1);
        let closed = last > firm || self.is_before_name(last);
        (last > first && !person && closed).then_some(last)
    }

    /// How many nouns in lower case behind a name belong to it.
    fn nouns_behind(&self, tie: Tie, end: TokenIx) -> u32 {
        const HELD: Classes = Classes::of(&[Class::Body, Class::Portfolio]);
        let classes = self.classes(end);
        // "a coalition of Kelm business leaders"
        let noun = |at: &TokenIx| self.is_common_noun(*at);
        let crowd = |at: &TokenIx| {
            let classes = self.classes(*at);
            classes.has(Class::Plural) && classes.has_any(PEOPLE)
        };
        let last = (end + 1..end + HEAD_WITHIN_TOKENS).find(crowd);
        let last = last.filter(|last| tie.word == OF && (end..*last).all(|at| noun(&at)));
        if let Some(last) = last {
            return last + 1 - end;
        }
        match () {
            () if !self.is_common_noun(end) => 0,
            // "a nurse at Sacre-Coeur hospital"
            () if tie.word != OF => u32::from(classes.has(Class::Body)),
            // "the head of the Obertal clinic", "the head of Caoban diplomacy"
            () if classes.has_any(HELD) => 1,
            // "the representative of Veyra rightly denied it", "released papers"
            () if is_adverb_of_manner(self.text_of(end)) || is_past(self.text_of(end)) => 0,
            // "the leader of Saltfleet parish council"
            () if self.is_body(end + 1) => 2,
            // "the headteacher of Sisters Island school said"
            () => u32::from(self.is_closed(end + 1)),
        }
    }

    /// Whether nouns in lower case belong to the head: "state" in "head of state".
    fn is_common_complement(&self, head: Head, tie: Tie, first: TokenIx) -> bool {
        let of = tie.word == OF;
        let bare = first == tie.at + 1;
        if tie.word == IN || tie.at != head.end || !self.is_common_noun(first) {
            return false;
        }
        // "accused the minister of | treating it badly"
        if bare && is_participle(self.text_of(first)) {
            return false;
        }
        // "thanked the Minister for | advance sight of it"
        let last = head.end - 1;
        let held = tie.word != FOR || !self.is_capital(last) || self.word(last) == COUNSEL;
        bare && tie.word != FOR
            || self.is_held(first) && held
            || self.is_body(first + 1)
            || of && self.is_closed(self.past_owner(first))
    }

    /// Whether an "and" is followed by a capital with which no name and no title begins.
    fn goes_on(&self, and: TokenIx) -> bool {
        let next = and + 1;
        self.word(and) == AND && self.is_capital(next) && !self.classes(next).has_any(NAMES)
    }

    /// Where the list ends that goes on: "the Ministers of Quelba |, Tafira and the United Isles",
    /// and of what one deals with, "the Minister of Trade |, Industry and Energy", or sits for.
    fn past_list(&self, end: TokenIx, several: bool, seat: bool) -> TokenIx {
        let town = |first: TokenIx| seat && self.capital_run(first, Joints::None) == first + 1;
        let field = |first: TokenIx| {
            let mut field = first..self.capital_run(first, Joints::None);
            field.any(|at| self.classes(at).has(Class::Portfolio))
        };
        // But "the Minister of Health, Energy Minister Ana Orr and Karl Brand".
        let another = |first| self.classes(first).has_any(NAMES) || self.is_titled(first);
        let mut last = end;
        while self.is_comma(last)
            && !another(last + 1)
            && (several || field(last + 1) || town(last + 1))
        {
            last = self.capital_run(last + 1, Joints::None);
        }
        if last == end && !several {
            return end;
        }
        let next = self.past_the(last + 1);
        let goes_on = self.word(last) == AND && !another(next);
        let last = self.capital_run(next, Joints::None);
        if goes_on && last > next { last } else { end }
    }

    /// In "Counsel to the inquiry, Priya Rao", "an adviser to the president", "ambassador to
    /// Veyra".
    fn is_posting(&self, to: TokenIx) -> bool {
        let next = self.past_the(to + 1);
        self.is_capital(next)
            || next == to + 2 && self.is_common_noun(next) && self.is_comma(next + 1)
    }

    /// "in Valdoro" in "The curator in Valdoro", "in hilly Valdoro": but not "an official in
    /// Valdoro's ministry".
    fn is_placed(&self, first: TokenIx) -> bool {
        let first = first + u32::from(self.is_common_noun(first));
        let end = self.capital_run(first, Joints::All);
        end > first && self.possessive_at(end).is_none()
    }

    /// "the director of the plant | , Ada"
    fn is_before_name(&self, at: TokenIx) -> bool {
        self.is_comma(at) && self.is_capital(at + 1)
    }

    /// Whether a description ends here: "the owner of the ship | said".
    fn is_closed(&self, at: TokenIx) -> bool {
        self.classes(at).has(Class::Speech) && self.classes(at).has_any(Classes::FINITE)
    }

    /// Behind "ship", behind "growers' cooperative".
    fn past_owner(&self, first: TokenIx) -> TokenIx {
        let mark = self.token(first + 1).filter(|mark| mark.is_glued());
        let owner = mark.is_some_and(|m| matches!(m.shape, Shape::Possessive | Shape::Quote));
        if owner && self.is_common_noun(first + 2) { first + 3 } else { first + 1 }
    }

    /// In "leader of the opposition", not in "told the minister of the floods".
    fn is_held(&self, at: TokenIx) -> bool {
        self.all_classes(at).has_any(HEADS.with(Class::Portfolio))
    }

    /// Of the word, and of the phrase that begins with it.
    fn all_classes(&self, at: TokenIx) -> Classes {
        let phrase = self.lexicon.phrase(self.segments, at).map_or(Classes::default(), |p| p.0);
        self.classes(at).or(phrase)
    }

    /// "council" in "the head of the transitional council"
    fn is_body(&self, at: TokenIx) -> bool {
        self.is_common_noun(at) && self.classes(at).has(Class::Body)
    }

    /// The end of "state", "coast guard", "police union".
    fn common_nouns(&self, first: TokenIx) -> TokenIx {
        match self.lexicon.phrase(self.segments, first) {
            Some((classes, n)) if classes.has_any(HEADS) && first + n <= self.end => first + n,
            _ => first + 1 + u32::from(self.is_body(first + 1)),
        }
    }

    pub(super) fn is_common_noun(&self, at: TokenIx) -> bool {
        let classes = self.classes(at);
        self.token(at).is_some_and(|t| t.shape == Shape::Lower)
            && !classes.has_any(GRAMMAR.with(Class::Numeral))
            && !self.is_verb(at)
    }

    /// The end of the capitalised words from `from` on, with what may join them.
    pub(super) fn capital_run(&self, from: TokenIx, joints: Joints) -> TokenIx {
        let mut at = from;
        let mut end = from;
        while let Some(token) = self.token(at).filter(|_| at < from + LONGEST_CAPITALS) {
            let classes = self.classes(at);
            let day = classes.has(Class::Month) || classes.has(Class::Weekday);
            // "King of Dorland Receives President of Zerwan"
            let verb = self.title_case
                && at > from
                && classes.has(Class::PresentS)
                && !classes.has_any(HEADS.with(Class::Portfolio).with(Class::State));
            // "Roads and Housing", "Sarn and All Velia", "Moyle & Western", "People's Party"
            let all = || self.word(at) == AND && self.word(at + 1) == ALL;
            let joins = || {
                self.joins_portfolio(at)
                    || all() && self.is_capital(at + 1) && self.is_capital(at + 2)
                    || self.is_ampersand(at)
                    || self.joins_body(at, token.shape)
                    || self.particles(at) == 1
            };
            if self.is_capital(at) && !day && !verb {
                end = at + 1;
            } else if !(joints == Joints::All && end > from && end == at && joins()) {
                break;
            }
            at += 1;
        }
        end
    }

    /// The mark in "Rochat & Vinzel".
    pub(super) fn is_ampersand(&self, at: TokenIx) -> bool {
        let symbol = self.token(at).is_some_and(|token| token.shape == Shape::Symbol);
        symbol && self.text_of(at) == "&" && self.is_capital(at + 1)
    }

    /// The "and" in "Roads and Housing", "Foreign Affairs and Cooperation": one of the words around
    /// it is what an office is for, and after it begins no name or title.
    fn joins_portfolio(&self, and: TokenIx) -> bool {
        let portfolio = |at: TokenIx| self.classes(at).has(Class::Portfolio);
        let other = NAMES.with(Class::Place);
        self.word(and) == AND
            && self.is_capital(and + 1)
            && (portfolio(and + 1) && !self.is_titled(and + 1)
                || portfolio(and - 1) && !self.classes(and + 1).has_any(other))
    }

    /// The mark in "Shipowners' League", "People's Party", "Suvimaa's Supreme Court".
    fn joins_body(&self, mark: TokenIx, shape: Shape) -> bool {
        let next = self.token(mark + 1).filter(|t| t.shape == Shape::Title && !t.is_glued());
        match shape {
            Shape::Quote => next.is_some() && self.token(mark).is_some_and(|t| t.is_glued()),
            Shape::Possessive => {
                let end = (mark + 1..mark + LONGEST_BODY_TOKENS).find(|at| !self.is_capital(*at));
                let last = end.is_some_and(|end| self.classes(end - 1).has(Class::Body));
                next.is_some() && (last || self.all_classes(mark + 1).has(Class::Body))
            }
            _ => false,
        }
    }

    /// The name in "of Veyra Aurel Brancu", and in "of Trade Ana Ruiz of Veyra".
    pub(super) fn name_inside(&self, of: TokenIx, end: TokenIx) -> Option<Range<TokenIx>> {
        let ends = (of + 2..end).filter(|at| self.word(*at) == OF).chain([end]);
        let mut names = ends.map(|end| (self.name_after_place(of, end), end));
        names.find_map(|(start, end)| Some(start?..end))
    }

    /// In "of Veyra Aurel Brancu", where the name begins: after a place, or where two words begin
    /// that the text has as a name elsewhere.
    fn name_after_place(&self, of: TokenIx, end: TokenIx) -> Option<TokenIx> {
        // The capitals at the end: "Department for Regional Cooperation Zarina Kuatova".
        let mut first = end;
        while first > of + 1
            // "PRESIDENT OF THE REPUBLIC OF | MALVORIA"
            && self.word(first - 1) != OF
            && (self.is_capital(first - 1) || self.particles(first - 1) == 1)
        {
            first -= 1;
        }
        let heads = HEADS.with(Class::Portfolio);
        // "Minister of Media | Dr. Turki Karimi", "Minister of Media | Sheikh Turki Karimi",
        // "Minister of Media Maj. Gen. | Turki Karimi"
        const BEFORE_NAME: Classes =
            Classes::of(&[Class::Masculine, Class::Feminine, Class::Abbreviation]);
        let styled = |at: &TokenIx| {
            let classes = self.classes(*at);
            let surely = classes.has_any(BEFORE_NAME) || !classes.has_any(heads);
            classes.has(Class::Honorific) && surely
        };
        if let Some(style) = (first + 1..end.saturating_sub(1)).rfind(styled) {
            return Some(style + 1);
        }
        // But "Adeel | Khan"
        let surname = |at: TokenIx| at + 1 == end && self.classes(at).has(Class::Masculine);
        let is_head = |at: TokenIx| self.classes(at).has_any(heads) && !surname(at);
        let is_name = |from: TokenIx| from < end && !(from..end).any(is_head);
        let word = |at: TokenIx| key(self.text_of(at));
        let given = |at: TokenIx| self.classes(at).has(Class::GivenName);
        let begins = |at: &TokenIx| {
            is_name(*at)
                && (given(*at)
                    || self.particles(*at + 1) == 1 && !self.is_before_name(end)
                    || self.known.pair(word(*at), word(*at + 1)))
        };
        let office = (first..end).rev().find(|at| is_head(*at));
        if let Some(name) = (first + 1..end.saturating_sub(1)).find(begins) {
            // "of the People's Committee | Luong Quoc Bao": a body's name ends in its head.
            let body = office.filter(|at| self.classes(*at).has(Class::Body));
            let behind = body.map(|body| body + 1).filter(|behind| is_name(*behind));
            return behind.or(Some(name));
        }
        // "Minister of Water Resources Daulet Imanbek": two words or more after those of the
        // office.
        if let Some(office) = office.filter(|office| office + 2 < end) {
            return is_name(office + 1).then_some(office + 1);
        }
        // "of Sarn Karimi", who is "Karimi said" elsewhere
        if end > first + 2 && is_name(end - 2) && self.known.tells(word(end - 1)) {
            return Some(end - 2);
        }
        // "Minister of Trade | Petrova", who is "Ms Petrova" elsewhere.
        let portfolio = |at: TokenIx| at + 2 == end && self.classes(at).has(Class::Portfolio);
        if office.is_some_and(portfolio) && self.known.family(word(end - 1)) {
            return Some(end - 1);
        }
        let opens = first == of + 1 || self.word(first - 1) == TO;
        if end < first + 2 || !opens || self.word(of + 1) == THE {
            return None;
        }
        let place = self.lexicon.phrase(self.segments, first);
        let place = match place {
            Some((classes, n)) if classes.has(Class::Place) => first + n,
            _ if self.classes(first).has(Class::Place) => first + 1,
            _ => return None,
        };
        is_name(place).then_some(place)
    }
}
