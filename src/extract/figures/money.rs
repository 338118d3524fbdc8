//! Money: signs, codes and names of currencies; a name that several countries share is told by the country.

use std::cell::RefCell;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::Unit;
use crate::text::{Parse, TokenKind};

use super::numerals::Classes;

/// The ISO 4217 code.
type Code = [u8; 3];

struct Currency {
    code: Code,
    /// Words of the country: `swedish`, `sweden`.
    country: Vec<&'static str>,
}

/// Who may be meant by a name of currencies.
#[derive(Default)]
struct Name {
    /// By index into the currencies.
    candidates: Vec<usize>,
    /// The one meant where no country decides.
    default: Option<usize>,
    /// Whether the name is also another word, so that only a country makes it money.
    risky: bool,
}

#[derive(Default)]
struct Table {
    currencies: Vec<Currency>,
    signs: FxHashMap<&'static str, Code>,
    names: FxHashMap<&'static str, Name>,
    codes: FxHashMap<&'static str, Code>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in include_str!("../data/currencies.txt").lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('|');
        let (Some(code), Some(signs), Some(names), Some(country)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let Ok(bytes) = Code::try_from(code.as_bytes()) else { continue };
        let index = table.currencies.len();
        table.codes.insert(code, bytes);
        table.currencies.push(Currency { code: bytes, country: country.split(',').collect() });
        for sign in signs.split(',').filter(|sign| !sign.is_empty()) {
            table.signs.insert(sign, bytes);
        }
        for name in names.split(',') {
            let plain = name.trim_start_matches(['*', '?']);
            let entry = table.names.entry(plain).or_default();
            entry.candidates.push(index);
            entry.risky |= name.contains('?');
            if name.starts_with('*') {
                entry.default = Some(index);
            }
        }
    }
    table
});

/// The key under which it is remembered what pounds without a magnitude are: sums or weights.
const BARE_POUNDS: &str = "lb";

/// A sum printed in hundredths: `50 cents`, `20p`.
const HUNDREDTHS: [&str; 7] = ["cent", "cents", "ct", "cts", "penny", "pence", "p"];

/// The currency that the head of a table's row begins with at token `i`, the magnitude written together with its code, and the
/// token behind: `SEK`, `US$`, `EURm`.
pub(super) fn heading(classes: &Classes, i: usize) -> Option<(Code, Option<f64>, usize)> {
    if let Some(&code) = TABLE.signs.get(classes.lower(i)).or_else(|| TABLE.codes.get(classes.parse.word(i)))
    {
        return Some((code, None, i + 1));
    }
    if matches!(classes.lower(i), "us" | "a" | "c" | "hk" | "nz" | "s") && !classes.spaced(i + 1) {
        let sign = format!("{}{}", classes.lower(i), classes.lower(i + 1));
        return TABLE.signs.get(sign.as_str()).map(|&code| (code, None, i + 2));
    }
    if let Some(name) = TABLE.names.get(classes.lower(i))
        && let [only] = name.candidates.as_slice()
        && !name.risky
    {
        return Some((TABLE.currencies[*only].code, None, i + 1));
    }
    let (code, magnitude) = classes.parse.word(i).split_at_checked(3)?;
    let factor = match magnitude {
        "m" | "mn" => 1e6,
        "bn" => 1e9,
        "k" => 1e3,
        _ => return None,
    };
    TABLE.codes.get(code).map(|&code| (code, Some(factor), i + 1))
}

/// A currency beside a numeral.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Found {
    /// What it is.
    pub code: Code,
    /// The first token of its sign or name, or the one behind the last, whichever is away from the numeral.
    pub edge: usize,
    /// What a printed unit is worth: 0.01 for a cent.
    pub factor: f64,
}

impl Found {
    /// The unit of the sum.
    pub fn unit(&self) -> Unit {
        Unit::Money(self.code)
    }
}

/// Reads currencies of one article, and remembers which country its shared names stand for.
pub(super) struct Purse {
    /// What a name came to the first time.
    settled: RefCell<FxHashMap<&'static str, Option<Code>>>,
}

impl Purse {
    /// A purse for one article.
    pub fn new() -> Self {
        Self { settled: RefCell::default() }
    }

