use proptest::prelude::*;

use super::*;
use crate::text::Meta;

fn article(path: &str, text: &str) -> Arc<Article> {
    Arc::new(Article::from_text(path, text, &Meta::default()))
}

/// Whether the parse of `after` is the same whether or not that of `before` is at hand; its new tokens.
fn check(path: &str, before: &str, after: &str) -> Result<Range<usize>, TestCaseError> {
    let first = article(path, before);
    let kept = Kept::of(Parse::of(&first), Arc::clone(&first));
    let second = article(path, after);
    let (again, afresh) = (Parse::after(&second, &kept), Parse::of(&second));
    prop_assert_eq!(&again.tokens, &afresh.tokens);
    prop_assert_eq!(&again.sentences, &afresh.sentences);
    prop_assert_eq!(&again.phrases, &afresh.phrases);
    prop_assert_eq!(&again.verbs, &afresh.verbs);
    prop_assert_eq!(&again.clauses, &afresh.clauses);
    for token in 0..=afresh.tokens.len() {
        prop_assert_eq!(again.sentence_of(token), afresh.sentence_of(token));
        prop_assert_eq!(again.clause_of(token), afresh.clause_of(token));
    }
    Ok(again.fresh)
}

/// The words that are cut anew when `before` becomes `after`.
fn fresh(before: &str, after: &str) -> String {
    let tokens = check("a.txt", before, after).expect("the same parse");
    let article = article("a.txt", after);
    let parse = Parse::of(&article);
    parse.span(tokens).of(&article.text).to_owned()
}

#[test]
fn the_paragraph_that_changed_is_cut_anew() {
    let before = "The dam broke on Monday.\n\nFour people drowned.\n\nThe mayor said help was near.\n";
    let after = "The dam broke on Monday.\n\nForty people drowned.\n\nThe mayor said help was near.\n";
    assert_eq!(fresh(before, after), "Forty people drowned.");
    assert_eq!(fresh(before, before), "");
    assert_eq!(fresh("", before).len(), before.trim().len());
}

#[test]
fn a_paragraph_that_comes_or_goes_leaves_the_others() {
    let two = "The court rose at noon.\n\nThe jury was sent home.\n";
    let three = "The court rose at noon.\n\nJudge Ida Holm was ill.\n\nThe jury was sent home.\n";
    assert_eq!(fresh(two, three), "Judge Ida Holm was ill.");
    assert_eq!(fresh(three, two), "");
}

#[test]
fn a_mark_before_a_paragraph_counts_as_its_own() {
    assert_eq!(fresh("x\n\n1. #2 seed won\n", "x\n\n#2 seed won\n"), "#2 seed won");
}

/// Pieces of pages whose seams are open to mistakes: no stops, lone marks, words that belong to what follows.
fn part() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "The dam at Holm broke on Monday and four people drowned",
        "who said",
        "\" he said. ",
        ", 40 homes",
        "Route",
        "9 people",
        "at",
        "killed soldiers were found. ",
        "not yet",
        "quickly left. ",
        "I. ",
        "J",
        ". Smith won 3-2. ",
        "killed ",
        "-",
        " and ",
        "*Police* [said](http://a.b) so. ",
        "# ",
        "> ",
        "- ",
        "| a | 12 |\n|---|---|\n| b | 13 |\n",
        "\n",
        "\n\n",
        " ",
        "---\ntitle: Dam breaks\n---\n",
        "é",
        "“",
        "”",
    ])
}

proptest! {
    #[test]
    fn what_is_taken_over_is_what_would_be_found(
        head in prop::collection::vec(part(), 0..12),
        old in prop::collection::vec(part(), 0..4),
        new in prop::collection::vec(part(), 0..4),
        tail in prop::collection::vec(part(), 0..12),
        markdown in any::<bool>(),
    ) {
        let text = |middle: &[&str]| [&head, middle, &tail].concat().concat();
        check(if markdown { "a.md" } else { "a.txt" }, &text(&old), &text(&new))?;
    }
}
