//! What each piece of a page is: headline, byline, caption, running text, furniture.

mod dateline;
mod furniture;
mod heads;
mod look;
mod opener;

#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;

use self::furniture::Seen;
use super::Span;
use super::article::{Block, BlockKind, DateFrom, Dateline, Field, Meta};
use super::layout::Piece;

/// A page with its parts told apart.
#[derive(Default)]
pub(super) struct Page {
    pub blocks: Vec<Block>,
    pub dateline: Option<Dateline>,
    /// The line that says when the page was published or updated.
    pub published: Option<Span>,
}

/// Tells what each piece is.
pub(super) fn read(text: &str, pieces: Vec<Piece>, meta: &Meta) -> Page {
    let seen: Vec<Seen> = pieces.into_iter().map(|piece| see(text, piece)).collect();
    let furniture = furniture::find(&seen);
    let kinds = heads::kinds(&seen, &furniture, meta);
    let mut page = Page::default();
    page.published = published(&seen, &kinds);
    page.dateline = dateline(text, &seen, &kinds);
    page.blocks =
        seen.iter().zip(&kinds).map(|(s, &kind)| Block { span: s.piece.span, kind, repeats: None }).collect();
    mark_repeats(&seen, &mut page.blocks);
    page
}

fn see(text: &str, piece: Piece) -> Seen<'_> {
    let words = piece.span.of(text);
    let look = look::Look::of(words);
    let opening = opener::opening(words, &look);
    Seen { piece, text: words, look, opening }
}

/// The first line that names the day of publication.
fn published(seen: &[Seen], kinds: &[BlockKind]) -> Option<Span> {
    let mut lines = seen.iter().zip(kinds).filter(|(_, kind)| **kind == BlockKind::Byline).map(|(s, _)| s);
    lines.find(|s| heads::dated(s).is_some()).map(|s| s.piece.span)
}

/// The dateline of the first running text, or of a line that is nothing else.
fn dateline(text: &str, seen: &[Seen], kinds: &[BlockKind]) -> Option<Dateline> {
    let mut paragraphs = 0;
    for (s, kind) in seen.iter().zip(kinds) {
        let found = match kind {
            BlockKind::Byline => dateline::whole(text, s.piece.span),
            BlockKind::Paragraph if !s.opening.is_some_and(|o| o.class == opener::Opener::Label) => {
                paragraphs += 1;
                dateline::read(text, s.piece.span)
            }
            _ => None,
        };
        if found.is_some() || paragraphs > 2 {
            return found;
        }
    }
    None
}

/// Marks the pieces that say again what an earlier one said.
fn mark_repeats(seen: &[Seen], blocks: &mut [Block]) {
    let mut first: FxHashMap<u64, usize> = FxHashMap::default();
    for at in 0..blocks.len() {
        if seen[at].look.words < 3 {
            continue;
        }
        let earlier = *first.entry(seen[at].look.key).or_insert(at);
        if earlier == at || seen[at].look.words != seen[earlier].look.words {
            continue;
        }
        blocks[at].repeats = Some(earlier as u32);
        let pair = (blocks[earlier].kind, blocks[at].kind);
        // Words told twice in a row, outside the running text, stand under a picture.
        if earlier + 1 == at
            && pair == (BlockKind::Paragraph, BlockKind::Paragraph)
            && seen[at].look.sentences < 3
        {
            blocks[earlier].kind = BlockKind::Caption;
            blocks[at].kind = BlockKind::Caption;
        } else if pair.0 == BlockKind::Headline || pair.0 == BlockKind::Caption {
            blocks[at].kind = pair.0;
        }
    }
}

impl Page {
    /// Fills what the metadata leaves open from what the page prints.
    pub fn complete(&self, text: &str, meta: &mut Meta) {
        if meta.title.is_none() {
            let headline = self.blocks.iter().find(|b| b.kind == BlockKind::Headline);
            meta.title = headline.map(|b| Field { value: one_line(b.span.of(text)), span: Some(b.span) });
        }
        if meta.source.is_none() {
            let agency = self.dateline.as_ref().and_then(|d| d.agency);
            meta.source = agency.map(|span| Field { value: one_line(span.of(text)), span: Some(span) });
        }
        if meta.date.is_some() {
            return;
        }
        let dateline = self.dateline.as_ref().and_then(|d| d.date);
        let sources = [(dateline, DateFrom::Dateline), (self.published, DateFrom::Text)];
        for (span, from) in sources {
            if let Some((day, span)) = span.and_then(|span| Some((heads::day_in(span.of(text))?, span))) {
                (meta.date, meta.date_from, meta.date_span) = (Some(day), Some(from), Some(span));
                return;
            }
        }
    }
}

/// Words over several lines as one.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
