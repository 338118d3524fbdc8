//! An article's words as the search for names sees them.

use std::borrow::Cow;
use std::ops::Range;

use crate::extract::DateMention;
use crate::extract::meanings::Meanings;
use crate::text::{Parse, Token, TokenKind, calendar};

use super::lexicon::{self, Class};
use super::places::{self, Place};

/// An article's words as the search for names sees them.
pub(super) struct Words<'p> {
    /// The article.
    pub parse: &'p Parse<'p>,
    /// Tokens inside dates are no names.
    dated: Vec<Range<usize>>,
    /// What every token can be in a name.
    classes: Vec<Class>,
    /// How every token is printed.
    letters: Vec<Letters>,
    /// Whether the text has marks of emphasis, which may stand inside names.
    starred: bool,
}

/// How a word is printed.
#[derive(Clone, Copy, Default)]
struct Letters {
    /// With a capital letter, at its start or (as in `iPhone`) behind it.
    capital: bool,
    /// With a small letter.
    small: bool,
}

impl Letters {
    fn of(parse: &Parse, token: usize) -> Self {
        let Token { kind, span, .. } = parse.tokens[token];
        if kind == TokenKind::Punct {
            return Letters::default();
        }
        // Most words begin with two small letters.
        if let [b'a'..=b'z'] | [b'a'..=b'z', b'a'..=b'z', ..] = parse.article.text.as_bytes()[span.range()] {
            return Letters { capital: false, small: true };
        }
        let word = parse.word(token);
        let small = match word.is_ascii() {
            true => word.bytes().any(|b| b.is_ascii_lowercase()),
            false => word.chars().any(char::is_lowercase),
        };
        Letters { capital: kind == TokenKind::Word && is_capital(word), small }
    }
}

impl<'p> Words<'p> {
    pub fn new(parse: &'p Parse<'p>, meanings: &Meanings, dates: &[DateMention]) -> Self {
        let letters: Vec<Letters> = (0..parse.tokens.len()).map(|token| Letters::of(parse, token)).collect();
        Words {
            parse,
            dated: dates.iter().map(|d| parse.tokens_in(d.span)).collect(),
            classes: (0..parse.tokens.len())
                .map(|token| class_of(parse, meanings, token, letters[token]))
                .collect(),
            letters,
            starred: memchr::memchr(b'*', parse.article.text.as_bytes()).is_some(),
        }
    }

    /// What a token can be in a name.
    pub fn class(&self, token: usize) -> Class {
        self.classes[token]
    }

    /// The word at `token`, in lower case; empty outside of `within`.
    pub fn lower_in(&self, token: usize, within: &Range<usize>) -> &str {
        if within.contains(&token) { self.parse.lower(token) } else { "" }
    }

    /// Whether a token belongs to a date.
    pub fn in_date(&self, token: usize) -> bool {
        let i = self.dated.partition_point(|d| d.end <= token);
        self.dated.get(i).is_some_and(|d| d.contains(&token))
    }

    /// Whether a month is a surname, since a first name or a form of address stands before it: `Theresa May`, `Mr March`.
    pub fn is_surname_month(&self, token: usize) -> bool {
        let named = |t: usize| self.class(t).is(Class::FIRST.or(Class::ADDRESS)) && self.is_capital(t);
        calendar::month(self.parse.lower(token)).is_some()
            && !self.in_date(token)
            && token.checked_sub(1).is_some_and(named)
    }

    /// Whether a token is a word with a capital letter, at its start or (as in `iPhone`) behind it.
    pub fn is_capital(&self, token: usize) -> bool {
        self.letters[token].capital
    }

    /// Whether a token is printed without a small letter.
    pub fn is_shouted(&self, token: usize) -> bool {
        !self.letters[token].small
    }

    /// Whether nothing but a hyphen stands between `token - 1` and `token + 1`.
    pub fn is_hyphen(&self, token: usize) -> bool {
        matches!(self.parse.word(token), "-" | "–" | "‐" | "‑")
            && !self.parse.tokens[token].spaced
            && self.parse.tokens.get(token + 1).is_some_and(|next| !next.spaced)
    }

