//! Where every token stands: its sentence, clause, phrase and verb group, found without a search.

use std::ops::Range;

use super::{Span, Token};

/// For a token the first sentence, clause, phrase and verb group that end behind it, by index: they hold it where they begin
/// at it or before.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Place {
    pub sentence: u32,
    pub clause: u32,
    pub phrase: u32,
    pub verb: u32,
}

/// The places of all tokens, and the tokens of all places.
#[derive(Clone, Default, Debug)]
pub(super) struct Places {
    /// One a token, and one for the end of the text.
    tokens: Vec<Place>,
    /// For every so many bytes of the text the first token that ends behind them.
    offsets: Vec<u32>,
}

/// How many bytes share one entry of `offsets`: two or three words.
const STEP: usize = 16;

impl Places {
    /// The places of `tokens` in a text of `length` bytes, as yet in no sentence, clause, phrase or verb group.
    pub fn of(tokens: &[Token], length: usize) -> Self {
        let mut offsets = Vec::with_capacity(length / STEP + 1);
        for (i, token) in (0u32..).zip(tokens) {
            offsets.resize((token.span.end as usize).div_ceil(STEP).max(offsets.len()), i);
        }
        offsets.resize((length / STEP + 1).max(offsets.len()), tokens.len() as u32);
        Places { tokens: vec![Place::default(); tokens.len() + 1], offsets }
    }

    /// The place of a token; that of the end for any behind the last.
    pub fn at(&self, token: usize) -> Place {
        self.tokens[token.min(self.tokens.len() - 1)]
    }

    /// Notes where the runs of tokens of one kind stand. They are in order and do not overlap.
    pub fn note<'r>(
        &mut self,
        runs: impl Iterator<Item = &'r Range<usize>>,
        slot: impl Fn(&mut Place) -> &mut u32,
    ) {
        let mut token = 0;
        let mut count = 0;
        for run in runs {
            while token < run.end.min(self.tokens.len()) {
                *slot(&mut self.tokens[token]) = count;
                token += 1;
            }
            count += 1;
        }
        self.tokens[token..].iter_mut().for_each(|place| *slot(place) = count);
    }

    /// The first of `tokens` that ends behind `offset`, by index; their number where none does.
    pub fn token_from(&self, tokens: &[Token], offset: u32) -> usize {
        let Some(&first) = self.offsets.get(offset as usize / STEP) else { return tokens.len() };
        let first = first as usize;
        first + tokens[first..].iter().take_while(|t| t.span.end <= offset).count()
    }

    /// Those of `tokens` that overlap `span`.
    pub fn tokens_in(&self, tokens: &[Token], span: Span) -> Range<usize> {
        let first = self.token_from(tokens, span.start);
        let last = self.token_from(tokens, span.end).max(first);
        first..last + usize::from(tokens.get(last).is_some_and(|t| t.span.start < span.end))
    }
}
