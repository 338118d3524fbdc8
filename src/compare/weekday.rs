//! `weekday-mismatch` and `impossible-date`: days that the calendar does not have.

use crate::corpus::Story;
use crate::extract::DateMention;
use crate::text::calendar;

use super::{Code, Finding, Place, Severity};

/// The findings on weekdays and days of every article of a story.
pub fn find(story: &Story) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (article, reading) in (0u32..).zip(&story.readings) {
        for date in &reading.dates {
            let words = reading.article.slice(date.span);
            let told = wrong_weekday(date, words).map(|m| (Code::WeekdayMismatch, m)).or_else(|| {
                let message = || format!("“{words}”: there is no such day in the calendar");
                date.expr.is_impossible().then(|| (Code::ImpossibleDate, message()))
            });
            if let Some((code, message)) = told {
                let at = Place { article, span: date.span };
                findings.push(Finding {
                    code,
                    severity: Severity::Warning,
                    at,
                    message,
                    related: Vec::new(),
                });
            }
        }
    }
    findings
}

fn wrong_weekday(date: &DateMention, words: &str) -> Option<String> {
    let (printed, days) = (date.weekday?, date.days.filter(|d| d.first == d.last)?);
    let real = days.first.weekday();
    (real != printed).then(|| {
        format!(
            "“{words}”: {} is a {}, not a {}",
            days.first,
            calendar::weekday_name(real),
            calendar::weekday_name(printed)
        )
    })
}
