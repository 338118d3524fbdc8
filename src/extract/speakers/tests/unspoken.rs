//! What nobody says, denies or believes.

use super::{by, said};

#[test]
fn denials_beliefs_and_refusals() {
    said(
        "The company denied that 40 people had been dismissed.",
        "The company: !40 people had been dismissed",
    );
    said("The bank expects inflation of 3 percent.", "The bank: ?inflation of 3 percent");
    said(
        "A spokesman declined to say whether 40 people had been dismissed.",
        "A spokesman: ~40 people had been dismissed",
    );
}

#[test]
fn a_doer_is_no_speaker() {
    by("The government sent 250 soldiers.", "250", "");
    by("Police arrested 12 men on Friday, and the court jailed nine.", "nine", "");
}
