//! Headlines, lines under them, bylines, captions: the pieces around the running text.

use jiff::civil::Date;

use super::furniture::Seen;
use super::look::{Ending, Look};
use super::opener::Opener;
use crate::text::article::{BlockKind, Meta};
use crate::text::layout::Shape;
use crate::text::{calendar, written_day};

/// A deck is shorter than this many words, so that it is not taken for the first paragraph.
const DECK: u32 = 24;

/// A heading between paragraphs is shorter than this many words.
const HEADING: u32 = 16;

/// What each piece is.
pub(super) fn kinds(seen: &[Seen], furniture: &[bool], meta: &Meta) -> Vec<BlockKind> {
    let mut kinds: Vec<BlockKind> = seen
        .iter()
        .zip(furniture)
        .map(|(s, &f)| if f { BlockKind::Furniture } else { alone(s, meta) })
        .collect();
    mark_date_lines(seen, &mut kinds);
    let headline = headline(seen, &kinds, meta);
    if let Some(at) = headline {
        kinds[at] = BlockKind::Headline;
    }
    mark_subheads(seen, headline, &mut kinds);
    kinds
}

/// What a piece is by itself.
fn alone(seen: &Seen, meta: &Meta) -> BlockKind {
    match seen.piece.shape {
        Shape::Image => BlockKind::Caption,
        Shape::Row => BlockKind::TableRow,
        _ if is_caption(seen) => BlockKind::Caption,
        _ if is_byline(seen, meta) => BlockKind::Byline,
        Shape::Item => BlockKind::ListItem,
        Shape::Heading(_) => BlockKind::Subhead,
        Shape::Text => BlockKind::Paragraph,
    }
}

/// Words under a picture open with `Photo:` or the like, or end in a credit.
fn is_caption(seen: &Seen) -> bool {
    let look = &seen.look;
    if look.words == 0 || look.words > 80 {
        return false;
    }
    let opens = seen
        .opening
        .is_some_and(|o| o.class == Opener::Caption && (o.parted || o.words > 1 && look.words <= 40));
    opens || credit(seen.text).is_some_and(|at| seen.text[at..].split_whitespace().count() <= 14)
}

/// Where a credit starts: `Photo: E. Lind`, `Photo by …`, `(AP Photo/…)`, `Getty Images`, `Image via …`, `illustrative image`.
fn credit(text: &str) -> Option<usize> {
    const NOUNS: [&str; 7] = ["Photo", "Photograph", "Image", "Picture", "Foto", "Credit", "PHOTO"];
    const LINKS: [&str; 8] = [":", " by ", " via ", " courtesy", "/", " credit", " from ", " ©"];
    // One look at the text tells that none of them is in it, as in most.
    let bytes = text.as_bytes();
    let begins = |at: usize| NOUNS.iter().any(|noun| bytes[at..].starts_with(noun.as_bytes()));
    if !memchr::memchr3_iter(b'P', b'I', b'F', bytes).chain(memchr::memchr_iter(b'C', bytes)).any(begins) {
        return None;
    }
    NOUNS
        .iter()
        .filter_map(|noun| {
            let at = text.rfind(noun)?;
            let behind = &text[at + noun.len()..];
            let before = &text[..at];
            let fresh = before.trim_end().is_empty()
                || before.trim_end().ends_with(['.', '(', '[', '|', '/', '!', '?', '—', '”', '"', ')'])
                || before.ends_with("(AP ")
                || before.ends_with("AP ");
            (fresh && LINKS.iter().any(|link| behind.starts_with(link))).then_some(at)
        })
        .max()
}

