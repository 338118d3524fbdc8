//! Folders, files and settings.

use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;
use tower_lsp::lsp_types::request::WorkspaceSymbolRequest;
use tower_lsp::lsp_types::{Url, WorkspaceSymbolResponse};

use super::{Client, capabilities, uri};

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    files.iter().for_each(|(name, text)| write(folder.path(), name, text));
    folder
}

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap())
        .and_then(|()| std::fs::write(path, text))
        .expect("a file");
}

fn address(path: &Path) -> Url {
    Url::from_file_path(path).expect("a path from the root")
}

async fn start(roots: &[&Path]) -> Client {
    let folders: Vec<Value> = roots.iter().map(|r| json!({ "uri": address(r), "name": "desk" })).collect();
    Client::start_with(
        json!({ "processId": null, "capabilities": capabilities(), "workspaceFolders": folders }),
    )
    .await
}

/// Whether a search for a name finds it, once the server has done all that it was told.
async fn until(client: &mut Client, name: &str, there: bool) {
    client.settled().await;
    let found = client.request::<WorkspaceSymbolRequest>(json!({ "query": name })).await;
    let Some(WorkspaceSymbolResponse::Flat(found)) = found else { panic!("a list: {found:?}") };
    let found = found.iter().any(|s| s.name == name);
    assert_eq!(found, there, "{name} was to be {}", if there { "found" } else { "gone" });
}

async fn changed(client: &mut Client, path: &Path, kind: u8) {
    let changes = json!({ "changes": [{ "uri": address(path), "type": kind }] });
    client
        .send(json!({ "jsonrpc": "2.0", "method": "workspace/didChangeWatchedFiles", "params": changes }))
        .await;
}

const CREATED: u8 = 1;
const CHANGED: u8 = 2;
const DELETED: u8 = 3;

#[tokio::test]
async fn articles_on_disk_count() {
    let desk = folder(&[
        ("a.txt", "Mayor Ilse Brandt closed the bridge."),
        ("sub/b c%.md", "Coach Tomas Lindqvist left."),
        ("README.md", "Written by Hakon Vestre."),
    ]);
    let mut client = start(&[desk.path()]).await;
    until(&mut client, "Ilse Brandt", true).await;
    until(&mut client, "Tomas Lindqvist", true).await;
    until(&mut client, "Hakon Vestre", false).await;
    client.finish().await;
}

#[tokio::test]
async fn files_come_change_and_go() {
    let desk = folder(&[("a.txt", "Mayor Ilse Brandt closed the bridge."), (".gitignore", "hidden\n")]);
    let mut client = start(&[desk.path()]).await;
    until(&mut client, "Ilse Brandt", true).await;
    write(desk.path(), "b.txt", "Coach Tomas Lindqvist left.");
    changed(&mut client, &desk.path().join("b.txt"), CREATED).await;
    until(&mut client, "Tomas Lindqvist", true).await;
    write(desk.path(), "b.txt", "Judge Miriam Oduya spoke.");
    changed(&mut client, &desk.path().join("b.txt"), CHANGED).await;
    until(&mut client, "Miriam Oduya", true).await;
    until(&mut client, "Tomas Lindqvist", false).await;
    write(desk.path(), "hidden/c.txt", "Builder Hakon Vestre denied it.");
    changed(&mut client, &desk.path().join("hidden/c.txt"), CREATED).await;
    std::fs::remove_file(desk.path().join("b.txt")).unwrap();
    changed(&mut client, &desk.path().join("b.txt"), DELETED).await;
    until(&mut client, "Miriam Oduya", false).await;
    until(&mut client, "Hakon Vestre", false).await;
    client.finish().await;
}

#[tokio::test]
async fn a_folder_can_be_renamed_and_deleted() {
    let desk = folder(&[
        ("old/a.txt", "Mayor Ilse Brandt closed the bridge."),
        ("b.txt", "Judge Miriam Oduya spoke."),
    ]);
    let mut client = start(&[desk.path()]).await;
    until(&mut client, "Ilse Brandt", true).await;
    let (old, new) = (desk.path().join("old"), desk.path().join("new"));
    std::fs::rename(&old, &new).unwrap();
    let files = json!({ "files": [{ "oldUri": address(&old), "newUri": address(&new) }] });
    client.send(json!({ "jsonrpc": "2.0", "method": "workspace/didRenameFiles", "params": files })).await;
    std::fs::remove_file(desk.path().join("b.txt")).unwrap();
    let files = json!({ "files": [{ "uri": address(&desk.path().join("b.txt")) }] });
    client.send(json!({ "jsonrpc": "2.0", "method": "workspace/didDeleteFiles", "params": files })).await;
    until(&mut client, "Miriam Oduya", false).await;
    let symbols = client.call("workspace/symbol", json!({ "query": "Ilse Brandt" })).await.unwrap();
    assert!(symbols[0]["location"]["uri"].as_str().unwrap().ends_with("/new/a.txt"), "{symbols}");
    client.finish().await;
}

