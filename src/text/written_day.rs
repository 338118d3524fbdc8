//! A day written out in full, as metadata and published lines give it. Running text is read by the floor above.

use jiff::civil::Date;

use super::calendar::month;

/// The day that `text` names in full, with or without a weekday before it and a time behind it. Where both orders of day
/// and month are possible with strokes (`3/4/2024`), nothing is guessed.
pub(super) fn read(text: &str) -> Option<Date> {
    let words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|w| !w.is_empty()).take(8).collect();
    numeric(words.first()?).or_else(|| words.windows(3).take(3).find_map(spelled))
}

/// `2024-10-24`, `2024/10/24`, `20241024`, `24.10.2024`, also with a time behind a `T`.
fn numeric(word: &str) -> Option<Date> {
    let day = word.split(['T', 't']).next()?;
    if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) {
        return civil(&day[..4], &day[4..6], &day[6..]);
    }
    let separator = ['-', '/', '.'].into_iter().find(|s| day.contains(*s))?;
    let parts: Vec<&str> = day.trim_end_matches('.').split(separator).collect();
    let [a, b, c] = parts[..] else { return None };
    if a.len() == 4 {
        return civil(a, b, c);
    }
    if c.len() != 4 {
        return None;
    }
    match separator {
        '.' => civil(c, b, a),
        _ if number(a)? > 12 => civil(c, b, a),
        _ if number(b)? > 12 => civil(c, a, b),
        _ => None,
    }
}

/// `24 October 2024`, `October 24 2024`, `24th Oct. 2024`.
fn spelled(words: &[&str]) -> Option<Date> {
    let &[first, second, year] = words else { return None };
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), _) => (second, month),
        (None, None) => return None,
    };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let year = year.trim_end_matches(|c: char| !c.is_ascii_digit());
    if year.len() != 4 {
        return None;
    }
    Date::new(number(year)?, month, i8::try_from(number(day)?).ok()?).ok()
}

fn civil(year: &str, month: &str, day: &str) -> Option<Date> {
    let small = |part: &str| i8::try_from(number(part)?).ok();
    Date::new(number(year)?, small(month)?, small(day)?).ok()
}

fn number(digits: &str) -> Option<i16> {
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}
