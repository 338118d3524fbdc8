//! What a place is called by itself, and the words that say what it is.

use crate::extract::names::is_place_head;

use super::words::WORDS;

/// The name of a place, cut before the words for what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PlaceName<'a> {
    /// `hartwell` of `hartwell primary school`.
    pub own: &'a str,
    /// `primary school` of it; empty where nothing says what it is.
    pub sort: &'a str,
}

/// Cuts the name of a place, in plain lower case, before the words for what it is.
pub fn place_name(name: &str) -> PlaceName<'_> {
    let mut cut = name.len();
    while let Some(start) = name[..cut].trim_end().rfind(' ') {
        if !is_sort(name[start + 1..cut].trim_end()) {
            break;
        }
        cut = start + 1;
    }
    PlaceName { own: name[..cut].trim_end(), sort: &name[cut..] }
}

/// Whether a word in lower case says what a place is.
pub fn is_sort(word: &str) -> bool {
    is_place_head(word)
        || WORDS.venues.contains(word)
        || WORDS.streets.contains(word)
        || WORDS.manners.contains(word)
        || WORDS.hospital.contains(word)
        || WORDS.estates.contains(word)
}

/// What sort of place some words mean: `primary` is `primary school`, `rd` is `road`.
pub fn plain_sort(sort: &str) -> &str {
    let short = sort.strip_suffix(" school").unwrap_or(sort);
    WORDS.streets.get(short).map_or(short, |(street, _)| street)
}

/// Whether a word in lower case ends names of parts of a town that are called after one thing: `heights`, `ridge`.
pub fn is_estate(word: &str) -> bool {
    WORDS.estates.contains(word)
}

/// Whether a word in lower case is a point of the compass.
pub fn is_bearing(word: &str) -> bool {
    super::point(word).is_some()
}
