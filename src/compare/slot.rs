//! The slot: whether two figures are given for the very same quantity, decided facet by facet.
//!
//! A facet that is unknown on one side weighs little; one that is known on both and clashes parts the two. The commonest false
//! alarm is two events taken for one, then part and whole, plan and fact, rate and level, two places, two periods.

use crate::extract::claims::lexicon;
use crate::extract::{Anchor, Claim, Entity, EntityKind, Figure, Reach, Reading, State, Unit};

use super::{Reason, values};

/// One of two claims that are held against each other.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The reading that holds it.
    pub reading: &'a Reading,
    /// Its figure.
    pub figure: &'a Figure,
    /// The claim.
    pub claim: &'a Claim,
}

/// How much speaks for two claims being about one quantity before they count as related.
pub const RELATED: f32 = 0.50;
/// How much has to speak for it before different values count as a conflict.
pub const CERTAIN: f32 = 0.62;

impl<'a> Side<'a> {
    /// The claim of this number.
    pub fn of(reading: &'a Reading, claim: u32) -> Self {
        let claim = &reading.claims[claim as usize];
        Side { reading, figure: &reading.figures[claim.figure as usize], claim }
    }

    fn entity(&self, anchor: &Anchor) -> &'a Entity {
        &self.reading.entities[anchor.entity as usize]
    }

    /// Whether two claims print the same number and it is no small one, which many things share by chance.
    fn prints_same(&self, other: &Side) -> bool {
        let (a, b) = (&self.figure.value, &other.figure.value);
        a.lo == b.lo && a.hi == b.hi && self.figure.unit == other.figure.unit
    }
}

/// How much a facet speaks for (above 0) or against (below 0) the two being one quantity; `None` where it says nothing.
type Weight = Option<f32>;

/// Points from 0 to about 1.5 for two claims being about one quantity; `None` where a facet rules it out.
pub fn score(a: &Side, b: &Side) -> Option<f32> {
    if !values::same_dimension(&a.figure.unit, &b.figure.unit) || !same_scope(a, b) {
        return None;
    }
    let mut sum = 0.0;
    for facet in [counted, predicate, words, place, named, time, state, value] {
        match facet(a, b) {
            Some(weight) if weight <= CLASH => return None,
            weight => sum += weight.unwrap_or(0.0),
        }
    }
    Some(sum)
}

/// A facet that weighs this or less rules the pair out.
const CLASH: f32 = -1.0;

