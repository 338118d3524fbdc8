//! The short lists of a reading, held as stretches of a few long ones.
//!
//! An article has some hundred claims, statements and events with some lists of a few entries each. A box of its own for each
//! would take more room than what it holds.

use std::ops::Index;

use super::{Anchor, Bound, Clock, ContextWord, Notion, Participant, Reach, Site, Speaker};

/// A stretch of a [`Pool`]: which one, its owner knows.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Run {
    /// The first entry, in two halves, so that a run needs no more than six bytes.
    from: [u16; 2],
    len: u16,
}

impl Run {
    /// How many entries it has.
    pub const fn len(self) -> usize {
        self.len as usize
    }

    /// Whether it has no entry.
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }
}

/// A list that many share: each has a [`Run`] of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Pool<T>(Vec<T>);

impl<T> Default for Pool<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Pool<T> {
    /// Adds entries; where they are more than a run can hold, the first of them.
    pub fn add(&mut self, entries: impl IntoIterator<Item = T>) -> Run {
        let from = self.0.len();
        self.0.extend(entries);
        self.0.truncate(from + usize::from(u16::MAX));
        let len = (self.0.len() - from) as u16;
        if len == 0 {
            return Run::default();
        }
        Run { from: [(from >> 16) as u16, from as u16], len }
    }

    /// Gives back the room that is not filled.
    fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}

impl<T> Index<Run> for Pool<T> {
    type Output = [T];

    fn index(&self, run: Run) -> &[T] {
        let from = usize::from(run.from[0]) << 16 | usize::from(run.from[1]);
        &self.0[from..from + run.len()]
    }
}

/// The lists that the claims, statements and events of a reading share.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct Lists {
    /// What is said of the counted: classes of predicates with their nearness.
    pub predicates: Pool<(u8, Reach)>,
    /// Content words around figures and events.
    pub words: Pool<ContextWord>,
    /// Places and other things named around figures.
    pub anchors: Pool<Anchor>,
    /// Who says so.
    pub speakers: Pool<Speaker>,
    /// Who takes part in events.
    pub parts: Pool<Participant>,
    /// When events happen: index into the reading's dates, and how the date bounds the event.
    pub when: Pool<(u32, Bound)>,
    /// The hours of events.
    pub clocks: Pool<Clock>,
    /// The places of events.
    pub sites: Pool<Site>,
    /// What statements speak of.
    pub notions: Pool<Notion>,
    /// Hashes of stems, keys of notions, and things named around events by index into the reading's entities.
    pub keys: Pool<u32>,
    /// Those named in statements: index into the reading's entities, and the byte at which each stands.
    pub names: Pool<(u32, u32)>,
}

impl Lists {
    /// Gives back the room that is not filled.
    pub fn shrink(&mut self) {
        // All fields by name, so that none that comes to be is forgotten.
        let Self { predicates, words, anchors, speakers, parts, when, clocks, sites, notions, keys, names } =
            self;
        parts.shrink();
        when.shrink();
        clocks.shrink();
        sites.shrink();
        predicates.shrink();
        words.shrink();
        anchors.shrink();
        speakers.shrink();
        notions.shrink();
        keys.shrink();
        names.shrink();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_lead_back_to_what_was_added() {
        let mut pool = Pool::default();
        let many: Vec<u32> = (0..200_000).collect();
        let runs: Vec<Run> = many.chunks(7).map(|chunk| pool.add(chunk.iter().copied())).collect();
        assert!(many.chunks(7).zip(runs).all(|(chunk, run)| pool[run] == *chunk));
        let none = pool.add([]);
        assert!(none.is_empty() && pool[none].is_empty());
    }

    #[test]
    fn a_run_holds_what_it_can() {
        let mut pool = Pool::default();
        assert_eq!(pool.add(0..100_000u32).len(), 65_535);
        let next = pool.add([7]);
        assert_eq!(pool[next], [7]);
    }
}
