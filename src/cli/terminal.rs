//! What is known of the terminal that reads the output.

use std::io;

use anstream::{AutoStream, ColorChoice};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The width in cells where no terminal tells its own.
const WIDTH: usize = 100;

/// The style of headings.
pub const BOLD: &str = "1";

/// How wide and colourful the output may be.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Its width in cells.
    pub width: usize,
    /// Whether it shows colours, and the user wants them.
    pub colour: bool,
}

impl Terminal {
    /// The terminal behind the standard output. `COLUMNS` tells the width of one that cannot be asked; `NO_COLOR` and its
    /// relatives are obeyed.
    pub fn of_stdout() -> Self {
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let asked = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        let colour = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
        Self { width: asked.or(told).unwrap_or(WIDTH).clamp(40, 1000), colour }
    }

    /// A text in a style, by its number in terminals, where the terminal shows styles.
    pub fn paint(self, style: &str, text: &str) -> String {
        if self.colour { format!("\x1b[{style}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// How many cells a text takes.
pub fn cells(text: &str) -> usize {
    text.width()
}

/// A text in at most so many cells; where something was cut off, `…` stands for it.
pub fn fit(text: &str, width: usize) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let mut room = width.saturating_sub(1);
    let mut short = String::new();
    for c in text.chars() {
        match room.checked_sub(c.width().unwrap_or(0)) {
            Some(left) => room = left,
            None => break,
        }
        short.push(c);
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Spaces that bring a text to so many cells.
pub fn padding(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(cells(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, width: usize, expected: &str) {
        let short = fit(text, width);
        assert_eq!(short, expected);
        assert!(cells(&short) <= width.max(1));
    }

    #[test]
    fn texts_are_cut_by_cells_not_by_bytes() {
        check("Harbour Post", 12, "Harbour Post");
        check("Harbour Post", 11, "Harbour Po…");
        check("Harbour Post", 9, "Harbour…");
        check("Göteborgs-Posten", 8, "Götebor…");
        check("東京新聞", 5, "東京…");
        check("東京新聞", 8, "東京新聞");
        check("anything", 0, "…");
    }
}
