//! Digits that call, tune or label something: telephone numbers in groups, frequencies, fiscal quarters, formulas.

use crate::extract::Unit;
use crate::text::{Penn, TokenKind};

use super::amounts::Amount;
use super::numerals::{Class, Classes, Kind};
use super::{counted, nouns};

/// The token behind an amount that is such a label.
pub(super) fn end(classes: &Classes, amount: &Amount) -> Option<usize> {
    if !amount.digits || amount.kind != Kind::Cardinal {
        return None;
    }
    let label = is_quarter(classes, amount)
        || is_frequency(classes, amount)
        || is_formula(classes, amount)
        || is_thousand_of_a_name(classes, amount)
        || classes.at(amount.tokens.end) == Class::Dash
            && classes.lower(amount.tokens.end + 1).starts_with("something")
        || is_programme(classes, amount);
    if label { Some(amount.tokens.end) } else { telephone(classes, amount) }
}

/// `0800 555 0199`, `(555) 014 7788`: groups of digits, the first of which begins with a zero, a plus or a bracket; the token
/// behind the last.
fn telephone(classes: &Classes, amount: &Amount) -> Option<usize> {
    let group = |i: usize| {
        classes.tokens.contains(&i)
            && classes.parse.tokens[i].kind == TokenKind::Number
            && classes.lower(i).bytes().all(|b| b.is_ascii_digit())
            && (2..=8).contains(&classes.lower(i).len())
    };
    let mark = |i: usize| matches!(classes.lower(i), "-" | ")" | "(");
    let (mut first, mut last) = (amount.numeral.start, amount.numeral.start);
    if !group(first) {
        return None;
    }
    while let Some(back) = (1..=3)
        .find(|&k| first >= classes.tokens.start + k && group(first - k) && (first - k + 1..first).all(mark))
    {
        first -= back;
    }
    while let Some(on) = (1..=3).find(|&k| group(last + k) && (last + 1..last + k).all(mark)) {
        last += on;
    }
    let lengths = || (first..=last).filter(|&i| group(i)).map(|i| classes.lower(i).len());
    let opened = first > classes.tokens.start && matches!(classes.lower(first - 1), "+" | "(");
    let led = classes.lower(first).starts_with('0') || opened && lengths().count() > 1;
    let american = lengths().eq([3, 3, 4]);
    let long = lengths().sum::<usize>() >= 7;
    (first < last && long && (led || american)).then_some(last + 1)
}

/// `3Q`, `1H`: quarters and halves of a fiscal year.
fn is_quarter(classes: &Classes, amount: &Amount) -> bool {
    let i = amount.tokens.end;
    classes.tokens.contains(&i)
        && !classes.spaced(i)
        && matches!(classes.parse.word(i), "Q" | "H")
        && (1.0..=4.0).contains(&amount.value.lo)
        && amount.numeral.len() == 1
}

/// `94.1 FM`, `FM 103`: a place on the dial.
fn is_frequency(classes: &Classes, amount: &Amount) -> bool {
    let fm = |i: usize| classes.tokens.contains(&i) && matches!(classes.parse.word(i), "FM" | "fm");
    (60.0..=110.0).contains(&amount.value.lo)
        && (fm(amount.tokens.end)
            || amount.tokens.start > classes.tokens.start && fm(amount.tokens.start - 1))
}

/// `a 2+2 meeting`: numbers that a plus sign joins.
fn is_formula(classes: &Classes, amount: &Amount) -> bool {
    let joined = |i: usize| {
        classes.tokens.contains(&i)
            && classes.lower(i) == "+"
            && !classes.spaced(i)
            && !classes.spaced(i + 1)
            && i > classes.tokens.start
            && [i - 1, i + 1]
                .into_iter()
                .all(|n| classes.tokens.contains(&n) && classes.parse.tokens[n].kind == TokenKind::Number)
    };
    amount.unit.as_ref().is_none_or(|unit| matches!(unit, Unit::Count(_)))
        && (joined(amount.tokens.end)
            || amount.tokens.start > classes.tokens.start && joined(amount.tokens.start - 1))
}

/// `4K video`, `a 10K race`: thousands that name a standard or a distance. Before a plural, and of money, they count.
fn is_thousand_of_a_name(classes: &Classes, amount: &Amount) -> bool {
    let end = amount.numeral.end;
    let k = |i: usize| classes.tokens.contains(&i) && !classes.spaced(i) && classes.parse.word(i) == "K";
    let k = if k(end) { end } else { end - 1 };
    amount.unit.is_none()
        && classes.parse.word(k) == "K"
        && amount.value.hi <= 50_000.0
        && counted::behind(classes, k + 1).is_some_and(|c| {
            classes.parse.tokens[c.head].penn == Penn::Nn && !nouns::is_collective(classes.lower(c.head))
        })
}

/// `60 Minutes`: a measure printed with a capital where the sentence gives none is a part of a title.
fn is_programme(classes: &Classes, amount: &Amount) -> bool {
    let word = amount.tokens.end - 1;
    let printed = classes.parse.word(word);
    amount.unit.as_ref().is_some_and(Unit::is_time)
        && printed.starts_with(char::is_uppercase)
        && printed.ends_with(char::is_lowercase)
        && !classes.is_title_case()
}
