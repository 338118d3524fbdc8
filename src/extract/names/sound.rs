//! Whether two English spellings of a name are said alike: `Caitlin` and `Kaitlyn`, `Dwayne` and `Duane`, `Meyer` and `Meier`.

/// Whether two words, in lower case without diacritics, may be one name by its sound. Long words need their consonants to agree, short
/// ones their vowels as well (`Tim` and `Tom` are two names).
pub fn same_sound(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (x, y) = (Sound::of(a), Sound::of(b));
    let long = a.len().min(b.len()) >= 5 && x.consonants.len() >= 4;
    !x.consonants.is_empty() && x.consonants == y.consonants && (long || x.vowels == y.vowels)
}

/// The consonants of a word by sound, with the letter of a vowel that opens it, and its groups of vowels.
#[derive(Default)]
struct Sound {
    consonants: Vec<u8>,
    vowels: Vec<u8>,
}

impl Sound {
    fn of(word: &str) -> Self {
        let letters: Vec<u8> = word.bytes().filter(u8::is_ascii_alphabetic).collect();
        // A final `e` is not heard: `Brooke`, `Clarke`.
        let letters = match letters.as_slice() {
            [rest @ .., b'e'] if rest.len() > 2 && !is_vowel(rest[rest.len() - 1]) => rest,
            all => all,
        };
        let mut sound = Sound::default();
        let mut at = 0;
        while at < letters.len() {
            let run = letters[at..].iter().take_while(|&&l| is_vowel(l) || l == b'w' && at > 0).count();
            if run > 0 && !(at == 0 && letters[0] == b'y') {
                let group = &letters[at..at + run];
                if at == 0 {
                    sound.consonants.push(group[0]);
                }
                sound.vowels.push(vowel(group));
                at += run;
                continue;
            }
            let (heard, length) = consonant(&letters[at..], at == 0);
            if let Some(heard) = heard.filter(|h| sound.consonants.last() != Some(h) || !doubled(letters, at))
            {
                sound.consonants.push(heard);
            }
            at += length;
        }
        sound
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// Whether the letter at `at` follows a consonant at once, so that the two are heard as one.
fn doubled(letters: &[u8], at: usize) -> bool {
    at > 0 && !is_vowel(letters[at - 1])
}

/// How a group of vowels sounds, roughly.
fn vowel(group: &[u8]) -> u8 {
    match group {
        b"ee" | b"ea" | b"ei" | b"ie" | b"ey" | b"i" | b"y" => b'i',
        b"aw" | b"au" | b"o" => b'o',
        b"ou" | b"oo" | b"u" | b"ew" | b"ue" | b"w" => b'u',
        // `Duane` and `Dwayne`.
        [b'u' | b'w', next, ..] => *next,
        [first, ..] => *first,
        [] => 0,
    }
}

/// How the consonants at the start of `letters` sound, where they do, and of how many letters the sound is.
fn consonant(letters: &[u8], opens: bool) -> (Option<u8>, usize) {
    let soft = |letter: Option<&u8>| matches!(letter, Some(b'e' | b'i' | b'y'));
    match letters {
        [b'k', b'n', ..] | [b'w', b'r', ..] if opens => (None, 1),
        [b'w', b'h', ..] if opens => (Some(b'w'), 2),
        [b'j' | b'y', ..] if opens => (Some(b'j'), 1),
        [b'g', next, ..] if opens && soft(Some(next)) => (Some(b'j'), 1),
        [b'h', ..] if opens => (Some(b'h'), 1),
        [b'h', ..] => (None, 1),
        [b's', b'c', b'h', ..] => (Some(b's'), 3),
        [b'p', b'h', ..] | [b's', b'h' | b'c', ..] => (Some(if letters[0] == b'p' { b'f' } else { b's' }), 2),
        [b't', b'h' | b't', ..] | [b'd', b't', ..] => (Some(b't'), 2),
        [b't', b'z' | b's', ..] => (Some(b's'), 2),
        [b'g', b'h', rest @ ..] if rest.is_empty() || matches!(rest[0], b't' | b's') => (None, 2),
        [b'c', b'h', rest @ ..] if rest.first().is_none_or(|l| !is_vowel(*l)) => (Some(b'k'), 2),
        [b'c', b'h', ..] => (Some(b'c'), 2),
        [b'c', b'k', ..] => (Some(b'k'), 2),
        [b'c', next, ..] if soft(Some(next)) => (Some(b's'), 1),
        [b'c' | b'q' | b'k', ..] => (Some(b'k'), 1),
        [b'z' | b's', ..] => (Some(b's'), 1),
        [b'v' | b'f', ..] => (Some(b'f'), 1),
        [other, ..] => (Some(*other), 1),
        [] => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::same_sound;

    #[track_caller]
    fn same(pairs: &[(&str, &str)]) {
        pairs.iter().for_each(|(a, b)| assert!(same_sound(a, b), "{a} and {b}"));
    }

    #[track_caller]
    fn other(pairs: &[(&str, &str)]) {
        pairs.iter().for_each(|(a, b)| assert!(!same_sound(a, b), "{a} and {b}"));
    }

    #[test]
    fn spellings_of_one_name() {
        same(&[("caitlin", "kaitlyn"), ("dwayne", "duane"), ("meyer", "meier"), ("stephen", "steven")]);
        same(&[("philip", "phillip"), ("marc", "mark"), ("jon", "john"), ("geoffrey", "jeffrey")]);
        same(&[("kathryn", "catherine"), ("claiborne", "clayborne"), ("dwight", "dwite"), ("erik", "eric")]);
        same(&[("zack", "zach"), ("brooke", "brook"), ("reed", "reid"), ("tracy", "tracey")]);
        same(&[("schmidt", "schmitt"), ("yesenia", "jessenia"), ("deshawn", "deshaun"), ("knox", "nox")]);
    }

    #[test]
    fn other_names() {
        other(&[("tim", "tom"), ("ian", "evan"), ("emma", "ella"), ("ron", "don"), ("aaron", "erin")]);
        other(&[("hanna", "anna"), ("daniel", "david"), ("jan", "jean"), ("lee", "leo"), ("kent", "kurt")]);
        other(&[("brown", "breen"), ("olsen", "wilson"), ("", "a"), ("金", "銀")]);
    }
}
