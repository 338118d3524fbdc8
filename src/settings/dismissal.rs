//! Findings that have been dealt with, remembered by the words they are about.

use jiff::civil::Date;

use crate::compare::{Code, Finding, Place};
use crate::corpus::Story;
use crate::text::Span;

/// How many words on either side a dismissal remembers.
pub const NEIGHBOURS: usize = 4;

/// A finding that somebody looked at and let stand. It is found again by its words and their neighbours, wherever they move,
/// and lapses when one of them changes, when something new stands against it, or after its last day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dismissal {
    /// The finding's code.
    pub code: Code,
    /// The words that the finding marks, white space made single.
    pub words: String,
    /// The words before them in their sentence; empty for any.
    pub before: String,
    /// The words behind them; empty for any.
    pub after: String,
    /// The words that stand against them in other places; empty for any.
    pub against: Vec<String>,
    /// Why it may stand.
    pub reason: String,
    /// The last day on which this holds.
    pub until: Option<Date>,
}

impl Dismissal {
    /// The dismissal of a finding as it stands now.
    pub fn of(finding: &Finding, story: &Story, reason: &str, until: Option<Date>) -> Self {
        let (before, after) = neighbours(story, finding.at);
        let mut against: Vec<_> = finding.related.iter().map(|(at, _)| single(words(story, *at))).collect();
        against.sort();
        against.dedup();
        Self {
            code: finding.code,
            words: single(words(story, finding.at)),
            before: last_words(before),
            after: first_words(after),
            against,
            reason: reason.to_owned(),
            until,
        }
    }

    /// Whether it covers a finding on this day.
    pub fn covers(&self, finding: &Finding, story: &Story, today: Date) -> bool {
        if self.code != finding.code
            || self.until.is_some_and(|until| until < today)
            || !same_words(&self.words, words(story, finding.at))
        {
            return false;
        }
        let (before, after) = neighbours(story, finding.at);
        let known = |text: &str| self.against.iter().any(|a| same_words(a, text));
        starts_with(before.split_whitespace().rev(), self.before.split_whitespace().rev())
            && starts_with(after.split_whitespace(), self.after.split_whitespace())
            && (self.against.is_empty() || finding.related.iter().all(|(at, _)| known(words(story, *at))))
    }
}

/// The words that open a text, up to the end of their sentence.
fn first_words(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split_whitespace().take(NEIGHBOURS) {
        words.push(word);
        if ends_sentence(word) {
            break;
        }
    }
    words.join(" ")
}

/// The words that close a text, from the start of their sentence.
fn last_words(text: &str) -> String {
    let words = text.split_whitespace().rev().take_while(|word| !ends_sentence(word));
    let mut words: Vec<_> = words.take(NEIGHBOURS).collect();
    words.reverse();
    words.join(" ")
}

/// Whether a word may be the last of its sentence. One that only looks so, such as *Mr.*, makes an anchor shorter, not wrong.
fn ends_sentence(word: &str) -> bool {
    word.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '?', '!'])
}

fn words(story: &Story, at: Place) -> &str {
    story.readings[at.article as usize].article.slice(at.span)
}

/// What stands before and behind a place in its paragraph.
fn neighbours(story: &Story, at: Place) -> (&str, &str) {
    let article = &story.readings[at.article as usize].article;
    let paragraph = match article.block_at(at.span.start) {
        Some(block) => article.blocks[block].span,
        None => at.span,
    };
    let before = Span::new(paragraph.start.min(at.span.start), at.span.start);
    let after = Span::new(at.span.end, paragraph.end.max(at.span.end));
    (article.slice(before), article.slice(after))
}

fn single(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same_words(a: &str, b: &str) -> bool {
    a.split_whitespace().eq(b.split_whitespace())
}

fn starts_with<'a>(mut text: impl Iterator<Item = &'a str>, start: impl Iterator<Item = &'a str>) -> bool {
    start.into_iter().all(|word| text.next() == Some(word))
}
