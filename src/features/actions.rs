//! What can be done about the thing under the caret: another source's figure, a speaker, a spelling, a weekday, front matter,
//! or nothing more of it.

use super::element::{Element, element_at};
use super::hover::{byline, one_line};
use super::related;
use crate::compare::{Code, Comparison, Finding, Level};
use crate::extract::Reading;
use crate::settings::Settings;
use crate::text::{BlockKind, Span, calendar};

/// What an action is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ActionKind {
    /// Puts a finding right.
    Fix,
    /// Changes the words under the caret.
    Rewrite,
    /// Concerns the whole article.
    Source,
}

/// Something that can be done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Action {
    /// What it does, in the user's words.
    pub title: String,
    /// What it is for.
    pub kind: ActionKind,
    /// The finding it puts right, by index into the findings that were given.
    pub finding: Option<usize>,
    /// How it is done.
    pub remedy: Remedy,
}

/// How an action is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Remedy {
    /// A stretch of the article is replaced.
    Edit(Span, String),
    /// The finding is dismissed.
    Dismiss,
}

/// What can be done about the findings of an article and the thing at `within`. The findings are those shown there.
pub fn actions(
    comparison: &Comparison,
    settings: &Settings,
    article: u32,
    within: Span,
    findings: &[&Finding],
) -> Vec<Action> {
    let Some(reading) = comparison.story.readings.get(article as usize) else { return Vec::new() };
    let mut actions = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        let fixes = match finding.code {
            Code::FigureConflict | Code::FigureDiffers | Code::HeadlineMismatch | Code::AgeConflict => {
                take_figures(comparison, finding)
            }
            Code::NameVariant => take_spelling(comparison, finding),
            Code::WeekdayMismatch => correct_weekday(reading, finding),
            Code::Undated => vec![add_front_matter(reading)],
            _ => Vec::new(),
        };
        actions.extend(fixes.into_iter().map(|(title, span, text)| Action {
            title,
            kind: ActionKind::Fix,
            finding: Some(index),
            remedy: Remedy::Edit(span, text),
        }));
        let title = format!("Dismiss {} here", finding.code.name());
        actions.push(Action { title, kind: ActionKind::Fix, finding: Some(index), remedy: Remedy::Dismiss });
    }
    let rewrites = attribute(comparison, article, within.start).into_iter().chain(house(
        settings,
        reading,
        within.start,
    ));
    actions.extend(rewrites.map(|edit| plain(edit, ActionKind::Rewrite)));
    if reading.article.front_matter.is_none() && findings.iter().all(|f| f.code != Code::Undated) {
        actions.push(plain(add_front_matter(reading), ActionKind::Source));
    }
    actions
}

type Edit = (String, Span, String);

fn plain((title, span, text): Edit, kind: ActionKind) -> Action {
    Action { title, kind, finding: None, remedy: Remedy::Edit(span, text) }
}

/// The figures that stand against the one of a finding, each value once.
fn take_figures(comparison: &Comparison, finding: &Finding) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for (place, _) in &finding.related {
        let Some(reading) = comparison.story.readings.get(place.article as usize) else { continue };
        if reading.figures.iter().all(|f| f.span != place.span) {
            continue;
        }
        let text = one_line(reading.article.slice(place.span));
        if edits.iter().all(|(_, _, t)| *t != text) {
            edits.push((format!("Use “{text}” ({})", byline(reading)), finding.at.span, text));
        }
    }
    edits
}

/// The spelling of the place that a finding leads to.
fn take_spelling(comparison: &Comparison, finding: &Finding) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for (place, _) in &finding.related {
        let Some(reading) = comparison.story.readings.get(place.article as usize) else { continue };
        let text = one_line(reading.article.slice(place.span));
        if edits.iter().all(|(_, _, t)| *t != text) {
            let whose = match place.article == finding.at.article {
                true => "as at first mention".to_owned(),
                false => format!("as in {}", byline(reading)),
            };
            edits.push((format!("Spell it “{text}”, {whose}"), finding.at.span, text));
        }
    }
    edits
}

