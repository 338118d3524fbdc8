//! The page itself. It loads nothing and runs nothing: its policy forbids both.

use jiff::civil::Date;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::cli::shown::{Lines, Shown};
use crate::cli::{places, terminal};
use crate::compare::{Comparison, Level, Place};
use crate::corpus::{LinkedEntity, Story};
use crate::extract::{Form, Reading};
use crate::features::Analysis;
use crate::features::hover::{Row, one_line};
use crate::features::topics::{Topic, topics};
use crate::text::Span;

use super::chart;

const STYLE: &str = include_str!("page.css");

/// Bytes of context to either side of the marked words in an excerpt.
const CONTEXT: u32 = 90;

/// The page over all stories: those told by several articles first.
pub fn render(analysis: &Analysis, shown: &[Shown]) -> Markup {
    analysis.compare();
    let mut stories: Vec<&Comparison> =
        analysis.in_order().into_iter().map(|number| &**analysis.story(number)).collect();
    stories.sort_by_key(|comparison| comparison.story.readings.len() == 1);
    let articles: usize = stories.iter().map(|comparison| comparison.story.readings.len()).sum();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width";
                title { "What the sources say" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "What the sources say" }
                p { (count(articles, "article")) ", " (count(stories.len(), "story")) ", " (count(shown.len(), "finding")) ". Evidence, no verdict." }
                @for comparison in stories { (story(comparison, shown)) }
            }
        }
    }
}

fn count(n: usize, word: &str) -> String {
    match (n, word.strip_suffix('y')) {
        (1, _) => format!("1 {word}"),
        (_, Some(stem)) => format!("{n} {stem}ies"),
        _ => format!("{n} {word}s"),
    }
}

fn story(comparison: &Comparison, shown: &[Shown]) -> Markup {
    let story = &*comparison.story;
    let mut own: Vec<&Shown> = shown.iter().filter(|s| std::ptr::eq(s.story, story)).collect();
    own.sort_by_key(|s| s.severity);
    let topics = topics(comparison);
    let several: Vec<&LinkedEntity> = story.entities.iter().filter(|e| articles_of(e) > 1).collect();
    let title = story.readings.iter().find_map(|r| r.article.meta.title.as_ref()).map(|t| one_line(&t.value));
    html! {
        section {
            h2 { (title.as_deref().unwrap_or_else(|| story.outlet(0))) }
            (articles(story))
            @if !own.is_empty() { h3 { "Findings" } (findings(&own)) }
            @if !topics.is_empty() { h3 { "Figures" } @for topic in &topics { (figures(story, topic)) } }
            @if !several.is_empty() { h3 { "People, organisations and places" } (names(story, &several)) }
        }
    }
}

fn articles(story: &Story) -> Markup {
    html! {
        ul.articles {
            @for reading in &story.readings {
                li { b { (reading.article.outlet()) } " " (day(reading)) " " code { (reading.article.path) } }
            }
        }
    }
}

fn day(reading: &Reading) -> String {
    reading.published.as_ref().map(|p| p.date.to_string()).unwrap_or_default()
}

fn findings(shown: &[&Shown]) -> Markup {
    let mut lines = Lines::default();
    html! {
        @for s in shown {
            article class=(s.severity.name()) {
                p { b { (s.severity.name()) } " " code { (s.finding.code.name()) } " " (s.finding.message) }
                dl {
                    (excerpt(s, s.finding.at, &mut lines))
                    @for (at, _) in &s.finding.related { (excerpt(s, *at, &mut lines)) }
                }
            }
        }
    }
}

/// The marked words with what stands around them, and where.
fn excerpt(shown: &Shown, at: Place, lines: &mut Lines) -> Markup {
    let article = shown.article(at);
    let (before, after) = around(&article.text, at.span);
    let text = article.text.as_bytes();
    // Where a line begins or ends there is nothing to leave out.
    let cut = |beside: Option<&u8>| if beside.is_some_and(|b| *b != b'\n') { "…" } else { "" };
    let behind = before.start.checked_sub(1).and_then(|i| text.get(i as usize));
    html! {
        dt { (article.outlet()) " " code { (places::address(article, lines.of(article), at.span)) } }
        dd {
            (cut(behind)) (before.of(&article.text)) mark { (article.slice(at.span)) } (after.of(&article.text))
            (cut(text.get(after.end as usize)))
        }
    }
}

