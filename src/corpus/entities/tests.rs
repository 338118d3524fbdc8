use super::*;
use crate::extract::read;
use crate::text::Article;

/// The things of a story of these texts that stand in more than one article: `id: count`.
fn shared(texts: &[&str]) -> Vec<String> {
    let readings: Vec<_> = texts.iter().map(|text| Arc::new(read(Arc::new(Article::plain(text))))).collect();
    let (linked, _) = link(&readings);
    linked.iter().filter(|l| l.members.len() > 1).map(|l| l.id.to_string()).collect()
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
