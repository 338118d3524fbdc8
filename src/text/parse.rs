//! An article cut into sentences, tokens and phrases: what every reader of claims stands on.
//!
//! A parse lives only while an article is read; what is read keeps spans, not tokens.

use std::ops::Range;

use super::kept::{Kept, Same};
use super::participles::settle;
use super::phrases::chunk;
use super::places::Places;
use super::sentences::split;
use super::tagger::with_tagger;
use super::tokens::tokenise;
use super::verbs::group;
use super::word_classes::WordClass;
use super::{Article, Block, Penn, Span, Upos};

/// What a token is made of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TokenKind {
    /// Letters, also with digits behind or between them (`G7`, `1st`, `1960s`), with inner apostrophes and abbreviation
    /// points (`O'Brien`, `U.S.`, `Sgt.`). Hyphens always stand alone; `n't`, `'s` and `'re` are tokens of their own.
    Word,
    /// Digits with their separators (`11,000`, `2.3`, `12,5`), without sign, unit or magnitude: `2.3bn` is two tokens.
    Number,
    /// A currency sign, `%`, `°`, `+`, `&`, `@`, `=` and the like.
    Symbol,
    /// Everything else: stops, commas, brackets, quotation marks, dashes, hyphens.
    Punct,
}

/// The smallest piece of text that has a part of speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// Its universal part of speech.
    pub upos: Upos,
    /// Its Penn tag.
    pub penn: Penn,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// What the rules for phrases and verb groups ask of its word.
    pub(super) class: WordClass,
}

/// A sentence, or what stands for one in a heading or list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The block that holds it, by index.
    pub block: usize,
}

/// A noun with what stands before it in the same phrase: `about 11,000 North Korean infantry troops`. Base phrases do not
/// nest and do not overlap; `of` and other prepositions separate them. A possessive ends one phrase and opens the next.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NounPhrase {
    /// Its tokens, determiner and numerals included.
    pub tokens: Range<usize>,
    /// The head: the last noun, or the last numeral or pronoun where there is no noun.
    pub head: usize,
    /// The phrase that owns it (`Ukraine's` in `Ukraine's spy chief`), by index.
    pub owner: Option<usize>,
}

/// When a verb group places what it says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Tense {
    /// `killed`, `was killed`, `had been killed`.
    Past,
    /// `has killed`, `have been killed`.
    PresentPerfect,
    /// `kills`, `are being trained`.
    Present,
    /// `will go`, `is going to go`, `is to go`.
    Future,
    /// `to go`, `going`, `killed` without a finite verb.
    NonFinite,
}

/// A verb with its auxiliaries, negation and adverbs: `have not yet been killed`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The main verb.
    pub head: usize,
    /// The time it speaks of.
    pub tense: Tense,
    /// Whether its subject undergoes what it says: `were killed`, `being trained`.
    pub passive: bool,
    /// Whether it is negated: `did not come`, `never came`.
    pub negated: bool,
    /// The modal, where there is one: `could`, `may`, `would`, `should`, `must`, `might`, `can`, `will`, `shall`.
    pub modal: Option<usize>,
}

/// An article with its sentences, tokens and phrases.
#[derive(Clone, Debug)]
pub struct Parse<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its text with ASCII letters in lower case: the same offsets.
    pub lower: String,
    /// All tokens, in order.
    pub tokens: Vec<Token>,
    /// All sentences, in order; furniture has sentences too.
    pub sentences: Vec<Sentence>,
    /// All base noun phrases, in order.
    pub phrases: Vec<NounPhrase>,
    /// All verb groups, in order.
    pub verbs: Vec<VerbGroup>,
    /// All clauses, in order: they cover every sentence without gaps, and none holds more than one finite verb.
    pub clauses: Vec<Range<usize>>,
    /// The tokens that were cut anew; those before and behind were taken over, with all that stands on them.
    pub fresh: Range<usize>,
    /// Where every token stands in all these.
    places: Places,
}

/// What the rules ask of a token that is no word, or whether it is one that begins with a capital; what they ask of a word, the tagger
/// looks up with its hash.
fn class_of(token: &Token, text: &str, lower: &str) -> WordClass {
    if token.kind != TokenKind::Word {
        return WordClass::of(token.span.of(lower));
    }
    let first = text.as_bytes()[token.span.start as usize];
    let capital = match first.is_ascii() {
        true => first.is_ascii_uppercase(),
        false => token.span.of(text).starts_with(char::is_uppercase),
    };
    if capital { WordClass::CAPITAL } else { WordClass::default() }
}

impl<'a> Parse<'a> {
    /// Cuts an article into sentences, tokens and phrases.
    pub fn of(article: &'a Article) -> Self {
        Self::after(article, &Kept::default())
    }

