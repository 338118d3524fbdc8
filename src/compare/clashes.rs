//! Pairs of happenings that clash. While an article is being written those of the articles beside it are kept.
//!
//! Whether two happenings clash depends on their two articles alone, on which named things of the story are one, and on which kinds
//! are told too often, or of events put off, so that they are not held against each other at all.

use crate::corpus::Story;
use crate::text::Span;

use super::Place;
use super::edit::Carried;
use super::events::{Side, Telling};
use super::place_conflict::Names;

/// One side of a clash: article and event by index, and the words that clash.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct End {
    article: u32,
    event: u32,
    span: Span,
}

impl End {
    fn of(side: &Side) -> Self {
        End { article: side.telling.article, event: side.telling.number, span: side.span }
    }

    /// Where it is now, in a story whose articles have the events and the order that they had.
    fn now(&self, carried: &Carried) -> Option<Self> {
        let place = carried.place_now(Place { article: self.article, span: self.span })?;
        Some(End { span: place.span, ..*self })
    }

    fn side<'a>(&self, story: &'a Story) -> Side<'a> {
        let reading = &story.readings[self.article as usize];
        let event = &reading.events[self.event as usize];
        Side {
            telling: Telling { article: self.article, reading, number: self.event, event },
            span: self.span,
        }
    }
}

/// A clash: the side that stands first in the story, and the other.
pub type Clash = [End; 2];

/// The clashes of a story.
#[derive(Clone, Default, Debug)]
pub struct Clashes {
    /// Of days and hours, in order.
    pub days: Vec<Clash>,
    /// Of places, in order.
    pub places: Vec<Clash>,
    /// Of places that one article calls otherwise than another, whatever happens there, in order.
    pub mixed_up: Vec<[Place; 2]>,
    /// What was asked of the names of the articles.
    pub names: Names,
    /// The kinds of happenings of which none was held against another, sorted.
    pub closed: Vec<u32>,
}

impl Clashes {
    /// The clashes of the comparison before, where they still hold between articles that are as they were.
    pub fn before<'a>(carried: Option<&Carried<'a>>, closed: &[u32]) -> Option<&'a Clashes> {
        let carried = carried.filter(|carried| carried.same_cast)?;
        carried.previous.clashes().filter(|before| before.closed == closed)
    }
}

/// The clashes of the comparison before as they are now; `None` where the words of one were edited.
pub fn moved(before: &[Clash], carried: &Carried) -> Option<Vec<Clash>> {
    before.iter().map(|[a, b]| Some([a.now(carried)?, b.now(carried)?])).collect()
}

/// All clashes in order: those found, and of `before` those between articles that are as they were.
pub fn all(found: &[(Side, Side)], before: &[Clash], is_kept: impl Fn(u32, u32) -> bool) -> Vec<Clash> {
    let ordered = |(a, b): &(Side, Side)| {
        let (a, b) = (End::of(a), End::of(b));
        [a.min(b), a.max(b)]
    };
    let kept = before.iter().filter(|[a, b]| is_kept(a.article, b.article));
    let mut all: Vec<Clash> = kept.copied().chain(found.iter().map(ordered)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The sides of clashes.
pub fn sides<'a>(story: &'a Story, clashes: &[Clash]) -> Vec<(Side<'a>, Side<'a>)> {
    clashes.iter().map(|[a, b]| (a.side(story), b.side(story))).collect()
}
