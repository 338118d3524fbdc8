//! What each sentence says is so, and what it says is not so, in the notions that two articles can be held against each other by.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::{Parse, Penn, Span, Tense, TokenKind, Upos, WordMap};

use super::cover::Named;
use super::meanings::Meanings;
use super::{Attribution, Stance, words};

/// Whether a statement says that something is so.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Polarity {
    /// It is so.
    Affirms,
    /// It is not so: `there are no cracks`.
    Negates,
    /// What somebody said is not so: `the company denied that …`.
    Rejects,
}

/// A sentence, or a part of one, that says that something is so or is not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// Where it stands: the sentence, for a denial its clause.
    pub span: Span,
    /// Whether it says that something is so.
    pub polarity: Polarity,
    /// What it speaks of: hashes that words for one thing share, sorted; of an affirmation without what the sentence negates.
    pub notions: Box<[u32]>,
    /// The notions that it holds at arm's length, sorted: what `allegedly` or `suspected` stands before.
    pub alleged: Box<[u32]>,
    /// The notion that is denied; of an affirmation nothing.
    pub denied: Option<u32>,
    /// Those named in it, by index into the reading's entities, sorted.
    pub names: Box<[u32]>,
    /// Who says so, by index into the reading's attributions.
    pub said: Option<u32>,
    /// The earlier statement of the article that is denied by `that`, `the report` or `a claim`, by index.
    pub of: Option<u32>,
}

/// What a word is in a denial.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Adjective,
    Light,
    Noun,
    Silence,
    Verb,
}

static ROLES: LazyLock<WordMap<Role>> = LazyLock::new(|| {
    let mut roles = FxHashMap::default();
    for line in include_str!("data/denials.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once(" | ") else { continue };
        let role = match name {
            "adjective" => Role::Adjective,
            "light" => Role::Light,
            "noun" => Role::Noun,
            "silence" => Role::Silence,
            _ => Role::Verb,
        };
        roles.extend(words.split(' ').map(|word| (word, role)));
    }
    roles.into()
});

/// How many sentences back `the report` may look for what was reported.
const ANTECEDENT_REACH: usize = 3;

/// The statements of an article, in order.
pub fn find(
    parse: &Parse,
    meanings: &Meanings,
    named: &Named,
    attributions: &[Attribution],
) -> Vec<Statement> {
    let found = Vec::with_capacity(parse.sentences.len());
    let mut finder = Finder { parse, meanings, attributions, named, found, room: Room::default() };
    for sentence in 0..parse.sentences.len() {
        finder.sentence(sentence);
    }
    finder.found
}

struct Finder<'a> {
    parse: &'a Parse<'a>,
    meanings: &'a Meanings,
    attributions: &'a [Attribution],
    named: &'a Named<'a>,
    found: Vec<Statement>,
    room: Room,
}

/// Room for the lists of one statement, used again for the next.
#[derive(Default)]
struct Room {
    notions: Vec<u32>,
    alleged: Vec<u32>,
    names: Vec<u32>,
}

/// A denial still in tokens.
struct Denial {
    polarity: Polarity,
    /// Where it is shown.
    shown: Range<usize>,
    /// What is denied; empty where another statement is.
    content: Range<usize>,
    /// The attribution, by index.
    said: Option<u32>,
    /// How the denied statement is found, where it is another one.
    antecedent: Option<Antecedent>,
}

/// Where the statement stands that `that` or `the report` means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Antecedent {
    /// Before, in the same sentence.
    Here,
    /// In the sentence before.
    Before,
    /// In the nearest of the sentences before that somebody says.
    Said,
}

