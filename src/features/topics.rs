//! What a story's sources say of each quantity, in full: for clients that draw it themselves.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::hover::{Row, claim_row};
use super::related;
use crate::compare::{ClaimRef, Comparison, Group, Level};
use crate::extract::Value;

/// The claims on one quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Topic<'a> {
    /// The quantity, its unit and the worst level between two claims.
    pub group: &'a Group,
    /// The claims, in the order of the story.
    pub claims: Vec<Telling>,
}

/// One claim of a topic.
#[derive(Clone, PartialEq, Debug)]
pub struct Telling {
    /// Where, by whom and how it is printed; its level is the worst that it has with another claim.
    pub row: Row,
    /// The value, in the topic's unit.
    pub value: Value,
    /// The day it speaks of; the day of publication where it names none.
    pub day: Option<Date>,
}

/// The topics of a story, those in conflict first.
pub fn topics(comparison: &Comparison) -> Vec<Topic<'_>> {
    let mut worst: FxHashMap<ClaimRef, Level> = FxHashMap::default();
    for relation in comparison.relations.iter() {
        for side in [relation.a, relation.b] {
            let level = worst.entry(side).or_insert(relation.level);
            *level = relation.level.max(*level);
        }
    }
    let mut groups: Vec<&Group> = comparison.groups.iter().collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.level));
    let told = |&member: &ClaimRef| telling(comparison, member, worst.get(&member).copied());
    groups
        .into_iter()
        .map(|group| Topic { group, claims: group.members.iter().filter_map(told).collect() })
        .collect()
}

fn telling(comparison: &Comparison, at: ClaimRef, level: Option<Level>) -> Option<Telling> {
    let row = claim_row(comparison, at, level)?;
    let (claim, figure) = (related::claim(comparison, at)?, related::figure(comparison, at)?);
    let dates = &comparison.story.readings.get(at.article as usize)?.dates;
    let when = claim.when.and_then(|(date, _)| dates.get(date as usize)?.days);
    let day = when.map(|days| days.last).or(row.date);
    Some(Telling { row, value: figure.value, day })
}
