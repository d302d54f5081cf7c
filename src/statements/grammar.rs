//! Rules that need no weights.

use super::report::Report;
use super::units::Units;
use crate::model::Layout;

/// Corrects and completes the reports.
pub fn apply(_units: &Units, _layout: &Layout, _reports: &mut Vec<Report>) {}
