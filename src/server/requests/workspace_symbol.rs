//! `workspace/symbol`

use tower_lsp::lsp_types::{SymbolInformation, WorkspaceSymbolParams};

use crate::features::symbols;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place, symbol_kind};

/// Names and claims of all articles that the query fits.
pub fn answer(snapshot: &Snapshot, params: &WorkspaceSymbolParams) -> Vec<SymbolInformation> {
    let information = |hit: symbols::Hit| {
        #[allow(deprecated, reason = "the type has no constructor that leaves the field out")]
        Some(SymbolInformation {
            name: hit.name,
            kind: symbol_kind(hit.kind),
            tags: None,
            deprecated: None,
            location: Converter::new(snapshot, hit.at).location(place(hit.at, hit.span))?,
            container_name: Some(hit.container),
        })
    };
    symbols::search(&snapshot.analysis, &params.query).into_iter().filter_map(information).collect()
}
