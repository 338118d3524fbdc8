//! The facets of a comparison in words.

use crate::extract::claims::{frames, lexicon};
use crate::extract::{Anchor, Aspect, Scope, Whose};

use super::amounts::say_unequal;
use super::{Side, common_words};

pub(super) fn say_scope(a: &Side, b: &Side) -> String {
    let word = |aspect: Aspect| match aspect {
        Aspect::Part => "a part",
        Aspect::Whole => "a whole",
        Aspect::Each => "each",
        Aspect::Rate => "a rate",
        Aspect::Besides => "more",
        Aspect::Former => "before",
        Aspect::Rise => "a rise",
        Aspect::Fall => "a fall",
        Aspect::Limit => "a limit",
        Aspect::Margin => "a margin",
        Aspect::Against => "the other side's",
        Aspect::Age => "an age",
        Aspect::Forecast => "a forecast",
        Aspect::Reckoned => "reckoned from another moment",
        Aspect::Joint => "of two kinds together",
    };
    let names = |s: Scope| {
        let named: Vec<&str> = Aspect::ALL.into_iter().filter(|&aspect| s.has(aspect)).map(word).collect();
        if named.is_empty() { "an amount".to_owned() } else { named.join(", ") }
    };
    format!("{} · {}", names(a.claim.scope), names(b.claim.scope))
}

pub(super) fn say_alone(a: &Side, _: &Side) -> String {
    format!(
        "the only {} of both articles",
        if a.claim.scope.has(Aspect::Age) { "age".to_owned() } else { a.figure.unit.to_string() }
    )
}

pub(super) fn say_whose(a: &Side, b: &Side) -> String {
    let name = |s: &Side| match s.whose() {
        Some(Whose::Person(person)) => s.reading.entities[person as usize].name.to_string(),
        Some(Whose::Noun(noun)) => s.reading.article.slice(noun).to_owned(),
        None => "somebody".to_owned(),
    };
    format!("{}, {}", name(a), name(b))
}

pub(super) fn say_frame(a: &Side, b: &Side) -> String {
    let name = |s: &Side| s.claim.frame.map_or("", frames::name);
    if name(a) == name(b) {
        format!("the only {} of both articles", name(a))
    } else {
        format!("{}, {}", name(a), name(b))
    }
}

fn noun(s: &Side) -> String {
    s.figure.of(&s.reading.article).or(s.figure.head.as_deref()).unwrap_or("things").to_owned()
}

pub(super) fn say_counted(a: &Side, b: &Side) -> String {
    format!("“{}”, “{}”", noun(a), noun(b))
}

pub(super) fn say_predicate(a: &Side, b: &Side) -> String {
    let name = |s: &Side| s.predicates().first().map_or("", |p| lexicon::predicate_name(p.0));
    if name(a) == name(b) { format!("both {}", name(a)) } else { format!("{}, {}", name(a), name(b)) }
}

pub(super) fn say_words(a: &Side, b: &Side) -> String {
    let text = &a.reading.article.text;
    let word = |at: u32| {
        let rest = text.get(at as usize..).unwrap_or_default();
        &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
    };
    let mut shared: Vec<_> = common_words(a, b).map(|(i, _)| a.words()[i]).collect();
    let start = a.claim.sentence.start;
    shared.sort_by_key(|w| (std::cmp::Reverse(w.weight), w.place(start)));
    let shared: Vec<&str> = shared.iter().take(4).map(|w| word(w.place(start))).collect();
    if shared.is_empty() {
        "no words in common".to_owned()
    } else {
        format!("in common: {}", shared.join(", "))
    }
}

fn names(s: &Side, all: &[Anchor]) -> String {
    all.iter().take(2).map(|n| s.entity(n.entity).name.to_string()).collect::<Vec<_>>().join(", ")
}

pub(super) fn say_places(a: &Side, b: &Side) -> String {
    format!("{} · {}", names(a, a.places()), names(b, b.places()))
}

pub(super) fn say_named(a: &Side, b: &Side) -> String {
    format!("{} · {}", names(a, a.anchors()), names(b, b.anchors()))
}

pub(super) fn say_result(a: &Side, b: &Side) -> String {
    format!("nothing says that “{}” and “{}” are one side's", noun(a), noun(b))
}

pub(super) fn say_time(a: &Side, b: &Side) -> String {
    let when = |s: &Side| {
        let days = s.claim.when.and_then(|w| s.reading.dates[w.0 as usize].days);
        days.map_or_else(|| "no date".to_owned(), |d| d.to_string())
    };
    format!("{}, {}", when(a), when(b))
}

pub(super) fn say_state(a: &Side, b: &Side) -> String {
    match (a.claim.state.name(), b.claim.state.name()) {
        (x, y) if x == y => format!("both given as {x}"),
        (x, y) => format!("{x}, {y}"),
    }
}

pub(super) fn say_value(a: &Side, b: &Side) -> String {
    let printed = |s: &Side| s.reading.article.slice(s.figure.span).to_owned();
    if a.prints_same(b) {
        format!("both print {}", printed(a))
    } else {
        let how = say_unequal(a.figure.value.lo, b.figure.value.lo);
        format!("{} and {} {how}", printed(a), printed(b))
    }
}
