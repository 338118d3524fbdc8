//! `date-conflict`: the same event on another day, or at another hour of it.
//!
//! Silent where the words leave both open: days of different tense, a day that the other article could not know yet, an article
//! that tells both days, nights that run into the next morning, weekdays a week apart (either may be meant), a date worked out from
//! a day of publication that is itself inferred, hedged hours, hours of different zones.

use jiff::civil::Date;

use crate::extract::dates::{Form, YearRef};
use crate::extract::events::{self, clock};
use crate::extract::{Bound, Clock, DateMention, DayPart, Days, Grain, Outlook, Turn};
use crate::text::{DateFrom, Span, calendar};

use super::clashes::Clash;
use super::events::{Happenings, SAME, Side, Telling, findings};
use super::incident::{self, Account, towns_apart};
use super::telling;
use super::{Code, Finding};

mod ahead;
mod earlier;

/// The days and hours of a story that clash.
pub fn clashes(happenings: &Happenings) -> Vec<Clash> {
    let mut pairs = Vec::new();
    for kind in happenings.kinds().filter(|k| k.iter().all(|t| t.event.kind != events::picture_kind())) {
        for (a, b) in happenings.pairs(kind) {
            pairs.extend(days_apart(happenings, kind, a, b).or_else(|| hours_apart(happenings, kind, a, b)));
        }
    }
    let accounts = incident::accounts(happenings);
    for (i, a) in accounts.iter().enumerate() {
        if !happenings.is_kept(a.article, a.article) {
            pairs.extend(display_apart(a).or_else(|| shown_too_early(happenings, a)));
        }
        for b in accounts[i + 1..].iter().filter(|b| !happenings.is_kept(a.article, b.article)) {
            let apart = incident_days_apart(a, b).or_else(|| incident_hours_apart(a, b));
            pairs.extend(apart.filter(|_| incident::same(a, b)));
        }
    }
    pairs.extend(earlier::find(happenings));
    pairs.extend(ahead::find(happenings));
    happenings.clashes(&pairs, |before| &before.days)
}

/// The findings on days and hours of a story.
pub fn find(happenings: &Happenings, clashes: &[Clash]) -> Vec<Finding> {
    findings(happenings.story, Code::DateConflict, clashes, |side| resolved(happenings, side))
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

/// The firmest date of an event: one in full before one that leans on the day of publication. None where its dates clash.
fn given<'a>(t: &Telling<'a>) -> Option<Given<'a>> {
    let dated = || {
        t.when().iter().filter_map(|&(date, bound)| {
            let mention = &t.reading.dates[date as usize];
            Some(Given { mention, days: mention.days?, bound })
        })
    };
    let found = dated().find(|g| g.mention.expr.is_absolute()).or_else(|| dated().next())?;
    let days = found.days;
    dated().all(|g| g.days.overlaps(&days)).then_some(found)
}

/// The dates of two events where they cannot both be right for one, and how much they look like slips of each other.
fn clash<'a>(a: &Telling<'a>, b: &Telling<'a>) -> Option<(Given<'a>, Given<'a>, f32)> {
    let (x, y) = (given(a)?, given(b)?);
    if x.days.overlaps(&y.days) || !bounds_clash(a, b, &x, &y) || !is_firm(a, &x) || !is_firm(b, &y) {
        return None;
    }
    if same_but_for_year(&x, &y) || is_told_from_another(a, &x) || is_told_from_another(b, &y) {
        return None;
    }
    let gap = gap(&x.days, &y.days);
    let slip = slip(&x, &y);
    if gap <= i32::from(slack(&x).max(slack(&y))) || gap % 7 == 0 && (of_week(&x) || of_week(&y)) {
        return None;
    }
    if gap == 1 && nights(a, b, &x.days, &y.days) {
        return None;
    }
    let unknown = later_than_print(a, &y) || later_than_print(b, &x) || is_over_when_told(a, b, &x, &y);
    (slip > 0.0 || !unknown).then_some((x, y, slip))
}

/// Whether two dates are one as printed, where a year that is not printed could be the other's: `April`, `18 March 2014`.
fn same_but_for_year(x: &Given, y: &Given) -> bool {
    let calendar = |g: &Given| match &g.mention.expr.form {
        Form::Calendar(c) => Some(*c),
        Form::Part(_, inner) => match **inner {
            Form::Calendar(c) => Some(c),
            _ => None,
        },
        _ => None,
    };
    let (Some(p), Some(q)) = (calendar(x), calendar(y)) else { return false };
    let open = p.year == YearRef::Open || q.year == YearRef::Open;
    let same = |m: Option<i8>, n: Option<i8>| m.is_none() || n.is_none() || m == n;
    open && same(p.month, q.month) && same(p.day, q.day)
}

