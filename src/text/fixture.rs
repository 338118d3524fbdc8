//! Many small articles in one string, with a cursor and marks: the form in which tests are written.
//!
//! ```text
//! //- /wire.txt
//! The mayor said $0eleven people were hurt.
//!                  ^^^^^^ figure
//! //- /daily.md
//! The mayor spoke of 12 injured.
//!                    ^^ other
//! ```
//!
//! A file opens with `//- /path`; a string without such a line is one file, `/article.txt`. `$0` is the cursor and is taken
//! out. A line of white space, carets and a label marks what stands above it in the last line of text, by character, and is
//! taken out; several marks of one line stand in several lines, or side by side where only the last has a label.

use super::{Article, Meta, Span};

/// A piece of text that a fixture points at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marked {
    /// The file, by index.
    pub file: usize,
    /// What the carets stand under.
    pub span: Span,
    /// The words behind the carets; empty where there are none.
    pub label: String,
}

/// What a fixture says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fixture {
    /// Paths (with their leading stroke) and clean texts, in order.
    pub files: Vec<(String, String)>,
    /// The file, by index, and the offset of `$0`.
    pub cursor: Option<(usize, u32)>,
    /// The marks, in order.
    pub marks: Vec<Marked>,
}

impl Fixture {
    /// Reads a fixture. Blank lines before the first file, and indentation that all lines share, are taken out.
    pub fn parse(source: &str) -> Self {
        let mut fixture = Fixture::default();
        let mut line_start = 0;
        for line in dedented(source).split_inclusive('\n') {
            if let Some(path) = line.strip_prefix("//- ") {
                fixture.files.push((path.trim().to_owned(), String::new()));
                continue;
            }
            if fixture.files.is_empty() {
                if line.trim().is_empty() {
                    continue;
                }
                fixture.files.push(("/article.txt".to_owned(), String::new()));
            }
            if is_marks(line) {
                fixture.mark(line, line_start);
            } else {
                line_start = fixture.add(line);
            }
        }
        fixture
    }

    /// The articles of its files, read without any configuration.
    pub fn articles(&self) -> Vec<Article> {
        self.files.iter().map(|(path, text)| Article::from_text(path, text, &Meta::default())).collect()
    }

    /// The words under a mark.
    pub fn words(&self, mark: &Marked) -> &str {
        mark.span.of(&self.files[mark.file].1)
    }

    /// Adds a line of text and returns where it starts.
    fn add(&mut self, line: &str) -> usize {
        let file = self.files.len() - 1;
        let text = &mut self.files[file].1;
        let start = text.len();
        match line.split_once("$0") {
            Some((before, behind)) => {
                text.push_str(before);
                self.cursor = Some((file, text.len() as u32));
                text.push_str(behind);
            }
            None => text.push_str(line),
        }
        start
    }

    /// Adds the marks of a line of carets under the line of text that starts at `line_start`.
    fn mark(&mut self, carets: &str, line_start: usize) {
        let file = self.files.len() - 1;
        let above = &self.files[file].1[line_start..];
        let offset = |column: usize| {
            line_start + above.char_indices().nth(column).map_or(above.trim_end().len(), |(i, _)| i)
        };
        let label_at = carets.rfind('^').map_or(0, |i| i + 1);
        let label = carets[label_at..].trim();
        let mut column = 0;
        let mut marks: Vec<Marked> = Vec::new();
        for run in carets[..label_at].split_inclusive([' ', '\t']) {
            let length = run.bytes().filter(|&b| b == b'^').count();
            if length > 0 {
                let span = Span::from(offset(column)..offset(column + length));
                marks.push(Marked { file, span, label: String::new() });
            }
            column += run.len();
        }
        if let Some(last) = marks.last_mut() {
            last.label = label.to_owned();
        }
        self.marks.append(&mut marks);
    }
}

/// Whether a line begins with carets behind white space.
fn is_marks(line: &str) -> bool {
    line.trim_start().starts_with('^')
}

fn dedented(source: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let full = source.lines().filter(|l| !l.trim().is_empty() && !is_marks(l));
    let shared = full.map(depth).min().unwrap_or(0);
    let cut = |line: &str| line.get(shared.min(depth(line))..).unwrap_or_default().to_owned();
    source.split_inclusive('\n').map(cut).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_cursor_and_marks() {
        let fixture = Fixture::parse(
            "
            //- /wire.txt
            In Århus $0eleven people and 3 dogs.
               ^^^^^ place
                     ^^^^^^            ^ figure
            //- /daily.md
            # Nine

            Text.
            ",
        );
        assert_eq!(fixture.files[0], ("/wire.txt".into(), "In Århus eleven people and 3 dogs.\n".into()));
        assert_eq!(fixture.files[1], ("/daily.md".into(), "# Nine\n\nText.\n".into()));
        assert_eq!(fixture.cursor, Some((0, 10)));
        let seen: Vec<_> = fixture.marks.iter().map(|m| (fixture.words(m), m.label.as_str())).collect();
        assert_eq!(seen, [("Århus", "place"), ("eleven", ""), ("3", "figure")]);
        assert_eq!(fixture.articles()[1].blocks.len(), 2);
    }

    #[test]
    fn a_string_without_files_is_one() {
        let fixture = Fixture::parse("Ten$0 men.\n^^^\n");
        assert_eq!(fixture.files, [("/article.txt".to_owned(), "Ten men.\n".to_owned())]);
        assert_eq!((fixture.cursor, fixture.words(&fixture.marks[0])), (Some((0, 3)), "Ten"));
    }
}
