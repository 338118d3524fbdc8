//! The place, day and agency with which wire copy opens.

use crate::text::article::Dateline;
use crate::text::layout::trimmed;
use crate::text::{Span, calendar, written_day};

/// Datelines are shorter than this many bytes.
const LONGEST: usize = 120;

/// The dateline that the piece at `span` opens with. `only` allows one that is the whole piece.
pub(super) fn read(text: &str, span: Span) -> Option<Dateline> {
    let piece = span.of(text);
    let window = &piece[..piece.floor_char_boundary(LONGEST)];
    let (end, behind) = dash(window)?;
    let head = Span::new(span.start, span.start + end as u32);
    let mut found = parts(text, trimmed(text, head))?;
    let sure = found.agency.is_some() || found.date.is_some();
    let shouted = found.place.is_some_and(|p| is_shouted(p.of(text)));
    found.span = Span::new(span.start, span.start + behind as u32);
    (sure || shouted).then_some(found)
}

/// A piece that is nothing but a place and a full day, perhaps with the hour, as statements open.
pub(super) fn whole(text: &str, span: Span) -> Option<Dateline> {
    let piece = span.of(text);
    if piece.len() > LONGEST {
        return None;
    }
    let found = parts(text, span)?;
    let date = found.date?;
    let rest = &text[date.end as usize..span.end as usize];
    let hour = rest
        .split(|c: char| !c.is_alphanumeric())
        .all(|w| w.is_empty() || w.bytes().any(|b| b.is_ascii_digit()) || is_zone(w));
    (found.place.is_some() && hour && written_day::read(date.of(text)).is_some())
        .then_some(Dateline { span, ..found })
}

fn is_zone(word: &str) -> bool {
    word.len() <= 5 && word.bytes().all(|b| b.is_ascii_uppercase())
        || matches!(word, "am" | "pm" | "a" | "p" | "m" | "local" | "time" | "hrs" | "at")
}

/// The first dash that parts a dateline from the text: where it starts and where it ends.
fn dash(window: &str) -> Option<(usize, usize)> {
    for (i, c) in window.char_indices() {
        let behind = &window[i + c.len_utf8()..];
        let spaced = window[..i].ends_with([' ', '\u{a0}', '\u{202f}', ')'])
            && (behind.is_empty() || behind.starts_with([' ', '\u{a0}', '\u{202f}', '\n', '\r', '-']));
        match c {
            '—' | '―' => return Some((i, i + c.len_utf8())),
            '-' | '–' | '_' if spaced => {
                let double = usize::from(behind.starts_with('-'));
                return Some((i, i + c.len_utf8() + double));
            }
            '.' if behind.starts_with(' ') && !abbreviates(&window[..i]) => return None,
            ';' | '"' | '“' | '?' | '!' => return None,
            _ => {}
        }
    }
    None
}

/// Whether a point behind these words belongs to a month or a state, not to a sentence.
fn abbreviates(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric() && c != '.').next().unwrap_or_default();
    word.len() <= 5 && word.starts_with(char::is_uppercase)
}

/// Place, day and agency of what stands before the dash.
fn parts(text: &str, head: Span) -> Option<Dateline> {
    let mut found = Dateline { span: head, place: None, date: None, agency: None };
    let mut places = head;
    let words = head.of(text);
    if let Some(open) = words.rfind('(').filter(|_| words.ends_with(')')) {
        let agency = trimmed(text, Span::new(head.start + open as u32 + 1, head.end - 1));
        let inside = agency.of(text);
        if inside.is_empty()
            || inside.split_whitespace().count() > 5
            || !inside.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        {
            return None;
        }
        found.agency = Some(agency);
        places = trimmed(text, Span::new(head.start, head.start + open as u32));
    }
    if places.is_empty() {
        return found.agency.map(|_| found);
    }
    let mut is_first = true;
    let mut start = places.start;
    for part in places.of(text).split(',') {
        let part_span = trimmed(text, Span::new(start, start + part.len() as u32));
        start += part.len() as u32 + 1;
        let words = part_span.of(text);
        if is_first {
            if !is_place(words) {
                return None;
            }
            found.place = Some(part_span);
            is_first = false;
        } else if found.date.is_none() && is_day(words) {
            found.date = Some(part_span);
        } else if let Some(date) = found.date.filter(|_| is_year(words)) {
            found.date = Some(date.cover(part_span));
        } else if found.date.is_none() && !is_place(words) {
            return None;
        }
    }
    Some(found)
}

/// `Oct 14`, `14 October`, `March 3`, `20 November 2025`, `Oct. 14`, `Monday`.
fn is_day(words: &str) -> bool {
    let mut count = 0;
    let mut months = 0;
    for word in words.split_whitespace() {
        count += 1;
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
        if calendar::month(word).is_some() {
            months += 1;
        } else if number.is_empty() || number.len() > 4 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
    }
    months == 1 && (2..=3).contains(&count)
}

fn is_year(words: &str) -> bool {
    words.len() == 4 && words.bytes().all(|b| b.is_ascii_digit())
}

/// Words that may name a place: few, each with a capital, but for small words between them.
fn is_place(words: &str) -> bool {
    let mut count = 0;
    let mut all = true;
    for word in words.split([' ', '\u{a0}', '/', '-']).filter(|w| !w.is_empty()) {
        count += 1;
        let named = word.starts_with(char::is_uppercase)
            && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '’'));
        let small = count > 1
            && matches!(
                word,
                "of" | "the"
                    | "de"
                    | "del"
                    | "la"
                    | "al"
                    | "el"
                    | "and"
                    | "upon"
                    | "an"
                    | "am"
                    | "sur"
                    | "in"
                    | "near"
                    | "off"
            );
        all &= named || small;
    }
    all && (1..=6).contains(&count) && words.len() <= 50
}

/// Whether a place is printed in capitals, as wires do; case marks such as `McALLEN` allowed.
fn is_shouted(place: &str) -> bool {
    let (upper, lower) = place
        .chars()
        .fold((0, 0), |(u, l), c| (u + u32::from(c.is_uppercase()), l + u32::from(c.is_lowercase())));
    upper > 1 && upper > 3 * lower
}
