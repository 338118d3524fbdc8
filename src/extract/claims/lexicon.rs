//! What words tell of a count: predicates, and words that news uses for one thing.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::words::{hash, stem};

/// How counts of a class move from day to day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Course {
    /// They only grow while the event lasts: the dead, the hurt.
    Rising,
    /// They only shrink: the missing.
    Falling,
    /// They go up and down: troops in training.
    Moving,
    /// They stay: seats won, storeys built.
    Fixed,
    /// No count at all, but along what a measure is taken: length, depth.
    Measure,
}

struct Class {
    name: &'static str,
    course: Course,
}

static CLASSES: LazyLock<(Vec<Class>, FxHashMap<&'static str, u8>)> = LazyLock::new(|| {
    let (mut classes, mut words) = (Vec::new(), FxHashMap::default());
    for line in include_str!("../data/predicates.txt").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split(" | ");
        let (Some(name), Some(course), Some(lemmas)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let course = match course {
            "rising" => Course::Rising,
            "falling" => Course::Falling,
            "moving" => Course::Moving,
            "measure" => Course::Measure,
            _ => Course::Fixed,
        };
        for lemma in lemmas.split(' ') {
            words.entry(stem(lemma)).or_insert(classes.len() as u8);
        }
        classes.push(Class { name, course });
    }
    (classes, words)
});

/// What a word says about the amount in its clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// It grew.
    Rise = 1,
    /// It shrank.
    Fall = 2,
    /// Somebody's forecast or target for it.
    Forecast = 4,
    /// A limit or capacity.
    Limit = 8,
    /// It is to be so.
    Plan = 16,
    /// Somebody reckons that it is so.
    Estimate = 32,
}

static MARKS: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut all: FxHashMap<&'static str, u8> = FxHashMap::default();
    for line in include_str!("../data/marks.txt").lines().filter(|l| !l.starts_with('#')) {
        let Some((name, words)) = line.split_once(" | ") else { continue };
        let mark = match name {
            "rise" => Mark::Rise,
            "fall" => Mark::Fall,
            "forecast" => Mark::Forecast,
            "limit" => Mark::Limit,
            "plan" => Mark::Plan,
            _ => Mark::Estimate,
        };
        for word in words.split(' ') {
            *all.entry(word).or_default() |= mark as u8;
        }
    }
    all
});

/// Whether a word as printed, in lower case, carries a mark.
pub fn is_marked(lower: &str, mark: Mark) -> bool {
    MARKS.get(lower).is_some_and(|&marks| marks & mark as u8 != 0)
}

/// The first word of each group of synonyms by the stem of every word of it.
static SYNONYMS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut all = FxHashMap::default();
    for line in include_str!("../data/synonyms.txt").lines().filter(|l| !l.starts_with('#')) {
        let mut words = line.split(' ');
        if let Some(first) = words.next() {
            for word in std::iter::once(first).chain(words) {
                all.entry(stem(word)).or_insert(stem(first));
            }
        }
    }
    all
});

/// The class of what a word says of the counted, by number.
pub fn predicate(lower: &str) -> Option<u8> {
    CLASSES.1.get(stem(lower)).copied()
}

/// The name of a class of predicates.
pub fn predicate_name(class: u8) -> &'static str {
    CLASSES.0.get(class as usize).map_or("", |c| c.name)
}

/// How counts of a class of predicates move.
pub fn course(class: u8) -> Course {
    CLASSES.0.get(class as usize).map_or(Course::Fixed, |c| c.course)
}

/// A number that words share which news uses for one thing.
pub fn key(lower: &str) -> u32 {
    let stem = stem(lower);
    hash(SYNONYMS.get(stem).copied().unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_predicates_is_read() {
        let lines = include_str!("../data/predicates.txt").lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(CLASSES.0.len(), lines);
    }

    #[test]
    fn inflected_words_have_the_class_of_their_lemma() {
        for (word, class) in [
            ("killed", "dead"),
            ("deaths", "dead"),
            ("toll", "dead"),
            ("injuring", "hurt"),
            ("wounded", "hurt"),
            ("missing", "missing"),
            ("survivors", "rescued"),
            ("detained", "arrested"),
            ("evacuated", "evacuated"),
            ("died", "dead"),
            ("sent", "deployed"),
            ("moving", "deployed"),
        ] {
            assert_eq!(predicate(word).map(predicate_name), Some(class), "{word}");
        }
    }

    #[test]
    fn words_for_one_thing_share_a_key() {
        assert_eq!(key("soldiers"), key("troops"));
        assert_eq!(key("revenue"), key("sales"));
        assert_ne!(key("officers"), key("soldiers"));
        assert_ne!(key("firefighters"), key("soldiers"));
    }
}
