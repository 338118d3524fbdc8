//! Quotes, and who says what.

use std::borrow::Cow;

use crate::text::{Article, Span};

use super::{Entity, Run};

/// Who says something, as far as the article tells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Speaker {
    /// The entity, by index into the reading's entities.
    pub entity: Option<u32>,
    /// Where the words stand that are used for one who is no entity.
    pub words: Span,
    /// Where the speaker is named for this saying.
    pub span: Option<Span>,
}

impl Speaker {
    /// An entity, by index into the reading's entities.
    pub const fn known(entity: u32) -> Self {
        Self { entity: Some(entity), words: Span::new(0, 0), span: None }
    }

    /// One for whom only words are used, where they stand.
    pub const fn unnamed(words: Span) -> Self {
        Self { entity: None, words, span: None }
    }

    /// The speaker's name: of the entity where one is meant, else the words used (`a senior Ukrainian official`). The article and its
    /// entities are those that the speaker speaks in.
    pub fn name<'a>(&self, entities: &'a [Entity], article: &'a Article) -> Cow<'a, str> {
        match self.entity.and_then(|entity| entities.get(entity as usize)) {
            Some(entity) => Cow::Borrowed(&entity.name),
            None => article.on_one_line(self.words),
        }
    }
}

/// How the words reach the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AttributionKind {
    /// All in quotation marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words, with some in quotation marks.
    Mixed,
}

impl AttributionKind {
    /// The word that `annotate` prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}

/// What the speaker does with what is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Stance {
    /// Says it is so.
    Asserts,
    /// Says it is not so.
    Denies,
    /// Thinks, expects, fears or hopes it.
    Believes,
    /// Neither confirms nor denies it.
    Declines,
}

/// One thing said: its content, the cue that says so, and who said it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// What is said.
    pub span: Span,
    /// The verb or preposition of saying.
    pub cue: Option<Span>,
    /// The speaker's words on the page: `the mayor, Ilir Kokoshi`, `he`.
    pub source: Option<Span>,
    /// Who says it, in [`Lists::speakers`](super::Lists), the innermost first, then those who passed it on: an official, the New
    /// York Times.
    pub by: Run,
    /// How the words reach the page.
    pub kind: AttributionKind,
    /// What the speaker does with it.
    pub stance: Stance,
}

/// Words in quotation marks that somebody spoke.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quote {
    /// The words inside the marks.
    pub span: Span,
    /// Who spoke them.
    pub speaker: Option<Speaker>,
}
