//! Claims: figures in their setting.

use crate::text::Span;

use super::Run;

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

/// A content word that stands with a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ContextWord {
    /// Hash of its stem; words that news uses for one thing share it.
    pub stem: u32,
    /// How much it tells of the figure, from 1 to 100: by its rarity and its nearness.
    pub weight: u8,
    /// So many bytes behind the place from which its owner counts it stands.
    offset: i16,
}

impl ContextWord {
    /// A word that stands at byte `at`, counted from `from`: the start of a claim's sentence, or of an event's word.
    pub(super) fn new(stem: u32, weight: u8, at: u32, from: u32) -> Self {
        Self { stem, weight, offset: offset(at, from) }
    }

    /// The byte at which it stands, counted from where it was counted when it was made; where that is further than any sentence of
    /// news is long, the last one that it can hold.
    pub fn place(self, from: u32) -> u32 {
        from.saturating_add_signed(self.offset.into())
    }
}

/// How many bytes a place lies behind another, as far as can be held: sentences of news are never so long.
pub(super) fn offset(at: u32, from: u32) -> i16 {
    let offset = i64::from(at) - i64::from(from);
    offset.clamp(i16::MIN.into(), i16::MAX.into()) as i16
}

/// A way in which a figure is another kind of amount than a plain one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Aspect {
    /// A part of another figure: `2,600 of them`, `among them 500 officers`.
    Part,
    /// The whole of which a part is named: `58 of the 150 seats`.
    Whole,
    /// Of each of several: `6,000 each`, `$3 a share`.
    Each,
    /// For each stretch of time: `thousands a day`.
    Rate,
    /// On top of others: `another 40`.
    Besides,
    /// What it was before: `from 746 million`, `last year's 538`.
    Former,
    /// By how much something changed, up.
    Rise,
    /// By how much something changed, down.
    Fall,
    /// A limit, capacity or threshold: `licensed for 180`, `with four or more victims`.
    Limit,
    /// By how much something lies off something else: `five short of a majority`.
    Margin,
    /// The other side's number in a result: the 38 of `by 62 to 38 percent`.
    Against,
    /// The years somebody has lived.
    Age,
    /// Somebody's forecast, target or expectation for the amount.
    Forecast,
    /// A stretch of time by which a writer says when, reckoned from the telling or to an end: `in the past 18 months`, `with nine
    /// seconds left`, `on 88 minutes`.
    Reckoned,
    /// Of two kinds counted together: `19 passengers and crew`.
    Joint,
}

impl Aspect {
    /// All of them, in order.
    pub const ALL: [Self; 15] = [
        Self::Part,
        Self::Whole,
        Self::Each,
        Self::Rate,
        Self::Besides,
        Self::Former,
        Self::Rise,
        Self::Fall,
        Self::Limit,
        Self::Margin,
        Self::Against,
        Self::Age,
        Self::Forecast,
        Self::Reckoned,
        Self::Joint,
    ];
}

/// What kind of amount a figure is, beside its unit: two amounts of different scope are never the same quantity. A bit for each
/// [`Aspect`], since every figure has one.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Scope(u16);

impl Scope {
    /// The scope that has those aspects which are true.
    pub fn of(aspects: impl IntoIterator<Item = (Aspect, bool)>) -> Self {
        let mut scope = Self::default();
        aspects.into_iter().for_each(|(aspect, is)| scope.add(aspect, is));
        scope
    }

    /// Whether it has an aspect.
    pub const fn has(self, aspect: Aspect) -> bool {
        self.0 & 1 << aspect as u16 != 0
    }

    /// Adds an aspect, if it is true; one that it has stays.
    pub fn add(&mut self, aspect: Aspect, is: bool) {
        self.0 |= u16::from(is) << aspect as u16;
    }
}

/// What an amount is an amount of, by the words beside it: a row of `extract/data/frames.txt`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    /// Which, by number.
    pub class: u8,
    /// Whether the story of the article gives one value of this frame alone; never for what only its title gives.
    pub only: bool,
}

/// A figure in its setting: what is counted, in what state, where, when, said by whom. An absent facet is unknown, not empty.
///
/// Its lists are runs of the reading's [`Lists`](super::Lists).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Claim {
    /// The figure, by index into the reading's figures.
    pub figure: u32,
    /// The sentence it stands in.
    pub sentence: Span,
    /// What kind of amount it is.
    pub scope: Scope,
    /// What happened to the counted, or what they did: classes of `extract/data/predicates.txt`, by number, nearest first.
    pub predicates: Run,
    /// Hash of the stem of the counted noun; words that news uses for one thing share it.
    pub head: Option<u32>,
    /// What it is an amount of, where the words beside it tell.
    pub frame: Option<Frame>,
    /// Whether no other figure of the article counts or measures the same thing in the same unit.
    pub alone: bool,
    /// Hashes of the stems of the words that stand with the counted noun in its phrase, sorted: `operating` profit.
    pub modifiers: Run,
    /// The content words that stand with it, sorted by stem, counted from the start of its sentence.
    pub words: Run,
    /// Places, nearest first.
    pub places: Run,
    /// Other named things, nearest first.
    pub anchors: Run,
    /// When: the date mention, by index into the reading's dates, and how near it stands.
    pub when: Option<(u32, Reach)>,
    /// Who says so, innermost first; empty where the outlet itself does.
    pub by: Run,
    /// Fact, plan, estimate or denial.
    pub state: State,
}
