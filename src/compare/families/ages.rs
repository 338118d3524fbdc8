//! Ages of victims, suspects, winners and others, told by two outlets.

use super::{must_be_silent, must_speak};
use crate::compare::Code::AgeConflict;

/// The forms in which English news gives an age.
#[test]
fn ages_off_by_a_little() {
    must_speak(
        AgeConflict,
        &[
            &["Nora Quinn, 41, was killed in the crash.", "Nora Quinn (42) was killed in the crash."],
            &["Nora Quinn, 41, was killed.", "Quinn's car hit a wall. Nora Quinn was 42."],
            &["The victim, 23-year-old Omar Said, died.", "Omar Said, who was 32, died at the scene."],
            &["Luca Ferri, aged 17, is missing.", "Luca Ferri, age 16, is missing."],
            &[
                "Luca Ferri, aged 17, is missing.",
                "Police are looking for Luca Ferri. The 16-year-old left home.",
            ],
            &["Hal Brody, 68, of Dunmore, won the prize.", "Hal Brody, a retired miner, 67, won the prize."],
            &["Hal Brody, 68, won.", "Dunmore's Hal Brody — who is 86 — won."],
            &[
                "Ivy Chan, 9, and her brother Leo, 7, are safe.",
                "Ivy Chan, nine, and her brother Leo, six, are safe.",
            ],
            &["Pilot Dirk Maas, 55, was alone on board.", "The pilot, Dirk Maas, 56, was alone on board."],
            &[
                "Carla Voss, 30, has been charged with fraud.",
                "Carla Voss, a 31-year-old accountant, was charged.",
            ],
            &[
                "Defender Jo Pratt, 22, signs for Leeds.",
                "Defender Jo Pratt signs for Leeds. The 23-year-old has four caps.",
            ],
            &[
                "Ray Tully, 47, was jailed for six years.",
                "Ray Tully, 48, of Mill Lane, was jailed for six years.",
            ],
            &["Ray Tully (47) was found guilty.", "The jury found Ray Tully, 49, guilty."],
            &["The mayor, Ann Dowd, 60, resigned.", "Mayor Ann Dowd resigned. She is 61."],
            &[
                "Names: Ian Roe, 33; Sue Roe, 31; Bea Roe, 4.",
                "Ian Roe, 33, Sue Roe, 32, and Bea Roe, 4, died.",
            ],
            &["Killed: Bert Moss, 71, of Hull.", "Bert Moss, 72, of Hull, was killed."],
            &["Kim Doyle was 24, her mother said.", "Kim Doyle, 25, was on her way home."],
            &["Suspect: Troy Banks, 39.", "Deputies arrested Troy Banks, 36, on Monday."],
        ],
    );
}

/// One of two people has the age of the other.
#[test]
fn ages_swapped() {
    must_speak(
        AgeConflict,
        &[
            &[
                "Ben Shaw, 24, and Kit Doran, 27, were killed.",
                "Ben Shaw, 27, and Kit Doran, 24, were killed.",
            ],
            &["Ben Shaw, 24, shot Kit Doran, 27.", "Kit Doran, 24, was shot by Ben Shaw, 27."],
        ],
    );
}

/// The name itself is spelled otherwise, or the first name alone comes back.
#[test]
fn ages_of_people_spelled_otherwise() {
    must_speak(
        AgeConflict,
        &[
            &["Tadgh Brennan, 8, was pulled out.", "Tadhg Brennan, 9, was pulled out by a neighbour."],
            &["Kaitlyn Moore, 17, was found.", "Caitlin Moore, 18, was found on Sunday."],
            &["Robert Pike, 66, drowned.", "Bob Pike, 67, drowned off the coast."],
        ],
    );
}

/// Nobody's name is known, or it comes later.
#[test]
fn ages_of_people_without_names() {
    must_speak(
        AgeConflict,
        &[
            &["A 71-year-old woman was killed in the fire.", "The fire killed a 72-year-old woman."],
            &["A cyclist, 34, was hit by a bus.", "A 35-year-old cyclist was hit by a bus on Friday."],
            &["A boy, six, died in the fire.", "A seven-year-old boy died in the fire."],
            &[
                "Boy, six, dies in fire\n\nThe boy, named as Alec Hume, died in hospital.",
                "Alec Hume, 7, died in a fire.",
            ],
            &[
                "A 19-year-old man was stabbed to death. He was named as Joe Lamb.",
                "Joe Lamb, 20, was stabbed to death.",
            ],
            &["A man aged 52 was arrested.", "A man aged 53 was arrested on suspicion of murder."],
            &[
                "A man in his 60s died.\n\nThe 61-year-old man died at home.",
                "The 63-year-old man died at home.",
            ],
        ],
    );
}

