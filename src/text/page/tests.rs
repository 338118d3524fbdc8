//! Whole small pages, one line a block, and how each block is taken.

use crate::text::{Article, BlockKind, Meta};

/// Checks the kinds of all blocks: one letter a block. H headline, S subhead, B byline, C caption, p paragraph, i item,
/// r row, x furniture.
fn check(page: &str, expected: &str) {
    let article = Article::from_text("page.md", page, &Meta::default());
    let letter = |kind| match kind {
        BlockKind::Headline => 'H',
        BlockKind::Subhead => 'S',
        BlockKind::Byline => 'B',
        BlockKind::Caption => 'C',
        BlockKind::Paragraph => 'p',
        BlockKind::ListItem => 'i',
        BlockKind::TableRow => 'r',
        BlockKind::Furniture => 'x',
        BlockKind::Title => 'T',
    };
    let seen: String = article.blocks.iter().map(|b| letter(b.kind)).collect();
    let told: Vec<_> = article.blocks.iter().map(|b| (b.kind, article.slice(b.span))).collect();
    assert_eq!(seen, expected, "{told:#?}");
}

/// Checks that a line between two paragraphs of a story is part of it.
fn stays(line: &str) {
    let page = format!(
        "The council met on Monday and spoke for two hours.\n\n{line}\n\nIt will meet again in May, the clerk said.\n"
    );
    let article = Article::plain(&page);
    assert!(article.blocks.iter().all(|b| b.is_story()), "{line}");
    let tail = format!("The council met on Monday and spoke for two hours.\n\n{line}\n");
    assert!(Article::plain(&tail).blocks.iter().all(|b| b.is_story()), "at the end: {line}");
}

/// Checks that a line is page furniture in the middle of a page.
fn goes(line: &str) {
    let page = format!(
        "The council met on Monday and spoke for two hours.\n\n{line}\n\nIt will meet again in May, the clerk said.\n"
    );
    let article = Article::plain(&page);
    let told: Vec<_> = article.blocks.iter().map(|b| (b.kind, article.slice(b.span))).collect();
    assert!(article.blocks[1].kind == BlockKind::Furniture && article.blocks.len() == 3, "{told:#?}");
}

#[test]
fn a_plain_page() {
    check(
        "Court frees four sailors\nJudges found no sign of theft.\nFour sailors walked free on Monday after a court in Rostock found no sign that they had stolen fuel.\nThe men had been held for a year.\n",
        "HSpp",
    );
    check(
        "# Court frees four sailors\n\nBy Ines Holt\n\nFour sailors walked free on Monday.\n\n## A long wait\n\nThe men had been held for a year.\n",
        "HBpSp",
    );
    check(
        "Four sailors walked free on Monday after a court found no sign of theft.\n\nThe men had been held for a year.\n",
        "pp",
    );
    check(
        "---\ntitle: Court frees four sailors\n---\nCOURT FREES FOUR SAILORS\n\nFour sailors walked free on Monday.\n",
        "THp",
    );
}

#[test]
fn headlines_said_twice() {
    let page = "Glacier loses a fifth of its ice\n\nThe glacier shrank by a fifth in ten years, surveyors said.\n\nGlacier loses a fifth of its ice\n";
    check(page, "HpH");
    assert_eq!(Article::plain(page).blocks[2].repeats, Some(0));
    assert_eq!(Article::plain(page).meta.title.unwrap().value, "Glacier loses a fifth of its ice");
}

#[test]
fn captions() {
    check("Photo: Voters queue in Tema. (N. Adu)\n\nVoters queued for hours on Monday.\n", "Cp");
    check("Voters queue in Tema. Photograph: N. Adu/Agency\n\nVoters queued for hours on Monday.\n", "Cp");
    check(
        "Voters queue in Tema on Monday.\n\nVoters queue in Tema on Monday.\n\nThey waited for up to six hours in the heat.\n",
        "CCp",
    );
    check("A nurse at work (AP Photo/Jo Lund)\n\nNurses will strike on Friday.\n", "Cp");
    check("![The new bridge](b.jpg)\n\nThe bridge opened on Friday.\n", "Cp");
    check("Image via the harbour office\n\nThe ship left on Friday.\n", "Cp");
    stays("He took the photo by the river and sold it for $40.");
    stays("A photo from the scene shows two cars on their roofs.");
    stays("Picture a harbour with no ships, the mayor said.");
}

