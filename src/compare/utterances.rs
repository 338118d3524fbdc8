//! What is said between quotation marks, word by word, and how two printings of it stand to each other.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::Story;
use crate::extract::{Quote, speakers};
use crate::text::Span;

use super::telling;
use super::voices::{Cast, Voices};
use super::wording::{self, Kind, Word};

/// How many days may lie between two printings of one utterance. Later on people say alike things again.
const DAYS: i32 = 7;
/// How many where so much is printed alike that nobody says it twice.
const FAR_DAYS: i32 = 31;
/// A stem that more quotations of a story share than this tells nothing of any of them.
const COMMON: usize = 60;

/// A sentence between quotation marks.
pub(super) struct Utterance<'a> {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// The quotation that it is part of.
    pub quote: &'a Quote,
    /// Its words.
    pub words: Vec<Word>,
    /// The article's text.
    text: &'a str,
}

impl Utterance<'_> {
    /// Where a stretch of its words is printed: with the word before and the next telling one where `beside` is
    /// wished for, and up to the next telling word
    /// where it has none, so that `has` is shown as `has not come`.
    pub(super) fn shown(&self, words: Range<usize>, beside: bool) -> Span {
        let start = words.start.saturating_sub(usize::from(beside));
        let speaks = |w: &Word| matches!(w.kind, Kind::Telling | Kind::Number);
        let whole = self.words[words.clone()].iter().any(speaks);
        let behind =
            self.words[words.end..].iter().position(speaks).map_or(self.words.len(), |n| words.end + n + 1);
        let end = if whole && !beside { words.end } else { behind };
        let shown = self.words[start..end].iter().map(|w| w.span);
        shown.reduce(Span::cover).unwrap_or(self.quote.span)
    }

    /// The name of its speaker, as the story knows it.
    pub(super) fn speaker(&self, story: &Story) -> Option<String> {
        self.quote.speaker.as_ref().map(|speaker| telling::name(story, self.article, speaker))
    }

    /// Whether it retells what somebody said, so that its words may be theirs: a verb of saying stands behind its subject.
    /// `had been told` and `to say` retell nothing.
    pub(super) fn retells(&self) -> bool {
        let printed = |word: &Word| word.span.of(self.text).to_lowercase();
        let subject = |word: &Word| {
            word.kind == Kind::Telling || matches!(&*printed(word), "he" | "she" | "they" | "who")
        };
        self.words.windows(2).any(|pair| subject(&pair[0]) && speakers::is_saying(&printed(&pair[1])))
    }

    /// The letters and digits of a stretch of its words: `any more` has those of `anymore`.
    fn letters(&self, words: &[Word]) -> impl Iterator<Item = char> {
        let spans = words.iter().map(|w| w.span);
        spans.flat_map(|span| span.of(self.text).chars()).filter(|&c| c.is_alphanumeric() || c == '.')
    }
}

/// Two printings of one utterance.
pub(super) struct Pair {
    /// The two, by index; the first comes first in the story.
    pub at: (usize, usize),
    /// What their speakers are to each other.
    pub voices: Voices,
    /// How the one is printed against the other.
    pub alignment: Alignment,
}

/// All sentences between quotation marks that may be printed twice, and the pairs among them, best first.
pub(super) fn pairs(story: &Story) -> (Vec<Utterance<'_>>, Vec<Pair>) {
    let mut sentences: FxHashMap<(u32, u32), Range<usize>> = FxHashMap::default();
    let mut all: Vec<Utterance> = Vec::new();
    let (mut found, mut cast) = (Vec::new(), Cast::of(story));
    for (a, b) in candidates(story) {
        for (article, index) in [a, b] {
            sentences.entry((article, index)).or_insert_with(|| {
                let reading = &story.readings[article as usize];
                let quote = &reading.quotes[index as usize];
                let (start, text) = (all.len(), &*reading.article.text);
                let read = wording::sentences(reading, quote.span);
                all.extend(read.into_iter().map(|words| Utterance { article, quote, words, text }));
                start..all.len()
            });
        }
        let (first, second) = (sentences[&a].clone(), sentences[&b].clone());
        for x in first {
            found.extend(second.clone().filter_map(|y| pair(story, &mut cast, &all, (x, y))));
        }
    }
    let found = best(&all, found);
    (all, found)
}

/// A quotation, by article and index.
type At = (u32, u32);

