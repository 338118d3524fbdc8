//! `one`: a figure where it is set against other numbers or bounded, else only a pronoun or an article.

use super::Draft;
use super::numerals::Classes;

/// Takes out of the drafts of one sentence, from index `first` on, each `one` that is no figure.
pub(super) fn sift(classes: &Classes, drafts: &mut Vec<Draft>, first: usize) {
    if !drafts[first..].iter().any(|draft| is_one(classes, draft)) {
        return;
    }
    let others = drafts[first..].iter().any(|d| !is_one(classes, d) && !d.amount.value.vague);
    let own = drafts.split_off(first);
    drafts.extend(own.into_iter().filter(|d| !is_one(classes, d) || counts(classes, d, others)));
}

fn is_one(classes: &Classes, draft: &Draft) -> bool {
    draft.amount.numeral.len() == 1 && classes.lower(draft.amount.numeral.start) == "one"
}

/// Whether this `one` is a number: with a measure, a hedge, or other numbers in the sentence.
fn counts(classes: &Classes, draft: &Draft, others: bool) -> bool {
    let start = draft.amount.tokens.start;
    let before = if start > classes.tokens.start { classes.lower(start - 1) } else { "" };
    let after = classes.lower(draft.amount.tokens.end);
    let pronoun = matches!(
        before,
        "no" | "this"
            | "that"
            | "the"
            | "any"
            | "every"
            | "each"
            | "another"
            | "which"
            | "a"
            | "only-"
            | "other"
            | "his"
            | "her"
            | "my"
            | "these"
            | "some"
            | "its"
            | "their"
            | "such"
            | "by"
            | "number"
            | "new"
            | "first"
            | "big"
            | "good"
    );
    if pronoun {
        return false;
    }
    if draft.is_measured() {
        // `one day he left` names no length of time.
        let day = matches!(
            classes.lower(draft.amount.tokens.end.saturating_sub(1)),
            "day" | "night" | "week" | "year" | "minute"
        );
        return !day
            || draft.hedge.is_some()
            || matches!(before, "in" | "for" | "within" | "of" | "after" | "than" | "just" | "only")
            || draft.amount.tied;
    }
    if after == "of" {
        let them = matches!(classes.lower(draft.amount.tokens.end + 1), "them" | "whom");
        return others && (them || before == "but")
            || draft.hedge.is_some()
            || matches!(before, "but" | "only" | "just");
    }
    let bound = draft.hedge.is_some() || matches!(before, "only" | "just" | "but" | "and" | "or");
    let noun = draft.counted.is_some();
    if !noun {
        return (others || draft.hedge.is_some())
            && !matches!(
                after,
                "another" | "who" | "that" | "day" | "side" | "to" | "can" | "has" | "is" | "another's"
            );
    }
    let thing = draft.counted.as_ref().map_or("", |c| classes.lower(c.head));
    let idle = matches!(
        thing,
        "point"
            | "way"
            | "thing"
            | "side"
            | "hand"
            | "time"
            | "reason"
            | "another"
            | "occasion"
            | "case"
            | "example"
            | "word"
            | "question"
            | "problem"
            | "kind"
            | "sort"
            | "place"
    );
    let people = matches!(draft.amount.unit, Some(super::Unit::Person));
    !idle
        && (bound
            || others && people
            || matches!(thing, "person" | "death" | "fatality" | "casualty" | "vote" | "dead"))
}
