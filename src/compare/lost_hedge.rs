//! `lost-hedge`: about, at least or alleged in every other source, and gone here.
//!
//! It takes two other witnesses who print the same number, all with a hedge. Silent where this article hedges it elsewhere, as where
//! a headline leaves out the `about` of the text.

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::State;

use super::telling;
use super::{ClaimRef, Code, Finding, Level, Relation, Severity};

/// How many other witnesses must hedge.
const WITNESSES: usize = 2;

/// The findings on hedges of a story.
pub fn find(story: &Story, relations: &[Relation]) -> Vec<Finding> {
    let mut same: FxHashMap<ClaimRef, Vec<ClaimRef>> = FxHashMap::default();
    for r in relations.iter().filter(|r| r.level == Level::Agree && prints_same(story, r)) {
        same.entry(r.a).or_default().push(r.b);
        same.entry(r.b).or_default().push(r.a);
    }
    let mut bare: Vec<(ClaimRef, Vec<ClaimRef>)> =
        same.into_iter().filter(|(claim, others)| is_lost(story, *claim, others)).collect();
    bare.sort_unstable_by_key(|(claim, _)| *claim);
    bare.dedup_by_key(|(claim, _)| claim.article);
    bare.into_iter().map(|(claim, others)| finding(story, claim, others)).collect()
}

fn prints_same(story: &Story, r: &Relation) -> bool {
    let (a, b) = (telling::side(story, r.a).figure, telling::side(story, r.b).figure);
    a.value.lo == b.value.lo && a.value.hi == b.value.hi && !a.value.vague
}

/// Whether a claim is printed as exact or certain.
fn is_bare(story: &Story, claim: ClaimRef) -> bool {
    let side = telling::side(story, claim);
    side.figure.hedge.is_none() && side.claim.state == State::Fact
}

fn is_lost(story: &Story, claim: ClaimRef, others: &[ClaimRef]) -> bool {
    let hedges = |c: &&ClaimRef| telling::side(story, **c).figure.hedge.is_some();
    let mut witnesses: Vec<u32> = others
        .iter()
        .filter(|o| o.article != claim.article)
        .map(|o| story.witness[o.article as usize])
        .collect();
    witnesses.sort_unstable();
    witnesses.dedup();
    is_bare(story, claim)
        && witnesses.len() >= WITNESSES
        && !witnesses.contains(&story.witness[claim.article as usize])
        && others.iter().filter(|o| o.article != claim.article).all(|o| hedges(&o))
        && !others.iter().filter(|o| o.article == claim.article).any(|o| hedges(&o))
}

fn finding(story: &Story, claim: ClaimRef, mut others: Vec<ClaimRef>) -> Finding {
    others.retain(|o| o.article != claim.article);
    others.sort_unstable();
    let message = format!(
        "{} here{}; {}, and hedged in all {} others",
        telling::printed(story, claim),
        telling::speaker(story, claim),
        telling::elsewhere(story, others[0], claim.article),
        others.len(),
    );
    let related = others
        .iter()
        .map(|&o| (telling::place(story, o), telling::elsewhere(story, o, claim.article)))
        .collect();
    let at = telling::place(story, claim);
    Finding { code: Code::LostHedge, severity: Severity::Information, at, message, related }
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        assert_eq!(told(Code::LostHedge, texts), expected, "{texts:?}");
    }

    #[test]
    fn all_others_hedge() {
        check(
            &[
                "At least 17 people were killed in the Oakville flood, and a bridge fell.",
                "The Oakville flood killed at least 17 people on Sunday. Schools stay shut.",
                "Officials said at least 17 people were killed by the flood in Oakville.",
                "The flood in Oakville killed 17 people. Rain is forecast for the week.",
            ],
            "4:“17”",
        );
    }

    #[test]
    fn too_little_to_tell() {
        check(&["At least 17 people were killed in the flood.", "The flood killed 17 people on Sunday."], "");
        check(
            &[
                "At least 17 people were killed in the Oakville flood.",
                "The Oakville flood killed 17 people on Sunday.",
                "Officials said 17 people were killed by the flood in Oakville.",
            ],
            "",
        );
    }
}
