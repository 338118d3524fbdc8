//! The words of happenings: which verbs and nouns name one kind, and which verbs only carry a noun.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::Turn;
use crate::extract::words::{hash, stem};
use crate::text::WordMap;

/// What a verb without a happening of its own does for the noun beside it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Carrier {
    /// Says that it happens: `the quake struck`, `she passed an inspection`.
    Light,
    /// What a disaster does, where one is its subject: `fire tore through the mill`.
    Ravage,
    /// Says nothing of it: speech, thought, states.
    Mute,
    /// Sets it for a day: `is scheduled`.
    Plan,
    /// Puts it off or elsewhere.
    Moved,
}

/// What a word beside a happening says of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// It is another than the one told before: `a second blast`.
    Apart,
    /// It comes about on many days: `every evening`.
    Habit,
    /// It was put off, called off or set elsewhere.
    Moved,
}

static MARKS: LazyLock<WordMap<Mark>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/event_marks.txt")).filter_map(|row| row.split_once(" | "));
    let marked = rows.flat_map(|(what, words)| {
        let mark = match what {
            "apart" => Mark::Apart,
            "habit" => Mark::Habit,
            _ => Mark::Moved,
        };
        words.split_whitespace().map(move |word| (word, mark))
    });
    marked.collect()
});

#[derive(Default)]
struct Lexicon {
    nouns: FxHashMap<&'static str, u32>,
    verbs: FxHashMap<&'static str, u32>,
    carriers: FxHashMap<&'static str, Carrier>,
    turns: FxHashMap<u32, Turn>,
    /// What an incident leaves (true) and who comes to it.
    aftermath: FxHashMap<&'static str, bool>,
    /// Kinds by a verb's infinitive and a word behind it.
    phrases: FxHashMap<(&'static str, &'static str), u32>,
    /// The same for a verb with the word right behind it.
    joined: FxHashMap<(&'static str, &'static str, &'static str), u32>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut all = Lexicon::default();
    for row in rows(include_str!("../data/event_words.txt")) {
        let mut fields = row.split('|').map(str::trim);
        let kind = hash(fields.next().unwrap_or_default());
        let mut list = || fields.next().unwrap_or_default().split_whitespace();
        list().for_each(|noun| _ = all.nouns.insert(noun, kind));
        list().for_each(|verb| _ = all.verbs.insert(stem(verb), kind));
        let turn = match fields.next() {
            Some("incident") => Turn::Incident,
            Some("call") => Turn::Call,
            Some("once") => Turn::Once,
            _ => Turn::Other,
        };
        all.turns.insert(kind, turn);
    }
    for row in rows(include_str!("../data/event_phrases.txt")) {
        let Some((what, pairs)) = row.split_once(" | ") else { continue };
        for (verb, word) in pairs.split_whitespace().filter_map(|pair| pair.split_once('+')) {
            match verb.split_once('_') {
                Some((verb, beside)) => _ = all.joined.insert((verb, beside, word), hash(what)),
                None => _ = all.phrases.insert((verb, word), hash(what)),
            }
        }
    }
    for row in rows(include_str!("../data/event_verbs.txt")) {
        let Some((what, verbs)) = row.split_once(" | ") else { continue };
        let carrier = match what {
            "light" => Carrier::Light,
            "plan" => Carrier::Plan,
            "moved" => Carrier::Moved,
            "ravage" => Carrier::Ravage,
            _ => Carrier::Mute,
        };
        for verb in verbs.split_whitespace() {
            all.carriers.insert(verb, carrier);
        }
    }
    for row in rows(include_str!("../data/aftermath.txt")) {
        let Some((what, words)) = row.split_once(" | ") else { continue };
        all.aftermath.extend(words.split_whitespace().map(|word| (word, what == "left")));
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

/// How the happenings of a kind stand to the news.
pub(super) fn turn(kind: u32) -> Turn {
    LEXICON.turns.get(&kind).copied().unwrap_or(Turn::Other)
}

/// The kind of happening that a verb, by its infinitive, names with a word behind it: `send` with `prison`.
pub(super) fn phrase(infinitive: &str, word: &str) -> Option<u32> {
    LEXICON.phrases.get(&(infinitive, word)).copied()
}

/// The same for a verb that takes its sense from the word right behind it: `come over` with `bank`.
pub(super) fn joined_phrase(infinitive: &str, beside: &str, word: &str) -> Option<u32> {
    LEXICON.joined.get(&(infinitive, beside, word)).copied()
}

/// Whether a word, as printed, is for what an incident leaves, where people come on later days: the scene, the wreckage.
pub(super) fn is_left(lower: &str) -> bool {
    LEXICON.aftermath.get(lower) == Some(&true)
}

/// Whether a word is for what an incident leaves or for those who come to it: crews, officers, mourners.
pub(super) fn is_aftermath(lower: &str) -> bool {
    LEXICON.aftermath.contains_key(lower)
}

/// What `it happened` and `the incident` stand for.
pub fn any_incident() -> u32 {
    hash("incident")
}

/// Whether a kind tells of what any incident does to people: they are attacked or killed.
pub fn is_harm(kind: u32) -> bool {
    ["attack", "killing"].iter().any(|name| hash(name) == kind)
}

/// What a word, as printed, says of the happening beside it.
pub(super) fn mark(lower: &str) -> Option<Mark> {
    MARKS.get(lower).copied()
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
