//! The findings that a command shows, in their order.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustc_hash::FxHashMap;

use crate::compare::{Finding, Place, Severity};
use crate::corpus::Story;
use crate::features;
use crate::text::{Article, LineIndex};

use super::input::Input;

/// A finding that is shown, in its story.
pub struct Shown<'a> {
    /// The story.
    pub story: &'a Story,
    /// The finding.
    pub finding: &'a Finding,
    /// Its level under the settings.
    pub severity: Severity,
}

impl<'a> Shown<'a> {
    /// The article of a place.
    pub fn article(&self, at: Place) -> &'a Article {
        &self.story.readings[at.article as usize].article
    }
}

/// The lines of the articles that were asked for.
#[derive(Default)]
pub struct Lines {
    known: FxHashMap<Arc<str>, LineIndex>,
}

impl Lines {
    /// The lines of an article.
    pub fn of(&mut self, article: &Article) -> &LineIndex {
        self.known.entry(article.path.clone()).or_insert_with(|| LineIndex::new(&article.text))
    }
}

/// All findings, by path, then place, then code.
pub fn findings(input: &Input) -> Vec<Shown<'_>> {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let mut shown = Vec::new();
    for comparison in input.analysis.stories() {
        let findings = features::findings(comparison, &input.settings, today);
        let story = &*comparison.story;
        shown.extend(findings.into_iter().map(|(finding, severity)| Shown { story, finding, severity }));
    }
    shown.sort_by_key(|s| (&s.article(s.finding.at).path, s.finding.at.span, s.finding.code));
    shown
}
