//! What the page says beside the story: links, plugs, notices, menus.
//!
//! Cues alone decide, never an outlet's name: requests to the reader, the maker's talk of itself, notices of rights, and
//! the place at the head or tail. Running text that speaks of subscribers, cookies or copyright has a verb of saying, or
//! lacks reader and maker, and stays.

use super::look::{Ending, Look};
use super::opener::{Opener, Opening, is_arrow};
use crate::text::layout::{Piece, Shape};

/// A piece with what was seen in it.
pub(super) struct Seen<'a> {
    pub piece: Piece,
    pub text: &'a str,
    pub look: Look,
    pub opening: Option<Opening>,
}

/// Titles of other stories are shorter than this many words.
const TITLE: u32 = 30;

/// Marks the pieces that are page furniture.
pub(super) fn find(seen: &[Seen]) -> Vec<bool> {
    let mut furniture: Vec<bool> = seen.iter().map(is_furniture).collect();
    let mut at = 0;
    while at < seen.len() {
        at = if furniture[at] && heads_links(&seen[at]) {
            mark_links(seen, at, &mut furniture)
        } else {
            at + 1
        };
    }
    mark_menus(seen, &mut furniture);
    mark_tail(seen, &mut furniture);
    mark_between(seen, &mut furniture);
    furniture
}

fn is_furniture(seen: &Seen) -> bool {
    let opens = seen.opening.is_some_and(|o| o.is_furniture(&seen.look));
    opens || is_talk(&seen.look) || is_notice(seen) || is_menu(seen) || is_link(seen) || is_contact(seen)
}

/// The maker of the page speaks to its readers of what it offers or asks for.
fn is_talk(look: &Look) -> bool {
    let brief = look.said == 0 && look.words <= 300;
    let offers = look.plug > 0 && (look.reader > 0 && look.us > 0 || look.asks && look.reader + look.us > 0);
    let appeals = look.us > 1 && look.plug + look.hint > 2 && look.reader > 0
        || look.us > 2 && look.ask > 2 && look.reader > 0;
    brief && (offers || appeals)
}

/// A notice of copyright, of cookies or of what may be done with the text.
fn is_notice(seen: &Seen) -> bool {
    let look = &seen.look;
    if look.said > 0 || look.quoted || look.words > 80 {
        return false;
    }
    let first = super::look::first_words(seen.text, 2);
    let word = |i: usize| first.get(i).map_or("", |(w, _)| w.as_str());
    let is_year = |w: &str| {
        w.len() == 4 && (w.starts_with("19") || w.starts_with("20")) && w.bytes().all(|b| b.is_ascii_digit())
    };
    let sign =
        seen.text.starts_with(['©', '℗']) || seen.text.starts_with("(c) ") || seen.text.starts_with("(C) ");
    let dated = word(0) == "copyright" && (is_year(word(1)) || seen.text.contains('©'));
    let rights = look.law > 0 && look.words <= 40 && contains(seen.text, "rights reserved");
    let terms = look.law > 0
        && look.law + look.term > 1
        && look.us + look.reader > 0
        && (look.ask > 0 || look.us > 0);
    let names = look.words <= 8
        && look.law + look.term > 1
        && look.capitals + 2 >= look.words
        && look.term > 0
        && look.chrome > 0;
    sign && look.words <= 60 || dated || rights || terms || names
}

fn contains(text: &str, phrase: &str) -> bool {
    text.to_ascii_lowercase().contains(phrase)
}

/// Menus and share bars: nothing but their words.
fn is_menu(seen: &Seen) -> bool {
    let look = &seen.look;
    let counter = look.words <= 3 && look.numbers == 1 && seen.text.starts_with(|c: char| c.is_ascii_digit());
    let least = if counter { 1 } else { 3 };
    let told = look.chrome + u32::from(counter);
    look.words >= least
        && look.chrome > 0
        && look.words <= 40
        && told == look.words
        && look.ending == Ending::Open
}

/// Where to find or follow the author: `Ann Roe covers courts. Follow her @annroe.`
fn is_contact(seen: &Seen) -> bool {
    let look = &seen.look;
    look.asks && look.said == 0 && !look.quoted && look.words <= 60 && seen.text.contains('@')
}

