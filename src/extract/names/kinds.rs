//! What kind of thing a name stands for: by its own words, and by the words around it.

use std::ops::Range;

use crate::extract::EntityKind;
use crate::extract::meanings::weight;
use crate::extract::words::RARE;
use crate::text::{TokenKind, Upos};

use super::lexicon::Class;
use super::places;
use super::spot::Spotted;
use super::words::Words;

/// How much speaks for each kind: person, organisation, place, other.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Votes([i32; 4]);

impl Votes {
    pub fn add(&mut self, kind: EntityKind, weight: i32) {
        self.0[kind as usize] += weight;
    }

    pub fn get(&self, kind: EntityKind) -> i32 {
        self.0[kind as usize]
    }

    /// Adds the votes of another mention; no single context may outvote the name's own words by repetition alone.
    pub fn join(&mut self, other: &Votes) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine = (*mine + theirs).clamp(-20, 20);
        }
    }

    /// The kind with most votes; `usual` where nothing speaks for any.
    pub fn winner(&self, usual: EntityKind) -> EntityKind {
        use EntityKind::{Organisation, Other, Person, Place};
        let best = [Person, Organisation, Place, Other]
            .into_iter()
            .rev()
            .max_by_key(|&k| self.get(k))
            .unwrap_or(usual);
        if self.get(best) > 0 { best } else { usual }
    }
}

use EntityKind::{Organisation, Other, Person, Place};

/// What a name's own words say.
pub(super) fn by_words(words: &Words<'_>, name: &Spotted) -> Votes {
    let mut votes = Votes::default();
    let run = name.tokens.clone();
    let parse = words.parse;
    // “Lloyd-Ward” is no ward.
    let compound = run.len() > 2 && words.is_hyphen(run.end - 2);
    let last = if compound { Class::default() } else { words.class(run.end - 1) };
    let first = words.class(run.start);
    if name.title.is_some() {
        votes.add(Person, 8);
    }
    if let Some(place) = words.place(run.clone()) {
        votes.add(Place, if place.rank == places::Rank::City { 6 } else { 9 });
    }
    let of = run.clone().find(|&i| matches!(parse.lower(i), "of" | "for"));
    let head = of.filter(|&i| i > run.start).map_or(last, |i| words.class(i - 1));
    if last.is(Class::COMPANY)
        || (first.is(Class::COMPANY) && run.len() > 1 && parse.word(run.start).len() == 2)
    {
        votes.add(Organisation, 9);
    } else if run.len() > 1 || name.title.is_none() {
        by_head(&mut votes, head, run.len(), first.is(Class::FIRST));
    }
    // “Lake Tahoe”, “Mount Hood”
    if run.len() > 1
        && matches!(
            parse.lower(run.start),
            "lake" | "mount" | "cape" | "fort" | "port" | "loch" | "glen" | "isle"
        )
    {
        votes.add(Place, 5);
    }
    if first.is(Class::THING_OPENER) && run.len() > 1 {
        votes.add(Other, 8);
    }
    by_first_name(&mut votes, words, &run, first, last);
    by_letters(&mut votes, words, &run);
    votes
}

fn by_head(votes: &mut Votes, head: Class, length: usize, first_name: bool) {
    let weight = match (length, first_name) {
        (1, _) => 2,
        (2, true) => 3,
        _ => 7,
    };
    for (class, kind) in
        [(Class::ORG_HEAD, Organisation), (Class::PLACE_HEAD, Place), (Class::THING_HEAD, Other)]
    {
        if head.is(class) {
            votes.add(kind, weight);
        }
    }
    if head.is(Class::GENERIC) {
        votes.add(Place, 3);
    }
}

fn by_first_name(votes: &mut Votes, words: &Words<'_>, run: &Range<usize>, first: Class, last: Class) {
    let parse = words.parse;
    if first.is(Class::FIRST) {
        let weight = match run.len() {
            1 => 3,
            2..=4 if !last.is(Class::HEAD) => 6,
            2 => 5,
            _ => 2,
        };
        votes.add(Person, weight);
    } else if (2..=3)
        .contains(&run.clone().filter(|&i| words.parse.tokens[i].kind == TokenKind::Word).count())
    {
        // Surnames may be ordinary words too, but an ordinary last word speaks for a firm: “Apple Computer”.
        let ordinary = weight(parse.lower(run.end - 1)) < RARE;
        let named = run.clone().any(|i| words.class(i).is(Class::HEAD.or(Class::SUBJECT).or(Class::DEMONYM)));
        match (named, ordinary) {
            (true, _) => {}
            (_, true) => votes.add(Organisation, 3),
            _ => votes.add(Person, 2),
        }
    }
    if run.clone().any(|i| parse.word(i) == "&") {
        votes.add(Organisation, 6);
    }
    let initial = |i: usize| {
        let word = parse.word(i).trim_end_matches('.');
        word.chars().count() == 1 && word.chars().all(char::is_uppercase)
    };
    let inner = run.start..run.end - 1;
    let model = parse.word(run.end - 1).bytes().any(|b| b.is_ascii_digit());
    if !model && inner.clone().any(initial) {
        votes.add(Person, 4);
    }
    // “Park Min-jun”: Korean given names go on in lower case.
    let syllable = parse.word(run.end - 1).len() > 1;
    if run.len() == 4 && words.is_hyphen(run.end - 2) && !words.is_capital(run.end - 1) && syllable {
        votes.add(Person, 4);
    }
    if inner.skip(1).any(|i| matches!(parse.lower(i), "van" | "von" | "bin" | "bint" | "ibn" | "der" | "al"))
    {
        votes.add(Person, 4);
    }
}

