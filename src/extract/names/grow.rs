//! How far a name goes on behind its first word: over capitals, and over the points, commas, hyphens, numbers and small words
//! that belong between them.

use crate::text::{Penn, TokenKind, Upos};

use super::lexicon::Class;
use super::places;
use super::spot::Run;

impl Run<'_, '_> {
    pub(super) fn grow(&self, first: usize, mut end: usize) -> usize {
        while let Some(next) = self.step(first, end) {
            end = next;
        }
        end
    }

    pub(super) fn hyphenated(&self, at: usize) -> bool {
        at < self.end && self.words.is_hyphen(at)
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
            "“" | "\"" | "‘" | "(" => self.after_nickname(first, end),
            "'s" | "’s" | "'" | "’" => {
                self.after_nickname(first, end).or_else(|| self.after_possessive(end))
            }
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

    pub(super) fn capital_at(&self, i: usize) -> Option<usize> {
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

    /// `Terrence` “Terry” `Oakley`, `Ann` (Nan) `Moss`: what somebody is called stands in marks within the full name.
    fn after_nickname(&self, first: usize, mark: usize) -> Option<usize> {
        let words = self.words;
        let closes = match words.parse.word(mark) {
            "“" => "”",
            "\"" => "\"",
            "(" => ")",
            _ => "’",
        };
        let named = mark <= first + 2
            && words.parse.tokens[mark].spaced
            && (first..mark).all(|t| !words.class(t).is(Class::HEAD.or(Class::TITLE).or(Class::DEMONYM)))
            && (words.class(first).is(Class::FIRST) || closes != ")");
        let close = (mark + 2..mark + 4).find(|&t| {
            let word = (t < self.end).then(|| words.parse.word(t));
            word.is_some_and(|w| w == closes || closes == "’" && w == "'")
        })?;
        let plain = |t: usize| {
            let class = words.class(t);
            let common = class.is(Class::HEAD.or(Class::OPENER)) && !class.is(Class::FIRST);
            words.is_capital(t) && !common
        };
        let nick = (mark + 1..close).all(plain) && !words.parse.tokens[mark + 1].spaced;
        // No verb of saying opens with a capital: what follows the second mark at once is the surname.
        let surname = self.capital_at(close + 1).filter(|_| plain(close + 1));
        surname.filter(|_| named && nick)
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
            // “Hugh Lincoln-Shaw”: behind a first name a town is half of a surname.
            let surname = hyphen >= first + 2 && words.class(first).is(Class::FIRST);
            let name = whole || compound || surname;
            return (name || !country(hyphen - 1) && !country(next)).then_some(next + 1);
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
