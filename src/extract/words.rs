//! The content words of an article, by their stems, and how often a word stands in any newspaper.

use std::hash::Hasher;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};

use crate::text::{BlockKind, Parse, TokenKind, Upos};

use super::cover::Named;
use super::meanings::Meanings;

/// A content word of an article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Word {
    /// Hash of the stem.
    pub stem: u32,
    /// How strongly it stands in the article, in units of [`ONCE`]: more the more often, by the root of the logarithm.
    pub strength: u8,
    /// Whether it is part of a name here.
    pub named: bool,
}

/// How many common words there are, about.
pub(super) const COMMON_WORDS: usize = 4096;

/// The common words of English, and how often each was counted.
fn counted() -> impl Iterator<Item = (&'static str, u32)> {
    let lines = include_str!("data/common_words.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(word, count)| Some((word, count.parse().ok()?)))
}

/// The common words of English, and how much each tells by itself, from 1 to [`RARE`]: rare ones most. The logarithm of its
/// frequency, turned round.
pub(super) fn common() -> impl Iterator<Item = (&'static str, u8)> {
    counted().map(|(word, count)| (word, 100 / (2 + count.ilog2().saturating_sub(2)) as u8))
}

/// The weight of words that ordinary English does not have.
pub const RARE: u8 = 100;

/// A word without its inflection, so that `soldiers` meets `soldier` and `deployed` meets `deploying`: a light stemmer, after
/// the first steps of Porter's (1980). `lower` is in lower case; the stem is a slice of it.
pub fn stem(lower: &str) -> &str {
    let cut =
        |suffix: &str, left: usize| lower.strip_suffix(suffix).filter(|s| s.chars().nth(left - 1).is_some());
    let suffixes: &[(&str, usize)] = match lower.as_bytes().last() {
        Some(b's') => &[("ies", 2), ("sses", 2), ("ions", 5), ("ments", 4), ("ings", 4)],
        Some(b'd') => &[("ied", 2), ("ed", 3)],
        Some(b'n') => &[("ion", 5)],
        Some(b't') => &[("ment", 4)],
        Some(b'g') => &[("ing", 4)],
        _ => &[],
    };
    for &(suffix, left) in suffixes {
        if let Some(s) = cut(suffix, left) {
            return match suffix {
                "ies" | "ied" => s,
                "sses" => &lower[..s.len() + 2],
                _ => undouble(s),
            };
        }
    }
    let single = match cut("s", 3) {
        // The bus, the crisis, the news are no plurals.
        Some(s) if !s.ends_with(['s', 'u', 'i']) && lower != "news" => s,
        _ => lower,
    };
    match single.strip_suffix('y') {
        Some(bare) if bare.chars().nth(2).is_some() && !bare.ends_with(['a', 'e', 'o', 'u']) => bare,
        _ => match single.strip_suffix('e').unwrap_or(single) {
            bare if bare.chars().nth(2).is_some() => undouble(bare),
            _ => single,
        },
    }
}

/// `stopp` becomes `stop`; `kill` and `miss` keep their double letters out too, so that all forms meet.
fn undouble(stem: &str) -> &str {
    let stem = stem.strip_suffix('e').filter(|s| s.len() >= 3).unwrap_or(stem);
    match stem.as_bytes() {
        [.., a, b] if a == b && a.is_ascii_alphabetic() && stem.len() > 3 => &stem[..stem.len() - 1],
        _ => stem,
    }
}

/// A stem as a number.
pub fn hash(stem: &str) -> u32 {
    let mut hasher = FxHasher::default();
    hasher.write(stem.as_bytes());
    (hasher.finish() >> 16) as u32
}

/// So many articles the counts of common words stand for, and in how many of them a word stands that was counted once: a
/// word that an article has, it often has twice.
pub const ARTICLES: f32 = 700.0;
const SPREAD: f32 = 0.6;
/// What stands in more of these articles tells nothing at all.
const ANYWHERE: f32 = 0.6 * ARTICLES;
/// The strength of a word that stands once in the text.
pub const ONCE: u8 = 16;

/// In how many of [`ARTICLES`] articles a common stem stands.
static SPREADS: LazyLock<FxHashMap<u32, f32>> = LazyLock::new(|| {
    let mut spreads: FxHashMap<u32, f32> = FxHashMap::default();
    for (word, count) in counted() {
        *spreads.entry(hash(stem(word))).or_default() += SPREAD * count as f32;
    }
    spreads
});

/// In how many of [`ARTICLES`] articles of any newspaper a stem stands; 0 for names and terms.
pub fn spread(stem: u32) -> f32 {
    SPREADS.get(&stem).copied().unwrap_or(0.0)
}

/// The content words of the story's own text, sorted by stem, each once. What stands in the headline
/// counts twice.
pub fn bag(parse: &Parse, meanings: &Meanings, named: &Named) -> Vec<Word> {
    // Each stem with a last bit for a word in a name: whole numbers are sorted faster than pairs.
    let mut stems: Vec<u64> = Vec::with_capacity(parse.tokens.len() / 3);
    for (i, sentence) in parse.sentences.iter().enumerate() {
        let block = parse.block_of(i);
        if !block.is_story() {
            continue;
        }
        for token in sentence.tokens.clone() {
            if is_content(parse, token) {
                let in_name = parse.is_capital(token) && named.holds(token);
                let stem = u64::from(meanings[token].stem) << 1 | u64::from(in_name);
                stems.push(stem);
                if block.kind == BlockKind::Headline {
                    stems.push(stem);
                }
            }
        }
    }
    stems.sort_unstable();
    let stem = |run: &[u64]| (run[0] >> 1) as u32;
    let runs = stems.chunk_by(|a, b| a >> 1 == b >> 1).filter(|run| spread(stem(run)) <= ANYWHERE);
    runs.map(|run| Word {
        stem: stem(run),
        strength: (f32::from(ONCE) * (1.0 + (run.len() as f32).ln()).sqrt()) as u8,
        named: run.iter().any(|word| word & 1 == 1),
    })
    .collect()
}

/// Whether a token is a noun, verb, adjective or adverb of three letters or more.
pub fn is_content(parse: &Parse, token: usize) -> bool {
    let t = &parse.tokens[token];
    t.kind == TokenKind::Word
        && t.span.len() >= 3
        && matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(a: &str, b: &str) {
        assert_eq!(stem(a), stem(b));
    }

    #[test]
    fn inflected_forms_share_a_stem() {
        same("soldiers", "soldier");
        same("deployed", "deploying");
        same("deployment", "deploy");
        same("injuries", "injury");
        same("stopped", "stopping");
        same("killed", "kill");
        same("houses", "house");
        same("evacuated", "evacuation");
        same("carried", "carry");
        same("missing", "missed");
    }

    #[test]
    fn different_words_keep_different_stems() {
        assert_ne!(stem("officer"), stem("office"));
        assert_ne!(stem("news"), stem("new"));
        assert_ne!(stem("bus"), stem("bun"));
    }

    #[test]
    fn any_letters_have_a_stem() {
        for word in ["", "é", "ïed", "s", "ing", "ééing", "ées", "ee", "eee"] {
            assert!(word.starts_with(stem(word)));
        }
    }
}
