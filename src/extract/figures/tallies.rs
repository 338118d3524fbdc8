//! Words that tell what bare numbers beside them are: votes or sums.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word tells of a bare number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tally {
    /// A verb of what bodies that vote do, and teams do not.
    Decided,
    /// A plural that is told in money.
    Sums,
    /// A word behind which two numbers with a hyphen are votes and no score.
    Votes,
}

static TALLIES: LazyLock<FxHashMap<&'static str, Tally>> = LazyLock::new(|| {
    let rows = include_str!("../data/tallies.txt").lines().filter(|line| !line.starts_with('#'));
    let rows = rows.filter_map(|row| row.split_once(" | ")).filter_map(|(what, words)| {
        let tally = match what {
            "decided" => Tally::Decided,
            "sums" => Tally::Sums,
            "votes" => Tally::Votes,
            _ => return None,
        };
        Some(words.split_whitespace().map(move |word| (word, tally)))
    });
    rows.flatten().collect()
});

/// What a word in lower case tells.
pub(super) fn of(lower: &str) -> Option<Tally> {
    TALLIES.get(lower).copied()
}
