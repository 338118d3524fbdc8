//! The language server over real pipes, to its last breath.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::desk::Desk;
use crate::pipe::{Pipe, address};

fn spawn(arguments: &[&str]) -> Pipe {
    Pipe::spawn(Path::new(env!("CARGO_BIN_EXE_rashomon")), arguments)
}

const WIRE: &str =
    "LAKESIDE, May 6 (Lake Wire) - Mayor Ilse Brandt closed the bridge. Brandt gave no reason.\n";

#[test]
fn a_session_ends_though_its_input_stays_open() {
    let desk = Desk::with(&[("wire 1%.txt", WIRE)]);
    let file = desk.path().join("wire 1%.txt");
    let mut pipe = spawn(&["--stdio"]);
    let result = pipe.initialize(Some(desk.path()), None);
    assert_eq!(result["serverInfo"]["name"], "rashomon");
    pipe.open(&file, WIRE);
    pipe.findings(&file, 1);
    let at = json!({ "textDocument": { "uri": address(&file) }, "position": { "line": 0, "character": 68 } });
    let found = pipe.request("textDocument/definition", at);
    assert_eq!(found["range"]["start"], json!({ "line": 0, "character": 36 }), "{found}");
    assert_eq!(found["uri"], address(&file).as_str());
    assert_eq!(pipe.request("shutdown", Value::Null), Value::Null);
    pipe.notify("exit", Value::Null);
    assert_eq!(pipe.ended().and_then(|s| s.code()), Some(0));
    assert!(pipe.input.is_some(), "the test holds its end open");
}

#[test]
fn a_code_leads_to_a_page_about_it() {
    let desk = Desk::with(&[]);
    let file = desk.path().join("wire.md");
    let mut pipe = spawn(&[]);
    let codes = json!({ "textDocument": { "publishDiagnostics": { "codeDescriptionSupport": true } } });
    pipe.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": codes }));
    pipe.notify("initialized", json!({}));
    pipe.open(&file, "---\ndate: 2026-03-04\n---\nThe ferry sailed on Monday, March 4, 2026.\n");
    let found = pipe.findings(&file, 1);
    let finding = &found["params"]["diagnostics"][0];
    let (code, page) = (&finding["code"], &finding["codeDescription"]["href"]);
    let path = page.as_str().and_then(|page| page.strip_prefix("file://")).expect("a page on disk");
    let text = std::fs::read_to_string(path).expect("a page that is there");
    assert!(text.starts_with(&format!("# {}\n", code.as_str().expect("a code"))), "{text}");
    pipe.request("shutdown", Value::Null);
    pipe.notify("exit", Value::Null);
    assert!(pipe.ended().is_some());
    assert!(!Path::new(path).exists(), "nothing is left behind");
}

#[test]
fn exit_without_shutdown_is_a_failure() {
    let mut pipe = spawn(&[]);
    pipe.initialize(None, None);
    pipe.notify("exit", Value::Null);
    assert_eq!(pipe.ended().and_then(|s| s.code()), Some(1));
}

#[test]
fn a_closed_input_ends_it() {
    let mut pipe = spawn(&[]);
    pipe.initialize(None, None);
    pipe.input = None;
    assert_eq!(pipe.ended().and_then(|s| s.code()), Some(1));
}

#[test]
fn a_client_that_stops_reading_ends_it() {
    let mut pipe = spawn(&[]);
    pipe.initialize(None, None);
    pipe.output = None;
    // What it still had to write may have ended it before there is anything to answer.
    let question = json!({ "query": "rain" });
    pipe.offer(&json!({ "jsonrpc": "2.0", "id": 99, "method": "workspace/symbol", "params": question })).ok();
    assert!(pipe.ended().is_some_and(|s| s.code() == Some(1)), "and it does not panic, which would be 101");
}

#[cfg(unix)]
#[test]
fn it_ends_with_the_process_that_it_serves() {
    let mut parent = Command::new("sleep").arg("1000").spawn().expect("a process");
    let mut pipe = spawn(&[]);
    pipe.initialize(None, Some(parent.id()));
    parent.kill().and_then(|()| parent.wait()).expect("a process of ours");
    assert_eq!(pipe.ended().and_then(|s| s.code()), Some(1));
}

#[test]
fn the_log_goes_to_a_file_if_asked() {
    let desk = Desk::with(&[]);
    let log = desk.path().join("server.log");
    let mut pipe = spawn(&["--log-file", log.to_str().expect("a path in UTF-8")]);
    pipe.initialize(None, None);
    let change =
        json!({ "textDocument": { "uri": "file:///never-opened.txt", "version": 2 }, "contentChanges": [] });
    pipe.notify("textDocument/didChange", change);
    pipe.request("shutdown", Value::Null);
    pipe.notify("exit", Value::Null);
    assert_eq!(pipe.ended().and_then(|s| s.code()), Some(0));
    let log = std::fs::read_to_string(log).expect("a log");
    assert!(log.contains("never-opened.txt"), "{log}");
}
