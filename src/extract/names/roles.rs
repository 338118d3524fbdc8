//! Nouns that stand for a named thing (`the agency`), and what things are called beside their names.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::{EntityKind, Form, Mention};
use crate::text::{Span, Stretches, TokenKind, Upos, WordMap};

use super::identity::short_organisation;
use super::kinds;
use super::lexicon::{self, Class};
use super::links::{Thing, plain_words};
use super::words::Words;

/// Nouns of which an article has so many that `the day` never names one of them.
static COMMON: LazyLock<WordMap<()>> =
    LazyLock::new(|| WordMap::listed(include_str!("../data/nouns_of_many.txt")));

/// Notes appositions as roles, then adds the nouns that can only mean one thing named before.
pub(super) fn add<'p>(words: &Words<'p>, things: &mut [Thing<'p>]) {
    for thing in things.iter_mut() {
        note_appositions(words, thing);
    }
    let parse = words.parse;
    let named = Named::of(things);
    let issuer = issuer(words, things);
    let mut found = Vec::new();
    for (s, sentence) in parse.sentences.iter().enumerate() {
        if !parse.block_of(s).is_story() {
            continue;
        }
        for i in sentence.tokens.start..sentence.tokens.end.saturating_sub(1) {
            if !is_lone_noun(words, i + 1, sentence.tokens.end) || !matches!(parse.lower(i), "the" | "this") {
                continue;
            }
            let noun = (parse.lower(i + 1), parse.tokens[i + 1].span.start);
            let issuer = || issuer.filter(|&t| is_issuer(words, i + 1) && named.follows(t, noun.1));
            if let Some(t) = named.antecedent(noun.0, noun.1).or_else(issuer) {
                found.push((t, Mention { span: parse.span(i..i + 2), form: Form::Role }));
            }
        }
    }
    for (t, mention) in found {
        things[t].mentions.push(mention);
    }
}

/// The organisation that the article is from, where the article names it: a company that tells of itself.
fn issuer(words: &Words<'_>, things: &[Thing]) -> Option<usize> {
    let source = plain_words(&words.parse.article.meta.source.as_ref()?.value);
    let source: Vec<Cow<str>> = source.into_iter().map(Cow::Owned).collect();
    things.iter().position(|thing| {
        thing.kind == EntityKind::Organisation
            && (source == *thing.words || short_organisation(&thing.words, &source))
    })
}

/// `the Group`, `the Company`: a noun whose capital says that the issuer of a statement means itself.
fn is_issuer(words: &Words<'_>, noun: usize) -> bool {
    words.is_capital(noun)
        && matches!(words.parse.lower(noun), "group" | "company" | "corporation" | "bank" | "fund" | "trust")
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
    if !word || !known {
        return false;
    }
    let alone = noun + 1 >= end
        || !(matches!(parse.tokens[noun + 1].upos, Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            || matches!(parse.lower(noun + 1), "of" | "that" | "which" | "-" | "for"));
    alone && !COMMON.contains(parse.lower(noun))
}

/// The things of an article by the nouns that can stand for them.
struct Named<'t> {
    /// For every noun the only thing it fits; `None` where it fits several.
    by_noun: FxHashMap<&'t str, Option<usize>>,
    /// For every thing where its first mention ends.
    first_end: Vec<u32>,
    /// Where names stand.
    taken: Stretches,
}

impl<'t> Named<'t> {
    fn of(things: &'t [Thing<'_>]) -> Self {
        let mut by_noun: FxHashMap<&str, Option<usize>> = FxHashMap::default();
        let mut nouns = Vec::new();
        for (t, thing) in things.iter().enumerate() {
            nouns_for(thing, &mut nouns);
            for noun in nouns.drain(..) {
                by_noun.entry(noun).and_modify(|only| *only = only.filter(|&o| o == t)).or_insert(Some(t));
            }
        }
        let ends = |thing: &Thing| thing.mentions.iter().map(|m| m.span.end).min().unwrap_or(u32::MAX);
        let taken = Stretches::of(things.iter().flat_map(|t| &t.mentions).map(|m| m.span));
        Named { by_noun, first_end: things.iter().map(ends).collect(), taken }
    }

    /// The only thing named before `at` that the noun which stands there fits, unless the noun is itself part of a name.
    fn antecedent(&self, noun: &str, at: u32) -> Option<usize> {
        let thing = self.by_noun.get(noun).copied().flatten()?;
        self.follows(thing, at).then_some(thing)
    }

    /// Whether a thing was named before `at`, where no name stands.
    fn follows(&self, thing: usize, at: u32) -> bool {
        let taken = self.taken.cover(Span::new(at, at.saturating_add(1)));
        self.first_end[thing] <= at && !taken
    }
}

