//! The slot: whether two figures are given for the very same quantity, decided facet by facet.
//!
//! A facet that is unknown on one side weighs little; one that is known on both and clashes parts the two. The commonest false
//! alarm is two events taken for one, then part and whole, plan and fact, rate and level, two places, two periods.

use std::sync::LazyLock;

use crate::extract::claims::lexicon;
use crate::extract::names::places;
use crate::extract::{
    Anchor, Claim, ContextWord, Days, Entity, EntityKind, Figure, Reach, Reading, Scope, State, Unit, Whose,
};

use super::{Level, Reason, values};

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
}

/// What a figure counts, for comparing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Head {
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
pub const CERTAIN: f32 = 0.58;

/// How much has to speak for two claims that stand at this level being about one quantity.
pub fn needed(a: &Side, b: &Side, level: Level) -> f32 {
    let vague = a.figure.value.vague || b.figure.value.vague;
    match level {
        Level::Agree if vague => CERTAIN,
        Level::Agree if a.prints_same(b) && a.tells_much() => RELATED,
        Level::Agree => LIKELY,
        Level::Differs | Level::Conflict => CERTAIN,
    }
}

impl<'a> Side<'a> {
    /// The claim of this number.
    pub fn of(reading: &'a Reading, claim: u32) -> Self {
        let claim = &reading.claims[claim as usize];
        let figure = &reading.figures[claim.figure as usize];
        Side { reading, figure, claim, head: head(figure, claim) }
    }

