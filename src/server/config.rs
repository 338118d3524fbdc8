//! The settings of a session: one `rashomon.toml` a folder, and what the client says.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::Value;

use crate::compare::{Code, Comparison, Finding, Severity};
use crate::features::{Judge, Verdict};
use crate::settings::{Fault, Settings};
use crate::text::Meta;

/// Settings of a place without any.
static NONE: LazyLock<Arc<Settings>> = LazyLock::new(Arc::default);

/// A workspace folder and its settings.
#[derive(Clone, Debug)]
pub struct Folder {
    /// The folder.
    pub root: PathBuf,
    /// Its `rashomon.toml`: in it or above it.
    pub file: Option<PathBuf>,
    /// What the file says; the last good state of it while it has faults.
    pub settings: Arc<Settings>,
    /// What is wrong with the file, and its text.
    pub faults: Option<(Vec<Fault>, String)>,
}

impl Folder {
    /// A folder with its settings as they are on disk. With faults there, the settings are those of `before`.
    pub fn load(root: &Path, before: Option<&Folder>) -> Self {
        let file = Settings::find(root);
        let text = file.as_ref().and_then(|f| std::fs::read_to_string(f).ok()).unwrap_or_default();
        let home = file.as_deref().and_then(Path::parent).unwrap_or(root);
        let kept = before.map_or_else(|| Arc::clone(&NONE), |b| Arc::clone(&b.settings));
        let (settings, faults) = match Settings::parse(&text, home) {
            Ok(settings) => (Arc::new(settings), None),
            Err(faults) => (kept, Some((faults, text))),
        };
        Self { root: root.to_path_buf(), file, settings, faults }
    }
}

/// What the client's settings say; each part has the default that a user would expect who set nothing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Options {
    /// Lenses over claims.
    pub lenses: bool,
    /// The day behind `Thursday`.
    pub date_hints: bool,
    /// The common value behind a figure.
    pub figure_hints: bool,
    /// Renaming reaches into the other articles too.
    pub rename_everywhere: bool,
    /// Severities, where no `rashomon.toml` sets another.
    pub severity: Vec<(Code, Option<Severity>)>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            lenses: true,
            date_hints: true,
            figure_hints: true,
            rename_everywhere: false,
            severity: Vec::new(),
        }
    }
}

impl Options {
    /// The options in the value of the client's section `rashomon`. What is missing or makes no sense has its default; the
    /// latter is logged.
    pub fn read(value: &Value) -> Self {
        let mut options = Self::default();
        let flag = |path: &str, default: bool| match value.pointer(path) {
            None | Some(Value::Null) => default,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                tracing::warn!("rashomon{} is {other}, not true or false", path.replace('/', "."));
                default
            }
        };
        options.lenses = flag("/codeLens/enable", true);
        options.date_hints = flag("/inlayHints/dates", true) && flag("/inlayHints/enable", true);
        options.figure_hints = flag("/inlayHints/figures", true) && flag("/inlayHints/enable", true);
        options.rename_everywhere =
            value.pointer("/rename/scope").and_then(Value::as_str) == Some("workspace");
        if let Some(severities) = value.get("severity").and_then(Value::as_object) {
            options.severity = severities.iter().filter_map(|(code, level)| severity(code, level)).collect();
        }
        options
    }
}

fn severity(code: &str, level: &Value) -> Option<(Code, Option<Severity>)> {
    let known = Code::ALL.iter().find(|c| c.name() == code);
    let level = level.as_str().and_then(|level| match level {
        "off" => Some(None),
        _ => Severity::ALL.into_iter().find(|s| s.name() == level).map(Some),
    });
    if known.is_none() || level.is_none() {
        tracing::warn!("rashomon.severity: no such code or level: {code}");
    }
    Some((*known?, level?))
}

/// All settings of a session at one moment.
#[derive(Clone, Default, Debug)]
pub struct Config {
    /// The workspace folders.
    pub folders: Vec<Folder>,
    /// What the client says.
    pub options: Options,
}

impl Config {
    /// The settings for a path: those of the innermost folder that holds it.
    pub fn settings(&self, path: &Path) -> &Arc<Settings> {
        let holding = self.folders.iter().filter(|f| path.starts_with(&f.root));
        holding.max_by_key(|f| f.root.components().count()).map_or(&NONE, |f| &f.settings)
    }

    /// What the settings know of an article.
    pub fn meta(&self, path: &str) -> Meta {
        self.settings(path.as_ref()).meta(path.as_ref())
    }

    /// The folders to look for articles in: those that no other folder holds.
    pub fn roots(&self) -> Vec<&Folder> {
        let inner =
            |f: &&Folder| self.folders.iter().any(|o| o.root != f.root && f.root.starts_with(&o.root));
        let mut roots: Vec<&Folder> = self.folders.iter().filter(|f| !inner(f)).collect();
        roots.dedup_by_key(|f| &f.root);
        roots
    }

    /// The findings of an article that are shown, with their severity.
    pub fn shown<'a>(&self, comparison: &'a Comparison, article: u32) -> Vec<(&'a Finding, Severity)> {
        let findings = own_findings(comparison, article);
        let Some(reading) = comparison.story.readings.get(article as usize).filter(|_| !findings.is_empty())
        else {
            return Vec::new();
        };
        let settings = self.with_options(self.settings(reading.article.path.as_ref().as_ref()));
        let judge = Judge::new(comparison, &settings, today());
        let shown = findings.iter().filter_map(|finding| match judge.verdict(finding) {
            Verdict::Shown(severity) => Some((finding, severity)),
            Verdict::Off | Verdict::Dismissed(_) | Verdict::Ignored => None,
        });
        shown.collect()
    }

    /// Settings with the client's severities where the file leaves the default.
    fn with_options(&self, settings: &Arc<Settings>) -> Arc<Settings> {
        if self.options.severity.is_empty() {
            return Arc::clone(settings);
        }
        let mut settings = Settings::clone(settings);
        for &(code, severity) in &self.options.severity {
            if settings.severity.get(code) == code.default_severity() {
                settings.severity.set(code, severity);
            }
        }
        Arc::new(settings)
    }
}

/// The findings shown at one article; the comparison has them sorted by place.
pub fn own_findings(comparison: &Comparison, article: u32) -> &[Finding] {
    let findings = &comparison.findings;
    let start = findings.partition_point(|f| f.at.article < article);
    let end = findings.partition_point(|f| f.at.article <= article);
    &findings[start..end]
}

/// The day on which dismissals are judged.
pub fn today() -> jiff::civil::Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}
