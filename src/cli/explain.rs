//! `rashomon explain`: what an editor would show for a place, and why its claims are set side by side.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::compare::{self, Comparison, Level, Place};
use crate::features::ArticleRef;
use crate::features::element::{Element, element_at};
use crate::features::hover::{Hover, Row, claim_row, hover};
use crate::features::related::{claim_of_figure, related};
use crate::text::LineIndex;

use super::input::Input;
use super::table::{Cells, aligned};
use super::terminal::{BOLD, Terminal};
use super::{CLEAN, Fault, Paths};

/// What `explain` takes.
#[derive(clap::Args, Debug)]
pub struct Options {
    /// The place, counted from 1 as `check` prints it
    #[arg(value_name = "FILE:LINE:COLUMN")]
    place: String,
    /// The articles to compare with; the folder of the file where none are named
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Settings to use in place of the nearest rashomon.toml
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Prints what is known about the place.
pub fn run(options: &Options, out: &mut dyn Write) -> Result<u8, Fault> {
    let (file, line, column) = parse(&options.place)?;
    let file = PathBuf::from(file);
    let mut paths = options.paths.clone();
    if paths.is_empty() {
        paths.push(folder_of(&file).to_path_buf());
    }
    paths.push(file.clone());
    let input = Input::read(&Paths { paths, config: options.config.clone() })?;
    let Some(at) = find(&input, &file) else {
        return Err(Fault::Input(format!("{} was not read", file.display())));
    };
    let comparison = input.analysis.comparison(at);
    let article = &input.analysis.reading(at).article;
    let Some(offset) = LineIndex::new(&article.text).offset(&article.text, line - 1, column - 1) else {
        return Err(Fault::Input(format!("{} has no line {line}", file.display())));
    };
    match hover(comparison, at.article, offset) {
        Some(known) => {
            write(comparison, &known, Terminal::of_stdout(), out)?;
            reasons(comparison, at, offset, out)?;
        }
        None => writeln!(out, "There is no figure, name, date or quote at {}.", options.place)?,
    }
    Ok(input.code(CLEAN))
}

/// `FILE:LINE:COLUMN`, where the file's name may hold colons.
fn parse(place: &str) -> Result<(&str, u32, u32), Fault> {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next()?.parse().ok().filter(|&n: &u32| n > 0);
    let (column, line) = (number(), number());
    match (parts.next(), line, column) {
        (Some(file), Some(line), Some(column)) if !file.is_empty() => Ok((file, line, column)),
        _ => Err(Fault::Input(format!("`{place}` is no place; expected FILE:LINE:COLUMN, counted from 1"))),
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The article of a file, which the walk may have found under another name.
fn find(input: &Input, file: &Path) -> Option<ArticleRef> {
    let plain = file.strip_prefix(".").unwrap_or(file);
    [file, plain].into_iter().find_map(|path| input.analysis.find(&path.to_string_lossy()))
}

fn write(comparison: &Comparison, known: &Hover, terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}{}", terminal.paint(BOLD, &known.title.name), known.title.rest)?;
    for note in &known.notes {
        writeln!(out, "{note}")?;
    }
    if !known.rows.is_empty() {
        writeln!(out)?;
        let speakers = known.rows.iter().any(|row| row.speaker.is_some());
        let rows: Vec<_> = known.rows.iter().map(|row| cells(comparison, row, speakers)).collect();
        aligned(&rows, out, terminal.width)?;
    }
    if let Some((place, byline)) = &known.first {
        writeln!(out, "\nFirst mention: {byline}, {}", address(comparison, *place))?;
    }
    Ok(())
}

fn cells(comparison: &Comparison, row: &Row, speakers: bool) -> Cells {
    let nobody = if speakers { "–" } else { "" };
    [
        row.level.map_or("", Level::sign).to_owned(),
        row.printed.clone(),
        row.speaker.clone().unwrap_or_else(|| nobody.to_owned()),
        row.source.clone(),
        row.date.map_or_else(|| "undated".to_owned(), |d| d.to_string()),
        address(comparison, row.place),
    ]
}

fn address(comparison: &Comparison, at: Place) -> String {
    let article = &comparison.story.readings[at.article as usize].article;
    super::places::address(article, &LineIndex::new(&article.text), at.span)
}

/// Why each related claim is set beside the one at the place, facet by facet.
fn reasons(comparison: &Comparison, at: ArticleRef, offset: u32, out: &mut dyn Write) -> io::Result<()> {
    let reading = &comparison.story.readings[at.article as usize];
    let Some((Element::Figure(figure), _)) = element_at(reading, offset) else { return Ok(()) };
    let Some(claim) = claim_of_figure(comparison, at.article, figure) else { return Ok(()) };
    for other in related(comparison, claim) {
        let Some(row) = claim_row(comparison, other.claim, None) else { continue };
        writeln!(out, "\n{} {} ({})", other.level.sign(), row.printed, address(comparison, row.place))?;
        for reason in compare::reasons(&comparison.story, claim, other.claim) {
            writeln!(out, "  {} {}: {}", if reason.supports { '+' } else { '-' }, reason.facet, reason.text)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_file_a_line_and_a_column() {
        let check = |place: &str, expected: Option<(&str, u32, u32)>| {
            assert_eq!(parse(place).ok(), expected, "{place}")
        };
        check("wire/flood.txt:3:14", Some(("wire/flood.txt", 3, 14)));
        check("C:\\desk\\a.md:1:1", Some(("C:\\desk\\a.md", 1, 1)));
        check("10:30.txt:2:7", Some(("10:30.txt", 2, 7)));
        check("flood.txt:3", None);
        check("flood.txt:0:1", None);
        check("flood.txt:a:1", None);
        check(":3:1", None);
    }
}
