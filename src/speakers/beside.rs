//! Whether what stands between two phrases lets them be one: a comma, a bracket, a field of work.

use super::ground::Ground;
use super::look::{GRAMMAR, PEOPLE, VERB_FORMS};
use super::phrase::{Definite, Gender, Phrase, Referent, Role, disagree};
use super::sources::LEAD_WORDS;
use super::words::is_acronym;
use crate::lexicon::fixed::{AND, AT, CALLED, FOR, IS, NAMED, THE, THEN, THERE, WAS, WHO};
use crate::lexicon::{Class, Classes, Lexicon, is_participle};
use crate::model::{MentionForm, Segments, Shape, Span, Token, TokenIx};
use std::ops::Range;

/// What somebody deals with is no longer than this.
const LONGEST_FIELD_TOKENS: usize = 4;
/// What is said of somebody stands so near to the name.
const BESIDE_TOKENS: usize = 24;

/// Two phrases of a line.
pub struct Beside<'a> {
    pub text: &'a str,
    pub segments: &'a Segments,
    pub lexicon: &'a Lexicon,
    pub first: &'a Phrase,
    pub second: &'a Phrase,
}

impl Beside<'_> {
    /// Whether only a comma, a dash or a bracket stands between them, or words that make them one:
    /// "Vidal is now the mayor".
    pub fn are_one(&self) -> bool {
        // The phrases of a line do not always stand in its order.
        let range = self.first.tokens.end as usize..self.second.tokens.start as usize;
        let Some(between) = self.segments.tokens.get(range) else { return false };
        if explains_noun(self.segments, self.lexicon, self.first, self.second) {
            return false;
        }
        let comma = |token: &Token| token.shape == Shape::Comma;
        match between {
            // "Prime Minister | the Hon. Ana Orr"
            [] => {
                let title = self.first.office.is_some() && !self.first.is_named();
                let bare = self.first.definite == Definite::Bare;
                title && bare && self.second.honorific && self.second.is_named()
            }
            [mark] if matches!(mark.shape, Shape::Comma | Shape::Dash | Shape::Open) => {
                self.by_mark()
            }
            // "Mr HOLT (Kelm—Minister for Health)"
            [open, .., dash] if open.shape == Shape::Open && dash.shape == Shape::Dash => true,
            // "Bettina Sorrel, 71, a retired teacher, who"
            [open, age, mark] if age.shape == Shape::Number => {
                comma(open) && comma(mark) && self.is_name_with_title()
            }
            // "President of the Republic of Korea (ROK) Nam Ji-hoon", "The head of the Farm Union
            // (FU), Ana Orr,"
            [open, letters, _, rest @ ..]
                if open.shape == Shape::Open && is_acronym(letters.span().of(self.text)) =>
            {
                let closed = matches!(rest, [mark] if comma(mark) && self.is_closed());
                self.first.office.is_some()
                    && self.second.is_named()
                    && self.second.definite == Definite::Bare
                    && (rest.is_empty() || closed)
            }
            // "from Lindsay Prater, then the governor's campaign manager."
            [mark, then] if comma(mark) && then.word == THEN => {
                self.is_name_with_title() && self.is_closed()
            }
            // "Ana Ruiz, who is the foreign minister,"
            [mark, who, is] if comma(mark) && who.word == WHO && is.word == IS => {
                self.is_name_with_title() && self.second.definite == Definite::Known
            }
            // "The head teacher there, Mrs Tregarrow,"
            [there, mark] if there.word == THERE && comma(mark) => {
                self.first.office.is_some() && self.is_title_with_name()
            }
            // "Secretary, Ministry of Power, Shri Arun Rao"
            [open, office @ .., mark] if comma(open) && comma(mark) => {
                // "The National Secretary, APC, Jan Orr,"
                let field = match self.first.definite {
                    Definite::Bare if office.len() == 1 => self.second.name.len() > 1,
                    Definite::Bare => office.iter().any(|w| self.lexicon.has(w.word, Class::Body)),
                    _ => matches!(office, [only] if only.shape == Shape::Upper),
                };
                field && self.second.definite == Definite::Bare && self.second.is_named()
            }
            [preposition, field @ .., mark] if comma(mark) => self.by_field(preposition, field),
            [called] if matches!(called.word, CALLED | NAMED) => self.by_call(),
            // "The minister | at the time was | Barnaby Osei."
            [at, the, _, was] if at.word == AT && the.word == THE => {
                matches!(was.word, IS | WAS) && self.is_title_with_name()
            }
            [is, adverbs @ ..] => matches!(is.word, IS | WAS) && self.by_verb(adverbs),
        }
    }

    /// Whether a mark ends the second phrase.
    fn is_closed(&self) -> bool {
        ends_at_mark(self.segments, self.lexicon, self.second)
    }

    /// "Lindsay Prater" and "the campaign manager"
    fn is_name_with_title(&self) -> bool {
        self.first.is_named() && self.second.office.is_some() && !self.second.is_named()
    }

    /// "The teacher" and "Mrs Tregarrow,"
    fn is_title_with_name(&self) -> bool {
        self.first.definite == Definite::Known && self.second.is_named() && self.is_closed()
    }

    /// "Ana Ruiz, the mayor"; what is no known title is one only between two marks.
    fn by_mark(&self) -> bool {
        let Beside { first, second, .. } = self;
        // "in Port Halva, a spokesman said", but "For Ana Ruiz, a former envoy now at Kelm, it is"
        let place = first.kind == Referent::Name
            && first.role == Role::Oblique
            && self.segments.word_before(first.tokens.start) != FOR
            && second.definite == Definite::New;
        let known = second.kind != Referent::Name && !place || !first.is_named();
        // "Orr, Velian King discuss the dam": two who do.
        let verb = self.lexicon.classes(self.segments.word(second.tokens.end));
        let two = verb.has(Class::Base) && !verb.has_any(Classes::FINITE.with(Class::Noun));
        // "ROADS ARE THE LIFE OF TRADE, MAYOR TELLS FAIR": what the mayor tells.
        let thing = first.kind == Referent::Name && first.definite == Definite::Known;
        let two = two || thing && verb.has_any(Classes::FINITE);
        let two = two && second.definite == Definite::Bare && !second.is_named();
        (known && !self.ends_lead_in() && !two || self.is_closed()) && !self.is_list()
    }

    /// Whether the first ends a lead-in to the second's sentence.
    fn ends_lead_in(&self) -> bool {
        let Beside { first, second, .. } = self;
        if first.is_named() || second.role != Role::Subject {
            return false;
        }
        match first.role {
            // "Welcoming her guest, Minister Orr said", "Asked if she trusted the sheriff, Ana Orr
            // said"
            Role::Object => {
                second.office.is_some()
                    || first.definite == Definite::Known && self.is_before_verb()
            }
            // "According to the Ogaru leader, Dr. Warsame had offered help"
            Role::Oblique => second.form == MentionForm::Name,
            _ => false,
        }
    }

    /// "the sheriff, | Ana Orr | said"
    fn is_before_verb(&self) -> bool {
        let next = self.segments.word(self.second.tokens.end);
        self.lexicon.classes(next).has_any(Classes::FINITE)
    }

    /// "Halvorsen, her father and her grandfather", "Minister Ana Ruiz, the mayor and the head of
    /// the board"
    fn is_list(&self) -> bool {
        let Beside { segments, lexicon, first, second, .. } = self;
        let owned = |at: u32| lexicon.has(segments.word(at), Class::PossessivePronoun);
        let [start, end] = [second.tokens.start, second.tokens.end];
        let titled = first.is_named() && first.office.is_some() && second.office.is_some();
        let the = |at: u32| titled && segments.word(at) == THE;
        segments.word(end) == AND && (owned(start) && owned(end + 1) || the(start) && the(end + 1))
    }

    /// "The opposition spokesman | on water |, Tadeusz Okonjo,", "Her colleague | in the Senate |,
    /// Jan Orr,", "A lawyer | representing the families |, Jan Orr,"
    fn by_field(&self, preposition: &Token, field: &[Token]) -> bool {
        const NO_FIELD: Classes = VERB_FORMS.with(Class::Pronoun);
        let small = |word: &Token| {
            word.shape == Shape::Lower && !self.lexicon.classes(word.word).has_any(NO_FIELD)
        };
        // "Their leader in the 1980s, André Orr,"
        let plain = |word: &Token| {
            let name = word.shape == Shape::Number || word.shape.is_capitalised();
            word.word == THE || name || small(word)
        };
        ties_field(self.text, self.lexicon, preposition)
            && (1..=LONGEST_FIELD_TOKENS).contains(&field.len())
            && field.iter().all(plain)
            && self.first.role == Role::Subject
            && self.first.office.is_some_and(|office| office.classes.has_any(PEOPLE))
            && self.second.is_named()
            && self.is_closed()
    }

    /// "a retired postman | called | Walter", but not "A spokesman called Oden's move sad"
    fn by_call(&self) -> bool {
        let next = self.segments.tokens.get(self.second.tokens.end as usize);
        let owns = next.is_some_and(|next| next.shape == Shape::Possessive);
        self.first.definite == Definite::New
            && self.second.is_named()
            && self.second.definite == Definite::Bare
            && !owns
    }

    /// "Vidal | is now | the mayor"
    fn by_verb(&self, adverbs: &[Token]) -> bool {
        // "The engineer | was | Gethin Amaru."
        let name = || self.is_title_with_name() && self.first.role == Role::Subject;
        let title = self.second.definite == Definite::Known
            && self.second.office.is_some()
            && !self.second.is_named();
        (title || name()) && adverbs.iter().all(|token| self.lexicon.has(token.word, Class::Adverb))
    }
}