    fn entity(&self, anchor: &Anchor) -> &'a Entity {
        &self.reading.entities[anchor.entity as usize]
    }

    /// Whether a place stands with the figure itself: `18 in the town of Elgin`.
    pub fn has_own_place(&self) -> bool {
        self.claim.places.first().is_some_and(|p| p.reach == Reach::Phrase)
    }

    /// Whether it counts people of any kind.
    pub fn is_general(&self) -> bool {
        self.head == Head::General
    }

    /// Whether both count things of one noun.
    pub fn shares_noun(&self, other: &Side) -> bool {
        matches!(self.head, Head::Noun(_)) && self.head == other.head
    }

    /// Whether two claims print the same number.
    fn prints_same(&self, other: &Side) -> bool {
        let (a, b) = (&self.figure.value, &other.figure.value);
        a.lo == b.lo && a.hi == b.hi && self.figure.unit == other.figure.unit
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

/// Points from 0 to about 1.5 for two claims being about one quantity; `None` where a facet rules it out.
pub fn score(a: &Side, b: &Side) -> Option<f32> {
    if !values::same_dimension(&a.figure.unit, &b.figure.unit) {
        return None;
    }
    let mut sum = 0.0;
    for (_, weigh, _) in FACETS {
        match weight(weigh, a, b) {
            Some(weight) if weight <= CLASH => return None,
            weight => sum += weight.unwrap_or(0.0),
        }
    }
    Some(sum)
}

/// A facet that weighs this or less rules the pair out.
const CLASH: f32 = -1.0;

/// What parts two claims whatever they print: two people may be of one age.
const NEVER: f32 = -2.0;

/// What a clash weighs where both print one telling number: it is likelier that the two sentences put one thing in two ways than that
/// two things of a story should come to 1,150.
const CLASH_OF_EQUALS: f32 = -0.35;

/// A facet by name, what it weighs, and how it is told.
type Facet = (&'static str, fn(&Side, &Side) -> Weight, fn(&Side, &Side) -> String);

const FACETS: [Facet; 11] = [
    ("scope", scope, say_scope),
    ("counted", counted, say_counted),
    ("whose", whose, say_whose),
    ("alone", alone, say_alone),
    ("predicate", predicate, say_predicate),
    ("words", words, say_words),
    ("place", place, say_places),
    ("named", named, say_named),
    ("time", time, say_time),
    ("state", state, say_state),
    ("value", value, say_value),
];

fn weight(weigh: fn(&Side, &Side) -> Weight, a: &Side, b: &Side) -> Weight {
    let weight = weigh(a, b)?;
    let outweighed = weight <= CLASH && weight > NEVER && a.prints_same(b) && a.tells_much();
    Some(if outweighed { CLASH_OF_EQUALS } else { weight })
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
    let (x, y) = (&a.claim.scope, &b.claim.scope);
    let same = x.part == y.part
        && x.besides == y.besides
        && (x.whole == y.whole || a.prints_same(b))
        && x.each == y.each
        && x.rate == y.rate
        && x.former == y.former
        && x.rise == y.rise
        && x.fall == y.fall
        && x.limit == y.limit
        && x.age == y.age
        && x.forecast == y.forecast;
    (!same).then_some(CLASH)
}

fn say_scope(a: &Side, b: &Side) -> String {
    let names = |s: &Scope| {
        let all = [
            (s.part, "a part"),
            (s.whole, "a whole"),
            (s.each, "each"),
            (s.rate, "a rate"),
            (s.besides, "more"),
            (s.former, "before"),
            (s.rise, "a rise"),
            (s.fall, "a fall"),
            (s.limit, "a limit"),
            (s.age, "an age"),
            (s.forecast, "a forecast"),
        ];
        let named: Vec<&str> = all.into_iter().filter(|n| n.0).map(|n| n.1).collect();
        if named.is_empty() { "an amount".to_owned() } else { named.join(", ") }
    };
    format!("{} · {}", names(&a.claim.scope), names(&b.claim.scope))
}

fn counted(a: &Side, b: &Side) -> Weight {
    match (a.head, b.head) {
        (Head::Noun(x), Head::Noun(y)) if x == y => Some(0.3 + modified(a.claim, b.claim)),
        (Head::General, Head::General) => Some(0.2),
        (Head::Noun(_), Head::Noun(_)) => match a.figure.unit {
            Unit::Person | Unit::Count(_) => Some(CLASH),
            // What is measured may be named in many ways.
            _ => None,
        },
        // The soldiers may be the people killed, but only where the number says so too.
        (Head::Noun(_), Head::General) | (Head::General, Head::Noun(_)) => {
            Some(if a.prints_same(b) { 0.1 } else { CLASH })
        }
        _ => None,
    }
}

/// Two ages are of one person or of two.
fn whose(a: &Side, b: &Side) -> Weight {
    match (a.claim.whose?, b.claim.whose?) {
        (Whose::Person(x), Whose::Person(y)) => {
            let (x, y) = (&a.reading.entities[x as usize], &b.reading.entities[y as usize]);
            Some(if same_name(x, y) { 0.7 } else { NEVER })
        }
        _ => None,
    }
}

fn say_whose(a: &Side, b: &Side) -> String {
    let name = |s: &Side| match s.claim.whose {
        Some(Whose::Person(person)) => s.reading.entities[person as usize].name.to_string(),
        Some(Whose::Noun(noun)) => s.reading.article.slice(noun).to_owned(),
        None => "somebody".to_owned(),
    };
    format!("{}, {}", name(a), name(b))
}

/// The only figure of its kind in both articles: there is nothing else that it could be.
fn alone(a: &Side, b: &Side) -> Weight {
    let counted = matches!(a.figure.unit, Unit::Person | Unit::Count(_) | Unit::Measure(_));
    let same =
        a.head == b.head || matches!(a.figure.unit, Unit::Measure(_)) && a.figure.unit == b.figure.unit;
    (counted && a.claim.alone && b.claim.alone && same).then_some(0.15)
}

fn say_alone(a: &Side, _: &Side) -> String {
    format!(
        "the only {} of both articles",
        if a.claim.scope.age { "age".to_owned() } else { a.figure.unit.to_string() }
    )
}

/// Operating and net profit are two profits: modifiers of one noun that differ on both sides speak against.
fn modified(a: &Claim, b: &Claim) -> f32 {
    let (x, y) = (&a.modifiers, &b.modifiers);
    match x.iter().any(|m| y.contains(m)) {
        _ if x.is_empty() || y.is_empty() => 0.0,
        true => 0.1,
        false => -0.35,
    }
}

fn predicate(a: &Side, b: &Side) -> Weight {
    let (x, y) = (&a.claim.predicates, &b.claim.predicates);
    let near = |p: &&(u8, Reach)| p.1 <= Reach::Clause;
    let (first, second) = (x.iter().find(near)?.0, y.iter().find(near)?.0);
    let counted = matches!(a.figure.unit, Unit::Person | Unit::Count(_) | Unit::Measure(_));
    let shared = x.iter().filter(near).any(|p| y.iter().filter(near).any(|q| p.0 == q.0));
    Some(if first == second {
        0.35
    } else if shared {
        0.2
    } else if counted && !a.figure.unit.is_time() && !a.prints_same(b) {
        CLASH
    } else {
        -0.2
    })
}

/// The share of telling words that the two have in common, from -0.05 (none) to 0.75 (all).
fn words(a: &Side, b: &Side) -> Weight {
    let (x, y) = (&a.claim.words, &b.claim.words);
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
    let (x, y) = (&a.claim.words, &b.claim.words);
    let mut j = 0;
    (0..x.len()).filter_map(move |i| {
        while j < y.len() && y[j].stem < x[i].stem {
            j += 1;
        }
        (j < y.len() && y[j].stem == x[i].stem).then_some((i, j))
    })
}

fn place(a: &Side, b: &Side) -> Weight {
    let weight = anchors(a, &a.claim.places, b, &b.claim.places, -0.6);
    // `18 in the town` beside a count that names no place is a part of it.
    let part = a.has_own_place() != b.has_own_place() && a.figure.unit == Unit::Person && !a.prints_same(b);
    if part { Some(weight.unwrap_or(0.0) - 0.15) } else { weight }
}

fn named(a: &Side, b: &Side) -> Weight {
    anchors(a, &a.claim.anchors, b, &b.claim.anchors, -0.2)
}

/// Names near the figures: one that is the nearest of both speaks for it, different ones near both against it.
fn anchors(a: &Side, x: &[Anchor], b: &Side, y: &[Anchor], apart: f32) -> Weight {
    let (first, second) = (x.first()?, y.first()?);
    let same = |p: &Anchor, q: &Anchor| same_name(a.entity(p), b.entity(q));
    if same(first, second) {
        return Some(match first.reach.max(second.reach) {
            Reach::Phrase => 0.25,
            Reach::Clause => 0.2,
            _ => 0.1,
        });
    }
    let near = |n: &Anchor| n.reach <= Reach::Clause;
    let shared = x.iter().filter(|p| near(p)).any(|p| y.iter().filter(|q| near(q)).any(|q| same(p, q)));
    if shared {
        return Some(0.0);
    }
    let (one, other) = (a.entity(first), b.entity(second));
    if !near(first) || !near(second) || one.kind != other.kind {
        return None;
    }
    // `18 in Florida`, `20 in Georgia`; `the Greens won 20 seats`, `the Liberals won 51`: each has its own.
    let own = first.reach.max(second.reach) == Reach::Phrase;
    Some(if own && !a.prints_same(b) && !holds(one, other) { CLASH } else { apart })
}

/// Whether one place holds the other.
fn holds(a: &Entity, b: &Entity) -> bool {
    places::contains(&a.name, &b.name) || places::contains(&b.name, &a.name)
}

/// Whether two entities bear one name: the same last word of a person, the same words otherwise, in any case.
fn same_name(a: &Entity, b: &Entity) -> bool {
    if a.kind != b.kind {
        return false;
    }
    match a.kind {
        EntityKind::Person => same_person(&a.name, &b.name),
        _ => {
            let (x, y) = (a.name.to_lowercase(), b.name.to_lowercase());
            // Two ways to write one place differ in a letter; that they may be two places weighs less.
            let slip = x.len().abs_diff(y.len()) <= 1 && strsim::jaro_winkler(&x, &y) > 0.9;
            x == y || x.starts_with(&y) || y.starts_with(&x) || slip
        }
    }
}

/// Whether two names can be one person's: one surname, a letter or two apart at most, and no other given name.
fn same_person(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let split = |name: &str| match name.rsplit_once(' ') {
        Some((given, last)) => (given.split(' ').next().unwrap_or_default().to_owned(), last.to_owned()),
        None => (String::new(), name.to_owned()),
    };
    let ((given_a, last_a), (given_b, last_b)) = (split(&a), split(&b));
    let alike = |x: &str, y: &str| x == y || strsim::jaro_winkler(x, y) > 0.85;
    let known = !given_a.is_empty() && !given_b.is_empty();
    let initial = |x: &str, y: &str| {
        x.trim_end_matches('.').chars().count() == 1 && y.starts_with(x.trim_end_matches('.'))
    };
    alike(&last_a, &last_b)
        && (!known || alike(&given_a, &given_b) || initial(&given_a, &given_b) || initial(&given_b, &given_a))
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
        (Some(x), None) if is_old(a, &x.0) => Some(if x.1 <= Reach::Clause { -0.35 } else { -0.2 }),
        (None, Some(y)) if is_old(b, &y.0) => Some(if y.1 <= Reach::Clause { -0.35 } else { -0.2 }),
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
    } else if apart(State::Fact, State::Plan) {
        // What came of a plan is mostly near to it.
        let near = values::ratio(a.figure, b.figure).is_none_or(|r| r < 1.5);
        Some(if a.prints_same(b) {
            0.0
        } else if near {
            -0.15
        } else {
            -0.3
        })
    } else {
        Some(-0.05)
    }
}

/// A number that both print tells the more the less round it is; numbers of another size tell against it.
fn value(a: &Side, b: &Side) -> Weight {
    if !a.prints_same(b) {
        let ratio = values::ratio(a.figure, b.figure)?;
        let slipped = (1..4).any(|n| (ratio / 10f64.powi(n) - 1.0).abs() < 0.02);
        if !(a.figure.value.vague || b.figure.value.vague)
            && ratio < 1.025
            && a.tells_much()
            && b.tells_much()
            && values::relate(a.figure, b.figure) == Some(Level::Agree)
        {
            return Some(0.35);
        }
        if let Some(digits) = transposed(a.figure.value.lo, b.figure.value.lo) {
            return Some(if digits > 2 { 0.55 } else { 0.3 });
        }
        return match ratio {
            _ if slipped => None,
            r if r > 5.0 => Some(CLASH),
            r if r > 3.0 => Some(-0.35),
            // Tolls may double in a day; other amounts of one thing are seldom so far apart.
            r if r > 1.8 && a.figure.unit != Unit::Person => Some(-0.25),
            _ => None,
        };
    }
    let digits = significant_digits(a.figure.value.lo);
    let weight: f32 = match digits {
        _ if !a.tells_much() => 0.1,
        0..=2 => 0.4,
        _ => 0.6,
    };
    // Sums of money are seldom equal by chance.
    Some(if matches!(a.figure.unit, Unit::Money(_)) { weight + 0.1 } else { weight })
}

/// How many digits two numbers of one size share, where they have the same ones in another order, as 612 and 621: the commonest slip
/// of the pen.
fn transposed(a: f64, b: f64) -> Option<usize> {
    let digits = |v: f64| {
        let mut digits: Vec<char> = format!("{v}").chars().filter(char::is_ascii_digit).collect();
        let significant = digits.iter().rposition(|&d| d != '0').map_or(0, |i| i + 1);
        digits.truncate(significant);
        digits.sort_unstable();
        digits
    };
    if a == b || a.min(b) * 3.0 < a.max(b) {
        return None;
    }
    let x = digits(a);
    (x.len() >= 2 && x == digits(b)).then_some(x.len())
}

/// Whether two values look like one with a slip of the pen: digits in another order, or a zero more.
pub fn is_slip(a: &Figure, b: &Figure) -> bool {
    let ratio = values::ratio(a, b).unwrap_or(1.0);
    transposed(a.value.lo, b.value.lo).is_some() || (1..4).any(|n| (ratio / 10f64.powi(n) - 1.0).abs() < 0.02)
}

fn significant_digits(value: f64) -> usize {
    let printed = format!("{value}");
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    if printed.contains('.') { digits.len() } else { digits.trim_end_matches('0').len() }
}

fn noun(s: &Side) -> String {
    s.figure.of.as_deref().or(s.figure.head.as_deref()).unwrap_or("things").to_owned()
}

fn say_counted(a: &Side, b: &Side) -> String {
    format!("“{}”, “{}”", noun(a), noun(b))
}

fn say_predicate(a: &Side, b: &Side) -> String {
    let name = |s: &Side| s.claim.predicates.first().map_or("", |p| lexicon::predicate_name(p.0));
    if name(a) == name(b) { format!("both {}", name(a)) } else { format!("{}, {}", name(a), name(b)) }
}

fn say_words(a: &Side, b: &Side) -> String {
    let text = &a.reading.article.text;
    let word = |at: u32| {
        let rest = &text[at as usize..];
        &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
    };
    let mut shared: Vec<_> = common_words(a, b).map(|(i, _)| a.claim.words[i]).collect();
    shared.sort_by_key(|w| (std::cmp::Reverse(w.weight), w.at));
    let shared: Vec<&str> = shared.iter().take(4).map(|w| word(w.at)).collect();
    if shared.is_empty() {
        "no words in common".to_owned()
    } else {
        format!("in common: {}", shared.join(", "))
    }
}

fn names(s: &Side, all: &[Anchor]) -> String {
    all.iter().take(2).map(|n| s.entity(n).name.to_string()).collect::<Vec<_>>().join(", ")
}

fn say_places(a: &Side, b: &Side) -> String {
    format!("{} · {}", names(a, &a.claim.places), names(b, &b.claim.places))
}

fn say_named(a: &Side, b: &Side) -> String {
    format!("{} · {}", names(a, &a.claim.anchors), names(b, &b.claim.anchors))
}

fn say_time(a: &Side, b: &Side) -> String {
    let when = |s: &Side| {
        let days = s.claim.when.and_then(|w| s.reading.dates[w.0 as usize].days);
        days.map_or_else(|| "no date".to_owned(), |d| d.to_string())
    };
    format!("{}, {}", when(a), when(b))
}

fn say_state(a: &Side, b: &Side) -> String {
    match (a.claim.state.name(), b.claim.state.name()) {
        (x, y) if x == y => format!("both given as {x}"),
        (x, y) => format!("{x}, {y}"),
    }
}

fn say_value(a: &Side, b: &Side) -> String {
    let printed = |s: &Side| s.reading.article.slice(s.figure.span).to_owned();
    if a.prints_same(b) {
        format!("both print {}", printed(a))
    } else if transposed(a.figure.value.lo, b.figure.value.lo).is_some() {
        format!("{} and {} have the same digits", printed(a), printed(b))
    } else {
        format!("{} and {} are far apart", printed(a), printed(b))
    }
}
