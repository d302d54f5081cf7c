//! Letters that count as the same one.
//!
//! Case never counts. Letters with accents are always taken apart, so that é in one piece matches
//! an e followed by its accent; what else is looked over is the reader's choice.

use crate::lexicon::lower;
use crate::model::plain_mark;

/// Which differences in writing a search looks over, besides case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Folding {
    /// Accents and points: "Erdogan" finds "Erdoğan", "Soren" finds "Søren".
    pub accents: bool,
    /// Vowel signs, tatweel, hamza, letter variants and digits of Arabic and Persian: "كتاب" finds
    /// "کِتاب", "12" finds "۱۲".
    pub arabic: bool,
}

impl Folding {
    /// Adds a letter in the form in which letters are compared.
    pub(super) fn push(self, c: char, out: &mut String) {
        self.take_apart(lower(plain_mark(c)), out);
    }

    fn take_apart(self, c: char, out: &mut String) {
        match decomposed(c) {
            Some((base, mark)) => {
                self.take_apart(base, out);
                self.put(mark, out);
            }
            None => self.put(c, out),
        }
    }

    fn put(self, c: char, out: &mut String) {
        let Folding { accents, arabic } = self;
        match c {
            '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' if accents => {}
            'ø' if accents => out.push('o'),
            'đ' | 'ð' if accents => out.push('d'),
            'ł' if accents => out.push('l'),
            'ı' if accents => out.push('i'),
            'æ' if accents => out.push_str("ae"),
            'œ' if accents => out.push_str("oe"),
            'ß' if accents => out.push_str("ss"),
            'þ' if accents => out.push_str("th"),
            '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' if arabic => {}
            'ى' | 'ی' if arabic => out.push('ي'),
            'ک' if arabic => out.push('ك'),
            'ة' | 'ہ' | 'ە' | 'ھ' if arabic => out.push('ه'),
            '٠'..='٩' if arabic => out.push(digit(c, '٠')),
            '۰'..='۹' if arabic => out.push(digit(c, '۰')),
            'ς' => out.push('σ'),
            c => out.push(c),
        }
    }
}

fn digit(c: char, zero: char) -> char {
    (b'0' + (c as u32 - zero as u32) as u8) as char
}

/// The base and the mark that a letter is made of.
fn decomposed(letter: char) -> Option<(char, char)> {
    if !matches!(letter, 'à'..='ȳ' | '\u{1e00}'..='\u{1eff}' | 'آ'..='ئ' | 'ۀ'..='ۂ') {
        return None;
    }
    COMPOSED.iter().find_map(|(mark, pairs)| {
        let mut letters = pairs.chars();
        while let (Some(base), Some(made)) = (letters.next(), letters.next()) {
            if made == letter {
                return Some((base, *mark));
            }
        }
        None
    })
}

/// Unicode's canonical decompositions of lower-case Latin letters in common use and of Arabic ones:
/// a mark, then each base with what the two make.
const COMPOSED: &[(char, &str)] = &[
    ('\u{300}', "aàeèiìoòuùnǹwẁyỳâầêềôồăằơờưừ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźgǵkḱmḿpṕwẃâấêếôốăắơớưứ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũyỹeẽvṽâẫêễôỗăẵơỡưữ"),
    ('\u{304}', "aāeēiīoōuūyȳ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭạặ"),
    ('\u{307}', "cċeėgġzżaȧoȯsṡ"),
    ('\u{308}', "aäeëiïoöuüyÿ"),
    ('\u{309}', "aảeẻiỉoỏuủyỷâẩêểôổăẳơởưử"),
    ('\u{30a}', "aåuů"),
    ('\u{30b}', "oőuű"),
    ('\u{30c}', "cčdďeěnňrřsštťzžaǎgǧiǐoǒuǔlľkǩhȟ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "aạeẹiịoọuụyỵdḍhḥkḳlḷmṃnṇrṛsṣtṭzẓơợưự"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçsştţgģkķlļnņrŗeȩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{331}', "dḏnṉtṯbḇkḵlḻrṟzẕ"),
    ('\u{653}', "اآ"),
    ('\u{654}', "اأوؤيئەۀہۂ"),
    ('\u{655}', "اإ"),
];
