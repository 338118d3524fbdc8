//! What the words of an article mean to the readers, looked up once a token.
//!
//! What an ordinary word means is worked out once in the program's life; only rare words are taken apart where they stand.

use std::cell::RefCell;
use std::ops::Index;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::text::{Parse, Penn, Token, TokenKind, WordCache, calendar, small_words};

use super::claims::lexicon::{self, Mark};
use super::events::{clock, sites};
use super::figures::numerals;
use super::speakers::cues::Cue;
use super::statements::words::Vocable;
use super::{dates, names, superlatives, words};

/// What a word means.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Meaning {
    /// Hash of its stem.
    pub stem: u32,
    /// A number that words share which news uses for one thing.
    pub key: u32,
    /// The class of what it says of the counted, by number.
    pub predicate: Option<u8>,
    /// What it does to the frames of amounts, by number; 0 for nothing.
    pub(super) frames: u8,
    /// How much it tells by itself, from 1 (a word of every page) to [`words::RARE`].
    pub weight: u8,
    marks: u8,
    triggers: u8,
    /// What it can be in a date.
    pub(super) date: dates::lexicon::Class,
    /// What it can be in a name.
    pub(super) name: names::lexicon::Class,
    /// What it can be in the telling of who speaks.
    pub(super) cue: Cue,
    /// What it is to statements.
    pub(super) vocable: Vocable,
}

impl Meaning {
    /// The meaning of a word in lower case.
    pub fn of(lower: &str) -> Self {
        ORDINARY.get(lower).copied().unwrap_or_else(|| Self::work_out(lower, words::RARE))
    }

    /// Whether the word says this about the amount in its clause.
    pub fn is(self, mark: Mark) -> bool {
        self.marks & mark as u8 != 0
    }

    /// Whether the readers of this have to look at the word; they pass over most words.
    pub(super) fn triggers(&self, trigger: Trigger) -> bool {
        self.triggers & trigger as u8 != 0
    }

    /// Whether some reader of those that look at few words has to look at this one.
    pub(super) fn triggers_any(&self) -> bool {
        self.triggers != 0
    }

    /// The meaning of a token.
    #[inline(always)]
    fn at(parse: &Parse, token: usize, met: &mut WordCache<Self>) -> Self {
        let Token { kind, penn, .. } = parse.tokens[token];
        if kind == TokenKind::Punct {
            // No list holds marks of punctuation.
            return Meaning { weight: words::RARE, ..Meaning::default() };
        }
        let lower = parse.lower(token);
        let meaning = *met.get(lower, || Self::of(lower));
        // The month of May says of nothing that it may be.
        let is_month = meaning.marks != 0 && penn == Penn::Nnp && calendar::month(lower).is_some();
        if is_month { Meaning { marks: 0, ..meaning } } else { meaning }
    }

    fn work_out(lower: &str, weight: u8) -> Self {
        let stem = words::stem(lower);
        if lower.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            // No list holds numbers, and an article has many.
            let (hash, date) = (words::hash(stem), dates::lexicon::class_of(lower));
            return Meaning { stem: hash, key: hash, weight, date, ..Meaning::default() };
        }
        let (predicate, key, frames) = lexicon::of_stem(stem);
        Meaning {
            stem: words::hash(stem),
            key,
            predicate,
            frames,
            weight,
            marks: 0,
            triggers: Trigger::of(lower),
            date: dates::lexicon::class_of(lower),
            name: names::lexicon::class(lower),
            cue: Cue::of(lower),
            vocable: Vocable::of(lower, stem),
        }
    }
}

/// Readers that look at few words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Trigger {
    /// The word may open a time of day in words.
    Clock = 1,
    /// It may end a noun for somebody who is at home somewhere.
    Resident = 2,
    /// It may be the kind of a street, road or hospital, printed with a capital.
    Site = 4,
    /// It may be a point of the compass.
    Compass = 8,
    /// It may call a thing the first or most of its kind, whatever its form.
    Superlative = 16,
    /// It may tell what a named venue or district is.
    Venue = 32,
    /// It may be a word of a numeral.
    Numeral = 64,
}

