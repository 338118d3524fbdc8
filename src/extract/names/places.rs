//! The gazetteer: countries with their capitals and peoples, states, provinces, large cities, and which lies in which.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::lexicon::rows;

/// How a place of the gazetteer ranks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Rank {
    /// A country or territory.
    Country,
    /// The seat of a country's government.
    Capital,
    /// A state, province, continent, sea or landscape.
    Region,
    /// A large city.
    City,
    /// A building or street that stands for a country's government: the Kremlin.
    Seat,
}

/// A place of the gazetteer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Its usual English name.
    pub name: &'static str,
    /// How it ranks.
    pub rank: Rank,
    /// The place that holds it, by its usual English name.
    pub within: Option<&'static str>,
}

#[derive(Default)]
struct Gazetteer {
    places: Vec<Place>,
    names: FxHashMap<Cow<'static, str>, u32>,
    peoples: FxHashMap<Cow<'static, str>, &'static str>,
    /// For the letters and digits that open a name, the most tokens that such a name can have.
    openers: FxHashMap<Box<str>, usize>,
    /// The bytes of the longest name.
    longest: usize,
}

impl Gazetteer {
    fn add(&mut self, name: &'static str, rank: Rank, within: &'static str) -> u32 {
        let id = self.places.len() as u32;
        self.places.push(Place { name, rank, within: Some(within).filter(|w| !w.is_empty()) });
        self.call(name, id);
        id
    }

    /// Also calls the place by another name; the first place of a name keeps it.
    fn call(&mut self, name: &'static str, id: u32) {
        let lower = name.to_ascii_lowercase();
        if !name.is_ascii() {
            self.enter(deunicode::deunicode(name).to_ascii_lowercase(), id);
        }
        self.enter(lower, id);
    }

    fn enter(&mut self, lower: String, id: u32) {
        // A token is a run of letters and digits, or one mark.
        let marks = lower.chars().filter(|c| !c.is_alphanumeric()).count();
        match self.openers.get_mut(opening(&lower)) {
            Some(most) => *most = (*most).max(2 * marks + 1),
            None => drop(self.openers.insert(opening(&lower).into(), 2 * marks + 1)),
        }
        self.longest = self.longest.max(lower.len());
        self.names.entry(lower.into()).or_insert(id);
    }
}

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut all = Gazetteer::default();
    let list = |field: Option<&'static str>| field.unwrap_or("").split(',').filter(|name| !name.is_empty());
    let mut capitals = Vec::new();
    for row in rows(include_str!("../data/countries.txt")) {
        let mut fields = row.split('|');
        let (name, seats, peoples) = (fields.next().unwrap_or(""), fields.next(), fields.next());
        let (others, continent) = (fields.next(), fields.next().unwrap_or(""));
        let id = all.add(name, Rank::Country, continent);
        list(others).for_each(|other| all.call(other, id));
        capitals.push((seats, name));
        for people in list(peoples) {
            let lower = people.to_ascii_lowercase();
            all.peoples.insert(format!("{lower}s").into(), name);
            all.peoples.insert(lower.into(), name);
        }
    }
    for (seats, country) in capitals {
        let mut names = list(seats);
        if let Some(first) = names.next() {
            let id = all.add(first, Rank::Capital, country);
            names.for_each(|other| all.call(other, id));
        }
    }
    for row in rows(include_str!("../data/regions.txt")) {
        let mut fields = row.split('|');
        let id = all.add(fields.next().unwrap_or(""), Rank::Region, fields.next().unwrap_or(""));
        list(fields.next()).for_each(|other| all.call(other, id));
    }
    for (text, rank) in
        [(include_str!("../data/cities.txt"), Rank::City), (include_str!("../data/metonyms.txt"), Rank::Seat)]
    {
        for row in rows(text) {
            let mut fields = row.split('|');
            let id = all.add(fields.next().unwrap_or(""), rank, fields.next().unwrap_or(""));
            list(fields.next()).for_each(|other| all.call(other, id));
        }
    }
    all
});

/// The letters and digits before the first other character.
fn opening(lower: &str) -> &str {
    &lower[..lower.find(|c: char| !c.is_alphanumeric()).unwrap_or(lower.len())]
}

