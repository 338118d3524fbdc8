//! Days and weeks told by their place in a month, and weeks by their place among others: `the first Monday of April`, `the last
//! day of May`, `the third week of July`, `the week before last`.

use super::grammar::{Hit, Reader};
use super::lexicon::{Class, Sense};
use super::{Calendar, Feast, Form, Lean, Unit, YearRef};

impl Reader<'_, '_> {
    /// The day or week whose place in a month stands at `i`: counted from the first one, from the last one where `nth` is -1.
    pub(super) fn place_in_month(&self, i: usize, nth: i8) -> Option<Hit> {
        if !matches!(self.lower(i + 2), "of" | "in") || !matches!(nth, -1 | 1..=5) {
            return None;
        }
        let month = self.month(i + 3)?;
        let (year, end) = self.year_behind(i + 4).unwrap_or((YearRef::Open, i + 4));
        let day = |day| Form::Calendar(Calendar { year, month: Some(month), day: Some(day) });
        let form = match self.class(i + 1) {
            Class::Weekday(weekday) => Form::Feast(Feast::Nth(month, weekday, nth), year),
            Class::Period(Unit::Day) if nth == -1 => day(last_day(month)?),
            // The first week is that of the first seven days.
            Class::Period(Unit::Week) if (1..=4).contains(&nth) => {
                Form::Range(Box::new(day(7 * nth - 6)), Box::new(day(7 * nth)))
            }
            _ => return None,
        };
        Some(Hit::new(end, form))
    }

    /// `week before last`, `month after next`: the period at `i` but one.
    pub(super) fn but_one(&self, i: usize) -> Option<Hit> {
        let Class::Period(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)) = self.class(i)
        else {
            return None;
        };
        let (by, lean) = match (self.class(i + 1), self.lower(i + 2)) {
            (Class::Sense(Sense::Before), "last") => (-2, Lean::Behind),
            (Class::Sense(Sense::After), "next") => (2, Lean::Ahead),
            _ => return None,
        };
        self.ends_phrase(i + 3).then(|| Hit::new(i + 3, Form::Offset(unit, by)).leaning(lean))
    }
}

/// The last day of a month; `None` for February, which depends on the year.
const fn last_day(month: i8) -> Option<i8> {
    match month {
        2 => None,
        4 | 6 | 9 | 11 => Some(30),
        _ => Some(31),
    }
}
