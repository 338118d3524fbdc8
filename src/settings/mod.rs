//! What a workspace says about itself in `rashomon.toml`: which files are articles, what is known of them, how loudly
//! findings speak and which of them have been dealt with.

use std::path::{Component, Path, PathBuf};

use jiff::civil::Date;

use crate::compare::{Code, Severity};
use crate::text::{DateFrom, Field, Meta};

mod dismissal;
mod edit;
mod fault;
mod file;
mod patterns;
#[cfg(test)]
mod tests;
pub mod walk;

pub use dismissal::{Dismissal, NEIGHBOURS};
pub use edit::{add_dismissal, remove_dismissal};
pub use fault::Fault;
use patterns::Patterns;

/// The name of the file that holds the settings of the folder it lies in and of all below.
pub const FILE_NAME: &str = "rashomon.toml";

/// The size in bytes over which a file is not read, unless the settings say otherwise: 4 MiB.
pub const MAX_BYTES: u64 = 4 << 20;

/// How loudly each code speaks; `None` is off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Severities([Option<Severity>; Code::ALL.len()]);

impl Default for Severities {
    fn default() -> Self {
        let mut table = [None; Code::ALL.len()];
        for &code in Code::ALL {
            table[code as usize] = code.default_severity();
        }
        Self(table)
    }
}

impl Severities {
    /// The severity of a code.
    pub fn get(&self, code: Code) -> Option<Severity> {
        self.0[code as usize]
    }

    /// Sets the severity of a code.
    pub fn set(&mut self, code: Code, severity: Option<Severity>) {
        self.0[code as usize] = severity;
    }
}

/// What holds for the articles of one folder and of all below it.
#[derive(Clone, Debug)]
struct Folder {
    path: PathBuf,
    severity: Vec<(Code, Option<Severity>)>,
    story: Option<String>,
}

/// What is known of one article that does not say it itself.
#[derive(Clone, Debug, Default)]
struct Known {
    path: PathBuf,
    source: Option<String>,
    title: Option<String>,
    date: Option<Date>,
    story: Option<String>,
}

/// A house spelling and what it stands in place of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spelling {
    /// The spelling to use.
    pub house: String,
    /// Spellings it replaces.
    pub others: Vec<String>,
}

/// The settings of a workspace. The default ones are those of a folder without a `rashomon.toml`.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The folder that paths and patterns start from.
    pub root: PathBuf,
    /// The size in bytes over which a file is not read.
    pub max_bytes: u64,
    /// How loudly findings speak where no folder says otherwise.
    pub severity: Severities,
    /// Findings that have been dealt with.
    pub dismissed: Vec<Dismissal>,
    /// House spellings.
    pub spellings: Vec<Spelling>,
    include: Option<Patterns>,
    exclude: Option<Patterns>,
    folders: Vec<Folder>,
    articles: Vec<Known>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            root: PathBuf::new(),
            max_bytes: MAX_BYTES,
            severity: Severities::default(),
            dismissed: Vec::new(),
            spellings: Vec::new(),
            include: None,
            exclude: None,
            folders: Vec::new(),
            articles: Vec::new(),
        }
    }
}

impl Settings {
    /// The settings in the text of a `rashomon.toml` that lies in `root`; every fault that the text has where it has one.
    pub fn parse(text: &str, root: &Path) -> Result<Self, Vec<Fault>> {
        file::parse(text, root)
    }

    /// The `rashomon.toml` nearest to `folder`: in it or in one above it.
    pub fn find(folder: &Path) -> Option<PathBuf> {
        let folder = plain(folder);
        folder.ancestors().map(|f| f.join(FILE_NAME)).find(|f| f.is_file())
    }

    /// Whether the file at this path counts as an article: by its name, `include` and `exclude`.
    pub fn selects(&self, path: &Path) -> bool {
        let inside = self.inside(path);
        let inside = inside.as_deref();
        let wanted = match (&self.include, inside) {
            (Some(include), Some(inside)) => match include.find(inside, false) {
                Some(pattern) => !walk::is_about(inside) || walk::is_about(Path::new(pattern)),
                None => false,
            },
            (Some(_), None) => false,
            (None, _) => !walk::is_about(path),
        };
        wanted && walk::has_format(path) && !self.excludes(path, false)
    }

    /// Whether `exclude` leaves this file or folder out.
    pub fn excludes(&self, path: &Path, is_folder: bool) -> bool {
        let Some(exclude) = &self.exclude else { return false };
        self.inside(path).is_some_and(|inside| exclude.find(&inside, is_folder).is_some())
    }

    /// What the settings know of the article at this path.
    pub fn meta(&self, path: &Path) -> Meta {
        let mut meta = Meta::default();
        let Some(inside) = self.inside(path) else { return meta };
        for folder in self.folders.iter().filter(|f| inside.starts_with(&f.path)) {
            meta.story = folder.story.clone().or(meta.story);
        }
        for known in self.articles.iter().filter(|k| k.path == inside) {
            let field = |value: &Option<String>| value.clone().map(|value| Field { value, span: None });
            meta.source = field(&known.source).or(meta.source);
            meta.title = field(&known.title).or(meta.title);
            meta.date = known.date.or(meta.date);
            meta.story = known.story.clone().or(meta.story);
        }
        meta.date_from = meta.date.map(|_| DateFrom::Config);
        meta
    }

    /// How loudly findings speak in the article at this path; of several folders the later in the file wins.
    pub fn severities(&self, path: &Path) -> Severities {
        let mut table = self.severity.clone();
        let Some(inside) = self.inside(path).filter(|_| !self.folders.is_empty()) else { return table };
        for folder in self.folders.iter().filter(|f| inside.starts_with(&f.path)) {
            folder.severity.iter().for_each(|&(code, severity)| table.set(code, severity));
        }
        table
    }

    /// A path as seen from the folder of the settings; `None` outside of it, and where there is no such folder.
    fn inside(&self, path: &Path) -> Option<PathBuf> {
        if self.root.as_os_str().is_empty() {
            return None;
        }
        Some(plain(path).strip_prefix(&self.root).ok()?.to_path_buf())
    }
}

/// An absolute path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut plain = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}
