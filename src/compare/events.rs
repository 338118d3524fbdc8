//! Whether two articles tell the same happening, decided by who takes part, what is said around it, and what else it shares.
//!
//! Only happenings of one kind meet, over or to come alike. A person or a number of the series that clashes rules a pair out; a shared
//! name counts most, then a shared noun, then the words around; a value that looks like a slip of the other (the same day of another
//! month, two digits changed) speaks for one happening told wrong.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::names::places::{self, Rank};
use crate::extract::{
    Bound, Clock, ContextWord, Days, EntityKind, Event, Outlook, Participant, Reading, Role, Site, Turn,
};
use crate::text::Span;

use super::clashes::{self, Clash, Clashes};
use super::edit::Carried;
use super::telling;
use super::{Code, Finding, Place, Severity};

/// How much has to speak for two events being one before what they say is held against each other.
pub const SAME: f32 = 1.0;

/// The most tellings of one kind that are held against each other: a page of results tells hundreds that have nothing in common.
const CROWD: usize = 64;

/// An event of a story.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// What it reads.
    pub reading: &'a Reading,
    /// The number of the event among the reading's.
    pub number: u32,
    /// The event.
    pub event: &'a Event,
}

impl<'a> Telling<'a> {
    /// Who takes part.
    pub fn parts(&self) -> &'a [Participant] {
        &self.reading.lists.parts[self.event.parts]
    }

    /// The content words around it, sorted by stem.
    pub fn words(&self) -> &'a [ContextWord] {
        &self.reading.lists.words[self.event.words]
    }

    /// The named things around it, by index into the reading's entities, sorted.
    fn named(&self) -> &'a [u32] {
        &self.reading.lists.keys[self.event.named]
    }

    /// Its date mentions, by index into the reading's dates, with their bounds.
    pub fn when(&self) -> &'a [(u32, Bound)] {
        &self.reading.lists.when[self.event.when]
    }

    /// Times of day; several where one is given in two zones.
    pub fn clocks(&self) -> &'a [Clock] {
        &self.reading.lists.clocks[self.event.clocks]
    }

    /// Where.
    pub fn sites(&self) -> &'a [Site] {
        &self.reading.lists.sites[self.event.sites]
    }

    /// Who says so; `None` where the outlet itself does.
    fn speaker(&self) -> Option<Cow<'a, str>> {
        self.reading.lists.speakers[self.event.by].first().map(|speaker| self.reading.name_of(speaker))
    }

    /// The days it gives, with the date mention: the first that is known.
    pub fn days(&self) -> Option<(u32, Days)> {
        self.when().iter().find_map(|w| Some((w.0, self.reading.dates[w.0 as usize].days?)))
    }

    /// Whether it is over or to come when the article appears; where words leave that open, its day tells.
    pub fn outlook(&self) -> Outlook {
        let (Outlook::Open, Some((_, days)), Some(published)) =
            (self.event.outlook, self.days(), &self.reading.published)
        else {
            return self.event.outlook;
        };
        if days.first > published.date { Outlook::Ahead } else { Outlook::Past }
    }
}

/// All events of a story, by kind.
pub struct Happenings<'a> {
    /// The story.
    pub story: &'a Story,
    kinds: Vec<Vec<Telling<'a>>>,
    /// The kinds of which none is held against another, sorted.
    closed: Vec<u32>,
    /// The comparison before with its clashes, where those between articles that are as they were still hold.
    kept: Option<(&'a Carried<'a>, &'a Clashes)>,
}

impl<'a> Happenings<'a> {
    /// Gathers the events of a story.
    pub fn of(story: &'a Story, carried: Option<&'a Carried<'a>>) -> Self {
        let mut index = FxHashMap::default();
        let mut kinds: Vec<Vec<Telling>> = Vec::new();
        for (article, reading) in (0u32..).zip(&story.readings) {
            for (number, event) in (0u32..).zip(&reading.events) {
                let i = *index.entry(event.kind).or_insert_with(|| {
                    kinds.push(Vec::new());
                    kinds.len() - 1
                });
                kinds[i].push(Telling { article, reading, number, event });
            }
        }
        let is_closed = |kind: &&Vec<Telling>| kind.len() > CROWD || kind.iter().any(|t| t.event.moved);
        let mut closed: Vec<u32> = kinds.iter().filter(is_closed).map(|kind| kind[0].event.kind).collect();
        closed.sort_unstable();
        let kept = carried.zip(Clashes::before(carried, &closed));
        Happenings { story, kinds, closed, kept }
    }

