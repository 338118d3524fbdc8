//! Which articles of a story tell of one affair, by the names that they share.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::corpus::Story;

/// What the named things of its articles tell of a story, each pair of articles asked about once.
#[derive(Debug)]
pub struct Affairs {
    /// For every article its named things, as the story knows them; sorted.
    names: Vec<Vec<u32>>,
    known: RefCell<FxHashMap<(u32, u32), Option<bool>>>,
}

impl Affairs {
    /// The affairs of a story.
    pub fn of(story: &Story) -> Self {
        let distinct = |names: &[u32]| {
            let mut names = names.to_vec();
            names.sort_unstable();
            names.dedup();
            names
        };
        let names = story.entity_of.iter().map(|names| distinct(names)).collect();
        Affairs { names, known: RefCell::default() }
    }

    /// Whether two articles share so many names that they tell of one affair; unknown where one of them hardly has any.
    pub fn is_one(&self, a: u32, b: u32) -> Option<bool> {
        *self.known.borrow_mut().entry((a.min(b), a.max(b))).or_insert_with(|| self.look(a, b))
    }

    fn look(&self, a: u32, b: u32) -> Option<bool> {
        let (x, y) = (&self.names[a as usize], &self.names[b as usize]);
        let shared = x.iter().filter(|name| y.binary_search(name).is_ok()).count();
        let fewer = x.len().min(y.len());
        match fewer {
            _ if a == b || shared >= 2 && 4 * shared >= fewer => Some(true),
            0..=3 => None,
            _ => Some(false),
        }
    }
}
