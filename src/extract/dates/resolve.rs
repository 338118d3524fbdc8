//! From what the words say to days, once the day from which they count is known.

use jiff::civil::{Date, Weekday};

use super::expr::{Calendar, DateExpr, Feast, Form, Lean, Part, Season, Shift, Unit, YearRef};
use super::{DateMention, Days, feasts};
use crate::extract::Grain;
use crate::text::calendar;

/// A date that the tense puts nearly a year away is meant the other way where that is at most so many days off: tense is
/// read from the nearest verb, which is not always the one that governs.
const NEAR: i32 = 31;
/// What counts as nearly a year, in days.
const FAR: i32 = 300;

/// From where a date counts.
#[derive(Clone, Copy)]
struct Base {
    day: Date,
    /// Whether it is a day the article told of, not that of publication.
    told: bool,
}

/// Resolves every mention against the day of publication, or against nothing.
pub(super) fn all(dates: &mut [DateMention], published: Option<Date>) {
    for i in 0..dates.len() {
        if dates[i].expr.anchor.is_none_or(|a| (a as usize) < i) {
            one(dates, i, published);
        }
    }
    // What leans on a later mention comes when that one is known.
    for i in 0..dates.len() {
        if dates[i].expr.anchor.is_some_and(|a| (a as usize) > i) {
            one(dates, i, published);
        }
    }
    for i in 0..dates.len() {
        if let Form::AfterEvent(count) = dates[i].expr.form {
            let days = published.and_then(|day| after_event(dates, day, count));
            dates[i].why =
                days.map(|_| format!("the day of publication is {count} days after a day named here").into());
            dates[i].days = days;
        }
    }
}

fn one(dates: &mut [DateMention], i: usize, published: Option<Date>) {
    let expr = &dates[i].expr;
    let base = match expr.anchor {
        Some(anchor) => dates.get(anchor as usize).and_then(|d| d.days).map(|days| {
            let back = matches!(expr.form, Form::Offset(_, n) if n < 0);
            Base { day: if back { days.first } else { days.last }, told: true }
        }),
        None => published.map(|day| Base { day, told: false }),
    };
    let days = days(&expr.form, expr.lean, base).filter(|d| d.first <= d.last);
    let why = days.and_then(|days| why(expr, days, base));
    dates[i].days = days;
    dates[i].why = why;
}

/// `Four days after the ferry sank` in an article of the ninth that names the fifth: told on the ninth.
fn after_event(dates: &[DateMention], published: Date, count: i32) -> Option<Days> {
    let event = shift_days(published, -count)?;
    dates
        .iter()
        .any(|d| d.days.is_some_and(|days| days.first == event && days.last == event))
        .then(|| Days::day(published))
}

/// Why a date comes to its days, for a reader.
fn why(expr: &DateExpr, days: Days, base: Option<Base>) -> Option<Box<str>> {
    if expr.is_absolute() {
        return Some("as printed".into());
    }
    let base = base?;
    let from = if base.told {
        format!("{}, told of here", base.day)
    } else {
        format!("publication on {}", base.day)
    };
    let place = if days.last < base.day {
        "before"
    } else if days.first > base.day {
        "after"
    } else if days.first == days.last {
        "on the day of"
    } else {
        "around"
    };
    let what = match &expr.form {
        Form::Weekday(weekday, _) => format!("{} ", calendar::weekday_name(*weekday)),
        _ => String::new(),
    };
    Some(format!("{what}{place} {from}").into())
}

fn days(form: &Form, lean: Lean, base: Option<Base>) -> Option<Days> {
    match form {
        Form::Calendar(calendar) => calendar_days(*calendar, lean, base),
        Form::Either(day_first, month_first) => either(*day_first, *month_first, base?),
        Form::Years(first, last) => {
            Some(Days { first: month_start(*first, 1)?, last: month_end(*last, 12)?, grain: Grain::Year })
        }
        Form::FiscalYear { year, start } => fiscal_year(*year, *start, base),
        Form::Weekday(weekday, shift) => weekday_days(*weekday, *shift, lean, base?).map(Days::day),
        Form::Offset(unit, count) => offset(*unit, *count, lean, base?),
        Form::AfterEvent(_) => None,
        Form::Overnight => {
            let day = base?.day;
            let (first, last) =
                if lean.is_ahead() { (day, shift_days(day, 1)?) } else { (shift_days(day, -1)?, day) };
            Some(Days { first, last, grain: Grain::Day })
        }
        Form::Quarter { number, year, start, .. } => {
            year_part(i32::from(*number - 1) * 3, 3, *year, *start, lean, base)
        }
        Form::RunningQuarter { by, start } => {
            let day = base?.day;
            let since = (i32::from(day.month()) - i32::from(*start)).rem_euclid(3);
            months(day.year(), i32::from(day.month()) - since + 3 * i32::from(*by), 3)
        }
        Form::Months { skip, length, year } => {
            year_part(i32::from(*skip), i32::from(*length), *year, 1, lean, base)
        }
        Form::Rolling(unit, count) => rolling(*unit, *count, base?.day),
        Form::Feast(feast, year) => feast_days(*feast, *year, lean, base),
        Form::Season(season, year, shift) => season_days(*season, *year, *shift, lean, base),
        Form::Part(part, inner) => days(inner, lean, base).map(|whole| part_of(*part, whole, base)),
        Form::Range(first, last) => range(first, last, lean, base),
    }
}

