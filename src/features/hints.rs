//! What stands beside the words: the day behind `Thursday`, the value that most sources give.

use super::hover::one_line;
use super::related;
use crate::compare::{ClaimRef, Comparison, Group};
use crate::extract::{DateMention, Reading};
use crate::text::Span;

/// What a hint is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum HintKind {
    /// A relative day.
    Date,
    /// A figure that most other sources give otherwise.
    Figure,
}

/// Words to be shown behind a place of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hint {
    /// What it stands behind.
    pub span: Span,
    /// The words.
    pub label: String,
    /// Why.
    pub tooltip: String,
    /// What it is about.
    pub kind: HintKind,
}

/// The hints of a part of an article, in order.
pub fn hints(comparison: &Comparison, article: u32, within: Span) -> Vec<Hint> {
    let Some(reading) = comparison.story.readings.get(article as usize) else { return Vec::new() };
    let visible = |span: Span| span.start <= within.end && within.start <= span.end;
    let dates = reading.dates.iter().filter(|d| visible(d.span)).filter_map(|d| of_date(reading, d));
    let mut hints: Vec<Hint> = dates.collect();
    for group in comparison.groups.iter() {
        for &member in group.members.iter().filter(|m| m.article == article) {
            hints.extend(of_claim(comparison, group, member).filter(|h| visible(h.span)));
        }
    }
    hints.sort_by_key(|h| h.span);
    hints
}

/// The day behind a date that does not name its year itself.
fn of_date(reading: &Reading, date: &DateMention) -> Option<Hint> {
    let printed = reading.article.slice(date.span);
    let has_year = printed.split(|c: char| !c.is_ascii_digit()).any(|number| number.len() == 4);
    let days = date.days.filter(|_| !has_year)?;
    Some(Hint {
        span: date.span,
        label: days.to_string(),
        tooltip: date.why.as_deref().unwrap_or_default().to_owned(),
        kind: HintKind::Date,
    })
}

/// The value that most witnesses of a group give, where this claim gives another.
fn of_claim(comparison: &Comparison, group: &Group, claim: ClaimRef) -> Option<Hint> {
    let own = related::figure(comparison, claim)?;
    let bits = |value: &crate::extract::Value| (value.lo.to_bits(), value.hi.to_bits());
    let mut values: Vec<((u64, u64), u32, ClaimRef)> = group
        .members
        .iter()
        .filter_map(|&m| {
            let witness = *comparison.story.witness.get(m.article as usize)?;
            Some((bits(&related::figure(comparison, m)?.value), witness, m))
        })
        .collect();
    values.sort();
    values.dedup_by_key(|(value, witness, _)| (*value, *witness));
    let all = values.len();
    let runs = values.chunk_by(|a, b| a.0 == b.0);
    let (count, (value, _, example)) = runs.map(|run| (run.len(), run[0])).max_by_key(|(count, _)| *count)?;
    if 2 * count <= all || value == bits(&own.value) {
        return None;
    }
    let reading = comparison.story.readings.get(example.article as usize)?;
    let printed = one_line(reading.article.slice(related::figure(comparison, example)?.span));
    let tooltip = format!("{count} of {all} sources give {printed}");
    Some(Hint { span: own.span, label: format!("{count}× {printed}"), tooltip, kind: HintKind::Figure })
}
