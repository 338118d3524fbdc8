//! Changes with their ends: `rose 6 percent to 8.42 billion from 7.94 billion`, `from 70 to 85, up by 15`, `doubled to 40 from 20`.

use crate::compare::Finding;
use crate::extract::{Figure, Hedge, Reading, Unit, Value};
use crate::text::Span;

use super::{finding, grouped, is_plain};

/// The findings on changes of an article.
pub(super) fn find(reading: &Reading, article: u32) -> Vec<Finding> {
    let mut found: Vec<Finding> =
        percents(reading).filter_map(|change| check_change(reading, article, &change)).collect();
    for ends in ends(reading) {
        found.extend(amount(reading, article, &ends));
        found.extend(ratio(reading, article, &ends));
    }
    found
}

/// Both ends of a change, by index.
struct Ends {
    from: usize,
    to: usize,
}

/// Whether the words before a figure, hedge and article aside, end with `word`.
fn follows(reading: &Reading, figure: &Figure, word: &str) -> bool {
    let start =
        figure.hedge_span.filter(|h| h.end <= figure.span.start).map_or(figure.span.start, |h| h.start);
    let head = &reading.article.text[..start as usize];
    head.trim_end().ends_with(word)
}

/// `from 70 … to 85`, `to 85 … from 70`: two exact figures of one unit in one sentence, each behind its preposition.
fn ends(reading: &Reading) -> Vec<Ends> {
    let figures = &reading.figures;
    let mut found = Vec::new();
    for (i, figure) in figures.iter().enumerate() {
        if !(is_amount(figure) && follows(reading, figure, " from")) {
            continue;
        }
        let near = (i.saturating_sub(2)..(i + 3).min(figures.len())).filter(|&j| j != i);
        let mut same = near.filter(|&j| {
            reading.claims[j].sentence == reading.claims[i].sentence
                && figures[j].unit == figure.unit
                && is_amount(&figures[j])
                && follows(reading, &figures[j], " to")
        });
        if let (Some(to), None) = (same.next(), same.next()) {
            found.push(Ends { from: i, to });
        }
    }
    found
}

/// Whether a figure can be the end of a change: exact, more than nothing.
fn is_amount(figure: &Figure) -> bool {
    is_plain(figure)
        || matches!(figure.unit, Unit::Measure(_) | Unit::Percent)
            && figure.value.lo == figure.value.hi
            && !figure.value.vague
            && figure.value.lo > 0.0
}

/// By how much, in the unit of the ends: `rose by 12 to 85 from 70`.
fn amount(reading: &Reading, article: u32, ends: &Ends) -> Option<Finding> {
    let figures = &reading.figures;
    let (from, to) = (&figures[ends.from], &figures[ends.to]);
    let (first, last) = (ends.from.min(ends.to), ends.from.max(ends.to));
    let by = (first.saturating_sub(1)..(last + 2).min(figures.len())).find(|&i| {
        i != ends.from
            && i != ends.to
            && figures[i].unit == from.unit
            && is_amount(&figures[i])
            && reading.claims[i].sentence == reading.claims[ends.from].sentence
            && follows(reading, &figures[i], " by")
    })?;
    let (change, printed) = ((to.value.lo - from.value.lo).abs(), &figures[by]);
    let hedged = [from, to, printed].iter().any(|f| f.hedge.is_some());
    // A round end beside finer numbers is exact: two of the three tell how fine.
    let mut places = [from.value.place, to.value.place, printed.value.place];
    places.sort_by(f64::total_cmp);
    let slack = places[1] / 2.0;
    if hedged || from.unit == Unit::Percent || (change - printed.value.lo).abs() <= slack.max(0.5) {
        return None;
    }
    let words = |i: usize| reading.article.slice(figures[i].span);
    let message = format!(
        "from {} to {} is a change of {}, not {}",
        words(ends.from),
        words(ends.to),
        grouped(change),
        words(by)
    );
    Some(finding(reading, article, by, &[(ends.from, "from"), (ends.to, "to")], message))
}

/// Words that say how many times as much, with the times.
const RATIOS: [(&str, f64); 5] =
    [("doubled", 2.0), ("tripled", 3.0), ("trebled", 3.0), ("quadrupled", 4.0), ("halved", 0.5)];

/// How far a change may lie from what a bare ratio word says, as a share of it.
const LOOSE: f64 = 0.15;

