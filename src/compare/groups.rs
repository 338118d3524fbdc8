//! Claims grouped by quantity.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::corpus::Story;
use crate::extract::claims::lexicon;

use super::classes::Classes;
use super::draft::Draft;
use super::edit::Carried;
use super::numbers::Numbers;
use super::relate::Related;
use super::telling::{figure, side};
use super::{ClaimRef, Group, Level, Relation};

/// Which claims are tied to each other, however far round, and which of these nets are those of the comparison before.
pub struct Nets {
    numbers: Numbers,
    /// For every claim the first of its net, by number.
    of: Vec<u32>,
    /// For every claim whether its net was there before as it is.
    same: Vec<bool>,
    /// Whether all nets were.
    all_same: bool,
}

impl Nets {
    /// The nets that the relations of a story tie. Those of `draft` that hold no changed claim are taken over.
    pub fn of(story: &Story, related: &Related, carried: Option<&Carried>, draft: Option<&Draft>) -> Self {
        let numbers = Numbers::of(story);
        let count = numbers.count();
        let of = (0..count).collect();
        let mut nets = Nets { numbers, of, same: vec![false; count as usize], all_same: false };
        match (draft.map(|draft| &draft.nets[..]), &related.changed) {
            (Some(before), Some(changed)) if before.len() == count as usize && changed.is_empty() => {
                nets.of.copy_from_slice(before);
                nets.same.fill(true);
                nets.all_same = true;
            }
            (Some(before), Some(changed)) if before.len() == count as usize => {
                nets.tie_again(before, &related.relations, changed);
            }
            _ => nets.tie_all(&related.relations, carried),
        }
        nets
    }

    fn tie_all(&mut self, relations: &[Relation], carried: Option<&Carried>) {
        relations.iter().for_each(|relation| self.tie(relation));
        (0..self.of.len() as u32).for_each(|claim| self.of[claim as usize] = self.root(claim));
        if let Some(carried) = carried {
            let changed = unequal(relations, carried).into_iter().map(|claim| self.net(claim));
            let changed: FxHashSet<u32> = changed.collect();
            self.same = self.of.iter().map(|net| !changed.contains(net)).collect();
        }
    }

    /// Ties anew only the claims of nets that held a changed one.
    fn tie_again(&mut self, before: &[u32], relations: &[Relation], changed: &[ClaimRef]) {
        let mut open = vec![false; before.len()];
        changed.iter().for_each(|&claim| open[before[self.numbers.number(claim) as usize] as usize] = true);
        self.same = before.iter().map(|&net| !open[net as usize]).collect();
        for (claim, net) in before.iter().enumerate().filter(|(_, net)| !open[**net as usize]) {
            self.of[claim] = *net;
        }
        for relation in relations {
            if !self.is_same(relation.a) {
                self.tie(relation);
            }
        }
        for claim in (0..before.len() as u32).filter(|claim| open[before[*claim as usize] as usize]) {
            self.of[claim as usize] = self.root(claim);
        }
    }

    /// Makes one net of those of two claims.
    fn tie(&mut self, relation: &Relation) {
        let (a, b) = (self.root(self.numbers.number(relation.a)), self.root(self.numbers.number(relation.b)));
        self.of[a.max(b) as usize] = a.min(b);
    }

    /// The first claim of the net of another one, both by number, as long as nets are being tied.
    fn root(&mut self, mut at: u32) -> u32 {
        while self.of[at as usize] != at {
            let above = self.of[self.of[at as usize] as usize];
            self.of[at as usize] = above;
            at = above;
        }
        at
    }

    fn net(&self, claim: ClaimRef) -> u32 {
        self.of[self.numbers.number(claim) as usize]
    }

    /// Counts the net of a claim as one that was not there before.
    pub fn change(&mut self, claim: ClaimRef) {
        self.all_same = false;
        let changed = self.net(claim);
        for (same, _) in self.same.iter_mut().zip(&self.of).filter(|(_, net)| **net == changed) {
            *same = false;
        }
    }

    /// Whether the claims of a claim's net relate to each other as in the comparison before.
    pub fn is_same(&self, claim: ClaimRef) -> bool {
        self.same[self.numbers.number(claim) as usize]
    }

    /// Whether all claims of the story relate to each other as in the comparison before, each by the number that it had.
    pub fn are_same(&self) -> bool {
        self.all_same
    }

    /// For every claim, article by article, the first of its net.
    pub fn labels(&self) -> Arc<[u32]> {
        self.of.as_slice().into()
    }
}

