//! `age-conflict`: a person's age, or age and birth, that do not fit.
//!
//! Ages meet where they are of one person of the story. A year more in an article some weeks later may be a birthday; ages of other
//! days (`was 22 when`) are not read at all. People without a name are held to be one only where the same thing happened to the
//! only one of their kind in both articles, and the two ages look like one that was misread.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::lexicon::{self, Course};
use crate::extract::names::identity::{self, Sex};
use crate::extract::{Age, Days, Reach, Whose, look_alike};

use super::telling;
use super::{ClaimRef, Code, Finding, Place, Severity};

#[cfg(test)]
mod tests;

/// Articles this many days apart or less tell of one day as far as birthdays go: few have theirs in between.
const SAME_DAYS: i32 = 31;
/// Articles on people without names must lie this near in days.
const NEAR_DAYS: i32 = 10;

/// Somebody's age at a place of the story, and what is told of them there.
#[derive(Clone, Copy)]
struct Told {
    at: ClaimRef,
    years: i32,
    /// What happened to them, by the verb or else by the nearest predicate of the clause.
    fate: Option<u8>,
    /// Man or woman, as far as the name or the noun tells.
    sex: Sex,
    /// The verb that says so, by its hash.
    verb: Option<u32>,
    /// Whether the name stands with the age.
    beside: bool,
}

impl Told {
    /// Whether the same is told of both: the same verb, another of the same class, or two steps on the way to a sentence.
    fn shares_fate(&self, other: &Told) -> bool {
        let alike = |a: u8, b: u8| a == b || is_accused(a) && is_accused(b);
        self.verb.is_some() && self.verb == other.verb
            || self.fate.zip(other.fate).is_some_and(|(a, b)| alike(a, b))
    }
}

/// Whether somebody to whom this happens stands accused: one report has a man held, the next has him before a judge.
fn is_accused(fate: u8) -> bool {
    matches!(lexicon::predicate_name(fate), "arrested" | "charged" | "convicted" | "sentenced")
}

/// The findings on ages of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let (named, unnamed) = gather(story);
    let mut pairs: Vec<(Told, Told)> = Vec::new();
    for ages in named.values() {
        for (i, &a) in ages.iter().enumerate() {
            pairs.extend(ages[i + 1..].iter().filter(|b| differ(story, a, **b)).map(|&b| (a, b)));
        }
    }
    let crowd = Crowd::of(story, &named, &unnamed);
    pairs.extend(of_the_unnamed(&crowd, &unnamed));
    pairs.extend(of_the_later_named(&crowd, &named, &unnamed));
    let mut findings = told(story, &pairs);
    findings.extend(births(story, &named));
    findings
}

/// Whether the figure at a place is somebody's age, so that it is told here and by no other check.
pub fn is_age(story: &Story, at: Place) -> bool {
    let reading = &story.readings[at.article as usize];
    let figure = |age: &Age| reading.figures[age.figure as usize].span;
    let next = reading.ages.partition_point(|age| figure(age).start < at.span.start);
    reading.ages.get(next).is_some_and(|age| figure(age) == at.span)
}

type Named = FxHashMap<u32, Vec<Told>>;

/// Somebody without a name, and the noun for them.
struct Unnamed {
    told: Told,
    noun: String,
}

impl Unnamed {
    /// Whether one noun can stand for both: the same, or of two with one fate `man` and what only one of them is called, as `roofer`.
    fn may_be(&self, other: &Unnamed, crowd: &Crowd) -> bool {
        let plain = |person: &Unnamed| person.told.sex != Sex::Unknown;
        let alone = || crowd.is_alone(self.told) && crowd.is_alone(other.told);
        self.noun == other.noun || plain(self) != plain(other) && alone()
    }
}

/// The ages of every person of the story, and those of people without a name. A copy of wire text counts: it is where slips are made.
fn gather(story: &Story) -> (Named, Vec<Unnamed>) {
    let mut named = Named::default();
    let mut unnamed = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for age in &reading.ages {
            let figure = &reading.figures[age.figure as usize];
            let block = reading.article.block_at(figure.span.start);
            if block.is_some_and(|b| !reading.article.blocks[b].is_story()) {
                continue;
            }
            let at = ClaimRef { article, claim: age.figure };
            let (years, fate) = (figure.value.lo as i32, age.fate.or_else(|| fate(story, at)));
            let told = |sex| Told { at, years, fate, sex, verb: age.verb, beside: age.beside };
            match age.whose {
                Whose::Person(person) => {
                    let linked = story.entity_of[article as usize][person as usize];
                    let sex = identity::sex_of_name(&story.entities[linked as usize].name);
                    named.entry(linked).or_default().push(told(sex));
                }
                Whose::Noun(noun) => {
                    let noun = reading.article.slice(noun).to_lowercase();
                    let told = told(identity::sex_of_noun(&noun));
                    unnamed.push(Unnamed { told, noun });
                }
            }
        }
    }
    (named, unnamed)
}

