//! `place-conflict`: the same event at another place, neither containing the other.
//!
//! Only places of one kind are held against each other: streets with streets, sides with sides, towns with towns. Silent where an
//! article knows of both places, where one holds the other, and where it names none of its kind or several.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::extract::names::places;
use crate::extract::{EntityKind, Reading, Site, SiteKind};

use super::events::{Happenings, SAME, Side, Telling, findings, shares_thing};
use super::{Code, Finding, likeness};

/// The findings on places of a story.
pub fn find(happenings: &Happenings) -> Vec<Finding> {
    let names = Names(happenings.story.readings.iter().map(|_| OnceCell::new()).collect());
    let mut pairs = printed(happenings);
    pairs.extend(homes(happenings, &names));
    for kind in happenings.kinds() {
        for (a, b) in Happenings::pairs(kind) {
            pairs.extend(apart(happenings, &names, kind, a, b));
        }
    }
    findings(happenings.story, Code::PlaceConflict, &pairs, |_| String::new())
}

/// The one place of its kind that an event gives.
fn only<'a>(t: &Telling<'a>, kind: SiteKind) -> Option<&'a Site> {
    let mut of_kind = t.sites().iter().filter(|s| s.kind == kind);
    let first = of_kind.next()?;
    of_kind.next().is_none().then_some(first)
}

fn apart<'a>(
    h: &Happenings,
    names: &Names,
    kind: &[Telling<'a>],
    a: &Telling<'a>,
    b: &Telling<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    use SiteKind::{Bearing, Hospital, Road, Side as OneSide, Street, Town};
    let (x, y) = [Bearing, OneSide, Hospital, Town, Street, Road]
        .into_iter()
        .find_map(|kind| Some((only(a, kind)?, only(b, kind)?)))?;
    let same_day = match (a.days(), b.days()) {
        (Some((_, p)), Some((_, q))) if p.overlaps(&q) => 0.3,
        (Some(_), Some(_)) => return None,
        _ => 0.0,
    };
    let clash = match x.kind {
        Bearing | OneSide => opposite(x, y),
        Street | Road => {
            x.sort == y.sort
                && same_name(x, y)
                && matches!((x.number, y.number), (Some(m), Some(n)) if m != n && !in_block(m, n))
        }
        Town if !a.event.known => false,
        _ => different(x, y),
    };
    if !clash {
        return None;
    }
    let support = match x.kind {
        Bearing | OneSide if x.number.is_some() && x.number == y.number => 0.7,
        Bearing | OneSide => 0.5,
        Street | Road => 0.5,
        Hospital => 0.35,
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
    let unnamed = || !matches!(x.kind, Town | Hospital) || !names.has(a, y) && !names.has(b, x);
    (likeness >= SAME && untold() && unnamed()).then(|| (side(a, x), side(b, y)))
}

/// Whether one number is of the block in which the other stands: the 1400 block, 1418.
fn in_block(m: u32, n: u32) -> bool {
    m / 100 == n / 100 && (m.is_multiple_of(100) || n.is_multiple_of(100))
}

/// The same place seen from points of the compass at least a quarter turn apart.
fn opposite(x: &Site, y: &Site) -> bool {
    let (Some(p), Some(q)) = (x.compass, y.compass) else { return false };
    let turn = p.abs_diff(q).min(8 - p.abs_diff(q).min(8));
    turn >= 2 && x.sort == y.sort && same_name(x, y)
}

/// Two names of one place, a letter's slip allowed.
fn same_name(x: &Site, y: &Site) -> bool {
    x.name == y.name || x.name.chars().count() > 3 && likeness::is_close(&x.name, &y.name)
}

/// Two places of which neither holds the other.
fn different(x: &Site, y: &Site) -> bool {
    let (p, q) = (x.name.as_ref(), y.name.as_ref());
    !same_name(x, y) && places::are_apart(p, q)
}

/// What the articles of a story name, each asked once.
struct Names(Vec<OnceCell<Vec<String>>>);

impl Names {
    /// Whether the article of a telling names a place, whatever for.
    fn has(&self, t: &Telling, site: &Site) -> bool {
        let names = self.0[t.article as usize].get_or_init(|| named(t.reading).collect());
        names.iter().any(|name| name.contains(&*site.name))
    }
}

/// What an article names beside people, as sites are named.
fn named(reading: &Reading) -> impl Iterator<Item = String> {
    let places = reading.entities.iter().filter(|e| e.kind != EntityKind::Person);
    places.map(|e| match e.name.is_ascii() {
        true => e.name.to_ascii_lowercase(),
        false => deunicode::deunicode(&e.name).to_lowercase(),
    })
}

/// Sites that are told apart by their own words, whatever happens there: one name with two kinds (`Pine Street`, `Pine Avenue`;
/// `Lowell Regional`, `Lowell Memorial`), one house or road with two numbers of which one is a slip of the other. Each article
/// knows only its own.
fn printed<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let mut by_name: BTreeMap<(SiteKind, &str), Vec<(Telling<'a>, &'a Site)>> = BTreeMap::new();
    for telling in h.all() {
        for site in telling.sites() {
            if matches!(site.kind, SiteKind::Street | SiteKind::Hospital | SiteKind::Road) {
                by_name.entry((site.kind, &site.name)).or_default().push((*telling, site));
            }
        }
    }
    let mut pairs = Vec::new();
    for ((kind, name), all) in by_name {
        // Towns with numbered streets have numbered avenues too, and large ones several hospitals.
        let several = name.starts_with(|c: char| c.is_ascii_digit())
            || kind == SiteKind::Hospital && places::find(name).is_some();
        for (i, (a, x)) in all.iter().enumerate() {
            for (b, y) in all[i + 1..].iter().filter(|(b, _)| b.article != a.article) {
                let sorts = !several && other_sort(&all, (a, x), (b, y));
                if sorts || other_number(&all, (a, x), (b, y)) {
                    pairs.push((Side { telling: *a, span: x.span }, Side { telling: *b, span: y.span }));
                }
            }
        }
    }
    pairs
}

