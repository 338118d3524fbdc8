//! Findings: told or asked for, never both, none twice, and not the one that is still being typed.

use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use tower_lsp::lsp_types::request::{CodeActionRequest, CodeLensRequest, HoverRequest};
use tower_lsp::lsp_types::{CodeActionOrCommand, HoverContents, NumberOrString, Url};

use super::{Client, capabilities, uri};

/// An article on one crash, with its count of the injured and a paragraph of its own, so that none is a copy of another.
fn article(source: &str, injured: &str) -> String {
    let own = match source {
        "Lake Wire" | "Outlet 0" => "“It is not safe for anybody any more,” said Brandt.",
        "Outlet 1" => {
            "Lorries were sent round by the northern ferry, which Brandt called slow but dependable."
        }
        _ => "Builder Hakon Vestre blamed the frost. Brandt did not answer him.",
    };
    format!(
        "---\nsource: {source}\ndate: 2025-05-06\n---\nMayor Ilse Brandt closed the Osthamn bridge on Monday after \
         {injured} people were injured in a crash, police said.\n\n{own}\n"
    )
}

/// Where the count of the injured stands.
const LINE: u32 = 4;
const COLUMN: u32 = 60;

async fn two(first: &str, second: &str) -> Client {
    let mut client = Client::start().await;
    client.open(&uri("/a.md"), &article("Lake Wire", first)).await;
    client.open(&uri("/b.md"), &article("Osthamn Gazette", second)).await;
    client.settle(2).await;
    client
}

#[tokio::test]
async fn a_change_in_one_article_refreshes_the_other() {
    let mut client = two("14", "19").await;
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN, LINE, COLUMN + 2], "14").await;
    let own = client.published().await;
    assert_eq!(
        (own.uri, own.version, own.diagnostics),
        (uri("/b.md"), Some(2), vec![]),
        "the changed one first"
    );
    let other = client.published().await;
    assert_eq!((other.uri, other.version, other.diagnostics), (uri("/a.md"), Some(1), vec![]));
    client.finish().await;
}

#[tokio::test]
async fn a_finding_leads_to_the_other_place_and_explains_its_code() {
    let mut client = two("14", "15").await;
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN, LINE, COLUMN + 2], "19").await;
    let found = client.findings(&uri("/b.md"), 2).await.diagnostics.remove(0);
    assert!(found.message.contains("Lake Wire") && found.message.contains("14"), "{}", found.message);
    assert_eq!((found.range.start.line, found.range.start.character), (LINE, COLUMN));
    assert_eq!(found.related_information.unwrap()[0].location.uri, uri("/a.md"));
    let Some(NumberOrString::String(code)) = found.code else { panic!("a code") };
    let page = found.code_description.unwrap().href;
    let text = std::fs::read_to_string(page.to_file_path().unwrap()).unwrap();
    assert!(text.starts_with(&format!("# {code}\n")), "{text}");
    assert_eq!(found.data.unwrap()["code"], code.as_str());
    let other = client.findings(&uri("/a.md"), 1).await;
    assert_eq!(other.diagnostics[0].related_information.as_ref().unwrap()[0].location.uri, uri("/b.md"));
    client.finish().await;
}

#[tokio::test]
async fn an_article_without_findings_has_an_empty_list() {
    let mut client = Client::start().await;
    client.open(&uri("/a.txt"), "").await;
    let told = client.published().await;
    assert_eq!((told.version, told.diagnostics), (Some(1), vec![]));
    client.finish().await;
}

#[tokio::test]
async fn nothing_is_told_twice() {
    let mut client = two("14", "19").await;
    client.open(&uri("/c.txt"), "The choir of Brunnby won a prize in Vienna.").await;
    assert_eq!(client.published().await.uri, uri("/c.txt"), "an article of another story touches nobody");
    client.finish().await;
}

