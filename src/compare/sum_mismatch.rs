//! `sum-mismatch`: parts and total, and changes with both ends, of one article that do not fit.
//!
//! A list of parts is told by its form: figures of one kind in one sentence, each with its own place or thing and no verb between
//! (`18 people in the town, eight in the port and four in the hills`). Its total stands before it or behind (`of the 166 aboard`).
//! It is silent where a part or the total is hedged, where parts are missing by the writer's own words (`among them`), and where
//! the sum is so far off that the total must be of something else.

use crate::corpus::Story;
use crate::extract::{Figure, Hedge, Reach, Reading, Unit, Value};
use crate::text::Span;

use super::{Code, Finding, Place, Severity};

/// How far sum and total may lie apart, as a share of the total, to be taken for sum and total at all.
const SLIP: f64 = 0.25;

/// The findings on sums of every article of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        findings.extend(lists(reading).iter().filter_map(|list| check_list(reading, article, list)));
        findings.extend(changes(reading).filter_map(|change| check_change(reading, article, &change)));
    }
    findings
}

/// Figures of one sentence that stand side by side as parts of something, by index.
fn lists(reading: &Reading) -> Vec<Vec<usize>> {
    let figures = &reading.figures;
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for (i, figure) in figures.iter().enumerate() {
        let joins = run.last().is_some_and(|&last| is_next_part(reading, last, i));
        if !joins {
            lists.extend((run.len() >= 2).then(|| std::mem::take(&mut run)));
            run.clear();
        }
        if is_plain(figure) {
            run.push(i);
        } else {
            run.clear();
        }
    }
    lists.extend((run.len() >= 2).then_some(run));
    lists
}

/// Whether a figure can be a term of a sum: counted, exact, not vague.
fn is_plain(figure: &Figure) -> bool {
    let counted = matches!(figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare | Unit::Money(_));
    counted && figure.value.lo == figure.value.hi && !figure.value.vague && figure.value.lo > 0.0
}

/// Whether figure `next` goes on the list that `last` is in: one sentence, one unit, a comma or *and* between, and no verb but one
/// that is a predicate of the counted.
fn is_next_part(reading: &Reading, last: usize, next: usize) -> bool {
    let (a, b) = (&reading.figures[last], &reading.figures[next]);
    let (x, y) = (&reading.claims[last], &reading.claims[next]);
    if x.sentence != y.sentence || !compatible(&a.unit, &b.unit) || b.span.start < a.span.end {
        return false;
    }
    let between = reading.article.slice(Span::new(a.span.end, b.span.start));
    let joined = between.contains(", ") || between.contains(" and ") || between.contains("; ");
    joined && between.len() < 90 && !between.contains(['.', '(', ')']) && !leaves_the_list(between)
}

fn compatible(a: &Unit, b: &Unit) -> bool {
    a == b || matches!(b, Unit::Bare)
}

/// Words after which a figure is no further part: of another kind, or a part of a part.
fn leaves_the_list(between: &str) -> bool {
    [
        "including",
        "among",
        "of them",
        "of whom",
        "compared",
        "from",
        "than",
        "after",
        "before",
        "while",
        "which",
        "who",
    ]
    .iter()
    .any(|w| {
        between.split(|c: char| !c.is_alphabetic()).any(|x| x == *w) || w.contains(' ') && between.contains(w)
    })
}

fn check_list(reading: &Reading, article: u32, list: &[usize]) -> Option<Finding> {
    // The total may open the list (`111 persons: 40, 45 and 26`), close it (`… of the 166 aboard`) or stand in a sentence before.
    let value = |i: usize| reading.figures[i].value.lo;
    let candidates = candidates(reading, list);
    let holds =
        |(parts, total): &(Vec<usize>, usize)| parts.iter().map(|&i| value(i)).sum::<f64>() == value(*total);
    if candidates.iter().any(holds) || holds_inside(&list.iter().map(|&i| value(i)).collect::<Vec<_>>()) {
        return None;
    }
    let (parts, total) = candidates.into_iter().find(|(parts, total)| {
        let sum: f64 = parts.iter().map(|&i| value(i)).sum();
        parts.len() >= 2
            && (sum - value(*total)).abs() <= SLIP * value(*total)
            && value(*total) > parts.iter().map(|&i| value(i)).fold(0.0, f64::max)
    })?;
    let sum: f64 = parts.iter().map(|&i| value(i)).sum();
    let hedged =
        reading.figures[total].hedge.is_some() || parts.iter().any(|&i| reading.figures[i].hedge.is_some());
    if (sum - value(total)).abs() < 0.5 || hedged || !is_whole(reading, &parts, total) {
        return None;
    }
    let words = |i: usize| reading.article.slice(reading.figures[i].span);
    let terms = parts.iter().map(|&i| words(i)).collect::<Vec<_>>().join(" + ");
    let place = |i: usize| Place { article, span: reading.figures[i].span };
    let message = format!("{terms} is {}, not {}", grouped(sum), words(total));
    let related = parts.iter().map(|&i| (place(i), format!("a part: {}", words(i)))).collect();
    Some(Finding { code: Code::SumMismatch, severity: Severity::Warning, at: place(total), message, related })
}

