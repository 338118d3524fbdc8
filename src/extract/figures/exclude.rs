//! Numbers that name rather than count: parts of dates and names, scores, sections, telephone numbers, addresses.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::extract::{DateMention, Entity, Unit};
use crate::text::{Parse, Penn, Span, TokenKind, WordMap, calendar};

use super::amounts::Amount;
use super::numerals::{Class, Classes, Kind};
use super::{change, contests, counted, labels, nouns, years};

static NUMBERED: LazyLock<WordMap<()>> =
    LazyLock::new(|| WordMap::listed(include_str!("../data/numbered.txt")));

/// Knows the spans of dates and names of an article, and the numbers that stood in names.
pub(super) struct Guard {
    dates: Vec<Span>,
    names: Vec<Span>,
    /// Whether the article speaks of an earthquake, so that lone decimals are magnitudes.
    pub quake: bool,
    /// Values seen as a part of a name, so that `the 787` is known behind `Boeing 787`.
    models: FxHashSet<u64>,
}

impl Guard {
    /// A guard for one article.
    pub fn new(parse: &Parse, dates: &[DateMention], entities: &[Entity]) -> Self {
        let mut names: Vec<Span> = entities.iter().flat_map(|e| e.mentions.iter().map(|m| m.span)).collect();
        names.sort_unstable();
        let mut dates: Vec<Span> = dates.iter().map(|d| d.span).collect();
        dates.sort_unstable();
        Self { dates, names, quake: parse.lower.contains("earthquake"), models: FxHashSet::default() }
    }

    /// The token behind an amount that is no figure; `None` where it is one.
    pub fn excludes(&mut self, classes: &Classes, amount: &Amount, hedged: bool) -> Option<usize> {
        let end = amount.tokens.end;
        let span = classes.parse.span(amount.tokens.clone());
        let timed = matches!(&amount.unit, Some(Unit::Measure(_)));
        if holds(&self.names, span)
            || !timed && holds(&self.dates, span)
            || is_reckoning(classes, amount) && holds(&self.dates, span)
        {
            return Some(end);
        }
        if let Some(end) = years::clock(classes, amount) {
            return Some(end);
        }
        if let Some(end) = code(classes, amount)
            .or_else(|| labels::end(classes, amount))
            .or_else(|| contests::score(classes, amount))
        {
            return Some(end);
        }
        let none = years::is_day(classes, amount)
            || years::is_year(classes, amount)
            || is_marker(classes, amount)
            || is_address(classes, amount)
            || is_dialled(classes, amount)
            || !hedged && is_numbered(classes, amount)
            || is_model(classes, amount)
            || is_zero(classes, amount)
            || is_idle(classes, amount);
        if none {
            return Some(end);
        }
        let model = amount.digits && amount.unit.is_none() && !hedged;
        let key = amount.value.lo.to_bits();
        if model && is_in_name(classes, amount) {
            self.models.insert(key);
            return Some(end);
        }
        if model
            && amount.value.lo >= 100.0
            && self.models.contains(&key)
            && counted::behind(classes, end).is_none()
        {
            return Some(end);
        }
        (!amount.digits && is_named_in_words(classes, amount)).then_some(end)
    }
}

/// Whether one of the sorted spans holds `span`.
fn holds(spans: &[Span], span: Span) -> bool {
    let next = spans.partition_point(|s| s.start <= span.start);
    spans[..next].iter().rev().take(3).any(|s| s.contains(span))
}

/// `three days ago`, `a week earlier`: a way to name a day.
fn is_reckoning(classes: &Classes, amount: &Amount) -> bool {
    matches!(amount.unit, Some(Unit::Measure("day" | "week" | "month" | "year")))
        && matches!(classes.lower(amount.tokens.end), "ago" | "earlier" | "hence")
}

