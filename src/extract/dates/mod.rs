//! Dates: explicit and relative, resolved against the article's day.
//!
//! One grammar over tokens ([`grammar`]) says what the words mean without knowing when they were written ([`DateExpr`]);
//! the tense of the clause says whether they look back or ahead ([`lean`]); [`resolve`] turns both into days once the day of
//! publication is known, and again when the corpus learns it later; [`published`] works that day out.

use crate::text::{Parse, Span};

use super::meanings::Meanings;
use super::{DateMention, Days, Published, Reading};

mod expr;
mod feasts;
mod fiscal;
mod grammar;
mod lean;
pub(super) mod lexicon;
mod numeric;
mod places;
mod published;
mod relative;
mod resolve;
mod stretches;
#[cfg(test)]
mod tests;

pub use expr::{Calendar, DateExpr, Feast, Form, Lean, Part, Season, Shift, Unit, YearRef};
pub use published::{dateline_in_story, from_story};

/// Finds every date of an article, and the day of publication as far as the article alone tells.
pub fn find(parse: &Parse, meanings: &Meanings) -> (Vec<DateMention>, Option<Published>) {
    let mut dates = grammar::find(parse, meanings);
    fiscal::apply(parse, &mut dates);
    resolve::all(&mut dates, None);
    let published = published::of_article(parse.article, &dates);
    if let Some(published) = &published {
        resolve::all(&mut dates, Some(published.date));
    }
    (dates, published)
}

/// The same reading with its dates resolved against another day of publication.
pub fn redate(reading: &Reading, published: Published) -> Reading {
    let mut dates = reading.dates.clone();
    resolve::all(&mut dates, Some(published.date));
    Reading { dates, published: Some(published), ..reading.clone() }
}

/// What the date mention that overlaps `span` comes to, for readers that know a date by its place.
pub fn day_named(dates: &[DateMention], span: Span) -> Option<Days> {
    let next = dates.partition_point(|d| d.span.end <= span.start);
    dates.get(next).filter(|d| d.span.overlaps(span)).and_then(|d| d.days)
}
