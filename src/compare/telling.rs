//! The words that findings share: sources, days and speakers, in the fewest words.

use std::borrow::Cow;
use std::fmt::Write;

use jiff::civil::Date;

use crate::corpus::Story;
use crate::extract::{Claim, Figure, Speaker};
use crate::text::{Span, calendar};

use super::slot::Side;
use super::{ClaimRef, Place};

/// A day as a desk writes it: `24 Oct`, with the year where it is not the one of `beside`.
pub fn day(date: Date, beside: Option<Date>) -> String {
    let mut text = String::new();
    add_day(&mut text, date, beside);
    text
}

fn add_day(text: &mut String, date: Date, beside: Option<Date>) {
    // A story tells thousands of days, so that they are written digit by digit.
    let day = date.day().unsigned_abs();
    let digits = [day / 10, day % 10].map(|digit| char::from(b'0' + digit));
    text.extend(&digits[usize::from(day < 10)..]);
    text.extend([" ", calendar::short_month(date)]);
    if beside.is_none_or(|other| other.year() != date.year()) {
        // Writing to a string never fails.
        let _ = write!(text, " {}", date.year());
    }
}

/// An article by its outlet and day: `Adria Press, 14 Oct`.
pub fn source(story: &Story, article: u32, beside: u32) -> String {
    let mut text = String::new();
    add_source(&mut text, story, article, beside);
    text
}

/// Adds an article by its outlet and day to a text.
pub fn add_source(text: &mut String, story: &Story, article: u32, beside: u32) {
    text.push_str(story.outlet(article));
    if let Some(date) = story.day(article) {
        text.push_str(", ");
        add_day(text, date, story.day(beside));
    }
}

/// A claim of a story with what it needs to be told.
pub fn side(story: &Story, claim: ClaimRef) -> Side<'_> {
    Side::of(&story.readings[claim.article as usize], claim.claim)
}

/// A claim and its figure.
fn claim_of(story: &Story, claim: ClaimRef) -> (&Claim, &Figure) {
    let reading = &story.readings[claim.article as usize];
    let claim = &reading.claims[claim.claim as usize];
    (claim, &reading.figures[claim.figure as usize])
}

/// The figure of a claim.
pub fn figure(story: &Story, claim: ClaimRef) -> &Figure {
    claim_of(story, claim).1
}

/// Where a claim's figure stands.
pub fn place(story: &Story, claim: ClaimRef) -> Place {
    Place { article: claim.article, span: figure(story, claim).span }
}

/// A figure as printed, with its hedge, in curly quotation marks.
pub fn printed(story: &Story, claim: ClaimRef) -> String {
    quoted(story, with_hedge(story, claim))
}

/// Where a claim's figure stands with its hedge.
fn with_hedge(story: &Story, claim: ClaimRef) -> Place {
    let figure = figure(story, claim);
    let span = match figure.hedge_span {
        Some(hedge) if hedge.end <= figure.span.start && figure.span.start - hedge.end <= 2 => {
            hedge.cover(figure.span)
        }
        _ => figure.span,
    };
    Place { article: claim.article, span }
}

/// The words of a place in curly quotation marks, white space made single.
pub fn quoted(story: &Story, place: Place) -> String {
    let mut text = String::with_capacity(64);
    quote(&mut text, story, place);
    text
}

fn quote(text: &mut String, story: &Story, place: Place) {
    text.push('“');
    say(text, story, place.article, place.span);
    text.push('”');
}

/// The words of a span, white space made single.
pub fn words(story: &Story, article: u32, span: Span) -> String {
    let mut text = String::new();
    say(&mut text, story, article, span);
    text
}

fn say(text: &mut String, story: &Story, article: u32, span: Span) {
    for (i, word) in story.readings[article as usize].article.slice(span).split_whitespace().enumerate() {
        if i > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
}

/// Who says so, as ` (Kyrylo Budanov)`; nothing where the outlet itself does.
pub fn speaker(story: &Story, claim: ClaimRef) -> String {
    let mut text = String::new();
    add_speaker(&mut text, story, claim);
    text
}

fn add_speaker(text: &mut String, story: &Story, claim: ClaimRef) {
    let reading = &story.readings[claim.article as usize];
    if let Some(speaker) = reading.speaker(claim_of(story, claim).0) {
        text.push_str(" (");
        text.push_str(&known_as(story, claim.article, speaker));
        text.push(')');
    }
}

/// The name of a speaker of an article, as the story knows it.
pub fn name(story: &Story, article: u32, speaker: &Speaker) -> String {
    known_as(story, article, speaker).into_owned()
}

fn known_as<'a>(story: &'a Story, article: u32, speaker: &Speaker) -> Cow<'a, str> {
    let of = &story.entity_of[article as usize];
    let known = speaker.entity.and_then(|e| of.get(e as usize)).and_then(|&i| story.entities.get(i as usize));
    match known {
        Some(entity) => Cow::Borrowed(&entity.name),
        None => story.readings[article as usize].name_of(speaker),
    }
}

/// A claim in another article: `“12,000” in Adria Press, 14 Oct (Arta Delvina)`; in this one: `“12,000” here too (…)`.
pub fn elsewhere(story: &Story, claim: ClaimRef, here: u32) -> String {
    // A story has thousands of these, so that each is written in one go.
    let mut text = String::with_capacity(64);
    quote(&mut text, story, with_hedge(story, claim));
    if claim.article == here {
        text.push_str(" further on here");
    } else {
        text.push_str(" in ");
        add_source(&mut text, story, claim.article, here);
    }
    add_speaker(&mut text, story, claim);
    text
}