/// A line that names who wrote it: `By Ana Lee`, `(Reporting by …)`, `Ana Lee contributed reporting`.
fn is_byline(seen: &Seen, meta: &Meta) -> bool {
    let (text, look) = (seen.text, &seen.look);
    if look.words == 0 || look.words > 40 || look.quoted {
        return false;
    }
    let text = text.trim_start_matches(['(', '[', '_', '*', ' ']);
    if meta.author.as_ref().is_some_and(|a| a.value.eq_ignore_ascii_case(text)) {
        return true;
    }
    let names = |from: &str| is_names(from.split([';', '|', '•']).next().unwrap_or_default());
    if let Some(opening) = seen.opening.filter(|o| o.class == Opener::Byline) {
        return names(&seen.text[opening.rest..]);
    }
    let by = text.get(..3).filter(|w| w.eq_ignore_ascii_case("by ")).map(|_| &text[3..]);
    if let Some(rest) = by {
        return look.words <= 20 && look.ending != Ending::Stop && names(rest);
    }
    contributed(text).is_some_and(names)
}

/// The names before `contributed reporting`, `contributed to this report`.
fn contributed(text: &str) -> Option<&str> {
    let at = text.find(" contributed ")?;
    let behind = &text[at + 13..];
    let report =
        behind.starts_with("reporting") || behind.starts_with("to this ") || behind.starts_with("research");
    report.then(|| &text[..at])
}

/// Whether words are names with `and`, commas, posts and places between them: nearly all have capitals, and no day.
fn is_names(words: &str) -> bool {
    let (mut names, mut others) = (0, 0);
    for word in words.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()) {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        if names == 0 && is_day_word(plain) {
            return false;
        }
        if plain.starts_with(char::is_uppercase) {
            names += 1;
        } else if plain.bytes().any(|b| b.is_ascii_digit()) {
            // A day or an hour ends the names.
            break;
        } else if !matches!(
            plain,
            "and"
                | "in"
                | "for"
                | "of"
                | "the"
                | "at"
                | "with"
                | "from"
                | "de"
                | "van"
                | "von"
                | "der"
                | "bin"
                | "al"
                | ""
        ) {
            others += 1;
        }
    }
    names > 0 && others <= names / 2
}

fn is_day_word(word: &str) -> bool {
    word.len() != 3 && (calendar::weekday(word).is_some() || calendar::month(word).is_some())
}

/// The headline: the line that says the title, else the first that looks like one.
fn headline(seen: &[Seen], kinds: &[BlockKind], meta: &Meta) -> Option<usize> {
    let free = |i: usize| matches!(kinds[i], BlockKind::Paragraph | BlockKind::Subhead);
    if let Some(title) = &meta.title {
        let look = Look::of(&title.value);
        return (0..seen.len())
            .find(|&i| free(i) && seen[i].look.key == look.key && seen[i].look.words == look.words);
    }
    let first = (0..seen.len())
        .find(|&i| !matches!(kinds[i], BlockKind::Furniture | BlockKind::Byline | BlockKind::Caption))?;
    if let Some(top) =
        (0..seen.len()).take(first + 8).find(|&i| free(i) && seen[i].piece.shape == Shape::Heading(1))
    {
        return Some(top);
    }
    let heading = matches!(seen[first].piece.shape, Shape::Heading(_));
    let more = kinds[first + 1..].contains(&BlockKind::Paragraph);
    let line =
        seen[first].look.is_line() && seen[first].look.words > 1 && !seen[first].look.quoted_speech() && more;
    (free(first) && (heading || line)).then_some(first)
}

impl Look {
    /// Whether it is all speech, so that its missing stop says nothing.
    fn quoted_speech(&self) -> bool {
        self.quoted && self.ending != Ending::Open
    }
}

/// Lines near the head or tail that say when the page was made.
fn mark_date_lines(seen: &[Seen], kinds: &mut [BlockKind]) {
    for (s, kind) in seen.iter().zip(kinds) {
        if matches!(kind, BlockKind::Paragraph | BlockKind::Subhead) && dated(s).is_some() {
            *kind = BlockKind::Byline;
        }
    }
}

/// The day of a line that states when the page was made: `Published: 3 March 2024`, or nothing but a day.
pub(super) fn dated(seen: &Seen) -> Option<Date> {
    let look = &seen.look;
    if look.words > 16 || look.said > 0 || look.ending == Ending::Mark {
        return None;
    }
    let opens = seen.opening.is_some_and(|o| o.class == Opener::Published);
    let day = day_in(seen.text)?;
    // Weekday, day, month, year, hour and zone: hardly anything else may stand there.
    let bare = look.words <= 10 && look.numbers >= 1 && is_bare(seen.text);
    (opens || bare || is_byline_with_day(seen)).then_some(day)
}

