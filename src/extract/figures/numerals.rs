//! One grammar for numerals, over classes of tokens: `11,000`, `two and a half million`, `tens of thousands`, `two-thirds`.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::Value;
use crate::extract::meanings::{Meanings, Trigger};
use crate::text::{Parse, TokenKind, WordMap};

use super::{digits, money, units};

/// What a token can be in a numeral.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Class {
    /// Digits with their value and the size of their last significant place.
    Digits(f64, f64),
    /// `½`.
    Glyph(f64),
    /// `zero` to `nineteen`.
    Small(f64),
    /// `twenty` to `ninety`.
    Tens(f64),
    /// `hundred`.
    Hundred,
    /// `thousand`, `mln`, `crore`.
    Magnitude(f64),
    /// `k`, `m`, `b`: a magnitude only where the neighbours make it one.
    Letter(f64),
    /// `dozen`, `score`.
    Dozen(f64),
    /// `hundreds`, `dozens`.
    Many(f64),
    /// `several`.
    Several,
    /// `few`.
    Few,
    /// `couple`.
    Couple,
    /// `handful`.
    Handful,
    /// `a`, `an`.
    Article,
    /// `and`.
    And,
    /// `half`.
    Half,
    /// `third`, `quarters`: one part of so many.
    Part(f64),
    /// `twice`, `threefold`.
    Times(f64),
    /// `-` between words, and other dashes.
    Dash,
    /// `/`.
    Slash,
    /// No part of a numeral.
    Other,
}

static WORDS: LazyLock<WordMap<Class>> = LazyLock::new(|| {
    let lines = include_str!("../data/numerals.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let (word, class, value) = (fields.next()?, fields.next()?, fields.next()?.parse().ok()?);
            let class = match class {
                "small" => Class::Small(value),
                "tens" => Class::Tens(value),
                "hundred" => Class::Hundred,
                "magnitude" => Class::Magnitude(value),
                "letter" => Class::Letter(value),
                "dozen" => Class::Dozen(value),
                "many" => Class::Many(value),
                "several" => Class::Several,
                "few" => Class::Few,
                "couple" => Class::Couple,
                "handful" => Class::Handful,
                "article" => Class::Article,
                "and" => Class::And,
                "half" => Class::Half,
                "part" => Class::Part(value),
                "times" => Class::Times(value),
                _ => return None,
            };
            Some((word, class))
        })
        .collect()
});

/// Whether a word in lower case belongs to numerals.
pub(in crate::extract) fn is_word(lower: &str) -> bool {
    WORDS.contains(lower)
}

/// The class of a token.
pub(super) fn classify(parse: &Parse, meanings: &Meanings, at: usize) -> Class {
    let token = &parse.tokens[at];
    // Most words say by themselves that they belong to no numeral.
    if token.kind == TokenKind::Word
        && !meanings[at].triggers(Trigger::Numeral)
        && !parse.article.text.as_bytes()[token.span.end as usize - 1].is_ascii_digit()
    {
        return Class::Other;
    }
    let word = parse.lower(at);
    match token.kind {
        TokenKind::Number => match digits::read(word) {
            Some((value, place)) => Class::Digits(value, place),
            None => digits::glyph(word).map_or(Class::Other, Class::Glyph),
        },
        TokenKind::Word if word.ends_with(|c: char| c.is_ascii_digit()) => money::glued(word)
            .and_then(|at| digits::read(&word[at..]))
            .map_or(Class::Other, |(value, place)| Class::Digits(value, place)),
        TokenKind::Word => WORDS.get(word).copied().unwrap_or(Class::Other),
        TokenKind::Punct if matches!(word, "-" | "–" | "—" | "‑" | "‐" | "--") => Class::Dash,
        TokenKind::Symbol if word == "−" => Class::Dash,
        TokenKind::Punct | TokenKind::Symbol if word == "/" || word == "⁄" => Class::Slash,
        _ => Class::Other,
    }
}

/// What kind of number a numeral is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// So many.
    Cardinal,
    /// A part of a whole: `two-thirds`, `one in five`.
    Share,
    /// So many times as much.
    Ratio,
}

/// A numeral: a number or a range of numbers, with its magnitude.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Numeral {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it comes to.
    pub value: Value,
    /// What kind of number it is.
    pub kind: Kind,
    /// What its magnitude words multiply by; 1 without any.
    pub scale: f64,
    /// Whether it is printed in digits.
    pub digits: bool,
}

