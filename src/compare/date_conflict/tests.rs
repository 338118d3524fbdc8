use super::super::events::tests::{check as check_code, check_on as check_code_on, check_pairs};
use super::Code;

#[track_caller]
fn check(first: &str, second: &str, expected: &str) {
    check_code(Code::DateConflict, first, second, expected);
}

#[track_caller]
fn check_on(first: (&str, &str), second: (&str, &str), expected: &str) {
    check_code_on(Code::DateConflict, first, second, expected);
}

/// Many pairs of articles of one day; all that come out otherwise are told at once.
#[track_caller]
fn check_all(pairs: &[(&str, &str, &str)]) {
    check_pairs(Code::DateConflict, pairs);
}

#[test]
fn past_days() {
    check(
        "The freighter Anna Maria sank off Malta on Friday.",
        "The freighter Anna Maria sank on Saturday afternoon, the coast guard said.",
        "Friday | Saturday afternoon",
    );
    check(
        "Judge Helen Marsh sentenced the banker Colin Wragg on 3 March.",
        "Judge Helen Marsh sentenced Colin Wragg on 4 March.",
        "3 March | 4 March",
    );
    check(
        "Police arrested the councillor Dana Pike on Tuesday.",
        "The councillor Dana Pike was arrested on Thursday, police said.",
        "Tuesday | Thursday",
    );
    check(
        "The chapel in Corwen was founded in 1871.",
        "The chapel in Corwen was founded in 1817.",
        "1871 | 1817",
    );
    check(
        "Sergeant Paul Dray died on 2 March after the crash.",
        "Sergeant Paul Dray died on 5 March.",
        "2 March | 5 March",
    );
    check(
        "The bakery fire on Mill Lane started on Monday.",
        "The fire at the bakery on Mill Lane broke out on 3 March.",
        "",
    );
}

#[test]
fn days_to_come() {
    check(
        "Voters in Ruritania will elect a new parliament on 6 April.",
        "Ruritania will elect its parliament on 13 April.",
        "6 April | 13 April",
    );
    check(
        "The trial of Colin Wragg will begin on 12 May.",
        "The trial of Colin Wragg will begin on 21 May.",
        "12 May | 21 May",
    );
    check(
        "Nordbank will acquire Fjord Trust by 30 June 2026.",
        "Nordbank will acquire Fjord Trust by 30 June 2025.",
        "30 June 2026 | 30 June 2025",
    );
}

#[test]
fn hours() {
    check(
        "The quake struck at 4:42 a.m. near Vigo.",
        "The quake hit at 04:24, north of Vigo.",
        "4:42 a.m. | 04:24",
    );
    check(
        "The ferry Lina sank at 7:40 p.m. on Friday.",
        "The ferry Lina capsized at 9:15 p.m. on Friday.",
        "7:40 p.m. | 9:15 p.m.",
    );
}

#[test]
fn different_happenings_stay_silent() {
    check("Ann Lee was arrested on Tuesday.", "Ann Lee was charged on Thursday.", "");
    check("The trial of Colin Wragg began on 3 March.", "The trial of Colin Wragg ended on 7 March.", "");
    check("Ann Lee was arrested on Tuesday.", "Tom Reed was arrested on Thursday.", "");
    check("A quake shook Vigo on Monday.", "Another quake shook Vigo on Thursday.", "");
    check("The Lions beat the Bears on Saturday.", "The Bears beat the Wolves on Sunday.", "");
    check(
        "The minister said on Monday that the mine would close.",
        "The minister said on Tuesday that it would shut.",
        "",
    );
    check("A shop burned on Pine Street on Monday.", "A warehouse fire killed two on Thursday.", "");
    check("The board met on Tuesday.", "The council met on Wednesday.", "");
}

#[test]
fn a_night_and_the_next_morning_are_two() {
    check_all(&[
        (
            "The ferry Lina sank on Saturday night.",
            "The ferry Lina sank early on Sunday.",
            "Saturday night | Sunday",
        ),
        (
            "Fire broke out at the Tarrow mill at 10.40pm on Saturday.",
            "The fire at the Tarrow mill started in the early hours of Sunday.",
            "Saturday | Sunday",
        ),
        (
            "Two men were shot outside the Blue Heron in Harding on Saturday night.",
            "The shooting at the Blue Heron in Harding happened at 1:30 a.m. Sunday.",
            "Saturday night | Sunday",
        ),
    ]);
}

#[test]
fn one_happening_is_told_in_many_words() {
    check_all(&[
        (
            "The hearing of Dana Kowal before Judge Ruth Amdahl is set for Friday, March 14.",
            "Dana Kowal is due in front of Judge Ruth Amdahl on Thursday, March 13.",
            "Friday, March 14 | Thursday, March 13",
        ),
        (
            "The funeral of Manuel Silva at St Anne's will be held on Friday.",
            "Manuel Silva's friends are to sing at St Anne's on Saturday, when he will be given a funeral.",
            "Friday | Saturday",
        ),
        (
            "A balcony in Orley caved in on Friday and hurt Sam Reed.",
            "Sam Reed was hurt in the collapse of a balcony in Orley on Thursday.",
            "Friday | Thursday",
        ),
        // The day of what else was done then is its own.
        (
            "Ann Lee was arrested on Tuesday, when officers raided her home.",
            "Officers raided the home of Ann Lee on Monday.",
            "",
        ),
    ]);
}

