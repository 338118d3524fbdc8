//! In which articles each word stands, and how much it tells of them.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::extract::words::{self, Word};

/// Words in more articles of the workspace than this tell no two stories apart and find no others: what an article costs to
/// compare does not grow with the workspace.
const WIDE: usize = 64;
/// Words in no more articles than this, those of one story, all tell as much.
const FEW: usize = 8;
/// How many steps lead from [`FEW`] to twice [`WIDE`], two for each doubling.
const STEPS: usize = 9;
/// How much more a word tells as part of a name: other words tell what kind of event it was, names tell which.
const NAMED: f32 = 1.5;

/// The words are shared out among so many parts by their first bits, so that several threads note them at once.
const SHARDS: usize = 1 << SHARD_BITS;
const SHARD_BITS: u32 = 4;
/// From so many articles on it pays to share the work among threads.
const MANY: usize = 16;

/// The words of a part of the index.
#[derive(Default, Debug)]
struct Shard(FxHashMap<u32, Standings>);

/// What becomes of the words of an article: its slot, the words that it had and those that it has, both in order.
pub type Change<'a> = (u32, &'a [Word], &'a [Word]);

/// Every word with the articles that it stands in.
#[derive(Default, Debug)]
pub struct Index {
    words: [Shard; SHARDS],
    /// How much a word tells, by the step that the number of its articles falls on.
    telling: [f32; STEPS],
    /// How many articles the workspace has, as a power of four.
    size: usize,
}

/// The articles of one word.
#[derive(Default, Debug)]
struct Standings {
    /// In how many of [`words::ARTICLES`] other articles it would stand.
    spread: u32,
    /// Slot, strength and whether it is part of a name; by slot.
    list: Vec<(u32, u8, bool)>,
}

impl Standings {
    /// The step that a word falls on; `None` for a word that stands too widely to tell anything.
    fn step(&self) -> Option<usize> {
        let articles = (self.spread as usize + self.list.len()).max(FEW);
        let step = (articles * articles / (FEW * FEW)).ilog2() as usize;
        (self.list.len() <= WIDE).then_some(step.min(STEPS - 1))
    }

    fn place(&self, slot: u32) -> Result<usize, usize> {
        // Articles mostly come in by the order of their slots.
        match self.list.last() {
            Some(last) if last.0 < slot => Err(self.list.len()),
            _ => self.list.binary_search_by_key(&slot, |s| s.0),
        }
    }
}

/// What an article shares with one other.
#[derive(Clone, Copy, Default, Debug)]
pub struct Shared {
    /// The scalar product of their weighted words.
    pub product: f32,
    /// How many words they share.
    pub words: u16,
    /// How many of these are part of a name in both.
    pub names: u16,
}

/// What an article shares with all others; used again from one article to the next.
#[derive(Default, Debug)]
pub struct Meeting {
    by_slot: Vec<Shared>,
    met: Vec<u32>,
}

impl Meeting {
    /// The others in the order of their slots, with what is shared; leaves nothing behind.
    pub fn take(&mut self) -> impl Iterator<Item = (u32, Shared)> {
        self.met.sort_unstable();
        let by_slot = &mut self.by_slot;
        self.met.drain(..).map(|slot| (slot, std::mem::take(&mut by_slot[slot as usize])))
    }
}

impl Index {
    /// Notes how many articles there are; whether all words tell more or less by it.
    pub fn resize(&mut self, articles: usize) -> bool {
        let size = 4usize.pow(articles.max(1).ilog(4));
        let changed = size != self.size;
        if changed {
            self.size = size;
            let all = words::ARTICLES + size as f32 + 1.0;
            let articles = |step: usize| FEW as f32 * (step as f32 / 2.0).exp2();
            // The square of the inverse document frequency (Spärck Jones, 1972): what is rare has to outweigh what is many.
            self.telling = std::array::from_fn(|step| (all / (articles(step) + 1.0)).ln().powi(2));
        }
        changed
    }

