//! Counts of people and things in events, told by two outlets: two events of one kind, parts, margins and sides stay apart, and the
//! same toll told twice with two numbers does not.

use super::{must_be_silent, must_speak};
use crate::compare::Code::{FigureConflict, FigureDiffers};

/// Checks that no finding of either kind stands in any of these stories.
#[track_caller]
fn must_be_quiet(stories: &[&[&str]]) {
    must_be_silent(FigureConflict, stories);
    must_be_silent(FigureDiffers, stories);
}

/// The counted noun and its fate are the same, the event is not.
#[test]
fn two_events_of_one_kind() {
    must_be_quiet(&[
        &[
            "Two people died when a lorry hit a wall in Dunmore.",
            "Three people died when a boat sank off Kilrush.",
        ],
        &["A train crash near Pune killed 12 people.", "The bus crash near Lille killed 14 people."],
        &["Four people were shot in a bar in Tampa.", "Six people were shot at a mall in Boise."],
        &["Gunmen killed two soldiers at a checkpoint.", "A landmine killed three soldiers on patrol."],
        &[
            "Police arrested five men over the raid on the jeweller.",
            "Police arrested seven men after the brawl.",
        ],
        &["Two fishermen are missing after a squall.", "Three hikers are missing in the gorge."],
        &["A blaze destroyed four houses in Avoca.", "The tornado destroyed nine houses in Wells."],
        &["Northmere recalled 4,000 heaters.", "Calder Foods recalled 60,000 jars of sauce."],
        &["Marden Steel will cut 300 jobs.", "Pell Airways is to cut 450 jobs."],
        &["The strike at Orrin Rail grounded 40 trains.", "A strike at Vela Air grounded 65 flights."],
    ]);
}

/// A few of a common noun are a few of anything.
#[test]
fn a_few_of_something() {
    must_be_quiet(&[
        &["Two soldiers stood at the gate.", "Three soldiers carried the wreath."],
        &["The 15-member council meets in June.", "A 29-member council was proposed."],
        &["The panel has five members.", "Four members of the club resigned."],
        &["Two women spoke at the inquest.", "The cabinet has four women."],
        &["He lost three helicopters in the war.", "Two helicopters circled over the port."],
        &["She has two brothers.", "Three brothers run the bakery."],
        &["The school has four teachers.", "Six teachers came to the vigil."],
        &["Two witnesses saw the car.", "Three witnesses will testify next week."],
        &["The firm runs two plants.", "Five plants make the drug."],
        &["He wrote three books.", "The shop sells four books a day."],
    ]);
}

/// A stretch of time reckoned from the telling says when, and nothing that another telling could contradict.
#[test]
fn stretches_up_to_now() {
    must_be_quiet(&[
        &[
            "Burglars have struck 14 farms near Velim over the past two years.",
            "Burglars have struck 14 farms near Velim in the past 18 months.",
        ],
        &[
            "Dana Orr of Velim sank two throws with nine seconds left in the final.",
            "Dana Orr of Velim sank the last two throws with 6.1 seconds to go in the final.",
        ],
        &["Velim scored on 88 minutes through Orr.", "Orr of Velim scored from the spot on 50 minutes."],
        &[
            "The Velim council closed three libraries in the last five years.",
            "In the last seven years the Velim council closed three libraries.",
        ],
        &[
            "Ten minutes into the hearing in Velim, Orr walked out.",
            "Orr walked out of the hearing in Velim with 20 minutes remaining.",
        ],
    ]);
    must_speak(
        FigureConflict,
        &[
            &["The Velim bridge was shut for three weeks.", "The bridge at Velim was shut for five weeks."],
            &["Orr of Velim was banned for two years.", "The ban on Orr of Velim is for four years."],
            &["The search of Lake Orba lasted nine hours.", "The search of Lake Orba took 11 hours."],
        ],
    );
}

