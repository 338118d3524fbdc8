//! `place-conflict`: the same event at another place, neither containing the other.
//!
//! Only places of one kind are held against each other: streets with streets, sides with sides, towns with towns. Silent where an
//! article knows of both places, where one holds the other, and where it names none of its kind or several.

use crate::extract::names::places;
use crate::extract::{EntityKind, Reading, Site, SiteKind};

use super::events::{Happenings, SAME, Side, Telling, findings};
use super::{Code, Finding};

/// The findings on places of a story.
pub fn find(happenings: &Happenings) -> Vec<Finding> {
    let mut pairs = streets(happenings);
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
        _ => different(a, x, b, y),
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
    if Happenings::knows(kind, a, told(y)) || Happenings::knows(kind, b, told(x)) {
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
    (likeness >= SAME).then(|| (side(a, x), side(b, y)))
}

/// Whether a thing takes part in both: the plant, the ferry.
fn shares_thing(a: &Telling, b: &Telling) -> bool {
    let things = |t: &Telling| {
        t.event.parts.iter().filter(|p| p.key != 0 && !p.person).map(|p| p.key).collect::<Vec<_>>()
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

/// Two names of one place, a letter's slip allowed.
fn same_name(x: &Site, y: &Site) -> bool {
    x.name == y.name || x.name.chars().count() > 3 && strsim::jaro_winkler(&x.name, &y.name) >= 0.9
}

/// Two places of which neither holds the other, and neither article names the other's at all.
fn different(a: &Telling, x: &Site, b: &Telling, y: &Site) -> bool {
    let (p, q) = (x.name.as_ref(), y.name.as_ref());
    !same_name(x, y)
        && !p.contains(q)
        && !q.contains(p)
        && !places::contains(p, q)
        && !places::contains(q, p)
        && !names(a.reading, y)
        && !names(b.reading, x)
}

/// Whether an article names a place, whatever for.
fn names(reading: &Reading, site: &Site) -> bool {
    let places = reading.entities.iter().filter(|e| e.kind != EntityKind::Person);
    places.map(|e| deunicode::deunicode(&e.name).to_lowercase()).any(|name| name.contains(&*site.name))
}

/// One street's name with two kinds of street, where each article knows only its own: `Pine Street`, `Pine Avenue`.
fn streets<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let all: Vec<(&Telling, &Site)> = h
        .all()
        .flat_map(|t| t.event.sites.iter().filter(|s| s.kind == SiteKind::Street).map(move |s| (t, s)))
        .collect();
    let knows = |article: u32, site: &Site| {
        all.iter().any(|(t, s)| t.article == article && s.name == site.name && s.sort == site.sort)
    };
    let mut pairs = Vec::new();
    for (i, (a, x)) in all.iter().enumerate() {
        for (b, y) in &all[i + 1..] {
            let clash = a.article != b.article && x.name == y.name && x.sort != y.sort;
            if clash && !is_number(&x.name) && !knows(a.article, y) && !knows(b.article, x) {
                pairs.push((Side { telling: **a, span: x.span }, Side { telling: **b, span: y.span }));
            }
        }
    }
    pairs
}

/// Towns with numbered streets have numbered avenues too.
fn is_number(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::events::tests::check as check_code;
    use super::Code;

    #[track_caller]
    fn check(first: &str, second: &str, expected: &str) {
        check_code(Code::PlaceConflict, first, second, expected);
    }

    #[test]
    fn streets() {
        check(
            "A man was shot at 412 Pine Street on Sunday.",
            "The man was shot at 412 Pine Avenue, police said.",
            "412 Pine Street | 412 Pine Avenue",
        );
        check(
            "Officers were called to Harbour Road after the crash.",
            "The crash happened on Harbour Lane.",
            "Harbour Road | Harbour Lane",
        );
        check(
            "A teenager was shot in the 1200 block of Cedar Street on Sunday.",
            "The teenager was shot on Sunday in the 2100 block of Cedar Street.",
            "1200 block of Cedar Street | 2100 block of Cedar Street",
        );
        check(
            "A man was shot on Pine Street.",
            "A man was shot near the corner of Pine Street and Oak Avenue.",
            "",
        );
        check("A car hit a tree on 5th Street.", "The car left 5th Avenue.", "");
        check(
            "He was shot on Pine Street and fled down Pine Avenue.",
            "The man was shot on Pine Avenue.",
            "",
        );
        check("Two were arrested at 9 Pine Street.", "A man was shot at 40 Pine Street.", "");
        check("A man was shot on N. Pine Street.", "A man was shot on Pine St. on Sunday.", "");
    }

    #[test]
    fn sides_and_bearings() {
        check(
            "The ferry sank off the west coast of Crete on Friday.",
            "The ferry went under off the east coast of Crete on Friday. It sank off the east coast of Crete.",
            "west coast of Crete | east coast of Crete",
        );
        check(
            "The quake had its epicentre 12 km north-east of Vigo.",
            "The quake struck 12 km north-west of Vigo.",
            "12 km north-east of Vigo | 12 km north-west of Vigo",
        );
        check("The quake struck 12 km north of Vigo.", "The quake struck 12 km north-east of Vigo.", "");
        check("The quake struck 12 km north of Vigo.", "The quake struck 40 km south of Lugo.", "");
        check(
            "The ferry sank off the west coast of Crete.",
            "A yacht was found off the east coast of Crete.",
            "",
        );
    }

    #[test]
    fn hospitals_and_homes() {
        check(
            "John Smith, 34, of Oakdale, was arrested on Sunday.",
            "Police arrested John Smith, 34, of Elmwood, on Sunday.",
            "Oakdale | Elmwood",
        );
        check(
            "The dead were named as Maria Lopez, 61, of Brixworth, and her son.",
            "Among the dead was Maria Lopez, 61, of Kettering.",
            "Brixworth | Kettering",
        );
        check(
            "The boy was taken to Mercy Hospital after the crash on Sunday.",
            "After the crash on Sunday the boy was airlifted to Lakeside Hospital.",
            "Mercy Hospital | Lakeside Hospital",
        );
        check("John Smith, 34, of Oakdale, was arrested.", "Peter Smith, 31, of Elmwood, was arrested.", "");
        check("John Smith, 34, of Texas, was arrested.", "John Smith, 34, of Houston, was arrested.", "");
        check("John Smith, 34, of Paris, died.", "John Smith, 34, of the Paris fire brigade, died.", "");
        check("The boy was taken to Mercy Hospital.", "Two women were taken to Lakeside Hospital.", "");
    }

    #[test]
    fn towns() {
        check(
            "Nordglas will close its plant in Ulm by June, the company said.",
            "Nordglas will shut the plant in Jena.",
            "Ulm | Jena",
        );
        check("Nordglas will close its plant in Ulm.", "Nordglas will close its plants in Ulm and Jena.", "");
        check("Nordglas will close its plant in Germany.", "Nordglas will close its plant in Ulm.", "");
        check("The minister spoke in Ulm.", "The minister spoke in Jena.", "");
        check("The Lions won in Cardiff.", "The Lions won in Leeds.", "");
    }
}