    /// The clashes of the comparison before.
    pub fn kept(&self) -> Option<&'a Clashes> {
        self.kept.map(|(_, clashes)| clashes)
    }

    /// The clashes of the comparison before of one sort, as they are now, where all articles tell of the same happenings.
    pub fn kept_whole(&self, before: fn(&Clashes) -> &[Clash]) -> Option<Vec<Clash>> {
        let (carried, clashes) = self.kept.filter(|(carried, _)| carried.has_same_events(self.story))?;
        clashes::moved(before(clashes), carried)
    }

    /// Whether the clashes of two articles are those of the comparison before.
    pub fn is_kept(&self, a: u32, b: u32) -> bool {
        self.kept.is_some_and(|(carried, _)| carried.is_same(a) && carried.is_same(b))
    }

    /// The events of each kind; none of kinds that are told too often to be held against each other, or of which one was put off.
    pub fn kinds(&self) -> impl Iterator<Item = &[Telling<'a>]> {
        let open = |kind: &&[Telling]| self.closed.binary_search(&kind[0].event.kind).is_err();
        self.kinds.iter().map(Vec::as_slice).filter(open)
    }

    /// All clashes in order: those found, and of the comparison before those that were not looked for again.
    pub fn clashes(&self, found: &[(Side, Side)], before: fn(&Clashes) -> &[Clash]) -> Vec<Clash> {
        let kept = self.kept().map_or(&[][..], before);
        clashes::all(found, kept, |a, b| self.is_kept(a, b))
    }

    /// The kinds of which none is held against another.
    pub fn closed(self) -> Vec<u32> {
        self.closed
    }

    /// All events.
    pub fn all(&self) -> impl Iterator<Item = &Telling<'a>> {
        self.kinds.iter().flatten()
    }

    /// The pairs of one kind that can be held against each other: of two articles, or the headline or caption and the text of one;
    /// none of which the clashes are known.
    pub fn pairs<'k>(
        &'k self,
        kind: &'k [Telling<'a>],
    ) -> impl Iterator<Item = (&'k Telling<'a>, &'k Telling<'a>)> {
        // The tellings of the one article that was edited stand together.
        let edited = self.kept.and_then(|(carried, _)| carried.edited());
        let from = edited.map_or(0, |edited| kind.partition_point(|t| t.article < edited));
        let to = edited.map_or(kind.len(), |edited| kind.partition_point(|t| t.article <= edited));
        let others = move |(i, a): (usize, &'k Telling<'a>)| {
            let open =
                if (from..to).contains(&i) { i + 1..kind.len() } else { from.max(i + 1)..to.max(i + 1) };
            kind[open].iter().map(move |b| (a, b))
        };
        kind.iter().enumerate().flat_map(others).filter(|(a, b)| {
            (a.article != b.article || a.event.display != b.event.display)
                && !a.event.further
                && !b.event.further
                && !self.is_kept(a.article, b.article)
        })
    }

    /// How much speaks for two events of one kind being the same, from about 0 to 2; `None` where something rules it out.
    /// `kind` are all events of it.
    pub fn likeness(&self, kind: &[Telling], a: &Telling, b: &Telling) -> Option<f32> {
        if a.outlook() != b.outlook() && a.outlook() != Outlook::Open && b.outlook() != Outlook::Open {
            return None;
        }
        let only = |t: &Telling| {
            let alike = |o: &&Telling| o.article == t.article && o.outlook() == t.outlook();
            kind.iter().filter(alike).count() == 1
        };
        let once = a.event.turn == Turn::Once;
        let persons = |t: &Telling| t.parts().iter().any(|p| p.person);
        if once && a.event.several != b.event.several && (persons(a) || persons(b)) {
            return None;
        }
        let ahead = a.outlook() == Outlook::Ahead;
        // A verb of no known happening may be told of many times over.
        let known = if a.event.known { 0.15 } else { -0.2 };
        let alone = match only(a) && only(b) {
            true if once && ahead => 0.6,
            true if once || ahead && shares_thing(a, b) => 0.45,
            true => 0.15,
            false => 0.0,
        };
        // What both open with is what the story is about.
        let lead = if once && a.event.lead && b.event.lead { 0.4 } else { 0.0 };
        let alone = alone + lead;
        let parts = self.shared_parts(a, b)?;
        if parts == 0.0 && once && a.event.several && b.event.several && persons(a) {
            return None;
        }
        let others = if once { done_to_others(a, b)? } else { 0.0 };
        Some(known + alone + parts - others + shared_words(a, b) + self.shared_names(a, b))
    }

    /// The entity of the story that an entity of an article is.
    fn linked(&self, t: &Telling, entity: u32) -> Option<u32> {
        self.story.entity_of.get(t.article as usize)?.get(entity as usize).copied()
    }

    /// Those who take part in both; `None` where a person or thing clashes with another in the same part.
    pub fn shared_parts(&self, a: &Telling, b: &Telling) -> Option<f32> {
        let same_entity = |p: &Participant, q: &Participant| match (p.entity, q.entity) {
            (Some(x), Some(y)) => Some(self.linked(a, x) == self.linked(b, y)),
            _ => None,
        };
        // Of several each article may tell others.
        let counted = |t: &Telling, role: Role| {
            let alone = t.parts().iter().any(|p| p.role == Role::Sole);
            t.event.several && role == if alone { Role::Sole } else { Role::Undergoer }
        };
        let (mut entities, mut nouns) = (0.0f32, 0.0f32);
        let mut clash = false;
        for p in a.parts() {
            for q in b.parts().iter().filter(|q| meets(p.role, q.role)) {
                let kind =
                    |t: &Telling, p: &Participant| p.entity.map(|e| t.reading.entities[e as usize].kind);
                match same_entity(p, q) {
                    Some(true) => entities += if entities > 0.0 { 0.2 } else { 0.7 },
                    Some(false) => clash |= kind(a, p) == kind(b, q) && kind(a, p) != Some(EntityKind::Place),
                    None if p.sex.opposes(q.sex) => clash = true,
                    None if p.key == q.key && p.key != 0 && !counted(a, p.role) && !counted(b, q.role) => {
                        let base = if p.person { 0.15 } else { 0.3 };
                        nouns = nouns.max(base + f32::from(p.weight) / 200.0);
                    }
                    None => {}
                }
            }
        }
        if clash && entities == 0.0 {
            return None;
        }
        Some(entities.min(0.9) + nouns)
    }

    /// Names around both that take no part.
    fn shared_names(&self, a: &Telling, b: &Telling) -> f32 {
        let takes_part = |t: &Telling, e: u32| t.parts().iter().any(|p| p.entity == Some(e));
        let theirs: Vec<Option<u32>> =
            b.named().iter().filter(|&&e| !takes_part(b, e)).map(|&e| self.linked(b, e)).collect();
        let mine = a.named().iter().filter(|&&e| !takes_part(a, e));
        let shared = mine.filter(|&&e| theirs.contains(&self.linked(a, e))).count();
        (shared as f32 * 0.2).min(0.4)
    }

    /// Whether some event of this kind in the article of `here` tells what `rival` tells, so that the article knows of both. Of one
    /// article, headline and captions are held against the text, and know what they tell themselves.
    pub fn knows(
        kind: &[Telling<'a>],
        here: &Telling,
        rival: &Telling,
        tells: impl Fn(&Telling<'a>) -> bool,
    ) -> bool {
        let alone = here.article == rival.article;
        kind.iter()
            .filter(|t| t.article == here.article && (!alone || t.event.display == here.event.display))
            .any(tells)
    }
}

/// The named things of an article that tell what it is about, as the story knows them; sorted.
pub fn telling_names(story: &Story, article: u32) -> Vec<u32> {
    // What lies in one country need not be one thing.
    let tells = |entity: &u32| {
        let named = &story.entities[*entity as usize];
        named.kind != EntityKind::Other && places::find(&named.name).is_none_or(|p| p.rank != Rank::Country)
    };
    let mut names: Vec<u32> = story.entity_of[article as usize].iter().copied().filter(tells).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// Whether a thing takes part in both: the plant, the ferry, the result.
pub fn shares_thing(a: &Telling, b: &Telling) -> bool {
    let things =
        |t: &Telling| t.parts().iter().filter(|p| p.key != 0 && !p.person).map(|p| p.key).collect::<Vec<_>>();
    let theirs = things(b);
    things(a).iter().any(|key| theirs.contains(key))
}

/// Whether two parts can be one: doers meet doers, those it is done to each other, and all that is named meets either.
fn meets(a: Role, b: Role) -> bool {
    a == b || a == Role::Sole || b == Role::Sole
}

/// The share of telling words around both, up to 0.5.
fn shared_words(a: &Telling, b: &Telling) -> f32 {
    let (x, y) = (a.words(), b.words());
    let (mut j, mut common) = (0, 0.0f32);
    let takes_part = |t: &Telling, stem: u32| t.parts().iter().any(|p| p.key == stem);
    for word in x.iter().filter(|w| !takes_part(a, w.stem) || !takes_part(b, w.stem)) {
        while j < y.len() && y[j].stem < word.stem {
            j += 1;
        }
        if y.get(j).is_some_and(|w| w.stem == word.stem) {
            common += f32::from(word.weight.min(y[j].weight));
        }
    }
    let total = |w: &[crate::extract::ContextWord]| w.iter().map(|w| f32::from(w.weight)).sum::<f32>();
    (1.2 * common / (total(x) * total(y)).sqrt().max(60.0)).min(0.5)
}

/// What speaks against two events being one where those who take part are called by other words in each.
const OTHERS: f32 = 0.3;

/// How it speaks against two events being one that it is done to something else in each, by its noun: people may be called by
/// many words (`the driver`, `a father of two`), a school is no bridge. A name may stand for either. `None` rules it out.
fn done_to_others(a: &Telling, b: &Telling) -> Option<f32> {
    let of_role = |t: &Telling<'_>, role| -> Vec<Participant> {
        t.parts().iter().filter(|p| p.role == role).copied().collect()
    };
    let mut against = 0.0;
    for role in [Role::Undergoer, Role::Sole] {
        let (x, y) = (of_role(a, role), of_role(b, role));
        let unnamed = x.iter().chain(&y).all(|p| p.entity.is_none() && p.key != 0);
        let apart = x.iter().all(|p| y.iter().all(|q| p.key != q.key));
        if !unnamed || !apart || x.is_empty() || y.is_empty() {
            continue;
        }
        against = OTHERS;
        if role == Role::Undergoer && x.iter().chain(&y).all(|p| !p.person) {
            return None;
        }
    }
    Some(against)
}

/// One side of a clash: the event and the words that say when or where.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The event.
    pub telling: Telling<'a>,
    /// The words that clash.
    pub span: Span,
}