#[tokio::test]
async fn the_finding_on_the_word_being_typed_waits_until_it_is_finished() {
    let mut client = two("14", "14").await;
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN + 2, LINE, COLUMN + 2], "0").await;
    assert_eq!(client.findings(&uri("/b.md"), 2).await.diagnostics, [], "140 may become 1,400");
    let finished = client.findings(&uri("/b.md"), 2).await;
    assert_eq!(finished.diagnostics.len(), 1, "after a pause the word counts as finished");
    client.drop_findings().await;
    client.finish().await;
}

#[tokio::test]
async fn going_on_behind_the_word_finishes_it() {
    let mut client = two("14", "14").await;
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN + 2, LINE, COLUMN + 2], "0").await;
    client.findings(&uri("/b.md"), 2).await;
    client.edit(&uri("/b.md"), 3, [LINE, COLUMN + 3, LINE, COLUMN + 3], " ").await;
    assert_eq!(client.findings(&uri("/b.md"), 3).await.diagnostics.len(), 1);
    client.drop_findings().await;
    client.finish().await;
}

/// What a client can that asks for findings itself.
fn pulling() -> Value {
    let mut caps = capabilities();
    caps["textDocument"]["diagnostic"] = json!({});
    caps["workspace"]["diagnostics"] = json!({ "refreshSupport": true });
    // Each session has pages of its own, by which alike findings of two sessions would differ.
    caps["textDocument"]["publishDiagnostics"]["codeDescriptionSupport"] = json!(false);
    caps
}

#[tokio::test]
async fn who_asks_for_findings_gets_the_one_being_typed_once_it_is_finished() {
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": pulling() })).await;
    client.open(&uri("/a.md"), &article("Lake Wire", "14")).await;
    client.open(&uri("/b.md"), &article("Osthamn Gazette", "14")).await;
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN + 2, LINE, COLUMN + 2], "0").await;
    let typing = pull(&mut client, &uri("/b.md"), None).await;
    assert_eq!(typing["items"], json!([]), "140 may become 1,400");
    let others = pull(&mut client, &uri("/a.md"), None).await;
    assert_eq!(others["items"].as_array().map(Vec::len), Some(1), "the other article does not wait");
    let refresh = client.message().await;
    assert_eq!(
        refresh["method"], "workspace/diagnostic/refresh",
        "after a pause the word counts as finished"
    );
    client.send(json!({ "jsonrpc": "2.0", "id": refresh["id"], "result": null })).await;
    let finished = pull(&mut client, &uri("/b.md"), Some(&typing["resultId"])).await;
    assert_eq!(finished["items"].as_array().map(Vec::len), Some(1));
    // What is shown stays while one goes on typing beside it.
    client.edit(&uri("/b.md"), 3, [LINE, COLUMN + 3, LINE, COLUMN + 3], "*").await;
    let again = pull(&mut client, &uri("/b.md"), None).await;
    assert_eq!(again["items"], finished["items"]);
    client.drop_refreshes();
    client.finish().await;
}

#[tokio::test]
async fn saving_finishes_the_word() {
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": pulling() })).await;
    client.open(&uri("/a.md"), &article("Lake Wire", "14")).await;
    client.open(&uri("/b.md"), &article("Osthamn Gazette", "14")).await;
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN + 2, LINE, COLUMN + 2], "0").await;
    let saved = json!({ "textDocument": { "uri": uri("/b.md") } });
    client.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didSave", "params": saved })).await;
    let shown = pull(&mut client, &uri("/b.md"), None).await;
    assert_eq!(shown["items"].as_array().map(Vec::len), Some(1));
    client.drop_refreshes();
    client.finish().await;
}

async fn pull(client: &mut Client, uri: &Url, previous: Option<&Value>) -> Value {
    let params = json!({ "textDocument": { "uri": uri }, "previousResultId": previous });
    client.call("textDocument/diagnostic", params).await.expect("a report")
}

