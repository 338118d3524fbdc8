//! Which words stand between quotation marks.

use proptest::prelude::*;

use crate::extract::speakers::quotes::{Marked, find};
use crate::text::{Block, BlockKind, Span};

/// Paragraphs of `text`, parted by blank lines.
fn paragraphs(text: &str) -> Vec<Block> {
    let base = text.as_ptr() as usize;
    let lines = text.split("\n\n").map(str::trim).filter(|l| !l.is_empty());
    lines
        .map(|line| {
            let start = line.as_ptr() as usize - base;
            let span = Span::from(start..start + line.len());
            Block { span, kind: BlockKind::Paragraph, repeats: None }
        })
        .collect()
}

fn marked(text: &str) -> Vec<Marked> {
    find(text, &paragraphs(text))
}

/// Words between marks, ` | ` between quotes, `>` before nested ones, `+` before those that go on from a paragraph before.
fn check(text: &str, expected: &str) {
    let show = |m: &Marked| {
        let sign = if m.nested { ">" } else { "" };
        let more = if m.continues { "+" } else { "" };
        format!("{sign}{more}{}", m.inner.of(text))
    };
    let read: Vec<String> = marked(text).iter().map(show).collect();
    assert_eq!(read.join(" | "), expected, "in: {text}");
}

#[test]
fn marks_of_every_style() {
    check("“We lost,” she said.", "We lost,");
    check("\"We lost,\" she said. \"Twice.\"", "We lost, | Twice.");
    check("The judge called it «a sham» on Friday.", "a sham");
    check("The judge called it »a sham« on Friday.", "a sham");
    check("„Wir gehen“ was all he said.", "Wir gehen");
    check("He said `` Everyone knew '' and left.", "Everyone knew");
    check("He called it a ”strategic pause” in talks.", "strategic pause");
    check("(“Goal!” he yelled.)", "Goal!");
    check("It was—“finally,” she said—over.", "finally,");
}

#[test]
fn british_single_marks_are_not_apostrophes() {
    check("'The yard's closed,' said the foreman.", "The yard's closed,");
    check("‘The workers’ rights are gone,’ he said.", "The workers’ rights are gone,");
    check("It is the workers' fault, 'plain and simple', he said.", "plain and simple");
    check("Prices rose in the '90s and fell in the '00s.", "");
    check("Don't tell the players' agents or the clubs' lawyers.", "");
    check("Get 'em while they're hot, the grocers' lads cried.", "");
    check("Russia‘s border and Ukraine‘s fields.", "");
    check("'We say \"enough\" now,' the mayor said.", "We say \"enough\" now, | >enough");
    check("Minister: 'No money for 2,000 flats'", "No money for 2,000 flats");
    check("The 'two brothers' and their 'cousin' were held.", "two brothers | cousin");
}

#[test]
fn quotes_within_quotes() {
    check("“He told me ‘go home’ twice,” she said.", "He told me ‘go home’ twice, | >go home");
    check("“It’s the parents’ call,” he said.", "It’s the parents’ call,");
    check(
        "\"She said 'never' to the court's face,\" he said.",
        "She said 'never' to the court's face, | >never",
    );
}

#[test]
fn quotes_over_paragraphs() {
    check(
        "“One day it stopped.\n\n“Then it began again,” he said.",
        "One day it stopped. | +Then it began again,",
    );
    check("\"One.\n\n\"Two.\n\n\"Three,\" he said.", "One. | +Two. | +Three,");
    check("“One,” he said.\n\n“Two,” said she.", "One, | Two,");
    check("He said: “One.\n\nNobody closed it. “Two.”", "One. | Two.");
}

#[test]
fn inches_and_stray_marks() {
    check("The pipe, 6\" wide and 5'10\" long, burst.", "");
    check("A 12\" record called \"Tides\" sold out.", "Tides");
    check("“We leave at once, he said. “We mean it,” he added.", "We leave at once, he said. | We mean it,");
    check("“” and \"\" and '' hold nothing.", "");
    check("”", "");
    check("", "");
}

fn straight(text: &str) -> String {
    text.replace(['“', '”'], "\"").replace(['‘', '’'], "'")
}

proptest! {
    #[test]
    fn any_text_gives_ordered_spans_inside_it(text in "([a-z ,.é\\n]|[\"'`“”‘’«»—(]){0,80}") {
        let mut last = 0;
        for m in marked(&text) {
            prop_assert!(m.outer.start >= last && m.outer.contains(m.inner));
            prop_assert!(text.get(m.inner.range()).is_some() && text.get(m.outer.range()).is_some());
            last = m.outer.start;
        }
    }

    #[test]
    fn straight_marks_read_like_curly_ones(text in "([a-z ,.\\n]|[“”‘’(—]|[a-z]’s){0,60}") {
        // Two single marks in a row are a double one when straight, as treebanks write it.
        prop_assume!(!straight(&text).contains("''"));
        let plain = straight(&text);
        let words = |t: &str| marked(t).iter().map(|m| (m.nested, straight(m.inner.of(t)))).collect::<Vec<_>>();
        prop_assert_eq!(words(&text), words(&plain));
    }
}