/// A line that is one link, or points at one with an arrow.
fn is_link(seen: &Seen) -> bool {
    let text = seen.text;
    let link = text.starts_with('[')
        && text.ends_with(')')
        && text.matches("](").count() == 1
        && seen.look.words <= TITLE + 20;
    let whole = link && text.find(']').is_some_and(|close| text[close..].starts_with("]("));
    let arrow = text.starts_with(is_arrow) && seen.look.words <= TITLE && seen.look.ending != Ending::Stop;
    whole && seen.piece.shape == Shape::Text || arrow
}

/// Whether other stories may follow in the lines below.
fn heads_links(seen: &Seen) -> bool {
    seen.opening.is_some_and(|o| o.class == Opener::Links && o.alone)
}

/// Marks the titles below a heading of links, up to the next running text or heading; returns the piece behind them.
fn mark_links(seen: &[Seen], heading: usize, furniture: &mut [bool]) -> usize {
    // Whether all lines so far stand between blank lines: then titles do, and a blank line ends nothing.
    let mut loose = true;
    for at in heading + 1..seen.len() {
        let next = &seen[at];
        let title = match next.piece.shape {
            Shape::Item | Shape::Row | Shape::Image => next.look.words <= TITLE + 20,
            Shape::Text => {
                let close = !next.piece.opens || loose && is_list(seen, at);
                next.look.words <= TITLE && next.look.is_line() && close
            }
            Shape::Heading(_) => false,
        };
        if !title && !furniture[at] {
            return at;
        }
        furniture[at] = true;
        loose &= next.piece.opens && next.look.is_line();
    }
    seen.len()
}

/// Whether at least one more line of the same kind follows, or the page ends.
fn is_list(seen: &[Seen], at: usize) -> bool {
    seen.get(at + 1).is_none_or(|next| next.look.is_line() && next.piece.shape == Shape::Text)
}

/// Two or more short lines of menu words one below the other are a menu.
fn mark_menus(seen: &[Seen], furniture: &mut [bool]) {
    let is_entry = |s: &Seen| s.look.words > 0 && s.look.words < 4 && s.look.chrome == s.look.words;
    let mut at = 0;
    while at < seen.len() {
        let run = seen[at..].iter().take_while(|s| is_entry(s)).count();
        if run > 1 {
            furniture[at..at + run].fill(true);
        }
        at += run.max(1);
    }
}

/// Behind the last running text weaker cues do: there a page turns to its readers.
fn mark_tail(seen: &[Seen], furniture: &mut [bool]) {
    for at in (0..seen.len()).rev() {
        let look = &seen[at].look;
        if furniture[at] {
            continue;
        }
        let offers =
            look.plug > 0 || look.hint > 0 && (look.reader + look.us > 0 || look.ending != Ending::Stop);
        let asks = look.said == 0 && look.asks && offers;
        let talks = look.said == 0 && look.reader > 0 && look.us > 0 && look.ask + look.plug + look.hint > 0;
        if asks || talks {
            furniture[at] = true;
        } else if look.words >= 8 && look.ending == Ending::Stop
            || matches!(seen[at].piece.shape, Shape::Item | Shape::Row)
        {
            break;
        }
    }
}

/// Whether a short piece is a sentence of the story: it has nothing to do with the page, its makers and its readers.
fn tells(look: &Look) -> bool {
    let page = look.reader + look.us + look.plug + look.hint + look.law + look.term + look.ask;
    look.ending == Ending::Stop && look.words >= 5 && page == 0 && look.chrome * 2 < look.words
}

/// A short piece between two of furniture at the head or tail belongs to them.
fn mark_between(seen: &[Seen], furniture: &mut [bool]) {
    let running = |i: usize| !furniture[i] && (seen[i].look.words > 40 || tells(&seen[i].look));
    let first = (0..seen.len()).find(|&i| running(i)).unwrap_or(seen.len());
    let last = (0..seen.len()).rev().find(|&i| running(i)).map_or(0, |i| i + 1);
    for at in 1..seen.len().saturating_sub(1) {
        let outside = at < first || at >= last;
        if outside && furniture[at - 1] && furniture[at + 1] && seen[at].look.words <= 25 {
            furniture[at] = true;
        }
    }
}
