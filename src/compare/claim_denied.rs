//! `claim-denied`: what one source says is so, another says is not.
//!
//! A denial is a verb of denial with what it denies, words such as `untrue`, or a negated clause. It meets what it denies in
//! its own article where it points there (`a claim the operator rejects`), and in other articles, or with another speaker
//! here, where the denied thing and most of what is said of it are the same. Silent for plans, conditions, questions, `not
//! yet`, and for who declines to comment or cannot confirm. Information: both may be good copy.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::corpus::Story;
use crate::extract::{DateMention, Days, Grain, Lists, Polarity, Reading, Statement};
use crate::text::Span;

use super::telling;
use super::{Code, Finding, Place, Severity};

/// How many bytes of a statement a message shows.
const SHOWN: usize = 90;
/// A notion that more statements of a story share than this finds no counterpart by itself.
const COMMON: usize = 60;

/// A statement of a story: article and index.
type Ref = (u32, u32);

/// The findings on denials of a story.
pub(super) fn find(story: &Story) -> Vec<Finding> {
    let mut rivals: BTreeMap<Ref, Vec<Ref>> = BTreeMap::new();
    let affirmed = by_notion(story);
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (index, statement) in (0u32..).zip(&reading.statements) {
            let here = (article, index);
            let own = statement.of.map(|of| (article, of));
            let met = keys(reading, statement)
                .filter_map(|key| affirmed.get(&key).filter(|met| met.len() <= COMMON).map(|met| (key, met)));
            let others = met.flat_map(|(key, met)| met.iter().map(move |&other| (key, other)));
            let others =
                others.filter(|&(key, other)| denies(story, here, key, other)).map(|(_, other)| other);
            for other in own.into_iter().chain(others) {
                rivals.entry(here).or_default().push(other);
                rivals.entry(other).or_default().push(here);
            }
        }
    }
    rivals.into_iter().map(|(own, others)| finding(story, own, others)).collect()
}

fn statement(story: &Story, (article, index): Ref) -> &Statement {
    &story.readings[article as usize].statements[index as usize]
}

fn lists(story: &Story, (article, _): Ref) -> &Lists {
    &story.readings[article as usize].lists
}

/// The notions by which what a statement denies is looked for: what it turns on and, where a claim is rejected, which others may tell
/// in other words, the weightiest besides.
fn keys<'a>(reading: &'a Reading, statement: &'a Statement) -> impl Iterator<Item = u32> + 'a {
    let rejects = statement.polarity == Polarity::Rejects && statement.denied.is_some();
    let notions = if rejects { &reading.lists.notions[statement.notions] } else { &[] };
    let weighty = notions.iter().filter(|n| Some(n.key) != statement.denied);
    let weighty = weighty.max_by_key(|n| (n.weight, n.key)).map(|n| n.key);
    statement.denied.into_iter().chain(weighty)
}

/// What is said to be so, by each notion of it that somebody denies.
fn by_notion(story: &Story) -> FxHashMap<u32, Vec<Ref>> {
    let denied =
        story.readings.iter().flat_map(|reading| reading.statements.iter().flat_map(|s| keys(reading, s)));
    let mut all: FxHashMap<u32, Vec<Ref>> = denied.map(|key| (key, Vec::new())).collect();
    if all.is_empty() {
        return all;
    }
    // Few of the thousands of notions of a story are denied: a bit of the key tells most of the others.
    let bit = |key: u32| 1u64 << (key % u64::BITS);
    let open = all.keys().fold(0, |open, &key| open | bit(key));
    for (article, reading) in (0u32..).zip(&story.readings) {
        for (index, statement) in (0u32..).zip(&reading.statements) {
            if statement.polarity == Polarity::Affirms {
                let notions = reading.lists.notions[statement.notions].iter().map(|notion| notion.key);
                for key in notions.filter(|&key| open & bit(key) != 0) {
                    if let Some(said) =
                        all.get_mut(&key).filter(|said| said.last() != Some(&(article, index)))
                    {
                        said.push((article, index));
                    }
                }
            }
        }
    }
    all
}

