//! `textDocument/codeAction` and `codeAction/resolve`

use std::collections::HashMap;

use serde_json::json;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, Command, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, Url, WorkspaceEdit,
};

use crate::compare::Finding;
use crate::features::ArticleRef;
use crate::features::actions::{self, Action, ActionKind, Remedy};
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::{Converter, place};
use crate::server::{commands, from_lsp};

/// What can be done at a range. Where the client asks for edits later, they are worked out later.
pub fn answer(snapshot: &Snapshot, params: &CodeActionParams) -> Option<Vec<CodeActionOrCommand>> {
    let uri = &params.text_document.uri;
    let at = snapshot.article(uri)?;
    let wanted = params.context.only.as_deref();
    let offered = |kind: &CodeActionKind| {
        wanted.is_none_or(|kinds| kinds.iter().any(|k| is_within(kind.as_str(), k.as_str())))
    };
    let found = offers(snapshot, at, params.range);
    let lazy = snapshot.profile.resolves_edits;
    let convert = |(action, finding): (Action, Option<&Finding>)| {
        let kind = Some(kind_of(action.kind)).filter(&offered)?;
        let mut offer = CodeAction { title: action.title.clone(), kind: Some(kind), ..CodeAction::default() };
        let severity = finding.and_then(|f| snapshot.severity(at, f));
        let diagnostic = finding.zip(severity).map(|(f, s)| Converter::new(snapshot, at).diagnostic(f, s));
        offer.diagnostics = diagnostic.map(|d| vec![d]);
        match &action.remedy {
            Remedy::Edit(..) if lazy => {
                offer.data = Some(json!({ "uri": uri, "range": params.range, "title": action.title }));
            }
            Remedy::Edit(span, text) => offer.edit = Some(edit(snapshot, at, uri, *span, text)),
            Remedy::Dismiss => {
                offer.command = finding.map(|f| dismissal(snapshot, at, uri, &action.title, f))
            }
        }
        Some(CodeActionOrCommand::CodeAction(offer))
    };
    Some(found.into_iter().filter_map(convert).collect())
}

/// Fills in the edit of an action that was offered.
pub fn resolve(snapshot: &Snapshot, mut offer: CodeAction) -> Result<CodeAction> {
    let data = offer.data.clone().unwrap_or_default();
    let part = |key: &str| data.get(key).cloned().unwrap_or_default();
    let (Ok(uri), Ok(range)) =
        (serde_json::from_value::<Url>(part("uri")), serde_json::from_value::<Range>(part("range")))
    else {
        return Ok(offer);
    };
    let at = snapshot.article(&uri).ok_or_else(Error::content_modified)?;
    let found = offers(snapshot, at, range).into_iter().map(|(action, _)| action);
    let action = found.into_iter().find(|a| a.title.as_str() == part("title"));
    match action.map(|a| a.remedy) {
        Some(Remedy::Edit(span, text)) => offer.edit = Some(edit(snapshot, at, &uri, span, &text)),
        // The text has changed since, and there is nothing of the kind to be done any more.
        _ => return Err(Error::content_modified()),
    }
    Ok(offer)
}

fn offers(snapshot: &Snapshot, at: ArticleRef, range: Range) -> Vec<(Action, Option<&Finding>)> {
    let text = &snapshot.reading(at).article.text;
    let within = from_lsp::span(text, range, snapshot.profile.encoding);
    let touches = |f: &Finding| f.at.span.start <= within.end && within.start <= f.at.span.end;
    let findings: Vec<&Finding> =
        snapshot.findings(at).into_iter().map(|(f, _)| f).filter(|f| touches(f)).collect();
    let settings = snapshot.config.settings(snapshot.reading(at).article.path.as_ref().as_ref());
    let actions = actions::actions(snapshot.comparison(at), settings, at.article, within, &findings);
    actions
        .into_iter()
        .map(|action| (action.finding.and_then(|i| findings.get(i).copied()), action))
        .map(|(f, a)| (a, f))
        .collect()
}

fn edit(
    snapshot: &Snapshot,
    at: ArticleRef,
    uri: &Url,
    span: crate::text::Span,
    text: &str,
) -> WorkspaceEdit {
    let range = Converter::new(snapshot, at).range(place(at, span));
    let change = TextEdit { range, new_text: text.to_owned() };
    if !snapshot.profile.document_changes {
        return WorkspaceEdit::new(HashMap::from([(uri.clone(), vec![change])]));
    }
    let version = snapshot.version(uri);
    let text_document = OptionalVersionedTextDocumentIdentifier { uri: uri.clone(), version };
    let document = TextDocumentEdit { text_document, edits: vec![OneOf::Left(change)] };
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![document])),
        ..WorkspaceEdit::default()
    }
}

fn dismissal(snapshot: &Snapshot, at: ArticleRef, uri: &Url, title: &str, finding: &Finding) -> Command {
    let start = Converter::new(snapshot, at).range(finding.at).start;
    let arguments = json!({ "uri": uri, "code": finding.code.name(), "position": start });
    Command::new(title.to_owned(), commands::DISMISS.to_owned(), Some(vec![arguments]))
}

fn kind_of(kind: ActionKind) -> CodeActionKind {
    match kind {
        ActionKind::Fix => CodeActionKind::QUICKFIX,
        ActionKind::Rewrite => CodeActionKind::REFACTOR_REWRITE,
        ActionKind::Source => CodeActionKind::SOURCE,
    }
}

/// Whether a kind is the wanted one or one below it: `refactor.rewrite` below `refactor`.
fn is_within(kind: &str, wanted: &str) -> bool {
    wanted.is_empty()
        || kind.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