/// `doubled to 40 from 20`, `more than tripled from 3 to 10`.
fn ratio(reading: &Reading, article: u32, ends: &Ends) -> Option<Finding> {
    let (from, to) = (&reading.figures[ends.from], &reading.figures[ends.to]);
    let sentence = reading.claims[ends.from].sentence;
    let first = from.span.start.min(to.span.start);
    let before = reading.article.slice(Span::new(sentence.start, first.max(sentence.start)));
    let mut said = RATIOS.iter().filter(|(word, _)| before.contains(word));
    let (&(word, times), None) = (said.next()?, said.next()) else { return None };
    let at = before.rfind(word)?;
    // Another figure or clause between the word and the ends has its own change.
    let near = first - sentence.start - at as u32 - word.len() as u32 <= 30;
    let hedge = before[..at].trim_end();
    let change = to.value.lo / from.value.lo;
    let (least, most) = match () {
        () if hedge.ends_with("more than") && times > 1.0 => (times * 0.98, times + 1.0 + LOOSE),
        () if hedge.ends_with("more than") => (0.0, times * 1.02),
        () if ["almost", "nearly", "close to"].iter().any(|h| hedge.ends_with(h)) => (
            if times > 1.0 { times * 0.75 } else { times * 0.98 },
            if times > 1.0 { times * 1.02 } else { 0.65 },
        ),
        () => (times * (1.0 - LOOSE), times * (1.0 + LOOSE)),
    };
    let hedged = [from, to].iter().any(|f| !matches!(f.hedge, None | Some(Hedge::About)));
    let denied = hedge.ends_with("not") || hedge.ends_with("n't") || hedge.ends_with("n’t");
    if !near || hedged || denied || !change.is_finite() || (least..=most).contains(&change) {
        return None;
    }
    let words = |i: usize| reading.article.slice(reading.figures[i].span);
    let message =
        format!("from {} to {} is {change:.1} times as much, not {word}", words(ends.from), words(ends.to));
    Some(finding(reading, article, ends.to, &[(ends.from, "from")], message))
}

/// `rose 6 percent to 8.42 billion from 7.94 billion`: the change and its two ends, by index.
struct Change {
    percent: usize,
    to: usize,
    from: usize,
}

fn percents(reading: &Reading) -> impl Iterator<Item = Change> {
    let figures = &reading.figures;
    let before = |i: usize, word: &str| {
        let head = &reading.article.text[..figures[i].span.start as usize];
        head.trim_end().ends_with(word)
    };
    (0..figures.len()).filter(|&i| figures[i].unit == Unit::Percent).filter_map(move |percent| {
        let same = |i: &usize| reading.claims[*i].sentence == reading.claims[percent].sentence;
        let near = || {
            (percent.saturating_sub(3)..(percent + 4).min(figures.len()))
                .filter(same)
                .filter(|&i| is_plain(&figures[i]))
        };
        let to = near().find(|&i| before(i, " to") || before(i, " at"))?;
        let from = near().find(|&i| i != to && before(i, " from") && figures[i].unit == figures[to].unit)?;
        Some(Change { percent, to, from })
    })
}

fn check_change(reading: &Reading, article: u32, change: &Change) -> Option<Finding> {
    let figure = |i: usize| &reading.figures[i];
    let (from, to, percent) = (figure(change.from), figure(change.to), figure(change.percent));
    let loose = [from, to, percent].iter().any(|f| matches!(f.hedge, Some(h) if h != Hedge::About));
    if loose || percent.value.lo != percent.value.hi {
        return None;
    }
    // Both ends are rounded, to three digits at least: the change lies between the least and the most that they allow.
    let change_of = |a: f64, b: f64| 100.0 * (b - a).abs() / a;
    let half = |v: Value| v.place.min(10f64.powf(v.lo.log10().floor() - 2.0)) / 2.0;
    let (a, b) = (from.value, to.value);
    let ends = [(-1.0, 1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, -1.0)]
        .map(|(x, y)| change_of(a.lo + x * half(a), b.lo + y * half(b)));
    let (least, most) =
        (ends.iter().copied().fold(f64::MAX, f64::min), ends.iter().copied().fold(0.0, f64::max));
    // A whole number of percent is rounded to it, however small.
    let finest = if percent.value.lo.fract() == 0.0 { 1.0 } else { 0.1 };
    let place = percent.value.place.max(finest);
    let slack = place / 2.0 + if percent.hedge.is_some() { place } else { 0.0 };
    let printed = percent.value.lo;
    if !least.is_finite() || !most.is_finite() || (least - slack..=most + slack).contains(&printed) {
        return None;
    }
    let words = |i: usize| reading.article.slice(figure(i).span);
    let message = format!(
        "from {} to {} is {:.1} percent, not {}",
        words(change.from),
        words(change.to),
        change_of(a.lo, b.lo),
        words(change.percent)
    );
    let ends = [(change.from, "from"), (change.to, "to")];
    Some(finding(reading, article, change.percent, &ends, message))
}
