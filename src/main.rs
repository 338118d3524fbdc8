//! The command `rashomon`: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    rashomon::cli::run(std::env::args_os())
}
