//! Where it happened, where people live and where they were taken, told by two outlets.

use super::{must_be_silent, must_speak};
use crate::compare::Code::PlaceConflict;

/// Streets, house numbers and roads.
#[test]
fn addresses() {
    must_speak(
        PlaceConflict,
        &[
            &["The lido on Marine Road will close.", "The lido on Marine Gardens closes in March."],
            &["The shop at 118 Elm Street was robbed.", "Masked men robbed the shop at 181 Elm Street."],
            &["A man was found dead on Tanner Close.", "The body was found on Tanner Crescent."],
            &["A lorry overturned on Route 46 on Monday.", "The lorry overturned on Route 64 on Monday."],
            &["The vigil is at 9 Chapel Row.", "Neighbours gathered at 9 Chapel Lane."],
            &[
                "Shots were fired in the 400 block of Birch Avenue.",
                "Police were called to Birch Boulevard after shots were fired.",
            ],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            &["A lorry overturned on Route 46.", "Drivers were sent round by Route 12."],
            &["The robbers fled down Elm Street and Elm Court.", "The shop on Elm Street was robbed."],
            &["The crash was on the M6.", "The crash was on the M6 near the A50."],
            &["The shop at 118 Elm St. was robbed.", "Masked men robbed the shop at 118 Elm Street."],
            &["A man was stabbed in Victoria Gardens.", "A man was stabbed near Victoria Street."],
            &["The show is on Fifth Avenue.", "The parade went down Fifth Street."],
        ],
    );
}

/// Hospitals under two names.
#[test]
fn hospitals() {
    must_speak(
        PlaceConflict,
        &[
            &["She was taken to Fernhill Regional.", "She died at Fernhill Memorial Hospital."],
            &[
                "Both were flown to Dunmore General Hospital.",
                "Both were flown to Dunmore County Hospital and Lakeside Clinic.",
            ],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            &["She was taken to Fernhill Regional.", "She was taken to Fernhill Regional Medical Center."],
            &["She was taken to Boston General Hospital.", "He was taken to Boston Memorial Hospital."],
            &["He spoke at University Hospital.", "He spoke at Memorial Hospital."],
        ],
    );
}

/// Home towns, in every form in which local news gives them.
#[test]
fn homes() {
    must_speak(
        PlaceConflict,
        &[
            &[
                "Family and friends mourned Colm Daly. The 15-year-old, from Ballyrane, drowned on Sunday.",
                "Friends carried the coffin of Colm Daly. The Kilmurry teenager drowned on Sunday.",
            ],
            &[
                "A Fairhaven man, Ned Bright, 40, was charged.",
                "Ned Bright, 40, of Stonebridge, was charged.",
            ],
            &["Jon Pell, who is from Westbury, was jailed.", "Jon Pell, 33, of Eastbury Green, was jailed."],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            &["Ned Bright, 40, of Mattapan, was charged.", "Boston man Ned Bright was charged."],
            &[
                "Ned Bright, 40, of Fairhaven, was charged.",
                "Ned Bright, 40, of Fairhaven, Ohio, was charged.",
            ],
            &["Ned Bright, of Fairhaven Police, spoke.", "Ned Bright, of Oakdale, spoke."],
            &["Irish teenager Colm Daly won.", "Colm Daly, 15, of Kilmurry, won."],
            &["Colm Daly met Ned Bright. The Kilmurry teenager won.", "Ned Bright, 40, of Fairhaven, won."],
            &[
                "Ned Bright, formerly of Oakdale, lives in Fairhaven. Ned Bright, of Fairhaven, spoke.",
                "Ned Bright, of Oakdale, spoke.",
            ],
        ],
    );
}
