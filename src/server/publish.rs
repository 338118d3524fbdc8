//! Findings on their way to the client: each with its version, none twice, and not the one that is still being typed.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};
use tower_lsp::lsp_types::notification::PublishDiagnostics;
use tower_lsp::lsp_types::{Diagnostic, Url};

use crate::compare::{Comparison, Finding, Severity};
use crate::features::ArticleRef;

use super::documents::Caret;
use super::shared::Shared;
use super::snapshot::{Snapshot, Unfinished, identity};
use super::to_lsp::Converter;
use super::transport;

/// Who has not typed for so long has finished the word.
const PAUSE: Duration = Duration::from_millis(600);

/// What was last told of an open document.
#[derive(Default)]
struct Told {
    /// The message by which it was told, as a number: the same for the same findings of one version.
    message: u64,
    /// Whether there were any.
    any: bool,
    /// The comparison it came from: as long as that is the same, so are the findings.
    comparison: Option<Arc<Comparison>>,
    /// Its findings by code and message, to know old ones from new ones under the caret.
    findings: Arc<FxHashSet<u64>>,
    /// Its findings as they were told, by [`Converter::number`].
    pieces: FxHashMap<u64, Box<RawValue>>,
}

/// The parameters of a message of findings, these in JSON already.
#[derive(Serialize)]
struct Params<'a> {
    uri: &'a Url,
    diagnostics: Vec<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
}

/// Tells the client about findings.
pub struct Publisher {
    shared: Arc<Shared>,
    told: FxHashMap<Arc<str>, Told>,
    /// Documents changed since the last time, in order: theirs go first.
    changed: Vec<Arc<str>>,
    /// Where somebody is typing, and since when.
    typing: Option<(Arc<str>, Caret, Instant)>,
    /// Whether findings under the caret of the document in which somebody is typing are kept back.
    held: bool,
    /// Since when a client that asks for things itself has not been told to ask again.
    refresh: Option<Instant>,
}

impl Publisher {
    /// Nothing told so far.
    pub fn new(shared: Arc<Shared>) -> Self {
        Self {
            shared,
            told: FxHashMap::default(),
            changed: Vec::new(),
            typing: None,
            held: false,
            refresh: None,
        }
    }

    /// A document was opened: its findings are told even if there are none.
    pub fn opened(&mut self, path: &Arc<str>) {
        self.told.remove(path);
        self.forget_pieces();
        self.edited(path, None);
    }

    /// A document was changed, perhaps by typing.
    pub fn edited(&mut self, path: &Arc<str>, caret: Option<Caret>) {
        self.typing = caret.map(|caret| (Arc::clone(path), caret, Instant::now()));
        self.changed.retain(|p| p != path);
        self.changed.push(Arc::clone(path));
    }

    /// Nobody is in the middle of a word of this document any more.
    pub fn finished(&mut self, path: &Arc<str>) {
        if self.typing.take_if(|(typed, ..)| typed == path).is_some() {
            self.changed.push(Arc::clone(path));
        }
    }

    /// A document was closed: what was shown of it goes.
    pub fn closed(&mut self, path: &Arc<str>, uri: &Url) {
        self.changed.retain(|p| p != path);
        self.forget_pieces();
        if self.told.remove(path).is_some_and(|t| t.any) {
            self.send(&message(Params { uri, diagnostics: Vec::new(), version: None }));
        }
    }

    /// The settings have changed: everything may be told otherwise.
    pub fn configured(&mut self) {
        // Without its comparison nothing keeps the readings alive by which pieces are known again.
        self.forget_pieces();
        self.told.values_mut().for_each(|t| t.comparison = None);
    }

    /// The word that somebody is typing.
    pub fn unfinished(&self) -> Option<Unfinished> {
        let (path, caret, _) = self.typing.as_ref()?;
        let known = self.told.get(path).map(|told| Arc::clone(&told.findings)).unwrap_or_default();
        Some(Unfinished { path: Arc::clone(path), caret: *caret, known })
    }

    /// When there is something to be done though nothing happens.
    pub fn due(&self) -> Option<Instant> {
        let typing = self.typing.as_ref().filter(|_| self.held).map(|(_, _, since)| *since);
        typing.into_iter().chain(self.refresh).min().map(|since| since + PAUSE)
    }

    /// Whether somebody has paused for so long that the word counts as finished. What was kept back goes out with the next
    /// [`Publisher::publish`].
    pub fn has_paused(&mut self) -> bool {
        let Some((path, _, since)) = self.typing.take_if(|(_, _, since)| since.elapsed() >= PAUSE) else {
            return false;
        };
        self.changed.push(path);
        // Who asks for findings has asked for those of this version, and would not ask for them again.
        if self.held && self.shared.profile().refreshes() {
            self.refresh = Some(since);
        }
        true
    }

    /// Has the client ask again for what it shows, some time after that was touched.
    pub fn settle(&mut self) {
        if self.refresh.take_if(|since| since.elapsed() >= PAUSE).is_some() {
            self.ask_for_refresh();
        }
    }

