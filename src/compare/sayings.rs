//! Which sentences between quotation marks are printed alike in two articles, whoever spoke them. While an article is being written
//! that is kept of all quotations that it leaves as they were.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;

use super::alignment::{Alignment, Sentence};
use super::edit::Carried;
use super::voices::Voices;
use super::wording::{self, Word};

/// How many days may lie between two printings of one utterance. Later on people say alike things again.
const DAYS: i32 = 7;
/// How many where so much is printed alike that nobody says it twice.
const FAR_DAYS: i32 = 31;
/// A stem that more quotations of a story share than this tells nothing of any of them.
const COMMON: usize = 60;

/// A quotation, by article and index.
pub type At = (u32, u32);

/// A sentence of a quotation and one of another that print the same, give or take a few words.
#[derive(Debug)]
pub struct Printing {
    /// The two, by index into the sentences of their quotations.
    pub at: (usize, usize),
    /// How the one is printed against the other.
    pub alignment: Alignment,
}

/// Two quotations with the sentences that both print, or may print where those beside them are printed twice.
type Printed = ([At; 2], Arc<[Printing]>);

/// The quotations of a story that may be printed twice.
#[derive(Clone, Default, Debug)]
pub struct Sayings {
    /// The words of their sentences.
    sentences: Arc<Words>,
    /// For every two that share content words, in order, the sentences that both print.
    printings: Arc<Vec<Printed>>,
}

impl Sayings {
    /// The sayings of a story, with what can be taken over from the draft before.
    pub fn of(story: &Story, carried: Option<&Carried>) -> Self {
        let known = carried.and_then(|carried| Some((carried, carried.previous.sayings()?)));
        let ends = match known {
            Some((carried, before)) if carried.has_same_quoted(story) => {
                if carried.has_same_quotations(story) {
                    return before.clone();
                }
                before.printings.iter().map(|(ends, _)| *ends).collect()
            }
            _ => candidates(story),
        };
        let mut sentences = FxHashMap::default();
        let mut printings = Vec::with_capacity(ends.len());
        for ends in ends {
            let before = known.and_then(|(carried, before)| {
                Some((before, [carried.quote_before(ends[0])?, carried.quote_before(ends[1])?]))
            });
            for (i, &at) in ends.iter().enumerate() {
                sentences.entry(at).or_insert_with(|| {
                    let kept = before.and_then(|(sayings, was)| sayings.sentences.get(&was[i]));
                    kept.map_or_else(|| read(story, at), Arc::clone)
                });
            }
            let kept = before.and_then(|(sayings, was)| sayings.between(was));
            let found = kept.map_or_else(|| align(story, &sentences, ends), Arc::clone);
            printings.push((ends, found));
        }
        Sayings { sentences: Arc::new(sentences), printings: Arc::new(printings) }
    }

    /// Every two quotations that share content words, in order, with the sentences that both print.
    pub fn printings(&self) -> impl Iterator<Item = ([At; 2], &[Printing])> {
        self.printings.iter().map(|(ends, printings)| (*ends, &**printings))
    }

    /// The sentences of a quotation.
    pub fn sentences<'a>(&'a self, story: &'a Story, at: At) -> impl Iterator<Item = Sentence<'a>> {
        sentences(story, &self.sentences, at)
    }

    fn between(&self, ends: [At; 2]) -> Option<&Arc<[Printing]>> {
        let found = self.printings.binary_search_by_key(&ends, |(ends, _)| *ends).ok()?;
        Some(&self.printings[found].1)
    }
}

/// The words of the sentences of quotations.
type Words = FxHashMap<At, Arc<[Vec<Word>]>>;

fn sentences<'a>(story: &'a Story, words: &'a Words, at: At) -> impl Iterator<Item = Sentence<'a>> {
    let reading = &story.readings[at.0 as usize];
    let text = reading.article.slice(reading.quotes[at.1 as usize].span);
    let sentences = words.get(&at).map_or(&[][..], |sentences| sentences);
    sentences.iter().map(move |words| Sentence { words, text })
}

fn align(story: &Story, words: &Words, ends: [At; 2]) -> Arc<[Printing]> {
    let [a, b] = ends;
    let far = !near(story, a.0, b.0, DAYS);
    let mut printings = Vec::new();
    for (i, x) in sentences(story, words, a).enumerate() {
        for (j, y) in sentences(story, words, b).enumerate() {
            let alignment = Alignment::of(x, y);
            let likeness = &alignment.likeness;
            // What is too little for two quotations of one speaker is too little for those of two.
            if (likeness.is_one_utterance(Voices::Same) || likeness.is_near())
                && (!far || likeness.is_unmistakable())
            {
                printings.push(Printing { at: (i, j), alignment });
            }
        }
    }
    printings.into()
}

fn read(story: &Story, at: At) -> Arc<[Vec<Word>]> {
    let reading = &story.readings[at.0 as usize];
    wording::sentences(reading, reading.quotes[at.1 as usize].span).into()
}

/// Pairs of quotations that share two content words, or all of a short one.
fn candidates(story: &Story) -> Vec<[At; 2]> {
    let mut by_stem: FxHashMap<u32, Vec<At>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (quote, stems) in (0u32..).zip(&reading.quoted) {
            stems.iter().for_each(|&stem| by_stem.entry(stem).or_default().push((article, quote)));
        }
    }
    let mut shared: FxHashMap<[At; 2], usize> = FxHashMap::default();
    for quotes in by_stem.values().filter(|q| q.len() <= COMMON) {
        for (i, &a) in quotes.iter().enumerate() {
            for &b in quotes[i + 1..].iter().filter(|b| b.0 != a.0 && near(story, a.0, b.0, FAR_DAYS)) {
                *shared.entry([a, b]).or_default() += 1;
            }
        }
    }
    let few = |(article, quote): At| story.readings[article as usize].quoted[quote as usize].len();
    let enough = |&([a, b], shared): &([At; 2], usize)| shared >= few(a).min(few(b)).min(2);
    let mut pairs: Vec<_> = shared.into_iter().filter(enough).map(|(pair, _)| pair).collect();
    pairs.sort_unstable();
    pairs
}

fn near(story: &Story, a: u32, b: u32, most: i32) -> bool {
    story.days_between(a, b).is_none_or(|days| days.abs() <= most)
}
