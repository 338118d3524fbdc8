//! A list of words with what each means, which says no quickly: most words of a text are in few lists.

use rustc_hash::FxHashMap;

/// A map from words to what they mean in some list.
///
/// Before a word is hashed, a set of bits over its length and its first, second and last byte says whether the list may hold it
/// at all.
#[derive(Debug)]
pub struct WordMap<V> {
    words: FxHashMap<&'static str, V>,
    shapes: Box<[u64]>,
}

/// How many bits of `shapes` there are for each word: nineteen words of twenty that are not in a list fall between them.
const ROOM: usize = 16;

/// The length of a word and its first, second and last byte, mixed.
#[inline(always)]
fn shape(word: &str) -> usize {
    let (first, second, last) = match word.as_bytes() {
        [first, second, .., last] => (*first, *second, *last),
        [first, last] => (*first, *last, *last),
        [only] => (*only, *only, *only),
        [] => return 0,
    };
    let shape = u32::from_le_bytes([first, last, second, word.len() as u8]);
    // Multiplied by the golden ratio, each bit moves the upper ones.
    (shape.wrapping_mul(0x9E37_79B9) >> 12) as usize
}

impl<V> WordMap<V> {
    /// What the list says of a word. The bits are asked where the question stands, so that a word that several lists are asked for
    /// is mixed once.
    #[inline(always)]
    pub fn get(&self, word: &str) -> Option<&V> {
        let shape = shape(word);
        // The number of cells is a power of two, so that cutting bits off leads to one of them.
        let cell = self.shapes[(shape >> 6) & (self.shapes.len() - 1)];
        if cell >> (shape & 63) & 1 == 0 { None } else { self.find(word) }
    }

    #[inline(never)]
    fn find(&self, word: &str) -> Option<&V> {
        self.words.get(word)
    }

    /// The words of the list, in no order.
    pub fn words(&self) -> impl Iterator<Item = &'static str> {
        self.words.keys().copied()
    }

    /// Whether the list holds a word.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

impl WordMap<()> {
    /// The words of a list, one a line; lines that begin with `#` are remarks.
    pub fn listed(text: &'static str) -> Self {
        text.lines().filter(|line| !line.starts_with('#')).map(|word| (word, ())).collect()
    }
}

impl<V> From<FxHashMap<&'static str, V>> for WordMap<V> {
    fn from(words: FxHashMap<&'static str, V>) -> Self {
        let cells = (words.len() * ROOM / 64).next_power_of_two();
        let mut shapes = vec![0u64; cells].into_boxed_slice();
        for word in words.keys() {
            let shape = shape(word);
            shapes[(shape >> 6) & (cells - 1)] |= 1 << (shape & 63);
        }
        WordMap { words, shapes }
    }
}

impl<V> FromIterator<(&'static str, V)> for WordMap<V> {
    fn from_iter<I: IntoIterator<Item = (&'static str, V)>>(words: I) -> Self {
        FxHashMap::from_iter(words).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_holds_its_words_and_no_others() {
        let words = ["", "a", "river", "rover", "é", "ministry", "’s"];
        let map: WordMap<usize> = words.into_iter().zip(0..).collect();
        for (word, i) in words.into_iter().zip(0..) {
            assert_eq!(map.get(word), Some(&i), "{word}");
        }
        for other in ["b", "raver", "rivers", "ê", "ministers", "'s"] {
            assert!(!map.contains(other), "{other}");
        }
    }

    #[test]
    fn a_list_leaves_its_remarks_out() {
        let list = WordMap::listed("# Trees.\nash\nelm\n");
        assert!(list.contains("ash") && list.contains("elm") && !list.contains("# Trees."));
    }

    #[test]
    fn an_empty_map_holds_nothing() {
        let map: WordMap<()> = WordMap::from_iter([]);
        assert!(!map.contains("") && !map.contains("word"));
    }
}
