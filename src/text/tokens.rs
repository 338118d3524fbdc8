//! Text into tokens, in one pass over the bytes, by the conventions of the English Universal Dependencies treebanks.
//!
//! Marks of Markdown give no tokens, so that a word in bold is the same word, and the target of a link is not read.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::word_classes::WordClass;
use super::{Article, Format, Penn, Span, Token, TokenKind, Upos};

/// What follows an abbreviation that is printed with a point.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Abbreviation {
    /// A name or number follows, so no sentence ends here: `Gen.`, `e.g.`.
    Title,
    /// It is an abbreviation only before a digit: `No. 3`.
    Number,
    /// It may also end a sentence: `Inc.`, `Oct.`, `etc.`.
    Any,
}

static ABBREVIATIONS: LazyLock<FxHashMap<&'static str, Abbreviation>> = LazyLock::new(|| {
    let lines = include_str!("data/abbreviations.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(' '))
        .map(|(word, class)| match class {
            "title" => (word, Abbreviation::Title),
            "number" => (word, Abbreviation::Number),
            _ => (word, Abbreviation::Any),
        })
        .collect()
});

/// What `word`, printed with its point, abbreviates. A headline in capitals prints `GEN.` for `Gen.`.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > 7 {
        return None;
    }
    let found = ABBREVIATIONS.get(word).copied();
    let capitals = word.len() > 2 && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    match found {
        None if capitals => {
            let title: String = word[..1].to_owned() + &word[1..].to_ascii_lowercase();
            ABBREVIATIONS.get(title.as_str()).copied()
        }
        found => found,
    }
}

/// Codes that stand before an amount without a space (`Rs500`, `EUR5m`); behind other letters digits belong to the word.
static CURRENCY_CODES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("data/currency_codes.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// Endings by which a dotted word is known as an address of the web: `Booking.com`.
const DOMAINS: [&str; 10] = ["com", "org", "net", "gov", "edu", "info", "co", "io", "eu", "uk"];

/// How far a mark of Markdown may lie from the mark that closes it. The bound keeps the cost linear.
const REACH: usize = 2000;

/// Whether a character only shapes the line: soft hyphens, joiners, marks of direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether a character is white space, a control character or invisible: none of them becomes a token.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Whether a character is a dash, quotation mark or other punctuation of the Unicode block of that name. They are the commonest
/// characters beyond ASCII, and known as no letters without a search through the tables of these.
fn is_general_punctuation(c: char) -> bool {
    matches!(c, '\u{2000}'..='\u{206f}')
}

/// Letters, digits and the marks that combine with them.
fn is_wordly(c: char) -> bool {
    !is_general_punctuation(c) && (c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}'))
}

fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '$' | '%'
            | '+'
            | '&'
            | '@'
            | '='
            | '~'
            | '^'
            | '<'
            | '>'
            | '|'
            | '°'
            | '±'
            | '×'
            | '÷'
            | '§'
            | '©'
            | '®'
            | '™'
            | '¢'
            | '£'
            | '¤'
            | '¥'
            | '\u{20a0}'..='\u{20cf}' | '‰' | '√' | '≈' | '≤' | '≥' | '−' | '№' | '฿'
    )
}

/// Appends the tokens of one block of `article` to `out`. Their tags are set by the tagger, their classes by `Parse::of`.
pub(super) fn tokenise(article: &Article, block: Span, out: &mut Vec<Token>) {
    let text = &article.text[..block.end as usize];
    let own = block.of(text);
    let scanner = Scanner {
        text,
        from: block.start as usize,
        at: block.start as usize,
        spaced: true,
        markdown: article.format == Format::Markdown,
        addresses: memchr::memchr(b'@', own.as_bytes()).is_some()
            || memchr::memchr(b':', own.as_bytes()).is_some() && own.contains("://")
            || own.contains("www."),
        out,
    };
    scanner.run();
}

struct Scanner<'t, 'o> {
    /// The text up to the end of the block.
    text: &'t str,
    /// Where the block begins.
    from: usize,
    at: usize,
    spaced: bool,
    markdown: bool,
    /// Whether the block may hold addresses of the web or of e-mail at all.
    addresses: bool,
    out: &'o mut Vec<Token>,
}

