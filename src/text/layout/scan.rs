//! The lines of a page and how they are marked.

use crate::text::Span;

/// One line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its text without surrounding white space.
    pub span: Span,
    /// The white space before it, in bytes.
    pub indent: u32,
    /// Whether a blank line, or the start of the text, stands before it.
    pub opens: bool,
    /// Its length in characters.
    pub width: u32,
}

/// The lines of `text` from `start` on that are not blank.
pub(super) fn lines(text: &str, start: usize) -> Vec<Line> {
    let mut found = Vec::with_capacity((text.len() - start) / 64);
    let (mut at, mut opens) = (start, true);
    while at < text.len() {
        let end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[at..]).map_or(text.len(), |i| at + i);
        let raw = &text[at..end];
        let content = raw.trim_matches(is_space);
        if content.is_empty() {
            // The two bytes of one `\r\n` do not hold a blank line between them.
            let inside = end > 0
                && at > start
                && text.as_bytes()[at - 1] == b'\r'
                && raw.is_empty()
                && text[end..].starts_with('\n');
            opens |= !inside;
        } else {
            let indent = raw.len() - raw.trim_start_matches(is_space).len();
            let span = Span::from(at + indent..at + indent + content.len());
            found.push(Line { span, indent: indent as u32, opens, width: content.chars().count() as u32 });
            opens = false;
        }
        at = end + 1;
    }
    found
}

/// White space, and the characters that pages put where nothing is to be seen.
pub(in crate::text) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\0')
}

/// What a line says about itself by its marks alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Mark {
    /// No mark: running text.
    None,
    /// `## Heading`, with its level.
    Heading(u8),
    /// `- item`, `• item`, `3. item`.
    Item,
    /// `> quoted`.
    Quote,
    /// `| a | b |`, or cells between tabs.
    Row,
    /// `![words](picture)`.
    Image,
    /// `===` or `---` under a heading.
    Underline(u8),
    /// A rule, a row of dashes in a table, a fence, a link's address: nothing to read.
    Nothing,
}

/// The marks of a line and the span of its words behind them.
pub(super) fn mark(text: &str, span: Span) -> (Mark, Span) {
    let line = span.of(text);
    let from = |skip: usize| trimmed(text, Span::new(span.start + skip as u32, span.end));
    match line.as_bytes()[0] {
        b'#' => match heading(line) {
            Some((level, words)) => return (Mark::Heading(level), sub(span, words)),
            None => return (Mark::None, span),
        },
        b'>' => return (Mark::Quote, from(1)),
        b'|' if line.bytes().skip(1).all(|b| matches!(b, b'|' | b'-' | b':' | b' ')) => {
            return (Mark::Nothing, span);
        }
        b'|' => return (Mark::Row, trimmed_by(text, span, |c| is_space(c) || c == '|')),
        b'=' if line.bytes().all(|b| b == b'=') && line.len() > 2 => return (Mark::Underline(1), span),
        b'-' if line.bytes().all(|b| b == b'-') && line.len() > 2 => return (Mark::Underline(2), span),
        b'*' | b'_' | b'-' | b'~' if is_rule(line) => return (Mark::Nothing, span),
        b'`' if line.starts_with("```") => return (Mark::Nothing, span),
        b'!' | b'[' => {
            if let Some(words) = image(line) {
                return (Mark::Image, sub(span, words));
            }
            if let Some(skip) = reference(line) {
                return skip.map_or((Mark::Nothing, span), |skip| (Mark::None, from(skip)));
            }
        }
        _ => {}
    }
    if let Some(skip) = item(line) {
        return (Mark::Item, from(skip));
    }
    if line.bytes().filter(|&b| b == b'\t').count() >= 2 {
        return (Mark::Row, span);
    }
    (Mark::None, span)
}

fn sub(span: Span, inside: std::ops::Range<usize>) -> Span {
    Span::new(span.start + inside.start as u32, span.start + inside.end as u32)
}

fn heading(line: &str) -> Option<(u8, std::ops::Range<usize>)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let words = &line[level..];
    if level > 6 || !words.starts_with([' ', '\t']) {
        return None;
    }
    let start = line.len() - words.trim_start().len();
    let end = line.trim_end_matches('#').trim_end().len();
    (start < end).then_some((level as u8, start..end))
}

/// `***`, `* * *`, `___`, `~~~`: three or more of one mark and nothing else.
fn is_rule(line: &str) -> bool {
    let mark = line.as_bytes()[0];
    line.bytes().all(|b| b == mark || b == b' ') && line.bytes().filter(|&b| b == mark).count() > 2
}

/// The length of a list marker with the white space behind it.
fn item(line: &str) -> Option<usize> {
    let mut chars = line.chars();
    let first = chars.next()?;
    let marker = match first {
        '-' | '*' | '+' | '•' | '‣' | '▪' | '◦' | '●' | '■' | '·' => first.len_utf8(),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            let closed = matches!(line.as_bytes().get(digits), Some(b'.' | b')'));
            (digits <= 2 && closed).then_some(digits + 1)?
        }
        _ => return None,
    };
    let behind = &line[marker..];
    let space = behind.len() - behind.trim_start_matches(is_space).len();
    (space > 0 && space < behind.len()).then_some(marker + space)
}

/// Where the words of `![words](address)` stand in a line that holds nothing else.
fn image(line: &str) -> Option<std::ops::Range<usize>> {
    let start = if line.starts_with("[![") { 3 } else { line.starts_with("![").then_some(2)? };
    let close = start + line[start..].find("](")?;
    let rest = line[close..].trim_end_matches([')', ']', '(']);
    (line.ends_with(')') && !rest.contains(") ")).then_some(start..close)
}

/// `[id]: address` is nothing to read; `[^1]: words` is a note, whose words begin at the offset given.
fn reference(line: &str) -> Option<Option<usize>> {
    let close = line.find("]:")?;
    if line[1..close].contains(['[', ']']) {
        return None;
    }
    let behind = line[close + 2..].trim_start();
    let note = line[1..].starts_with('^');
    let address = !behind.contains(char::is_whitespace) && behind.contains(['/', '.']);
    if note { Some(Some(line.len() - behind.len())) } else { address.then_some(None) }
}

/// A span without the white space around it.
pub(in crate::text) fn trimmed(text: &str, span: Span) -> Span {
    trimmed_by(text, span, is_space)
}

fn trimmed_by(text: &str, span: Span, skip: impl Fn(char) -> bool) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start_matches(&skip).len()) as u32;
    let end = span.start + inside.trim_end_matches(&skip).len() as u32;
    Span::new(start, end.max(start))
}