fn is_byline_with_day(seen: &Seen) -> bool {
    seen.text.get(..3).is_some_and(|w| w.eq_ignore_ascii_case("by "))
}

/// Whether words are a day and an hour, with a place before them at most.
fn is_bare(text: &str) -> bool {
    let mut strange = 0;
    for word in text.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|w| !w.is_empty()) {
        let plain = word.trim_end_matches('.');
        let known = plain.bytes().any(|b| b.is_ascii_digit())
            || calendar::month(plain).is_some()
            || is_day_word(plain)
            || matches!(
                plain.to_ascii_lowercase().as_str(),
                "am" | "pm"
                    | "a.m"
                    | "p.m"
                    | "at"
                    | "on"
                    | "gmt"
                    | "utc"
                    | "cet"
                    | "cest"
                    | "bst"
                    | "est"
                    | "edt"
                    | "pst"
                    | "pdt"
                    | "ist"
                    | "hrs"
                    | "local"
                    | "time"
                    | "min"
                    | "minutes"
                    | "read"
                    | "updated"
                    | "published"
                    | "mon"
                    | "tue"
                    | "wed"
                    | "thu"
                    | "fri"
                    | "sat"
                    | "sun"
            );
        strange += u32::from(!known);
    }
    let place = text
        .split(',')
        .next()
        .is_some_and(|p| p.starts_with(char::is_uppercase) && p.split_whitespace().count() <= 3);
    strange == 0
        || strange <= 3
            && place
            && text.matches(',').count() >= 1
            && strange as usize == text.split(',').next().unwrap_or_default().split_whitespace().count()
}

/// The first full day named in a line.
pub(super) fn day_in(text: &str) -> Option<Date> {
    let mut rest = text;
    for _ in 0..8 {
        if let Some(day) = written_day::read(rest) {
            return Some(day);
        }
        rest = rest
            .split_once(|c: char| c.is_whitespace() || matches!(c, ':' | '|' | '•' | '·'))
            .map(|(_, behind)| behind.trim_start())?;
    }
    None
}

/// Decks under the headline, and headings between paragraphs that have no mark.
fn mark_subheads(seen: &[Seen], headline: Option<usize>, kinds: &mut [BlockKind]) {
    if let Some(at) = headline {
        let body = (at + 1..seen.len())
            .find(|&i| !matches!(kinds[i], BlockKind::Byline | BlockKind::Caption | BlockKind::Furniture));
        if let Some(deck) = body.filter(|&i| kinds[i] == BlockKind::Paragraph && is_deck(seen, i)) {
            kinds[deck] = BlockKind::Subhead;
        }
    }
    for at in 0..seen.len() {
        let look = &seen[at].look;
        let heading = look.words <= HEADING && look.ending == Ending::Open && !look.quoted && look.words > 0;
        let follows = kinds.get(at + 1).is_some_and(|k| {
            matches!(k, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow | BlockKind::Caption)
        });
        let longer = seen
            .get(at + 1)
            .is_some_and(|next| next.look.words > look.words || kinds[at + 1] != BlockKind::Paragraph);
        if kinds[at] == BlockKind::Paragraph
            && seen[at].piece.shape == Shape::Text
            && heading
            && follows
            && longer
            && capital(seen[at].text)
        {
            kinds[at] = BlockKind::Subhead;
        }
    }
}

fn capital(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

/// Whether the first piece under the headline is a deck: one short statement with a longer paragraph below.
fn is_deck(seen: &[Seen], at: usize) -> bool {
    let look = &seen[at].look;
    let longer = seen.get(at + 1).is_some_and(|next| next.look.words > look.words);
    look.words <= DECK
        && look.sentences <= 1
        && look.said == 0
        && !look.quoted
        && longer
        && look.ending != Ending::Colon
}
