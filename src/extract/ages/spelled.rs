//! Ages that are no figures: `a woman in her 30s`, `celebrated her 104th birthday`.

use std::ops::Range;

use crate::text::Penn;

use super::{Age, OLDEST, People, Tie, Whose};

/// How many words before `birthday` its sentence says that it is kept.
const FEAST: usize = 12;
/// The most words between `birthday of` and the name.
const PRAISE: usize = 4;

/// The decades and birthdays of an article, in order.
pub(super) fn find(people: &People<'_>) -> Vec<Age> {
    let tokens = 0..people.parse.tokens.len();
    tokens.filter_map(|at| decade(people, at).or_else(|| birthday(people, at))).collect()
}

/// The first year of a decade of life: `30s`, `thirties`.
fn first_year(word: &str) -> Option<u8> {
    let digits = word.strip_suffix('s').filter(|digits| digits.len() == 2 && digits.ends_with('0'));
    if let Some(years) = digits.and_then(|digits| digits.parse().ok()) {
        return Some(years);
    }
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let place = word.ends_with("ties").then(|| DECADES.iter().position(|decade| *decade == word))?;
    place.map(|n| 20 + 10 * n as u8)
}

/// `A man in his 50s`, `the woman, who was in her late 30s,`, `John Smith, in his mid-60s,`.
fn decade(people: &People<'_>, at: usize) -> Option<Age> {
    let parse = people.parse;
    let first = first_year(parse.lower(at)).filter(|years| *years >= 20)?;
    let sentence = parse.sentences.get(parse.sentence_of(at))?.tokens.clone();
    let part = people.skip_back(at, &["-", "early", "mid", "late"], &sentence);
    let within = (part..at).map(|t| parse.lower(t)).find_map(|word| match word {
        "early" => Some((0, 4)),
        "mid" => Some((3, 7)),
        "late" => Some((5, 9)),
        _ => None,
    });
    let (low, high) = within.unwrap_or((0, 9));
    let of = part.checked_sub(1).filter(|&t| matches!(parse.lower(t), "his" | "her" | "their"))?;
    let led = of.checked_sub(1).filter(|&t| sentence.contains(&t) && parse.lower(t) == "in")?;
    let words = [",", "who", "was", "is", "be", "to", "believed", "thought", "aged"];
    let holder = people.skip_back(led, &words, &sentence);
    let one = holder.checked_sub(1).is_some_and(|t| parse.tokens[t].penn == Penn::Nn);
    let named = people.ending(holder).map(super::beside);
    let (whose, tie) = named.or_else(|| people.noun_before(holder, &sentence).filter(|_| one))?;
    let span = parse.tokens[led].span.cover(parse.tokens[at].span);
    let (verb, fate) = people.told(span, whose);
    Some(Age { span, years: (first + low, first + high), figure: None, whose, tie, verb, fate })
}

/// `John Smith celebrated his 90th birthday`, `the 104th birthday of Edna Marsh`; those of other days, and to come, are none.
fn birthday(people: &People<'_>, at: usize) -> Option<Age> {
    let parse = people.parse;
    let nth = at.checked_sub(1).filter(|_| parse.lower(at) == "birthday")?;
    let digits = parse.lower(nth).trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let years: u8 = digits.parse().ok().filter(|years| f64::from(*years) <= OLDEST && *years > 0)?;
    let sentence = parse.sentences.get(parse.sentence_of(at))?.tokens.clone();
    let mut before = (at.saturating_sub(FEAST).max(sentence.start)..nth).map(|t| parse.lower(t));
    let kept = |word: &str| {
        matches!(word, "celebrated" | "celebrates" | "celebrate" | "celebrating" | "marked" | "marks")
    };
    let other_day = |t: usize| {
        let word = parse.lower(t);
        matches!(word, "would" | "will" | "before" | "after" | "until" | "when")
            || word.len() == 4 && word.parse::<u16>().is_ok()
    };
    if !before.any(kept) || sentence.clone().any(other_day) {
        return None;
    }
    let of = (people.lower(Some(at + 1), &sentence) == "of")
        .then(|| (at + 2..at + 2 + PRAISE).find_map(|t| people.starting(t)));
    let named = of.flatten().filter(|m| sentence.contains(&m.0.start)).map(|m| m.1);
    let person = named.or_else(|| owner(people, nth, &sentence))?;
    let span = parse.tokens[nth].span.cover(parse.tokens[at].span);
    let (verb, fate) = (None, None);
    Some(Age {
        span,
        years: (years, years),
        figure: None,
        whose: Whose::Person(person),
        tie: Tie::Beside,
        verb,
        fate,
    })
}

/// Whose birthday it is: `Edna Marsh's 104th birthday`, `Edna Marsh celebrated her 104th birthday`.
fn owner(people: &People<'_>, nth: usize, sentence: &Range<usize>) -> Option<u32> {
    let word = nth.checked_sub(1).map_or("", |t| people.lower(Some(t), sentence));
    match word {
        "his" | "her" => people.opening(sentence, nth),
        "'s" | "’s" => people.ending(nth - 1),
        _ => None,
    }
}