/// The tokens of one sentence with their classes.
pub(super) struct Classes<'p, 'a> {
    /// The parse they come from.
    pub parse: &'p Parse<'a>,
    /// The sentence's tokens.
    pub tokens: Range<usize>,
    /// Their classes.
    pub classes: &'p [Class],
    /// The tokens in lower case: the rules ask for those around an amount many times.
    pub lower: &'p [&'p str],
}

impl Classes<'_, '_> {
    /// The class of a token; `Other` outside the sentence.
    pub fn at(&self, i: usize) -> Class {
        i.checked_sub(self.tokens.start).and_then(|k| self.classes.get(k)).copied().unwrap_or(Class::Other)
    }

    /// A token in lower case; empty outside the sentence.
    pub fn lower(&self, i: usize) -> &str {
        self.lower.get(i.wrapping_sub(self.tokens.start)).copied().unwrap_or("")
    }

    /// Whether a token of the sentence is a mark of punctuation.
    pub fn is_mark(&self, i: usize) -> bool {
        self.tokens.contains(&i) && self.parse.tokens[i].kind == TokenKind::Punct
    }

    /// Whether white space stands before a token; true outside the sentence.
    pub fn spaced(&self, i: usize) -> bool {
        !self.tokens.contains(&i) || self.parse.tokens[i].spaced
    }

    /// Whether a measure stands at token `i`.
    pub fn is_unit(&self, i: usize) -> bool {
        units::behind(self, i).is_some()
    }

    /// Whether most words of the sentence begin with a capital, as in headlines, so that a capital tells nothing.
    pub fn is_title_case(&self) -> bool {
        let words = self.tokens.clone().filter(|&i| self.parse.tokens[i].kind == TokenKind::Word);
        let (mut small, mut all) = (0, 0);
        for i in words.take(40) {
            all += 1;
            small += usize::from(!self.parse.word(i).starts_with(char::is_uppercase));
        }
        small * 3 < all
    }

    /// The quantity that begins at token `i`, without ranges.
    pub fn quantity(&self, i: usize) -> Option<Numeral> {
        match self.at(i) {
            Class::Digits(value, place) => self.digits(i, value, place),
            Class::Glyph(value) => Some(self.numeral(i..i + 1, value, 0.05, Kind::Share)),
            Class::Small(_) | Class::Tens(_) => self.in_words(i),
            Class::Article => self.after_article(i),
            Class::Half => self.half(i),
            Class::Several => Some(self.loose(i, i + 1, 3.0, 9.0)),
            Class::Many(_) => self.many(i),
            Class::Times(value) => self.ratio(i, i + 1, value),
            Class::Dozen(value) if self.lower(i) == "dozen" => {
                Some(self.numeral(i..i + 1, value, 0.0, Kind::Cardinal)).filter(|_| i > self.tokens.start)
            }
            Class::Few if self.is_magnitude(i + 1) => Some(self.loose(i, i + 1, 3.0, 5.0)),
            _ => None,
        }
    }

    pub(super) fn numeral(&self, tokens: Range<usize>, value: f64, place: f64, kind: Kind) -> Numeral {
        Numeral { tokens, value: Value::exact(value, place), kind, scale: 1.0, digits: false }
    }

    pub(super) fn is_magnitude(&self, i: usize) -> bool {
        matches!(self.at(i), Class::Hundred | Class::Magnitude(_) | Class::Dozen(_))
    }

    /// `several`, `a few`, with the magnitude behind it.
    fn loose(&self, start: usize, end: usize, lo: f64, hi: f64) -> Numeral {
        let (end, scale) = self.magnitudes(end);
        let value = Value { lo: lo * scale, hi: hi * scale, place: scale, vague: true };
        Numeral { tokens: start..end, value, kind: Kind::Cardinal, scale, digits: false }
    }

    /// The magnitude words from `i` on: their end and their product.
    pub(super) fn magnitudes(&self, mut i: usize) -> (usize, f64) {
        let mut scale = 1.0;
        loop {
            let at = self.past_hyphen(i);
            let factor = match self.at(at) {
                Class::Hundred => 100.0,
                Class::Magnitude(m) => m,
                Class::Dozen(d) if scale == 1.0 => d,
                _ => return (i, scale),
            };
            if scale * factor > 1e18 {
                return (i, scale);
            }
            scale *= factor;
            i = at + 1;
        }
    }

