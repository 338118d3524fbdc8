//! What is said: the clause or phrase behind the cue, or the one before it.

use std::ops::Range;

use crate::text::{Penn, TokenKind};

use super::cues::{self, Act, Frames, Voice};
use super::page::Page;

/// Things thought or said that no verb of saying has made a noun of.
const NOTIONS: [&str; 11] = [
    "account",
    "charge",
    "criticism",
    "figure",
    "idea",
    "notion",
    "rumor",
    "rumour",
    "speculation",
    "theory",
    "version",
];

/// Words that open an adverbial between a verb of saying and the clause said.
const FRONTED: [&str; 11] =
    ["after", "amid", "because", "before", "despite", "given", "since", "under", "unlike", "with", "without"];

impl Page<'_> {
    /// What follows a verb of saying whose group ends at `at`, and whom it tells.
    pub(super) fn content_behind(
        &self,
        at: usize,
        to: usize,
        frames: Frames,
        subject_is_text: bool,
    ) -> Behind {
        let mut told = None;
        if frames.has(b'p') && matches!(self.lower(at), "of" | "for" | "about") && at + 1 < to {
            // A relative clause behind what is spoken of is the writer's own.
            let end = self.content_end(at + 1, to);
            let aside = (at + 1..end)
                .find(|&t| self.is_comma(t) && (self.is_relative(t + 1) || self.lower(t + 1) == "where"));
            let content = Some(at + 1..aside.unwrap_or(end)).filter(|c| !c.is_empty());
            return Behind { told, content, end: at };
        }
        let infinitive = frames.has(b'i') && self.lower(at) == "to";
        let mut start = if infinitive { at } else { self.past_adjuncts(at, to) };
        if frames.has(b'o') && self.lower(start) != "that" {
            told = self.person_told(start, to, frames);
            start = told.as_ref().map_or(start, |t| self.past_adjuncts(t.end, to));
        }
        if frames.has(b'a') {
            let accused = self.phrase_at(start).map_or(start, |p| self.accused_end(p.end, to));
            if let Some(content) = self.behind_of(accused, to) {
                return Behind {
                    told: (start < accused).then_some(start..accused),
                    content: Some(content),
                    end: start,
                };
            }
        }
        if frames.has(b'c') && self.is_fronted(at, start, to) {
            return Behind { told, content: Some(at..self.content_end(at, to)), end: at };
        }
        let start = self.past_aside(start, to);
        let end = self.without_later_clause(start, self.content_end(start, to));
        Behind { told, content: self.opens_content(start, end, frames, subject_is_text), end: start }
    }

    /// Where the phrase of the accused ends: before the `of` that tells what they are accused of.
    fn accused_end(&self, end: usize, to: usize) -> usize {
        let whole = self.linked_end(end, to);
        let of = (end..whole).rev().find(|&t| self.lower(t) == "of");
        of.filter(|_| self.lower(whole) != "of").unwrap_or(whole)
    }

    /// What stands behind an `of` at `at`: `stealing $400` of `accused of stealing $400`.
    pub(super) fn behind_of(&self, at: usize, to: usize) -> Option<Range<usize>> {
        let content = at + 1..self.content_end(at + 1, to);
        (self.lower(at) == "of" && at < to && content.start < content.end).then_some(content)
    }

    /// The content that starts at `start`, if a verb with these frames may have it there.
    fn opens_content(&self, start: usize, end: usize, frames: Frames, text: bool) -> Option<Range<usize>> {
        if start >= end {
            return None;
        }
        let word = self.lower(start);
        if self.quoted(start) {
            return Some(start..end);
        }
        if matches!(word, ":" | ",") {
            let quote = start + 1 < end && self.quoted(start + 1);
            return (quote || word == ":" && start + 1 < end).then_some(start + 1..end);
        }
        let clause = frames.has(b'c') || frames.has(b'd') && text || frames.has(b'o');
        if word == "that" && self.penn(start) != Penn::Dt && (clause || frames.has(b't') || frames.has(b'n'))
        {
            // `said that, if needed, he would go`
            let start = start + 1 + usize::from(self.is_comma(start + 1));
            return (start < end).then_some(start..end);
        }
        let finite = || self.first_finite(start..end).is_some();
        let quote = || (start..end).any(|t| self.quoted(t));
        let number = |t| self.penn(t) == Penn::Cd;
        let phrase = self.phrase_at(start).is_some() || number(start) || number(start + 1);
        if self.is_hard(start) {
            return None;
        }
        let fits = clause && !self.is_comma(start) && finite() && !self.only_relative(start..end)
            || frames.has(b'n') && phrase
            || frames.has(b'u') && self.is_notion(start)
            || frames.has(b'g')
                && (self.penn(start) == Penn::Vbg
                    || self.phrase_at(start).is_some_and(|p| self.penn(p.end) == Penn::Vbg))
            || frames.has(b'i') && word == "to"
            || frames.has(b'x') && quote()
            || frames.has(b'm') && self.measures(start..end);
        fits.then_some(start..end)
    }

    /// Whether all finite verbs stand in a relative clause behind a comma: `responsibility for the raid, which came at night`.
    fn only_relative(&self, content: Range<usize>) -> bool {
        let comma = content.clone().find(|&t| self.is_comma(t) && self.is_relative(t + 1));
        comma.is_some_and(|comma| {
            self.first_finite(content.start..comma).is_none()
                && !(comma + 1..content.end).any(|t| self.is_comma(t))
        })
    }

    /// Whether a noun phrase names something said or thought: `rejected the allegation`; `rejected the offer` says nothing.
    fn is_notion(&self, start: usize) -> bool {
        let Some(phrase) = self.parse.phrase_of(start).map(|p| &self.parse.phrases[p]) else { return false };
        let head = self.lower(phrase.head);
        self.cue(phrase.head).noun.is_some() || NOTIONS.contains(&head.strip_suffix('s').unwrap_or(head))
    }

    /// Whether a value is told: `a magnitude of 6.2`, `the toll at 40`, `31 dead`; `gave 200 concerts` tells none.
    fn measures(&self, content: Range<usize>) -> bool {
        let number = content.clone().find(|&t| self.penn(t) == Penn::Cd);
        number.is_some_and(|t| {
            let things = self.phrase_with(t).is_some_and(|p| self.penn(p.end - 1) == Penn::Nns);
            let value = (content.start..t).any(|b| matches!(self.lower(b), "of" | "as" | "at"));
            value || !things
        })
    }

    /// Whether the adverbial from `at` to the comma at `comma` opens the clause that is said: `said since the flood in May, trade had
    /// halved`.
    fn is_fronted(&self, at: usize, comma: usize, to: usize) -> bool {
        at < comma
            && self.is_comma(comma)
            && FRONTED.contains(&self.lower(at))
            && self.phrase_at(comma + 1).is_some_and(|p| self.verb_follows(p.end, to))
    }

    /// Skips an aside between a verb of saying and its `that`: `said, citing officials, that …`.
    fn past_aside(&self, at: usize, to: usize) -> usize {
        if !self.is_comma(at) || self.quoted(at) {
            return at;
        }
        if self.lower(at + 1) == "that" {
            return at + 1;
        }
        let reach = (at + 1..to.min(at + 20)).take_while(|&t| !self.is_hard(t));
        let close = reach.into_iter().find(|&t| self.is_comma(t) && self.lower(t + 1) == "that");
        close.map_or(at, |comma| comma + 1)
    }

    /// Skips adverbs, times and prepositional phrases that say when, where and how something was said.
    fn past_adjuncts(&self, at: usize, to: usize) -> usize {
        let mut at = at;
        loop {
            let next = self.past_adjunct(at, to);
            if next == at {
                return at;
            }
            at = next;
        }
    }

    /// Skips one of them.
    fn past_adjunct(&self, at: usize, to: usize) -> usize {
        if at >= to || self.quoted(at) {
            return at;
        }
        // `pointed out that`, `made clear that`, `made it clear that`
        if matches!(self.lower(at), "out" | "clear" | "it")
            && (at + 1..at + 3).any(|t| self.lower(t) == "that")
        {
            return at + 1;
        }
        if let Some(phrase) = self.phrase_at(at).filter(|p| p.end <= to) {
            let days = phrase.clone().take_while(|&t| self.is_time(t)).count();
            let whole = self.is_time_phrase(&phrase) && !self.verb_follows(phrase.end, to);
            return if whole { phrase.end } else { at + days };
        }
        if self.is_time(at) {
            return at + 1;
        }
        if self.is_preposition(at) && !self.hedges(at) {
            let phrase = self.phrase_at(at + 1).filter(|p| p.end <= to);
            // `on Tuesday the bridge`, read as one phrase
            let days = phrase.as_ref().map_or(0, |p| p.clone().take_while(|&t| self.is_day(t)).count());
            if days > 0 {
                return at + 1 + days;
            }
            let end = match phrase.filter(|p| self.is_time_phrase(p)) {
                Some(day) => day.end,
                None => self.linked_end(at, to),
            };
            // `warned past support had failed`: the preposition belongs to the subject of what is said.
            return if self.verb_follows(end, to) { at } else { end };
        }
        let next = at + 1;
        let adverb = self.is_adverb(at)
            && (self.lower(next) == "that"
                || self.phrase_at(next).is_some_and(|p| self.is_time_phrase(&p))
                || self.is_preposition(next) && !self.hedges(next)
                || self.quoted(next));
        if adverb { next } else { at }
    }

    /// Whether a preposition loosens or bounds the number behind it: `at least 12`, `over 60`, `between five and seven`.
    fn hedges(&self, at: usize) -> bool {
        matches!(self.penn(at + 1), Penn::Cd | Penn::Jjs | Penn::Rbs | Penn::Rbr | Penn::Jjr)
            && !matches!(self.lower(at), "in" | "on" | "of" | "by" | "from")
            || self.lower(at) == "up"
    }

    /// Whom a verb tells something: `told Selat TV by phone`, `warned residents that`.
    fn person_told(&self, at: usize, to: usize, frames: Frames) -> Option<Range<usize>> {
        let phrase = self.phrase_at(at).filter(|p| p.end <= to && !self.quoted(at))?;
        let head = self.parse.phrases[self.parse.phrase_of(at)?].head;
        let listens = matches!(self.penn(head), Penn::Prp | Penn::Nnp | Penn::Nnps);
        if frames.has(b'n')
            && !listens
            && !matches!(cues::voice(self.lower(head)), Some(Voice::Person | Voice::Group))
        {
            return None;
        }
        // A currency sign that the number behind it hangs on to is no part of the listener.
        let glued =
            self.parse.tokens.get(phrase.end).is_some_and(|t| t.kind == TokenKind::Number && !t.spaced);
        if glued {
            return Some(at..phrase.end - 1).filter(|told| !told.is_empty());
        }
        let end = self.linked_end(phrase.end, to);
        // Of verbs that need no listener the phrase is the subject of what is said where a verb comes next.
        let subject = frames.has(b'c') && (self.verb_follows(end, to) || frames.has(b'n') && end >= to);
        (!subject).then_some(at..end)
    }

    /// Where what is said ends: with the sentence, or before another saying that hangs on to it (`, citing`, `, adding`).
    pub(super) fn content_end(&self, start: usize, to: usize) -> usize {
        let mut end = to;
        for t in start..to {
            if !self.quoted(t) && t > start && (self.leaves_content(start, t) || self.parts_content(t, to)) {
                end = t;
                break;
            }
            if self.quoted(t) || !(self.is_comma(t) || self.lower(t) == "—") {
                continue;
            }
            let saying =
                self.penn(t + 1) == Penn::Vbg && self.cue(t + 1).verb.is_some_and(|v| v.act != Act::Names);
            if saying || self.lower(t + 1) == "according" {
                end = t;
                break;
            }
        }
        self.without_stop(start, end)
    }

    /// The end of what is said where that is a noun phrase and the writer goes on in a clause of his own: `announced 40 job cuts after
    /// sales fell`.
    fn without_later_clause(&self, start: usize, end: usize) -> usize {
        if start >= end || self.quoted(start) || matches!(self.lower(start), "that" | "to" | ":" | ",") {
            return end;
        }
        let later = |&t: &usize| {
            matches!(
                self.lower(t),
                "after"
                    | "as"
                    | "while"
                    | "when"
                    | "because"
                    | "before"
                    | "since"
                    | "until"
                    | "although"
                    | "though"
            ) && !self.quoted(t)
                && !self.is_time(t - 1)
                && !(self.lower(t) == "as" && self.compares(t, start))
                && self.first_finite(t + 1..end).is_some()
        };
        match (start + 1..end).find(later) {
            // A clause with words of the speaker's in it is none of the writer's.
            Some(t) if self.first_finite(start..t).is_none() && !(start..end).any(|t| self.quoted(t)) => {
                self.without_stop(start, t)
            }
            _ => end,
        }
    }

    /// Whether the `as` at `at` is one of a pair: `as many as 300`, `as late as May`.
    fn compares(&self, at: usize, start: usize) -> bool {
        (at.saturating_sub(3).max(start)..at).chain(at + 1..at + 4).any(|t| self.lower(t) == "as")
    }

    /// Whether the verb behind the `and` at `and` is the speaker's own: `said she would appeal and left`, `said he had stolen the car,
    /// and jailed him`. What is said is in another tense.
    fn leaves_content(&self, start: usize, and: usize) -> bool {
        if self.lower(and) != "and" {
            return false;
        }
        let next = (and + 1..and + 3).find(|&t| !self.is_adverb(t)).unwrap_or(and + 1);
        // `said: “…” and sat down`
        let quoted =
            (self.quoted(start) || self.quoted(start + 1)) && and > start + 1 && self.quoted(and - 1);
        if quoted && matches!(self.penn(next), Penn::Vbd | Penn::Vbn) {
            return true;
        }
        if self.penn(next) != Penn::Vbd || self.parse.verb_of(next).is_none() {
            return false;
        }
        let Some(group) = self.first_finite(start..and).and_then(|t| self.parse.verb_of(t)) else {
            return false;
        };
        let group = &self.parse.verbs[group];
        let perfect = group.tokens.len() > 1 && self.lower(group.tokens.start) == "had";
        group.modal.is_some() || perfect && self.is_comma(and - 1)
    }

    /// Whether the semicolon at `at` ends what is said: a clause of the writer's own stands behind it. What is said goes on
    /// in a list, under another `that`, in a tense shifted back (`had left`, `would`), and with a number or a word that leans
    /// on what was said before (`another 30 were hurt`).
    fn parts_content(&self, at: usize, to: usize) -> bool {
        if self.lower(at) != ";" {
            return false;
        }
        let end = (at + 1..to).find(|&t| self.lower(t) == ";" && !self.quoted(t)).unwrap_or(to);
        let Some(verb) = self.first_finite(at + 1..end) else { return false };
        let first = (at + 1..end).find(|&t| !self.is_adverb(t) && self.penn(t) != Penn::Cc).unwrap_or(at + 1);
        let leans = matches!(self.lower(first), "that" | "another" | "others" | "some" | "both" | "most")
            || matches!(self.penn(first), Penn::Cd)
            || matches!(self.lower(first), "at" | "about" | "nearly" | "more") && self.hedges(first);
        let group = self.parse.verb_of(verb).map_or(verb, |v| self.parse.verbs[v].tokens.start);
        let shifted = matches!(self.lower(group), "had" | "would" | "could" | "might" | "should");
        let quoted = self.quoted(at - 1);
        quoted || !leans && !shifted
    }

    /// A run of tokens without the stop, comma or stray closing mark at its end.
    pub(super) fn without_stop(&self, start: usize, mut end: usize) -> usize {
        while end > start && !self.quoted(end - 1) && (self.is_hard(end - 1) || self.is_comma(end - 1)) {
            end -= 1;
        }
        end
    }

    /// What stands before a saying that comes last: `Prices fell, the bank said`. `before` is its first token.
    pub(super) fn content_before(&self, before: usize, from: usize) -> Option<Range<usize>> {
        let mut end = before;
        if end > from && matches!(self.lower(end - 1), "as" | "so") {
            end -= 1;
        }
        let closed = end > from && (self.is_comma(end - 1) || self.quoted(end - 1) || self.is_hard(end - 1));
        let mut start = from;
        while start < end && !self.quoted(start) && (self.is_comma(start) || self.penn(start) == Penn::Cc) {
            start += 1;
        }
        let end = self.without_stop(start, end);
        // `Asked whether he would run, Kim said no`
        let question = matches!(self.lower(start), "asked" | "pressed" | "questioned") && !self.quoted(start);
        (closed && start < end && !question).then_some(start..end)
    }

    /// Where content goes on behind a saying in its middle: `It was lowered, she added, for repairs`.
    pub(super) fn content_resumed(&self, at: usize, to: usize, turned: bool) -> Option<usize> {
        let at = self.past_adjuncts(at, to);
        let next = at + 1;
        if at >= to || !self.is_comma(at) || next >= to {
            return None;
        }
        let other = self.penn(next) == Penn::Cc
            || self.opens_clause(next)
            || self.is_relative(next)
            || matches!(self.penn(next), Penn::Vbg | Penn::Vbn)
            || matches!(self.lower(next), "as" | "after" | "before" | "since");
        // Behind a name come age, office and story of the speaker.
        let goes_on = if turned { self.verb_follows(next, to) } else { !other };
        (self.quoted(next) || goes_on).then(|| self.content_end(next, to))
    }
}

/// What stands behind a verb of saying.
pub(super) struct Behind {
    /// Whom it tells.
    pub told: Option<Range<usize>>,
    /// What it says.
    pub content: Option<Range<usize>>,
    /// The first token behind listeners and adverbials.
    pub end: usize,
}
