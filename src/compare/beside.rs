//! Claims that too little binds for a finding, and that still belong side by side before a reader: `nine villages`, `eleven villages`.
//!
//! Each is what the other article says that comes nearest, and has nothing else there that it is held against. Both count things of
//! one noun, say the same of them or stand at one place, and their articles tell of one affair. No finding is made of it.

use rustc_hash::FxHashSet;

use crate::extract::Unit;

use super::affairs::Affairs;
use super::slot::{self, Side};
use super::telling::side;
use super::{ClaimRef, Comparison, Level};

/// How much speaks at least for two claims being on one quantity; between what has to for equal values and what has to for two.
const BESIDE: f32 = 0.4;

/// The claims of other articles that belong beside one of a story, with how their values stand to it, in the order of the story.
pub fn beside(comparison: &Comparison, claim: ClaimRef) -> Vec<(ClaimRef, Level)> {
    let story = &comparison.story;
    let own = side(story, claim);
    if !is_comparable(&own) {
        return Vec::new();
    }
    let (met, held) = (met_by(comparison, claim), held_against(comparison, claim.article));
    let affairs = Affairs::of(story);
    let others = (0..story.readings.len() as u32).filter(|&other| {
        other != claim.article && !met.contains(&other) && affairs.is_one(claim.article, other) == Some(true)
    });
    let found = others.filter_map(|other| {
        let (nearest, _, level) = nearest(comparison, &own, other)?;
        let theirs = side(story, nearest);
        let mutual = || self::nearest(comparison, &theirs, claim.article).is_some_and(|back| back.0 == claim);
        let bound = slot::is_bound(&own, &theirs) && is_comparable(&theirs);
        (bound && !held.contains(&nearest) && mutual()).then_some((nearest, level.min(Level::Differs)))
    });
    found.collect()
}

/// Whether a claim can stand beside others by so little: its value is no vague one, and no share, since those of one thing are many.
fn is_comparable(side: &Side) -> bool {
    let share = matches!(side.figure.unit, Unit::Percent | Unit::PercentagePoint | Unit::Share);
    !share && !side.figure.value.vague
}

/// The articles in which some claim is on one quantity with this one.
fn met_by(comparison: &Comparison, claim: ClaimRef) -> FxHashSet<u32> {
    let pairs = comparison.relations.iter().filter(|r| r.a == claim || r.b == claim);
    let related = pairs.map(|r| if r.a == claim { r.b.article } else { r.a.article });
    let groups = comparison.groups.iter().filter(|group| group.members.contains(&claim));
    related.chain(groups.flat_map(|group| group.members.iter().map(|m| m.article))).collect()
}

/// The claims that are on one quantity with some claim of an article.
fn held_against(comparison: &Comparison, article: u32) -> FxHashSet<ClaimRef> {
    let pairs = comparison.relations.iter().flat_map(|r| [(r.a, r.b), (r.b, r.a)]);
    let related = pairs.filter(|(own, _)| own.article == article).map(|(_, other)| other);
    let here = |group: &&super::Group| group.members.iter().any(|m| m.article == article);
    let grouped = comparison.groups.iter().filter(here).flat_map(|group| group.members.iter().copied());
    related.chain(grouped).collect()
}

/// The claim of an article for whose being on one quantity with this one most speaks, if enough does.
fn nearest(comparison: &Comparison, own: &Side, article: u32) -> Option<(ClaimRef, f32, Level)> {
    let reading = &comparison.story.readings[article as usize];
    let is_told = |side: &Side| {
        let block = reading.article.block_at(side.figure.span.start);
        block.is_none_or(|b| reading.article.blocks[b].is_story())
    };
    let all = (0..reading.claims.len() as u32).map(|claim| ClaimRef { article, claim });
    let judged = all.filter_map(|claim| {
        let theirs = side(&comparison.story, claim);
        let (score, level) = slot::judge(own, &theirs).filter(|_| is_told(&theirs))?;
        (score >= BESIDE).then_some((claim, score, level))
    });
    judged.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::compare::compare;
    use crate::compare::testing::pair;

    /// What stands beside each figure of the first of two articles that has something beside it; `ours ~ theirs`.
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &[&str]) {
        let story = pair(ours, theirs);
        let comparison = compare(Arc::clone(&story), None);
        let printed = |claim: ClaimRef| {
            let reading = &story.readings[claim.article as usize];
            reading.article.slice(side(&story, claim).figure.span)
        };
        let of = |article: u32| {
            let count = story.readings[article as usize].claims.len() as u32;
            let claims = (0..count).map(move |claim| ClaimRef { article, claim });
            let pairs =
                claims.flat_map(|claim| beside(&comparison, claim).into_iter().map(move |b| (claim, b.0)));
            pairs.collect::<Vec<_>>()
        };
        let (first, second) = (of(0), of(1));
        let back: Vec<_> = second.iter().map(|&(a, b)| (b, a)).collect();
        assert_eq!(first, back, "what is beside something has it beside itself");
        let seen: Vec<String> =
            first.iter().map(|&(a, b)| format!("{} ~ {}", printed(a), printed(b))).collect();
        assert_eq!(seen, expected, "{ours}\n{theirs}");
    }

    #[test]
    fn things_of_one_noun_stand_side_by_side() {
        check(
            "Morvia and Orsland fight for the Tamsen valley. The rebels took nine villages.",
            "In the Tamsen valley Morvia met troops of Orsland. It gave up eleven villages.",
            &["nine ~ eleven"],
        );
    }

    #[test]
    fn what_has_its_match_or_nothing_in_common_stands_alone() {
        check(
            "Rebels in Tamsen took nine villages along the river on Tuesday, the army of Morvia said.",
            "Rebels in Tamsen took nine villages along the river, the army of Morvia said. The governor counts 40 villages.",
            &[],
        );
        check(
            "Rebels in Tamsen took nine villages along the river on Tuesday, the army of Morvia said.",
            "The army of Morvia lost four tanks along the river in Tamsen.",
            &[],
        );
        check(
            "The bank in Tamsen lends at 4 percent, the treasury of Morvia said.",
            "The bank in Tamsen took 6 percent of the market, the treasury of Morvia said.",
            &[],
        );
    }
}
