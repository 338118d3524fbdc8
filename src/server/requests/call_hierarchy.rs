//! `textDocument/prepareCallHierarchy`, `callHierarchy/incomingCalls` and `callHierarchy/outgoingCalls`

use serde_json::json;
use tower_lsp::lsp_types::{
    CallHierarchyIncomingCall, CallHierarchyIncomingCallsParams, CallHierarchyItem,
    CallHierarchyOutgoingCall, CallHierarchyOutgoingCallsParams, CallHierarchyPrepareParams, SymbolKind,
};

use crate::compare::ClaimRef;
use crate::features::ArticleRef;
use crate::features::hierarchy::{self, Link, Teller};
use crate::server::from_lsp;
use crate::server::snapshot::Snapshot;
use crate::server::to_lsp::Converter;

/// The claim under the caret.
pub fn prepare(snapshot: &Snapshot, params: &CallHierarchyPrepareParams) -> Option<Vec<CallHierarchyItem>> {
    let spot = from_lsp::spot(snapshot, &params.text_document_position_params)?;
    let teller = hierarchy::prepare(snapshot.comparison(spot.at), spot.at.article, spot.offset)?;
    Some(vec![item(snapshot, spot.at, teller)?])
}

/// Who told it.
pub fn incoming(
    snapshot: &Snapshot,
    params: &CallHierarchyIncomingCallsParams,
) -> Option<Vec<CallHierarchyIncomingCall>> {
    let (at, link) = link_of(snapshot, &params.item)?;
    let teller = hierarchy::told_by(snapshot.comparison(at), link);
    let item = teller.and_then(|t| item(snapshot, at, t));
    Some(
        item.map(|from| CallHierarchyIncomingCall { from_ranges: vec![from.range], from })
            .into_iter()
            .collect(),
    )
}

/// Whom or what it told.
pub fn outgoing(
    snapshot: &Snapshot,
    params: &CallHierarchyOutgoingCallsParams,
) -> Option<Vec<CallHierarchyOutgoingCall>> {
    let (at, link) = link_of(snapshot, &params.item)?;
    let told = hierarchy::tells(snapshot.comparison(at), link);
    let item = told.and_then(|t| item(snapshot, at, t));
    let from = params.item.range;
    Some(item.map(|to| CallHierarchyOutgoingCall { from_ranges: vec![from], to }).into_iter().collect())
}

fn item(snapshot: &Snapshot, at: ArticleRef, teller: Teller) -> Option<CallHierarchyItem> {
    let location = Converter::new(snapshot, at).location(teller.place)?;
    Some(CallHierarchyItem {
        name: teller.name,
        kind: if teller.link.depth == 0 { SymbolKind::NUMBER } else { SymbolKind::CLASS },
        tags: None,
        detail: Some(teller.detail),
        uri: location.uri,
        range: location.range,
        selection_range: location.range,
        data: Some(json!({ "claim": teller.link.claim.claim, "depth": teller.link.depth })),
    })
}

/// The link that an item of ours stands for, in the article as it is now.
fn link_of(snapshot: &Snapshot, item: &CallHierarchyItem) -> Option<(ArticleRef, Link)> {
    let at = snapshot.article(&item.uri)?;
    let number = |key: &str| u32::try_from(item.data.as_ref()?.get(key)?.as_u64()?).ok();
    let claim = ClaimRef { article: at.article, claim: number("claim")? };
    Some((at, Link { claim, depth: number("depth")? }))
}
