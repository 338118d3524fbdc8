//! What an article is about, in a form that two articles can be held against each other by.

use std::fmt::Write;

use jiff::civil::Date;

use crate::extract::words::{self, Word};
use crate::extract::{Figure, Reading};
use crate::text::DateFrom;

/// Words, day and folder of an article.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// Content words that tell something, names and telling amounts, sorted by stem.
    pub words: Vec<Word>,
    /// The day of publication.
    pub day: Option<Date>,
    /// Whether the article or the settings state that day. One that was worked out may be years off, as may that of a dateline
    /// without a year.
    pub stated: bool,
    /// The folder it lies in.
    pub folder: Box<str>,
    /// The story fixed by the configuration.
    pub fixed: Option<Box<str>>,
}

/// What stands in more of the articles of any newspaper does not tell two stories apart: a tenth of them, nearly.
const COMMON: f32 = 64.0;

/// How far apart in days two articles on the same events may be published.
const WINDOW: i32 = 21;
/// Days worked out that lie no further apart bear each other out.
const BORNE_OUT: i32 = 7;
/// An article without a day counts as so many days from one with a day, and as so many from another without.
const UNDATED: i32 = 3;
const BOTH_UNDATED: i32 = 7;

impl Signature {
    /// The signature of a reading.
    pub fn of(reading: &Reading) -> Self {
        let path = &*reading.article.path;
        let published = reading.published.as_ref();
        let mut words = reading.words.clone();
        words.retain(|w| words::spread(w.stem) <= COMMON);
        words.extend(reading.figures.iter().filter_map(amount));
        words.sort_unstable();
        words.dedup_by_key(|w| w.stem);
        words.shrink_to_fit();
        Signature {
            words,
            day: published.map(|p| p.date),
            stated: published.is_some_and(|p| !matches!(p.from, DateFrom::Dateline | DateFrom::Inferred)),
            folder: path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder).into(),
            fixed: reading.article.meta.story.as_deref().map(Into::into),
        }
    }

    /// How many days apart two articles are taken to be; `None` where days or settings keep them from being of one story.
    pub fn apart(&self, other: &Signature) -> Option<i32> {
        if self.fixed != other.fixed {
            return None;
        }
        let days = self.day.zip(other.day).map(|(a, b)| (a - b).get_days().abs());
        match days {
            Some(days) if self.stated && other.stated => (days <= WINDOW).then_some(days),
            Some(days) if days <= BORNE_OUT => Some(days),
            _ if self.stated || other.stated => Some(UNDATED),
            _ => Some(BOTH_UNDATED),
        }
    }
}

/// A figure as a word of its story: the value with its unit, where it has two digits or more that count. An analyst's note and a
/// company's release have few words in common, but all their amounts.
fn amount(figure: &Figure) -> Option<Word> {
    let value = &figure.value;
    let plain = value.lo == value.hi && !value.vague && (value.lo >= 10.0 || value.lo.fract() != 0.0);
    if !plain {
        return None;
    }
    let mut printed = String::with_capacity(32);
    // Writing to a string never fails; a whole number is sooner written as one.
    let _ = match value.lo.fract() == 0.0 && value.lo < WHOLE {
        true => write!(printed, "{}", value.lo as u64),
        false => write!(printed, "{}", value.lo),
    };
    let digits = telling_digits(&printed);
    let _ = write!(printed, " {}", figure.unit);
    (digits >= 2).then(|| Word {
        stem: words::hash(&printed),
        strength: if digits >= 3 { words::ONCE } else { words::ONCE / 2 },
        named: false,
    })
}

/// Whole numbers below this have no more digits than they are printed with.
const WHOLE: f64 = 1e15;

/// How many digits a number has from the first to the last that is no zero.
fn telling_digits(printed: &str) -> usize {
    let digits = || printed.bytes().filter(u8::is_ascii_digit);
    let first = digits().take_while(|&digit| digit == b'0').count();
    let behind = digits().rev().take_while(|&digit| digit == b'0').count();
    digits().count().saturating_sub(first + behind)
}
