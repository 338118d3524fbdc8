//! `single-source`: a claim with one witness, where the story has several. Off unless the settings say otherwise.

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::text::Span;

use super::edit::Carried;
use super::groups::Nets;
use super::overview::Overview;
use super::telling;
use super::{ClaimRef, Code, Finding, Severity, unattributed};

/// The findings on figures that no other witness of the story gives. Copies of one text are one witness.
pub fn find(story: &Story, overview: &Overview, nets: &Nets, carried: Option<&Carried>) -> Vec<Finding> {
    let mut witnesses = story.witness.clone();
    witnesses.sort_unstable();
    witnesses.dedup();
    if witnesses.len() < 2 {
        return Vec::new();
    }
    // What no article has gained or lost by an edit, and is told in the same words, it still has alone.
    let carried = carried.filter(|c| c.same_cast && c.previous.story.witness == story.witness);
    let stays = |claim| nets.is_same(claim) && carried.is_some_and(|c| c.claim_before(claim).is_some());
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        // What a copy prints is related through the text that it copies.
        if story.witness[article as usize] != article {
            continue;
        }
        let before = carried.into_iter().flat_map(|c| c.findings_within(article, Code::SingleSource));
        let mut before: FxHashMap<Span, Finding> = before.map(|f| (f.at.span, f)).collect();
        for (claim, _) in (0u32..).zip(&overview.shared[article as usize]).filter(|(_, shared)| !**shared) {
            let claim = ClaimRef { article, claim };
            let figure = telling::figure(story, claim);
            if unattributed::is_news(reading, figure) {
                let known = before.remove(&figure.span).filter(|_| stays(claim));
                findings.push(known.unwrap_or_else(|| finding(story, claim)));
            }
        }
    }
    findings
}

fn finding(story: &Story, claim: ClaimRef) -> Finding {
    let message = format!(
        "{}{}: no other source of the story has it",
        telling::printed(story, claim),
        telling::speaker(story, claim)
    );
    let at = telling::place(story, claim);
    Finding { code: Code::SingleSource, severity: Severity::Information, at, message, related: Vec::new() }
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
