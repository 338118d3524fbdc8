//! Names held against each other without regard to case, and without a copy of either where it can be helped.

/// Whether two names are the same but for case.
pub fn same(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    lower(a).eq(lower(b))
}

/// Whether a name starts with another one, case aside.
pub fn starts_with(name: &str, start: &str) -> bool {
    if name.is_ascii() && start.is_ascii() {
        return name.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    }
    let mut letters = lower(name);
    lower(start).all(|c| letters.next() == Some(c))
}

/// How alike two names are in their letters, case aside: Winkler's measure, 0 to 1.
pub fn likeness(a: &str, b: &str) -> f64 {
    if a.is_ascii() && b.is_ascii() && a.len().max(b.len()) <= LONGEST {
        return winkler(a.as_bytes(), b.as_bytes());
    }
    strsim::jaro_winkler(&a.to_lowercase(), &b.to_lowercase())
}

/// Whether two names are more alike than `least`. Most are seen not to be by the letters that they have at all.
pub fn is_over(a: &str, b: &str, least: f64) -> bool {
    if a.is_ascii() && b.is_ascii() && !a.is_empty() && !b.is_empty() {
        let letters = b.bytes().fold(0u64, |mask, x| mask | letter(x));
        let met = a.bytes().filter(|&x| letters & letter(x) != 0).count().min(b.len()) as f64;
        let jaro = (met / a.len() as f64 + met / b.len() as f64 + 1.0) / 3.0;
        if jaro + 0.4 * (1.0 - jaro) <= least {
            return false;
        }
    }
    likeness(a, b) > least
}

/// Whether two names are one but for a slip of a letter or two: alike to nine tenths or more.
pub fn is_close(a: &str, b: &str) -> bool {
    is_over(a, b, 0.9f64.next_down())
}

/// A bit for a letter in either case; other letters may share it.
const fn letter(x: u8) -> u64 {
    1 << (x.to_ascii_lowercase() & 63)
}

fn lower(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase)
}

/// Names of so many letters have a bit for each in one number.
const LONGEST: usize = 64;

/// The measure of [`strsim::jaro_winkler`], without a copy of the names or a list of flags.
fn winkler(a: &[u8], b: &[u8]) -> f64 {
    let jaro = jaro(a, b);
    if jaro <= 0.7 {
        return jaro;
    }
    let start = a.iter().zip(b).take(4).take_while(|(x, y)| x.eq_ignore_ascii_case(y)).count();
    jaro + 0.1 * start as f64 * (1.0 - jaro)
}

fn jaro(a: &[u8], b: &[u8]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return if a.is_empty() && b.is_empty() { 1.0 } else { 0.0 };
    }
    let range = (a.len().max(b.len()) / 2).saturating_sub(1);
    // For every letter where it stands in `b`, so that none is looked for place by place.
    let mut places = [0u64; 128];
    b.iter().enumerate().for_each(|(j, y)| places[usize::from(y.to_ascii_lowercase() & 127)] |= 1 << j);
    let (mut met, mut taken) = (0u64, 0u64);
    for (i, x) in a.iter().enumerate() {
        let (from, to) = (i.saturating_sub(range), b.len().min(i + range + 1));
        let near = u64::MAX << from & u64::MAX >> (LONGEST - to);
        let free = places[usize::from(x.to_ascii_lowercase() & 127)] & near & !taken;
        if free != 0 {
            met |= 1 << i;
            taken |= free & free.wrapping_neg();
        }
    }
    let shared = f64::from(met.count_ones());
    if met == 0 {
        return 0.0;
    }
    let mut crossed = 0;
    while met != 0 {
        let (i, j) = (met.trailing_zeros() as usize, taken.trailing_zeros() as usize);
        crossed += u32::from(!a[i].eq_ignore_ascii_case(&b[j]));
        met &= met - 1;
        taken &= taken - 1;
    }
    let in_order = shared - f64::from(crossed / 2);
    (shared / a.len() as f64 + shared / b.len() as f64 + in_order / shared) / 3.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_makes_no_difference() {
        assert!(same("ÖSTERSUND", "Östersund") && same("Reuters", "REUTERS") && !same("Oslo", "Osla"));
        assert!(starts_with("Port of Oslo", "PORT") && starts_with("Ålesund", "åle"));
        assert!(!starts_with("Oslo", "Oslo Airport"));
        assert!(likeness("LINDQVIST", "Lindqvest") > 0.9 && likeness("Lindqvist", "Oduya") < 0.5);
    }

    proptest! {
        /// The short ways lead to what the long ones lead to.
        #[test]
        fn nothing_is_lost_by_looking_less(a in "[a-cA-C é-]{0,9}", b in "[a-cA-C é-]{0,9}") {
            let (x, y) = (a.to_lowercase(), b.to_lowercase());
            prop_assert_eq!(same(&a, &b), x == y);
            prop_assert_eq!(starts_with(&a, &b), x.starts_with(&y));
            prop_assert_eq!(likeness(&a, &b), strsim::jaro_winkler(&x, &y));
            prop_assert_eq!(is_close(&a, &b), likeness(&a, &b) >= 0.9);
            for least in [0.5, 0.85, 0.9] {
                prop_assert_eq!(is_over(&a, &b, least), likeness(&a, &b) > least);
            }
        }
    }
}
