//! Which claims speak of the same quantity as a given one.

use rustc_hash::FxHashMap;

use crate::compare::{ClaimRef, Comparison, Level, Place, Relation, beside, titles};
use crate::extract::{Claim, Figure};

/// A claim on the same quantity as another one.
#[derive(Clone, Copy, Debug)]
pub struct Related<'a> {
    /// The claim.
    pub claim: ClaimRef,
    /// How the two stand to each other.
    pub level: Level,
    /// The judgement on the two; `None` where they are related through a third claim alone.
    pub relation: Option<&'a Relation>,
}

/// All claims on the same quantity as `claim`, itself left out, in the order of the story. A figure of a title is related as the one
/// that it repeats; what only belongs side by side is there too.
pub fn related(comparison: &Comparison, claim: ClaimRef) -> Vec<Related<'_>> {
    let repeated: Vec<_> = titles::repeated(&comparison.story).collect();
    let told = repeated.iter().find(|(title, _)| *title == claim).map_or(claim, |(_, below)| *below);
    let mut found = judged(comparison, told);
    let beside = beside::beside(comparison, told).into_iter();
    found.extend(beside.map(|(claim, level)| Related { claim, level, relation: None }));
    found.push(Related { claim: told, level: Level::Agree, relation: None });
    for (title, below) in repeated {
        let level = found.iter().find(|r| r.claim == below).map(|r| r.level);
        found.extend(level.map(|level| Related { claim: title, level, relation: None }));
    }
    found.retain(|r| r.claim != claim);
    found.sort_by_key(|r| r.claim);
    found
}

/// The claims that the comparison relates to one of the story.
pub fn judged(comparison: &Comparison, claim: ClaimRef) -> Vec<Related<'_>> {
    let mut found: Vec<Related> = comparison
        .relations
        .iter()
        .filter_map(|relation| {
            let other = other_side(relation, claim)?;
            Some(Related { claim: other, level: relation.level, relation: Some(relation) })
        })
        .collect();
    for group in comparison.groups.iter().filter(|g| g.members.contains(&claim)) {
        for &member in &group.members {
            if member != claim && found.iter().all(|r| r.claim != member) {
                // Neither judged equal nor opposed: both may stand, and a reader would want to know of both.
                found.push(Related { claim: member, level: Level::Differs, relation: None });
            }
        }
    }
    found.sort_by_key(|r| r.claim);
    found.dedup_by_key(|r| r.claim);
    found
}

/// How many other claims agree with each claim of an article, differ from it and conflict with it; claims without any are left
/// out. Near-copies of one wire text count once.
pub fn tally(comparison: &Comparison, article: u32) -> FxHashMap<u32, [u32; 3]> {
    let mut witnesses: FxHashMap<u32, Vec<(u32, Level)>> = FxHashMap::default();
    for relation in comparison.relations.iter() {
        for (me, other) in [(relation.a, relation.b), (relation.b, relation.a)] {
            if me.article == article && other.article != article {
                let witness =
                    comparison.story.witness.get(other.article as usize).copied().unwrap_or(other.article);
                witnesses.entry(me.claim).or_default().push((witness, relation.level));
            }
        }
    }
    let count = |mut seen: Vec<(u32, Level)>| {
        // The worst that one witness says about a claim is what it counts as.
        seen.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        seen.dedup_by_key(|(witness, _)| *witness);
        let mut counts = [0; 3];
        seen.iter().for_each(|(_, level)| counts[*level as usize] += 1);
        counts
    };
    witnesses.into_iter().map(|(claim, seen)| (claim, count(seen))).collect()
}

fn other_side(relation: &Relation, claim: ClaimRef) -> Option<ClaimRef> {
    match claim {
        c if c == relation.a => Some(relation.b),
        c if c == relation.b => Some(relation.a),
        _ => None,
    }
}

/// The claim behind a reference.
pub fn claim(comparison: &Comparison, at: ClaimRef) -> Option<&Claim> {
    comparison.story.readings.get(at.article as usize)?.claims.get(at.claim as usize)
}

/// The figure of the claim behind a reference.
pub fn figure(comparison: &Comparison, at: ClaimRef) -> Option<&Figure> {
    let reading = comparison.story.readings.get(at.article as usize)?;
    reading.figures.get(reading.claims.get(at.claim as usize)?.figure as usize)
}

/// Where a claim's figure stands.
pub fn place(comparison: &Comparison, at: ClaimRef) -> Option<Place> {
    Some(Place { article: at.article, span: figure(comparison, at)?.span })
}

/// The claim made with a figure of an article.
pub fn claim_of_figure(comparison: &Comparison, article: u32, figure: u32) -> Option<ClaimRef> {
    let claims = &comparison.story.readings.get(article as usize)?.claims;
    let same = |c: &Claim| c.figure == figure;
    // One claim a figure, in the order of the figures: its own index is the place to look first.
    let index = claims
        .get(figure as usize)
        .filter(|c| same(c))
        .map(|_| figure as usize)
        .or_else(|| claims.iter().position(same))?;
    Some(ClaimRef { article, claim: index as u32 })
}
