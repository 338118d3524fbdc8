//! Whose age a figure is, and when somebody was born: what has to be known before ages can be held against each other.
//!
//! Only ages of the day of the article are kept: `was 22 when she joined`, `at the age of nine` and `would have turned 40` are not.

use std::ops::Range;

use crate::text::{BlockKind, Parse, Penn, Span, TokenKind, Upos};

use super::names::identity::{self, Sex};
use super::{Attribution, DateMention, Entity, EntityKind, Figure, Unit, figures, words};

mod naming;
#[cfg(test)]
mod tests;

/// The sex of whom a common noun stands for: `boy`, `mother`.
pub fn sex_of_noun(noun: &str) -> Sex {
    naming::sex_of_noun(noun)
}

/// Nobody is older, in years.
const OLDEST: f64 = 125.0;
/// How many sentences back `the 35-year-old` and `he` look for whom they mean.
const REACH: usize = 2;
/// The most words in a description between a name and an age.
const DESCRIPTION: usize = 7;

/// Who is as old as a figure says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// A named person, by index into the reading's entities.
    Person(u32),
    /// Somebody without a name, by the noun that stands for them: `man`, `son`, `driver`.
    Noun(Span),
}

/// An age that somebody has on the day of the article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Age {
    /// The figure, by index into the reading's figures; its value is in whole years.
    pub figure: u32,
    /// Whose age it is.
    pub whose: Whose,
    /// The verb that says what they did or underwent: the hash of its lemma's stem.
    pub verb: Option<u32>,
}

/// A person's day or year of birth.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Birth {
    /// The date, by index into the reading's dates.
    pub date: u32,
    /// The person, by index into the reading's entities.
    pub person: u32,
}

/// The ages and the births of an article, in order.
pub fn find(
    parse: &Parse,
    figures: &[Figure],
    dates: &[DateMention],
    entities: &[Entity],
    attributions: &[Attribution],
) -> (Vec<Age>, Vec<Birth>) {
    let people = People::of(parse, entities, attributions);
    let ages = (0u32..).zip(figures).filter(|(_, figure)| can_be_age(figure)).filter_map(|(i, figure)| {
        let whose = people.whose(figure)?;
        Some(Age { figure: i, whose, verb: people.verb(figure) })
    });
    let births = (0u32..).zip(dates).filter_map(|(i, date)| {
        let person = people.born(parse.token_from(date.span.start))?;
        Some(Birth { date: i, person })
    });
    let mut ages: Vec<Age> = ages.collect();
    naming::settle(&people, figures, &mut ages);
    (ages, births.collect())
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

/// The named people of an article, where they stand, and who of them speaks.
struct People<'a> {
    parse: &'a Parse<'a>,
    entities: &'a [Entity],
    /// Mentions as tokens with the person, in order.
    mentions: Vec<(Range<usize>, u32)>,
    /// Whether each entity is said to have said something.
    speaks: Vec<bool>,
}

