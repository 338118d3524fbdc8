//! A file becomes an article: decoding, front matter, formats, lines, paragraphs, sentences, tokens, parts of speech.
//!
//! Nothing here fails: any bytes give an article.

mod article;
pub mod calendar;
mod clauses;
mod decode;
#[doc(hidden)]
pub mod fixture;
mod forms;
mod front_matter;
mod kept;
mod layout;
mod lemmas;
mod lines;
mod offsets;
mod page;
mod parse;
mod participles;
mod phrases;
mod places;
#[cfg(test)]
mod properties;
mod rejection;
mod sentences;
mod span;
mod tagger;
mod tags;
mod tokens;
#[cfg(feature = "train")]
pub mod train;
mod verbs;
mod word_cache;
mod word_classes;
mod word_map;
mod written_day;

pub use article::{Article, Block, BlockKind, DateFrom, Dateline, Fault, Field, Format, Ignore, Meta};
pub use clauses::Inflection;
pub use kept::Kept;
pub use lemmas::{infinitive, singular};
pub use lines::{LineIndex, Position};
pub use offsets::OffsetMap;
pub use page::Looks;
pub use parse::{NounPhrase, Parse, Sentence, Tense, Token, TokenKind, VerbGroup};
pub use rejection::{Rejection, small_words};
pub use span::{Span, Stretches};
pub use tags::{Penn, Upos};
pub use word_cache::WordCache;
pub use word_map::WordMap;
