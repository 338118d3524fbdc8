//! `title-conflict`: the same person in another post.
//!
//! Two posts conflict only where they stand on one ladder (mayor and deputy mayor, captain and lieutenant), or are one post of two
//! places: descriptions of different sorts (the mayor, a Democrat) both hold. Who holds a post conflicts with who held it, or holds it
//! for a while, unless it is one whose title people keep (President, General). Silent for coming holders, where the article itself
//! gives both posts, and between articles so far apart that somebody may have been promoted.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::corpus::{LinkedEntity, Story};
use crate::extract::names::places::{self, Rank};
use crate::extract::{EntityKind, Mention};
use crate::text::Span;

use super::telling;
use super::{Code, Finding, Place, Severity};

#[cfg(test)]
mod tests;

/// From so many days on, another post may be a promotion.
const PROMOTION_DAYS: i32 = 45;

/// A post: its ladder and its place on it.
type Post = (u16, u16);

/// How somebody stands to a post.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Holds,
    /// In somebody's place: `acting`.
    Acts,
    Held,
}

/// Posts by name; of those that end a description the longest is meant: `deputy fire chief`, not `fire chief`.
struct Posts {
    by_name: FxHashMap<&'static str, Vec<Post>>,
    /// The most words in a name.
    longest: usize,
    /// The ladders whose titles people keep when they leave.
    kept: Vec<bool>,
}

static POSTS: LazyLock<Posts> = LazyLock::new(|| {
    let mut by_name: FxHashMap<&'static str, Vec<Post>> = FxHashMap::default();
    let mut longest = 1;
    let mut kept = Vec::new();
    let lines = include_str!("data/posts.txt").lines().filter(|l| !l.starts_with('#'));
    for (ladder, line) in (0u16..).zip(lines) {
        kept.push(line.starts_with('~'));
        for (post, names) in (0u16..).zip(line.split('|').skip(1)) {
            for name in names.split('=') {
                longest = longest.max(name.split(' ').count());
                by_name.entry(name).or_default().push((ladder, post));
            }
        }
    }
    Posts { by_name, longest, kept }
});

/// Words by which a description is none of today's post.
const NOT_NOW: [&str; 12] = [
    "candidate",
    "designate",
    "elect",
    "emeritus",
    "formerly",
    "future",
    "incoming",
    "late",
    "nominee",
    "outgoing",
    "shadow",
    "then",
];

/// How a word says that somebody stands to a post.
fn standing(word: &str) -> Option<Standing> {
    match word {
        "acting" | "interim" => Some(Standing::Acts),
        "ex" | "former" | "onetime" | "retired" => Some(Standing::Held),
        _ => None,
    }
}

/// A post that an article gives somebody.
struct Held {
    article: u32,
    span: Span,
    posts: Vec<Post>,
    standing: Standing,
    /// The place whose post it is, by index into the things of the story, where the description names one.
    place: Option<u32>,
}

/// The findings on posts of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let people = story.entities.iter().filter(|e| e.kind == EntityKind::Person);
    people.flat_map(|person| of_person(story, person)).collect()
}

fn of_person(story: &Story, person: &LinkedEntity) -> Vec<Finding> {
    let describes = |&&(article, entity): &&(u32, u32)| {
        !story.readings[article as usize].entities[entity as usize].roles().is_empty()
    };
    if person.members.iter().filter(describes).count() < 2 {
        return Vec::new();
    }
    let held = held(story, person);
    let mut findings = Vec::new();
    for (i, mine) in held.iter().enumerate() {
        if held[..i].iter().any(|h| h.article == mine.article && !clash(h, mine)) {
            continue;
        }
        let rivals: Vec<&Held> = held.iter().filter(|other| conflicts(story, &held, mine, other)).collect();
        findings.extend((!rivals.is_empty()).then(|| finding(story, person, mine, &rivals)));
    }
    findings
}

fn held(story: &Story, person: &LinkedEntity) -> Vec<Held> {
    let mut all = Vec::new();
    for &(article, entity) in &person.members {
        let reading = &story.readings[article as usize];
        for &span in reading.entities[entity as usize].roles() {
            let span = whole(&reading.article.text, span);
            let (posts, standing) = posts(reading.article.slice(span));
            if !posts.is_empty() {
                all.push(Held { article, span, posts, standing, place: place(story, article, span) });
            }
        }
    }
    all
}

/// A title with the words before it that belong to it: `Deputy` of `Deputy Fire Chief`.
fn whole(text: &str, span: Span) -> Span {
    let mut start = span.start as usize;
    for _ in 0..POSTS.longest {
        // `Vice-President`: the hyphen ties as a space does.
        let Some(before) = text[..start].strip_suffix([' ', '-']) else { break };
        let word = before
            .rfind(|c: char| !c.is_alphanumeric() && c != '-')
            .map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8));
        let lower = before[word..].to_lowercase();
        let longer = format!("{lower} {}", text[start..span.end as usize].to_lowercase());
        let known = NOT_NOW.contains(&&*lower)
            || standing(&lower).is_some()
            || POSTS.by_name.contains_key(&*longer)
            || is_degree(&lower);
        if word == start || !known {
            break;
        }
        start = word;
    }
    Span { start: start as u32, ..span }
}

