use super::*;
use crate::extract::read;
use crate::text::Article;

/// The things of a story of these texts that stand in more than one article: `id: count`.
fn shared(texts: &[&str]) -> Vec<String> {
    let readings: Vec<_> = texts.iter().map(|text| Arc::new(read(Arc::new(Article::plain(text))))).collect();
    let (linked, _) = link(&readings);
    linked.iter().zip(ids(&linked)).filter(|(l, _)| l.members.len() > 1).map(|(_, id)| id).collect()
}

#[track_caller]
fn joined(a: &str, b: &str, id: &str) {
    let found = shared(&[a, b]);
    assert!(found.iter().any(|x| x == id), "{a} / {b}: {found:?}");
}

#[track_caller]
fn apart(a: &str, b: &str) {
    let found = shared(&[a, b]);
    assert!(found.is_empty(), "{a} / {b}: {found:?}");
}

#[test]
fn a_person_under_two_spellings() {
    joined("Mayor Andriy Kovalenko said no.", "Mayor Andrii Kovalenko said no.", "person:andriy-kovalenko");
}

#[test]
fn countries_that_look_alike() {
    apart("He flew to Niger.", "He flew to Nigeria.");
    apart("It rained in Austria.", "It rained in Australia.");
}

#[test]
fn a_person_whose_name_was_misprinted() {
    joined("Sarah Holm was fined.", "Sara Holm was fined.", "person:sarah-holm");
    joined("Daniel Reed was fined.", "Daniel Reid was fined.", "person:daniel-reed");
    joined("Paul Grant, 44, was shot.", "Peter Grant, 44, was shot.", "person:paul-grant");
    joined("Bob Grant was fined.", "Robert Grant was fined.", "person:bob-grant");
    joined("Maria Alvarez, 30, won.", "Maria Alvares, 30, won.", "person:maria-alvarez");
}

#[test]
fn people_of_like_names() {
    apart("Tim Grant was fined.", "Tom Grant was fined.");
    apart("Paul Grant, 44, was shot.", "Peter Grant, 47, was shot.");
    apart("Mario Grant, 44, was shot.", "Maria Grant, 44, was shot.");
    apart("Wang Lin won.", "Wang Lan won.");
}
