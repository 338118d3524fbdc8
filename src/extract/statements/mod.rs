//! What each sentence says is so, and what it says is not so, in the notions that two articles can be held against each other by.

use std::ops::Range;

use crate::text::{Parse, Span, TokenKind, Upos};

use super::cover::{Cover, Named};
use super::meanings::Meanings;
use super::{Attribution, Lists, Run, Stance, claim};
use denials::Denial;
use words::{Role, Small};

mod denials;
mod negations;
pub(super) mod words;

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

/// A word of a statement that says something of what happens.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Notion {
    /// A number that words for one thing share.
    pub key: u32,
    /// So many bytes behind the first one of its statement it stands; before it where a denial answers a question.
    offset: i16,
    /// How much it tells by itself, from 1 to 100.
    pub weight: u8,
}

impl Notion {
    fn new(key: u32, at: u32, weight: u8, shown: Span) -> Self {
        Self { key, offset: claim::offset(at, shown.start), weight }
    }

    /// The byte at which it stands in its statement; where that is longer than any sentence of news, the last one that it can hold.
    pub fn place(self, statement: &Statement) -> u32 {
        statement.span.start.saturating_add_signed(self.offset.into())
    }
}

/// A sentence, or a part of one, that says that something is so or is not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// Where it stands: the sentence, for a denial its clause.
    pub span: Span,
    /// Whether it says that something is so.
    pub polarity: Polarity,
    /// What it speaks of, in [`Lists::notions`], sorted; of an affirmation without what the sentence negates, supposes or leaves open.
    pub notions: Run,
    /// The keys of the notions that it holds at arm's length, in [`Lists::keys`], sorted: what `allegedly` or `suspected` stands before.
    pub alleged: Run,
    /// The notion that is denied; of an affirmation nothing.
    pub denied: Option<u32>,
    /// Those named in it, in [`Lists::names`], sorted.
    pub names: Run,
    /// Who says so, by index into the reading's attributions.
    pub said: Option<u32>,
    /// Whether a denial tells how things stand when it is told, so that it may be otherwise later: `no arrests have been made`.
    pub lasting: bool,
    /// Whether a denial is the speaker's own or is of all there is, so that little else is to be looked for in what it denies: `we did
    /// not turn away`, `never told anyone`.
    pub sweeping: bool,
    /// Whether a denial is of what is done, or of what there is none of, and not of what something is: `never left the dog`, `no talks`.
    pub pointed: bool,
    /// Whether it tells what somebody claims, or blames or accuses another of.
    pub claims: bool,
    /// The earlier statement of the article that is denied by `that`, `the report` or `a claim`, by index.
    pub of: Option<u32>,
}

/// The statements of an article, in order.
pub fn find(
    parse: &Parse,
    meanings: &Meanings,
    named: &Named,
    attributions: &[Attribution],
    lists: &mut Lists,
) -> Vec<Statement> {
    let cues = Cover::of(parse, attributions.iter().filter_map(|a| a.cue));
    let found = Vec::with_capacity(parse.sentences.len());
    let mut finder =
        Finder { parse, meanings, attributions, named, cues, found, lists, room: Room::default() };
    for sentence in 0..parse.sentences.len() {
        finder.sentence(sentence);
    }
    finder.found
}

/// How much a verb tells at least with its particle, whatever it tells alone.
const PHRASAL: u8 = 50;
/// How much a word of what a speaker was asked about tells at most of what the answer denies.
const ASKED: u8 = 10;

struct Finder<'a> {
    parse: &'a Parse<'a>,
    meanings: &'a Meanings,
    attributions: &'a [Attribution],
    named: &'a Named,
    /// The verbs of saying, which tell who speaks and not what happens.
    cues: Cover,
    found: Vec<Statement>,
    lists: &'a mut Lists,
    room: Room,
}

/// Room for the lists of one statement, used again for the next.
#[derive(Default)]
struct Room {
    notions: Vec<Notion>,
    alleged: Vec<u32>,
    names: Vec<(u32, u32)>,
    left: Vec<usize>,
}

