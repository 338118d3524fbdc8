//! The slot: whether two figures are given for the very same quantity, decided facet by facet.
//!
//! A facet that is unknown on one side weighs little; one that is known on both and clashes parts the two. The commonest false
//! alarm is two events taken for one, then part and whole, plan and fact, rate and level, two places, two periods.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::corpus::Story;
use crate::extract::claims::lexicon;
use crate::extract::{
    Anchor, Aspect, Claim, ContextWord, Days, Entity, Figure, Leaning, Reach, Reading, State, Unit, Whose,
};
use crate::text::BlockKind;

use super::{ClaimRef, Level, Reason, values};
use amounts::value;
use framed::frame;
use named::{named, place, whose};
pub use results::is_tally;
use results::result;
use told::*;

mod amounts;
mod framed;
mod named;
mod results;
mod ties;
mod told;

pub use amounts::{is_misheard, is_misread_within, is_reordered, is_slip, significant_digits};
pub use framed::{is_of_one_frame, is_settled};
pub use named::Names;
pub use ties::{Tie, tie};

/// One of two claims that are held against each other.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The reading that holds it.
    pub reading: &'a Reading,
    /// Its figure.
    pub figure: &'a Figure,
    /// The claim.
    pub claim: &'a Claim,
    /// What is counted.
    head: Head,
    /// What was found out of the names of the story, and which of its articles this is of.
    names: Option<(&'a Names, u32)>,
}

/// What a figure counts, for comparing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Head {
    /// Nothing is printed.
    Unknown,
    /// People of any kind, or those to whom something happened: `people`, `deaths`, `the injured`.
    General,
    /// A noun of its own, by its key.
    Noun(u32),
}

/// How much has to speak for two claims with one telling number being about one quantity before they count as related.
pub const RELATED: f32 = 0.2;
/// How much where the number tells little, as `two` does, or is the same only after rounding.
const LIKELY: f32 = 0.35;
/// How much where the values are not the same, or as vague as `several thousand`.
pub const CERTAIN: f32 = 0.54;

/// How much has to speak for two claims that stand at this level being about one quantity.
pub fn needed(a: &Side, b: &Side, level: Level) -> f32 {
    let vague = a.figure.value.vague || b.figure.value.vague;
    match level {
        Level::Agree if vague || is_range(a) != is_range(b) && a.claim.state != b.claim.state => CERTAIN,
        Level::Agree if a.prints_same(b) && a.tells_much() => RELATED,
        Level::Agree => LIKELY,
        Level::Differs | Level::Conflict => CERTAIN,
    }
}

/// Whether it gives a range: that the 6 percent of today lie between the 4 and 6 of next year says little.
fn is_range(side: &Side) -> bool {
    side.figure.value.lo != side.figure.value.hi
}

impl<'a> Side<'a> {
    /// The claim of this number.
    pub fn of(reading: &'a Reading, claim: u32) -> Self {
        let claim = &reading.claims[claim as usize];
        let figure = &reading.figures[claim.figure as usize];
        Side { reading, figure, claim, head: head(figure, claim), names: None }
    }

    /// A claim of a story, where it is known what is counted.
    pub fn known(names: &'a Names, story: &'a Story, claim: ClaimRef, head: Head) -> Self {
        let reading = &story.readings[claim.article as usize];
        let names = Some((names, claim.article));
        let claim = &reading.claims[claim.claim as usize];
        Side { reading, figure: &reading.figures[claim.figure as usize], claim, head, names }
    }

    /// What is counted.
    pub fn head(&self) -> Head {
        self.head
    }

