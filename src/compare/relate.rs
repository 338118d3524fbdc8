//! Which claims of a story are related, and how they stand to each other.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::lexicon;
use crate::extract::{Leaning, Reach, Unit};

use super::classes::Classes;
use super::slot::{self, Side};
use super::telling::{figure, side};
use super::{ClaimRef, Comparison, Group, Level, Relation, pairs, values};

/// All pairs of claims on one quantity, in the order of the story.
///
/// Blocking keys keep it linear in the number of claims: only claims of one kind of unit meet. What two articles of `previous`
/// say to each other is taken over from there where neither has changed: it depends on the two alone.
pub fn relations(story: &Story, previous: Option<&Comparison>) -> Vec<Relation> {
    let (mut relations, known) = previous.map_or_else(Default::default, |p| taken_over(story, p));
    let is_known = |article: u32| known.get(article as usize).copied().unwrap_or(false);
    let mut blocks: FxHashMap<Block, Vec<(ClaimRef, Side)>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for claim in 0..reading.claims.len() as u32 {
            let side = Side::of(reading, claim);
            if is_story(&side) {
                let claim = ClaimRef { article, claim };
                if let Some(number) = side.telling_count() {
                    blocks.entry(Block::Number(number)).or_default().push((claim, side));
                }
                blocks.entry(block(&side)).or_default().push((claim, side));
            }
        }
    }
    for members in blocks.values() {
        let articles: Vec<&[(ClaimRef, Side)]> =
            members.chunk_by(|a, b| a.0.article == b.0.article).collect();
        for (i, first) in articles.iter().enumerate() {
            for second in &articles[i..] {
                if !(is_known(first[0].0.article) && is_known(second[0].0.article)) {
                    relations.extend(pairs::between(story, first, second));
                }
            }
        }
    }
    relations.extend(conversions(story));
    relations.sort_unstable_by_key(|r| (r.a, r.b));
    relations.dedup_by_key(|r| (r.a, r.b));
    relations
}

/// An amount and the same amount in another unit, side by side: `8.42 billion kronor ($886 million)`.
fn conversions(story: &Story) -> impl Iterator<Item = Relation> {
    (0u32..).zip(&story.readings).flat_map(move |(article, reading)| {
        (0u32..).zip(&reading.figures).filter_map(move |(converted, figure)| match figure.leaning {
            Some(Leaning::Converts(amount)) if amount != converted => {
                let claim = |claim: u32| ClaimRef { article, claim };
                let (a, b) = (claim(amount.min(converted)), claim(amount.max(converted)));
                let score = slot::score(&side(story, a), &side(story, b)).unwrap_or(0.0);
                Some(Relation { a, b, level: Level::Agree, score })
            }
            _ => None,
        })
    })
}

/// The relations of a comparison between articles that this story has too, unchanged, and which articles those are.
fn taken_over(story: &Story, previous: &Comparison) -> (Vec<Relation>, Vec<bool>) {
    let before = &previous.story;
    let mut known = vec![false; story.readings.len()];
    let places: FxHashMap<_, usize> =
        story.readings.iter().enumerate().map(|(i, r)| (Arc::as_ptr(r), i)).collect();
    let now: Vec<Option<u32>> = before
        .readings
        .iter()
        .map(|reading| {
            let new = *places.get(&Arc::as_ptr(reading))?;
            known[new] = true;
            Some(new as u32)
        })
        .collect();
    let moved = |c: ClaimRef| now[c.article as usize].map(|article| ClaimRef { article, ..c });
    let kept = previous.relations.iter().filter_map(|r| {
        let (a, b) = (moved(r.a)?, moved(r.b)?);
        Some(Relation { a: a.min(b), b: a.max(b), ..*r })
    });
    (kept.collect(), known)
}

/// What two claims must share to be held against each other at all.
#[derive(PartialEq, Eq, Hash)]
enum Block {
    People,
    Part,
    Money([u8; 3]),
    Measure(&'static str),
    Things(u32),
    /// A count of three digits or more, whatever is counted, by the bits of its value.
    Number(u64),
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

/// Claims grouped by quantity.
///
/// Two classes of claims are one quantity where at least a quarter of the pairs that could be related are: one doubtful relation
/// does not make one group of two quantities. Claims that agree come together first, then those that clash, then the mild ones, and
/// `several thousand` last, which would go with many; at each level those for which most speaks.
pub fn groups(story: &Story, relations: &[Relation]) -> Vec<Group> {
    let mut classes = Classes::of(relations);
    let rank = |r: &Relation| {
        let vague = |c: ClaimRef| side(story, c).figure.value.vague;
        (vague(r.a) || vague(r.b), r.level != Level::Agree, std::cmp::Reverse(r.level))
    };
    let mut ordered: Vec<_> = relations.iter().map(|r| (rank(r), r)).collect();
    ordered.sort_by(|(rank, r), (other, s)| {
        rank.cmp(other).then(s.score.total_cmp(&r.score)).then((r.a, r.b).cmp(&(s.a, s.b)))
    });
    for (_, r) in ordered {
        // Values that cannot both be right are of one quantity, or they would not be held against each other.
        let sure = r.level == Level::Conflict;
        if sure || classes.ties(r).is_some_and(|(found, possible)| 4 * found >= possible) {
            classes.join(r);
        }
    }
    let mut levels: FxHashMap<u32, Level> = FxHashMap::default();
    for r in relations {
        if let (Some(x), Some(y)) = (classes.class_of(r.a), classes.class_of(r.b))
            && x == y
        {
            let level = levels.entry(x).or_insert(Level::Agree);
            *level = r.level.max(*level);
        }
    }
    let mut groups: Vec<Group> = classes
        .all()
        .map(|(class, members)| {
            let level = levels.get(&class).copied().unwrap_or(Level::Agree);
            let unit = figure(story, members[0]).unit.to_string();
            Group { about: about(story, &members), unit, level, members }
        })
        .collect();
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    groups
}

/// The quantity in a few words: the longest counted phrase, then what is said of it.
fn about(story: &Story, members: &[ClaimRef]) -> String {
    let sides = || members.iter().map(|&m| side(story, m));
    let noun = sides()
        .filter_map(|s| s.figure.of.as_deref())
        .filter(|of| of.len() <= 60)
        .max_by_key(|of| of.len())
        .map_or_else(|| figure(story, members[0]).unit.to_string(), str::to_owned);
    let said = sides().find_map(|s| s.claim.predicates.iter().find(|p| p.1 <= Reach::Clause).map(|p| p.0));
    match said.map(lexicon::predicate_name) {
        Some(said) if !noun.contains(said) => format!("{noun} · {said}"),
        _ => noun,
    }
}
