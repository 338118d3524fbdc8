//! Which articles belong together: a graph whose edges join two articles of one story, kept up to date article by article.
//!
//! Two articles are held against each other by the cosine of their words, each weighted by how often it stands in the article and
//! how rare it is in English and in this workspace. What the graph says follows from the articles that are in it, and not from
//! the order in which they came.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::Signature;
use crate::extract::words::{Word, is_rare};

/// The least cosine that joins two articles, where there are few articles, and what is added to it each time there are four
/// times [`FEW`] as many: among more articles more are alike by chance.
const ENOUGH: f32 = 0.20;
const MORE: f32 = 0.03;
const FEW: usize = 128;
const STEPS: u32 = 3;
/// The least cosine in a small folder: who puts few articles into a folder of their own means one story.
const ENOUGH_IN_FOLDER: f32 = 0.13;
/// How many articles a folder may hold to be a small one.
const SMALL_FOLDER: usize = 12;
/// More articles than this are hardly one story: then the cosine has to be so much higher, and so on for so many levels.
const LARGEST: usize = 40;
const STRICTER: f32 = 0.04;
const LEVELS: u32 = 15;
/// A word in fewer articles of the workspace than this counts in full; each time there are four times as many it counts a
/// fifth less.
const USUAL: usize = 16;
/// Words in so many articles or more find no others.
const KEY_LIMIT: usize = 64;
/// How many rare words two articles have to share before they are held against each other.
const SHARED: u32 = 3;

/// Articles by slot number, the words they are found by, and who is joined to whom.
#[derive(Default, Debug)]
pub struct Graph {
    nodes: Vec<Option<Node>>,
    /// How many nodes there are.
    count: usize,
    /// For every rare word the slots whose articles have it, sorted.
    by_word: FxHashMap<u32, Vec<u32>>,
    by_fixed: FxHashMap<Box<str>, Vec<u32>>,
    by_folder: FxHashMap<Box<str>, Vec<u32>>,
    /// Slots whose edges have to be found again.
    dirty: FxHashSet<u32>,
    /// Slots that have lost an edge to one that was taken out.
    moved: Vec<u32>,
    /// The least cosine that joined two articles when the graph was last settled.
    enough: f32,
}

#[derive(Debug)]
struct Node {
    signature: Signature,
    /// The length of the weighted words as a vector.
    norm: f32,
    /// Slots whose articles are alike enough to be joined somewhere, with their cosine; sorted.
    edges: Vec<(u32, f32)>,
}

