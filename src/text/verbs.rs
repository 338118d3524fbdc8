//! Verb groups, by rules over tags: which auxiliaries, adverbs and negations belong to a verb, and what they make of it.

use super::word_classes::WordClass;
use super::{NounPhrase, Penn, Sentence, Tense, Token, Upos, VerbGroup};

/// Appends the verb groups of a sentence to `out`. `phrases` are the sentence's own, whose participles are no verbs.
pub(super) fn group(
    lower: &str,
    tokens: &[Token],
    sentence: &Sentence,
    phrases: &[NounPhrase],
    out: &mut Vec<VerbGroup>,
) {
    let first = out.len();
    let grouper = Grouper { lower, tokens: &tokens[..sentence.tokens.end] };
    let mut phrase = phrases.iter().peekable();
    let mut at = sentence.tokens.start;
    while at < grouper.tokens.len() {
        while phrase.next_if(|p| p.tokens.end <= at).is_some() {}
        if let Some(inside) = phrase.peek().filter(|p| p.tokens.contains(&at)) {
            at = inside.tokens.end;
            continue;
        }
        match grouper.verb_group(at) {
            Some(group) => {
                let group = grouper.in_context(group, out[first..].last());
                at = group.tokens.end;
                out.push(group);
            }
            None => at += 1,
        }
    }
}

/// What the last auxiliary asks of the verb behind it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Helper {
    Modal,
    Be,
    Have,
    Do,
    Get,
    To,
}

struct Grouper<'a> {
    lower: &'a str,
    /// All tokens up to the end of the sentence.
    tokens: &'a [Token],
}

