//! The noun phrase that speaks: left of the verb of saying, or behind it where verb and subject are turned round.

use std::ops::Range;

use crate::text::Penn;

use super::page::Page;

/// How many commas may part a subject from its verb: `Smith, 35, a miner, who escaped, said`.
const MOST_COMMAS: usize = 6;

impl Page<'_> {
    /// The subject that ends before token `verb`, appositions and relative clauses included; nothing before `from`.
    pub(super) fn subject_before(&self, verb: usize, from: usize) -> Option<Range<usize>> {
        let mut end = verb;
        while end > from && self.is_adverb(end - 1) {
            end -= 1;
        }
        if end > from && self.is_comma(end - 1) {
            let host = self.interrupted(end - 1, from, MOST_COMMAS)?;
            return Some(host.start..end - 1);
        }
        self.plain_subject(end, from)
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
        if self.quoted(token) || self.is_hard(token) || self.is_comma(token) || self.opens_clause(token) {
            return false;
        }
        if self.phrase_with(token).is_some() {
            return true;
        }
        match self.penn(token) {
            Penn::Cc => self.joins_nouns(token, from),
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

    /// Whether `and` at a token joins two noun phrases and not two clauses.
    fn joins_nouns(&self, token: usize, from: usize) -> bool {
        let left = token > from && self.phrase_with(token - 1).is_some();
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
                Some(phrase) if self.is_time_phrase(&phrase) => at = phrase.end,
                Some(phrase) if at > start && self.is_preposition(at - 1) => at = self.past_days(&phrase)?,
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
        let first = self.phrase_at(start).filter(|p| p.end <= to && !self.is_time_phrase(p))?;
        let mut end = self.linked_end(first.end, to);
        while let Some(next) = self.apposition(end, to) {
            end = next;
        }
        Some(start..end)
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
