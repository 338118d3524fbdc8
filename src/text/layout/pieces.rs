//! Lines become pieces: paragraphs, headings, items, rows.

use super::scan::{Line, Mark, is_space, lines, mark, trimmed};
use crate::text::Span;

/// What a piece is by its marks and its place, before its words are looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::text) enum Shape {
    /// Running text, or a line that stands alone.
    Text,
    /// A marked heading, with its level from 1 to 6.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// The words that stand for a picture.
    Image,
}

/// A stretch of lines that belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::text) struct Piece {
    /// Its text without marks and surrounding white space; never empty.
    pub span: Span,
    /// What it is by its marks.
    pub shape: Shape,
    /// Whether a blank line stands before it.
    pub opens: bool,
}

/// Cuts the text from `start` on. Hidden comments are left out; their places are returned beside the pieces.
pub(in crate::text) fn cut(text: &str, start: usize) -> (Vec<Piece>, Vec<Span>) {
    let lines = lines(text, start);
    let mut cutter = Cutter {
        text,
        wrap: Wrap::of(text, &lines),
        pieces: Vec::with_capacity(lines.len()),
        comments: Vec::new(),
        unclosed: false,
    };
    let mut at = 0;
    while at < lines.len() {
        at = cutter.take(&lines, at);
    }
    (cutter.pieces, cutter.comments)
}

struct Cutter<'a> {
    text: &'a str,
    wrap: Wrap,
    pieces: Vec<Piece>,
    comments: Vec<Span>,
    /// Whether a comment was met that nothing closes.
    unclosed: bool,
}

impl Cutter<'_> {
    /// Takes the lines of one piece, from line `at` on, and returns the line behind it.
    fn take(&mut self, lines: &[Line], at: usize) -> usize {
        let line = lines[at];
        if line.span.of(self.text).starts_with("<!--") {
            return self.comment(lines, at);
        }
        let (mut kind, mut span) = mark(self.text, line.span);
        while kind == Mark::Quote && !span.is_empty() {
            (kind, span) = mark(self.text, span);
        }
        let shape = match kind {
            Mark::Nothing | Mark::Quote => return at + 1,
            Mark::Underline(level) => {
                self.underline(level, line.opens);
                return at + 1;
            }
            Mark::Heading(level) => Shape::Heading(level),
            Mark::Row => Shape::Row,
            Mark::Image => Shape::Image,
            Mark::Item => Shape::Item,
            Mark::None => Shape::Text,
        };
        let mut end = at + 1;
        if matches!(shape, Shape::Text | Shape::Item) {
            while end < lines.len() && self.wrap.joins(self.text, &lines[end - 1], &lines[end]) {
                end += 1;
            }
        }
        let last = if end > at + 1 { lines[end - 1].span.end } else { span.end };
        self.push(Span::new(span.start, last), shape, line.opens);
        end
    }

    fn push(&mut self, span: Span, shape: Shape, opens: bool) {
        let span = unwrapped(self.text, trimmed(self.text, span));
        if !span.is_empty() {
            self.pieces.push(Piece { span, shape, opens });
        }
    }

    /// A comment of HTML, over as many lines as it has; words behind it on its last line are lost to nobody.
    fn comment(&mut self, lines: &[Line], at: usize) -> usize {
        let start = lines[at].span.start;
        if self.unclosed {
            return at + 1;
        }
        let close = memchr::memmem::find(&self.text.as_bytes()[start as usize..], b"-->");
        let Some(close) = close else {
            // Never closed: only this line is hidden, and so is each further one that opens a comment.
            self.unclosed = true;
            return at + 1;
        };
        let end = start + close as u32 + 3;
        self.comments.push(Span::new(start, end));
        let last = at + lines[at..].partition_point(|l| l.span.end < end);
        let rest = trimmed(self.text, Span::new(end, lines[last].span.end.max(end)));
        if !rest.is_empty() && !rest.of(self.text).starts_with("<!--") {
            self.push(rest, Shape::Text, lines[at].opens);
        }
        last + 1
    }

    /// A row of `=` or `-` makes a heading of a short line right above it; else it is a rule.
    fn underline(&mut self, level: u8, opens: bool) {
        let text = self.text;
        if let Some(above) = self.pieces.last_mut().filter(|p| !opens && p.shape == Shape::Text) {
            let words = above.span.of(text);
            if words.len() <= 160 && !words.contains(['\n', '\r']) && !words.ends_with(['.', '!']) {
                above.shape = Shape::Heading(level);
            }
        }
    }
}

