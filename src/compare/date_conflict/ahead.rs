//! The one day that is set: the next hearing, the trial, the funeral, the first day of a strike.
//!
//! Reports tell of it in words that have nothing in common (`is due back on`, `the case was put off until`, `jury selection begins`).
//! But where a report sets one day for a thing of this sort and no other, it means the next, and another report on the same affair
//! that sets another cannot be right as well. Silent where a report names the other's day too, whatever for, where either says
//! that the day was moved, and where the two sentences name other people.

use std::sync::LazyLock;

use crate::extract::{Bound, Days, EntityKind, Grain, Outlook};

use super::super::events::telling_names;
use super::{Given, Happenings, Side, Telling, bounds_clash, gap, given, is_firm, of_week, printed, side};

/// How many days two settings of one day may lie apart: hearings follow each other by weeks.
const FAR: i32 = 14;
/// How many names two articles have in common that tell of one affair.
const SHARED: usize = 2;

/// A day that an article sets.
struct Appointment<'a> {
    telling: Telling<'a>,
    given: Given<'a>,
    sort: &'static str,
}

/// Sorts of things that are set for a day, each with the openings of its words; the sort that tells most stands last.
static SORTS: LazyLock<Vec<(&'static str, Vec<&'static str>)>> = LazyLock::new(|| {
    let lines = include_str!("../data/appointments.txt").lines().filter(|line| !line.starts_with('#'));
    let parts = lines.filter_map(|line| line.split_once(" | "));
    parts.map(|(sort, words)| (sort, words.split(' ').collect())).collect()
});

/// The pairs of days that clash.
pub(super) fn find<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let mut ahead: Vec<(Telling, Given)> =
        h.all().filter_map(|&telling| Some((telling, day_ahead(&telling)?))).collect();
    ahead.sort_by_key(|(t, given)| (t.article, given.mention.span));
    let articles: Vec<&[(Telling, Given)]> = ahead.chunk_by(|a, b| a.0.article == b.0.article).collect();
    let mut pairs = Vec::new();
    for (i, ours) in articles.iter().enumerate() {
        let unknown = |theirs: &&&[(Telling, Given)]| !h.is_kept(ours[0].0.article, theirs[0].0.article);
        for theirs in articles[i + 1..].iter().filter(unknown) {
            let (ours, theirs) = (appointments(ours), appointments(theirs));
            for a in only(&ours) {
                pairs.extend(
                    only(&theirs)
                        .filter(|b| apart(h, a, b))
                        .map(|b| (side(&a.telling, &a.given), side(&b.telling, &b.given))),
                );
            }
        }
    }
    pairs
}

/// The single day behind the day of publication that a happening gives.
fn day_ahead<'a>(t: &Telling<'a>) -> Option<Given<'a>> {
    let found = given(t)?;
    let single = found.days.grain == Grain::Day && found.days.first == found.days.last;
    let ahead = found.days.first > printed(t)? && t.outlook() != Outlook::Past;
    let held = found.bound != Bound::Until && !t.event.moved && !t.event.further && !t.event.display;
    (single && ahead && held && is_firm(t, &found)).then_some(found)
}

/// What an article sets for the days it gives, where its sentences tell.
fn appointments<'a>(ahead: &[(Telling<'a>, Given<'a>)]) -> Vec<Appointment<'a>> {
    let told = ahead.iter().filter_map(|(telling, given)| {
        let sort = sort_of(sentence(telling, given))?;
        Some(Appointment { telling: *telling, given: Given { ..*given }, sort })
    });
    told.collect()
}

/// Those of which the article sets no other day.
fn only<'s, 'a>(all: &'s [Appointment<'a>]) -> impl Iterator<Item = &'s Appointment<'a>> {
    all.iter().enumerate().filter_map(move |(i, one)| {
        let same = |other: &Appointment| other.sort == one.sort;
        let others = all.iter().any(|other| same(other) && !other.given.days.overlaps(&one.given.days));
        (!others && !all[..i].iter().any(same)).then_some(one)
    })
}

/// The sentence around a date.
fn sentence<'a>(t: &Telling<'a>, given: &Given) -> &'a str {
    let text = &t.reading.article.text;
    let (start, end) = (given.mention.span.start as usize, given.mention.span.end as usize);
    let ends = |c: char| matches!(c, '.' | '\n' | '?' | '!');
    let from = text[..start].rfind(ends).map_or(0, |i| i + 1);
    let to = text[end..].find(ends).map_or(text.len(), |i| end + i);
    &text[from..to]
}

/// What is set in a sentence; nothing where it says that the day was moved.
fn sort_of(sentence: &str) -> Option<&'static str> {
    let lower = sentence.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3);
    let has =
        |openings: &[&str]| words().any(|word| openings.iter().any(|opening| word.starts_with(opening)));
    let found = SORTS.iter().rev().filter(|(_, openings)| has(openings)).map(|(sort, _)| *sort);
    let sorts: Vec<&str> = found.collect();
    if sorts.contains(&"moved") { None } else { sorts.first().copied() }
}

fn apart(h: &Happenings, a: &Appointment, b: &Appointment) -> bool {
    let (x, y) = (&a.given, &b.given);
    let days = gap(&x.days, &y.days);
    let weeks = days % 7 == 0 && (of_week(x) || of_week(y));
    let over = |t: &Telling, days: &Days| printed(t).is_none_or(|printed| days.first <= printed);
    let knows =
        |t: &Telling, days: &Days| t.reading.dates.iter().any(|d| d.days.is_some_and(|d| d.overlaps(days)));
    a.sort == b.sort
        && (1..=FAR).contains(&days)
        && !weeks
        && bounds_clash(&a.telling, &b.telling, x, y)
        && !over(&a.telling, &y.days)
        && !over(&b.telling, &x.days)
        && !knows(&a.telling, &y.days)
        && !knows(&b.telling, &x.days)
        && !names_others(h, a, b)
        && shares_names(h, a, b)
}

/// Whether each of the two sentences names somebody, and none is the other's.
fn names_others(h: &Happenings, a: &Appointment, b: &Appointment) -> bool {
    let people = |one: &Appointment| -> Vec<u32> {
        let (t, text) = (&one.telling, sentence(&one.telling, &one.given));
        let from = text.as_ptr() as usize - t.reading.article.text.as_ptr() as usize;
        let inside = |at: u32| (from..from + text.len()).contains(&(at as usize));
        let named = (0u32..)
            .zip(&t.reading.entities)
            .filter(|(_, e)| e.kind == EntityKind::Person && e.mentions.iter().any(|m| inside(m.span.start)));
        named.map(|(i, _)| h.story.entity_of[t.article as usize][i as usize]).collect()
    };
    let (ours, theirs) = (people(a), people(b));
    !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|person| theirs.contains(person))
}

/// Whether the articles share names enough to tell of one affair.
fn shares_names(h: &Happenings, a: &Appointment, b: &Appointment) -> bool {
    let (ours, theirs) =
        (telling_names(h.story, a.telling.article), telling_names(h.story, b.telling.article));
    ours.iter().filter(|name| theirs.binary_search(name).is_ok()).count() >= SHARED
}
