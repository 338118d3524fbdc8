//! Which of some spans each token of an article lies in.

use crate::text::{Parse, Span};

use super::Entity;

/// For every token the first span of a list that it shares a byte with.
#[derive(Default)]
pub(super) struct Cover(Vec<u32>);

/// Marks a token that lies in none.
const NONE: u32 = u32::MAX;

impl Cover {
    /// Notes what `spans` cover.
    pub fn of(parse: &Parse, spans: impl Iterator<Item = Span>) -> Self {
        let mut cover = vec![NONE; parse.tokens.len()];
        for (i, span) in (0u32..).zip(spans) {
            let free = cover[parse.tokens_in(span)].iter_mut().filter(|slot| **slot == NONE);
            free.for_each(|slot| *slot = i);
        }
        Cover(cover)
    }

    /// The span that covers a token, by its place in the list.
    pub fn at(&self, token: usize) -> Option<usize> {
        self.0.get(token).filter(|&&i| i != NONE).map(|&i| i as usize)
    }

    /// Whether any covers a token.
    pub fn holds(&self, token: usize) -> bool {
        self.at(token).is_some()
    }
}

/// The named things of an article with all their mentions, and which tokens these cover.
#[derive(Default)]
pub struct Named {
    /// The named things.
    pub entities: Vec<Entity>,
    /// The mentions in order, each with its entity by index.
    pub mentions: Vec<(Span, u32)>,
    cover: Cover,
}

impl Named {
    /// Sorts the mentions and notes what they cover.
    pub fn of(parse: &Parse, entities: Vec<Entity>) -> Self {
        let all = (0u32..).zip(&entities).flat_map(|(i, e)| e.mentions.iter().map(move |m| (m.span, i)));
        let mut mentions: Vec<(Span, u32)> = all.collect();
        mentions.sort_unstable();
        let cover = Cover::of(parse, mentions.iter().map(|m| m.0));
        Named { entities, mentions, cover }
    }

    /// The mentions that share a byte with `span` or lie in it.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = &(Span, u32)> {
        let first = self.mentions.partition_point(|m| m.0.end <= span.start);
        self.mentions[first..].iter().take_while(move |m| m.0.start < span.end)
    }

    /// The entity that a token names.
    pub(super) fn at(&self, token: usize) -> Option<u32> {
        self.cover.at(token).map(|i| self.mentions[i].1)
    }

    /// Whether a token is part of a name.
    pub(super) fn holds(&self, token: usize) -> bool {
        self.cover.holds(token)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    #[test]
    fn a_token_lies_in_the_first_span_that_it_touches() {
        let article = Article::plain("The old mill burned.");
        let parse = Parse::of(&article);
        let cover = Cover::of(&parse, [Span::new(4, 12), Span::new(8, 19)].into_iter());
        let told: Vec<Option<usize>> = (0..6).map(|token| cover.at(token)).collect();
        assert_eq!(told, [None, Some(0), Some(0), Some(1), None, None]);
    }
}
