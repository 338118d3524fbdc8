//! What the server knows at one moment: what requests are answered from.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use tower_lsp::lsp_types::Url;

use crate::compare::{Comparison, Finding, Severity};
use crate::extract::Reading;
use crate::features::{Analysis, ArticleRef};
use crate::text::Span;

use super::config::Config;
use super::documents::Caret;
use super::profile::Profile;
use super::uri;

/// An open document as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OpenDocument {
    /// The address that the client uses for it.
    pub uri: Url,
    /// The version that was read.
    pub version: i32,
}

/// Where somebody is in the middle of a word.
#[derive(Clone, Debug)]
pub struct Unfinished {
    /// The document.
    pub path: Arc<str>,
    /// The place behind what was typed last.
    pub caret: Caret,
    /// The document's findings that were shown before, by identity: these stay.
    pub known: Arc<FxHashSet<u64>>,
}

/// What is known at one moment; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    /// How many changes of documents and settings it takes in.
    pub revision: u64,
    /// All readings and comparisons.
    pub analysis: Analysis,
    /// The open documents, by path.
    pub open: Arc<FxHashMap<Arc<str>, OpenDocument>>,
    /// What the client can.
    pub profile: Arc<Profile>,
    /// The settings.
    pub config: Arc<Config>,
    /// The word that somebody is typing.
    pub unfinished: Option<Unfinished>,
}

impl Snapshot {
    /// Where the article of an address is.
    pub fn article(&self, uri: &Url) -> Option<ArticleRef> {
        self.analysis.find(&uri::path_of(uri))
    }

    /// The findings of an article that are shown, with their severity.
    pub fn findings(&self, at: ArticleRef) -> Vec<(&Finding, Severity)> {
        self.config.shown(self.comparison(at), at.article)
    }

    /// The findings of an article without new ones on the word that somebody is typing, and whether there are such: `1` may
    /// become `1,400`.
    pub fn finished_findings(&self, at: ArticleRef) -> (Vec<(&Finding, Severity)>, bool) {
        let mut findings = self.findings(at);
        let article = &self.reading(at).article;
        let Some(typed) = self.unfinished.as_ref().filter(|typed| typed.path == article.path) else {
            return (findings, false);
        };
        let word = word_at(&article.text, typed.caret);
        let all = findings.len();
        let waits = |f: &Finding| word.overlaps(f.at.span) && !typed.known.contains(&identity(f));
        findings.retain(|(finding, _)| word.is_empty() || !waits(finding));
        let held = findings.len() < all;
        (findings, held)
    }

    /// How loudly a finding of an article speaks; `None` where it is not shown.
    pub fn severity(&self, at: ArticleRef, finding: &Finding) -> Option<Severity> {
        self.findings(at).into_iter().find(|(f, _)| *f == finding).map(|(_, severity)| severity)
    }

    /// The version of a document; `None` where it is not open.
    pub fn version(&self, uri: &Url) -> Option<i32> {
        self.open.get(&uri::path_of(uri)).map(|d| d.version)
    }

    /// The comparison of an article's story.
    pub fn comparison(&self, at: ArticleRef) -> &Comparison {
        self.analysis.comparison(at)
    }

    /// The reading of an article.
    pub fn reading(&self, at: ArticleRef) -> &Arc<Reading> {
        self.analysis.reading(at)
    }

    /// The address of an article: the client's own where it has it open.
    pub fn uri(&self, path: &str) -> Option<Url> {
        self.open.get(path).map(|d| d.uri.clone()).or_else(|| uri::uri_of(path))
    }
}

/// A number by which a finding is known again though its place has moved.
pub fn identity(finding: &Finding) -> u64 {
    let mut hasher = FxHasher::default();
    (finding.code, &finding.message).hash(&mut hasher);
    hasher.finish()
}

/// The word around a caret, with what is joined to it without white space.
fn word_at(text: &str, caret: Caret) -> Span {
    let caret = (0..=(caret as usize).min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    let start = text[..caret]
        .rfind(char::is_whitespace)
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let end = text[caret..].find(char::is_whitespace).map_or(text.len(), |i| caret + i);
    Span::new(start as u32, end as u32)
}
