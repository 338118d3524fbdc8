//! Sayings of one sentence: every cue with its speaker and what is said.

use std::ops::Range;

use crate::extract::Stance;
use crate::text::Penn;

use super::cues::{self, Act, Verb, Voice};
use super::page::Page;

/// One thing said, still in tokens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Saying {
    /// The verb, noun or preposition that says so.
    pub cue: Option<Range<usize>>,
    /// Who says it.
    pub source: Option<Range<usize>>,
    /// Those whom the speaker cites, who said it first.
    pub cited: Option<Range<usize>>,
    /// Whom it was told, perhaps an outlet that passes it on.
    pub told: Option<Range<usize>>,
    /// What is said.
    pub content: Range<usize>,
    /// What the speaker does with it.
    pub stance: Stance,
    /// Whether the saying stands behind or inside what is said.
    pub trails: bool,
}

impl Saying {
    /// A saying before what is said, in which nobody is cited and no hearer named.
    pub fn plain(
        cue: Range<usize>,
        source: Option<Range<usize>>,
        content: Range<usize>,
        stance: Stance,
    ) -> Self {
        Saying { cue: Some(cue), source, cited: None, told: None, content, stance, trails: false }
    }
}

/// All sayings of the sentence `unit`, in the order of their cues.
pub(super) fn read(page: &Page, unit: &Range<usize>) -> Vec<Saying> {
    let mut reader = Reader { page, unit: unit.clone(), said: Vec::new(), cited: None };
    if reader.is_question() {
        return reader.said;
    }
    reader.headline();
    for token in unit.clone().filter(|&t| page.is_word(t) && !page.quoted(t)) {
        reader.cue_at(token);
    }
    reader.part();
    // Of two sayings on each other's heels one may be left with nothing said.
    reader.said.retain(|saying| page.is_told(&saying.content));
    reader.said
}

pub(super) struct Reader<'a, 'b> {
    pub page: &'a Page<'b>,
    pub unit: Range<usize>,
    pub said: Vec<Saying>,
    /// Those whom the next saying cites: `Citing two officials, the paper said …`.
    pub cited: Option<Range<usize>>,
}

impl Reader<'_, '_> {
    /// Whether the writer asks: `Did the ministry say so?`
    fn is_question(&self) -> bool {
        let last = self.unit.clone().next_back();
        last.is_some_and(|t| self.page.lower(t) == "?" && !self.page.quoted(t))
    }

    fn cue_at(&mut self, token: usize) {
        let page = self.page;
        let cue = page.cue(token);
        if cue.is_none() {
            return;
        }
        let word = page.lower(token);
        let saying = match word {
            "according" if page.lower(token + 1) == "to" => self.according(token..token + 2),
            "by" | "in" | "on" | "to" => self.by_count_of(token),
            _ => match cue.verb {
                Some(verb) if self.is_verb(token) => self.verb(token, verb),
                _ => self.noun(token),
            },
        };
        if let Some(mut saying) = saying {
            self.close_enclosed(&saying);
            saying.cited = saying.cited.or(self.cited.take());
            self.said.push(saying);
        }
    }

    /// Whether a form of a verb of saying is one here; `says` and `said` hardly ever are anything else.
    fn is_verb(&self, token: usize) -> bool {
        let page = self.page;
        // `estimates that claims for damages will rise`
        let noun = token > self.unit.start
            && page.lower(token - 1) == "that"
            && matches!(page.lower(token + 1), "for" | "of" | "against");
        if noun {
            return false;
        }
        match page.parse.verb_of(token) {
            // `hopes were fading`
            Some(_) if page.cue(token).noun.is_some() && page.penn(token + 1).is_finite() => false,
            Some(v) => page.parse.verbs[v].head == token || self.before_another_verb(token),
            None => {
                let before = token.checked_sub(1).filter(|&t| t >= self.unit.start);
                let first = page.first_finite(self.unit.start..token).is_none();
                let misread = first && (page.lower(token + 1) == "that" || self.speaks_behind_comma(token));
                before.is_some_and(|t| page.penn(t) != Penn::Dt)
                    && (matches!(page.lower(token), "said" | "says") || misread)
            }
        }
    }

