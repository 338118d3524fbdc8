//! `unattributed`: a figure without a speaker. Off unless the settings say otherwise.
//!
//! It asks for people, money and shares that running text gives as a fact; what the same article lets somebody say elsewhere is
//! attributed.

use rustc_hash::FxHashSet;

use crate::corpus::Story;
use crate::extract::{Claim, Figure, Reading, State, Unit};
use crate::text::BlockKind;

use super::edit::Carried;
use super::telling;
use super::{Code, Finding, Place, Severity};

/// The findings on figures that nobody is named for.
pub fn find(story: &Story, carried: Option<&Carried>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        if let Some(carried) = carried.filter(|carried| carried.is_same(article)) {
            findings.extend(carried.findings_within(article, Code::Unattributed));
            continue;
        }
        let said: FxHashSet<u64> =
            claims(reading).filter(|(c, _)| !c.by.is_empty()).map(|(_, f)| f.value.lo.to_bits()).collect();
        for (claim, figure) in claims(reading) {
            let open = claim.by.is_empty() && !said.contains(&figure.value.lo.to_bits());
            if open && claim.state == State::Fact && is_news(reading, figure) {
                let at = Place { article, span: figure.span };
                let message = format!("{} has no source", telling::quoted(story, at));
                findings.push(Finding {
                    code: Code::Unattributed,
                    severity: Severity::Information,
                    at,
                    message,
                    related: Vec::new(),
                });
            }
        }
    }
    findings
}

fn claims(reading: &Reading) -> impl Iterator<Item = (&Claim, &Figure)> {
    reading.claims.iter().map(|c| (c, &reading.figures[c.figure as usize]))
}

/// Whether a figure of running text counts people or gives money or a share.
pub fn is_news(reading: &Reading, figure: &Figure) -> bool {
    let kind = matches!(figure.unit, Unit::Person | Unit::Money(_) | Unit::Percent | Unit::Share);
    let block = reading.article.block_at(figure.span.start).map(|b| reading.article.blocks[b].kind);
    kind && block == Some(BlockKind::Paragraph) && !figure.value.vague && figure.value.hi > 1.0
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(Code::Unattributed, &[text]), expected, "{text}");
    }

    #[test]
    fn figures_without_a_source() {
        check("The storm hurt 34 people.", "1:“34”");
        check("The bank lost $40 million last year.", "1:“$40 million”");
    }

    #[test]
    fn figures_with_a_source() {
        check("The storm hurt 34 people, police said.", "");
        check("The storm hurt 34 people.\n\nMayor Ann Marsh said 34 people were hurt.", "");
        check("The race is 5 kilometres long.", "");
    }
}
