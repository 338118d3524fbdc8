//! `speaker-conflict`: the same words between quotation marks, given to two persons.
//!
//! Only where both articles name the person for these very words, and the words are too many to be a common saying. Silent
//! for an office or role beside a name, for pronouns, where several speak together, and where the words tell what another said
//! (`He said the bridge …`). A warning.

use std::collections::BTreeMap;

use crate::corpus::Story;

use super::telling;
use super::utterances::{Pair, Utterance};
use super::voices::Voices;
use super::{Code, Finding, Place, Severity};

/// The findings on quotations of a story with two speakers.
pub(super) fn find(story: &Story, utterances: &[Utterance], pairs: &[Pair]) -> Vec<Finding> {
    let mut rivals: BTreeMap<Place, (String, Vec<(Place, String)>)> = BTreeMap::new();
    for pair in pairs.iter().filter(|p| p.voices == Voices::Apart) {
        let (a, b) = (&utterances[pair.at.0], &utterances[pair.at.1]);
        if pair.is_retold(utterances) {
            continue;
        }
        let end = |u: &Utterance| {
            (Place { article: u.article, span: u.quote.span }, u.speaker(story).unwrap_or_default())
        };
        let (x, y) = (end(a), end(b));
        rivals.entry(x.0).or_insert((x.1.clone(), Vec::new())).1.push(y.clone());
        rivals.entry(y.0).or_insert((y.1, Vec::new())).1.push(x);
    }
    rivals.into_iter().map(|(at, (name, others))| finding(story, at, &name, others)).collect()
}

fn finding(story: &Story, at: Place, name: &str, mut others: Vec<(Place, String)>) -> Finding {
    others.sort_unstable();
    others.dedup();
    let told = |(place, name): &(Place, String)| {
        format!("{name} in {}", telling::source(story, place.article, at.article))
    };
    let mut message = format!("said by {name} here; the same words by {}", told(&others[0]));
    if others.len() > 1 {
        message.push_str(&format!(", and {} more", others.len() - 1));
    }
    let related = others.iter().map(|other| (other.0, told(other).into())).collect();
    Finding { code: Code::SpeakerConflict, severity: Severity::Warning, at, message, related }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::compare::testing::pair;

    /// Whether two articles are found to give one quotation to two speakers; each finding has its twin.
    #[track_caller]
    fn check(ours: &str, theirs: &str, expected: &[&str]) {
        let comparison = compare(pair(ours, theirs), None);
        let told = comparison.findings.iter().filter(|f| f.code == Code::SpeakerConflict);
        assert_eq!(told.map(|f| &*f.message).collect::<Vec<_>>(), expected, "{ours}\n{theirs}");
    }

    #[test]
    fn one_sentence_and_two_names_speak() {
        check(
            "“The cables snapped one after the other and the deck began to tilt,” said engineer Paula Winter.",
            "“The cables snapped one after the other and the deck began to tilt,” said Martin Osei, a welder.",
            &[
                "said by Paula Winter here; the same words by Martin Osei in b.txt",
                "said by Martin Osei here; the same words by Paula Winter in a.txt",
            ],
        );
        check(
            "“We should have closed the school gate before the parade began,” Anna Reyes told the court.",
            "Police chief Tom Becker said: “We should have closed the school gate before the parade began.”",
            &[
                "said by Anna Reyes here; the same words by Tom Becker in b.txt",
                "said by Tom Becker here; the same words by Anna Reyes in a.txt",
            ],
        );
    }

    #[test]
    fn a_pronoun_behind_the_only_name_of_a_paragraph_speaks() {
        let words = "The cables snapped one after the other and the deck began to tilt";
        let told = |before: &str, cue: &str| format!("The bridge fell.\n\n{before} “{words},” {cue}.");
        for before in ["Mayor Martin Osei rose to applause.", "His brother, Martin Osei, spoke for an hour."]
        {
            check(
                &told("", "said engineer Paula Winter"),
                &told(before, "he told the hall"),
                &[
                    "said by Paula Winter here; the same words by Martin Osei in b.txt",
                    "said by Martin Osei here; the same words by Paula Winter in a.txt",
                ],
            );
        }
        // Somebody else may be meant.
        for before in ["Martin Osei was pulled out by a welder.", "Martin Osei saw Karl Brandt run."] {
            check(&told("", "said engineer Paula Winter"), &told(before, "he told the hall"), &[]);
        }
    }

    #[test]
    fn one_speaker_under_two_names_is_silent() {
        let words = "The cables snapped one after the other and the deck began to tilt";
        for (ours, theirs) in [
            ("engineer Paula Winter", "the engineer"),
            ("a spokesman", "spokesman Martin Osei"),
            ("Paula Winter", "Winter"),
            ("Paula Winter", "Paula Wintter"),
            ("La Ode Rahmat", "Laode Rahmat"),
            ("Paula Winter", "the bridge authority"),
            ("Paula Winter", "Paula Winter and Martin Osei"),
        ] {
            check(&format!("“{words},” said {ours}."), &format!("“{words},” said {theirs}."), &[]);
        }
        check(
            &format!("Martin Osei was on the quay with Paula Winter. “{words},” he said."),
            &format!("“{words},” said Paula Winter."),
            &[],
        );
    }

    /// Two articles give the same words to two people.
    fn speaks(words: &str) {
        let by = |name: &str| format!("“{words},” said {name}.");
        check(
            &by("Paula Winter"),
            &by("Martin Osei"),
            &[
                "said by Paula Winter here; the same words by Martin Osei in b.txt",
                "said by Martin Osei here; the same words by Paula Winter in a.txt",
            ],
        );
    }

    #[test]
    fn a_short_sentence_speaks_where_every_word_is_shared() {
        speaks("The clinic is open, the shots are free and they work");
    }

    #[test]
    fn what_nobody_was_told_is_no_retelling() {
        speaks("Nobody on the ward had been told which of the lifts was safe");
    }

    #[test]
    fn words_told_again_are_silent() {
        check(
            "“The cables snapped one after the other and the deck began to tilt,” said Paula Winter.",
            "“Winter said the cables snapped one after the other and the deck began to tilt,” said Martin Osei.",
            &[],
        );
        check(
            "“The cables snapped one after the other and the deck began to tilt,” said Apandi.",
            "“The cables snapped one after the other and the deck began to tilt,” said Mohamed Apandi Ali.",
            &[],
        );
    }

    #[test]
    fn short_and_unlike_words_are_silent() {
        let by = |name: &str, words: &str| format!("“{words},” said {name}.\n");
        check(
            &by("Paula Winter", "It was a great night for the club"),
            &by("Martin Osei", "It was a great night for the club"),
            &[],
        );
        check(
            &by("Paula Winter", "The cables snapped one after the other and the deck began to tilt"),
            &by(
                "Martin Osei",
                "The cables held and the deck began to tilt only after the second gust of wind",
            ),
            &[],
        );
    }
}
