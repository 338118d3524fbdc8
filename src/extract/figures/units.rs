//! Measures: `km`, `square miles`, `per cent`, `degrees Celsius`, each known by its singular English name.

use std::sync::LazyLock;

use crate::extract::Unit;
use crate::text::WordMap;

use super::numerals::{Class, Classes};

/// A unit behind a numeral.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Found {
    /// What it is.
    pub unit: Unit,
    /// The token behind it.
    pub end: usize,
    /// Whether a hyphen ties it to the numeral: `five-storey`.
    pub tied: bool,
}

static FORMS: LazyLock<WordMap<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../data/measures.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('|'))
        .flat_map(|(name, forms)| forms.split(',').map(move |form| (form, name)))
        .collect()
});

/// What the names of measures open with, up to the first mark or digit.
static OPENERS: LazyLock<WordMap<()>> =
    LazyLock::new(|| FORMS.words().map(|form| (opening(form), ())).collect());

/// The letters that a text opens with; where it opens with none, its first character.
fn opening(text: &str) -> &str {
    let letters = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    &text[..letters.max(text.chars().next().map_or(0, char::len_utf8))]
}

/// Measures whose parts are told in a smaller one: `5ft 10in`, `two hours and 40 minutes`.
const SMALLER: [(&str, &str, f64); 6] = [
    ("foot", "inch", 12.0),
    ("hour", "minute", 60.0),
    ("minute", "second", 60.0),
    ("year", "month", 12.0),
    ("pound", "ounce", 16.0),
    ("degree", "minute", 60.0),
];

/// Measures of time that `a` can count: `within an hour`.
const TIMES: [&str; 7] = ["minute", "hour", "day", "week", "month", "year", "decade"];

/// The most tokens that the name of a measure has.
const LONGEST: usize = 4;

/// The unit behind a numeral that ends before token `i`.
pub(super) fn behind(classes: &Classes, i: usize) -> Option<Found> {
    let tied = classes.at(i) == Class::Dash && !classes.spaced(i) && !classes.spaced(i + 1);
    let start = i + usize::from(tied);
    let (name, end) = longest(classes, start)?;
    let form = classes.lower(start);
    if end == start + 1 && !fits(classes, start, form, name, tied) {
        return None;
    }
    let name = if form == "nm" && classes.parse.word(start).starts_with('N') { "newton metre" } else { name };
    // `30-day` is a measure; what stands behind `6.3-magnitude-high` would be another word.
    let old = match tied {
        true if is_old(classes, end) => 2,
        // `a 17-year old boy`
        true if name == "year" && classes.lower(end) == "old" => 1,
        _ => 0,
    };
    Some(Found { unit: unit(name), end: end + old, tied })
}

/// Whether `-old` stands at `end`, as in `35-year-old`.
pub(super) fn is_old(classes: &Classes, end: usize) -> bool {
    classes.at(end) == Class::Dash
        && matches!(classes.lower(end + 1), "old" | "olds")
        && !classes.spaced(end + 1)
}

/// The singular name of the measure of time in `a year`, `an hour`.
pub(super) fn time(lower: &str) -> Option<&'static str> {
    TIMES.into_iter().find(|&t| t == lower)
}

/// How many of the smaller measure make one of the larger, where the two are told together.
pub(super) fn parts_of(larger: &Unit, smaller: &Unit) -> Option<f64> {
    let (Unit::Measure(larger), Unit::Measure(smaller)) = (larger, smaller) else { return None };
    SMALLER.iter().find(|(a, b, _)| a == larger && b == smaller).map(|(.., parts)| *parts)
}

fn unit(name: &'static str) -> Unit {
    match name {
        "percent" => Unit::Percent,
        "percentage point" => Unit::PercentagePoint,
        // Weather is by far the commonest thing that news measures in bare degrees.
        "degree" => Unit::Measure("degree Celsius"),
        name => Unit::Measure(name),
    }
}

/// The longest name of a measure from token `start` on, and its end.
fn longest(classes: &Classes, start: usize) -> Option<(&'static str, usize)> {
    // Most nouns behind a number are no measure.
    if !OPENERS.contains(opening(classes.lower(start))) {
        return None;
    }
    let mut key = String::with_capacity(32);
    let mut best = None;
    for end in start + 1..=(start + LONGEST).min(classes.tokens.end) {
        // `18,000-square-foot`
        if end > start + 1 && classes.at(end - 1) == Class::Dash && !classes.spaced(end - 1) {
            key.push(' ');
            continue;
        }
        if end > start + 1 && classes.spaced(end - 1) {
            key.push(' ');
        }
        key.push_str(classes.lower(end - 1));
        if key.len() > 28 {
            break;
        }
        if let Some(&name) = FORMS.get(key.as_str()) {
            best = Some((name, end));
        }
    }
    best
}

/// Whether a form of one word, which may be another word too, is a measure here.
fn fits(classes: &Classes, i: usize, form: &str, name: &str, tied: bool) -> bool {
    let glued = !classes.spaced(i);
    let printed = classes.parse.word(i);
    let digits =
        matches!(classes.at(i.wrapping_sub(1 + usize::from(tied))), Class::Digits(..) | Class::Glyph(_));
    match form {
        "c" | "f" => glued && digits && !tied && printed.as_bytes()[0].is_ascii_uppercase(),
        "g" | "m" | "pc" | "mt" | "ha" | "sec" | "gal" | "ev" | "hp" | "t" | "ms" => {
            digits && printed.as_bytes()[0].is_ascii_lowercase() && !tied
        }
        // `six stone cottages` are no weight.
        "stone" => !tied && !classes.parse.tokens.get(i + 1).is_some_and(|t| t.penn.is_noun()),
        "story" => tied,
        "stories" => matches!(
            classes.lower(i + 1),
            "high" | "tall" | "up" | "above" | "below" | "down" | "underground"
        ),
        // `two second-half goals`.
        "second" => tied || classes.lower(i.wrapping_sub(1)) == "one",
        "magnitude" | "minute" | "degree" => true,
        _ => name != "dozen",
    }
}

/// The inches of `5ft 10in`, whose short form is a preposition elsewhere.
pub(super) fn glued_inches(classes: &Classes, i: usize) -> bool {
    matches!(classes.lower(i), "in" | "ins") && !classes.spaced(i)
}

/// The inches behind the mark at token `i` that says feet, and the token behind them: `5'11"`, `6′ 2″`.
pub(super) fn inches_behind_mark(classes: &Classes, i: usize) -> Option<(f64, usize)> {
    let feet = matches!(classes.lower(i), "'" | "’" | "‘" | "′") && !classes.spaced(i);
    let Class::Digits(inches, _) = classes.at(i + 1) else { return None };
    let near = !classes.spaced(i + 1) || classes.lower(i) == "′";
    let mark = matches!(classes.lower(i + 2), "\"" | "”" | "“" | "″" | "''") && !classes.spaced(i + 2);
    (feet && near && inches < 12.0).then_some((inches, i + 2 + usize::from(mark)))
}
