//! `textDocument/documentHighlight`

use tower_lsp::lsp_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams};

use crate::features::highlights;
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};

/// The same thing elsewhere in the article.
pub fn answer(snapshot: &Snapshot, params: &DocumentHighlightParams) -> Option<Vec<DocumentHighlight>> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position_params)?;
    let spans = highlights::highlights(snapshot.comparison(spot.at), spot.at.article, spot.offset);
    let converter = Converter::new(snapshot, spot.at);
    let highlight = |span| DocumentHighlight {
        range: converter.range(place(spot.at, span)),
        kind: Some(DocumentHighlightKind::TEXT),
    };
    Some(spans.into_iter().map(highlight).collect())
}