    /// The currency whose sign or code begins at token `i`, and the token behind it.
    pub fn before(&self, classes: &Classes, i: usize) -> Option<(Code, usize)> {
        let token = classes.parse.tokens.get(i).filter(|_| classes.tokens.contains(&i))?;
        match token.kind {
            TokenKind::Symbol => Some((*TABLE.signs.get(classes.lower(i))?, i + 1)),
            TokenKind::Word => self.word_before(classes, i),
            _ => None,
        }
    }

    fn word_before(&self, classes: &Classes, i: usize) -> Option<(Code, usize)> {
        let printed = classes.parse.word(i);
        if printed.len() > 4 || !printed.as_bytes()[0].is_ascii_uppercase() && printed != "kr" {
            return None;
        }
        let next = i + 1;
        let sign = classes
            .parse
            .tokens
            .get(next)
            .filter(|t| classes.tokens.contains(&next) && t.kind == TokenKind::Symbol);
        if let Some(sign) = sign.filter(|t| !t.spaced).map(|t| t.span.of(&classes.parse.lower)) {
            let whole = format!("{}{sign}", classes.lower(i).replace('.', ""));
            return Some((*TABLE.signs.get(whole.as_str()).or_else(|| TABLE.signs.get(sign))?, next + 1));
        }
        let number =
            |at: usize| classes.tokens.contains(&at) && classes.parse.tokens[at].kind == TokenKind::Number;
        let end = if classes.lower(next) == "." && !classes.spaced(next) { next + 1 } else { next };
        if !number(end) {
            return None;
        }
        if let Some(&code) = TABLE.codes.get(printed) {
            return Some((code, end));
        }
        let short = classes.lower(i).trim_end_matches('.');
        let known = matches!(
            short,
            "rs" | "rp" | "rm" | "tk" | "kr" | "ksh" | "kshs" | "ush" | "tsh" | "fcfa" | "cfa" | "php"
        );
        let single = short == "r" && !classes.spaced(end);
        if known || single {
            self.named(classes.parse, TABLE.names.get_key_value(short)?).map(|code| (code, end))
        } else {
            None
        }
    }

    /// The currency of a sum that is one word with its currency: `Rp10`. A single letter needs a magnitude behind the digits.
    pub fn glued(&self, classes: &Classes, i: usize, large: bool) -> Option<Code> {
        let word = classes.lower(i);
        let letters = &word[..glued(word)?];
        let name = TABLE.names.get_key_value(letters).filter(|_| letters != "r" || large)?;
        self.named(classes.parse, name)
    }

    /// The currency named behind a numeral that ends before token `i`: `kronor`, `Swedish crowns`, `US dollars`, `SEK`.
    /// `large` says whether the number has a magnitude, as sums mostly do.
    pub fn after(&self, classes: &Classes, i: usize, large: bool) -> Option<Found> {
        let tied = classes.lower(i) == "-" && !classes.spaced(i) && !classes.spaced(i + 1);
        let first = i + usize::from(tied);
        let word = classes.lower(first);
        if word.is_empty() {
            return None;
        }
        if let Some(&code) = TABLE.signs.get(word)
            && !classes.parse.tokens.get(first + 1).is_some_and(|t| t.kind == TokenKind::Number && !t.spaced)
        {
            return Some(Found { code, edge: first + 1, factor: 1.0 });
        }
        if let Some(&code) = TABLE.codes.get(classes.parse.word(first)) {
            return Some(Found { code, edge: first + 1, factor: 1.0 });
        }
        for at in first..first + 3 {
            let word = classes.lower(at);
            let Some(name) = TABLE.names.get_key_value(word) else { continue };
            let adjective = (at > first).then(|| classes.lower(at - 1));
            let found = self.choose(classes, name, adjective, at, large)?;
            let factor = if HUNDREDTHS.contains(&word) { 0.01 } else { 1.0 };
            let end = if classes.lower(at + 1) == "sterling" { at + 2 } else { at + 1 };
            return Some(Found { code: found, edge: end, factor });
        }
        None
    }

