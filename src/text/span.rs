//! Places in an article's text.

use std::ops::Range;

/// A stretch of an article's decoded text: UTF-8 byte offsets, end exclusive, both on character boundaries.
///
/// Offsets are 32 bits wide: an article is never larger than the size limit of the settings, which is below 4 GiB.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Its length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it holds no byte.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `offset` lies inside, or directly behind the last byte (where a caret stands after typing it).
    pub const fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Whether all of `other` lies inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same stretch in a text in which it stands `by` bytes further on; a wrapped difference moves it back.
    pub const fn moved(self, by: u32) -> Span {
        Span::new(self.start.wrapping_add(by), self.end.wrapping_add(by))
    }

    /// The text it marks.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// The same as a range of `usize`.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start as u32, range.end as u32)
    }
}

/// Stretches of a text that may overlap, made for the question whether a place lies in one of them.
///
/// Their starts in order, each with the furthest end of it and all before it, so that bisection answers.
#[derive(Clone, Debug, Default)]
pub struct Stretches(Vec<Span>);

impl Stretches {
    /// These stretches, in any order.
    pub fn of(spans: impl Iterator<Item = Span>) -> Self {
        let mut spans: Vec<Span> = spans.collect();
        spans.sort_unstable();
        let mut furthest = 0;
        for span in &mut spans {
            furthest = furthest.max(span.end);
            span.end = furthest;
        }
        Self(spans)
    }

    /// Whether one begins at or before `span` and one that does so reaches to its end.
    pub fn cover(&self, span: Span) -> bool {
        let behind = self.0.partition_point(|own| own.start <= span.start);
        behind.checked_sub(1).is_some_and(|i| self.0[i].end >= span.end)
    }
}
