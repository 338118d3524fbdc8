//! The commands by which clients draw stories and walk from claim to claim.

use serde_json::{Value, json};

use super::Client;

/// Three outlets on one flood, each in its own words: near-copies would be one witness.
const DESK: &str = "
//- /a.md
---
source: Lake Wire
date: 2025-05-06
---
The flood in Lakeside killed 14 people on Monday, Mayor Ilse Brandt said.
//- /b.md
---
source: Court Gazette
date: 2025-05-06
---
Water stood in the streets of Lakeside. Mayor Ilse Brandt spoke of 19 people killed by the flood on Monday.
//- /c.md
---
source: Valley Radio
date: 2025-05-06
---
On Monday 22 people were killed when the flood reached Lakeside, according to Ilse Brandt, its mayor.
";

async fn run(client: &mut Client, command: &str, subject: Value) -> Value {
    let params = json!({ "command": command, "arguments": [subject] });
    client.call("workspace/executeCommand", params).await.expect("an answer to a command")
}

#[tokio::test]
async fn stories_are_told_with_values_days_and_levels() {
    let (mut client, _) = Client::open_fixture(DESK).await;
    let stories = run(&mut client, "rashomon.stories", json!({})).await;
    let topic = &stories[0]["topics"][0];
    assert_eq!(topic["level"], "differs", "{stories}");
    assert_eq!(topic["unit"], "person");
    let told: Vec<Value> =
        ["source", "lo", "hi", "day", "level"].iter().map(|k| topic["claims"][0][k].clone()).collect();
    assert_eq!(json!(told), json!(["Lake Wire", 14.0, 14.0, "2025-05-05", "differs"]));
    assert_eq!(topic["claims"][1]["range"]["start"], json!({ "line": 4, "character": 67 }));
    client.finish().await;
}

#[tokio::test]
async fn the_claim_before_and_the_next_one_close_the_circle() {
    let (mut client, fixture) = Client::open_fixture(DESK).await;
    let mut at =
        json!({ "uri": super::uri(&fixture.files[0].0), "position": { "line": 4, "character": 29 } });
    let start = at["uri"].clone();
    let next = run(&mut client, "rashomon.nextRelatedClaim", at.clone()).await;
    at["backwards"] = json!(true);
    let before = run(&mut client, "rashomon.nextRelatedClaim", at).await;
    assert_ne!(next["uri"], before["uri"]);
    let home = json!({ "uri": next["uri"], "position": next["range"]["start"], "backwards": true });
    assert_eq!(run(&mut client, "rashomon.nextRelatedClaim", home).await["uri"], start);
    client.finish().await;
}
