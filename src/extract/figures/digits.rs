//! What digits say: separators of thousands and decimals by position, the last significant place, glyphs of fractions.

/// The value of digits with their separators and the size of their last significant place. `None` where they are no
/// number: clock times, dotted dates, telephone numbers.
pub(super) fn read(word: &str) -> Option<(f64, f64)> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return whole(word);
    }
    let plain: String = word.chars().map(|c| if c.is_whitespace() || c == '’' { '\'' } else { c }).collect();
    let mut separators = plain.chars().filter(|c| !c.is_ascii_digit());
    let first = separators.next()?;
    let rest: Vec<char> = separators.collect();
    match (first, rest.as_slice()) {
        ('.', []) if plain.starts_with('.') => decimals(0.0, &plain[1..]),
        ('.' | ',', []) => one_separator(&plain, first),
        ('\'', rest) if rest.iter().all(|&c| c == '\'') => grouped(&plain, '\''),
        (_, rest) if rest.iter().all(|&c| c == first) => grouped(&plain, first),
        (_, [middle @ .., last]) if middle.iter().all(|&c| c == first) && *last != first => {
            let (left, right) = plain.rsplit_once(*last)?;
            let (value, _) = grouped(left, first)?;
            decimals(value, right)
        }
        _ => None,
    }
}

/// The value of a glyph: `½`.
pub(super) fn glyph(word: &str) -> Option<f64> {
    Some(match word {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

/// The size of the last significant place of a whole number: 1000 for 11,000; zero up to twelve, which people count out.
pub(super) fn last_place(value: f64) -> f64 {
    if value.abs() <= 12.0 || !value.is_finite() {
        return 0.0;
    }
    let mut place = 1.0;
    while value % (place * 10.0) == 0.0 {
        place *= 10.0;
    }
    place
}

/// A printed number times a magnitude, without the crumbs that binary fractions leave: 65.6 times a million is 65,600,000.
pub(super) fn times(value: f64, factor: f64) -> f64 {
    let product = value * factor;
    let grain = if product.abs() < 1e5 { 1e9 } else { 1e3 };
    let rounded = (product * grain).round() / grain;
    if factor == 1.0 || !rounded.is_finite() { product } else { rounded }
}

fn whole(digits: &str) -> Option<(f64, f64)> {
    if digits.len() > 15 || (digits.len() > 1 && digits.starts_with('0')) {
        return None;
    }
    let value: f64 = digits.parse().ok()?;
    Some((value, last_place(value)))
}

/// `11,000`, `6.3`, `12,5`, `1.200`: three digits behind a comma are thousands, behind a point decimals.
fn one_separator(word: &str, separator: char) -> Option<(f64, f64)> {
    let (left, right) = word.split_once(separator)?;
    let thousands = separator == ',' && right.len() == 3 && !left.starts_with('0') && left.len() <= 3;
    if thousands {
        return grouped(word, ',');
    }
    if separator == ',' && right.len() >= 3 {
        return None;
    }
    if left.len() > 1 && left.starts_with('0') {
        return None;
    }
    decimals(left.parse().ok()?, right)
}

/// `1,234,567`, and `12,50,000` as in India.
fn grouped(word: &str, separator: char) -> Option<(f64, f64)> {
    let mut groups = word.split(separator);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let (last, middle) = rest.split_last()?;
    let western = middle.iter().all(|g| g.len() == 3);
    let indian = separator == ',' && middle.iter().all(|g| g.len() == 2) && first.len() <= 2;
    let fits =
        last.len() == 3 && (western || indian) && matches!(first.len(), 1..=3) && !first.starts_with('0');
    if !fits {
        return None;
    }
    whole(&word.split(separator).collect::<String>())
}

fn decimals(left: f64, right: &str) -> Option<(f64, f64)> {
    if right.is_empty() || right.len() > 9 || !right.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let size = 10f64.powi(right.len() as i32);
    let value = (left * size + right.parse::<f64>().ok()?) / size;
    Some((value, 1.0 / size))
}
