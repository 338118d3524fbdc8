//! Men and women, as far as first names, titles and nouns tell.

use std::sync::LazyLock;

use crate::text::WordMap;

use super::lexicon::{self, Class};
use super::links::plain_words;

/// What first names, titles and nouns say about a person.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Sex {
    /// Nothing, or both.
    #[default]
    Unknown,
    /// A man.
    Male,
    /// A woman.
    Female,
}

impl Sex {
    /// Whether the two cannot be one person.
    pub fn opposes(self, other: Sex) -> bool {
        self != other && self != Self::Unknown && other != Self::Unknown
    }

    /// This, or the other where this is unknown.
    pub fn or(self, other: Sex) -> Sex {
        if self == Self::Unknown { other } else { self }
    }

    fn of(class: Class) -> Sex {
        match (class.is(Class::MALE), class.is(Class::FEMALE)) {
            (true, false) => Self::Male,
            (false, true) => Self::Female,
            _ => Self::Unknown,
        }
    }
}

/// The sex that a person's first name tells, or else a title among `roles`.
pub fn sex<'a>(name: &str, roles: impl Iterator<Item = &'a str>) -> Sex {
    let words = plain_words(name);
    let of = |word: &str| Sex::of(lexicon::class(word));
    let first = words.first().filter(|_| words.len() > 1).map_or(Sex::Unknown, |w| of(w));
    roles
        .filter_map(|role| role.split_whitespace().last())
        .fold(first, |sex, word| sex.or(of(&word.to_lowercase())))
}

/// The sex that a person's first name tells.
pub fn sex_of_name(name: &str) -> Sex {
    sex(name, std::iter::empty())
}

/// The sex that a first name tells, also where it stands alone or hyphenated.
pub fn sex_of_first_name(name: &str) -> Sex {
    let first = name.split([' ', '-']).next().unwrap_or_default();
    Sex::of(lexicon::class(&first.to_lowercase()))
}

static NOUNS: LazyLock<WordMap<Sex>> = LazyLock::new(|| {
    let mut nouns = rustc_hash::FxHashMap::default();
    let rows = lexicon::rows(include_str!("../data/nouns_of_one_sex.txt"));
    for (noun, sex) in rows.filter_map(|row| row.split_once(' ')) {
        let sex = match sex {
            "m" => Sex::Male,
            "f" => Sex::Female,
            _ => Sex::Unknown,
        };
        nouns.insert(noun, sex);
    }
    nouns.into()
});

/// The sex of whom a noun or form of address, in lower case, stands for: `boy`, `spokeswoman`, `Mrs.`.
pub fn sex_of_noun(noun: &str) -> Sex {
    let noun = noun.strip_suffix('.').unwrap_or(noun);
    if let Some(&known) = NOUNS.get(noun) {
        return known;
    }
    match noun {
        _ if noun.ends_with("woman") || noun.ends_with("mother") => Sex::Female,
        _ if noun.ends_with("man") && noun.len() > 5 || noun.ends_with("father") => Sex::Male,
        _ => Sex::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_tell_men_from_women() {
        for (noun, sex) in [
            ("boy", Sex::Male),
            ("mrs.", Sex::Female),
            ("congresswoman", Sex::Female),
            ("grandmother", Sex::Female),
            ("fisherman", Sex::Male),
            ("stepfather", Sex::Male),
            ("german", Sex::Unknown),
            ("human", Sex::Unknown),
            ("judge", Sex::Unknown),
        ] {
            assert_eq!(sex_of_noun(noun), sex, "{noun}");
        }
    }
}
