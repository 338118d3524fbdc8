//! `textDocument/documentSymbol`

use tower_lsp::lsp_types::{DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation};

use crate::features::symbols::{self, Symbol};
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place, symbol_kind};
use crate::text::Span;

/// The outline: one branch a kind, or a flat list for clients that show no tree.
pub fn answer(snapshot: &Snapshot, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let at = snapshot.article(&params.text_document.uri)?;
    let converter = Converter::new(snapshot, at);
    let symbols = symbols::outline(snapshot.reading(at));
    if snapshot.profile.nested_symbols {
        let branches = symbols.chunk_by(|a, b| a.kind == b.kind);
        return Some(DocumentSymbolResponse::Nested(
            branches.map(|branch| tree(&converter, at.article, branch)).collect(),
        ));
    }
    let flat = |symbol: &Symbol| {
        #[allow(deprecated, reason = "the type has no constructor that leaves the field out")]
        Some(SymbolInformation {
            name: symbol.name.clone(),
            kind: symbol_kind(symbol.kind),
            tags: None,
            deprecated: None,
            location: converter.location(place(at, symbol.span))?,
            container_name: Some(symbol.kind.heading().to_owned()),
        })
    };
    Some(DocumentSymbolResponse::Flat(symbols.iter().filter_map(flat).collect()))
}

/// A branch: it spans its leaves, and choosing it leads to the first.
fn tree(converter: &Converter, article: u32, branch: &[Symbol]) -> DocumentSymbol {
    let first = &branch[0];
    let whole = branch.iter().fold(first.span, |span, symbol| span.cover(symbol.span));
    let leaves = branch.iter().map(|s| {
        node(converter, article, s.name.clone(), Some(s.detail.clone()).filter(|d| !d.is_empty()), s, s.span)
    });
    let leaves = leaves.collect();
    let mut root = node(converter, article, first.kind.heading().to_owned(), None, first, whole);
    root.children = Some(leaves);
    root
}

fn node(
    converter: &Converter,
    article: u32,
    name: String,
    detail: Option<String>,
    symbol: &Symbol,
    whole: Span,
) -> DocumentSymbol {
    let range = |span| converter.range(crate::compare::Place { article, span });
    #[allow(deprecated, reason = "the type has no constructor that leaves the field out")]
    DocumentSymbol {
        name,
        detail,
        kind: symbol_kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: range(whole),
        selection_range: range(symbol.span),
        children: None,
    }
}