/// Every facet that has something to say about two claims, in words.
pub fn reasons(a: &Side, b: &Side) -> Vec<Reason> {
    type Facet = (&'static str, fn(&Side, &Side) -> Weight, fn(&Side, &Side) -> String);
    let facets: [Facet; 8] = [
        ("counted", counted, say_counted),
        ("predicate", predicate, say_predicate),
        ("words", words, say_words),
        ("place", place, say_places),
        ("named", named, say_named),
        ("time", time, say_time),
        ("state", state, say_state),
        ("value", value, say_value),
    ];
    facets
        .into_iter()
        .filter_map(|(facet, weigh, say)| {
            let weight = weigh(a, b).filter(|w| *w != 0.0)?;
            Some(Reason { facet, supports: weight > 0.0, text: say(a, b) })
        })
        .collect()
}

/// Part and whole, rate and level, before and after, change and amount, limit and fact never meet.
fn same_scope(a: &Side, b: &Side) -> bool {
    let (x, y) = (&a.claim.scope, &b.claim.scope);
    let parts = x.part == y.part && x.besides == y.besides || a.prints_same(b) && a.figure.value.lo >= 100.0;
    parts
        && x.each == y.each
        && x.rate == y.rate
        && x.former == y.former
        && x.rise == y.rise
        && x.fall == y.fall
        && x.limit == y.limit
        && x.age == y.age
        && x.forecast == y.forecast
}

fn counted(a: &Side, b: &Side) -> Weight {
    match (a.claim.head, b.claim.head) {
        (Some(x), Some(y)) if x == y => Some(0.25),
        (Some(x), Some(y)) if a.figure.unit == Unit::Person => {
            let general = is_general(x) || is_general(y);
            Some(if general && a.prints_same(b) { 0.1 } else { CLASH })
        }
        (Some(_), Some(_)) => match a.figure.unit {
            Unit::Count(_) | Unit::Bare => Some(CLASH),
            _ => Some(-0.15),
        },
        _ if matches!(a.figure.unit, Unit::Person) => Some(0.1),
        _ => None,
    }
}

/// Words for people of any kind.
fn is_general(head: u32) -> bool {
    head == lexicon::key("people") || head == lexicon::key("victims") || head == lexicon::key("others")
}

fn predicate(a: &Side, b: &Side) -> Weight {
    let near =
        |c: &Claim| c.predicates.iter().filter(|p| p.1 <= Reach::Clause).map(|p| p.0).collect::<Vec<_>>();
    let (x, y) = (near(a.claim), near(b.claim));
    if x.is_empty() || y.is_empty() {
        return None;
    }
    if x[0] == y[0] {
        return Some(0.35);
    }
    let shared = a.claim.predicates.iter().any(|p| b.claim.predicates.iter().any(|q| p.0 == q.0));
    Some(if shared {
        0.1
    } else if a.figure.unit == Unit::Person {
        CLASH
    } else {
        -0.3
    })
}

/// The share of telling words that the two have in common, from -0.2 (none) to 0.6 (all).
fn words(a: &Side, b: &Side) -> Weight {
    let (x, y) = (&a.claim.words, &b.claim.words);
    let total = |w: &[crate::extract::ContextWord]| w.iter().map(|w| f32::from(w.weight)).sum::<f32>();
    let (all_x, all_y) = (total(x), total(y));
    if all_x < 20.0 || all_y < 20.0 {
        return None;
    }
    let common = common_words(a, b).map(|(i, j)| f32::from(x[i].weight.min(y[j].weight))).sum::<f32>();
    Some(0.8 * common / (all_x * all_y).sqrt().max(1.0) - 0.1)
}

/// Pairs of indices of words that both claims have.
fn common_words<'s>(a: &'s Side, b: &'s Side) -> impl Iterator<Item = (usize, usize)> + 's {
    let (x, y) = (&a.claim.words, &b.claim.words);
    let mut j = 0;
    (0..x.len()).filter_map(move |i| {
        while j < y.len() && y[j].stem < x[i].stem {
            j += 1;
        }
        (j < y.len() && y[j].stem == x[i].stem).then_some((i, j))
    })
}

fn place(a: &Side, b: &Side) -> Weight {
    anchors(a, &a.claim.places, b, &b.claim.places, EntityKind::Place, -0.5)
}

fn named(a: &Side, b: &Side) -> Weight {
    anchors(a, &a.claim.anchors, b, &b.claim.anchors, EntityKind::Person, -0.25)
}

/// Names near the figures: shared ones speak for it, different ones of one kind against it.
fn anchors(a: &Side, x: &[Anchor], b: &Side, y: &[Anchor], kind: EntityKind, apart: f32) -> Weight {
    if x.is_empty() || y.is_empty() {
        return None;
    }
    let near = |all: &[Anchor]| all.iter().filter(|n| n.reach <= Reach::Clause).count();
    let shared = x.iter().any(|p| y.iter().any(|q| same_name(a.entity(p), b.entity(q))));
    if shared {
        return Some(0.15);
    }
    let nearest = (a.entity(&x[0]).kind, b.entity(&y[0]).kind);
    (near(x) > 0 && near(y) > 0 && nearest == (kind, kind)).then_some(apart)
}

/// Whether two entities bear one name: the same last word of a person, the same words otherwise, in any case.
fn same_name(a: &Entity, b: &Entity) -> bool {
    if a.kind != b.kind {
        return false;
    }
    let last = |e: &Entity| e.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    match a.kind {
        EntityKind::Person => last(a) == last(b),
        _ => {
            let (x, y) = (a.name.to_lowercase(), b.name.to_lowercase());
            x == y || x.starts_with(&y) || y.starts_with(&x)
        }
    }
}

/// Dates near the figures: an overlap speaks for one quantity, different years rule it out.
fn time(a: &Side, b: &Side) -> Weight {
    let when = |s: &Side| {
        s.claim.when.filter(|w| w.1 <= Reach::Sentence).and_then(|w| s.reading.dates[w.0 as usize].days)
    };
    let far = |s: &Side, days: &crate::extract::Days| {
        s.reading.published.as_ref().is_some_and(|p| (p.date - days.last).get_days() > 60)
    };
    match (when(a), when(b)) {
        (Some(x), Some(y)) if x.overlaps(&y) => Some(0.1),
        (Some(x), Some(y)) => {
            let gap = (x.first - y.last).get_days().max((y.first - x.last).get_days());
            Some(if gap > 60 {
                CLASH
            } else if gap > 7 {
                -0.2
            } else {
                -0.05
            })
        }
        // A figure of a past year is none of today's.
        (Some(x), None) if far(a, &x) => Some(-0.35),
        (None, Some(y)) if far(b, &y) => Some(-0.35),
        _ => None,
    }
}

fn state(a: &Side, b: &Side) -> Weight {
    let apart = |x: State, y: State| {
        a.claim.state == x && b.claim.state == y || a.claim.state == y && b.claim.state == x
    };
    if a.claim.state == b.claim.state {
        Some(0.05)
    } else if apart(State::Fact, State::Plan) {
        Some(if a.prints_same(b) { 0.0 } else { -0.2 })
    } else {
        Some(-0.05)
    }
}

/// A number that both print tells the more the less round it is.
fn value(a: &Side, b: &Side) -> Weight {
    if !a.prints_same(b) {
        return None;
    }
    let value = a.figure.value.lo.abs();
    let digits = if value >= 1.0 { significant_digits(value) } else { 2 };
    Some(match digits {
        0 | 1 if value < 100.0 => 0.1,
        0..=2 => 0.25,
        _ => 0.35,
    })
}

fn significant_digits(value: f64) -> usize {
    let printed = format!("{value}");
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    if printed.contains('.') { digits.len() } else { digits.trim_end_matches('0').len() }
}

fn noun(s: &Side) -> String {
    s.figure.of.as_deref().or(s.figure.head.as_deref()).unwrap_or("things").to_owned()
}

fn say_counted(a: &Side, b: &Side) -> String {
    format!("“{}”, “{}”", noun(a), noun(b))
}

fn say_predicate(a: &Side, b: &Side) -> String {
    let name = |s: &Side| s.claim.predicates.first().map_or("", |p| lexicon::predicate_name(p.0));
    if name(a) == name(b) { format!("both {}", name(a)) } else { format!("{}, {}", name(a), name(b)) }
}

fn say_words(a: &Side, b: &Side) -> String {
    let text = &a.reading.article.text;
    let word = |at: u32| {
        let rest = &text[at as usize..];
        &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
    };
    let mut shared: Vec<_> = common_words(a, b).map(|(i, _)| a.claim.words[i]).collect();
    shared.sort_by_key(|w| (std::cmp::Reverse(w.weight), w.at));
    let shared: Vec<&str> = shared.iter().take(4).map(|w| word(w.at)).collect();
    if shared.is_empty() {
        "no words in common".to_owned()
    } else {
        format!("in common: {}", shared.join(", "))
    }
}

fn names(s: &Side, all: &[Anchor]) -> String {
    all.iter().take(2).map(|n| s.entity(n).name.to_string()).collect::<Vec<_>>().join(", ")
}

fn say_places(a: &Side, b: &Side) -> String {
    format!("{} · {}", names(a, &a.claim.places), names(b, &b.claim.places))
}

fn say_named(a: &Side, b: &Side) -> String {
    format!("{} · {}", names(a, &a.claim.anchors), names(b, &b.claim.anchors))
}

fn say_time(a: &Side, b: &Side) -> String {
    let when = |s: &Side| {
        let days = s.claim.when.and_then(|w| s.reading.dates[w.0 as usize].days);
        days.map_or_else(|| "no date".to_owned(), |d| d.to_string())
    };
    format!("{}, {}", when(a), when(b))
}

fn say_state(a: &Side, b: &Side) -> String {
    match (a.claim.state.name(), b.claim.state.name()) {
        (x, y) if x == y => format!("both given as {x}"),
        (x, y) => format!("{x}, {y}"),
    }
}

fn say_value(a: &Side, _: &Side) -> String {
    format!("both print {}", a.reading.article.slice(a.figure.span))
}