/// Two kinds under one number are none of either, and who stands beside thirteen others is the fourteenth.
#[test]
fn counted_together() {
    must_be_quiet(&[
        &[
            "The plane to Velim carried 16 passengers and three crew and landed safely.",
            "The plane to Velim carried 19 passengers and crew and landed safely.",
        ],
        &[
            "An avalanche at Mount Orba hit 66 pupils and teachers on Monday.",
            "In all 52 pupils were on Mount Orba when the avalanche struck on Monday.",
        ],
        &["The fire near Velim killed 40 sheep and goats.", "The fire near Velim killed 31 sheep."],
        &[
            "Fourteen states asked Velim to free the prisoners on Friday.",
            "Orba and 13 other states asked Velim to free the prisoners on Friday.",
        ],
        &[
            "Twelve towns sued the Orba dam company on Monday.",
            "Velim and a group of 11 other towns sued the Orba dam company on Monday.",
        ],
        &[
            "Orr killed three people when he drove at a crowd in Velim. He then stabbed a guard before he was shot.",
            "Orr killed four people in Velim when he drove at a crowd and stabbed a guard.",
        ],
        &[
            "The man killed two women at the bar in Velim and then shot his wife at home.",
            "The man killed three women in Velim on Saturday.",
        ],
    ]);
    must_speak(
        FigureConflict,
        &[
            &[
                "The plane to Velim carried 19 passengers and crew and landed safely.",
                "The plane to Velim carried 21 passengers and crew and landed safely.",
            ],
            &["The court in Velim heard 14 other pupils.", "The court in Velim heard 16 other pupils."],
        ],
    );
}

/// That the killer then kills himself makes those he killed no part of more.
#[test]
fn then_himself() {
    must_speak(
        FigureDiffers,
        &[&[
            "The gunman killed two people at the bar in Velim on Saturday and then shot himself.",
            "The gunman killed three people at the bar in Velim on Saturday and then shot himself.",
        ]],
    );
}

/// Medals are won from day to day, Grammys by many, and two sorts of one noun are two.
#[test]
fn tallies_and_sorts() {
    must_be_quiet(&[
        &["Dana Orr won three Grammys on Sunday night.", "The star won five Grammys on Sunday night."],
        &["The rapper, who won two Grammys, is on tour.", "The singer took home three Grammys on Sunday."],
        &[
            "Velim conducted two nuclear tests last year in defiance of the treaty.",
            "Velim conducted more than 20 missile tests last year in defiance of the treaty.",
        ],
    ]);
    must_be_silent(
        FigureConflict,
        &[
            &[
                "date: 2024-03-04\nKenya leads the Velim games with 23 gold medals.",
                "date: 2024-03-05\nKenya leads the Velim games with 27 gold medals.",
            ],
            &[
                "date: 2024-03-04\nOrba has 41 points in the league.",
                "date: 2024-03-06\nOrba has 44 points in the league.",
            ],
        ],
    );
    must_speak(
        FigureConflict,
        &[
            &[
                "date: 2024-03-04\nKenya won 27 gold medals at the Velim games.",
                "date: 2024-03-05\nKenya won 23 gold medals at the Velim games.",
            ],
            &[
                "Velim conducted 12 missile tests last year in defiance of the treaty.",
                "Velim conducted 21 missile tests last year in defiance of the treaty.",
            ],
        ],
    );
}

/// Whoever has both units is read by the one that was there first.
#[test]
fn amounts_in_brackets() {
    must_be_quiet(&[
        &[
            "The rocket from Velim flew about 500 kilometres (310 miles) before it fell into the sea.",
            "The rocket from Velim flew about 500 kilometres (300 miles) before it fell into the sea.",
        ],
        &["Lake Orba lies 65 miles (105 km) from Velim.", "Lake Orba lies 65 miles (104 km) from Velim."],
    ]);
    must_speak(
        FigureConflict,
        &[&["Lake Orba lies 65 miles (105 km) from Velim.", "Lake Orba lies about 75 miles from Velim."]],
    );
}

