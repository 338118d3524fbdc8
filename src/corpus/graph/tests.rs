//! Articles as bags of rare words: a word is a number far above those that English words hash to by chance.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::extract::{
    self,
    words::{ONCE, Word},
};
use crate::text::{Article, Meta};

const DAY: Date = date(2026, 3, 4);

/// An article of this folder with these rare words.
fn article(folder: &str, words: impl IntoIterator<Item = u32>) -> Signature {
    let mut words: Vec<Word> = words
        .into_iter()
        .map(|n| Word { stem: 0xf000_0000 | n, strength: ONCE, named: n % 2 == 0 })
        .collect();
    words.sort_unstable();
    Signature { words, day: Some(DAY), stated: true, folder: folder.into(), fixed: None }
}

fn graph(articles: &[Signature]) -> Graph {
    let mut graph = Graph::default();
    graph.insert((0..).zip(articles.iter().cloned()).collect());
    graph.settle();
    graph
}

#[track_caller]
fn check(articles: &[Signature], stories: &[&[u32]]) {
    let ordered = graph(articles);
    let mut turned = Graph::default();
    for (slot, signature) in (0..).zip(articles).collect::<Vec<(u32, _)>>().into_iter().rev() {
        turned.insert(vec![(slot, signature.clone())]);
        turned.settle();
    }
    for slots in stories {
        for &slot in *slots {
            assert_eq!(ordered.component(slot), *slots, "of article {slot}");
            assert_eq!(turned.component(slot), *slots, "of article {slot}, put in from the end");
        }
    }
}

#[test]
fn articles_that_share_rare_words_tell_one_story() {
    check(&[article("wire", 0..40), article("desk", 20..60), article("desk", 100..140)], &[&[0, 1], &[2]]);
}

#[test]
fn three_shared_words_are_chance() {
    check(&[article("a", 0..8), article("b", 5..13)], &[&[0], &[1]]);
    check(&[article("a", 0..8), article("b", 4..12)], &[&[0, 1]]);
    check(&[article("a", 0..8), article("a", 5..13)], &[&[0, 1]]);
}

#[test]
fn a_small_folder_needs_less_to_be_one_story() {
    check(&[article("flood", 0..40), article("flood", 34..74)], &[&[0, 1]]);
    check(&[article("flood", 0..40), article("fire", 34..74)], &[&[0], &[1]]);
}

#[test]
fn months_apart_are_two_stories() {
    let later = Signature { day: Some(date(2026, 6, 4)), ..article("a", 0..40) };
    let undated = Signature { day: None, stated: false, ..article("a", 0..40) };
    check(&[article("a", 0..40), later.clone()], &[&[0], &[1]]);
    check(&[article("a", 0..40), undated], &[&[0, 1]]);
}

#[test]
fn the_further_apart_in_days_the_more_alike() {
    let on = |day: i8, words| Signature { day: Some(date(2026, 3, day)), ..article("a", words) };
    check(&[on(4, 0..40), article("b", 26..66)], &[&[0, 1]]);
    check(&[on(18, 0..40), article("b", 26..66)], &[&[0], &[1]]);
    check(&[on(18, 0..40), article("b", 20..60)], &[&[0, 1]]);
}

#[test]
fn without_a_day_more_alike() {
    let undated = |words| Signature { day: None, stated: false, ..article("a", words) };
    check(&[undated(0..40), article("b", 28..68)], &[&[0, 1]]);
    // Neither has a day: what a small folder makes one story of, two folders do not.
    check(&[undated(0..40), undated(28..68)], &[&[0, 1]]);
    check(&[undated(0..40), Signature { folder: "b".into(), ..undated(28..68) }], &[&[0], &[1]]);
}

#[test]
fn a_day_that_was_worked_out_keeps_none_apart() {
    let worked_out =
        |year, words| Signature { day: Some(date(year, 3, 4)), stated: false, ..article("a", words) };
    check(&[worked_out(2026, 0..40), worked_out(2019, 10..50)], &[&[0, 1]]);
}

#[test]
fn what_no_name_shares_is_a_kind_of_event() {
    let nouns = |words: std::ops::Range<u32>, named: u32| {
        let mut signature = article("wire", words);
        signature.words.iter_mut().for_each(|w| w.named = w.stem & 0xffff == named);
        signature
    };
    check(&[nouns(0..40, 2), nouns(10..50, 45)], &[&[0], &[1]]);
    check(&[nouns(0..40, 20), nouns(10..50, 20)], &[&[0, 1]]);
}

