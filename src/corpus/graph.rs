//! Which articles belong together: a graph whose edges join two articles of one story, kept up to date article by article.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Signature;

/// Articles by slot number, the names they are found by, and who is joined to whom.
#[derive(Default, Debug)]
pub struct Graph {
    nodes: Vec<Option<Node>>,
    by_name: FxHashMap<u32, Vec<u32>>,
    by_fixed: FxHashMap<Box<str>, Vec<u32>>,
}

#[derive(Debug)]
struct Node {
    signature: Signature,
    /// Joined slots, sorted.
    edges: Vec<u32>,
}

impl Graph {
    /// Puts an article in, in place of the one in the same slot. Whether its edges changed.
    pub fn insert(&mut self, slot: u32, signature: Signature) -> bool {
        if let Some(Some(node)) = self.nodes.get(slot as usize)
            && node.signature == signature
        {
            return false;
        }
        let before = self.remove(slot);
        let edges = self.joined(slot, &signature);
        for &other in &edges {
            if let Some(node) = &mut self.nodes[other as usize]
                && let Err(at) = node.edges.binary_search(&slot)
            {
                node.edges.insert(at, slot);
            }
        }
        for key in signature.keys() {
            self.by_name.entry(key).or_default().push(slot);
        }
        if let Some(fixed) = &signature.fixed {
            self.by_fixed.entry(fixed.clone()).or_default().push(slot);
        }
        if self.nodes.len() <= slot as usize {
            self.nodes.resize_with(slot as usize + 1, || None);
        }
        let changed = before.as_ref() != Some(&edges);
        self.nodes[slot as usize] = Some(Node { signature, edges });
        changed
    }

    /// Takes an article out. Its edges, where it was in.
    pub fn remove(&mut self, slot: u32) -> Option<Vec<u32>> {
        let node = self.nodes.get_mut(slot as usize)?.take()?;
        for key in node.signature.keys() {
            if let Some(slots) = self.by_name.get_mut(&key) {
                slots.retain(|&s| s != slot);
            }
        }
        if let Some(slots) = node.signature.fixed.as_ref().and_then(|f| self.by_fixed.get_mut(f)) {
            slots.retain(|&s| s != slot);
        }
        for &other in &node.edges {
            if let Some(node) = &mut self.nodes[other as usize] {
                node.edges.retain(|&s| s != slot);
            }
        }
        Some(node.edges)
    }

    /// All slots of the story that a slot belongs to, sorted.
    pub fn component(&self, slot: u32) -> Vec<u32> {
        let mut seen: FxHashSet<u32> = FxHashSet::default();
        let mut open = vec![slot];
        seen.insert(slot);
        while let Some(next) = open.pop() {
            for &other in self.nodes[next as usize].iter().flat_map(|n| &n.edges) {
                if seen.insert(other) {
                    open.push(other);
                }
            }
        }
        let mut all: Vec<u32> = seen.into_iter().collect();
        all.sort_unstable();
        all
    }

    fn joined(&self, slot: u32, signature: &Signature) -> Vec<u32> {
        let mut candidates: Vec<u32> = match &signature.fixed {
            Some(fixed) => self.by_fixed.get(fixed).cloned().unwrap_or_default(),
            None => signature.keys().filter_map(|key| self.by_name.get(&key)).flatten().copied().collect(),
        };
        candidates.sort_unstable();
        candidates.dedup();
        candidates.retain(|&other| {
            other != slot
                && self.nodes[other as usize].as_ref().is_some_and(|n| n.signature.same_story(signature))
        });
        candidates
    }
}