/// What happened to whoever is so old, by the nearest predicate of the clause that is no measure: `from` tells how far off towns are.
fn fate(story: &Story, at: ClaimRef) -> Option<u8> {
    let side = telling::side(story, at);
    let mut near = side.predicates().iter().filter(|p| p.1 <= Reach::Clause).map(|p| p.0);
    near.find(|&class| lexicon::course(class) != Course::Measure)
}

fn days_apart(story: &Story, a: Told, b: Told) -> Option<i32> {
    story.days_between(a.at.article, b.at.article)
}

/// Whether two ages of one person cannot both be right: birthdays in between explain a year more for every year that has begun.
fn differ(story: &Story, a: Told, b: Told) -> bool {
    let days = days_apart(story, a, b).unwrap_or(0);
    let (gap, grown) = if days >= 0 { (days, b.years - a.years) } else { (-days, a.years - b.years) };
    // Whom `the 35-year-old` means is a guess, which is good only where the ages look like one.
    let one = a.beside && b.beside || look_alike(a.years, b.years);
    one && if gap <= SAME_DAYS { grown != 0 } else { !(0..=gap / 365 + 1).contains(&grown) }
}

/// Everybody whose age the story tells, by article.
struct Crowd<'a> {
    story: &'a Story,
    by_article: FxHashMap<u32, Vec<Told>>,
}

impl<'a> Crowd<'a> {
    fn of(story: &'a Story, named: &Named, unnamed: &[Unnamed]) -> Self {
        let mut by_article: FxHashMap<u32, Vec<Told>> = FxHashMap::default();
        for told in named.values().flatten().chain(unnamed.iter().map(|u| &u.told)) {
            by_article.entry(told.at.article).or_default().push(*told);
        }
        Crowd { story, by_article }
    }

    fn of_article(&self, article: u32) -> &[Told] {
        self.by_article.get(&article).map_or(&[], Vec::as_slice)
    }

    /// Whether an article tells an age of anybody.
    fn has(&self, article: u32, years: i32) -> bool {
        self.of_article(article).iter().any(|told| told.years == years)
    }

    /// Whether an article tells such a fate of nobody else who could be meant: of the two who died one is the woman.
    fn is_alone(&self, told: Told) -> bool {
        let mut others = self.of_article(told.at.article).iter().filter(|o| o.years != told.years);
        !others.any(|o| o.shares_fate(&told) && !o.sex.opposes(told.sex))
    }

    /// Whether two ages of near days look like one that was misread, so that neither is somebody's in the other's article.
    fn may_be_one(&self, x: Told, y: Told) -> bool {
        let apart = self.has(x.at.article, y.years) || self.has(y.at.article, x.years);
        // An arrest of nobody knows when and a charge of another day are two cases as likely as one.
        let near = match days_apart(self.story, x, y) {
            Some(days) => days.abs() <= NEAR_DAYS,
            None => x.fate == y.fate,
        };
        let one = x.at.article != y.at.article && x.shares_fate(&y) && !x.sex.opposes(y.sex);
        one && near && !apart && look_alike(x.years, y.years)
    }
}

/// Pairs of ages of people without names who must be one: the only one of whom each article tells such a fate, and the only one of
/// its noun, with an age that in the other article is nobody's.
fn of_the_unnamed(crowd: &Crowd, unnamed: &[Unnamed]) -> Vec<(Told, Told)> {
    // The age of whoever is the only one of a noun in an article; nothing where two are.
    let mut only: FxHashMap<(&str, u32), Option<i32>> = FxHashMap::default();
    for person in unnamed {
        let years = person.told.years;
        let known = only.entry((&person.noun, person.told.at.article)).or_insert(Some(years));
        *known = known.filter(|&known| known == years);
    }
    let only = |person: &&Unnamed| only[&(person.noun.as_str(), person.told.at.article)].is_some();
    let people: Vec<&Unnamed> = unnamed.iter().filter(only).collect();
    let mut pairs = Vec::new();
    for (i, a) in people.iter().enumerate() {
        let rivals =
            people[i + 1..].iter().filter(|b| a.may_be(b, crowd) && crowd.may_be_one(a.told, b.told));
        pairs.extend(rivals.map(|b| (a.told, b.told)));
    }
    pairs
}