#[test]
fn words_that_leave_both_open_stay_silent() {
    check("The ferry Lina sank late on Saturday.", "The ferry Lina sank early on Sunday.", "");
    check("The ferry Lina sank on Saturday night.", "The ferry Lina sank on Sunday.", "");
    check("The ferry Lina sank at 11:40 p.m. on Saturday.", "The ferry Lina sank early on Sunday.", "");
    check("The ferry Lina sank on Saturday.", "The ferry Lina sank at 0100 GMT on Sunday.", "");
    check(
        "The hearing for Ann Lee was postponed to 20 March.",
        "The hearing for Ann Lee will be held on 13 March.",
        "",
    );
    check("The ferry Lina sank in March.", "The ferry Lina sank on 3 March.", "");
    check("The mill will close by 30 June.", "The mill will close on 1 May.", "");
    check("The club was founded in the early 1920s.", "The club was founded in 1924.", "");
    check("The ferry Lina sank at about 7:40 p.m.", "The ferry Lina sank at 7:45 p.m.", "");
    check("The ferry Lina sank at 1140 GMT.", "The ferry Lina sank at 7:40 p.m.", "");
    check("The ferry Lina sank yesterday.", "The ferry Lina sank on Saturday.", "");
    check_on(
        ("2025-03-04", "A bomb attack in Kabul killed four on Monday."),
        ("2025-03-08", "A bomb attack in Kabul killed six on Friday."),
        "",
    );
    check_on(
        ("2025-03-04", "The leaders Pavel Rok and Ana Sol will meet on 6 March."),
        ("2025-03-08", "The leaders Pavel Rok and Ana Sol met on 7 March."),
        "",
    );
}

#[test]
fn an_article_that_tells_both_days_stays_silent() {
    check(
        "Ann Lee was arrested on Tuesday. Released, Ann Lee was arrested again on Thursday.",
        "Ann Lee was arrested on Thursday.",
        "",
    );
}

#[test]
fn one_incident_in_other_words_has_one_day() {
    check_all(&[
        (
            "A man was stabbed outside the Crown pub in Dunmore on Friday night.",
            "A man was attacked with a knife outside the Crown pub in Dunmore late on Saturday night.",
            "",
        ),
        (
            "A lorry and a minibus collided near Kelby on Thursday, police said. Kelby School closed.",
            "Four people were killed when a minibus ran into a lorry outside Kelby on Wednesday. Kelby School closed.",
            "Thursday | Wednesday",
        ),
        (
            "The Oakridge Fire broke out on Tuesday above Selma.",
            "The Oakridge Fire, which started Monday afternoon, threatens Selma.",
            "Tuesday | Monday afternoon",
        ),
        (
            "Gunfire broke out at a wedding in Karsk on Saturday afternoon.",
            "Guests at the wedding in Karsk were shot on Sunday afternoon.",
            "Saturday afternoon | Sunday afternoon",
        ),
        (
            "The roof collapse at the Mirren ice rink in Perth happened on Wednesday, Ann Dow said.",
            "Nine people were injured when the roof of the Mirren ice rink in Perth gave way on Thursday, Ann Dow said.",
            "Wednesday | Thursday",
        ),
        (
            "A gas explosion shook a bakery in Lodz on Tuesday.",
            "The blast at the bakery in Lodz happened on Thursday.",
            "Tuesday | Thursday",
        ),
        (
            "Two climbers died in an avalanche on Mount Tarn on Saturday.",
            "The avalanche on Mount Tarn struck on Friday.",
            "Saturday | Friday",
        ),
        (
            "Robbers raided the Sefton jewellers on Monday.",
            "The robbery at the Sefton jewellers took place on Thursday.",
            "",
        ),
        (
            "The armed robbery at the Sefton jewellers in Hale happened on Monday.",
            "Staff at the Sefton jewellers in Hale were robbed on Thursday.",
            "Monday | Thursday",
        ),
        (
            "Officers were called to a crash on the Humber road on Friday 7 March.",
            "The crash on the Humber road happened on Saturday 8 March.",
            "Friday 7 March | Saturday 8 March",
        ),
    ]);
}