    /// The end of the longest name of the gazetteer that starts at `from`.
    pub fn gazetteer_end(&self, from: usize, end: usize) -> Option<usize> {
        let most = if from < end { places::most_tokens(self.parse.lower(from)) } else { 0 };
        let longest = (from + most).min(end);
        (from + 1..=longest).rev().find(|&to| self.place(from..to).is_some())
    }

    /// The place of the gazetteer that a run names.
    pub fn place(&self, tokens: Range<usize>) -> Option<&'static Place> {
        places::find_lower(&self.run(tokens, &self.parse.lower))
    }

    /// The words of a run as printed, white space made single.
    pub fn text(&self, tokens: Range<usize>) -> Cow<'p, str> {
        self.run(tokens, &self.parse.article.text)
    }

    /// A run of tokens of `text`, white space made single. Nearly always its words stand one blank apart, as their places tell;
    /// inside a token only numbers have white space.
    fn run(&self, tokens: Range<usize>, text: &'p str) -> Cow<'p, str> {
        let parse = self.parse;
        let words = &parse.tokens[tokens.clone()];
        let single = |pair: &[Token]| {
            let gap = pair[1].span.start - pair[0].span.end;
            gap == 0 || gap == 1 && text.as_bytes()[pair[0].span.end as usize] == b' '
        };
        let run = parse.span(tokens).of(text);
        let even = !self.starred
            && words.windows(2).all(single)
            && (run.is_ascii() || words.iter().all(|t| t.kind != TokenKind::Number));
        if even { run.into() } else { single_spaced(run) }
    }

    /// The same in lower case.
    pub fn lower_text(&self, tokens: Range<usize>) -> Cow<'p, str> {
        let lower = self.run(tokens, &self.parse.lower);
        if lower.is_ascii() { lower } else { lower.to_lowercase().into() }
    }
}

fn is_capital(word: &str) -> bool {
    let mut chars = word.chars();
    match chars.next() {
        Some(c) if c.is_uppercase() => true,
        Some(c) if c.is_ascii_lowercase() => {
            let second = chars.next().is_some_and(char::is_uppercase);
            second && word.len() > 2 && chars.any(char::is_lowercase)
        }
        _ => false,
    }
}

fn class_of(parse: &Parse, meanings: &Meanings, token: usize, letters: Letters) -> Class {
    if parse.tokens[token].kind == TokenKind::Punct {
        return Class::default();
    }
    let class = meanings[token].name;
    let span = parse.tokens[token].span;
    // “WHO” is no pronoun; “Zoë” is Zoe.
    if class.is(Class::OPENER) && span.len() > 2 && !letters.small {
        return Class::default();
    }
    if class == Class::default() && !parse.article.text.as_bytes()[span.range()].is_ascii() {
        return lexicon::class(&deunicode::deunicode(parse.word(token)).to_lowercase());
    }
    class
}

/// The same text with each stretch of white space as one blank, and without marks of emphasis.
pub(super) fn single_spaced(text: &str) -> Cow<'_, str> {
    let mut before = b'.';
    let mut plain = |b: u8| {
        let twice = b == b' ' && before == b' ';
        before = b;
        matches!(b, b' '..=b'~') && b != b'*' && !twice
    };
    if text.bytes().all(&mut plain) {
        return text.into();
    }
    let odd = |c: char| (c.is_whitespace() && c != ' ') || c == '*';
    if !text.contains(odd) && !text.contains("  ") {
        return text.into();
    }
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == '*').filter(|w| !w.is_empty()).collect();
    words.join(" ").into()
}

/// Whether a capital stands inside a word that is not printed in capitals: `McDonald`, `YouTube`.
pub(super) fn has_inner_capital(word: &str) -> bool {
    let mut before = ' ';
    word.chars().any(|c| {
        let inner = c.is_uppercase() && before.is_lowercase();
        before = c;
        inner
    })
}

/// Whether a word is three letters or more in capitals, or one like `iPhone`.
pub(super) fn is_acronym(word: &str) -> bool {
    let inner = word.chars().skip(1).any(char::is_uppercase);
    inner && (word.starts_with(char::is_lowercase) || word.len() > 2 && !word.chars().any(char::is_lowercase))
}
