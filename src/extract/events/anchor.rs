//! Which word names the happening that a date, time or place belongs to.

use std::ops::Range;

use crate::extract::words;
use crate::text::{BlockKind, NounPhrase, Penn, Span, Tense, TokenKind, Upos, VerbGroup, infinitive};

use super::lexicon::{self, Carrier};
use super::{Reader, Turn, is_person};

/// How many words behind its verb the second word of a fixed phrase may stand: `took two men into custody`.
const PHRASE_REACH: usize = 7;

/// The word that names a happening, and the verb of its clause.
pub(super) struct Anchor {
    pub token: usize,
    pub kind: u32,
    pub known: bool,
    pub turn: Turn,
    pub verb: Option<usize>,
    /// The phrase of the noun, where a noun names it.
    pub phrase: Option<usize>,
    pub carrier: Option<Carrier>,
}

impl Reader<'_> {
    /// The happening of a date, time or place: that of its own clause, or of the clause that says what happens then.
    pub(super) fn anchor(&self, tokens: &Range<usize>) -> Option<Anchor> {
        let own = self.own_anchor(tokens);
        if own.as_ref().is_some_and(|a| a.known) { own } else { self.on_which(tokens).or(own) }
    }

    fn own_anchor(&self, tokens: &Range<usize>) -> Option<Anchor> {
        let verb = self.parse.governing_verb(tokens.start);
        if let Some(phrase) = self.noun_around(tokens) {
            return self.noun_anchor(phrase, verb);
        }
        if self.is_of_thing(tokens) {
            return None;
        }
        let before = tokens.start.checked_sub(1).map_or("", |t| self.parse.lower(t));
        if matches!(before, "since" | "in")
            && let Some(anchor) = self.on_which(tokens)
        {
            return Some(anchor);
        }
        if let Some(anchor) = self.noun_beside(tokens.start, verb) {
            return Some(anchor);
        }
        if let Some(phrase) = self.noun_before(tokens.start) {
            let mut anchor = self.noun_anchor(phrase, verb)?;
            if self.is_of_verb(phrase, verb) {
                // `Police arrested a man over the murder on Monday`
                let done = verb.and_then(|v| self.verb_anchor(v)).filter(|a| a.turn == Turn::Once);
                if done.is_some() {
                    return done;
                }
                anchor.turn = Turn::Other;
            }
            return Some(anchor);
        }
        let verb = verb.filter(|&v| {
            let head = &self.parse.verbs[v];
            let speaks = self.is_cue(self.parse.tokens[head.head].span);
            head.tokens.end <= tokens.start || !speaks || self.answers_call(v)
        });
        match verb {
            // What a caption shows has the day of the picture, whatever it says besides: `crews lift the tram that derailed`.
            Some(verb) if self.is_beside_picture(verb) => None,
            Some(verb) => {
                let own = self.verb_anchor(verb);
                let told = own.as_ref().is_some_and(|a| a.turn != Turn::Other);
                if told { own } else { self.meanwhile(verb).or_else(|| self.toll(verb)).or(own) }
            }
            None => self.noun_anchor(self.noun_in_reach(tokens.start)?, None),
        }
    }

    /// Whether a verb stands in a relative clause of a caption whose main verb tells what the picture shows.
    fn is_beside_picture(&self, verb: usize) -> bool {
        let parse = self.parse;
        let start = parse.verbs[verb].tokens.start;
        let sentence = parse.sentence_of(start);
        let relative =
            start.checked_sub(1).is_some_and(|t| matches!(parse.lower(t), "that" | "which" | "who"));
        let shows = |v: usize| parse.verbs[v].tense == Tense::Present && parse.verbs[v].tokens.end <= start;
        relative
            && parse.block_of(sentence).kind == BlockKind::Caption
            && parse.verbs_in(parse.sentences[sentence].tokens.clone()).any(shows)
    }

    /// Whether the day behind a noun may as well be that of the verb whose object it is: `police searched the scene of the
    /// crash on Monday`. What is told as new (`investigate a shooting on Monday`) has the day itself.
    fn is_of_verb(&self, phrase: usize, verb: Option<usize>) -> bool {
        if self
            .of_which(phrase)
            .is_some_and(|p| lexicon::is_left(self.parse.lower(self.parse.phrases[p].head)))
        {
            return true;
        }
        let Some(group) = verb.map(|v| &self.parse.verbs[v]) else { return false };
        let own = &self.parse.phrases[phrase];
        let lemma = self.parse.lemma(group.head);
        let new = matches!(self.parse.lower(own.tokens.start), "a" | "an");
        let before = own.tokens.start.checked_sub(1).map_or("", |t| self.parse.lower(t));
        // `was destroyed by fire on Monday`, `missing since the collapse of the pit on Monday`.
        let agent = before == "by" && group.passive && lexicon::carrier(&lemma) == Some(Carrier::Ravage);
        let reckoned = matches!(before, "since" | "after" | "before" | "during" | "following");
        if agent || reckoned {
            return false;
        }
        group.tokens.end <= own.tokens.start
            && !new
            && lexicon::phrase(&lemma, self.parse.lower(own.head)).is_none()
            && lexicon::carrier(&lemma) != Some(Carrier::Light)
            && lexicon::verb(&lemma).is_none_or(|kind| {
                lexicon::turn(kind) != Turn::Incident && Some(kind) != lexicon::noun("death")
            })
    }

    /// The happening that falls into the time of another verb: `were killed when a bus overturned on Friday`, `crews were
    /// paving at noon when the bridge fell`.
    fn meanwhile(&self, verb: usize) -> Option<Anchor> {
        let parse = self.parse;
        let opens = |v: usize| {
            let start = parse.verbs[v].tokens.start;
            let sentence = parse.sentences[parse.sentence_of(start)].tokens.start;
            let from = v.checked_sub(1).map_or(sentence, |u| parse.verbs[u].tokens.end.max(sentence));
            (from..start).any(|t| matches!(parse.lower(t), "when" | "as" | "while"))
        };
        let sentence = parse.sentence_of(parse.verbs[verb].head);
        let near = [verb.checked_sub(1), Some(verb + 1).filter(|&v| v < parse.verbs.len())];
        near.into_iter()
            .flatten()
            .filter(|&v| parse.sentence_of(parse.verbs[v].head) == sentence && opens(v) != opens(verb))
            .filter_map(|v| self.verb_anchor(v))
            .find(|a| a.turn == Turn::Incident)
    }

    /// What came of it, behind a comma, where the verb itself names no incident: `a bus left the road on Friday, killing five`.
    fn toll(&self, verb: usize) -> Option<Anchor> {
        let parse = self.parse;
        let sentence = parse.sentences[parse.sentence_of(parse.verbs[verb].head)].tokens.clone();
        let next = verb + 1;
        let group = parse.verbs.get(next).filter(|g| sentence.contains(&g.head))?;
        let trails = group.tokens.start.checked_sub(1).is_some_and(|t| parse.lower(t) == ",");
        let participle = group.tense == Tense::NonFinite && parse.lower(group.head).ends_with("ing");
        self.verb_anchor(next).filter(|a| trails && participle && a.turn == Turn::Incident)
    }

    /// The happening of the clause that tells what a day or year brought: `the first since 3 May, when a mine collapsed`.
    fn on_which(&self, tokens: &Range<usize>) -> Option<Anchor> {
        let parse = self.parse;
        let mut at = tokens.end;
        if parse.tokens.get(at).is_some_and(|_| parse.lower(at) == ",") {
            at += 1;
        }
        let when = parse.tokens.get(at).is_some_and(|_| parse.lower(at) == "when");
        let sentence = parse.sentences[parse.sentence_of(tokens.start)].tokens.clone();
        let verb = parse.verbs_in(at..sentence.end).find(|_| when)?;
        self.verb_anchor(verb).filter(|a| a.known)
    }

    /// `The race stopped after a crash Sunday morning`: the noun before a day without a preposition, in one phrase with it.
    fn noun_beside(&self, start: usize, verb: Option<usize>) -> Option<Anchor> {
        let token = start.checked_sub(1)?;
        let phrase =
            self.parse.phrase_of(token).filter(|&p| self.parse.phrases[p].tokens.contains(&start))?;
        let noun = self.parse.tokens[token].upos == Upos::Noun;
        let kind = lexicon::noun(self.parse.lower(token)).filter(|_| noun)?;
        let carrier = verb.and_then(|v| lexicon::carrier(&self.parse.lemma(self.parse.verbs[v].head)));
        let turn = lexicon::turn(kind);
        Some(Anchor { token, kind, known: true, turn, verb, phrase: Some(phrase), carrier })
    }

    /// The happening that a phrase names, and the token that names it.
    fn kind_of(&self, phrase: usize) -> Option<(u32, usize)> {
        let NounPhrase { tokens, head, .. } = &self.parse.phrases[phrase];
        let token = self.parse.tokens[*head];
        let printed = self.parse.lower(*head);
        let beside = || head.checked_sub(1).and_then(|i| lexicon::phrase(&self.parse.lemma(i), printed));
        if token.upos == Upos::Propn {
            // `a funeral Mass`
            if let Some(kind) = beside() {
                return Some((kind, *head));
            }
            // A happening with a name of its own: the Ridge Fire.
            let kind = lexicon::noun(printed).filter(|&k| lexicon::turn(k) == Turn::Incident)?;
            let opens = self.parse.sentences[self.parse.sentence_of(*head)].tokens.start == *head;
            return (head + 1 == tokens.end && (*head > tokens.start || opens)).then_some((kind, *head));
        }
        if token.upos != Upos::Noun {
            return None;
        }
        if let Some(kind) = beside() {
            return Some((kind, *head));
        }
        let lemma = self.parse.lemma(*head);
        // Several happenings have several days: only words that are plural by habit name one.
        let singular = if token.penn == Penn::Nns { None } else { lexicon::noun(&lemma) };
        if let Some(kind) = lexicon::noun(printed).or(singular) {
            return Some((kind, *head));
        }
        // A past form behind its subject that was taken for a noun: `the trawler sank`, `the quake struck`.
        let subject = head.checked_sub(1).filter(|i| tokens.contains(i) && token.penn != Penn::Nns)?;
        let verb = infinitive(printed);
        if verb == printed && lexicon::carrier(&verb) != Some(Carrier::Light) {
            return None;
        }
        let carrier = lexicon::carrier(&verb);
        let carried = carrier
            .and_then(|_| lexicon::noun(self.parse.lower(subject)))
            .filter(|&kind| carrier != Some(Carrier::Ravage) || lexicon::turn(kind) == Turn::Incident);
        match carried {
            Some(kind) => Some((kind, subject)),
            None if carrier.is_none_or(|c| c == Carrier::Ravage) => Some((lexicon::verb(&verb)?, *head)),
            None => None,
        }
    }

    /// `Friday's vote`, `the Nov. 4 hearing`, `the Pine Street fire`.
    pub(super) fn noun_around(&self, tokens: &Range<usize>) -> Option<usize> {
        let phrase = self.parse.phrase_of(tokens.start)?;
        let next = phrase + 1;
        let owned = self.parse.phrases.get(next).filter(|p| p.owner == Some(phrase)).map(|_| next);
        let inside = Some(phrase).filter(|&p| self.parse.phrases[p].head >= tokens.end);
        // `the February 2 incident`, of which the tagger may make two phrases.
        let article = tokens.start.checked_sub(1).is_some_and(|t| self.parse.tokens[t].upos == Upos::Det);
        let behind = || {
            self.parse
                .phrase_of(tokens.end)
                .filter(|&p| p != phrase && self.parse.phrases[p].head == tokens.end)
        };
        let apart = article.then(behind).flatten();
        inside.into_iter().chain(owned).chain(apart).find(|&p| self.kind_of(p).is_some())
    }

    /// Whether a year belongs to a thing, not to what is done to it: `published her 2015 tax return`.
    fn is_of_thing(&self, tokens: &Range<usize>) -> bool {
        let parse = self.parse;
        let Some(last) = tokens.clone().last().filter(|&t| parse.tokens[t].kind == TokenKind::Number) else {
            return false;
        };
        let year = parse.tokens[last].span.len() == 4;
        let whole = parse.phrase_of(last).map(|p| &parse.phrases[p]).filter(|p| year && p.head > last);
        // `was hurt at the 2015 festival` tells when.
        whole.is_some_and(|p| {
            let before = p.tokens.start.checked_sub(1).map_or("", |t| parse.lower(t));
            !matches!(before, "in" | "at" | "on" | "during" | "after" | "before" | "since")
        })
    }

    /// What a caption shows, where no word of it names a happening.
    pub(super) fn picture(&self, tokens: &Range<usize>, sentence: &Range<usize>) -> Option<Anchor> {
        self.is_aftermath(sentence).then_some(Anchor {
            token: tokens.start,
            kind: super::picture_kind(),
            known: false,
            turn: Turn::Other,
            verb: None,
            phrase: None,
            carrier: None,
        })
    }

    /// `the vote on Friday`, `an epicentre 12 km north of`, `the closure of a plant in`.
    fn noun_before(&self, start: usize) -> Option<usize> {
        let (mut at, mut due) = (start, false);
        for _ in 0..5 {
            let before = at.checked_sub(1)?;
            match self.parse.lower(before) {
                "a.m." | "p.m." | "am" | "pm" => at = before,
                _ if self.parse.tokens[before].kind == TokenKind::Number && self.is_hour(before) => {
                    at = before
                }
                "on" | "at" | "in" | "of" | "near" | "off" | "around" | "about" | "early" | "late"
                | "the" | "outside" => {
                    at = before;
                }
                // `The results, due on 3 May`
                "due" | "scheduled" | "expected" | "planned" => {
                    at = before.checked_sub(1).filter(|&i| self.parse.lower(i) == ",")?;
                    due = true;
                }
                _ => break,
            }
        }
        let phrase = at.checked_sub(1).and_then(|i| self.parse.phrase_of(i))?;
        if due && let Some(whole) = self.of_which(phrase).filter(|&p| self.kind_of(p).is_some()) {
            return Some(whole);
        }
        if let Some(incident) = self.noun_up_the_chain(phrase) {
            return Some(incident);
        }
        let mut at = phrase;
        // What `of` hangs on: the closure of a plant in Ulm.
        if self.kind_of(at).is_none() {
            at = self.of_which(at)?;
        }
        (self.parse.phrases[at].tokens.end <= start && self.kind_of(at).is_some()).then_some(at)
    }

    /// The phrase on which another hangs with `of`.
    fn of_which(&self, phrase: usize) -> Option<usize> {
        let of = self.parse.phrases[phrase].tokens.start.checked_sub(1)?;
        (self.parse.lower(of) == "of").then(|| self.parse.phrase_of(of.checked_sub(1)?)).flatten()
    }

    /// The incident on whose place or occasion a phrase hangs: `a shooting outside a party in the hall`.
    fn noun_up_the_chain(&self, phrase: usize) -> Option<usize> {
        let mut at = phrase;
        for _ in 0..3 {
            let preposition = self.parse.phrases[at].tokens.start.checked_sub(1)?;
            let hangs = matches!(
                self.parse.lower(preposition),
                "at" | "in"
                    | "of"
                    | "outside"
                    | "inside"
                    | "near"
                    | "on"
                    | "off"
                    | "behind"
                    | "during"
                    | "over"
            );
            at = self.parse.phrase_of(preposition.checked_sub(1).filter(|_| hangs)?)?;
            if self.kind_of(at).is_some_and(|(kind, _)| lexicon::turn(kind) == Turn::Incident) {
                return Some(at);
            }
        }
        None
    }

    /// The nearest happening before `start` with no verb between, for clauses whose verb was taken for a noun.
    fn noun_in_reach(&self, start: usize) -> Option<usize> {
        let behind = self.parse.phrases.partition_point(|p| p.tokens.end <= start);
        let found = (behind.saturating_sub(6)..behind).rev().find(|&p| self.kind_of(p).is_some())?;
        self.parse.verbs_in(self.parse.phrases[found].tokens.end..start).is_empty().then_some(found)
    }

    /// Whether the number at `at` follows a word that asks for an hour.
    fn is_hour(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|i| matches!(self.parse.lower(i), "at" | "about" | "around"))
    }

    fn noun_anchor(&self, phrase: usize, verb: Option<usize>) -> Option<Anchor> {
        let (kind, token) = self.kind_of(phrase)?;
        let carrier = verb.and_then(|v| lexicon::carrier(&self.parse.lemma(self.parse.verbs[v].head)));
        let turn = lexicon::turn(kind);
        Some(Anchor { token, kind, known: true, turn, verb, phrase: Some(phrase), carrier })
    }

    /// The incident of which a verb in the active tells: `the blaze gutted two shops`.
    fn incident_of(&self, verb: usize) -> Option<Anchor> {
        let group = &self.parse.verbs[verb];
        // A past form right behind its subject may have been taken for a participle.
        if group.passive && group.tokens.len() > 1 {
            return None;
        }
        let beside = group.tokens.start.checked_sub(1).and_then(|t| self.parse.phrase_of(t));
        [beside, self.parse.subject_of(verb)].into_iter().flatten().find_map(|phrase| {
            let token = self.parse.phrases[phrase].head;
            let kind = lexicon::noun(self.parse.lower(token));
            let kind = kind.filter(|&kind| lexicon::turn(kind) == Turn::Incident)?;
            let (turn, carrier) = (Turn::Incident, Some(Carrier::Light));
            Some(Anchor { token, kind, known: true, turn, verb: Some(verb), phrase: Some(phrase), carrier })
        })
    }

    /// The happening that a verb names together with a word behind it (`took him into custody`) or, in the passive, its subject
    /// (`the body was found`).
    fn fixed_phrase(&self, verb: usize, lemma: &str) -> Option<u32> {
        let subject = self.parse.subject_of(verb).filter(|_| self.parse.verbs[verb].passive);
        let undergone = subject.map(|p| self.parse.lower(self.parse.phrases[p].head));
        if let Some(kind) = undergone.and_then(|head| lexicon::phrase(lemma, head)) {
            return Some(kind);
        }
        let end = self.parse.verbs[verb].tokens.end;
        let behind = end..(end + PHRASE_REACH).min(self.parse.tokens.len());
        let beside = self.parse.tokens.get(end).map_or("", |_| self.parse.lower(end));
        behind.take_while(|&t| self.parse.tokens[t].kind != TokenKind::Punct).find_map(|t| {
            let word = self.parse.lower(t);
            // `broke in` is no `broke out in`.
            let stands = t == end || !matches!(word, "in" | "into");
            lexicon::phrase(lemma, word)
                .filter(|_| stands)
                .or_else(|| lexicon::joined_phrase(lemma, beside, word))
        })
    }

    /// Whether a verb that can be one of speech answers a call: `officers responded to a report of a fire`.
    fn answers_call(&self, verb: usize) -> bool {
        let VerbGroup { head, ref tokens, .. } = self.parse.verbs[verb];
        let to = tokens.end < self.parse.tokens.len() && self.parse.lower(tokens.end) == "to";
        to && lexicon::verb(&self.parse.lemma(head)).is_some_and(|kind| lexicon::turn(kind) == Turn::Call)
    }

    /// `It happened`, `this occurred`: the happening of which the article tells.
    fn is_it(&self, verb: usize) -> bool {
        let subject = self.parse.subject_of(verb).map(|p| self.parse.lower(self.parse.phrases[p].head));
        subject.is_some_and(|s| matches!(s, "it" | "this" | "that" | "which"))
    }

    fn verb_anchor(&self, verb: usize) -> Option<Anchor> {
        let group = &self.parse.verbs[verb];
        let lemma = self.parse.lemma(group.head);
        if self.is_cue(self.parse.tokens[group.head].span) && !self.answers_call(verb) {
            return None;
        }
        let whole = |kind, known, turn| Anchor {
            token: group.head,
            kind,
            known,
            turn,
            verb: Some(verb),
            phrase: None,
            carrier: None,
        };
        if let Some(kind) = self.fixed_phrase(verb, &lemma) {
            return Some(whole(kind, true, lexicon::turn(kind)));
        }
        if matches!(&*lemma, "happen" | "occur") && self.is_it(verb) {
            return Some(whole(lexicon::any_incident(), true, Turn::Incident));
        }
        let object = self.parse.object_of(verb).map(|p| self.parse.lower(self.parse.phrases[p].head));
        let carrier = match (&*lemma, object) {
            ("take", Some("place")) => Some(Carrier::Light),
            _ => lexicon::carrier(&lemma),
        };
        let hold = || self.parse.tokens.get(group.tokens.end).map(|_| self.parse.lower(group.tokens.end));
        if (carrier == Some(Carrier::Ravage) || &*lemma == "take" && hold() == Some("hold"))
            && let Some(anchor) = self.incident_of(verb)
        {
            return Some(anchor);
        }
        if carrier == Some(Carrier::Ravage) && group.passive && self.is_ruined(verb) {
            return Some(whole(lexicon::any_incident(), true, Turn::Incident));
        }
        let carrier = carrier.filter(|&c| c != Carrier::Ravage);
        if carrier.is_some() || self.is_phase(&lemma) {
            let nouns = [self.parse.subject_of(verb), self.parse.object_of(verb)];
            if let Some(phrase) = nouns.into_iter().flatten().find(|&p| self.kind_of(p).is_some()) {
                let mut anchor = self.noun_anchor(phrase, Some(verb))?;
                anchor.carrier = carrier;
                // `The fire was put out on Saturday`, `was out by noon`: not when it happened.
                let ends = &*lemma == "put" && group.passive
                    || &*lemma == "be" && matches!(hold(), Some("out" | "over" | "under" | "still"));
                if ends && anchor.turn == Turn::Incident {
                    return None;
                }
                let starts = lexicon::verb(&lemma) == lexicon::noun("start");
                if self.is_phase(&lemma) && !(starts && anchor.turn == Turn::Incident) {
                    // A beginning and an end are two happenings; that of an accident is when it happened.
                    anchor.kind ^= lexicon::verb(&lemma).unwrap_or_default();
                    anchor.turn = Turn::Other;
                }
                return Some(anchor);
            }
        }
        if carrier.is_some() || matches!(self.parse.tokens[group.head].upos, Upos::Aux) {
            return carrier.and_then(|carrier| self.occasion(verb, &lemma, carrier));
        }
        let subject = self.parse.subject_of(verb).map(|p| self.parse.lower(self.parse.phrases[p].head));
        if subject.is_some_and(is_period) {
            return None;
        }
        let begins = lexicon::verb(&lemma) == lexicon::noun("start") && object.is_none();
        if begins && group.tense != Tense::NonFinite && self.is_it(verb) {
            // `since it began`: whatever the article tells of.
            return Some(whole(lexicon::any_incident(), true, Turn::Incident));
        }
        // `The minister called an election` calls nobody out.
        let calls_out = |kind: &u32| lexicon::turn(*kind) != Turn::Call || group.passive || &*lemma != "call";
        let known = lexicon::verb(&lemma).filter(calls_out);
        let kind = known.unwrap_or_else(|| words::hash(words::stem(&lemma)));
        Some(whole(kind, known.is_some(), known.map_or(Turn::Other, lexicon::turn)))
    }

    /// Whether a verb of what disasters do, in the passive, is said of something that is no person: `the house was destroyed`.
    fn is_ruined(&self, verb: usize) -> bool {
        let harms = lexicon::verb(&self.parse.lemma(self.parse.verbs[verb].head)).is_some();
        !harms && self.parse.subject_of(verb).is_some()
    }

    /// What takes place on a day, by its noun, where the verb says no more than that: `the recital is on Friday`.
    fn occasion(&self, verb: usize, lemma: &str, carrier: Carrier) -> Option<Anchor> {
        let group = &self.parse.verbs[verb];
        let behind =
            self.parse.tokens.get(group.tokens.end).map_or("", |_| self.parse.lower(group.tokens.end));
        let takes_place = match carrier {
            Carrier::Plan => group.passive,
            Carrier::Light => match lemma {
                "happen" | "occur" | "take" => true,
                "hold" => group.passive,
                "be" => matches!(behind, "on" | "due" | "set" | "scheduled" | "planned"),
                _ => false,
            },
            _ => false,
        };
        let subject = self.parse.subject_of(verb).filter(|_| takes_place)?;
        let token = self.parse.phrases[subject].head;
        let common = self.parse.tokens[token].upos == Upos::Noun && !is_person(&self.parse.lemma(token));
        let kind = words::hash(words::stem(&self.parse.lemma(token)));
        let phrase = Some(subject);
        common.then_some(Anchor {
            token,
            kind,
            known: false,
            turn: Turn::Other,
            verb: Some(verb),
            phrase,
            carrier: Some(carrier),
        })
    }

    fn is_phase(&self, lemma: &str) -> bool {
        let kind = lexicon::verb(lemma);
        kind.is_some() && (kind == lexicon::noun("start") || kind == lexicon::noun("completion"))
    }

    pub(super) fn is_cue(&self, span: Span) -> bool {
        let next = self.cues.partition_point(|c| c.end <= span.start);
        self.cues.get(next).is_some_and(|c| c.overlaps(span))
    }
}

/// Stretches of the calendar, which begin and end each time anew: `the quarter ended on 30 June`.
fn is_period(lower: &str) -> bool {
    matches!(
        lower,
        "year" | "half" | "quarter" | "month" | "week" | "season" | "period" | "term" | "weeks" | "months"
    )
}
