//! Who is who across the articles of a story.
//!
//! Entities of the same words are one at once. Then pairs that share a word or a sound are weighed: what joins them is scored, the surest
//! pairs are joined first, and a pair is left apart where an article names both, where sexes or places of the gazetteer differ, or where
//! a short name fits two things equally well.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::extract::names::identity::{self, Sex, SolePost};
use crate::extract::names::places::{self, Place};
use crate::extract::names::romanise;
use crate::extract::{Age, Entity, EntityKind, Form, Reading, Tie, Whose};

use crate::text::Span;

use super::{EntityOf, LinkedEntity};

mod people;
#[cfg(test)]
mod tests;

/// An entity of an article, or several that are one.
#[derive(Clone, Debug)]
struct Group {
    members: Vec<(u32, u32)>,
    articles: BTreeSet<u32>,
    /// Votes for person, organisation, place, other.
    kinds: [u32; 4],
    /// The fullest name, in comparable words.
    words: Vec<String>,
    /// The romanisation key of each of these words, and of all but `Jr.` and the like as one word.
    keys: Vec<String>,
    whole_key: String,
    name: Arc<str>,
    acronyms: BTreeSet<String>,
    place: Option<&'static Place>,
    sex: Sex,
    /// Posts that the person is given of which there is one at a time: `mayor`.
    posts: BTreeSet<SolePost>,
    /// All words by which the person is described.
    roles: BTreeSet<String>,
    /// Years that articles give the person.
    ages: BTreeSet<u32>,
}

impl Group {
    fn of(article: u32, index: u32, reading: &Reading) -> Self {
        let (entity, text) = (&reading.entities[index as usize], &*reading.article.text);
        let words = identity::comparable_words(&entity.name);
        let place = (entity.kind == EntityKind::Place).then(|| place_of(entity, text)).flatten();
        let mut kinds = [0; 4];
        kinds[entity.kind as usize] =
            if entity.kind == EntityKind::Organisation && !identity::tells_kind(&words) { 1 } else { 2 };
        let mut acronyms: BTreeSet<String> =
            entity.acronym().iter().map(|a| identity::comparable_words(a).join("")).collect();
        if words.len() == 1 && !entity.name.chars().any(char::is_lowercase) && place.is_none() {
            acronyms.insert(words[0].clone());
        }
        let roles: BTreeSet<String> =
            entity.roles().iter().flat_map(|span| identity::comparable_words(whole(text, *span))).collect();
        let posts = roles.iter().filter_map(|word| identity::sole_post(word)).collect();
        Group {
            members: vec![(article, index)],
            articles: BTreeSet::from([article]),
            kinds,
            sex: identity::sex(&entity.name, entity.roles().iter().map(|span| span.of(text))),
            keys: words.iter().map(|word| romanise::key(word)).collect(),
            whole_key: romanise::key(&identity::without_suffix(&words).concat()),
            words,
            name: entity.name.clone(),
            acronyms,
            place,
            posts,
            roles,
            ages: ages_of(reading, index),
        }
    }

    fn kind(&self) -> EntityKind {
        const ALL: [EntityKind; 4] =
            [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::Other];
        ALL.into_iter().rev().max_by_key(|&k| self.kinds[k as usize]).unwrap_or(EntityKind::Organisation)
    }

    fn absorb(&mut self, other: Group) {
        self.members.extend(other.members);
        self.members.sort_unstable();
        self.articles.extend(other.articles);
        for (mine, theirs) in self.kinds.iter_mut().zip(other.kinds) {
            *mine += theirs;
        }
        if other.words.len() > self.words.len() {
            self.words = other.words;
            self.keys = other.keys;
            self.whole_key = other.whole_key;
            self.name = other.name;
        }
        self.acronyms.extend(other.acronyms);
        self.place = self.place.or(other.place);
        self.sex = self.sex.or(other.sex);
        self.posts.extend(other.posts);
        self.roles.extend(other.roles);
        self.ages.extend(other.ages);
    }

