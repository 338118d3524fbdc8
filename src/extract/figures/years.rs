//! Numbers that name a day, a year or an hour, by the words beside them.

use crate::text::{Penn, calendar};

use super::amounts::Amount;
use super::nouns;
use super::numerals::Classes;

/// `3 March`, `March 3`, `14-15 October`: a number up to 31 beside a month.
pub(super) fn is_day(classes: &Classes, amount: &Amount) -> bool {
    let small = amount.value.hi <= 31.0 && amount.value.lo >= 1.0 && amount.unit.is_none();
    let printed =
        |i: usize| classes.tokens.contains(&i) && classes.parse.word(i).starts_with(char::is_uppercase);
    let month = |i: usize| printed(i) && calendar::month(classes.lower(i)).is_some();
    let start = amount.tokens.start;
    let behind = start > classes.tokens.start && month(start - 1)
        || start > classes.tokens.start + 1 && classes.lower(start - 1) == "." && month(start - 2);
    small
        && (behind
            || month(amount.tokens.end)
            || classes.lower(amount.tokens.end) == "of" && month(amount.tokens.end + 1))
}

/// `in 2019`, `the 1987 crash`, `since 1954`: four digits without a separator that no counted noun follows.
pub(super) fn is_year(classes: &Classes, amount: &Amount) -> bool {
    let first = classes.lower(amount.numeral.start);
    let whole = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let plain = whole(first) && (1000.0..2200.0).contains(&amount.value.lo) && amount.scale == 1.0;
    if !plain {
        return false;
    }
    // `2000-2010`; `2010-11` has no rising pair and is read as one number with a tail.
    if amount.range {
        return amount.unit.is_none() && amount.value.hi < 2200.0 && !counts(classes, amount.tokens.end);
    }
    match &amount.unit {
        Some(_) => {
            !amount.tied
                && in_range(amount, 1900.0, 2100.0)
                && behind_determiner(classes, amount)
                && amount.value.lo % 100.0 != 0.0
        }
        None => {
            let modern = in_range(amount, 1900.0, 2100.0);
            let round = amount.value.lo % 100.0 == 0.0;
            let counted = counts(classes, amount.tokens.end);
            let preposed = behind_preposition(classes, amount);
            if modern {
                !counted
                    || behind_determiner(classes, amount)
                    || !round && !person_follows(classes, amount.tokens.end)
            } else {
                !counted && (preposed || behind_determiner(classes, amount))
            }
        }
    }
}

fn in_range(amount: &Amount, lo: f64, hi: f64) -> bool {
    (lo..hi).contains(&amount.value.lo)
}

fn counts(classes: &Classes, i: usize) -> bool {
    super::counted::behind(classes, i).is_some_and(|c| {
        matches!(classes.parse.tokens[c.head].penn, Penn::Nns)
            || nouns::is_person(&nouns::singular(classes.lower(c.head)))
    }) && classes.lower(i) != "of"
}

fn person_follows(classes: &Classes, i: usize) -> bool {
    super::counted::behind(classes, i)
        .is_some_and(|c| nouns::is_person(&nouns::singular(classes.lower(c.head))))
}

fn behind_determiner(classes: &Classes, amount: &Amount) -> bool {
    let i = amount.tokens.start;
    i > classes.tokens.start
        && matches!(classes.parse.tokens[i - 1].penn, Penn::Dt | Penn::PrpS | Penn::Pos)
        && !matches!(classes.lower(i - 1), "all" | "some" | "a" | "another" | "these" | "those")
}

fn behind_preposition(classes: &Classes, amount: &Amount) -> bool {
    let i = amount.tokens.start;
    i > classes.tokens.start
        && matches!(
            classes.lower(i - 1),
            "in" | "since"
                | "by"
                | "until"
                | "till"
                | "from"
                | "before"
                | "after"
                | "during"
                | "of"
                | "through"
                | "to"
                | "mid"
                | "early"
                | "late"
                | "circa"
                | "around"
                | "year"
                | "("
        )
}

/// A clock time: `10 a.m.`, `4.40 pm`, `1010 GMT`, `at five`, `18 minutes to five`; the token behind it.
pub(super) fn clock(classes: &Classes, amount: &Amount) -> Option<usize> {
    let end = amount.tokens.end;
    let next = classes.lower(end);
    let hours = matches!(
        next,
        "am" | "pm"
            | "a.m."
            | "p.m."
            | "a.m"
            | "p.m"
            | "o'clock"
            | "o’clock"
            | "gmt"
            | "utc"
            | "bst"
            | "cet"
            | "est"
            | "edt"
            | "noon"
            | "midnight"
            | "hrs"
            | "h"
    );
    let letter = matches!(next, "a" | "p") && classes.lower(end + 1) == "." && classes.lower(end + 2) == "m";
    if amount.unit.is_none() && (hours && (next != "h" || classes.spaced(end)) || letter) {
        return Some(end + 1);
    }
    if is_military(classes, amount) {
        return Some(end);
    }
    if matches!(amount.unit, Some(crate::extract::Unit::Measure("minute"))) && matches!(next, "to" | "past") {
        let hour = classes.quantity(end + 1)?;
        return (hour.value.hi <= 12.0).then_some(hour.tokens.end);
    }
    let before =
        if amount.tokens.start > classes.tokens.start { classes.lower(amount.tokens.start - 1) } else { "" };
    if let Some(end) = spoken(classes, amount, before) {
        return Some(end);
    }
    let closes = !classes.tokens.contains(&end)
        || matches!(next, "," | "." | ";" | "on" | "in" | ")" | "every" | "sharp" | "local");
    let hour = amount.unit.is_none() && amount.value.hi <= 24.0 && !amount.range;
    (before == "at" && hour && closes && (amount.value.lo.fract() == 0.0) && !next.is_empty()).then_some(end)
}

/// `ten past four`, `at twenty to six`, `half past two`: minutes and the hour, without a word for either; the token behind them.
fn spoken(classes: &Classes, amount: &Amount, before: &str) -> Option<usize> {
    let end = amount.tokens.end;
    let minutes = amount.unit.is_none()
        && (amount.value.lo % 5.0 == 0.0 && amount.value.hi < 30.0
            || matches!(classes.lower(amount.numeral.start), "half" | "quarter"));
    let told = match classes.lower(end) {
        "past" => true,
        "to" => matches!(before, "at" | "around" | "about" | "by" | "until" | "before" | "after" | "a"),
        _ => false,
    };
    let hour = if minutes && told { classes.quantity(end + 1)? } else { return None };
    let whole = (1.0..=12.0).contains(&hour.value.lo) && hour.value.lo == hour.value.hi;
    (whole && !counts(classes, hour.tokens.end)).then_some(hour.tokens.end)
}

/// `at 2351 hours`: four digits behind a word that takes an hour.
fn is_military(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    let four = classes.lower(amount.numeral.start);
    let digits = four.len() == 4 && four.bytes().all(|b| b.is_ascii_digit());
    let before = if start > classes.tokens.start { classes.lower(start - 1) } else { "" };
    digits
        && matches!(amount.unit, Some(crate::extract::Unit::Measure("hour")))
        && amount.value.hi < 2400.0
        && amount.value.lo % 100.0 < 60.0
        && matches!(
            before,
            "at" | "around"
                | "about"
                | "by"
                | "from"
                | "until"
                | "since"
                | "approximately"
                | "before"
                | "after"
        )
}