impl Side<'_> {
    fn place(&self) -> Place {
        Place { article: self.telling.article, span: self.span }
    }
}

/// The findings of clashing pairs: one for each place, with all its rivals; `gloss` adds to the quoted words what they come to.
pub fn findings(
    story: &Story,
    code: Code,
    clashes: &[Clash],
    gloss: impl Fn(&Side) -> String,
) -> Vec<Finding> {
    let mut sides: std::collections::BTreeMap<Place, (Side, Vec<Side>)> = std::collections::BTreeMap::new();
    for (a, b) in clashes::sides(story, clashes) {
        for (here, there) in [(a, b), (b, a)] {
            let rivals = &mut sides.entry(here.place()).or_insert((here, Vec::new())).1;
            if rivals.iter().all(|r| r.place() != there.place()) {
                rivals.push(there);
            }
        }
    }
    sides.into_iter().map(|(at, (here, rivals))| finding(story, code, at, &here, rivals, &gloss)).collect()
}

fn finding(
    story: &Story,
    code: Code,
    at: Place,
    here: &Side,
    mut rivals: Vec<Side>,
    gloss: &impl Fn(&Side) -> String,
) -> Finding {
    rivals.sort_by_key(|r| (r.telling.article == at.article, r.place()));
    let add_speaker = |text: &mut String, side: &Side| {
        if let Some(name) = side.telling.speaker() {
            text.extend([" (", &*name, ")"]);
        }
    };
    let words = |side: &Side| {
        let mut text = telling::quoted(story, side.place());
        text.push_str(&gloss(side));
        text
    };
    let told = |side: &Side| {
        let mut text = words(side);
        if side.telling.article == at.article {
            let display = side.telling.event.display;
            text.extend([" in the ", if display { "headline or caption" } else { "text" }, " here"]);
        } else {
            text.push_str(" in ");
            telling::add_source(&mut text, story, side.telling.article, at.article);
        }
        add_speaker(&mut text, side);
        text
    };
    let related: Vec<(Place, Arc<str>)> = rivals.iter().map(|r| (r.place(), told(r).into())).collect();
    let mut message = words(here);
    message.push_str(" here");
    if !here.telling.event.at.overlaps(here.span) {
        message.extend([" for “", &telling::words(story, at.article, here.telling.event.at), "”"]);
    }
    add_speaker(&mut message, here);
    message.extend(["; ", &related[0].1]);
    if rivals.len() > 1 {
        message.push_str(&format!(", and {} more", rivals.len() - 1));
    }
    Finding { code, severity: Severity::Warning, at, message, related }
}

