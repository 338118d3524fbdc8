//! Addresses and paths: a file has one path, however its address is written; anything else goes by its address.

use std::path::Path;
use std::sync::Arc;

use tower_lsp::lsp_types::Url;

/// The path under which the library knows a document.
pub fn path_of(uri: &Url) -> Arc<str> {
    match uri.to_file_path() {
        Ok(path) if uri.scheme() == "file" => path.to_string_lossy().into(),
        _ => uri.as_str().into(),
    }
}

/// The address of a path that is not open, and so known to the client by no address of its own.
pub fn uri_of(path: &str) -> Option<Url> {
    Url::from_file_path(Path::new(path)).ok().or_else(|| Url::parse(path).ok())
}