/// Telephone numbers, file numbers, seasons: digits joined to others by hyphens, slashes or signs; the token behind them.
fn code(classes: &Classes, amount: &Amount) -> Option<usize> {
    let numeral = &amount.numeral;
    if amount.digits && amount.kind == Kind::Cardinal {
        let start = numeral.start;
        let slash = |i: usize| classes.at(i) == Class::Slash && !classes.spaced(i);
        if slash(amount.tokens.end) && !classes.spaced(amount.tokens.end + 1) && amount.unit.is_none()
            || start > classes.tokens.start && slash(start - 1) && !classes.spaced(start)
        {
            return Some(chain_end(classes, amount.tokens.end));
        }
        let sign = start.checked_sub(1).map_or("", |i| classes.lower(i));
        if matches!(sign, "#" | "@" | "_" | "=" | "§" | "№")
            && amount.unit.is_none()
            && amount.scale == 1.0
            && (sign != "=" || !classes.spaced(start))
        {
            return Some(amount.tokens.end);
        }
        let end = chain_end(classes, amount.tokens.end);
        let links =
            classes.tokens.clone().filter(|&i| i >= start && i < end && classes.at(i) == Class::Dash).count();
        if (links >= 2 || sign == "+") && end > amount.tokens.end {
            return Some(end);
        }
        let leading =
            |word: &str| word.len() > 1 && word.starts_with('0') && word.bytes().all(|b| b.is_ascii_digit());
        if classes.at(amount.tokens.end) == Class::Dash
            && !classes.spaced(amount.tokens.end)
            && leading(classes.lower(amount.tokens.end + 1))
        {
            return Some(end);
        }
    }
    None
}

/// The end of a run of numbers that hyphens or slashes tie together.
fn chain_end(classes: &Classes, mut end: usize) -> usize {
    while matches!(classes.at(end), Class::Dash | Class::Slash)
        && !classes.spaced(end)
        && !classes.spaced(end + 1)
        && classes.parse.tokens.get(end + 1).is_some_and(|t| t.kind != TokenKind::Punct)
        && classes.tokens.contains(&(end + 1))
        && (classes.parse.tokens[end + 1].kind == TokenKind::Number || classes.at(end) == Class::Slash)
    {
        end += 2;
    }
    end
}

/// `1. Human toll`: the mark of a list or section at its start.
fn is_marker(classes: &Classes, amount: &Amount) -> bool {
    let first = amount.tokens.start == classes.tokens.start && amount.digits && amount.numeral.len() == 1;
    let closed = matches!(classes.lower(amount.tokens.end), "." | ")") && !classes.spaced(amount.tokens.end);
    let opened =
        amount.tokens.start == classes.tokens.start + 1 && classes.lower(classes.tokens.start) == "(";
    let bracketed = opened && classes.lower(amount.tokens.end) == ")" && amount.digits;
    (first && closed || bracketed) && amount.value.hi < 1000.0 && amount.unit.is_none()
}

/// `call 101`, `ring us on 1850`: a lone number behind a verb of telephoning.
fn is_dialled(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    let plain = amount.digits && amount.unit.is_none() && amount.scale == 1.0 && amount.value.lo >= 100.0;
    if !plain || counted::behind(classes, amount.tokens.end).is_some() {
        return false;
    }
    let verb = |i: usize| {
        matches!(
            classes.lower(i),
            "call" | "calling" | "dial" | "dialling" | "dialing" | "phone" | "ring" | "text"
        )
    };
    let from = start.saturating_sub(6).max(classes.tokens.start);
    let near = start.checked_sub(1).filter(|&i| i >= from);
    near.is_some_and(|i| {
        let texted =
            || classes.lower(i) == "to" && (from..i).any(|k| matches!(classes.lower(k), "text" | "texting"));
        verb(i) || matches!(classes.lower(i), "on" | "at" | "or") && (from..i).any(verb) || texted()
    })
}

/// Words that end the name of a street.
static STREETS: LazyLock<WordMap<()>> =
    LazyLock::new(|| WordMap::listed(include_str!("../data/street_words.txt")));

