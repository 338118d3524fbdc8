//! Sayings whose verb is a participle, an infinitive or a passive: `adding that …`, `went on to say`, `was quoted as saying`,
//! `as reported by`. Their speaker is another verb's subject, or stands behind `with` or `by`.

use std::ops::Range;

use crate::extract::Stance;

use super::cues::{Act, Verb};
use super::embedded::finite_passive;
use super::saying::{Reader, Saying};

impl Reader<'_, '_> {
    /// `adding that …`, `with the Journal reporting that …`, `citing officials`.
    pub(super) fn participle(&mut self, cue: Range<usize>, verb: Verb, stance: Stance) -> Option<Saying> {
        let page = self.page;
        let before = cue.start.checked_sub(1).filter(|&t| t >= self.unit.start);
        if verb.act == Act::Cites {
            self.cite(cue.end);
            return None;
        }
        if before.is_some_and(|t| page.lower(t) == "as") {
            return self.quoted_as(cue, verb, stance);
        }
        let absolute = before.and_then(|t| self.absolute_subject(t + 1));
        let own = absolute.is_some();
        let loose = before.is_none_or(|t| page.is_comma(t) || page.quoted(t) || page.is_hard(t));
        let source = absolute.or_else(|| if loose { self.shared_subject(cue.start) } else { None })?;
        let behind = page.content_behind(cue.end, self.to(), verb.frames, false);
        let content = behind.content?;
        (own || verb.frames.has(b'q')).then(|| self.saying(cue, source, behind.told, content, stance, false))
    }

    /// Notes those whom the saying before, else the next one, cites: `citing officials`.
    fn cite(&mut self, at: usize) {
        let page = self.page;
        let Some(phrase) = page.phrase_at(at) else { return };
        let cited = Some(phrase.start..page.linked_end(phrase.end, self.to()));
        // `citing weak demand` gives a reason and no speaker.
        let cited = cited.filter(|c| self.voice_of(c).is_some());
        match self.said.last_mut() {
            Some(last) => last.cited = cited,
            None => self.cited = cited,
        }
    }

    /// `the agency quoted the minister as saying …`, `the minister was quoted as saying …`
    fn quoted_as(&self, cue: Range<usize>, verb: Verb, stance: Stance) -> Option<Saying> {
        let page = self.page;
        let to = self.to();
        let cites = |&t: &usize| page.cue(t).verb.is_some_and(|v| v.act == Act::Cites);
        let quoting = (self.unit.start..cue.start).rev().take(16).find(cites)?;
        let group = &page.parse.verbs[page.parse.verb_of(quoting)?];
        let outer = page.subject_before(group.tokens.start, self.unit.start);
        let content = page.content_behind(cue.end, to, verb.frames, false).content?;
        if group.passive && group.tokens.len() > 1 {
            return Some(self.saying(cue, outer?, None, content, stance, false));
        }
        let phrase = page.phrase_at(quoting + 1)?;
        let speaker = phrase.start..page.linked_end(phrase.end, cue.start - 1);
        let (cited, source) = match outer {
            Some(outer) => (Some(speaker), outer),
            None => (None, speaker),
        };
        Some(Saying { cited, ..self.saying(cue, source, None, content, stance, false) })
    }

    /// The phrase between `with` and a participle: `with officials saying`.
    fn absolute_subject(&self, participle: usize) -> Option<Range<usize>> {
        let page = self.page;
        let with = (self.unit.start..participle).rev().take(12).find(|&t| page.lower(t) == "with")?;
        let phrase = page.phrase_at(with + 1)?;
        (page.linked_end(phrase.end, participle) == participle).then_some(with + 1..participle)
    }

    /// `went on to say that …`
    pub(super) fn going_on(&self, cue: Range<usize>, verb: Verb, stance: Stance) -> Option<Saying> {
        let page = self.page;
        let went = cue.start.checked_sub(2).filter(|&t| t > self.unit.start)?;
        let source = page.subject_before(went, self.unit.start).filter(|_| page.is_finite(went))?;
        let behind = page.content_behind(cue.end, self.to(), verb.frames, false);
        Some(self.saying(cue, source, behind.told, behind.content?, stance, false))
    }

    /// `was reported by`, `it is believed that`, `is said to`.
    pub(super) fn passive(
        &self,
        token: usize,
        cue: Range<usize>,
        verb: Verb,
        stance: Stance,
    ) -> Option<Saying> {
        let page = self.page;
        let to = self.to();
        let by = (cue.end..to.min(cue.end + 8))
            .take_while(|&t| !page.is_comma(t) && !page.quoted(t))
            .find(|&t| page.lower(t) == "by");
        let source = by.and_then(|t| page.subject_behind(t + 1, to));
        if finite_passive(&cue) && (verb.frames.has(b'o') || verb.frames.has(b'a')) {
            return self.told(cue, verb, stance, source);
        }
        let speaks = verb.frames.has(b'c') || verb.frames.has(b'n');
        let subject = page.subject_before(cue.start, self.unit.start);
        let impersonal = subject.as_ref().is_some_and(|s| page.lower(s.start) == "it");
        if impersonal && let Some(content) = page.content_behind(cue.end, to, verb.frames, false).content {
            return Some(Saying::plain(cue, source, content, stance));
        }
        let finite = finite_passive(&cue);
        if !speaks || !finite && source.is_none() {
            return None;
        }
        if !finite {
            // `…, as reported by the ministry`: what is reported stands before.
            let content = page.content_before(cue.start, self.free_from(cue.start))?;
            return Some(Saying {
                cue: Some(cue),
                source,
                cited: None,
                told: None,
                content,
                stance,
                trails: true,
            });
        }
        let named = source.as_ref().is_some_and(|s| self.voice_of(s).is_some());
        let start =
            subject.filter(|_| named || verb.frames.has(b'i') || page.lower(token + 1) == "to")?.start;
        let end = if named { cue.start } else { page.content_end(cue.end, to) };
        let source = source.filter(|_| named);
        Some(Saying {
            cue: Some(cue),
            source,
            cited: None,
            told: None,
            content: start..end,
            stance,
            trails: true,
        })
    }
}
