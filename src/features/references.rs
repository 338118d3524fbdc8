//! Every place that speaks of the same thing.

use super::element::{Element, element_at};
use super::{mentions, printings, related};
use crate::compare::{Comparison, Place};

/// Every mention of a name in the story, every claim related to a figure, every other printing of a quote, in the order of the
/// story. With `declaration` the place asked about (for a name: its earliest mention) is among them.
pub fn references(comparison: &Comparison, article: u32, offset: u32, declaration: bool) -> Vec<Place> {
    let Some((element, span)) =
        comparison.story.readings.get(article as usize).and_then(|reading| element_at(reading, offset))
    else {
        return Vec::new();
    };
    let own = Place { article, span };
    let mut places = match element {
        Element::Mention { entity, .. } => {
            let all = mentions::mentions(&comparison.story, article, entity);
            return all.into_iter().skip(usize::from(!declaration)).collect();
        }
        Element::Figure(figure) => related::claim_of_figure(comparison, article, figure)
            .map(|claim| related::related(comparison, claim))
            .unwrap_or_default()
            .iter()
            .filter_map(|r| related::place(comparison, r.claim))
            .collect(),
        Element::Quote(quote) => printings::printings(comparison, article, quote),
        Element::Date(_) => return Vec::new(),
    };
    if declaration {
        places.push(own);
    }
    places.sort();
    places
}
