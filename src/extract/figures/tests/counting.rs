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
