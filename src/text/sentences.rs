//! Tokens into sentences: which stops end one.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::tokens::{Abbreviation, abbreviation};
use super::{Article, BlockKind, Sentence, Token, TokenKind};

static OPENERS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("data/sentence_openers.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// How many tokens behind a quoted question may stand before its verb of saying: `"Why?" Chief Justice Ann Lee asked`.
const SPEAKER_REACH: usize = 6;

/// Verbs that put a speaker behind a quotation which ends in a question or exclamation mark.
const SAYING: [&str; 12] = [
    "said",
    "says",
    "asked",
    "asks",
    "shouted",
    "wrote",
    "added",
    "replied",
    "told",
    "exclaimed",
    "cried",
    "wondered",
];

/// Appends the sentences of block number `block`, whose tokens run from `first` to the end of `tokens`.
pub(super) fn split(
    article: &Article,
    block: usize,
    tokens: &[Token],
    first: usize,
    out: &mut Vec<Sentence>,
) {
    let splitter = Splitter { article, tokens, first };
    let row = article.blocks[block].kind == BlockKind::TableRow;
    let mut start = first;
    let mut at = first;
    while at < tokens.len() {
        let end = if row { None } else { splitter.end_behind(at) };
        let end = end.or_else(|| splitter.is_overlong(start, at).then_some(at + 1));
        at = end.unwrap_or(at + 1);
        if end.is_some() || at == tokens.len() {
            let span = tokens[start].span.cover(tokens[at - 1].span);
            out.push(Sentence { span, tokens: start..at, block });
            start = at;
        }
    }
}

/// How many tokens a sentence may have. News has none so long; lists and tables without stops have, and the bound keeps what looks
/// through a sentence for each of its figures and names linear in them.
const LONGEST: usize = 400;

/// How many quotation marks, brackets and further stops may belong to one stop.
const CLOSERS: usize = 16;

struct Splitter<'a> {
    article: &'a Article,
    tokens: &'a [Token],
    /// The block's first token.
    first: usize,
}

