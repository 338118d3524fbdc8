//! One number against another: `one in five`, `one employee in 12`, `nine out of 10`, `three times as many`.

use crate::extract::{Unit, Value};
use crate::text::Penn;

use super::amounts::Amount;
use super::numerals::{Classes, Kind, Numeral};
use super::units;

/// Bases of which people tell shares; of others, `four in 27` counts.
const BASES: [f64; 14] = [2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 20.0, 100.0, 1000.0, 1e6];

/// The share or ratio that begins at token `i`.
pub(super) fn read(classes: &Classes, i: usize) -> Option<Amount> {
    let first = classes.quantity(i).filter(|n| n.kind == Kind::Cardinal && n.value.lo == n.value.hi)?;
    share(classes, &first).or_else(|| times(classes, &first))
}

fn share(classes: &Classes, first: &Numeral) -> Option<Amount> {
    let end = first.tokens.end;
    let one = first.value.lo == 1.0 && !first.digits;
    // `one employee in 12`: one or two words between.
    let link = (end..end + if one { 3 } else { 1 }).find(|&i| matches!(classes.lower(i), "in" | "out"))?;
    let between = end..link;
    if between.clone().any(|i| !matches!(classes.parse.tokens[i].penn, Penn::Nn | Penn::Jj)) {
        return None;
    }
    let out = classes.lower(link) == "out";
    if out && classes.lower(link + 1) != "of" {
        return None;
    }
    let every = usize::from(classes.lower(link + 1) == "every");
    let base = classes.quantity(link + 1 + usize::from(out) + every)?;
    let value = base.value.lo;
    let usual = base.kind == Kind::Cardinal && value == base.value.hi && first.value.lo < value;
    let known = BASES.contains(&value) || one && value <= 1000.0 && base.scale == 1.0 && value.fract() == 0.0;
    let follows = units::behind(classes, base.tokens.end).is_some();
    let many = !one && !out && (first.value.lo > 10.0 || counted_thing(classes, base.tokens.end));
    if !usual || !known || follows || many || first.value.lo > 999.0 {
        return None;
    }
    let tokens = first.tokens.start..base.tokens.end;
    let value = Value::exact(first.value.lo / value, 0.5 / value);
    Some(amount(tokens, value, Kind::Share, Unit::Share))
}

/// Whether a plural of things stands at `i`: `two in 10 villages` may count.
fn counted_thing(classes: &Classes, i: usize) -> bool {
    super::counted::behind(classes, i).is_some_and(|c| {
        classes.parse.tokens[c.head].penn == Penn::Nns
            && !super::nouns::is_person(&super::nouns::singular(classes.lower(c.head)))
    })
}

/// `three times as many`, `10 times the size`, `five-fold`.
fn times(classes: &Classes, first: &Numeral) -> Option<Amount> {
    let end = first.tokens.end;
    let fold = classes.lower(end) == "-" && classes.lower(end + 1) == "fold";
    let compared = matches!(
        classes.lower(end + 1),
        "as" | "the" | "more" | "higher" | "larger" | "bigger" | "greater" | "that" | "its" | "their"
    ) && !matches!(classes.lower(end + 2), "past" | "last" | "same" | "next");
    let end = match classes.lower(end) {
        _ if fold => end + 2,
        "times" if compared => end + 1,
        _ => return None,
    };
    Some(amount(first.tokens.start..end, first.value, Kind::Ratio, Unit::Measure("ratio")))
}

fn amount(tokens: std::ops::Range<usize>, value: Value, kind: Kind, unit: Unit) -> Amount {
    let numeral = tokens.clone();
    Amount {
        tokens,
        numeral,
        value,
        unit: Some(unit),
        kind,
        scale: 1.0,
        digits: false,
        tied: false,
        range: false,
        factor: 1.0,
    }
}
