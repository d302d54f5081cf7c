//! Writing systems and directions, by the letters.

use super::lines::Line;
use crate::model::{Direction, Script};

/// Bytes that are looked at: a long block is in the script that it begins with.
const SAMPLE: usize = 240;

/// The script of most letters.
pub fn of(text: &str) -> Script {
    let text = &text[..text.floor_char_boundary(SAMPLE)];
    // No letter of another script is shorter than two bytes: a third of the bytes is most letters.
    if text.bytes().filter(u8::is_ascii_alphabetic).nth(text.len() / 3).is_some() {
        return Script::Latin;
    }
    let mut counts = [0_u32; ALL.len()];
    for c in text.chars() {
        if let Some(script) = of_char(c) {
            counts[script as usize] += 1;
        }
    }
    most(&counts)
}

/// The script that covers most of the text.
pub fn main(lines: &[Line]) -> Script {
    let mut counts = [0_u32; ALL.len()];
    for line in lines.iter().filter(|line| line.script != Script::Other) {
        counts[line.script as usize] += line.span.len();
    }
    most(&counts)
}

pub fn direction(script: Script) -> Direction {
    match script {
        Script::Arabic | Script::Hebrew => Direction::Rtl,
        _ => Direction::Ltr,
    }
}

const ALL: [Script; 10] = [
    Script::Latin,
    Script::Arabic,
    Script::Hebrew,
    Script::Cyrillic,
    Script::Greek,
    Script::Han,
    Script::Kana,
    Script::Hangul,
    Script::Devanagari,
    Script::Other,
];

fn most(counts: &[u32; ALL.len()]) -> Script {
    let mut best = Script::Other;
    for script in ALL {
        if counts[script as usize] > counts[best as usize] {
            best = script;
        }
    }
    best
}

fn of_char(c: char) -> Option<Script> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | 'À'..='ɏ' | 'Ḁ'..='ỿ' => Script::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{77f}'
        | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' => Script::Arabic,
        '\u{900}'..='\u{97f}' => Script::Devanagari,
        '\u{3040}'..='\u{30ff}' => Script::Kana,
        '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7af}' => Script::Hangul,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => {
            Script::Han
        }
        c if c.is_alphabetic() => Script::Other,
        _ => return None,
    })
}
