//! Frames: what an amount is an amount of, told by the words beside it. `jailed for nine years` and `a prison term of seven years` both
//! give the length of a sentence, `taken to hospital` and `needed hospital treatment` both count one group, in words that share little.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::extract::meanings::Meanings;
use crate::extract::words::stem;
use crate::extract::{Aspect, Claim, Figure, Frame, Unit};
use crate::text::{Parse, Upos};

use super::lexicon::{self, Course};

/// A row of the list of frames; several may be of one frame.
struct Row {
    frame: u8,
    course: Course,
    /// Whether each person has an amount of his own.
    own: bool,
    /// Its name, for telling.
    name: &'static str,
    /// Units and counted nouns, in the singular.
    amounts: &'static str,
}

/// What a word does to frames, a bit a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
struct Cue {
    evokes: u64,
    pairs: u64,
    bars: u64,
}

/// Rows are bits of a number.
const ROWS: usize = u64::BITS as usize;

/// The rows; what each stem does to them, by number; what the numbers mean, of which the first is nothing.
struct Frames {
    rows: Vec<Row>,
    stems: FxHashMap<&'static str, u8>,
    cues: Vec<Cue>,
    /// The rows for which no second word has to stand there.
    unpaired: u64,
}

static FRAMES: LazyLock<Frames> = LazyLock::new(|| {
    let (mut rows, mut unpaired): (Vec<Row>, u64) = (Vec::new(), 0);
    let mut words: FxHashMap<&'static str, Cue> = FxHashMap::default();
    let lines = include_str!("../data/frames.txt").lines().filter(|l| !l.starts_with('#'));
    for (row, line) in lines.take(ROWS).enumerate() {
        let fields: Vec<&str> = line.split(" | ").collect();
        let &[name, course, whose, amounts, evoking, pairing, barring] = &fields[..] else { continue };
        let frame = rows.iter().find(|r| r.name == name).map_or(row as u8, |r| r.frame);
        let (course, own) = (Course::of(course), whose == "own");
        rows.push(Row { frame, course, own, name, amounts });
        unpaired |= u64::from(pairing == "-") << row;
        let stems = |words: &'static str| words.split(' ').map(stem).filter(|stem| *stem != "-");
        stems(evoking).for_each(|stem| words.entry(stem).or_default().evokes |= 1 << row);
        stems(pairing).for_each(|stem| words.entry(stem).or_default().pairs |= 1 << row);
        stems(barring).for_each(|stem| words.entry(stem).or_default().bars |= 1 << row);
    }
    let mut words: Vec<(&str, Cue)> = words.into_iter().collect();
    words.sort_unstable_by_key(|word| word.0);
    let (mut cues, mut stems) = (vec![Cue::default()], FxHashMap::default());
    for (stem, cue) in words {
        let number = cues.iter().position(|known| *known == cue).unwrap_or_else(|| {
            cues.push(cue);
            cues.len() - 1
        });
        stems.insert(stem, number as u8);
    }
    Frames { rows, stems, cues, unpaired }
});

/// The rows that an amount of a unit, or of a noun, can be of; units and nouns by their keys.
static ROWS_OF: LazyLock<FxHashMap<u32, u64>> = LazyLock::new(|| {
    let mut rows: FxHashMap<u32, u64> = FxHashMap::default();
    for (row, Row { amounts, .. }) in FRAMES.rows.iter().enumerate() {
        for amount in amounts.split(", ") {
            *rows.entry(lexicon::key(amount)).or_default() |= 1 << row;
        }
    }
    rows
});

/// Every stem that does something to frames, with the number of what it does.
pub(super) fn stems() -> impl Iterator<Item = (&'static str, u8)> {
    FRAMES.stems.iter().map(|(stem, number)| (*stem, *number))
}

/// The name of a frame.
pub fn name(frame: Frame) -> &'static str {
    row(frame).map_or("", |row| row.name)
}

/// How amounts of a frame move.
pub fn course(frame: Frame) -> Course {
    row(frame).map_or(Course::Fixed, |row| row.course)
}

/// Whether each person has an amount of this frame of his own, as a sentence or a speed.
pub fn is_own(frame: Frame) -> bool {
    row(frame).is_some_and(|row| row.own)
}

/// Whether what a frame is of can be counted under this noun.
pub fn counts(frame: Frame, noun: u32) -> bool {
    let rows = ROWS_OF.get(&noun).copied().unwrap_or_default();
    FRAMES.rows.iter().enumerate().any(|(row, of)| of.frame == frame.class && rows & 1 << row != 0)
}

fn row(frame: Frame) -> Option<&'static Row> {
    FRAMES.rows.get(frame.class as usize)
}

