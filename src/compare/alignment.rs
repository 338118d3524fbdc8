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
    /// What speaks for one utterance.
    pub likeness: Likeness,
}

/// How much two sentences, or several one after the other, are alike.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    /// How many telling words they share.
    shared: usize,
    /// How many telling words of the one, where they overlap, have none in the other.
    apart: usize,
    /// How many telling words the one with fewer of them has.
    fewer: usize,
    /// How many words they share, telling or not.
    run: usize,
    /// How many of these follow on the one before in both.
    links: usize,
    /// How many stand in the longest stretch of them without a gap.
    stretch: usize,
    /// Whether every word of both is shared.
    whole: bool,
    /// Whether both open with what they share, give or take a trimmed head.
    opens: bool,
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
    if left.is_empty() && right.is_empty() {
        return None;
    }
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
        let heads = matched.first().map(|&(x, y)| (tells(&a.words[..x]), tells(&b.words[..y])));
        let tails = (tells(&a.words[i..]), tells(&b.words[j..]));
        let run = matched.len();
        let stretches = matched.chunk_by(|x, y| x.0 + 1 == y.0 && x.1 + 1 == y.1);
        let telling = |words: &[Word]| words.iter().filter(|word| word.tells()).count();
        let likeness = Likeness {
            shared,
            apart,
            fewer: telling(a.words).min(telling(b.words)),
            run,
            links: run - stretches.clone().count(),
            stretch: stretches.map(<[_]>::len).max().unwrap_or_default(),
            whole: run == a.words.len() && run == b.words.len(),
            opens: heads.is_some_and(|(left, right)| !left || !right),
            crossed: heads
                .is_some_and(|(left, right)| left && tails.1 && !right || right && tails.0 && !left),
        };
        moved(a.words, b.words, &mut gaps);
        Alignment { gaps, likeness }
    }

    /// Whether the same words are printed, give or take what house style and trimming change.
    pub(super) fn is_same(&self) -> bool {
        self.gaps.iter().all(|gap| !gap.tells)
    }
}

/// Leaves out what only changes places with its neighbour: `the keeper, Anna Reyes` and `Anna Reyes, the keeper`.
fn moved(a: &[Word], b: &[Word], gaps: &mut Vec<Gap>) {
    let same = |x: &[Word], y: &[Word]| x.len() == y.len() && x.iter().zip(y).all(|(x, y)| x.is(y));
    let mut next = 0;
    while next + 1 < gaps.len() {
        let (x, y) = (&gaps[next], &gaps[next + 1]);
        let ahead = x.b.is_empty() && y.a.is_empty() && same(&a[x.a.clone()], &b[y.b.clone()]);
        let behind = x.a.is_empty() && y.b.is_empty() && same(&b[x.b.clone()], &a[y.a.clone()]);
        if ahead || behind {
            gaps.drain(next..next + 2);
        } else {
            next += 1;
        }
    }
}

impl Likeness {
    /// How alike the two are, for choosing among several: more words in common, fewer apart.
    pub(super) fn nearness(&self) -> f32 {
        self.shared as f32 + 0.1 * self.run as f32 - self.apart as f32
    }

    /// Of two sentences of each side, one after the other.
    pub(super) fn followed_by(&self, next: &Self) -> Self {
        Likeness {
            shared: self.shared + next.shared,
            apart: self.apart + next.apart,
            fewer: self.fewer + next.fewer,
            run: self.run + next.run,
            links: self.links + next.links,
            stretch: self.stretch.max(next.stretch),
            whole: self.whole && next.whole,
            opens: self.opens && next.opens,
            crossed: self.crossed || next.crossed,
        }
    }

    /// The share of telling words, where the two overlap, that both have.
    fn share(&self) -> f32 {
        self.shared as f32 / (self.shared + self.apart).max(1) as f32
    }

    /// The share of its telling words that the one with fewer of them has in common with the other.
    fn held(&self) -> f32 {
        self.shared as f32 / self.fewer.max(1) as f32
    }

    /// Whether the same speaker would not say so much alike on another day.
    pub(super) fn is_unmistakable(&self) -> bool {
        self.shared >= 6 && self.share() >= 0.8
    }

    /// Whether two sentences may be one utterance, if those beside them are.
    pub(super) fn is_near(&self) -> bool {
        self.shared >= 2 && self.share() >= 0.3 && self.run >= 3 && self.opens && !self.crossed
    }

    /// Whether so much is in common that no two utterances would be.
    pub(super) fn is_one_utterance(&self, voices: Voices) -> bool {
        // Two sentences on one thing share few of their words.
        !(self.crossed && self.shared < 5)
            && (self.held() >= 0.55 && self.has_its_words(voices) || self.has_its_build(voices))
    }

    /// Whether most of the telling words are in common.
    fn has_its_words(&self, voices: Voices) -> bool {
        let share = self.share();
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

    /// Whether the sentence is built alike from its first word on, with little words and telling ones in one order: a statement put
    /// down from memory, or translated twice, keeps that where many of its telling words are others.
    fn has_its_build(&self, voices: Voices) -> bool {
        let share = self.share();
        let enough = match voices {
            Voices::Same => {
                self.run >= 10 && self.links >= 6 && share >= 0.4
                    || self.run >= 9 && self.links >= 5 && share >= 0.55
            }
            Voices::Unknown => self.run >= 11 && self.links >= 7 && share >= 0.5,
            Voices::Apart => self.shared >= 5 && self.run >= 12 && self.links >= 7 && share >= 0.55,
        };
        // A refrain is one stretch, and little besides.
        enough
            && self.run - self.stretch >= 4
            && self.shared >= 3
            && self.opens
            && !self.crossed
            && self.held() >= 0.5
    }
}
