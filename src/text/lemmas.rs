//! Base forms: the singular of a noun, the infinitive of a verb.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::WordMap;

fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

/// Every irregular verb: its base form, past and past participle.
pub(super) fn irregular_verbs() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    rows(include_str!("data/irregular_verbs.txt")).filter_map(|row| {
        let mut forms = row.split(' ');
        Some((forms.next()?, forms.next()?, forms.next()?))
    })
}

static VERBS: LazyLock<WordMap<&'static str>> = LazyLock::new(|| {
    let forms = irregular_verbs().flat_map(|(base, past, participle)| [(past, base), (participle, base)]);
    let to_be =
        ["am", "is", "are", "were", "'m", "’m", "'re", "’re", "'s", "’s", "ai"].map(|form| (form, "be"));
    let others = [
        ("has", "have"),
        ("'ve", "have"),
        ("’ve", "have"),
        ("does", "do"),
        ("goes", "go"),
        ("dying", "die"),
        ("lying", "lie"),
        ("tying", "tie"),
        ("wo", "will"),
        ("'ll", "will"),
        ("’ll", "will"),
        ("ca", "can"),
        ("cannot", "can"),
        ("sha", "shall"),
        ("'d", "would"),
        ("’d", "would"),
        ("lay", "lie"),
        ("bound", "bind"),
    ];
    forms.chain(to_be).chain(others).collect()
});

static DOUBLES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    irregular_verbs().filter(|(base, past, part)| past == part && past != base).map(|v| v.1).collect()
});

/// Whether a verb form in lower case is both past and past participle: `killed`, `held`; not `took`, `taken`.
pub(super) fn is_past_and_participle(verb: &str) -> bool {
    verb.ends_with("ed") || DOUBLES.contains(verb)
}

static PLURALS: LazyLock<WordMap<&'static str>> = LazyLock::new(|| {
    rows(include_str!("data/irregular_plurals.txt")).filter_map(|row| row.split_once(' ')).collect()
});

/// The singular of a noun in lower case: `brigades` gives `brigade`, `cities` `city`, `men` `man`.
pub fn singular(noun: &str) -> Cow<'_, str> {
    if let Some(&irregular) = PLURALS.get(noun) {
        return irregular.into();
    }
    let Some(stem) = noun.strip_suffix('s').filter(|stem| stem.chars().count() > 1) else {
        return man(noun);
    };
    if stem.ends_with(['s', 'u']) && stem != "thou" && !stem.ends_with("eau") {
        return noun.into();
    }
    if let Some(stem) = stem.strip_suffix("ie") {
        return if stem.chars().count() > 1 {
            format!("{stem}y").into()
        } else {
            noun[..noun.len() - 1].into()
        };
    }
    let sibilant = ["sse", "she", "che", "xe", "zze"].iter().any(|end| stem.ends_with(end));
    if sibilant {
        return stem[..stem.len() - 1].into();
    }
    if stem.ends_with("si") { noun.into() } else { stem.into() }
}

/// The singular of a compound of `men`: `fishermen`, `policewomen`.
fn man(noun: &str) -> Cow<'_, str> {
    match noun.strip_suffix("men") {
        Some(stem)
            if stem.ends_with(|c: char| c.is_alphabetic())
                && !matches!(stem, "o" | "a" | "ye" | "speci" | "regi" | "acu") =>
        {
            format!("{stem}man").into()
        }
        _ => noun.into(),
    }
}

/// The base form of a verb in lower case: `said` gives `say`, `killing` `kill`, `tries` `try`, `stopped` `stop`.
pub fn infinitive(verb: &str) -> Cow<'_, str> {
    if let Some(&irregular) = VERBS.get(verb) {
        return irregular.into();
    }
    if let Some(stem) = verb.strip_suffix("ing") {
        return bare(stem, verb);
    }
    if let Some(stem) = verb.strip_suffix("ied") {
        return if stem.len() > 1 { format!("{stem}y").into() } else { format!("{stem}ie").into() };
    }
    if let Some(stem) = verb.strip_suffix("ed") {
        return bare(stem, verb);
    }
    if verb.ends_with('s') { singular(verb) } else { verb.into() }
}

