//! Claims: every figure with the facets that its clause and sentence give it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::text::{Parse, Span, Upos};

use super::cover::{Cover, Named};
use super::meanings::Meanings;
use super::{
    Age, Anchor, Aspect, Attribution, Claim, ContextWord, DateMention, EntityKind, Figure, Lists, Reach, Run,
    Scope, State, Unit, words,
};

pub mod frames;
pub mod lexicon;
mod predicates;
mod scope;
mod state;
mod topic;
mod voice;

/// Sets every figure in its setting: one claim a figure, in the same order.
#[allow(clippy::too_many_arguments, reason = "a claim is made of all that was read before it")]
pub fn build(
    parse: &Parse,
    meanings: &Meanings,
    figures: &[Figure],
    dates: &[DateMention],
    named: &Named,
    attributions: &[Attribution],
    ages: &[Age],
    lists: &mut Lists,
) -> Vec<Claim> {
    let covers = Covers {
        figures: Cover::of(parse, figures.iter().map(|f| f.span)),
        dates: Cover::of(parse, dates.iter().map(|d| d.span)),
    };
    let own_voice = lists.speakers.add(voice::of(parse, &named.entities));
    let builder = Builder { parse, meanings, covers, figures, dates, named, attributions, own_voice };
    let mut room = Room::default();
    let all = 0..figures.len();
    let mut claims: Vec<Claim> = all.map(|figure| builder.claim(figure, lists, &mut room)).collect();
    for age in ages {
        if let Some(claim) = age.figure.and_then(|figure| claims.get_mut(figure as usize)) {
            claim.scope.add(Aspect::Age, true);
        }
    }
    mark_the_only_ones(parse, figures, &mut claims);
    frames::mark(parse, meanings, figures, &mut claims);
    share_what_is_said(parse, figures, &mut claims, lists);
    claims
}

/// A total behind its items has said of it what is said of all of them: `it carried 90 passengers and 12 crew: 102 people in all`.
/// Of four killed and seven hurt, 11 in all, nothing is said but that they are 11.
fn share_what_is_said(parse: &Parse, figures: &[Figure], claims: &mut [Claim], lists: &mut Lists) {
    let is_said = |lists: &Lists, claim: &Claim| {
        lists.predicates[claim.predicates].iter().any(|p| p.1 <= Reach::Clause)
    };
    for (index, figure) in figures.iter().enumerate() {
        let (before, rest) = claims.split_at_mut(index);
        let Some(total) = rest.first_mut() else { return };
        if is_said(lists, total) || !is_total(parse, figure) {
            continue;
        }
        let items = before.iter().rev().take_while(|c| c.sentence == total.sentence);
        let mut items = items.filter(|c| is_said(lists, c)).map(|c| &lists.predicates[c.predicates]);
        let Some(first) = items.next() else { continue };
        let mut shared = first.to_vec();
        for item in items {
            shared.retain(|p| item.iter().any(|q| q.0 == p.0));
        }
        total.predicates = lists.predicates.add(shared);
    }
}

/// Whether `in all`, `in total` or `altogether` stands behind a figure and its noun.
fn is_total(parse: &Parse, figure: &Figure) -> bool {
    let end = figure.of_span.map_or(figure.span.end, |of| of.end.max(figure.span.end));
    let next = parse.token_from(end);
    let word = |t: usize| parse.tokens.get(t).map_or("", |_| parse.lower(t));
    word(next) == "altogether" || word(next) == "in" && matches!(word(next + 1), "all" | "total")
}

