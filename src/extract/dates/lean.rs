//! Whether the clause around a date looks back or ahead.

use std::ops::Range;
use std::sync::LazyLock;

use crate::text::{BlockKind, Parse, Penn, Tense, VerbGroup, WordMap};

use super::Lean;

/// How many verb groups before a date may be asked, nearest first.
const ASKED: usize = 4;

/// Verbs and participles that set something for a later day.
static PLANS: LazyLock<WordMap<()>> =
    LazyLock::new(|| WordMap::listed(include_str!("../data/planning_words.txt")));

/// The direction of the clause that holds the tokens of a date.
pub(super) fn of(parse: &Parse, date: Range<usize>) -> Lean {
    if parse.sentences.is_empty() {
        return Lean::Open;
    }
    let index = parse.sentence_of(date.start);
    let sentence = parse.sentences[index].tokens.clone();
    let before = |n: usize| match date.start.checked_sub(n) {
        Some(i) if sentence.contains(&i) => parse.lower(i),
        _ => "",
    };
    let cue = if before(1) == "the" { before(2) } else { before(1) };
    // `the year that ended in April`, `ended 30 April`.
    if cue == "since" || cue == "ended" || before(2) == "ended" {
        return Lean::Behind;
    }
    if cue == "effective" {
        return Lean::Future;
    }
    let display =
        matches!(parse.block_of(index).kind, BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption);
    let lean = clause(parse, &sentence, date.start, display);
    match cue {
        "until" | "till" | "by" | "before" | "of" if lean == Lean::Open => Lean::Future,
        "due" | "upcoming" | "from" | "starting" | "beginning" | "to" | "for" if lean == Lean::Open => {
            Lean::Future
        }
        _ => lean,
    }
}

/// What the verbs around the date say: the nearest before it, else the first behind it.
fn clause(parse: &Parse, sentence: &Range<usize>, date: usize, display: bool) -> Lean {
    let next = parse.verb_from(date);
    let ahead = || {
        parse.verbs[next..]
            .iter()
            .take_while(|v| v.tokens.start < sentence.end)
            .find(|v| v.tense != Tense::NonFinite)
    };
    let (mut infinitive, mut bare) = (false, false);
    if !display && ends_in_plan(parse, sentence, date) {
        return Lean::Future;
    }
    if let Some(main) = ahead().filter(|_| opens_clause(parse, sentence, date)) {
        return finite(parse, main, false, true);
    }
    for verb in parse.verbs[..next].iter().rev().take(ASKED).take_while(|v| v.tokens.start >= sentence.start)
    {
        match verb.tense {
            Tense::NonFinite if PLANS.contains(parse.lower(verb.head)) => return Lean::Future,
            Tense::NonFinite if parse.lower(verb.tokens.start) == "to" => infinitive = true,
            // `killed in the blast on Monday`: a participle without a finite verb tells of what is done.
            Tense::NonFinite if !infinitive && parse.lower(verb.head).ends_with("ed") => return Lean::Past,
            Tense::NonFinite => {
                bare |= parse.tokens[verb.head].penn == Penn::Vb && opens_or_ends(parse.lower(verb.head))
            }
            // `are in hospital after a crash on Saturday`: what is so now comes of what was.
            Tense::Present if verb.modal.is_none() && comes_of(parse, verb.tokens.end..date) => {
                return Lean::Past;
            }
            _ => return finite(parse, verb, infinitive, display),
        }
    }
    if infinitive {
        return Lean::Future;
    }
    // A date before every verb stands with the subject or opens the sentence: the main verb tells, and the present tense there
    // speaks of what has happened (`Tuesday's quake shows`).
    match ahead() {
        Some(main) => finite(parse, main, false, true),
        // A plain form without a finite verb is a present tense that the tagger took for an infinitive: `talks begin on Monday`.
        None if bare && !display => Lean::Future,
        None => Lean::Open,
    }
}

/// Whether a plain verb of beginning or ending stands before the date that the tagger took for a noun or adjective: `The games open on
/// Friday`.
fn ends_in_plan(parse: &Parse, sentence: &Range<usize>, date: usize) -> bool {
    let Some(before) = date.checked_sub(1).filter(|i| sentence.contains(i)) else { return false };
    let preposition = usize::from(matches!(parse.lower(before), "on" | "in" | "at"));
    let Some(verb) = before.checked_sub(preposition).filter(|&i| i > sentence.start) else { return false };
    let next = parse.verbs.partition_point(|v| v.tokens.end <= verb);
    let is_verb = parse.verbs.get(next).is_some_and(|v| v.tokens.contains(&verb));
    !is_verb && opens_or_ends(parse.lower(verb)) && parse.tokens[verb - 1].penn == Penn::Nns
}

/// Whether words between a verb and a date say that an event stands before what the verb tells.
fn comes_of(parse: &Parse, between: Range<usize>) -> bool {
    let mut words = between.clone();
    let cause = words.any(|i| matches!(parse.lower(i), "after" | "following"));
    let begins = between.start.checked_sub(1).is_some_and(|i| {
        let head = parse.lower(i);
        opens_or_ends(head.strip_suffix('s').unwrap_or(head))
    });
    cause && !begins
}

/// Whether a clause begins with the date, after a comma and a conjunction or a semicolon, so that the verb before it belongs to
/// another clause: `She is 58, and on Monday a letter told her`.
fn opens_clause(parse: &Parse, sentence: &Range<usize>, date: usize) -> bool {
    let before = |n: usize| date.checked_sub(n).filter(|i| sentence.contains(i));
    let preposition = before(1).filter(|&i| matches!(parse.lower(i), "on" | "in")).map_or(0, |_| 1);
    let joint = |n: usize| before(n).map_or("", |i| parse.lower(i));
    let conjunction = matches!(joint(preposition + 1), "and" | "but" | "while" | "yet" | "or");
    conjunction && joint(preposition + 2) == "," || joint(preposition + 1) == ";"
}

/// The direction of a finite verb, with an infinitive under it or not.
fn finite(parse: &Parse, verb: &VerbGroup, infinitive: bool, display: bool) -> Lean {
    if let Some(modal) = verb.modal {
        let perfect = verb.tokens.clone().any(|i| i > modal && parse.lower(i) == "have");
        return if perfect { Lean::Past } else { Lean::Future };
    }
    let plans =
        PLANS.contains(parse.lower(verb.head)) || verb.tokens.clone().any(|i| PLANS.contains(parse.lower(i)));
    match verb.tense {
        Tense::Future => Lean::Future,
        Tense::Present if plans || infinitive => Lean::Future,
        Tense::Past if plans && (infinitive || verb.passive) => Lean::Future,
        Tense::Past | Tense::PresentPerfect => Lean::Past,
        Tense::Present if display => Lean::Past,
        Tense::Present => Lean::Future,
        Tense::NonFinite => Lean::Open,
    }
}

/// Whether the verb is one of beginning, ending or meeting, whose present tense tells of what is fixed for a later day.
fn opens_or_ends(lower: &str) -> bool {
    matches!(
        lower,
        "begin"
            | "start"
            | "open"
            | "end"
            | "close"
            | "resume"
            | "reopen"
            | "arrive"
            | "leave"
            | "return"
            | "meet"
            | "vote"
            | "sit"
    )
}
