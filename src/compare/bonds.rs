//! What binds claims of two values to one quantity, by pair, as far as it has been asked. While an article is being written that is
//! kept of all claims that it leaves as they were.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::ClaimRef;
use super::slot::Tie;

/// Two claims.
type Pair = (ClaimRef, ClaimRef);

/// What binds claims, by pair.
#[derive(Clone, Default, Debug)]
pub struct Bonds {
    /// What was known when the numbers of all claims were those that they have now, shared by the drafts since.
    base: Arc<FxHashMap<Pair, Tie>>,
    /// Claims that have changed since.
    stale: FxHashSet<ClaimRef>,
    /// What was asked since.
    fresh: FxHashMap<Pair, Tie>,
}

impl Bonds {
    /// What binds two claims; `look` finds it where it is not known.
    pub fn between(&mut self, a: ClaimRef, b: ClaimRef, look: impl FnOnce() -> Tie) -> Tie {
        let is_stale = !self.stale.is_empty() && (self.stale.contains(&a) || self.stale.contains(&b));
        match self.base.get(&(a, b)) {
            Some(&tie) if !is_stale => tie,
            _ => *self.fresh.entry((a, b)).or_insert_with(look),
        }
    }

    /// The same without some claims, all others having the numbers they had.
    pub fn without(&self, changed: &[ClaimRef]) -> Self {
        let mut bonds = self.clone();
        if bonds.base.is_empty() {
            bonds.base = Arc::new(std::mem::take(&mut bonds.fresh));
        }
        if !changed.is_empty() {
            bonds.stale.extend(changed);
            bonds.fresh.retain(|(a, b), _| !changed.contains(a) && !changed.contains(b));
        }
        bonds
    }

    /// The same with claims under other numbers; `now` has none for a claim that is gone or another one.
    pub fn renumbered(&self, now: impl Fn(ClaimRef) -> Option<ClaimRef>) -> Self {
        let is_known = |(a, b): &Pair| !self.stale.contains(a) && !self.stale.contains(b);
        let base = self.base.iter().filter(|(pair, _)| is_known(pair));
        let moved = |(&(a, b), &tie): (&Pair, &Tie)| Some(((now(a)?, now(b)?), tie));
        let base = base.chain(&self.fresh).filter_map(moved).collect();
        Bonds { base: Arc::new(base), ..Bonds::default() }
    }
}
