//! A story: articles on the same events, with the people, organisations and places they share.

use std::sync::Arc;

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
    /// The story of these readings.
    pub fn of(readings: Vec<Arc<Reading>>) -> Self {
        let witness = (0..readings.len() as u32).collect();
        let entity_of = readings.iter().map(|r| vec![0; r.entities.len()]).collect();
        Story { readings, entities: Vec::new(), entity_of, witness }
    }
}