/// Pairs of somebody without a name and somebody whom another article names: the only one of whom each article tells such a fate.
fn of_the_later_named(crowd: &Crowd, named: &Named, unnamed: &[Unnamed]) -> Vec<(Told, Told)> {
    let mut pairs = Vec::new();
    for person in unnamed.iter().filter(|u| crowd.is_alone(u.told)) {
        for (&linked, ages) in named {
            if is_told_of_before(crowd.story, linked, person.told.at) {
                continue;
            }
            let one = ages.iter().filter(|age| crowd.may_be_one(person.told, **age) && crowd.is_alone(**age));
            pairs.extend(one.map(|age| (person.told, *age)));
        }
    }
    pairs
}

/// Whether an article has named somebody before it comes to this age: whom it leads in as `a 65-year-old woman` it has not told of yet.
fn is_told_of_before(story: &Story, linked: u32, age: ClaimRef) -> bool {
    let reading = &story.readings[age.article as usize];
    let at = reading.figures[age.claim as usize].span.start;
    let members = &story.entities[linked as usize].members;
    let own = members.iter().filter(|m| m.0 == age.article).map(|m| &reading.entities[m.1 as usize]);
    own.flat_map(|e| &e.mentions).any(|m| m.span.start < at)
}

/// One finding a place, with every rival once.
fn told(story: &Story, pairs: &[(Told, Told)]) -> Vec<Finding> {
    let mut rivals: std::collections::BTreeMap<ClaimRef, Vec<ClaimRef>> = std::collections::BTreeMap::new();
    for (a, b) in pairs {
        rivals.entry(a.at).or_default().push(b.at);
        rivals.entry(b.at).or_default().push(a.at);
    }
    rivals.into_iter().map(|(at, others)| finding(story, at, others)).collect()
}

fn finding(story: &Story, at: ClaimRef, mut others: Vec<ClaimRef>) -> Finding {
    // Another article tells more than this one's own further mentions.
    others.sort_unstable_by_key(|o| (o.article == at.article, *o));
    let by = |claim: ClaimRef| telling::speaker(story, claim);
    let set_out = others.iter().any(|o| o.article == at.article && by(*o) != by(at));
    let more = match others.len() {
        1 => String::new(),
        n => format!(", and {} more", n - 1),
    };
    let message = format!(
        "{}{} here{}; {}{more}",
        telling::printed(story, at),
        whose(story, at),
        by(at),
        telling::elsewhere(story, others[0], at.article),
    );
    let related = others
        .iter()
        .map(|&o| (telling::place(story, o), telling::elsewhere(story, o, at.article).into()))
        .collect();
    let severity = if set_out { Severity::Information } else { Severity::Warning };
    Finding { code: Code::AgeConflict, severity, at: telling::place(story, at), message, related }
}

/// ` for John Smith`, where the person has a name.
fn whose(story: &Story, at: ClaimRef) -> String {
    let ages = &story.readings[at.article as usize].ages;
    match ages.iter().find(|age| age.figure == at.claim).map(|age| age.whose) {
        Some(Whose::Person(person)) => format!(" for {}", story.linked(at.article as usize, person).name),
        _ => String::new(),
    }
}

/// Ages against births, inside an article and across: the age on the day of the article must be one that the birth allows.
fn births(story: &Story, named: &Named) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for birth in &reading.births {
            let date = &reading.dates[birth.date as usize];
            let linked = story.entity_of[article as usize][birth.person as usize];
            let (Some(born), Some(ages)) = (date.days, named.get(&linked)) else { continue };
            let at = Place { article, span: date.span };
            let wrong = ages
                .iter()
                .filter(|age| !story.day(age.at.article).is_none_or(|day| fits(born, day, age.years)));
            let wrong: Vec<ClaimRef> = wrong.map(|age| age.at).collect();
            let Some(&first) = wrong.first() else { continue };
            let name = &story.entities[linked as usize].name;
            let message = format!(
                "{name} is born {} here; {}",
                telling::quoted(story, at),
                telling::elsewhere(story, first, article)
            );
            let related = wrong
                .iter()
                .map(|&age| (telling::place(story, age), telling::elsewhere(story, age, article).into()))
                .collect();
            findings.push(Finding {
                code: Code::AgeConflict,
                severity: Severity::Warning,
                at,
                message,
                related,
            });
        }
    }
    findings
}

/// How far an age may be off its birth before it is that of another day, such as that of somebody long dead, in years.
const ANOTHER_DAY: i32 = 15;

/// Whether somebody born in these days can be so old on `day`.
fn fits(born: Days, day: Date, years: i32) -> bool {
    let age = |birth: Date| {
        let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
        i32::from(day.year()) - i32::from(birth.year()) - i32::from(!had_birthday)
    };
    let (least, most) = (age(born.last), age(born.first));
    (least..=most).contains(&years) || years < least - ANOTHER_DAY
}
