//! The one thread that changes what is known.
//!
//! It takes changes in their order, reads the changed articles again, compares what they touch, puts the new state where
//! requests find it, and publishes the findings of the open documents: those of the changed ones first. Changes that wait
//! together are read together; what the disk holds is put in while nobody types.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ropey::Rope;
use rustc_hash::{FxHashMap, FxHashSet};
use tokio::sync::oneshot;

use crate::extract::{Draft, Reading};
use crate::features::AnalysisHost;
use crate::text::{Article, Looks};

use super::config::Config;
use super::dispatch::panic_message;
use super::documents::{Caret, Document};
use super::index;
use super::publish::Publisher;
use super::shared::Shared;
use super::snapshot::{OpenDocument, Snapshot};

/// So many jobs are taken together before findings go out, so that a client that never pauses sees some.
const TOGETHER: usize = 256;
/// So many articles from the disk are put in at once at the least, while more are being read.
const PORTION: usize = 256;

/// What the worker is asked to do. The first group are changes that later requests must see.
#[derive(Debug)]
pub enum Job {
    /// A document was opened.
    Open(Arc<str>, Document),
    /// An open document was changed.
    Edit {
        /// Its path.
        path: Arc<str>,
        /// Its version now.
        version: i32,
        /// Its text now.
        rope: Rope,
        /// Where somebody is typing.
        caret: Option<Caret>,
    },
    /// A document was closed: its file counts again.
    Close(Arc<str>),
    /// A document was saved: nobody is in the middle of a word.
    Saved(Arc<str>),
    /// The settings are now these.
    Configure(Arc<Config>),

    /// Wants to know what is known after all jobs before this one.
    Ask(oneshot::Sender<Arc<Snapshot>>),
    /// Articles as they are on disk.
    Load {
        /// The articles.
        readings: Vec<Arc<Reading>>,
        /// Whether more are being read, so that these can wait for them.
        more: bool,
    },
    /// Files that are no articles any more, and folders that have none.
    Gone(Vec<PathBuf>),
    /// All articles on disk are these; each was loaded before.
    Indexed(Vec<Arc<str>>),
    /// Say when nothing is left to be done, neither at once nor after a pause.
    #[cfg(test)]
    Report(oneshot::Sender<()>),
    /// The session is over.
    Stop,
}

/// The text of an open document, and what its next reading takes over from the last.
struct Buffer {
    rope: Rope,
    markdown: bool,
    looks: Looks,
    draft: Draft,
}

/// The thread's state.
pub struct Worker {
    shared: Arc<Shared>,
    config: Arc<Config>,
    host: AnalysisHost,
    revision: u64,
    open: Arc<FxHashMap<Arc<str>, OpenDocument>>,
    buffers: FxHashMap<Arc<str>, Buffer>,
    /// Open documents that have not been read as they are now.
    unread: FxHashSet<Arc<str>>,
    /// Articles that the disk holds, whether open or not.
    disk: FxHashSet<Arc<str>>,
    /// Articles from the disk that have not been put in yet.
    waiting: VecDeque<Arc<Reading>>,
    /// Whether more of them are being read.
    more: bool,
    publisher: Publisher,
    stale: bool,
    stopped: bool,
    /// Who wants to know when nothing is left to be done.
    #[cfg(test)]
    reports: Vec<oneshot::Sender<()>>,
}

impl Worker {
    /// A worker that knows nothing yet.
    pub fn new(shared: Arc<Shared>) -> Self {
        let publisher = Publisher::new(Arc::clone(&shared));
        Self {
            shared,
            config: Arc::default(),
            host: AnalysisHost::default(),
            revision: 0,
            open: Arc::default(),
            buffers: FxHashMap::default(),
            unread: FxHashSet::default(),
            disk: FxHashSet::default(),
            waiting: VecDeque::new(),
            more: false,
            publisher,
            stale: false,
            stopped: false,
            #[cfg(test)]
            reports: Vec::new(),
        }
    }

