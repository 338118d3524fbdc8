//! `place-conflict`: the same event at another place, neither containing the other.
//!
//! Only places of one kind are held against each other: streets with streets, sides with sides, towns with towns. Silent where an
//! article knows of both places, where one holds the other, and where it names none of its kind or several.

use crate::extract::names::places;
use crate::extract::{EntityKind, Reading, Site, SiteKind};

use super::events::{Happenings, SAME, Side, Telling, findings, shares_thing};
use super::{Code, Finding};

/// The findings on places of a story.
pub fn find(happenings: &Happenings) -> Vec<Finding> {
    let mut pairs = streets(happenings);
    pairs.extend(hospitals(happenings));
    for kind in happenings.kinds() {
        for (a, b) in Happenings::pairs(kind) {
            pairs.extend(apart(happenings, kind, a, b));
        }
    }
    findings(happenings.story, Code::PlaceConflict, &pairs, |_| String::new())
}

/// The one place of its kind that an event gives.
fn only<'a>(t: &Telling<'a>, kind: SiteKind) -> Option<&'a Site> {
    let mut of_kind = t.event.sites.iter().filter(|s| s.kind == kind);
    let first = of_kind.next()?;
    of_kind.next().is_none().then_some(first)
}

fn apart<'a>(
    h: &Happenings,
    kind: &[Telling<'a>],
    a: &Telling<'a>,
    b: &Telling<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    use SiteKind::{Bearing, Home, Hospital, Side as OneSide, Street, Town};
    let (x, y) = [Bearing, OneSide, Home, Hospital, Town, Street]
        .into_iter()
        .find_map(|kind| Some((only(a, kind)?, only(b, kind)?)))?;
    let clash = match x.kind {
        Bearing | OneSide => opposite(x, y),
        Street => {
            x.sort == y.sort
                && same_name(x, y)
                && matches!((x.number, y.number), (Some(m), Some(n)) if m != n)
        }
        Town if !a.event.known => false,
        _ => different(x, y),
    };
    if !clash {
        return None;
    }
    let told = |site: &'a Site| {
        move |t: &Telling| {
            t.event.sites.iter().any(|s| {
                s.kind == site.kind
                    && same_name(s, site)
                    && s.compass == site.compass
                    && s.number == site.number
            })
        }
    };
    if Happenings::knows(kind, a, b, told(y)) || Happenings::knows(kind, b, a, told(x)) {
        return None;
    }
    let support = match x.kind {
        Bearing | OneSide if x.number.is_some() && x.number == y.number => 0.7,
        Bearing | OneSide => 0.5,
        Street => 0.5,
        Home | Hospital => 0.35,
        // One thing, not one of several people, has one place.
        Town if shares_thing(a, b) => 0.25,
        _ => 0.0,
    };
    let same_day = match (a.days(), b.days()) {
        (Some((_, p)), Some((_, q))) if p.overlaps(&q) => 0.3,
        (Some(_), Some(_)) => return None,
        _ => 0.0,
    };
    let likeness = h.likeness(kind, a, b)? + support + same_day;
    let side = |t: &Telling<'a>, site: &Site| Side { telling: *t, span: site.span };
    // What an article names somewhere it knows; asked last, since it goes through all names.
    let unknown =
        || !matches!(x.kind, Town | Home | Hospital) || !names(a.reading, y) && !names(b.reading, x);
    (likeness >= SAME && unknown()).then(|| (side(a, x), side(b, y)))
}

/// The same place seen from points of the compass at least a quarter turn apart.
fn opposite(x: &Site, y: &Site) -> bool {
    let (Some(p), Some(q)) = (x.compass, y.compass) else { return false };
    let turn = p.abs_diff(q).min(8 - p.abs_diff(q).min(8));
    turn >= 2 && x.sort == y.sort && same_name(x, y)
}

/// Two names of one place, a letter's slip allowed.
fn same_name(x: &Site, y: &Site) -> bool {
    x.name == y.name || x.name.chars().count() > 3 && strsim::jaro_winkler(&x.name, &y.name) >= 0.9
}