/// The claims of which some relation has come, gone or changed.
fn unequal(relations: &[Relation], carried: &Carried) -> Vec<ClaimRef> {
    let mut changed = Vec::new();
    let mut before: Vec<Relation> = Vec::new();
    for r in carried.previous.relations.iter() {
        let articles = carried.article_now(r.a.article).zip(carried.article_now(r.b.article));
        if articles.is_some_and(|(a, b)| carried.is_pair_same(a, b)) {
            continue;
        }
        match (carried.claim_now(r.a), carried.claim_now(r.b)) {
            (Some(a), Some(b)) => before.push(Relation { a: a.min(b), b: a.max(b), ..*r }),
            (a, b) => changed.extend(a.into_iter().chain(b)),
        }
    }
    before.sort_unstable_by_key(|r| (r.a, r.b));
    let mut before = before.into_iter().peekable();
    for r in relations.iter().filter(|r| !carried.is_pair_same(r.a.article, r.b.article)) {
        while let Some(gone) = before.next_if(|was| (was.a, was.b) < (r.a, r.b)) {
            changed.extend([gone.a, gone.b]);
        }
        let was = before.next_if(|was| (was.a, was.b) == (r.a, r.b));
        if was.is_none_or(|was| (was.level, was.score.to_bits()) != (r.level, r.score.to_bits())) {
            changed.extend([r.a, r.b]);
        }
    }
    changed.extend(before.flat_map(|gone| [gone.a, gone.b]));
    changed
}

/// The groups of a story, in its order. Those of nets that have not changed are taken over.
pub fn groups(
    story: &Story,
    relations: &[Relation],
    nets: &Nets,
    carried: Option<&Carried>,
) -> Arc<Vec<Group>> {
    if let Some(carried) = carried.filter(|_| nets.are_same()) {
        return Arc::clone(&carried.previous.groups);
    }
    let mut groups: Vec<Group> = Vec::new();
    let before = carried.into_iter().flat_map(|c| c.previous.groups.iter().map(move |group| (c, group)));
    for (carried, group) in before {
        let members = group.members.iter().map(|&m| carried.claim_now(m)).collect::<Option<Vec<_>>>();
        let Some(mut members) = members.filter(|m| nets.is_same(m[0])) else { continue };
        members.sort_unstable();
        groups.push(Group { members, ..group.clone() });
    }
    let changed: Vec<Relation> = relations.iter().filter(|r| !nets.is_same(r.a)).copied().collect();
    groups.extend(grouped(story, &nets.numbers, &changed));
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    Arc::new(groups)
}

/// The groups that relations make of their claims.
///
/// Two classes of claims are one quantity where at least a quarter of the pairs that could be related are: one doubtful relation
/// does not make one group of two quantities. Claims that agree come together first, then those that clash, then the mild ones, and
/// `several thousand` last, which would go with many; at each level those for which most speaks.
fn grouped(story: &Story, numbers: &Numbers, relations: &[Relation]) -> Vec<Group> {
    let pairs: Vec<_> = relations.iter().map(|r| (numbers.number(r.a), numbers.number(r.b))).collect();
    let mut classes = Classes::of(numbers, &pairs);
    let mut ordered: Vec<_> = (0u32..).zip(relations).map(|(i, r)| (rank(story, r), i)).collect();
    ordered.sort_unstable();
    for (_, i) in ordered {
        let pair = pairs[i as usize];
        // Values that cannot both be right are of one quantity, or they would not be held against each other.
        let sure = relations[i as usize].level == Level::Conflict;
        if sure || classes.ties(pair).is_some_and(|(found, possible)| 4 * found >= possible) {
            classes.join(pair);
        }
    }
    let mut levels = vec![Level::Agree; numbers.count() as usize];
    for (r, &(a, b)) in relations.iter().zip(&pairs) {
        let class = classes.class_of(a);
        if class == classes.class_of(b) {
            levels[class as usize] = levels[class as usize].max(r.level);
        }
    }
    let group = |(class, members): (u32, Vec<ClaimRef>)| {
        let unit = figure(story, members[0]).unit.to_string();
        Group { about: about(story, &members), unit, level: levels[class as usize], members }
    };
    classes.all().map(group).collect()
}

/// A number that is the smaller, the earlier two claims come together; for relations of one rank and score their order decides.
fn rank(story: &Story, relation: &Relation) -> u64 {
    let vague = |claim: ClaimRef| figure(story, claim).value.vague;
    let level = match relation.level {
        Level::Agree => 0,
        Level::Conflict => 1,
        Level::Differs => 2,
    };
    let bits = relation.score.to_bits();
    // As `f32::total_cmp` has it: among negative numbers the greater bits are the smaller number.
    let ascending = if bits >> 31 == 1 { !bits } else { bits | 1 << 31 };
    let vague = u64::from(vague(relation.a) || vague(relation.b));
    vague << 34 | level << 32 | u64::from(!ascending)
}

/// The quantity in a few words: the longest counted phrase, then what is said of it.
fn about(story: &Story, members: &[ClaimRef]) -> String {
    let sides = || members.iter().map(|&m| side(story, m));
    let noun = sides()
        .filter_map(|s| s.figure.of(&s.reading.article))
        .filter(|of| of.len() <= 60)
        .max_by_key(|of| of.len())
        .map_or_else(|| figure(story, members[0]).unit.to_string(), str::to_owned);
    let said = sides().find_map(|s| s.said());
    match said.map(lexicon::predicate_name) {
        Some(said) if !noun.contains(said) => format!("{noun} · {said}"),
        _ => noun,
    }
}
