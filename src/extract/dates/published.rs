//! The day of publication: stated by the file, or worked out from the days that the text names.
//!
//! Nothing here knows today's date: what cannot be worked out stays unknown.

use jiff::civil::{Date, Weekday};

use crate::extract::{DateMention, Published, Reading};
use crate::text::{Article, DateFrom, Span};

use super::expr::{Calendar, Form, Part, Shift, YearRef};
use super::resolve::{between, shift_days};

/// How far, in days, an article may lie from the middle of its story to be placed by a weekday: half a week, so that
/// a weekday names one day.
const HALF_A_WEEK: i32 = 3;
/// How far, in days, the days that an article names may lie from the middle of its story.
const MONTH: i32 = 31;
/// How many years a dateline without a year is looked for behind the latest year that the text names.
const YEARS_ON: i16 = 6;

/// The day of publication as far as the article alone tells.
pub(super) fn of_article(article: &Article, dates: &[DateMention]) -> Option<Published> {
    stated(article)
        .or_else(|| printed(dates, article.published_line?, DateFrom::Text))
        .or_else(|| of_dateline(article, dates))
}

/// What front matter or configuration says.
fn stated(article: &Article) -> Option<Published> {
    let date = article.meta.date?;
    Some(Published { date, from: article.meta.date_from.unwrap_or(DateFrom::FrontMatter), why: None })
}

/// The mentions inside `span`.
fn inside(dates: &[DateMention], span: Span) -> impl Iterator<Item = &DateMention> {
    let next = dates.partition_point(|d| d.span.end <= span.start);
    dates[next..].iter().take_while(move |d| d.span.start < span.end)
}

/// The first full day printed inside `span`.
fn printed(dates: &[DateMention], span: Span, from: DateFrom) -> Option<Published> {
    let days = inside(dates, span).filter(|d| d.expr.is_absolute()).find_map(|d| d.days)?;
    (days.first == days.last).then_some(Published { date: days.first, from, why: None })
}

/// The day of a wire dateline. Wires leave the year out: it is the first one, from the latest year that the text looks back
/// on, in which the day falls on the weekday that the text reports from.
fn of_dateline(article: &Article, dates: &[DateMention]) -> Option<Published> {
    let span = article.dateline.as_ref()?.date?;
    printed(dates, span, DateFrom::Dateline).or_else(|| {
        let calendar = inside(dates, span).find_map(day_and_month)?;
        let weekday = weekday_told(dates)?;
        let from = latest_year(dates)?;
        let date = (from..from.checked_add(YEARS_ON)?)
            .filter_map(|year| Date::new(year, calendar.month?, calendar.day?).ok())
            .find(|date| date.weekday() == weekday)?;
        let why = format!("the first year from {from}, the latest the text looks back on, in which that day is a {weekday:?}");
        Some(Published { date, from: DateFrom::Dateline, why: Some(why.into()) })
    })
}

/// Day and month of a date that is printed without its year.
fn day_and_month(date: &DateMention) -> Option<Calendar> {
    match date.expr.form {
        Form::Calendar(calendar @ Calendar { year: YearRef::Open, month: Some(_), day: Some(_) }) => {
            Some(calendar)
        }
        _ => None,
    }
}

/// The latest year that the text names and looks back on.
fn latest_year(dates: &[DateMention]) -> Option<i16> {
    let back = dates.iter().filter(|d| d.expr.is_absolute() && !d.expr.lean.is_ahead());
    back.filter_map(|d| d.days).map(|days| days.first.year()).max()
}

/// The weekday of publication that puts the weekdays of the text nearest: those of the past just behind it, those to come
/// just ahead. `None` where the text names none, or two serve equally well.
fn weekday_told(dates: &[DateMention]) -> Option<Weekday> {
    let named: Vec<(i32, bool)> = dates
        .iter()
        .filter(|d| d.expr.anchor.is_none())
        .filter_map(|d| match d.expr.form {
            Form::Weekday(weekday, Shift::Nearest) => {
                Some((weekday.to_monday_zero_offset().into(), d.expr.lean.is_ahead()))
            }
            _ => None,
        })
        .collect();
    if named.is_empty() {
        return None;
    }
    let cost = |today: i32| -> i32 {
        named.iter().map(|&(at, ahead)| if ahead { at - today } else { today - at }.rem_euclid(7)).sum()
    };
    let best = (0..7).min_by_key(|&today| cost(today))?;
    let single = (0..7).filter(|&today| cost(today) == cost(best)).count() == 1;
    single.then(|| Weekday::from_monday_zero_offset(best as i8).ok()).flatten()
}

