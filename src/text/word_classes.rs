//! What the rules for phrases and verb groups ask of small words, looked up once for every token.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::WordMap;
use super::forms::Form;

/// The classes of a word in lower case, as a set.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct WordClass(u32);

impl WordClass {
    /// An adjective of amount, which can stand for a noun: `many of them`, `several were hurt`.
    pub const AMOUNT: Self = Self(1);
    /// A form of `be`.
    pub const BE: Self = Self(1 << 1);
    /// What joins two adjectives: `and`, a comma.
    pub const COORDINATOR: Self = Self(1 << 2);
    /// A form of `do`.
    pub const DO: Self = Self(1 << 3);
    /// A form of `get`.
    pub const GET: Self = Self(1 << 4);
    /// A form of `have`.
    pub const HAVE: Self = Self(1 << 5);
    /// Says how exact the number behind it is, and is part of its phrase: `about`.
    pub const HEDGE: Self = Self(1 << 6);
    /// The first of several words that do so: `more than`, `up to`.
    pub const HEDGE_OPENER: Self = Self(1 << 7);
    /// A hyphen, slash or dash, which joins the parts of a compound.
    pub const JOINT: Self = Self(1 << 8);
    /// `not` and its like.
    pub const NEGATION: Self = Self(1 << 9);
    /// `no`.
    pub const NO: Self = Self(1 << 10);
    /// A participle that has become a preposition: `according to`, `including`.
    pub const PARTICIPIAL: Self = Self(1 << 11);
    /// Behind `a` or `half a` a number: `dozen`, `million`, `third`.
    pub const QUANTITY: Self = Self(1 << 12);
    /// `to`.
    pub const TO: Self = Self(1 << 13);
    /// A possessive that the tagger may take for a pronoun: `whose`, `her`.
    pub const WHOSE: Self = Self(1 << 14);
    /// A word of plan or expectation: `is expected to`.
    pub const INTENTION: Self = Self(1 << 15);
    /// `'s`, which is short for `is` or `has`, or marks an owner.
    pub const SHORT_S: Self = Self(1 << 16);
    /// No class of the lists: the word is printed with a capital at its start.
    pub const CAPITAL: Self = Self(1 << 17);

    /// The classes of a word in lower case.
    pub fn of(lower: &str) -> Self {
        CLASSES.get(lower).copied().unwrap_or_default()
    }

    /// The classes of a word of which the tagger has taken the form, which holds its hash in lower case.
    pub fn of_form(form: &Form) -> Self {
        HASHED.get(&form.word).copied().unwrap_or_default()
    }

    /// Whether it shares a class with `other`.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets in one.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "amount" => Self::AMOUNT,
            "be" => Self::BE,
            "coordinator" => Self::COORDINATOR,
            "do" => Self::DO,
            "get" => Self::GET,
            "have" => Self::HAVE,
            "hedge" => Self::HEDGE,
            "hedge opener" => Self::HEDGE_OPENER,
            "joint" => Self::JOINT,
            "negation" => Self::NEGATION,
            "no" => Self::NO,
            "participial preposition" => Self::PARTICIPIAL,
            "quantity" => Self::QUANTITY,
            "short s" => Self::SHORT_S,
            "to" => Self::TO,
            "whose" => Self::WHOSE,
            _ => return None,
        })
    }
}

static CLASSES: LazyLock<WordMap<WordClass>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&'static str, WordClass> = FxHashMap::default();
    let mut add = |word: &'static str, class: WordClass| {
        let entry = classes.entry(word).or_default();
        *entry = entry.or(class);
    };
    for line in rows(include_str!("data/word_classes.txt")) {
        if let Some((name, words)) = line.split_once(" | ")
            && let Some(class) = WordClass::named(name)
        {
            words.split(' ').for_each(|word| add(word, class));
        }
    }
    rows(include_str!("data/intentions.txt")).for_each(|word| add(word, WordClass::INTENTION));
    classes.into()
});

/// The same classes by the hashes of the words. Apostrophes of either print have one hash, and one class.
static HASHED: LazyLock<FxHashMap<u64, WordClass>> = LazyLock::new(|| {
    let words = CLASSES.words().filter(|word| word.contains(char::is_alphabetic));
    words.map(|word| (Form::of(word).word, WordClass::of(word))).collect()
});

fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_classes_is_read() {
        for line in rows(include_str!("data/word_classes.txt")) {
            let (name, words) = line.split_once(" | ").expect("a class and its words");
            let class = WordClass::named(name).expect("a class");
            assert!(words.split(' ').all(|word| WordClass::of(word).is(class)), "{line}");
        }
    }

    #[test]
    fn a_word_has_the_classes_of_its_hash() {
        let words = CLASSES.words().filter(|word| word.contains(char::is_alphabetic));
        for word in words.chain(["bridge", "Lisbon", "", "’", "nota", "7th"]) {
            assert_eq!(WordClass::of_form(&Form::of(word)), WordClass::of(word), "{word}");
        }
        assert!(WordClass::of_form(&Form::of("Not")).is(WordClass::NEGATION));
    }

    #[test]
    fn words_have_the_classes_of_all_lists() {
        assert!(
            WordClass::of("just").is(WordClass::HEDGE) && WordClass::of("just").is(WordClass::HEDGE_OPENER)
        );
        assert!(WordClass::of("expected").is(WordClass::INTENTION));
        assert!(!WordClass::of("bridge").is(WordClass(u32::MAX)));
    }
}
