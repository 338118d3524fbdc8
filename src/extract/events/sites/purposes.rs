//! What a place is to the story, by the words beside it.

use std::ops::Range;
use std::sync::LazyLock;

use crate::extract::Purpose;
use crate::text::WordMap;

use super::Reader;

/// What words tell of the place beside them.
static PURPOSES: LazyLock<WordMap<Purpose>> = LazyLock::new(|| {
    let lines = include_str!("../../data/purposes.txt").lines().filter(|line| !line.starts_with('#'));
    let purpose = |name: &str| {
        Some(match name {
            "arrest" => Purpose::Arrest,
            "care" => Purpose::Care,
            "expert" => Purpose::Expert,
            "farewell" => Purpose::Farewell,
            "home" => Purpose::Home,
            "refuge" => Purpose::Refuge,
            "trace" => Purpose::Trace,
            "way" => Purpose::Way,
            _ => return None,
        })
    };
    let rows = lines.filter_map(|line| line.split_once(" | "));
    let rows = rows.filter_map(|(name, words)| Some((purpose(name)?, words)));
    rows.flat_map(|(purpose, words)| words.split(' ').map(move |word| (word, purpose))).collect()
});

impl Reader<'_> {
    /// What a place is to the story: what its preposition tells, else the nearest word of its clause.
    pub(super) fn purpose(&self, tokens: &Range<usize>, sort: &str) -> Purpose {
        let article = usize::from(matches!(self.before(tokens.start, 1), "the" | "a" | "an"));
        // `near junction 9` is as good as at it, and who is hurt is taken to a hospital.
        let on_the_way = match self.before(tokens.start, 1 + article) {
            "between" | "past" | "via" | "toward" | "towards" | "beyond" | "opposite" | "behind" => true,
            "near" | "from" | "to" => !matches!(sort, "hospital" | "exit" | "junction" | "milepost"),
            _ => false,
        };
        if on_the_way {
            return Purpose::Way;
        }
        let sentence = self.parse.sentences[self.parse.sentence_of(tokens.start)].tokens.clone();
        // `The funeral of Ann Lee, who died on Sunday, will be at St Luke's Church.`
        let mourned = |at: usize| PURPOSES.get(self.word(at)) == Some(&Purpose::Farewell);
        if sort != "hospital" && sentence.clone().any(mourned) {
            return Purpose::Farewell;
        }
        // `to Mercy Hospital, where she underwent surgery`
        let clause = if sort == "hospital" { sentence } else { self.parse.clause_of(tokens.start) };
        let away = |at: usize| at.abs_diff(tokens.start);
        let told = clause.filter(|at| !tokens.contains(at));
        let told = told.filter_map(|at| Some((away(at), *PURPOSES.get(self.word(at))?)));
        let nearest = told.min_by_key(|told| told.0).map(|told| told.1);
        // Only a hospital is a place of care: people die and are treated anywhere.
        nearest.filter(|&p| p != Purpose::Care || sort == "hospital").unwrap_or(Purpose::Scene)
    }
}
