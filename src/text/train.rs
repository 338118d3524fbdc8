//! Trains the tagger. Compiled only with the feature `train`; `src/bin/train_tagger.rs` reads the treebank for it.

use rustc_hash::FxHashMap;

use super::forms::{Context, FEATURES, Form, NO_TAG, ROW_BITS, SHORT};
use super::lemmas::irregular_verbs;
use super::tagger::{HEADER, LANES, MAGIC, Model, Tagger, prepare};
use super::{Penn, Upos};

/// A pair of universal and Penn tag.
pub type Pair = (Upos, Penn);

/// A sentence with its tags.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The words as printed.
    pub words: Vec<String>,
    /// Their tags.
    pub tags: Vec<Pair>,
}

/// What shapes the weights.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How often the treebank is gone through.
    pub epochs: u32,
    /// By how much the right tag must lead the next one to be let alone.
    pub margin: i32,
    /// How often a word must stand in the treebank for the lexicon to know it.
    pub known: u32,
    /// How often it must stand there to be given its only tag unseen.
    pub fixed: u32,
}

impl Default for Options {
    fn default() -> Self {
        Options { epochs: 6, margin: 25, known: 4, fixed: 30 }
    }
}

/// A share below which a tag of a word is taken for a slip of the annotators, in parts of a thousand.
const SLIP: u32 = 4;
/// A share below which a tag does not count towards a word's class, in parts of a thousand.
const RARE: u32 = 30;

/// A small generator of numbers, so that each run shuffles alike (Marsaglia's xorshift).
pub struct Shuffle(u64);

