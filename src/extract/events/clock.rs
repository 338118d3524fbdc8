//! Times of day: `4:42 a.m.`, `04:42`, `4.42am`, `0242 GMT`, `seven in the morning`, `18 minutes to five`, `noon`.

use std::sync::LazyLock;

use crate::extract::meanings::{Meanings, Trigger};
use crate::extract::words::hash;
use crate::extract::{Clock, Zone};
use crate::text::{Parse, TokenKind, WordMap};

/// Minutes in a day and in half of one.
const DAY: u16 = 1440;
const HALF: u16 = 720;

/// Every time of day of an article, in order.
pub(super) fn find(parse: &Parse, meanings: &Meanings) -> Vec<Clock> {
    let reader = Reader { parse, meanings };
    let mut found = Vec::new();
    let mut at = 0;
    while at < parse.tokens.len() {
        match reader.clock(at) {
            Some((clock, end)) => {
                found.push(clock);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

struct Reader<'a> {
    parse: &'a Parse<'a>,
    meanings: &'a Meanings,
}

/// Hour and minute as read, before the half of the day is known.
struct Dial {
    minute: u16,
    /// The token behind the numerals.
    end: usize,
    /// How many minutes the numerals may lie off.
    slack: u16,
    /// Whether they count 24 hours.
    full: bool,
    /// Whether they are a time by their form alone.
    sure: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        if at < self.parse.tokens.len() { self.parse.lower(at) } else { "" }
    }

    fn before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |i| self.word(i))
    }

    fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        let dial = match self.parse.tokens[at].kind {
            TokenKind::Number => self.figures(at),
            TokenKind::Word if self.meanings[at].triggers(Trigger::Clock) => self.words(at),
            _ => None,
        }?;
        let (later, marked) = self.half(dial.end);
        let (zone, end) = self.zone(marked);
        let told = later.is_some() || zone.is_some();
        if !(dial.sure || told || self.day_part(end).is_some() && self.asks_time(at)) {
            return None;
        }
        let (minute, half) = match later.or_else(|| self.day_part(end)) {
            Some(later) if !dial.full && dial.minute <= 12 * 60 + 59 => {
                (dial.minute % HALF + if later { HALF } else { 0 }, false)
            }
            _ => (dial.minute, !dial.full && dial.minute > 0 && dial.minute != HALF),
        };
        let minute = if half { minute % HALF } else { minute };
        let last = if zone.is_some_and(|z| z != Zone::Open) { end } else { marked };
        let slack = match self.before(at, 1) {
            // `shortly before midnight` may be a good while before.
            "before" | "after" if matches!(self.before(at, 2), "shortly" | "just" | "soon") => {
                dial.slack.max(10) * 3
            }
            _ if self.hedged(at) => dial.slack.max(5) * 2,
            _ => dial.slack,
        };
        let span = self.parse.tokens[at].span.cover(self.parse.tokens[last - 1].span);
        Some((Clock { span, minute, slack, half, zone: zone.unwrap_or(Zone::Open) }, end))
    }

    /// `4:42`, `4.42`, `0242`, `7` and the like.
    fn figures(&self, at: usize) -> Option<Dial> {
        if let Some(dial) = self.to_or_past(at) {
            return Some(dial);
        }
        let word = self.parse.word(at);
        let end = at + 1;
        if let Some((hour, minute)) = word.split_once([':', '.']) {
            let (hour, minute) = (two_digits(hour)?, two_digits(minute).filter(|_| minute.len() == 2)?);
            let sure = word.contains(':') && self.asks_time(at);
            let full = word.starts_with('0') || hour > 12;
            return Self::dial(hour, minute, end, full, sure);
        }
        if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
            let (hour, minute) = (two_digits(&word[..2])?, two_digits(&word[2..])?);
            let sure = matches!(self.word(end), "hrs" | "hours" | "gmt" | "utc");
            return sure.then(|| Self::dial(hour, minute, end, true, true))?;
        }
        let hour = two_digits(word).filter(|h| (1..=12).contains(h))?;
        Self::dial(hour, 0, end, false, false).map(|d| self.o_clock(d))
    }

    /// `noon`, `seven`, `half past six`.
    fn words(&self, at: usize) -> Option<Dial> {
        if let Some(dial) = self.to_or_past(at) {
            return Some(dial);
        }
        let named = match self.word(at) {
            "noon" | "midday" => HALF,
            "midnight" => 0,
            word => {
                let hour = hour_word(word)?;
                return Self::dial(hour, 0, at + 1, false, false).map(|d| self.o_clock(d));
            }
        };
        self.asks_time(at).then_some(Dial { minute: named, end: at + 1, slack: 15, full: true, sure: true })
    }

    fn dial(hour: u16, minute: u16, end: usize, full: bool, sure: bool) -> Option<Dial> {
        // Round minutes stand for their neighbours, an hour alone for a quarter to either side.
        let slack = match minute {
            0 | 30 => 10,
            m if m % 15 == 0 => 7,
            m if m % 5 == 0 => 3,
            _ => 1,
        };
        (hour < 24 && minute < 60).then_some(Dial { minute: hour * 60 + minute, end, slack, full, sure })
    }

    /// `7 o'clock`.
    fn o_clock(&self, dial: Dial) -> Dial {
        match self.word(dial.end) {
            "o'clock" | "o’clock" => Dial { end: dial.end + 1, sure: true, slack: 15, ..dial },
            _ => Dial { slack: 15, ..dial },
        }
    }

    /// `18 minutes to five`, `half past six`, `a quarter to nine`.
    fn to_or_past(&self, at: usize) -> Option<Dial> {
        let (amount, mut next) = match self.word(at) {
            "half" => (30, at + 1),
            "quarter" => (15, at + 1),
            word => (two_digits(word).or_else(|| minutes_word(word))?, at + 1),
        };
        let spoken = matches!(self.word(at), "half" | "quarter");
        if matches!(self.word(next), "minutes" | "minute") {
            next += 1;
        } else if !spoken {
            return None;
        }
        let past = match self.word(next) {
            "past" | "after" => true,
            "to" | "before" if self.word(at) != "half" => false,
            _ => return None,
        };
        let hour = hour_word(self.word(next + 1))
            .or_else(|| two_digits(self.word(next + 1)).filter(|h| (1..=12).contains(h)))?;
        let base = hour % 12 * 60;
        let minute = if past { base + amount } else { (base + HALF - amount.min(HALF)) % HALF };
        let slack = if spoken { 5 } else { 1 };
        (amount < 60).then_some(Dial { minute, end: next + 2, slack, full: false, sure: true })
    }

    /// Whether the half of the day is printed at `at` and which: `p.m.` is true. Also the token behind it.
    fn half(&self, at: usize) -> (Option<bool>, usize) {
        match self.word(at) {
            "a.m." | "am" | "a.m" => (Some(false), at + 1),
            "p.m." | "pm" | "p.m" => (Some(true), at + 1),
            _ => (None, at),
        }
    }

    /// The zone named at `at`, and the token behind it.
    fn zone(&self, at: usize) -> (Option<Zone>, usize) {
        let hours = |h: i16| (Some(Zone::Offset(h * 60)), at + 1);
        match self.word(at) {
            "gmt" | "utc" => hours(0),
            "bst" | "cet" => hours(1),
            "cest" | "eet" => hours(2),
            "edt" => hours(-4),
            "est" | "cdt" => hours(-5),
            "cst" | "mdt" => hours(-6),
            "mst" | "pdt" => hours(-7),
            "pst" => hours(-8),
            "jst" => hours(9),
            "local" if self.word(at + 1) == "time" => (Some(Zone::Open), at + 2),
            // `Moscow time`, `Eastern time`
            word if self.word(at + 1) == "time" && self.is_capital(at) => {
                (Some(Zone::Named(hash(word))), at + 2)
            }
            word @ ("et" | "ct" | "mt" | "pt" | "eastern" | "central" | "pacific" | "ist" | "aest") => {
                let capital = self.is_capital(at);
                (capital.then(|| Zone::Named(hash(word))), at + usize::from(capital))
            }
            _ => (None, at),
        }
    }

    fn is_capital(&self, at: usize) -> bool {
        self.parse.word(at).starts_with(|c: char| c.is_ascii_uppercase())
    }

    /// The half of the day that words behind a time tell: `in the morning`, `on Tuesday evening`; true for the later.
    fn day_part(&self, at: usize) -> Option<bool> {
        let opens = matches!(self.word(at), "in" | "on" | "this" | "that" | "at" | "the");
        let words = (at..at + 4).take_while(|_| opens).map(|i| self.word(i));
        words.map_while(|w| (!matches!(w, "." | "," | ";" | "and")).then_some(w)).find_map(|w| match w {
            "morning" => Some(false),
            "afternoon" | "evening" => Some(true),
            _ => None,
        })
    }

    /// Whether the words before `at` ask for a time of day.
    fn asks_time(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.word(i));
        let at_before = at.checked_sub(2).map_or("", |i| self.word(i));
        match before {
            "at" | "around" | "before" | "after" | "until" | "till" | "since" | "by" => true,
            "about" | "approximately" | "roughly" | "nearly" | "exactly" | "precisely" | "just" => true,
            "from" | "between" | "," | "(" => self.half(at + 1).0.is_some() || before == "from",
            _ => at_before == "at",
        }
    }

    fn hedged(&self, at: usize) -> bool {
        (1..=2).filter_map(|n| at.checked_sub(n)).any(|i| {
            let word = self.word(i);
            matches!(word, "about" | "around" | "approximately" | "roughly" | "nearly" | "shortly" | "just")
                || matches!(word, "before" | "after" | "by" | "until" | "since")
        })
    }
}

