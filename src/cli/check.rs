//! `rashomon check`: findings over files and folders.

use std::io::{self, Write};

use clap::ValueEnum;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::compare::{Finding, Place, Severity};
use crate::corpus::Story;
use crate::features;
use crate::text::LineIndex;

use super::input::Input;
use super::json::{self, Range};
use super::{CLEAN, FOUND, Fault, Paths};

/// What `check` takes.
#[derive(clap::Args, Debug)]
pub struct Options {
    #[command(flatten)]
    paths: Paths,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Short)]
    format: Format,
    /// The mildest level that makes the exit code 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Severity::Warning)]
    fail_on: Severity,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    /// One line a finding
    Short,
    /// One array of objects
    Json,
}

impl ValueEnum for Severity {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.name()))
    }
}

/// A finding in its story.
struct Shown<'a> {
    story: &'a Story,
    finding: &'a Finding,
    severity: Severity,
}

/// Prints the findings and says whether any is at or above the level asked for.
pub fn run(options: &Options, out: &mut dyn Write) -> Result<u8, Fault> {
    let input = Input::read(&options.paths)?;
    let shown = findings(&input);
    match options.format {
        Format::Short => short(&shown, out)?,
        Format::Json => array(&shown, out)?,
    }
    let failed = shown.iter().any(|s| s.severity <= options.fail_on);
    Ok(input.code(if failed { FOUND } else { CLEAN }))
}

/// All findings, by path, then place, then code.
fn findings(input: &Input) -> Vec<Shown<'_>> {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let mut shown = Vec::new();
    for comparison in input.analysis.stories() {
        let findings = features::findings(comparison, &input.settings, today);
        let story = &*comparison.story;
        shown.extend(findings.into_iter().map(|(finding, severity)| Shown { story, finding, severity }));
    }
    shown.sort_by_key(|s| (s.path(s.finding.at), s.finding.at.span, s.finding.code));
    shown
}

impl<'a> Shown<'a> {
    fn path(&self, at: Place) -> &'a str {
        &self.story.readings[at.article as usize].article.path
    }

    fn spot(&self, at: Place, message: &'a str) -> Spot<'a> {
        let article = &self.story.readings[at.article as usize].article;
        let lines = LineIndex::new(&article.text);
        Spot {
            file: &article.path,
            span: json::on_disk(article, at.span),
            range: Range::of(article, &lines, at.span),
            message,
        }
    }
}

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

fn array(shown: &[Shown], out: &mut dyn Write) -> io::Result<()> {
    let objects: Vec<_> = shown
        .iter()
        .map(|s| Object {
            code: s.finding.code.name(),
            severity: s.severity.name(),
            spot: s.spot(s.finding.at, &s.finding.message),
            related: s.finding.related.iter().map(|(at, message)| s.spot(*at, message)).collect(),
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &objects)?;
    out.write_all(b"\n")
}

fn short(shown: &[Shown], out: &mut dyn Write) -> io::Result<()> {
    for s in shown {
        let article = &s.story.readings[s.finding.at.article as usize].article;
        let lines = LineIndex::new(&article.text);
        let start = s.finding.at.span.start;
        let (line, column) = (lines.line(start) + 1, lines.column(&article.text, start) + 1);
        let (severity, code) = (s.severity.name(), s.finding.code.name());
        writeln!(out, "{}:{line}:{column}: {severity}[{code}] {}", article.path, s.finding.message)?;
    }
    Ok(())
}
