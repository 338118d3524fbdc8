use std::sync::Arc;

use crate::compare::{Code, compare};
use crate::corpus::Story;
use crate::extract;
use crate::text::{Article, Meta};

fn story(texts: &[String]) -> Arc<Story> {
    let read = |(i, text): (usize, &String)| {
        let path = format!("/desk/{i}.txt");
        Arc::new(extract::read(Arc::new(Article::from_text(&path, text, &Meta::default()))))
    };
    Arc::new(Story::of(texts.iter().enumerate().map(read).collect()))
}

/// What the first printing of an utterance shows against the second, `ours ~ theirs`; empty where nothing is found.
fn drift(ours: &str, theirs: &str) -> String {
    let story = story(&[
        format!("The hall was full on Monday.\n\n“{ours}” Mayor Dana Whitlock told reporters.\n"),
        format!("People came early.\n\n\"{theirs}\" said Dana Whitlock, the mayor.\n"),
    ]);
    let comparison = compare(story.clone(), None);
    let found: Vec<_> = comparison.findings.iter().filter(|f| f.code == Code::QuoteDrift).collect();
    let words = |article: u32| {
        let of = found.iter().filter(|f| f.at.article == article);
        let slice = of.map(|f| story.readings[article as usize].article.slice(f.at.span));
        slice.collect::<Vec<_>>().join(" / ")
    };
    assert_eq!(words(0).is_empty(), words(1).is_empty(), "each finding has its twin");
    if found.is_empty() { String::new() } else { format!("{} ~ {}", words(0), words(1)) }
}

#[track_caller]
fn check(ours: &str, theirs: &str, expected: &str) {
    assert_eq!(drift(ours, theirs), expected, "{ours}\n{theirs}");
}

#[track_caller]
fn silent(ours: &str, theirs: &str) {
    check(ours, theirs, "");
}

#[test]
fn other_content_words_speak() {
    check(
        "The smoke was so thick that we could not see the stairs,",
        "The smoke was so thick that we could not see the door,",
        "stairs ~ door",
    );
    check(
        "He was a gentle man who loved his garden,",
        "He was a gentle man who loved his family,",
        "garden ~ family",
    );
    check(
        "We expect orders to pick up before the summer,",
        "We expect orders to pick up after the summer,",
        "before ~ after",
    );
    check(
        "The jury took its time and reached the right verdict,",
        "The jury took its time and reached the wrong verdict,",
        "right ~ wrong",
    );
    check(
        "Our keeper saved us in the second half,",
        "Our striker saved us in the second half,",
        "keeper ~ striker",
    );
    check(
        "This vaccine protects children against severe disease,",
        "This vaccine protects adults against severe disease,",
        "children ~ adults",
    );
    check(
        "Officers arrested the driver at the scene of the crash,",
        "Officers questioned the driver at the scene of the crash,",
        "arrested ~ questioned",
    );
    check(
        "The river will crest on Thursday night near the old bridge,",
        "The river will crest on Friday night near the old bridge,",
        "Thursday ~ Friday",
    );
    check(
        "We will appeal this sentence to the highest court,",
        "We will appeal this verdict to the highest court,",
        "sentence ~ verdict",
    );
    check(
        "Turnout in the northern districts was the lowest in decades,",
        "Turnout in the southern districts was the lowest in decades,",
        "northern ~ southern",
    );
}

#[test]
fn other_numbers_speak() {
    check(
        "There were four men in the car and none of them was hurt,",
        "There were five men in the car and none of them was hurt,",
        "four ~ five",
    );
    check(
        "We lost 30 percent of our harvest in one night,",
        "We lost 13 percent of our harvest in one night,",
        "30 percent ~ 13 percent",
    );
    check(
        "The company owes its suppliers $2.4 million,",
        "The company owes its suppliers $24 million,",
        "$2.4 million ~ $24 million",
    );
    check(
        "She ran the last lap in 58 seconds with a broken toe,",
        "She ran the last lap in 56 seconds with a broken toe,",
        "58 seconds ~ 56 seconds",
    );
}

#[test]
fn a_lost_or_added_negation_speaks() {
    check(
        "The suspect did not cooperate with the investigators,",
        "The suspect did cooperate with the investigators,",
        "did not cooperate ~ did cooperate",
    );
    check(
        "We never promised the union a pay rise this year,",
        "We promised the union a pay rise this year,",
        "We never promised ~ We promised",
    );
    check(
        "There is evidence of foul play at the house,",
        "There is no evidence of foul play at the house,",
        "is evidence ~ is no evidence",
    );
    check(
        "The bridge isn't safe for heavy trucks,",
        "The bridge is safe for heavy trucks,",
        "isn't safe ~ is safe",
    );
    check(
        "I would vote for this budget without a second thought,",
        "I would not vote for this budget with a second thought,",
        "vote for this budget without ~ not vote for this budget with",
    );
}

