//! Places told apart by their own words, whatever happens there.

use rustc_hash::FxHashMap;

use crate::extract::names::places;
use crate::extract::{Reading, Site, SiteKind};

use super::super::events::{Happenings, Side, Telling};
use super::named;

/// Sites that are told apart by their own words, whatever happens there: one name with two kinds (`Pine Street`, `Pine Avenue`;
/// `Lowell Regional`, `Lowell Memorial`), one house or road with two numbers of which one is a slip of the other. Each article
/// knows only its own.
pub(super) fn find<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let mut by_name: FxHashMap<(SiteKind, &str), Vec<(Telling<'a>, &'a Site)>> = FxHashMap::default();
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
            let is_open = |b: u32| b != a.article && !h.is_kept(a.article, b);
            for (b, y) in all[i + 1..].iter().filter(|(b, _)| is_open(b.article)) {
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
    let knows = |article: u32, site: &Site| {
        all.iter().any(|(t, s)| t.article == article && s.sort == site.sort && s.number == site.number)
    };
    // A road is not the neighbour of another: an article may name several.
    let own = match x.kind {
        SiteKind::Road => !knows(a.article, y) && !knows(b.article, x),
        _ => only(a.article, x) && only(b.article, y),
    };
    x.sort == y.sort && x.number.zip(y.number).is_some_and(|(m, n)| is_slip(m, n)) && own
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
