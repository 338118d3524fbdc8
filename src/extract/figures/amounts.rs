//! Amounts: a numeral or a range of two, with the sign, magnitude and unit that both ends share.

use std::ops::Range;

use crate::extract::{Unit, Value};
use crate::text::TokenKind;

use super::money::{self, Purse};
use super::numerals::{Class, Classes, Kind, Numeral};
use super::{change, digits, ratios, units};

/// A numeral with its unit, before anything is known of what it counts.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Amount {
    /// All its tokens: sign, numeral, magnitude, unit.
    pub tokens: Range<usize>,
    /// The tokens of the numeral alone.
    pub numeral: Range<usize>,
    /// Its value, in the printed unit.
    pub value: Value,
    /// Its unit, where one is printed with it.
    pub unit: Option<Unit>,
    /// What kind of number it is.
    pub kind: Kind,
    /// What its magnitude words multiply by.
    pub scale: f64,
    /// Whether it is printed in digits.
    pub digits: bool,
    /// Whether a hyphen ties the unit to the numeral, so that the noun it describes stands behind.
    pub tied: bool,
    /// Whether it stands for a range of two printed numbers.
    pub range: bool,
    /// What a printed unit is worth in base units: 0.01 for a cent.
    pub factor: f64,
}

impl Amount {
    /// Multiplies it by a magnitude that stands elsewhere.
    pub(super) fn scale_by(&mut self, scale: f64) {
        self.value = scaled(self.value, scale);
        self.scale *= scale;
    }
}

/// The amount that begins at token `i`.
pub(super) fn read(classes: &Classes, purse: &Purse, i: usize) -> Option<Amount> {
    if let Some(ratio) = ratios::read(classes, i) {
        return Some(ratio);
    }
    let first = one(classes, purse, i)?;
    let whole = range(classes, purse, &first).unwrap_or(first);
    Some(smaller_part(classes, whole))
}

/// One number with sign, magnitude and unit.
fn one(classes: &Classes, purse: &Purse, i: usize) -> Option<Amount> {
    if let Some(amount) = half_of_a_unit(classes, i).or_else(|| a_unit(classes, i)) {
        return Some(amount);
    }
    let minus = minus(classes, i);
    let start = if minus { i + 1 } else { i };
    let money = purse.before(classes, start);
    let glued = money.is_none() && money::glued(classes.lower(start)).is_some();
    let at = money.map_or(start, |(_, next)| next);
    let mut n = classes.quantity(at)?;
    let known = match money {
        Some((code, _)) => Some(code),
        None if glued => Some(purse.glued(classes, start, n.scale > 1.0)?),
        None => None,
    };
    letter(classes, &mut n, known.is_some());
    if minus {
        n.value = Value { lo: -n.value.hi, hi: -n.value.lo, ..n.value };
    }
    let mut amount = Amount {
        tokens: i..n.tokens.end,
        numeral: n.tokens.clone(),
        value: n.value,
        unit: known.map(Unit::Money),
        kind: n.kind,
        scale: n.scale,
        digits: n.digits,
        tied: false,
        range: false,
        factor: 1.0,
    };
    if known.is_some() {
        skip_name_of_money(classes, purse, &mut amount);
    } else if n.kind != Kind::Ratio {
        unit_behind(classes, purse, &mut amount);
    }
    if minus
        && !matches!(
            &amount.unit,
            Some(Unit::Money(_) | Unit::Percent | Unit::PercentagePoint | Unit::Measure(_))
        )
    {
        return None;
    }
    Some(amount)
}

/// Whether `minus` or a minus sign that belongs to the number stands at token `i`.
fn minus(classes: &Classes, i: usize) -> bool {
    let word = classes.lower(i);
    let sign = matches!(word, "-" | "−" | "–") && classes.spaced(i) && !classes.spaced(i + 1);
    let number = matches!(classes.at(i + 1), Class::Digits(..))
        || classes.parse.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Symbol);
    word == "minus" || (sign && number)
}

/// The name that a sum repeats behind its sign: `US$ 23 billion dollars`.
fn skip_name_of_money(classes: &Classes, purse: &Purse, amount: &mut Amount) {
    let end = amount.tokens.end;
    if classes.spaced(end)
        && let Some(found) = purse.after(classes, end, true)
        && found.factor == 1.0
        && Some(found.unit()) == amount.unit
    {
        amount.tokens.end = found.edge;
    }
}

