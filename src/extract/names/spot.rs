//! Where names stand: runs of capitalised words with what belongs between them, cut at titles.

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{BlockKind, Penn, TokenKind, Upos};

use super::lexicon::Class;
use super::places;
use super::print::{Print, Seen, opens, print_of};
use super::words::{Words, has_inner_capital, is_acronym};
use crate::extract::meanings::weight;
use crate::extract::words::RARE;

/// A stretch of words that is taken for a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Spotted {
    /// Its tokens, title and possessive left out.
    pub tokens: Range<usize>,
    /// The title or office before it.
    pub title: Option<Range<usize>>,
    /// Whether it stands on page furniture: a mention, but no evidence.
    pub aside: bool,
}

impl Spotted {
    pub fn new(tokens: Range<usize>, title: Option<Range<usize>>) -> Self {
        Spotted { tokens, title, aside: false }
    }
}

/// Finds all names of an article, in order.
pub(super) fn spot(words: &Words<'_>) -> Vec<Spotted> {
    let parse = words.parse;
    let story = |s: usize| parse.block_of(s).is_story();
    let print: Vec<Print> = (0..parse.sentences.len()).map(|s| print_of(words, s)).collect();
    let seen = Seen::of(words, |s| story(s) && print[s] == Print::Sentence);
    let mut found = Vec::new();
    for s in (0..parse.sentences.len()).filter(|&s| story(s) && print[s] == Print::Sentence) {
        Run { words, seen: &seen, end: parse.sentences[s].tokens.end }
            .sentence(parse.sentences[s].tokens.start, &mut found);
    }
    let mut others = (0..parse.sentences.len()).filter(|&s| !story(s) || print[s] == Print::Title).peekable();
    if others.peek().is_some() {
        let known = Known::of(words, &found);
        for s in others {
            let opens = parse.block_of(s).kind == BlockKind::Title;
            let told = if opens { usize::MAX } else { parse.sentences[s].tokens.start };
            let (tokens, aside) = (parse.sentences[s].tokens.clone(), (!story(s)).then_some(told));
            title_sentence(words, tokens, &known, aside, &mut found);
        }
    }
    found.sort_by_key(|name| name.tokens.start);
    found
}

/// The names that headlines in capitals and page furniture are searched for, with the token of their first mention.
struct Known<'p> {
    /// By their words in lower case.
    names: FxHashMap<Cow<'p, str>, usize>,
    /// Places by their usual name, however they are called.
    places: FxHashMap<&'static str, usize>,
}

impl<'p> Known<'p> {
    fn of(words: &Words<'p>, found: &[Spotted]) -> Self {
        let mut known = Known { names: FxHashMap::default(), places: FxHashMap::default() };
        for name in found {
            let first = name.tokens.start;
            let text = words.lower_text(name.tokens.clone());
            if words.class(first).is(Class::FIRST) {
                known.add_last_word(text.clone(), first);
            }
            if let Some(place) = words.place(name.tokens.clone()) {
                known.places.entry(place.name).or_insert(first);
            }
            known.names.entry(text).or_insert(first);
        }
        known
    }

    fn add_last_word(&mut self, text: Cow<'p, str>, first: usize) {
        let last = match text {
            Cow::Borrowed(text) => text.rsplit_once(' ').map(|(_, last)| Cow::Borrowed(last)),
            Cow::Owned(text) => text.rsplit_once(' ').map(|(_, last)| Cow::Owned(last.to_owned())),
        };
        if let Some(last) = last {
            self.names.entry(last).or_insert(first);
        }
    }
}