/// What is won is somebody's.
#[test]
fn sides_of_a_contest() {
    must_be_quiet(&[
        &["The Greens won 14 seats in the assembly.", "The Liberals won 22 seats in the assembly."],
        &[
            "The Greens won 14 seats in the assembly.",
            "With nine seats in the assembly, her party came last.",
        ],
        &["Adeyemi took five wickets on the first day.", "Carrick took three wickets on the first day."],
        &["Kenya has four gold medals.", "Cuba has six gold medals."],
        &["Molina scored two goals in the final.", "Ferrand scored three goals in the final."],
        &["Brandt got 7,120 votes in the runoff.", "Sorokin got 6,480 votes in the runoff."],
        &["The treaty passed by 62 percent to 38.", "Some 38 percent voted against the treaty."],
        &["The bill passed by 51 votes to 49.", "The Senate passed the bill; 49 voted against it."],
        &["The film won three awards on Sunday.", "The singer won five awards on Sunday."],
        &["Oakdale put on 44 runs for the last wicket.", "Elms led by 70 runs with a wicket in hand."],
    ]);
}

/// By how much, below what, of how many: none of these is the count itself.
#[test]
fn margins_parts_and_thresholds() {
    must_be_quiet(&[
        &["The Greens have 14 seats in the assembly.", "The Greens are five seats short of a majority."],
        &["The Greens have 14 seats in the assembly.", "The Greens have three fewer seats than in 2019."],
        &["Five helicopters are at work, two more than on Monday.", "Five helicopters are at work."],
        &["He was one of five friends at the lake.", "He had gone to the lake with four friends."],
        &[
            "She was one of three people pulled alive from the sea.",
            "The other two survivors were pulled from the sea.",
        ],
        &[
            "Two women were charged with the killing, one from Lagos and another from Accra.",
            "Two women were charged with the killing.",
        ],
        &[
            "The slide killed 33 people: 19 in Harlow, ten in Mossley and four in Dent.",
            "The slide killed 33 people in the valley.",
        ],
        &[
            "The dead were from three villages: 22 from Harlow, seven from Mossley and two from Dent.",
            "The slide killed 31 people.",
        ],
        &[
            "Nine attacks with four or more victims were counted across the land since January.",
            "Six victims of the shooting were taken to hospital.",
        ],
        &["Thirty quakes of magnitude 3 or greater were felt.", "The strongest quake was of magnitude 5.2."],
        &["The Alliance won 41 seats.", "The Alliance had 50 seats in the outgoing chamber."],
        &["The Alliance won 41 seats.", "The Alliance won 41 seats, down from the 50 it had."],
    ]);
}

/// Parts of a whole named first, and vague words beside a number that they do not hold.
#[test]
fn shares_of_a_whole_and_vague_words() {
    must_be_quiet(&[
        &["Of 90 houses searched, 12 were empty and 31 damaged.", "The flood damaged 60 houses."],
        &["Arrests followed; of that number, 12 are minors.", "Police arrested 30 people at the match."],
        &["Several thousand marched in Velim on Friday.", "Some 14,000 people marched in Velim on Friday."],
        &["At the rate of $1 = 9.40 kroner the fine is small.", "The fine is $2."],
        &["The clinic has 120 beds.", "The army will bring 50 beds to the clinic."],
    ]);
}

/// What people are says nothing of what happened to them.
#[test]
fn who_they_are_and_what_happened() {
    must_be_quiet(&[
        &[
            "Eight employees of the resort were charged over the deaths.",
            "Six employees of the resort were convicted.",
        ],
        &["A father of two was shot dead in the yard.", "Three people were shot dead in the yard."],
        &["Fourteen crew were on the ferry.", "The number of dead from the ferry has risen to 16."],
        &["Nine refugees were hurt in the crash.", "Four refugees died in the crash."],
        &[
            "The blast killed two guards and hurt five drivers: seven people in all.",
            "The blast at the depot killed two people.",
        ],
        &[
            "The blast killed two guards and hurt five drivers: seven people in all.",
            "The blast at the depot hurt five people.",
        ],
        &["Twelve detainees were freed on Monday.", "Thirty detainees were moved on Monday."],
    ]);
}

