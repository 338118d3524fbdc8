//! Places of one sort of which each of two reports of one event tells a single one: the school, the hospital, the exit.
//!
//! Outlets seldom tell an event in like words, so that the clauses of two reports do not meet. But where each report has one
//! school, both mean the same school. The reports have to be much alike, the place has to be the same to the story in both
//! (who is treated is not arrested there), and neither may print the other's name.

use crate::corpus::Story;
use crate::extract::names::places;
use crate::extract::words::{self, Word};
use crate::extract::{Purpose, Reading, Spot, events};

use super::super::events::Happenings;
use super::super::{Place, likeness};
use super::{Names, in_block};

/// How alike two articles have to be to report one event: the cosine of their words, rare ones counting more.
const ALIKE: f32 = 0.2;
/// How many words they share at least: a likeness of two sentences tells little.
const ENOUGH: usize = 8;
/// How many days apart they may appear.
const DAYS: i32 = 3;

/// The only place of its sort that an article tells of.
#[derive(Debug)]
pub(super) struct Sole {
    /// Its first mention, by index into the reading's spots.
    spot: u32,
    /// What it is to the story, by all its mentions, a bit for each.
    purposes: u16,
    /// Whether the first sentences tell of it as the scene.
    lead: bool,
}

impl Sole {
    /// All of an article, by key.
    pub(super) fn all(reading: &Reading) -> Vec<Self> {
        let spots = &reading.spots;
        let mut order: Vec<u32> = (0..spots.len() as u32).collect();
        let spot = |i: u32| &spots[i as usize];
        order.sort_by(|&a, &b| key(spot(a)).cmp(&key(spot(b))).then(a.cmp(&b)));
        let sorts = order.chunk_by(|&a, &b| key(spot(a)) == key(spot(b)));
        let sole = sorts.filter(|all| all.iter().all(|&other| is_one(spot(all[0]), spot(other))));
        sole.map(|all| Sole {
            spot: all[0],
            purposes: all.iter().fold(0, |bits, &i| bits | 1 << spot(i).purpose as u16),
            lead: all.iter().any(|&i| spot(i).lead && spot(i).purpose == Purpose::Scene),
        })
        .collect()
    }

    fn is_for(&self, purpose: Purpose) -> bool {
        self.purposes & 1 << purpose as u16 != 0
    }
}

/// By what two places are of one sort: houses of one street, roads with a number.
fn key(spot: &Spot) -> (&str, &str) {
    match spot.sort {
        "street" => (spot.sort, &spot.name),
        sort => (sort, ""),
    }
}

/// The words of a name that tell it from others: `Loon Point` and `Heron Point` are two.
fn telling(name: &str) -> impl Iterator<Item = &str> {
    let words = |plain: bool| {
        let tells = move |word: &&str| word.len() > 2 && !(plain && events::is_sort(word));
        name.split(' ').filter(tells)
    };
    words(words(true).next().is_some())
}

/// Whether two places may be one: names share a word, or part by a letter.
fn is_one(a: &Spot, b: &Spot) -> bool {
    if a.number.is_some() || b.number.is_some() {
        return a.number == b.number
            || a.number.zip(b.number).is_some_and(|(m, n)| a.sort == "street" && in_block(m, n));
    }
    telling(&a.name).any(|p| telling(&b.name).any(|q| p == q || p.len() > 3 && likeness::is_close(p, q)))
}

/// Places of two articles that cannot both be right; of articles that are as they were none.
pub(super) fn pairs(h: &Happenings, names: &Names) -> Vec<[Place; 2]> {
    let mut pairs = Vec::new();
    let count = h.story.readings.len() as u32;
    for a in 0..count {
        for b in (a + 1..count).filter(|&b| !h.is_kept(a, b)) {
            pairs.extend(Meeting { story: h.story, articles: [a, b] }.pairs(names));
        }
    }
    pairs
}

/// Two articles side by side.
struct Meeting<'a> {
    story: &'a Story,
    articles: [u32; 2],
}

impl<'a> Meeting<'a> {
    fn readings(&self) -> [&'a Reading; 2] {
        self.articles.map(|article| &*self.story.readings[article as usize])
    }