#[test]
fn captions_said_twice_in_one_line() {
    let page = "Nurses will strike on Friday, the union said.\n\nCaption: The gate of the clinic, Lund. The gate of the clinic, Lund. Photo: A. Ek\n";
    check(page, "pCC");
    assert_eq!(Article::plain(page).blocks[2].repeats, Some(1));
    check(
        "Photo: The gate of the clinic. The gate of the clinic.\n\nNurses will strike on Friday, the union said.\n",
        "CCp",
    );
    stays("It was a long night. It was a cold one. No one slept.");
}

#[test]
fn bylines() {
    check(
        "Rail strike ends\n\nBy Ana Lee and Tom Roe\n\nThe strike ended on Monday, the union said.\n",
        "HBp",
    );
    check(
        "Rail strike ends\n\nBY ANA LEE, TRANSPORT EDITOR\n\nThe strike ended on Monday, the union said.\n",
        "HBp",
    );
    check(
        "The strike ended on Monday, the union said.\n\n(Reporting by Ana Lee in Porto; Editing by T. Roe)\n",
        "pB",
    );
    check(
        "The strike ended on Monday, the union said.\n\n_Ana Lee contributed reporting from Porto._\n",
        "pB",
    );
    check("The strike ended on Monday, the union said.\n\nAna Lee contributed to this report.\n", "pB");
    check("---\nauthor: Ana Lee\n---\nAna Lee\n\nThe strike ended on Monday, the union said.\n", "Bp");
    stays("By Friday the river had fallen by two metres.");
    stays("By March Brazil had sold 40 aircraft");
    stays("By then the rebels held Goma.");
    stays("Reporting by neighbours led the police to the house.");
    stays("Written by a clerk in 1911, the letter was sold for $4,000.");
    stays("She contributed to this victory with two goals.");
}

#[test]
fn lines_with_the_day() {
    check("Rail strike ends\n\nMarch 01, 2008\n\nThe strike ended on Monday, the union said.\n", "HBp");
    check(
        "Rail strike ends\n\nPublished: 3 March 2024, 10:15 GMT\n\nThe strike ended on Monday, the union said.\n",
        "HBp",
    );
    check(
        "Rail strike ends\n\nLast updated on March 3, 2024 at 10.15 am\n\nThe strike ended on Monday, the union said.\n",
        "HBp",
    );
    let article =
        Article::plain("Rail strike ends\n\nBy Ana Lee | 3 March 2024\n\nThe strike ended on Monday.\n");
    assert_eq!(article.meta.date.unwrap().to_string(), "2024-03-03");
    assert_eq!(article.meta.date_from.unwrap().name(), "text");
    stays("Published in 2019, the study followed 400 nurses.");
    stays("Updated figures will be given on 3 March 2024, the bank said.");
    stays("The trial opens on 3 March 2024.");
    stays("Posted on Monday, the video showed two men at a gate.");
}

#[test]
fn links_to_other_stories() {
    check("Text of the story ends here.\n\nRelated:\n- Two die in fire\n- Is your roof safe?\n", "pxxx");
    check(
        "Text of the story ends here.\n\n**Read more**\n\n* Two die in fire\n* Mayor quits\n\nThe story goes on after the list, as stories do.\n",
        "pxxxp",
    );
    check(
        "Text of the story ends here.\nYou may also like\nTwo die in fire\nMayor quits after vote\n",
        "pxxx",
    );
    check(
        "Text of the story ends here.\n\n## Related coverage\n\n- Two die in fire\n\n## What comes next\n\nThe court sits in May.\n",
        "pxxSp",
    );
    goes("READ MORE: Two die in fire at mill");
    goes("Read also: Two die in fire | Mayor quits");
    goes("▶ WATCH: How the bridge fell (2 min)");
    goes("→ Two die in fire at mill");
    goes("[Two die in fire at mill](https://a.example/fire)");
    stays("Related offences carry up to six years in prison.");
    stays("Watch groups counted 40 attacks in May.");
    stays("Recommended doses are halved for children, the agency said.");
    stays("See also means to point elsewhere, the judge noted.");
    stays("The ministry published [its report](https://a.example/r) on Friday.");
}

