//! `superlative`: a first, only, record or most of its kind, to be checked by hand. Off unless the settings say otherwise.

use crate::corpus::Story;

use super::telling;
use super::{Code, Finding, Place, Severity};

/// One finding for every superlative of running text that nobody is quoted with.
pub fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        findings.extend(reading.superlatives.iter().map(|&span| {
            let at = Place { article, span };
            let message = format!("{}: to be checked by hand", telling::quoted(story, at));
            Finding {
                code: Code::Superlative,
                severity: Severity::Information,
                at,
                message,
                related: Vec::new(),
            }
        }));
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[test]
    fn told_wherever_it_stands() {
        assert_eq!(told(Code::Superlative, &["It was the largest fire in the county."]), "1:“largest”");
        assert_eq!(told(Code::Superlative, &["It was a large fire."]), "");
    }
}
