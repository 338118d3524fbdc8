//! How claims relate, and why.

use super::Place;

/// How two related claims stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Level {
    /// They say the same.
    Agree,
    /// Hedges, dates or wording let both stand, yet a reader would want to know of both.
    Differs,
    /// Both cannot be right.
    Conflict,
}

impl Level {
    /// The word that outputs use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Differs => "differs",
            Self::Conflict => "conflict",
        }
    }

    /// The sign that hover shows: `=`, `≈`, `≠`.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Agree => "=",
            Self::Differs => "≈",
            Self::Conflict => "≠",
        }
    }
}

/// One facet's part in the judgement on two claims.
#[derive(Clone, PartialEq, Debug)]
pub struct Reason {
    /// What was compared: `counted`, `whose`, `state`, `place`, `time`, `value`, `words` and the like.
    pub facet: &'static str,
    /// Whether it speaks for the two being the same quantity (or for the values standing together).
    pub supports: bool,
    /// How much it weighs, from -2 (parts the two) to 0.75.
    pub weight: f32,
    /// What was found, in words: `both are dead: “killed”, “deaths”`.
    pub text: String,
}

/// A claim of a story: article and figure, by index.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClaimRef {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// The claim (and figure), by index into that reading's claims.
    pub claim: u32,
}

/// Two claims on the very same quantity. [`super::reasons`] says why, facet by facet.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Relation {
    /// One claim; before `b` in the order of the story.
    pub a: ClaimRef,
    /// The other.
    pub b: ClaimRef,
    /// How they stand to each other.
    pub level: Level,
    /// How much speaks for their being one quantity, from 0 to about 1.5.
    pub score: f32,
}

/// All claims of a story on one quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// The quantity in a few words: `North Korean soldiers · training`.
    pub about: String,
    /// The unit, as `annotate` prints it.
    pub unit: String,
    /// The worst level between any two members.
    pub level: Level,
    /// The claims, in the order of the story.
    pub members: Vec<ClaimRef>,
}

impl Place {
    /// Whether both are in one article and share a byte.
    pub fn meets(&self, other: &Place) -> bool {
        self.article == other.article && self.span.overlaps(other.span)
    }
}