/// A site with the telling that gives it.
type Told<'t, 'a> = (&'t Telling<'a>, &'t Site);

/// Whether two sites of one name are of two kinds, and neither article knows the other's.
fn other_sort(all: &[(Telling, &Site)], (a, x): Told, (b, y): Told) -> bool {
    let knows =
        |article: u32, site: &Site| all.iter().any(|(t, s)| t.article == article && s.sort == site.sort);
    let named = |reading: &Reading, site: &Site| {
        let words = || site.name.split(' ').chain(site.sort.split(' '));
        site.kind == SiteKind::Hospital && named(reading).any(|name| words().all(|word| name.contains(word)))
    };
    x.sort != y.sort
        && !x.name.is_empty()
        && !x.sort.is_empty()
        && !y.sort.is_empty()
        && !knows(a.article, y)
        && !knows(b.article, x)
        && !named(a.reading, y)
        && !named(b.reading, x)
}

/// Whether two sites that are one but for their numbers have each its own, one a slip of the other. Several houses of a street
/// are those of neighbours.
fn other_number(all: &[(Telling, &Site)], (a, x): Told, (b, y): Told) -> bool {
    let only = |article: u32, site: &Site| {
        let here = all.iter().filter(|(t, s)| t.article == article && s.sort == site.sort);
        here.filter_map(|(_, s)| s.number).all(|n| Some(n) == site.number)
    };
    x.sort == y.sort
        && x.number.zip(y.number).is_some_and(|(m, n)| is_slip(m, n))
        && only(a.article, x)
        && only(b.article, y)
}

/// Whether one number may be a slip of the other: the same digits in another order. Round ones are of blocks.
fn is_slip(m: u32, n: u32) -> bool {
    let digits = |number: u32| {
        let mut digits = number.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    m != n && digits(m) == digits(n) && !m.is_multiple_of(100) && !n.is_multiple_of(100)
}

/// The homes that two articles give one person.
fn homes<'a>(h: &Happenings<'a>, names: &Names) -> Vec<(Side<'a>, Side<'a>)> {
    let mut by_person: BTreeMap<u32, Vec<(Telling<'a>, &'a Site)>> = BTreeMap::new();
    for telling in h.all() {
        let person = telling.parts().first().and_then(|p| p.entity);
        let home = telling.sites().iter().find(|s| s.kind == SiteKind::Home);
        if let Some((person, home)) = person.zip(home) {
            let linked = h.story.entity_of[telling.article as usize][person as usize];
            by_person.entry(linked).or_default().push((*telling, home));
        }
    }
    let mut pairs = Vec::new();
    for all in by_person.values() {
        for (i, (a, x)) in all.iter().enumerate() {
            for (b, y) in all[i + 1..].iter().filter(|(b, _)| b.article != a.article) {
                // A part of a large city stands in no list, the city does.
                let part = places::find(&x.name).is_some() != places::find(&y.name).is_some();
                if different(x, y) && !part && !names.has(a, y) && !names.has(b, x) {
                    pairs.push((Side { telling: *a, span: x.span }, Side { telling: *b, span: y.span }));
                }
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests;