    /// Whether a form read as a plural is the verb of a subject that an aside parts from it: `Ann Roe, a nurse, hopes she will walk`.
    fn speaks_behind_comma(&self, token: usize) -> bool {
        let page = self.page;
        let subject = matches!(page.penn(token + 1), Penn::Prp | Penn::Ex);
        subject
            && page.penn(token) == Penn::Nns
            && page.is_comma(token - 1)
            && page.verb_follows(token + 2, self.to())
    }

    /// Whether a verb of saying stands directly before the verb of what is said: `the men who police say were armed`.
    fn before_another_verb(&self, token: usize) -> bool {
        let page = self.page;
        matches!(page.lower(token), "say" | "says" | "said" | "believe" | "believes" | "claim" | "claims")
            && page.penn(token).is_finite()
            && page.penn(token + 1).is_finite()
    }

    /// Ends what an enclosed saying says where the one around it ends: `Lee said he would go, the Globe reported`.
    fn close_enclosed(&mut self, outer: &Saying) {
        if let Some(inner) = self.said.last_mut()
            && outer.trails
            && inner.cue.as_ref().is_some_and(|cue| outer.content.contains(&cue.start))
            && inner.content.start < outer.content.end
        {
            inner.content.end = inner.content.end.min(outer.content.end);
        }
    }

    /// The sentence's end.
    pub(super) fn to(&self) -> usize {
        self.unit.end
    }

    /// The first token that no earlier saying of the sentence has taken.
    pub(super) fn free_from(&self, before: usize) -> usize {
        let ends = self.said.iter().flat_map(|s| [s.cue.as_ref(), s.source.as_ref(), Some(&s.content)]);
        ends.flatten().filter(|r| r.end <= before).map(|r| r.end).fold(self.unit.start, usize::max)
    }

    fn verb(&mut self, token: usize, verb: Verb) -> Option<Saying> {
        let page = self.page;
        // `officials who asked not to be named`
        if verb.act == Act::Asks && page.lower(token + 1) == "not" {
            return None;
        }
        let group = page.parse.verb_of(token).map(|v| &page.parse.verbs[v]).filter(|g| g.head == token);
        let tokens = group.map_or(token..token + 1, |g| g.tokens.clone());
        let finite = group.is_none()
            || tokens.clone().any(|t| page.penn(t).is_finite())
            || self.is_past(&tokens, verb);
        let stance = match group {
            Some(group) => self.stance(verb, group.negated, group.modal)?,
            None => self.stance(verb, false, None)?,
        };
        if !finite && page.penn(token) == Penn::Vbn || group.is_some_and(|g| g.passive && g.tokens.len() > 1)
        {
            return self.passive(token, tokens, verb, stance);
        }
        match page.penn(token) {
            _ if finite => self.finite(tokens, verb, stance),
            Penn::Vbg => self.participle(tokens, verb, stance),
            Penn::Vb if matches!(page.lower(tokens.start.wrapping_sub(1)), "on") => {
                self.going_on(tokens, verb, stance)
            }
            _ => None,
        }
    }

