//! `place-conflict`: the same event at another place, neither containing the other, another place of a sort of which each report has
//! one, or a place under another name with which it is mixed up.
//!
//! Only places of one kind are held against each other: streets with streets, sides with sides, towns with towns, arenas with arenas.
//! Silent where an article knows of both places, where one holds the other, and where it names none of its kind or several.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::names::places;
use crate::extract::{EntityKind, Reading, Role, Site, SiteKind};

use super::clashes::Clash;
use super::events::{Happenings, SAME, Side, Telling, findings, shares_thing};
use super::{Code, Finding, Place, likeness};

mod homes;
mod printed;
mod siblings;
mod sole;
#[cfg(test)]
mod tests;

/// The places of a story that clash, and what was asked of its names.
pub fn clashes(happenings: &Happenings) -> (Vec<Clash>, Names) {
    let names = Names::of(happenings);
    if let Some(kept) = happenings.kept_whole(|before| &before.places) {
        return (kept, names);
    }
    let mut pairs = printed::find(happenings);
    pairs.extend(homes::find(happenings, &names));
    let lone = Lone::of(happenings);
    for kind in happenings.kinds() {
        for (a, b) in happenings.pairs(kind) {
            pairs.extend(apart(happenings, &lone, &names, kind, a, b));
        }
    }
    (happenings.clashes(&pairs, |before| &before.places), names)
}

/// The places of a story that one article calls otherwise than another, whatever happens there.
pub fn mixed_up(happenings: &Happenings, names: &Names) -> Vec<[Place; 2]> {
    let before = happenings.kept().map_or(&[][..], |before| &before.mixed_up);
    let kept = before.iter().filter(|[a, b]| happenings.is_kept(a.article, b.article));
    let mut pairs: Vec<[Place; 2]> = kept.copied().collect();
    pairs.extend(siblings::pairs(happenings, names));
    pairs.extend(sole::pairs(happenings, names));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The findings on places of a story.
pub fn find(happenings: &Happenings, clashes: &[Clash], mixed_up: &[[Place; 2]]) -> Vec<Finding> {
    let mut found = findings(happenings.story, Code::PlaceConflict, clashes, |_| String::new());
    let taken: Vec<Place> = found.iter().map(|f| f.at).collect();
    let is_taken = |at: Place| taken.iter().any(|t| t.article == at.article && t.span.overlaps(at.span));
    found.extend(siblings::find(happenings.story, mixed_up).into_iter().filter(|f| !is_taken(f.at)));
    found
}

/// By article, kind and sort the only place of it that an article tells of; `None` where there are several.
struct Lone<'a>(FxHashMap<(u32, SiteKind, &'a str), Option<&'a str>>);

impl<'a> Lone<'a> {
    fn of(h: &Happenings<'a>) -> Self {
        let mut lone: FxHashMap<_, Option<&str>> = FxHashMap::default();
        for telling in h.all() {
            for site in telling.sites() {
                let known = lone.entry((telling.article, site.kind, &*site.sort)).or_insert(Some(&site.name));
                *known = known.filter(|name| *name == &*site.name);
            }
        }
        Lone(lone)
    }

    /// Whether an article tells of no second place of the kind of this one.
    fn holds(&self, article: u32, site: &Site) -> bool {
        self.0.get(&(article, site.kind, &*site.sort)).is_some_and(Option::is_some)
    }
}

/// The one place of its kind that an event gives; `sort` tells kinds of venues apart.
fn only<'a>(t: &Telling<'a>, kind: SiteKind, sort: Option<&str>) -> Option<&'a Site> {
    let fits = |s: &&Site| s.kind == kind && sort.is_none_or(|sort| *s.sort == *sort);
    let mut of_kind = t.sites().iter().filter(fits);
    let first = of_kind.next()?;
    of_kind.next().is_none().then_some(first)
}

/// The places that two events give of one kind, each the only one of it.
fn of_one_kind<'a>(a: &Telling<'a>, b: &Telling<'a>) -> Option<(&'a Site, &'a Site)> {
    use SiteKind::{Bearing, District, Hospital, Road, Side, Street, Town, Venue};
    let pair = |kind, sort| Some((only(a, kind, sort)?, only(b, kind, sort)?));
    let sorted = || {
        let sorts = a.sites().iter().filter(|s| matches!(s.kind, Venue | District));
        sorts.filter_map(|s| pair(s.kind, Some(&s.sort))).find(|(x, y)| different(x, y))
    };
    let of = |kinds: [SiteKind; 3]| kinds.into_iter().find_map(|kind| pair(kind, None));
    of([Bearing, Side, Hospital])
        .or_else(sorted)
        .or_else(|| of([Town, Street, Road]))
        .or_else(|| crossing(a, b))
}

