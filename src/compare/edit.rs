//! What an edit leaves as it was: which articles of a story, and which claims of an article that was changed, are those of the
//! comparison before.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::{
    Anchor, Bound, Claim, Clock, ContextWord, Event, Figure, Leaning, Quote, Reading, Site, Speaker, Whose,
};
use crate::text::Span;

use super::affairs::Affairs;
use super::{ClaimRef, Code, Comparison, Finding, Place};

/// Where the letters of a text stand after an edit.
#[derive(Clone, Copy, Debug)]
struct Shift {
    /// Letters before this place stand where they stood.
    head: u32,
    /// Letters from this place of the text before stand as they stood, but so many bytes on.
    tail: u32,
    by: i64,
}

impl Shift {
    fn between(before: &str, after: &str) -> Self {
        let (a, b) = (before.as_bytes(), after.as_bytes());
        let head = same_length(a, b);
        let tail = same_length_behind(&a[head..], &b[head..]);
        Shift { head: head as u32, tail: (a.len() - tail) as u32, by: b.len() as i64 - a.len() as i64 }
    }

    fn on(&self, offset: u32) -> u32 {
        (i64::from(offset) + self.by) as u32
    }

    /// Where a stretch stands now; `None` where the edit is in it.
    fn moved(&self, span: Span) -> Option<Span> {
        match span {
            Span { end, .. } if end <= self.head => Some(span),
            Span { start, end } if start >= self.tail => Some(Span::new(self.on(start), self.on(end))),
            _ => None,
        }
    }

    /// Whether the word that began at a place of the text before is printed as it was.
    fn leaves_word_at(&self, start: u32) -> bool {
        start >= self.tail || start.saturating_add(LONG_WORD) <= self.head
    }

    /// Whether a stretch stands where the other stood, what is in it changed or not.
    fn reaches(&self, before: Span, after: Span) -> bool {
        let start = if before.start <= self.head { before.start } else { self.on(before.start) };
        let end = if before.end >= self.tail { self.on(before.end) } else { before.end };
        (start, end) == (after.start, after.end)
    }
}

/// Two readings of an article, before and after an edit.
#[derive(Debug)]
pub struct Edit<'a> {
    before: &'a Reading,
    after: &'a Reading,
    shift: Shift,
    /// For every claim before the same one now.
    now: Vec<Option<u32>>,
    /// For every claim now the same one before.
    was: Vec<Option<u32>>,
    /// For every quotation now the same words before, whoever spoke them.
    quotes_were: Vec<Option<u32>>,
    /// Whether both tell of the same happenings in the same words, wherever these stand.
    same_events: bool,
}

impl<'a> Edit<'a> {
    /// What an edit changed; `None` where the article appeared on another day, so that all its claims are to be looked at again.
    fn between(before: &'a Reading, after: &'a Reading) -> Option<Self> {
        if before.published != after.published || before.article.outlet() != after.article.outlet() {
            return None;
        }
        let shift = Shift::between(&before.article.text, &after.article.text);
        let (now, was) = (vec![None; before.claims.len()], vec![None; after.claims.len()]);
        let mut edit = Edit { before, after, shift, now, was, quotes_were: Vec::new(), same_events: false };
        let starts: FxHashMap<Span, u32> =
            (0u32..).zip(&after.claims).map(|(i, c)| (after.figures[c.figure as usize].span, i)).collect();
        for (old, claim) in (0u32..).zip(&before.claims) {
            let span = shift.moved(before.figures[claim.figure as usize].span);
            let Some(&new) = span.and_then(|span| starts.get(&span)) else { continue };
            if edit.keeps(claim, &after.claims[new as usize]) {
                edit.now[old as usize] = Some(new);
                edit.was[new as usize] = Some(old);
            }
        }
        edit.quotes_were = edit.same_quotes();
        edit.same_events = all(&before.events, &after.events, |a, b| edit.event(a, b));
        Some(edit)
    }

