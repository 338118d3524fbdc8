//! What a quotation says, as far as it takes to find its other printings.

use crate::text::Parse;

use super::meanings::Meanings;
use super::{Quote, words};

/// For every quotation the hashes of the stems of its content words, sorted, each once.
pub fn stems(parse: &Parse, meanings: &Meanings, quotes: &[Quote]) -> Vec<Box<[u32]>> {
    let of = |quote: &Quote| {
        let content = parse.tokens_in(quote.span).filter(|&t| words::is_content(parse, t));
        let mut stems: Vec<u32> = content.map(|t| meanings[t].stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems.into_boxed_slice()
    };
    quotes.iter().map(of).collect()
}
