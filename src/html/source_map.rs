//! The way back from the words of a page to its markup.

use crate::model::Span;

/// Where each run of a page's text stands in its markup.
#[derive(Clone, Debug, Default)]
pub struct SourceMap {
    /// In text order. Between two runs stand only line breaks that the markup does not have.
    runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug)]
struct Run {
    text: Span,
    source: Span,
    form: Form,
}

/// How a run stands in the markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Letter for letter, as long as it is here; a line break there may be a space here.
    Verbatim,
    /// As one character reference, which has no inside.
    Reference,
}

impl SourceMap {
    /// Adds the run that follows the last one.
    pub(super) fn push(&mut self, text: Span, source: Span, form: Form) {
        if let Some(last) = self.runs.last_mut()
            && last.is_verbatim()
            && form == Form::Verbatim
            && last.text.end == text.start
            && last.source.end == source.start
        {
            last.text.end = text.end;
            last.source.end = source.end;
        } else {
            self.runs.push(Run { text, source, form });
        }
    }

    /// Drops all that stands outside `kept`, which ends no character reference in its middle, and
    /// counts from its start.
    pub(super) fn cut(&mut self, kept: Span) {
        self.runs.retain_mut(|run| {
            let (start, end) = (run.text.start.max(kept.start), run.text.end.min(kept.end));
            if start >= end {
                return false;
            }
            // A line break that only parted `<pre>` from what stands before is left out of its run.
            if run.is_verbatim() {
                let first = run.source.start + (start - run.text.start);
                run.source = Span::new(first, first + (end - start));
            }
            run.text = Span::new(start - kept.start, end - kept.start);
            true
        });
    }

    /// The markup that holds the words of `span`, tags and comments between them included.
    pub fn source(&self, span: Span) -> Span {
        let first = self.runs.partition_point(|run| run.text.end <= span.start);
        let last = self.runs.partition_point(|run| run.text.start < span.end);
        let Some(run) = self.runs.get(first) else {
            let end = self.runs.last().map_or(0, |run| run.source.end);
            return Span::new(end, end);
        };
        let inside = span.start.saturating_sub(run.text.start);
        let start = run.source.start + if run.is_verbatim() { inside } else { 0 };
        let end = match self.runs[..last].last() {
            Some(run) if run.is_verbatim() && span.end < run.text.end => {
                run.source.start + (span.end - run.text.start)
            }
            Some(run) => run.source.end,
            None => start,
        };
        Span::new(start, end.max(start))
    }
}

impl Run {
    fn is_verbatim(self) -> bool {
        self.form == Form::Verbatim
    }
}
