//! Which articles belong together: a graph whose edges join two articles of one story, kept up to date article by article.
//!
//! Two articles are held against each other by the cosine of their words, each weighted by how often it stands in the article,
//! how few articles of any newspaper and of this workspace have it, and whether it is a name. The further apart in days they
//! are, the more alike they have to be. What the graph says follows from the articles that are in it, and not from the order in
//! which they came.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Signature;
use index::{Index, Meeting};

mod index;

/// The least likeness that joins two articles: their cosine, less [`A_DAY`] for each day between them.
const ENOUGH: f32 = 0.22;
const A_DAY: f32 = 0.012;
/// The least cosine in a small folder: who puts few articles into a folder of their own means one story.
const ENOUGH_IN_FOLDER: f32 = 0.13;
/// How many articles a folder may hold to be a small one.
const SMALL_FOLDER: usize = 12;
/// More articles than this are hardly one story: then they have to be so much more alike, and so on for so many levels.
const LARGEST: usize = 40;
const STRICTER: f32 = 0.04;
const LEVELS: u32 = 15;
/// How many words two articles have to share before they can be of one story, how many in a small folder, and how many of them
/// in names.
const SHARED: u16 = 4;
const SHARED_IN_FOLDER: u16 = 3;
const NAMES: u16 = 1;
/// From so many articles on it pays to share the work among threads.
const MANY: usize = 16;

/// Articles by slot number, the words they are found by, and who is joined to whom.
#[derive(Default, Debug)]
pub struct Graph {
    nodes: Vec<Option<Node>>,
    /// How many nodes there are.
    count: usize,
    index: Index,
    by_fixed: FxHashMap<Box<str>, Vec<u32>>,
    by_folder: FxHashMap<Box<str>, Vec<u32>>,
    /// Slots whose edges have to be found again.
    dirty: Marks,
    /// Slots that have lost an edge to one that was taken out.
    moved: Vec<u32>,
    meeting: Meeting,
}

#[derive(Debug)]
struct Node {
    signature: Signature,
    /// The length of the weighted words as a vector.
    norm: f32,
    /// Slots whose articles are alike enough to be joined somewhere, with their likeness; sorted.
    edges: Vec<(u32, f32)>,
}

/// Slots, each marked once.
#[derive(Default, Debug)]
struct Marks {
    slots: Vec<u32>,
    marked: Vec<bool>,
}

impl Marks {
    fn mark(&mut self, slot: u32) {
        let at = slot as usize;
        if self.marked.len() <= at {
            self.marked.resize(at + 1, false);
        }
        if !std::mem::replace(&mut self.marked[at], true) {
            self.slots.push(slot);
        }
    }

    /// The marked slots in order; none is marked any more.
    fn take(&mut self) -> Vec<u32> {
        let mut slots = std::mem::take(&mut self.slots);
        slots.sort_unstable();
        slots.iter().for_each(|&slot| self.marked[slot as usize] = false);
        slots
    }
}

impl Graph {
    /// Puts articles in, each in place of the one in the same slot; in the order of their slots, each once.
    pub fn insert(&mut self, mut articles: Vec<(u32, Signature)>) {
        articles.retain(|(slot, signature)| known(&self.nodes, *slot) != Some(signature));
        let nodes = &self.nodes;
        let changes = articles.iter().map(|(slot, signature)| {
            let before = known(nodes, *slot).map_or(&[][..], |before| &before.words);
            (*slot, before, &*signature.words)
        });
        let dirty = self.index.replace(changes.collect());
        dirty.into_iter().for_each(|slot| self.dirty.mark(slot));
        for (slot, signature) in articles {
            self.place(slot, signature);
        }
    }

    /// Puts an article into its slot, its words being known.
    fn place(&mut self, slot: u32, signature: Signature) {
        if self.nodes.len() <= slot as usize {
            self.nodes.resize_with(slot as usize + 1, || None);
        }
        let edges = match self.nodes[slot as usize].take() {
            Some(node)
                if node.signature.folder == signature.folder && node.signature.fixed == signature.fixed =>
            {
                node.edges
            }
            Some(node) => {
                self.leave(slot, &node);
                self.enter(slot, &signature);
                node.edges
            }
            None => {
                self.enter(slot, &signature);
                Vec::new()
            }
        };
        self.nodes[slot as usize] = Some(Node { signature, norm: 0.0, edges });
        self.dirty.mark(slot);
    }