#[tokio::test]
async fn an_open_buffer_wins_over_its_file() {
    let desk = folder(&[("a.txt", "Mayor Ilse Brandt closed the bridge.")]);
    let mut client = start(&[desk.path()]).await;
    until(&mut client, "Ilse Brandt", true).await;
    let file = desk.path().join("a.txt");
    client.open(&address(&file), "Judge Miriam Oduya spoke.").await;
    until(&mut client, "Miriam Oduya", true).await;
    write(desk.path(), "a.txt", "Coach Tomas Lindqvist left.");
    changed(&mut client, &file, CHANGED).await;
    until(&mut client, "Ilse Brandt", false).await;
    until(&mut client, "Tomas Lindqvist", false).await;
    let closed = json!({ "textDocument": { "uri": address(&file) } });
    client.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didClose", "params": closed })).await;
    until(&mut client, "Tomas Lindqvist", true).await;
    until(&mut client, "Miriam Oduya", false).await;
    client.drop_findings().await;
    client.finish().await;
}

#[tokio::test]
async fn folders_come_and_go_also_one_inside_another() {
    let desk = folder(&[
        ("a.txt", "Mayor Ilse Brandt closed the bridge."),
        ("in/b.txt", "Judge Miriam Oduya spoke."),
    ]);
    let inner = desk.path().join("in");
    let mut client = start(&[desk.path(), &inner]).await;
    until(&mut client, "Ilse Brandt", true).await;
    until(&mut client, "Miriam Oduya", true).await;
    let symbols = client.call("workspace/symbol", json!({ "query": "Miriam Oduya" })).await.unwrap();
    assert_eq!(symbols.as_array().map(Vec::len), Some(1), "an article of two folders is one article");
    let event = json!({ "added": [], "removed": [{ "uri": address(desk.path()), "name": "desk" }] });
    let params = json!({ "event": event });
    client
        .send(json!({ "jsonrpc": "2.0", "method": "workspace/didChangeWorkspaceFolders", "params": params }))
        .await;
    until(&mut client, "Ilse Brandt", false).await;
    until(&mut client, "Miriam Oduya", true).await;
    client.finish().await;
}

#[tokio::test]
async fn faulty_settings_are_shown_at_their_place_and_the_last_good_ones_kept() {
    let desk = folder(&[
        ("a.txt", "Mayor Ilse Brandt closed the bridge."),
        ("drafts/b.txt", "Judge Miriam Oduya spoke."),
        ("rashomon.toml", "exclude = ['drafts']\n"),
    ]);
    let file = desk.path().join("rashomon.toml");
    let mut client = start(&[desk.path()]).await;
    until(&mut client, "Ilse Brandt", true).await;
    write(desk.path(), "rashomon.toml", "exclude = ['drafts']\nexclud = 7\n");
    changed(&mut client, &file, CHANGED).await;
    let shown = client.published().await;
    assert_eq!(shown.uri, address(&file));
    assert_eq!(shown.diagnostics[0].range.start.line, 1, "{shown:?}");
    until(&mut client, "Miriam Oduya", false).await;
    write(desk.path(), "rashomon.toml", "");
    changed(&mut client, &file, CHANGED).await;
    assert_eq!(client.published().await.diagnostics, []);
    until(&mut client, "Miriam Oduya", true).await;
    client.finish().await;
}

#[tokio::test]
async fn settings_know_what_an_article_does_not_say() {
    let toml = "[[article]]\npath = 'a.txt'\nsource = 'Lake Wire'\ndate = 2025-05-08\n";
    let desk =
        folder(&[("a.txt", "Mayor Ilse Brandt closed the bridge on Tuesday."), ("rashomon.toml", toml)]);
    let mut client = start(&[desk.path()]).await;
    let file = address(&desk.path().join("a.txt"));
    client.open(&file, "Mayor Ilse Brandt closed the bridge on Tuesday.").await;
    client.settle(1).await;
    let at = json!({ "textDocument": { "uri": file }, "position": { "line": 0, "character": 42 } });
    let hover = client.call("textDocument/hover", at).await.unwrap();
    assert!(hover["contents"]["value"].as_str().unwrap_or_default().contains("2025-05-06"), "{hover}");
    client.drop_findings().await;
    client.finish().await;
}

#[tokio::test]
async fn progress_is_shown_where_the_client_shows_it() {
    let desk = folder(&[("a.txt", "Mayor Ilse Brandt closed the bridge.")]);
    let mut caps = capabilities();
    caps["window"] = json!({ "workDoneProgress": true });
    let folders = json!([{ "uri": address(desk.path()), "name": "desk" }]);
    let params = json!({ "processId": null, "capabilities": caps, "workspaceFolders": folders });
    let mut client = Client::start_with(params).await;
    let create = client.message().await;
    assert_eq!(create["method"], "window/workDoneProgress/create");
    client.send(json!({ "jsonrpc": "2.0", "id": create["id"], "result": null })).await;
    for kind in ["begin", "end"] {
        let progress = client.message().await;
        assert_eq!(progress["params"]["token"], create["params"]["token"]);
        assert_eq!(progress["params"]["value"]["kind"], kind);
    }
    client.finish().await;
}

