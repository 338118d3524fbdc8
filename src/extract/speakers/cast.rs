//! Who is meant by the words that name a speaker: a name, a pronoun, a role, or nobody known.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::extract::names::identity::{self, Sex};
use crate::extract::{Entity, EntityKind, Speaker};
use crate::text::Penn;

use super::cues::{self, Voice};
use super::page::Page;

/// How many sentences back a pronoun may look for its person.
const PRONOUN_REACH: usize = 6;

/// Somebody who spoke.
#[derive(Clone, Debug)]
struct Turn {
    unit: usize,
    speaker: Speaker,
    /// The head noun of a speaker without a name, in lower case.
    head: Option<Box<str>>,
    voice: Voice,
    plural: bool,
}

/// The speakers of an article, in the order in which they speak.
pub(super) struct Cast<'a, 'b> {
    page: &'a Page<'b>,
    units: &'a [Range<usize>],
    turns: Vec<Turn>,
    /// Who is given the role of a noun, by the token where that is done, in order.
    holders: FxHashMap<&'a str, Vec<(usize, u32)>>,
    /// Organisations by the words of their names, in lower case, in order.
    named_with: FxHashMap<String, Vec<u32>>,
    /// The organisation that the article is about: the first one named more than once, its own outlet left out.
    subject: Option<u32>,
}

impl<'a, 'b> Cast<'a, 'b> {
    pub(super) fn new(page: &'a Page<'b>, units: &'a [Range<usize>]) -> Self {
        let (holders, named_with) = (FxHashMap::default(), organisations(page.entities));
        let mut cast =
            Cast { page, units, turns: Vec::new(), holders, named_with, subject: subject_of(page) };
        for (i, entity) in page.entities.iter().enumerate().filter(|(_, e)| e.kind == EntityKind::Person) {
            for role in entity.roles() {
                cast.hold(page.parse.tokens_in(*role), i as u32);
            }
            for mention in &entity.mentions {
                cast.hold_around(page.parse.tokens_in(mention.span), i as u32);
            }
        }
        for holders in cast.holders.values_mut() {
            holders.sort_unstable();
        }
        cast
    }

    /// Notes the roles that stand with a person's name: before it, or as an apposition on either side.
    fn hold_around(&mut self, name: Range<usize>, entity: u32) {
        let page = self.page;
        if let Some(phrase) = page.phrase_with(name.start) {
            self.hold(phrase.start..name.start, entity);
        }
        let before = name.start.checked_sub(2).filter(|&t| page.is_comma(t + 1));
        let behind = page.phrase_at(name.end + 1).filter(|_| page.is_comma(name.end));
        for phrase in [before.and_then(|t| page.phrase_with(t)), behind].into_iter().flatten() {
            let head = phrase.end - 1;
            self.hold(head..phrase.end, entity);
        }
    }

    /// Notes the roles named in `tokens` as held by an entity: the nouns that name a person.
    fn hold(&mut self, tokens: Range<usize>, entity: u32) {
        for token in tokens.filter(|&t| self.page.penn(t).is_noun()) {
            let word = self.page.lower(token);
            if cues::voice(word) == Some(Voice::Person) {
                self.holders.entry(word).or_default().push((token, entity));
            }
        }
    }

    /// Who last was given the role of a noun before a token, or else ever.
    fn holder_of(&self, word: &str, before: usize) -> Option<u32> {
        let holders = self.holders.get(word)?;
        let next = holders.partition_point(|h| h.0 < before);
        holders.get(next.saturating_sub(1)).map(|h| h.1)
    }

    /// The speaker whom these words of sentence `unit` name, who then has the word.
    pub(super) fn speaker(&mut self, source: &Range<usize>, unit: usize) -> Speaker {
        let span = Some(self.page.span(source.clone()));
        let turn = match self.named(source) {
            Some(entity) => self.turn_of(entity, unit),
            None => self.nameless(source, unit),
        };
        let speaker = Speaker { span, ..turn.speaker };
        self.turns.push(Turn { unit, ..turn });
        speaker
    }

    fn turn_of(&self, entity: u32, unit: usize) -> Turn {
        let known = &self.page.entities[entity as usize];
        let voice = if known.kind == EntityKind::Person { Voice::Person } else { Voice::Group };
        let speaker = Speaker::known(entity);
        Turn { unit, speaker, head: None, voice, plural: false }
    }

