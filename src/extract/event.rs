//! Events: what happened, to whom, when and where, as one clause tells it.

use std::borrow::Cow;

use crate::text::Span;

use super::Run;
use super::names::identity::Sex;

/// Whether an event is told as over or as still to come.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Outlook {
    /// It has happened.
    Past,
    /// It is to happen.
    Ahead,
    /// The words leave it to the date.
    Open,
}

/// What somebody or something does in an event.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// Does it to another: `the firm` in `the firm will close the plant`.
    Doer,
    /// Has it done: `the plant` in the same.
    Undergoer,
    /// Is all that the clause names: `the plant` in `the plant will close`.
    Sole,
}

/// Somebody or something that takes part in an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Participant {
    /// Hash of the noun's stem; words that news uses for one thing share it.
    pub key: u32,
    /// How much the noun tells, from 1 to 100.
    pub weight: u8,
    /// The entity it names, by index into the reading's entities.
    pub entity: Option<u32>,
    /// Whether the noun means a human being, of whom a story may know several.
    pub person: bool,
    /// Whether its noun is for men or for women only.
    pub sex: Sex,
    /// What it does.
    pub role: Role,
}

/// How a date bounds the event.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Bound {
    /// It happens then.
    At,
    /// It happens at the latest then, or lasts until then.
    Until,
    /// It happens at the earliest then, or lasts from then on.
    Since,
}

/// The part of a day that is named with it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DayPart {
    /// Before dawn: `early Sunday`, `overnight`.
    Early,
    /// Up to noon.
    Morning,
    /// From noon on.
    Afternoon,
    /// From six or so.
    Evening,
    /// After dark: `Saturday night`.
    Night,
    /// About midnight, perhaps past it: `late on Saturday`.
    Late,
}

/// The zone in which a clock time is given.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Zone {
    /// None is named, or `local time`.
    Open,
    /// So many minutes east of Greenwich.
    Offset(i16),
    /// One whose offset hangs on the season, by hash of its name.
    Named(u32),
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// Where it stands, the meridiem taken in.
    pub span: Span,
    /// Minutes since midnight, below 1440; below 720 where `half` is set.
    pub minute: u16,
    /// How many minutes it may lie off to either side, by its roundness and hedge.
    pub slack: u16,
    /// Whether the half of the day is left open: `at 4:42`.
    pub half: bool,
    /// Its zone.
    pub zone: Zone,
}

/// What kind of place a phrase names: only places of one kind are held against each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SiteKind {
    /// A street with its kind, perhaps with a house number: `the 1200 block of Pine Street`.
    Street,
    /// A road with a number: `Route 9`, `the M6`.
    Road,
    /// A side of something: `the west coast of Crete`.
    Side,
    /// A direction from somewhere, perhaps with a distance: `12 km north-east of Vigo`.
    Bearing,
    /// A hospital or clinic.
    Hospital,
    /// A named building, ground or landmark: `Brandt Arena`, `Lake Maren`.
    Venue,
    /// A part of a town or country: `the Eastlake neighborhood`, `Harlan County`.
    District,
    /// A town, city or village.
    Town,
    /// Where a person lives or comes from: `Ann Lee, 34, of Oakdale`.
    Home,
}

/// A place at which an event happens.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Site {
    /// Where it stands, preposition left out.
    pub span: Span,
    /// What kind of place it is.
    pub kind: SiteKind,
    /// The name in lower case and plain letters; of a street, hospital, venue or district without its kind, of a side or bearing what it is seen from, of
    /// a numbered road nothing.
    pub name: Box<str>,
    /// The kind of street, road, hospital (`regional`), venue (`high school`) or district, what has a side (`coast`), or the word by
    /// which somebody is at home (`lives`, `from`); empty otherwise.
    pub sort: Cow<'static, str>,
    /// The number of the house or road, the distance in the unit printed, or the age of whoever is at home.
    pub number: Option<u32>,
    /// The point of the compass in eighths of a turn, north 0, east 2.
    pub compass: Option<u8>,
}

/// What a place is to the story, as the words beside it tell.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Purpose {
    /// Where it happens, as far as is told.
    Scene,
    /// Where somebody is treated.
    Care,
    /// Where somebody is caught or held.
    Arrest,
    /// Where an expert works.
    Expert,
    /// Where the dead are mourned.
    Farewell,
    /// Where somebody lives, was born or went to school.
    Home,
    /// Where people are brought for a time, or moved to.
    Refuge,
    /// Where somebody was seen, or something left was found.
    Trace,
    /// Only on the way, or near the place meant.
    Way,
}

/// A place that an article names with a word for what it is, or by a number, whatever for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spot {
    /// Where it stands, preposition left out.
    pub span: Span,
    /// What sort of place it is: `school`, `hospital`, `exit`; of a house or block `street`.
    pub sort: &'static str,
    /// Which of several kinds of its sort: `bus` station, `crown` court, `county highway`.
    pub manner: Box<str>,
    /// Its own name in plain lower case; of a street with its kind, of what has a number nothing.
    pub name: Box<str>,
    /// The number of the house, block, road or exit.
    pub number: Option<u32>,
    /// What it is to the story.
    pub purpose: Purpose,
    /// Whether it stands in the first sentences of the running text or in a caption.
    pub lead: bool,
}

/// How a happening stands to the news of which it is part.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Turn {
    /// What the news is about, and happened once: an accident, a crime, a quake.
    Incident,
    /// The call for help, minutes after it: `officers were called at 11 p.m.`
    Call,
    /// What happens once to somebody or something: an arrest, a sentence, a burial, an election.
    Once,
    /// Everything else, which may happen over and over.
    Other,
}

/// Something that happens, with its day, hour or place, as one clause tells it.
///
/// Its lists are runs of the reading's [`Lists`](super::Lists).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Event {
    /// The verb or noun that names it; of a loose place or a home the place itself.
    pub at: Span,
    /// What happens, as a number: words that news uses for one happening share it. 0 where no happening is named.
    pub kind: u32,
    /// Whether the happening is one of those that news tells of most, so that its words are known.
    pub known: bool,
    /// How it stands to the news.
    pub turn: Turn,
    /// Whether it stands in the first sentences of the running text.
    pub lead: bool,
    /// Whether it is over or to come.
    pub outlook: Outlook,
    /// Whether it stands in a headline or caption.
    pub display: bool,
    /// Whether the clause says that it was put off, called off or moved.
    pub moved: bool,
    /// Whether the clause sets it apart from another of its kind: `a second blast`.
    pub further: bool,
    /// Whether it is a caption that shows what an incident has left or those who came to it.
    pub aftermath: bool,
    /// Whether it is done to several, of whom each article may tell others.
    pub several: bool,
    /// Who takes part.
    pub parts: Run,
    /// The content words around it, sorted by stem, counted from its own first byte.
    pub words: Run,
    /// The named things around it, by index into the reading's entities, sorted.
    pub named: Run,
    /// Its date mentions, by index into the reading's dates, with their bounds.
    pub when: Run,
    /// The part of the day.
    pub part: Option<DayPart>,
    /// Times of day; several where one is given in two zones.
    pub clocks: Run,
    /// Where.
    pub sites: Run,
    /// Who says so, innermost first; empty where the outlet itself does.
    pub by: Run,
}