    /// For every quotation the same words before.
    fn same_quotes(&self) -> Vec<Option<u32>> {
        let moved = |quote: &Quote| self.shift.moved(quote.span);
        let old = (0u32..).zip(&self.before.quotes).filter_map(|(old, quote)| Some((moved(quote)?, old)));
        let old: FxHashMap<Span, u32> = old.collect();
        let was = |quote: &Quote| {
            let old = *old.get(&quote.span)?;
            let before = figures_in(self.before, self.before.quotes[old as usize].span);
            all(before, figures_in(self.after, quote.span), |x, y| self.amount(x, y)).then_some(old)
        };
        self.after.quotes.iter().map(was).collect()
    }

    /// Whether two figures are one amount at one place.
    fn amount(&self, a: &Figure, b: &Figure) -> bool {
        a.value == b.value && a.unit == b.unit && self.span(Some(a.span), Some(b.span))
    }

    /// Whether two figures are as far from their hedges.
    fn hedged_alike(&self, a: &Figure, b: &Figure) -> bool {
        let gap = |f: &Figure| f.hedge_span.map(|hedge| i64::from(f.span.start) - i64::from(hedge.end));
        gap(a) == gap(b)
    }

    fn span(&self, before: Option<Span>, after: Option<Span>) -> bool {
        match (before, after) {
            (Some(before), Some(after)) => self.shift.moved(before) == Some(after),
            (before, after) => before == after,
        }
    }

    /// Whether two named things are one by name and kind: nothing else of them is held against others.
    fn entity(&self, before: u32, after: u32) -> bool {
        let (a, b) = (&self.before.entities[before as usize], &self.after.entities[after as usize]);
        a.kind == b.kind && a.name == b.name
    }

    fn anchor(&self, a: &Anchor, b: &Anchor) -> bool {
        let Anchor { entity, span, reach } = *a;
        reach == b.reach && self.entity(entity, b.entity) && self.span(Some(span), Some(b.span))
    }