    /// The entity that a source names: a person who is no owner and no object of a preposition, else what its head is.
    fn named(&self, source: &Range<usize>) -> Option<u32> {
        let page = self.page;
        let span = page.span(source.clone());
        let head = page.head_of(source)?;
        let mut by_head = None;
        for &(mention, entity) in page.mentions_in(span) {
            let tokens = page.parse.tokens_in(mention);
            let owned = page.penn(tokens.end) == Penn::Pos;
            let person = page.entities[entity as usize].kind == EntityKind::Person;
            let object = self.is_object(tokens.start, source.start);
            if person && !owned && !object {
                return Some(entity);
            }
            let last = tokens.end == source.end
                && page.phrase_with(tokens.start).is_some_and(|p| p.start < tokens.start);
            if (tokens.contains(&head) || last && !object) && !owned {
                by_head = by_head.or(Some(entity));
            }
        }
        by_head
    }

    /// Whether the phrase that holds a token stands behind a preposition.
    fn is_object(&self, token: usize, from: usize) -> bool {
        let start = self.page.phrase_with(token).map_or(token, |p| p.start);
        start > from && self.page.is_preposition(start - 1)
    }

    /// A speaker without a name: a pronoun or role of somebody known, else the words themselves.
    fn nameless(&self, source: &Range<usize>, unit: usize) -> Turn {
        let page = self.page;
        let head = page.head_of(source).unwrap_or(source.start);
        let word = page.lower(head);
        let known = match word {
            "he" | "him" | "his" => self.person_before(source.start, unit, Sex::Male),
            "she" | "her" | "hers" => self.person_before(source.start, unit, Sex::Female),
            "it" | "its" => self.last(|t| t.voice != Voice::Person),
            "they" | "them" | "their" => self.last(|t| t.plural || t.voice == Voice::Group),
            _ => self.holder(source, head, word),
        };
        known.unwrap_or_else(|| self.unnamed(source, head, unit))
    }

    fn unnamed(&self, source: &Range<usize>, head: usize, unit: usize) -> Turn {
        let page = self.page;
        let first = page.phrase_at(source.start).map_or(source.end, |p| p.end.min(source.end));
        let end = page.linked_end(first, source.end);
        let end = if page.penn(end - 1) == Penn::Pos && end - 1 > source.start { end - 1 } else { end };
        let speaker = Speaker::unnamed(page.span(source.start..end));
        let voice = cues::voice(page.lower(head)).unwrap_or(Voice::Text);
        let plural = matches!(page.penn(head), Penn::Nns | Penn::Nnps) || page.lower(head) == "police";
        Turn { unit, speaker, head: Some(page.lower(head).into()), voice, plural }
    }

    fn last(&self, fits: impl Fn(&Turn) -> bool) -> Option<Turn> {
        self.turns.iter().rev().take(PRONOUN_REACH).find(|t| fits(t)).cloned()
    }

    /// Who holds the role of a definite phrase: `the minister`, `the agency`, `the expert`.
    fn holder(&self, source: &Range<usize>, head: usize, word: &str) -> Option<Turn> {
        let page = self.page;
        if !matches!(page.lower(source.start), "the" | "that" | "this") {
            return None;
        }
        let alone = source.end <= head + 1 && page.phrase_with(head).is_some_and(|p| p.start == source.start);
        if cues::voice(word) == Some(Voice::Person) && alone {
            let holder = self.holder_of(word, source.start).map(|entity| self.turn_of(entity, 0));
            return holder.or_else(|| {
                self.last(|t| {
                    t.head.as_deref() == Some(word) || t.head.is_some() && !t.plural && is_vague(word)
                })
            });
        }
        let named = self.entity_with_words(source.start + 1..head + 1).map(|entity| self.turn_of(entity, 0));
        let group = || self.last(|t| t.voice == Voice::Group && t.speaker.entity.is_some());
        let generic = || group().or_else(|| self.subject.map(|entity| self.turn_of(entity, 0)));
        named.or_else(|| if alone && is_generic(word) { generic() } else { None })
    }

    /// The organisation in whose name all these words stand: `the civil protection agency`.
    fn entity_with_words(&self, words: Range<usize>) -> Option<u32> {
        let page = self.page;
        let mut lists = words.filter(|&t| page.is_word(t)).map(|t| self.named_with.get(page.lower(t)));
        let first = lists.next()??;
        let others: Vec<&Vec<u32>> = lists.collect::<Option<_>>()?;
        first.iter().copied().find(|entity| others.iter().all(|list| list.binary_search(entity).is_ok()))
    }

