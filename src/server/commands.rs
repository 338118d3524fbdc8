//! `workspace/executeCommand`

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    ExecuteCommandParams, Location, Position, ShowDocumentParams, TextDocumentIdentifier,
    TextDocumentPositionParams, Url,
};

use crate::compare::{ClaimRef, Finding, Level};
use crate::features::element::{Element, element_at};
use crate::features::topics::{Telling, Topic};
use crate::features::{ArticleRef, markdown, related, sections, topics};
use crate::settings::{self, Dismissal, FILE_NAME, Settings};

use super::config::{Folder, own_findings};
use super::shared::Shared;
use super::snapshot::Snapshot;
use super::to_lsp::Converter;
use super::{from_lsp, workspace};

/// Sets a story's claims side by side.
pub const COMPARE: &str = "rashomon.compare";
/// Puts a story's claims in the order of time.
pub const TIMELINE: &str = "rashomon.timeline";
/// Tells all stories with their claims, for clients that draw them.
pub const STORIES: &str = "rashomon.stories";
/// Goes to the next claim related to the one under the caret.
pub const NEXT: &str = "rashomon.nextRelatedClaim";
/// Writes a dismissal into `rashomon.toml`.
pub const DISMISS: &str = "rashomon.dismiss";
/// Lists what has been dismissed.
pub const DISMISSED: &str = "rashomon.dismissed";
/// Takes a dismissal back.
pub const RESTORE: &str = "rashomon.restore";
/// Reads the workspace again.
pub const REINDEX: &str = "rashomon.reindex";

/// All commands.
pub const ALL: [&str; 8] = [COMPARE, TIMELINE, STORIES, NEXT, DISMISS, DISMISSED, RESTORE, REINDEX];

/// What a command is about; every command takes one such object, and some of its keys.
#[derive(Deserialize, Default, Debug)]
struct Subject {
    uri: Option<Url>,
    position: Option<Position>,
    code: Option<String>,
    reason: Option<String>,
    until: Option<String>,
    /// The place of a dismissal in the list that [`DISMISSED`] gives.
    index: Option<usize>,
    /// Whether the claim before is meant instead of the next one.
    backwards: Option<bool>,
    /// Whether the client is asked to open what was made; else it is returned alone.
    show: Option<bool>,
}

/// Carries out a command.
pub async fn execute(shared: &Arc<Shared>, params: ExecuteCommandParams) -> Result<Option<Value>> {
    let ticket = shared.ticket();
    let subject = match params.arguments.into_iter().next() {
        Some(value) => serde_json::from_value(value).map_err(|e| Error::invalid_params(e.to_string()))?,
        None => Subject::default(),
    };
    let command = params.command;
    if command == REINDEX {
        workspace::reindex(shared);
        return Ok(None);
    }
    let owner = Arc::clone(shared);
    let show = subject.show.unwrap_or(true);
    let done = ticket.answer(move |snapshot| run(&owner, snapshot, &command, &subject)).await?;
    if let Some((uri, selection)) = done.show.filter(|_| show && shared.profile().shows_documents) {
        show_document(shared, uri, selection);
    }
    Ok(done.value)
}

/// What came of a command, and what to open.
#[derive(Default)]
struct Done {
    value: Option<Value>,
    show: Option<(Url, Option<tower_lsp::lsp_types::Range>)>,
}

fn run(shared: &Arc<Shared>, snapshot: &Snapshot, command: &str, subject: &Subject) -> Result<Done> {
    match command {
        COMPARE | TIMELINE => side_by_side(shared, snapshot, command, subject),
        STORIES => Ok(Done { value: Some(stories(snapshot)), show: None }),
        NEXT => Ok(next(snapshot, subject)),
        DISMISS => dismiss(shared, snapshot, subject),
        DISMISSED => Ok(Done { value: Some(Value::Array(dismissed(snapshot))), show: None }),
        RESTORE => restore(shared, snapshot, subject),
        _ => Err(Error::invalid_params(format!("no such command: {command}"))),
    }
}

/// Nobody waits for the client here: its answer comes in through the same reader.
fn show_document(shared: &Shared, uri: Url, selection: Option<tower_lsp::lsp_types::Range>) {
    let params = ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection };
    let client = shared.client.clone();
    shared.runtime.spawn(async move {
        if let Err(error) = client.show_document(params).await {
            tracing::warn!("the client would not open a document: {error}");
        }
    });
}

