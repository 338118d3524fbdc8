//! Quotation marks: which stretches of an article stand between them.
//!
//! What a mark does is told by its neighbours and by what is open, not by its shape: pages mix curly and straight
//! marks, and turn some the wrong way round. So a text reads the same with either.

use crate::text::{Block, Span};

/// Words between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Marked {
    /// The words, white space at both ends left out.
    pub inner: Span,
    /// The words with their marks.
    pub outer: Span,
    /// Whether they stand inside other marks.
    pub nested: bool,
    /// Whether they go on from the paragraph before, which opened them and did not close them.
    pub continues: bool,
}

/// Marks of one style open and close each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Double,
    Single,
    Guillemet,
}

/// A mark with its neighbours.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    end: usize,
    style: Style,
    /// What a pair of backticks or straight apostrophes does, as treebanks write them.
    typed: Option<bool>,
    before: Option<char>,
    after: Option<char>,
}

impl Mark {
    fn can_open(&self) -> bool {
        let free = |c: char| c.is_whitespace() || is_dash(c) || is_mark(c) || "([{/*_>|:".contains(c);
        self.after.is_some_and(|c| !c.is_whitespace()) && self.before.is_none_or(free)
    }

    fn can_close(&self) -> bool {
        self.before.is_some_and(|c| !c.is_whitespace()) && self.after.is_none_or(|c| !c.is_alphanumeric())
    }

    /// Whether a double mark or guillemet opens, given that one of its style is open already.
    fn opens(&self, open: bool) -> bool {
        match (self.typed, self.can_open(), self.can_close()) {
            (Some(opens), ..) => opens,
            (None, true, false) => true,
            (None, false, true) => false,
            _ => !open,
        }
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '„' | '‟' | '‘' | '’' | '«' | '»' | '‹' | '›')
}

/// Finds all words between quotation marks in the story's blocks, outer before inner, by their first byte.
pub(super) fn find(text: &str, blocks: &[Block]) -> Vec<Marked> {
    let mut found: Vec<Marked> = Vec::new();
    let mut left_open = None;
    for block in blocks.iter().filter(|b| b.is_story()) {
        let first = found.len();
        let unclosed = scan(block.span, text, &mut found);
        found[first..].sort_by_key(|m| (m.outer.start, std::cmp::Reverse(m.outer.end)));
        if let Some(head) = found.get_mut(first)
            && head.outer.start == block.span.start
        {
            head.continues = left_open.is_some() && left_open == style_at(text, block.span);
        }
        left_open = unclosed;
    }
    found
}

/// The style of the mark that opens a block.
fn style_at(text: &str, block: Span) -> Option<Style> {
    marks(block, text).first().filter(|m| m.at == block.start as usize).map(|m| m.style)
}

/// All marks of a block; apostrophes inside words are none.
fn marks(block: Span, text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = block.start as usize;
    let foreign = !block.of(text).is_ascii();
    // Curly marks and guillemets begin with one of two bytes.
    let opens = |b: &u8| matches!(b, b'"' | b'\'' | b'`' | 0xC2 | 0xE2);
    let next = |rest: &[u8]| match foreign {
        true => rest.iter().position(opens),
        false => memchr::memchr3(b'"', b'\'', b'`', rest),
    };
    while let Some(next) = next(&bytes[at..block.end as usize]) {
        at += next;
        let Some(glyph) = text[at..block.end as usize].chars().next() else { break };
        let twin = bytes.get(at + 1) == Some(&bytes[at]);
        let (style, typed, end) = match glyph {
            '`' if twin => (Style::Double, Some(true), at + 2),
            '\'' if twin => (Style::Double, Some(false), at + 2),
            '"' | '“' | '”' | '„' | '‟' => (Style::Double, None, at + glyph.len_utf8()),
            '\'' | '‘' | '’' => (Style::Single, None, at + glyph.len_utf8()),
            '«' | '»' | '‹' | '›' => (Style::Guillemet, None, at + glyph.len_utf8()),
            _ => {
                at += glyph.len_utf8();
                continue;
            }
        };
        let end = end.min(block.end as usize);
        let before = text[block.start as usize..at].chars().next_back();
        let after = text[end..block.end as usize].chars().next();
        let mark = Mark { at, end, style, typed, before, after };
        let inches = style == Style::Double && is_inches(&text[block.start as usize..at]);
        if inches {
            at = end;
            continue;
        }
        if style != Style::Single || mark.can_open() || mark.can_close() {
            found.push(mark);
        }
        at = end;
    }
    found
}

