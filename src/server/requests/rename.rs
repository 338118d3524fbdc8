//! `textDocument/rename` and `textDocument/prepareRename`

use std::collections::HashMap;

use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    AnnotatedTextEdit, ChangeAnnotation, DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier,
    PrepareRenameResponse, RenameParams, TextDocumentEdit, TextDocumentPositionParams, TextEdit, Url,
    WorkspaceEdit,
};

use crate::features::rename::{self, Spelling};
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};

/// What the user is asked about edits inside quotation marks.
const QUOTED: &str = "quoted";

/// The name that would be renamed.
pub fn prepare(snapshot: &Snapshot, params: &TextDocumentPositionParams) -> Option<PrepareRenameResponse> {
    let spot = from_lsp::spot(snapshot, params)?;
    let reading = snapshot.reading(spot.at);
    let span = rename::prepare(reading, spot.offset)?;
    Some(PrepareRenameResponse::RangeWithPlaceholder {
        range: Converter::new(snapshot, spot.at).range(place(spot.at, span)),
        placeholder: reading.article.slice(span).to_owned(),
    })
}

/// The edits. Those inside quotation marks are offered for confirmation where the client can ask, and left out where it cannot.
pub fn answer(snapshot: &Snapshot, params: &RenameParams) -> Result<Option<WorkspaceEdit>> {
    let Some(spot) = from_lsp::spot(snapshot, &params.text_document_position) else { return Ok(None) };
    let everywhere = snapshot.config.options.rename_everywhere;
    let comparison = snapshot.comparison(spot.at);
    let edits = rename::rename(comparison, spot.at.article, spot.offset, &params.new_name, everywhere)
        .map_err(Error::invalid_params)?;
    let converter = Converter::new(snapshot, spot.at);
    Ok(Some(match snapshot.profile.document_changes {
        true => with_versions(snapshot, &converter, &edits),
        false => plain(&converter, &edits),
    }))
}

fn edit_of(converter: &Converter, spelling: &Spelling) -> TextEdit {
    TextEdit { range: converter.range(spelling.place), new_text: spelling.text.clone() }
}

fn plain(converter: &Converter, edits: &[Spelling]) -> WorkspaceEdit {
    let mut changes: HashMap<Url, Vec<TextEdit>> = HashMap::new();
    for spelling in edits.iter().filter(|e| !e.quoted) {
        if let Some(uri) = converter.uri(spelling.place.article) {
            changes.entry(uri).or_default().push(edit_of(converter, spelling));
        }
    }
    WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
}

fn with_versions(snapshot: &Snapshot, converter: &Converter, edits: &[Spelling]) -> WorkspaceEdit {
    let annotates = snapshot.profile.annotates;
    let mut documents = Vec::new();
    for group in edits.chunk_by(|a, b| a.place.article == b.place.article) {
        let Some(uri) = converter.uri(group[0].place.article) else { continue };
        let edits = group.iter().filter(|e| annotates || !e.quoted).map(|spelling| {
            let text_edit = edit_of(converter, spelling);
            match spelling.quoted {
                true => OneOf::Right(AnnotatedTextEdit { text_edit, annotation_id: QUOTED.to_owned() }),
                false => OneOf::Left(text_edit),
            }
        });
        let edits: Vec<_> = edits.collect();
        let version = snapshot.version(&uri);
        let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
        documents.push(TextDocumentEdit { text_document, edits });
    }
    let asks = annotates && edits.iter().any(|e| e.quoted);
    let annotation = ChangeAnnotation {
        label: "Inside quotation marks".to_owned(),
        needs_confirmation: Some(true),
        description: Some("Quoted words are evidence and usually stay as they are.".to_owned()),
    };
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(documents)),
        change_annotations: asks.then(|| HashMap::from([(QUOTED.to_owned(), annotation)])),
        ..WorkspaceEdit::default()
    }
}