/// The streets that cross one and the same street in two events, where these are not one.
fn crossing<'a>(a: &Telling<'a>, b: &Telling<'a>) -> Option<(&'a Site, &'a Site)> {
    let streets = |t: &Telling<'a>| t.sites().iter().filter(|s| s.kind == SiteKind::Street);
    let same = |x: &Site, y: &Site| same_name(x, y) && x.sort == y.sort;
    let other = |here: &Telling<'a>, there: &Telling<'a>| {
        let mut others = streets(here).filter(|x| !streets(there).any(|y| same(x, y)));
        others.next().filter(|_| others.next().is_none() && streets(here).count() == 2)
    };
    other(a, b).zip(other(b, a))
}

fn apart<'a>(
    h: &Happenings<'a>,
    lone: &Lone,
    names: &Names,
    kind: &[Telling<'a>],
    a: &Telling<'a>,
    b: &Telling<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    use SiteKind::{Bearing, District, Hospital, Road, Side as OneSide, Street, Town, Venue};
    let (x, y) = of_one_kind(a, b)?;
    let same_day = match (a.days(), b.days()) {
        (Some((_, p)), Some((_, q))) if p.overlaps(&q) => 0.3,
        (Some(_), Some(_)) => return None,
        _ => 0.0,
    };
    let renumbered = x.sort == y.sort
        && same_name(x, y)
        && matches!((x.number, y.number), (Some(m), Some(n)) if m != n && !in_block(m, n));
    let several = a.event.several || b.event.several;
    let clash = match x.kind {
        Bearing | OneSide => opposite(x, y),
        Road => renumbered,
        Street => renumbered || different(x, y),
        Town if !a.event.known && !undergoes(a, b) => false,
        // Of several people some do it here and others there.
        Town if several && !shares_thing(a, b) => false,
        // Where no happening is named, each district has its own.
        District if a.event.kind == 0 => false,
        _ => different(x, y),
    };
    if !clash || !matches!(x.kind, Bearing | OneSide) && others(a, b, several) {
        return None;
    }
    let alone = if lone.holds(a.article, x) && lone.holds(b.article, y) { 0.2 } else { 0.0 };
    let support = match x.kind {
        Bearing | OneSide if x.number.is_some() && x.number == y.number => 0.7,
        Bearing | OneSide => 0.5,
        Road => 0.5,
        Street if renumbered => 0.5,
        Street if several => 0.0,
        Street => alone,
        Hospital => 0.35,
        Venue | District if several => 0.0,
        Venue | District => 0.35 + alone,
        // One thing, not one of several people, has one place.
        Town if shares_thing(a, b) => 0.25,
        _ => 0.0,
    };
    let likeness = h.likeness(kind, a, b)? + support + same_day;
    let side = |t: &Telling<'a>, site: &Site| Side { telling: *t, span: site.span };
    let told = |site: &'a Site| {
        move |t: &Telling| {
            t.sites().iter().any(|s| {
                s.kind == site.kind
                    && s.compass == site.compass
                    && s.number == site.number
                    && same_name(s, site)
            })
        }
    };
    // What an article tells or names somewhere it knows; asked last, since it goes through all of it.
    let untold = || !Happenings::knows(kind, a, b, told(y)) && !Happenings::knows(kind, b, a, told(x));
    let by_name = matches!(x.kind, Town | Hospital | Venue | District) || x.kind == Street && !renumbered;
    let unnamed = || !by_name || !names.has(a, y) && !names.has(b, x);
    (likeness >= SAME && untold() && unnamed()).then(|| (side(a, x), side(b, y)))
}

/// Whether one number is of the block in which the other stands: the 1400 block, 1418.
fn in_block(m: u32, n: u32) -> bool {
    m / 100 == n / 100 && (m.is_multiple_of(100) || n.is_multiple_of(100))
}

