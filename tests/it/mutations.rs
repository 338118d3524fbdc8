//! Another outlet prints an article with one thing changed: the finding that tells of it has to appear. Nothing changed, and none does.
//!
//! Each article meets a copy of itself: the seeds agree on too little to meet each other. Changed are, one at a time, every number in
//! digits, the surname of every person, and the longest word of every quotation of at least five words. The seeds tell nobody's
//! age, and their days are those of statements and sightings, of which there may be several: ages and days are changed in the
//! articles on a fire of `properties`, units in an article that has several.

use std::ops::Range;
use std::sync::Arc;

use rashomon::compare::Code;
use rashomon::extract::{EntityKind, Reading, read};
use rashomon::text::{Article, Meta, Span};

use crate::properties::{File, analysis, fire, seeds};

/// A change: what stands at a span of the text instead.
struct Change {
    at: Span,
    by: String,
}

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The original and its copy in another outlet, with changed words.
fn with_copy((path, text): &File, change: Option<&Change>) -> [File; 2] {
    let source = text.lines().find(|line| line.starts_with("source: "));
    let mut copy = text.clone();
    if let Some(Change { at, by }) = change {
        copy.replace_range(at.start as usize..at.end as usize, by);
    }
    // The last line of the head keeps its length, so that spans stay where they are.
    if let Some(source) = source {
        let other =
            format!("source: {}", "Other Outlet".chars().cycle().take(source.len() - 8).collect::<String>());
        copy = copy.replacen(source, &other, 1);
    }
    [(path.clone(), text.clone()), (format!("/copy/{}", path.rsplit('/').next().unwrap_or(path)), copy)]
}

/// The codes of the findings in the copy at a place, and whether the copy has any at all that speaks of the original.
fn found(files: &[File; 2], at: Option<&Range<u32>>) -> Vec<Code> {
    let analysis = analysis(files);
    let mut codes = Vec::new();
    for comparison in analysis.stories() {
        let is_copy =
            |article: u32| comparison.story.readings[article as usize].article.path.starts_with("/copy/");
        for finding in comparison.findings.iter().filter(|f| is_copy(f.at.article)) {
            let here = at.is_none_or(|at| finding.at.span.start < at.end && at.start < finding.at.span.end);
            let across = finding.related.iter().any(|r| !is_copy(r.0.article));
            if here && (across || at.is_some()) {
                codes.push(finding.code);
            }
        }
    }
    codes
}

/// How many of these changes are found under one of the codes, and the others.
fn score(
    files: Vec<File>,
    changes: impl Fn(&Reading) -> Vec<Change>,
    codes: &[Code],
) -> (usize, Vec<String>) {
    let (mut hits, mut missed) = (0, Vec::new());
    for file in files {
        let reading = read(Arc::new(Article::from_text(&file.0, &file.1, &Meta::default())));
        for change in changes(&reading) {
            let at = change.at.start..change.at.start + change.by.len() as u32;
            let told = found(&with_copy(&file, Some(&change)), Some(&at));
            match told.iter().any(|code| codes.contains(code)) {
                true => hits += 1,
                false => missed.push(format!(
                    "{}: {} -> {}: {told:?}",
                    file.0.rsplit('/').next().unwrap_or_default(),
                    reading.article.slice(change.at),
                    change.by
                )),
            }
        }
    }
    (hits, missed)
}

/// Whether a place is in the story rather than in page furniture, which is never compared, or in the head.
fn in_story(reading: &Reading, at: Span) -> bool {
    let block = reading.article.block_at(at.start).map(|b| reading.article.blocks[b]);
    block.is_some_and(|b| b.is_story() && b.repeats.is_none())
}

#[test]
fn nothing_changed_nothing_found() {
    for file in seeds().into_iter().chain(fire()) {
        assert_eq!(found(&with_copy(&file, None), None), [], "{}", file.0);
    }
}

#[test]
fn numbers() {
    let changes = |reading: &Reading| {
        let figures = reading.figures.iter().filter(|f| in_story(reading, f.span));
        let digits = figures.filter_map(|f| {
            let text = reading.article.slice(f.span);
            let first = text.chars().next().filter(|c| ('1'..='9').contains(c))?;
            let other = char::from_digit((first.to_digit(10)? + 3) % 9 + 1, 10)?;
            Some(Change { at: f.span, by: text.replacen(first, &other.to_string(), 1) })
        });
        digits.collect()
    };
    let codes = [Code::FigureConflict, Code::FigureDiffers, Code::HeadlineMismatch, Code::SumMismatch];
    let (hits, missed) = score(seeds(), changes, &codes);
    // Both `at least 3,000` and `at least 7,000` can hold; a number that the copy still says rightly elsewhere agrees with the original.
    assert!(hits >= 14 && missed.len() <= 3, "{hits} found, not: {missed:#?}");
}

