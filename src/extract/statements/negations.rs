//! Where a clause is negated, and what is told not to be so by it.

use std::ops::Range;

use crate::extract::meanings::Meaning;
use crate::text::{Penn, Tense, TokenKind};

use super::denials::{Antecedent, Denial};
use super::words::{Role, Small};
use super::{Finder, Polarity};

impl Finder<'_> {
    /// The clauses of a sentence that say that something is not so, as a fact of now or before.
    pub(super) fn negations(&self, tokens: &Range<usize>, denials: &mut Vec<Denial>) {
        let parse = self.parse;
        for verb in parse.verbs_in(tokens.clone()) {
            let group = &parse.verbs[verb];
            let clause = parse.clause_of(group.head);
            let no = clause.clone().find(|&t| self.negates_noun(t));
            let unplanned = no.is_some_and(|no| self.is_plan(no) && no < group.head);
            // `The bank has | no plans to close the branch`: who has none stands before.
            let clause = if unplanned && clause.start > tokens.start {
                parse.clause_of(clause.start - 1).start.max(tokens.start)..clause.end
            } else {
                clause
            };
            let plain = unplanned && group.tense == Tense::Future
                || group.tense != Tense::NonFinite && group.tense != Tense::Future && group.modal.is_none();
            let granted = no.is_some_and(|t| self.is_bounded(t, &clause));
            if !plain || granted || group.negated == no.is_some() || self.is_relative(&clause) {
                continue;
            }
            if let Some(denial) = no.and_then(|no| self.no_truth_in(no, &clause, tokens)) {
                denials.push(denial);
                continue;
            }
            if group.negated
                && let Some(pronoun) = self.says_not_so(verb, &clause)
            {
                let said = self.innermost(parse.span(clause.clone()));
                let named = self.claim_behind(clause.end, tokens);
                let antecedent = self.antecedent_of(pronoun, pronoun);
                let antecedent = if named.is_some() { None } else { Some(antecedent) };
                let content = named.unwrap_or(clause.end..clause.end);
                denials.push(Denial { said, ..Denial::rejecting(clause, content, antecedent) });
                continue;
            }
            // What is not true is told behind.
            let so = group.tokens.end;
            if group.negated
                && tokens.contains(&so)
                && self.small(so) == Some(Small::So)
                && let Some(denial) = self.untrue_that(so, tokens)
            {
                denials.push(denial);
                continue;
            }
            let open = clause.clone().any(|t| {
                let next = || parse.lower((t + 1).min(clause.end - 1));
                match self.small(t) {
                    Some(Small::Opens) => true,
                    Some(Small::Begins | Small::So) => {
                        matches!((parse.lower(t), next()), ("as", "of") | ("so", "far"))
                    }
                    _ => false,
                }
            });
            // Who does not deny something says nothing either.
            let order = self.ordered(verb, tokens);
            let mute = self.is_empty_predicate(verb, &clause)
                || matches!(self.role(group.head), Some(Role::Silence | Role::Verb | Role::TurnsDown))
                    && order.is_none();
            let quiet = mute || self.is_ignorance(verb, &clause);
            if !open && !quiet {
                let said = self.innermost(parse.span(clause.clone()));
                let content = self.negated_content(&clause, no, order, said, tokens);
                let about = order.unwrap_or_else(|| self.negated(verb, no, &content));
                let (polarity, antecedent) = (Polarity::Negates, None);
                let asked = self.asked(tokens, &clause);
                let lasting = no.is_some_and(|no| self.is_plan(no)) || self.is_lasting(verb);
                let first = |t: &usize| matches!(parse.lower(*t), "i" | "we");
                let own = content.clone().take_while(|&t| t < group.tokens.start).find(first);
                let all = |t: usize| matches!(parse.lower(t), "any" | "anyone" | "anybody" | "anything");
                let behind_no = no.and_then(|no| parse.phrase_of(no)).map(|p| parse.phrases[p].head);
                let pointed = (about == group.head || order.is_some() || behind_no == Some(about))
                    && !self.is_known(about);
                let sweeping = pointed && behind_no.is_none() && (own.is_some() || content.clone().any(all));
                let own = own.filter(|&t| parse.lower(t) == "i").and_then(|_| self.voice(said?));
                let shown = clause.start..content.end.max(clause.end);
                denials.push(Denial {
                    polarity,
                    shown,
                    content,
                    asked,
                    about: Some(about),
                    lasting,
                    sweeping,
                    pointed,
                    own,
                    said,
                    antecedent,
                });
            }
        }
    }

    /// Whether what there is none of is a plan or an intention.
    fn is_plan(&self, no: usize) -> bool {
        let head = self.parse.phrase_of(no).map(|p| self.parse.phrases[p].head);
        self.parse.is_no(no) && head.is_some_and(|head| self.small(head) == Some(Small::Plans))
    }

    /// The first who says something, by entity.
    fn voice(&self, said: u32) -> Option<u32> {
        self.lists.speakers[self.attributions[said as usize].by].first()?.entity
    }

    /// What is told not to have been ordered: the verb of `never told anyone to delete anything`.
    fn ordered(&self, verb: usize, tokens: &Range<usize>) -> Option<usize> {
        let parse = self.parse;
        let group = &parse.verbs[verb];
        if parse.lemma(group.head) != "tell" || group.passive {
            return None;
        }
        let to =
            (group.tokens.end..tokens.end.min(group.tokens.end + 5)).find(|&t| parse.lower(t) == "to")?;
        let whom = (group.tokens.end..to).all(|t| parse.phrase_of(t).is_some()) && to > group.tokens.end;
        let done = (to + 1 < tokens.end).then(|| parse.verb_of(to + 1)).flatten();
        done.map(|v| parse.verbs[v].head).filter(|&head| whom && self.notion(head).is_some())
    }

    /// What a negated clause is about: without who says so, and with what stands behind the noun that there is none of, or what was
    /// never ordered.
    fn negated_content(
        &self,
        clause: &Range<usize>,
        no: Option<usize>,
        order: Option<usize>,
        said: Option<u32>,
        tokens: &Range<usize>,
    ) -> Range<usize> {
        let parse = self.parse;
        let told = said.map(|said| parse.tokens_in(self.attributions[said as usize].span).start);
        let start = told.filter(|start| clause.contains(start)).unwrap_or(clause.start);
        let noun = no.and_then(|t| parse.phrase_of(t)).map(|p| parse.phrases[p].tokens.end);
        let goes_on = noun.is_some_and(|end| {
            end >= clause.end && end < tokens.end && matches!(parse.lower(end), "of" | "to" | "for" | "about")
        });
        let ordered = order.filter(|&head| head >= clause.end);
        let end = if goes_on || ordered.is_some() {
            self.comma_from(ordered.unwrap_or(clause.end), tokens)
        } else {
            clause.end
        };
        start..end.max(clause.end)
    }

    /// Whether a clause says that it is `not the time`, `not a day` or `not the only one`, which tells of no event.
    fn is_empty_predicate(&self, verb: usize, clause: &Range<usize>) -> bool {
        let parse = self.parse;
        let group = &parse.verbs[verb];
        let phrase = (group.tokens.end..clause.end).find_map(|t| parse.phrase_of(t));
        let head = phrase.map(|p| parse.phrases[p].head);
        let light = head.is_some_and(|head| self.role(head) == Some(Role::Light));
        let evidence = || clause.clone().any(|t| parse.is_no(t));
        group.negated && light && parse.lemma(group.head) == "be" && !evidence()
    }

    /// `There was no truth in the report that she resigned`, `there is no basis for that`, `no such thing happened`: what is claimed
    /// behind, or before.
    fn no_truth_in(&self, no: usize, clause: &Range<usize>, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let next = no + 1;
        if !clause.contains(&next) || !parse.is_no(no) {
            return None;
        }
        let said = self.innermost(parse.span(clause.clone()));
        if parse.lower(next) == "such" {
            let none = clause.end..clause.end;
            let denial = Denial::rejecting(clause.clone(), none, Some(Antecedent::Such));
            return Some(Denial { said, ..denial });
        }
        let noun = self.small(next) == Some(Small::Truth);
        let claim = noun && matches!(parse.lower((no + 2).min(tokens.end - 1)), "in" | "to" | "for");
        let from = claim.then_some(no + 3).filter(|&from| from < tokens.end)?;
        let (content, antecedent) = self.denied_content(from..self.comma_from(from, tokens));
        let shown = clause.start..content.end.max(clause.end);
        Some(Denial { said, ..Denial::rejecting(shown, content, antecedent) })
    }

    /// What is said not to be so: `that is not true`, `the claim was not accurate`, `it never happened`.
    fn says_not_so(&self, verb: usize, clause: &Range<usize>) -> Option<usize> {
        let parse = self.parse;
        let group = &parse.verbs[verb];
        let subject = (clause.start..group.tokens.start).find(|&t| self.role(t) == Some(Role::Noun))?;
        let next = (group.tokens.end..clause.end).find(|&t| !matches!(parse.lower(t), "the" | "at" | "all"));
        let wrong = match &*parse.lemma(group.head) {
            "be" => next.is_some_and(|t| self.small(t) == Some(Small::So)),
            // What has not happened before is new, not untrue.
            "happen" | "occur" => next.is_none_or(|t| parse.tokens[t].kind != TokenKind::Word),
            _ => false,
        };
        let lone = (subject + 1..group.tokens.start).all(|t| parse.phrase_of(t).is_none());
        // `In the north it was not so`: elsewhere it is.
        let opens = (clause.start..subject).all(|t| {
            matches!(parse.lower(t), "and" | "but" | "that" | "the")
                || parse.tokens[t].kind != TokenKind::Word
        });
        // `It is not true we lost`: what is denied comes behind.
        let closed =
            next.is_none_or(|t| t + 1 >= parse.tokens.len() || parse.tokens[t + 1].kind == TokenKind::Punct);
        (wrong && lone && opens && closed).then_some(subject)
    }

    /// `no` before a noun, or `nothing` and the like.
    fn negates_noun(&self, token: usize) -> bool {
        self.small(token) == Some(Small::Nobody)
            || self.parse.is_no(token) && self.parse.phrase_of(token).is_some()
    }

    /// Whether what stands behind `no` or `nothing` grants what is said, or sets a bound to it: `there is no doubt that`, `it is
    /// nothing more than`, `no one else was hurt`.
    fn is_bounded(&self, no: usize, clause: &Range<usize>) -> bool {
        let mut behind = (no + 1..clause.end).filter(|&t| self.parse.lower(t) != "one");
        let head = self.parse.phrase_of(no).map(|p| self.parse.phrases[p].head);
        behind.next().into_iter().chain(head).any(|t| self.small(t) == Some(Small::Bounds))
    }

    /// Whether a clause says which of several are meant: `those who did not pay`.
    fn is_relative(&self, clause: &Range<usize>) -> bool {
        let first = self.parse.lower(clause.start);
        matches!(first, "who" | "whom" | "whose" | "which" | "where")
            || first == "that" && self.parse.tokens[clause.start].penn == Penn::Wdt
    }

    /// Whether a verb tells how things stand by now: `has not resigned`, `no arrests had been made`, `are not`.
    fn is_lasting(&self, verb: usize) -> bool {
        let group = &self.parse.verbs[verb];
        let perfect = group
            .tokens
            .clone()
            .any(|t| t != group.head && matches!(self.parse.lower(t), "have" | "has" | "had"));
        perfect || group.tense == Tense::Present
    }

    /// Whether a word speaks of what somebody knows.
    pub(super) fn is_known(&self, token: usize) -> bool {
        self.meanings[token].vocable.sense == Meaning::of("know").vocable.sense
    }

    /// Whether somebody does not know rather than denies: `we do not know`, `she had no idea why`.
    fn is_ignorance(&self, verb: usize, clause: &Range<usize>) -> bool {
        let parse = self.parse;
        let group = &parse.verbs[verb];
        let behind = (group.tokens.end..(group.tokens.end + 4).min(parse.tokens.len())).find(|&t| {
            matches!(
                parse.lower(t),
                "what" | "why" | "how" | "who" | "where" | "when" | "which" | "whether" | "if"
            )
        });
        let ours = clause
            .clone()
            .take_while(|&t| t < group.tokens.start)
            .any(|t| matches!(parse.lower(t), "i" | "we"));
        let knows = clause.clone().any(|t| self.is_known(t));
        knows && (behind.is_some() || ours || group.tense == Tense::Present)
    }

    /// The word that a negated clause turns on: the noun behind `no`, what is said to be, or the verb.
    fn negated(&self, verb: usize, no: Option<usize>, clause: &Range<usize>) -> usize {
        let parse = self.parse;
        let group = &parse.verbs[verb];
        let noun = no.and_then(|t| parse.phrase_of(t)).map(|p| parse.phrases[p].head);
        // `No plans to close`: it is the closing that is denied.
        if let Some(plan) = noun.filter(|_| no.is_some_and(|no| self.is_plan(no)))
            && let Some(done) = (plan + 1..clause.end).find(|&t| self.notion(t).is_some())
        {
            return done;
        }
        if let Some(noun) = noun.filter(|&n| self.notion(n).is_some()) {
            return noun;
        }
        if self.notion(group.head).is_some() {
            return group.head;
        }
        (group.tokens.end..clause.end).find(|&t| self.notion(t).is_some()).unwrap_or(group.head)
    }

    /// What the speaker of a clause was asked about in the same sentence: `Asked about a report that the unit was for sale, he said`.
    fn asked(&self, tokens: &Range<usize>, clause: &Range<usize>) -> Range<usize> {
        let parse = self.parse;
        let asked = (tokens.start..clause.start).chain(clause.end..tokens.end - 1);
        let mut asked = asked.filter(|&t| parse.lower(t) == "asked").map(|t| t + 1);
        let about = asked.rfind(|&t| matches!(parse.lower(t), "about" | "whether" | "if"));
        about.map_or(0..0, |t| {
            let ends = if t < clause.start { clause.start } else { tokens.end };
            let end = (t..ends).find(|&t| parse.lower(t) == ",").unwrap_or(ends);
            t + 1..end
        })
    }
}
