//! What each piece of a page is: headline, byline, caption, running text, furniture.

mod dateline;
mod furniture;
mod heads;
mod look;
mod opener;

#[cfg(test)]
mod tests;

use rustc_hash::{FxBuildHasher, FxHashMap};

use self::furniture::Seen;
use self::look::Look;
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

/// How the pieces of a page looked when it was read last, by their words: an edit leaves most of them as they were.
#[derive(Default, Debug)]
pub struct Looks {
    before: FxHashMap<Box<str>, Glance>,
    now: FxHashMap<Box<str>, Glance>,
}

/// What a piece looks like, and the words that it opens with.
type Glance = (Look, Option<opener::Opening>);

impl Looks {
    fn of(&mut self, words: &str) -> Glance {
        let (words, glance) = match self.before.remove_entry(words) {
            Some(known) => known,
            None if self.now.contains_key(words) => return self.now[words].clone(),
            None => (words.into(), glance(words)),
        };
        self.now.insert(words, glance.clone());
        glance
    }

    /// What is not on the page any more is forgotten.
    fn turn(&mut self) {
        let room = FxHashMap::with_capacity_and_hasher(self.now.len(), FxBuildHasher);
        self.before = std::mem::replace(&mut self.now, room);
    }
}

fn glance(words: &str) -> Glance {
    let look = Look::of(words);
    let opening = opener::opening(words, &look);
    (look, opening)
}

/// Tells what each piece is. Whoever reads a page again and again keeps `looks`.
pub(super) fn read(text: &str, pieces: Vec<Piece>, meta: &Meta, looks: Option<&mut Looks>) -> Page {
    let seen: Vec<Seen> = match looks {
        Some(looks) => {
            let seen = see_all(text, pieces, |words| looks.of(words));
            looks.turn();
            seen
        }
        None => see_all(text, pieces, glance),
    };
    let furniture = furniture::find(&seen);
    let kinds = heads::kinds(&seen, &furniture, meta);
    let block = |(s, &kind): (&Seen, &BlockKind)| Block { span: s.piece.span, kind, repeats: None };
    let mut blocks: Vec<Block> = seen.iter().zip(&kinds).map(block).collect();
    mark_repeats(&seen, &mut blocks);
    Page { published: published(&seen, &kinds), dateline: dateline(text, &seen, &kinds), blocks }
}

fn see_all(text: &str, pieces: Vec<Piece>, mut glance: impl FnMut(&str) -> Glance) -> Vec<Seen<'_>> {
    let mut see = |piece: Piece| {
        let words = piece.span.of(text);
        let (look, opening) = glance(words);
        Seen { piece, text: words, look, opening }
    };
    let mut seen = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let whole = see(piece);
        match halves(text, &whole) {
            Some(halves) => seen.extend(halves.map(&mut see)),
            None => seen.push(whole),
        }
    }
    seen
}

/// The two halves of a piece that says the same sentence twice in a row, as captions do where a page prints them once for the
/// picture and once for those who cannot see it.
fn halves(text: &str, whole: &Seen) -> Option<[Piece; 2]> {
    if whole.text.len() > LONGEST_CAPTION {
        return None;
    }
    let (piece, body) = (whole.piece, opener_end(whole));
    let words = &whole.text[body..];
    let mut ends = words.match_indices(". ").map(|(i, _)| i + 2);
    let end = ends.find(|&end| end > 20 && words[end..].starts_with(words[..end].trim_end()))?;
    let cut = piece.span.start + (body + end) as u32;
    let first = super::layout::trimmed(text, Span::new(piece.span.start, cut));
    let second = Span::new(cut, piece.span.end);
    Some([Piece { span: first, ..piece }, Piece { span: second, opens: false, ..piece }])
}

/// Captions are shorter than this many bytes.
const LONGEST_CAPTION: usize = 800;

/// Where the words behind `Caption:` or the like begin.
fn opener_end(seen: &Seen) -> usize {
    seen.opening.filter(|o| o.class == opener::Opener::Caption && o.parted).map_or(0, |o| o.rest)
}

/// Whether a piece says again what the caption before it says, whatever credit follows.
fn repeats_caption(before: &Seen, seen: &Seen) -> bool {
    let words = &before.text[opener_end(before)..];
    words.len() > 20 && seen.text.starts_with(words) && seen.text.len() <= words.len() + 80
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
        let caption = |kind| matches!(kind, BlockKind::Caption | BlockKind::Paragraph);
        if at > 0
            && blocks[at - 1].kind == BlockKind::Caption
            && caption(blocks[at].kind)
            && repeats_caption(&seen[at - 1], &seen[at])
        {
            blocks[at].kind = BlockKind::Caption;
            blocks[at].repeats = Some(at as u32 - 1);
            continue;
        }
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
    /// Puts the title of the front matter before the rest, where it stands on one line.
    pub fn open_with(&mut self, text: &str, title: Option<Span>) {
        let Some(span) = title.filter(|title| !title.of(text).contains('\n')) else { return };
        for block in &mut self.blocks {
            block.repeats = block.repeats.map(|earlier| earlier + 1);
        }
        self.blocks.insert(0, Block { span, kind: BlockKind::Title, repeats: None });
    }

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