/// The year meant, where it does not take tense to tell.
fn year_number(year: YearRef, base: Option<Base>) -> Option<i16> {
    match year {
        YearRef::Open => None,
        YearRef::Of(year) => Some(year),
        YearRef::Shift(by) => base?.day.year().checked_add(by.into()),
    }
}

fn calendar_days(calendar: Calendar, lean: Lean, base: Option<Base>) -> Option<Days> {
    if let Some(year) = year_number(calendar.year, base) {
        return in_year(calendar, year);
    }
    if calendar.year != YearRef::Open {
        return None;
    }
    let day = base?.day;
    if calendar.month.is_none() {
        let around = (-2..=2).filter_map(|n| {
            let (year, month) = shift_month(day.year(), i32::from(day.month()) + n)?;
            in_year(Calendar { month: Some(month), ..calendar }, year)
        });
        return pick(around, lean, day);
    }
    let years = (-4..=4).filter_map(|n| in_year(calendar, day.year().checked_add(n)?));
    pick(years, lean, day)
}

fn in_year(calendar: Calendar, year: i16) -> Option<Days> {
    match (calendar.month, calendar.day) {
        (Some(month), Some(day)) => Date::new(year, month, day).ok().map(Days::day),
        (Some(month), None) => months(year, month.into(), 1),
        (None, None) => {
            Some(Days { first: month_start(year, 1)?, last: month_end(year, 12)?, grain: Grain::Year })
        }
        (None, Some(_)) => None,
    }
}

/// The candidate that the tense means: the last that has begun, the first that has not ended, or the nearest.
fn pick(candidates: impl Iterator<Item = Days> + Clone, lean: Lean, day: Date) -> Option<Days> {
    let past = candidates.clone().filter(|c| c.first <= day).last();
    let future = candidates.clone().find(|c| c.last >= day);
    let away = |c: Option<Days>| c.map_or(i32::MAX, |c| distance(c, day));
    let (meant, other) = match lean {
        Lean::Behind => return past,
        Lean::Ahead => return future,
        Lean::Past => (past, future),
        Lean::Future => (future, past),
        Lean::Open => return if away(future) < away(past) { future } else { past },
    };
    if away(meant) >= FAR && away(other) <= NEAR { other } else { meant.or(other) }
}

/// Days between a stretch and a day, zero inside.
fn distance(days: Days, day: Date) -> i32 {
    if days.first > day { between(day, days.first) } else { between(days.last, day).max(0) }
}

/// A date in figures that can be read in two ways is the one that lies within a week of the day of publication, where the
/// other lies well outside.
fn either(day_first: Calendar, month_first: Calendar, base: Base) -> Option<Days> {
    let about = |calendar: Calendar| {
        let YearRef::Of(year) = calendar.year else { return None };
        in_year(calendar, year).map(|days| (distance(days, base.day), days))
    };
    let ((a, first), (b, second)) = (about(day_first)?, about(month_first)?);
    match (a <= 7, b <= 7) {
        (true, false) if b > 14 => Some(first),
        (false, true) if a > 14 => Some(second),
        _ => None,
    }
}

fn fiscal_year(year: YearRef, start: i8, base: Option<Base>) -> Option<Days> {
    let running = |day: Date| if start > 1 && day.month() >= start { day.year() + 1 } else { day.year() };
    let end_year = match year {
        YearRef::Of(year) => year,
        YearRef::Shift(by) => running(base?.day).checked_add(by.into())?,
        YearRef::Open => return None,
    };
    let first_year = if start > 1 { end_year.checked_sub(1)? } else { end_year };
    let first = month_start(first_year, start)?;
    let (last_year, last_month) = shift_month(first_year, i32::from(start) + 11)?;
    let grain = if start > 1 { Grain::Day } else { Grain::Year };
    Some(Days { first, last: month_end(last_year, last_month)?, grain })
}

