//! `textDocument/references`

use tower_lsp::lsp_types::{Location, ReferenceParams};

use crate::features::references;
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::Converter;

/// Every mention, related claim or printing.
pub fn answer(snapshot: &Snapshot, params: &ReferenceParams) -> Option<Vec<Location>> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position)?;
    let declaration = params.context.include_declaration;
    let places =
        references::references(snapshot.comparison(spot.at), spot.at.article, spot.offset, declaration);
    Some(Converter::new(snapshot, spot.at).locations(&places))
}
