//! The one owner of all readings, and the snapshots that answer questions while it goes on changing.

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::Comparison;
use crate::corpus::{Graph, Signature, Story};
use crate::extract::Reading;

use super::shelves::Shelves;
use super::told::Told;

/// Owns every reading of the workspace and keeps its stories up to date. What they say is compared when somebody asks.
///
/// An article has a slot, a story has a number; both stay while they live, so that an edit touches its own story alone.
#[derive(Default, Debug)]
pub struct AnalysisHost {
    slots: Vec<Option<Arc<Reading>>>,
    /// Empty slots.
    free: Vec<u32>,
    graph: Graph,
    /// For every slot its place; meaningless for an empty slot.
    places: Arc<Vec<ArticleRef>>,
    /// Path to slot, shared with the snapshots; made anew when articles come or go.
    paths: Arc<FxHashMap<Arc<str>, u32>>,
    stories: Shelves<Arc<Told>>,
    /// For every story its slots, in the order of its readings.
    members: Vec<Vec<u32>>,
    /// Slots whose story has to be compared again.
    dirty: Vec<u32>,
    /// Stories that may have lost an article.
    stale: Vec<u32>,
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
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    stories: Shelves<Arc<Told>>,
    places: Arc<Vec<ArticleRef>>,
    paths: Arc<FxHashMap<Arc<str>, u32>>,
}

/// Stands for no story while an article has not been placed.
const NOWHERE: ArticleRef = ArticleRef { story: u32::MAX, article: 0 };

impl AnalysisHost {
    /// Puts a reading in, in place of the one with the same path.
    pub fn replace(&mut self, reading: Arc<Reading>) {
        let path = reading.article.path.clone();
        let slot = match self.paths.get(&path) {
            Some(&slot) => slot,
            None => self.open_slot(path),
        };
        self.slots[slot as usize] = Some(reading);
        self.touch(slot);
    }

    /// Takes an article out.
    pub fn remove(&mut self, path: &str) {
        let Some(slot) = Arc::make_mut(&mut self.paths).remove(path) else { return };
        self.touch(slot);
        self.dirty.retain(|&s| s != slot);
        self.graph.remove(slot);
        self.slots[slot as usize] = None;
        self.free.push(slot);
        Arc::make_mut(&mut self.places)[slot as usize] = NOWHERE;
    }

    /// The analysis of all that was put in.
    pub fn analysis(&mut self) -> Analysis {
        if !self.dirty.is_empty() || !self.stale.is_empty() {
            self.settle();
        }
        Analysis {
            stories: self.stories.clone(),
            places: Arc::clone(&self.places),
            paths: Arc::clone(&self.paths),
        }
    }

    fn open_slot(&mut self, path: Arc<str>) -> u32 {
        let slot = self.free.pop().unwrap_or_else(|| {
            self.slots.push(None);
            Arc::make_mut(&mut self.places).push(NOWHERE);
            self.slots.len() as u32 - 1
        });
        Arc::make_mut(&mut self.paths).insert(path, slot);
        slot
    }

    /// Notes that a slot's story, as it was, has to be looked at again.
    fn touch(&mut self, slot: u32) {
        let place = self.places[slot as usize];
        if place != NOWHERE {
            self.stale.push(place.story);
        }
        self.dirty.push(slot);
    }

    /// What the articles in these slots are about.
    fn signatures(&self, slots: &[u32]) -> Vec<(u32, Signature)> {
        let signature = |&slot: &u32| Some((slot, Signature::of(self.slots[slot as usize].as_deref()?)));
        match slots {
            [_] => slots.iter().filter_map(signature).collect(),
            _ => slots.par_iter().filter_map(signature).collect(),
        }
    }

    /// Forms the stories of all touched slots anew.
    fn settle(&mut self) {
        let mut slots = std::mem::take(&mut self.dirty);
        slots.sort_unstable();
        slots.dedup();
        self.graph.insert(self.signatures(&slots));
        let moved = self.graph.settle();
        let changed: FxHashSet<u32> = slots.iter().copied().collect();
        let mut stale = std::mem::take(&mut self.stale);
        stale.extend(moved.iter().map(|&s| self.places[s as usize].story).filter(|&s| s != u32::MAX));
        slots.extend(moved);
        stale.sort_unstable();
        stale.dedup();
        // Whoever shared a story with a touched article may have to leave it, and whoever is joined to it now leaves his own.
        slots.extend(stale.iter().flat_map(|&s| self.members[s as usize].iter().copied()));
        let (components, mut stale) = self.regroup(slots, stale);
        let (kept, components): (Vec<_>, Vec<_>) =
            components.into_iter().partition(|c| self.stands(c, &changed));
        let kept: FxHashSet<u32> = kept.iter().map(|c| self.places[c[0] as usize].story).collect();
        stale.retain(|story| !kept.contains(story));
        let previous: Vec<Option<Arc<Told>>> = components.iter().map(|c| self.previous(c)).collect();
        let slots = &self.slots;
        let form = |(component, previous): (Vec<u32>, Option<Arc<Told>>)| {
            let readings = component.iter().filter_map(|&s| slots[s as usize].clone()).collect();
            let story = Story::after(readings, previous.as_deref().map(|p| &*p.story));
            Arc::new(Told::new(story, previous.as_deref()))
        };
        let formed: Vec<_> = match components.len() {
            // A keystroke touches one story; other threads would take longer to wake than forming it takes.
            1 => components.into_iter().zip(previous).map(form).collect(),
            _ => components.into_par_iter().zip(previous).map(form).collect(),
        };
        // The numbers of what is no more go to what is new, so that an edit that leaves its story as it is moves no other.
        let reused = formed.len().min(stale.len());
        for (i, told) in formed.into_iter().enumerate() {
            let number = stale.get(i).map_or(self.members.len(), |&story| story as usize);
            self.put_story(number, told);
        }
        for &story in stale[reused..].iter().rev() {
            self.drop_story(story);
        }
    }

