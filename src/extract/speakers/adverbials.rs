//! Sayings without a verb: `according to`, `by her count`, nouns of saying, headlines that open with their speaker; and
//! where one speaker of a sentence ends and the next begins.

use std::ops::Range;

use crate::extract::Stance;
use crate::text::{BlockKind, Penn};

use super::cues::{self, Voice};
use super::saying::{Reader, Saying};

impl Reader<'_, '_> {
    /// `according to the mayor`, before, behind or inside what is said.
    pub(super) fn according(&self, cue: Range<usize>) -> Option<Saying> {
        let page = self.page;
        let to = self.to();
        let first = (cue.start == self.unit.start || self.free_from(cue.start) == cue.start).then_some(());
        let end = page.phrase_at(cue.end).map(|p| page.linked_end(p.end, to))?;
        let end = self.past_reduced_relative(end);
        let opens = first.is_some() || page.penn(cue.start - 1) == Penn::Cc;
        let (source, content) = if opens {
            let comma = page.is_comma(end);
            let start = if comma { end + 1 } else { end };
            let start = self.past_participle_aside(start);
            (cue.end..end, start..page.content_end(start, to))
        } else if let Some(content) = self.behind_fronted(cue.start, end) {
            (cue.end..end, content)
        } else {
            let source = page.subject_behind(cue.end, to)?;
            let before = page.content_before(cue.start, self.free_from(cue.start));
            let worded = |c: &Range<usize>| c.clone().any(|t| page.is_word(t));
            let before = before
                .filter(worded)
                .or_else(|| self.whole_saying(cue.start))
                .or_else(|| Some(self.free_from(cue.start)..cue.start));
            let content = before.filter(|c| !c.is_empty())?;
            let resumed = page.content_resumed(source.end, to, true);
            (source, content.start..resumed.unwrap_or(content.end))
        };
        (!content.is_empty() && content.start < content.end)
            .then(|| self.saying(cue, source, None, content, Stance::Asserts, !opens))
    }

    /// What is said where only an adverbial stands before `according to`: `Last year, according to the fund, 40 countries …`.
    fn behind_fronted(&self, cue: usize, end: usize) -> Option<Range<usize>> {
        let page = self.page;
        let before = self.unit.start..cue;
        let fronted = page.is_comma(cue - 1)
            && page.is_comma(end)
            && before.len() <= 9
            && self.free_from(cue) == self.unit.start
            && page.first_finite(before.clone()).is_none()
            && !before.clone().any(|t| page.quoted(t))
            && (page.is_preposition(before.start)
                || page.is_adverb(before.start)
                || page.phrase_at(before.start).is_some_and(|p| page.is_time_phrase(&p)));
        let content = end + 1..page.content_end(end + 1, self.to());
        (fronted && page.first_finite(content.clone()).is_some()).then_some(content)
    }

    /// The saying directly before, speaker and all: `Lee said it was so, according to the Globe`.
    fn whole_saying(&self, before: usize) -> Option<Range<usize>> {
        let last = self.said.last()?;
        let source = last.source.as_ref()?;
        let start = source.start.min(last.content.start);
        let end = self.page.without_stop(start, before);
        (last.content.end <= end && start < end).then_some(start..end)
    }

    /// The end of a source whose participle no comma parts from it: `a report seen by the Globe`.
    fn past_reduced_relative(&self, end: usize) -> usize {
        let page = self.page;
        if !matches!(page.penn(end), Penn::Vbn | Penn::Vbd) || page.penn(end + 1) != Penn::In {
            return end;
        }
        let close = (end + 1..self.to().min(end + 12)).find(|&t| page.is_comma(t) || page.is_finite(t));
        close.filter(|&t| page.is_comma(t)).unwrap_or(end)
    }

    /// Skips what is told of the source between two commas: `according to a report, seen by the Globe, …`.
    fn past_participle_aside(&self, start: usize) -> usize {
        let page = self.page;
        if page.penn(start) != Penn::Vbn || !page.is_comma(start.wrapping_sub(1)) {
            return start;
        }
        let close = (start..self.to()).find(|&t| page.is_comma(t) || page.penn(t).is_finite());
        close.filter(|&t| page.is_comma(t)).map_or(start, |comma| comma + 1)
    }

