//! Findings with excerpts of all the places they speak of.

use std::io::{self, Write};

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use crate::compare::{Place, Severity};

use super::shown::Shown;
use super::terminal::Terminal;

/// At most so many other places are shown in full; the rest are counted.
const OTHERS: usize = 6;

/// Writes each finding with its excerpts.
pub fn write(shown: &[Shown], terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if terminal.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(terminal.width);
    for s in shown {
        let finding = s.finding;
        let title = level(s.severity).primary_title(&*finding.message).id(finding.code.name());
        let mut group = title.element(place(s, finding.at, AnnotationKind::Primary, None));
        for (at, message) in finding.related.iter().take(OTHERS) {
            group = group.element(place(s, *at, AnnotationKind::Context, Some(message)));
        }
        if let Some(more) = finding.related.len().checked_sub(OTHERS).filter(|&more| more > 0) {
            let places = if more == 1 { "place" } else { "places" };
            group = group.element(Level::NOTE.message(format!("and {more} more {places}")));
        }
        writeln!(out, "{}\n", renderer.render(&[group]))?;
    }
    Ok(())
}

fn place<'a>(
    shown: &Shown<'a>,
    at: Place,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, Annotation<'a>> {
    let article = shown.article(at);
    let mark = kind.span(at.span.range()).label(label);
    Snippet::source(&*article.text).path(&*article.path).annotation(mark)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name("information"),
        Severity::Hint => Level::HELP.with_name("hint"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use expect_test::expect;

    use super::*;
    use crate::compare::{Code, Finding};
    use crate::corpus::Story;
    use crate::extract;
    use crate::text::{Article, Meta, Span};

    #[test]
    fn both_sides_stand_below_the_message() {
        let article = |path: &str, text: &str| {
            Arc::new(extract::read(Arc::new(Article::from_text(path, text, &Meta::default()))))
        };
        let long = "Firefighters from four counties worked through the night, and by dawn the blaze had destroyed 31 homes in \
                    the valley, the county’s emergency office said.";
        let story = Story::of(vec![article("a.txt", "Fire\n\nIt took 13 homes."), article("b.txt", long)]);
        let span = |article: usize, words: &str| {
            let start = story.readings[article].article.text.find(words).expect("the words");
            Place { article: article as u32, span: Span::from(start..start + words.len()) }
        };
        let finding = Finding {
            code: Code::FigureConflict,
            severity: Severity::Warning,
            at: span(0, "13"),
            message: "13 homes here, 31 homes in b.txt".into(),
            related: vec![(span(1, "31"), "the county’s emergency office".into())],
        };
        let shown = [Shown { story: &story, finding: &finding, severity: Severity::Warning }];
        let mut out = Vec::new();
        let terminal = Terminal { width: 70, colour: false };
        write(&shown, terminal, &mut out).unwrap();
        expect![[r#"
            warning[figure-conflict]: 13 homes here, 31 homes in b.txt
             --> a.txt:3:9
              |
            3 | It took 13 homes.
              |         ^^
              |
             ::: b.txt:1:95
              |
            1 | ...had destroyed 31 homes in the valley, the county’s emergency...
              |                  -- the county’s emergency office

        "#]]
        .assert_eq(&String::from_utf8(out).unwrap());
    }
}