    /// Notes which words articles have lost and gained. Where a word comes to tell more or less by it, all its articles are
    /// returned, some of them several times.
    pub fn replace(&mut self, changes: Vec<Change>) -> Vec<u32> {
        let note = |(part, shard): (usize, &mut Shard)| {
            let mut told_anew = Vec::new();
            for &(slot, before, after) in &changes {
                shard.replace(slot, part_of(before, part), part_of(after, part), &mut told_anew);
            }
            told_anew
        };
        match changes.len() {
            ..MANY => self.words.iter_mut().enumerate().flat_map(note).collect(),
            _ => self.words.par_iter_mut().enumerate().flat_map_iter(note).collect(),
        }
    }

    /// The words that tell something, with their articles and how much they tell.
    fn telling<'a>(&'a self, words: &'a [Word]) -> impl Iterator<Item = (Word, &'a Standings, f32)> {
        words.iter().filter_map(|&word| {
            let standings = self.words[part(word.stem)].0.get(&word.stem)?;
            Some((word, standings, self.telling[standings.step()?]))
        })
    }

    /// The length of the weighted words of an article as a vector.
    pub fn norm(&self, words: &[Word]) -> f32 {
        let squares =
            self.telling(words).map(|(word, _, telling)| weight(word.strength, word.named, telling).powi(2));
        squares.sum::<f32>().sqrt()
    }

    /// Finds what an article in a slot shares with all others, of which there are at most as many as `slots`.
    pub fn meet(&self, slot: u32, words: &[Word], slots: usize, meeting: &mut Meeting) {
        meeting.by_slot.resize(slots, Shared::default());
        for (word, standings, telling) in self.telling(words) {
            let here = weight(word.strength, word.named, telling);
            for &(other, strength, named) in standings.list.iter().filter(|s| s.0 != slot) {
                let shared = &mut meeting.by_slot[other as usize];
                if shared.words == 0 {
                    meeting.met.push(other);
                }
                shared.product += here * weight(strength, named, telling);
                shared.words = shared.words.saturating_add(1);
                shared.names = shared.names.saturating_add(u16::from(named && word.named));
            }
        }
    }
}

impl Shard {
    /// Notes which words an article has lost and gained; of words that come to tell more or less by it the articles are added to
    /// `told_anew`.
    fn replace(&mut self, slot: u32, before: &[Word], after: &[Word], told_anew: &mut Vec<u32>) {
        for word in before.iter().filter(|w| after.binary_search_by_key(&w.stem, |w| w.stem).is_err()) {
            self.change(word.stem, told_anew, |standings| {
                if let Ok(at) = standings.place(slot) {
                    standings.list.remove(at);
                }
            });
        }
        for word in after.iter().filter(|w| before.binary_search(w).is_err()) {
            self.change(word.stem, told_anew, |standings| {
                let standing = (slot, word.strength, word.named);
                match standings.place(slot) {
                    Ok(at) => standings.list[at] = standing,
                    Err(at) => standings.list.insert(at, standing),
                }
            });
        }
    }

    fn change(&mut self, stem: u32, told_anew: &mut Vec<u32>, change: impl FnOnce(&mut Standings)) {
        let spread = || words::spread(stem) as u32;
        let standings =
            self.0.entry(stem).or_insert_with(|| Standings { spread: spread(), list: Vec::new() });
        let before = standings.step();
        change(standings);
        if standings.step() != before {
            told_anew.extend(standings.list.iter().map(|s| s.0));
        }
        if standings.list.is_empty() {
            self.0.remove(&stem);
        }
    }
}

/// The part of the index in which a word stands.
fn part(stem: u32) -> usize {
    (stem >> (u32::BITS - SHARD_BITS)) as usize
}

/// The words of an article that stand in a part of the index.
fn part_of(words: &[Word], number: usize) -> &[Word] {
    let from = words.partition_point(|w| part(w.stem) < number);
    let rest = &words[from..];
    &rest[..rest.partition_point(|w| part(w.stem) <= number)]
}

fn weight(strength: u8, named: bool, telling: f32) -> f32 {
    f32::from(strength) * telling * if named { NAMED } else { 1.0 }
}
