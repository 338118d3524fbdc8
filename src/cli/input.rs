//! Paths become an analysis.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use crate::extract::{self, Reading};
use crate::features::{Analysis, AnalysisHost};
use crate::settings::walk;
use crate::text::{Article, Meta};

use super::{Fault, UNUSABLE};

/// What the paths of the command line hold.
pub struct Input {
    /// Everything that was read.
    pub analysis: Analysis,
    /// Whether a path that the user named could not be read.
    incomplete: bool,
}

impl Input {
    /// Reads the articles under `paths`. What cannot be read is named on the standard error stream and left out; it is a
    /// fault only where nothing is left.
    pub fn read(paths: &[PathBuf]) -> Result<Self, Fault> {
        let found = walk::walk(paths, &AtomicBool::new(false));
        for unreadable in found.missing.iter().chain(&found.unreadable) {
            eprintln!("rashomon: {}: {}", unreadable.path.display(), unreadable.reason);
        }
        let readings: Vec<_> = found.articles.par_iter().map(|path| read_file(path)).collect();
        let mut incomplete = !found.missing.is_empty();
        let mut host = AnalysisHost::default();
        for (path, reading) in found.articles.iter().zip(readings) {
            match reading {
                Ok(reading) => host.replace(Arc::new(reading)),
                Err(reason) => {
                    eprintln!("rashomon: {}: {reason}", path.display());
                    incomplete |= paths.contains(path);
                }
            }
        }
        Ok(Self { analysis: host.analysis(), incomplete })
    }

    /// The exit code of a run over this input that would otherwise end with `code`.
    pub fn code(&self, code: u8) -> u8 {
        if self.incomplete { UNUSABLE } else { code }
    }
}

fn read_file(path: &Path) -> std::io::Result<Reading> {
    let bytes = std::fs::read(path)?;
    let article = Article::from_bytes(&path.to_string_lossy(), &bytes, &Meta::default());
    Ok(extract::read(Arc::new(article)))
}
