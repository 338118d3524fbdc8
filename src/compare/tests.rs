//! What two articles on one story must and must not set off.

use std::fmt::Write;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{Code, Comparison, compare};
use crate::corpus::Story;
use crate::extract::read;
use crate::text::{Article, DateFrom, Field, Meta};

const MONDAY: Date = date(2025, 3, 10);
const TUESDAY: Date = date(2025, 3, 11);

fn comparison(articles: &[(&str, Date)]) -> Comparison {
    let readings = articles
        .iter()
        .zip(["Alpha", "Beta", "Gamma", "Delta"])
        .map(|((text, day), source)| {
            let meta = Meta {
                source: Some(Field { value: source.to_owned(), span: None }),
                date: Some(*day),
                date_from: Some(DateFrom::Config),
                ..Meta::default()
            };
            Arc::new(read(Arc::new(Article::from_text(&format!("/{source}.txt"), text, &meta))))
        })
        .collect();
    compare(Arc::new(Story::of(readings)), None)
}

/// The findings as `code: words ~ related words`, a line each, those of the second article and later left out where they only
/// mirror the first's.
fn told(comparison: &Comparison, codes: &[Code]) -> String {
    let word = |place: &super::Place| {
        comparison.story.readings[place.article as usize].article.slice(place.span).to_owned()
    };
    let mut out = String::new();
    for finding in &comparison.findings {
        let mirrored = !finding.related.is_empty()
            && finding
                .related
                .iter()
                .all(|r| (r.0.article, r.0.span) < (finding.at.article, finding.at.span));
        if !mirrored && codes.contains(&finding.code) {
            let related: Vec<String> = finding.related.iter().map(|r| word(&r.0)).collect();
            let _ = writeln!(out, "{}: {} ~ {}", finding.code.name(), word(&finding.at), related.join(", "));
        }
    }
    out.trim_end().to_owned()
}

const FIGURES: &[Code] = &[Code::FigureConflict, Code::FigureDiffers];

/// Two articles of one day.
#[track_caller]
fn check(a: &str, b: &str, expected: &str) {
    assert_eq!(told(&comparison(&[(a, MONDAY), (b, MONDAY)]), FIGURES), expected, "{a} | {b}");
}

/// One article on Monday and one on Tuesday.
#[track_caller]
fn check_later(a: &str, b: &str, expected: &str) {
    assert_eq!(told(&comparison(&[(a, MONDAY), (b, TUESDAY)]), FIGURES), expected, "{a} | {b}");
}

/// One article alone.
#[track_caller]
fn check_one(text: &str, codes: &[Code], expected: &str) {
    assert_eq!(told(&comparison(&[(text, MONDAY)]), codes), expected, "{text}");
}

#[test]
fn a_fixed_count_with_two_values_conflicts() {
    check(
        "The jury of nine women took two days over the verdict in the Harwell fraud trial.",
        "A jury of eight women reached its verdict in the Harwell fraud trial on Monday.",
        "figure-conflict: nine ~ eight",
    );
    check(
        "The bridge carries 24,000 vehicles a day, the county said.",
        "The bridge carries 42,000 vehicles a day, according to the county.",
        "figure-conflict: 24,000 ~ 42,000",
    );
    check(
        "Operating profit fell to $212 million in the third quarter, Norvane said.",
        "Norvane's operating profit fell to $221 million in the third quarter.",
        "figure-conflict: $212 million ~ $221 million",
    );
}

#[test]
fn a_toll_that_rises_differs_and_no_more() {
    check_later(
        "At least 12 people were killed when the dam burst above Tarnow, police said.",
        "The dam burst above Tarnow killed 17 people, police said.",
        "figure-differs: 12 ~ 17",
    );
    check(
        "Four people were injured in the bus crash near Elgin, the hospital said.",
        "Six people were injured in the bus crash near Elgin.",
        "figure-differs: Four ~ Six",
    );
}

#[test]
fn the_dead_do_not_come_back() {
    check_later(
        "The fire killed 17 people in the hostel, the fire service said.",
        "The fire killed 12 people in the hostel, the fire service said.",
        "figure-conflict: 17 ~ 12",
    );
}

#[test]
fn other_things_of_one_number_stay_silent() {
    check(
        "Nine people died when the ferry sank. Nine ships joined the search.",
        "Rescuers in nine boats found survivors; eleven helicopters flew.",
        "",
    );
    check("The minister is 54.", "The minister said 45 schools would close.", "");
    check("Turnout was 61 percent in the north.", "The party won 38 percent of the vote in the north.", "");
}