    /// What happened to the counted, or what they did, nearest first.
    pub fn predicates(&self) -> &'a [(u8, Reach)] {
        &self.reading.lists.predicates[self.claim.predicates]
    }

    /// What is said of the counted in its own clause: the nearest predicate.
    pub fn said(&self) -> Option<u8> {
        self.predicates().iter().find(|p| p.1 <= Reach::Clause).map(|p| p.0)
    }

    /// Hashes of the stems of the words that stand with the counted noun, sorted.
    pub fn modifiers(&self) -> &'a [u32] {
        &self.reading.lists.keys[self.claim.modifiers]
    }

    /// The content words that stand with it, sorted by stem.
    pub fn words(&self) -> &'a [ContextWord] {
        &self.reading.lists.words[self.claim.words]
    }

    /// Places, nearest first.
    pub fn places(&self) -> &'a [Anchor] {
        &self.reading.lists.anchors[self.claim.places]
    }

    /// Other named things, nearest first.
    pub fn anchors(&self) -> &'a [Anchor] {
        &self.reading.lists.anchors[self.claim.anchors]
    }

    /// Who says so; `None` where the outlet itself does.
    pub fn speaker(&self) -> Option<Cow<'a, str>> {
        self.reading.speaker(self.claim).map(|speaker| self.reading.name_of(speaker))
    }

    /// Whose age it is.
    pub fn whose(&self) -> Option<Whose> {
        if self.claim.scope.has(Aspect::Age) { self.reading.whose(self.claim) } else { None }
    }

    fn entity(&self, entity: u32) -> &'a Entity {
        &self.reading.entities[entity as usize]
    }

    /// Whether a place stands with the figure itself: `18 in the town of Elgin`.
    pub fn has_own_place(&self) -> bool {
        self.places().first().is_some_and(|p| p.reach == Reach::Phrase)
    }

    /// Whether it is a headline's or a caption's.
    pub fn is_display(&self) -> bool {
        let article = &self.reading.article;
        let block = article.block_at(self.figure.span.start).map(|b| article.blocks[b].kind);
        matches!(block, Some(BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption))
    }

    /// Whether both count things of one noun.
    pub fn shares_noun(&self, other: &Side) -> bool {
        matches!(self.head, Head::Noun(_)) && self.head == other.head
    }

    /// Whether two claims give the same number, of whatever.
    fn gives_same(&self, other: &Side) -> bool {
        self.figure.value.is_same(&other.figure.value) && !self.figure.value.vague
    }

    /// Whether two claims give the same number of one unit, or of things where it is a telling one.
    pub fn prints_same(&self, other: &Side) -> bool {
        self.figure.value.is_same(&other.figure.value)
            && (self.figure.unit == other.figure.unit || level(self, other) == Some(Level::Agree))
    }

    /// Whether the two numbers are one, or one with its digits in another order, and long enough not to be so by chance.
    fn is_one_number(&self, other: &Side) -> bool {
        let (a, b) = (self.figure.value.lo, other.figure.value.lo);
        self.prints_same(other) && self.tells_much() || is_reordered(a, b)
    }

    /// A count of three digits or more, by the bits of its value: whatever it counts, hardly two things of a story come to it.
    pub fn telling_count(&self) -> Option<u64> {
        let counts = matches!(self.figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare);
        let value = &self.figure.value;
        (counts && !value.vague && significant_digits(value.lo) >= 3).then(|| value.lo.to_bits())
    }

    /// Whether it is a measure that stands in brackets behind the amount the writer had: whoever compares takes that one.
    fn is_converted_measure(&self) -> bool {
        matches!(self.figure.unit, Unit::Measure(_))
            && matches!(self.figure.leaning, Some(Leaning::Converts(_)))
    }

    /// Whether its number says more than that there were a few of something.
    fn tells_much(&self) -> bool {
        let value = &self.figure.value;
        !value.vague && (value.lo >= 10.0 || significant_digits(value.lo) >= 2)
    }
}

fn head(figure: &Figure, claim: &Claim) -> Head {
    match (&figure.unit, figure.head.as_deref(), claim.head) {
        (Unit::Count(noun), ..) => Head::Noun(lexicon::key(noun)),
        (Unit::Person, Some(printed), Some(_)) if lexicon::predicate(printed).is_some() => Head::General,
        (Unit::Person, Some(_), Some(key)) if GENERAL.contains(&key) => Head::General,
        (_, _, Some(key)) => Head::Noun(key),
        _ => Head::Unknown,
    }
}

/// Words for people of any kind.
static GENERAL: LazyLock<[u32; 4]> =
    LazyLock::new(|| ["people", "victim", "other", "resident"].map(lexicon::key));