/// Marks the claims whose unit and noun no other claim of the story has; a repetition of the same value does not count, nor does
/// what the title says.
fn mark_the_only_ones(parse: &Parse, figures: &[Figure], claims: &mut [Claim]) {
    let opening = parse.article.front_matter.map_or(0, |head| head.end);
    let told = figures.partition_point(|figure| figure.span.start < opening);
    let (figures, claims) = (&figures[told..], &mut claims[told..]);
    let kind = |figure: &Figure, claim: &Claim| match &figure.unit {
        Unit::Measure(_) => None,
        _ => claim.head,
    };
    let mut values: FxHashMap<(&Unit, Option<u32>), (f64, bool)> = FxHashMap::default();
    for (figure, claim) in figures.iter().zip(claims.iter()) {
        let value = figure.value.lo;
        let seen = values.entry((&figure.unit, kind(figure, claim))).or_insert((value, true));
        seen.1 &= seen.0 == value;
    }
    for (figure, claim) in figures.iter().zip(claims.iter_mut()) {
        claim.alone = values.get(&(&figure.unit, kind(figure, claim))).is_some_and(|v| v.1);
    }
}

/// Everything a claim is made of.
struct Builder<'a> {
    parse: &'a Parse<'a>,
    meanings: &'a Meanings,
    covers: Covers,
    figures: &'a [Figure],
    dates: &'a [DateMention],
    /// All mentions with their entities, in order.
    named: &'a Named,
    attributions: &'a [Attribution],
    /// Who speaks where nobody is named: the organisation whose own statement the article is; empty for an outlet.
    own_voice: Run,
}

/// What lies over each token.
struct Covers {
    figures: Cover,
    dates: Cover,
}

/// Where a figure stands, in tokens.
struct Setting {
    tokens: Range<usize>,
    phrase: Range<usize>,
    clause: Range<usize>,
    sentence: Range<usize>,
}

/// How many tokens may part the two numbers of a result: `494 votes to 122`.
const REACH_OF_RESULT: usize = 3;

/// Room for the lists of one claim, used again for the next.
#[derive(Default)]
struct Room {
    others: Vec<Range<usize>>,
    words: Vec<ContextWord>,
    modifiers: Vec<u32>,
    /// With their distances.
    places: Vec<(usize, Anchor)>,
    anchors: Vec<(usize, Anchor)>,
}

