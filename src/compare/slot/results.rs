//! Results as a facet: seats, votes and goals are somebody's, and every report of a contest prints those of several.

use std::sync::LazyLock;

use crate::extract::claims::lexicon;
use crate::extract::{Reach, Unit};

use super::named::{has_same_side, named, place};
use super::{CLASH, Head, Side, Weight};

/// Counts of what is won differ from side to side, and so do the shares of a vote: two values meet only where both are of one
/// named side. Two shares that fill a whole are the two sides'.
pub(super) fn result(a: &Side, b: &Side) -> Weight {
    if a.prints_same(b) {
        return None;
    }
    let percent = |s: &Side| s.figure.unit == Unit::Percent;
    if percent(a) && percent(b) && fills(a.figure.value.lo, b.figure.value.lo) {
        return Some(CLASH);
    }
    let won = is_won(a) && is_won(b) || is_share_of_vote(a, b);
    let same = |weight: Weight| weight.is_some_and(|w| w >= SAME);
    let of_one = || has_same_side(a, b).unwrap_or_else(|| same(named(a, b)) || same(place(a, b)));
    (won && !of_one()).then_some(CLASH)
}

/// What the nearest names weigh at least where they are the same.
const SAME: f32 = 0.1;

/// Whether two shares make a hundred percent.
fn fills(x: f64, y: f64) -> bool {
    (x + y - 100.0).abs() < 0.05
}

fn is_won(side: &Side) -> bool {
    matches!(side.head, Head::Noun(noun) if RESULTS.binary_search(&noun).is_ok())
}

/// Whether both are shares of votes, and no noun tells that they measure one thing, as the turnout.
fn is_share_of_vote(a: &Side, b: &Side) -> bool {
    let of_votes = |s: &Side| {
        matches!(s.figure.unit, Unit::Percent | Unit::Bare)
            && s.predicates()
                .iter()
                .any(|p| p.1 <= Reach::Clause && matches!(lexicon::predicate_name(p.0), "voting" | "winning"))
    };
    of_votes(a) && of_votes(b) && !a.shares_noun(b)
}

/// Keys of the nouns for what is won in elections and games, sorted.
static RESULTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let lines = include_str!("../data/results.txt").lines().filter(|l| !l.starts_with('#'));
    let mut keys: Vec<u32> = lines.map(lexicon::key).collect();
    keys.sort_unstable();
    keys
});
