//! Which claims of a story are related, and how they stand to each other.

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::lexicon;
use crate::extract::{Leaning, Reading, Unit};
use crate::text::Span;

use super::affairs::Affairs;
use super::draft::{Draft, Stand};
use super::edit::Carried;
use super::pairs::Told;
use super::slot::{self, Names, Side};
use super::telling::side;
use super::{ClaimRef, Level, Relation, pairs, values};

/// All pairs of claims on one quantity, in the order of the story.
///
/// Blocking keys keep it linear in the number of claims: only claims of one kind of unit meet. What two articles of the comparison
/// before say to each other is taken over from there where neither has changed: it depends on the two alone. What a claim of the
/// draft meets is taken over where neither claim has.
pub fn relations(story: &Story, carried: Option<&Carried>, mut draft: Option<&mut Draft>) -> Vec<Relation> {
    let is_same = |a: u32, b: u32| carried.is_some_and(|c| c.is_pair_same(a, b));
    let mut relations = Vec::new();
    let (names, affairs) = (Names::of(story), Affairs::of(story));
    let ties = draft.as_mut().map(|draft| std::mem::take(&mut draft.ties)).unwrap_or_default();
    let ties = RefCell::new(ties);
    for (&block, members) in &blocks(story, &names, draft.as_deref()) {
        let articles: Vec<&[Told]> = members.chunk_by(|a, b| a.0.article == b.0.article).collect();
        let mut relate = |first: &[Told], second: &[Told]| {
            if let Some(kept) = draft.as_ref().and_then(|draft| draft.relations(block, first, second)) {
                relations.extend_from_slice(&kept);
                return draft
                    .iter_mut()
                    .for_each(|draft| draft.note(block, first, second, Arc::clone(&kept)));
            }
            let written = |claims: &[Told], draft: &Draft| claims[0].0.article == draft.article;
            let met = match &mut draft {
                Some(draft) if written(first, draft) || written(second, draft) => {
                    draft.meetings(first, second)
                }
                _ => pairs::meetings(first, second),
            };
            let found = pairs::between(story, &affairs, &ties, first, second, &met);
            relations.extend_from_slice(&found);
            draft.iter_mut().for_each(|draft| draft.note(block, first, second, &*found));
        };
        for (i, first) in articles.iter().enumerate() {
            let changed = |second: &&&[Told]| !is_same(first[0].0.article, second[0].0.article);
            articles[i..].iter().filter(changed).for_each(|second| relate(first, second));
        }
    }
    if let Some(draft) = draft {
        draft.ties = ties.into_inner();
    }
    relations.extend(conversions(story).filter(|r| !is_same(r.a.article, r.a.article)));
    let kept = carried.map_or_else(Vec::new, taken_over);
    merged(kept, relations)
}

/// The claims of a story by block, in order.
fn blocks<'a>(story: &'a Story, names: &'a Names, draft: Option<&Draft>) -> FxHashMap<Block, Vec<Told<'a>>> {
    let mut blocks: FxHashMap<Block, Vec<Told>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(&story.readings) {
        let kept = draft.map(|draft| Arc::clone(&draft.stands[article as usize]));
        let stands = kept.unwrap_or_else(|| Stand::all(reading));
        for (claim, stand) in (0u32..).zip(stands.iter()) {
            let claim = ClaimRef { article, claim };
            let told = (claim, Side::known(names, story, claim, stand.head));
            for block in stand.number.into_iter().chain(stand.block) {
                blocks.entry(block).or_default().push(told);
            }
        }
    }
    blocks
}

/// Relations in order, each once; `kept` and `found` have none in common.
fn merged(mut kept: Vec<Relation>, mut found: Vec<Relation>) -> Vec<Relation> {
    let place = |r: &Relation| (r.a, r.b);
    // Of an amount and its conversion that meet as claims too, the conversion counts.
    found.sort_unstable_by_key(|r| (place(r), r.level));
    found.dedup_by_key(|r| (r.a, r.b));
    if !kept.is_sorted_by_key(place) {
        kept.sort_unstable_by_key(place);
    }
    let mut all = Vec::with_capacity(kept.len() + found.len());
    let mut found = found.into_iter().peekable();
    for relation in kept {
        while let Some(before) = found.next_if(|f| place(f) < place(&relation)) {
            all.push(before);
        }
        all.push(relation);
    }
    all.extend(found);
    all
}

/// An amount and the same amount in another unit, side by side: `8.42 billion kronor ($886 million)`.
fn conversions(story: &Story) -> impl Iterator<Item = Relation> {
    (0u32..).zip(&story.readings).flat_map(move |(article, reading)| {
        (0u32..).zip(&reading.figures).filter_map(move |(converted, figure)| match figure.leaning {
            Some(Leaning::Converts(amount))
                if amount != converted && !is_rate(reading, amount, converted) =>
            {
                let claim = |claim: u32| ClaimRef { article, claim };
                let (a, b) = (claim(amount.min(converted)), claim(amount.max(converted)));
                let score = slot::score(&side(story, a), &side(story, b)).unwrap_or(0.0);
                Some(Relation { a, b, level: Level::Agree, score })
            }
            _ => None,
        })
    })
}

/// Whether an equals sign stands between the two: `$1 = 9.50 crowns` gives a rate and no amount.
fn is_rate(reading: &Reading, a: u32, b: u32) -> bool {
    let span = |figure: u32| reading.figures[figure as usize].span;
    let (first, second) = (span(a.min(b)), span(a.max(b)));
    first.end <= second.start && reading.article.slice(Span::new(first.end, second.start)).contains('=')
}

/// The relations of the comparison before between articles that have not changed.
fn taken_over(carried: &Carried) -> Vec<Relation> {
    let kept = carried.previous.relations.iter().filter_map(|r| {
        let (a, b) = (carried.article_now(r.a.article)?, carried.article_now(r.b.article)?);
        // The claims of an article that has not changed have the numbers they had.
        let (x, y) = (ClaimRef { article: a, ..r.a }, ClaimRef { article: b, ..r.b });
        carried.is_pair_same(a, b).then(|| Relation { a: x.min(y), b: x.max(y), ..*r })
    });
    kept.collect()
}

/// What two claims must share to be held against each other at all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Block {
    People,
    Part,
    Money([u8; 3]),
    Measure(&'static str),
    Things(u32),
    /// A count of three digits or more, whatever is counted, by the bits of its value.
    Number(u64),
}

impl Stand {
    /// Where a claim stands.
    pub fn of(side: &Side) -> Self {
        let told = is_story(side);
        let number = side.telling_count().filter(|_| told).map(Block::Number);
        Stand { head: side.head(), block: told.then(|| block(side)), number }
    }
}

fn block(side: &Side) -> Block {
    match &side.figure.unit {
        Unit::Person => Block::People,
        Unit::Percent | Unit::PercentagePoint | Unit::Share => Block::Part,
        Unit::Money(code) => Block::Money(*code),
        Unit::Measure(name) => Block::Measure(values::dimension_name(name)),
        Unit::Count(noun) => Block::Things(lexicon::key(noun)),
        Unit::Bare => Block::Things(side.claim.head.unwrap_or_default()),
    }
}

/// What stands beside the story, in links and plugs, bears no witness.
fn is_story(side: &Side) -> bool {
    let article = &side.reading.article;
    article.block_at(side.figure.span.start).is_none_or(|b| article.blocks[b].is_story())
}