/// How many bytes of a statement what is denied and what is said of it may lie apart, to either side.
const REACH: u32 = 130;
/// How much a shared name or day tells, in the scale of [`crate::extract::Notion::weight`].
const NAMED: u32 = 30;
/// A denial of more things and persons than this is no short one.
const SHORT: usize = 5;
/// A notion of this weight tells much by itself, in the scale of [`crate::extract::Notion::weight`].
const TELLING: u8 = 33;
/// Words of this weight stand on most pages and tell next to nothing.
const SLIGHT: u32 = 16;
/// Two statements of one article this many bytes apart answer each other.
const BESIDE: u32 = 60;

/// What a denial has to do with what a statement says is so.
#[derive(Default)]
struct Shared {
    notions: usize,
    names: usize,
    /// Days on which both say it was.
    days: usize,
    /// The share of what the denial tells, by weight.
    share: f32,
    /// How much of what is denied is not shared, without names.
    left: u32,
}

/// What a denial shares with what a statement says of the denied thing.
fn shared(story: &Story, denial: Ref, key: u32, other: Ref) -> Shared {
    let yes = statement(story, other);
    let denied = lists(story, other).notions[yes.notions].iter().filter(|n| n.key == key);
    let all = denied.map(|anchor| shared_around(story, denial, other, anchor.place(yes)));
    all.max_by(|a, b| a.share.total_cmp(&b.share)).unwrap_or_default()
}

fn shared_around(story: &Story, denial: Ref, other: Ref, anchor: u32) -> Shared {
    let (no, yes) = (statement(story, denial), statement(story, other));
    let near = |at: u32| at.abs_diff(anchor) <= REACH;
    let (mut found, mut told, mut all) = (Shared::default(), 0, 0);
    let (ours, theirs) = (lists(story, denial), lists(story, other));
    for notion in ours.notions[no.notions].chunk_by(|a, b| a.key == b.key) {
        let weight = u32::from(notion[0].weight);
        all += weight;
        if theirs.notions[yes.notions].iter().any(|n| n.key == notion[0].key && near(n.place(yes))) {
            found.notions += 1;
            told += weight;
        } else {
            found.left += weight;
        }
    }
    let linked = |at: Ref, name: u32| story.entity_of[at.0 as usize][name as usize];
    for name in ours.names[no.names].chunk_by(|a, b| a.0 == b.0) {
        let known = linked(denial, name[0].0);
        all += NAMED;
        if theirs.names[yes.names].iter().any(|&(name, at)| linked(other, name) == known && near(at)) {
            found.names += 1;
            told += NAMED;
        }
    }
    let days = |at: Ref, span: Span| days_in(&story.readings[at.0 as usize], span);
    let theirs: Vec<Days> = days(other, yes.span).filter(|(at, _)| near(*at)).map(|(_, days)| days).collect();
    found.days = days(denial, no.span).filter(|(_, ours)| theirs.iter().any(|d| d.overlaps(ours))).count();
    found.share = (told + NAMED * found.days as u32) as f32 / all.max(1) as f32;
    found
}

/// The single days and months that a stretch of an article gives, with the byte at which each stands.
fn days_in(reading: &Reading, span: Span) -> impl Iterator<Item = (u32, Days)> {
    let first = reading.dates.partition_point(|d| d.span.start < span.start);
    let here = reading.dates[first..].iter().take_while(move |d| d.span.start < span.end);
    here.filter_map(|d| {
        Some((d.span.start, d.days.filter(|days| matches!(days.grain, Grain::Day | Grain::Month))?))
    })
}

