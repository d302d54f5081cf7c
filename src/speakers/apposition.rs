//! Phrases beside each other that are two forms of one: "his deputy, Tomas Reuss".

use super::beside::ties_field;
use super::clusters::Clusters;
use super::entity::{Entity, EntityIx};
use super::holders::{NAMELESS_LINES, is_other};
use super::labels::opens_turn;
use super::phrase::{Definite, Phrase, Referent, Role, disagree};
use super::places::same_place;
use super::words::is_acronym;
use crate::lexicon::fixed::{ABOUT, AND, BORN, BY, FOR, OF, THAT, TO, WHO, WITH};
use crate::lexicon::{Class, Classes, is_participle, is_past};
use crate::model::{Link, MentionForm, Shape, Token, WordId};
use std::ops::Range;

/// Who was born under another name is among so many phrases before it.
const SUBJECT_PHRASES: usize = 20;

/// "At a joint press conference in Lorne on Monday with" is no longer than this.
const LONGEST_LEAD_IN_TOKENS: usize = 24;

/// Behind "told", "the court on Monday," is no longer than this.
const LONGEST_ASIDE_TOKENS: usize = 9;

/// "of four said" is no longer than this.
const LONGEST_OF_TOKENS: usize = 4;

/// So many phrases may be nested in one: "her deputy" holds "her".
pub(super) const NESTED_PHRASES: usize = 4;

