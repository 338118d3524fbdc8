//! What kind of amount a figure is: a part, a rate, a change, a limit, a forecast.

use std::ops::Range;

use crate::extract::{Figure, Leaning, Scope, Unit};
use crate::text::{Parse, Upos};

use super::Setting;
use super::lexicon::{self, Mark};

/// The scope of a figure that stands `at`; `stops` tells the tokens of other figures.
pub(super) fn of(parse: &Parse, figure: &Figure, at: &Setting, stops: &dyn Fn(usize) -> bool) -> Scope {
    let Setting { tokens, phrase, clause, sentence } = at;
    let words = Words { parse, clause };
    let (before, after) = (words.before(tokens.start, 4), words.after(phrase.end, 4));
    let behind = words.after(tokens.end, 4);
    let is_fraction = matches!(figure.unit, Unit::Percent | Unit::PercentagePoint | Unit::Share);
    let is_counted = matches!(figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare);
    let mut scope = Scope {
        part: is_counted && is_part(figure, &behind, &before),
        whole: is_whole(parse, tokens, stops),
        each: matches!(figure.leaning, Some(Leaning::EachOf(_)))
            || has(&after, &["each", "apiece"])
            || a_share(&after),
        rate: is_rate(&after)
            || has(
                &after[..after.len().min(1)],
                &["daily", "annually", "yearly", "weekly", "monthly", "hourly"],
            ),
        besides: matches!(figure.leaning, Some(Leaning::Besides(_)))
            || has(&before, &["another", "additional", "further"]),
        former: matches!(figure.leaning, Some(Leaning::Formerly(_))) || earlier(&after, &before),
        age: figure.unit == Unit::Measure("year") && is_age(&words, tokens, &before, &after),
        limit: marked(&words.around(tokens, 6), Mark::Limit),
        forecast: marked(&Words { parse, clause: sentence }.own(tokens, stops), Mark::Forecast),
        ..Scope::default()
    };
    if is_fraction || before.first() == Some(&"by") {
        let near = words.around(tokens, 6);
        scope.rise = marked(&near, Mark::Rise) && !is_level(&before);
        scope.fall = !scope.rise && marked(&near, Mark::Fall) && !is_level(&before);
    }
    scope
}

/// How many words on either side may mark a figure as a forecast.
const OWN: usize = 7;

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

    /// The common words on both sides of a figure, as far as no other figure stands between.
    fn own(&self, tokens: &Range<usize>, stops: &dyn Fn(usize) -> bool) -> Vec<&'p str> {
        let common = |t: &usize| self.parse.tokens[*t].upos != Upos::Propn;
        let before = (tokens.start.saturating_sub(OWN).max(self.clause.start)..tokens.start).rev();
        let after = tokens.end..(tokens.end + OWN).min(self.clause.end).max(tokens.end);
        let mut words: Vec<&str> = Vec::new();
        words.extend(before.take_while(|&t| !stops(t)).filter(common).map(|t| self.parse.lower(t)));
        words.extend(after.take_while(|&t| !stops(t)).filter(common).map(|t| self.parse.lower(t)));
        words
    }
}

fn marked(words: &[&str], mark: Mark) -> bool {
    words.iter().any(|w| lexicon::is_marked(w, mark))
}

fn has(words: &[&str], list: &[&str]) -> bool {
    words.iter().any(|w| list.contains(w))
}

/// `of them`, `among them`, `including five children`, `of whom 38`.
fn is_part(figure: &Figure, behind: &[&str], before: &[&str]) -> bool {
    let of_number = matches!(behind, ["of", number, ..] if number.starts_with(|c: char| c.is_ascii_digit()));
    matches!(figure.leaning, Some(Leaning::PartOf(_)))
        || of_number
        || matches!(behind, ["of", "them" | "whom" | "those" | "the" | "these" | "its" | "his" | "our", ..])
        || matches!(before, ["including" | "whom" | "them", ..])
        || matches!(before, [_, "including", ..])
}

/// `58 of the 150 seats`: the second figure is the whole of the first.
fn is_whole(parse: &Parse, tokens: &Range<usize>, stops: &dyn Fn(usize) -> bool) -> bool {
    let before = |n: usize| tokens.start.checked_sub(n);
    let word = |n: usize| before(n).map_or("", |t| parse.lower(t));
    let of = if matches!(word(1), "the" | "its" | "their" | "his" | "her" | "our") { 2 } else { 1 };
    word(of) == "of" && before(of + 1).is_some_and(stops)
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

/// `746 million a year earlier`, `6 to 8 percent before`, `before 6 to 8 percent`.
fn earlier(after: &[&str], before: &[&str]) -> bool {
    let ends = |w: Option<&&str>| w.is_none_or(|w| !w.starts_with(char::is_alphanumeric));
    matches!(
        after,
        [
            "a" | "an" | "one" | "two",
            "year" | "month" | "week" | "quarter" | "day",
            "earlier" | "ago" | "before",
            ..
        ]
    ) || matches!(after, ["previously" | "before" | "earlier", next @ ..] if ends(next.first()))
        || matches!(before, ["before" | "previously" | "formerly", ..])
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
