//! What the client can, as it said at the start.

use tower_lsp::lsp_types::{ClientCapabilities, InitializeParams, MarkupKind, PositionEncodingKind};

/// How characters of a line are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// UTF-16 code units, unless something else is agreed.
    #[default]
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// Bytes where the client takes them, since the library counts in bytes; else the client's first choice.
    fn agreed(offered: &[PositionEncodingKind]) -> Self {
        let known = |kind: &PositionEncodingKind| match kind.as_str() {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            "utf-32" => Some(Self::Utf32),
            _ => None,
        };
        let mut offered = offered.iter().filter_map(known);
        let first = offered.clone().next().unwrap_or_default();
        if offered.any(|e| e == Self::Utf8) { Self::Utf8 } else { first }
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// How many units a piece of a line has.
    pub fn units(self, text: &str) -> u32 {
        match self {
            Self::Utf8 => text.len() as u32,
            // In ASCII, as most lines are, all three count alike.
            _ if text.is_ascii() => text.len() as u32,
            Self::Utf16 => text.chars().map(|c| c.len_utf16() as u32).sum(),
            Self::Utf32 => text.chars().count() as u32,
        }
    }

    /// The byte offset of a number of units into a line; the line's end where it has fewer, the character's start where they
    /// end inside one.
    pub fn offset(self, line: &str, units: u32) -> u32 {
        let mut left = units;
        for (offset, c) in line.char_indices() {
            let width = match self {
                Self::Utf8 => c.len_utf8(),
                Self::Utf16 => c.len_utf16(),
                Self::Utf32 => 1,
            } as u32;
            if left < width {
                return offset as u32;
            }
            left -= width;
        }
        line.len() as u32
    }
}

/// What the client can, as far as it matters here.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// How characters are counted.
    pub encoding: Encoding,
    /// Asks for findings itself, and asks again when told to; they are not pushed then.
    pub pulls: bool,
    /// Asks again for lenses when told to.
    pub refreshes_lenses: bool,
    /// Asks again for hints when told to.
    pub refreshes_hints: bool,
    /// Asks again for semantic tokens when told to.
    pub refreshes_tokens: bool,
    /// Takes links, with what they start from, for definitions.
    pub definition_links: bool,
    /// Takes them for declarations.
    pub declaration_links: bool,
    /// Shows Markdown in hovers.
    pub markdown: bool,
    /// Shows an outline as a tree.
    pub nested_symbols: bool,
    /// Shows progress that the server starts.
    pub progress: bool,
    /// Answers questions about its settings.
    pub configuration: bool,
    /// Lets the server ask for changes of settings.
    pub registers_configuration: bool,
    /// Watches files for the server.
    pub watches: bool,
    /// Shows the other places of a finding.
    pub related_information: bool,
    /// Shows a link behind a finding's code.
    pub code_description: bool,
    /// The folder of the pages that codes lead to, once they are written.
    pub code_pages: Option<std::path::PathBuf>,
    /// Sends a finding's data back with requests for actions.
    pub data: bool,
    /// Asks for the edit of an action only once it is chosen.
    pub resolves_edits: bool,
    /// Lets the user confirm edits one by one.
    pub annotates: bool,
    /// Takes edits of documents with their versions.
    pub document_changes: bool,
    /// Opens a document when asked to.
    pub shows_documents: bool,
    /// Applies edits that the server sends.
    pub applies_edits: bool,
}

impl Profile {
    /// What the client said.
    pub fn of(params: &InitializeParams) -> Self {
        let caps = &params.capabilities;
        let mut profile = Profile::default();
        profile.read_general(caps);
        profile.read_workspace(caps);
        profile.read_documents(caps);
        profile
    }

    /// Whether there is anything that the client asks for again when told to.
    pub fn refreshes(&self) -> bool {
        self.pulls || self.refreshes_lenses || self.refreshes_hints || self.refreshes_tokens
    }

    fn read_general(&mut self, caps: &ClientCapabilities) {
        let encodings = caps.general.as_ref().and_then(|g| g.position_encodings.as_deref());
        self.encoding = Encoding::agreed(encodings.unwrap_or_default());
        if let Some(window) = &caps.window {
            self.progress = window.work_done_progress == Some(true);
            self.shows_documents = window.show_document.as_ref().is_some_and(|s| s.support);
        }
    }

    fn read_workspace(&mut self, caps: &ClientCapabilities) {
        let Some(workspace) = &caps.workspace else { return };
        let yes = |flag: Option<bool>| flag == Some(true);
        self.refreshes_lenses = workspace.code_lens.as_ref().is_some_and(|d| yes(d.refresh_support));
        self.refreshes_hints = workspace.inlay_hint.as_ref().is_some_and(|d| yes(d.refresh_support));
        self.refreshes_tokens = workspace.semantic_tokens.as_ref().is_some_and(|d| yes(d.refresh_support));
        self.configuration = yes(workspace.configuration);
        let registers = workspace.did_change_configuration.as_ref();
        self.registers_configuration = registers.is_some_and(|d| yes(d.dynamic_registration));
        self.watches =
            workspace.did_change_watched_files.as_ref().is_some_and(|d| yes(d.dynamic_registration));
        self.applies_edits = yes(workspace.apply_edit);
        if let Some(edit) = &workspace.workspace_edit {
            self.document_changes = yes(edit.document_changes);
            self.annotates = self.document_changes && edit.change_annotation_support.is_some();
        }
    }

    fn read_documents(&mut self, caps: &ClientCapabilities) {
        let Some(documents) = &caps.text_document else { return };
        let yes = |flag: Option<bool>| flag == Some(true);
        // A client that cannot be told to ask again, such as Neovim 0.11, would go on showing what it saw before the workspace was
        // read; it is told instead.
        let refreshed = caps.workspace.as_ref().and_then(|w| w.diagnostic.as_ref());
        self.pulls = documents.diagnostic.is_some() && refreshed.is_some_and(|d| yes(d.refresh_support));
        self.definition_links = documents.definition.as_ref().is_some_and(|d| yes(d.link_support));
        self.declaration_links = documents.declaration.as_ref().is_some_and(|d| yes(d.link_support));
        let formats = documents.hover.as_ref().and_then(|h| h.content_format.as_deref());
        self.markdown = formats.is_none_or(|f| f.contains(&MarkupKind::Markdown));
        let symbols = documents.document_symbol.as_ref();
        self.nested_symbols = symbols.is_some_and(|s| yes(s.hierarchical_document_symbol_support));
        if let Some(findings) = &documents.publish_diagnostics {
            self.related_information = yes(findings.related_information);
            self.code_description = yes(findings.code_description_support);
            self.data = yes(findings.data_support);
        }
        // Who pulls findings is newer than these flags, which speak of pushed ones alone.
        self.related_information |= self.pulls;
        let resolves = documents.code_action.as_ref().and_then(|a| a.resolve_support.as_ref());
        self.resolves_edits = resolves.is_some_and(|r| r.properties.iter().any(|p| p == "edit"));
    }
}
