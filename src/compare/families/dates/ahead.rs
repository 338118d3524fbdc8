//! The one day that two reports set: the next hearing, a trial, a funeral, the start of a strike.

use super::super::{must_be_silent, must_speak};
use crate::compare::Code::DateConflict;

#[test]
fn one_day_that_is_set() {
    must_speak(
        DateConflict,
        &[
            &[
                "The treasurer Maya Renn of Velim Rovers is charged with theft. Her plea hearing is set for March 14, records show.",
                "Maya Renn kept the books of Velim Rovers. She is due before the judge on March 13 and may admit the theft.",
            ],
            &[
                "Abel Stone, accused of burning Hale Mill in Velim, will go to trial on March 28.",
                "A date has been set for Abel Stone over the fire at Hale Mill in Velim. Jury selection begins on March 18.",
            ],
            &[
                "The harbour master Owen Lasker of Velim died at 88. A funeral will be held on Friday at St Olaf's.",
                "Horns sounded in Velim for Owen Lasker. He will be buried on Saturday at St Olaf's, at ten.",
            ],
            &[
                "Bin crews in Velim will go on strike on March 28 unless Orba Waste pays more, said Dana Orr.",
                "No bins will be emptied in Velim when a stoppage of Orba Waste begins on March 21, Dana Orr said.",
            ],
        ],
    );
}

#[test]
fn two_days_that_are_set() {
    must_be_silent(
        DateConflict,
        &[
            // A hearing and the trial.
            &[
                "Abel Stone, accused of burning Hale Mill in Velim, will appear in court on March 18.",
                "Abel Stone goes on trial over the fire at Hale Mill in Velim on March 28.",
            ],
            // Other people.
            &[
                "Abel Stone, accused of burning Hale Mill in Velim, will appear in court on March 18.",
                "Maya Renn is due in court over the fire at Hale Mill in Velim on March 20. Abel Stone has been bailed.",
            ],
            // One that tells of both days.
            &[
                "Maya Renn of Velim Rovers is due in court on March 14. A second hearing follows on March 19.",
                "Maya Renn of Velim Rovers appears before a judge on March 19.",
            ],
            // What is to be heard weeks apart are two hearings.
            &[
                "The treasurer Maya Renn of Velim Rovers must pay. A hearing on what she owes is set for March 10.",
                "Maya Renn of Velim Rovers will be back before the judge on March 31 for her appeal.",
            ],
            // A day that was moved.
            &[
                "Maya Renn of Velim Rovers is due in court on March 14.",
                "The hearing of Maya Renn of Velim Rovers was rescheduled to March 19.",
            ],
            // A later report tells of the next.
            &[
                "date: 2024-03-04\nMaya Renn of Velim Rovers is due in court on March 14.",
                "date: 2024-03-15\nMaya Renn of Velim Rovers is due in court on March 28.",
            ],
            // A funeral and a vigil.
            &[
                "The funeral of Owen Lasker of Velim will be held on Friday at St Olaf's.",
                "A vigil for Owen Lasker of Velim will be held on Thursday at St Olaf's.",
            ],
            // Another affair of the same town.
            &[
                "Teachers in Velim will strike on March 12, their union said.",
                "Drivers in Velim will strike on March 19, said the bus company.",
            ],
        ],
    );
}
