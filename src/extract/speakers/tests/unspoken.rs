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

#[test]
fn acts_done_with_a_word_of_saying() {
    by("Rosa Pinter conceded defeat after seven years as leader.", "seven years", "");
    by("Mayor Ilse Brandt ordered a curfew in three districts.", "three", "");
    by("Rosa Pinter conceded that three wards were lost.", "three", "Rosa Pinter");
}

#[test]
fn words_behind_the_speaker_of_a_quotation_are_the_writers() {
    by(
        "“You lied to us,” Judge Ann Moss told Lowe, 56, as she passed a sentence of five years.",
        "five years",
        "",
    );
    by("“It held,” Ann Moss told the crew, who had worked for 12 hours.", "12 hours", "");
    by("“It held,” Ann Moss said, “for 12 hours.”", "12 hours", "Ann Moss");
}

#[test]
fn what_a_source_gave_before_is_all_it_gave() {
    by("The list took 34 percent, less than the 36 that a poll had given it, and 58 seats.", "58", "");
    by("Union officials spoke of torn ballots in Graz, where three halls will vote again.", "three", "");
}

#[test]
fn givers_of_things_tell_no_value() {
    by("Rosa Pinter gave more than 200 concerts.", "200", "");
    by("The institute gave a magnitude of 6.2.", "6.2", "The institute");
    by("The vote was 217-203 after protests that drew 180,000 people by the unions' count.", "217", "");
}
