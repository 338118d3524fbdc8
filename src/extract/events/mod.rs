//! Events: a verb or noun that names a happening, with the days, hours and places that its clause gives it.
//!
//! Reading starts from what can clash, the dates, times and places, and leads each back to the happening it belongs to: the noun
//! directly before or behind it (`the crash on Tuesday`, `Friday's vote`), else the verb that governs it. Verbs of saying, thought
//! and state name no happening; verbs that only carry a noun (`the quake struck`, `she passed an inspection`) leave it to the noun.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use crate::text::{BlockKind, Parse, Penn, Span, Tense, Upos, VerbGroup, calendar};

use super::claims::lexicon as words_of_news;
use super::cover::Named;
use super::figures::is_person;
use super::meanings::{Meaning, Meanings};
use super::names::identity::{Sex, sex_of_noun};
use super::{
    Attribution, Bound, Clock, ContextWord, DateMention, DayPart, Event, Lists, Outlook, Participant, Role,
    Run, Site, SiteKind, Spot, Turn, words,
};
use anchor::Anchor;
use lexicon::{Carrier, Mark};

pub use lexicon::{any_incident, is_harm};
pub use sites::{PlaceName, is_bearing, is_estate, is_sort, place_name, plain_sort};

mod anchor;
pub mod clock;
mod lexicon;
pub(super) mod sites;

/// How many tokens to either side of a happening lend it their words.
const WINDOW: usize = 40;

/// Added to what is told of somebody where their home is, so that it is no telling of it.
const HOME: u32 = 0x686f_6d65;

/// What every caption stands for that shows what an incident has left, and tells no happening.
pub fn picture_kind() -> u32 {
    words::hash("picture")
}

/// Reads the events of an article: those with a day, an hour or a place; and all places that it names, whatever for.
pub fn find(
    parse: &Parse,
    meanings: &Meanings,
    dates: &[DateMention],
    named: &Named,
    said: &[Attribution],
    aged: Option<u32>,
    lists: &mut Lists,
) -> (Vec<Event>, Vec<Spot>) {
    let mut cues: Vec<Span> = said.iter().filter_map(|a| a.cue).collect();
    cues.sort_unstable();
    let lead_end = lead_end(parse);
    let reader = Reader { parse, meanings, names: named, cues: &cues, said, lead_end };
    let mut drafts: BTreeMap<usize, Draft> = BTreeMap::new();
    let dateline = parse.article.dateline.as_ref().map(|d| d.span);
    // The day of a dateline is that of the report.
    let told = |date: &DateMention| dateline.is_none_or(|line| !line.overlaps(date.span));
    for (i, date) in (0u32..).zip(dates).filter(|(_, date)| told(date)) {
        let tokens = parse.tokens_in(date.span);
        if let Some(draft) = reader.event(&mut drafts, tokens.clone(), lists) {
            draft.when.push((i, reader.bound_of(&tokens)));
            draft.event.part = draft.event.part.or(reader.day_part(&tokens));
        }
    }
    for clock in clock::find(parse, meanings) {
        let tokens = parse.tokens_in(clock.span);
        // `The fire was out by noon`, `polls are open until 8 p.m.`
        if reader.bound(tokens.start) == Bound::Until && reader.word_before(tokens.start) != "before" {
            continue;
        }
        if let Some(draft) = reader.event(&mut drafts, tokens, lists) {
            draft.clocks.push(clock);
        }
    }
    let mut loose = Vec::new();
    let (places, mut spots) = sites::find(parse, meanings, named, aged);
    spots.retain_mut(|spot| {
        let sentence = reader.sentence(&parse.tokens_in(spot.span));
        spot.lead = sentence.as_ref().is_some_and(|s| reader.is_lead(s));
        sentence.is_some()
    });
    for found in places {
        if found.site.kind == SiteKind::Home {
            loose.extend(reader.home(found, lists));
        } else if let Some(draft) = reader.event(&mut drafts, found.tokens.clone(), lists) {
            draft.sites.push(found.site);
        } else if !matches!(found.site.kind, SiteKind::Town | SiteKind::Side | SiteKind::Bearing) {
            loose.extend(reader.loose(found, lists));
        }
    }
    let mut all: Vec<Event> = drafts.into_values().map(|draft| draft.finish(lists)).chain(loose).collect();
    all.sort_by_key(|e| e.at);
    (all, spots)
}

