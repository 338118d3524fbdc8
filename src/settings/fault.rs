//! What is wrong with a `rashomon.toml`, and where.

use std::fmt;
use std::ops::Range;

use crate::text::LineIndex;

/// A fault in a `rashomon.toml`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Where it is, in bytes of the text.
    pub span: Range<usize>,
    /// Its line, counted from 1.
    pub line: u32,
    /// Its column in characters, counted from 1.
    pub column: u32,
    /// What is wrong, and what would be right.
    pub message: String,
}

impl Fault {
    /// A fault at `span` of `text`.
    pub fn new(text: &str, span: Range<usize>, message: impl Into<String>) -> Self {
        let lines = LineIndex::new(text);
        let start = span.start.min(text.len()) as u32;
        Self {
            span,
            line: lines.line(start) + 1,
            column: lines.column(text, start) + 1,
            message: message.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}
