//! Markdown that reads well both rendered and raw, at most 80 columns wide.

use unicode_width::UnicodeWidthStr;

use super::hover::{Hover, Row, shortened};
use super::sections::Section;
use crate::compare::Place;

/// How wide a line of a table may be, so that it fits an editor's float without wrapping.
const WIDTH: usize = 80;
/// How wide the outlet's and the speaker's columns may be together at the least, however long the values are.
const NARROWEST: usize = 24;

/// A hover as Markdown. `link` gives the address of a place; links stand below the table, so that its lines stay short.
pub fn hover(hover: &Hover, link: &dyn Fn(Place) -> Option<String>) -> String {
    let mut links = Links::new(link);
    let mut text = format!("**{}**{}\n", escaped(&hover.title.name), escaped(&hover.title.rest));
    if !hover.notes.is_empty() {
        text += &format!("\n{}\n", escaped(&hover.notes.join("; ")));
    }
    if !hover.rows.is_empty() {
        text += &format!("\n{}", table(&hover.rows, &mut links));
    }
    if let Some((place, byline)) = &hover.first {
        text += &format!("\nFirst mention: {}\n", links.to(*place, byline));
    }
    text + &links.definitions()
}

/// A hover for a client that shows plain text alone.
pub fn plain(hover: &Hover) -> String {
    let mut lines = vec![format!("{}{}", hover.title.name, hover.title.rest)];
    lines.extend(hover.notes.iter().cloned());
    for row in &hover.rows {
        let sign = row.level.map_or("", |l| l.sign());
        let date = row.date.map(|d| d.to_string()).unwrap_or_default();
        let cells = [sign, &row.printed, &row.source, &date, row.speaker.as_deref().unwrap_or_default()];
        lines.push(cells.into_iter().filter(|c| !c.is_empty()).collect::<Vec<_>>().join("  "));
    }
    lines.extend(hover.first.iter().map(|(_, byline)| format!("First mention: {byline}")));
    lines.join("\n")
}

/// Rows as a Markdown table; columns that no row fills are left out.
pub fn table(rows: &[Row], links: &mut Links) -> String {
    let signs = rows.iter().any(|r| r.level.is_some());
    let speakers = rows.iter().any(|r| r.speaker.is_some());
    let printed: Vec<String> = rows.iter().map(|r| links.to(r.place, &r.printed)).collect();
    let taken = printed.iter().map(|p| p.width()).max().unwrap_or(0)
        + 10
        + 4 * usize::from(signs)
        + 3 * (3 + usize::from(speakers))
        + 1;
    let left = WIDTH.saturating_sub(taken).max(NARROWEST);
    let half = if speakers { left / 2 } else { left };
    let mut lines: Vec<Vec<String>> = vec![Vec::new(), Vec::new()];
    for (row, printed) in rows.iter().zip(printed) {
        let mut cells = Vec::new();
        if signs {
            cells.push(row.level.map_or("", |l| l.sign()).to_owned());
        }
        cells.push(printed);
        cells.push(escaped(&shortened(&row.source, half)));
        cells.push(row.date.map(|d| d.to_string()).unwrap_or_default());
        if speakers {
            cells.push(escaped(&shortened(row.speaker.as_deref().unwrap_or_default(), half)));
        }
        lines.push(cells);
    }
    let heads = ["", "Value", "Source", "Date", "Speaker"];
    let heads = &heads[usize::from(!signs)..heads.len() - usize::from(!speakers)];
    lines[0] =
        heads.iter().map(|h| if *h == "Value" && !signs { "Printed" } else { *h }.to_owned()).collect();
    aligned(lines)
}

/// A table of cells, the first line its head, padded so that it reads raw as well.
pub fn aligned(mut lines: Vec<Vec<String>>) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let widths: Vec<usize> = (0..columns)
        .map(|column| lines.iter().filter_map(|l| l.get(column)).map(|c| c.width()).max().unwrap_or(0))
        .collect();
    if let Some(rule) = lines.get_mut(1) {
        *rule = widths.iter().map(|&w| "-".repeat(w.max(1))).collect();
    }
    let mut text = String::new();
    for line in lines {
        for (cell, width) in line.iter().zip(&widths) {
            text += "| ";
            text += cell;
            text.extend(std::iter::repeat_n(' ', width.saturating_sub(cell.width()) + 1));
        }
        text += "|\n";
    }
    text
}

/// Numbered links to places, with their addresses below the text.
pub struct Links<'a> {
    link: &'a dyn Fn(Place) -> Option<String>,
    addresses: Vec<String>,
}

impl<'a> Links<'a> {
    /// No links yet; `link` gives the address of a place.
    pub fn new(link: &'a dyn Fn(Place) -> Option<String>) -> Self {
        Self { link, addresses: Vec::new() }
    }

    /// `words` as a link to a place; plain where the place has no address.
    pub fn to(&mut self, place: Place, words: &str) -> String {
        match (self.link)(place) {
            Some(address) => {
                self.addresses.push(address);
                format!("[{}][{}]", escaped(words), self.addresses.len())
            }
            None => escaped(words),
        }
    }

    /// The addresses, to stand below the text.
    pub fn definitions(self) -> String {
        let lines =
            self.addresses.iter().zip(1..).map(|(address, number)| format!("[{number}]: {address}\n"));
        let text: String = lines.collect();
        if text.is_empty() { text } else { format!("\n{text}") }
    }
}

/// Text with a backslash before every character that Markdown would take for its own.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '#') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Sections as a document with this title.
pub fn document(title: &str, sections: &[Section], link: &dyn Fn(Place) -> Option<String>) -> String {
    let mut links = Links::new(link);
    let mut text = format!("# {}\n", escaped(title));
    for section in sections {
        text += &format!("\n## {}\n\n{}", escaped(&section.heading), table(&section.rows, &mut links));
    }
    if sections.is_empty() {
        text += "\nNo two sources speak of the same quantity.\n";
    }
    text + &links.definitions()
}
