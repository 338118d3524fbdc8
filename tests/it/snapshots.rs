//! The outputs over `seeds/`, word for word: `UPDATE_EXPECT=1 cargo test` writes them anew after a change that is meant.

use std::path::Path;
use std::process::Command;

use expect_test::expect_file;

/// What a command prints, run in the folder of the project.
fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_rashomon"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .env("NO_COLOR", "1")
        .env("COLUMNS", "110")
        .output()
        .expect("the program runs");
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

#[test]
fn check_over_the_seeds() {
    expect_file!["snapshots/check.txt"].assert_eq(&printed(&["check", "--format", "short", "seeds"]));
}

#[test]
fn claims_over_the_seeds() {
    expect_file!["snapshots/claims.csv"].assert_eq(&printed(&["claims", "--format", "csv", "seeds"]));
}

#[test]
fn annotations_of_one_seed() {
    let line = printed(&["annotate", "seeds/the-lantern.md"]);
    let read: serde_json::Value = serde_json::from_str(&line).expect("one line of JSON");
    let pretty = serde_json::to_string_pretty(&read).expect("it can be printed again");
    expect_file!["snapshots/annotate.json"].assert_eq(&pretty);
}