/// The nouns that can stand for a thing: the head of its name, what the article calls it, and what it is by its form.
fn nouns_for<'t>(thing: &'t Thing<'_>, nouns: &mut Vec<&'t str>) {
    let (Some(first), Some(last)) = (thing.words.first(), thing.words.last()) else { return };
    let several = thing.words.len() > 1;
    if thing.kind == EntityKind::Person || !several && thing.nouns.is_empty() {
        return;
    }
    nouns.extend(&thing.nouns);
    if several {
        let of = thing.words.iter().position(|w| w == "of" || w == "for");
        nouns.push(&thing.words[of.and_then(|i| i.checked_sub(1)).unwrap_or(thing.words.len() - 1)]);
    }
    let company = lexicon::class(last).is(Class::COMPANY)
        || lexicon::class(first).is(Class::COMPANY) && first.len() == 2 && thing.words.len() > 2;
    if company {
        nouns.extend(["company", "firm", "group"]);
    }
    let vessel = matches!(&**first, "mv" | "ms" | "mt" | "ss" | "hms" | "uss" | "km" | "kmp" | "kri" | "ins");
    if thing.kind == EntityKind::Organisation && several {
        nouns.extend(nouns_by_name(last));
    }
    if several && vessel && lexicon::class(first).is(Class::THING_OPENER) {
        nouns.extend(["vessel", "ship", "ferry", "boat"]);
    }
}

/// What an organisation is by the last word of its name: a paper that is called a post, a carrier that is called airways.
fn nouns_by_name(last: &str) -> &'static [&'static str] {
    match last {
        "times" | "post" | "herald" | "journal" | "gazette" | "tribune" | "guardian" | "telegraph"
        | "chronicle" | "courier" | "ledger" | "examiner" | "inquirer" | "observer" | "mail" | "globe" => {
            &["newspaper", "paper"]
        }
        "airlines" | "airways" => &["airline", "carrier"],
        _ => &[],
    }
}

/// `Gentian Lleshi, director of the regional hospital,`; `the ferry KM Sinar`.
fn note_appositions<'p>(words: &Words<'p>, thing: &mut Thing<'p>) {
    let parse = words.parse;
    for mention in &thing.mentions {
        let tokens = parse.tokens_in(mention.span);
        if tokens.is_empty() {
            continue;
        }
        let sentence = parse.sentences[parse.sentence_of(tokens.start)].tokens.clone();
        if words.lower_in(tokens.end, &sentence) == ","
            && sentence.contains(&(tokens.end + 1))
            && let Some((head, class)) = kinds::apposition(words, tokens.end + 1, &sentence)
        {
            thing.nouns.push(parse.lower(head));
            if class.is(Class::PERSON_NOUN) && thing.kind == EntityKind::Person {
                thing.roles.push(tokens.end + 1..role_end(words, head, &sentence));
            }
        }
        let before = tokens.start.checked_sub(1).filter(|i| sentence.contains(i));
        if let Some(i) = before.filter(|&i| !words.is_capital(i) && words.class(i).is(Class::NOUN)) {
            thing.nouns.push(parse.lower(i));
            if thing.kind == EntityKind::Person && words.class(i).is(Class::PERSON_NOUN) {
                thing.roles.push(i..i + 1);
            }
        }
        if thing.kind == EntityKind::Person {
            thing
                .roles
                .extend(role_before(words, &tokens, &sentence).or_else(|| office(words, &tokens, &sentence)));
        }
    }
}

/// `the mill's technical director, Ana Roe, said`: what stands before a name that commas set off.
fn role_before(words: &Words<'_>, name: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let parse = words.parse;
    let noun = name.start.checked_sub(2).filter(|i| sentence.contains(i))?;
    let set_off = parse.lower(noun + 1) == ",";
    let closed = matches!(words.lower_in(name.end, sentence), "," | "." | "" | ")" | ";");
    if !set_off || !closed || words.is_capital(noun) || !words.class(noun).is(Class::PERSON_NOUN) {
        return None;
    }
    let inside = |i: &usize| !words.is_capital(*i) && matches!(parse.tokens[*i].upos, Upos::Noun | Upos::Adj);
    let start = (sentence.start..noun).rev().take_while(inside).last().unwrap_or(noun);
    // One person of a kind that can be told: `the mayor`, `its director`; not `a mayor, Ana Roe and others`.
    let open = start.checked_sub(1).filter(|i| sentence.contains(i))?;
    let definite = matches!(parse.lower(open), "the" | "its" | "their" | "his" | "her" | "'s" | "’s");
    definite.then_some(start..noun + 1)
}

/// `Superintendent of Police Ana Roe`, `Dean of Students Ana Roe`: an office with what it is over.
fn office(words: &Words<'_>, name: &Range<usize>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let of = (sentence.start..name.start).rev().take(3).find(|&i| words.parse.lower(i) == "of")?;
    let capitals = of + 1 < name.start && (of + 1..name.start).all(|i| words.is_capital(i));
    let title = of.checked_sub(1).filter(|i| sentence.contains(i) && words.is_capital(*i))?;
    (capitals && words.class(title).is(Class::TITLE)).then_some(title..name.start)
}

/// The end of an apposition: the comma that closes it.
fn role_end(words: &Words<'_>, head: usize, sentence: &Range<usize>) -> usize {
    let closes = |i: &usize| matches!(words.parse.word(*i), "," | ";" | ")" | "." | "—" | "–");
    let verb = |i: &usize| matches!(words.parse.tokens[*i].upos, Upos::Verb | Upos::Aux);
    (head + 1..sentence.end).take(14).find(|i| closes(i) || verb(i)).unwrap_or(head + 1)
}
