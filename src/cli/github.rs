//! Findings as annotations of a GitHub workflow (GitHub Docs, `Workflow commands for GitHub Actions`).

use std::borrow::Cow;
use std::io::{self, Write};

use crate::compare::Severity;

use super::places::Region;
use super::shown::{Lines, Shown};

/// Writes one command a finding.
pub fn write(shown: &[Shown], lines: &mut Lines, out: &mut dyn Write) -> io::Result<()> {
    for s in shown {
        let article = s.article(s.finding.at);
        let at = Region::of(article, lines.of(article), s.finding.at.span);
        // An annotation that spans lines must not have columns.
        let columns = if at.line == at.end_line {
            format!(",col={},endColumn={}", at.column, at.end_column)
        } else {
            String::new()
        };
        writeln!(
            out,
            "::{} file={},line={},endLine={}{columns},title={}::{}",
            level(s.severity),
            property(&article.path),
            at.line,
            at.end_line,
            s.finding.code.name(),
            message(&s.finding.message),
        )?;
    }
    Ok(())
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "notice",
    }
}

/// A message with what would end it escaped.
fn message(text: &str) -> Cow<'_, str> {
    escape(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A")])
}

/// A property with what would end it or open the next escaped.
fn property(text: &str) -> Cow<'_, str> {
    escape(text, &[('%', "%25"), ('\r', "%0D"), ('\n', "%0A"), (':', "%3A"), (',', "%2C")])
}

fn escape<'a>(text: &'a str, table: &[(char, &str)]) -> Cow<'a, str> {
    let escaped = |c: char| table.iter().find(|(special, _)| *special == c).map(|(_, code)| *code);
    if text.chars().all(|c| escaped(c).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match escaped(c) {
            Some(code) => safe.push_str(code),
            None => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(message("12% here: 14%, there\nmore"), "12%25 here: 14%25, there%0Amore");
        assert_eq!(property("a,b:c%.txt"), "a%2Cb%3Ac%25.txt");
        assert!(matches!(property("wire/flood.txt"), Cow::Borrowed(_)));
    }
}
