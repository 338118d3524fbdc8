//! Reading the workspace in the background.

use std::any::Any;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;

use rayon::prelude::*;
use tower_lsp::lsp_types::notification::Progress as ProgressNotification;
use tower_lsp::lsp_types::request::WorkDoneProgressCreate;
use tower_lsp::lsp_types::{
    NumberOrString, ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress,
    WorkDoneProgressBegin, WorkDoneProgressCreateParams, WorkDoneProgressEnd, WorkDoneProgressReport,
};

use crate::extract::{self, Reading};
use crate::settings::walk;
use crate::text::{Article, Format, Rejection};

use super::config::Config;
use super::dispatch::panic_message;
use super::shared::Shared;
use super::worker::Job;

/// So many files are read between two looks at whether to go on.
const PORTION: usize = 64;

/// An article as it is called by the client or by its name.
pub fn with_format(mut article: Article, markdown: bool) -> Article {
    article.format = if markdown { Format::Markdown } else { Format::Plain };
    article
}

/// What the indexer is asked to do.
#[derive(Debug)]
pub enum Errand {
    /// Read all articles of the workspace folders, until that is done or the flag is set.
    All(Arc<AtomicBool>),
    /// Look at files and folders that were created or changed, and at those that are gone.
    Files {
        /// Created or changed.
        changed: Vec<PathBuf>,
        /// Deleted, or renamed to something else.
        gone: Vec<PathBuf>,
    },
    /// Say when this comes up.
    #[cfg(test)]
    Report(tokio::sync::oneshot::Sender<()>),
    /// The session is over.
    Stop,
}

/// Runs errands one after the other, so that what was read earlier never replaces what was read later.
pub fn run(shared: &Arc<Shared>, errands: &Receiver<Errand>) {
    for errand in errands {
        let config = shared.config();
        match errand {
            Errand::All(cancel) => read_all(shared, &config, &cancel),
            Errand::Files { changed, gone } => read_some(shared, &config, &changed, gone),
            #[cfg(test)]
            Errand::Report(done) => drop(done.send(())),
            Errand::Stop => return,
        }
    }
}

/// Reads the article in a file; `None`, with the reason in the log, where there is none.
pub fn read(path: &str, config: &Config) -> Option<Arc<Reading>> {
    read_article(&article(path, config)?)
}

/// The article in a file; `None`, with the reason in the log, where there is none.
fn article(path: &str, config: &Config) -> Option<Arc<Article>> {
    let limit = config.settings(path.as_ref()).max_bytes as usize;
    let bytes = std::fs::read(path).inspect_err(|e| tracing::warn!("{path}: {e}")).ok()?;
    let article = catch_unwind(|| {
        if let Some(reason) = Rejection::of_bytes(&bytes, limit) {
            return Err(reason);
        }
        let article = Article::from_bytes(path, &bytes, &config.meta(path));
        match Rejection::of_article(&article) {
            Some(reason) => Err(reason),
            None => Ok(Arc::new(article)),
        }
    });
    match article {
        Ok(Ok(article)) => Some(article),
        Ok(Err(reason)) => {
            tracing::warn!("{path}: left out: {reason}");
            None
        }
        Err(panic) => {
            tracing::error!("reading {path} failed: {}", panic_message(&*panic));
            None
        }
    }
}

fn read_article(article: &Arc<Article>) -> Option<Arc<Reading>> {
    let failed = |panic: Box<dyn Any + Send>| {
        tracing::error!("reading {} failed: {}", article.path, panic_message(&*panic));
    };
    catch_unwind(|| Arc::new(extract::read(Arc::clone(article)))).map_err(failed).ok()
}

/// Reads files together. Where that fails, each is read alone, so that one article does not take others with it.
fn read_files(paths: &[PathBuf], config: &Config) -> Vec<Arc<Reading>> {
    let articles: Vec<Arc<Article>> =
        paths.iter().filter_map(|path| article(&path.to_string_lossy(), config)).collect();
    match catch_unwind(|| extract::read_all(&articles)) {
        Ok(readings) => readings.into_iter().map(Arc::new).collect(),
        Err(_) => articles.iter().filter_map(read_article).collect(),
    }
}

fn read_all(shared: &Arc<Shared>, config: &Config, cancel: &Arc<AtomicBool>) {
    let mut found = Vec::new();
    for folder in config.roots() {
        let walked = walk::walk(std::slice::from_ref(&folder.root), &folder.settings, cancel);
        for unreadable in walked.missing.iter().chain(&walked.unreadable) {
            tracing::warn!("{}: {}", unreadable.path.display(), unreadable.reason);
        }
        found.extend(walked.articles);
    }
    // A folder inside another one has settings of its own.
    found.retain(|path| config.settings(path).selects(path));
    let mut progress = Progress::begin(shared, cancel);
    for (done, portion) in found.chunks(PORTION).enumerate() {
        if cancel.load(Ordering::Relaxed) {
            shared.tell(Job::Load { readings: Vec::new(), more: false });
            return progress.end("cancelled");
        }
        progress.report(done * PORTION, found.len());
        load(shared, config, portion, true);
    }
    shared.tell(Job::Indexed(found.iter().map(|path| path.to_string_lossy().into()).collect()));
    progress.end(&format!("{} articles", found.len()));
}

fn read_some(shared: &Shared, config: &Config, changed: &[PathBuf], mut gone: Vec<PathBuf>) {
    let never = AtomicBool::new(false);
    let mut found = Vec::new();
    for folder in config.roots() {
        found.extend(walk::among(&folder.root, changed, &folder.settings, &never).articles);
    }
    found.retain(|path| config.settings(path).selects(path));
    // What is there but does not count any more is as good as gone.
    gone.extend(changed.iter().filter(|c| !found.iter().any(|f| f.starts_with(c))).cloned());
    load(shared, config, &found, false);
    if !gone.is_empty() {
        shared.tell(Job::Gone(gone));
    }
}

/// Reads files and gives the articles to the worker, saying whether there are more; a file that holds none is gone.
fn load(shared: &Shared, config: &Config, paths: &[PathBuf], more: bool) {
    let portions = paths.par_chunks(extract::portion(paths.len(), rayon::current_num_threads()));
    let readings: Vec<_> = portions.flat_map_iter(|portion| read_files(portion, config)).collect();
    let mut read = readings.iter().peekable();
    // What was read is in the order of the paths.
    let is_none = |path: &&PathBuf| read.next_if(|r| *r.article.path == path.to_string_lossy()).is_none();
    let gone: Vec<PathBuf> = paths.iter().filter(is_none).cloned().collect();
    shared.tell(Job::Load { readings, more });
    if !gone.is_empty() {
        shared.tell(Job::Gone(gone));
    }
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
        // A client may cancel as soon as it knows of the progress, before its answer is here.
        shared.show_indexing(cancel, token.clone());
        let create = shared
            .client
            .send_request::<WorkDoneProgressCreate>(WorkDoneProgressCreateParams { token: token.clone() });
        if shared.runtime.block_on(create).is_ok() {
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
