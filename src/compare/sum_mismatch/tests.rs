use super::super::testing::told;
use super::Code;

/// Articles with the words at which a sum is found wrong; all that come out otherwise are told at once.
#[track_caller]
fn check_all(articles: &[(&str, &str)]) {
    let otherwise: Vec<String> = articles
        .iter()
        .filter_map(|(text, expected)| {
            let told = told(Code::SumMismatch, &[text]).replace("1:", "");
            (told != *expected).then(|| format!("{text}\n  told: {told}\n  expected: {expected}"))
        })
        .collect();
    assert!(otherwise.is_empty(), "{}", otherwise.join("\n\n"));
}

#[test]
fn parts_and_a_total() {
    check_all(&[
        ("The storm took 14 cars and 25 caravans, 37 vehicles in all.", "“37”"),
        ("The storm took 14 cars and 25 caravans, 39 vehicles in all.", ""),
        ("Divers found 12 coins, nine rings and four buckles, 26 pieces altogether.", "“26”"),
        ("The hall holds 120 seats and 30 standing places, 150 in total.", ""),
        ("Wounded: 52, of whom 30 in Arden, 12 in Bolt and nine in Corry.", "“52”"),
        ("Wounded: 51, of whom 30 in Arden, 12 in Bolt and nine in Corry.", ""),
        ("The army lost 84 killed: 51 soldiers and 31 militiamen.", "“84”"),
        ("The army lost 82 killed: 51 soldiers and 31 militiamen.", ""),
        ("The regatta drew 48 boats: 20 from Hull, 17 from Whitby and ten from Goole.", "“48”"),
        ("The firm cut 90 jobs: 40 in Ulm, 30 in Jena and 20 in Gera.", ""),
        (
            "The council spent $40 million on roads and $25 million on schools, $70 million in all.",
            "“$70 million”",
        ),
        ("The council spent about $40 million on roads and $25 million on schools, $66 million in all.", ""),
        ("Of the 60 passengers, of whom 20 were children, 12 were rescued and five died.", ""),
        ("The Lions won 12 games, lost five and drew three.", ""),
        ("The shop sold 14 bikes and 25 helmets, more than in all of May.", ""),
        ("Nurses treated 40 people, including 12 children and nine women.", ""),
        (
            "Just one of the line's eight ferries sails now, with three in dock, three laid up and one being painted.",
            "",
        ),
        (
            "The Lions took 19 seats on the board, as many as the Hawks did, after a count that went on until the small hours of \
             Friday and was watched by the police, by two judges and by a crowd outside in the rain. The chairman of the league, who \
             had come by train, said that nobody had anything to complain about. The Bears got 14 and the Owls nine.",
            "",
        ),
    ]);
}

#[test]
fn no_parts_of_a_total() {
    check_all(&[
        // Listed side by side, with nothing that closes the list.
        (
            "He faces 18 counts of fraud, six counts of theft and eight counts of forgery as an officer of the bank.",
            "",
        ),
        ("Police seized 20 pistols, eight rifles and nine knives in the port.", ""),
        // One of the parts is named without a number.
        ("A 29-member senate has a speaker, five deputies and 23 other members.", ""),
        ("The crew of 12 had a cook, a doctor and ten others.", ""),
        // A change is no part of what has changed.
        ("A ticket costs $101 for children, an increase of $2. A day in summer is $115.", ""),
        // Nine of what, nobody says.
        ("The striker scored two in his last nine. The hosts lost three games and won the other seven.", ""),
        // The hour.
        ("Three women died. The bus crashed at ten past four; two of them were Danes and one was other.", ""),
        // Three percent are 2.8, rounded.
        ("The number of clinics rose to 917 from 892, or about 3 percent.", ""),
        ("The number of clinics rose to 917 from 892, or 3 percent.", ""),
        ("The number of clinics rose to 917 from 892, or 8 percent.", "“8 percent”"),
        ("The 31-member jury has six artists and 22 other members.", "“31-member”"),
    ]);
}

#[test]
fn changes_and_their_ends() {
    check_all(&[
        ("Turnout rose from 2,310 to 2,480, by 120.", "“120”"),
        ("Turnout rose from 2,310 to 2,480, by 170.", ""),
        ("Membership fell by 300, from 2,400 to 2,000.", "“300”"),
        ("Membership fell by about 300, from 2,400 to 2,000.", ""),
        ("Profit doubled to $90 million from $30 million.", "“$90 million”"),
        ("Profit doubled to $61 million from $30 million.", ""),
        ("Profit more than doubled to $75 million from $30 million.", ""),
        ("Profit more than doubled to $55 million from $30 million.", "“$55 million”"),
        ("Sales of the vaccine tripled from 40 million to 75 million doses.", "“75 million”"),
        ("The number of wolves almost doubled from 31 to 58.", ""),
        ("The number of wolves has not doubled: it went from 31 to 40.", ""),
        ("Waiting times were halved from 12 weeks to six weeks.", ""),
        ("Rates rose from 4 percent to 5 percent.", ""),
        ("The crowd doubled. Tickets went from $20 to $25.", ""),
    ]);
}

#[test]
fn shares_products_and_durations() {
    check_all(&[
        ("The party won 58 of the 150 seats, or 49 percent.", "“49 percent”"),
        ("The party won 58 of the 150 seats, or 39 percent.", ""),
        ("The party won 58 of the 150 seats (38.7 percent).", ""),
        ("Inspectors failed 12 of 80 kitchens, or 25 percent.", "“25 percent”"),
        ("About 25 percent (20 of 80) of the kitchens failed.", ""),
        ("She led the firm for 16 years, from 2001 to 2012.", "“16 years”"),
        ("She led the firm for 11 years, from 2001 to 2012.", ""),
        ("He was mayor for eight years, from 1998 to 2006.", ""),
        ("The tunnel was dug in six years, between May 2011 and April 2017.", ""),
        ("The club has won 12 of its last 15 games, and 60 percent of fans want a new coach.", ""),
        ("He waited six years. From 2010 to 2012 he lived in Rome.", ""),
    ]);
}
