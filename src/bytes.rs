//! Texts as bytes: which encoding they are in, and their characters.

use crate::{Error, MAX_BYTES};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// The characters of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// Without a byte order mark. What no character stands for is U+FFFD.
    pub text: Cow<'b, str>,
    /// The encoding's name in the Encoding Standard: `UTF-8`.
    pub encoding: &'static str,
    /// Whether bytes had to be replaced.
    pub damaged: bool,
}

/// Decodes a text. What decides, first to last: a byte order mark; `charset`, as a server declares
/// it; a `<meta charset>` or XML declaration at the start; zeros in every other byte, which is
/// UTF-16; valid UTF-8. All else is Windows-1252, in which any byte is a character.
///
/// ```
/// let decoded = whosaid::bytes::decode(b"\x93No\x94, said Dvo\xf8\xe1k", None)?;
/// assert_eq!((&*decoded.text, decoded.encoding), ("“No”, said Dvoøák", "windows-1252"));
/// # Ok::<(), whosaid::Error>(())
/// ```
///
/// # Errors
/// If there are more than [`MAX_BYTES`], or `charset` names no encoding.
pub fn decode<'b>(bytes: &'b [u8], charset: Option<&str>) -> Result<Decoded<'b>, Error> {
    if bytes.len() > MAX_BYTES {
        return Err(Error::too_long(bytes.len(), MAX_BYTES));
    }
    let declared = charset.map(named).transpose()?;
    let encoding = declared.or_else(|| written(bytes)).unwrap_or_else(|| guess(bytes));
    let (text, encoding, damaged) = encoding.decode(bytes);
    if text.len() > MAX_BYTES {
        return Err(Error::too_long(text.len(), MAX_BYTES));
    }
    Ok(Decoded { text, encoding: encoding.name(), damaged })
}

fn named(charset: &str) -> Result<&'static Encoding, Error> {
    let allowed = "a label of the Encoding Standard such as \"utf-8\"";
    Encoding::for_label_no_replacement(charset.as_bytes())
        .ok_or_else(|| Error::option("charset", format!("\"{charset}\""), allowed))
}

/// What a page says of itself near its start.
fn written(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.trim_ascii_start();
    let start = &start[..start.len().min(START_BYTES)];
    if start.first() != Some(&b'<') {
        return None;
    }
    let lower = start.to_ascii_lowercase();
    let find = |word: &[u8]| {
        lower.windows(word.len()).position(|at| at == word).map(|at| &lower[at + word.len()..])
    };
    let meta = find(b"<meta").is_some();
    let label = find(b"charset=").filter(|_| meta).or_else(|| find(b"encoding="))?;
    let label = label.trim_ascii_start();
    let bare = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'"));
    let label = bare.unwrap_or(label);
    let end = label.iter().position(|b| b"\"'; />?\r\n\t".contains(b)).unwrap_or(label.len());
    let encoding = Encoding::for_label_no_replacement(&label[..end])?;
    // The label could be read, so the text is no UTF-16.
    Some(encoding.output_encoding())
}

/// So many bytes at the start tell what a file is.
const START_BYTES: usize = 1024;

/// So many pairs of bytes in UTF-16 have a zero at least, in percent: all Latin letters do.
const LATIN_PERCENT: usize = 40;

/// So many times as often the zero stands in one place of the pair as in the other.
const LOPSIDED: usize = 8;

/// UTF-16 if many pairs of bytes have a zero in the same place, else UTF-8, else Windows-1252.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let (pairs, _) = bytes[..bytes.len().min(START_BYTES)].as_chunks();
    let zeros = |of: fn(&[u8; 2]) -> u8| pairs.iter().filter(|pair| of(pair) == 0).count();
    let (high, low) = (zeros(|[first, _]| *first), zeros(|[_, second]| *second));
    let many = pairs.len() * LATIN_PERCENT / 100;
    if high.max(low) > many && high.min(low) * LOPSIDED <= high.max(low) {
        return if high > low { UTF_16BE } else { UTF_16LE };
    }
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_sign_of_an_encoding() {
        let text = "“No”, said Dvořák.";
        let page = "<meta charset=\"windows-1250\">Dvo\u{f8}\u{e1}k";
        let page: Vec<u8> = page.chars().map(|c| c as u8).collect();
        let le = utf16(text, u16::to_le_bytes);
        let be = utf16(text, u16::to_be_bytes);
        let marked_le = utf16(&format!("\u{feff}{text}"), u16::to_le_bytes);
        let marked_be = utf16(&format!("\u{feff}{text}"), u16::to_be_bytes);
        let marked = format!("\u{feff}{text}");
        for (bytes, charset, expected, encoding) in [
            (text.as_bytes(), None, text, "UTF-8"),
            (marked.as_bytes(), Some("windows-1252"), text, "UTF-8"),
            (&le, None, text, "UTF-16LE"),
            (&be, None, text, "UTF-16BE"),
            (&marked_le, None, text, "UTF-16LE"),
            (&marked_be, Some("utf-8"), text, "UTF-16BE"),
            (&page, None, "<meta charset=\"windows-1250\">Dvořák", "windows-1250"),
            (b"Dvo\xf8\xe1k", Some(" ISO-8859-2 "), "Dvořák", "ISO-8859-2"),
            (b"\x93a\x94 \x80", None, "“a” €", "windows-1252"),
            (b"", None, "", "UTF-8"),
            (b"<meta charset=utf-16>\xc3\xa9", None, "<meta charset=utf-16>é", "UTF-8"),
            (
                b"<?xml version='1.0' encoding='koi8-r'?>\xc1",
                None,
                "<?xml version='1.0' encoding='koi8-r'?>а",
                "KOI8-R",
            ),
        ] {
            let decoded = decode(bytes, charset).unwrap();
            assert_eq!(
                (&*decoded.text, decoded.encoding, decoded.damaged),
                (expected, encoding, false)
            );
        }
    }

    #[test]
    fn damage_is_told() {
        let decoded = decode(b"a\xffb", Some("utf-8")).unwrap();
        assert_eq!((&*decoded.text, decoded.damaged), ("a\u{fffd}b", true));
    }

    #[test]
    fn wrong_options_are_named() {
        let message = decode(b"a", Some("klingon")).unwrap_err().to_string();
        assert!(message.starts_with("option `charset`: \"klingon\" was given"), "{message}");
    }
}
