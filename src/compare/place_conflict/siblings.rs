//! Places called by two names that one memory mixes up: `Hartwell Elementary`, `Hartland Elementary`; `Cedar Heights`, `Cedar Ridge`.
//!
//! What happens there need not be the same in both articles, or happen at all: that the names are alike, of one sort, and each
//! known to one article alone, tells that one place is meant. Names that part by a letter are spellings of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Story;
use crate::extract::EntityKind;
use crate::extract::events::{self, PlaceName};
use crate::extract::names::places;

use super::super::{Code, Finding, Place, Severity, likeness, telling};

/// How alike two words have to be that were mixed up.
const ALIKE: f64 = 0.78;
/// How many letters a word has at least that can be mixed up with another.
const SHORT: usize = 4;

/// A place that an article names.
struct Named {
    at: Place,
    /// Its name in plain lower case.
    name: String,
    /// The named thing of the story.
    linked: u32,
}

impl Named {
    fn parts(&self) -> PlaceName<'_> {
        events::place_name(&self.name)
    }
}

/// The findings on alike names of places in a story.
pub(super) fn find(story: &Story) -> Vec<Finding> {
    let all = named(story);
    let mut by_start: BTreeMap<&str, Vec<&Named>> = BTreeMap::new();
    for name in &all {
        by_start.entry(start(&name.name)).or_default().push(name);
    }
    let mut pairs: BTreeMap<Place, BTreeSet<Place>> = BTreeMap::new();
    for alike in by_start.values() {
        for (i, a) in alike.iter().enumerate() {
            for b in alike[i + 1..].iter().filter(|b| are_mixed_up(story, &all, a, b)) {
                pairs.entry(a.at).or_default().insert(b.at);
                pairs.entry(b.at).or_default().insert(a.at);
            }
        }
    }
    pairs.into_iter().map(|(at, rivals)| finding(story, at, &rivals)).collect()
}

/// The names of several words that end in one for what the place is, by the first mention of each.
fn named(story: &Story) -> Vec<Named> {
    let mut all = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (entity, &linked) in reading.entities.iter().zip(&story.entity_of[article as usize]) {
            if entity.kind == EntityKind::Person || !entity.name.contains(' ') {
                continue;
            }
            let name = places::comparable(&entity.name);
            if !events::place_name(&name).sort.is_empty() {
                all.push(Named { at: Place { article, span: entity.first().span }, name, linked });
            }
        }
    }
    all
}

/// The first two letters of a name: who mixes up two names keeps how they begin.
fn start(name: &str) -> &str {
    name.char_indices().nth(2).map_or(name, |(end, _)| &name[..end])
}

/// Whether two names of two articles are those of one place.
fn are_mixed_up(story: &Story, all: &[Named], a: &Named, b: &Named) -> bool {
    if a.at.article == b.at.article || a.linked == b.linked {
        return false;
    }
    let (x, y) = (a.parts(), b.parts());
    let sort = events::is_one_sort(x.sort, y.sort);
    let words = match (sort, x.own == y.own) {
        (true, false) => mixed_words(x.own, y.own),
        (false, true) => Some((x.sort, y.sort)).filter(|_| are_estates(&x, &y)),
        _ => None,
    };
    words.is_some_and(|(p, q)| {
        !names(story, a.at.article, q)
            && !names(story, b.at.article, p)
            && is_lone(story, all, a, b)
            && is_lone(story, all, b, a)
    })
}

/// The one word in which two names differ, where one may be taken for the other.
fn mixed_words<'a>(x: &'a str, y: &'a str) -> Option<(&'a str, &'a str)> {
    let mut other = x.split(' ').zip(y.split(' ')).filter(|(p, q)| p != q);
    let (p, q) =
        other.next().filter(|_| other.next().is_none() && x.split(' ').count() == y.split(' ').count())?;
    let long = p.chars().count() >= SHORT && q.chars().count() >= SHORT;
    let letters = p.chars().chain(q.chars()).all(char::is_alphabetic);
    // `North`, `Northgate`; `Eastern`, `Easton`.
    let part = p.starts_with(q) || q.starts_with(p) || events::is_bearing(p) || events::is_bearing(q);
    // A letter more, less or other: two spellings, or a slip of the pen.
    let spelt = strsim::levenshtein(p, q) < 2;
    (long && letters && !part && !spelt && likeness::is_over(p, q, ALIKE)).then_some((p, q))
}

/// Whether two names are those of parts of a town that differ in their last words: a town has one of them by a name.
fn are_estates(x: &PlaceName, y: &PlaceName) -> bool {
    events::is_estate(x.sort)
        && events::is_estate(y.sort)
        && places::find(x.own).is_none()
        && !events::is_bearing(x.own)
}

/// Whether an article has the last word of a name, whatever for.
fn names(story: &Story, article: u32, name: &str) -> bool {
    let word = name.rsplit(' ').next().unwrap_or(name);
    let text = &story.readings[article as usize].article.text;
    text.split(|c: char| !c.is_alphanumeric()).any(|printed| likeness::same(printed, word))
}

/// Whether an article names no second place of the sort of which the other article knows nothing.
fn is_lone(story: &Story, all: &[Named], here: &Named, there: &Named) -> bool {
    let known: Vec<u32> = all.iter().filter(|n| n.at.article == there.at.article).map(|n| n.linked).collect();
    let sort = here.parts().sort;
    let others = all.iter().filter(|n| n.at.article == here.at.article && n.linked != here.linked);
    others
        .filter(|n| events::is_one_sort(n.parts().sort, sort))
        .all(|n| known.contains(&n.linked) || names(story, there.at.article, n.parts().own))
}

fn finding(story: &Story, at: Place, rivals: &BTreeSet<Place>) -> Finding {
    let told = |place: &Place| {
        format!("{} in {}", telling::quoted(story, *place), telling::source(story, place.article, at.article))
    };
    let mut others = rivals.iter().map(told);
    let first = others.next().unwrap_or_default();
    let more = match others.count() {
        0 => String::new(),
        more => format!(", and {more} more"),
    };
    Finding {
        code: Code::PlaceConflict,
        severity: Severity::Warning,
        at,
        message: format!("{} here; {first}{more}", telling::quoted(story, at)),
        related: rivals.iter().map(|place| (*place, told(place).into())).collect(),
    }
}
