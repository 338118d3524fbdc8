//! Where the articles of a story mention an entity.

use crate::compare::Place;
use crate::corpus::{LinkedEntity, Story};

/// The entity of the story behind an article's own one.
pub fn linked(story: &Story, article: u32, entity: u32) -> Option<&LinkedEntity> {
    let index = *story.entity_of.get(article as usize)?.get(entity as usize)?;
    story.entities.get(index as usize)
}

/// Every mention of an entity in the story, in the order of the articles, then of the text. `article` and `entity` name it by
/// any of the articles that have it.
pub fn mentions(story: &Story, article: u32, entity: u32) -> Vec<Place> {
    let own = [(article, entity)];
    let members = linked(story, article, entity).map_or(&own[..], |l| &l.members);
    let mut places: Vec<Place> = members
        .iter()
        .filter_map(|&(article, entity)| {
            Some((article, story.readings.get(article as usize)?.entities.get(entity as usize)?))
        })
        .flat_map(|(article, entity)| entity.mentions.iter().map(move |m| Place { article, span: m.span }))
        .collect();
    places.sort();
    places.dedup();
    places
}

/// The mentions of an entity in one article alone.
pub fn mentions_in(story: &Story, article: u32, entity: u32) -> Vec<Place> {
    let mut places = mentions(story, article, entity);
    places.retain(|p| p.article == article);
    places
}