/// Gives every claim its frame, and marks those whose frame has no other value in the story.
pub(super) fn mark(parse: &Parse, meanings: &Meanings, figures: &[Figure], claims: &mut [Claim]) {
    let opening = parse.article.front_matter.map_or(0, |head| head.end);
    let mut values: [Option<(f64, bool)>; ROWS] = [None; ROWS];
    for index in 0..figures.len() {
        let Some(class) = of(parse, meanings, figures, claims, index) else { continue };
        let only = figures[index].span.start >= opening;
        claims[index].frame = Some(Frame { class, only });
        if only {
            let value = figures[index].value.lo;
            let seen = values[class as usize].get_or_insert((value, true));
            seen.1 &= seen.0 == value;
        }
    }
    for index in 1..claims.len() {
        if lists_on(figures, claims, index)
            && let Some(frame) = claims[index - 1].frame
            && let Some(seen) = &mut values[frame.class as usize]
        {
            seen.1 = false;
        }
    }
    for frame in claims.iter_mut().filter_map(|claim| claim.frame.as_mut()) {
        frame.only &= values[frame.class as usize].is_some_and(|seen| seen.1);
    }
}

/// Whether a measure or sum goes on with a list: `jailed, Mark for five years and Carl for two`.
fn lists_on(figures: &[Figure], claims: &[Claim], index: usize) -> bool {
    let (before, figure) = (&figures[index - 1], &figures[index]);
    claims[index].frame.is_none()
        && claims[index].sentence == claims[index - 1].sentence
        && before.unit == figure.unit
        && matches!(figure.unit, Unit::Measure(_) | Unit::Money(_))
        && !claims[index].scope.has(Aspect::Age)
        && before.value.lo != figure.value.lo
}

/// How many words away from its figure a word may evoke its frame.
const NEAR: usize = 10;

fn of(parse: &Parse, meanings: &Meanings, figures: &[Figure], claims: &[Claim], index: usize) -> Option<u8> {
    let (figure, claim) = (&figures[index], &claims[index]);
    let fitting = rows_of(figure, claim);
    let part = || claim.scope.has(Aspect::Part) && !is_whole_subject(parse, figure);
    // `Reed, 36, was jailed for nine years` tells one sentence.
    if fitting == 0 || figure.value.vague || claim.scope.has(Aspect::Age) || part() {
        return None;
    }
    let own = own_tokens(parse, figure);
    let around = reach(parse, figures, claims, index, &own);
    let cue =
        |token: usize| FRAMES.cues.get(usize::from(meanings[token].frames)).copied().unwrap_or_default();
    let (mut pairs, mut bars) = (0, 0);
    for cue in around.clone().map(cue) {
        pairs |= cue.pairs;
        bars |= cue.bars;
    }
    let open = fitting & !bars & (FRAMES.unpaired | pairs);
    let away = |token: usize| {
        if token < own.start { own.start - token } else { (token + 1).saturating_sub(own.end) }
    };
    let nearest = around.filter(|&token| cue(token).evokes & open != 0).min_by_key(|&token| away(token))?;
    let row = (cue(nearest).evokes & open).trailing_zeros();
    FRAMES.rows.get(row as usize).map(|row| row.frame)
}

/// The rows that a figure can be of, by its unit and its noun.
fn rows_of(figure: &Figure, claim: &Claim) -> u64 {
    let rows = |key: u32| ROWS_OF.get(&key).copied().unwrap_or_default();
    let noun = || claim.head.map_or(0, rows);
    match &figure.unit {
        Unit::Money(_) => rows(*MONEY),
        Unit::Percent => rows(*PERCENT),
        Unit::Measure(name) => rows(lexicon::key(name)),
        Unit::Person | Unit::Bare => rows(*PERSON) | noun(),
        Unit::Count(_) => noun(),
        _ => 0,
    }
}

static MONEY: LazyLock<u32> = LazyLock::new(|| lexicon::key("money"));
static PERCENT: LazyLock<u32> = LazyLock::new(|| lexicon::key("percent"));
static PERSON: LazyLock<u32> = LazyLock::new(|| lexicon::key("person"));

/// Whether what is said is said of a part as such: `20 of them went to hospital`, `12 of its residents`, but not `20 people, seven of
/// them children, went`.
fn is_whole_subject(parse: &Parse, figure: &Figure) -> bool {
    let behind = parse.tokens_in(figure.span).end;
    let of = parse.tokens.get(behind).is_some_and(|_| parse.lower(behind) == "of");
    let verb = |t: usize| {
        parse
            .tokens
            .get(t)
            .is_some_and(|t| matches!(t.upos, Upos::Aux | Upos::Verb | Upos::Adp | Upos::Adv | Upos::Part))
    };
    let noun = |t: usize| parse.phrase_of(t).is_some_and(|p| parse.phrases[p].tokens.contains(&(t + 1)));
    of && (verb(behind + 2) || noun(behind + 1))
}

