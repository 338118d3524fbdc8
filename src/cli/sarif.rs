//! Findings as a log in the Static Analysis Results Interchange Format 2.1.0 (OASIS standard).

use std::io::{self, Write};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::compare::{Code, Place, Severity};

use super::places::{Region, on_disk};
use super::shown::{Lines, Shown};

/// What stands for itself in the path of a URI reference (RFC 3986, section 3.3), but for the colon, which would make the
/// first segment a scheme.
const PATH: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'+')
    .remove(b'=');

/// Writes one run with all findings.
pub fn write(shown: &[Shown], lines: &mut Lines, out: &mut dyn Write) -> io::Result<()> {
    let results: Vec<_> = shown.iter().map(|s| result(s, lines)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "rashomon",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.iter().map(|&code| rule(code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    out.write_all(b"\n")
}

fn rule(code: Code) -> Value {
    let configuration = match code.default_severity() {
        Some(severity) => json!({ "level": level(severity) }),
        None => json!({ "enabled": false }),
    };
    json!({
        "id": code.name(),
        "shortDescription": { "text": code.summary() },
        "defaultConfiguration": configuration,
    })
}

fn result(shown: &Shown, lines: &mut Lines) -> Value {
    let finding = shown.finding;
    let related: Vec<_> = (1..)
        .zip(&finding.related)
        .map(|(id, (at, message))| {
            let mut location = location(shown, *at, lines);
            location["id"] = json!(id);
            location["message"] = json!({ "text": &**message });
            location
        })
        .collect();
    json!({
        "ruleId": finding.code.name(),
        "ruleIndex": Code::ALL.iter().position(|&code| code == finding.code),
        "level": level(shown.severity),
        "message": { "text": finding.message },
        "locations": [location(shown, finding.at, lines)],
        "relatedLocations": related,
    })
}

fn location(shown: &Shown, at: Place, lines: &mut Lines) -> Value {
    let article = shown.article(at);
    let region = Region::of(article, lines.of(article), at.span);
    let [start, end] = on_disk(article, at.span);
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&article.path) },
        "region": {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            "byteOffset": start,
            "byteLength": end - start,
        },
    } })
}

/// A path as a URI: relative as it was given, or of the scheme `file` where it is absolute.
fn uri(path: &str) -> String {
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    format!("{scheme}{}", utf8_percent_encode(path.strip_prefix("./").unwrap_or(&path), PATH))
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("wire/flood 2.txt"), "wire/flood%202.txt");
        assert_eq!(uri("./a:b.md"), "a%3Ab.md");
        assert_eq!(uri("/srv/Göteborg.md"), "file:///srv/G%C3%B6teborg.md");
    }
}