/// Finds the names of a sentence in which every word is capitalised: those known from elsewhere, and places. On page furniture only
/// names that the story has printed before count, in the title of the front matter those that it prints below: `aside` is the token before
/// which they have to stand.
fn title_sentence(
    words: &Words<'_>,
    tokens: Range<usize>,
    known: &Known<'_>,
    aside: Option<usize>,
    found: &mut Vec<Spotted>,
) {
    let mut i = tokens.start;
    while i < tokens.end {
        let class = words.class(i);
        let longest = (i + 8).min(tokens.end);
        let capital = words.is_capital(i);
        let end = (i + 1..=longest).rev().filter(|_| capital).find(|&to| {
            known
                .names
                .get(&words.lower_text(i..to))
                .is_some_and(|&first| aside.is_none_or(|told| first < told))
                && !(to == i + 1 && class.is(Class::OPENER.or(Class::NOT_ALONE)))
        });
        let end = end.or_else(|| {
            let plain = words.is_capital(i) && !class.is(Class::OPENER) && !words.in_date(i);
            let told = |end: &usize| {
                let place = words.place(i..*end);
                let first = place.and_then(|p| known.places.get(p.name));
                first.is_some_and(|&first| aside.is_some_and(|told| first < told))
            };
            words.gazetteer_end(i, tokens.end).filter(|end| plain && (aside.is_none() || told(end)))
        });
        if let Some(end) = end {
            found.push(Spotted { tokens: i..end, title: None, aside: aside.is_some() });
        }
        i = end.unwrap_or(i + 1);
    }
}

/// The search through one sentence.
pub(super) struct Run<'r, 'p> {
    pub words: &'r Words<'p>,
    seen: &'r Seen<'p>,
    end: usize,
}

impl Run<'_, '_> {
    fn sentence(&self, start: usize, found: &mut Vec<Spotted>) {
        let mut i = start;
        let mut opening = true;
        while i < self.end {
            let token = &self.words.parse.tokens[i];
            if token.kind != TokenKind::Word {
                opening |= opens(self.words.parse.word(i));
                i += 1;
                continue;
            }
            if !self.starts(i, opening) {
                opening = false;
                i += 1;
                continue;
            }
            opening = false;
            let end = self.run_end(i);
            let from = self.with_particles(start, i);
            self.cut(from..end, found);
            i = end;
        }
    }

    /// Whether a name can start with this token.
    fn starts(&self, i: usize, opening: bool) -> bool {
        let words = self.words;
        if !words.is_capital(i) {
            // “47th Brigade”, “101st Airborne Division”
            let capitals = || (i + 1..self.end.min(i + 4)).take_while(|&k| words.is_capital(k));
            return self.next_is_capital(i)
                && self.is_ordinal(i)
                && capitals()
                    .last()
                    .is_some_and(|k| words.class(k).is(Class::ORG_HEAD.or(Class::PLACE_HEAD)));
        }
        let class = words.class(i);
        let unit =
            i > 0 && words.parse.tokens[i - 1].kind == TokenKind::Number && !words.parse.tokens[i].spaced;
        if unit || self.is_party(i) || i >= 2 && self.is_party(i - 2) && words.parse.word(i).len() == 2 {
            return false;
        }
        if words.in_date(i) || class.is(Class::CALENDAR) {
            return class.is(Class::FIRST) && self.next_is_capital(i) && !opening;
        }
        if class.is(Class::OPENER) {
            return words.parse.word(i) == "The" && !opening && self.next_is_capital(i);
        }
        if !opening {
            return true;
        }
        let lower = words.parse.lower(i);
        let strong = Class::FIRST.or(Class::DEMONYM).or(Class::TITLE).or(Class::THING_OPENER);
        if self.seen.inside.contains(lower) || class.is(strong) || words.gazetteer_end(i, self.end).is_some()
        {
            return true;
        }
        if has_inner_capital(words.parse.word(i)) {
            return true;
        }
        if is_acronym(words.parse.word(i)) {
            // Some papers print the first words of a story in capitals: “THREE people were killed”.
            return !is_ordinary(lower) && words.parse.tokens[i].upos != Upos::Num;
        }
        let proper = words.parse.tokens[i].upos == Upos::Propn;
        match self.next_is_capital(i) {
            true => proper || !self.seen.small.contains(lower) && self.names_ministry(i),
            false => {
                proper && !self.seen.small.contains(lower) && !class.is(Class::NOUN) && !self.is_label(i)
            }
        }
    }