/// Whether a denial denies what a statement says is so: it speaks of most of the same things and persons.
fn denies(story: &Story, denial: Ref, key: u32, other: Ref) -> bool {
    let (no, yes) = (statement(story, denial), statement(story, other));
    if no.span == yes.span && denial.0 == other.0 {
        return false;
    }
    let voices = (speaker(story, denial), speaker(story, other));
    let apart = voices.0.as_ref().zip(voices.1.as_ref()).map(|(ours, theirs)| ours != theirs);
    // Who says both sets two things apart; only another speaker of the same article denies what was said.
    if apart == Some(false) || denial.0 == other.0 && apart.is_none() && !yes.claims {
        return false;
    }
    // How things stood may have changed by the day of the other article; who denies the same thing agrees.
    let later = || story.days_between(denial.0, other.0).is_some_and(|days| days > 0);
    if no.lasting && denial.0 != other.0 && later() && !is_dated_before(story, denial.0, other)
        || denies_too(story, no, other)
    {
        return false;
    }
    let met = shared(story, denial, key, other);
    let Shared { notions, names, days, share, .. } = met;
    let said = notions + names + days;
    let ours = lists(story, denial);
    let items = ours.notions[no.notions].chunk_by(|a, b| a.key == b.key).count()
        + ours.names[no.names].chunk_by(|a, b| a.0 == b.0).count();
    // Directly behind a claim somebody else answers it.
    let beside = denial.0 == other.0
        && no.span.start.saturating_sub(yes.span.end) <= BESIDE
        && no.span.start > yes.span.start;
    if Some(key) != no.denied {
        return notions >= 3 && share >= 0.6;
    }
    match no.polarity {
        Polarity::Rejects if beside && (yes.claims || yes.said.is_some()) => true,
        // A negated clause behind a saying may go on about another side of the same thing.
        _ if beside && (yes.claims || yes.said.is_some()) => said >= 2 || items < 2,
        // A denial in so many words is of somebody's claim: little has to be shared where a name is.
        Polarity::Rejects => {
            notions >= 2 && (said >= 3 && share >= 0.6 || share >= 0.75 && met.left <= u32::from(TELLING))
                || names >= 1 && notions >= 1 && items <= 4 && share > 0.55
        }
        _ => {
            notions >= 2 && said >= 3 && share >= 0.75 && said as f32 > 0.75 * items as f32
                || is_answer(story, denial, other, &met, items)
        }
    }
}

/// Whether a negated clause of few words is somebody's answer to what another article says: who speaks of themselves (`I have not
/// resigned`), of what they did or of all there is (`we did not turn away`, `never told anyone`), or denies most of what is told in
/// two notions. How things stand may have changed within the day; only who denies it of themselves, or on a later day, answers it.
fn is_answer(story: &Story, denial: Ref, other: Ref, met: &Shared, items: usize) -> bool {
    let no = statement(story, denial);
    if no.said.is_none() || denial.0 == other.0 || items > SHORT {
        return false;
    }
    let notions = &lists(story, denial).notions[no.notions];
    let telling = notions.iter().any(|n| Some(n.key) == no.denied && n.weight >= TELLING);
    let own = no.sweeping && met.names >= 1;
    let after = || story.days_between(other.0, denial.0).is_some_and(|days| days > 0);
    if no.lasting && !own && !after() {
        return false;
    }
    let whole = met.left <= u32::from(TELLING);
    // Articles of one story say much alike of several: a name tells of whom, or that somebody speaks of what they did themselves.
    telling && met.share >= 0.6 && (no.sweeping && met.left <= SLIGHT || whole && met.names >= 1)
        || no.pointed && met.notions >= 2 && met.share >= 0.7 && whole && met.names >= 1
}

/// Whether a statement gives a time before the day of an article.
fn is_dated_before(story: &Story, article: u32, other: Ref) -> bool {
    let span = statement(story, other).span;
    let days = |d: &DateMention| d.days.filter(|_| span.contains(d.span)).zip(story.day(article));
    story.readings[other.0 as usize].dates.iter().any(|d| days(d).is_some_and(|(days, day)| days.last < day))
}

/// Whether the sentence of a statement itself holds a denial of the denied thing.
fn denies_too(story: &Story, no: &Statement, other: Ref) -> bool {
    let Reading { statements: all, lists, .. } = &*story.readings[other.0 as usize];
    let at = other.1 as usize;
    let mut behind = all[at + 1..].iter().take_while(|s| s.span.overlaps(all[at].span));
    behind.any(|s| {
        s.polarity != Polarity::Affirms && lists.notions[s.notions].iter().any(|n| Some(n.key) == no.denied)
    })
}

fn speaker(story: &Story, at: Ref) -> Option<String> {
    let said = statement(story, at).said? as usize;
    let reading = &story.readings[at.0 as usize];
    let by = reading.lists.speakers[reading.attributions[said].by].first()?;
    Some(telling::name(story, at.0, by))
}

