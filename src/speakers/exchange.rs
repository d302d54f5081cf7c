//! Who speaks to whom: who replies, who asks, who is only called or spoken of in passing.

use super::bearers::holds;
use super::entity::{Entity, EntityIx};
use super::ground::Ground;
use super::memory::Recent;
use super::phrase::{Definite, Phrase, PhraseIx, Referent, Role};
use super::resolve::{Resolver, start_of, whole};
use super::settings::Setting;
use crate::lexicon::fixed::{
    A, ACCORDING, AS, ASKED, BY, CHALLENGED, FOR, FROM, IS, OF, PRESSED, QUESTIONED, THE, THIS, TO,
    WHEN, WITH,
};
use crate::lexicon::{Class, Classes, is_participle, is_past};
use crate::model::{Draft, Ix, Kind, Shape, Span, Token, TokenIx, WordId};

/// A comma, who is called, and a stop are no more.
const SHORT_CALL_TOKENS: usize = 4;

/// "from the Kelm Daily" behind who asks is no longer.
const INTRODUCTION_TOKENS: usize = 8;

/// What closes a quotation.
const QUOTES: [char; 4] = ['"', '”', '’', '»'];

/// The start of a sentence is looked for so far back.
const LONGEST_SENTENCE_TOKENS: usize = 200;

/// Who speak to each other take no longer turns.
const LONGEST_TURN_BYTES: u32 = 80;

/// "I have also spoken to" is no longer than this.
const LONGEST_APPROACH_TOKENS: usize = 5;

/// So many phrases stand between a pronoun and who was approached.
const NEAR_PHRASES: usize = 8;

/// Who asks is among so many phrases before the one who replies.
const ASKER_PHRASES: usize = 6;