impl<'a> People<'a> {
    fn of(parse: &'a Parse<'a>, entities: &'a [Entity], attributions: &[Attribution]) -> Self {
        let mut mentions: Vec<(Range<usize>, u32)> = (0u32..)
            .zip(entities)
            .filter(|(_, e)| e.kind == EntityKind::Person)
            .flat_map(|(i, e)| e.mentions.iter().map(move |m| (parse.tokens_in(m.span), i)))
            .filter(|(tokens, _)| !tokens.is_empty())
            .collect();
        mentions.sort_unstable_by_key(|m| m.0.start);
        let mut speaks = vec![false; entities.len()];
        for entity in attributions.iter().flat_map(|a| &a.by).filter_map(|s| s.entity) {
            if let Some(speaks) = speaks.get_mut(entity as usize) {
                *speaks = true;
            }
        }
        People { parse, entities, mentions, speaks }
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

    fn whose(&self, figure: &Figure) -> Option<Whose> {
        let parse = self.parse;
        let tokens = parse.tokens_in(figure.span);
        let sentence = parse.sentences.get(parse.sentence_of(tokens.start))?.tokens.clone();
        if tokens.is_empty() || !sentence.contains(&tokens.start) {
            return None;
        }
        let old = self.end_of_old(&tokens, &sentence);
        if self.is_of_another_day(&tokens, old.unwrap_or(tokens.end), &sentence) {
            return None;
        }
        match old {
            Some(end) => self.compound(tokens.start, end, &sentence),
            None => self.bare(&tokens, figure.unit == Unit::Measure("year"), &sentence),
        }
    }

    fn verb(&self, figure: &Figure) -> Option<u32> {
        let parse = self.parse;
        let last = parse.tokens_in(figure.of_span.unwrap_or(figure.span)).end.checked_sub(1)?;
        let verb = parse.governing_verb(last)?;
        Some(words::hash(words::stem(&parse.lemma(parse.verbs.get(verb)?.head))))
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
        let after = matches!(word(Some(end)), "when" | "then")
            || word(Some(end)) == "at" && word(Some(end + 1)) == "the" && word(Some(end + 2)) == "time";
        let died = (1..=8).any(|n| matches!(back(n), "died" | "dies" | "dead"));
        let at = back(1) == "at"
            || matches!(back(1), "age") && back(2) == "at"
            || back(1) == "of" && back(2) == "age";
        let turning = matches!(back(1), "turned" | "turning" | "turns" | "turn" | "before" | "until");
        let unreal = (1..=4).any(|n| matches!(back(n), "would" | "will" | "if" | "since"));
        let then =
            matches!(back(1), "was" | "were" | "is") && (2..=4).any(|n| matches!(back(n), "when" | "while"));
        after || turning || unreal || then || at && !died
    }

    /// `John Smith, 35,`, `John Smith, aged 35`, `John Smith, who is 35`, `Smith (35), of`, `she is 35`, `a man, 35,`.
    fn bare(&self, tokens: &Range<usize>, is_year: bool, sentence: &Range<usize>) -> Option<Whose> {
        let parse = self.parse;
        // Headlines drop the article: `Boy, six, dies`.
        let comma = tokens.start.checked_sub(1).filter(|&t| self.lower(Some(t), sentence) == ",");
        let noun = comma.and_then(|t| t.checked_sub(1)).map_or("", |t| self.lower(Some(t), sentence));
        let is_year = is_year || sex_of_noun(noun) != Sex::Unknown;
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
                self.ending(before).filter(|_| next == ")" && told).map(Whose::Person)
            }
            "," => {
                let closed = matches!(next, "," | "." | ";" | ")" | "" | "and" | "—" | "–" | ":");
                let named = || self.ending(before).or_else(|| self.described(before, sentence));
                let person = closed.then(named).flatten().map(Whose::Person);
                person.or_else(|| self.noun_before(before, sentence).filter(|_| closed && is_year))
            }
            "aged" | "age" | "of" | "at" => {
                let led = ["at", "the", "age", "of", "aged", "died", "dies", ",", "("];
                let holder = self.skip_back(tokens.start, &led, sentence);
                let aged = matches!(parse.lower(before), "aged" | "age");
                let named = self.ending(holder).map(Whose::Person);
                named.or_else(|| self.noun_before(holder, sentence).filter(|_| aged && is_year))
            }
            "is" | "was" | "'s" | "’s" => {
                let holder = self.skip_back(before, &[",", "—", "–", "who"], sentence);
                let pronoun = holder.checked_sub(1).map_or("", |t| self.lower(Some(t), sentence));
                let closed = is_year || matches!(next, "." | "" | ",");
                let person = match pronoun {
                    "he" => self.antecedent(holder - 1, Sex::Male),
                    "she" => self.antecedent(holder - 1, Sex::Female),
                    _ => self.ending(holder).filter(|&person| closed && !self.is_object(holder, person)),
                };
                person.map(Whose::Person)
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
    fn noun_before(&self, end: usize, sentence: &Range<usize>) -> Option<Whose> {
        let noun = end.checked_sub(1).filter(|t| sentence.contains(t))?;
        let token = &self.parse.tokens[noun];
        let common = matches!(token.upos, Upos::Noun) || noun == sentence.start;
        (common && figures::is_person(self.parse.lower(noun))).then_some(Whose::Noun(token.span))
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
    fn compound(&self, start: usize, end: usize, sentence: &Range<usize>) -> Option<Whose> {
        let parse = self.parse;
        let mut head = None;
        let mut at = end;
        while at < sentence.end && at < end + 6 {
            if let Some((_, person)) = self.starting(at) {
                return Some(Whose::Person(*person));
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
            return Some(Whose::Person(person));
        }
        let article = start.checked_sub(1).map_or("", |t| self.lower(Some(t), sentence));
        let heading = parse.block_of(parse.sentence_of(start)).kind != BlockKind::Paragraph;
        if article == "the"
            && !heading
            && let Some(person) = self.antecedent(start, Sex::Unknown)
        {
            return Some(Whose::Person(person));
        }
        // `The 35-year-old bridge` is no man's age.
        let head = head.filter(|&h| article != "the" || figures::is_person(parse.lower(h)));
        head.map(|h| Whose::Noun(parse.tokens[h].span))
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
    /// the person meant.
    fn antecedent(&self, token: usize, sex: Sex) -> Option<u32> {
        let parse = self.parse;
        let first = parse.sentences[parse.sentence_of(token).saturating_sub(REACH)].tokens.start;
        let from = self.mentions.partition_point(|m| m.0.start < first);
        let to = self.mentions.partition_point(|m| m.0.start < token);
        let fits = |person: u32| {
            let name = &self.entities[person as usize];
            let titles = name.roles.iter().map(|r| r.of(&parse.article.text));
            !self.speaks[person as usize] && !identity::sex(&name.name, titles).opposes(sex)
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
        self.ending(self.skip_back(born, &[",", "(", "who", "was", "is"], sentence))
    }
}
