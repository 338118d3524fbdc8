//! What holds for any text.

use proptest::prelude::*;

use super::read;

proptest! {
    #[test]
    fn any_text_gives_finite_figures_on_character_boundaries(text in "\\PC{0,60}|[0-9a-z $€%½,.'/–-]{0,60}") {
        for figure in read(&text) {
            prop_assert!(figure.value.lo.is_finite() && figure.value.hi.is_finite() && figure.value.place.is_finite());
            prop_assert!(figure.value.lo <= figure.value.hi);
            prop_assert!(text.get(figure.span.range()).is_some());
        }
    }
}

/// A number from 0 to 999,999 in words.
fn spelled(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let behind =
        |rest: u32, joint: &str| if rest == 0 { String::new() } else { format!("{joint}{}", spelled(rest)) };
    match number {
        0..20 => SMALL[number as usize].to_owned(),
        20..100 => format!("{}{}", TENS[number as usize / 10 - 2], behind(number % 10, "-")),
        100..1000 => format!("{} hundred{}", SMALL[number as usize / 100], behind(number % 100, " and ")),
        _ => format!("{} thousand{}", spelled(number / 1000), behind(number % 1000, " ")),
    }
}

/// A number with commas between groups of three digits.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn value(text: &str) -> Option<(f64, f64, String)> {
    match &read(text)[..] {
        [only] => Some((only.value.lo, only.value.hi, only.unit.to_string())),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn digits_groups_and_words_are_one_value(number in 2u32..999_999) {
        let wanted = Some((f64::from(number), f64::from(number), "house".to_owned()));
        for printed in [number.to_string(), grouped(number), spelled(number)] {
            // Four bare digits may be a year.
            if printed.len() == 4 && printed.starts_with(['1', '2']) {
                continue;
            }
            prop_assert_eq!(value(&format!("They counted {printed} houses.")), wanted.clone(), "{}", printed);
        }
    }

    #[test]
    fn money_is_one_value_however_it_is_scaled(tenths in 11u32..9_999) {
        let millions = f64::from(tenths) / 10.0;
        let (lo, unit) = (f64::from(tenths) * 100_000.0, "USD".to_owned());
        for printed in [
            format!("${millions} million"),
            format!("${millions}m"),
            format!("US${millions} million"),
            format!("{millions} million dollars"),
            format!("${}", grouped(tenths * 100_000)),
        ] {
            let read = value(&format!("The port cost {printed} to build."));
            let close = read.as_ref().is_some_and(|(a, b, u)| (a - lo).abs() < 1.0 && a == b && *u == unit);
            prop_assert!(close, "{}: {:?}", printed, read);
        }
    }

    #[test]
    fn ranges_are_one_value_whatever_joins_them(lo in 2u32..90, more in 1u32..9) {
        let hi = lo + more;
        let wanted = Some((f64::from(lo), f64::from(hi), "percent".to_owned()));
        for printed in [
            format!("{lo}-{hi} percent"),
            format!("{lo}–{hi} percent"),
            format!("{lo} to {hi} percent"),
            format!("{lo}-{hi}%"),
            format!("between {lo} and {hi} percent"),
            format!("between {lo} percent and {hi} percent"),
        ] {
            prop_assert_eq!(value(&format!("Rents may rise {printed} next year.")), wanted.clone(), "{}", printed);
        }
    }
}

#[test]
fn a_value_survives_its_printed_forms() {
    let same = |forms: &[&str]| {
        let values: Vec<_> =
            forms.iter().map(|f| read(&format!("They counted {f} houses."))[0].value).collect();
        assert!(values.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {values:?}");
    };
    same(&["11,000", "eleven thousand", "11 thousand", "11-thousand"]);
    same(&["four", "4"]);
    same(&["21", "twenty-one"]);
    same(&["2,000,000", "two million", "2 million"]);
    same(&["340", "three hundred and forty", "three hundred forty"]);
}

#[test]
fn marks_of_another_style_change_no_value() {
    let values =
        |text: &str| read(text).iter().map(|f| (f.value.lo, f.value.hi, f.unit.clone())).collect::<Vec<_>>();
    let text = "\"It's 5-6 percent,\" the firm's chief said; a 30-day ban cost $2-3 million.";
    assert_eq!(values(text).len(), 3);
    assert_eq!(values(text), values(&text.replace('\'', "’").replacen('"', "“", 1).replace('"', "”")));
    assert_eq!(values(text), values(&text.replace("5-6", "5–6").replace("2-3", "2–3")));
}
