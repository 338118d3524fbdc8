//! The grammar of dates: which runs of tokens name a day, and what they say.
//!
//! It reads left to right, one sentence at a time, and takes the longest date that begins at a token. This file has the
//! frame and calendar dates with names of months and weekdays; `numeric` has dates in figures and bare years, `relative`
//! those that count from another day.

use std::ops::Range;

use jiff::civil::Weekday;

use crate::text::{Parse, Penn, TokenKind, Upos};

use super::lexicon::Class;
use super::stretches::JANUARY;
use super::{Calendar, DateExpr, DateMention, Form, Lean, Shift, Unit, YearRef, lean};
use crate::extract::meanings::Meanings;

/// How far back, in sentences, `the previous day` may lean on a day that was named.
const REACH: usize = 2;

/// From what day a date counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Base {
    /// The day of publication.
    Publication,
    /// The day told of before: `the previous day`.
    Told,
    /// The date that follows: `two days before Friday`.
    Next,
}

/// A date found: the token behind it and what it says.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub end: usize,
    pub form: Form,
    pub weekday: Option<Weekday>,
    pub base: Base,
    /// The direction that the words themselves give.
    pub lean: Option<Lean>,
}

impl Hit {
    pub fn new(end: usize, form: Form) -> Self {
        Hit { end, form, weekday: None, base: Base::Publication, lean: None }
    }

    pub fn told(end: usize, form: Form) -> Self {
        Hit { base: Base::Told, ..Self::new(end, form) }
    }

    pub fn leaning(self, lean: Lean) -> Self {
        Hit { lean: Some(lean), ..self }
    }

    /// The calendar fields, where it has them.
    pub fn calendar(&self) -> Option<Calendar> {
        if let Form::Calendar(calendar) = self.form { Some(calendar) } else { None }
    }
}

/// One sentence with the classes of its tokens.
pub(super) struct Reader<'p, 'a> {
    pub parse: &'p Parse<'a>,
    pub tokens: Range<usize>,
    classes: Vec<Class>,
}

/// Finds every date, in order, still unresolved.
pub(super) fn find(parse: &Parse, meanings: &Meanings) -> Vec<DateMention> {
    let mut found = Vec::new();
    // Where the mentions of earlier sentences begin, so that an anaphor does not reach too far back.
    let mut firsts: Vec<usize> = Vec::with_capacity(parse.sentences.len());
    let mut reader = Reader { parse, tokens: 0..0, classes: Vec::new() };
    for sentence in &parse.sentences {
        firsts.push(found.len());
        let near = firsts[firsts.len().saturating_sub(REACH + 1)];
        reader.enter(sentence.tokens.clone(), meanings);
        reader.sentence(near, &mut found);
    }
    for i in 0..found.len() {
        // A date that should lean on the one that follows leans on nothing where none follows.
        if found[i].expr.anchor.is_some_and(|a| a as usize >= found.len()) {
            found[i].expr.anchor = None;
        }
    }
    found
}

impl Reader<'_, '_> {
    fn enter(&mut self, tokens: Range<usize>, meanings: &Meanings) {
        self.classes.clear();
        self.classes.extend(tokens.clone().map(|i| match self.parse.tokens[i].kind {
            TokenKind::Word | TokenKind::Number => meanings[i].date,
            TokenKind::Symbol | TokenKind::Punct => Class::Other,
        }));
        self.tokens = tokens;
    }

    fn sentence(&self, near: usize, found: &mut Vec<DateMention>) {
        let mut i = self.tokens.start;
        while i < self.tokens.end {
            // Most words have no part in dates.
            let ahead = &self.classes[i - self.tokens.start..];
            let Some(passed) = ahead.iter().position(|class| !matches!(class, Class::Other)) else { return };
            i += passed;
            let Some(hit) = self.longest(i) else {
                i += 1;
                continue;
            };
            let anchor = match hit.base {
                Base::Publication => None,
                Base::Told => found.len().checked_sub(1).filter(|&a| a >= near),
                Base::Next => Some(found.len() + 1),
            };
            let end = hit.end.max(i + 1);
            let lean = hit.lean.unwrap_or_else(|| lean::of(self.parse, i..end));
            found.push(DateMention {
                span: self.parse.span(i..end),
                expr: DateExpr { form: hit.form, lean, anchor: anchor.map(|a| a as u32) },
                weekday: hit.weekday,
                days: None,
                why: None,
            });
            i = end;
        }
    }

    /// The longest date that begins at `i`: a range where two dates stand, else one date.
    fn longest(&self, i: usize) -> Option<Hit> {
        let first = self.phrase(i)?;
        Some(self.range(i, &first).unwrap_or(first))
    }

