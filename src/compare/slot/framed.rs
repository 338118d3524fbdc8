//! Frames as a facet: two amounts that the words beside them make amounts of one thing, however little the sentences share.

use crate::extract::claims::frames;
use crate::extract::claims::lexicon::{self, Course};
use crate::extract::{Anchor, EntityKind, Frame, State, Unit};

use super::named::share_name;
use super::{Head, Side, Weight};

/// That both are the only amounts of one frame in their articles tells nearly all of what they are; amounts of two frames are
/// hardly one.
pub(super) fn frame(a: &Side, b: &Side) -> Weight {
    match (a.claim.frame, b.claim.frame) {
        (Some(x), Some(y)) if x.class != y.class => Some(APART),
        (Some(_), Some(_)) if is_of_one_frame(a, b) => Some(FRAMED),
        (Some(_), Some(_)) => None,
        (Some(_), None) => is_along(b).then_some(APART),
        (None, Some(_)) => is_along(a).then_some(APART),
        (None, None) => None,
    }
}

/// Whether the words tell along what a measure is taken: how far off something lies is not how far somebody went.
fn is_along(side: &Side) -> bool {
    side.said().is_some_and(|said| lexicon::course(said) == Course::Measure)
}

/// What it weighs that two amounts are of two frames.
const APART: f32 = -0.35;

/// What it weighs that two amounts are of one frame.
const FRAMED: f32 = 0.6;

/// Whether both are the only amounts of one frame in their articles. Of what each person has for himself the sentences must not name
/// different people, and of people counted by two nouns the frame has to be told by both.
pub fn is_of_one_frame(a: &Side, b: &Side) -> bool {
    let (Some(x), Some(y)) = (a.claim.frame, b.claim.frame) else { return false };
    let counted = a.head() == b.head() || counts(x, a) && counts(y, b);
    x == y && x.only && counted && !(frames::is_own(x) && names_others(a, b))
}

/// Whether both give what stays as it was announced: the jobs that are to go are those that have gone, the years that somebody is to
/// serve those of his sentence.
pub fn is_settled(a: &Side, b: &Side) -> bool {
    let told = |s: &Side| matches!(s.claim.state, State::Fact | State::Plan);
    let fixed = a.claim.frame.is_some_and(|frame| frames::course(frame) == Course::Fixed);
    fixed && told(a) && told(b) && is_of_one_frame(a, b)
}

/// Whether the frame is of what a figure counts, and not just of its unit.
fn counts(frame: Frame, side: &Side) -> bool {
    match (&side.figure.unit, side.head()) {
        // Of what `20 of them` are the sentence says only what became of them.
        (Unit::Person | Unit::Count(_), _) if side.figure.of_span.is_none() => true,
        (Unit::Person | Unit::Count(_), Head::Noun(noun)) => frames::counts(frame, noun),
        _ => true,
    }
}

/// Whether people are named beside both figures, and none beside both.
fn names_others(a: &Side, b: &Side) -> bool {
    people(a).next().is_some() && people(b).next().is_some() && !shares_person(a, b)
}

fn shares_person(a: &Side, b: &Side) -> bool {
    people(a).any(|p| people(b).any(|q| share_name(a, p.entity, b, q.entity)))
}

/// The people named in the sentence of a figure.
fn people<'a>(side: &Side<'a>) -> impl Iterator<Item = &'a Anchor> {
    let entities = &side.reading.entities;
    side.anchors().iter().filter(|n| entities[n.entity as usize].kind == EntityKind::Person)
}
