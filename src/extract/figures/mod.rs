//! Figures: numerals with value, unit, hedge and what they count.
//!
//! Words become classes of tokens, classes become numerals by one grammar (`numerals`, `fractions`), numerals become amounts
//! with their unit (`amounts`), amounts that name rather than count are left out (`exclude`), and the rest learn what they
//! count from the noun phrase beside them (`counted`) or from the figure they lean on (`leaning`).
//!
//! Vague numerals by convention: several 3 to 9, a few 3 to 5, a couple 2 to 3, a handful 3 to 6, dozens 24 to 99, scores
//! 40 to 99, hundreds 200 to 999, thousands 2,000 to 9,999 and so on upwards; several thousand is 3,000 to 9,000.

use std::ops::Range;

use crate::text::{BlockKind, Parse, Penn, TokenKind};

use super::meanings::Meanings;
use super::names::places::country_of_people;
use super::{DateMention, Entity, Figure, Hedge, Leaning, Short, Unit};

mod ages;
mod amounts;
mod change;
mod contests;
mod counted;
mod digits;
mod exclude;
mod fractions;
mod hedges;
mod labels;
mod leaning;
mod magnitudes;
mod money;
mod nouns;
pub(super) mod numerals;
mod ones;
mod ratios;
mod subjects;
mod tables;
mod tallies;
mod units;
mod years;

use amounts::Amount;
use counted::Counted;
use money::Purse;
use numerals::{Class, Classes};

/// A figure in the making.
struct Draft {
    amount: Amount,
    /// The sentence it stands in.
    sentence: usize,
    hedge: Option<(Hedge, Range<usize>)>,
    counted: Option<Counted>,
    /// What it counts, as printed with it or with the figure it leans on.
    of: Option<Short>,
    /// The head of that, in the singular.
    head: Option<Short>,
    leaning: Option<Leaning>,
    /// Whether it is the first of the two sides of a vote.
    division: bool,
}

impl Draft {
    /// Whether its unit is money, a percentage or a measure, printed or inherited.
    fn is_measured(&self) -> bool {
        matches!(&self.amount.unit, Some(u) if !matches!(u, Unit::Person | Unit::Count(_) | Unit::Bare))
    }

    /// The first token, the hedge before it included.
    fn start(&self) -> usize {
        self.hedge
            .as_ref()
            .map_or(self.amount.tokens.start, |(_, tokens)| tokens.start.min(self.amount.tokens.start))
    }

    /// The token behind the amount and what it counts.
    fn end(&self) -> usize {
        self.counted.as_ref().map_or(self.amount.tokens.end, |c| c.tokens.end.max(self.amount.tokens.end))
    }
}

/// Whether a noun names a parent: the `father` of two.
pub(super) fn is_parent(lower: &str) -> bool {
    nouns::is_parent(lower)
}

/// Whether a noun, in the singular, means a human being.
pub(super) fn is_person(singular: &str) -> bool {
    nouns::is_person(singular)
}

/// Finds every figure of an article, in order. Numbers inside dates and names are none.
pub fn find(parse: &Parse, meanings: &Meanings, dates: &[DateMention], entities: &[Entity]) -> Vec<Figure> {
    let mut guard = exclude::Guard::new(parse, dates, entities);
    let purse = Purse::new();
    let mut drafts = Vec::new();
    let (mut classes, mut lower) = (Vec::new(), Vec::new());
    for (index, sentence) in parse.sentences.iter().enumerate() {
        let block = parse.block_of(index);
        if !block.is_story() && block.kind != BlockKind::Title {
            continue;
        }
        classes.clear();
        classes.extend(sentence.tokens.clone().map(|at| numerals::classify(parse, meanings, at)));
        if classes.iter().all(|class| matches!(class, Class::Other | Class::And | Class::Dash | Class::Slash))
        {
            continue;
        }
        lower.clear();
        lower.extend(sentence.tokens.clone().map(|at| parse.lower(at)));
        let view = Classes { parse, tokens: sentence.tokens.clone(), classes: &classes, lower: &lower };
        scan(&view, &purse, &mut guard, index, &mut drafts);
    }
    leaning::settle(parse, &mut drafts);
    drafts.into_iter().map(|draft| finish(parse, draft)).collect()
}

