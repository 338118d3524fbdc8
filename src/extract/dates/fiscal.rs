//! Fiscal years: where the article says when its fiscal year begins, quarters and years are those of that year.

use crate::extract::DateMention;
use crate::text::{Parse, Span};

use super::expr::{Calendar, Form, YearRef};
use super::lexicon::{Class, class_of};

/// How many tokens behind `financial year` the month may stand in which it begins or ends.
const REACH: usize = 10;

/// Gives every fiscal quarter and year the month in which the article's fiscal year begins, where the article tells it.
pub(super) fn apply(parse: &Parse, dates: &mut [DateMention]) {
    let Some(start) = start(parse, dates) else { return };
    for date in dates {
        set_start(&mut date.expr.form, start);
    }
}

fn set_start(form: &mut Form, month: i8) {
    match form {
        Form::Quarter { start, .. } | Form::FiscalYear { start, .. } | Form::RunningQuarter { start, .. } => {
            *start = month
        }
        Form::Years(first, last) if month > 1 && i32::from(*last) - i32::from(*first) == 1 => {
            *form = Form::FiscalYear { year: YearRef::Of(*last), start: month };
        }
        Form::Part(_, inner) => set_start(inner, month),
        _ => {}
    }
}

/// The month in which the fiscal year begins: `financial year runs from 1 May`, `fiscal year that ended in April`, `fiscal
/// second quarter, to the end of October`.
fn start(parse: &Parse, dates: &[DateMention]) -> Option<i8> {
    for (i, date) in dates.iter().enumerate() {
        let Some(month) = end_month(&date.expr.form, true) else { continue };
        let token = parse.token_from(date.span.start);
        let sentence = parse.sentences.get(parse.sentence_of(token))?.tokens.start;
        let reach = token.saturating_sub(REACH).max(sentence);
        if let Some(year) = (reach..token).rev().find(|&k| is_fiscal(parse, k)) {
            let words = year + 1..token;
            if words.clone().any(|k| {
                matches!(
                    parse.lower(k),
                    "runs" | "run" | "begins" | "begin" | "began" | "starts" | "start" | "started"
                )
            }) {
                return Some(end_month(&date.expr.form, false).unwrap_or(month));
            }
            let ends = words
                .clone()
                .any(|k| matches!(parse.lower(k), "ends" | "end" | "ended" | "ending" | "to" | "through"));
            if ends && words.clone().next().is_some_and(|k| parse.lower(k) == "year") {
                return Some(month % 12 + 1);
            }
        }
        if let Some(start) =
            i.checked_sub(1).and_then(|before| quarter_end(parse, &dates[before], date.span, month))
        {
            return Some(start);
        }
    }
    None
}

/// A fiscal quarter whose last month is named directly behind it tells where its year begins.
fn quarter_end(parse: &Parse, quarter: &DateMention, month_span: Span, month: i8) -> Option<i8> {
    let Form::Quarter { number, fiscal: true, .. } = quarter.expr.form else { return None };
    let between = Span::new(quarter.span.end, month_span.start.max(quarter.span.end));
    let words = parse.tokens_in(between);
    let ends = words.len() <= 6
        && words.clone().any(|k| matches!(parse.lower(k), "to" | "ended" | "ending" | "ends" | "through"));
    ends.then(|| (i32::from(month) - 3 * i32::from(number)).rem_euclid(12) as i8 + 1)
}

/// `fiscal`, `financial` or `business` before `year`.
fn is_fiscal(parse: &Parse, i: usize) -> bool {
    (class_of(parse.lower(i)) == Class::Fiscal || parse.lower(i) == "business")
        && i + 1 < parse.tokens.len()
        && parse.lower(i + 1) == "year"
}

/// The month of a date, of the last one in a stretch, or of the first.
fn end_month(form: &Form, last: bool) -> Option<i8> {
    match form {
        Form::Calendar(Calendar { month, .. }) => *month,
        Form::Part(_, inner) => end_month(inner, last),
        Form::Range(a, b) => end_month(if last { b } else { a }, last),
        _ => None,
    }
}
