//! `age-conflict`: a person's age, or age and birth, that do not fit.
//!
//! Ages meet where they are of one person of the story. A year more in an article some weeks later may be a birthday; ages of other
//! days (`was 22 when`) are not read at all. People without a name are held to be one only where the same thing happened to the
//! only one of their kind in both articles, or they play the same part there (the driver, the victim), and the two ages look like
//! one that was misread; or where two parts have each other's ages. An age and a decade (`in her 30s`) clash as two ages do.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::claims::lexicon::{self, Course};
use crate::extract::names::identity::{self, Sex};
use crate::extract::{Age, Days, Reach, Tie, Whose, look_alike};

use super::telling;
use super::{ClaimRef, Code, Finding, Place, Severity};

mod parts;
#[cfg(test)]
mod tests;

/// Articles this many days apart or less tell of one day as far as birthdays go: few have theirs in between.
const SAME_DAYS: i32 = 31;
/// Articles on people without names must lie this near in days.
const NEAR_DAYS: i32 = 10;
/// Ages of somebody named in the sentence before may be so many years apart; else somebody else is meant as likely.
const NEAR_YEARS: u32 = 7;
/// How many years outside a decade an age of the same person may lie.
const BESIDE_DECADE: i32 = 5;

/// An age of the story: the article, and the age by index into its ages.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct AgeRef {
    article: u32,
    age: u32,
}

impl AgeRef {
    fn get(self, story: &Story) -> &Age {
        &story.readings[self.article as usize].ages[self.age as usize]
    }

    fn place(self, story: &Story) -> Place {
        Place { article: self.article, span: self.get(story).span }
    }

    fn claim(self, story: &Story) -> Option<ClaimRef> {
        self.get(story).figure.map(|claim| ClaimRef { article: self.article, claim })
    }
}

/// Somebody's age at a place of the story, and what is told of them there.
#[derive(Clone, Copy)]
struct Told {
    at: AgeRef,
    /// The least and the most years.
    years: (i32, i32),
    /// What happened to them, by the verb or else by the nearest predicate of the clause.
    fate: Option<u8>,
    /// Man or woman, as far as the name or the noun tells.
    sex: Sex,
    /// The verb that says so, by its hash.
    verb: Option<u32>,
    /// How surely it is their age.
    tie: Tie,
    /// The part they play in what happened: the driver, the victim.
    part: Option<u16>,
}

impl Told {
    /// Whether the same is told of both: the same verb, another of the same class, or two steps on the way to a sentence.
    fn shares_fate(&self, other: &Told) -> bool {
        let alike = |a: u8, b: u8| a == b || is_accused(a) && is_accused(b) || is_hurt(a) && is_hurt(b);
        self.verb.is_some() && self.verb == other.verb
            || self.fate.zip(other.fate).is_some_and(|(a, b)| alike(a, b))
    }

    /// Whether both play one part.
    fn shares_part(&self, other: &Told) -> bool {
        self.part.is_some() && self.part == other.part
    }

    /// Whether the two may be of one age.
    fn agrees(&self, other: &Told) -> bool {
        self.years.0 <= other.years.1 && other.years.0 <= self.years.1
    }

    /// Whether the two look like one age that was misread, or an age and a decade that it just misses.
    fn looks_like(&self, other: &Told) -> bool {
        let decade = self.years.0 != self.years.1 || other.years.0 != other.years.1;
        if decade {
            let gap = (self.years.0 - other.years.1).max(other.years.0 - self.years.1);
            return (1..=BESIDE_DECADE).contains(&gap);
        }
        look_alike(self.years.0, other.years.0)
    }
}

/// Whether somebody to whom this happens has been hurt and lives.
fn is_hurt(fate: u8) -> bool {
    matches!(lexicon::predicate_name(fate), "hurt" | "admitted" | "serious")
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
    pairs.extend(parts::exchanged(&crowd));
    let mut findings = told(story, &pairs);
    findings.extend(births(story, &named));
    findings
}

/// Whether the figure at a place is somebody's age, so that it is told here and by no other check.
pub fn is_age(story: &Story, at: Place) -> bool {
    let reading = &story.readings[at.article as usize];
    let next = reading.ages.partition_point(|age| age.span.start < at.span.start);
    reading.ages.get(next).is_some_and(|age| age.span == at.span)
}

type Named = FxHashMap<u32, Vec<Told>>;

/// Somebody without a name, and the noun for them.
struct Unnamed {
    told: Told,
    noun: String,
}

