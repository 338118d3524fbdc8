//! Runs of capitalised words cut into names: titles and what stands before them are taken off.

use std::ops::Range;

use crate::extract::figures::is_person_noun;
use crate::extract::meanings::weight;
use crate::extract::words::RARE;
use crate::text::TokenKind;

use super::lexicon::Class;
use super::places;
use super::spot::{Run, Spotted};
use super::words::is_acronym;

impl Run<'_, '_> {
    /// Cuts a run at its titles and pushes the names in it.
    pub fn cut(&self, run: Range<usize>, found: &mut Vec<Spotted>) {
        let words = self.words;
        let last = words.class(run.end - 1);
        let title =
            run.clone().rev().find(|&i| words.class(i).is(Class::TITLE) && self.can_be_title(&run, i));
        let Some(title) = title else {
            return self.push(run, None, found);
        };
        let mut from = title;
        while from > run.start
            && words.class(from - 1).is(Class::MODIFIER.or(Class::TITLE).or(Class::DEMONYM))
            && !self.ends_borough(&run, from - 1)
        {
            from -= 1;
        }
        let right = title + 1..run.end;
        let named = right.len() > 1 && words.class(right.start).is(Class::FIRST);
        if last.is(Class::HEAD) && !right.is_empty() && !named && right.len() != 1 {
            return self.push(run, None, found);
        }
        if from > run.start {
            self.push(run.start..from, None, found);
        }
        if !right.is_empty() {
            self.push(right, Some(from..title + 1), found);
        }
    }

    /// Whether the word at `i` ends the name of a county or town whose officer follows: `Elko County Sheriff Ann Moss`.
    fn ends_borough(&self, run: &Range<usize>, i: usize) -> bool {
        let words = self.words;
        let general = Class::MODIFIER.or(Class::TITLE).or(Class::DEMONYM);
        matches!(words.parse.lower(i), "county" | "parish" | "city" | "township" | "borough" | "town")
            && i > run.start
            && !words.class(i - 1).is(general)
            && words.gazetteer_end(i - 1, i).is_none()
    }

    /// Whether the title word at `i` is used as a title, not as a part of a name: `Stephen King`, `Justice Department`.
    fn can_be_title(&self, run: &Range<usize>, i: usize) -> bool {
        let words = self.words;
        // “DR Congo”, “Prince Edward Island”
        if words.gazetteer_end(i, run.end).is_some_and(|end| end > i + 1) {
            return false;
        }
        let first = words.class(run.start);
        if i + 1 == run.end {
            return !(i > run.start && first.is(Class::FIRST) && run.len() <= 3);
        }
        // No thing's name opens with a form of address: `Mr Hill`, `Sgt. Park`.
        if words.class(i).is(Class::ADDRESS) {
            return true;
        }
        let next = words.class(i + 1);
        let head = words.class(run.end - 1).is(Class::HEAD);
        !(matches!(words.parse.lower(i + 1), "of" | "for" | "-" | "'s" | "’s")
            || head && !next.is(Class::FIRST) && run.end - i <= 3)
    }

    /// Pushes a name, cut free of words at its ends that do not belong to it.
    fn push(&self, mut run: Range<usize>, mut title: Option<Range<usize>>, found: &mut Vec<Spotted>) {
        let words = self.words;
        if let Some(post) = self.post(&run) {
            let ordinary =
                |i: usize| words.class(i).is(Class::MODIFIER.or(Class::SUBJECT).or(Class::ORG_HEAD));
            let Some(start) = run.clone().find(|&i| !ordinary(i)) else { return };
            if start > run.start {
                run.start = start;
                title = Some(post..start);
            }
        }
        // “Teenager Kofi Owusu”: what somebody is, in capitals at the head of a sentence, is no part of the name.
        if run.len() > 2
            && title.is_none()
            && words.class(run.start + 1).is(Class::FIRST)
            && !words.class(run.start).is(Class::FIRST)
            && is_person_noun(words.parse.lower(run.start))
        {
            title = Some(run.start..run.start + 1);
            run.start += 1;
        }
        // “Kenyan Eliud Kipchoge”: the people is no part of the person's name.
        let plain = |i: usize| !words.class(i).is(Class::HEAD.or(Class::SUBJECT));
        while run.len() > 1
            && words.class(run.start).is(Class::DEMONYM)
            && (words.class(run.start + 1).is(Class::FIRST)
                || run.len() == 3
                    && plain(run.start + 1)
                    && plain(run.start + 2)
                    && weight(words.parse.lower(run.end - 1)) == RARE)
        {
            run.start += 1;
        }
        let loose = |i: usize| {
            words.class(i).is(Class::CALENDAR) && words.is_capital(i) && !words.is_surname_month(i)
                || !matches!(words.parse.tokens[i].kind, TokenKind::Word | TokenKind::Number)
        };
        while run.len() > 1
            && loose(run.end - 1)
            && words.parse.tokens[run.end - 1].kind != TokenKind::Number
            && !matches!(words.parse.word(run.end - 1), "'s" | "’s")
        {
            run.end -= 1;
        }
        // “UK RAF”: the country is a name of its own.
        if run.len() > 1
            && let Some(end) = words.gazetteer_end(run.start, run.end).filter(|&end| end + 1 == run.end)
            && (words.class(end).is(Class::NOT_ALONE) || is_acronym(words.parse.word(end)))
        {
            found.push(Spotted::new(run.start..end, None));
            run.start = end;
        }
        let text = words.text(run.clone());
        let gazetteer = words.place(run.clone()).is_some();
        if places::is_demonym(&text) {
            return;
        }
        let alone = |i: usize| {
            words.class(i).is(Class::NOT_ALONE.or(Class::DEMONYM).or(Class::CALENDAR).or(Class::OPENER))
        };
        let addressed = title.as_ref().is_some_and(|t| words.class(t.end - 1).is(Class::ADDRESS));
        let bare_title = run.len() == 1 && title.is_none() && self.is_bare_title(run.start);
        if run.is_empty() || !gazetteer && (run.clone().all(alone) && !addressed || bare_title) {
            return;
        }
        found.push(Spotted::new(run, title));
    }

    fn is_bare_title(&self, i: usize) -> bool {
        let class = self.words.class(i);
        let word = self.words.parse.word(i);
        class.is(Class::TITLE.or(Class::MODIFIER)) && !class.is(Class::FIRST) || word.chars().count() == 1
    }

    /// The title before `of` before the run: `Secretary` before `State` and `State Dana Cole`.
    fn post(&self, run: &Range<usize>) -> Option<usize> {
        let words = self.words;
        let the = usize::from(run.start > 0 && words.parse.lower(run.start - 1) == "the");
        let of = run.start.checked_sub(1 + the).filter(|&of| words.parse.lower(of) == "of")?;
        of.checked_sub(1).filter(|&i| words.is_capital(i) && words.class(i).is(Class::TITLE))
    }
}
