//! `quote-drift`: the same utterance between quotation marks in two articles, with other telling words.
//!
//! Silent where spelling, contractions, capitals, stops, hyphens, number words, words in brackets or an ellipsis make the
//! difference, where a head or tail is trimmed, where a name and its post change places, and where two articles quote two utterances.
//! One utterance is known by its telling words, by its build where these are others, or by the sentences beside it. A warning.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::corpus::Story;

use super::alignment::Gap;
use super::telling;
use super::utterances::{Pair, Utterance};
use super::{Code, Finding, Place, Severity};

/// A sentence that is printed otherwise elsewhere.
struct Drift {
    /// Its words that differ from those of any other printing.
    words: Range<usize>,
    /// Whether some printing has no words in their place.
    lost: bool,
    /// The other printings, by index.
    others: Vec<usize>,
}

/// The findings on quotations of a story that differ.
pub(super) fn find(story: &Story, utterances: &[Utterance], pairs: &[Pair]) -> Vec<Finding> {
    let mut drifts: BTreeMap<usize, Drift> = BTreeMap::new();
    for pair in pairs.iter().filter(|p| !p.alignment.is_same() && !p.is_retold(utterances)) {
        let reach = |side: fn(&Gap) -> &Range<usize>| {
            let tells = pair.alignment.gaps.iter().filter(|gap| gap.tells).map(side);
            let cover = |r: Range<usize>, g: Range<usize>| r.start.min(g.start)..r.end.max(g.end);
            tells.cloned().reduce(cover).unwrap_or_default()
        };
        let (a, b) = (reach(|gap| &gap.a), reach(|gap| &gap.b));
        let lost = a.is_empty() || b.is_empty();
        for (own, words, other) in [(pair.at.0, a, pair.at.1), (pair.at.1, b, pair.at.0)] {
            let drift = drifts.entry(own).or_insert(Drift { words: words.clone(), lost, others: Vec::new() });
            drift.words = drift.words.start.min(words.start)..drift.words.end.max(words.end);
            drift.lost |= lost;
            drift.others.push(other);
        }
    }
    let tell = |drift: &Drift, own: usize| {
        let Utterance { article, .. } = utterances[own];
        Place { article, span: utterances[own].shown(drift.words.clone(), drift.lost) }
    };
    let shown: BTreeMap<usize, Printed> = drifts
        .iter()
        .map(|(&own, drift)| (own, (tell(drift, own), utterances[own].speaker(story))))
        .collect();
    let others = |drift: &Drift| drift.others.iter().map(|other| &shown[other]).collect();
    drifts.iter().map(|(own, drift)| finding(story, &shown[own], others(drift))).collect()
}

/// A place with the speaker of its words.
type Printed = (Place, Option<String>);

fn finding(story: &Story, own: &Printed, mut others: Vec<&Printed>) -> Finding {
    others.sort_unstable();
    let (at, speaker) = own;
    // One name for all stands in front; another one, or none, stands with its words.
    let shared = speaker.as_ref().filter(|_| others.iter().all(|other| other.1 == *speaker));
    let words = |(place, name): &Printed| match name {
        Some(name) if shared.is_none() => format!("{} ({name})", telling::quoted(story, *place)),
        _ => telling::quoted(story, *place),
    };
    let told = |other: &Printed| {
        format!("{} in {}", words(other), telling::source(story, other.0.article, at.article))
    };
    let opening = shared.map_or(String::new(), |name| format!("{name}: "));
    let mut message = format!("{opening}{} here; {}", words(own), told(others[0]));
    if others.len() > 1 {
        message.push_str(&format!(", and {} more", others.len() - 1));
    }
    let related = others.iter().map(|other| (other.0, told(other).into())).collect();
    Finding { code: Code::QuoteDrift, severity: Severity::Warning, at: *at, message, related }
}

#[cfg(test)]
mod tests;
