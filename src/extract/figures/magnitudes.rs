//! Magnitudes of earthquakes, whose unit stands before the number or nowhere: `of magnitude 6.3`, `measured the shock at 6.2`.

use crate::extract::Unit;

use super::amounts::Amount;
use super::numerals::{Classes, Kind};

/// Gives a bare number that is a magnitude that unit; `quake` says whether the article speaks of an earthquake at all.
pub(super) fn settle(classes: &Classes, amount: &mut Amount, quake: bool) {
    let bare = amount.unit.is_none() && amount.kind == Kind::Cardinal && amount.scale == 1.0;
    if !bare || !(0.0..10.0).contains(&amount.value.lo) {
        return;
    }
    let from = amount.tokens.start.saturating_sub(6).max(classes.tokens.start);
    let named = (from..amount.tokens.start).any(|i| classes.lower(i) == "magnitude");
    let decimal = amount.digits && amount.value.lo.fract() != 0.0;
    let next = amount.tokens.start.checked_sub(1).map_or("", |i| classes.lower(i));
    if (named && (decimal || next == "magnitude")) || (decimal && quake) {
        amount.unit = Some(Unit::Measure("magnitude"));
    }
}
