//! What is kept of a story while one of its articles is being written, so that a keystroke costs what it changes: of every article
//! in which block its claims stand, and of the one that is written which claims the claims of all articles meet.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::Reading;

use super::bonds::Bonds;
use super::clashes::Clashes;
use super::edit::Carried;
use super::groups::Nets;
use super::overview::Overview;
use super::pairs::{self, Meeting, Told};
use super::relate::Block;
use super::sayings::Sayings;
use super::slot::{Head, Side};
use super::{ClaimRef, Finding, Level, Relation};

/// Where a claim stands among those that it can be held against.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stand {
    /// What it counts.
    pub head: Head,
    /// Its block; `None` for what stands beside the story.
    pub block: Option<Block>,
    /// Its block among the telling numbers, where it is one.
    pub number: Option<Block>,
    /// Its block among the counts of one frame, whatever their nouns.
    pub frame: Option<Block>,
    /// Whether it is a headline's or a caption's.
    pub display: bool,
}

impl Stand {
    /// Where every claim of a reading stands.
    pub fn all(reading: &Reading) -> Arc<[Stand]> {
        (0..reading.claims.len() as u32).map(|claim| Stand::of(&Side::of(reading, claim))).collect()
    }

    /// The blocks in which it meets others.
    pub fn blocks(&self) -> impl Iterator<Item = Block> {
        self.number.into_iter().chain(self.frame).chain(self.block)
    }
}

/// A claim that a claim of the article meets, how much speaks for it, and how the two stand by their values.
type Met = (ClaimRef, f32, Level);

/// What is kept of an article that is being written.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// Where the claims of every article of the story stand.
    pub stands: Vec<Arc<[Stand]>>,
    /// For every claim of the article those that it meets, sorted; inside the article only later ones.
    met: Vec<Arc<Vec<Met>>>,
    /// The same for what was not known before, in no order.
    fresh: Vec<Vec<Met>>,
    /// Claims of the article whose meetings are those of the draft before, so far as the other claim is known too.
    known: Vec<bool>,
    /// Whether all claims of the article have the numbers that they had in the draft before, in the same blocks, so that what the known
    /// ones say to others stays.
    pub stays: bool,
    /// For every block and article the relations of the article's claims to that one's.
    found: FxHashMap<(Block, u32), Arc<[Relation]>>,
    /// What binds claims of two values to one quantity.
    pub bonds: Bonds,
    /// For every claim of the story, article by article, the one that stands for its net.
    pub nets: Arc<[u32]>,
    /// What the relations of the story come to, once they are known.
    pub overview: Option<Arc<Overview>>,
    /// The quotations of the story that may be printed twice.
    pub sayings: Sayings,
    /// The happenings of the story that clash.
    pub clashes: Clashes,
    /// The findings on figures that gave way to others of the same places.
    pub untold: Vec<Finding>,
}

impl Draft {
    /// The draft of the one article that was edited, with what can be taken over from the one before; `None` where none or
    /// several were.
    pub fn of(story: &Story, carried: &Carried) -> Option<Self> {
        let article = carried.edited()?;
        let previous = carried.previous.draft.as_deref();
        let stand = |(article, reading): (u32, &Arc<Reading>)| match previous {
            Some(draft) if carried.is_same(article) => {
                let first = carried.article_before(article)?;
                draft.stands.get(first as usize).map(Arc::clone)
            }
            _ => Some(Stand::all(reading)),
        };
        let stands = (0u32..).zip(&story.readings).map(stand).collect::<Option<Vec<_>>>()?;
        let count = story.readings[article as usize].claims.len();
        let mut draft = Draft {
            article,
            stands,
            met: vec![Arc::default(); count],
            fresh: vec![Vec::new(); count],
            known: vec![false; count],
            stays: false,
            found: FxHashMap::default(),
            bonds: Bonds::default(),
            nets: Arc::default(),
            overview: None,
            sayings: Sayings::default(),
            clashes: Clashes::default(),
            untold: Vec::new(),
        };
        if let Some(previous) = previous.filter(|p| carried.article_before(article) == Some(p.article)) {
            draft.take_over(previous, carried);
        }
        Some(draft)
    }

    fn take_over(&mut self, previous: &Draft, carried: &Carried) {
        let own = |claim: u32| ClaimRef { article: self.article, claim };
        let before: Vec<Option<ClaimRef>> =
            (0..self.met.len() as u32).map(|claim| carried.claim_before(own(claim))).collect();
        self.known = before.iter().map(Option::is_some).collect();
        let stands = |draft: &Draft| Arc::clone(&draft.stands[draft.article as usize]);
        let numbered = (0u32..).zip(&before).all(|(claim, was)| was.is_none_or(|was| was.claim == claim));
        self.stays = carried.same_cast && numbered && stands(self) == stands(previous);
        if self.stays {
            return self.stay(previous);
        }
        let now = |claim: ClaimRef| carried.claim_now(claim);
        for (met, was) in self.met.iter_mut().zip(&before) {
            let Some(was) = was else { continue };
            let all = previous.met[was.claim as usize].iter();
            let moved = all.filter_map(|&(other, score, level)| Some((now(other)?, score, level)));
            let mut moved: Vec<Met> = moved.collect();
            moved.sort_unstable_by_key(|m| m.0);
            *met = Arc::new(moved);
        }
        self.bonds = previous.bonds.renumbered(now);
    }

