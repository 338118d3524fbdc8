//! The English names of months and weekdays, in full and shortened as newspapers shorten them (The Associated Press
//! Stylebook, `months`, `days of the week`), and the words for days near today.

use jiff::civil::{Date, Weekday};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The weekdays with a capital and without.
const WEEKDAYS: [[&str; 2]; 7] = [
    ["Monday", "monday"],
    ["Tuesday", "tuesday"],
    ["Wednesday", "wednesday"],
    ["Thursday", "thursday"],
    ["Friday", "friday"],
    ["Saturday", "saturday"],
    ["Sunday", "sunday"],
];

/// Short forms of more than three letters.
const LONGER: [&str; 4] = ["sept", "tues", "thur", "thurs"];

/// Words that tell a day by how many days it is from today.
pub const NEAR_DAYS: [(&str, i8); 4] = [("yesterday", -1), ("today", 0), ("tonight", 0), ("tomorrow", 1)];

/// The names of months and weekdays in full, in lower case.
pub fn names() -> impl Iterator<Item = &'static str> {
    MONTHS.into_iter().chain(WEEKDAYS.into_iter().map(|[_, lower]| lower))
}

/// The short forms of those names, without their point, in lower case; May is its own.
pub fn short_names() -> impl Iterator<Item = &'static str> {
    names().map(|name| &name[..3]).chain(LONGER)
}

/// Whether a word in lower case tells a day from today.
pub fn is_near_day(lower: &str) -> bool {
    matches!(lower.len(), 5..=9) && NEAR_DAYS.iter().any(|(word, _)| *word == lower)
}

/// The number of a month, 1 to 12, from its name in any case: in full, its first three letters, or `Sept`; with or
/// without a point.
pub fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let number: i8 = match &head(word)? {
        b"jan" => 1,
        b"feb" => 2,
        b"mar" => 3,
        b"apr" => 4,
        b"may" => 5,
        b"jun" => 6,
        b"jul" => 7,
        b"aug" => 8,
        b"sep" => 9,
        b"oct" => 10,
        b"nov" => 11,
        b"dec" => 12,
        _ => return None,
    };
    let name = MONTHS[usize::from(number.unsigned_abs()) - 1];
    is_form(word, name).then_some(number)
}

/// The weekday of a name in any case: in full, its first three letters, `Tues`, `Thur` or `Thurs`; with or without a point.
pub fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let day = match &head(word)? {
        b"mon" => Weekday::Monday,
        b"tue" => Weekday::Tuesday,
        b"wed" => Weekday::Wednesday,
        b"thu" => Weekday::Thursday,
        b"fri" => Weekday::Friday,
        b"sat" => Weekday::Saturday,
        b"sun" => Weekday::Sunday,
        _ => return None,
    };
    is_form(word, weekday_name(day)).then_some(day)
}

/// The first three letters of a word in lower case, by which months and weekdays are told apart.
fn head(word: &str) -> Option<[u8; 3]> {
    let letters: &[u8; 3] = word.as_bytes().first_chunk()?;
    Some(letters.map(|letter| letter.to_ascii_lowercase()))
}

/// Whether a word that begins as a name does is that name in full, its first three letters, or a longer short form.
fn is_form(word: &str, name: &str) -> bool {
    word.len() == 3
        || word.eq_ignore_ascii_case(name)
        || LONGER.iter().any(|form| word.eq_ignore_ascii_case(form))
}

/// The name of a weekday, in full.
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.to_monday_zero_offset() as usize][0]
}

/// The name of a date's month as a desk shortens it, without its point.
pub fn short_month(date: Date) -> &'static str {
    const SHORT: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    SHORT[usize::from(date.month().unsigned_abs()) - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_full_and_shortened() {
        for (word, number) in [("March", 3), ("sept.", 9), ("SEPT", 9), ("Sep", 9), ("dec.", 12), ("may", 5)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        for word in ["", ".", "ma", "marc", "marching", "septe", "märz", "janu"] {
            assert_eq!(month(word), None, "{word}");
        }
    }

    #[test]
    fn weekdays_are_known_in_full_and_shortened() {
        for (word, day) in
            [("Tues.", Weekday::Tuesday), ("thurs", Weekday::Thursday), ("SUNDAY", Weekday::Sunday)]
        {
            assert_eq!(weekday(word), Some(day), "{word}");
        }
        for word in ["", "Mond", "wednes", "sundays", "thursd"] {
            assert_eq!(weekday(word), None, "{word}");
        }
        assert!(WEEKDAYS.iter().all(|[name, _]| weekday_name(weekday(name).unwrap()) == *name));
    }

    #[test]
    fn every_listed_form_names_a_month_or_a_weekday() {
        for word in names().chain(short_names()) {
            assert!(month(word).is_some() != weekday(word).is_some(), "{word}");
        }
        assert_eq!((names().count(), short_names().count()), (19, 23));
    }

    #[test]
    fn days_near_today() {
        for word in ["tonight", "yesterday"] {
            assert!(is_near_day(word), "{word}");
        }
        for word in ["", "night", "todays", "Today"] {
            assert!(!is_near_day(word), "{word}");
        }
    }
}