/// The next message of a progress: its kind, and its words where it ends.
async fn progress(client: &mut Client, token: &Value) -> (String, Value) {
    let told = client.message().await;
    assert_eq!(&told["params"]["token"], token, "{told}");
    let value = &told["params"]["value"];
    (value["kind"].as_str().unwrap_or_default().to_owned(), value["message"].clone())
}

#[tokio::test]
async fn who_cancels_the_progress_has_the_files_left_unread_until_asked_again() {
    let desk = folder(&[("a.txt", "Mayor Ilse Brandt closed the bridge.")]);
    let mut caps = capabilities();
    caps["window"] = json!({ "workDoneProgress": true });
    let folders = json!([{ "uri": address(desk.path()), "name": "desk" }]);
    let params = json!({ "processId": null, "capabilities": caps, "workspaceFolders": folders });
    let mut client = Client::start_with(params).await;
    let create = client.message().await;
    let token = create["params"]["token"].clone();
    let cancel = json!({ "token": token });
    client
        .send(json!({ "jsonrpc": "2.0", "method": "window/workDoneProgress/cancel", "params": cancel }))
        .await;
    client.send(json!({ "jsonrpc": "2.0", "id": create["id"], "result": null })).await;
    assert_eq!(progress(&mut client, &token).await.0, "begin", "what was created is begun and ended");
    assert_eq!(progress(&mut client, &token).await, ("end".to_owned(), json!("cancelled")));
    until(&mut client, "Ilse Brandt", false).await;
    // The cancelled run costs nothing but its articles: what is open is read, and another run reads all.
    client.open(&uri("/open.txt"), "Judge Miriam Oduya spoke.").await;
    until(&mut client, "Miriam Oduya", true).await;
    let again = json!({ "command": "rashomon.reindex", "arguments": [] });
    let asked = client.ask("workspace/executeCommand", again).await;
    let create = client.next_where(|m| m["method"] == "window/workDoneProgress/create").await;
    client.send(json!({ "jsonrpc": "2.0", "id": create["id"], "result": null })).await;
    client.answer(asked).await.unwrap();
    until(&mut client, "Ilse Brandt", true).await;
    client.drop_progress();
    client.drop_findings().await;
    client.finish().await;
}

#[tokio::test]
async fn the_client_is_asked_for_its_settings_and_to_watch_files() {
    let mut caps = capabilities();
    caps["workspace"]["configuration"] = json!(true);
    caps["workspace"]["didChangeConfiguration"] = json!({ "dynamicRegistration": true });
    caps["workspace"]["didChangeWatchedFiles"] = json!({ "dynamicRegistration": true });
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": caps })).await;
    let register = client.message().await;
    assert_eq!(register["method"], "client/registerCapability");
    assert_eq!(register["params"]["registrations"].as_array().map(Vec::len), Some(2));
    client.send(json!({ "jsonrpc": "2.0", "id": register["id"], "result": null })).await;
    let asked = client.message().await;
    assert_eq!(asked["params"]["items"][0]["section"], "rashomon");
    let off = json!({ "inlayHints": { "dates": false } });
    client.send(json!({ "jsonrpc": "2.0", "id": asked["id"], "result": [off] })).await;
    let dated = "---\nsource: Lake Wire\ndate: 2025-05-08\n---\nThe bridge was closed on Tuesday.\n";
    client.open(&uri("/a.md"), dated).await;
    client.settle(1).await;
    let all = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let hints = json!({ "textDocument": { "uri": uri("/a.md") }, "range": all });
    assert_eq!(client.call("textDocument/inlayHint", hints.clone()).await, Ok(json!([])));
    let changed = json!({ "settings": { "rashomon": { "inlayHints": { "dates": true } } } });
    client
        .send(json!({ "jsonrpc": "2.0", "method": "workspace/didChangeConfiguration", "params": changed }))
        .await;
    assert_eq!(client.call("textDocument/inlayHint", hints).await.unwrap().as_array().map(Vec::len), Some(1));
    client.drop_findings().await;
    client.finish().await;
}

#[tokio::test]
async fn the_client_can_follow_what_happens() {
    let mut client = Client::start().await;
    client.send(json!({ "jsonrpc": "2.0", "method": "$/setTrace", "params": { "value": "messages" } })).await;
    client.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} })).await;
    let told = client.message().await;
    assert_eq!(
        (told["method"].as_str(), told["params"]["message"].as_str()),
        (Some("$/logTrace"), Some("Received initialized"))
    );
    client.send(json!({ "jsonrpc": "2.0", "method": "$/setTrace", "params": { "value": "off" } })).await;
    client.message().await;
    client.finish().await;
}
