//! What stands under the caret.

use crate::extract::Reading;
use crate::text::Span;

/// Something of an article that a reader can ask about, by index into the reading.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Element {
    /// A figure, which is also a claim.
    Figure(u32),
    /// A date.
    Date(u32),
    /// A mention of an entity.
    Mention {
        /// The entity.
        entity: u32,
        /// The mention, by index into the entity's mentions.
        mention: u32,
    },
    /// Words in quotation marks.
    Quote(u32),
}

/// The element at a byte offset and where it stands. Where several meet, one that holds the character behind the caret wins
/// over one that ends there, then the smaller one: a name inside a quote, not the quote.
pub fn element_at(reading: &Reading, offset: u32) -> Option<(Element, Span)> {
    let figures = reading.figures.iter().zip(0..).map(|(f, i)| (Element::Figure(i), f.span));
    let dates = reading.dates.iter().zip(0..).map(|(d, i)| (Element::Date(i), d.span));
    let quotes = reading.quotes.iter().zip(0..).map(|(q, i)| (Element::Quote(i), q.span));
    let mentions = reading.entities.iter().zip(0..).flat_map(|(e, entity)| {
        e.mentions.iter().zip(0..).map(move |(m, mention)| (Element::Mention { entity, mention }, m.span))
    });
    figures
        .chain(dates)
        .chain(mentions)
        .chain(quotes)
        .filter(|(_, span)| span.touches(offset))
        .min_by_key(|(_, span)| (span.end == offset, span.len()))
}
