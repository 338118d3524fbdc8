//! Files that are no articles in English, and why.

use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Article, BlockKind};

/// Why a file is left out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rejection {
    /// It holds no words.
    Empty,
    /// It is no text.
    Binary,
    /// It has more bytes than the limit given.
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// It is text in another language.
    NotEnglish,
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::Binary => f.write_str("the file is not text"),
            Self::TooLarge { limit } if limit % (1 << 20) == 0 => {
                write!(f, "the file is larger than {} MiB", limit >> 20)
            }
            Self::TooLarge { limit } => write!(f, "the file is larger than {limit} bytes"),
            Self::NotEnglish => f.write_str("the text is not English"),
        }
    }
}

/// How documents that are no plain text begin, of those that may hold little but letters.
const DOCUMENTS: [&[u8]; 5] = [b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"%!PS", b"\x1f\x8b"];

impl Rejection {
    /// Why the bytes of a file should not be read, where they should not; without decoding them.
    pub fn of_bytes(bytes: &[u8], limit: usize) -> Option<Self> {
        if bytes.len() > limit {
            return Some(Self::TooLarge { limit });
        }
        DOCUMENTS.iter().any(|head| bytes.starts_with(head)).then_some(Self::Binary)
    }

    /// Why an article that was laid out should be left out, where it should. Whoever cannot tell lets it pass.
    pub fn of_article(article: &Article) -> Option<Self> {
        let text = article.text.as_ref();
        if !text.contains(char::is_alphanumeric) {
            let empty = text.chars().all(|c| !c.is_control() || c.is_whitespace());
            return Some(if empty { Self::Empty } else { Self::Binary });
        }
        if is_binary(text) {
            return Some(Self::Binary);
        }
        (!is_english(article)).then_some(Self::NotEnglish)
    }
}

/// Whether more than one character in twenty is a control character or stands for bytes that are no character.
fn is_binary(text: &str) -> bool {
    let strange = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0b' | '\x0c' | '\x1a' | '\u{85}')
            || c == char::REPLACEMENT_CHARACTER
    };
    let mut count = 0;
    let mut all = 0;
    for c in text.chars() {
        all += 1;
        count += usize::from(strange(c));
    }
    count * 20 > all
}

/// Whether a word is one of English (`true`) or of another language (`false`), among the commonest small words of each.
static SMALL_WORDS: LazyLock<FxHashMap<&'static str, bool>> = LazyLock::new(|| {
    let data = include_str!("data/small_words.txt").lines().filter(|l| !l.starts_with('#'));
    data.filter_map(|l| l.split_once('\t')).map(|(word, language)| (word, language == "en")).collect()
});

/// The commonest small words of English, in lower case.
pub fn small_words() -> impl Iterator<Item = &'static str> {
    SMALL_WORDS.iter().filter(|(_, english)| **english).map(|(word, _)| *word)
}

/// So many words tell the language of a text.
const SAMPLE: usize = 4000;

#[derive(Default)]
struct Count {
    words: usize,
    english: usize,
    other: usize,
    /// Words with letters that are not of the Latin alphabet.
    strange: usize,
}

impl Count {
    fn add(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
            self.words += 1;
            self.strange +=
                usize::from(word.chars().any(|c| c > '\u{24f}' && !('\u{1e00}'..'\u{1f00}').contains(&c)));
            match SMALL_WORDS.get(word.to_lowercase().as_str()) {
                Some(true) => self.english += 1,
                Some(false) => self.other += 1,
                None => {}
            }
        }
    }
}

