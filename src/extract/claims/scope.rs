//! What kind of amount a figure is: a part, a rate, a change, a limit, a forecast.

use std::ops::Range;

use crate::extract::{Figure, Leaning, Scope, Unit};
use crate::text::{Parse, Upos};

use super::lexicon::{self, Mark};

/// The scope of a figure. `tokens` are its own, `phrase` those of its noun phrase, `clause` those of its clause.
pub fn of(
    parse: &Parse,
    figure: &Figure,
    tokens: &Range<usize>,
    phrase: &Range<usize>,
    clause: &Range<usize>,
) -> Scope {
    let words = Words { parse, clause };
    let (before, after) = (words.before(tokens.start, 4), words.after(phrase.end, 4));
    let mut scope = Scope {
        part: is_part(figure, &after, &before),
        each: matches!(figure.leaning, Some(Leaning::EachOf(_)))
            || has(&after, &["each", "apiece", "per"])
            || a_share(&after),
        rate: is_rate(&after)
            || has(
                &after[..after.len().min(1)],
                &["daily", "annually", "yearly", "weekly", "monthly", "hourly"],
            ),
        besides: matches!(figure.leaning, Some(Leaning::Besides(_)))
            || has(&before, &["another", "additional", "further"]),
        former: matches!(figure.leaning, Some(Leaning::Formerly(_))) || earlier(&after),
        age: figure.unit == Unit::Measure("year") && is_age(&words, tokens, &before, &after),
        limit: marked(&words.around(tokens, 6), Mark::Limit),
        forecast: words.contains(Mark::Forecast),
        ..Scope::default()
    };
    if matches!(figure.unit, Unit::Percent | Unit::PercentagePoint | Unit::Share) || has(&before, &["by"]) {
        let near = words.around(tokens, 6);
        scope.rise = marked(&near, Mark::Rise) && !is_level(&before);
        scope.fall = !scope.rise && marked(&near, Mark::Fall) && !is_level(&before);
    }
    scope
}

/// The words of a clause around a figure.
struct Words<'p> {
    parse: &'p Parse<'p>,
    clause: &'p Range<usize>,
}

impl<'p> Words<'p> {
    fn before(&self, token: usize, count: usize) -> Vec<&'p str> {
        let first = token.saturating_sub(count).max(self.clause.start).min(token);
        (first..token).rev().map(|t| self.parse.lower(t)).collect()
    }

    fn after(&self, token: usize, count: usize) -> Vec<&'p str> {
        (token..(token + count).min(self.clause.end).max(token)).map(|t| self.parse.lower(t)).collect()
    }

    fn around(&self, tokens: &Range<usize>, count: usize) -> Vec<&'p str> {
        let mut words = self.before(tokens.start, count);
        words.extend(self.after(tokens.end, count));
        words
    }

    fn contains(&self, mark: Mark) -> bool {
        self.clause.clone().any(|t| lexicon::is_marked(self.parse.lower(t), mark))
    }
}

fn marked(words: &[&str], mark: Mark) -> bool {
    words.iter().any(|w| lexicon::is_marked(w, mark))
}

fn has(words: &[&str], list: &[&str]) -> bool {
    words.iter().any(|w| list.contains(w))
}

/// `of them`, `among them`, `including five children`, `of whom 38`.
fn is_part(figure: &Figure, after: &[&str], before: &[&str]) -> bool {
    matches!(figure.leaning, Some(Leaning::PartOf(_)))
        || matches!(after, ["of", "them" | "whom" | "those" | "the" | "these" | "its" | "his" | "our", ..])
        || matches!(before, ["including" | "whom" | "them", ..])
        || matches!(before, [_, "including", ..])
}

/// `a share`, `per day` are each; `a day`, `an hour`, `a year` behind an amount are rates.
fn a_share(after: &[&str]) -> bool {
    matches!(
        after,
        [
            "a" | "per",
            "share" | "head" | "person" | "barrel" | "tonne" | "ton" | "litre" | "gallon" | "unit",
            ..
        ]
    )
}

fn is_rate(after: &[&str]) -> bool {
    matches!(after, ["a" | "an" | "per" | "every" | "each", "day" | "week" | "month" | "year" | "hour" | "minute" | "night", next @ ..]
        if !matches!(next.first(), Some(&"earlier" | &"ago" | &"before" | &"later")))
}

/// `746 million a year earlier`, `last year's`.
fn earlier(after: &[&str]) -> bool {
    matches!(
        after,
        [
            "a" | "an" | "one" | "two",
            "year" | "month" | "week" | "quarter" | "day",
            "earlier" | "ago" | "before",
            ..
        ]
    ) || matches!(after, ["previously" | "before" | "earlier", ..])
}

/// `to 31`, `at 6 percent`: where it ended, not by how much it moved.
fn is_level(before: &[&str]) -> bool {
    matches!(before, ["to" | "at" | "from", ..])
}

/// `aged nine`, `Nurhayati, 29,`, `the 58-year-old`, `she is 58`.
fn is_age(words: &Words, tokens: &Range<usize>, before: &[&str], after: &[&str]) -> bool {
    let printed = words.parse.span(tokens.clone()).of(&words.parse.lower);
    let bare = !printed.contains("year") && !after.first().is_some_and(|w| w.starts_with("year"));
    let old = has(&after[..after.len().min(3)], &["old", "olds"]) || matches!(before, ["aged" | "age", ..]);
    let named = tokens.start >= 2
        && matches!(words.parse.tokens[tokens.start - 2].upos, Upos::Propn | Upos::Noun)
        && before.first() == Some(&",");
    old || bare && (named || matches!(before, ["is" | "was" | "turned" | "at", ..]))
}
