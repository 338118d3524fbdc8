//! The parts that people play in an accident or a crime, and two who have each other's ages: the driver is 23 and the passenger 51 in
//! one article, in the other the passenger is 23.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Crowd, Told};

static PARTS: LazyLock<FxHashMap<&'static str, u16>> = LazyLock::new(|| {
    let lines = include_str!("../data/parts.txt").lines().filter(|line| !line.starts_with('#'));
    (0u16..).zip(lines).flat_map(|(part, line)| line.split('=').map(move |noun| (noun, part))).collect()
});

/// The part that somebody plays who is described in these words, by its last noun: `the front passenger`.
pub(super) fn of(words: &str) -> Option<u16> {
    let last = words.rsplit(' ').next()?;
    PARTS.get(last).or_else(|| PARTS.get(&*last.to_lowercase())).copied()
}

/// Pairs of ages of people who have each other's in two articles, where a part tells who is who.
pub(super) fn exchanged(crowd: &Crowd) -> Vec<(Told, Told)> {
    let mut by_part: FxHashMap<u16, Vec<Told>> = FxHashMap::default();
    for told in crowd.by_article.values().flatten() {
        if let Some(part) = told.part.filter(|_| crowd.has_part_alone(*told)) {
            by_part.entry(part).or_default().push(*told);
        }
    }
    let mut pairs = Vec::new();
    for people in by_part.values() {
        for (i, &a) in people.iter().enumerate() {
            let others = people[i + 1..].iter().filter(|b| !a.agrees(b) && crowd.are_near(a, **b));
            for &b in others {
                let of = |article, years: Told| {
                    let mut same = crowd.of_article(article).iter().filter(|o| o.years == years.years);
                    same.next().filter(|_| same.next().is_none()).copied()
                };
                // Each has the age of the other one, and only two have these.
                if let (Some(x), Some(y)) = (of(a.at.article, b), of(b.at.article, a)) {
                    pairs.extend([(a, b), (x, y)]);
                }
            }
        }
    }
    pairs
}
