//! The posts that two outlets give one person.

use super::{must_be_silent, must_speak};
use crate::compare::Code::TitleConflict;

#[test]
fn another_post() {
    must_speak(
        TitleConflict,
        &[
            &["Fire Chief Don Ames praised the crew.", "Deputy Fire Chief Don Ames praised the crew."],
            &["Don Ames, the town's fire chief, spoke.", "Assistant Fire Chief Don Ames spoke."],
            &["Mayor Lia Ford signed it.", "Lia Ford, the deputy mayor, signed it."],
            &["Sgt. Al Moody led the search.", "Lt. Al Moody led the search."],
            &["Senator Kay Wills voted no.", "Representative Kay Wills voted no."],
            &["Judge Ivo Kern ruled.", "Prosecutor Ivo Kern asked for ten years."],
            &["Principal Meg Hart sent the pupils home.", "Vice Principal Meg Hart sent them home."],
            &["Chief executive Stan Opal resigned.", "Finance chief Stan Opal resigned."],
            &["Bishop Luke Orr prayed with them.", "Archbishop Luke Orr prayed with them."],
            &["Mia Sand, mayor of Oakville, spoke.", "Mia Sand, mayor of Westbury, spoke."],
            &["Coach Pia Roth left the club.", "Assistant coach Pia Roth left the club."],
            &[
                "Police Commissioner Bob Lane took questions.",
                "Deputy Police Commissioner Bob Lane took questions.",
            ],
        ],
    );
}

#[test]
fn posts_that_both_hold() {
    must_be_silent(
        TitleConflict,
        &[
            &["Fire Chief Don Ames spoke.", "Chief Don Ames spoke."],
            &["Police Chief Ole Dahl spoke.", "Ole Dahl, chief of police in Norby, spoke."],
            &["Mayor Lia Ford spoke.", "Lia Ford, a lawyer and mother of two, spoke."],
            &["Mayor Lia Ford spoke.", "Lia Ford, who was deputy mayor until May, spoke."],
            &["Acting Chief Don Ames spoke.", "Deputy Chief Don Ames spoke."],
            &["Detective Sgt. Ray Sims spoke.", "Sgt. Ray Sims spoke."],
            &["Police spokesman Ray Sims spoke.", "Sgt. Ray Sims, a spokesman, spoke."],
            &["Spokesman Lt. Al Moody spoke.", "Lieutenant Al Moody spoke."],
            &["Mia Sand, mayor of Oakville, spoke.", "Mia Sand, mayor of the town, spoke."],
            &["Mia Sand, mayor of Oakville, spoke.", "Oakville Mayor Mia Sand spoke."],
            &["Coach Pia Roth spoke.", "Head coach Pia Roth spoke."],
            &["Professor Uma Rao spoke.", "Dr. Uma Rao spoke."],
            &["President Ana Silva spoke.", "Ana Silva, president of the board, spoke."],
            &["Company president Ana Silva spoke.", "Chief executive Ana Silva spoke."],
            &["Judge Ivo Kern ruled.", "Circuit Judge Ivo Kern ruled."],
            &["Captain Joe Nash scored.", "Joe Nash, a midfielder, scored."],
            &["Ole Dahl, Norby's police chief, spoke.", "Ole Dahl, police chief in Norby since May, spoke."],
            &["Gov. Ed Pell spoke.", "Republican Ed Pell spoke."],
            &["Detective Ray Sims testified.", "Officer Ray Sims testified on Monday."],
            &["Candidate Kay Wills spoke.", "Sen. Kay Wills spoke."],
        ],
    );
}

/// Offices of counties, towns and schools.
#[test]
fn another_office() {
    must_speak(
        TitleConflict,
        &[
            &["Sheriff Ike Dunn spoke.", "Undersheriff Ike Dunn spoke."],
            &["City Manager Fay Orr spoke.", "Fay Orr, the city attorney, spoke."],
            &["City Clerk Fay Orr spoke.", "City Treasurer Fay Orr spoke."],
            &["Superintendent Uma Bell closed it.", "Assistant Superintendent Uma Bell closed it."],
            &["President Ana Silva spoke.", "Vice-President Ana Silva spoke."],
        ],
    );
    must_be_silent(
        TitleConflict,
        &[
            &["Vice President Ana Silva spoke.", "Vice-President Ana Silva spoke."],
            &["The club's vice chairman, Ivo Kern, quit.", "Club vice-chairman Ivo Kern quit."],
            &["City Manager Fay Orr spoke.", "Fay Orr, who manages the city, spoke."],
        ],
    );
}

/// Who holds a post, held it once, or stands in for somebody; and lawyers of two sides.
#[test]
fn another_standing() {
    must_speak(
        TitleConflict,
        &[
            &["Mayor Lia Ford cut the ribbon.", "Lia Ford, a former mayor of the town, cut the ribbon."],
            &["Police Chief Ole Dahl spoke.", "Acting Police Chief Ole Dahl spoke."],
            &["Meg Hart, the principal, wept.", "Meg Hart, the school's former principal, wept."],
            &["Assistant District Attorney Ivo Kern spoke.", "Ivo Kern, the public defender, spoke."],
            &["Headteacher Uma Rao sent them home.", "The deputy headteacher, Uma Rao, sent them home."],
            &["Headmaster Abe Lund spoke.", "Deputy headmaster Abe Lund spoke."],
            &["District Attorney Ivo Kern spoke.", "Assistant District Attorney Ivo Kern spoke."],
        ],
    );
    must_be_silent(
        TitleConflict,
        &[
            // Titles that people keep.
            &["President Ana Silva spoke.", "Former president Ana Silva spoke."],
            &["General Max Orth spoke.", "Retired general Max Orth spoke."],
            &["Judge Ivo Kern spoke.", "Ivo Kern, a former prosecutor, spoke."],
            &["Gov. Ed Pell spoke.", "Ed Pell, a former governor, spoke."],
            // An article that knows of both.
            &["Mayor Lia Ford spoke.", "Mayor Lia Ford wept then. Lia Ford, the former mayor, is a doctor."],
            &["Mayor Lia Ford spoke.", "Lia Ford, a former deputy mayor, spoke."],
            &["Mayor-elect Lia Ford spoke.", "Lia Ford, the former mayor, spoke."],
            &["Prosecutor Ivo Kern spoke.", "Assistant District Attorney Ivo Kern spoke."],
            &["Mayor Lia Ford spoke.", "Lia Ford, a family doctor who presides over the council, spoke."],
        ],
    );
}
