//! What the tagger sees of a word, and how it becomes rows of weights. Training and tagging share this file.

/// How many features a token has.
pub(super) const FEATURES: usize = 26;

/// How many of them need no tag of the words before.
pub(super) const STILL: usize = 17;

/// The binary logarithm of the number of rows of weights: so many that the number of a row fills two bytes.
pub(super) const ROW_BITS: u32 = 16;

/// The tag numbers and other classes are mixed into features by this odd constant (the golden ratio in 64 bits).
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

/// How the letters of a whole sentence are cased; in headlines capitals say little about a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Casing {
    /// Capitals mark names and openings.
    Sentence = 0,
    /// Nearly every long word is capitalised.
    Title = 1,
    /// No small letters at all.
    Capitals = 2,
}

/// One word as features need it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Form {
    /// Hash of the word in lower case, digits and apostrophes made equal.
    pub word: u64,
    /// Hashes of its last one, two, three and four bytes.
    suffixes: [u32; 4],
    /// Hash of its first three bytes.
    prefix: u32,
    /// Its capitals, digits and marks.
    shape: u8,
    /// What the lexicon says about it; 0 where it does not know it.
    pub class: u16,
}

/// Bits of a shape.
const CAPITAL: u8 = 1;
const CAPITALS: u8 = 2;
const DIGIT: u8 = 4;
const MARK: u8 = 8;
const LETTER: u8 = 16;
const FOREIGN: u8 = 32;
const OPENING: u8 = 64;

fn add(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

impl Form {
    /// The form of a word as printed; its class is still to be looked up.
    pub(super) fn of(word: &str) -> Self {
        let mut shape = 0;
        let mut upper = 0;
        let mut hash = 0;
        let mut prefix = 0;
        let mut last = 0u32;
        // Most words are small letters and nothing else.
        let small = word.as_bytes().iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        let (letters, others) = word.as_bytes().split_at(small);
        for &letter in letters {
            hash = add(hash, u64::from(letter));
            last = last << 8 | u32::from(letter);
        }
        if let [a, b, c, ..] = letters {
            prefix = u32::from_be_bytes([0, *a, *b, *c]);
        }
        if small > 0 {
            shape = LETTER;
        }
        let mut length = small;
        let mut bytes = others.iter();
        while let Some(&byte) = bytes.next() {
            let plain = match byte {
                b'a'..=b'z' => {
                    shape |= LETTER;
                    byte
                }
                b'A'..=b'Z' => {
                    upper += 1;
                    shape |= if length == 0 { CAPITAL } else { 0 };
                    byte | 0x20
                }
                b'0'..=b'9' => {
                    shape |= DIGIT;
                    b'0'
                }
                // Curly quotation marks and apostrophes count as straight ones: all begin with these bytes.
                0xe2 if bytes.as_slice().starts_with(&[0x80]) => match bytes.as_slice().get(1) {
                    Some(0x98 | 0x99) => skip(&mut bytes, b'\''),
                    Some(0x93 | 0x94) => skip(&mut bytes, b'-'),
                    _ => byte,
                },
                0x80.. => {
                    shape |= FOREIGN;
                    byte
                }
                _ => {
                    shape |= MARK;
                    byte
                }
            };
            hash = add(hash, u64::from(plain));
            last = last << 8 | u32::from(plain);
            length += 1;
            if length == 3 {
                prefix = last;
            }
        }
        if upper > 0 && shape & LETTER == 0 && length > 1 {
            shape |= CAPITALS;
        }
        let tail =
            |n: u32| if length >= n as usize { last & (u32::MAX >> (32 - 8 * n)) } else { last | n << 29 };
        Form { word: hash, suffixes: [tail(1), tail(2), tail(3), tail(4)], prefix, shape, class: 0 }
    }

    fn tail(&self, bytes: usize) -> u64 {
        u64::from(self.suffixes[bytes - 1])
    }

    fn class(&self) -> u64 {
        u64::from(self.class)
    }

    /// Marks the form as the first word of its sentence, where a capital says little.
    pub(super) fn opening(&mut self) {
        self.shape |= OPENING;
    }

    /// Whether it begins with a capital.
    pub(super) fn is_capitalised(&self) -> bool {
        self.shape & CAPITAL != 0
    }

    /// Whether it is made of letters alone and has a small one.
    pub(super) fn is_small_lettered(&self) -> bool {
        self.shape & LETTER != 0
    }

    /// Whether it is made of letters.
    pub(super) fn is_lettered(&self) -> bool {
        self.shape & (LETTER | CAPITAL | FOREIGN) != 0
    }
}

fn skip(bytes: &mut std::slice::Iter<'_, u8>, plain: u8) -> u8 {
    bytes.next();
    bytes.next();
    plain
}

/// How the sentence with these forms is cased.
pub(super) fn casing(forms: &[Form]) -> Casing {
    let lettered = forms.iter().filter(|f| f.is_lettered());
    let (mut small, mut long_small, mut capitals) = (0, 0, 0);
    for form in lettered {
        small += usize::from(form.is_small_lettered());
        long_small +=
            usize::from(!form.is_capitalised() && form.is_small_lettered() && form.class & SHORT == 0);
        capitals += usize::from(form.is_capitalised());
    }
    if small == 0 && capitals > 2 {
        Casing::Capitals
    } else if capitals > 3 && long_small * 6 < capitals {
        Casing::Title
    } else {
        Casing::Sentence
    }
}

/// The bit of a class that says a word belongs to a closed class, so that title case leaves it small.
pub(super) const SHORT: u16 = 0x8000;

/// The neighbourhood of a token: the forms of two words on either side.
pub(super) struct Context<'f> {
    /// The forms of the sentence.
    pub forms: &'f [Form],
    /// The token.
    pub at: usize,
    /// How the sentence is cased.
    pub casing: Casing,
}

