//! The one owner of all readings, and the snapshots that answer questions while it goes on changing.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::compare::{self, Comparison};
use crate::corpus::Story;
use crate::extract::Reading;

/// Owns every reading of the workspace and keeps the comparison of each story up to date.
#[derive(Default, Debug)]
pub struct AnalysisHost {
    readings: BTreeMap<Arc<str>, Arc<Reading>>,
    current: Option<Analysis>,
}

/// An article of an analysis: its story, and its place in that story's readings.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ArticleRef {
    /// The story, by index into the analysis' stories.
    pub story: u32,
    /// The article, by index into the story's readings.
    pub article: u32,
}

/// What is known at one moment: cheap to clone, never changing.
#[derive(Clone, Debug)]
pub struct Analysis {
    stories: Arc<Vec<Arc<Comparison>>>,
    places: Arc<FxHashMap<Arc<str>, ArticleRef>>,
}

impl AnalysisHost {
    /// Puts a reading in, in place of the one with the same path.
    pub fn replace(&mut self, reading: Arc<Reading>) {
        self.readings.insert(reading.article.path.clone(), reading);
        self.current = None;
    }

    /// Takes an article out.
    pub fn remove(&mut self, path: &str) {
        self.readings.remove(path);
        self.current = None;
    }

    /// The analysis of all that was put in.
    pub fn analysis(&mut self) -> Analysis {
        if let Some(current) = &self.current {
            return current.clone();
        }
        let story = Story::of(self.readings.values().cloned().collect());
        let places = (0u32..)
            .zip(&story.readings)
            .map(|(article, r)| (r.article.path.clone(), ArticleRef { story: 0, article }))
            .collect();
        let stories = Arc::new(vec![Arc::new(compare::compare(Arc::new(story)))]);
        self.current.insert(Analysis { stories, places: Arc::new(places) }).clone()
    }
}

impl Analysis {
    /// All stories with their comparisons, in the order of their earliest articles.
    pub fn stories(&self) -> &[Arc<Comparison>] {
        &self.stories
    }

    /// Where the article of this path is.
    pub fn find(&self, path: &str) -> Option<ArticleRef> {
        self.places.get(path).copied()
    }

    /// The comparison of an article's story.
    pub fn comparison(&self, at: ArticleRef) -> &Comparison {
        &self.stories[at.story as usize]
    }

    /// An article's reading.
    pub fn reading(&self, at: ArticleRef) -> &Arc<Reading> {
        &self.comparison(at).story.readings[at.article as usize]
    }
}
