//! Feasts and public days: names that stand for a day of the year.

use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;

use crate::text::Upos;

use super::grammar::{Hit, Reader};
use super::lexicon::Class;
use super::resolve::shift_days;
use super::{Feast, Form, Unit, YearRef};

/// One name, cut as the tokeniser cuts it, in lower case.
struct Named {
    words: Vec<&'static str>,
    feast: Feast,
}

/// The names by their first word, longest first.
static FEASTS: LazyLock<FxHashMap<String, Vec<Named>>> = LazyLock::new(|| {
    let mut table: FxHashMap<String, Vec<Named>> = FxHashMap::default();
    for line in include_str!("../data/feasts.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, rule)) = line.split_once(" = ") else { continue };
        let Some(feast) = rule_of(rule) else { continue };
        let words: Vec<&str> = name.split(' ').flat_map(parts).collect();
        let Some(first) = words.first() else { continue };
        table.entry(first.trim_end_matches('.').to_lowercase()).or_default().push(Named { words, feast });
    }
    for names in table.values_mut() {
        names.sort_by_key(|named| std::cmp::Reverse(named.words.len()));
    }
    table
});

/// The first words of the names, in lower case.
pub(super) fn openers() -> impl Iterator<Item = &'static str> {
    FEASTS.keys().map(String::as_str)
}

/// A word of a name and its possessive ending, as the tokeniser cuts them.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let (word, ending) = word.split_at(word.find('\'').unwrap_or(word.len()));
    [word, ending].into_iter().filter(|part| !part.is_empty())
}

fn rule_of(rule: &str) -> Option<Feast> {
    let mut fields = rule.split(' ');
    let kind = fields.next()?;
    let mut number = || fields.next()?.parse::<i8>().ok();
    Some(match kind {
        "fixed" => Feast::Fixed(number()?, number()?),
        "nth" => Feast::Nth(number()?, Weekday::from_monday_zero_offset(number()?).ok()?, number()?),
        "easter" => Feast::Easter(number()?),
        _ => return None,
    })
}

impl Reader<'_, '_> {
    /// `Christmas Eve`, `Good Friday 2023`, `Thanksgiving`. A feast of one word is a day only behind a preposition: Christmas is
    /// a season too.
    pub(super) fn feast(&self, i: usize) -> Option<Hit> {
        let first = self.lower(i);
        if !self.is_capital(i) {
            return None;
        }
        let named =
            FEASTS.get(first.trim_end_matches('.'))?.iter().find(|named| self.bears(i, &named.words))?;
        let end = i + named.words.len();
        let hit = |year, end| Hit::new(end, Form::Feast(named.feast, year));
        if let Some((year, end)) = self.year_behind(end) {
            return Some(hit(year, end));
        }
        // `the Good Friday Agreement`
        let names_more = self.is_capital(end) && self.class(end) == Class::Other;
        if names_more || self.class(end) == Class::Period(Unit::Weekend) {
            return None;
        }
        let dated = named.words.len() > 1
            || matches!(
                self.before(i),
                "on" | "at"
                    | "by"
                    | "before"
                    | "after"
                    | "since"
                    | "until"
                    | "till"
                    | "last"
                    | "this"
                    | "next"
            ) && !matches!(self.tag(end), Upos::Noun | Upos::Propn | Upos::Adj);
        dated.then(|| hit(YearRef::Open, end))
    }

    /// Whether these words stand at `i`, however the apostrophe is printed.
    fn bears(&self, i: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, word)| {
            let printed = self.lower(i + n);
            match word.strip_prefix('\'') {
                Some(ending) => printed.strip_prefix(['\'', '’']) == Some(ending),
                None => printed.trim_end_matches('.').eq_ignore_ascii_case(word.trim_end_matches('.')),
            }
        })
    }
}

/// The day of a year on which a feast falls.
pub(super) fn day_in(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, weekday, nth) => {
            Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
        }
        Feast::Easter(days) => shift_days(easter(year)?, days.into()),
    }
}

/// Easter Sunday of the Gregorian calendar: the Sunday behind the full moon of the church on or behind 21 March, by the
/// rules of 1582.
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let century = y.div_euclid(100);
    let golden = y.rem_euclid(19);
    let skipped_leaps = century - century.div_euclid(4);
    let moon_drift = (8 * century + 13).div_euclid(25);
    let epact = (19 * golden + skipped_leaps - moon_drift + 15).rem_euclid(30);
    // The full moon never falls later than 18 April.
    let late = epact == 29 || epact == 28 && golden > 10;
    let full_moon = shift_days(Date::new(year, 3, 21).ok()?, epact - i32::from(late))?;
    let to_sunday = 7 - i32::from(full_moon.weekday().to_sunday_zero_offset());
    shift_days(full_moon, to_sunday)
}
