//! What is said of the counted: the predicate nearest to a figure.

use std::ops::Range;

use crate::extract::figures::is_parent;
use crate::extract::meanings::Meanings;
use crate::extract::{Figure, Leaning, Reach, Unit};
use crate::text::{Parse, Penn, Upos};

use super::lexicon::{self, Course};

/// How many words a predicate may stand away from its figure.
const NEAR: usize = 8;

/// The predicates of a figure, nearest first, each class once: what is said of the counted, or along what a measure is taken. `phrase`
/// is its noun phrase, `stops` the tokens of other figures, which predicates do not reach across.
pub fn of(
    parse: &Parse,
    meanings: &Meanings,
    figure: &Figure,
    phrase: &Range<usize>,
    clause: &Range<usize>,
    stops: &dyn Fn(usize) -> bool,
) -> Vec<(u8, Reach)> {
    let fits = |class: &u8| is_said_of(&figure.unit, lexicon::course(*class));
    let class = |token: usize| meanings[token].predicate.filter(fits);
    let mut found = Vec::new();
    if is_of_family(parse, figure) {
        return found;
    }
    for token in phrase.clone().rev().filter(|&t| !names_what_they_are(parse, figure, t)) {
        note(&mut found, class(token), Reach::Phrase);
    }
    let right = scan(parse, phrase.end..clause.end, NEAR, stops, &class);
    // A subject may stand far from its verb: `the number of people killed … has climbed to 31`.
    let left = scan(parse, (clause.start..phrase.start).rev(), 2 * NEAR, stops, &class);
    // `killed 31 people in`: the active verb before its object; else what follows, as in `31 people were killed`, `31 dead`.
    let active = left.first().is_some_and(|&(token, distance)| distance <= 1 && is_active(parse, token));
    let (first, second) = if active { (left, right) } else { (right, left) };
    let near = if first.is_empty() { second.len().min(1) } else { first.len() };
    for (i, (token, _)) in first.into_iter().chain(second).enumerate() {
        let reach = if i < near { Reach::Clause } else { Reach::Sentence };
        note(&mut found, class(token), reach);
    }
    // A noun that is inherited from an earlier figure speaks only where the clause itself is silent; the others are those to whom
    // it did not happen.
    let others = matches!(figure.leaning, Some(Leaning::Besides(_)));
    if !others && found.iter().all(|f| f.1 > Reach::Clause) {
        note(&mut found, figure.head.as_deref().and_then(lexicon::predicate).filter(fits), Reach::Clause);
        found.sort_by_key(|f| f.1);
    }
    found
}

/// Whether a counted noun only tells what the counted are: of 40 employees, 12 buildings or nine refugees anything may be said.
fn names_what_they_are(parse: &Parse, figure: &Figure, token: usize) -> bool {
    let printed = parse.lower(token);
    let thing = matches!(figure.unit, Unit::Count(_)) && printed.ends_with("ings");
    let people = || {
        figure.unit == Unit::Person
            && parse.tokens[token].upos == Upos::Noun
            && (printed.ends_with("ees")
                || matches!(printed, "staff" | "workforce" | "prisoners" | "hostages" | "captives"))
    };
    figure.of_span.is_some_and(|of| of.overlaps(parse.tokens[token].span)) && (thing || people())
}

/// `a father of two`, `dad-of-three`: nothing is said of the children.
fn is_of_family(parse: &Parse, figure: &Figure) -> bool {
    let before = parse.tokens_in(figure.span).start;
    let word = |n: usize| before.checked_sub(n).map_or("", |t| parse.lower(t));
    let hyphened = || word(1) == "-" && word(2) == "of" && is_parent(word(4));
    figure.unit == Unit::Person && (word(1) == "of" && is_parent(word(2)) || hyphened())
}

/// Whether predicates that move so can be said of amounts in a unit: what is counted is hurt or sold, what is measured is deep or far;
/// stretches of time are also those for which somebody is jailed or banned.
fn is_said_of(unit: &Unit, course: Course) -> bool {
    match unit {
        unit if unit.is_time() => matches!(course, Course::Measure | Course::Fixed),
        Unit::Measure(_) => course == Course::Measure,
        _ => course != Course::Measure,
    }
}

fn note(found: &mut Vec<(u8, Reach)>, class: Option<u8>, reach: Reach) {
    if let Some(class) = class
        && found.iter().all(|f| f.0 != class)
    {
        found.push((class, reach));
    }
}

fn is_active(parse: &Parse, token: usize) -> bool {
    let passive = parse.verb_of(token).is_some_and(|v| parse.verbs[v].passive);
    !passive && parse.tokens[token].penn.is_verb()
}

/// The predicates that a run of tokens meets before another figure, with how many words of weight stand between.
fn scan(
    parse: &Parse,
    tokens: impl Iterator<Item = usize>,
    reach: usize,
    stops: &dyn Fn(usize) -> bool,
    class: &dyn Fn(usize) -> Option<u8>,
) -> Vec<(usize, usize)> {
    let mut distance = 0;
    let mut found = Vec::new();
    for token in tokens {
        if stops(token) || distance > reach {
            break;
        }
        if class(token).is_some() && !is_name(parse, token) {
            found.push((token, distance));
        }
        distance += usize::from(is_heavy(parse, token));
    }
    found
}

/// Auxiliaries, adverbs, prepositions and hedges do not come between a verb and its object.
fn is_heavy(parse: &Parse, token: usize) -> bool {
    let t = &parse.tokens[token];
    !matches!(t.upos, Upos::Aux | Upos::Adv | Upos::Det | Upos::Part | Upos::Pron)
        && !matches!(t.penn, Penn::In | Penn::Jjs | Penn::Jjr)
}

fn is_name(parse: &Parse, token: usize) -> bool {
    parse.tokens[token].upos == Upos::Propn
}
