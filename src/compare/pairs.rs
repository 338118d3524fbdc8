//! Which claims of two articles are on one quantity: each claim with those of the other article that suit it best.

use std::cell::{OnceCell, RefCell};

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::frames;
use crate::extract::claims::lexicon::{self, Course};
use crate::extract::{Aspect, Reading, State, Unit};

use super::affairs::Affairs;
use super::bonds::Bonds;
use super::slot::{self, Head, Side, Tie};
use super::telling::figure;
use super::{ClaimRef, Level, Relation, values};

/// A pair that may be one quantity.
struct Candidate<'a> {
    a: ClaimRef,
    b: ClaimRef,
    x: Side<'a>,
    y: Side<'a>,
    score: f32,
    level: Level,
}

/// How much has to speak for two claims of one value being one quantity, whatever else their articles say.
const TOLD_TWICE: f32 = 0.4;

/// Two claims of two articles (or of one and itself), by index, for whose being one quantity enough speaks.
#[derive(Clone, Copy, Debug)]
pub struct Meeting {
    /// The claim of the first article.
    pub first: usize,
    /// The claim of the second.
    pub second: usize,
    /// How much speaks for it.
    pub score: f32,
    /// How the two stand to each other by their values.
    pub level: Level,
}

/// What is known of a story while its claims are held against each other.
pub struct Setting<'a> {
    story: &'a Story,
    affairs: Affairs,
    /// What binds claims of two values to one quantity.
    pub bonds: RefCell<Bonds>,
    /// For every article the nouns that its figures count, sorted, once they have been asked for.
    nouns: Vec<OnceCell<Vec<u32>>>,
}

impl<'a> Setting<'a> {
    /// The setting of a story, with the bonds that are known.
    pub fn of(story: &'a Story, bonds: Bonds) -> Self {
        let nouns = story.readings.iter().map(|_| OnceCell::new()).collect();
        Setting { story, affairs: Affairs::of(story), bonds: RefCell::new(bonds), nouns }
    }

    /// Whether an article of a count of people has a count of its own for the noun of `special`: `152 persons, 138 of them passengers`
    /// says nothing of the 152 as passengers.
    fn counts_both(&self, article: u32, general: &Side, special: &Side) -> bool {
        let (Head::General, Head::Noun(noun)) = (general.head(), special.head()) else { return false };
        let nouns = self.nouns[article as usize].get_or_init(|| counted_in(general.reading));
        nouns.binary_search(&noun).is_ok()
    }
}

/// The nouns that the figures of an article count, sorted.
fn counted_in(reading: &Reading) -> Vec<u32> {
    let heads = (0..reading.claims.len() as u32).map(|claim| Side::of(reading, claim).head());
    let mut nouns: Vec<u32> =
        heads.filter_map(|head| if let Head::Noun(noun) = head { Some(noun) } else { None }).collect();
    nouns.sort_unstable();
    nouns.dedup();
    nouns
}

/// A claim with what it needs to be held against others.
pub type Told<'a> = (ClaimRef, Side<'a>);

/// The claims of two articles that meet, in order. Depends on each pair of claims alone.
pub fn meetings(first: &[Told], second: &[Told]) -> Vec<Meeting> {
    let within = first[0].0.article == second[0].0.article;
    let mut met = Vec::new();
    for (i, (_, x)) in first.iter().enumerate() {
        for (j, (_, y)) in second.iter().enumerate().skip(if within { i + 1 } else { 0 }) {
            met.extend(meet(x, y).map(|(score, level)| Meeting { first: i, second: j, score, level }));
        }
    }
    met
}

/// How much speaks for two claims being one quantity, and how they stand by their values, where it is enough.
pub fn meet(a: &Side, b: &Side) -> Option<(f32, Level)> {
    slot::judge(a, b).filter(|&(score, _)| score >= slot::RELATED)
}

