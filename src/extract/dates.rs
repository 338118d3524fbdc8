//! Dates: explicit and relative, resolved against the article's day.

use crate::text::Parse;

use super::{DateMention, Published, Reading};

/// What the words of a date say, before it is resolved against a day.
#[derive(Clone, PartialEq, Debug)]
pub enum DateExpr {}

/// Finds every date of an article, and the day of publication as far as the article alone tells.
pub fn find(_parse: &Parse) -> (Vec<DateMention>, Option<Published>) {
    (Vec::new(), None)
}

/// The same reading with its dates resolved against another day of publication.
pub fn redate(reading: &Reading, published: Published) -> Reading {
    Reading { published: Some(published), ..reading.clone() }
}

/// The day of publication that the dated articles of its story point to.
pub fn from_story(_reading: &Reading, _others: &[&Reading]) -> Option<Published> {
    None
}
