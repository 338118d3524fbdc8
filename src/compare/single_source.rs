//! `single-source`: a claim with one witness, where the story has several. Off unless the settings say otherwise.

use rustc_hash::FxHashSet;

use crate::corpus::Story;

use super::edit::Carried;
use super::groups::Nets;
use super::telling;
use super::{ClaimRef, Code, Finding, Relation, Severity, unattributed};

/// The findings on figures that no other witness of the story gives. Copies of one text are one witness.
pub fn find(story: &Story, relations: &[Relation], nets: &Nets, carried: Option<&Carried>) -> Vec<Finding> {
    let mut witnesses = story.witness.clone();
    witnesses.sort_unstable();
    witnesses.dedup();
    if witnesses.len() < 2 {
        return Vec::new();
    }
    // What no article has gained or lost by an edit, and is told in the same words, it still has alone.
    let carried = carried.filter(|c| c.same_cast && c.previous.story.witness == story.witness);
    let is_kept = |claim: ClaimRef| carried.is_some_and(|c| c.is_same(claim.article)) && nets.is_same(claim);
    let cross = relations.iter().filter(|r| r.a.article != r.b.article);
    let shared: FxHashSet<ClaimRef> =
        cross.flat_map(|r| [r.a, r.b]).filter(|&claim| !is_kept(claim)).collect();
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        // What a copy prints is related through the text that it copies.
        if story.witness[article as usize] != article {
            continue;
        }
        if let Some(carried) = carried.filter(|carried| carried.is_same(article)) {
            let before = carried.findings_within(article, Code::SingleSource);
            findings.extend(before.filter(|f| carried.claim_now_at(f.at).is_some_and(is_kept)));
        }
        for claim in (0..reading.claims.len() as u32).map(|claim| ClaimRef { article, claim }) {
            let open = !shared.contains(&claim) && !is_kept(claim);
            if !open || !unattributed::is_news(reading, telling::figure(story, claim)) {
                continue;
            }
            let message = format!(
                "{}{}: no other source of the story has it",
                telling::printed(story, claim),
                telling::speaker(story, claim)
            );
            findings.push(Finding {
                code: Code::SingleSource,
                severity: Severity::Information,
                at: telling::place(story, claim),
                message,
                related: Vec::new(),
            });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        assert_eq!(told(Code::SingleSource, texts), expected, "{texts:?}");
    }

    #[test]
    fn what_one_source_alone_has() {
        check(
            &[
                "The fire in Oakville killed 12 people. The town has lost $40 million, Mayor Ann Marsh said.",
                "Twelve people were killed by the Oakville fire on Sunday.",
            ],
            "1:“$40 million”",
        );
    }

    #[test]
    fn a_story_of_one_source() {
        check(&["The fire in Oakville killed 12 people."], "");
    }
}