fn scan(
    classes: &Classes,
    purse: &Purse,
    guard: &mut exclude::Guard,
    sentence: usize,
    drafts: &mut Vec<Draft>,
) {
    let first = drafts.len();
    let mut i = classes.tokens.start;
    // The last counted phrase: a number in it is a part of a name, as in `60 Boeing 787 aircraft`.
    let mut held = 0..0;
    let mut row = None;
    while i < classes.tokens.end {
        if let Some(found) = tables::row(classes, i) {
            i = found.reach();
            row = Some(found);
        }
        if held.contains(&i) || !may_begin(classes, i) {
            i += 1;
            continue;
        }
        let Some(mut amount) = amounts::read(classes, purse, i) else {
            i += 1;
            continue;
        };
        row = row.and_then(|row: tables::Row| row.take(classes, &mut amount));
        let end = amount.tokens.end;
        let hedge = hedges::of(classes, &amount);
        ages::settle(classes, &mut amount);
        if let Some(skip) = guard.excludes(classes, &amount, hedge.is_some()) {
            i = skip.max(i + 1);
            continue;
        }
        magnitudes::settle(classes, &mut amount, guard.quake);
        let draft = draft(classes, amount, hedge, sentence);
        held = draft.counted.as_ref().map_or(0..0, |c| c.tokens.clone());
        i = draft.amount.tokens.end.max(end);
        drafts.push(draft);
    }
    ones::sift(classes, drafts, first);
}

/// Whether an amount may begin at token `i`; cheap, for most words begin none.
fn may_begin(classes: &Classes, i: usize) -> bool {
    match classes.at(i) {
        Class::Other => {
            let token = &classes.parse.tokens[i];
            match token.kind {
                TokenKind::Symbol => true,
                // A code or a letter before a sign: `SEK 5`, `US$5`.
                TokenKind::Word => {
                    let next = classes.at(i + 1);
                    token.span.len() <= 5
                        && (matches!(next, Class::Digits(..))
                            || classes.parse.tokens.get(i + 1).is_some_and(|t| match t.kind {
                                TokenKind::Symbol => true,
                                TokenKind::Punct => classes.lower(i + 1) == ".",
                                _ => false,
                            })
                            || token.span.len() == 5 && classes.lower(i) == "minus")
                }
                _ => false,
            }
        }
        Class::And | Class::Slash | Class::Letter(_) | Class::Magnitude(_) | Class::Part(_) => false,
        _ => true,
    }
}

/// Joins an amount with its hedge and what it counts.
fn draft(
    classes: &Classes,
    mut amount: Amount,
    hedge: Option<(Hedge, Range<usize>)>,
    sentence: usize,
) -> Draft {
    let behind = match &hedge {
        Some((_, tokens)) if tokens.start >= amount.tokens.end => tokens.end,
        _ => amount.tokens.end,
    };
    let mut counted = None;
    if amount.unit.is_none() && amount.kind == numerals::Kind::Cardinal {
        if let Some(noun) = counted::tied(classes, amount.tokens.end) {
            let word = nouns::singular(classes.lower(noun)).into_owned();
            amount.unit = Some(unit_of(&word));
            amount.tokens.end = noun + 1;
            amount.tied = true;
            counted = counted::behind(classes, noun + 1).or(Some(Counted {
                tokens: noun..noun + 1,
                head: noun,
                part: false,
            }));
        } else {
            counted = counted::behind(classes, behind);
            if amount.value.lo > 1.0 {
                counted = counted.map(|found| counted::coordinated(classes, found));
            }
            if let Some(found) = &counted {
                amount.unit = unit_of_head(classes.parse, found.head);
            }
        }
    } else if takes_noun(classes, &amount) {
        counted = counted::behind(classes, behind);
    }
    let of = counted
        .as_ref()
        .map(|c| single_spaced(classes.parse.span(c.tokens.clone()).of(&classes.parse.article.text)));
    let head = counted.as_ref().map(|c| nouns::singular(classes.lower(c.head)).into());
    let division =
        amount.unit.is_none() && contests::is_division(classes, amount.tokens.start, amount.tokens.end);
    Draft { amount, sentence, hedge, counted, of, head, leaning: None, division }
}