impl Finder<'_> {
    fn sentence(&mut self, index: usize) {
        let parse = self.parse;
        let tokens = parse.sentences[index].tokens.clone();
        if !parse.block_of(index).is_story() || self.asks(&tokens) {
            return;
        }
        let mut denials: Vec<Denial> = Vec::new();
        self.rejections(&tokens, &mut denials);
        let acts = |t: &usize| self.meanings[*t].vocable.acts && parse.tokens[*t].kind == TokenKind::Word;
        let acting = tokens.clone().filter(acts);
        for token in acting {
            match self.meanings[token].vocable.role {
                Some(Role::Verb | Role::TurnsDown) => {
                    let denial = self.relative(token, &tokens).or_else(|| self.plain(token, &tokens));
                    denials.extend(denial.or_else(|| self.of_deed(token, &tokens)));
                }
                Some(Role::Adjective) => denials.extend(self.called_wrong(token, &tokens)),
                _ => match self.small(token) {
                    Some(Small::Pleads) => denials.extend(self.plea(token, &tokens)),
                    Some(Small::Excludes) => denials.extend(self.ruled_out(token, &tokens)),
                    _ => {}
                },
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
        let affirmed = self.affirmation(&tokens, &denials);
        self.found.extend(affirmed);
        for denial in denials {
            let statement = self.denial(denial, index, first);
            // Found by its verb and by who denies, it is one.
            let known = |s: &Statement| {
                self.found[first..].iter().any(|t| t.polarity == s.polarity && t.span == s.span)
            };
            let fresh = statement.filter(|s| s.polarity == Polarity::Affirms || !known(s));
            self.found.extend(fresh);
        }
    }

    /// Whether a sentence asks something, in quotation marks or not.
    fn asks(&self, tokens: &Range<usize>) -> bool {
        let closes = |&t: &usize| matches!(self.parse.lower(t), "\"" | "”" | "'" | "’" | "''");
        tokens.clone().rev().take(3).find(|t| !closes(t)).is_some_and(|t| self.parse.lower(t) == "?")
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

    /// The sense of a verb with the particle behind it: `ran out`.
    fn phrasal(&self, token: usize) -> Option<u32> {
        let parse = self.parse;
        let behind = parse.lower(parse.tokens.get(token + 1).map(|_| token + 1)?);
        let verb = parse.tokens[token].upos == Upos::Verb && words::is_particle(behind);
        if verb { words::phrasal(&parse.lemma(token), behind) } else { None }
    }

    /// The notion of a token: of a word that says something of what happens, outside names.
    fn notion(&self, token: usize) -> Option<u32> {
        if !super::words::is_content(self.parse, token) || self.named.holds(token) {
            return None;
        }
        let unplanned = self.small(token) == Some(Small::Plans) && token > 0 && self.parse.is_no(token - 1);
        if self.parse.is_negation(token) || unplanned {
            return None;
        }
        if let Some(sense) = self.phrasal(token) {
            return Some(sense);
        }
        let role = self.role(token);
        // `They reported a leak` and `no report of a leak` tell something, `the report` stands for it.
        let stands = role == Some(Role::Noun) && self.parse.tokens[token].penn.is_noun();
        let stands = stands && !(token > 0 && self.parse.is_no(token - 1));
        let meaning = &self.meanings[token];
        if let Some(sense) = meaning.vocable.sense.filter(|_| !stands) {
            return Some(sense);
        }
        // Nurses who told the chief of it may have done so; who said it only speaks.
        if self.cues.holds(token) || role.is_some_and(|role| !matches!(role, Role::Verb | Role::TurnsDown)) {
            return None;
        }
        // Classes of predicates stand beside the stems: `deployed` meets `sent`.
        Some(meaning.predicate.map_or(meaning.key, u32::from))
    }

    fn statement(
        &mut self,
        shown: Range<usize>,
        tokens: impl Iterator<Item = usize>,
        polarity: Polarity,
    ) -> Statement {
        let mut room = std::mem::take(&mut self.room);
        let shown = self.parse.span(shown);
        for token in tokens {
            let span = self.parse.tokens[token].span;
            let weight = self.meanings[token].weight;
            let weight = if self.phrasal(token).is_some() { weight.max(PHRASAL) } else { weight };
            room.notions.extend(self.notion(token).map(|key| Notion::new(key, span.start, weight, shown)));
            room.names.extend(self.named.at(token).map(|name| (name, span.start)));
            if self.small(token) == Some(Small::Doubts) {
                let mut behind = token + 1..(token + 3).min(self.parse.tokens.len());
                room.alleged.extend(behind.find_map(|next| self.notion(next)));
            }
        }
        room.notions.sort_unstable();
        room.alleged.sort_unstable();
        room.names.sort_unstable();
        let statement = Statement {
            span: shown,
            polarity,
            notions: self.lists.notions.add(room.notions.drain(..)),
            alleged: self.lists.keys.add(room.alleged.drain(..)),
            denied: None,
            names: self.lists.names.add(room.names.drain(..)),
            said: None,
            lasting: false,
            sweeping: false,
            pointed: false,
            claims: false,
            of: None,
        };
        self.room = room;
        statement
    }

    /// What a sentence says is so, without its denials, what somebody will not say, and what it negates, supposes or leaves open.
    fn affirmation(&mut self, tokens: &Range<usize>, denials: &[Denial]) -> Option<Statement> {
        let parse = self.parse;
        let span = parse.span(tokens.clone());
        let mut left_out: Vec<Range<usize>> = self
            .said_in(span)
            .filter(|(_, a)| a.stance == Stance::Declines)
            .map(|(_, a)| parse.tokens_in(a.span))
            .chain(denials.iter().map(|d| d.shown.clone()))
            .collect();
        let mut at = tokens.start;
        while at < tokens.end {
            let clause = parse.clause_of(at);
            let end = clause.end.max(at + 1);
            left_out.extend(self.not_told(&(at..end), denials));
            at = end;
        }
        let mut left = std::mem::take(&mut self.room.left);
        left.clear();
        left.extend(tokens.clone());
        if !left_out.is_empty() {
            left.retain(|t| left_out.iter().all(|out| !out.contains(t)));
        }
        let claims = left.iter().any(|&t| self.claims(t));
        let statement = self.statement(tokens.clone(), left.iter().copied(), Polarity::Affirms);
        self.room.left = left;
        let said = self.said_in(span).map(|(i, _)| i).next();
        (!statement.notions.is_empty()).then_some(Statement { said, claims, ..statement })
    }

    /// What of a clause is not told as so: all of it where it is negated or supposed, else what stands behind `without`.
    fn not_told(&self, clause: &Range<usize>, denials: &[Denial]) -> Option<Range<usize>> {
        let parse = self.parse;
        let opens = matches!(parse.lower(clause.start), "if" | "unless" | "whether");
        let acts = |t: usize| self.meanings[t].vocable.acts || parse.is_negation(t) || parse.is_no(t);
        if !opens && !clause.clone().any(acts) {
            return None;
        }
        let told_apart = |t: usize| denials.iter().any(|d| d.shown.contains(&t));
        let negated = |t: usize| {
            let vocable = &self.meanings[t].vocable;
            parse.is_negation(t)
                || parse.is_no(t)
                || vocable.small == Some(Small::Nobody)
                // The month of May supposes nothing.
                || vocable.small == Some(Small::Supposes) && !parse.tokens[t].penn.is_noun()
                || vocable.role == Some(Role::Verb)
                || vocable.role == Some(Role::Fails) && t + 1 < clause.end && parse.lower(t + 1) == "to"
        };
        if opens || clause.clone().any(|t| negated(t) && !told_apart(t)) {
            return Some(clause.clone());
        }
        let without = clause.clone().find(|&t| self.small(t) == Some(Small::Without))?;
        let phrase = parse.phrase_of(without + 1).map(|p| parse.phrases[p].tokens.end);
        Some(without..phrase.unwrap_or(clause.end))
    }

    /// Whether a word speaks of somebody's claim or report: `a newspaper reported`, `residents blame`, `the allegation`.
    fn claims(&self, token: usize) -> bool {
        match self.role(token) {
            Some(Role::Accuses) => true,
            Some(Role::Noun) => matches!(self.parse.tokens[token].upos, Upos::Noun | Upos::Verb),
            _ => false,
        }
    }

    fn denial(&mut self, denial: Denial, sentence: usize, first: usize) -> Option<Statement> {
        let of = match denial.antecedent {
            Some(antecedent) => Some(self.antecedent(antecedent, denial.said, sentence, first)?),
            None => None,
        };
        let rejects = denial.polarity == Polarity::Rejects;
        let negated = |t: usize| self.parse.is_negation(t) || self.parse.is_no(t);
        // Who rejects that something is not so says that it is.
        if rejects && of.is_none() && denial.content.clone().any(negated) {
            let upheld = self.statement(denial.shown, denial.content, Polarity::Affirms);
            return Some(Statement { said: denial.said, ..upheld });
        }
        // Who finds no evidence of something has been told of it.
        let evidence = if rejects { None } else { self.behind_evidence(&denial.content) };
        let polarity = if evidence.is_some() { Polarity::Rejects } else { denial.polarity };
        let content = evidence.unwrap_or(denial.content);
        let told = content.clone().filter(|&t| self.notion(t).is_some()).count();
        let asked = if told < denials::SHORT { denial.asked } else { 0..0 };
        let about = denial.about.filter(|t| content.contains(t)).and_then(|t| self.notion(t));
        // Who denies any knowledge of a plan does not deny the plan.
        let first =
            content.clone().find(|&t| self.notion(t).is_some()).filter(|&t| rejects && self.is_known(t));
        let about = about.or_else(|| self.notion(first?));
        let denied = about.or_else(|| self.predicate(content.clone()));
        let mut statement = self.statement(denial.shown, content.chain(asked.clone()), polarity);
        let asked = self.parse.span(asked);
        if !asked.is_empty() {
            let own = &statement.clone();
            let mut notions = self.lists.notions[own.notions].to_vec();
            let beside = |n: &&mut Notion| (asked.start..asked.end).contains(&n.place(own));
            notions.iter_mut().filter(beside).for_each(|n| n.weight = n.weight.min(ASKED));
            statement.notions = self.lists.notions.add(notions);
        }
        if let Some(own) = denial.own {
            let at = statement.span.start;
            let mut names = self.lists.names[statement.names].to_vec();
            names.push((own, at));
            names.sort_unstable();
            statement.names = self.lists.names.add(names);
        }
        (of.is_some() || denied.is_some()).then_some(Statement {
            said: denial.said,
            denied,
            lasting: denial.lasting,
            sweeping: denial.sweeping,
            pointed: denial.pointed,
            of,
            ..statement
        })
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
