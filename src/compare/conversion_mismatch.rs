//! `conversion-mismatch`: two units or currencies of one amount that do not fit.
//!
//! Measures are held against each other exactly, after rounding. Two currencies are held against the rate that the other
//! conversions of the story imply, since no rate is known from outside: silent where there is but one pair.

use crate::corpus::Story;
use crate::extract::{Leaning, Unit};

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
            _ => (values::relate(a, b) == Some(Level::Conflict)).then(|| {
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