/// The relations between claims of two articles (or of one and itself) that meet. Depends on the two articles alone,
/// and on whether they tell of one affair.
///
/// An article that prints a toll, its parts and yesterday's toll has several figures that resemble a toll elsewhere: only the best
/// suited one is held against it, and where one agrees, the others do not conflict.
pub fn between(setting: &Setting, first: &[Told], second: &[Told], met: &[Meeting]) -> Vec<Relation> {
    let candidates = candidates(setting, first, second, met);
    if candidates.is_empty() {
        return Vec::new();
    }
    let story = setting.story;
    let same_value = |x: ClaimRef, y: ClaimRef| figure(story, x).value.is_same(&figure(story, y).value);
    // For every claim the one that suits it best; of several that suit it alike the last.
    let mut favourites: FxHashMap<ClaimRef, (f32, ClaimRef)> = FxHashMap::default();
    // For every claim how well those suit it that agree with it.
    let mut agreeing: FxHashMap<ClaimRef, f32> = FxHashMap::default();
    for c in &candidates {
        for (of, other) in [(c.a, c.b), (c.b, c.a)] {
            let best = favourites.entry(of).or_insert((c.score, other));
            if c.score >= best.0 {
                *best = (c.score, other);
            }
            if c.level == Level::Agree {
                let score = agreeing.entry(of).or_insert(c.score);
                *score = score.max(c.score);
            }
        }
    }
    let best = |of: ClaimRef| favourites.get(&of).map(|best| best.1);
    let suits = |c: &&Candidate| {
        let to_b = best(c.a).is_some_and(|b| b == c.b || same_value(b, c.b));
        let to_a = best(c.b).is_some_and(|a| a == c.a || same_value(a, c.a));
        // A number that both print, in settings that are alike, needs no rival to be beaten.
        let told_twice = c.level == Level::Agree && c.score >= TOLD_TWICE && same_value(c.a, c.b);
        told_twice || to_b && to_a
    };
    // A claim that another one agrees with at least as well is held against no third.
    let agrees = |of: ClaimRef, score: f32| agreeing.get(&of).is_some_and(|&agreed| agreed >= score - 0.1);
    let mut related: Vec<(&Candidate, Level)> = candidates
        .iter()
        .filter(suits)
        .filter(|c| c.level == Level::Agree || !agrees(c.a, c.score) && !agrees(c.b, c.score))
        .filter_map(|c| Some((c, judged(setting, c)?)))
        .collect();
    set_against_the_rest(story, &mut related);
    related.into_iter().map(|(c, level)| Relation { a: c.a, b: c.b, level, score: c.score }).collect()
}

/// Makes a conflict of the one count of people in which two articles part that print one and the same of all else: that the saved,
/// the dead and those aboard are as many in both tells that neither count has been brought up to date since the other.
fn set_against_the_rest(story: &Story, related: &mut [(&Candidate, Level)]) {
    let agreed = related.iter().filter(|(c, level)| *level == Level::Agree && c.score >= TOLD_TWICE);
    let (mut moves, mut values) = (false, Vec::new());
    for (c, _) in agreed.filter(|(c, _)| c.x.figure.unit == Unit::Person && c.x.prints_same(&c.y)) {
        moves |= matches!(course(&c.x, &c.y), Some(Course::Rising | Course::Falling));
        values.push(c.x.figure.value.lo.to_bits());
    }
    values.sort_unstable();
    values.dedup();
    let mut apart = related.iter_mut().filter(|(_, level)| *level != Level::Agree);
    let (Some((c, level)), None) = (apart.next(), apart.next()) else { return };
    let facts = c.x.claim.state == State::Fact && c.y.claim.state == State::Fact;
    let soon = story.days_between(c.a.article, c.b.article).is_some_and(|days| days.abs() <= 1);
    let counted = c.x.figure.unit == Unit::Person && c.level == Level::Conflict;
    if moves && values.len() >= ALL_ELSE && facts && soon && counted && c.a.article != c.b.article {
        *level = Level::Conflict;
    }
}

