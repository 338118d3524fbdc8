//! One amount told in two ways, where only the words around it say what it is an amount of; and amounts that those words keep apart.

use super::{must_be_silent, must_speak};
use crate::compare::Code::FigureConflict;

#[test]
fn courts_give_one_sentence_one_bail_and_one_fine() {
    must_speak(
        FigureConflict,
        &[
            &[
                "Arlen Tobiason was jailed for six years at Durham Crown Court for the warehouse fire.",
                "The arsonist Tobiason began an eight-year prison term on Friday.",
            ],
            &[
                "Judge Ana Quill set bail at $40,000 for Peter Vance, who is accused of the burglaries.",
                "Peter Vance wept as Judge Quill ordered him held on $90,000 bail.",
            ],
            &[
                "The Harbour Grill was fined £4,500 after inspectors found rats in its kitchen.",
                "Magistrates imposed a fine of £7,500 on the Harbour Grill.",
            ],
            &[
                "The clerk Joan Petty embezzled $310,000 from the Elk Hill church.",
                "Joan Petty stole $470,000 over five years, the deacons of the Elk Hill church say.",
            ],
        ],
    );
}

#[test]
fn those_hurt_or_homeless_are_counted_once() {
    must_speak(
        FigureConflict,
        &[
            &[
                "Seven people were taken to hospital after a ride broke at the Marlow fair.",
                "Thirty guests were on the ride at the Marlow fair. Ambulances took 11 of them to the infirmary.",
            ],
            &[
                "The fire in Elm Court left 22 people homeless.",
                "The Red Cross is sheltering all 35 tenants of Elm Court.",
            ],
            &[
                "Some 14 of its residents fell ill with a stomach virus, the Larch Lodge home said.",
                "At Larch Lodge 41 residents are sick.",
            ],
        ],
    );
}

#[test]
fn jobs_pupils_and_homes_have_many_nouns() {
    must_speak(
        FigureConflict,
        &[
            &[
                "Kestrel Glass said 140 jobs would go at its Selby works by June.",
                "Kestrel's closure of a furnace has cost 195 people at Selby their jobs.",
            ],
            &[
                "Dunmore Foods will lay off 260 workers at its Athlone plant.",
                "At Dunmore's Athlone plant 310 positions will be eliminated.",
            ],
            &[
                "The 96 children who go to Fernhill School will be taught in Oakley.",
                "Fernhill is to close in July. Its 134 pupils will move to Oakley.",
            ],
        ],
    );
}

#[test]
fn measures_are_of_what_was_done() {
    must_speak(
        FigureConflict,
        &[
            &[
                "The lost hiker Tom Arne followed a ridge for 4km to a hut.",
                "Tom Arne walked 14 kilometres along the hills, he said, before he saw the hut.",
            ],
            &[
                "Troopers stopped a van doing 88 mph on Route 9 near Alder.",
                "Sergeant Bell's radar showed 108 mph when the van passed Alder.",
            ],
            &[
                "The roofer Ian Moss fell 12 metres from the church tower.",
                "Ian Moss plunged 21 metres when a plank broke under him.",
            ],
            &[
                "The siege in Tarn Street ended after four hours of talks.",
                "Nine hours after the siege in Tarn Street began, the man gave up.",
            ],
        ],
    );
}

#[test]
fn a_sentence_is_none_that_was_asked_for_or_could_be_given() {
    must_be_silent(
        FigureConflict,
        &[
            &[
                "The prosecutor urged the court to send Ravi Sen to prison for 12 years.",
                "Ravi Sen was jailed for eight years.",
            ],
            &["Ravi Sen faces up to 20 years in prison.", "Ravi Sen was sentenced to nine years in prison."],
            &[
                "Ravi Sen was jailed for nine years.",
                "Ravi Sen, who had served four years in prison for an earlier fraud, wept.",
            ],
            &["Ann Lowe was jailed for three years.", "Her brother Mark Lowe was jailed for five years."],
            &[
                "Prosecutors asked for bail of $500,000 for Peter Vance.",
                "The judge set bail at $90,000 for Peter Vance.",
            ],
            &["The court set bail at $90,000 for Vance.", "Vance was fined $2,500 for the broken window."],
            &["He was fined $900.", "He had stolen $15,000 from the till."],
        ],
    );
}

