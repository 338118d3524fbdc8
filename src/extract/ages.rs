//! Whose age a figure is, and when somebody was born: what has to be known before ages can be held against each other.
//!
//! Only ages of the day of the article are kept: `was 22 when she joined`, `at the age of nine` and `would have turned 40` are not.

use std::ops::Range;

use crate::text::{BlockKind, Parse, Penn, Span, TokenKind, Upos, calendar};

use super::names::identity::{self, Sex};
use super::names::places;
use super::{Attribution, DateMention, Entity, EntityKind, Figure, Lists, Unit, figures};

mod fates;
mod naming;
mod spelled;
#[cfg(test)]
mod tests;

/// Nobody is older, in years.
const OLDEST: f64 = 125.0;
/// How many sentences back `the 35-year-old` and `he` look for whom they mean.
const REACH: usize = 2;
/// The most words in a description between a name and an age.
const DESCRIPTION: usize = 7;
/// The most words before a noun in its phrase.
const PHRASE: usize = 5;

/// Who is as old as a figure says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// A named person, by index into the reading's entities.
    Person(u32),
    /// Somebody without a name, by the noun that stands for them: `man`, `son`, `driver`.
    Noun(Span),
}

/// How surely an age is somebody's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tie {
    /// The name or noun stands with the age.
    Beside,
    /// Nobody else is spoken of since the name (`Jo Lamb won. He is 35.`).
    Near,
    /// Others are spoken of as well.
    Guessed,
}

/// An age that somebody has on the day of the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Age {
    /// Where it is printed: `35-year-old`, `30s`, `104th birthday`.
    pub span: Span,
    /// The least age in whole years, and the most: the two are one but for decades.
    pub years: (u8, u8),
    /// The figure, by index into the reading's figures, where it is one.
    pub figure: Option<u32>,
    /// Whose age it is.
    pub whose: Whose,
    /// How surely it is theirs.
    pub tie: Tie,
    /// The verb that says what they did or underwent: the hash of its lemma's stem.
    pub verb: Option<u32>,
    /// What happened to them, by the class of predicates: they were killed, arrested, rescued.
    pub fate: Option<u8>,
}

impl Age {
    /// The years of an age that is one number.
    pub fn exact(&self) -> Option<i32> {
        (self.years.0 == self.years.1).then_some(i32::from(self.years.0))
    }
}

/// A person's day or year of birth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Birth {
    /// The date, by index into the reading's dates.
    pub date: u32,
    /// The person, by index into the reading's entities.
    pub person: u32,
}

/// The only person of whom an age is told; `None` where there is a second, with a name or without.
pub fn only_person(ages: &[Age]) -> Option<u32> {
    let mut named = ages.iter().filter_map(|age| match age.whose {
        Whose::Person(person) => Some((person, age.years)),
        Whose::Noun(_) => None,
    });
    let (person, years) = named.next()?;
    let alone = named.all(|(other, _)| other == person) && ages.iter().all(|age| age.years == years);
    alone.then_some(person)
}

/// The ages and the births of an article, in order.
pub fn find(
    parse: &Parse,
    figures: &[Figure],
    dates: &[DateMention],
    entities: &[Entity],
    attributions: &[Attribution],
    lists: &Lists,
) -> (Vec<Age>, Vec<Birth>) {
    let people = People::of(parse, entities, attributions, lists);
    let ages = (0u32..).zip(figures).filter(|(_, figure)| can_be_age(figure)).filter_map(|(i, figure)| {
        let (whose, tie) = people.whose(figure)?;
        let years = figure.value.lo as u8;
        let (verb, fate) = people.told(figure.of_span.unwrap_or(figure.span), whose);
        Some(Age { span: figure.span, years: (years, years), figure: Some(i), whose, tie, verb, fate })
    });
    let births = (0u32..).zip(dates).filter_map(|(i, date)| {
        let person = people.born(parse.token_from(date.span.start))?;
        Some(Birth { date: i, person })
    });
    let mut ages: Vec<Age> = ages.collect();
    ages.extend(spelled::find(&people));
    ages.sort_by_key(|age| age.span);
    people.add_fates(&mut ages);
    naming::settle(&people, &mut ages);
    drop_misplaced(&mut ages);
    (ages, births.collect())
}

