//! Where people live, as an apposition, a verb or a noun for them tells.

use std::ops::Range;

use crate::extract::figures::is_person;
use crate::extract::names::identity::{sex_of_name, sex_of_noun};
use crate::extract::names::places::{self, Rank};
use crate::extract::{EntityKind, SiteKind};
use crate::text::{BlockKind, TokenKind, Upos};

use super::words::WORDS;
use super::{Found, Reader, Whose, is_wide};

/// How many tokens a noun for somebody has with the words that describe it.
const ROLE: usize = 6;

impl Reader<'_> {
    /// `Ann Lee, 34, of Oakdale`, `Ann Lee from Oakdale`, `Ann Lee, who lives in Oakdale`.
    pub(super) fn home(&self, tokens: Range<usize>, person: u32) -> Option<Found> {
        let mut at = tokens.end;
        // `Ann Lee (34), of Oakdale`
        let bracketed = self.age(at + 1).filter(|_| self.word(at) == "(" && self.word(at + 2) == ")");
        at += if bracketed.is_some() { 3 } else { 0 };
        let set_off = self.word(at) == ",";
        at += usize::from(set_off);
        let age = bracketed.or_else(|| {
            let age = self.age(at).filter(|_| self.word(at + 1) == ",");
            at += if age.is_some() { 2 } else { 0 };
            age
        });
        if self.word(at) == "who" {
            at += 1 + usize::from(matches!(self.word(at + 1), "is" | "was" | "comes" | "came"));
        }
        let whose = Whose::Named(person);
        match (self.word(at), self.word(at + 1)) {
            ("of", _) if set_off => self.home_at(at + 1, whose, age, ""),
            // `Ann Lee of Oakdale was alone in the car`.
            ("of", _) if tokens.len() > 1 => {
                self.home_at(at + 1, whose, None, "").filter(|_| self.is_held_for_place(at + 1))
            }
            ("a" | "an", _) if set_off => self.home_of_role(at + 1, whose, age),
            ("was" | "is", "a" | "an") => self.home_of_role(at + 2, whose, age),
            ("from", _) => self.home_at(at + 1, whose, age, "from"),
            ("lives" | "resides", "in") => self.home_at(at + 2, whose, age, "lives"),
            _ => None,
        }
    }

    /// `Ann Lee, 34, a retired teacher from Oakdale`: the town behind the noun for somebody, where nothing stands between that and an article
    /// but words that describe it.
    fn home_of_role(&self, at: usize, whose: Whose, age: Option<u32>) -> Option<Found> {
        let end = (at + ROLE).min(self.parse.tokens.len());
        let from = (at..end).find(|&t| self.word(t) == "from")?;
        // `a mother of four from Oakdale`
        let of = from.checked_sub(2).filter(|&of| self.word(of) == "of" && of > at);
        let behind = of.unwrap_or(from);
        let describes = |t: usize| matches!(self.parse.tokens[t].upos, Upos::Adj | Upos::Noun | Upos::Verb);
        let person = is_person(&self.parse.lemma(behind.checked_sub(1)?));
        (person && (at..behind).all(describes)).then(|| self.home_at(from + 1, whose, age, "from")).flatten()
    }

    /// Whether a name at `at` is that of a place as far as the article tells.
    fn is_held_for_place(&self, at: usize) -> bool {
        self.names.at(at).is_some_and(|e| self.names.entities[e as usize].kind == EntityKind::Place)
    }

    /// The number of years at `at`.
    fn age(&self, at: usize) -> Option<u32> {
        let number = self.parse.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number);
        self.word(at).parse().ok().filter(|age| number && (1..=120).contains(age))
    }

    /// The age before a noun for somebody: `the 34-year-old man`, `a 34-year-old`.
    fn age_before(&self, noun: usize) -> Option<u32> {
        let old = if self.word(noun) == "old" { noun } else { noun.checked_sub(1)? };
        (self.word(old) == "old").then(|| self.age(old.checked_sub(4)?))?
    }

    /// The town named from `at` on, where nothing but a town can stand.
    fn home_at(&self, at: usize, whose: Whose, age: Option<u32>, relation: &'static str) -> Option<Found> {
        let name = self.name(at)?;
        let span = self.parse.span(name.clone());
        let known = self.names.within(span).next().map(|n| &self.names.entities[n.1 as usize]);
        let town = match known {
            Some(entity) if entity.kind != EntityKind::Place => false,
            _ => self.can_be_town(&name),
        };
        let closed = matches!(self.word(name.end), "," | "." | ";" | ")" | "and" | "who")
            || self.parse.tokens.get(name.end).is_some_and(|t| matches!(t.upos, Upos::Aux | Upos::Verb));
        let body = matches!(
            self.word(name.end - 1),
            "police" | "department" | "council" | "service" | "university" | "school"
        );
        (town && closed && !body).then(|| self.home_of(name, whose, age, relation))
    }

    /// The home town before a noun for somebody: `the Oakdale teenager`, `an Oakdale man, John Smith,`; and behind it: `the
    /// 15-year-old, from Oakdale,`, `a woman from Oakdale`.
    pub(super) fn home_of_noun(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let person = WORDS.people.contains(word);
        let aged = word == "old" && matches!(self.before(at, 1), "-" | "‑");
        if !person && !aged && !WORDS.strangers.contains(word) {
            return None;
        }
        if let Some(from) = self.origin_behind(at) {
            // `the 15-year-old` is six words.
            let the = if aged { self.before(at, 5) } else { self.before(at, 1) };
            let known = self.person_before(at).filter(|_| the == "the");
            let whose = known.map_or(Whose::Noun(at), Whose::Named);
            return self.home_at(from, whose, self.age_before(at), "from");
        }
        let run = self.run_before(at);
        // An article that opens the sentence has a capital too.
        let start = run + usize::from(matches!(self.word(run), "a" | "an" | "the"));
        let name = start..at;
        if !person || start == at || at - start > 2 || !self.names_town(&name) {
            return None;
        }
        let before = self.before(start, 1);
        let of = match before {
            "the" => self.person_behind(at).or_else(|| self.only_aged(at)).or_else(|| self.person_before(at)),
            "a" | "an" => self
                .person_behind(at)
                .or_else(|| start.checked_sub(1).and_then(|article| self.person_in_front(article)))
                .or_else(|| self.only_aged(at).filter(|_| self.opens_text(start))),
            _ => self.person_behind(at),
        };
        let age = self.age_before(start).or_else(|| {
            let set_off = self.word(at + 1) == "," && self.word(at + 3) == ",";
            self.age(at + 2).filter(|_| set_off)
        });
        let unnamed = || (age.is_some() || matches!(before, "a" | "an")).then_some(Whose::Noun(at));
        let whose = of.map(Whose::Named).or_else(unnamed)?;
        Some(self.home_of(name, whose, age, ""))
    }

    /// The token behind the `from` that follows a noun for somebody.
    fn origin_behind(&self, noun: usize) -> Option<usize> {
        match (self.word(noun + 1), self.word(noun + 2)) {
            ("from", _) => Some(noun + 2),
            (",", "from") => Some(noun + 3),
            _ => None,
        }
    }

    fn home_of(&self, name: Range<usize>, whose: Whose, age: Option<u32>, relation: &'static str) -> Found {
        let mut found = self.found(SiteKind::Home, name.clone(), name);
        found.whose = Some(whose);
        found.site.number = age;
        found.site.sort = relation.into();
        found
    }

    pub(super) fn can_be_town(&self, name: &Range<usize>) -> bool {
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

    /// The only person of whom the article tells an age, where the noun can be for them: who judges and speaks is of no age.
    fn only_aged(&self, noun: usize) -> Option<u32> {
        let person = self.aged?;
        let name = &self.names.entities[person as usize].name;
        (!sex_of_noun(self.word(noun)).opposes(sex_of_name(name))).then_some(person)
    }

    /// Whether a phrase opens a paragraph that none of the running text stands before.
    fn opens_text(&self, start: usize) -> bool {
        let parse = self.parse;
        let running = |i: &usize| parse.block_of(*i).kind == BlockKind::Paragraph;
        let first = (0..parse.sentences.len()).find(running);
        first.is_some_and(|i| i == parse.sentence_of(start) && start <= parse.sentences[i].tokens.start + 1)
    }

    /// The only person whom the sentence before names, where the noun at `at` can be for them.
    fn person_before(&self, at: usize) -> Option<u32> {
        let sentence = self.parse.sentence_of(at).checked_sub(1)?;
        let mut people =
            self.names.within(self.parse.sentences[sentence].span).filter_map(|n| self.person(n.1));
        let first = people.next()?;
        let can_be =
            !sex_of_noun(self.word(at)).opposes(sex_of_name(&self.names.entities[first as usize].name));
        (can_be && people.all(|p| p == first)).then_some(first)
    }
}