/// Words that make another post of the one they stand before.
fn is_degree(word: &str) -> bool {
    matches!(word, "deputy" | "vice" | "assistant" | "associate" | "lieutenant" | "fire" | "police")
}

/// Places that many posts belong to beside their own: `the Ohio mayor` may be that of any town there.
fn is_wide(name: &str) -> bool {
    places::find(name).is_some_and(|p| matches!(p.rank, Rank::Country | Rank::Region | Rank::Seat))
}

/// The only town that stands in a description or right before it: `mayor of Aldby`, `Aldby Police Chief`.
fn place(story: &Story, article: u32, span: Span) -> Option<u32> {
    let reading = &story.readings[article as usize];
    let near = |mention: &Mention| {
        let inside = mention.span.start >= span.start && mention.span.end <= span.end;
        let between = reading.article.text.get(mention.span.end as usize..span.start as usize);
        inside || between.is_some_and(|text| matches!(text, " " | "'s " | "’s "))
    };
    let mut found = None;
    for (i, entity) in (0u32..).zip(&reading.entities) {
        if entity.kind != EntityKind::Person && entity.mentions.iter().any(near) {
            let town = entity.kind == EntityKind::Place && !is_wide(&entity.name);
            if found.is_some() || !town {
                return None;
            }
            found = Some(story.entity_of[article as usize][i as usize]);
        }
    }
    found
}

/// The posts that a description names, and whether they are held: the longest name at the end of its own noun phrase, `deputy mayor`
/// in `the town's deputy mayor of ten years`.
fn posts(role: &str) -> (Vec<Post>, Standing) {
    let lower = role.to_lowercase().replace(['.', ','], " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let parts = || words.iter().flat_map(|word| word.split('-'));
    if parts().any(|part| NOT_NOW.contains(&part)) {
        return (Vec::new(), Standing::Holds);
    }
    let standing = parts().find_map(standing).unwrap_or(Standing::Holds);
    // `chief of police` holds the preposition that ends other posts.
    let whole =
        (1..=POSTS.longest.min(words.len())).rev().find_map(|n| POSTS.by_name.get(&*words[..n].join(" ")));
    let end = words.iter().position(|w| {
        matches!(*w, "of" | "for" | "at" | "in" | "with" | "who" | "and" | "from" | "on" | "under" | "to")
    });
    let head = &words[..end.unwrap_or(words.len())];
    let last = (1..=POSTS.longest.min(head.len()))
        .rev()
        .find_map(|n| POSTS.by_name.get(&*head[head.len() - n..].join(" ")));
    let found = whole.filter(|_| end.is_some_and(|e| words.get(e) == Some(&"of"))).or(last);
    (found.cloned().unwrap_or_default(), standing)
}

/// Whether two descriptions stand on one ladder at different places; name one post of two towns; or one post, which somebody holds
/// or does not.
fn clash(a: &Held, b: &Held) -> bool {
    let same = shares(a, b);
    match (a.place, b.place) {
        (Some(p), Some(q)) if same && p != q => return a.standing == b.standing,
        _ => {}
    }
    if a.standing == b.standing && a.standing != Standing::Held {
        return a.posts.iter().any(|p| b.posts.iter().any(|q| p.0 == q.0 && p.1 != q.1));
    }
    let now = a.standing == Standing::Holds || b.standing == Standing::Holds;
    let keeps = |post: &Post| POSTS.kept[usize::from(post.0)];
    same && now && a.standing != b.standing && !a.posts.iter().any(keeps)
}

fn conflicts(story: &Story, held: &[Held], a: &Held, b: &Held) -> bool {
    let near = story.days_between(a.article, b.article).is_none_or(|days| days.abs() < PROMOTION_DAYS);
    // An article that gives both posts, or that has the other's post elsewhere, knows of the change.
    let knows = |article: u32, other: &Held| {
        held.iter().any(|h| h.article == article && !clash(h, other) && shares(h, other))
    };
    a.article != b.article && near && clash(a, b) && !knows(a.article, b) && !knows(b.article, a)
}

fn shares(a: &Held, b: &Held) -> bool {
    a.posts.iter().any(|p| b.posts.contains(p))
}

fn finding(story: &Story, person: &LinkedEntity, mine: &Held, rivals: &[&Held]) -> Finding {
    let place = |h: &Held| Place { article: h.article, span: h.span };
    let told = |h: &Held| {
        format!("{} in {}", telling::quoted(story, place(h)), telling::source(story, h.article, mine.article))
    };
    let more = match rivals.len() {
        1 => String::new(),
        n => format!(", and {} more", n - 1),
    };
    let message =
        format!("{} is {} here; {}{more}", person.name, telling::quoted(story, place(mine)), told(rivals[0]));
    let related = rivals.iter().map(|h| (place(h), told(h).into())).collect();
    Finding { code: Code::TitleConflict, severity: Severity::Information, at: place(mine), message, related }
}
