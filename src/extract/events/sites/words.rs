//! The words of addresses and sites.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::WordMap;

/// By what a kind of street is told from the other things that its word names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tells {
    /// By the capital alone: `Pine Street`.
    Alone,
    /// By a house number, or by `on` and `along`: one lives on Pine Gardens, and walks in them.
    Along,
    /// By a house number: `9 Pine Court`.
    Numbered,
}

/// What a word adds to the name of a hospital.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Hospital {
    /// Which of several of one name it is: `Memorial`.
    Kind,
    /// Nothing: every hospital has it.
    Plain,
}

/// How a word for what a place is stands to its name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A building or ground: behind the name.
    Venue,
    /// A landmark: behind the name or before it.
    Opener,
    /// A part of a town or country: behind the name, or before it with `of`.
    Part,
}

/// All of them, by what they do.
pub(super) struct SiteWords {
    /// Kinds of street, with the spelling that stands for all.
    pub streets: WordMap<(&'static str, Tells)>,
    /// Kinds of road with a number.
    pub roads: WordMap<&'static str>,
    /// Numbers in words that streets are named by, in figures.
    pub ordinals: WordMap<&'static str>,
    /// What stands before a street's name.
    pub headings: WordMap<()>,
    /// Parts of a place, with the one that stands for all.
    pub sides: WordMap<&'static str>,
    /// Units of distance.
    pub units: WordMap<()>,
    /// Last words of a hospital's name.
    pub hospitals: WordMap<()>,
    /// Words inside it.
    pub hospital: WordMap<Hospital>,
    /// Words for venues, landmarks and parts, with the one that stands for all.
    pub venues: WordMap<(&'static str, Kind)>,
    /// Words between the name and the word for the venue that tell one from another.
    pub manners: WordMap<()>,
    /// Last words of the names of parts of a town that are called after one thing.
    pub estates: WordMap<()>,
    /// Kinds of school that stand for the school.
    pub grades: WordMap<()>,
    /// Words that tell that a park or an estate is for firms.
    pub trades: WordMap<()>,
    /// Places that have a number behind them.
    pub counted: WordMap<&'static str>,
    /// Parts of many names that do not tell which place it is.
    pub common: WordMap<()>,
    /// Nouns for somebody who is at home somewhere.
    pub people: WordMap<()>,
    /// Nouns for somebody of whom one tells whence they come.
    pub strangers: WordMap<()>,
}

pub(super) static WORDS: LazyLock<SiteWords> = LazyLock::new(|| {
    let mut classes: FxHashMap<&str, Vec<(&'static str, &'static str)>> = FxHashMap::default();
    for line in include_str!("../../data/site_words.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((class, words)) = line.split_once(" | ") else { continue };
        let first = words.split(' ').next().unwrap_or_default();
        classes.entry(class).or_default().extend(words.split(' ').map(|word| (word, first)));
    }
    let of = |class: &str| classes.get(class).into_iter().flatten().copied();
    let set = |class: &str| of(class).map(|(word, _)| (word, ())).collect::<WordMap<()>>();
    let streets = |class, tells| of(class).map(move |(word, first)| (word, (first, tells)));
    let hospital = |class, what| of(class).map(move |(word, _)| (word, what));
    let venues = |class, kind| of(class).map(move |(word, first)| (word, (first, kind)));
    SiteWords {
        streets: streets("address", Tells::Numbered)
            .chain(streets("lane", Tells::Along))
            .chain(streets("street", Tells::Alone))
            .collect(),
        roads: of("road").collect(),
        ordinals: of("ordinal").collect(),
        headings: set("heading"),
        sides: of("side").collect(),
        units: set("distance"),
        hospitals: set("hospital"),
        hospital: hospital("hospital kind", Hospital::Kind)
            .chain(hospital("hospital plain", Hospital::Plain))
            .collect(),
        venues: venues("venue", Kind::Venue)
            .chain(venues("opener", Kind::Opener))
            .chain(of("opener prison").map(|(word, _)| (word, ("prison", Kind::Opener))))
            .chain(venues("part", Kind::Part))
            .collect(),
        manners: set("manner"),
        estates: set("estate"),
        grades: set("grade"),
        trades: set("trade"),
        counted: of("counted").collect(),
        common: set("common"),
        people: set("person"),
        strangers: set("stranger"),
    }
});
