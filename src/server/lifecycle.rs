//! The start and the end of a session.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tower_lsp::lsp_types::{
    ConfigurationItem, DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern,
    InitializeParams, InitializeResult, Registration, ServerInfo, TraceValue, WorkspaceFolder,
};

use super::capabilities;
use super::config::{Folder, Options};
use super::pages;
use super::profile::Profile;
use super::shared::Shared;
use super::workspace;

/// How often the parent process is looked after.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// Takes in what the client says of itself and answers what the server can. Nothing here waits: messages that the client sends
/// right behind find the session open.
pub fn initialize(shared: &Arc<Shared>, params: InitializeParams) -> InitializeResult {
    let mut profile = Profile::of(&params);
    if profile.code_description {
        match pages::write(&shared.scratch_folder) {
            Ok(()) => profile.code_pages = Some(shared.scratch_folder.clone()),
            Err(error) => tracing::warn!("codes lead to no page: {error}"),
        }
    }
    let profile = Arc::new(profile);
    let result = InitializeResult {
        capabilities: capabilities::of(&profile),
        server_info: Some(ServerInfo {
            name: "rashomon".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    };
    // The service lets one `initialize` through, so this is the first.
    let _ = shared.profile.set(profile);
    shared.trace.store(trace_level(params.trace), Ordering::Relaxed);
    let folders = roots(&params);
    let options = params.initialization_options.as_ref().map(Options::read);
    shared.configure(|config| {
        config.folders = folders.iter().map(|root| Folder::load(root, None)).collect();
        config.options = options.unwrap_or_default();
    });
    if let Some(parent) = params.process_id {
        watch_parent(shared, parent);
    }
    result
}

/// How much the client wants to be told: nothing, the names of messages, or all of them.
pub fn trace_level(trace: Option<TraceValue>) -> u8 {
    match trace {
        None | Some(TraceValue::Off) => 0,
        Some(TraceValue::Messages) => 1,
        Some(TraceValue::Verbose) => 2,
    }
}

/// The workspace folders that are on disk.
fn roots(params: &InitializeParams) -> Vec<PathBuf> {
    let folders = params.workspace_folders.as_deref().unwrap_or_default();
    if !folders.is_empty() {
        return paths(folders);
    }
    params.root_uri.iter().filter_map(|uri| uri.to_file_path().ok()).collect()
}

/// The paths of folders; those that are not on disk have none.
pub fn paths(folders: &[WorkspaceFolder]) -> Vec<PathBuf> {
    folders.iter().filter_map(|f| f.uri.to_file_path().ok()).collect()
}

/// The client is ready: asks it for its settings and to watch the files, and reads the workspace meanwhile.
pub fn initialized(shared: &Arc<Shared>) {
    let profile = shared.profile();
    if !(profile.watches || profile.registers_configuration || profile.configuration) {
        return begin(shared);
    }
    let shared = Arc::clone(shared);
    let runtime = shared.runtime.clone();
    // Never awaited by a handler: the client's answers come in through the same reader.
    runtime.spawn(async move {
        register(&shared).await;
        pull_options(&shared).await;
        begin(&shared);
    });
}

fn begin(shared: &Arc<Shared>) {
    workspace::tell_faults(shared);
    workspace::reindex(shared);
}

async fn register(shared: &Shared) {
    let profile = shared.profile();
    let mut registrations = Vec::new();
    if profile.watches {
        let watch =
            |glob: &str| FileSystemWatcher { glob_pattern: GlobPattern::String(glob.to_owned()), kind: None };
        let watchers =
            ["**/*.{md,txt}", "**/rashomon.toml", "**/.gitignore", "**/.ignore"].map(watch).to_vec();
        registrations.push(Registration {
            id: "files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(DidChangeWatchedFilesRegistrationOptions { watchers })
                .ok(),
        });
    }
    if profile.registers_configuration {
        registrations.push(Registration {
            id: "settings".to_owned(),
            method: "workspace/didChangeConfiguration".to_owned(),
            register_options: serde_json::to_value(serde_json::json!({ "section": "rashomon" })).ok(),
        });
    }
    if !registrations.is_empty()
        && let Err(error) = shared.client.register_capability(registrations).await
    {
        tracing::warn!("the client would not watch files or settings: {error}");
    }
}

/// Asks the client for its settings, where it answers such questions.
pub async fn pull_options(shared: &Shared) {
    if !shared.profile().configuration {
        return;
    }
    let item = ConfigurationItem { scope_uri: None, section: Some("rashomon".to_owned()) };
    match shared.client.configuration(vec![item]).await {
        // A client without such settings answers null, and what it said at the start holds.
        Ok(values) => {
            if let Some(value) = values.first().filter(|v| !v.is_null()) {
                let options = Options::read(value);
                if shared.config().options != options {
                    shared.configure(|config| config.options = options);
                }
            }
        }
        Err(error) => tracing::warn!("the client would not tell its settings: {error}"),
    }
}

/// Ends the session once the client's process is gone. A process that cannot be seen from the start, as from inside a
/// container, says nothing by being absent.
fn watch_parent(shared: &Arc<Shared>, parent: u32) {
    if !is_alive(parent) {
        return;
    }
    let shared = Arc::clone(shared);
    let runtime = shared.runtime.clone();
    runtime.spawn(async move {
        while is_alive(parent) {
            tokio::time::sleep(HEARTBEAT).await;
        }
        tracing::warn!("the client's process {parent} is gone");
        shared.end.notify_one();
    });
}

#[cfg(unix)]
fn is_alive(process: u32) -> bool {
    let id = i32::try_from(process).ok().and_then(rustix::process::Pid::from_raw);
    // Not being allowed to signal a process proves that it is there.
    id.is_some_and(|id| rustix::process::test_kill_process(id) != Err(rustix::io::Errno::SRCH))
}

/// Without signals only the closed pipe tells.
#[cfg(not(unix))]
fn is_alive(_process: u32) -> bool {
    false
}

/// Ends what runs in the background.
pub fn shutdown(shared: &Shared) {
    shared.shutdown.store(true, Ordering::Relaxed);
    shared.stop_indexing();
}
