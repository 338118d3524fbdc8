//! What is counted: nouns, people, ages, compounds.

use super::{check, check_of};

#[test]
fn people_and_things() {
    check("Police arrested 14 demonstrators.", "14 = 14 person");
    check("The court heard 31 witnesses.", "31 = 31 person");
    check("Nine missing, 41 dead.", "Nine = 9 person; 41 = 41 person");
    check("The firm will cut 1,200 jobs.", "1,200 = 1200 job");
    check("Three tankers burned.", "Three = 3 tanker");
    check("The party won 42 seats.", "42 = 42 seat");
    check_of("About 11,000 North Korean infantry troops arrived.", "North Korean infantry troops");
    check_of("Thousands of angry farmers blocked roads.", "angry farmers");
}

#[test]
fn a_headcount_is_of_employees() {
    check("The lender's headcount rose to 4,410.", "4,410 = 4410 person");
    check_of("The lender's headcount rose to 4,410.", "employee");
    check_of("The death toll rose to 41.", "death");
}

#[test]
fn ages() {
    check("Maria Lopez, 35, won.", "35 = 35 year");
    check("Her brother Tom, nine, sang.", "nine = 9 year");
    check("A 35-year-old man died.", "35-year-old = 35 year");
    check("A girl aged nine was found.", "nine = 9 year");
    check("She was 22 when she began.", "22 = 22 year");
}

#[test]
fn compounds() {
    check("A five-storey block fell.", "five-storey = 5 storey");
    check("A 6.3-magnitude quake struck.", "6.3-magnitude = 6.3 magnitude");
    check("A 30-day truce began.", "30-day = 30 day");
    check("A 12-member jury sat.", "12-member = 12 person");
}

#[test]
fn courts() {
    check("A jury of seven men and five women was sworn in.", "seven = 7 person; five = 5 person");
    check("He was jailed for 12 years on three counts of fraud.", "12 years = 12 year; three = 3 count");
    check("The judge fined her $4,500.", "$4,500 = 4500 USD");
    check("Two of the four defendants pleaded guilty.", "Two = 2 person; four = 4 person");
    check("Prosecutors called 31 witnesses over six weeks.", "31 = 31 person; six weeks = 6 week");
    check("The 46-year-old driver was acquitted.", "46-year-old = 46 year");
}

#[test]
fn elections() {
    check(
        "The party won 42 percent of the vote and 130 of the 300 seats.",
        "42 percent = 42 percent; 130 = 130 seat; 300 = 300 seat",
    );
    check("Turnout was 61.4%.", "61.4% = 61.4 percent");
    check("One in five voters stayed home.", "One in five = 0.2 share");
    check("Nine out of 10 ballots were valid.", "Nine out of 10 = 0.9 share");
    check("Two-thirds of members voted yes.", "Two-thirds = 0.6667 share");
    check("She leads by 3 percentage points.", "3 percentage points = 3 percentage point");
}

#[test]
fn business() {
    check("The retailer will shut 140 stores and cut 2,300 jobs.", "140 = 140 store; 2,300 = 2300 job");
    check("Shares fell 4.2 percent to $31.50.", "4.2 percent = 4.2 percent; $31.50 = 31.5 USD");
    check("Profit doubled to 90 million euros.", "90 million euros = 90000000 EUR");
    check("The firm employs 5,600, half of them in Ohio.", "5,600 = 5600 person; half = 0.5 share part of 0");
    check("Output was three times as high as in spring.", "three times = 3 ratio");
    check("Net income was 33 cts a share vs 21 cts.", "33 cts = 0.33 USD; 21 cts = 0.21 USD");
}

