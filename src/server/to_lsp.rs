//! From the library's words to the protocol's.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};
use serde_json::json;
use tower_lsp::lsp_types::{
    CodeDescription, Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, GotoDefinitionResponse,
    Location, LocationLink, NumberOrString, Position, Range, SymbolKind, Url,
};

use crate::compare::{Finding, Place, Severity};
use crate::extract::EntityKind;
use crate::features::ArticleRef;
use crate::features::definition::Jump;
use crate::features::symbols;
use crate::text::{LineIndex, Span};

use super::pages;
use super::snapshot::Snapshot;

/// Converts places of one story. The lines and the address of each article are found once.
pub struct Converter<'a> {
    snapshot: &'a Snapshot,
    story: u32,
    lines: RefCell<FxHashMap<u32, LineIndex>>,
    addresses: RefCell<FxHashMap<u32, Option<Url>>>,
}

impl<'a> Converter<'a> {
    /// A converter for the story of an article.
    pub fn new(snapshot: &'a Snapshot, at: ArticleRef) -> Self {
        Self { snapshot, story: at.story, lines: RefCell::default(), addresses: RefCell::default() }
    }

    /// The range of a place.
    pub fn range(&self, place: Place) -> Range {
        Range {
            start: self.position(place.article, place.span.start),
            end: self.position(place.article, place.span.end),
        }
    }

    /// The position of a byte offset into an article.
    pub fn position(&self, article: u32, offset: u32) -> Position {
        let text = &self.snapshot.reading(self.at(article)).article.text;
        let mut lines = self.lines.borrow_mut();
        let lines = lines.entry(article).or_insert_with(|| LineIndex::new(text));
        let line = lines.line(offset);
        let start = lines.start(line).unwrap_or(0);
        let before = text.get(start as usize..offset as usize).unwrap_or_default();
        Position { line, character: self.snapshot.profile.encoding.units(before) }
    }

    /// The address of an article.
    pub fn uri(&self, article: u32) -> Option<Url> {
        let find = || self.snapshot.uri(&self.snapshot.reading(self.at(article)).article.path);
        self.addresses.borrow_mut().entry(article).or_insert_with(find).clone()
    }

    /// A place as a location.
    pub fn location(&self, place: Place) -> Option<Location> {
        Some(Location { uri: self.uri(place.article)?, range: self.range(place) })
    }

    /// Places as locations.
    pub fn locations(&self, places: &[Place]) -> Vec<Location> {
        places.iter().filter_map(|&p| self.location(p)).collect()
    }

    /// A place as an address with line and column, both counted from one, as editors open them.
    pub fn address(&self, place: Place) -> Option<String> {
        let start = self.position(place.article, place.span.start);
        Some(format!("{}#L{},{}", self.uri(place.article)?, start.line + 1, start.character + 1))
    }

    /// A jump from `article`, as a link where the client takes links.
    pub fn jump(&self, article: u32, jump: Jump, links: bool) -> Option<GotoDefinitionResponse> {
        let target = self.location(jump.target)?;
        if !links {
            return Some(GotoDefinitionResponse::Scalar(target));
        }
        Some(GotoDefinitionResponse::Link(vec![LocationLink {
            origin_selection_range: Some(self.range(Place { article, span: jump.origin })),
            target_uri: target.uri,
            target_range: target.range,
            target_selection_range: target.range,
        }]))
    }

    /// A finding as the client shows it.
    pub fn diagnostic(&self, finding: &Finding, severity: Severity) -> Diagnostic {
        let profile = &self.snapshot.profile;
        let related = profile.related_information.then(|| {
            let information = |(place, message): &(Place, Arc<str>)| {
                let location = self.location(*place)?;
                Some(DiagnosticRelatedInformation { location, message: message.to_string() })
            };
            finding.related.iter().filter_map(information).collect()
        });
        let page = profile.code_pages.as_deref().and_then(|folder| pages::address(folder, finding.code));
        Diagnostic {
            range: self.range(finding.at),
            severity: Some(severity_of(severity)),
            code: Some(NumberOrString::String(finding.code.name().to_owned())),
            code_description: page.map(|href| CodeDescription { href }),
            source: Some("rashomon".to_owned()),
            message: finding.message.clone(),
            related_information: related,
            tags: None,
            data: profile.data.then(|| json!({ "code": finding.code.name(), "span": [finding.at.span.start, finding.at.span.end] })),
        }
    }

    /// A number that a finding of `article` shares with those for which [`Converter::diagnostic`] gives the same, as long as the readings
    /// of the other articles live and all have the addresses that they have.
    pub fn number(&self, article: u32, finding: &Finding, severity: Severity) -> u64 {
        let mut hasher = FxHasher::default();
        let ends = |place: &Place| {
            let position = |offset| self.position(place.article, offset);
            [place.span.start, place.span.end].map(position).map(|at| (at.line, at.character))
        };
        (finding.code, severity, &finding.message, ends(&finding.at)).hash(&mut hasher);
        // Its bytes move with every edit before it, its line does not.
        self.snapshot.profile.data.then_some(finding.at.span).hash(&mut hasher);
        for (place, message) in &finding.related {
            match place.article == article {
                true => ends(place).hash(&mut hasher),
                false => {
                    let reading = Arc::as_ptr(self.snapshot.reading(self.at(place.article)));
                    (reading, place.span).hash(&mut hasher);
                }
            }
            message.hash(&mut hasher);
        }
        hasher.finish()
    }

    fn at(&self, article: u32) -> ArticleRef {
        ArticleRef { story: self.story, article }
    }
}

/// The span of an article as a place.
pub fn place(at: ArticleRef, span: Span) -> Place {
    Place { article: at.article, span }
}

/// A severity in the protocol's terms.
pub fn severity_of(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Information => DiagnosticSeverity::INFORMATION,
        Severity::Hint => DiagnosticSeverity::HINT,
    }
}

/// A kind of symbol in the protocol's terms, which are those of programs: the nearest icons.
pub fn symbol_kind(kind: symbols::SymbolKind) -> SymbolKind {
    match kind {
        symbols::SymbolKind::Entity(EntityKind::Person) => SymbolKind::CLASS,
        symbols::SymbolKind::Entity(EntityKind::Organisation) => SymbolKind::MODULE,
        symbols::SymbolKind::Entity(EntityKind::Place) => SymbolKind::NAMESPACE,
        symbols::SymbolKind::Entity(EntityKind::Other) => SymbolKind::OBJECT,
        symbols::SymbolKind::Figure => SymbolKind::NUMBER,
        symbols::SymbolKind::Quote => SymbolKind::STRING,
    }
}
