//! Inline cases: every figure of a text as `hedge text = value unit (of what)`, separated by semicolons.

use crate::extract::figures::find;
use crate::extract::meanings::Meanings;
use crate::extract::{Figure, Leaning};
use crate::text::{Article, Meta, Parse};

mod counting;
mod forms;
mod leaning;
mod none;
mod properties;

fn read(text: &str) -> Vec<Figure> {
    let article = Article::from_text("report.txt", text, &Meta::default());
    let parse = Parse::of(&article);
    find(&parse, &Meanings::of(&parse), &[], &[])
}

/// A figure as the cases below write it.
fn show(text: &str, figure: &Figure) -> String {
    let value = figure.value;
    let number = if value.lo == value.hi {
        format!("{}", round(value.lo))
    } else {
        format!("{}..{}", round(value.lo), round(value.hi))
    };
    let hedge = figure.hedge.map(|h| format!("{} ", h.name())).unwrap_or_default();
    let unit = figure.unit.to_string();
    let leaning = match figure.leaning {
        Some(Leaning::PartOf(i)) => format!(" part of {i}"),
        Some(Leaning::EachOf(i)) => format!(" each of {i}"),
        Some(Leaning::Besides(i)) => format!(" besides {i}"),
        Some(Leaning::Converts(i)) => format!(" converts {i}"),
        Some(Leaning::Formerly(i)) => format!(" formerly {i}"),
        None => String::new(),
    };
    format!("{hedge}{} = {number} {unit}{leaning}", figure.span.of(text)).trim_end().to_owned()
}

fn round(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}

/// Checks all figures of a text; an empty string says that there is none.
#[track_caller]
fn check(text: &str, expected: &str) {
    let shown: Vec<String> = read(text).iter().map(|f| show(text, f)).collect();
    assert_eq!(shown.join("; "), expected, "in {text:?}");
}

/// Checks what the first figure of a text counts, as `annotate` prints it.
#[track_caller]
fn check_of(text: &str, expected: &str) {
    let (figures, article) = (read(text), Article::plain(text));
    let of = figures.first().and_then(|f| f.of(&article)).unwrap_or_default();
    assert_eq!(of, expected, "in {text:?}");
}
