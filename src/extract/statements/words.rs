//! The vocabulary of denial.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::words::{hash, stem};
use crate::text::{Inflection, Token, WordMap, infinitive, singular};

/// What a word is in a denial.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// Accuses, blames or claims.
    Accuses,
    /// Calls a claim wrong.
    Adjective,
    /// Says that something was not done: `failed to`.
    Fails,
    /// Says nothing of what is denied.
    Light,
    /// Stands for a claim.
    Noun,
    /// Negated, it keeps quiet or speaks of minds.
    Silence,
    /// Denies, whatever stands behind it.
    Verb,
    /// Denies where a word for a claim stands behind it; else it turns something down.
    TurnsDown,
}

/// What a small word does in a clause.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Small {
    /// Leaves open what is so with the word behind it: `so far`.
    Begins,
    /// Behind `no` or `nothing`, grants what is said or sets a bound to it: `no doubt`, `nothing more`.
    Bounds,
    /// Holds the next word at arm's length: `allegedly`.
    Doubts,
    /// Says with `out` that something was not the case: `ruled out`.
    Excludes,
    /// Judges what there is a claim about: a court.
    Judges,
    /// Negates as a subject or object: `nothing`.
    Nobody,
    /// Leaves open what is so: `yet`.
    Opens,
    /// Behind `no`, says of what stands behind it that nobody means to do it: `no plans to close`.
    Plans,
    /// Tells what somebody pleads: `guilty`.
    Pleads,
    /// Says, negated, that something is not so: `true`.
    So,
    /// Says what might or ought to be: `should`.
    Supposes,
    /// May be denied to somebody, who does not get it: `access`.
    Withheld,
    /// What a claim without ground has none of: `truth`.
    Truth,
    /// Leaves out what stands behind it: `without`.
    Without,
}

static ROLES: LazyLock<(WordMap<Role>, WordMap<Small>)> = LazyLock::new(|| {
    let (mut roles, mut small) = (FxHashMap::default(), FxHashMap::default());
    for (name, words) in rows(include_str!("../data/denials.txt")) {
        let role = match name {
            "accuses" => Role::Accuses,
            "adjective" => Role::Adjective,
            "fails" => Role::Fails,
            "light" => Role::Light,
            "noun" => Role::Noun,
            "silence" => Role::Silence,
            "turns down" => Role::TurnsDown,
            "verb" => Role::Verb,
            _ => {
                let what = match name {
                    "begins" => Small::Begins,
                    "bounds" => Small::Bounds,
                    "doubts" => Small::Doubts,
                    "excludes" => Small::Excludes,
                    "judges" => Small::Judges,
                    "nobody" => Small::Nobody,
                    "opens" => Small::Opens,
                    "plans" => Small::Plans,
                    "pleads" => Small::Pleads,
                    "so" => Small::So,
                    "truth" => Small::Truth,
                    "withheld" => Small::Withheld,
                    "without" => Small::Without,
                    _ => Small::Supposes,
                };
                small.extend(words.split(' ').map(|word| (word, what)));
                continue;
            }
        };
        roles.extend(words.split(' ').map(|word| (word, role)));
    }
    (roles.into(), small.into())
});

/// Numbers that words share which claims and their denials use for one thing, by stem.
static SENSES: LazyLock<WordMap<u32>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/claim_senses.txt"));
    let words = rows.flat_map(|(name, words)| words.split(' ').map(move |word| (stem(word), hash(name))));
    words.filter(|(word, _)| !word.contains('_')).collect()
});

/// The senses of verbs with a particle, with what the two mean.
static PHRASALS: LazyLock<Vec<(&'static str, &'static str, u32)>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/claim_senses.txt"));
    let words = rows.flat_map(|(name, words)| words.split(' ').map(move |word| (word, hash(name))));
    words
        .filter_map(|(word, sense)| word.split_once('_').map(|(verb, behind)| (verb, behind, sense)))
        .collect()
});

/// Whether a word may stand behind a verb as a part of it: `away`, `out`.
pub(super) fn is_particle(lower: &str) -> bool {
    matches!(lower, "aside" | "away" | "down" | "off" | "out" | "up")
}

/// The sense of a verb, by its infinitive, with the particle behind it.
pub(super) fn phrasal(verb: &str, particle: &str) -> Option<u32> {
    PHRASALS.iter().find(|row| row.0 == verb && row.1 == particle).map(|row| row.2)
}

fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" | "))
}

/// What a word is to statements, in whatever sentence it stands.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(in crate::extract) struct Vocable {
    /// What it is in a denial, as printed.
    pub(super) role: Option<Role>,
    singular: Option<Role>,
    infinitive: Option<Role>,
    /// What it does as a small word.
    pub(super) small: Option<Small>,
    /// The sense that it shares with others, as a number.
    pub(super) sense: Option<u32>,
    /// Whether it has a part in denials at all; most words have none.
    pub(super) acts: bool,
}

impl Vocable {
    /// What a word in lower case is, of which `stem` is the stem.
    pub fn of(lower: &str, stem: &str) -> Self {
        let (roles, small) = &*ROLES;
        let role = |word: &str| roles.get(word).copied();
        let (role, singular, infinitive) = (role(lower), role(&singular(lower)), role(&infinitive(lower)));
        let small = small.get(lower).copied();
        let acts = small.is_some() || [role, singular, infinitive].iter().any(Option::is_some);
        Vocable { role, singular, infinitive, small, sense: SENSES.get(stem).copied(), acts }
    }

    /// What its lemma is in a denial, where it stands as `token`.
    pub(super) fn role_as(&self, token: &Token) -> Option<Role> {
        match token.inflection() {
            _ if !self.acts => None,
            Inflection::Noun => self.singular,
            Inflection::Verb => self.infinitive,
            Inflection::None => self.role,
        }
    }
}
