//! `date-conflict`: the same event on another day, or at another hour of it.
//!
//! Silent where the words leave both open: days of different tense, a day that the other article could not know yet, an article
//! that tells both days, nights that run into the next morning, weekdays a week apart (either may be meant), a date worked out from
//! a day of publication that is itself inferred, hedged hours, hours of different zones.

use crate::extract::dates::Form;
use crate::extract::events::clock;
use crate::extract::{Bound, DateMention, DayPart, Days, Grain, Outlook};
use crate::text::DateFrom;

use super::events::{Happenings, SAME, Side, Telling, findings};
use super::telling;
use super::{Code, Finding};

/// The findings on days and hours of a story.
pub fn find(happenings: &Happenings) -> Vec<Finding> {
    let mut pairs = Vec::new();
    for kind in happenings.kinds() {
        for (a, b) in Happenings::pairs(kind) {
            pairs.extend(days_apart(happenings, kind, a, b).or_else(|| hours_apart(happenings, kind, a, b)));
        }
    }
    findings(happenings.story, Code::DateConflict, &pairs, |side| resolved(happenings, side))
}

/// The day behind a relative date: ` (24 Oct)`.
fn resolved(happenings: &Happenings, side: &Side) -> String {
    let reading = side.telling.reading;
    let date =
        reading.dates.iter().find(|d| d.span == side.span && !matches!(d.expr.form, Form::Calendar(_)));
    match date.and_then(|d| d.days).filter(|d| d.grain == Grain::Day && d.first == d.last) {
        Some(days) => format!(" ({})", telling::day(days.first, happenings.story.day(side.telling.article))),
        None => String::new(),
    }
}

/// A date that an event gives, and how.
struct Given<'a> {
    mention: &'a DateMention,
    days: Days,
    bound: Bound,
}

fn given<'a>(t: &Telling<'a>) -> Option<Given<'a>> {
    let &(date, bound) = t.event.when.first()?;
    let mention = &t.reading.dates[date as usize];
    let days = mention.days?;
    let one =
        |&(other, _): &(u32, Bound)| t.reading.dates[other as usize].days.is_none_or(|d| d.overlaps(&days));
    t.event.when.iter().all(one).then_some(Given { mention, days, bound })
}

fn days_apart<'a>(
    h: &Happenings,
    kind: &[Telling<'a>],
    a: &Telling<'a>,
    b: &Telling<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    let (x, y) = (given(a)?, given(b)?);
    if x.bound != y.bound || x.days.overlaps(&y.days) || !is_firm(a, &x) || !is_firm(b, &y) {
        return None;
    }
    let gap = (x.days.first - y.days.last).get_days().max((y.days.first - x.days.last).get_days());
    let slip = slip(&x, &y);
    if gap <= i32::from(slack(&x).max(slack(&y))) || gap % 7 == 0 && (of_week(&x) || of_week(&y)) {
        return None;
    }
    if gap == 1 && nights(a, b, &x.days, &y.days) {
        return None;
    }
    if slip == 0.0 && (later_than_print(a, &y) || later_than_print(b, &x)) {
        return None;
    }
    let likeness = h.likeness(kind, a, b)? + slip + same_hour_or_site(a, b);
    let told = |days: Days| move |t: &Telling| t.days().is_some_and(|(_, d)| d.overlaps(&days));
    let both = Happenings::knows(kind, a, told(y.days)) || Happenings::knows(kind, b, told(x.days));
    let side = |t: &Telling<'a>, g: &Given| Side { telling: *t, span: g.mention.span };
    (likeness >= SAME && !both).then(|| (side(a, &x), side(b, &y)))
}

/// Whether a date is given firmly enough to be held against another: its own words, or a day of publication that is printed.
fn is_firm(t: &Telling, given: &Given) -> bool {
    let from = t.reading.published.as_ref().map(|p| p.from);
    given.mention.expr.is_absolute() || from.is_some_and(|f| f != DateFrom::Inferred)
}

/// How many days a date may lie off: parts of months and years are loose, and `yesterday` hangs on when a page was filed.
fn slack(given: &Given) -> i16 {
    let length = (given.days.last - given.days.first).get_days().clamp(0, 400) as i16;
    match given.mention.expr.form {
        Form::Part(..) | Form::Season(..) => length.max(15),
        Form::Offset(..) | Form::Overnight => length + 1,
        Form::Range(..) | Form::Rolling(..) | Form::Months { .. } | Form::Years(..) => length,
        _ => 0,
    }
}

/// Whether a date is a weekday, of which the week is read from the tense.
fn of_week(given: &Given) -> bool {
    matches!(given.mention.expr.form, Form::Weekday(..))
}

