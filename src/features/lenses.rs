//! What stands over a claim: how many other sources agree, and how many conflict.

use super::related;
use crate::compare::{ClaimRef, Comparison};
use crate::text::Span;

/// A line over a claim.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lens {
    /// The figure.
    pub span: Span,
    /// `3 sources agree · 2 conflict`.
    pub title: String,
}

/// The lenses of an article, in order; figures that no other source speaks of have none.
pub fn lenses(comparison: &Comparison, article: u32) -> Vec<Lens> {
    let mut lenses: Vec<Lens> = related::tally(comparison, article)
        .into_iter()
        .filter_map(|(claim, counts)| {
            let span = related::figure(comparison, ClaimRef { article, claim })?.span;
            Some(Lens { span, title: title(counts) })
        })
        .collect();
    lenses.sort_by_key(|l| l.span);
    lenses
}

fn title([agree, differ, conflict]: [u32; 3]) -> String {
    let mut parts = Vec::new();
    for (count, one, many) in
        [(agree, "agrees", "agree"), (differ, "differs", "differ"), (conflict, "conflicts", "conflict")]
    {
        if count > 0 {
            let noun = match (parts.is_empty(), count) {
                (false, _) => "",
                (true, 1) => "source ",
                (true, _) => "sources ",
            };
            parts.push(format!("{count} {noun}{}", if count == 1 { one } else { many }));
        }
    }
    parts.join(" · ")
}
