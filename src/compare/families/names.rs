//! Names of victims, suspects, officials, athletes and others, spelled in two ways.

use super::{must_be_silent, must_speak};
use crate::compare::Code::NameVariant;

/// A letter more, less, other or swapped, in one part of a full name.
#[test]
fn a_slip_in_one_part() {
    must_speak(
        NameVariant,
        &[
            &["Police named the victim as Brittany Olsen, 27.", "Brittney Olsen, 27, was found by a jogger."],
            &["The driver, Jaylen Moss, was booked on Friday.", "Jalen Moss, the driver, was booked."],
            &["Firefighter Kurt Andersen was hurt.", "Firefighter Kurt Anderson was hurt in the blaze."],
            &["Coach Meghan Tully praised her team.", "Coach Megan Tully praised her players."],
            &["Michael Dorsey, 31, pleaded guilty.", "Micheal Dorsey, 31, pleaded guilty on Monday."],
            &["Councilwoman Lindsay Rowe voted no.", "Councilwoman Lindsey Rowe voted against it."],
            &["Sheriff Ed Kraus spoke to reporters.", "Sheriff Ed Krause spoke to reporters."],
            &["The singer Zack Perrin cancelled his tour.", "The singer Zach Perrin cancelled his tour."],
            &["Engineer Allan Pryce warned the board.", "Engineer Alan Pryce warned the board in May."],
            &["Prosecutor Gail Thompson rested her case.", "Prosecutor Gail Thomson rested her case."],
            &["Trooper Luis Rodriguez was shot.", "Trooper Luis Rodriquez was shot."],
            &["Nurse Siobhan O'Brien was rescued.", "Nurse Siobhan O'Brian was rescued."],
            &["The hiker, Colin McDonald, was found alive.", "The hiker, Colin MacDonald, was found alive."],
            &["Deputy Mark Newlan was treated.", "Deputy Mark Newland was treated for burns."],
            &["Kathryn Bellows won the seat.", "Katherine Bellows won the seat."],
            &["Jeffery Stone was sentenced on Friday.", "Jeffrey Stone was sentenced to six years."],
            &["Principal Rosa Villareal closed the school.", "Principal Rosa Villarreal closed the school."],
            &["Midfielder Tom Searle scored.", "Midfielder Tom Serle scored twice."],
            &["The author Ingrid Halvorsen won.", "The author Ingrid Halvorson won the prize."],
            &["Geologist Peter Weiss mapped it.", "Geologist Peter Wiess mapped the fault."],
        ],
    );
}

/// Letters in capitals, apostrophes and like-sounding first names.
#[test]
fn spellings_of_one_sound() {
    must_speak(
        NameVariant,
        &[
            &["Shawn Beck, 19, was killed.", "Sean Beck, 19, was killed on Route 4."],
            &["Fire Chief Dwight Loomis said so.", "Fire Chief Dwite Loomis said so."],
            &["LaToya Griggs, 34, was hurt.", "Latoia Griggs, 34, was hurt."],
            &["Stephen Varga, 52, was arrested.", "Steven Varga, 52, was arrested on Sunday."],
            &["Officer Philip Crane fired once.", "Officer Phillip Crane fired once."],
            &["Marc Ellison, the pilot, was rescued.", "Mark Ellison, the pilot, was rescued."],
            &["Judge Tracy Lund set bail.", "Judge Tracey Lund set bail."],
            &["Caitlin Forde won bronze.", "Kaitlyn Forde won bronze in the 800 metres."],
        ],
    );
}

/// Both parts differ, or a whole part: role, age or companions say that it is one person.
#[test]
fn two_parts_differ() {
    must_speak(
        NameVariant,
        &[
            &["Chief executive Debra Claiborne resigned.", "Chief executive Debora Clayborne resigned."],
            &["Teresa Nickels, 44, was struck by a van.", "Theresa Nichols, 44, was struck by a van."],
            &["Christina Meyer, 29, was named as the victim.", "Kristina Meier, 29, was the victim."],
            &["Daniel Hobbs, 38, was charged with arson.", "David Hobbs, 38, was charged with arson."],
            &["Amanda Greene, 26, drowned in the lake.", "Amanda Brown, 26, drowned in the lake."],
            &["Police Chief Ron Haskell spoke.", "Police Chief Don Haskell spoke."],
        ],
    );
}

/// The slip is in a second mention or a caption of the same article.
#[test]
fn a_slip_within_an_article() {
    must_speak(
        NameVariant,
        &[
            &["Deputy Aaron Klein was shot on Friday.\n\nMr Klien was flown to a hospital."],
            &["Police arrested Dana Kowalski.\n\nPolice said Kowalsky will appear in court."],
            &["Mayor Irene Castellano won.\n\nCastelano thanked her voters."],
            &["The suspect, Martin Frazier, fled.\n\nMartin Frasier was caught on Sunday."],
            &["Photo: Jalen Moss leaves court on Monday.\n\nJaylen Moss was charged with theft."],
            &["Goalkeeper Jonas Lindqvist left the pitch.\n\nThe club said Lindquist will miss two matches."],
        ],
    );
}