impl Resolver<'_> {
    /// In "Ana Ruiz called it a curtain. “It hides a wall,” | the senator | said": Ruiz, who may be
    /// one, where nobody else in the text is. Whoever answers a quotation may be another.
    pub(super) fn goes_on(&self, at: PhraseIx) -> Option<EntityIx> {
        let Ground { cast, drafts, .. } = self.ground;
        let title = &cast.phrases[at as usize];
        let told = self.told_by(at)?;
        let before = drafts[..told].iter().rposition(|draft| draft.inside.is_none())?;
        let paragraph = self.ground.paragraph_of(title.span.start);
        let opens = paragraph == title.span.start;
        let spoke = self.memory.speaker_from(if opens { 0 } else { paragraph })?;
        let same = |draft: usize| self.found.speaker[draft] == Some(spoke);
        // "Ana Orr has denied it. ¶ | The health secretary | called it absurd.": of her alone the
        // lead tells; but "The prime minister" may stand without a name anywhere.
        const HEAD: Classes = Classes::of(&[Class::HeadOfState, Class::HeadOfGovernment]);
        let office = title.office?;
        let lead = || {
            let known = self.entity(spoke);
            let person = known.name.len() > 1 && (known.human || known.gender.is_some());
            let full = title.tokens.len() > 2 && person && !office.classes.has_any(HEAD);
            full && (0..=before).all(|draft| drafts[draft].inside.is_some() || same(draft))
        };
        let reported = drafts[before].kind != Kind::Direct;
        let quoted = drafts[told].kind == Kind::Direct && !self.ground.asks(&drafts[told]);
        let named = |entity: &Entity| !entity.name.is_empty() && holds(entity)(office);
        // An opposition leader is a senator too, but "Police chief Tom Hale" no attorney.
        let mut held = self.entity(spoke).offices.iter();
        let free = held.all(|(held, _)| held.classes.has(Class::Person));
        let goes_on = reported && free && if opens { lead() } else { same(before) && quoted };
        (goes_on && !self.found.entities.iter().any(named)).then_some(spoke)
    }

    /// The first draft whose source is the phrase.
    pub(super) fn told_by(&self, at: PhraseIx) -> Option<usize> {
        self.outlook.draft_of[at as usize].map(Ix::ix)
    }

    /// In "Pressed by Clemence Hurd, he conceded", "Turning to Clemence Hurd, he said", "When
    /// Clemence Hurd wanted to know why, he answered": Hurd, who has not said it. Whom a participle
    /// that opens the sentence takes is not its subject, nor is who asks.
    pub(super) fn asker(&self, at: PhraseIx) -> Option<EntityIx> {
        let Ground { segments, lexicon, .. } = self.ground;
        let phrases = &self.ground.cast.phrases;
        let pronoun = &phrases[at as usize];
        let replies = lexicon.has(segments.word(pronoun.tokens.end), Class::Reply);
        let comma = self.ground.words_before(pronoun).next();
        let comma = comma.is_some_and(|mark| mark.shape == Shape::Comma);
        let behind = pronoun.role == Role::Subject && comma;
        let asks = |other: &Phrase| {
            let (start, end) = (other.tokens.start, other.tokens.end);
            let taken = matches!(other.role, Role::Object | Role::Oblique) && behind;
            let asks = || segments.word(end) == ASKED || replies && self.ground.says(end);
            taken && self.ground.opens_with_participle(start)
                || segments.word_before(start) == WHEN && asks()
        };
        let before = (0..at as usize).rev().take(ASKER_PHRASES);
        let mut before = before.take_while(|b| phrases[*b].line == pronoun.line).filter(|b| {
            let other = &phrases[*b];
            // "Asked by Hurd's lawyer": not Hurd.
            let nobody = other.kind == Referent::Pronoun || other.role == Role::Possessor;
            !nobody && !self.ground.is_aside(other) && asks(other)
        });
        before.find_map(|b| self.found.entity_of[b])
    }

    /// "I have read it, Lena.", "Thank you, Madam Chair.", "Mr. Lopez, he told you": who is spoken
    /// to is not spoken of.
    pub(super) fn is_called(&self, at: PhraseIx, phrase: &Phrase) -> bool {
        if self.ground.is_aside(phrase) || !self.ground.within[at as usize].quoted() {
            return false;
        }
        let tokens = &self.ground.segments.tokens;
        let shape = |at: usize| tokens.get(at).map(|token| token.shape);
        // Above the first words of a turn can stand a title without a stop.
        let opens = self.ground.cast.openings.binary_search(&phrase.span.start).is_ok();
        let before = (phrase.tokens.start as usize).checked_sub(1).filter(|_| !opens);
        let before = before.and_then(shape);
        let behind = phrase.tokens.end as usize;
        let alone = phrase.kind == Referent::Name && phrase.name.len() == 1;
        let titled = phrase.definite == Definite::Bare
            && !phrase.plural
            && (phrase.honorific || phrase.office.is_some());
        let named = phrase.is_named();
        // "Absolutely, Chair.", "Rosa, please."
        let calls = || {
            let mut near = tokens[behind..].iter().take(SHORT_CALL_TOKENS);
            near.any(|token| token.shape == Shape::Stop)
        };
        let next = tokens.get(behind + 1);
        let clause = next.is_some_and(|next| self.ground.opens_own_clause(next));
        if alone
            && before.is_none_or(|shape| !shape.is_word())
            && shape(behind) == Some(Shape::Comma)
            && (clause || calls())
            || self.introduces_himself(phrase)
        {
            return true;
        }
        if before == Some(Shape::Comma) {
            return (alone || titled && !named) && shape(behind) == Some(Shape::Stop);
        }
        // "President Amaral, he is right": spoken of, where he has no turn of his own.
        let speaks = || {
            let known = self.found.entity_of[at as usize].map(|entity| self.entity(entity));
            known.is_some_and(|known| known.speaks || known.label)
        };
        before.is_none_or(|shape| !shape.is_word())
            && shape(behind) == Some(Shape::Comma)
            && titled
            && next.is_some_and(|next| match named {
                true => clause && speaks(),
                false => clause || !next.shape.is_capitalised(),
            })
    }

    /// "Ana Ruiz, Kelm Daily.", "This is Ana Ruiz from the Kelm Daily.": whoever asks.
    fn introduces_himself(&self, phrase: &Phrase) -> bool {
        let tokens = &self.ground.segments.tokens;
        let (before, name) = tokens.split_at(phrase.tokens.start as usize);
        let behind = &name[phrase.tokens.len()..];
        let from = |token: &Token| token.shape == Shape::Comma || matches!(token.word, FROM | WITH);
        let opens = || {
            let first = matches!(before, [.., this, is] if (this.word, is.word) == (THIS, IS));
            first || self.ground.cast.openings.binary_search(&phrase.span.start).is_ok()
        };
        let outlet = |token: &&Token| {
            from(token) || token.shape.is_capitalised() || matches!(token.word, THE | OF)
        };
        phrase.name.len() > 1
            && behind.first().is_some_and(from)
            && opens()
            && (behind.iter().take(INTRODUCTION_TOKENS).find(|token| !outlet(token)))
                .is_some_and(|end| end.shape == Shape::Stop)
    }

    /// In "I asked the mayor about it. She told me": the mayor, the only one beside who speaks.
    pub(super) fn approached(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrase = &self.ground.cast.phrases[at as usize];
        if phrase.role != Role::Subject || phrase.plural || self.ground.is_aside(phrase) {
            return None;
        }
        if let Some(topic) = self.topic(at) {
            return Some(topic);
        }
        let near = (0..at as usize).rev().take(NEAR_PHRASES);
        let mut others = near.take_while(|before| {
            let other = &self.ground.cast.phrases[*before];
            let here =
                self.ground.within[*before].quoted() == self.ground.within[at as usize].quoted();
            other.line + 1 >= phrase.line && here && !self.ground.is_aside(other)
        });
        let tokens = &self.ground.segments.tokens;
        let own = |token: &Token| {
            let classes = self.ground.lexicon.classes(token.word);
            // "We are looking for a customer": she is not he.
            classes.has(Class::First) && classes.has(Class::Pronoun) && !classes.has(Class::Plural)
        };
        others.find_map(|before| {
            let other = &self.ground.cast.phrases[before];
            if other.role == Role::Subject {
                return Some(None);
            }
            let lead = tokens.get(..other.tokens.start as usize)?.iter().rev();
            let mut lead =
                lead.take(LONGEST_APPROACH_TOKENS).take_while(|token| token.shape.is_word());
            let object = matches!(other.role, Role::Object | Role::Oblique);
            (object && lead.any(own)).then(|| self.found.entity_of[before])
        })?
    }

    /// In "As to the engineer, she": the engineer.
    fn topic(&self, at: PhraseIx) -> Option<EntityIx> {
        let [.., topic, pronoun] = &self.ground.cast.phrases[..=at as usize] else { return None };
        let (start, segments) = (topic.tokens.start, self.ground.segments);
        let fronted = segments.word_before(start.checked_sub(1)?) == AS
            && matches!(segments.word_before(start), TO | FOR)
            && topic.tokens.end + 1 == pronoun.tokens.start;
        self.found.entity_of[at as usize - 1].filter(|_| fronted)
    }

    /// “How long?” Ruiz asked. | “Ten years,” Holm said. | “And before?” | “Never.”: of two who
    /// speak by turns, paragraph by paragraph, the one who asks and the one who answers.
    pub(super) fn takes_turn(&self, before: usize, at: usize) -> Option<EntityIx> {
        let drafts = self.ground.drafts;
        let first = drafts[..before].iter().rposition(|draft| draft.inside.is_none())?;
        let asks = [first, before, at].map(|draft| self.ground.asks(&drafts[draft]));
        let direct = drafts[before].kind == Kind::Direct;
        let by_turns = match asks {
            [true, false, true] => direct,
            [false, true, false] => {
                direct && drafts[before].source.is_empty() || self.is_dialogue([first, before, at])
            }
            [false, false, false] => self.is_dialogue([first, before, at]),
            _ => false,
        };
        let [place, next] = [before, at].map(|draft| start_of(&drafts[draft]));
        let apart = self.ground.paragraph_of(next) > place && self.ground.is_near(first, before);
        self.found.speaker[first].filter(|_| by_turns && apart)
    }

    /// In “Did you go there?” Ruiz asked. | “I never went.”: whether somebody else answers, in a
    /// paragraph of his own.
    pub(super) fn is_answered(&self, before: usize, at: usize) -> bool {
        let [asked, answer] = [before, at].map(|draft| &self.ground.drafts[draft]);
        let apart = self.ground.paragraph_of(start_of(answer)) > start_of(asked);
        apart
            && !asked.source.is_empty()
            && [asked, answer].iter().all(|turn| is_short(turn))
            && self.ground.asks_hearer(asked)
            && !self.ground.is_question(answer)
    }

    /// “You are late,” Ash said. | “I am not,” Low said. | “You always are.”: of two who speak to
    /// each other; “I was scared,” Ash said. | “Of whom?” Low asked. | “Of them.”
    fn is_dialogue(&self, turns: [usize; 3]) -> bool {
        let [first, second, third] = turns.map(|turn| &self.ground.drafts[turn]);
        let [one, other] = [turns[0], turns[1]].map(|turn| self.found.speaker[turn]);
        let asked = self.ground.is_question(second);
        let direct = third.kind == Kind::Direct && (asked || is_short(third));
        let direct = direct && [first, second].iter().all(|turn| is_short(turn));
        let tagged = [first, second].iter().all(|turn| !turn.source.is_empty());
        let hearer = |turn: &Draft| self.ground.says_you(turn);
        let hearers = asked || hearer(first) || hearer(third);
        direct && tagged && one.is_some() && one != other && hearers
    }

    /// In "Lind asked why. Holm | answered | that it was late. He responded": Holm goes on.
    pub(super) fn still_answers(&self, before: usize) -> bool {
        let drafts = self.ground.drafts;
        let mut earlier = drafts[..before].iter().rev().filter(|draft| draft.inside.is_none());
        self.ground.replies(&drafts[before])
            && earlier.next().is_some_and(|first| self.ground.asks(first))
    }

    /// In "Holm said so. | Maas | disagreed. He": whether the pronoun stands right behind what one
    /// of a name did with a verb of speech alone.
    pub(super) fn has_answered(&self, he: &Phrase, recent: &Recent, setting: &Setting) -> bool {
        let phrase = &self.ground.cast.phrases[recent.phrase as usize];
        let mut before = self.ground.words_before(he);
        let stops = before.next().is_some_and(|stop| stop.shape == Shape::Stop);
        let disagreed = |token: &Token| {
            let classes = self.ground.lexicon.classes(token.word);
            token.shape == Shape::Lower && classes.has(Class::Speech) && classes.has(Class::Past)
        };
        let near = recent.line + 1 == setting.line && recent.inside == setting.inside;
        near && recent.role == Role::Subject
            && he.role == Role::Subject
            && phrase.is_named()
            && stops
            && before.next().is_some_and(disagreed)
    }

    /// In “Who told you?” asked the judge. | “Nobody,” he said.: who asks without a name does not
    /// answer himself. In "Holm asked Lind whether it was true. | He said": nor does Holm.
    pub(super) fn answers(&self, before: usize, at: usize) -> bool {
        let [asked, draft] = [before, at].map(|draft| &self.ground.drafts[draft]);
        let nameless = self.found.speaker[before].is_some_and(|asker| {
            let known = self.entity(asker);
            known.name.is_empty() && known.kind == Referent::Person && !known.plural
        });
        // But "A lawyer asked to be heard. | “Now,” he said."
        let first = self.ground.first_word(asked).filter(|first| *first != TO);
        let wonders =
            first.is_some_and(|first| self.ground.lexicon.has(first, Class::Complementizer));
        let asks = self.ground.asks(asked) && first.is_some();
        let told = wonders && self.told(before).is_some() || nameless && draft.kind == Kind::Direct;
        // "A lawyer asked Lind whether it was true. He also asked why."
        let goes_on = draft.kind == Kind::Indirect && self.ground.asks(draft);
        asks && told && !goes_on && self.ground.is_near(before, at)
    }
}