    /// Whether a lone form that looks like a participle is a past tense: a noun phrase stands before it, and behind it a
    /// clause, an infinitive or a quotation (`a spokesman declined to say`).
    fn is_past(&self, tokens: &Range<usize>, verb: Verb) -> bool {
        let page = self.page;
        let before = tokens.start.checked_sub(1).filter(|&t| t >= self.unit.start);
        let subject = before.is_some_and(|t| {
            let aside = || page.is_comma(t) && page.subject_before(tokens.start, self.unit.start).is_some();
            page.phrase_with(t).is_some() || page.lower(t) == ")" || aside()
        });
        // `the clinic was shut, but insisted …`
        let shared = before.is_some_and(|t| page.penn(t) == Penn::Cc) && !self.said.is_empty();
        let lone = tokens.len() == 1
            && matches!(page.penn(tokens.start), Penn::Vbn | Penn::Vb)
            && (subject || shared);
        if lone && subject && page.lower(tokens.start) == "said" {
            return true;
        }
        if lone && verb.frames.has(b'h') {
            return page.lower(tokens.end) == "that";
        }
        if lone && verb.frames.has(b'm') && page.phrase_at(tokens.end).is_some() {
            return true;
        }
        if lone && verb.frames.has(b'q') && self.closes(tokens) {
            return true;
        }
        lone && page.content_behind(tokens.end, self.to(), verb.frames, false).content.is_some_and(|c| {
            let opener =
                page.lower(c.start - 1) == "that" || page.lower(c.start) == "to" || page.quoted(c.start);
            let opener = opener || verb.frames.has(b'g') && page.penn(c.start) == Penn::Vbg;
            // `said there were 12 victims`
            let there = c.start + usize::from(page.lower(c.start) == "there");
            opener || page.verb_follows(page.phrase_at(c.start).map_or(there, |p| p.end), c.end)
        })
    }

    /// Whether a verb ends the sentence, and what its subject says stands before that: `Banks will close, the regulator added.`
    fn closes(&self, verb: &Range<usize>) -> bool {
        let page = self.page;
        let last = verb.end >= self.to() || page.is_hard(verb.end);
        last && page.subject_before(verb.start, self.unit.start).is_some_and(|s| {
            s.start > self.unit.start && (page.quoted(s.start - 1) || page.is_comma(s.start - 1))
        })
    }

    /// What the speaker does, negation and modals considered; `None` where nothing is said: `may say`, `will announce`.
    fn stance(&self, verb: Verb, negated: bool, modal: Option<usize>) -> Option<Stance> {
        let stance = match verb.act {
            Act::Speaks(stance) => stance,
            Act::Asks => Stance::Declines,
            Act::Names | Act::Cites => Stance::Asserts,
        };
        let able = modal.is_some_and(|m| matches!(self.page.lower(m), "can" | "could" | "would"));
        match (stance, negated, modal) {
            (_, false, Some(_)) if !able || stance != Stance::Asserts => None,
            (_, true, Some(_)) if !able => None,
            (Stance::Believes, true, _) => Some(Stance::Denies),
            (_, true, _) => Some(Stance::Declines),
            _ => Some(stance),
        }
    }

    /// A finite verb of saying: `the bank said`, `said the bank`, `who said`, `and said`.
    fn finite(&self, cue: Range<usize>, verb: Verb, stance: Stance) -> Option<Saying> {
        let page = self.page;
        let (source, turned) = match self.inverted(&cue, verb) {
            Some(source) => (Some(source), true),
            None => (self.subject(cue.start), false),
        };
        let source = source?;
        if page.quoted(source.start) || self.is_condition(&source) {
            return None;
        }
        if verb.frames.has(b'h') {
            return self.heard(cue, source);
        }
        if !self.may_speak(&source, verb) {
            return None;
        }
        let behind = page.content_behind(
            if turned { source.end } else { cue.end },
            self.to(),
            verb.frames,
            self.is_text(&source),
        );
        // `the 36 percent that a poll had given it`: what is given stands before.
        if verb.frames.has(b'm')
            && let Some(given) = self.given_before(&source)
        {
            return Some(self.saying(cue, source, None, given, stance, true));
        }
        let near =
            source.end <= cue.start && (source.end..cue.start).all(|t| page.is_adverb(t) || page.is_comma(t));
        let that = behind.content.as_ref().is_some_and(|c| page.lower(c.start - 1) == "that");
        let spoken = near
            && !that
            && source.start > self.unit.start + 1
            && page.is_comma(source.start - 1) != page.quoted(source.start - 1)
            && (page.quoted(source.start - 1) || page.quoted(source.start - 2));
        if !turned
            && !(spoken && verb.frames.has(b'q'))
            && let Some(content) = behind.content
        {
            let content = self.without_infinitive(content, verb);
            let content = self.inside_relative(content, source.start, &cue);
            let content = self.before_main_clause(content, source.start);
            let basis =
                (cue.end..content.start).find(|&t| page.lower(t) == "basis" && page.lower(t + 1) == "of");
            let cited = basis
                .and_then(|t| page.phrase_at(t + 2))
                .map(|p| p.start..page.linked_end(p.end, content.start));
            return Some(Saying { cited, ..self.saying(cue, source, behind.told, content, stance, false) });
        }
        if !verb.frames.has(b'q') && !verb.frames.has(b'c') {
            return None;
        }
        let first = cue.start.min(source.start);
        let content = self.enclosed(first).or_else(|| page.content_before(first, self.free_from(first)));
        let Some(content) = content else {
            let content = self.behind_opener(first, &cue, &source)?;
            return Some(self.saying(cue, source, None, content, stance, false));
        };
        let behind_all = behind.end.max(cue.end).max(source.end);
        // A quotation goes on in quotation marks; other words behind its speaker are the writer's.
        let quoted = page.quoted(content.end - 1);
        let content = match page.content_resumed(behind_all, self.to(), turned) {
            Some(end) if !quoted || page.quoted(end - 1) => content.start..end,
            _ => content,
        };
        Some(self.saying(cue, source, behind.told, content, stance, true))
    }