fn by_letters(votes: &mut Votes, words: &Words<'_>, run: &Range<usize>) {
    let parse = words.parse;
    let (first, last) = (parse.word(run.start), parse.word(run.end - 1));
    let number = run.clone().any(|i| parse.tokens[i].kind == TokenKind::Number);
    let capitals =
        first.len() >= 2 && first.chars().all(|c| c.is_uppercase() || c == '.' || c.is_ascii_digit());
    let digits = last.bytes().any(|b| b.is_ascii_digit());
    if run.len() == 1 && capitals && !digits {
        votes.add(Organisation, 3);
    }
    if number || digits {
        let group = run.len() == 1 && first.starts_with('G') && first.len() <= 3;
        votes.add(if group { Organisation } else { Other }, if number { 5 } else { 4 });
    }
    if first.starts_with(|c: char| c.is_ascii_lowercase())
        && first.chars().nth(1).is_some_and(char::is_uppercase)
    {
        votes.add(Other, 4);
    }
}

/// What the words around a mention say.
pub(super) fn by_context(words: &Words<'_>, name: &Spotted) -> Votes {
    let mut votes = Votes::default();
    let parse = words.parse;
    let sentence = parse.sentences[parse.sentence_of(name.tokens.start)].tokens.clone();
    let from = name.title.as_ref().map_or(name.tokens.start, |t| t.start);
    let span = parse.span(name.tokens.clone());
    if parse.article.dateline.as_ref().and_then(|d| d.place).is_some_and(|place| place.contains(span)) {
        votes.add(Place, 9);
    }
    before(&mut votes, words, from, &sentence);
    hall(&mut votes, words, &name.tokens, &sentence);
    behind(&mut votes, words, name, &sentence);
    votes
}

fn before(votes: &mut Votes, words: &Words<'_>, from: usize, sentence: &Range<usize>) {
    let Some(at) = from.checked_sub(1).filter(|i| sentence.contains(i)) else { return };
    let lower = words.parse.lower(at);
    match lower {
        "in" | "near" | "outside" | "across" | "throughout" | "inside" => votes.add(Place, 4),
        "at" | "from" | "toward" | "towards" | "around" => votes.add(Place, 1),
        "said" | "says" | "told" | "added" => votes.add(Person, 2),
        "the" => {
            votes.add(Person, -4);
            votes.add(Other, 1);
            votes.add(Organisation, 1);
        }
        // “the mayor, Hugo Lindt”, “the state insurer, Jasa Raharja”
        "," if at > sentence.start && words.parse.tokens[at - 1].upos == Upos::Noun => {
            let class = words.class(at - 1);
            nouns().into_iter().filter(|(noun, _)| class.is(*noun)).for_each(|(_, kind)| votes.add(kind, 4));
        }
        // “Gareth Pugh, 31, of Wrexham”
        "of" if at > sentence.start && words.parse.word(at - 1) == "," => votes.add(Place, 4),
        "of" if at > sentence.start => {
            let noun = words.class(at - 1);
            if noun.is(Class::GENERIC.or(Class::PLACE_NOUN))
                || matches!(
                    words.parse.lower(at - 1),
                    "capital"
                        | "outskirts"
                        | "suburb"
                        | "north"
                        | "south"
                        | "east"
                        | "west"
                        | "mayor"
                        | "people"
                        | "streets"
                )
            {
                votes.add(Place, 5);
            }
            if matches!(words.parse.lower(at - 1), "shares" | "chairman" | "ceo") {
                votes.add(Organisation, 4);
            }
        }
        _ => {
            let class = words.class(at);
            if words.is_capital(at) {
                return;
            }
            for (noun, kind) in nouns() {
                if class.is(noun) {
                    votes.add(kind, 4);
                }
            }
        }
    }
}