    /// Digits with what follows: `2.3 million`, `5 1/2`, `11 thousand`.
    fn digits(&self, i: usize, value: f64, place: f64) -> Option<Numeral> {
        let (mut value, mut place, mut end, mut kind) = (value, place, i + 1, Kind::Cardinal);
        if let Some((part, after)) = self.fraction_behind(end) {
            (value, place, end) = (value + part, 0.0625, after);
        } else if let Some((part, after)) = self.written_fraction(i) {
            (value, place, end, kind) = (part, 0.02, after, Kind::Share);
        } else if let Some((part, after)) = self.parts(i, value) {
            (value, place, end, kind) = (part, 0.02, after, Kind::Share);
        } else if let Some((half, after)) = self.and_a_half(end, value) {
            (value, place, end) = (half, 0.5, after);
        }
        let (after, scale) = self.magnitudes(end);
        // `11 thousand` is as exact as `11,000`.
        let whole = scale > 1.0 && value.fract() == 0.0 && place != 0.0625;
        let product = digits::times(value, scale);
        let place = if whole { digits::last_place(product) } else { place * scale };
        let value = Value::exact(product, place);
        Some(Numeral { tokens: i..after, value, kind, scale, digits: true })
    }

    /// A number in words: `twenty-one thousand three hundred and five`, `two and a half million`, `two-thirds`.
    fn in_words(&self, i: usize) -> Option<Numeral> {
        let (mut total, mut current, mut at, mut scale) = (0.0, 0.0, i, 1.0);
        let mut place = 0.0;
        let mut last = Class::Other;
        loop {
            match (last, self.at(at)) {
                (Class::Other | Class::And, Class::Small(v) | Class::Tens(v)) => current += v,
                (Class::Hundred | Class::Magnitude(_), Class::Small(v) | Class::Tens(v)) => current += v,
                (Class::Tens(_), Class::Small(v)) if v > 0.0 && v < 10.0 => current += v,
                (Class::Small(_) | Class::Tens(_), Class::Hundred) => {
                    current *= 100.0;
                    scale = 100.0;
                }
                (
                    Class::Small(_) | Class::Tens(_) | Class::Hundred | Class::Magnitude(_),
                    Class::Magnitude(m),
                ) if (current > 0.0 || total > 0.0) && (total + current) * m <= 1e18 => {
                    total = if current > 0.0 { total + current * m } else { total * m };
                    current = 0.0;
                    scale = m;
                }
                (Class::Small(_) | Class::Tens(_), Class::Dozen(d)) if total == 0.0 => {
                    let end = at + 1;
                    let mut n = self.numeral(i..end, current * d, 0.0, Kind::Cardinal);
                    n.scale = d;
                    return Some(n);
                }
                _ => break,
            }
            last = self.at(at);
            at += 1;
            if self.joins(last, at) {
                at += 1;
                if self.at(at - 1) == Class::And {
                    last = Class::And;
                }
            }
        }
        let value = total + current;
        if value < 20.0
            && let Some((part, end)) = self.parts(i, value)
        {
            return Some(self.numeral(i..end, part, 0.02, Kind::Share));
        }
        if let Some((half, end)) = self.and_a_half(at, value) {
            let (end, scale) = self.magnitudes(end);
            let mut n = self.numeral(i..end, half * scale, 0.5 * scale, Kind::Cardinal);
            n.scale = scale;
            return Some(n);
        }
        if value > 12.0 || scale > 1.0 {
            place = digits::last_place(value);
        }
        let mut n = self.numeral(i..at, value, place, Kind::Cardinal);
        n.scale = if value == total { scale } else { 1.0 };
        Some(n)
    }

    /// Whether the hyphen or `and` at `at` joins a number word of class `last` to the next one.
    fn joins(&self, last: Class, at: usize) -> bool {
        let next = self.at(at + 1);
        match (last, self.at(at)) {
            (Class::Tens(_), Class::Dash) => {
                matches!(next, Class::Small(v) if v > 0.0 && v < 10.0)
                    && !self.spaced(at)
                    && !self.spaced(at + 1)
            }
            (_, Class::Dash) => {
                matches!(next, Class::Hundred | Class::Magnitude(_))
                    && !self.spaced(at)
                    && !self.spaced(at + 1)
            }
            (Class::Hundred | Class::Magnitude(_), Class::And) => {
                // “three hundred and one thousand” is one number, “two thousand and three hundred” are two.
                let larger = match self.at(at + 2) {
                    Class::Hundred => true,
                    Class::Magnitude(_) => last != Class::Hundred,
                    _ => false,
                };
                matches!(next, Class::Small(_) | Class::Tens(_)) && !larger
            }
            _ => false,
        }
    }

    /// The token at `i`, or the one behind it where `i` is a hyphen inside a word.
    pub(super) fn past_hyphen(&self, i: usize) -> usize {
        i + usize::from(self.at(i) == Class::Dash && !self.spaced(i) && !self.spaced(i + 1))
    }

