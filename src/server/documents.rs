//! Open documents: what the user sees, also before it is saved.

use std::sync::Arc;

use ropey::{Rope, RopeSlice};
use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{Position, Range, TextDocumentContentChangeEvent, Url};

use super::profile::Encoding;
use super::uri;

/// A document that the client has open.
#[derive(Clone, Debug)]
pub struct Document {
    /// The address that the client uses for it.
    pub uri: Url,
    /// The version that the client gave its present text.
    pub version: i32,
    /// Its text.
    pub rope: Rope,
    /// Whether the client calls it Markdown.
    pub markdown: bool,
}

/// Where somebody is typing: a byte offset into the text behind the last thing typed.
pub type Caret = u32;

/// So many characters put in at once are typing; more are a paste, or a program's work.
const TYPED: usize = 2;

/// The open documents, by path.
#[derive(Default, Debug)]
pub struct Documents {
    open: FxHashMap<Arc<str>, Document>,
}

impl Documents {
    /// Takes a document in.
    pub fn open(&mut self, document: Document) -> Arc<str> {
        let path = uri::path_of(&document.uri);
        self.open.insert(Arc::clone(&path), document);
        path
    }

    /// Lets a document go.
    pub fn close(&mut self, path: &str) -> Option<Document> {
        self.open.remove(path)
    }

    /// The document of a path, to be changed.
    pub fn get_mut(&mut self, path: &str) -> Option<&mut Document> {
        self.open.get_mut(path)
    }
}

impl Document {
    /// Applies changes in their order. Returns where somebody is typing, if the changes look like typing.
    pub fn apply(&mut self, changes: &[TextDocumentContentChangeEvent], encoding: Encoding) -> Option<Caret> {
        let mut caret = None;
        for change in changes {
            caret = None;
            let Some(range) = change.range else {
                self.rope = Rope::from_str(&change.text);
                continue;
            };
            let (start, end) = chars_of(&self.rope, range, encoding);
            self.rope.remove(start..end);
            self.rope.insert(start, &change.text);
            let length = change.text.chars().count();
            // One types or takes back; words put in place of others are no typing.
            if length.max(end - start) <= TYPED && length.min(end - start) == 0 {
                caret = Some(self.rope.char_to_byte(start + length) as Caret);
            }
        }
        caret.filter(|_| changes.len() == 1)
    }
}

/// The characters of a range. A place behind the end of its line is the end of the line, one behind the last line the end of
/// the text; ends in the wrong order are swapped.
fn chars_of(rope: &Rope, range: Range, encoding: Encoding) -> (usize, usize) {
    let (a, b) = (char_of(rope, range.start, encoding), char_of(rope, range.end, encoding));
    (a.min(b), a.max(b))
}

fn char_of(rope: &Rope, position: Position, encoding: Encoding) -> usize {
    let number = position.line as usize;
    if number >= rope.len_lines() {
        return rope.len_chars();
    }
    let line = rope.line(number);
    let line = line.slice(..line.len_chars() - line_end(line));
    let units = position.character as usize;
    let within = match encoding {
        Encoding::Utf8 => line.byte_to_char(units.min(line.len_bytes())),
        Encoding::Utf16 => line.utf16_cu_to_char(units.min(line.len_utf16_cu())),
        Encoding::Utf32 => units.min(line.len_chars()),
    };
    rope.line_to_char(number) + within
}

/// How many characters of a line are its end.
fn line_end(line: RopeSlice) -> usize {
    let mut back = line.chars_at(line.len_chars());
    match (back.prev(), back.prev()) {
        (Some('\n'), Some('\r')) => 2,
        (Some('\n' | '\r'), _) => 1,
        _ => 0,
    }
}
