//! Shares with their base, products and durations: `58 of the 150 seats (38.7 percent)`, `three vans with 40 parcels each, 120 in all`,
//! `six years, from 2018 to 2024`.

use crate::compare::Finding;
use crate::extract::{Figure, Leaning, Reading, Unit};
use crate::text::Span;

use super::{TOTAL, finding, grouped, is_plain};

/// The findings on shares, products and durations of an article.
pub(super) fn find(reading: &Reading, article: u32) -> Vec<Finding> {
    let figures = 0..reading.figures.len();
    figures
        .filter_map(|i| {
            share(reading, article, i)
                .or_else(|| product(reading, article, i))
                .or_else(|| span(reading, article, i))
        })
        .collect()
}

fn printed(reading: &Reading, figure: usize) -> &str {
    reading.article.slice(reading.figures[figure].span)
}

/// The words between two figures of one sentence, in order.
fn between(reading: &Reading, a: usize, b: usize) -> Option<&str> {
    let (x, y) = (reading.figures.get(a)?, reading.figures.get(b)?);
    let one = reading.claims[a].sentence == reading.claims[b].sentence && x.span.end <= y.span.start;
    one.then(|| reading.article.slice(Span::new(x.span.end, y.span.start)))
}

/// A part and its whole with the percentage set beside them: `58 of the 150 seats, or 39 percent`, `39% (58 of 150)`.
fn share(reading: &Reading, article: u32, percent: usize) -> Option<Finding> {
    let figures = &reading.figures;
    let figure =
        figures.get(percent).filter(|f| is_exact(f) && f.unit == Unit::Percent && f.hedge.is_none())?;
    let set_off = |words: &str| {
        let words = words.trim();
        words.len() <= 40
            && (words.ends_with("or") || words.ends_with('(') || words.ends_with('–') || words.ends_with('—'))
    };
    let of = |a: usize, b: usize| {
        between(reading, a, b)
            .is_some_and(|words| matches!(words.trim(), "of" | "of the" | "out of" | "of its" | "of their"))
    };
    let behind = percent
        .checked_sub(2)
        .filter(|&part| of(part, part + 1) && between(reading, part + 1, percent).is_some_and(set_off));
    let before = Some(percent + 1).filter(|&part| {
        part + 1 < figures.len() && of(part, part + 1) && between(reading, percent, part).is_some_and(set_off)
    });
    let part = behind.or(before)?;
    let (few, all) = (&figures[part], &figures[part + 1]);
    let plain = |f: &Figure| is_plain(f) && f.hedge.is_none();
    let share = 100.0 * few.value.lo / all.value.lo;
    // The percentage is rounded to its last place, and writers round once more.
    let slack = figure.value.place.max(0.1) + 0.05 * share.min(10.0) / 10.0;
    if !plain(few)
        || !plain(all)
        || !share.is_finite()
        || share > 100.0
        || (share - figure.value.lo).abs() <= slack
    {
        return None;
    }
    let message = format!(
        "{} of {} is {share:.1} percent, not {}",
        printed(reading, part),
        printed(reading, part + 1),
        printed(reading, percent)
    );
    Some(finding(reading, article, percent, &[(part, "the part"), (part + 1, "the whole")], message))
}

/// So many of each, and their total: `three vans with 40 parcels each, 130 in all`.
fn product(reading: &Reading, article: u32, each: usize) -> Option<Finding> {
    let figure = &reading.figures[each];
    let Some(Leaning::EachOf(many)) = figure.leaning else { return None };
    let many = many as usize;
    let total = each.max(many) + 1;
    let words = between(reading, each.max(many), total)?;
    let (count, sum) = (reading.figures.get(many)?, reading.figures.get(total)?);
    let behind =
        reading.article.slice(Span::new(sum.span.end, reading.claims[total].sentence.end.max(sum.span.end)));
    let said =
        TOTAL.iter().any(|t| behind.contains(t)) || words.contains("total") || words.contains("in all");
    let exact = [figure, count, sum].iter().all(|f| is_exact(f) && f.hedge.is_none());
    let product = figure.value.lo * count.value.lo;
    let fits = (product - sum.value.lo).abs()
        <= (sum.value.place / 2.0).max(figure.value.place * count.value.lo / 2.0).max(0.5);
    if !said || !exact || fits || words.len() > 60 {
        return None;
    }
    let message = format!(
        "{} times {} is {}, not {}",
        printed(reading, many),
        printed(reading, each),
        grouped(product),
        printed(reading, total)
    );
    Some(finding(reading, article, total, &[(many, "how many"), (each, "of each")], message))
}

/// A number of years beside their first and last: `six years, from 2018 to 2024`.
fn span(reading: &Reading, article: u32, years: usize) -> Option<Finding> {
    let figure = reading
        .figures
        .get(years)
        .filter(|f| is_exact(f) && f.unit == Unit::Measure("year") && f.hedge.is_none())?;
    let sentence = reading.claims[years].sentence;
    let next = reading.dates.partition_point(|d| d.span.start < figure.span.end);
    let range = reading.dates.get(next).filter(|d| d.span.end <= sentence.end)?;
    let words = reading.article.slice(Span::new(figure.span.end, range.span.start));
    let beside =
        matches!(words.trim().trim_start_matches([',', '(', '—', '–']).trim(), "" | "from" | "between")
            && words.contains([',', '(', '—', '–']);
    let days = range.days.filter(|_| beside && range.expr.is_absolute())?;
    let whole = days.last.year() - days.first.year();
    let length = f64::from((days.last - days.first).get_days()) / 365.25;
    let (least, most) = (f64::from(whole).min(length).floor() - 1.0, f64::from(whole).max(length).ceil());
    if whole < 1 || (least..=most).contains(&figure.value.lo) {
        return None;
    }
    let message =
        format!("{} is {whole} years, not {}", reading.article.slice(range.span), printed(reading, years));
    Some(finding(reading, article, years, &[], message))
}

fn is_exact(figure: &Figure) -> bool {
    figure.value.lo == figure.value.hi && !figure.value.vague && figure.value.lo > 0.0
}
