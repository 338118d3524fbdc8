//! The chain of attribution of a claim: who told whom.

use super::element::{Element, element_at};
use super::hover::{byline, one_line};
use super::related;
use crate::compare::{ClaimRef, Comparison, Place};

/// A link of the chain: 0 is the claim itself, then its speakers, the innermost first, at last the outlet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Link {
    /// The claim.
    pub claim: ClaimRef,
    /// How far from it.
    pub depth: u32,
}

/// A link as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Teller {
    /// Which link.
    pub link: Link,
    /// The claim in a few words, or who tells it.
    pub name: String,
    /// The outlet and the day.
    pub detail: String,
    /// Where it stands: the figure, the words that name the speaker, or the sentence.
    pub place: Place,
}

/// The claim at a byte offset.
pub fn prepare(comparison: &Comparison, article: u32, offset: u32) -> Option<Teller> {
    let reading = comparison.story.readings.get(article as usize)?;
    let (Element::Figure(figure), _) = element_at(reading, offset)? else { return None };
    teller(comparison, Link { claim: related::claim_of_figure(comparison, article, figure)?, depth: 0 })
}

/// Who told the teller, or the claim; `None` for the outlet, which tells the reader.
pub fn told_by(comparison: &Comparison, link: Link) -> Option<Teller> {
    teller(comparison, Link { depth: link.depth.checked_add(1)?, ..link })
}

/// Whom the teller told, or what.
pub fn tells(comparison: &Comparison, link: Link) -> Option<Teller> {
    teller(comparison, Link { depth: link.depth.checked_sub(1)?, ..link })
}

fn teller(comparison: &Comparison, link: Link) -> Option<Teller> {
    let reading = comparison.story.readings.get(link.claim.article as usize)?;
    let claim = related::claim(comparison, link.claim)?;
    let figure = related::figure(comparison, link.claim)?;
    let speakers = claim.by.len() as u32;
    let (name, span) = match link.depth {
        0 => {
            let of = figure.of(&reading.article).map(|of| format!(" {of}")).unwrap_or_default();
            (one_line(reading.article.slice(figure.span)) + &of, figure.span)
        }
        depth if depth <= speakers => {
            let speaker = &reading.lists.speakers[claim.by][depth as usize - 1];
            (reading.name_of(speaker).into_owned(), speaker.span.unwrap_or(claim.sentence))
        }
        depth if depth == speakers + 1 => (reading.article.outlet().to_owned(), claim.sentence),
        _ => return None,
    };
    Some(Teller { link, name, detail: byline(reading), place: Place { article: link.claim.article, span } })
}
