//! The English names of months and weekdays, in full and shortened as newspapers shorten them (The Associated Press
//! Stylebook, `months`, `days of the week`).

use jiff::civil::Weekday;

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

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

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
    is_form(word, name, &["sept"]).then_some(number)
}

/// The weekday of a name in any case: in full, its first three letters, `Tues` or `Thurs`; with or without a point.
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
    is_form(word, weekday_name(day), &["tues", "thurs"]).then_some(day)
}

/// The first three letters of a word in lower case, by which months and weekdays are told apart.
fn head(word: &str) -> Option<[u8; 3]> {
    let letters: &[u8; 3] = word.as_bytes().first_chunk()?;
    Some(letters.map(|letter| letter.to_ascii_lowercase()))
}

/// Whether a word that begins as a name does is that name in full, its first three letters, or a longer short form.
fn is_form(word: &str, name: &str, longer: &[&str]) -> bool {
    word.len() == 3
        || word.eq_ignore_ascii_case(name)
        || longer.iter().any(|form| word.eq_ignore_ascii_case(form))
}

/// The name of a weekday, in full.
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.to_monday_zero_offset() as usize]
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
        for word in ["", "Mond", "wednes", "sundays", "thur"] {
            assert_eq!(weekday(word), None, "{word}");
        }
        assert!(WEEKDAYS.iter().all(|name| weekday_name(weekday(name).unwrap()) == *name));
    }
}