fn finding(story: &Story, own: Ref, mut others: Vec<Ref>) -> Finding {
    others.sort_unstable_by_key(|other| (other.0 == own.0, *other));
    others.dedup();
    let place = |at: Ref| Place { article: at.0, span: statement(story, at).span };
    let told = |other: Ref| {
        let source = match other.0 == own.0 {
            true => "here".to_owned(),
            false => format!("in {}", telling::source(story, other.0, own.0)),
        };
        let by = speaker(story, other).map_or(String::new(), |name| format!(" ({name})"));
        let verb = match statement(story, other).polarity {
            Polarity::Affirms => "asserted",
            _ => "denied",
        };
        format!("{verb} {source}{by}: {}", shown(story, place(other)))
    };
    let mut message = told(others[0]);
    if others.len() > 1 {
        message.push_str(&format!(", and {} more", others.len() - 1));
    }
    let related = others.iter().map(|&other| (place(other), told(other).into())).collect();
    let at = place(own);
    Finding { code: Code::ClaimDenied, severity: Severity::Information, at, message, related }
}

/// The first words of a place.
fn shown(story: &Story, place: Place) -> String {
    let words = telling::words(story, place.article, place.span);
    let words = words.trim_matches(|c| matches!(c, '“' | '”' | '"' | '`' | '\'' | ',' | ' '));
    match words.char_indices().nth(SHOWN) {
        None => format!("“{words}”"),
        Some((end, _)) => {
            let whole = words[..end].rfind(' ').unwrap_or(end);
            format!("“{} …”", &words[..whole])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::compare::testing::pair;

    /// How many places of two articles are found to be denied or to deny; each of them has its twin.
    fn places(ours: &str, theirs: &str) -> usize {
        let comparison = compare(pair(ours, theirs), None);
        let found: Vec<_> = comparison.findings.iter().filter(|f| f.code == Code::ClaimDenied).collect();
        for finding in &found {
            for (place, _) in &finding.related {
                let twin = found.iter().find(|f| f.at == *place).expect("a twin");
                assert!(twin.related.iter().any(|(back, _)| *back == finding.at));
            }
        }
        found.len()
    }

    #[track_caller]
    fn speaks(ours: &str, theirs: &str) {
        assert!(places(ours, theirs) >= 2, "{ours}\n{theirs}");
        assert_eq!(places(ours, theirs), places(theirs, ours), "the order of the articles is nothing");
    }

    #[track_caller]
    fn silent(ours: &str, theirs: &str) {
        assert_eq!(places(ours, theirs), 0, "{ours}\n{theirs}");
    }

    #[test]
    fn a_denial_beside_its_claim_speaks() {
        for text in [
            "Two former players said the coach had paid the referee. The club called the allegation baseless.",
            "A newspaper reported that the bank had frozen the accounts. The bank's spokeswoman rejected the report.",
            "The prosecutor said Hale had burned the ledgers. Hale denied the accusation.",
            "Neighbours said officers had kicked the door in. Police dismissed the claim.",
            "Observers said the count had been stopped for an hour. The election board denied it.",
        ] {
            speaks(text, "The harbour was calm on Monday.");
        }
    }

    #[test]
    fn a_denial_elsewhere_speaks() {
        speaks(
            "Two people close to the board said Norvik is in talks to sell its shipping division.",
            "No talks on a sale of the shipping division are taking place.",
        );
        speaks(
            "The ministry deployed troops to the border town of Halden.",
            "The ministry denied that it had deployed troops to the border town of Halden.",
        );
        speaks(
            "Inspectors found cracks in the wall of the reactor building.",
            "There are no cracks in the wall of the reactor building, the operator said.",
        );
        speaks(
            "The goalkeeper failed a drug test in Lisbon in March, the paper said.",
            "The club denied reports that the goalkeeper had failed a drug test in Lisbon.",
        );
        speaks(
            "Witnesses said the driver was texting before the crash.",
            "The driver was not texting before the crash, his lawyer said.",
        );
        speaks(
            "Reporters learned that the trial vaccine caused seizures in two volunteers.",
            "Reports that the trial vaccine caused seizures in volunteers are false, the company said.",
        );
        speaks(
            "Firefighters said the hydrants near the school were dry.",
            "The city said the hydrants near the school were not dry.",
        );
    }

    #[test]
    fn a_denial_that_points_back_speaks() {
        for text in [
            "Residents said they saw a transformer spark the blaze. The utility disputes that.",
            "Fans said stewards had locked the gates of the north stand. The club denies this.",
            "The union said managers had hidden the safety report. The mine rejected that claim.",
            "A former aide said the senator had shredded the letters. The senator called that a lie.",
            "Opposition leaders said ballots were burned in Orsk. The commission denied the accusation.",
            "Two traders said the bank had rigged the auction. The bank disputed it.",
            "Parents said the school had ignored their letters. The head rejects the allegation.",
            "Divers said the wreck had been looted. The museum denied that.",
        ] {
            speaks(text, "The harbour was calm on Monday.");
        }
    }

    #[test]
    fn no_evidence_denies() {
        speaks(
            "Two trainers claimed that doped horses ran in the derby at Kelso.",
            "Vets found no evidence of doped horses in the derby at Kelso.",
        );
        speaks(
            "Neighbours blamed a feud between gangs for the shooting in Dunmore.",
            "There was no sign of a feud between gangs before the shooting in Dunmore, police said.",
        );
    }

    #[test]
    fn what_only_looks_like_a_denial_is_silent() {
        for text in [
            "The insurer took 90 claims after the hail, and 31 of them have been rejected.",
            "The club made an offer of $4 million. It was rejected.",
            "The council rejected claims that the cottage had no fire doors. The cottage stands empty.",
            "The court rejected the appeal. The appeal was filed in May.",
            "Voters rejected the treaty. The treaty was signed in Oslo.",
            "She said he had paid. He did not deny that.",
            "The bank said it would close the branch. Customers may dispute that.",
            "The player was fined. He will contest it.",
        ] {
            silent(text, "It rained.");
        }
        silent(
            "Fire was seen coming out of the front and back doors of the cottage.",
            "The council rejected claims that the cottage had no fire doors.",
        );
        silent(
            "There is no evidence of life on the moon, the agency said.",
            "The probe found ice on the moon.",
        );
    }

    #[test]
    fn silence_is_no_denial() {
        silent(
            "Two people said Norvik is in talks to sell its shipping division.",
            "Norvik declined to comment on talks to sell its shipping division.",
        );
        silent(
            "The ministry deployed troops to the border town of Halden.",
            "Officials could not confirm that the ministry had deployed troops to the border town of Halden.",
        );
        silent(
            "The ministry deployed troops to the border town of Halden.",
            "Did the ministry not deploy troops to the border town of Halden?",
        );
        silent(
            "The minister said the ministry deployed troops to the border town of Halden.",
            "The spokesman did not deny that the ministry had deployed troops to the border town of Halden.",
        );
        silent(
            "Police have named the driver in the harbour crash.",
            "Police did not name the driver in the harbour crash.",
        );
    }

    #[test]
    fn another_thing_denied_is_silent() {
        silent(
            "The goalkeeper missed training in Lisbon on Friday.",
            "The club denied reports that the goalkeeper had failed a drug test in Lisbon.",
        );
        silent(
            "Norvik will sell its shipping division next year.",
            "Norvik denied that it had bribed officials in the shipping ministry.",
        );
        silent(
            "Two officers were hurt in the crash on the ring road.",
            "No passengers were hurt in the fall.",
        );
        silent(
            "The court heard that Hale burned the ledgers in the garden.",
            "Hale did not testify at the court in the garden district.",
        );
        silent(
            "The vote was counted in the northern districts by noon.",
            "The vote has not yet been counted in the northern districts.",
        );
        silent(
            "The company plans to close the mill if orders fall.",
            "If orders do not fall, the company will keep the mill.",
        );
        silent(
            "The team has won three games at home.",
            "The team has not won three games away since the spring.",
        );
        silent(
            "The manifest was wrong, the chairman said. In five of these reports it was right.",
            "It rained.",
        );
        silent(
            "He did not shoot the guard, the lawyer said. He shot the guard dog, the lawyer added.",
            "It rained.",
        );
    }
}
