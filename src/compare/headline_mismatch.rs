//! `headline-mismatch`: a figure of the headline, a subhead or a caption that the body contradicts or does not have.
//!
//! The body contradicts it where it gives another value for the same quantity and nowhere one that fits. It does not have it where
//! the headline prints a telling amount of people, money or percent and no figure of the body, no sum and no difference of two of
//! them comes near, though the body deals in amounts of that kind. Rounding is the headline's good right.

use std::collections::BTreeMap;

use crate::corpus::Story;
use crate::extract::{Figure, Hedge, Reading, Unit};
use crate::text::BlockKind;

use super::edit::Carried;
use super::overview::Overview;
use super::slot::{self, Side};
use super::telling;
use super::{ClaimRef, Code, Finding, Level, Place, Relation, Severity, titles, values};

#[cfg(test)]
mod tests;

/// Numbers below this stand for many things by chance, and are counted up from a list as often as printed.
const TELLING: f64 = 20.0;
/// How many figures a body has at least that could hold the headline's.
const ENOUGH: usize = 3;
/// Bodies with more figures are tables; their sums fit anything.
const TABLE: usize = 60;

/// The findings on headlines of a story. What an article that is as it was lacks, and does not contradict, is taken over.
pub fn find(
    story: &Story,
    relations: &[Relation],
    overview: &Overview,
    carried: Option<&Carried>,
) -> Vec<Finding> {
    let mut findings = contradicted(story, relations, overview);
    let carried = carried.filter(|carried| carried.same_cast);
    for (article, reading) in (0u32..).zip(&story.readings) {
        let same = carried.filter(|c| c.is_same(article) && findings.iter().all(|f| f.at.article != article));
        if let Some(carried) = same {
            findings.extend(carried.findings_within(article, Code::HeadlineMismatch));
            continue;
        }
        let missing = missing(reading).map(|claim| ClaimRef { article, claim });
        let fresh = missing.filter(|m| findings.iter().all(|f| f.at != telling::place(story, *m)));
        let fresh: Vec<Finding> = fresh.map(|claim| absent(story, claim)).collect();
        findings.extend(fresh);
        findings.extend(of_title(story, article));
    }
    findings
}

/// The figures of the title in the front matter that the text contradicts or lacks. It is no part of the story, so no relations know it.
fn of_title(story: &Story, article: u32) -> Vec<Finding> {
    let reading = &story.readings[article as usize];
    let body = body_of(reading);
    let whole = (ENOUGH..=TABLE).contains(&body.len());
    let mut found = Vec::new();
    for claim in 0..titles::in_title(reading) {
        let head = Side::of(reading, claim);
        let at = Place { article, span: head.figure.span };
        let rivals = rivals(reading, article, &head).filter(|_| !adds_up(&body, head.figure));
        if let Some(rivals) = rivals {
            found.push(against(story, ClaimRef { article, claim }, &rivals));
        } else if whole && is_telling(head.figure) && !has(&body, head.figure) {
            found.push(lacking(at, &telling::quoted(story, at)));
        }
    }
    found
}

/// The claims of the text that contradict a figure of the headline, where some do and none upholds it.
fn rivals(reading: &Reading, article: u32, head: &Side) -> Option<Vec<ClaimRef>> {
    let running = (0u32..).zip(&reading.claims).map(|c| c.0).filter(|&c| {
        let kind = kind_of(reading, Side::of(reading, c).figure);
        matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow))
    });
    let mut against = Vec::new();
    for claim in running {
        let body = Side::of(reading, claim);
        let same =
            head.figure.value.lo == body.figure.value.lo && head.figure.value.hi == body.figure.value.hi;
        let Some(score) = slot::score(head, &body).filter(|&s| s >= slot::RELATED) else { continue };
        match values::relate(head.figure, body.figure) {
            _ if same => return None,
            Some(Level::Conflict) if score >= slot::CERTAIN => against.push(ClaimRef { article, claim }),
            Some(Level::Agree | Level::Differs) => return None,
            _ => {}
        }
    }
    (!against.is_empty()).then_some(against)
}

/// Takes the findings on figures out that say the same: those on headlines that are told here, and those on the body that only
/// such a headline contradicts.
pub fn take_over(findings: &mut Vec<Finding>, mismatches: &[Finding]) -> Vec<Finding> {
    let told = |place: Place| mismatches.iter().any(|m| m.at == place);
    let gives_way = |f: &mut Finding| {
        let within = |place: Place| place.article == f.at.article && told(place);
        f.code == Code::FigureConflict && (told(f.at) || f.related.iter().all(|(place, _)| within(*place)))
    };
    findings.extract_if(.., gives_way).collect()
}

/// Whether a claim stands above or beside the running text.
fn is_heading(story: &Story, claim: ClaimRef) -> bool {
    let reading = &story.readings[claim.article as usize];
    matches!(
        kind_of(reading, telling::figure(story, claim)),
        Some(BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption)
    )
}

/// Of relations within one article those between a headline or caption and the text: the two, in this order, and how they stand.
pub fn headed<'a>(
    story: &'a Story,
    within: &'a [Relation],
) -> impl Iterator<Item = (ClaimRef, ClaimRef, Level)> + use<'a> {
    within.iter().filter_map(|r| match (is_heading(story, r.a), is_heading(story, r.b)) {
        (true, false) => Some((r.a, r.b, r.level)),
        (false, true) => Some((r.b, r.a, r.level)),
        _ => None,
    })
}

