//! The words of a quotation, so told that house style makes no difference: spelling, contractions, number words, hyphens.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::words::{hash, stem};
use crate::extract::{Figure, Reading, Unit};
use crate::text::Span;

/// How many words of a sentence are held against those of another; the square of it bounds the cost.
const LONGEST: usize = 90;

/// What a word is to the meaning of its sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A noun, verb, adjective or adverb.
    Telling,
    /// An amount or number.
    Number,
    /// `not`, `never`, `no`, `without`.
    Negation,
    /// An auxiliary, with what it does to the verb.
    Auxiliary(u8),
    /// An article, pronoun, preposition, conjunction or filler.
    Little,
    /// Words of the editor in brackets, or an ellipsis: anything may stand in its place.
    Open,
}

/// A word between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Word {
    /// Where it is printed, from the start of its quotation on.
    pub span: Span,
    /// What it is to the sentence.
    pub kind: Kind,
    /// The same for two forms of one word.
    key: u32,
}

impl Word {
    /// Whether it is a form of the same word.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.key == other.key && self.kind != Kind::Open && other.kind != Kind::Open
    }

    /// Whether the sentence says something else without it.
    pub(super) fn tells(&self) -> bool {
        matches!(self.kind, Kind::Telling | Kind::Number | Kind::Negation)
    }
}

static LITTLE: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    include_str!("data/little_words.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

static SPELLINGS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let lines = include_str!("data/spellings.txt").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).collect()
});

/// The sentences of a quotation, in words.
pub(super) fn sentences(reading: &Reading, quote: Span) -> Vec<Vec<Word>> {
    let text = reading.article.slice(quote);
    let first = reading.figures.partition_point(|f| f.span.end <= quote.start);
    let mut reader = Reader {
        text,
        at: quote.start,
        figures: &reading.figures[first..],
        sentences: vec![Vec::new()],
        bracket: false,
    };
    reader.read();
    // What stands beside the name of an account is the page's, whatever marks it stands between.
    let posted = |words: &[Word]| {
        let spans = words.iter().map(|word| word.span).reduce(Span::cover);
        spans.is_none_or(|span| span.of(text).contains("(@"))
    };
    reader.sentences.retain(|words| !posted(words));
    reader.sentences
}

struct Reader<'a> {
    text: &'a str,
    /// Where the text starts in the article.
    at: u32,
    /// The figures from the text's start on.
    figures: &'a [Figure],
    sentences: Vec<Vec<Word>>,
    /// Whether a bracket is open.
    bracket: bool,
}

