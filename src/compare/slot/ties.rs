//! What ties two values that are not the same to one quantity.
//!
//! That both count people killed makes no two reports tell of one crash. A copy chief sees two counts of one thing where the two
//! sentences are bound by more than the noun and what is said of it: a name, a place, the owner of the age, what happened in the
//! same words; or where the one number looks like a slip of the other.

use crate::extract::claims::lexicon;
use crate::extract::{ContextWord, Unit};

use super::amounts::{is_misheard, is_misread, is_slip};
use super::named::{named, place, whose};
use super::results::is_one_count;
use super::{Side, common_words, is_of_one_frame};

/// How firmly two different values are bound to one quantity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tie {
    /// By the counted noun alone, which a few of anything share.
    Loose,
    /// By what is said of the counted too, or as two large counts of one noun: they are of one thing where both articles tell of
    /// one event.
    Said,
    /// By words of the event, which bind them unless the articles are known to tell of two.
    Told,
    /// By a name, a place or an owner, or as a slip.
    Firm,
}

/// What binds two claims beside the noun that both count.
pub fn tie(a: &Side, b: &Side) -> Tie {
    let is_near = |weight: Option<f32>| weight.is_some_and(|w| w >= NAMED);
    let named = is_near(named(a, b)) || is_near(place(a, b));
    let large = a.tells_much() && b.tells_much();
    let counts = matches!(a.figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare);
    let slip = || is_misheard(a.figure, b.figure) || a.shares_noun(b) && is_misread(a.figure, b.figure);
    if named && (!counts || large) || slip() || whose(a, b).is_some_and(|w| w > 0.0) {
        return Tie::Firm;
    }
    let shared = words_in_common(a, b, Words::OfEventAndFate);
    let said = is_said_of_both(a, b) || shared >= WORDS || is_one_count(a, b) == Some(true);
    // Of the words that both have some say what became of the counted.
    let told = || is_of_one_frame(a, b) || shared >= WORDS && words_in_common(a, b, Words::OfEvent) >= WORDS;
    // Two helicopters over a town and three in it are a few helicopters.
    if named && (said || shared >= WORDS / 3.0) {
        Tie::Firm
    } else if large && is_slip(a.figure, b.figure) || told() {
        Tie::Told
    } else if said || large && a.shares_noun(b) {
        Tie::Said
    } else {
        Tie::Loose
    }
}

/// What the same nearest name weighs at least.
const NAMED: f32 = 0.1;

/// What share of their telling words two sentences on one event have in common, the counted noun left out.
const WORDS: f32 = 0.12;

/// Which words count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// Those that say neither what is counted nor what became of it: hardly a report of a crash does without `killed`.
    OfEvent,
    /// All but the counted noun.
    OfEventAndFate,
}

/// The share of telling words that both have.
fn words_in_common(a: &Side, b: &Side, words: Words) -> f32 {
    let total = |words: &[ContextWord]| words.iter().map(|w| f32::from(w.weight)).sum::<f32>();
    let (x, y) = (a.words(), b.words());
    let common: f32 = common_words(a, b)
        .filter(|&(i, j)| !is_counted(a, x[i]) && !is_counted(b, y[j]))
        .filter(|&(i, _)| words == Words::OfEventAndFate || !is_said(a, x[i].place(a.claim.sentence.start)))
        .map(|(i, j)| f32::from(x[i].weight.min(y[j].weight)))
        .sum();
    common / (total(x) * total(y)).sqrt().max(1.0)
}

/// Whether a word says what is counted, or what a share is a share of; what is measured or paid tells of the event.
fn is_counted(side: &Side, word: ContextWord) -> bool {
    let amount = matches!(side.figure.unit, Unit::Measure(_) | Unit::Money(_));
    let at = word.place(side.claim.sentence.start);
    let printed = side.figure.of_span.is_some_and(|of| of.start <= at && at < of.end);
    let known = side.claim.head == Some(word.stem) || side.modifiers().contains(&word.stem);
    !amount && (printed || known)
}

/// Whether the word at a place says what became of the counted.
fn is_said(side: &Side, at: u32) -> bool {
    let rest = side.reading.article.text.get(at as usize..).unwrap_or_default();
    let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
    lexicon::predicate(&word.to_lowercase()).is_some()
}

/// Whether the same is said of both counts or terms; what happens beside a share or a sum of money does not happen to it.
fn is_said_of_both(a: &Side, b: &Side) -> bool {
    if matches!(a.figure.unit, Unit::Percent | Unit::PercentagePoint | Unit::Share | Unit::Money(_)) {
        return false;
    }
    a.said().is_some() && a.said() == b.said()
}