    fn shares_article(&self, other: &Group) -> bool {
        self.articles.iter().any(|a| other.articles.contains(a))
    }
}

/// The words of a description with the one before it: `technical director` where `director` stands beside the name.
fn whole(text: &str, role: Span) -> &str {
    let before = text[..role.start as usize].strip_suffix(' ').unwrap_or_default();
    let word = before.rfind(|c: char| !c.is_alphanumeric()).map_or(before, |at| &before[at..]);
    let start = role.start as usize - if word.is_empty() { 0 } else { word.len() + 1 };
    &text[start..role.end as usize]
}

/// The person whose age it is, where that is somebody with a name.
fn person_of(age: &Age) -> Option<u32> {
    match age.whose {
        Whose::Person(person) => Some(person),
        Whose::Noun(_) => None,
    }
}

fn ages_of(reading: &Reading, person: u32) -> BTreeSet<u32> {
    let own = reading.ages.iter().filter(|age| age.tie == Tie::Beside && age.whose == Whose::Person(person));
    own.filter_map(Age::exact).map(|years| years as u32).collect()
}

/// The place of the gazetteer that an entity is: its own name's, or the country whose capital it is called by.
fn place_of(entity: &Entity, text: &str) -> Option<&'static Place> {
    let find = |form: bool| {
        let mut mentions = entity.mentions.iter().filter(|m| (m.form == Form::Metonym) == form);
        mentions.find_map(|m| places::find(m.span.of(text)))
    };
    find(false).or_else(|| find(true)?.within.and_then(places::find))
}

/// Whether the articles of two stories name the same things in the same words, so that they are linked alike.
pub(super) fn are_same(now: &[Arc<Reading>], before: &[Arc<Reading>]) -> bool {
    now.len() == before.len() && now.iter().zip(before).all(|(a, b)| Arc::ptr_eq(a, b) || name_same(a, b))
}

fn name_same(a: &Reading, b: &Reading) -> bool {
    let (x, y) = (&*a.article.text, &*b.article.text);
    let roles =
        |e: &Entity, f: &Entity| e.roles().iter().map(|s| s.of(x)).eq(f.roles().iter().map(|s| s.of(y)));
    let mentions = |e: &Entity, f: &Entity| {
        let first = e.mentions.iter().map(|m| (m.form, m.span.of(x)));
        first.eq(f.mentions.iter().map(|m| (m.form, m.span.of(y))))
    };
    let same = |(e, f): (&Entity, &Entity)| {
        e.kind == f.kind && e.name == f.name && e.acronym() == f.acronym() && roles(e, f) && mentions(e, f)
    };
    let age = |age: &Age| (person_of(age), age.years);
    a.article.path == b.article.path
        && a.entities.len() == b.entities.len()
        && a.entities.iter().zip(&b.entities).all(same)
        && a.ages.iter().map(age).eq(b.ages.iter().map(age))
}

/// Links the entities of all articles: the named things in order of first mention, and for every article and entity the index of its
/// thing.
pub(super) fn link(readings: &[Arc<Reading>]) -> (Arc<[LinkedEntity]>, EntityOf) {
    let mut groups = same_words(readings);
    let pairs = weigh(&groups);
    join(&mut groups, &pairs);
    let mut groups: Vec<Group> = groups.into_iter().flatten().collect();
    groups.sort_by_key(|group| group.members[0]);
    let mut entity_of: EntityOf =
        readings.iter().map(|r| vec![0; r.entities.len()].into_boxed_slice()).collect();
    let of = Arc::make_mut(&mut entity_of);
    let mut linked = Vec::with_capacity(groups.len());
    for (index, group) in (0u32..).zip(groups) {
        for &(article, entity) in &group.members {
            of[article as usize][entity as usize] = index;
        }
        let (kind, place) = (group.kind(), group.place.map(|place| place.name));
        linked.push(LinkedEntity { name: group.name, kind, place, members: group.members.into() });
    }
    (linked.into(), entity_of)
}