fn contradicted(story: &Story, relations: &[Relation], overview: &Overview) -> Vec<Finding> {
    let mut rivals: BTreeMap<ClaimRef, Vec<ClaimRef>> = BTreeMap::new();
    let mut upheld = Vec::new();
    for &(head, body, level) in &overview.headed {
        match level {
            Level::Conflict => rivals.entry(head).or_default().push(body),
            Level::Agree | Level::Differs => upheld.push(head),
        }
    }
    rivals.retain(|head, _| {
        let side = telling::side(story, *head);
        !upheld.contains(head) && !adds_up(&body_of(side.reading), side.figure)
    });
    if rivals.is_empty() {
        return Vec::new();
    }
    // The rivals in other articles belong to the one finding of the place.
    for r in relations.iter().filter(|r| r.level == Level::Conflict && r.a.article != r.b.article) {
        for (mine, other) in [(r.a, r.b), (r.b, r.a)] {
            if let Some(others) = rivals.get_mut(&mine) {
                others.push(other);
            }
        }
    }
    rivals.into_iter().map(|(head, body)| against(story, head, &body)).collect()
}

/// `“45” in the headline; “54” further on here (Arta Delvina)`.
fn against(story: &Story, head: ClaimRef, body: &[ClaimRef]) -> Finding {
    let related = body
        .iter()
        .map(|&b| (telling::place(story, b), telling::elsewhere(story, b, head.article).into()))
        .collect();
    let message = format!(
        "{} in the {}; {}",
        telling::printed(story, head),
        heading(story, head),
        telling::elsewhere(story, body[0], head.article)
    );
    let at = telling::place(story, head);
    Finding { code: Code::HeadlineMismatch, severity: Severity::Warning, at, message, related }
}

fn heading(story: &Story, claim: ClaimRef) -> &'static str {
    let side = telling::side(story, claim);
    let block = side.reading.article.block_at(side.figure.span.start);
    match block.map(|b| side.reading.article.blocks[b].kind) {
        Some(BlockKind::Caption) => "caption",
        Some(BlockKind::Subhead) => "subhead",
        _ => "headline",
    }
}

fn absent(story: &Story, claim: ClaimRef) -> Finding {
    lacking(telling::place(story, claim), &telling::printed(story, claim))
}

/// `“640” in the headline; the text has no such figure`.
fn lacking(at: Place, printed: &str) -> Finding {
    let message = format!("{printed} in the headline; the text has no such figure");
    Finding { code: Code::HeadlineMismatch, severity: Severity::Warning, at, message, related: Vec::new() }
}

fn kind_of(reading: &Reading, figure: &Figure) -> Option<BlockKind> {
    reading.article.block_at(figure.span.start).map(|b| reading.article.blocks[b].kind)
}

/// The figures of the running text.
fn body_of(reading: &Reading) -> Vec<&Figure> {
    let running = |k| matches!(k, Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow));
    reading.figures.iter().filter(|f| running(kind_of(reading, f))).collect()
}

/// The figures of a headline that the body lacks, by index.
fn missing(reading: &Reading) -> impl Iterator<Item = u32> {
    let body = body_of(reading);
    let whole = (ENOUGH..=TABLE).contains(&body.len());
    let heads = (0u32..)
        .zip(&reading.figures)
        .filter(move |(_, f)| whole && kind_of(reading, f) == Some(BlockKind::Headline));
    heads.filter(move |(_, f)| is_telling(f) && !has(&body, f)).map(|(i, _)| i)
}

fn is_telling(figure: &Figure) -> bool {
    let kind = matches!(figure.unit, Unit::Person | Unit::Money(_) | Unit::Percent);
    let plain = matches!(figure.hedge, None | Some(Hedge::About | Hedge::Almost));
    kind && plain && !figure.value.vague && figure.value.lo == figure.value.hi && figure.value.lo >= TELLING
}

/// Whether the body has the amount, or one that comes to it; also whether it has none of its kind, so that nothing can be said.
fn has(body: &[&Figure], head: &Figure) -> bool {
    !body.iter().any(|f| values::same_dimension(&f.unit, &head.unit))
        || body.iter().any(|f| {
            fits(head, f.value.middle())
                || values::relate(f, head).is_some_and(|level| level != Level::Conflict)
        })
        || adds_up(body, head)
}

/// Whether a number is the headline's, rounded as headlines are.
fn fits(head: &Figure, number: f64) -> bool {
    let two_digits = 10f64.powf(head.value.lo.abs().max(1.0).log10().floor() - 1.0);
    (number - head.value.lo).abs() <= head.value.place.max(two_digits).max(1.0)
}

/// Whether the headline's figure is the sum or the difference of two of the body, or the sum of all of its kind.
fn adds_up(body: &[&Figure], head: &Figure) -> bool {
    let alike: Vec<f64> = body
        .iter()
        .filter(|f| values::same_dimension(&f.unit, &head.unit))
        .map(|f| f.value.middle())
        .collect();
    let of_two = || {
        alike
            .iter()
            .enumerate()
            .any(|(i, a)| alike[i + 1..].iter().any(|b| fits(head, a + b) || fits(head, (a - b).abs())))
    };
    alike.len() > 1 && alike.len() <= TABLE && (fits(head, alike.iter().sum()) || of_two())
}