/// Whether some figures of a list add up to the one before or behind them: then the list has its total, and others are not parts.
fn holds_inside(values: &[f64]) -> bool {
    (0..values.len()).any(|start| {
        (start + 2..values.len()).any(|end| {
            let sum: f64 = values[start..end].iter().sum();
            sum == values[end] || values[start] == values[start + 1..=end].iter().sum::<f64>()
        })
    })
}

/// Pairs of parts and total that a list allows.
fn candidates(reading: &Reading, list: &[usize]) -> Vec<(Vec<usize>, usize)> {
    let (first, last) = (list[0], list[list.len() - 1]);
    let mut all = Vec::new();
    if list.len() >= 3 {
        all.push((list[1..].to_vec(), first));
        all.push((list[..list.len() - 1].to_vec(), last));
    }
    let total_for = |i: usize| -> bool {
        let figure = &reading.figures[i];
        is_plain(figure) && same_kind(reading, i, first)
    };
    let near = |i: &usize| reading.claims[*i].sentence == reading.claims[first].sentence;
    all.extend(
        (last + 1..reading.figures.len())
            .take_while(near)
            .filter(|&i| total_for(i))
            .map(|i| (list.to_vec(), i)),
    );
    // Up to six figures back: a lead and a short paragraph.
    all.extend((first.saturating_sub(6)..first).rev().filter(|&i| total_for(i)).map(|i| (list.to_vec(), i)));
    all
}

/// Whether a figure counts what the list counts: one unit, and no other thing said of it.
fn same_kind(reading: &Reading, total: usize, part: usize) -> bool {
    let (a, b) = (&reading.figures[total], &reading.figures[part]);
    let (x, y) = (&reading.claims[total], &reading.claims[part]);
    let near = |c: &crate::extract::Claim| c.predicates.iter().find(|p| p.1 <= Reach::Sentence).map(|p| p.0);
    let clash = matches!((near(x), near(y)), (Some(p), Some(q)) if p != q) && x.sentence != y.sentence;
    compatible(&a.unit, &b.unit)
        && !clash
        && (x.head.is_none() || y.head.is_none() || x.head == y.head || x.sentence == y.sentence)
}

/// Whether the parts claim to be all: three of them or more, or words that close the list.
fn is_whole(reading: &Reading, parts: &[usize], total: usize) -> bool {
    let (first, last) = (parts[0].min(total), parts[parts.len() - 1].max(total));
    let span = Span::new(
        reading.figures[first].span.start,
        reading.claims[last].sentence.end.max(reading.figures[last].span.end),
    );
    let text = reading.article.slice(span);
    let closing =
        ["elsewhere", "in all", "the rest", "others", "other ", "in total", "altogether", ": ", "of the "];
    parts.len() >= 3 || closing.iter().any(|w| text.contains(w))
}

/// `rose 6 percent to 8.42 billion from 7.94 billion`: the change and its two ends, by index.
struct Change {
    percent: usize,
    to: usize,
    from: usize,
}

fn changes(reading: &Reading) -> impl Iterator<Item = Change> {
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
    let slack =
        percent.value.place.max(0.1) / 2.0 + if percent.hedge.is_some() { percent.value.place } else { 0.0 };
    let printed = percent.value.lo;
    if !least.is_finite() || !most.is_finite() || (least - slack..=most + slack).contains(&printed) {
        return None;
    }
    let words = |i: usize| reading.article.slice(figure(i).span);
    let place = |i: usize| Place { article, span: figure(i).span };
    let message = format!(
        "from {} to {} is {:.1} percent, not {}",
        words(change.from),
        words(change.to),
        change_of(a.lo, b.lo),
        words(change.percent)
    );
    let related = vec![(place(change.from), "from".to_owned()), (place(change.to), "to".to_owned())];
    Some(Finding {
        code: Code::SumMismatch,
        severity: Severity::Warning,
        at: place(change.percent),
        message,
        related,
    })
}

/// A number with commas between its thousands.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