/// No longer than the turns of who speak to each other.
fn is_short(turn: &Draft) -> bool {
    turn.kind == Kind::Direct && whole(&turn.content).len() <= LONGEST_TURN_BYTES
}

impl Ground<'_> {
    /// "She replied": nobody replies to himself
    pub(super) fn replies(&self, draft: &Draft) -> bool {
        let Some(cue) = draft.cue.first() else { return false };
        let at = self.segments.token_from(cue.start);
        let tokens = &self.segments.tokens;
        let is_reply = |token: &Token| self.lexicon.has(token.word, Class::Reply);
        if !tokens.get(at).is_some_and(is_reply) {
            return false;
        }
        // "Replying to a question, she said": of whom no more is told.
        let a = tokens.get(at + 2).is_some_and(|next| next.word == A);
        let anybody = a && self.opening(at as TokenIx).is_none();
        // "Pressed on whether he had apologised, she answered": not to what was said before.
        !anybody && !self.opens_with_participle(at as TokenIx)
    }

    /// The first word of the sentence, where it stands before the token.
    fn opening(&self, at: TokenIx) -> Option<&Token> {
        let before = &self.segments.tokens[..at as usize];
        let near = &before[before.len().saturating_sub(LONGEST_SENTENCE_TOKENS)..];
        let ends = |token: &Token| matches!(token.shape, Shape::Stop | Shape::Semicolon);
        let first = near.iter().rposition(ends).map_or(0, |s| s + 1);
        near[first..].iter().find(|token| token.shape.is_word())
    }

    /// "Pressed by Clemence Hurd on the vote | , he", "Turning to | her, he"; but "According to
    /// Hurd, he" tells what Hurd says.
    fn opens_with_participle(&self, at: TokenIx) -> bool {
        self.opening(at).is_some_and(|token| {
            let word = token.span().of(self.text);
            self.lexicon.has(token.word, Class::Participle)
                || is_past(word)
                || is_participle(word) && token.word != ACCORDING
        })
    }

    /// "asked", "wanted to know"
    fn says(&self, verb: TokenIx) -> bool {
        const SAYS: Classes = Classes::of(&[Class::Speech, Class::Thought]);
        let classes = self.lexicon.classes(self.segments.word(verb));
        classes.has_any(Classes::FINITE) && classes.has_any(SAYS)
    }

    /// “Who told you?”
    fn asks_hearer(&self, draft: &Draft) -> bool {
        self.is_question(draft) && self.says_you(draft)
    }

    /// “You always are.”
    fn says_you(&self, draft: &Draft) -> bool {
        let hearer = |word: &str| self.lexicon.has(self.lexicon.id_of(word), Class::Second);
        let words =
            |part: &Span| part.of(self.text).split(|c: char| !c.is_alphanumeric()).any(hearer);
        draft.content.iter().any(words)
    }

    /// “How long?”, "asked how long", "pressed her on it"
    pub(super) fn asks(&self, draft: &Draft) -> bool {
        let cue = draft.cue.first().map(|cue| self.segments.token_from(cue.start) as u32);
        let verb = cue.map(|cue| self.segments.word(cue));
        let asks = |verb| matches!(verb, ASKED | CHALLENGED | PRESSED | QUESTIONED);
        self.is_question(draft) || verb.is_some_and(asks)
    }

    /// The word with which the content begins: "asked | whether", "asked | to go".
    fn first_word(&self, draft: &Draft) -> Option<WordId> {
        let start = draft.content.first()?.start;
        Some(self.segments.word(self.segments.token_from(start) as u32))
    }

    /// "said so when | a reporter asked", "Asked by | a reporter"
    pub(super) fn asks_in_passing(&self, draft: &Draft) -> bool {
        let source = draft.source.first().map(|source| self.segments.token_from(source.start));
        let when = source.map(|source| self.segments.word_before(source as u32));
        let passing = |when| when == BY || self.lexicon.has(when, Class::Complementizer);
        when.is_some_and(passing) && self.asks(draft)
    }

    fn is_question(&self, draft: &Draft) -> bool {
        let last = draft.content.last();
        last.is_some_and(|last| last.of(self.text).trim_end_matches(QUOTES).ends_with('?'))
    }

    /// "he", "did", "why": no apposition begins so.
    fn opens_own_clause(&self, token: &Token) -> bool {
        let classes = self.lexicon.classes(token.word);
        const OPENS: Classes =
            Classes::of(&[Class::Pronoun, Class::Auxiliary, Class::Complementizer]);
        classes.has_any(OPENS) && !classes.has(Class::Relative)
    }
}