/// How much a facet speaks for (above 0) or against (below 0) the two being one quantity; `None` where it says nothing.
type Weight = Option<f32>;

/// How two claims stand to each other by their values; `None` where they cannot be held against each other. Things of two nouns
/// can where they come to one number of three digits or more: `1,150 roles`, `1,150 people`.
pub fn level(a: &Side, b: &Side) -> Option<Level> {
    values::relate(a.figure, b.figure)
        .or_else(|| if is_counted_alike(a, b) { values::relate_numbers(a.figure, b.figure) } else { None })
        .or_else(|| (a.telling_count()? == b.telling_count()? && a.gives_same(b)).then_some(Level::Agree))
}

/// Whether one frame makes two nouns one count: `180 jobs` and `180 people`.
fn is_counted_alike(a: &Side, b: &Side) -> bool {
    let counts = |s: &Side| matches!(s.figure.unit, Unit::Person | Unit::Count(_));
    counts(a) && counts(b) && is_of_one_frame(a, b)
}

/// Points from 0 to about 1.5 for two claims being about one quantity; `None` where a facet rules it out.
pub fn score(a: &Side, b: &Side) -> Option<f32> {
    Some(judge(a, b)?.0)
}

/// The points, and how the two stand to each other by their values.
pub fn judge(a: &Side, b: &Side) -> Option<(f32, Level)> {
    let sum = add(add(0.0, weight(scope, a, b))?, weight(counted, a, b))?;
    let level = level(a, b)?;
    // Two numbers too far apart are sooner seen than what is said of them.
    let value = add(0.0, weight(value, a, b))?;
    let between = &FACETS[SEEN_FIRST..FACETS.len() - 1];
    let sum = between.iter().try_fold(sum, |sum, (_, facet, _)| add(sum, weight(facet, a, b)))?;
    Some((sum + value, level))
}

/// The points with those of one more facet; `None` where it rules the pair out.
fn add(sum: f32, weight: Weight) -> Option<f32> {
    match weight {
        Some(weight) if weight <= CLASH => None,
        weight => Some(sum + weight.unwrap_or(0.0)),
    }
}

/// A facet that weighs this or less rules the pair out.
const CLASH: f32 = -1.0;

/// What parts two claims whatever they print: two people may be of one age.
const NEVER: f32 = -2.0;

/// What a clash weighs where both print one telling number, or one with its digits in another order: it is likelier that two
/// sentences put one thing in two ways than that two things of a story should come to 1,150.
const CLASH_OF_EQUALS: f32 = -0.35;

