//! How surely two people of a story are one: by the letters and the sound of their names, by age and by post.

use crate::extract::names::identity::{self, Sex};

use super::{Group, SHORT, romanise};

/// Years from which on a junior and his father are told apart by their ages.
const GENERATION: u32 = 12;

/// How a word of one name stands to the word at its place in the other, from the nearest to the farthest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    Same,
    /// An initial or a short form.
    Form,
    /// Said alike, or one word in two romanisations.
    Sound,
    /// A slip of the pen.
    Slip,
    /// A letter apart, yet so short that both may be names.
    Letter,
    /// Two letters apart.
    Near,
    Other,
}

impl Likeness {
    fn of(a: &str, b: &str, first: bool) -> Self {
        let length = a.chars().count().min(b.chars().count());
        match strsim::osa_distance(a, b) {
            0 => Self::Same,
            _ if first && identity::first_names_fit(a, b) => Self::Form,
            // Two letters that changed places make no other name.
            1 if length > 3 && identity::same_letters(a, b) => Self::Sound,
            _ if identity::same_sound(a, b) || length > 3 && romanise::key(a) == romanise::key(b) => {
                Self::Sound
            }
            _ if identity::similar(a, b) => Self::Slip,
            1 if length > 2 => Self::Letter,
            2 if length > 4 => Self::Near,
            _ => Self::Other,
        }
    }
}

/// How surely two people are one, in percent; `None` where nothing speaks for it.
pub(super) fn score(a: &Group, b: &Group) -> Option<u32> {
    if generations_apart(a, b) {
        return None;
    }
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let (x, y) = (identity::without_suffix(&short.words), identity::without_suffix(&long.words));
    match x {
        [] => None,
        [word] => surname_score(word, y),
        _ if romanise::key(&x.concat()) == romanise::key(&y.concat()) => Some(95),
        _ if identity::full_names_fit(x, y) && x.last() == y.last() && x.len() != y.len() => Some(85),
        [x @ .., last] if x.len() == y.len() - 1 && *last == y[0] && x == &y[1..] => Some(82),
        _ => variant_score(a, b, x, y),
    }
}

/// Father and son of one name: `Jr.` stands behind one of them alone, and their ages are far apart.
fn generations_apart(a: &Group, b: &Group) -> bool {
    let suffix = |g: &Group| identity::without_suffix(&g.words).len() < g.words.len();
    let apart = || {
        let gaps = a.ages.iter().flat_map(|x| b.ages.iter().map(|y| x.abs_diff(*y)));
        gaps.min().is_some_and(|gap| gap >= GENERATION)
    };
    suffix(a) != suffix(b) && apart()
}

/// A surname alone against a full name: the same, or a slip that is no other name.
fn surname_score(word: &str, full: &[String]) -> Option<u32> {
    let surname = full.last().filter(|_| full.len() > 1)?;
    match () {
        () if surname == word => Some(SHORT),
        () if identity::is_slip_of_surname(surname, word) => Some(SHORT - 5),
        () => None,
    }
}

/// Two full names that are alike: first and last word against each other where one has a name in between.
fn variant_score(a: &Group, b: &Group, x: &[String], y: &[String]) -> Option<u32> {
    let ([x_first, .., x_last], [y_first, .., y_last]) = (x, y) else { return None };
    let middle = |words: &[String]| words[1..words.len() - 1].concat();
    let (m, n) = (middle(x), middle(y));
    if x.len() == y.len() && m != n && Likeness::of(&m, &n, true) > Likeness::Slip || y.len() > x.len() + 1 {
        return None;
    }
    let first = Likeness::of(x_first, y_first, true);
    let last = Likeness::of(x_last, y_last, false);
    let same_age = !a.ages.is_disjoint(&b.ages);
    let other_age = !same_age && !a.ages.is_empty() && !b.ages.is_empty();
    let same_post = a.posts.iter().any(|post| b.posts.contains(post));
    let witnessed = same_age || same_post;
    let known = a.sex != Sex::Unknown && x_first.len() > 3;
    let longer = x_first.len() != y_first.len();
    let opens_alike = |a: &str, b: &str| romanise::key(a).chars().next() == romanise::key(b).chars().next();
    match (first, last) {
        (Likeness::Same, Likeness::Same) => Some(80),
        (Likeness::Same, Likeness::Sound) => Some(80),
        (Likeness::Same, Likeness::Slip) if opens_alike(x_last, y_last) || witnessed => Some(80),
        (Likeness::Same, Likeness::Slip | Likeness::Letter) if known => Some(70),
        (Likeness::Same, Likeness::Letter | Likeness::Near) if witnessed => Some(78),
        // Two people of one first name and one age, alone with it in their articles, are rare.
        (Likeness::Same, _) if same_age && x_first.len() > 3 => Some(66),
        (Likeness::Form | Likeness::Sound, Likeness::Same) => Some(80),
        (Likeness::Slip, Likeness::Same) if !other_age && opens_alike(x_first, y_first) => Some(80),
        // `Sara` and `Sarah` are one name; `Tim` and `Tom` are two.
        (Likeness::Slip | Likeness::Letter, Likeness::Same) if !other_age && longer => Some(72),
        (_, Likeness::Same) if same_age => Some(78),
        (Likeness::Slip | Likeness::Letter | Likeness::Near, Likeness::Same) if same_post => Some(76),
        (_, _) if other_age => None,
        (Likeness::Form | Likeness::Sound | Likeness::Slip, Likeness::Sound | Likeness::Slip) => {
            (witnessed || first <= Likeness::Sound || last == Likeness::Sound).then_some(72)
        }
        _ => (witnessed && first.max(last) <= Likeness::Near).then_some(74),
    }
}