    /// Tells what has changed: of the changed documents at once, then of the others that they touch. The next change comes before
    /// those others; they are told then.
    pub fn publish(&mut self, snapshot: &Snapshot) {
        let (changed, shared) = (std::mem::take(&mut self.changed), Arc::clone(&self.shared));
        for path in &changed {
            self.tell(snapshot, path);
        }
        let others = snapshot.open.keys().filter(|p| !changed.contains(p));
        let touched: Vec<Arc<str>> = others.filter(|p| self.is_touched(snapshot, p)).cloned().collect();
        for path in touched.iter().take_while(|_| !shared.is_past(snapshot)) {
            self.tell(snapshot, path);
        }
        if !touched.is_empty() && self.refresh.is_none() && self.shared.profile().refreshes() {
            self.refresh = Some(Instant::now());
        }
    }

    fn is_touched(&self, snapshot: &Snapshot, path: &str) -> bool {
        let now = snapshot.analysis.find(path).map(|at| snapshot.analysis.story(at.story));
        let before = self.told.get(path).and_then(|t| t.comparison.as_ref());
        match (now, before) {
            (Some(now), Some(before)) => !Arc::ptr_eq(now, before),
            (now, before) => now.is_some() || before.is_some(),
        }
    }

    fn tell(&mut self, snapshot: &Snapshot, path: &Arc<str>) {
        let Some(open) = snapshot.open.get(path) else { return };
        let at = snapshot.analysis.find(path);
        let (shown, held) = at.map(|at| snapshot.finished_findings(at)).unwrap_or_default();
        if self.typing.as_ref().is_some_and(|(typed, ..)| typed == path) {
            self.held = held;
        }
        // Whoever asks for findings is not told them as well.
        let told = at.filter(|_| !self.shared.profile().pulls);
        let pieces = told.map(|at| self.pieces(snapshot, path, at, &shown)).unwrap_or_default();
        let diagnostics: Vec<&RawValue> = pieces.iter().map(|(_, piece)| &**piece).collect();
        let any = !diagnostics.is_empty();
        let message = message(Params { uri: &open.uri, diagnostics, version: Some(open.version) });
        let told = Told {
            message: number_of(&message),
            any,
            comparison: at.map(|at| Arc::clone(snapshot.analysis.story(at.story))),
            findings: Arc::new(shown.iter().map(|(finding, _)| identity(finding)).collect()),
            pieces: pieces.into_iter().collect(),
        };
        // What was told before goes, with the comparison that it came from, only once the new findings are on their way.
        let number = told.message;
        let before = self.told.insert(Arc::clone(path), told);
        if before.as_ref().is_none_or(|b| b.message != number) {
            self.send(&message);
        }
    }

    /// Findings in the client's words, by number; most of them as they were told before.
    fn pieces(
        &mut self,
        snapshot: &Snapshot,
        path: &Arc<str>,
        at: ArticleRef,
        shown: &[(&Finding, Severity)],
    ) -> Vec<(u64, Box<RawValue>)> {
        let mut before =
            self.told.get_mut(path).map(|told| std::mem::take(&mut told.pieces)).unwrap_or_default();
        let converter = Converter::new(snapshot, at);
        let piece = |&(finding, severity): &(&Finding, Severity)| {
            let number = converter.number(at.article, finding, severity);
            // Diagnostics always have a JSON form.
            let make = || to_raw_value(&converter.diagnostic(finding, severity)).ok();
            Some((number, before.remove(&number).or_else(make)?))
        };
        shown.iter().filter_map(piece).collect()
    }

    /// Has every finding put into the client's words anew: the addresses of documents, or the readings that pieces were known by, may
    /// be others from now on.
    fn forget_pieces(&mut self) {
        self.told.values_mut().for_each(|told| told.pieces.clear());
    }

    fn send(&self, message: &[u8]) {
        if !self.shared.profile().pulls {
            self.shared.notify(message);
        }
    }

    /// Asks the client to ask again for whatever it shows. Nobody waits for its answers.
    fn ask_for_refresh(&self) {
        let (profile, client) = (self.shared.profile(), self.shared.client.clone());
        self.shared.runtime.spawn(async move {
            let mut answers = Vec::new();
            if profile.pulls {
                answers.push(client.workspace_diagnostic_refresh().await);
            }
            if profile.refreshes_lenses {
                answers.push(client.code_lens_refresh().await);
            }
            if profile.refreshes_hints {
                answers.push(client.inlay_hint_refresh().await);
            }
            if profile.refreshes_tokens {
                answers.push(client.semantic_tokens_refresh().await);
            }
            for error in answers.into_iter().filter_map(Result::err) {
                tracing::debug!("the client would not refresh: {error}");
            }
        });
    }
}

/// The message that tells the findings of a document.
fn message(params: Params) -> Vec<u8> {
    // Findings always have a JSON form.
    transport::notification::<PublishDiagnostics>(&params).unwrap_or_default()
}

/// Findings in the client's words.
pub fn diagnostics(
    snapshot: &Snapshot,
    at: ArticleRef,
    findings: &[(&Finding, Severity)],
) -> Vec<Diagnostic> {
    let converter = Converter::new(snapshot, at);
    findings.iter().map(|(finding, severity)| converter.diagnostic(finding, *severity)).collect()
}

/// A number that is the same for the same diagnostics.
pub fn hash_of(diagnostics: &[Diagnostic]) -> u64 {
    // Diagnostics always have a JSON form; were it otherwise, they would count as changed.
    number_of(&serde_json::to_vec(diagnostics).unwrap_or_default())
}

fn number_of(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    bytes.hash(&mut hasher);
    hasher.finish()
}
