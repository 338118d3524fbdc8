//! Nouns that stand for a named thing (`the agency`), and what things are called beside their names.

use crate::extract::{EntityKind, Form, Mention};
use crate::text::{TokenKind, Upos};

use super::kinds;
use super::lexicon::{self, Class};
use super::links::Thing;
use super::words::Words;

/// Nouns of which an article has so many that `the day` never names one of them.
const COMMON: [&str; 22] = [
    "act",
    "area",
    "award",
    "country",
    "day",
    "deal",
    "final",
    "game",
    "games",
    "government",
    "house",
    "march",
    "month",
    "north",
    "party",
    "plan",
    "police",
    "report",
    "road",
    "state",
    "week",
    "year",
];

/// Notes appositions as roles, then adds the nouns that can only mean one thing named before.
pub(super) fn add(words: &Words<'_>, things: &mut [Thing]) {
    for thing in things.iter_mut() {
        note_appositions(words, thing);
    }
    let parse = words.parse;
    for (s, sentence) in parse.sentences.iter().enumerate() {
        if !parse.block_of(s).is_story() {
            continue;
        }
        for i in sentence.tokens.start..sentence.tokens.end.saturating_sub(1) {
            if !matches!(parse.lower(i), "the" | "this") || !is_lone_noun(words, i + 1, sentence.tokens.end) {
                continue;
            }
            if let Some(t) = antecedent(words, things, i + 1) {
                things[t].mentions.push(Mention { span: parse.span(i..i + 2), form: Form::Role });
            }
        }
    }
}

/// Whether the word is the whole of its noun phrase: `the agency said`, not `the agency chief` or `the agency of which`.
fn is_lone_noun(words: &Words<'_>, noun: usize, end: usize) -> bool {
    let parse = words.parse;
    let class = words.class(noun);
    let word = parse.tokens[noun].kind == TokenKind::Word
        && matches!(parse.tokens[noun].upos, Upos::Noun | Upos::Propn);
    let known = class.is(Class::ORG_HEAD
        .or(Class::PLACE_HEAD)
        .or(Class::THING_HEAD)
        .or(Class::ORG_NOUN)
        .or(Class::THING_NOUN));
    let alone = noun + 1 >= end
        || !(matches!(parse.tokens[noun + 1].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            || matches!(parse.lower(noun + 1), "of" | "that" | "which" | "-" | "for"));
    word && known && alone && !COMMON.contains(&parse.lower(noun))
}

/// The only thing named before that the noun fits.
fn antecedent(words: &Words<'_>, things: &[Thing], noun: usize) -> Option<usize> {
    let lower = words.parse.lower(noun);
    let at = words.parse.tokens[noun].span.start;
    let mut fitting = things.iter().enumerate().filter(|(_, t)| is_called(t, lower));
    let (index, thing) = fitting.next()?;
    let taken = things.iter().any(|t| t.mentions.iter().any(|m| m.span.touches(at) && m.span.end > at));
    let before = thing.mentions.iter().any(|m| m.span.end <= at);
    (fitting.next().is_none() && before && !taken).then_some(index)
}

/// Whether the noun is the head of the thing's name, or what the article calls it.
fn is_called(thing: &Thing, noun: &str) -> bool {
    if thing.kind == EntityKind::Person || thing.words.len() < 2 && thing.nouns.is_empty() {
        return false;
    }
    let of = thing.words.iter().position(|w| w == "of" || w == "for");
    let head = of.and_then(|i| i.checked_sub(1)).unwrap_or(thing.words.len() - 1);
    let company = lexicon::class(&thing.words[thing.words.len() - 1]).is(Class::COMPANY)
        || lexicon::class(&thing.words[0]).is(Class::COMPANY)
            && thing.words[0].len() == 2
            && thing.words.len() > 2;
    let vessel = lexicon::class(&thing.words[0]).is(Class::THING_OPENER) && thing.words.len() > 1;
    thing.words[head] == noun && thing.words.len() > 1
        || thing.nouns.iter().any(|n| n == noun)
        || company && matches!(noun, "company" | "firm" | "group")
        || vessel
            && matches!(
                thing.words[0].as_str(),
                "mv" | "ms" | "mt" | "ss" | "hms" | "uss" | "km" | "kmp" | "kri" | "ins"
            )
            && matches!(noun, "vessel" | "ship" | "ferry" | "boat")
}

/// `Gentian Lleshi, director of the regional hospital,`; `the ferry KM Sinar`.
fn note_appositions(words: &Words<'_>, thing: &mut Thing) {
    let parse = words.parse;
    for mention in thing.mentions.clone() {
        let tokens = parse.tokens_in(mention.span);
        if tokens.is_empty() {
            continue;
        }
        let sentence = parse.sentences[parse.sentence_of(tokens.start)].tokens.clone();
        if words.lower_in(tokens.end, &sentence) == ","
            && sentence.contains(&(tokens.end + 1))
            && let Some((head, class)) = kinds::apposition(words, tokens.end + 1, &sentence)
        {
            thing.nouns.push(parse.lower(head).to_owned());
            if class.is(Class::PERSON_NOUN) && thing.kind == EntityKind::Person {
                thing.roles.push(tokens.end + 1..role_end(words, head, &sentence));
            }
        }
        let before = tokens.start.checked_sub(1).filter(|i| sentence.contains(i));
        if let Some(i) = before.filter(|&i| !words.is_capital(i) && words.class(i).is(Class::NOUN)) {
            thing.nouns.push(parse.lower(i).to_owned());
            if thing.kind == EntityKind::Person && words.class(i).is(Class::PERSON_NOUN) {
                thing.roles.push(i..i + 1);
            }
        }
    }
}

/// The end of an apposition: the comma that closes it.
fn role_end(words: &Words<'_>, head: usize, sentence: &std::ops::Range<usize>) -> usize {
    let closes = |i: &usize| matches!(words.parse.word(*i), "," | ";" | ")" | "." | "—" | "–");
    let verb = |i: &usize| matches!(words.parse.tokens[*i].upos, Upos::Verb | Upos::Aux);
    (head + 1..sentence.end).take(14).find(|i| closes(i) || verb(i)).unwrap_or(head + 1)
}
