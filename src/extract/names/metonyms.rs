//! Capitals and seats of government that speak for their country: `Seoul said`, `the Kremlin denied`.

use std::borrow::Cow;

use crate::extract::{EntityKind, Form, Mention};
use crate::text::{Span, Upos};

use super::lexicon::{self, Class};
use super::links::{Thing, plain_words};
use super::places::{self, Rank};
use super::words::Words;

/// How a capital is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It acts or is acted upon: the government is meant.
    Government,
    /// Something is there, goes there, or comes from there.
    Place,
    /// The words around it do not tell.
    Open,
}

/// Moves the mentions of capitals that mean a government to the country.
pub(super) fn settle<'p>(words: &Words<'p>, things: &mut Vec<Thing<'p>>) {
    for i in 0..things.len() {
        let Some(place) = things[i].place.filter(|p| matches!(p.rank, Rank::Capital | Rank::Seat)) else {
            continue;
        };
        let Some(country) = place.within else { continue };
        let uses: Vec<Use> = things[i].mentions.iter().map(|m| use_of(words, m.span, place.rank)).collect();
        let count = |u: Use| uses.iter().filter(|&&x| x == u).count();
        let open_means = count(Use::Government) > count(Use::Place);
        let mut moved = Vec::new();
        let mut index = 0;
        things[i].mentions.retain(|mention| {
            let governs = match uses[index] {
                Use::Government => true,
                Use::Place => false,
                Use::Open => open_means,
            };
            index += 1;
            if governs {
                moved.push(Mention { form: Form::Metonym, ..*mention });
            }
            !governs
        });
        give(words, things, country, moved);
    }
    things.retain(|thing| !thing.mentions.is_empty());
}

/// Adds mentions to the thing that is this country, which is made where there is none.
fn give<'p>(words: &Words<'p>, things: &mut Vec<Thing<'p>>, country: &str, moved: Vec<Mention>) {
    let Some(first) = moved.first() else { return };
    let owner = things.iter_mut().find(|t| t.place.is_some_and(|p| p.name == country));
    if let Some(owner) = owner {
        return owner.mentions.extend(moved);
    }
    let name = first.span.of(&words.parse.article.text);
    things.push(Thing {
        kind: EntityKind::Place,
        words: plain_words(name).into_iter().map(Cow::Owned).collect(),
        name: name.into(),
        mentions: moved,
        roles: Vec::new(),
        acronym: None,
        place: places::find(country),
        nouns: Vec::new(),
    });
}

fn use_of(words: &Words<'_>, span: Span, rank: Rank) -> Use {
    let parse = words.parse;
    let tokens = parse.tokens_in(span);
    let sentence = parse.sentences[parse.sentence_of(tokens.start)].tokens.clone();
    if rank == Rank::Seat {
        return Use::Government;
    }
    if parse.article.dateline.as_ref().is_some_and(|d| d.span.overlaps(span)) {
        return Use::Place;
    }
    let mut at = tokens.start;
    // “between Moscow and Pyongyang”: the preposition governs both.
    while at >= sentence.start + 2
        && matches!(parse.lower(at - 1), "and" | "or" | "," | "with")
        && parse.tokens[at - 2].upos == Upos::Propn
        && parse.lower(at - 1) != "with"
    {
        at -= 2;
    }
    let before = at.checked_sub(1).filter(|i| sentence.contains(i));
    let preposition = before.map_or("", |i| parse.lower(i));
    match preposition {
        "in" | "at" | "near" | "outside" | "around" | "across" | "into" | "central" | "downtown" | "via"
        | "through" | "inside" | "through-out" | "toward" | "towards" | "capital" => return Use::Place,
        "of" if before.is_some_and(|i| {
            i > sentence.start && words.class(i - 1).is(Class::PLACE_NOUN.or(Class::GENERIC))
                || i > 0
                    && matches!(
                        parse.lower(i - 1),
                        "north"
                            | "south"
                            | "east"
                            | "west"
                            | "capital"
                            | "outskirts"
                            | "streets"
                            | "mayor"
                            | "centre"
                            | "center"
                            | "university"
                    )
        }) =>
        {
            return Use::Place;
        }
        "for" if before.is_some_and(|i| i > sentence.start && departs(parse.lower(i - 1))) => {
            return Use::Place;
        }
        "between" | "for" | "by" | "with" | "against" | "urged" | "told" | "accused" | "that" => {
            return Use::Government;
        }
        _ => {}
    }
    behind(words, tokens.end, &sentence)
}

fn behind(words: &Words<'_>, at: usize, sentence: &std::ops::Range<usize>) -> Use {
    let parse = words.parse;
    if !sentence.contains(&at) {
        return Use::Open;
    }
    match parse.lower(at) {
        "'s" | "’s" => match owns_place(words, at + 1, sentence) {
            true => Use::Place,
            false => Use::Government,
        },
        "," | "." | "(" | ")" => Use::Open,
        _ => match parse.tokens[at].upos {
            Upos::Verb | Upos::Aux => Use::Government,
            _ => Use::Open,
        },
    }
}

/// Whether what a capital owns is a part of the city: `London's airports`, `Tirana's Institute of Art`; not `Moscow's invasion`.
fn owns_place(words: &Words<'_>, from: usize, sentence: &std::ops::Range<usize>) -> bool {
    let parse = words.parse;
    (from..(from + 4).min(sentence.end))
        .take_while(|&i| matches!(parse.tokens[i].upos, Upos::Noun | Upos::Adj | Upos::Propn))
        .any(|i| {
            let lower = parse.lower(i);
            let class = words.class(i).or(lexicon::class(lower.strip_suffix('s').unwrap_or(lower)));
            let city = class.is(Class::PLACE_HEAD.or(Class::PLACE_NOUN))
                || matches!(parse.lower(i), "mayor" | "residents" | "police" | "streets");
            city || words.is_capital(i) && class.is(Class::HEAD)
        })
}

fn departs(lower: &str) -> bool {
    matches!(
        lower,
        "left" | "leave" | "leaves" | "leaving" | "bound" | "headed" | "heading" | "departed" | "depart"
    )
}
