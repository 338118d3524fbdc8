//! Sayings inside other clauses: relative clauses, passives without their speaker, one saying told by another.

use std::ops::Range;

use crate::extract::Stance;
use crate::text::Penn;

use super::cues::Verb;
use super::saying::{Reader, Saying};

/// Bodies before which things are told, so that what they hear is said by somebody else.
const HEARERS: [&str; 12] = [
    "commission",
    "committee",
    "court",
    "hearing",
    "inquest",
    "inquiry",
    "judge",
    "jurors",
    "jury",
    "magistrates",
    "panel",
    "tribunal",
];

/// Words that open a clause before the main one.
const OPENERS: [&str; 9] =
    ["after", "although", "as", "because", "before", "since", "though", "when", "while"];

/// Whether a passive has its auxiliary: `was told`.
pub(super) fn finite_passive(cue: &Range<usize>) -> bool {
    cue.len() > 1
}

impl Reader<'_, '_> {
    /// `The court heard that …`: nobody is named who says so.
    pub(super) fn heard(&self, cue: Range<usize>, hearer: Range<usize>) -> Option<Saying> {
        let page = self.page;
        let head = page.head_of(&hearer)?;
        let that = cue.end + usize::from(page.is_adverb(cue.end));
        if !HEARERS.contains(&page.lower(head)) || page.lower(that) != "that" {
            return None;
        }
        let content = that + 1..page.content_end(that + 1, self.to());
        (!content.is_empty())
            .then(|| Saying { told: Some(hearer), ..Saying::plain(cue, None, content, Stance::Asserts) })
    }

    /// `He was told by the owner that …`, `she is accused of fraud`: the speaker stands behind `by`, or nowhere.
    pub(super) fn told(
        &self,
        cue: Range<usize>,
        verb: Verb,
        stance: Stance,
        source: Option<Range<usize>>,
    ) -> Option<Saying> {
        let page = self.page;
        let to = self.to();
        let source = source.filter(|s| self.voice_of(s).is_some());
        let start = source.as_ref().map_or(cue.end, |s| s.end);
        let content = if page.lower(start) == "of" && verb.frames.has(b'a') {
            page.behind_of(start, to)?
        } else if page.lower(start) == "that" {
            start + 1..page.content_end(start + 1, to)
        } else {
            let aside = |end: usize| page.is_comma(end) && page.is_relative(end + 1);
            let follows = |end: usize| page.verb_follows(end, to) || aside(end);
            let clause = page.phrase_at(start).is_some_and(|p| follows(p.end));
            Some(start..page.content_end(start, to)).filter(|_| clause && verb.frames.has(b'o'))?
        };
        let told = page.subject_before(cue.start, self.unit.start);
        (content.start < content.end).then(|| Saying { told, ..Saying::plain(cue, source, content, stance) })
    }

    /// A whole saying that another speaker passes on: `Lee told the board he would go, the Globe reported`; `before` is the
    /// outer speaker.
    pub(super) fn enclosed(&self, before: usize) -> Option<Range<usize>> {
        let page = self.page;
        let inner = self.said.last().filter(|s| !s.trails && s.content.contains(&before))?;
        let source = inner.source.as_ref()?;
        let start = source.start.min(inner.cue.as_ref()?.start);
        let end = before.checked_sub(1).filter(|&t| page.is_comma(t))?;
        (start < inner.content.start && inner.content.start < end).then_some(start..end)
    }

    /// What a saying in a relative clause says: it ends where the main clause goes on, as in `The order, which the agency says
    /// is needed, bars lorries`. `source` is the first token of the speaker.
    pub(super) fn inside_relative(
        &self,
        content: Range<usize>,
        source: usize,
        cue: &Range<usize>,
    ) -> Range<usize> {
        let page = self.page;
        let own = |&t: &usize| t > self.unit.start && page.is_relative(t);
        let opener = (source.saturating_sub(1)..cue.start).rev().find(own);
        match opener {
            Some(opener) => {
                // A clause between two commas ends at the second one.
                let comma = page.is_comma(opener - 1);
                let host = opener - 1 - usize::from(comma && opener > self.unit.start + 1);
                let host = page.phrase_with(host).map_or(host, |p| p.start);
                let content = self.before_main_verb(content, host);
                let verb = page.first_finite(content.clone()).filter(|_| comma && self.opens_sentence(host));
                let close =
                    verb.and_then(|v| (v..content.end).find(|&t| page.is_comma(t) && !page.quoted(t)));
                content.start..close.unwrap_or(content.end)
            }
            None => content,
        }
    }

    /// The part of `content` before the main clause, where the speaker at `source` stands in a clause that opens the sentence: `After the
    /// coach said he would go, four players left`.
    pub(super) fn before_main_clause(&self, content: Range<usize>, source: usize) -> Range<usize> {
        let page = self.page;
        let opener =
            source.checked_sub(1).filter(|&t| t >= self.unit.start && OPENERS.contains(&page.lower(t)));
        let Some(opener) = opener.filter(|&t| self.opens_sentence(t)) else { return content };
        let goes_on = |&t: &usize| {
            let main = page.phrase_at(t + 1).is_some_and(|p| page.verb_follows(p.end, self.to()));
            page.is_comma(t) && !page.quoted(t) && main && page.first_finite(content.start..t).is_some()
        };
        match (content.start.max(opener)..content.end).find(goes_on) {
            Some(comma) => content.start..comma,
            None => content,
        }
    }

    /// Whether no finite verb stands before a token.
    fn opens_sentence(&self, token: usize) -> bool {
        self.page.first_finite(self.unit.start..token.max(self.unit.start)).is_none()
    }

    /// The part of `content` before the main verb of the sentence, where the noun phrase that starts at `host` is its subject: no
    /// finite verb stands before it.
    pub(super) fn before_main_verb(&self, content: Range<usize>, host: usize) -> Range<usize> {
        let page = self.page;
        if !self.opens_sentence(host) {
            return content;
        }
        let mut open = true;
        for t in content.clone() {
            let group = page.parse.verb_of(t).map_or(t, |v| page.parse.verbs[v].tokens.start);
            if page.quoted(t) || group != t && group >= content.start || !page.is_finite(t) {
                let joins = page.opens_clause(t) || page.is_relative(t) || page.penn(t) == Penn::Cc;
                open |= joins;
                continue;
            }
            let comma = t > content.start + 1 && page.is_comma(t - 1);
            if !open || comma {
                return content.start..page.without_stop(content.start, t);
            }
            open = false;
        }
        content
    }
}
