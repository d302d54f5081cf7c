//! Which words with a capital can stand in a name: those that are titles, verbs or months elsewhere
//! too ("Stephen King", "Mr Will", "June Lee").

use super::complements::Joints;
use super::look::{GRAMMAR, HEADS, PEOPLE, VERB_OR_DATE, VERBS};
use super::run::{Stretch, Word};
use super::scan::Scanner;
use super::words::{NameWord, key, may_have_hyphen};
use crate::lexicon::fixed::{AND, MAY, TO, WILL};
use crate::lexicon::{Class, Classes, is_participle};
use crate::model::{Shape, Token, TokenIx};
use std::ops::Range;

/// So many given names may stand before a surname: "Syed Asghar Ali Shah".
const MOST_GIVEN: u32 = 3;
/// The name behind an office is no longer than this: "Transport Minister | Hanna Lindqvar".
const TITLED_NAME_TOKENS: u32 = 3;

impl Scanner<'_> {
    /// Whether capitalised words without title can be a name here.
    pub(super) fn stands_for_name(&self, name: &Range<TokenIx>) -> bool {
        const GIVEN: Classes = Classes::of(&[Class::GivenName, Class::Masculine, Class::Feminine]);
        if name.len() != 1 {
            return !name.is_empty();
        }
        let first = name.start;
        let (classes, word) = (self.classes(first), key(self.text_of(first)));
        let common = classes.without_any(GIVEN) != Classes::default();
        if common && !classes.has(Class::Place) && !classes.has(Class::GivenName) {
            return self.known.inside(word) || self.takes_place(first);
        }
        if self.is_pair_of_names(first) || self.is_seat(first) {
            return false;
        }
        if !self.opens(first) || classes != Classes::default() || self.known.anywhere(word) {
            return !classes.has(Class::Demonym);
        }
        // "Cross-examining, she said": a participle.
        if is_participle(self.text_of(first)) {
            return false;
        }
        // "Let me": an unknown first word is a name only where something shows it.
        let Some(next) = self.token(name.end) else { return true };
        // "Well, he said": a word of answer.
        let behind = self.classes(name.end + 1);
        let pronoun = behind.has(Class::Pronoun) && !behind.has(Class::Relative);
        if next.shape == Shape::Comma && pronoun {
            return false;
        }
        !next.shape.is_word()
            || next.shape.is_capitalised()
            || next.word == AND && self.is_capital(name.end + 1)
            || self.classes(name.end).has_any(VERBS)
    }

    /// Whether no word stands right before.
    pub(super) fn opens(&self, at: TokenIx) -> bool {
        self.before(at).is_none_or(|before| !before.shape.is_word())
    }

    /// "Norrland-Velia ties": two places, or names of the text before a noun, of neither of which
    /// this tells. But "Baptiste-Noel said" is one.
    fn is_pair_of_names(&self, at: TokenIx) -> bool {
        if !may_have_hyphen(self.text_of(at)) {
            return false;
        }
        let (mut places, mut names) = (0, 0);
        NameWord::each(self.text, self.segments.tokens[at as usize].span(), |half| {
            let word = self.lexicon.id_of(half.span().of(self.text));
            let place = self.lexicon.has(word, Class::Place);
            let known = self.known.anywhere(half.key) || self.known.tells(half.key);
            places += usize::from(place);
            names += usize::from(place || known);
        });
        names == 2 && (places > 0 || self.is_common_noun(at + 1))
    }

    /// "a forecaster with the Weather Bureau | Ana Orr"
    pub(super) fn begins_behind_body(&self, stretch: &Stretch, word: Word) -> bool {
        let Word { at, tokens, classes } = word;
        let body = |(head, held): &(Range<TokenIx>, Classes)| {
            let capital = self.is_capital(head.start);
            head.end == at && capital && held.has(Class::Body) && !held.has_any(PEOPLE)
        };
        let next = at + tokens;
        stretch.determined
            && stretch.run.head.as_ref().is_some_and(body)
            && classes.has(Class::GivenName)
            && self.is_capital(next)
            && !self.is_capital(next + 1)
            && !self.classes(next).has_any(HEADS)
    }

    /// "Orlu", who is Sabine Orlu or Ms Orlu elsewhere.
    pub(super) fn is_surname_alone(&self, at: TokenIx) -> bool {
        self.capital_run(at, Joints::All) == at + 1 && self.known.family(key(self.text_of(at)))
    }

    /// "Transport Minister Hanna Lindqvar": capitals that end in an office of somebody and a name.
    pub(super) fn is_titled(&self, first: TokenIx) -> bool {
        let end = self.capital_run(first, Joints::None);
        let office = (first..end).rev().find(|at| self.classes(*at).has(Class::Office));
        // "the Sovereign Order"
        let body = end > first && self.classes(end - 1).has(Class::Body);
        let office = office.filter(|_| !body);
        office.is_some_and(|office| (1..=TITLED_NAME_TOKENS).contains(&(end - office - 1)))
    }

    /// Two capitals that are a name elsewhere.
    pub(super) fn is_name_pair(&self, at: TokenIx) -> bool {
        let word = |at: TokenIx| key(self.text_of(at));
        self.is_capital(at) && self.is_capital(at + 1) && self.known.pair(word(at), word(at + 1))
    }

    /// "R-Wash." in "Rep. Ana Ruiz, R-Wash.,"
    fn is_seat(&self, at: TokenIx) -> bool {
        let party =
            |word: &[u8]| matches!(word, [_, b'-', place, ..] if place.is_ascii_uppercase());
        at > self.start && self.is_comma(at - 1) && party(self.text_of(at).as_bytes())
    }

    /// Whether a capitalised word ends the name before it, or is none.
    pub(super) fn stops_name(&self, stretch: &Stretch, word: Word) -> bool {
        let (Word { at, classes, .. }, name, start) = (word, stretch.name, stretch.run.start);
        // A byline's "By" is no person.
        let heads = classes.has_any(HEADS) && !classes.has(Class::Preposition)
            || classes.has(Class::Honorific);
        // "First Deputy Prime Minister"
        let modifier = classes.has(Class::OfficeModifier)
            && self.is_capital(at + 1)
            && self.is_nominal(self.classes(at + 1));
        if modifier {
            return false;
        }
        if classes.has_any(GRAMMAR) && !heads {
            let opens = at == start || self.classes(start).has(Class::Honorific);
            if opens && self.is_family_name(at, classes) || self.is_month_name(at, classes) {
                return false;
            }
            // "Mark", "Will": names in the middle of a sentence only where the text insists. But
            // not "His" of "His Highness", where "Save Our Woods" is one.
            let own = classes.has_any(Classes::of(&[Class::PossessivePronoun, Class::Pronoun]));
            return !(name.is_some()
                && (!own || classes.has(Class::First))
                && self.segments.tokens[at as usize].shape == Shape::Title
                && self.known.inside(key(self.text_of(at)))
                && !self.title_case);
        }
        let verbal = classes.has_any(VERBS) || self.opens_with_deed(at);
        let known = || self.known.inside(key(self.text_of(at)));
        // "Kelm Meets Trisk"
        if self.headline && at > self.start && classes.has(Class::PresentS) && !heads && !known() {
            return true;
        }
        if self.title_case && !heads {
            // "Conflates Ted Cruz"
            let name_follows =
                self.is_capital(at + 1) && self.known.inside(key(self.text_of(at + 1)));
            // But "President Orazbek Tulegen"
            let pair = at + 1 < self.end
                && self.known.pair(key(self.text_of(at)), key(self.text_of(at + 1)));
            let named = known() || pair || classes.has(Class::GivenName);
            if !named && name.is_none() && name_follows {
                return true;
            }
            // "Shen Wulan Holds": two words can be a name, a third one must be known.
            let long = name.is_some_and(|first| {
                at >= first + 2 || self.known.inside(key(self.text_of(first)))
            });
            // "the Last Baker Weighs Whether to Stay"
            let asks = self.classes(at + 1).has(Class::Complementizer) && self.word(at + 1) != TO;
            if (verbal || asks && !named) && at > start || long && !known() {
                return true;
            }
        }
        // "Watch Ana Ruiz's speech": two words that are a name elsewhere.
        let led = || at == self.start && self.is_name_pair(at + 1);
        let thing = !classes.has_any(PEOPLE.with(Class::Honorific).with(Class::GivenName));
        let other = || verbal && !heads || thing && led();
        if at != start || !other() || !self.opens(at) {
            return false;
        }
        // "The chairwoman, Greet Dhaene,", "Rose Marchetti said"
        let name = at > self.start && self.is_comma(at - 1) || classes.has(Class::GivenName);
        let name = name && self.is_capital(at + 1) || self.is_before_surname(at);
        (!name || self.title_case) && !known()
    }

    /// "Sentencing Orr, he said", "Jailing Tom Orr": what somebody does, by a word no table has.
    fn opens_with_deed(&self, at: TokenIx) -> bool {
        let deed = at == self.start && is_participle(self.text_of(at));
        deed && {
            let end = self.capital_run(at + 1, Joints::None);
            let given = self.classes(at + 1).has(Class::GivenName) && end > at + 2;
            given || self.is_comma(end) && self.classes(end + 1).has(Class::Pronoun)
        }
    }

    /// The token before, in the same sentence.
    fn before(&self, at: TokenIx) -> Option<&Token> {
        (at > self.start).then(|| &self.segments.tokens[at as usize - 1])
    }

    /// "the mayor, Do Yeong-chan, said", "his guest He Lifeng", "Mr. Per Holm": a capital inside a
    /// sentence and before another.
    fn is_family_name(&self, at: TokenIx, classes: Classes) -> bool {
        const OTHER: Classes = Classes::of(&[
            Class::Determiner,
            Class::PossessivePronoun,
            Class::First,
            Class::Month,
            Class::Weekday,
        ]);
        let opens = self.before(at).is_some_and(|before| {
            matches!(before.shape, Shape::Lower | Shape::Comma)
                || self.lexicon.has(before.word, Class::Honorific)
        });
        let opens = opens || self.is_before_surname(at);
        let token = &self.segments.tokens[at as usize];
        !self.title_case
            && token.shape == Shape::Title
            && !classes.has_any(OTHER)
            && opens
            && self.is_capital(at + 1)
            && !self.classes(at + 1).has_any(GRAMMAR.with(Class::Style))
    }

    /// "Will Lee said", "Rose Lee said", "May Lee, the mayor,", but not "Will Lee go?": what could
    /// be a verb has another one behind it.
    fn is_before_surname(&self, at: TokenIx) -> bool {
        let verb = matches!(self.word(at), WILL | MAY) || self.is_verb(at);
        let apposed = self.is_comma(at + 2) && self.word(at) == MAY;
        let behind = apposed || self.classes(at + 2).has_any(Classes::FINITE);
        verb && self.is_capital(at + 1) && behind
    }

    /// "Prime Minister Jan Berg", "said June Lee", "Jan Berg said", but not "in April Ana Ruiz
    /// said", "May God help us".
    fn is_month_name(&self, at: TokenIx, classes: Classes) -> bool {
        let plain = || !classes.has(Class::Auxiliary) || self.is_before_surname(at);
        let beside = self.before(at).map_or_else(plain, |before| {
            let plain = !self.lexicon.classes(before.word).has_any(GRAMMAR);
            matches!(before.shape, Shape::Comma | Shape::Quote)
                || self.lexicon.has(before.word, Class::Weekday)
                || plain && before.shape.is_capitalised()
                || self.lexicon.has(before.word, Class::Speech)
                || self.lexicon.classes(before.word).has_any(PEOPLE)
        });
        classes.has(Class::Month)
            && beside
            && !self.title_case
            && self.token(at + 1).is_some_and(|next| next.shape == Shape::Title)
            && !self.classes(at + 1).has_any(GRAMMAR.with(Class::Style).with(Class::Office))
    }

    /// "Stephen King": a title after a given name, with nothing after it, is a surname; and so are
    /// then "Mr King" and "King", but not "the King".
    pub(super) fn is_surname(&self, stretch: &Stretch, word: Word) -> bool {
        let (Word { at, tokens, .. }, name) = (word, stretch.name);
        let last = || !self.token(at + tokens).is_some_and(|t| t.shape.is_capitalised());
        let suffix = word.classes.has(Class::NameSuffix);
        // "With Emeka | I'd try it"
        let personal = word.classes.has(Class::Pronoun);
        if suffix || personal || !last() || !self.is_capital(at) {
            return false;
        }
        let given = |at: TokenIx| self.classes(at).has(Class::GivenName);
        let several = word.classes.has(Class::Plural);
        // "How Mary Finch | Learned to Lose"
        let known_here = || self.known.anywhere(key(self.text_of(at)));
        let third = |first: TokenIx| self.title_case && at > first + 1 && !known_here();
        let given = name.filter(|first| !third(*first)).is_some_and(|first| {
            given(first) && first + 3 > at
                || (first..at).any(given) && at - first <= MOST_GIVEN && !several
        });
        // "Mr May", "May said", but not "in May"
        let plain = || {
            let title = |before: &Token| self.lexicon.has(before.word, Class::Honorific);
            !self.classes(at).has_any(VERB_OR_DATE)
                || self.before(at).is_some_and(title)
                || self.is_verb(at + 1)
        };
        let known = || {
            let word = key(self.text_of(at));
            // "Dao Thi Men", who is "Ms. Men" elsewhere
            let most = || if self.known.family(word) { MOST_GIVEN - 1 } else { 1 };
            let behind = || name.is_none_or(|given| at - given <= most());
            self.known.surname(word) && behind() && plain()
        };
        given || !stretch.determined && known()
    }
}
