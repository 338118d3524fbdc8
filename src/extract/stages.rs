//! Articles on their way to readings, stage by stage.
//!
//! A short article is read before the processor has got used to any stage: wherever one begins, its code and lists have to be fetched,
//! and nothing is known of its branches. So several articles go through a stage one after the other, before all of them go on to the next.

use std::mem::take;
use std::sync::Arc;

use crate::text::{Article, Kept, Parse};

use super::cover::Named;
use super::meanings::Meanings;
use super::{
    Draft, Reading, ages, claims, dates, events, figures, names, quoted, speakers, statements, superlatives,
    words,
};

/// So many bytes of text go through the stages together, about: what the stages know of them still fits into the second-level cache
/// of a processor, which has 1 or 2 MiB.
const TOGETHER: usize = 64 << 10;

/// Reads articles, each as [`super::read`] reads it, in the same order. Many short ones take less time than one after the other.
pub fn read_all(articles: &[Arc<Article>]) -> Vec<Reading> {
    let mut readings = Vec::with_capacity(articles.len());
    for batch in batches(articles) {
        let mut begun: Vec<Begun> =
            batch.iter().map(|article| Begun::new(article, Draft::default())).collect();
        run(&mut begun);
        readings.extend(begun.into_iter().map(|begun| begun.end().0));
    }
    readings
}

/// How many of so many files one of some threads should load before it reads their articles: enough to go through the stages
/// together, and few enough that every thread has work to the end.
pub fn portion(files: usize, threads: usize) -> usize {
    (files / threads.saturating_mul(4).max(1)).clamp(1, 16)
}

/// Reads one article, of which `draft` keeps what was found out about an earlier state of it.
pub(super) fn read_one(article: &Arc<Article>, draft: Draft) -> (Reading, Draft) {
    let mut begun = [Begun::new(article, draft)];
    run(&mut begun);
    let [begun] = begun;
    begun.end()
}

/// The articles in runs of [`TOGETHER`] bytes; a longer one is a run of its own, or ends one.
fn batches(articles: &[Arc<Article>]) -> impl Iterator<Item = &[Arc<Article>]> {
    let mut left = articles;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let full = left.iter().position(|article| {
            bytes += article.text.len();
            bytes >= TOGETHER
        });
        let (batch, behind) = left.split_at(full.map_or(left.len(), |last| last + 1));
        left = behind;
        (!batch.is_empty()).then_some(batch)
    })
}

/// An article of which some has been read.
struct Begun<'a> {
    parse: Parse<'a>,
    meanings: Meanings,
    /// The named things, from [`Begun::name`] on.
    named: Named,
    reading: Reading,
}

fn run(begun: &mut [Begun]) {
    for stage in Begun::STAGES {
        begun.iter_mut().for_each(stage);
    }
}

impl<'a> Begun<'a> {
    /// What is read, in this order, since each stage needs what those before it have found.
    const STAGES: [fn(&mut Self); 10] = [
        Self::look_up,
        Self::date,
        Self::name,
        Self::count,
        Self::attribute,
        Self::age,
        Self::claim,
        Self::happen,
        Self::state,
        Self::gather,
    ];

    /// Cuts an article into sentences, tokens and phrases.
    fn new(article: &'a Arc<Article>, draft: Draft) -> Self {
        Begun {
            parse: Parse::after(article, &draft.parse),
            meanings: draft.meanings,
            named: Named::default(),
            reading: Reading::unread(Arc::clone(article)),
        }
    }

    fn look_up(&mut self) {
        self.meanings = Meanings::after(&self.parse, take(&mut self.meanings));
    }

    fn date(&mut self) {
        let Begun { parse, meanings, reading, .. } = self;
        (reading.dates, reading.published) = dates::find(parse, meanings);
    }

    fn name(&mut self) {
        let Begun { parse, meanings, reading, .. } = self;
        reading.entities = names::find(parse, meanings, &reading.dates);
    }

    /// Finds the figures. From here on the title of the front matter names nobody.
    fn count(&mut self) {
        let Begun { parse, meanings, named, reading } = self;
        reading.figures = figures::find(parse, meanings, &reading.dates, &reading.entities);
        names::leave_title(&reading.article, &mut reading.entities);
        *named = Named::of(parse, take(&mut reading.entities));
    }

    fn attribute(&mut self) {
        let Begun { parse, meanings, named, reading } = self;
        (reading.quotes, reading.attributions) =
            speakers::find(parse, meanings, &named.entities, &mut reading.lists);
    }

    fn age(&mut self) {
        let Begun { parse, named, reading, .. } = self;
        let Reading { figures, dates, attributions, lists, .. } = reading;
        (reading.ages, reading.births) =
            ages::find(parse, figures, dates, &named.entities, attributions, lists);
    }

    fn claim(&mut self) {
        let Begun { parse, meanings, named, reading } = self;
        let Reading { figures, dates, attributions, ages, lists, .. } = reading;
        reading.claims = claims::build(parse, meanings, figures, dates, named, attributions, ages, lists);
    }

    fn happen(&mut self) {
        let Begun { parse, meanings, named, reading } = self;
        let aged = ages::only_person(&reading.ages);
        let Reading { dates, attributions, lists, .. } = reading;
        (reading.events, reading.spots) =
            events::find(parse, meanings, dates, named, attributions, aged, lists);
    }

    fn state(&mut self) {
        let Begun { parse, meanings, named, reading } = self;
        let Reading { attributions, lists, .. } = reading;
        reading.statements = statements::find(parse, meanings, named, attributions, lists);
    }

    /// Notes the words: of quotations, those that call a thing the first or most of its kind, and all.
    fn gather(&mut self) {
        let Begun { parse, meanings, named, reading } = self;
        reading.quoted = quoted::stems(parse, meanings, &reading.quotes);
        reading.superlatives = superlatives::find(parse, meanings, &reading.attributions);
        reading.words = words::bag(parse, meanings, named);
    }

    /// The reading, and what the next one of an edited article takes over.
    fn end(self) -> (Reading, Draft) {
        let Begun { parse, meanings, named, mut reading } = self;
        reading.entities = named.entities;
        reading.shrink();
        let parse = Kept::of(parse, Arc::clone(&reading.article));
        (reading, Draft { parse, meanings })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Articles of so many bytes, and how many of them are read together.
    #[track_caller]
    fn check(lengths: &[usize], expected: &[usize]) {
        let articles: Vec<_> = lengths.iter().map(|&n| Arc::new(Article::plain(&"x".repeat(n)))).collect();
        let runs: Vec<usize> = batches(&articles).map(<[_]>::len).collect();
        assert_eq!(runs, expected);
    }

    #[test]
    fn articles_are_read_together_until_they_are_long_enough() {
        check(&[], &[]);
        check(&[10, 20], &[2]);
        check(&[TOGETHER / 2, TOGETHER / 2, 10], &[2, 1]);
        check(&[TOGETHER - 1, 0, 10, TOGETHER * 3, TOGETHER], &[3, 1, 1]);
    }

    #[test]
    fn a_portion_is_never_empty_nor_large() {
        assert_eq!([portion(0, 0), portion(1, 8), portion(64, 2), portion(usize::MAX, 2)], [1, 1, 8, 16]);
    }
}
