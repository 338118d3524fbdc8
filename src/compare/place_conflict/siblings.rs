//! Places called by two names that one memory mixes up: `Hartwell Elementary`, `Hartland Elementary`; `Cedar Heights`, `Cedar Ridge`.
//!
//! What happens there need not be the same in both articles, or happen at all: that the names are alike, of one sort, and each
//! known to one article alone, tells that one place is meant. Names that part by a letter are spellings of one.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Story;
use crate::extract::events::{self, PlaceName};
use crate::extract::names::places;
use crate::extract::{EntityKind, Reading};

use super::super::events::Happenings;
use super::super::{Code, Finding, Place, Severity, likeness, telling};
use super::Names;

/// How alike two words have to be that were mixed up.
const ALIKE: f64 = 0.78;
/// How many letters a word has at least that can be mixed up with another.
const SHORT: usize = 4;
/// Who names so many places of a sort of which the other article knows none tells of other places than that one.
const MANY: usize = 4;

/// A place that an article names, by the number of the named thing.
#[derive(Debug)]
pub(super) struct Named {
    entity: usize,
    /// Its name in plain lower case.
    name: String,
    /// Where the words for what it is begin.
    cut: usize,
    /// The sort that these words mean.
    sort: String,
}

impl Named {
    /// The names of several words that end in one for what the place is.
    pub(super) fn all(reading: &Reading) -> Vec<Self> {
        let named = (0..).zip(&reading.entities);
        let named = named.filter(|(_, e)| e.kind != EntityKind::Person && e.name.contains(' '));
        let place = |(entity, thing): (usize, &crate::extract::Entity)| {
            let name = places::comparable(&thing.name);
            let PlaceName { sort, .. } = events::place_name(&name);
            let (cut, plain) = (name.len() - sort.len(), events::plain_sort(sort).to_owned());
            (!sort.is_empty()).then_some(Named { entity, name, cut, sort: plain })
        };
        named.filter_map(place).collect()
    }

    fn parts(&self) -> PlaceName<'_> {
        PlaceName { own: self.name[..self.cut].trim_end(), sort: &self.name[self.cut..] }
    }

    /// The first two letters of the name: who mixes up two names keeps how they begin.
    fn start(&self) -> &str {
        self.name.char_indices().nth(2).map_or(&self.name, |(end, _)| &self.name[..end])
    }
}

/// Alike names of places in a story, by the first mention of each; of articles that are as they were none.
pub(super) fn pairs(h: &Happenings, names: &Names) -> Vec<[Place; 2]> {
    let mut pairs: Vec<[Place; 2]> = Vec::new();
    let count = h.story.readings.len() as u32;
    for a in 0..count {
        for b in (a + 1..count).filter(|&b| !h.is_kept(a, b)) {
            let here = View::of(h.story, names, a, b);
            if here.strange.is_empty() {
                continue;
            }
            let there = View::of(h.story, names, b, a);
            for x in &here.strange {
                pairs.extend(
                    there
                        .strange
                        .iter()
                        .filter(|y| are_mixed_up(&here, &there, x, y))
                        .map(|y| [here.place(x), there.place(y)]),
                );
            }
        }
    }
    pairs
}

/// The findings on places called by two names.
pub(super) fn find(story: &Story, pairs: &[[Place; 2]]) -> Vec<Finding> {
    let mut rivals: BTreeMap<Place, BTreeSet<Place>> = BTreeMap::new();
    for &[a, b] in pairs {
        rivals.entry(a).or_default().insert(b);
        rivals.entry(b).or_default().insert(a);
    }
    rivals.into_iter().map(|(at, rivals)| finding(story, at, &rivals)).collect()
}

/// An article beside another one.
struct View<'a> {
    story: &'a Story,
    article: u32,
    /// The places of which the other one knows nothing, those left out that are some of many.
    strange: Vec<&'a Named>,
}

impl<'a> View<'a> {
    fn of(story: &'a Story, names: &'a Names, article: u32, beside: u32) -> Self {
        let linked = |article: u32, n: &Named| story.entity_of[article as usize][n.entity];
        let places = names.places(story, beside).iter();
        let mut known: Vec<u32> = places.map(|n| linked(beside, n)).collect();
        known.sort_unstable();
        let is_strange = |n: &&Named| known.binary_search(&linked(article, n)).is_err();
        let all: Vec<&Named> = names.places(story, article).iter().filter(is_strange).collect();
        let is_one_of_many = |n: &Named| all.iter().filter(|o| o.sort == n.sort).nth(MANY - 1).is_some();
        let strange = all.iter().filter(|n| !is_one_of_many(n)).copied().collect();
        View { story, article, strange }
    }

    fn reading(&self) -> &'a Reading {
        &self.story.readings[self.article as usize]
    }

    fn place(&self, named: &Named) -> Place {
        Place { article: self.article, span: self.reading().entities[named.entity].first().span }
    }

    /// Whether it has the last word of a name, whatever for.
    fn prints(&self, name: &str) -> bool {
        let word = name.rsplit(' ').next().unwrap_or(name);
        let text = &self.reading().article.text;
        text.split(|c: char| !c.is_alphanumeric()).any(|printed| likeness::same(printed, word))
    }

    /// Whether it names no second place of the sort of which the other article knows nothing.
    fn has_only(&self, named: &Named, other: &View) -> bool {
        let linked = |n: &Named| self.story.entity_of[self.article as usize][n.entity];
        let mut others = self.strange.iter().filter(|n| n.sort == named.sort && linked(n) != linked(named));
        others.all(|n| other.prints(n.parts().own))
    }
}

/// Whether two names of two articles are those of one place.
fn are_mixed_up(here: &View, there: &View, a: &Named, b: &Named) -> bool {
    let (x, y) = (a.parts(), b.parts());
    let words = match (a.sort == b.sort, x.own == y.own) {
        (true, false) if a.start() == b.start() => mixed_words(x.own, y.own),
        (false, true) => Some((x.sort, y.sort)).filter(|_| are_estates(&x, &y)),
        _ => None,
    };
    words.is_some_and(|(p, q)| {
        !here.prints(q) && !there.prints(p) && here.has_only(a, there) && there.has_only(b, here)
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
