//! The words of happenings: which verbs and nouns name one kind, and which verbs only carry a noun.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::words::{hash, stem};

/// What a verb without a happening of its own does for the noun beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Carrier {
    /// Says that it happens: `the quake struck`, `she passed an inspection`.
    Light,
    /// Says nothing of it: speech, thought, states.
    Mute,
    /// Sets it for a day: `is scheduled`.
    Plan,
    /// Puts it off or elsewhere.
    Moved,
}

#[derive(Default)]
struct Lexicon {
    nouns: FxHashMap<&'static str, u32>,
    verbs: FxHashMap<&'static str, u32>,
    carriers: FxHashMap<&'static str, Carrier>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut all = Lexicon::default();
    for row in rows(include_str!("../data/event_words.txt")) {
        let mut fields = row.split('|').map(str::trim);
        let kind = hash(fields.next().unwrap_or_default());
        let mut list = || fields.next().unwrap_or_default().split_whitespace();
        list().for_each(|noun| _ = all.nouns.insert(noun, kind));
        list().for_each(|verb| _ = all.verbs.insert(stem(verb), kind));
    }
    for row in rows(include_str!("../data/event_verbs.txt")) {
        let Some((what, verbs)) = row.split_once(" | ") else { continue };
        let carrier = match what {
            "light" => Carrier::Light,
            "plan" => Carrier::Plan,
            "moved" => Carrier::Moved,
            _ => Carrier::Mute,
        };
        for verb in verbs.split_whitespace() {
            all.carriers.entry(verb).or_insert(carrier);
        }
    }
    all
});

fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#'))
}

/// The kind of happening that a noun names; `lower` as printed or in the singular.
pub(super) fn noun(lower: &str) -> Option<u32> {
    LEXICON.nouns.get(lower).copied()
}

/// The kind of happening that a verb names, by its infinitive.
pub(super) fn verb(infinitive: &str) -> Option<u32> {
    LEXICON.verbs.get(stem(infinitive)).copied()
}

/// What a verb does for the noun beside it, by its infinitive.
pub(super) fn carrier(infinitive: &str) -> Option<Carrier> {
    LEXICON.carriers.get(infinitive).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_verbs_of_one_happening_share_a_kind() {
        assert_eq!(noun("closure"), verb("shut"));
        assert_eq!(noun("earthquake"), noun("quake"));
        assert_ne!(noun("funeral"), noun("wedding"));
        assert_eq!(noun("table"), None);
    }

    #[test]
    fn verbs_that_carry_a_noun_are_told_by_what_they_do() {
        assert_eq!(carrier("strike"), Some(Carrier::Light));
        assert_eq!(carrier("postpone"), Some(Carrier::Moved));
        assert_eq!(carrier("arrest"), None);
    }
}