    /// Whether a letter stands for a party before a state: `Ann Roe (D-CA)`, `Ann Roe, R-Ohio,`.
    fn is_party(&self, i: usize) -> bool {
        let parse = self.words.parse;
        let set_off = i > 0 && matches!(parse.word(i - 1), "(" | ",");
        set_off && matches!(parse.word(i), "D" | "R" | "I") && self.hyphenated(i + 1)
    }

    /// Whether the first word of a sentence is a common noun: a plural (`Crews gained ground`), or the label of a figure
    /// (`Personnel: 340`).
    fn is_label(&self, i: usize) -> bool {
        let lower = self.words.parse.lower(i);
        let labels = i + 1 < self.end && self.words.parse.word(i + 1) == ":";
        labels || lower.strip_suffix('s').is_some_and(is_ordinary)
    }

    /// Whether the capitalised words from `i` on are ordinary ones that end in the head of a name: `Foreign Ministry`.
    fn names_ministry(&self, i: usize) -> bool {
        let mut last = i;
        while last + 1 < self.end && self.words.is_capital(last + 1) {
            last += 1;
        }
        self.words.class(last).is(Class::HEAD.or(Class::TITLE))
    }

    fn next_is_capital(&self, i: usize) -> bool {
        i + 1 < self.end
            && self.words.is_capital(i + 1)
            && !self.words.class(i + 1).is(Class::OPENER.or(Class::CALENDAR))
    }

    fn is_ordinal(&self, i: usize) -> bool {
        let word = self.words.parse.word(i);
        word.starts_with(|c: char| c.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|e| word.ends_with(e))
    }

    /// Takes particles before a surname into the name: `von der Leyen`.
    fn with_particles(&self, start: usize, first: usize) -> usize {
        let mut from = first;
        while from > start && from + 3 > first {
            let before = self.words.parse.lower(from - 1);
            if !matches!(
                before,
                "van"
                    | "von"
                    | "der"
                    | "den"
                    | "de"
                    | "del"
                    | "della"
                    | "di"
                    | "da"
                    | "dos"
                    | "la"
                    | "le"
                    | "bin"
                    | "al"
                    | "el"
                    | "ibn"
                    | "ter"
            ) && !(self.words.is_hyphen(from - 1)
                && from > start + 1
                && matches!(self.words.parse.lower(from - 2), "al" | "el"))
            {
                break;
            }
            from -= 1;
        }
        if self.words.is_hyphen(from) { first } else { from }
    }

    /// The end of the run of name words that starts at `first`.
    fn run_end(&self, first: usize) -> usize {
        let words = self.words;
        if let Some(end) =
            words.gazetteer_end(first, self.end).filter(|&end| end > first + 1 || self.hyphenated(end))
        {
            return self.grow(first, end);
        }
        self.grow(first, first + 1)
    }

    fn hyphenated(&self, at: usize) -> bool {
        at < self.end && self.words.is_hyphen(at)
    }

    fn grow(&self, first: usize, mut end: usize) -> usize {
        while let Some(next) = self.step(first, end) {
            end = next;
        }
        end
    }

