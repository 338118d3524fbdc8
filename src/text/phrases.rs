//! Base noun phrases, by rules over tags: where one begins, how far it goes, what its head is, who owns it.

use std::ops::Range;

use super::word_classes::WordClass;
use super::{NounPhrase, Penn, Sentence, Token, TokenKind, Upos};

/// Appends the base noun phrases of a sentence to `out`. `lower` is the text in lower case.
pub(super) fn chunk(lower: &str, tokens: &[Token], sentence: &Sentence, out: &mut Vec<NounPhrase>) {
    let Range { start, end } = sentence.tokens;
    let chunker = Chunker { lower, tokens: &tokens[..end], start };
    let mut at = start;
    let mut owner = None;
    while at < chunker.tokens.len() {
        match chunker.phrase(at) {
            Some((range, head, possessive)) => {
                at = range.end;
                out.push(NounPhrase { tokens: range, head, owner });
                owner = possessive.then(|| out.len() - 1);
            }
            None => {
                at += 1;
                owner = None;
            }
        }
    }
}

struct Chunker<'a> {
    lower: &'a str,
    /// All tokens up to the end of the sentence.
    tokens: &'a [Token],
    /// Where the sentence begins.
    start: usize,
}

impl Chunker<'_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn word(&self, at: usize) -> &str {
        self.token(at).map_or("", |t| t.span.of(self.lower))
    }

    fn is(&self, at: usize, class: WordClass) -> bool {
        self.token(at).is_some_and(|t| t.class.is(class))
    }

    fn upos(&self, at: usize) -> Option<Upos> {
        self.token(at).map(|t| t.upos)
    }

    fn penn(&self, at: usize) -> Option<Penn> {
        self.token(at).map(|t| t.penn)
    }

    fn is_noun(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(t.upos, Upos::Noun | Upos::Propn) && t.penn != Penn::Sym)
    }

    fn is_name(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(t.penn, Penn::Nnp | Penn::Nnps))
    }

    fn is_number(&self, at: usize) -> bool {
        self.upos(at) == Some(Upos::Num)
    }

    fn is_adjective(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| t.upos == Upos::Adj || matches!(t.penn, Penn::Jj | Penn::Jjr | Penn::Jjs))
    }

    fn is_participle(&self, at: usize) -> bool {
        self.upos(at) == Some(Upos::Verb) && matches!(self.penn(at), Some(Penn::Vbn | Penn::Vbg))
    }

    fn is_money(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|t| t.kind == TokenKind::Symbol && (t.penn == Penn::Dollar || t.upos == Upos::Sym))
            && !matches!(self.word(at), "%" | "°" | "+" | "=" | "&" | "@")
    }

    /// A possessive pronoun, which is the determiner of its phrase.
    fn is_my(&self, at: usize) -> bool {
        let noun_follows = || self.is_noun(at + 1) || (self.is_adjective(at + 1) && self.modifies(at + 1));
        if self.is(at, WordClass::WHOSE) {
            self.word(at) == "whose" || noun_follows()
        } else {
            self.penn(at) == Some(Penn::PrpS)
        }
    }

    fn is_determiner(&self, at: usize) -> bool {
        self.upos(at) == Some(Upos::Det) && !matches!(self.penn(at), Some(Penn::Wdt | Penn::Wp | Penn::WpS))
    }

    /// Whether a name, noun or numeral could still follow from here on: what makes an adjective or participle a modifier.
    fn modifies(&self, at: usize) -> bool {
        let mut next = at + 1;
        // Modifiers stack; more than a handful never stand in a row.
        for _ in 0..6 {
            if self.is_noun(next) {
                return true;
            }
            let steps = match () {
                () if self.is_adjective(next) || self.is_participle(next) || self.is_number(next) => 1,
                () if self.is_list(next) > 0 => self.is_list(next),
                () if self.joint(next) => 1,
                () if self.upos(next) == Some(Upos::Adv) && self.is_adjective(next + 1) => 1,
                () => return false,
            };
            next += steps;
        }
        false
    }

    /// A hyphen, slash or dash without a space on either side.
    fn joint(&self, at: usize) -> bool {
        let joined = |i: usize| self.token(i).is_some_and(|t| !t.spaced);
        self.is(at, WordClass::JOINT) && joined(at) && joined(at + 1)
    }

    /// The length of the conjunction or comma at `at` that joins two adjectives; 0 where none does.
    fn is_list(&self, at: usize) -> usize {
        let adjectives =
            |i: usize| self.is_adjective(at - 1) && (self.is_adjective(i) || self.is_participle(i));
        usize::from(at > 0 && self.is(at, WordClass::COORDINATOR) && adjectives(at + 1))
    }

    /// The words of hedging that begin at `at`, if a number follows them.
    fn hedge(&self, at: usize) -> usize {
        if !self.is(at, WordClass::HEDGE.or(WordClass::HEDGE_OPENER)) {
            return 0;
        }
        let pair = (self.word(at), self.word(at + 1));
        let length = match pair {
            ("more" | "less" | "fewer" | "other" | "rather", "than")
            | ("at", "least" | "most")
            | ("up" | "close" | "next", "to") => 2,
            ("well" | "just", "over" | "under") => 2,
            ("as", "many" | "much" | "few" | "little") if self.word(at + 2) == "as" => 3,
            _ if self.is(at, WordClass::HEDGE) => 1,
            _ => return 0,
        };
        let number = at + length;
        let counted = self.is_number(number)
            || (self.is_money(number) && self.is_number(number + 1))
            || (matches!(self.word(number), "a" | "half") && self.is(number + 1, WordClass::QUANTITY));
        if counted { length } else { 0 }
    }

    /// The phrase that begins at `at`: its tokens, its head, and whether it owns the next one.
    fn phrase(&self, at: usize) -> Option<(Range<usize>, usize, bool)> {
        if self.upos(at) == Some(Upos::Pron) && !self.is_my(at) {
            return self.pronoun(at);
        }
        let opening = self.opening(at);
        let body = at + opening;
        let (end, head) = self.body(body, opening > 0)?;
        if end <= at {
            return None;
        }
        let possessive = self.penn(end) == Some(Penn::Pos);
        Some((at..end + usize::from(possessive), head, possessive))
    }

    /// A personal or indefinite pronoun is a phrase alone; relative pronouns and `there` are none.
    fn pronoun(&self, at: usize) -> Option<(Range<usize>, usize, bool)> {
        let penn = self.penn(at)?;
        if matches!(penn, Penn::Wdt | Penn::Wp | Penn::WpS | Penn::Wrb | Penn::Ex | Penn::Pos) {
            return None;
        }
        let possessive = self.penn(at + 1) == Some(Penn::Pos);
        Some((at..at + 1 + usize::from(possessive), at, possessive))
    }

    /// How many tokens before the first modifier belong to the phrase: `all the`, `more than`, `their`, `the “`.
    fn opening(&self, at: usize) -> usize {
        let mut length = 0;
        for _ in 0..3 {
            let next = at + length;
            let opens_quote =
                length > 0 && matches!(self.word(next), "“" | "\"" | "‘") && self.modifies(next);
            let step = match self.is_determiner(next) || self.is_my(next) || opens_quote {
                true => 1,
                false => self.hedge(next),
            };
            if step == 0 {
                break;
            }
            length += step;
        }
        length
    }

    /// The end and the head of the phrase whose first modifier or noun stands at `from`.
    fn body(&self, from: usize, opened: bool) -> Option<(usize, usize)> {
        let mut at = from;
        let mut head = None;
        let mut number = None;
        let mut end = from;
        loop {
            let hedge = if head.is_none() { self.hedge(at) } else { 0 };
            if hedge > 0 {
                at += hedge;
            } else if self.is_number(at) {
                if head.is_some() && !self.numbers_name(at) {
                    break;
                }
                at = self.behind_number(at);
                number = (from..at).rev().find(|&i| self.is_number(i));
                end = at;
            } else if self.is_noun(at) {
                head = Some(at);
                at += 1;
                end = at;
            } else if self.is_money(at)
                && self.is_number(at + 1)
                && head.is_none_or(|h| h + 1 == at && self.is_name(h))
            {
                at += 1;
            } else if self.joint(at) && at > from && self.joins(at + 1) {
                at += 2;
                head =
                    if self.is_noun(at - 1) { Some(at - 1) } else { head.filter(|_| !self.modifies(at - 1)) };
                end = if head.is_some() || number.is_some() { at } else { end };
            } else if self.is_modifier(at, from, head, opened) {
                at += 1;
            } else if head.is_none() && at > from && self.is_list(at) > 0 && self.modifies(at) {
                at += self.is_list(at);
            } else {
                break;
            }
        }
        match head.or(number) {
            Some(head) => Some((end, head)),
            None => self.stand_in(from, opened),
        }
    }

    /// A phrase without noun or numeral: `the wounded`, `those`, `many`.
    fn stand_in(&self, from: usize, opened: bool) -> Option<(usize, usize)> {
        let adjective = self.is_adjective(from) || self.penn(from) == Some(Penn::Vbn);
        if opened && adjective && !self.joint(from + 1) {
            return Some((from + 1, from));
        }
        if opened {
            return Some((from, from - 1));
        }
        (self.is_adjective(from) && self.is(from, WordClass::AMOUNT) && self.word(from + 1) != "than")
            .then_some((from + 1, from))
    }

    /// Whether the number at `at` belongs to the name before it (`Route 9`, `Il-76`) and does not count what follows.
    fn numbers_name(&self, at: usize) -> bool {
        let capital = at > 0 && self.is_name(at - 1);
        let counts = self.is_noun(at + 1)
            || self.is_adjective(at + 1)
            || self.is_number(at + 1)
            || self.word(at + 1) == "%";
        let letters = self.token(at).is_some_and(|t| t.kind != TokenKind::Number);
        capital && !counts && !letters
    }

    /// The end of the numeral at `at`: with its magnitude, `%`, the other end of a range, a second number.
    fn behind_number(&self, at: usize) -> usize {
        let end = self.behind_amount(at);
        let unit = matches!(self.word(end - 1), "%" | "°");
        let second = end + 1 + usize::from(self.is_money(end + 1));
        if !self.is_number(second) {
            return end;
        }
        let behind = self.behind_amount(second);
        let shared = self.word(behind - 1) == self.word(end - 1) || !unit;
        let joined = match self.word(end) {
            "-" | "–" => true,
            "or" => shared,
            "to" | "and" => shared && (unit || self.counts_noun(behind)),
            _ => false,
        };
        if joined { behind } else { end }
    }

    /// The end of the numeral at `at` with its magnitude and `%`.
    fn behind_amount(&self, at: usize) -> usize {
        let mut end = at + 1;
        while self.is_number(end) {
            end += 1;
        }
        end + usize::from(matches!(self.word(end), "%" | "°"))
    }

    /// Whether a noun stands at `at`, behind a second number, so that both count it: `five to seven people`.
    fn counts_noun(&self, at: usize) -> bool {
        self.is_noun(at) || self.word(at - 1) == "%" || (self.is_adjective(at) && self.modifies(at))
    }

    /// Whether a token can stand behind the hyphen of a compound.
    fn joins(&self, at: usize) -> bool {
        self.is_noun(at)
            || self.is_adjective(at)
            || self.is_number(at)
            || matches!(self.upos(at), Some(Upos::Verb | Upos::Adv | Upos::Adp | Upos::X))
    }

    /// Whether the token at `at` modifies a noun that is still to come.
    fn is_modifier(&self, at: usize, from: usize, head: Option<usize>, opened: bool) -> bool {
        if !self.modifies(at) && !(self.joint(at + 1) && self.joins(at + 2)) {
            return false;
        }
        // Behind a common noun a new modifier opens a new phrase; behind a name it may go on: `New York financial`.
        if head.is_some_and(|h| !self.is_name(h) && !(at > 0 && self.joint(at - 1))) {
            return false;
        }
        let inside = opened || at > from;
        if self.is_adjective(at) {
            return true;
        }
        if self.is_participle(at) {
            return head.is_none()
                && (inside
                    || (self.penn(at) == Some(Penn::Vbn) && self.behind_preposition(at))
                    || self.joint(at + 1));
        }
        if matches!(self.upos(at), Some(Upos::X | Upos::Adp)) {
            return head.is_none() && self.joint(at + 1);
        }
        self.upos(at) == Some(Upos::Adv)
            && head.is_none()
            && (inside || self.joint(at + 1))
            && self.qualifies(at + 1)
    }

    /// Whether an adverb before `at` can belong to a modifier there: `very large`, `recently elected`.
    fn qualifies(&self, at: usize) -> bool {
        self.is_adjective(at) || self.is_participle(at) || self.is_number(at) || self.joint(at)
    }

    fn behind_preposition(&self, at: usize) -> bool {
        at > self.start && self.upos(at - 1) == Some(Upos::Adp) && self.word(at - 1) != "by"
    }
}

#[cfg(test)]
mod tests;