#[tokio::test]
async fn who_asks_for_findings_is_not_told_them_but_told_to_ask_again() {
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": pulling() })).await;
    assert_eq!(client.initialized["capabilities"]["diagnosticProvider"]["interFileDependencies"], true);
    client.open(&uri("/a.md"), &article("Lake Wire", "14")).await;
    client.open(&uri("/b.md"), &article("Osthamn Gazette", "14")).await;
    let before = pull(&mut client, &uri("/a.md"), None).await;
    assert_eq!((&before["kind"], &before["items"]), (&json!("full"), &json!([])));
    let again = pull(&mut client, &uri("/a.md"), Some(&before["resultId"])).await;
    assert_eq!(again["kind"], "unchanged");
    client.edit(&uri("/b.md"), 2, [LINE, COLUMN, LINE, COLUMN + 2], "19").await;
    let refresh = client.message().await;
    assert_eq!(refresh["method"], "workspace/diagnostic/refresh");
    client.send(json!({ "jsonrpc": "2.0", "id": refresh["id"], "result": null })).await;
    let after = pull(&mut client, &uri("/a.md"), Some(&before["resultId"])).await;
    assert_eq!(after["items"].as_array().map(Vec::len), Some(1));
    let all = client.call("workspace/diagnostic", json!({ "previousResultIds": [] })).await.unwrap();
    assert_eq!(all["items"].as_array().map(Vec::len), Some(2));
    let known: Vec<Value> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| json!({ "uri": i["uri"], "value": i["resultId"] }))
        .collect();
    let all = client.call("workspace/diagnostic", json!({ "previousResultIds": known })).await.unwrap();
    assert!(all["items"].as_array().unwrap().iter().all(|i| i["kind"] == "unchanged"));
    client.finish().await;
}

#[tokio::test]
async fn who_cannot_be_told_to_ask_again_is_told_findings() {
    let mut caps = pulling();
    caps["workspace"]["diagnostics"] = Value::Null;
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": caps })).await;
    assert_eq!(client.initialized["capabilities"]["diagnosticProvider"], Value::Null);
    client.open(&uri("/a.md"), &article("Lake Wire", "14")).await;
    assert_eq!(client.findings(&uri("/a.md"), 1).await.diagnostics, []);
    client.open(&uri("/b.md"), &article("Osthamn Gazette", "19")).await;
    assert_eq!(client.findings(&uri("/a.md"), 1).await.diagnostics.len(), 1);
    client.drop_findings().await;
    client.finish().await;
}

fn here(extra: Value) -> Value {
    let mut params =
        json!({ "textDocument": { "uri": uri("/b.md") }, "position": { "line": LINE, "character": COLUMN } });
    params.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
    params
}

#[tokio::test]
async fn a_figure_shows_its_rival() {
    let mut client = two("14", "19").await;
    let Some(HoverContents::Markup(text)) =
        client.request::<HoverRequest>(here(json!({}))).await.map(|h| h.contents)
    else {
        panic!("a hover");
    };
    let row = text.value.lines().find(|l| l.contains("[14][1]")).unwrap_or_else(|| panic!("{}", text.value));
    assert!(
        row.contains("Lake Wire") && row.contains("2025-05-06") && row.contains('≈') | row.contains('≠'),
        "{row}"
    );
    assert!(text.value.contains("[1]: file:///a.md#L5,61"), "{}", text.value);
    client.finish().await;
}

#[tokio::test]
async fn a_lens_counts_the_other_sources() {
    let mut client = two("14", "14").await;
    let lenses =
        client.request::<CodeLensRequest>(json!({ "textDocument": { "uri": uri("/b.md") } })).await.unwrap();
    let command = lenses[0].command.as_ref().unwrap();
    assert_eq!(command.title, "1 source agrees");
    let arguments = json!({ "command": command.command, "arguments": command.arguments });
    let table = client.call("workspace/executeCommand", arguments).await.unwrap();
    assert!(table.as_str().unwrap().contains("Osthamn Gazette"), "{table}");
    client.finish().await;
}

