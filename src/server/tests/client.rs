//! A client for tests: typed, over a pair of pipes in memory, and strict. A test that leaves a message unread fails.

use std::collections::VecDeque;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncWriteExt, BufReader, DuplexStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinHandle;
use tower_lsp::lsp_types::notification::Notification;
use tower_lsp::lsp_types::request::Request;
use tower_lsp::lsp_types::{PublishDiagnosticsParams, TextDocumentPositionParams, Url};

use crate::server::transport::{self, Frame};
use crate::text::fixture::Fixture;

/// No message of a test takes longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a modern editor can, pushed findings.
pub fn capabilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": { "workspaceEdit": { "documentChanges": true, "changeAnnotationSupport": {} } },
        "textDocument": {
            "hover": { "contentFormat": ["markdown"] },
            "definition": { "linkSupport": false },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "publishDiagnostics": { "relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true },
            "codeAction": { "resolveSupport": { "properties": ["edit"] }, "dataSupport": true }
        }
    })
}

/// A session with a server.
pub struct Client {
    output: DuplexStream,
    input: UnboundedReceiver<Value>,
    serving: JoinHandle<bool>,
    unread: VecDeque<Value>,
    reads_refreshes: bool,
    next: i64,
    /// The server's answer to `initialize`.
    pub initialized: Value,
}

