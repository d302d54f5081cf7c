//! Lower case, from a tenth of the bytes that the standard library's table takes.

/// First, last, how far apart the letters lie, how far their lower case lies from them.
static RUNS: &[(u32, u32, u32, i32)] = &include!(concat!(env!("OUT_DIR"), "/lower.rs"));

/// The letter in lower case. As [`char::to_lowercase`], but for one: of the two characters that İ
/// has in lower case this is the first, i.
#[inline(always)]
pub fn lower(c: char) -> char {
    if c.is_ascii() { c.to_ascii_lowercase() } else { lower_of_runs(c) }
}

fn lower_of_runs(c: char) -> char {
    let at = c as u32;
    let run = RUNS.partition_point(|(_, last, ..)| *last < at);
    match RUNS.get(run) {
        Some((first, _, apart, far)) if *first <= at && (at - first).is_multiple_of(*apart) => {
            char::from_u32(at.wrapping_add_signed(*far)).unwrap_or(c)
        }
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_as_unicode_has_it() {
        for c in '\0'..=char::MAX {
            assert_eq!(Some(lower(c)), c.to_lowercase().next(), "{c}");
        }
    }
}
