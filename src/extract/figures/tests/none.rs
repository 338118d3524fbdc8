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
    check("It happened in the 2200 block of Elm Street.", "");
    check("Shots were fired on the 900 block of Third Avenue.", "");
    check("Call us on 101 or dial 999.", "");
    check("Ring the police, quoting incident 3318 of 2 May.", "");
    check("Anyone in distress should ring 1850.", "");
    check("Unions called on 300 members to strike.", "300 = 300 person");
    check("No one came.", "");
    check("One of the men left.", "");
    check("The two countries signed.", "");
}

#[test]
fn scores_are_none_and_votes_are_two() {
    check("Ajax won 3-1.", "");
    check("She won 6-4, 6-3.", "");
    check("The board backed it in a 3-2 vote.", "3 = 3 vote; 2 = 2 vote");
    check("Senators passed the bill 61-38 after midnight.", "61 = 61 vote; 38 = 38 vote");
    check("The synod adopted it by 214 to 108.", "214 = 214 vote; 108 = 108 vote");
    check("The judge was seated by a vote of 97-0.", "97 = 97 vote; 0 = 0 vote");
    check("United passed them with a 2-1 win.", "");
}

#[test]
fn words_that_only_look_like_numbers() {
    check("This one is new.", "");
    check("They helped one another.", "");
    check("At one point he wept.", "");
    check("The second half was dull.", "");
    check("A third list hangs there.", "");
    check("He came first and she came third.", "");
    check("It was a two-way street.", "");
    check("Both sides agreed.", "");
    check("He cut the loaf in two.", "");
    check("She scores in every match.", "");
}

#[test]
fn names_of_products_laws_and_teams() {
    check("Boeing rolled out the 787 Dreamliner.", "");
    check("He bought an iPhone 4 and a MacBook.", "");
    check("NASA launched Apollo 11.", "");
    check("The Group of Seven met.", "");
    check("Formula One returns.", "");
    check("Article 5 was invoked.", "");
    check("A Boeing 747 landed.", "");
    check("It airs on Channel 4.", "");
    check("See page 12.", "");
    check("PRESS STATEMENT 014/XII/2025", "");
    check("He is the No. 1 driver.", "");
    check("The MV Ocean Star 3 sank.", "");
}

#[test]
fn hours_days_and_years() {
    check("Doors open at 7 p.m. on 4 May.", "");
    check("The vote is on Oct. 14.", "");
    check("It began at 18 minutes to five.", "");
    check("The firm was founded in 1898.", "");
    check("It happened between 1939 and 1945.", "");
    check("The 1987 crash hurt.", "");
    check("Polls close at 20:00 GMT.", "");
}

#[test]
fn digits_that_call_tune_or_label() {
    check("Ring 0800 555 0142 for help.", "");
    check("The desk is on (555) 012 3440 or +44 7700 900 412.", "");
    check("Listeners may call 555 867 4410.", "");
    check("Donors can text GIVE to 70144.", "");
    check("He hosts the breakfast show on 98.4 FM.", "");
    check("Output grew in 3Q 2011 and in 1H.", "");
    check("Foreign and defence ministers met in the 2+2 format.", "");
    check("The set shows 4K video.", "");
    check("She ran a 10K race for charity.", "");
    check("They gave 40K meals.", "40K = 40000 meal");
    check("She told 60 Minutes that she knew.", "");
    check("The play lasts 60 minutes.", "60 minutes = 60 minute");
    check("The alarm came in at 2347 hours.", "");
    check("He must do 1200 hours of service.", "1200 hours = 1200 hour");
    check("The phone rang 112 times in 2016.", "112 = 112 time");
}

#[test]
fn wickets_tie_breaks_and_scores() {
    check("The tourists were 4 for 171 at tea.", "");
    check("Kent closed on five for 88.", "");
    check("The shooter went 3-for-12 in the second half.", "");
    check("He won 7-6 (5), 6-4.", "");
    check("They lost by a score of 9 to 2.", "");
    check("A score of villagers left.", "A score = 20 person");
    check("He bought 3 for 12 dollars.", "3 = 3; 12 dollars = 12 USD");
}
