//! Names: people, organisations, places and other named things, linked inside an article.

use crate::text::Parse;

use super::{DateMention, Entity};

/// Finds every named thing of an article with all its mentions, in order of first mention.
pub fn find(_parse: &Parse, _dates: &[DateMention]) -> Vec<Entity> {
    Vec::new()
}

/// Whether a place is a country, a capital or another that stands in news of every kind.
pub fn is_well_known_place(_name: &str) -> bool {
    false
}
