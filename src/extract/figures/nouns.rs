//! Nouns: the singular, and whether a noun stands for people.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

fn lines(text: &'static str) -> FxHashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).collect()
}

static PEOPLE: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/people.txt")));
static THINGS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/things_like_people.txt")));
static STATES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("../data/states_of_people.txt")));

/// Plurals that no rule gives, and nouns that have but one form.
const IRREGULAR: [(&str, &str); 34] = [
    ("aircraft", "aircraft"),
    ("bacteria", "bacterium"),
    ("calves", "calf"),
    ("children", "child"),
    ("crises", "crisis"),
    ("criteria", "criterion"),
    ("dice", "die"),
    ("feet", "foot"),
    ("geese", "goose"),
    ("halves", "half"),
    ("headquarters", "headquarters"),
    ("knives", "knife"),
    ("leaves", "leaf"),
    ("lives", "life"),
    ("loaves", "loaf"),
    ("means", "means"),
    ("men", "man"),
    ("mice", "mouse"),
    ("movies", "movie"),
    ("news", "news"),
    ("oxen", "ox"),
    ("passers-by", "passer-by"),
    ("people", "person"),
    ("peoples", "people"),
    ("persons", "person"),
    ("selves", "self"),
    ("series", "series"),
    ("shelves", "shelf"),
    ("shoes", "shoe"),
    ("species", "species"),
    ("teeth", "tooth"),
    ("thieves", "thief"),
    ("wives", "wife"),
    ("wolves", "wolf"),
];

/// The singular of a noun in lower case.
pub(super) fn singular(lower: &str) -> Cow<'_, str> {
    if let Ok(i) = IRREGULAR.binary_search_by(|(plural, _)| (*plural).cmp(lower)) {
        return Cow::Borrowed(IRREGULAR[i].1);
    }
    if let Some(stem) =
        lower.strip_suffix("men").filter(|stem| stem.len() > 1 && *stem != "speci" && *stem != "regi")
    {
        return Cow::Owned(format!("{stem}man"));
    }
    if !lower.ends_with('s') || lower.len() < 4 {
        return Cow::Borrowed(lower);
    }
    let kept = ["ss", "us", "is", "news"].iter().any(|end| lower.ends_with(end));
    if kept && lower != "buses" {
        return Cow::Borrowed(lower);
    }
    if let Some(stem) = lower.strip_suffix("ies").filter(|stem| stem.len() > 1) {
        return Cow::Owned(format!("{stem}y"));
    }
    let hissed =
        ["ches", "shes", "sses", "xes", "zzes", "oes", "uses"].iter().any(|end| lower.ends_with(end));
    let silent = [
        "houses",
        "causes",
        "clauses",
        "nurses",
        "toes",
        "uses",
        "horses",
        "caches",
        "headaches",
        "aches",
        "spouses",
        "warehouses",
        "abuses",
        "excuses",
        "nooses",
    ]
    .contains(&lower)
        || lower.ends_with("houses");
    let cut = if hissed && !silent { 2 } else { 1 };
    Cow::Borrowed(&lower[..lower.len() - cut])
}

/// Whether a noun in the singular is known to stand for people.
pub(super) fn is_listed(singular: &str) -> bool {
    PEOPLE.contains(singular)
}

/// Whether a noun in the singular stands for people: by the list, else by an ending that makes doers.
pub(super) fn is_person(singular: &str) -> bool {
    if is_listed(singular) {
        return true;
    }
    let doer = ["er", "or", "ist", "man", "woman", "ian", "eer"]
        .iter()
        .any(|end| singular.len() > end.len() + 2 && singular.ends_with(end));
    doer && !THINGS.contains(singular)
}

/// Whether a noun names a parent: `a mother of three`.
pub(super) fn is_parent(lower: &str) -> bool {
    let close = ["father", "mother", "dad", "mum", "mom", "parent", "parents"];
    close.contains(&lower)
}

/// Whether a noun names a body of people whose size may stand behind `of`, or behind a colon: `a crowd of 4,000`, `Personnel: 340`.
pub(super) fn is_body_of_people(lower: &str) -> bool {
    let bodies = [
        "audience",
        "congregation",
        "country",
        "crew",
        "crowd",
        "gathering",
        "nation",
        "personnel",
        "population",
        "staff",
        "town",
        "village",
        "workforce",
    ];
    bodies.contains(&lower)
}

/// Whether a noun counts in its singular: `14 crew`, `three aircraft`.
pub(super) fn is_collective(lower: &str) -> bool {
    [
        "craft",
        "staff",
        "crew",
        "personnel",
        "police",
        "cattle",
        "livestock",
        "sheep",
        "fish",
        "deer",
        "infantry",
        "head",
    ]
    .iter()
    .any(|end| lower.ends_with(end))
}

/// Whether a word tells the state of people and can stand for them: `31 dead`, `nine missing`.
pub(super) fn is_state(lower: &str) -> bool {
    STATES.contains(lower)
}

/// Whether a verb puts people into such a state: `killed 19`, `injuring 40`.
pub(super) fn makes_state(lower: &str) -> bool {
    if STATES.contains(lower) {
        return !matches!(lower, "present" | "absent" | "safe" | "aboard" | "alive");
    }
    let stem = lower.strip_suffix("ing").or_else(|| lower.strip_suffix('s')).unwrap_or(lower);
    stem.len() > 2
        && (STATES.contains(format!("{stem}ed").as_str()) || STATES.contains(format!("{stem}d").as_str()))
}
