//! `acronym-unexplained`: an acronym never spelled out in its article, or spelled out in two ways.
//!
//! Firms are called by their letters and need no words, so letters without `the` before them are told only where another article
//! of the story spells them out. Well-known ones (`acronyms.txt`) are silent, and so are those with brackets before or behind.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::corpus::{LinkedEntity, Story};
use crate::extract::{Entity, EntityKind, Form, Reading};
use crate::text::{BlockKind, Span};

use super::telling;
use super::{Code, Finding, Place, Severity};

static KNOWN: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| include_str!("data/acronyms.txt").lines().filter(|l| !l.starts_with('#')).collect());

/// The findings on acronyms of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (i, entity) in (0u32..).zip(&reading.entities) {
            if let Some(span) = unexplained(reading, entity) {
                let linked = story.linked(article as usize, i);
                findings.extend(never_told(story, Place { article, span }, linked));
            }
        }
        findings.extend(two_ways(story, article, reading));
    }
    findings
}

/// The first place in running text of an acronym that the article never spells out.
fn unexplained(reading: &Reading, entity: &Entity) -> Option<Span> {
    let thing = matches!(entity.kind, EntityKind::Organisation | EntityKind::Other);
    if !thing || !is_acronym(&entity.name) || KNOWN.contains(&*entity.name) {
        return None;
    }
    let article = &reading.article;
    let story = |span: &Span| {
        article.block_at(span.start).is_some_and(|b| article.blocks[b].kind == BlockKind::Paragraph)
    };
    let bracketed = |span: Span| {
        let before = article.text[..span.start as usize].trim_end();
        let behind = article.text[span.end as usize..].trim_start();
        before.ends_with(['(', '-', '/', '&', '“', '"'])
            || behind.starts_with(['(', ')', '-', '/', '&', '”', '"'])
    };
    let mut spans = entity.mentions.iter().filter(|m| m.form != Form::Role).map(|m| m.span);
    // Letters before an amount are its unit or currency.
    let measures =
        |span: Span| article.text[span.end as usize..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    if spans.clone().any(|span| bracketed(span) || measures(span)) {
        return None;
    }
    spans.find(story)
}

/// Three to six letters, all capitals.
fn is_acronym(name: &str) -> bool {
    (3..=6).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase())
}

fn never_told(story: &Story, at: Place, linked: &LinkedEntity) -> Option<Finding> {
    let words = telling::quoted(story, at);
    let before = &story.readings[at.article as usize].article.text[..at.span.start as usize];
    let elsewhere = spelled_out(story, at.article, linked);
    let message = match elsewhere {
        Some(place) => format!(
            "{words} is never spelled out here; {} in {}",
            telling::quoted(story, place),
            telling::source(story, place.article, at.article)
        ),
        None if before.ends_with("the ") || before.ends_with("The ") => {
            format!("{words} is never spelled out here")
        }
        None => return None,
    };
    let related = elsewhere.map(|place| (place, "spelled out".into())).into_iter().collect();
    Some(Finding { code: Code::AcronymUnexplained, severity: Severity::Hint, at, message, related })
}

/// Where another article spells the name out.
fn spelled_out(story: &Story, here: u32, linked: &LinkedEntity) -> Option<Place> {
    linked.members.iter().filter(|m| m.0 != here).find_map(|&(article, entity)| {
        let reading = &story.readings[article as usize];
        // `The EPA` spells nothing out.
        let told = |word: &&str| !word.eq_ignore_ascii_case("the");
        let words = |span: Span| reading.article.slice(span).split_whitespace().filter(told).count();
        let mentions = &reading.entities[entity as usize].mentions;
        let full = mentions.iter().find(|m| m.form == Form::Full && words(m.span) > 1)?;
        Some(Place { article, span: full.span })
    })
}

/// One acronym for two names of one article.
fn two_ways(story: &Story, article: u32, reading: &Reading) -> Vec<Finding> {
    let mut first: FxHashMap<&str, &Entity> = FxHashMap::default();
    let mut findings = Vec::new();
    for entity in &reading.entities {
        let Some(acronym) = entity.acronym().filter(|a| is_acronym(a)) else { continue };
        let other = *first.entry(acronym).or_insert(entity);
        if std::ptr::eq(other, entity) {
            continue;
        }
        let at = Place { article, span: entity.first().span };
        let before = Place { article, span: other.first().span };
        let message = format!(
            "“{acronym}” stands for {} here, for {} before",
            telling::quoted(story, at),
            telling::quoted(story, before)
        );
        let related = vec![(before, "the other name".into())];
        findings.push(Finding {
            code: Code::AcronymUnexplained,
            severity: Severity::Hint,
            at,
            message,
            related,
        });
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::compare::Code;
    use crate::compare::testing::told;

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        assert_eq!(told(Code::AcronymUnexplained, texts), expected, "{texts:?}");
    }

    #[test]
    fn letters_that_nobody_explains() {
        check(&["The road was closed by the NVTA on Sunday."], "1:“NVTA”");
        check(
            &[
                "The National Valley Transport Agency (NVTA) closed the road in Oakville.",
                "Officials of NVTA closed the Oakville road on Sunday.",
            ],
            "2:“NVTA”",
        );
    }

    #[test]
    fn letters_that_are_known_or_explained() {
        check(&["The vote was watched by the OSCE and the UN."], "");
        check(&["The Valley Transport Agency (VTA) closed the road. The VTA said so."], "");
        check(&["The firm paid the DKQ 40 million it owed."], "");
        check(&["Shares of DKLM fell after the result."], "");
        check(&["She was told to have a scan (the XRQT) by doctors."], "");
    }
}
