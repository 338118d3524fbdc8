use crate::text::{Article, Meta, Parse};

/// Checks the phrases of a text: each in brackets, its head behind a star, its owner's head behind `<`.
#[track_caller]
fn check(text: &str, expected: &str) {
    let article = Article::from_text("a.txt", text, &Meta::default());
    let parse = Parse::of(&article);
    let print = |phrase: &crate::text::NounPhrase| {
        let words: Vec<String> = phrase
            .tokens
            .clone()
            .map(|i| if i == phrase.head { format!("*{}", parse.word(i)) } else { parse.word(i).to_owned() })
            .collect();
        let owner = phrase.owner.map(|i| format!(" < {}", parse.word(parse.phrases[i].head)));
        format!("[{}{}]", words.join(" "), owner.unwrap_or_default())
    };
    assert_eq!(parse.phrases.iter().map(print).collect::<String>(), expected);
}

#[test]
fn determiners_adjectives_and_nouns() {
    check("The old bridge collapsed in heavy rain.", "[The old *bridge][heavy *rain]");
    check(
        "All the striking miners met their union leader.",
        "[All the striking *miners][their union *leader]",
    );
    check(
        "The recently elected mayor praised a very large crowd.",
        "[The recently elected *mayor][a very large *crowd]",
    );
}

#[test]
fn prepositions_and_conjunctions_separate() {
    check("Members of the jury saw a gun and two knives.", "[*Members][the *jury][a *gun][two *knives]");
    check("Political and military leaders met bankers.", "[Political and military *leaders][*bankers]");
    check("It was a long, difficult trial.", "[*It][a long , difficult *trial]");
}

#[test]
fn numerals_with_hedges_units_and_money() {
    check("About 11,000 bird eggs were found.", "[About 11,000 bird *eggs]");
    check("At least 40 people and more than 300 cows died.", "[At least 40 *people][more than 300 *cows]");
    check("The club paid $2.3 million for him.", "[The *club][$ 2.3 *million][*him]");
    check("Prices went up by 4.5% in May.", "[*Prices][*4.5 %][*May]");
    check("Between five and seven boats were lost.", "[five and seven *boats]");
    check("It killed 10-15 sheep and two or three goats.", "[*It][10 - 15 *sheep][two or three *goats]");
    check("Sales have risen 6% to 8.4 billion pounds.", "[*Sales][*6 %][8.4 billion *pounds]");
}

#[test]
fn owners() {
    check("Finland's top court freed the driver.", "[*Finland 's][top *court < Finland][the *driver]");
    check("The judge's wife's car was stolen.", "[The *judge 's][*wife 's < judge][*car < wife]");
    check("The workers' union sued her employer.", "[The *workers '][*union < workers][her *employer]");
}

#[test]
fn compounds_with_hyphens() {
    check("A five-storey building burned down.", "[A five - storey *building]");
    check("The state-owned airline lost an Il-76.", "[The state - owned *airline][an *Il - 76]");
    check("A 6.3-magnitude quake hit the city.", "[A 6.3 - magnitude *quake][the *city]");
}

#[test]
fn names_keep_their_numbers_and_titles() {
    check("The lorry left Route 9.", "[The *lorry][*Route 9]");
    check("Finance Minister Ann Lee met reporters.", "[Finance Minister Ann *Lee][*reporters]");
    check("Last week 30 villages were flooded.", "[Last *week][30 *villages]");
}

#[test]
fn phrases_without_nouns() {
    check("The wounded were flown home.", "[The *wounded]");
    check("Many of them know nothing about this.", "[*Many][*them][*nothing][*this]");
    check("Who saw her?", "[*her]");
    check("There were 12.", "[*12]");
}

#[test]
fn participles_behind_a_noun_are_verbs() {
    check("A man arrested in Lyon told police.", "[A *man][*Lyon][*police]");
    check("Three people killed in the crash were named.", "[Three *people][the *crash]");
}
