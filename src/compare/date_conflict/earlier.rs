//! The year of what went before: an earlier accident, the last inspection, when the bridge opened.
//!
//! News looks back in one sentence, with a year: `built in 1962`, `the first death on the line since 2014`. An article that is no
//! history has one year for one thing, so that two articles of a story that look back on it with two years, and know nothing of each
//! other's, cannot both be right. That it is one thing has to be told by more than its kind: by what it was done to, by its toll, by
//! where it was, by words that few sentences share.

use crate::extract::{Bound, ContextWord, Days, Grain, Role, Site, SiteKind, Turn, Unit};

use super::{Happenings, Side, Telling, clash, given, printed, side};

/// From so many years on to which an article looks back it tells a history.
const HISTORY: usize = 8;
/// How many days have to lie between an article and what it looks back on.
const LONG_AGO: i32 = 300;
/// How many people are more than two disasters have in common by chance.
const FEW: f64 = 3.0;
/// How much two sentences have to share in words to tell of one thing, by the weights of the words.
const WORDS: u32 = 50;

/// What one sentence looks back on, with the year or month that it gives.
#[derive(Clone, Copy)]
struct Look<'a> {
    telling: Telling<'a>,
    days: Days,
}

/// The pairs of years that clash.
pub(super) fn find<'a>(h: &Happenings<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let mut looks: Vec<Look> =
        h.all().filter_map(|&telling| Some(Look { telling, days: looks_back(&telling)? })).collect();
    looks.sort_by_key(|look| (look.telling.article, look.telling.event.at));
    let articles: Vec<&[Look]> = looks
        .chunk_by(|a, b| a.telling.article == b.telling.article)
        .filter(|looks| looks.len() < HISTORY)
        .collect();
    let mut pairs = Vec::new();
    for (i, ours) in articles.iter().enumerate() {
        let unknown = |theirs: &&&[Look]| !h.is_kept(ours[0].telling.article, theirs[0].telling.article);
        for theirs in articles[i + 1..].iter().filter(unknown) {
            for a in ours.iter() {
                pairs.extend(theirs.iter().filter_map(|b| apart(h, ours, theirs, a, b)));
            }
        }
    }
    pairs
}

/// The year or month long ago that a happening has, as its own words give it.
fn looks_back(t: &Telling) -> Option<Days> {
    let found = given(t)?;
    let days = found.days;
    let long_ago = (printed(t)? - days.last).get_days() >= LONG_AGO;
    let one = days.grain != Grain::Day && days.first.year() == days.last.year();
    (one && long_ago && found.bound != Bound::Until && found.mention.expr.is_absolute()).then_some(days)
}

fn apart<'a>(
    h: &Happenings<'a>,
    ours: &[Look<'a>],
    theirs: &[Look<'a>],
    a: &Look<'a>,
    b: &Look<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    // Within a year one looks back on several.
    if a.days.first.year() == b.days.first.year() || are_two(&a.telling, &b.telling) {
        return None;
    }
    let (x, y, _) = clash(&a.telling, &b.telling)?;
    one(h, ours, theirs, a, b).then(|| (side(&a.telling, &x), side(&b.telling, &y)))
}

/// Whether two happenings on which articles look back cannot be one: an article names the year of the other too, whatever for, or
/// other people were harmed in each.
pub(super) fn are_two(t: &Telling, u: &Telling) -> bool {
    let (Some(x), Some(y)) = (looks_back(t), looks_back(u)) else { return false };
    let names =
        |t: &Telling, days: &Days| t.reading.dates.iter().any(|d| d.days.is_some_and(|d| d.overlaps(days)));
    let other_toll = || {
        let theirs: Vec<(f64, u8)> = tolls(u).collect();
        tolls(t).any(|(n, class)| theirs.iter().any(|&(m, other)| other == class && m != n))
            && !same_toll(t, u)
    };
    names(t, &y) || names(u, &x) || other_toll()
}

/// Whether two looks back are on one thing.
fn one(h: &Happenings, ours: &[Look], theirs: &[Look], a: &Look, b: &Look) -> bool {
    let (t, u) = (&a.telling, &b.telling);
    let Some(parts) = h.shared_parts(t, u) else { return false };
    let kind = t.event.kind;
    let crime = |t: &Telling| t.event.turn == Turn::Incident;
    let told = same_toll(t, u) || crime(t) && crime(u) && same_site(t, u);
    if told || kind == 0 || kind != u.event.kind || t.event.further || u.event.further {
        return told;
    }
    let only = |looks: &[Look]| looks.iter().filter(|l| l.telling.event.kind == kind).count() == 1;
    let undergone = |t: &Telling| t.parts().iter().any(|p| p.role != Role::Doer);
    // `It was built in 1962`, `built in 1962`: whatever the article is about.
    let left_out = !undergone(t) || !undergone(u);
    let unsaid = t.event.turn == Turn::Other && t.event.known && left_out;
    only(ours) && only(theirs) && (parts > 0.0 || unsaid || shared_words(t, u) >= WORDS)
}

/// The weights of the words that stand around both.
fn shared_words(t: &Telling, u: &Telling) -> u32 {
    let theirs = u.words();
    let weight = |w: &ContextWord| {
        let other = theirs.binary_search_by_key(&w.stem, |v| v.stem).ok()?;
        Some(u32::from(w.weight.min(theirs[other].weight)))
    };
    t.words().iter().filter_map(weight).sum()
}

/// Whether the same became of the same number of people in both sentences, more than a few.
fn same_toll(t: &Telling, u: &Telling) -> bool {
    let theirs: Vec<(f64, u8)> = tolls(u).collect();
    tolls(t).any(|toll| theirs.contains(&toll))
}

/// How many people a sentence counts, with each class of what became of them.
fn tolls<'a>(t: &Telling<'a>) -> impl Iterator<Item = (f64, u8)> + use<'a> {
    let (reading, at) = (t.reading, t.event.at);
    let claims = &reading.claims;
    let behind = claims.partition_point(|c| c.sentence.end <= at.start);
    claims[behind..].iter().take_while(move |c| c.sentence.contains(at)).flat_map(move |claim| {
        let figure = &reading.figures[claim.figure as usize];
        let exact = figure.value.lo == figure.value.hi && figure.value.lo > FEW;
        let people = figure.unit == Unit::Person && exact;
        let classes = reading.lists.predicates[claim.predicates].iter().filter(move |_| people);
        classes.map(|&(class, _)| (figure.value.lo, class))
    })
}

/// Whether both give one street, road, building or part of a town.
fn same_site(t: &Telling, u: &Telling) -> bool {
    let same =
        |x: &Site| u.sites().iter().any(|y| (x.kind, &x.name, x.number) == (y.kind, &y.name, y.number));
    t.sites().iter().filter(|site| site.kind != SiteKind::Town).any(same)
}