#[cfg(test)]
pub mod tests {
    use std::sync::Arc;

    use super::super::{Code, Severity, compare};
    use crate::corpus::Story;
    use crate::extract::read;
    use crate::text::{Article, Meta};

    /// Holds two articles of 10 March 2025 against each other. `expected` has what the findings of a code quote in the first and in the
    /// second, `a | b`, several joined by `; `; empty where none may be.
    #[track_caller]
    pub fn check(code: Code, first: &str, second: &str, expected: &str) {
        check_on(code, ("2025-03-10", first), ("2025-03-10", second), expected);
    }

    /// Many pairs of articles of that day; all that come out otherwise are told at once.
    #[track_caller]
    pub fn check_pairs(code: Code, pairs: &[(&str, &str, &str)]) {
        let day = |text| ("2025-03-10", text);
        let otherwise: Vec<String> = pairs
            .iter()
            .filter_map(|&(first, second, expected)| {
                let told = told(code, day(first), day(second));
                (told != expected)
                    .then(|| format!("{first}\n{second}\n  told: {told}\n  expected: {expected}"))
            })
            .collect();
        assert!(otherwise.is_empty(), "{}", otherwise.join("\n\n"));
    }

    /// The same for articles of given days.
    #[track_caller]
    pub fn check_on(code: Code, first: (&str, &str), second: (&str, &str), expected: &str) {
        assert_eq!(told(code, first, second), expected, "{first:?}\n{second:?}");
    }

