//! A list that snapshots share: whoever changes it copies the part that changes, not the whole.

use std::ops::Index;
use std::sync::Arc;

/// So many things stand on one shelf. A change copies one shelf and the list of shelves: the least for some thousands of things.
const WIDTH: usize = 64;

/// Things by number. A clone costs nothing; a change beside a clone costs one shelf.
#[derive(Clone, Debug)]
pub struct Shelves<T> {
    shelves: Arc<Vec<Arc<Vec<T>>>>,
}

impl<T> Default for Shelves<T> {
    fn default() -> Self {
        Self { shelves: Arc::default() }
    }
}

impl<T: Clone> Shelves<T> {
    /// How many things there are.
    pub fn len(&self) -> usize {
        let full = self.shelves.len().saturating_sub(1) * WIDTH;
        full + self.shelves.last().map_or(0, |last| last.len())
    }

    /// All things in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.shelves.iter().flat_map(|shelf| shelf.iter())
    }

    /// Puts a thing in the place of the one with this number, or behind the last.
    pub fn put(&mut self, number: usize, thing: T) {
        let shelves = Arc::make_mut(&mut self.shelves);
        match shelves.get_mut(number / WIDTH).map(Arc::make_mut) {
            None => shelves.push(Arc::new(vec![thing])),
            Some(shelf) => match shelf.get_mut(number % WIDTH) {
                Some(place) => *place = thing,
                None => shelf.push(thing),
            },
        }
    }

    /// Takes a thing out; the last one moves into its number.
    pub fn swap_remove(&mut self, number: usize) {
        let shelves = Arc::make_mut(&mut self.shelves);
        let Some(shelf) = shelves.last_mut().map(Arc::make_mut) else { return };
        let Some(last) = shelf.pop() else { return };
        if shelf.is_empty() {
            shelves.pop();
        }
        if number < self.len() {
            self.put(number, last);
        }
    }
}

impl<T> Index<usize> for Shelves<T> {
    type Output = T;

    fn index(&self, number: usize) -> &T {
        &self.shelves[number / WIDTH][number % WIDTH]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever is done to it, it holds what a plain list would, and a clone what it held before.
        #[test]
        fn it_is_a_list(steps in prop::collection::vec((any::<bool>(), 0usize..400), 0..600)) {
            let (mut shelves, mut plain) = (Shelves::default(), Vec::new());
            for (step, (put, number)) in steps.into_iter().enumerate() {
                let (before, kept) = (shelves.clone(), plain.clone());
                if put || plain.is_empty() {
                    let number = number.min(plain.len());
                    shelves.put(number, step);
                    if number == plain.len() { plain.push(step) } else { plain[number] = step }
                } else {
                    let number = number % plain.len();
                    shelves.swap_remove(number);
                    plain.swap_remove(number);
                }
                prop_assert!(shelves.iter().eq(&plain) && before.iter().eq(&kept));
                prop_assert_eq!(shelves.len(), plain.len());
                prop_assert!(plain.is_empty() || shelves[number % plain.len()] == plain[number % plain.len()]);
            }
        }
    }
}
