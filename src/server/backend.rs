//! One line a message: which handler it goes to.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use serde_json::Value;
use tower_lsp::jsonrpc::Result;
use tower_lsp::lsp_types::request::{GotoDeclarationParams, GotoDeclarationResponse};
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, CodeAction,
    CodeActionParams, CodeActionResponse, CodeLens, CodeLensParams, CompletionParams, CompletionResponse,
    CreateFilesParams, DeleteFilesParams, DidChangeConfigurationParams, DidChangeTextDocumentParams,
    DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, DidSaveTextDocumentParams, DocumentDiagnosticParams,
    DocumentDiagnosticReportResult, DocumentHighlight, DocumentHighlightParams, DocumentLink,
    DocumentLinkParams, DocumentSymbolParams, DocumentSymbolResponse, ExecuteCommandParams, FoldingRange,
    FoldingRangeParams, GotoDefinitionParams, GotoDefinitionResponse, Hover, HoverParams, InitializeParams,
    InitializeResult, InitializedParams, InlayHint, InlayHintParams, Location, PrepareRenameResponse,
    ReferenceParams, RenameFilesParams, RenameParams, SemanticTokensDeltaParams,
    SemanticTokensFullDeltaResult, SemanticTokensParams, SemanticTokensRangeParams,
    SemanticTokensRangeResult, SemanticTokensResult, SetTraceParams, SymbolInformation,
    TextDocumentPositionParams, WorkDoneProgressCancelParams, WorkspaceDiagnosticParams,
    WorkspaceDiagnosticReportResult, WorkspaceEdit, WorkspaceSymbolParams,
};
use tower_lsp::{LanguageServer, async_trait};

use super::shared::Shared;
use super::{commands, lifecycle, requests, sync, workspace};

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

    async fn document_symbol(&self, params: DocumentSymbolParams) -> Result<Option<DocumentSymbolResponse>> {
        self.shared
            .ticket()
            .answer(move |snapshot| Ok(requests::document_symbol::answer(snapshot, &params)))
            .await
    }

    async fn symbol(&self, params: WorkspaceSymbolParams) -> Result<Option<Vec<SymbolInformation>>> {
        self.shared.ticket().answer(move |s| Ok(Some(requests::workspace_symbol::answer(s, &params)))).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::completion::answer(snapshot, &params))).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::code_lens::answer(snapshot, &params))).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::inlay_hint::answer(snapshot, &params))).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.shared
            .ticket()
            .answer(move |snapshot| Ok(requests::document_link::answer(snapshot, &params)))
            .await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.shared
            .ticket()
            .answer(move |snapshot| Ok(requests::folding_range::answer(snapshot, &params)))
            .await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.shared
            .ticket()
            .answer(move |snapshot| Ok(requests::code_action::answer(snapshot, &params)))
            .await
    }

    async fn code_action_resolve(&self, params: CodeAction) -> Result<CodeAction> {
        self.shared.ticket().answer(move |snapshot| requests::code_action::resolve(snapshot, params)).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        self.shared.ticket().answer(move |snapshot| Ok(requests::rename::prepare(snapshot, &params))).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.shared.ticket().answer(move |snapshot| requests::rename::answer(snapshot, &params)).await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        let (shared, uri) = (Arc::clone(&self.shared), params.text_document.uri);
        let ticket = self.shared.ticket();
        ticket.answer(move |s| Ok(requests::semantic_tokens::full(s, &shared.tokens, &uri))).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        let (shared, uri) = (Arc::clone(&self.shared), params.text_document.uri);
        let (ticket, previous) = (self.shared.ticket(), params.previous_result_id);
        ticket.answer(move |s| Ok(requests::semantic_tokens::delta(s, &shared.tokens, &uri, &previous))).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        let (uri, range) = (params.text_document.uri, params.range);
        self.shared.ticket().answer(move |s| Ok(requests::semantic_tokens::range(s, &uri, range))).await
    }

    async fn prepare_call_hierarchy(
        &self,
        params: CallHierarchyPrepareParams,
    ) -> Result<Option<Vec<CallHierarchyItem>>> {
        self.shared.ticket().answer(move |s| Ok(requests::call_hierarchy::prepare(s, &params))).await
    }

    async fn incoming_calls(
        &self,
        params: CallHierarchyIncomingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyIncomingCall>>> {
        self.shared.ticket().answer(move |s| Ok(requests::call_hierarchy::incoming(s, &params))).await
    }

    async fn outgoing_calls(
        &self,
        params: CallHierarchyOutgoingCallsParams,
    ) -> Result<Option<Vec<CallHierarchyOutgoingCall>>> {
        self.shared.ticket().answer(move |s| Ok(requests::call_hierarchy::outgoing(s, &params))).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<Value>> {
        commands::execute(&self.shared, params).await
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        workspace::files_changed(&self.shared, &params);
    }

    async fn did_create_files(&self, params: CreateFilesParams) {
        let created: Vec<&str> = params.files.iter().map(|f| f.uri.as_str()).collect();
        workspace::files_moved(&self.shared, &created, &[]);
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        let new: Vec<&str> = params.files.iter().map(|f| f.new_uri.as_str()).collect();
        let old: Vec<&str> = params.files.iter().map(|f| f.old_uri.as_str()).collect();
        workspace::files_moved(&self.shared, &new, &old);
    }

    async fn did_delete_files(&self, params: DeleteFilesParams) {
        let deleted: Vec<&str> = params.files.iter().map(|f| f.uri.as_str()).collect();
        workspace::files_moved(&self.shared, &[], &deleted);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        workspace::folders_changed(&self.shared, &params);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        workspace::options_changed(&self.shared, &params);
    }
}

impl Backend {
    /// `$/setTrace`
    pub async fn set_trace(&self, params: SetTraceParams) {
        self.shared.trace.store(lifecycle::trace_level(Some(params.value)), Ordering::Relaxed);
    }

    /// `window/workDoneProgress/cancel`
    pub async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        self.shared.cancel_progress(&params.token);
    }
}
