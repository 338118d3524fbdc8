//! `name-variant`: a name spelled otherwise than at its first mention here, or than in the other sources.
//!
//! Diacritics left out are house style and stay silent; so do initials, titles, short and long forms.

use crate::corpus::{LinkedEntity, Story};
use crate::extract::names::{identity, places};
use crate::extract::{Entity, EntityKind, Form as Mention, Reading};
use crate::text::Span;

use super::edit::Carried;
use super::telling;
use super::{Code, Finding, Place, Severity};

/// A name as an article prints it.
struct Form {
    span: Span,
    /// Its words without case and diacritics.
    words: Vec<String>,
    /// The same with `ä`, `ö` and `ü` written out; empty where that makes no other words.
    written_out: Vec<String>,
}

impl Form {
    fn of(reading: &Reading, span: Span) -> Self {
        let name = reading.article.slice(span);
        let words = folded(name);
        let long = if name.is_ascii() { Vec::new() } else { folded(&written_out(name)) };
        Form { span, words, written_out: long }
    }

    /// Whether the two differ in nothing but how they write such letters.
    fn is_written_as(&self, other: &Form) -> bool {
        let word = |form: &Form, i: usize, as_printed: &str| {
            form.written_out.get(i).is_some_and(|w| w == as_printed)
        };
        self.words.len() == other.words.len()
            && (0..self.words.len()).all(|i| {
                let (a, b) = (&self.words[i], &other.words[i]);
                a == b || word(self, i, b) || word(other, i, a)
            })
    }
}

/// One spelling of a named thing in an article: its forms, long and short, that do not contradict each other, in order.
struct Spelling {
    article: u32,
    forms: Vec<Form>,
}

impl Spelling {
    /// The forms by which the two are spelled otherwise.
    fn differs<'a>(&'a self, other: &'a Spelling, kind: EntityKind) -> Option<(&'a Form, &'a Form)> {
        let mut pairs = self.forms.iter().flat_map(|a| other.forms.iter().map(move |b| (a, b)));
        pairs.find(|(a, b)| differs(kind, a, b))
    }
}

/// One end of a finding.
#[derive(Clone, Copy, PartialEq)]
struct End {
    at: Place,
    /// Whether it stands in the same article before the other end.
    before: bool,
}

/// The findings on spellings of a story. They are those of the comparison before where the articles name all things as they did.
pub fn find(story: &Story, carried: Option<&Carried>) -> Vec<Finding> {
    let carried = carried.filter(|carried| carried.has_same_names(story));
    let before = carried.and_then(|carried| {
        let before = carried.previous.findings.iter().filter(|f| f.code == Code::NameVariant);
        before.map(|finding| carried.moved(finding)).collect::<Option<Vec<_>>>()
    });
    if let Some(before) = before {
        return before;
    }
    let mut findings: Vec<Finding> =
        story.entities.iter().flat_map(|entity| of_entity(story, entity)).collect();
    let strays = (0u32..).zip(&story.readings).flat_map(|(article, _)| strays(story, article));
    let strays: Vec<Finding> = strays.filter(|s| findings.iter().all(|f| f.at != s.at)).collect();
    findings.extend(strays);
    findings
}

/// People of one article who bear one name but for a slip, as where the caption has another spelling than the text. They are two to
/// all other checks: only a reader can tell.
fn strays(story: &Story, article: u32) -> Vec<Finding> {
    let reading = &story.readings[article as usize];
    let mut people: Vec<(u32, Vec<String>)> = Vec::new();
    let mut findings = Vec::new();
    let shared = |entity: u32| story.linked(article as usize, entity).members.len() > 1;
    for (i, entity) in (0u32..).zip(&reading.entities).filter(|(_, e)| may_be_person(e)) {
        let words = folded(reading.article.slice(entity.first().span));
        let known = people.iter().find(|(other, first)| {
            let full = &reading.entities[*other as usize];
            strays_from(first, &words)
                && !identity::sex_of_name(&full.name).opposes(identity::sex_of_name(&entity.name))
        });
        // Names that other articles print as well are no slips of this one.
        match known.filter(|(other, _)| !shared(i) || !shared(*other)) {
            Some((other, _)) => {
                let at = Place { article, span: entity.first().span };
                let first = reading.entities[*other as usize].first().span;
                let before = End { at: Place { article, span: first }, before: true };
                findings.push(finding(story, at, &[before]));
            }
            None if entity.kind == EntityKind::Person => people.push((i, words)),
            None => {}
        }
    }
    findings
}