/// A facet by name, what it weighs, and how it is told.
type Facet = (&'static str, fn(&Side, &Side) -> Weight, fn(&Side, &Side) -> String);

/// How many facets, scope and what is counted, are asked before the values are: most pairs part by these, which are sooner seen.
const SEEN_FIRST: usize = 2;

/// All facets, in the order in which they are told; the value is the last.
const FACETS: [Facet; 13] = [
    ("scope", scope, say_scope),
    ("counted", counted, say_counted),
    ("whose", whose, say_whose),
    ("frame", frame, say_frame),
    ("alone", alone, say_alone),
    ("predicate", predicate, say_predicate),
    ("words", words, say_words),
    ("place", place, say_places),
    ("named", named, say_named),
    ("result", result, say_result),
    ("time", time, say_time),
    ("state", state, say_state),
    ("value", value, say_value),
];

fn weight(weigh: impl Fn(&Side, &Side) -> Weight, a: &Side, b: &Side) -> Weight {
    let weight = weigh(a, b)?;
    let outweighed = weight <= CLASH && weight > NEVER && a.is_one_number(b);
    Some(if outweighed { CLASH_OF_EQUALS } else { weight })
}

/// Whether both count things of one noun, say the same of them, or are bound to one place in their clauses.
pub fn is_bound(a: &Side, b: &Side) -> bool {
    let speaks = |weight: Weight| weight.is_some_and(|w| w >= 0.2);
    a.shares_noun(b) || speaks(predicate(a, b)) || speaks(place(a, b))
}

/// Every facet that has something to say about two claims, in words.
pub fn reasons(a: &Side, b: &Side) -> Vec<Reason> {
    FACETS
        .into_iter()
        .filter_map(|(facet, weigh, say)| {
            let weight = weight(weigh, a, b).filter(|w| *w != 0.0)?;
            Some(Reason { facet, supports: weight > 0.0, weight, text: say(a, b) })
        })
        .collect()
}

/// Part and whole, rate and level, before and after, change and amount, limit and fact never meet.
fn scope(a: &Side, b: &Side) -> Weight {
    let (x, y) = (a.claim.scope, b.claim.scope);
    let is_nothing = |aspect| match aspect {
        // Those taken to hospital may be told as so many of those hurt.
        Aspect::Part => is_of_one_place(a, b) || is_of_one_frame(a, b),
        Aspect::Whole | Aspect::Joint | Aspect::Reckoned => a.prints_same(b),
        // A forecast that ends eleven years of rule is none of the eleven years.
        Aspect::Forecast => a.figure.unit.is_time(),
        _ => false,
    };
    let same =
        x == y || Aspect::ALL.into_iter().filter(|&aspect| x.has(aspect) != y.has(aspect)).all(is_nothing);
    // Of two stretches of time by which two writers say when, or an amount that is printed beside in another unit, nothing follows.
    let reckoned = x.has(Aspect::Reckoned) || y.has(Aspect::Reckoned);
    let converted = a.is_converted_measure() || b.is_converted_measure();
    let apart = reckoned && !a.prints_same(b) || converted && level(a, b) == Some(Level::Conflict);
    (!same || apart).then_some(CLASH)
}

/// Whether both print one number beside one place: `four died in Elgin`, and in a list of towns `four in Elgin`.
fn is_of_one_place(a: &Side, b: &Side) -> bool {
    a.prints_same(b) && a.has_own_place() && b.has_own_place() && place(a, b).is_some_and(|w| w > 0.0)
}

fn counted(a: &Side, b: &Side) -> Weight {
    match (a.head, b.head) {
        (Head::Noun(x), Head::Noun(y)) if x == y => Some(0.3 + modified(a, b)),
        (Head::General, Head::General) => Some(0.2),
        _ if is_of_one_frame(a, b) => Some(0.1),
        (Head::Noun(_), Head::Noun(_)) => match a.figure.unit {
            Unit::Person | Unit::Count(_) | Unit::Bare => Some(CLASH),
            // What is measured may be named in many ways.
            _ => None,
        },
        // The soldiers may be the people killed, but only where the number says so too and nothing else is said of them.
        (Head::Noun(_), Head::General) => Some(people_of_a_kind(b, a)),
        (Head::General, Head::Noun(_)) => Some(people_of_a_kind(a, b)),
        _ => None,
    }
}

/// A count of people or of those to whom something happened, beside one of people of a kind.
fn people_of_a_kind(general: &Side, kind: &Side) -> f32 {
    let other = general.said().is_some_and(|p| kind.said() != Some(p));
    if general.prints_same(kind) && !other { 0.1 } else { CLASH }
}

/// The only figure of its kind in both articles: there is nothing else that it could be.
fn alone(a: &Side, b: &Side) -> Weight {
    let counted = matches!(a.figure.unit, Unit::Person | Unit::Count(_) | Unit::Measure(_));
    let same =
        a.head == b.head || matches!(a.figure.unit, Unit::Measure(_)) && a.figure.unit == b.figure.unit;
    (counted && a.claim.alone && b.claim.alone && same).then_some(0.15)
}

/// Operating and net profit are two profits: modifiers of one noun that differ on both sides speak against.
fn modified(a: &Side, b: &Side) -> f32 {
    let (x, y) = (a.modifiers(), b.modifiers());
    match x.iter().any(|m| y.contains(m)) {
        _ if x.is_empty() || y.is_empty() => 0.0,
        true => 0.1,
        false => -0.35,
    }
}

fn predicate(a: &Side, b: &Side) -> Weight {
    let (x, y) = (a.predicates(), b.predicates());
    let near = |p: &&(u8, Reach)| p.1 <= Reach::Clause;
    let (first, second) = (x.iter().find(near)?.0, y.iter().find(near)?.0);
    let counted = matches!(a.figure.unit, Unit::Person | Unit::Count(_) | Unit::Measure(_));
    let shared = x.iter().filter(near).any(|p| y.iter().filter(near).any(|q| p.0 == q.0));
    let time = a.figure.unit.is_time();
    let apart = first != second && !shared;
    if apart && is_of_one_frame(a, b) {
        return None;
    }
    Some(if first == second && time {
        // What a term is a term of tells nearly all of it.
        0.5
    } else if first == second {
        0.35
    } else if shared {
        0.2
    } else if !counted {
        // What happens beside an amount of money does not happen to it.
        return None;
    } else if !time && !a.prints_same(b) {
        CLASH
    } else {
        -0.2
    })
}

/// The share of telling words that the two have in common, from -0.05 (none) to 0.75 (all).
fn words(a: &Side, b: &Side) -> Weight {
    let (x, y) = (a.words(), b.words());
    let total = |w: &[ContextWord]| w.iter().map(|w| f32::from(w.weight)).sum::<f32>();
    let (all_x, all_y) = (total(x), total(y));
    if all_x < 20.0 || all_y < 20.0 {
        return None;
    }
    let common = common_words(a, b).map(|(i, j)| f32::from(x[i].weight.min(y[j].weight))).sum::<f32>();
    Some(0.8 * common / (all_x * all_y).sqrt().max(1.0) - 0.05)
}

/// Pairs of indices of words that both claims have.
fn common_words<'s>(a: &'s Side, b: &'s Side) -> impl Iterator<Item = (usize, usize)> + 's {
    let (x, y) = (a.words(), b.words());
    let mut j = 0;
    (0..x.len()).filter_map(move |i| {
        while j < y.len() && y[j].stem < x[i].stem {
            j += 1;
        }
        (j < y.len() && y[j].stem == x[i].stem).then_some((i, j))
    })
}

/// Dates near the figures: an overlap speaks for one quantity, different years rule it out.
fn time(a: &Side, b: &Side) -> Weight {
    let when = |s: &Side| s.claim.when.and_then(|w| Some((s.reading.dates[w.0 as usize].days?, w.1)));
    let is_old = |s: &Side, days: &Days| {
        s.reading.published.as_ref().is_some_and(|p| (p.date - days.last).get_days() > MONTHS_APART)
    };
    match (when(a), when(b)) {
        (Some(x), Some(y)) if x.0.overlaps(&y.0) => Some(0.1),
        (Some(x), Some(y)) => {
            let gap = (x.0.first - y.0.last).get_days().max((y.0.first - x.0.last).get_days());
            Some(match gap {
                g if g > MONTHS_APART && x.1.max(y.1) <= Reach::Clause => CLASH,
                g if g > MONTHS_APART => -0.4,
                g if g > 7 => -0.2,
                _ => 0.0,
            })
        }
        // A figure of a past year is none of today's.
        (Some(x), None) if is_old(a, &x.0) => Some(if x.1 <= Reach::Clause { -0.35 } else { -0.25 }),
        (None, Some(y)) if is_old(b, &y.0) => Some(if y.1 <= Reach::Clause { -0.35 } else { -0.25 }),
        _ => None,
    }
}

/// From how many days on two dates belong to two events.
const MONTHS_APART: i32 = 60;

fn state(a: &Side, b: &Side) -> Weight {
    let apart = |x: State, y: State| {
        a.claim.state == x && b.claim.state == y || a.claim.state == y && b.claim.state == x
    };
    if a.claim.state == b.claim.state {
        Some(0.05)
    } else if is_settled(a, b) {
        None
    } else if a.figure.unit.is_time() {
        // A forecast that ends eleven years of rule says nothing of the eleven.
        None
    } else if apart(State::Fact, State::Plan) {
        // What came of a plan is mostly near to it.
        let ratio = values::ratio(a.figure, b.figure).unwrap_or(1.0);
        Some(match ratio {
            _ if a.prints_same(b) => 0.0,
            r if r < 1.5 => -0.15,
            r if r < 2.0 => -0.3,
            _ => -0.5,
        })
    } else {
        Some(-0.05)
    }
}