    /// `a million`, `a dozen`, `a few hundred`, `a couple of`, `a fifth`.
    fn after_article(&self, i: usize) -> Option<Numeral> {
        match self.at(i + 1) {
            Class::Hundred | Class::Magnitude(_) => {
                let mut n = self.thousands_after_article(i)?;
                n.tokens.start = i;
                Some(n)
            }
            Class::Dozen(d) if d == 12.0 || self.lower(i + 2) == "of" && self.at(i + 3) == Class::Other => {
                Some(self.numeral(i..i + 2, d, 0.0, Kind::Cardinal))
            }
            Class::Few => Some(self.loose(i, i + 2, 3.0, 5.0)),
            Class::Handful if self.lower(i + 2) == "of" => Some(self.loose(i, i + 2, 3.0, 6.0)),
            Class::Couple if self.lower(i + 2) == "of" || self.is_magnitude(i + 2) => {
                let end = if self.is_magnitude(i + 3) { i + 3 } else { i + 2 };
                let mut n = self.loose(i, end, 2.0, 3.0);
                n.value.place = n.scale;
                Some(n)
            }
            Class::Part(part) => self.lone_part(i, part),
            Class::Half if self.lower(i + 2) != "of" && self.is_magnitude(i + 2) => {
                let (end, scale) = self.magnitudes(i + 2);
                Some(self.numeral(i..end, 0.5 * scale, 0.1 * scale, Kind::Cardinal))
            }
            _ => None,
        }
    }

    /// The rest of `a hundred and twenty thousand`.
    fn thousands_after_article(&self, i: usize) -> Option<Numeral> {
        let (end, scale) = self.magnitudes(i + 1);
        let next = end + usize::from(self.at(end) == Class::And);
        let half = self.and_a_half(end, 1.0);
        if let Some((value, end)) = half {
            let mut n = self.numeral(i..end, value * scale, 0.5 * scale, Kind::Cardinal);
            n.scale = scale;
            return Some(n);
        }
        let rest = match self.at(next) {
            Class::Small(_) | Class::Tens(_) if self.joins(Class::Hundred, end) || next == end => {
                self.in_words(next)
            }
            _ => None,
        };
        match rest.filter(|rest| rest.kind == Kind::Cardinal && rest.scale == 1.0 && rest.value.hi < scale) {
            Some(rest) => {
                let (after, more) = self.magnitudes(rest.tokens.end);
                let value = (scale + rest.value.lo) * more;
                let mut n = self.numeral(i..after, value, digits::last_place(value), Kind::Cardinal);
                n.scale = more;
                Some(n)
            }
            None => {
                let mut n = self.numeral(i..end, scale, scale, Kind::Cardinal);
                n.scale = scale;
                Some(n)
            }
        }
    }

    /// `hundreds`, `tens of thousands`, `hundreds of thousands`.
    fn many(&self, i: usize) -> Option<Numeral> {
        let (mut end, mut scale, mut lo, mut hi) = (i, 1.0, 0.0, 0.0);
        while let Class::Many(m) = self.at(end) {
            if scale * m > 1e18 {
                break;
            }
            (lo, hi) = match m {
                24.0 => (24.0 * scale, 99.0 * scale),
                40.0 => (40.0 * scale, 99.0 * scale),
                _ => (2.0 * m * scale, 9.999 * m * scale),
            };
            scale *= m;
            end += 1;
            if self.lower(end) == "of" && matches!(self.at(end + 1), Class::Many(_)) {
                end += 1;
            } else if self.is_magnitude(end) {
                let (after, more) = self.magnitudes(end);
                (end, lo, hi, scale) = (after, lo * more, hi * more, scale * more);
                break;
            } else {
                break;
            }
        }
        let tens = self.lower(i) == "tens" && end == i + 1;
        let verb = self.lower(i) == "scores" && self.lower(end) != "of";
        let hi = if hi > 99.0 * (scale / 40.0) { hi.floor() } else { hi };
        let value = Value { lo, hi, place: scale, vague: true };
        (!tens && !verb).then_some(Numeral {
            tokens: i..end,
            value,
            kind: Kind::Cardinal,
            scale,
            digits: false,
        })
    }

    /// `twice as many`, `three times the`: a ratio; `he was arrested twice` is none.
    pub fn ratio(&self, start: usize, end: usize, value: f64) -> Option<Numeral> {
        let compared = matches!(
            self.lower(end),
            "as" | "the" | "that" | "its" | "their" | "more" | "higher" | "larger" | "bigger" | "what"
        );
        let fold = self.lower(end.wrapping_sub(1)).ends_with("fold");
        (compared || fold).then(|| self.numeral(start..end, value, 0.0, Kind::Ratio))
    }
}
