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
    /// A comment of its article silences it.
    Ignored,
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
        if self.is_ignored(finding) {
            return Verdict::Ignored;
        }
        let story = &self.comparison.story;
        match self.settings.dismissed.iter().position(|d| d.covers(finding, story, self.today)) {
            Some(dismissal) => Verdict::Dismissed(dismissal),
            None => Verdict::Shown(severity),
        }
    }

    /// Whether a comment before its paragraph silences it.
    fn is_ignored(&self, finding: &Finding) -> bool {
        let article = &self.comparison.story.readings[finding.at.article as usize].article;
        if article.ignores.is_empty() {
            return false;
        }
        let block = article.block_at(finding.at.span.start).map(|block| block as u32);
        let mut ignores = article.ignores.iter();
        block.is_some() && ignores.any(|i| i.block == block && i.covers(finding.code.name()))
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
        Verdict::Off | Verdict::Dismissed(_) | Verdict::Ignored => None,
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

    /// What becomes of a finding of this code and level in `/desk/wire/storm.md` under the settings.
    fn check(settings: &str, code: Code, severity: Severity, expected: Verdict) {
        check_in("The storm cut 300 lines.", settings, code, severity, expected);
    }

    /// The same for the `300` of a text.
    fn check_in(text: &str, settings: &str, code: Code, severity: Severity, expected: Verdict) {
        let settings = Settings::parse(settings, Path::new("/desk")).unwrap();
        let article = Article::from_text("/desk/wire/storm.md", text, &Meta::default());
        let story = Story::of(vec![Arc::new(extract::read(Arc::new(article)))]);
        let start = text.find("300").expect("the figure");
        let at = Place { article: 0, span: Span::from(start..start + 3) };
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

    #[test]
    fn a_comment_silences_the_paragraph_behind_it() {
        let silent = |comment: &str, text: &str, expected: Verdict| {
            let text = format!("The storm came at night.\n\n{comment}\n\n{text}\n");
            check_in(&text, "", Code::FigureConflict, Severity::Warning, expected);
        };
        let shown = Verdict::Shown(Severity::Warning);
        silent("<!-- rashomon: ignore -->", "It cut 300 lines.", Verdict::Ignored);
        silent("<!-- rashomon: ignore figure-conflict -->", "It cut 300 lines.", Verdict::Ignored);
        silent("<!-- rashomon: ignore quote-drift -->", "It cut 300 lines.", shown);
        silent("<!-- rashomon: ignore -->", "Trees fell.\n\nIt cut 300 lines.", shown);
    }
}