/// Names for the named things of a story that programs can compare, each once.
pub(super) fn ids(linked: &[LinkedEntity]) -> Vec<String> {
    let mut used: FxHashMap<String, u32> = FxHashMap::default();
    let mut id = |entity: &LinkedEntity| {
        let id = id_of(entity.kind, entity.place.unwrap_or(&entity.name));
        let count = used.entry(id.clone()).or_default();
        *count += 1;
        if *count > 1 { format!("{id}-{count}") } else { id }
    };
    linked.iter().map(&mut id).collect()
}

/// Kind and name in lower case with hyphens: `person:kyrylo-budanov`.
fn id_of(kind: EntityKind, name: &str) -> String {
    let lower = name.to_lowercase();
    let words: Vec<_> = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    format!("{}:{}", kind.name(), words.join("-"))
}

/// Groups of entities whose names have the same words, or that are the same place; never two of one article.
fn same_words(readings: &[Arc<Reading>]) -> Vec<Option<Group>> {
    let mut groups: Vec<Option<Group>> = Vec::new();
    let mut known: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (article, reading) in (0u32..).zip(readings) {
        for index in 0..reading.entities.len() as u32 {
            let group = Group::of(article, index, reading);
            let key = match group.place {
                Some(place) => format!("={}", place.name),
                None => identity::content_words(&group.words).join(" "),
            };
            let same = known.entry(key).or_default();
            let open =
                same.iter().find(|&&g| groups[g].as_ref().is_some_and(|g| !g.articles.contains(&article)));
            match open.and_then(|&at| groups[at].as_mut()) {
                Some(open) => open.absorb(group),
                None => {
                    same.push(groups.len());
                    groups.push(Some(group));
                }
            }
        }
    }
    groups
}

/// Two groups that may be one, and how surely, the surest first.
fn weigh(groups: &[Option<Group>]) -> Vec<(u32, usize, usize)> {
    let mut blocks: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (i, group) in groups.iter().enumerate() {
        let Some(group) = group else { continue };
        let mut keys: BTreeSet<String> = BTreeSet::new();
        for (_, key) in group.words.iter().zip(&group.keys).filter(|(w, _)| w.chars().count() > 1) {
            keys.insert(key.chars().take(3).collect());
        }
        keys.insert(format!("({}", identity::initials(&group.words)));
        keys.extend(group.acronyms.iter().map(|a| format!("({a}")));
        keys.into_iter().for_each(|key| blocks.entry(key).or_default().push(i));
    }
    let mut seen: FxHashSet<(usize, usize)> = FxHashSet::default();
    let mut pairs = Vec::new();
    for block in blocks.values() {
        for (n, &a) in block.iter().enumerate() {
            for &b in &block[n + 1..] {
                if let (true, Some(x), Some(y)) = (seen.insert((a, b)), &groups[a], &groups[b])
                    && let Some(score) = score(x, y)
                {
                    pairs.push((score, a, b));
                }
            }
        }
    }
    pairs.sort_by_key(|&(score, a, b)| (std::cmp::Reverse(score), a, b));
    pairs
}

/// Below this the evidence is a short name alone, which must fit one thing only.
const SHORT: u32 = 60;

fn join(groups: &mut [Option<Group>], pairs: &[(u32, usize, usize)]) {
    let mut head: Vec<usize> = (0..groups.len()).collect();
    for &(score, a, b) in pairs {
        let (x, y) = (root(&mut head, a), root(&mut head, b));
        if x == y {
            continue;
        }
        let apart = match (&groups[x], &groups[y]) {
            (Some(x), Some(y)) => {
                x.shares_article(y)
                    || x.sex.opposes(y.sex)
                    || matches!((x.place, y.place), (Some(p), Some(q)) if p != q)
            }
            _ => true,
        };
        if apart || score <= SHORT && rivals(groups, pairs, &mut head, (score, a, b)) {
            continue;
        }
        let (keep, give) = (x.min(y), x.max(y));
        if let Some(given) = groups[give].take()
            && let Some(kept) = &mut groups[keep]
        {
            kept.absorb(given);
            head[give] = keep;
        }
    }
}