/// `12 Elm Street`, `the 2200 block of Elm Street`.
fn is_address(classes: &Classes, amount: &Amount) -> bool {
    let street = |lower: &str| STREETS.contains(lower.trim_end_matches('.'));
    let capital =
        |i: usize| classes.tokens.contains(&i) && classes.parse.word(i).starts_with(char::is_uppercase);
    let end = amount.tokens.end;
    let plain = amount.digits && amount.scale == 1.0;
    // Blocks are numbered by their hundreds.
    let block = classes.lower(end - usize::from(amount.unit.is_some())) == "block"
        && amount.value.lo >= 100.0
        && amount.value.lo % 100.0 == 0.0;
    plain && block
        || plain
            && amount.unit.is_none()
            && capital(end)
            && (end + 1..end + 4).take_while(|&i| capital(i)).any(|i| street(classes.lower(i)))
}

/// `Section 3`, `page 12`, `No. 3`, `Flight 370`.
fn is_numbered(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    if start == classes.tokens.start
        || amount.scale > 1.0
        || !matches!(amount.unit, None | Some(Unit::Count(_)))
        || contests::is_division(classes, start, amount.tokens.end)
    {
        return false;
    }
    let point = classes.lower(start - 1) == "." && start > classes.tokens.start + 1;
    let i = if point { start - 2 } else { start - 1 };
    let word = classes.lower(i);
    let label = if point {
        matches!(word, "no" | "nos" | "art" | "sec" | "ch" | "p" | "pp" | "vol")
    } else {
        NUMBERED.contains(word)
    };
    if word == "no" && !amount.digits {
        return false;
    }
    let verb =
        classes.parse.tokens[i].penn.is_verb() && !classes.parse.word(i).starts_with(char::is_uppercase);
    let ordinal = matches!(word, "no" | "nos" | "no." | "nos." | "nr");
    label && !verb && (ordinal || !counts(classes, amount))
}

/// Whether a plural noun, or one for people, stands behind the amount.
fn counts(classes: &Classes, amount: &Amount) -> bool {
    classes.lower(amount.tokens.end) != "of"
        && counted::behind(classes, amount.tokens.end).is_some_and(|c| {
            matches!(classes.parse.tokens[c.head].penn, Penn::Nns)
                || nouns::is_person(&nouns::singular(classes.lower(c.head)))
                || nouns::is_state(classes.lower(c.head))
        })
}

/// `zero tolerance`, `ground zero`; `zero deaths` is a figure.
fn is_zero(classes: &Classes, amount: &Amount) -> bool {
    amount.value.hi == 0.0 && !amount.digits && amount.unit.is_none() && !counts(classes, amount)
}

/// `the two`, `these two`, `in two`, `both two-way streets`: number words that only point back or describe.
fn is_idle(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    let before = if start > classes.tokens.start { classes.lower(start - 1) } else { "" };
    if amount.digits || amount.unit.is_some() || amount.value.vague || amount.kind != Kind::Cardinal {
        return false;
    }
    let end = amount.tokens.end;
    let tied = classes.at(end) == Class::Dash
        && !classes.spaced(end)
        && !classes.spaced(end + 1)
        && counted::tied(classes, end).is_none();
    let noun = counted::behind(classes, end);
    let pointing = matches!(before, "the" | "these" | "those" | "both" | "all")
        && noun.is_none()
        && amount.value.hi < 10.0;
    let pair = before == "the"
        && amount.value.hi == 2.0
        && noun.is_some_and(|c| {
            matches!(
                classes.lower(c.head),
                "countries"
                    | "companies"
                    | "firms"
                    | "men"
                    | "women"
                    | "teams"
                    | "rivals"
                    | "presidents"
                    | "ministers"
                    | "groups"
                    | "states"
                    | "sides"
                    | "nations"
                    | "leaders"
                    | "parties"
                    | "governments"
                    | "neighbours"
                    | "neighbors"
            )
        });
    let parts = before == "in"
        && amount.value.hi <= 3.0
        && matches!(classes.lower(end), "" | "." | "," | "and" | "by");
    tied || pointing || pair || parts
}

