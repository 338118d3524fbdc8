//! Where a sentence denies something, and what.

use std::ops::Range;

use crate::extract::{Attribution, Stance};
use crate::text::{Penn, Tense, TokenKind, Upos};

use super::words::{Role, Small};
use super::{Finder, Polarity, Statement};
use crate::extract::Speaker;

/// How many sentences back `the report` may look for what was reported.
const ANTECEDENT_REACH: usize = 3;
/// A denial of fewer words than this takes up what its speaker was asked about.
pub(super) const SHORT: usize = 3;

/// A denial still in tokens.
pub(super) struct Denial {
    pub polarity: Polarity,
    /// Where it is shown.
    pub shown: Range<usize>,
    /// What is denied; empty where another statement is.
    pub content: Range<usize>,
    /// What the speaker was asked about; mostly empty.
    pub asked: Range<usize>,
    /// The word that a negation is about: its verb, what is said to be, or the noun behind `no`.
    pub about: Option<usize>,
    /// Whether it tells of how things stand when it is told: `has not been`, `are not`.
    pub lasting: bool,
    /// Whether it is the speaker's own or of all there is: `we did not turn away`, `never told anyone`.
    pub sweeping: bool,
    /// Whether it is of what is done, or of what there is none of, and not of what something is.
    pub pointed: bool,
    /// The speaker, by entity, where the denial is of what `I` did.
    pub own: Option<u32>,
    /// The attribution, by index.
    pub said: Option<u32>,
    /// How the denied statement is found, where it is another one.
    pub antecedent: Option<Antecedent>,
}

/// Where the statement stands that `that` or `the report` means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Antecedent {
    /// Before, in the same sentence.
    Here,
    /// In the sentence before.
    Before,
    /// In the nearest of the sentences before that somebody says.
    Said,
    /// In the nearest of the sentences before that accuses somebody.
    Accused,
    /// As `Said`, and told as so: what `no such thing` says is not so.
    Such,
}

impl Denial {
    pub(super) fn rejecting(
        shown: Range<usize>,
        content: Range<usize>,
        antecedent: Option<Antecedent>,
    ) -> Self {
        let (asked, about, said) = (0..0, None, None);
        let (lasting, sweeping, pointed, own) = (false, false, false, None);
        let polarity = Polarity::Rejects;
        Denial { polarity, shown, content, asked, about, lasting, sweeping, pointed, own, said, antecedent }
    }
}

/// Whether a word points to what has been said, with no noun behind it.
fn is_pronoun(word: &str) -> bool {
    matches!(word, "that" | "this" | "it")
}

