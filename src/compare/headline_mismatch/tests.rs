use crate::compare::Code;
use crate::compare::testing::told;

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(told(Code::HeadlineMismatch, &[text]), expected, "{text}");
}

#[test]
fn a_body_that_says_otherwise() {
    check(
        "# 45 people killed in Oakville bus crash\n\nFifty-four people were killed in the Oakville bus crash on Sunday, police said.",
        "1:“45”",
    );
    check(
        "# Flood kills 31 people in Marl\n\nThe flood in Marl killed 13 people on Sunday, the mayor said.",
        "1:“31”",
    );
}

#[test]
fn a_body_that_lacks_the_figure() {
    check(
        "# Bank to cut 640 workers\n\nThe bank has 2,100 employees. It cut 90 people in May and hired 15 engineers.",
        "1:“640”",
    );
    check(
        "# Club pays $75 million for striker\n\nThe club paid $12 million in May. It had $3 million left and 40 players.",
        "1:“$75 million”",
    );
}

#[test]
fn headlines_may_round() {
    check("# Nearly 500 hurt in storm\n\nThe storm hurt 499 people, killed 3 and cut 12 roads.", "");
    check("# Storm kills dozens\n\nThe storm killed 43 people, hurt 100 and cut 12 roads.", "");
    check("# Bank lost $2bn\n\nThe bank lost $1.96 billion in 2 years, or $40 a share.", "");
}

#[test]
fn headlines_may_add_up() {
    check(
        "# 50 killed in two crashes\n\nOne crash killed 30 people, the other 20 people. Police sent 9 cars.",
        "",
    );
    check(
        "# Firm cuts 300 workers\n\nThe firm has 900 workers and will have 600 employees by May, 12 of them new.",
        "",
    );
}

#[test]
fn headlines_may_count_other_things() {
    check("# Ten years on, 200 runners remember\n\nThe race was run on Sunday in the rain.", "");
    check(
        "# 7 things to know about the vote\n\nPolls open at 8. Some 40,000 people can vote in 12 wards.",
        "",
    );
    check("# 30 years for killer\n\nA judge sentenced him to 30 years. He killed 2 people and hurt 5.", "");
}

/// An article with a headline in its front matter.
fn titled(title: &str, text: &str) -> String {
    let page = format!("//- /1.md\n---\nsource: Paper 1\ndate: 2024-03-04\ntitle: {title}\n---\n{text}\n");
    let articles = crate::text::fixture::Fixture::parse(&page).articles();
    let readings =
        articles.into_iter().map(|a| std::sync::Arc::new(crate::extract::read(std::sync::Arc::new(a))));
    let story = crate::corpus::Story::of(readings.collect());
    let comparison = crate::compare::compare(std::sync::Arc::new(story), None);
    let told = comparison.findings.iter().filter(|f| f.code == Code::HeadlineMismatch);
    let told: Vec<&str> =
        told.map(|f| comparison.story.readings[f.at.article as usize].article.slice(f.at.span)).collect();
    told.join("; ")
}

#[test]
fn headlines_in_the_front_matter() {
    let pairs = [
        (
            "Flood kills 31 people in Marl",
            "The flood in Marl killed 13 people on Sunday, the mayor said.",
            "31",
        ),
        (
            "Bank to cut 640 workers",
            "The bank has 2,100 employees. It cut 90 people in May and hired 15 engineers.",
            "640",
        ),
        (
            "Flood kills 13 people in Marl",
            "The flood in Marl killed 13 people on Sunday, the mayor said.",
            "",
        ),
        ("Flood kills 40 people", "The flood killed 13 people in Marl and 27 in Orle, and hurt 90.", ""),
        ("Three things to know about the vote", "The vote is on Sunday. Polls open at 7 a.m.", ""),
        (
            "Club pays $12m for striker",
            "The club paid $11.9 million for the striker, and $3 million in May for 2 others.",
            "",
        ),
    ];
    for (title, text, expected) in pairs {
        assert_eq!(titled(title, text), expected, "{title}\n{text}");
    }
}