/// Reads the unit behind the numeral, where there is one.
fn unit_behind(classes: &Classes, purse: &Purse, amount: &mut Amount) {
    if let Some((inches, end)) =
        units::inches_behind_mark(classes, amount.tokens.end).filter(|_| amount.digits)
    {
        amount.value = Value::exact(amount.value.lo + inches / 12.0, 1.0 / 12.0);
        amount.unit = Some(Unit::Measure("foot"));
        amount.tokens.end = end;
        return;
    }
    // `thousands of tonnes`, `a couple of days`, `half of one percent`.
    let of = classes.lower(amount.tokens.end) == "of"
        && (amount.value.vague || amount.kind == Kind::Cardinal && amount.scale > 1.0 && !amount.digits);
    let at = amount.tokens.end + usize::from(of);
    if let Some(found) = purse.after(classes, at, amount.scale > 1.0) {
        if amount.kind == Kind::Share {
            return;
        }
        amount.unit = Some(found.unit());
        amount.tokens.end = found.edge;
        amount.value = scaled(amount.value, found.factor);
        amount.factor = found.factor;
    } else if let Some(found) = units::behind(classes, at) {
        // `half of the year` is a share of it, `½ mile` a length.
        amount.kind = Kind::Cardinal;
        amount.unit = Some(found.unit);
        amount.tokens.end = found.end;
        amount.tied = found.tied;
    }
}

fn scaled(value: Value, factor: f64) -> Value {
    let (lo, hi) = (digits::times(value.lo, factor), digits::times(value.hi, factor));
    Value { lo, hi, place: value.place * factor, vague: value.vague }
}

/// `k`, `m`, `b` behind digits: a magnitude behind money, and before a plural noun; else `m` is a metre.
fn letter(classes: &Classes, n: &mut Numeral, money: bool) {
    let at = n.tokens.end;
    let Class::Letter(factor) = classes.at(at) else { return };
    if n.scale > 1.0 || !n.digits || n.value.hi * factor > 1e18 {
        return;
    }
    let glued = !classes.spaced(at);
    let next = classes.parse.tokens.get(at + 1).filter(|t| classes.tokens.contains(&(at + 1)) && t.spaced);
    let plural =
        next.is_some_and(|t| t.penn == crate::text::Penn::Nns) && units::behind(classes, at + 1).is_none();
    let means = match classes.lower(at) {
        "k" => glued && (money || next.is_none_or(|t| t.span.of(&classes.parse.lower) != "race")),
        "b" => glued || money,
        "m" => money || (glued && plural),
        _ => glued && money,
    };
    if means {
        n.tokens.end += 1;
        n.scale = factor;
        n.value = scaled(n.value, factor);
    }
}

/// `half an hour`, `half a mile`, `half-hour`.
fn half_of_a_unit(classes: &Classes, i: usize) -> Option<Amount> {
    if classes.at(i) != Class::Half {
        return None;
    }
    let at = match classes.at(i + 1) {
        Class::Article => i + 2,
        Class::Dash if !classes.spaced(i + 1) && !classes.spaced(i + 2) => i + 2,
        _ => return None,
    };
    let found = units::behind(classes, at).filter(|f| f.unit != Unit::Measure("second"))?;
    let tied = classes.at(i + 1) == Class::Dash;
    let usual = !tied
        || matches!(found.unit, Unit::Measure("hour" | "mile" | "inch" | "day" | "pound" | "kilometre"));
    usual.then(|| measure(i..found.end, Value::exact(0.5, 0.1), found.unit, tied))
}

/// `a year`, `an hour` as a length of time: behind a preposition that takes one, and not `a year earlier` or `$5 a year`.
fn a_unit(classes: &Classes, i: usize) -> Option<Amount> {
    if classes.at(i) != Class::Article {
        return None;
    }
    let name = units::time(classes.lower(i + 1))?;
    let before = if i > classes.tokens.start { classes.lower(i - 1) } else { "" };
    let half = classes.at(i + 2) == Class::And
        && classes.at(i + 3) == Class::Article
        && classes.at(i + 4) == Class::Half;
    if half {
        return Some(measure(i..i + 5, Value::exact(1.5, 0.5), Unit::Measure(name), false));
    }
    let spans = matches!(
        before,
        "in" | "within" | "for" | "than" | "nearly" | "almost" | "least" | "about" | "around" | "roughly"
    );
    let after = classes.lower(i + 2);
    let named = matches!(
        after,
        "ago"
            | "earlier"
            | "later"
            | "before"
            | "after"
            | "that"
            | "when"
            | "which"
            | "or"
            | "of"
            | "-"
            | "'s"
            | "’s"
    );
    (spans && !named).then(|| measure(i..i + 2, Value::exact(1.0, 0.0), Unit::Measure(name), false))
}

fn measure(tokens: Range<usize>, value: Value, unit: Unit, tied: bool) -> Amount {
    let numeral = tokens.clone();
    Amount {
        tokens,
        numeral,
        value,
        unit: Some(unit),
        kind: Kind::Cardinal,
        scale: 1.0,
        digits: false,
        tied,
        range: false,
        factor: 1.0,
    }
}

