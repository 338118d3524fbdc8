//! Where names stand: runs of capitalised words with what belongs between them ([`super::grow`]), cut at titles.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{BlockKind, TokenKind, Upos};

use super::lexicon::Class;
use super::print::{Print, Seen, opens, print_of};
use super::words::{Words, has_inner_capital, is_acronym};
use crate::extract::meanings::weight;
use crate::extract::words::RARE;

/// A stretch of words that is taken for a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Spotted {
    /// Its tokens, title and possessive left out.
    pub tokens: Range<usize>,
    /// The title or office before it.
    pub title: Option<Range<usize>>,
    /// Whether it stands on page furniture: a mention, but no evidence.
    pub aside: bool,
}

impl Spotted {
    pub fn new(tokens: Range<usize>, title: Option<Range<usize>>) -> Self {
        Spotted { tokens, title, aside: false }
    }
}

/// Finds all names of an article, in order.
pub(super) fn spot(words: &Words<'_>) -> Vec<Spotted> {
    let parse = words.parse;
    let story = |s: usize| parse.block_of(s).is_story();
    let print: Vec<Print> = (0..parse.sentences.len()).map(|s| print_of(words, s)).collect();
    let seen = Seen::of(words, |s| story(s) && print[s] == Print::Sentence);
    let mut found = Vec::new();
    for s in (0..parse.sentences.len()).filter(|&s| story(s) && print[s] == Print::Sentence) {
        Run { words, seen: &seen, end: parse.sentences[s].tokens.end }
            .sentence(parse.sentences[s].tokens.start, &mut found);
    }
    let mut others = (0..parse.sentences.len()).filter(|&s| !story(s) || print[s] == Print::Title).peekable();
    if others.peek().is_some() {
        let known = Known::of(words, &found);
        for s in others {
            let opens = parse.block_of(s).kind == BlockKind::Title;
            let told = if opens { usize::MAX } else { parse.sentences[s].tokens.start };
            let (tokens, aside) = (parse.sentences[s].tokens.clone(), (!story(s)).then_some(told));
            title_sentence(words, tokens, &known, aside, &mut found);
        }
    }
    found.sort_by_key(|name| name.tokens.start);
    found
}

/// The names that headlines in capitals and page furniture are searched for, with the token of their first mention.
struct Known<'p> {
    /// By their words in lower case.
    names: FxHashMap<Cow<'p, str>, usize>,
    /// Places by their usual name, however they are called.
    places: FxHashMap<&'static str, usize>,
}

impl<'p> Known<'p> {
    fn of(words: &Words<'p>, found: &[Spotted]) -> Self {
        let mut known = Known { names: FxHashMap::default(), places: FxHashMap::default() };
        for name in found {
            let first = name.tokens.start;
            let text = words.lower_text(name.tokens.clone());
            if words.class(first).is(Class::FIRST) {
                known.add_last_word(text.clone(), first);
            }
            if let Some(place) = words.place(name.tokens.clone()) {
                known.places.entry(place.name).or_insert(first);
            }
            known.names.entry(text).or_insert(first);
        }
        known
    }

    fn add_last_word(&mut self, text: Cow<'p, str>, first: usize) {
        let last = match text {
            Cow::Borrowed(text) => text.rsplit_once(' ').map(|(_, last)| Cow::Borrowed(last)),
            Cow::Owned(text) => text.rsplit_once(' ').map(|(_, last)| Cow::Owned(last.to_owned())),
        };
        if let Some(last) = last {
            self.names.entry(last).or_insert(first);
        }
    }
}

/// Finds the names of a sentence in which every word is capitalised: those known from elsewhere, and places. On page furniture only
/// names that the story has printed before count, in the title of the front matter those that it prints below: `aside` is the token before
/// which they have to stand.
fn title_sentence(
    words: &Words<'_>,
    tokens: Range<usize>,
    known: &Known<'_>,
    aside: Option<usize>,
    found: &mut Vec<Spotted>,
) {
    let mut i = tokens.start;
    while i < tokens.end {
        let class = words.class(i);
        let longest = (i + 8).min(tokens.end);
        let capital = words.is_capital(i);
        let end = (i + 1..=longest).rev().filter(|_| capital).find(|&to| {
            known
                .names
                .get(&words.lower_text(i..to))
                .is_some_and(|&first| aside.is_none_or(|told| first < told))
                && !(to == i + 1 && class.is(Class::OPENER.or(Class::NOT_ALONE)))
        });
        let end = end.or_else(|| {
            let plain = words.is_capital(i) && !class.is(Class::OPENER) && !words.in_date(i);
            let told = |end: &usize| {
                let place = words.place(i..*end);
                let first = place.and_then(|p| known.places.get(p.name));
                first.is_some_and(|&first| aside.is_some_and(|told| first < told))
            };
            words.gazetteer_end(i, tokens.end).filter(|end| plain && (aside.is_none() || told(end)))
        });
        if let Some(end) = end {
            found.push(Spotted { tokens: i..end, title: None, aside: aside.is_some() });
        }
        i = end.unwrap_or(i + 1);
    }
}

/// The search through one sentence.
pub(super) struct Run<'r, 'p> {
    pub words: &'r Words<'p>,
    seen: &'r Seen<'p>,
    /// The end of the sentence.
    pub end: usize,
}

