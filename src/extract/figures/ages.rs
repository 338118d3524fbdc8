//! Ages: `Ana Marku, 34,`, `aged nine`, `she was 22 when`, whose unit is not printed.

use std::sync::LazyLock;

use crate::extract::Unit;
use crate::text::{Penn, TokenKind, WordMap, calendar};

use super::amounts::Amount;
use super::nouns;
use super::numerals::{Class, Classes, Kind};

/// Nobody is older.
const OLDEST: f64 = 125.0;

/// Gives a bare number that is somebody's age the unit `year`.
pub(super) fn settle(classes: &Classes, amount: &mut Amount) {
    let plausible = amount.unit.is_none()
        && amount.kind == Kind::Cardinal
        && amount.scale == 1.0
        && !amount.value.vague
        && (0.0..=OLDEST).contains(&amount.value.lo);
    if plausible
        && (named(classes, amount)
            || behind_comma(classes, amount)
            || behind_be(classes, amount)
            || at_turn_of_life(classes, amount)
            || going_on(classes, amount)
            || now(classes, amount))
    {
        amount.unit = Some(Unit::Measure("year"));
    }
}

/// The word before the amount, hedges and `the` left out.
fn word_before<'c>(classes: &'c Classes, amount: &Amount) -> (usize, &'c str) {
    let mut i = amount.tokens.start;
    while i > classes.tokens.start {
        i -= 1;
        let word = classes.lower(i);
        if !matches!(
            word,
            "about"
                | "around"
                | "just"
                | "only"
                | "over"
                | "under"
                | "between"
                | "from"
                | "nearly"
                | "almost"
                | "of"
        ) {
            return (i, word);
        }
    }
    (i, "")
}

/// `aged nine`, `at the age of 35`, `ages 5 to 11`, `turned 40`.
fn named(classes: &Classes, amount: &Amount) -> bool {
    let (i, word) = word_before(classes, amount);
    let bound = i + 1 < amount.tokens.start;
    match word {
        "aged" | "age" | "ages" => true,
        "turned" | "turning" | "turns" => !followed_by_noun(classes, amount),
        // `children under five`, `people over 65`.
        _ => {
            let limit = amount
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|k| matches!(classes.lower(k), "under" | "over"));
            bound && limit && nouns::is_person(&nouns::singular(word)) && !followed_by_noun(classes, amount)
        }
    }
}

fn followed_by_noun(classes: &Classes, amount: &Amount) -> bool {
    let i = amount.tokens.end;
    let next = classes.parse.tokens.get(i).filter(|_| classes.tokens.contains(&i));
    next.is_some_and(|t| {
        t.penn.is_noun()
            || matches!(t.penn, Penn::Jj | Penn::Cd)
            || classes.lower(i) == "%"
            || classes.at(i) == Class::Dash && !t.spaced
    })
}

/// `Ana Marku, 34, a trader`, `her grandfather, 71, was found`, `Fajar, five.`
fn behind_comma(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    if start < classes.tokens.start + 2 || classes.lower(start - 1) != "," || amount.range {
        return false;
    }
    let holder = &classes.parse.tokens[start - 2];
    let person = holder.kind == TokenKind::Word
        && match holder.penn {
            Penn::Nnp | Penn::Nnps => true,
            Penn::Nn => nouns::is_person(&nouns::singular(classes.lower(start - 2))),
            _ => false,
        };
    let closed = !classes.tokens.contains(&amount.tokens.end)
        || matches!(classes.lower(amount.tokens.end), "," | "." | ";" | ")" | "”" | "\"" | "–" | "—");
    let month = calendar::month(classes.lower(start - 2)).is_some();
    let place = start > classes.tokens.start + 2
        && matches!(classes.lower(start - 3), "in" | "at" | "near" | "off" | "across");
    person && closed && !month && !place && amount.value.lo < 120.0 && !is_list(classes, amount)
}

/// Whether more numbers follow at once, so that the number is one of a list: `Spain, 4, France, 3`.
fn is_list(classes: &Classes, amount: &Amount) -> bool {
    let end = amount.tokens.end;
    classes.lower(end) == "," && matches!(classes.at(end + 1), Class::Digits(..))
}

/// `she was 22 when`, `he is 58 now`, `I am 30`.
fn behind_be(classes: &Classes, amount: &Amount) -> bool {
    let (i, be) = word_before(classes, amount);
    if !matches!(be, "is" | "was" | "am" | "'s" | "’s" | "'m" | "’m" | "were" | "be")
        || i <= classes.tokens.start
    {
        return false;
    }
    let when = matches!(classes.lower(amount.tokens.end), "when" | "now" | "years");
    let named = classes.parse.tokens[i - 1].penn == Penn::Nnp && when;
    let pronoun = matches!(classes.lower(i - 1), "he" | "she" | "i" | "who") || named;
    let ends = !classes.tokens.contains(&amount.tokens.end)
        || matches!(
            classes.lower(amount.tokens.end),
            "," | "."
                | ";"
                | "—"
                | "–"
                | ")"
                | "and"
                | "when"
                | "going"
                | "now"
                | "at"
                | "but"
                | "years"
                | "at the"
                | "then"
                | "last"
                | "this"
                | "on"
        );
    pronoun && ends
}

/// What people do at an age: `died at 91`, `his debut at 16`.
static TURNS_OF_LIFE: LazyLock<WordMap<()>> =
    LazyLock::new(|| WordMap::listed(include_str!("../data/turns_of_life.txt")));

/// How many words may stand between such a word and `at`: `retired from the bench at 70`.
const NEAR: usize = 5;

/// `made her debut at 16`, `died of cancer at 91`.
fn at_turn_of_life(classes: &Classes, amount: &Amount) -> bool {
    let Some(at) = amount.tokens.start.checked_sub(1).filter(|i| classes.tokens.contains(i)) else {
        return false;
    };
    let from = at.saturating_sub(NEAR).max(classes.tokens.start);
    amount.value.lo >= 5.0
        && amount.digits
        && classes.lower(at) == "at"
        && !followed_by_noun(classes, amount)
        && (from..at).any(|i| TURNS_OF_LIFE.contains(classes.lower(i)))
}

/// `18 going on 30`, `30` of which is the age that somebody seems to be.
fn going_on(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    start >= classes.tokens.start + 3
        && classes.lower(start - 1) == "on"
        && classes.lower(start - 2) == "going"
        && matches!(classes.at(start - 3), Class::Digits(..))
        && !followed_by_noun(classes, amount)
}

/// `Now 44 and living in Leeds,`: the age with which a sentence goes back to somebody.
fn now(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    start == classes.tokens.start + 1
        && classes.lower(start - 1) == "now"
        && amount.value.lo >= 5.0
        && matches!(classes.lower(amount.tokens.end), "," | "and")
}
