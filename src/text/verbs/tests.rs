use crate::text::{Article, Meta, Parse};

/// Checks the verb groups of a text: words, tense, then `passive`, `negated` and the modal.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let article = Article::from_text("a.txt", text, &Meta::default());
    let parse = Parse::of(&article);
    let print = |group: &crate::text::VerbGroup| {
        let mut line = parse.span(group.tokens.clone()).of(&article.text).to_owned();
        line += &format!(": {:?}", group.tense);
        line += if group.passive { " passive" } else { "" };
        line += if group.negated { " negated" } else { "" };
        group.modal.map_or(line.clone(), |modal| line + " " + parse.word(modal))
    };
    assert_eq!(parse.verbs.iter().map(print).collect::<Vec<_>>(), expected);
}

#[test]
fn simple_and_perfect_tenses() {
    check("The firm makes tyres.", &["makes: Present"]);
    check("The bank has closed two branches.", &["has closed: PresentPerfect"]);
    check("The court had already ruled.", &["had already ruled: Past"]);
    check("They are looking for survivors.", &["are looking: Present"]);
    check("The vote was close.", &["was: Past"]);
}

#[test]
fn passives() {
    check("Two men were arrested.", &["were arrested: Past passive"]);
    check("The pilots are being trained in Spain.", &["are being trained: Present passive"]);
    check("The bridge has been repaired.", &["has been repaired: PresentPerfect passive"]);
    check("He got killed in a fight.", &["got killed: Past passive"]);
    check("The road will be closed.", &["will be closed: Future passive will"]);
    check(
        "They were arrested by police and charged with murder.",
        &["were arrested: Past passive", "charged: Past passive"],
    );
}

#[test]
fn modals() {
    check("The dam could break.", &["could break: Present could"]);
    check("It may have killed him.", &["may have killed: Past may"]);
    check("She said she would resign.", &["said: Past", "would resign: Future would"]);
    check("It'll rain.", &["'ll rain: Future 'll"]);
}

#[test]
fn negation() {
    check("They did not come.", &["did not come: Past negated"]);
    check("They don't know.", &["don't know: Present negated"]);
    check("He never came.", &["never came: Past negated"]);
    check("The mine is no longer working.", &["is no longer working: Present negated"]);
    check("The minister cannot resign.", &["cannot resign: Present negated cannot"]);
    check("It isn't true.", &["isn't: Present negated"]);
    check("The company has not yet been sold.", &["has not yet been sold: PresentPerfect passive negated"]);
}

#[test]
fn future_without_will() {
    check("The team is going to leave.", &["is going to leave: Future"]);
    check("The queen is to visit Malta.", &["is to visit: Future"]);
    check(
        "The ship is expected to arrive on Monday.",
        &["is expected: Present passive", "to arrive: Future"],
    );
    check("Prices are likely to rise.", &["are: Present", "to rise: Future"]);
    check("He came to help.", &["came: Past", "to help: NonFinite"]);
    check("Five are believed to have drowned.", &["are believed: Present passive", "to have drowned: Past"]);
}

#[test]
fn participles_that_are_prepositions() {
    check("According to police, two boys died.", &["died: Past"]);
    check("Six people, including two boys, died.", &["died: Past"]);
}
