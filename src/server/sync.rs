//! Text of open documents: opened, changed, saved, closed. Nothing here waits, so that changes apply in the order in which they
//! were sent.

use std::sync::PoisonError;

use ropey::Rope;
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams,
};

use super::documents::Document;
use super::shared::Shared;
use super::uri;
use super::worker::Job;

/// Takes in a document.
pub fn open(shared: &Shared, params: DidOpenTextDocumentParams) {
    let opened = params.text_document;
    if opened.uri.to_file_path().is_ok_and(|path| path.starts_with(&shared.scratch_folder)) {
        return;
    }
    let document = Document {
        uri: opened.uri,
        version: opened.version,
        rope: Rope::from_str(&opened.text),
        markdown: opened.language_id == "markdown",
    };
    let path = shared.documents.lock().unwrap_or_else(PoisonError::into_inner).open(document.clone());
    shared.change(Job::Open(path, document));
}

/// Applies changes to a document. A client whose versions go backwards has lost count, not its text: the changes count, and so
/// does the number. Changes to a document that was never opened have no text to apply to.
pub fn change(shared: &Shared, params: &DidChangeTextDocumentParams) {
    let path = uri::path_of(&params.text_document.uri);
    let encoding = shared.profile().encoding;
    let mut documents = shared.documents.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(document) = documents.get_mut(&path) else {
        return tracing::warn!("{}: changed without being open", params.text_document.uri);
    };
    if params.text_document.version <= document.version {
        tracing::warn!("{path}: version {} after {}", params.text_document.version, document.version);
    }
    let caret = document.apply(&params.content_changes, encoding);
    document.version = params.text_document.version;
    let (version, rope) = (document.version, document.rope.clone());
    drop(documents);
    shared.change(Job::Edit { path, version, rope, caret });
}

/// Whoever saves has finished the word.
pub fn save(shared: &Shared, params: &DidSaveTextDocumentParams) {
    shared.change(Job::Saved(uri::path_of(&params.text_document.uri)));
}

/// Lets a document go.
pub fn close(shared: &Shared, params: &DidCloseTextDocumentParams) {
    let path = uri::path_of(&params.text_document.uri);
    if shared.documents.lock().unwrap_or_else(PoisonError::into_inner).close(&path).is_none() {
        return tracing::warn!("{}: closed without being open", params.text_document.uri);
    }
    shared.tokens.forget(&params.text_document.uri);
    shared.change(Job::Close(path));
}
