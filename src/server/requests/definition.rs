//! `textDocument/definition`

use tower_lsp::lsp_types::{GotoDefinitionParams, GotoDefinitionResponse};

use crate::features::definition;
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::Converter;

/// The first mention, or the earliest related claim.
pub fn answer(snapshot: &Snapshot, params: &GotoDefinitionParams) -> Option<GotoDefinitionResponse> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position_params)?;
    let jump = definition::definition(snapshot.comparison(spot.at), spot.at.article, spot.offset)?;
    Converter::new(snapshot, spot.at).jump(spot.at.article, jump, snapshot.profile.definition_links)
}