/// The words inside marks of emphasis that hold all of them: `**Related:**`, `_By our staff_`.
fn unwrapped(text: &str, span: Span) -> Span {
    let words = span.of(text);
    for marks in ["***", "**", "__", "*", "_"] {
        let Some(inside) = words.strip_prefix(marks).and_then(|w| w.strip_suffix(marks)) else { continue };
        if !inside.is_empty() && !inside.contains(marks) && !inside.starts_with(is_space) {
            return trimmed(text, Span::new(span.start + marks.len() as u32, span.end - marks.len() as u32));
        }
    }
    span
}

/// Whether and how the lines of a text are broken by hand or machine inside paragraphs.
#[derive(Clone, Copy)]
struct Wrap {
    /// The width at which lines break, in characters; none where every line is a paragraph.
    width: Option<u32>,
}

/// Lines wider than this are no broken lines: terminals and wires end below it.
const WIDEST: u32 = 100;

/// So many characters short of the width a machine or a careful hand still breaks a line.
const SLACK: u32 = 12;

impl Wrap {
    /// Wire copy and mail break lines at a width; then most lines go on in small letters or fill the width. Where every
    /// line is a paragraph nearly none does.
    fn of(text: &str, lines: &[Line]) -> Wrap {
        let wide = lines.iter().filter(|l| l.width > WIDEST).count();
        if wide * 10 > lines.len() {
            return Wrap { width: None };
        }
        let width = lines.iter().map(|l| l.width).filter(|&w| w <= WIDEST).max().unwrap_or(0);
        let (mut pairs, mut broken) = (0, 0);
        for pair in lines.windows(2) {
            let (line, next) = (&pair[0], &pair[1]);
            if next.opens || next.indent > line.indent || mark(text, next.span).0 != Mark::None {
                continue;
            }
            pairs += 1;
            broken += usize::from(goes_on(text, next) || fills(text, line, next, width) && line.width > 40);
        }
        Wrap { width: (pairs > 0 && broken * 2 >= pairs).then_some(width) }
    }

    /// Whether `next` goes on with the paragraph of `line`.
    fn joins(self, text: &str, line: &Line, next: &Line) -> bool {
        if next.opens
            || next.span.of(text).starts_with("<!--")
            || !matches!(mark(text, next.span).0, Mark::None)
        {
            return false;
        }
        if goes_on(text, next) && !ends_sentence(text, line) {
            return true;
        }
        let Some(width) = self.width else { return false };
        if next.indent > line.indent + 1 || line.width > WIDEST || next.width > WIDEST {
            return false;
        }
        let heading = line.opens && line.width * 5 < width * 3;
        goes_on(text, next) || fills(text, line, next, width) || !(ends_sentence(text, line) || heading)
    }
}

/// Whether a line begins in small letters, as no paragraph does.
fn goes_on(text: &str, line: &Line) -> bool {
    line.span.of(text).starts_with(|c: char| c.is_lowercase())
}

/// Whether the first word of `next` would not have fitted on `line`.
fn fills(text: &str, line: &Line, next: &Line, width: u32) -> bool {
    let word = next.span.of(text).split(is_space).next().unwrap_or_default().chars().count() as u32;
    line.width + 1 + word + SLACK > width
}

