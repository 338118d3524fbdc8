//! What a piece of a page looks like before it is read: its length, its words for the reader, how it ends.

use std::sync::LazyLock;

use crate::text::WordMap;

/// The classes of `data/page_words.txt`, as bits.
pub(super) mod class {
    pub const ASK: u16 = 1;
    pub const CHROME: u16 = 1 << 1;
    pub const HINT: u16 = 1 << 2;
    pub const LAW: u16 = 1 << 3;
    pub const PLUG: u16 = 1 << 4;
    pub const READER: u16 = 1 << 5;
    pub const SAID: u16 = 1 << 6;
    pub const TERM: u16 = 1 << 7;
    pub const US: u16 = 1 << 8;
    pub const ALL: [(&str, u16); 9] = [
        ("ask", ASK),
        ("chrome", CHROME),
        ("hint", HINT),
        ("law", LAW),
        ("plug", PLUG),
        ("reader", READER),
        ("said", SAID),
        ("term", TERM),
        ("us", US),
    ];
}

/// The longest word of the vocabulary is shorter than this many bytes.
const LONGEST_WORD: usize = 24;

/// Pieces longer than this many bytes are running text; only so much of them is looked at.
const LONGEST_PIECE: usize = 3000;

static WORDS: LazyLock<WordMap<u16>> = LazyLock::new(|| {
    let bits = |names: &str| {
        names
            .split(' ')
            .map(|name| class::ALL.iter().find(|(n, _)| *n == name).map_or(0, |(_, bit)| *bit))
            .sum()
    };
    data_lines(include_str!("../data/page_words.txt")).map(|(word, names)| (word, bits(names))).collect()
});

/// The lines of a data file, comments left out, cut at the tab.
pub(super) fn data_lines(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    data.lines().filter(|l| !l.starts_with('#')).filter_map(|l| l.split_once('\t'))
}

/// How a piece ends, closing quotation marks and brackets left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ending {
    /// With a full stop.
    Stop,
    /// With a question or exclamation mark.
    Mark,
    /// With a colon.
    Colon,
    /// With a word.
    Open,
}

/// What a piece looks like. Counts of words of a class leave out what stands in quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Look {
    /// Words, numbers counted too.
    pub words: u32,
    /// Words with a capital at the start.
    pub capitals: u32,
    /// Words with a digit.
    pub numbers: u32,
    /// Words that belong to the class of menus and share bars.
    pub chrome: u32,
    pub hint: u32,
    pub law: u32,
    pub term: u32,
    pub plug: u32,
    pub reader: u32,
    pub said: u32,
    pub us: u32,
    /// Whether the first word of a sentence asks something of the reader.
    pub asks: bool,
    /// Words in all that ask something of readers.
    pub ask: u32,
    /// Sentences, by their stops.
    pub sentences: u32,
    /// Whether it opens with a quotation mark.
    pub quoted: bool,
    /// How it ends.
    pub ending: Ending,
    /// A hash of its words: equal for pieces that differ in case, marks and white space alone.
    pub key: u64,
}

impl Look {
    /// Looks at a piece.
    pub fn of(piece: &str) -> Look {
        let mut look = Look {
            words: 0,
            capitals: 0,
            numbers: 0,
            chrome: 0,
            hint: 0,
            law: 0,
            term: 0,
            plug: 0,
            reader: 0,
            said: 0,
            us: 0,
            asks: false,
            ask: 0,
            sentences: 0,
            quoted: piece.starts_with(['"', '“', '\'', '‘', '«', '„']),
            ending: ending(piece),
            key: 0,
        };
        let (mut inside, mut fresh, mut begun) = (false, true, false);
        for part in Parts::of(head(piece)) {
            match part {
                Part::Word(word) => {
                    // `Support for the bill` and `Contact with him` ask nothing: there the word is a noun.
                    look.asks |= begun && !follows_noun(word);
                    begun = look.word(word, inside) && fresh;
                    fresh = false;
                }
                Part::Quote(open) => inside = open.unwrap_or(!inside),
                Part::Stop => {
                    look.sentences += u32::from(!fresh);
                    fresh = true;
                }
            }
        }
        look.asks |= begun;
        look.sentences += u32::from(!fresh);
        look
    }

