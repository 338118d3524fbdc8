use super::*;
use crate::extract::read;
use crate::text::Article;
use std::sync::Arc;

/// Checks whose ages an article tells, as `35 John Smith; 14 boy`.
#[track_caller]
fn check(text: &str, expected: &str) {
    let reading = read(Arc::new(Article::plain(text)));
    let told: Vec<String> = reading
        .ages
        .iter()
        .map(|age| {
            let whose = match age.whose {
                Whose::Person(p) => &*reading.entities[p as usize].name,
                Whose::Noun(span) => span.of(text),
            };
            format!("{} {whose}", age.years.0)
        })
        .collect();
    assert_eq!(told.join("; "), expected, "{text}");
}

#[track_caller]
fn born(text: &str, expected: &str) {
    let reading = read(Arc::new(Article::plain(text)));
    let told: Vec<String> = reading
        .births
        .iter()
        .map(|b| {
            let person = &reading.entities[b.person as usize].name;
            format!("{} {person}", reading.dates[b.date as usize].span.of(text))
        })
        .collect();
    assert_eq!(told.join("; "), expected, "{text}");
}

#[test]
fn ages_behind_names() {
    check("Officers charged John Smith, 35, of Leeds with theft.", "35 John Smith");
    check("Mark Brown (43), of Elm Street, was fined on Monday.", "43 Mark Brown");
    check("The winner, Anna Berg, aged 19, thanked her coach.", "19 Anna Berg");
    check("Paul Reed, who is 61, will run for mayor.", "61 Paul Reed");
    check("Maria Lopez, a 51-year-old nurse, was rescued.", "51 Maria Lopez");
    check("The dead were Ida Holm, 70, and Per Holm, 72.", "70 Ida Holm; 72 Per Holm");
}

#[test]
fn ages_before_names() {
    check("Police arrested 24-year-old Adam Jones on Friday.", "24 Adam Jones");
    check("A jury cleared 33-year-old plumber Adam Jones.", "33 Adam Jones");
    check("A 48-year-old man identified as Tom Hale drowned.", "48 Tom Hale");
    check("A 48-year-old man, Tom Hale, drowned in the lake.", "48 Tom Hale");
}

#[test]
fn ages_of_those_named_before() {
    check("Tom Hale drowned on Sunday. The 48-year-old was alone.", "48 Tom Hale");
    check("Anna Berg won gold. She is 19.", "19 Anna Berg");
    check("Tom Hale met Adam Jones. The 48-year-old was alone.", "");
}

#[test]
fn ages_at_death() {
    check("Joe Kane died at the age of 81.", "81 Joe Kane");
    check("Joe Kane died aged 81 in Bergen.", "81 Joe Kane");
}

#[test]
fn ages_without_a_name() {
    check("She told Adam Jones a 35-year-old man was hurt.", "35 man");
    check("A 35-year-old man was shot on Elm Street.", "35 man");
    check("Her 14-year-old son was hurt.", "14 son");
}

#[test]
fn ages_of_another_day_are_none() {
    check("Joe Kane was 22 when he joined the army.", "");
    check("Joe Kane would have been 40 on Friday.", "");
    check("Joe Kane took up chess at the age of nine.", "");
}

#[test]
fn other_numbers_are_no_ages() {
    check("Joe Kane was jailed for 12 years.", "");
    check("Joe Kane, 35 points behind, gave up.", "");
    check("Kane (43) and Sterling (60) scored for England.", "");
    check("The 35-year-old bridge collapsed.", "");
}

#[test]
fn births() {
    born("Anna Berg, born in 1971, founded the firm.", "1971 Anna Berg");
    born("Anna Berg was born on 3 May 1971 in Bergen.", "3 May 1971 Anna Berg");
    born("The firm was born in 1971.", "");
}

#[test]
fn the_so_many_years_old_is_whoever_it_can_be() {
    check("Tom Hale, 48, met his coach. The 17-year-old fan was hurt.", "48 Tom Hale");
    check("Tom Hale, 48, met the jury. The 51-year-old company failed.", "48 Tom Hale");
    check("Tom Hale, 48, was saved. The 49-year-old was alone.", "48 Tom Hale; 49 Tom Hale");
    check("Anna Berg won gold. “I was afraid,” said the 19-year-old.", "19 Anna Berg");
    check("Anna Berg met Ida Holm. “I was afraid,” said the 19-year-old.", "");
    check("Paul Reed has worked there for 34 years and is 57.", "57 Paul Reed");
    check("Paul Reed told Adam Jones about the mine and is 57.", "");
    check("Anna Berg was accused of theft. The girl said she was 12.", "");
}

#[test]
fn ages_then_are_none() {
    check("Police say then 22-year-old Adam Jones drove off.", "");
    check("By the time she was 11, Anna Berg ran marathons.", "");
    check("The typical runner was a 37-year-old man.", "");
    check("Joe Kane was 22 when he was killed on Route 6.", "22 Joe Kane");
}

#[test]
fn a_birth_behind_an_age() {
    born("Anna Berg, 52, was born on 3 May 1971 in Bergen.", "3 May 1971 Anna Berg");
}
