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

#[test]
fn more_denials_and_beliefs() {
    said(
        "The club rejected a report that it owed $3 million.",
        "The club: !a report that it owed $3 million",
    );
    said("Economists believe that growth will reach 2 percent.", "Economists: ?growth will reach 2 percent");
    said("The army did not confirm that six soldiers had died.", "The army: ~six soldiers had died");
    said("Doctors fear that 20 more will die.", "Doctors: ?20 more will die");
    by("A team of 54 firefighters joined 40 rescuers.", "54", "");
    by("Parliament approved 500 million for relief.", "500", "");
    by("The company hired 1,200 people last year.", "1,200", "");
    by("The river rose two metres.", "two", "");
}