    /// Whether a word of one claim is the same in the other, by the start of their sentences.
    fn word(&self, (a, before): (&ContextWord, u32), (b, after): (&ContextWord, u32)) -> bool {
        let (at, place) = (a.place(before), b.place(after));
        let printed = |reading: &'a Reading, at: u32| {
            let rest = reading.article.text.get(at as usize..).unwrap_or_default();
            &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
        };
        // The same stem may stand in another form: `kill`, `kills`.
        let now = self.shift.moved(Span::new(at, at + 1)).map(|span| span.start);
        (a.stem, a.weight, now) == (b.stem, b.weight, Some(place))
            && (self.shift.leaves_word_at(at) || printed(self.before, at) == printed(self.after, place))
    }

    fn speaker(&self, a: &Speaker, b: &Speaker) -> bool {
        let same = match (a.entity, b.entity) {
            (Some(x), Some(y)) => self.entity(x, y),
            (x, y) => x == y,
        };
        same && self.before.name_of(a) == self.after.name_of(b) && self.span(a.span, b.span)
    }

    fn whose(&self, a: Option<Whose>, b: Option<Whose>) -> bool {
        match (a, b) {
            (Some(Whose::Person(x)), Some(Whose::Person(y))) => self.entity(x, y),
            (Some(Whose::Noun(x)), Some(Whose::Noun(y))) => self.span(Some(x), Some(y)),
            (a, b) => a == b,
        }
    }

    fn leaning(&self, a: Option<Leaning>, b: Option<Leaning>) -> bool {
        use Leaning::{Besides, Converts, EachOf, Formerly, PartOf};
        let same = |x: u32, y: u32| {
            let (x, y) = (&self.before.figures[x as usize], &self.after.figures[y as usize]);
            x.value == y.value && self.span(Some(x.span), Some(y.span))
        };
        match (a, b) {
            (Some(PartOf(x)), Some(PartOf(y)))
            | (Some(EachOf(x)), Some(EachOf(y)))
            | (Some(Besides(x)), Some(Besides(y)))
            | (Some(Converts(x)), Some(Converts(y)))
            | (Some(Formerly(x)), Some(Formerly(y))) => same(x, y),
            (a, b) => a.is_none() && b.is_none(),
        }
    }

    /// Whether two events tell of one happening in the same words; the names of things beside them are not looked at.
    fn event(&self, a: &Event, b: &Event) -> bool {
        // All fields by name, so that none that comes to be is forgotten.
        let Event {
            at,
            kind,
            known,
            turn,
            lead,
            outlook,
            display,
            moved,
            further,
            aftermath,
            several,
            parts,
            words,
            named,
            when,
            part,
            clocks,
            sites,
            by,
        } = *a;
        let (old, new) = (&self.before.lists, &self.after.lists);
        let day = |x: &(u32, Bound), y: &(u32, Bound)| {
            let (p, q) = (&self.before.dates[x.0 as usize], &self.after.dates[y.0 as usize]);
            x.1 == y.1 && p.days == q.days && self.span(Some(p.span), Some(q.span))
        };
        let clock = |x: &Clock, y: &Clock| {
            self.span(Some(x.span), Some(y.span)) && *x == Clock { span: x.span, ..*y }
        };
        let site = |x: &Site, y: &Site| {
            let Site { span, kind, name, sort, number, compass } = x;
            (*kind, name, sort, *number, *compass) == (y.kind, &y.name, &y.sort, y.number, y.compass)
                && self.span(Some(*span), Some(y.span))
        };
        let flags = (known, lead, display, moved, further, aftermath, several);
        flags == (b.known, b.lead, b.display, b.moved, b.further, b.aftermath, b.several)
            && (kind, turn, outlook, part) == (b.kind, b.turn, b.outlook, b.part)
            && self.span(Some(at), Some(b.at))
            && old.parts[parts] == new.parts[b.parts]
            && old.words[words] == new.words[b.words]
            && old.keys[named] == new.keys[b.named]
            && all(&old.when[when], &new.when[b.when], day)
            && all(&old.clocks[clocks], &new.clocks[b.clocks], clock)
            && all(&old.sites[sites], &new.sites[b.sites], site)
            && all(&old.speakers[by], &new.speakers[b.by], |x, y| self.speaker(x, y))
    }

    fn figure(&self, a: &Figure, b: &Figure) -> bool {
        // All fields by name, so that none that comes to be is forgotten.
        let Figure { span, value, unit, hedge, hedge_span, told: _, of_span, head, leaning } = a;
        *value == b.value
            && *unit == b.unit
            && *hedge == b.hedge
            && a.of(&self.before.article) == b.of(&self.after.article)
            && *head == b.head
            && self.span(Some(*span), Some(b.span))
            && self.span(*hedge_span, b.hedge_span)
            && self.hedged_alike(a, b)
            && self.span(*of_span, b.of_span)
            && self.leaning(*leaning, b.leaning)
    }

    fn keeps(&self, a: &Claim, b: &Claim) -> bool {
        let Claim {
            figure,
            sentence,
            scope,
            predicates,
            head,
            frame,
            alone,
            modifiers,
            words,
            places,
            anchors,
            when,
            by,
            state,
        } = a;
        let days = |reading: &Reading, when: Option<(u32, _)>| {
            when.map(|(date, reach)| (reading.dates[date as usize].days, reach))
        };
        let (old, new) = (&self.before.lists, &self.after.lists);
        let word = |x: &_, y: &_| self.word((x, sentence.start), (y, b.sentence.start));
        *scope == b.scope
            && *state == b.state
            && *frame == b.frame
            && *alone == b.alone
            && *head == b.head
            && old.predicates[*predicates] == new.predicates[b.predicates]
            && old.keys[*modifiers] == new.keys[b.modifiers]
            && days(self.before, *when) == days(self.after, b.when)
            && self.shift.reaches(*sentence, b.sentence)
            && self.figure(&self.before.figures[*figure as usize], &self.after.figures[b.figure as usize])
            && self.whose(self.before.whose(a), self.after.whose(b))
            && all(&old.words[*words], &new.words[b.words], word)
            && all(&old.anchors[*places], &new.anchors[b.places], |x, y| self.anchor(x, y))
            && all(&old.anchors[*anchors], &new.anchors[b.anchors], |x, y| self.anchor(x, y))
            && all(&old.speakers[*by], &new.speakers[b.by], |x, y| self.speaker(x, y))
    }
}

