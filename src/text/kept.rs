//! What a parse leaves to that of the same article after an edit: the blocks whose words stay as they were need not be cut again.

use std::ops::Range;
use std::sync::Arc;

use super::{Article, BlockKind, NounPhrase, Parse, Sentence, Token, VerbGroup};

/// A parse without its article: what the next parse of an edited text takes over.
#[derive(Default, Debug)]
pub struct Kept {
    article: Option<Arc<Article>>,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    phrases: Vec<NounPhrase>,
    verbs: Vec<VerbGroup>,
    clauses: Vec<Range<usize>>,
}

/// Blocks that an article has had before, at its beginning and at its end.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Same {
    /// How many open both.
    pub opening: usize,
    /// How many of the others close both.
    pub closing: usize,
}

/// How far what stands in some blocks has moved, in tokens.
#[derive(Clone, Copy, Debug)]
struct Shift(isize);

impl Shift {
    fn token(self, token: usize) -> usize {
        token.wrapping_add_signed(self.0)
    }

    fn tokens(self, run: &Range<usize>) -> Range<usize> {
        self.token(run.start)..self.token(run.end)
    }
}

impl Kept {
    /// Takes a parse apart that stands on `article`.
    pub fn of(parse: Parse, article: Arc<Article>) -> Self {
        let Parse { tokens, sentences, phrases, verbs, clauses, .. } = parse;
        Kept { article: Some(article), tokens, sentences, phrases, verbs, clauses }
    }

    /// The blocks of `article` that were cut before. How a block is cut follows from its words, its kind, the character before
    /// it, and whether the article is Markdown.
    pub(super) fn same(&self, article: &Article) -> Same {
        let Some(before) = self.article.as_deref().filter(|b| b.format == article.format) else {
            return Same::default();
        };
        let (old, new) = (&before.blocks, &article.blocks);
        let alike = |(old, new): &(usize, usize)| block(before, *old) == block(article, *new);
        let opening = (0..old.len()).zip(0..new.len()).take_while(alike).count();
        let ends = (opening..old.len()).rev().zip((opening..new.len()).rev());
        Same { opening, closing: ends.take_while(alike).count() }
    }

    /// The blocks that closed the article before.
    pub(super) fn last_blocks(&self, count: usize) -> Range<usize> {
        let all = self.article.as_ref().map_or(0, |a| a.blocks.len());
        all - count..all
    }

    /// The sentences of some blocks.
    fn sentences_in(&self, blocks: &Range<usize>) -> Range<usize> {
        let first = |block: usize| self.sentences.partition_point(|s| s.block < block);
        first(blocks.start)..first(blocks.end)
    }

    /// The tokens of some blocks.
    pub(super) fn tokens_in(&self, blocks: &Range<usize>) -> Range<usize> {
        let sentences = self.sentences_in(blocks);
        let first =
            |sentence: usize| self.sentences.get(sentence).map_or(self.tokens.len(), |s| s.tokens.start);
        first(sentences.start)..first(sentences.end)
    }

    /// Appends what was found in `blocks` to a parse, in which the first of them is block number `to`.
    pub(super) fn append(&self, blocks: Range<usize>, to: usize, parse: &mut Parse) {
        let Some(before) = self.article.as_deref() else { return };
        let tokens = self.tokens_in(&blocks);
        let shift = Shift(parse.tokens.len() as isize - tokens.start as isize);
        for sentence in &self.sentences[self.sentences_in(&blocks)] {
            let block = sentence.block - blocks.start + to;
            let by =
                parse.article.blocks[block].span.start.wrapping_sub(before.blocks[sentence.block].span.start);
            let moved = |token: &Token| Token { span: token.span.moved(by), ..*token };
            parse.tokens.extend(self.tokens[sentence.tokens.clone()].iter().map(moved));
            let span = sentence.span.moved(by);
            parse.sentences.push(Sentence { span, tokens: shift.tokens(&sentence.tokens), block });
        }
        let phrases = within(&self.phrases, &tokens, |phrase| &phrase.tokens);
        let own = parse.phrases.len().wrapping_sub(phrases.start);
        parse.phrases.extend(self.phrases[phrases].iter().map(|phrase| NounPhrase {
            tokens: shift.tokens(&phrase.tokens),
            head: shift.token(phrase.head),
            owner: phrase.owner.map(|owner| owner.wrapping_add(own)),
        }));
        let verbs = within(&self.verbs, &tokens, |verb| &verb.tokens);
        parse.verbs.extend(self.verbs[verbs].iter().map(|verb| VerbGroup {
            tokens: shift.tokens(&verb.tokens),
            head: shift.token(verb.head),
            modal: verb.modal.map(|modal| shift.token(modal)),
            ..*verb
        }));
    }

    /// Appends the clauses of `blocks`, whose tokens have been appended from number `first` on.
    pub(super) fn append_clauses(&self, blocks: &Range<usize>, first: usize, out: &mut Vec<Range<usize>>) {
        let tokens = self.tokens_in(blocks);
        let shift = Shift(first as isize - tokens.start as isize);
        let clauses = within(&self.clauses, &tokens, |clause| clause);
        out.extend(self.clauses[clauses].iter().map(|clause| shift.tokens(clause)));
    }
}

/// All on which the tokens, sentences and phrases of a block depend.
fn block(article: &Article, at: usize) -> (&str, bool, Option<char>) {
    let block = &article.blocks[at];
    let before = article.text[..block.span.start as usize].chars().next_back();
    (block.span.of(&article.text), block.kind == BlockKind::TableRow, before)
}

/// Those of some runs of tokens, in order, that begin in `tokens`.
fn within<T>(all: &[T], tokens: &Range<usize>, run: impl Fn(&T) -> &Range<usize>) -> Range<usize> {
    let first = |token: usize| all.partition_point(|item| run(item).start < token);
    first(tokens.start)..first(tokens.end)
}

#[cfg(test)]
mod tests;
