//! Folders, files and settings that change while the server runs.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use tower_lsp::lsp_types::{
    Diagnostic, DiagnosticSeverity, DidChangeConfigurationParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, FileChangeType, Position, Range, Url,
};

use crate::settings::FILE_NAME;
use crate::text::LineIndex;

use super::config::{Folder, Options};
use super::index::Errand;
use super::lifecycle;
use super::profile::Encoding;
use super::shared::Shared;

/// Reads the workspace again, in the background; a run that is under way is stopped.
pub fn reindex(shared: &Shared) {
    let cancel = Arc::new(AtomicBool::new(false));
    shared.start_indexing(&cancel);
    shared.send(Errand::All(cancel));
}

/// Files were changed by somebody else than the editor's buffers.
pub fn files_changed(shared: &Arc<Shared>, params: &DidChangeWatchedFilesParams) {
    let (mut changed, mut gone) = (Vec::new(), Vec::new());
    for event in &params.changes {
        let Ok(path) = event.uri.to_file_path() else { continue };
        if event.typ == FileChangeType::DELETED { gone.push(path) } else { changed.push(path) }
    }
    take_files(shared, changed, gone);
}

/// Files were created, renamed or deleted in the editor.
pub fn files_moved(shared: &Arc<Shared>, created: &[&str], deleted: &[&str]) {
    let path = |uri: &&str| Url::parse(uri).ok()?.to_file_path().ok();
    take_files(shared, created.iter().filter_map(path).collect(), deleted.iter().filter_map(path).collect());
}

fn take_files(shared: &Arc<Shared>, mut changed: Vec<PathBuf>, mut gone: Vec<PathBuf>) {
    let is_settings = |path: &PathBuf| path.file_name().is_some_and(|n| n == FILE_NAME);
    let ignores = |path: &PathBuf| path.file_name().is_some_and(|n| n == ".gitignore" || n == ".ignore");
    let all = || changed.iter().chain(&gone);
    let (settings, ignored) = (all().any(is_settings), all().any(ignores));
    if settings {
        reload_settings(shared);
    }
    if ignored && !settings {
        reindex(shared);
    }
    changed.retain(|p| !is_settings(p) && !ignores(p));
    gone.retain(|p| !is_settings(p) && !ignores(p));
    if !changed.is_empty() || !gone.is_empty() {
        shared.send(Errand::Files { changed, gone });
    }
}

/// Reads every `rashomon.toml` again. Which files are articles may have changed with it, and what is known of them.
pub fn reload_settings(shared: &Arc<Shared>) {
    shared.configure(|config| {
        for folder in &mut config.folders {
            *folder = Folder::load(&folder.root, Some(folder));
        }
    });
    tell_faults(shared);
    reindex(shared);
}

/// Folders were added or removed.
pub fn folders_changed(shared: &Arc<Shared>, params: &DidChangeWorkspaceFoldersParams) {
    let (added, removed) = (lifecycle::paths(&params.event.added), lifecycle::paths(&params.event.removed));
    shared.configure(|config| {
        config.folders.retain(|f| !removed.contains(&f.root));
        config.folders.extend(added.iter().map(|root| Folder::load(root, None)));
    });
    tell_faults(shared);
    reindex(shared);
}

/// The client's settings have changed: either it says what they are, or it has to be asked.
pub fn options_changed(shared: &Arc<Shared>, params: &DidChangeConfigurationParams) {
    if let Some(value) = params.settings.get("rashomon").filter(|v| v.is_object()) {
        let options = Options::read(value);
        shared.configure(|config| config.options = options);
    } else {
        let shared = Arc::clone(shared);
        let runtime = shared.runtime.clone();
        runtime.spawn(async move { lifecycle::pull_options(&shared).await });
    }
}

/// Shows what is wrong with the settings files, each fault at its place, and takes back what is right again. The client has no
/// such document to ask about, so this is told to every client.
pub fn tell_faults(shared: &Arc<Shared>) {
    let encoding = shared.profile().encoding;
    let mut told: BTreeMap<PathBuf, Vec<Diagnostic>> = BTreeMap::new();
    for folder in &shared.config().folders {
        if let (Some(file), Some((faults, text))) = (&folder.file, &folder.faults) {
            let shown = faults.iter().map(|f| Diagnostic {
                severity: Some(DiagnosticSeverity::ERROR),
                source: Some("rashomon".to_owned()),
                ..Diagnostic::new_simple(range(text, &f.span, encoding), f.message.clone())
            });
            told.insert(file.clone(), shown.collect());
        }
    }
    let faulty: Vec<PathBuf> = told.keys().cloned().collect();
    for file in shared.replace_faulty(faulty) {
        told.entry(file).or_default();
    }
    let client = shared.client.clone();
    shared.runtime.spawn(async move {
        for (file, faults) in told {
            if let Ok(uri) = Url::from_file_path(&file) {
                client.publish_diagnostics(uri, faults, None).await;
            }
        }
    });
}

fn range(text: &str, span: &std::ops::Range<usize>, encoding: Encoding) -> Range {
    let lines = LineIndex::new(text);
    let position = |offset: usize| {
        let offset = offset.min(text.len()) as u32;
        let line = lines.line(offset);
        let start = lines.start(line).unwrap_or(0);
        let before = text.get(start as usize..offset as usize).unwrap_or_default();
        Position::new(line, encoding.units(before))
    };
    Range::new(position(span.start), position(span.end))
}
