//! What is known about the thing under the caret.

use jiff::civil::Date;

use super::element::{Element, element_at};
use super::{mentions, printings, related};
use crate::compare::{ClaimRef, Comparison, Level, Place};
use crate::extract::{Claim, Entity, Figure, Form, Reading, State};
use crate::text::{Article, Span};

/// What is shown beside the thing under the caret.
#[derive(Clone, PartialEq, Debug)]
pub struct Hover {
    /// What stands under the caret.
    pub span: Span,
    /// One line: the claim, the name with its kind, the resolved day, or the speaker of a quote.
    pub title: Title,
    /// Further lines: roles, the reason for a day.
    pub notes: Vec<String>,
    /// Related claims, spellings or other printings, newest last.
    pub rows: Vec<Row>,
    /// The first mention of a name.
    pub first: Option<(Place, String)>,
}

/// The line at the top.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Title {
    /// What is set in bold.
    pub name: String,
    /// What follows it.
    pub rest: String,
}

/// A line of the table.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    /// How it stands to the claim under the caret; `None` in the tables of names and quotes.
    pub level: Option<Level>,
    /// The words as printed.
    pub printed: String,
    /// The outlet.
    pub source: String,
    /// The day of publication.
    pub date: Option<Date>,
    /// Who says so.
    pub speaker: Option<String>,
}

/// What is known about the thing at a byte offset of an article.
pub fn hover(comparison: &Comparison, article: u32, offset: u32) -> Option<Hover> {
    let reading = comparison.story.readings.get(article as usize)?;
    let (element, span) = element_at(reading, offset)?;
    match element {
        Element::Figure(figure) => of_figure(comparison, article, figure),
        Element::Mention { entity, .. } => of_entity(comparison, article, entity, span),
        Element::Date(date) => of_date(reading, date),
        Element::Quote(quote) => of_quote(comparison, article, quote),
    }
}

fn of_figure(comparison: &Comparison, article: u32, figure: u32) -> Option<Hover> {
    let reading = &comparison.story.readings[article as usize];
    let printed = reading.figures.get(figure as usize)?;
    let claim = related::claim_of_figure(comparison, article, figure);
    let own = claim.and_then(|c| related::claim(comparison, c));
    let mut rows: Vec<Row> = claim
        .map(|c| related::related(comparison, c))
        .unwrap_or_default()
        .iter()
        .filter_map(|r| claim_row(comparison, r.claim, Some(r.level)))
        .collect();
    rows.sort_by_key(|r| (r.date, r.place));
    let title = Title { name: with_hedge(&reading.article, printed), rest: setting(reading, printed, own) };
    Some(Hover { span: printed.span, title, notes: Vec::new(), rows, first: None })
}

/// A related claim as a line of a table.
pub fn claim_row(comparison: &Comparison, at: ClaimRef, level: Option<Level>) -> Option<Row> {
    let reading = comparison.story.readings.get(at.article as usize)?;
    let (claim, figure) = (related::claim(comparison, at)?, related::figure(comparison, at)?);
    Some(Row {
        place: Place { article: at.article, span: figure.span },
        level,
        printed: with_hedge(&reading.article, figure),
        source: reading.article.outlet().to_owned(),
        date: published(reading),
        speaker: reading.speaker(claim).map(|s| reading.name_of(s).into_owned()),
    })
}

/// What is counted, in what state, by whom, where and when: what follows a figure in the line that tells its claim.
fn setting(reading: &Reading, figure: &Figure, claim: Option<&Claim>) -> String {
    let mut parts = Vec::new();
    if let Some(claim) = claim {
        if claim.state != State::Fact {
            parts.push(claim.state.name().to_owned());
        }
        parts.extend(reading.speaker(claim).map(|s| reading.name_of(s).into_owned()));
        let place =
            reading.lists.anchors[claim.places].first().and_then(|p| reading.entities.get(p.entity as usize));
        parts.extend(place.map(|p| p.name.to_string()));
        let when = claim.when.and_then(|(date, _)| reading.dates.get(date as usize)?.days);
        parts.extend(when.map(|d| d.to_string()));
    }
    let of = figure.of(&reading.article).map(|of| format!(" {of}")).unwrap_or_default();
    parts.into_iter().fold(of, |line, part| line + " · " + &part)
}