#[test]
fn another_tense_speaks() {
    check(
        "The board did not approve the merger,",
        "The board will not approve the merger,",
        "did not approve ~ will not approve",
    );
    check(
        "The dam can hold another metre of water,",
        "The dam must hold another metre of water,",
        "can hold ~ must hold",
    );
}

#[test]
fn words_lost_in_the_middle_speak() {
    check(
        "The officers fired three warning shots at the car,",
        "The officers fired three shots at the car,",
        "three warning shots ~ three shots",
    );
    check(
        "Our preliminary results show a small effect in older patients,",
        "Our results show a small effect in older patients,",
        "Our preliminary results ~ Our results",
    );
}

#[test]
fn house_style_is_silent() {
    silent("We will organise the harbour defence programme,", "We will organize the harbor defense program,");
    silent("The centre is in favour of grey tyres,", "The center is in favor of gray tires,");
    silent("It isn't over, and we won't stop looking,", "It is not over and we will not stop looking.");
    silent("They cannot close the clinic at Long Lane,", "They can't close the clinic at Long Lane,");
    silent("We've seen long-term damage to the reef,", "We have seen long term damage to the reef,");
    silent("Nobody eats here any more in winter, sir,", "Nobody eats here anymore in winter, sir,");
    silent(
        "The govt went on TV and said the dam was safe,",
        "The government went on television and said the dam was safe,",
    );
    silent("Twelve people were on the second boat,", "12 people were on the 2nd boat,");
    silent("We need two hundred volunteers by Friday,", "We need 200 volunteers by Friday,");
    silent("Sales fell five per cent in the quarter,", "Sales fell 5% in the quarter,");
    silent("THE RIVER ROSE FAST, and nobody slept,", "The river rose fast and nobody slept,");
    silent("Señor Peña's café burned down last night,", "Senor Pena's cafe burned down last night,");
    silent("The fire is out — all of it — thank God,", "The fire is out, all of it, thank God,");
}

#[test]
fn trimming_is_silent() {
    silent(
        "The team gave everything today and I am proud of every one of them,",
        "The team gave everything today,",
    );
    silent(
        "Look, the evidence in this case was never strong,",
        "The evidence in this case was never strong,",
    );
    silent(
        "The evidence was weak. The witness lied. The judge saw through it,",
        "The evidence was weak. The judge saw through it,",
    );
    silent(
        "We found traces of the drug … in the second sample,",
        "We found traces of the drug in his blood and then in the second sample,",
    );
    silent(
        "He [the governor] knew about the leak in the pipeline,",
        "Governor Hale knew about the leak in the pipeline,",
    );
    silent(
        "Well, you know, the storm took the whole roof off,",
        "The storm took the whole roof off the church,",
    );
}

#[test]
fn two_utterances_are_silent() {
    silent(
        "We will rebuild the school before the winter,",
        "We will repair the road to the coast in spring,",
    );
    silent("I am proud of this team,", "I am proud of this city and its nurses,");
    silent("The fire started in the kitchen,", "The fire is out and nobody was hurt,");
    silent("Thank you all for coming,", "Thank you for nothing,");
    silent(
        "The polls opened on time in every district of the city,",
        "The count will be finished in every village by morning,",
    );
    silent("No comment at this time,", "No further comment,");
    // Both articles have both sentences: each has its own twin.
    silent(
        "We will rebuild the school on Mill Lane. We will rebuild the clinic on Mill Lane,",
        "We will rebuild the clinic on Mill Lane. We will rebuild the school on Mill Lane,",
    );
}

#[test]
fn a_paraphrase_beside_a_quotation_is_silent() {
    let quoted = "“The smoke was so thick that we could not see the stairs,” Mayor Dana Whitlock said.\n";
    let told = "Mayor Dana Whitlock said the smoke was so thick that nobody could see the door.\n";
    let comparison = compare(story(&[quoted.to_owned(), told.to_owned()]), None);
    assert!(comparison.findings.iter().all(|f| f.code != Code::QuoteDrift));
}

