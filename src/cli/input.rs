//! Paths become an analysis under the settings that hold for them.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use crate::extract::{self, Reading};
use crate::features::{Analysis, AnalysisHost};
use crate::settings::{Settings, walk};
use crate::text::{Article, Rejection};

use super::progress::Progress;
use super::{Fault, Paths, UNUSABLE};

/// What the paths of the command line hold.
pub struct Input {
    /// Everything that was read.
    pub analysis: Analysis,
    /// The settings that hold for it.
    pub settings: Arc<Settings>,
    /// Whether a path that the user named could not be read.
    incomplete: bool,
}

impl Input {
    /// Reads the articles under the paths. What cannot be read is named on the standard error stream and left out.
    pub fn read(paths: &Paths) -> Result<Self, Fault> {
        let settings = Arc::new(settings(paths)?);
        let paths = &paths.paths;
        let found = walk::walk(paths, &settings, &AtomicBool::new(false));
        for unreadable in found.missing.iter().chain(&found.unreadable) {
            eprintln!("rashomon: {}: {}", unreadable.path.display(), unreadable.reason);
        }
        let progress = Progress::new(found.articles.len());
        let read = |paths: &[PathBuf]| {
            let portion = Portion::read(paths, &settings);
            progress.step(paths.len());
            portion
        };
        let portions =
            found.articles.par_chunks(extract::portion(found.articles.len(), rayon::current_num_threads()));
        let portions: Vec<Portion> = portions.map(read).collect();
        progress.finish();
        let mut incomplete = !found.missing.is_empty();
        let mut host = AnalysisHost::default();
        for Portion { readings, left_out } in portions {
            readings.into_iter().for_each(|reading| host.replace(Arc::new(reading)));
            for (path, reason) in left_out {
                eprintln!("rashomon: {}: {reason}", path.display());
                incomplete |= matches!(reason, Reason::Unreadable(_)) && paths.contains(&path);
            }
        }
        Ok(Self { analysis: host.analysis(), settings, incomplete })
    }

    /// How many articles were read.
    pub fn articles(&self) -> usize {
        self.analysis.tales().map(|story| story.readings.len()).sum()
    }

    /// The exit code of a run over this input that would otherwise end with `code`.
    pub fn code(&self, code: u8) -> u8 {
        if self.incomplete { UNUSABLE } else { code }
    }
}

/// Files that one thread reads together.
struct Portion {
    readings: Vec<Reading>,
    left_out: Vec<(PathBuf, Reason)>,
}

impl Portion {
    fn read(paths: &[PathBuf], settings: &Settings) -> Self {
        let (mut articles, mut left_out) = (Vec::with_capacity(paths.len()), Vec::new());
        for path in paths {
            match load(path, settings) {
                Ok(article) => articles.push(Arc::new(article)),
                Err(reason) => left_out.push((path.clone(), reason)),
            }
        }
        Portion { readings: extract::read_all(&articles), left_out }
    }
}

/// Why a file is not among the articles.
enum Reason {
    Rejected(Rejection),
    Unreadable(io::Error),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Reason::Rejected(rejection) => write!(f, "left out, {rejection}"),
            Reason::Unreadable(error) => error.fmt(f),
        }
    }
}

impl From<Rejection> for Reason {
    fn from(rejection: Rejection) -> Self {
        Reason::Rejected(rejection)
    }
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        Reason::Unreadable(error)
    }
}

/// The article in a file; one that is none in English is turned away, a huge one before it takes memory.
fn load(path: &Path, settings: &Settings) -> Result<Article, Reason> {
    let limit = settings.max_bytes as usize;
    if path.metadata()?.len() > settings.max_bytes {
        return Err(Rejection::TooLarge { limit }.into());
    }
    let bytes = std::fs::read(path)?;
    if let Some(rejection) = Rejection::of_bytes(&bytes, limit) {
        return Err(rejection.into());
    }
    let article = Article::from_bytes(&path.to_string_lossy(), &bytes, &settings.meta(path));
    match Rejection::of_article(&article) {
        Some(rejection) => Err(rejection.into()),
        None => Ok(article),
    }
}

/// The settings of the file that the user names, else of the one nearest to the folder that holds all the paths.
fn settings(paths: &Paths) -> Result<Settings, Fault> {
    let file = match &paths.config {
        Some(file) => file.clone(),
        None => match Settings::find(&common_folder(&paths.paths)) {
            Some(file) => file,
            None => return Ok(Settings::default()),
        },
    };
    let fault = |reason: &dyn std::fmt::Display| format!("{}:{reason}", file.display());
    let text = std::fs::read_to_string(&file).map_err(|e| Fault::Input(fault(&format!(" {e}"))))?;
    let root = file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Settings::parse(&text, root).map_err(|faults| {
        let lines: Vec<_> = faults.iter().map(|f| fault(f)).collect();
        Fault::Input(lines.join("\nrashomon: "))
    })
}

/// The deepest folder that holds all the paths, so that their order does not matter.
fn common_folder(paths: &[PathBuf]) -> PathBuf {
    let folders = paths.iter().map(|path| {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        if path.is_dir() { path } else { path.parent().map(Path::to_path_buf).unwrap_or_default() }
    });
    let common = folders.reduce(|a, b| {
        a.components().zip(b.components()).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    });
    common.unwrap_or_default()
}
