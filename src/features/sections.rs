//! A story's claims side by side, and in the order of time.

use super::hover::{Row, claim_row};
use super::related;
use crate::compare::{ClaimRef, Comparison, Group, Level};

/// The claims on one quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// What is counted, and how the claims stand to each other.
    pub heading: String,
    /// The claims.
    pub rows: Vec<Row>,
}

/// The groups of related claims of a story, those in conflict first; with `only`, the group of one claim.
pub fn compare(comparison: &Comparison, only: Option<ClaimRef>) -> Vec<Section> {
    let mut groups: Vec<&Group> = groups(comparison, only);
    groups.sort_by_key(|group| std::cmp::Reverse(group.level));
    let section = |group: &Group| {
        let base = only.filter(|o| group.members.contains(o)).or_else(|| group.members.first().copied());
        let judged = base.map(|base| related::judged(comparison, base)).unwrap_or_default();
        let level = |member: ClaimRef| {
            let found = judged.iter().find(|r| r.claim == member);
            Some(found.map_or(Level::Agree, |r| r.level))
        };
        let row = |&member: &ClaimRef| {
            claim_row(comparison, member, level(member).filter(|_| base != Some(member)))
        };
        Section { heading: heading(group), rows: group.members.iter().filter_map(row).collect() }
    };
    groups.into_iter().map(section).collect()
}

/// The groups of related claims of a story, each in the order of the days that its claims speak of or, where they name none,
/// were published on.
pub fn timeline(comparison: &Comparison, only: Option<ClaimRef>) -> Vec<Section> {
    let section = |group: &Group| {
        let mut rows: Vec<Row> = group
            .members
            .iter()
            .filter_map(|&member| {
                let mut row = claim_row(comparison, member, None)?;
                let claim = related::claim(comparison, member)?;
                let dates = &comparison.story.readings.get(member.article as usize)?.dates;
                let when = claim.when.and_then(|(date, _)| dates.get(date as usize)?.days);
                row.date = when.map(|days| days.last).or(row.date);
                Some(row)
            })
            .collect();
        rows.sort_by_key(|r| (r.date, r.place));
        Section { heading: heading(group), rows }
    };
    groups(comparison, only).into_iter().map(section).collect()
}

/// The related claim behind a claim of an article, round and round: the next one in the order of the story.
pub fn next_related(comparison: &Comparison, claim: ClaimRef) -> Option<ClaimRef> {
    let others = related::related(comparison, claim);
    others.iter().find(|r| r.claim > claim).or_else(|| others.first()).map(|r| r.claim)
}

/// The related claim before a claim of an article, round and round.
pub fn previous_related(comparison: &Comparison, claim: ClaimRef) -> Option<ClaimRef> {
    let others = related::related(comparison, claim);
    others.iter().rfind(|r| r.claim < claim).or_else(|| others.last()).map(|r| r.claim)
}

fn groups(comparison: &Comparison, only: Option<ClaimRef>) -> Vec<&Group> {
    comparison.groups.iter().filter(|g| only.is_none_or(|o| g.members.contains(&o))).collect()
}

fn heading(group: &Group) -> String {
    format!("{} ({})", group.about, group.level.name())
}

/// What a story is called: the title of the earliest article that has one.
pub fn title(comparison: &Comparison) -> String {
    let titles = comparison.story.readings.iter().filter_map(|r| r.article.meta.title.as_ref());
    titles.map(|t| t.value.clone()).next().unwrap_or_else(|| "Untitled story".to_owned())
}