/// Of a toll in which two counts have moved, each can be of its hour.
#[test]
fn tolls_of_two_hours() {
    must_be_silent(
        FigureConflict,
        &[
            &[
                "The ferry Aster sank off Lorne with 140 people aboard. Rescuers saved 96 people and 12 people drowned. \
                 The coast guard says 32 people are missing.",
                "The Aster sank off Lorne with 140 people aboard. Divers saved 96 people and 14 people drowned. Still, 30 \
                 people are missing.",
            ],
            &[
                "The slide at Velim buried 90 people. Some 51 people were rescued and 17 people died; 22 people are missing.",
                "In Velim the slide buried 90 people. By night 53 people had been rescued, 17 people had died and 20 people \
                 were missing.",
            ],
        ],
    );
}

/// A later report with far fewer dead tells of another attack, one of another month of other things.
#[test]
fn later_reports() {
    must_be_quiet(&[
        &[
            "date: 2024-03-04\nTen soldiers were killed in fighting near Velim, the army said.",
            "date: 2024-03-06\nOne soldier was killed in fighting near Velim, the army said.",
        ],
        &[
            "date: 2024-03-04\nThe raid on Velim killed 24 civilians.",
            "date: 2024-03-07\nA raid on Velim killed six civilians.",
        ],
    ]);
}

/// One toll told twice, with two numbers.
#[test]
fn one_toll_told_twice() {
    must_speak(
        FigureConflict,
        &[
            &[
                "The jury of nine women took two days over the Harwell fraud trial.",
                "A jury of eight women sat in the Harwell fraud trial.",
            ],
            &[
                "The ferry carried 138 passengers from Lorne.",
                "There were 152 passengers on the ferry from Lorne.",
            ],
            &[
                "The ferry Aster of Lorne carried 90 passengers and 12 crew: 102 people in all.",
                "The ferry Aster of Lorne carried 117 people.",
            ],
            &[
                "The court in Lorne fined 14 butchers and 9 bakers, 23 traders altogether.",
                "The court in Lorne fined 32 traders.",
            ],
            &[
                "The recall covers 4,200 heaters made in Lorne.",
                "The recall covers 2,400 heaters made in Lorne.",
            ],
            &["Workers at 14 depots in Lorne walked out.", "Workers at 17 depots in Lorne walked out."],
            &["The Greens won 14 seats in the assembly.", "In the assembly the Greens won 17 seats."],
            &[
                "The Green Left has 14 seats in the new Assembly, said Dana Orr of the Electoral Commission.",
                "The Green Left has 17 seats, said Dana Orr.",
            ],
            &[
                "The ferry Aster sank off Lorne with 140 people aboard. Rescuers saved 96 people and 12 people drowned. \
                 The coast guard says 32 people are missing.",
                "The Aster sank off Lorne with 140 people aboard. Divers saved 96 people and 12 people drowned. Still, 34 \
                 people are missing.",
            ],
            &["Kenya has four gold medals from the games.", "Kenya won five gold medals at the games."],
            &["Brandt got 7,120 votes in the runoff.", "In the runoff Brandt got 7,210 votes."],
            &[
                "The budget gives Lorne $3.4 million for roads.",
                "Lorne gets $4.3 million for roads in the budget.",
            ],
            &["The council has 1,340 flats to let.", "Some 1,640 flats are let by the council."],
            &["The bridge at Lorne has six lanes.", "The bridge at Lorne has four lanes."],
            &["The Mill Lane shelter has 15 beds.", "There are 50 beds in the Mill Lane shelter."],
            &["The school in Lorne has 412 pupils.", "Lorne's school has 421 pupils."],
            &["Judges gave the surgeon six years in jail.", "The surgeon was jailed for seven years."],
            &["The strike closed 23 schools in Lorne.", "In Lorne the strike closed 32 schools."],
            &["Some 61.3 percent of voters in Lorne turned out.", "Turnout in Lorne was 63.1 percent."],
        ],
    );
}