impl Unnamed {
    /// Whether one noun can stand for both: the same, or of two with one fate `man` and what the other one is called, as `roofer`.
    fn may_be(&self, other: &Unnamed, crowd: &Crowd) -> bool {
        let plain = |person: &Unnamed| person.told.sex != Sex::Unknown || is_plain(&person.noun);
        let alone = || crowd.is_alone(self.told) && crowd.is_alone(other.told);
        self.noun == other.noun
            || self.told.shares_part(&other.told)
            || (plain(self) || plain(other)) && alone()
    }
}

/// Whether a noun says of somebody how old they are, and nothing else.
fn is_plain(noun: &str) -> bool {
    matches!(
        noun,
        "adult"
            | "baby"
            | "child"
            | "infant"
            | "juvenile"
            | "minor"
            | "pensioner"
            | "person"
            | "teen"
            | "teenager"
            | "toddler"
            | "youth"
    )
}

/// The ages of every person of the story, and those of people without a name. A copy of wire text counts: it is where slips are made.
fn gather(story: &Story) -> (Named, Vec<Unnamed>) {
    let mut named = Named::default();
    let mut unnamed = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (i, age) in (0u32..).zip(&reading.ages) {
            let block = reading.article.block_at(age.span.start);
            if block.is_some_and(|b| !reading.article.blocks[b].is_story()) {
                continue;
            }
            let at = AgeRef { article, age: i };
            let fate = age.fate.or_else(|| fate(story, at.claim(story)?));
            let years = (i32::from(age.years.0), i32::from(age.years.1));
            let told = |sex, part| Told { at, years, fate, sex, verb: age.verb, tie: age.tie, part };
            match age.whose {
                Whose::Person(person) => {
                    let linked = story.entity_of[article as usize][person as usize];
                    let sex = identity::sex_of_name(&story.entities[linked as usize].name);
                    let mut roles = reading.entities[person as usize].roles().iter();
                    let part = roles.find_map(|role| parts::of(reading.article.slice(*role)));
                    named.entry(linked).or_default().push(told(sex, part));
                }
                Whose::Noun(noun) => {
                    let noun = reading.article.slice(noun).to_lowercase();
                    let told = told(identity::sex_of_noun(&noun), parts::of(&noun));
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
    let (gap, before, after) = if days >= 0 { (days, a, b) } else { (-days, b, a) };
    // Whom `the 35-year-old` means is a guess, which is good only where the ages look like one.
    let near = a.years.0.abs_diff(b.years.0) <= NEAR_YEARS;
    let one = match a.tie.max(b.tie) {
        Tie::Beside => true,
        Tie::Near => near || a.looks_like(&b),
        Tie::Guessed => a.looks_like(&b),
    };
    let grown = if gap <= SAME_DAYS { 0 } else { gap / 365 + 1 };
    let fits = after.years.1 >= before.years.0 && after.years.0 <= before.years.1 + grown;
    one && !fits
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

    /// Whether the article of `own` tells of anybody else who may be as old as `other`.
    fn has(&self, own: Told, other: Told) -> bool {
        self.of_article(own.at.article).iter().any(|told| told.agrees(&other) && !told.agrees(&own))
    }

    /// Whether an article tells such a fate of nobody else who could be meant: of the two who died one is the woman.
    fn is_alone(&self, told: Told) -> bool {
        let mut others = self.of_article(told.at.article).iter().filter(|o| !o.agrees(&told));
        !others.any(|o| o.shares_fate(&told) && !o.sex.opposes(told.sex))
    }

    /// Whether nobody else of another age plays the part of somebody in their article.
    fn has_part_alone(&self, told: Told) -> bool {
        let mut others = self.of_article(told.at.article).iter().filter(|o| !o.agrees(&told));
        !others.any(|o| o.shares_part(&told))
    }

    /// Whether two ages of near days look like one that was misread, so that neither is somebody's in the other's article.
    fn may_be_one(&self, x: Told, y: Told) -> bool {
        let apart = self.has(x, y) || self.has(y, x);
        let parts = x.part.is_some() && y.part.is_some() && x.part != y.part;
        let one = x.shares_fate(&y) && !parts
            || x.shares_part(&y) && self.has_part_alone(x) && self.has_part_alone(y);
        one && self.are_near(x, y) && !apart && x.looks_like(&y)
    }

    /// Whether two people of two articles may be one by sex and day.
    fn are_near(&self, x: Told, y: Told) -> bool {
        // An arrest of nobody knows when and a charge of another day are two cases as likely as one.
        let near = match days_apart(self.story, x, y) {
            Some(days) => days.abs() <= NEAR_DAYS,
            None => x.fate == y.fate,
        };
        near && x.at.article != y.at.article && !x.sex.opposes(y.sex)
    }
}

/// Pairs of ages of people without names who must be one: the only one of whom each article tells such a fate, and the only one of
/// its noun, with an age that in the other article is nobody's.
fn of_the_unnamed(crowd: &Crowd, unnamed: &[Unnamed]) -> Vec<(Told, Told)> {
    // Those of one noun in an article: they are one where their ages agree.
    let mut by_noun: FxHashMap<(&str, u32), Vec<Told>> = FxHashMap::default();
    for person in unnamed {
        by_noun.entry((&person.noun, person.told.at.article)).or_default().push(person.told);
    }
    let only = |person: &&Unnamed| {
        by_noun[&(person.noun.as_str(), person.told.at.article)]
            .iter()
            .all(|other| other.agrees(&person.told))
    };
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
fn is_told_of_before(story: &Story, linked: u32, age: AgeRef) -> bool {
    let reading = &story.readings[age.article as usize];
    let at = age.get(story).span.start;
    let members = &story.entities[linked as usize].members;
    let own = members.iter().filter(|m| m.0 == age.article).map(|m| &reading.entities[m.1 as usize]);
    own.flat_map(|e| &e.mentions).any(|m| m.span.start < at)
}

/// One finding a place, with every rival once.
fn told(story: &Story, pairs: &[(Told, Told)]) -> Vec<Finding> {
    let mut rivals: std::collections::BTreeMap<AgeRef, Vec<AgeRef>> = std::collections::BTreeMap::new();
    for (a, b) in pairs {
        for (at, other) in [(a.at, b.at), (b.at, a.at)] {
            let others = rivals.entry(at).or_default();
            if !others.contains(&other) {
                others.push(other);
            }
        }
    }
    rivals.into_iter().map(|(at, others)| finding(story, at, others)).collect()
}

fn finding(story: &Story, at: AgeRef, mut others: Vec<AgeRef>) -> Finding {
    // Another article tells more than this one's own further mentions.
    others.sort_unstable_by_key(|o| (o.article == at.article, *o));
    let set_out = others.iter().any(|o| o.article == at.article && speaker(story, *o) != speaker(story, at));
    let more = match others.len() {
        1 => String::new(),
        n => format!(", and {} more", n - 1),
    };
    let message = format!(
        "{}{} here{}; {}{more}",
        telling::quoted(story, at.place(story)),
        whose(story, at),
        speaker(story, at),
        elsewhere(story, others[0], at.article),
    );
    let related = others.iter().map(|&o| (o.place(story), elsewhere(story, o, at.article).into())).collect();
    let severity = if set_out { Severity::Information } else { Severity::Warning };
    Finding { code: Code::AgeConflict, severity, at: at.place(story), message, related }
}

/// Who tells an age, in brackets, where that is known.
fn speaker(story: &Story, at: AgeRef) -> String {
    at.claim(story).map_or(String::new(), |claim| telling::speaker(story, claim))
}

/// An age as an article prints it, and where.
fn elsewhere(story: &Story, at: AgeRef, here: u32) -> String {
    match at.claim(story) {
        Some(claim) => telling::elsewhere(story, claim, here),
        None if at.article == here => format!("{} further on here", telling::quoted(story, at.place(story))),
        None => {
            let source = telling::source(story, at.article, here);
            format!("{} in {source}", telling::quoted(story, at.place(story)))
        }
    }
}

/// ` for John Smith`, where the person has a name.
fn whose(story: &Story, at: AgeRef) -> String {
    match at.get(story).whose {
        Whose::Person(person) => format!(" for {}", story.linked(at.article as usize, person).name),
        Whose::Noun(_) => String::new(),
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
                .filter(|age| age.years.0 == age.years.1)
                .filter(|age| !story.day(age.at.article).is_none_or(|day| fits(born, day, age.years.0)));
            let wrong: Vec<AgeRef> = wrong.map(|age| age.at).collect();
            let Some(&first) = wrong.first() else { continue };
            let name = &story.entities[linked as usize].name;
            let message = format!(
                "{name} is born {} here; {}",
                telling::quoted(story, at),
                elsewhere(story, first, article)
            );
            let related =
                wrong.iter().map(|&age| (age.place(story), elsewhere(story, age, article).into())).collect();
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
