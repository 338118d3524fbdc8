//! `rashomon check`: findings over files and folders.

use std::io::{self, Write};

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::compare::Severity;

use super::input::Input;
use super::shown::{self, Lines, Shown};
use super::terminal::Terminal;
use super::{CLEAN, FOUND, Fault, Paths, github, json, places, pretty, sarif};

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
    /// A SARIF 2.1.0 log, for code scanning and viewers
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
}

impl ValueEnum for Severity {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// Prints the findings and says whether any is at or above the level asked for.
pub fn run(options: &Options, out: &mut dyn Write) -> Result<u8, Fault> {
    let input = Input::read(&options.paths)?;
    let shown = shown::findings(&input);
    let mut lines = Lines::default();
    match options.format {
        Format::Pretty => {
            pretty::write(&shown, Terminal::of_stdout(), out)?;
            writeln!(out, "{}", summary(&shown, input.articles()))?;
        }
        Format::Short => short(&shown, &mut lines, out)?,
        Format::Json => json::write(&shown, &mut lines, out)?,
        Format::Sarif => sarif::write(&shown, &mut lines, out)?,
        Format::Github => github::write(&shown, &mut lines, out)?,
    }
    let failed = shown.iter().any(|s| s.severity <= options.fail_on);
    Ok(input.code(if failed { FOUND } else { CLEAN }))
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