impl Splitter<'_> {
    fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.span.of(&self.article.text))
    }

    /// Whether a sentence from `start` on that has not ended is cut behind token `at`, best behind a comma.
    fn is_overlong(&self, start: usize, at: usize) -> bool {
        let length = at + 1 - start;
        length >= 2 * LONGEST || length >= LONGEST && matches!(self.word(at), "," | ";")
    }

    /// The end of the sentence of which token `at` is the stop; `None` where `at` ends none, or is the block's last.
    fn end_behind(&self, at: usize) -> Option<usize> {
        let token = &self.tokens[at];
        let printed = &self.article.text.as_bytes()[token.span.range()];
        let ends = match token.kind {
            TokenKind::Punct => {
                matches!(printed.first(), Some(b'.' | b'!' | b'?')) || printed == "…".as_bytes()
            }
            TokenKind::Word => printed.last() == Some(&b'.'),
            TokenKind::Number | TokenKind::Symbol => false,
        };
        if !ends {
            return None;
        }
        let word = self.word(at);
        let next = self.behind_closers(at + 1);
        if next >= self.tokens.len() {
            return None;
        }
        let closed = next > at + 1;
        let breaks = self.opens(next)
            && self.parted(at, next, closed)
            && match token.kind {
                TokenKind::Word => self.breaks_behind_abbreviation(at, next, closed),
                _ if word.starts_with('.') || word == "…" => !self.numbers_item(at),
                _ => !(closed && self.speaker_follows(next)),
            };
        breaks.then_some(next)
    }

    /// The first token behind the quotation marks, brackets and further stops that belong to a stop.
    fn behind_closers(&self, stop: usize) -> usize {
        let mut at = stop;
        while let Some(token) = self.tokens.get(at).filter(|_| at < stop + CLOSERS) {
            let closes = match self.word(at) {
                "”" | "’" | ")" | "]" | "»" | "''" => true,
                "\"" | "'" | "!" | "?" | "." | "…" => !token.spaced,
                _ => false,
            };
            if !closes {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a token looks like the first of a sentence: anything but a small letter or a mark that only continues.
    fn opens(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.tokens[at].kind {
            TokenKind::Word => !word.starts_with(char::is_lowercase) || word.starts_with(['@', '#']),
            TokenKind::Number => true,
            TokenKind::Symbol => !matches!(word, "%" | "°" | "&" | "="),
            TokenKind::Punct => {
                let opening =
                    matches!(word, "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "``" | "¿" | "¡" | "•");
                opening
                    && self
                        .tokens
                        .get(at + 1)
                        .is_some_and(|next| next.kind != TokenKind::Punct && self.opens(at + 1))
            }
        }
    }

    /// Whether white space, or at least a change from a small letter to a capital, parts a stop from what follows.
    fn parted(&self, at: usize, next: usize, closed: bool) -> bool {
        if self.tokens[next].spaced || (closed && self.tokens[next].kind == TokenKind::Word) {
            return true;
        }
        let before = at.checked_sub(1).filter(|&i| i >= self.first).map_or("", |i| self.word(i));
        let mut after = self.word(next).chars();
        let capitalised =
            after.next().is_some_and(char::is_uppercase) && after.next().is_some_and(char::is_lowercase);
        self.tokens[at].kind == TokenKind::Punct
            && capitalised
            && before.chars().count() > 1
            && before.chars().all(char::is_lowercase)
    }

    /// Whether a sentence ends behind an abbreviation printed with its point.
    fn breaks_behind_abbreviation(&self, at: usize, next: usize, closed: bool) -> bool {
        let word = self.word(at);
        let opener = self.opener(next);
        match abbreviation(word) {
            Some(Abbreviation::Title | Abbreviation::Number) => closed && opener,
            Some(Abbreviation::Any) if word == "etc." => true,
            Some(Abbreviation::Any) => opener,
            None if matches!(word, "a.m." | "p.m." | "A.M." | "P.M.") => opener || !self.part_of_time(next),
            None => opener,
        }
    }

    /// Whether a token, perhaps behind an opening quotation mark, is a word that opens sentences.
    fn opener(&self, at: usize) -> bool {
        let word = self.word(at);
        match self.tokens[at].kind {
            TokenKind::Punct => at + 1 < self.tokens.len() && self.opens(at + 1),
            TokenKind::Word => {
                let longest = 12;
                word.len() <= longest && OPENERS.contains(word.to_lowercase().as_str())
            }
            _ => false,
        }
    }

    /// Whether a token can stand behind an hour in one sentence: a weekday, month or time zone, or a number.
    fn part_of_time(&self, at: usize) -> bool {
        let word = self.word(at);
        let zone = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        let region = matches!(
            word,
            "Eastern" | "Central" | "Mountain" | "Pacific" | "Greenwich" | "Moscow" | "British"
        );
        let named = [
            "mon", "tue", "wed", "thu", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "may", "jun", "jul",
            "aug", "sep", "oct", "nov", "dec",
        ];
        let lower = word.to_ascii_lowercase();
        zone || region
            || self.tokens[at].kind != TokenKind::Word
            || named.iter().any(|n| lower.starts_with(n))
    }

    /// Whether the stop at `at` belongs to the number of an item that opens the block: `1. What we know`.
    fn numbers_item(&self, at: usize) -> bool {
        at == self.first + 1 && self.tokens[self.first].kind == TokenKind::Number
    }

    /// Whether a speaker and a verb of saying follow a quotation: `"Why now?" Smith asked.`
    fn speaker_follows(&self, next: usize) -> bool {
        let words = (next..self.tokens.len()).take(SPEAKER_REACH).map(|i| self.word(i));
        let mut words = words.take_while(|word| !matches!(*word, "." | "," | ";" | "\"" | "“" | "?" | "!"));
        words.any(|word| SAYING.contains(&word))
    }
}

#[cfg(test)]
mod tests;
