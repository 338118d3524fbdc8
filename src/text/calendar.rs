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
    let known = |name: &str| word.len() == name.len() || word.len() == 3 || word.eq_ignore_ascii_case("sept");
    (1..).zip(MONTHS).find(|(_, name)| opens(name, word) && known(name)).map(|(number, _)| number)
}

/// The weekday of a name in any case: in full, its first three letters, `Tues` or `Thurs`; with or without a point.
pub fn weekday(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let longer = word.eq_ignore_ascii_case("tues") || word.eq_ignore_ascii_case("thurs");
    let known = |name: &str| word.len() == name.len() || word.len() == 3 || longer;
    let at = WEEKDAYS.iter().position(|name| opens(name, word) && known(name))?;
    Weekday::from_monday_zero_offset(at as i8).ok()
}

/// The name of a weekday, in full.
pub fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.to_monday_zero_offset() as usize]
}

/// Whether a name begins with a word, in any case. Its first letter tells most words apart.
fn opens(name: &str, word: &str) -> bool {
    let first = |word: &str| word.as_bytes().first().map(u8::to_ascii_lowercase);
    first(name) == first(word) && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
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
