//! Words of change: where a value goes from one number to another, `to` does not make a range.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::numerals::Classes;

static VERBS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("../data/changes.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// How far behind its verb a number of change may stand, in tokens.
const REACH: usize = 14;

/// Whether a word is a verb or noun of change: `rose`, `cut`.
pub(super) fn is_change(lower: &str) -> bool {
    VERBS.contains(lower)
}

/// Whether a verb of change stands shortly before token `i`, in its sentence.
pub(super) fn verb_before(classes: &Classes, i: usize) -> bool {
    let from = i.saturating_sub(REACH).max(classes.tokens.start);
    (from..i).any(|k| is_change(classes.lower(k)))
}

/// Whether the number at token `i` stands behind `between`, hedges left out.
pub(super) fn behind_between(classes: &Classes, i: usize) -> bool {
    let mut k = i;
    while k > classes.tokens.start {
        k -= 1;
        match classes.lower(k) {
            "between" => return true,
            "about" | "around" | "roughly" | "approximately" | "some" | "anywhere" | "just" => {}
            _ => return false,
        }
    }
    false
}

/// Whether the number at token `i`, followed by `to` at token `to`, is where a change starts: `rose from 30 to 45`.
pub(super) fn from_to(classes: &Classes, i: usize, to: usize) -> bool {
    let behind_from = i > classes.tokens.start && classes.lower(i - 1) == "from";
    behind_from && classes.lower(to) == "to" && verb_before(classes, i)
}