/// An event that may still be given days, hours and places.
struct Draft {
    event: Event,
    when: Vec<(u32, Bound)>,
    clocks: Vec<Clock>,
    sites: Vec<Site>,
}

impl Draft {
    fn finish(self, lists: &mut Lists) -> Event {
        Event {
            when: lists.when.add(self.when),
            clocks: lists.clocks.add(self.clocks),
            sites: lists.sites.add(self.sites),
            ..self.event
        }
    }
}

/// How many sentences of running text make the lead.
const LEAD: usize = 3;

/// The token behind the first sentences of the running text.
fn lead_end(parse: &Parse) -> usize {
    let running = |&i: &usize| {
        let block = parse.block_of(i);
        block.kind == BlockKind::Paragraph && block.repeats.is_none()
    };
    let last = (0..parse.sentences.len()).filter(running).nth(LEAD - 1);
    last.map_or(parse.tokens.len(), |i| parse.sentences[i].tokens.end)
}

struct Reader<'a> {
    parse: &'a Parse<'a>,
    meanings: &'a Meanings,
    /// All mentions with their entities, in order, and what they cover.
    names: &'a Named,
    /// The verbs and prepositions of saying, in order.
    cues: &'a [Span],
    said: &'a [Attribution],
    /// The token behind the lead.
    lead_end: usize,
}