impl Finder<'_> {
    /// The attributions of a sentence that deny.
    pub(super) fn rejections(&self, tokens: &Range<usize>, denials: &mut Vec<Denial>) {
        let parse = self.parse;
        let sentence = parse.span(tokens.clone());
        for (said, a) in self.said_in(sentence).filter(|(_, a)| a.stance == Stance::Denies) {
            let content = parse.tokens_in(a.span);
            if !self.is_denied(a, &content) {
                continue;
            }
            let cue = a.cue.map_or(content.clone(), |cue| parse.tokens_in(cue));
            let shown = cue.start.min(content.start)..cue.end.max(content.end).min(tokens.end);
            let shown = a.source.map_or(shown.clone(), |s| {
                let source = parse.tokens_in(s);
                source.start.min(shown.start)..shown.end.max(source.end.min(tokens.end))
            });
            let (content, antecedent) = self.denied_content(content);
            denials.push(Denial { said: Some(said), ..Denial::rejecting(shown, content, antecedent) });
        }
    }

    /// Whether an attribution says that something is not so: its verb denies, or turns a claim down. Who does not think that something
    /// should be done has another opinion; a proposal that is turned down was no claim; a court that dismisses one rules on it.
    fn is_denied(&self, said: &Attribution, content: &Range<usize>) -> bool {
        let parse = self.parse;
        let Some(cue) = said.cue.map(|cue| parse.tokens_in(cue)) else { return true };
        let claim = || content.clone().take(4).any(|t| self.role(t) == Some(Role::Noun));
        let denies = cue.clone().any(|t| match self.meanings[t].vocable.role {
            Some(Role::Verb) => true,
            Some(Role::TurnsDown) => claim(),
            _ => false,
        });
        let source = said.source.map_or(0..0, |s| parse.tokens_in(s));
        let opinion = content.clone().any(|t| self.small(t) == Some(Small::Supposes));
        denies
            && !opinion
            && !self.is_withheld(content)
            && source.into_iter().all(|t| self.small(t) != Some(Small::Judges))
    }

    /// Whether what is denied is a thing that somebody does not get, and no claim: `access to the yard`, `the men bail`.
    fn is_withheld(&self, content: &Range<usize>) -> bool {
        let told = |t: &usize| self.parse.verb_of(*t).is_none() && self.role(*t) != Some(Role::Noun);
        content.clone().take_while(told).any(|t| self.small(t) == Some(Small::Withheld))
    }

    /// What is denied behind a verb of denial: the clause behind `reports that`, or another statement where `that` or `the
    /// report` is all there is.
    pub(super) fn denied_content(&self, content: Range<usize>) -> (Range<usize>, Option<Antecedent>) {
        let parse = self.parse;
        let noun = content.clone().find(|&t| self.role(t) == Some(Role::Noun));
        let Some(noun) = noun.filter(|&t| t <= content.start + 3) else { return (content, None) };
        let rest = noun + 1..content.end;
        let telling = rest.clone().filter(|&t| self.notion(t).is_some() || self.named.holds(t)).count();
        let clause = rest.clone().find(|&t| parse.lower(t) == "that" && parse.tokens[t].penn == Penn::In);
        if telling >= 2 {
            return (clause.map_or(rest.clone(), |that| that + 1..rest.end), None);
        }
        (content.end..content.end, Some(self.antecedent_of(noun, content.start)))
    }

    /// Where the statement stands that a word for a claim means, first in its phrase from `start` on: `that`, `the report`, `all
    /// accusations`.
    pub(super) fn antecedent_of(&self, noun: usize, start: usize) -> Antecedent {
        let parse = self.parse;
        let pronoun = noun == start && parse.tokens[noun].upos == Upos::Pron || is_pronoun(parse.lower(noun));
        match parse.tokens[noun].penn {
            _ if pronoun => Antecedent::Before,
            Penn::Nns => Antecedent::Accused,
            _ => Antecedent::Said,
        }
    }

    /// `…, a claim the operator rejects`, `…, which the ministry denied`: what stands before the comma is denied.
    pub(super) fn relative(&self, verb: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let group = parse.verb_of(verb).map(|v| &parse.verbs[v]).filter(|v| v.head == verb)?;
        // Claims that were rejected are counted, not denied: `of which 188 have been rejected`.
        if group.negated || group.modal.is_some() || group.tense == Tense::NonFinite || group.passive {
            return None;
        }
        let ends = (group.tokens.end..tokens.end).find(|&t| parse.tokens[t].kind != TokenKind::Punct);
        let object = ends.is_some_and(|t| parse.phrase_of(t).is_some());
        let from = tokens.start.max(verb.saturating_sub(12));
        let comma = (from..verb).rev().find(|&t| matches!(parse.lower(t), "," | "—" | "–" | "-"))?;
        let opener = (comma + 1..verb).find(|&t| {
            let which = parse.lower(t) == "which";
            which
                || self.role(t) == Some(Role::Noun)
                    && !matches!(parse.lower(t), "it" | "that" | "this" | "them")
        })?;
        if object || opener > comma + 3 || comma <= tokens.start {
            return None;
        }
        let (shown, content) = (comma + 1..group.tokens.end, comma..comma);
        Some(Denial::rejecting(shown, content, Some(Antecedent::Here)))
    }

    /// `The utility disputes that.`: a verb of denial with a pronoun or a word for a claim behind it, and nothing else.
    pub(super) fn plain(&self, verb: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let group = parse.verb_of(verb).map(|v| &parse.verbs[v]).filter(|v| v.head == verb)?;
        if group.negated || group.modal.is_some() || group.tense == Tense::NonFinite || group.passive {
            return None;
        }
        let told = self.said_in(parse.span(verb..verb + 1)).any(|(_, a)| {
            a.stance == Stance::Denies && a.cue.is_some_and(|cue| cue.overlaps(parse.tokens[verb].span))
        });
        let object = group.tokens.end..(group.tokens.end + 3).min(tokens.end);
        let noun = object.clone().rev().find(|&t| self.role(t) == Some(Role::Noun))?;
        let closed = noun + 1 >= tokens.end || parse.tokens[noun + 1].kind == TokenKind::Punct;
        let lone = (object.start..noun)
            .all(|t| matches!(parse.lower(t), "the" | "this" | "that" | "these" | "those"));
        if told || !closed || !lone {
            return None;
        }
        let shown = parse.clause_of(verb).start..noun + 1;
        // What a court dismisses it rules on.
        if shown.clone().any(|t| self.small(t) == Some(Small::Judges)) {
            return None;
        }
        Some(Denial::rejecting(shown, noun..noun, Some(self.antecedent_of(noun, object.start))))
    }

    /// `Reports that the captain left first are untrue`, `the company calls that untrue`, `that is a lie`.
    pub(super) fn called_wrong(&self, token: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let verb = parse.verbs_in(tokens.start..token).next_back()?;
        let group = &parse.verbs[verb];
        let lemma = parse.lemma(group.head);
        let calls = matches!(&*lemma, "call" | "brand" | "label" | "describe");
        if !group.negated
            && let Some(denial) = self.untrue_that(token, tokens)
        {
            return Some(denial);
        }
        if group.negated || group.modal.is_some() || token > group.tokens.end + 6 || !calls && lemma != "be" {
            return None;
        }
        // `The bank said the claim was false`: what somebody says starts behind the saying.
        let says = (tokens.start..group.tokens.start).rev().find(|&t| {
            self.cues.holds(t) && parse.verb_of(t).is_some_and(|v| v != verb && !parse.verbs[v].passive)
        });
        let opening = says.map_or(tokens.start, |cue| cue + 1);
        let range = if calls { group.tokens.end..token } else { opening..group.tokens.start };
        // `This year the elections are nonsense`, `that the elections were nonsense`: a pronoun stands alone, and before its verb.
        let alone = |t: usize| {
            let head = |p: usize| parse.phrases[p].head == t || parse.tokens[t].upos == Upos::Noun;
            parse.phrase_of(t).is_none_or(head)
                && (calls || !is_pronoun(parse.lower(t)) || t + 1 == range.end)
        };
        // `Typical of fake news`, `a science fiction film`: something else is said.
        let other = |t: usize| parse.tokens[t].penn.is_noun() || parse.tokens[t].penn == Penn::In;
        if !calls && (group.tokens.end..token).any(other) {
            return None;
        }
        let noun = range.clone().find(|&t| self.role(t) == Some(Role::Noun) && alone(t))?;
        // Who denies something, `calling it absurd`, has told what; `it was wrong to claim so` tells it behind; who thinks a thing silly
        // says nothing of a claim.
        let thinks = |cue: usize| matches!(&*parse.lemma(cue), "think" | "feel" | "find");
        let behind = token + 1 < tokens.end && parse.lower(token + 1) == "to";
        if parse.tokens[noun].upos == Upos::Pron
            && (group.tense == Tense::NonFinite || behind || says.is_some_and(thinks))
        {
            return None;
        }
        // The claim itself is wrong, not something that is spoken of beside it.
        let opens =
            calls || (range.start..noun).all(|t| parse.verb_of(t).is_none() && parse.lower(t) != "of");
        let (content, antecedent) = self.denied_content(noun..range.end);
        let named = antecedent.and_then(|_| self.claim_behind(token + 1, tokens));
        let (content, antecedent) = named.map_or((content, antecedent), |named| (named, None));
        let shown = if calls { tokens.start..token + 1 } else { noun..token + 1 };
        let said = self.said_in(parse.span(shown.clone())).map(|(i, _)| i).next();
        opens.then_some(Denial { said, ..Denial::rejecting(shown, content, antecedent) })
    }

    /// What is claimed where the claim is named behind its rejection, in the same sentence or in the one that tells who speaks:
    /// `“That is false,” Hale said of the allegation that he burned the ledgers`.
    pub(super) fn claim_behind(&self, from: usize, tokens: &Range<usize>) -> Option<Range<usize>> {
        let parse = self.parse;
        let ends = &parse.tokens[tokens.end - 1].span;
        let goes_on = self.innermost(parse.span(tokens.clone())).is_some_and(|said| {
            self.attributions[said as usize].cue.is_some_and(|cue| cue.start >= ends.end)
        });
        let next = parse.sentences.get(parse.sentence_of(tokens.start) + 1).filter(|_| goes_on);
        let end = next.map_or(tokens.end, |next| next.tokens.end);
        let claim = (from..end).find(|&t| {
            let of = |t: usize| matches!(parse.lower(t), "of" | "about" | "to");
            let noun = self.role(t) == Some(Role::Noun) && parse.tokens[t].penn.is_noun();
            noun && t >= 2 && (of(t - 1) || of(t - 2)) && t + 2 < end && parse.lower(t + 1) == "that"
        })?;
        let content = claim + 2..self.comma_from(claim + 2, &(claim..end));
        (content.clone().any(|t| self.notion(t).is_some())).then_some(content)
    }

    /// `It is untrue that the dam leaked`, where `token` is what it is said to be: the clause behind.
    pub(super) fn untrue_that(&self, token: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let be = parse.verbs_in(tokens.start..token).next_back().map(|v| &parse.verbs[v])?;
        let subject = be.tokens.start.checked_sub(1).filter(|&t| t >= tokens.start)?;
        let that = token + 1;
        let opens = parse.lower(subject) == "it" && that < tokens.end && parse.lower(that) == "that";
        if !opens || be.modal.is_some() || parse.lemma(be.head) != "be" {
            return None;
        }
        let content = that + 1..self.comma_from(that + 1, tokens);
        let said = self.innermost(parse.span(content.clone()));
        Some(Denial { said, ..Denial::rejecting(subject..content.end, content, None) })
    }

    /// `Inspectors ruled out arson as the cause`: what something was not. Who rules out a sale, or a striker for the season, decides.
    pub(super) fn ruled_out(&self, verb: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let group = parse.verb_of(verb).map(|v| &parse.verbs[v]).filter(|v| v.head == verb)?;
        let plain = !group.negated && group.modal.is_none() && !group.passive;
        let first = group.tokens.end.max(verb + 1);
        let first = if tokens.contains(&first) && parse.lower(first) == "out" { first + 1 } else { first };
        let finite = !matches!(group.tense, Tense::NonFinite | Tense::Future);
        if !plain || !finite || first >= tokens.end || parse.lower(first - 1) != "out" {
            return None;
        }
        let content = first..self.comma_from(first, tokens);
        let what = content.clone().any(|t| matches!(parse.lower(t), "as" | "that"));
        let start = parse.clause_of(verb).start.min(verb);
        let judged = (start..verb).any(|t| self.small(t) == Some(Small::Judges));
        (what && !judged).then(|| Denial::rejecting(start..content.end, content, None))
    }

    /// Where a stretch from a token on ends: at the next mark, or with its sentence.
    pub(super) fn comma_from(&self, from: usize, tokens: &Range<usize>) -> usize {
        let mark = |&t: &usize| self.parse.tokens[t].kind == TokenKind::Punct;
        (from..tokens.end).find(mark).unwrap_or(tokens.end)
    }

    /// What a token is in a denial.
    pub(super) fn role(&self, token: usize) -> Option<Role> {
        self.meanings[token].vocable.role_as(&self.parse.tokens[token])
    }

    /// What a token does as a small word.
    pub(super) fn small(&self, token: usize) -> Option<Small> {
        self.meanings[token].vocable.small
    }

    /// `Hale denied having burned the ledgers`, `denied any involvement in the raid`: a verb of denial with what was done behind it.
    pub(super) fn of_deed(&self, verb: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let group = parse.verb_of(verb).map(|v| &parse.verbs[v]).filter(|v| v.head == verb)?;
        let told = self.said_in(parse.span(verb..verb + 1)).any(|(_, a)| {
            a.stance == Stance::Denies && a.cue.is_some_and(|cue| cue.overlaps(parse.tokens[verb].span))
        });
        let denies = parse.lemma(verb) == "deny" && !group.negated && group.modal.is_none() && !group.passive;
        if told || !denies || group.tense == Tense::NonFinite {
            return None;
        }
        let first = (group.tokens.end..tokens.end).find(|&t| parse.lower(t) != "ever")?;
        let deed = parse.tokens[first].penn == Penn::Vbg || parse.lower(first) == "any";
        let end = self.comma_from(first, tokens);
        let start = parse.clause_of(verb).start.min(verb);
        (deed && !self.is_withheld(&(first..end))).then(|| Denial::rejecting(start..end, first..end, None))
    }

    /// `He pleaded not guilty`, `she has maintained her innocence`: what somebody is accused of before.
    pub(super) fn plea(&self, token: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let verb = parse.verbs_in(tokens.start..token).next_back()?;
        let group = &parse.verbs[verb];
        let lemma = parse.lemma(group.head);
        let pleads = match parse.lower(token) {
            "guilty" => lemma == "plead" && parse.is_negation(token - 1),
            "innocence" => matches!(&*lemma, "maintain" | "protest" | "insist" | "assert" | "proclaim"),
            _ => false,
        };
        let ends = token..token;
        (pleads && group.modal.is_none() && group.tense != Tense::Future).then(|| {
            Denial::rejecting(parse.clause_of(group.head).start..token + 1, ends, Some(Antecedent::Accused))
        })
    }

    /// What there is `no evidence of` or `no sign that`, where a negated clause says so.
    pub(super) fn behind_evidence(&self, content: &Range<usize>) -> Option<Range<usize>> {
        let no = content.clone().find(|&t| self.parse.is_no(t));
        let noun = no.and_then(|t| self.parse.phrase_of(t)).map(|p| self.parse.phrases[p].head);
        let noun = noun.filter(|&n| self.role(n) == Some(Role::Light) && n + 1 < content.end)?;
        Some(noun + 1..content.end)
    }

    /// The statement that a denial means, by index. `first` is the first statement of its sentence.
    /// `by` is who denies, by index into the attributions: nobody denies what they have just said.
    pub(super) fn antecedent(
        &self,
        antecedent: Antecedent,
        by: Option<u32>,
        sentence: usize,
        first: usize,
    ) -> Option<u32> {
        let parse = self.parse;
        if antecedent == Antecedent::Here {
            return self.found.get(first).filter(|s| s.polarity == Polarity::Affirms).map(|_| first as u32);
        }
        let near = parse.sentences[sentence.saturating_sub(1)].span.start;
        let ours = |theirs: Option<u32>| {
            theirs.zip(by).is_some_and(|(theirs, ours)| self.is_one_speaker(theirs, ours))
        };
        // `He had seen it himself, the guard said` adds little: `that` goes back to what it is added to.
        let just = || self.found[..first].iter().rev().take_while(|s| s.span.start >= near);
        let adds_little = |s: &Statement| s.notions.len() <= 1 && s.said.is_some() && !ours(s.said);
        let little = || just().next().is_some() && just().all(adds_little);
        let reach = match antecedent {
            Antecedent::Before if little() => 2,
            Antecedent::Before => 1,
            _ => ANTECEDENT_REACH,
        };
        let from = parse.sentences[sentence.saturating_sub(reach)].span.start;
        let mut before = (0..first).rev().take_while(|&i| self.found[i].span.start >= from);
        let found = before.find(|&i| {
            let Statement { polarity, claims, span, said, .. } = self.found[i];
            polarity != Polarity::Rejects
                && self.found[i].notions.len() > 1
                && !ours(said)
                && match antecedent {
                    Antecedent::Said | Antecedent::Such => claims || said.is_some() && span.start >= near,
                    Antecedent::Accused => claims,
                    _ => true,
                }
        });
        // `No steps were taken. No such steps are planned`: both say that it is not so.
        let negates = |s: &Statement| s.polarity != Polarity::Affirms;
        let agrees = |i: usize| {
            let mut told = self.found[i..first].iter().take_while(|s| s.span.overlaps(self.found[i].span));
            antecedent == Antecedent::Such && told.any(negates)
        };
        found.filter(|&i| !agrees(i)).map(|i| i as u32)
    }

    fn is_one_speaker(&self, a: u32, b: u32) -> bool {
        let by = |said: u32| self.lists.speakers[self.attributions[said as usize].by].first();
        let name = |s: &Speaker| s.name(&self.named.entities, self.parse.article);
        by(a).zip(by(b)).is_some_and(|(x, y)| name(x) == name(y))
    }

    /// The notion that a rejected clause turns on: its main verb, what is done where that says little (`having given any pledge`), else
    /// its last notion.
    pub(super) fn predicate(&self, content: Range<usize>) -> Option<u32> {
        let parse = self.parse;
        let mut verbs = parse.verbs_in(content.clone()).map(|v| &parse.verbs[v]);
        let given = verbs.clone().next().filter(|v| parse.lemma(v.head) == "give").and_then(|v| {
            let object =
                parse.phrase_of((v.tokens.end..content.end).find(|&t| parse.phrase_of(t).is_some())?)?;
            self.notion(parse.phrases[object].head)
        });
        let verb = given.or_else(|| verbs.find_map(|v| self.notion(v.head)));
        verb.or_else(|| content.rev().find_map(|t| self.notion(t)))
    }
}
