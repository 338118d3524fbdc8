//! Which figure of the story a figure of its title repeats: `Ferry toll rises to 31` above `At least 31 people have died`.
//!
//! A title stands outside the story and has few words of its own, so it is held against nobody: it speaks for the figure below it.

use crate::corpus::Story;
use crate::extract::{Claim, Reading};
use crate::text::BlockKind;

use super::slot::{self, Side};
use super::{ClaimRef, Level};

/// The claims of a title with those of the story below that they repeat, in order.
pub fn repeated(story: &Story) -> impl Iterator<Item = (ClaimRef, ClaimRef)> {
    let articles = (0u32..).zip(&story.readings);
    articles.flat_map(|(article, reading)| {
        (0..in_title(reading)).filter_map(move |claim| {
            let at = |claim| ClaimRef { article, claim };
            Some((at(claim), at(below(reading, claim)?)))
        })
    })
}

/// How many claims of an article its title makes: those are its first.
pub fn in_title(reading: &Reading) -> u32 {
    let title = reading.article.blocks.first().filter(|block| block.kind == BlockKind::Title);
    let end = title.map_or(0, |block| block.span.end);
    let stands_there = |claim: &&Claim| reading.figures[claim.figure as usize].span.start < end;
    reading.claims.iter().take_while(stands_there).count() as u32
}

/// The claim of the story below that suits a claim of the title best, of several the first.
fn below(reading: &Reading, claim: u32) -> Option<u32> {
    let title = Side::of(reading, claim);
    let suits = |other: u32| {
        let (score, level) = slot::judge(&title, &Side::of(reading, other))?;
        (level == Level::Agree && score >= slot::RELATED).then_some((other, score))
    };
    let told = in_title(reading)..reading.claims.len() as u32;
    let best = told.filter_map(suits).reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map(|(other, _)| other)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::extract;
    use crate::text::{Article, Meta};

    /// Checks which figures of a title repeat which figures below it: `title = text`.
    #[track_caller]
    fn check(title: &str, text: &str, expected: &[&str]) {
        let page = format!("---\nsource: Harbour Echo\ndate: 2024-05-02\ntitle: {title}\n---\n{text}\n");
        let reading = extract::read(Arc::new(Article::from_text("/a.md", &page, &Meta::default())));
        let story = Story::of(vec![Arc::new(reading)]);
        let printed = |at: ClaimRef| {
            let reading = &story.readings[0];
            reading.article.slice(reading.figures[reading.claims[at.claim as usize].figure as usize].span)
        };
        let pair = |(above, below)| format!("{} = {}", printed(above), printed(below));
        assert_eq!(repeated(&story).map(pair).collect::<Vec<_>>(), expected, "{title}");
    }

    #[test]
    fn a_title_repeats_what_stands_below() {
        check("Mine collapse kills 14", "Fourteen people died when a shaft gave way.", &["14 = Fourteen"]);
        check(
            "Norvik to shut 30 shops",
            "Norvik will shut 30 shops and open two depots by May.",
            &["30 = 30"],
        );
        check(
            "Storm leaves 40,000 homes dark",
            "Crews worked on. Some 40,000 homes had no power; 300 poles fell.",
            &["40,000 = 40,000"],
        );
    }

    #[test]
    fn what_the_text_does_not_say_is_repeated_nowhere() {
        check("Mine collapse kills 14", "Eleven people died when a shaft gave way.", &[]);
        check("Club signs three", "The club signed a keeper. It took three hours.", &[]);
        check("Court frees sailors", "Four sailors walked free.", &[]);
    }
}
