//! What a numeral counts: the noun phrase behind it, or behind its `of`.

use std::ops::Range;

use crate::extract::names::places::country_of_people;
use crate::text::{Parse, Penn, TokenKind, calendar};

use super::nouns;
use super::numerals::{Class, Classes};

/// The counted noun phrase.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Counted {
    /// Its tokens, determiners and numerals left out at its start.
    pub tokens: Range<usize>,
    /// Its head.
    pub head: usize,
    /// Whether it stands behind `of` with a determiner, so that the figure is a part of it: `four of the dead`.
    pub part: bool,
}

/// The noun phrase that a numeral before token `i` counts.
pub(super) fn behind(classes: &Classes, i: usize) -> Option<Counted> {
    // `“several thousand” soldiers`: the quotation marks hold the numeral alone.
    let quoted = matches!(classes.lower(i), "”" | "\"" | "’") && !classes.spaced(i) && classes.spaced(i + 1);
    let i = i + usize::from(quoted);
    let skipped =
        if matches!(classes.lower(i), "more" | "other" | "further" | "additional") { i + 1 } else { i };
    if classes.lower(skipped) == "of" {
        return of_phrase(classes, skipped + 1);
    }
    phrase(classes, skipped, false)
}

/// The noun phrase that begins at token `i`, behind `of`.
pub(super) fn of_phrase(classes: &Classes, i: usize) -> Option<Counted> {
    let mut start = i;
    let mut part = false;
    loop {
        let token = classes.parse.tokens.get(start).filter(|_| classes.tokens.contains(&start))?;
        let word = classes.lower(start);
        if matches!(word, "all" | "some" | "about" | "more" | "than") && !part {
            start += 1;
        } else if matches!(token.penn, Penn::Dt | Penn::PrpS) && !matches!(word, "a" | "an" | "no") {
            part = true;
            start += 1;
        } else {
            break;
        }
    }
    let mut found = phrase(classes, start, true)?;
    found.part = part;
    Some(found)
}

/// What a word can do in a counted noun phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Noun,
    Before,
    Joint,
    End,
}

/// Words that the tagger calls nouns and that end a counted phrase: `killed 12 people Tuesday`.
fn is_time(lower: &str) -> bool {
    calendar::is_near_day(lower) || lower.len() > 5 && calendar::weekday(lower).is_some()
}

fn part_of(classes: &Classes, i: usize, owned: bool) -> Part {
    if !classes.tokens.contains(&i) {
        return Part::End;
    }
    let token = &classes.parse.tokens[i];
    if token.kind == TokenKind::Word && is_time(classes.lower(i)) {
        return Part::End;
    }
    match token.penn {
        Penn::Nn | Penn::Nns | Penn::Nnp | Penn::Nnps => Part::Noun,
        Penn::Jj | Penn::Jjr | Penn::Jjs | Penn::Vbn | Penn::Vbg | Penn::Afx => Part::Before,
        Penn::Cd | Penn::Pos if owned => Part::Before,
        Penn::Cd if token.kind == TokenKind::Number && in_name(classes, i) => Part::Before,
        Penn::Pos if classes.parse.tokens[i - 1].penn == Penn::Nnp => Part::Before,
        Penn::Rb | Penn::Rbr | Penn::Rbs => Part::Joint,
        Penn::Cc | Penn::Hyph => Part::Joint,
        _ if classes.lower(i) == "," => Part::Joint,
        _ if token.kind == TokenKind::Punct
            && classes.at(i) == Class::Dash
            && !token.spaced
            && !classes.spaced(i + 1) =>
        {
            Part::Joint
        }
        _ => Part::End,
    }
}

/// Whether the number at `i` stands behind a word that a name or `new` makes the start of its kind: `60 Boeing 787 aircraft`.
fn in_name(classes: &Classes, i: usize) -> bool {
    let Some(before) =
        i.checked_sub(1).filter(|b| classes.tokens.contains(b)).map(|b| &classes.parse.tokens[b])
    else {
        return false;
    };
    let capital = before.span.of(&classes.parse.article.text).starts_with(char::is_uppercase);
    before.kind == TokenKind::Word && (capital || before.penn.is_noun() || before.penn == Penn::Jj)
}

/// The phrase that begins at token `i`. `owned` allows numerals and possessives on the way: `the crew's 14 members`.
fn phrase(classes: &Classes, i: usize, owned: bool) -> Option<Counted> {
    // `rose to 212 last week`
    let dated = matches!(classes.lower(i), "last" | "this" | "next" | "past")
        && matches!(
            classes.lower(i + 1),
            "week"
                | "month"
                | "year"
                | "night"
                | "season"
                | "quarter"
                | "summer"
                | "winter"
                | "spring"
                | "autumn"
                | "fall"
        );
    if dated {
        return None;
    }
    let mut head = None;
    let mut start = i;
    let mut at = i;
    loop {
        match part_of(classes, at, owned) {
            Part::Noun if head.is_none_or(|h| goes_on(classes, h, at)) => head = Some(at),
            Part::Before
                if head.is_none_or(|h| !is_plural(classes.parse, h))
                    || owned && matches!(classes.parse.tokens[at].penn, Penn::Pos | Penn::Cd) =>
            {
                if owned && matches!(classes.parse.tokens[at].penn, Penn::Pos | Penn::Cd) {
                    start = at + 1;
                }
            }
            Part::Joint if joins(classes, at) => {}
            _ => break,
        }
        at += 1;
    }
    if let Some(head) = head.filter(|&h| h >= start) {
        return Some(Counted { tokens: start..head + 1, head, part: false });
    }
    // `31 dead`, `one American`.
    let lone =
        nouns::is_state(classes.lower(i)) || at == i + 1 && country_of_people(classes.lower(i)).is_some();
    (lone && at > i).then(|| Counted { tokens: i..i + 1, head: i, part: false })
}