    /// What the findings of a code quote in the first of two articles and in the second; each finding has its twin.
    fn told(code: Code, first: (&str, &str), second: (&str, &str)) -> String {
        let article = |name: &str, (day, text): (&str, &str)| {
            let page = format!("---\nsource: {name}\ndate: {day}\n---\n{text}\n");
            Arc::new(read(Arc::new(Article::from_text(&format!("/{name}.md"), &page, &Meta::default()))))
        };
        let readings = vec![article("one", first), article("two", second)];
        let comparison = compare(Arc::new(Story::of(readings)), None);
        let story = &comparison.story;
        let mine = u32::from(story.outlet(0) != "one");
        let quoted = |place: super::Place| story.readings[place.article as usize].article.slice(place.span);
        let of_code = || comparison.findings.iter().filter(|f| f.code == code);
        let mut told: Vec<String> = of_code()
            .filter(|f| f.at.article == mine)
            .flat_map(|f| f.related.iter().map(|r| format!("{} | {}", quoted(f.at), quoted(r.0))))
            .collect();
        told.sort();
        for finding in of_code() {
            assert_eq!(finding.severity, Severity::Warning);
            for (place, _) in &finding.related {
                let twin = of_code().any(|f| f.at == *place && f.related.iter().any(|r| r.0 == finding.at));
                assert!(twin, "a twin for {}", finding.message);
            }
        }
        told.join("; ")
    }
}
