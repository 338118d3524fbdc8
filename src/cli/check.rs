//! `rashomon check`: findings over files and folders.

use std::io::{self, Write};
use std::sync::Arc;

use clap::ValueEnum;
use clap::builder::PossibleValue;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use rustc_hash::FxHashMap;
use serde::Serialize;

use crate::compare::{Finding, Place, Severity};
use crate::corpus::Story;
use crate::features;
use crate::text::{Article, LineIndex};

use super::input::Input;
use super::places::{self, Range};
use super::terminal::Terminal;
use super::{CLEAN, FOUND, Fault, Paths, pretty};

/// What `check` takes.
#[derive(clap::Args, Debug)]
pub struct Options {
    #[command(flatten)]
    paths: Paths,
    /// How to print the findings
    #[arg(long, value_enum, default_value_t = Format::Pretty)]
    format: Format,
    /// The mildest level that makes the exit code 1
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Severity::Warning)]
    fail_on: Severity,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    /// With an excerpt of every place that a finding speaks of
    Pretty,
    #[value(help = "One line a finding: file:line:column: severity[code] message")]
    Short,
    /// One array of objects
    Json,
}

impl ValueEnum for Severity {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// A finding that is shown, in its story.
pub struct Shown<'a> {
    /// The story.
    pub story: &'a Story,
    /// The finding.
    pub finding: &'a Finding,
    /// Its level under the settings.
    pub severity: Severity,
}

impl<'a> Shown<'a> {
    /// The article of a place.
    pub fn article(&self, at: Place) -> &'a Article {
        &self.story.readings[at.article as usize].article
    }
}

/// The lines of the articles that were asked for.
#[derive(Default)]
pub struct Lines {
    known: FxHashMap<Arc<str>, LineIndex>,
}

impl Lines {
    /// The lines of an article.
    pub fn of(&mut self, article: &Article) -> &LineIndex {
        self.known.entry(article.path.clone()).or_insert_with(|| LineIndex::new(&article.text))
    }
}

/// Prints the findings and says whether any is at or above the level asked for.
pub fn run(options: &Options, out: &mut dyn Write) -> Result<u8, Fault> {
    let input = Input::read(&options.paths)?;
    let shown = findings(&input);
    let mut lines = Lines::default();
    match options.format {
        Format::Pretty => {
            pretty::write(&shown, Terminal::of_stdout(), out)?;
            writeln!(out, "{}", summary(&shown, input.articles()))?;
        }
        Format::Short => short(&shown, &mut lines, out)?,
        Format::Json => array(&shown, &mut lines, out)?,
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
    shown.sort_by_key(|s| (&s.article(s.finding.at).path, s.finding.at.span, s.finding.code));
    shown
}

/// `5 articles, 7 findings: 2 warnings, 5 information`.
fn summary(shown: &[Shown], articles: usize) -> String {
    let plural = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
    let articles = plural(articles, "article");
    if shown.is_empty() {
        return format!("{articles}, no findings");
    }
    let levels =
        Severity::ALL.map(|severity| (severity, shown.iter().filter(|s| s.severity == severity).count()));
    let levels = levels.iter().filter(|(_, count)| *count > 0).map(|&(severity, count)| match severity {
        Severity::Information => format!("{count} information"),
        _ => plural(count, severity.name()),
    });
    let levels: Vec<_> = levels.collect();
    format!("{articles}, {}: {}", plural(shown.len(), "finding"), levels.join(", "))
}

fn short(shown: &[Shown], lines: &mut Lines, out: &mut dyn Write) -> io::Result<()> {
    for s in shown {
        let article = s.article(s.finding.at);
        let address = places::address(article, lines.of(article), s.finding.at.span);
        let (severity, code) = (s.severity.name(), s.finding.code.name());
        writeln!(out, "{address}: {severity}[{code}] {}", s.finding.message)?;
    }
    Ok(())
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

fn array(shown: &[Shown], lines: &mut Lines, out: &mut dyn Write) -> io::Result<()> {
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
