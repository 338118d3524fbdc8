//! From the protocol's words to the library's.

use tower_lsp::lsp_types::{Position, Range, TextDocumentPositionParams};

use crate::features::ArticleRef;
use crate::text::{LineIndex, Span};

use super::profile::Encoding;
use super::snapshot::Snapshot;

/// A place that a request asks about.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The article.
    pub at: ArticleRef,
    /// The byte offset.
    pub offset: u32,
}

/// The place of a request; `None` where the document is not an article that is known.
pub fn spot(snapshot: &Snapshot, params: &TextDocumentPositionParams) -> Option<Spot> {
    let at = snapshot.article(&params.text_document.uri)?;
    let text = &snapshot.reading(at).article.text;
    Some(Spot { at, offset: offset(text, params.position, snapshot.profile.encoding) })
}

/// The byte offset of a position. A place behind the end of its line is the end of the line, one behind the last line the end
/// of the text.
pub fn offset(text: &str, position: Position, encoding: Encoding) -> u32 {
    let lines = LineIndex::new(text);
    offset_in(&lines, text, position, encoding)
}

/// The span of a range; ends in the wrong order are swapped.
pub fn span(text: &str, range: Range, encoding: Encoding) -> Span {
    let lines = LineIndex::new(text);
    let (a, b) =
        (offset_in(&lines, text, range.start, encoding), offset_in(&lines, text, range.end, encoding));
    Span::new(a.min(b), a.max(b))
}

fn offset_in(lines: &LineIndex, text: &str, position: Position, encoding: Encoding) -> u32 {
    let Some(start) = lines.start(position.line) else { return text.len() as u32 };
    let end = position.line.checked_add(1).and_then(|next| lines.start(next)).unwrap_or(text.len() as u32);
    let line = text[start as usize..end as usize].trim_end_matches(['\n', '\r']);
    start + encoding.offset(line, position.character)
}
