//! Where people live, as an apposition or a noun for them tells.

use std::ops::Range;

use crate::extract::names::places::{self, Rank};
use crate::extract::{EntityKind, SiteKind};
use crate::text::TokenKind;

use super::words::WORDS;
use super::{Found, Reader, is_wide};

impl Reader<'_> {
    /// `Ann Lee, 34, of Oakdale`, `Ann Lee from Oakdale`, `Ann Lee, who was from Oakdale`.
    pub(super) fn home(&self, tokens: Range<usize>, person: u32) -> Option<Found> {
        let mut at = tokens.end;
        let set_off = self.word(at) == ",";
        at += usize::from(set_off);
        if self.parse.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number) && self.word(at + 1) == ","
        {
            at += 2;
        }
        if self.word(at) == "who" && matches!(self.word(at + 1), "is" | "was" | "comes" | "came") {
            at += 2;
        }
        match self.word(at) {
            "of" if set_off => self.home_at(at + 1, person),
            "from" => self.home_at(at + 1, person),
            _ => None,
        }
    }

    /// The town named from `at` on, where nothing but a town can stand.
    fn home_at(&self, at: usize, person: u32) -> Option<Found> {
        let name = self.name(at)?;
        let span = self.parse.span(name.clone());
        let known = self.names.within(span).next().map(|n| &self.names.entities[n.1 as usize]);
        let town = match known {
            Some(entity) if entity.kind != EntityKind::Place => false,
            _ => self.can_be_town(&name),
        };
        let closed = matches!(self.word(name.end), "," | "." | ";" | ")" | "was" | "and");
        let body = matches!(
            self.word(name.end - 1),
            "police" | "department" | "council" | "service" | "university" | "school"
        );
        (town && closed && !body).then(|| self.home_of(name, person))
    }

    /// The home town before a noun for somebody: `the Oakdale teenager`, `an Oakdale man, John Smith,`; and behind it, where it means
    /// the only person of the sentence before: `the 15-year-old, from Oakdale,`.
    pub(super) fn home_of_noun(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let person = WORDS.people.contains(word);
        let aged = word == "old" && matches!(self.before(at, 1), "-" | "‑");
        if !person && !aged {
            return None;
        }
        let run = self.run_before(at);
        // An article that opens the sentence has a capital too.
        let start = run + usize::from(matches!(self.word(run), "a" | "an" | "the"));
        if self.word(at + 1) == "," && self.word(at + 2) == "from" {
            // `the 15-year-old` is six words.
            let the = if aged { self.before(at, 5) } else { self.before(at, 1) };
            return self.home_at(at + 3, self.person_before(at).filter(|_| the == "the")?);
        }
        let name = start..at;
        if !person || start == at || at - start > 2 || !self.names_town(&name) {
            return None;
        }
        let of = match self.before(start, 1) {
            "the" => self.person_behind(at).or_else(|| self.person_before(at)),
            "a" | "an" => self
                .person_behind(at)
                .or_else(|| start.checked_sub(1).and_then(|article| self.person_in_front(article))),
            _ => self.person_behind(at),
        }?;
        Some(self.home_of(name, of))
    }

    fn home_of(&self, name: Range<usize>, person: u32) -> Found {
        let mut found = self.found(SiteKind::Home, name.clone(), name);
        found.of = Some(person);
        found
    }

    fn can_be_town(&self, name: &Range<usize>) -> bool {
        let span = self.parse.span(name.clone());
        let rank = places::find(span.of(&self.parse.article.text)).map(|p| p.rank);
        rank.is_none_or(|rank| matches!(rank, Rank::City | Rank::Capital))
            && !is_wide(span.of(&self.parse.lower))
    }

    /// Whether a name before a noun is that of a town: of a place, or, where it is one word, of something unknown. Peoples and
    /// acronyms are none.
    fn names_town(&self, name: &Range<usize>) -> bool {
        let span = self.parse.span(name.clone());
        let lone = name.len() == 1;
        let kind = |entity: u32| self.names.entities[entity as usize].kind;
        let mut named = self.names.within(span).filter(|n| n.0 == span).map(|n| kind(n.1));
        let known = named.any(|k| k == EntityKind::Place || lone && k == EntityKind::Organisation);
        let word = self.parse.word(name.start);
        let people = places::country_of_people(self.word(name.start)).is_some();
        known && !people && word.chars().any(char::is_lowercase) && self.can_be_town(name)
    }

    fn person(&self, entity: u32) -> Option<u32> {
        Some(entity).filter(|&e| self.names.entities[e as usize].kind == EntityKind::Person)
    }

    /// The person named directly behind a noun: `man John Smith`, `man, John Smith,`, `man named John Smith`.
    fn person_behind(&self, noun: usize) -> Option<u32> {
        let mut at = noun + 1;
        if matches!(self.word(at), "," | "named" | "called" | "identified") {
            at += 1 + usize::from(self.word(at + 1) == "as");
        }
        self.names.at(at).and_then(|e| self.person(e))
    }

    /// The person named directly before an apposition: `John Smith, 34, an Oakdale man`.
    fn person_in_front(&self, article: usize) -> Option<u32> {
        let mut at = article.checked_sub(2).filter(|_| self.before(article, 1) == ",")?;
        if self.parse.tokens[at].kind == TokenKind::Number && self.before(at, 1) == "," {
            at = at.checked_sub(2)?;
        }
        self.names.at(at).and_then(|e| self.person(e))
    }

    /// The only person whom the sentence before names.
    fn person_before(&self, at: usize) -> Option<u32> {
        let sentence = self.parse.sentence_of(at).checked_sub(1)?;
        let mut people =
            self.names.within(self.parse.sentences[sentence].span).filter_map(|n| self.person(n.1));
        let first = people.next()?;
        people.all(|p| p == first).then_some(first)
    }
}