    fn choose(
        &self,
        classes: &Classes,
        name: (&&'static str, &'static Name),
        adjective: Option<&str>,
        at: usize,
        large: bool,
    ) -> Option<Code> {
        let word = *name.0;
        let parse = classes.parse;
        if let Some(adjective) = adjective {
            let fits = |&&c: &&usize| TABLE.currencies[c].country.contains(&adjective);
            let found = TABLE.currencies[*name.1.candidates.iter().find(fits)?].code;
            self.settled.borrow_mut().insert(word, Some(found));
            return Some(found);
        }
        let short = matches!(word, "p" | "kr" | "r" | "rm" | "rp" | "rs" | "tk" | "ct");
        if short && (word != "p" && word != "kr" && word != "rs" || classes.spaced(at) && word == "p") {
            return None;
        }
        if word == "won" && !large && !parse.tokens[at - 1].span.of(&parse.lower).contains(',') {
            return None;
        }
        // Pounds without a magnitude are a weight, unless the article speaks of that money.
        if matches!(word, "pound" | "pounds") && !large && classes.lower(at + 1) != "sterling" {
            if is_weighed(classes, at) {
                return None;
            }
            return self.pounds(parse, name);
        }
        self.named(parse, name)
    }

    fn pounds(&self, parse: &Parse, name: (&&'static str, &'static Name)) -> Option<Code> {
        if let Some(&known) = self.settled.borrow().get(BARE_POUNDS) {
            return known;
        }
        let british = parse.article.text.contains('£') || parse.lower.contains("sterling");
        let found = if british {
            TABLE.codes.get("GBP").copied()
        } else {
            self.most_named(parse, name.1).map(|c| TABLE.currencies[c].code)
        };
        self.settled.borrow_mut().insert(BARE_POUNDS, found);
        found
    }

    /// Whom a shared name stands for in this article: the country it was printed with, else the country most named.
    fn named(&self, parse: &Parse, name: (&&'static str, &'static Name)) -> Option<Code> {
        if let [only] = name.1.candidates.as_slice()
            && !name.1.risky
        {
            return Some(TABLE.currencies[*only].code);
        }
        if let Some(&known) = self.settled.borrow().get(*name.0) {
            return known;
        }
        let dollars = matches!(*name.0, "dollar" | "dollars" | "cent" | "cents");
        let country = if dollars { None } else { self.most_named(parse, name.1) };
        let found = country.or(name.1.default.filter(|_| !name.1.risky)).map(|c| TABLE.currencies[c].code);
        self.settled.borrow_mut().insert(name.0, found);
        found
    }

    /// The candidate whose country the article names most often.
    fn most_named(&self, parse: &Parse, name: &Name) -> Option<usize> {
        let mut counts = vec![0usize; name.candidates.len()];
        for token in parse.tokens.iter().filter(|t| t.kind == TokenKind::Word) {
            let word = token.span.of(&parse.lower);
            for (count, &candidate) in counts.iter_mut().zip(&name.candidates) {
                *count += usize::from(TABLE.currencies[candidate].country.contains(&word));
            }
        }
        let best = counts.iter().enumerate().max_by_key(|&(i, &n)| (n, std::cmp::Reverse(i)))?;
        (*best.1 > 0).then_some(name.candidates[best.0])
    }
}

/// Whether a word of letters and digits is a sum with its currency: `Rp10`, `R1.2`; where the digits begin.
pub(super) fn glued(word: &str) -> Option<usize> {
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let known = ["rp", "rs", "tk", "ksh", "kr", "r"].contains(&&word[..digits]);
    (known && word[digits..].bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')))
        .then_some(digits)
}

/// How many tokens before its pounds `weighs` may stand.
const WEIGHED: usize = 6;

/// Whether a word of weighing stands shortly before the pounds at token `at`: `tips the scales at 12 pounds`.
fn is_weighed(classes: &Classes, at: usize) -> bool {
    let from = at.saturating_sub(WEIGHED).max(classes.tokens.start);
    let word = |i: usize| classes.lower(i);
    (from..at).any(|i| word(i).starts_with("weigh") || word(i) == "scales")
        || matches!(word(at + 1), "of" | "heavier" | "lighter")
}
