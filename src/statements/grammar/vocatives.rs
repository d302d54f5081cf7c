//! Whom a sentence is said to: "Minister, *the families* say that ...".

use super::syntax::is_subject;
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Unit, UnitIx, Units};
use std::ops::Range;

/// "Prime Minister Wanjala," is no longer than this.
const LONGEST: usize = 4;

/// What stands behind "Mr. Osei," at the start of a sentence.
pub fn behind(units: &Units, sentence: &Range<UnitIx>) -> Option<UnitIx> {
    let name = |tag: Tag| matches!(tag, Tag::Name | Tag::Upper | Tag::Honorific | Tag::Office);
    let here = sentence.clone().take(LONGEST + 1);
    let comma = here.clone().find(|at| !name(units[*at].tag))?;
    (comma > sentence.start && units[comma].tag == Tag::Comma).then_some(comma + 1)
}

/// "that he warned her | , did she not", "that it was late | , Judge": what asks or calls the
/// hearer is no part of what is told.
pub fn end_before(units: &Units, report: &mut Report) {
    let Some(last) = report.content.last_mut().filter(|last| last.start >= report.cue.end) else {
        return;
    };
    let comma = last.clone().rev().take(LONGEST).find(|at| units[*at].tag == Tag::Comma);
    let Some(comma) = comma.filter(|comma| *comma > last.start) else { return };
    let asks = |unit: &Unit| {
        let helps = matches!(unit.tag, Tag::Auxiliary | Tag::Be | Tag::Have | Tag::Negation);
        helps || unit.tag.is_pronoun()
    };
    let ends = match &units[comma + 1..last.end] {
        [title] => {
            let named = matches!(units[comma - 1].tag, Tag::Name | Tag::Upper | Tag::Honorific);
            matches!(title.tag, Tag::Office | Tag::Honorific)
                && title.shape.is_capitalised()
                && !named
        }
        [did, rest @ ..] => {
            !did.tag.is_pronoun() && asks(did) && !rest.is_empty() && rest.iter().all(asks)
        }
        [] => false,
    };
    if ends {
        last.end = comma;
    }
}

/// "Mr. Osei, | the families say", "Mr. Osei, | the mayor, Ana Ruiz, said": he is spoken to. But
/// "Mr. Osei, the mayor, said".
pub fn is_not_source(units: &Units, report: &mut Report) {
    let sentence = units.sentence_of(report.cue.start);
    let Some(source) = report.source.as_mut().filter(|source| source.start == sentence.start)
    else {
        return;
    };
    let Some(first) = behind(units, sentence).filter(|start| *start < source.end) else { return };
    // "Mr. Chairman, Commissioner, | the council told us"
    let next = behind(units, &(first..source.end));
    let next = next.filter(|the| units[..source.end].get(*the).is_some_and(opens_with_the));
    let start = next.unwrap_or(first);
    let rest = &units[start..source.end];
    // "Ana Ruiz, | mayor of Kelm | said"
    let bare = matches!(rest, [office, of, ..]
        if office.tag == Tag::Office
            && !office.shape.is_capitalised()
            && of.tag == Tag::Preposition);
    let named = |unit: &Unit| matches!(unit.tag, Tag::Name | Tag::Upper);
    // "Rasmara, Balavya ministers vow", in a headline: both.
    let both = units[sentence.start..start - 1].iter().all(named) && named(&rest[0]);
    let apart = |unit: &Unit| unit.tag == Tag::Conjunction || unit.tag.is_finite();
    // "Graham Tolliver, 58, of Penlow, denied"
    if both || rest[0].tag == Tag::Number || rest.iter().any(apart) {
        return;
    }
    let own = match rest {
        // The apposition has a name of its own.
        [inner @ .., comma] if comma.tag == Tag::Comma => {
            let mut last = inner.rsplit(|unit| unit.tag == Tag::Comma);
            let name = last.next().and_then(|name| name.first());
            let name = name.is_some_and(|first| matches!(first.tag, Tag::Name | Tag::Honorific));
            name && last.next().is_some() && is_subject(rest[0].tag)
        }
        _ => {
            !bare
                && source.end == report.cue.start
                && rest.iter().all(|unit| unit.tag != Tag::Comma)
        }
    };
    if own {
        source.start = start;
    }
}

fn opens_with_the(unit: &Unit) -> bool {
    unit.tag == Tag::Determiner
}
