//! `sum-mismatch`: parts and total, changes with their ends, ratio words, shares with their base, products and durations of one
//! article that do not fit.
//!
//! A list of parts is told by its form: figures of one kind in one sentence, each with its own place or thing and no verb between
//! (`18 people in the town, eight in the port and four in the hills`). Its total stands before it or behind (`of the 166 aboard`).
//! It is silent where a part or the total is hedged, where parts are missing by the writer's own words (`among them`), and where
//! the sum is so far off that the total must be of something else.

use rustc_hash::FxHashSet;

use crate::corpus::Story;
use crate::extract::{Aspect, Claim, Figure, Reach, Reading, Unit};
use crate::text::Span;

use super::edit::Carried;
use super::{Code, Finding, Place, Severity};

mod changes;
mod shares;
#[cfg(test)]
mod tests;

/// How far sum and total may lie apart, as a share of the total, to be taken for sum and total at all.
const SLIP: f64 = 0.25;

/// The findings on sums of every article of a story. Those of articles that are as they were are taken over.
pub fn find(story: &Story, carried: Option<&Carried>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        if let Some(carried) = carried.filter(|carried| carried.is_same(article)) {
            findings.extend(carried.findings_within(article, Code::SumMismatch));
            continue;
        }
        let lists = lists(reading);
        let summed = lists.iter().filter_map(|list| check_list(reading, article, list));
        let others = totalled(reading, article).into_iter();
        let all =
            summed.chain(others).chain(changes::find(reading, article)).chain(shares::find(reading, article));
        // A total that two rules find wrong is told once.
        let mut seen: FxHashSet<Span> = FxHashSet::default();
        findings.extend(all.filter(|f| seen.insert(f.at.span)));
    }
    findings
}

/// The finding at a figure that does not fit others of its article, each with what it is to it.
fn finding(reading: &Reading, article: u32, at: usize, others: &[(usize, &str)], message: String) -> Finding {
    let place = |i: usize| Place { article, span: reading.figures[i].span };
    let related = others.iter().map(|&(i, what)| (place(i), what.into())).collect();
    Finding { code: Code::SumMismatch, severity: Severity::Warning, at: place(at), message, related }
}

/// Words behind a figure that make it the total of what stands before it.
const TOTAL: [&str; 6] = ["in all", "in total", "altogether", "all told", "all together", "combined"];

/// `23 cars and 41 vans, 61 vehicles in all`: figures of one sentence that are totalled in so many words, whatever each counts.
fn totalled(reading: &Reading, article: u32) -> Vec<Finding> {
    let figures = &reading.figures;
    let wrong = |total: usize| {
        let figure = figures.get(total).filter(|f| is_plain(f) && f.hedge.is_none())?;
        let sentence = reading.claims[total].sentence;
        let noun =
            figure.of_span.filter(|of| of.start >= figure.span.end).map_or(figure.span.end, |of| of.end);
        let behind = reading.article.slice(Span::new(noun.min(sentence.end), sentence.end));
        TOTAL.iter().find(|words| behind.trim_start().starts_with(**words))?;
        let mut parts: Vec<usize> = Vec::new();
        let mut next = total;
        while let Some(part) = next.checked_sub(1).filter(|&i| is_part(reading, i, next)) {
            parts.push(part);
            next = part;
        }
        parts.reverse();
        let sum: f64 = parts.iter().map(|&i| figures[i].value.lo).sum();
        let (value, largest) =
            (figure.value.lo, parts.iter().map(|&i| figures[i].value.lo).fold(0.0, f64::max));
        let near = (sum - value).abs() <= SLIP * value && value > largest;
        (parts.len() >= 2 && near && (sum - value).abs() >= 0.5)
            .then(|| sum_of(reading, article, &parts, total))
    };
    (0..figures.len()).filter_map(wrong).collect()
}

/// Whether a figure stands beside the next one as a part of the same total: exact, joined by a comma or *and* alone.
fn is_part(reading: &Reading, part: usize, next: usize) -> bool {
    let (a, b) = (&reading.figures[part], &reading.figures[next]);
    let money = |f: &Figure| matches!(f.unit, Unit::Money(_));
    let alike = if money(a) || money(b) { a.unit == b.unit } else { true };
    if !is_plain(a) || a.hedge.is_some() || !alike || b.span.start < a.span.end {
        return false;
    }
    let between = reading.article.slice(Span::new(a.span.end, b.span.start));
    let joined = between.contains(", ") || between.contains(" and ");
    reading.claims[part].sentence == reading.claims[next].sentence
        && joined
        && between.len() < 60
        && !between.contains(['.', '(', ')', ':'])
        && !leaves_the_list(between)
}

