//! Messages in their order, however many there are, whatever becomes of their handlers.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tower_lsp::jsonrpc::Result;

use super::{Client, capabilities, uri};
use crate::server::backend::Backend;

const INTERNAL_ERROR: i64 = -32603;
const CANCELLED: i64 = -32800;

impl Backend {
    /// Fails before it has waited for anything.
    pub async fn fail_at_once(&self) -> Result<()> {
        panic!("as the test wants it")
    }

    /// Fails on a thread that requests are worked on.
    pub async fn fail_later(&self) -> Result<()> {
        self.shared.ticket().answer(|_| panic!("as the test wants it")).await
    }

    /// Takes until it is cancelled.
    pub async fn never(&self) -> Result<()> {
        std::future::pending().await
    }
}

#[tokio::test]
async fn a_handler_that_fails_costs_its_own_answer_alone() {
    let mut client = Client::start().await;
    for method in ["test/failAtOnce", "test/failLater"] {
        let id = client.next_id();
        client.send(json!({ "jsonrpc": "2.0", "id": id, "method": method })).await;
        assert_eq!(client.answer(id).await.unwrap_err()["code"], INTERNAL_ERROR, "{method}");
    }
    client.open(&uri("/wire.txt"), "Nine people were hurt.").await;
    assert_eq!(client.published().await.version, Some(1));
    client.finish().await;
}

#[tokio::test]
async fn a_thousand_requests_that_wait_do_not_stop_the_reader() {
    let mut client = Client::start().await;
    let mut waiting = Vec::new();
    for _ in 0..1000 {
        let id = client.next_id();
        client.send(json!({ "jsonrpc": "2.0", "id": id, "method": "test/never" })).await;
        waiting.push(id);
    }
    client.open(&uri("/wire.txt"), "Nine people were hurt.").await;
    assert_eq!(client.published().await.version, Some(1));
    for &id in &waiting {
        client.send(json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": id } })).await;
    }
    for id in waiting {
        assert_eq!(client.answer(id).await.unwrap_err()["code"], CANCELLED);
    }
    client.finish().await;
}

#[tokio::test]
async fn requests_under_way_are_answered_when_the_input_closes() {
    let mut client = Client::start().await;
    client.open(&uri("/wire.txt"), "Minister Ilse Brandt resigned.").await;
    let at =
        json!({ "textDocument": { "uri": uri("/wire.txt") }, "position": { "line": 0, "character": 12 } });
    let id = client.ask("textDocument/hover", at).await;
    client.hang_up().await;
    assert!(client.answer(id).await.unwrap().is_object());
    assert!(!client.ended().await);
}

#[tokio::test]
async fn a_request_sees_every_change_before_it_and_none_behind_it() {
    let mut client = Client::start().await;
    let wire = uri("/wire.txt");
    client.open(&wire, "Quiet.").await;
    let mut asked = Vec::new();
    for (version, name) in (2..).zip(["Ilse Brandt", "Miriam Oduya", "Tomas Lindqvist"]) {
        let text = format!("Minister {name} resigned.");
        let change = json!({ "textDocument": { "uri": wire, "version": version }, "contentChanges": [{ "text": text }] });
        client.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didChange", "params": change })).await;
        let at = json!({ "textDocument": { "uri": wire }, "position": { "line": 0, "character": 10 } });
        asked.push((client.ask("textDocument/hover", at).await, name));
    }
    for (id, name) in asked {
        let hover = client.answer(id).await.unwrap();
        let text = hover["contents"]["value"].as_str().unwrap_or_default();
        assert!(text.contains(name), "{name}: {text}");
    }
    client.findings(&wire, 4).await;
    client.drop_findings().await;
    client.finish().await;
}

/// Findings and answers fill the pipe long before the client is done, which must not keep the server from reading.
#[tokio::test]
async fn a_client_may_write_all_before_it_reads() {
    let (begin, begun) = tokio::sync::oneshot::channel();
    let mut client = Client::reading_after(begun);
    let start = client.ask("initialize", json!({ "processId": null, "capabilities": capabilities() })).await;
    client.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })).await;
    let wire = uri("/wire.txt");
    client.open(&wire, "Minister Ilse Brandt resigned.").await;
    let mut asked = vec![start];
    for version in 2..1000 {
        client.edit(&wire, version, [0, 0, 0, 0], "Quietly, ").await;
        asked.push(
            client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": wire } })).await,
        );
    }
    begin.send(()).expect("the client waits for it");
    for id in asked {
        client.answer(id).await.unwrap();
    }
    client.findings(&wire, 999).await;
    client.drop_findings().await;
    client.finish().await;
}

/// Ten thousand keystrokes without a pause, with requests and cancellations between them.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_of_keystrokes_is_typed_as_it_was_sent() {
    const KEYSTROKES: usize = 10_000;
    let mut client = Client::start().await;
    let wire = uri("/wire.txt");
    client.open(&wire, "").await;
    let mut typed = String::new();
    let mut waiting = Vec::new();
    for number in 0..KEYSTROKES {
        let key = [b'a' + (number % 26) as u8];
        let key = if number % 7 == 6 { " " } else { std::str::from_utf8(&key).unwrap() };
        let column = typed.len() as u32;
        client.edit(&wire, number as i32 + 2, [0, column, 0, column], key).await;
        typed += key;
        if number % 100 == 50 {
            let params = json!({ "textDocument": { "uri": wire } });
            let id = client.ask("textDocument/documentSymbol", params).await;
            waiting.push(id);
            if number % 200 == 50 {
                client
                    .send(json!({ "jsonrpc": "2.0", "method": "$/cancelRequest", "params": { "id": id } }))
                    .await;
            }
        }
    }
    let mut answers: BTreeMap<i64, usize> = BTreeMap::new();
    for &id in &waiting {
        let answered = client.answer(id).await;
        assert!(answered.is_ok() || answered.as_ref().unwrap_err()["code"] == CANCELLED, "{answered:?}");
        *answers.entry(id).or_default() += 1;
    }
    assert_eq!(answers.len(), waiting.len());
    client.findings(&wire, KEYSTROKES as i32 + 1).await;
    let fold = client.call("test/text", json!({ "uri": wire })).await.unwrap();
    assert_eq!(fold, Value::from(typed));
    client.finish().await;
}

impl Backend {
    /// The text of a document as requests see it.
    pub async fn text(&self, params: tower_lsp::lsp_types::TextDocumentIdentifier) -> Result<Option<String>> {
        let text = move |snapshot: &crate::server::snapshot::Snapshot| {
            Ok(snapshot.article(&params.uri).map(|at| snapshot.reading(at).article.text.to_string()))
        };
        self.shared.ticket().answer(text).await
    }

    /// Answers when every errand and job so far is done and nothing waits for a pause.
    pub async fn settled(&self, _: Value) -> Result<()> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        self.shared.send(crate::server::index::Errand::Report(sender));
        receiver.await.map_err(|_| tower_lsp::jsonrpc::Error::internal_error())?;
        let (sender, receiver) = tokio::sync::oneshot::channel();
        self.shared.tell(crate::server::worker::Job::Report(sender));
        receiver.await.map_err(|_| tower_lsp::jsonrpc::Error::internal_error())
    }
}
