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
            &[
                "An explosion wrecked a house on Calder Avenue on Friday.",
                "An explosion wrecked a house on Holland Avenue on Friday.",
            ],
            &[
                "A cyclist was killed at the corner of Harcourt Road and Vine Street on Tuesday.",
                "A cyclist was killed on Tuesday at the corner of Harcourt Road and Pine Street.",
            ],
            &[
                "A man was shot dead in the 3300 block of Dunlap Street.",
                "A man was shot dead in the 2300 block of Dunlap Street.",
            ],
            &[
                "Masked men robbed the jeweller's in Union Street on Monday.",
                "The jeweller's in Bridge Street was robbed by masked men on Monday.",
            ],
            &[
                "Ivo Blake was found dead on Mill Lane on Sunday.",
                "Ivo Blake, 12, was found dead on Ash Lane on Sunday.",
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
            &[
                "A cyclist was killed on Vine Street, near Harcourt Road, on Tuesday.",
                "A cyclist was killed on Harcourt Road on Tuesday.",
            ],
            &[
                "A cyclist was killed at the corner of Harcourt Road and Vine Street.",
                "A cyclist was killed on Vine Street.",
            ],
            &[
                "He was shot dead on Vine Street. Police arrested a man on Pine Street.",
                "A suspect was arrested on Pine Street after a man was shot dead.",
            ],
            &[
                "An explosion wrecked a house on Calder Avenue on Friday.",
                "The blast was heard on Holland Avenue on Friday.",
            ],
            &["A coach overturned on the M40 on Monday.", "A lorry overturned on the M4 on Monday."],
            &[
                "A man was shot on Vine Street on Monday.",
                "A man was shot on Vine Street on Monday, hours after a woman was shot on Pine Street.",
            ],
            &["The march began on Vine Street and ended on Pine Street.", "The march ended on Pine Street."],
            &[
                "Police were called to Vine Street at 9 p.m. on Monday.",
                "Police searched a flat on Pine Street on Tuesday.",
            ],
            &[
                "The jeweller's at 12 Union Street was robbed.",
                "The jeweller's at 12-14 Union Street was robbed.",
            ],
            &["A coach overturned on Interstate 40 on Monday.", "A coach overturned on I-40 on Monday."],
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
            &[
                "The injured woman was taken to Mercy Hospital on Sunday.",
                "The injured woman was taken to St Anne's Hospital on Sunday.",
            ],
            &[
                "After the crash on Monday the survivors were flown to Ardmoor Memorial Hospital.",
                "The survivors were taken to Dunmore Memorial Hospital after the crash on Monday.",
            ],
        ],
    );
    must_be_silent(
        PlaceConflict,
        &[
            &["She was taken to Fernhill Regional.", "She was taken to Fernhill Regional Medical Center."],
            &["She was taken to Boston General Hospital.", "He was taken to Boston Memorial Hospital."],
            &["He spoke at University Hospital.", "He spoke at Memorial Hospital."],
            &[
                "The boy was taken to Mercy Hospital on Sunday.",
                "The driver was taken to St Anne's Hospital on Sunday.",
            ],
            &[
                "The boy was taken to Mercy Hospital on Sunday.",
                "The boy died at St Anne's Hospital on Tuesday.",
            ],
            &[
                "Ann Reed was taken to Mercy Hospital.",
                "Ann Reed was flown from Mercy Hospital to St Anne's Hospital.",
            ],
            &[
                "Two of the injured were taken to Mercy Hospital.",
                "Three of the injured were taken to St Anne's Hospital.",
            ],
            &[
                "The boy was taken to Mercy Hospital, said Dr Ida Lund of Dunmore Infirmary.",
                "The boy is in hospital, said Dr Ida Lund at Dunmore Infirmary.",
            ],
            &[
                "The injured woman was taken to Royal Ardmoor Hospital.",
                "The injured woman was taken to Ardmoor Hospital.",
            ],
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
            &[
                "A 34-year-old Ballyrane man has been charged with arson.",
                "A 34-year-old Kilmurry man has been charged with arson.",
            ],
            &[
                "A 19-year-old woman from Ballymote died in the crash on Sunday.",
                "The crash on Sunday killed a 19-year-old woman from Tubbercurry.",
            ],
            &[
                "Lena Frost, 53, of Ballyrane, was jailed for fraud on Monday.",
                "A 53-year-old Kilmurry woman was jailed on Monday.",
            ],
            &[
                "Jon Pell, who lives in Westbury, won the prize on Monday.",
                "Jon Pell, 33, of Dunmore, won the prize.",
            ],
            &[
                "Ann Reed, 60, of Westbury, said she was shocked.",
                "Ann Reed, who lives in Dunmore, said she was shocked.",
            ],
            &[
                "The composer Ada Lind was born in Bergen in 1931.",
                "The composer Ada Lind was born in Stavanger in 1931.",
            ],
            &["Luis Prado was arrested in Porto on Monday.", "Luis Prado was arrested on Monday in Braga."],
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
            &[
                "A 34-year-old Kettering man and a 29-year-old Northampton man have been charged.",
                "A 29-year-old Northampton man has been charged.",
            ],
            &[
                "A 34-year-old Kettering man has been charged.",
                "A 29-year-old Northampton man has been charged.",
            ],
            &[
                "A 34-year-old Kettering man has been charged.",
                "A 34-year-old Northampton woman has been charged.",
            ],
            &[
                "A 34-year-old Corby man, who worked in Kettering, has been charged.",
                "A 34-year-old Kettering man has been charged.",
            ],
            &["A 34-year-old London man has been charged.", "A 34-year-old Hackney man has been charged."],
            &["Ada Lind was born in Bergen in 1931.", "Ada Lind, who lives in Oslo, spoke on Monday."],
            &["Ada Lind, 93, of Oslo, spoke.", "Ada Lind, who was born in Bergen, spoke."],
            &["Jon Pell, of Westbury, won.", "Jon Pell, who works in Dunmore, won."],
            &["Luis Prado was arrested in Porto on Monday.", "Luis Prado was jailed in Braga on Monday."],
            &["The suspect, from Reading, was held on Monday.", "The victim, from Slough, died on Monday."],
            &["Ann Reed, from Westbury, and Jon Pell, from Dunmore, won.", "Ann Reed, from Westbury, won."],
            &[
                "The driver, Jon Pell, 33, of Westbury Road, Dunmore, was hurt.",
                "Jon Pell, 33, of Dunmore, was hurt.",
            ],
            &[
                "A woman from Westbury was jailed on Monday. Lena Frost stole $2m.",
                "Lena Frost, 53, of Dunmore, spoke for the victims. A woman was jailed.",
            ],
            &["Colm Daly met Ned Bright. The Kilmurry teenager won.", "Ned Bright, 40, of Fairhaven, won."],
            &[
                "Ned Bright, formerly of Oakdale, lives in Fairhaven. Ned Bright, of Fairhaven, spoke.",
                "Ned Bright, of Oakdale, spoke.",
            ],
        ],
    );
}
