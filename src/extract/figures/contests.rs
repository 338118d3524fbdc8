//! Two numbers set against each other: scores of games, which are no figures, and votes, which are two.

use crate::text::Penn;

use super::amounts::Amount;
use super::numerals::{Class, Classes};
use super::tallies::{self, Tally};
use super::{change, counted};

/// How many tokens may stand between such a verb and the count.
const NEAR: usize = 8;

/// `won 2-1`, `6-4, 6-3`, `a 24-10 win`, `a score of 7 to 3`: two numbers that are no range and no vote; the token behind them.
pub(super) fn score(classes: &Classes, amount: &Amount) -> Option<usize> {
    let end = amount.tokens.end;
    if amount.unit.is_some() || amount.scale > 1.0 {
        return None;
    }
    if let Some(end) = runs(classes, amount).or_else(|| tie_break(classes, amount)) {
        return Some(end);
    }
    if !amount.digits {
        return None;
    }
    let tight = |i: usize| is_tight(classes, i);
    if amount.range {
        let dash = (amount.numeral.start..amount.numeral.end).any(tight);
        let counts =
            counted::behind(classes, end).is_some_and(|c| classes.parse.tokens[c.head].penn == Penn::Nns);
        let aged = amount.tokens.start > classes.tokens.start
            && change::behind_between(classes, amount.tokens.start);
        let other =
            counted::behind(classes, end).is_some_and(|c| classes.parse.tokens[c.head].penn == Penn::Nn);
        let low = amount.value.hi < 200.0 || other;
        return (dash && !counts && !aged && low && !is_vote(classes, amount.tokens.start, end))
            .then_some(end);
    }
    let of_score = amount.tokens.start > classes.tokens.start + 1
        && classes.lower(amount.tokens.start - 1) == "of"
        && classes.lower(amount.tokens.start - 2) == "score";
    if of_score {
        return Some(end + 2 * usize::from(classes.lower(end) == "to"));
    }
    let behind = amount.numeral.start > classes.tokens.start + 1
        && tight(amount.numeral.start - 1)
        && matches!(classes.at(amount.numeral.start - 2), Class::Digits(..));
    let ahead = tight(end) && matches!(classes.at(end + 1), Class::Digits(..));
    if ahead && !is_vote(classes, amount.tokens.start, end + 2) {
        return Some(end + 2);
    }
    (behind && !is_vote(classes, amount.numeral.start - 2, end)).then_some(end)
}

fn is_tight(classes: &Classes, i: usize) -> bool {
    classes.at(i) == Class::Dash && !classes.spaced(i) && !classes.spaced(i + 1)
}

/// Whether the words beside two numbers, which stand from `start` to `end`, make them votes.
fn is_vote(classes: &Classes, start: usize, end: usize) -> bool {
    let from = |reach: usize| start.saturating_sub(reach).max(classes.tokens.start);
    if matches!(classes.lower(end), "win" | "victory" | "defeat" | "loss" | "lead" | "draw" | "triumph") {
        return false;
    }
    (end..end + 3).any(|i| tallies::of(classes.lower(i)) == Some(Tally::Votes))
        || (from(3)..start)
            .any(|i| matches!(classes.lower(i), "voted" | "vote" | "votes" | "margin" | "majority"))
        || (from(NEAR)..start).any(|i| tallies::of(classes.lower(i)) == Some(Tally::Decided))
}

/// Whether the bare numbers that stand on both sides of token `link` are the two sides of a vote: `passed it by 61 to 38`.
pub(super) fn is_division(classes: &Classes, start: usize, link: usize) -> bool {
    (is_tight(classes, link) || classes.lower(link) == "to") && is_vote(classes, start, link + 2)
}

/// `five for 390`, `3-for-12`: wickets and runs, hits and tries; the token behind them.
fn runs(classes: &Classes, amount: &Amount) -> Option<usize> {
    let end = amount.tokens.end;
    let tied = is_tight(classes, end) && is_tight(classes, end + 2);
    let word = end + usize::from(tied);
    if classes.lower(word) != "for" || amount.range || !(0.0..=15.0).contains(&amount.value.lo) {
        return None;
    }
    let second = word + 1 + usize::from(tied);
    let plain = matches!(classes.at(second), Class::Digits(..))
        && matches!(classes.at(second + 1), Class::Other | Class::And);
    let counts = counted::behind(classes, second + 1).is_some() || classes.is_unit(second + 1);
    (plain && (tied || !counts)).then_some(second + 1)
}

/// The points of a tie-break: `7-6 (4)`.
fn tie_break(classes: &Classes, amount: &Amount) -> Option<usize> {
    let open = amount.tokens.start.checked_sub(1)?;
    let bracketed = classes.lower(open) == "(" && classes.lower(amount.tokens.end) == ")";
    let set = open > classes.tokens.start + 2
        && matches!(classes.at(open - 1), Class::Digits(..))
        && is_tight(classes, open - 2);
    (bracketed && set).then_some(amount.tokens.end)
}
