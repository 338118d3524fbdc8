//! `rashomon report`: one self-contained page with the findings, the figures over time by source, and who is named how.

mod chart;
mod page;

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use super::input::Input;
use super::{CLEAN, Fault, Paths, shown};

/// What `report` takes.
#[derive(clap::Args, Debug)]
pub struct Options {
    #[command(flatten)]
    paths: Paths,
    /// The file to write; without it the page goes to the standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Writes the page. What it tells is no failure.
pub fn run(options: &Options, out: &mut dyn Write) -> Result<u8, Fault> {
    let input = Input::read(&options.paths)?;
    let page = page::render(&input.analysis, &shown::findings(&input)).into_string();
    match &options.output {
        Some(file) => fs::write(file, page)
            .map_err(|error| Fault::Input(format!("cannot write {}: {error}", file.display())))?,
        None => out.write_all(page.as_bytes())?,
    }
    Ok(input.code(CLEAN))
}
