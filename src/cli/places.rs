//! Places and numbers as the outputs write them: spans in the file on disk, ranges, addresses, numbers that are valid JSON.

use serde::Serialize;
use serde_json::Number;

use crate::text::{Article, LineIndex, Span};

/// Start and end as UTF-8 byte offsets into the file as it lies on disk, end exclusive.
pub fn on_disk(article: &Article, span: Span) -> [u32; 2] {
    let disk = article.offsets.on_disk(span);
    [disk.start, disk.end]
}

/// Where a place starts, as terminals and compilers write it: `file:line:column`, counted from 1, columns in characters.
pub fn address(article: &Article, lines: &LineIndex, span: Span) -> String {
    let column = lines.column(&article.text, span.start) + 1;
    format!("{}:{}:{column}", article.path, lines.line(span.start) + 1)
}

/// A number without a needless `.0`; `None` where JSON has no such number.
pub fn number(value: f64) -> Option<Number> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() < EXACT {
        Some(Number::from(value as i64))
    } else {
        Number::from_f64(value)
    }
}

/// Where something starts and ends as readers count: lines and columns from 1, columns in characters, the end exclusive.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// The first line.
    pub line: u32,
    /// The column of the first character.
    pub column: u32,
    /// The line of the last character.
    pub end_line: u32,
    /// The column behind the last character.
    pub end_column: u32,
}

impl Region {
    /// The region of `span`.
    pub fn of(article: &Article, lines: &LineIndex, span: Span) -> Self {
        let column = |offset| lines.column(&article.text, offset) + 1;
        Self {
            line: lines.line(span.start) + 1,
            column: column(span.start),
            end_line: lines.line(span.end) + 1,
            end_column: column(span.end),
        }
    }
}

/// Where something starts and ends as editors count: lines and UTF-16 code units from zero.
#[derive(Serialize, Debug)]
pub struct Range {
    start: Point,
    end: Point,
}

#[derive(Serialize, Debug)]
struct Point {
    line: u32,
    character: u32,
}

impl Range {
    /// The range of `span`.
    pub fn of(article: &Article, lines: &LineIndex, span: Span) -> Self {
        let point = |offset| {
            let at = lines.position(&article.text, offset);
            Point { line: at.line, character: at.character }
        };
        Self { start: point(span.start), end: point(span.end) }
    }
}