impl Finder<'_> {
    fn sentence(&mut self, index: usize) {
        let parse = self.parse;
        let tokens = parse.sentences[index].tokens.clone();
        if !parse.block_of(index).is_story() || parse.lower(tokens.end - 1) == "?" {
            return;
        }
        let mut denials: Vec<Denial> = Vec::new();
        self.rejections(&tokens, &mut denials);
        let word = |t: &usize| parse.tokens[*t].kind == TokenKind::Word;
        for token in tokens.clone().filter(word) {
            match ROLES.get(parse.lower(token)) {
                Some(Role::Verb) => {
                    denials.extend(self.relative(token, &tokens).or_else(|| self.plain(token, &tokens)));
                }
                Some(Role::Adjective) => denials.extend(self.called_wrong(token, &tokens)),
                _ => {}
            }
        }
        let rejected = denials.len();
        self.negations(&tokens, &mut denials);
        // A clause that both rejects and negates is told once.
        let (told, negated) = denials.split_at(rejected);
        let fresh: Vec<bool> =
            negated.iter().map(|n| told.iter().all(|t| !overlap(&t.shown, &n.shown))).collect();
        let mut keep = std::iter::repeat_n(true, rejected).chain(fresh);
        denials.retain(|_| keep.next().unwrap_or(false));
        let first = self.found.len();
        let affirmed = self.affirmation(tokens, &denials);
        self.found.extend(affirmed);
        for denial in denials {
            let statement = self.denial(denial, index, first);
            self.found.extend(statement);
        }
    }

    /// The attributions of a sentence that deny.
    fn rejections(&self, tokens: &Range<usize>, denials: &mut Vec<Denial>) {
        let parse = self.parse;
        let sentence = parse.span(tokens.clone());
        for (said, a) in self.said_in(sentence).filter(|(_, a)| a.stance == Stance::Denies) {
            let content = parse.tokens_in(a.span);
            let cue = a.cue.map_or(content.clone(), |cue| parse.tokens_in(cue));
            let shown = cue.start.min(content.start)..cue.end.max(content.end).min(tokens.end);
            let shown = a.source.map_or(shown.clone(), |s| {
                let source = parse.tokens_in(s);
                source.start.min(shown.start)..shown.end.max(source.end.min(tokens.end))
            });
            let (content, antecedent) = self.denied_content(content);
            denials.push(Denial {
                polarity: Polarity::Rejects,
                shown,
                content,
                said: Some(said),
                antecedent,
            });
        }
    }

    /// What is denied behind a verb of denial: the clause behind `reports that`, or another statement where `that` or `the
    /// report` is all there is.
    fn denied_content(&self, content: Range<usize>) -> (Range<usize>, Option<Antecedent>) {
        let parse = self.parse;
        let noun = content.clone().find(|&t| self.role(t) == Some(Role::Noun));
        let Some(noun) = noun.filter(|&t| t <= content.start + 3) else { return (content, None) };
        let rest = noun + 1..content.end;
        let telling = rest.clone().filter(|&t| self.notion(t).is_some()).count();
        let clause = rest.clone().find(|&t| parse.lower(t) == "that" && parse.tokens[t].penn == Penn::In);
        if telling >= 2 {
            return (clause.map_or(rest.clone(), |that| that + 1..rest.end), None);
        }
        let pronoun = noun == content.start && parse.tokens[noun].upos == Upos::Pron
            || matches!(parse.lower(noun), "that" | "this" | "it");
        (content.end..content.end, Some(if pronoun { Antecedent::Before } else { Antecedent::Said }))
    }

    /// `…, a claim the operator rejects`, `…, which the ministry denied`: what stands before the comma is denied.
    fn relative(&self, verb: usize, tokens: &Range<usize>) -> Option<Denial> {
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
        let antecedent = Some(Antecedent::Here);
        Some(Denial { polarity: Polarity::Rejects, shown, content, said: None, antecedent })
    }

    /// `The utility disputes that.`: a verb of denial with a pronoun or a word for a claim behind it, and nothing else.
    fn plain(&self, verb: usize, tokens: &Range<usize>) -> Option<Denial> {
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
        let pronoun = noun == object.start && matches!(parse.lower(noun), "that" | "this" | "it");
        let antecedent = Some(if pronoun { Antecedent::Before } else { Antecedent::Said });
        let shown = parse.clause_of(verb).start..noun + 1;
        Some(Denial { polarity: Polarity::Rejects, shown, content: noun..noun, said: None, antecedent })
    }

    /// `Reports that the captain left first are untrue`, `the company calls that untrue`, `that is a lie`.
    fn called_wrong(&self, token: usize, tokens: &Range<usize>) -> Option<Denial> {
        let parse = self.parse;
        let verb = parse.verbs_in(tokens.start..token).next_back()?;
        let group = &parse.verbs[verb];
        let lemma = parse.lemma(group.head);
        let calls = matches!(&*lemma, "call" | "brand" | "label" | "describe");
        if group.negated || group.modal.is_some() || token > group.tokens.end + 6 || !calls && lemma != "be" {
            return None;
        }
        let range = if calls { group.tokens.end..token } else { tokens.start..group.tokens.start };
        let noun = range.clone().find(|&t| self.role(t) == Some(Role::Noun))?;
        // The claim itself is wrong, not something that is spoken of beside it.
        let opens =
            calls || (range.start..noun).all(|t| parse.verb_of(t).is_none() && parse.lower(t) != "of");
        let (content, antecedent) = self.denied_content(noun..range.end);
        let shown = if calls { tokens.start..token + 1 } else { noun..token + 1 };
        let said = self.said_in(parse.span(shown.clone())).map(|(i, _)| i).next();
        opens.then_some(Denial { polarity: Polarity::Rejects, shown, content, said, antecedent })
    }

    /// What a token is in a denial.
    fn role(&self, token: usize) -> Option<Role> {
        ROLES.get(&self.parse.lemma(token)).copied()
    }

    /// The clauses of a sentence that say that something is not so, as a fact of now or before.
    fn negations(&self, tokens: &Range<usize>, denials: &mut Vec<Denial>) {
        let parse = self.parse;
        for verb in parse.verbs_in(tokens.clone()) {
            let group = &parse.verbs[verb];
            let clause = parse.clause_of(group.head);
            let plain =
                group.tense != Tense::NonFinite && group.tense != Tense::Future && group.modal.is_none();
            let no = || clause.clone().any(|t| parse.lower(t) == "no" && parse.phrase_of(t).is_some());
            if !plain || group.negated == no() {
                continue;
            }
            let open = clause.clone().any(|t| leaves_open(parse.lower(t)));
            let quiet = self.role(group.head) == Some(Role::Silence);
            if !open && !quiet {
                let said = self.innermost(parse.span(clause.clone()));
                let content = clause.clone();
                denials.push(Denial {
                    polarity: Polarity::Negates,
                    shown: clause,
                    content,
                    said,
                    antecedent: None,
                });
            }
        }
    }

    fn said_in(&self, span: Span) -> impl Iterator<Item = (u32, &Attribution)> {
        let first = self.attributions.partition_point(|a| a.span.start < span.start.saturating_sub(600));
        let near = (first as u32..).zip(&self.attributions[first..]);
        near.take_while(move |(_, a)| a.span.start < span.end)
            .filter(move |(_, a)| a.span.overlaps(span) || a.cue.is_some_and(|cue| cue.overlaps(span)))
    }

    fn innermost(&self, span: Span) -> Option<u32> {
        self.said_in(span).min_by_key(|(_, a)| a.span.len()).map(|(i, _)| i)
    }

    /// The notion of a token: of a word that says something of what happens, outside names.
    fn notion(&self, token: usize) -> Option<u32> {
        if !words::is_content(self.parse, token)
            || self.named.holds(token)
            || self.role(token).is_some_and(|role| role != Role::Verb)
        {
            return None;
        }
        // Classes of predicates stand beside the stems: `deployed` meets `sent`.
        let meaning = self.meanings[token];
        Some(meaning.predicate.map_or(meaning.key, u32::from))
    }

    fn statement(
        &mut self,
        shown: Range<usize>,
        tokens: impl Iterator<Item = usize>,
        polarity: Polarity,
    ) -> Statement {
        let mut room = std::mem::take(&mut self.room);
        for token in tokens {
            room.notions.extend(self.notion(token));
            room.names.extend(self.named.at(token));
            // No word of doubt is short.
            if self.parse.tokens[token].span.len() > 6 && is_doubt(self.parse.lower(token)) {
                let mut behind = token + 1..(token + 3).min(self.parse.tokens.len());
                room.alleged.extend(behind.find_map(|next| self.notion(next)));
            }
        }
        let sorted = |all: &mut Vec<u32>| {
            all.sort_unstable();
            all.dedup();
            let kept = all.as_slice().into();
            all.clear();
            kept
        };
        let statement = Statement {
            span: self.parse.span(shown),
            polarity,
            notions: sorted(&mut room.notions),
            alleged: sorted(&mut room.alleged),
            denied: None,
            names: sorted(&mut room.names),
            said: None,
            of: None,
        };
        self.room = room;
        statement
    }

    /// What a sentence says is so, without its denials and what somebody will not say.
    fn affirmation(&mut self, tokens: Range<usize>, denials: &[Denial]) -> Option<Statement> {
        let parse = self.parse;
        let span = parse.span(tokens.clone());
        let declined: Vec<Range<usize>> = self
            .said_in(span)
            .filter(|(_, a)| a.stance == Stance::Declines)
            .map(|(_, a)| parse.tokens_in(a.span))
            .collect();
        let left = tokens.clone().filter(|t| {
            denials.iter().all(|d| !d.shown.contains(t)) && declined.iter().all(|d| !d.contains(t))
        });
        let statement = self.statement(tokens, left, Polarity::Affirms);
        let said = self.said_in(span).map(|(i, _)| i).next();
        (!statement.notions.is_empty()).then_some(Statement { said, ..statement })
    }

    fn denial(&mut self, denial: Denial, sentence: usize, first: usize) -> Option<Statement> {
        let of = match denial.antecedent {
            Some(antecedent) => Some(self.antecedent(antecedent, sentence, first)?),
            None => None,
        };
        // Who rejects that something is not so says that it is.
        let negated = |t: usize| matches!(self.parse.lower(t), "no" | "not" | "n't" | "n’t" | "never");
        if denial.polarity == Polarity::Rejects && of.is_none() && denial.content.clone().any(negated) {
            return None;
        }
        let content = match denial.polarity {
            Polarity::Negates => self.behind_evidence(denial.content),
            _ => denial.content,
        };
        let statement = self.statement(denial.shown, content.clone(), denial.polarity);
        let denied = self.predicate(content);
        (of.is_some() || denied.is_some()).then_some(Statement { said: denial.said, denied, of, ..statement })
    }

    /// What there is `no evidence of` or `no sign that`, where a negated clause says so; else the whole of it.
    fn behind_evidence(&self, content: Range<usize>) -> Range<usize> {
        let no = content.clone().find(|&t| self.parse.lower(t) == "no");
        let noun = no.and_then(|t| self.parse.phrase_of(t)).map(|p| self.parse.phrases[p].head);
        match noun.filter(|&n| self.role(n) == Some(Role::Light) && n + 1 < content.end) {
            Some(noun) => noun + 1..content.end,
            None => content,
        }
    }

    /// The statement that a denial means, by index. `first` is the first statement of its sentence.
    fn antecedent(&self, antecedent: Antecedent, sentence: usize, first: usize) -> Option<u32> {
        let parse = self.parse;
        if antecedent == Antecedent::Here {
            return self.found.get(first).filter(|s| s.polarity == Polarity::Affirms).map(|_| first as u32);
        }
        let reach = if antecedent == Antecedent::Before { 1 } else { ANTECEDENT_REACH };
        let from = parse.sentences[sentence.saturating_sub(reach)].span.start;
        let near = parse.sentences[sentence.saturating_sub(1)].span.start;
        let mut before = (0..first).rev().take_while(|&i| self.found[i].span.start >= from);
        let found = before.find(|&i| match antecedent {
            Antecedent::Said => {
                let Statement { span, said, .. } = self.found[i];
                self.tells_of_claim(span) || said.is_some() && span.start >= near
            }
            _ => true,
        });
        found.map(|i| i as u32)
    }

    /// Whether a stretch speaks of somebody's claim or report: `a newspaper reported`, `the allegation`.
    fn tells_of_claim(&self, span: Span) -> bool {
        let verb = |t| {
            matches!(&*self.parse.lemma(t), "report" | "claim" | "allege" | "accuse" | "charge" | "suggest")
        };
        self.parse
            .tokens_in(span)
            .any(|t| verb(t) || self.role(t) == Some(Role::Noun) && self.parse.tokens[t].penn.is_noun())
    }

    /// The notion that a denied clause turns on: the noun behind `no`, else its main verb or what is said to be, else its
    /// first notion.
    fn predicate(&self, content: Range<usize>) -> Option<u32> {
        let parse = self.parse;
        let no = content.clone().find(|&t| parse.lower(t) == "no");
        let noun = no.and_then(|t| parse.phrase_of(t)).and_then(|p| self.notion(parse.phrases[p].head));
        let mut verbs = parse.verbs_in(content.clone()).map(|v| &parse.verbs[v]);
        let verb = || verbs.find_map(|v| self.notion(v.head));
        noun.or_else(verb).or_else(|| content.rev().find_map(|t| self.notion(t)))
    }
}

/// Words by which a negated clause leaves open what is so: `not yet`, `no longer`, `if it does not`.
fn leaves_open(lower: &str) -> bool {
    matches!(
        lower,
        "yet"
            | "longer"
            | "only"
            | "if"
            | "unless"
            | "until"
            | "whether"
            | "immediately"
            | "known"
            | "clear"
            | "comment"
    )
}

/// Words by which a writer does not vouch for the next one.
fn is_doubt(lower: &str) -> bool {
    matches!(
        lower,
        "alleged" | "allegedly" | "purported" | "purportedly" | "reportedly" | "supposedly" | "suspected"
    )
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
