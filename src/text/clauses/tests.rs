use proptest::prelude::*;

use crate::text::{Article, Meta, Parse};

fn with(text: &str, test: impl Fn(&Parse<'_>)) {
    let article = Article::from_text("a.txt", text, &Meta::default());
    test(&Parse::of(&article));
}

/// Checks that the text is cut into clauses at the bars.
#[track_caller]
fn check_clauses(expected: &str) {
    with(&expected.replace(" | ", " "), |parse| {
        let clauses: Vec<&str> =
            parse.clauses.iter().map(|c| parse.span(c.clone()).of(&parse.article.text)).collect();
        assert_eq!(clauses.join(" | "), expected);
    });
}

/// Checks each verb with the heads of its subject and object, `-` where there is none.
#[track_caller]
fn check_roles(text: &str, expected: &[&str]) {
    with(text, |parse| {
        let head = |phrase: Option<usize>| phrase.map_or("-", |p| parse.word(parse.phrases[p].head));
        let line = |v: usize| {
            format!(
                "{} {} {}",
                head(parse.subject_of(v)),
                parse.word(parse.verbs[v].head),
                head(parse.object_of(v))
            )
        };
        assert_eq!((0..parse.verbs.len()).map(line).collect::<Vec<_>>(), expected);
    });
}

/// Checks the verb that governs the first token printed as `noun`.
#[track_caller]
fn check_governor(text: &str, noun: &str, verb: &str) {
    with(text, |parse| {
        let token = (0..parse.tokens.len()).find(|&i| parse.word(i) == noun).expect("the noun");
        let found = parse.governing_verb(token).map_or("-", |v| parse.word(parse.verbs[v].head));
        assert_eq!(found, verb, "{text}");
    });
}

#[test]
fn clauses_open_with_their_words() {
    check_clauses("The court ruled | that the law was void.");
    check_clauses("The bridge | which was built in 1960 | has been closed.");
    check_clauses("The match was stopped | because the pitch was flooded.");
    check_clauses("The firm lost money; | its rival made a profit.");
}

#[test]
fn clauses_that_open_without_a_word() {
    check_clauses("The minister said | the bank would be sold.");
    check_clauses("The bus hit a tree, | killing two passengers.");
    check_clauses("The police arrested a man | and charged him with fraud.");
    check_clauses("The river broke its banks, | and the town was evacuated.");
    check_clauses("“We will win,” | said the coach.");
}

#[test]
fn plain_subjects_and_objects() {
    check_roles("The storm has destroyed 40 houses.", &["storm destroyed houses"]);
    check_roles("The number of victims has risen.", &["number risen -"]);
    check_roles("Forty houses were destroyed by the storm.", &["houses destroyed -"]);
    check_roles("The firm's owner sold his shares.", &["owner sold shares"]);
    check_roles("There were ten boys in the bus.", &["boys were -"]);
}

#[test]
fn subjects_behind_commas_and_relatives() {
    check_roles("Ann Lee, the mayor, said nothing.", &["Lee said nothing"]);
    check_roles("The pilot, who saw the smoke, turned back.", &["pilot saw smoke", "pilot turned -"]);
    check_roles("A train that carried grain has crashed.", &["train carried grain", "train crashed -"]);
}

#[test]
fn shared_subjects() {
    check_roles("The thief took a car and sold it.", &["thief took car", "thief sold it"]);
    check_roles("The judge and the jury saw the film.", &["judge saw film"]);
    check_roles("The team wants to win.", &["team wants -", "team win -"]);
    check_roles("The judge ordered the firm to pay.", &["judge ordered firm", "firm pay -"]);
}

#[test]
fn turned_order() {
    check_roles("“It is over,” said the coach.", &["It is -", "coach said -"]);
}

#[test]
fn the_verb_of_a_noun() {
    check_governor("The storm has destroyed 40 houses.", "houses", "destroyed");
    check_governor("The storm has destroyed 40 houses.", "storm", "destroyed");
    check_governor("Police arrested dozens of fans in Leeds.", "fans", "arrested");
    check_governor("Police arrested dozens of fans in Leeds.", "Leeds", "arrested");
    check_governor("In March the court freed two men.", "March", "freed");
    check_governor("The pilot, who saw the smoke, turned back.", "pilot", "turned");
    check_governor("The minister said the bank would be sold.", "bank", "sold");
}

#[test]
fn base_forms() {
    with("Two women were arrested and their knives taken.", |parse| {
        let lemmas: Vec<_> = (0..parse.tokens.len()).map(|i| parse.lemma(i)).collect();
        assert_eq!(lemmas.join(" "), "two woman be arrest and their knife take .");
    });
}

proptest! {
    #[test]
    fn any_words_have_clauses_and_roles(words in prop::collection::vec(
        prop::sample::select(vec![
            "the", "who", "that", "and", ",", "of", "said", "killed", "was", "to", "men", "Lee", "'s", "12", "“", "”", "—",
            "not", "(", ")", ".", "whose", "in", "going", "it", "-", "$", "%", "very", "é",
        ]),
        0..40,
    )) {
        let article = Article::from_text("a.txt", &words.join(" "), &Meta::default());
        let parse = Parse::of(&article);
        let covered: usize = parse.clauses.iter().map(|c| c.len()).sum();
        prop_assert_eq!(covered, parse.tokens.len());
        prop_assert!(parse.phrases.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(parse.verbs.windows(2).all(|two| two[0].tokens.end <= two[1].tokens.start));
        prop_assert!(parse.phrases.iter().all(|p| p.tokens.contains(&p.head)));
        for verb in 0..parse.verbs.len() {
            prop_assert!(parse.subject_of(verb).is_none_or(|p| p < parse.phrases.len()));
            prop_assert!(parse.object_of(verb).is_none_or(|p| p < parse.phrases.len()));
        }
        for token in 0..parse.tokens.len() {
            prop_assert!(parse.clause_of(token).contains(&token));
            prop_assert!(parse.governing_verb(token).is_none_or(|v| v < parse.verbs.len()));
            prop_assert!(!parse.lemma(token).is_empty());
        }
    }
}