/// The day of publication of an article that does not tell it, from the other articles of its story, dated or not. Those that
/// are dated say when the story runs; the days and weekdays that the article itself names say where in it the article stands.
pub fn from_story(reading: &Reading, others: &[&Reading]) -> Option<Published> {
    let middle = middle(others).or_else(|| latest_told(reading, others))?;
    let clues = Clues::of(reading);
    let dateline = || by_dateline(reading, middle).map(|told| (told, DateFrom::Dateline));
    let inferred = || {
        by_named_day(&clues, middle)
            .or_else(|| by_weekday(reading, &clues, middle))
            .or_else(|| by_shared_figures(reading, &clues, others, middle))
            .map(|told| (told, DateFrom::Inferred))
    };
    dateline().or_else(inferred).map(|((date, why), from)| Published { date, from, why: Some(why.into()) })
}

/// The day of a dateline whose year the article alone led to, in the year in which its story runs, where that is another one: what
/// an article looks back on may lie years behind.
pub fn dateline_in_story(reading: &Reading, others: &[&Reading]) -> Option<Published> {
    let told = reading.published.as_ref().filter(|p| is_worked_out(p))?;
    let stated = others.iter().filter(|r| r.published.as_ref().is_some_and(|p| !is_worked_out(p)));
    let middle = middle(&stated.copied().collect::<Vec<_>>())?;
    let (date, why) = by_dateline(reading, middle).filter(|(date, _)| *date != told.date)?;
    Some(Published { date, from: DateFrom::Dateline, why: Some(why.into()) })
}

/// Whether a day is no more than what the article itself led to.
fn is_worked_out(published: &Published) -> bool {
    published.why.is_some()
}

/// The middle one of the days on which the other articles were published.
fn middle(others: &[&Reading]) -> Option<Date> {
    let mut days: Vec<Date> = others.iter().filter_map(|r| r.published.as_ref()).map(|p| p.date).collect();
    days.sort_unstable();
    days.get(days.len().checked_sub(1)? / 2).copied()
}

/// Where no article of a story is dated: the latest day that any of them looks back on, in the latest year that two of them
/// name. One article alone may tell of years long past.
fn latest_told(reading: &Reading, others: &[&Reading]) -> Option<Date> {
    let all = || others.iter().copied().chain([reading]);
    let mut years: Vec<i16> = all().filter_map(|r| latest_year(&r.dates)).collect();
    years.sort_unstable();
    let year = *years.last()?;
    if years.iter().filter(|&&y| y == year).count() < 2 {
        return None;
    }
    let back = all().flat_map(|r| &r.dates).filter(|d| !d.expr.lean.is_ahead());
    back.filter_map(|d| match d.expr.form {
        Form::Calendar(Calendar { year: YearRef::Open, month: Some(month), day: Some(day) }) => {
            Date::new(year, month, day).ok()
        }
        _ => d.days.filter(|days| d.expr.is_absolute() && days.first == days.last).map(|days| days.first),
    })
    .max()
}

/// What an undated article says about its own day.
struct Clues {
    /// Days that it looks back on, with or without a year, and whether they stand in its opening.
    past: Vec<(Calendar, bool)>,
    /// Those that it looks forward to.
    ahead: Vec<Calendar>,
    /// The month in which it is told that something happened `earlier`.
    month: Option<i8>,
}

impl Clues {
    fn of(reading: &Reading) -> Self {
        let opening = opening(&reading.article);
        let mut clues = Clues { past: Vec::new(), ahead: Vec::new(), month: None };
        for date in &reading.dates {
            if let Some(calendar) = day_named(date) {
                if date.expr.lean.is_ahead() {
                    clues.ahead.push(calendar);
                } else {
                    clues.past.push((calendar, date.span.end <= opening));
                }
            }
            if let Form::Part(Part::Before, inner) = &date.expr.form
                && let Form::Calendar(Calendar { year: YearRef::Open, month: Some(month), day: None }) =
                    **inner
            {
                clues.month = Some(month);
            }
        }
        clues
    }

    /// Whether an article that names these days can have been published on `day`.
    fn allow(&self, day: Date) -> bool {
        let month = self.month.is_none_or(|month| month == day.month());
        month
            && self.past.iter().all(|(past, _)| nearest(*past, day).is_none_or(|p| p <= day))
            && self.ahead.iter().all(|ahead| nearest(*ahead, day).is_none_or(|a| a >= day))
    }
}

/// Where the opening of an article ends: headline and first paragraph of the story.
fn opening(article: &Article) -> u32 {
    use crate::text::BlockKind::Paragraph;
    article.blocks.iter().find(|b| b.kind == Paragraph && b.repeats.is_none()).map_or(0, |b| b.span.end)
}

