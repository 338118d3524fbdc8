//! Dates that count from another day, and parts of longer stretches.

use crate::text::{TokenKind, Upos, calendar};

use super::grammar::{Base, Hit, Reader, year_hit};
use super::lexicon::{Class, Sense};
use super::stretches::JANUARY;
use super::{Calendar, Form, Lean, Part, Season, Shift, Unit, YearRef};

impl Reader<'_, '_> {
    /// `today`, `tomorrow morning`, `yesterday`.
    pub(super) fn deictic(&self, i: usize, days: i8) -> Hit {
        let end = if self.class(i + 1) == Class::DayPart { i + 2 } else { i + 1 };
        Hit::new(end, Form::Offset(Unit::Day, days.into()))
    }

    /// `last Thursday`, `this week`, `next June`, `last night`, `the current quarter`.
    pub(super) fn shift(&self, i: usize, by: i8) -> Option<Hit> {
        let definite = self.before(i) == "the";
        let lean = match by {
            0 => None,
            by if by < 0 => Some(Lean::Behind),
            _ => Some(Lean::Ahead),
        };
        let with = |hit: Hit| Some(Hit { lean, ..hit });
        let j = i + 1;
        if let Some(hit) = self.rolling(i, by) {
            return Some(hit);
        }
        if self.lower(i) == "last"
            && let Some(hit) = self.place_in_month(i, -1)
        {
            return Some(hit);
        }
        match self.class(j) {
            Class::Shift(by) if self.lower(i) == "this" && self.lower(j) != "this" => {
                self.shift(j, by).or_else(|| self.past_period(j))
            }
            Class::Weekday(day) => {
                let end = if self.class(j + 1) == Class::DayPart { j + 2 } else { j + 1 };
                // `the coming Friday` is the first one; `next Friday` that of next week.
                let shift = if matches!(self.lower(i), "coming" | "upcoming") {
                    Shift::Nearest
                } else {
                    Shift::By(by)
                };
                with(Hit::new(end, Form::Weekday(day, shift)))
            }
            Class::DayPart if by == 0 => Some(Hit::new(j + 1, Form::Offset(Unit::Day, 0))),
            Class::DayPart if self.lower(i) == "last" => with(Hit::new(j + 1, Form::Offset(Unit::Day, -1))),
            Class::DayPart if self.lower(i) == "next" => Some(Hit::told(j + 1, Form::Offset(Unit::Day, 1))),
            Class::Period(Unit::Day) if self.lower(i) == "next" => {
                Some(Hit::told(j + 1, Form::Offset(Unit::Day, 1)))
            }
            Class::Period(Unit::Day) => None,
            Class::Period(Unit::Quarter) if self.lower(i) == "last" && self.last_quarter(j).is_some() => {
                self.last_quarter(j)
            }
            Class::Period(Unit::Quarter) => self.running_quarter(j + 1, by).and_then(with),
            // `the coming weekend` is the first one ahead.
            Class::Period(Unit::Weekend) if matches!(self.lower(i), "coming" | "upcoming") => {
                with(Hit::new(j + 1, Form::Offset(Unit::Weekend, 0)))
            }
            Class::Period(unit) if self.is_calendar(i, j, definite) => {
                // `the next week` of a tale counts from the day told of, `next week` from the present one.
                let base = if definite && self.lower(i) == "next" { Base::Told } else { Base::Publication };
                with(Hit { base, ..Hit::new(j + 1, Form::Offset(unit, by.into())) })
            }
            Class::Season(season) | Class::SeasonWord(season) if self.lower(i) != "past" => {
                with(Hit::new(j + 1, Form::Season(season, YearRef::Open, Shift::By(by))))
            }
            Class::Fiscal => self.running_fiscal(j + 1, by).and_then(with),
            Class::Feast => self.feast(j).and_then(with),
            _ => self.shifted_month(j, by).and_then(with),
        }
    }