    /// The same, where blocks that the article had before an edit need not be cut again.
    pub fn after(article: &'a Article, kept: &Kept) -> Self {
        let Same { opening, closing } = kept.same(article);
        let fresh = opening..article.blocks.len() - closing;
        let mut parse = Self::empty(article);
        kept.append(0..opening, 0, &mut parse);
        let first = parse.sentences.len();
        parse.cut(fresh.clone());
        let last = parse.sentences.len();
        parse.fresh = kept.tokens_in(&(0..opening)).end..parse.tokens.len();
        kept.append(kept.last_blocks(closing), fresh.end, &mut parse);
        parse.places = Places::of(&parse.tokens, article.text.len());
        parse.places.note(parse.sentences.iter().map(|s| &s.tokens), |place| &mut place.sentence);
        parse.places.note(parse.phrases.iter().map(|p| &p.tokens), |place| &mut place.phrase);
        parse.places.note(parse.verbs.iter().map(|v| &v.tokens), |place| &mut place.verb);
        let mut clauses = Vec::with_capacity(parse.verbs.len());
        kept.append_clauses(&(0..opening), 0, &mut clauses);
        for sentence in &parse.sentences[first..last] {
            parse.cut_clauses(sentence, &mut clauses);
        }
        kept.append_clauses(&kept.last_blocks(closing), parse.fresh.end, &mut clauses);
        parse.clauses = clauses;
        parse.places.note(parse.clauses.iter(), |place| &mut place.clause);
        parse
    }

    fn empty(article: &'a Article) -> Self {
        let bytes = article.text.len();
        Parse {
            article,
            lower: article.text.to_ascii_lowercase(),
            tokens: Vec::with_capacity(bytes / 5),
            sentences: Vec::with_capacity(bytes / 80),
            phrases: Vec::with_capacity(bytes / 15),
            verbs: Vec::with_capacity(bytes / 30),
            clauses: Vec::new(),
            fresh: 0..0,
            places: Places::default(),
        }
    }

    /// Appends the tokens, sentences, phrases and verb groups of some blocks.
    fn cut(&mut self, blocks: Range<usize>) {
        let Parse { article, lower, tokens, sentences, phrases, verbs, .. } = self;
        let first_sentence = sentences.len();
        for block in blocks {
            let first = tokens.len();
            tokenise(article, article.blocks[block].span, tokens);
            tokens[first..].iter_mut().for_each(|t| t.class = class_of(t, &article.text, lower));
            split(article, block, tokens, first, sentences);
        }
        with_tagger(|tagger| {
            for sentence in &sentences[first_sentence..] {
                tagger.tag(&article.text, &mut tokens[sentence.tokens.clone()]);
            }
        });
        for sentence in &sentences[first_sentence..] {
            let first = phrases.len();
            chunk(lower, tokens, sentence, phrases);
            let first_verb = verbs.len();
            group(lower, tokens, sentence, &phrases[first..], verbs);
            settle(lower, tokens, &phrases[first..], &mut verbs[first_verb..]);
        }
    }

    /// A token as printed.
    pub fn word(&self, token: usize) -> &str {
        self.tokens[token].span.of(&self.article.text)
    }

    /// A token with its ASCII letters in lower case.
    pub fn lower(&self, token: usize) -> &str {
        self.tokens[token].span.of(&self.lower)
    }

    /// Whether a token is a word that begins with a capital.
    pub fn is_capital(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|t| t.class.is(WordClass::CAPITAL))
    }

    /// Whether a token is `not` or one of its like.
    pub fn is_negation(&self, token: usize) -> bool {
        self.tokens[token].class.is(WordClass::NEGATION)
    }

    /// Whether a token is `no`.
    pub fn is_no(&self, token: usize) -> bool {
        self.tokens[token].class.is(WordClass::NO)
    }

    /// The span of a run of tokens; empty at the start of the text for an empty run.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|i| self.tokens.get(i))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The first token that ends behind `offset`, by index; the number of tokens where none does.
    pub fn token_from(&self, offset: u32) -> usize {
        self.places.token_from(&self.tokens, offset)
    }

    /// The tokens that overlap `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        self.places.tokens_in(&self.tokens, span)
    }

    /// The sentence that holds a token, by index.
    pub fn sentence_of(&self, token: usize) -> usize {
        (self.places.at(token).sentence as usize).min(self.sentences.len().saturating_sub(1))
    }

    /// The base noun phrase that holds a token, by index.
    pub fn phrase_of(&self, token: usize) -> Option<usize> {
        let i = self.places.at(token).phrase as usize;
        self.phrases.get(i).filter(|p| p.tokens.contains(&token)).map(|_| i)
    }

    /// The verb group that holds a token, by index.
    pub fn verb_of(&self, token: usize) -> Option<usize> {
        let i = self.places.at(token).verb as usize;
        self.verbs.get(i).filter(|v| v.tokens.contains(&token)).map(|_| i)
    }

    /// The verb groups that begin in a run of tokens, by index.
    pub fn verbs_in(&self, tokens: Range<usize>) -> Range<usize> {
        let first = self.verb_from(tokens.start);
        first..self.verb_from(tokens.end).max(first)
    }

    /// The first verb group that begins at a token or behind it, by index.
    pub fn verb_from(&self, token: usize) -> usize {
        let i = self.places.at(token).verb as usize;
        i + usize::from(self.verbs.get(i).is_some_and(|v| v.tokens.start < token))
    }

    /// The clause that holds a token: a stretch of its sentence with at most one finite verb. It opens with its
    /// conjunction or relative pronoun, and ends with its comma, semicolon or dash, where it has one.
    pub fn clause_of(&self, token: usize) -> Range<usize> {
        let i = self.places.at(token).clause as usize;
        self.clauses.get(i).filter(|c| c.contains(&token)).cloned().unwrap_or(token..token)
    }

    /// The block that a sentence stands in.
    pub fn block_of(&self, sentence: usize) -> &Block {
        &self.article.blocks[self.sentences[sentence].block]
    }
}
