//! `lost-hedge`: about, at least or alleged in every other source, and gone here.
//!
//! It takes two other witnesses who print the same number, all with a hedge, or say of one person that he did something
//! `allegedly`, all of them. Silent where this article hedges it elsewhere, as where a headline leaves out the `about` of the text,
//! where it gives the words to a speaker, and where it tells of a charge, a plea or a verdict.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::{Claim, EntityKind, Notion, Polarity, Reading, State, Statement};
use crate::text::BlockKind;

use super::overview::Overview;
use super::telling;
use super::{ClaimRef, Code, Finding, Level, Place, Relation, Severity};

/// How many other witnesses must hedge.
const WITNESSES: usize = 2;

/// The findings on hedges of a story.
pub fn find(story: &Story, overview: &Overview) -> Vec<Finding> {
    let lost = overview.hedged.iter().filter(|(claim, others)| is_lost(story, *claim, others));
    let mut bare: Vec<&(ClaimRef, Vec<ClaimRef>)> = lost.collect();
    bare.dedup_by_key(|(claim, _)| claim.article);
    let numbers = bare.into_iter().map(|(claim, others)| finding(story, *claim, others.clone()));
    numbers.chain(alleged(story)).collect()
}

/// The claims without a hedge whose number other articles print, all of them with one; with the claims there, in order. A hedge
/// elsewhere in the article itself counts for it.
pub fn hedged_elsewhere(story: &Story, relations: &[Relation]) -> Vec<(ClaimRef, Vec<ClaimRef>)> {
    // A story has many more relations than claims.
    let hedges = |reading: &Arc<Reading>| {
        let hedge = |claim: &Claim| reading.figures[claim.figure as usize].hedge;
        reading.claims.iter().map(|claim| hedge(claim).is_some()).collect()
    };
    let hedges: Vec<Vec<bool>> = story.readings.iter().map(hedges).collect();
    let is_hedged = |claim: ClaimRef| hedges[claim.article as usize][claim.claim as usize];
    let same = || relations.iter().filter(|r| r.level == Level::Agree);
    let mut hedged: FxHashMap<ClaimRef, Vec<ClaimRef>> = FxHashMap::default();
    for r in same().filter(|r| r.a.article != r.b.article) {
        match (is_hedged(r.a), is_hedged(r.b)) {
            (false, true) if prints_same(story, r) => hedged.entry(r.a).or_default().push(r.b),
            (true, false) if prints_same(story, r) => hedged.entry(r.b).or_default().push(r.a),
            _ => {}
        }
    }
    if hedged.is_empty() {
        return Vec::new();
    }
    for r in same().filter(|r| prints_same(story, r)) {
        for (claim, other) in [(r.a, r.b), (r.b, r.a)] {
            if is_hedged(other) == (claim.article == other.article) {
                hedged.remove(&claim);
            }
        }
    }
    let mut hedged: Vec<(ClaimRef, Vec<ClaimRef>)> = hedged.into_iter().collect();
    hedged.sort_unstable_by_key(|(claim, _)| *claim);
    hedged
}

/// Words of a sentence in which what is alleged has come before a court, or is told as somebody's charge.
const COURT: [&str; 10] =
    ["accus", "charge", "convict", "guilty", "admit", "confess", "suspic", "prosecut", "court", "indict"];

/// What an article says of something that a person is said to have done.
#[derive(Default)]
struct Told<'a> {
    /// Statements that hold it at arm's length.
    alleged: Vec<(u32, &'a Statement)>,
    /// Statements that do not.
    plain: Vec<(u32, &'a Statement)>,
}

/// What every other source only alleges of a person, and one asserts in its own voice.
fn alleged(story: &Story) -> Vec<Finding> {
    if story.readings.iter().flat_map(|r| &r.statements).all(|s| s.alleged.is_empty()) {
        return Vec::new();
    }
    let mut deeds: BTreeMap<(u32, u32), Told> = BTreeMap::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for statement in reading.statements.iter().filter(|s| s.polarity == Polarity::Affirms) {
            let lists = &reading.lists;
            for &(name, _) in &lists.names[statement.names] {
                let linked = story.entity_of[article as usize][name as usize];
                if story.entities[linked as usize].kind != EntityKind::Person {
                    continue;
                }
                for &Notion { key: notion, .. } in &lists.notions[statement.notions] {
                    let told = deeds.entry((linked, notion)).or_default();
                    let doubted = lists.keys[statement.alleged].binary_search(&notion).is_ok();
                    let list = if doubted { &mut told.alleged } else { &mut told.plain };
                    list.push((article, statement));
                }
            }
        }
    }
    let mut found: Vec<Finding> = deeds.values().filter_map(|told| asserted(story, told)).collect();
    found.sort_by_key(|f| f.at);
    found.dedup_by_key(|f| f.at.article);
    found
}

