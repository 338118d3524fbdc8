//! A story: articles on the same events, with the people, organisations and places they share.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::extract::{EntityKind, Reading};

/// A named thing as the articles of one story know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkedEntity {
    /// The same in every story of a run for the same kind and name: `person:kyrylo-budanov`.
    pub id: Box<str>,
    /// The fullest name printed, by the earliest article that prints it.
    pub name: Box<str>,
    /// What it is.
    pub kind: EntityKind,
    /// Its readings: article of the story, entity of the article; in the order of the articles.
    pub members: Vec<(u32, u32)>,
}

/// Articles that tell of the same events. Indices of articles mean positions in `readings`.
#[derive(Clone, Debug)]
pub struct Story {
    /// The articles, by day of publication, then by path; days resolved as far as the story allows.
    pub readings: Vec<Arc<Reading>>,
    /// The named things, in order of first mention.
    pub entities: Vec<LinkedEntity>,
    /// For every article and each of its entities the index into `entities`.
    pub entity_of: Vec<Vec<u32>>,
    /// For every article the first one that prints the same wire copy; itself where it is a witness of its own.
    pub witness: Vec<u32>,
}

impl Story {
    /// The story of these readings. Named things are one where kind and name are the same.
    pub fn of(readings: Vec<Arc<Reading>>) -> Self {
        let witness = (0..readings.len() as u32).collect();
        let mut entities: Vec<LinkedEntity> = Vec::new();
        let mut known = FxHashMap::default();
        let mut entity_of = Vec::with_capacity(readings.len());
        for (article, reading) in (0u32..).zip(&readings) {
            let mut of_article = Vec::with_capacity(reading.entities.len());
            for (entity, named) in (0u32..).zip(&reading.entities) {
                let id = id_of(named.kind, &named.name);
                let index = *known.entry(id).or_insert_with_key(|id| {
                    let members = Vec::new();
                    entities.push(LinkedEntity {
                        id: id.clone(),
                        name: named.name.clone(),
                        kind: named.kind,
                        members,
                    });
                    entities.len() as u32 - 1
                });
                entities[index as usize].members.push((article, entity));
                of_article.push(index);
            }
            entity_of.push(of_article);
        }
        Story { readings, entities, entity_of, witness }
    }

    /// The named thing of the story that an article's entity is.
    pub fn linked(&self, article: usize, entity: u32) -> &LinkedEntity {
        &self.entities[self.entity_of[article][entity as usize] as usize]
    }
}

/// Kind and name in lower case with hyphens: `person:kyrylo-budanov`.
fn id_of(kind: EntityKind, name: &str) -> Box<str> {
    let lower = name.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    format!("{}:{}", kind.name(), words.join("-")).into()
}