/// `Il-76`, `Boeing 787`, `KM Sinar Bahtera 3`: digits behind a name, or tied to one.
fn is_in_name(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.tokens.start;
    if start == classes.tokens.start || amount.scale > 1.0 {
        return false;
    }
    let tied = classes.at(start - 1) == Class::Dash
        && !classes.spaced(start - 1)
        && !classes.spaced(start)
        && start > classes.tokens.start + 1
        && classes.parse.tokens[start - 2].kind == TokenKind::Word;
    if tied {
        return true;
    }
    let token = &classes.parse.tokens[start - 1];
    let printed = token.span.of(&classes.parse.article.text);
    // A capital inside a word makes a brand: `iPhone 4`.
    let brand = printed.starts_with(char::is_lowercase) && printed.contains(char::is_uppercase);
    if brand {
        return true;
    }
    let name = token.kind == TokenKind::Word
        && (matches!(token.penn, Penn::Nnp | Penn::Nnps | Penn::Nn)
            || matches!(token.penn, Penn::Vbg | Penn::Jj) && start > classes.tokens.start + 1)
        && printed.starts_with(char::is_uppercase)
        && calendar::weekday(classes.lower(start - 1)).is_none()
        && calendar::month(classes.lower(start - 1)).is_none()
        && !nouns::makes_state(classes.lower(start - 1))
        && !change::is_change(classes.lower(start - 1));
    name && (!counts(classes, amount) || is_counted_name(classes, start - 1))
}

/// `the 787 Dreamliner`, `its 737 jet`, `Airbus's 380`: a whole number before a singular noun, or a lone one behind an owner,
/// tells one thing from its kin and counts nothing.
fn is_model(classes: &Classes, amount: &Amount) -> bool {
    let plain =
        amount.digits && amount.unit.is_none() && amount.scale == 1.0 && amount.value.lo.fract() == 0.0;
    if !plain || amount.range || amount.value.lo < 2.0 || classes.lower(amount.numeral.start).contains(',') {
        return false;
    }
    let start = amount.tokens.start;
    let before = if start > classes.tokens.start { Some(&classes.parse.tokens[start - 1]) } else { None };
    let owned = before.is_some_and(|t| matches!(t.penn, Penn::Pos | Penn::PrpS));
    let Some(found) = counted::behind(classes, amount.tokens.end) else {
        return owned && amount.value.lo >= 100.0;
    };
    if classes.lower(amount.tokens.end) == "of" {
        return false;
    }
    let head = &classes.parse.tokens[found.head];
    let word = classes.lower(found.head);
    let one = match head.penn {
        Penn::Nnp => !nouns::is_listed(&nouns::singular(word)),
        Penn::Nn => {
            nouns::singular(word) == word
                && !nouns::is_collective(word)
                && !nouns::is_listed(word)
                && found.tokens.len() == 1
        }
        _ => false,
    };
    let described = before
        .is_none_or(|t| matches!(t.penn, Penn::Dt | Penn::Jj | Penn::Nnp | Penn::Nn | Penn::Nnps) || owned);
    one && described
}

/// Whether the name that ends at token `i` is itself counted or pointed at: `five Boeing 737 aircraft`.
fn is_counted_name(classes: &Classes, i: usize) -> bool {
    let mut at = i;
    while at > classes.tokens.start
        && (matches!(classes.parse.tokens[at].penn, Penn::Nnp | Penn::Nnps) || classes.at(at) == Class::Dash)
    {
        at -= 1;
    }
    let token = &classes.parse.tokens[at];
    matches!(token.penn, Penn::Cd | Penn::Pos)
        || matches!(classes.lower(at), "the" | "a" | "an" | "new" | "of")
}

/// `Group of Seven`, `Formula One`, `Channel Four`: a number word printed with a capital where none is due.
fn is_named_in_words(classes: &Classes, amount: &Amount) -> bool {
    let start = amount.numeral.start;
    let capital = |i: usize| classes.parse.word(i).starts_with(char::is_uppercase);
    if start == classes.tokens.start || !capital(start) || amount.numeral.len() > 1 {
        return false;
    }
    let before = &classes.parse.tokens[start - 1];
    let due = before.kind == TokenKind::Punct && classes.at(start - 1) != Class::Dash;
    !due && !classes.is_title_case() && !counts(classes, amount)
}
