//! The same thing elsewhere in the same article.

use super::element::{Element, element_at};
use super::{mentions, references};
use crate::compare::Comparison;
use crate::text::Span;

/// Every mention of a name in this article; a figure with the related ones of this article; a quote or date alone.
pub fn highlights(comparison: &Comparison, article: u32, offset: u32) -> Vec<Span> {
    let Some((element, span)) =
        comparison.story.readings.get(article as usize).and_then(|reading| element_at(reading, offset))
    else {
        return Vec::new();
    };
    let places = match element {
        Element::Mention { entity, .. } => mentions::mentions_in(&comparison.story, article, entity),
        Element::Date(_) => return vec![span],
        Element::Figure(_) | Element::Quote(_) => references::references(comparison, article, offset, true),
    };
    places.into_iter().filter(|p| p.article == article).map(|p| p.span).collect()
}
