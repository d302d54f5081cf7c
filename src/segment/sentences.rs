//! Cutting a block into sentences.
//!
//! A sentence ends after a full stop, question or exclamation mark and the closing marks glued to
//! it, unless the next word is lower-case. The full stop of an abbreviation is inside its token;
//! "U.S.", "a.m." and their like end a sentence only before a capitalised word, which may open a
//! quotation, that the lexicon knows as a determiner, pronoun, preposition, conjunction, adverb or
//! question word.

use crate::lexicon::fixed::{CO, CORP, INC, LTD};
use crate::lexicon::{Class, Classes, Lexicon};
use crate::model::{Segments, Sentence, Shape, Token};

const OPENERS: Classes = Classes::of(&[
    Class::Determiner,
    Class::Pronoun,
    Class::PossessivePronoun,
    Class::Preposition,
    Class::Conjunction,
    Class::Adverb,
    Class::Complementizer,
    Class::Relative,
]);

/// What the name of a firm does not go on with.
const NO_FIRM: Classes = OPENERS.or(Classes::of(&[Class::GivenName, Class::Plural]));

/// What no name goes on with behind "Nev." and "Jan.".
const BEHIND_DOT: Classes = Classes::of(&[Class::Determiner, Class::Pronoun]);

/// Cuts the tokens from `first` on, which are those of `block`.
pub fn cut(text: &str, first: usize, block: u32, segments: &mut Segments, lexicon: &Lexicon) {
    let Segments { tokens, quotations, sentences, .. } = segments;
    // 'She had won.“It is late,” he said.'
    let opens =
        |at: usize| quotations.binary_search_by_key(&(at as u32), |q| q.tokens.start).is_ok();
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let ends = match tokens[at].shape {
            Shape::Stop => true,
            Shape::Upper | Shape::Mixed | Shape::Lower => {
                // "there was only plan A. | The town", but "Samuel J. Ruiz"
                let letter = || at > first && tokens[at - 1].shape == Shape::Lower;
                ends_with_dot(text, &tokens[at])
                    && (tokens[at].span().len() > 2 || letter())
                    && opens_sentence(tokens, at + 1, lexicon)
            }
            // "Reno, Nev. | The mayor", but "Mr. He"
            Shape::Title => {
                let word = tokens[at].word;
                // "at Lorne Ltd. | Ana Ruiz said"
                let firm = matches!(word, CO | CORP | INC | LTD);
                ends_with_dot(text, &tokens[at])
                    && !lexicon.has(word, Class::Honorific)
                    && tokens.get(at + 1).is_some_and(|next| match next.shape {
                        Shape::Title if firm => lexicon.classes(next.word).has_any(NO_FIRM),
                        // "in Jan. | It rained", but "Class No. I"
                        Shape::Title => {
                            let classes = lexicon.classes(next.word);
                            let numeral = classes.has(Class::First) && next.span().len() == 1;
                            classes.has_any(BEHIND_DOT) && !numeral
                        }
                        // "at Lorne Ltd. | “It is bad,” she said"
                        shape => shape == Shape::Quote && opens_sentence(tokens, at + 1, lexicon),
                    })
            }
            _ => false,
        };
        at += 1;
        if !ends {
            continue;
        }
        let mut end = at;
        while end < tokens.len()
            && tokens[end].is_glued()
            && matches!(
                tokens[end].shape,
                Shape::Quote | Shape::Close | Shape::Symbol | Shape::Stop
            )
            && !opens(end)
        {
            end += 1;
        }
        let goes_on = tokens.get(end).is_some_and(|next| {
            matches!(next.shape, Shape::Lower | Shape::Comma | Shape::Semicolon | Shape::Colon)
                || next.is_glued()
                    && next.shape != Shape::Caseless
                    && !opens(end)
                    && !(end == at && is_run_on(&tokens[..=end], lexicon))
        });
        if !goes_on {
            sentences.push(Sentence { tokens: start as u32..end as u32, block });
            start = end;
        }
        at = end;
    }
    if start < tokens.len() {
        sentences.push(Sentence { tokens: start as u32..tokens.len() as u32, block });
    }
}

/// "He left.Ruiz slept", "in Kelm.The town slept", but "St.Anne".
fn is_run_on(tokens: &[Token], lexicon: &Lexicon) -> bool {
    let [.., word, _, next] = tokens else { return false };
    let opens = || word.shape == Shape::Title && lexicon.classes(next.word).has_any(OPENERS);
    next.shape == Shape::Title && (word.shape == Shape::Lower || opens())
}

fn ends_with_dot(text: &str, token: &Token) -> bool {
    token.span().len() > 1 && text.as_bytes()[token.span().end as usize - 1] == b'.'
}

/// "9 p.m. | The police", "the U.S. | “We had to go,” he said"
fn opens_sentence(tokens: &[Token], at: usize, lexicon: &Lexicon) -> bool {
    let quoted = tokens.get(at).is_some_and(|next| next.shape == Shape::Quote && !next.is_glued());
    tokens.get(at + usize::from(quoted)).is_some_and(|next| {
        let capital = next.shape == Shape::Title || quoted && next.shape.is_capitalised();
        capital && (quoted || !next.is_glued()) && lexicon.classes(next.word).has_any(OPENERS)
    })
}
