//! From offsets into the decoded text to offsets into the file on disk.

use super::Span;

/// Maps offsets into an article's decoded text to offsets into the file as it lies on disk. The two differ behind a byte
/// order mark and in files that are not UTF-8.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OffsetMap {
    /// Where the difference changes: offset into the text, offset into the file; sorted; empty for plain UTF-8.
    steps: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// The same place in the file on disk.
    pub fn on_disk(&self, span: Span) -> Span {
        let map = |offset: u32| match self.steps.partition_point(|s| s.0 <= offset).checked_sub(1) {
            Some(i) => self.steps[i].1 + (offset - self.steps[i].0),
            None => offset,
        };
        Span::new(map(span.start), map(span.end))
    }
}
