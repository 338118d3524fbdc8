//! Quotes and attributions: who says what.
//!
//! Quotation marks are paired first ([`quotes`]); then each sentence is searched for verbs, nouns and prepositions of
//! saying ([`cues`]), their speakers ([`sources`]) and what is said ([`contents`]); last, speakers are told apart ([`cast`])
//! and quotations without a speaker of their own go to whoever has the word.

use std::ops::Range;

use crate::text::{Parse, Span};

use super::meanings::Meanings;
use super::{Attribution, AttributionKind, Entity, Lists, Quote, Speaker, Stance};

mod adverbials;
mod cast;
mod contents;
pub(super) mod cues;
mod embedded;
mod page;
mod participles;
mod quotes;
mod saying;
mod sources;

use cast::Cast;
use page::Page;
use saying::Saying;

/// How many attributions before a place are searched for one that covers it: those of one sentence.
const SENTENCE_REACH: usize = 16;

/// How many words make a quotation an utterance of its own, so that it needs a speaker even without a verb of saying.
const UTTERANCE: usize = 4;

/// Finds every quote and every attribution of an article, in order.
pub fn find(
    parse: &Parse,
    meanings: &Meanings,
    entities: &[Entity],
    lists: &mut Lists,
) -> (Vec<Quote>, Vec<Attribution>) {
    let page = Page::of(parse, meanings, entities);
    let units = page.units();
    let mut finder = Finder {
        page: &page,
        units: &units,
        cast: Cast::new(&page, &units),
        quotes: Vec::new(),
        attributions: Vec::new(),
        lists,
        waiting: Vec::new(),
    };
    for (i, unit) in units.iter().enumerate() {
        finder.unit(i, unit);
    }
    finder.attributions.sort_by_key(|a| (a.span.start, std::cmp::Reverse(a.span.end)));
    finder.quotes.sort_by_key(|q| q.span.start);
    (finder.quotes, finder.attributions)
}

/// The innermost attribution that covers `span` and has a speaker. `attributions` stand in order.
pub fn speaker_at(attributions: &[Attribution], span: Span) -> Option<&Attribution> {
    let next = attributions.partition_point(|a| a.span.start <= span.start);
    let covers = |a: &&Attribution| {
        let named = a.source.is_some_and(|source| source.contains(span));
        a.span.contains(span) && !a.by.is_empty() && !named
    };
    attributions[..next].iter().rev().take(SENTENCE_REACH).filter(covers).min_by_key(|a| a.span.len())
}

/// Whether a word, in lower case, is a form of a verb by which somebody asserts something: `said`, `added`; `held` and `made` do so only
/// before a `that`.
pub fn is_saying(word: &str) -> bool {
    let spoken = |verb: &cues::Verb| {
        [b'q', b'c', b'o', b'm', b'd', b'n', b'i', b'p'].iter().any(|&f| verb.frames.has(f))
    };
    cues::Cue::of(word).verb.filter(spoken).is_some_and(|verb| verb.act == cues::Act::Speaks(Stance::Asserts))
}

struct Finder<'a, 'b> {
    page: &'a Page<'b>,
    units: &'a [Range<usize>],
    cast: Cast<'a, 'b>,
    quotes: Vec<Quote>,
    attributions: Vec<Attribution>,
    lists: &'a mut Lists,
    /// Quotations, by index into the marked ones, that later paragraphs go on with before a speaker is named.
    waiting: Vec<usize>,
}

impl Finder<'_, '_> {
    /// Reads one sentence: its sayings, then its quotations.
    fn unit(&mut self, index: usize, unit: &Range<usize>) {
        let page = self.page;
        if !page.parse.block_of(page.parse.sentence_of(unit.start)).is_story() {
            return;
        }
        let said = saying::read(page, unit);
        let speakers: Vec<Vec<Speaker>> = said.iter().map(|s| self.speakers(s, index)).collect();
        let first = self.attributions.len();
        for (i, saying) in said.iter().enumerate() {
            // Those who only believe something are no witnesses of it: whoever says that they do is.
            let held = said.iter().enumerate().any(|(j, outer)| j != i && holds(outer, saying));
            let believed = saying.stance == Stance::Believes && held;
            let passed_on = saying.source.is_some()
                || saying.cue.as_ref().is_none_or(|cue| !page.penn(cue.start).is_noun());
            let mut by = if believed { Vec::new() } else { speakers[i].clone() };
            let around =
                said.iter().enumerate().filter(|(j, outer)| passed_on && *j != i && holds(outer, saying));
            by.extend(around.flat_map(|(j, _)| speakers[j].clone()));
            let name = |s: &Speaker| s.name(page.entities, page.parse.article);
            by.dedup_by(|a, b| name(a) == name(b));
            let attribution = self.attribution(saying, by);
            self.attributions.push(attribution);
        }
        let mut quotes: Vec<usize> = unit.clone().filter_map(|t| page.quote_of(t)).collect();
        quotes.dedup();
        for quote in quotes {
            self.quote(quote, index, unit, first);
        }
    }

