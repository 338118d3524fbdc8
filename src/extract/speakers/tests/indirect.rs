//! Indirect speech: cues, speakers and what is said.

use super::said;

#[test]
fn the_subject_stands_before_its_verb() {
    said("The court said the ban was unlawful.", "The court: the ban was unlawful");
    said(
        "Judge Maria Torres ruled early but said that 12 men would be freed.",
        "Maria Torres: 12 men would be freed",
    );
    said("On Tuesday the airline said it would cut 400 flights.", "the airline: it would cut 400 flights");
    said("The airline said on Tuesday it would cut 400 flights.", "The airline: it would cut 400 flights");
    said(
        "The airline said in a statement that it would cut 400 flights.",
        "The airline: it would cut 400 flights",
    );
    said("Analyst Hugo Lindqvist at Nordbank said profit would halve.", "Hugo Lindqvist: profit would halve");
    said("Karen Whitfield, who runs the mill, said 30 jobs would go.", "Karen Whitfield: 30 jobs would go");
    said("Karen Whitfield, 51, a nurse, said four wards were shut.", "Karen Whitfield: four wards were shut");
    said(
        "The club's coach, Paul Marchetti, said two players were hurt.",
        "Paul Marchetti: two players were hurt",
    );
}

#[test]
fn the_speaker_comes_last() {
    said("Four wards were shut, the hospital said.", "the hospital: Four wards were shut");
    said(
        "Four wards were shut, said Karen Whitfield, the head nurse.",
        "Karen Whitfield: Four wards were shut",
    );
    said("Four wards were shut, according to the hospital.", "the hospital: Four wards were shut");
    said("According to the hospital, four wards were shut.", "the hospital: four wards were shut");
    said(
        "Six people drowned, officials said on Sunday, as the storm moved east.",
        "officials: Six people drowned",
    );
}
