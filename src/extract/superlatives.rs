//! Words that make a thing the first, the only or the most of its kind: claims to be checked by hand.

use std::sync::LazyLock;

use crate::text::{Parse, Penn, Span, Stretches, Upos, WordMap};

use super::meanings::{Meanings, Trigger};
use super::{Attribution, AttributionKind};

/// Nouns behind `first` that it only numbers: the first half, the first lady, first aid.
static NUMBERED: LazyLock<WordMap<()>> = LazyLock::new(|| WordMap::listed(include_str!("data/firsts.txt")));

/// Where running text calls something the first, the only, a record or the most of its kind; words that somebody is quoted with
/// are left to them.
pub fn find(parse: &Parse, meanings: &Meanings, said: &[Attribution]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (i, sentence) in parse.sentences.iter().enumerate() {
        if !parse.block_of(i).is_story() {
            continue;
        }
        for token in sentence.tokens.clone() {
            let ahead = |n: usize| Some(token + n).filter(|t| sentence.tokens.contains(t));
            let looked_at =
                meanings[token].triggers(Trigger::Superlative) || parse.tokens[token].penn == Penn::Jjs;
            if looked_at && is_superlative(parse, token, &ahead) {
                spans.push(parse.tokens[token].span);
            }
        }
    }
    let direct = said.iter().filter(|a| a.kind == AttributionKind::Direct);
    let quoted = Stretches::of(direct.map(|a| a.span));
    spans.retain(|span| !quoted.cover(*span));
    spans
}

/// Whether a word in lower case can be one without being a superlative in form.
pub(super) fn is_one(lower: &str) -> bool {
    matches!(lower, "first" | "only" | "record" | "unprecedented" | "most")
}

fn is_superlative(parse: &Parse, token: usize, ahead: &dyn Fn(usize) -> Option<usize>) -> bool {
    let noun = |n: usize| {
        ahead(n).is_some_and(|t| matches!(parse.tokens[t].upos, Upos::Noun | Upos::Propn | Upos::Adj))
    };
    let next = || ahead(1).map_or("", |t| parse.lower(t));
    let before = || token.checked_sub(1).map_or("", |t| parse.lower(t));
    let definite = || matches!(before(), "the" | "its" | "their" | "his" | "her" | "'s" | "’s");
    match parse.lower(token) {
        "first" => {
            definite() && noun(1) && !NUMBERED.contains(next()) || before() == "the" && next() == "time"
        }
        "only" => definite() && noun(1),
        "record" => {
            parse.tokens[token].upos != Upos::Verb
                && (matches!(before(), "a" | "the" | "new" | "world") || noun(1))
        }
        "unprecedented" => true,
        "most" => before() == "the" && ahead(1).is_some_and(|t| matches!(parse.tokens[t].upos, Upos::Adj)),
        "least" | "best" | "latest" | "last" => false,
        _ => parse.tokens[token].penn == Penn::Jjs && definite(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::extract::read;
    use crate::text::Article;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let reading = read(Arc::new(Article::plain(text)));
        let words: Vec<&str> = reading.superlatives.iter().map(|s| s.of(text)).collect();
        assert_eq!(words.join(" "), expected, "{text}");
    }

    #[test]
    fn claims_to_be_checked() {
        check("She is the first woman to lead the bank.", "first");
        check("It was the largest fire in the county.", "largest");
        check("He is the only survivor.", "only");
        check("Turnout reached a record 81 percent.", "record");
        check("It is the most expensive bridge in the country.", "most");
    }

    #[test]
    fn words_that_only_count_or_bound() {
        check("They led in the first half.", "");
        check("At least 12 people were hurt, at most 20.", "");
        check("Most voters stayed at home.", "");
        check("Only 12 people came.", "");
        check("“It is the largest fire ever,” she said.", "");
    }
}
