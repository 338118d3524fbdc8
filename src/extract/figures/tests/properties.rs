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
