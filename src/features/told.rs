//! A story whose claims are held against each other once somebody asks.

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::compare::{self, Comparison};
use crate::corpus::Story;

/// A story with its comparison, which is made when it is first asked for: a workspace holds thousands of stories, and an editor
/// shows a few.
#[derive(Debug)]
pub struct Told {
    /// The story.
    pub story: Arc<Story>,
    comparison: OnceLock<Arc<Comparison>>,
    /// An earlier comparison of some of its articles, until it has been used.
    previous: Mutex<Option<Arc<Comparison>>>,
}

impl Told {
    /// A story that has not been compared. `previous`, the one that most of its articles were told in before, spares comparing
    /// again what has not changed.
    pub fn new(story: Story, previous: Option<&Told>) -> Self {
        let previous = previous.and_then(Told::latest);
        Told { story: Arc::new(story), comparison: OnceLock::new(), previous: Mutex::new(previous) }
    }

    /// What its claims say to each other.
    pub fn comparison(&self) -> &Arc<Comparison> {
        self.comparison.get_or_init(|| {
            let previous = self.previous.lock().unwrap_or_else(PoisonError::into_inner).take();
            Arc::new(compare::compare(Arc::clone(&self.story), previous.as_deref()))
        })
    }

    /// The comparison, or the last one before, where there is one.
    fn latest(&self) -> Option<Arc<Comparison>> {
        let before = || self.previous.lock().unwrap_or_else(PoisonError::into_inner).clone();
        self.comparison.get().cloned().or_else(before)
    }
}