impl Shuffle {
    /// A generator that starts from `seed`.
    pub fn new(seed: u64) -> Self {
        Shuffle(seed | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

struct Lexicon {
    /// Hash of the word, its class and its fixed lane.
    entries: Vec<(u64, u16, u8)>,
}

/// Gives each pair of tags a lane: the commonest pairs one of their own, the rest that of the commonest pair with the
/// same universal tag.
fn lanes(samples: &[Sample]) -> (Vec<Pair>, FxHashMap<Pair, u8>) {
    let mut counts: FxHashMap<Pair, u32> = FxHashMap::default();
    for &pair in samples.iter().flat_map(|s| &s.tags) {
        *counts.entry(pair).or_default() += 1;
    }
    let mut pairs: Vec<(Pair, u32)> = counts.into_iter().collect();
    pairs.sort_by_key(|&(pair, count)| (std::cmp::Reverse(count), pair));
    let own: Vec<Pair> = pairs.iter().map(|p| p.0).take(LANES - 1).collect();
    let lane_of = pairs
        .iter()
        .map(|&(pair, _)| {
            let exact = own.iter().position(|&p| p == pair);
            let near = || own.iter().position(|p| p.0 == pair.0);
            (pair, exact.or_else(near).unwrap_or(0) as u8)
        })
        .collect();
    (own, lane_of)
}

fn lexicon(samples: &[Sample], lane_of: &FxHashMap<Pair, u8>, own: &[Pair], options: &Options) -> Lexicon {
    let mut counts: FxHashMap<u64, [u32; LANES]> = FxHashMap::default();
    for sample in samples {
        for (word, pair) in sample.words.iter().zip(&sample.tags) {
            counts.entry(Form::of(word).word).or_insert([0; LANES])[usize::from(lane_of[pair])] += 1;
        }
    }
    add_irregular(&mut counts, own, options.known);
    let mut words: Vec<(u64, [u32; LANES])> = counts.into_iter().collect();
    words.sort_unstable_by_key(|w| w.0);
    let mut classes: FxHashMap<Vec<usize>, u16> = FxHashMap::default();
    let mut entries = Vec::new();
    for (word, counts) in words {
        let total: u32 = counts.iter().sum();
        if total < options.known {
            continue;
        }
        let mut taken: Vec<usize> = (0..LANES).filter(|&l| counts[l] * 1000 >= total * RARE).collect();
        taken.sort_by_key(|&l| (std::cmp::Reverse(counts[l]), l));
        let Some(&top) = taken.first() else { continue };
        let closed = matches!(
            own[top].0,
            Upos::Adp | Upos::Det | Upos::Cconj | Upos::Part | Upos::Pron | Upos::Sconj | Upos::Aux
        );
        let sure = total >= options.fixed && (total - counts[top]) * 1000 <= total * SLIP;
        let next = classes.len() as u16 + 2;
        let class = *classes.entry(taken).or_insert(next) | if closed { SHORT } else { 0 };
        entries.push((word, class, if sure { top as u8 } else { NO_TAG }));
    }
    Lexicon { entries }
}

/// Makes the lexicon know the past forms of all irregular verbs: no suffix tells them from nouns, and the treebank holds
/// few of the rarer ones.
fn add_irregular(counts: &mut FxHashMap<u64, [u32; LANES]>, own: &[Pair], known: u32) {
    let lane = |penn: Penn| own.iter().position(|&pair| pair == (Upos::Verb, penn));
    let (Some(past), Some(participle)) = (lane(Penn::Vbd), lane(Penn::Vbn)) else { return };
    for (_, past_form, participle_form) in irregular_verbs() {
        for (form, lane) in [(past_form, past), (participle_form, participle)] {
            let seen = counts.entry(Form::of(form).word).or_insert([0; LANES]);
            let total: u32 = seen.iter().sum();
            seen[lane] = seen[lane].max(known).max(total / 20);
        }
    }
}

impl Lexicon {
    fn bits(&self) -> u32 {
        (self.entries.len() * 2).next_power_of_two().ilog2()
    }

    fn write(&self, out: &mut Vec<u8>) {
        let mut slots = vec![[0u8; 8]; 1 << self.bits()];
        let mask = slots.len() - 1;
        for &(word, class, fixed) in &self.entries {
            let mut slot = (word >> 32) as usize & mask;
            while slots[slot][7] != 0 {
                slot = (slot + 1) & mask;
            }
            let hash = (word as u32).to_le_bytes();
            let class = class.to_le_bytes();
            slots[slot] = [hash[0], hash[1], hash[2], hash[3], class[0], class[1], fixed, 1];
        }
        out.extend(slots.as_flattened());
    }
}

/// A sentence as the learner sees it.
struct Lesson {
    forms: Vec<Form>,
    fixed: Vec<u8>,
    gold: Vec<u8>,
}

fn lessons(samples: &[Sample], lexicon: &Lexicon, lane_of: &FxHashMap<Pair, u8>) -> Vec<Lesson> {
    let known: FxHashMap<u64, (u16, u8)> = lexicon.entries.iter().map(|e| (e.0, (e.1, e.2))).collect();
    let lesson = |sample: &Sample| {
        let mut forms: Vec<Form> = sample.words.iter().map(|w| Form::of(w)).collect();
        let mut fixed = Vec::with_capacity(forms.len());
        for form in &mut forms {
            let (class, lane) = known.get(&form.word).copied().unwrap_or((0, NO_TAG));
            form.class = class;
            fixed.push(lane);
        }
        Lesson { forms, fixed, gold: sample.tags.iter().map(|pair| lane_of[pair]).collect() }
    };
    samples.iter().map(lesson).collect()
}

/// Integer weights and what is needed to average them over all steps.
struct Learner {
    weights: Vec<[i32; LANES]>,
    /// Each change times the step at which it was made.
    drift: Vec<[i64; LANES]>,
    step: i64,
    options: Options,
}

impl Learner {
    fn learn(&mut self, lesson: &mut Lesson) {
        let casing = prepare(&mut lesson.forms);
        let mut tags = [NO_TAG; 2];
        for at in 0..lesson.forms.len() {
            let lane = match lesson.fixed[at] {
                NO_TAG => self.step(&Context { forms: &lesson.forms, at, casing }, tags, lesson.gold[at]),
                lane => lane,
            };
            tags = [lane, tags[0]];
        }
    }

    /// Guesses one tag and corrects the weights; gives back the guess.
    fn step(&mut self, context: &Context<'_>, tags: [u8; 2], gold: u8) -> u8 {
        self.step += 1;
        let mut at = [0; FEATURES];
        let rows = context.still_rows().into_iter().chain(context.tagged_rows(tags));
        at.iter_mut().zip(rows).for_each(|(at, row)| *at = row);
        let mut sums = [0i32; LANES];
        for row in at {
            for (sum, weight) in sums.iter_mut().zip(&self.weights[usize::from(row)]) {
                *sum += weight;
            }
        }
        let gold = usize::from(gold);
        let mut rival = usize::from(gold == 0);
        for lane in 0..LANES - 1 {
            if lane != gold && sums[lane] > sums[rival] {
                rival = lane;
            }
        }
        if sums[gold] - sums[rival] < self.options.margin {
            for row in at {
                self.change(usize::from(row), gold, 1);
                self.change(usize::from(row), rival, -1);
            }
        }
        let first = sums[rival] > sums[gold] || (sums[rival] == sums[gold] && rival < gold);
        (if first { rival } else { gold }) as u8
    }

    fn change(&mut self, row: usize, lane: usize, by: i32) {
        self.weights[row][lane] += by;
        self.drift[row][lane] += i64::from(by) * self.step;
    }

    /// The averages, scaled so that the largest one just fits into a signed byte.
    fn quantised(&self) -> Vec<u8> {
        let steps = (self.step + 1) as f64;
        let averages: Vec<f64> = self
            .weights
            .as_flattened()
            .iter()
            .zip(self.drift.as_flattened())
            .map(|(&w, &d)| f64::from(w) - d as f64 / steps)
            .collect();
        let top = averages.iter().fold(1.0f64, |top, a| top.max(a.abs()));
        averages.iter().map(|a| (a * 127.0 / top).round() as i8 as u8).collect()
    }
}

/// Trains on `samples` and gives back the bytes of `src/text/data/tagger.bin`. The lexicon is drawn from `plain`, the
/// sentences as the treebank prints them.
pub fn train(plain: &[Sample], samples: &[Sample], options: &Options) -> Vec<u8> {
    let (own, lane_of) = lanes(plain);
    let lexicon = lexicon(plain, &lane_of, &own, options);
    let mut lessons = lessons(samples, &lexicon, &lane_of);
    let size = 1 << ROW_BITS;
    let mut learner = Learner {
        weights: vec![[0; LANES]; size],
        drift: vec![[0; LANES]; size],
        step: 0,
        options: *options,
    };
    let mut shuffle = Shuffle::new(0x5eed);
    for _ in 0..options.epochs {
        for i in (1..lessons.len()).rev() {
            lessons.swap(i, shuffle.below(i + 1));
        }
        lessons.iter_mut().for_each(|lesson| learner.learn(lesson));
    }
    let mut out = vec![0; HEADER];
    out[..4].copy_from_slice(&MAGIC);
    out[4] = ROW_BITS as u8;
    out[5] = lexicon.bits() as u8;
    for lane in 0..LANES {
        let (upos, penn) = own.get(lane).copied().unwrap_or((Upos::X, Penn::Xx));
        out[8 + 2 * lane] = upos as u8;
        out[9 + 2 * lane] = penn as u8;
    }
    out.extend(learner.quantised());
    lexicon.write(&mut out);
    out
}

/// How many words of `samples` weights tag rightly.
#[derive(Clone, Copy, Debug, Default)]
pub struct Accuracy {
    /// All words.
    pub words: usize,
    /// Those with the right universal tag.
    pub upos: usize,
    /// Those with the right Penn tag.
    pub penn: usize,
}

/// Tags `samples` with the weights in `bytes` and counts what is right; `None` where the bytes are no weights.
pub fn accuracy(bytes: &[u8], samples: &[Sample]) -> Option<Accuracy> {
    let model = Model::of(bytes)?;
    let mut tagger = Tagger::new(&model);
    let mut seen = Accuracy::default();
    for sample in samples {
        let lanes = tagger.lanes(sample.words.iter().map(String::as_str));
        for (&lane, gold) in lanes.iter().zip(&sample.tags) {
            let (upos, penn) = model.tags[usize::from(lane)];
            seen.words += 1;
            seen.upos += usize::from(upos == gold.0);
            seen.penn += usize::from(penn == gold.1);
        }
    }
    Some(seen)
}
