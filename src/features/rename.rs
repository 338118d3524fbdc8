//! An entity's spelling, changed throughout.

use super::element::{Element, element_at};
use super::mentions;
use crate::compare::{Comparison, Place};
use crate::extract::Reading;
use crate::text::Span;

/// An edit of a rename.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spelling {
    /// What is replaced.
    pub place: Place,
    /// What stands there afterwards.
    pub text: String,
    /// Whether it stands in quotation marks. Words as they were spoken or printed are evidence: they stay, unless the user
    /// chooses them.
    pub quoted: bool,
}

/// The name at a byte offset that can be renamed.
pub fn prepare(reading: &Reading, offset: u32) -> Option<Span> {
    let (element, span) = element_at(reading, offset)?;
    matches!(element, Element::Mention { .. }).then_some(span)
}

/// The edits that spell the name at a byte offset `name` in this article, or in all articles of the story.
///
/// Mentions that print the same words are replaced. Where the new name has as many words as the old one, the words that differ
/// are replaced in every other mention too: the surname alone follows the full name. Why `name` cannot be a name, where it
/// cannot.
pub fn rename(
    comparison: &Comparison,
    article: u32,
    offset: u32,
    name: &str,
    everywhere: bool,
) -> Result<Vec<Spelling>, String> {
    let name = name.trim();
    if !name.chars().any(char::is_alphanumeric) || name.contains(['\n', '\r']) {
        return Err("A name is made of letters and stands in one line.".to_owned());
    }
    let found =
        comparison.story.readings.get(article as usize).and_then(|r| Some((r, element_at(r, offset)?)));
    let Some((reading, (Element::Mention { entity, .. }, span))) = found else {
        return Err("There is no name here.".to_owned());
    };
    let old = reading.article.slice(span);
    let places = match everywhere {
        true => mentions::mentions(&comparison.story, article, entity),
        false => mentions::mentions_in(&comparison.story, article, entity),
    };
    let edits = places.into_iter().filter_map(|place| {
        let reading = &comparison.story.readings[place.article as usize];
        let printed = reading.article.slice(place.span);
        let text = respelled(printed, old, name).filter(|text| text != printed)?;
        let quoted = is_quoted(reading, place.span);
        Some(Spelling { place, text, quoted })
    });
    Ok(edits.collect())
}

/// Whether a place stands in quotation marks, whoever spoke the words.
fn is_quoted(reading: &Reading, span: Span) -> bool {
    if reading.quotes.iter().any(|q| q.span.overlaps(span)) {
        return true;
    }
    let before = Span::new(0, span.start).of(&reading.article.text);
    let before = before.rsplit("\n\n").next().unwrap_or(before);
    before.rfind('“') > before.rfind('”') || before.matches('"').count() % 2 == 1
}

/// A mention with the old name's words replaced by the new one's; `None` where it has none of them.
fn respelled(printed: &str, old: &str, new: &str) -> Option<String> {
    if printed == old {
        return Some(new.to_owned());
    }
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    if old.len() != new.len() {
        return None;
    }
    let mut changed = false;
    let mut text = String::with_capacity(printed.len());
    for piece in printed.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        match old.iter().position(|o| *o == word) {
            Some(index) => {
                text.push_str(new[index]);
                changed = true;
            }
            None => text.push_str(word),
        }
        text.push_str(&piece[word.len()..]);
    }
    changed.then_some(text)
}
