use super::*;
use crate::text::Article;

/// Things as `name/kind: mention, mention`, one a line.
fn show(text: &str) -> String {
    let article = Article::plain(text);
    let parse = Parse::of(&article);
    let entities = find(&parse, &[]);
    let line = |e: &Entity| {
        let mentions: Vec<&str> = e.mentions.iter().map(|m| m.span.of(text)).collect();
        format!("{}/{}: {}", e.name, &e.kind.name()[..2], mentions.join(", "))
    };
    entities.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(show(text), expected.replace(" | ", "\n"), "{text}");
}

#[test]
fn surnames_and_titles() {
    check(
        "Finance Minister Olena Hrytsenko met reporters. Hrytsenko said no.",
        "Olena Hrytsenko/pe: Olena Hrytsenko, Hrytsenko",
    );
}
