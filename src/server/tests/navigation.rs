//! Definition, declaration, references and highlights.

use serde_json::{Value, json};
use tower_lsp::lsp_types::request::{DocumentHighlightRequest, GotoDeclaration, GotoDefinition, References};
use tower_lsp::lsp_types::{DocumentHighlight, GotoDefinitionResponse, Location, Position, Range};

use super::{Client, capabilities, cursor, position, uri};
use crate::text::fixture::{Fixture, Marked};

fn location(fixture: &Fixture, mark: &Marked) -> Location {
    let place = |offset| serde_json::from_value::<Position>(position(fixture, mark.file, offset)).unwrap();
    let range = Range::new(place(mark.span.start), place(mark.span.end));
    Location { uri: uri(&fixture.files[mark.file].0), range }
}

/// From the cursor, definition leads to the mark `first`, and declaration to the mark `earliest` where there is one.
async fn check(source: &str) {
    let (mut client, fixture) = Client::open_fixture(source).await;
    let mark = |label: &str| fixture.marks.iter().find(|m| m.label == label).map(|m| location(&fixture, m));
    let scalar = |location| Some(GotoDefinitionResponse::Scalar(location));
    if let Some(first) = mark("first") {
        assert_eq!(client.request::<GotoDefinition>(cursor(&fixture)).await, scalar(first), "{source}");
    }
    if let Some(earliest) = mark("earliest") {
        assert_eq!(client.request::<GotoDeclaration>(cursor(&fixture)).await, scalar(earliest), "{source}");
    }
    client.finish().await;
}

#[tokio::test]
async fn a_surname_leads_to_the_full_name_of_its_article_and_of_the_story() {
    check(
        "
        //- /later.md
        ---
        source: Court Gazette
        date: 2025-05-07
        ---
        Judge Miriam Oduya sentenced the banker on Wednesday.
              ^^^^^^^^^^^^ first

        Prosecutors had asked $0Oduya for twelve years, the Lakeside court heard.
        //- /earlier.md
        ---
        source: Lake Wire
        date: 2025-05-06
        ---
        Judge Miriam Oduya will sentence the banker this week, the Lakeside court said.
              ^^^^^^^^^^^^ earliest
        ",
    )
    .await;
}

#[tokio::test]
async fn the_first_mention_leads_on_to_the_earliest_of_the_story() {
    check(
        "
        //- /b.md
        ---
        source: Valley Post
        date: 2025-02-02
        ---
        Coach $0Tomas Lindqvist left Brunnby United on Sunday. Lindqvist gave no reason.
        //- /a.md
        ---
        source: Brunnby Echo
        date: 2025-02-01
        ---
        Brunnby United coach Tomas Lindqvist may leave. Lindqvist met the board of Brunnby United.
                             ^^^^^^^^^^^^^^^ first
        ",
    )
    .await;
}

#[tokio::test]
async fn positions_behind_wide_characters_are_right() {
    check(
        "
        //- /wave.txt
        🌊🌊 Minister Ilse Brandt spoke. “🌊,” said $0Brandt.
                    ^^^^^^^^^^^ first
        ",
    )
    .await;
}

#[tokio::test]
async fn clients_that_take_links_get_links() {
    let mut caps = capabilities();
    caps["textDocument"]["definition"]["linkSupport"] = json!(true);
    let mut client = Client::start_with(json!({ "processId": null, "capabilities": caps })).await;
    let text = "Minister Ilse Brandt resigned. Brandt gave no reason.";
    client.open(&uri("/a.txt"), text).await;
    client.settle(1).await;
    let at = json!({ "textDocument": { "uri": uri("/a.txt") }, "position": { "line": 0, "character": 32 } });
    let Some(GotoDefinitionResponse::Link(links)) = client.request::<GotoDefinition>(at).await else {
        panic!("a link");
    };
    let range = |start, end| Range::new(Position::new(0, start), Position::new(0, end));
    assert_eq!(links[0].origin_selection_range, Some(range(31, 37)));
    assert_eq!(links[0].target_selection_range, range(9, 20));
    client.finish().await;
}