/// How much two dates look like one with a part miswritten: the same day of another year, of another month.
fn slip(x: &Given, y: &Given) -> f32 {
    let calendar = |g: &Given| match &g.mention.expr.form {
        Form::Calendar(c) => Some(c.day.is_some()),
        Form::Part(_, inner) => matches!(**inner, Form::Calendar(_)).then_some(false),
        _ => None,
    };
    let (Some(p), Some(q)) = (calendar(x), calendar(y)) else { return 0.0 };
    let (a, b) = (x.days.last, y.days.last);
    match (a.month() == b.month(), a.day() == b.day()) {
        (true, true) if p && q => 0.75,
        (true, _) if a.year() != b.year() => 0.6,
        (false, true) if p && q => 0.6,
        _ => 0.0,
    }
}

/// Whether a past day lies behind the day on which the other article appeared, which so cannot mean it.
fn later_than_print(t: &Telling, given: &Given) -> bool {
    t.outlook() == Outlook::Past && t.reading.published.as_ref().is_some_and(|p| given.days.first > p.date)
}

/// Whether the earlier of two days in a row may run into the later: `Saturday night`, `early Sunday`.
fn nights(a: &Telling, b: &Telling, x: &Days, y: &Days) -> bool {
    let (before, after) = if x.first < y.first { (a, b) } else { (b, a) };
    let late = before.event.part == Some(DayPart::Night)
        || before.event.clocks.iter().any(|c| c.half || c.minute >= 20 * 60);
    let early = matches!(after.event.part, Some(DayPart::Early | DayPart::Night))
        || after.event.clocks.iter().any(|c| c.half || c.minute < 6 * 60);
    let zoned = |t: &Telling| t.event.clocks.iter().any(|c| c.zone != crate::extract::Zone::Open);
    late || early || zoned(a) || zoned(b)
}

/// An hour or a place that both give speaks for one event.
fn same_hour_or_site(a: &Telling, b: &Telling) -> f32 {
    let hour = a.event.clocks.iter().any(|x| b.event.clocks.iter().any(|y| clock::agree(x, y) == Some(true)));
    let site =
        a.event.sites.iter().any(|x| b.event.sites.iter().any(|y| x.kind == y.kind && x.name == y.name));
    f32::from(u8::from(hour)) * 0.4 + f32::from(u8::from(site)) * 0.35
}

fn hours_apart<'a>(
    h: &Happenings,
    kind: &[Telling<'a>],
    a: &Telling<'a>,
    b: &Telling<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    let days = (a.days().map(|d| d.1), b.days().map(|d| d.1));
    let same_day = match days {
        (Some(x), Some(y)) if !x.overlaps(&y) => return None,
        (Some(_), Some(_)) => 0.2,
        _ => 0.0,
    };
    let clocks = |t: &Telling<'a>, u: &Telling<'a>| {
        t.event.clocks.iter().flat_map(|x| u.event.clocks.iter().map(move |y| (*x, *y))).collect::<Vec<_>>()
    };
    let all = clocks(a, b);
    if all.iter().any(|(x, y)| clock::agree(x, y) == Some(true)) {
        return None;
    }
    let (x, y) = all.into_iter().find(|(x, y)| clock::agree(x, y) == Some(false))?;
    let site =
        a.event.sites.iter().any(|p| b.event.sites.iter().any(|q| p.kind == q.kind && p.number == q.number));
    let likeness = h.likeness(kind, a, b)?
        + same_day
        + if clock::is_slip(&x, &y) { 0.5 } else { 0.0 }
        + if site { 0.2 } else { 0.0 };
    let told = |clock: crate::extract::Clock| {
        move |t: &Telling| t.event.clocks.iter().any(|c| clock::agree(c, &clock) == Some(true))
    };
    let both = Happenings::knows(kind, a, told(y)) || Happenings::knows(kind, b, told(x));
    let side = |t: &Telling<'a>, span| Side { telling: *t, span };
    (likeness >= SAME && !both).then(|| (side(a, x.span), side(b, y.span)))
}

#[cfg(test)]
mod tests {
    use super::super::events::tests::{check as check_code, check_on as check_code_on};
    use super::Code;

    #[track_caller]
    fn check(first: &str, second: &str, expected: &str) {
        check_code(Code::DateConflict, first, second, expected);
    }

    #[track_caller]
    fn check_on(first: (&str, &str), second: (&str, &str), expected: &str) {
        check_code_on(Code::DateConflict, first, second, expected);
    }

