//! Values as a facet: what two numbers tell of whether they are given for one thing.

use crate::extract::{Figure, Unit};

use super::{CLASH, Side, Weight, is_of_one_frame, modified};
use crate::compare::{Level, values};

/// A number that both print tells the more the less round it is; numbers of another size tell against it.
pub(super) fn value(a: &Side, b: &Side) -> Weight {
    if !a.prints_same(b) {
        return unequal(a, b);
    }
    let weight: f32 = match significant_digits(a.figure.value.lo) {
        _ if !a.tells_much() => 0.1,
        0..=2 => 0.4,
        _ => 0.6,
    };
    // Sums of money are seldom equal by chance.
    Some(if matches!(a.figure.unit, Unit::Money(_)) { weight + 0.1 } else { weight })
}

fn unequal(a: &Side, b: &Side) -> Weight {
    let ratio = values::ratio(a.figure, b.figure)?;
    let rounded = ratio < ROUNDED && values::relate(a.figure, b.figure) == Some(Level::Agree);
    if rounded && a.tells_much() && b.tells_much() {
        return Some(0.35);
    }
    if let Some(slip) = slip(a.figure.value.lo, b.figure.value.lo) {
        return Some(match slip {
            Slip::Order(3..) => 0.55,
            Slip::Order(_) | Slip::Teen => 0.3,
            Slip::Digit => 0.15,
            // Two atomic tests and twenty missile tests are no slip.
            Slip::Zeros if modified(a, b) < 0.0 => CLASH,
            Slip::Zeros => return None,
        });
    }
    match ratio {
        r if r > 5.0 => Some(CLASH),
        // They are known to be of one thing.
        _ if is_of_one_frame(a, b) => None,
        r if r > 3.0 => Some(-0.35),
        // Tolls may double in a day; other amounts of one thing are seldom so far apart.
        r if r > 1.8 && a.figure.unit != Unit::Person => Some(-0.25),
        _ => None,
    }
}

/// Below what ratio two numbers that agree after rounding are one number rather than two of its size.
const ROUNDED: f64 = 1.025;

/// How one number becomes another under a hasty hand or ear.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Slip {
    /// Its digits in another order, as 612 and 621, by how many they are: the commonest.
    Order(usize),
    /// Fourteen heard as forty.
    Teen,
    /// One digit of three or more is another, as 1,340 and 1,640.
    Digit,
    /// One to three zeros more.
    Zeros,
}

fn slip(a: f64, b: f64) -> Option<Slip> {
    let (small, large) = (a.min(b), a.max(b));
    let zeros = |n: i32| (large / small / 10f64.powi(n) - 1.0).abs() < 0.02;
    if a == b || small <= 0.0 {
        return None;
    }
    if (1..4).any(zeros) {
        return Some(Slip::Zeros);
    }
    if (13.0..20.0).contains(&small) && large == (small - 10.0) * 10.0 {
        return Some(Slip::Teen);
    }
    if small * 3.0 < large {
        return None;
    }
    let (mut first, mut second) = (digits(a), digits(b));
    let (x, y) = (&mut first.all[..first.count], &mut second.all[..second.count]);
    let others = x.iter().zip(&*y).filter(|(x, y)| x != y).count();
    if x.len() == y.len() && x.len() > 2 && others == 1 {
        return Some(Slip::Digit);
    }
    x.sort_unstable();
    y.sort_unstable();
    (x.len() >= 2 && x == y).then_some(Slip::Order(x.len()))
}

/// Digits of one number, the most significant first: no number of news has more than twenty.
#[derive(Clone, Copy, Default)]
struct Digits {
    all: [u8; 20],
    count: usize,
}

impl Digits {
    fn of_whole(mut rest: u64) -> Self {
        let mut found = Digits::default();
        while rest > 0 && rest.is_multiple_of(10) {
            rest /= 10;
        }
        while rest > 0 {
            found.all[found.count] = (rest % 10) as u8;
            found.count += 1;
            rest /= 10;
        }
        found.all[..found.count].reverse();
        found
    }
}

/// Powers of ten by which a number with up to three decimals becomes whole.
const DECIMALS: [f64; 4] = [1.0, 10.0, 100.0, 1000.0];