#[test]
fn plugs() {
    goes("Sign up to the Evening Letter: five stories in five minutes.");
    goes("Subscribe to our newsletter and get the day's news in your inbox.");
    goes("Follow us on Telegram and Facebook!");
    goes("Support our journalism from as little as $2 a month.");
    goes("You can help us go on: become a patron today.");
    goes("Discover more from The Ledger");
    goes("Join the conversation");
    goes("Enjoying this story? Get our newsletter for more like it.");
    goes("Have a tip? Write to us at news@ledger.example.");
    stays("Donations rose by 40 percent after the flood.");
    stays("The newspaper lost 4,000 subscribers in a year, and its newsletter was closed.");
    stays("\"We need your support,\" she told the crowd. \"Sign up, subscribe, tell your friends.\"");
    stays("The bank wrote to its customers: click on no link, and tell us of each one.");
    stays("Follow-up tests found no trace of lead in the water.");
    stays("Support for the app fell to 31 percent in the poll.");
    stays("Join a queue in Lagos and you will hear of little else, said the driver.");
    stays("Subscribers to the service pay $12 a month.");
    stays("Contact tracing began in the community on Friday.");
}

#[test]
fn notices() {
    goes("© 2024 The Ledger");
    goes("Copyright 2024 The Ledger. All rights reserved.");
    goes("(c) 2023 Agency. Reproduction without written permission is not allowed.");
    goes("This site uses cookies to improve your visit.");
    goes("We use cookies and similar tools. By staying you accept our policy.");
    goes("Privacy Policy");
    goes("Please include a hyperlink when you reprint our material; written permission is needed.");
    stays("The bakery sold 3,000 cookies before noon.");
    stays("The authors sued over copyright and seek $4 million.");
    stays("Copyright law gives heirs 70 years.");
    stays("All rights reserved for the north would pass to the new council, the draft says.");
    stays("Privacy campaigners welcomed the new policy on cookies.");
}

#[test]
fn controls_and_advertising() {
    goes("ADVERTISEMENT");
    goes("Story continues below advertisement");
    goes("Share this article on Facebook");
    goes("Home | News | Sport | Weather");
    goes("Leave a comment");
    goes("Skip to content");
    check(
        "Home\nNews\nSport\n\nMill burns in Leeds\n\nA mill burned on Monday, the fire service said.\n\nShare\nTweet\nPrint\n",
        "xxxHpxxx",
    );
    stays("Sport is the loser.");
    stays("Advertising revenue fell by a tenth, the group said.");
    stays("Share prices fell in Tokyo.");
    stays("Home sales rose by 4 percent in May.");
    stays("Comments by the minister angered the union.");
}

#[test]
fn headings_between_paragraphs() {
    check(
        "The plant will close in May, the firm said on Monday.\n\nCost programme\n\nThe board has approved cuts of $40 million a year, it said.\n",
        "pSp",
    );
    check(
        "The plant will close in May, the firm said on Monday.\n\n**At a glance**\n- Jobs lost: 400\n- Cost: $40 million\n",
        "pSii",
    );
    check(
        "The plant will close in May, the firm said on Monday.\n\nThe union listed its demands:\n\n- A year's pay\n- New work for all\n",
        "ppii",
    );
}

/// Checks place, day and agency of the dateline; a stroke where there is none.
fn dateline(page: &str, expected: &str) {
    let article = Article::plain(page);
    let of = |span: Option<_>| span.map_or("-", |s| article.slice(s));
    let seen = match &article.dateline {
        Some(d) => format!("{} | {} | {} | {}", article.slice(d.span), of(d.place), of(d.date), of(d.agency)),
        None => "none".to_owned(),
    };
    assert_eq!(seen, expected, "{page}");
}

