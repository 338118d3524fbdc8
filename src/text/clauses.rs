//! Clauses, and who does what in them: a verb's subject and object, a noun's verb. All by local rules over tags.

use std::borrow::Cow;
use std::ops::Range;

use super::lemmas::{infinitive, singular};
use super::word_classes::WordClass;
use super::{Parse, Penn, Sentence, Tense, Token, TokenKind, Upos};

/// How many tokens, phrases or verbs a rule looks back or ahead. The bound keeps reading linear in texts without stops.
const REACH: usize = 40;

/// How many coordinated verbs or nested phrases a rule follows.
const DEPTH: usize = 6;

/// How a token may be inflected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Inflection {
    /// As a noun: its lemma is a singular.
    Noun,
    /// As a verb: its lemma is an infinitive.
    Verb,
    /// Not at all: it is its own lemma.
    None,
}

impl Token {
    /// How it may be inflected, by its tags.
    pub fn inflection(&self) -> Inflection {
        match self.penn {
            Penn::Nns => Inflection::Noun,
            Penn::Nnps | Penn::Nnp if self.upos == Upos::Noun => Inflection::Noun,
            _ if matches!(self.upos, Upos::Verb | Upos::Aux) => Inflection::Verb,
            _ => Inflection::None,
        }
    }
}