impl Builder<'_> {
    fn claim(&self, index: usize, lists: &mut Lists, room: &mut Room) -> Claim {
        let (parse, figure) = (self.parse, &self.figures[index]);
        let setting = self.setting(figure);
        let said = self.said(figure.span);
        self.others(index, &setting.sentence, &mut room.others);
        let stops = |token: usize| room.others.iter().any(|tokens| tokens.contains(&token));
        self.anchors(&setting, said, &mut room.places, &mut room.anchors);
        let topic = topic::of(parse, figure, &setting.tokens, &setting.clause, &stops);
        let head = match &topic {
            Some((_, head)) => Some(self.meanings[*head].key),
            None => figure.head.as_deref().map(lexicon::key),
        };
        let mut scope = self.scope(figure, &setting, said, &stops);
        scope.add(Aspect::Against, self.is_against(index, &setting));
        scope.add(
            Aspect::Part,
            self.is_listed_by_place(figure, &setting) || self.is_out_of_whole(figure, &setting),
        );
        let state = match state::of(parse, self.meanings, &setting.phrase, &setting.clause, said) {
            State::Fact if scope.has(Aspect::Forecast) => State::Estimate,
            state => state,
        };
        let predicates =
            predicates::of(parse, self.meanings, figure, &setting.phrase, &setting.sentence, &stops);
        Claim {
            figure: index as u32,
            sentence: parse.span(setting.sentence.clone()),
            scope,
            predicates: lists.predicates.add(predicates),
            head,
            frame: None,
            alone: false,
            modifiers: {
                self.modifiers(&setting, topic.as_ref(), &mut room.modifiers);
                lists.keys.add(room.modifiers.drain(..))
            },
            words: {
                self.words(&setting, figure, said, topic.map(|t| t.0), &mut room.words);
                lists.words.add(room.words.drain(..))
            },
            places: lists.anchors.add(room.places.drain(..).map(|(_, place)| place)),
            anchors: lists.anchors.add(room.anchors.drain(..).map(|(_, anchor)| anchor)),
            when: self.when(&setting, figure, said),
            by: said.map_or(self.own_voice, |said| said.by),
            state,
        }
    }

    fn setting(&self, figure: &Figure) -> Setting {
        let parse = self.parse;
        let tokens = parse.tokens_in(figure.span);
        let with_noun = figure.of_span.map_or(figure.span, |of| {
            if of.start <= figure.span.end + 40 { figure.span.cover(of) } else { figure.span }
        });
        let mut phrase = parse.tokens_in(with_noun);
        if let Some(p) = parse.phrase_of(tokens.start) {
            let p = &parse.phrases[p].tokens;
            phrase = phrase.start.min(p.start)..phrase.end.max(p.end);
        }
        let sentence =
            parse.sentences.get(parse.sentence_of(tokens.start)).map_or(phrase.clone(), |s| s.tokens.clone());
        let clause = parse.clause_of(tokens.start);
        let clause =
            clause.start.min(phrase.start).max(sentence.start)..clause.end.max(phrase.end).min(sentence.end);
        Setting { tokens, phrase, clause, sentence }
    }

    /// The tokens of a sentence that belong to the figures near this one, and to the nouns that they count, into `out`.
    fn others(&self, index: usize, sentence: &Range<usize>, out: &mut Vec<Range<usize>>) {
        let figure = &self.figures[index];
        let near = &self.figures[index.saturating_sub(2)..(index + 3).min(self.figures.len())];
        let spans = near.iter().filter(|f| f.span != figure.span).flat_map(|f| {
            let counted = f.of_span.filter(|_| f.of_span != figure.of_span);
            [Some(f.span), counted]
        });
        let tokens = spans.flatten().map(|span| self.parse.tokens_in(span));
        out.clear();
        out.extend(tokens.filter(|t| t.start < sentence.end && sentence.start < t.end));
    }

    fn figures_in(&self, span: Span) -> impl Iterator<Item = &Figure> {
        let first = self.figures.partition_point(|f| f.span.end <= span.start);
        self.figures[first..].iter().take_while(move |f| f.span.start < span.end)
    }

    /// The innermost attribution that covers a place.
    fn said(&self, span: Span) -> Option<&Attribution> {
        super::speakers::speaker_at(self.attributions, span)
    }

    /// The scope, with forecasts that are told by who makes them: `an exit poll gave`, `analysts put it at`.
    fn scope(
        &self,
        figure: &Figure,
        at: &Setting,
        said: Option<&Attribution>,
        stops: &dyn Fn(usize) -> bool,
    ) -> Scope {
        let parse = self.parse;
        let mut scope = scope::of(parse, self.meanings, figure, at, stops);
        let source = said.and_then(|a| a.source).map(|s| parse.tokens_in(s)).unwrap_or_default();
        let forecasts = source
            .into_iter()
            .any(|t| parse.tokens[t].upos != Upos::Propn && self.meanings[t].is(lexicon::Mark::Forecast));
        scope.add(Aspect::Forecast, forecasts);
        scope
    }

    /// Whether a figure is the other side's in a result: the second of `62 percent to 38`, `by 51 to 50`, `494 votes to 122`. What
    /// rose from one amount to another has no sides.
    fn is_against(&self, index: usize, at: &Setting) -> bool {
        let Some(first) = index.checked_sub(1).map(|i| &self.figures[i]) else { return false };
        let figure = &self.figures[index];
        let one_kind = first.unit == figure.unit || figure.unit == Unit::Bare;
        let counts = |unit: &Unit| matches!(unit, Unit::Bare | Unit::Count(_) | Unit::Percent | Unit::Person);
        if !one_kind || !counts(&first.unit) || first.span.end > figure.span.start {
            return false;
        }
        let between = self.parse.tokens_in(Span { start: first.span.end, end: figure.span.start });
        let links = matches!(
            between.end.checked_sub(1).map(|t| self.parse.lower(t)),
            Some("to" | "-" | "–" | "against")
        );
        let own = (at.clause.start..at.tokens.start).rev().take(2 * REACH_OF_RESULT);
        let moves = |t: usize| {
            let meaning = &self.meanings[t];
            self.parse.lower(t) == "from"
                || meaning.is(lexicon::Mark::Rise)
                || meaning.is(lexicon::Mark::Fall)
        };
        links && between.len() <= REACH_OF_RESULT && !own.into_iter().any(moves)
    }

    /// Whether a bare number stands in a list by place: `18 in the port, eight in Mossley and four from the islands`.
    fn is_listed_by_place(&self, figure: &Figure, at: &Setting) -> bool {
        let parse = self.parse;
        let elliptic = figure.of_span.is_none_or(|of| of.end <= figure.span.start)
            && matches!(figure.unit, Unit::Person | Unit::Count(_) | Unit::Bare);
        let token = |t: usize| parse.tokens.get(t).map_or("", |_| parse.lower(t));
        let placed = |t: usize| matches!(token(t), "in" | "from" | "at" | "on" | "near");
        let opens = at.tokens.start.checked_sub(1).map_or("", token);
        elliptic
            && placed(at.tokens.end)
            && !matches!(token(at.tokens.end + 1), "all" | "total" | "fact")
            && matches!(opens, ":" | "," | ";" | "and")
            && self.others_are_placed(figure, &at.sentence, &placed)
    }

    /// Whether the sentence opens with the whole of which a figure is a part: `Of 90 houses searched, 12 were empty and 31 damaged`.
    fn is_out_of_whole(&self, figure: &Figure, at: &Setting) -> bool {
        let parse = self.parse;
        let counts = |f: &Figure| matches!(f.unit, Unit::Person | Unit::Count(_) | Unit::Bare);
        let opens =
            parse.tokens.get(at.sentence.start).is_some_and(|_| parse.lower(at.sentence.start) == "of");
        let near = || self.figures_in(parse.span(at.sentence.clone())).next();
        opens
            && counts(figure)
            && near().is_some_and(|whole| {
                whole.span.end <= figure.span.start
                    && parse.tokens_in(whole.span).start <= at.sentence.start + 2
                    && counts(whole)
                    && figure.value.hi <= whole.value.lo
            })
    }

    /// Whether another figure of the sentence is followed by its place too.
    fn others_are_placed(
        &self,
        figure: &Figure,
        sentence: &Range<usize>,
        placed: &dyn Fn(usize) -> bool,
    ) -> bool {
        let others = self.figures_in(self.parse.span(sentence.clone())).filter(|f| f.span != figure.span);
        others.filter(|f| f.unit == figure.unit).any(|f| placed(self.parse.tokens_in(f.span).end))
    }

    /// What stands with the counted noun in its phrase: `operating` profit, `infantry` troops; names and the head left out; into
    /// `stems`, which is empty.
    fn modifiers(&self, at: &Setting, topic: Option<&(Range<usize>, usize)>, stems: &mut Vec<u32>) {
        let parse = self.parse;
        let (phrase, head) = match topic {
            Some((phrase, head)) => (phrase.clone(), *head),
            None => match parse.phrase_of(at.phrase.end.saturating_sub(1)) {
                Some(p) => (parse.phrases[p].tokens.clone(), parse.phrases[p].head),
                None => return,
            },
        };
        let told = phrase
            .filter(|&t| t != head && !at.tokens.contains(&t) && words::is_content(parse, t))
            .filter(|&t| matches!(parse.tokens[t].upos, Upos::Noun | Upos::Adj))
            .filter(|&t| !self.named.holds(t))
            .map(|t| self.meanings[t].key);
        stems.extend(told);
        stems.sort_unstable();
        stems.dedup();
    }

    /// Content words of the sentence, nearer ones heavier; names, other figures and words of saying left out; into `found`, which is
    /// empty.
    fn words(
        &self,
        at: &Setting,
        figure: &Figure,
        said: Option<&Attribution>,
        topic: Option<Range<usize>>,
        found: &mut Vec<ContextWord>,
    ) {
        let parse = self.parse;
        let start = parse.span(at.sentence.clone()).start;
        let unit = match figure.unit {
            Unit::Measure(unit) => Some(words::hash(words::stem(unit))),
            _ => None,
        };
        let mut crossed = 0usize;
        let mut visit = |token: usize, distance: usize, crossed: &mut usize| {
            if self.covers.figures.at(token).is_some_and(|f| self.figures[f].span != figure.span) {
                *crossed += 1;
                return;
            }
            let span = parse.tokens[token].span;
            let saying =
                || said.is_some_and(|a| [a.cue, a.source].into_iter().flatten().any(|s| s.overlaps(span)));
            if !words::is_content(parse, token)
                || self.covers.dates.holds(token)
                || self.named.holds(token)
                || span.overlaps(figure.span)
                || saying()
            {
                return;
            }
            let meaning = &self.meanings[token];
            // The unit says nothing of what is measured.
            if unit == Some(meaning.stem) {
                return;
            }
            let inside = if at.clause.contains(&token) { 1.0 } else { 0.35 };
            let measured = topic.as_ref().is_some_and(|t| t.contains(&token));
            let near =
                if measured || at.phrase.contains(&token) { 1.0 } else { 6.0 / (7.0 + distance as f32) };
            let crossed = if measured { &mut 0 } else { crossed };
            let weight = f32::from(meaning.weight) * inside * near * 0.5f32.powi((*crossed).min(4) as i32);
            found.push(ContextWord::new(meaning.key, (weight as u8).max(1), span.start, start));
        };
        for token in at.phrase.clone() {
            visit(token, 0, &mut 0);
        }
        for (distance, token) in (at.phrase.end..at.sentence.end).enumerate() {
            visit(token, distance, &mut crossed);
        }
        crossed = 0;
        for (distance, token) in (at.sentence.start..at.phrase.start).rev().enumerate() {
            visit(token, distance, &mut crossed);
        }
        found.sort_unstable_by_key(|w| (w.stem, std::cmp::Reverse(w.weight), w.place(start)));
        found.dedup_by_key(|w| w.stem);
    }

    /// Whether a date only says what a figure is measured against: `than a year before`, `since March 2020`.
    fn is_yardstick(&self, date: usize) -> bool {
        let token = self.parse.token_from(self.dates[date].span.start);
        let before = |n: usize| token.checked_sub(n).map_or("", |t| self.parse.lower(t));
        [before(1), before(2)]
            .iter()
            .any(|w| matches!(*w, "than" | "since" | "from" | "against" | "compared"))
    }

    fn reach(&self, at: &Setting, token: usize) -> Reach {
        if at.phrase.contains(&token) {
            Reach::Phrase
        } else if at.clause.contains(&token) {
            Reach::Clause
        } else {
            Reach::Sentence
        }
    }

    /// Whether a figure of the same unit stands between two tokens: in a list of like amounts each has its own names and days,
    /// while `took 34 percent and 58 seats` has one party.
    fn is_parted(&self, at: &Setting, token: usize) -> bool {
        let (first, last) = (token.min(at.tokens.start), token.max(at.tokens.end));
        let own = self.parse.span(at.tokens.clone());
        let between = self.parse.span(first..last.min(self.parse.tokens.len()));
        let unit = self.figures_in(own).next().map(|f| &f.unit);
        self.figures_in(between).any(|f| !f.span.overlaps(own) && (Some(&f.unit) == unit))
    }

    /// Named things of the sentence with their distances, nearest first: places, and all others; the speaker is none of them. Both
    /// lists are empty before.
    fn anchors(
        &self,
        at: &Setting,
        said: Option<&Attribution>,
        places: &mut Vec<(usize, Anchor)>,
        others: &mut Vec<(usize, Anchor)>,
    ) {
        let parse = self.parse;
        let sentence = parse.span(at.sentence.clone());
        let subject = parse.governing_verb(at.tokens.start).and_then(|v| parse.subject_of(v));
        let subject = subject.map(|p| parse.phrases[p].tokens.clone()).unwrap_or_default();
        for &(span, entity) in self.named.within(sentence) {
            let dateline = parse.article.dateline.as_ref().is_some_and(|d| d.span.overlaps(span));
            if dateline || said.is_some_and(|a| a.source.is_some_and(|s| s.overlaps(span))) {
                continue;
            }
            let token = parse.token_from(span.start);
            let kind = self.named.entities[entity as usize].kind;
            let near = self.reach(at, token);
            // What stands beyond another figure belongs to that one; `18 in the town of Elgin` has its place to itself.
            let reach = match () {
                () if is_attached(parse, at, token)
                    || subject.contains(&token) && kind != EntityKind::Place =>
                {
                    Reach::Phrase
                }
                () if self.is_parted(at, token) => near.max(Reach::Sentence),
                () => near,
            };
            let anchor = Anchor { entity, span, reach };
            let distance = token.abs_diff(at.tokens.start);
            // Where somebody comes from is not where something is.
            let origin = token.checked_sub(1).is_some_and(|t| parse.lower(t) == "from");
            let list = if kind == EntityKind::Place && !origin { &mut *places } else { &mut *others };
            list.push((distance, anchor));
        }
        places.sort_unstable_by_key(|&(distance, a)| (a.reach, distance, a.span));
        others.sort_unstable_by_key(|&(distance, a)| (a.reach, distance, a.span));
    }

    /// The date that places the claim: the nearest of the clause, else of the sentence; not the day on which it was said.
    fn when(&self, at: &Setting, figure: &Figure, said: Option<&Attribution>) -> Option<(u32, Reach)> {
        let parse = self.parse;
        let sentence = parse.span(at.sentence.clone());
        let first = self.dates.partition_point(|d| d.span.end <= sentence.start);
        let told = |span: Span| {
            said.is_some_and(|a| {
                !a.span.overlaps(span)
                    || a.cue.is_some_and(|c| c.end <= span.start && span.start <= c.end + 4)
            })
        };
        (first..self.dates.len())
            .take_while(|&d| self.dates[d].span.start < sentence.end)
            .filter(|&d| {
                !told(self.dates[d].span)
                    && !self.dates[d].span.overlaps(figure.span)
                    && !self.is_yardstick(d)
            })
            .map(|d| {
                let token = parse.token_from(self.dates[d].span.start);
                let near = self.reach(at, token);
                let reach = if self.is_parted(at, token) { near.max(Reach::Sentence) } else { near };
                (reach, token.abs_diff(at.tokens.start), d as u32)
            })
            .min()
            .map(|(reach, _, d)| (d, reach))
    }
}

/// Whether a name follows the figure's phrase with nothing but its verb, a preposition and common nouns between: `four in the village
/// of Elgin`, `two people were killed in Elgin`.
fn is_attached(parse: &Parse, at: &Setting, token: usize) -> bool {
    let between = at.phrase.end..token;
    let links = |t: usize| {
        use Upos::{Adj, Adp, Aux, Det, Noun, Verb};
        matches!(parse.tokens[t].upos, Adp | Det | Noun | Adj | Aux | Verb)
    };
    token >= at.phrase.end
        && between.len() <= 8
        && between.clone().any(|t| parse.tokens[t].upos == Upos::Adp && parse.lower(t) != "from")
        && between.into_iter().all(links)
}
