//! What all handlers share.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use rustc_hash::FxHashMap;
use tokio::runtime::Handle;
use tokio::sync::{Notify, oneshot};
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{ProgressToken, SemanticTokens, Url};

use super::config::Config;
use super::documents::Documents;
use super::index::Errand;
use super::profile::Profile;
use super::snapshot::Snapshot;
use super::transport::Outlet;
use super::worker::Job;

/// The state of a session. Handlers change it before they wait for anything, so that it changes in the order of the messages;
/// what is read out of it changes on the worker alone.
#[derive(Debug)]
pub struct Shared {
    /// The client.
    pub client: Client,
    /// The open documents.
    pub documents: Mutex<Documents>,
    /// What the client can, once it has said so.
    pub profile: OnceLock<Arc<Profile>>,
    /// Whether the client has asked for the end.
    pub shutdown: AtomicBool,
    /// Told when the session is to end though the client has not said so.
    pub end: Notify,
    /// Where tasks run.
    pub runtime: Handle,
    /// The settings as they were last given to the worker.
    config: Mutex<Arc<Config>>,
    /// The flag that stops the indexing under way, and the progress that shows it.
    indexing: Mutex<(Arc<AtomicBool>, Option<ProgressToken>)>,
    errands: Sender<Errand>,
    /// Where messages to the client go.
    outlet: Arc<Outlet>,
    /// Settings files that faults were shown for.
    faulty: Mutex<Vec<PathBuf>>,
    /// Where documents for the client to open are written; the folder goes with the session.
    pub scratch_folder: PathBuf,
    /// Tokens that clients have.
    pub tokens: TokenCache,
    /// How much of what happens the client wants to be told.
    pub trace: AtomicU8,
    /// What is known; behind by the changes that the worker has not seen yet.
    latest: RwLock<Arc<Snapshot>>,
    /// How many changes were made.
    revision: AtomicU64,
    jobs: Sender<Job>,
}

impl Shared {
    /// The state at the start. `jobs` leads to the worker, `errands` to the indexer, `outlet` to the client.
    pub fn new(
        client: Client,
        jobs: Sender<Job>,
        errands: Sender<Errand>,
        outlet: Arc<Outlet>,
        runtime: Handle,
    ) -> Self {
        Self {
            client,
            runtime,
            config: Mutex::default(),
            indexing: Mutex::default(),
            errands,
            outlet,
            faulty: Mutex::default(),
            scratch_folder: scratch_folder(),
            tokens: TokenCache::default(),
            trace: AtomicU8::new(0),
            documents: Mutex::default(),
            profile: OnceLock::new(),
            shutdown: AtomicBool::new(false),
            end: Notify::new(),
            latest: RwLock::default(),
            revision: AtomicU64::new(0),
            jobs,
        }
    }

    /// What the client can.
    pub fn profile(&self) -> Arc<Profile> {
        self.profile.get().cloned().unwrap_or_default()
    }

