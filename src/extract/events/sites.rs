//! Phrases that say where: streets, sides, bearings, hospitals, towns and home towns.

use std::ops::Range;

use crate::extract::cover::Named;
use crate::extract::names::places::{self, Rank};
use crate::extract::{Entity, EntityKind, Form, Site, SiteKind};
use crate::text::{Parse, Span, TokenKind};

/// A place with its tokens, the preposition left out.
pub(super) struct Found {
    pub site: Site,
    pub tokens: Range<usize>,
    /// Whose home it is, by index into the reading's entities.
    pub of: Option<u32>,
}

/// Every place phrase of an article, in no order.
pub(super) fn find(parse: &Parse, names: &Named) -> Vec<Found> {
    let reader = Reader { parse, names };
    let mut found = Vec::new();
    for at in 0..parse.tokens.len() {
        if parse.tokens[at].kind == TokenKind::Word {
            found.extend(reader.street(at).or_else(|| reader.seen_from(at)));
        }
    }
    for &(span, entity) in &names.mentions {
        found.extend(reader.named(span, entity));
    }
    found
}

struct Reader<'a> {
    parse: &'a Parse<'a>,
    names: &'a Named<'a>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        if at < self.parse.tokens.len() { self.parse.lower(at) } else { "" }
    }

    fn before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |i| self.word(i))
    }

    fn is_capital(&self, at: usize) -> bool {
        at < self.parse.tokens.len()
            && self.parse.tokens[at].kind == TokenKind::Word
            && self.parse.word(at).starts_with(char::is_uppercase)
    }

    fn found(&self, kind: SiteKind, tokens: Range<usize>, name: Range<usize>) -> Found {
        let span = self.parse.span(tokens.clone());
        let name = folded(self.parse.span(name).of(&self.parse.article.text));
        let site = Site { span, kind, name, sort: "".into(), number: None, compass: None };
        Found { site, tokens, of: None }
    }

    /// The street whose kind stands at `at`: `the 1200 block of North Pine Street`.
    fn street(&self, at: usize) -> Option<Found> {
        let (sort, common) = self.is_capital(at).then(|| street_sort(self.word(at)))??;
        let named = |i: usize| self.is_capital(i) || is_ordinal(self.word(i));
        let mut start = at;
        // `St Brigid's Terrace`: a possessive belongs to the name where a capital stands before it.
        let owns = |i: usize| {
            matches!(self.word(i), "'s" | "’s" | "'" | "’")
                && i.checked_sub(1).is_some_and(|i| self.is_capital(i))
        };
        while start > 0 && at - start < 4 && (named(start - 1) || owns(start - 1)) {
            start -= 1;
        }
        let number_at = |i: usize| {
            let word = self.parse.word(i);
            (word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
        };
        let of_block = self.before(start, 1) == "of" && self.before(start, 2) == "block";
        let house_at = start.checked_sub(if of_block { 3 } else { 1 });
        let number: Option<u32> = house_at.and_then(number_at);
        // The points of the compass before a street's name belong to its address, not its name.
        let mut name = start;
        while name + 1 < at && is_heading(self.word(name)) {
            name += 1;
        }
        let saint = matches!(self.word(at), "st." | "st") && self.is_capital(at + 1);
        // `Gov. Lane Foster`, `Justice Drive Smith`: a person behind a title, not a lane.
        let person = number.is_none()
            && (self.is_capital(at + 1) && sort == "lane" || self.word(start).ends_with('.'));
        if name == at || saint || person && !is_heading(self.word(start)) || !(common || number.is_some()) {
            return None;
        }
        let from = if number.is_some() { house_at.unwrap_or(start) } else { start };
        let mut found = self.found(SiteKind::Street, from..at + 1, name..at);
        found.site.sort = sort.into();
        found.site.number = number;
        Some(found)
    }

    /// The point of the compass at `at` in eighths of a turn, and the token behind it.
    fn compass(&self, at: usize) -> Option<(u8, usize)> {
        let point = |word: &str| match word.strip_suffix("ern").unwrap_or(word) {
            "north" => Some(0),
            "northeast" => Some(1),
            "east" => Some(2),
            "southeast" => Some(3),
            "south" => Some(4),
            "southwest" => Some(5),
            "west" => Some(6),
            "northwest" => Some(7),
            _ => None,
        };
        let word = self.word(at);
        let first = word.starts_with(['n', 'e', 's', 'w']).then(|| point(word))??;
        let joined = matches!(self.word(at + 1), "-" | "‑");
        match (first, joined.then(|| point(self.word(at + 2))).flatten()) {
            (0, Some(2)) => Some((1, at + 3)),
            (0, Some(6)) => Some((7, at + 3)),
            (4, Some(2)) => Some((3, at + 3)),
            (4, Some(6)) => Some((5, at + 3)),
            _ if joined => None,
            _ => Some((first, at + 1)),
        }
    }

    /// `the west coast of Crete`, `Crete's west coast`, `12 km north-east of Vigo`.
    fn seen_from(&self, at: usize) -> Option<Found> {
        let (compass, end) = self.compass(at)?;
        if matches!(self.before(at, 1), "-" | "‑") {
            return None;
        }
        let side = is_side(self.word(end));
        let behind = end + usize::from(side);
        let owned = side && matches!(self.before(at, 1), "'s" | "’s");
        let (name, tokens) = if self.word(behind) == "of" {
            let start = behind + 1 + usize::from(self.word(behind + 1) == "the");
            let name = self.name(start)?;
            (name.clone(), at..name.end)
        } else if owned {
            let phrase = self.parse.phrase_of(at - 2)?;
            let first = self.parse.phrases[phrase].tokens.clone().find(|&t| self.is_capital(t))?;
            (first..at - 1, first..behind)
        } else {
            return None;
        };
        let distance = (!side).then(|| self.distance(at)).flatten();
        let kind = if side { SiteKind::Side } else { SiteKind::Bearing };
        let tokens = distance.map_or(tokens.start, |(from, _)| from)..tokens.end;
        let mut found = self.found(kind, tokens, name);
        found.site.compass = Some(compass);
        found.site.number = distance.map(|d| d.1);
        if side {
            found.site.sort = self.word(end).into();
        }
        Some(found)
    }

    /// The distance before `at`: the token of its number, and the number, rounded to whole units.
    fn distance(&self, at: usize) -> Option<(usize, u32)> {
        // `12 miles (19 kilometers) southwest of`: the same distance once more.
        let again =
            (self.before(at, 1) == ")").then(|| (2..6).find(|&n| self.before(at, n) == "(")).flatten();
        let at = again.map_or(at, |n| at - n);
        let unit = matches!(
            self.before(at, 1),
            "km" | "kilometres" | "kilometers" | "miles" | "mile" | "metres" | "meters" | "m" | "mi"
        );
        let number = at.checked_sub(2).filter(|_| unit)?;
        let value: f64 = self.parse.word(number).replace(',', "").parse().ok()?;
        (0.0..1e6).contains(&value).then(|| (number, value.round() as u32))
    }

    /// The run of capitals from `at` on: at most five words.
    fn name(&self, at: usize) -> Option<Range<usize>> {
        let end = (at..at + 5).find(|&i| !self.is_capital(i)).unwrap_or(at + 5);
        (end > at).then_some(at..end)
    }

    /// The hospital, town or home town that a mention names.
    fn named(&self, span: Span, entity: u32) -> Option<Found> {
        let tokens = self.parse.tokens_in(span);
        if tokens.is_empty() {
            return None;
        }
        let named = &self.names.entities[entity as usize];
        match named.kind {
            EntityKind::Person => self.home(tokens, entity),
            EntityKind::Place | EntityKind::Organisation if self.is_hospital(&tokens) => {
                let directed = (1..=2).any(|n| matches!(self.before(tokens.start, n), "to" | "at" | "in"));
                directed.then(|| self.found(SiteKind::Hospital, tokens.clone(), tokens))
            }
            EntityKind::Place => self.town(span, tokens, named),
            _ => None,
        }
    }

    fn is_hospital(&self, tokens: &Range<usize>) -> bool {
        let last = self.word(tokens.end - 1);
        matches!(last, "hospital" | "infirmary" | "clinic")
            || matches!(last, "center" | "centre") && self.before(tokens.end - 1, 1) == "medical"
    }

    /// A town behind `in` or `at`; countries, regions and places of another kind are none.
    fn town(&self, span: Span, tokens: Range<usize>, named: &Entity) -> Option<Found> {
        let mention = named.mentions.binary_search_by_key(&span, |m| m.span).ok();
        let form = mention.map(|i| named.mentions[i].form);
        let town = match places::find(&named.name) {
            Some(place) => matches!(place.rank, Rank::City | Rank::Capital),
            None => !is_wide(&named.name.to_lowercase()),
        };
        let directed = matches!(self.before(tokens.start, 1), "in" | "at");
        let part = self.is_capital(tokens.end) || matches!(self.word(tokens.end), "'s" | "’s" | "-");
        (town && directed && !part && form == Some(Form::Full))
            .then(|| self.found(SiteKind::Town, tokens.clone(), tokens))
    }

    /// `Ann Lee, 34, of Oakdale`.
    fn home(&self, tokens: Range<usize>, person: u32) -> Option<Found> {
        let mut at = tokens.end;
        let set_off = self.word(at) == ",";
        at += usize::from(set_off);
        if self.parse.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Number) && self.word(at + 1) == ","
        {
            at += 2;
        }
        if !set_off || self.word(at) != "of" {
            return None;
        }
        let name = self.name(at + 1)?;
        let span = self.parse.span(name.clone());
        let known = self.names.within(span).next().map(|n| &self.names.entities[n.1 as usize]);
        let town = match known {
            Some(entity) if entity.kind != EntityKind::Place => false,
            _ => places::find(span.of(&self.parse.article.text))
                .is_none_or(|p| matches!(p.rank, Rank::City | Rank::Capital)),
        };
        let closed = matches!(self.word(name.end), "," | "." | ";" | ")") || self.word(name.end) == "was";
        let body = matches!(
            self.word(name.end - 1),
            "police" | "department" | "council" | "service" | "university" | "school"
        );
        if !town
            || !closed
            || body
            || is_wide(&self.parse.span(name.clone()).of(&self.parse.lower).to_lowercase())
        {
            return None;
        }
        let mut found = self.found(SiteKind::Home, name.clone(), name);
        found.of = Some(person);
        Some(found)
    }
}