    /// The stories that these slots form now, and the numbers of all that they had, in order. A story that loses an article to
    /// another is formed anew as a whole.
    fn regroup(&self, mut slots: Vec<u32>, mut stale: Vec<u32>) -> (Vec<Vec<u32>>, Vec<u32>) {
        let mut seen = FxHashSet::default();
        let mut components = Vec::new();
        while let Some(slot) = slots.pop() {
            if seen.contains(&slot) || self.slots[slot as usize].is_none() {
                continue;
            }
            let component = self.graph.component(slot);
            seen.extend(component.iter().copied());
            for &member in &component {
                let story = self.places[member as usize].story;
                if story != u32::MAX
                    && let Err(at) = stale.binary_search(&story)
                {
                    stale.insert(at, story);
                    slots.extend(&self.members[story as usize]);
                }
            }
            components.push(component);
        }
        components.sort_unstable();
        (components, stale)
    }

    /// Whether a story has just these articles already, and none of them has changed.
    fn stands(&self, component: &[u32], changed: &FxHashSet<u32>) -> bool {
        let story = self.places[component[0] as usize].story;
        self.members.get(story as usize).is_some_and(|members| {
            members.len() == component.len()
                && component.iter().all(|s| self.places[*s as usize].story == story && !changed.contains(s))
        })
    }

    /// The story in which most of a new story's articles were told before: the first one's.
    fn previous(&self, component: &[u32]) -> Option<Arc<Told>> {
        let story = component.iter().map(|&s| self.places[s as usize].story).find(|&s| s != u32::MAX)?;
        Some(Arc::clone(&self.stories[story as usize]))
    }

    /// Takes a story out; the last one moves into its number.
    fn drop_story(&mut self, story: u32) {
        self.stories.swap_remove(story as usize);
        self.members.swap_remove(story as usize);
        if let Some(moved) = self.members.get(story as usize) {
            let places = Arc::make_mut(&mut self.places);
            for &slot in moved {
                if places[slot as usize] != NOWHERE {
                    places[slot as usize].story = story;
                }
            }
        }
    }

    /// Puts a story in under a number that is free, or behind the last.
    fn put_story(&mut self, number: usize, told: Arc<Told>) {
        let mut members = Vec::with_capacity(told.story.readings.len());
        for (article, reading) in (0u32..).zip(&told.story.readings) {
            let slot = self.paths[&reading.article.path];
            let place = ArticleRef { story: number as u32, article };
            // Most edits leave all places as they are, and the list of them as the snapshots share it.
            if self.places[slot as usize] != place {
                Arc::make_mut(&mut self.places)[slot as usize] = place;
            }
            members.push(slot);
        }
        match self.members.get_mut(number) {
            Some(before) => *before = members,
            None => self.members.push(members),
        }
        self.stories.put(number, told);
    }
}

impl Analysis {
    /// Compares all stories that have not been, on all threads.
    pub fn compare(&self) {
        let stories: Vec<&Arc<Told>> = self.stories.iter().collect();
        stories.into_par_iter().for_each(|told| {
            told.comparison();
        });
    }

    /// All stories with their comparisons. Their order may change with every edit; see [`Analysis::in_order`].
    pub fn stories(&self) -> impl Iterator<Item = &Arc<Comparison>> {
        self.compare();
        self.stories.iter().map(|told| told.comparison())
    }

    /// The story of this number with its comparison, which may have to be made first.
    pub fn story(&self, number: u32) -> &Arc<Comparison> {
        self.stories[number as usize].comparison()
    }

    /// All stories as they are told, compared or not, in no order.
    pub fn tales(&self) -> impl Iterator<Item = &Arc<Story>> {
        self.stories.iter().map(|told| &told.story)
    }

    /// The story of this number, compared or not.
    pub fn tale(&self, number: u32) -> &Arc<Story> {
        &self.stories[number as usize].story
    }

    /// The numbers of all stories in the order of their articles' paths, the same however the articles came in.
    pub fn in_order(&self) -> Vec<u32> {
        let first = |s: &u32| {
            let story = &self.stories[*s as usize].story;
            story.readings.iter().map(|r| r.article.path.clone()).min()
        };
        let mut numbers: Vec<u32> = (0..self.stories.len() as u32).collect();
        numbers.sort_by_cached_key(first);
        numbers
    }

    /// Where the article of this path is.
    pub fn find(&self, path: &str) -> Option<ArticleRef> {
        self.paths.get(path).map(|&slot| self.places[slot as usize])
    }

    /// The comparison of an article's story.
    pub fn comparison(&self, at: ArticleRef) -> &Comparison {
        self.story(at.story)
    }

    /// An article's reading.
    pub fn reading(&self, at: ArticleRef) -> &Arc<Reading> {
        &self.tale(at.story).readings[at.article as usize]
    }
}

#[cfg(test)]
mod tests;
