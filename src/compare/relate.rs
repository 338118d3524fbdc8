//! Which claims of a story are related, and how they stand to each other.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::lexicon::{self, Course};
use crate::extract::{Claim, Reach, State, Unit};

use super::slot::{self, Side};
use super::{ClaimRef, Comparison, Group, Level, Relation, values};

/// All pairs of claims on one quantity, in the order of the story.
///
/// Blocking keys keep it linear in the number of claims: only claims of one kind of unit meet. What two articles of `previous`
/// say to each other is taken over from there where neither has changed: it depends on the two alone.
pub fn relations(story: &Story, previous: Option<&Comparison>) -> Vec<Relation> {
    let (mut relations, known) = previous.map_or_else(Default::default, |p| taken_over(story, p));
    let is_known = |article: u32| known.get(article as usize).copied().unwrap_or(false);
    let mut blocks: FxHashMap<Block, Vec<ClaimRef>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for claim in 0..reading.claims.len() as u32 {
            let side = Side::of(reading, claim);
            if is_witness(story, article, &side) {
                blocks.entry(block(&side)).or_default().push(ClaimRef { article, claim });
            }
        }
    }
    for members in blocks.values() {
        for (i, &a) in members.iter().enumerate() {
            let others = members[i + 1..].iter().filter(|b| !(is_known(a.article) && is_known(b.article)));
            relations.extend(others.filter_map(|&b| relate(story, a, b)));
        }
    }
    relations.sort_unstable_by_key(|r| (r.a, r.b));
    relations
}

/// The relations of a comparison between articles that this story has too, unchanged, and which articles those are.
fn taken_over(story: &Story, previous: &Comparison) -> (Vec<Relation>, Vec<bool>) {
    let before = &previous.story;
    // A copy of another article's text is no witness; one that has become or ceased to be a copy counts as changed.
    let is_copy = |s: &Story, i: usize| s.witness[i] as usize != i;
    let mut known = vec![false; story.readings.len()];
    let places: FxHashMap<_, usize> =
        story.readings.iter().enumerate().map(|(i, r)| (Arc::as_ptr(r), i)).collect();
    let now: Vec<Option<u32>> = before
        .readings
        .iter()
        .enumerate()
        .map(|(old, reading)| {
            let new = *places.get(&Arc::as_ptr(reading))?;
            (is_copy(before, old) == is_copy(story, new)).then(|| {
                known[new] = true;
                new as u32
            })
        })
        .collect();
    let moved = |c: ClaimRef| now[c.article as usize].map(|article| ClaimRef { article, ..c });
    let kept = previous.relations.iter().filter_map(|r| {
        let (a, b) = (moved(r.a)?, moved(r.b)?);
        Some(Relation { a: a.min(b), b: a.max(b), level: r.level })
    });
    (kept.collect(), known)
}

/// What two claims must share to be held against each other at all.
#[derive(PartialEq, Eq, Hash)]
enum Block {
    People,
    Part,
    Money([u8; 3]),
    Measure(&'static str),
    Things(u32),
}

fn block(side: &Side) -> Block {
    match &side.figure.unit {
        Unit::Person => Block::People,
        Unit::Percent | Unit::PercentagePoint | Unit::Share => Block::Part,
        Unit::Money(code) => Block::Money(*code),
        Unit::Measure(name) => Block::Measure(values::dimension_name(name)),
        Unit::Count(_) | Unit::Bare => Block::Things(side.claim.head.unwrap_or_default()),
    }
}

/// Page furniture and copies of another article's text bear no witness of their own.
fn is_witness(story: &Story, article: u32, side: &Side) -> bool {
    let blocks = &side.reading.article.blocks;
    let story_text =
        side.reading.article.block_at(side.figure.span.start).is_none_or(|b| blocks[b].is_story());
    story_text && story.witness[article as usize] == article
}

/// How two claims relate, where they do.
fn relate(story: &Story, a: ClaimRef, b: ClaimRef) -> Option<Relation> {
    let (x, y) = (side(story, a), side(story, b));
    let score = slot::score(&x, &y)?;
    let within = a.article == b.article;
    // Two figures of one sentence are mostly two things.
    let needed = match within {
        true if x.claim.sentence == y.claim.sentence => slot::CERTAIN + 0.3,
        true => slot::RELATED + 0.1,
        false => slot::RELATED,
    };
    if score < needed {
        return None;
    }
    let level = match values::relate(x.figure, y.figure)? {
        Level::Conflict if score < slot::CERTAIN => return None,
        Level::Conflict if can_both_stand(story, a, b) => Level::Differs,
        level => level,
    };
    Some(Relation { a, b, level })
}

fn side(story: &Story, claim: ClaimRef) -> Side<'_> {
    Side::of(&story.readings[claim.article as usize], claim.claim)
}