    /// Whether a week, month or year of the calendar is meant, and not a length of time (`the past year`, `last-week highs`).
    fn is_calendar(&self, i: usize, j: usize, definite: bool) -> bool {
        let compound =
            self.is_dash(j + 1) && !self.spaced(j + 1) && matches!(self.tag(j + 2), Upos::Noun | Upos::Adj);
        self.lower(i) != "past"
            && !(definite && self.lower(i) == "last")
            && !compound
            && !self.lower(j).ends_with('s')
    }

    /// `this past weekend`.
    fn past_period(&self, i: usize) -> Option<Hit> {
        match self.class(i + 1) {
            Class::Period(unit @ (Unit::Week | Unit::Weekend | Unit::Month | Unit::Year)) => {
                Some(Hit::new(i + 2, Form::Offset(unit, -1)).leaning(Lean::Behind))
            }
            _ => None,
        }
    }

    /// `last October`, `this June`.
    fn shifted_month(&self, j: usize, by: i8) -> Option<Hit> {
        let month = self.month(j)?;
        // `next June 30`
        if let Some(hit) = self.phrase(j).filter(|h| h.calendar().is_some_and(|c| c.day.is_some())) {
            return Some(hit);
        }
        let year = if by == 0 { YearRef::Shift(0) } else { YearRef::Open };
        Some(Hit::new(j + 1, Form::Calendar(Calendar { year, month: Some(month), day: None })))
    }

    fn running_quarter(&self, end: usize, by: i8) -> Option<Hit> {
        Some(Hit::new(end, Form::RunningQuarter { by, start: JANUARY }))
    }

    /// `this fiscal year`, `the next financial year`, behind the word `fiscal` at `j - 1`.
    fn running_fiscal(&self, j: usize, by: i8) -> Option<Hit> {
        match self.class(j) {
            Class::Period(Unit::Year) => {
                Some(Hit::new(j + 1, Form::FiscalYear { year: YearRef::Shift(by), start: JANUARY }))
            }
            Class::Period(Unit::Quarter) => self.running_quarter(j + 1, by),
            _ => None,
        }
    }

    /// `the previous day`, `that night`, `the following week`.
    pub(super) fn beside(&self, i: usize, by: i8) -> Option<Hit> {
        if let Some(hit) = self.rolling(i, by) {
            return Some(Hit { base: Base::Told, ..hit });
        }
        let told = |end, unit| Some(Hit::told(end, Form::Offset(unit, by.into())));
        let pointed = self.before(i) == "the" || matches!(self.lower(i), "that");
        match self.class(i + 1) {
            Class::Period(Unit::Quarter | Unit::Decade) => None,
            Class::Period(unit) if pointed && !self.lower(i + 1).ends_with('s') => told(i + 2, unit),
            Class::DayPart if pointed => told(i + 2, Unit::Day),
            Class::Weekday(day) if self.before(i) == "the" && by != 0 => {
                let lean = if by < 0 { Lean::Behind } else { Lean::Ahead };
                Some(Hit::told(i + 2, Form::Weekday(day, Shift::By(by))).leaning(lean))
            }
            _ => None,
        }
    }

    /// `early November`, `mid-2011`, `late last year`, `early Tuesday`.
    pub(super) fn edge(&self, i: usize, part: Part) -> Option<Hit> {
        let j = if self.is_dash(i + 1) { i + 2 } else { i + 1 };
        self.part_of(self.skip(j, &["the"]), part)
    }