/// The article, and the claim at the position where there is one.
fn subject_of(snapshot: &Snapshot, subject: &Subject) -> Option<(ArticleRef, Option<ClaimRef>)> {
    let uri = subject.uri.clone()?;
    let at = snapshot.article(&uri)?;
    let claim = subject.position.and_then(|position| {
        let params = TextDocumentPositionParams { text_document: TextDocumentIdentifier { uri }, position };
        let spot = from_lsp::spot(snapshot, &params)?;
        let (Element::Figure(figure), _) = element_at(snapshot.reading(at), spot.offset)? else {
            return None;
        };
        related::claim_of_figure(snapshot.comparison(at), at.article, figure)
    });
    Some((at, claim))
}

fn side_by_side(shared: &Shared, snapshot: &Snapshot, command: &str, subject: &Subject) -> Result<Done> {
    let Some((at, claim)) = subject_of(snapshot, subject) else { return Ok(Done::default()) };
    let comparison = snapshot.comparison(at);
    let sections = match command {
        COMPARE => sections::compare(comparison, claim),
        _ => sections::timeline(comparison, claim),
    };
    let converter = Converter::new(snapshot, at);
    let text = markdown::document(&sections::title(comparison), &sections, &|place| converter.address(place));
    let name = command.trim_start_matches("rashomon.");
    let show =
        shared.profile().shows_documents.then(|| shared.scratch(&format!("{name}.md"), &text)).flatten();
    Ok(Done { value: Some(Value::String(text)), show: show.map(|uri| (uri, None)) })
}

/// All stories that have claims to compare, in the order of their articles' paths.
fn stories(snapshot: &Snapshot) -> Value {
    let analysis = &snapshot.analysis;
    let story = |number: u32| {
        let comparison = analysis.story(number);
        let converter = Converter::new(snapshot, ArticleRef { story: number, article: 0 });
        let topics: Vec<Value> =
            topics::topics(comparison).iter().map(|topic| topic_as_json(&converter, topic)).collect();
        (!topics.is_empty()).then(|| json!({ "title": sections::title(comparison), "topics": topics }))
    };
    analysis.compare();
    Value::Array(analysis.in_order().into_iter().filter_map(story).collect())
}

fn topic_as_json(converter: &Converter, topic: &Topic) -> Value {
    let claim = |telling: &Telling| {
        let row = &telling.row;
        let place = converter.location(row.place)?;
        Some(json!({
            "uri": place.uri, "range": place.range, "text": row.printed, "lo": telling.value.lo, "hi": telling.value.hi,
            "source": row.source, "by": row.speaker, "date": row.date.map(|d| d.to_string()),
            "day": telling.day.map(|d| d.to_string()), "level": row.level.map(Level::name),
        }))
    };
    let claims: Vec<Value> = topic.claims.iter().filter_map(claim).collect();
    let group = topic.group;
    json!({ "about": group.about, "unit": group.unit, "level": group.level.name(), "claims": claims })
}

fn next(snapshot: &Snapshot, subject: &Subject) -> Done {
    let found = subject_of(snapshot, subject).and_then(|(at, claim)| {
        let comparison = snapshot.comparison(at);
        let other = match subject.backwards {
            Some(true) => sections::previous_related(comparison, claim?)?,
            _ => sections::next_related(comparison, claim?)?,
        };
        let place = related::place(comparison, other)?;
        Converter::new(snapshot, at).location(place)
    });
    let show = found.clone().map(|Location { uri, range }| (uri, Some(range)));
    Done { value: found.and_then(|l| serde_json::to_value(l).ok()), show }
}

