//! Figures that lean on others.

use super::check;

#[test]
fn conversions_and_former_values() {
    check(
        "Sales were 8.42 billion kronor ($886 million).",
        "8.42 billion kronor = 8420000000 SEK; $886 million = 886000000 USD converts 0",
    );
    check(
        "Sales were SEK 8,420 million (7,940).",
        "SEK 8,420 million = 8420000000 SEK; 7,940 = 7940000000 SEK formerly 0",
    );
    check("The margin was 7.3 percent, from 9.4.", "7.3 percent = 7.3 percent; 9.4 = 9.4 percent formerly 0");
}

#[test]
fn parts_and_remainders() {
    check(
        "There are 12,000 troops; 2,600 of them will move.",
        "12,000 = 12000 person; 2,600 = 2600 person part of 0",
    );
    check(
        "The town counts 27 deaths: 16 in Elm, seven in Oak and four in Ash.",
        "27 = 27 person; 16 = 16 person; seven = 7 person; four = 4 person",
    );
    check("Of 1,150 buildings inspected, 87 have collapsed.", "1,150 = 1150 building; 87 = 87 building");
    check("Half of the 40 tents leaked.", "Half = 0.5 share; 40 = 40 tent");
    check("Police held 60 men and freed another 40.", "60 = 60 person; 40 = 40 person besides 0");
}

#[test]
fn changes_share_their_unit() {
    check("The area will grow from 30 to 45 miles.", "30 = 30 mile; 45 miles = 45 mile");
    check("He cut his target to 185 kronor from 210.", "185 kronor = 185 SEK; 210 = 210 SEK formerly 0");
    check("Sales grew by 14 per cent. Exports shrank by 5.", "14 per cent = 14 percent; 5 = 5 percent");
    check(
        "Profit was $64 million, from 80 million a year earlier.",
        "$64 million = 64000000 USD; 80 million = 80000000 USD formerly 0",
    );
    check(
        "It is 7 nautical miles (13 km) away.",
        "7 nautical miles = 7 nautical mile; 13 km = 13 kilometre converts 0",
    );
}

#[test]
fn the_noun_before_of_tells_what_is_counted() {
    check("A crowd of several thousand cheered.", "several thousand = 3000..9000 person");
    check("It is a country of 4.6 million.", "4.6 million = 4600000 person");
    check("The plant has a workforce of 900.", "900 = 900 person");
    check("The party was one of six in town.", "six = 6 party");
    check("The father of two wept.", "two = 2 person");
    check("The mum-of-three Ann Lee sang.", "three = 3 person");
    check("A crowd of 300 students sang.", "300 = 300 person");
    check("A fleet of 12 ships sailed.", "12 = 12 ship");
}

#[test]
fn a_label_tells_what_its_number_counts() {
    check("Personnel: 340. Engines: 41.", "340 = 340 person; 41 = 41 engine");
    check("Helicopters: six.", "six = 6 helicopter");
}

#[test]
fn a_part_of_land_is_land() {
    check("She has 40 acres, and 38 of them are ash.", "40 acres = 40 acre; 38 = 38 acre part of 0");
}

#[test]
fn a_plural_subject_tells_what_rose() {
    check("Measles cases in the north rose to 212 last week.", "212 = 212 case");
    check("Arrests fell to 40.", "40 = 40 arrest");
}

#[test]
fn ages_in_a_list_and_votes_by_both_sides() {
    check("Two men, aged 19 and 22, were held.", "Two = 2 person; 19 = 19 year; 22 = 22 year");
    check("He raised the retirement age to 67 from 65.", "67 = 67 year; 65 = 65 year formerly 0");
    check("The council voted 5-2 to sell it.", "5 = 5 vote; 2 = 2 vote");
}

#[test]
fn measures_tied_by_two_hyphens() {
    check("The 18,000-square-foot park opens.", "18,000-square-foot = 18000 square foot");
}

#[test]
fn levels_sums_and_brackets_of_other_money() {
    check(
        "The lot cost €9 million. Shipments of tablets rose to 58 million.",
        "€9 million = 9000000 EUR; 58 million = 58000000 shipment",
    );
    check(
        "The lot cost €9 million. Sales rose to 58 million.",
        "€9 million = 9000000 EUR; 58 million = 58000000 EUR",
    );
    check(
        "It lent 5 million yuan ($721,000; 595,900).",
        "5 million yuan = 5000000 CNY; $721,000 = 721000 USD converts 0; 595,900 = 595900",
    );
    check("The number of hospital patients on trolleys is at 513.", "513 = 513 person");
    check("The number of militant groups grew to 193.", "193 = 193 group");
    check(
        "There are 80 huts. Two weeks later, it had grown to 170.",
        "80 = 80 hut; Two weeks = 2 week; 170 = 170 hut",
    );
    check("They scored 30 points. It rained. Ford came on for Vega (68).", "30 = 30 point; 68 = 68");
}
