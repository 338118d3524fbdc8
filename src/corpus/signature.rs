//! What an article is about, in a form that two articles can be held against each other by.

use jiff::civil::Date;

use crate::extract::words::{self, Word};
use crate::extract::{Figure, Reading};
use crate::text::DateFrom;

/// Words, day and folder of an article.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// Content words, names and telling amounts, sorted by stem.
    pub words: Vec<Word>,
    /// The day of publication, where the article or the settings state it.
    pub day: Option<Date>,
    /// The folder it lies in.
    pub folder: Box<str>,
    /// The story fixed by the configuration.
    pub fixed: Option<Box<str>>,
}

/// How far apart in days two articles on the same events may be published.
const WINDOW: i32 = 21;

impl Signature {
    /// The signature of a reading.
    pub fn of(reading: &Reading) -> Self {
        let path = &*reading.article.path;
        // A day that was worked out may be years off, as may that of a dateline without a year: it keeps no two articles apart.
        let stated =
            reading.published.as_ref().filter(|p| !matches!(p.from, DateFrom::Dateline | DateFrom::Inferred));
        let mut words = reading.words.clone();
        words.extend(reading.figures.iter().filter_map(amount));
        words.sort_unstable();
        words.dedup_by_key(|w| w.stem);
        Signature {
            words,
            day: stated.map(|p| p.date),
            folder: path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder).into(),
            fixed: reading.article.meta.story.as_deref().map(Into::into),
        }
    }

    /// Whether days and settings let two articles be of one story.
    pub fn compatible(&self, other: &Signature) -> bool {
        if self.fixed.is_some() || other.fixed.is_some() {
            return self.fixed == other.fixed;
        }
        match (self.day, other.day) {
            (Some(a), Some(b)) => (a - b).get_days().abs() <= WINDOW,
            _ => true,
        }
    }
}

/// A figure as a word of its story: the value with its unit, where it has two digits or more that count. An analyst's note and a
/// company's release have few words in common, but all their amounts.
fn amount(figure: &Figure) -> Option<Word> {
    let value = &figure.value;
    let printed = format!("{}", value.lo);
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_matches('0').len();
    let plain = value.lo == value.hi && !value.vague && (value.lo >= 10.0 || value.lo.fract() != 0.0);
    (plain && digits >= 2).then(|| Word {
        stem: words::hash(&format!("{printed} {}", figure.unit)),
        weight: if digits >= 3 { words::ONCE } else { words::ONCE / 2 },
    })
}
