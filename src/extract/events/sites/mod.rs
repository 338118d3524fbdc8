//! Phrases that say where: streets, numbered roads, sides, bearings, hospitals, venues, districts, towns and home towns.

use std::ops::Range;

use crate::extract::cover::Named;
use crate::extract::meanings::{Meanings, Trigger};
use crate::extract::names::places::{self, Rank};
use crate::extract::{Entity, EntityKind, Form, Site, SiteKind, Spot};
use crate::text::{Parse, Span, TokenKind};

pub use sorts::{PlaceName, is_bearing, is_estate, is_sort, place_name, plain_sort};
use words::{Hospital, Tells, WORDS};

mod homes;
mod purposes;
mod sorts;
mod spots;
mod venues;
mod words;

/// A place with its tokens, the preposition left out.
pub(super) struct Found {
    pub site: Site,
    pub tokens: Range<usize>,
    /// Whose home it is.
    pub whose: Option<Whose>,
}

/// Somebody who is at home somewhere.
#[derive(Clone, Copy)]
pub(super) enum Whose {
    /// By index into the reading's entities.
    Named(u32),
    /// By the token of the noun for them.
    Noun(usize),
}

/// Every place phrase of an article, in no order, and every place that it names, whatever for.
/// `aged` is the only person, by index into the reading's entities, of whom it tells an age.
pub(super) fn find(
    parse: &Parse,
    meanings: &Meanings,
    names: &Named,
    aged: Option<u32>,
) -> (Vec<Found>, Vec<Spot>) {
    let reader = Reader { parse, names, aged };
    let (mut found, mut spots) = (Vec::new(), Vec::new());
    for at in 0..parse.tokens.len() {
        if parse.tokens[at].kind != TokenKind::Word {
            continue;
        }
        let (meaning, capital) = (&meanings[at], reader.is_capital(at));
        if !capital && !meaning.triggers_any() {
            continue;
        }
        let site = match capital {
            true if meaning.triggers(Trigger::Site) => {
                reader.road(at).or_else(|| reader.street(at)).or_else(|| reader.hospital(at))
            }
            true => reader.road(at),
            false => None,
        };
        let site = match meaning.triggers(Trigger::Compass) {
            true => site.or_else(|| reader.seen_from(at)),
            false => site,
        };
        spots.extend(match &site {
            Some(site) => reader.spot_of(site),
            None if meaning.triggers(Trigger::Venue) => reader.spot(at),
            None => None,
        });
        found.extend(match meaning.triggers(Trigger::Venue) {
            true => site.or_else(|| reader.venue(at)),
            false => site,
        });
        if meaning.triggers(Trigger::Resident) {
            found.extend(reader.home_of_noun(at));
        }
    }
    for &(span, entity) in &names.mentions {
        found.extend(reader.named(span, entity));
    }
    (found, spots)
}

/// The point of the compass that a word in lower case names, in eighths of a turn.
pub(in crate::extract) fn point(word: &str) -> Option<u8> {
    Some(match word.strip_suffix("ern").unwrap_or(word) {
        "north" => 0,
        "northeast" => 1,
        "east" => 2,
        "southeast" => 3,
        "south" => 4,
        "southwest" => 5,
        "west" => 6,
        "northwest" => 7,
        _ => return None,
    })
}

/// Whether a word in lower case is, with a capital, the kind of a street or hospital.
pub(in crate::extract) fn is_kind(lower: &str) -> bool {
    WORDS.streets.contains(lower) || WORDS.hospitals.contains(lower) || WORDS.hospital.contains(lower)
}

/// Whether a word in lower case tells what a named or numbered venue or district is.
pub(in crate::extract) fn is_venue(lower: &str) -> bool {
    WORDS.venues.contains(lower) || WORDS.grades.contains(lower) || WORDS.counted.contains(lower)
}

/// Whether a word in lower case is a noun for somebody who is at home somewhere, or ends one: the `old` of `15-year-old`.
pub(in crate::extract) fn is_resident(lower: &str) -> bool {
    lower == "old" || WORDS.people.contains(lower) || WORDS.strangers.contains(lower)
}