impl Parse<'_> {
    /// Appends the clauses of a sentence: stretches that hold at most one finite verb each, in order, without gaps. They follow
    /// from the sentence alone.
    pub(super) fn cut_clauses(&self, sentence: &Sentence, out: &mut Vec<Range<usize>>) {
        let Range { mut start, end } = sentence.tokens;
        let mut finite: Option<usize> = None;
        let mut verb = self.verb_from(start);
        for at in sentence.tokens.clone() {
            while self.verbs.get(verb).is_some_and(|v| v.tokens.end <= at) {
                verb += 1;
            }
            let begins = self.verbs.get(verb).filter(|v| v.tokens.start == at);
            let mut cut =
                (at > start && self.opens_clause(at, &sentence.tokens, finite.is_some())).then_some(at);
            if begins.is_some_and(|v| v.tense != Tense::NonFinite) {
                if let (None, Some(before)) = (cut, finite) {
                    cut = Some(self.hidden_opening(start, self.verbs[before].tokens.end.max(start), at));
                }
                finite = Some(verb);
            } else if cut.is_some() {
                finite = None;
            }
            if let Some(cut) = cut.filter(|&cut| cut > start) {
                out.push(start..cut);
                start = cut;
            }
        }
        if start < end {
            out.push(start..end);
        }
    }

    fn penn(&self, token: usize) -> Option<Penn> {
        self.tokens.get(token).map(|t| t.penn)
    }

    fn upos(&self, token: usize) -> Option<Upos> {
        self.tokens.get(token).map(|t| t.upos)
    }

    fn text_at(&self, token: usize) -> &str {
        if token < self.tokens.len() { self.lower(token) } else { "" }
    }

    /// Whether the token is a relative or interrogative pronoun or adverb: `who`, `which`, `whose`, `where`.
    fn is_relative(&self, token: usize) -> bool {
        matches!(self.penn(token), Some(Penn::Wdt | Penn::Wp | Penn::WpS | Penn::Wrb))
            || self.tokens.get(token).is_some_and(|t| t.class.is(WordClass::WHOSE))
                && self.text_at(token) == "whose"
    }

    /// Whether a new clause opens with the token at `at`, seen from there alone.
    fn opens_clause(&self, at: usize, sentence: &Range<usize>, verb_before: bool) -> bool {
        let before = at - 1;
        match self.upos(at) {
            Some(Upos::Sconj) => return !matches!(self.text_at(before), "as" | "so" | "even" | "not"),
            Some(Upos::Adp) if at + 1 < sentence.end && self.is_relative(at + 1) => return true,
            _ if self.is_relative(at) => return self.upos(before) != Some(Upos::Adp),
            Some(Upos::Cconj) => return verb_before && self.coordinates(at, sentence.end),
            _ => {}
        }
        if self.tokens[before].kind != TokenKind::Punct {
            return false;
        }
        match self.text_at(before) {
            ";" | ":" | "—" | "--" => return true,
            "–" | "-" if self.tokens[before].spaced && self.tokens[at].spaced => return true,
            _ => {}
        }
        let closed = matches!(self.text_at(before), "”" | "\"" | "’" | "''")
            && before > sentence.start
            && matches!(self.text_at(before - 1), "," | "?" | "!" | "." | "…");
        let quoted =
            matches!(self.text_at(at), "“" | "\"" | "``") && matches!(self.text_at(before), "," | ":");
        closed || quoted || (self.text_at(before) == "," && self.is_participle_group(at))
    }

    /// Whether a participle without auxiliary opens a verb group at `at`: `killing 12`, `injured in the fall`.
    fn is_participle_group(&self, at: usize) -> bool {
        let group = self.verb_of(at).map(|v| &self.verbs[v]);
        group.is_some_and(|v| {
            v.tokens.start == at
                && matches!(self.penn(v.head), Some(Penn::Vbg | Penn::Vbn))
                && v.tense == Tense::NonFinite
        })
    }

    /// Whether the conjunction at `at` joins clauses or predicates: a verb follows, or, behind a comma or `but`, a
    /// subject with its verb, before the sentence ends at `end`.
    fn coordinates(&self, at: usize, end: usize) -> bool {
        let next = self.behind_adverbs(at + 1);
        if next >= end {
            return false;
        }
        if self.verb_of(next).is_some() {
            return true;
        }
        let parted = self.text_at(at - 1) == "," || self.text_at(at) == "but";
        parted && self.phrase_of(next).is_some_and(|p| self.has_verb(p, end))
    }

    /// Whether a finite verb follows a phrase before `end`, only prepositions and phrases, adverbs and hyphens between.
    fn has_verb(&self, phrase: usize, end: usize) -> bool {
        let mut at = self.phrases[phrase].tokens.end;
        for _ in 0..DEPTH {
            if at >= end {
                return false;
            }
            if let Some(verb) = self.verb_of(at) {
                return self.verbs[verb].tense != Tense::NonFinite;
            }
            at = match self.upos(at) {
                Some(Upos::Adv) => at + 1,
                Some(Upos::Adp) => self.phrase_of(at + 1).map_or(at + 1, |p| self.phrases[p].tokens.end),
                _ => match self.phrase_of(at) {
                    Some(owned) if self.phrases[owned].owner.is_some() => self.phrases[owned].tokens.end,
                    _ => return false,
                },
            };
        }
        false
    }

    /// Where a clause opens between the end of one finite verb and another at `verb` without a word that says so:
    /// at its subject (`said | the dam broke`), else behind the last comma.
    fn hidden_opening(&self, start: usize, from: usize, verb: usize) -> usize {
        let mut at = self.before_adverbs(verb);
        let relative = self.opens_with_relative(start, from);
        for _ in 0..DEPTH {
            let Some(phrase) =
                at.checked_sub(1).filter(|&i| i >= from && !relative).and_then(|i| self.phrase_of(i))
            else {
                break;
            };
            let start = self.owner_start(phrase);
            if start < from {
                break;
            }
            if start == from || self.upos(start - 1) != Some(Upos::Adp) {
                return start;
            }
            at = start - 1;
        }
        let comma = (from.max(verb.saturating_sub(REACH))..verb).rev().find(|&i| self.text_at(i) == ",");
        comma.map_or(verb, |comma| comma + 1)
    }

    /// Whether the clause from `start` opens with a relative pronoun that is the subject of the verb ending at `end`, so
    /// that what stands behind that verb is its object: `that carried grain | has crashed`.
    fn opens_with_relative(&self, start: usize, end: usize) -> bool {
        let verb = end.checked_sub(1).and_then(|i| self.verb_of(i)).map(|v| self.verbs[v].tokens.start);
        self.is_relative(start) && verb.is_some_and(|verb| self.before_adverbs(verb) == start + 1)
    }

    /// The first token of a phrase together with those that own it.
    fn owner_start(&self, phrase: usize) -> usize {
        let mut first = phrase;
        for _ in 0..DEPTH {
            match self.phrases[first].owner {
                Some(owner) => first = owner,
                None => break,
            }
        }
        self.phrases[first].tokens.start
    }

    fn behind_adverbs(&self, mut at: usize) -> usize {
        while self.upos(at) == Some(Upos::Adv) {
            at += 1;
        }
        at
    }

    fn before_adverbs(&self, mut at: usize) -> usize {
        while at > 0 && self.upos(at - 1) == Some(Upos::Adv) && !self.is_relative(at - 1) {
            at -= 1;
        }
        at
    }

    /// The phrase that a verb group has for its subject, by index: what stands before it, what a relative pronoun stands
    /// for, the subject of the verb it is joined to, or, where the order is turned, what stands behind it.
    pub fn subject_of(&self, verb: usize) -> Option<usize> {
        self.subject_within(verb, DEPTH)
    }

    fn subject_within(&self, verb: usize, depth: usize) -> Option<usize> {
        let depth = depth.checked_sub(1)?;
        let group = self.verbs.get(verb)?;
        let sentence = self.sentences[self.sentence_of(group.head)].tokens.clone();
        let start = self.before_adverbs(group.tokens.start).max(sentence.start);
        let Some(before) = start.checked_sub(1).filter(|&i| i >= sentence.start) else {
            return self.subject_behind(verb);
        };
        let shared = || {
            let earlier = verb.checked_sub(1).filter(|&v| self.verbs[v].tokens.start >= sentence.start)?;
            self.subject_within(earlier, depth)
        };
        if self.upos(before) == Some(Upos::Cconj) {
            return shared();
        }
        if self.is_relative(before) {
            return self.antecedent(before, sentence.start);
        }
        if self.penn(before) == Some(Penn::Ex) {
            return self.object_position(verb);
        }
        if self.penn(group.tokens.start) == Some(Penn::To) {
            let object = self.phrase_of(before).filter(|&p| self.is_bare(p));
            return object.or_else(shared);
        }
        let clause = self.clause_of(start);
        let relative = start.checked_sub(1).map(|i| self.clause_of(i)).filter(|c| self.is_relative(c.start));
        let end = match relative {
            // `The train that carried grain has crashed`: the subject stands before the relative clause.
            Some(relative) if clause.start == start && relative.start > sentence.start => {
                relative.start - usize::from(self.text_at(relative.start - 1) == ",")
            }
            _ => start,
        };
        let left = self.phrase_before(end, sentence.start);
        let quoted = matches!(self.text_at(before), "”" | "\"" | "’" | "''");
        if quoted || (left.is_none() && group.tense != Tense::NonFinite) {
            return self.subject_behind(verb).or(left);
        }
        left.or_else(shared)
    }

    /// Whether no preposition stands before a phrase.
    fn is_bare(&self, phrase: usize) -> bool {
        let start = self.owner_start(phrase);
        start == 0 || self.upos(start - 1) != Some(Upos::Adp)
    }

    /// What a relative pronoun stands for: the phrase before it, perhaps behind a comma or preposition.
    fn antecedent(&self, pronoun: usize, from: usize) -> Option<usize> {
        let mut at = pronoun;
        while at > from && (self.text_at(at - 1) == "," || self.upos(at - 1) == Some(Upos::Adp)) {
            at -= 1;
        }
        at.checked_sub(1).filter(|&i| i >= from).and_then(|i| self.phrase_of(i))
    }

    /// The subject that ends before `at`: steps over `of` and other prepositions, over what commas or brackets set off,
    /// and to the first of several joined phrases.
    fn phrase_before(&self, at: usize, from: usize) -> Option<usize> {
        let mut at = at;
        let mut found = None;
        for _ in 0..REACH {
            let before = at.checked_sub(1).filter(|&i| i >= from)?;
            if found.is_none() && matches!(self.text_at(before), "," | ")" | "—" | "–") {
                at = self.set_off(before, from)?;
                continue;
            }
            let phrase = self.phrase_of(before)?;
            let start = self.owner_start(phrase);
            let previous = start.checked_sub(1).filter(|&i| i >= from);
            match previous {
                Some(i) if self.upos(i) == Some(Upos::Adp) => {
                    // A phrase that opens the sentence with its preposition is no subject: `In May rose the river`.
                    at = i;
                    if at == from || self.phrase_of(at - 1).is_none() {
                        return found;
                    }
                }
                Some(i)
                    if self.upos(i) == Some(Upos::Cconj)
                        && i > from
                        && self.phrase_of(i - 1).is_some()
                        && self.clause_of(i).start != i =>
                {
                    found = Some(phrase);
                    at = i;
                }
                _ => return Some(phrase),
            }
        }
        found
    }

    /// The start of what the comma, dash or bracket at `close` sets off from the words before.
    fn set_off(&self, close: usize, from: usize) -> Option<usize> {
        let open = match self.text_at(close) {
            ")" => "(",
            mark => mark,
        };
        let nearest = from.max(close.saturating_sub(REACH));
        (nearest..close).rev().find(|&i| self.text_at(i) == open)
    }

    /// The phrase directly behind a verb group, where the order is turned: `said the judge`, `among them is a boy`.
    fn subject_behind(&self, verb: usize) -> Option<usize> {
        (self.verbs[verb].tense != Tense::NonFinite).then(|| self.object_position(verb)).flatten()
    }

    /// The phrase directly behind a verb group and its adverbs or particle.
    fn object_position(&self, verb: usize) -> Option<usize> {
        let mut at = self.verbs[verb].tokens.end;
        while self.upos(at) == Some(Upos::Adv) || self.penn(at) == Some(Penn::Rp) {
            at += 1;
        }
        if matches!(self.text_at(at), "“" | "‘") {
            at += 1;
        }
        let phrase = self.phrase_of(at).filter(|&p| self.phrases[p].tokens.start == at)?;
        Some(self.owned(phrase))
    }

    /// The phrase that a phrase owns in the end: `the brother` for `the mayor's wife's brother`.
    fn owned(&self, phrase: usize) -> usize {
        let mut last = phrase;
        while self.phrases.get(last + 1).is_some_and(|next| next.owner == Some(last)) {
            last += 1;
        }
        last
    }

    /// The phrase that a verb group has for its object or complement, by index. A passive group has none.
    pub fn object_of(&self, verb: usize) -> Option<usize> {
        let group = self.verbs.get(verb).filter(|v| !v.passive)?;
        let phrase = self.object_position(verb)?;
        let sentence = self.sentence_of(group.head);
        let own_clause = self.clause_of(group.head).contains(&self.phrases[phrase].tokens.start);
        (own_clause
            && self.sentence_of(self.phrases[phrase].head) == sentence
            && self.subject_of(verb) != Some(phrase))
        .then_some(phrase)
    }

    /// The verb group that a noun belongs to as subject, as object or behind a preposition, by index.
    pub fn governing_verb(&self, token: usize) -> Option<usize> {
        let mut at = self.phrase_of(token).map_or(token, |p| self.owner_start(p));
        for _ in 0..DEPTH {
            // `of` hangs on the noun before it, and so does the search.
            let noun =
                at.checked_sub(2).filter(|_| self.text_at(at - 1) == "of").and_then(|i| self.phrase_of(i));
            match noun {
                Some(phrase) => at = self.owner_start(phrase),
                None => break,
            }
        }
        let clause = self.clause_of(at);
        let verbs = self.verbs_in(clause.clone());
        let before = verbs.clone().rev().find(|&v| self.verbs[v].tokens.end <= at);
        let after = verbs.clone().find(|&v| self.verbs[v].tokens.start >= at);
        before.or(after).or_else(|| self.verb_beyond(at, &clause))
    }

    /// The verb of a noun whose own clause has none: a later one whose subject it is, else the one before.
    fn verb_beyond(&self, at: usize, clause: &Range<usize>) -> Option<usize> {
        if self.sentences.is_empty() {
            return None;
        }
        let sentence = self.sentences[self.sentence_of(at)].tokens.clone();
        let later = self.verbs_in(clause.end..sentence.end);
        let own = later.clone().take(DEPTH).find(|&v| {
            self.subject_of(v).is_some_and(|p| self.phrases[p].tokens.contains(&at))
                && !self.is_relative(self.verbs[v].tokens.start.saturating_sub(1))
        });
        let earlier = self.verbs_in(sentence.start..clause.start).next_back();
        own.or(earlier).or(later.clone().next())
    }

    /// A token's base form in lower case: the singular of a noun, the infinitive of a verb, else the word itself.
    pub fn lemma(&self, token: usize) -> Cow<'_, str> {
        let word = self.lower(token);
        match self.tokens[token].inflection() {
            Inflection::Noun => singular(word),
            Inflection::Verb => infinitive(word),
            Inflection::None => word.into(),
        }
    }
}

#[cfg(test)]
mod tests;
