//! An article becomes a reading: figures, dates, names, quotes, speakers and claims. Pure functions: text in, plain structs out.

use std::borrow::Cow;
use std::sync::Arc;

use crate::text::{Article, Kept};

use meanings::Meanings;

pub mod ages;
mod claim;
pub mod claims;
pub mod cover;
pub mod dates;
mod day;
mod event;
pub mod events;
mod figure;
pub mod figures;
pub mod lists;
pub mod meanings;
mod mention;
pub mod names;
pub mod quoted;
mod short;
pub mod speakers;
mod speech;
mod stages;
pub mod statements;
pub mod superlatives;
pub mod words;

pub use ages::{Age, Birth, Tie, Whose, look_alike};
pub use claim::{Anchor, Aspect, Claim, ContextWord, Frame, Reach, Scope, State};
pub use day::{DateMention, Days, Grain};
pub use event::{
    Bound, Clock, DayPart, Event, Outlook, Participant, Purpose, Role, Site, SiteKind, Spot, Turn, Zone,
};
pub use figure::{Figure, Hedge, Leaning, Unit, Value};
pub use lists::{Lists, Run};
pub use mention::{Entity, EntityKind, Form, Mention};
pub use short::Short;
pub use speech::{Attribution, AttributionKind, Quote, Speaker, Stance};
pub use stages::{portion, read_all};
pub use statements::{Notion, Polarity, Statement};

/// The day of publication and where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// The day.
    pub date: jiff::civil::Date,
    /// Where it comes from.
    pub from: crate::text::DateFrom,
    /// Why, where it was worked out: `named as “Thursday 24 October” in the text`.
    pub why: Option<Box<str>>,
}

/// All that was read out of one article.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The article.
    pub article: Arc<Article>,
    /// The day of publication, as far as this article alone tells.
    pub published: Option<Published>,
    /// Figures, in order.
    pub figures: Vec<Figure>,
    /// Dates, in order.
    pub dates: Vec<DateMention>,
    /// Named things, in order of first mention.
    pub entities: Vec<Entity>,
    /// Quotes, in order.
    pub quotes: Vec<Quote>,
    /// For every quote the hashes of the stems of its content words, sorted.
    pub quoted: Vec<Box<[u32]>>,
    /// Things said, in order.
    pub attributions: Vec<Attribution>,
    /// What sentences say is so and is not, in order.
    pub statements: Vec<Statement>,
    /// One claim a figure, in the order of the figures.
    pub claims: Vec<Claim>,
    /// Ages, each with whose it is, in order.
    pub ages: Vec<Age>,
    /// Days and years of birth, in order.
    pub births: Vec<Birth>,
    /// What happened when and where, in order.
    pub events: Vec<Event>,
    /// Places named with a word for what they are, whatever for, in order.
    pub spots: Vec<Spot>,
    /// Words that call a thing the first, the only or the most of its kind, in order.
    pub superlatives: Vec<crate::text::Span>,
    /// The content words, sorted by stem.
    pub words: Vec<words::Word>,
    /// The short lists of claims, statements and events.
    pub lists: Lists,
}

/// Reads an article. Never fails; the same article always gives the same reading.
pub fn read(article: Arc<Article>) -> Reading {
    stages::read_one(&article, Draft::default()).0
}

/// What was found out about the words of an article that somebody is writing, for its next reading.
#[derive(Default, Debug)]
pub struct Draft {
    parse: Kept,
    meanings: Meanings,
}

impl Draft {
    /// Reads the article as it is now. The reading is the same as [`read`] gives; what has not changed costs less.
    pub fn read(&mut self, article: Arc<Article>) -> Reading {
        let (reading, draft) = stages::read_one(&article, std::mem::take(self));
        *self = draft;
        reading
    }
}

impl Reading {
    /// An article of which nothing has been read.
    fn unread(article: Arc<Article>) -> Self {
        Reading {
            article,
            published: None,
            figures: Vec::new(),
            dates: Vec::new(),
            entities: Vec::new(),
            quotes: Vec::new(),
            quoted: Vec::new(),
            attributions: Vec::new(),
            statements: Vec::new(),
            claims: Vec::new(),
            ages: Vec::new(),
            births: Vec::new(),
            events: Vec::new(),
            spots: Vec::new(),
            superlatives: Vec::new(),
            words: Vec::new(),
            lists: Lists::default(),
        }
    }

    /// Who makes a claim, the innermost speaker; `None` where the outlet itself does.
    pub fn speaker(&self, claim: &Claim) -> Option<&Speaker> {
        self.lists.speakers[claim.by].first()
    }

    /// The name of one of its speakers.
    pub fn name_of(&self, speaker: &Speaker) -> Cow<'_, str> {
        speaker.name(&self.entities, &self.article)
    }

    /// Whose age a claim gives.
    pub fn whose(&self, claim: &Claim) -> Option<Whose> {
        let figure = self.figures.get(claim.figure as usize)?;
        let at = self.ages.binary_search_by_key(&figure.span, |age| age.span).ok()?;
        Some(self.ages[at].whose)
    }

    /// Gives back the room that lists were made with and did not fill: a reading is kept for as long as its article.
    fn shrink(&mut self) {
        self.figures.shrink_to_fit();
        self.dates.shrink_to_fit();
        self.entities.shrink_to_fit();
        self.quotes.shrink_to_fit();
        self.attributions.shrink_to_fit();
        self.statements.shrink_to_fit();
        self.ages.shrink_to_fit();
        self.births.shrink_to_fit();
        self.events.shrink_to_fit();
        self.spots.shrink_to_fit();
        self.superlatives.shrink_to_fit();
        self.words.shrink_to_fit();
        self.lists.shrink();
    }
}

#[cfg(test)]
mod tests;
