//! Claims: figures in their setting.

use crate::text::Span;

use super::Speaker;

/// Whether a claim is given as a fact, a plan, an estimate or a denial.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum State {
    /// It is so, or was.
    Fact,
    /// It is to be so: announced, expected, ordered, forecast for later.
    Plan,
    /// Somebody reckons it is so: estimated, forecast, thought, possible.
    Estimate,
    /// Somebody says it is not so.
    Denied,
}

impl State {
    /// The word that `annotate` prints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Plan => "plan",
            Self::Estimate => "estimate",
            Self::Denied => "denied",
        }
    }
}

/// Where a facet of a claim was found, nearest first; a nearer one weighs more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reach {
    /// In the figure's own noun phrase.
    Phrase,
    /// In its clause.
    Clause,
    /// In its sentence.
    Sentence,
    /// In an earlier sentence, the headline or the dateline.
    Article,
}

/// A named place or thing in a claim.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Anchor {
    /// The entity, by index into the reading's entities.
    pub entity: u32,
    /// Where it is named.
    pub span: Span,
    /// How near to the figure.
    pub reach: Reach,
}

/// A figure in its setting: what is counted, in what state, where, when, said by whom. An absent facet is unknown, not empty.
#[derive(Clone, PartialEq, Debug)]
pub struct Claim {
    /// The figure, by index into the reading's figures.
    pub figure: u32,
    /// The clause it stands in.
    pub clause: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// What happened to the counted, or what they did: classes of predicates such as `dead`, `hurt`, `missing`, by number (see
    /// `extract/data/predicates.txt`), nearest first.
    pub predicates: Vec<(u16, Reach)>,
    /// The lemma of the verb that governs the figure.
    pub verb: Option<Box<str>>,
    /// Stems of the content words that stand with the counted noun (`North Korean` `infantry`), sorted.
    pub modifiers: Vec<Box<str>>,
    /// Stems of the other content words of the clause, sorted.
    pub context: Vec<Box<str>>,
    /// Places, nearest first.
    pub places: Vec<Anchor>,
    /// Other named things, nearest first.
    pub anchors: Vec<Anchor>,
    /// When: the date mention, by index into the reading's dates, and how near it stands.
    pub when: Option<(u32, Reach)>,
    /// Who says so, innermost first; empty where the outlet itself does.
    pub by: Vec<Speaker>,
    /// Fact, plan, estimate or denial.
    pub state: State,
}
