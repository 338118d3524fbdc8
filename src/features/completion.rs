//! Names as the corpus spells them, and figures that are known, while drafting.

use rustc_hash::FxHashSet;

use super::hover::{byline, one_line};
use super::{Analysis, ArticleRef, related};
use crate::compare::{ClaimRef, Comparison};
use crate::corpus::Story;
use crate::extract::EntityKind;
use crate::text::Span;

/// Something that could be meant by what was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Completion {
    /// What is shown.
    pub label: String,
    /// What is put in.
    pub insert: String,
    /// What was typed, and is replaced.
    pub replace: Span,
    /// The kind of name, or who gives the figure.
    pub detail: String,
    /// What kind of name; `None` for a figure.
    pub kind: Option<EntityKind>,
    /// Whether it comes from the story of the article that is being written.
    pub near: bool,
}

/// So many words before the caret may belong to the name that is being typed.
const WORDS: usize = 4;
/// So many completions are offered at the most; who types on narrows them down.
const OFFERED: usize = 100;

/// What could be meant by the words before a byte offset: this story's names and figures first, then the names of the others.
pub fn completions(analysis: &Analysis, at: ArticleRef, offset: u32) -> Vec<Completion> {
    let text = &analysis.reading(at).article.text;
    let typed = typed(text, offset);
    let Some(last) = typed.last().filter(|span| !span.is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    if last.of(text).starts_with(|c: char| c.is_ascii_digit()) {
        figures(analysis.comparison(at), at.article, *last, text, &mut found);
    } else {
        names(analysis.tale(at.story), Some(at.article), &typed, text, &mut found);
        for (story, told) in (0u32..).zip(analysis.tales()) {
            if found.len() >= OFFERED {
                break;
            }
            if story != at.story {
                names(told, None, &typed, text, &mut found);
            }
        }
    }
    let mut seen = FxHashSet::default();
    found.retain(|c| seen.insert(c.label.clone()));
    found.truncate(OFFERED);
    found
}

/// The stretches before the caret that could open a name or figure: the last words, from the longest to the shortest.
fn typed(text: &str, offset: u32) -> Vec<Span> {
    let Some(before) = text.get(..offset as usize) else { return Vec::new() };
    let line = before.rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let mut spans = Vec::new();
    let mut start = offset as usize;
    for c in before[line..].chars().rev() {
        if !(c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.' | ',')) {
            spans.push(Span::new(start as u32, offset));
            if spans.len() == WORDS || c != ' ' {
                break;
            }
        }
        start -= c.len_utf8();
    }
    if start == line {
        spans.push(Span::new(start as u32, offset));
    }
    spans.reverse();
    spans
}

/// Adds the names of a story that what was typed could open. `own` is the article that is being written, where it belongs to
/// the story.
fn names(story: &Story, own: Option<u32>, typed: &[Span], text: &str, found: &mut Vec<Completion>) {
    for entity in story.entities.iter() {
        // The name that is being typed has been read as a name too.
        let typed_here = |&(article, entity): &(u32, u32)| {
            let mentions = &story.readings[article as usize].entities[entity as usize].mentions;
            let caret = typed.last().map(|t| t.end);
            own == Some(article) && mentions.iter().all(|m| Some(m.span.end) == caret)
        };
        if entity.members.iter().all(typed_here) {
            continue;
        }
        let words =
            entity.name.char_indices().filter(|&(i, _)| i == 0 || entity.name[..i].ends_with([' ', '-']));
        let tails: Vec<&str> = words.map(|(i, _)| &entity.name[i..]).collect();
        // The longest stretch that opens the name, else the last word where it opens a word of it.
        let whole = typed.iter().find(|s| opens(&entity.name, s.of(text)));
        let part = || typed.last().filter(|s| tails.iter().any(|tail| opens(tail, s.of(text))));
        if let Some(&replace) = whole.or_else(part) {
            found.push(Completion {
                label: entity.name.to_string(),
                insert: entity.name.to_string(),
                replace,
                detail: entity.kind.name().to_owned(),
                kind: Some(entity.kind),
                near: own.is_some(),
            });
        }
    }
}

fn figures(comparison: &Comparison, own: u32, replace: Span, text: &str, found: &mut Vec<Completion>) {
    for (article, reading) in (0u32..).zip(&comparison.story.readings).filter(|(article, _)| *article != own)
    {
        for index in 0..reading.claims.len() as u32 {
            let at = ClaimRef { article, claim: index };
            let (Some(claim), Some(figure)) =
                (related::claim(comparison, at), related::figure(comparison, at))
            else {
                continue;
            };
            let printed = one_line(reading.article.slice(figure.span));
            if opens(&printed, replace.of(text)) {
                let of = figure.of(&reading.article).map(|of| format!(" {of}")).unwrap_or_default();
                let by =
                    reading.speaker(claim).map(|s| format!("{}, ", reading.name_of(s))).unwrap_or_default();
                found.push(Completion {
                    label: format!("{printed}{of}"),
                    insert: printed,
                    replace,
                    detail: format!("{by}{}", byline(reading)),
                    kind: None,
                    near: true,
                });
            }
        }
    }
}

/// Whether a name opens with what was typed, upper and lower case and accents aside, and goes on.
fn opens(name: &str, typed: &str) -> bool {
    let plain = |text: &str| deunicode::deunicode(text).to_lowercase();
    let (name, typed) = (plain(name), plain(typed));
    !typed.is_empty() && name.len() > typed.len() && name.starts_with(&typed)
}