/// The date with day and month, with or without a year.
fn day_named(date: &DateMention) -> Option<Calendar> {
    match date.expr.form {
        Form::Calendar(
            calendar @ Calendar { year: YearRef::Open | YearRef::Of(_), month: Some(_), day: Some(_) },
        ) => Some(calendar),
        _ => None,
    }
}

/// The day with this day and month that lies nearest to another day; the day itself where its year is printed.
fn nearest(calendar: Calendar, day: Date) -> Option<Date> {
    if let YearRef::Of(year) = calendar.year {
        return Date::new(year, calendar.month?, calendar.day?).ok();
    }
    (-1..=1)
        .filter_map(|n| Date::new(day.year().checked_add(n)?, calendar.month?, calendar.day?).ok())
        .min_by_key(|&date| between(date, day).abs())
}

/// A dateline without a year belongs to the year in which it lies nearest to the story.
fn by_dateline(reading: &Reading, middle: Date) -> Option<(Date, String)> {
    let span = reading.article.dateline.as_ref()?.date?;
    let calendar = inside(&reading.dates, span).find_map(day_and_month)?;
    let date = nearest(calendar, middle).filter(|&date| between(date, middle).abs() <= 6 * MONTH)?;
    Some((date, format!("its dateline, in the year of the story, which runs about {middle}")))
}

/// The latest day that the article names and looks back on: told on that day where the article opens with it, later where it
/// is background.
fn by_named_day(clues: &Clues, middle: Date) -> Option<(Date, String)> {
    let placed = clues.past.iter().filter_map(|&(calendar, opens)| Some((nearest(calendar, middle)?, opens)));
    let (date, opens) = placed.filter(|&(date, _)| between(date, middle).abs() <= MONTH).max()?;
    let told = if opens { date } else { shift_days(date, 1)? };
    clues.allow(told).then(|| {
        let rest = if opens { "with which it opens" } else { "which it tells as background" };
        (told, format!("the latest day it looks back on is {date}, {rest}"))
    })
}

/// The day of the weekday that the article reports from which lies nearest to the story.
fn by_weekday(reading: &Reading, clues: &Clues, middle: Date) -> Option<(Date, String)> {
    let weekday = weekday_told(&reading.dates)?;
    let date = (-HALF_A_WEEK..=HALF_A_WEEK)
        .filter_map(|n| shift_days(middle, n))
        .find(|d| d.weekday() == weekday)?;
    clues
        .allow(date)
        .then(|| (date, format!("it reports from a {weekday:?}, and the story runs about {middle}")))
}

/// The day on which another article says the same was told: at least two figures of one sentence there stand here too.
fn by_shared_figures(
    reading: &Reading,
    clues: &Clues,
    others: &[&Reading],
    middle: Date,
) -> Option<(Date, String)> {
    let mut found: Option<(usize, Date, &Reading)> = None;
    for other in others {
        for (shared, date) in told_days(reading, other) {
            let close = between(date, middle).abs() <= MONTH && clues.allow(date);
            if close
                && found.is_none_or(|(most, earliest, _)| shared > most || shared == most && date < earliest)
            {
                found = Some((shared, date, other));
            }
        }
    }
    let (shared, date, other) = found?;
    Some((date, format!("{shared} of its figures were given on {date}, says {}", other.article.outlet())))
}

/// The days to which `other` dates sentences whose figures stand in `reading` too, with how many do.
fn told_days(reading: &Reading, other: &Reading) -> Vec<(usize, Date)> {
    let mut sentences: Vec<(Span, usize, Option<Date>)> = Vec::new();
    for claim in &other.claims {
        let Some(figure) = other.figures.get(claim.figure as usize) else { continue };
        // A number below a hundred is shared by chance.
        let shared = figure.value.lo >= 100.0
            && reading.figures.iter().any(|f| {
                f.value.lo == figure.value.lo && f.value.hi == figure.value.hi && f.unit == figure.unit
            });
        let day = inside(&other.dates, claim.sentence)
            .filter(|d| !d.expr.lean.is_ahead())
            .find_map(|d| d.days.filter(|days| days.first == days.last).map(|days| days.first));
        match sentences.last_mut().filter(|last| last.0 == claim.sentence) {
            Some(last) => last.1 += usize::from(shared),
            None => sentences.push((claim.sentence, usize::from(shared), day)),
        }
    }
    sentences.into_iter().filter(|s| s.1 >= 2).filter_map(|(_, shared, day)| Some((shared, day?))).collect()
}
