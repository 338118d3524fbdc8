//! What was worked out of words, for when they are met again: news says a few hundred words over and over.

/// So many words are kept, one of those that share a slot: what the tagger keeps of them fits into the second-level cache of a
/// processor beside all else.
const SLOTS: usize = 1 << 10;

/// The length in bytes of the longest word that is kept.
const LONGEST: usize = 15;

/// A word in two numbers, which no other word has.
type Key = [u64; 2];

/// Stands for words that are too long, and in a slot as yet without a word.
const NONE: Key = [0; 2];

/// The bytes at both ends of a word, which overlap in a short one, and its length.
#[inline(always)]
fn key(word: &str) -> Key {
    let bytes = word.as_bytes();
    let length = (bytes.len() as u64) << 56;
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        if bytes.len() > LONGEST {
            return NONE;
        }
        let behind = u64::from_le_bytes(*tail).checked_shr(8 * (16 - bytes.len() as u32));
        return [u64::from_le_bytes(*head), behind.unwrap_or(0) | length];
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [head, tail] = [head, tail].map(|end| u64::from(u32::from_le_bytes(*end)));
        return [head | tail << 32, length];
    }
    match *bytes {
        [first, .., last] => [u64::from(u32::from_le_bytes([first, bytes[1], last, 0])), length],
        [only] => [u64::from(only), length],
        [] => NONE,
    }
}

/// Keeps what was worked out of words: the same as without it, sooner.
#[derive(Debug)]
pub struct WordCache<V>(Box<[(Key, V)]>);

impl<V: Clone + Default> Default for WordCache<V> {
    fn default() -> Self {
        WordCache(vec![(NONE, V::default()); SLOTS].into_boxed_slice())
    }
}

impl<V> WordCache<V> {
    /// What `work_out` made of the word when it was last met, or makes of it now. It has to follow from the word alone.
    #[inline(always)]
    pub fn get(&mut self, word: &str, work_out: impl FnOnce() -> V) -> &V {
        let key = key(word);
        // Multiplied by the golden ratio, each bit moves the upper ones.
        let mixed = (key[0] ^ key[1].rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let (held, value) = &mut self.0[(mixed >> (64 - SLOTS.ilog2())) as usize];
        if *held != key || key == NONE {
            *value = work_out();
            *held = key;
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Every word of one and two letters, and longer ones that begin and end alike.
    fn words() -> Vec<String> {
        let letters = || "abcé".chars();
        let pairs = letters().flat_map(|a| letters().map(move |b| format!("{a}{b}")));
        let mut words: Vec<String> = letters().map(String::from).chain(pairs).collect();
        for length in 3..=30 {
            for changed in 0..length {
                let letter = |at: usize| if at == changed { 'b' } else { 'a' };
                words.push((0..length).map(letter).collect());
            }
            words.push("a".repeat(length));
        }
        words
    }

    #[test]
    fn no_two_words_share_a_key() {
        let words = words();
        let kept = words.iter().filter(|word| word.len() <= LONGEST);
        let keys: HashSet<Key> = kept.clone().map(|word| key(word)).collect();
        assert_eq!(keys.len(), kept.count());
        assert!(!keys.contains(&NONE));
    }

    #[test]
    fn a_word_is_told_as_it_was_worked_out() {
        let mut cache = WordCache::default();
        for round in 0..2 {
            for word in words() {
                assert_eq!(*cache.get(&word, || word.clone()), word, "round {round}");
            }
        }
        assert_eq!(*cache.get("", || "nothing".to_owned()), "nothing");
    }

    #[test]
    fn a_word_that_was_just_met_is_not_worked_out_again() {
        let mut cache = WordCache::default();
        assert_eq!(*cache.get("harbour", || 1), 1);
        assert_eq!(*cache.get("harbour", || 2), 1);
        assert_eq!(*cache.get("harbourmasters'", || 3), 3);
        assert_eq!(*cache.get("a word of many letters", || 4), 4);
        assert_eq!(*cache.get("a word of many letters", || 5), 5);
    }
}