impl Grouper<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.lower))
    }

    fn penn(&self, at: usize) -> Option<Penn> {
        self.tokens.get(at).map(|t| t.penn)
    }

    fn is(&self, at: usize, class: WordClass) -> bool {
        self.tokens.get(at).is_some_and(|t| t.class.is(class))
    }

    fn upos(&self, at: usize) -> Option<Upos> {
        self.tokens.get(at).map(|t| t.upos)
    }

    fn is_verbal(&self, at: usize) -> bool {
        let penn = self.penn(at);
        penn == Some(Penn::Md)
            || matches!(self.upos(at), Some(Upos::Verb | Upos::Aux)) && penn.is_some_and(Penn::is_verb)
    }

    fn helper(&self, at: usize) -> Option<Helper> {
        let penn = self.penn(at)?;
        let is = |class| self.is(at, class);
        Some(match () {
            () if penn == Penn::Md => Helper::Modal,
            () if is(WordClass::TO) && penn == Penn::To => Helper::To,
            () if is(WordClass::SHORT_S) && self.had(at) => Helper::Have,
            () if is(WordClass::BE) => Helper::Be,
            () if is(WordClass::HAVE) => Helper::Have,
            () if is(WordClass::DO) => Helper::Do,
            () if is(WordClass::GET) => Helper::Get,
            () => return None,
        })
    }

    /// Whether `'s` is short for `has`: `been` or `had` follows.
    fn had(&self, at: usize) -> bool {
        matches!(self.word(self.behind_adverbs(at + 1)), "been" | "had" | "got" | "become" | "gone")
    }

    fn negates(&self, at: usize) -> bool {
        self.is(at, WordClass::NEGATION) || self.is_no_longer(at)
    }

    fn is_no_longer(&self, at: usize) -> bool {
        self.is(at, WordClass::NO) && self.word(at + 1) == "longer"
    }

    /// The first token from `at` on that is no adverb or negation.
    fn behind_adverbs(&self, mut at: usize) -> usize {
        loop {
            let adverb = self.upos(at) == Some(Upos::Adv)
                && matches!(self.penn(at), Some(Penn::Rb | Penn::Rbr | Penn::Rbs));
            if self.is_no_longer(at) {
                at += 2;
            } else if adverb || self.negates(at) {
                at += 1;
            } else {
                return at;
            }
        }
    }

    /// The verb that `helper` before `at` governs, behind adverbs.
    fn governed(&self, helper: Helper, at: usize) -> Option<usize> {
        let verb = self.behind_adverbs(at);
        let penn = self.penn(verb).filter(|_| self.is_verbal(verb))?;
        let fits = match helper {
            Helper::Modal | Helper::To | Helper::Do => matches!(penn, Penn::Vb | Penn::Vbp),
            Helper::Have => matches!(penn, Penn::Vbn | Penn::Vbd),
            Helper::Be => matches!(penn, Penn::Vbn | Penn::Vbg | Penn::Vbd),
            Helper::Get => penn == Penn::Vbn,
        };
        fits.then_some(verb)
    }

    /// The verb group that begins at `at`, taken by itself.
    fn verb_group(&self, at: usize) -> Option<VerbGroup> {
        let first = self.behind_negation(at);
        let to = self.helper(first) == Some(Helper::To);
        if !to && !self.is_verbal(first)
            || (self.is(first, WordClass::PARTICIPIAL) && self.upos(first) == Some(Upos::Verb))
        {
            return None;
        }
        let mut chain = Chain { head: first, modal: None, passive: false, perfect: false, future: false };
        while let Some(helper) = self.helper(chain.head) {
            let Some(verb) = self.next_verb(&mut chain, helper) else { break };
            chain.head = verb;
        }
        if self.helper(chain.head) == Some(Helper::To) {
            return None;
        }
        // Behind `is`, `n't` belongs to the group though no verb follows.
        let end = chain.head + 1;
        let end = if self.helper(chain.head).is_some() && self.negates(end) { end + 1 } else { end };
        let negated = (at..end).any(|i| self.negates(i));
        let (tense, passive) = self.meaning(first, &chain);
        Some(VerbGroup { tokens: at..end, head: chain.head, tense, passive, negated, modal: chain.modal })
    }

    /// The verb behind a negation at `at`: `never came`, `not to go`.
    fn behind_negation(&self, at: usize) -> usize {
        if self.negates(at) && self.upos(at) != Some(Upos::Aux) { self.behind_adverbs(at) } else { at }
    }

    /// Steps to the next verb of a chain, noting what the helper does to it.
    fn next_verb(&self, chain: &mut Chain, helper: Helper) -> Option<usize> {
        if helper == Helper::Modal {
            chain.modal = Some(chain.head);
        }
        let found = self.governed(helper, chain.head + 1);
        match (helper, found) {
            (Helper::Be, Some(verb)) if self.word(verb) == "going" => {
                let to = verb + 1;
                let after = self.governed(Helper::To, to + 1).filter(|_| self.helper(to) == Some(Helper::To));
                chain.future |= after.is_some();
                return after.or(found);
            }
            (Helper::Be, None) => {
                let to = self.behind_adverbs(chain.head + 1);
                let after = self.governed(Helper::To, to + 1).filter(|_| self.helper(to) == Some(Helper::To));
                chain.future |= after.is_some();
                return after;
            }
            (Helper::Be | Helper::Get, Some(verb)) => {
                chain.passive = matches!(self.penn(verb), Some(Penn::Vbn | Penn::Vbd));
            }
            (Helper::Have, Some(_)) => chain.perfect = true,
            _ => {}
        }
        found
    }

    /// The tense and voice of a chain that begins at `first`.
    fn meaning(&self, first: usize, chain: &Chain) -> (Tense, bool) {
        let bare = first == chain.head;
        let tense = match self.penn(first) {
            _ if chain.future && self.penn(first).is_some_and(Penn::is_finite) => Tense::Future,
            Some(Penn::Md) => match self.word(first) {
                "will" | "shall" | "'ll" | "’ll" | "wo" | "sha" => Tense::Future,
                _ if chain.perfect => Tense::Past,
                "would" | "'d" | "’d" => Tense::Future,
                _ => Tense::Present,
            },
            Some(Penn::Vbd) => Tense::Past,
            // `are known to have died`, `having died`: over before the verb they depend on.
            Some(Penn::To | Penn::Vbg) if chain.perfect => Tense::Past,
            Some(Penn::Vbp | Penn::Vbz) if chain.perfect => Tense::PresentPerfect,
            Some(Penn::Vbp | Penn::Vbz) => Tense::Present,
            _ => Tense::NonFinite,
        };
        (tense, chain.passive || (bare && self.penn(first) == Some(Penn::Vbn)))
    }

    /// A group in the light of the one before it: what it shares with it, what plan it is part of.
    fn in_context(&self, mut group: VerbGroup, before: Option<&VerbGroup>) -> VerbGroup {
        let Some(before) = before else { return group };
        let first = group.tokens.start;
        let same = self.penn(before.head) == self.penn(group.head);
        let bare = group.tokens.len() == 1
            && matches!(self.penn(group.head), Some(Penn::Vbn | Penn::Vb | Penn::Vbg));
        if same && bare && before.tense != Tense::NonFinite && self.joins(first) {
            group.tense = before.tense;
            group.passive = before.passive;
            group.modal = before.modal;
        } else if group.tense == Tense::NonFinite && self.word(first) == "to" && self.planned(before, first) {
            group.tense = Tense::Future;
        }
        group
    }

    /// Whether a conjunction, perhaps with adverbs, stands directly before `at`.
    fn joins(&self, at: usize) -> bool {
        let mut before = at;
        while before > 0 && self.upos(before - 1) == Some(Upos::Adv) {
            before -= 1;
        }
        before > 0 && self.upos(before - 1) == Some(Upos::Cconj)
    }

    /// Whether the infinitive at `to` depends on a word of plan or expectation: `is expected to`, `are likely to`.
    fn planned(&self, before: &VerbGroup, to: usize) -> bool {
        let adjective =
            to.checked_sub(1).is_some_and(|i| i > before.head && self.is(i, WordClass::INTENTION));
        let verb = self.is(before.head, WordClass::INTENTION) && to - before.head <= 2;
        adjective || verb
    }
}

/// A chain of auxiliaries up to its last verb.
struct Chain {
    head: usize,
    modal: Option<usize>,
    passive: bool,
    perfect: bool,
    future: bool,
}

#[cfg(test)]
mod tests;
