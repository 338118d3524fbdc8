//! Short strings, held in place.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// How many bytes are held in place.
const HERE: usize = 14;

/// A string that is mostly a word or two: a figure has up to three of them, and a box of its own for each would take more room
/// than the word.
#[derive(Clone, PartialEq, Eq)]
pub struct Short(Kept);

/// Equal strings are kept alike.
#[derive(Clone, PartialEq, Eq)]
enum Kept {
    /// So many bytes of these, zeros behind them.
    Here(u8, [u8; HERE]),
    /// Any longer string; boxed twice, since a pointer with a length would not fit beside a tag.
    Away(Box<Box<str>>),
}

impl Deref for Short {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Here(len, bytes) => std::str::from_utf8(&bytes[..usize::from(*len)]).unwrap_or_default(),
            Kept::Away(text) => text,
        }
    }
}

impl From<&str> for Short {
    fn from(text: &str) -> Self {
        let mut bytes = [0; HERE];
        match bytes.get_mut(..text.len()) {
            Some(here) => {
                here.copy_from_slice(text.as_bytes());
                Self(Kept::Here(text.len() as u8, bytes))
            }
            None => Self(Kept::Away(Box::new(text.into()))),
        }
    }
}

impl From<Cow<'_, str>> for Short {
    fn from(text: Cow<'_, str>) -> Self {
        (&*text).into()
    }
}

impl From<String> for Short {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl Default for Short {
    fn default() -> Self {
        "".into()
    }
}

impl PartialOrd for Short {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Short {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl Hash for Short {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl fmt::Debug for Short {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_back_what_it_was_made_of() {
        for text in [
            "",
            "vote",
            "lifeboat crews",
            "lifeboat crewmen",
            "Förderbrücken",
            "Förderbrücke n",
            "艘船艘船艘",
        ] {
            assert_eq!(&*Short::from(text), text);
        }
    }

    #[test]
    fn takes_no_more_room_than_a_box() {
        assert_eq!(size_of::<Option<Short>>(), size_of::<Box<str>>());
    }

    #[test]
    fn sorts_as_text_does_whether_long_or_short() {
        let mut all =
            ["vote", "", "wind turbines of the coast", "boat", "boats that were laid up"].map(Short::from);
        all.sort();
        assert!(all.is_sorted_by(|a, b| **a <= **b));
        assert_eq!(Short::from("wind turbines of the coast"), all[4]);
    }
}
