//! What a bare figure counts, by the subject of its sentence or by the sums around it: `the toll rose to 31`, `746 million a year earlier`.

use crate::extract::{Leaning, Unit};
use crate::text::Penn;

use super::leaning::{REACH, View, kind, person};
use super::tallies::{self, Tally};
use super::{Draft, change, nouns};

/// Whether a plural tells how long: `Two weeks later it had grown to 1,700`.
fn is_span_of_time(lower: &str) -> bool {
    matches!(
        lower,
        "seconds" | "minutes" | "hours" | "days" | "nights" | "weeks" | "months" | "years" | "decades"
    )
}

impl View<'_, '_> {
    /// `Measles cases in the north rose to 212`: the plural subject of a verb of change.
    pub(super) fn by_changed_subject(&self, draft: &mut Draft, before: std::ops::Range<usize>) -> bool {
        let verb = before.end.saturating_sub(2);
        if !before.contains(&verb) || self.lower(verb + 1) != "to" || !change::is_change(self.lower(verb)) {
            return false;
        }
        let first = self.parse.tokens[before.start..verb].iter().position(|t| t.penn == Penn::Nns);
        let Some(first) = first.filter(|_| draft.amount.scale == 1.0) else { return false };
        let mut noun = before.start + first;
        while noun + 1 < verb && self.parse.tokens[noun + 1].penn.is_noun() {
            noun += 1;
        }
        !is_span_of_time(self.lower(noun)) && kind(draft, self.lower(noun))
    }

    /// `the number of people killed has climbed to 31`, `the death toll stood at 14`.
    pub(super) fn by_subject(&self, draft: &mut Draft, tokens: std::ops::Range<usize>) -> bool {
        for t in tokens.rev() {
            match self.lower(t) {
                "toll" | "tally" => return person(draft, "death"),
                "headcount" | "workforce" => return person(draft, "employee"),
                "number" | "total" | "count" if self.lower(t + 1) == "of" => {
                    let mut at = t + 2;
                    while self
                        .parse
                        .tokens
                        .get(at)
                        .is_some_and(|t| matches!(t.penn, Penn::Dt | Penn::PrpS | Penn::Jj | Penn::Vbn))
                    {
                        if nouns::is_state(self.lower(at)) {
                            return person(draft, self.lower(at));
                        }
                        at += 1;
                    }
                    let noun = |at: usize| self.parse.tokens.get(at).is_some_and(|t| t.penn.is_noun());
                    while noun(at) && noun(at + 1) {
                        at += 1;
                    }
                    return noun(at) && kind(draft, self.lower(at));
                }
                _ => {}
            }
        }
        false
    }

    /// `746 million a year earlier`: a sum without its currency in an article about sums.
    pub(super) fn sum_without_name(&self, draft: &mut Draft) -> bool {
        if draft.counted.as_ref().is_some_and(|c| self.parse.tokens[c.head].penn == Penn::Nns)
            || draft.amount.scale < 1e6
        {
            return false;
        }
        let sum = |d: &&Draft| {
            matches!(d.amount.unit, Some(Unit::Money(_))) && !matches!(d.leaning, Some(Leaning::Converts(_)))
        };
        if self.is_level_of_things(draft) {
            return true;
        }
        let near = self.earlier.iter().rev().take_while(|d| draft.sentence - d.sentence <= REACH);
        match near.take(40).find(sum) {
            Some(last) => {
                draft.amount.unit = last.amount.unit.clone();
                true
            }
            None => false,
        }
    }

    /// `shipments of phones rose to 497 million`, `visits would reach 6.4 billion`: the plural of which the verb tells the level, where
    /// it is told in no money.
    fn is_level_of_things(&self, draft: &mut Draft) -> bool {
        let tokens = &self.parse.sentences[draft.sentence].tokens;
        let start = draft.start();
        let before = self.before(draft);
        let level =
            matches!(
                before,
                "reach" | "reached" | "surpass" | "surpassed" | "top" | "topped" | "exceed" | "hit"
            ) || before == "to" && start >= tokens.start + 2 && change::is_change(self.lower(start - 2));
        let from = start.saturating_sub(12).max(tokens.start);
        let from = (from..start).rfind(|&t| matches!(self.lower(t), "," | ";")).unwrap_or(from);
        let first = (from..start).find(|&t| self.parse.tokens[t].penn == Penn::Nns);
        let Some(noun) = first.map(|t| self.lower(t)).filter(|_| level) else { return false };
        tallies::of(noun) != Some(Tally::Sums) && !is_span_of_time(noun) && kind(draft, noun)
    }

    /// `($5.8 million; 5.5 million euros; 4.6 million)`: a third currency whose sign is lost is not the second.
    pub(super) fn in_foreign_bracket(&self, draft: &Draft) -> bool {
        let money = self.earlier.last().is_some_and(|d| {
            d.sentence == draft.sentence
                && d.amount.tokens.end + 1 == draft.start()
                && matches!(d.amount.unit, Some(Unit::Money(_)))
        });
        money && self.before(draft) == ";"
    }
}