    /// The end of the run once the next word is taken in, if that belongs to the name.
    fn step(&self, first: usize, end: usize) -> Option<usize> {
        let words = self.words;
        if end >= self.end {
            return None;
        }
        let class = words.class(end);
        let before = words.class(end - 1);
        if end > first + 1
            && (before.is(Class::COMPANY) && !class.is(Class::COMPANY) || self.is_small_generic(end - 1))
        {
            return None;
        }
        if words.is_capital(end) {
            // “Doctors Without Borders”
            let joint =
                matches!(words.parse.lower(end), "without" | "against" | "for" | "of" | "to" | "with");
            if joint && self.next_is_capital(end) {
                return Some(end + 2);
            }
            let name = (!class.is(Class::OPENER) || words.is_surname_month(end)) && !words.in_date(end);
            let month = class.is(Class::CALENDAR) && !before.is(Class::FIRST.or(Class::ADDRESS));
            // “Halden SEK 20”: a currency, no part of the name.
            let code = class.is(Class::NOT_ALONE)
                && end + 1 < self.end
                && words.parse.tokens[end + 1].kind == TokenKind::Number;
            return (name && !month && !code).then_some(end + 1);
        }
        match words.parse.lower(end) {
            "." => self.after_initial(end),
            "," => self.after_comma(end),
            "&" => self.capital_at(end + 1),
            "of" | "for" | "on" => self.after_of(first, end),
            "and" => self.after_and(first, end),
            "'s" | "’s" | "'" | "’" => self.after_possessive(end),
            _ if words.is_hyphen(end) => self.after_hyphen(first, end),
            _ if words.parse.tokens[end].kind == TokenKind::Number => self.number(first, end),
            _ if class.is(Class::PARTICLE) => self.after_particle(first, end),
            _ if class.is(Class::GENERIC) => self.generic(first, end),
            _ => None,
        }
    }

    /// Whether the word is a common noun that ends a place's name: `airport` in `Heathrow airport`.
    fn is_small_generic(&self, i: usize) -> bool {
        self.words.class(i).is(Class::GENERIC) && !self.words.is_capital(i)
    }

    fn capital_at(&self, i: usize) -> Option<usize> {
        (i < self.end && self.words.is_capital(i) && !self.words.class(i).is(Class::OPENER)).then_some(i + 1)
    }

    /// `J` `.` `P` `.` Morgan, where the point is a token of its own.
    fn after_initial(&self, point: usize) -> Option<usize> {
        let initial = self.words.parse.word(point - 1).chars().count() == 1;
        let close = !self.words.parse.tokens[point].spaced;
        (initial && close).then(|| self.capital_at(point + 1))?
    }

    /// `, Inc.`, `, Jr.`
    fn after_comma(&self, comma: usize) -> Option<usize> {
        let end = self.capital_at(comma + 1)?;
        let lower = self.words.parse.lower(comma + 1);
        let junior = matches!(lower, "jr" | "jr." | "sr" | "sr." | "inc" | "inc." | "ltd" | "ltd." | "llc");
        junior.then_some(end)
    }

    /// `Bank` of `England`, `Department` for `Transport`, `University` of the `West`.
    fn after_of(&self, first: usize, of: usize) -> Option<usize> {
        let words = self.words;
        let heads = match words.parse.lower(of) {
            "of" => Class::ORG_HEAD.or(Class::PLACE_HEAD).or(Class::THING_HEAD),
            _ => Class::ORG_HEAD,
        };
        let head = words.class(of - 1);
        let the = usize::from(of + 1 < self.end && words.parse.word(of + 1) == "the");
        // “Kursk Region of Russia” is named already; “Republic of Ireland” is not.
        let country = head.is(Class::PLACE_HEAD)
            && of - 1 > first
            && words.gazetteer_end(of + 1 + the, self.end).is_some();
        // “Ann Lloyd-Ward of Leeds” is a person of a place.
        let person =
            words.class(first).is(Class::FIRST.or(Class::TITLE)) && of > first + 1 && words.is_hyphen(of - 2);
        let titled =
            country || person || head.is(Class::TITLE) && !head.is(Class::ORG_HEAD) && of - 1 > first;
        let ship = words.class(first).is(Class::THING_OPENER) && words.parse.lower(of) == "of";
        if !ship && !head.is(heads) || titled {
            return None;
        }
        let end = self.capital_at(of + 1 + the)?;
        let class = words.class(end - 1);
        let outside = words.parse.lower(of) != "of"
            && (places::find_lower(words.parse.lower(end - 1)).is_some()
                || class.is(Class::FIRST.or(Class::TITLE)));
        (!class.is(Class::CALENDAR) && !outside).then_some(end)
    }