    /// Takes an article out.
    pub fn remove(&mut self, slot: u32) {
        let Some(node) = self.nodes.get_mut(slot as usize).and_then(Option::take) else { return };
        let dirty = self.index.replace(vec![(slot, &node.signature.words, &[])]);
        dirty.into_iter().for_each(|slot| self.dirty.mark(slot));
        self.leave(slot, &node);
        self.cut(slot, &node.edges);
        self.moved.extend(node.edges.iter().map(|(other, _)| *other));
    }

    /// Finds the edges of all that has changed, and returns the slots that may have another story now: those, and all that were or
    /// are joined to them.
    pub fn settle(&mut self) -> Vec<u32> {
        if self.index.resize(self.count) {
            (0..self.nodes.len() as u32).for_each(|slot| self.dirty.mark(slot));
        }
        let mut dirty = self.dirty.take();
        dirty.retain(|&slot| self.nodes[slot as usize].is_some());
        let mut moved = std::mem::take(&mut self.moved);
        for &slot in &dirty {
            if let Some(mut node) = self.nodes[slot as usize].take() {
                self.cut(slot, &node.edges);
                moved.extend(node.edges.drain(..).map(|(other, _)| other));
                self.nodes[slot as usize] = Some(node);
            }
        }
        self.weigh(&dirty);
        for (&slot, edges) in dirty.iter().zip(self.all_alike(&dirty)) {
            moved.extend(edges.iter().map(|(other, _)| *other));
            for &(other, likeness) in &edges {
                self.link(other, slot, likeness);
                self.link(slot, other, likeness);
            }
        }
        moved.extend(dirty);
        moved.retain(|&slot| self.nodes[slot as usize].is_some());
        moved.sort_unstable();
        moved.dedup();
        moved
    }

    /// All slots of the story that a slot belongs to, sorted. Where so many are joined that they cannot be one story, only those
    /// that are more alike are.
    pub fn component(&self, slot: u32) -> Vec<u32> {
        let levels = (0..LEVELS).map(|level| ENOUGH + STRICTER * level as f32);
        let mut parts = levels.map(|enough| self.reach(slot, enough, LARGEST));
        let part = parts.find_map(|part| part).or_else(|| self.reach(slot, f32::INFINITY, usize::MAX));
        part.unwrap_or_else(|| vec![slot])
    }

    /// The slots that are joined to one by articles at least so much alike, sorted; `None` where they are more than `most`.
    fn reach(&self, slot: u32, enough: f32, most: usize) -> Option<Vec<u32>> {
        let mut seen: FxHashSet<u32> = FxHashSet::default();
        let mut open = vec![slot];
        seen.insert(slot);
        while let Some(next) = open.pop() {
            let Some(Some(node)) = self.nodes.get(next as usize) else { continue };
            for &(other, likeness) in &node.edges {
                if !seen.contains(&other) && (likeness >= enough || self.belong(node, other)) {
                    seen.insert(other);
                    open.push(other);
                }
            }
            if seen.len() > most {
                return None;
            }
        }
        let mut all: Vec<u32> = seen.into_iter().collect();
        all.sort_unstable();
        Some(all)
    }

    /// Whether settings or a small folder make one story of two joined articles, however little they are alike.
    fn belong(&self, node: &Node, other: u32) -> bool {
        let Some(Some(other)) = self.nodes.get(other as usize) else { return false };
        node.signature.fixed.is_some()
            || self.in_small_folder(&node.signature) && other.signature.folder == node.signature.folder
    }

    fn in_small_folder(&self, signature: &Signature) -> bool {
        self.by_folder.get(&signature.folder).is_some_and(|slots| slots.len() <= SMALL_FOLDER)
    }

    /// Measures the words of the articles in these slots.
    fn weigh(&mut self, slots: &[u32]) {
        let norm = |&slot: &u32| {
            self.nodes[slot as usize].as_ref().map(|node| self.index.norm(&node.signature.words))
        };
        let norms: Vec<Option<f32>> = match slots.len() {
            ..MANY => slots.iter().map(norm).collect(),
            _ => slots.par_iter().map(norm).collect(),
        };
        for (&slot, norm) in slots.iter().zip(norms) {
            if let (Some(node), Some(norm)) = (&mut self.nodes[slot as usize], norm) {
                node.norm = norm;
            }
        }
    }