/// Two reports of one shooting, in other words, with names that no other shooting has.
fn shooting(number: usize, other: bool) -> String {
    let name = |n: usize| {
        let part = |n: usize| ["bar", "dol", "fen", "gam", "hul", "kes", "lor", "mun"][n % 8];
        format!("{}{}{}", ["Wes", "Tor", "Pel"][n % 3], part(n / 3), part(n / 24 + n))
    };
    let [town, street, victim, chief] = [0, 1, 2, 3].map(|n| name(number * 4 + n));
    let wounded = 2 + number % 7;
    if other {
        return format!(
            "A gunman opened fire outside a bar in {town}, killing {victim}, 24, and wounding {wounded} others, detectives \
             said. Witnesses on {street} Avenue heard ten shots. “We will find who did this,” police chief Ana {chief} said. \
             The suspect fled on foot and a reward was offered."
        );
    }
    format!(
        "Police in {town} were looking on Sunday for the man who shot dead {victim} on {street} Avenue. Chief {chief} told \
         reporters that detectives had found shell casings and that {wounded} wounded people were taken to hospital. Neighbours \
         said that the bar had been crowded when the gunfire began."
    )
}

#[test]
fn forty_shootings_are_forty_stories() {
    let read = |n: usize| {
        let text = format!("---\ndate: 2026-03-{:02}\n---\n{}", 1 + n / 2 % 9, shooting(n / 2, n % 2 == 1));
        let article = Article::from_text(&format!("wire/{n}.md"), &text, &Meta::default());
        Signature::of(&extract::read(Arc::new(article)))
    };
    let articles: Vec<Signature> = (0..80).map(read).collect();
    let stories: Vec<[u32; 2]> = (0..40).map(|n| [2 * n, 2 * n + 1]).collect();
    check(&articles, &stories.iter().map(|slots| &slots[..]).collect::<Vec<_>>());
}

#[test]
fn the_settings_fix_a_story() {
    let fixed = |name: &str, words| Signature { fixed: Some(name.into()), ..article("a", words) };
    check(
        &[fixed("flood", 0..40), fixed("flood", 50..90), fixed("fire", 0..40), article("a", 0..40)],
        &[&[0, 1], &[2], &[3]],
    );
}

#[test]
fn what_every_article_has_joins_none() {
    // Eighty quarterly reports: thirty words of the trade in each, and fifteen of the company.
    let reports: Vec<_> =
        (0..80).map(|n| article("wire", (0..30).chain(1000 + 15 * n..1015 + 15 * n))).collect();
    let alone: Vec<[u32; 1]> = (0..80).map(|n| [n]).collect();
    check(&reports, &alone.iter().map(|slots| &slots[..]).collect::<Vec<_>>());
}

#[test]
fn a_chain_of_likeness_is_cut_where_it_is_weakest() {
    // Two stories of thirty articles each, and one article between them.
    let mut articles: Vec<_> = (0..60)
        .map(|n: u32| {
            let base = if n < 30 { 0 } else { 5000 };
            article("wire", (base..base + 30).chain(20_000 + 10 * n..20_010 + 10 * n))
        })
        .collect();
    articles.push(article("wire", (15..30).chain(5015..5030)));
    let graph = graph(&articles);
    assert!(graph.component(0).len() <= 31 && graph.component(59).len() <= 31);
    assert!(graph.component(0).len() >= 30 && graph.component(59).len() >= 30);
}

#[test]
fn an_article_taken_out_leaves_no_trace() {
    let articles = [article("a", 0..40), article("a", 20..60), article("a", 45..85)];
    let mut graph = graph(&articles);
    assert_eq!(graph.component(0), [0, 1, 2]);
    graph.remove(1);
    graph.settle();
    assert_eq!((graph.component(0), graph.component(2)), (vec![0], vec![2]));
    graph.insert(vec![(1, articles[1].clone())]);
    graph.settle();
    assert_eq!(graph.component(0), [0, 1, 2]);
}

/// An article of one of eight stories and three kinds of event, with words of its own.
fn drawn(seed: u32) -> Signature {
    let (story, kind) = (1000 * (seed % 8), 10_000 + 100 * (seed % 3));
    let words =
        (story..story + 6 + seed % 5).chain(kind..kind + 12).chain(20_000 + 9 * seed..20_009 + 9 * seed);
    let day = date(2026, 3, 1 + (seed % 13) as i8);
    Signature { day: (!seed.is_multiple_of(7)).then_some(day), ..article(&format!("{}", seed % 4), words) }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever came and went, the graph is that of the articles in it now: while words become common and rare again, folders
    /// small and large, and the workspace grows and shrinks.
    #[test]
    fn the_graph_is_that_of_its_articles(edits in prop::collection::vec((0u32..96, 0u32..60, 0u32..4), 0..250)) {
        let mut graph = Graph::default();
        let mut held = BTreeMap::new();
        for (slot, seed, what) in edits {
            if what == 0 {
                graph.remove(slot);
                held.remove(&slot);
            } else {
                graph.insert(vec![(slot, drawn(seed))]);
                held.insert(slot, drawn(seed));
            }
            if seed % 5 == 0 {
                graph.settle();
            }
        }
        graph.settle();
        let mut fresh = Graph::default();
        fresh.insert(held.clone().into_iter().collect());
        fresh.settle();
        for &slot in held.keys() {
            let edges = |graph: &Graph| graph.nodes[slot as usize].as_ref().map(|n| n.edges.clone());
            prop_assert_eq!(edges(&graph), edges(&fresh));
            prop_assert_eq!(graph.component(slot), fresh.component(slot));
        }
    }
}