    /// Takes over what is known where all claims have the numbers they had: only what was found of the changed ones has to go.
    fn stay(&mut self, previous: &Draft) {
        let (article, known) = (self.article, &self.known);
        let is_gone = |claim: ClaimRef| claim.article == article && !known[claim.claim as usize];
        for (claim, met) in self.met.iter_mut().enumerate().filter(|(claim, _)| known[*claim]) {
            let before = &previous.met[claim];
            let own = before.partition_point(|m| m.0.article < article);
            let mut within = before[own..].iter().take_while(|m| m.0.article == article);
            *met = match within.any(|m| is_gone(m.0)) {
                true => Arc::new(before.iter().filter(|m| !is_gone(m.0)).copied().collect()),
                false => Arc::clone(before),
            };
        }
        let changed: Vec<ClaimRef> = self.claims().filter(|claim| is_gone(*claim)).collect();
        self.bonds = previous.bonds.without(&changed);
        self.found.clone_from(&previous.found);
        self.nets = Arc::clone(&previous.nets);
    }

    /// The claims of the article.
    fn claims(&self) -> impl Iterator<Item = ClaimRef> + use<> {
        let article = self.article;
        (0..self.known.len() as u32).map(move |claim| ClaimRef { article, claim })
    }

    /// Whether a claim is as it was in the draft before.
    pub fn is_known(&self, claim: ClaimRef) -> bool {
        claim.article != self.article || self.known[claim.claim as usize]
    }

    /// For every claim of the article whether what it says to others has to be looked at again: it or another of one of its blocks
    /// has changed.
    pub fn touched(&self) -> Vec<bool> {
        let stands = &self.stands[self.article as usize];
        let changed = stands.iter().zip(&self.known).filter(|(_, known)| !**known);
        let open: Vec<Block> = changed.flat_map(|(stand, _)| stand.blocks()).collect();
        let is_open = |stand: &Stand| stand.blocks().any(|block| open.contains(&block));
        stands.iter().zip(&self.known).map(|(stand, known)| !known || is_open(stand)).collect()
    }

    /// What claims of one block of two articles said to each other before, one of the two the draft's: where all stand in their blocks
    /// as they did, it follows from the claims that met.
    pub fn relations(&self, block: Block, first: &[Told], second: &[Told]) -> Option<Arc<[Relation]>> {
        let (own, other) = self.sides(first, second)?;
        let known = own.iter().all(|(claim, _)| self.known[claim.claim as usize]);
        self.found.get(&(block, other)).filter(|_| known).map(Arc::clone)
    }

    /// Notes what claims of one block of two articles say to each other.
    pub fn note(&mut self, block: Block, first: &[Told], second: &[Told], found: impl Into<Arc<[Relation]>>) {
        if let Some((_, other)) = self.sides(first, second) {
            self.found.insert((block, other), found.into());
        }
    }

    /// The claims of the draft's article, and the other article; `None` where neither is the draft's.
    fn sides<'t, 'a>(&self, first: &'t [Told<'a>], second: &'t [Told<'a>]) -> Option<(&'t [Told<'a>], u32)> {
        match (first[0].0.article, second[0].0.article) {
            (own, other) if own == self.article => Some((first, other)),
            (other, own) if own == self.article => Some((second, other)),
            _ => None,
        }
    }

    /// The claims of two articles that meet, one of them the draft's, as [`pairs::meetings`] has them. What was not known is noted.
    pub fn meetings(&mut self, first: &[Told], second: &[Told]) -> Vec<Meeting> {
        let turned = first[0].0.article != self.article;
        let within = first[0].0.article == second[0].0.article;
        let (own, others) = if turned { (second, first) } else { (first, second) };
        let mut all = Vec::new();
        let mut add = |own: usize, other: usize, score, level| {
            let (first, second) = if turned { (other, own) } else { (own, other) };
            all.push(Meeting { first, second, score, level });
        };
        for (i, (claim, x)) in own.iter().enumerate() {
            let behind = if within { i + 1 } else { 0 };
            let known = self.known[claim.claim as usize];
            let met = &self.met[claim.claim as usize];
            let fresh = &mut self.fresh[claim.claim as usize];
            let mut from = others.get(behind).map_or(met.len(), |(o, _)| met.partition_point(|m| m.0 < *o));
            for (j, (other, y)) in others.iter().enumerate().skip(behind) {
                if known && (other.article != self.article || self.known[other.claim as usize]) {
                    from += met[from..].iter().take_while(|m| m.0 < *other).count();
                    if let Some(&(_, score, level)) = met.get(from).filter(|m| m.0 == *other) {
                        add(i, j, score, level);
                    }
                } else if let Some((score, level)) =
                    if turned { pairs::meet(y, x) } else { pairs::meet(x, y) }
                {
                    add(i, j, score, level);
                    fresh.push((*other, score, level));
                }
            }
        }
        if turned {
            all.sort_unstable_by_key(|m| (m.first, m.second));
        }
        all
    }

    /// Puts what was not known with what was, what the relations come to, the quotations and the clashes beside it, and the
    /// findings that gave way to others.
    pub fn close(
        mut self,
        nets: &Nets,
        overview: Arc<Overview>,
        sayings: Sayings,
        untold: Vec<Finding>,
        clashes: Clashes,
    ) -> Self {
        self.nets = nets.labels();
        self.overview = Some(overview);
        self.sayings = sayings;
        self.clashes = clashes;
        self.untold = untold;
        for (met, fresh) in self.met.iter_mut().zip(std::mem::take(&mut self.fresh)) {
            if fresh.is_empty() {
                continue;
            }
            let met = Arc::make_mut(met);
            met.extend(fresh);
            met.sort_unstable_by_key(|m| m.0);
            met.dedup_by_key(|m| m.0);
        }
        self
    }
}
