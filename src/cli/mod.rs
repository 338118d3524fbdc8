//! The terminal: commands, their outputs and exit codes.

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod annotate;
mod check;
mod claims;
mod explain;
mod github;
mod input;
mod json;
mod places;
mod pretty;
mod progress;
mod report;
mod sarif;
mod shell;
mod shown;
mod table;
mod terminal;

use input::Input;

const ABOUT: &str = "\
What the other sources say about a figure, a name or a day.

Rashomon reads articles on one story side by side and shows where they agree, differ and contradict each other. Every finding \
names both sides and takes none.";

const EXAMPLES: &str = "\
Examples:
  rashomon check                     contradictions between the articles in this folder
  rashomon check --format short *.md one line a finding, for an editor or a script
  rashomon claims seeds              who gives which figure for the same thing
  rashomon annotate wire.txt | jq .  everything read out of one article

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 bad usage or input that cannot be read.
Settings are read from the nearest rashomon.toml.";

const CHECK_EXAMPLES: &str = "\
Examples:
  rashomon check drafts wire/flood.txt
  rashomon check --fail-on information --format short
  rashomon check --format json | jq '.[].message'
  rashomon check --format sarif > findings.sarif";

const CLAIMS_EXAMPLES: &str = "\
Examples:
  rashomon claims seeds
  rashomon claims --format csv > figures.csv
  rashomon claims --format json | jq '.[] | select(.level == \"conflict\")'";

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  rashomon explain drafts/flood.md:12:40
  rashomon explain drafts/flood.md:12:40 drafts wire";

const REPORT_EXAMPLES: &str = "\
Examples:
  rashomon report seeds -o seeds.html
  rashomon report drafts wire -o flood.html";

const COMPLETIONS_EXAMPLES: &str = "\
Examples:
  rashomon completions bash > ~/.local/share/bash-completion/completions/rashomon
  rashomon completions fish > ~/.config/fish/completions/rashomon.fish";

/// What the other sources say about a figure, a name or a day
#[derive(Parser, Debug)]
#[command(name = "rashomon", version, long_about = ABOUT, after_help = EXAMPLES, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Show where articles on one story contradict each other
    #[command(after_help = CHECK_EXAMPLES)]
    Check(check::Options),
    /// Print everything that is read out of each article, one JSON object a line
    Annotate(Paths),
    /// Speak the Language Server Protocol on standard input and output
    Lsp(LspOptions),
    /// Print the groups of claims on the same quantity
    #[command(after_help = CLAIMS_EXAMPLES)]
    Claims(claims::Options),
    /// Say what is known about a figure, name, date or quote, and why its claims are set side by side
    #[command(after_help = EXPLAIN_EXAMPLES)]
    Explain(explain::Options),
    /// Write one page to read and hand on: the figures over time, what contradicts what, who is named how
    #[command(after_help = REPORT_EXAMPLES)]
    Report(report::Options),
    /// Print completions for a shell
    #[command(after_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page, in the form that `man -l -` takes
    Man {
        /// The command to describe, in place of the whole program
        command: Option<String>,
    },
}

/// How the language server runs.
#[derive(clap::Args, Debug)]
struct LspOptions {
    /// Taken because clients add it by habit; there is no other way
    #[arg(long)]
    stdio: bool,
    /// Write the log to this file rather than to standard error
    #[arg(long, value_name = "FILE")]
    log_file: Option<PathBuf>,
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
    // Not locked: the language server writes from a thread of its own.
    let mut out = BufWriter::new(io::stdout());
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
        Command::Lsp(options) => Ok(crate::server::run(options.log_file.as_deref())),
        Command::Check(options) => check::run(options, out),
        Command::Explain(options) => explain::run(options, out),
        Command::Claims(options) => claims::run(options, out),
        Command::Report(options) => report::run(options, out),
        Command::Completions { shell } => shell::completions(*shell, out),
        Command::Man { command } => shell::manual(command.as_deref(), out),
        Command::Annotate(paths) => {
            let input = Input::read(paths)?;
            annotate::write(&input.analysis, out)?;
            Ok(input.code(CLEAN))
        }
    }
}
