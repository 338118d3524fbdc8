//! `textDocument/hover`

use tower_lsp::lsp_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use crate::features::{hover, markdown};
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};

/// What is known about the thing under the caret.
pub fn answer(snapshot: &Snapshot, params: &HoverParams) -> Option<Hover> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position_params)?;
    let hover = hover::hover(snapshot.comparison(spot.at), spot.at.article, spot.offset)?;
    let converter = Converter::new(snapshot, spot.at);
    let markdown = snapshot.profile.markdown;
    let value = match markdown {
        true => markdown::hover(&hover, &|place| converter.address(place)),
        false => markdown::plain(&hover),
    };
    let kind = if markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(converter.range(place(spot.at, hover.span))),
    })
}
