//! Parts of speech: an averaged perceptron over hashed features, its weights compiled in.
//!
//! The weights are made by `src/bin/train_tagger.rs`. Words that the treebank tags in one way only are looked up.

use std::cell::RefCell;
use std::sync::LazyLock;

use super::forms::{Casing, Context, Form, NO_TAG, ROW_BITS, casing};
use super::word_classes::WordClass;
use super::{Penn, Token, TokenKind, Upos, WordCache};

/// How many pairs of universal and Penn tag the tagger tells apart, one byte of a row each.
pub(super) const LANES: usize = 64;

/// The bytes before the first row: magic, sizes and the tag pairs, padded to a multiple of a row.
pub(super) const HEADER: usize = 256;

/// The first bytes of a file of weights.
pub(super) const MAGIC: [u8; 4] = *b"RTG1";

#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!("data/tagger.bin"));

/// The model comes with the program, and the first test that reads a word shows that it is whole.
static MODEL: LazyLock<Model<'static>> =
    LazyLock::new(|| Model::of(&BYTES.0).expect("data/tagger.bin is as train_tagger writes it"));

/// What the lexicon knows of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// Which tags it takes: the same number for words that take the same ones.
    pub class: u16,
    /// The lane of its tag, where it only ever has one; `NO_TAG` otherwise.
    pub fixed: u8,
}

/// The weights of every row: signed bytes, one a lane.
type Rows = [[u8; LANES]; 1 << ROW_BITS];

/// Weights laid over the bytes of a file.
pub(super) struct Model<'b> {
    /// The pair of tags of each lane.
    pub tags: [(Upos, Penn); LANES],
    rows: &'b Rows,
    /// Slots of eight bytes: four of the word's hash, two of its class, one of its fixed tag, one unused.
    lexicon: &'b [[u8; 8]],
}

impl<'b> Model<'b> {
    /// Reads what `train_tagger` wrote.
    pub(super) fn of(bytes: &'b [u8]) -> Option<Self> {
        let header = bytes.get(..HEADER)?;
        let (row_bits, slot_bits) = (u32::from(header[4]), u32::from(header[5]));
        if header[..4] != MAGIC || row_bits != ROW_BITS || slot_bits > 24 {
            return None;
        }
        let mut tags = [(Upos::X, Penn::Xx); LANES];
        for (tag, pair) in tags.iter_mut().zip(header[8..].chunks_exact(2)) {
            *tag = (*Upos::ALL.get(usize::from(pair[0]))?, *Penn::ALL.get(usize::from(pair[1]))?);
        }
        let weights = bytes.get(HEADER..HEADER + (LANES << row_bits))?;
        let lexicon = bytes.get(HEADER + weights.len()..)?.as_chunks().0;
        (lexicon.len() == 1 << slot_bits).then_some(())?;
        Some(Model { tags, rows: weights.as_chunks().0.try_into().ok()?, lexicon })
    }

    /// What the lexicon knows of the word with this hash.
    pub(super) fn entry(&self, word: u64) -> Option<Entry> {
        let mask = self.lexicon.len() - 1;
        let mut slot = (word >> 32) as usize & mask;
        loop {
            let [a, b, c, d, low, high, fixed, used] = self.lexicon[slot];
            if used == 0 {
                return None;
            }
            if u32::from_le_bytes([a, b, c, d]) == word as u32 {
                return Some(Entry { class: u16::from_le_bytes([low, high]), fixed });
            }
            slot = (slot + 1) & mask;
        }
    }

    /// What is known of a word by itself.
    fn word(&self, word: &str) -> Word {
        let mut form = Form::of(word);
        let entry = self.entry(form.word);
        form.class = entry.map_or(0, |entry| entry.class);
        Word { form, fixed: entry.map_or(NO_TAG, |entry| entry.fixed), class: WordClass::of_form(&form) }
    }
}

/// What is known of a word by itself, wherever it stands.
#[derive(Clone, Copy, Default)]
struct Word {
    form: Form,
    /// The lane of its tag, where it only ever has one; `NO_TAG` otherwise.
    fixed: u8,
    class: WordClass,
}

/// So many tokens are summed up at once, as far as they need no tag.
const ROUND: usize = 16;

