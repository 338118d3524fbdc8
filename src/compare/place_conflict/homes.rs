//! The homes that two articles give one person: one with a name, one without whose age is told, or the only one of whom an article
//! tells what the other tells of theirs.

use std::collections::BTreeMap;

use crate::extract::names::identity::Sex;
use crate::extract::names::places;
use crate::extract::{Participant, Site, SiteKind};

use super::super::events::{Happenings, Side, Telling};
use super::{Names, different};

/// Somebody's home with its telling.
#[derive(Clone, Copy)]
struct Home<'a> {
    telling: Telling<'a>,
    site: &'a Site,
    who: Option<&'a Participant>,
}

impl<'a> Home<'a> {
    /// The person as the story knows them.
    fn person(&self, h: &Happenings) -> Option<u32> {
        let entity = self.who?.entity?;
        Some(h.story.entity_of[self.telling.article as usize][entity as usize])
    }

    fn sex(&self) -> Sex {
        self.who.map_or(Sex::Unknown, |who| who.sex)
    }
}

/// The pairs of homes that clash.
pub(super) fn find<'a>(h: &Happenings<'a>, names: &Names) -> Vec<(Side<'a>, Side<'a>)> {
    let homes: Vec<Home> = h
        .all()
        .filter_map(|&telling| {
            let site = telling.sites().iter().find(|s| s.kind == SiteKind::Home)?;
            Some(Home { telling, site, who: telling.parts().first() })
        })
        .collect();
    let mut of_one: BTreeMap<Link, Vec<Home>> = BTreeMap::new();
    for &home in &homes {
        for link in links(h, &homes, &home) {
            of_one.entry(link).or_default().push(home);
        }
    }
    let mut pairs = Vec::new();
    for all in of_one.values() {
        for (i, a) in all.iter().enumerate() {
            let article = a.telling.article;
            let is_open = |b: u32| b != article && !h.is_kept(article, b);
            let others = all[i + 1..].iter().filter(|b| is_open(b.telling.article));
            pairs.extend(others.filter(|b| apart(h, names, a, b)).map(|b| (side(a), side(b))));
        }
    }
    pairs
}

fn side<'a>(home: &Home<'a>) -> Side<'a> {
    Side { telling: home.telling, span: home.site.span }
}

/// By what two homes can be those of one person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    /// The person, as the story knows them.
    Person(u32),
    /// Their age.
    Age(u32),
    /// What is told of them.
    Told(u32),
}

/// All of a home's. An age and what is told of somebody tie only homes of which an article has no second like it.
fn links(h: &Happenings, homes: &[Home], home: &Home) -> Vec<Link> {
    let here = || homes.iter().filter(|o| o.telling.article == home.telling.article);
    let alone =
        |like: &dyn Fn(&Home) -> bool| here().filter(|o| like(o)).all(|o| o.site.name == home.site.name);
    let mut links: Vec<Link> = home.person(h).map(Link::Person).into_iter().collect();
    if let Some(age) = home.site.number.filter(|_| alone(&|o| o.site.number == home.site.number)) {
        links.push(Link::Age(age));
    }
    if home.telling.event.known && alone(&|_| true) {
        links.push(Link::Told(home.telling.event.kind));
    }
    links
}

/// Whether two homes cannot be of one place, though they are of one person.
fn apart(h: &Happenings, names: &Names, a: &Home, b: &Home) -> bool {
    let (x, y) = (a.site, b.site);
    let other_person = match (a.person(h), b.person(h)) {
        (Some(p), Some(q)) => p != q,
        _ => a.sex().opposes(b.sex()) || x.number.zip(y.number).is_some_and(|(m, n)| m != n),
    };
    // A part of a large city stands in no list, the city does.
    let part = places::find(&x.name).is_some() != places::find(&y.name).is_some();
    // One comes from one town and lives in another.
    let both = (&*x.sort, &*y.sort) == ("from", "lives") || (&*x.sort, &*y.sort) == ("lives", "from");
    !other_person
        && !part
        && !both
        && different(x, y)
        && !names.has(&a.telling, y)
        && !names.has(&b.telling, x)
}