fn of_entity(comparison: &Comparison, article: u32, entity: u32, span: Span) -> Option<Hover> {
    let story = &comparison.story;
    let own = story.readings[article as usize].entities.get(entity as usize)?;
    let linked = mentions::linked(&comparison.story, article, entity);
    let alone = [(article, entity)];
    let members = linked.map_or(&alone[..], |l| &l.members);
    let (mut rows, mut roles): (Vec<Row>, Vec<String>) = (Vec::new(), Vec::new());
    for &(article, entity) in members {
        let reading = story.readings.get(article as usize)?;
        let entity = reading.entities.get(entity as usize)?;
        rows.extend(spellings(reading, article, entity));
        for role in entity.roles() {
            let role = one_line(reading.article.slice(*role));
            if !roles.iter().any(|r| r.eq_ignore_ascii_case(&role)) {
                roles.push(role);
            }
        }
    }
    rows.sort_by_key(|r| (r.date, r.place));
    let first = mentions::mentions(&comparison.story, article, entity).first().map(|&place| {
        let reading = &story.readings[place.article as usize];
        (place, byline(reading))
    });
    let name = linked.map_or(&own.name, |l| &l.name).to_string();
    let title = Title { name, rest: format!(" · {}", own.kind.name()) };
    Some(Hover { span, title, notes: roles, rows, first })
}

/// The full names and acronyms that an article prints for an entity, each spelling once.
fn spellings(reading: &Reading, article: u32, entity: &Entity) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for mention in entity.mentions.iter().filter(|m| matches!(m.form, Form::Full | Form::Acronym)) {
        let printed = one_line(reading.article.slice(mention.span));
        if rows.iter().all(|r| r.printed != printed) {
            rows.push(Row {
                place: Place { article, span: mention.span },
                level: None,
                printed,
                source: reading.article.outlet().to_owned(),
                date: published(reading),
                speaker: None,
            });
        }
    }
    rows
}

fn of_date(reading: &Reading, date: u32) -> Option<Hover> {
    let mention = reading.dates.get(date as usize)?;
    let rest = match mention.days {
        Some(days) if days.first == days.last => format!(" = {} {}", days.first.strftime("%A"), days),
        Some(days) => format!(" = {days}"),
        None => " · no day can be worked out".to_owned(),
    };
    let notes = mention.why.iter().map(|why| why.to_string()).collect();
    let title = Title { name: one_line(reading.article.slice(mention.span)), rest };
    Some(Hover { span: mention.span, title, notes, rows: Vec::new(), first: None })
}

fn of_quote(comparison: &Comparison, article: u32, quote: u32) -> Option<Hover> {
    let reading = &comparison.story.readings[article as usize];
    let own = reading.quotes.get(quote as usize)?;
    let mut rows: Vec<Row> = printings::printings(comparison, article, quote)
        .into_iter()
        .filter_map(|place| {
            let reading = comparison.story.readings.get(place.article as usize)?;
            let quote = reading.quotes.iter().find(|q| q.span == place.span)?;
            Some(Row {
                place,
                level: None,
                printed: shortened(&one_line(reading.article.slice(place.span)), 40),
                source: reading.article.outlet().to_owned(),
                date: published(reading),
                speaker: quote.speaker.as_ref().map(|s| reading.name_of(s).into_owned()),
            })
        })
        .collect();
    rows.sort_by_key(|r| (r.date, r.place));
    let name = own.speaker.as_ref().map_or("Unknown speaker".to_owned(), |s| reading.name_of(s).into_owned());
    Some(Hover {
        span: own.span,
        title: Title { name, rest: " · quote".to_owned() },
        notes: Vec::new(),
        rows,
        first: None,
    })
}

fn published(reading: &Reading) -> Option<Date> {
    reading.published.as_ref().map(|p| p.date)
}

/// The outlet and the day of an article.
pub fn byline(reading: &Reading) -> String {
    match published(reading) {
        Some(date) => format!("{}, {date}", reading.article.outlet()),
        None => reading.article.outlet().to_owned(),
    }
}

/// A figure as printed, with its hedge where that stands directly before it.
pub fn with_hedge(article: &Article, figure: &Figure) -> String {
    let hedged = figure.hedge_span.map(|hedge| hedge.cover(figure.span));
    let close = hedged.filter(|all| {
        figure.hedge_span.is_some_and(|h| h.end <= figure.span.start && h.end + 1 >= figure.span.start)
            && all.start < figure.span.start
    });
    one_line(article.slice(close.unwrap_or(figure.span)))
}

/// Text with its white space made single.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first `width` characters of a text, the last of them an ellipsis where some are left out.
pub fn shortened(text: &str, width: usize) -> String {
    match text.char_indices().nth(width) {
        Some(_) => text.chars().take(width.saturating_sub(1)).chain(['…']).collect(),
        None => text.to_owned(),
    }
}
