//! What is said of the counted: the predicate nearest to a figure.

use std::ops::Range;

use crate::extract::Reach;
use crate::text::{Parse, Penn, Upos};

use super::lexicon;

/// How many words a predicate may stand away from its figure.
const NEAR: usize = 8;

/// The predicates of a figure, nearest first, each class once. `phrase` is its noun phrase, `stops` the tokens of other
/// figures, which predicates do not reach across.
pub fn of(
    parse: &Parse,
    phrase: &Range<usize>,
    clause: &Range<usize>,
    stops: &dyn Fn(usize) -> bool,
) -> Vec<(u8, Reach)> {
    let mut found = Vec::new();
    for token in phrase.clone().rev() {
        note(&mut found, lexicon::predicate(parse.lower(token)), Reach::Phrase);
    }
    let right = scan_right(parse, phrase, clause, stops);
    let left = scan_left(parse, phrase, clause, stops);
    // `killed 31 people in`: the active verb before its object; else what follows, as in `31 people were killed`, `31 dead`.
    let active = |&(token, distance): &(usize, usize)| distance <= 1 && is_active(parse, token);
    let order = if left.as_ref().is_some_and(active) { [left, right] } else { [right, left] };
    for (i, (token, _)) in order.into_iter().flatten().enumerate() {
        let reach = if i == 0 && found.is_empty() { Reach::Clause } else { Reach::Sentence };
        note(&mut found, lexicon::predicate(parse.lower(token)), reach);
    }
    found
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

/// The first predicate behind the phrase, with how many words of weight stand between.
fn scan_right(
    parse: &Parse,
    phrase: &Range<usize>,
    clause: &Range<usize>,
    stops: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let mut distance = 0;
    for token in phrase.end..clause.end {
        if stops(token) || distance > NEAR {
            return None;
        }
        if lexicon::predicate(parse.lower(token)).is_some() && !is_name(parse, token) {
            return Some((token, distance));
        }
        distance += usize::from(is_heavy(parse, token));
    }
    None
}

/// The first predicate before the phrase. A subject may stand far from its verb: `the number of people killed … has climbed to 31`.
fn scan_left(
    parse: &Parse,
    phrase: &Range<usize>,
    clause: &Range<usize>,
    stops: &dyn Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let mut distance = 0;
    for token in (clause.start..phrase.start).rev() {
        if stops(token) || distance > 2 * NEAR {
            return None;
        }
        if lexicon::predicate(parse.lower(token)).is_some() && !is_name(parse, token) {
            return Some((token, distance));
        }
        distance += usize::from(is_heavy(parse, token));
    }
    None
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