fn ends_sentence(text: &str, line: &Line) -> bool {
    let words = line.span.of(text).trim_end_matches(['"', '\'', '”', '’', ')', '»']);
    words.ends_with(['.', '!', '?', ':', '…'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text, one a line, with a letter for the shape.
    fn check(text: &str, expected: &[&str]) {
        let (pieces, _) = cut(text, 0);
        let letter = |shape| match shape {
            Shape::Text => "p".to_owned(),
            Shape::Heading(level) => format!("h{level}"),
            Shape::Item => "i".to_owned(),
            Shape::Row => "r".to_owned(),
            Shape::Image => "c".to_owned(),
        };
        let seen: Vec<String> =
            pieces.iter().map(|p| format!("{} {}", letter(p.shape), p.span.of(text))).collect();
        assert_eq!(seen, expected, "of {text:?}");
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        check("The bridge fell.\n\nNobody was hurt.\n", &["p The bridge fell.", "p Nobody was hurt."]);
        check(
            "\u{feff}  The bridge fell. \u{a0}\r\n\r\n \t\r\nNobody was hurt.",
            &["p The bridge fell.", "p Nobody was hurt."],
        );
        check("", &[]);
        check(" \n\u{200b}\n", &[]);
    }

    #[test]
    fn every_line_may_be_a_paragraph() {
        check(
            "Court clears miner of fraud\nThe ruling ends a nine-year case.\nThe High Court cleared the miner on Monday.\n",
            &[
                "p Court clears miner of fraud",
                "p The ruling ends a nine-year case.",
                "p The High Court cleared the miner on Monday.",
            ],
        );
    }

    #[test]
    fn wire_copy_is_broken_at_a_width() {
        let text = "HOG PRICES RISE IN MIDWEST\n\n    OMAHA, March 9 - Hog prices rose for a third day as packers\nbid for fewer animals, and traders said supplies would stay\nshort until the roads in the north of the state were dry\nagain.\n    Dealers at Sioux Falls reported\nsimilar gains.\n Reuter\n";
        check(
            text,
            &[
                "p HOG PRICES RISE IN MIDWEST",
                "p OMAHA, March 9 - Hog prices rose for a third day as packers\nbid for fewer animals, and traders said supplies would stay\nshort until the roads in the north of the state were dry\nagain.",
                "p Dealers at Sioux Falls reported\nsimilar gains.",
                "p Reuter",
            ],
        );
    }

    #[test]
    fn headings_of_both_kinds() {
        check(
            "# Vote count\nText here.\n### Late returns ###\n#1 in the polls\n",
            &["h1 Vote count", "p Text here.", "h3 Late returns", "p #1 in the polls"],
        );
        check(
            "Vote count\n==========\n\nText.\n\nLate returns\n---\n\nMore text.\n---\n",
            &["h1 Vote count", "p Text.", "h2 Late returns", "p More text."],
        );
        check("**Related:**\n- One\n", &["p Related:", "i One"]);
    }

    #[test]
    fn items_and_rows() {
        check(
            "* Killed: 31\n• Hurt: 12\n2. Roads\n  - Route 4\n",
            &["i Killed: 31", "i Hurt: 12", "i Roads", "i Route 4"],
        );
        check(
            "-5C was measured\n2024. That was the year.\n3.5 million came\n",
            &["p -5C was measured", "p 2024. That was the year.", "p 3.5 million came"],
        );
        check("| Party | Seats |\n|---|:--:|\n| Left | 12 |\n", &["r Party | Seats", "r Left | 12"]);
        check("Party\tSeats\tVotes\n", &["r Party\tSeats\tVotes"]);
    }

    #[test]
    fn marks_that_hold_no_words() {
        check("One.\n\n***\n\n* * *\n\n___\n\nTwo.\n", &["p One.", "p Two."]);
        check("> “We won,” she said.\n>\n> She smiled.\n", &["p “We won,” she said.", "p She smiled."]);
        check(
            "![Fans at the gate](a.jpg)\n[![Fans again](b.png)](http://x.example)\n![](c.gif)\n",
            &["c Fans at the gate", "c Fans again"],
        );
        check(
            "A note.[^1]\n\n[^1]: The ministry did not answer.\n[1]: http://a.example\n",
            &["p A note.[^1]", "p The ministry did not answer."],
        );
    }

    #[test]
    fn comments_are_hidden_and_found() {
        let text = "One.\n\n<!-- a note\nover lines -->\nTwo.\n<!-- open\nThree.\n";
        check(text, &["p One.", "p Two.", "p Three."]);
        assert_eq!(cut(text, 0).1.len(), 1);
    }
}
