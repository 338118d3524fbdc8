//! Venues, landmarks and parts of a country or town: a name with the word for what it is.

use std::ops::Range;

use crate::extract::{EntityKind, SiteKind};

use super::words::{Kind, WORDS};
use super::{Found, Reader};

impl Reader<'_> {
    /// `at Brandt Arena`, `in the Eastlake neighborhood`, `on Lake Maren`, `in the suburb of Marrick`: what stands at `at` is the word
    /// for what it is.
    pub(super) fn venue(&self, at: usize) -> Option<Found> {
        let &(sort, kind) = WORDS.venues.get(self.word(at))?;
        let (tokens, name) = match kind {
            Kind::Opener => self.opened(at).or_else(|| self.closed(at)),
            Kind::Part => self.of_name(at).or_else(|| self.closed(at)),
            Kind::Venue => self.closed(at),
        }?;
        // `Ji-sung Park`
        let person =
            self.names.at(at).is_some_and(|e| self.names.entities[e as usize].kind == EntityKind::Person);
        if person && kind != Kind::Opener && self.before(tokens.start, 1) != "the" {
            return None;
        }
        self.directed(tokens.start)
            .then(|| {
                let first = (name.start..name.end).rev().find(|&i| !WORDS.manners.contains(self.word(i)));
                let own = first.map_or(name.start, |i| i + 1);
                let kind = if kind == Kind::Part { SiteKind::District } else { SiteKind::Venue };
                let mut found = self.found(kind, tokens, name.start..own);
                let manner: String = (own..name.end).map(|i| format!("{} ", self.word(i))).collect();
                found.site.sort = format!("{manner}{sort}").into();
                found
            })
            .filter(|found| !found.site.name.is_empty())
    }

    /// A name before the word: `Brandt Arena`, `the Rusty Anchor bar`.
    fn closed(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let start = self.run_before(at);
        // `Park Hotel`, `School Board`: the head stands further on.
        (start < at && !self.is_capital(at + 1)).then_some((start..at + 1, start..at))
    }

    /// A name behind the word: `Lake Maren`.
    fn opened(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let name = self.name(at + 1).filter(|_| self.is_capital(at) && self.run_before(at) == at)?;
        Some((at..name.end, name))
    }

    /// A name behind `of`: `the suburb of Marrick`.
    fn of_name(&self, at: usize) -> Option<(Range<usize>, Range<usize>)> {
        let name = self.name(at + 2).filter(|_| self.word(at + 1) == "of")?;
        Some((at..name.end, name))
    }

    /// Whether a phrase from `start` on says where something is, not whither or whence.
    fn directed(&self, start: usize) -> bool {
        let article = usize::from(matches!(self.before(start, 1), "the" | "a"));
        matches!(self.before(start, 1 + article), "at" | "in" | "inside" | "outside" | "on" | "off")
    }
}