/// Ages of other people, other days and other things.
#[test]
fn ages_that_both_hold() {
    must_be_silent(
        AgeConflict,
        &[
            &["Nora Quinn, 41, was killed.", "Nora Quinn would have turned 42 in May."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn, 41, was the mother of a 12-year-old girl."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn was 19 when she came to Hull."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn was in her 40s, police said."],
            &["Nora Quinn, 41, was killed.", "At the age of 16 Nora Quinn left school."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn, then 24, was cleared of theft."],
            &["Nora Quinn, 41, was killed.", "Her daughter Ruth Quinn, 14, was hurt."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn had 20 years, 14 of them as a nurse."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn turns 42 next month."],
            &["Nora Quinn, 41, was killed.", "Nora Quinn, about 40, was killed."],
            &["Walter Reeve, 70, was hurt.", "Walter Reeve Jr., 44, was hurt."],
            &["Ian Marsh, 22, and Evan Marsh, 24, were hurt.", "The Marsh brothers, 22 and 24, were hurt."],
            &["date: 2024-01-10\nHal Brody, 68, won.", "date: 2024-03-20\nHal Brody, 69, won again."],
            &["date: 2022-01-10\nHal Brody, 68, won.", "date: 2024-03-20\nHal Brody, 70, won again."],
            &["Striker Jo Pratt, 22, scored in minute 80.", "Jo Pratt (80) made it 2-1."],
            &["Tom Ash, 50, was jailed.", "Tom Ash was jailed for 12 years."],
            &["Two women, 22 and 27, were hurt.", "A 27-year-old woman and one of 22 were hurt."],
            &["A 34-year-old man was arrested.", "A 43-year-old man was killed."],
            &["A 34-year-old man was arrested.", "A 38-year-old man was arrested in May in a case of 2019."],
            &["A 16-year-old boy was shot.", "A 19-year-old man was shot."],
            &[
                "Nora Quinn, 41, was killed by a 41-year-old tree.",
                "The tree that killed Nora Quinn was 60 years old.",
            ],
            &["Ivy Chan, 9, is safe.", "Ivy Chan was last seen when she was 8."],
            &["Kim Doyle, 24, was named on Monday.", "Kim Doyle's partner, 31, is in custody."],
            &["Kim Doyle, 24, was named.", "Kim Doyle and a 29-year-old friend were hurt."],
            &["Kim Doyle, 24, was named.", "Kim Doyle, No. 12 on the list, was named."],
            &[
                "Kim Doyle, 24, was killed on Route 9.",
                "Kim Doyle was killed on Route 9, 30 miles from home.",
            ],
            &["The plumber, 50, was hurt.", "His apprentice, 18, was hurt."],
            &["Tess Gray, 11 months, was safe.", "Tess Gray, not yet one, was safe."],
            &["A man, 40, and a woman, 38, were held.", "A woman, 38, was held; the man is 40."],
        ],
    );
}

/// Whom `the 60-year-old` means is a guess, which an age far off the one known contradicts.
#[test]
fn ages_of_somebody_else_close_by() {
    must_be_silent(
        AgeConflict,
        &[
            &["Lou Hauser, 63, drives a loader.", "Lou Hauser works there. The 60-year-old building leaks."],
            &[
                "Gina Mott, 35, plays on Friday.",
                "Gina Mott plays on Friday. “She is great,” said the 29-year-old.",
            ],
            &["Kurt Ames, 71, won the vote.", "Kurt Ames won. The 52-year-old broke down in court."],
            &["Rita Sole, 66, was stabbed.", "Rita Sole was stabbed. The 28-year-old was held on Sunday."],
            &["Hal Brody, 43, was sentenced.", "In 1996 then 22-year-old Hal Brody parked there."],
            &["Ida Crow, 36, had an operation.", "By the time she was 11, Ida Crow could not walk."],
            &[
                "Nell Pope, 36, waits for care.",
                "Nell Pope treats many. The average patient is a 37-year-old woman.",
            ],
        ],
    );
}

/// Ages behind `and is`, and of those who speak.
#[test]
fn ages_in_other_clauses() {
    must_speak(
        AgeConflict,
        &[
            &["Otto Poole, 58, drives a crane.", "Otto Poole has been there 34 years and is 57."],
            &["Swimmer Ivy Dunn, 15, won.", "Ivy Dunn won. “I cried,” the 14-year-old told a radio station."],
        ],
    );
}

/// A decade against an age, birthdays, and the age with which a notice of death ends.
#[test]
fn ages_in_other_words() {
    must_speak(
        AgeConflict,
        &[
            &["A woman in her 30s drowned in Lake Orr.", "Nell Pope, 41, drowned in Lake Orr."],
            &["A man in his late 60s was killed on Route 9.", "A 62-year-old man was killed on Route 9."],
            &["Hal Brody, in his 40s, was shot.", "Hal Brody, 52, was shot."],
            &["Edna Marsh celebrated her 104th birthday with cake.", "Edna Marsh, 103, had cake."],
            &["The town marked the 100th birthday of Otto Poole.", "Otto Poole, 99, was given a medal."],
            &["Otto Poole blew out his candles to mark turning 99.", "Otto Poole, 100, was given a medal."],
            &[
                "Friends buried Walter Lane, a tenor.\n\nHe was 92. He sang for years.",
                "Walter Lane, 93, a tenor, has died.",
            ],
            &[
                "Walter Lane, who kept the light, has died at the age of 97.",
                "The death is told of Walter Lane. He was 94.",
            ],
        ],
    );
    must_be_silent(
        AgeConflict,
        &[
            &["A man in his 50s lost his life on a farm.", "Pat Lowe, 54, lost his life on a farm."],
            &["Two women in their 30s drowned.", "Nell Pope, 41, drowned."],
            &["Hal Brody, in his 40s, was shot.", "Hal Brody, 45, was shot."],
            &["Edna Marsh celebrated her 100th birthday in 2019.", "Edna Marsh, 105, had cake."],
            &["Edna Marsh will celebrate her 104th birthday in May.", "Edna Marsh, 103, had cake."],
            &["Otto Poole turned 18 when the war began.", "Otto Poole, 99, was given a medal."],
            &["Hal Brody won the cup in his 20s.", "Hal Brody, 52, won again."],
            &["Ray Tully was a 27-year-old welder at the time.", "Ray Tully, 61, was held."],
            &["A woman in her 30s drowned in Lake Orr.", "Nell Pope, 71, drowned in Lake Orr."],
        ],
    );
}

/// The part that somebody plays tells who it is; two parts that have each other's ages.
#[test]
fn ages_of_one_part() {
    must_speak(
        AgeConflict,
        &[
            &["The driver, 23, broke an arm.", "The motorist, a 24-year-old woman, was at home on Friday."],
            &[
                "The driver, 23, hurt his head. His passenger, 51, broke a leg.",
                "A man at the wheel, a 51-year-old, hurt his head; his 23-year-old passenger broke a leg.",
            ],
            &[
                "The accused, who is 17, is charged with theft.",
                "A boy was charged with theft. The 16-year-old wore grey.",
            ],
            &["The victim, 34, had just left work.", "The victim, a 43-year-old man, was alone."],
        ],
    );
    must_be_silent(
        AgeConflict,
        &[
            &["The driver, 23, broke an arm.", "The passenger, 24, broke an arm and sued."],
            &["The driver, 23, broke an arm.", "The driver, 57, of the other car was unhurt."],
            &["One driver, 23, and another driver, 40, were hurt.", "The driver, 24, was hurt."],
            &["The victim, 34, had just left work.", "The suspect, 35, had just left work."],
            &[
                "The driver, 23, and his passenger, 51, were hurt.",
                "The passenger, 51, and the driver, 23, were hurt.",
            ],
        ],
    );
}

/// Somebody named in the sentence before, and nobody else since.
#[test]
fn ages_right_behind_the_name() {
    must_speak(
        AgeConflict,
        &[
            &[
                "Lukas Thorn hit a fence in training. The 22-year-old from Orr died.",
                "Lukas Thorn, 25, died.",
            ],
            &[
                "Police arrested Lou Strick and accuse the 41-year-old of theft.",
                "Lou Strick, 47, was arrested.",
            ],
            &[
                "Yvette Arsen won a lottery. The Orr woman, aged 56, cuts fish.",
                "Yvette Arsen, 58, won a lottery.",
            ],
        ],
    );
    must_be_silent(
        AgeConflict,
        &[
            &["Lukas Thorn met a coach. The 22-year-old wept.", "Lukas Thorn, 25, won."],
            &["Lukas Thorn won. “I wept,” said the 22-year-old.", "Lukas Thorn, 25, won."],
        ],
    );
}

/// A name behind a verb, a child by two nouns, and a first name that no list has.
#[test]
fn ages_in_other_places() {
    must_speak(
        AgeConflict,
        &[
            &["Police say Lou Strick, who's 60, kept the books.", "Lou Strick, 61, kept the books."],
            &[
                "A six-year-old boy is in hospital with serious injuries after a bus hit him.",
                "The child, aged eight, was seriously hurt by a bus.",
            ],
            &[
                "The choir sang for Idris Penhallow, a miner.\n\nHe was 92.",
                "Idris Penhallow, 93, was a miner.",
            ],
            &[
                "Lou Strick told the head they were in the shop. Police arrested Lou Strick and accuse the 41-year-old of theft.",
                "Lou Strick, 47, was arrested.",
            ],
        ],
    );
    must_be_silent(
        AgeConflict,
        &[
            &["A six-year-old boy has serious injuries.", "A seven-year-old girl was seriously hurt."],
            &["The tree that fell on Lou Strick is 60 years old.", "Lou Strick, 61, was hurt."],
        ],
    );
}
