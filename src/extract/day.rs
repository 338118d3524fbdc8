//! Dates: what the words say, and the days they come to.

use std::fmt;

use jiff::civil::Date;

use crate::text::Span;

/// How finely a date is given.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Grain {
    /// A year.
    Year,
    /// A month of a year.
    Month,
    /// A day.
    Day,
}

/// A first and a last day, both included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Days {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
    /// How finely both are given, for printing.
    pub grain: Grain,
}

impl Days {
    /// One day.
    pub const fn day(date: Date) -> Self {
        Self { first: date, last: date, grain: Grain::Day }
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Days) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether all of `other` lies inside.
    pub fn contains(&self, other: &Days) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// The ISO form that `annotate` prints: `2024-10-22`, `2024-10`, `2024`, `2024-10-20/2024-10-24`.
impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let write = |f: &mut fmt::Formatter<'_>, d: Date| match self.grain {
            Grain::Year => write!(f, "{:04}", d.year()),
            Grain::Month => write!(f, "{:04}-{:02}", d.year(), d.month()),
            Grain::Day => write!(f, "{d}"),
        };
        write(f, self.first)?;
        let same = match self.grain {
            Grain::Year => self.first.year() == self.last.year(),
            Grain::Month => self.first.first_of_month() == self.last.first_of_month(),
            Grain::Day => self.first == self.last,
        };
        if same {
            return Ok(());
        }
        f.write_str("/")?;
        write(f, self.last)
    }
}

/// A day, month, year or stretch of days that the text names.
#[derive(Clone, PartialEq, Debug)]
pub struct DateMention {
    /// Where it stands, prepositions left out: `Thursday`, `earlier this month`, `19 June 2024`.
    pub span: Span,
    /// What the words say, still without the article's day.
    pub expr: super::dates::DateExpr,
    /// The weekday printed with an explicit date (`Tuesday, 3 March`), where there is one.
    pub weekday: Option<jiff::civil::Weekday>,
    /// What it comes to; `None` where it leans on a day that is not known, or where there is no such day.
    pub days: Option<Days>,
    /// Why it comes to that, for hover: `Thursday before publication on 2024-10-24`.
    pub why: Option<Box<str>>,
}
