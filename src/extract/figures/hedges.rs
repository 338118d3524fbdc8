//! Hedges: the words before or behind a numeral that loosen or bound it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::{Hedge, Unit};
use crate::text::WordMap;

use super::amounts::Amount;
use super::numerals::{Class, Classes};

/// The most tokens that a hedge has.
const LONGEST: usize = 5;

struct Table {
    before: WordMap<Hedge>,
    /// The last words of those that stand before: most amounts have none there.
    lasts: WordMap<()>,
    behind: WordMap<Hedge>,
    /// The first words of those that stand behind.
    firsts: WordMap<()>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let side = |side: &'static str| -> WordMap<Hedge> {
        let lines = include_str!("../data/hedges.txt").lines().filter(|line| !line.starts_with('#'));
        let fields =
            lines.filter_map(move |line| line.strip_prefix(side)?.strip_prefix('|')?.split_once('|'));
        fields.filter_map(|(words, name)| Some((words, hedge(name)?))).collect()
    };
    let (before, behind) = (side("before"), side("after"));
    // The point of an abbreviation may be a token of its own.
    let lasts = before.words().filter_map(|words| words.split(' ').next_back()).chain(["."]);
    let lasts = lasts.map(|word| (word, ())).collect();
    let firsts = behind.words().filter_map(|words| words.split(' ').next()).map(|word| (word, ())).collect();
    Table { before, lasts, behind, firsts }
});

fn hedge(name: &str) -> Option<Hedge> {
    use Hedge::*;
    [About, AtLeast, MoreThan, UpTo, LessThan, Almost].into_iter().find(|hedge| hedge.name() == name)
}

/// The hedge of an amount and its tokens.
pub(super) fn of(classes: &Classes, amount: &Amount) -> Option<(Hedge, Range<usize>)> {
    before(classes, amount.tokens.start)
        .filter(|(_, tokens)| !is_during(classes, amount, tokens))
        .or_else(|| behind(classes, amount.tokens.end))
}

/// Whether `over` before a length of time says when and not how much: `31 witnesses over six weeks`.
fn is_during(classes: &Classes, amount: &Amount, hedge: &Range<usize>) -> bool {
    let timed = amount.unit.as_ref().is_some_and(Unit::is_time);
    let over = hedge.len() == 1 && classes.lower(hedge.start) == "over";
    let noun = hedge.start > classes.tokens.start && {
        let before = classes.parse.tokens[hedge.start - 1].penn;
        before.is_noun() || before.is_verb()
    };
    timed && over && noun
}

fn before(classes: &Classes, end: usize) -> Option<(Hedge, Range<usize>)> {
    let first = end.saturating_sub(LONGEST).max(classes.tokens.start);
    if first >= end || !TABLE.lasts.contains(classes.lower(end - 1)) {
        return None;
    }
    let mut starts = [0; LONGEST];
    let words = joined(classes, first..end, |token, from, _| starts[token - first] = from);
    (first..end)
        .find_map(|start| TABLE.before.get(&words[starts[start - first]..]).map(|&hedge| (hedge, start..end)))
}

fn behind(classes: &Classes, start: usize) -> Option<(Hedge, Range<usize>)> {
    if classes.lower(start) == "+" && !classes.spaced(start) {
        return Some((Hedge::AtLeast, start..start + 1));
    }
    let tied = classes.at(start) == Class::Dash && !classes.spaced(start);
    let from = start + usize::from(tied);
    if tied && classes.lower(from) != "odd" || !TABLE.firsts.contains(classes.lower(from)) {
        return None;
    }
    let last = (from + 3).min(classes.tokens.end);
    let mut ends = [0; 3];
    let words = joined(classes, from..last, |token, _, to| ends[token - from] = to);
    (from + 1..=last)
        .rev()
        .find_map(|end| TABLE.behind.get(&words[..ends[end - 1 - from]]).map(|&hedge| (hedge, start..end)))
}

/// Tokens as printed, in lower case and with single blanks; `note` is told where in the outcome each of them starts and ends.
fn joined(classes: &Classes, tokens: Range<usize>, mut note: impl FnMut(usize, usize, usize)) -> String {
    let mut words = String::with_capacity(48);
    for token in tokens {
        if !words.is_empty() && classes.spaced(token) {
            words.push(' ');
        }
        let from = words.len();
        words.push_str(classes.lower(token));
        note(token, from, words.len());
    }
    words
}
