//! `textDocument/declaration`

use tower_lsp::lsp_types::request::{GotoDeclarationParams, GotoDeclarationResponse};

use crate::features::definition;
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::Converter;

/// The earliest mention or related claim of the story.
pub fn answer(snapshot: &Snapshot, params: &GotoDeclarationParams) -> Option<GotoDeclarationResponse> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position_params)?;
    let jump = definition::declaration(snapshot.comparison(spot.at), spot.at.article, spot.offset)?;
    Converter::new(snapshot, spot.at).jump(spot.at.article, jump, snapshot.profile.declaration_links)
}
