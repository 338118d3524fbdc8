use crate::compare::Code;
use crate::compare::testing::told;

#[track_caller]
fn check(texts: &[&str], expected: &str) {
    assert_eq!(told(Code::TitleConflict, texts), expected, "{texts:?}");
}

#[test]
fn posts_of_one_ladder() {
    check(
        &["Mayor Eddie Cole opened the bridge.", "Eddie Cole, deputy mayor of Oakville, opened the bridge."],
        "1:“Mayor” 2:“deputy mayor of Oakville”",
    );
    check(
        &["Captain Joe Kane led the search.", "Lieutenant Joe Kane led the search."],
        "1:“Captain” 2:“Lieutenant”",
    );
    check(
        &["Governor Paul Reed opened the fair.", "Lieutenant Governor Paul Reed opened the fair."],
        "1:“Governor” 2:“Lieutenant Governor”",
    );
    check(
        &["Judge Lea Dunn closed the case.", "Prosecutor Lea Dunn closed the case."],
        "1:“Judge” 2:“Prosecutor”",
    );
}

#[test]
fn descriptions_of_different_sorts() {
    check(&["Mayor Eddie Cole spoke.", "Eddie Cole, a Democrat, spoke."], "");
    check(&["Mayor Eddie Cole spoke.", "Eddie Cole, mayor of Oakville, spoke."], "");
    check(&["Sergeant Joe Kane spoke.", "Detective Sergeant Joe Kane spoke."], "");
    check(&["Gen. Joe Kane spoke.", "General Joe Kane spoke."], "");
    check(&["Paul Reed, chairman of the bank, spoke.", "Paul Reed, chief executive, spoke."], "");
}

#[test]
fn posts_of_another_day() {
    check(&["Mayor Eddie Cole spoke.", "Former deputy mayor Eddie Cole spoke."], "");
    check(&["date: 2024-01-04\nCaptain Joe Kane spoke.", "date: 2024-06-04\nMajor Joe Kane spoke."], "");
    check(
        &["Captain Joe Kane was made major.", "Major Joe Kane, who was Captain Joe Kane until May, spoke."],
        "",
    );
}
