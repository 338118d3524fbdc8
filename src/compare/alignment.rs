//! Two sentences between quotation marks side by side: what both print, and what stands between.

use std::ops::Range;

use super::voices::Voices;
use super::wording::{self, Kind, Word};

/// The words of a sentence, with the text of the quotation in which they stand.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'a> {
    /// Its words.
    pub words: &'a [Word],
    /// All that is printed between the quotation marks.
    pub text: &'a str,
}

impl Sentence<'_> {
    /// The letters and digits of a stretch of its words: `any more` has those of `anymore`.
    fn letters(self, words: &[Word]) -> impl Iterator<Item = char> {
        let spans = words.iter().map(|w| w.span);
        spans.flat_map(|span| span.of(self.text).chars()).filter(|&c| c.is_alphanumeric() || c == '.')
    }
}

/// How two sentences stand side by side: the words they share in order, and what stands between these.
#[derive(Debug)]
pub(super) struct Alignment {
    /// Stretches that differ, in order.
    pub gaps: Vec<Gap>,
    /// How many telling words they share.
    shared: usize,
    /// How many telling words of the one, where they overlap, have none in the other.
    apart: usize,
    /// How many words they share, telling or not.
    run: usize,
    /// Whether every word of both is shared.
    whole: bool,
    /// The share of its telling words that the one with fewer of them has in common with the other.
    held: f32,
    /// Whether the one goes on before what they share and the other behind it, as two sentences on one thing do.
    crossed: bool,
}

/// A stretch of words of the one sentence in whose place the other has other words, or none.
#[derive(Debug)]
pub(super) struct Gap {
    /// The words of the one.
    pub a: Range<usize>,
    /// The words of the other.
    pub b: Range<usize>,
    /// Whether it changes what is said.
    pub tells: bool,
    /// How many telling words it has on the side that has more of them.
    telling: usize,
}

fn is_open(words: &[Word]) -> bool {
    words.iter().any(|w| w.kind == Kind::Open)
}

/// Whether the one side spells out the letters of the other: `the UN` for `the United Nations`.
fn is_acronym(a: Sentence, left: &[Word], b: Sentence, right: &[Word]) -> bool {
    let spells = |short: Sentence, letters: &[Word], long: Sentence, names: &[Word]| {
        let printed: String = short.letters(letters).filter(|c| c.is_alphabetic()).collect();
        let initials = names.iter().filter_map(|w| w.span.of(long.text).chars().next());
        let initials: String = initials.filter(|c| c.is_uppercase()).collect();
        printed.len() > 1 && printed == initials
    };
    spells(a, left, b, right) || spells(b, right, a, left)
}

/// What stands between two shared words, or, where it is not `inner`, before the first or behind the last; nothing where
/// both sides say the same or one of them is trimmed.
fn gap(a: Sentence, b: Sentence, x: Range<usize>, y: Range<usize>, inner: bool) -> Option<Gap> {
    let (left, right) = (&a.words[x.clone()], &b.words[y.clone()]);
    let telling = |words: &[Word]| words.iter().filter(|w| w.tells()).count();
    let (l, r) = (telling(left), telling(right));
    let trimmed = !inner && (l == 0 || r == 0);
    if trimmed || a.letters(left).eq(b.letters(right)) || is_acronym(a, left, b, right) {
        return None;
    }
    let tense = || wording::tense(left).zip(wording::tense(right)).is_some_and(|(l, r)| l != r);
    Some(Gap { a: x, b: y, tells: l + r > 0 || tense(), telling: l.max(r) })
}

impl Alignment {
    /// How the one sentence stands to the other.
    pub(super) fn of(a: Sentence, b: Sentence) -> Self {
        let matched = wording::common(a.words, b.words);
        let shared = matched.iter().filter(|m| a.words[m.0].tells()).count();
        let (mut gaps, mut since, mut open) = (Vec::new(), Vec::new(), false);
        let (mut i, mut j) = (0, 0);
        for (n, &(x, y)) in matched.iter().enumerate() {
            open |= is_open(&a.words[i..x]) || is_open(&b.words[j..y]);
            since.extend(gap(a, b, i..x, j..y, n > 0));
            if a.words[x].tells() {
                // Nothing between two shared telling words counts where an ellipsis or bracket stands there.
                gaps.extend(since.drain(..).filter(|_| !open));
                open = false;
            }
            (i, j) = (x + 1, y + 1);
        }
        open |= is_open(&a.words[i..]) || is_open(&b.words[j..]);
        since.extend(gap(a, b, i..a.words.len(), j..b.words.len(), false));
        gaps.extend(since.into_iter().filter(|_| !open));
        let apart = gaps.iter().map(|gap| gap.telling).sum();
        let tells = |words: &[Word]| words.iter().any(Word::tells);
        let crossed = matched.first().is_some_and(|&(x, y)| {
            let (left, right) = (tells(&a.words[..x]), tells(&b.words[..y]));
            let (left_tail, right_tail) = (tells(&a.words[i..]), tells(&b.words[j..]));
            left && right_tail && !right || right && left_tail && !left
        });
        let run = matched.len();
        let whole = run == a.words.len() && run == b.words.len();
        let telling = |words: &[Word]| words.iter().filter(|word| word.tells()).count();
        let held = shared as f32 / telling(a.words).min(telling(b.words)).max(1) as f32;
        Alignment { gaps, shared, apart, run, whole, held, crossed }
    }

    /// How alike the two are, for choosing among several: more words in common, fewer apart.
    pub(super) fn nearness(&self) -> f32 {
        self.shared as f32 + 0.1 * self.run as f32 - self.apart as f32
    }

    /// Whether the same words are printed, give or take what house style and trimming change.
    pub(super) fn is_same(&self) -> bool {
        self.gaps.iter().all(|gap| !gap.tells)
    }

    /// The share of telling words, where the two overlap, that both have.
    fn share(&self) -> f32 {
        self.shared as f32 / (self.shared + self.apart).max(1) as f32
    }

    /// Whether the same speaker would not say so much alike on another day.
    pub(super) fn is_unmistakable(&self) -> bool {
        self.shared >= 6 && self.share() >= 0.8
    }

    /// Whether so much is in common that no two utterances would be.
    pub(super) fn is_one_utterance(&self, voices: Voices) -> bool {
        let share = self.share();
        // Two sentences on one thing share few of their words.
        if self.crossed && self.shared < 5 || self.held < 0.55 {
            return false;
        }
        match voices {
            Voices::Apart => {
                self.shared >= 5 && share >= 0.9 && self.run >= 8
                    || self.whole && (self.shared >= 4 && self.run >= 8 || self.shared >= 3 && self.run >= 10)
            }
            Voices::Unknown => {
                self.shared >= 4 && share >= 0.7 && self.run >= 6
                    || self.shared >= 2 && self.apart <= 1 && self.run >= 8
            }
            Voices::Same => {
                self.shared >= 3 && share >= 0.6 && self.run >= 5
                    || self.shared >= 2 && self.apart <= 1 && self.run >= 4
            }
        }
    }
}