/// Whether two ages look like one that was misread: near each other, ten years off, or with their digits swapped.
pub fn look_alike(a: i32, b: i32) -> bool {
    let swapped = a >= 10 && b >= 10 && a % 10 == b / 10 && a / 10 == b % 10;
    let apart = a.abs_diff(b);
    a != b && (apart <= 2 || swapped || apart == 10 && a.min(b) >= 10)
}

/// Drops the ages whose person was looked for and who has quite another age in the article: somebody else is meant.
fn drop_misplaced(ages: &mut Vec<Age>) {
    let all = ages.clone();
    let clashes = |age: &Age, other: &Age| {
        let apart = age.exact().zip(other.exact()).is_some_and(|(x, y)| x != y && !look_alike(x, y));
        age.whose == other.whose && apart
    };
    ages.retain(|age| age.tie == Tie::Beside || !all.iter().any(|other| clashes(age, other)));
}

/// Whether a figure is one plain number of years, or a bare number that may be one.
fn can_be_age(figure: &Figure) -> bool {
    let value = &figure.value;
    let years = matches!(figure.unit, Unit::Measure("year") | Unit::Bare | Unit::Person);
    years
        && figure.hedge.is_none()
        && !value.vague
        && value.lo == value.hi
        && value.lo.fract() == 0.0
        && (0.0..=OLDEST).contains(&value.lo)
}

/// Somebody whose name stands beside the age.
fn beside(person: u32) -> (Whose, Tie) {
    (Whose::Person(person), Tie::Beside)
}

/// Whether a word tells of a death.
fn is_death(word: &str) -> bool {
    matches!(word, "died" | "killed" | "murdered" | "slain" | "shot" | "drowned" | "stabbed" | "death")
}

/// The named people of an article, where they stand, and who of them speaks.
struct People<'a> {
    parse: &'a Parse<'a>,
    entities: &'a [Entity],
    /// Mentions as tokens with the person, in order.
    mentions: Vec<(Range<usize>, u32)>,
    /// Whether each entity is said to have said something.
    speaks: Vec<bool>,
    /// Where those who say something are named or described, in order, and who they are where that is known.
    sources: Vec<(Span, Option<u32>)>,
}

impl<'a> People<'a> {
    fn of(parse: &'a Parse<'a>, entities: &'a [Entity], attributions: &[Attribution], lists: &Lists) -> Self {
        let mut mentions: Vec<(Range<usize>, u32)> = (0u32..)
            .zip(entities)
            .filter(|(_, e)| e.kind == EntityKind::Person)
            .flat_map(|(i, e)| e.mentions.iter().map(move |m| (parse.tokens_in(m.span), i)))
            .filter(|(tokens, _)| !tokens.is_empty())
            .collect();
        mentions.sort_unstable_by_key(|m| m.0.start);
        let mut speaks = vec![false; entities.len()];
        for entity in attributions.iter().flat_map(|a| &lists.speakers[a.by]).filter_map(|s| s.entity) {
            if let Some(speaks) = speaks.get_mut(entity as usize) {
                *speaks = true;
            }
        }
        let source = |a: &Attribution| Some((a.source?, lists.speakers[a.by].first().and_then(|s| s.entity)));
        let mut sources: Vec<_> = attributions.iter().filter_map(source).collect();
        sources.sort_unstable();
        People { parse, entities, mentions, speaks, sources }
    }

    fn starting(&self, token: usize) -> Option<&(Range<usize>, u32)> {
        let i = self.mentions.partition_point(|m| m.0.start < token);
        self.mentions.get(i).filter(|m| m.0.start == token)
    }

    fn ending(&self, end: usize) -> Option<u32> {
        let i = self.mentions.partition_point(|m| m.0.end < end);
        self.mentions.get(i).filter(|m| m.0.end == end).map(|m| m.1)
    }