/// Whether time, wording or ways of measuring let two different values stand side by side.
fn can_both_stand(story: &Story, a: ClaimRef, b: ClaimRef) -> bool {
    let (x, y) = (side(story, a), side(story, b));
    if x.claim.state != y.claim.state || x.claim.state == State::Estimate {
        return true;
    }
    if a.article == b.article {
        return false;
    }
    let days = match (story.day(a.article), story.day(b.article)) {
        (Some(first), Some(second)) => Some((second - first).get_days()),
        _ => None,
    };
    let later_is_more = y.figure.value.middle() >= x.figure.value.middle();
    match course(x.claim, y.claim) {
        Course::Rising => days.is_none_or(|d| d == 0 || (d > 0) == later_is_more),
        Course::Falling => days.is_none_or(|d| d == 0 || (d > 0) != later_is_more),
        Course::Moving => days.is_none_or(|d| d.abs() > 3),
        // What different instruments or offices measured may differ a little.
        Course::Fixed => {
            matches!(x.figure.unit, Unit::Measure(_))
                && values::ratio(x.figure, y.figure).is_some_and(|r| r < 1.1)
                && x.claim.by.first().map(|s| &s.name) != y.claim.by.first().map(|s| &s.name)
        }
    }
}

/// How counts of what both claims speak of move.
fn course(a: &Claim, b: &Claim) -> Course {
    let near = |c: &Claim| c.predicates.iter().find(|p| p.1 <= Reach::Sentence).map(|p| lexicon::course(p.0));
    match (near(a), near(b)) {
        (Some(x), Some(y)) if x == y => x,
        (Some(x), None) | (None, Some(x)) => x,
        (Some(_), Some(_)) => Course::Moving,
        (None, None) => Course::Fixed,
    }
}

/// Claims grouped by quantity: those that relations join, directly or through others.
pub fn groups(story: &Story, relations: &[Relation]) -> Vec<Group> {
    let mut parent: FxHashMap<ClaimRef, ClaimRef> = FxHashMap::default();
    for r in relations {
        let (a, b) = (root(&mut parent, r.a), root(&mut parent, r.b));
        // The earlier claim stands for both, so that the outcome does not depend on the order of the relations.
        parent.insert(a.max(b), a.min(b));
    }
    let mut members: FxHashMap<ClaimRef, (Vec<ClaimRef>, Level)> = FxHashMap::default();
    for r in relations {
        let group = members.entry(root(&mut parent, r.a)).or_insert((Vec::new(), Level::Agree));
        group.0.extend([r.a, r.b]);
        group.1 = group.1.max(r.level);
    }
    let mut groups: Vec<Group> = members
        .into_values()
        .map(|(mut members, level)| {
            members.sort_unstable();
            members.dedup();
            Group {
                about: about(story, &members),
                unit: side(story, members[0]).figure.unit.to_string(),
                level,
                members,
            }
        })
        .collect();
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    groups
}

fn root(parent: &mut FxHashMap<ClaimRef, ClaimRef>, claim: ClaimRef) -> ClaimRef {
    let up = *parent.entry(claim).or_insert(claim);
    if up == claim {
        return claim;
    }
    let top = root(parent, up);
    parent.insert(claim, top);
    top
}

/// The quantity in a few words: the longest counted phrase, then what is said of it.
fn about(story: &Story, members: &[ClaimRef]) -> String {
    let sides = || members.iter().map(|&m| side(story, m));
    let noun = sides()
        .filter_map(|s| s.figure.of.as_deref())
        .filter(|of| of.len() <= 60)
        .max_by_key(|of| of.len())
        .map_or_else(|| side(story, members[0]).figure.unit.to_string(), str::to_owned);
    let said = sides().find_map(|s| s.claim.predicates.iter().find(|p| p.1 <= Reach::Clause).map(|p| p.0));
    match said.map(lexicon::predicate_name) {
        Some(said) if !noun.contains(said) => format!("{noun} · {said}"),
        _ => noun,
    }
}
