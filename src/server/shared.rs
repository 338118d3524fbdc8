//! What all handlers share.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};

use tokio::runtime::Handle;
use tokio::sync::{Notify, oneshot};
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::ProgressToken;

use super::config::Config;
use super::documents::Documents;
use super::profile::Profile;
use super::snapshot::Snapshot;
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
    /// What is known; behind by the changes that the worker has not seen yet.
    latest: RwLock<Arc<Snapshot>>,
    /// How many changes were made.
    revision: AtomicU64,
    jobs: Sender<Job>,
}

impl Shared {
    /// The state at the start. `jobs` leads to the worker.
    pub fn new(client: Client, jobs: Sender<Job>, runtime: Handle) -> Self {
        Self {
            client,
            runtime,
            config: Mutex::default(),
            indexing: Mutex::default(),
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

    /// Gives the worker something to do.
    pub fn tell(&self, job: Job) {
        if self.jobs.send(job).is_err() {
            tracing::error!("the worker is gone");
        }
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
