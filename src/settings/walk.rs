//! From the folders a user names to the articles in them.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ignore::WalkBuilder;
use rustc_hash::FxHashSet;

use super::Settings;

/// Files about a folder rather than of it, by the first word of their names in lower case.
const ABOUT: [&str; 5] = ["readme", "changelog", "license", "licence", "contributing"];

/// A folder or file that could not be read, and why.
#[derive(Debug)]
pub struct Unreadable {
    /// The path, as far as it is known.
    pub path: PathBuf,
    /// The system's words.
    pub reason: String,
}

/// The articles under some roots.
#[derive(Debug, Default)]
pub struct Found {
    /// Articles, sorted, each once.
    pub articles: Vec<PathBuf>,
    /// Roots that could not be read.
    pub missing: Vec<Unreadable>,
    /// What could not be read below a root.
    pub unreadable: Vec<Unreadable>,
}

/// Whether a file's name says in what form it holds text: `.txt` or `.md`.
pub fn has_format(path: &Path) -> bool {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    extension.eq_ignore_ascii_case("txt") || extension.eq_ignore_ascii_case("md")
}

/// Whether a file's name says that it is about its folder, such as a README.
pub fn is_about(path: &Path) -> bool {
    let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or_default();
    let first = stem.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    ABOUT.iter().any(|about| first.eq_ignore_ascii_case(about))
}

/// Finds the articles under `roots` that the settings select and no `.gitignore` leaves out. A root that is a file is taken
/// whatever its name. Ends early, with what was found so far, once `cancel` is set.
pub fn walk(roots: &[PathBuf], settings: &Arc<Settings>, cancel: &AtomicBool) -> Found {
    let mut found = Found::default();
    for root in roots {
        match root.metadata() {
            Ok(meta) if meta.is_dir() => walk_folder(root, settings, cancel, &mut found, |_| true),
            Ok(_) => found.articles.push(root.clone()),
            Err(error) => found.missing.push(Unreadable { path: root.clone(), reason: error.to_string() }),
        }
    }
    found.articles.sort();
    found.articles.dedup();
    if roots.len() > 1 {
        drop_same_files(&mut found.articles);
    }
    found
}

/// What [`walk`] finds under `root` of some files and folders alone: the files, and all below the folders.
pub fn among(root: &Path, wanted: &[PathBuf], settings: &Arc<Settings>, cancel: &AtomicBool) -> Found {
    let mut found = Found::default();
    let wanted: Vec<PathBuf> = wanted.iter().filter(|w| w.starts_with(root)).cloned().collect();
    if !wanted.is_empty() {
        let leads = move |path: &Path| wanted.iter().any(|w| w.starts_with(path) || path.starts_with(w));
        walk_folder(root, settings, cancel, &mut found, leads);
        found.articles.sort();
    }
    found
}

/// Walks a folder, down only where `leads` says that it leads somewhere.
fn walk_folder(
    root: &Path,
    settings: &Arc<Settings>,
    cancel: &AtomicBool,
    found: &mut Found,
    leads: impl Fn(&Path) -> bool + Send + Sync + 'static,
) {
    let mut builder = WalkBuilder::new(root);
    builder.require_git(false);
    let pruning = Arc::clone(settings);
    builder.filter_entry(move |entry| {
        entry.depth() == 0
            || leads(entry.path())
                && !pruning.excludes(entry.path(), entry.file_type().is_some_and(|t| t.is_dir()))
    });
    for entry in builder.build() {
        if cancel.load(Ordering::Relaxed) {
            return;
        }
        match entry {
            Ok(entry) => {
                if entry.file_type().is_some_and(|t| t.is_file()) && settings.selects(entry.path()) {
                    let path = entry.path();
                    found.articles.push(path.strip_prefix("./").unwrap_or(path).to_path_buf());
                }
            }
            Err(error) => {
                found.unreadable.push(Unreadable { path: root.to_path_buf(), reason: error.to_string() });
            }
        }
    }
}

/// Roots may reach one file under several names; the first of them in order stays.
fn drop_same_files(articles: &mut Vec<PathBuf>) {
    let mut seen = FxHashSet::default();
    articles.retain(|path| seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())));
}
