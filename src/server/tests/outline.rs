//! Outlines, search, links and folds.

use serde_json::{Value, json};
use tower_lsp::lsp_types::request::{
    CallHierarchyIncomingCalls, CallHierarchyPrepare, DocumentLinkRequest, DocumentSymbolRequest,
    FoldingRangeRequest, WorkspaceSymbolRequest,
};
use tower_lsp::lsp_types::{DocumentSymbolResponse, WorkspaceSymbolResponse};

use super::{Client, uri};

const STORY: &str = "//- /a.md\n---\nsource: Lake Wire\ndate: 2025-05-08\nurl: https://lake.example/bridge\n---\n\
    Mayor Ilse Brandt closed the bridge at Osthamn.\n\n“It is not safe,” said Brandt.\n";

#[tokio::test]
async fn the_outline_has_a_branch_for_each_kind() {
    let (mut client, _) = Client::open_fixture(STORY).await;
    let params = json!({ "textDocument": { "uri": uri("/a.md") } });
    let Some(DocumentSymbolResponse::Nested(tree)) = client.request::<DocumentSymbolRequest>(params).await
    else {
        panic!("a tree");
    };
    let names: Vec<&str> = tree.iter().map(|s| s.name.as_str()).collect();
    assert!(names.starts_with(&["People"]) && names.ends_with(&["Quotes"]), "{names:?}");
    for branch in &tree {
        for leaf in branch.children.iter().flatten() {
            assert!(branch.range.start <= leaf.range.start && leaf.range.end <= branch.range.end);
        }
    }
    client.finish().await;
}

#[tokio::test]
async fn clients_that_show_no_tree_get_a_list() {
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": {} })).await;
    client.open(&uri("/a.txt"), "Mayor Ilse Brandt closed the bridge.").await;
    client.settle(1).await;
    let params = json!({ "textDocument": { "uri": uri("/a.txt") } });
    let Some(DocumentSymbolResponse::Flat(list)) = client.request::<DocumentSymbolRequest>(params).await
    else {
        panic!("a list");
    };
    assert_eq!((list[0].name.as_str(), list[0].container_name.as_deref()), ("Ilse Brandt", Some("People")));
    client.finish().await;
}

#[tokio::test]
async fn search_takes_letters_in_their_order() {
    let (mut client, _) = Client::open_fixture(STORY).await;
    for (query, found) in [("brandt", true), ("ilbr", true), ("BRANDT", true), ("tdnarb", false)] {
        let symbols = client.request::<WorkspaceSymbolRequest>(json!({ "query": query })).await;
        let Some(WorkspaceSymbolResponse::Flat(symbols)) = symbols else { panic!("a list: {symbols:?}") };
        assert_eq!(symbols.iter().any(|s| s.name == "Ilse Brandt"), found, "{query}");
    }
    client.finish().await;
}

#[tokio::test]
async fn the_address_in_front_matter_is_a_link() {
    let (mut client, _) = Client::open_fixture(STORY).await;
    let params = json!({ "textDocument": { "uri": uri("/a.md") } });
    let links = client.request::<DocumentLinkRequest>(params).await.unwrap();
    assert_eq!(links[0].target.as_ref().map(|u| u.as_str()), Some("https://lake.example/bridge"));
    assert_eq!((links[0].range.start.line, links[0].range.start.character), (3, 5));
    client.finish().await;
}

#[tokio::test]
async fn front_matter_folds() {
    let (mut client, _) = Client::open_fixture(STORY).await;
    let params = json!({ "textDocument": { "uri": uri("/a.md") } });
    let folds = client.request::<FoldingRangeRequest>(params).await.unwrap();
    assert_eq!(folds.iter().map(|f| (f.start_line, f.end_line)).collect::<Vec<_>>(), [(0, 4)]);
    client.finish().await;
}

#[tokio::test]
async fn requests_about_documents_never_opened_have_empty_answers() {
    let mut client = Client::start().await;
    let document = json!({ "textDocument": { "uri": uri("/nowhere.txt") } });
    for method in ["documentSymbol", "documentLink", "foldingRange", "codeLens", "semanticTokens/full"] {
        assert_eq!(
            client.call(&format!("textDocument/{method}"), document.clone()).await,
            Ok(Value::Null),
            "{method}"
        );
    }
    let mut at = document.clone();
    at["position"] = json!({ "line": u32::MAX, "character": u32::MAX });
    assert_eq!(client.request::<CallHierarchyPrepare>(at.clone()).await, None);
    assert_eq!(client.call("textDocument/completion", at).await, Ok(Value::Null));
    let item = json!({ "name": "x", "kind": 1, "uri": uri("/nowhere.txt"), "range": {
        "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } },
        "selectionRange": { "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } },
        "data": { "claim": -1, "depth": "deep" } });
    assert_eq!(client.request::<CallHierarchyIncomingCalls>(json!({ "item": item })).await, None);
    client.finish().await;
}
