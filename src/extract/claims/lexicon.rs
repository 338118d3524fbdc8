//! What words tell of a count: predicates, and words that news uses for one thing.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::words::{hash, stem};
use crate::text::WordMap;

use super::frames;

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

impl Course {
    /// The course of this name.
    pub(super) fn of(name: &str) -> Self {
        match name {
            "rising" => Self::Rising,
            "falling" => Self::Falling,
            "moving" => Self::Moving,
            "measure" => Self::Measure,
            _ => Self::Fixed,
        }
    }
}

struct Class {
    name: &'static str,
    course: Course,
}

/// What a stem means to a count.
#[derive(Default)]
struct Sense {
    predicate: Option<u8>,
    /// The first word of its group of synonyms, by stem.
    synonym: Option<&'static str>,
    /// What it does to the frames of amounts, by number.
    frames: u8,
}

/// The classes of predicates, and the stems of their words and of synonyms.
static LEXICON: LazyLock<(Vec<Class>, WordMap<Sense>)> = LazyLock::new(|| {
    let (mut classes, mut stems) = (Vec::new(), FxHashMap::<_, Sense>::default());
    for line in include_str!("../data/predicates.txt").lines().filter(|l| !l.starts_with('#')) {
        let mut fields = line.split(" | ");
        let (Some(name), Some(course), Some(lemmas)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let course = Course::of(course);
        for lemma in lemmas.split(' ') {
            stems.entry(stem(lemma)).or_default().predicate.get_or_insert(classes.len() as u8);
        }
        classes.push(Class { name, course });
    }
    for line in include_str!("../data/synonyms.txt").lines().filter(|l| !l.starts_with('#')) {
        let first = stem(line.split(' ').next().unwrap_or_default());
        for word in line.split(' ') {
            stems.entry(stem(word)).or_default().synonym.get_or_insert(first);
        }
    }
    frames::stems().for_each(|(stem, number)| stems.entry(stem).or_default().frames = number);
    (classes, stems.into())
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

/// Every marked word as printed, in lower case, with its mark.
pub(in crate::extract) fn marked() -> impl Iterator<Item = (&'static str, Mark)> {
    let lines = include_str!("../data/marks.txt").lines().filter(|l| !l.starts_with('#'));
    lines.filter_map(|line| line.split_once(" | ")).flat_map(|(name, words)| {
        let mark = match name {
            "rise" => Mark::Rise,
            "fall" => Mark::Fall,
            "forecast" => Mark::Forecast,
            "limit" => Mark::Limit,
            "plan" => Mark::Plan,
            _ => Mark::Estimate,
        };
        words.split(' ').map(move |word| (word, mark))
    })
}

/// The class of what a stem says of the counted, the number that words share which news uses for one thing, and that of what it does
/// to the frames of amounts.
pub(in crate::extract) fn of_stem(stem: &str) -> (Option<u8>, u32, u8) {
    match LEXICON.1.get(stem) {
        Some(sense) => (sense.predicate, hash(sense.synonym.unwrap_or(stem)), sense.frames),
        None => (None, hash(stem), 0),
    }
}

/// The class of what a word says of the counted, by number.
pub fn predicate(lower: &str) -> Option<u8> {
    of_stem(stem(lower)).0
}

/// The name of a class of predicates.
pub fn predicate_name(class: u8) -> &'static str {
    LEXICON.0.get(class as usize).map_or("", |c| c.name)
}

/// How counts of a class of predicates move.
pub fn course(class: u8) -> Course {
    LEXICON.0.get(class as usize).map_or(Course::Fixed, |c| c.course)
}

/// A number that words share which news uses for one thing.
pub fn key(lower: &str) -> u32 {
    of_stem(stem(lower)).1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_predicates_is_read() {
        let lines = include_str!("../data/predicates.txt").lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(LEXICON.0.len(), lines);
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
