use super::super::events::tests::{check as check_code, check_pairs};
use super::Code;

#[track_caller]
fn check(first: &str, second: &str, expected: &str) {
    check_code(Code::PlaceConflict, first, second, expected);
}

#[test]
fn streets() {
    check(
        "A man was shot at 412 Pine Street on Sunday.",
        "The man was shot at 412 Pine Avenue, police said.",
        "412 Pine Street | 412 Pine Avenue",
    );
    check(
        "Officers were called to Harbour Road after the crash.",
        "The crash happened on Harbour Lane.",
        "Harbour Road | Harbour Lane",
    );
    check(
        "A teenager was shot in the 1200 block of Cedar Street on Sunday.",
        "The teenager was shot on Sunday in the 2100 block of Cedar Street.",
        "1200 block of Cedar Street | 2100 block of Cedar Street",
    );
    check(
        "A man was shot on Pine Street.",
        "A man was shot near the corner of Pine Street and Oak Avenue.",
        "",
    );
    check("A car hit a tree on 5th Street.", "The car left 5th Avenue.", "");
    check("He was shot on Pine Street and fled down Pine Avenue.", "The man was shot on Pine Avenue.", "");
    check("Two were arrested at 9 Pine Street.", "A man was shot at 40 Pine Street.", "");
    check("A man was shot on N. Pine Street.", "A man was shot on Pine St. on Sunday.", "");
}

#[test]
fn sides_and_bearings() {
    check(
        "The ferry sank off the west coast of Crete on Friday.",
        "The ferry went under off the east coast of Crete on Friday. It sank off the east coast of Crete.",
        "west coast of Crete | east coast of Crete",
    );
    check(
        "The quake had its epicentre 12 km north-east of Vigo.",
        "The quake struck 12 km north-west of Vigo.",
        "12 km north-east of Vigo | 12 km north-west of Vigo",
    );
    check("The quake struck 12 km north of Vigo.", "The quake struck 12 km north-east of Vigo.", "");
    check("The quake struck 12 km north of Vigo.", "The quake struck 40 km south of Lugo.", "");
    check(
        "The ferry sank off the west coast of Crete.",
        "A yacht was found off the east coast of Crete.",
        "",
    );
}

#[test]
fn hospitals_and_homes() {
    check(
        "John Smith, 34, of Oakdale, was arrested on Sunday.",
        "Police arrested John Smith, 34, of Elmwood, on Sunday.",
        "Oakdale | Elmwood",
    );
    check(
        "The dead were named as Maria Lopez, 61, of Brixworth, and her son.",
        "Among the dead was Maria Lopez, 61, of Kettering.",
        "Brixworth | Kettering",
    );
    check(
        "The boy was taken to Mercy Hospital after the crash on Sunday.",
        "After the crash on Sunday the boy was airlifted to Lakeside Hospital.",
        "Mercy Hospital | Lakeside Hospital",
    );
    check("John Smith, 34, of Oakdale, was arrested.", "Peter Smith, 31, of Elmwood, was arrested.", "");
    check("John Smith, 34, of Texas, was arrested.", "John Smith, 34, of Houston, was arrested.", "");
    check("John Smith, 34, of Paris, died.", "John Smith, 34, of the Paris fire brigade, died.", "");
    check("The boy was taken to Mercy Hospital.", "Two women were taken to Lakeside Hospital.", "");
}

#[test]
fn towns() {
    check(
        "Nordglas will close its plant in Ulm by June, the company said.",
        "Nordglas will shut the plant in Jena.",
        "Ulm | Jena",
    );
    check("Nordglas will close its plant in Ulm.", "Nordglas will close its plants in Ulm and Jena.", "");
    check("Nordglas will close its plant in Germany.", "Nordglas will close its plant in Ulm.", "");
    check("The minister spoke in Ulm.", "The minister spoke in Jena.", "");
    check("The Lions won in Cardiff.", "The Lions won in Leeds.", "");
}

