use proptest::prelude::*;

use super::*;
use crate::text::{Meta, Parse};

fn printed(path: &str, text: &str) -> String {
    let article = Article::from_text(path, text, &Meta::default());
    let mut tokens = Vec::new();
    tokenise(&article, Span::new(0, text.len() as u32), &mut tokens);
    tokens.iter().map(|t| t.span.of(text)).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(printed("a.txt", text), expected);
}

#[track_caller]
fn check_markdown(text: &str, expected: &str) {
    assert_eq!(printed("a.md", text), expected);
}

#[test]
fn hyphens_and_dashes_stand_alone() {
    check("a five-storey block", "a five - storey block");
    check("an Il-76 and F-16s", "an Il - 76 and F - 16s");
    check("10-15 boats, 4–6 crew", "10 - 15 boats , 4 – 6 crew");
    check("the ferry — late — sank", "the ferry — late — sank");
    check("He left -- again", "He left -- again");
}

#[test]
fn numbers_keep_their_separators() {
    check("11,000 or 1,00,000 or 12,5 or 2.3", "11,000 or 1,00,000 or 12,5 or 2.3");
    check("in 2021, 40 left", "in 2021 , 40 left");
    check("at 4:42 or 04.42", "at 4:42 or 04.42");
    check("won 3:1 on 24/10/2024", "won 3 : 1 on 24 / 10 / 2024");
    check("up 7.5%. 11,000 homes", "up 7.5 % . 11,000 homes");
    check("11\u{a0}000 votes of 24\u{202f}500", "11\u{a0}000 votes of 24\u{202f}500");
}

#[test]
fn units_and_magnitudes_leave_their_number() {
    check("$2.3bn at 3C, 5ft, 8%", "$ 2.3 bn at 3 C , 5 ft , 8 %");
    check("US$5m, A$3 and €40m", "US $ 5 m , A $ 3 and € 40 m");
    check("4x400m in 3:21", "4 x 400 m in 3:21");
    check("Rs500 crore and EUR5m", "Rs 500 crore and EUR 5 m");
    check("9.58s at 11pm", "9.58 s at 11 pm");
    check("2½ miles", "2 ½ miles");
}

#[test]
fn ordinals_decades_and_codes_are_words() {
    check("the 1st, 22nd and 1960s", "the 1st , 22nd and 1960s");
    check("the G7, a B2B firm, Covid19, 5G", "the G7 , a B2B firm , Covid19 , 5G");
    check("the 1990's", "the 1990 's");
}

#[test]
fn clitics_are_split_off() {
    check("Ukraine's and Ukraine’s", "Ukraine 's and Ukraine ’s");
    check("they're, we'll, I've, he'd, I'm", "they 're , we 'll , I 've , he 'd , I 'm");
    check("don't, can’t, WON'T", "do n't , ca n’t , WO N'T");
    check("the workers' union", "the workers ' union");
    check("O'Brien at ten o'clock in Sana'a", "O'Brien at ten o'clock in Sana'a");
}

#[test]
fn abbreviations_keep_their_points() {
    check("U.S. Sgt. J. P. Morgan, at 5 a.m.", "U.S. Sgt. J. P. Morgan , at 5 a.m.");
    check("St. Louis on Oct. 3.", "St. Louis on Oct. 3 .");
    check("No. 3 said no. Then", "No. 3 said no . Then");
    check("a Ph.D. thesis", "a Ph.D. thesis");
    check("GEN. LEE AND DR. ROY", "GEN. LEE AND DR. ROY");
    check("so do I. Then", "so do I . Then");
    check("the end.The next", "the end . The next");
    check("from Booking.com.", "from Booking.com .");
}

#[test]
fn symbols_and_marks() {
    check("21 °C & 5 + 3", "21 ° C & 5 + 3");
    check("AT&T and R&B", "AT&T and R&B");
    check("Well... and so…", "Well ... and so …");
    check("“Yes,” he said", "“ Yes , ” he said");
    check("(see p. 4)", "( see p. 4 )");
}

#[test]
fn addresses_handles_and_tags_are_words() {
    check("see https://a.example/b-c?d=1.", "see https://a.example/b-c?d=1 .");
    check("write to jo.b@news.example, or", "write to jo.b@news.example , or");
    check("@newsdesk on #budget2024", "@newsdesk on #budget2024");
}

#[test]
fn marks_of_markdown_give_no_tokens() {
    check_markdown("**Two** _dead_ in `fire`", "Two dead in fire");
    check_markdown("the [mayor](https://a.example/(x) \"t\") said", "the mayor said");
    check_markdown("![A bridge](b.jpg) fell\\*", "A bridge fell *");
    check_markdown("said[^2] at <b>noon</b>&nbsp;AT&amp;T", "said at noon AT &amp; T");
    check_markdown("a list [sic] of snake_case", "a list [ sic ] of snake_case");
    check("2 * 3 **", "2 * 3 **");
}

/// The characters of `text` that no token covers.
fn uncovered(text: &str, tokens: &[Token]) -> String {
    let mut rest = String::new();
    let mut from = 0;
    for token in tokens {
        rest.push_str(&text[from..token.span.start as usize]);
        from = token.span.end as usize;
    }
    rest + &text[from..]
}

proptest! {
    #[test]
    fn any_plain_text_is_covered_in_order(text in "(\\PC|[ \n.,'’*\\[\\]()#@&;:/<>_0-9a-cA-C-]){0,80}") {
        let article = Article::from_text("a.txt", &text, &Meta::default());
        let mut tokens = Vec::new();
        tokenise(&article, Span::new(0, text.len() as u32), &mut tokens);
        prop_assert!(tokens.iter().all(|t| !t.span.is_empty()));
        prop_assert!(tokens.windows(2).all(|two| two[0].span.end <= two[1].span.start));
        prop_assert!(uncovered(&text, &tokens).chars().all(is_blank));
    }

    #[test]
    fn any_markdown_parses_alike_twice(text in "(\\PC|[ \n.,'’*\\[\\]()#@&;:/<>_!`0-9a-cA-C-]){0,80}") {
        let article = Article::from_text("a.md", &text, &Meta::default());
        let parse = Parse::of(&article);
        prop_assert!(parse.tokens.iter().all(|t| !t.span.of(&text).is_empty()));
        prop_assert!(parse.tokens.windows(2).all(|two| two[0].span.end <= two[1].span.start));
        prop_assert_eq!(parse.sentences.iter().map(|s| s.tokens.len()).sum::<usize>(), parse.tokens.len());
        prop_assert_eq!(&parse.tokens, &Parse::of(&article).tokens);
    }
}
