//! Hover, hints and colours: what stands beside the words.

use serde_json::{Value, json};
use tower_lsp::lsp_types::request::{
    HoverRequest, InlayHintRequest, SemanticTokensFullDeltaRequest, SemanticTokensFullRequest,
    SemanticTokensRangeRequest,
};
use tower_lsp::lsp_types::{
    HoverContents, InlayHintLabel, SemanticTokensFullDeltaResult, SemanticTokensRangeResult,
    SemanticTokensResult,
};

use super::{Client, capabilities, cursor, uri};

/// The hover at the cursor.
async fn hover(source: &str) -> String {
    let (mut client, fixture) = Client::open_fixture(source).await;
    let hover = client.request::<HoverRequest>(cursor(&fixture)).await;
    client.finish().await;
    match hover.map(|h| h.contents) {
        Some(HoverContents::Markup(markup)) => markup.value,
        None => String::new(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_name_tells_its_kind_roles_and_spellings() {
    let text = hover(
        "
        //- /a.md
        ---
        source: Lake Wire
        date: 2025-05-06
        ---
        Judge Myriam Oduya will sentence the banker Leo Hartmann this week, the Lakeside court said.
        //- /b.md
        ---
        source: Court Gazette
        date: 2025-05-07
        ---
        Judge Miriam $0Oduya sentenced the banker Leo Hartmann in the Lakeside court on Wednesday.
        ",
    )
    .await;
    assert!(text.contains("person"), "{text}");
    assert!(text.contains("Miriam Oduya") && text.contains("Court Gazette"), "{text}");
    assert!(
        text.contains("First mention: [Lake Wire, 2025-05-06]")
            || text.contains("First mention: [Court Gazette, 2025-05-07]"),
        "{text}"
    );
}

#[tokio::test]
async fn a_relative_day_tells_which_day_it_is() {
    let text = hover(
        "
        //- /a.md
        ---
        source: Lake Wire
        date: 2025-05-08
        ---
        The bridge was closed on $0Tuesday.
        ",
    )
    .await;
    assert!(text.contains("**Tuesday** = Tuesday 2025-05-06"), "{text}");
}

#[tokio::test]
async fn a_quote_tells_its_speaker() {
    let text = hover("“We will $0rebuild every single house on this shore,” said Mayor Ilse Brandt.").await;
    assert!(text.contains("Ilse Brandt"), "{text}");
}

#[tokio::test]
async fn tables_fit_a_float_of_eighty_columns() {
    let text = hover(
        "
        //- /a.md
        ---
        source: The Extraordinarily Long-Named Lakeside Morning Intelligencer and Advertiser
        date: 2025-05-08
        ---
        Judge Miriam $0Oduya of the Lakeside District Court for Commercial and Maritime Affairs ruled.
        ",
    )
    .await;
    for line in text.lines().filter(|l| l.starts_with('|')) {
        assert!(unicode_width::UnicodeWidthStr::width(line) <= 80, "{line}");
    }
}

#[tokio::test]
async fn nothing_stands_beside_other_words() {
    assert_eq!(hover("The weather $0was fine.").await, "");
}

#[tokio::test]
async fn clients_without_markdown_get_plain_text() {
    let mut caps = capabilities();
    caps["textDocument"]["hover"]["contentFormat"] = json!(["plaintext"]);
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": caps })).await;
    client.open(&uri("/a.txt"), "Minister Ilse Brandt resigned.").await;
    client.settle(1).await;
    let at = json!({ "textDocument": { "uri": uri("/a.txt") }, "position": { "line": 0, "character": 12 } });
    let hover = client.call("textDocument/hover", at).await.unwrap();
    assert_eq!(hover["contents"]["kind"], "plaintext");
    assert!(!hover["contents"]["value"].as_str().unwrap().contains('*'));
    client.finish().await;
}

const DATED: &str = "---\nsource: Lake Wire\ndate: 2025-05-08\n---\nThe bridge was closed on Tuesday. It was built in May 1998.\n";

fn lines(first: u32, last: u32) -> Value {
    json!({ "start": { "line": first, "character": 0 }, "end": { "line": last, "character": 0 } })
}

#[tokio::test]
async fn hints_tell_the_day_behind_a_weekday() {
    let (mut client, _) = Client::open_fixture(&format!("//- /a.md\n{DATED}")).await;
    let document = json!({ "uri": uri("/a.md") });
    let all = json!({ "textDocument": document, "range": lines(0, 9) });
    let hints = client.request::<InlayHintRequest>(all).await.unwrap();
    let labels: Vec<&InlayHintLabel> = hints.iter().map(|h| &h.label).collect();
    assert!(matches!(labels[..], [InlayHintLabel::String(day)] if day == "2025-05-06"), "{labels:?}");
    assert_eq!((hints[0].position.line, hints[0].position.character), (4, 32));
    let none = json!({ "textDocument": document, "range": lines(0, 2) });
    assert!(client.request::<InlayHintRequest>(none).await.unwrap().is_empty(), "out of sight");
    client.finish().await;
}

#[tokio::test]
async fn hints_can_be_turned_off() {
    let options = json!({ "inlayHints": { "enable": false } });
    let params =
        json!({ "processId": null, "capabilities": capabilities(), "initializationOptions": options });
    let mut client = Client::start_with(params).await;
    client.open(&uri("/a.md"), DATED).await;
    client.settle(1).await;
    let all = json!({ "textDocument": { "uri": uri("/a.md") }, "range": lines(0, 9) });
    assert!(client.request::<InlayHintRequest>(all).await.unwrap().is_empty());
    client.finish().await;
}

/// The tokens of a document as line, column, length, kind and modifiers.
fn absolute(result: SemanticTokensResult) -> Vec<(u32, u32, u32, u32, u32)> {
    let SemanticTokensResult::Tokens(tokens) = result else { panic!("all tokens") };
    let (mut line, mut column) = (0, 0);
    let place = |t: tower_lsp::lsp_types::SemanticToken| {
        column = if t.delta_line == 0 { column + t.delta_start } else { t.delta_start };
        line += t.delta_line;
        (line, column, t.length, t.token_type, t.token_modifiers_bitset)
    };
    tokens.data.into_iter().map(place).collect()
}

#[tokio::test]
async fn names_inside_a_quote_cut_it() {
    let (mut client, _) =
        Client::open_fixture("//- /a.txt\n“Minister Ilse Brandt\nmust go,” said Tomas Lindqvist.").await;
    let params = json!({ "textDocument": { "uri": uri("/a.txt") } });
    let tokens = absolute(client.request::<SemanticTokensFullRequest>(params).await.unwrap());
    let (person, quote, first) = (0, 6, 2);
    assert_eq!(
        tokens,
        [(0, 1, 9, quote, 0), (0, 10, 11, person, first), (1, 0, 8, quote, 0), (1, 15, 15, person, first),],
        "a quote of two lines is two tokens"
    );
    client.finish().await;
}

#[tokio::test]
async fn tokens_come_as_a_difference_and_in_part() {
    let (mut client, _) =
        Client::open_fixture("//- /a.txt\nMinister Ilse Brandt resigned.\nBrandt left.").await;
    let document = json!({ "uri": uri("/a.txt") });
    let full =
        client.request::<SemanticTokensFullRequest>(json!({ "textDocument": document })).await.unwrap();
    let SemanticTokensResult::Tokens(full) = full else { panic!("all tokens") };
    client.edit(&uri("/a.txt"), 2, [1, 12, 1, 12], " So did Tomas Lindqvist.").await;
    let since = json!({ "textDocument": document, "previousResultId": full.result_id });
    let delta = client.request::<SemanticTokensFullDeltaRequest>(since).await.unwrap();
    let SemanticTokensFullDeltaResult::TokensDelta(delta) = delta else { panic!("a difference: {delta:?}") };
    assert_eq!((delta.edits[0].start, delta.edits[0].delete_count), (10, 0));
    assert_eq!(delta.edits[0].data.as_ref().map(Vec::len), Some(1));
    let stale = json!({ "textDocument": document, "previousResultId": "long ago" });
    let all = client.request::<SemanticTokensFullDeltaRequest>(stale).await.unwrap();
    assert!(matches!(all, SemanticTokensFullDeltaResult::Tokens(t) if t.data.len() == 3));
    let part = json!({ "textDocument": document, "range": lines(1, 2) });
    let part = client.request::<SemanticTokensRangeRequest>(part).await.unwrap();
    assert!(matches!(part, SemanticTokensRangeResult::Tokens(t) if t.data.len() == 2));
    client.drop_findings().await;
    client.finish().await;
}