impl Graph {
    /// Puts an article in, in place of the one in the same slot.
    pub fn insert(&mut self, slot: u32, signature: Signature) {
        if let Some(Some(node)) = self.nodes.get(slot as usize)
            && node.signature == signature
        {
            return;
        }
        if self.nodes.len() <= slot as usize {
            self.nodes.resize_with(slot as usize + 1, || None);
        }
        let before = self.nodes[slot as usize].take();
        self.note_words(slot, before.as_ref().map_or(&[], |n| &n.signature.words), &signature.words);
        let edges = match before {
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
        self.dirty.insert(slot);
    }

    /// Takes an article out.
    pub fn remove(&mut self, slot: u32) {
        let Some(node) = self.nodes.get_mut(slot as usize).and_then(Option::take) else { return };
        self.note_words(slot, &node.signature.words, &[]);
        self.leave(slot, &node);
        self.cut(slot, &node.edges);
        self.moved.extend(node.edges.iter().map(|(other, _)| *other));
        self.dirty.remove(&slot);
    }

    /// Finds the edges of all that has changed, and returns the slots that may have another story now: those, and all that were or
    /// are joined to them.
    pub fn settle(&mut self) -> Vec<u32> {
        let dirty: Vec<u32> = {
            let mut slots: Vec<u32> =
                self.dirty.drain().filter(|&s| self.nodes[s as usize].is_some()).collect();
            slots.sort_unstable();
            slots
        };
        let mut moved = std::mem::take(&mut self.moved);
        for &slot in &dirty {
            if let Some(mut node) = self.nodes[slot as usize].take() {
                self.cut(slot, &node.edges);
                moved.extend(node.edges.drain(..).map(|(other, _)| other));
                node.norm = self.norm(&node.signature.words);
                self.nodes[slot as usize] = Some(node);
            }
        }
        let found: Vec<Vec<(u32, f32)>> = dirty.par_iter().map(|&slot| self.alike(slot)).collect();
        for (&slot, edges) in dirty.iter().zip(found) {
            moved.extend(edges.iter().map(|(other, _)| *other));
            for &(other, cosine) in &edges {
                self.link(other, slot, cosine);
                self.link(slot, other, cosine);
            }
        }
        let enough = self.enough();
        if enough != self.enough {
            self.enough = enough;
            return (0..self.nodes.len() as u32).filter(|&s| self.nodes[s as usize].is_some()).collect();
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
        let levels = (0..LEVELS).map(|level| self.enough + STRICTER * level as f32);
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
            for &(other, cosine) in &node.edges {
                if !seen.contains(&other) && (cosine >= enough || self.belong(node, other)) {
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

    fn enough(&self) -> f32 {
        let times = (self.count / FEW).max(1).ilog(4).min(STEPS);
        ENOUGH + MORE * times as f32
    }

    /// How much a word that stands in so many articles of the workspace counts.
    fn share(articles: usize) -> f32 {
        1.0 - 0.2 * (4 * articles / USUAL).max(1).ilog(4).min(4) as f32
    }

    fn weight(&self, word: Word) -> f32 {
        let articles = self.by_word.get(&word.stem).map_or(0, Vec::len);
        f32::from(word.weight) * Self::share(articles)
    }

    fn norm(&self, words: &[Word]) -> f32 {
        words.iter().map(|&w| self.weight(w).powi(2)).sum::<f32>().sqrt()
    }

    /// The articles that are alike enough to one to be joined to it, if only in a small folder, with their cosine.
    fn alike(&self, slot: u32) -> Vec<(u32, f32)> {
        let Some(node) = &self.nodes[slot as usize] else { return Vec::new() };
        if let Some(fixed) = &node.signature.fixed {
            let slots = self.by_fixed.get(fixed).map_or(&[][..], Vec::as_slice);
            return slots.iter().filter(|&&other| other != slot).map(|&other| (other, 1.0)).collect();
        }
        let weighted: Vec<(u32, f32)> =
            node.signature.words.iter().map(|&w| (w.stem, self.weight(w))).collect();
        let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
        for word in node.signature.words.iter().filter(|w| is_rare(w.stem)) {
            let slots = self.by_word.get(&word.stem).filter(|slots| slots.len() < KEY_LIMIT);
            for &other in slots.into_iter().flatten() {
                *shared.entry(other).or_default() += 1;
            }
        }
        let small = self.in_small_folder(&node.signature);
        let candidates = shared.into_iter().filter(|&(other, words)| other != slot && words >= SHARED);
        let mut edges: Vec<(u32, f32)> = candidates
            .filter_map(|(other, _)| {
                let there = self.nodes[other as usize].as_ref()?;
                let least = if small && there.signature.folder == node.signature.folder {
                    ENOUGH_IN_FOLDER
                } else {
                    ENOUGH
                };
                let cosine = self.product(&weighted, &there.signature.words) / (node.norm * there.norm);
                (cosine >= least && node.signature.compatible(&there.signature)).then_some((other, cosine))
            })
            .collect();
        edges.sort_unstable_by_key(|(other, _)| *other);
        edges
    }

    /// The scalar product of the words of two articles; those of the first come with their weights.
    fn product(&self, a: &[(u32, f32)], b: &[Word]) -> f32 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while i < a.len() && j < b.len() {
            match a[i].0.cmp(&b[j].stem) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += a[i].1 * self.weight(b[j]);
                    i += 1;
                    j += 1;
                }
            }
        }
        sum
    }

    /// Notes which rare words an article has lost and gained. Where a word comes to count more or less by it, all its
    /// articles are looked at again.
    fn note_words(&mut self, slot: u32, before: &[Word], after: &[Word]) {
        let rare = |words: &[Word]| -> Vec<u32> {
            words.iter().filter(|w| is_rare(w.stem)).map(|w| w.stem).collect()
        };
        let (before, after) = (rare(before), rare(after));
        for stem in before.iter().filter(|stem| after.binary_search(stem).is_err()) {
            self.change_word(*stem, |slots| slots.retain(|&s| s != slot));
        }
        for stem in after.iter().filter(|stem| before.binary_search(stem).is_err()) {
            self.change_word(*stem, |slots| insert(slots, slot));
        }
    }

    fn change_word(&mut self, stem: u32, change: impl FnOnce(&mut Vec<u32>)) {
        let slots = self.by_word.entry(stem).or_default();
        let class = |slots: &[u32]| (Self::share(slots.len()).to_bits(), slots.len() < KEY_LIMIT);
        let before = class(slots);
        change(slots);
        if class(slots) != before {
            self.dirty.extend(slots.iter().copied());
        }
        if slots.is_empty() {
            self.by_word.remove(&stem);
        }
    }

    fn enter(&mut self, slot: u32, signature: &Signature) {
        self.count += 1;
        if let Some(fixed) = &signature.fixed {
            insert(self.by_fixed.entry(fixed.clone()).or_default(), slot);
        }
        let folder = self.by_folder.entry(signature.folder.clone()).or_default();
        insert(folder, slot);
        if folder.len() == SMALL_FOLDER + 1 {
            self.dirty.extend(folder.iter().copied());
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
                self.dirty.extend(folder.iter().copied());
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

    fn link(&mut self, from: u32, to: u32, cosine: f32) {
        if let Some(Some(node)) = self.nodes.get_mut(from as usize) {
            match node.edges.binary_search_by_key(&to, |(s, _)| *s) {
                Ok(at) => node.edges[at].1 = cosine,
                Err(at) => node.edges.insert(at, (to, cosine)),
            }
        }
    }
}

fn insert(slots: &mut Vec<u32>, slot: u32) {
    if let Err(at) = slots.binary_search(&slot) {
        slots.insert(at, slot);
    }
}

#[cfg(test)]
mod tests;
