//! Past forms that are both past and participle (`killed`, `held`): the clause around them says which, where the
//! tagger, which sees two words on either side, cannot.

use super::lemmas::is_past_and_participle;
use super::{NounPhrase, Penn, Tense, Token, Upos, VerbGroup};

/// Sets right the past forms among the verb groups of one sentence, whose phrases are `phrases`.
pub(super) fn settle(lower: &str, tokens: &mut [Token], phrases: &[NounPhrase], groups: &mut [VerbGroup]) {
    for i in 0..groups.len() {
        let settler = Settler { lower, tokens, phrases, groups };
        let (penn, tense, passive) = if settler.is_finite(i) {
            (Penn::Vbd, Tense::Past, false)
        } else if settler.is_reduced(i) {
            (Penn::Vbn, Tense::NonFinite, true)
        } else {
            continue;
        };
        tokens[groups[i].head].penn = penn;
        (groups[i].tense, groups[i].passive) = (tense, passive);
    }
}

struct Settler<'a> {
    lower: &'a str,
    tokens: &'a [Token],
    phrases: &'a [NounPhrase],
    groups: &'a [VerbGroup],
}

impl Settler<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| t.span.of(self.lower))
    }

    /// Whether the group is a single token with this tag that may also have the other.
    fn is_bare(&self, group: &VerbGroup, penn: Penn) -> bool {
        group.tokens.len() == 1
            && self.tokens[group.head].penn == penn
            && is_past_and_participle(self.word(group.head))
    }

    fn phrase_ending(&self, at: usize) -> Option<&NounPhrase> {
        let i = self.phrases.partition_point(|p| p.tokens.end < at);
        self.phrases.get(i).filter(|p| p.tokens.end == at)
    }

    fn phrase_starting(&self, at: usize) -> Option<&NounPhrase> {
        let i = self.phrases.partition_point(|p| p.tokens.start < at);
        self.phrases.get(i).filter(|p| p.tokens.start == at)
    }

    /// Whether something between two tokens parts their clauses.
    fn parted(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| {
            let Token { upos, penn, .. } = self.tokens[i];
            matches!(upos, Upos::Cconj | Upos::Sconj)
                || (upos == Upos::Punct && penn != Penn::Hyph)
                || matches!(penn, Penn::Wdt | Penn::Wp | Penn::WpS | Penn::Wrb)
        })
    }

    /// Whether a form tagged as a participle stands between its subject and its object, in a clause that has no other
    /// finite verb: `The storm killed three people`.
    fn is_finite(&self, i: usize) -> bool {
        let group = &self.groups[i];
        let (start, end) = (group.tokens.start, group.tokens.end);
        if !self.is_bare(group, Penn::Vbn)
            || group.tense != Tense::NonFinite
            || self.phrase_ending(start).is_none()
        {
            return false;
        }
        let Some(object) = self.phrase_starting(end) else { return false };
        let verb_before =
            self.groups[..i].last().is_some_and(|before| !self.parted(before.tokens.end, start));
        let verb_behind = self.groups[i + 1..]
            .iter()
            .find(|next| next.tense != Tense::NonFinite)
            .is_some_and(|next| !self.parted(object.tokens.end, next.tokens.start));
        !verb_before && !verb_behind
    }

    /// Whether a form tagged as a finite verb hangs on the noun before it, since another finite verb follows without a
    /// subject of its own: `Soldiers wounded in the attack went home`.
    fn is_reduced(&self, i: usize) -> bool {
        let group = &self.groups[i];
        let Some(next) = self.groups.get(i + 1) else { return false };
        let between = group.tokens.end..next.tokens.start;
        if !self.is_bare(group, Penn::Vbd)
            || next.tense == Tense::NonFinite
            || between.is_empty()
            || self.phrase_ending(group.tokens.start).is_none()
            || self.parted(between.start, between.end)
        {
            return false;
        }
        let first = self.phrases.partition_point(|p| p.tokens.start < between.start);
        let inside = self.phrases[first..].iter().take_while(|p| p.tokens.end <= between.end);
        inside.into_iter().all(|p| self.tokens[p.tokens.start - 1].upos == Upos::Adp || p.owner.is_some())
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Article, Meta, Parse, Tense};

    /// Checks the tense and voice of the verb group whose head is printed as `verb`.
    #[track_caller]
    fn check(text: &str, verb: &str, tense: Tense, passive: bool) {
        let article = Article::from_text("a.txt", text, &Meta::default());
        let parse = Parse::of(&article);
        let group = parse.verbs.iter().find(|v| parse.word(v.head) == verb).expect("the verb");
        assert_eq!((group.tense, group.passive), (tense, passive), "{text}");
    }

    #[test]
    fn between_subject_and_object_it_is_finite() {
        check("The storm killed three people.", "killed", Tense::Past, false);
        check("The police arrested a man and charged him with fraud.", "arrested", Tense::Past, false);
        check("The company acquired two rivals in May.", "acquired", Tense::Past, false);
    }

    #[test]
    fn before_another_finite_verb_it_is_a_participle() {
        check("Soldiers wounded in the attack went home.", "wounded", Tense::NonFinite, true);
        check("The goods seized at the port were burned.", "seized", Tense::NonFinite, true);
        check("A player named Tom Lee has left.", "named", Tense::NonFinite, true);
    }

    #[test]
    fn a_later_clause_does_not_count() {
        check("The firm reported in May that sales fell.", "reported", Tense::Past, false);
        check("The council voted on Monday and adjourned.", "voted", Tense::Past, false);
    }
}