#[test]
fn datelines() {
    dateline(
        "PORTO, March 3 (Lusa Wire) - A ship sank.",
        "PORTO, March 3 (Lusa Wire) - | PORTO | March 3 | Lusa Wire",
    );
    dateline("ACCRA — A ship sank.", "ACCRA — | ACCRA | - | -");
    dateline("ACCRA—A ship sank.", "ACCRA— | ACCRA | - | -");
    dateline("TEMA, Ghana, Dec. 6 (GX) — A ship sank.", "TEMA, Ghana, Dec. 6 (GX) — | TEMA | Dec. 6 | GX");
    dateline("OMAHA (AP) _ A ship sank.", "OMAHA (AP) _ | OMAHA | - | AP");
    dateline(
        "Lund, 6 December 2025 – The council met.",
        "Lund, 6 December 2025 – | Lund | 6 December 2025 | -",
    );
    dateline("ST. LOUIS, March 3 -- A ship sank.", "ST. LOUIS, March 3 -- | ST. LOUIS | March 3 | -");
    dateline(
        "SÃO PAULO/RIO DE JANEIRO, 3 May (Wire) - A ship sank.",
        "SÃO PAULO/RIO DE JANEIRO, 3 May (Wire) - | SÃO PAULO/RIO DE JANEIRO | 3 May | Wire",
    );
    dateline("(Wire) - A ship sank.", "(Wire) - | - | - | Wire");
    dateline(
        "Lund, 20 November 2025, 07:30 CET\n\nThe council met.",
        "Lund, 20 November 2025, 07:30 CET | Lund | 20 November 2025 | -",
    );
}

#[test]
fn what_is_no_dateline() {
    dateline("Anna Berg - a nurse from Lund - won $4,000.", "none");
    dateline("The plan — dear to many — was dropped.", "none");
    dateline("NATO-led troops left the town.", "none");
    dateline("A ship sank (the second this year) - and none was hurt.", "none");
    dateline("In May, June and July – the dry months – no rain fell.", "none");
    dateline("UPDATE – A ship sank.", "none");
}

#[test]
fn the_page_fills_the_metadata() {
    let article = Article::plain("PORTO, 3 March 2024 (Lusa Wire) - A ship sank off the coast.\n");
    assert_eq!(article.meta.source.unwrap().value, "Lusa Wire");
    assert_eq!(article.meta.date.unwrap().to_string(), "2024-03-03");
    assert_eq!(article.meta.date_from.unwrap().name(), "dateline");
    let article = Article::plain("PORTO, March 3 (Lusa Wire) - A ship sank off the coast.\n");
    assert_eq!(article.meta.date, None, "a day without a year is no full date");
}

#[test]
fn counters_players_and_addresses_go() {
    let lines = [
        "12 comments",
        "37 shares",
        "5 min read",
        "12 photos",
        "Estimated reading time: 4 minutes",
        "Nora Finch has covered courts for 20 years. Follow her on Twitter @norafinch.",
        "Contact Nora Finch at 555-0147 or nfinch@tribune.example.",
        "Follow @norafinch on X",
        "MUST WATCH",
        "Replay Video",
        "Also read: 40 dogs saved",
        "ALSO READ | 40 dogs saved",
        "More from this section",
        "Already a subscriber? Log in",
        "By clicking Accept you agree to our use of cookies",
        "Copy link",
        "View gallery (12 photos)",
        "Send tips to news@harbour.example",
        "Topics: Floods, Rescue",
        "Correction: An earlier version of this story gave the wrong date.",
        "The views expressed are the author's own.",
        "Advertisement - Continue reading below",
        "Paid post",
    ];
    lines.into_iter().for_each(goes);
}

#[test]
fn sentences_that_open_like_furniture_stay() {
    let lines = [
        "More than 12 comments drew complaints.",
        "Also read at the trial were 12 letters.",
        "Replays showed that the ball was out.",
        "Views from the hill drew 300 people.",
        "Follow-up tests found 12 more cases.",
        "Topics in class ranged from rent to rice.",
        "Tags on 40 whales fell off within a week.",
        "Correction fluid caused the fire.",
        "Contact was lost at 3 p.m. with 12 crew.",
        "Minute traces of lead were found in 12 wells.",
        "12 were hurt",
    ];
    lines.into_iter().for_each(stays);
}

#[test]
fn a_short_story_between_furniture_stays() {
    check(
        "Four die in fire\n\nAdvertisement\n\nCrews from five stations fought the blaze for six hours.\n\nSUBSCRIBE NOW to read 3 free articles a month\n\nThe mill employs 220 people.\n\nThis article was amended on 8 March 2023.\n",
        "Hxpxpx",
    );
}
