//! Completion, renaming and actions: what changes the words.

use serde_json::{Value, json};
use tower_lsp::lsp_types::request::{CodeActionRequest, Completion, PrepareRenameRequest, Rename};
use tower_lsp::lsp_types::{
    CodeActionOrCommand, CompletionResponse, CompletionTextEdit, PrepareRenameResponse,
};

use super::{Client, capabilities, cursor, uri};

/// What is offered at the cursor: labels with what would stand in the line afterwards.
async fn completions(source: &str) -> Vec<(String, String)> {
    let (mut client, fixture) = Client::open_fixture(source).await;
    let offered = client.request::<Completion>(cursor(&fixture)).await;
    let Some(CompletionResponse::List(list)) = offered else { panic!("a list: {offered:?}") };
    client.finish().await;
    let (file, _) = fixture.cursor.unwrap();
    let lines: Vec<&str> = fixture.files[file].1.lines().collect();
    let after = |item: tower_lsp::lsp_types::CompletionItem| {
        let Some(CompletionTextEdit::Edit(edit)) = item.text_edit else { panic!("an edit") };
        let line = lines[edit.range.start.line as usize];
        let (start, end) = (edit.range.start.character as usize, edit.range.end.character as usize);
        (item.label, format!("{}{}{}", &line[..start], edit.new_text, &line[end..]))
    };
    list.items.into_iter().map(after).collect()
}

const OTHER: &str = "//- /wire.md\n---\nsource: Lake Wire\ndate: 2025-05-08\n---\n\
    Mayor Ilse Brandt closed the bridge at Osthamn on Tuesday. Brandt blamed the builder Hakon Vestre.\n";

#[tokio::test]
async fn names_are_offered_as_the_corpus_spells_them() {
    for (typed, after) in [
        ("The mayor, Ils$0", "The mayor, Ilse Brandt"),
        ("The mayor, Ilse Br$0", "The mayor, Ilse Brandt"),
        ("The mayor, bran$0", "The mayor, Ilse Brandt"),
        ("builder hakon v$0", "builder Hakon Vestre"),
    ] {
        let found = completions(&format!("{OTHER}//- /draft.txt\n{typed}")).await;
        assert!(found.iter().any(|(_, line)| line == after), "{typed}: {found:?}");
    }
}

#[tokio::test]
async fn nothing_is_offered_before_anything_is_typed() {
    assert_eq!(completions(&format!("{OTHER}//- /draft.txt\nThe mayor, $0")).await, []);
}

#[tokio::test]
async fn a_name_can_be_renamed_and_other_words_cannot() {
    let (mut client, fixture) = Client::open_fixture("Mayor Ilse $0Brandt closed the bridge.").await;
    let prepared = client.request::<PrepareRenameRequest>(cursor(&fixture)).await;
    let Some(PrepareRenameResponse::RangeWithPlaceholder { placeholder, .. }) = prepared else {
        panic!("a range")
    };
    assert_eq!(placeholder, "Ilse Brandt");
    let at =
        json!({ "textDocument": { "uri": uri("/article.txt") }, "position": { "line": 0, "character": 20 } });
    assert_eq!(client.call("textDocument/prepareRename", at.clone()).await, Ok(Value::Null));
    let mut params = at;
    params["newName"] = json!("Someone");
    assert!(client.call("textDocument/rename", params).await.is_err());
    client.finish().await;
}

const RENAMED: &str =
    "Mayor Ilse $0Brandt closed the bridge.\n\n“Ilse Brandt is right,” the builder said of Brandt.\n";

#[tokio::test]
async fn a_rename_carries_the_surname_along_and_asks_about_quoted_words() {
    let (mut client, fixture) = Client::open_fixture(RENAMED).await;
    let mut params = cursor(&fixture);
    params["newName"] = json!("Ilse Brant");
    let edit = client.call("textDocument/rename", params).await.unwrap();
    let document = &edit["documentChanges"][0];
    assert_eq!(document["textDocument"]["version"], 1);
    let shown: Vec<(&Value, &Value, &Value)> = document["edits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|e| (&e["range"]["start"]["line"], &e["newText"], &e["annotationId"]))
        .collect();
    let (full, surname, quoted) = (json!("Ilse Brant"), json!("Brant"), json!("quoted"));
    let none = Value::Null;
    let (first, third) = (json!(0), json!(2));
    assert_eq!(shown, [(&first, &full, &none), (&third, &full, &quoted), (&third, &surname, &none)]);
    assert_eq!(edit["changeAnnotations"]["quoted"]["needsConfirmation"], true);
    client.finish().await;
}

#[tokio::test]
async fn quoted_words_stay_where_the_client_cannot_ask() {
    let mut caps = capabilities();
    caps["workspace"]["workspaceEdit"] = json!({});
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": caps })).await;
    client.open(&uri("/a.txt"), &RENAMED.replace("$0", "")).await;
    client.settle(1).await;
    let params = json!({ "textDocument": { "uri": uri("/a.txt") }, "position": { "line": 0, "character": 12 }, "newName": "Ilse Brant" });
    let edit = client.request::<Rename>(params).await.unwrap();
    assert_eq!(edit.changes.unwrap()[&uri("/a.txt")].len(), 2);
    client.finish().await;
}

#[tokio::test]
async fn front_matter_is_offered_and_worked_out_when_chosen() {
    let (mut client, _) =
        Client::open_fixture("//- /a.md\n# A bridge is closed\n\nMayor Ilse Brandt closed it.\n").await;
    let range = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 0 } });
    let params =
        json!({ "textDocument": { "uri": uri("/a.md") }, "range": range, "context": { "diagnostics": [] } });
    let offered = client.request::<CodeActionRequest>(params).await.unwrap();
    let action = offered.into_iter().find_map(|o| match o {
        CodeActionOrCommand::CodeAction(a) if a.title.contains("front matter") => Some(a),
        _ => None,
    });
    let action = action.expect("an action");
    assert!(action.edit.is_none() && action.data.is_some());
    let resolved = client.call("codeAction/resolve", serde_json::to_value(action).unwrap()).await.unwrap();
    let text = resolved["edit"]["documentChanges"][0]["edits"][0]["newText"].as_str().unwrap();
    assert!(text.starts_with("---\n") && text.contains("title: \"A bridge is closed\""), "{text}");
    client.finish().await;
}

#[tokio::test]
async fn only_the_kinds_that_were_asked_for_are_offered() {
    let (mut client, _) =
        Client::open_fixture("//- /a.md\n# A bridge is closed\n\nMayor Ilse Brandt closed it.\n").await;
    let range = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 0 } });
    for (only, some) in [("refactor", false), ("source", true), ("sour", false)] {
        let context = json!({ "diagnostics": [], "only": [only] });
        let params = json!({ "textDocument": { "uri": uri("/a.md") }, "range": range, "context": context });
        let offered = client.request::<CodeActionRequest>(params).await.unwrap();
        assert_eq!(
            offered
                .iter()
                .any(|o| matches!(o, CodeActionOrCommand::CodeAction(a) if a.title.contains("front matter"))),
            some,
            "{only}"
        );
    }
    client.finish().await;
}