    fn pairs(&self, names: &Names) -> Vec<[Place; 2]> {
        let [a, b] = self.articles;
        let [here, there] = self.readings();
        let (mine, mut theirs) = (names.soles(self.story, a), names.soles(self.story, b));
        let mut found = Vec::new();
        for x in mine {
            let spot = &here.spots[x.spot as usize];
            let behind = theirs.partition_point(|y| key(&there.spots[y.spot as usize]) < key(spot));
            theirs = &theirs[behind..];
            let Some(y) = theirs.first() else { break };
            let rival = &there.spots[y.spot as usize];
            if key(rival) == key(spot) && is_apart((x, spot), (y, rival)) && self.unknown(spot, rival) {
                found.push([Place { article: a, span: spot.span }, Place { article: b, span: rival.span }]);
            }
        }
        if !found.is_empty() && !self.is_one_event() {
            found.clear();
        }
        found
    }

    /// Whether neither article prints what the other calls the place.
    fn unknown(&self, x: &Spot, y: &Spot) -> bool {
        let [here, there] = self.readings();
        !prints(here, y, x) && !prints(there, x, y)
    }

    /// Whether the articles report one event.
    fn is_one_event(&self) -> bool {
        let [a, b] = self.articles;
        let [here, there] = self.readings();
        self.story.days_between(a, b).is_none_or(|days| days.abs() <= DAYS)
            && shared_words(&here.words, &there.words) >= ENOUGH
            && alike(&here.words, &there.words) >= ALIKE
    }
}

/// Whether an article prints a word or the number by which a place is called, and the one that it has itself is not.
fn prints(reading: &Reading, spot: &Spot, own: &Spot) -> bool {
    let number = spot.number.map(|n| n.to_string());
    let (name, manner) = match spot.number {
        Some(_) => ("", ""),
        None if spot.name == own.name => ("", &*spot.manner),
        None => (&*spot.name, ""),
    };
    let sought: Vec<&str> = telling(name).chain(number.as_deref()).chain(telling(manner)).collect();
    let text = &reading.article.text;
    text.split(|c: char| !c.is_alphanumeric())
        .any(|printed| sought.iter().any(|word| likeness::same(printed, word)))
}

/// Whether two places of a sort cannot be one and the same to the story.
fn is_apart((x, a): (&Sole, &Spot), (y, b): (&Sole, &Spot)) -> bool {
    let both = |purpose| x.is_for(purpose) && y.is_for(purpose);
    let manners = a.manner == b.manner || a.manner.is_empty() || b.manner.is_empty();
    let exits = matches!(a.sort, "exit" | "junction") && both(Purpose::Way);
    let stages =
        exits || [Purpose::Scene, Purpose::Arrest, Purpose::Farewell, Purpose::Trace].into_iter().any(both);
    if a.sort != "street" && !a.name.is_empty() && a.name == b.name {
        return !manners && matches!(a.sort, "station" | "school");
    }
    if is_one(a, b) {
        return false;
    }
    match a.sort {
        "hospital" => both(Purpose::Care) && are_houses(&a.name, &b.name),
        "road" => x.lead && y.lead,
        _ if a.number.is_some() => stages,
        "school" | "trade park" => stages,
        _ => stages && manners && places::are_apart(&a.name, &b.name),
    }
}

/// Whether neither of two names of hospitals is that of the town in which the other lies.
fn are_houses(a: &str, b: &str) -> bool {
    places::find(a).is_none() && places::find(b).is_none()
}

/// How many words two articles share.
fn shared_words(a: &[Word], b: &[Word]) -> usize {
    a.iter().filter(|word| b.binary_search_by_key(&word.stem, |w| w.stem).is_ok()).count()
}

/// How alike two articles are by their words: a cosine.
fn alike(a: &[Word], b: &[Word]) -> f32 {
    let weight = |word: &Word| {
        let common = (words::ARTICLES / (1.0 + words::spread(word.stem))).ln();
        f32::from(word.strength) * common
    };
    let norm = |all: &[Word]| all.iter().map(|word| weight(word).powi(2)).sum::<f32>().sqrt();
    let (mut j, mut shared) = (0, 0.0);
    for word in a {
        while b.get(j).is_some_and(|other| other.stem < word.stem) {
            j += 1;
        }
        if let Some(other) = b.get(j).filter(|other| other.stem == word.stem) {
            shared += weight(word) * weight(other);
        }
    }
    shared / (norm(a) * norm(b)).max(1.0)
}
