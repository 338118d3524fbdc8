//! What the server knows at one moment: what requests are answered from.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::Url;

use crate::compare::{Comparison, Finding, Severity};
use crate::extract::Reading;
use crate::features::{Analysis, ArticleRef};

use super::config::Config;
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
