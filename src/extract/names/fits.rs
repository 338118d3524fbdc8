//! Whether a short name can stand for a long one.

use std::borrow::{Borrow, Cow};

use crate::extract::EntityKind;

use super::identity::is_nickname;
use super::lexicon::{self, Class};
use super::links::Spelling;
use super::places::Rank;
use super::romanise;

/// The first letters of the words of a name, little words left out.
pub fn initials<W: Borrow<str>>(words: &[W]) -> String {
    words
        .iter()
        .map(W::borrow)
        .filter(|w| !matches!(*w, "of" | "for" | "and" | "the" | "on" | "&" | "in"))
        .filter_map(|w| w.chars().next())
        .collect()
}

/// Whether `short`, which has no more words than `long`, can name the same thing.
pub(super) fn fits(short: &Spelling, long: &Spelling) -> bool {
    if std::ptr::eq(short, long) || short.words.is_empty() || long.words.is_empty() {
        return false;
    }
    let person = long.kind() == EntityKind::Person;
    if short.place.is_some() && !(person && short.kind() == EntityKind::Person) {
        return short.place.is_some_and(|p| p.rank != Rank::Country) && generic_fits(short, long);
    }
    match person {
        true => person_fits(short, long),
        false => generic_fits(short, long) || organisation_fits(short, long),
    }
}

fn person_fits(short: &Spelling, long: &Spelling) -> bool {
    let votes = short.votes;
    let kind = short.kind();
    if kind != EntityKind::Person && votes.get(kind) >= 7 {
        return false;
    }
    if opposed(short.sex, long.sex) {
        return false;
    }
    let (s, l) = (&short.words, without_suffix(&long.words));
    let s = without_suffix(s);
    match s {
        [] => false,
        [word] => {
            let sure = long.votes.get(EntityKind::Person) > 2 || votes.get(EntityKind::Person) > 2;
            // A town may be called like somebody's first name.
            let place = votes.get(EntityKind::Place);
            let town = place > 3 && place > votes.get(EntityKind::Person);
            let first = sure && !town && &l[0] == word;
            l.len() > 1
                && (l.last() == Some(word)
                    || first
                    || l.last().is_some_and(|last| romanised_alike(word, last)))
        }
        _ if lexicon::class(&s[0]).is(Class::PARTICLE) && l.ends_with(s) => true,
        _ => full_names_fit(s, l),
    }
}

/// Two spellings of one surname from another script: `Zelensky` and `Zelenskiy`.
fn romanised_alike(a: &str, b: &str) -> bool {
    let long = |w: &str| w.chars().count() > 4;
    long(a) && long(b) && romanise::key(a) == romanise::key(b)
}

/// Whether one is a man and the other a woman.
pub(super) fn opposed(a: Class, b: Class) -> bool {
    a.is(Class::MALE) && !a.is(Class::FEMALE) && b.is(Class::FEMALE) && !b.is(Class::MALE)
        || a.is(Class::FEMALE) && !a.is(Class::MALE) && b.is(Class::MALE) && !b.is(Class::FEMALE)
}

/// The words of a name without `Jr.` and the like.
pub fn without_suffix<W: Borrow<str>>(words: &[W]) -> &[W] {
    match words.split_last() {
        Some((last, rest)) if rest.len() > 1 && matches!(last.borrow(), "jr" | "sr" | "ii" | "iii") => rest,
        _ => words,
    }
}

/// Two full names: same surname and first names that can be one, or one name within the other, or a slip of the pen.
pub fn full_names_fit<W: Borrow<str> + PartialEq>(a: &[W], b: &[W]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (Some(first), Some(last)) = (short.first(), short.last()) else { return false };
    let same_end = long.last() == Some(last);
    if same_end && short.len() < long.len() && short.len() > 1 {
        return first_names_fit(first.borrow(), long[0].borrow()) || long.ends_with(short);
    }
    if short.len() != long.len() {
        return false;
    }
    let mut differing = short.iter().zip(long).filter(|(x, y)| x != y);
    match (differing.next(), differing.next()) {
        (Some((x, y)), None) => {
            let fit = x == first && same_end && first_names_fit(x.borrow(), y.borrow());
            fit || similar(x.borrow(), y.borrow())
        }
        _ => false,
    }
}

/// `J` and `John`, `Ron` and `Ronald`, `Bob` and `Robert`.
pub fn first_names_fit(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long == short
        || (short.len() == 1 || short.len() >= 3) && long.starts_with(short)
        || is_nickname(short, long)
}

/// One letter apart in words of five and more, two in words of nine and more.
pub fn similar(a: &str, b: &str) -> bool {
    let length = a.chars().count().min(b.chars().count());
    let most = match length {
        0..=4 => return false,
        5..=8 => 1,
        _ => 2,
    };
    strsim::osa_distance(a, b) <= most
}