    /// `Trade` and `Industry`, `Food` and `Drug Administration`.
    fn after_and(&self, first: usize, and: usize) -> Option<usize> {
        let words = self.words;
        let end = self.capital_at(and + 1)?;
        let subject = |i: usize| words.class(i).is(Class::SUBJECT);
        (and > first && subject(and - 1) && subject(end - 1)).then_some(end)
    }

    /// `People` 's `Army`, `St. John` 's.
    fn after_possessive(&self, mark: usize) -> Option<usize> {
        let words = self.words;
        let group = words.class(mark - 1).is(Class::GROUP);
        let saint = mark > 1 && matches!(words.parse.lower(mark - 2), "st." | "st" | "saint");
        match (group, saint) {
            (true, _) => self.capital_at(mark + 1),
            (_, true) => Some(mark + 1),
            _ => None,
        }
    }

    /// `European`-`Mediterranean`, `F`-`16`, `Jong`-`un`; not `Moscow`-`based`, `Boeing`-`led`.
    fn after_hyphen(&self, first: usize, hyphen: usize) -> Option<usize> {
        let words = self.words;
        let next = hyphen + 1;
        if next >= self.end {
            return None;
        }
        if words.is_capital(next) {
            let whole = words.place(first..next + 1).is_some();
            let country = |i: usize| places::find_lower(words.parse.lower(i)).is_some();
            // “Russo-Ukraine War”: the first part is no country but the first half of a compound.
            let compound = matches!(
                words.parse.lower(hyphen - 1),
                "russo"
                    | "sino"
                    | "franco"
                    | "anglo"
                    | "indo"
                    | "afro"
                    | "euro"
                    | "greco"
                    | "austro"
                    | "israelo"
            );
            return (whole || compound || !country(hyphen - 1) && !country(next)).then_some(next + 1);
        }
        match words.parse.tokens[next].kind {
            TokenKind::Number => Some(next + 1),
            // Korean and Chinese given names go on in lower case; compounds such as “Boeing-led” have a longer first part alone.
            TokenKind::Word => {
                let compound = matches!(
                    words.parse.lower(next),
                    "led"
                        | "run"
                        | "born"
                        | "based"
                        | "made"
                        | "era"
                        | "wide"
                        | "style"
                        | "owned"
                        | "held"
                        | "like"
                        | "bred"
                        | "type"
                        | "off"
                        | "in"
                        | "to"
                        | "up"
                );
                let given = hyphen >= first + 2 && words.parse.word(next).len() <= 5;
                (given && !compound).then_some(next + 1)
            }
            _ => None,
        }
    }

    /// `Sinar Bahtera` 3, `iOS` 5, `Flight` 1549; not a number that counts what follows.
    fn number(&self, first: usize, number: usize) -> Option<usize> {
        let words = self.words;
        let parse = words.parse;
        let digits = parse.word(number);
        // “SEK 20”, “TV 4”
        if number == first + 1 && words.class(first).is(Class::NOT_ALONE) {
            return None;
        }
        if !parse.tokens[number].spaced || digits.len() > 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let locative = first > 0 && matches!(parse.lower(first - 1), "in" | "at" | "on" | "by" | "since");
        let place = words.place(first..number).is_some();
        let counts = parse.tokens.get(number + 1).is_some_and(|t| {
            number + 1 < self.end
                && (matches!(t.upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num)
                    || t.kind == TokenKind::Symbol)
        });
        let opener = words.class(first).is(Class::THING_OPENER);
        // Three digits behind a maker's name are a model: “Boeing 787 Dreamliner”, “Boeing 737 aircraft”.
        let model = digits.len() == 3
            && number + 1 < self.end
            && (words.is_capital(number + 1) || words.class(number + 1).is(Class::THING_NOUN));
        let counts = counts && !model;
        let score = number + 2 < self.end
            && matches!(parse.word(number + 1), "-" | "–")
            && !parse.tokens[number + 1].spaced;
        (!place
            && !score
            && !self.is_scoreline(first, number)
            && !self.gapped(first, number)
            && !words.in_date(number)
            && (opener || !counts && !locative))
            .then_some(number + 1)
    }

