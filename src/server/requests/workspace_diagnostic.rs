//! `workspace/diagnostic`

use rustc_hash::FxHashMap;
use tower_lsp::lsp_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Url, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult, WorkspaceDocumentDiagnosticReport,
    WorkspaceFullDocumentDiagnosticReport, WorkspaceUnchangedDocumentDiagnosticReport,
};

use crate::features::ArticleRef;
use crate::server::publish;
use crate::server::snapshot::Snapshot;

/// The findings of every article that has some or had some when the client asked before.
pub fn answer(snapshot: &Snapshot, params: &WorkspaceDiagnosticParams) -> WorkspaceDiagnosticReportResult {
    let mut known: FxHashMap<&Url, &str> =
        params.previous_result_ids.iter().map(|p| (&p.uri, p.value.as_str())).collect();
    let mut items = Vec::new();
    snapshot.analysis.compare();
    for story in snapshot.analysis.in_order() {
        let readings = snapshot.analysis.tale(story).readings.len() as u32;
        for at in (0..readings).map(|article| ArticleRef { story, article }) {
            let path = &snapshot.reading(at).article.path;
            let Some(uri) = snapshot.uri(path) else { continue };
            let version = snapshot.open.get(path).map(|d| i64::from(d.version));
            let found = publish::diagnostics(snapshot, at, &snapshot.finished_findings(at).0);
            let before = known.remove(&uri);
            if !found.is_empty() || before.is_some() {
                items.push(report(uri, version, found, before));
            }
        }
    }
    // What is no article any more has nothing to be shown.
    items.extend(known.into_iter().map(|(uri, before)| report(uri.clone(), None, Vec::new(), Some(before))));
    WorkspaceDiagnosticReport { items }.into()
}

fn report(
    uri: Url,
    version: Option<i64>,
    items: Vec<tower_lsp::lsp_types::Diagnostic>,
    before: Option<&str>,
) -> WorkspaceDocumentDiagnosticReport {
    let result_id = format!("{:x}", publish::hash_of(&items));
    if before == Some(result_id.as_str()) {
        return WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport { result_id },
        }
        .into();
    }
    WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport { result_id: Some(result_id), items },
    }
    .into()
}
