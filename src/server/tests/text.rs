//! Documents: what was typed is what is read.

use proptest::prelude::*;
use ropey::Rope;
use serde_json::json;
use tower_lsp::lsp_types::notification::DidCloseTextDocument;
use tower_lsp::lsp_types::{Position, Range, TextDocumentContentChangeEvent, Url};

use super::{Client, uri};
use crate::server::documents::Document;
use crate::server::profile::Encoding;

fn document(text: &str) -> Document {
    let uri = uri("/wire.txt");
    Document { uri, version: 1, rope: Rope::from_str(text), markdown: false }
}

fn change(range: [u32; 4], text: &str) -> TextDocumentContentChangeEvent {
    let range = Range::new(Position::new(range[0], range[1]), Position::new(range[2], range[3]));
    TextDocumentContentChangeEvent { range: Some(range), range_length: None, text: text.to_owned() }
}

/// The text after replacing a range, and whether that looks like typing.
fn check(before: &str, encoding: Encoding, range: [u32; 4], text: &str, after: &str) {
    let mut document = document(before);
    document.apply(&[change(range, text)], encoding);
    assert_eq!(document.rope.to_string(), after, "{before:?} {range:?}");
}

#[test]
fn positions_count_in_the_agreed_encoding() {
    check("a🌊é9", Encoding::Utf16, [0, 3, 0, 4], "", "a🌊9");
    check("a🌊é9", Encoding::Utf8, [0, 5, 0, 7], "", "a🌊9");
    check("a🌊é9", Encoding::Utf32, [0, 2, 0, 3], "", "a🌊9");
}

#[test]
fn places_beyond_the_text_are_its_nearest_ends() {
    check("one\r\ntwo", Encoding::Utf16, [0, 99, 0, 99], "!", "one!\r\ntwo");
    check("one\ntwo", Encoding::Utf16, [1, 99, 99, 0], "!", "one\ntwo!");
    check("one\ntwo", Encoding::Utf16, [7, 7, 0, 0], "", "");
    check("", Encoding::Utf8, [u32::MAX, u32::MAX, u32::MAX, u32::MAX], "x", "x");
}

#[test]
fn ends_in_the_wrong_order_are_swapped() {
    check("0123", Encoding::Utf16, [0, 3, 0, 1], "-", "0-3");
}

#[test]
fn only_the_line_ends_of_the_protocol_end_lines() {
    check("a\u{2028}b\u{85}c\rd", Encoding::Utf16, [1, 0, 1, 1], "D", "a\u{2028}b\u{85}c\rD");
}

#[test]
fn short_insertions_are_typing() {
    let caret = |range, text| document("11 dead").apply(&[change(range, text)], Encoding::Utf16);
    assert_eq!(caret([0, 2, 0, 2], "0"), Some(3));
    assert_eq!(caret([0, 1, 0, 2], ""), Some(1), "so is a character taken back");
    assert_eq!(caret([0, 0, 0, 2], "twelve"), None, "a word put in whole is not");
    assert_eq!(caret([0, 0, 0, 2], "12"), None, "nor is one put in place of another");
    assert_eq!(caret([0, 0, 0, 7], "9"), None, "nor is a line taken away");
}

proptest! {
    #[test]
    fn edits_never_panic_and_agree_with_a_plain_string(
        text in "[a-z🌊é\r\n ]{0,40}",
        edits in prop::collection::vec((0u32..6, 0u32..12, 0u32..6, 0u32..12, "[0-9ß\r\n]{0,3}"), 0..8),
    ) {
        for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
            let mut document = document(&text);
            let mut plain = text.clone();
            for (line, character, end_line, end, new) in &edits {
                let change = change([*line, *character, *end_line, *end], new);
                let span = crate::server::from_lsp::span(&plain, change.range.unwrap(), encoding);
                plain.replace_range(span.range(), new);
                document.apply(&[change], encoding);
                prop_assert_eq!(document.rope.to_string(), plain.as_str());
            }
        }
    }
}

#[tokio::test]
async fn each_version_has_its_findings() {
    let mut client = Client::start().await;
    let wire = uri("/wire.txt");
    client.open(&wire, "Nine people were hurt.").await;
    assert_eq!(client.published().await.version, Some(1));
    client.edit(&wire, 2, [0, 0, 0, 4], "Ten").await;
    assert_eq!(client.published().await.version, Some(2));
    client.edit(&wire, 1, [0, 0, 0, 3], "Six").await;
    assert_eq!(client.published().await.version, Some(1), "a client that counts backwards is believed");
    client.notify::<DidCloseTextDocument>(json!({ "textDocument": { "uri": wire } })).await;
    client.finish().await;
}

#[tokio::test]
async fn documents_of_any_scheme_are_read() {
    let mut client = Client::start().await;
    for address in ["untitled:Untitled-1", "vscode-vfs://github/a/b%20c.md", "file:///tmp/a%20b%25c.txt"] {
        let address = Url::parse(address).unwrap();
        client.open(&address, "Nine people were hurt.").await;
        let published = client.published().await;
        assert_eq!((published.uri, published.version), (address, Some(1)));
    }
    client.finish().await;
}
