//! Figures that lean on others: `2,600 of them`, `another 40`, `from 9.4`, `($886 million)`, `6,000 each`.

use crate::extract::{Leaning, Unit};
use crate::text::{Parse, Penn};

use super::numerals::Kind;
use super::{Draft, change, nouns};

/// How many sentences back a figure may lean.
pub(super) const REACH: usize = 3;

/// Settles, in order, what bare figures count and how each figure leans on an earlier one.
pub(super) fn settle(parse: &Parse, drafts: &mut [Draft]) {
    for i in 0..drafts.len() {
        let (earlier, rest) = drafts.split_at_mut(i);
        let Some((draft, later)) = rest.split_first_mut() else { continue };
        let view = View { parse, earlier };
        view.settle(draft, later.first());
    }
}

/// The figures before one, in their text.
pub(super) struct View<'p, 'a> {
    pub(super) parse: &'p Parse<'a>,
    pub(super) earlier: &'p [Draft],
}

impl<'p> View<'p, '_> {
    fn settle(&self, draft: &mut Draft, next: Option<&Draft>) {
        let cardinal = draft.amount.kind == Kind::Cardinal;
        if cardinal && !self.of_parent(draft) && draft.amount.unit.is_none() {
            self.ellipsis(draft, next);
        }
        if draft.leaning.is_none() {
            draft.leaning = self.leaning(draft);
        }
        if draft.amount.kind == Kind::Share && draft.counted.is_none() && draft.head.is_none() {
            self.share_of_them(draft);
        }
    }

    pub(super) fn lower(&self, token: usize) -> &str {
        self.parse.tokens.get(token).map_or("", |_| self.parse.lower(token))
    }

    pub(super) fn before(&self, draft: &Draft) -> &str {
        let first = self.parse.sentences[draft.sentence].tokens.start;
        let start = draft.start();
        if start > first { self.lower(start - 1) } else { "" }
    }

    /// The earlier figures of a sentence, nearest first.
    fn same_sentence(&self, sentence: usize) -> impl Iterator<Item = (usize, &'p Draft)> + use<'p> {
        self.earlier.iter().enumerate().rev().take_while(move |(_, d)| d.sentence == sentence)
    }

    /// Finds the unit of a bare number, in the order in which readers look: its own words, a bracket, a change, its sentence, the text.
    fn ellipsis(&self, draft: &mut Draft, next: Option<&Draft>) {
        let known = self.in_brackets(draft)
            || self.age(draft)
            || self.vote(draft, next)
            || self.behind_of(draft)
            || self.changed(draft, next)
            || self.of_them(draft)
            || self.by_words(draft);
        if known {
            return;
        }
        if self.in_foreign_bracket(draft) || self.sum_without_name(draft) || self.in_line(draft) {
            return;
        }
        // What stands alone in brackets, a minute, a seed, a note, says nothing of what sentences further off count.
        let near = self.earlier.last().is_some_and(|d| draft.sentence - d.sentence <= 1 && counts_things(d));
        if self.before(draft) == "(" && self.lower(draft.amount.tokens.end) == ")" && !near {
            return;
        }
        self.lean_on_text(draft);
    }

    /// `SEK 8,420 million (7,940)`: unit and magnitude of the figure before the bracket.
    fn in_brackets(&self, draft: &mut Draft) -> bool {
        let Some((i, last)) = self.same_sentence(draft.sentence).next() else { return false };
        let bracketed = self.before(draft) == "(" && self.lower(draft.amount.tokens.end) == ")";
        let gap = draft.start().saturating_sub(last.end());
        if !bracketed || gap > 4 || last.amount.unit.is_none() {
            return false;
        }
        inherit(draft, last);
        rescale(draft, last);
        draft.leaning = Some(Leaning::Formerly(i as u32));
        true
    }

    /// `aged 19 and 22`, `18 going on 30`, `the retirement age to 67 from 65`: ages that the words before make such.
    fn age(&self, draft: &mut Draft) -> bool {
        let start = draft.start();
        if draft.counted.is_some() || draft.amount.value.hi > 125.0 {
            return false;
        }
        let years = |d: &Draft| matches!(d.amount.unit, Some(Unit::Measure("year")));
        let last = self.same_sentence(draft.sentence).next().filter(|(_, d)| years(d)).map(|(_, d)| d.end());
        let between = last.map(|end| (end..start).map(|t| self.lower(t)).collect::<Vec<_>>());
        let listed = between
            .is_some_and(|words| matches!(words[..], ["and" | "or" | "from" | "to"] | ["going", "on"]));
        let first = self.parse.sentences[draft.sentence].tokens.start;
        let named = start >= first + 2
            && matches!(self.lower(start - 1), "to" | "from" | "at" | "of" | "is")
            && self.lower(start - 2) == "age";
        if listed || named {
            draft.amount.unit = Some(Unit::Measure("year"));
        }
        listed || named
    }

    /// `voted 5-2`, `passed it 61-38`, `a vote of 86 to 14`: both numbers count votes.
    fn vote(&self, draft: &mut Draft, next: Option<&Draft>) -> bool {
        let (start, end) = (draft.start(), draft.amount.tokens.end);
        if draft.counted.is_some() || start == self.parse.sentences[draft.sentence].tokens.start {
            return false;
        }
        let leads = draft.division
            && next.is_some_and(|n| {
                n.start() == end + 1 && n.amount.unit.is_none() && n.sentence == draft.sentence
            });
        let follows = self.same_sentence(draft.sentence).next().is_some_and(|(_, d)| {
            d.division && d.amount.tokens.end + 1 == start && d.head.as_deref() == Some("vote")
        });
        (leads || follows) && kind(draft, "votes")
    }

    /// The noun before the `of`, or `-of-`, before a figure.
    fn noun_before_of(&self, draft: &Draft) -> Option<usize> {
        let first = self.parse.sentences[draft.sentence].tokens.start;
        let back = |t: usize| t.checked_sub(1 + usize::from(t > 0 && self.lower(t - 1) == "-"));
        let of = back(draft.start()).filter(|&t| t > first && self.lower(t) == "of")?;
        back(of).filter(|&t| t >= first)
    }

    /// `a father of two`: the children; the noun behind, if any, tells no more than another name for the parent.
    fn of_parent(&self, draft: &mut Draft) -> bool {
        let children = matches!(draft.amount.unit, None | Some(Unit::Count(_)))
            && self.noun_before_of(draft).is_some_and(|t| nouns::is_parent(self.lower(t)));
        if children {
            draft.counted = None;
            kind(draft, "children");
        }
        children
    }

    /// `a crowd of several thousand`, `Her farm was one of six`: the noun before `of` tells what is counted.
    fn behind_of(&self, draft: &mut Draft) -> bool {
        let Some(noun) = self.noun_before_of(draft).filter(|_| draft.counted.is_none()) else { return false };
        let word = self.lower(noun);
        if nouns::is_body_of_people(word) {
            return person(draft, "people");
        }
        word == "one" && self.fellow(draft, self.parse.sentences[draft.sentence].tokens.start..noun)
    }

    /// `The march was one of six`: what the subject is.
    fn fellow(&self, draft: &mut Draft, before: std::ops::Range<usize>) -> bool {
        let verb = before.end.wrapping_sub(1);
        if !before.contains(&verb)
            || !matches!(self.lower(verb), "is" | "was" | "be" | "been" | "becomes" | "became")
        {
            return false;
        }
        let subject = before.start..verb;
        let Some(noun) = subject.rev().find(|&t| self.parse.tokens[t].penn.is_noun()) else { return false };
        let word = self.lower(noun);
        match self.parse.tokens[noun].penn {
            Penn::Nn => kind(draft, word),
            _ => false,
        }
    }

    /// `7.3 per cent, from 9.4`, `up 3 percent to 9`, `from 30 to 45 miles`, `6 percent; they would have risen by 9`.
    fn changed(&self, draft: &mut Draft, next: Option<&Draft>) -> bool {
        let before = self.before(draft);
        if draft.counted.is_some() {
            return false;
        }
        // `a 3-2 vote`: both sides are votes.
        if let Some(other) =
            next.filter(|n| n.start() == draft.amount.tokens.end + 1 && n.sentence == draft.sentence)
            && self.lower(draft.amount.tokens.end) == "-"
            && other.amount.unit.is_some()
        {
            inherit(draft, other);
            return true;
        }
        if before == "from"
            && let Some(to) = next.filter(|n| n.sentence == draft.sentence && n.amount.unit.is_some())
            && self.lower(draft.amount.tokens.end) == "to"
            && to.start() <= draft.amount.tokens.end + 2
        {
            inherit(draft, to);
            return true;
        }
        if !matches!(
            before,
            "from" | "to" | "by" | "at" | "of" | "than" | "below" | "above" | "with" | "against"
        ) {
            return false;
        }
        let measured = self
            .same_sentence(draft.sentence)
            .find(|(_, d)| d.is_measured() && !matches!(d.leaning, Some(Leaning::Converts(_))));
        let Some((i, last)) = measured.filter(|(_, d)| !is_time(d) && plausible_pair(draft, d)) else {
            return before == "by" && self.changed_before(draft);
        };
        inherit(draft, last);
        if before == "from" {
            draft.leaning = Some(Leaning::Formerly(i as u32));
        }
        true
    }

    /// `Exports rose by 12 per cent. Imports fell by 3.`
    fn changed_before(&self, draft: &mut Draft) -> bool {
        let near = self
            .earlier
            .last()
            .filter(|d| draft.sentence - d.sentence <= 1 && matches!(d.amount.unit, Some(Unit::Percent)));
        let first = self.parse.sentences[draft.sentence].tokens.start;
        let verb = (first..draft.start()).any(|t| change::is_change(self.lower(t)));
        match near.filter(|_| verb) {
            Some(last) => {
                inherit(draft, last);
                true
            }
            None => false,
        }
    }

    /// `2,600 of them`, `four of whom`: the kind of the figure they lean on.
    fn of_them(&self, draft: &mut Draft) -> bool {
        let end = draft.amount.tokens.end;
        let pronoun =
            matches!(self.lower(end + 1), "them" | "whom" | "these" | "those" | "which" | "us" | "you");
        if self.lower(end) != "of" || !pronoun {
            return false;
        }
        if matches!(self.lower(end + 1), "us" | "you" | "whom") {
            draft.amount.unit = Some(Unit::Person);
            draft.head = Some("person".into());
        }
        let lo = draft.amount.value.lo;
        let here = |d: &Draft| d.sentence == draft.sentence && is_stuff(d) && d.amount.value.hi >= lo;
        let larger = self
            .near(draft.sentence)
            .find(|(_, d)| counts_things(d) && d.amount.value.hi >= lo || is_part_of_things(d) || here(d));
        if let Some((i, base)) = larger {
            if is_part_of_things(base) {
                draft.of = base.of.clone();
                draft.head = base.head.clone();
                draft.amount.unit = base.head.as_deref().map(super::unit_of);
            } else if draft.amount.unit.is_none() || matches!(base.amount.unit, Some(Unit::Person)) {
                inherit(draft, base);
            }
            draft.leaning = Some(Leaning::PartOf(i as u32));
        }
        true
    }

    /// Half of them, a third of whom.
    fn share_of_them(&self, draft: &mut Draft) {
        let end = draft.amount.tokens.end;
        if self.lower(end) == "of"
            && matches!(self.lower(end + 1), "them" | "whom" | "these" | "those" | "which" | "that")
            && let Some((i, base)) = self
                .near(draft.sentence)
                .find(|(_, d)| d.amount.unit.is_some() && d.amount.kind == Kind::Cardinal && !is_time(d))
        {
            draft.of = base.of.clone();
            draft.head = base.head.clone();
            draft.leaning = Some(Leaning::PartOf(i as u32));
        }
    }

    /// Earlier figures within reach, nearest first.
    fn near(&self, sentence: usize) -> impl Iterator<Item = (usize, &'p Draft)> + use<'p> {
        self.earlier
            .iter()
            .enumerate()
            .rev()
            .take_while(move |(_, d)| sentence - d.sentence <= REACH)
            .take(12)
    }

    /// The words of the sentence that tell people from things: `killing 11`, `31 were missing`, `Killed: 31`, `a toll of 14`.
    fn by_words(&self, draft: &mut Draft) -> bool {
        if draft.counted.is_some() {
            return false;
        }
        let tokens = &self.parse.sentences[draft.sentence].tokens;
        let start = draft.start();
        let before = if start > tokens.start { start - 1 } else { start };
        if start > tokens.start && nouns::makes_state(self.lower(before)) {
            return person(draft, self.lower(before));
        }
        if self.lower(before) == ":" && before > tokens.start {
            let label = before - 1;
            let word = self.lower(label);
            if nouns::is_state(word) {
                return person(draft, word);
            }
            if nouns::is_body_of_people(word) {
                return person(draft, "people");
            }
            let plural = matches!(self.parse.tokens[label].penn, Penn::Nns | Penn::Nnps)
                || *nouns::singular(word) != *word;
            if plural && before - tokens.start <= 4 {
                return kind(draft, word);
            }
        }
        let after = draft.amount.tokens.end;
        let verb = self
            .parse
            .tokens
            .get(after)
            .is_some_and(|t| after < tokens.end && (t.penn.is_finite() || t.penn == Penn::Vbn));
        let near =
            (after..(after + 5).min(tokens.end)).take_while(|&t| !matches!(self.lower(t), "," | ";" | "and"));
        if verb && let Some(state) = near.into_iter().find(|&t| nouns::is_state(self.lower(t))) {
            let word = self.lower(state);
            return person(draft, word);
        }
        let before = tokens.start.max(start.saturating_sub(25))..start;
        self.by_subject(draft, before.clone()) || self.by_changed_subject(draft, before)
    }

    /// `16 in Vorbë, seven in Lugaj and four in Kallmet`: the kind of the figure before it in the sentence.
    fn in_line(&self, draft: &mut Draft) -> bool {
        let linked = self
            .same_sentence(draft.sentence)
            .find(|(_, d)| d.amount.unit.is_some() && !is_time(d) && plausible_pair(draft, d));
        let more = matches!(self.lower(draft.amount.tokens.end), "more" | "others" | "less");
        let Some((i, last)) = linked else { return false };
        if last.is_measured() && !more && !self.parallel(draft, last) {
            return false;
        }
        inherit(draft, last);
        if more || self.before(draft) == "another" {
            draft.leaning = Some(Leaning::Besides(i as u32));
        }
        true
    }

    /// Whether two figures stand in one list: the same preposition behind both, or only a comma or `and` between.
    fn parallel(&self, draft: &Draft, last: &Draft) -> bool {
        let (a, b) = (self.lower(last.end()), self.lower(draft.end()));
        let close = draft.start().saturating_sub(last.end()) <= 6;
        close && (a == b || matches!(self.before(draft), "," | "and" | "or"))
    }

    /// The kind of the figure that printed the same number, else of the nearest one that counts things.
    fn lean_on_text(&self, draft: &mut Draft) {
        if self.lower(draft.amount.tokens.end) == "others" && self.person_before(draft) {
            person(draft, "others");
            return;
        }
        let value = draft.amount.value;
        let same = self
            .far(draft.sentence)
            .find(|(_, d)| counts_things(d) && d.amount.value == value && value.lo > 12.0);
        let nearest = || self.near(draft.sentence).find(|(_, d)| counts_things(d) && !d.amount.tied);
        let larger =
            || self.far(draft.sentence).find(|(_, d)| counts_things(d) && d.amount.value.lo >= value.lo);
        if let Some((i, last)) = same.or_else(nearest).or_else(larger) {
            inherit(draft, last);
            if self.before(draft) == "another" || self.lower(draft.amount.tokens.end) == "others" {
                draft.leaning = Some(Leaning::Besides(i as u32));
            }
        }
    }

    /// Whether the sentence has named people by a common noun before: `A driver died and nine others were hurt`.
    fn person_before(&self, draft: &Draft) -> bool {
        let first = self.parse.sentences[draft.sentence].tokens.start;
        (first..draft.start()).any(|t| {
            matches!(self.parse.tokens[t].penn, Penn::Nn | Penn::Nns)
                && nouns::is_listed(&nouns::singular(self.lower(t)))
        })
    }

    /// Earlier figures of the article, nearest first, as far back as a reader remembers.
    fn far(&self, sentence: usize) -> impl Iterator<Item = (usize, &'p Draft)> + use<'p> {
        self.earlier
            .iter()
            .enumerate()
            .rev()
            .take_while(move |(_, d)| sentence - d.sentence <= 4 * REACH)
            .take(40)
    }

    /// Whether a figure is set beside the one before it as the same amount: in a bracket, behind *or* or an equals sign, or between
    /// commas. `50 metres, three feet above the water` are two lengths, and of `(30 to 45 euros)` no end is the amount.
    fn is_beside(&self, draft: &Draft, before: &str) -> bool {
        let after = self.lower(draft.amount.tokens.end);
        match before {
            "(" | "or" | "=" | "[" => !matches!(after, "to" | "-" | "–" | "and"),
            "," => !after.starts_with(char::is_alphanumeric),
            _ => false,
        }
    }

    /// The figure that is printed again in another unit behind `last`: in `8ft by 5ft (2.4m by 1.5m)` the first of the two sides.
    /// Nothing is told where the bracket stands behind the end of a range.
    fn converted(&self, i: usize, last: &Draft) -> Option<u32> {
        let before = last.start().checked_sub(1).map_or("", |t| self.lower(t));
        let other = i.checked_sub(1).and_then(|first| self.earlier.get(first)).filter(|first| {
            let alike = first.amount.unit.is_none() || first.amount.unit == last.amount.unit;
            first.sentence == last.sentence && alike && last.start().saturating_sub(first.end()) <= 1
        });
        match (before, other) {
            ("x" | "×" | "by", Some(_)) => Some(i as u32 - 1),
            ("to" | "and" | "-" | "–", Some(_)) => None,
            _ => Some(i as u32),
        }
    }

    /// How a figure with a known unit leans on the one before it.
    fn leaning(&self, draft: &Draft) -> Option<Leaning> {
        let (i, last) = self.same_sentence(draft.sentence).next()?;
        let index = i as u32;
        let gap = draft.start().saturating_sub(last.amount.tokens.end);
        let before = self.before(draft);
        let (a, b) = (last.amount.unit.as_ref()?, draft.amount.unit.as_ref()?);
        if converts(a, b) && gap <= 3 && self.is_beside(draft, before) {
            return self.converted(i, last).map(Leaning::Converts);
        }
        if a == b && before == "from" && gap <= 12 {
            return Some(Leaning::Formerly(index));
        }
        if a == b && before == "another" {
            return Some(Leaning::Besides(index));
        }
        let each =
            (draft.amount.tokens.end..draft.end() + 2).any(|t| matches!(self.lower(t), "each" | "apiece"));
        if each
            || before == "of"
                && gap <= 3
                && counts_things(last)
                && counts_things(draft)
                && draft.amount.value.lo > last.amount.value.lo
        {
            return Some(Leaning::EachOf(index));
        }
        let among = matches!(before, "including" | "among") || draft.counted.as_ref().is_some_and(|c| c.part);
        (among && a == b && last.amount.value.hi >= draft.amount.value.lo).then_some(Leaning::PartOf(index))
    }
}

/// Whether two units measure the same in another unit: two currencies, kilometres and miles.
fn converts(a: &Unit, b: &Unit) -> bool {
    match (a, b) {
        (Unit::Money(a), Unit::Money(b)) => a != b,
        (Unit::Measure(x), Unit::Measure(y)) => x != y && !a.is_time() && !b.is_time(),
        _ => false,
    }
}

fn is_time(draft: &Draft) -> bool {
    draft
        .amount
        .unit
        .as_ref()
        .is_some_and(|unit| unit.is_time() || matches!(unit, Unit::Measure("storey" | "magnitude")))
}

fn counts_things(draft: &Draft) -> bool {
    matches!(draft.amount.unit, Some(Unit::Person | Unit::Count(_)))
}

/// Whether a figure measures land, goods or the like, of which parts can be spoken of as `them`.
fn is_stuff(draft: &Draft) -> bool {
    matches!(draft.amount.unit, Some(Unit::Measure(_))) && !is_time(draft)
}

/// Whether a figure is a percentage of things that can be counted: `60 percent of the ferries`.
fn is_part_of_things(draft: &Draft) -> bool {
    matches!(draft.amount.unit, Some(Unit::Percent)) && draft.head.is_some()
}

/// Whether a bare number can be of the unit of another figure: a percentage is no million.
fn plausible_pair(bare: &Draft, full: &Draft) -> bool {
    match full.amount.unit {
        Some(Unit::Percent | Unit::PercentagePoint) => {
            bare.amount.scale == 1.0 && bare.amount.value.hi <= 1000.0
        }
        Some(Unit::Money(_)) => bare.amount.digits || bare.amount.scale > 1.0,
        _ => true,
    }
}

/// Gives a bare figure the unit of another one, resolved in `settle`'s order so that the other's is known.
fn inherit(draft: &mut Draft, from: &Draft) {
    draft.amount.unit = from.amount.unit.clone();
    draft.head = from.head.clone();
    draft.of = from.of.clone();
}

/// A number in brackets is printed in the magnitude of the one before them.
fn rescale(draft: &mut Draft, from: &Draft) {
    let scale = from.amount.scale * from.amount.factor;
    if draft.amount.scale == 1.0 && scale != 1.0 && scale.is_finite() {
        let v = &mut draft.amount.value;
        (v.lo, v.hi, v.place) = (v.lo * scale, v.hi * scale, v.place.max(1.0) * scale);
        draft.amount.scale = scale;
    }
}

pub(super) fn person(draft: &mut Draft, head: &str) -> bool {
    draft.amount.unit = Some(Unit::Person);
    draft.head = Some(head.into());
    draft.of = Some(head.into());
    true
}

pub(super) fn kind(draft: &mut Draft, noun: &str) -> bool {
    let singular = nouns::singular(noun);
    draft.amount.unit = Some(super::unit_of(&singular));
    draft.of = Some(noun.into());
    draft.head = Some(singular.into());
    true
}