struct Reader<'a> {
    parse: &'a Parse<'a>,
    names: &'a Named,
    /// The only person of whom the article tells an age.
    aged: Option<u32>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        if at < self.parse.tokens.len() { self.parse.lower(at) } else { "" }
    }

    fn before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |i| self.word(i))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.parse.is_capital(at)
    }

    fn found(&self, kind: SiteKind, tokens: Range<usize>, name: Range<usize>) -> Found {
        let span = self.parse.span(tokens.clone());
        let name = places::comparable(self.parse.span(name).of(&self.parse.article.text)).into();
        let site = Site { span, kind, name, sort: "".into(), number: None, compass: None };
        Found { site, tokens, whose: None }
    }

    /// The start of the run of capitals, ordinals and possessives that ends before `at`: at most four words.
    fn run_before(&self, at: usize) -> usize {
        let named = |i: usize| self.is_capital(i) || is_ordinal(self.word(i));
        // `St Brigid's Terrace`: a possessive belongs to the name where a capital stands before it.
        let owns = |i: usize| {
            matches!(self.word(i), "'s" | "’s" | "'" | "’")
                && i.checked_sub(1).is_some_and(|i| self.is_capital(i))
        };
        let mut start = at;
        while start > 0 && at - start < 4 && (named(start - 1) || owns(start - 1)) {
            start -= 1;
        }
        start
    }

    /// The street whose kind, with a capital, stands at `at`: `the 1200 block of North Pine Street`.
    fn street(&self, at: usize) -> Option<Found> {
        let &(sort, tells) = WORDS.streets.get(self.word(at))?;
        let start = self.run_before(at);
        let number_at = |i: usize| {
            let word = self.parse.word(i);
            (word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
        };
        let of_block = self.before(start, 1) == "of" && self.before(start, 2) == "block";
        let house_at = start.checked_sub(if of_block { 3 } else { 1 });
        // `12-14 Union Street` has both houses.
        let range = house_at.is_some_and(|i| matches!(self.before(i, 1), "-" | "–" | "/" | "&"));
        let number: Option<u32> = house_at.filter(|_| !range).and_then(number_at);
        // The points of the compass before a street's name belong to its address, not its name.
        let mut name = start;
        while name + 1 < at && WORDS.headings.contains(self.word(name)) {
            name += 1;
        }
        let saint = matches!(self.word(at), "st." | "st") && self.is_capital(at + 1);
        // `Gov. Lane Foster`, `Justice Drive Smith`: a person behind a title, not a lane.
        let person = number.is_none()
            && (self.is_capital(at + 1) && sort == "lane" || self.word(start).ends_with('.'));
        let told = number.is_some()
            || match tells {
                Tells::Alone => true,
                Tells::Along => matches!(self.before(start, 1), "on" | "along" | "off"),
                Tells::Numbered => false,
            };
        if name == at || saint || person && !WORDS.headings.contains(self.word(start)) || !told {
            return None;
        }
        let from = if number.is_some() { house_at.unwrap_or(start) } else { start };
        let mut found = self.found(SiteKind::Street, from..at + 1, name..at);
        found.site.sort = sort.into();
        found.site.number = number;
        if let Some(&figures) = WORDS.ordinals.get(&found.site.name) {
            found.site.name = figures.into();
        }
        Some(found)
    }

    /// The road with a number whose kind, with a capital, stands at `at`: `Route 9`, `U.S. 41`, `County Road 12`, `La. 18`, `I-95`, `the M6`.
    fn road(&self, at: usize) -> Option<Found> {
        let digits = |word: &str| {
            let short = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
            short.then(|| word.parse::<u32>().ok()).flatten()
        };
        let word = self.word(at);
        let (sort, number, end) = if let Some(number) = word.strip_prefix("i-").and_then(digits) {
            ("interstate".to_owned(), number, at + 1)
        } else if let Some(number) = word.get(1..).and_then(digits) {
            // Roads of Europe: a letter and a number behind the article.
            let road = self.before(at, 1) == "the" && !self.is_capital(at + 1);
            (word.get(..1).filter(|_| road)?.to_owned(), number, at + 1)
        } else {
            let joined = usize::from(matches!(self.word(at + 1), "-" | "‑"));
            let end = at + 1 + joined;
            let number = digits(self.word(end))?;
            (self.road_sort(at, joined == 1)?, number, end + 1)
        };
        // `Highway 9 Brewery`, `I-95's`: only the road itself.
        if self.is_capital(end) {
            return None;
        }
        let mut found = self.found(SiteKind::Road, at..end, at..at);
        found.site.sort = sort.into();
        found.site.number = Some(number);
        Some(found)
    }

    /// The kind of numbered road that the word at `at` names, with who keeps it where it is not the state.
    fn road_sort(&self, at: usize, joined: bool) -> Option<String> {
        let word = self.word(at);
        let Some(&sort) = WORDS.roads.get(word) else {
            // The state's own roads: `La. 18`.
            let state = word.ends_with('.')
                && places::find(self.parse.word(at)).is_some_and(|p| p.rank == Rank::Region);
            return state.then(|| "highway".to_owned());
        };
        match (sort, self.before(at, 1)) {
            ("interstate", _) => (word != "i" || joined).then(|| sort.to_owned()),
            (_, "u.s." | "us") => Some("us".to_owned()),
            (_, owner @ ("county" | "farm" | "forest" | "ranch")) => Some(format!("{owner} {sort}")),
            ("road", owner) => (owner == "state").then(|| "highway".to_owned()),
            _ => Some(sort.to_owned()),
        }
    }

    /// The hospital whose last word stands at `at`: `Mercy Hospital`, `Lowell Regional Medical Center`; behind `to` or `at` also
    /// `Lowell Regional`.
    fn hospital(&self, at: usize) -> Option<Found> {
        if self.is_capital(at + 1) {
            return None;
        }
        let word = self.word(at);
        let centre = matches!(word, "center" | "centre");
        let whole = WORDS.hospitals.contains(word) && (!centre || self.before(at, 1) == "medical");
        let short = WORDS.hospital.get(word) == Some(&Hospital::Kind)
            && !word.ends_with('s')
            && !WORDS.venues.contains(word);
        let start = self.run_before(at);
        let directed = match self.before(start, 1) {
            "to" | "at" | "in" | "from" => true,
            "the" => whole && matches!(self.before(start, 2), "to" | "at" | "in" | "from"),
            _ => false,
        };
        if !(whole || short) || !directed || start == at {
            return None;
        }
        let what = |i: usize| WORDS.hospital.get(self.word(i));
        let own = (start..at + 1).rev().find(|&i| what(i).is_none()).map_or(start, |i| i + 1);
        let mut found = self.found(SiteKind::Hospital, start..at + 1, start..own);
        let kinds = (own..at + 1).filter(|&i| what(i) == Some(&Hospital::Kind));
        found.site.sort = kinds.map(|i| self.word(i)).collect::<Vec<_>>().join(" ").into();
        if own == start {
            // `University Hospital` has no name but its kind.
            found.site.name = std::mem::take(&mut found.site.sort).into();
        }
        Some(found)
    }

    /// The point of the compass at `at` in eighths of a turn, and the token behind it.
    fn compass(&self, at: usize) -> Option<(u8, usize)> {
        let first = point(self.word(at))?;
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
        let part = WORDS.sides.get(self.word(end)).copied();
        let side = part.is_some();
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
        found.site.sort = part.unwrap_or_default().into();
        Some(found)
    }

    /// The distance before `at`: the token of its number, and the number, rounded to whole units.
    fn distance(&self, at: usize) -> Option<(usize, u32)> {
        // `12 miles (19 kilometers) southwest of`: the same distance once more.
        let again =
            (self.before(at, 1) == ")").then(|| (2..6).find(|&n| self.before(at, n) == "(")).flatten();
        let at = again.map_or(at, |n| at - n);
        let unit = WORDS.units.contains(self.before(at, 1));
        let number = at.checked_sub(2).filter(|_| unit)?;
        let value: f64 = self.parse.word(number).replace(',', "").parse().ok()?;
        (0.0..1e6).contains(&value).then(|| (number, value.round() as u32))
    }

    /// The run of capitals from `at` on: at most five words.
    fn name(&self, at: usize) -> Option<Range<usize>> {
        let end = (at..at + 5).find(|&i| !self.is_capital(i)).unwrap_or(at + 5);
        (end > at).then_some(at..end)
    }

    /// The town or home town that a mention names.
    fn named(&self, span: Span, entity: u32) -> Option<Found> {
        let tokens = self.parse.tokens_in(span);
        if tokens.is_empty() {
            return None;
        }
        let named = &self.names.entities[entity as usize];
        match named.kind {
            EntityKind::Person => self.home(tokens, entity),
            EntityKind::Place => self.town(span, tokens, named),
            _ => None,
        }
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
}

/// Names that end in a word for a landscape, a building, a street or a part of a town are no towns.
fn is_wide(lower: &str) -> bool {
    let last = lower.rsplit(' ').next().unwrap_or_default();
    crate::extract::names::is_place_head(last) || WORDS.streets.contains(last)
}

fn is_ordinal(lower: &str) -> bool {
    let digits = lower.trim_end_matches(|c: char| c.is_ascii_lowercase());
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(&lower[digits.len()..], "st" | "nd" | "rd" | "th")
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
            .flat_map(|e| &reading.lists.sites[e.sites])
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
        check("The body was found near Fifth Street.", "Street 5th");
    }

    #[test]
    fn sides_and_bearings() {
        check("A trawler sank off the west coast of Crete.", "Side crete /6");
        check("The epicentre was 12 km north-east of Vigo.", "Bearing vigo 12 /1");
        check("The plane crashed 40 miles southwest of Lima.", "Bearing lima 40 /5");
    }

    #[test]
    fn lanes_that_a_preposition_or_a_number_tells() {
        check("The chapel on Abbey Gardens was burgled.", "Street abbey");
        check("A boy was stabbed in Abbey Gardens on Sunday.", "");
        check("A boy was stabbed at 9 Abbey Gardens on Sunday.", "Street abbey 9");
        check("The Supreme Court sat.", "");
    }

    #[test]
    fn numbered_roads() {
        check("A lorry overturned on Route 9 on Monday.", "Road  9");
        check("Two trucks collided on I-80 near Elko.", "Road  80");
        check("The bus crashed on U.S. 41.", "Road  41");
        check("She was hit on County Road 12.", "Road  12");
        check("A tanker burned on La. 3127.", "Road  3127");
        check("The coach overturned on the M6.", "Road  6");
        check("Highway 9 Brewing opened.", "");
        check("He scored at the 40-yard line.", "");
    }

    #[test]
    fn hospitals() {
        check("She was taken to Mercy Hospital.", "Hospital mercy");
        check("She died at Ardmoor Regional Medical Center.", "Hospital ardmoor");
        check("He was driven to Ardmoor Memorial and University Medical.", "Hospital ardmoor");
        check("He was flown to Ardmoor Memorial Hospital and Lakeside Clinic.", "Hospital ardmoor");
        check("He is in University Hospital.", "Hospital university");
        check("A nurse of Mercy Hospital spoke.", "");
    }

    #[test]
    fn venues_and_districts() {
        check("The choir sang at Brandt Arena.", "Venue brandt");
        check("She was married in St Mark's Church.", "Venue st mark");
        check("He was tried at Leeds Crown Court.", "Venue leeds");
        check("A ferry sank on Lake Maren.", "Venue maren");
        check("Rain fell in Harlan County.", "District harlan");
        check("A flat burned in the suburb of Marrick.", "District marrick");
        check("The Harlan County council met.", "");
        check("A goal by Ji-sung Park won it.", "");
    }

    #[test]
    fn homes() {
        check("Police named the driver as John Smith, 34, of Oakdale.", "Home oakdale 34");
        check("John Smith, 34, of the harbour police, was hurt.", "");
        check("John Smith, 34, from Oakdale, was hurt.", "Home oakdale 34");
        check("An Oakdale man, John Smith, was hurt.", "Home oakdale");
        check("A 34-year-old Oakdale man was hurt.", "Home oakdale 34");
        check("A minister from Oakdale spoke.", "");
        check("John Smith, 34, an Oakdale man, was hurt.", "Home oakdale");
        check(
            "Family and friends mourned Ann Lee. The 15-year-old, from Oakdale, had won a prize.",
            "Home oakdale 15",
        );
        check("Family and friends mourned Ann Lee. The Oakdale teenager had won a prize.", "Home oakdale");
        check("Ann Lee (52), a mother of four from Oakdale, was fined.", "Home oakdale 52");
        check(
            "Ann Lee, 52, was fined. Judge John Smith spoke. He said that the Oakdale woman had lied.",
            "Home oakdale",
        );
        check(
            "An Oakdale woman was fined. Judge John Smith said that Ann Lee, 52, had lied.",
            "Home oakdale",
        );
        check("Ann Lee, 52, met Joan Hart, 61. Both spoke. They said that the Oakdale woman had lied.", "");
        check("John Smith, 52, was fined. They said that the Oakdale woman had lied.", "");
        check("Ann Lee met John Smith. The Oakdale teenager had won a prize.", "");
        check("Irish teenager Liam Nolan won. The Irish man was cheered.", "");
    }
}