#[test]
fn dead_and_hurt_are_two_counts() {
    check(
        "The blast killed three people at the refinery.",
        "The blast injured eleven people at the refinery.",
        "",
    );
}

#[test]
fn part_and_whole_are_two_counts() {
    check("The quake killed 40 people in the valley.", "Among the dead in the valley were 12 children.", "");
    check(
        "Police arrested 30 people at the match, 12 of them minors.",
        "Police arrested 30 people at the match.",
        "",
    );
}

#[test]
fn a_change_is_no_level() {
    check("Unemployment rose 2 percent in May.", "Unemployment stood at 7 percent in May.", "");
    check("Sales rose 6 percent in the quarter.", "Sales fell 5 percent in the unit.", "");
}

#[test]
fn two_places_are_two_counts() {
    check("The storm killed six people in Florida.", "The storm killed nine people in Georgia.", "");
}

#[test]
fn a_rounded_number_agrees() {
    check("The hall was full: 499 seats were taken.", "Around 500 seats were taken in the hall.", "");
    check("The tunnel is 10 km long.", "The tunnel is about six miles long.", "");
}

#[test]
fn parts_that_exceed_their_total_are_told() {
    let sums = &[Code::SumMismatch];
    check_one(
        "The storm killed 31 people: 18 in the port, eight in the suburbs and four on the islands.",
        sums,
        "sum-mismatch: 31 ~ 18, eight, four",
    );
    check_one(
        "The storm killed 30 people: 18 in the port, eight in the suburbs and four on the islands.",
        sums,
        "",
    );
    check_one("The club sold 12 players, bought five and lent three to others.", sums, "");
    check_one("Net sales rose 9 percent to $218 million from $200 million.", sums, "");
    check_one(
        "Net sales rose 9 percent to $250 million from $200 million.",
        sums,
        "sum-mismatch: 9 percent ~ $200 million, $250 million",
    );
}

#[test]
fn a_conversion_that_fits_is_silent() {
    check_one("The road is 75 km (47 miles) long.", &[Code::ConversionMismatch], "");
}

#[test]
fn a_weekday_that_is_not_the_days_is_told() {
    let days = &[Code::WeekdayMismatch, Code::ImpossibleDate];
    check_one(
        "The trial opened on Tuesday, 10 March 2025.",
        days,
        "weekday-mismatch: Tuesday, 10 March 2025 ~",
    );
    check_one("The trial opened on Monday, 10 March 2025.", days, "");
    check_one("The trial opened on 31 June 2024.", days, "impossible-date: 31 June 2024 ~");
}

#[test]
fn a_misspelt_name_is_told_once_for_each_article() {
    let names = comparison(&[
        ("The mayor, Helena Kowalska, opened the bridge. Kowalska wept.", MONDAY),
        ("Mayor Helena Kovalska opened the bridge.", MONDAY),
    ]);
    assert_eq!(told(&names, &[Code::NameVariant]), "name-variant: Helena Kowalska ~ Helena Kovalska");
}

/// What two articles of one day say to each other, figure by figure, as `150 = 150`.
#[track_caller]
fn check_related(a: &str, b: &str, expected: &str) {
    let comparison = comparison(&[(a, MONDAY), (b, MONDAY)]);
    let print = |c: super::ClaimRef| {
        let reading = &comparison.story.readings[c.article as usize];
        reading.article.slice(reading.figures[c.claim as usize].span).to_owned()
    };
    let across = comparison.relations.iter().filter(|r| r.a.article != r.b.article);
    let all: Vec<String> =
        across.map(|r| format!("{} {} {}", print(r.a), r.level.sign(), print(r.b))).collect();
    assert_eq!(all.join(", "), expected, "{a} | {b}");
}

#[test]
fn a_telling_number_is_one_quantity_however_it_is_put() {
    check_related(
        "The retailer will close 127 shops before Christmas.",
        "Unions said the closure of 127 outlets came without a warning.",
        "127 = 127",
    );
    check_related(
        "The retailer will close 127 shops before Christmas.",
        "Of the chain's 900 shops, 127 are to go.",
        "127 = 127",
    );
    check_related(
        "Some 2,450 runners finished the marathon.",
        "Of 3,100 runners who set out, 2,450 reached the finish.",
        "2,450 = 2,450",
    );
    check_related(
        "The court fined the bank $3.4 million.",
        "It must pay a $3.4 million penalty.",
        "$3.4 million = $3.4 million",
    );
}

#[test]
fn a_small_number_tells_little() {
    check_related("Two officers were on patrol.", "Two people were treated for smoke.", "");
    check_related("The club signed three players.", "Three fans ran on to the pitch.", "");
    check_related("The lab ran four tests.", "The team has four telescopes.", "");
}

