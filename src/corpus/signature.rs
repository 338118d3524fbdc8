//! What an article is about, in a form that two articles can be held against each other by.

use jiff::civil::Date;

use crate::extract::words::{self, Word};
use crate::extract::{EntityKind, Figure, Form, Reading};

/// Names, words and day of an article.
#[derive(Clone, PartialEq, Debug)]
pub struct Signature {
    /// Named things by the hash of their folded name, sorted, with their weights.
    names: Vec<Word>,
    /// Content words, sorted.
    words: Vec<Word>,
    /// Amounts that few things come to, by the hash of value and unit, sorted; their weights are 1, or 2 for three digits and more.
    amounts: Vec<Word>,
    /// Sums of squared weights, for the cosine.
    norm: (f32, f32),
    /// The day of publication.
    day: Option<Date>,
    /// The story fixed by the configuration.
    pub fixed: Option<Box<str>>,
}

/// How far apart in days two articles on the same events may be published.
const WINDOW: i32 = 21;
/// The least share of names and words that makes one story of two articles (cosines, 0 to 1).
const ENOUGH: f32 = 0.20;
/// The least weight of shared amounts that makes one story of two articles which share a name.
const TOLD_ALIKE: u32 = 5;
/// Names of this weight or more are rare enough to look other articles up by.
const RARE: u8 = 50;

impl Signature {
    /// The signature of a reading.
    pub fn of(reading: &Reading) -> Self {
        let mut names = Vec::new();
        for entity in &reading.entities {
            let weight = weight_of(entity.kind, &entity.name);
            names.push(Word { stem: words::hash(&fold(&entity.name, entity.kind)), weight });
            for mention in entity.mentions.iter().filter(|m| m.form == Form::Acronym) {
                let acronym = reading.article.slice(mention.span);
                names.push(Word { stem: words::hash(&acronym.to_lowercase()), weight });
            }
        }
        names.sort_unstable();
        names.dedup_by_key(|w| w.stem);
        let mut amounts: Vec<Word> = reading.figures.iter().filter_map(amount).collect();
        amounts.sort_unstable();
        amounts.dedup_by_key(|a| a.stem);
        let norm = (squares(&names), squares(&reading.words));
        Signature {
            names,
            amounts,
            words: reading.words.clone(),
            norm,
            day: reading.published.as_ref().map(|p| p.date),
            fixed: reading.article.meta.story.as_deref().map(Into::into),
        }
    }

    /// The names by which other articles of the story are found.
    pub fn keys(&self) -> impl Iterator<Item = u32> {
        self.names.iter().filter(|w| w.weight >= RARE).map(|w| w.stem)
    }

    /// Whether two articles tell of the same events. Depends on the two alone, so that no third article changes it.
    pub fn same_story(&self, other: &Signature) -> bool {
        if self.fixed.is_some() || other.fixed.is_some() {
            return self.fixed == other.fixed;
        }
        if let (Some(a), Some(b)) = (self.day, other.day)
            && (a - b).get_days().abs() > WINDOW
        {
            return false;
        }
        let (shared_names, rare) = shared(&self.names, &other.names);
        let (shared_words, telling) = shared(&self.words, &other.words);
        let names = cosine(shared_names, self.norm.0, other.norm.0);
        let words = cosine(shared_words, self.norm.1, other.norm.1);
        let likeness = 0.5 * names + 0.5 * words;
        // Two rare names, or one beside several rare words: one shared name alone is a person in two stories.
        (rare >= 2 || rare == 1 && telling >= 6) && likeness >= ENOUGH
            // An analyst's note and a company's release have few words in common, but all their amounts.
            || rare >= 1 && likeness >= 0.5 * ENOUGH && shared_weight(&self.amounts, &other.amounts) >= TOLD_ALIKE
    }
}

/// Persons and things tell most; a country or capital, being in the common list of places, little.
fn weight_of(kind: EntityKind, name: &str) -> u8 {
    match kind {
        EntityKind::Place if crate::extract::names::is_well_known_place(name) => 15,
        EntityKind::Place => 70,
        EntityKind::Person => 100,
        EntityKind::Organisation if !name.contains(' ') => 50,
        EntityKind::Organisation | EntityKind::Other => 80,
    }
}

/// A name as two outlets would both write it: without case and diacritics; a person by surname alone.
fn fold(name: &str, kind: EntityKind) -> String {
    let plain = deunicode::deunicode(name).to_ascii_lowercase();
    match kind {
        EntityKind::Person => plain.rsplit(' ').next().unwrap_or_default().to_owned(),
        _ => plain.strip_prefix("the ").unwrap_or(&plain).to_owned(),
    }
}

/// A figure as a mark of its story: the value with its unit, where it has two digits or more that count.
fn amount(figure: &Figure) -> Option<Word> {
    let value = &figure.value;
    let printed = format!("{}", value.lo);
    let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_matches('0').len();
    let plain = value.lo == value.hi && !value.vague && (value.lo >= 10.0 || value.lo.fract() != 0.0);
    (plain && digits >= 2).then(|| Word {
        stem: words::hash(&format!("{printed} {}", figure.unit)),
        weight: if digits >= 3 { 2 } else { 1 },
    })
}

/// The weight of what two sorted bags share.
fn shared_weight(a: &[Word], b: &[Word]) -> u32 {
    let both = a.iter().filter(|w| b.binary_search_by_key(&w.stem, |x| x.stem).is_ok());
    both.map(|w| u32::from(w.weight)).sum()
}

fn squares(words: &[Word]) -> f32 {
    words.iter().map(|w| f32::from(w.weight) * f32::from(w.weight)).sum()
}

fn cosine(shared: f32, a: f32, b: f32) -> f32 {
    if a > 0.0 && b > 0.0 { shared / (a * b).sqrt() } else { 0.0 }
}

/// The scalar product of two sorted bags, and how many rare words they share.
fn shared(a: &[Word], b: &[Word]) -> (f32, u32) {
    let (mut i, mut j, mut sum, mut rare) = (0, 0, 0.0, 0);
    while i < a.len() && j < b.len() {
        match a[i].stem.cmp(&b[j].stem) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += f32::from(a[i].weight) * f32::from(b[j].weight);
                rare += u32::from(a[i].weight >= RARE);
                i += 1;
                j += 1;
            }
        }
    }
    (sum, rare)
}
