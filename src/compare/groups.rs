//! Claims grouped by quantity.

use std::cmp::Reverse;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::Story;
use crate::extract::Reach;
use crate::extract::claims::lexicon;

use super::classes::Classes;
use super::edit::Carried;
use super::telling::{figure, side};
use super::{ClaimRef, Group, Level, Relation};

/// Which claims are tied to each other, however far round, and which of these nets are those of the comparison before.
pub struct Nets {
    /// For every article the number of its first claim.
    first: Vec<u32>,
    /// For every claim another one of its net, or itself for the one that stands for the net.
    parent: Vec<u32>,
    /// The nets that were not there before as they are; `None` where nothing is known of before.
    changed: Option<FxHashSet<u32>>,
}

impl Nets {
    /// The nets that these relations of a story tie.
    pub fn of(story: &Story, relations: &[Relation], carried: Option<&Carried>) -> Self {
        let mut first = Vec::with_capacity(story.readings.len());
        let mut count = 0;
        for reading in &story.readings {
            first.push(count);
            count += reading.claims.len() as u32;
        }
        let mut nets = Nets { first, parent: (0..count).collect(), changed: None };
        for relation in relations {
            let (a, b) = (nets.root(relation.a), nets.root(relation.b));
            nets.parent[a.max(b) as usize] = a.min(b);
        }
        let changed = carried.map(|carried| unequal(relations, carried));
        nets.changed = changed.map(|changed| changed.into_iter().map(|claim| nets.root(claim)).collect());
        nets
    }

    /// The claim that stands for the net of another one.
    fn root(&mut self, claim: ClaimRef) -> u32 {
        let mut at = self.first[claim.article as usize] + claim.claim;
        while self.parent[at as usize] != at {
            let above = self.parent[self.parent[at as usize] as usize];
            self.parent[at as usize] = above;
            at = above;
        }
        at
    }

    /// Counts the net of a claim as one that was not there before.
    pub fn change(&mut self, claim: ClaimRef) {
        let root = self.root(claim);
        if let Some(changed) = &mut self.changed {
            changed.insert(root);
        }
    }

    /// Whether the claims of a claim's net relate to each other as in the comparison before.
    pub fn is_same(&mut self, claim: ClaimRef) -> bool {
        let root = self.root(claim);
        self.changed.as_ref().is_some_and(|changed| !changed.contains(&root))
    }
}

/// The claims of which some relation has come, gone or changed.
fn unequal(relations: &[Relation], carried: &Carried) -> Vec<ClaimRef> {
    let same = |r: &Relation| carried.is_pair_same(r.a.article, r.b.article);
    let mut before: FxHashMap<(ClaimRef, ClaimRef), (Level, u32)> = FxHashMap::default();
    let mut changed = Vec::new();
    for r in &carried.previous.relations {
        match (carried.claim_now(r.a), carried.claim_now(r.b)) {
            (Some(a), Some(b)) if carried.is_pair_same(a.article, b.article) => {}
            (Some(a), Some(b)) => {
                before.insert((a.min(b), a.max(b)), (r.level, r.score.to_bits()));
            }
            (a, b) => changed.extend(a.into_iter().chain(b)),
        }
    }
    for r in relations.iter().filter(|r| !same(r)) {
        if before.remove(&(r.a, r.b)) != Some((r.level, r.score.to_bits())) {
            changed.extend([r.a, r.b]);
        }
    }
    changed.extend(before.into_keys().flat_map(|(a, b)| [a, b]));
    changed
}

/// The groups of a story, in its order. Those of nets that have not changed are taken over.
pub fn groups(
    story: &Story,
    relations: &[Relation],
    nets: &mut Nets,
    carried: Option<&Carried>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let before = carried.into_iter().flat_map(|c| c.previous.groups.iter().map(move |group| (c, group)));
    for (carried, group) in before {
        let members = group.members.iter().map(|&m| carried.claim_now(m)).collect::<Option<Vec<_>>>();
        let Some(mut members) = members.filter(|m| nets.is_same(m[0])) else { continue };
        members.sort_unstable();
        groups.push(Group { members, ..group.clone() });
    }
    let changed: Vec<Relation> = relations.iter().filter(|r| !nets.is_same(r.a)).copied().collect();
    groups.extend(grouped(story, &changed));
    groups.sort_by(|a, b| a.members.cmp(&b.members));
    groups
}

/// The groups that relations make of their claims.
///
/// Two classes of claims are one quantity where at least a quarter of the pairs that could be related are: one doubtful relation
/// does not make one group of two quantities. Claims that agree come together first, then those that clash, then the mild ones, and
/// `several thousand` last, which would go with many; at each level those for which most speaks.
fn grouped(story: &Story, relations: &[Relation]) -> Vec<Group> {
    let mut classes = Classes::of(relations);
    let rank = |r: &Relation| {
        let vague = |c: ClaimRef| side(story, c).figure.value.vague;
        (vague(r.a) || vague(r.b), r.level != Level::Agree, Reverse(r.level))
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
    let group = |(class, members): (u32, Vec<ClaimRef>)| {
        let level = levels.get(&class).copied().unwrap_or(Level::Agree);
        let unit = figure(story, members[0]).unit.to_string();
        Group { about: about(story, &members), unit, level, members }
    };
    classes.all().map(group).collect()
}

/// The quantity in a few words: the longest counted phrase, then what is said of it.
fn about(story: &Story, members: &[ClaimRef]) -> String {
    let sides = || members.iter().map(|&m| side(story, m));
    let noun = sides()
        .filter_map(|s| s.figure.of.as_deref())
        .filter(|of| of.len() <= 60)
        .max_by_key(|of| of.len())
        .map_or_else(|| figure(story, members[0]).unit.to_string(), str::to_owned);
    let said = sides().find_map(|s| s.predicates().iter().find(|p| p.1 <= Reach::Clause).map(|p| p.0));
    match said.map(lexicon::predicate_name) {
        Some(said) if !noun.contains(said) => format!("{noun} · {said}"),
        _ => noun,
    }
}
