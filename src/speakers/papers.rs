//! Whose words a paper has that the text has told of: "In a letter, she wrote ... the letter said".

use super::entity::EntityIx;
use super::ground::Ground;
use super::phrase::{PhraseIx, Referent};
use super::resolve::{Resolver, whole};
use crate::lexicon::Class;
use crate::lexicon::fixed::{IN, ISSUED, READ, RELEASED, SIGNED, THE, WAS};
use crate::model::{Token, WordId};

/// "In a letter made public on Monday," stands so many tokens before who writes, or behind.
const WRITTEN_TOKENS: usize = 10;
/// "In a two-page letter" is so long.
const WRITTEN_IN_TOKENS: usize = 4;

/// "A joint letter" is so long.
const LETTER_TOKENS: usize = 3;

/// "issued by", "read by", but not "seen by"
pub(super) fn is_issued(word: WordId) -> bool {
    matches!(word, ISSUED | READ | RELEASED | SIGNED)
}

impl Resolver<'_> {
    /// In "In a letter, she wrote that she was tired. | The letter | said": who wrote it, by the
    /// statement before.
    pub(super) fn writer(&self, paper: PhraseIx, before: usize) -> Option<EntityIx> {
        let [the, noun] = self.ground.paper(paper)? else { return None };
        // "The letter said so", "a letter from her said so"
        let source = whole(&self.ground.drafts[before].source);
        let from = self.ground.segments.token_from(source.start);
        let own = self.ground.segments.tokens[from..].iter().take(LETTER_TOKENS);
        let mut own = own.take_while(|token| token.span().end <= source.end);
        let goes_on = own.any(|token| token.word == noun.word);
        let written = the.word == THE && (goes_on || self.ground.writes_in(before, noun));
        self.found.speaker[before].filter(|_| written)
    }

    /// In "The jury was shown an email. “Go home,” it said", "The council received a letter": the
    /// jury, who has not said so.
    pub(super) fn gets_paper(&self, body: EntityIx) -> bool {
        let Ground { cast, segments, lexicon, .. } = self.ground;
        let named = self.memory.last_phrase(body).map(|last| &cast.phrases[last.ix()..]);
        let Some([body, next, ..]) = named else { return false };
        let verb = segments.word(body.tokens.end);
        let takes = verb == WAS || lexicon.has(verb, Class::Guest);
        takes && next.kind == Referent::Paper && next.line == body.line
    }
}

impl Ground<'_> {
    /// "In a letter, she wrote", "she wrote in a letter"; but not "said in a letter that it was
    /// late, and she agreed", "she said that it stood in a letter".
    fn writes_in(&self, draft: usize, paper: &Token) -> bool {
        let report = &self.drafts[draft];
        let Some(source) = report.source.first() else { return false };
        let cue = report.cue.last().map_or(source.end, |cue| cue.end.max(source.end));
        let [subject, verb, paper_at] =
            [source.start, cue, paper.span().start].map(|at| self.segments.token_from(at));
        let tokens = &self.segments.tokens;
        let mut near = subject.saturating_sub(WRITTEN_TOKENS)..paper_at.min(verb + WRITTEN_TOKENS);
        near.any(|at| {
            let start = at.saturating_sub(WRITTEN_IN_TOKENS);
            let begun = tokens[start..at].iter().rposition(|word| word.word == IN);
            let opens = |begun: usize| match tokens[..start + begun].last() {
                Some(word) => at > subject || !word.shape.is_word(),
                None => true,
            };
            let told = || report.content.iter().any(|part| part.contains(tokens[at].span()));
            tokens[at].word == paper.word && begun.is_some_and(opens) && !told()
        })
    }

    /// The words of a phrase, if it is a paper.
    fn paper(&self, at: PhraseIx) -> Option<&[Token]> {
        let phrase = &self.cast.phrases[at as usize];
        let paper = phrase.kind == Referent::Paper && !self.is_aside(phrase);
        paper.then(|| self.tokens(&phrase.tokens))
    }
}