fn weekday_days(weekday: Weekday, shift: Shift, lean: Lean, base: Base) -> Option<Date> {
    let (at, today) =
        (i32::from(weekday.to_monday_zero_offset()), i32::from(base.day.weekday().to_monday_zero_offset()));
    let back = (today - at).rem_euclid(7);
    let on = (at - today).rem_euclid(7);
    let strict = |n: i32| if n == 0 { 7 } else { n };
    let by = match shift {
        Shift::Nearest if lean.is_ahead() => on,
        Shift::Nearest => -back,
        Shift::By(by) if by < 0 => -strict(back) + 7 * (i32::from(by) + 1),
        Shift::By(by) if by > 0 && base.told => strict(on),
        Shift::By(0) if lean.is_ahead() && at < today => on,
        Shift::By(by) | Shift::OfWeek(by) => at - today + 7 * i32::from(by),
    };
    shift_days(base.day, by)
}

fn offset(unit: Unit, count: i32, lean: Lean, base: Base) -> Option<Days> {
    let day = base.day;
    let monday = shift_days(day, -i32::from(day.weekday().to_monday_zero_offset()))?;
    let stretch = |first: Date, length: i32| {
        Some(Days { first, last: shift_days(first, length - 1)?, grain: Grain::Day })
    };
    match unit {
        Unit::Day => shift_days(day, count).map(Days::day),
        Unit::Week => stretch(shift_days(monday, count.checked_mul(7)?)?, 7),
        Unit::Weekend => {
            let begun = day >= shift_days(monday, 5)?;
            // A weekend told of on a weekday is the one behind or ahead, as the tense has it.
            let weeks = if count == 0 && !begun && !lean.is_ahead() { -1 } else { count };
            stretch(shift_days(monday, weeks.checked_mul(7)?.checked_add(5)?)?, 2)
        }
        Unit::Month => months(day.year(), i32::from(day.month()).checked_add(count)?, 1),
        Unit::Quarter => None,
        Unit::Decade if (-1..=1).contains(&count) => {
            let first =
                i32::from(day.year()).div_euclid(10).checked_add(count)?.checked_mul(10)?.try_into().ok()?;
            days(&Form::Years(first, first.checked_add(9)?), lean, None)
        }
        Unit::Year | Unit::Decade => {
            let years = if unit == Unit::Decade { count.checked_mul(10)? } else { count };
            in_year(Calendar::EMPTY, i32::from(day.year()).checked_add(years)?.try_into().ok()?)
        }
    }
}

/// The stretch of so many units that ends or begins with a day. The longer the units, the less finely it is printed.
fn rolling(unit: Unit, count: i32, day: Date) -> Option<Days> {
    let months = |by: i32| {
        let (year, month) = shift_month(day.year(), i32::from(day.month()).checked_add(by)?)?;
        let start = month_start(year, month)?;
        start.with().day(day.day().min(start.days_in_month())).build().ok()
    };
    let (far, grain) = match unit {
        Unit::Day => (shift_days(day, count)?, Grain::Day),
        Unit::Week => (shift_days(day, count.checked_mul(7)?)?, Grain::Day),
        Unit::Month => (months(count)?, Grain::Month),
        Unit::Quarter => (months(count.checked_mul(3)?)?, Grain::Month),
        Unit::Year if count.abs() == 1 => (months(count.checked_mul(12)?)?, Grain::Month),
        Unit::Year => (months(count.checked_mul(12)?)?, Grain::Year),
        Unit::Decade => (months(count.checked_mul(120)?)?, Grain::Year),
        Unit::Weekend => return None,
    };
    Some(Days { first: far.min(day), last: far.max(day), grain })
}

fn feast_days(feast: Feast, year: YearRef, lean: Lean, base: Option<Base>) -> Option<Days> {
    let in_year = |year: i16| feasts::day_in(feast, year).map(Days::day);
    if let Some(year) = year_number(year, base) {
        return in_year(year);
    }
    let day = base?.day;
    pick((-2..=2).filter_map(|n| in_year(day.year().checked_add(n)?)), lean, day)
}