    /// Works until it is told to stop.
    pub fn run(mut self, jobs: &Receiver<Job>) {
        while !self.stopped {
            #[cfg(test)]
            self.report();
            let pause = match self.publisher.due() {
                _ if self.is_ripe() => Duration::ZERO,
                Some(due) => due.saturating_duration_since(Instant::now()),
                None => Duration::MAX,
            };
            match jobs.recv_timeout(pause) {
                Ok(job) => self.round(job, jobs),
                Err(RecvTimeoutError::Timeout) if self.is_ripe() => self.put_in(),
                Err(RecvTimeoutError::Timeout) => {
                    if self.publisher.has_paused() {
                        self.stale = true;
                        self.refresh();
                        self.publisher.publish(&self.shared.latest());
                    }
                    self.publisher.settle();
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn round(&mut self, first: Job, jobs: &Receiver<Job>) {
        self.take(first);
        for _ in 1..TOGETHER {
            match jobs.try_recv() {
                Ok(job) => self.take(job),
                Err(_) => break,
            }
        }
        self.refresh();
        self.publisher.publish(&self.shared.latest());
    }

    fn take(&mut self, job: Job) {
        match job {
            Job::Open(path, document) => self.opened(path, document),
            Job::Edit { path, version, rope, caret } => self.edited(path, version, rope, caret),
            Job::Close(path) => self.closed(&path),
            Job::Configure(config) => self.configure(config),
            Job::Ask(answer) => {
                if !answer.is_closed() {
                    self.refresh();
                    // Whoever cancelled in the meantime needs no answer.
                    let _ = answer.send(self.shared.latest());
                    // Before the next change is looked at: who has seen this state must hear when it is over.
                    self.publisher.publish(&self.shared.latest());
                }
            }
            Job::Saved(path) => {
                self.changed();
                self.publisher.finished(&path);
            }
            Job::Load { readings, more } => {
                self.waiting.extend(readings);
                self.more = more;
            }
            Job::Gone(paths) => self.forget(|path| paths.iter().any(|p| Path::new(path).starts_with(p))),
            Job::Indexed(paths) => {
                self.more = false;
                let there: FxHashSet<Arc<str>> = paths.into_iter().collect();
                self.forget(|path| !there.contains(path));
            }
            #[cfg(test)]
            Job::Report(answer) => self.reports.push(answer),
            Job::Stop => self.stopped = true,
        }
    }

    #[cfg(test)]
    fn report(&mut self) {
        if self.waiting.is_empty() && self.publisher.due().is_none() {
            // A test that waits no more has its answer.
            self.reports.drain(..).for_each(|answer| answer.send(()).unwrap_or_default());
        }
    }

    fn changed(&mut self) {
        self.revision += 1;
        self.stale = true;
    }

    fn opened(&mut self, path: Arc<str>, document: Document) {
        self.changed();
        self.publisher.opened(&path);
        self.unread.insert(Arc::clone(&path));
        let Document { rope, markdown, .. } = document;
        self.buffers.insert(
            Arc::clone(&path),
            Buffer { rope, markdown, looks: Looks::default(), draft: Draft::default() },
        );
        let open = OpenDocument { uri: document.uri, version: document.version };
        Arc::make_mut(&mut self.open).insert(path, open);
    }

    fn edited(&mut self, path: Arc<str>, version: i32, rope: Rope, caret: Option<Caret>) {
        self.changed();
        if let Some(open) = Arc::make_mut(&mut self.open).get_mut(&path) {
            open.version = version;
        }
        self.publisher.edited(&path, caret);
        if let Some(buffer) = self.buffers.get_mut(&path) {
            buffer.rope = rope;
            self.unread.insert(path);
        }
    }

    fn closed(&mut self, path: &Arc<str>) {
        self.changed();
        self.unread.remove(path);
        self.buffers.remove(path);
        if let Some(closed) = Arc::make_mut(&mut self.open).remove(path) {
            self.publisher.closed(path, &closed.uri);
        }
        let on_disk = self.disk.contains(path).then(|| index::read(path, &self.config)).flatten();
        match on_disk {
            Some(reading) => self.host.replace(reading),
            None => self.host.remove(path),
        }
    }

    fn configure(&mut self, config: Arc<Config>) {
        self.changed();
        self.config = config;
        self.publisher.configured();
        // The settings may know more of an article than it says itself.
        self.unread.extend(self.buffers.keys().cloned());
    }

    /// Forgets articles on disk; those that are open stay as long as they are.
    fn forget(&mut self, gone: impl Fn(&str) -> bool) {
        self.waiting.retain(|r| !gone(&r.article.path));
        let paths: Vec<Arc<str>> = self.disk.iter().filter(|p| gone(p)).cloned().collect();
        for path in paths {
            self.disk.remove(&path);
            if !self.open.contains_key(&path) {
                self.host.remove(&path);
                self.stale = true;
            }
        }
    }

    /// How many articles are put in at once: more the more is known, so that stories are not formed again and again.
    fn portion(&self) -> usize {
        PORTION.max(self.disk.len() / 2)
    }

    /// Whether some of what the disk holds is to be put in.
    fn is_ripe(&self) -> bool {
        let least = if self.more { self.portion() } else { 1 };
        self.waiting.len() >= least
    }

    /// Puts in some of what the disk holds.
    fn put_in(&mut self) {
        let portion = self.portion().min(self.waiting.len());
        for reading in self.waiting.drain(..portion) {
            let path = &reading.article.path;
            self.disk.insert(Arc::clone(path));
            if !self.open.contains_key(path) {
                self.host.replace(reading);
                self.stale = true;
            }
        }
        self.refresh();
        self.publisher.publish(&self.shared.latest());
    }

    /// Reads what has changed, compares, and shows the new state to requests.
    fn refresh(&mut self) {
        for path in std::mem::take(&mut self.unread) {
            let Some(buffer) = self.buffers.get_mut(&path) else { continue };
            let version = self.open.get(&path).map(|d| d.version);
            let config = &self.config;
            let read = catch_unwind(AssertUnwindSafe(|| {
                let text = String::from(&buffer.rope);
                let article = Article::drafted(&path, &text, &config.meta(&path), &mut buffer.looks);
                Arc::new(buffer.draft.read(Arc::new(index::with_format(article, buffer.markdown))))
            }));
            match read {
                Ok(reading) => self.host.replace(reading),
                Err(panic) => {
                    tracing::error!(
                        "reading {path}, version {version:?}, failed: {}",
                        panic_message(&*panic)
                    );
                }
            }
        }
        if std::mem::take(&mut self.stale) {
            self.compare();
        }
    }

    fn compare(&mut self) {
        let known = catch_unwind(AssertUnwindSafe(|| {
            let analysis = self.host.analysis();
            // What somebody looks at is compared now, everything else when it is asked for.
            for at in self.open.keys().filter_map(|path| analysis.find(path)) {
                analysis.story(at.story);
            }
            analysis
        }));
        match known {
            Ok(analysis) => self.shared.publish(Arc::new(Snapshot {
                revision: self.revision,
                analysis,
                open: Arc::clone(&self.open),
                profile: self.shared.profile(),
                config: Arc::clone(&self.config),
                unfinished: self.publisher.unfinished(),
            })),
            Err(panic) => tracing::error!("comparing failed: {}", panic_message(&*panic)),
        }
    }
}