    #[test]
    fn past_days() {
        check(
            "The freighter Anna Maria sank off Malta on Friday.",
            "The freighter Anna Maria sank on Saturday afternoon, the coast guard said.",
            "Friday | Saturday afternoon",
        );
        check(
            "Judge Helen Marsh sentenced the banker Colin Wragg on 3 March.",
            "Judge Helen Marsh sentenced Colin Wragg on 4 March.",
            "3 March | 4 March",
        );
        check(
            "Police arrested the councillor Dana Pike on Tuesday.",
            "The councillor Dana Pike was arrested on Thursday, police said.",
            "Tuesday | Thursday",
        );
        check(
            "The chapel in Corwen was founded in 1871.",
            "The chapel in Corwen was founded in 1817.",
            "1871 | 1817",
        );
        check(
            "Sergeant Paul Dray died on 2 March after the crash.",
            "Sergeant Paul Dray died on 5 March.",
            "2 March | 5 March",
        );
        check(
            "The bakery fire on Mill Lane started on Monday.",
            "The fire at the bakery on Mill Lane broke out on 3 March.",
            "",
        );
    }

    #[test]
    fn days_to_come() {
        check(
            "Voters in Ruritania will elect a new parliament on 6 April.",
            "Ruritania will elect its parliament on 13 April.",
            "6 April | 13 April",
        );
        check(
            "The trial of Colin Wragg will begin on 12 May.",
            "The trial of Colin Wragg will begin on 21 May.",
            "12 May | 21 May",
        );
        check(
            "Nordbank will acquire Fjord Trust by 30 June 2026.",
            "Nordbank will acquire Fjord Trust by 30 June 2025.",
            "30 June 2026 | 30 June 2025",
        );
    }

    #[test]
    fn hours() {
        check(
            "The quake struck at 4:42 a.m. near Vigo.",
            "The quake hit at 04:24, north of Vigo.",
            "4:42 a.m. | 04:24",
        );
        check(
            "The ferry Lina sank at 7:40 p.m. on Friday.",
            "The ferry Lina capsized at 9:15 p.m. on Friday.",
            "7:40 p.m. | 9:15 p.m.",
        );
    }

    #[test]
    fn different_happenings_stay_silent() {
        check("Ann Lee was arrested on Tuesday.", "Ann Lee was charged on Thursday.", "");
        check("The trial of Colin Wragg began on 3 March.", "The trial of Colin Wragg ended on 7 March.", "");
        check("Ann Lee was arrested on Tuesday.", "Tom Reed was arrested on Thursday.", "");
        check("A quake shook Vigo on Monday.", "Another quake shook Vigo on Thursday.", "");
        check("The Lions beat the Bears on Saturday.", "The Bears beat the Wolves on Sunday.", "");
        check(
            "The minister said on Monday that the mine would close.",
            "The minister said on Tuesday that it would shut.",
            "",
        );
        check("A shop burned on Pine Street on Monday.", "A warehouse fire killed two on Thursday.", "");
        check("The board met on Tuesday.", "The council met on Wednesday.", "");
    }

    #[test]
    fn words_that_leave_both_open_stay_silent() {
        check("The ferry Lina sank on Saturday night.", "The ferry Lina sank early on Sunday.", "");
        check("The ferry Lina sank on Saturday.", "The ferry Lina sank at 0100 GMT on Sunday.", "");
        check(
            "The hearing for Ann Lee was postponed to 20 March.",
            "The hearing for Ann Lee will be held on 13 March.",
            "",
        );
        check("The ferry Lina sank in March.", "The ferry Lina sank on 3 March.", "");
        check("The mill will close by 30 June.", "The mill will close on 1 May.", "");
        check("The club was founded in the early 1920s.", "The club was founded in 1924.", "");
        check("The ferry Lina sank at about 7:40 p.m.", "The ferry Lina sank at 7:45 p.m.", "");
        check("The ferry Lina sank at 1140 GMT.", "The ferry Lina sank at 7:40 p.m.", "");
        check("The ferry Lina sank yesterday.", "The ferry Lina sank on Saturday.", "");
        check_on(
            ("2025-03-04", "A bomb attack in Kabul killed four on Monday."),
            ("2025-03-08", "A bomb attack in Kabul killed six on Friday."),
            "",
        );
        check_on(
            ("2025-03-04", "The leaders Pavel Rok and Ana Sol will meet on 6 March."),
            ("2025-03-08", "The leaders Pavel Rok and Ana Sol met on 7 March."),
            "",
        );
    }

    #[test]
    fn an_article_that_tells_both_days_stays_silent() {
        check(
            "Ann Lee was arrested on Tuesday. Released, Ann Lee was arrested again on Thursday.",
            "Ann Lee was arrested on Thursday.",
            "",
        );
    }
}