/// The digits that count, without the zeros at either end.
fn digits(value: f64) -> Digits {
    let size = value.abs();
    // Nearly all numbers of news are whole or have a decimal or two, and printing one costs many times as much.
    for power in DECIMALS {
        let scaled = size * power;
        let whole = (scaled + 0.5) as u64;
        if scaled < EXACT && (whole as f64 - scaled).abs() <= scaled * 1e-12 {
            return Digits::of_whole(whole);
        }
    }
    let printed = format!("{size:.8e}");
    let mantissa = printed.split('e').next().unwrap_or_default();
    let number = mantissa.bytes().filter(u8::is_ascii_digit).fold(0, |n, d| n * 10 + u64::from(d - b'0'));
    Digits::of_whole(number)
}

/// Below this the distance between two numbers that a `f64` can hold is far less than what scaling may lose.
const EXACT: f64 = 1e15;

/// How many digits of a number count.
pub fn significant_digits(value: f64) -> usize {
    digits(value).count
}

/// Whether two numbers have the same digits in another order, three or more: too many for chance.
pub fn is_reordered(a: f64, b: f64) -> bool {
    // The sum of its digits, and so its rest by nine, is the same in any order; asked of integers, since `%` of floats is slow.
    let (x, y) = (a as i64, b as i64);
    let whole = x as f64 == a && y as f64 == b;
    (!whole || x.wrapping_sub(y) % 9 == 0) && matches!(slip(a, b), Some(Slip::Order(3..)))
}

/// Whether two values look like one with a slip of the pen: digits in another order, or a zero more.
pub fn is_slip(a: &Figure, b: &Figure) -> bool {
    matches!(slip(a.value.lo, b.value.lo), Some(Slip::Order(_) | Slip::Teen | Slip::Zeros))
}

/// Whether two values look like one misread or misheard; that one has a zero more is seldom more than chance in small counts.
pub fn is_misheard(a: &Figure, b: &Figure) -> bool {
    matches!(slip(a.value.lo, b.value.lo), Some(Slip::Order(_) | Slip::Teen))
}

/// Whether one digit of three or more is another, as in 1,340 and 1,640.
pub(super) fn is_misread(a: &Figure, b: &Figure) -> bool {
    slip(a.value.lo, b.value.lo) == Some(Slip::Digit)
}

/// Whether one digit of three or more is another while the last is the same, as in 108 and 118: two instruments differ in the last.
pub fn is_misread_within(a: &Figure, b: &Figure) -> bool {
    let last = |figure: &Figure| {
        let found = digits(figure.value.lo);
        found.all[..found.count].last().copied()
    };
    is_misread(a, b) && last(a) == last(b)
}

/// How two numbers differ, in words.
pub(super) fn say_unequal(a: f64, b: f64) -> &'static str {
    match slip(a, b) {
        Some(Slip::Order(_)) => "have the same digits",
        Some(Slip::Teen) => "sound alike",
        Some(Slip::Digit) => "differ in one digit",
        _ => "are far apart",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: f64, b: f64, expected: Option<Slip>) {
        assert_eq!(slip(a, b), expected, "{a} and {b}");
        assert_eq!(slip(b, a), expected, "{b} and {a}");
    }

    #[test]
    fn digits_change_places() {
        check(612e6, 621e6, Some(Slip::Order(3)));
        check(11.6e6, 16.1e6, Some(Slip::Order(3)));
        check(38.5, 35.8, Some(Slip::Order(3)));
        check(45.0, 54.0, Some(Slip::Order(2)));
        check(190.0, 92.0, None);
    }

    #[test]
    fn a_digit_is_misread_a_zero_lost_a_teen_misheard() {
        check(1340.0, 1640.0, Some(Slip::Digit));
        check(5000.0, 50_000.0, Some(Slip::Zeros));
        check(14.0, 40.0, Some(Slip::Teen));
        check(15.0, 40.0, None);
        check(34.0, 36.0, None);
        check(0.0, 5.0, None);
    }

    #[test]
    fn zeros_at_the_ends_do_not_count() {
        for (value, expected) in [
            (12_000.0, 2),
            (0.05, 1),
            (4_181_391.0, 7),
            (1.34, 3),
            (4.35, 3),
            (0.0123, 3),
            (2.3e18, 2),
            (0.0, 0),
        ] {
            assert_eq!(significant_digits(value), expected, "{value}");
        }
    }
}