    /// `by the company's count`, `by her own estimate`, `in the opinion of the court`: the whole clause is theirs.
    pub(super) fn by_count_of(&self, by: usize) -> Option<Saying> {
        let page = self.page;
        let to = self.to();
        let owner = page.phrase_at(by + 1)?;
        let counts = counts_behind(page.lower(by));
        let head = (owner.start..to.min(owner.end + 4)).find(|&t| counts.contains(&page.lower(t)))?;
        let possessive = page.penn(owner.start) == Penn::PrpS;
        let mark = (owner.start..head).find(|&t| page.penn(t) == Penn::Pos);
        let of = page.phrase_at(head + 2).filter(|_| owner.end == head + 1 && page.lower(head + 1) == "of");
        let (source, last) = match (mark, of) {
            (Some(mark), _) => (owner.start..mark, head),
            (None, Some(of)) => {
                let end = page.linked_end(of.end, to);
                (of.start..end, end - 1)
            }
            (None, None) if possessive => (owner.start..owner.start + 1, head),
            _ => return None,
        };
        let head = last;
        // `and, by its own account, 40 planes`
        let aside = by >= self.unit.start + 2 && page.is_comma(by - 1) && page.penn(by - 2) == Penn::Cc;
        let opens = by == self.unit.start || aside;
        let content = if opens {
            let start = if page.is_comma(head + 1) { head + 2 } else { head + 1 };
            // An aside (`, which is drawn from tickets,`) belongs to the count, the clause behind it is the content.
            start..page.content_end(start, to)
        } else {
            let from = self.free_from(by);
            // Without a comma the count is of what stands directly before it, not of the whole sentence.
            let own = (from..by).rev().find(|&t| page.penn(t) == Penn::Cd).and_then(|t| page.phrase_with(t));
            let start = own.filter(|_| !page.is_comma(by - 1)).map_or(from, |p| p.start.max(from));
            start..page.without_stop(start, by)
        };
        // The owner is named behind: `By its own account the firm holds …`.
        let own_count = possessive && opens && !aside && page.lower(owner.start + 1) == "own";
        let named = Some(content.start).filter(|_| own_count).and_then(|t| page.phrase_at(t));
        let source = named.filter(|p| page.penn(p.start) != Penn::Prp).unwrap_or(source);
        (content.start < content.end)
            .then(|| self.saying(by..head + 1, source, None, content, Stance::Asserts, !opens))
    }

    /// `the minister's claim that …`, `a report by the fund that …`, `fears that …`.
    pub(super) fn noun(&self, token: usize) -> Option<Saying> {
        let page = self.page;
        if !page.penn(token).is_noun() {
            return None;
        }
        let stance = page.cue(token).noun?;
        let phrase = page.parse.phrase_of(token).map(|i| &page.parse.phrases[i])?;
        let by = (page.lower(phrase.tokens.end) == "by" || page.lower(phrase.tokens.end) == "from")
            .then(|| page.phrase_at(phrase.tokens.end + 1))
            .flatten()
            .map(|p| p.start..page.linked_end(p.end, self.to()));
        let end = by.as_ref().map_or(phrase.tokens.end, |b| b.end);
        if phrase.head != token || page.lower(end) != "that" || !self.opens_what_is_said(end) {
            return None;
        }
        let owner = phrase.owner.map(|i| page.parse.phrases[i].tokens.clone());
        let own = page.penn(phrase.tokens.start) == Penn::PrpS;
        let source = by.or(owner).or(own.then_some(phrase.tokens.start..phrase.tokens.start + 1));
        // What somebody denies is said by others, and the denial speaks of it.
        let denied = |s: &Saying| s.stance == Stance::Denies && s.content.contains(&token);
        let known = |s: &Saying| denied(s) || s.content.start == end + 1;
        if source.is_none() && self.said.iter().any(known) {
            return None;
        }
        let start = source.as_ref().map_or(phrase.tokens.start, |s| s.start.min(phrase.tokens.start));
        let content = end + 1..page.content_end(end + 1, self.to());
        let content = self.before_main_verb(content, start);
        (content.start < content.end).then(|| Saying::plain(token..token + 1, source, content, stance))
    }

