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