impl Scanner<'_, '_> {
    fn run(mut self) {
        while let Some(c) = self.char_at(self.at) {
            if c.is_ascii_lowercase() && !self.addresses {
                self.word();
            } else if is_blank(c) {
                self.spaced = true;
                self.at += c.len_utf8();
            } else if !(self.markdown && self.markup(c)) && !self.address(c) {
                self.token(c);
            }
        }
    }

    fn token(&mut self, c: char) {
        if c.is_ascii_digit() || c == '.' && self.opens_decimal() {
            self.number();
        } else if !is_general_punctuation(c) && c.is_alphabetic() {
            self.word();
        } else if is_apostrophe(c) && self.clitic() {
        } else if !is_general_punctuation(c) && c.is_numeric() {
            self.push(self.at + c.len_utf8(), TokenKind::Number);
        } else if is_wordly(c) {
            self.word();
        } else if is_symbol(c) {
            self.push(self.at + c.len_utf8(), TokenKind::Symbol);
        } else {
            self.punctuation(c);
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&b) if b < 128 => Some(b as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    fn byte_at(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn char_before(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The end of the run of characters from `at` on for which `belongs` holds.
    fn run_end(&self, mut at: usize, belongs: impl Fn(char) -> bool) -> usize {
        while let Some(c) = self.char_at(at).filter(|&c| belongs(c)) {
            at += c.len_utf8();
        }
        at
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let span = Span::from(self.at..end);
        let (upos, penn, class) = (Upos::X, Penn::Xx, WordClass::default());
        self.out.push(Token { span, kind, upos, penn, spaced: self.spaced, class });
        self.spaced = false;
        self.at = end;
    }

    /// Takes a run of stops, dashes or old quotation marks as one token, any other mark alone.
    fn punctuation(&mut self, c: char) {
        let run = self.run_end(self.at, |next| next == c) - self.at;
        let together = match c {
            '.' if run > 1 => run,
            '-' if run > 1 => run,
            '`' | '\'' if run == 2 => run,
            '*' | '_' => run,
            _ => c.len_utf8(),
        };
        self.push(self.at + together, TokenKind::Punct);
    }

    /// `'s`, `'re`, `'ll`, `'ve`, `'d`, `'m` behind what they lean on.
    fn clitic(&mut self) -> bool {
        if self.spaced {
            return false;
        }
        match self.clitic_end(self.at) {
            Some(end) => {
                self.push(end, TokenKind::Word);
                true
            }
            None => false,
        }
    }

    /// The end of the clitic whose apostrophe stands at `at`, where one stands there.
    fn clitic_end(&self, at: usize) -> Option<usize> {
        let letters = at + self.char_at(at).filter(|&c| is_apostrophe(c))?.len_utf8();
        let end = self.run_end(letters, is_wordly);
        let word = &self.text[letters..end];
        let known = ["s", "re", "ll", "ve", "d", "m"].iter().any(|c| word.eq_ignore_ascii_case(c));
        known.then_some(end)
    }

    fn word(&mut self) {
        let start = self.at;
        let letters = self.text.as_bytes()[start..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let mut at = start + letters;
        // Most words are letters up to a blank or a comma.
        if letters > 0 && matches!(self.byte_at(at), b' ' | b',' | b'\n') {
            return self.push(at, TokenKind::Word);
        }
        loop {
            while self.byte_at(at).is_ascii_alphanumeric() {
                at += 1;
            }
            let Some(c) = self.char_at(at) else { break };
            if is_wordly(c) || (!c.is_ascii() && is_invisible(c) && self.joins_letters(at, c)) {
                at += c.len_utf8();
            } else if is_apostrophe(c) {
                match self.apostrophe(start, at, c) {
                    Some(end) => return self.split(at, end),
                    None if self.joins_letters(at, c) && self.clitic_end(at).is_none() => at += c.len_utf8(),
                    None => break,
                }
            } else if c == '.' {
                match self.point(start, at) {
                    Point::Inside => at += 1,
                    Point::Last => {
                        at += 1;
                        break;
                    }
                    Point::Outside => break,
                }
            } else if self.joint(start, at, c) {
                at += 1;
            } else {
                break;
            }
        }
        let code = self.text[start..at].find(|c: char| c.is_ascii_digit());
        match code {
            Some(digits) if CURRENCY_CODES.contains(&self.text[start..start + digits]) => {
                self.push(start + digits, TokenKind::Word)
            }
            _ => self.push(at.max(start + self.char_at(start).map_or(1, char::len_utf8)), TokenKind::Word),
        }
    }

    /// Pushes the word up to `middle` and the negation behind it up to `end`.
    fn split(&mut self, middle: usize, end: usize) {
        self.push(middle - 1, TokenKind::Word);
        self.push(end, TokenKind::Word);
    }

    /// Where `n't` ends, for a word from `start` whose apostrophe `c` stands at `at`.
    fn apostrophe(&self, start: usize, at: usize, c: char) -> Option<usize> {
        let end = at + c.len_utf8() + 1;
        let negation = at > start + 1
            && self.byte_at(at - 1).eq_ignore_ascii_case(&b'n')
            && self.byte_at(end - 1).eq_ignore_ascii_case(&b't')
            && !self.char_at(end).is_some_and(is_wordly);
        negation.then_some(end)
    }

    fn joins_letters(&self, at: usize, c: char) -> bool {
        self.char_before(at).is_some_and(is_wordly) && self.char_at(at + c.len_utf8()).is_some_and(is_wordly)
    }

    /// Whether `c` at `at` joins two parts of one word: `AT&T`, `snake_case`, the `1.2` of `R1.2`.
    fn joint(&self, start: usize, at: usize, c: char) -> bool {
        let (before, after) = (self.byte_at(at.wrapping_sub(1)), self.byte_at(at + 1));
        match c {
            '&' => before.is_ascii_uppercase() && after.is_ascii_uppercase() && at - start <= 3,
            '_' => self.joins_letters(at, c),
            ',' => before.is_ascii_digit() && after.is_ascii_digit() && at > start,
            _ => false,
        }
    }

    /// What the point at `at` is to the word that begins at `start`.
    fn point(&self, start: usize, at: usize) -> Point {
        let segment = start + self.text[start..at].rfind('.').map_or(0, |i| i + 1);
        let single = self.text[segment..at].chars().nth(1).is_none() && segment < at;
        let next = self.char_at(at + 1);
        if next.is_some_and(char::is_alphabetic) {
            let end = self.run_end(at + 1, is_wordly);
            let doctor = self.byte_at(end) == b'.' && abbreviation(&self.text[start..end + 1]).is_some();
            let address = DOMAINS.contains(&&self.text[at + 1..end]);
            // `p.m` or `U.S`, but not `end.The`, where a space was forgotten.
            return if doctor || address || (single && (segment > start || end == at + 2)) {
                Point::Inside
            } else if abbreviation(&self.text[start..=at]).is_some() {
                Point::Last
            } else {
                Point::Outside
            };
        }
        if next.is_some_and(|c| c.is_ascii_digit()) {
            let digits = self.byte_at(at - 1).is_ascii_digit();
            let code = abbreviation(&self.text[start..=at]).is_some();
            return if digits {
                Point::Inside
            } else if code {
                Point::Last
            } else {
                Point::Outside
            };
        }
        if self.byte_at(at + 1) == b'.' {
            return Point::Outside;
        }
        if segment > start {
            return if single { Point::Last } else { Point::Outside };
        }
        let follows = self.char_at(self.run_end(at + 1, is_blank));
        let before_word = follows.is_some_and(|c| is_wordly(c) || matches!(c, ',' | '-' | '"' | '“' | '('));
        let named = match abbreviation(&self.text[start..=at]) {
            Some(Abbreviation::Number) => follows.is_some_and(|c| c.is_ascii_digit()),
            Some(_) => true,
            None => single && before_word && self.initial(start),
        };
        if named { Point::Last } else { Point::Outside }
    }

    /// Whether the single letter at `at` can be the initial of a name. `I` is one only behind another name.
    fn initial(&self, at: usize) -> bool {
        let c = self.char_at(at).unwrap_or(' ');
        let named = || {
            let mut before = self.text[self.from..at].trim_end().rsplit(char::is_whitespace);
            before.next().and_then(|w| w.chars().next()).is_some_and(char::is_uppercase)
        };
        c.is_uppercase() && (c != 'I' || named())
    }

    /// Whether the point here is that of a decimal without its zero: `.33 euros`, `$.50`.
    fn opens_decimal(&self) -> bool {
        let free =
            self.spaced || self.char_before(self.at).is_some_and(|c| matches!(c, '(' | '$' | '€' | '£'));
        free && self.byte_at(self.at + 1).is_ascii_digit()
    }

    fn number(&mut self) {
        let start = self.at;
        let mut end = self.run_end(start, |c| c.is_ascii_digit());
        let mut group = start;
        while let Some(next) = self.separator(group, end) {
            group = next;
            end = self.run_end(next, |c| c.is_ascii_digit());
        }
        let letters = self.run_end(end, is_wordly);
        if letters > end && self.belongs_to_digits(start, end, letters) {
            return self.push(letters, TokenKind::Word);
        }
        self.push(end, TokenKind::Number);
        if self.byte_at(end) == b'x' && self.byte_at(end + 1).is_ascii_digit() {
            self.push(end + 1, TokenKind::Word);
        }
    }

    /// Where the digits go on behind a separator at `at`; `group` is where the digits before it begin.
    fn separator(&self, group: usize, at: usize) -> Option<usize> {
        let c = self.char_at(at)?;
        let next = at + c.len_utf8();
        let digits = self.run_end(next, |c| c.is_ascii_digit()) - next;
        let joins = match c {
            '.' | ',' => digits > 0,
            ':' => digits == 2 && at - group <= 2,
            '\'' | '’' | '\u{a0}' | '\u{2009}' | '\u{202f}' => digits == 3 && at - group <= 3,
            _ => false,
        };
        joins.then_some(next)
    }

    /// Whether digits and the letters behind them are one word: ordinals, decades and plurals, `5G`, mixed codes.
    fn belongs_to_digits(&self, start: usize, end: usize, letters: usize) -> bool {
        let whole = self.text[start..end].bytes().all(|b| b.is_ascii_digit() || b == b',');
        let suffix = &self.text[end..letters];
        let mixed = suffix.bytes().any(|b| b.is_ascii_digit()) && !suffix.starts_with('x');
        let ordinal = ["st", "nd", "rd", "th", "s"].iter().any(|s| suffix.eq_ignore_ascii_case(s));
        mixed || (whole && (ordinal || (end - start == 1 && matches!(suffix, "D" | "G"))))
    }

    /// An address of the web or of e-mail, a handle or a tag, as one word; false where none begins here.
    fn address(&mut self, c: char) -> bool {
        let tag = matches!(c, '#' | '@') && self.char_at(self.at + 1).is_some_and(char::is_alphabetic);
        if tag {
            let end = self.run_end(self.at + 1, |c| is_wordly(c) || c == '_');
            self.push(end, TokenKind::Word);
            return true;
        }
        let fresh = self.char_before(self.at).is_none_or(|c| !is_wordly(c));
        if !self.addresses || !fresh || !c.is_ascii_alphanumeric() {
            return false;
        }
        let end = self.run_end(self.at, |c| {
            !is_blank(c) && !matches!(c, '<' | '>' | '"' | '“' | '”' | '|' | ')' | ']')
        });
        let chunk =
            self.text[self.at..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
        let web = ["http://", "https://", "ftp://", "www."].iter().any(|scheme| chunk.starts_with(scheme));
        let mail = || match chunk.split_once('@') {
            Some((name, host)) => {
                let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
                host.contains('.') && name.chars().all(plain) && host.chars().all(plain)
            }
            None => false,
        };
        if !web && !mail() {
            return false;
        }
        self.push(self.at + chunk.len(), TokenKind::Word);
        true
    }

    /// Steps over a mark of Markdown; false where `c` is no mark.
    fn markup(&mut self, c: char) -> bool {
        let line_start = self.char_before(self.at).is_none_or(|c| c == '\n');
        let end = match c {
            '*' | '_' | '`' | '~' => self.emphasis(c),
            '\\' => self.escaped(),
            '!' => (self.byte_at(self.at + 1) == b'[').then_some(self.at + 1),
            '[' => self.link_open(),
            ']' => self.link_target(),
            '<' => self.html_tag(),
            '&' => self.entity(),
            '#' | '>' if line_start => Some(self.run_end(self.at, |next| next == c)),
            _ => None,
        };
        match end {
            Some(end) => {
                self.at = end;
                true
            }
            None => false,
        }
    }

    /// The end of a mark that a backslash makes an ordinary one.
    fn escaped(&mut self) -> Option<usize> {
        let mark = self.byte_at(self.at + 1);
        if !mark.is_ascii_punctuation() {
            return None;
        }
        self.at += 1;
        let symbol = is_symbol(mark as char);
        self.push(self.at + 1, if symbol { TokenKind::Symbol } else { TokenKind::Punct });
        Some(self.at)
    }

    /// The end of a run of emphasis marks: they touch a word on one side at least, and `_` stands at a word's edge.
    fn emphasis(&self, c: char) -> Option<usize> {
        let end = self.run_end(self.at, |next| next == c);
        let before = self.char_before(self.at).is_some_and(|c| !is_blank(c));
        let after = self.char_at(end).is_some_and(|c| !is_blank(c));
        let marks = before || after;
        (marks && (c != '~' || end - self.at == 2)).then_some(end)
    }

    /// The bytes that may hold the mark that closes the one here.
    fn ahead(&self, reach: usize) -> &[u8] {
        let bytes = self.text.as_bytes();
        &bytes[self.at..bytes.len().min(self.at + reach)]
    }

    fn link_open(&self) -> Option<usize> {
        let ahead = self.ahead(300);
        let close = memchr::memchr(b']', ahead)?;
        if ahead.get(1) == Some(&b'^') {
            return Some(self.at + close + 1);
        }
        matches!(ahead.get(close + 1), Some(b'(')).then_some(self.at + 1)
    }

    fn link_target(&self) -> Option<usize> {
        let ahead = self.ahead(REACH);
        if ahead.get(1) != Some(&b'(') {
            return None;
        }
        let line = memchr::memchr(b'\n', ahead).unwrap_or(ahead.len());
        let mut depth = 0usize;
        for (i, &b) in ahead[..line].iter().enumerate().skip(1) {
            match b {
                b'(' => depth += 1,
                b')' if depth == 1 => return Some(self.at + i + 1),
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    fn html_tag(&self) -> Option<usize> {
        let ahead = self.ahead(500);
        let named = ahead.get(1).is_some_and(|&b| b.is_ascii_alphabetic() || b == b'/' || b == b'!');
        let close = memchr::memchr2(b'>', b'\n', ahead).filter(|&i| ahead[i] == b'>' && named)?;
        // What stands between angle brackets as an address is words on the page; only the brackets are marks.
        let address = ahead[..close].windows(3).any(|w| w == b"://") && !ahead[..close].contains(&b' ');
        Some(self.at + if address { 1 } else { close + 1 })
    }

    /// The end of an entity that stands for a space; others become one token.
    fn entity(&mut self) -> Option<usize> {
        let ahead = self.ahead(12);
        let close = memchr::memchr(b';', ahead)?;
        let name = &ahead[1..close];
        if name.is_empty() || !name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'#') {
            return None;
        }
        let end = self.at + close + 1;
        if matches!(name, b"nbsp" | b"ensp" | b"emsp" | b"thinsp" | b"#160" | b"shy") {
            self.spaced = true;
        } else {
            let kind = if name == b"amp" { TokenKind::Symbol } else { TokenKind::Punct };
            self.push(end, kind);
        }
        Some(end)
    }
}

enum Point {
    /// A part of the word, which goes on behind it.
    Inside,
    /// The last character of the word.
    Last,
    /// The end of the sentence, or an ellipsis.
    Outside,
}

#[cfg(test)]
mod tests;