/// Whether the shorter of the two fits another thing just as well.
fn rivals(
    groups: &[Option<Group>],
    pairs: &[(u32, usize, usize)],
    head: &mut [usize],
    (score, a, b): (u32, usize, usize),
) -> bool {
    let (x, y) = (root(head, a), root(head, b));
    let length = |i: usize| groups[i].as_ref().map_or(0, |g| g.words.len());
    let short = if length(x) <= length(y) { x } else { y };
    let others: BTreeSet<usize> = pairs
        .iter()
        .filter(|pair| pair.0 == score)
        .filter_map(|&(_, c, d)| match (root(head, c), root(head, d)) {
            (c, d) if c == short => Some(d),
            (c, d) if d == short => Some(c),
            _ => None,
        })
        .filter(|&other| other != short)
        .collect();
    others.len() > 1
}

fn root(head: &mut [usize], mut i: usize) -> usize {
    while head[i] != i {
        head[i] = head[head[i]];
        i = head[i];
    }
    i
}

/// How surely two groups are one, in percent; `None` where nothing speaks for it.
fn score(a: &Group, b: &Group) -> Option<u32> {
    if a.sex.opposes(b.sex) {
        return None;
    }
    match (a.place, b.place) {
        (Some(p), Some(q)) => return (p == q).then_some(100),
        (None, None) => {}
        _ => return place_score(a, b),
    }
    let (x, y) = (a.kind(), b.kind());
    if acronym_fits(a, b) || acronym_fits(b, a) {
        return (x != EntityKind::Person && y != EntityKind::Person).then_some(90);
    }
    match (x, y) {
        (EntityKind::Person, EntityKind::Person) => people::score(a, b),
        (EntityKind::Place, EntityKind::Place) => place_score(a, b),
        (EntityKind::Person, _) | (_, EntityKind::Person) => None,
        (EntityKind::Place, _) | (_, EntityKind::Place) => same_base(a, b).then_some(70),
        _ => thing_score(a, b),
    }
}

fn acronym_fits(short: &Group, long: &Group) -> bool {
    short.words.len() == 1
        && short.acronyms.contains(&short.words[0])
        && (long.acronyms.contains(&short.words[0])
            || long.words.len() > 2 && identity::initials(&long.words) == short.words[0])
}

/// Two spellings of one word: the same romanised, or a slip apart.
fn alike(a: &str, b: &str) -> bool {
    (a.chars().count() > 3 && romanise::key(a) == romanise::key(b)) || identity::similar(a, b)
}

fn same_base(a: &Group, b: &Group) -> bool {
    identity::without_generic(&a.words) == identity::without_generic(&b.words)
}

fn place_score(a: &Group, b: &Group) -> Option<u32> {
    let country =
        |g: &Group| g.place.is_some_and(|p| matches!(p.rank, places::Rank::Country | places::Rank::Capital));
    if country(a) || country(b) {
        return None;
    }
    if same_base(a, b) {
        return Some(85);
    }
    let known = a.place.is_some() || b.place.is_some();
    let one_word = a.words.len() == 1 && b.words.len() == 1 && a.kind() == b.kind();
    (!known && one_word && alike(&a.words[0], &b.words[0])).then_some(70)
}

/// Organisations and other things: the same words but for legal form, country or order; numbers must be the same.
fn thing_score(a: &Group, b: &Group) -> Option<u32> {
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let digits = |g: &Group| -> Vec<String> {
        g.words.iter().filter(|w| w.bytes().any(|c| c.is_ascii_digit())).cloned().collect()
    };
    if digits(a) != digits(b) {
        return None;
    }
    if identity::short_organisation(&short.words, &long.words) {
        return Some(70);
    }
    if short.words.len() == long.words.len()
        && short.words.iter().zip(&long.words).all(|(x, y)| x == y || alike(x, y))
    {
        return Some(65);
    }
    None
}
