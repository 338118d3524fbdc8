//! Whether two quotations have one speaker.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::{Entity, EntityKind, Form, Mention, Quote, Reading, figures};
use crate::text::Span;

use super::likeness;

/// How many words of title or kinship stand before a name that opens a paragraph, at most.
const TITLE: usize = 3;

/// What the speakers of two quotations are to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Voices {
    /// One and the same.
    Same,
    /// One of them is not known by name, is an office or company, or is told from a pronoun.
    Unknown,
    /// Two persons, both named for what they say.
    Apart,
}

/// An entity of an article: both by index.
type At = (u32, u32);

/// The speakers of a story, who are asked about again and again: what was found out of two of them is kept.
pub(super) struct Cast<'a> {
    story: &'a Story,
    /// Of two entities, each with its article, whether they may be one.
    alike: FxHashMap<(At, At), bool>,
    /// The persons named for a quotation, by its article and the place of the words of attribution.
    named: FxHashMap<(u32, Span), Arc<[u32]>>,
}

impl<'a> Cast<'a> {
    /// The speakers of this story.
    pub(super) fn of(story: &'a Story) -> Self {
        Cast { story, alike: FxHashMap::default(), named: FxHashMap::default() }
    }

    /// What the speakers of two quotations, each with its article, are to each other.
    pub(super) fn voices(&mut self, a: (u32, &Quote), b: (u32, &Quote)) -> Voices {
        let entity = |(_, quote): (u32, &Quote)| quote.speaker.as_ref().and_then(|s| s.entity);
        let (Some(x), Some(y)) = (entity(a), entity(b)) else { return Voices::Unknown };
        if self.are_alike((a.0, x), (b.0, y)) {
            return Voices::Same;
        }
        let (first, second) = (self.named(a), self.named(b));
        let mut pairs = first.iter().flat_map(|&x| second.iter().map(move |&y| (x, y)));
        let apart = pairs.all(|(x, y)| !self.are_alike((a.0, x), (b.0, y)));
        if first.is_empty() || second.is_empty() || !apart { Voices::Unknown } else { Voices::Apart }
    }

    /// The persons whom a quotation's words of attribution name.
    fn named(&mut self, (article, quote): (u32, &Quote)) -> Arc<[u32]> {
        let Some(span) = quote.speaker.as_ref().and_then(|s| s.span) else { return Arc::default() };
        let reading = &self.story.readings[article as usize];
        let pronoun = |word: &str| matches!(word, "he" | "He" | "she" | "She" | "they" | "They");
        let find = || match reading.article.slice(span) {
            "he" | "He" | "she" | "She" => {
                subject_before(reading, quote.span.cover(span)).into_iter().collect()
            }
            // `He and Reyes` are two, of whom one is not named.
            words if words.split_whitespace().any(pronoun) => Arc::default(),
            _ => named(&reading.entities, span).collect(),
        };
        Arc::clone(self.named.entry((article, span)).or_insert_with(find))
    }

    fn are_alike(&mut self, a: At, b: At) -> bool {
        let story = self.story;
        *self.alike.entry((a, b)).or_insert_with(|| alike(story, a, b))
    }
}

/// The persons whom a stretch of an article names.
fn named(entities: &[Entity], span: Span) -> impl Iterator<Item = u32> {
    let names = move |m: &Mention| matches!(m.form, Form::Full | Form::Short) && span.contains(m.span);
    let people = (0u32..).zip(entities).filter(|(_, e)| e.kind == EntityKind::Person);
    people.filter(move |(_, e)| e.mentions.iter().any(names)).map(|(i, _)| i)
}

/// Whom `he` beside a quotation means where the paragraph leaves no doubt: it opens with the only person whom it names before, and
/// nobody else comes between the name and the words (`Mayor Ada Finch rose. “…,” she told the council.`).
fn subject_before(reading: &Reading, words: Span) -> Option<u32> {
    let article = &reading.article;
    let before = Span::new(article.blocks[article.block_at(words.start)?].span.start, words.start);
    let mut people = named(&reading.entities, before);
    let one = people.next().filter(|_| people.next().is_none())?;
    let name = reading.entities[one as usize].mentions.iter().find(|m| before.contains(m.span))?.span;
    let title = article.slice(Span::new(before.start, name.start));
    // A page may break a sentence into paragraphs.
    let opens = title.split_whitespace().count() <= TITLE && !title.starts_with(char::is_lowercase);
    let mut between = article.slice(Span::new(name.end, before.end)).split(|c: char| !c.is_alphanumeric());
    let somebody = |word: &str| {
        matches!(word, "by" | "with") || word.len() > 2 && figures::is_person_noun(&word.to_lowercase())
    };
    (opens && !between.any(somebody)).then_some(one)
}

/// Whether two entities are one, or may be one name in two spellings, or the one has no more than a part of the other's name.
fn alike(story: &Story, a: At, b: At) -> bool {
    if story.entity_of[a.0 as usize][a.1 as usize] == story.entity_of[b.0 as usize][b.1 as usize] {
        return true;
    }
    let name = |(article, entity): At| {
        let name = &*story.readings[article as usize].entities[entity as usize].name;
        if name.is_ascii() { Cow::Borrowed(name) } else { Cow::Owned(deunicode::deunicode(name)) }
    };
    let (x, y) = (name(a), name(b));
    let surname = |name: &str| name.rfind(' ').map_or(0, |at| at + 1);
    let (short, long) = if x.len() <= y.len() { (&x, &y) } else { (&y, &x) };
    // Some people go by another word of their name than the last.
    !short.contains(' ') && long.split(' ').any(|word| word == &**short)
        || likeness::is_close(&x[surname(&x)..], &y[surname(&y)..])
        || likeness::is_close(&x.replace(' ', ""), &y.replace(' ', ""))
}