/// A person, or one word that may be a surname although nothing in the article says so.
fn may_be_person(entity: &Entity) -> bool {
    let one_word = || !entity.name.contains([' ', '-', '\'', '’']) && entity.acronym().is_none();
    match entity.kind {
        EntityKind::Person => true,
        EntityKind::Organisation | EntityKind::Other => {
            one_word() && entity.name.chars().any(char::is_lowercase)
        }
        EntityKind::Place => false,
    }
}

/// Whether `later` is `first` with one slip: the same full name but for one letter of a name, or the surname alone.
fn strays_from(first: &[String], later: &[String]) -> bool {
    let one_letter = |a: &str, b: &str, least: usize| {
        a != b && a.chars().count().min(b.chars().count()) >= least && strsim::osa_distance(a, b) == 1
    };
    match (first, later) {
        ([.., surname], [word]) if first.len() > 1 => identity::is_slip_of_surname(surname, word),
        // Names in between may be left out.
        ([a, .., x], [b, .., y]) if x == y => one_letter(a, b, 3) && a.chars().count() != b.chars().count(),
        ([a, .., x], [b, .., y]) if a == b => one_letter(x, y, 5),
        _ => false,
    }
}

fn of_entity(story: &Story, entity: &LinkedEntity) -> Vec<Finding> {
    let spellings = spellings(story, entity);
    let mut findings = Vec::new();
    for (i, mine) in spellings.iter().enumerate() {
        // One finding an article and spelling: against the first mention here, or against the other articles.
        let mut at = None;
        let mut ends = Vec::new();
        for (j, other) in spellings.iter().enumerate().filter(|&(j, _)| j != i) {
            let here = mine.article == other.article;
            let Some((form, rival)) = mine.differs(other, entity.kind).filter(|_| !here || j < i) else {
                continue;
            };
            at.get_or_insert(Place { article: mine.article, span: form.span });
            ends.push(End { at: Place { article: other.article, span: rival.span }, before: here });
        }
        findings.extend(at.map(|at| finding(story, at, &ends)));
    }
    findings
}

/// Every spelling of every article, in the order of first mentions.
fn spellings(story: &Story, entity: &LinkedEntity) -> Vec<Spelling> {
    let mut all: Vec<Spelling> = Vec::new();
    for &(article, local) in &entity.members {
        let reading = &story.readings[article as usize];
        let own = all.len();
        let full = folded(&reading.entities[local as usize].name);
        let mut printed: Vec<&str> = Vec::new();
        for mention in &reading.entities[local as usize].mentions {
            if !matches!(mention.form, Mention::Full | Mention::Short) {
                continue;
            }
            let name = reading.article.slice(mention.span);
            if printed.contains(&name) {
                continue;
            }
            printed.push(name);
            let form = Form::of(reading, mention.span);
            // `Leila` and `de Lima` of `Leila de Lima` are parts of one name.
            if form.words.len() < full.len() && form.words.iter().all(|word| full.contains(word)) {
                continue;
            }
            let agrees = |s: &&mut Spelling| s.forms.iter().all(|f| !differs(entity.kind, f, &form));
            match all[own..].iter_mut().find(agrees) {
                Some(known) if known.forms.iter().any(|f| f.words == form.words) => {}
                Some(known) => known.forms.push(form),
                None => all.push(Spelling { article, forms: vec![form] }),
            }
        }
    }
    all
}

/// German and Nordic vowels in two letters.
fn written_out(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    for letter in name.chars() {
        match letter {
            'ä' | 'æ' => out.push_str("ae"),
            'ö' | 'ø' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'å' => out.push_str("aa"),
            'Ä' | 'Æ' => out.push_str("Ae"),
            'Ö' | 'Ø' => out.push_str("Oe"),
            'Ü' => out.push_str("Ue"),
            'Å' => out.push_str("Aa"),
            other => out.push(other),
        }
    }
    out
}

/// The words of a name without case and diacritics; points are house style (`US`, `U.S.`).
fn folded(name: &str) -> Vec<String> {
    deunicode::deunicode(name)
        .to_lowercase()
        .replace(['.', '\''], "")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && *w != "the")
        .map(str::to_owned)
        .collect()
}

