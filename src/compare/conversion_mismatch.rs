//! `conversion-mismatch`: two units or currencies of one amount that do not fit.
//!
//! Measures are held against each other as writers round them. Two currencies are held against the rate that the other
//! conversions of the story imply, since no rate is known from outside: silent where there is but one pair.

use crate::corpus::Story;
use crate::extract::{Figure, Leaning, Unit};

use super::{Code, Finding, Level, Place, Severity, values};

/// How far the rates of two conversions on the same days may lie apart. Currencies seldom move by a tenth in a story's days.
const RATE_SLACK: f64 = 1.15;

/// A printed conversion: the article, the amount and the same amount in the other unit, by index.
struct Pair {
    article: u32,
    amount: usize,
    converted: usize,
    rate: f64,
}

/// The findings on conversions of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let pairs = pairs(story);
    let mut findings = Vec::new();
    for pair in &pairs {
        let reading = &story.readings[pair.article as usize];
        let (a, b) = (&reading.figures[pair.amount], &reading.figures[pair.converted]);
        let message = match (&a.unit, &b.unit) {
            (Unit::Money(_), Unit::Money(_)) => wrong_rate(story, &pairs, pair),
            _ => (values::relate(a, b) == Some(Level::Conflict) && !is_rounded(a, b)).then(|| {
                format!("{} is not {}", reading.article.slice(a.span), reading.article.slice(b.span))
            }),
        };
        if let Some(message) = message {
            let place = |span| Place { article: pair.article, span };
            let related = vec![(place(a.span), "the same amount".into())];
            findings.push(Finding {
                code: Code::ConversionMismatch,
                severity: Severity::Warning,
                at: place(b.span),
                message,
                related,
            });
        }
    }
    findings
}

/// Whether a writer who rounds may print the one for the other: `60 mph (100 kph)`, `500 km (300 miles)`.
fn is_rounded(a: &Figure, b: &Figure) -> bool {
    values::ratio(a, b).is_some_and(|ratio| ratio <= ROUNDED)
}

/// How far apart rounding moves two measures that mean one: twelve feet are 3.66 metres, and are printed as 3.5.
const ROUNDED: f64 = 1.05;

fn pairs(story: &Story) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (converted, figure) in reading.figures.iter().enumerate() {
            let Some(Leaning::Converts(amount)) = figure.leaning else { continue };
            let Some(other) = reading.figures.get(amount as usize) else { continue };
            let rate = other.value.middle() / figure.value.middle();
            if rate.is_finite() && rate > 0.0 {
                pairs.push(Pair { article, amount: amount as usize, converted, rate });
            }
        }
    }
    pairs
}

/// The message where most other pairs of the same two currencies agree on another rate.
fn wrong_rate(story: &Story, pairs: &[Pair], pair: &Pair) -> Option<String> {
    let units = |p: &Pair| {
        let figures = &story.readings[p.article as usize].figures;
        (&figures[p.amount].unit, &figures[p.converted].unit)
    };
    let apart = |x: f64, y: f64| (x / y).max(y / x) > RATE_SLACK;
    let others: Vec<f64> =
        pairs.iter().filter(|p| !std::ptr::eq(*p, pair) && units(p) == units(pair)).map(|p| p.rate).collect();
    let against = others.iter().filter(|&&r| apart(r, pair.rate)).count();
    // A rate of its own against at least two that agree with each other, or against one when it is off by a power of ten.
    let agreed = others.iter().copied().find(|&r| apart(r, pair.rate))?;
    let magnitude =
        ((pair.rate / agreed).log10().abs().round() - (pair.rate / agreed).log10().abs()).abs() < 0.05;
    let whole = against == others.len() && (against >= 2 || magnitude);
    whole.then(|| {
        let reading = &story.readings[pair.article as usize];
        let words = |i: usize| reading.article.slice(reading.figures[i].span);
        let (_, unit) = units(pair);
        format!(
            "{} is given as {}: {:.4} to the {unit}, where the other conversions have {agreed:.4}",
            words(pair.amount),
            words(pair.converted),
            pair.rate,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(Code::ConversionMismatch, &[text]), expected, "{text}");
    }

    #[test]
    fn a_measure_that_does_not_fit_is_told() {
        check("The pylon is 40 metres (310 feet) high.", "1:“310 feet”");
        check("The trench is 9 feet (4.2 metres) deep.", "1:“4.2 metres”");
        check("The bags weigh 20 pounds (19 kg).", "1:“19 kg”");
        check("Gusts of 80 mph (180 kph) tore off roofs.", "1:“180 kph”");
        check("A beam of 6ft by 9ft (1.8m by 2.7m) fell from 10 km (16 miles).", "1:“16 miles”");
        check("The farm has 300 acres, or 210 hectares, of maize.", "1:“210 hectares”");
    }

    #[test]
    fn rounding_is_no_mistake() {
        check("Winds of 60 mph (100 kph) are forecast.", "");
        check("The rocket flew 500 km (310 miles).", "");
        check("The town lies 500 km (300 miles) inland.", "");
        check("The dam is 770ft (230m) tall.", "");
        check("He fell 12 feet (3.5m) from the loft.", "");
    }

    #[test]
    fn two_measures_side_by_side_are_no_conversion() {
        check("She rode for 50 metres, three feet above the waves.", "");
        check("A pit 30 feet wide (9 metres), 50 feet long and 15 feet deep was dug.", "");
        check("A panel of 8ft x 5ft (2.4m x 1.5m) came down.", "");
        check("The fire burnt for 12 to 20 km (7 to 12 miles).", "");
    }
}