/// Whether a date counts from a day that the text tells, of which it may be another than was understood: `four days later`.
fn is_told_from_another(t: &Telling, given: &Given) -> bool {
    let words = t.reading.article.slice(given.mention.span);
    let counts = |word: &str| {
        matches!(word, "later" | "earlier" | "after" | "before" | "following" | "previous" | "same" | "that")
    };
    given.mention.expr.anchor.is_some() || words.split_whitespace().any(counts)
}

/// Whether two dates bound their events so that both cannot hold: alike, or what is to be done by a day is set for a later one.
fn bounds_clash(a: &Telling, b: &Telling, x: &Given, y: &Given) -> bool {
    let ahead = || a.outlook() == Outlook::Ahead && b.outlook() == Outlook::Ahead;
    match (x.bound, y.bound) {
        (Bound::Until, Bound::At) => y.days.first > x.days.last && ahead(),
        (Bound::At, Bound::Until) => x.days.first > y.days.last && ahead(),
        (p, q) => p == q,
    }
}

/// How many days lie between two stretches of them.
fn gap(x: &Days, y: &Days) -> i32 {
    (x.first - y.last).get_days().max((y.first - x.last).get_days())
}

fn days_apart<'a>(
    h: &Happenings,
    kind: &[Telling<'a>],
    a: &Telling<'a>,
    b: &Telling<'a>,
) -> Option<(Side<'a>, Side<'a>)> {
    let (x, y, slip) = clash(a, b).filter(|_| !towns_apart(a, b) && !earlier::are_two(a, b))?;
    let far = slip == 0.0 && gap(&x.days, &y.days) > FAR;
    let against = f32::from(u8::from(far)) * 0.4 + f32::from(u8::from(are_news(a, &x, b, &y))) * 0.3;
    let likeness = h.likeness(kind, a, b)? + slip + same_hour_or_site(a, b) - against;
    let both = Happenings::knows(kind, a, b, on(y.days)) || Happenings::knows(kind, b, a, on(x.days));
    (likeness >= SAME && !both).then(|| (side(a, &x), side(b, &y)))
}

/// From how many days on two dates are more likely those of two happenings.
const FAR: i32 = 30;

/// Whether either article tells the news of its own day: what comes about anew, each time as old when it is printed.
fn are_news(a: &Telling, x: &Given, b: &Telling, y: &Given) -> bool {
    let age = |t: &Telling, given: &Given| {
        let published = printed(t)?;
        Some((published, (published - given.days.last).get_days()))
    };
    let past = a.outlook() == Outlook::Past && b.outlook() == Outlook::Past;
    let alike = age(a, x).zip(age(b, y));
    past && alike.is_some_and(|((p, m), (q, n))| p != q && m == n && (0..=1).contains(&m))
}

fn on<'a>(days: Days) -> impl Fn(&Telling<'a>) -> bool {
    move |t| t.days().is_some_and(|(_, d)| d.overlaps(&days))
}

fn side<'a>(t: &Telling<'a>, given: &Given) -> Side<'a> {
    Side { telling: *t, span: clashing(t, given.mention) }
}

/// The words of a date that clash: without a weekday which that date is not.
fn clashing(t: &Telling, mention: &DateMention) -> Span {
    let wrong = mention.weekday.zip(mention.days).is_some_and(|(w, days)| days.first.weekday() != w);
    let words = t.reading.article.slice(mention.span);
    let first = words.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !wrong || calendar::weekday(&first.to_lowercase()).is_none() {
        return mention.span;
    }
    let date = words[first.len()..].trim_start_matches(|c: char| !c.is_alphanumeric());
    Span { start: mention.span.end - date.len() as u32, ..mention.span }
}

/// How many days two accounts of one incident may lie apart without a slip: farther back lies another one.
const INCIDENT_FAR: i32 = 10;

/// The days on which two articles have the incident.
fn incident_days_apart<'a>(a: &Account<'a>, b: &Account<'a>) -> Option<(Side<'a>, Side<'a>)> {
    let (t, u) = (a.day()?, b.day()?);
    let (x, y, slip) = clash(&t, &u)?;
    let both = a.tellings.iter().any(on(y.days)) || b.tellings.iter().any(on(x.days));
    let near = slip > 0.0 || gap(&x.days, &y.days) <= INCIDENT_FAR;
    (near && !both && !towns_apart(&t, &u)).then(|| (side(&t, &x), side(&u, &y)))
}

