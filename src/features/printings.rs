//! Where else the words of a quote are printed.

use rustc_hash::FxHashSet;

use crate::compare::{Comparison, Place};

/// How much of the shorter quote's words the longer one must hold for the two to be printings of one utterance.
const SHARED: f32 = 0.75;
/// A quote of fewer words says too little to be known again, unless it is printed in the very same words.
const FEWEST_WORDS: usize = 4;

/// Every other printing of a quote in the story: the same words, or most of them, in quotation marks.
pub fn printings(comparison: &Comparison, article: u32, quote: u32) -> Vec<Place> {
    let readings = &comparison.story.readings;
    let Some(own) = readings.get(article as usize).and_then(|r| Some((r, r.quotes.get(quote as usize)?)))
    else {
        return Vec::new();
    };
    let words = words_of(own.0.article.slice(own.1.span));
    let mut places = Vec::new();
    for (other, reading) in (0u32..).zip(readings) {
        for (index, candidate) in (0u32..).zip(&reading.quotes) {
            let itself = other == article && index == quote;
            if !itself && same_utterance(&words, &words_of(reading.article.slice(candidate.span))) {
                places.push(Place { article: other, span: candidate.span });
            }
        }
    }
    places
}

fn same_utterance(a: &FxHashSet<String>, b: &FxHashSet<String>) -> bool {
    let (fewer, shared) = (a.len().min(b.len()), a.intersection(b).count());
    if fewer < FEWEST_WORDS { !a.is_empty() && a == b } else { shared as f32 >= SHARED * fewer as f32 }
}

fn words_of(text: &str) -> FxHashSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}