/// How many numbers of people two articles must have in common to be of one hour.
const ALL_ELSE: usize = 3;

fn candidates<'a>(
    setting: &Setting,
    first: &[Told<'a>],
    second: &[Told<'a>],
    met: &[Meeting],
) -> Vec<Candidate<'a>> {
    let within = first[0].0.article == second[0].0.article;
    let mut candidates = Vec::new();
    for &Meeting { first: i, second: j, score, level } in met {
        let ((a, x), (b, y)) = (&first[i], &second[j]);
        if setting.counts_both(a.article, x, y) || setting.counts_both(b.article, y, x) {
            continue;
        }
        if !within || may_repeat(x, y, level, score) {
            candidates.push(Candidate { a: *a, b: *b, x: *x, y: *y, score, level });
        }
    }
    candidates
}

/// How a pair stands, once time and wording have had their say.
fn judged(setting: &Setting, pair: &Candidate) -> Option<Level> {
    let story = setting.story;
    match pair.level {
        _ if pair.score < needed(story, pair) => None,
        Level::Agree => Some(Level::Agree),
        _ if !is_of_one_event(setting, pair) || is_back_to_less(story, pair) => None,
        Level::Conflict if can_both_stand(story, pair) => Some(Level::Differs),
        level => Some(level),
    }
}

/// How much has to speak for one quantity: more where another week's report gives another value.
fn needed(story: &Story, pair: &Candidate) -> f32 {
    let days = story.days_between(pair.a.article, pair.b.article);
    let later = pair.level != Level::Agree && days.is_some_and(|days| days.abs() > WEEK);
    let (a, b) = (&pair.x, &pair.y);
    let needed = slot::needed(a, b, pair.level);
    let undated = pair.level != Level::Agree
        && pair.a.article != pair.b.article
        && days.is_none()
        && !a.claim.scope.has(Aspect::Age)
        && !slot::is_misheard(a.figure, b.figure);
    needed + if later { LATER } else { 0.0 } + if undated { UNDATED } else { 0.0 }
}

/// How much more has to speak for one quantity where nobody knows whether the two articles are of one day.
const UNDATED: f32 = 0.25;

/// Whether two different values are bound to one event.
fn is_of_one_event(setting: &Setting, pair: &Candidate) -> bool {
    let tie = setting.bonds.borrow_mut().between(pair.a, pair.b, || slot::tie(&pair.x, &pair.y));
    let is_one_affair = || setting.affairs.is_one(pair.a.article, pair.b.article);
    match tie {
        Tie::Firm => true,
        Tie::Told => is_one_affair() != Some(false),
        Tie::Said => is_one_affair() == Some(true),
        Tie::Loose => false,
    }
}

/// Whether a count that only grows has fallen to less than half on a later day: then it is of another event, or of a part.
fn is_back_to_less(story: &Story, pair: &Candidate) -> bool {
    let (a, b) = (&pair.x, &pair.y);
    let later_is_less = story.days_between(pair.a.article, pair.b.article).is_some_and(|days| {
        let (first, last) = if days >= 0 { (a, b) } else { (b, a) };
        days != 0 && 2.0 * last.figure.value.middle() <= first.figure.value.middle()
    });
    later_is_less && course(a, b) == Some(Course::Rising) && !slot::is_slip(a.figure, b.figure)
}

/// After so many days a count is mostly taken anew, or of something else; then so much more has to speak for one quantity.
const WEEK: i32 = 7;
const LATER: f32 = 0.15;