    /// The person whom `he` or `she` at a token of sentence `unit` means: the last one who spoke or was spoken of first.
    fn person_before(&self, token: usize, unit: usize, sex: Sex) -> Option<Turn> {
        for back in 0..PRONOUN_REACH.min(unit + 1) {
            let sentence = &self.units[unit - back];
            let end = sentence.end.min(token);
            let spoke = self.turns.iter().rev().take_while(|t| t.unit + back >= unit).find(|t| {
                t.unit + back == unit && t.voice == Voice::Person && !t.plural && self.agrees(t, sex)
            });
            if let Some(turn) = spoke {
                return Some(turn.clone());
            }
            if sentence.start < end
                && let Some(entity) = self.first_person(sentence.start..end, sex)
            {
                return Some(self.turn_of(entity, unit));
            }
        }
        self.last(|t| t.voice == Voice::Person && !t.plural && self.agrees(t, sex))
    }

    /// The first person of this sex named in `tokens` outside quotation marks, owners left out.
    fn first_person(&self, tokens: Range<usize>, sex: Sex) -> Option<u32> {
        let page = self.page;
        let mentions = page.mentions_in(page.span(tokens)).iter();
        let fits = |&&(mention, entity): &&(crate::text::Span, u32)| {
            let words = page.parse.tokens_in(mention);
            page.entities[entity as usize].kind == EntityKind::Person
                && !page.quoted(words.start)
                && page.penn(words.end) != Penn::Pos
                && !self.sex(entity).opposes(sex)
        };
        mentions.filter(fits).map(|&(_, entity)| entity).next()
    }

    fn agrees(&self, turn: &Turn, sex: Sex) -> bool {
        let known = match (turn.speaker.entity, &turn.head) {
            (Some(entity), _) => self.sex(entity),
            (None, Some(head)) => identity::sex_of_noun(head),
            _ => Sex::Unknown,
        };
        !known.opposes(sex)
    }

    /// Whether an entity is a man or a woman.
    fn sex(&self, entity: u32) -> Sex {
        self.page.sexes[entity as usize]
    }

    /// The one who spoke last, no earlier than sentence `from`.
    pub(super) fn last_speaker(&self, from: usize) -> Option<Speaker> {
        self.turns.last().filter(|t| t.unit >= from).map(|t| Speaker { span: None, ..t.speaker })
    }

    /// The sentence in which somebody spoke last.
    pub(super) fn last_turn(&self) -> Option<usize> {
        self.turns.last().map(|t| t.unit)
    }

    /// Notes that the last speaker goes on in sentence `unit`.
    pub(super) fn goes_on(&mut self, unit: usize) {
        if let Some(turn) = self.turns.last_mut() {
            turn.unit = unit;
        }
    }
}

/// Whether a noun can mean any unnamed speaker: `the official` after `a senior officer`.
fn is_vague(word: &str) -> bool {
    matches!(word, "official" | "source" | "man" | "woman" | "person" | "officer" | "expert")
}

/// Whether a noun can stand for any body: `the company`.
fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "group"
            | "firm"
            | "agency"
            | "bank"
            | "ministry"
            | "newspaper"
            | "operator"
            | "organisation"
            | "organization"
    )
}

fn organisations(entities: &[Entity]) -> FxHashMap<String, Vec<u32>> {
    let mut named_with: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for (i, entity) in (0u32..).zip(entities).filter(|(_, e)| e.kind == EntityKind::Organisation) {
        for word in entity.name.to_lowercase().split([' ', '-']) {
            match named_with.get_mut(word) {
                Some(list) => list.push(i),
                None => drop(named_with.insert(word.to_owned(), vec![i])),
            }
        }
    }
    named_with
}

fn subject_of(page: &Page) -> Option<u32> {
    let outlet = page.parse.article.meta.source.as_ref().map(|s| s.value.to_lowercase());
    let fits = |e: &Entity| {
        let own = || outlet.as_ref().is_some_and(|o| o.contains(&e.name.to_lowercase()));
        e.kind == EntityKind::Organisation && e.mentions.len() > 1 && !own()
    };
    page.entities.iter().position(fits).map(|i| i as u32)
}
