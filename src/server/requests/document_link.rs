//! `textDocument/documentLink`

use tower_lsp::lsp_types::{DocumentLink, DocumentLinkParams, Url};

use crate::features::links;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};

/// The addresses in the front matter.
pub fn answer(snapshot: &Snapshot, params: &DocumentLinkParams) -> Option<Vec<DocumentLink>> {
    let at = snapshot.article(&params.text_document.uri)?;
    let converter = Converter::new(snapshot, at);
    let link = |link: links::Link| {
        let target = Some(Url::parse(&link.target).ok()?);
        Some(DocumentLink { range: converter.range(place(at, link.span)), target, tooltip: None, data: None })
    };
    Some(links::links(snapshot.reading(at)).into_iter().filter_map(link).collect())
}
