//! What a check tells: findings with their code, severity and every other place they speak of.

use std::sync::Arc;

use crate::text::Span;

macro_rules! codes {
    ($(#[doc = $doc:literal] $variant:ident = $text:literal, $default:expr;)*) => {
        /// A kind of finding.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code { $(#[doc = $doc] $variant),* }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The name that findings, settings and dismissals use.
            pub const fn name(self) -> &'static str {
                match self { $(Code::$variant => $text),* }
            }

            /// When it is found, in one sentence.
            pub fn summary(self) -> &'static str {
                match self { $(Code::$variant => $doc.trim()),* }
            }

            /// The severity unless the settings say otherwise; `None` is off.
            pub const fn default_severity(self) -> Option<Severity> {
                match self { $(Code::$variant => $default),* }
            }
        }
    };
}

codes! {
    /// Another article, or another sentence of this one, gives an incompatible value for the same quantity.
    FigureConflict = "figure-conflict", Some(Severity::Warning);
    /// Related figures that are not equal, and both can stand.
    FigureDiffers = "figure-differs", Some(Severity::Information);
    /// A figure of the headline or caption that the body contradicts or does not have.
    HeadlineMismatch = "headline-mismatch", Some(Severity::Warning);
    /// Parts and total, products, percentages and their base, changes and their ends, ratio words or durations of one article do not fit.
    SumMismatch = "sum-mismatch", Some(Severity::Warning);
    /// Two units or currencies of one amount do not fit.
    ConversionMismatch = "conversion-mismatch", Some(Severity::Warning);
    /// The same event on another day, at another hour of it, or, where articles look back, in another year.
    DateConflict = "date-conflict", Some(Severity::Warning);
    /// The same event at another place, neither containing the other, or a place under another name with which it is mixed up.
    PlaceConflict = "place-conflict", Some(Severity::Warning);
    /// A person's age, or age and birth date, do not fit.
    AgeConflict = "age-conflict", Some(Severity::Warning);
    /// The weekday printed is not that date's.
    WeekdayMismatch = "weekday-mismatch", Some(Severity::Warning);
    /// There is no such day.
    ImpossibleDate = "impossible-date", Some(Severity::Warning);
    /// The same utterance in quotation marks with other content words, numbers or a lost or added *not*.
    QuoteDrift = "quote-drift", Some(Severity::Warning);
    /// The same quotation given to another speaker.
    SpeakerConflict = "speaker-conflict", Some(Severity::Warning);
    /// A name spelled otherwise than at its first mention here, or than in the other sources.
    NameVariant = "name-variant", Some(Severity::Information);
    /// The same person in another post.
    TitleConflict = "title-conflict", Some(Severity::Information);
    /// Another source reports a denial of what is asserted here, or an assertion of what is denied here.
    ClaimDenied = "claim-denied", Some(Severity::Information);
    /// About, at least, alleged in every source, and gone here.
    LostHedge = "lost-hedge", Some(Severity::Information);
    /// A surname before the full name.
    NotIntroduced = "not-introduced", Some(Severity::Hint);
    /// An acronym never spelled out, or spelled out in two ways.
    AcronymUnexplained = "acronym-unexplained", Some(Severity::Hint);
    /// Relative days cannot be resolved: the article has no date.
    Undated = "undated", Some(Severity::Hint);
    /// One distinctive number for two things.
    TwinNumber = "twin-number", None;
    /// A figure without a speaker.
    Unattributed = "unattributed", None;
    /// A claim with one witness.
    SingleSource = "single-source", None;
    /// A first, only or record to be checked by hand.
    Superlative = "superlative", None;
}

/// How loudly a finding speaks, loudest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Never by default; settings may raise a code to it.
    Error,
    /// A copy chief would stop the page.
    Warning,
    /// A reader would want to know.
    Information,
    /// A nicety.
    Hint,
}

impl Severity {
    /// All of them, loudest first.
    pub const ALL: [Severity; 4] = [Self::Error, Self::Warning, Self::Information, Self::Hint];

    /// The word that outputs and settings use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Information => "information",
            Self::Hint => "hint",
        }
    }
}

/// A place in an article of a story.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// The article, by index into the story's readings.
    pub article: u32,
    /// Where in it.
    pub span: Span,
}

/// Something that a reader would want to look at, with every other place it speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// What kind of finding.
    pub code: Code,
    /// How loudly it speaks before the settings have their say.
    pub severity: Severity,
    /// Where it is shown.
    pub at: Place,
    /// One line that names both values, sources, speakers and days, and takes no side.
    pub message: String,
    /// The other places, each with a line of its own, which the next comparison shares.
    pub related: Vec<(Place, Arc<str>)>,
}
