//! Dates in figures, and years.

use crate::text::{Penn, Upos};

use super::grammar::{Hit, Reader, year_hit};
use super::lexicon::Class;
use super::{Calendar, Form, YearRef};

impl Reader<'_, '_> {
    /// `2025-10-15`, `24.10.2024`, `3/14/2024`, `2024/25`, `in 2024`: what a number can be without the name of a month.
    pub(super) fn numeric(&self, i: usize) -> Option<Hit> {
        self.in_figures(i).or_else(|| self.span_of_years(i)).or_else(|| {
            let year = self.year(i)?;
            // A year before the name of a month is none of its own where a day could be meant: `2024 October` is rare.
            self.is_year(i).then(|| year_hit(i, year))
        })
    }

    /// A full date in figures, however the tokeniser cut it.
    pub(super) fn in_figures(&self, i: usize) -> Option<Hit> {
        let mut end = i + 1;
        while end < self.tokens.end && end < i + 5 && !self.spaced(end) && self.is_figure_part(end) {
            end += 1;
        }
        let text = self.parse.span(i..end).of(&self.parse.article.text);
        let printed = text.trim_end_matches(['.', '-', '/', '–']);
        let end = end - (text.len() - printed.len()).min(end - i - 1);
        let form = figures(printed)?;
        Some(Hit::new(end, form))
    }

    fn is_figure_part(&self, i: usize) -> bool {
        self.is_dash(i)
            || matches!(self.lower(i), "/" | ".")
            || self.lower(i).starts_with(|c: char| c.is_ascii_digit())
    }

    /// `2024/25`, `1999-2001`: years that follow each other or bound a stretch.
    fn span_of_years(&self, i: usize) -> Option<Hit> {
        let first = self.year(i)?;
        let joint = i + 1;
        let slash = self.lower(joint) == "/";
        if !(slash || self.is_dash(joint)) || self.spaced(joint) || self.spaced(joint + 1) {
            return None;
        }
        let Class::Number(second) = self.class(joint + 1) else { return None };
        let two_digits = self.lower(joint + 1).len() == 2;
        if self.is_dash(joint + 2) && !self.spaced(joint + 2) {
            return None;
        }
        let last = if two_digits {
            first - first % 100 + second + if second < first % 100 { 100 } else { 0 }
        } else {
            second
        };
        let follows = last == first + 1;
        let plausible = (1900..=2100).contains(&first) && (two_digits || !self.counts(joint + 1));
        let (stretch, end) = (last > first && last <= 2100 && plausible, joint + 2);
        // A slash joins the two calendar years of one season or fiscal year; a hyphen may also join the ends of a longer stretch.
        (stretch && (follows || !slash && (!two_digits || last - first < 30)))
            .then(|| Hit::new(end, Form::Years(first, last)))
    }

    /// Whether the number of four digits at `i` is a year and not a count.
    fn is_year(&self, i: usize) -> bool {
        let Class::Number(year) = self.class(i) else { return false };
        if self.parse.tokens[i].span.len() != 4 {
            return false;
        }
        let recent = (1900..=2100).contains(&year);
        // `In 2019 prices rose`: behind these words a year is likelier than a count of things.
        let dated = matches!(self.before(i), "in" | "since" | "during" | "until" | "till" | "circa");
        if dated && recent || self.counts(i) {
            return dated && recent;
        }
        match self.before(i) {
            _ if dated => true,
            "by" | "from" | "before" | "after" | "through" | "between" | "of" | "for" | "to" | "and"
            | "late" | "early" | "mid" | "around" | "throughout" | "post" | "pre" => {
                recent && (self.closes(i) || self.modifies(i))
            }
            "(" | "©" => {
                recent && matches!(self.lower(i + 1), ")" | "," | "-" | "–" | ";" | ":")
                    || self.before(i) == "©"
            }
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "s" | "'s" | "’s"
            | "copyright" => recent && self.modifies(i),
            "" => {
                recent
                    && (matches!(self.penn(i + 1), Penn::Vbd | Penn::Vbz | Penn::Md)
                        || self.lower(i + 1) == ":")
            }
            _ => recent && self.names_edition(i),
        }
    }

    /// Whether the phrase ends with the number.
    fn closes(&self, i: usize) -> bool {
        !matches!(self.tag(i + 1), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num | Upos::Sym)
    }

    /// Whether the number stands before a noun in the singular, or a name: `the 2019 election`, `the 2008 Olympics`.
    fn modifies(&self, i: usize) -> bool {
        let adjective = |k: usize| {
            matches!(self.tag(k), Upos::Adj | Upos::Adv) || matches!(self.penn(k), Penn::Vbn | Penn::Vbd)
        };
        let noun = (i + 1..i + 5).find(|&k| !adjective(k)).unwrap_or(i + 1);
        matches!(self.penn(noun), Penn::Nn | Penn::Nnp)
            || self.penn(i + 1) == Penn::Nnps
            || self.is_dash(i + 1)
    }

    /// Whether the number closes the name of a meeting or edition: `Expo 2020`, `Euro 2024`.
    fn names_edition(&self, i: usize) -> bool {
        i > self.tokens.start
            && self.tag(i - 1) == Upos::Propn
            && self.is_capital(i - 1)
            && self.class(i - 1) == Class::Other
            && self.spaced(i)
            && self.closes(i)
    }
}

/// What a date in figures says: year first, or day and month in either order.
fn figures(printed: &str) -> Option<Form> {
    let mut fields = printed.split(['-', '/', '.', '–']);
    let (a, b, c) = (fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() || b.is_empty() || b.len() > 2 {
        return None;
    }
    let number = |s: &str| s.parse::<i16>().ok();
    let (first, second, third) = (number(a)?, number(b)?, number(c)?);
    let date = |year, month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        let stands = (1..=12).contains(&month) && (1..=31).contains(&day);
        stands.then_some(Calendar { year: YearRef::Of(year), month: Some(month), day: Some(day) })
    };
    if a.len() == 4 {
        return (c.len() == 2).then(|| date(first, second, third)).flatten().map(Form::Calendar);
    }
    let year = match c.len() {
        4 if (1000..=2100).contains(&third) => third,
        // Two digits stand for the century in which most news was written.
        2 if !printed.contains('.') => {
            if third < 50 {
                2000 + third
            } else {
                1900 + third
            }
        }
        _ => return None,
    };
    if a.len() > 2 || first == 0 {
        return None;
    }
    let (day_first, month_first) = (date(year, second, first), date(year, first, second));
    match (day_first, month_first) {
        // Points are written between day, month and year alone.
        (Some(day_first), Some(_)) if first == second || printed.contains('.') => {
            Some(Form::Calendar(day_first))
        }
        (Some(day_first), Some(month_first)) => Some(Form::Either(day_first, month_first)),
        (one, other) => one.or(other).map(Form::Calendar),
    }
}