/// Two places of which neither holds the other.
fn different(x: &Site, y: &Site) -> bool {
    let (p, q) = (x.name.as_ref(), y.name.as_ref());
    !same_name(x, y) && !p.contains(q) && !q.contains(p) && !places::contains(p, q) && !places::contains(q, p)
}

/// Whether an article names a place, whatever for.
fn names(reading: &Reading, site: &Site) -> bool {
    let places = reading.entities.iter().filter(|e| e.kind != EntityKind::Person);
    places.map(|e| deunicode::deunicode(&e.name).to_lowercase()).any(|name| name.contains(&*site.name))
}

/// All sites of a kind in a story.
fn sites<'a>(h: &Happenings<'a>, kind: SiteKind) -> Vec<(Telling<'a>, &'a Site)> {
    h.all().flat_map(|t| t.event.sites.iter().filter(|s| s.kind == kind).map(|s| (*t, s))).collect()
}

/// One street's name with two kinds of street, where each article knows only its own: `Pine Street`, `Pine Avenue`; and one
/// house in it with two numbers of which one is a slip of the other.
fn streets<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let all = sites(h, SiteKind::Street);
    let same = |s: &Site, t: &Site| s.name == t.name && s.sort == t.sort;
    let knows = |article: u32, site: &Site| all.iter().any(|(t, s)| t.article == article && same(s, site));
    // Several houses of a street are those of neighbours.
    let only_house = |article: u32, site: &Site| {
        let here = all.iter().filter(|(t, s)| t.article == article && same(s, site));
        here.filter_map(|(_, s)| s.number).all(|n| Some(n) == site.number)
    };
    let mut pairs = Vec::new();
    for (i, (a, x)) in all.iter().enumerate() {
        for (b, y) in all[i + 1..].iter().filter(|(b, _)| b.article != a.article) {
            let sort = x.name == y.name && x.sort != y.sort && !is_number(&x.name);
            let sort = sort && !knows(a.article, y) && !knows(b.article, x);
            let house = || {
                same(x, y)
                    && x.number.zip(y.number).is_some_and(|(m, n)| is_slip(m, n))
                    && only_house(a.article, x)
                    && only_house(b.article, y)
            };
            if sort || house() {
                pairs.push((Side { telling: *a, span: x.span }, Side { telling: *b, span: y.span }));
            }
        }
    }
    pairs
}

/// Whether one house number may be a slip of the other: the same digits in another order. Round ones are of blocks.
fn is_slip(m: u32, n: u32) -> bool {
    let digits = |number: u32| {
        let mut digits = number.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    m != n && digits(m) == digits(n) && !m.is_multiple_of(100) && !n.is_multiple_of(100)
}

/// One hospital under two names that differ in what kind of hospital it is: `Lowell Regional Medical Center`, `Lowell Memorial
/// Hospital`. Towns that give their name to several hospitals are left alone, as far as they are known.
fn hospitals<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let all = sites(h, SiteKind::Hospital);
    let mut pairs = Vec::new();
    for (i, (a, x)) in all.iter().enumerate() {
        for (b, y) in all[i + 1..].iter().filter(|(b, _)| b.article != a.article) {
            let ((p, of), (q, other)) = (hospital(&x.name), hospital(&y.name));
            let apart = p == q && !p.is_empty() && !of.is_empty() && !other.is_empty() && of != other;
            if apart && !names(a.reading, y) && !names(b.reading, x) && places::find(&p).is_none() {
                pairs.push((Side { telling: *a, span: x.span }, Side { telling: *b, span: y.span }));
            }
        }
    }
    pairs
}

/// A hospital's own name, and the words that say what kind it is, those for any hospital left out.
fn hospital(name: &str) -> (String, Vec<&str>) {
    let kind = |word: &&str| {
        matches!(
            *word,
            "regional" | "memorial" | "general" | "community" | "county" | "university" | "district"
        )
    };
    let plain = |word: &&str| {
        matches!(*word, "hospital" | "medical" | "center" | "centre" | "clinic" | "infirmary" | "health")
    };
    let words = name.split(' ');
    let own: Vec<&str> = words.clone().filter(|w| !kind(w) && !plain(w)).collect();
    (own.join(" "), words.filter(kind).collect())
}

/// Towns with numbered streets have numbered avenues too.
fn is_number(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests;