impl Clusters<'_> {
    /// The phrase that stands in apposition to the one at `at`, after it.
    pub(super) fn apposition(&self, at: usize) -> Option<usize> {
        let first = &self.phrases[at];
        // Skip what is nested in the first phrase: "her deputy", then "her".
        let mut near = (at + 1..self.phrases.len()).take(NESTED_PHRASES);
        let next = near.find(|n| {
            let next = &self.phrases[*n];
            next.span.start >= first.span.end
                && !self.is_acronym_of(first, next)
                && !self.is_field_of(first, *n)
                && !self.is_seat(*n)
        })?;
        let second = &self.phrases[next];
        let apart = second.line != first.line
            || self.is_seat(at)
            || self.is_who_is_called(first, next)
            || self.is_before_another(first, next);
        let one = || {
            self.is_body_with_name(first, second)
                || self.is_name_with_body(first, second)
                || self.are_one_person(at, next)
        };
        (!apart && one() && self.side_by_side(first, second)).then_some(next)
    }

    /// In "Ambassador, the foreign minister said": who is called.
    fn is_who_is_called(&self, first: &Phrase, next: usize) -> bool {
        let second = &self.phrases[next];
        // "Mr. Chairman, Mr. Varga, thank you"
        let bare = first.definite == Definite::Bare && first.honorific && !first.is_named();
        let mark = (self.tokens_of)(first.line).tokens.get(first.tokens.end as usize);
        let comma = mark.is_some_and(|mark| mark.shape == Shape::Comma);
        let called = second.honorific && second.definite == Definite::Bare;
        if bare && comma && called && second.is_named() {
            return true;
        }
        let opens = self.openings.binary_search(&first.span.start).is_ok();
        let led = || opens_turn(self.text, self.openings, first.span.start);
        if !(opens || first.definite == Definite::Bare && led()) {
            return false;
        }
        // "Mr. Chairman, Ranking Member Varga, thank you": another one called.
        let titled = second.is_named() && second.office.is_some();
        // "Absolutely, Chair.": a word of answer, and who is called.
        let answers = first.kind == Referent::Name && second.definite == Definite::Bare;
        !self.ends_at_mark(second) || answers || titled
    }

    /// In "Mr. Ramdeen, the president of the Union, Orville Cudjoe, said", "according to Mr.
    /// Ramdeen, his sister, Ada Cudjoe, said", "Opening the Grain Fair, the mayor, Ada Cudjoe,
    /// said": whether what follows a name is said of the one behind.
    fn is_before_another(&self, first: &Phrase, next: usize) -> bool {
        let second = &self.phrases[next];
        let kin = second.office.is_some_and(|office| office.classes.has(Class::Kin));
        let whole = || kin || first.role == Role::Subject || self.is_led_in(first);
        let between = !second.is_named() && second.definite == Definite::Known;
        if !first.is_named() || !between || !whole() {
            return false;
        }
        let third = self.apposition(next).map(|third| &self.phrases[third]);
        third.is_some_and(|third| third.is_named() && self.ends_at_mark(third))
    }

    /// "The operator, Belvarian Railways,"
    fn is_body_with_name(&self, first: &Phrase, second: &Phrase) -> bool {
        is_described_body(first)
            && is_named_body(second)
            && (first.role == Role::Subject || self.that_behind(second, 1))
            && self.ends_at_mark(second)
    }

    /// "Rochat & Vinzel, a Swiss firm,", "with Andarail, the company that bought the line,"
    fn is_name_with_body(&self, first: &Phrase, second: &Phrase) -> bool {
        let before = (self.tokens_of)(first.line).word_before(first.tokens.start);
        let met = matches!(before, WITH | BY | FOR) && self.that_behind(second, 0);
        is_named_body(first)
            && (first.role != Role::Oblique || met)
            && is_described_body(second)
            && (self.ends_at_mark(second) || self.that_behind(second, 0))
    }

    /// Whether a name and a title can be one person's, by what they say.
    fn are_one_person(&self, at: usize, next: usize) -> bool {
        let [first, second] = [at, next].map(|at| &self.phrases[at]);
        let person = |p: &Phrase| matches!(p.kind, Referent::Person | Referent::Name) && !p.plural;
        if !person(first) || !person(second) {
            return false;
        }
        let fits = match (first.is_named(), second.is_named()) {
            (false, true) => self.may_be_called(first, second),
            (true, false) => self.may_be_titled(at, second),
            _ => false,
        };
        // "The chairman, Rosa Quispe,": the marks say more than a table of given names.
        let whole = || {
            let title = !first.is_named() && first.role != Role::Oblique;
            title && second.name.len() > 1 && self.ends_at_mark(second)
        };
        fits && (!self.disagree(at, next) || whole())
    }

    /// "her husband, the historian Stojan Mitrov,", "her predecessor, the late President Ssemanda",
    /// "the witness, the headmaster Jan Orr,", "the premier, His Highness Sheikh Faisal,"; but not
    /// "The nurse, Mrs Terpstra recalled, told her".
    fn may_be_called(&self, title: &Phrase, named: &Phrase) -> bool {
        !self.is_aside_of(named)
            && named.form == MentionForm::Name
            && (named.office.is_none()
                || named.definite == Definite::Bare
                || named.style != WordId::UNKNOWN
                || self.is_past(named)
                || (self.owner_in(title).is_some()
                    || self.is_trade_of_subject(title)
                    || self.is_trade_of_subject(named) && !self.is_in_list(named))
                    && self.ends_at_mark(named))
    }

    /// In "The mayor, the boxer Ana Ruiz, and the treasurer": the boxer, who is another.
    pub(super) fn is_in_list(&self, phrase: &Phrase) -> bool {
        (self.tokens_of)(phrase.line).word(phrase.tokens.end + 1) == AND
    }

    /// "the witness", "a minister", of whom a verb tells
    fn is_trade_of_subject(&self, title: &Phrase) -> bool {
        const TRADES: Classes = Classes::of(&[Class::Person, Class::Work]);
        let trade = title.office.is_some_and(|office| office.classes.has_any(TRADES));
        title.role == Role::Subject && (trade || title.definite == Definite::New)
    }

    /// "Ana Ruiz, the mayor"; but not "Truce Hanging by Thread, Special Envoy Warns", "Ana Ruiz,
    /// the mayor said, was ill", "On leaving the Blue Room, the mayor smiled".
    fn may_be_titled(&self, at: usize, title: &Phrase) -> bool {
        let named = &self.phrases[at];
        let lone = named.role == Role::Oblique && named.name.len() == 1;
        let and = (self.tokens_of)(title.line).word(title.tokens.end) == AND;
        let led_in = !and && !self.goes_on(title) && self.is_led_in(named);
        let says = lone && title.definite == Definite::Bare && !self.ends_at_mark(title)
            || named.role != Role::Subject && (self.is_who_says(title) || led_in)
            || self.is_aside_of(title);
        // "Amadou, a 19-year-old"
        let aged = title.form == MentionForm::Description && title.definite == Definite::New;
        (title.office.is_some() || aged)
            && named.role != Role::Possessor
            && !says
            && (named.kind == Referent::Person || !self.may_be_place(at, title))
    }

    /// In "For Ana Ruiz, a former envoy | now at the university,": more of her, up to a mark.
    fn goes_on(&self, title: &Phrase) -> bool {
        let behind = &(self.tokens_of)(title.line).tokens[title.tokens.end as usize..];
        let mut near = behind.iter().take(LONGEST_ASIDE_TOKENS);
        let mark = near.position(|token| !token.shape.is_word());
        let finite = |token: &Token| self.may_be_finite(token);
        let new = title.definite == Definite::New;
        mark.is_some_and(|mark| mark == 0 || new && !behind[..mark].iter().any(finite))
    }

    fn may_be_finite(&self, token: &Token) -> bool {
        let finite = self.lexicon.classes(token.word).has_any(Classes::FINITE_OR_HELPING);
        finite || is_past(token.span().of(self.text))
    }

    /// "Mr Ortega" in "During his talk with Mr Ortega,", "Welcoming Mr Ortega,".
    fn is_led_in(&self, named: &Phrase) -> bool {
        let finite =
            |token: &Token| self.lexicon.classes(token.word).has_any(Classes::FINITE_OR_HELPING);
        let (segments, end) = ((self.tokens_of)(named.line), named.tokens.start);
        let sentence = segments.sentences.partition_point(|s| s.tokens.end <= end);
        let start = segments.sentences.get(sentence).map_or(0, |sentence| sentence.tokens.start);
        let lead = segments.tokens.get(start as usize..end as usize).unwrap_or_default();
        let opens = |word: &Token| {
            self.lexicon.has(word.word, Class::Preposition)
                || is_participle(word.span().of(self.text))
        };
        lead.len() <= LONGEST_LEAD_IN_TOKENS
            && lead.iter().find(|token| token.shape.is_word()).is_some_and(opens)
            && !lead.iter().any(finite)
    }

    /// In "Marguerite Oyelar" and on the next line "Spokesperson for the Secretary-General",
    /// "Director, Kelm Rail": who signs.
    pub(super) fn signed(&self, title: usize) -> Option<EntityIx> {
        let name = title.checked_sub(1)?;
        let (above, below) = (&self.phrases[name], &self.phrases[title]);
        let titled = below.office.is_some() && !below.is_named();
        let signs = above.name.len() > 1 && above.office.is_none();
        if !titled || !signs || below.definite != Definite::Bare || below.line != above.line + 1 {
            return None;
        }
        let between = self.text.get(above.span.end as usize..below.span.start as usize);
        let alone = between.is_some_and(|between| between.trim().is_empty());
        let before = self.text[..above.span.start as usize].trim_end_matches([' ', '\t']);
        let opens = before.is_empty() || before.ends_with('\n');
        // "Director, Kelm Rail"
        let closed = self.text[below.span.end as usize..].starts_with(['\n', '\r', ',']);
        self.of_phrase[name].filter(|_| alone && opens && closed)
    }

    /// "(ROK)", "(RoK)" right behind "President of the Republic of Korea"
    fn is_acronym_of(&self, phrase: &Phrase, letters: &Phrase) -> bool {
        let tokens = self.tokens(letters);
        letters.tokens.start == phrase.tokens.end + 1
            && phrase.office.is_some()
            && matches!(tokens, [only] if is_acronym(only.span().of(self.text)))
            && self.text[..letters.span.start as usize].ends_with('(')
    }

    /// "the Senate" in "Her colleague in the Senate, Jan Orr,", "Ministry of Power" in "Secretary,
    /// Ministry of Power, Jan Orr".
    fn is_field_of(&self, title: &Phrase, at: usize) -> bool {
        let field = &self.phrases[at];
        let tokens = &(self.tokens_of)(field.line).tokens;
        let comma = tokens.get(field.tokens.end as usize);
        // "The National Secretary, APC, Jan Orr,"
        let letters = || matches!(self.tokens(field), [only] if only.shape == Shape::Upper);
        // "Commissioner of Police, Kelm, Jan Orr"
        let named = self.phrases.get(at + 1).is_some_and(|named| {
            named.tokens.start == field.tokens.end + 1 && named.name.len() > 1
        });
        let place = named && field.kind == Referent::Name && field.tokens.len() == 1;
        let office = title.definite == Definite::Bare && (field.kind == Referent::Body || place)
            || title.office.is_some() && title.definite == Definite::Known && letters();
        let tie = |tie: &Token| {
            ties_field(self.text, self.lexicon, tie) || office && tie.shape == Shape::Comma
        };
        title.line == field.line
            && !title.is_named()
            && field.tokens.start == title.tokens.end + 1
            && tokens.get(title.tokens.end as usize).is_some_and(tie)
            && comma.is_some_and(|comma| comma.shape == Shape::Comma)
    }

    /// "Kelm" in "Mr HOLT (Kelm—Minister for Health)": an office alone stands behind.
    fn is_seat(&self, at: usize) -> bool {
        let [seat, office, ..] = &self.phrases[at..] else { return false };
        let tokens = &(self.tokens_of)(seat.line).tokens;
        let shape = |at: u32| tokens.get(at as usize).map(|token| token.shape);
        office.line == seat.line
            && seat.tokens.end + 1 == office.tokens.start
            && shape(seat.tokens.start.wrapping_sub(1)) == Some(Shape::Open)
            && shape(seat.tokens.end) == Some(Shape::Dash)
    }

    /// In "The nurse, | Mrs Orr | recalled, told her", "The minister, | Ms Orr | told the court,
    /// had lied": whether what is told is told aside.
    fn is_aside_of(&self, phrase: &Phrase) -> bool {
        let Some(behind) = self.behind_saying(phrase, LONGEST_OF_TOKENS) else { return false };
        let mut near = behind.iter().take(LONGEST_ASIDE_TOKENS);
        let goes_on = |token: &Token| self.may_be_finite(token);
        // "Ana Ruiz, mayor of Kelm | said, “No”"
        let opens_speech = matches!(behind, [_, quote, word, ..]
            if quote.shape == Shape::Quote && word.shape.is_capitalised());
        near.position(|token| !token.shape.is_word()).is_some_and(|mark| {
            behind[mark].shape == Shape::Comma
                && (mark == 0 && !opens_speech
                    || phrase.is_named() && behind.get(mark + 1).is_some_and(goes_on))
        })
    }

    /// In "She had asked President Quispe, the person said": who says it.
    pub(super) fn is_who_says(&self, phrase: &Phrase) -> bool {
        self.behind_saying(phrase, 1).is_some()
    }

    /// What stands behind the verb of speech in "the person said" and, where more tokens may stand
    /// before it, "the father of four said".
    fn behind_saying(&self, phrase: &Phrase, longest: usize) -> Option<&[Token]> {
        let behind = (self.tokens_of)(phrase.line).tokens.get(phrase.tokens.end as usize..)?;
        let of = behind.first()?.word == OF;
        let says = |token: &Token| {
            let classes = self.lexicon.classes(token.word);
            classes.has(Class::Speech) && classes.has_any(Classes::FINITE)
        };
        let mut words = behind.iter().take(if of { longest } else { 1 });
        let verb = words.position(|token| says(token) || token.shape != Shape::Lower)?;
        says(&behind[verb]).then(|| &behind[verb + 1..])
    }

    /// In "the bank that runs the port", "the claim of the operator, Meridian Bulk, that": so many
    /// marks behind.
    fn that_behind(&self, phrase: &Phrase, marks: u32) -> bool {
        (self.tokens_of)(phrase.line).word(phrase.tokens.end + marks) == THAT
    }

    /// Whether one is a man by its words and the other a woman.
    fn disagree(&self, first: usize, second: usize) -> bool {
        disagree(self.phrases[first].gender, self.phrases[second].gender)
    }

    /// In "His challenger, Lirije Hasanaj, a paediatrician backed by the Greens,": the
    /// paediatrician.
    pub(super) fn trade(&mut self, named: usize) -> Option<usize> {
        let third = self.apposition(named).filter(|_| self.phrases[named].is_named())?;
        let trade = self.phrases[third].definite == Definite::New;
        self.phrases[third].predicate |= trade;
        trade.then_some(third)
    }

    /// "in Syria, the President of Syria said": a name that is no person so far.
    fn may_be_place(&self, at: usize, title: &Phrase) -> bool {
        let phrase = &self.phrases[at];
        // "with Idriss Abakar, President of Ubangari,": no place has a bare title behind it, and
        // none of two words "a former bus driver".
        let new = title.definite == Definite::New && phrase.name.len() > 1;
        // "recount in Gradina, challenger says"
        let bare = title.definite == Definite::Bare;
        let capital = self.tokens(title).first().is_some_and(|t| t.shape.is_capitalised());
        if bare && (capital || phrase.name.len() > 1) || new {
            return false;
        }
        let words = self.words_of(&phrase.name);
        // All of it: Ruth Santos may be the mother of Maria Santos.
        let modifiers = self.words_of(&title.modifiers);
        let owner = words.iter().all(|w| {
            let word = w.span().of(self.text);
            modifiers.iter().any(|m| same_place(self.lexicon, word, m.span().of(self.text)))
        });
        // "news to Saoirse Vandermeer, the prime minister, who": not "in Buenos Aires, the
        // president said".
        let before = (self.tokens_of)(phrase.line).word_before(phrase.tokens.start);
        let met = phrase.name.len() > 1
            && matches!(before, TO | WITH | BY | FOR | ABOUT)
            && self.ends_at_mark(title);
        owner || phrase.role == Role::Oblique && phrase.gender.is_none() && !met
    }

    pub(super) fn join_apposed(&mut self, first: usize, second: usize) {
        // A body's name is its form: "Tessin Group, a Swiss firm".
        let named = &self.phrases[first];
        let named = named.is_named() || named.form == MentionForm::Name;
        let (named, title) = if named { (first, second) } else { (second, first) };
        if self.disagree(first, second) {
            for at in [first, second] {
                self.phrases[at].gender = None;
            }
        }
        let (entity, link) = self.entity_for(named);
        // "President Wekesa recalled her late father, Barnaba Wekesa", "The President met his
        // counterpart in Sarn, President Orr": not herself, nor himself.
        let titled = &self.phrases[title];
        let kin = titled.is_relative();
        let another = kin || titled.is_guest() || self.owner_in(titled).is_some();
        let mut entity = entity.filter(|e| {
            let known = &self.entities[e.ix()];
            let last = &self.phrases[known.last as usize];
            !(kin && disagree(known.gender, titled.gender)
                || another
                    && last.role == Role::Subject
                    && (last.line == titled.line || self.is_own(known)))
        });
        let is_new = entity.is_none();
        let titled = &self.phrases[title];
        if titled.definite == Definite::New && named < title {
            self.phrases[title].predicate = true;
        } else if is_new
            && titled.definite != Definite::New
            && !is_other(self.text, self.tokens(titled))
            && !(self.is_past(&self.phrases[named]) && self.owner_in(titled).is_some())
        {
            // A title met before without a name: "The Guardian's audience" in the headline.
            // "A spokesman for the ministry ... Its spokesman, Karl Brand,"
            let theirs = self.owner_in(titled).is_some();
            // "One farmer said ... Ana Kern, the farmer who raised the alarm": told of only now.
            let told = (self.tokens_of)(titled.line).word(titled.tokens.end) == WHO;
            let nameless = |entity: &Entity| {
                let nobody = entity.name.is_empty() && entity.kind == Referent::Person;
                let some = self.phrases[entity.fullest as usize].definite == Definite::New;
                // "| The mayor | said that Kelm's first elected mayor, Ana Orr, had won"
                let last = &self.phrases[entity.last as usize];
                let says = last.role == Role::Subject && last.line == titled.line;
                nobody && !says && !(some && (told || theirs && !entity.owned))
            };
            let first = |entity: &Entity| self.is_first_surname(&entity.name, named);
            entity =
                self.holder_among(title, &first).or_else(|| self.holder_among(title, &nameless));
        }
        self.phrases[second].role = self.phrases[first].role;
        self.go_on_to(first, second);
        let entity = self.join(named, entity, if is_new { Link::Name } else { link });
        self.join(title, Some(entity), Link::Apposition);
        if named > title && is_new {
            self.links[named] = Link::Apposition;
        }
    }

    /// In "The spokesman on water, Tadeusz Okonjo": the first goes on to the comma, but not
    /// "there"; in "President of the Republic of Korea (ROK) Nam Ji-hoon" past the bracket.
    fn go_on_to(&mut self, first: usize, second: usize) {
        let [end, start] = [self.phrases[first].tokens.end, self.phrases[second].tokens.start];
        if start > end + 2 && !self.phrases[first].is_named() {
            let segments = (self.tokens_of)(self.phrases[first].line);
            let phrase = &mut self.phrases[first];
            let closed = segments.tokens[start as usize - 1].shape == Shape::Close;
            phrase.tokens.end = start - u32::from(!closed);
            phrase.span = segments.span(phrase.tokens.clone());
        }
    }

    /// "President Condorpuma", then "the President, Illari Condorpuma Salas": the first of two
    /// surnames.
    fn is_first_surname(&self, short: &Range<u32>, named: usize) -> bool {
        match (self.words_of(short), self.words_of(&self.phrases[named].name)) {
            ([short], [_, .., surname, _]) => short.key == surname.key,
            _ => false,
        }
    }

    /// In "Ada Orr was a surgeon. She was born | Ada Lowe": Orr, the last subject with a name.
    pub(super) fn born(&self, at: usize) -> Option<EntityIx> {
        let subject = self.phrases[..at].last().filter(|_| self.is_by_birth(at))?;
        let named = |b: &usize| {
            let (phrase, known) = (&self.phrases[*b], self.of_phrase[*b]);
            phrase.is_named()
                && phrase.role == Role::Subject
                && phrase.line + NAMELESS_LINES >= subject.line
                && known.is_some_and(|e| !disagree(self.entities[e.ix()].gender, subject.gender))
        };
        let last = (0..at).rev().take(SUBJECT_PHRASES).find(named)?;
        self.of_phrase[last]
    }

    /// "She was born | Ada Lowe"
    pub(super) fn is_by_birth(&self, at: usize) -> bool {
        let phrase = &self.phrases[at];
        let before = (self.tokens_of)(phrase.line).word_before(phrase.tokens.start);
        phrase.is_named() && before == BORN
    }
}

/// "the operator", "a Swiss firm"
fn is_described_body(phrase: &Phrase) -> bool {
    phrase.kind == Referent::Body
        && !phrase.label
        && !phrase.plural
        && phrase.form != MentionForm::Name
        && phrase.definite != Definite::Bare
}

/// "Belvarian Railways"
fn is_named_body(phrase: &Phrase) -> bool {
    let thing = phrase.kind == Referent::Name && phrase.gender.is_none();
    phrase.form == MentionForm::Name && (phrase.kind == Referent::Body || thing)
}