impl Client {
    /// A session with a server that got these parameters at the start.
    pub async fn start_with(params: Value) -> Self {
        let mut client = Self::connect();
        client.initialized = client.call("initialize", params).await.expect("an answer to initialize");
        client.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })).await;
        client
    }

    /// A session of a client that can what [`capabilities`] says, without a folder.
    pub async fn start() -> Self {
        Self::start_with(json!({ "processId": null, "rootUri": null, "capabilities": capabilities() })).await
    }

    /// A session with the files of a fixture open, their first findings read.
    pub async fn open_fixture(source: &str) -> (Self, Fixture) {
        let fixture = Fixture::parse(source);
        let mut client = Self::start().await;
        for (path, text) in &fixture.files {
            client.open(&uri(path), text).await;
        }
        client.settle(fixture.files.len()).await;
        (client, fixture)
    }

    /// A server that has been told nothing.
    pub fn connect() -> Self {
        Self::reading_after(std::future::ready(()))
    }

    /// A server that has been told nothing, of which nothing is read before something has happened.
    pub fn reading_after(started: impl Future<Output: Send> + Send + 'static) -> Self {
        let (output, server_input) = tokio::io::duplex(1 << 16);
        let (server_output, input) = tokio::io::duplex(1 << 16);
        let serving = tokio::spawn(crate::server::serve(server_input, server_output));
        let (sender, receiver) = unbounded_channel();
        tokio::spawn(async move {
            started.await;
            let mut input = BufReader::new(input);
            while let Ok(Some(Frame::Message(value))) = transport::read(&mut input).await {
                if sender.send(value).is_err() {
                    return;
                }
            }
        });
        Self {
            output,
            input: receiver,
            serving,
            unread: VecDeque::new(),
            reads_refreshes: true,
            next: 1,
            initialized: Value::Null,
        }
    }

    /// Sends bytes as they are.
    pub async fn send_raw(&mut self, bytes: &[u8]) {
        let written = tokio::time::timeout(PATIENCE, self.output.write_all(bytes)).await;
        written.expect("the server reads in time").expect("the server reads");
    }

    /// Sends a message.
    pub async fn send(&mut self, message: Value) {
        let body = message.to_string();
        self.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
    }

    /// Sends a notification.
    pub async fn notify<N: Notification>(&mut self, params: Value) {
        self.send(json!({ "jsonrpc": "2.0", "method": N::METHOD, "params": params })).await;
    }

    /// A number for a request.
    pub fn next_id(&mut self) -> i64 {
        self.next += 1;
        self.next
    }

    /// Passes over all findings that are pushed for what was sent so far.
    pub async fn drop_findings(&mut self) {
        self.settled().await;
        self.unread.retain(|m| m["method"] != "textDocument/publishDiagnostics");
    }

    /// Passes over what was told of progress.
    pub fn drop_progress(&mut self) {
        self.unread.retain(|m| m["method"] != "$/progress");
    }

    /// Passes over questions whether to ask again, now and later.
    pub fn drop_refreshes(&mut self) {
        self.reads_refreshes = false;
    }

    /// Waits until the server has done all that it was told, has put in what it found on disk, and waits for no pause.
    pub async fn settled(&mut self) {
        assert_eq!(self.call("test/settled", json!({})).await, Ok(Value::Null));
    }

    /// Sends a request and returns its number.
    pub async fn ask(&mut self, method: &str, params: Value) -> i64 {
        let id = self.next_id();
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })).await;
        id
    }

    /// The answer to a request: its result or its error.
    pub async fn answer(&mut self, id: i64) -> Result<Value, Value> {
        let mut message = self.next_where(|m| m.get("method").is_none() && m["id"] == id).await;
        match message.get_mut("error") {
            Some(error) => Err(error.take()),
            None => Ok(message["result"].take()),
        }
    }

    /// Sends a request and waits for its answer.
    pub async fn call(&mut self, method: &str, params: Value) -> Result<Value, Value> {
        let id = self.ask(method, params).await;
        self.answer(id).await
    }

    /// Sends a request and waits for its result.
    pub async fn request<R: Request>(&mut self, params: Value) -> R::Result {
        let result = self.call(R::METHOD, params).await.expect("a result");
        serde_json::from_value(result).expect("a result of the request's type")
    }

    /// Opens a document in its first version.
    pub async fn open(&mut self, uri: &Url, text: &str) {
        let language = if uri.path().ends_with(".md") { "markdown" } else { "plaintext" };
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.send(json!({
            "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": document }
        }))
        .await;
    }

    /// Replaces a range of a document (`[line, character, line, character]`) by a text.
    pub async fn edit(&mut self, uri: &Url, version: i32, range: [u32; 4], text: &str) {
        let [line, character, end_line, end] = range;
        let range = json!({
            "start": { "line": line, "character": character }, "end": { "line": end_line, "character": end }
        });
        self.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": {
            "textDocument": { "uri": uri, "version": version }, "contentChanges": [{ "range": range, "text": text }]
        } }))
        .await;
    }

    /// The next findings that are pushed.
    pub async fn published(&mut self) -> PublishDiagnosticsParams {
        let message = self.next_where(|m| m["method"] == "textDocument/publishDiagnostics").await;
        serde_json::from_value(message["params"].clone()).expect("findings")
    }

    /// The next findings of a document in a version; earlier ones and those of other documents are passed over.
    pub async fn findings(&mut self, uri: &Url, version: i32) -> PublishDiagnosticsParams {
        loop {
            let published = self.published().await;
            if published.uri == *uri && published.version == Some(version) {
                return published;
            }
        }
    }

    /// Waits until so many documents have findings, and passes them over. Then the server has seen
    /// all that was sent before.
    pub async fn settle(&mut self, documents: usize) {
        let mut seen = std::collections::BTreeSet::new();
        while seen.len() < documents {
            seen.insert(self.published().await.uri);
        }
        self.drop_findings().await;
    }

    /// The next message from the server.
    pub async fn message(&mut self) -> Value {
        self.next_where(|_| true).await
    }

    /// The next message that is wanted; others wait.
    pub async fn next_where(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        if let Some(found) = self.unread.iter().position(&wanted) {
            return self.unread.remove(found).expect("the position is from the same queue");
        }
        loop {
            let next = tokio::time::timeout(PATIENCE, self.input.recv()).await;
            let message = next.unwrap_or_else(|_| panic!("no such message; unread: {:?}", self.unread));
            let message = message.unwrap_or_else(|| panic!("the server has gone; unread: {:?}", self.unread));
            if wanted(&message) {
                return message;
            }
            self.unread.push_back(message);
        }
    }

    /// Ends the session as the specification has it and fails on anything that the test did not read.
    pub async fn finish(mut self) {
        assert_eq!(self.call("shutdown", Value::Null).await, Ok(Value::Null));
        self.send(json!({ "jsonrpc": "2.0", "method": "exit" })).await;
        assert!(self.ended().await, "shutdown came before exit");
        while let Ok(message) = self.input.try_recv() {
            self.unread.push_back(message);
        }
        if !self.reads_refreshes {
            self.unread.retain(|m| m["method"].as_str().is_none_or(|method| !method.ends_with("/refresh")));
        }
        assert!(self.unread.is_empty(), "unread: {:?}", self.unread);
    }

    /// Waits for the server to end; whether it ended in order.
    pub async fn ended(&mut self) -> bool {
        let served = tokio::time::timeout(PATIENCE, &mut self.serving).await;
        served.expect("the server ends").expect("the server does not panic")
    }

    /// Closes the client's end of the server's input.
    pub async fn hang_up(&mut self) {
        self.output.shutdown().await.expect("the pipe closes");
    }
}

/// The address of a fixture's file.
pub fn uri(path: &str) -> Url {
    Url::from_file_path(path).expect("a path from the root")
}

/// A position in a fixture's file, in UTF-16.
pub fn position(fixture: &Fixture, file: usize, offset: u32) -> Value {
    let text = &fixture.files[file].1;
    let place = crate::text::LineIndex::new(text).position(text, offset);
    json!({ "line": place.line, "character": place.character })
}

/// The document and the position of a fixture's cursor.
pub fn cursor(fixture: &Fixture) -> Value {
    let (file, offset) = fixture.cursor.expect("a cursor");
    let params = json!({ "textDocument": { "uri": uri(&fixture.files[file].0) }, "position": position(fixture, file, offset) });
    assert!(serde_json::from_value::<TextDocumentPositionParams>(params.clone()).is_ok());
    params
}