    /// What is said where no clause stands before its speaker: `But, he said, it would take time`.
    fn behind_opener(&self, first: usize, cue: &Range<usize>, source: &Range<usize>) -> Option<Range<usize>> {
        let page = self.page;
        let before = self.free_from(first)..first;
        let opens =
            page.first_finite(before.clone()).is_none() && !before.into_iter().any(|t| page.quoted(t));
        let start = cue.end + 1;
        let content = start..page.content_end(start, self.to());
        let clause = || page.first_finite(content.clone()).is_some() || page.quoted(start);
        (opens && source.end <= cue.start && page.is_comma(cue.end) && start < self.to() && clause())
            .then_some(content)
    }

    /// The phrase before a relative pronoun and the source behind it.
    fn given_before(&self, source: &Range<usize>) -> Option<Range<usize>> {
        let page = self.page;
        let relative = source.start.checked_sub(1).filter(|&t| t > self.unit.start && page.is_relative(t))?;
        page.phrase_with(relative - 1)
    }

    pub(super) fn saying(
        &self,
        cue: Range<usize>,
        source: Range<usize>,
        told: Option<Range<usize>>,
        content: Range<usize>,
        stance: Stance,
        trails: bool,
    ) -> Saying {
        Saying { cue: Some(cue), source: Some(source), cited: None, told, content, stance, trails }
    }

    /// What a refusal refuses to say: `declined to say whether …` is about what stands behind the second verb.
    fn without_infinitive(&self, content: Range<usize>, verb: Verb) -> Range<usize> {
        if verb.act != Act::Speaks(Stance::Declines) {
            return content;
        }
        let page = self.page;
        let start = (content.start + 2).min(content.end);
        let opener = matches!(page.lower(start), "whether" | "if" | "that") as usize;
        let rest = (start + opener).min(content.end)..content.end;
        if rest.is_empty() { content } else { rest }
    }

    /// The subject behind its verb, where the two are turned round: `“…,” said the mayor`.
    fn inverted(&self, cue: &Range<usize>, verb: Verb) -> Option<Range<usize>> {
        let page = self.page;
        let before = (self.unit.start..cue.start).rev().find(|&t| !page.is_adverb(t))?;
        let quote = page.quoted(before) || page.is_comma(before) && page.quoted(before.wrapping_sub(1));
        let open = quote || page.is_comma(before) || page.is_hard(before);
        if !open || !verb.frames.has(b'q') || cue.len() > 2 {
            return None;
        }
        let source = page.subject_behind(cue.end, self.to())?;
        if page.verb_follows(source.end, self.to()) || !quote && page.lower(source.end) == "that" {
            return None;
        }
        let clause = || {
            let from = self.free_from(cue.start);
            page.first_finite(from..before).is_some() || (from..before).any(|t| page.quoted(t))
        };
        (quote
            || clause()
                && page
                    .subject_before(cue.start, self.unit.start)
                    .is_none_or(|s| self.voice_of(&s).is_none()))
        .then_some(source)
    }

