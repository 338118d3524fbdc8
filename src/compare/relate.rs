//! Which claims of a story are related, and how they stand to each other.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::Story;
use crate::extract::claims::lexicon;
use crate::extract::{Leaning, Reading, Unit};
use crate::text::Span;

use super::draft::{Draft, Stand};
use super::edit::Carried;
use super::pairs::{Setting, Told};
use super::slot::{self, Names, Side};
use super::telling::side;
use super::{ClaimRef, Level, Relation, pairs, values};

/// How the claims of a story relate.
pub struct Related {
    /// All pairs of claims on one quantity, in the order of the story.
    pub relations: Arc<Vec<Relation>>,
    /// The claims that have changed, or of which some relation has come, gone or changed since the comparison before; `None` where
    /// that was not noted.
    pub changed: Option<Vec<ClaimRef>>,
}

/// All pairs of claims on one quantity.
///
/// Blocking keys keep it linear in the number of claims: only claims of one kind of unit meet. What two articles of the comparison
/// before say to each other is taken over from there where neither has changed: it depends on the two alone. What a claim of the
/// draft meets is taken over where neither claim has.
pub fn relations(story: &Story, carried: Option<&Carried>, draft: Option<&mut Draft>) -> Related {
    let names = Names::of(story);
    let mut draft = draft;
    let bonds = draft.as_mut().map(|draft| std::mem::take(&mut draft.bonds)).unwrap_or_default();
    let mut weighing = Weighing { story, setting: Setting::of(story, bonds), draft, found: Vec::new() };
    let related = match carried.filter(|_| weighing.draft.as_ref().is_some_and(|draft| draft.stays)) {
        Some(carried) => weighing.again(&names, &carried.previous.relations),
        None => Related { relations: Arc::new(weighing.all(&names, carried)), changed: None },
    };
    if let Some(draft) = weighing.draft {
        draft.bonds = weighing.setting.bonds.into_inner();
    }
    related
}

/// The claims of a story as they are being related.
struct Weighing<'a, 'd> {
    story: &'a Story,
    setting: Setting<'a>,
    draft: Option<&'d mut Draft>,
    /// What was found, in no order.
    found: Vec<Relation>,
}

impl<'a> Weighing<'a, '_> {
    /// Relates claims of one block of two articles (or of one and itself).
    fn relate(&mut self, block: Block, first: &[Told], second: &[Told]) {
        if let Some(kept) = self.draft.as_ref().and_then(|draft| draft.relations(block, first, second)) {
            self.found.extend_from_slice(&kept);
            return;
        }
        let written = |claims: &[Told], draft: &Draft| claims[0].0.article == draft.article;
        let met = match &mut self.draft {
            Some(draft) if written(first, draft) || written(second, draft) => draft.meetings(first, second),
            _ => pairs::meetings(first, second),
        };
        let found = pairs::between(&self.setting, first, second, &met);
        self.found.extend_from_slice(&found);
        self.draft.iter_mut().for_each(|draft| draft.note(block, first, second, &*found));
    }

    /// All relations of the story.
    fn all(&mut self, names: &'a Names, carried: Option<&Carried>) -> Vec<Relation> {
        let is_same = |a: u32, b: u32| carried.is_some_and(|c| c.is_pair_same(a, b));
        for (&block, members) in &blocks(self.story, names, self.draft.as_deref(), |_| true) {
            let articles: Vec<&[Told]> = members.chunk_by(|a, b| a.0.article == b.0.article).collect();
            for (i, first) in articles.iter().enumerate() {
                let changed = |second: &&&[Told]| !is_same(first[0].0.article, second[0].0.article);
                articles[i..].iter().filter(changed).for_each(|second| self.relate(block, first, second));
            }
        }
        let fresh = (0..self.story.readings.len() as u32).filter(|&article| !is_same(article, article));
        self.found.extend(fresh.flat_map(|article| conversions(self.story, article)));
        let kept = carried.map_or_else(Vec::new, taken_over);
        merged(kept, in_order(std::mem::take(&mut self.found)))
    }

    /// The relations of the story where those `before` are known, and all claims of the draft have the numbers they had.
    fn again(&mut self, names: &'a Names, before: &Arc<Vec<Relation>>) -> Related {
        let Some(draft) = self.draft.as_deref() else {
            return Related { relations: Arc::default(), changed: None };
        };
        let (article, touched) = (draft.article, draft.touched());
        if touched.iter().all(|touched| !touched) {
            return Related { relations: Arc::clone(before), changed: Some(unequal(draft, &[], &[])) };
        }
        let is_touched = |r: &Relation| {
            let touches = |claim: ClaimRef| claim.article == article && touched[claim.claim as usize];
            touches(r.a) || touches(r.b)
        };
        let stands = draft.stands[article as usize].iter().zip(&touched).filter(|(_, touched)| **touched);
        let wanted: FxHashSet<Block> = stands.flat_map(|(stand, _)| stand.blocks()).collect();
        let (mut gone, mut kept) = (Vec::new(), Vec::with_capacity(before.len()));
        before.iter().for_each(|r| if is_touched(r) { &mut gone } else { &mut kept }.push(*r));
        for (&block, members) in &blocks(self.story, names, self.draft.as_deref(), |b| wanted.contains(b)) {
            let articles = || members.chunk_by(|a, b| a.0.article == b.0.article);
            let Some(own) = articles().find(|claims| claims[0].0.article == article) else { continue };
            for other in articles() {
                let first = other[0].0.article < article;
                let (first, second) = if first { (other, own) } else { (own, other) };
                self.relate(block, first, second);
            }
        }
        self.found.extend(conversions(self.story, article));
        self.found.retain(is_touched);
        let found = in_order(std::mem::take(&mut self.found));
        let changed = self.draft.as_deref().map(|draft| unequal(draft, &gone, &found));
        Related { relations: Arc::new(merged(kept, found)), changed }
    }
}

