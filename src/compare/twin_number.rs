//! `twin-number`: one distinctive number for two things of an article. Off unless the settings say otherwise.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::Story;
use crate::extract::{Figure, Leaning, Reading};

use super::edit::Carried;
use super::overview::Overview;
use super::telling;
use super::{ClaimRef, Code, Finding, Severity, slot};

/// Numbers with fewer digits that count meet by chance.
const DIGITS: usize = 3;

/// The findings on numbers that an article prints for two things; one for every number, at the later place.
pub fn find(story: &Story, overview: &Overview, carried: Option<&Carried>) -> Vec<Finding> {
    let is_kept = |article: u32| carried.is_some_and(|carried| carried.is_pair_same(article, article));
    let within = overview.within.iter().filter(|r| !is_kept(r.a.article));
    let related: FxHashSet<(ClaimRef, ClaimRef)> = within.map(|r| (r.a, r.b)).collect();
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        if let Some(carried) = carried.filter(|_| is_kept(article)) {
            findings.extend(carried.findings_within(article, Code::TwinNumber));
            continue;
        }
        let mut first: FxHashMap<u64, u32> = FxHashMap::default();
        for (claim, figure) in (0u32..).zip(&reading.figures).filter(|(_, f)| is_distinctive(f)) {
            let earlier = *first.entry(figure.value.lo.to_bits()).or_insert(claim);
            let (a, b) = (ClaimRef { article, claim: earlier }, ClaimRef { article, claim });
            if a != b && !related.contains(&(a, b)) && of_two_things(reading, earlier, figure) {
                findings.push(finding(story, a, b));
            }
        }
    }
    findings
}

/// Three digits or more before the zeros at the end.
fn is_distinctive(figure: &Figure) -> bool {
    let value = figure.value;
    !value.vague && value.lo == value.hi && slot::significant_digits(value.lo) >= DIGITS
}

/// Whether the two count things of different names and neither leans on the other.
fn of_two_things(reading: &Reading, earlier: u32, later: &Figure) -> bool {
    let other = &reading.figures[earlier as usize];
    let leans = matches!(later.leaning, Some(
        Leaning::Converts(f) | Leaning::Formerly(f) | Leaning::PartOf(f) | Leaning::EachOf(f) | Leaning::Besides(f)
    ) if f == earlier);
    let named = match (&other.head, &later.head) {
        (Some(a), Some(b)) => a != b,
        _ => false,
    };
    !leans && named
}

fn finding(story: &Story, earlier: ClaimRef, later: ClaimRef) -> Finding {
    let of = |claim: ClaimRef| {
        let article = &story.readings[claim.article as usize].article;
        telling::figure(story, claim).of(article).unwrap_or("something else").to_owned()
    };
    let message =
        format!("{} for {} here, for {} before", telling::printed(story, later), of(later), of(earlier));
    let related =
        vec![(telling::place(story, earlier), format!("the same number, for {}", of(earlier)).into())];
    let at = telling::place(story, later);
    Finding { code: Code::TwinNumber, severity: Severity::Information, at, message, related }
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(Code::TwinNumber, &[text]), expected, "{text}");
    }

    #[test]
    fn one_number_for_two_things() {
        check("The plant makes 2,417 engines a year. It has 2,417 workers.", "1:“2,417”");
    }

    #[test]
    fn numbers_that_meet_by_chance() {
        check("The plant makes 200 engines a year. It has 200 workers.", "");
        check("The plant has 2,417 workers. The 2,417 workers are on strike.", "");
    }
}