    /// Whether the number is one side's goals or points in a line of two names with a number each: `ROVERS 3, UNITED 1`.
    fn is_scoreline(&self, first: usize, number: usize) -> bool {
        let parse = self.words.parse;
        let sentence = &parse.sentences[parse.sentence_of(first)].tokens;
        let low = |i: usize| parse.tokens[i].kind == TokenKind::Number && parse.word(i).len() <= 3;
        let mut sides = 0;
        let mut named = false;
        for i in sentence.clone() {
            if low(i) && named {
                (sides, named) = (sides + 1, false);
            } else if self.words.is_capital(i) {
                named = true;
            } else if sides == 2 || !matches!(parse.word(i), "," | "-" | "–" | ";") {
                break;
            }
        }
        sides >= 2 && number < sentence.start + 10
    }

    /// Whether the number is a count whose noun stands with the first of a list: `Labour won 12 seats and the Greens 20`.
    fn gapped(&self, first: usize, number: usize) -> bool {
        let parse = self.words.parse;
        let closes = parse.tokens.get(number + 1).is_none_or(|t| {
            number + 1 >= self.end || t.kind == TokenKind::Punct || matches!(t.upos, Upos::Cconj | Upos::Adp)
        });
        let listed = first > 1
            && parse.lower(first - 1) == "the"
            && matches!(parse.lower(first - 2), "," | "and" | ";" | "but" | "while");
        let sentence = parse.sentences[parse.sentence_of(first)].tokens.start;
        closes
            && listed
            && parse.word(number).len() > 1
            && (sentence..first - 1)
                .any(|i| parse.tokens[i].kind == TokenKind::Number && parse.tokens[i + 1].penn == Penn::Nns)
    }

    /// `Ursula` von der `Leyen`, `Bashar` al-`Assad`.
    fn after_particle(&self, first: usize, particle: usize) -> Option<usize> {
        let words = self.words;
        if words.class(particle - 1).is(Class::HEAD) && !words.class(first).is(Class::FIRST) {
            return None;
        }
        let mut next = particle + 1;
        while next < self.end
            && next < particle + 3
            && words.class(next).is(Class::PARTICLE)
            && !words.is_capital(next)
        {
            next += 1;
        }
        if self.hyphenated(next) {
            next += 1;
        }
        self.capital_at(next)
    }

    /// `Kursk` region: a common noun that belongs to a place's name in lower case too.
    fn generic(&self, first: usize, noun: usize) -> Option<usize> {
        let words = self.words;
        let person = words.class(first).is(Class::FIRST.or(Class::TITLE)) && noun > first + 1;
        let known = words.place(first..noun);
        let country = known.is_some_and(|p| p.rank == places::Rank::Country);
        let last = words.class(noun - 1);
        let more = noun + 1 < self.end
            && words.parse.tokens[noun + 1].upos == Upos::Noun
            && words.parse.tokens[noun + 1].spaced;
        let acronym = words.parse.word(noun - 1).chars().all(char::is_uppercase);
        (!person && !country && !last.is(Class::HEAD.or(Class::DEMONYM)) && !more && !acronym)
            .then_some(noun + 1)
    }
}

/// Whether a word in lower case is one of ordinary English.
fn is_ordinary(lower: &str) -> bool {
    weight(lower) != RARE
}