    /// The words of a sentence; nothing beyond its ends.
    fn lower(&self, token: Option<usize>, sentence: &Range<usize>) -> &str {
        token.filter(|t| sentence.contains(t)).map_or("", |t| self.parse.lower(t))
    }

    /// Whose age a figure is, and whether the name stands beside it.
    fn whose(&self, figure: &Figure) -> Option<(Whose, Tie)> {
        let parse = self.parse;
        let tokens = parse.tokens_in(figure.span);
        let sentence = parse.sentences.get(parse.sentence_of(tokens.start))?.tokens.clone();
        if tokens.is_empty() || !sentence.contains(&tokens.start) {
            return None;
        }
        let old = self.end_of_old(&tokens, &sentence);
        if self.is_of_another_day(&tokens, old.unwrap_or(tokens.end), &sentence)
            || self.is_of_many(tokens.start, &sentence)
        {
            return None;
        }
        match old {
            Some(end) => self.compound(tokens.start, end, &sentence),
            None => self.bare(&tokens, figure.unit == Unit::Measure("year"), &sentence),
        }
    }

    /// The end of `35-year-old`, `35 years old`; `None` for a bare number. Other numbers of years (`35 years in prison`) have none,
    /// since a word stands in them that is no part of an age.
    fn end_of_old(&self, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<usize> {
        let parse = self.parse;
        let last = parse.lower(tokens.end - 1);
        if matches!(last, "old" | "olds") {
            return Some(tokens.end);
        }
        let behind = if self.lower(Some(tokens.end), sentence) == "-" { tokens.end + 1 } else { tokens.end };
        (matches!(last, "year" | "years") && self.lower(Some(behind), sentence) == "old")
            .then_some(behind + 1)
    }

    /// `was 22 when`, `at the age of nine`, `would have been 40`, `since he was 12`.
    fn is_of_another_day(&self, tokens: &Range<usize>, end: usize, sentence: &Range<usize>) -> bool {
        let word = |token: Option<usize>| self.lower(token, sentence);
        let back = |n: usize| word(tokens.start.checked_sub(n));
        // `was 22 when he was killed` is the age that news of the death gives.
        let dying = word(Some(end)) == "when" && (1..=7).any(|n| is_death(word(Some(end + n))));
        // `was a 27-year-old welder at the time`
        let at_the_time = |t: usize| {
            word(Some(t)) == "at"
                && matches!(word(Some(t + 1)), "the" | "that")
                && word(Some(t + 2)) == "time"
        };
        let after = matches!(word(Some(end)), "when" | "then") && !dying || (end..end + 4).any(at_the_time);
        let died = (1..=8).any(|n| matches!(back(n), "died" | "dies" | "dead"));
        let at = back(1) == "at"
            || matches!(back(1), "age") && back(2) == "at"
            || back(1) == "of" && back(2) == "age";
        let turning = matches!(back(1), "turned" | "turning" | "turns" | "turn" | "before" | "until")
            && !self.is_feted(tokens.start, sentence);
        let unreal = (1..=4).any(|n| matches!(back(n), "would" | "will" | "if" | "since"));
        let by_then = back(1) == "then" || (2..=5).any(|n| back(n) == "time" && back(n + 1) == "the");
        let then =
            matches!(back(1), "was" | "were" | "is") && (2..=4).any(|n| matches!(back(n), "when" | "while"));
        after || turning || unreal || by_then || then || at && !died
    }

    /// Whether a birthday of these days is told of: `to mark turning 90`, `turned 90 on Sunday`.
    fn is_feted(&self, at: usize, sentence: &Range<usize>) -> bool {
        let word = |token: usize| self.lower(Some(token), sentence);
        let back = |n: usize| self.lower(at.checked_sub(n), sentence);
        let feast = matches!(
            back(2),
            "mark" | "marks" | "marking" | "marked" | "celebrate" | "celebrated" | "celebrating"
        );
        let day = word(at + 1) == "on" && calendar::weekday(word(at + 2)).is_some();
        feast || back(1) == "turned" && (day || matches!(word(at + 1), "today" | "yesterday"))
    }

    /// `The typical patient was a 37-year-old woman`: nobody in particular.
    fn is_of_many(&self, start: usize, sentence: &Range<usize>) -> bool {
        let back = |n: usize| self.lower(start.checked_sub(n), sentence);
        (1..=5).any(|n| matches!(back(n), "typical" | "average" | "median" | "mean"))
    }

    /// `John Smith, 35,`, `John Smith, aged 35`, `John Smith, who is 35`, `Smith (35), of`, `she is 35`, `a man, 35,`.
    fn bare(&self, tokens: &Range<usize>, is_year: bool, sentence: &Range<usize>) -> Option<(Whose, Tie)> {
        let parse = self.parse;
        // Headlines drop the article: `Boy, six, dies`.
        let led =
            tokens.start.checked_sub(1).filter(|&t| matches!(self.lower(Some(t), sentence), "," | "of"));
        let noun = led.and_then(|t| t.checked_sub(1)).map_or("", |t| self.lower(Some(t), sentence));
        let is_year = is_year || identity::sex_of_noun(noun) != Sex::Unknown;
        let digits = parse.tokens[tokens.start].kind == TokenKind::Number || is_year;
        if tokens.len() > 3 || !digits || matches!(parse.lower(tokens.end - 1), "year" | "years") {
            return None;
        }
        let word = |token: usize| self.lower(Some(token), sentence);
        let next = word(tokens.end);
        let before = tokens.start.checked_sub(1).filter(|t| sentence.contains(t))?;
        match parse.lower(before) {
            "(" => {
                // Minutes of goals stand in brackets too: `Kane (43) and Sterling (60)`.
                let told = matches!(
                    word(tokens.end + 1),
                    "," | "of" | "from" | "died" | "was" | "is" | "has" | "who"
                );
                self.ending(before).filter(|_| next == ")" && told).map(beside)
            }
            "," => {
                let closed = matches!(next, "," | "." | ";" | ")" | "" | "and" | "—" | "–" | ":");
                let named = || self.ending(before).or_else(|| self.described(before, sentence));
                let person = closed.then(named).flatten().map(beside);
                person.or_else(|| self.noun_before(before, sentence).filter(|_| closed && is_year))
            }
            "turned" | "turning" => self.opening(sentence, before).map(beside),
            "aged" | "age" | "of" | "at" => {
                let led = ["at", "the", "age", "of", "aged", "died", "dies", ",", "("];
                let holder = self.skip_back(tokens.start, &led, sentence);
                // `A man of 84` is so old; `a crowd of 84` and `a man at 84 Elm Street` are not.
                let of = parse.lower(before) == "of" && holder == before;
                let aged = of || matches!(parse.lower(before), "aged" | "age");
                let named = self.ending(holder).filter(|_| !of).map(beside);
                let noun = || self.noun_before(holder, sentence).filter(|_| aged && is_year);
                // `John Smith, who kept the light for years, has died at the age of 90`.
                let died = (holder..before).any(|t| parse.lower(t) == "died");
                named.or_else(noun).or_else(|| self.opening(sentence, holder).filter(|_| died).map(beside))
            }
            "is" | "was" | "'s" | "’s" => {
                let holder = self.skip_back(before, &[",", "—", "–", "who"], sentence);
                let pronoun = holder.checked_sub(1).map_or("", |t| self.lower(Some(t), sentence));
                let closed = is_year || matches!(next, "." | "" | ",");
                match pronoun {
                    // `He was 92.`, as obituaries have it, says nothing of anybody but whom the story is about.
                    "he" | "she" if holder == sentence.start + 1 && next == "." => {
                        let sex = if pronoun == "he" { Sex::Male } else { Sex::Female };
                        // Lists of first names are not perfect.
                        let known = self.antecedent(holder - 1, sex, true);
                        let known = known.or_else(|| self.antecedent(holder - 1, Sex::Unknown, true));
                        known.map(|p| (Whose::Person(p), self.tie(p, holder - 1)))
                    }
                    "he" => self.subject(holder - 1, Sex::Male, sentence),
                    "she" => self.subject(holder - 1, Sex::Female, sentence),
                    "and" if closed => self.opening(sentence, holder - 1).map(beside),
                    _ => {
                        let named = self.ending(holder);
                        let object = |person| holder == before && self.is_object(holder, person);
                        let named = named.filter(|&person| closed && !object(person)).map(beside);
                        // `the accused, who is 17,`
                        let led = holder < before && is_year;
                        named.or_else(|| self.noun_before(holder, sentence).filter(|_| closed && led))
                    }
                }
            }
            _ => None,
        }
    }

    /// `John Smith, a retired miner, 35,`: the person whom what ends at `end` describes.
    fn described(&self, end: usize, sentence: &Range<usize>) -> Option<u32> {
        let parse = self.parse;
        let start = (sentence.start + 1..end).rev().take(DESCRIPTION).find(|&t| parse.lower(t) == ",")?;
        let opens = matches!(self.lower(Some(start + 1), sentence), "a" | "an" | "the");
        let phrase = (start + 1..end).all(|t| {
            let tag = parse.tokens[t].upos;
            !matches!(tag, Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj | Upos::Punct)
        });
        self.ending(start).filter(|_| opens && phrase)
    }

    /// Somebody without a name: `a man`, `the driver`, `Boy` of a headline, as what ends at `end`.
    fn noun_before(&self, end: usize, sentence: &Range<usize>) -> Option<(Whose, Tie)> {
        let noun = end.checked_sub(1).filter(|t| sentence.contains(t))?;
        let token = &self.parse.tokens[noun];
        let word = self.parse.lower(noun);
        let common = matches!(token.upos, Upos::Noun) || noun == sentence.start || word == "accused";
        if !common || !figures::is_person(word) {
            return None;
        }
        // `the Leeds woman, 58,` is who was named before.
        let sex = identity::sex_of_noun(word);
        let definite = sex != Sex::Unknown && self.opener(noun).is_some_and(|t| self.parse.lower(t) == "the");
        let known = || self.antecedent(noun, sex, false).map(|p| (Whose::Person(p), self.tie(p, noun)));
        let known = definite.then(known).flatten().filter(|known| known.1 == Tie::Near);
        Some(known.unwrap_or((Whose::Noun(token.span), Tie::Beside)))
    }

    /// How surely what is said at `token` is said of somebody named before: nobody else is spoken of in between.
    fn tie(&self, person: u32, token: usize) -> Tie {
        let to = self.mentions.partition_point(|m| m.0.start < token);
        let Some(last) = self.mentions[..to].iter().rfind(|m| m.1 == person) else { return Tie::Guessed };
        let opener = |t: usize| matches!(self.parse.lower(t), "a" | "an");
        let other = |t: usize| self.parse.tokens[t].upos == Upos::Noun && self.is_somebody(t);
        // `the mayor` and `his coach` are others; `a plumber and father of two` may be the person's own description.
        let mut between = (last.0.end..token).filter(|&t| other(t));
        let own = |t: usize| (t.saturating_sub(PHRASE)..t).any(opener);
        if between.all(own) { Tie::Near } else { Tie::Guessed }
    }

    /// Whom a pronoun means: nobody whom the sentence leads up to by a noun alone (`the girl said she was 16`).
    fn subject(&self, pronoun: usize, sex: Sex, sentence: &Range<usize>) -> Option<(Whose, Tie)> {
        let noun =
            |t: usize| self.parse.tokens[t].upos == Upos::Noun && figures::is_person(self.parse.lower(t));
        if (sentence.start..pronoun).any(noun) {
            return None;
        }
        self.antecedent(pronoun, sex, false).map(|person| (Whose::Person(person), self.tie(person, pronoun)))
    }

    /// The person whose name opens a sentence, if none other is named before `end`: `John Smith has two sons and is 60`.
    fn opening(&self, sentence: &Range<usize>, end: usize) -> Option<u32> {
        let (name, person) = self.starting(sentence.start)?;
        let from = self.mentions.partition_point(|m| m.0.start < name.end);
        let other = self.mentions.get(from).is_some_and(|m| m.0.start < end);
        (!other).then_some(*person)
    }

    /// Whether the mention that ends at `end` is an object, so that what follows is said of something else: `the tree that killed
    /// John Smith is 60`.
    fn is_object(&self, end: usize, person: u32) -> bool {
        let start = self.mentions.iter().find(|m| m.0.end == end && m.1 == person).map(|m| m.0.start);
        let before = start.and_then(|s| s.checked_sub(1)).map(|t| self.parse.tokens[t].upos);
        matches!(before, Some(Upos::Verb | Upos::Adp))
    }

    /// The end of what stands before `token` once these words are stepped over.
    fn skip_back(&self, token: usize, words: &[&str], sentence: &Range<usize>) -> usize {
        let mut end = token;
        while end > sentence.start && words.contains(&self.parse.lower(end - 1)) {
            end -= 1;
        }
        end
    }

    /// `35-year-old John Smith`, `John Smith, a 35-year-old plumber`, `the 35-year-old`, `a 35-year-old man`.
    fn compound(&self, start: usize, end: usize, sentence: &Range<usize>) -> Option<(Whose, Tie)> {
        let parse = self.parse;
        let mut head = None;
        let mut at = end;
        while at < sentence.end && at < end + 6 {
            if let Some((_, person)) = self.starting(at) {
                return Some(beside(*person));
            }
            let token = &parse.tokens[at];
            match token.upos {
                Upos::Noun | Upos::Propn => head = Some(at),
                Upos::Adj | Upos::Num => {}
                _ if token.penn == Penn::Hyph => {}
                _ => break,
            }
            at += 1;
        }
        // `told Smith a 35-year-old man was hurt`: without a comma the two are different people.
        let holder = self.skip_back(start, &["a", "an", "the", ",", "is", "was", "who", "("], sentence);
        let tied = matches!(parse.lower(holder), "," | "is" | "was" | "who" | "(");
        let is = matches!(parse.lower(holder), "is" | "was");
        let holds = |person: &u32| tied && !(is && self.is_object(holder, *person));
        let named = self.ending(holder).filter(holds).or_else(|| self.named_behind(at, sentence));
        if let Some(person) = named {
            return Some(beside(person));
        }
        let definite = start.checked_sub(1).is_some_and(|t| self.lower(Some(t), sentence) == "the");
        // `The 35-year-old bridge` is no man's age; in `the 35-year-old left home` the last noun is none of his.
        let thing = |h: usize| !self.is_somebody(h);
        if definite && head.is_some_and(thing) && parse.tokens[end].upos == Upos::Noun {
            return None;
        }
        let head = head.filter(|&h| !definite || self.is_somebody(h));
        let heading = parse.block_of(parse.sentence_of(start)).kind != BlockKind::Paragraph;
        // Who speaks elsewhere may be meant where nobody else is spoken of in between.
        let nearest = || {
            let one = self.antecedent(start, Sex::Unknown, true).filter(|_| head.is_none());
            one.filter(|&person| self.tie(person, start) == Tie::Near && !self.is_said(start))
        };
        let meant = || self.described_again(start, head).or_else(nearest);
        if let Some(person) = (definite && !heading).then(meant).flatten() {
            let told = !self.is_said(start);
            let tie = if told { self.tie(person, start) } else { Tie::Guessed };
            return Some((Whose::Person(person), tie));
        }
        // `A boy was held. The 16-year-old …`: of whom nobody's name has been told.
        let nameless = || {
            let first = parse.sentences[parse.sentence_of(start).saturating_sub(REACH)].tokens.start;
            let from = self.mentions.partition_point(|m| m.0.start < first);
            let nobody = self.mentions.get(from).is_none_or(|m| m.0.start > start);
            (definite && !heading && nobody).then(|| self.led_in(end - 1)).flatten()
        };
        // `the motorist, a 35-year-old woman,`, `the man at the wheel, a 35-year-old,`
        let apposed = || {
            let from = holder.saturating_sub(DESCRIPTION).max(sentence.start);
            let noun = |t: &usize| parse.tokens[*t].penn == Penn::Nn && self.is_somebody(*t);
            let noun = (from..holder).rev().find(noun)?;
            let near = head.is_none() || noun + 1 == holder;
            (near && self.lower(Some(holder), sentence) == ",").then_some(noun)
        };
        let whose = apposed().or(head).or_else(nameless);
        whose.map(|h| (Whose::Noun(parse.tokens[h].span), Tie::Beside))
    }

    /// Whether a token stands in the words for a speaker.
    fn is_said(&self, token: usize) -> bool {
        let at = self.parse.tokens[token].span;
        let next = self.sources.partition_point(|s| s.0.start <= at.start);
        self.sources[..next].last().is_some_and(|s| s.0.contains(at))
    }

    /// Whether a noun stands for somebody: `driver`, `Italian`.
    fn is_somebody(&self, noun: usize) -> bool {
        figures::is_person(self.parse.lower(noun)) || places::is_demonym(self.parse.lower(noun))
    }

    /// Whom `the 35-year-old` or `the 35-year-old driver` means: who speaks, where it is the words for a speaker, else the only
    /// one named in the sentences before.
    fn described_again(&self, start: usize, head: Option<usize>) -> Option<u32> {
        let at = self.parse.tokens[start].span;
        let next = self.sources.partition_point(|s| s.0.start <= at.start);
        let sex = head.map_or(Sex::Unknown, |h| identity::sex_of_noun(self.parse.lower(h)));
        match self.sources[..next].last().filter(|s| s.0.contains(at)) {
            Some((_, None)) => self.antecedent(start, sex, true),
            Some((_, speaker)) => *speaker,
            None => self.antecedent(start, sex, false),
        }
    }

    /// `a 35-year-old man, John Smith, was held`, `a 35-year-old man identified as John Smith`.
    fn named_behind(&self, at: usize, sentence: &Range<usize>) -> Option<u32> {
        let word = |token: usize| self.lower(Some(token), sentence);
        if word(at) == "," {
            let (tokens, person) = self.starting(at + 1)?;
            return matches!(word(tokens.end), "," | "." | "").then_some(*person);
        }
        if !matches!(word(at), "identified" | "named" | "called" | "known") {
            return None;
        }
        let next = (at + 1..at + 6).find(|&t| self.starting(t).is_some())?;
        let led = next == at + 1 || word(next - 1) == "as";
        self.starting(next).filter(|_| led && sentence.contains(&next)).map(|m| m.1)
    }

    /// The only person of the last sentences who does not speak in this article: whoever speaks is as often somebody who tells of
    /// the person meant. Where `speaker` is looked for, the only person.
    fn antecedent(&self, token: usize, sex: Sex, speaker: bool) -> Option<u32> {
        let parse = self.parse;
        let first = parse.sentences[parse.sentence_of(token).saturating_sub(REACH)].tokens.start;
        let from = self.mentions.partition_point(|m| m.0.start < first);
        let to = self.mentions.partition_point(|m| m.0.start < token);
        let fits = |person: u32| {
            let name = &self.entities[person as usize];
            let titles = name.roles().iter().map(|r| r.of(&parse.article.text));
            (speaker || !self.speaks[person as usize]) && !identity::sex(&name.name, titles).opposes(sex)
        };
        let mut near = self.mentions[from..to.max(from)].iter().map(|m| m.1).filter(|&p| fits(p));
        let one = near.next()?;
        near.all(|p| p == one).then_some(one)
    }

    /// Who is born on the date that starts with `token`: `John Smith, born in 1971`, `Smith was born on 3 May 1971`.
    fn born(&self, token: usize) -> Option<u32> {
        let parse = self.parse;
        let sentence = &parse.sentences.get(parse.sentence_of(token))?.tokens;
        let born = (1..=3)
            .filter_map(|n| token.checked_sub(n))
            .find(|t| sentence.contains(t) && parse.lower(*t) == "born")?;
        let led = [",", "(", "who", "was", "is"];
        let mut end = self.skip_back(born, &led, sentence);
        // `John Smith, 61, was born on 3 May`.
        if end > sentence.start && parse.tokens[end - 1].kind == TokenKind::Number {
            end = self.skip_back(end - 1, &led, sentence);
        }
        self.ending(end)
    }
}