/// No word of news has so many bytes.
const LONG_WORD: u32 = 256;

/// So many bytes are held against each other at once.
const STRIDE: usize = 32;

/// How many bytes two texts begin with alike.
fn same_length(a: &[u8], b: &[u8]) -> usize {
    let strides = a.chunks_exact(STRIDE).zip(b.chunks_exact(STRIDE)).take_while(|(x, y)| x == y).count();
    let from = strides * STRIDE;
    from + a[from..].iter().zip(&b[from..]).take_while(|(x, y)| x == y).count()
}

/// How many bytes two texts end with alike.
fn same_length_behind(a: &[u8], b: &[u8]) -> usize {
    let strides = a.rchunks_exact(STRIDE).zip(b.rchunks_exact(STRIDE)).take_while(|(x, y)| x == y).count();
    let alike = strides * STRIDE;
    let rest = a[..a.len() - alike].iter().rev().zip(b[..b.len() - alike].iter().rev());
    alike + rest.take_while(|(x, y)| x == y).count()
}

/// The figures of a reading that reach into a stretch of it.
fn figures_in(reading: &Reading, span: Span) -> &[Figure] {
    let from = reading.figures.partition_point(|f| f.span.end <= span.start);
    let figures = &reading.figures[from..];
    &figures[..figures.iter().take_while(|f| f.span.start < span.end).count()]
}

/// Whether two lists are alike, thing by thing.
fn all<T>(a: &[T], b: &[T], alike: impl Fn(&T, &T) -> bool) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| alike(x, y))
}

/// Where an article of a story was in the comparison before.
#[derive(Debug)]
enum Origin<'a> {
    /// It was not there, or nothing of it can be taken over.
    New,
    /// It is as it was, under this index.
    Same(u32),
    /// It was edited.
    Edited(u32, Edit<'a>),
}

/// For every two articles of a story whether they are as they were, and tell of one affair if they did.
fn same_pairs(story: &Story, before: &Story, origins: &[Origin], same_cast: bool) -> Vec<bool> {
    let affairs = (!same_cast).then(|| (Affairs::of(before), Affairs::of(story)));
    let alike = |(a, was): (u32, u32), (b, other): (u32, u32)| match &affairs {
        Some((before, now)) => before.is_one(was, other) == now.is_one(a, b),
        None => true,
    };
    let mut same = Vec::with_capacity(origins.len() * origins.len());
    for (a, x) in (0u32..).zip(origins) {
        same.extend((0u32..).zip(origins).map(|(b, y)| match (x, y) {
            (Origin::Same(x), Origin::Same(y)) => alike((a, *x), (b, *y)),
            _ => false,
        }));
    }
    same
}

/// A story beside the comparison before.
#[derive(Debug)]
pub struct Carried<'a> {
    /// The comparison before.
    pub previous: &'a Comparison,
    /// For every article where it was.
    origins: Vec<Origin<'a>>,
    /// For every article of the story before where it is.
    now: Vec<Option<u32>>,
    /// Whether the named things of the story have the names they had, and its articles their order.
    pub same_cast: bool,
    /// For every two articles whether what they say to each other is what they said before, row by row.
    same_pairs: Vec<bool>,
}

