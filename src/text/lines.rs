//! Lines of a text, and positions in them as editors and compilers count.

use memchr::memchr2_iter;

/// A line and a place in it, both counted from zero; the place in UTF-16 code units, as the Language Server Protocol counts
/// unless another encoding is agreed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// UTF-16 code units before the place in its line.
    pub character: u32,
}

/// Where the lines of a text start. A line ends with `\n`, `\r\n` or a lone `\r`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr2_iter(b'\n', b'\r', bytes)
            .filter(|&i| bytes[i] == b'\n' || bytes.get(i + 1) != Some(&b'\n'));
        Self { starts: std::iter::once(0).chain(ends.map(|i| i as u32 + 1)).collect() }
    }

    /// The line of a byte offset, counted from zero.
    pub fn line(&self, offset: u32) -> u32 {
        self.starts.partition_point(|&s| s <= offset).saturating_sub(1) as u32
    }

    /// Where a line starts; `None` behind the last line.
    pub fn start(&self, line: u32) -> Option<u32> {
        self.starts.get(line as usize).copied()
    }

    /// The position of a byte offset into `text`, which must be the text of this index.
    pub fn position(&self, text: &str, offset: u32) -> Position {
        let line = self.line(offset);
        let before = text.get(self.starts[line as usize] as usize..offset as usize).unwrap_or_default();
        Position { line, character: before.chars().map(|c| c.len_utf16() as u32).sum() }
    }

    /// How many characters stand before a byte offset in its line: the column of a terminal's message, counted from zero.
    pub fn column(&self, text: &str, offset: u32) -> u32 {
        let start = self.starts[self.line(offset) as usize];
        text.get(start as usize..offset as usize).unwrap_or_default().chars().count() as u32
    }

    /// The byte offset of a line and a column of characters, both counted from zero; a column behind the end of its line is
    /// the end of the line. `None` behind the last line.
    pub fn offset(&self, text: &str, line: u32, column: u32) -> Option<u32> {
        let start = self.start(line)?;
        let end = self.start(line + 1).unwrap_or(text.len() as u32);
        let content = text.get(start as usize..end as usize)?.trim_end_matches(['\n', '\r']);
        let within = content.char_indices().nth(column as usize).map_or(content.len(), |(i, _)| i);
        Some(start + within as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line and UTF-16 column of the first `|` in `marked`, which is not part of the text.
    fn check(marked: &str, line: u32, character: u32) {
        let offset = marked.find('|').expect("a mark") as u32;
        let text = marked.replacen('|', "", 1);
        let index = LineIndex::new(&text);
        assert_eq!(index.position(&text, offset), Position { line, character }, "{marked:?}");
        let column = index.column(&text, offset);
        assert_eq!(index.offset(&text, line, column), Some(offset), "back again: {marked:?}");
    }

    #[test]
    fn every_line_end_counts_once() {
        check("|", 0, 0);
        check("The count|", 0, 9);
        check("one\n|two", 1, 0);
        check("one\r\n|two", 1, 0);
        check("one\r|two", 1, 0);
        check("one\n\n|three", 2, 0);
        check("one\r\r\n|three", 2, 0);
        check("one\u{2028}t|wo", 0, 5);
    }

    #[test]
    fn columns_are_utf16_units_and_characters() {
        check("caf\u{e9}s |shut", 0, 6);
        check("\u{1F30A} fl|ood", 0, 5);
        let index = LineIndex::new("\u{1F30A} flood");
        assert_eq!(index.column("\u{1F30A} flood", 5), 2);
    }

    #[test]
    fn places_beyond_the_text() {
        let index = LineIndex::new("ab\r\ncd");
        assert_eq!(index.offset("ab\r\ncd", 0, 99), Some(2));
        assert_eq!(index.offset("ab\r\ncd", 2, 0), None);
    }
}
