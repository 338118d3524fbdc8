//! Whether a claim is a fact, a plan, an estimate or a denial.

use std::ops::Range;

use crate::extract::meanings::Meanings;
use crate::extract::{Attribution, Stance, State};
use crate::text::{Parse, Tense, VerbGroup};

use super::lexicon::Mark;

/// The state of a figure's claim. `phrase` is its noun phrase, `clause` its clause, `said` the attribution that holds it.
pub fn of(
    parse: &Parse,
    meanings: &Meanings,
    phrase: &Range<usize>,
    clause: &Range<usize>,
    said: Option<&Attribution>,
) -> State {
    if said.is_some_and(|a| a.stance == Stance::Denies) {
        return State::Denied;
    }
    let marked = |mark| clause.clone().any(|t| meanings[t].is(mark));
    if marked(Mark::Estimate) {
        return State::Estimate;
    }
    match governing(parse, phrase, clause) {
        Some(verb) if is_future(parse, verb) => State::Plan,
        Some(verb) if verb.tense == Tense::Past || verb.tense == Tense::PresentPerfect => {
            let planned = meanings[verb.head].is(Mark::Plan) && verb.head < phrase.start;
            if planned { State::Plan } else { State::Fact }
        }
        _ if marked(Mark::Plan) => State::Plan,
        _ => State::Fact,
    }
}

/// The verb group that speaks of the figure: the first finite one behind its phrase when the phrase opens the clause, else the last
/// one before it.
fn governing<'p>(parse: &'p Parse, phrase: &Range<usize>, clause: &Range<usize>) -> Option<&'p VerbGroup> {
    let first = parse.verb_from(clause.start);
    let inside = || parse.verbs[first..].iter().take_while(|v| v.tokens.end <= clause.end);
    let before = inside().filter(|v| v.tokens.end <= phrase.start).last();
    let after = inside().find(|v| v.tokens.start >= phrase.end);
    before.or(after)
}

fn is_future(parse: &Parse, verb: &VerbGroup) -> bool {
    let to_infinitive =
        verb.tense == Tense::NonFinite && parse.lower(verb.tokens.start) == "to" && !verb.passive;
    let would =
        verb.modal.is_some_and(|m| matches!(parse.lower(m), "will" | "would" | "shall" | "'ll" | "’ll"));
    verb.tense == Tense::Future || would || to_infinitive
}