    /// Those who say it: whom the speaker cites, the speaker, and the outlet that was told.
    fn speakers(&mut self, saying: &Saying, unit: usize) -> Vec<Speaker> {
        let parts = [&saying.cited, &saying.source];
        parts.into_iter().flatten().map(|source| self.cast.speaker(source, unit)).collect()
    }

    fn attribution(&mut self, saying: &Saying, by: Vec<Speaker>) -> Attribution {
        let page = self.page;
        let span = page.span(saying.content.clone());
        let cue = saying.cue.clone().map(|c| page.span(c));
        let source = saying.source.clone().map(|s| page.span(s));
        let by = self.lists.speakers.add(by);
        Attribution { span, cue, source, by, kind: self.kind(saying), stance: saying.stance }
    }

    /// Whether all, some or none of what is said stands in quotation marks.
    fn kind(&self, saying: &Saying) -> AttributionKind {
        let page = self.page;
        let own = |t: &usize| {
            let part = |r: &Option<Range<usize>>| r.as_ref().is_some_and(|r| r.contains(t));
            page.is_word(*t) && !part(&saying.cue) && !part(&saying.source) && !part(&saying.told)
        };
        let (mut quoted, mut plain) = (0, 0);
        for token in saying.content.clone().filter(own) {
            *if page.quoted(token) { &mut quoted } else { &mut plain } += 1;
        }
        match (quoted, plain) {
            (0, _) => AttributionKind::Indirect,
            (_, 0) => AttributionKind::Direct,
            _ => AttributionKind::Mixed,
        }
    }

    /// Finds the speaker of a quotation: of the saying that holds it, else whoever has the word.
    fn quote(&mut self, quote: usize, index: usize, unit: &Range<usize>, first: usize) {
        let page = self.page;
        let marked = page.marked[quote];
        let held = self.attributions[first..].iter().filter(|a| a.span.contains(marked.inner));
        if let Some(said) = held.min_by_key(|a| a.span.len()) {
            let speaker = self.lists.speakers[said.by].first().copied();
            for waiting in std::mem::take(&mut self.waiting) {
                if let Some(speaker) = speaker.filter(|_| marked.continues) {
                    self.spoken(waiting, speaker);
                }
            }
            self.quotes.push(Quote { span: marked.inner, speaker });
            return;
        }
        let tokens = page.quote_tokens(quote);
        let alone = unit.clone().all(|t| !page.is_word(t) || page.quoted(t));
        let words = tokens.clone().filter(|&t| page.is_word(t)).count();
        let utterance =
            words >= UTTERANCE && page.parse.word(tokens.start + 1).starts_with(char::is_uppercase);
        if !alone && !utterance {
            return;
        }
        let more = page.marked[quote + 1..].iter().find(|m| !m.nested).is_some_and(|m| m.continues);
        match self.cast.last_speaker(index.saturating_sub(2)) {
            _ if more && alone && tokens.start == unit.start && !self.speaks_in_block(index) => {
                self.waiting.push(quote)
            }
            Some(speaker) => {
                self.spoken(quote, speaker);
                self.cast.goes_on(index);
            }
            // Words of a clause are somebody's, though the article does not let on whose.
            None if words > UTTERANCE && tokens.clone().any(|t| page.is_finite(t)) => {
                self.quotes.push(Quote { span: marked.inner, speaker: None })
            }
            None => {}
        }
    }

    /// Whether somebody already spoke in the paragraph of sentence `index`.
    fn speaks_in_block(&self, index: usize) -> bool {
        let page = self.page;
        let block = |unit: &Range<usize>| page.parse.sentences[page.parse.sentence_of(unit.start)].block;
        let own = block(&self.units[index]);
        self.cast.last_turn().is_some_and(|unit| block(&self.units[unit]) == own)
    }

    /// Notes a quotation whose speaker stands in another sentence.
    fn spoken(&mut self, quote: usize, speaker: Speaker) {
        let span = self.page.marked[quote].inner;
        let by = self.lists.speakers.add([speaker]);
        let (kind, stance) = (AttributionKind::Direct, Stance::Asserts);
        self.attributions.push(Attribution { span, cue: None, source: None, by, kind, stance });
        self.quotes.push(Quote { span, speaker: Some(speaker) });
    }
}

/// Whether one saying stands inside what another one says.
fn holds(outer: &Saying, inner: &Saying) -> bool {
    let Some(cue) = &inner.cue else { return false };
    let own = outer.cue.as_ref().is_some_and(|c| c == cue);
    !own && outer.content.contains(&cue.start)
        && (outer.content.start < inner.content.start
            || outer.content.end > inner.content.end
            || !inner.trails)
}

#[cfg(test)]
mod tests;
