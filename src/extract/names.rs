//! Names: people, organisations, places and other named things, linked inside an article.

use crate::text::Parse;

use super::{DateMention, Entity};

/// Finds every named thing of an article with all its mentions, in order of first mention.
pub fn find(_parse: &Parse, _dates: &[DateMention]) -> Vec<Entity> {
    Vec::new()
}