/// The day in the headline or a caption against that of the text.
fn display_apart<'a>(account: &Account<'a>) -> Option<(Side<'a>, Side<'a>)> {
    let dated = |display: bool| {
        account.tellings.iter().copied().filter(move |t| t.event.display == display && t.days().is_some())
    };
    let (t, u) = (dated(true).next()?, dated(false).next()?);
    let (x, y, slip) = clash(&t, &u)?;
    let near = slip > 0.0 || gap(&x.days, &y.days) <= INCIDENT_FAR;
    let upheld = dated(false).any(|t| on(x.days)(&t));
    (near && !upheld).then(|| (side(&t, &x), side(&u, &y)))
}

/// A caption that shows what the incident left, or who came to it, on a day before the incident: crews come after the fire.
fn shown_too_early<'a>(h: &Happenings<'a>, account: &Account<'a>) -> Option<(Side<'a>, Side<'a>)> {
    let told = account.tellings.iter().copied().filter(|t| !t.event.display).find(|t| t.days().is_some())?;
    let shown = h.all().copied().filter(|t| t.article == told.article && t.event.aftermath);
    shown.into_iter().find_map(|t| {
        let (x, y, slip) = clash(&t, &told)?;
        let single = [x.days, y.days].iter().all(|days| days.first == days.last);
        let before = slip == 0.0 && (1..=INCIDENT_FAR).contains(&(y.days.first - x.days.last).get_days());
        let mut others = t.reading.dates.iter().filter(|d| d.span != x.mention.span);
        let upheld =
            others.any(|d| d.days.is_some_and(|days| days.grain == Grain::Day && days.overlaps(&x.days)));
        (single && before && !upheld && !t.event.further).then(|| (side(&t, &x), side(&told, &y)))
    })
}

/// How many minutes a call for help may lie behind the happening.
const CALL: u16 = 20;
/// How many minutes apart two hours of one incident may lie without a slip: later ones are of what followed.
const HOURS: u16 = 180;

/// The hours at which two articles have the incident.
fn incident_hours_apart<'a>(a: &Account<'a>, b: &Account<'a>) -> Option<(Side<'a>, Side<'a>)> {
    let ((t, x), (u, y)) = (a.hour()?, b.hour()?);
    if t.days().zip(u.days()).is_some_and(|((_, p), (_, q))| gap(&p, &q) > 1) {
        return None;
    }
    let call = if t.event.turn == u.event.turn { 0 } else { CALL };
    let apart = clock::minutes_apart(&x, &y)?;
    let clash = clock::agree(&x, &y) == Some(false) && apart > call;
    let near = apart <= HOURS || clock::is_slip(&x, &y);
    let told = |account: &Account, clock: Clock| {
        let tells = |t: &Telling| t.clocks().iter().any(|c| clock::agree(c, &clock) == Some(true));
        account.tellings.iter().any(tells)
    };
    let side = |telling, clock: Clock| Side { telling, span: clock.span };
    (clash && near && !told(a, y) && !told(b, x)).then(|| (side(t, x), side(u, y)))
}

/// Whether a date is given firmly enough to be held against another: its own words, or a day of publication that is printed.
fn is_firm(t: &Telling, given: &Given) -> bool {
    let from = t.reading.published.as_ref().map(|p| p.from);
    // `We met yesterday`, in words that may have been spoken on any day.
    let offset = matches!(given.mention.expr.form, Form::Offset(..) | Form::Overnight);
    let quotes = &t.reading.quotes;
    let next = quotes.partition_point(|q| q.span.start <= given.mention.span.start);
    let quoted = next.checked_sub(1).is_some_and(|i| quotes[i].span.contains(given.mention.span));
    if offset && quoted {
        return false;
    }
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
        // `20 March`, `30 March`
        (true, false) if p && q && a.day() % 10 == b.day() % 10 => 0.4,
        _ => 0.0,
    }
}

/// The day on which an article appeared. An inferred one is but the earliest it can be.
fn printed(t: &Telling) -> Option<Date> {
    t.reading.published.as_ref().filter(|p| p.from != DateFrom::Inferred).map(|p| p.date)
}

/// Whether a past day lies behind the day on which the other article appeared, which so cannot mean it.
fn later_than_print(t: &Telling, given: &Given) -> bool {
    t.outlook() == Outlook::Past && printed(t).is_some_and(|p| given.days.first > p)
}