impl Reader<'_> {
    /// The event that the date, time or place of these tokens belongs to, made where it is the first of it.
    fn event<'e>(
        &self,
        drafts: &'e mut BTreeMap<usize, Draft>,
        tokens: Range<usize>,
        lists: &mut Lists,
    ) -> Option<&'e mut Draft> {
        let sentence = self.sentence(&tokens)?;
        let anchor = self.anchor(&tokens).or_else(|| self.picture(&tokens, &sentence));
        let anchor = anchor.filter(|a| sentence.contains(&a.token))?;
        match drafts.entry(anchor.token) {
            Entry::Occupied(draft) => Some(draft.into_mut()),
            Entry::Vacant(free) => {
                let event = self.build(&anchor, &sentence, lists)?;
                let draft = Draft { event, when: Vec::new(), clocks: Vec::new(), sites: Vec::new() };
                Some(free.insert(draft))
            }
        }
    }

    /// The sentence around some tokens, where it belongs to the story and its block is no repeat.
    fn sentence(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let parse = self.parse;
        if tokens.is_empty() || parse.sentences.is_empty() {
            return None;
        }
        let index = parse.sentence_of(tokens.start);
        let block = parse.block_of(index);
        let told = block.is_story() && block.repeats.is_none() && block.kind != BlockKind::Byline;
        Some(parse.sentences[index].tokens.clone()).filter(|s| told && s.contains(&tokens.start))
    }

    /// The event of an anchor, without its day, hour and place; `None` where it is denied, doubtful or conditional.
    fn build(&self, anchor: &Anchor, sentence: &Range<usize>, lists: &mut Lists) -> Option<Event> {
        let parse = self.parse;
        let group = anchor.verb.map(|v| &parse.verbs[v]);
        let clause = parse.clause_of(anchor.token);
        // The verb of a noun's clause may say something else than that it happens.
        let tells = anchor.phrase.is_none() || anchor.carrier.is_some();
        if group.is_some_and(|g| tells && self.is_open_question(g))
            || matches!(parse.lower(clause.start), "if" | "unless")
            || clause.clone().any(|t| is_habit(parse.lower(t)))
        {
            return None;
        }
        let at = parse.tokens[anchor.token].span;
        let kind = parse.block_of(parse.sentence_of(anchor.token)).kind;
        let near = anchor.token.saturating_sub(WINDOW).max(sentence.start)
            ..(anchor.token + WINDOW).min(sentence.end);
        let display = matches!(kind, BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption);
        Some(Event {
            at,
            kind: anchor.kind,
            known: anchor.known,
            turn: anchor.turn,
            lead: self.is_lead(sentence),
            outlook: self.outlook(anchor, group),
            display,
            moved: anchor.carrier == Some(Carrier::Moved)
                || group.is_some_and(|g| self.was_to(g))
                || clause.clone().any(|t| lexicon::mark(parse.lower(t)) == Some(Mark::Moved)),
            further: self.is_further(anchor),
            aftermath: self.is_aftermath(sentence),
            several: self.is_several(anchor),
            parts: lists.parts.add(self.parts(anchor)),
            words: lists.words.add(self.words(anchor.token, &clause, &near)),
            named: lists.keys.add(self.named(&near)),
            when: Run::default(),
            part: None,
            clocks: Run::default(),
            sites: Run::default(),
            by: self.speakers(at),
        })
    }

    /// Whether a sentence is one of the first of the running text, which tell what the article is about.
    fn is_lead(&self, sentence: &Range<usize>) -> bool {
        sentence.start < self.lead_end
    }

    /// Whether the verb leaves open that it happens at all.
    fn is_open_question(&self, group: &VerbGroup) -> bool {
        let modal = group.modal.map_or("", |m| self.parse.lower(m));
        group.negated || matches!(modal, "could" | "may" | "might" | "should" | "must" | "can")
    }

    /// `The bridge was to open on 2 May`: what was planned, and may have come otherwise.
    fn was_to(&self, group: &VerbGroup) -> bool {
        let to = group.tokens.clone().find(|&t| self.parse.lower(t) == "to");
        let before = to.and_then(|t| t.checked_sub(1)).map_or("", |t| self.parse.lower(t));
        let due = to.and_then(|t| t.checked_sub(2)).filter(|_| before == "due").map(|t| self.parse.lower(t));
        matches!(due.unwrap_or(before), "was" | "were" | "been")
    }

    fn outlook(&self, anchor: &Anchor, group: Option<&VerbGroup>) -> Outlook {
        let Some(group) = group else { return Outlook::Open };
        match group.tense {
            _ if anchor.carrier == Some(Carrier::Plan) => Outlook::Ahead,
            Tense::Future => Outlook::Ahead,
            Tense::NonFinite if self.parse.lower(group.tokens.start) == "to" => Outlook::Ahead,
            // The verb of a noun's clause may tell of something else than the happening.
            _ if anchor.phrase.is_some() && anchor.carrier != Some(Carrier::Light) => Outlook::Open,
            Tense::Past | Tense::PresentPerfect => Outlook::Past,
            _ => Outlook::Open,
        }
    }

    /// `a second blast`, `another hearing`, `the previous owner was arrested`.
    fn is_further(&self, anchor: &Anchor) -> bool {
        // `A second man has died after the blast`: a second man, not a second blast.
        let verb = anchor.verb.filter(|_| anchor.phrase.is_none());
        let phrases = [anchor.phrase, verb.and_then(|v| self.parse.subject_of(v))];
        let words = phrases.into_iter().flatten().flat_map(|p| self.parse.phrases[p].tokens.clone());
        let more = |t: usize| {
            let than = self.parse.tokens.get(t + 1).is_some_and(|_| self.parse.lower(t + 1) == "than");
            self.parse.lower(t) == "more" && !than
        };
        let clause = self.parse.clause_of(anchor.token);
        words.into_iter().any(|t| lexicon::mark(self.parse.lower(t)) == Some(Mark::Apart) || more(t))
            || (anchor.token + 1..clause.end).any(|t| self.parse.lower(t) == "again")
    }

    /// Whether a sentence is of a caption that shows what an incident has left or who came to it, and is not of an older picture.
    fn is_aftermath(&self, sentence: &Range<usize>) -> bool {
        let parse = self.parse;
        let block = parse.block_of(parse.sentence_of(sentence.start));
        let older = || {
            let behind = (sentence.end..parse.tokens.len()).take(WINDOW);
            let same = behind.take_while(|&t| block.span.contains(parse.tokens[t].span));
            sentence
                .clone()
                .take(WINDOW)
                .chain(same)
                .any(|t| matches!(parse.lower(t), "file" | "archive" | "undated"))
        };
        block.kind == BlockKind::Caption
            && sentence.clone().take(WINDOW).any(|t| lexicon::is_aftermath(parse.lower(t)))
            && !older()
    }

    /// Whether it is done to several: `four people were killed`.
    fn is_several(&self, anchor: &Anchor) -> bool {
        let Some(verb) = anchor.verb else { return false };
        let undergoer = if self.parse.verbs[verb].passive { None } else { self.parse.object_of(verb) };
        let phrase = undergoer.or_else(|| self.parse.subject_of(verb)).filter(|&p| anchor.phrase != Some(p));
        phrase.is_some_and(|p| {
            let phrase = &self.parse.phrases[p];
            // `A 40-year-old man` is one.
            let whole =
                |t: usize| t + 1 >= self.parse.tokens.len() || !matches!(self.parse.lower(t + 1), "-" | "‑");
            let counted = phrase.tokens.clone().any(|t| self.parse.tokens[t].upos == Upos::Num && whole(t));
            matches!(self.parse.tokens[phrase.head].penn, Penn::Nns | Penn::Cd)
                || counted && self.parse.lower(phrase.tokens.start) != "one"
        })
    }

    fn parts(&self, anchor: &Anchor) -> Vec<Participant> {
        let parse = self.parse;
        let mut parts = Vec::new();
        if let Some(phrase) = anchor.phrase {
            self.parts_of_noun(phrase, &mut parts);
        }
        if let Some(verb) = anchor.verb {
            let subject = parse.subject_of(verb).filter(|&p| !self.is_object_of_another(p, verb));
            let object = parse.object_of(verb);
            let of_subject = match (parse.verbs[verb].passive, object) {
                (true, _) => Role::Undergoer,
                (false, Some(_)) => Role::Doer,
                (false, None) => Role::Sole,
            };
            for (phrase, role) in [(subject, of_subject), (object, Role::Undergoer)] {
                if let Some(phrase) = phrase.filter(|&p| anchor.phrase != Some(p)) {
                    parts.extend(self.part(phrase, role));
                    // It matters whose body it is.
                    if matches!(parse.lower(parse.phrases[phrase].head), "body" | "remains") {
                        self.parts_of_noun(phrase, &mut parts);
                    }
                }
            }
            if object.is_none() && anchor.phrase.is_none() {
                parts.extend(self.voted_on(verb));
            }
        }
        parts
    }

    /// Whether a phrase stands right behind a verb without tense, whose object it is: `a man accused of killing Ann Lee was held`.
    fn is_object_of_another(&self, phrase: usize, verb: usize) -> bool {
        let parse = self.parse;
        let start = parse.phrases[phrase].tokens.start;
        let before = verb.checked_sub(1).map(|v| &parse.verbs[v]);
        before.is_some_and(|g| g.tense == Tense::NonFinite && g.tokens.end == start)
    }

    /// What a verb without an object is about: `will vote on the stadium`, `objected to the plan`.
    fn voted_on(&self, verb: usize) -> Option<Participant> {
        let parse = self.parse;
        let at = parse.verbs[verb].tokens.end;
        let about =
            at + 1 < parse.tokens.len() && matches!(parse.lower(at), "on" | "over" | "for" | "against");
        let phrase = parse.phrase_of(at + 1).filter(|_| about)?;
        self.part(phrase, Role::Undergoer).filter(|part| part.key != 0)
    }

    /// What `of` and `on` add to a noun, who owns it, and what is named inside it.
    fn parts_of_noun(&self, phrase: usize, parts: &mut Vec<Participant>) {
        let parse = self.parse;
        let own = &parse.phrases[phrase];
        if let Some(owner) = own.owner {
            parts.extend(self.part(owner, Role::Sole));
        }
        let behind = own.tokens.end;
        if behind < parse.tokens.len() && matches!(parse.lower(behind), "of" | "on" | "against" | "for") {
            parts.extend(parse.phrase_of(behind + 1).and_then(|p| self.part(p, Role::Undergoer)));
        }
        if own.head > own.tokens.start && parse.tokens[own.head - 1].upos == Upos::Noun {
            parts.extend(self.noun_part(own.head - 1, Role::Sole));
        }
        let inside = self.named(&own.tokens);
        parts.extend(inside.into_iter().map(|entity| Participant {
            key: 0,
            weight: 0,
            entity: Some(entity),
            person: false,
            sex: Sex::Unknown,
            role: Role::Sole,
        }));
    }

    fn part(&self, phrase: usize, role: Role) -> Option<Participant> {
        self.noun_part(self.parse.phrases[phrase].head, role)
    }

    fn noun_part(&self, head: usize, role: Role) -> Option<Participant> {
        let token = self.parse.tokens[head];
        if !matches!(token.upos, Upos::Noun | Upos::Propn) {
            return None;
        }
        let lemma = self.parse.lemma(head);
        let day = || calendar::weekday(&lemma).is_some() || calendar::month(&lemma).is_some();
        if self.names.at(head).is_none() && day() {
            return None;
        }
        let (key, person) = (words_of_news::key(&lemma), is_person(&lemma));
        let (entity, sex) = (self.names.at(head), sex_of_noun(&lemma));
        Some(Participant { key, weight: self.meanings[head].weight, entity, person, sex, role })
    }

    /// The entities named in some tokens, those who say it left out.
    fn named(&self, tokens: &Range<usize>) -> Vec<u32> {
        let around = self.parse.span(tokens.clone());
        let mut found: Vec<u32> =
            self.names.within(around).filter(|n| !self.says(n.0)).map(|n| n.1).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether some words name who says what is said around them.
    fn says(&self, span: Span) -> bool {
        let behind = self.said.partition_point(|a| a.span.start <= span.end);
        let near = &self.said[behind.saturating_sub(4)..(behind + 4).min(self.said.len())];
        near.iter().any(|a| a.source.is_some_and(|s| s.overlaps(span)))
    }

    fn speakers(&self, at: Span) -> Run {
        let behind = self.said.partition_point(|a| a.span.start <= at.start);
        let near = self.said[behind.saturating_sub(8)..behind].iter();
        near.filter(|a| a.span.contains(at)).min_by_key(|a| a.span.len()).map(|a| a.by).unwrap_or_default()
    }

    /// The content words around a happening, those of its own clause in full, the others by half.
    fn words(&self, anchor: usize, clause: &Range<usize>, near: &Range<usize>) -> Vec<ContextWord> {
        let parse = self.parse;
        let start = parse.tokens[anchor].span.start;
        let mut found: Vec<ContextWord> = near
            .clone()
            .filter(|&t| t != anchor && words::is_content(parse, t))
            .filter(|&t| !self.names.holds(t) && !self.is_cue(parse.tokens[t].span))
            .map(|t| {
                let Meaning { key, weight, .. } = self.meanings[t];
                let weight = weight / if clause.contains(&t) { 1 } else { 2 };
                ContextWord::new(key, weight.max(1), parse.tokens[t].span.start, start)
            })
            .collect();
        found.sort_unstable_by_key(|w| (w.stem, std::cmp::Reverse(w.weight), w.place(start)));
        found.dedup_by_key(|w| w.stem);
        found
    }

    fn word_before(&self, start: usize) -> &str {
        start.checked_sub(1).map_or("", |i| self.parse.lower(i))
    }

    /// How a date bounds its happening: `since 2011, when a van was hit` is when it was hit.
    fn bound_of(&self, tokens: &Range<usize>) -> Bound {
        let word = |at: usize| self.parse.tokens.get(at).map_or("", |_| self.parse.lower(at));
        match (word(tokens.end), word(tokens.end + 1)) {
            (",", "when") => Bound::At,
            // `after Sunday's collapse` is not since Sunday.
            _ if self.noun_around(tokens).is_some() => Bound::At,
            _ => self.bound(tokens.start),
        }
    }

    fn bound(&self, start: usize) -> Bound {
        let before = start.checked_sub(1).map(|i| self.parse.lower(i));
        let cue = match before {
            Some("the") => start.checked_sub(2).map(|i| self.parse.lower(i)),
            other => other,
        };
        match cue {
            Some("by" | "until" | "till" | "before" | "through" | "to") => Bound::Until,
            Some("since" | "from" | "after") => Bound::Since,
            _ => Bound::At,
        }
    }

    /// The part of the day named in or beside a date.
    fn day_part(&self, tokens: &Range<usize>) -> Option<DayPart> {
        let end = (tokens.end + 1).min(self.parse.tokens.len());
        // `early on Monday`, `in the early hours of Monday`.
        let before = (1..=4).map_while(|back| tokens.start.checked_sub(back));
        let links =
            before.take_while(|&t| matches!(self.parse.lower(t), "on" | "of" | "the" | "hours")).count();
        let start = tokens.start.saturating_sub(links + 1);
        (start..end).find_map(|t| match self.parse.lower(t) {
            "early" | "overnight" | "dawn" => Some(DayPart::Early),
            "morning" => Some(DayPart::Morning),
            "afternoon" => Some(DayPart::Afternoon),
            "evening" => Some(DayPart::Evening),
            "night" | "tonight" => Some(DayPart::Night),
            "late" | "midnight" => Some(DayPart::Late),
            _ => None,
        })
    }

    /// A place that stands without a happening, with what is done there.
    fn loose(&self, found: sites::Found, lists: &mut Lists) -> Option<Event> {
        let sentence = self.sentence(&found.tokens)?;
        let parse = self.parse;
        let block = parse.block_of(parse.sentence_of(sentence.start)).kind;
        let start = found.tokens.start;
        let near = start.saturating_sub(WINDOW).max(sentence.start)..(start + WINDOW).min(sentence.end);
        let mut parts = Vec::new();
        if let Some(verb) = parse.governing_verb(start).filter(|&v| sentence.contains(&parse.verbs[v].head)) {
            for phrase in [parse.subject_of(verb), parse.object_of(verb)].into_iter().flatten() {
                parts.extend(self.part(phrase, Role::Sole));
            }
        }
        Some(Event {
            at: found.site.span,
            kind: 0,
            known: false,
            turn: Turn::Other,
            lead: self.is_lead(&sentence),
            outlook: Outlook::Open,
            display: matches!(block, BlockKind::Headline | BlockKind::Subhead | BlockKind::Caption),
            moved: false,
            further: false,
            aftermath: false,
            several: false,
            parts: lists.parts.add(parts),
            words: lists.words.add(self.words(start, &parse.clause_of(start), &near)),
            named: lists.keys.add(self.named(&near)),
            when: Run::default(),
            part: None,
            clocks: Run::default(),
            by: self.speakers(found.site.span),
            sites: lists.sites.add([found.site]),
        })
    }

    /// Where somebody lives, under what the clause tells of them.
    fn home(&self, found: sites::Found, lists: &mut Lists) -> Option<Event> {
        let (anchor, whose) = (self.anchor(&found.tokens), found.whose?);
        let mut event = self.loose(found, lists)?;
        event.kind = HOME.wrapping_add(anchor.as_ref().map_or(0, |a| a.kind));
        event.known = anchor.is_some_and(|a| a.known);
        let who = match whose {
            sites::Whose::Noun(noun) => self.noun_part(noun, Role::Sole),
            sites::Whose::Named(entity) => Some(Participant {
                key: 0,
                weight: 0,
                entity: Some(entity),
                person: true,
                sex: Sex::Unknown,
                role: Role::Sole,
            }),
        };
        event.parts = lists.parts.add(who);
        Some(event)
    }
}

/// Words for what comes about on many days: `open on Mondays`, `every evening`.
fn is_habit(lower: &str) -> bool {
    lexicon::mark(lower) == Some(Mark::Habit)
        || lower.strip_suffix('s').is_some_and(|day| day.len() > 5 && calendar::weekday(day).is_some())
}
