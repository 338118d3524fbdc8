//! Places, named things and people as facets: whether two claims are bound to the same ones.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::frames;
use crate::extract::names::places;
use crate::extract::{Anchor, Aspect, Entity, EntityKind, Reach, Unit, Whose};

use super::super::likeness;
use super::{CLASH, NEVER, Side, Weight, is_of_one_frame};

/// The names of a story by number, and what was found out of two of them: each pair is held against each other once, however many
/// claims they stand by.
#[derive(Debug)]
pub struct Names {
    /// For every article and each of its entities the number of its kind and name.
    numbers: Vec<Vec<u32>>,
    same: RefCell<FxHashMap<(u32, u32), bool>>,
}

impl Names {
    /// The names of a story.
    pub fn of(story: &Story) -> Self {
        let mut known: FxHashMap<(EntityKind, &str), u32> = FxHashMap::default();
        let mut numbers = Vec::with_capacity(story.readings.len());
        for reading in &story.readings {
            let named = reading.entities.iter().map(|entity| {
                let next = known.len() as u32;
                *known.entry((entity.kind, &entity.name)).or_insert(next)
            });
            numbers.push(named.collect());
        }
        Names { numbers, same: RefCell::default() }
    }

    fn number(&self, article: u32, entity: u32) -> u32 {
        self.numbers[article as usize][entity as usize]
    }
}

pub(super) fn place(a: &Side, b: &Side) -> Weight {
    let weight = anchors(a, a.places(), b, b.places(), -0.6);
    // `18 in the town` beside a count that names no place is a part of it.
    let own = a.has_own_place() != b.has_own_place() && a.figure.unit == Unit::Person;
    // Of the parts of one whole those by place are other parts than those by age or kind.
    if own && a.claim.scope.has(Aspect::Part) && b.claim.scope.has(Aspect::Part) {
        return Some(CLASH);
    }
    if own && !a.prints_same(b) { Some(weight.unwrap_or(0.0) - 0.15) } else { weight }
}

pub(super) fn named(a: &Side, b: &Side) -> Weight {
    let weight = anchors(a, a.anchors(), b, b.anchors(), -0.2);
    // Whose sentence or fine it is the people tell, whatever court is named with it.
    let own = a.claim.frame.is_some_and(frames::is_own) && is_of_one_frame(a, b);
    if own { weight.map(|w| w.max(-0.2)) } else { weight }
}

/// Whether the names that stand last before the figures in their clauses are one: whose seats and votes they are is told before how
/// many, and of what chamber behind. `None` where one of them has no such name.
pub(super) fn has_same_side(a: &Side, b: &Side) -> Option<bool> {
    let side = |s: &Side| {
        let before = |n: &&Anchor| n.reach <= Reach::Clause && n.span.end <= s.figure.span.start;
        Some(s.anchors().iter().filter(before).max_by_key(|n| n.span)?.entity)
    };
    Some(share_name(a, side(a)?, b, side(b)?))
}

/// Names near the figures: one that is the nearest of both speaks for it, different ones near both against it.
fn anchors(a: &Side, x: &[Anchor], b: &Side, y: &[Anchor], apart: f32) -> Weight {
    let (first, second) = (x.first()?, y.first()?);
    let same = |p: &Anchor, q: &Anchor| share_name(a, p.entity, b, q.entity);
    if same(first, second) {
        return Some(match first.reach.max(second.reach) {
            Reach::Phrase => 0.25,
            Reach::Clause => 0.2,
            _ => 0.1,
        });
    }
    let near = |n: &Anchor| n.reach <= Reach::Clause;
    let shared = x.iter().filter(|p| near(p)).any(|p| y.iter().filter(|q| near(q)).any(|q| same(p, q)));
    if shared {
        // Several thousand fits the counts of many places.
        let vague = a.figure.value.vague || b.figure.value.vague;
        let apart = first.reach == Reach::Phrase && second.reach == Reach::Phrase;
        return Some(if vague && apart { CLASH } else { 0.0 });
    }
    let (one, other) = (a.entity(first.entity), b.entity(second.entity));
    if !near(first) || !near(second) || one.kind != other.kind {
        return None;
    }
    // `18 in Florida`, `20 in Georgia`; `the Greens won 20 seats`, `the Liberals won 51`: each has its own.
    // Nor has one event with two tolls two places.
    let counted = matches!(a.figure.unit, Unit::Person | Unit::Count(_)) && one.kind == EntityKind::Place;
    let own = first.reach.max(second.reach) == Reach::Phrase || counted;
    Some(if own && !a.prints_same(b) && !holds(one, other) { CLASH } else { apart })
}

/// Whether one place holds the other.
fn holds(a: &Entity, b: &Entity) -> bool {
    places::contains(&a.name, &b.name) || places::contains(&b.name, &a.name)
}

/// Whether an entity of each side bears one name with the other's.
pub(super) fn share_name(a: &Side, x: u32, b: &Side, y: u32) -> bool {
    let (one, other) = (a.entity(x), b.entity(y));
    match (a.names, b.names) {
        (Some((names, first)), Some((_, second))) if one.kind == other.kind => {
            let pair = (names.number(first, x), names.number(second, y));
            *names.same.borrow_mut().entry(pair).or_insert_with(|| same_name(one, other))
        }
        _ => same_name(one, other),
    }
}

/// Whether two entities bear one name: the same last word of a person, the same words otherwise, in any case.
fn same_name(a: &Entity, b: &Entity) -> bool {
    if a.kind != b.kind {
        return false;
    }
    match a.kind {
        EntityKind::Person => same_person(&a.name, &b.name),
        _ => {
            let (x, y) = (&*a.name, &*b.name);
            // Two ways to write one place differ in a letter; that they may be two places weighs less.
            let slip = || x.len().abs_diff(y.len()) <= 1 && likeness::is_over(x, y, 0.9);
            likeness::starts_with(x, y) || likeness::starts_with(y, x) || slip()
        }
    }
}

/// Whether two names can be one person's: one surname, a letter or two apart at most, and no other given name.
fn same_person(a: &str, b: &str) -> bool {
    let ((given_a, last_a), (given_b, last_b)) = (parts(a), parts(b));
    let alike = |x: &str, y: &str| likeness::same(x, y) || likeness::is_over(x, y, 0.85);
    let known = !given_a.is_empty() && !given_b.is_empty();
    let initial = |x: &str, y: &str| {
        let x = x.trim_end_matches('.');
        x.chars().count() == 1 && likeness::starts_with(y, x)
    };
    alike(last_a, last_b)
        && (!known || alike(given_a, given_b) || initial(given_a, given_b) || initial(given_b, given_a))
}

/// The first given name, where there is one, and the surname.
fn parts(name: &str) -> (&str, &str) {
    match name.rsplit_once(' ') {
        Some((given, last)) => (given.split(' ').next().unwrap_or_default(), last),
        None => ("", name),
    }
}

/// Two ages are of one person or of two.
pub(super) fn whose(a: &Side, b: &Side) -> Weight {
    match (a.whose()?, b.whose()?) {
        (Whose::Person(x), Whose::Person(y)) => Some(if share_name(a, x, b, y) { 0.7 } else { NEVER }),
        // Somebody without a name is this person only where the age says so too.
        _ => (!a.prints_same(b)).then_some(-0.6),
    }
}
