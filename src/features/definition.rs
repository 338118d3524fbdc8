//! Where a name, a figure or a quote comes first.

use super::element::{Element, element_at};
use super::{mentions, printings, related};
use crate::compare::{Comparison, Place};
use crate::text::Span;

/// From what stands under the caret to where it comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Jump {
    /// What stands under the caret.
    pub origin: Span,
    /// Where to go.
    pub target: Place,
}

/// A name's first mention in this article, and from there its earliest mention in the story; a figure's earliest related claim;
/// a quote's earliest printing.
pub fn definition(comparison: &Comparison, article: u32, offset: u32) -> Option<Jump> {
    let (element, origin) = element_at(comparison.story.readings.get(article as usize)?, offset)?;
    if let Element::Mention { entity, .. } = element {
        let target = *mentions::mentions_in(&comparison.story, article, entity).first()?;
        if target.span != origin {
            return Some(Jump { origin, target });
        }
    }
    earliest(comparison, article, element, origin).map(|target| Jump { origin, target })
}

/// The earliest mention in the story, related claim or printing, straight away.
pub fn declaration(comparison: &Comparison, article: u32, offset: u32) -> Option<Jump> {
    let (element, origin) = element_at(comparison.story.readings.get(article as usize)?, offset)?;
    earliest(comparison, article, element, origin).map(|target| Jump { origin, target })
}

fn earliest(comparison: &Comparison, article: u32, element: Element, origin: Span) -> Option<Place> {
    let own = Place { article, span: origin };
    let others: Vec<Place> = match element {
        Element::Mention { entity, .. } => {
            return mentions::mentions(&comparison.story, article, entity).first().copied();
        }
        Element::Figure(figure) => {
            let claim = related::claim_of_figure(comparison, article, figure)?;
            related::related(comparison, claim)
                .iter()
                .filter_map(|r| related::place(comparison, r.claim))
                .collect()
        }
        Element::Quote(quote) => printings::printings(comparison, article, quote),
        Element::Date(_) => return None,
    };
    others.first().map(|&first| first.min(own))
}