/// The base form whose stem before `-ing` or `-ed` is `stem`: a doubled consonant made single, a lost `e` put back.
fn bare<'v>(stem: &'v str, verb: &'v str) -> Cow<'v, str> {
    let bytes = stem.as_bytes();
    let is_vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let [.., before, last] = *bytes else { return verb.into() };
    if !stem.is_ascii() || !bytes.iter().any(|&b| is_vowel(b)) {
        return if stem.is_ascii() { verb.into() } else { stem.into() };
    }
    if before == last && !is_vowel(last) {
        // `fall`, `pass`, `add` are doubled themselves; `stopp`, `controll` are not.
        let own =
            stem.len() < 4 || matches!(last, b's' | b'z' | b'f') || (last == b'l' && !is_doubled_l(stem));
        return if own { stem.into() } else { stem[..stem.len() - 1].into() };
    }
    if lost_e(bytes) { format!("{stem}e").into() } else { stem.into() }
}

/// Whether the second `l` of a stem comes from its ending: `controll`, `travell`; not `kill`, `call`, `fulfill`.
fn is_doubled_l(stem: &str) -> bool {
    let syllables = stem.bytes().zip(stem.bytes().skip(1));
    let vowels = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let groups = syllables.filter(|&(a, b)| vowels(a) && !vowels(b)).count();
    groups > 1
        && !["install", "enroll", "recall", "fulfill", "instill", "distill", "refill", "befall", "appall"]
            .contains(&stem)
}

/// Whether the ending took a silent `e` from the stem: `mov`, `caus`, `charg`, `settl`, `creat`, `injur`, `argu`.
fn lost_e(stem: &[u8]) -> bool {
    let is_vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u');
    let [.., before, last] = *stem else { return false };
    let third = stem.len().checked_sub(3).map_or(0, |i| stem[i]);
    let short =
        stem.iter().enumerate().filter(|&(i, &b)| is_vowel(b) && (i == 0 || !is_vowel(stem[i - 1]))).count()
            == 1;
    let unstressed = [
        &b"en"[..],
        b"er",
        b"on",
        b"it",
        b"el",
        b"al",
        b"et",
        b"or",
        b"op",
        b"ow",
        b"om",
        b"in",
        b"is",
        b"ot",
        b"us",
        b"ic",
    ];
    match last {
        b'v' | b'u' | b'c' => true,
        b'z' => before != b't',
        b'g' => {
            matches!(before, b'a' | b'd' | b'l' | b'r' | b'u' | b'i')
                || stem.ends_with(b"eng")
                || stem.ends_with(b"ang") && stem.ends_with(b"chang")
                || stem.ends_with(b"rang")
        }
        b's' => {
            !matches!(stem, [.., b'o' | b'i', b'c' | b'm', b'u', b's'])
                && (is_vowel(before) || matches!(before, b'n' | b'r' | b'l' | b'p'))
                && !stem.ends_with(b"ias")
        }
        b'l' if matches!(before, b'b' | b'c' | b'd' | b'f' | b'g' | b'k' | b'p' | b't' | b'z') => true,
        b't' if before == b'a' => !is_vowel(third) || third == b'i' || third == b'e' || third == b'u',
        b'r' if matches!(before, b'u' | b'i')
            || (before == b'a' && !is_vowel(third) && third != 0 && !stem.ends_with(b"ar") | short) =>
        {
            !is_vowel(third) || third == b'u' || third == b'q'
        }
        b'h' => stem.ends_with(b"bath") || stem.ends_with(b"breath") || stem.ends_with(b"cloth"),
        _ if !is_vowel(before) || is_vowel(last) || matches!(last, b'w' | b'x' | b'y') => false,
        _ if is_vowel(third) => false,
        _ => {
            short
                || !unstressed.iter().any(|end| stem.ends_with(end))
                    && matches!(last, b'd' | b'k' | b'm' | b'n' | b'p' | b'r' | b't' | b'b' | b'l')
        }
    }
}

#[cfg(test)]
mod tests;
