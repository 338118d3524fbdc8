//! The words that say that somebody speaks, and what may stand with them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::Stance;
use crate::text::WordMap;

/// What the subject of a verb of saying does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Act {
    /// Says, thinks, denies or declines to say.
    Speaks(Stance),
    /// Asks: its question is no assertion, its quoted words are its own.
    Asks,
    /// Gives a thing a name, and speaks only where that stands in quotation marks: `called it “a sham”`.
    Names,
    /// Passes on what others say: `citing officials`.
    Cites,
}

impl Act {
    fn from_name(name: &str) -> Self {
        match name {
            "denies" => Self::Speaks(Stance::Denies),
            "believes" => Self::Speaks(Stance::Believes),
            "declines" => Self::Speaks(Stance::Declines),
            "asks" => Self::Asks,
            "calls" => Self::Names,
            "cites" => Self::Cites,
            _ => Self::Speaks(Stance::Asserts),
        }
    }
}

/// What a verb of saying may have with it, as letters of its line in `data/verbs.txt`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Frames(u32);

impl Frames {
    fn from_letters(letters: &str) -> Self {
        Self(letters.bytes().filter(u8::is_ascii_lowercase).fold(0, |set, b| set | 1 << (b - b'a')))
    }

    /// Whether the verb has the frame of this letter.
    pub(super) const fn has(self, letter: u8) -> bool {
        self.0 & 1 << (letter - b'a') != 0
    }
}

/// A form of a verb of saying.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Verb {
    /// What its subject does.
    pub act: Act,
    /// What may stand with it.
    pub frames: Frames,
}

/// What kind of speaker a common noun names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Voice {
    /// One human being, or several.
    Person,
    /// An office, company, crew or other body.
    Group,
    /// Something written, or a set of figures.
    Text,
}

static VERBS: LazyLock<WordMap<Verb>> = LazyLock::new(|| {
    let mut verbs = FxHashMap::default();
    for (forms, act, frames) in rows(include_str!("data/verbs.txt")) {
        let verb = Verb { act: Act::from_name(act), frames: Frames::from_letters(frames) };
        verbs.extend(forms.split(' ').map(|form| (form, verb)));
    }
    verbs.into()
});

static NOUNS: LazyLock<WordMap<Stance>> = LazyLock::new(|| {
    let stance = |name| match Act::from_name(name) {
        Act::Speaks(stance) => stance,
        _ => Stance::Asserts,
    };
    rows(include_str!("data/nouns.txt")).map(|(noun, act, _)| (noun, stance(act))).collect()
});

static VOICES: LazyLock<WordMap<Voice>> = LazyLock::new(|| {
    let voice = |name| match name {
        "person" => Voice::Person,
        "group" => Voice::Group,
        _ => Voice::Text,
    };
    rows(include_str!("data/voices.txt")).map(|(noun, kind, _)| (noun, voice(kind))).collect()
});

/// The lines of a data file: words, class, and a third column where there is one.
fn rows(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    file.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut columns = line.split(" | ");
        let mut next = || columns.next().unwrap_or("").trim();
        (next(), next(), next())
    })
}

/// What a word can be in the telling of who speaks.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::extract) struct Cue {
    /// The verb of saying of which it is a form.
    pub(super) verb: Option<Verb>,
    /// What somebody does whose claim, denial or fear it names.
    pub(super) noun: Option<Stance>,
    /// Whether it may open a phrase that tells who says so: `according to`, `by her count`.
    pub(super) opens: bool,
}

impl Cue {
    /// What a word in lower case, singular or plural, can be.
    pub fn of(word: &str) -> Self {
        Cue {
            verb: VERBS.get(word).copied(),
            noun: singular(word).find_map(|form| NOUNS.get(form).copied()),
            opens: matches!(word, "according" | "by" | "in" | "on" | "to"),
        }
    }

    /// Whether it says nothing of who speaks.
    pub fn is_none(&self) -> bool {
        self.verb.is_none() && self.noun.is_none() && !self.opens
    }
}

/// What kind of speaker `word`, in lower case, singular or plural, names.
pub(super) fn voice(word: &str) -> Option<Voice> {
    let listed = singular(word).find_map(|form| VOICES.get(form).copied());
    let person = ["men", "women", "man", "woman", "person"].iter().any(|end| word.ends_with(end));
    listed.or(match word {
        "authorities" | "agencies" | "companies" | "ministries" | "parties" | "families" | "juries" => {
            Some(Voice::Group)
        }
        "studies" | "surveys" => Some(Voice::Text),
        _ => (person && word.len() > 5).then_some(Voice::Person),
    })
}

/// The word itself and what it would be the plural of.
fn singular(word: &str) -> impl Iterator<Item = &str> {
    [Some(word), word.strip_suffix('s'), word.strip_suffix("es")].into_iter().flatten()
}
