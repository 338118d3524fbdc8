//! What shells and manuals want to know of the command line.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Arguments, CLEAN, Fault};

/// Prints the completions for a shell.
pub fn completions(shell: Shell, out: &mut dyn Write) -> Result<u8, Fault> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "rashomon", &mut script);
    out.write_all(&script)?;
    Ok(CLEAN)
}

/// Prints the manual page of the program or of one of its commands.
pub fn manual(name: Option<&str>, out: &mut dyn Write) -> Result<u8, Fault> {
    let mut program = Arguments::command();
    program.build();
    let command = match name {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone().display_name(format!("rashomon-{name}")),
            None => return Err(Fault::Input(format!("there is no command `{name}`"))),
        },
    };
    clap_mangen::Man::new(command).render(&mut &mut *out)?;
    Ok(CLEAN)
}