/// The finding where one article alone asserts what two others or more allege.
fn asserted(story: &Story, told: &Told) -> Option<Finding> {
    let (article, statement) = *told.plain.first()?;
    let witnesses = witnesses(story, told.alleged.iter().map(|(article, _)| *article));
    let alone =
        told.plain.iter().all(|(a, _)| *a == article) && told.alleged.iter().all(|(a, _)| *a != article);
    if witnesses.len() < WITNESSES || !alone || statement.said.is_some() {
        return None;
    }
    let reading = &story.readings[article as usize];
    let block = reading.article.block_at(statement.span.start).map(|b| reading.article.blocks[b].kind);
    let words = reading.article.slice(statement.span).to_lowercase();
    if block != Some(BlockKind::Paragraph) || COURT.iter().any(|c| words.contains(c)) {
        return None;
    }
    let place = |article: u32, s: &Statement| Place { article, span: s.span };
    let others: Vec<(Place, Arc<str>)> = told
        .alleged
        .iter()
        .map(|(a, s)| (place(*a, s), format!("“alleged” in {}", telling::source(story, *a, article)).into()))
        .collect();
    let message = format!("asserted here; {}, and in all {} others", others[0].1, witnesses.len());
    let at = place(article, statement);
    Some(Finding { code: Code::LostHedge, severity: Severity::Information, at, message, related: others })
}

fn prints_same(story: &Story, r: &Relation) -> bool {
    let (a, b) = (telling::figure(story, r.a), telling::figure(story, r.b));
    a.value.is_same(&b.value) && !a.value.vague
}

/// The witnesses that articles are, each once.
fn witnesses(story: &Story, articles: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut witnesses: Vec<u32> = articles.map(|article| story.witness[article as usize]).collect();
    witnesses.sort_unstable();
    witnesses.dedup();
    witnesses
}

/// Whether a claim lost the hedge that the claims of other articles have.
fn is_lost(story: &Story, claim: ClaimRef, others: &[ClaimRef]) -> bool {
    let witnesses = witnesses(story, others.iter().map(|other| other.article));
    telling::side(story, claim).claim.state == State::Fact
        && witnesses.len() >= WITNESSES
        && !witnesses.contains(&story.witness[claim.article as usize])
}

fn finding(story: &Story, claim: ClaimRef, mut others: Vec<ClaimRef>) -> Finding {
    others.sort_unstable();
    let message = format!(
        "{} here{}; {}, and hedged in all {} others",
        telling::printed(story, claim),
        telling::speaker(story, claim),
        telling::elsewhere(story, others[0], claim.article),
        others.len(),
    );
    let related = others
        .iter()
        .map(|&o| (telling::place(story, o), telling::elsewhere(story, o, claim.article).into()))
        .collect();
    let at = telling::place(story, claim);
    Finding { code: Code::LostHedge, severity: Severity::Information, at, message, related }
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        assert_eq!(told(Code::LostHedge, texts), expected, "{texts:?}");
    }

    #[test]
    fn all_others_hedge() {
        check(
            &[
                "At least 17 people were killed in the Oakville flood, and a bridge fell.",
                "The Oakville flood killed at least 17 people on Sunday. Schools stay shut.",
                "Officials said at least 17 people were killed by the flood in Oakville.",
                "The flood in Oakville killed 17 people. Rain is forecast for the week.",
            ],
            "4:“17”",
        );
    }

    #[test]
    fn all_others_allege() {
        check(
            &[
                "Marco Dellis allegedly stabbed a barman in Hove on Friday. The bar is shut.",
                "Police are looking for Marco Dellis, who allegedly stabbed the barman in Hove.",
                "On Friday Marco Dellis stabbed a barman in Hove. The street was closed for hours.",
            ],
            "3:“On Friday Marco Dellis stabbed a barman in Hove.”",
        );
        check(
            &[
                "Ana Brandt, the mayor of Lund, allegedly embezzled grants.",
                "Ana Brandt allegedly embezzled grants for a pool in Lund, the paper said.",
                "Ana Brandt embezzled grants for the pool in Lund, the auditors said.",
            ],
            "",
        );
        check(
            &[
                "Marco Dellis allegedly stabbed a barman in Hove on Friday.",
                "Marco Dellis, who allegedly stabbed the barman in Hove, is 34.",
                "Marco Dellis was convicted of murder: he stabbed a barman in Hove.",
            ],
            "",
        );
        check(
            &[
                "Marco Dellis allegedly stabbed a barman in Hove on Friday.",
                "On Friday Marco Dellis stabbed a barman in Hove.",
                "The barman was stabbed in Hove.",
            ],
            "",
        );
    }

    #[test]
    fn too_little_to_tell() {
        check(&["At least 17 people were killed in the flood.", "The flood killed 17 people on Sunday."], "");
        check(
            &[
                "At least 17 people were killed in the Oakville flood.",
                "The Oakville flood killed 17 people on Sunday.",
                "Officials said 17 people were killed by the flood in Oakville.",
            ],
            "",
        );
    }
}
