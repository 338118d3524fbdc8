//! Values against values: whether two figures say the same amount, as precisely as they are printed.

use crate::extract::claims::lexicon;
use crate::extract::{Figure, Hedge, Unit, Value};

use super::Level;

/// How two amounts stand to each other, wording and rounding considered, time not.
///
/// Two plain numbers say the same where they meet after rounding to the coarser one. A hedge lets a whole unit of the last
/// significant place pass, as a difference; `at least` has no ceiling, `up to` no floor. Vague words never conflict.
/// `None` where the units cannot be held against each other, or vague words are far from the number.
pub fn relate(a: &Figure, b: &Figure) -> Option<Level> {
    let converted =
        a.unit != b.unit && matches!(a.unit, Unit::Measure(_)) && !a.value.vague && !b.value.vague;
    match same_dimension(&a.unit, &b.unit) {
        // What one desk has converted it has rounded: 200 feet are 60 metres.
        true if converted && ratio(a, b).is_some_and(|ratio| ratio < CONVERTED) => Some(Level::Agree),
        true => relate_numbers(a, b),
        false => None,
    }
}

/// Below what ratio one measure is the other, converted and rounded.
const CONVERTED: f64 = 1.025;

/// The same for two counts of one thing under two nouns: `180 jobs`, `180 people`.
pub fn relate_numbers(a: &Figure, b: &Figure) -> Option<Level> {
    let (x, y) = (Amount::of(a), Amount::of(b));
    if x.is_beside(&y) {
        return None;
    }
    Some(if x.agrees(&y) {
        Level::Agree
    } else if x.can_stand_with(&y) {
        Level::Differs
    } else {
        Level::Conflict
    })
}

/// How many times one amount is the other, at least 1; `None` where one is zero or the signs differ.
pub fn ratio(a: &Figure, b: &Figure) -> Option<f64> {
    times(size(a), size(b))
}

/// The middle of an amount in the base unit of what it measures.
pub fn size(figure: &Figure) -> f64 {
    let (Value { lo, hi, .. }, scale) = (figure.value, scale(&figure.unit));
    f64::midpoint(lo * scale, hi * scale)
}

/// How many times one of two sizes is the other, at least 1; `None` where one is zero or less.
pub fn times(x: f64, y: f64) -> Option<f64> {
    (x > 0.0 && y > 0.0).then(|| (x / y).max(y / x))
}

/// How many base units one of these is.
fn scale(unit: &Unit) -> f64 {
    match unit {
        Unit::Measure(name) => dimension(name).map_or(1.0, |d| d.1),
        Unit::Share => 100.0,
        _ => 1.0,
    }
}

/// Whether amounts in the two units can be held against each other.
pub fn same_dimension(a: &Unit, b: &Unit) -> bool {
    match (a, b) {
        (Unit::Measure(x), Unit::Measure(y)) => {
            x == y || dimension(x).is_some_and(|(d, _)| Some(d) == dimension(y).map(|d| d.0))
        }
        (Unit::Percent | Unit::Share, Unit::Percent | Unit::Share) => true,
        (Unit::Count(x), Unit::Count(y)) => x == y || lexicon::key(x) == lexicon::key(y),
        _ => a == b,
    }
}

