//! Who is named later: `A 19-year-old man was killed. … The man was named as Joe Lamb.`

use std::ops::Range;

use crate::extract::figures;
use crate::extract::names::identity::{Sex, sex_of_noun};

use super::{Age, People, REACH, Whose};

/// The most words between `named` and `as`: `identified on Monday by police as`.
const BETWEEN: usize = 8;

/// How an article names somebody whom it has told of before.
struct Naming<'a> {
    /// The noun or pronoun that stood for the person.
    word: &'a str,
    /// The token of that word.
    at: usize,
    person: u32,
}

/// Gives the ages of people without names to those who turn out to be named.
pub(super) fn settle(people: &People<'_>, ages: &mut [Age]) {
    for naming in namings(people) {
        let own: Vec<usize> = (0..ages.len()).filter(|&i| fits(people, ages, i, &naming)).collect();
        let years = |i: usize| ages[i].years;
        if own.windows(2).all(|pair| years(pair[0]) == years(pair[1])) {
            own.into_iter().for_each(|i| ages[i].whose = Whose::Person(naming.person));
        }
    }
}

/// Whether the age at `i` may be that of the person who is named.
fn fits(people: &People<'_>, ages: &[Age], i: usize, naming: &Naming<'_>) -> bool {
    let Whose::Noun(noun) = ages[i].whose else { return false };
    let noun = people.parse.token_from(noun.start);
    let word = people.parse.lower(noun);
    if figures::is_person(naming.word) {
        // `The victim` is whoever is the only one of an age.
        return word == naming.word || is_general(naming.word) && one_age(ages);
    }
    let first = people.parse.sentence_of(naming.at).saturating_sub(REACH);
    let near = noun < naming.at && people.parse.sentence_of(noun) >= first;
    near && sex_of_pronoun(naming.word) == sex_of_noun(word)
}

/// Nouns for somebody of whom the article has said what happened, and nothing of who they are.
fn is_general(noun: &str) -> bool {
    matches!(
        noun,
        "victim" | "suspect" | "deceased" | "teen" | "teenager" | "child" | "pedestrian" | "driver"
    )
}

fn one_age(ages: &[Age]) -> bool {
    let mut years = ages.iter().map(|age| age.years);
    let first = years.next();
    years.all(|y| Some(y) == first)
}

fn sex_of_pronoun(pronoun: &str) -> Sex {
    match pronoun {
        "he" | "him" => Sex::Male,
        "she" | "her" => Sex::Female,
        _ => Sex::Unknown,
    }
}

fn namings<'a>(people: &'a People<'_>) -> Vec<Naming<'a>> {
    people.mentions.iter().filter_map(|(tokens, person)| naming(people, tokens, *person)).collect()
}

/// `the boy, named locally as John`, `he was identified as John`, `police named the man as John`.
fn naming<'a>(people: &'a People<'_>, name: &Range<usize>, person: u32) -> Option<Naming<'a>> {
    let parse = people.parse;
    let sentence = parse.sentences.get(parse.sentence_of(name.start))?.tokens.clone();
    let said = name.start.checked_sub(1).filter(|t| sentence.contains(t) && parse.lower(*t) == "as")?;
    let verb = (sentence.start..said)
        .rev()
        .take(BETWEEN)
        .find(|&t| matches!(parse.lower(t), "named" | "identified" | "identify"))?;
    let found = |at: usize| Naming { word: parse.lower(at), at, person };
    let stands_for =
        |t: usize| figures::is_person(parse.lower(t)) || sex_of_pronoun(parse.lower(t)) != Sex::Unknown;
    let object =
        (verb + 1..said).find(|&t| stands_for(t) && !matches!(parse.lower(t), "her" | "police" | "officer"));
    if let Some(object) = object.filter(|&o| (verb + 1..o).all(|t| parse.lower(t) != "by")) {
        return Some(found(object));
    }
    let led = [
        "was", "been", "has", "is", "were", "had", "later", "locally", "since", ",", "who", "formally",
        "publicly",
    ];
    let subject = people.skip_back(verb, &led, &sentence).checked_sub(1).filter(|t| sentence.contains(t))?;
    stands_for(subject).then(|| found(subject))
}