/// A counted phrase of several with the plural that ends it: `micro and small firms`.
pub(super) fn coordinated(classes: &Classes, found: Counted) -> Counted {
    let plural = |i: usize| matches!(classes.parse.tokens[i].penn, Penn::Nns | Penn::Nnps);
    if found.tokens.clone().any(plural) {
        return found;
    }
    let head = coordinated_head(classes, found.head);
    Counted { tokens: found.tokens.start..head + 1, head, ..found }
}

/// The plural behind a coordination that begins with the singular at `head`, which only describes it: `micro and small firms`,
/// `studio, one- and two-bedroom flats`. A head that is plural, or no plural behind, stays the head.
fn coordinated_head(classes: &Classes, head: usize) -> usize {
    let tokens = &classes.parse.tokens;
    let word = classes.lower(head);
    if nouns::is_collective(word) || nouns::is_person(word) {
        return head;
    }
    let joined = |i: usize| matches!(classes.lower(i), "and" | "or");
    let Some(and) = (head + 1..head + 7).find(|&i| joined(i)).filter(|&and| {
        (head + 1..and).all(|i| {
            classes.is_mark(i) || tokens[i].penn.is_noun() || matches!(tokens[i].penn, Penn::Jj | Penn::Cd)
        })
    }) else {
        return head;
    };
    let describes = |i: usize| {
        matches!(tokens[i].penn, Penn::Jj | Penn::Nn | Penn::Nnp | Penn::Vbn)
            || tokens[i].penn == Penn::Cd && classes.at(i + 1) == Class::Dash && !classes.spaced(i + 1)
            || classes.at(i) == Class::Dash && !classes.spaced(i)
    };
    let behind = (and + 1..(and + 7).min(classes.tokens.end)).find(|&i| !describes(i));
    match behind {
        Some(i) if tokens[i].penn == Penn::Nns => i,
        Some(i) if i > and + 1 && nouns::is_collective(classes.lower(i - 1)) => i - 1,
        _ => head,
    }
}

fn is_plural(parse: &Parse, head: usize) -> bool {
    let word = parse.lower(head);
    let people = || parse.word(head).starts_with(char::is_uppercase) && super::is_people(word);
    match parse.tokens[head].penn {
        Penn::Nns => true,
        Penn::Nnps | Penn::Nnp => people(),
        _ => word == "people",
    }
}

/// Whether the noun at `at` goes on with the phrase whose last noun is `head`: `arms dealers`, but not `people police`.
fn goes_on(classes: &Classes, head: usize, at: usize) -> bool {
    let plural = is_plural(classes.parse, head);
    let tied = classes.at(at - 1) == Class::Dash && !classes.spaced(at);
    tied || !plural
        || (at == head + 1
            && matches!(classes.parse.tokens[at].penn, Penn::Nns | Penn::Nn)
            && !nouns::is_person(&nouns::singular(classes.lower(head))))
}

/// Whether the word at `at` joins two words before the head: `dead and wounded soldiers`, `heavily armed men`, `high-speed trains`.
fn joins(classes: &Classes, at: usize) -> bool {
    let Some(next) = classes.parse.tokens.get(at + 1).filter(|_| classes.tokens.contains(&(at + 1))) else {
        return false;
    };
    let before = |penn: Penn| matches!(penn, Penn::Jj | Penn::Vbn | Penn::Vbg);
    let tokens = &classes.parse.tokens;
    let adjective = |i: usize| classes.tokens.contains(&i) && tokens[i].penn == Penn::Jj;
    match tokens[at].penn {
        // `79 African, Caribbean and Pacific countries`
        _ if classes.lower(at) == "," => {
            let and = usize::from(tokens[at + 1].penn == Penn::Cc);
            at > classes.tokens.start && adjective(at - 1) && adjective(at + 1 + and)
        }
        Penn::Cc if at > 0 && classes.lower(at - 1) == "," => next.penn == Penn::Jj,
        Penn::Cc => at > 0 && before(tokens[at - 1].penn) && before(next.penn),
        Penn::Rb | Penn::Rbr | Penn::Rbs => before(next.penn),
        _ => next.kind == TokenKind::Word && !next.spaced,
    }
}

/// The noun tied to a numeral by a hyphen: `12-member panel`, `four-man crew`; its token.
pub(super) fn tied(classes: &Classes, end: usize) -> Option<usize> {
    let tied = classes.at(end) == Class::Dash
        && !classes.spaced(end)
        && !classes.spaced(end + 1)
        && classes.tokens.contains(&(end + 1));
    let token = classes.parse.tokens.get(end + 1).filter(|_| tied)?;
    let none = matches!(
        classes.lower(end + 1),
        "way"
            | "time"
            | "sided"
            | "off"
            | "on"
            | "handed"
            | "faced"
            | "fold"
            | "stop"
            | "up"
            | "in"
            | "to"
            | "out"
            | "by"
            | "nil"
            | "all"
            | "odd"
            | "plus"
            | "some"
            | "something"
            | "somethings"
    );
    let word = token.kind == TokenKind::Word
        && token.span.of(&classes.parse.article.text).starts_with(|c: char| c.is_lowercase());
    let noun = !matches!(token.penn, Penn::Vbn | Penn::Vbd | Penn::In | Penn::Rb | Penn::To | Penn::Cc);
    (word && noun && !none).then_some(end + 1)
}