/// Gives every token without a fixed lane the one in which its rows have the highest sum.
///
/// Most of the time goes into waiting for rows. Those that need no tag are added up for several tokens before any of them is
/// tagged: so the processor fetches many rows at once, while the few others wait for the tag before.
#[inline(always)]
fn choose(rows: &Rows, forms: &[Form], casing: Casing, lanes: &mut [u8]) {
    let mut tags = [NO_TAG; 2];
    let mut still = [[0; LANES]; ROUND];
    for first in (0..lanes.len()).step_by(ROUND) {
        let round = &mut lanes[first..];
        for ((at, sums), _) in (first..).zip(&mut still).zip(&*round).filter(|(_, lane)| **lane == NO_TAG) {
            *sums = sum(rows, [0; LANES], Context { forms, at, casing }.still_rows());
        }
        for ((at, sums), lane) in (first..).zip(&still).zip(round) {
            if *lane == NO_TAG {
                *lane = highest(&sum(rows, *sums, Context { forms, at, casing }.tagged_rows(tags)));
            }
            tags = [*lane, tags[0]];
        }
    }
}

/// The same with registers of twice the width.
#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn choose_avx2(rows: &Rows, forms: &[Form], casing: Casing, lanes: &mut [u8]) {
    choose(rows, forms, casing, lanes);
}

/// Adds the rows numbered `at`, of signed bytes, to the sums of the lanes.
#[inline(always)]
fn sum<const N: usize>(rows: &Rows, mut sums: [i16; LANES], at: [u16; N]) -> [i16; LANES] {
    for row in at {
        for (sum, weight) in sums.iter_mut().zip(&rows[usize::from(row)]) {
            *sum += i16::from(*weight as i8);
        }
    }
    sums
}

/// The lane with the highest sum; the first where several have it.
#[inline(always)]
fn highest(sums: &[i16; LANES]) -> u8 {
    // The lane is counted down below the sum, so that the greatest number names it and the first of equals wins.
    let last = LANES as i32 - 1;
    let ranked = sums.iter().zip(0..).map(|(&sum, lane)| i32::from(sum) * LANES as i32 + last - lane);
    (last - ranked.fold(i32::MIN, i32::max).rem_euclid(LANES as i32)) as u8
}

/// Marks the first word and finds how the sentence is cased.
pub(super) fn prepare(forms: &mut [Form]) -> Casing {
    let casing = casing(forms);
    if let Some(first) = forms.iter_mut().find(|form| form.is_lettered()) {
        first.opening();
    }
    casing
}

/// Sets the tags of the tokens of one sentence, and the classes of its words.
pub(super) struct Tagger<'m, 'b> {
    model: &'m Model<'b>,
    /// What it knows of words that it has met.
    met: WordCache<Word>,
    forms: Vec<Form>,
    classes: Vec<WordClass>,
    lanes: Vec<u8>,
}

thread_local! {
    static TAGGER: RefCell<Tagger<'static, 'static>> = RefCell::new(Tagger::new(&MODEL));
}

/// Calls `tag` with the tagger of this thread, which knows the words that it met before.
pub(super) fn with_tagger(tag: impl FnOnce(&mut Tagger)) {
    TAGGER.with_borrow_mut(tag);
}

impl<'m, 'b> Tagger<'m, 'b> {
    /// A tagger that has met no word.
    pub(super) fn new(model: &'m Model<'b>) -> Self {
        Tagger { model, met: WordCache::default(), forms: Vec::new(), classes: Vec::new(), lanes: Vec::new() }
    }

    /// The lanes of the words of one sentence.
    pub(super) fn lanes<'w>(&mut self, words: impl Iterator<Item = &'w str>) -> &[u8] {
        let Tagger { model, met, forms, classes, lanes } = self;
        forms.clear();
        classes.clear();
        lanes.clear();
        for word in words {
            let word = met.get(word, || model.word(word));
            forms.push(word.form);
            classes.push(word.class);
            lanes.push(word.fixed);
        }
        let casing = prepare(forms);
        #[cfg(target_arch = "x86_64")]
        if is_x86_feature_detected!("avx2") {
            // SAFETY: this processor has what the function is compiled for.
            unsafe { choose_avx2(model.rows, forms, casing, lanes) };
            return lanes;
        }
        choose(model.rows, forms, casing, lanes);
        lanes
    }

    /// Tags one sentence of `text`.
    pub(super) fn tag(&mut self, text: &str, tokens: &mut [Token]) {
        self.lanes(tokens.iter().map(|token| token.span.of(text)));
        for ((token, &lane), &class) in tokens.iter_mut().zip(&self.lanes).zip(&self.classes) {
            (token.upos, token.penn) = self.model.tags[usize::from(lane) % LANES];
            if token.kind == TokenKind::Number {
                (token.upos, token.penn) = (Upos::Num, Penn::Cd);
            }
            if token.kind == TokenKind::Word {
                token.class = token.class.or(class);
            }
        }
    }
}
