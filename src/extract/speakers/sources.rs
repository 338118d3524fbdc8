//! The noun phrase that speaks: left of the verb of saying, or behind it where verb and subject are turned round.

use std::ops::Range;

use crate::text::Penn;

use super::cues::{self, Voice};
use super::page::Page;

/// How many commas may part a subject from its verb: `Smith, 35, a miner, who escaped, said`.
const MOST_COMMAS: usize = 6;

/// Words that open a clause which tells what another one came before or after.
const AFTER: [&str; 8] = ["after", "as", "because", "before", "once", "since", "though", "until"];

impl Page<'_> {
    /// The subject that ends before token `verb`, appositions and relative clauses included; nothing before `from`.
    pub(super) fn subject_before(&self, verb: usize, from: usize) -> Option<Range<usize>> {
        let mut end = verb;
        while end > from && (self.is_adverb(end - 1) || self.floats(end - 1)) {
            end -= 1;
        }
        if end > from && self.is_comma(end - 1) {
            let host = self.interrupted(end - 1, from, MOST_COMMAS)?;
            return Some(host.start..end - 1);
        }
        self.plain_subject(end, from)
    }

    /// The noun phrase to which a relative pronoun at `pronoun` belongs: the subject before it, else the nearest one (`was praised by
    /// the mayor, who`).
    pub(super) fn antecedent(&self, pronoun: usize, from: usize) -> Option<Range<usize>> {
        let before = pronoun - usize::from(pronoun > from && self.is_comma(pronoun - 1));
        let nearest = || {
            let last = before.checked_sub(1).filter(|&t| t >= from)?;
            let phrase = self.phrase_with(last)?;
            (phrase.end == before && !self.is_time_phrase(&phrase) && !self.quoted(last)).then_some(phrase)
        };
        self.subject_before(pronoun, from).or_else(nearest)
    }

    /// The subject that ends directly before `end`: noun phrases linked by prepositions, `and` and participles.
    fn plain_subject(&self, end: usize, from: usize) -> Option<Range<usize>> {
        let mut start = end;
        while start > from {
            if self.links(start - 1, from) {
                start = match self.phrase_with(start - 1) {
                    Some(phrase) => phrase.start.max(from),
                    None => start - 1,
                };
            } else if let Some(open) = self.quoted_attribute(start - 1, from).filter(|_| start < end) {
                start = open;
            } else {
                break;
            }
        }
        self.without_adjuncts(start..end)
    }

    /// Where a word or two in quotation marks begin that end at `token` and stand inside a noun phrase: `the mayor's “open-door” policy`.
    fn quoted_attribute(&self, token: usize, from: usize) -> Option<usize> {
        let tokens = self.quote_of(token).map(|q| self.quote_tokens(q))?;
        let inside = || tokens.start + 1..tokens.end.saturating_sub(1);
        let words = inside().filter(|&t| self.is_word(t)).count();
        let before = tokens.start.checked_sub(1).filter(|&t| t >= from)?;
        let plain = (1..=3).contains(&words)
            && tokens.end == token + 1
            && !inside().any(|t| self.is_finite(t) || self.is_comma(t) || self.is_hard(t));
        let hosted = matches!(self.penn(before), Penn::Dt | Penn::Pos | Penn::PrpS | Penn::Jj)
            || self.phrase_with(before).is_some();
        (plain && hosted).then_some(tokens.start)
    }

    /// Whether a token may stand inside the subject of a verb further right.
    fn links(&self, token: usize, from: usize) -> bool {
        let opens = self.opens_clause(token) && !self.opens_subject_relative(token);
        if self.quoted(token) || self.is_hard(token) || self.is_comma(token) || opens {
            return false;
        }
        if self.phrase_with(token).is_some() {
            return true;
        }
        match self.penn(token) {
            Penn::Cc => self.joins_nouns(token, from),
            // `officials who asked not to be named`
            Penn::Vb if self.is_infinitive(token, from) => true,
            Penn::Vbd | Penn::Vbz | Penn::Vbp | Penn::Md | Penn::Vb => {
                token > from && self.is_relative(token - 1)
                    || self.parse.verb_of(token).is_some_and(|v| {
                        let start = self.parse.verbs[v].tokens.start;
                        start > from && self.is_relative(start - 1)
                    })
            }
            _ => !matches!(self.lower(token), "\"" | "“" | "”"),
        }
    }

    /// Whether `that` opens a relative clause of which it is the subject: `the panel that held hearings`.
    fn opens_subject_relative(&self, token: usize) -> bool {
        self.penn(token) == Penn::Wdt && {
            let next = if self.is_adverb(token + 1) { token + 2 } else { token + 1 };
            self.is_finite(next)
        }
    }

    /// Whether the verb at a token is an infinitive behind its `to`.
    fn is_infinitive(&self, token: usize, from: usize) -> bool {
        let start = self.parse.verb_of(token).map_or(token, |v| self.parse.verbs[v].tokens.start);
        (start.saturating_sub(1).max(from)..token).any(|t| self.lower(t) == "to")
    }

    /// Whether `and` at a token joins two noun phrases and not two clauses.
    fn joins_nouns(&self, token: usize, from: usize) -> bool {
        let phrase = |t: usize| self.phrase_with(t).is_some();
        // `a lawyer involved and two clerks`
        let left = token > from
            && (phrase(token - 1)
                || token > from + 1 && self.penn(token - 1) == Penn::Vbn && phrase(token - 2));
        let clause = (from..token)
            .rev()
            .take_while(|&t| !self.is_comma(t) && !self.is_hard(t))
            .any(|t| self.penn(t).is_finite());
        left && !clause && matches!(self.lower(token), "and" | "&" | "or")
    }

    /// A run of subject tokens without the adverbials before and behind it: `on Tuesday Budanov`, `the bank on Monday`.
    fn without_adjuncts(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let Range { start, mut end } = tokens;
        let mut at = start;
        let found = loop {
            if at >= end {
                return None;
            }
            match self.phrase_with(at).map(|p| at..p.end.min(end)) {
                Some(phrase) if self.dated_phrase(&phrase).is_some() => break at,
                Some(phrase) if self.is_time_phrase(&phrase) => at = phrase.end,
                // `a day after the coach said so`: all of it is the subject of the clause.
                Some(phrase)
                    if at > start
                        && AFTER.contains(&self.lower(at - 1))
                        && self.linked_end(phrase.end, end) == end =>
                {
                    break at;
                }
                Some(phrase) if at > start && self.is_preposition(at - 1) => at = self.past_days(&phrase)?,
                // `acting spokesman Mark Tully`
                Some(phrase)
                    if at == start + 1 && self.opens_segment(start) && self.is_attribute(start, &phrase) =>
                {
                    break start;
                }
                Some(phrase) => break self.past_leading_days(&phrase),
                None => at += 1,
            }
        };
        loop {
            let tail = self.phrase_with(end - 1).filter(|p| p.start > found && self.is_time_phrase(p));
            match tail {
                Some(p) if p.start - 1 > found && self.is_preposition(p.start - 1) => end = p.start - 1,
                Some(p) => end = p.start,
                None if end - 1 > found && self.is_time(end - 1) => end -= 1,
                None => break,
            }
        }
        (found < end).then_some(found..end)
    }

    /// The part of a noun phrase before the day that the tagger has added to it: `the minister` of `the minister last week`.
    pub(super) fn dated_phrase(&self, phrase: &Range<usize>) -> Option<Range<usize>> {
        let mut end = phrase.end;
        while end > phrase.start && self.is_time(end - 1) {
            end -= 1;
        }
        let tail = end;
        let weekday = tail < phrase.end && self.is_day(tail);
        let last = |t: usize| matches!(self.lower(t), "last" | "this" | "next");
        let relative = tail < phrase.end && end > phrase.start && last(end - 1);
        end -= usize::from(relative);
        let host = phrase.start..end;
        let named = |t: usize| self.penn(t).is_noun() || self.penn(t) == Penn::Prp;
        ((weekday || relative) && !host.is_empty() && named(end - 1)).then_some(host)
    }

    /// Whether a comma, a quotation or a stop stands before a token, or nothing.
    fn opens_segment(&self, token: usize) -> bool {
        token.checked_sub(1).is_none_or(|t| self.is_comma(t) || self.quoted(t) || self.is_hard(t))
    }

    /// Whether the participle at a token belongs to the person or body behind it: `acting spokesman`, `leading lawmakers`.
    fn is_attribute(&self, token: usize, phrase: &Range<usize>) -> bool {
        self.penn(token) == Penn::Vbg
            && self.cue(token).verb.is_none()
            && !phrase.clone().any(|t| self.is_comma(t))
            && !matches!(self.penn(phrase.start), Penn::Dt | Penn::PrpS | Penn::Cd | Penn::Prp)
            && phrase
                .clone()
                .any(|t| matches!(cues::voice(self.lower(t)), Some(Voice::Person | Voice::Group)))
    }

    /// Where a phrase behind a preposition goes on as something else: the `Budanov` of `on Tuesday Budanov`. Without
    /// calendar words all of it belongs to the preposition.
    fn past_days(&self, phrase: &Range<usize>) -> Option<usize> {
        let first = self.past_leading_days(phrase);
        Some(if first > phrase.start { first } else { phrase.end })
    }

    /// The first token of a phrase behind its calendar words.
    fn past_leading_days(&self, phrase: &Range<usize>) -> usize {
        let days = phrase.clone().take_while(|&t| self.is_time(t)).count();
        if days < phrase.len() { phrase.start + days } else { phrase.start }
    }

    /// The subject whose verb stands behind the comma at `comma`: what is between it and the verb is an apposition, a
    /// relative clause, an age or an adverbial.
    fn interrupted(&self, comma: usize, from: usize, left: usize) -> Option<Range<usize>> {
        let start = self.segment_start(comma, from);
        let more = start > from && self.is_comma(start - 1) && left > 0;
        if start == comma {
            return if more { self.interrupted(start - 1, from, left - 1) } else { None };
        }
        let outer = |page: &Self| {
            let host = page.interrupted(start - 1, from, left - 1)?;
            let name = page.penn(host.end - 1) == Penn::Nnp && page.penn(comma - 1) != Penn::Nnp;
            (page.hosts(&host, from) || name).then_some(host)
        };
        if self.is_aside(start, comma) {
            // A fronted adverbial may hold the verb before its subject: `among the dead is Ana Silva, a nurse, who said`.
            let verb = self.first_finite(start..comma).filter(|_| !self.is_relative(start));
            return match verb {
                Some(verb) => self.plain_subject(comma, verb + 1),
                None if more => self.interrupted(start - 1, from, left - 1),
                None => None,
            };
        }
        let own = self.plain_subject(comma, start);
        if more
            && own.as_ref().is_none_or(|own| own.start == start)
            && let Some(host) = outer(self)
        {
            return Some(host);
        }
        own
    }

    /// The first token of the stretch before `comma`, up to the comma, quotation or stop before it.
    fn segment_start(&self, comma: usize, from: usize) -> usize {
        let inside = |&t: &usize| !self.is_comma(t) && !self.is_hard(t) && !self.quoted(t);
        comma - (from..comma).rev().take_while(inside).count()
    }

    /// Whether the stretch between two commas is a relative clause, a participle, an adverbial or an age.
    fn is_aside(&self, start: usize, end: usize) -> bool {
        let first = self.penn(start);
        self.is_relative(start)
            || self.is_preposition(start)
            || matches!(first, Penn::Vbg | Penn::Vbn | Penn::To | Penn::Rb | Penn::In)
            || matches!(self.lower(start), "however" | "meanwhile" | "too" | "himself" | "herself")
            || end - start <= 3 && first == Penn::Cd
    }

    /// Whether a noun phrase left of a comma can carry an apposition: it is no object of a verb and no adverbial.
    fn hosts(&self, host: &Range<usize>, from: usize) -> bool {
        host.start == from || {
            let before = host.start - 1;
            !self.penn(before).is_verb() && !self.is_preposition(before)
        }
    }

    /// The subject that starts at a token behind its verb: `said Ratna Dewi, who teaches law`, up to the end of its
    /// appositions, relative clauses left out.
    pub(super) fn subject_behind(&self, start: usize, to: usize) -> Option<Range<usize>> {
        let attribute = self.phrase_at(start + 1).filter(|p| self.is_attribute(start, p));
        let first = self.phrase_at(start).or(attribute).or_else(|| self.name_at(start))?;
        if first.end > to {
            return None;
        }
        if let Some(host) = self.dated_phrase(&first) {
            return Some(start..host.end);
        }
        if self.is_time_phrase(&first) {
            return None;
        }
        let mut end = self.linked_end(first.end, to);
        while let Some(next) = self.apposition(end, to) {
            end = next;
        }
        Some(start..end)
    }

    /// The name that starts at a token with a particle: `de Vries`.
    fn name_at(&self, start: usize) -> Option<Range<usize>> {
        let span = self.span(start..start + 1);
        let &(name, _) = self.mentions_in(span).first().filter(|m| m.0.start == span.start)?;
        Some(self.parse.tokens_in(name)).filter(|tokens| !tokens.is_empty())
    }

    /// The end of a noun phrase with the phrases that prepositions and `and` link to it.
    pub(super) fn linked_end(&self, mut end: usize, to: usize) -> usize {
        while end < to {
            let token = end;
            let next = self.phrase_at(token + 1).filter(|p| p.end <= to && !self.is_time_phrase(p));
            let linked = match self.lower(token) {
                "(" => (token..to.min(token + 12)).find(|&t| self.lower(t) == ")").map(|t| t + 1),
                "'s" | "’s" | "'" | "’" if self.penn(token) == Penn::Pos => next.map(|p| p.end),
                "and" | "or" | "&" => next.filter(|p| !self.verb_follows(p.end, to)).map(|p| p.end),
                _ if self.is_preposition(token) => next.map(|p| p.end),
                // A possessive ends one base phrase and the next one follows without a link.
                _ => self
                    .phrase_at(token)
                    .filter(|p| p.end <= to && self.penn(token - 1) == Penn::Pos)
                    .map(|p| p.end),
            };
            match linked {
                Some(next) if !self.quoted(token) => end = next,
                _ => break,
            }
        }
        end
    }

    /// The end of an apposition that opens with the comma at `comma`: it must be closed by a comma, a stop or a quote.
    fn apposition(&self, comma: usize, to: usize) -> Option<usize> {
        let inside = self.is_comma(comma) && comma + 1 < to && !self.quoted(comma);
        let first = self.phrase_at(comma + 1).filter(|p| inside && p.end <= to && !self.is_time_phrase(p))?;
        let end = self.linked_end(first.end, to);
        let closed = end >= to || self.is_comma(end) || self.is_hard(end) || self.quoted(end);
        (closed && !self.verb_follows(end, to)).then_some(end)
    }

    /// Whether a finite verb, perhaps behind adverbs, stands at `at`.
    pub(super) fn verb_follows(&self, at: usize, to: usize) -> bool {
        let verb = (at..to).find(|&t| !self.is_adverb(t));
        verb.is_some_and(|t| self.is_finite(t) && !self.quoted(t))
    }
}