#[test]
fn units() {
    let text = "---\nsource: Harbour Post\ndate: 2024-03-05\n---\n\nThe spill at the Brackwater refinery covered 140 hectares of marsh on Monday, \
                the coast guard said. The clean-up will cost $36 million, the refinery said, and 220 tonnes of sand were taken away by noon.\n";
    let other = [("hectares", "acres"), ("million", "billion"), ("tonnes", "kilograms"), ("$", "€")];
    let changes = |reading: &Reading| {
        let of_figure = |span: Span| {
            let words = reading.article.slice(span);
            let known = other.iter().filter(|(unit, _)| words.contains(unit));
            known.map(|(unit, by)| Change { at: span, by: words.replacen(unit, by, 1) }).collect::<Vec<_>>()
        };
        reading.figures.iter().flat_map(|f| of_figure(f.span)).collect()
    };
    let (hits, missed) =
        score(vec![("/spill.md".to_owned(), text.to_owned())], changes, &[Code::FigureConflict]);
    // Amounts in two currencies are not held against each other, nor are 220 tonnes against the thousandth of it.
    assert!(hits >= 2 && missed.len() <= 2, "{hits} found, not: {missed:#?}");
}

#[test]
fn ages() {
    let changes = |reading: &Reading| {
        let ages = reading.ages.iter().map(|age| age.span);
        let older = ages.filter_map(|at| {
            let years: u32 = reading.article.slice(at).parse().ok()?;
            Some(Change { at, by: (years + 1).to_string() })
        });
        older.collect()
    };
    let (hits, missed) = score(fire(), changes, &[Code::AgeConflict]);
    assert!(hits >= 5 && missed.is_empty(), "{hits} found, not: {missed:#?}");
}

#[test]
fn names() {
    let changes = |reading: &Reading| {
        let people = reading.entities.iter().filter(|e| e.kind == EntityKind::Person);
        let swapped = people.filter_map(|person| {
            let mut mentions = person.mentions.iter().map(|m| m.span);
            let full = mentions.find(|s| in_story(reading, *s) && reading.article.slice(*s).contains(' '))?;
            let name = reading.article.slice(full);
            let surname = name.rfind(' ')? + 1;
            let letters: Vec<char> = name[surname..].chars().collect();
            let at = (1..letters.len() - 1).rev().find(|&i| letters[i] != letters[i + 1])?;
            let mut swapped = letters.clone();
            swapped.swap(at, at + 1);
            let by = format!("{}{}", &name[..surname], swapped.into_iter().collect::<String>());
            Some(Change { at: full, by }).filter(|_| letters.len() > 3)
        });
        swapped.collect()
    };
    let (hits, missed) = score(seeds(), changes, &[Code::NameVariant]);
    assert!(hits >= 8 && missed.is_empty(), "{hits} found, not: {missed:#?}");
}

#[test]
fn days() {
    let changes = |reading: &Reading| {
        let dates = reading.dates.iter().filter(|d| in_story(reading, d.span));
        let other = dates.filter_map(|date| {
            let text = reading.article.slice(date.span);
            let day = WEEKDAYS.iter().position(|day| text.contains(day))?;
            // Two days earlier: the day after would often lie before the article, a week before.
            Some(Change { at: date.span, by: text.replacen(WEEKDAYS[day], WEEKDAYS[(day + 5) % 7], 1) })
        });
        other.collect()
    };
    let (hits, missed) = score(fire(), changes, &[Code::DateConflict]);
    assert!(hits >= 3 && missed.is_empty(), "{hits} found, not: {missed:#?}");
}

#[test]
fn quoted_words() {
    let changes = |reading: &Reading| {
        let quotes = reading.quotes.iter().filter(|q| in_story(reading, q.span));
        let other = quotes.filter_map(|quote| {
            let text = reading.article.slice(quote.span);
            let word = text.split(|c: char| !c.is_alphabetic()).max_by_key(|w| w.len())?;
            let at = text.find(word)?;
            let start = quote.span.start + at as u32;
            let change =
                Change { at: Span { start, end: start + word.len() as u32 }, by: "umbrella".to_owned() };
            Some(change).filter(|_| text.split_whitespace().count() >= 5)
        });
        other.collect()
    };
    let (hits, missed) = score(seeds(), changes, &[Code::QuoteDrift]);
    assert!(hits >= 8 && missed.len() <= 2, "{hits} found, not: {missed:#?}");
}
