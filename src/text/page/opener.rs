//! The words with which lines of a page open that are not running text.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::WordMap;

use super::look::{Ending, Look, data_lines, first_words};

/// What a line with such an opening is; the classes of `data/page_openers.txt`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opener {
    /// Makes room for advertising.
    Ad,
    /// Page furniture when nothing else stands in the line.
    Alone,
    /// Names who wrote it.
    Byline,
    /// Words under a picture.
    Caption,
    /// A tag before a headline, never a place.
    Label,
    /// Other stories follow or stand behind it.
    Links,
    /// About the page itself.
    Note,
    /// Asks something of the reader.
    Plug,
    /// A day of publication follows.
    Published,
    /// A control of the page.
    Tool,
}

static OPENERS: LazyLock<FxHashMap<&str, Opener>> = LazyLock::new(|| {
    let class = |name: &str| {
        Some(match name {
            "ad" => Opener::Ad,
            "alone" => Opener::Alone,
            "byline" => Opener::Byline,
            "caption" => Opener::Caption,
            "label" => Opener::Label,
            "links" => Opener::Links,
            "note" => Opener::Note,
            "plug" => Opener::Plug,
            "published" => Opener::Published,
            "tool" => Opener::Tool,
            _ => return None,
        })
    };
    data_lines(include_str!("../data/page_openers.txt"))
        .filter_map(|(words, name)| Some((words, class(name)?)))
        .collect()
});

/// The words with which the phrases begin: most lines begin with none of them.
static FIRST: LazyLock<WordMap<()>> =
    LazyLock::new(|| OPENERS.keys().filter_map(|words| Some((words.split(' ').next()?, ()))).collect());

/// The longest phrase of the list has this many words.
const LONGEST: usize = 6;

/// An opening and how the line goes on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub class: Opener,
    /// Words of the phrase.
    pub words: usize,
    /// Where the rest of the piece begins, marks left out, in bytes from its start.
    pub rest: usize,
    /// Whether a colon, bar, dash or the like parts it from the rest.
    pub parted: bool,
    /// Whether nothing but marks and numbers stands behind it.
    pub alone: bool,
    /// Whether an arrow or another pictograph stands before it.
    pub arrow: bool,
}

/// The longest known phrase that a piece opens with.
pub(super) fn opening(piece: &str, look: &Look) -> Option<Opening> {
    if look.quoted || first_words(piece, 1).iter().all(|(word, _)| !FIRST.contains(word)) {
        return None;
    }
    let words = first_words(piece, LONGEST);
    let mut phrase = String::new();
    let mut found = None;
    for (i, (word, end)) in words.iter().enumerate() {
        if i > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        if let Some(&class) = OPENERS.get(phrase.as_str()) {
            found = Some((class, i + 1, *end));
        }
    }
    let (class, words, end) = found?;
    let behind = &piece[end..];
    let marks = behind.find(char::is_alphanumeric).unwrap_or(behind.len());
    Some(Opening {
        class,
        words,
        rest: end + marks,
        parted: behind[..marks].contains([':', '|', '–', '—', '»', '>', '/', '…'])
            || behind[..marks].contains(" - "),
        alone: !behind.contains(char::is_alphabetic),
        arrow: piece.starts_with(is_arrow),
    })
}

/// A mark that pages put before links and buttons.
pub(super) fn is_arrow(c: char) -> bool {
    matches!(
        c,
        '▶' | '►'
            | '➤'
            | '➡'
            | '→'
            | '»'
            | '›'
            | '⏩'
            | '🔗'
            | '🎥'
            | '📺'
            | '🎧'
            | '📩'
            | '📧'
            | '📱'
            | '👉'
            | '🔴'
    )
}

impl Opening {
    /// Whether the line is page furniture for the way it opens.
    pub fn is_furniture(&self, look: &Look) -> bool {
        let brief = look.words <= 12 && look.said == 0;
        match self.class {
            Opener::Links => self.alone || self.arrow || self.parted && look.words <= 60,
            Opener::Alone => self.alone,
            Opener::Ad => self.alone || self.words > 1 && brief && look.ending != Ending::Stop,
            Opener::Tool => brief && (self.words > 1 || self.alone || look.ending != Ending::Stop),
            Opener::Note => look.words <= 60,
            Opener::Plug => {
                let talk = look.reader + look.us + look.hint > 0 || self.alone || self.parted;
                look.said == 0 && (talk || self.words > 1) && look.words <= 120
            }
            Opener::Byline | Opener::Caption | Opener::Label | Opener::Published => false,
        }
    }
}