/// Whether two figures of one article can be one quantity. A writer who prints two numbers mostly means two things: so only a
/// headline or caption and the text, or two mouths, may say different things of one.
fn may_repeat(a: &Side, b: &Side, level: Level, score: f32) -> bool {
    match level {
        // `we checked 240 ballots and sealed 240`: small numbers meet in a sentence by chance.
        Level::Agree => {
            a.claim.sentence != b.claim.sentence || a.shares_noun(b) && a.figure.value.lo >= 100.0
        }
        _ if a.claim.sentence == b.claim.sentence => false,
        _ if a.is_display() != b.is_display() => score >= slot::CERTAIN,
        _ => {
            score >= slot::CERTAIN + 0.2
                && a.speaker().is_some()
                && b.speaker().is_some()
                && a.speaker() != b.speaker()
        }
    }
}

/// Whether time, wording or ways of measuring let two different values stand side by side.
fn can_both_stand(story: &Story, pair: &Candidate) -> bool {
    let (a, b, x, y) = (pair.a, pair.b, &pair.x, &pair.y);
    let slip = slot::is_slip(x.figure, y.figure);
    let states = x.claim.state != y.claim.state && !slot::is_settled(x, y);
    if !slip && (states || x.claim.state == State::Estimate) {
        return true;
    }
    if a.article == b.article {
        return false;
    }
    let days = story.days_between(a.article, b.article);
    // A slip of the pen is the likelier the less time has passed.
    let soon = if slot::is_reordered(x.figure.value.lo, y.figure.value.lo) { 3 } else { 1 };
    if slip && days.is_none_or(|d| d.abs() <= soon) {
        return false;
    }
    let later_is_more = y.figure.value.middle() >= x.figure.value.middle();
    let ratio = values::ratio(x.figure, y.figure).unwrap_or(f64::MAX);
    let counted = matches!(x.figure.unit, Unit::Person | Unit::Count(_));
    if counted && !slip && days.is_some_and(|d| d.abs() > WEEK) {
        return true;
    }
    match course(x, y) {
        // Medals and points are won from day to day.
        _ if slot::is_tally(x) => days.is_some_and(|d| d != 0 && (d > 0) == later_is_more),
        Some(Course::Fixed | Course::Measure) if matches!(x.figure.unit, Unit::Measure(_)) => {
            measured_apart(x, y, ratio)
        }
        Some(Course::Fixed | Course::Measure) => false,
        _ if !slip && days.is_some_and(|d| d.abs() > WEEK) => true,
        Some(Course::Rising) => days.is_none_or(|d| d == 0 || (d > 0) == later_is_more),
        Some(Course::Falling) => days.is_none_or(|d| d == 0 || (d > 0) != later_is_more),
        // What is told of one group a day later has been counted again.
        Some(Course::Moving) if slot::is_of_one_frame(x, y) => days != Some(0),
        Some(Course::Moving) => days.is_none_or(|d| d.abs() > 3),
        None if matches!(x.figure.unit, Unit::Measure(_)) => measured_apart(x, y, ratio),
        // Where nothing tells how a count moves, one that has moved far from one day to the next has been brought up to date.
        None if counted && days.is_none() => !slip,
        None => !slip && days.is_some_and(|d| d != 0) && ratio > FAR,
    }
}

/// What different instruments or offices measured may differ a little; a digit within the number is another by a slip alone.
fn measured_apart(a: &Side, b: &Side, ratio: f64) -> bool {
    ratio < 1.1 && a.speaker() != b.speaker() && !slot::is_misread_within(a.figure, b.figure)
}

/// From what ratio on two counts of different days are two states of one thing rather than a slip.
const FAR: f64 = 1.3;

/// How counts of what both claims speak of move.
fn course(a: &Side, b: &Side) -> Option<Course> {
    if let Some(frame) = a.claim.frame.filter(|_| slot::is_of_one_frame(a, b)) {
        return Some(frames::course(frame));
    }
    let near = |s: &Side| s.predicates().first().map(|p| lexicon::course(p.0));
    match (near(a), near(b)) {
        (Some(x), Some(y)) if x != y => Some(Course::Moving),
        (x, y) => x.or(y),
    }
}
