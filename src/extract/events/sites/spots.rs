//! Places that an article names, whatever for: a name with the word for what it is, or what has a number.

use std::ops::Range;

use crate::extract::names::places;
use crate::extract::{EntityKind, SiteKind, Spot};
use crate::text::Upos;

use super::words::{Kind, WORDS};
use super::{Found, Reader};

impl Reader<'_> {
    /// The spot that a street with a house, a numbered road or a hospital is.
    pub(super) fn spot_of(&self, found: &Found) -> Option<Spot> {
        let site = &found.site;
        let (sort, manner, name) = match site.kind {
            SiteKind::Street => ("street", "", format!("{} {}", site.name, site.sort)),
            SiteKind::Road => ("road", &*site.sort, String::new()),
            SiteKind::Hospital if self.is_telling(&site.name) => {
                ("hospital", &*site.sort, site.name.to_string())
            }
            _ => return None,
        };
        let spot = self.new_spot(&found.tokens, sort, manner, &name, site.number);
        (site.kind == SiteKind::Hospital || site.number.is_some()).then_some(spot)
    }

    /// The spot whose word for what it is stands at `at`.
    pub(super) fn spot(&self, at: usize) -> Option<Spot> {
        let word = self.word(at);
        if let Some(&sort) = WORDS.counted.get(word) {
            return self.numbered(at, sort);
        }
        // `Carver High`: the school that it is need not be said.
        if WORDS.grades.contains(word) {
            return self.is_capital(at).then(|| self.closed_spot(at, "school", at)).flatten();
        }
        let &(sort, kind) = WORDS.venues.get(word)?;
        if matches!(word, "center" | "centre" | "coliseum" | "dome") || kind == Kind::Part {
            return None;
        }
        if sort == "court" && !self.is_capital(at) {
            return self.court_seat(at);
        }
        match kind {
            Kind::Opener => self.opened_spot(at, sort).or_else(|| self.closed_spot(at, sort, at)),
            _ => self.closed_spot(at, sort, at),
        }
    }

    /// `Exit 41`, `junction 9`.
    fn numbered(&self, at: usize, sort: &'static str) -> Option<Spot> {
        let number = self.word(at + 1);
        let digits = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
        let number = number.parse().ok().filter(|_| digits)?;
        Some(self.new_spot(&(at..at + 2), sort, "", "", Some(number)))
    }

    /// `a court in Kelso`: the town that it sits in.
    fn court_seat(&self, at: usize) -> Option<Spot> {
        let name = self.name(at + 2).filter(|_| matches!(self.word(at + 1), "in" | "at"))?;
        let named = self.names.at(name.start).map(|e| &self.names.entities[e as usize]);
        let place = named.is_none_or(|e| e.kind == EntityKind::Place);
        let own = places::comparable(self.parse.span(name.clone()).of(&self.parse.article.text));
        let manner = self.before(at, 1);
        let manner = if WORDS.manners.contains(manner) { manner } else { "" };
        (place && self.can_be_town(&name))
            .then(|| self.new_spot(&(at..name.end), "court in town", manner, &own, None))
    }

    /// `Lake Maren`, `HMP Wexley`.
    fn opened_spot(&self, at: usize, sort: &'static str) -> Option<Spot> {
        let name = self.name(at + 1).filter(|_| self.is_capital(at))?;
        let own = places::comparable(self.parse.span(name.clone()).of(&self.parse.article.text));
        self.is_telling(&own).then(|| self.new_spot(&(at..name.end), sort, "", &own, None))
    }

    /// `Holman Park`, `the Quayside depot`, `Tower Lane bus station`.
    fn closed_spot(&self, at: usize, sort: &'static str, end: usize) -> Option<Spot> {
        let manner = |i: usize| WORDS.manners.contains(self.word(i));
        let mut behind = at;
        while behind > 0 && at - behind < 2 && manner(behind - 1) {
            behind -= 1;
        }
        let start = (self.run_before(behind)..behind).find(|&i| self.is_of_name(i)).unwrap_or(behind);
        // `Park Hotel`, `School of Music`: the head stands further on, or the name does.
        if start == behind || self.is_capital(end + 1) || self.word(end + 1) == "of" {
            return None;
        }
        let (own, manner) = (start..behind, behind..at);
        let name = places::comparable(self.parse.span(own.clone()).of(&self.parse.article.text));
        let trade = manner.clone().any(|i| WORDS.trades.contains(self.word(i)));
        let sort = if trade && matches!(sort, "park" | "estate") { "trade park" } else { sort };
        let manner = match manner.is_empty() {
            true if WORDS.grades.contains(self.word(end)) => self.word(end).to_owned(),
            true => String::new(),
            false => self.parse.span(manner).of(&self.parse.lower).to_owned(),
        };
        let named = self.names.at(own.start).map(|e| &self.names.entities[e as usize]);
        let printed = self.is_capital(end);
        let own_kind = match named.map(|e| e.kind) {
            // `Ji-sung Park`
            Some(EntityKind::Person) => printed && matches!(self.before(start, 1), "the" | "at"),
            // Whose plant it is tells not which.
            Some(EntityKind::Organisation) => printed || !matches!(sort, "factory" | "depot" | "warehouse"),
            // `an Ohio park`, `the Leeds library`.
            _ => printed || sort == "prison" || places::find(&name).is_none(),
        };
        (own_kind && self.is_telling(&name))
            .then(|| self.new_spot(&(start..end + 1), sort, &manner, &name, None))
    }

    /// Whether a capital is that of a name, not of the word that opens a sentence.
    fn is_of_name(&self, at: usize) -> bool {
        !matches!(
            self.parse.tokens[at].upos,
            Upos::Det | Upos::Pron | Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Sconj
        )
    }

    /// Whether a name in plain lower case tells one place from others: `Central Park` and `the American school` do not.
    fn is_telling(&self, name: &str) -> bool {
        let tells = |word: &str| {
            !WORDS.common.contains(word)
                && super::point(word).is_none()
                && places::country_of_people(word).is_none()
                && crate::text::calendar::weekday(word).is_none()
        };
        name.split(' ').any(|word| word.len() > 2 && tells(word))
    }

    fn new_spot(
        &self,
        tokens: &Range<usize>,
        sort: &'static str,
        manner: &str,
        name: &str,
        number: Option<u32>,
    ) -> Spot {
        let purpose = self.purpose(tokens, sort);
        let span = self.parse.span(tokens.clone());
        Spot { span, sort, manner: manner.into(), name: name.into(), number, purpose, lead: false }
    }
}
