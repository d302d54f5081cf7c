//! Whom those of a family call so: "Ana Orr's son Jan said: “Mum won't go.”"

use super::entity::EntityIx;
use super::holders::is_ours;
use super::phrase::{Definite, PhraseIx, Role, disagree};
use super::resolve::Resolver;
use crate::model::Token;

/// Whose child somebody is has been told among so many phrases of his.
const FAMILY_PHRASES: usize = 40;
/// How words begin for those who are two generations apart: grandmother, granddaughter.
const TWO_GENERATIONS: &str = "gran";

impl Resolver<'_> {
    /// In "Ana Orr waits. Her son is out. “Mum won't go,” he said": Ana Orr, whose he is.
    pub(super) fn parent(&self, at: PhraseIx) -> Option<EntityIx> {
        let phrases = &self.ground.cast.phrases;
        let phrase = &phrases[at as usize];
        let tokens = self.ground.tokens(&phrase.tokens);
        let bare = phrase.definite == Definite::Bare && tokens.len() == 1;
        let draft = self.ground.within[at as usize].inside()? as usize;
        let speaker = self.found.speaker[draft];
        if !phrase.is_relative() || !(bare || is_ours(self.ground.lexicon, tokens)) {
            return None;
        }
        let grand = |tokens: &[Token]| {
            tokens.iter().any(|token| {
                let kin = self.ground.lexicon.form(token.word);
                kin.starts_with(TWO_GENERATIONS)
            })
        };
        let whose = |of: usize| {
            let child = &phrases[of];
            let owner = phrases.get(of + 1).filter(|owner| owner.role == Role::Possessor)?;
            let own = child.is_relative() && child.span.contains(owner.span);
            let parent = self.found.entity_of[of + 1].filter(|_| own)?;
            let apart = grand(self.ground.tokens(&child.tokens)) != grand(tokens);
            (!apart && !disagree(phrase.gender, self.entity(parent).gender)).then_some(parent)
        };
        let before = (0..at as usize).rev().filter(|of| self.found.entity_of[*of] == speaker);
        speaker.and_then(|_| before.take(FAMILY_PHRASES).find_map(whose))
    }
}