impl Ground<'_> {
    /// Words that tell something.
    pub(super) fn telling(&self, tokens: Range<TokenIx>) -> impl Iterator<Item = Span> {
        let tokens = self.tokens(&tokens);
        let tells = |token: &&Token| {
            token.shape.is_word() && !self.lexicon.classes(token.word).has_any(GRAMMAR)
        };
        tokens.iter().filter(tells).map(|token| token.span())
    }

    /// The words of a name and after it, up to the next name or verb of speech; and whose
    /// somebody is: "Kenya's | Mercy Chepkwony".
    pub(super) fn beside(&self, name: Range<TokenIx>) -> Range<TokenIx> {
        let before = &self.segments.tokens[..name.start as usize];
        let owned = matches!(before, [.., _, mark] if mark.shape == Shape::Possessive);
        let after = &self.segments.tokens[name.end as usize..];
        let ends = |token: &Token| {
            token.shape == Shape::Stop
                || token.shape.is_capitalised()
                || self.lexicon.has(token.word, Class::Speech)
        };
        let length = match after {
            // "Orr’s lawyer" is another.
            [mark, ..] if mark.shape == Shape::Possessive => 0,
            _ => after.iter().take(BESIDE_TOKENS).position(ends).unwrap_or(BESIDE_TOKENS),
        };
        name.start - 2 * u32::from(owned)..name.end + length.min(after.len()) as u32
    }

    /// In "on behalf of the veterans, retired General Ana Orr", "the wife of one of the men in
    /// hospital, Ana Orr,": Orr, if no phrase before her is hers. But not in "the editor of the
    /// newspaper, La Voz", "a clerk from Sumter, South Carolina,".
    pub(super) fn named_behind(&self, first: usize, end: usize, source: Span) -> Option<usize> {
        let phrases = &self.cast.phrases;
        let last = end.checked_sub(1).filter(|last| *last > first)?;
        let (title, name) = (&phrases[first], &phrases[last]);
        let (_, lead) = self.between(title.span, name.span)?.split_once(',')?;
        let retired = |word| self.lexicon.has(self.lexicon.id(word), Class::OfficeModifier);
        let told = title.kind == Referent::Person
            && !title.is_named()
            && (!title.plural || title.role == Role::Oblique);
        let other = |at: usize| {
            let phrase = &phrases[at];
            let named =
                phrase.kind != Referent::Person && phrase.tokens.end + 1 == name.tokens.start;
            !named && self.cast.entity_of[at] != self.cast.entity_of[last]
        };
        // "Sumter,"
        let small = |before: &Token| before.shape == Shape::Comma || !before.shape.is_capitalised();
        let before = self.segments.tokens[..name.tokens.start as usize].iter().rev();
        let small = before.take(2).all(small);
        let other_noun = explains_noun(self.segments, self.lexicon, title, name);
        let named = name.is_named() && !name.plural && small && name.span.end + 1 >= source.end;
        let beside = told && named && (lead.is_empty() || retired(lead.trim()));
        (beside && !other_noun && (first..last).all(other)).then_some(last)
    }

    /// In "The husband of crash victim, | Ana Ruiz |": hers, who is another.
    pub(super) fn is_spouse_of(&self, source: Span, name: &Phrase) -> bool {
        let lead = self.text.get(source.start as usize..name.span.start as usize);
        let words = lead.unwrap_or_default().split_whitespace();
        let mut words = words.map(|word| self.lexicon.classes_of(word));
        let kin = words.find(|word| word.has(Class::Kin));
        kin.is_some_and(|kin| disagree(Gender::of(kin), name.gender))
    }

    /// In "A partner for Orr and Hale, | Ana Ruiz |", "Forecaster with the Weather Bureau | Ana
    /// Ruiz |": her, and not the firm.
    pub(super) fn name_at_end(&self, mut here: Range<usize>, source: Span) -> Option<usize> {
        let ends = |at: &usize| self.cast.phrases[*at].span.end + 1 >= source.end;
        let last = here.rfind(ends)?;
        let name = &self.cast.phrases[last];
        let lead = self.text.get(source.start as usize..name.span.start as usize)?.trim_end();
        let called =
            name.is_named() && name.name.len() > 1 && name.gender.is_some() && !name.plural;
        (called && (self.is_of_listed_body(lead) || self.is_trade_at(lead))).then_some(last)
    }

    /// "The Dock, Rail and Bus Union's", "The Dock, Rail and Bus Union's (DRBU)", "The Dock, Rail
    /// and Bus Union secretary,"
    fn is_of_listed_body(&self, lead: &str) -> bool {
        let bare = lead.strip_suffix(')').and_then(|lead| lead.rsplit_once(" ("));
        let bare = bare.map_or(lead, |(bare, _)| bare);
        let owner = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s"));
        let office = lead.strip_suffix(',').and_then(|lead| lead.rsplit(' ').next());
        let office = office.map(|word| self.lexicon.classes_of(word)).is_some_and(|word| {
            word.has_any(PEOPLE) && !word.has(Class::Plural) && !word.has(Class::GivenName)
        });
        // "Ana Orr, a clerk who helped elect the president, | Tom Lane |,": he is another.
        let relative = |word: &str| self.lexicon.classes_of(word).has(Class::Relative);
        let plain = office && !bare.split(' ').any(relative);
        let several = bare.matches(',').nth(1).is_some();
        lead.contains(',')
            && (owner.is_some_and(|owner| self.ends_in_body(owner)) || plain && several)
    }

    /// "A partner for Orr and Hale,", "Forecaster with the Weather Bureau"
    fn is_trade_at(&self, lead: &str) -> bool {
        let body = self.ends_in_body(lead);
        let Some(lead) = lead.strip_suffix(',').or(body.then_some(lead)) else { return false };
        let mut words = lead.split(' ');
        let classes = |word: &str| self.lexicon.classes_of(word);
        let opens = words.by_ref().take(LEAD_WORDS + 1).map(classes);
        let tie = opens.map(|word| word.has(Class::Preposition)).position(|tie| tie);
        // "A lawyer for the driver, Ana Ruiz,": either of them.
        let noun = words.next().is_some_and(|word| self.lexicon.id(word) == THE) && !body;
        let finite = words.any(|word| classes(word).has_any(Classes::FINITE));
        tie.is_some_and(|tie| tie > 0) && !noun && !finite && !lead.contains(',')
    }

    /// "the Weather Bureau"
    fn ends_in_body(&self, words: &str) -> bool {
        words.rsplit(' ').next().is_some_and(|word| self.lexicon.classes_of(word).has(Class::Body))
    }
}

