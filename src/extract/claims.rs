//! Claims: every figure with the facets that its clause, sentence and article give it.

use crate::text::Parse;

use super::{Attribution, Claim, DateMention, Entity, Figure};

/// Sets every figure in its setting: one claim a figure, in the same order.
pub fn build(
    _parse: &Parse,
    _figures: &[Figure],
    _dates: &[DateMention],
    _entities: &[Entity],
    _attributions: &[Attribution],
) -> Vec<Claim> {
    Vec::new()
}