#[test]
fn disasters() {
    check(
        "The flood killed 31 people and displaced 12,000 others.",
        "31 = 31 person; 12,000 = 12000 person besides 0",
    );
    check("The blast killed at least 19.", "at least 19 = 19 person");
    check("The death toll rose to 46.", "46 = 46 person");
    check("The number of people injured has climbed to 230.", "230 = 230 person");
    check("A quake of magnitude 5.8 hit the coast.", "5.8 = 5.8 magnitude");
    check("Some 40 houses and two bridges were swept away.", "about 40 = 40 house; two = 2 bridge");
    check("Dead: 12", "12 = 12 person");
}

#[test]
fn science_and_health() {
    check("The probe flew 2.4 billion kilometres.", "2.4 billion kilometres = 2400000000 kilometre");
    check("The trial enrolled 1,024 patients aged 18 to 65.", "1,024 = 1024 person; 18 to 65 = 18..65 year");
    check("The dose was 50 milligrams.", "50 milligrams = 50 milligram");
    check("Cases rose fivefold.", "fivefold = 5 ratio");
    check("The glacier lost 8 to 10 feet of ice.", "8 to 10 feet = 8..10 foot");
    check("Two hospitals reported 57 cases of measles.", "Two = 2 hospital; 57 = 57 case");
}

#[test]
fn sport_and_local_news() {
    check("He scored 31 points and took 12 rebounds.", "31 = 31 point; 12 = 12 rebound");
    check("A crowd of 54,000 watched.", "54,000 = 54000 person");
    check("The council will plant 600 trees.", "600 = 600 tree");
    check("Parking will cost £2.50 an hour.", "£2.50 = 2.5 GBP");
    check("The bridge is 1.2 miles long.", "1.2 miles = 1.2 mile");
    check("The library has 14 staff.", "14 = 14 person");
}

#[test]
fn wars() {
    check(
        "Two brigades of 6,000 soldiers each are moving.",
        "Two = 2 brigade; 6,000 = 6000 person each of 0",
    );
    check("The army lost 14 tanks and three aircraft.", "14 = 14 tank; three = 3 aircraft");
    check("Rebels freed 60 of the 200 hostages.", "60 = 60 person; 200 = 200 person");
    check("They fired dozens of rockets.", "dozens = 24..99 rocket");
    check("Between five and seven gunmen fled.", "five and seven = 5..7 person");
}

#[test]
fn wire_copy_of_the_eighties() {
    check(
        "Turnover rose 5-1/2 pct to 1.2 bln guilders in the Netherlands.",
        "5-1/2 pct = 5.5 percent; 1.2 bln guilders = 1200000000 NLG",
    );
    check("Gross 20.1 mln dlrs vs 17.5 mln.", "20.1 mln dlrs = 20100000 USD; 17.5 mln = 17500000 USD");
    check("The bank lent 600 mln stg.", "600 mln stg = 600000000 GBP");
    check("Oil fell to 17.85 dlrs a barrel.", "17.85 dlrs = 17.85 USD");
}

#[test]
fn what_stands_behind_a_coordination() {
    check_of("It lends to 40,000 micro and small firms.", "micro and small firms");
    check_of("The block has 90 studio, one- and two-bedroom flats.", "studio, one- and two-bedroom flats");
    check_of("Five research and rescue ships sailed.", "research and rescue ships");
    check_of("They paid 300 police and soldiers.", "police");
    check_of("He met two engineers and three pilots.", "engineers");
    check("They saw one car and two trucks.", "two = 2 truck");
}

#[test]
fn people_by_their_country() {
    check("Nine Pakistanis and two Israelis were freed.", "Nine = 9 person; two = 2 person");
    check("One American and two Germans died.", "One = 1 person; two = 2 person");
    check("Three Greek ferries sank.", "Three = 3 ferry");
    check("Now 51 and living in Leeds, she sings.", "51 = 51 year");
    check("The app is for 20-somethings.", "");
    check_of(
        "The bloc has 79 African, Caribbean and Pacific states.",
        "African, Caribbean and Pacific states",
    );
    check_of("It has 12 rooms, big and small.", "rooms");
    check("A 44-year old driver died.", "44-year old = 44 year");
    check_of("A 44-year old driver died.", "driver");
}