/// The claims that have changed, or of which some relation has come, gone or changed; both lists in order.
fn unequal(draft: &Draft, before: &[Relation], now: &[Relation]) -> Vec<ClaimRef> {
    let place = |r: &Relation| (r.a, r.b);
    let mut changed = Vec::new();
    let mut before = before.iter().peekable();
    for r in now {
        while let Some(gone) = before.next_if(|was| place(was) < place(r)) {
            changed.extend([gone.a, gone.b]);
        }
        let was = before.next_if(|was| place(was) == place(r));
        let is_same = was.is_some_and(|was| (was.level, was.score.to_bits()) == (r.level, r.score.to_bits()));
        if !is_same || !draft.is_known(r.a) || !draft.is_known(r.b) {
            changed.extend([r.a, r.b]);
        }
    }
    changed.extend(before.flat_map(|gone| [gone.a, gone.b]));
    changed
}

/// The claims of a story by block, in order; only of blocks that are wanted.
fn blocks<'a>(
    story: &'a Story,
    names: &'a Names,
    draft: Option<&Draft>,
    wanted: impl Fn(&Block) -> bool,
) -> FxHashMap<Block, Vec<Told<'a>>> {
    let mut blocks: FxHashMap<Block, Vec<Told>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(&story.readings) {
        let kept = draft.map(|draft| Arc::clone(&draft.stands[article as usize]));
        let stands = kept.unwrap_or_else(|| Stand::all(reading));
        for (claim, stand) in (0u32..).zip(stands.iter()) {
            for block in stand.blocks().filter(&wanted) {
                let claim = ClaimRef { article, claim };
                let told = (claim, Side::known(names, story, claim, stand.head));
                blocks.entry(block).or_default().push(told);
            }
        }
    }
    blocks
}

/// Relations in order, each once. Of an amount and its conversion that meet as claims too, the conversion counts.
fn in_order(mut found: Vec<Relation>) -> Vec<Relation> {
    found.sort_unstable_by_key(|r| ((r.a, r.b), r.level));
    found.dedup_by_key(|r| (r.a, r.b));
    found
}

/// Two lists of relations as one, in order; they have none in common.
fn merged(kept: Vec<Relation>, found: Vec<Relation>) -> Vec<Relation> {
    if kept.is_empty() {
        return found;
    }
    let place = |r: &Relation| (r.a, r.b);
    let mut all = Vec::with_capacity(kept.len() + found.len());
    let mut rest = &kept[..];
    for relation in found {
        let before = rest.partition_point(|kept| place(kept) < place(&relation));
        all.extend_from_slice(&rest[..before]);
        all.push(relation);
        rest = &rest[before..];
    }
    all.extend_from_slice(rest);
    all
}

/// An amount and the same amount in another unit, side by side: `8.42 billion kronor ($886 million)`.
fn conversions(story: &Story, article: u32) -> impl Iterator<Item = Relation> {
    let reading = &story.readings[article as usize];
    (0u32..).zip(&reading.figures).filter_map(move |(converted, figure)| match figure.leaning {
        Some(Leaning::Converts(amount)) if amount != converted && !is_rate(reading, amount, converted) => {
            let claim = |claim: u32| ClaimRef { article, claim };
            let (a, b) = (claim(amount.min(converted)), claim(amount.max(converted)));
            let score = slot::score(&side(story, a), &side(story, b)).unwrap_or(0.0);
            Some(Relation { a, b, level: Level::Agree, score })
        }
        _ => None,
    })
}

/// Whether an equals sign stands between the two: `$1 = 9.50 crowns` gives a rate and no amount.
fn is_rate(reading: &Reading, a: u32, b: u32) -> bool {
    let span = |figure: u32| reading.figures[figure as usize].span;
    let (first, second) = (span(a.min(b)), span(a.max(b)));
    first.end <= second.start && reading.article.slice(Span::new(first.end, second.start)).contains('=')
}

/// The relations of the comparison before between articles that have not changed, in order.
fn taken_over(carried: &Carried) -> Vec<Relation> {
    let place = |r: &Relation| (r.a, r.b);
    let kept = carried.previous.relations.iter().filter_map(|r| {
        let (a, b) = (carried.article_now(r.a.article)?, carried.article_now(r.b.article)?);
        // The claims of an article that has not changed have the numbers they had.
        let (x, y) = (ClaimRef { article: a, ..r.a }, ClaimRef { article: b, ..r.b });
        carried.is_pair_same(a, b).then(|| Relation { a: x.min(y), b: x.max(y), ..*r })
    });
    let mut kept: Vec<Relation> = kept.collect();
    if !kept.is_sorted_by_key(place) {
        kept.sort_unstable_by_key(place);
    }
    kept
}

/// What two claims must share to be held against each other at all.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Block {
    People,
    Part,
    Money([u8; 3]),
    Measure(&'static str),
    Things(u32),
    /// The only count of its frame in an article, by the number of the frame.
    Frame(u8),
    /// A count of three digits or more, whatever is counted, by the bits of its value.
    Number(u64),
}

impl Stand {
    /// Where a claim stands.
    pub fn of(side: &Side) -> Self {
        let told = is_story(side);
        let number = side.telling_count().filter(|_| told).map(Block::Number);
        let counts = matches!(side.figure.unit, Unit::Person | Unit::Count(_));
        let frame = side.claim.frame.filter(|frame| frame.only && counts && told);
        Stand {
            head: side.head(),
            block: told.then(|| block(side)),
            number,
            frame: frame.map(|frame| Block::Frame(frame.class)),
            display: side.is_display(),
        }
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