/// Whether a word is the surname with one slip rather than another name: `Klien` for `Klein`, not `Moor` for `Moore` or the plural.
pub fn is_slip_of_surname(surname: &str, word: &str) -> bool {
    let length = surname.chars().count().min(word.chars().count());
    let plural = |one: &str, many: &str| {
        many.strip_suffix('s').is_some_and(|w| w == one || w.strip_suffix('e') == Some(one))
    };
    if length < 5
        || plural(surname, word)
        || plural(word, surname)
        || strsim::osa_distance(surname, word) != 1
    {
        return false;
    }
    length >= 6 || same_letters(surname, word) || super::sound::same_sound(surname, word)
}

/// Whether two words have the same letters, in whatever order.
pub fn same_letters(a: &str, b: &str) -> bool {
    let letters = |w: &str| {
        let mut letters: Vec<char> = w.chars().collect();
        letters.sort_unstable();
        letters
    };
    letters(a) == letters(b)
}

/// Whether two words have the same letters but for one that is doubled: `Crisp` and `Cripps`.
pub fn same_letters_doubled(a: &str, b: &str) -> bool {
    let letters = |w: &str| {
        let mut letters: Vec<char> = w.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        letters
    };
    a.chars().count().abs_diff(b.chars().count()) == 1 && letters(a) == letters(b)
}

/// `Kursk`, `Kursk region` and `Kursk oblast`.
fn generic_fits(a: &Spelling, b: &Spelling) -> bool {
    let (x, y) = (&a.words[..a.bare], &b.words[..b.bare]);
    let bare = |s: &Spelling| s.place.is_some_and(|p| matches!(p.rank, Rank::Country | Rank::Capital));
    x == y && (x.len() < a.words.len() || y.len() < b.words.len()) && !bare(a) && !bare(b)
}

/// `Varden` and `Varden Audio`, `Air Force` and `United States Air Force`, `the Agency` and `Civil Protection Agency`.
fn organisation_fits(short: &Spelling, long: &Spelling) -> bool {
    if short.capitals
        && short.words.len() == 1
        && initials(&long.words) == short.words[0]
        && short.words[0].len() > 1
    {
        return true;
    }
    if short.words.len() >= long.words.len() {
        // “Defense Ministry” and “Ministry of Defence”, “Russo-Ukraine War” and “Russo-Ukrainian War”.
        return short.words.len() > 1 && short.content == long.content;
    }
    let model = |w: &str| w.bytes().any(|b| b.is_ascii_digit()) && w.bytes().any(|b| b.is_ascii_alphabetic());
    if let ([only], Some(last)) = (&short.words[..], long.words.last())
        && model(only)
    {
        return only.trim_end_matches('s') == last.trim_end_matches('s');
    }
    if long.kind() == EntityKind::Organisation
        && lexicon::class(&long.words[long.words.len() - 1]).is(Class::COMPANY.or(Class::ORG_HEAD))
        && let Some(rest) = long.words.strip_prefix(&*short.words)
        && (rest.iter().all(|w| lexicon::class(w).is(Class::COMPANY))
            || long.first < short.first
            || is_legal(rest))
    {
        return true;
    }
    if kinds_differ(short, long) {
        return false;
    }
    let dropped_behind = long.words.strip_prefix(&*short.words);
    if let Some(rest) = dropped_behind {
        let company = rest.iter().all(|w| lexicon::class(w).is(Class::COMPANY.or(Class::ORG_HEAD)));
        let thing =
            long.kind() == EntityKind::Other && !rest.iter().all(|w| lexicon::class(w).is(Class::THING_HEAD));
        // A town is no short name for the hall that is called after it.
        let sites = long.kind() == EntityKind::Place && short.votes.get(EntityKind::Place) > 3;
        let introduced = long.first <= short.first && !thing && !sites;
        let head = lexicon::class(&short.words[short.words.len() - 1]);
        return company || introduced && !head.is(Class::SUBJECT.or(Class::FIRST)) || one_head(short, long);
    }
    if long.words.ends_with(&short.words) {
        let dropped = &long.words[..long.words.len() - short.words.len()];
        let local =
            dropped.iter().all(|w| super::places::find(w).is_some() || lexicon::class(w).is(Class::DEMONYM))
                || super::places::find(&dropped.join(" ")).is_some();
        let head = lexicon::class(&short.words[short.words.len() - 1]).is(Class::HEAD);
        return local || head;
    }
    one_head(short, long)
}

/// Whether a name ends in its legal form, so that it is the full name of which other forms are short ones.
fn is_legal(rest: &[Cow<'_, str>]) -> bool {
    rest.last().is_some_and(|w| lexicon::class(w).is(Class::COMPANY))
}

/// `the Strait` for `Strait of Hormuz`.
fn one_head(short: &Spelling, long: &Spelling) -> bool {
    short.words.len() == 1
        && long.words.get(1).is_some_and(|w| w == "of" || w == "for")
        && long.words[0] == short.words[0]
        && lexicon::class(&short.words[0]).is(Class::HEAD)
}

fn kinds_differ(short: &Spelling, long: &Spelling) -> bool {
    let (s, l) = (short.kind(), long.kind());
    s != l && short.votes.get(s) > 3 && long.votes.get(l) > 3
}