impl<'a> Carried<'a> {
    /// What can be taken over from an earlier comparison of some of a story's articles.
    pub fn of(story: &'a Story, previous: &'a Comparison) -> Self {
        let before = &previous.story;
        let mut now = vec![None; before.readings.len()];
        let places: FxHashMap<&str, u32> =
            (0u32..).zip(&before.readings).map(|(i, r)| (&*r.article.path, i)).collect();
        let mut origins = Vec::with_capacity(story.readings.len());
        for (article, reading) in (0u32..).zip(&story.readings) {
            let origin = match places.get(&*reading.article.path) {
                None => Origin::New,
                Some(&old) if Arc::ptr_eq(reading, &before.readings[old as usize]) => Origin::Same(old),
                Some(&old) => match Edit::between(&before.readings[old as usize], reading) {
                    Some(edit) => Origin::Edited(old, edit),
                    None => Origin::New,
                },
            };
            if let Origin::Same(old) | Origin::Edited(old, _) = &origin {
                now[*old as usize] = Some(article);
            }
            origins.push(origin);
        }
        let same_order = now.iter().enumerate().all(|(old, now)| *now == Some(old as u32));
        let same_cast = same_order && now.len() == origins.len() && before.has_cast_of(story);
        let same_pairs = same_pairs(story, before, &origins, same_cast);
        Carried { previous, origins, now, same_cast, same_pairs }
    }

    /// Whether the articles name all things in the words and the order they did, wherever these stand now.
    pub fn has_same_names(&self, story: &Story) -> bool {
        self.same_cast && Arc::ptr_eq(&self.previous.story.entities, &story.entities)
    }

    /// Whether the articles tell of the same happenings in the same words and name the same things, wherever these stand now.
    pub fn has_same_events(&self, story: &Story) -> bool {
        let same = |origin: &Origin| match origin {
            Origin::New => false,
            Origin::Same(_) => true,
            Origin::Edited(_, edit) => edit.same_events,
        };
        self.has_same_names(story) && self.origins.iter().all(same)
    }

    /// Whether an article is as it was.
    pub fn is_same(&self, article: u32) -> bool {
        matches!(self.origins[article as usize], Origin::Same(_))
    }

    /// Whether what two articles say to each other is what they said before.
    pub fn is_pair_same(&self, a: u32, b: u32) -> bool {
        self.same_pairs[a as usize * self.origins.len() + b as usize]
    }

    /// Under which index an article of the story before is; `None` where nothing of it can be taken over.
    pub fn article_now(&self, article: u32) -> Option<u32> {
        self.now[article as usize]
    }

    /// Under which index an article was in the story before.
    pub fn article_before(&self, article: u32) -> Option<u32> {
        match self.origins[article as usize] {
            Origin::New => None,
            Origin::Same(old) | Origin::Edited(old, _) => Some(old),
        }
    }

    /// The one article that was edited, where all others are as they were.
    pub fn edited(&self) -> Option<u32> {
        let mut others = (0u32..).zip(&self.origins).filter(|(_, origin)| !matches!(origin, Origin::Same(_)));
        match (others.next(), others.next()) {
            (Some((article, Origin::Edited(..))), None) => Some(article),
            _ => None,
        }
    }

    /// Where a claim of the story before is now; `None` where it is gone or another one.
    pub fn claim_now(&self, claim: ClaimRef) -> Option<ClaimRef> {
        let article = self.now[claim.article as usize]?;
        match &self.origins[article as usize] {
            Origin::Edited(_, edit) => {
                edit.now[claim.claim as usize].map(|claim| ClaimRef { article, claim })
            }
            _ => Some(ClaimRef { article, ..claim }),
        }
    }