/// In lower case, in plain letters, a leading article left out.
fn folded(name: &str) -> Box<str> {
    let plain = deunicode::deunicode(name).to_lowercase();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let words = if words.first() == Some(&"the") { &words[1..] } else { &words[..] };
    words.join(" ").into()
}

/// Names that end in a word for a landscape, a building or a part of a town are no towns.
fn is_wide(lower: &str) -> bool {
    let last = lower.rsplit(' ').next().unwrap_or_default();
    crate::extract::names::is_place_head(last)
}

/// The kind of street in full, and whether it is one that tells a street without a number too.
fn street_sort(lower: &str) -> Option<(&'static str, bool)> {
    let common = match lower {
        "street" | "st." | "st" => "street",
        "avenue" | "ave." | "ave" => "avenue",
        "road" | "rd." | "rd" => "road",
        "boulevard" | "blvd." | "blvd" => "boulevard",
        "lane" | "ln." => "lane",
        "drive" | "dr." => "drive",
        "parkway" | "pkwy" => "parkway",
        _ => {
            let rare = match lower {
                "court" | "ct." => "court",
                "place" | "pl." => "place",
                "way" => "way",
                "circle" => "circle",
                "terrace" => "terrace",
                _ => return None,
            };
            return Some((rare, false));
        }
    };
    Some((common, lower != "dr."))
}