/// Whether others take part in one event than in the other: a coach in one, a lorry in the other; of several it has to be said that
/// they are the same.
fn others(a: &Telling, b: &Telling, several: bool) -> bool {
    let keys = |t: &Telling| {
        t.parts().iter().filter(|p| p.key != 0 && p.entity.is_none()).map(|p| p.key).collect::<Vec<_>>()
    };
    let named = |t: &Telling| t.parts().iter().any(|p| p.entity.is_some());
    let (mine, theirs) = (keys(a), keys(b));
    let told = several || !mine.is_empty() && !theirs.is_empty();
    told && !named(a) && !named(b) && !mine.iter().any(|key| theirs.contains(key))
}

/// How much a noun has to tell, from 1 to 100, so that two tellings of it speak of one thing: `factory`, not `people`.
const TELLING: u8 = 40;

/// Whether the same is done to one thing in both, so that it has one place: `will build the factory in`.
fn undergoes(a: &Telling, b: &Telling) -> bool {
    let things = |t: &Telling| {
        let parts =
            t.parts().iter().filter(|p| p.role == Role::Undergoer && p.weight >= TELLING && !p.person);
        parts.map(|p| p.key).collect::<Vec<_>>()
    };
    let theirs = things(b);
    things(a).iter().any(|key| theirs.contains(key))
}

/// The same place seen from points of the compass at least a quarter turn apart.
fn opposite(x: &Site, y: &Site) -> bool {
    let (Some(p), Some(q)) = (x.compass, y.compass) else { return false };
    let turn = p.abs_diff(q).min(8 - p.abs_diff(q).min(8));
    turn >= 2 && x.sort == y.sort && same_name(x, y)
}

/// Two names of one place, a letter's slip in each word allowed.
fn same_name(x: &Site, y: &Site) -> bool {
    let close = |p: &str, q: &str| p == q || p.chars().count() > 3 && likeness::is_close(p, q);
    let words = |site: &'_ Site| site.name.split(' ').count();
    match words(x) == words(y) {
        true => x.name.split(' ').zip(y.name.split(' ')).all(|(p, q)| close(p, q)),
        false => close(&x.name, &y.name),
    }
}

/// Two places of which neither holds the other.
fn different(x: &Site, y: &Site) -> bool {
    let (p, q) = (x.name.as_ref(), y.name.as_ref());
    let alias = || places::find(p).zip(places::find(q)).is_some_and(|(p, q)| p == q);
    !same_name(x, y) && places::are_apart(p, q) && !alias()
}

/// What the articles of a story name, each asked once, however often one beside it is edited.
#[derive(Clone, Default, Debug)]
pub struct Names(Vec<Arc<Asked>>);

/// What was asked of one article.
#[derive(Default, Debug)]
struct Asked {
    names: OnceLock<Vec<String>>,
    places: OnceLock<Vec<siblings::Named>>,
    soles: OnceLock<Vec<sole::Sole>>,
}

impl Names {
    /// The names of a story, those of articles that are as they were from the comparison before.
    fn of(h: &Happenings) -> Self {
        let before = h.kept().map_or(&[][..], |clashes| &clashes.names.0);
        let name = |article: u32| {
            let before = before.get(article as usize).filter(|_| h.is_kept(article, article));
            before.map(Arc::clone).unwrap_or_default()
        };
        Names((0..h.story.readings.len() as u32).map(name).collect())
    }

    /// Whether the article of a telling names a place, whatever for.
    fn has(&self, t: &Telling, site: &Site) -> bool {
        let names = self.0[t.article as usize].names.get_or_init(|| named(t.reading).collect());
        names.iter().any(|name| name.contains(&*site.name))
    }

    /// What an article names that says by itself what sort of place it is.
    fn places(&self, story: &Story, article: u32) -> &[siblings::Named] {
        let all = || siblings::Named::all(&story.readings[article as usize]);
        self.0[article as usize].places.get_or_init(all)
    }

    /// The places of an article of which it tells no second one of the sort.
    fn soles(&self, story: &Story, article: u32) -> &[sole::Sole] {
        let all = || sole::Sole::all(&story.readings[article as usize]);
        self.0[article as usize].soles.get_or_init(all)
    }
}

/// What an article names beside people, as sites are named.
fn named(reading: &Reading) -> impl Iterator<Item = String> {
    let named = reading.entities.iter().filter(|e| e.kind != EntityKind::Person);
    named.map(|e| places::comparable(&e.name))
}