#[tokio::test]
async fn nothing_leads_from_a_word_that_means_nothing() {
    let (mut client, fixture) = Client::open_fixture("The weather $0was fine.").await;
    assert_eq!(client.request::<GotoDefinition>(cursor(&fixture)).await, None);
    assert_eq!(client.request::<GotoDeclaration>(cursor(&fixture)).await, None);
    client.finish().await;
}

/// References from the cursor are the marks, in their order; with the declaration those called `declaration` as well.
async fn check_references(source: &str) {
    let (mut client, fixture) = Client::open_fixture(source).await;
    for include in [false, true] {
        let marks = fixture.marks.iter().filter(|m| include || m.label != "declaration");
        let expected: Vec<Location> = marks.map(|m| location(&fixture, m)).collect();
        let mut params = cursor(&fixture);
        params["context"] = json!({ "includeDeclaration": include });
        let mut found = client.request::<References>(params).await.unwrap();
        found.sort_by_key(|l| (fixture.files.iter().position(|f| uri(&f.0) == l.uri), l.range.start));
        assert_eq!(found, expected, "with declaration: {include}: {source}");
    }
    client.finish().await;
}

#[tokio::test]
async fn a_name_is_found_throughout_the_story() {
    check_references(
        "
        //- /a.md
        ---
        source: Brunnby Echo
        date: 2025-02-01
        ---
        Brunnby United coach Tomas Lindqvist may leave the club after the defeat in Osthamn.
                             ^^^^^^^^^^^^^^^ declaration
        //- /b.md
        ---
        source: Valley Post
        date: 2025-02-02
        ---
        Coach Tomas Lindqvist left Brunnby United on Sunday after the defeat in Osthamn. $0Lindqvist gave no reason.
              ^^^^^^^^^^^^^^^
                                                                                         ^^^^^^^^^
        ",
    )
    .await;
}

#[tokio::test]
async fn highlights_stay_in_the_article() {
    let (mut client, fixture) = Client::open_fixture(
        "Minister Ilse $0Brandt resigned. “I am tired,” Brandt said on Monday. Her party thanked Brandt.",
    )
    .await;
    let found: Vec<DocumentHighlight> =
        client.request::<DocumentHighlightRequest>(cursor(&fixture)).await.unwrap();
    let columns: Vec<u32> = found.iter().map(|h| h.range.start.character).collect();
    assert_eq!(columns, [9, 45, 86]);
    client.finish().await;
}

#[tokio::test]
async fn every_encoding_finds_the_same_place() {
    let text = "Überfall in Łódź: 🌊 Minister Ilse Brandt sprach. Brandt schwieg.";
    let before = text.find("Brandt schwieg").unwrap();
    for (encoding, column) in [
        ("utf-8", before),
        ("utf-16", text[..before].encode_utf16().count()),
        ("utf-32", text[..before].chars().count()),
    ] {
        let mut caps = capabilities();
        caps["general"]["positionEncodings"] = json!([encoding]);
        let mut client = Client::start_with(json!({ "processId": null, "capabilities": caps })).await;
        assert_eq!(client.initialized["capabilities"]["positionEncoding"], encoding);
        client.open(&uri("/a.txt"), text).await;
        client.settle(1).await;
        let at = json!({ "textDocument": { "uri": uri("/a.txt") }, "position": { "line": 0, "character": column } });
        let found = client.request::<DocumentHighlightRequest>(at).await.unwrap_or_default();
        assert!(found.iter().any(|h| h.range.start.character as usize == column), "{encoding}: {found:?}");
        client.finish().await;
    }
}

#[tokio::test]
async fn what_the_client_did_not_offer_is_utf_16() {
    for offered in [Value::Null, json!([]), json!(["utf-7"])] {
        let params =
            json!({ "processId": null, "capabilities": { "general": { "positionEncodings": offered } } });
        let client = Client::start_with(params).await;
        assert_eq!(client.initialized["capabilities"]["positionEncoding"], "utf-16");
        client.finish().await;
    }
}