fn is_heading(lower: &str) -> bool {
    matches!(
        lower,
        "n" | "n."
            | "s"
            | "s."
            | "e"
            | "e."
            | "w"
            | "w."
            | "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "the"
            | "in"
            | "on"
            | "at"
            | "near"
    )
}

fn is_ordinal(lower: &str) -> bool {
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(&lower[digits.len()..], "st" | "nd" | "rd" | "th")
}

/// Words for a part of a place that a point of the compass tells.
fn is_side(lower: &str) -> bool {
    matches!(
        lower,
        "coast"
            | "shore"
            | "side"
            | "bank"
            | "edge"
            | "end"
            | "outskirts"
            | "tip"
            | "entrance"
            | "gate"
            | "face"
            | "slope"
            | "slopes"
            | "flank"
            | "wing"
            | "shoreline"
            | "coastline"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = std::sync::Arc::new(Article::plain(text));
        let reading = crate::extract::read(article);
        let mut told: Vec<(Span, String)> = reading
            .events
            .iter()
            .flat_map(|e| &e.sites)
            .map(|s| {
                let number = s.number.map(|n| format!(" {n}")).unwrap_or_default();
                let compass = s.compass.map(|c| format!(" /{c}")).unwrap_or_default();
                (s.span, format!("{:?} {}{number}{compass}", s.kind, s.name))
            })
            .collect();
        told.sort();
        told.dedup();
        let told: Vec<String> = told.into_iter().map(|t| t.1).collect();
        assert_eq!(told.join("; "), expected);
    }

    #[test]
    fn streets() {
        check("The fire began at 412 Pine Street on Monday.", "Street pine 412");
        check("Shots were fired in the 1200 block of North Cedar Avenue.", "Street cedar 1200");
        check("A bus overturned on Harbour Road.", "Street harbour");
        check("The Supreme Court met on Monday.", "");
        check("The body was found near 5th Street.", "Street 5th");
    }

    #[test]
    fn sides_and_bearings() {
        check("A trawler sank off the west coast of Crete.", "Side crete /6");
        check("The epicentre was 12 km north-east of Vigo.", "Bearing vigo 12 /1");
        check("The plane crashed 40 miles southwest of Lima.", "Bearing lima 40 /5");
    }

    #[test]
    fn homes() {
        check("Police named the driver as John Smith, 34, of Oakdale.", "Home oakdale");
        check("John Smith, 34, of the harbour police, was hurt.", "");
    }
}