/// `23 + 41 is 64, not 61`, at the total.
fn sum_of(reading: &Reading, article: u32, parts: &[usize], total: usize) -> Finding {
    let sum: f64 = parts.iter().map(|&i| reading.figures[i].value.lo).sum();
    let words = |i: usize| reading.article.slice(reading.figures[i].span);
    let terms = parts.iter().map(|&i| words(i)).collect::<Vec<_>>().join(" + ");
    let message = format!("{terms} is {}, not {}", grouped(sum), words(total));
    let told: Vec<String> = parts.iter().map(|&i| format!("a part: {}", words(i))).collect();
    let others: Vec<(usize, &str)> = parts.iter().copied().zip(told.iter().map(String::as_str)).collect();
    finding(reading, article, total, &others, message)
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

/// Whether two units can be those of one sum; a number without a noun takes that of the other.
fn compatible(a: &Unit, b: &Unit) -> bool {
    a == b || matches!((a, b), (Unit::Bare, Unit::Person | Unit::Count(_)) | (_, Unit::Bare))
}

/// Words after which a figure is no further part: of another kind, or a part of a part.
fn leaves_the_list(between: &str) -> bool {
    // `from 80` is where a change begins, `from Hull` where people are from.
    if between.trim_end().ends_with(" from") {
        return true;
    }
    [
        "increase",
        "decrease",
        "rise",
        "drop",
        "including",
        "among",
        "of them",
        "of whom",
        "compared",
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
    // `One of the eight ferries sails, three are in dock …`: the first part stands before the total.
    let holds_with_one_before = |(parts, total): &(Vec<usize>, usize)| {
        let before = total.checked_sub(1).filter(|&i| is_taken_from(reading, i, *total));
        before.is_some_and(|i| parts.iter().map(|&i| value(i)).sum::<f64>() + value(i) == value(*total))
    };
    if candidates.iter().any(holds)
        || candidates.iter().any(holds_with_one_before)
        || holds_inside(&list.iter().map(|&i| value(i)).collect::<Vec<_>>())
    {
        return None;
    }
    let (parts, total) = candidates.into_iter().find(|(parts, total)| {
        let sum: f64 = parts.iter().map(|&i| value(i)).sum();
        let slip = match divides(reading, *total, parts[0]) {
            Some(Division::Some) => SOME * value(*total),
            _ => SLIP * value(*total),
        };
        parts.len() >= 2
            && (sum - value(*total)).abs() <= slip
            && value(*total) > parts.iter().map(|&i| value(i)).fold(0.0, f64::max)
    })?;
    let sum: f64 = parts.iter().map(|&i| value(i)).sum();
    let hedged =
        reading.figures[total].hedge.is_some() || parts.iter().any(|&i| reading.figures[i].hedge.is_some());
    let missing = value(total) - sum;
    let named = singles(reading, &parts, total) as f64;
    if missing.abs() < 0.5 || missing > 0.0 && missing <= named || hedged || !is_whole(reading, &parts, total)
    {
        return None;
    }
    Some(sum_of(reading, article, &parts, total))
}

/// Whether a figure is a part that is taken from the total behind it: `one of the eight`.
fn is_taken_from(reading: &Reading, part: usize, total: usize) -> bool {
    let (Some(a), Some(b)) = (reading.figures.get(part), reading.figures.get(total)) else { return false };
    let (a, b) = (a.span, b.span);
    a.end <= b.start && reading.article.slice(Span::new(a.end, b.start)).trim_start().starts_with("of ")
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

/// How far the sum of parts that need not be all may lie off, as a share of the total.
const SOME: f64 = 0.06;

/// How many bytes may stand between a total and the first of its parts: its noun and what is said of it.
const DIVIDED: usize = 40;

/// How many bytes may stand between a total and the list of its parts behind it: a paragraph, or two sentences where the parts are two.
const REACH: u32 = 700;
const REACH_OF_TWO: u32 = 250;

/// How a total is linked to the first of its parts.
enum Division {
    /// `38: 21 in the town …`
    All,
    /// `38, of whom 21 in the town …`, which need not go through all of them.
    Some,
}

/// Whether the words between a total and a figure behind it divide the total.
fn divides(reading: &Reading, total: usize, part: usize) -> Option<Division> {
    let (a, b) = (&reading.figures[total], &reading.figures[part]);
    if total >= part || reading.claims[total].sentence != reading.claims[part].sentence {
        return None;
    }
    let between = reading.article.slice(Span::new(a.span.end, b.span.start.max(a.span.end)));
    if between.len() > DIVIDED {
        return None;
    }
    let some = ["of whom", "of which", "of them"].iter().any(|words| between.contains(words));
    match (some, between.contains(':')) {
        (true, _) => Some(Division::Some),
        (_, true) => Some(Division::All),
        _ => None,
    }
}

/// Pairs of parts and total that a list allows, the likeliest first.
fn candidates(reading: &Reading, list: &[usize]) -> Vec<(Vec<usize>, usize)> {
    let (first, last) = (list[0], list[list.len() - 1]);
    let mut all = Vec::new();
    // A figure directly before the list that is divided into it has no other parts.
    let divided = first
        .checked_sub(1)
        .filter(|&i| is_plain(&reading.figures[i]) && divides(reading, i, first).is_some());
    if let Some(total) =
        divided.filter(|&i| compatible(&reading.figures[i].unit, &reading.figures[first].unit))
    {
        all.push((list.to_vec(), total));
    }
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
    // Up to six figures back: a lead and a short paragraph. Further on a story has come to something else, two parts sooner than three.
    let reach = if list.len() == 2 { REACH_OF_TWO } else { REACH };
    let start = reading.figures[first].span.start;
    let reached = |i: &usize| start.saturating_sub(reading.figures[*i].span.end) <= reach;
    let before = (first.saturating_sub(6)..first).rev().filter(|&i| total_for(i)).filter(reached);
    all.extend(before.map(|i| (list.to_vec(), i)));
    all
}

/// Whether a figure counts what the list counts: one unit, and no other thing said of it. In another sentence it has to name what
/// it counts, and no more than it.
fn same_kind(reading: &Reading, total: usize, part: usize) -> bool {
    let (a, b) = (&reading.figures[total], &reading.figures[part]);
    let (x, y) = (&reading.claims[total], &reading.claims[part]);
    if !compatible(&a.unit, &b.unit) {
        return false;
    }
    if x.sentence == y.sentence {
        return true;
    }
    let near = |c: &Claim| {
        reading.lists.predicates[c.predicates].iter().find(|p| p.1 <= Reach::Sentence).map(|p| p.0)
    };
    let clash = matches!((near(x), near(y)), (Some(p), Some(q)) if p != q);
    let other = matches!((x.head, y.head), (Some(p), Some(q)) if p != q);
    let changed = [Aspect::Rise, Aspect::Fall, Aspect::Former, Aspect::Margin, Aspect::Each]
        .into_iter()
        .any(|aspect| x.scope.has(aspect) || y.scope.has(aspect));
    !clash && !other && !changed && a.unit != Unit::Bare
}

/// Whether the parts claim to be all: three of them or more behind a total that they divide or that is told elsewhere, or words that
/// close the list.
fn is_whole(reading: &Reading, parts: &[usize], total: usize) -> bool {
    let (first, last) = (parts[0], parts[parts.len() - 1].max(total));
    // A total in a sentence before does not bring its own words into the list.
    let beside = reading.claims[total].sentence == reading.claims[first].sentence;
    let start = reading.figures[if beside { first.min(total) } else { first }].span.start;
    let end = reading.figures[last].span.end;
    let sentence = reading.claims[last].sentence.end.max(end);
    let closed = reading.article.text.floor_char_boundary((end + CLOSED) as usize) as u32;
    let text = reading.article.slice(Span::new(start, closed.min(sentence)));
    let closing = ["elsewhere", "in all", "the rest", "others", "other ", "in total", "altogether"];
    parts.len() >= 3
        || closing.iter().any(|w| text.contains(w))
        || matches!(divides(reading, total, first), Some(Division::All))
        || (parts[0]..=last).any(|i| is_taken_from(reading, i, i + 1))
}

/// How many bytes behind the last part the words stand that close a list.
const CLOSED: u32 = 60;

/// How many things a list names without a number: `a chairman, five deputies and 23 members`.
fn singles(reading: &Reading, parts: &[usize], total: usize) -> usize {
    let (first, last) = (parts[0].min(total), parts[parts.len() - 1].max(total));
    let span = Span::new(reading.figures[first].span.end, reading.figures[last].span.start);
    let words = reading.article.slice(span).split_ascii_whitespace();
    words.filter(|word| matches!(*word, "a" | "an" | "another")).count()
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