#[tokio::test]
async fn the_other_sources_figure_can_be_taken() {
    let mut client = two("14", "19").await;
    let place = json!({ "line": LINE, "character": COLUMN });
    let params = json!({ "textDocument": { "uri": uri("/b.md") }, "range": { "start": place, "end": place }, "context": { "diagnostics": [] } });
    let offered = client.request::<CodeActionRequest>(params).await.unwrap();
    let take = offered.into_iter().find_map(|o| match o {
        CodeActionOrCommand::CodeAction(a) if a.title.starts_with("Use “14”") => Some(a),
        _ => None,
    });
    let take = serde_json::to_value(take.expect("an action")).unwrap();
    let resolved = client.call("codeAction/resolve", take).await.unwrap();
    assert_eq!(resolved["edit"]["documentChanges"][0]["edits"][0]["newText"], "14");
    client.finish().await;
}

#[tokio::test]
async fn the_next_related_claim_is_found_round_and_round() {
    let mut client = two("14", "19").await;
    let subject = json!({ "uri": uri("/b.md"), "position": { "line": LINE, "character": COLUMN } });
    let next = json!({ "command": "rashomon.nextRelatedClaim", "arguments": [subject] });
    let found = client.call("workspace/executeCommand", next).await.unwrap();
    assert_eq!(found["uri"], uri("/a.md").as_str());
    client.finish().await;
}

async fn start_in(root: &Path, caps: Value) -> Client {
    let folders = json!([{ "uri": Url::from_file_path(root).unwrap(), "name": "desk" }]);
    Client::start_with(json!({ "processId": null, "capabilities": caps, "workspaceFolders": folders })).await
}

#[tokio::test]
async fn a_dismissed_finding_is_listed_and_restored() {
    let desk = tempfile::tempdir().unwrap();
    let address = |name: &str| Url::from_file_path(desk.path().join(name)).unwrap();
    let mut client = start_in(desk.path(), pulling()).await;
    client.open(&address("a.md"), &article("Lake Wire", "14")).await;
    client.open(&address("b.md"), &article("Osthamn Gazette", "19")).await;
    let shown = pull(&mut client, &address("b.md"), None).await;
    let position = shown["items"][0]["range"]["start"].clone();
    let subject = json!({ "uri": address("b.md"), "position": position, "reason": "the late count" });
    let command = |name: &str, subject: Value| json!({ "command": name, "arguments": [subject] });
    client.call("workspace/executeCommand", command("rashomon.dismiss", subject)).await.unwrap();
    let toml = std::fs::read_to_string(desk.path().join("rashomon.toml")).unwrap();
    assert!(toml.contains("the late count"), "{toml}");
    assert_eq!(pull(&mut client, &address("b.md"), None).await["items"], json!([]));
    let listed =
        client.call("workspace/executeCommand", command("rashomon.dismissed", json!({}))).await.unwrap();
    assert_eq!((&listed[0]["words"], &listed[0]["reason"]), (&json!("19"), &json!("the late count")));
    client
        .call("workspace/executeCommand", command("rashomon.restore", json!({ "index": 0 })))
        .await
        .unwrap();
    assert_eq!(pull(&mut client, &address("b.md"), None).await["items"], shown["items"]);
    client.drop_refreshes();
    client.finish().await;
}

/// Something that happens to one of three articles.
#[derive(Clone, Copy, Debug)]
enum Event {
    Open(usize, usize),
    Edit(usize, usize),
    Close(usize),
    Write(usize, usize),
    Delete(usize),
    Configure(usize),
}

const COUNTS: [&str; 4] = ["14", "19", "about 140", "fourteen"];
const SETTINGS: [&str; 2] = ["", "[severity]\nfigure-differs = 'off'\n"];

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        (0usize..3, 0usize..4).prop_map(|(a, t)| Event::Open(a, t)),
        (0usize..3, 0usize..4).prop_map(|(a, t)| Event::Edit(a, t)),
        (0usize..3).prop_map(Event::Close),
        (0usize..3, 0usize..4).prop_map(|(a, t)| Event::Write(a, t)),
        (0usize..3).prop_map(Event::Delete),
        (0usize..2).prop_map(Event::Configure),
    ]
}

