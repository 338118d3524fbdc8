use crate::text::{Article, Meta, Parse};

/// Checks that `text` is cut at the bars of `expected`.
#[track_caller]
fn check(expected: &str) {
    let text = expected.replace(" | ", " ");
    let article = Article::from_text("a.txt", &text, &Meta::default());
    let parse = Parse::of(&article);
    let sentences: Vec<&str> = parse.sentences.iter().map(|s| s.span.of(&article.text)).collect();
    assert_eq!(sentences.join(" | "), expected);
}

#[track_caller]
fn check_cut(text: &str, count: usize) {
    let article = Article::from_text("a.txt", text, &Meta::default());
    assert_eq!(Parse::of(&article).sentences.len(), count, "{text}");
}

#[test]
fn stops_end_sentences() {
    check("The court sat on Monday. | It rose at noon! | Did it? | Nobody knew.");
    check("Prices rose 7.5%. | 11,000 homes were sold.");
    check("The vote was tied at 40. | 12 members stayed away.");
}

#[test]
fn abbreviations_and_initials_do_not() {
    check("Gen. Ann Lee and Sgt. J. P. Roy met Dr. Hall in St. Ives.");
    check("It opened on Sept. 3 as the No. 2 mill of Hay Corp. Chairman Bo Lind's group.");
    check("The U.S. Army left at 5 p.m. Tuesday.");
    check("The game began at 7 p.m. Eastern and ended at 10 p.m. EST.");
    check("George W. Bush spoke.");
    check("They beat Spain, Italy, etc. | Nobody minded.");
}

#[test]
fn abbreviations_before_openers_do() {
    check("She moved to the U.S. | The firm followed.");
    check("The plant belongs to Hay Inc. | It closed in Oct. | But it may open again.");
    check("They met at 9 a.m. | Nobody spoke.");
    check("He chose Plan B. | The others left.");
}

#[test]
fn quotations_end_behind_their_mark() {
    check("“We won.” | The crowd sang. | “At last.”");
    check("\"We won.\" | The crowd sang. | \"At last.\"");
    check("'We won.' | The crowd sang.");
    check("“We lost. | We will be back,” the coach said.");
    check("“Why now?” asked the judge.");
    check("“Why now?” Judge Ann Lee asked. | Nobody answered.");
    check("He said “no.” | She said “yes.”");
    check("(The mill closed.) | It was sold.");
}

#[test]
fn ellipses_and_missing_spaces() {
    check("Well... it rained. | And then… | The dam broke.");
    check_cut("The dam broke.The town was flooded.", 2);
    check_cut("The www.mill.example page was down.", 1);
}

#[test]
fn items_keep_their_numbers() {
    let article = Article::from_text("a.md", "## 1. What we know\n\nLittle.\n", &Meta::default());
    let parse = Parse::of(&article);
    assert_eq!(parse.word(parse.sentences[0].tokens.end - 1), "know");
}

#[test]
fn each_block_has_its_own_sentences() {
    check_cut("Mill burns in Hay\n\nThree people died\n\n", 2);
}

#[test]
fn a_list_without_stops_is_cut_behind_a_comma() {
    let item = "pears from the north orchard, ";
    let text = item.repeat(150);
    let article = Article::from_text("a.txt", &text, &Meta::default());
    let parse = Parse::of(&article);
    assert!(parse.sentences.len() > 1);
    for sentence in &parse.sentences {
        assert!(sentence.tokens.len() <= 2 * super::LONGEST);
        assert_eq!(parse.word(sentence.tokens.end - 1), ",");
    }
    check_cut(&item.repeat(20), 1);
}

#[test]
fn a_row_of_marks_ends_one_sentence() {
    check_cut(&format!("Stop{} Nobody did.", "!".repeat(40)), 2);
    check("The crowd shouted no!!! | The door stayed shut.");
}