/// Whether one of two days to come is over when the other article appears, which so can mean but a later one.
fn is_over_when_told(a: &Telling, b: &Telling, x: &Given, y: &Given) -> bool {
    let ahead = a.outlook() == Outlook::Ahead && b.outlook() == Outlook::Ahead;
    let over = |t: &Telling, given: &Given| printed(t).is_some_and(|p| given.days.last < p);
    ahead && (over(b, x) || over(a, y))
}

/// Whether the earlier of two days in a row may run into the later: `late on Saturday`, `early Sunday`. Two evenings do not, and nor
/// do `Saturday night` and `early Sunday`, of which a desk has to choose one.
fn nights(a: &Telling, b: &Telling, x: &Days, y: &Days) -> bool {
    let (before, after) = if x.first < y.first { (a, b) } else { (b, a) };
    let hours = |t: &Telling, early: bool| {
        t.clocks().iter().any(|c| c.half || if early { c.minute < 6 * 60 } else { c.minute >= NIGHT })
    };
    let late = matches!(before.event.part, Some(DayPart::Night | DayPart::Late)) || hours(before, false);
    let early = after.event.part == Some(DayPart::Early) || hours(after, true);
    let day = matches!(
        after.event.part,
        Some(DayPart::Afternoon | DayPart::Evening | DayPart::Night | DayPart::Late)
    ) && !after.clocks().iter().any(|c| c.half || c.minute < 6 * 60);
    // Who stands at the scene may have come with the night; `shortly after midnight` is still the night.
    let chosen = early && !before.event.aftermath && !after.clocks().iter().any(|c| c.minute < 60);
    let zoned = |t: &Telling| t.clocks().iter().any(|c| c.zone != crate::extract::Zone::Open);
    (late || early) && !day && !is_over_by_night(before, chosen) || zoned(a) || zoned(b)
}

/// From this minute of the day on the night may run into the next for whoever writes of it.
const NIGHT: u16 = 23 * 60;

/// Whether what happens on a day cannot run into the next: `early on Sunday`, `at 9:10 p.m. on Sunday`; on Sunday night it cannot
/// where the other has `chosen` the morning.
fn is_over_by_night(t: &Telling, chosen: bool) -> bool {
    let mut clocks = t.clocks().iter().filter(|c| !c.half).peekable();
    match clocks.peek() {
        Some(_) => clocks.all(|c| (1..NIGHT).contains(&c.minute)),
        None => match t.event.part {
            Some(DayPart::Early | DayPart::Morning | DayPart::Afternoon) => true,
            Some(DayPart::Evening | DayPart::Night) => chosen,
            Some(DayPart::Late) | None => false,
        },
    }
}

/// An hour or a place that both give speaks for one event.
fn same_hour_or_site(a: &Telling, b: &Telling) -> f32 {
    let hour = a.clocks().iter().any(|x| b.clocks().iter().any(|y| clock::agree(x, y) == Some(true)));
    let site = a.sites().iter().any(|x| b.sites().iter().any(|y| x.kind == y.kind && x.name == y.name));
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
        t.clocks().iter().flat_map(|x| u.clocks().iter().map(move |y| (*x, *y))).collect::<Vec<_>>()
    };
    let all = clocks(a, b);
    if all.iter().any(|(x, y)| clock::agree(x, y) == Some(true)) {
        return None;
    }
    let (x, y) = all.into_iter().find(|(x, y)| clock::agree(x, y) == Some(false))?;
    // Ships and trains leave every day.
    let dated = days.0.is_some() && days.1.is_some();
    if !dated && matches!(a.event.turn, Turn::Other | Turn::Call) || towns_apart(a, b) {
        return None;
    }
    let site = a.sites().iter().any(|p| b.sites().iter().any(|q| p.kind == q.kind && p.number == q.number));
    let likeness = h.likeness(kind, a, b)?
        + same_day
        + if clock::is_slip(&x, &y) { 0.5 } else { 0.0 }
        + if site { 0.2 } else { 0.0 };
    let told =
        |clock: Clock| move |t: &Telling| t.clocks().iter().any(|c| clock::agree(c, &clock) == Some(true));
    let both = Happenings::knows(kind, a, b, told(y)) || Happenings::knows(kind, b, a, told(x));
    let side = |t: &Telling<'a>, span| Side { telling: *t, span };
    (likeness >= SAME && !both).then(|| (side(a, x.span), side(b, y.span)))
}

#[cfg(test)]
mod tests;
