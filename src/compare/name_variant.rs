//! `name-variant`: a name spelled otherwise than at its first mention here, or than in the other sources.
//!
//! Diacritics left out are house style and stay silent; so do initials, titles, short and long forms.

use crate::corpus::{LinkedEntity, Story};
use crate::extract::names::identity;
use crate::extract::{EntityKind, Form};
use crate::text::Span;

use super::telling;
use super::{Code, Finding, Place, Severity};

/// The first mention of an entity in an article under one spelling.
struct Spelling {
    article: u32,
    span: Span,
    /// The name's words without case and diacritics.
    words: Vec<String>,
}

/// The findings on spellings of a story.
pub fn find(story: &Story) -> Vec<Finding> {
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
    let mut people: Vec<(u32, Spelling)> = Vec::new();
    let mut findings = Vec::new();
    for (i, entity) in (0u32..).zip(&reading.entities).filter(|(_, e)| e.kind == EntityKind::Person) {
        let span = entity.first().span;
        let spelling = Spelling { article, span, words: folded(reading.article.slice(span)) };
        let known = people.iter().find(|(other, s)| {
            let full = &reading.entities[*other as usize].name;
            !identity::sex_of_name(full).opposes(identity::sex_of_name(&entity.name))
                && strays_from(&s.words, &spelling.words)
        });
        // A name that other articles print too is no slip of this one.
        let shared = story.linked(article as usize, i).members.len() > 1;
        match known {
            Some((other, first)) if !shared || story.linked(article as usize, *other).members.len() == 1 => {
                findings.push(finding(story, &spelling, &[first]));
            }
            _ => people.push((i, spelling)),
        }
    }
    findings
}

/// Whether `later` is `first` with one slip: the same full name but for one letter of a name, or the surname alone.
fn strays_from(first: &[String], later: &[String]) -> bool {
    let one_letter = |a: &str, b: &str, least: usize| {
        a != b && a.chars().count().min(b.chars().count()) >= least && strsim::osa_distance(a, b) == 1
    };
    match (first, later) {
        ([.., surname], [word]) if first.len() > 1 => one_letter(surname, word, 6),
        ([a, x], [b, y]) if x == y => one_letter(a, b, 3) && a.chars().count() != b.chars().count(),
        ([a, x], [b, y]) if a == b => one_letter(x, y, 5),
        _ => false,
    }
}

fn of_entity(story: &Story, entity: &LinkedEntity) -> Vec<Finding> {
    let spellings = spellings(story, entity);
    let mut findings = Vec::new();
    for (i, spelling) in spellings.iter().enumerate() {
        // One finding an article and spelling: against the first mention here, or against the other articles.
        let rivals: Vec<&Spelling> = spellings
            .iter()
            .enumerate()
            .filter(|&(j, other)| j != i && differs(entity.kind, &spelling.words, &other.words))
            .filter(|(j, other)| other.article != spelling.article || *j < i)
            .map(|(_, other)| other)
            .collect();
        findings.extend((!rivals.is_empty()).then(|| finding(story, spelling, &rivals)));
    }
    findings
}

/// Every spelling of every article, at its first mention.
fn spellings(story: &Story, entity: &LinkedEntity) -> Vec<Spelling> {
    let mut all: Vec<Spelling> = Vec::new();
    for &(article, local) in &entity.members {
        let reading = &story.readings[article as usize];
        for mention in &reading.entities[local as usize].mentions {
            if !matches!(mention.form, Form::Full | Form::Short) {
                continue;
            }
            let words = folded(reading.article.slice(mention.span));
            if all.iter().all(|s| s.article != article || differs(entity.kind, &s.words, &words)) {
                all.push(Spelling { article, span: mention.span, words });
            }
        }
    }
    all
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
fn differs(kind: EntityKind, a: &[String], b: &[String]) -> bool {
    if a.concat() == b.concat() {
        return a.len() != b.len();
    }
    let same_place: Vec<_> = match kind {
        // Surnames meet surnames, given names given names.
        EntityKind::Person if a.len() != b.len() => a.last().zip(b.last()).into_iter().collect(),
        _ if a.len() == b.len() => a.iter().zip(b).collect(),
        _ => Vec::new(),
    };
    let unequal: Vec<_> = same_place.into_iter().filter(|(x, y)| x != y).collect();
    let person = kind == EntityKind::Person;
    // `Russo-Ukraine War` and `Russo-Ukrainian War` are one name.
    if !person && identity::content_words(a) == identity::content_words(b) {
        return false;
    }
    let full = person && a.len() == b.len() && a.len() > 1;
    !unequal.is_empty()
        && unequal.iter().all(|(x, y)| is_slip(x, y) || full && is_another(x, y))
        && !(person && unequal.iter().any(|(x, y)| identity::is_nickname(x, y)))
}

/// Two words that are names in their own right: people are linked by them only where much else speaks for one person.
fn is_another(a: &str, b: &str) -> bool {
    let whole = |w: &str| w.chars().count() > 2;
    whole(a) && whole(b) && !a.starts_with(b) && !b.starts_with(a)
}

/// Two words that may be one name: neither an initial nor a number, alike in most letters.
fn is_slip(a: &str, b: &str) -> bool {
    let lettered = |w: &str| w.chars().count() > 2 && !w.chars().any(|c| c.is_ascii_digit());
    // A short form (Alex, Alexander) is no slip, a letter more at the end may be one.
    let short_form = (a.starts_with(b) || b.starts_with(a)) && a.len().abs_diff(b.len()) > 2;
    lettered(a) && lettered(b) && !short_form && strsim::jaro_winkler(a, b) >= 0.8
}

fn finding(story: &Story, spelling: &Spelling, rivals: &[&Spelling]) -> Finding {
    let at = Place { article: spelling.article, span: spelling.span };
    let first = rivals[0];
    let mut message =
        format!("{} here; {}", telling::quoted(story, at), told(story, first, spelling.article));
    if rivals.len() > 1 {
        message.push_str(&format!(", and {} more", rivals.len() - 1));
    }
    let related = rivals
        .iter()
        .map(|r| (Place { article: r.article, span: r.span }, told(story, r, spelling.article)))
        .collect();
    Finding { code: Code::NameVariant, severity: Severity::Information, at, message, related }
}

fn told(story: &Story, spelling: &Spelling, here: u32) -> String {
    let name = telling::quoted(story, Place { article: spelling.article, span: spelling.span });
    match spelling.article == here {
        true => format!("{name} at first"),
        false => format!("{name} in {}", telling::source(story, spelling.article, here)),
    }
}

#[cfg(test)]
mod tests;
