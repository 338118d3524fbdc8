//! Reading the workspace in the background.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use tower_lsp::lsp_types::notification::Progress as ProgressNotification;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{
    NumberOrString, ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress,
    WorkDoneProgressBegin, WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkDoneProgressReport,
};

use crate::extract::{self, Reading};
use crate::settings::walk;
use crate::text::{Article, Format};

use super::config::Config;
use super::shared::Shared;
use super::worker::Job;

/// So many files are read between two looks at whether to go on.
const PORTION: usize = 64;

/// An article as it is called by the client or by its name.
pub fn with_format(mut article: Article, markdown: bool) -> Article {
    article.format = if markdown { Format::Markdown } else { Format::Plain };
    article
}

/// Reads the article in a file; `None` where there is none: it cannot be read, is too large, or is no text.
pub fn read(path: &str, config: &Config) -> Option<Arc<Reading>> {
    let settings = config.settings(path.as_ref());
    let size = std::fs::metadata(path).ok()?.len();
    if size > settings.max_bytes {
        tracing::warn!("{path}: left out, {size} bytes are over the limit of {}", settings.max_bytes);
        return None;
    }
    let bytes = std::fs::read(path).inspect_err(|e| tracing::warn!("{path}: {e}")).ok()?;
    if bytes.contains(&0) && std::str::from_utf8(&bytes).is_ok() {
        tracing::warn!("{path}: left out, it is no text");
        return None;
    }
    let read = std::panic::catch_unwind(|| {
        Arc::new(extract::read(Arc::new(Article::from_bytes(path, &bytes, &config.meta(path)))))
    });
    read.inspect_err(|panic| {
        tracing::error!("reading {path} failed: {}", super::dispatch::panic_message(&**panic))
    })
    .ok()
}

/// Reads all articles of the workspace folders and gives them to the worker, until that is done or `cancel` is set.
pub fn run(shared: &Arc<Shared>, config: &Config, cancel: &Arc<AtomicBool>) {
    let mut found: Vec<PathBuf> = Vec::new();
    for folder in config.roots() {
        let walked = walk::walk(std::slice::from_ref(&folder.root), &folder.settings, cancel);
        for unreadable in walked.missing.iter().chain(&walked.unreadable) {
            tracing::warn!("{}: {}", unreadable.path.display(), unreadable.reason);
        }
        found.extend(walked.articles);
    }
    found.retain(|path| config.settings(path).selects(path));
    found.sort();
    found.dedup();
    let mut progress = Progress::begin(shared, cancel);
    for (done, portion) in found.chunks(PORTION).enumerate() {
        if cancel.load(Ordering::Relaxed) {
            return progress.end("cancelled");
        }
        progress.report(done * PORTION, found.len());
        let readings: Vec<_> = portion.par_iter().filter_map(|path| read(&name(path), config)).collect();
        shared.tell(Job::Load(readings));
    }
    shared.tell(Job::Indexed(found.iter().map(|path| name(path).into_owned().into()).collect()));
    progress.end(&format!("{} articles", found.len()));
}

fn name(path: &Path) -> std::borrow::Cow<'_, str> {
    path.to_string_lossy()
}

/// Work-done progress, where the client shows it.
pub struct Progress {
    shared: Arc<Shared>,
    token: Option<ProgressToken>,
    percentage: u32,
}

impl Progress {
    /// Starts to show progress. `cancel` is set when the user stops the work.
    fn begin(shared: &Arc<Shared>, cancel: &Arc<AtomicBool>) -> Self {
        let token = NumberOrString::String(format!("rashomon/index/{:p}", Arc::as_ptr(cancel)));
        let mut progress = Self { shared: Arc::clone(shared), token: None, percentage: 0 };
        if !shared.profile().progress {
            return progress;
        }
        let create = shared
            .client
            .send_request::<WorkDoneProgressCreate>(WorkDoneProgressCreateParams { token: token.clone() });
        if shared.runtime.block_on(create).is_ok() {
            shared.show_indexing(cancel, token.clone());
            progress.token = Some(token);
            progress.send(WorkDoneProgress::Begin(WorkDoneProgressBegin {
                title: "Reading articles".to_owned(),
                cancellable: Some(true),
                message: None,
                percentage: Some(0),
            }));
        }
        progress
    }

    fn report(&mut self, done: usize, all: usize) {
        let percentage = (100 * done / all.max(1)) as u32;
        if percentage > self.percentage {
            self.percentage = percentage;
            self.send(WorkDoneProgress::Report(WorkDoneProgressReport {
                cancellable: Some(true),
                message: Some(format!("{done} of {all}")),
                percentage: Some(percentage),
            }));
        }
    }

    fn end(self, message: &str) {
        self.send(WorkDoneProgress::End(WorkDoneProgressEnd { message: Some(message.to_owned()) }));
    }

    fn send(&self, value: WorkDoneProgress) {
        if let Some(token) = self.token.clone() {
            let params = ProgressParams { token, value: ProgressParamsValue::WorkDone(value) };
            self.shared
                .runtime
                .block_on(self.shared.client.send_notification::<ProgressNotification>(params));
        }
    }
}
