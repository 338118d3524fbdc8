//! `textDocument/foldingRange`

use tower_lsp::lsp_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use crate::features::folding;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};
use crate::text::Span;

/// Front matter and page furniture, by whole lines.
pub fn answer(snapshot: &Snapshot, params: &FoldingRangeParams) -> Option<Vec<FoldingRange>> {
    let at = snapshot.article(&params.text_document.uri)?;
    let text = &snapshot.reading(at).article.text;
    let converter = Converter::new(snapshot, at);
    let range = |fold: folding::Fold| {
        // The line end behind the last line belongs to it, not to the fold.
        let length = fold.span.of(text).trim_end().len() as u32;
        let range = converter.range(place(at, Span::new(fold.span.start, fold.span.start + length)));
        FoldingRange {
            start_line: range.start.line,
            end_line: range.end.line,
            kind: fold.front_matter.then_some(FoldingRangeKind::Imports),
            ..FoldingRange::default()
        }
    };
    let folds = folding::folds(snapshot.reading(at)).into_iter().map(range);
    Some(folds.filter(|f| f.start_line < f.end_line).collect())
}
