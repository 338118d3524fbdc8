//! Names: people, organisations, places and other named things, linked inside an article.
//!
//! [`spot`] finds where names start and [`grow`] how far they go on, [`kinds`] weighs what each is, [`links`] joins the mentions
//! of one thing, [`roles`] adds nouns that stand for it (`the agency`) and notes what it is called (`director of the agency`).

use crate::text::{Article, Parse, Span};

use super::meanings::Meanings;
use super::{DateMention, Entity, Mention};

mod cut;
mod fits;
mod grow;
pub mod identity;
mod kinds;
pub(super) mod lexicon;
mod links;
mod metonyms;
pub mod places;
mod print;
mod roles;
pub mod romanise;
mod sex;
mod sound;
mod spot;
#[cfg(test)]
mod tests;
mod words;

/// Finds every named thing of an article with all its mentions, in order of first mention.
pub fn find(parse: &Parse, meanings: &Meanings, dates: &[DateMention]) -> Vec<Entity> {
    let words = words::Words::new(parse, meanings, dates);
    let names = spot::spot(&words);
    let mut things = links::link(&words, &names);
    roles::add(&words, &mut things);
    let mut entities: Vec<Entity> = things.into_iter().map(|thing| thing.entity(&words)).collect();
    entities.sort_by_key(|entity| entity.first().span);
    entities
}

/// Takes the names of the title in the front matter away again: a thing is mentioned first in the story below.
pub fn leave_title(article: &Article, entities: &mut Vec<Entity>) {
    let opening = article.front_matter.map_or(0, |head| head.end);
    for entity in entities.iter_mut().filter(|entity| entity.first().span.start < opening) {
        let told = entity.mentions.iter().filter(|m| m.span.start >= opening);
        entity.mentions = told.copied().collect();
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    entities.sort_by_key(|entity| entity.first().span);
}

/// Whether a word, in lower case, ends names of landscapes, buildings and parts of towns: `lake`, `airport`, `district`.
pub fn is_place_head(lower: &str) -> bool {
    lexicon::class(lower).is(lexicon::Class::PLACE_HEAD.or(lexicon::Class::GENERIC))
}

/// The entity, by index, and its mention at `offset`; a caret directly behind a name is still at it.
pub fn entity_at(entities: &[Entity], offset: u32) -> Option<(usize, Mention)> {
    let hits = entities.iter().enumerate().filter_map(|(i, entity)| {
        let next = entity.mentions.partition_point(|m| m.span.start <= offset);
        let mention = entity.mentions[next.checked_sub(1)?];
        mention.span.touches(offset).then_some((i, mention))
    });
    // Where one name ends and the next begins, the next one is meant.
    hits.max_by_key(|(_, mention)| mention.span.start)
}

/// The first entity, by index, with a mention that shares a byte with `span`.
pub fn entity_in(entities: &[Entity], span: Span) -> Option<usize> {
    entities.iter().position(|entity| {
        let next = entity.mentions.partition_point(|m| m.span.end <= span.start);
        entity.mentions.get(next).is_some_and(|m| m.span.overlaps(span))
    })
}

/// The surname in a person's full name: the last word, with the particles before it (`van der Berg`), without `Jr.`
pub fn surname(name: &str) -> &str {
    let name = [" Jr.", " Jr", " Sr.", " Sr", " II", " III"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .map_or(name, |n| n.trim_end_matches(','));
    let mut start = name.rfind(' ').map_or(0, |i| i + 1);
    while let Some(before) = name[..start].strip_suffix(' ') {
        let word = before.rfind(' ').map_or(0, |i| i + 1);
        if word == 0 || !lexicon::class(&before[word..]).is(lexicon::Class::PARTICLE) {
            break;
        }
        start = word;
    }
    &name[start..]
}
