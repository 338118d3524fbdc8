//! The values of one quantity over time, drawn.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::compare::Level;
use crate::features::topics::{Telling, Topic};

/// The drawing's width and height, in its own units.
const SIZE: (f64, f64) = (640.0, 170.0);

/// Room for the values at the left, and for half a mark at the other sides.
const LEFT: f64 = 90.0;
const MARGIN: f64 = 16.0;

/// Where the values end and the days below them begin.
const FLOOR: f64 = SIZE.1 - 2.0 * MARGIN;

/// A claim with its place in the drawing.
struct Point<'a> {
    telling: &'a Telling,
    x: f64,
    /// Where its lower and its upper value lie.
    y: (f64, f64),
}

/// The drawing; nothing where fewer than two values can be set against each other. All that it shows stands in the table
/// beside it, so it is hidden from those who listen to the page.
pub fn draw(topic: &Topic) -> Option<Markup> {
    let points = points(topic);
    let first = points.first()?;
    if points.iter().all(|p| p.y == first.y) {
        return None;
    }
    let (low, high) = bounds(topic)?;
    let (width, height) = SIZE;
    let opens_day = |i: usize| i == 0 || points[i - 1].telling.day != points[i].telling.day;
    Some(html! {
        svg viewBox=(format!("0 0 {width} {height}")) aria-hidden="true" {
            line.axis x1=(LEFT) y1=(MARGIN) x2=(LEFT) y2=(FLOOR) {}
            text x=(LEFT - 8.0) y=(MARGIN + 4.0) text-anchor="end" { (number(high)) }
            text x=(LEFT - 8.0) y=(FLOOR + 4.0) text-anchor="end" { (number(low)) }
            @for (i, p) in points.iter().enumerate() {
                g.conflict[p.telling.row.level == Some(Level::Conflict)] {
                    title { (p.telling.row.printed) ", " (p.telling.row.source) }
                    @if p.y.0 != p.y.1 { line x1=(p.x) y1=(p.y.0) x2=(p.x) y2=(p.y.1) {} }
                    circle cx=(p.x) cy=(p.y.1) r="5" {}
                }
                @if let Some(day) = p.telling.day.filter(|_| opens_day(i)) {
                    text x=(p.x) y=(height - 4.0) text-anchor="middle" { (day.strftime("%-d %b")) }
                }
            }
        }
    })
}

/// The known ends of a value, the lower first; an open end stands at the known one.
fn ends(telling: &Telling) -> Option<(f64, f64)> {
    let known = |value: f64, other: f64| if value.is_finite() { value } else { other };
    let (lo, hi) = (telling.value.lo, telling.value.hi);
    let ends = (known(lo, hi), known(hi, lo));
    (ends.0.is_finite() && ends.1.is_finite()).then_some(ends)
}

fn bounds(topic: &Topic) -> Option<(f64, f64)> {
    let all = topic.claims.iter().filter_map(ends);
    all.reduce(|(low, high), (lo, hi)| (low.min(lo), high.max(hi)))
}

/// The claims with a value, later days further right; those of one day side by side.
fn points<'a>(topic: &'a Topic) -> Vec<Point<'a>> {
    let Some((low, high)) = bounds(topic) else { return Vec::new() };
    let mut told: Vec<(&Telling, (f64, f64))> =
        topic.claims.iter().filter_map(|t| ends(t).map(|ends| (t, ends))).collect();
    told.sort_by_key(|(t, _)| t.day.unwrap_or(Date::MAX));
    let step = (SIZE.0 - LEFT - 2.0 * MARGIN) / told.len().max(1) as f64;
    let height = FLOOR - MARGIN;
    let y = |value: f64| FLOOR - height * ((value - low) / (high - low).max(f64::MIN_POSITIVE)).min(1.0);
    let place = |(i, (telling, (lo, hi))): (usize, (&'a Telling, (f64, f64)))| Point {
        telling,
        x: (LEFT + MARGIN + step * (i as f64 + 0.5)).round(),
        y: (y(lo).round(), y(hi).round()),
    };
    told.into_iter().enumerate().map(place).collect()
}

/// A number with its thousands set apart.
fn number(value: f64) -> String {
    if value.fract() != 0.0 || value.abs() >= 1e15 {
        return value.to_string();
    }
    let digits = format!("{:.0}", value.abs());
    let mut grouped = String::from(if value < 0.0 { "−" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let told = [0.0, 12.0, 999.0, 1000.0, 11_000.0, 2_300_000_000.0, -4500.0, 6.3].map(number);
        assert_eq!(told, ["0", "12", "999", "1,000", "11,000", "2,300,000,000", "−4,500", "6.3"]);
    }
}