/// The tag before a sentence's first word.
pub(super) const NO_TAG: u8 = 63;

/// What stands for a word before the start of the sentence and behind its end.
const EDGE: Form = Form { word: 1, suffixes: [1; 4], prefix: 1, shape: 128, class: 1 };

impl<'f> Context<'f> {
    fn behind(&self, n: usize) -> &'f Form {
        self.forms.get(self.at + n).unwrap_or(&EDGE)
    }

    fn before(&self, n: usize) -> &'f Form {
        self.at.checked_sub(n).map_or(&EDGE, |i| &self.forms[i])
    }

    fn shape(&self, form: &Form) -> u64 {
        u64::from(form.shape) | (self.casing as u64) << 8
    }

    /// The rows of weights of the features that need no tag.
    #[inline(always)]
    pub(super) fn still_rows(&self) -> [u16; STILL] {
        let (here, next, after) = (&self.forms[self.at], self.behind(1), self.behind(2));
        let (before, earlier) = (self.before(1), self.before(2));
        let shape = |f: &Form| self.shape(f);
        [
            row(0, here.word),
            row(1, here.tail(4)),
            row(2, here.tail(3)),
            row(3, here.tail(2)),
            row(4, here.tail(1) << 16 | shape(here)),
            row(5, u64::from(here.prefix)),
            row(6, here.tail(3) << 16 | shape(here)),
            row(7, before.word),
            row(8, next.word),
            row(9, earlier.word),
            row(10, after.word),
            row(14, add(here.word, before.word)),
            row(15, add(here.word, next.word)),
            row(18, next.tail(3) << 16 | here.class()),
            row(19, shape(before) << 32 | shape(here) << 16 | shape(next)),
            row(21, here.class() << 16 | next.class()),
            row(23, here.class() << 32 | next.class() << 16 | after.class()),
        ]
    }

    /// The rows of the features that hold the tag before the token, and the one before that; `NO_TAG` before the start.
    #[inline(always)]
    pub(super) fn tagged_rows(&self, tags: [u8; 2]) -> [u16; FEATURES - STILL] {
        let (here, next, before) = (&self.forms[self.at], self.behind(1), self.before(1));
        let (t1, t2) = (u64::from(tags[0]), u64::from(tags[1]));
        [
            row(11, t1 << 16 | self.shape(here)),
            row(12, t1 << 6 | t2),
            row(13, add(here.word, t1)),
            row(16, add(next.word, t1)),
            row(17, before.tail(3) << 8 | t1),
            row(20, here.class() << 6 | t1),
            row(22, here.class() << 32 | next.class() << 16 | t1),
            row(24, here.class() << 12 | t1 << 6 | t2),
            row(25, here.tail(2) << 16 | t1 << 8 | u64::from(here.shape)),
        ]
    }
}

/// The row of a feature, by its number and value.
#[inline(always)]
fn row(feature: u64, value: u64) -> u16 {
    let mixed = add(add(feature + 1, value), MIX);
    (mixed.wrapping_mul(MIX) >> (64 - ROW_BITS)) as u16
}
