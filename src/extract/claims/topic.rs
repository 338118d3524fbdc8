//! What an amount of money, a share or a measure is an amount of: `operating profit`, `the depth`, `the ferry`.

use std::ops::Range;

use crate::extract::{Figure, Unit};
use crate::text::{Parse, Penn, Upos};

/// How far left of the figure its topic or the verb that leads to it may stand, in tokens.
const REACH: usize = 10;

/// The noun phrase that a figure measures, in tokens, with its head: the noun before `of` or `to` (`a depth of 10 km`, `cut its
/// forecast to 5 percent`), else the subject of the verb (`profit fell to $5 million`). `None` for counts, whose noun is their own.
pub fn of(
    parse: &Parse,
    figure: &Figure,
    tokens: &Range<usize>,
    clause: &Range<usize>,
    stops: &dyn Fn(usize) -> bool,
) -> Option<(Range<usize>, usize)> {
    if matches!(figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare) {
        return None;
    }
    let first = tokens.start.saturating_sub(REACH).max(clause.start);
    for token in (first..tokens.start).rev() {
        if let Some(verb) = parse.verb_of(token) {
            return parse.subject_of(verb).map(|p| noun_phrase(parse, p));
        }
        if stops(token) {
            // A list of figures shares its topic: look on beyond the other figure.
            continue;
        }
        if is_topic(parse, token)
            && let Some(phrase) = parse.phrase_of(token)
            && !parse.phrases[phrase].tokens.contains(&tokens.start)
        {
            return Some(noun_phrase(parse, phrase));
        }
    }
    let verb = parse.governing_verb(tokens.start)?;
    parse.subject_of(verb).map(|p| noun_phrase(parse, p))
}

fn noun_phrase(parse: &Parse, phrase: usize) -> (Range<usize>, usize) {
    let phrase = &parse.phrases[phrase];
    (phrase.tokens.clone(), phrase.head)
}

/// Whether a token is a common noun that can be measured; days and periods are not.
fn is_topic(parse: &Parse, token: usize) -> bool {
    let t = &parse.tokens[token];
    t.upos == Upos::Noun
        && matches!(t.penn, Penn::Nn | Penn::Nns)
        && !matches!(
            parse.lower(token),
            "year" | "quarter" | "month" | "day" | "week" | "period" | "percent" | "cent" | "time"
        )
}