    /// Whether the `that` at a token opens what a noun tells and not a relative clause: `fears that violence could spread`, and
    /// neither `claims that shocked the town` nor `claims that the mayor made`.
    fn opens_what_is_said(&self, that: usize) -> bool {
        let page = self.page;
        let next = that + 1 + usize::from(page.quoted(that + 1));
        if page.penn(that) != Penn::Wdt {
            let verb = page.parse.verb_of(next).is_some_and(|v| page.parse.verbs[v].tokens.start == next);
            return !verb || page.penn(next) == Penn::Vbg;
        }
        let Some(subject) = page.phrase_at(next) else { return false };
        let verb = (subject.end..self.to()).find(|&t| !page.is_adverb(t)).filter(|&t| page.is_finite(t));
        verb.and_then(|t| page.parse.verb_of(t)).is_some_and(|v| {
            let group = &page.parse.verbs[v];
            group.modal.is_some() || group.passive || page.phrase_at(group.tokens.end).is_some()
        })
    }

    /// A headline that opens with its speaker: `Mayor: 12 streets still closed`; in the text only before a quotation.
    pub(super) fn headline(&mut self) {
        let page = self.page;
        let sentence = page.parse.sentence_of(self.unit.start);
        let Range { start, end } = self.unit.clone();
        let head = matches!(page.parse.block_of(sentence).kind, BlockKind::Headline | BlockKind::Subhead);
        let Some(colon) = (start..end.min(start + 10)).find(|&t| page.lower(t) == ":") else { return };
        if !head && !page.quoted(colon + 1) {
            return;
        }
        let source = start..colon;
        if page.first_finite(source.clone()).is_some() || colon + 1 >= end || page.quoted(start) {
            return;
        }
        let head = (start..colon).rev().find(|&t| page.is_word(t));
        let speaks =
            head.is_some_and(|t| matches!(cues::voice(page.lower(t)), Some(Voice::Person | Voice::Group)));
        if speaks || page.names_speaker(&source) {
            let content = colon + 1..page.content_end(colon + 1, end);
            self.said.push(self.saying(colon..colon + 1, source, None, content, Stance::Asserts, false));
        }
    }

    /// Parts what two speakers of one sentence say: the content of the first ends where the second comes in.
    pub(super) fn part(&mut self) {
        let page = self.page;
        for second in 1..self.said.len() {
            let (cue, source, trails) = {
                let s = &self.said[second];
                (s.cue.clone(), s.source.clone(), s.trails)
            };
            let Some(cue) = cue else { continue };
            for first in 0..second {
                let shared = source == self.said[first].source;
                let own = source.as_ref().filter(|s| !shared && s.end <= cue.start);
                let start = own.map_or(cue.start, |s| s.start);
                let content = self.said[first].content.clone();
                let before = start.wrapping_sub(1);
                if trails
                    || !content.contains(&start)
                    || content.start >= before
                    || !content.contains(&before)
                {
                    continue;
                }
                let comma = |t: usize| page.is_comma(t) || page.lower(t) == ";";
                let opens = page.opens_clause(before) && !matches!(page.lower(before), "that" | "if");
                let joined = page.penn(before) == Penn::Cc || comma(before);
                if joined || opens && before.checked_sub(1).is_some_and(comma) {
                    self.said[first].content.end = page.without_stop(content.start, before);
                }
            }
        }
    }
}

/// The nouns of counting and thinking that a preposition takes with their owner: `by her count`, `in his view`.
fn counts_behind(preposition: &str) -> &'static [&'static str] {
    match preposition {
        "by" => &[
            "count",
            "counts",
            "estimate",
            "estimates",
            "tally",
            "reckoning",
            "record",
            "records",
            "account",
            "figures",
        ],
        "on" => &["estimate", "estimates", "reckoning", "figures", "numbers"],
        "in" => &["view", "opinion", "words", "judgment", "judgement", "estimation"],
        _ => &["mind"],
    }
}
