//! What kind of amount a figure is: a part, a rate, a change, a limit, a forecast.

use std::ops::{Deref, Range};

use crate::extract::meanings::Meanings;
use crate::extract::{Aspect, Figure, Leaning, Scope, Unit};
use crate::text::{Parse, Penn, Upos};

use super::Setting;
use super::lexicon::Mark;

/// The scope of a figure that stands `at`; `stops` tells the tokens of other figures.
pub(super) fn of(
    parse: &Parse,
    meanings: &Meanings,
    figure: &Figure,
    at: &Setting,
    stops: &dyn Fn(usize) -> bool,
) -> Scope {
    let Setting { tokens, phrase, clause, sentence } = at;
    let words = Words { parse, clause };
    let (before, after, behind) =
        (words.before(tokens.start), words.after(phrase.end), words.after(tokens.end));
    let near = |mark| words.around(tokens).any(|t| meanings[t].is(mark));
    let whole = Words { parse, clause: sentence };
    let is_fraction = matches!(figure.unit, Unit::Percent | Unit::PercentagePoint | Unit::Share);
    let is_counted = matches!(figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare);
    let mut scope = Scope::of([
        (
            Aspect::Part,
            is_counted
                && (is_part(figure, &behind, &before)
                    || is_one_of_several(parse, tokens, clause)
                    || figure.unit == Unit::Person && goes_on(parse, meanings, tokens, sentence)),
        ),
        (Aspect::Whole, is_whole(parse, tokens, stops) || is_counted && is_one_of(&before)),
        (
            Aspect::Each,
            matches!(figure.leaning, Some(Leaning::EachOf(_)))
                || has(&after, &["each", "apiece"])
                || a_share(&after),
        ),
        (
            Aspect::Rate,
            is_rate(&after)
                || has(
                    &after[..after.len().min(1)],
                    &["daily", "annually", "yearly", "weekly", "monthly", "hourly"],
                ),
        ),
        (
            Aspect::Besides,
            matches!(figure.leaning, Some(Leaning::Besides(_))) && !matches!(behind.first(), Some(&"others"))
                || has(&before, &["another", "additional", "further"])
                || before.first() == Some(&"other")
                || is_counted && is_beside_one(&behind, &before)
                || is_counted && matches!(behind[..], ["more", next, ..] if next != "than"),
        ),
        (Aspect::Former, matches!(figure.leaning, Some(Leaning::Formerly(_))) || earlier(&after, &before)),
        (Aspect::Margin, is_counted && is_margin(&behind, &after)),
        (Aspect::Age, figure.unit == Unit::Measure("year") && is_age(&words, tokens, &before, &after)),
        (Aspect::Limit, near(Mark::Limit) || is_threshold(&behind, &before)),
        (Aspect::Forecast, whole.own(tokens, stops).any(|t| meanings[t].is(Mark::Forecast))),
        (Aspect::Reckoned, figure.unit.is_time() && is_reckoned(figure, &before, &after)),
        (Aspect::Joint, is_counted && is_joint(parse, tokens, clause)),
    ]);
    if is_fraction || before.first() == Some(&"by") {
        let rise = near(Mark::Rise) && !is_level(&before);
        scope.add(Aspect::Rise, rise);
        scope.add(Aspect::Fall, !rise && near(Mark::Fall) && !is_level(&before));
    }
    scope
}

/// How many words on either side are read one by one, how many may mark a figure, and how many mark it as a forecast.
const READ: usize = 4;
const NEAR: usize = 6;
const OWN: usize = 7;

/// A few words beside a figure, the nearest first.
struct Beside<'p> {
    words: [&'p str; READ],
    count: usize,
}

impl<'p> Beside<'p> {
    fn of(words: impl Iterator<Item = &'p str>) -> Self {
        let mut beside = Beside { words: [""; READ], count: 0 };
        for (slot, word) in beside.words.iter_mut().zip(words) {
            *slot = word;
            beside.count += 1;
        }
        beside
    }
}

