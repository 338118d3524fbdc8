//! The terminal: commands, their outputs and exit codes.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod annotate;
mod check;
mod input;
mod json;
mod progress;

use input::Input;

/// What others say about a story's figures, names and days.
#[derive(Parser, Debug)]
#[command(name = "rashomon", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Show where articles on one story contradict each other
    Check(check::Options),
    /// Print everything that is read out of each article, one JSON object a line
    Annotate(Paths),
}

/// Files and folders to read.
#[derive(clap::Args, Debug)]
struct Paths {
    /// Articles, and folders of articles (.txt and .md)
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Settings to use in place of the nearest rashomon.toml
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// Why a command could not do its work, in one line for the user.
#[derive(Debug)]
enum Fault {
    /// Input that cannot be read or makes no sense.
    Input(String),
    /// The output could not be written.
    Output(io::Error),
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Nothing found at or above the level that was asked for.
const CLEAN: u8 = 0;
/// Something found.
const FOUND: u8 = 1;
/// Bad usage, or input that cannot be read.
const UNUSABLE: u8 = 2;

/// Runs the program with these arguments (its own name first) and returns its exit code: 0 for nothing found, 1 for something,
/// 2 for bad usage or unreadable input.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // A reader that closed the pipe has seen enough of the help.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { UNUSABLE } else { CLEAN });
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let done = execute(&arguments.command, &mut out).and_then(|code| Ok(out.flush().map(|()| code)?));
    match done {
        Ok(code) => ExitCode::from(code),
        Err(Fault::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::from(CLEAN),
        Err(Fault::Output(error)) => complain(&format!("cannot write: {error}")),
        Err(Fault::Input(message)) => complain(&message),
    }
}

fn complain(message: &str) -> ExitCode {
    eprintln!("rashomon: {message}");
    ExitCode::from(UNUSABLE)
}

fn execute(command: &Command, out: &mut dyn Write) -> Result<u8, Fault> {
    match command {
        Command::Check(options) => check::run(options, out),
        Command::Annotate(paths) => {
            let input = Input::read(paths)?;
            annotate::write(&input.analysis, out)?;
            Ok(input.code(CLEAN))
        }
    }
}