    /// The subject before a verb of saying: its own, that of a relative clause, or one shared with an earlier verb.
    fn subject(&self, verb: usize) -> Option<Range<usize>> {
        let page = self.page;
        let before = (self.unit.start..verb).rev().find(|&t| !page.is_adverb(t) && !page.floats(t))?;
        if page.is_relative(before) {
            return page.antecedent(before, self.unit.start);
        }
        // `who on Thursday said`
        let dated = page.is_time(before).then(|| {
            let day = |&t: &usize| !page.is_time(t) && !page.is_preposition(t);
            (self.unit.start..before).rev().find(day)
        });
        if let Some(relative) = dated.flatten().filter(|&t| page.is_relative(t)) {
            return page.antecedent(relative, self.unit.start);
        }
        if page.penn(before) == Penn::Cc
            || page.is_comma(before) && page.penn(before.wrapping_sub(1)) == Penn::Cc
        {
            return self.shared_subject(before);
        }
        page.subject_before(verb, self.unit.start).map(|subject| self.with_name(subject))
    }

    /// A subject with the name of which it is the apposition, where no comma closes that: `Rita Lind, a lawyer in Graz told the Globe`.
    fn with_name(&self, subject: Range<usize>) -> Range<usize> {
        let page = self.page;
        let Some(comma) = subject.start.checked_sub(1).filter(|&t| t > self.unit.start && page.is_comma(t))
        else {
            return subject;
        };
        let name = page.phrase_with(comma - 1).filter(|p| {
            let opens = p.start == self.unit.start || page.is_comma(p.start - 1) || page.quoted(p.start - 1);
            opens && page.penn(comma - 1) == Penn::Nnp
        });
        match name {
            Some(name) if matches!(page.lower(subject.start), "a" | "an") => name.start..subject.end,
            _ => subject,
        }
    }

    /// The subject of the saying before this one, else of the sentence's first finite verb.
    pub(super) fn shared_subject(&self, before: usize) -> Option<Range<usize>> {
        if let Some(source) = self.said.iter().rev().find_map(|s| s.source.clone()) {
            return Some(source);
        }
        let page = self.page;
        let Some(verb) = page.first_finite(self.unit.start..before) else {
            return page.subject_behind(self.unit.start, before);
        };
        let group = page.parse.verb_of(verb).map_or(verb, |v| page.parse.verbs[v].tokens.start);
        page.subject_before(group, self.unit.start)
    }

    /// Whether a source stands in a condition or an indirect question: `if the ministry confirms`.
    fn is_condition(&self, source: &Range<usize>) -> bool {
        let before = source.start.checked_sub(1).filter(|&t| t >= self.unit.start);
        before.is_some_and(|t| matches!(self.page.lower(t), "if" | "unless" | "whether" | "until"))
    }

    /// Whether a source can be the subject of this verb: measuring and showing need one that does so.
    fn may_speak(&self, source: &Range<usize>, verb: Verb) -> bool {
        let plain = [b'm', b'd', b'x', b'g'].iter().all(|&frame| !verb.frames.has(frame));
        match self.voice_of(source) {
            Some(Voice::Text) => true,
            Some(_) => !verb.frames.has(b'd') || verb.frames.has(b't'),
            None => plain && verb.frames.has(b'q'),
        }
    }

    fn is_text(&self, source: &Range<usize>) -> bool {
        self.voice_of(source) == Some(Voice::Text)
    }

    /// What kind of speaker a source is: by the head noun of its first phrase, by a pronoun, or as a name.
    pub(super) fn voice_of(&self, source: &Range<usize>) -> Option<Voice> {
        let page = self.page;
        let head = page.head_of(source)?;
        let word = page.lower(head);
        match page.penn(head) {
            Penn::Prp => {
                (!matches!(word, "it" | "this" | "that")).then_some(Voice::Person).or(Some(Voice::Group))
            }
            Penn::Nnp | Penn::Nnps => cues::voice(word).or(Some(Voice::Group)),
            _ => cues::voice(word),
        }
    }
}