/// Two people of like names.
#[test]
fn people_of_like_names() {
    must_be_silent(
        NameVariant,
        &[
            &["Brothers Ian Marsh, 22, and Evan Marsh, 24, were hurt.", "Ian Marsh, 22, was hurt."],
            &["Ron Haskell, 61, was shot.", "His brother, Don Haskell, 58, spoke to reporters."],
            &["Walter Brandt was killed.", "Walter Brandt Jr. said his father loved the sea."],
            &["Twins Anna Berg and Hanna Berg won gold.", "Anna Berg won gold with her sister Hanna Berg."],
            &["Maria Ortiz, 40, was hurt.", "Mario Ortiz, her husband, called for help."],
            &["Sgt. Dan Reed led the search.", "Detective Don Read was first on the scene."],
            &["Councilman Gary Stone voted yes.", "Councilman Gerry Stane was not there. Gary Stone was."],
            &["Emma Clarke, 17, died.", "Ella Clarke, 14, her sister, was hurt."],
            &["Eric Lund scored for Bergen.", "Erica Lund scored for Oslo."],
            &["Joan Miller taught there.", "John Miller taught there."],
            &["Tim Grant of Leeds lost.", "Tom Grant of York won."],
            &["Paula Reyes, 33, was the driver.", "Paul Reyes, 35, was a passenger."],
            &["Sean Keene, 27, and Sean Keane, 29, swam.", "Sean Keane, 29, and Sean Keene, 27, swam."],
        ],
    );
}

/// House style, short forms, married and second names.
#[test]
fn names_in_other_forms() {
    must_be_silent(
        NameVariant,
        &[
            &["Robert Nash spoke.", "Bob Nash spoke."],
            &["Katherine Nash spoke.", "Kate Nash spoke."],
            &["William J. Pike was fined.", "Bill Pike was fined."],
            &["William J. Pike was fined.", "William Pike was fined."],
            &["Anita Ruiz-Campos won.", "Anita Ruiz won."],
            &["Lucía Gómez won.", "Lucia Gomez won."],
            &["Sir Alan Deane spoke.", "Alan Deane spoke."],
            &["Samantha Cole, nee Burke, was hurt.", "Samantha Cole was hurt."],
            &["José Luis Herrera was held.", "José Herrera was held."],
            &["Anthony “Tony” Bell spoke.", "Tony Bell spoke."],
            &["D.J. Whitfield scored.", "DJ Whitfield scored."],
            &["Marcus Hill Sr. was shot.", "Marcus Hill was shot."],
            &["Jürgen Möller won.", "Jurgen Moeller won."],
            &["Ngo Thi Lan was rescued.", "Lan, who was rescued, is well."],
            &["Dr. Ruth Adeyemi, the coroner, said so.", "Coroner Ruth Adeyemi said so."],
        ],
    );
}

/// Places, firms and other things have more forms than people.
#[test]
fn things_in_other_forms() {
    must_be_silent(
        NameVariant,
        &[
            &["The gates of Dunmore Park were shut.", "The gates of Dunmore were shut."],
            &["A fire burned in Brannock.", "It burned in the town of Brannock Hall."],
            &["Varden Audio cut 200 jobs.", "Varden cut 200 jobs."],
            &["The Labour Party lost.", "Labour lost."],
            &["The Calder River rose.", "The River Calder rose."],
            &["Mercy Hospital took them in.", "Mercy General Hospital took them in."],
            &["The Defense Ministry denied it.", "The Defence Ministry denied it."],
            &["The town of Ashford was hit.", "The town of Ashland was hit."],
            &["Norwegians were among them.", "A Norwegian was among them."],
            &["Senators Mike Lund and Al Roe voted no.", "Sen. Mike Lund voted no."],
            &["Deputies Ann Pratt and Joe Sims fired.", "Deputy Ann Pratt fired."],
            &["Leila de Rosa won. Fans of Leila cheered.", "De Rosa won. Leila de Rosa cried."],
        ],
    );
}

/// A caption without the middle name, a letter doubled for another, a first name that nobody has.
#[test]
fn slips_of_other_kinds() {
    must_speak(
        NameVariant,
        &[
            &["Carol Jean Stroud, 53, stared at the floor.\n\nCarol Straud leaves the court on Monday."],
            &["Ladonna Crisp leads the union.", "Ladonna Cripps of the union was on the air."],
            &["Emma Brandt won the race.", "Emta Brandt won the race."],
        ],
    );
    must_be_silent(
        NameVariant,
        &[
            &["The New Yorker won.", "New Yorkers won."],
            &["Sen. Ross Tilby voted for it.", "Sen. Mark Tilby voted for it."],
            &["The Constitution protects them.", "It is the Constitutional power of the court."],
        ],
    );
}

/// Another first name in one office, another half of a double name, a name between quotation marks.
#[test]
fn another_name_in_one_office() {
    must_speak(
        NameVariant,
        &[
            &["Sheriff Darren Voss led the search.", "Sheriff Darryl Voss led the search."],
            &["SP Arvind Menon spoke.", "Superintendent of Police Anand Menon spoke."],
            &[
                "The dairy’s technical director, Gareth Lisle, said the line was stopped.",
                "Technical director Gavin Lisle said the line was stopped.",
            ],
            &["Rosalind Tackett taught swimming.", "Rosalyn Tackett taught swimming."],
            &["Hugh Lincoln-Shaw chairs the parish.", "Hugh Linkoln-Shaw chairs the parish."],
            &["Edna “Dolly” Marsch turned 100.", "Edna Marsh turned 100."],
        ],
    );
    must_be_silent(
        NameVariant,
        &[
            &["Coach Jim Harrow won.", "Coach John Harrow lost."],
            &["President Ana Silva spoke.", "President Aldo Silva signed it in 1990."],
            &["Owner Abe Lund sold it.", "Owner Ida Lund bought it."],
            &["Officer Ray Sims fired.", "Officer Rob Sims was hurt."],
            &["Group manager Jon Martin praised the crew.", "Councillor John Martyn wants a park."],
            &["Edna “Dolly” Marsh turned 100.", "Dolly Marsh turned 100."],
            &["Edna “Dolly” Marsh turned 100.", "Edna Marsh turned 100."],
            &["Patricia Voss won.", "Patrick Voss lost."],
        ],
    );
}
