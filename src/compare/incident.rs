//! The one happening that a story is about, as each article tells it: the accident, the crime, the quake.
//!
//! Articles of one story name it with many words (`a shooting`, `it happened`, `shots rang out`, `officers were called`), so that
//! happenings of one kind never meet. What an article tells of it first is its own account of the day and the hour; two accounts
//! are of one happening where their kinds go together and the articles share names.

use std::cell::OnceCell;

use crate::corpus::Story;
use crate::extract::names::places;
use crate::extract::{Clock, Grain, Outlook, SiteKind, Turn, events};

use super::events::{Happenings, Telling, telling_names};

/// What one article tells of its incident.
pub struct Account<'a> {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// All its tellings that go with the first, in order.
    pub tellings: Vec<Telling<'a>>,
    /// The kind of the first that names one; several words leave it open.
    kind: Option<u32>,
    story: &'a Story,
    /// The named things of the article, once they have been asked for.
    names: OnceCell<Vec<u32>>,
}

impl<'a> Account<'a> {
    fn names(&self) -> &[u32] {
        self.names.get_or_init(|| telling_names(self.story, self.article))
    }

    /// The first telling that gives a single day. Far from the lead, people may have been killed and hurt on any.
    pub fn day(&self) -> Option<Telling<'a>> {
        self.tellings
            .iter()
            .copied()
            .filter(|t| t.event.lead || t.event.display || !is_open(t.event.kind))
            .find(|t| t.days().is_some_and(|(_, days)| days.grain == Grain::Day && days.first == days.last))
    }

    /// The first telling that gives an hour, with the hour, where it is of the day of the first.
    pub fn hour(&self) -> Option<(Telling<'a>, Clock)> {
        let day = self.day().and_then(|t| t.days()).map(|d| d.1);
        self.tellings.iter().copied().find_map(|t| {
            let other = t.days().zip(day).is_some_and(|((_, x), y)| !x.overlaps(&y));
            Some((t, *t.clocks().first()?)).filter(|_| !other)
        })
    }
}

/// The account of every article of a story that has one, in order.
pub fn accounts<'a>(h: &Happenings<'a>) -> Vec<Account<'a>> {
    let mut all: Vec<Telling<'a>> = h
        .all()
        .copied()
        .filter(|t| matches!(t.event.turn, Turn::Incident | Turn::Call))
        .filter(|t| !t.event.further && !t.event.moved && t.outlook() != Outlook::Ahead)
        .collect();
    all.sort_by_key(|t| (t.article, t.event.at));
    all.chunk_by(|a, b| a.article == b.article).filter_map(|told| account(h, told)).collect()
}

fn account<'a>(h: &Happenings<'a>, told: &[Telling<'a>]) -> Option<Account<'a>> {
    let kind = told.iter().find(|t| t.event.turn == Turn::Incident && !is_open(t.event.kind));
    let kind = kind.map(|t| t.event.kind);
    let fits =
        |t: &&Telling| is_open(t.event.kind) || t.event.turn == Turn::Call || Some(t.event.kind) == kind;
    let tellings: Vec<Telling> = told.iter().filter(fits).copied().collect();
    let article = tellings.first()?.article;
    Some(Account { article, tellings, kind, story: h.story, names: OnceCell::new() })
}

/// Whether words of a kind tell of any incident: people are killed and hurt in all of them.
fn is_open(kind: u32) -> bool {
    kind == events::any_incident() || events::is_harm(kind)
}

/// Whether two accounts tell of one incident: of one kind, by articles that share a name at least; two names where a kind is open.
pub fn same(a: &Account, b: &Account) -> bool {
    let needed = match (a.kind, b.kind) {
        (Some(x), Some(y)) if x != y => return false,
        (Some(_), Some(_)) => 1,
        _ => 2,
    };
    a.names().iter().filter(|name| b.names().binary_search(name).is_ok()).count() >= needed
}

/// Whether each of two tellings names towns and none is the other's.
pub fn towns_apart<'a>(a: &Telling<'a>, b: &Telling<'a>) -> bool {
    let towns = |t: &Telling<'a>| t.sites().iter().filter(|s| s.kind == SiteKind::Town);
    let apart = towns(a).all(|p| towns(b).all(|q| places::are_apart(&p.name, &q.name)));
    apart && towns(a).next().is_some() && towns(b).next().is_some()
}