fn correct_weekday(reading: &Reading, finding: &Finding) -> Vec<Edit> {
    let mention = reading.dates.iter().find(|d| d.weekday.is_some() && d.span.overlaps(finding.at.span));
    let edit = mention.and_then(|mention| {
        let right = calendar::weekday_name(mention.days?.first.weekday());
        let wrong = calendar::weekday_name(mention.weekday?);
        let printed = reading.article.slice(mention.span);
        let (start, length) = find_weekday(printed, wrong)?;
        let start = mention.span.start + start as u32;
        let text = if length < wrong.len() { &right[..3] } else { right };
        Some((format!("Make it {right}"), Span::new(start, start + length as u32), text.to_owned()))
    });
    edit.into_iter().collect()
}

/// Where a weekday is printed, in full or cut short, and how long it is there.
fn find_weekday(printed: &str, name: &str) -> Option<(usize, usize)> {
    let lower = printed.to_ascii_lowercase();
    let start = lower.find(&name[..3].to_ascii_lowercase())?;
    let length = lower[start..].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(lower.len() - start);
    Some((start, length))
}

/// Front matter with what is known; an unknown date is left for the writer to fill in.
fn add_front_matter(reading: &Reading) -> Edit {
    let article = &reading.article;
    let date = reading.published.as_ref().map(|p| p.date.to_string()).unwrap_or_default();
    if let Some(front) = article.front_matter {
        let line = article.slice(front).find('\n').map_or(front.end, |i| front.start + i as u32 + 1);
        return ("Add the date".to_owned(), Span::new(line, line), format!("date: {date}\n"));
    }
    let headline = article.blocks.iter().find(|b| b.kind == BlockKind::Headline);
    let title = headline.map(|b| one_line(article.slice(b.span))).unwrap_or_default();
    let source = article.meta.source.as_ref().map(|s| s.value.clone()).unwrap_or_default();
    let text = format!("---\nsource: {}\ndate: {date}\ntitle: {}\n---\n\n", quoted(&source), quoted(&title));
    ("Add front matter".to_owned(), Span::new(0, 0), text)
}

/// A value as YAML takes it whatever it holds; nothing stays nothing.
fn quoted(value: &str) -> String {
    if value.is_empty() {
        String::new()
    } else {
        format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Says behind the sentence of a figure without a speaker who gives it elsewhere.
fn attribute(comparison: &Comparison, article: u32, offset: u32) -> Vec<Edit> {
    let reading = &comparison.story.readings[article as usize];
    let Some((Element::Figure(figure), _)) = element_at(reading, offset) else { return Vec::new() };
    let Some(at) = related::claim_of_figure(comparison, article, figure) else { return Vec::new() };
    let Some(claim) = related::claim(comparison, at).filter(|c| c.by.is_empty()) else { return Vec::new() };
    let Some(place) = end_of_sentence(reading, claim.sentence) else { return Vec::new() };
    let mut edits: Vec<Edit> = Vec::new();
    let agreeing = related::related(comparison, at).into_iter().filter(|r| r.level == Level::Agree);
    for other in agreeing.filter(|r| r.claim.article != article) {
        let Some(source) = comparison.story.readings.get(other.claim.article as usize) else { continue };
        let speaker = related::claim(comparison, other.claim)
            .and_then(|c| source.speaker(c))
            .map(|s| source.name_of(s).into_owned());
        let who = speaker.unwrap_or_else(|| source.article.outlet().to_owned());
        let text = format!(", according to {who}");
        if edits.iter().all(|(_, _, t)| *t != text) {
            edits.push((format!("Attribute to {who} ({})", byline(source)), Span::new(place, place), text));
        }
    }
    edits
}

/// The place before the stop of a sentence; `None` where a quotation mark closes it.
fn end_of_sentence(reading: &Reading, sentence: Span) -> Option<u32> {
    let text = reading.article.slice(sentence).trim_end();
    let words = text.trim_end_matches(['.', '!', '?']);
    let ends_in_word = words.ends_with(|c: char| c.is_alphanumeric());
    ends_in_word.then_some(sentence.start + words.len() as u32)
}

/// The house spelling of the words at a byte offset.
fn house(settings: &Settings, reading: &Reading, offset: u32) -> Option<Edit> {
    let (_, span) = element_at(reading, offset)?;
    let printed = reading.article.slice(span);
    let spelling = settings.spellings.iter().find(|s| s.others.iter().any(|other| other == printed))?;
    Some((format!("Use the house spelling “{}”", spelling.house), span, spelling.house.clone()))
}
