//! `undated`: relative days cannot be resolved, since the article has no date.

use crate::corpus::Story;

use super::{Code, Finding, Place, Severity};

/// One hint an article, at its first date that leans on the unknown day.
pub fn find(story: &Story) -> Vec<Finding> {
    let undated = (0u32..).zip(&story.readings).filter(|(_, r)| r.published.is_none());
    undated
        .filter_map(|(article, reading)| {
            let date = reading
                .dates
                .iter()
                .find(|d| d.days.is_none() && !d.expr.is_absolute() && !d.expr.is_impossible())?;
            let words = reading.article.slice(date.span);
            let message = format!(
                "“{words}” cannot be placed: the article has no date; add `date:` to its front matter"
            );
            let at = Place { article, span: date.span };
            Some(Finding { code: Code::Undated, severity: Severity::Hint, at, message, related: Vec::new() })
        })
        .collect()
}