#[test]
fn the_message_names_the_words_and_the_speaker_once() {
    let texts = ["stairs", "door"].map(|end| {
        format!("“The smoke was so thick that we could not see the {end},” Mayor Dana Whitlock said.\n")
    });
    let comparison = compare(story(&texts), None);
    assert_eq!(comparison.findings[0].message, "Dana Whitlock: “stairs” here; “door” in 1.txt");
}

#[test]
fn one_word_drifts_in_a_long_run_whoever_speaks() {
    for (ours, theirs, expected) in [
        (
            "You robbed the blind, and you did it with a song,",
            "You robbed the lame, and you did it with a song,",
            "blind ~ lame",
        ),
        (
            "It rose maybe forty feet and then the left engine just stopped like a clock,",
            "It rose maybe forty feet and then the right engine just stopped like a clock,",
            "left ~ right",
        ),
        (
            "Had the pilot turned back thirty minutes sooner, nobody would know the name of this field,",
            "Had the pilot turned back ten minutes sooner, nobody would know the name of this field,",
            "thirty minutes ~ ten minutes",
        ),
        (
            "The river took the barns before it took the bridge,",
            "The river took the bridge before it took the barns,",
            "barns before it took the bridge ~ bridge before it took the barns",
        ),
        (
            "We hold the harbour and we will keep it,",
            "We hold the harbour and we will widen it,",
            "keep ~ widen",
        ),
        (
            "Orders for winter boats outran what our welders can build,",
            "Orders for winter boats outran what our painters can build,",
            "welders ~ painters",
        ),
    ] {
        check(ours, theirs, expected);
    }
    silent("We hold the harbour and we will keep it,", "We hold the harbor, and we'll keep it,");
    silent(
        "They took the bridge, and they took it at night,",
        "They took the bridge, and they took it at night and left,",
    );
}

#[test]
fn what_the_desk_puts_in_is_no_drift() {
    silent(
        "The crews (from three counties) had to leave the ridge before dark,",
        "The crews had to leave the ridge before dark,",
    );
    silent(
        "It was the (expletive) referee who lost us the match,",
        "It was the referee who lost us the match,",
    );
    silent(
        "We asked the EPA to test the wells again,",
        "We asked the Environmental Protection Agency to test the wells again,",
    );
    silent(
        "They play rock 'n' roll in the school hall on Fridays,",
        "They play rock and roll in the school hall on Fridays,",
    );
}

#[test]
fn a_head_left_out_is_no_drift_where_its_words_come_back() {
    silent(
        "Whatever the outcome of the trial, the river will stay poisoned for years,",
        "the river will stay poisoned for years,",
    );
    silent("I'm sorry, I can't ruin this night for her,", "I can't ruin this night for her,");
    check(
        "He was a careful driver and he knew that road,",
        "He was not a careful driver and he knew that road,",
        "was a careful ~ was not a careful",
    );
}

#[test]
fn two_sentences_on_one_thing_are_two() {
    silent(
        "I believe it is fair for the valley to have a vote,",
        "If the valley is to have a real vote, the terms of the sale must be known first,",
    );
}

#[test]
fn a_few_shared_words_are_no_second_printing() {
    silent(
        "If you look at the letter, the board used the word closing in quotes,",
        "The board had the word closing in quotes to mean a long summer break for the teachers and pupils,",
    );
    silent(
        "We took her promises and turned them into paragraphs for the judges to read,",
        "We went through the old minutes, the letters and the tapes, and turned those into paragraphs,",
    );
}

/// A statement put down from memory, or translated twice: built alike, with other telling words.
#[test]
fn one_build_with_other_words_speaks() {
    for (ours, theirs) in [
        // Courts, sport, business, disasters, science, elections.
        (
            "You were given every chance that this court could give you and you threw each one away,",
            "You were offered every chance that a court could offer you and you wasted each one of them,",
        ),
        (
            "We had a lot of people in that dressing room who cried and not one who wanted to leave it,",
            "We had a lot of people in that dressing room who wept and not one who'd walk out of it,",
        ),
        (
            "This plant makes better bearings than we can sell at the price they want us to sell them for,",
            "The plant builds better bearings than we can sell at the price they'd like us to ask for,",
        ),
        (
            "The water came up to the second stair and it stayed there until the boys got us out,",
            "The water rose up to the second stair and it stood there until the lads got us out,",
        ),
        (
            "What this probe tells us about the moon is more than we knew from all the flights before it,",
            "What this probe told us about the moon is more than we learned from all the missions before it,",
        ),
        (
            "Nobody in this ward was asked what they think and nobody in this ward is going to forget it,",
            "Nobody in that ward was asked for an opinion and nobody in that ward is about to forget that,",
        ),
    ] {
        assert_ne!(drift(ours, theirs), "", "{ours}\n{theirs}");
    }
}