    /// One date that begins at `i`.
    pub fn phrase(&self, i: usize) -> Option<Hit> {
        match self.class(i) {
            Class::Month(_) | Class::MonthName(_) | Class::MonthWord(_) | Class::MonthShort(_) => {
                self.feast(i).or_else(|| self.month_first(i))
            }
            Class::Weekday(_) | Class::WeekdayShort(_) => self.weekday(i),
            Class::Number(_) => self.numeric(i).or_else(|| self.day_first(i)).or_else(|| self.count(i)),
            Class::Figures => self.in_figures(i),
            Class::OrdinalDigits(_) => self.day_first(i).or_else(|| self.ordinal(i)),
            // `the 1800s` are a century, `the 2000s` mostly a decade
            Class::Decade(year) => {
                let more = if year % 100 == 0 && year < 2000 { 99 } else { 9 };
                Some(Hit::new(i + 1, Form::Years(year, year.saturating_add(more))))
            }
            Class::Ordinal(_) => self.ordinal(i),
            Class::DecadeShort(_) => self.short_decade(i),
            // `the sixties`, but `a man in his sixties`
            Class::DecadeWord(_) => matches!(self.before(i), "the" | "early" | "mid" | "late" | "-")
                .then(|| self.short_decade(i))
                .flatten(),
            Class::Quarter(_) => self.quarter_code(i),
            Class::HalfCode(_) => self.half_code(i),
            Class::FiscalYear(year) => {
                Some(Hit::new(i + 1, Form::FiscalYear { year: YearRef::Of(year), start: JANUARY }))
            }
            Class::Feast => self.feast(i),
            Class::Fiscal => self.fiscal(i),
            Class::Deictic(days) => Some(self.deictic(i, days)),
            Class::Overnight => {
                (self.tag(i) != Upos::Adj || self.at_noun_end(i)).then(|| Hit::new(i + 1, Form::Overnight))
            }
            Class::Shift(by) => self.shift(i, by),
            Class::Beside(by) => self.beside(i, by),
            Class::Edge(part) => self.edge(i, part),
            Class::EdgeNoun(part) => self.edge_noun(i, part),
            Class::Sense(sense) => self.sense(i, sense),
            Class::Season(_) | Class::SeasonWord(_) => self.season(i),
            Class::Cardinal(_) | Class::A => self.count(i),
            Class::Period(_) => self.period_end(i),
            Class::The => self.after_the(i),
            Class::Half | Class::DayPart | Class::Other => None,
        }
    }

    pub fn class(&self, i: usize) -> Class {
        if i < self.tokens.start {
            return Class::Other;
        }
        self.classes.get(i - self.tokens.start).copied().unwrap_or(Class::Other)
    }

    /// The token in lower case; empty outside the sentence.
    pub fn lower(&self, i: usize) -> &str {
        if self.tokens.contains(&i) { self.parse.lower(i) } else { "" }
    }

