//! `textDocument/inlayHint`

use tower_lsp::lsp_types::{InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip};

use crate::features::hints::{self, Hint, HintKind};
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::Converter;

/// The days and common values of the visible part.
pub fn answer(snapshot: &Snapshot, params: &InlayHintParams) -> Option<Vec<InlayHint>> {
    let at = snapshot.article(&params.text_document.uri)?;
    let options = &snapshot.config.options;
    let text = &snapshot.reading(at).article.text;
    let within = from_lsp::span(text, params.range, snapshot.profile.encoding);
    let converter = Converter::new(snapshot, at);
    let wanted = |hint: &Hint| match hint.kind {
        HintKind::Date => options.date_hints,
        HintKind::Figure => options.figure_hints,
    };
    let convert = |hint: Hint| InlayHint {
        position: converter.position(at.article, hint.span.end),
        label: InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: None,
        tooltip: Some(hint.tooltip).filter(|t| !t.is_empty()).map(InlayHintTooltip::String),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    };
    let hints = hints::hints(snapshot.comparison(at), at.article, within);
    Some(hints.into_iter().filter(wanted).map(convert).collect())
}