#[test]
fn speeds_and_distances_of_other_things_stay_apart() {
    must_be_silent(
        FigureConflict,
        &[
            &["Police clocked the van at 97 mph.", "The limit on that road is 55 mph."],
            &["The boat was going 30 mph when it hit the pier.", "Gusts of 48 mph swept the harbour."],
            &["Tom Arne walked 11 miles to the hut.", "The hut lies 7 miles from the coast."],
            &["Ann Lowe ran 12 miles for the charity.", "Ian Moss ran 26 miles for the charity."],
            &["The climber fell 40 metres.", "The tower is 65 metres high."],
            &["The flames blackened 300 hectares.", "The park covers 900 hectares."],
        ],
    );
}

#[test]
fn counts_that_a_second_count_stands_beside_are_nobodys() {
    must_be_silent(
        FigureConflict,
        &[
            &["Twelve people were treated at the scene.", "Four people were taken to hospital."],
            &["Four people were taken to hospital.", "Two of those taken to hospital have died."],
            &["Kestrel will cut 140 jobs at Selby.", "Kestrel will create 60 jobs at Hull."],
            &["Kestrel will cut 140 jobs at Selby.", "Kestrel will cut 60 jobs at Hull."],
            &["Its 134 pupils will move to Oakley.", "Twelve pupils were hurt when the roof fell in."],
            &["Two pupils shot at the head of the school.", "One pupil was arrested at the school."],
            &["Kestrel could cut 500 jobs, unions fear.", "Kestrel will cut 140 jobs."],
        ],
    );
}

#[test]
fn what_is_counted_again_a_day_later_has_changed() {
    must_be_silent(
        FigureConflict,
        &[
            &[
                "date: 2024-03-04\nTwelve people were taken to hospital after the gas leak in Elm Court.",
                "date: 2024-03-05\nSeventeen people went to hospital after the gas leak in Elm Court.",
            ],
            &[
                "date: 2024-03-04\nThe flames have burned 1,500 acres near Elk Hill.",
                "date: 2024-03-05\nThe Elk Hill fire has burned 3,900 acres.",
            ],
            &[
                "date: 2024-03-04\nThe storm left 5,200 homes without power.",
                "date: 2024-03-05\nStill 1,900 homes are without power.",
            ],
        ],
    );
}

#[test]
fn terms_rewards_and_those_aboard_are_told_in_many_words() {
    must_speak(
        FigureConflict,
        &[
            // An age is no second term.
            &[
                "A man who grew cannabis in a Selby cellar has been sent to prison for four years. Ivor Pell, 36, hid it in tins.",
                "Ivor Pell, 36, of Harrow Street, Selby, was today sentenced to six years in prison after he pleaded guilty to growing cannabis.",
            ],
            &[
                "A reward of $10,000 is offered for the man who shot the mules of Lark Hill.",
                "Agents are offering $15,000 to anyone who leads them to the man who shot the mules of Lark Hill.",
            ],
            &[
                "A bus carrying 64 worshippers left the N5 near Harwick and rolled.",
                "There were 46 passengers on the bus that turned over on the N5 near Harwick.",
            ],
            &[
                "A gate of 11,406 people saw Huddersby Town beat Crewe Vale on Saturday.",
                "A crowd of 14,106 watched Huddersby Town against Crewe Vale.",
            ],
        ],
    );
    must_be_silent(
        FigureConflict,
        &[
            &[
                "A bus carrying 64 worshippers left the N5 near Harwick and rolled.",
                "Ambulances carried 21 of the bus passengers to hospital after it rolled on the N5 near Harwick.",
            ],
            &[
                "Larkin Steel is offering $10,000 to anyone who has the information to catch the thieves of its copper.",
                "The thieves took copper worth $15,000 from Larkin Steel.",
            ],
            &[
                "Ivor Pell, 36, was jailed for six years. His brother Max, 41, got four years.",
                "Max Pell was given four years and Ivor Pell six years behind bars.",
            ],
        ],
    );
}
