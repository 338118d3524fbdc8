//! `textDocument/semanticTokens/full`, `…/full/delta` and `…/range`

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;
use tower_lsp::lsp_types::{
    Position, Range, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens,
    SemanticTokensDelta, SemanticTokensEdit, SemanticTokensFullDeltaResult, SemanticTokensLegend,
    SemanticTokensRangeResult, SemanticTokensResult, Url,
};

use crate::features::ArticleRef;
use crate::features::semantic_tokens::{self, TokenKind};
use crate::server::from_lsp;
use crate::server::shared::TokenCache;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::Converter;
use crate::text::Span;

/// The names behind the numbers of kinds and modifiers.
pub fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TokenKind::ALL.iter().map(|k| SemanticTokenType::new(k.name())).collect(),
        token_modifiers: ["conflicting", "first"].map(SemanticTokenModifier::new).to_vec(),
    }
}

/// All tokens of a document.
pub fn full(snapshot: &Snapshot, cache: &TokenCache, uri: &Url) -> Option<SemanticTokensResult> {
    let at = snapshot.article(uri)?;
    Some(SemanticTokensResult::Tokens(remember(cache, uri, tokens(snapshot, at, None))))
}

/// What has changed since the tokens that the client has; all tokens where those are not known any more.
pub fn delta(
    snapshot: &Snapshot,
    cache: &TokenCache,
    uri: &Url,
    previous: &str,
) -> Option<SemanticTokensFullDeltaResult> {
    let at = snapshot.article(uri)?;
    let before = cache.get(uri).filter(|t| t.result_id.as_deref() == Some(previous));
    let now = remember(cache, uri, tokens(snapshot, at, None));
    Some(match before {
        Some(before) => SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta {
            result_id: now.result_id,
            edits: difference(&before.data, &now.data),
        }),
        None => SemanticTokensFullDeltaResult::Tokens(now),
    })
}

/// The tokens of a part of a document.
pub fn range(snapshot: &Snapshot, uri: &Url, range: Range) -> Option<SemanticTokensRangeResult> {
    let at = snapshot.article(uri)?;
    let text = &snapshot.reading(at).article.text;
    let within = from_lsp::span(text, range, snapshot.profile.encoding);
    let data = tokens(snapshot, at, Some(within));
    Some(SemanticTokensRangeResult::Tokens(SemanticTokens { result_id: None, data }))
}

fn remember(cache: &TokenCache, uri: &Url, data: Vec<SemanticToken>) -> SemanticTokens {
    let mut hasher = FxHasher::default();
    for token in &data {
        let numbers = [token.delta_line, token.delta_start, token.length, token.token_type];
        (numbers, token.token_modifiers_bitset).hash(&mut hasher);
    }
    let tokens = SemanticTokens { result_id: Some(format!("{:x}", hasher.finish())), data };
    cache.put(uri.clone(), tokens.clone());
    tokens
}

/// One edit: what lies between what both begin with and what both end with.
fn difference(before: &[SemanticToken], now: &[SemanticToken]) -> Vec<SemanticTokensEdit> {
    let head = before.iter().zip(now).take_while(|(a, b)| a == b).count();
    let (before, now) = (&before[head..], &now[head..]);
    let tail = before.iter().rev().zip(now.iter().rev()).take_while(|(a, b)| a == b).count();
    let (before, now) = (&before[..before.len() - tail], &now[..now.len() - tail]);
    if before.is_empty() && now.is_empty() {
        return Vec::new();
    }
    // The protocol counts numbers, of which a token has five.
    vec![SemanticTokensEdit {
        start: 5 * head as u32,
        delete_count: 5 * before.len() as u32,
        data: Some(now.to_vec()),
    }]
}

fn tokens(snapshot: &Snapshot, at: ArticleRef, within: Option<Span>) -> Vec<SemanticToken> {
    let text = &snapshot.reading(at).article.text;
    let converter = Converter::new(snapshot, at);
    let (mut last, mut seen) = (Position::new(0, 0), 0);
    let mut data = Vec::new();
    let all = semantic_tokens::semantic_tokens(snapshot.comparison(at), at.article);
    for token in all.into_iter().filter(|t| within.is_none_or(|w| w.overlaps(t.span))) {
        // Few clients take tokens of several lines.
        for piece in lines_of(text, token.span) {
            // Counted from the token before, since a line may be as long as the article.
            let between = Span::new(seen, piece.start).of(text);
            let start = match between.contains(['\n', '\r']) {
                true => converter.position(at.article, piece.start),
                false => Position::new(last.line, last.character + snapshot.profile.encoding.units(between)),
            };
            let delta_line = start.line - last.line;
            data.push(SemanticToken {
                delta_line,
                delta_start: if delta_line == 0 { start.character - last.character } else { start.character },
                length: snapshot.profile.encoding.units(piece.of(text)),
                token_type: token.kind as u32,
                token_modifiers_bitset: u32::from(token.conflicting) | u32::from(token.first) << 1,
            });
            (last, seen) = (start, piece.start);
        }
    }
    data
}

/// The pieces of a span that stand in one line each.
fn lines_of(text: &str, span: Span) -> Vec<Span> {
    let mut start = span.start;
    let mut pieces = Vec::new();
    for line in span.of(text).split_inclusive(['\n', '\r']) {
        let end = start + line.trim_end_matches(['\n', '\r']).len() as u32;
        pieces.push(Span::new(start, end));
        start += line.len() as u32;
    }
    pieces.retain(|p| !p.is_empty());
    pieces
}