impl Run<'_, '_> {
    fn sentence(&self, start: usize, found: &mut Vec<Spotted>) {
        let mut i = start;
        let mut opening = true;
        while i < self.end {
            let token = &self.words.parse.tokens[i];
            if token.kind != TokenKind::Word {
                opening |= opens(self.words.parse.word(i));
                i += 1;
                continue;
            }
            if !self.starts(i, opening) {
                opening = false;
                i += 1;
                continue;
            }
            opening = false;
            let end = self.run_end(i);
            let from = self.with_particles(start, i);
            self.cut(from..end, found);
            i = end;
        }
    }

    /// Whether a name can start with this token.
    fn starts(&self, i: usize, opening: bool) -> bool {
        let words = self.words;
        if !words.is_capital(i) {
            // “47th Brigade”, “101st Airborne Division”
            let capitals = || (i + 1..self.end.min(i + 4)).take_while(|&k| words.is_capital(k));
            return self.next_is_capital(i)
                && self.is_ordinal(i)
                && capitals()
                    .last()
                    .is_some_and(|k| words.class(k).is(Class::ORG_HEAD.or(Class::PLACE_HEAD)));
        }
        let class = words.class(i);
        let unit =
            i > 0 && words.parse.tokens[i - 1].kind == TokenKind::Number && !words.parse.tokens[i].spaced;
        if unit || self.is_party(i) || i >= 2 && self.is_party(i - 2) && words.parse.word(i).len() == 2 {
            return false;
        }
        if words.in_date(i) || class.is(Class::CALENDAR) {
            return class.is(Class::FIRST) && self.next_is_capital(i) && !opening;
        }
        if class.is(Class::OPENER) {
            return words.parse.word(i) == "The" && !opening && self.next_is_capital(i);
        }
        if !opening {
            return true;
        }
        let lower = words.parse.lower(i);
        let strong = Class::FIRST.or(Class::DEMONYM).or(Class::TITLE).or(Class::THING_OPENER);
        if self.seen.inside.contains(lower) || class.is(strong) || words.gazetteer_end(i, self.end).is_some()
        {
            return true;
        }
        if has_inner_capital(words.parse.word(i)) {
            return true;
        }
        if is_acronym(words.parse.word(i)) {
            // Some papers print the first words of a story in capitals: “THREE people were killed”.
            return !is_ordinary(lower) && words.parse.tokens[i].upos != Upos::Num;
        }
        let proper = words.parse.tokens[i].upos == Upos::Propn;
        match self.next_is_capital(i) {
            true => proper || !self.seen.small.contains(lower) && self.names_ministry(i),
            false => {
                proper && !self.seen.small.contains(lower) && !class.is(Class::NOUN) && !self.is_label(i)
            }
        }
    }

    /// Whether a letter stands for a party before a state: `Ann Roe (D-CA)`, `Ann Roe, R-Ohio,`.
    fn is_party(&self, i: usize) -> bool {
        let parse = self.words.parse;
        let set_off = i > 0 && matches!(parse.word(i - 1), "(" | ",");
        set_off && matches!(parse.word(i), "D" | "R" | "I") && self.hyphenated(i + 1)
    }

    /// Whether the first word of a sentence is a common noun: a plural (`Crews gained ground`), or the label of a figure
    /// (`Personnel: 340`).
    fn is_label(&self, i: usize) -> bool {
        let lower = self.words.parse.lower(i);
        let labels = i + 1 < self.end && self.words.parse.word(i + 1) == ":";
        labels || lower.strip_suffix('s').is_some_and(is_ordinary)
    }

    /// Whether the capitalised words from `i` on are ordinary ones that end in the head of a name: `Foreign Ministry`.
    fn names_ministry(&self, i: usize) -> bool {
        let mut last = i;
        while last + 1 < self.end && self.words.is_capital(last + 1) {
            last += 1;
        }
        self.words.class(last).is(Class::HEAD.or(Class::TITLE))
    }

    pub(super) fn next_is_capital(&self, i: usize) -> bool {
        i + 1 < self.end
            && self.words.is_capital(i + 1)
            && !self.words.class(i + 1).is(Class::OPENER.or(Class::CALENDAR))
    }

    fn is_ordinal(&self, i: usize) -> bool {
        let word = self.words.parse.word(i);
        word.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|e| word.ends_with(e))
    }

    /// Takes particles before a surname into the name: `von der Leyen`.
    fn with_particles(&self, start: usize, first: usize) -> usize {
        let mut from = first;
        while from > start && from + 3 > first {
            let before = self.words.parse.lower(from - 1);
            if !matches!(
                before,
                "van"
                    | "von"
                    | "der"
                    | "den"
                    | "de"
                    | "del"
                    | "della"
                    | "di"
                    | "da"
                    | "dos"
                    | "la"
                    | "le"
                    | "bin"
                    | "al"
                    | "el"
                    | "ibn"
                    | "ter"
            ) && !(self.words.is_hyphen(from - 1)
                && from > start + 1
                && matches!(self.words.parse.lower(from - 2), "al" | "el"))
            {
                break;
            }
            from -= 1;
        }
        if self.words.is_hyphen(from) { first } else { from }
    }

    /// The end of the run of name words that starts at `first`.
    fn run_end(&self, first: usize) -> usize {
        let words = self.words;
        if let Some(end) =
            words.gazetteer_end(first, self.end).filter(|&end| end > first + 1 || self.hyphenated(end))
        {
            return self.grow(first, end);
        }
        self.grow(first, first + 1)
    }
}

/// Whether a word in lower case is one of ordinary English.
fn is_ordinary(lower: &str) -> bool {
    weight(lower) != RARE
}
