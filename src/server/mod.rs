//! The language server: the only floor that knows the protocol.
//!
//! Messages come in through [`transport`], in order; [`dispatch`] starts their handlers in that order; [`sync`] applies edits to
//! open documents at once; the [`worker`] reads and compares; requests are answered from its snapshots by one file each in
//! [`requests`], over `features`, with [`from_lsp`] and [`to_lsp`] between the two languages.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use futures::{Sink, SinkExt};
use tokio::io::{AsyncRead, AsyncWrite, BufReader};
use tokio::runtime::Handle;
use tokio::sync::oneshot;
use tower_lsp::LspService;
use tower_lsp::jsonrpc::{Error, Request, Response};

mod backend;
mod capabilities;
mod commands;
mod config;
mod dispatch;
mod documents;
mod from_lsp;
mod index;
mod input;
mod lifecycle;
mod log;
mod output;
mod pages;
mod profile;
mod publish;
mod requests;
mod shared;
mod snapshot;
mod sync;
mod to_lsp;
mod transport;
mod uri;
mod worker;
mod workspace;

use backend::Backend;
use dispatch::Dispatcher;
use index::Errand;
use input::Input;
use output::Output;
use shared::Shared;
use transport::{Frame, Outlet};
use worker::{Job, Worker};

/// How long answers that are under way may take once the session is over.
const DRAIN: Duration = Duration::from_secs(2);

/// Speaks the protocol on standard input and output until the client ends the session. Logs go to the standard error stream, or
/// to a file. The exit code is 0 where the client asked for the end before it came, else 1.
pub fn run(log_file: Option<&Path>) -> u8 {
    if let Err(error) = log::start(log_file) {
        eprintln!("rashomon: cannot write the log: {error}");
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("rashomon: cannot start: {error}");
            return 1;
        }
    };
    let output = match Output::standard() {
        Ok(output) => output,
        Err(error) => {
            eprintln!("rashomon: cannot write: {error}");
            return 1;
        }
    };
    let orderly = runtime.block_on(serve(Input::standard(), output));
    // A client may leave its end of the input open; the thread that reads it must not keep the process.
    runtime.shutdown_background();
    u8::from(!orderly)
}

/// Serves one session over a pair of streams. Returns whether the client asked for its end before it came.
///
/// A thread reads what comes in and starts its handlers, one reads and compares articles and writes their findings: between the
/// client's message and the findings only these two have to be woken.
pub async fn serve<I, O>(input: I, output: O) -> bool
where
    I: AsyncRead + Unpin + Send + 'static,
    O: AsyncWrite + Unpin + Send + 'static,
{
    let (jobs, inbox) = mpsc::channel();
    let (errands, outings) = mpsc::channel();
    let outlet = Arc::new(Outlet::new(output));
    let mut session = None;
    let builder = LspService::build(|client| {
        let shared = Arc::new(Shared::new(client, jobs, errands, Arc::clone(&outlet), Handle::current()));
        session = Some(Arc::clone(&shared));
        Backend { shared }
    })
    .custom_method("$/setTrace", Backend::set_trace)
    .custom_method("window/workDoneProgress/cancel", Backend::cancel_progress);
    #[cfg(test)]
    let builder = builder
        .custom_method("test/failAtOnce", Backend::fail_at_once)
        .custom_method("test/failLater", Backend::fail_later)
        .custom_method("test/never", Backend::never)
        .custom_method("test/text", Backend::text)
        .custom_method("test/settled", Backend::settled);
    let (service, socket) = builder.finish();
    // The builder runs its closure before it returns.
    let Some(shared) = session else { return false };
    let worker = Worker::new(Arc::clone(&shared));
    let indexer = Arc::clone(&shared);
    let (requests, replies) = socket.split();
    let (answers, outbox) = tokio::sync::mpsc::unbounded_channel();
    let mut writer = tokio::spawn(async move { transport::write(&outlet, outbox, requests).await });
    let (runtime, dispatcher) = (Handle::current(), Dispatcher::new(service, answers));
    let (ended, mut end_of_input) = oneshot::channel();
    let started = thread("analysis", move || worker.run(&inbox))
        .and_then(|()| thread("index", move || index::run(&indexer, &outings)))
        .and_then(|()| {
            thread("input", move || {
                runtime.block_on(read(input, dispatcher, replies));
                // Nobody waits for it where the session has ended first.
                let _ = ended.send(());
            })
        });
    if let Err(error) = started {
        tracing::error!("cannot start: {error}");
        return false;
    }
    tokio::select! {
        _ = &mut end_of_input => if tokio::time::timeout(DRAIN, writer).await.is_err() {
            tracing::warn!("some answers could not be sent");
        },
        () = shared.end.notified() => {}
        written = &mut writer => tracing::warn!("the client has stopped reading: {written:?}"),
    }
    shared.stop_indexing();
    shared.tell(Job::Stop);
    shared.send(Errand::Stop);
    // There is such a folder only where there was something for the client to open.
    let _ = std::fs::remove_dir_all(&shared.scratch_folder);
    shared.shutdown.load(Ordering::Relaxed)
}

fn thread(name: &str, work: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
    std::thread::Builder::new().name(name.to_owned()).spawn(work).map(drop)
}

/// Reads messages and has them handled until the stream or the session ends.
async fn read<I, S>(input: I, mut dispatcher: Dispatcher, mut replies: S)
where
    I: AsyncRead + Unpin,
    S: Sink<Response> + Unpin,
{
    let mut input = BufReader::with_capacity(1 << 16, input);
    loop {
        let value = match transport::read(&mut input).await {
            Ok(Some(Frame::Message(value))) => value,
            Ok(Some(Frame::Broken)) => {
                dispatcher.refuse(Error::parse_error());
                continue;
            }
            Ok(None) => return,
            Err(error) => return tracing::warn!("cannot read: {error}"),
        };
        if value.get("method").is_none() {
            match serde_json::from_value::<Response>(value) {
                Ok(response) => {
                    if replies.send(response).await.is_err() {
                        return;
                    }
                }
                Err(_) => dispatcher.refuse(Error::invalid_request()),
            }
            continue;
        }
        match serde_json::from_value::<Request>(value) {
            Ok(request) => {
                let last = request.method() == "exit";
                dispatcher.dispatch(request);
                if last {
                    return;
                }
            }
            Err(_) => dispatcher.refuse(Error::invalid_request()),
        }
    }
}

#[cfg(test)]
mod tests;
