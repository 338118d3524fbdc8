//! Whether two quotations have one speaker.

use std::borrow::Cow;

use crate::corpus::Story;
use crate::extract::{EntityKind, Form, Quote};

use super::likeness;

/// What the speakers of two quotations are to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Voices {
    /// One and the same.
    Same,
    /// One of them is not known by name, is an office or company, or is told from a pronoun.
    Unknown,
    /// Two persons, both named for what they say.
    Apart,
}

/// What the speakers of two quotations, each with its article, are to each other.
pub(super) fn of(story: &Story, a: (u32, &Quote), b: (u32, &Quote)) -> Voices {
    let entity = |(_, quote): (u32, &Quote)| quote.speaker.as_ref().and_then(|s| s.entity);
    let (Some(x), Some(y)) = (entity(a), entity(b)) else { return Voices::Unknown };
    if alike(story, (a.0, x), (b.0, y)) {
        return Voices::Same;
    }
    let (first, second) = (named(story, a), named(story, b));
    let apart = first.iter().all(|&x| second.iter().all(|&y| !alike(story, (a.0, x), (b.0, y))));
    if first.is_empty() || second.is_empty() || !apart { Voices::Unknown } else { Voices::Apart }
}

/// The persons whom a quotation's words of attribution name.
fn named(story: &Story, (article, quote): (u32, &Quote)) -> Vec<u32> {
    let Some(span) = quote.speaker.as_ref().and_then(|s| s.span) else { return Vec::new() };
    let names =
        |m: &crate::extract::Mention| matches!(m.form, Form::Full | Form::Short) && span.contains(m.span);
    (0u32..)
        .zip(&story.readings[article as usize].entities)
        .filter(|(_, e)| e.kind == EntityKind::Person && e.mentions.iter().any(names))
        .map(|(i, _)| i)
        .collect()
}

/// Whether two entities are one, or may be one name in two spellings, or the one has no more than a part of the other's name.
fn alike(story: &Story, a: (u32, u32), b: (u32, u32)) -> bool {
    if story.entity_of[a.0 as usize][a.1 as usize] == story.entity_of[b.0 as usize][b.1 as usize] {
        return true;
    }
    let name = |(article, entity): (u32, u32)| {
        let name = &*story.readings[article as usize].entities[entity as usize].name;
        if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(deunicode::deunicode(name)) }
    };
    let (x, y) = (name(a), name(b));
    let surname = |name: &str| name.rfind(' ').map_or(0, |at| at + 1);
    likeness::likeness(&x[surname(&x)..], &y[surname(&y)..]) >= 0.9
        || likeness::likeness(&x.replace(' ', ""), &y.replace(' ', "")) >= 0.9
}
