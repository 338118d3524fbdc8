//! What the words of a date say, independent of the article that says them.

use jiff::civil::{Date, Weekday};

/// Whether the clause looks back or ahead, which decides which Tuesday `Tuesday` is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Lean {
    /// Certainly back: `since Tuesday`, `last Tuesday`.
    Behind,
    /// Back, as the tense has it.
    Past,
    /// Nothing tells.
    Open,
    /// Ahead, as the tense has it.
    Future,
    /// Certainly ahead: `next Tuesday`.
    Ahead,
}

impl Lean {
    /// Whether it looks ahead.
    pub const fn is_ahead(self) -> bool {
        matches!(self, Self::Future | Self::Ahead)
    }
}

/// Before, at or after the one meant by the plain word: `last`, `this`, `next`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Shift {
    /// No such word: tense decides.
    Nearest,
    /// So many units from the present one: -1 for `last`, 0 for `this`, 1 for `next`.
    By(i8),
    /// Of a week so many weeks from the present one: `Tuesday last week`.
    OfWeek(i8),
}

/// How a date gives its year.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum YearRef {
    /// Not at all.
    Open,
    /// By number.
    Of(i16),
    /// From the year of publication: `last year` is -1.
    Shift(i8),
}

/// A unit of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the calendar's own")]
pub enum Unit {
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    Month,
    /// Three months from January, April, July or October, or from where the fiscal year has them.
    Quarter,
    Year,
    Decade,
}

/// A season of the northern hemisphere, as meteorologists bound them: spring is March to May.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the calendar's own")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// A part of a longer stretch.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// Its first third: `early November`, `the start of the year`.
    Early,
    /// Its middle third.
    Mid,
    /// Its last third: `late 2019`, `the end of April`.
    Late,
    /// What of it lies behind the day of publication: `earlier this month`.
    Before,
    /// What of it lies ahead: `later this year`.
    After,
}

/// On which day of a year a feast falls.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Feast {
    /// A month and a day of it: Christmas Day.
    Fixed(i8, i8),
    /// A weekday of a month, counted from its first one, or from its last one where negative: Thanksgiving.
    Nth(i8, Weekday, i8),
    /// So many days from Easter Sunday: Good Friday.
    Easter(i8),
}

/// Day, month and year, as far as they are printed. The day may be one that the month does not have.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Calendar {
    /// The year.
    pub year: YearRef,
    /// The month, 1 to 12.
    pub month: Option<i8>,
    /// The day of the month, 1 to 31.
    pub day: Option<i8>,
}

impl Calendar {
    /// A date with nothing printed yet.
    pub const EMPTY: Self = Self { year: YearRef::Open, month: None, day: None };

    /// Whether no year has such a day: 31 June, or 29 February of a common year.
    pub fn is_impossible(&self) -> bool {
        let (Some(month), Some(day)) = (self.month, self.day) else { return false };
        // A leap year stands in for a year that is not printed, so that 29 February is allowed.
        let year = if let YearRef::Of(year) = self.year { year } else { 2000 };
        Date::new(year, month, day).is_err()
    }
}

/// The words of a date, by kind.
#[derive(Clone, PartialEq, Debug)]
pub enum Form {
    /// `19 June 2024`, `Oct 14`, `June`, `2024`, `the 14th`.
    Calendar(Calendar),
    /// A date in figures whose first two numbers can both be the month: day first, then month first.
    Either(Calendar, Calendar),
    /// Years of the calendar, both included: `1990s`, `1999-2001`, `2024-25`.
    Years(i16, i16),
    /// A fiscal year, from the first day of month `start`.
    FiscalYear {
        /// The year in which it ends, or how far from the running one.
        year: YearRef,
        /// The month in which it begins.
        start: i8,
    },
    /// `Tuesday`, `next Friday`.
    Weekday(Weekday, Shift),
    /// So many units from the anchor: `today`, `last week`, `two days earlier`.
    Offset(Unit, i32),
    /// So many days after an event that the words do not date: `four days after the ferry sank`.
    AfterEvent(i32),
    /// The night to the morning of the day.
    Overnight,
    /// A quarter of a year that begins in month `start`; the year is that in which it ends.
    Quarter {
        /// 1 to 4.
        number: i8,
        /// Its year.
        year: YearRef,
        /// The month in which the year begins: 1 but for fiscal years.
        start: i8,
        /// Whether the text calls it fiscal.
        fiscal: bool,
    },
    /// The quarter of the present day, or so many from it: `current quarter`.
    RunningQuarter {
        /// -1 for `last`, 0 for `this`, 1 for `next`.
        by: i8,
        /// The month in which the year begins.
        start: i8,
    },
    /// Months of a year: its second half, its first nine months.
    Months {
        /// How many months of the year lie before them.
        skip: i8,
        /// How many they are.
        length: i8,
        /// The year.
        year: YearRef,
    },
    /// So many units up to the present day, or from it on: `the past two weeks`, `the next four years`.
    Rolling(Unit, i32),
    /// A day with a name of its own: `Christmas Eve`, `Good Friday 2023`.
    Feast(Feast, YearRef),
    /// `this winter`, `summer 2024`.
    Season(Season, YearRef, Shift),
    /// `early November`, `later this year`.
    Part(Part, Box<Form>),
    /// `3 to 5 November`, `between March and May`.
    Range(Box<Form>, Box<Form>),
}

/// What the words of a date say, before it is resolved against a day.
#[derive(Clone, PartialEq, Debug)]
pub struct DateExpr {
    /// What they name.
    pub form: Form,
    /// Whether the clause looks back or ahead.
    pub lean: Lean,
    /// The mention of the same article from which it counts, by index; `None` for the day of publication.
    pub anchor: Option<u32>,
}

impl DateExpr {
    /// Whether it names a day that no calendar has: `31 June`.
    pub fn is_impossible(&self) -> bool {
        match &self.form {
            Form::Calendar(calendar) => calendar.is_impossible(),
            Form::Range(first, last) => [first, last]
                .iter()
                .any(|f| matches!(&***f, Form::Calendar(calendar) if calendar.is_impossible())),
            _ => false,
        }
    }

    /// Whether it can be resolved without knowing the day of publication.
    pub fn is_absolute(&self) -> bool {
        is_absolute(&self.form)
    }
}

fn is_absolute(form: &Form) -> bool {
    match form {
        Form::Calendar(Calendar { year: YearRef::Of(_), .. }) | Form::Years(..) => true,
        Form::FiscalYear { year, .. }
        | Form::Quarter { year, .. }
        | Form::Months { year, .. }
        | Form::Feast(_, year)
        | Form::Season(_, year, _) => matches!(year, YearRef::Of(_)),
        Form::Part(Part::Before | Part::After, _) => false,
        Form::Part(_, inner) => is_absolute(inner),
        Form::Range(first, last) => is_absolute(first) && is_absolute(last),
        _ => false,
    }
}
