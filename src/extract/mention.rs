//! Named things of one article and where they are mentioned.

use std::sync::Arc;

use crate::text::Span;

/// What kind of thing a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, agency, party, army, team, outlet …
    Organisation,
    /// A country, region, town, street, building, river …
    Place,
    /// Any other named thing: a ship, a law, a storm, a product.
    Other,
}

impl EntityKind {
    /// The word that `annotate` prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Other => "other",
        }
    }
}

/// How a mention names its entity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Form {
    /// The full name: `Kyrylo Budanov`, `National Intelligence Service`.
    Full,
    /// A part of it: the surname, the first name, `the Service`.
    Short,
    /// Its initials: `AKMC`.
    Acronym,
    /// A role or noun that beyond doubt stands for it: `the company`, `the spy chief`.
    Role,
    /// A place that speaks for a government: `Seoul`, `the Kremlin`.
    Metonym,
}

/// One mention of an entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mention {
    /// The name as printed, titles and possessive left out.
    pub span: Span,
    /// How it names the entity.
    pub form: Form,
}

/// A named thing of one article with its mentions, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entity {
    /// The fullest name as printed, white space made single.
    pub name: Arc<str>,
    /// What it is.
    pub kind: EntityKind,
    /// Its mentions, in order; never empty.
    pub mentions: Box<[Mention]>,
    /// What few named things have.
    pub(super) extra: Option<Box<Extra>>,
}

/// What the article gives a named thing besides its name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Extra {
    pub roles: Box<[Span]>,
    pub acronym: Option<Box<str>>,
}

impl Entity {
    /// Titles and roles that it is given, where they stand: `head of Ukraine's Main Intelligence Directorate`.
    pub fn roles(&self) -> &[Span] {
        self.extra.as_ref().map_or(&[], |extra| &extra.roles)
    }

    /// The acronym with which the article introduces it.
    pub fn acronym(&self) -> Option<&str> {
        self.extra.as_ref()?.acronym.as_deref()
    }

    /// Its first mention.
    pub fn first(&self) -> Mention {
        self.mentions[0]
    }
}
