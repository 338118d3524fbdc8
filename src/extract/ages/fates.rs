//! What an article tells of those whose age it gives: they were killed, held, charged.

use crate::extract::claims::lexicon;
use crate::extract::names::identity;
use crate::extract::words;
use crate::text::{BlockKind, Penn, Span, Upos};

use super::{Age, PHRASE, People, REACH, Whose};

/// How many sentences at the head of an article tell what it is about.
const LEAD: usize = 2;
/// How many words behind a noun its sentence says what happened.
const FATE: usize = 16;

impl People<'_> {
    /// What somebody whose age stands in a span did or underwent: the hash of the verb, and the class of predicates.
    pub(super) fn told(&self, span: Span, whose: Whose) -> (Option<u32>, Option<u8>) {
        let verb = self.verb(span);
        let own = verb.as_deref().and_then(lexicon::predicate);
        let noun = match whose {
            Whose::Noun(noun) => Some(self.parse.token_from(noun.start)),
            Whose::Person(_) => None,
        };
        let fate = own.or_else(|| noun.and_then(|noun| self.fate_of(noun)));
        (verb.map(|lemma| words::hash(words::stem(&lemma))), fate)
    }

    /// Gives the only named person whose age an article tells the fate that it opens with, where nothing is told beside the age.
    pub(super) fn add_fates(&self, ages: &mut [Age]) {
        let Some(Whose::Person(person)) = ages.first().map(|age| age.whose) else { return };
        if ages.iter().any(|age| age.whose != Whose::Person(person) || age.fate.is_some()) {
            return;
        }
        let lead = self.parse.sentences.iter().enumerate().filter(|(i, _)| {
            let kind = self.parse.block_of(*i).kind;
            kind != BlockKind::Title && self.parse.block_of(*i).is_story()
        });
        let mut openers = lead.take(LEAD).flat_map(|(_, sentence)| sentence.tokens.clone());
        let somebody = |&t: &usize| self.parse.tokens[t].penn == Penn::Nn && self.is_somebody(t);
        let Some(fate) = openers.find(somebody).and_then(|noun| self.fate_behind(noun)) else { return };
        ages.iter_mut().for_each(|age| age.fate = Some(fate));
    }

    /// What an article tells of somebody without a name: behind the noun, or where it first led them in (`a man has drowned. … The
    /// man, 35, …`).
    fn fate_of(&self, noun: usize) -> Option<u8> {
        self.fate_behind(noun).or_else(|| {
            let definite = self.opener(noun).is_some_and(|t| self.parse.lower(t) == "the");
            self.fate_behind(definite.then(|| self.led_in(noun))??)
        })
    }

    /// The verb of an accident or a crime that follows a noun in its sentence.
    fn fate_behind(&self, noun: usize) -> Option<u8> {
        let parse = self.parse;
        let sentence = &parse.sentences.get(parse.sentence_of(noun))?.tokens;
        (noun + 1..sentence.end.min(noun + FATE)).find_map(|t| {
            let class = lexicon::predicate(&parse.lemma(t))?;
            let told = match lexicon::predicate_name(class) {
                // `with serious injuries`
                "hurt" => matches!(parse.tokens[t].upos, Upos::Verb | Upos::Noun),
                "dead" | "arrested" | "charged" | "convicted" | "sentenced" | "missing" | "rescued" => {
                    parse.tokens[t].upos == Upos::Verb
                }
                _ => false,
            };
            told.then_some(class)
        })
    }

    /// The word that opens the noun phrase which a noun ends: an article, or a possessive.
    pub(super) fn opener(&self, noun: usize) -> Option<usize> {
        let parse = self.parse;
        let sentence = &parse.sentences.get(parse.sentence_of(noun))?.tokens;
        let from = noun.saturating_sub(PHRASE).max(sentence.start);
        let inside = |t: &usize| {
            let tag = parse.tokens[*t].upos;
            matches!(tag, Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
                || parse.tokens[*t].penn == Penn::Hyph
        };
        let open = (from..noun).rev().find(|t| !inside(t))?;
        (parse.tokens[open].upos == Upos::Det).then_some(open)
    }

    /// Whom `the man` stands for in the sentences before: the same noun, else the noun that opens the sentence before as its subject.
    pub(super) fn led_in(&self, noun: usize) -> Option<usize> {
        let parse = self.parse;
        let (word, at) = (parse.lower(noun), parse.sentence_of(noun));
        let before = |n: usize| Some(parse.sentences.get(at.checked_sub(n)?)?.tokens.clone());
        let somebody = |t: usize| parse.tokens[t].penn == Penn::Nn && self.is_somebody(t);
        let same = (1..=REACH).filter_map(before).flatten().find(|&t| parse.lower(t) == word);
        same.or_else(|| before(1)?.find(|&t| somebody(t)).filter(|&t| self.fits_sex(t, noun)))
    }

    fn fits_sex(&self, a: usize, b: usize) -> bool {
        let sex = |t: usize| identity::sex_of_noun(self.parse.lower(t));
        !sex(a).opposes(sex(b))
    }

    /// The lemma of the verb that says what somebody whose age stands in a span did or underwent; anybody is, has and says something.
    fn verb(&self, span: Span) -> Option<String> {
        let parse = self.parse;
        let last = parse.tokens_in(span).end.checked_sub(1)?;
        let verb = parse.governing_verb(last)?;
        let lemma = parse.lemma(parse.verbs.get(verb)?.head);
        (!matches!(&*lemma, "be" | "have" | "do" | "say" | "tell")).then(|| lemma.into())
    }
}
