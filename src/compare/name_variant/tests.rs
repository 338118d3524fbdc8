use crate::compare::Code;
use crate::compare::testing::told;

#[track_caller]
fn check(texts: &[&str], expected: &str) {
    assert_eq!(told(Code::NameVariant, texts), expected, "{texts:?}");
}

#[track_caller]
fn silent(texts: &[&str]) {
    check(texts, "");
}

#[test]
fn one_person_two_spellings() {
    check(
        &["Police named the victim as Sarah Holm.", "The victim, Sara Holm, was a nurse."],
        "1:“Sarah Holm” 2:“Sara Holm”",
    );
    check(
        &["Daniel Reed pleaded guilty.", "Daniel Reid pleaded guilty on Monday."],
        "1:“Daniel Reed” 2:“Daniel Reid”",
    );
    check(
        &["Striker Andriy Kovalenko scored.", "Striker Andriy Kovalenka scored."],
        "1:“Andriy Kovalenko” 2:“Andriy Kovalenka”",
    );
    check(
        &["Paul Grant, 44, was shot on Friday.", "Peter Grant, 44, was shot on Friday."],
        "1:“Paul Grant” 2:“Peter Grant”",
    );
    check(
        &["Mayor Eleanor Whitcombe won the vote.", "Mayor Eleanor Witcombe won the vote."],
        "1:“Eleanor Whitcombe” 2:“Eleanor Witcombe”",
    );
}

#[test]
fn within_an_article() {
    check(&["Andriy Kovalenko was held.\n\nPolice said Kovalanko, a trader, denied it."], "1:“Kovalanko”");
    check(&["Jonathan Hargreaves was held.\n\nJonathon Hargreaves denied it."], "1:“Jonathon Hargreaves”");
}

#[test]
fn house_style() {
    silent(&["The US Geological Survey measured it.", "The U.S. Geological Survey measured it."]);
    silent(&["José Núñez won.", "Jose Nunez won."]);
    silent(&["John F. Grant won.", "John Grant won."]);
    silent(&["J. Grant won.", "John Grant won."]);
    silent(&["The Russo-Ukraine War goes on.", "The Russo-Ukrainian War goes on."]);
}

#[test]
fn short_and_married_names() {
    silent(&["Bob Grant won the race.", "Robert Grant won the race."]);
    silent(&["Mike Grant won the race.", "Michael Grant won the race."]);
    silent(&["Steve Grant won the race.", "Steven Grant won the race."]);
    silent(&["Anna Holm won the race.", "Anna Holm-Berg won the race."]);
    silent(&["Timothy Grant won the race. His fans call him Tim."]);
    silent(&["Bambang Sutedjo won the race. Mr Sutedjo, or Bambang, as he is known, left."]);
}

#[test]
fn people_of_like_names() {
    silent(&["Tim Grant won.", "Tom Grant lost."]);
    silent(&["Tim Grant beat Tom Grant."]);
    silent(&["Maria Grant and Mario Grant were there."]);
    silent(&["The town of Marlow was flooded.", "The town of Harlow was flooded."]);
}