    /// The token before `i` in lower case; empty at the sentence's start.
    pub fn before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |i| self.lower(i))
    }

    pub fn tag(&self, i: usize) -> Upos {
        if self.tokens.contains(&i) { self.parse.tokens[i].upos } else { Upos::X }
    }

    pub fn penn(&self, i: usize) -> Penn {
        if self.tokens.contains(&i) { self.parse.tokens[i].penn } else { Penn::Xx }
    }

    pub fn is_capital(&self, i: usize) -> bool {
        self.tokens.contains(&i) && self.parse.word(i).starts_with(char::is_uppercase)
    }

    /// Whether white space stands before the token.
    pub fn spaced(&self, i: usize) -> bool {
        !self.tokens.contains(&i) || self.parse.tokens[i].spaced
    }

    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.lower(i), "-" | "–" | "—" | "‑" | "--")
    }

    /// `i`, or the token behind it where `i` is one of `words`.
    pub fn skip(&self, i: usize, words: &[&str]) -> usize {
        if words.contains(&self.lower(i)) { i + 1 } else { i }
    }

    /// A day of the month in figures.
    pub fn day(&self, i: usize) -> Option<i8> {
        match self.class(i) {
            Class::Number(n) if self.parse.tokens[i].span.len() <= 2 => {
                i8::try_from(n).ok().filter(|n| (1..=31).contains(n))
            }
            Class::OrdinalDigits(n) => Some(n),
            _ => None,
        }
    }

    /// A year of four digits.
    pub fn year(&self, i: usize) -> Option<i16> {
        match self.class(i) {
            Class::Number(n) if (1000..=2100).contains(&n) => Some(n),
            _ => None,
        }
    }

    /// The month, however it is printed.
    pub fn month(&self, i: usize) -> Option<i8> {
        match self.class(i) {
            Class::Month(m) | Class::MonthName(m) | Class::MonthWord(m) | Class::MonthShort(m)
                if self.is_capital(i) =>
            {
                Some(m)
            }
            _ => None,
        }
    }

    /// The token behind a month or weekday and the point of its abbreviation.
    fn behind_name(&self, i: usize) -> usize {
        let short = matches!(self.class(i), Class::MonthShort(_) | Class::WeekdayShort(_));
        if short && self.lower(i + 1) == "." && !self.spaced(i + 1) { i + 2 } else { i + 1 }
    }

    /// Whether the number at `i` counts something: `12 people`, `5 percent`.
    pub fn counts(&self, i: usize) -> bool {
        let next = i + 1;
        self.measures(i)
            || self.penn(next) == Penn::Nns && !self.is_dash(next)
            || (self.tag(next) == Upos::Adj && self.penn(next + 1) == Penn::Nns)
    }

    /// Whether a unit or magnitude stands behind the number at `i`.
    fn measures(&self, i: usize) -> bool {
        matches!(
            self.lower(i + 1),
            "%" | "percent" | "per" | "million" | "billion" | "trillion" | "km" | "m" | "kg" | "°"
        )
    }

    /// The year printed behind a day or month at `i`, with the token behind it: `, 2024`, `of 2024`, `last year`.
    pub fn year_behind(&self, i: usize) -> Option<(YearRef, usize)> {
        let j = self.skip(i, &[",", "of"]);
        if let Some(year) = self.year(j)
            && !self.counts(j)
        {
            return Some((YearRef::Of(year), j + 1));
        }
        self.relative_year(self.skip(i, &["of"]))
    }

    /// `last year`, `this year`, `next year`.
    pub fn relative_year(&self, i: usize) -> Option<(YearRef, usize)> {
        match (self.class(i), self.class(i + 1)) {
            (Class::Shift(by), Class::Period(Unit::Year)) if self.lower(i) != "past" => {
                Some((YearRef::Shift(by), i + 2))
            }
            _ => None,
        }
    }

    /// `October 14, 2024`, `Oct. 3-5`, `June 2024`, `June last year`, `June`.
    fn month_first(&self, i: usize) -> Option<Hit> {
        let month = self.month(i)?;
        let j = self.behind_name(i);
        let with = |end, year, day| Hit::new(end, Form::Calendar(Calendar { year, month: Some(month), day }));
        let k = self.skip(j, &["the"]);
        if let Some(day) = self.day(k).filter(|_| k == j || matches!(self.class(k), Class::OrdinalDigits(_)))
        {
            let year = self.year_behind(k + 1);
            let counted = matches!(self.class(k), Class::Number(_)) && self.counts(k);
            // `in June 30 people died`, but `the June 30 deadlines`
            let monthly = matches!(self.before(i), "in" | "since" | "during" | "throughout");
            let stands = year.is_some()
                || !(self.measures(k)
                    || (monthly || counted && self.before(i) == "by")
                        && matches!(self.class(k), Class::Number(_)));
            if stands {
                return Some(self.days_of_month(k, month, day).unwrap_or_else(|| match year {
                    Some((year, end)) => with(end, year, Some(day)),
                    None => with(k + 1, YearRef::Open, Some(day)),
                }));
            }
        }
        if let Some((year, end)) = self.year_behind(j) {
            return Some(with(end, year, None));
        }
        self.stands_alone(i, j).then(|| with(j, YearRef::Open, None))
    }

    /// `3-5`, `3 to 5, 2024` behind a month: the day at `k` is the first of them.
    fn days_of_month(&self, k: usize, month: i8, day: i8) -> Option<Hit> {
        let joint = k + 1;
        let last = joint + 1;
        let joined = self.is_dash(joint) || matches!(self.lower(joint), "to" | "through" | "and");
        let second = self
            .day(last)
            .filter(|&d| joined && d > day && self.month(last + 1).is_none() && !self.counts(last))?;
        let (year, end) = self.year_behind(last + 1).unwrap_or((YearRef::Open, last + 1));
        let of = |day| Box::new(Form::Calendar(Calendar { year, month: Some(month), day: Some(day) }));
        Some(Hit::new(end, Form::Range(of(day), of(second))))
    }

    /// Whether the month at `i`, without day or year, is one: not a name (`April Jones`) and not a word (`may`, `march`).
    fn stands_alone(&self, i: usize, behind: usize) -> bool {
        let before = self.before(i);
        if matches!(before, "every" | "each") {
            return false;
        }
        let cue = matches!(
            before,
            "in" | "since"
                | "of"
                | "until"
                | "till"
                | "by"
                | "from"
                | "to"
                | "between"
                | "last"
                | "next"
                | "this"
                | "early"
                | "late"
                | "mid"
                | "through"
                | "throughout"
                | "during"
                | "before"
                | "after"
                | "ended"
                | "ending"
                | "ends"
                | "starting"
                | "beginning"
        ) || self.is_dash(i.wrapping_sub(1));
        let (named_behind, named_before) =
            (self.is_name(behind), i > self.tokens.start && self.is_name(i - 1));
        match self.class(i) {
            Class::Month(_) => true,
            Class::MonthShort(_) => cue && !named_behind,
            Class::MonthName(_) => (cue || !named_before) && !named_behind,
            Class::MonthWord(_) => cue && !named_behind && !matches!(self.tag(i), Upos::Verb | Upos::Aux),
            _ => false,
        }
    }

    /// Whether the token is part of a proper name that is no date word.
    fn is_name(&self, i: usize) -> bool {
        self.class(i) == Class::Other && self.is_capital(i) && self.tag(i) == Upos::Propn
    }

    /// `19 June 2024`, `14th of October`, `3 to 5 November`.
    fn day_first(&self, i: usize) -> Option<Hit> {
        let day = self.day(i)?;
        let joint = i + 1;
        if (self.is_dash(joint) || matches!(self.lower(joint), "to" | "and" | "through"))
            && let Some(second) = self.day(joint + 1).filter(|&second| second > day)
            && let Some((month, end)) = self.month_behind(joint + 1)
        {
            let (year, end) = self.year_behind(end).unwrap_or((YearRef::Open, end));
            let of = |day| Box::new(Form::Calendar(Calendar { year, month: Some(month), day: Some(day) }));
            return Some(Hit::new(end, Form::Range(of(day), of(second))));
        }
        let (month, end) = self.month_behind(i)?;
        let (year, end) = self.year_behind(end).unwrap_or((YearRef::Open, end));
        Some(Hit::new(end, Form::Calendar(Calendar { year, month: Some(month), day: Some(day) })))
    }

    /// The month behind the day at `i`: `14 October`, `14th of October`, `14-Oct`.
    fn month_behind(&self, i: usize) -> Option<(i8, usize)> {
        let j = match self.class(i) {
            Class::OrdinalDigits(_) | Class::Ordinal(_) => self.skip(i + 1, &["of"]),
            _ if self.is_dash(i + 1) && !self.spaced(i + 1) => i + 2,
            _ => i + 1,
        };
        let month = self.month(j)?;
        // `killed 3 May supporters` and `Boeing 7 Jan Novak` name people.
        let surname =
            !matches!(self.class(j), Class::Month(_)) && self.is_name(j + 1) && self.year(j + 1).is_none();
        (!surname).then(|| (month, self.behind_name(j)))
    }

    /// `Tuesday`, `Tuesday night`, `Tuesday, 3 March 2024`, `Tuesday last week`.
    fn weekday(&self, i: usize) -> Option<Hit> {
        let (weekday, short) = match self.class(i) {
            Class::Weekday(weekday) => (weekday, false),
            Class::WeekdayShort(weekday) => (weekday, true),
            _ => return None,
        };
        if !self.is_capital(i) || self.is_named_day(i) || matches!(self.before(i), "every" | "each") {
            return None;
        }
        let mut end = self.behind_name(i);
        if self.class(end) == Class::DayPart && !short {
            end += 1;
        }
        let dated = self.skip(self.skip(self.skip(end, &[",", "("]), &["on"]), &["the"]);
        if matches!(self.class(dated), Class::Number(_) | Class::OrdinalDigits(_))
            || self.month(dated).is_some()
        {
            let hit =
                self.numeric(dated).or_else(|| self.day_first(dated)).or_else(|| self.month_first(dated));
            if let Some(hit) = hit.filter(|h| h.calendar().is_some_and(|c| c.day.is_some())) {
                return Some(Hit { weekday: Some(weekday), ..hit });
            }
        }
        if short {
            return None;
        }
        if let Class::Shift(by @ (-1 | 1)) = self.class(end)
            && matches!(self.lower(end), "last" | "next")
            && self.ends_phrase(end + 1)
        {
            return Some(Hit::new(end + 1, Form::Weekday(weekday, Shift::By(by))));
        }
        let week = self.skip(end, &["of"]);
        if let (Class::Shift(by), Class::Period(Unit::Week)) = (self.class(week), self.class(week + 1)) {
            return Some(Hit::new(week + 2, Form::Weekday(weekday, Shift::OfWeek(by))));
        }
        Some(Hit::new(end, Form::Weekday(weekday, Shift::Nearest)))
    }

    /// Whether the weekday belongs to a name: a feast (`Good Friday`), a sales day, a newspaper (`the Sunday Times`).
    fn is_named_day(&self, i: usize) -> bool {
        let named = matches!(
            self.before(i),
            "good"
                | "black"
                | "holy"
                | "ash"
                | "maundy"
                | "shrove"
                | "palm"
                | "bloody"
                | "super"
                | "cyber"
                | "easter"
        ) && self.is_capital(i - 1);
        named || self.before(i) == "the" && self.is_name(i + 1)
    }

    /// Two dates that bound a stretch: `June 3 to July 5`, `between March and May`, `AUGUST–OCTOBER 2025`.
    fn range(&self, i: usize, first: &Hit) -> Option<Hit> {
        let joint = first.end;
        let before = self.before(i);
        let joined = self.is_dash(joint)
            || matches!(self.lower(joint), "through" | "to")
            || self.lower(joint) == "until" && before == "from"
            || self.lower(joint) == "and" && before == "between";
        if !joined || first.base != Base::Publication || self.is_moved(i) {
            return None;
        }
        let last = self.bound(self.skip(joint + 1, &["the"]))?;
        let form = joined_forms(first, &last)?;
        Some(Hit { lean: first.lean, ..Hit::new(last.end, form) })
    }

    /// The second date of a range, which may be a bare year.
    fn bound(&self, i: usize) -> Option<Hit> {
        self.phrase(i)
            .or_else(|| self.year(i).filter(|_| !self.counts(i)).map(|year| year_hit(i, year)))
            .or_else(|| {
                let month = self.month(i)?;
                Some(Hit::new(
                    self.behind_name(i),
                    Form::Calendar(Calendar { month: Some(month), ..Calendar::EMPTY }),
                ))
            })
    }

    /// Whether the two dates are the old and the new one of something moved: `postponed from Monday to Thursday`.
    fn is_moved(&self, i: usize) -> bool {
        self.before(i) == "from"
            && (i.saturating_sub(7).max(self.tokens.start)..i).any(|k| {
                matches!(
                    self.lower(k),
                    "moved"
                        | "postponed"
                        | "delayed"
                        | "rescheduled"
                        | "pushed"
                        | "brought"
                        | "changed"
                        | "shifted"
                        | "deferred"
                        | "put"
                )
            })
    }

    /// Whether the token closes its noun phrase, so that it is no modifier.
    fn at_noun_end(&self, i: usize) -> bool {
        !matches!(self.tag(i + 1), Upos::Noun | Upos::Propn | Upos::Adj)
    }
}

