//! What is said between quotation marks, word by word, and how two printings of it stand to each other.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::Story;
use crate::extract::{Quote, speakers};
use crate::text::Span;

use super::alignment::{Alignment, Likeness, Sentence};
use super::sayings::{At, Printing, Sayings};
use super::telling;
use super::voices::{Cast, Voices};
use super::wording::{Kind, Word};

/// A sentence between quotation marks.
pub(super) struct Utterance<'a> {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// The quotation that it is part of.
    pub quote: &'a Quote,
    /// Its words.
    pub sentence: Sentence<'a>,
}

impl<'a> Utterance<'a> {
    fn of(story: &'a Story, (article, quote): At, sentence: Sentence<'a>) -> Self {
        Utterance { article, quote: &story.readings[article as usize].quotes[quote as usize], sentence }
    }

    /// Where a stretch of its words is printed: with the word before and the next telling one where `beside` is
    /// wished for, and up to the next telling word where it has none, so that `has` is shown as `has not come`.
    pub(super) fn shown(&self, words: Range<usize>, beside: bool) -> Span {
        let all = self.sentence.words;
        let start = words.start.saturating_sub(usize::from(beside));
        let speaks = |w: &Word| matches!(w.kind, Kind::Telling | Kind::Number);
        let whole = all[words.clone()].iter().any(speaks);
        let behind = all[words.end..].iter().position(speaks).map_or(all.len(), |n| words.end + n + 1);
        let end = if whole && !beside { words.end } else { behind };
        let shown = all[start..end].iter().map(|w| w.span);
        let from = self.quote.span.start;
        let shown = shown.reduce(Span::cover).map(|span| Span::new(from + span.start, from + span.end));
        shown.unwrap_or(self.quote.span)
    }

    /// The name of its speaker, as the story knows it.
    pub(super) fn speaker(&self, story: &Story) -> Option<String> {
        self.quote.speaker.as_ref().map(|speaker| telling::name(story, self.article, speaker))
    }

    /// Whether it retells what somebody said, so that its words may be theirs: a verb of saying stands behind its subject.
    /// `had been told` and `to say` retell nothing.
    fn retells(&self) -> bool {
        let printed = |word: &Word| word.span.of(self.sentence.text).to_lowercase();
        let subject = |word: &Word| {
            word.kind == Kind::Telling || matches!(&*printed(word), "he" | "she" | "they" | "who")
        };
        self.sentence
            .words
            .windows(2)
            .any(|pair| subject(&pair[0]) && speakers::is_saying(&printed(&pair[1])))
    }
}

/// Two printings of one utterance.
pub(super) struct Pair<'a> {
    /// The two, by index; the first comes first in the story.
    pub at: (usize, usize),
    /// What their speakers are to each other.
    pub voices: Voices,
    /// How the one is printed against the other.
    pub alignment: &'a Alignment,
}

impl Pair<'_> {
    /// Whether one of two speakers retells what the other said.
    pub(super) fn is_retold(&self, utterances: &[Utterance]) -> bool {
        self.voices == Voices::Apart && [self.at.0, self.at.1].iter().any(|&at| utterances[at].retells())
    }
}

/// All sentences between quotation marks that may be printed twice, and the pairs among them, best first.
pub(super) fn pairs<'a>(story: &'a Story, sayings: &'a Sayings) -> (Vec<Utterance<'a>>, Vec<Pair<'a>>) {
    let mut first: FxHashMap<At, usize> = FxHashMap::default();
    let mut all: Vec<Utterance> = Vec::new();
    let (mut found, mut cast) = (Vec::new(), Cast::of(story));
    for (ends, printings) in sayings.printings() {
        let [x, y] = ends.map(|at| {
            *first.entry(at).or_insert_with(|| {
                let start = all.len();
                all.extend(sayings.sentences(story, at).map(|sentence| Utterance::of(story, at, sentence)));
                start
            })
        });
        let quote =
            |(article, quote): At| (article, &story.readings[article as usize].quotes[quote as usize]);
        let voices = cast.voices(quote(ends[0]), quote(ends[1]));
        found.extend(printings.iter().filter(|printing| is_one(printing, printings, voices)).map(
            |printing| {
                let at = (x + printing.at.0, y + printing.at.1);
                Pair { at, voices, alignment: &printing.alignment }
            },
        ));
    }
    let found = best(&all, found);
    (all, found)
}

/// Whether two sentences are one utterance, by themselves or with the sentences before or behind them.
fn is_one(printing: &Printing, all: &[Printing], voices: Voices) -> bool {
    let likeness = &printing.alignment.likeness;
    let (i, j) = printing.at;
    let find = |at: (usize, usize)| all.iter().find(|other| other.at == at).map(|p| &p.alignment.likeness);
    let together = |first: &Likeness, next: &Likeness| {
        first.is_near() && next.is_near() && first.followed_by(next).is_one_utterance(voices)
    };
    let before = i.checked_sub(1).zip(j.checked_sub(1)).and_then(find);
    likeness.is_one_utterance(voices)
        || before.is_some_and(|before| together(before, likeness))
        || find((i + 1, j + 1)).is_some_and(|next| together(likeness, next))
}

/// Each sentence with the one sentence of each other article that is nearest to it: a speaker who says two alike things is
/// not taken to have said one of them in two ways.
fn best<'a>(all: &[Utterance], mut pairs: Vec<Pair<'a>>) -> Vec<Pair<'a>> {
    pairs.sort_by(|x, y| {
        y.alignment.likeness.nearness().total_cmp(&x.alignment.likeness.nearness()).then(x.at.cmp(&y.at))
    });
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