/// The inches of `5ft 10in`, the minutes of `two hours and 40 minutes`.
fn smaller_part(classes: &Classes, mut whole: Amount) -> Amount {
    let Some(unit) = whole.unit.clone().filter(|_| !whole.range && whole.value.lo == whole.value.hi) else {
        return whole;
    };
    let dash = whole.tied && classes.at(whole.tokens.end) == Class::Dash && unit == Unit::Measure("foot");
    let joined = matches!(classes.lower(whole.tokens.end), "and" | ",") || dash;
    let at = whole.tokens.end + usize::from(joined);
    let Some(n) = classes.quantity(at).filter(|n| n.kind == Kind::Cardinal && n.value.lo == n.value.hi)
    else {
        return whole;
    };
    let (found, end) = if units::glued_inches(classes, n.tokens.end) || dash {
        (Unit::Measure("inch"), n.tokens.end + usize::from(!dash))
    } else {
        match units::behind(classes, n.tokens.end) {
            Some(found) => (found.unit, found.end),
            None => return whole,
        }
    };
    let Some(parts) = units::parts_of(&unit, &found).filter(|parts| n.value.lo < *parts) else {
        return whole;
    };
    let value = whole.value.lo + n.value.lo / parts;
    whole.value = Value::exact(value, n.value.place.max(1.0) / parts);
    whole.tokens.end = end;
    whole
}

/// A range of two numbers: `2-3 billion`, `between 5 and 7 percent`, `$12 million to $20 million`, `five or six`.
fn range(classes: &Classes, purse: &Purse, first: &Amount) -> Option<Amount> {
    if first.value.lo != first.value.hi || first.kind != Kind::Cardinal || first.tied && first.unit.is_some()
    {
        return None;
    }
    let at = first.tokens.end;
    let link = classes.lower(at);
    let dash = classes.at(at) == Class::Dash;
    let tight = dash && !classes.spaced(at) && !classes.spaced(at + 1);
    let before =
        if first.tokens.start > classes.tokens.start { classes.lower(first.tokens.start - 1) } else { "" };
    let between = change::behind_between(classes, first.tokens.start);
    let known = first.unit.is_some();
    let linked = match link {
        "to" => !known || between || before != "by",
        "and" => between,
        "or" => !known,
        _ => tight || link == "–" && first.digits && matches!(classes.at(at + 1), Class::Digits(..)),
    };
    if !linked || (link == "to" && change::from_to(classes, first.tokens.start, at)) {
        return None;
    }
    let second =
        one(classes, purse, at + 1).filter(|s| s.kind == Kind::Cardinal && s.value.lo == s.value.hi)?;
    // The sign stands once: `$2-3 billion`.
    let shared = matches!(first.unit, Some(Unit::Money(_))) && second.unit.is_none() && tight;
    let moved = link == "to" && known && change::verb_before(classes, first.tokens.start);
    if moved || known && !shared && first.unit != second.unit {
        return None;
    }
    if first.digits != second.digits && tight {
        return None;
    }
    let thousands =
        classes.lower(second.numeral.start).ends_with(",000") && first.digits && second.scale == 1.0;
    join(first, &second, link, thousands)
}

/// A range of two numbers; `thousands` says that those of the second are printed in digits, so that `40-50,000` has them twice.
fn join(first: &Amount, second: &Amount, link: &str, thousands: bool) -> Option<Amount> {
    let scale = if thousands { 1000.0 } else { second.scale };
    let coefficient = second.value.lo / scale / second.factor;
    let near = !thousands || first.value.lo * 10.0 >= coefficient && first.value.lo.fract() == 0.0;
    let shared =
        first.scale == 1.0 && scale > 1.0 && first.value.lo < coefficient && first.value.lo >= 0.0 && near;
    let factor = if first.unit.is_none() { second.factor } else { 1.0 };
    let low = digits::times(first.value.lo, if shared { scale } else { 1.0 } * factor);
    let next_to = second.value.lo - low <= second.scale.max(1.0) * 10.0;
    if low >= second.value.lo || (link == "or" && !next_to) {
        return None;
    }
    Some(Amount {
        tokens: first.tokens.start..second.tokens.end,
        numeral: first.numeral.start..second.numeral.end,
        value: Value {
            lo: low,
            hi: second.value.lo,
            place: second.value.place.max(first.value.place * if shared { scale } else { 1.0 }),
            vague: false,
        },
        unit: second.unit.clone().or_else(|| first.unit.clone()),
        scale: second.scale,
        range: true,
        ..second.clone()
    })
}
