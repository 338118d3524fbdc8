//! Parts of a whole and halves beside a whole number: `½`, `5 1/2`, `two-thirds`, `a fifth of`, `half a million`, `two and a half`.

use super::numerals::{Class, Classes, Kind, Numeral};

impl Classes<'_, '_> {
    /// `1/2`, `3/4`: a fraction of small numbers, its value and its end.
    pub(super) fn written_fraction(&self, i: usize) -> Option<(f64, usize)> {
        let (Class::Digits(above, _), Class::Slash, Class::Digits(below, _)) =
            (self.at(i), self.at(i + 1), self.at(i + 2))
        else {
            return None;
        };
        let usual = [2.0, 3.0, 4.0, 5.0, 8.0, 10.0, 16.0, 32.0, 64.0].contains(&below);
        let alone = self.at(i + 3) != Class::Slash && !self.spaced(i + 1) && !self.spaced(i + 2);
        (usual && above < below && above.fract() == 0.0 && alone).then(|| (above / below, i + 3))
    }

    /// `½`, ` 1/2` or `-1/2` behind a whole number.
    pub(super) fn fraction_behind(&self, i: usize) -> Option<(f64, usize)> {
        match self.at(i) {
            Class::Glyph(part) => Some((part, i + 1)),
            Class::Dash if !self.spaced(i) && !self.spaced(i + 1) => self.written_fraction(i + 1),
            Class::Digits(..) => self.written_fraction(i),
            _ => None,
        }
    }

    /// `two and a half`, `3 and a half`, `four-and-a-half`.
    pub(super) fn and_a_half(&self, at: usize, value: f64) -> Option<(f64, usize)> {
        let and = self.past_hyphen(at);
        if self.at(and) != Class::And {
            return None;
        }
        let article = self.past_hyphen(and + 1);
        let part = self.past_hyphen(article + 1);
        match (self.at(article), self.at(part)) {
            (Class::Article, Class::Half) => Some((value + 0.5, part + 1)),
            (Class::Article, Class::Part(4.0)) => Some((value + 0.25, part + 1)),
            _ => None,
        }
    }

    /// `two-thirds`, `three quarters`, `one fifth`: so many parts, given as a share.
    pub(super) fn parts(&self, i: usize, count: f64) -> Option<(f64, usize)> {
        let dash = self.at(i + 1) == Class::Dash && !self.spaced(i + 1) && !self.spaced(i + 2);
        let at = i + 1 + usize::from(dash);
        let (part, plural) = match self.at(at) {
            Class::Part(part) => (part, self.lower(at).ends_with('s')),
            Class::Half => (2.0, false),
            _ => return None,
        };
        let fits = count >= 1.0 && count < part && count.fract() == 0.0 && plural == (count > 1.0);
        // Two quarters are half a year.
        (fits && (part != 4.0 || count != 2.0)).then(|| (count / part, at + 1))
    }

    /// `a third of`, `a fifth less`; `a third list` and `a quarter` of a year are none.
    pub(super) fn lone_part(&self, i: usize, part: f64) -> Option<Numeral> {
        let before = if i > self.tokens.start { self.lower(i - 1) } else { "" };
        let after = self.lower(i + 2);
        let (end, scale) = match (after, self.at(i + 3), self.at(i + 4)) {
            ("of", Class::Article, Class::Magnitude(m)) => (i + 5, m),
            _ => (i + 2, 1.0),
        };
        let change = matches!(
            before,
            "by" | "about"
                | "almost"
                | "nearly"
                | "roughly"
                | "around"
                | "over"
                | "than"
                | "only"
                | "under"
                | "up"
                | "down"
        );
        let compared = matches!(
            after,
            "less" | "more" | "fewer" | "lower" | "higher" | "smaller" | "larger" | "below" | "above"
        );
        let noun = self.tokens.contains(&(i + 2)) && self.parse.tokens[i + 2].penn.is_noun();
        let licensed = after == "of" || compared || (change && !noun);
        let kind = if scale > 1.0 { Kind::Cardinal } else { Kind::Share };
        licensed.then(|| {
            let mut n = self.numeral(i..end, scale / part, 0.02 * scale, kind);
            n.scale = scale;
            n
        })
    }

    /// `half a million`, `half of them`, `half the town`.
    pub(super) fn half(&self, i: usize) -> Option<Numeral> {
        let next = i + 1 + usize::from(self.lower(i + 1) == "of" && self.at(i + 2) == Class::Article);
        let at =
            if self.at(next) == Class::Article || self.at(next) == Class::Dash { next + 1 } else { next };
        if at > next && self.is_magnitude(at) {
            let (end, scale) = self.magnitudes(at);
            let place = if scale == 12.0 { 0.0 } else { 0.1 * scale };
            let mut n = self.numeral(i..end, 0.5 * scale, place, Kind::Cardinal);
            n.scale = scale;
            return Some(n);
        }
        let before = if i > self.tokens.start { self.lower(i - 1) } else { "" };
        let ordinal = matches!(
            before,
            "first"
                | "second"
                | "the"
                | "other"
                | "each"
                | "top"
                | "bottom"
                | "northern"
                | "southern"
                | "eastern"
                | "western"
                | "this"
                | "last"
                | "better"
                | "-"
        );
        let compound = self.at(i + 1) == Class::Dash && !self.spaced(i + 1) && !self.spaced(i + 2);
        let after = self.lower(i + 1);
        let time_of_day = matches!(after, "past" | "time" | "year" | "term" | "way" | "-");
        (!ordinal && !compound && !time_of_day).then(|| self.numeral(i..i + 1, 0.5, 0.1, Kind::Share))
    }
}
