//! Rows of tables, which print the unit of their numbers once, in brackets before them: `Net sales (SEK m) 8,420 7,940`.

use crate::extract::Unit;
use crate::text::TokenKind;

use super::amounts::Amount;
use super::money;
use super::numerals::{Class, Classes, Kind};
use super::units;

/// The most tokens between such brackets.
const LONGEST: usize = 6;

/// A row whose numbers have a unit in common.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Row {
    unit: Unit,
    /// What the printed magnitude multiplies by.
    scale: f64,
    /// The token behind the brackets, or behind the last number of the row.
    reach: usize,
}

/// The row whose bracketed unit opens at token `i`.
pub(super) fn row(classes: &Classes, i: usize) -> Option<Row> {
    if !classes.is_mark(i) || classes.lower(i) != "(" {
        return None;
    }
    let close = (i + 2..=i + 1 + LONGEST).find(|&t| classes.lower(t) == ")")?;
    let mut at = i + 1 + usize::from(classes.lower(i + 1) == "in");
    let mut scale = None;
    let mut unit = None;
    while at < close {
        at = if let Some((code, letters, end)) = money::heading(classes, at).filter(|_| unit.is_none()) {
            unit = Some(Unit::Money(code));
            scale = scale.or(letters);
            end
        } else if let Some(found) =
            units::behind(classes, at).filter(|_| unit.is_none() && !is_letter(classes, at))
        {
            unit = Some(found.unit);
            found.end
        } else {
            scale = Some(magnitude(classes, at).filter(|_| scale.is_none())?);
            at + 1 + usize::from(classes.lower(at + 1) == "of")
        };
    }
    let reach = close + 1 + usize::from(matches!(classes.lower(close + 1), ":" | "|"));
    let unit = unit.filter(|_| at == close && matches!(classes.at(reach), Class::Digits(..)))?;
    Some(Row { unit, scale: scale.unwrap_or(1.0), reach })
}

fn is_letter(classes: &Classes, i: usize) -> bool {
    matches!(classes.at(i), Class::Letter(_))
}

/// What a magnitude in the head of a row multiplies by: `m`, `million`, `thousands`.
fn magnitude(classes: &Classes, i: usize) -> Option<f64> {
    match classes.at(i) {
        Class::Letter(factor) | Class::Magnitude(factor) | Class::Many(factor) => Some(factor),
        _ => None,
    }
}

impl Row {
    /// Where its next number stands.
    pub(super) fn reach(&self) -> usize {
        self.reach
    }

    /// Gives a bare number that is the row's next one its unit; `None` where the row has ended.
    pub(super) fn take(mut self, classes: &Classes, amount: &mut Amount) -> Option<Self> {
        let bar = usize::from(self.reach < amount.tokens.start && classes.lower(self.reach) == "|");
        let next = self.reach + bar == amount.tokens.start;
        let bare =
            amount.unit.is_none() && amount.digits && amount.kind == Kind::Cardinal && amount.scale == 1.0;
        let word = classes
            .parse
            .tokens
            .get(amount.tokens.end)
            .is_some_and(|t| t.kind == TokenKind::Word && t.penn.is_noun());
        if !next || !bare || word && classes.tokens.contains(&amount.tokens.end) {
            return None;
        }
        amount.unit = Some(self.unit.clone());
        amount.scale_by(self.scale);
        self.reach = amount.tokens.end;
        Some(self)
    }
}
