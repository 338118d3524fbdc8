//! What holds for the reading of any article.

use std::sync::Arc;

use proptest::prelude::*;

use super::{Draft, Reading, read, read_all};
use crate::text::{Article, Looks, Meta};

/// Paragraphs that do not refer to each other.
const PARAGRAPHS: [&str; 6] = [
    "The council in Arden voted 9-2 on Monday to close the pool, which loses $1.2 million a year, the mayor said.",
    "Rangers pulled 14 hikers off Mount Selby after snow fell for six hours.",
    "Harlow Foods said its profit rose 12 percent to £48 million in the first quarter.",
    "A jury of eight women and four men found Peter Lanz guilty of stealing 310 paintings.",
    "Turnout in the Brava islands was 61.4 percent, the highest since 1998.",
    "Doctors vaccinated about 2,500 children against measles in the Tarn valley last week.",
];

fn reading(paragraphs: &[&str]) -> Reading {
    read(Arc::new(Article::plain(&paragraphs.join("\n\n"))))
}

/// What was read, with spans counted from the start of the paragraph that holds them, sorted.
fn told(reading: &Reading) -> Vec<String> {
    let article = &reading.article;
    let within = |span: crate::text::Span| {
        let block = article.block_at(span.start).map_or(0, |b| article.blocks[b].span.start);
        (span.start - block, article.slice(span).to_owned())
    };
    let mut all: Vec<String> = reading
        .figures
        .iter()
        .zip(&reading.claims)
        .map(|(f, c)| {
            format!(
                "{:?} {:?} {} {:?} {:?}",
                within(f.span),
                f.value,
                f.unit,
                f.of(&reading.article),
                c.state
            )
        })
        .chain(reading.dates.iter().map(|d| format!("{:?} {:?}", within(d.span), d.expr.form)))
        .chain(reading.attributions.iter().map(|a| format!("{:?} {:?}", within(a.span), a.kind)))
        .collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn swapped_paragraphs_move_spans_and_nothing_else(order in Just(PARAGRAPHS.to_vec()).prop_shuffle()) {
        prop_assert_eq!(told(&reading(&order)), told(&reading(&PARAGRAPHS)));
    }

    #[test]
    fn an_unrelated_paragraph_behind_changes_nothing_before_it(count in 1usize..5, last in 0usize..6) {
        let before: Vec<&str> = PARAGRAPHS[..count].to_vec();
        let added = PARAGRAPHS[count.max(last)];
        let mut longer = before.clone();
        longer.push(added);
        let own = told(&reading(&before));
        let all = told(&reading(&longer));
        prop_assert!(own.iter().all(|line| all.contains(line)), "{:?} in {:?}", own, all);
        prop_assert_eq!(all.len(), own.len() + told(&reading(&[added])).len());
    }

    #[test]
    fn marks_of_another_style_change_nothing(order in Just(PARAGRAPHS.to_vec()).prop_shuffle()) {
        let text = order.join("\n\n").replace("the mayor said", "the mayor's aide said: \"It's 4-6 percent.\"");
        let values = |text: &str| {
            let found = reading(&[text]);
            found.figures.iter().map(|f| (f.value, f.unit.to_string())).collect::<Vec<_>>()
        };
        let curly = text.replacen('"', "“", 1).replace('"', "”").replace('\'', "’");
        prop_assert_eq!(values(&text), values(&curly));
        prop_assert_eq!(values(&text), values(&text.replace('-', "–")));
    }

    #[test]
    fn articles_are_read_together_as_each_alone(texts in prop::collection::vec(
        (prop::sample::subsequence(PARAGRAPHS.to_vec(), 0..=6), "\\PC{0,60}"), 0..6,
    )) {
        let text = |(paragraphs, other): &(Vec<&str>, String)| format!("{}\n\n{other}", paragraphs.join("\n\n"));
        let articles: Vec<_> = texts.iter().map(|t| Arc::new(Article::plain(&text(t)))).collect();
        let alone: Vec<Reading> = articles.iter().map(|article| read(Arc::clone(article))).collect();
        prop_assert_eq!(format!("{:?}", read_all(&articles)), format!("{alone:?}"));
    }

    #[test]
    fn reading_is_deterministic_and_spans_lie_inside(text in "\\PC{0,300}") {
        let (first, second) = (reading(&[&text]), reading(&[&text]));
        prop_assert_eq!(told(&first), told(&second));
        let mut last = 0;
        for figure in &first.figures {
            prop_assert!(first.article.text.get(figure.span.range()).is_some() && figure.span.start >= last);
            last = figure.span.start;
        }
    }
}

/// What somebody writes into an article: within a word, across sentences, a paragraph of its own.
const WRITTEN: [&str; 8] = [
    "",
    " ",
    "e",
    "Peter Lanz ",
    "on Monday, ",
    ". He said ",
    "\n\nSix were hurt.\n\n",
    "\u{201c}No,\u{201d} she said, ",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_draft_is_read_as_if_it_were_new(edits in prop::collection::vec((0..600usize, 0..9usize, 0..WRITTEN.len()), 1..8)) {
        let mut text = PARAGRAPHS.join("\n\n");
        let (mut looks, mut draft) = (Looks::default(), Draft::default());
        for (at, cut, written) in edits {
            let from = at.min(text.len());
            let to = (from + cut).min(text.len());
            if text.is_char_boundary(from) && text.is_char_boundary(to) {
                text.replace_range(from..to, WRITTEN[written]);
            }
            let article = Article::drafted("article.txt", &text, &Meta::default(), &mut looks);
            let drafted = draft.read(Arc::new(article));
            prop_assert_eq!(format!("{drafted:?}"), format!("{:?}", read(Arc::new(Article::plain(&text)))));
        }
    }
}
