//! What tests of findings share: many small articles of one story in, the findings of one code out.

use std::sync::Arc;

use crate::corpus::Story;
use crate::extract::read;
use crate::text::fixture::Fixture;
use crate::text::{Article, Meta};

use super::{Code, compare};

/// The findings of a code in a story of the articles `texts`, as `1:“35” 2:“36”`: for every finding its article, from 1, and the
/// words it stands at. Articles open with `date: …` and a line end where their day matters.
pub fn told(code: Code, texts: &[&str]) -> String {
    let source = |i: usize, text: &str| {
        let (head, body) = match text.split_once('\n') {
            Some((first, body)) if first.starts_with("date: ") => (first, body),
            _ => ("date: 2024-03-04", text),
        };
        format!("//- /{}.md\n---\nsource: Paper {}\n{head}\n---\n{body}\n", i + 1, i + 1)
    };
    let fixture: String = texts.iter().enumerate().map(|(i, text)| source(i, text)).collect();
    let articles = Fixture::parse(&fixture).articles();
    let story = Story::of(articles.into_iter().map(|a| Arc::new(read(Arc::new(a)))).collect());
    let number = |article: u32| {
        let path = &story.readings[article as usize].article.path;
        path.trim_matches(|c: char| !c.is_ascii_digit()).to_owned()
    };
    let comparison = compare(Arc::new(story.clone()), None);
    let mut lines: Vec<String> = comparison
        .findings
        .iter()
        .filter(|f| f.code == code)
        .map(|f| {
            let article = &story.readings[f.at.article as usize].article;
            format!("{}:“{}”", number(f.at.article), article.slice(f.at.span))
        })
        .collect();
    lines.sort();
    lines.join(" ")
}

/// A story of two articles, `/a.txt` and `/b.txt`, that are nothing but their text.
pub fn pair(ours: &str, theirs: &str) -> Arc<Story> {
    let told = |(path, text): (&str, &str)| {
        Arc::new(read(Arc::new(Article::from_text(path, text, &Meta::default()))))
    };
    Arc::new(Story::of([("/a.txt", ours), ("/b.txt", theirs)].map(told).to_vec()))
}
