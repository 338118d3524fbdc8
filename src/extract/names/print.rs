//! How sentences use capitals, and what that tells about the words in them.

use rustc_hash::FxHashSet;

use crate::text::{BlockKind, TokenKind};

use super::lexicon::{self, Class};
use super::words::Words;

/// How a sentence uses capitals.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Print {
    /// Names and first words are capitalised.
    Sentence,
    /// All words that matter are.
    Title,
}

/// Whether a sentence capitalises its ordinary words too, as headlines of some houses do.
pub(super) fn print_of(words: &Words<'_>, sentence: usize) -> Print {
    let parse = words.parse;
    let tokens = parse.sentences[sentence].tokens.clone();
    let (mut small, mut large) = (0usize, 0usize);
    let (mut shouted, mut letters) = (0usize, 0usize);
    for i in tokens.clone().filter(|&i| parse.tokens[i].kind == TokenKind::Word) {
        let length = parse.tokens[i].span.len();
        letters += 1;
        let shout = words.is_shouted(i);
        shouted += usize::from(length > 1 && shout);
        // “WHO” may be a name, but says nothing for one here.
        let class = if shout { lexicon::class(parse.lower(i)) } else { words.class(i) };
        if length > 3 && !class.is(Class::OPENER) {
            match words.is_capital(i) {
                true => large += usize::from(i > tokens.start),
                false => small += 1,
            }
        }
    }
    let heading = matches!(parse.block_of(sentence).kind, BlockKind::Headline | BlockKind::Subhead);
    let enough = if heading { 2 } else { 4 };
    match (small == 0 && large >= enough) || (letters >= 3 && shouted * 5 >= letters * 4) {
        true => Print::Title,
        false => Print::Sentence,
    }
}

/// What the running text shows about words: which stand capitalised inside sentences, and which also in lower case.
pub(super) struct Seen<'p> {
    pub inside: FxHashSet<&'p str>,
    pub small: FxHashSet<&'p str>,
}

impl<'p> Seen<'p> {
    pub fn of(words: &Words<'p>, counts: impl Fn(usize) -> bool) -> Self {
        let parse = words.parse;
        let mut seen = Seen { inside: FxHashSet::default(), small: FxHashSet::default() };
        let mut first_words = FxHashSet::default();
        for (_, sentence) in parse.sentences.iter().enumerate().filter(|(s, _)| counts(*s)) {
            let mut opening = true;
            for i in sentence.tokens.clone() {
                if parse.tokens[i].kind != TokenKind::Word {
                    opening |= opens(parse.word(i));
                } else if words.is_capital(i) {
                    match opening {
                        true => first_words.insert(parse.lower(i)),
                        false => seen.inside.insert(parse.lower(i)),
                    };
                    opening = false;
                } else {
                    opening = false;
                }
            }
        }
        // Few words begin like a first word and are as long: only those are looked for.
        let length = |bytes: usize| 1u64 << bytes.min(63);
        let mut lengths = [0; 256];
        for word in &first_words {
            lengths[usize::from(word.as_bytes()[0])] |= length(word.len());
        }
        let text = parse.article.text.as_bytes();
        for (i, token) in parse.tokens.iter().enumerate().filter(|(_, t)| t.kind == TokenKind::Word) {
            let first = text[token.span.start as usize];
            let bytes = token.span.len() as usize;
            if first.is_ascii_lowercase() && lengths[usize::from(first)] & length(bytes) != 0 {
                let lower = parse.lower(i);
                if first_words.contains(lower) {
                    seen.small.insert(lower);
                }
            }
        }
        seen
    }
}

/// Whether the word behind this mark may be capitalised as the first of its sentence.
pub(super) fn opens(mark: &str) -> bool {
    matches!(mark, "“" | "\"" | "‘" | "'" | ":" | "•" | "·" | "—" | "``" | "«" | "„")
}
