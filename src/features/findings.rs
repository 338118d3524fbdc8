//! What becomes of a story's findings under the settings of its workspace.

use jiff::civil::Date;

use crate::compare::{Comparison, Finding, Severity};
use crate::settings::{Settings, Severities};

/// What becomes of a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It is shown.
    Shown(Severity),
    /// Its code is turned off for its article.
    Off,
    /// It has been dealt with; the dismissal, by index into the settings' `dismissed`.
    Dismissed(usize),
}

/// Judges a story's findings one after the other.
pub struct Judge<'a> {
    comparison: &'a Comparison,
    settings: &'a Settings,
    today: Date,
    /// For every article of the story how loudly findings speak there.
    severities: Vec<Severities>,
}

impl<'a> Judge<'a> {
    /// A judge of this story's findings under these settings on this day.
    pub fn new(comparison: &'a Comparison, settings: &'a Settings, today: Date) -> Self {
        let readings = comparison.story.readings.iter();
        let severities = readings.map(|r| settings.severities(r.article.path.as_ref().as_ref())).collect();
        Self { comparison, settings, today, severities }
    }

    /// What becomes of a finding of this story.
    pub fn verdict(&self, finding: &Finding) -> Verdict {
        let Some(severity) = self.severity(finding) else { return Verdict::Off };
        let story = &self.comparison.story;
        match self.settings.dismissed.iter().position(|d| d.covers(finding, story, self.today)) {
            Some(dismissal) => Verdict::Dismissed(dismissal),
            None => Verdict::Shown(severity),
        }
    }

    /// The level that the settings give its code; a finding that is milder than its code's default stays that mild.
    fn severity(&self, finding: &Finding) -> Option<Severity> {
        let set = self.severities[finding.at.article as usize].get(finding.code)?;
        let milder = finding.code.default_severity().is_some_and(|default| finding.severity > default);
        Some(if milder { set.max(finding.severity) } else { set })
    }
}

/// The findings of a story that are shown, with the level at which they are, in the order of the comparison.
pub fn findings<'a>(
    comparison: &'a Comparison,
    settings: &Settings,
    today: Date,
) -> Vec<(&'a Finding, Severity)> {
    let judge = Judge::new(comparison, settings, today);
    let shown = comparison.findings.iter().filter_map(|finding| match judge.verdict(finding) {
        Verdict::Shown(severity) => Some((finding, severity)),
        Verdict::Off | Verdict::Dismissed(_) => None,
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::compare::{Code, Place, compare};
    use crate::corpus::Story;
    use crate::extract;
    use crate::text::{Article, Meta, Span};

    /// What becomes of a finding of this code and level in `/desk/wire/storm.txt` under the settings.
    fn check(settings: &str, code: Code, severity: Severity, expected: Verdict) {
        let settings = Settings::parse(settings, Path::new("/desk")).unwrap();
        let article =
            Article::from_text("/desk/wire/storm.txt", "The storm cut 300 lines.", &Meta::default());
        let story = Story::of(vec![Arc::new(extract::read(Arc::new(article)))]);
        let at = Place { article: 0, span: Span::new(14, 17) };
        let finding = Finding { code, severity, at, message: String::new(), related: Vec::new() };
        let comparison = compare(Arc::new(story), None);
        let judge = Judge::new(&comparison, &settings, jiff::civil::date(2026, 3, 1));
        assert_eq!(judge.verdict(&finding), expected, "{code:?} {severity:?}");
    }

    #[test]
    fn settings_give_the_level() {
        use Severity::{Error, Hint, Information, Warning};
        let conflict = Code::FigureConflict;
        check("", conflict, Warning, Verdict::Shown(Warning));
        check("", Code::Unattributed, Information, Verdict::Off);
        check("[severity]\nunattributed = 'hint'", Code::Unattributed, Information, Verdict::Shown(Hint));
        check("[severity]\nfigure-conflict = 'error'", conflict, Warning, Verdict::Shown(Error));
        check("[severity]\nfigure-conflict = 'off'", conflict, Warning, Verdict::Off);
        let folder = "[[folder]]\npath = 'wire'\nseverity = { figure-conflict = 'hint' }";
        check(folder, conflict, Warning, Verdict::Shown(Hint));
    }

    #[test]
    fn what_is_milder_than_its_code_stays_mild() {
        use Severity::{Hint, Information};
        check("", Code::FigureConflict, Information, Verdict::Shown(Information));
        let error = "[severity]\nfigure-conflict = 'error'";
        check(error, Code::FigureConflict, Information, Verdict::Shown(Information));
        let hint = "[severity]\nfigure-conflict = 'hint'";
        check(hint, Code::FigureConflict, Information, Verdict::Shown(Hint));
    }

    #[test]
    fn what_was_dealt_with_names_its_dismissal() {
        let text = "[[dismissed]]\ncode = 'undated'\nwords = '300'\nreason = 'x'\n\
                    [[dismissed]]\ncode = 'figure-conflict'\nwords = '300'\nreason = 'the grid says so'\n";
        check(text, Code::FigureConflict, Severity::Warning, Verdict::Dismissed(1));
        check(text, Code::LostHedge, Severity::Information, Verdict::Shown(Severity::Information));
    }
}
