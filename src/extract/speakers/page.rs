//! An article as the finder of speakers sees it: tokens, the quotation each stands in, and sentences that quotations do
//! not cut in two.

use std::ops::Range;

use crate::extract::dates::lexicon::Class as Date;
use crate::extract::meanings::Meanings;
use crate::extract::names::identity::{self, Sex};
use crate::extract::{Entity, EntityKind, Mention};
use crate::text::{Parse, Penn, Span, TokenKind, Upos};

use super::cues::Cue;
use super::quotes::{self, Marked};

/// No quotation.
const NONE: u32 = u32::MAX;

/// How many tokens are joined to one sentence, at most one sentence more: the bound keeps the cost linear where a quotation never
/// closes.
const LONGEST: usize = 1000;

/// A parsed article with its quotations.
pub(super) struct Page<'a> {
    pub parse: &'a Parse<'a>,
    meanings: &'a Meanings,
    /// Everything between quotation marks.
    pub marked: Vec<Marked>,
    /// For every token the outermost quotation that holds it, marks included.
    quote_of: Vec<u32>,
    pub entities: &'a [Entity],
    /// Where entities are named, in order.
    mentions: Vec<(Span, u32)>,
    /// Which entities are known for men or women.
    pub sexes: Vec<Sex>,
}

impl<'a> Page<'a> {
    pub(super) fn of(parse: &'a Parse<'a>, meanings: &'a Meanings, entities: &'a [Entity]) -> Self {
        let marked = quotes::find(&parse.article.text, &parse.article.blocks);
        let mut quote_of = vec![NONE; parse.tokens.len()];
        for (i, mark) in marked.iter().enumerate().filter(|(_, m)| !m.nested) {
            quote_of[parse.tokens_in(mark.outer)].fill(i as u32);
        }
        let spans = |(i, e): (usize, &'a Entity)| e.mentions.iter().map(move |m| (m.span, i as u32));
        let mut mentions: Vec<_> = entities.iter().enumerate().flat_map(spans).collect();
        mentions.sort_unstable();
        let mut page = Page { parse, meanings, marked, quote_of, entities, mentions, sexes: Vec::new() };
        page.sexes = entities.iter().map(|e| page.sex(e)).collect();
        page
    }

    /// Whether a person is known for a man or a woman: by a title before the name, a role, or the first name.
    fn sex(&self, entity: &Entity) -> Sex {
        if entity.kind != EntityKind::Person {
            return Sex::Unknown;
        }
        let before = |m: &Mention| self.parse.token_from(m.span.start).checked_sub(1);
        let titles = entity.mentions.iter().filter_map(before).map(|t| self.lower(t));
        let roles = entity.roles().iter().flat_map(|&role| self.parse.tokens_in(role)).map(|t| self.lower(t));
        let told = titles.chain(roles).map(identity::sex_of_noun).fold(Sex::Unknown, Sex::or);
        told.or(identity::sex_of_first_name(&entity.name))
    }

    /// The mentions that start inside `span`, in order, with their entities.
    pub(super) fn mentions_in(&self, span: Span) -> &[(Span, u32)] {
        let from = self.mentions.partition_point(|m| m.0.start < span.start);
        let to = self.mentions.partition_point(|m| m.0.start < span.end);
        &self.mentions[from..to.max(from)]
    }

    /// Whether words name a person or an organisation and nothing else.
    pub(super) fn names_speaker(&self, tokens: &Range<usize>) -> bool {
        let span = self.span(tokens.clone());
        let speaks = |kind| matches!(kind, EntityKind::Person | EntityKind::Organisation);
        self.mentions_in(span)
            .iter()
            .any(|&(m, e)| m.end == span.end && speaks(self.entities[e as usize].kind))
    }

    /// The outermost quotation that holds a token, by index.
    pub(super) fn quote_of(&self, token: usize) -> Option<usize> {
        self.quote_of.get(token).filter(|&&q| q != NONE).map(|&q| q as usize)
    }

    /// Whether a token stands inside a quotation or is one of its marks.
    pub(super) fn quoted(&self, token: usize) -> bool {
        self.quote_of(token).is_some()
    }

    /// The tokens of a quotation with its marks.
    pub(super) fn quote_tokens(&self, quote: usize) -> Range<usize> {
        self.parse.tokens_in(self.marked[quote].outer)
    }

    /// A token in lower case; empty behind the last one.
    pub(super) fn lower(&self, token: usize) -> &str {
        if token < self.parse.tokens.len() { self.parse.lower(token) } else { "" }
    }

    /// What the word of a token can be in the telling of who speaks; nothing behind the last one.
    pub(super) fn cue(&self, token: usize) -> Cue {
        if token < self.parse.tokens.len() { self.meanings[token].cue } else { Cue::default() }
    }

    pub(super) fn penn(&self, token: usize) -> Penn {
        self.parse.tokens.get(token).map_or(Penn::Xx, |t| t.penn)
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        self.parse.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
    }

    pub(super) fn is_comma(&self, token: usize) -> bool {
        self.lower(token) == ","
    }

    /// Whether a token parts clauses as hard as a stop does: a colon, a semicolon, a dash between spaces.
    pub(super) fn is_hard(&self, token: usize) -> bool {
        !self.is_word(token)
            && (matches!(self.lower(token), ":" | ";" | "—" | "–" | "--" | "|" | "." | "?" | "!" | "…")
                || self.lower(token) == "-" && self.parse.tokens[token].spaced)
    }

    /// Whether a token is an adverb that may stand between a subject and its verb, or before what is said.
    pub(super) fn is_adverb(&self, token: usize) -> bool {
        let Some(t) = self.parse.tokens.get(token) else { return false };
        matches!(t.penn, Penn::Rb | Penn::Rbr)
            || matches!(self.lower(token), "also" | "later" | "earlier" | "then")
    }

    /// Whether a word may float between a subject and its verb though it is no adverb: `the two both said`, `the coach yesterday said`.
    pub(super) fn floats(&self, token: usize) -> bool {
        matches!(
            self.lower(token),
            "both" | "each" | "himself" | "herself" | "themselves" | "once" | "twice" | "today" | "yesterday"
        )
    }

    /// Whether a token is a preposition, not the opener of a clause.
    pub(super) fn is_preposition(&self, token: usize) -> bool {
        let Some(t) = self.parse.tokens.get(token) else { return false };
        t.upos == Upos::Adp && !self.opens_clause(token)
            || matches!(self.lower(token), "of" | "to" if t.penn == Penn::In)
    }

    /// Whether a token opens a dependent clause.
    pub(super) fn opens_clause(&self, token: usize) -> bool {
        let Some(t) = self.parse.tokens.get(token) else { return false };
        t.upos == Upos::Sconj
            || matches!(
                self.lower(token),
                "that" if matches!(t.penn, Penn::In | Penn::Wdt)
            )
            || matches!(
                self.lower(token),
                "because"
                    | "although"
                    | "though"
                    | "while"
                    | "whereas"
                    | "if"
                    | "whether"
                    | "unless"
                    | "when"
                    | "where"
            )
    }

    /// Whether a token opens a relative clause.
    pub(super) fn is_relative(&self, token: usize) -> bool {
        matches!(self.lower(token), "who" | "whom" | "whose" | "which")
            || matches!(self.penn(token), Penn::Wdt | Penn::Wp | Penn::WpS)
    }

    /// Whether a token is a calendar word: a weekday, a month, `yesterday`, or the time noun of such a phrase.
    pub(super) fn is_time(&self, token: usize) -> bool {
        if !self.is_word(token) {
            return false;
        }
        match self.date(token) {
            // Nouns that make a noun phrase a time: `last week`, `the same day`, `this year`.
            Date::Period(_) | Date::DayPart => matches!(
                self.lower(token).trim_end_matches('.'),
                "day"
                    | "days"
                    | "week"
                    | "weeks"
                    | "weekend"
                    | "month"
                    | "months"
                    | "year"
                    | "years"
                    | "morning"
                    | "noon"
                    | "afternoon"
                    | "evening"
                    | "night"
                    | "midnight"
            ),
            _ => self.lower(token) == "hours" || self.is_day(token) || self.is_month(token),
        }
    }

    /// What a token can be in a date; nothing behind the last one.
    fn date(&self, token: usize) -> Date {
        if token < self.parse.tokens.len() { self.meanings[token].date } else { Date::Other }
    }

    /// Whether a token is a weekday, or a word that tells a day from today.
    pub(super) fn is_day(&self, token: usize) -> bool {
        match self.date(token) {
            Date::Deictic(_) => true,
            Date::Weekday(_) | Date::WeekdayShort(_) => {
                self.parse.is_capital(token) && !self.is_person(token)
            }
            _ => false,
        }
    }

    fn is_month(&self, token: usize) -> bool {
        matches!(
            self.date(token),
            Date::Month(_) | Date::MonthName(_) | Date::MonthWord(_) | Date::MonthShort(_)
        ) && self.parse.is_capital(token)
            && !self.is_person(token)
    }

    /// Whether a token stands in the name of a person: `Theresa May`, `Mr Sun`.
    fn is_person(&self, token: usize) -> bool {
        let span = self.span(token..token + 1);
        let next = self.mentions.partition_point(|m| m.0.start <= span.start);
        self.mentions[..next].last().is_some_and(|&(mention, entity)| {
            mention.contains(span) && self.entities[entity as usize].kind == EntityKind::Person
        })
    }

    /// The base noun phrase that starts at a token, as tokens.
    pub(super) fn phrase_at(&self, token: usize) -> Option<Range<usize>> {
        let i = self.parse.phrase_of(token)?;
        let phrase = &self.parse.phrases[i];
        (phrase.tokens.start == token).then(|| phrase.tokens.clone())
    }

    /// The base noun phrase that holds a token, as tokens.
    pub(super) fn phrase_with(&self, token: usize) -> Option<Range<usize>> {
        self.parse.phrase_of(token).map(|i| self.parse.phrases[i].tokens.clone())
    }

    /// The head noun of the first noun phrase of a source; behind an owner the head of what is owned.
    pub(super) fn head_of(&self, source: &Range<usize>) -> Option<usize> {
        let mut i = self.parse.phrase_of(source.start)?;
        while let Some(next) = self.parse.phrases.get(i + 1) {
            let end = self.parse.phrases[i].tokens.end;
            if next.tokens.start != end || end >= source.end || self.penn(end - 1) != Penn::Pos {
                break;
            }
            i += 1;
        }
        Some(self.parse.phrases[i].head)
    }

    /// Whether a noun phrase is a time: `last week`, `Tuesday`, `14 October`.
    pub(super) fn is_time_phrase(&self, phrase: &Range<usize>) -> bool {
        let mut words = phrase.clone().filter(|&t| self.is_word(t));
        let dated = |t| self.is_time(t) || self.penn(t) == Penn::Cd || self.is_comma(t);
        words.next_back().is_some_and(|last| self.is_time(last))
            || phrase.clone().any(|t| self.is_time(t)) && phrase.clone().all(dated)
    }

    /// Whether a token belongs to a finite verb group.
    pub(super) fn is_finite(&self, token: usize) -> bool {
        match self.parse.verb_of(token) {
            Some(v) => self.parse.verbs[v].tokens.clone().any(|t| self.penn(t).is_finite()),
            None => self.penn(token).is_finite(),
        }
    }

    /// The first finite verb outside quotation marks among `tokens`.
    pub(super) fn first_finite(&self, tokens: Range<usize>) -> Option<usize> {
        tokens.into_iter().find(|&t| self.penn(t).is_finite() && !self.quoted(t))
    }

    /// Whether a run of tokens prints anything.
    pub(super) fn is_told(&self, tokens: &Range<usize>) -> bool {
        !tokens.is_empty() && !self.span(tokens.clone()).is_empty()
    }

    /// The words of a run of tokens, from the first to the last byte.
    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        self.parse.span(tokens)
    }

    /// Sentences as runs of tokens, joined where a boundary stands inside a quotation, or where a quotation ends with a
    /// question mark and its sentence goes on.
    pub(super) fn units(&self) -> Vec<Range<usize>> {
        let mut units: Vec<Range<usize>> = Vec::new();
        let mut block = usize::MAX;
        for sentence in &self.parse.sentences {
            let Range { start, end } = sentence.tokens;
            match units.last_mut() {
                Some(last)
                    if block == sentence.block
                        && last.end == start
                        && last.len() < LONGEST
                        && self.runs_on(start) =>
                {
                    last.end = end
                }
                _ => units.push(start..end),
            }
            block = sentence.block;
        }
        units
    }

    /// Whether the sentence that starts at `start` goes on with the one before.
    fn runs_on(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else { return false };
        let inside = self.quote_of(before).is_some_and(|q| self.quote_tokens(q).contains(&start));
        let lower = self.parse.word(start).starts_with(char::is_lowercase);
        inside || self.quoted(before) && lower && !self.quoted(start)
    }
}