/// A desk, what is open on it, and a server that is told of everything.
struct Desk {
    folder: tempfile::TempDir,
    open: [Option<usize>; 3],
    version: i32,
    client: Client,
}

impl Desk {
    fn path(&self, article: usize) -> std::path::PathBuf {
        self.folder.path().join(format!("{article}.md"))
    }

    fn address(&self, article: usize) -> Url {
        Url::from_file_path(self.path(article)).unwrap()
    }

    async fn happen(&mut self, event: Event) {
        let text = |a: usize, t: usize| article(&format!("Outlet {a}"), COUNTS[t]);
        self.version += 1;
        match event {
            Event::Open(a, t) if self.open[a].is_none() => {
                self.open[a] = Some(t);
                self.client.open(&self.address(a), &text(a, t)).await;
            }
            Event::Edit(a, t) if self.open[a].is_some() => {
                self.open[a] = Some(t);
                let document = json!({ "uri": self.address(a), "version": self.version });
                let change = json!({ "textDocument": document, "contentChanges": [{ "text": text(a, t) }] });
                self.notify("textDocument/didChange", change).await;
            }
            Event::Close(a) if self.open[a].take().is_some() => {
                let closed = json!({ "textDocument": { "uri": self.address(a) } });
                self.notify("textDocument/didClose", closed).await;
            }
            Event::Write(a, t) => {
                std::fs::write(self.path(a), text(a, t)).unwrap();
                self.touched(&self.path(a), 2).await;
            }
            Event::Delete(a) if std::fs::remove_file(self.path(a)).is_ok() => {
                self.touched(&self.path(a), 3).await
            }
            Event::Configure(s) => {
                let file = self.folder.path().join("rashomon.toml");
                std::fs::write(&file, SETTINGS[s]).unwrap();
                self.touched(&file, 2).await;
            }
            _ => {}
        }
    }

    async fn notify(&mut self, method: &str, params: Value) {
        self.client.send(json!({ "jsonrpc": "2.0", "method": method, "params": params })).await;
    }

    async fn touched(&mut self, path: &Path, kind: u8) {
        let changes = json!({ "changes": [{ "uri": Url::from_file_path(path).unwrap(), "type": kind }] });
        self.notify("workspace/didChangeWatchedFiles", changes).await;
    }
}

/// The findings of every article, by the client that asks for them.
async fn all_findings(client: &mut Client) -> Value {
    let mut all = client.call("workspace/diagnostic", json!({ "previousResultIds": [] })).await.unwrap();
    let items = all["items"].as_array_mut().unwrap();
    items.iter_mut().for_each(|i| i["version"] = Value::Null);
    items.sort_by_key(|i| i["uri"].to_string());
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// After whatever happened the findings are those of a server that has just started.
    #[test]
    fn what_happened_before_leaves_no_trace(events in prop::collection::vec(event(), 1..14)) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let client = start_in(folder.path(), pulling()).await;
            let mut desk = Desk { folder, open: [None; 3], version: 1, client };
            for event in events {
                desk.happen(event).await;
            }
            let mut fresh = start_in(desk.folder.path(), pulling()).await;
            for (a, t) in (0..3).filter_map(|a| Some((a, desk.open[a]?))) {
                fresh.open(&desk.address(a), &article(&format!("Outlet {a}"), COUNTS[t])).await;
            }
            // Files are read in the background.
            desk.client.settled().await;
            fresh.settled().await;
            let (now, anew) = (all_findings(&mut desk.client).await, all_findings(&mut fresh).await);
            assert_eq!(now, anew, "{now:#}\nis not\n{anew:#}");
        });
    }
}
