//! What can be folded away: front matter, and what a page says beside the story.

use crate::extract::Reading;
use crate::text::{BlockKind, Span};

/// A stretch of whole lines that can be folded away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fold {
    /// From its first to its last byte.
    pub span: Span,
    /// Whether it is front matter, not page furniture.
    pub front_matter: bool,
}

/// The folds of an article, in order.
pub fn folds(reading: &Reading) -> Vec<Fold> {
    let article = &reading.article;
    let front = article.front_matter.map(|span| Fold { span, front_matter: true });
    let runs =
        article.blocks.chunk_by(|a, b| a.kind == b.kind).filter(|run| run[0].kind == BlockKind::Furniture);
    let furniture =
        runs.map(|run| Fold { span: run[0].span.cover(run[run.len() - 1].span), front_matter: false });
    front
        .into_iter()
        .chain(furniture)
        .filter(|fold| article.slice(fold.span).contains(['\n', '\r']))
        .collect()
}
