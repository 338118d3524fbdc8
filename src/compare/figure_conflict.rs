//! `figure-conflict` and `figure-differs`: the same quantity, another value.
//!
//! A conflict is a warning where the values cannot both be right; where an article itself sets both side by side it is
//! information. A difference (open bounds, a rising toll, plan and outcome) is information. Each is told once for each place, a
//! difference once for each quantity of an article, with every rival linked.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;

use super::edit::Carried;
use super::groups::Nets;
use super::telling;
use super::{ClaimRef, Code, Finding, Group, Level, Place, Relation, Severity, values};

/// The findings on figures of a story. Those of nets of claims that are as they were are taken over.
pub fn find(
    story: &Story,
    relations: &[Relation],
    groups: &[Group],
    nets: &mut Nets,
    carried: Option<&Carried>,
) -> Vec<Finding> {
    let mut findings = taken_over(nets, carried);
    let taken = carried.is_some_and(|carried| carried.tells_as_before());
    let nets = &*nets;
    let is_new = |claim| !taken || !nets.is_same(claim);
    let relations = if taken && nets.are_same() { &[] } else { relations };
    let mut rivals: BTreeMap<(ClaimRef, Level), Vec<ClaimRef>> = BTreeMap::new();
    for r in relations.iter().filter(|r| r.level != Level::Agree && is_new(r.a)) {
        rivals.entry((r.a, r.level)).or_default().push(r.b);
        rivals.entry((r.b, r.level)).or_default().push(r.a);
    }
    let groups = groups.iter().enumerate().filter(|(_, g)| is_new(g.members[0]));
    let group_of: FxHashMap<ClaimRef, usize> =
        groups.flat_map(|(i, g)| g.members.iter().map(move |&claim| (claim, i))).collect();
    // A difference is told once for each quantity of an article, where it is printed first, with the rivals of every printing.
    let mut at: FxHashMap<(u32, usize), ClaimRef> = FxHashMap::default();
    let mut told: BTreeMap<(ClaimRef, Level), Vec<ClaimRef>> = BTreeMap::new();
    for ((claim, level), others) in rivals {
        let first = match group_of.get(&claim) {
            Some(&group) if level == Level::Differs => *at.entry((claim.article, group)).or_insert(claim),
            _ => claim,
        };
        told.entry((first, level)).or_default().extend(others);
    }
    let mut wordings = Wordings { story, known: FxHashMap::default() };
    findings.extend(told.into_iter().map(|((claim, level), others)| {
        let code = if level == Level::Conflict { Code::FigureConflict } else { Code::FigureDiffers };
        finding(&mut wordings, claim, others, code)
    }));
    findings
}

/// Claims in words for other articles: one that has many rivals is told beside each of them.
struct Wordings<'a> {
    story: &'a Story,
    known: FxHashMap<(ClaimRef, u32), Arc<str>>,
}

impl Wordings<'_> {
    /// A claim in words for an article.
    fn of(&mut self, claim: ClaimRef, here: u32) -> Arc<str> {
        let story = self.story;
        let words = self.known.entry((claim, here));
        Arc::clone(words.or_insert_with(|| telling::elsewhere(story, claim, here).into()))
    }
}

/// The findings of the comparison before on nets that are as they were. A net of which one cannot be told as it was counts as
/// changed from then on.
fn taken_over(nets: &mut Nets, carried: Option<&Carried>) -> Vec<Finding> {
    let Some(carried) = carried.filter(|carried| carried.tells_as_before()) else { return Vec::new() };
    let mut taken = Vec::new();
    let codes = |f: &&Finding| matches!(f.code, Code::FigureConflict | Code::FigureDiffers);
    for finding in carried.previous.findings.iter().chain(carried.previous.untold()).filter(codes) {
        let claim = carried.claim_now_at(finding.at).filter(|&claim| nets.is_same(claim));
        match claim.map(|claim| (claim, carried.moved(finding))) {
            Some((claim, Some(finding))) => taken.push((claim, finding)),
            Some((claim, None)) => nets.change(claim),
            None => {}
        }
    }
    taken.retain(|&(claim, _)| nets.is_same(claim));
    taken.into_iter().map(|(_, finding)| finding).collect()
}

fn finding(wordings: &mut Wordings, claim: ClaimRef, mut others: Vec<ClaimRef>, code: Code) -> Finding {
    let story = wordings.story;
    let conflict = code == Code::FigureConflict;
    others.sort_unstable_by_key(|o| (o.article == claim.article, *o));
    others.dedup();
    let set_out = conflict && sets_out_both(story, claim, &others);
    let severity = if conflict && !set_out { Severity::Warning } else { Severity::Information };
    let related: Vec<(Place, Arc<str>)> =
        others.iter().map(|&o| (telling::place(story, o), wordings.of(o, claim.article))).collect();
    Finding {
        code,
        severity,
        at: telling::place(story, claim),
        message: message(story, claim, &others, &related[0].1),
        related,
    }
}

/// Whether the claim's own article prints a rival value too, from another mouth.
fn sets_out_both(story: &Story, claim: ClaimRef, others: &[ClaimRef]) -> bool {
    others
        .iter()
        .any(|o| o.article == claim.article && telling::speaker(story, *o) != telling::speaker(story, claim))
}

/// `“12,000” here (Arta Delvina); “11,000” in Adria Press, 14 Oct, and 2 more`.
fn message(story: &Story, claim: ClaimRef, others: &[ClaimRef], first: &str) -> String {
    let mut text =
        format!("{} here{}; {first}", telling::printed(story, claim), telling::speaker(story, claim));
    if others.len() > 1 {
        text.push_str(&format!(", and {} more", others.len() - 1));
    }
    if let Some(times) = powers_of_ten(story, claim, others[0]) {
        text.push_str(&format!("; {times} times apart"));
    }
    text
}

/// `ten`, `a hundred` or `a thousand` where the one value is that many times the other: a slip of the magnitude.
fn powers_of_ten(story: &Story, a: ClaimRef, b: ClaimRef) -> Option<&'static str> {
    let ratio = values::ratio(telling::figure(story, a), telling::figure(story, b))?;
    [(10.0, "ten"), (100.0, "a hundred"), (1000.0, "a thousand")]
        .into_iter()
        .find(|(times, _)| (ratio / times - 1.0).abs() < 0.02)
        .map(|(_, name)| name)
}
