//! Results as a facet: seats, votes and goals are somebody's, and every report of a contest prints those of several.

use std::sync::LazyLock;

use crate::extract::claims::lexicon;
use crate::extract::{Aspect, Claim, Reach, Reading, Unit};

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
    if let Some(one) = is_one_count(a, b) {
        return Some(if one { COUNTED } else { CLASH });
    }
    let won = is_won(a) && is_won(b) || is_share_of_vote(a, b);
    let same = |weight: Weight| weight.is_some_and(|w| w >= SAME);
    let named_beside = || !is_name(a) && !is_name(b) && same(named(a, b));
    let of_one = || has_same_side(a, b).unwrap_or_else(|| named_beside() || same(place(a, b)));
    (won && !of_one()).then_some(CLASH)
}

/// Whether what is counted is a name itself: that both won Grammys makes nobody of them the other.
fn is_name(side: &Side) -> bool {
    let of = side.figure.of_span.unwrap_or_default();
    side.anchors().first().is_some_and(|anchor| anchor.span.overlaps(of))
}

/// What it weighs that two counts of votes are one as far as can be told.
const COUNTED: f32 = 0.35;

/// Whether two figures are the same end of one count of votes, as far as the two articles tell: each prints no other count, and both
/// have as many votes or one telling end in common, as `5 to 4` and `6 to 3`, `23 to 19` and `24 to 19`. Of an article that prints
/// several counts nobody knows which is meant. `None` for other figures, and where nothing tells.
pub(super) fn is_one_count(a: &Side, b: &Side) -> Option<bool> {
    let votes = |s: &Side| s.head == Head::Noun(*VOTE);
    if !votes(a) || !votes(b) || is_against(a) != is_against(b) {
        return None;
    }
    let (x, y) = (count_of_votes(a)?, count_of_votes(b)?);
    if !is_only_count(a, x) || !is_only_count(b, y) {
        return Some(false);
    }
    let one_end = |x: f64, y: f64| x == y && x >= TELLING;
    let one_body = x.0 + x.1 == y.0 + y.1;
    (one_body || one_end(x.0, y.0) || one_end(x.1, y.1)).then_some(true)
}

/// From how many votes on two counts hardly have one end in common by chance.
const TELLING: f64 = 10.0;

/// The key of the noun for what is cast.
static VOTE: LazyLock<u32> = LazyLock::new(|| lexicon::key("vote"));

fn is_against(side: &Side) -> bool {
    side.claim.scope.has(Aspect::Against)
}

/// For and against, where the figure is an end of a count of votes.
fn count_of_votes(side: &Side) -> Option<(f64, f64)> {
    let second = if is_against(side) { side.claim.figure } else { side.claim.figure.checked_add(1)? };
    count_ending(side.reading, second as usize)
}

/// For and against, where the figure at `second` is the latter of two of one sentence.
fn count_ending(reading: &Reading, second: usize) -> Option<(f64, f64)> {
    let (against, favour) = (reading.claims.get(second)?, reading.claims.get(second.checked_sub(1)?)?);
    let is_count = against.scope.has(Aspect::Against) && favour.sentence == against.sentence;
    let value = |claim: &Claim| reading.figures[claim.figure as usize].value.lo;
    is_count.then(|| (value(favour), value(against)))
}

/// Whether an article prints no other count of votes than this.
fn is_only_count(side: &Side, count: (f64, f64)) -> bool {
    let mut counts = (1..side.reading.claims.len()).filter_map(|second| count_ending(side.reading, second));
    counts.all(|other| other == count)
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

/// Whether it counts what is won day by day, as medals and points: seats and votes are won at once.
pub fn is_tally(side: &Side) -> bool {
    is_won(side) && !matches!(side.head, Head::Noun(noun) if AT_ONCE.contains(&noun))
}

/// Keys of the nouns for what is won in one day.
static AT_ONCE: LazyLock<Vec<u32>> =
    LazyLock::new(|| ["ballot", "delegate", "mandate", "mp", "seat", "vote"].map(lexicon::key).into());

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