fn dismiss(shared: &Arc<Shared>, snapshot: &Snapshot, subject: &Subject) -> Result<Done> {
    let finding = subject.uri.as_ref().zip(subject.position).and_then(|(uri, position)| {
        let at = snapshot.article(uri)?;
        let offset =
            from_lsp::offset(&snapshot.reading(at).article.text, position, snapshot.profile.encoding);
        let here = |f: &&Finding| f.at.span.touches(offset);
        let meant = |f: &&Finding| subject.code.as_deref().is_none_or(|code| f.code.name() == code);
        Some((at, own_findings(snapshot.comparison(at), at.article).iter().find(|f| here(f) && meant(f))?))
    });
    let Some((at, finding)) = finding else {
        return Err(Error::invalid_params("There is no such finding here any more."));
    };
    let until = match subject.until.as_deref().map(str::parse) {
        None => None,
        Some(Ok(day)) => Some(day),
        Some(Err(_)) => return Err(Error::invalid_params("`until` is not a day like 2026-03-01.")),
    };
    let reason =
        subject.reason.as_deref().map(str::trim).filter(|r| !r.is_empty()).unwrap_or("no reason given");
    let comparison = snapshot.comparison(at);
    let dismissal = Dismissal::of(finding, &comparison.story, reason, until);
    let path = PathBuf::from(snapshot.reading(at).article.path.as_ref());
    let file = settings_file(&snapshot.config.folders, &path)
        .ok_or_else(|| Error::invalid_params("A dismissal needs a folder to keep it in."))?;
    rewrite(&file, |text| settings::add_dismissal(text, &dismissal))?;
    workspace::reload_settings(shared);
    Ok(Done { value: Url::from_file_path(&file).ok().map(|uri| json!({ "uri": uri })), show: None })
}

/// The file that keeps what is said of an article: that of its folder, else a new one beside it.
fn settings_file(folders: &[Folder], path: &Path) -> Option<PathBuf> {
    let holding = folders.iter().filter(|f| path.starts_with(&f.root));
    if let Some(folder) = holding.max_by_key(|f| f.root.components().count()) {
        return Some(folder.file.clone().unwrap_or_else(|| folder.root.join(FILE_NAME)));
    }
    let beside = path.parent().filter(|_| path.is_absolute())?;
    Some(Settings::find(beside).unwrap_or_else(|| beside.join(FILE_NAME)))
}

/// Changes a settings file. It is replaced in one step, so that nobody reads half of it.
fn rewrite(file: &Path, change: impl FnOnce(&str) -> std::result::Result<String, String>) -> Result<()> {
    let failed = |reason: &dyn std::fmt::Display| {
        let mut error = Error::internal_error();
        error.message = format!("{}: {reason}", file.display()).into();
        error
    };
    let before = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(&error)),
    };
    let after = change(&before).map_err(|reason| failed(&reason))?;
    let beside = file.with_extension("toml.new");
    std::fs::write(&beside, after).and_then(|()| std::fs::rename(&beside, file)).map_err(|e| failed(&e))
}

fn dismissed(snapshot: &Snapshot) -> Vec<Value> {
    let all = all_dismissed(snapshot);
    let entry = |(index, (file, dismissal)): (usize, (PathBuf, Dismissal))| {
        json!({
            "index": index, "uri": Url::from_file_path(file).ok(), "code": dismissal.code.name(),
            "words": dismissal.words, "reason": dismissal.reason,
            "until": dismissal.until.map(|day| day.to_string()),
        })
    };
    all.into_iter().enumerate().map(entry).collect()
}

fn all_dismissed(snapshot: &Snapshot) -> Vec<(PathBuf, Dismissal)> {
    let mut files: Vec<(&PathBuf, &Folder)> =
        snapshot.config.folders.iter().filter_map(|f| Some((f.file.as_ref()?, f))).collect();
    files.sort_by_key(|(file, _)| *file);
    files.dedup_by_key(|(file, _)| *file);
    let of = |(file, folder): (&PathBuf, &Folder)| {
        folder.settings.dismissed.iter().map(|d| (file.clone(), d.clone())).collect::<Vec<_>>()
    };
    files.into_iter().flat_map(of).collect()
}

fn restore(shared: &Arc<Shared>, snapshot: &Snapshot, subject: &Subject) -> Result<Done> {
    let chosen = subject.index.and_then(|index| all_dismissed(snapshot).into_iter().nth(index));
    let Some((file, dismissal)) = chosen else {
        return Err(Error::invalid_params("There is no such dismissal."));
    };
    rewrite(&file, |text| settings::remove_dismissal(text, &dismissal))?;
    workspace::reload_settings(shared);
    Ok(Done::default())
}
