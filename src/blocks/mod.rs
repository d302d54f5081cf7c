//! The layout: blocks, title, dates, turns.

use crate::lexicon::Lexicon;
use crate::model::{Block, BlockKind, Direction, FormatOption, Layout, Script, Span};

/// Lays the text out in blocks.
pub fn lay_out(text: &str, _format: FormatOption, _lexicon: &Lexicon) -> Layout {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let kept = line.trim();
        if !kept.is_empty() {
            blocks.push(Block {
                span: Span::from(start + lead..start + lead + kept.len()),
                kind: BlockKind::Paragraph,
                script: Script::Latin,
                direction: Direction::Ltr,
            });
        }
        start += line.len();
    }
    Layout { blocks, ..Layout::default() }
}
