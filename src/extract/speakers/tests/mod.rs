//! One line a case: what the text says, and what is read out of it.

use std::sync::Arc;

use crate::extract::{Attribution, Reading, Run, Speaker, Stance, read};
use crate::text::{Article, Meta};

mod chains;
mod direct;
mod embedded;
mod indirect;
mod quotes;
mod subjects;
mod unspoken;

fn reading(text: &str) -> Reading {
    read(Arc::new(Article::from_text("/desk.txt", text, &Meta::default())))
}

fn names(reading: &Reading, by: Run) -> String {
    let speakers = reading.lists.speakers[by].iter();
    speakers.map(|s| reading.name_of(s)).collect::<Vec<_>>().join(" < ")
}

/// A saying as `speaker: what is said`, with `!` before a denial, `?` before a belief, `~` before a refusal to say.
fn shown(text: &str, reading: &Reading, a: &Attribution) -> String {
    let sign = match a.stance {
        Stance::Asserts => "",
        Stance::Denies => "!",
        Stance::Believes => "?",
        Stance::Declines => "~",
    };
    format!("{}: {sign}{}", names(reading, a.by), a.span.of(text).replace('\n', " "))
}

/// Checks all sayings of a text, parted by ` | `.
fn said(text: &str, expected: &str) {
    let reading = reading(text);
    let found: Vec<String> = reading.attributions.iter().map(|a| shown(text, &reading, a)).collect();
    assert_eq!(found.join(" | "), expected, "in: {text}");
}

/// Checks the speaker of every quotation, as `speaker: quoted words`, parted by ` | `.
fn quoted(text: &str, expected: &str) {
    let reading = reading(text);
    let name = |s: &Option<Speaker>| s.as_ref().map_or(String::new(), |s| reading.name_of(s).into_owned());
    let found: Vec<String> =
        reading.quotes.iter().map(|q| format!("{}: {}", name(&q.speaker), q.span.of(text))).collect();
    assert_eq!(found.join(" | "), expected, "in: {text}");
}

/// Checks who says the words `figure`, innermost speaker first; empty where the article itself does.
fn by(text: &str, figure: &str, expected: &str) {
    let reading = reading(text);
    let start = text.find(figure).expect("the words stand in the text");
    let span = (start..start + figure.len()).into();
    let found =
        super::speaker_at(&reading.attributions, span).map_or(String::new(), |a| names(&reading, a.by));
    assert_eq!(found, expected, "{figure} in: {text}\n{:#?}", reading.attributions);
}

proptest::proptest! {
    #[test]
    fn any_text_gives_ordered_spans_inside_it(text in "([A-Za-z ,.:;é\\n-]|[0-9]|[\"'“”‘’(]| said | told | according to | by | who | and | that | the ){0,40}") {
        let reading = reading(&text);
        let mut last = 0;
        for said in &reading.attributions {
            proptest::prop_assert!(said.span.start >= last && !said.span.is_empty());
            proptest::prop_assert!(text.get(said.span.range()).is_some());
            last = said.span.start;
        }
        for quote in &reading.quotes {
            proptest::prop_assert!(text.get(quote.span.range()).is_some());
        }
    }
}