/// Two counts of votes are one where each article prints no other and as many were cast, or one side has as many in both.
#[test]
fn votes_for_and_against() {
    must_speak(
        FigureConflict,
        &[
            &[
                "The Lorne school board voted 5-4 on Monday to close Hill School.",
                "The board in Lorne voted 6 to 3 to close Hill School on Monday.",
            ],
            &[
                "Planners in Velim backed the Orba quarry by 24 votes to 19.",
                "The Orba quarry in Velim was backed by 23 votes to 19.",
            ],
            &[
                "The Elgin council voted by 31 to 14 to sell the Calder pier.",
                "Councillors in Elgin voted 31 to 17 to sell the Calder pier.",
            ],
            &[
                "Teachers at Harwell College voted 212 to 88 to strike.",
                "The Harwell College teachers voted by 202 to 98 for the strike.",
            ],
        ],
    );
    must_be_quiet(&[
        // Another body, another count.
        &[
            "The Lorne school board voted 5-4 to close Hill School.",
            "The Velim council voted 11-3 for the quarry.",
        ],
        // Of one body two counts, one of which both print.
        &[
            "The Lorne board voted 5-4 to close Hill School. It then voted 6-3 to sell the land.",
            "The Lorne board voted 6-3 to sell the land of Hill School.",
        ],
        &[
            "The Lorne board voted 7-2 for the budget. It voted 5-4 to close Hill School.",
            "The Lorne board voted 6-3 to raise the levy. It voted 8-1 to hire a coach.",
        ],
        // Small numbers meet by chance.
        &["The panel voted 5-2 to free Orr.", "The panel voted 5-0 to fine Dunmore Mills."],
        // A margin in a game is no vote.
        &["Dana Calder won by three sets to one.", "Joan Marsh won by three sets to two."],
        // One is of a committee, the other of the house.
        &["The committee voted 9-6 for the bill.", "The Senate voted 51-49 for the bill."],
        &["Members voted 120 to 80 for the merger.", "Directors voted 7 to 2 for the merger."],
    ]);
}

/// Two instruments differ in the last digit, a hasty hand in any.
#[test]
fn measured_by_two() {
    must_speak(
        FigureConflict,
        &[
            &[
                "Gusts in Lorne harbour reached 118 km/h, the harbour master said.",
                "Gusts reached 108 km/h at Lorne harbour, the mayor, Ann Dowd, said.",
            ],
            &[
                "The Orba at Velim rose to 1,460 centimetres, the weather service said.",
                "The Orba rose to 1,360 centimetres at Velim, Mayor Dana Orr said.",
            ],
            &[
                "Nora Quinn ran the Elgin course in 135 minutes, the club said.",
                "Nora Quinn ran the Elgin course in 125 minutes, said her coach, Ben Shaw.",
            ],
        ],
    );
    must_be_silent(
        FigureConflict,
        &[
            &[
                "Gusts in Lorne harbour reached 118 km/h, the harbour master said.",
                "Gusts reached 117 km/h at Lorne harbour, the mayor, Ann Dowd, said.",
            ],
            &[
                "The Orba at Velim rose to 1,460 centimetres, the weather service said.",
                "The Orba rose to 1,420 centimetres at Velim, Mayor Dana Orr said.",
            ],
            &[
                "The quake struck 136 km from Lorne, the Geological Survey said.",
                "The quake struck 131 km from Lorne, the Seismic Institute said.",
            ],
        ],
    );
}

/// A toll of one day that another outlet has higher.
#[test]
fn one_toll_that_grows() {
    must_speak(
        FigureDiffers,
        &[
            &[
                "Four people were injured in the bus crash near Elgin.",
                "Six people were injured in the bus crash near Elgin.",
            ],
            &[
                "The gunman wounded four people in a Boise mall.",
                "Six people were wounded in the Boise mall by a gunman.",
            ],
            &["The tornado destroyed nine houses in Wells.", "In Wells the tornado destroyed 12 houses."],
            &[
                "Police arrested five men over the raid on the jeweller.",
                "Over the raid on the jeweller police arrested seven men.",
            ],
            &[
                "A landmine killed two soldiers near Velim.",
                "Three soldiers were killed by a landmine near Velim.",
            ],
            &[
                "date: 2024-03-04\nThe slide at Harlow killed 19 people.",
                "date: 2024-03-05\nThe slide at Harlow killed 24 people.",
            ],
        ],
    );
}
