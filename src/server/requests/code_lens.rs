//! `textDocument/codeLens`

use serde_json::json;
use tower_lsp::lsp_types::{CodeLens, CodeLensParams, Command};

use crate::features::lenses;
use crate::server::commands;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};

/// How many sources agree, over each claim; choosing it sets the claims side by side.
pub fn answer(snapshot: &Snapshot, params: &CodeLensParams) -> Option<Vec<CodeLens>> {
    let uri = &params.text_document.uri;
    let at = snapshot.article(uri).filter(|_| snapshot.config.options.lenses)?;
    let converter = Converter::new(snapshot, at);
    let lens = |lens: lenses::Lens| {
        let range = converter.range(place(at, lens.span));
        let arguments = vec![json!({ "uri": uri, "position": range.start })];
        let command = Command::new(lens.title, commands::COMPARE.to_owned(), Some(arguments));
        CodeLens { range, command: Some(command), data: None }
    };
    Some(lenses::lenses(snapshot.comparison(at), at.article).into_iter().map(lens).collect())
}