    /// `start of November`, `the end of April 2027`, `the beginning of the year`.
    pub(super) fn edge_noun(&self, i: usize, part: Part) -> Option<Hit> {
        if self.lower(i + 1) != "of" {
            return None;
        }
        let j = self.skip(i + 2, &["the"]);
        if j == i + 3
            && let Class::Period(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
                self.class(j)
            && !self.lower(j).ends_with('s')
        {
            return Some(Hit::new(j + 1, Form::Part(part, Box::new(Form::Offset(unit, 0)))));
        }
        self.part_of(j, part)
    }

    /// The part of the stretch that begins at `j`; a weekday or day stays what it is.
    fn part_of(&self, j: usize, part: Part) -> Option<Hit> {
        let inner = self.whole(j)?;
        if inner.base != Base::Publication {
            return None;
        }
        let form = match inner.form {
            Form::Calendar(Calendar { day: None, .. })
            | Form::Years(..)
            | Form::FiscalYear { .. }
            | Form::Quarter { .. }
            | Form::Season(..)
            | Form::RunningQuarter { .. }
            | Form::Offset(Unit::Week | Unit::Month | Unit::Year, _) => {
                Form::Part(part, Box::new(inner.form))
            }
            Form::Weekday(..) | Form::Calendar(_) | Form::Offset(Unit::Day, _) => inner.form,
            _ => return None,
        };
        Some(Hit { form, ..inner })
    }

    /// The stretch at `j` of which a part is meant. It is itself no part of another: `early late early` names nothing, and a
    /// long run of such words must not nest.
    fn whole(&self, j: usize) -> Option<Hit> {
        if matches!(self.class(j), Class::Edge(_) | Class::EdgeNoun(_) | Class::Sense(_) | Class::The) {
            return None;
        }
        self.phrase(j)
            .or_else(|| self.short_decade(j))
            .or_else(|| self.year(j).filter(|_| !self.counts(j)).map(|year| year_hit(j, year)))
    }

    /// `earlier this month`, `later in 2025`, `earlier in October`, `later last year`.
    pub(super) fn sense(&self, i: usize, sense: Sense) -> Option<Hit> {
        let (part, lean) = match sense {
            Sense::Earlier => (Part::Before, Lean::Behind),
            Sense::Later => (Part::After, Lean::Ahead),
            _ => return None,
        };
        let j = self.skip(self.skip(i + 1, &["in"]), &["the"]);
        if self.lower(j.wrapping_sub(1)) == "the" {
            let Class::Period(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = self.class(j)
            else {
                return None;
            };
            if unit == Unit::Day {
                return Some(Hit::told(j + 1, Form::Offset(unit, 0)));
            }
            return Some(Hit::new(j + 1, Form::Part(part, Box::new(Form::Offset(unit, 0)))).leaning(lean));
        }
        let inner = self.whole(j)?;
        match inner.form {
            Form::Calendar(Calendar { day: None, .. })
            | Form::Offset(Unit::Week | Unit::Month | Unit::Year, _) => {
                Some(Hit { form: Form::Part(part, Box::new(inner.form)), ..inner }.leaning(lean))
            }
            _ => None,
        }
    }

    /// `two days ago`, `a week earlier`, `four days after`; `a couple of days ago` and the like are too vague to be dates.
    pub(super) fn count(&self, i: usize) -> Option<Hit> {
        let number = match self.class(i) {
            Class::Cardinal(n) | Class::Number(n) => n,
            Class::A => 1,
            _ => return None,
        };
        let half =
            |k: usize| self.lower(k) == "and" && self.lower(k + 1) == "a" && self.class(k + 2) == Class::Half;
        let word = if half(i + 1) { i + 4 } else { i + 1 };
        if let Some(hit) = self.weekdays_ago(i, number) {
            return Some(hit);
        }
        let Class::Period(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade)) =
            self.class(word)
        else {
            return None;
        };
        if self.lower(word + 1) == "from" && self.lower(word + 2) == "now" {
            let hit = Hit::new(word + 3, Form::Offset(unit, number.into()));
            return (word == i + 1).then(|| hit.leaning(Lean::Ahead));
        }
        if let (Unit::Week, Class::Sense(Sense::Ago), Class::Weekday(day)) =
            (unit, self.class(word + 1), self.class(word + 2))
        {
            // `a week ago Tuesday`
            let weeks = i8::try_from(number).unwrap_or(i8::MAX);
            return Some(Hit::new(word + 3, Form::Weekday(day, Shift::OfWeek(-weeks))));
        }
        let end = if word == i + 1 && half(word + 1) { word + 4 } else { word + 1 };
        let Class::Sense(sense) = self.class(end) else { return None };
        let number = i32::from(number);
        match unit {
            _ if end == i + 2 => self.distance(end, sense, unit, number, unit == Unit::Day),
            // `two and a half years ago`, `a year and a half ago`
            Unit::Year => self.distance(end, sense, Unit::Month, 12 * number + 6, false),
            Unit::Decade => self.distance(end, sense, Unit::Year, 10 * number + 5, false),
            _ => None,
        }
    }

    /// `two Sundays ago`, `a fortnight ago`.
    fn weekdays_ago(&self, i: usize, number: i16) -> Option<Hit> {
        let ago = self.class(i + 2) == Class::Sense(Sense::Ago);
        let number = i8::try_from(number).ok().filter(|&n| n > 0 && ago)?;
        let word = self.lower(i + 1);
        let single = word.strip_suffix('s').unwrap_or(word);
        let form = match calendar::weekday(single).filter(|_| single.ends_with("day")) {
            Some(day) => Form::Weekday(day, Shift::By(-number)),
            _ if matches!(word, "fortnight" | "fortnights") => {
                Form::Offset(Unit::Week, -2 * i32::from(number))
            }
            _ => return None,
        };
        Some(Hit::new(i + 3, form).leaning(Lean::Behind))
    }

    /// What a distance in time comes to whose direction stands at `k`.
    fn distance(&self, k: usize, sense: Sense, unit: Unit, number: i32, days: bool) -> Option<Hit> {
        let end = k + 1;
        if self.lower(end) == "than" {
            return None;
        }
        let (back, on) = (Form::Offset(unit, -number), Form::Offset(unit, number));
        match sense {
            Sense::Ago => Some(Hit::new(end, back).leaning(Lean::Behind)),
            Sense::Earlier => Some(Hit::told(end, back).leaning(Lean::Behind)),
            Sense::Later => Some(Hit::told(end, on)),
            Sense::Before | Sense::After => {
                let form = if sense == Sense::Before { back } else { on };
                if self.dated_behind(end) {
                    return Some(Hit { base: Base::Next, ..Hit::new(end, form) });
                }
                if self.ends_phrase(end) {
                    return Some(Hit::told(end, form));
                }
                let weeks = unit == Unit::Week;
                let counted = (days || weeks) && sense == Sense::After;
                counted.then(|| Hit::new(end, Form::AfterEvent(number * if weeks { 7 } else { 1 })))
            }
        }
    }

    /// Whether a date follows at once: `before Friday's vote`, `after the 14 May attack`.
    fn dated_behind(&self, i: usize) -> bool {
        let i = self.skip(i, &["the"]);
        matches!(self.class(i), Class::Weekday(_)) && self.is_capital(i)
            || self.month(i).is_some()
            || self.month(i + 1).is_some()
    }

    /// Whether nothing follows that `before` or `after` could govern.
    pub(super) fn ends_phrase(&self, i: usize) -> bool {
        i >= self.tokens.end
            || self.parse.tokens[i].kind == TokenKind::Punct && !matches!(self.lower(i), "“" | "\"" | "(")
            || matches!(self.tag(i), Upos::Cconj | Upos::Adp | Upos::Aux)
    }

    /// What `the` opens: `the 14th`, `the day before`, `the 1950s`, `the weekend`, `the end of the year`, `the spring`.
    pub(super) fn after_the(&self, i: usize) -> Option<Hit> {
        let j = i + 1;
        match self.class(j) {
            Class::OrdinalDigits(_) => self.phrase(j).or_else(|| self.day_alone(i, j)),
            Class::Period(Unit::Day) if self.lower(j + 1) == "after" && self.lower(j + 2) == "tomorrow" => {
                Some(Hit::new(j + 3, Form::Offset(Unit::Day, 2)))
            }
            Class::Period(Unit::Day) if self.lower(j + 1) == "before" && self.lower(j + 2) == "yesterday" => {
                Some(Hit::new(j + 3, Form::Offset(Unit::Day, -2)))
            }
            Class::Period(_) if self.but_one(j).is_some() => self.but_one(j),
            Class::Period(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) => {
                match self.class(j + 1) {
                    Class::Sense(sense @ (Sense::Before | Sense::After)) => {
                        self.distance(j + 1, sense, unit, 1, false)
                    }
                    _ => None,
                }
            }
            Class::DayPart => match self.class(j + 1) {
                Class::Sense(sense @ (Sense::Before | Sense::After)) => {
                    self.distance(j + 1, sense, Unit::Day, 1, false)
                }
                _ => None,
            },
            Class::Period(Unit::Weekend) => Some(Hit::new(j + 1, Form::Offset(Unit::Weekend, 0))),
            Class::Shift(_)
            | Class::Beside(_)
            | Class::Season(_)
            | Class::SeasonWord(_)
            | Class::Ordinal(_)
            | Class::EdgeNoun(_)
            | Class::Decade(_)
            | Class::DecadeWord(_)
            | Class::Fiscal
            | Class::Feast
            | Class::Edge(_) => self.phrase(j),
            _ => self.short_decade(j),
        }
    }

    /// `on the 14th`: a day of a month that is not printed.
    fn day_alone(&self, i: usize, j: usize) -> Option<Hit> {
        let Class::OrdinalDigits(day) = self.class(j) else { return None };
        let dated =
            matches!(self.before(i), "on" | "by" | "until" | "till" | "since" | "from" | "before" | "after");
        let noun = matches!(self.tag(j + 1), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num)
            || self.is_dash(j + 1);
        (dated && !noun)
            .then(|| Hit::new(j + 1, Form::Calendar(Calendar { day: Some(day), ..Calendar::EMPTY })))
    }

    /// `this winter` comes through `shift`; here `summer 2024`, `the spring`, `in autumn`.
    pub(super) fn season(&self, i: usize) -> Option<Hit> {
        let (season, word) = match self.class(i) {
            Class::Season(season) => (season, false),
            Class::SeasonWord(season) => (season, true),
            _ => return None,
        };
        let of = self.skip(i + 1, &["of", ","]);
        if let Some(year) = self.year(of).filter(|_| !self.counts(of)) {
            return Some(Hit::new(of + 1, Form::Season(season, YearRef::Of(year), Shift::Nearest)));
        }
        let short = || self.short_year(of).map(|(year, end)| (YearRef::Of(year), end));
        if let Some((year, end)) = self.relative_year(of).or_else(short) {
            return Some(Hit::new(end, Form::Season(season, year, Shift::Nearest)));
        }
        let start = if self.before(i) == "the" { i - 1 } else { i };
        let dated = match self.before(start) {
            "in" | "by" | "until" | "since" | "during" => !word || start < i,
            "over" | "before" | "from" | "through" | "throughout" => start < i && !word,
            _ => false,
        };
        let closes = !matches!(self.tag(i + 1), Upos::Noun | Upos::Propn);
        (dated && closes).then(|| Hit::new(i + 1, Form::Season(season, YearRef::Open, Shift::Nearest)))
    }

    /// `year's end`, `year-end`, `month's end`.
    pub(super) fn period_end(&self, i: usize) -> Option<Hit> {
        let Class::Period(unit @ (Unit::Week | Unit::Month | Unit::Year)) = self.class(i) else {
            return None;
        };
        let joint = i + 1;
        let possessive = matches!(self.lower(joint), "'s" | "’s");
        let hyphen = self.is_dash(joint) && !self.spaced(joint);
        if let Class::Sense(Sense::Ago | Sense::Earlier) = self.class(joint + 1)
            && hyphen
        {
            // `the year-earlier quarter` is that of the year before.
            return Some(Hit::told(joint + 2, Form::Offset(unit, -1)).leaning(Lean::Behind));
        }
        ((possessive || hyphen) && matches!(self.lower(joint + 1), "end"))
            .then(|| Hit::new(joint + 2, Form::Part(Part::Late, Box::new(Form::Offset(unit, 0)))))
    }
}

impl Season {
    /// The month in which it begins.
    pub(super) const fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }
}
