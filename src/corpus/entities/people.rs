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
    /// How one word stands to another, each with its romanisation key.
    fn of((a, a_key): (&str, &str), (b, b_key): (&str, &str), first: bool) -> Self {
        let length = a.chars().count().min(b.chars().count());
        match strsim::osa_distance(a, b) {
            0 => Self::Same,
            _ if first && identity::first_names_fit(a, b) => Self::Form,
            // Two letters that changed places make no other name.
            1 if length > 3 && identity::same_letters(a, b) => Self::Sound,
            _ if identity::same_sound(a, b) || length > 3 && a_key == b_key => Self::Sound,
            _ if identity::similar(a, b) => Self::Slip,
            2 if length > 4 && identity::same_letters_doubled(a, b) => Self::Slip,
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
        _ if short.whole_key == long.whole_key => Some(95),
        _ if identity::full_names_fit(x, y) && x.last() == y.last() && x.len() != y.len() => Some(85),
        [x @ .., last] if x.len() == y.len() - 1 && *last == y[0] && x == &y[1..] => Some(82),
        _ => variant_score(short, long, x, y),
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

/// Whether what stands between first and last name is one, give or take a slip.
fn middles_fit(x: &[String], y: &[String]) -> bool {
    let middle = |words: &[String]| words[1..words.len() - 1].concat();
    let (m, n) = (middle(x), middle(y));
    let like = || Likeness::of((&m, &romanise::key(&m)), (&n, &romanise::key(&n)), true);
    m == n || like() <= Likeness::Slip
}

/// Whether two people hold a post of which there is one: one that goes to no family, or else one described by another word too.
fn same_office(a: &Group, b: &Group) -> bool {
    let shared = || a.posts.intersection(&b.posts);
    shared().any(|post| !post.of_families)
        || shared().next().is_some()
            && a.roles.intersection(&b.roles).filter(|word| word.len() > 3).count() > 1
}

/// Whether two first names begin with the same four letters.
fn opens_long(a: &str, b: &str) -> bool {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count() >= 4
}

/// Whether one of two words is known as a first name and the other is not.
fn one_is_a_name(x: &str, y: &str) -> bool {
    identity::is_first_name(x) != identity::is_first_name(y)
}

/// Two full names that are alike: first and last word against each other where one has a name in between.
fn variant_score(a: &Group, b: &Group, x: &[String], y: &[String]) -> Option<u32> {
    let ([x_first, .., x_last], [y_first, .., y_last]) = (x, y) else { return None };
    if y.len() > x.len() + 1 || x.len() == y.len() && !middles_fit(x, y) {
        return None;
    }
    let (x_keys, y_keys) = (&a.keys[..x.len()], &b.keys[..y.len()]);
    let (x_end, y_end) = (x.len() - 1, y.len() - 1);
    let first = Likeness::of((x_first, &x_keys[0]), (y_first, &y_keys[0]), true);
    let last = Likeness::of((x_last, &x_keys[x_end]), (y_last, &y_keys[y_end]), false);
    let same_age = !a.ages.is_disjoint(&b.ages);
    let other_age = !same_age && !a.ages.is_empty() && !b.ages.is_empty();
    let same_post = a.posts.iter().any(|post| b.posts.contains(post));
    let witnessed = same_age || same_post;
    let other_role =
        !same_post && !a.roles.is_empty() && !b.roles.is_empty() && a.roles.is_disjoint(&b.roles);
    let known = a.sex != Sex::Unknown && x_first.len() > 3;
    let longer = x_first.len() != y_first.len();
    let opens_alike = |a: &str, b: &str| a.chars().next() == b.chars().next();
    let lasts_open_alike = opens_alike(&x_keys[x_end], &y_keys[y_end]);
    match (first, last) {
        (Likeness::Same, Likeness::Same) => Some(80),
        (Likeness::Same, Likeness::Sound) => Some(80),
        (Likeness::Same, Likeness::Slip) if lasts_open_alike || witnessed => Some(80),
        (Likeness::Same, Likeness::Slip | Likeness::Letter) if known => Some(70),
        (Likeness::Same, Likeness::Letter | Likeness::Near) if witnessed => Some(78),
        // Two people of one first name and one age, alone with it in their articles, are rare.
        (Likeness::Same, _) if same_age && x_first.len() > 3 => Some(66),
        (Likeness::Form | Likeness::Sound, Likeness::Same) => Some(80),
        (Likeness::Slip, Likeness::Same) if !other_age && opens_alike(&x_keys[0], &y_keys[0]) => Some(80),
        // `Sara` and `Sarah` are one name; `Tim` and `Tom` are two.
        (Likeness::Slip | Likeness::Letter, Likeness::Same) if !other_age && longer => Some(72),
        // `Emta` is nobody's name, `Emma` is.
        (Likeness::Letter, Likeness::Same) if !other_age && one_is_a_name(x_first, y_first) => Some(72),
        (_, Likeness::Same) if same_age => Some(78),
        (Likeness::Slip | Likeness::Letter | Likeness::Near, Likeness::Same) if same_post => Some(76),
        (_, _) if other_age => None,
        // `Rosalind` and `Rosalyn`: more letters apart than a slip, and of one beginning.
        (Likeness::Near, Likeness::Same) if known && b.sex == a.sex && opens_long(x_first, y_first) => {
            Some(70)
        }
        // Two of one surname in one office are rare, where it does not go from one to the other of a family.
        (_, Likeness::Same) if same_office(a, b) => Some(64),
        // Nothing of the names is the same, so that a fire chief and a councillor are two.
        (Likeness::Form | Likeness::Sound | Likeness::Slip, Likeness::Sound | Likeness::Slip)
            if !other_role =>
        {
            (witnessed || first <= Likeness::Sound || last == Likeness::Sound).then_some(72)
        }
        _ => (witnessed && first.max(last) <= Likeness::Near).then_some(74),
    }
}