#[test]
fn a_refrain_or_a_theme_is_no_second_printing() {
    silent(
        "I want this valley to be the first which stands up to this kind of cheap promise,",
        "This is a chance for a proud valley like ours to make a mark and stand up to this kind of cheap promise,",
    );
    silent(
        "I never met with any of the bidders to talk about the terms of the auction,",
        "Let me be clear that I never had meetings with bidders or brokers about the auction,",
    );
    silent(
        "The court finds that the firm knew of the leak and that it kept the letter from the regulator,",
        "The court has heard enough about the leak to know that the regulator asked for the letter twice,",
    );
    silent(
        "We went through every shift in that hospital and we counted the nurses who had no break at all,",
        "We counted on that hospital and on its nurses, and they went through a great deal for all of us,",
    );
    silent(
        "It was a hard race and the wind was against us from the start to the last buoy,",
        "It was a hard winter and the board was against us on the day that the sale came to a vote,",
    );
    silent(
        "There is a lot of snow on the ridge and we are asking people to stay off the north side,",
        "There is a lot of anger in the town and we are asking for calm until the judge has ruled,",
    );
}

#[test]
fn sentences_one_after_the_other_speak_for_each_other() {
    assert_ne!(
        drift(
            "The siren bought us a minute. Without it this town would be counting coffins today,",
            "The siren bought us two minutes. Without it this town would be holding funerals today,",
        ),
        ""
    );
    check(
        "The goal came late. Nobody in the stand thought it would count,",
        "The goal came early. Nobody in the ground thought it would count,",
        "late / stand ~ early / ground",
    );
    silent(
        "The goal came late. We took our chance and we held on,",
        "The bus came late. They had a chance and let it go,",
    );
}

/// Two papers give one statement, in other words, to two persons.
#[test]
fn other_words_under_another_name_speak() {
    let told = |ours: &str, theirs: &str| {
        let texts = [
            format!("The yard closed.\n\n“{ours}” Mayor Dana Whitlock told reporters.\n"),
            format!("The yard is shut.\n\n“{theirs}” said Omar Lindqvist, the harbour master.\n"),
        ];
        let comparison = compare(story(&texts), None);
        comparison.findings.iter().filter(|f| f.code == Code::QuoteDrift).count()
    };
    let speaks = [
        (
            "They sold the cranes that you can cart away and they left the cranes that you can only look at,",
            "They sold the cranes that one can carry off and they left the cranes that you can only look at,",
        ),
        (
            "We had four boats on the water within ten minutes and every one of them came back full of children,",
            "We had six boats on the water within ten minutes and every one of them came back full of children,",
        ),
    ];
    for (ours, theirs) in speaks {
        assert_eq!(told(ours, theirs), 2, "{ours}\n{theirs}");
    }
    let still = [
        (
            "We had a good season and we are going to build on it with the players we have,",
            "We had a poor season and we are going to lose some of the players we have,",
        ),
        ("The ship was safe when it left the dock,", "The ship was not safe when it left the dock,"),
        (
            "Whitlock said they sold the cranes that you can cart away and left the cranes you can only look at,",
            "They sold the cranes that you can carry off and left the cranes you can only look at,",
        ),
    ];
    for (ours, theirs) in still {
        assert_eq!(told(ours, theirs), 0, "{ours}\n{theirs}");
    }
}

#[test]
fn what_changes_places_is_no_drift() {
    silent(
        "The deal was struck with the company's founder Ruth Amsel on the last day of the fair,",
        "The deal was struck with Ruth Amsel, the company's founder, on the last day of the fair,",
    );
    assert_ne!(
        drift(
            "The dog bit the postman before the owner came out of the house,",
            "The postman bit the dog before the owner came out of the house,",
        ),
        ""
    );
}

#[test]
fn a_number_is_one_number_however_it_was_read() {
    silent(
        "The crews were mending the weir and one boat came down to look for the missing angler,",
        "One boat came down to look for the missing angler,",
    );
}

#[test]
fn the_line_below_a_post_is_nobodys_speech() {
    silent(
        "Dunmore Harbour News (@dunmorenews) February 12, 2021 told of the storm,",
        "Dunmore Harbour News (@dunmorenews) February 13, 2021 told of the storm,",
    );
}
