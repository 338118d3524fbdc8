//! The outline of an article, and search over all of them.

use super::hover::{byline, one_line, shortened};
use super::{Analysis, ArticleRef, mentions};
use crate::corpus::Story;
use crate::extract::{EntityKind, Reading};
use crate::text::Span;

/// What kind of thing a symbol is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SymbolKind {
    /// A named thing.
    Entity(EntityKind),
    /// A figure.
    Figure,
    /// Words in quotation marks.
    Quote,
}

impl SymbolKind {
    /// The heading of its part of the outline.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Entity(EntityKind::Person) => "People",
            Self::Entity(EntityKind::Organisation) => "Organisations",
            Self::Entity(EntityKind::Place) => "Places",
            Self::Entity(EntityKind::Other) => "Other names",
            Self::Figure => "Figures",
            Self::Quote => "Quotes",
        }
    }
}

/// A line of an outline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Symbol {
    /// What it is called.
    pub name: String,
    /// What is said beside it: roles, speakers.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// Where it first stands.
    pub span: Span,
}

/// How many characters of a quote stand in the outline.
const QUOTE: usize = 60;

/// The people, organisations, places, figures and quotes of an article, by kind, then in order.
pub fn outline(reading: &Reading) -> Vec<Symbol> {
    let mut symbols: Vec<Symbol> = reading
        .entities
        .iter()
        .filter_map(|e| {
            let role = e.roles().first().map(|r| one_line(reading.article.slice(*r)));
            Some(Symbol {
                name: e.name.to_string(),
                detail: role.unwrap_or_default(),
                kind: SymbolKind::Entity(e.kind),
                span: e.mentions.first()?.span,
            })
        })
        .collect();
    for (claim, figure) in
        reading.claims.iter().filter_map(|c| Some((c, reading.figures.get(c.figure as usize)?)))
    {
        let of = figure.of(&reading.article).map(|of| format!(" {of}")).unwrap_or_default();
        symbols.push(Symbol {
            name: one_line(reading.article.slice(figure.span)) + &of,
            detail: reading.speaker(claim).map(|s| reading.name_of(s).into_owned()).unwrap_or_default(),
            kind: SymbolKind::Figure,
            span: figure.span,
        });
    }
    symbols.extend(reading.quotes.iter().map(|quote| Symbol {
        name: shortened(&one_line(reading.article.slice(quote.span)), QUOTE),
        detail: quote.speaker.as_ref().map(|s| reading.name_of(s).into_owned()).unwrap_or_default(),
        kind: SymbolKind::Quote,
        span: quote.span,
    }));
    symbols.retain(|s| !s.name.is_empty());
    symbols.sort_by_key(|s| (s.kind, s.span));
    symbols
}

/// A name or claim found by a search.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// What it is called.
    pub name: String,
    /// The kind of name, or the outlet and day of a claim.
    pub container: String,
    /// What it is.
    pub kind: SymbolKind,
    /// The article.
    pub at: ArticleRef,
    /// Where it stands.
    pub span: Span,
}

/// So many hits are shown at the most; who finds more types on.
const HITS: usize = 256;

/// Names and claims of all stories that a query fits: its letters in their order, those at the start of words and next to each
/// other counting most. The best come first; an empty query finds names alone.
pub fn search(analysis: &Analysis, query: &str) -> Vec<Hit> {
    let query: Vec<char> =
        query.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let mut hits: Vec<(u32, Hit)> = Vec::new();
    for story in analysis.in_order() {
        let told = analysis.tale(story);
        let mut found = entity_hits(told, story, &query);
        if !query.is_empty() {
            found.extend(claim_hits(told, story, &query));
        }
        hits.extend(found);
    }
    hits.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    hits.truncate(HITS);
    hits.into_iter().map(|(_, hit)| hit).collect()
}

fn entity_hits(told: &Story, story: u32, query: &[char]) -> Vec<(u32, Hit)> {
    let hit = |entity: &crate::corpus::LinkedEntity| {
        let score = fit(&entity.name, query)?;
        let &(article, own) = entity.members.first()?;
        let first = *mentions::mentions(told, article, own).first()?;
        let at = ArticleRef { story, article: first.article };
        let kind = SymbolKind::Entity(entity.kind);
        Some((
            // A name is looked for more often than a number is.
            score + 1,
            Hit {
                name: entity.name.to_string(),
                container: entity.kind.name().to_owned(),
                kind,
                at,
                span: first.span,
            },
        ))
    };
    told.entities.iter().filter_map(hit).collect()
}

fn claim_hits(told: &Story, story: u32, query: &[char]) -> Vec<(u32, Hit)> {
    let mut hits = Vec::new();
    for (article, reading) in (0u32..).zip(&told.readings) {
        for figure in reading.claims.iter().filter_map(|c| reading.figures.get(c.figure as usize)) {
            let of = figure.of(&reading.article).map(|of| format!(" {of}")).unwrap_or_default();
            let name = one_line(reading.article.slice(figure.span)) + &of;
            if let Some(score) = fit(&name, query) {
                let at = ArticleRef { story, article };
                let container = byline(reading);
                hits.push((score, Hit { name, container, kind: SymbolKind::Figure, at, span: figure.span }));
            }
        }
    }
    hits
}

/// How well a name fits a query in lower case without spaces; `None` where it does not.
fn fit(name: &str, query: &[char]) -> Option<u32> {
    let mut wanted = query.iter().copied().peekable();
    let (mut score, mut run, mut start) = (0, 0, true);
    for c in name.chars() {
        let Some(&next) = wanted.peek() else { break };
        let plain = deunicode::deunicode_char(c).and_then(|d| d.chars().next()).unwrap_or(c);
        if c.to_lowercase().eq([next]) || plain.to_lowercase().eq([next]) {
            wanted.next();
            run += 1;
            score += run + if start { 4 } else { 0 };
        } else if !c.is_whitespace() {
            run = 0;
        }
        start = !c.is_alphanumeric();
    }
    wanted.peek().is_none().then_some(score)
}