/// What a measure measures: `length`, `mass`; its own name where it stands alone.
pub fn dimension_name(measure: &'static str) -> &'static str {
    dimension(measure).map_or(measure, |d| d.0)
}

/// Dimension and size in its base unit of a measure (International System; yard and pound agreement of 1959).
fn dimension(name: &str) -> Option<(&'static str, f64)> {
    Some(match name {
        "millimetre" => ("length", 0.001),
        "centimetre" => ("length", 0.01),
        "inch" => ("length", 0.0254),
        "foot" => ("length", 0.3048),
        "yard" => ("length", 0.9144),
        "metre" => ("length", 1.0),
        "kilometre" => ("length", 1000.0),
        "mile" => ("length", 1609.344),
        "nautical mile" => ("length", 1852.0),
        "gram" => ("mass", 0.001),
        "ounce" => ("mass", 0.028_349_523_125),
        "pound" => ("mass", 0.453_592_37),
        "kilogram" => ("mass", 1.0),
        "tonne" => ("mass", 1000.0),
        "square metre" => ("area", 1.0),
        "square foot" => ("area", 0.092_903_04),
        "acre" => ("area", 4_046.856_422_4),
        "hectare" => ("area", 10_000.0),
        "square kilometre" => ("area", 1e6),
        "square mile" => ("area", 2_589_988.110_336),
        "litre" => ("volume", 1.0),
        "gallon" => ("volume", 3.785_411_784),
        "second" => ("time", 1.0),
        "minute" => ("time", 60.0),
        "hour" => ("time", 3600.0),
        "day" => ("time", 86_400.0),
        "week" => ("time", 604_800.0),
        "month" => ("months", 1.0),
        "year" => ("months", 12.0),
        "kilometre per hour" => ("speed", 1.0),
        "mile per hour" => ("speed", 1.609_344),
        "knot" => ("speed", 1.852),
        "kilowatt" => ("power", 1.0),
        "megawatt" => ("power", 1000.0),
        "gigawatt" => ("power", 1e6),
        _ => return None,
    })
}

/// A value in base units with the tolerance its printed form gives it.
struct Amount {
    lo: f64,
    hi: f64,
    /// The size of the last place that counts.
    place: f64,
    hedge: Option<Hedge>,
    vague: bool,
}

impl Amount {
    fn of(figure: &Figure) -> Self {
        let Value { lo, hi, place, vague } = figure.value;
        let scale = scale(&figure.unit);
        let least = match &figure.unit {
            Unit::Measure(name) => least_place(name, lo),
            Unit::Share => 0.005,
            _ => 0.0,
        };
        // About 10,000 leaves room for 10,400, not for 14,000: a hedge counts for a tenth of the number at most.
        let place = if figure.hedge.is_some() { place.min(hi.abs() / 10.0) } else { sharp(place, hi) };
        Amount { lo: lo * scale, hi: hi * scale, place: place.max(least) * scale, hedge: figure.hedge, vague }
    }

    /// How far the printed numbers lie apart, and the least that counts as apart in numbers of this size.
    fn gap(&self, other: &Self) -> (f64, f64) {
        ((other.lo - self.hi).max(self.lo - other.hi), 1e-9 * self.hi.abs().max(1.0))
    }

    fn agrees(&self, other: &Self) -> bool {
        let (gap, least) = self.gap(other);
        if self.vague || other.vague {
            return gap <= least;
        }
        let meets = gap <= self.place.max(other.place) / 2.0 + least;
        meets && !self.bounds_away(other) || self.next_place(other) || other.next_place(self)
    }

    /// Whether an open end keeps two printed numbers from being one statement: `more than 60` and `60` differ in nothing but it.
    fn bounds_away(&self, other: &Self) -> bool {
        let open = |h| matches!(h, Some(Hedge::UpTo | Hedge::LessThan));
        open(self.hedge) != open(other.hedge) && self.lo != other.lo
    }

    /// Whether `other` lies between this lower bound and the next number of the same roundness: `more than 3,000` and `3,200`.
    fn next_place(&self, other: &Self) -> bool {
        matches!(self.hedge, Some(Hedge::AtLeast | Hedge::MoreThan))
            && !other.vague
            && other.lo >= self.lo
            && other.hi < self.lo + self.place.max(1.0)
    }

    /// Whether vague words and a number have nothing to do with each other: `several thousand` is none of 12,000.
    fn is_beside(&self, other: &Self) -> bool {
        let (gap, least) = self.gap(other);
        self.vague != other.vague && gap > least + 0.5 * self.hi.abs().min(other.hi.abs())
    }

    fn can_stand_with(&self, other: &Self) -> bool {
        self.vague || other.vague || self.allows(other) || other.allows(self)
    }

    /// Whether these words leave room for what `other` prints.
    fn allows(&self, other: &Self) -> bool {
        let (gap, least) = self.gap(other);
        match self.hedge {
            None => gap <= self.place / 2.0 + least,
            Some(Hedge::About | Hedge::Almost) => gap < self.place - least,
            Some(Hedge::AtLeast | Hedge::MoreThan) => other.hi >= self.lo - least,
            Some(Hedge::UpTo | Hedge::LessThan) => other.lo <= self.hi + least,
        }
    }
}

/// A measure in whole numbers is rounded to them, also where a number word gives it; storeys, years and magnitudes are counted.
fn least_place(name: &str, value: f64) -> f64 {
    match name {
        "storey" | "year" | "month" | "magnitude" => 0.0,
        _ if value.fract() == 0.0 => 1.0,
        _ => 0.0,
    }
}

/// The place that a number without a hedge answers for: zeros of numbers in the hundreds are counted, not rounded, and those
/// in the thousands are taken to be right to two digits.
fn sharp(place: f64, value: f64) -> f64 {
    let value = value.abs();
    if value < 1000.0 {
        place.min(1.0)
    } else if value < 1e6 {
        // Steps instead of a logarithm, which costs more than all the rest of a comparison.
        let second_digit = if value < 1e4 {
            100.0
        } else if value < 1e5 {
            1e3
        } else {
            1e4
        };
        place.min(second_digit)
    } else {
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn figure(printed: &str) -> Figure {
        let (hedge, rest) = match printed.split_at(1) {
            ("~", rest) => (Some(Hedge::About), rest),
            (">", rest) => (Some(Hedge::MoreThan), rest),
            ("<", rest) => (Some(Hedge::UpTo), rest),
            _ => (None, printed),
        };
        let (number, unit) = rest.split_once(' ').unwrap_or((rest, "person"));
        let unit = match unit {
            "person" => Unit::Person,
            "percent" => Unit::Percent,
            "share" => Unit::Share,
            "km" => Unit::Measure("kilometre"),
            "miles" => Unit::Measure("mile"),
            "m" => Unit::Measure("metre"),
            "feet" => Unit::Measure("foot"),
            other => Unit::money(other).unwrap_or(Unit::Bare),
        };
        let (lo, hi) = number.split_once("..").unwrap_or((number, number));
        let place = |n: &str| match n.split_once('.') {
            Some((_, decimals)) => 10f64.powi(-(decimals.len() as i32)),
            None => 10f64.powi((n.len() - n.trim_end_matches('0').len()) as i32),
        };
        let value = Value {
            lo: lo.parse().unwrap(),
            hi: hi.parse().unwrap(),
            place: place(hi),
            vague: lo != hi && place(hi) > 500.0,
        };
        Figure {
            span: Span::default(),
            value,
            unit,
            hedge,
            hedge_span: None,
            told: None,
            of_span: None,
            head: None,
            leaning: None,
        }
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<Level>) {
        assert_eq!(relate(&figure(a), &figure(b)), expected, "{a} against {b}");
        assert_eq!(relate(&figure(b), &figure(a)), expected, "{b} against {a}");
    }

    #[test]
    fn equal_numbers_agree_whatever_their_hedges() {
        check("11000", "11000", Some(Level::Agree));
        check("~11000", "11000", Some(Level::Agree));
        check(">3000", "3000", Some(Level::Agree));
        check("6.3", "6.3", Some(Level::Agree));
    }

    #[test]
    fn a_rounded_number_agrees_with_the_one_behind_it() {
        check("~500", "499", Some(Level::Agree));
        check("~10000", "10400", Some(Level::Agree));
        check("8.4 percent", "8.42 percent", Some(Level::Agree));
        check("8 percent", "7.8 percent", Some(Level::Agree));
        check(">3000", "~3200", Some(Level::Agree));
        check("0.2 share", "18 percent", Some(Level::Agree));
        check("0.25 share", "18 percent", Some(Level::Conflict));
    }

    #[test]
    fn counted_numbers_conflict() {
        check("45", "54", Some(Level::Conflict));
        check("200", "150", Some(Level::Conflict));
        check("138", "152", Some(Level::Conflict));
        check("~11000", "~12000", Some(Level::Conflict));
        check("~10000", "12000", Some(Level::Conflict));
        check("612000000 SEK", "621000000 SEK", Some(Level::Conflict));
    }

    #[test]
    fn open_ends_let_both_stand() {
        check(">60", "140", Some(Level::Differs));
        check(">3000", "12000", Some(Level::Differs));
        check("<40", "25", Some(Level::Differs));
        check("<40", "45", Some(Level::Conflict));
        check(">60", "45", Some(Level::Conflict));
    }

    #[test]
    fn measures_meet_across_units() {
        check("10 km", "6 miles", Some(Level::Agree));
        check("75 km", "47 miles", Some(Level::Agree));
        check("37 m", "121 feet", Some(Level::Agree));
        check("60 m", "200 feet", Some(Level::Agree));
        check("60 m", "220 feet", Some(Level::Conflict));
        check("10 km", "10 miles", Some(Level::Conflict));
        check("10 km", "10", None);
        check("10 USD", "10 EUR", None);
    }

    #[test]
    fn a_range_agrees_with_what_lies_inside() {
        check("4..6 percent", "5 percent", Some(Level::Agree));
        check("4..6 percent", "9 percent", Some(Level::Conflict));
    }
}
