//! From messages to handlers: in the order in which they were sent, each in a task of its own, none able to take the server
//! down.

use std::any::Any;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, Waker};

use serde_json::Value;
use tokio::sync::mpsc::UnboundedSender;
use tower::Service;
use tower_lsp::jsonrpc::{Error, Id, Request, Response};
use tower_lsp::lsp_types::LogTraceParams;
use tower_lsp::lsp_types::notification::LogTrace;
use tower_lsp::{ExitedError, LspService};

use super::backend::Backend;

type Handling = Pin<Box<dyn Future<Output = Result<Option<Response>, ExitedError>> + Send>>;

/// Hands messages to the service.
pub struct Dispatcher {
    service: LspService<Backend>,
    answers: UnboundedSender<Response>,
}

impl Dispatcher {
    /// A dispatcher that sends answers to `answers`.
    pub fn new(service: LspService<Backend>, answers: UnboundedSender<Response>) -> Self {
        Self { service, answers }
    }

    /// Starts handling a message. Its handler runs up to its first pause before this returns, so that whatever handlers do to
    /// the state before they wait for anything is done in the order of the messages.
    pub fn dispatch(&mut self, request: Request) {
        let id = request.id().cloned();
        if let Some(id) = &id
            && request.method().starts_with("$/")
        {
            // The service ignores these, but a request always has an answer.
            return self.answer(Response::from_error(id.clone(), Error::method_not_found()));
        }
        let subject = Subject::of(&request);
        self.trace(&request);
        let request = mended(request);
        let service = &mut self.service;
        let started = catch_unwind(AssertUnwindSafe(|| {
            let mut handling = service.call(request);
            match handling.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(done) => Started::Done(done),
                Poll::Pending => Started::Waiting(handling),
            }
        }));
        match started {
            Ok(Started::Done(Ok(Some(response)))) => self.answer(response),
            Ok(Started::Done(_)) => {}
            Ok(Started::Waiting(handling)) => self.spawn(handling, id, subject),
            Err(panic) => {
                subject.log(&*panic);
                if let Some(id) = id {
                    self.answer(Response::from_error(id, Error::internal_error()));
                }
            }
        }
    }

    /// Tells the client of a message, where it wants to follow what happens.
    fn trace(&self, request: &Request) {
        let shared = &self.service.inner().shared;
        let level = shared.trace.load(Ordering::Relaxed);
        if level == 0 {
            return;
        }
        let message = format!("Received {}", request.method());
        let verbose = request.params().filter(|_| level > 1).map(Value::to_string);
        let client = shared.client.clone();
        tokio::spawn(async move {
            client.send_notification::<LogTrace>(LogTraceParams { message, verbose }).await
        });
    }

    /// Answers a message that could not be read.
    pub fn refuse(&self, error: Error) {
        self.answer(Response::from_error(Id::Null, error));
    }

    fn answer(&self, response: Response) {
        // Nobody is left to answer once the client has closed its end.
        let _ = self.answers.send(response);
    }

    fn spawn(&self, handling: Handling, id: Option<Id>, subject: Subject) {
        let answers = self.answers.clone();
        let handling = tokio::spawn(handling);
        tokio::spawn(async move {
            let response = match handling.await {
                Ok(done) => done.ok().flatten(),
                Err(error) => {
                    if let Ok(panic) = error.try_into_panic() {
                        subject.log(&*panic);
                    }
                    id.map(|id| Response::from_error(id, Error::internal_error()))
                }
            };
            response.map(|r| answers.send(r))
        });
    }
}

/// What became of a handler when it was started.
enum Started {
    Done(Result<Option<Response>, ExitedError>),
    Waiting(Handling),
}

/// What a message is about, for the log.
struct Subject {
    method: String,
    document: Option<String>,
}

impl Subject {
    fn of(request: &Request) -> Self {
        let document = request.params().and_then(|p| {
            let document = p.get("textDocument")?;
            let uri = document.get("uri")?.as_str()?;
            Some(match document.get("version").and_then(Value::as_i64) {
                Some(version) => format!("{uri}, version {version}"),
                None => uri.to_owned(),
            })
        });
        Self { method: request.method().to_owned(), document }
    }

    fn log(&self, panic: &(dyn Any + Send)) {
        let document = self.document.as_deref().unwrap_or("no document");
        tracing::error!("{} ({document}) failed: {}", self.method, panic_message(panic));
    }
}

/// The words of a panic.
pub fn panic_message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason given")
}

/// A message as the service understands it: it refuses parameters where it wants none, `null` too; its types misspell
/// `workspace.diagnostics`; and a trace level that it does not know would cost the client the whole session.
fn mended(request: Request) -> Request {
    if !matches!(request.method(), "initialize" | "shutdown" | "exit") {
        return request;
    }
    let (method, id, params) = request.into_parts();
    let mut mended = Request::build(method.clone());
    if let Some(mut params) = params.filter(|_| method == "initialize") {
        if let Some(workspace) = params.pointer_mut("/capabilities/workspace").and_then(Value::as_object_mut)
            && let Some(diagnostics) = workspace.remove("diagnostics")
        {
            workspace.insert("diagnostic".to_owned(), diagnostics);
        }
        let known = ["off", "messages", "verbose"].map(Value::from);
        if let Some(params) = params.as_object_mut()
            && params.get("trace").is_some_and(|trace| !known.contains(trace))
        {
            params.remove("trace");
        }
        mended = mended.params(params);
    }
    match id {
        Some(id) => mended.id(id).finish(),
        None => mended.finish(),
    }
}
