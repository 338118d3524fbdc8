//! Start, end, and everything that goes wrong between.

use serde_json::{Value, json};
use tower_lsp::lsp_types::notification::DidCloseTextDocument;

use super::{Client, capabilities, uri};

const NOT_INITIALIZED: i64 = -32002;
const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;

fn hover(path: &str) -> Value {
    json!({ "textDocument": { "uri": uri(path) }, "position": { "line": 0, "character": 0 } })
}

#[tokio::test]
async fn shutdown_then_exit_ends_in_order() {
    Client::start().await.finish().await;
}

#[tokio::test]
async fn exit_without_shutdown_ends_out_of_order() {
    let mut client = Client::start().await;
    client.send(json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert!(!client.ended().await);
}

#[tokio::test]
async fn exit_before_initialize_ends() {
    let mut client = Client::connect();
    client.send(json!({ "jsonrpc": "2.0", "method": "exit" })).await;
    assert!(!client.ended().await);
}

#[tokio::test]
async fn shutdown_takes_parameters_that_are_null() {
    let mut client = Client::start().await;
    assert_eq!(client.call("shutdown", Value::Null).await, Ok(Value::Null));
    client.hang_up().await;
    assert!(client.ended().await, "shutdown counts though exit never came");
}

#[tokio::test]
async fn requests_after_shutdown_are_refused() {
    let mut client = Client::start().await;
    client.call("shutdown", Value::Null).await.unwrap();
    let error = client.call("textDocument/hover", hover("/wire.txt")).await.unwrap_err();
    assert_eq!(error["code"], INVALID_REQUEST);
}

#[tokio::test]
async fn a_closed_input_ends_the_session() {
    let mut client = Client::start().await;
    client.hang_up().await;
    assert!(!client.ended().await);
}

#[tokio::test]
async fn messages_right_behind_initialize_are_not_lost() {
    let mut client = Client::connect();
    let id = client.ask("initialize", json!({ "processId": null, "capabilities": capabilities() })).await;
    client.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })).await;
    client.open(&uri("/wire.txt"), "Nine people were hurt.").await;
    client.answer(id).await.unwrap();
    assert_eq!(client.published().await.version, Some(1));
    client.finish().await;
}

#[tokio::test]
async fn requests_before_initialize_are_refused() {
    let mut client = Client::connect();
    let error = client.call("textDocument/hover", hover("/wire.txt")).await.unwrap_err();
    assert_eq!(error["code"], NOT_INITIALIZED);
}

#[tokio::test]
async fn a_second_initialize_is_refused() {
    let mut client = Client::start().await;
    let again = client.call("initialize", json!({ "processId": null, "capabilities": {} })).await;
    assert_eq!(again.unwrap_err()["code"], INVALID_REQUEST);
    client.finish().await;
}

#[tokio::test]
async fn a_trace_level_of_another_make_does_not_cost_the_session() {
    let params = json!({ "processId": null, "capabilities": {}, "trace": "compact" });
    Client::start_with(params).await.finish().await;
}

#[tokio::test]
async fn unknown_requests_are_answered_also_optional_ones() {
    let mut client = Client::start().await;
    for method in ["textDocument/telepathy", "$/telepathy"] {
        assert_eq!(client.call(method, json!({})).await.unwrap_err()["code"], METHOD_NOT_FOUND, "{method}");
    }
    client.send(json!({ "jsonrpc": "2.0", "method": "$/telepathy", "params": {} })).await;
    client.finish().await;
}

#[tokio::test]
async fn wrong_parameters_are_refused() {
    let mut client = Client::start().await;
    let error = client.call("textDocument/hover", json!({ "textDocument": 7 })).await.unwrap_err();
    assert_eq!(error["code"], INVALID_PARAMS);
    client.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": [1, 2] })).await;
    client.finish().await;
}

#[tokio::test]
async fn the_message_behind_a_broken_one_is_read() {
    let mut client = Client::start().await;
    let broken = ["{\"jsonrpc\":", "\u{fffd}", "{}}"];
    for body in broken {
        client.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await;
        assert_eq!(client.message().await["error"]["code"], PARSE_ERROR, "{body}");
    }
    client.send_raw(b"Content-Length: 2\r\n\r\n\xff\xfe").await;
    assert_eq!(client.message().await["error"]["code"], PARSE_ERROR);
    client.send_raw(b"Content-Length: many\r\n\r\n").await;
    assert_eq!(client.message().await["error"]["code"], PARSE_ERROR);
    for message in [json!([]), json!(7), json!({ "jsonrpc": "2.0", "method": 7, "id": 1 })] {
        client.send(message.clone()).await;
        assert_eq!(client.message().await["error"]["code"], INVALID_REQUEST, "{message}");
    }
    client.finish().await;
}

#[tokio::test]
async fn headers_come_in_any_case_and_order() {
    let mut client = Client::start().await;
    let body = r#"{"jsonrpc":"2.0","id":"a","method":"shutdown"}"#;
    let header = format!(
        "content-type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-LENGTH: {}\r\n\r\n",
        body.len()
    );
    client.send_raw(header.as_bytes()).await;
    client.send_raw(body.as_bytes()).await;
    assert_eq!(client.message().await["id"], "a");
}

#[tokio::test]
async fn answers_to_questions_never_asked_are_passed_over() {
    let mut client = Client::start().await;
    client.send(json!({ "jsonrpc": "2.0", "id": 99, "result": null })).await;
    client.send(json!({ "jsonrpc": "2.0", "id": null, "result": null })).await;
    client.finish().await;
}

#[tokio::test]
async fn documents_never_opened_are_no_trouble() {
    let mut client = Client::start().await;
    client.edit(&uri("/wire.txt"), 2, [0, 0, 0, 0], "x").await;
    client.notify::<DidCloseTextDocument>(json!({ "textDocument": { "uri": uri("/wire.txt") } })).await;
    assert_eq!(client.call("textDocument/hover", hover("/wire.txt")).await, Ok(Value::Null));
    client.finish().await;
}
