//! One line of news a check: what is found, and what it comes to.

use jiff::civil::date;

use crate::extract::{DateMention, dates};
use crate::text::{Article, DateFrom, Meta, Parse};

/// The dates of a text published on Thursday, 24 October 2024.
fn read(text: &str) -> Vec<DateMention> {
    read_on(text, Some(date(2024, 10, 24)))
}

fn read_on(text: &str, published: Option<jiff::civil::Date>) -> Vec<DateMention> {
    let meta = Meta { date: published, date_from: published.map(|_| DateFrom::Config), ..Meta::default() };
    let article = Article::from_text("/a.txt", text, &meta);
    dates::find(&Parse::of(&article)).0
}

/// `words = days` for each date, separated by `; `.
fn shown(text: &str, dates: &[DateMention]) -> String {
    let one = |d: &DateMention| {
        let days = d.days.map_or_else(|| "?".into(), |days| days.to_string());
        format!("{} = {days}", d.span.of(text))
    };
    dates.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn check(text: &str, expected: &str) {
    assert_eq!(shown(text, &read(text)), expected, "in: {text}");
}

#[test]
fn explicit_dates_in_every_order_and_spelling() {
    check("The treaty was signed on 19 June 2024.", "19 June 2024 = 2024-06-19");
    check("The treaty was signed on June 19, 2024, in Oslo.", "June 19, 2024 = 2024-06-19");
    check("Judges heard the appeal on Oct 14.", "Oct 14 = 2024-10-14");
    check("Judges heard the appeal on 14 October.", "14 October = 2024-10-14");
    check("The harbour closed on Sept. 18 after the spill.", "Sept. 18 = 2024-09-18");
    check("Voting took place on the 14th of March 2023.", "the 14th of March 2023 = 2023-03-14");
    check("The patch was released on 2024-10-15.", "2024-10-15 = 2024-10-15");
    check("The lease began on 24.10.2023 in Graz.", "24.10.2023 = 2023-10-24");
    check("The lease began on 3/14/2024.", "3/14/2024 = 2024-03-14");
    check("The lease began on 14/3/2024.", "14/3/2024 = 2024-03-14");
    check("The club was sold on Jan. 5, 1998.", "Jan. 5, 1998 = 1998-01-05");
    check("SYDNEY, AUGUST 3, 2024: The court rose.", "AUGUST 3, 2024 = 2024-08-03");
}

#[test]
fn months_and_years() {
    check("Exports rose in June 2024.", "June 2024 = 2024-06");
    check("Exports rose in June.", "June = 2024-06");
    check("The dam was built in 1961.", "1961 = 1961");
    check("The 2019 election was close.", "2019 = 2019");
    check("He moved to Leeds (1999) and stayed.", "1999 = 1999");
    check("Prices doubled in the 1990s.", "the 1990s = 1990/1999");
    check("About 2000 people and 1500 soldiers came.", "");
    check("The firm sold 1999 cars.", "");
}

#[test]
fn stretches() {
    check("The fair runs November 3-5.", "November 3-5 = 2024-11-03/2024-11-05");
    check("The fair took place from 3 to 5 September.", "3 to 5 September = 2024-09-03/2024-09-05");
    check("REPORT, AUGUST–OCTOBER 2023", "AUGUST–OCTOBER 2023 = 2023-08/2023-10");
    check("Rain fell between March and May.", "March and May = 2024-03/2024-05");
}

#[test]
fn words_that_are_no_dates() {
    check("They may march on Rome.", "");
    check("Prime Minister Theresa May resigned.", "");
    check("The sun sat low.", "");
    check("April Jones won the race.", "");
    check("The Sunday Times said so.", "");
}

#[test]
fn days_counted_from_publication() {
    check("The mayor spoke today.", "today = 2024-10-24");
    check("The mayor spoke yesterday.", "yesterday = 2024-10-23");
    check("Schools reopen tomorrow.", "tomorrow = 2024-10-25");
    check("The mayor spoke on Tuesday.", "Tuesday = 2024-10-22");
    check("The mayor spoke last Thursday.", "last Thursday = 2024-10-17");
    check("Sales fell last week.", "last week = 2024-10-14/2024-10-20");
    check("Sales fell last month.", "last month = 2024-09");
    check("Sales fell last year.", "last year = 2023");
    check("The bridge opened three weeks ago.", "three weeks ago = 2024-09-30/2024-10-06");
    check("The officer arrived earlier this month.", "earlier this month = 2024-10");
}

#[test]
fn impossible_days_are_kept() {
    for text in ["The vote was on 31 June 2024.", "The vote was on February 30."] {
        let dates = read(text);
        assert!(dates.len() == 1 && dates[0].days.is_none() && dates[0].expr.is_impossible(), "in: {text}");
    }
}

#[test]
fn without_a_day_of_publication_only_full_dates_resolve() {
    let text = "On Tuesday and on 3 May 2020 it rained.";
    assert_eq!(shown(text, &read_on(text, None)), "Tuesday = ?; 3 May 2020 = 2020-05-03");
}