/// A number of one or two digits.
fn two_digits(word: &str) -> Option<u16> {
    (matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok())?
}

const HOURS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Whether a time of day in words may open with a word in lower case.
pub(in crate::extract) fn opens(lower: &str) -> bool {
    OPENERS.contains(lower)
}

/// The words that a time of day in words may open with.
static OPENERS: LazyLock<WordMap<()>> = LazyLock::new(|| {
    let others = ["fifteen", "twenty", "half", "quarter", "noon", "midday", "midnight"];
    HOURS.into_iter().chain(others).map(|word| (word, ())).collect()
});

fn hour_word(word: &str) -> Option<u16> {
    HOURS.iter().position(|h| *h == word).map(|i| i as u16 + 1)
}

fn minutes_word(word: &str) -> Option<u16> {
    hour_word(word).or(match word {
        "fifteen" => Some(15),
        "twenty" => Some(20),
        _ => None,
    })
}

/// How many minutes lie between two times of day; `None` where their zones leave it open.
pub fn minutes_apart(a: &Clock, b: &Clock) -> Option<u16> {
    let universal = |c: &Clock| match c.zone {
        Zone::Offset(offset) => (i32::from(c.minute) - i32::from(offset)).rem_euclid(i32::from(DAY)),
        _ => i32::from(c.minute),
    };
    let comparable = match (a.zone, b.zone) {
        (Zone::Offset(_), Zone::Offset(_)) => true,
        (x, y) => x == y,
    };
    let round = i32::from(if a.half || b.half { HALF } else { DAY });
    let apart = (universal(a) - universal(b)).rem_euclid(round);
    comparable.then(|| apart.min(round - apart).unsigned_abs() as u16)
}