/// Whether a mark behind these words says inches: `5'11"`.
fn is_inches(before: &str) -> bool {
    let feet = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = before.len() - feet.len();
    let mark = feet.strip_suffix(['\'', '’', '‘', '′']);
    matches!(digits, 1 | 2) && mark.is_some_and(|feet| feet.ends_with(|c: char| c.is_ascii_digit()))
}

/// What is open while a block is read.
struct Open {
    mark: Mark,
    /// For a single mark, the index of the mark that closes it.
    closer: Option<usize>,
    nested: bool,
}

/// Pairs the marks of one block, and returns the style of a mark that its end leaves open.
fn scan(block: Span, text: &str, found: &mut Vec<Marked>) -> Option<Style> {
    let marks = marks(block, text);
    let mut open: Vec<Open> = Vec::new();
    let mut no_single_closes_from = marks.len();
    for (i, mark) in marks.iter().enumerate() {
        let same = open.iter().rposition(|o| o.mark.style == mark.style);
        if mark.style == Style::Single {
            if let Some(last) = same.filter(|&o| open[o].closer == Some(i)) {
                close(&mut open, last, mark.at, mark.end, text, found);
            } else if same.is_none()
                && i < no_single_closes_from
                && mark.can_open()
                && !is_elision(mark, text)
            {
                match closer_of_single(&marks, i, text) {
                    Some(closer) => push(&mut open, *mark, Some(closer)),
                    None => no_single_closes_from = i,
                }
            }
        } else if mark.opens(same.is_some()) {
            if let Some(last) = same {
                close(&mut open, last, mark.at, mark.at, text, found);
            }
            push(&mut open, *mark, None);
        } else if let Some(last) = same {
            close(&mut open, last, mark.at, mark.end, text, found);
        }
    }
    let end = block.end as usize;
    let unclosed = open.iter().position(|o| o.mark.style != Style::Single)?;
    let style = open[unclosed].mark.style;
    close(&mut open, unclosed, end, end, text, found);
    Some(style)
}

fn push(open: &mut Vec<Open>, mark: Mark, closer: Option<usize>) {
    let nested = !open.is_empty();
    open.push(Open { mark, closer, nested });
}

/// Closes the mark at `index` and drops what was opened inside it and never closed.
fn close(
    open: &mut Vec<Open>,
    index: usize,
    words_end: usize,
    end: usize,
    text: &str,
    found: &mut Vec<Marked>,
) {
    let Open { mark, nested, .. } = open[index];
    open.truncate(index);
    let words = &text[mark.end.min(words_end)..words_end];
    let start = words_end - words.trim_start().len();
    let inner = start..start + words.trim().len();
    if words.contains(char::is_alphanumeric) {
        let end = if end == words_end { inner.end } else { end };
        let outer = Span::from(mark.at..end);
        found.push(Marked { inner: inner.into(), outer, nested, continues: false });
    }
}

/// Whether a single mark before a word stands for letters left out: `'90s`, `'em`, `'til`.
fn is_elision(mark: &Mark, text: &str) -> bool {
    let rest = &text.as_bytes()[mark.end..];
    let digits = rest.iter().take_while(|b| b.is_ascii_digit()).count();
    let word = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    digits == 2 && !matches!(rest.get(2), Some(b',' | b'.' | b'-'))
        || ["em", "til", "tis", "twas", "cause", "bout", "n", "cos"]
            .iter()
            .any(|w| rest[..word].eq_ignore_ascii_case(w.as_bytes()))
}

/// The mark that closes the single mark at `open`, or `None` where that one is an apostrophe. A mark behind a plural
/// (`the workers' rights`) closes only where nothing later does.
fn closer_of_single(marks: &[Mark], open: usize, text: &str) -> Option<usize> {
    let mut plural = None;
    for (i, mark) in marks.iter().enumerate().skip(open + 1) {
        if mark.style != Style::Single {
            continue;
        }
        if mark.can_close() {
            if !is_possessive(mark, text) {
                return Some(i);
            }
            plural = plural.or(Some(i));
        } else if mark.can_open() && plural.is_some() {
            break;
        }
    }
    plural.filter(|&i| !text[marks[open].end..marks[i].at].contains(['.', '!', '?']))
}

fn is_possessive(mark: &Mark, text: &str) -> bool {
    let next = text[mark.end..].trim_start().chars().next();
    matches!(mark.before, Some('s' | 'S' | 'z' | 'x'))
        && mark.after == Some(' ')
        && next.is_some_and(|c| c.is_lowercase() || c.is_numeric())
}