/// English running text has a small English word in three, lists of headlines one in eight, tables none; other languages
/// have next to none and many small words of their own.
fn is_english(article: &Article) -> bool {
    let (mut all, mut running) = (Count::default(), Count::default());
    for block in article.blocks.iter().filter(|b| b.is_story()) {
        let words = article.slice(block.span);
        let before = all.words;
        all.add(words);
        if block.kind == BlockKind::Paragraph && all.words - before >= 12 {
            running.add(words);
        }
        if all.words > SAMPLE {
            break;
        }
    }
    let foreign_letters = all.strange * 2 > all.words;
    let foreign_words = all.other >= 5 && all.other > 2 * all.english && all.other * 10 > all.words;
    let unknown = running.words >= 40 && running.english * 100 < 6 * running.words;
    !(foreign_letters || foreign_words || unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<Rejection>) {
        assert_eq!(Rejection::of_article(&Article::plain(text)), expected, "{text}");
    }

    #[test]
    fn english_of_every_kind_passes() {
        for text in [
            "The court freed four sailors on Monday.",
            "Mill burns in Leeds\nMayor quits after vote\nRates rise again\nTwo held over theft\n",
            "Leeds 3\tYork 1\tBath 0\nHull 2\tEly 2\tRye 4\n",
            "| Party | Seats |\n|---|---|\n| Union | 12 |\n",
            "Squad: Ángel Díaz, Łukasz Żak, Jürgen Groß, Nguyễn Văn Anh, Søren Ågård, José Núñez, Zoë Faÿ.",
            "Kyiv",
            "“Je ne regrette rien,” she sang, and the crowd in Lyon sang with her until the lights went out over the old square.",
            "Dr Nguyen, Ms Okafor, Mr Sato, Ms Lindqvist and Mr Abdi of Lagos, Osaka, Umeå and Garowe won medals in Oslo, Rome and Lima on Friday.",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn other_languages_are_told() {
        for text in [
            "Der Bürgermeister sagte am Montag, dass die Brücke nicht vor dem Sommer wieder für den Verkehr freigegeben werden kann.",
            "Le maire a déclaré lundi que le pont ne serait pas rouvert avant l'été et que les travaux sont plus chers que prévu dans la ville.",
            "El alcalde dijo el lunes que el puente no se abrirá antes del verano y que las obras son más caras de lo que se esperaba en la ciudad.",
            "Wali kota mengatakan pada hari Senin bahwa jembatan itu tidak akan dibuka sebelum musim panas dan biaya yang harus dibayar untuk perbaikan dengan alat baru lebih mahal.",
            "Мэр заявил в понедельник, что мост не откроют до лета.",
            "市長は月曜日に橋は夏まで開通しないと述べた。",
            "Borgmästaren sade på måndagen att bron inte öppnas före sommaren och att det är dyrare än man hade trott för staden.",
            "Il sindaco ha detto lunedì che il ponte non sarà riaperto prima dell'estate e che i lavori sono più costosi del previsto per la città.",
            "Belediye başkanı pazartesi günü köprünün yaz gelmeden açılmayacağını ve bu çalışmaların beklenenden daha pahalı olduğunu söyledi, ama bir tarih için söz vermedi.",
            "Kaupunginjohtaja kertoi maanantaina sillan pysyvän suljettuna kesään asti. Korjaustöiden hinta nousi selvästi arvioitua korkeammaksi kaupungille. Asukkaat joutuvat kiertämään pidempää reittiä. Liikenne ruuhkautuu aamuisin keskustassa pahoin. Uusi aikataulu julkaistaan syyskuussa. Valtuusto käsittelee asiaa kokouksessaan. Urakoitsija pahoittelee viivästystä. Kauppiaat vaativat korvauksia menetetyistä tuloista.",
        ] {
            check(text, Some(Rejection::NotEnglish));
        }
    }

    #[test]
    fn what_holds_no_text() {
        check("", Some(Rejection::Empty));
        check(" \n\u{200b}\n", Some(Rejection::Empty));
        check("---\n---\n", Some(Rejection::Empty));
        check("\0\u{1}\u{2}ab\u{FFFD}\u{FFFD}", Some(Rejection::Binary));
        assert_eq!(Rejection::of_bytes(b"%PDF-1.4 text", 100), Some(Rejection::Binary));
        assert_eq!(Rejection::of_bytes(&[b'a'; 101], 100), Some(Rejection::TooLarge { limit: 100 }));
        assert_eq!(Rejection::of_bytes(b"The court sat.", 100), None);
        let png = [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x02\0\0\0"[..],
            &[0, 1, 2, 200, 7].repeat(40),
        ]
        .concat();
        assert_eq!(
            Rejection::of_article(&Article::from_bytes("a.md", &png, &super::super::Meta::default())),
            Some(Rejection::Binary)
        );
        assert_eq!(Rejection::TooLarge { limit: 4 << 20 }.to_string(), "the file is larger than 4 MiB");
    }
}