/// Whether two times of day may be one: `None` where their zones leave it open.
pub fn agree(a: &Clock, b: &Clock) -> Option<bool> {
    minutes_apart(a, b).map(|apart| apart <= a.slack + b.slack)
}

/// Whether one time could be a slip of the other: the digits of the minutes or of hour and minute changed places, one digit
/// differs, or the half of the day does.
pub fn is_slip(a: &Clock, b: &Clock) -> bool {
    let digits = |c: &Clock| [c.minute / 600, c.minute / 60 % 10, c.minute % 60 / 10, c.minute % 10];
    let (x, y) = (digits(a), digits(b));
    let apart: Vec<usize> = (0..4).filter(|&i| x[i] != y[i]).collect();
    let turned = match apart[..] {
        [i, j] => x[i] == y[j] && x[j] == y[i],
        [_] => !a.minute.is_multiple_of(60),
        _ => false,
    };
    turned || a.minute.abs_diff(b.minute) == HALF
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = Article::plain(text);
        let parse = Parse::of(&article);
        let told: Vec<String> = find(&parse, &Meanings::of(&parse))
            .iter()
            .map(|c| {
                let zone = match c.zone {
                    Zone::Open => String::new(),
                    Zone::Offset(o) => format!("{:+}", o / 60),
                    Zone::Named(_) => "?".to_owned(),
                };
                let half = if c.half { "/2" } else { "" };
                format!("{}={:02}:{:02}{half}{zone}", c.span.of(text), c.minute / 60, c.minute % 60)
            })
            .collect();
        assert_eq!(told.join("; "), expected);
    }

    #[test]
    fn figures_with_a_half_of_the_day() {
        check("Polls close at 8 p.m. on Sunday.", "8 p.m.=20:00");
        check("The bus left at 6.15am for Leeds.", "6.15am=06:15");
        check("A call came in at 11:52 p.m., police said.", "11:52 p.m.=23:52");
        check("It was 12:30 a.m. when the roof fell.", "12:30 a.m.=00:30");
    }

    #[test]
    fn twenty_four_hours_and_zones() {
        check("The shuttle docked at 0315 GMT.", "0315 GMT=03:15+0");
        check("Kick-off is at 19:45 in Turin.", "19:45=19:45");
        check("Trading was halted at 10:05 a.m. EST.", "10:05 a.m. EST=10:05-5");
        check("The vote began at 09:00 local time.", "09:00=09:00");
        check("The debate starts at 9 p.m. ET.", "9 p.m. ET=21:00?");
    }

    #[test]
    fn words() {
        check("He was found at seven in the morning.", "seven=07:00");
        check("The siren went off at half past six.", "half past six=06:30/2");
        check("The train stopped at ten minutes to nine on Monday evening.", "ten minutes to nine=20:50");
        check("The jury returned at noon.", "noon=12:00");
        check("Shops open at 9 o’clock.", "9 o’clock=09:00/2");
    }

    #[test]
    fn scores_prices_and_counts_are_no_times() {
        check("The Lions won 24:17 in Cardiff.", "");
        check("Shares fell to 4.42 euros.", "");
        check("He ran the mile in 3:58 on Sunday.", "");
        check("About seven people stood in the rain.", "");
        check("In 2015 the mill had 1200 workers.", "");
        check("Two to three houses burned.", "");
    }

    #[track_caller]
    fn pair(text: &str, same: Option<bool>) {
        let article = Article::plain(text);
        let parse = Parse::of(&article);
        let clocks = find(&parse, &Meanings::of(&parse));
        assert_eq!(clocks.len(), 2, "{text}");
        assert_eq!(agree(&clocks[0], &clocks[1]), same, "{text}");
        assert_eq!(agree(&clocks[1], &clocks[0]), same, "{text}");
    }

    #[test]
    fn rounding_zones_and_open_halves_leave_room() {
        pair("It rang at 4:42 a.m. and at 4.42am.", Some(true));
        pair("It rang at 4:42 a.m. and at 04:24.", Some(false));
        pair("It rang at about 4:40 a.m. and at 4:42 a.m. again.", Some(true));
        pair("It rang at 0900 GMT and at 4 a.m. EST.", Some(true));
        pair("It rang at 0900 GMT and at 4 a.m. there.", None);
        pair("It rang at 4:42 and at 4:42 p.m. again.", Some(true));
        pair("It rang at 7 a.m. and at 7 p.m. again.", Some(false));
    }
}