impl<'p> Deref for Beside<'p> {
    type Target = [&'p str];

    fn deref(&self) -> &[&'p str] {
        &self.words[..self.count]
    }
}

/// The words of a clause around a figure.
struct Words<'p> {
    parse: &'p Parse<'p>,
    clause: &'p Range<usize>,
}

impl<'p> Words<'p> {
    /// The tokens on both sides, at most so many on each.
    fn sides(&self, tokens: &Range<usize>, count: usize) -> (Range<usize>, Range<usize>) {
        let first = tokens.start.saturating_sub(count).max(self.clause.start).min(tokens.start);
        (first..tokens.start, tokens.end..(tokens.end + count).min(self.clause.end).max(tokens.end))
    }

    fn before(&self, token: usize) -> Beside<'p> {
        Beside::of(self.sides(&(token..token), READ).0.rev().map(|t| self.parse.lower(t)))
    }

    fn after(&self, token: usize) -> Beside<'p> {
        Beside::of(self.sides(&(token..token), READ).1.map(|t| self.parse.lower(t)))
    }

    fn around(&self, tokens: &Range<usize>) -> impl Iterator<Item = usize> {
        let (before, after) = self.sides(tokens, NEAR);
        before.chain(after)
    }

    /// The common words on both sides of a figure, as far as no other figure stands between.
    fn own(&self, tokens: &Range<usize>, stops: &dyn Fn(usize) -> bool) -> impl Iterator<Item = usize> {
        let (before, after) = self.sides(tokens, OWN);
        let before = before.rev().take_while(|&t| !stops(t));
        let after = after.take_while(|&t| !stops(t));
        before.chain(after).filter(|&t| self.parse.tokens[t].upos != Upos::Propn)
    }
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
        || matches!(before, [",", "number" | "them" | "those" | "these" | "total", ..])
        || matches!(before, [_, "including", ..])
}

/// `two women, one from Sligo and another from Kerry`: the one is told off from several.
fn is_one_of_several(parse: &Parse, tokens: &Range<usize>, clause: &Range<usize>) -> bool {
    let rest = tokens.end..(tokens.end + 2 * NEAR).min(clause.end).max(tokens.end);
    tokens.len() == 1
        && parse.lower(tokens.start) == "one"
        && rest.into_iter().any(|t| {
            matches!(parse.lower(t), "another" | "other" | "second")
                && parse.tokens.get(t + 1).is_some_and(|next| next.upos != Upos::Noun)
        })
}

/// `the United States and 13 other nations`: the fourteenth is named.
fn is_beside_one(behind: &[&str], before: &[&str]) -> bool {
    behind.first() == Some(&"other")
        && matches!(before, ["and" | "with" | "plus" | "alongside", ..] | ["of", "group" | "groups", ..])
}

/// `over the past two years`, `with nine seconds left`, `on 88 minutes`, `ten minutes into the match`.
fn is_reckoned(figure: &Figure, before: &[&str], after: &[&str]) -> bool {
    matches!(before, ["past" | "last" | "next" | "previous" | "preceding" | "coming" | "following", ..])
        || figure.unit == Unit::Measure("minute") && before.first() == Some(&"on")
        || matches!(after, ["left" | "remaining" | "into", ..] | ["to", "go" | "play" | "spare", ..])
}

/// How many words may stand between a number and the second of two kinds that it counts: `52 high school students and teachers`.
const JOINT: usize = 5;

/// `19 passengers and crew`, `66 students and teachers`: two kinds under one number.
fn is_joint(parse: &Parse, tokens: &Range<usize>, clause: &Range<usize>) -> bool {
    let end = clause.end.min(tokens.end + JOINT);
    let noun = |t: usize| parse.tokens[t].upos == Upos::Noun;
    let described = |t: usize| matches!(parse.tokens[t].upos, Upos::Noun | Upos::Adj | Upos::Propn);
    let Some(and) = (tokens.end..end).find(|&t| !described(t)).filter(|&t| parse.lower(t) == "and") else {
        return false;
    };
    let second = and + 1;
    and > tokens.end
        && second < clause.end
        && noun(and - 1)
        && noun(second)
        && [and - 1, second].iter().any(|&t| parse.tokens[t].penn == Penn::Nns)
        && parse.lower(second) != "others"
        && (second + 1 == clause.end || !described(second + 1))
}

