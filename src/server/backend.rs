//! One line a message: which handler it goes to.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::lsp_types::{
    DidChangeTextDocumentParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, DocumentDiagnosticParams, DocumentDiagnosticReportResult, DocumentHighlight,
    DocumentHighlightParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams,
    InitializeParams, InitializeResult, InitializedParams, Location, ReferenceParams,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReportResult,
};
use tower_lsp::{LanguageServer, async_trait};

use super::shared::Shared;
use super::{lifecycle, requests, sync};

/// The server as tower-lsp sees it.
#[derive(Debug)]
pub struct Backend {
    /// The state of the session.
    pub shared: Arc<Shared>,
}

#[async_trait]
impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        Ok(lifecycle::initialize(&self.shared, params))
    }

    async fn initialized(&self, _: InitializedParams) {
        lifecycle::initialized(&self.shared);
    }

    async fn shutdown(&self) -> Result<()> {
        lifecycle::shutdown(&self.shared);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        sync::open(&self.shared, params);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        sync::change(&self.shared, &params);
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        sync::save(&self.shared, &params);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        sync::close(&self.shared, &params);
    }

    async fn goto_definition(&self, params: GotoDefinitionParams) -> Result<Option<GotoDefinitionResponse>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::definition::answer(snapshot, &params))).await
    }

    async fn goto_declaration(
        &self,
        params: GotoDeclarationParams,
    ) -> Result<Option<GotoDeclarationResponse>> {
        self.shared
            .ticket()
            .answer(move |snapshot| Ok(requests::declaration::answer(snapshot, &params)))
            .await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::references::answer(snapshot, &params))).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::highlight::answer(snapshot, &params))).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::hover::answer(snapshot, &params))).await
    }

    async fn diagnostic(&self, params: DocumentDiagnosticParams) -> Result<DocumentDiagnosticReportResult> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::diagnostic::answer(snapshot, &params))).await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        self.shared
            .ticket()
            .answer(move |snapshot| Ok(requests::workspace_diagnostic::answer(snapshot, &params)))
            .await
    }
}
