//! Words, sentences, quotations.
//!
//! Three passes over each block: [`tokens`] cuts words, [`quotations`] pairs quotation marks (and
//! finds which single marks are apostrophes), [`sentences`] cuts sentences. All are linear.

mod quotations;
mod sentences;
mod tokens;

use crate::lexicon::Lexicon;
use crate::model::{Block, Segments, Span, Token};

/// Cuts the prose of the text into tokens, sentences and quotations.
pub fn cut(text: &str, blocks: &[Block], lexicon: &Lexicon) -> Segments {
    let mut segments = Segments::default();
    segments.tokens.reserve(text.len() / 5);
    let words = tokens::Tokenizer::new(text, lexicon);
    let mut open = quotations::Pending::default();
    for (at, block) in blocks.iter().enumerate() {
        if !block.kind.is_prose() {
            continue;
        }
        let next = blocks[at + 1..].iter().find(|next| next.kind.is_prose());
        let reopens = next.is_some_and(|next| next.span.of(text).starts_with(quotations::SINGLE));
        let first = segments.tokens.len();
        words.cut(block.span, &mut segments.tokens);
        quotations::pair(text, first, reopens, &mut segments, &mut open);
        sentences::cut(text, first, at as u32, &mut segments, lexicon);
    }
    segments.tokens.shrink_to_fit();
    segments
}

/// Cuts a stretch that is no prose, such as a label, into tokens.
pub fn words(text: &str, span: Span, lexicon: &Lexicon, out: &mut Vec<Token>) {
    tokens::Tokenizer::new(text, lexicon).cut(span, out);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BlockKind, Direction, Script, Span};

    /// The text with `|` between tokens, `‖` after sentences, and its quotations below.
    fn show(text: &str) -> (String, Vec<&str>) {
        let lexicon = Lexicon::new();
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in text.split('\n') {
            blocks.push(Block {
                span: Span::from_range(start..start + line.len()),
                kind: BlockKind::Paragraph,
                script: Script::Latin,
                direction: Direction::Ltr,
            });
            start += line.len() + 1;
        }
        let segments = cut(text, &blocks, &lexicon);
        let mut out = String::new();
        for sentence in &segments.sentences {
            let words: Vec<&str> = sentence
                .tokens
                .clone()
                .map(|t| segments.tokens[t as usize].span().of(text))
                .collect();
            out += &words.join("|");
            out += " ‖ ";
        }
        let quotations =
            segments.quotations.iter().map(|q| segments.span(q.tokens.clone()).of(text)).collect();
        (out.trim_end_matches(" ‖ ").to_owned(), quotations)
    }

    #[test]
    fn words() {
        for (text, expected) in [
            ("The U.S. plan. It", "The|U.S.|plan|. ‖ It"),
            ("in the U.S. The plan", "in|the|U.S. ‖ The|plan"),
            ("at 2 a.m. He said", "at|2|a.m. ‖ He|said"),
            ("Mr. Shen's nation’s", "Mr.|Shen|'s|nation|’s"),
            ("Castro-Wey doesn't, al‑Bahri", "Castro-Wey|doesn't|,|al‑Bahri"),
            ("10,000 at 18:40, 5.5%", "10,000|at|18:40|,|5.5|%"),
            ("Sh2.3bn or Rs1,200. So", "Sh2.3bn|or|Rs1,200|. ‖ So"),
            ("in 6(c), 5(1)(a) (45) 6(a b)", "in|6(c)|,|5(1)(a)|(|45|)|6|(|a|b|)"),
            ("of kelm.org/a. So", "of|kelm.org/a|. ‖ So"),
            ("Orr (ORR.N), <ORR.K> left.So", "Orr|(|ORR.N|)|,|<|ORR.K|>|left|. ‖ So"),
            ("at Orr Inc. He left in Jan. It", "at|Orr|Inc. ‖ He|left|in|Jan. ‖ It"),
            ("J. Doe ... so", "J.|Doe|...|so"),
            ("the enemies' plots", "the|enemies|'|plots"),
            ("a – b—c -- d", "a|–|b|—|c|--|d"),
            ("Is it I. We", "Is|it|I|. ‖ We"),
            ("He left.“I stay,” she said.The day", "He|left|. ‖ “|I|stay|,|”|she|said|. ‖ The|day"),
            ("“Stop!” he said. “Go.” She", "“|Stop|!|”|he|said|. ‖ “|Go|.|” ‖ She"),
            ("中文。第二句", "中文|。 ‖ 第二句"),
        ] {
            assert_eq!(show(text).0, expected);
        }
    }

    #[test]
    fn what_runs_on_is_cut() {
        for (unit, times) in [("a", 300), ("é", 200), (".", 600), ("-", 256)] {
            let text = unit.repeat(times);
            let mut tokens = Vec::new();
            super::words(&text, Span::from_range(0..text.len()), &Lexicon::new(), &mut tokens);
            let whole: String = tokens.iter().map(|token| token.span().of(&text)).collect();
            assert_eq!(whole, text);
            assert!(tokens[1..].iter().all(|token| token.is_glued()));
        }
    }

    #[test]
    fn quotation_marks() {
        for (text, expected) in [
            ("“A b,” she said, “c d.”", vec!["“A b,”", "“c d.”"]),
            ("\"A b,\" she said, \"c d.\"", vec!["\"A b,\"", "\"c d.\""]),
            ("‘I don’t,’ she said.", vec!["‘I don’t,’"]),
            ("He said ‘the enemies’ plots’ failed", vec!["‘the enemies’ plots’"]),
            ("the enemies’ plots and Syria's", vec![]),
            ("``A b,'' he said", vec!["``A b,''"]),
            ("''A 'b c,''' he said", vec!["''A 'b c,'''", "'b c,'"]),
            ("‘‘A b,’’ he said", vec!["‘‘A b,’’"]),
            ("'It's mine,' he said", vec!["'It's mine,'"]),
            ("« Non », dit-il", vec!["« Non »"]),
            ("„Nein“, sagte er", vec!["„Nein“"]),
            ("“He said ‘no’ to me,” she", vec!["“He said ‘no’ to me,”", "‘no’"]),
            ("“One.\n“Two,” she", vec!["“One.", "“Two,”"]),
            ("“Lost end he said.", vec!["“Lost end he said."]),
            ("Lost start,” he said.", vec!["Lost start,”"]),
            (
                "“One is old. “Two is new,” she said, “not one.”",
                vec!["“One is old. “Two is new,”", "“not one.”"],
            ),
            ("He left.\"I stay,\" she said. \"So\"", vec!["\"I stay,\"", "\"So\""]),
            ("He said, “I stay“ and left.", vec!["“I stay“"]),
            ("``A b,″ he said of a 6″ pipe", vec!["``A b,″"]),
            ("\"", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(show(text).1, expected, "{text}");
        }
    }
}