    /// The settings.
    pub fn config(&self) -> Arc<Config> {
        Arc::clone(&self.config.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the settings.
    pub fn configure(&self, change: impl FnOnce(&mut Config)) {
        let mut config = self.config.lock().unwrap_or_else(PoisonError::into_inner);
        change(Arc::make_mut(&mut config));
        self.change(Job::Configure(Arc::clone(&config)));
    }

    /// Notes that indexing starts, and stops the one under way.
    pub fn start_indexing(&self, cancel: &Arc<AtomicBool>) {
        let mut indexing = self.indexing.lock().unwrap_or_else(PoisonError::into_inner);
        indexing.0.store(true, Ordering::Relaxed);
        *indexing = (Arc::clone(cancel), None);
    }

    /// Notes which progress shows the indexing that `cancel` stops.
    pub fn show_indexing(&self, cancel: &Arc<AtomicBool>, token: ProgressToken) {
        let mut indexing = self.indexing.lock().unwrap_or_else(PoisonError::into_inner);
        if Arc::ptr_eq(&indexing.0, cancel) {
            indexing.1 = Some(token);
        }
    }

    /// Stops the indexing under way.
    pub fn stop_indexing(&self) {
        self.indexing.lock().unwrap_or_else(PoisonError::into_inner).0.store(true, Ordering::Relaxed);
    }

    /// Stops the indexing that a progress shows.
    pub fn cancel_progress(&self, token: &ProgressToken) {
        let indexing = self.indexing.lock().unwrap_or_else(PoisonError::into_inner);
        if indexing.1.as_ref() == Some(token) {
            indexing.0.store(true, Ordering::Relaxed);
        }
    }

    /// Gives the worker a change that requests sent from now on are to see.
    pub fn change(&self, job: Job) {
        self.revision.fetch_add(1, Ordering::Relaxed);
        self.tell(job);
    }

    /// Whether something was changed that this state of what is known does not take in.
    pub fn is_past(&self, snapshot: &Snapshot) -> bool {
        self.revision.load(Ordering::Relaxed) > snapshot.revision
    }

    /// Gives the worker something to do.
    pub fn tell(&self, job: Job) {
        if self.jobs.send(job).is_err() {
            tracing::error!("the worker is gone");
        }
    }

    /// Writes a notification that is ready to be written: the long way through the service copies it several times. To be called from
    /// the worker's thread; it waits while the client does not read, and ends the session once that has closed its end.
    pub fn notify(&self, notification: &[u8]) {
        if let Err(error) = self.runtime.block_on(self.outlet.write(notification)) {
            tracing::warn!("the client has stopped reading: {error}");
            self.end.notify_one();
        }
    }

    /// Gives the indexer something to do.
    pub fn send(&self, errand: Errand) {
        if self.errands.send(errand).is_err() {
            tracing::error!("the indexer is gone");
        }
    }

    /// Notes which settings files have faults now, and returns those that had some before.
    pub fn replace_faulty(&self, faulty: Vec<PathBuf>) -> Vec<PathBuf> {
        std::mem::replace(&mut self.faulty.lock().unwrap_or_else(PoisonError::into_inner), faulty)
    }

    /// Writes a document for the client to open, and returns its address. It is no article, whatever it is called.
    pub fn scratch(&self, name: &str, text: &str) -> Option<Url> {
        let file = self.scratch_folder.join(name);
        let written =
            std::fs::create_dir_all(&self.scratch_folder).and_then(|()| std::fs::write(&file, text));
        written.inspect_err(|e| tracing::warn!("{}: {e}", file.display())).ok()?;
        Url::from_file_path(file).ok()
    }

    /// Puts in what is known now.
    pub fn publish(&self, snapshot: Arc<Snapshot>) {
        *self.latest.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
    }

    /// What is known, perhaps without the last changes.
    pub fn latest(&self) -> Arc<Snapshot> {
        Arc::clone(&self.latest.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// A claim on what is known after all changes made so far.
    pub fn ticket(&self) -> Ticket {
        let latest = self.latest();
        if latest.revision == self.revision.load(Ordering::Relaxed) {
            return Ticket::Ready(latest);
        }
        let (sender, receiver) = oneshot::channel();
        self.tell(Job::Ask(sender));
        Ticket::Waiting(receiver)
    }
}

/// A folder of one session of this process alone.
fn scratch_folder() -> PathBuf {
    static SESSIONS: AtomicU64 = AtomicU64::new(0);
    let session = SESSIONS.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("rashomon-{}-{session}", std::process::id()))
}

/// The semantic tokens that the client has, by document, to tell it only what has changed.
#[derive(Default, Debug)]
pub struct TokenCache(Mutex<FxHashMap<Url, SemanticTokens>>);

impl TokenCache {
    /// The tokens that were last sent.
    pub fn get(&self, uri: &Url) -> Option<SemanticTokens> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(uri).cloned()
    }

    /// Remembers tokens.
    pub fn put(&self, uri: Url, tokens: SemanticTokens) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(uri, tokens);
    }

    /// Forgets a document's.
    pub fn forget(&self, uri: &Url) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(uri);
    }
}

/// The snapshot that a request is to be answered from, or the promise of it.
#[derive(Debug)]
pub enum Ticket {
    /// It is there.
    Ready(Arc<Snapshot>),
    /// The worker will send it.
    Waiting(oneshot::Receiver<Arc<Snapshot>>),
}

impl Ticket {
    /// Waits for the snapshot.
    pub async fn snapshot(self) -> Result<Arc<Snapshot>> {
        match self {
            Self::Ready(snapshot) => Ok(snapshot),
            Self::Waiting(receiver) => receiver.await.map_err(|_| Error::internal_error()),
        }
    }

    /// Answers from the snapshot, on a thread where that may take its time. A request that is cancelled before its turn is
    /// not worked on.
    pub async fn answer<T: Send + 'static>(
        self,
        answer: impl FnOnce(&Snapshot) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let snapshot = self.snapshot().await?;
        let wanted = Wanted(Arc::new(AtomicBool::new(true)));
        let still = Arc::clone(&wanted.0);
        let work = tokio::task::spawn_blocking(move || {
            if still.load(Ordering::Relaxed) { answer(&snapshot) } else { Err(Error::request_cancelled()) }
        });
        let answered = work.await;
        drop(wanted);
        match answered {
            Ok(answer) => answer,
            Err(error) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(Error::request_cancelled()),
            },
        }
    }
}

/// Says on its way out that nobody wants the answer any more.
struct Wanted(Arc<AtomicBool>);

impl Drop for Wanted {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Relaxed);
    }
}