/// Pairs of quotations that share two content words, or all of a short one.
fn candidates(story: &Story) -> Vec<(At, At)> {
    let mut by_stem: FxHashMap<u32, Vec<At>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (quote, stems) in (0u32..).zip(&reading.quoted) {
            stems.iter().for_each(|&stem| by_stem.entry(stem).or_default().push((article, quote)));
        }
    }
    let mut shared: FxHashMap<(At, At), usize> = FxHashMap::default();
    for quotes in by_stem.values().filter(|q| q.len() <= COMMON) {
        for (i, &a) in quotes.iter().enumerate() {
            for &b in quotes[i + 1..].iter().filter(|b| b.0 != a.0 && near(story, a.0, b.0, FAR_DAYS)) {
                *shared.entry((a, b)).or_default() += 1;
            }
        }
    }
    let few = |(article, quote): At| story.readings[article as usize].quoted[quote as usize].len();
    let enough = |&((a, b), shared): &((At, At), usize)| shared >= few(a).min(few(b)).min(2);
    let mut pairs: Vec<_> = shared.into_iter().filter(enough).map(|(pair, _)| pair).collect();
    pairs.sort_unstable();
    pairs
}

fn near(story: &Story, a: u32, b: u32, most: i32) -> bool {
    story.days_between(a, b).is_none_or(|days| days.abs() <= most)
}

fn pair(story: &Story, cast: &mut Cast, all: &[Utterance], at: (usize, usize)) -> Option<Pair> {
    let (a, b) = (&all[at.0], &all[at.1]);
    let alignment = Alignment::of(a, b);
    // What is too little for two quotations of one speaker is too little for those of two.
    let far = !near(story, a.article, b.article, DAYS);
    if !alignment.is_one_utterance(Voices::Same) || far && !alignment.is_unmistakable() {
        return None;
    }
    let voices = cast.voices((a.article, a.quote), (b.article, b.quote));
    alignment.is_one_utterance(voices).then_some(Pair { at, voices, alignment })
}

/// Each sentence with the one sentence of each other article that is nearest to it: a speaker who says two alike things is
/// not taken to have said one of them in two ways.
fn best(all: &[Utterance], mut pairs: Vec<Pair>) -> Vec<Pair> {
    pairs.sort_by(|x, y| y.alignment.nearness().total_cmp(&x.alignment.nearness()).then(x.at.cmp(&y.at)));
    let mut taken: FxHashSet<(usize, u32)> = FxHashSet::default();
    pairs.retain(|pair| {
        let (a, b) = pair.at;
        let ends = [(a, all[b].article), (b, all[a].article)];
        let free = ends.iter().all(|end| !taken.contains(end));
        taken.extend(ends.into_iter().filter(|_| free));
        free
    });
    pairs
}

/// How two sentences stand side by side: the words they share in order, and what stands between these.
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
fn is_acronym(a: &Utterance, left: &[Word], b: &Utterance, right: &[Word]) -> bool {
    let spells = |short: &Utterance, letters: &[Word], long: &Utterance, names: &[Word]| {
        let printed: String = short.letters(letters).filter(|c| c.is_alphabetic()).collect();
        let initials = names.iter().filter_map(|w| w.span.of(long.text).chars().next());
        let initials: String = initials.filter(|c| c.is_uppercase()).collect();
        printed.len() > 1 && printed == initials
    };
    spells(a, left, b, right) || spells(b, right, a, left)
}

/// What stands between two shared words, or, where it is not `inner`, before the first or behind the last; nothing where
/// both sides say the same or one of them is trimmed.
fn gap(a: &Utterance, b: &Utterance, x: Range<usize>, y: Range<usize>, inner: bool) -> Option<Gap> {
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
    fn of(a: &Utterance, b: &Utterance) -> Self {
        let matched = wording::common(&a.words, &b.words);
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
        let held = shared as f32 / telling(&a.words).min(telling(&b.words)).max(1) as f32;
        Alignment { gaps, shared, apart, run, whole, held, crossed }
    }

    /// How alike the two are, for choosing among several: more words in common, fewer apart.
    fn nearness(&self) -> f32 {
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
    fn is_unmistakable(&self) -> bool {
        self.shared >= 6 && self.share() >= 0.8
    }

    /// Whether so much is in common that no two utterances would be.
    fn is_one_utterance(&self, voices: Voices) -> bool {
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
