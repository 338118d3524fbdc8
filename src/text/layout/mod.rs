//! How a page is cut: lines become pieces (paragraphs, headings, items, rows) before anyone asks what they say.

mod pieces;
mod scan;

pub(super) use pieces::{Piece, Shape, cut};
pub(super) use scan::trimmed;