    /// Whether all articles stand where they stood, and each quotation has the telling words that it had.
    pub fn has_same_quoted(&self, story: &Story) -> bool {
        let before = &self.previous.story.readings;
        let same = |(article, (now, was)): (u32, (&Arc<Reading>, &Arc<Reading>))| {
            self.article_before(article) == Some(article) && now.quoted == was.quoted
        };
        before.len() == story.readings.len() && (0u32..).zip(story.readings.iter().zip(before)).all(same)
    }

    /// Whether all quotations have the words and the numbers that they had; for a story in the order that it had.
    pub fn has_same_quotations(&self, story: &Story) -> bool {
        (0u32..).zip(&story.readings).filter(|(article, _)| !self.is_same(*article)).all(
            |(article, reading)| {
                (0..reading.quotes.len() as u32)
                    .all(|quote| self.quote_before((article, quote)) == Some((article, quote)))
            },
        )
    }

    /// Where a quotation of the same words was in the story before, by article and index.
    pub fn quote_before(&self, (article, quote): (u32, u32)) -> Option<(u32, u32)> {
        match &self.origins[article as usize] {
            Origin::New => None,
            Origin::Same(old) => Some((*old, quote)),
            Origin::Edited(old, edit) => edit.quotes_were[quote as usize].map(|quote| (*old, quote)),
        }
    }

    /// Where a claim was in the story before.
    pub fn claim_before(&self, claim: ClaimRef) -> Option<ClaimRef> {
        match &self.origins[claim.article as usize] {
            Origin::New => None,
            Origin::Same(article) => Some(ClaimRef { article: *article, ..claim }),
            Origin::Edited(article, edit) => {
                edit.was[claim.claim as usize].map(|claim| ClaimRef { article: *article, claim })
            }
        }
    }

    /// Whether findings on claims that stay as they were are to be told in the same words: things have the names they had, and it is
    /// known which findings gave way to others.
    pub fn tells_as_before(&self) -> bool {
        self.same_cast && self.previous.draft.is_some()
    }

    /// The claim whose figure stood at a place of the story before, as it is now; `None` where it is gone or another one.
    pub fn claim_now_at(&self, place: Place) -> Option<ClaimRef> {
        let reading = &self.previous.story.readings[place.article as usize];
        let start = |claim: &Claim| reading.figures[claim.figure as usize].span.start;
        let claim = reading.claims.partition_point(|claim| start(claim) < place.span.start);
        let found = reading.claims.get(claim).is_some_and(|claim| start(claim) == place.span.start);
        found
            .then_some(ClaimRef { article: place.article, claim: claim as u32 })
            .and_then(|c| self.claim_now(c))
    }

    /// The findings of a code that an article had before, as they are to be told now; for codes that look at one article alone.
    pub fn findings_within(&self, article: u32, code: Code) -> impl Iterator<Item = Finding> {
        let findings = self.article_before(article).map(|before| {
            let all = &self.previous.findings;
            let from = all.partition_point(|f| f.at.article < before);
            let here = all[from..].iter().take_while(move |f| f.at.article == before);
            here.filter(move |f| f.code == code)
        });
        findings.into_iter().flatten().filter_map(|finding| self.moved(finding))
    }

    /// A finding of the comparison before, as it is to be told now; `None` where words that it shows were edited.
    pub fn moved(&self, finding: &Finding) -> Option<Finding> {
        let Finding { code, severity, at, message, related } = finding;
        let at = self.place_now(*at)?;
        let mut places = Vec::with_capacity(related.len());
        for (place, told) in related {
            places.push((self.place_now(*place)?, Arc::clone(told)));
        }
        Some(Finding { code: *code, severity: *severity, at, message: message.clone(), related: places })
    }

    /// Where a place of the story before is now; `None` where its words were edited.
    pub fn place_now(&self, place: Place) -> Option<Place> {
        let article = self.now[place.article as usize]?;
        let span = match &self.origins[article as usize] {
            Origin::Edited(_, edit) => edit.shift.moved(place.span)?,
            _ => place.span,
        };
        Some(Place { article, span })
    }
}