/// Whether two names of one entity are spelled otherwise: some word of the one has a near but unequal word at its place in the other.
fn differs(kind: EntityKind, x: &Form, y: &Form) -> bool {
    let (a, b) = (&x.words, &y.words);
    if x.is_written_as(y) {
        return false;
    }
    if a.concat() == b.concat() {
        return a.len() != b.len();
    }
    if kind == EntityKind::Person {
        let peoples =
            |(x, y): (&String, &String)| is_derived(x, y) && (places::is_demonym(x) || places::is_demonym(y));
        return person_differs(a, b) && !a.iter().zip(b).any(peoples);
    }
    // `Russo-Ukraine War` and `Russo-Ukrainian War` are one name.
    let unequal: Vec<_> = a.iter().zip(b).filter(|(x, y)| x != y).collect();
    a.len() == b.len()
        && identity::content_key(a) != identity::content_key(b)
        && unequal.iter().all(|(x, y)| is_slip(x, y) && !is_derived(x, y))
}

/// `Norwegian` and `Norwegians`, `Ossetia` and `Ossetian`: the one is made from the other.
fn is_derived(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.strip_prefix(short)
        .is_some_and(|end| matches!(end, "s" | "n" | "ns" | "an" | "ans" | "ian" | "ese" | "al" | "ic"))
}

fn person_differs(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (short, long) = (identity::without_suffix(short), identity::without_suffix(long));
    let ([s_first, .., s_last], [l_first, .., l_last]) = (short, long) else {
        // One word is a surname, or else a first name.
        let ([word], [first, .., last]) = (short, long) else { return two_words(short, long) };
        let given = || is_slip(word, first) && !is_short_form(word, first);
        return word != first && word != last && (is_slip(word, last) || given());
    };
    if short.len() == long.len() {
        // Given and family name in the other order is the custom of some countries; both must be given names to have been swapped.
        if s_first == l_last && s_last == l_first {
            return identity::is_first_name(s_first) && identity::is_first_name(s_last);
        }
        let unequal: Vec<_> = short.iter().zip(long).filter(|(x, y)| x != y).collect();
        // One part may be another name altogether, not all of them.
        let another = |x: &str, y: &str| unequal.len() == 1 && is_another(x, y);
        return !unequal.is_empty()
            && unequal.iter().all(|(x, y)| (is_slip(x, y) || another(x, y)) && !is_short_form(x, y));
    }
    // Names in between are house style.
    let unequal: Vec<_> =
        [(s_first, l_first), (s_last, l_last)].into_iter().filter(|(x, y)| x != y).collect();
    !unequal.is_empty()
        && unequal.iter().all(|(x, y)| is_slip(x, y) && !is_short_form(x, y))
        && !long[1..].contains(s_first)
        && !long[1..long.len() - 1].contains(s_last)
}

fn two_words(a: &[String], b: &[String]) -> bool {
    matches!((a, b), ([x], [y]) if x != y && is_slip(x, y) && !is_short_form(x, y))
}

/// `Bob` for `Robert`, but not `Zack` for `Zach`, which is a spelling.
fn is_short_form(a: &str, b: &str) -> bool {
    identity::is_nickname(a, b) && !identity::same_sound(a, b) && !identity::same_letters(a, b)
}

/// Two words that are names in their own right: people are linked by them only where much else speaks for one person.
fn is_another(a: &str, b: &str) -> bool {
    let whole = |w: &str| w.chars().count() > 2;
    whole(a) && whole(b) && !a.starts_with(b) && !b.starts_with(a)
}

/// Two words that may be one name: neither an initial nor a number, alike in most letters or in sound.
fn is_slip(a: &str, b: &str) -> bool {
    let lettered = |w: &str| w.chars().count() > 2 && !w.chars().any(|c| c.is_ascii_digit());
    // A short form (Alex, Alexander) is no slip, a letter more at the end may be one.
    let short_form = (a.starts_with(b) || b.starts_with(a)) && a.len().abs_diff(b.len()) > 2;
    lettered(a)
        && lettered(b)
        && !short_form
        && (strsim::jaro_winkler(a, b) >= 0.8 || identity::same_sound(a, b))
}

fn finding(story: &Story, at: Place, rivals: &[End]) -> Finding {
    let mut message = format!("{} here; {}", telling::quoted(story, at), told(story, rivals[0], at.article));
    if rivals.len() > 1 {
        message.push_str(&format!(", and {} more", rivals.len() - 1));
    }
    let related = rivals.iter().map(|r| (r.at, told(story, *r, at.article).into())).collect();
    Finding { code: Code::NameVariant, severity: Severity::Information, at, message, related }
}

fn told(story: &Story, end: End, here: u32) -> String {
    let name = telling::quoted(story, end.at);
    match end.before {
        true => format!("{name} at first"),
        false => format!("{name} in {}", telling::source(story, end.at.article, here)),
    }
}

#[cfg(test)]
mod tests;
