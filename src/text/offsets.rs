//! From offsets into the decoded text to offsets into the file on disk.

use super::Span;

/// Maps offsets into an article's decoded text to offsets into the file as it lies on disk. The two differ behind a byte
/// order mark and in files that are not UTF-8.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct OffsetMap {
    /// Where the ratio of the two changes; sorted; empty for plain UTF-8.
    steps: Vec<Step>,
}

/// From `text` on, every `text_len` bytes of text stand for `file_len` bytes of the file, which go on at `file`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Step {
    text: u32,
    file: u32,
    text_len: u8,
    file_len: u8,
}

impl OffsetMap {
    /// The same place in the file on disk. Exact for offsets on character boundaries.
    pub fn on_disk(&self, span: Span) -> Span {
        Span::new(self.map(span.start), self.map(span.end))
    }

    fn map(&self, offset: u32) -> u32 {
        let Some(i) = self.steps.partition_point(|s| s.text <= offset).checked_sub(1) else { return offset };
        let step = self.steps[i];
        let ahead = offset - step.text;
        step.file + ahead / u32::from(step.text_len) * u32::from(step.file_len)
    }
}

/// Text that grows with the bytes it was decoded from.
#[derive(Default)]
pub(super) struct Mapped {
    pub text: String,
    map: OffsetMap,
    file: u32,
}

impl Mapped {
    /// Leaves out bytes that stand for no text, such as a byte order mark.
    pub fn skip(&mut self, bytes: usize) {
        self.file += bytes as u32;
        self.step(1, 1);
    }

    /// Adds text that is the same in the file.
    pub fn same(&mut self, text: &str) {
        if !text.is_empty() {
            self.step(1, 1);
            self.text.push_str(text);
            self.file += text.len() as u32;
        }
    }

    /// Adds one character that takes `bytes` bytes in the file.
    pub fn char(&mut self, c: char, bytes: usize) {
        self.step(c.len_utf8() as u8, bytes as u8);
        self.text.push(c);
        self.file += bytes as u32;
    }

    /// The text and its map, which leads from the end of the text to the end of the file.
    pub fn finish(self) -> (String, OffsetMap) {
        (self.text, self.map)
    }

    fn step(&mut self, text_len: u8, file_len: u8) {
        let (text_len, file_len) = if text_len == file_len { (1, 1) } else { (text_len, file_len) };
        let text = self.text.len() as u32;
        let goes_on = match self.map.steps.last() {
            Some(last) => {
                (last.text_len, last.file_len) == (text_len, file_len) && self.map.map(text) == self.file
            }
            None => (text_len, file_len) == (1, 1) && text == self.file,
        };
        if goes_on {
            return;
        }
        let step = Step { text, file: self.file, text_len, file_len };
        match self.map.steps.last_mut() {
            Some(last) if last.text == text => *last = step,
            _ => self.map.steps.push(step),
        }
    }
}
