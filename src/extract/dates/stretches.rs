//! Stretches of a year, of a century and of the days around the present one: quarters, halves, fiscal years, decades.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::text::TokenKind;

use super::grammar::{Base, Hit, Reader};
use super::lexicon::Class;
use super::{Calendar, Form, Lean, Unit, YearRef, lean};

/// The month in which a year of the calendar begins.
pub(super) const JANUARY: i8 = 1;

/// Words by which a sentence is known to speak of money, results or trade.
static BUSINESS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../data/business_words.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

impl Reader<'_, '_> {
    /// `third quarter of 2024`, `second-quarter profit`, `first half of the year`, `first of May`.
    pub(super) fn ordinal(&self, i: usize) -> Option<Hit> {
        let (Class::Ordinal(number) | Class::OrdinalDigits(number)) = self.class(i) else { return None };
        if self.lower(i + 1) == "of"
            && let Some(month) = self.month(i + 2)
        {
            let (year, end) = self.year_behind(i + 3).unwrap_or((YearRef::Open, i + 3));
            return Some(Hit::new(
                end,
                Form::Calendar(Calendar { year, month: Some(month), day: Some(number) }),
            ));
        }
        if let Some(hit) = self.place_in_month(i, number) {
            return Some(hit);
        }
        if let Some(hit) = self.century(i, number) {
            return Some(hit);
        }
        let hyphen = self.is_dash(i + 1) && !self.spaced(i + 1);
        let fiscal = self.class(i + 1) == Class::Fiscal;
        let j = if hyphen || fiscal { i + 2 } else { i + 1 };
        match self.class(j) {
            Class::Period(Unit::Quarter) if number <= 4 && !self.lower(j).ends_with('s') => {
                self.quarter(j + 1, number, fiscal, hyphen)
            }
            Class::Half if number <= 2 => self.months(j + 1, 6 * (number - 1), 6),
            _ if number == 1 && !hyphen && !fiscal => self.first_months(j),
            _ => None,
        }
    }

    /// `Q3 2024`, `Q3`.
    pub(super) fn quarter_code(&self, i: usize) -> Option<Hit> {
        let Class::Quarter(number) = self.class(i) else { return None };
        self.quarter(i + 1, number, false, true)
    }

    /// `last quarter of 2016`, behind the word `last`: the fourth one of a year that is named.
    pub(super) fn last_quarter(&self, i: usize) -> Option<Hit> {
        let (year, end) = self.year_of_part(i + 1).filter(|(year, _)| matches!(year, YearRef::Of(_)))?;
        Some(Hit::new(end, Form::Quarter { number: 4, year, start: JANUARY, fiscal: false }))
    }

    /// A quarter with the year behind it, at `end`. Without a year it is one only where the sentence speaks of business:
    /// matches have quarters too.
    fn quarter(&self, end: usize, number: i8, fiscal: bool, sure: bool) -> Option<Hit> {
        let of = self.skip(end, &["of"]);
        let fiscal_year = self.class(of) == Class::Fiscal;
        let form = |year| Form::Quarter { number, year, start: JANUARY, fiscal: fiscal || fiscal_year };
        if let Some((year, end)) =
            self.year_of_part(if fiscal_year { self.skip(of + 1, &["year"]) } else { end })
        {
            return Some(Hit::new(end, form(year)));
        }
        let ended = matches!(self.lower(end), "ended" | "ending" | "results");
        (fiscal || sure || ended || self.is_business()).then(|| Hit::new(end, form(YearRef::Open)))
    }

    /// So many months of a year behind `skip` others, the year named at `end`. Without a year they are a date only in business:
    /// matches have halves too.
    fn months(&self, end: usize, skip: i8, length: i8) -> Option<Hit> {
        let form = |year| Form::Months { skip, length, year };
        match self.year_of_part(end) {
            Some((year, end)) => Some(Hit::new(end, form(year))),
            None => self.is_business().then(|| Hit::new(end, form(YearRef::Open))),
        }
    }

    /// `first nine months of 2019`, behind `first`.
    fn first_months(&self, i: usize) -> Option<Hit> {
        let (Class::Cardinal(count @ 2..=11) | Class::Number(count @ 2..=11)) = self.class(i) else {
            return None;
        };
        let months = self.class(i + 1) == Class::Period(Unit::Month);
        months.then(|| self.months(i + 2, 0, count as i8)).flatten()
    }

    /// `H1 2024`.
    pub(super) fn half_code(&self, i: usize) -> Option<Hit> {
        let Class::HalfCode(number) = self.class(i) else { return None };
        let (year, end) = self.year_of_part(i + 1)?;
        Some(Hit::new(end, Form::Months { skip: 6 * (number - 1), length: 6, year }))
    }

    /// The year behind a quarter or half: `of 2024`, `2024`, `of the year`, `of this year`, `last year`.
    fn year_of_part(&self, i: usize) -> Option<(YearRef, usize)> {
        let j = self.skip(i, &["of", ","]);
        if let Some(year) = self.year(j).filter(|_| !self.counts(j)) {
            return Some((YearRef::Of(year), j + 1));
        }
        let the = self.skip(j, &["the"]);
        if the > j && self.class(the) == Class::Period(Unit::Year) && self.lower(the) == "year" {
            return Some((YearRef::Shift(0), the + 1));
        }
        self.relative_year(j)
    }

