//! The log: to the standard error stream, which editors show, or to a file.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Mutex;

use tracing::level_filters::LevelFilter;
use tracing_subscriber::fmt;

/// Starts the log, once a process.
pub fn start(file: Option<&Path>) -> io::Result<()> {
    let log = fmt().with_max_level(LevelFilter::INFO).with_ansi(false).with_target(false);
    let started = match file {
        Some(path) => {
            let file = File::options().create(true).append(true).open(path)?;
            tracing::subscriber::set_global_default(log.with_writer(Mutex::new(file)).finish())
        }
        None => tracing::subscriber::set_global_default(log.with_writer(io::stderr).finish()),
    };
    started.map_err(io::Error::other)
}
