//! Numbers that are no figures.

use super::check;

#[test]
fn dates_years_and_hours() {
    check("He was born on March 3, 1954.", "");
    check("The war began in 1987.", "");
    check("The 2019 floods were worse.", "");
    check("Trains resume at 4.40 pm.", "");
    check("It struck at 4:42 local time.", "");
    check("Markets closed at 1010 GMT.", "");
    check("The season 2024/25 was poor.", "");
    check("On 9/11 he was in Boston.", "");
}

#[test]
fn names_and_labels() {
    check("An Il-76 landed.", "");
    check("They drove along Route 9.", "");
    check("The G7 met in Kyoto.", "");
    check("See Section 3 of the law.", "");
    check("Flight 370 vanished.", "");
    check("The SH-5 was blocked.", "");
    check("1. Human toll", "");
    check("Call 0401-555-0148 now.", "");
    check("He lives at 12 Elm Street.", "");
    check("No one came.", "");
    check("One of the men left.", "");
    check("The two countries signed.", "");
}

#[test]
fn scores_are_none_and_votes_are_two() {
    check("Ajax won 3-1.", "");
    check("She won 6-4, 6-3.", "");
    check("The board backed it in a 3-2 vote.", "3 = 3 vote; 2 = 2 vote");
}
