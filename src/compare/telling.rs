//! The words that findings share: sources, days and speakers, in the fewest words.

use jiff::civil::Date;

use crate::corpus::Story;
use crate::extract::Speaker;
use crate::text::Span;

use super::slot::Side;
use super::{ClaimRef, Place};

/// A day as a desk writes it: `24 Oct`, with the year where it is not the one of `beside`.
pub fn day(date: Date, beside: Option<Date>) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let month = MONTHS[date.month().unsigned_abs() as usize - 1];
    match beside {
        Some(other) if other.year() == date.year() => format!("{} {month}", date.day()),
        _ => format!("{} {month} {}", date.day(), date.year()),
    }
}

/// An article by its outlet and day: `Adria Press, 14 Oct`.
pub fn source(story: &Story, article: u32, beside: u32) -> String {
    match story.day(article) {
        Some(date) => format!("{}, {}", story.outlet(article), day(date, story.day(beside))),
        None => story.outlet(article).to_owned(),
    }
}

/// A claim of a story with what it needs to be told.
pub fn side(story: &Story, claim: ClaimRef) -> Side<'_> {
    Side::of(&story.readings[claim.article as usize], claim.claim)
}

/// Where a claim's figure stands.
pub fn place(story: &Story, claim: ClaimRef) -> Place {
    Place { article: claim.article, span: side(story, claim).figure.span }
}

/// A figure as printed, with its hedge, in curly quotation marks.
pub fn printed(story: &Story, claim: ClaimRef) -> String {
    let side = side(story, claim);
    let span = match side.figure.hedge_span {
        Some(hedge) if hedge.end <= side.figure.span.start && side.figure.span.start - hedge.end <= 2 => {
            hedge.cover(side.figure.span)
        }
        _ => side.figure.span,
    };
    quoted(story, Place { article: claim.article, span })
}

/// The words of a place in curly quotation marks, white space made single.
pub fn quoted(story: &Story, place: Place) -> String {
    format!("“{}”", words(story, place.article, place.span))
}

/// The words of a span, white space made single.
pub fn words(story: &Story, article: u32, span: Span) -> String {
    let text = story.readings[article as usize].article.slice(span);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who says so, as ` (Kyrylo Budanov)`; nothing where the outlet itself does.
pub fn speaker(story: &Story, claim: ClaimRef) -> String {
    let by = side(story, claim).claim.by.first();
    by.map_or(String::new(), |speaker| format!(" ({})", name(story, claim.article, speaker)))
}

/// The name of a speaker of an article, as the story knows it.
pub fn name(story: &Story, article: u32, speaker: &Speaker) -> String {
    let of = &story.entity_of[article as usize];
    let known = speaker.entity.and_then(|e| of.get(e as usize)).and_then(|&i| story.entities.get(i as usize));
    known.map_or(&speaker.name, |entity| &entity.name).to_string()
}

/// A claim in another article: `“12,000” in Adria Press, 14 Oct (Arta Delvina)`; in this one: `“12,000” here too (…)`.
pub fn elsewhere(story: &Story, claim: ClaimRef, here: u32) -> String {
    let by = speaker(story, claim);
    if claim.article == here {
        format!("{} further on here{by}", printed(story, claim))
    } else {
        format!("{} in {}{by}", printed(story, claim), source(story, claim.article, here))
    }
}