/// So many months of a year that begins in month `start`, from `skip` months behind its beginning.
fn year_part(
    skip: i32,
    length: i32,
    year: YearRef,
    start: i8,
    lean: Lean,
    base: Option<Base>,
) -> Option<Days> {
    let of_year = |end_year: i16| {
        let first_year = if start > 1 { end_year.checked_sub(1)? } else { end_year };
        months(first_year, i32::from(start) + skip, length)
    };
    if let Some(year) = year_number(year, base) {
        return of_year(year);
    }
    if year != YearRef::Open {
        return None;
    }
    let day = base?.day;
    // Figures of a quarter are told of when it is over, or all but over.
    let known = if lean.is_ahead() { day } else { shift_days(day, 31)? };
    let around = (-2..=2).filter_map(|n| of_year(day.year().checked_add(n)?));
    if lean.is_ahead() {
        around.clone().find(|q| q.last >= known)
    } else {
        around.clone().rfind(|q| q.last <= known)
    }
}

fn season_days(season: Season, year: YearRef, shift: Shift, lean: Lean, base: Option<Base>) -> Option<Days> {
    let of_year = |year: i16| months(year, season.first_month().into(), 3);
    if let Some(year) = year_number(year, base) {
        return of_year(year);
    }
    let day = base?.day;
    let mut around = (-2..=2).filter_map(|n| of_year(day.year().checked_add(n)?));
    match shift {
        Shift::By(by) if by < 0 => around.rfind(|s| s.last < day),
        Shift::By(by) if by > 0 => around.find(|s| s.first > day),
        _ if lean.is_ahead() || shift == Shift::By(0) && lean == Lean::Open => around.find(|s| s.last >= day),
        _ => around.rfind(|s| s.first <= day),
    }
}

/// A third of a stretch, or what of it lies behind or ahead. How finely it is printed stays: `early November` is a day in
/// the first third of the month, and prints as the month.
fn part_of(part: Part, whole: Days, base: Option<Base>) -> Days {
    let Days { first, last, .. } = whole;
    let third = (between(first, last) + 1) / 3;
    let several_years = first.year() != last.year() && whole.grain == Grain::Year;
    let (first, last) = match part {
        _ if several_years => (first, last),
        Part::Early => (first, shift_days(first, (third - 1).max(0)).unwrap_or(last)),
        Part::Mid => (shift_days(first, third).unwrap_or(first), shift_days(last, -third).unwrap_or(last)),
        Part::Late => (shift_days(last, -(third - 1).max(0)).unwrap_or(first), last),
        Part::Before => (first, base.map_or(last, |b| b.day).clamp(first, last)),
        Part::After => (base.map_or(first, |b| b.day).clamp(first, last), last),
    };
    Days { first, last, ..whole }
}

fn range(first: &Form, last: &Form, lean: Lean, base: Option<Base>) -> Option<Days> {
    let (mut a, mut b) = (days(first, lean, base)?, days(last, lean, base)?);
    if a.first > b.last {
        // Each alone fell on its own side of the day of publication: one moves to the other's.
        if lean.is_ahead() {
            b = days(last, Lean::Ahead, Some(Base { day: a.first, told: true }))?;
        } else {
            a = days(first, Lean::Behind, Some(Base { day: b.last, told: true }))?;
        }
    }
    Some(Days { first: a.first, last: b.last, grain: a.grain.min(b.grain) })
}

/// So many months from a month that may lie outside the year.
fn months(year: i16, month: i32, length: i32) -> Option<Days> {
    let (first_year, first_month) = shift_month(year, month)?;
    let (last_year, last_month) = shift_month(year, month.checked_add(length - 1)?)?;
    Some(Days {
        first: month_start(first_year, first_month)?,
        last: month_end(last_year, last_month)?,
        grain: Grain::Month,
    })
}

/// The year and month of a month counted on or back from January of `year`, which is 1.
fn shift_month(year: i16, month: i32) -> Option<(i16, i8)> {
    let from_zero = month.checked_sub(1)?;
    let year = i32::from(year).checked_add(from_zero.div_euclid(12))?;
    Some((year.try_into().ok()?, (from_zero.rem_euclid(12) + 1) as i8))
}

fn month_start(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()
}

fn month_end(year: i16, month: i8) -> Option<Date> {
    month_start(year, month).map(Date::last_of_month)
}

/// So many days on or back; `None` outside the calendar.
pub(super) fn shift_days(day: Date, by: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(by).ok()?).ok()
}

/// Days from one day to another.
pub(super) fn between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
