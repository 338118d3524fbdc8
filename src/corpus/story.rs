//! A story: articles on the same events, with the people, organisations and places they share.

use std::sync::Arc;

use jiff::civil::Date;

use crate::extract::{EntityKind, Published, Reading, dates};
use crate::text::DateFrom;

use super::entities;

/// A named thing as the articles of one story know it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkedEntity {
    /// The fullest name printed, by the earliest article that prints it.
    pub name: Arc<str>,
    /// What it is.
    pub kind: EntityKind,
    /// Its name in the gazetteer, where it is a place that stands there.
    pub place: Option<&'static str>,
    /// Its readings: article of the story, entity of the article; in the order of the articles.
    pub members: Box<[(u32, u32)]>,
}

/// For every article of a story and each of its entities the index of the named thing that it is.
pub type EntityOf = Arc<[Box<[u32]>]>;

/// Articles that tell of the same events. Indices of articles mean positions in `readings`.
#[derive(Clone, Debug)]
pub struct Story {
    /// The articles, by day of publication, then by path; days resolved as far as the story allows.
    pub readings: Vec<Arc<Reading>>,
    /// The named things, in order of first mention.
    pub entities: Arc<[LinkedEntity]>,
    /// For every article and each of its entities the index into `entities`.
    pub entity_of: EntityOf,
    /// For every article the first one that prints the same wire copy; itself where it is a witness of its own.
    pub witness: Vec<u32>,
    /// Readings as they came, with what became of them when the story gave them a day.
    redated: Vec<(Arc<Reading>, Arc<Reading>)>,
}

/// Gives readings a day of publication, each only once as long as neither changes.
struct Redater<'a> {
    previous: &'a [(Arc<Reading>, Arc<Reading>)],
    redated: Vec<(Arc<Reading>, Arc<Reading>)>,
}

impl Redater<'_> {
    fn redate(&mut self, reading: &mut Arc<Reading>, published: Published) {
        let known = |(source, dated): &&(Arc<Reading>, Arc<Reading>)| {
            Arc::ptr_eq(source, reading) && dated.published.as_ref() == Some(&published)
        };
        let dated = match self.previous.iter().find(known) {
            Some((_, dated)) => Arc::clone(dated),
            None => Arc::new(dates::redate(reading, published)),
        };
        self.redated.push((std::mem::replace(reading, Arc::clone(&dated)), dated));
    }
}

impl Story {
    /// The story of these readings, in whatever order they come.
    pub fn of(readings: Vec<Arc<Reading>>) -> Self {
        Self::after(readings, None)
    }

    /// The same, where `previous`, an earlier state of the story, spares dating again what it dated so already.
    pub fn after(mut readings: Vec<Arc<Reading>>, previous: Option<&Story>) -> Self {
        let mut redater = Redater { previous: previous.map_or(&[], |p| &p.redated), redated: Vec::new() };
        readings.sort_by(|a, b| a.article.path.cmp(&b.article.path));
        set_years(&mut readings, &mut redater);
        date_the_undated(&mut readings, &mut redater);
        readings.sort_by_cached_key(|r| {
            (r.published.as_ref().map_or(Date::MAX, |p| p.date), r.article.path.clone())
        });
        let witness = witnesses(&readings);
        let (entities, entity_of) = match previous.filter(|p| entities::are_same(&readings, &p.readings)) {
            Some(previous) => (Arc::clone(&previous.entities), Arc::clone(&previous.entity_of)),
            None => entities::link(&readings),
        };
        Story { readings, entities, entity_of, witness, redated: redater.redated }
    }

    /// Whether another story has the same named things in the same articles, by index.
    pub fn has_cast_of(&self, other: &Story) -> bool {
        Arc::ptr_eq(&self.entities, &other.entities)
            || self.entities == other.entities && self.entity_of == other.entity_of
    }

    /// For every named thing what it is called in every story of a run for the same kind and name: `person:kyrylo-budanov`.
    pub fn ids(&self) -> Vec<String> {
        entities::ids(&self.entities)
    }

    /// The named thing of the story that an article's entity is.
    pub fn linked(&self, article: usize, entity: u32) -> &LinkedEntity {
        &self.entities[self.entity_of[article][entity as usize] as usize]
    }

    /// The day on which an article was published.
    pub fn day(&self, article: u32) -> Option<Date> {
        self.readings[article as usize].published.as_ref().map(|p| p.date)
    }

    /// The days from the publication of one article to that of another, where both are known.
    pub fn days_between(&self, first: u32, second: u32) -> Option<i32> {
        Some((self.day(second)? - self.day(first)?).get_days())
    }

    /// The outlet of an article.
    pub fn outlet(&self, article: u32) -> &str {
        self.readings[article as usize].article.outlet()
    }
}

/// Sets datelines without a year right where the story runs in another one than the article alone led to.
fn set_years(readings: &mut [Arc<Reading>], redater: &mut Redater) {
    let by_dateline = |r: &Arc<Reading>| r.published.as_ref().is_some_and(|p| p.from == DateFrom::Dateline);
    if !readings.iter().any(by_dateline) {
        return;
    }
    let known = readings.to_vec();
    for (i, reading) in readings.iter_mut().enumerate().filter(|(_, r)| by_dateline(r)) {
        let others: Vec<&Reading> =
            known.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, r)| &**r).collect();
        if let Some(published) = dates::dateline_in_story(reading, &others) {
            redater.redate(reading, published);
        }
    }
}

/// Gives articles without a day of their own the one that the others of the story point to. An article dated so helps to date
/// the next: rounds go on until one dates none. Each round starts from the same readings for all, so that their order is nothing.
fn date_the_undated(readings: &mut [Arc<Reading>], redater: &mut Redater) {
    loop {
        let known = readings.to_vec();
        let mut dated = false;
        for (i, reading) in readings.iter_mut().enumerate().filter(|(_, r)| r.published.is_none()) {
            let others: Vec<&Reading> =
                known.iter().enumerate().filter(|&(j, _)| j != i).map(|(_, r)| &**r).collect();
            if let Some(published) = dates::from_story(reading, &others) {
                redater.redate(reading, published);
                dated = true;
            }
        }
        if !dated {
            return;
        }
    }
}

/// The share of content words from which on two articles print the same copy. Rewritten agency copy keeps less.
const SAME_COPY: f32 = 0.8;

/// For every article the first that prints the same wire copy. Two statements of one text are one witness.
fn witnesses(readings: &[Arc<Reading>]) -> Vec<u32> {
    let mut witness: Vec<u32> = Vec::with_capacity(readings.len());
    for (i, reading) in (0u32..).zip(readings) {
        let copied = (0..i).find(|&j| witness[j as usize] == j && same_copy(reading, &readings[j as usize]));
        witness.push(copied.unwrap_or(i));
    }
    witness
}

fn same_copy(a: &Reading, b: &Reading) -> bool {
    let (less, more) = (a.words.len().min(b.words.len()), a.words.len().max(b.words.len()));
    if (less as f32) < SAME_COPY * more as f32 {
        return false;
    }
    let mut rest = b.words.iter().map(|w| w.stem).peekable();
    let shared = a.words.iter().filter(|w| {
        while rest.next_if(|&stem| stem < w.stem).is_some() {}
        rest.peek() == Some(&w.stem)
    });
    shared.count() as f32 >= SAME_COPY * more as f32
}