    /// The edges of each of these slots.
    fn all_alike(&mut self, slots: &[u32]) -> Vec<Vec<(u32, f32)>> {
        if slots.len() >= MANY {
            return slots
                .par_iter()
                .map_init(Meeting::default, |meeting, &slot| self.alike(slot, meeting))
                .collect();
        }
        let mut meeting = std::mem::take(&mut self.meeting);
        let edges = slots.iter().map(|&slot| self.alike(slot, &mut meeting)).collect();
        self.meeting = meeting;
        edges
    }

    /// The articles that are alike enough to one to be joined to it, if only in a small folder, with their likeness.
    fn alike(&self, slot: u32, meeting: &mut Meeting) -> Vec<(u32, f32)> {
        let Some(Node { signature, norm, .. }) = &self.nodes[slot as usize] else { return Vec::new() };
        if let Some(fixed) = &signature.fixed {
            let slots = self.by_fixed.get(fixed).map_or(&[][..], Vec::as_slice);
            return slots.iter().filter(|&&other| other != slot).map(|&other| (other, 1.0)).collect();
        }
        let small = self.in_small_folder(signature);
        self.index.meet(slot, &signature.words, self.nodes.len(), meeting);
        let known =
            meeting.take().filter(|(_, shared)| shared.words >= SHARED_IN_FOLDER && shared.names >= NAMES);
        known
            .filter_map(|(other, shared)| {
                let there = self.nodes[other as usize].as_ref()?;
                let cosine = shared.product / (norm * there.norm);
                let likeness = cosine - A_DAY * signature.apart(&there.signature)? as f32;
                let alike = likeness >= ENOUGH && shared.words >= SHARED;
                let together = small && there.signature.folder == signature.folder;
                (alike || together && cosine >= ENOUGH_IN_FOLDER).then_some((other, likeness))
            })
            .collect()
    }

    fn enter(&mut self, slot: u32, signature: &Signature) {
        self.count += 1;
        if let Some(fixed) = &signature.fixed {
            insert(self.by_fixed.entry(fixed.clone()).or_default(), slot);
        }
        let folder = self.by_folder.entry(signature.folder.clone()).or_default();
        insert(folder, slot);
        if folder.len() == SMALL_FOLDER + 1 {
            folder.iter().for_each(|&slot| self.dirty.mark(slot));
        }
    }

    fn leave(&mut self, slot: u32, node: &Node) {
        self.count -= 1;
        if let Some(slots) = node.signature.fixed.as_ref().and_then(|f| self.by_fixed.get_mut(f)) {
            slots.retain(|&s| s != slot);
        }
        if let Some(folder) = self.by_folder.get_mut(&node.signature.folder) {
            folder.retain(|&s| s != slot);
            if folder.len() == SMALL_FOLDER {
                folder.iter().for_each(|&slot| self.dirty.mark(slot));
            }
        }
    }

    /// Takes a slot out of the edges of those it is joined to.
    fn cut(&mut self, slot: u32, edges: &[(u32, f32)]) {
        for &(other, _) in edges {
            if let Some(Some(node)) = self.nodes.get_mut(other as usize) {
                node.edges.retain(|(s, _)| *s != slot);
            }
        }
    }

    fn link(&mut self, from: u32, to: u32, likeness: f32) {
        if let Some(Some(node)) = self.nodes.get_mut(from as usize) {
            match node.edges.binary_search_by_key(&to, |(s, _)| *s) {
                Ok(at) => node.edges[at].1 = likeness,
                Err(at) => node.edges.insert(at, (to, likeness)),
            }
        }
    }
}

/// What the article in a slot is about.
fn known(nodes: &[Option<Node>], slot: u32) -> Option<&Signature> {
    nodes.get(slot as usize)?.as_ref().map(|node| &node.signature)
}

fn insert(slots: &mut Vec<u32>, slot: u32) {
    if let Err(at) = slots.binary_search(&slot) {
        slots.insert(at, slot);
    }
}

#[cfg(test)]
mod tests;