/// Whether the noun behind an amount with a unit says what is measured: `12 percent of voters`, `a $5 million fine`, `30-day truce`.
fn takes_noun(classes: &Classes, amount: &Amount) -> bool {
    let of = classes.lower(amount.tokens.end) == "of";
    let before = amount.tokens.start.checked_sub(1).map_or("", |i| classes.lower(i));
    of || amount.tied
        || amount.kind != numerals::Kind::Cardinal
        || matches!(before, "a" | "an" | "the" | "its" | "his" | "her" | "their" | "this")
}

/// The unit of what a noun counts; `None` for `others`, which only points back.
fn unit_of_head(parse: &Parse, head: usize) -> Option<Unit> {
    let lower = parse.lower(head);
    if matches!(lower, "others" | "more" | "total" | "rest" | "ones") {
        return None;
    }
    if nouns::is_state(lower) {
        return Some(Unit::Person);
    }
    let singular = nouns::singular(lower);
    // The ending of a name says nothing: a Dreamliner is no doer.
    let name = matches!(parse.tokens[head].penn, Penn::Nnp | Penn::Nnps);
    let printed = parse.word(head);
    if printed.starts_with(char::is_uppercase) && (is_people(lower) || country_of_people(lower).is_some()) {
        return Some(Unit::Person);
    }
    Some(if name && !nouns::is_listed(&singular) { Unit::Count(singular.into()) } else { unit_of(&singular) })
}

/// Whether a plural in lower case is that of the people of a country: `Pakistanis`.
fn is_people(plural: &str) -> bool {
    plural.ends_with('s') && country_of_people(plural).is_some()
        || plural.strip_suffix('s').is_some_and(|one| country_of_people(one).is_some())
}

fn unit_of(singular: &str) -> Unit {
    if nouns::is_person(singular) { Unit::Person } else { Unit::Count(singular.into()) }
}

/// A figure of a draft whose unit is settled as far as it can be.
fn finish(parse: &Parse, draft: Draft) -> Figure {
    let span = |tokens: &Range<usize>| parse.span(tokens.clone());
    let of_span = draft.counted.as_ref().map(|c| span(&c.tokens));
    let printed = of_span.map_or("", |of| parse.article.slice(of));
    let told = draft.of.unwrap_or_default();
    Figure {
        span: span(&draft.amount.tokens),
        value: draft.amount.value,
        unit: draft.amount.unit.unwrap_or(match draft.amount.kind {
            numerals::Kind::Share => Unit::Share,
            numerals::Kind::Ratio => Unit::Measure("ratio"),
            numerals::Kind::Cardinal => Unit::Bare,
        }),
        hedge: draft.hedge.as_ref().map(|(hedge, _)| *hedge),
        hedge_span: draft.hedge.as_ref().map(|(_, tokens)| span(tokens)),
        told: (*told != *printed).then_some(told),
        of_span,
        head: draft.head,
        leaning: draft.leaning,
    }
}

/// Whether a noun in the singular, in lower case, is known to stand for people.
pub fn is_person_noun(singular: &str) -> bool {
    nouns::is_listed(singular)
}

/// The words with every run of white space made one space.
fn single_spaced(text: &str) -> Short {
    let mut before = b' ';
    let even = text.bytes().all(|byte| {
        let twice = byte == b' ' && before == b' ';
        before = byte;
        matches!(byte, b' '..=b'~') && !twice
    });
    if even && before != b' ' {
        return text.into();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

#[cfg(test)]
mod tests;
