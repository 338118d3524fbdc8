//! Which class of the date grammar a token belongs to.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use crate::text::{WordMap, calendar};

use super::{Part, Season, Unit, feasts};

/// What a token can be in a date.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Class {
    /// Nothing.
    #[default]
    Other,
    /// A month's name that is nothing else, 1 to 12.
    Month(i8),
    /// A month that is also a given name: April, June, August.
    MonthName(i8),
    /// A month that is also a common word: March, May.
    MonthWord(i8),
    /// An abbreviated month.
    MonthShort(i8),
    /// A weekday in full.
    Weekday(Weekday),
    /// An abbreviated weekday.
    WeekdayShort(Weekday),
    /// today, tomorrow, yesterday: days from the present one.
    Deictic(i8),
    /// overnight.
    Overnight,
    /// morning, night.
    DayPart,
    /// week, months.
    Period(Unit),
    /// half.
    Half,
    /// A season.
    Season(Season),
    /// fall, which is a season in America and a verb everywhere.
    SeasonWord(Season),
    /// last, this, next: counted from publication.
    Shift(i8),
    /// previous, that, following: counted from what was told before.
    Beside(i8),
    /// early, mid, late.
    Edge(Part),
    /// start, middle, end.
    EdgeNoun(Part),
    /// ago, earlier, later, before, after.
    Sense(Sense),
    /// A number word.
    Cardinal(i16),
    /// first, second.
    Ordinal(i8),
    /// 1st, 22nd.
    OrdinalDigits(i8),
    /// Up to four digits.
    Number(i16),
    /// 24.10.2024: a date in figures that is one token.
    Figures,
    /// 1990s.
    Decade(i16),
    /// 90s, by its last two digits.
    DecadeShort(i16),
    /// nineties, by its last two digits.
    DecadeWord(i16),
    /// Q3.
    Quarter(i8),
    /// H1.
    HalfCode(i8),
    /// fiscal, financial.
    Fiscal,
    /// FY2024.
    FiscalYear(i16),
    /// The first word of a feast's name.
    Feast,
    /// a, an.
    A,
    /// the.
    The,
}

/// The direction of a distance in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sense {
    /// Back from publication.
    Ago,
    /// Back from what was told before.
    Earlier,
    /// On from what was told before.
    Later,
    /// Back from what follows, or from what was told before.
    Before,
    /// On from what follows, or from what was told before.
    After,
}

static WORDS: LazyLock<WordMap<Class>> = LazyLock::new(|| {
    // Where a word is two things, the later list says what it is: `may` opens a feast, is a month and most often a verb.
    let feasts = feasts::openers().map(|word| (word, Class::Feast));
    let short =
        calendar::short_names().filter_map(|word| named(word, Class::MonthShort, Class::WeekdayShort));
    let full = calendar::names().filter_map(|word| named(word, Class::Month, Class::Weekday));
    let near = calendar::NEAR_DAYS.into_iter().map(|(word, days)| (word, Class::Deictic(days)));
    let others = include_str!("../data/date_words.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(entry);
    feasts.chain(short).chain(full).chain(near).chain(others).collect()
});

/// A name of the calendar with its class.
fn named(
    word: &'static str,
    month: fn(i8) -> Class,
    weekday: fn(Weekday) -> Class,
) -> Option<(&'static str, Class)> {
    let class = calendar::month(word).map(month).or_else(|| calendar::weekday(word).map(weekday));
    class.map(|class| (word, class))
}

fn entry(line: &'static str) -> Option<(&'static str, Class)> {
    let mut fields = line.split(' ');
    let (word, class, value) = (fields.next()?, fields.next()?, fields.next()?);
    let class = match class {
        "month" if value == "name" => Class::MonthName(calendar::month(word)?),
        "month" => Class::MonthWord(calendar::month(word)?),
        _ => class_named(class, value, value.parse().unwrap_or_default())?,
    };
    Some((word, class))
}

fn class_named(class: &str, value: &str, number: i16) -> Option<Class> {
    let small = i8::try_from(number).ok()?;
    Some(match class {
        "overnight" => Class::Overnight,
        "daypart" => Class::DayPart,
        "half" => Class::Half,
        "period" => Class::Period(unit_named(value)?),
        "season" => Class::Season(season_numbered(small)?),
        "season-word" => Class::SeasonWord(season_numbered(small)?),
        "shift" => Class::Shift(small),
        "beside" => Class::Beside(small),
        "edge" => Class::Edge(part_numbered(small)?),
        "edge-noun" => Class::EdgeNoun(part_numbered(small)?),
        "sense" => Class::Sense(sense_named(value)?),
        "cardinal" => Class::Cardinal(number),
        "ordinal" => Class::Ordinal(small),
        "fiscal" => Class::Fiscal,
        "decade-word" => Class::DecadeWord(number),
        "article" => Class::A,
        "the" => Class::The,
        _ => return None,
    })
}

fn unit_named(name: &str) -> Option<Unit> {
    Some(match name {
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        _ => return None,
    })
}

fn season_numbered(number: i8) -> Option<Season> {
    [Season::Spring, Season::Summer, Season::Autumn, Season::Winter]
        .get(usize::try_from(number).ok()?)
        .copied()
}

fn part_numbered(number: i8) -> Option<Part> {
    [Part::Early, Part::Mid, Part::Late].get(usize::try_from(number).ok()?).copied()
}

fn sense_named(name: &str) -> Option<Sense> {
    Some(match name {
        "ago" => Sense::Ago,
        "earlier" => Sense::Earlier,
        "later" => Sense::Later,
        "before" => Sense::Before,
        "after" => Sense::After,
        _ => return None,
    })
}

/// The class of a token, given in lower case.
pub fn class_of(lower: &str) -> Class {
    match lower.as_bytes() {
        [b'0'..=b'9', ..] => numeric(lower),
        [b'q', digit @ b'1'..=b'4'] => Class::Quarter((digit - b'0') as i8),
        [b'h', digit @ b'1'..=b'2'] => Class::HalfCode((digit - b'0') as i8),
        [b'f', b'y', digits @ ..] if digits.first().is_some_and(u8::is_ascii_digit) => {
            fiscal_year(&lower[2..])
        }
        [b'a'..=b'z', ..] => {
            let bare = lower.strip_suffix('.').unwrap_or(lower);
            WORDS.get(bare).copied().unwrap_or(Class::Other)
        }
        _ => Class::Other,
    }
}

/// `2024` or `24` behind `FY`.
fn fiscal_year(digits: &str) -> Class {
    match (digits.len(), digits.parse::<i16>()) {
        (4, Ok(year @ 1900..=2100)) => Class::FiscalYear(year),
        (2, Ok(year)) => Class::FiscalYear(2000 + year),
        _ => Class::Other,
    }
}

/// The class of a token that begins with a digit.
fn numeric(lower: &str) -> Class {
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 4 {
        return Class::Other;
    }
    let number = lower[..digits].parse::<i16>().unwrap_or_default();
    match &lower[digits..] {
        "" => Class::Number(number),
        "st" | "nd" | "rd" | "th" if digits <= 2 => match i8::try_from(number) {
            Ok(day @ 1..=31) => Class::OrdinalDigits(day),
            _ => Class::Other,
        },
        "s" | "'s" | "’s" if digits == 4 && number % 10 == 0 => Class::Decade(number),
        "s" if digits == 2 && number % 10 == 0 => Class::DecadeShort(number),
        rest if rest.bytes().filter(|b| matches!(b, b'.' | b'/' | b'-')).count() == 2 => Class::Figures,
        _ => Class::Other,
    }
}
