//! `textDocument/completion`

use tower_lsp::lsp_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams,
    CompletionResponse, CompletionTextEdit, TextEdit,
};

use crate::extract::EntityKind;
use crate::features::completion::{self, Completion};
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};

/// Names and figures that the words before the caret could open.
pub fn answer(snapshot: &Snapshot, params: &CompletionParams) -> Option<CompletionResponse> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position)?;
    let text = &snapshot.reading(spot.at).article.text;
    let converter = Converter::new(snapshot, spot.at);
    let item = |(order, found): (usize, Completion)| CompletionItem {
        kind: Some(kind(found.kind)),
        label_details: Some(CompletionItemLabelDetails {
            detail: None,
            description: Some(found.detail.clone()),
        }),
        detail: Some(found.detail),
        sort_text: Some(format!("{order:03}")),
        // What was typed stands for the name, though it may open a later word of it.
        filter_text: Some(found.replace.of(text).to_owned()),
        text_edit: Some(CompletionTextEdit::Edit(TextEdit {
            range: converter.range(place(spot.at, found.replace)),
            new_text: found.insert,
        })),
        label: found.label,
        ..CompletionItem::default()
    };
    let found = completion::completions(&snapshot.analysis, spot.at, spot.offset);
    Some(CompletionResponse::List(CompletionList {
        is_incomplete: true,
        items: found.into_iter().enumerate().map(item).collect(),
    }))
}

fn kind(kind: Option<EntityKind>) -> CompletionItemKind {
    match kind {
        Some(EntityKind::Person) => CompletionItemKind::CLASS,
        Some(EntityKind::Organisation) => CompletionItemKind::MODULE,
        Some(EntityKind::Place) => CompletionItemKind::ENUM,
        Some(EntityKind::Other) => CompletionItemKind::TEXT,
        None => CompletionItemKind::VALUE,
    }
}
