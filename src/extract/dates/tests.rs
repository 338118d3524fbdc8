//! One line of news a check: what is found, and what it comes to.

use jiff::civil::date;

use crate::extract::meanings::Meanings;
use crate::extract::{DateMention, Published, dates};
use crate::text::{Article, DateFrom, Meta, Parse};

/// The dates of a text published on Thursday, 24 October 2024.
fn read(text: &str) -> Vec<DateMention> {
    read_on(text, Some(date(2024, 10, 24)))
}

fn read_on(text: &str, published: Option<jiff::civil::Date>) -> Vec<DateMention> {
    let meta = Meta { date: published, date_from: published.map(|_| DateFrom::Config), ..Meta::default() };
    let article = Article::from_text("/a.txt", text, &meta);
    dates_of(&article).0
}

fn dates_of(article: &Article) -> (Vec<DateMention>, Option<Published>) {
    let parse = Parse::of(article);
    dates::find(&parse, &Meanings::of(&parse))
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
fn weekdays_fortnights_and_short_years_back() {
    check("The mill closed two Sundays ago.", "two Sundays ago = 2024-10-13");
    check("They met three Fridays ago.", "three Fridays ago = 2024-10-04");
    check("He left a fortnight ago.", "a fortnight ago = 2024-10-07/2024-10-13");
    check("She sang in the summer of ’69.", "the summer of ’69 = 1969-06/1969-08");
    check("She sang in the spring of '04.", "the spring of '04 = 2004-03/2004-05");
    check("The canal dates to the 1800s.", "the 1800s = 1800/1899");
    check("Rents fell in the 2000s.", "the 2000s = 2000/2009");
    check("He told ’69 jokes.", "");
    check("Two Sundays a month he sings.", "");
}

#[test]
fn places_in_a_month_and_among_weeks() {
    check("The council sits on the first Monday of May 2023.", "the first Monday of May 2023 = 2023-05-01");
    check("The race was run on the last Sunday in June.", "the last Sunday in June = 2024-06-30");
    check("Entries closed on the last day of April.", "the last day of April = 2024-04-30");
    check(
        "It snowed in the second week of March 2022.",
        "the second week of March 2022 = 2022-03-08/2022-03-14",
    );
    check("They met the week before last.", "the week before last = 2024-10-07/2024-10-13");
    check("The vote is due the month after next.", "the month after next = 2024-12");
    check("Profit fell in the last quarter of 2021.", "the last quarter of 2021 = 2021-10/2021-12");
    check("The coming weekend will be dry.", "The coming weekend = 2024-10-26/2024-10-27");
    check("He scored on the first day of the tour.", "");
    check("The first week of the trial was quiet.", "");
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
    check("The lease began on 5/4/2019.", "5/4/2019 = ?");
    check("The film opened on 10/25/24.", "10/25/24 = 2024-10-25");
    check("The club was sold on Jan. 5, 1998.", "Jan. 5, 1998 = 1998-01-05");
    check("SYDNEY, AUGUST 3, 2024: The court rose.", "AUGUST 3, 2024 = 2024-08-03");
    check("Her trial opened on 2nd May.", "2nd May = 2024-05-02");
    check("The law takes effect on the first of May.", "the first of May = 2025-05-01");
    check("The squad flew home on 7 July last year.", "7 July last year = 2023-07-07");
    check("Nurses will strike on 12 November.", "12 November = 2024-11-12");
    check("The comet was seen on 3 December.", "3 December = 2023-12-03");
}

#[test]
fn weekdays_beside_explicit_dates() {
    check("The hearing was held on Tuesday, 15 October 2024.", "Tuesday, 15 October 2024 = 2024-10-15");
    check("The rocket lifted off on Friday, Oct. 11.", "Friday, Oct. 11 = 2024-10-11");
    check("The vote is on Tues., Nov. 5.", "Tues., Nov. 5 = 2024-11-05");
    check("Doors opened Sat 19 October.", "Sat 19 October = 2024-10-19");
}

#[test]
fn months_and_years() {
    check("Exports rose in June 2024.", "June 2024 = 2024-06");
    check("Exports rose in June.", "June = 2024-06");
    check("Exports will rise in June.", "June = 2025-06");
    check("The mine has been shut since December.", "December = 2023-12");
    check("The dam was built in 1961.", "1961 = 1961");
    check("The 2019 election was close.", "2019 = 2019");
    check("The 1998 newly formed youth league folded.", "1998 = 1998");
    check("He moved to Leeds (1999) and stayed.", "1999 = 1999");
    check("Prices doubled in the 1990s.", "the 1990s = 1990/1999");
    check("The virus spread in the late 1990s.", "the late 1990s = 1990/1999");
    check("The reactor will close by 2035.", "2035 = 2035");
    check("She was elected in October last year.", "October last year = 2023-10");
    check("Crops failed last June.", "last June = 2024-06");
    check("Trade talks resume next June.", "next June = 2025-06");
    check("Hospitals were full in early 2021.", "early 2021 = 2021");
    check("The tunnel will open in mid-2026.", "mid-2026 = 2026");
    check("The plant was sold in late 2019.", "late 2019 = 2019");
    check("The budget passed in mid-October.", "mid-October = 2024-10");
    check("The ceasefire held until early May.", "early May = 2024-05");
    check("The survey begins at the start of November.", "the start of November = 2024-11");
    check("Work must finish by the end of April 2027.", "the end of April 2027 = 2027-04");
    check("The ban ends at the end of the month.", "the end of the month = 2024-10");
    check("The bank will cut rates by year's end.", "year's end = 2024");
    check("Unemployment may fall by year-end.", "year-end = 2024");
    check("The judge was appointed in January of 2016.", "January of 2016 = 2016-01");
}

#[test]
fn stretches() {
    check("The fair runs November 3-5.", "November 3-5 = 2024-11-03/2024-11-05");
    check("The fair took place from 3 to 5 September.", "3 to 5 September = 2024-09-03/2024-09-05");
    check("The regatta was held on 12 and 13 October.", "12 and 13 October = 2024-10-12/2024-10-13");
    check("REPORT, AUGUST–OCTOBER 2023", "AUGUST–OCTOBER 2023 = 2023-08/2023-10");
    check("Rain fell between March and May.", "March and May = 2024-03/2024-05");
    check("He governed from 1999 to 2003.", "1999 to 2003 = 1999/2003");
    check("The drought of October 1999–2001 emptied the lake.", "October 1999–2001 = 1999/2001");
    check("The court sits from Monday to Friday.", "Monday to Friday = 2024-10-28/2024-11-01");
    check(
        "The exhibition ran from 28 December to 4 January.",
        "28 December to 4 January = 2023-12-28/2024-01-04",
    );
    check("The tour lasts from November to February 2025.", "November to February 2025 = 2024-11/2025-02");
    check("The final was moved from Saturday to Sunday.", "Saturday = 2024-10-19; Sunday = 2024-10-20");
    check("The striker scored 30 goals in the 2023-24 season.", "2023-24 = 2023/2024");
}

#[test]
fn weekdays_follow_the_tense() {
    check("The mayor spoke on Tuesday.", "Tuesday = 2024-10-22");
    check("The mayor will speak on Tuesday.", "Tuesday = 2024-10-29");
    check("Police arrested two men on Thursday.", "Thursday = 2024-10-24");
    check("The flood hit Tuesday night.", "Tuesday night = 2024-10-22");
    check(
        "A vote is expected on Monday, the speaker said on Wednesday.",
        "Monday = 2024-10-28; Wednesday = 2024-10-23",
    );
    check(
        "The suspect, arrested on Sunday, will appear in court on Friday.",
        "Sunday = 2024-10-20; Friday = 2024-10-25",
    );
    check("The team plans to train on Saturday.", "Saturday = 2024-10-26");
    check("The match is scheduled for Sunday.", "Sunday = 2024-10-27");
    check("The talks have stalled since Monday.", "Monday = 2024-10-21");
    check("The strike could end by Friday.", "Friday = 2024-10-25");
    check("The storm could have struck on Monday.", "Monday = 2024-10-21");
    check("The games open on Friday.", "Friday = 2024-10-25");
    check("Thousands marched on Friday.", "Friday = 2024-10-18");
    check("Friday's fire destroyed the mill.", "Friday = 2024-10-18");
    check("Schools will stay shut until Monday.", "Monday = 2024-10-28");
    check("She is 58, and on Monday a letter told her to go.", "Monday = 2024-10-21");
    check("The mayor spoke last Thursday.", "last Thursday = 2024-10-17");
    check("The orchestra plays next Monday.", "next Monday = 2024-10-28");
    check("The trial resumes this Friday.", "this Friday = 2024-10-25");
    check("The ferry ran aground on Tuesday last week.", "Tuesday last week = 2024-10-15");
    check("The ferry sails on Wednesday next week.", "Wednesday next week = 2024-10-30");
    check("Early Tuesday the dam broke.", "Early Tuesday = 2024-10-22");
    check("The coming Sunday is a holiday.", "The coming Sunday = 2024-10-27");
}

#[test]
fn days_counted_from_publication() {
    check("The mayor spoke today.", "today = 2024-10-24");
    check("The mayor spoke yesterday.", "yesterday = 2024-10-23");
    check("Schools reopen tomorrow.", "tomorrow = 2024-10-25");
    check("Schools reopen tomorrow morning.", "tomorrow morning = 2024-10-25");
    check("The final is tonight.", "tonight = 2024-10-24");
    check("The bridge fell last night.", "last night = 2024-10-23");
    check("The minister resigned this morning.", "this morning = 2024-10-24");
    check("Rebels shelled the town overnight.", "overnight = 2024-10-23/2024-10-24");
    check("The summit is the day after tomorrow.", "the day after tomorrow = 2024-10-26");
    check("The raid happened the day before yesterday.", "the day before yesterday = 2024-10-22");
    check("Sales fell last week.", "last week = 2024-10-14/2024-10-20");
    check("Sales fell this week.", "this week = 2024-10-21/2024-10-27");
    check("Polls open next week.", "next week = 2024-10-28/2024-11-03");
    check("Sales fell last month.", "last month = 2024-09");
    check("Sales fell last year.", "last year = 2023");
    check("Taxes will rise next year.", "next year = 2025");
    check("The bridge opened three weeks ago.", "three weeks ago = 2024-09-30/2024-10-06");
    check("The child vanished two days ago.", "two days ago = 2024-10-22");
    check("The law passed a month ago.", "a month ago = 2024-09");
    check("The museum burned 10 years ago.", "10 years ago = 2014");
    check("The officer arrived earlier this month.", "earlier this month = 2024-10");
    check("The pact was signed earlier this year.", "earlier this year = 2024");
    check("Results are due later this year.", "later this year = 2024");
    check("Earlier in October the paper reported it.", "Earlier in October = 2024-10");
    check("The dispute arose late last year.", "late last year = 2023");
    check("The festival drew crowds at the weekend.", "the weekend = 2024-10-19/2024-10-20");
    check("Rain is forecast for the weekend.", "the weekend = 2024-10-26/2024-10-27");
    check("The team won last weekend.", "last weekend = 2024-10-19/2024-10-20");
    check("The choir will sing this weekend.", "this weekend = 2024-10-26/2024-10-27");
    check("The verdict came on the 14th.", "the 14th = 2024-10-14");
}

#[test]
fn days_counted_from_a_day_told_of() {
    check(
        "The boat sank on 3 May 2023. The next day divers went down.",
        "3 May 2023 = 2023-05-03; The next day = 2023-05-04",
    );
    check(
        "He died on Tuesday, and his wife the following day.",
        "Tuesday = 2024-10-22; the following day = 2024-10-23",
    );
    check(
        "She won on Sunday after losing the previous day.",
        "Sunday = 2024-10-20; the previous day = 2024-10-19",
    );
    check("Searchers found the boat on Sunday, two days earlier than hoped.", "Sunday = 2024-10-20");
    check(
        "Crews searched on Sunday for a boat that sank two days earlier.",
        "Sunday = 2024-10-20; two days earlier = 2024-10-18",
    );
    check(
        "Polling stations opened two days before Tuesday's storm.",
        "two days before = 2024-10-20; Tuesday = 2024-10-22",
    );
    check(
        "The quake struck on 14 October. That night it snowed.",
        "14 October = 2024-10-14; That night = 2024-10-14",
    );
    check(
        "Four days after the mine collapsed on Sunday, hope fades.",
        "Four days after = 2024-10-24; Sunday = 2024-10-20",
    );
}

#[test]
fn quarters_halves_and_fiscal_years() {
    check("Profit fell in the third quarter of 2023.", "the third quarter of 2023 = 2023-07/2023-09");
    check("Profit fell in the second quarter.", "the second quarter = 2024-04/2024-06");
    check("Revenue grew 4% in Q3 2024.", "Q3 2024 = 2024-07/2024-09");
    check("Third-quarter profit rose.", "Third-quarter = 2024-07/2024-09");
    check("Output fell in the first half of 2022.", "the first half of 2022 = 2022-01/2022-06");
    check("The guard scored twice in the third quarter.", "");
    check("The striker scored in the first half.", "");
    check("The charge falls in the current quarter.", "the current quarter = 2024-10/2024-12");
    check(
        "The fiscal year starts on 1 July. Sales rose in fiscal 2024.",
        "1 July = 2025-07-01; fiscal 2024 = 2023-07-01/2024-06-30",
    );
    check(
        "Its financial year runs from 1 April to 31 March. In 2023/24 sales fell.",
        "1 April to 31 March = 2025-04-01/2026-03-31; 2023/24 = 2023-04-01/2024-03-31",
    );
}

#[test]
fn halves_and_first_months_of_a_year() {
    check("First-half profit rose.", "First-half = 2024-01/2024-06");
    check("Sales fell in the second half of last year.", "the second half of last year = 2023-07/2023-12");
    check("Rents rose in H1 2023.", "H1 2023 = 2023-01/2023-06");
    check(
        "In the first nine months of 2019, rain fell on 90 days.",
        "the first nine months of 2019 = 2019-01/2019-09",
    );
    check(
        "Exports grew in the first two months of this year.",
        "the first two months of this year = 2024-01/2024-02",
    );
    check(
        "The company's third quarter ended Sept. 30.",
        "third quarter = 2024-07/2024-09; Sept. 30 = 2024-09-30",
    );
    check("Net income for the year-earlier quarter was $2 million.", "year-earlier = 2023");
    check("FY2023 revenue fell.", "FY2023 = 2023");
    check("She missed the first two months of the season.", "");
    check("He was sent off late in the second half.", "");
}

#[test]
fn stretches_up_to_the_present_day() {
    check("Shares fell over the past two weeks.", "the past two weeks = 2024-10-10/2024-10-24");
    check("Rain fell on each of the last three days.", "the last three days = 2024-10-21/2024-10-24");
    check("Prices doubled in the past year.", "the past year = 2023-10/2024-10");
    check("The club will build a stand over the next four years.", "the next four years = 2024/2028");
    check("Two dams were built in the past decade.", "the past decade = 2014/2024");
    check("Floods killed 40 people in the last 12 months.", "the last 12 months = 2023-10/2024-10");
    check(
        "The fort fell on 3 May 2023. In the previous three weeks 90 shells had hit it.",
        "3 May 2023 = 2023-05-03; the previous three weeks = 2023-04-12/2023-05-03",
    );
    check(
        "The fort fell on 3 May 2023. Over the next two days 900 people fled.",
        "3 May 2023 = 2023-05-03; the next two days = 2023-05-03/2023-05-05",
    );
    check("She wept in the last week of the trial.", "");
    check("They won two of the last three games.", "");
    check("It has rained for the past few weeks.", "");
}

#[test]
fn decades_and_centuries() {
    check("In the ’90s the mill closed.", "the ’90s = 1990/1999");
    check("The band split in the late '60s.", "the late '60s = 1960/1969");
    check("The nineties were good to the town.", "The nineties = 1990/1999");
    check("The church dates from the 14th century.", "the 14th century = 1301/1400");
    check("A 19th-century warehouse burned.", "19th-century = 1801/1900");
    check("The bridge opened in the early twentieth century.", "the early twentieth century = 1901/2000");
    check("The dam will be full by the end of the decade.", "the end of the decade = 2020/2029");
    check("The temple fell in the third century BC.", "");
}

#[test]
fn feasts_and_public_days() {
    check("A fire broke out on Christmas Eve.", "Christmas Eve = 2023-12-24");
    check("The trains will not run on New Year’s Day.", "New Year’s Day = 2025-01-01");
    check("Good Friday prayers were held.", "Good Friday = 2024-03-29");
    check("The truce was signed on Good Friday 1998.", "Good Friday 1998 = 1998-04-10");
    check("Easter Monday 2000 was wet.", "Easter Monday 2000 = 2000-04-24");
    check("He was freed last Thanksgiving.", "last Thanksgiving = 2023-11-23");
    check("The pools closed on Labor Day.", "Labor Day = 2024-09-02");
    check("The parade on Memorial Day 2022 was short.", "Memorial Day 2022 = 2022-05-30");
    check("St. Patrick's Day was dry.", "St. Patrick's Day = 2024-03-17");
    check("The bill will pass before Christmas.", "Christmas = 2024-12-25");
    check("The Fourth of July 2019 was hot.", "The Fourth of July 2019 = 2019-07-04");
    check("Christmas sales were weak.", "");
    check("The Labor Department said so.", "");
}

#[test]
fn more_ways_to_count_days() {
    check("Two and a half years ago he resigned.", "Two and a half years ago = 2022-04");
    check("A year and a half ago the firm failed.", "A year and a half ago = 2023-04");
    check(
        "The vote on Tuesday was close. Earlier in the day shots were fired.",
        "Tuesday = 2024-10-22; Earlier in the day = 2024-10-22",
    );
    check(
        "The ship sank on 3 May 2023. The night before, two men had left it.",
        "3 May 2023 = 2023-05-03; The night before = 2023-05-02",
    );
    check("The lease ends next June 30.", "next June 30 = 2025-06-30");
    check("The lease ended last June 30.", "last June 30 = 2024-06-30");
    check("The road may open two weeks from now.", "two weeks from now = 2024-11-04/2024-11-10");
    check("The mill burned a week ago Tuesday.", "a week ago Tuesday = 2024-10-15");
    check("The court will sit on Thursday next.", "Thursday next = 2024-10-31");
    check("The Sept. 11 attacks were recalled.", "Sept. 11 = 2024-09-11");
    check("In the six months to June 30 sales fell.", "June 30 = 2024-06-30");
    check("In June 30 people drowned.", "June = 2024-06");
    check("Effective Dec. 15, the fare rises.", "Dec. 15 = 2024-12-15");
}

#[test]
fn seasons() {
    check("Wolves came down last winter.", "last winter = 2023-12/2024-02");
    check("Many will freeze this winter.", "this winter = 2024-12/2025-02");
    check("The glacier shrank in summer 2023.", "summer 2023 = 2023-06/2023-08");
    check("The vines flowered in the spring.", "the spring = 2024-03/2024-05");
    check("Prices fall when demand does.", "");
}

#[test]
fn words_that_are_no_dates() {
    check("They may march on Rome.", "");
    check("Prime Minister Theresa May resigned.", "");
    check("The sun sat low.", "");
    check("April Jones won the race.", "");
    check("The Sunday Times said so.", "");
    check("About 2000 people and 1500 soldiers came.", "");
    check("The firm sold 1999 cars.", "");
    check("Boeing built 1,990 jets.", "");
    check("The march drew 2024 people.", "");
    check("The Good Friday Agreement was signed.", "");
    check("Every Monday she swims.", "");
    check("Temperatures in the 80s are due.", "");
    check("A man in his sixties was hurt.", "");
    check("21st Century Fox sold the studio.", "");
    check("He was the second to march past.", "");
    check("The score was 3-2.", "");
    check("She lives at 1945 Elm Street.", "");
    check("Fall in line, he said.", "");
    check("The spring of the clock broke.", "");
    check("A third of the day was lost.", "");
    check("They marched on the 14th floor.", "");
}

#[test]
fn years_and_counts() {
    check("In 2019 prices rose.", "2019 = 2019");
    check("Since 2020 floods have doubled.", "2020 = 2020");
    check("The club lost 1914 members.", "");
}

#[test]
fn impossible_days_are_kept() {
    for text in
        ["The vote was on 31 June 2024.", "The vote was on February 30.", "It ran from 29 to 31 April."]
    {
        let dates = read(text);
        assert!(dates.len() == 1 && dates[0].days.is_none() && dates[0].expr.is_impossible(), "in: {text}");
    }
    assert!(!read("He was born on 29 February 2024.")[0].expr.is_impossible());
    assert!(read("He was born on 29 February 2023.")[0].expr.is_impossible());
}

#[test]
fn a_printed_weekday_is_kept_beside_its_date() {
    use jiff::civil::Weekday;
    for text in [
        "It began on Monday, 15 October 2024.",
        "It began Monday (Oct. 15).",
        "MONDAY 15 OCTOBER: the court sat.",
    ] {
        assert_eq!(read(text)[0].weekday, Some(Weekday::Monday), "in: {text}");
    }
    assert_eq!(read("It began on 15 October.")[0].weekday, None);
}

#[test]
fn without_a_day_of_publication_only_full_dates_resolve() {
    let text = "On Tuesday and on 3 May 2020 it rained.";
    assert_eq!(shown(text, &read_on(text, None)), "Tuesday = ?; 3 May 2020 = 2020-05-03");
    let text = "Last year, in June and two days later, it rained.";
    assert_eq!(shown(text, &read_on(text, None)), "Last year = ?; June = ?; two days later = ?");
}

#[test]
fn a_dateline_without_a_year_leans_on_the_weekday_it_reports_from() {
    let day = |text: &str| {
        let article = Article::from_text("/a.txt", text, &Meta::default());
        dates_of(&article).1.map(|p| (p.date, p.from))
    };
    let wire = "QUITO, March 6 (Andes Wire) - A bus left the road near Ambato on Wednesday, killing nine people, police said.\n\nA similar crash in August 2021 killed 12.\n";
    assert_eq!(day(wire), Some((date(2024, 3, 6), DateFrom::Dateline)));
    let bare =
        "QUITO, March 6 (Andes Wire) - A bus left the road near Ambato, killing nine people, police said.\n";
    assert_eq!(day(bare), None);
}

/// A reading of a text with or without front matter.
fn reading(path: &str, text: &str) -> crate::extract::Reading {
    crate::extract::read(std::sync::Arc::new(Article::from_text(path, text, &Meta::default())))
}

#[test]
fn an_undated_article_is_dated_by_its_story() {
    let dated = reading(
        "/a.md",
        "---\ndate: 2023-05-11\n---\nThe river broke its banks on Wednesday, officials said.\n",
    );
    let weekday =
        reading("/b.md", "The flood took the old bridge on Tuesday, the mayor said on Wednesday.\n");
    let named = reading("/c.md", "The mayor toured the town on 12 May, a day after the water fell.\n");
    let silent = reading("/d.md", "The river has many bridges.\n");
    let on = |r| dates::from_story(r, &[&dated]).map(|p| p.date);
    assert_eq!(on(&weekday), Some(date(2023, 5, 10)));
    assert_eq!(on(&named), Some(date(2023, 5, 12)));
    assert_eq!(on(&silent), None);
    assert_eq!(dates::from_story(&weekday, &[&silent]), None, "nothing tells the year");
}

#[test]
fn a_dateline_without_a_year_belongs_to_the_year_of_its_story() {
    let dated = reading(
        "/a.md",
        "---\ndate: 2023-05-11\n---\nThe river broke its banks on Wednesday, officials said.\n",
    );
    let wire = reading(
        "/b.txt",
        "QUITO, May 10 (Andes Wire) - The river broke its banks on Wednesday, officials said.\n\nIn 2017 a flood killed 12.\n",
    );
    assert_eq!(wire.published.as_ref().map(|p| p.date), Some(date(2017, 5, 10)), "a Wednesday, as in 2023");
    let told = dates::dateline_in_story(&wire, &[&dated]);
    assert_eq!(told.map(|p| (p.date, p.from)), Some((date(2023, 5, 10), DateFrom::Dateline)));
    assert_eq!(dates::dateline_in_story(&wire, &[&wire]), None, "nothing states the year");
    assert_eq!(dates::dateline_in_story(&dated, &[&wire]), None, "what is stated stays");
}

#[test]
fn dating_again_with_the_same_day_changes_nothing() {
    let text = "---\ndate: 2023-05-11\n---\nTalks began on Tuesday, two days after the 7 May vote, and end next week.\n";
    let first = reading("/a.md", text);
    let again = dates::redate(&first, first.published.clone().expect("front matter"));
    assert_eq!(first.dates, again.dates);
    let later = crate::extract::Published {
        date: date(2023, 5, 18),
        ..first.published.clone().expect("front matter")
    };
    assert_ne!(first.dates, dates::redate(&first, later).dates);
}

#[test]
fn hyphens_and_dashes_read_alike() {
    for text in [
        "The fair runs November 3-5.",
        "It was mid-October.",
        "The 2023-24 season began.",
        "REPORT, MAY-JULY 2023",
    ] {
        let dashed = text.replace('-', "–");
        let days = |text: &str| read(text).iter().map(|d| d.days).collect::<Vec<_>>();
        assert_eq!(days(text), days(&dashed), "in: {text}");
    }
}

#[test]
fn long_runs_of_date_words_do_not_nest() {
    for run in ["early ", "earlier ", "this ", "early the the ", "end of ", "the next ", "June to "] {
        read(&run.repeat(3000));
    }
}

/// Words of dates and others, from which the property below makes nonsense.
const WORDS: &str = "the|31|June|2024|-|to|last|Tuesday|night|,|of|early|two|days|after|before|ago|9999|year|'s|end|\
    fiscal|third|quarter|and|between|that|winter|–|/|1990s|14th|May|may|Q3|é|weekend|earlier|this|\
    month|.|\n\n|0|2100|24.10.2024|half|on|a|decade|60|decades|overnight|Sundays|fortnight|1800s|’|\
    69|summer";

proptest::proptest! {
    #[test]
    fn any_words_give_ordered_dates(picked in proptest::collection::vec(0..WORDS.split('|').count(), 0..40), year in 1i16..9999) {
        let words: Vec<&str> = WORDS.split('|').collect();
        let text = picked.iter().map(|&i| words[i]).collect::<Vec<_>>().join(" ");
        let dates = read_on(&text, Some(date(year, 2, 28)));
        for pair in dates.windows(2) {
            proptest::prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        for found in &dates {
            proptest::prop_assert!(text.get(found.span.range()).is_some_and(|words| !words.is_empty()));
            proptest::prop_assert!(found.days.is_none_or(|days| days.first <= days.last));
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        read(&text);
    }
}

#[test]
fn what_is_so_after_an_event_looks_back() {
    check("Two guards are in hospital after a fire on Saturday.", "Saturday = 2024-10-19");
    check("Nine are recovering following a crash late Friday.", "late Friday = 2024-10-18");
    check("The pool opens after repairs on Saturday.", "Saturday = 2024-10-26");
}

#[test]
fn years_that_label_a_figure_in_brackets() {
    check("Turnout: 61% (2022: 58.0%).", "2022 = 2022");
}
