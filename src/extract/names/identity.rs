//! What makes two names one, for those who link names across articles.

use std::borrow::Borrow;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};

use super::lexicon::{self, Class};
use super::places;

pub use super::fits::{
    first_names_fit, full_names_fit, initials, is_slip_of_surname, same_letters, same_letters_doubled,
    similar, without_suffix,
};
pub use super::links::plain_words as comparable_words;
pub use super::sex::{Sex, sex, sex_of_first_name, sex_of_name, sex_of_noun};
pub use super::sound::same_sound;

static NICKNAMES: LazyLock<FxHashMap<&'static str, Vec<u16>>> = LazyLock::new(|| {
    let mut groups: FxHashMap<&'static str, Vec<u16>> = FxHashMap::default();
    let lines = include_str!("../data/nicknames.txt").lines().filter(|line| !line.starts_with('#'));
    for (group, line) in (0u16..).zip(lines) {
        line.split(' ').for_each(|name| groups.entry(name).or_default().push(group));
    }
    groups
});

/// Whether one first name is a common short form of the other, or both are of a third: `bob` and `robert`. Both in lower case.
pub fn is_nickname(a: &str, b: &str) -> bool {
    match (NICKNAMES.get(a), NICKNAMES.get(b)) {
        (Some(x), Some(y)) => a != b && x.iter().any(|group| y.contains(group)),
        _ => false,
    }
}

/// A post that one person of a body or place holds at a time: `mayor`, not `officer`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SolePost {
    /// The noun for it, in full.
    pub name: &'static str,
    /// Whether it often goes to several of one family: `owner`, `president`.
    pub of_families: bool,
}

static SOLE_POSTS: LazyLock<FxHashMap<&'static str, SolePost>> = LazyLock::new(|| {
    let mut posts = FxHashMap::default();
    for line in include_str!("../data/sole_posts.txt").lines().filter(|line| !line.starts_with('#')) {
        let (names, mark) = line.split_once(' ').unwrap_or((line, ""));
        let mut names = names.split('=').peekable();
        let name = names.peek().copied().unwrap_or_default();
        posts.extend(names.map(|short| (short, SolePost { name, of_families: mark == "f" })));
    }
    posts
});

/// The post that a noun, in lower case, stands for, if one person holds it at a time.
pub fn sole_post(noun: &str) -> Option<SolePost> {
    SOLE_POSTS.get(noun).copied()
}

/// Whether a word, in lower case, is known as a first name.
pub fn is_first_name(word: &str) -> bool {
    lexicon::class(word).is(Class::FIRST)
}

/// Whether a word of the name says that it is an organisation, so that its kind is no guess.
pub fn tells_kind<W: Borrow<str>>(words: &[W]) -> bool {
    words.iter().any(|w| lexicon::class(w.borrow()).is(Class::ORG_HEAD.or(Class::COMPANY)))
}

/// The words of a name that carry meaning, in an order of their own: `Ministry of Defence of Ukraine` and `Ukrainian Defense Ministry`
/// have the same.
pub fn content_words<W: Borrow<str>>(words: &[W]) -> Vec<String> {
    let mut content: Vec<String> = telling(words).map(|word| sense(word).to_lowercase()).collect();
    // The order of a person's names means something; that of a ministry's words does not.
    if tells_kind(words) {
        content.sort();
    }
    content
}

/// A number that names with the same [`content_words`] share, made without lists of them.
pub fn content_key<W: Borrow<str>>(words: &[W]) -> u64 {
    let hashes = telling(words).map(|word| {
        let mut hasher = FxHasher::default();
        sense(word).hash(&mut hasher);
        hasher.finish()
    });
    match tells_kind(words) {
        true => hashes.fold(1, u64::wrapping_add),
        false => hashes.fold(0, |key: u64, hash| key.rotate_left(7) ^ hash),
    }
}

/// The words of a name but for those that only join the others.
fn telling<W: Borrow<str>>(words: &[W]) -> impl Iterator<Item = &str> {
    words.iter().map(W::borrow).filter(|w| !matches!(*w, "of" | "for" | "and" | "the" | "&"))
}

/// What a word of a name stands for: the country of a people, the British spelling.
fn sense(word: &str) -> &str {
    let country = || places::find(word).filter(|p| p.rank == places::Rank::Country).map(|p| p.name);
    places::country_of_people(word).or_else(country).unwrap_or_else(|| british(word))
}

/// The British spelling of a word that Americans spell otherwise.
fn british(word: &str) -> &str {
    match word {
        "defense" => "defence",
        "center" => "centre",
        "centers" => "centres",
        "organization" => "organisation",
        "labor" => "labour",
        "harbor" => "harbour",
        "program" => "programme",
        "theater" => "theatre",
        other => other,
    }
}

/// The words of a place's name without the noun for what it is: `kursk` of `kursk oblast`.
pub fn without_generic<W: Borrow<str>>(words: &[W]) -> &[W] {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() && lexicon::class(last.borrow()).is(Class::GENERIC) => rest,
        _ => words,
    }
}

/// Whether `short` is `long` without its legal form, the heads at its end or the country before it.
pub fn short_organisation<W: Borrow<str> + PartialEq>(short: &[W], long: &[W]) -> bool {
    if short.is_empty() || short.len() >= long.len() {
        return false;
    }
    if let Some(rest) = long.strip_prefix(short) {
        let head = |w: &str| {
            lexicon::class(w).is(Class::COMPANY)
                || matches!(w, "group" | "holdings" | "corporation" | "company" | "news" | "partners")
        };
        return rest.iter().map(W::borrow).all(head) && places::find(&short.join(" ")).is_none();
    }
    let before = &long[..long.len() - short.len()];
    let local =
        places::find(&before.join(" ")).is_some() || before.iter().all(|w| places::is_demonym(w.borrow()));
    long.ends_with(short) && local && short.len() > 1
}