/// `at Mercer Hall`, `outside Blyth House`: a surname elsewhere, a building behind a preposition of place.
fn hall(votes: &mut Votes, words: &Words<'_>, name: &Range<usize>, sentence: &Range<usize>) {
    let building = matches!(
        words.parse.lower(name.end - 1),
        "hall" | "house" | "manor" | "lodge" | "inn" | "barn" | "arena" | "mill" | "abbey"
    );
    let inside = name.start > sentence.start
        && matches!(
            words.parse.lower(name.start - 1),
            "at" | "beside" | "behind" | "in" | "inside" | "outside" | "near" | "opposite"
        );
    if building && inside && name.len() > 1 {
        votes.add(Place, 6);
    }
}

fn nouns() -> [(Class, EntityKind); 4] {
    [
        (Class::PERSON_NOUN, Person),
        (Class::ORG_NOUN, Organisation),
        (Class::PLACE_NOUN, Place),
        (Class::THING_NOUN, Other),
    ]
}

fn part_of_apposition(words: &Words<'_>, start: usize, sentence: &Range<usize>) -> bool {
    start >= sentence.start + 2
        && matches!(words.parse.lower(start - 1), "of" | "from" | "at")
        && (words.parse.word(start - 2) == "," || words.class(start - 2).is(Class::PERSON_NOUN))
}

fn behind(votes: &mut Votes, words: &Words<'_>, name: &Spotted, sentence: &Range<usize>) {
    let parse = words.parse;
    let at = name.tokens.end;
    let lower = words.lower_in(at, sentence);
    match lower {
        // “Kristina Hagberg, of Verkstad, who”: what follows tells of the person before.
        "," | "who" | "whose" if part_of_apposition(words, name.tokens.start, sentence) => {}
        "," => behind_comma(votes, words, at + 1, sentence),
        "who" | "whose" => votes.add(Person, 4),
        "shares" | "stock" => votes.add(Organisation, 4),
        "said" | "says" | "told" | "added" | "tweeted" | "recalled" | "testified" => {
            votes.add(Person, 2);
            votes.add(Organisation, 1);
        }
        "'s" | "’s"
            if at + 1 < sentence.end
                && (at + 1..(at + 4).min(sentence.end)).any(|i| words.class(i).is(Class::PERSON_NOUN)) =>
        {
            votes.add(Organisation, 2);
            votes.add(Place, 1);
        }
        "-" if words.lower_in(at + 1, sentence) == "based" => {
            votes.add(Place, 5);
        }
        "" => {}
        _ if words.class(at).is(Class::PERSON_NOUN)
            && !words.is_capital(at)
            && parse.tokens[at].upos == Upos::Noun =>
        {
            votes.add(Organisation, 3);
            votes.add(Person, -2);
        }
        _ => {}
    }
}

/// `Delvina, 43,`, `Lleshi, director of`, `Toulouse, France`.
fn behind_comma(votes: &mut Votes, words: &Words<'_>, from: usize, sentence: &Range<usize>) {
    let parse = words.parse;
    if !sentence.contains(&from) {
        return;
    }
    let age = parse.tokens[from].kind == TokenKind::Number && parse.word(from).len() <= 2;
    if age && matches!(words.lower_in(from + 1, sentence), "," | "." | "and") || parse.lower(from) == "aged" {
        votes.add(Person, 8);
    }
    if parse.lower(from) == "who" {
        votes.add(Person, 5);
    }
    if let Some(end) = words.gazetteer_end(from, sentence.end)
        && matches!(words.lower_in(end, sentence), "," | "." | "" | "(" | "—" | "–")
    {
        votes.add(Place, 5);
    }
    if let Some((_, class)) = apposition(words, from, sentence) {
        for (noun, kind) in nouns() {
            if class.is(noun) {
                votes.add(kind, 5);
            }
        }
    }
}

/// The head of the noun phrase that opens at `from` and tells what the name before the comma is: `director` of `a regional director
/// of …`.
pub(super) fn apposition(words: &Words<'_>, from: usize, sentence: &Range<usize>) -> Option<(usize, Class)> {
    let parse = words.parse;
    let mut head = None;
    for i in from..(from + 8).min(sentence.end) {
        let token = &parse.tokens[i];
        let inner = matches!(
            token.upos,
            Upos::Noun | Upos::Adj | Upos::Propn | Upos::Det | Upos::Num | Upos::Pron | Upos::Part
        ) || matches!(parse.word(i), "-" | "'s" | "’s");
        if !inner {
            break;
        }
        if token.upos == Upos::Noun || token.upos == Upos::Propn {
            head = Some(i);
        }
    }
    let head = head?;
    // “one was from Canada, the authority said”
    let speaks = matches!(words.lower_in(head + 1, sentence), "said" | "says" | "reported" | "added");
    if speaks && parse.lower(from) == "the" {
        return None;
    }
    let class = words.class(head);
    let named = words.is_capital(head) && !class.is(Class::TITLE);
    (class.is(Class::NOUN) && !named).then_some((head, class))
}
