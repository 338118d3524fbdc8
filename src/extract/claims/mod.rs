//! Claims: every figure with the facets that its clause and sentence give it.

use std::ops::Range;

use crate::text::{Parse, Span};

use super::{Anchor, Attribution, Claim, ContextWord, DateMention, Entity, EntityKind, Figure, Reach, words};

pub mod lexicon;
mod predicates;
mod scope;
mod state;

/// Sets every figure in its setting: one claim a figure, in the same order.
pub fn build(
    parse: &Parse,
    figures: &[Figure],
    dates: &[DateMention],
    entities: &[Entity],
    attributions: &[Attribution],
) -> Vec<Claim> {
    let names = sorted_mentions(entities);
    let builder = Builder { parse, figures, dates, names, entities, attributions };
    (0..figures.len()).map(|figure| builder.claim(figure)).collect()
}

/// Everything a claim is made of.
struct Builder<'a> {
    parse: &'a Parse<'a>,
    figures: &'a [Figure],
    dates: &'a [DateMention],
    /// All mentions with their entities, in order.
    names: Vec<(Span, u32)>,
    entities: &'a [Entity],
    attributions: &'a [Attribution],
}

fn sorted_mentions(entities: &[Entity]) -> Vec<(Span, u32)> {
    let mut all: Vec<(Span, u32)> =
        (0u32..).zip(entities).flat_map(|(i, e)| e.mentions.iter().map(move |m| (m.span, i))).collect();
    all.sort_unstable();
    all
}

/// Where a figure stands, in tokens.
struct Setting {
    tokens: Range<usize>,
    phrase: Range<usize>,
    clause: Range<usize>,
    sentence: Range<usize>,
}

impl Builder<'_> {
    fn claim(&self, index: usize) -> Claim {
        let (parse, figure) = (self.parse, &self.figures[index]);
        let setting = self.setting(figure);
        let said = self.said(figure.span);
        let stops = |token: usize| {
            let span = parse.tokens[token].span;
            self.figures_in(span)
                .any(|f| f.span != figure.span && f.of_span.is_none_or(|of| !of.overlaps(figure.span)))
        };
        let (places, anchors) = self.anchors(&setting, said);
        Claim {
            figure: index as u32,
            clause: parse.span(setting.clause.clone()),
            sentence: parse.span(setting.sentence.clone()),
            scope: scope::of(parse, figure, &setting.tokens, &setting.phrase, &setting.clause),
            predicates: predicates::of(parse, &setting.phrase, &setting.clause, &stops),
            head: figure.head.as_deref().map(lexicon::key),
            words: self.words(&setting, figure, said),
            places,
            anchors,
            when: self.when(&setting, figure, said),
            by: said.map(|a| a.by.clone()).unwrap_or_default(),
            state: state::of(parse, &setting.phrase, &setting.clause, said),
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
        let clause = clause_of(parse, tokens.start, &sentence);
        let clause =
            clause.start.min(phrase.start).max(sentence.start)..clause.end.max(phrase.end).min(sentence.end);
        Setting { tokens, phrase, clause, sentence }
    }

    fn figures_in(&self, span: Span) -> impl Iterator<Item = &Figure> {
        let first = self.figures.partition_point(|f| f.span.end <= span.start);
        self.figures[first..].iter().take_while(move |f| f.span.start < span.end)
    }

    /// The innermost attribution that covers a place.
    fn said(&self, span: Span) -> Option<&Attribution> {
        self.attributions.iter().filter(|a| a.span.contains(span)).min_by_key(|a| a.span.len())
    }

    /// Content words of the sentence, nearer ones heavier; names, other figures and words of saying left out.
    fn words(&self, at: &Setting, figure: &Figure, said: Option<&Attribution>) -> Vec<ContextWord> {
        let parse = self.parse;
        let mut found: Vec<ContextWord> = Vec::new();
        let mut crossed = 0usize;
        let mut visit = |token: usize, distance: usize, crossed: &mut usize| {
            let span = parse.tokens[token].span;
            if self.figures_in(span).any(|f| f.span != figure.span) {
                *crossed += 1;
                return;
            }
            let saying = said.is_some_and(|a| {
                a.cue.is_some_and(|c| c.overlaps(span)) || a.source.is_some_and(|s| s.overlaps(span))
            });
            if saying
                || span.overlaps(figure.span)
                || !words::is_content(parse, token)
                || self.name_at(span).is_some()
            {
                return;
            }
            let lower = parse.lower(token);
            let inside = if at.clause.contains(&token) { 1.0 } else { 0.35 };
            let near = if at.phrase.contains(&token) { 1.0 } else { 6.0 / (7.0 + distance as f32) };
            let weight =
                f32::from(words::weight(lower)) * inside * near * 0.5f32.powi((*crossed).min(4) as i32);
            found.push(ContextWord {
                stem: lexicon::key(lower),
                weight: (weight as u8).max(1),
                at: span.start,
            });
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
        found.sort_unstable_by_key(|w| (w.stem, std::cmp::Reverse(w.weight), w.at));
        found.dedup_by_key(|w| w.stem);
        found
    }

    fn name_at(&self, span: Span) -> Option<u32> {
        let next = self.names.partition_point(|n| n.0.end <= span.start);
        self.names.get(next).filter(|n| n.0.overlaps(span)).map(|n| n.1)
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

    /// Named things of the sentence, nearest first: places, then all others; the speaker is none of them.
    fn anchors(&self, at: &Setting, said: Option<&Attribution>) -> (Vec<Anchor>, Vec<Anchor>) {
        let parse = self.parse;
        let sentence = parse.span(at.sentence.clone());
        let first = self.names.partition_point(|n| n.0.end <= sentence.start);
        let (mut places, mut others) = (Vec::new(), Vec::new());
        for &(span, entity) in self.names[first..].iter().take_while(|n| n.0.start < sentence.end) {
            if said.is_some_and(|a| a.source.is_some_and(|s| s.overlaps(span))) {
                continue;
            }
            let token = parse.token_from(span.start);
            let anchor = Anchor { entity, span, reach: self.reach(at, token) };
            let distance = token.abs_diff(at.tokens.start);
            let kind = self.entities[entity as usize].kind;
            if kind == EntityKind::Place { &mut places } else { &mut others }.push((distance, anchor));
        }
        let nearest = |mut all: Vec<(usize, Anchor)>| -> Vec<Anchor> {
            all.sort_unstable_by_key(|&(distance, a)| (a.reach, distance, a.span));
            all.into_iter().map(|(_, a)| a).collect()
        };
        (nearest(places), nearest(others))
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
            .filter(|&d| !told(self.dates[d].span) && !self.dates[d].span.overlaps(figure.span))
            .map(|d| {
                let token = parse.token_from(self.dates[d].span.start);
                (self.reach(at, token), token.abs_diff(at.tokens.start), d as u32)
            })
            .min()
            .map(|(reach, _, d)| (d, reach))
    }
}

/// The clause around a token: from the last to the next stop that parts clauses.
fn clause_of(parse: &Parse, token: usize, sentence: &Range<usize>) -> Range<usize> {
    let parts = |t: &usize| {
        matches!(parse.word(*t), ";" | ":" | "—" | "–" | "while" | "but" | "although" | "though" | "whereas")
    };
    let start = (sentence.start..token).rev().find(parts).map_or(sentence.start, |t| t + 1);
    let end = (token..sentence.end).find(parts).unwrap_or(sentence.end);
    start..end
}
