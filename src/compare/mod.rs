//! Claims against claims: which are related, how they relate, and one file for each kind of finding.

use std::sync::Arc;

use crate::corpus::Story;

mod acronym_unexplained;
mod affairs;
mod age_conflict;
mod alignment;
pub mod beside;
mod bonds;
mod claim_denied;
mod clashes;
mod classes;
mod conversion_mismatch;
mod date_conflict;
mod draft;
mod edit;
mod events;
#[cfg(test)]
mod families;
mod figure_conflict;
mod finding;
mod groups;
mod headline_mismatch;
mod incident;
mod likeness;
mod lost_hedge;
mod name_variant;
mod not_introduced;
mod numbers;
mod overview;
mod pairs;
mod place_conflict;
mod quote_drift;
mod relate;
mod relation;
mod sayings;
mod single_source;
mod slot;
mod speaker_conflict;
mod sum_mismatch;
mod superlative;
mod telling;
#[cfg(test)]
mod testing;
mod title_conflict;
pub mod titles;
mod twin_number;
mod unattributed;
mod undated;
mod utterances;
pub mod values;
mod voices;
mod weekday;
mod wording;

pub use finding::{Code, Finding, Place, Severity};
pub use relation::{ClaimRef, Group, Level, Reason, Relation};

/// A story with all that its claims say to each other.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The story.
    pub story: Arc<Story>,
    /// Pairs of claims on the same quantity, in order.
    pub relations: Arc<Vec<Relation>>,
    /// Claims grouped by quantity, in the order of the story; a claim alone is no group.
    pub groups: Arc<Vec<Group>>,
    /// All findings at their own severity, dismissed ones and those switched off included; sorted by place, then code.
    pub findings: Vec<Finding>,
    /// What is kept of the article that is being written, where one is.
    draft: Option<Box<draft::Draft>>,
}

/// Compares all claims of a story. `previous`, an earlier comparison of some of its articles, spares comparing again what has not
/// changed; the outcome is the same without it.
pub fn compare(story: Arc<Story>, previous: Option<&Comparison>) -> Comparison {
    let carried = previous.map(|previous| edit::Carried::of(&story, previous));
    let carried = carried.as_ref();
    let mut draft = carried.and_then(|carried| draft::Draft::of(&story, carried));
    let related = relate::relations(&story, carried, draft.as_mut());
    let mut nets = groups::Nets::of(&story, &related, carried, draft.as_ref());
    let relations = related.relations;
    let groups = groups::groups(&story, &relations, &nets, carried);
    let overview = previous.filter(|_| nets.are_same()).and_then(Comparison::overview);
    let overview = overview.unwrap_or_else(|| Arc::new(overview::Overview::of(&story, &relations)));
    let mut findings = figure_conflict::find(&story, &relations, &groups, &mut nets, carried);
    let ages = findings.extract_if(.., |f| age_conflict::is_age(&story, f.at));
    let mut untold: Vec<Finding> = ages.collect();
    let headlines = headline_mismatch::find(&story, &relations, &overview, carried);
    untold.extend(headline_mismatch::take_over(&mut findings, &headlines));
    findings.extend(headlines);
    findings.extend(sum_mismatch::find(&story, carried));
    findings.extend(conversion_mismatch::find(&story));
    let happenings = events::Happenings::of(&story, carried);
    let days = date_conflict::clashes(&happenings);
    let (places, names) = place_conflict::clashes(&happenings);
    findings.extend(date_conflict::find(&happenings, &days));
    let mixed_up = place_conflict::mixed_up(&happenings, &names);
    findings.extend(place_conflict::find(&happenings, &places, &mixed_up));
    let clashes = clashes::Clashes { days, places, mixed_up, names, closed: happenings.closed() };
    findings.extend(weekday::find(&story));
    findings.extend(name_variant::find(&story, carried));
    findings.extend(undated::find(&story));
    findings.extend(age_conflict::find(&story));
    let sayings = sayings::Sayings::of(&story, carried);
    let (utterances, pairs) = utterances::pairs(&story, &sayings);
    findings.extend(quote_drift::find(&story, &utterances, &pairs));
    findings.extend(claim_denied::find(&story));
    findings.extend(speaker_conflict::find(&story, &utterances, &pairs));
    findings.extend(title_conflict::find(&story));
    findings.extend(lost_hedge::find(&story, &overview));
    findings.extend(not_introduced::find(&story));
    findings.extend(acronym_unexplained::find(&story));
    findings.extend(twin_number::find(&story, &overview, carried));
    findings.extend(unattributed::find(&story, carried));
    findings.extend(single_source::find(&story, &overview, &nets, carried));
    findings.extend(superlative::find(&story));
    findings.sort_by_key(|f| (f.at, f.code));
    let draft = draft.map(|draft| Box::new(draft.close(&nets, overview, sayings, untold, clashes)));
    Comparison { story, relations, groups, findings, draft }
}

impl Comparison {
    /// The findings on figures that gave way to others of the same places, where an article is being written.
    fn untold(&self) -> &[Finding] {
        self.draft.as_deref().map_or(&[], |draft| &draft.untold)
    }

    /// What the relations come to, where an article is being written.
    fn overview(&self) -> Option<Arc<overview::Overview>> {
        self.draft.as_deref()?.overview.clone()
    }

    /// The clashing happenings, where an article is being written.
    fn clashes(&self) -> Option<&clashes::Clashes> {
        self.draft.as_deref().map(|draft| &draft.clashes)
    }

    /// What is kept of the quotations, where an article is being written.
    fn sayings(&self) -> Option<&sayings::Sayings> {
        self.draft.as_deref().map(|draft| &draft.sayings)
    }
}

/// Why two claims are related, or what keeps them apart, facet by facet.
pub fn reasons(story: &Story, a: ClaimRef, b: ClaimRef) -> Vec<Reason> {
    let side = |c: ClaimRef| slot::Side::of(&story.readings[c.article as usize], c.claim);
    slot::reasons(&side(a), &side(b))
}

#[cfg(test)]
mod tests;