/// In "A resident of the capital, Halvik,", "A spokesman for the minister, Ana Orr,": whether the
/// name is not that of who is told of first, but of the noun beside it.
fn explains_noun(segments: &Segments, lexicon: &Lexicon, title: &Phrase, name: &Phrase) -> bool {
    let range = title.tokens.start as usize..name.tokens.start as usize;
    let Some([words @ .., noun, comma]) = segments.tokens.get(range) else { return false };
    let mut ties = words.array_windows();
    let tied = ties.any(|[tie, the]| the.word == THE && lexicon.has(tie.word, Class::Preposition));
    if !tied || comma.shape != Shape::Comma || title.is_named() {
        return false;
    }
    let (classes, new) = (lexicon.classes(noun.word), title.definite == Definite::New);
    let titled = name.office.is_some() || name.honorific;
    let alone = name.tokens.len() == 1 && name.gender.is_none() && !titled;
    // "A doctor at the main hospital, St Brida’s,"
    let behind = segments.tokens.get(name.tokens.end as usize);
    let owns = behind.is_some_and(|mark| mark.shape == Shape::Possessive);
    let place = (alone || owns) && noun.shape == Shape::Lower;
    new && classes.has(Class::Office) && disagree(title.gender, name.gender)
        || place && (new || classes == Classes::default())
}

/// "on" in "spokesman on water", "leading" in "the officer leading the search".
pub fn ties_field(text: &str, lexicon: &Lexicon, tie: &Token) -> bool {
    lexicon.has(tie.word, Class::Preposition)
        || tie.shape == Shape::Lower && is_participle(tie.span().of(text))
}

pub fn ends_at_mark(segments: &Segments, lexicon: &Lexicon, phrase: &Phrase) -> bool {
    let after = segments.tokens.get(phrase.tokens.end as usize);
    after.is_some_and(|token| {
        matches!(token.shape, Shape::Comma | Shape::Dash | Shape::Open | Shape::Close | Shape::Stop)
            || lexicon.has(token.word, Class::Relative)
    })
}
