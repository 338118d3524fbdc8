//! Places under two names that are easily mixed up, and places that are two.

use super::{must_be_silent, must_speak};
use crate::compare::Code::PlaceConflict;

#[test]
fn names_that_one_memory_mixes_up() {
    must_speak(
        PlaceConflict,
        &[
            &[
                "The pupils of Corran will move to Castlebay Primary School in May.",
                "Castleton Primary is to take in the pupils of Corran.",
            ],
            &[
                "The concert in aid of the flooded families is at Marlow Church on Friday.",
                "Tickets for the flood concert are sold in Marston Church.",
            ],
            &[
                "Most of the houses that lost their roofs are in Orchard Heights, the mayor of Lund said.",
                "The storm took the roofs off Orchard Ridge, the mayor of Lund said.",
            ],
            &[
                "Thieves emptied the safe of the Marlborough Hotel in Tarn.",
                "The safe of the Marlowe Hotel in Tarn was emptied by night.",
            ],
            &[
                "A lorry shed its load of gravel on Route 452 near Elm.",
                "Gravel from a lorry closed Route 425 near Elm and Route 9 for an hour.",
            ],
            &[
                "The driver, Hanna Lisle of Port Marwick, was alone in the van.",
                "Hanna Lisle, 51, of Stenhope, is still in hospital.",
            ],
            &[
                "Oskar Brandt, 77, was a retired organ builder from Lindow.",
                "Oskar Brandt, from Lindau, died on Monday.",
            ],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            // An article that names both.
            &[
                "The pupils of Corran will move to Castlebay Primary School in May.",
                "The pupils of Corran will move to Castleton Primary, not to Castlebay as was planned.",
            ],
            // Spellings of one name.
            &[
                "Troops crossed into Balkhan Province on Sunday.",
                "Troops crossed into Balkan Province on Sunday.",
            ],
            // Other sorts of place, other names.
            &[
                "Skerrow Bay was full of wreckage on Sunday.",
                "The plane came down in Skerrow Lake on Sunday.",
            ],
            &["The mayor spoke at Orchard Arena in Lund.", "The mayor of Lund lives in Orchard Heights."],
            &[
                "North Marden High School won the cup in Lund.",
                "Northern Marden School lost the final in Lund.",
            ],
            // One of several of its sort.
            &[
                "Pupils of Castlebay Primary School, Linton Primary School and Marsh Primary School sang in Corran.",
                "Pupils of Castleton Primary School and Holm Primary School danced in Corran.",
            ],
            &["Police closed Route 452 near Elm.", "Police closed Route 452 and Route 425 near Elm."],
            &["Hanna Lisle of the Marwick fire service spoke.", "Hanna Lisle, 51, of Stenhope, spoke."],
            &[
                "Oskar Brandt was a gift from Lindow to the opera.",
                "Oskar Brandt, from Lindau, died on Monday.",
            ],
        ],
    );
}
