//! Findings as one array of objects.

use std::io::{self, Write};

use serde::Serialize;

use crate::compare::Place;

use super::places::{self, Range};
use super::shown::{Lines, Shown};

#[derive(Serialize)]
struct Object<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    spot: Spot<'a>,
    related: Vec<Spot<'a>>,
}

#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    span: [u32; 2],
    range: Range,
    message: &'a str,
}

/// Writes the array.
pub fn write(shown: &[Shown], lines: &mut Lines, out: &mut dyn Write) -> io::Result<()> {
    let mut objects = Vec::with_capacity(shown.len());
    for s in shown {
        let mut spot = |at: Place, message| {
            let article = s.article(at);
            let range = Range::of(article, lines.of(article), at.span);
            Spot { file: &article.path, span: places::on_disk(article, at.span), range, message }
        };
        objects.push(Object {
            code: s.finding.code.name(),
            severity: s.severity.name(),
            spot: spot(s.finding.at, &s.finding.message),
            related: s.finding.related.iter().map(|(at, message)| spot(*at, message)).collect(),
        });
    }
    serde_json::to_writer_pretty(&mut *out, &objects)?;
    out.write_all(b"\n")
}
