//! What the words of an article are, for colouring.

use rustc_hash::FxHashSet;

use super::related;
use crate::compare::{Comparison, Level};
use crate::extract::EntityKind;
use crate::text::Span;

/// What a stretch of text is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TokenKind {
    /// A human being.
    Person,
    /// A company, agency, party …
    Organisation,
    /// A place.
    Place,
    /// Another named thing.
    Other,
    /// A figure.
    Figure,
    /// A date.
    Date,
    /// Words in quotation marks.
    Quote,
}

impl TokenKind {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 7] =
        [Self::Person, Self::Organisation, Self::Place, Self::Other, Self::Figure, Self::Date, Self::Quote];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
            Self::Figure => "figure",
            Self::Date => "date",
            Self::Quote => "quote",
        }
    }
}

/// A stretch of text to be coloured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SemanticToken {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Whether another source gives an incompatible value.
    pub conflicting: bool,
    /// Whether it is the first mention in its article.
    pub first: bool,
}

/// The tokens of an article, in order, none overlapping another: what stands inside a quote cuts it.
pub fn semantic_tokens(comparison: &Comparison, article: u32) -> Vec<SemanticToken> {
    let Some(reading) = comparison.story.readings.get(article as usize) else { return Vec::new() };
    let mut inner = Vec::new();
    for entity in &reading.entities {
        let kind = match entity.kind {
            EntityKind::Person => TokenKind::Person,
            EntityKind::Organisation => TokenKind::Organisation,
            EntityKind::Place => TokenKind::Place,
            EntityKind::Other => TokenKind::Other,
        };
        let token = |(index, span)| SemanticToken { span, kind, conflicting: false, first: index == 0 };
        inner.extend(entity.mentions.iter().map(|m| m.span).enumerate().map(token));
    }
    let conflicting = conflicting_figures(comparison, article);
    inner.extend((0u32..).zip(&reading.figures).map(|(index, figure)| SemanticToken {
        span: figure.span,
        kind: TokenKind::Figure,
        conflicting: conflicting.contains(&index),
        first: false,
    }));
    inner.extend(reading.dates.iter().map(|date| SemanticToken {
        span: date.span,
        kind: TokenKind::Date,
        conflicting: false,
        first: false,
    }));
    inner.sort();
    let inner = without_overlaps(inner);
    let mut tokens = cut_quotes(reading.quotes.iter().map(|q| q.span), &inner);
    tokens.extend(inner);
    tokens.sort();
    without_overlaps(tokens)
}

fn conflicting_figures(comparison: &Comparison, article: u32) -> FxHashSet<u32> {
    let conflicts = comparison.relations.iter().filter(|r| r.level == Level::Conflict);
    let own = conflicts.flat_map(|r| [r.a, r.b]).filter(|c| c.article == article);
    own.filter_map(|c| related::claim(comparison, c)).map(|c| c.figure).collect()
}

/// Sorted tokens without those that begin before the one before them has ended.
fn without_overlaps(tokens: Vec<SemanticToken>) -> Vec<SemanticToken> {
    let mut end = 0;
    let fits = |token: &SemanticToken| {
        let fits = token.span.start >= end && !token.span.is_empty();
        end = if fits { token.span.end } else { end };
        fits
    };
    tokens.into_iter().filter(fits).collect()
}

/// The pieces of quotes between the tokens inside them, which are sorted.
fn cut_quotes(quotes: impl Iterator<Item = Span>, inner: &[SemanticToken]) -> Vec<SemanticToken> {
    let mut pieces = Vec::new();
    for quote in quotes {
        let mut start = quote.start;
        let from = inner.partition_point(|t| t.span.end <= quote.start);
        for token in inner[from..].iter().take_while(|t| t.span.start < quote.end) {
            pieces.push(Span::new(start, token.span.start.max(start)));
            start = token.span.end.max(start);
        }
        pieces.push(Span::new(start, quote.end.max(start)));
    }
    let quote = |span| SemanticToken { span, kind: TokenKind::Quote, conflicting: false, first: false };
    pieces.into_iter().filter(|p| !p.is_empty()).map(quote).collect()
}
