//! Quotations that are signed with a name behind a dash, or below them.
//!
//! ```text
//! “He never listens.” — Maria Holm       “It is late.” ¶ Maria Holm, President of the Council
//! ```

use super::BY_GRAMMAR;
use super::items::is_item;
use super::syntax::is_somebody;
use crate::lexicon::Class;
use crate::model::{Layout, Rule};
use crate::statements::report::Report;
use crate::statements::tags::Tag;
use crate::statements::units::{Quoted, Unit, UnitIx, Units};
use std::ops::Range;

/// “He never listens.” — Maria Holm: a name after a dash signs the quotation before it, on its line
/// or on the line below; there a name with its title needs no dash.
pub fn signed(units: &Units, layout: &Layout, reports: &mut Vec<Report>) {
    let mut found = Vec::new();
    for (number, block) in units.blocks.iter().enumerate() {
        let dash = units.find(block.clone(), |unit| unit.tag == Tag::Dash);
        let item = is_item(layout, units.block_ids[number] as usize);
        let titled = is_name_with_title(&units[block.clone()], item).then_some(block.start);
        let Some(dash) = dash.or(titled) else { continue };
        let quoted = |range: &Range<UnitIx>| {
            !range.is_empty()
                && units[range.start].quoted == Quoted::Whole
                && units[range.clone()]
                    .iter()
                    .all(|unit| unit.quoted == Quoted::Whole || unit.tag == Tag::Stop)
        };
        let above = number.checked_sub(1).map(|above| units.blocks[above].clone());
        let content = match above {
            Some(above) if dash == block.start && quoted(&above) => above,
            _ if quoted(&(block.start..dash)) => block.start..dash,
            _ => continue,
        };
        let cue = dash..dash + usize::from(titled.is_none());
        let name = cue.end..block.end;
        if name.is_empty() || name.len() > 10 || !units[name.start].shape.is_capitalised() {
            continue;
        }
        let ends = |at: &UnitIx| matches!(units[*at].tag, Tag::Comma | Tag::Stop);
        let end = name.clone().find(ends).unwrap_or(name.end);
        found.push(Report {
            cue,
            source: Some(name.start..end),
            content: vec![content],
            rule: Rule::Quotation,
            ..Report::settled(block.clone(), BY_GRAMMAR)
        });
    }
    if found.is_empty() {
        return;
    }
    // Whatever else was made of those quotations.
    let mut owned = vec![false; units.len()];
    found.iter().for_each(|report| owned[report.content[0].clone()].fill(true));
    reports.retain(|report| !report.content.iter().any(|part| owned[part.start]));
    reports.append(&mut found);
}

/// "Maria Holm, President of the Council"; as an item, behind a dash, "Holm." is enough.
fn is_name_with_title(line: &[Unit], item: bool) -> bool {
    let line = match line {
        [line @ .., stop] if item && stop.tag == Tag::Stop => line,
        line => line,
    };
    let comma = line.iter().position(|unit| unit.tag == Tag::Comma);
    let (name, title) = line.split_at(comma.unwrap_or(line.len()));
    let named = name.iter().all(|unit| {
        matches!(unit.tag, Tag::Name | Tag::Honorific) || unit.classes.has(Class::NameSuffix)
    });
    let office = |unit: &Unit| is_somebody(unit) || unit.tag == Tag::Honorific;
    // "Maria Holm, the director, said:" leads in what is quoted below.
    let plain = |unit: &Unit| {
        !matches!(unit.tag, Tag::Stop | Tag::Colon | Tag::Semicolon)
            && unit.quoted == Quoted::Outside
    };
    let titled = title.iter().any(office) || item && title.is_empty();
    name.len() > usize::from(!item) && named && titled && title.iter().all(plain)
}
