//! What the words of an article mean to the readers of claims, events and statements, looked up once a token.
//!
//! What an ordinary word means is worked out once in the program's life; only rare words are taken apart where they stand.

use std::ops::Index;
use std::sync::LazyLock;

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::text::{Parse, Penn, TokenKind, calendar};

use super::claims::lexicon::{self, Mark};
use super::words;

/// What a word means.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Meaning {
    /// Hash of its stem.
    pub stem: u32,
    /// A number that words share which news uses for one thing.
    pub key: u32,
    /// The class of what it says of the counted, by number.
    pub predicate: Option<u8>,
    /// How much it tells by itself, from 1 (a word of every page) to [`words::RARE`].
    pub weight: u8,
    marks: u8,
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

    fn work_out(lower: &str, weight: u8) -> Self {
        let stem = words::stem(lower);
        let (predicate, key) = lexicon::of_stem(stem);
        Meaning { stem: words::hash(stem), key, predicate, weight, marks: 0 }
    }
}

/// How much a word in lower case tells by itself, from 1 to [`words::RARE`].
pub fn weight(lower: &str) -> u8 {
    ORDINARY.get(lower).map_or(words::RARE, |meaning| meaning.weight)
}

/// The meanings of the common words, and of those that mark an amount.
static ORDINARY: LazyLock<FxHashMap<&'static str, Meaning>> = LazyLock::new(|| {
    let mut all = FxHashMap::with_capacity_and_hasher(words::COMMON_WORDS, FxBuildHasher);
    all.extend(words::common().map(|(word, weight)| (word, Meaning::work_out(word, weight))));
    for (word, mark) in lexicon::marked() {
        all.entry(word).or_insert_with(|| Meaning::work_out(word, words::RARE)).marks |= mark as u8;
    }
    all
});

/// The meanings of an article's tokens, by index; marks of punctuation stand in no list and have none.
pub struct Meanings(Vec<Meaning>);

impl Meanings {
    /// Looks up every word.
    pub fn of(parse: &Parse) -> Self {
        let meaning = |token: usize| match parse.tokens[token].kind {
            TokenKind::Punct => Meaning { weight: words::RARE, ..Meaning::default() },
            // The month of May says of nothing that it may be.
            _ if parse.tokens[token].penn == Penn::Nnp && calendar::month(parse.lower(token)).is_some() => {
                Meaning { marks: 0, ..Meaning::of(parse.lower(token)) }
            }
            _ => Meaning::of(parse.lower(token)),
        };
        Meanings((0..parse.tokens.len()).map(meaning).collect())
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
    fn words_mark_amounts() {
        assert!(Meaning::of("soared").is(Mark::Rise) && !Meaning::of("soared").is(Mark::Fall));
        assert!(Meaning::of("expected").is(Mark::Forecast) && Meaning::of("expected").is(Mark::Plan));
        assert!(!Meaning::of("bridge").is(Mark::Estimate));
    }
}