/// What stands before and behind a place in its paragraph, as far as the context goes, cut between words.
fn around(text: &str, at: Span) -> (Span, Span) {
    let near = |offset: u32| (0..=offset).rev().find(|&o| text.is_char_boundary(o as usize)).unwrap_or(0);
    let from = near(at.start.saturating_sub(CONTEXT));
    let to = near((at.end + CONTEXT).min(text.len() as u32)).max(at.end);
    let before = &text[from as usize..at.start as usize];
    let start = match (before.rfind("\n"), from) {
        (Some(line), _) => from + line as u32 + 1,
        (None, 0) => 0,
        (None, _) => from + before.find(' ').map_or(0, |space| space as u32 + 1),
    };
    let after = &text[at.end as usize..to as usize];
    let end = match (after.find('\n'), to as usize == text.len()) {
        (Some(line), _) => at.end + line as u32,
        (None, true) => to,
        (None, false) => at.end + after.rfind(' ').unwrap_or(after.len()) as u32,
    };
    (Span::new(start, at.start), Span::new(at.end, end))
}

fn figures(story: &Story, topic: &Topic) -> Markup {
    html! {
        article class=(topic.group.level.name()) {
            h4 { (topic.group.about) " " small { (topic.group.level.name()) } }
            @if let Some(chart) = chart::draw(topic) { (chart) }
            table {
                tr { th { "Value" } th { "Said by" } th { "Source" } th { "Day" } th { "Words" } }
                @for told in &topic.claims { (claim(story, &told.row, told.day)) }
            }
        }
    }
}

fn claim(story: &Story, row: &Row, day: Option<Date>) -> Markup {
    let article = &story.readings[row.place.article as usize].article;
    let (before, after) = around(&article.text, row.place.span);
    let words = one_line(before.cover(after).of(&article.text));
    html! {
        tr.conflict[row.level == Some(Level::Conflict)] {
            td.value { (row.printed) }
            td { (row.speaker.as_deref().unwrap_or("—")) }
            td { (row.source) }
            td { (day.map(|d| d.to_string()).unwrap_or_default()) }
            td { (terminal::fit(&words, 140)) }
        }
    }
}

fn articles_of(entity: &LinkedEntity) -> usize {
    let mut articles: Vec<u32> = entity.members.iter().map(|(article, _)| *article).collect();
    articles.dedup();
    articles.len()
}

fn names(story: &Story, entities: &[&LinkedEntity]) -> Markup {
    html! {
        table {
            tr { th { "Name" } th { "Kind" } th { "Articles" } th { "Spelled" } }
            @for entity in entities {
                tr { td { (entity.name) } td { (entity.kind.name()) } td { (articles_of(entity)) } td { (spellings(story, entity)) } }
            }
        }
    }
}

/// The full names and acronyms printed, each once, with the outlets that print it.
fn spellings(story: &Story, entity: &LinkedEntity) -> String {
    let mut printed: Vec<(String, Vec<&str>)> = Vec::new();
    for &(article, member) in &entity.members {
        let reading = &story.readings[article as usize];
        let Some(member) = reading.entities.get(member as usize) else { continue };
        for mention in member.mentions.iter().filter(|m| matches!(m.form, Form::Full | Form::Acronym)) {
            let name = one_line(reading.article.slice(mention.span));
            let outlet = reading.article.outlet();
            match printed.iter_mut().find(|(known, _)| *known == name) {
                Some((_, outlets)) if outlets.contains(&outlet) => {}
                Some((_, outlets)) => outlets.push(outlet),
                None => printed.push((name, vec![outlet])),
            }
        }
    }
    if printed.len() < 2 {
        return printed.pop().map(|(name, _)| name).unwrap_or_default();
    }
    let told = printed.iter().map(|(name, outlets)| format!("{name} ({})", outlets.join(", ")));
    told.collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_stays_in_its_paragraph_and_is_cut_between_words() {
        let check = |text: &str, words: &str, expected: &str| {
            let start = text.find(words).unwrap();
            let (before, after) = around(text, Span::from(start..start + words.len()));
            assert_eq!(before.cover(after).of(text), expected);
        };
        check("Flood\n\nThe river rose 4 metres.\n\nMore follows.", "4", "The river rose 4 metres.");
        check("4", "4", "4");
        let long = format!("{} 31 homes {}", "ä".repeat(80), "valley ".repeat(40));
        check(&long, "31", &format!("31 homes {}", "valley ".repeat(11).trim_end()));
    }
}