impl Reader<'_> {
    fn read(&mut self) {
        let text = self.text;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let end = at
                + match c {
                    _ if c.is_alphanumeric() => word_length(rest),
                    '.' => rest.bytes().take_while(|b| matches!(b, b'.' | b' ')).count(),
                    _ => c.len_utf8(),
                };
            match c {
                // Nobody speaks in brackets: what stands in round ones is the desk's as well.
                '[' | '(' => self.bracket = true,
                ']' | ')' => self.bracket = false,
                _ if c.is_alphanumeric() => {
                    at = self.word(at..end);
                    continue;
                }
                '…' => self.push(at..end, Kind::Open, "…"),
                '.' if text[at..end].matches('.').count() > 1 => self.push(at..end, Kind::Open, "…"),
                '%' => self.push(at..end, Kind::Little, "%"),
                '.' | '!' | '?' if self.ends_sentence(at, end) => self.sentences.push(Vec::new()),
                _ => {}
            }
            at = end;
        }
    }

    /// Whether the stop before `end` closes a sentence: a capital follows, and no title or initial stands before it.
    fn ends_sentence(&self, at: usize, end: usize) -> bool {
        let before = self.text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let short = before.len() <= 3 && before.starts_with(char::is_uppercase);
        let next = self.text[end..].chars().find(|c| c.is_alphanumeric());
        !short && next.is_some_and(|c| !c.is_lowercase())
    }

    /// Notes the word, or the whole figure, at a place; returns where it ends.
    fn word(&mut self, at: std::ops::Range<usize>) -> usize {
        let place = self.at + at.start as u32;
        let next = self.figures.partition_point(|f| f.span.end <= place);
        if let Some(figure) = self.figures.get(next).filter(|f| f.span.start <= place) {
            let key = amount(figure);
            let end = (figure.span.end - self.at) as usize;
            let end = end.clamp(at.end, self.text.len());
            let end = if self.text.is_char_boundary(end) { end } else { at.end };
            // The currency sign before the digits is part of it.
            let start = figure.span.start.max(self.at) - self.at;
            let span = Span::new(start.min(at.start as u32), end as u32);
            self.add(Word { span, kind: Kind::Number, key });
            return end;
        }
        let lower = plain(&self.text[at.clone()]);
        let (base, tail) = parted(&lower);
        if !base.is_empty() {
            self.push(at.clone(), kind_of(base), base);
        }
        match tail {
            "" => {}
            "not" => self.push(at.clone(), Kind::Negation, "not"),
            "ll" => self.push(at.clone(), kind_of("will"), "will"),
            "ve" => self.push(at.clone(), kind_of("have"), "have"),
            "re" | "m" => self.push(at.clone(), kind_of("be"), "are"),
            other => self.push(at.clone(), Kind::Little, other),
        }
        at.end
    }

    fn push(&mut self, at: std::ops::Range<usize>, kind: Kind, word: &str) {
        let respelled = SPELLINGS.get(word).copied();
        let spelled = respelled.unwrap_or(word);
        let kind = match kind {
            Kind::Telling if spelled.starts_with(|c: char| c.is_ascii_digit()) => Kind::Number,
            Kind::Telling => respelled.map_or(kind, kind_of),
            kind => kind,
        };
        let read = if kind == Kind::Number { spelled.parse::<f64>().ok() } else { None };
        let key = match (kind, read) {
            // Whether it was read as a figure or not.
            (_, Some(value)) => number(value, value, ""),
            (Kind::Negation, _) => hash(if matches!(word, "no" | "not") { "not" } else { word }),
            _ => hash(&american(stem(spelled))),
        };
        self.add(Word { span: Span::new(at.start as u32, at.end as u32), kind, key });
    }

    fn add(&mut self, word: Word) {
        let word = if self.bracket { Word { kind: Kind::Open, ..word } } else { word };
        if let Some(words) = self.sentences.last_mut().filter(|words| words.len() < LONGEST) {
            words.push(word);
        }
    }
}

/// How many bytes a word has: letters and digits, apostrophes between them, and the separators of a number.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |n| n.1);
        let inner = match c {
            '\'' | '’' | '‘' => next.is_alphabetic(),
            ',' | '.' => before.is_ascii_digit() && next.is_ascii_digit(),
            _ => c.is_alphanumeric(),
        };
        if !inner {
            return at;
        }
        before = c;
    }
    text.len()
}

/// A word in lower case, without diacritics, with straight apostrophes; digits without separators.
fn plain(word: &str) -> String {
    let lower = match word.is_ascii() {
        true => word.to_ascii_lowercase(),
        false => deunicode::deunicode(word).to_ascii_lowercase(),
    };
    if lower.starts_with(|c: char| c.is_ascii_digit()) { lower.replace(',', "") } else { lower }
}

/// A word without what is contracted with it: `isn't` is `is` and `not`, `we'll` is `we` and `ll`.
fn parted(lower: &str) -> (&str, &str) {
    match lower {
        "won't" => ("will", "not"),
        "can't" | "cannot" => ("can", "not"),
        "shan't" => ("shall", "not"),
        "ain't" => ("is", "not"),
        "ma'am" | "o'clock" | "y'all" => (lower, ""),
        _ => match lower.strip_suffix("n't") {
            Some(base) => (base, "not"),
            None => lower.rsplit_once('\'').filter(|(_, tail)| tail.len() <= 2).unwrap_or((lower, "")),
        },
    }
}