impl Trigger {
    /// The triggers of a word in lower case, as a set.
    fn of(lower: &str) -> u8 {
        let set = |trigger: Trigger, holds: bool| if holds { trigger as u8 } else { 0 };
        set(Self::Clock, clock::opens(lower))
            | set(Self::Resident, sites::is_resident(lower))
            | set(Self::Site, sites::is_kind(lower))
            | set(Self::Compass, sites::point(lower).is_some())
            | set(Self::Superlative, superlatives::is_one(lower))
            | set(Self::Venue, sites::is_venue(lower))
            | set(Self::Numeral, numerals::is_word(lower))
    }
}

/// How much a word in lower case tells by itself, from 1 to [`words::RARE`].
pub fn weight(lower: &str) -> u8 {
    ORDINARY.get(lower).map_or(words::RARE, |meaning| meaning.weight)
}

/// The meanings of the common words, of the small ones, and of those that mark an amount.
static ORDINARY: LazyLock<FxHashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut all = FxHashMap::with_capacity_and_hasher(words::COMMON_WORDS, FxBuildHasher);
    let mut add = |word: &'static str, weight: u8, marks: u8| {
        all.entry(word).or_insert_with(|| Meaning::work_out(word, weight)).marks |= marks;
    };
    words::common().for_each(|(word, weight)| add(word, weight, 0));
    small_words().for_each(|word| add(word, words::RARE, 0));
    lexicon::marked().for_each(|(word, mark)| add(word, words::RARE, mark as u8));
    all
});

thread_local! {
    /// The meanings of words that this thread has met.
    static MET: RefCell<WordCache<Meaning>> = RefCell::default();
}

/// The meanings of an article's tokens, by index. Each token has its own, since the readers ask for it many times.
#[derive(Default, Debug)]
pub struct Meanings(Vec<Meaning>);

impl Meanings {
    /// Looks up every word.
    pub fn of(parse: &Parse) -> Self {
        Self::after(parse, Self::default())
    }

    /// Looks up the words of an edited article that are new, and takes over those of the sentences that its parse took over.
    pub fn after(parse: &Parse, before: Self) -> Self {
        let fresh = parse.fresh.clone();
        let mut new: Vec<Meaning> = Vec::with_capacity(fresh.len());
        MET.with_borrow_mut(|met| new.extend(fresh.clone().map(|token| Meaning::at(parse, token, met))));
        let mut all = before.0;
        if all.is_empty() {
            return Meanings(new);
        }
        let behind = parse.tokens.len() - fresh.end;
        all.splice(fresh.start..all.len() - behind, new);
        Meanings(all)
    }
}

impl Index<usize> for Meanings {
    type Output = Meaning;

    fn index(&self, token: usize) -> &Meaning {
        &self.0[token]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more() {
        assert!(Meaning::of("aftershock").weight > Meaning::of("people").weight);
        assert!(Meaning::of("people").weight >= 1);
    }

    #[test]
    fn an_ordinary_word_means_what_it_would_mean_if_it_were_rare() {
        for word in ["killed", "soldiers", "revenue", "the", "expected"] {
            let (ordinary, rare) = (Meaning::of(word), Meaning::work_out(word, words::RARE));
            assert_eq!(
                (ordinary.stem, ordinary.key, ordinary.predicate),
                (rare.stem, rare.key, rare.predicate)
            );
        }
    }

    #[test]
    fn no_list_holds_numbers() {
        for number in ["9", "11,000", "2024", "24.10.2024"] {
            assert_eq!(lexicon::of_stem(number), (None, words::hash(number), 0), "{number}");
            assert_eq!(names::lexicon::class(number), names::lexicon::Class::default(), "{number}");
            assert_eq!(Vocable::of(number, number), Vocable::default(), "{number}");
            assert!(Cue::of(number).is_none() && Trigger::of(number) == 0, "{number}");
        }
    }

    #[test]
    fn words_mark_amounts() {
        assert!(Meaning::of("soared").is(Mark::Rise) && !Meaning::of("soared").is(Mark::Fall));
        assert!(Meaning::of("expected").is(Mark::Forecast) && Meaning::of("expected").is(Mark::Plan));
        assert!(!Meaning::of("bridge").is(Mark::Estimate));
    }
}