/// The figure and its noun.
fn own_tokens(parse: &Parse, figure: &Figure) -> Range<usize> {
    let near =
        figure.of_span.filter(|of| of.start <= figure.span.end + 40 && of.end + 40 >= figure.span.start);
    parse.tokens_in(near.map_or(figure.span, |of| figure.span.cover(of)))
}

/// The words of its sentence that may evoke the frame of a figure: those nearer to it than to another amount. The age of somebody
/// named beside it and a part of the counted part it from nothing.
fn reach(
    parse: &Parse,
    figures: &[Figure],
    claims: &[Claim],
    index: usize,
    own: &Range<usize>,
) -> Range<usize> {
    let sentence = parse.tokens_in(claims[index].sentence);
    let parts = |&i: &usize| {
        let scope = claims[i].scope;
        claims[i].sentence == claims[index].sentence && !scope.has(Aspect::Age) && !scope.has(Aspect::Part)
    };
    let before = (0..index).rev().take(2).find(parts).map_or(0, |i| own_tokens(parse, &figures[i]).end);
    let behind = (index + 1..figures.len()).take(2).find(parts);
    let behind = behind.map_or(usize::MAX, |i| own_tokens(parse, &figures[i]).start);
    let first = own.start.saturating_sub(NEAR).max(sentence.start).max(before).min(own.start);
    first..(own.end + NEAR).min(sentence.end).min(behind).max(own.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract;
    use crate::text::Article;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let reading = extract::read(std::sync::Arc::new(Article::plain(text)));
        let told = reading.claims.iter().zip(&reading.figures);
        let told: Vec<(&str, &str)> = told
            .filter_map(|(claim, figure)| Some((reading.article.slice(figure.span), name(claim.frame?))))
            .collect();
        assert_eq!(told, expected, "{text}");
    }

    #[test]
    fn every_row_is_read_and_every_cue_has_a_number() {
        let lines = include_str!("../data/frames.txt").lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(FRAMES.rows.len(), lines);
        assert!(lines <= ROWS && FRAMES.cues.len() <= usize::from(u8::MAX));
    }

    #[test]
    fn terms_are_told_from_other_years() {
        check("The forger was jailed for six years.", &[("six years", "sentence")]);
        check("She began a four-year prison term on Friday.", &[("four-year", "sentence")]);
        check("He will spend 30 months behind bars.", &[("30 months", "sentence")]);
        check("Prosecutors asked the court to send him to prison for ten years.", &[]);
        check("The smuggler, who faces up to 20 years in prison, wept.", &[]);
        check("The bridge had been closed for two years.", &[]);
    }

    #[test]
    fn sums_are_told_apart() {
        check("A judge set bail at $40,000 for the driver.", &[("$40,000", "bail")]);
        check("He was held on $60,000 bail.", &[("$60,000", "bail")]);
        check("The baker was fined £900 for the rats.", &[("£900", "fine")]);
        check("The clerk embezzled $310,000 from the school.", &[("$310,000", "stolen")]);
        check("The painting sold for $2.4 million at auction.", &[("$2.4 million", "price")]);
        check("The fete raised £5,200 for the hospice.", &[("£5,200", "donations")]);
        check("The firm said revenue came to $12 million.", &[]);
    }

    #[test]
    fn those_taken_to_hospital_are_counted() {
        check("Nine passengers were taken to hospital.", &[("Nine", "hospital")]);
        check(
            "Thirty guests fell ill. Ambulances took six of them to the clinic.",
            &[("Thirty", "sick"), ("six", "hospital")],
        );
        check("Eleven people needed hospital treatment.", &[("Eleven", "hospital")]);
        check("Three people died at the hospital.", &[]);
        check("The hospital has 40 nurses.", &[]);
    }

    #[test]
    fn measures_are_told_by_what_goes_so_far() {
        check("They walked 11 miles to the next farm.", &[("11 miles", "distance gone")]);
        check("The climber fell 40 metres into a gully.", &[("40 metres", "distance fallen")]);
        check("Police clocked the van at 97 mph.", &[("97 mph", "speed")]);
        check("Gusts of 70 mph tore off roofs.", &[("70 mph", "wind")]);
        check("The flames have blackened 3,400 hectares.", &[("3,400 hectares", "acreage")]);
        check("The farm lies 9 miles from the coast.", &[]);
    }

    #[test]
    fn jobs_are_cut_under_many_nouns() {
        check("The brewery will axe 90 jobs.", &[("90", "cut jobs")]);
        check("The closure cost 75 people their jobs.", &[("75", "cut jobs")]);
        check("The brewery will create 90 jobs.", &[]);
    }

    #[test]
    fn pupils_of_a_school_are_counted() {
        check("Its 310 pupils will move to the new building.", &[("310", "enrolment")]);
        check("The 96 children who go there live nearby.", &[("96", "enrolment")]);
        check("Fourteen pupils were injured when the bus left the road.", &[]);
    }
}
