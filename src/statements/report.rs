//! A report in units, between finding and drafting.

use super::units::UnitIx;
use crate::lexicon::Classes;
use crate::model::Rule;
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub cue: Range<UnitIx>,
    /// The first part of a cue in two: "addressed ..., by saying".
    pub cue_opens: Option<Range<UnitIx>>,
    /// The noun phrase spoken to.
    pub addressee: Option<Range<UnitIx>>,
    pub source: Option<Range<UnitIx>>,
    /// In text order.
    pub content: Vec<Range<UnitIx>>,
    pub block: Range<UnitIx>,
    /// Of a cue that is a phrase of the lexicon and has no verb of speech: "took the view".
    pub phrase: Classes,
    pub rule: Rule,
    /// Of the cue, and of the labelling of source and content.
    pub cue_probability: f32,
    pub role_probability: f32,
    /// Whether a rule gave source and content.
    pub settled: bool,
}

/// A cue of this probability is sure enough for the grammar to build on.
pub const FIRM: f32 = 0.3;

impl Report {
    /// An empty report of a block.
    pub fn new(block: Range<UnitIx>) -> Self {
        Report {
            cue: block.start..block.start,
            cue_opens: None,
            addressee: None,
            source: None,
            content: Vec::new(),
            block,
            phrase: Classes::default(),
            rule: Rule::Report,
            cue_probability: 0.0,
            role_probability: 0.0,
            settled: false,
        }
    }

    /// An empty report of a block, whose source and content a rule gives.
    pub fn settled(block: Range<UnitIx>, cue: f32) -> Self {
        Report { cue_probability: cue, settled: true, ..Report::new(block) }
    }

    /// A rule gave source and content, and the cue is at least this probable.
    pub fn settle(&mut self, cue: f32) {
        self.raise_cue(cue);
        self.settled = true;
    }

    /// The cue is at least this probable.
    pub fn raise_cue(&mut self, to: f32) {
        self.cue_probability = self.cue_probability.max(to);
    }

    /// Sure enough of its cue for the grammar to build on.
    pub fn is_firm(&self) -> bool {
        self.cue_probability >= FIRM
    }

    /// From the first to the last unit of the content.
    pub fn reach(&self) -> Range<UnitIx> {
        match (self.content.first(), self.content.last()) {
            (Some(first), Some(last)) => first.start..last.end,
            _ => self.cue.end..self.cue.end,
        }
    }

    /// What holds `at` ends at `end`.
    pub fn cut(&mut self, at: UnitIx, end: UnitIx) {
        self.content.iter_mut().filter(|part| part.contains(&at)).for_each(|part| part.end = end);
        self.drop_empty();
    }

    /// Nothing reaches beyond `end`.
    pub fn end_by(&mut self, end: UnitIx) {
        self.content.iter_mut().for_each(|part| part.end = part.end.min(end));
        self.drop_empty();
    }

    /// Nothing begins before `start`.
    pub fn begin_by(&mut self, start: UnitIx) {
        self.content.iter_mut().for_each(|part| part.start = part.start.max(start));
        self.drop_empty();
    }

    /// Parts that a rule left nothing of go.
    pub fn drop_empty(&mut self) {
        self.content.retain(|part| part.start < part.end);
    }

    /// It tells `part` and nothing else; nothing, where no word is left.
    pub fn tells(&mut self, part: Range<UnitIx>) {
        self.content.clear();
        self.content.extend((part.start < part.end).then_some(part));
    }

    /// Whether each part of the content has words: what rules count on.
    pub fn has_words(&self) -> bool {
        self.content.iter().all(|part| part.start < part.end)
    }

    pub fn holds(&self, at: UnitIx) -> bool {
        self.content.iter().any(|part| part.contains(&at))
    }
}

/// The places of the reports whose cues begin in `range`; the list is in text order.
pub fn starting_in(reports: &[Report], range: &Range<UnitIx>) -> Range<usize> {
    let place = |at: UnitIx| reports.partition_point(|report| report.cue.start < at);
    place(range.start)..place(range.end)
}

/// The report of a block, where each of the list, which is in text order, is of another block.
pub fn of_block<'r>(reports: &'r [Report], block: &Range<UnitIx>) -> Option<&'r Report> {
    let at = reports.binary_search_by_key(&block.start, |report| report.block.start);
    at.ok().map(|at| &reports[at])
}
