//! Groups of claims as tables fitted to the terminal.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::compare::Level;
use crate::text::LineIndex;

use super::claims::{Member, Shown};
use super::places;
use super::terminal::{BOLD, Terminal, cells, fit, padding};

/// The columns of a line: sign, value, speaker, source, day, place.
const COLUMNS: usize = 6;

/// Between two columns.
const GAP: &str = "  ";

/// The least width to which a column of names is cut.
const NARROWEST: usize = 8;

/// Speaker and source, the columns that give way first, widest first.
const NAMES: [usize; 2] = [2, 3];

/// A line of a table.
pub type Cells = [String; COLUMNS];

/// Writes a heading and a table for each group, all with the same columns.
pub fn write(shown: &[Shown], terminal: Terminal, out: &mut dyn Write) -> io::Result<()> {
    let tables: Vec<Vec<Cells>> = shown.iter().map(rows).collect();
    let widths = widths(tables.iter().flatten(), terminal.width);
    for (s, table) in shown.iter().zip(&tables) {
        let level = s.group.level;
        let about = fit(&s.group.about, terminal.width.saturating_sub(12));
        let gap = " ".repeat(
            terminal.width.min(line_width(&widths)).saturating_sub(cells(&about) + level.name().len()).max(2),
        );
        writeln!(
            out,
            "{}{gap}{}",
            terminal.paint(BOLD, &about),
            terminal.paint(colour(level), level.name())
        )?;
        for row in table {
            writeln!(out, "{}", line(row, &widths))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn line_width(widths: &[usize; COLUMNS]) -> usize {
    let gaps = widths.iter().filter(|&&width| width > 0).count().saturating_sub(1);
    widths.iter().sum::<usize>() + GAP.len() * gaps
}

/// The cells of a line side by side; a column that is empty in every line takes no room.
fn line(row: &Cells, widths: &[usize; COLUMNS]) -> String {
    let mut line = String::new();
    for (cell, &width) in row.iter().zip(widths).filter(|(_, width)| **width > 0) {
        let text = fit(cell, width);
        line.push_str(if line.is_empty() { "" } else { GAP });
        line.push_str(&text);
        line.push_str(&padding(&text, width));
    }
    line.truncate(line.trim_end().len());
    line
}

/// One line a claim. The sign tells how its value stands to the group's first; a value that repeats is not printed again.
fn rows(shown: &Shown) -> Vec<Cells> {
    let members = shown.members();
    let mut rows = Vec::with_capacity(members.len());
    for (i, member) in members.iter().enumerate() {
        let again = i > 0 && members[i - 1].same_value(member);
        let first = members.iter().take_while(|m| m.same_value(&members[0]));
        let sign = first.filter_map(|m| shown.level(m.claim_ref, member.claim_ref)).max().filter(|_| !again);
        let article = member.article();
        rows.push([
            sign.map_or("", Level::sign).to_owned(),
            if again { String::new() } else { member.printed() },
            member.speaker().map_or_else(|| "–".to_owned(), Cow::into_owned),
            article.meta.source.as_ref().map_or("–", |f| &f.value).to_owned(),
            member.date().unwrap_or_else(|| "undated".to_owned()),
            place(member),
        ]);
    }
    rows
}

fn place(member: &Member) -> String {
    let article = member.article();
    places::address(article, &LineIndex::new(&article.text), member.figure.span)
}

/// Writes one table in at most `room` cells a line.
pub fn aligned(rows: &[Cells], out: &mut dyn Write, room: usize) -> io::Result<()> {
    let widths = widths(rows.iter(), room);
    rows.iter().try_for_each(|row| writeln!(out, "{}", line(row, &widths)))
}

/// The width of each column: the widest cell, and where that is too much speakers and sources are cut.
fn widths<'a>(rows: impl Iterator<Item = &'a Cells>, room: usize) -> [usize; COLUMNS] {
    let mut widths = [0; COLUMNS];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cells(cell));
        }
    }
    while line_width(&widths) > room {
        let widest = NAMES.into_iter().max_by_key(|&i| widths[i]).filter(|&i| widths[i] > NARROWEST);
        let Some(widest) = widest else { break };
        widths[widest] -= 1;
    }
    widths
}

fn colour(level: Level) -> &'static str {
    match level {
        Level::Agree => "32",
        Level::Differs => "36",
        Level::Conflict => "33",
    }
}