#[test]
fn the_hours_of_one_incident() {
    check_all(&[
        (
            "Police were called to the Elm Grove club in Harding at about 11:50 p.m. on Friday.",
            "The shooting at the Elm Grove club in Harding happened around 10:20 p.m. Friday.",
            "11:50 p.m. | 10:20 p.m.",
        ),
        (
            "The tanker exploded at 6.15am in the port of Brindle.",
            "The explosion of the tanker in the port of Brindle happened at 8.40am.",
            "6.15am | 8.40am",
        ),
        (
            "Fire crews were called to the mill in Tarrow at 3.05am.",
            "The fire at the mill in Tarrow was reported at 3.10am.",
            "",
        ),
        (
            "Officers were dispatched to the bank in Tarrow at 2:15 p.m.",
            "The robbery at the bank in Tarrow happened shortly after 2 p.m.",
            "",
        ),
        (
            "The shooting in Harding happened at 9:30 p.m.",
            "A man arrested over the shooting in Harding was charged at 11:45 p.m.",
            "",
        ),
        (
            "The crash near Kelby happened at 4 p.m., and the road reopened at 9 p.m.",
            "The crash near Kelby shut the road at 4 p.m.",
            "",
        ),
        ("The quake struck Arica at 0914 GMT.", "The quake struck Arica at 6:14 a.m. local time.", ""),
    ]);
}

#[test]
fn what_follows_an_incident_has_days_of_its_own() {
    check_all(&[
        (
            "A man was shot in Harding on Friday night. Dale Rusk was arrested on Sunday.",
            "The shooting in Harding happened Friday night. Rusk, 31, was charged Monday.",
            "",
        ),
        (
            "The fire at the Tarrow mill started on Monday.",
            "Crews were still battling the fire at the Tarrow mill on Wednesday.",
            "",
        ),
        (
            "A bus crashed near Kelby on Thursday.",
            "Investigators returned to the scene of the crash near Kelby on Saturday.",
            "",
        ),
        (
            "The ferry Lina sank on Thursday.",
            "Divers searched the wreck of the Lina on Saturday; the ferry sank on Thursday.",
            "",
        ),
        (
            "A girl of nine was hurt in the crash near Kelby on Thursday.",
            "The girl of nine who was hurt in the crash near Kelby died on Sunday.",
            "",
        ),
        (
            "A vigil for the victims of the Harding shooting will be held on Wednesday.",
            "The shooting in Harding happened on Friday.",
            "",
        ),
        (
            "A second explosion shook the plant in Brindle on Tuesday.",
            "The explosion at the plant in Brindle happened on Sunday.",
            "",
        ),
        (
            "The mayor called the shooting in Harding a tragedy on Monday.",
            "The shooting in Harding took place on Friday.",
            "",
        ),
        (
            "Harding had a similar shooting in March 2019.",
            "The shooting in Harding took place on Friday.",
            "",
        ),
        (
            "Police were called to a shooting in Harding late on Saturday.",
            "The shooting in Harding happened early on Sunday.",
            "",
        ),
        (
            "A storm hit the coast of Bray on Tuesday.",
            "The storm hit Wicklow, up the coast from Bray, on Wednesday.",
            "",
        ),
    ]);
}

#[test]
fn captions_are_held_against_the_text() {
    check_all(&[
        (
            "The derailment near Orde happened on Tuesday, the railway said.\n\nPhoto: A train lies on its side after it derailed on Wednesday near Orde.",
            "The railway named the driver.",
            "Tuesday | Wednesday; Wednesday | Tuesday",
        ),
        (
            "The derailment near Orde happened on Tuesday, the railway said.\n\nPhoto: Workers clear the site of the derailment near Orde on Wednesday.",
            "The railway named the driver.",
            "",
        ),
    ]);
}

#[test]
fn what_happens_once_has_one_day() {
    check_all(&[
        (
            "A banker who stole from his clients was jailed for six years on Tuesday.",
            "On Thursday a judge sent the banker to prison for six years.",
            "Tuesday | Thursday",
        ),
        (
            "Detectives took Colin Wragg into custody on 4 March.",
            "Colin Wragg was arrested on 7 March.",
            "4 March | 7 March",
        ),
        (
            "The final results will be certified by 20 May.",
            "The commission will certify the results by 30 May.",
            "20 May | 30 May",
        ),
        (
            "The results of the vote, due on 28 May, may be contested.",
            "Results will be published by 26 May, the board said.",
            "28 May | 26 May",
        ),
        (
            "Queen's coach Ida Holm resigned on Friday.",
            "Ida Holm stepped down as coach on Wednesday.",
            "Friday | Wednesday",
        ),
        (
            "The council will certify the result by 30 May.",
            "The council will certify the result on 27 May.",
            "",
        ),
        (
            "The trial of Colin Wragg opened on Monday. He was arrested in May 2023.",
            "Colin Wragg was arrested in May 2023 and again on 3 June 2024.",
            "",
        ),
        (
            "Two men were arrested on Friday over the theft.",
            "A woman was arrested on Sunday over the theft.",
            "",
        ),
        ("Shares of Nordbank fell on Monday.", "Shares of Nordbank fell on Wednesday.", ""),
        ("The museum opens at 10 a.m. from Tuesday to Sunday.", "The museum opens at noon on Mondays.", ""),
    ]);
    check_on(
        ("2025-03-04", "Rebels captured a village near Orsha on Monday."),
        ("2025-03-06", "Rebels captured a village near Orsha on Wednesday."),
        "",
    );
    check_on(
        ("2025-03-04", "Crews resumed the search for the crew of the Lina on Monday."),
        ("2025-03-07", "Crews resumed the search for the crew of the Lina on Thursday."),
        "",
    );
}