/// The most tokens of a name of the gazetteer whose first token this is; `lower` in lower case. 0 where no name opens so.
pub(super) fn most_tokens(lower: &str) -> usize {
    GAZETTEER.openers.get(opening(lower)).copied().unwrap_or_default()
}

/// All words for peoples, in lower case.
pub(super) fn peoples() -> impl Iterator<Item = &'static str> {
    GAZETTEER.peoples.keys().map(|people| &**people)
}

/// The place of this name, in whatever case.
pub fn find(name: &str) -> Option<&'static Place> {
    if name.len() > GAZETTEER.longest {
        return None;
    }
    lowered(name, find_lower)
}

/// The place of this name, whose ASCII letters are in lower case.
pub(super) fn find_lower(lower: &str) -> Option<&'static Place> {
    let all = &*GAZETTEER;
    if lower.len() > all.longest {
        return None;
    }
    all.names.get(lower).map(|&id| &all.places[id as usize])
}

/// Hands on a name with its ASCII letters in lower case; short ones, as nearly all are, without an allocation.
fn lowered<T>(name: &str, then: impl FnOnce(&str) -> T) -> T {
    let mut room = [0; 64];
    if let Some(lower) = room.get_mut(..name.len()) {
        lower.copy_from_slice(name.as_bytes());
        lower.make_ascii_lowercase();
        if let Ok(lower) = std::str::from_utf8(lower) {
            return then(lower);
        }
    }
    then(&name.to_ascii_lowercase())
}

/// The country whose people or adjective this word is; `lower` in lower case.
pub fn country_of_people(lower: &str) -> Option<&'static str> {
    GAZETTEER.peoples.get(lower).copied()
}

/// Whether a name, in whatever case, is that of a people: `Norwegians`.
pub fn is_demonym(name: &str) -> bool {
    lowered(name, |lower| GAZETTEER.peoples.contains_key(lower))
}

/// Whether two names, in plain lower case, are of two places of which neither holds the other.
pub fn are_apart(a: &str, b: &str) -> bool {
    !a.contains(b) && !b.contains(a) && !contains(a, b) && !contains(b, a)
}

/// The name of a place as it is held against others: in lower case and plain letters, without stops, a leading article and the ending of a
/// possessive, so that `St. Louis` is `St Louis` and `Dover’s` is `Dover`.
pub fn comparable(name: &str) -> String {
    // What is plain already, as most names are, is not copied to be made so.
    let plain = if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(deunicode::deunicode(name)) };
    let mut comparable = String::with_capacity(plain.len());
    for word in plain.split_whitespace() {
        let end = comparable.len();
        if end > 0 {
            comparable.push(' ');
        }
        let start = comparable.len();
        comparable.extend(word.chars().filter(|c| *c != '.').map(|c| c.to_ascii_lowercase()));
        if comparable[start..].ends_with("'s") {
            comparable.truncate(comparable.len() - "'s".len());
        }
        if comparable.len() == start {
            comparable.truncate(end);
        }
    }
    if comparable.starts_with("the ") {
        comparable.drain(.."the ".len());
    }
    comparable
}

/// Whether the place called `outer` holds the one called `inner`, as far as the gazetteer knows.
pub fn contains(outer: &str, inner: &str) -> bool {
    let Some(outer) = find(outer) else { return false };
    let mut at = find(inner).and_then(|place| place.within);
    // Chains are short: city, state, country, continent.
    for _ in 0..4 {
        match at {
            Some(name) if name == outer.name => return true,
            Some(name) => at = find(name).and_then(|place| place.within),
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: &str) {
        assert_eq!(comparable(name), expected, "{name}");
    }

    #[test]
    fn names_are_held_against_each_other_in_plain_words() {
        check("St. Louis", "st louis");
        check("Dover’s", "dover");
        check("The Hague", "hague");
        check("The", "the");
        check("the  ’s  Bronx", "bronx");
        check("Malmö\u{a0}Arena’s", "malmo arena");
        check(" U.S. . Bank\u{b}Stadium ", "us bank stadium");
        check("'s", "");
        check("", "");
    }
}