#[test]
fn one_place_in_two_ways() {
    check_pairs(
        Code::PlaceConflict,
        &[
            (
                "The fire began Tuesday 12 miles (19 kilometers) southwest of Selma.",
                "The fire was reported on Tuesday 12 miles northwest of Selma.",
                "12 miles (19 kilometers) southwest of Selma | 12 miles northwest of Selma",
            ),
            (
                "A body was found at 27 St Anne's Terrace on Sunday.",
                "Police sealed off 72 St Anne's Terrace, where the body was found.",
                "27 St Anne's Terrace | 72 St Anne's Terrace",
            ),
            (
                "The raid was at 1418 Maple Avenue.",
                "Police raided a flat at 1481 Maple Avenue.",
                "1418 Maple Avenue | 1481 Maple Avenue",
            ),
            (
                "The driver was taken to Lowell Regional Medical Center.",
                "The driver was treated at Lowell Memorial Hospital.",
                "Lowell Regional Medical Center | Lowell Memorial Hospital",
            ),
            (
                "The driver was taken to Ardmoor Regional Medical Center.",
                "The driver was taken to Ardmoor Memorial Hospital.",
                "Ardmoor Regional Medical Center | Ardmoor Memorial Hospital",
            ),
            (
                "Teller Ida Crewe (52) was fined on Monday. Judge Max Orr spoke. He said that the Dunmow woman had repaid it.",
                "Ida Crewe (52), a mother of four from Kelling, was fined on Monday.",
                "Dunmow | Kelling",
            ),
            (
                "The bank on Station Road was robbed on Monday.",
                "Masked men robbed the bank on Station Street on Monday.",
                "Station Road | Station Street",
            ),
            (
                "Crash victim named: Tom Hale, 44, of Kettering, died at the scene.",
                "Tom Hale, 44, of Corby, died in the crash.",
                "Kettering | Corby",
            ),
        ],
    );
}

#[test]
fn places_that_both_hold() {
    check_pairs(
        Code::PlaceConflict,
        &[
            // A block holds its houses.
            (
                "The shooting was in the 1400 block of Maple Avenue.",
                "Shots were fired at 1418 Maple Avenue.",
                "",
            ),
            // Two houses of one street are two houses.
            (
                "The raid was at 12 Maple Avenue.",
                "The raid was at 12 Maple Avenue. Police came from 21 Maple Avenue.",
                "",
            ),
            // One person is moved from one hospital to another.
            (
                "The boy was taken to Ardmoor Hospital.",
                "The boy was taken to Ardmoor Hospital, then flown to Lakeside Hospital.",
                "",
            ),
            ("He was taken to Mercy Hospital.", "He was taken to Mercy Hospital of Ardmoor.", ""),
            // Who was born in one town lives in another.
            (
                "Baker Stan Kapp, 74, died on Friday. His daughter spoke. The Marrow man had fed the poor.",
                "Stan Kapp, 74, who was born in Kalmar, fed the poor.",
                "",
            ),
            // A person is no lane.
            ("Gov. Lane Foster spoke on Monday.", "Gov. Lane Foster spoke on Tuesday on Foster Street.", ""),
            ("Sunita Raff, of Kent Police, spoke.", "Sunita Raff, of Maidstone, spoke.", ""),
            // Two events of one day.
            ("The president spoke in Lyon on Monday.", "The president spoke in Nice on Monday.", ""),
            ("The quake struck 12 km north of Vigo.", "The quake was felt 30 km south of Vigo.", ""),
            (
                "The yacht sank off the east coast of Crete.",
                "The yacht left the west coast of Crete on Friday.",
                "",
            ),
            ("A tanker caught fire on the Humber road.", "A tanker caught fire near the Humber bridge.", ""),
            ("The match was at Hill Park in Leeds.", "The match was in Yorkshire.", ""),
            (
                "The rally is in Market Street.",
                "The rally is at the corner of Market Street and Mill Road.",
                "",
            ),
        ],
    );
}
