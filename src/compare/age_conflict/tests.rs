use crate::compare::Code;
use crate::compare::testing::told;

/// Checks that the articles speak of two ages, at these places.
#[track_caller]
fn speaks(texts: &[&str], expected: &str) {
    assert_eq!(told(Code::AgeConflict, texts), expected, "{texts:?}");
}

#[track_caller]
fn silent(texts: &[&str]) {
    speaks(texts, "");
}

#[test]
fn one_person_of_two_ages() {
    speaks(
        &["John Smith, 35, was charged with theft.", "Police charged 36-year-old John Smith with theft."],
        "1:“35” 2:“36-year-old”",
    );
    speaks(
        &["Striker Anna Berg, aged 19, scored twice.", "Anna Berg scored twice. The 21-year-old is new."],
        "1:“19” 2:“21-year-old”",
    );
    speaks(&["Chief executive Paul Reed, 61, resigns.", "Paul Reed, who is 16, resigns."], "1:“61” 2:“16”");
    speaks(
        &[
            "The body of Tom Hale, 48, was found in the lake.",
            "A 58-year-old man identified as Tom Hale drowned.",
        ],
        "1:“48” 2:“58-year-old”",
    );
    speaks(
        &["Candidate Ida Holm, 70, won the seat.", "Ida Holm, a 71-year-old farmer, won the seat."],
        "1:“70” 2:“71-year-old”",
    );
}

#[test]
fn two_people_with_their_ages_swapped() {
    speaks(
        &["Dead are Ida Holm, 70, and Per Lund, 32.", "Ida Holm, 32, and Per Lund, 70, were killed."],
        "1:“32” 1:“70” 2:“32” 2:“70”",
    );
}

#[test]
fn within_an_article() {
    speaks(&["John Smith, 35, was shot. Neighbours knew Smith, 53, well."], "1:“35” 1:“53”");
}

#[test]
fn people_without_names() {
    speaks(
        &["A 35-year-old man was shot on Elm Street.", "Police said a 36-year-old man was shot on Friday."],
        "1:“35-year-old” 2:“36-year-old”",
    );
    silent(&["A 35-year-old man was shot dead.", "A 36-year-old man was arrested."]);
    silent(&[
        "A 35-year-old man was shot.",
        "Two died: a 35-year-old man was shot, a 36-year-old man was shot.",
    ]);
    silent(&["A 22-year-old woman was injured.", "A 67-year-old woman was injured."]);
}

#[test]
fn who_is_named_later_in_the_article() {
    speaks(
        &[
            "Ida Holm, 63, of Arden, was killed on Route 9.",
            "A judge jailed a driver over a pile-up in which a 65-year-old woman died. Holm was on her way home from work, said Per Lund, a friend of Ida Holm.",
        ],
        "1:“63” 2:“65-year-old”",
    );
    // Whoever comes in behind a name is somebody else.
    silent(&[
        "Ida Holm, 63, was killed on Route 9.",
        "Ida Holm was killed. A 65-year-old woman was killed too.",
    ]);
}

#[test]
fn one_of_two_dead_is_the_woman() {
    speaks(
        &[
            "Joe Kane, 84, died on Tuesday. A woman, 79, died on Friday.",
            "An 86-year-old man died this week.",
        ],
        "1:“84” 2:“86-year-old”",
    );
    speaks(
        &["One patient, a man of 84, died on Tuesday.", "An 86-year-old man died this week."],
        "1:“84” 2:“86-year-old”",
    );
    silent(&["A woman of 84 died on Tuesday.", "An 86-year-old man died this week."]);
    silent(&["It was Joe Kane, 84, calling for help.", "An 86-year-old man was there, and so was Joe Kane."]);
    silent(&["A crowd of 84 was there when it collapsed.", "An 86-year-old man collapsed."]);
}

#[test]
fn a_suspect_by_two_nouns() {
    speaks(
        &[
            "Police arrested a 38-year-old roofer over the theft.",
            "A 36-year-old man was charged with the theft.",
        ],
        "1:“38-year-old” 2:“36-year-old”",
    );
    // Nobody knows of what day the two are.
    silent(&[
        "date: \nPolice arrested a 38-year-old roofer over the theft.",
        "date: \nA 36-year-old man was charged with the theft.",
    ]);
    silent(&[
        "Police arrested a 38-year-old roofer and a man, 40.",
        "A 36-year-old man was charged with the theft.",
    ]);
    silent(&[
        "Police arrested a 38-year-old waitress.",
        "Police questioned a 36-year-old man over the theft.",
    ]);
}

#[test]
fn birthdays_between_articles() {
    silent(&[
        "date: 2024-03-04\nJohn Smith, 35, was charged.",
        "date: 2024-09-10\nJohn Smith, 36, was convicted.",
    ]);
    speaks(
        &[
            "date: 2024-03-04\nJohn Smith, 36, was charged.",
            "date: 2024-09-10\nJohn Smith, 35, was convicted.",
        ],
        "1:“36” 2:“35”",
    );
    speaks(
        &["date: 2024-03-04\nJohn Smith, 35, was charged.", "date: 2024-03-05\nJohn Smith, 36, was charged."],
        "1:“35” 2:“36”",
    );
}

#[test]
fn births() {
    speaks(&["Anna Berg, born in 1971, is a judge. Berg, 48, has two sons."], "1:“1971”");
    silent(&["Anna Berg, born in 1971, is a judge. Berg, 52, has two sons."]);
    silent(&["Anna Berg, born in 1971, is a judge. Berg, 53, has two sons."]);
    silent(&["Joe Kane, born in 1901, was a poet. Kane died aged 35."]);
}

#[test]
fn ages_that_agree_or_are_of_others() {
    silent(&["John Smith, 35, was charged.", "The court heard John Smith, 35, on Monday."]);
    silent(&["John Smith, 35, was charged.", "John Smith was 22 when he moved to Leeds."]);
    silent(&["John Smith, 35, was charged.", "John Smith and his 12-year-old son were there."]);
    silent(&["John Smith, 35, was charged.", "Mary Smith, 36, his wife, was charged."]);
    silent(&["John Smith, 35, was charged.", "John Smith was jailed for 12 years."]);
    silent(&["Striker Anna Berg, 19, scored.", "Anna Berg, 30 points ahead, won the title."]);
}