    /// `fiscal 2024`, `financial year 2025`, `fiscal second quarter`.
    pub(super) fn fiscal(&self, i: usize) -> Option<Hit> {
        let j = i + 1;
        if let Class::Ordinal(number @ 1..=4) = self.class(j)
            && self.class(j + 1) == Class::Period(Unit::Quarter)
        {
            return self.quarter(j + 2, number, true, true);
        }
        if let Class::Quarter(number) = self.class(j) {
            return self.quarter(j + 1, number, true, true);
        }
        let k = self.skip(j, &["year"]);
        let year = self.year(k).filter(|_| self.lower(k + 1) != "/" && !self.is_dash(k + 1))?;
        // A fiscal year bears the number of the year in which it ends.
        Some(Hit::new(k + 1, Form::FiscalYear { year: YearRef::Of(year), start: JANUARY }))
    }

    /// Whether the sentence speaks of money, results or trade.
    fn is_business(&self) -> bool {
        self.tokens.clone().any(|i| match self.parse.tokens[i].kind {
            TokenKind::Symbol => matches!(self.lower(i), "$" | "€" | "£" | "¥" | "%"),
            TokenKind::Word => BUSINESS.contains(self.lower(i)),
            _ => false,
        })
    }

    /// `19th century`, `19th-century`. The first century begins with the year 1.
    fn century(&self, i: usize, number: i8) -> Option<Hit> {
        let word = if self.is_dash(i + 1) && !self.spaced(i + 1) { i + 2 } else { i + 1 };
        let named = self.lower(word) == "century" && !self.is_capital(word);
        let before_christ = matches!(self.lower(word + 1), "bc" | "b.c." | "b.c" | "bce");
        let last = 100 * i16::from(number);
        (named && !before_christ && last >= 100).then(|| Hit::new(word + 1, Form::Years(last - 99, last)))
    }

    /// `’90s`, `nineties`: a decade without its century, which is that of most news.
    pub(super) fn short_decade(&self, i: usize) -> Option<Hit> {
        let apostrophe = |i: usize| matches!(self.lower(i), "'" | "’" | "‘");
        let (year, end) = match (self.class(i), self.class(i + 1)) {
            (Class::DecadeShort(year), _) if apostrophe(i.wrapping_sub(1)) && !self.spaced(i) => {
                (year, i + 1)
            }
            (_, Class::DecadeShort(year)) if apostrophe(i) && !self.spaced(i + 1) => (year, i + 2),
            (Class::DecadeWord(year), _) => (year, i + 1),
            _ => return None,
        };
        let first = of_living_memory(year);
        Some(Hit::new(end, Form::Years(first, first + 9)))
    }

    /// The year of two figures behind the apostrophe at `i`, with the token behind it: `’69`.
    pub(super) fn short_year(&self, i: usize) -> Option<(i16, usize)> {
        let apostrophe = matches!(self.lower(i), "'" | "’" | "‘") && !self.spaced(i + 1);
        match self.class(i + 1) {
            Class::Number(year @ 0..=99) if apostrophe && self.lower(i + 1).len() == 2 => {
                Some((of_living_memory(year), i + 2))
            }
            _ => None,
        }
    }

    /// `past two weeks`, `next four years`, `last 12 months`, and with an article `past year`: the days up to the present one or
    /// from it on. `few` and `several` bound nothing.
    pub(super) fn rolling(&self, i: usize, by: i8) -> Option<Hit> {
        let j = i + 1;
        let (count, unit) = match self.class(j) {
            Class::Cardinal(count @ 2..) | Class::Number(count @ 2..) => (count, j + 1),
            Class::Period(_) if self.is_rolling(i, j) => (1, j),
            _ => return None,
        };
        let Class::Period(unit_word @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
            self.class(unit)
        else {
            return None;
        };
        let end = unit + 1;
        let plural = self.lower(unit).ends_with('s');
        if plural != (count > 1) || by == 0 || self.lower(end) == "of" || count == 1 && unit_word == Unit::Day
        {
            return None;
        }
        let number = i32::from(count) * i32::from(by.signum());
        let hit = Hit::new(end, Form::Rolling(unit_word, number));
        // `Over the next two days the army advanced` is told of days gone by.
        let tale = by > 0 && lean::of(self.parse, i..end) == Lean::Past;
        let base = if tale { Base::Told } else { Base::Publication };
        Some(Hit { base, lean: Some(if by < 0 { Lean::Behind } else { Lean::Ahead }), ..hit })
    }

    /// Whether `the last week` or `the past year` means the days up to now, a length of time and no week or year of the calendar.
    fn is_rolling(&self, i: usize, j: usize) -> bool {
        let article = matches!(self.before(i), "the" | "this");
        article && matches!(self.lower(i), "past" | "last") && !(self.is_dash(j + 1) && !self.spaced(j + 1))
    }
}

/// The year that two figures mean: of the last hundred years rather than of the time ahead.
fn of_living_memory(year: i16) -> i16 {
    if year < 30 { 2000 + year } else { 1900 + year }
}