/// A year alone.
pub(super) fn year_hit(i: usize, year: i16) -> Hit {
    Hit::new(i + 1, Form::Calendar(Calendar { year: YearRef::Of(year), ..Calendar::EMPTY }))
}

/// The stretch from one date to another, the year of one given to the other where that has none.
fn joined_forms(first: &Hit, last: &Hit) -> Option<Form> {
    let (a, b) = match (&first.form, &last.form) {
        (Form::Calendar(a), Form::Calendar(b)) => (*a, *b),
        (Form::Weekday(..), Form::Weekday(..))
        | (Form::Part(..), Form::Part(..) | Form::Calendar(_))
        | (Form::Calendar(_), Form::Part(..)) => {
            return Some(Form::Range(Box::new(first.form.clone()), Box::new(last.form.clone())));
        }
        _ => return None,
    };
    let (mut a, mut b) = (a, b);
    match (a.year, b.year) {
        // `November to February 2025` begins in the year before.
        (YearRef::Open, YearRef::Of(year)) if a.month.is_some() && b.month.is_some() => {
            a.year = YearRef::Of(if a.month > b.month { year - 1 } else { year });
        }
        (YearRef::Of(year), YearRef::Open) if a.month.is_some() && b.month.is_some() => {
            b.year = YearRef::Of(if b.month < a.month { year + 1 } else { year });
        }
        (YearRef::Of(x), YearRef::Of(y)) if (x, a.month, a.day) > (y, b.month, b.day) => return None,
        (YearRef::Open, YearRef::Of(_)) | (YearRef::Of(_), YearRef::Open) => return None,
        _ => {}
    }
    Some(Form::Range(Box::new(Form::Calendar(a)), Box::new(Form::Calendar(b))))
}