    /// Counts a word; whether it is one that may ask something of the reader.
    fn word(&mut self, word: &str, inside: bool) -> bool {
        let (mut number, mut upper) = (false, false);
        for b in word.bytes() {
            let lower = b.to_ascii_lowercase();
            number |= b.is_ascii_digit();
            upper |= lower != b;
            self.key = (self.key.rotate_left(5) ^ u64::from(lower)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        self.key = self.key.rotate_left(7);
        self.words += 1;
        self.capitals += u32::from(word.starts_with(char::is_uppercase));
        self.numbers += u32::from(number);
        let classes = match upper {
            _ if inside => 0,
            true => classes(word),
            false => WORDS.get(word).copied().unwrap_or(0),
        };
        if classes == 0 {
            return false;
        }
        let has = |bit: u16| u32::from(classes & bit != 0);
        self.chrome += has(class::CHROME);
        self.hint += has(class::HINT);
        self.law += has(class::LAW);
        self.term += has(class::TERM);
        self.plug += has(class::PLUG);
        self.reader += has(class::READER);
        self.said += has(class::SAID);
        // `US` in capitals is a country.
        self.us += if word == "US" { 0 } else { has(class::US) };
        self.ask += has(class::ASK);
        classes & class::ASK != 0
    }

    /// Whether it is a line such as a title: short, without a full stop or colon.
    pub fn is_line(&self) -> bool {
        self.words > 0
            && self.words <= 30
            && matches!(self.ending, Ending::Open | Ending::Mark)
            && self.sentences <= 3
    }
}

fn follows_noun(word: &str) -> bool {
    matches!(
        word,
        "for"
            | "of"
            | "from"
            | "by"
            | "with"
            | "between"
            | "among"
            | "was"
            | "is"
            | "are"
            | "were"
            | "has"
            | "had"
            | "have"
            | "will"
    )
}

fn head(piece: &str) -> &str {
    &piece[..piece.floor_char_boundary(LONGEST_PIECE)]
}

/// The classes of a word with capitals.
fn classes(word: &str) -> u16 {
    let mut lower = [0; LONGEST_WORD];
    let Some(lower) = lower.get_mut(..word.len()) else { return 0 };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).ok().and_then(|word| WORDS.get(word)).copied().unwrap_or(0)
}

fn ending(piece: &str) -> Ending {
    let bare = piece.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '*', '_', ' ', '\u{a0}']);
    match bare.chars().next_back() {
        Some('.' | '…') => Ending::Stop,
        Some('?' | '!') => Ending::Mark,
        Some(':') => Ending::Colon,
        _ => Ending::Open,
    }
}

/// What an ASCII character is to the words and sentences of a piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Nothing: a blank, a comma, a bracket.
    Blank,
    /// A letter, a digit, or a mark that can stand inside a word.
    Inner,
    /// A quotation mark, or the end of a sentence.
    Mark,
}

/// The kinds of the ASCII characters. A point can stand in a word and end a sentence.
static KINDS: [Kind; 128] = {
    let mut kinds = [Kind::Blank; 128];
    let mut byte = 0;
    while byte < 128u8 {
        kinds[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'\'' | b'-' | b'.' => Kind::Inner,
            b'"' | b'!' | b'?' => Kind::Mark,
            _ => Kind::Blank,
        };
        byte += 1;
    }
    kinds
};

/// Where the word that opens `rest` ends, with the marks behind it that can stand inside one.
fn word_end(rest: &str) -> usize {
    let mut end = 0;
    while let Some(&byte) = rest.as_bytes().get(end) {
        if byte.is_ascii() {
            if KINDS[usize::from(byte)] != Kind::Inner {
                break;
            }
            end += 1;
            continue;
        }
        match rest[end..].chars().next().filter(|c| c.is_alphanumeric() || *c == '’') {
            Some(c) => end += c.len_utf8(),
            None => break,
        }
    }
    end
}

enum Part<'a> {
    /// Letters and digits, with apostrophes, hyphens and points inside.
    Word(&'a str),
    /// A quotation mark: one that opens, closes, or does either.
    Quote(Option<bool>),
    /// The end of a sentence.
    Stop,
}

struct Parts<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str) -> Self {
        Parts { text, at: 0 }
    }
}

impl<'a> Iterator for Parts<'a> {
    type Item = Part<'a>;

    fn next(&mut self) -> Option<Part<'a>> {
        loop {
            let first = *self.text.as_bytes().get(self.at)?;
            if first.is_ascii() && KINDS[usize::from(first)] == Kind::Blank {
                self.at += 1;
                continue;
            }
            let rest = &self.text[self.at..];
            let c = rest.chars().next()?;
            if c.is_alphanumeric() {
                let word = rest[..word_end(rest)].trim_end_matches(['.', '-', '\'', '’']);
                self.at += word.len();
                return Some(Part::Word(word));
            }
            self.at += c.len_utf8();
            let behind = &self.text[self.at..];
            return Some(match c {
                '“' | '«' | '„' => Part::Quote(Some(true)),
                '”' | '»' => Part::Quote(Some(false)),
                '"' => Part::Quote(None),
                '!' | '?' => Part::Stop,
                '.' if behind
                    .trim_start_matches(['"', '”', '’', ')'])
                    .starts_with(|c: char| c.is_whitespace())
                    && behind
                        .trim_start_matches(|c: char| !c.is_alphanumeric())
                        .starts_with(|c: char| c.is_uppercase()) =>
                {
                    Part::Stop
                }
                _ => continue,
            });
        }
    }
}

/// The words of a piece in small letters, apostrophes left out, at most `most` of them, each with its end.
pub(super) fn first_words(piece: &str, most: usize) -> Vec<(String, usize)> {
    let mut words = Vec::with_capacity(most);
    let mut parts = Parts::of(head(piece));
    while words.len() < most {
        match parts.next() {
            Some(Part::Word(word)) => {
                let plain = word
                    .chars()
                    .filter(|c| !matches!(c, '\'' | '’'))
                    .map(|c| c.to_ascii_lowercase())
                    .collect();
                words.push((plain, parts.at));
            }
            Some(_) => {}
            None => break,
        }
    }
    words
}
