//! Figures: anything countable or measurable that a reader could check.

use std::fmt;

use crate::text::{Article, Span};

use super::Short;

/// The words that loosen or bound a figure, kept apart from its value.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Hedge {
    /// about, around, some, roughly, nearly the same as.
    About,
    /// at least, no fewer than, a minimum of.
    AtLeast,
    /// more than, over, above.
    MoreThan,
    /// up to, as many as, at most.
    UpTo,
    /// less than, fewer than, under, below.
    LessThan,
    /// almost, nearly, close to.
    Almost,
}

impl Hedge {
    /// The word that `annotate` prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
            Self::UpTo => "up to",
            Self::LessThan => "less than",
            Self::Almost => "almost",
        }
    }
}

/// A value as an interval in base units of its unit, never NaN or infinite.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Value {
    /// The lower end.
    pub lo: f64,
    /// The upper end; equal to `lo` for a plain number.
    pub hi: f64,
    /// The size of the last significant place as printed: 1000 for `11,000`, 0.1 for `6.3`, 100 million for `$2.3 billion`,
    /// zero where the number is exact by nature (`four`, `a dozen` is 12).
    pub place: f64,
    /// Whether the words are vague by nature: `several thousand`, `dozens`, `a few`.
    pub vague: bool,
}

impl Value {
    /// A plain number with its last significant place.
    pub const fn exact(number: f64, place: f64) -> Self {
        Self { lo: number, hi: number, place, vague: false }
    }

    /// Whether both give the same interval, however they are printed.
    pub fn is_same(&self, other: &Value) -> bool {
        self.lo == other.lo && self.hi == other.hi
    }

    /// The middle of the interval.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.lo, self.hi)
    }
}

/// What a figure's value is measured in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Unit {
    /// An ISO 4217 currency code.
    Money([u8; 3]),
    /// `percent`.
    Percent,
    /// `percentage point`.
    PercentagePoint,
    /// A fraction of a whole, 0 to 1.
    Share,
    /// A measure, by its singular English name: `kilometre`, `tonne`, `year`.
    Measure(&'static str),
    /// People of any kind.
    Person,
    /// Things of a kind, by their noun in the singular.
    Count(Short),
    /// A number whose noun is not known.
    Bare,
}

impl Unit {
    /// The currency with this three-letter code in capitals.
    pub fn money(code: &str) -> Option<Self> {
        code.as_bytes().try_into().ok().map(Self::Money)
    }

    /// Whether it measures how long something lasts or lasted.
    pub fn is_time(&self) -> bool {
        matches!(
            self,
            Self::Measure(
                "second"
                    | "minute"
                    | "hour"
                    | "night"
                    | "day"
                    | "week"
                    | "month"
                    | "year"
                    | "decade"
                    | "century"
            )
        )
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Money(code) => std::str::from_utf8(code).unwrap_or("XXX"),
            Self::Percent => "percent",
            Self::PercentagePoint => "percentage point",
            Self::Share => "share",
            Self::Measure(name) => name,
            Self::Person => "person",
            Self::Count(noun) => noun,
            Self::Bare => "",
        })
    }
}

/// How a figure leans on another one of the same article.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Leaning {
    /// A part of it: `2,600 of them`, `500 officers among them`, `including four children`.
    PartOf(u32),
    /// Each of so many: `two brigades of 6,000 each`.
    EachOf(u32),
    /// On top of it: `another 40`.
    Besides(u32),
    /// The same amount in another unit: `8.42 billion kronor ($886 million)`.
    Converts(u32),
    /// What it was before: `612 million, from 746 million`; `(7,940)` in a table.
    Formerly(u32),
}

/// A numeral with its unit, its hedge and what it counts.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// The numeral with its magnitude and its unit word or symbol; hedge and counted noun left out.
    pub span: Span,
    /// Its value in base units of `unit`.
    pub value: Value,
    /// What it is measured in.
    pub unit: Unit,
    /// The hedge.
    pub hedge: Option<Hedge>,
    /// Where the hedge's words stand.
    pub hedge_span: Option<Span>,
    /// The counted noun phrase where the words at `of_span` are not it: inherited from another figure, or printed over several
    /// lines; empty where nothing is counted.
    pub told: Option<Short>,
    /// Where the counted noun phrase stands, when it is printed with the figure.
    pub of_span: Option<Span>,
    /// The head of the counted noun phrase, lower case, singular.
    pub head: Option<Short>,
    /// The other figure of this article that it leans on, by index into the reading's figures.
    pub leaning: Option<Leaning>,
}

impl Figure {
    /// The counted noun phrase as `annotate` prints it, articles and hedges left out; `article` is the one it stands in.
    pub fn of<'a>(&'a self, article: &'a Article) -> Option<&'a str> {
        match &self.told {
            Some(told) => Some(&**told).filter(|told| !told.is_empty()),
            None => self.of_span.map(|span| article.slice(span)),
        }
    }
}