/// How far behind a count of the killed the next death stands: `killed three when he drove at a crowd. He then stabbed a guard`.
const NEXT: usize = 9;

/// Whether the story goes on to somebody else whom the same hand then killed: the count is not of all.
fn goes_on(parse: &Parse, meanings: &Meanings, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let kills = |t: usize| {
        let verb = parse.tokens[t].upos == Upos::Verb;
        verb && matches!(parse.lower(t), "killed" | "stabbed" | "shot" | "strangled" | "murdered" | "beat")
    };
    let killed = tokens.start.checked_sub(1).is_some_and(|t| sentence.contains(&t) && kills(t));
    if !killed || meanings[tokens.start].is(Mark::Limit) {
        return false;
    }
    let block_end = parse
        .sentences
        .get(parse.sentence_of(tokens.start) + 1)
        .filter(|next| next.tokens.start == sentence.end && parse.tokens.len() >= next.tokens.end)
        .map_or(sentence.end, |next| (next.tokens.start + NEXT).min(next.tokens.end));
    (tokens.end..block_end).any(|t| {
        let then = parse.lower(t) == "then";
        let verb = (t + 1..(t + 3).min(block_end)).find(|&v| kills(v));
        let himself = |v: usize| {
            matches!(
                parse.tokens.get(v + 1).map(|_| parse.lower(v + 1)),
                Some("himself" | "herself" | "themselves")
            )
        };
        then && verb.is_some_and(|v| !himself(v))
    })
}

/// `one of five friends`: the five hold the one.
fn is_one_of(before: &[&str]) -> bool {
    matches!(before, ["of", "one", ..] | ["of", "any" | "each", ..])
        || matches!(before, ["the" | "his" | "her" | "its" | "their", "of", "one", ..])
}

/// `five short of a majority`, `eight fewer seats than before`, `two more than on Monday`.
fn is_margin(behind: &[&str], after: &[&str]) -> bool {
    matches!(behind, ["fewer" | "less", ..] | ["more", "than", ..])
        || matches!(after, ["short" | "shy" | "adrift" | "clear", next, ..] if matches!(*next, "of" | "on"))
        || matches!(after, ["fewer" | "more" | "less", "than", ..])
}

/// `shootings with four or more victims`, `quakes of magnitude 3 or greater`: what is counted elsewhere begins here.
fn is_threshold(behind: &[&str], before: &[&str]) -> bool {
    let open = matches!(
        behind,
        [
            "or",
            "more" | "greater" | "above" | "higher" | "larger" | "stronger" | "over" | "fewer" | "less",
            ..
        ]
    );
    open && before.iter().take(2).any(|w| matches!(*w, "of" | "with" | "magnitude"))
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
        || matches!(before, ["from", "down" | "up", ..])
        || matches!(before, ["the" | "its" | "his" | "her" | "their", "from", "down" | "up", ..])
        || has(after, &["outgoing", "previous"])
}

/// `to 31`, `at 6 percent`: where it ended, not by how much it moved.
fn is_level(before: &[&str]) -> bool {
    matches!(before, ["to" | "at" | "from", ..])
}

/// `aged nine`, `Nurhayati, 29,`, `the 58-year-old`, `she is 58`.
fn is_age(words: &Words, tokens: &Range<usize>, before: &[&str], after: &[&str]) -> bool {
    let printed = words.parse.span(tokens.clone()).of(&words.parse.lower);
    let bare = !printed.contains("year") && !after.first().is_some_and(|w| w.starts_with("year"));
    let old = printed.ends_with("old")
        || printed.ends_with("olds")
        || has(&after[..after.len().min(3)], &["old", "olds"])
        || matches!(before, ["aged" | "age", ..]);
    let named = tokens.start >= 2
        && matches!(words.parse.tokens[tokens.start - 2].upos, Upos::Propn | Upos::Noun)
        && before.first() == Some(&",");
    old || bare && (named || matches!(before, ["is" | "was" | "turned" | "at", ..]))
}