#[test]
fn two_ages_are_one_where_they_are_one_persons() {
    check_related(
        "Maria Lund, 41, was elected mayor.",
        "The new mayor, 41-year-old Maria Lund, takes office in May.",
        "41 = 41-year-old",
    );
    check_related("Striker Tom Avery, 23, scored twice.", "Goalkeeper Ivan Petrov, 23, saved a penalty.", "");
    check_related(
        "The judge jailed Omar Reyes, 35, on Monday.",
        "His brother Luis Castro, 35, was acquitted.",
        "",
    );
}

#[test]
fn the_others_are_not_more_of_the_same() {
    check_related(
        "A worker died and four others were injured when the crane fell.",
        "The crane killed a worker and injured four.",
        "four = four",
    );
    check_related(
        "One student was killed and six others were wounded.",
        "Six people were wounded at the school and one was killed.",
        "One = one, six = Six",
    );
}

#[test]
fn terms_meet_by_what_they_are_terms_of() {
    check_related(
        "The court sentenced the broker to four years in prison.",
        "The broker's sentence of four years was cut on appeal.",
        "four years = four years",
    );
    check_related(
        "The sprinter was banned for two years.",
        "The federation's ban runs for two years from June.",
        "two years = two years",
    );
    check_related("The coach was suspended for three years.", "The stadium took three years to build.", "");
}

#[test]
fn a_number_of_three_digits_is_one_count_whatever_the_noun() {
    check_related(
        "The airline will shed 1,350 jobs at its hub.",
        "Some 1,350 cabin crew and mechanics face dismissal at the hub.",
        "1,350 = 1,350",
    );
    check_related(
        "The festival sold 4,870 tickets on its first day.",
        "On its first day 4,870 visitors came to the festival.",
        "4,870 = 4,870",
    );
    check_related(
        "Divers brought up 12 cannons from the wreck.",
        "The wreck lay 12 metres down and held 12 chests.",
        "",
    );
}

#[test]
fn digits_in_another_order_are_held_against_each_other() {
    check(
        "The treasurer took £318,000 from the choir, the court heard.",
        "She was jailed for stealing £381,000 from the choir.",
        "figure-conflict: £318,000 ~ £381,000",
    );
    check(
        "The mission sent 214 observers to the polls.",
        "Its 241 observers reported few troubles at the polls.",
        "figure-conflict: 214 ~ 241",
    );
    check(
        "The charity runs a 15-bed shelter on Mill Lane.",
        "The 50-bed shelter on Mill Lane is run by a charity.",
        "figure-conflict: 15-bed ~ 50-bed",
    );
}

#[test]
fn terms_of_two_lengths_conflict() {
    check(
        "The judge sentenced the surgeon to six years in prison.",
        "The surgeon was sentenced to seven years for fraud.",
        "figure-conflict: six years ~ seven years",
    );
    check(
        "The federation banned the coach for three years.",
        "The coach was banned for four years by the federation.",
        "figure-conflict: three years ~ four years",
    );
    check(
        "The judge sentenced the surgeon to six years in prison.",
        "The surgeon had worked at the clinic for nine years.",
        "",
    );
}

#[test]
fn each_of_a_list_has_its_own_names_and_days() {
    check(
        "The Liberals took 31.4 percent and 62 seats, the Greens 12.7 percent and 25 seats.",
        "The Greens took 12.7 percent and 25 seats; the Liberals 31.4 percent and 62 seats.",
        "",
    );
    check(
        "Net profit was $318 million, against $276 million a year earlier.",
        "Net profit rose to $381 million in the quarter.",
        "figure-conflict: $318 million ~ $381 million",
    );
}

#[test]
fn a_difference_is_told_in_every_article_that_takes_part() {
    let comparison = comparison(&[
        ("Rescuers count 12 dead at the Tarnow dam. The dam burst at Tarnow killed 12 people.", MONDAY),
        ("The dam burst at Tarnow killed 17 people, police said. At the Tarnow dam 17 people died.", TUESDAY),
        ("Police say 19 people died in the dam burst at Tarnow.", TUESDAY),
    ]);
    let differs = || comparison.findings.iter().filter(|f| f.code == Code::FigureDiffers);
    assert!(differs().count() >= 3, "{:#?}", comparison.findings);
    for finding in differs() {
        for (place, _) in &finding.related {
            let twin = differs().any(|f| {
                f.at.article == place.article && f.related.iter().any(|r| r.0.article == finding.at.article)
            });
            assert!(twin, "no twin: {finding:#?}");
        }
    }
}