fn kind_of(word: &str) -> Kind {
    match word {
        "not" | "no" | "never" | "none" | "nobody" | "nothing" | "nor" | "neither" | "nowhere"
        | "without" => Kind::Negation,
        "do" | "does" | "did" => Kind::Auxiliary(0),
        "have" | "has" | "had" => Kind::Auxiliary(1),
        "will" | "would" | "shall" => Kind::Auxiliary(2),
        "can" | "could" => Kind::Auxiliary(3),
        "may" | "might" => Kind::Auxiliary(4),
        "must" | "should" => Kind::Auxiliary(5),
        "am" | "is" | "are" | "was" | "were" | "be" => Kind::Auxiliary(6),
        _ if LITTLE.contains(word) => Kind::Little,
        _ => Kind::Telling,
    }
}

/// A stem as American and British spelling share it: `colour` and `color`, `centre` and `center`, `organise` and `organize`.
fn american(stem: &str) -> Cow<'_, str> {
    if !may_be_spelled_otherwise(stem) {
        return Cow::Borrowed(stem);
    }
    let mut folded = stem
        .replace("our", "or")
        .replace("ae", "e")
        .replace("oe", "e")
        .replace('s', "z")
        .replace("ogu", "og");
    if folded.ends_with("nc") {
        folded.replace_range(folded.len() - 1.., "z");
    }
    for (british, american) in [("tr", "ter"), ("br", "ber")] {
        if let Some(start) = folded.strip_suffix(british) {
            folded = format!("{start}{american}");
        }
    }
    Cow::Owned(folded)
}

/// Whether a stem has any letters that the two spellings may tell apart: most have none.
fn may_be_spelled_otherwise(stem: &str) -> bool {
    let pair = |pair: &[u8]| matches!(pair, [b'o', b'u' | b'e' | b'g'] | [b'a', b'e']);
    let ends = ["nc", "tr", "br"];
    stem.bytes().any(|b| b == b's')
        || stem.as_bytes().windows(2).any(pair)
        || ends.iter().any(|end| stem.ends_with(end))
}

/// A number that two amounts share when they are equal.
fn amount(figure: &Figure) -> u32 {
    let unit = match &figure.unit {
        Unit::Money(code) => String::from_utf8_lossy(code).into_owned(),
        Unit::Measure(name) => (*name).to_owned(),
        Unit::Percent => "%".to_owned(),
        _ => String::new(),
    };
    number(figure.value.lo, figure.value.hi, &unit)
}

fn number(lo: f64, hi: f64, unit: &str) -> u32 {
    hash(&format!("{lo} {hi} {unit}"))
}

/// What the auxiliary of a stretch does to its verb, where there is one.
pub(super) fn tense(words: &[Word]) -> Option<u8> {
    words.iter().find_map(|w| match w.kind {
        Kind::Auxiliary(tense) => Some(tense),
        _ => None,
    })
}

/// The longest run of words that both sentences have in the same order, telling words before others; by index.
pub(super) fn common(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    // Most sentences that are printed twice are printed alike.
    if a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.is(y)) {
        return (0..a.len()).map(|i| (i, i)).collect();
    }
    let width = b.len() + 1;
    let mut best = vec![0u16; (a.len() + 1) * width];
    let worth = |word: &Word| if word.tells() { 4 } else { 1 };
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let without = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            let with = if a[i].is(&b[j]) { best[(i + 1) * width + j + 1] + worth(&a[i]) } else { 0 };
            best[i * width + j] = without.max(with);
        }
    }
    let (mut i, mut j, mut matched) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        let here = best[i * width + j];
        if a[i].is(&b[j]) && here == best[(i + 1) * width + j + 1] + worth(&a[i]) {
            matched.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    close_up(a, b, &mut matched);
    matched
}

/// Moves words that match too early up to those that follow, where they stand there as well: in `Whatever the vote, the genie is out`
/// it is the second `the` that `the genie is out` has.
fn close_up(a: &[Word], b: &[Word], matched: &mut [(usize, usize)]) {
    for n in (1..matched.len()).rev() {
        let ((i, j), (x, y)) = (matched[n - 1], matched[n]);
        if j + 1 == y && i + 1 < x && a[x - 1].key == a[i].key {
            matched[n - 1].0 = x - 1;
        } else if i + 1 == x && j + 1 < y && b[y - 1].key == b[j].key {
            matched[n - 1].1 = y - 1;
        }
    }
}
