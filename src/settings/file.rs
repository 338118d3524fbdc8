//! Reads a `rashomon.toml` strictly: every unknown key, wrong type and senseless value is a fault with its place.

use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use crate::compare::{Code, Severity};

use super::{Dismissal, Fault, Folder, Known, Patterns, Settings, Spelling};

type Value<'i> = Spanned<DeValue<'i>>;
type Key<'i> = Spanned<DeString<'i>>;

/// Reads the settings that lie in `root`.
pub fn parse(text: &str, root: &Path) -> Result<Settings, Vec<Fault>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, faults: Vec::new() };
    for error in errors {
        reader.fault(error.span().unwrap_or(0..0), error.message().to_owned());
    }
    if !reader.faults.is_empty() {
        return Err(reader.faults);
    }
    let settings = reader.settings(table.get_ref(), super::plain(root));
    if reader.faults.is_empty() {
        return Ok(settings);
    }
    reader.faults.sort_by_key(|fault| fault.span.start);
    Err(reader.faults)
}

struct Reader<'t> {
    text: &'t str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.faults.push(Fault::new(self.text, span, message));
    }

    fn settings(&mut self, table: &DeTable, root: PathBuf) -> Settings {
        let mut settings = Settings { root, ..Settings::default() };
        for (key, value) in table {
            match &**key.get_ref() {
                "include" => settings.include = self.patterns(value, &settings.root),
                "exclude" => settings.exclude = self.patterns(value, &settings.root),
                "max-bytes" => settings.max_bytes = self.bytes(value).unwrap_or(settings.max_bytes),
                "severity" => {
                    for (code, severity) in self.severities(value) {
                        settings.severity.set(code, severity);
                    }
                }
                "folder" => settings.folders = self.tables(value, Self::folder),
                "article" => settings.articles = self.tables(value, Self::article),
                "dismissed" => settings.dismissed = self.tables(value, Self::dismissal),
                "spelling" => settings.spellings = self.spellings(value),
                _ => self.unknown(
                    key,
                    "setting",
                    &[
                        "include",
                        "exclude",
                        "max-bytes",
                        "severity",
                        "folder",
                        "article",
                        "dismissed",
                        "spelling",
                    ],
                ),
            }
        }
        settings
    }

    fn folder(&mut self, table: &DeTable, whole: Range<usize>) -> Option<Folder> {
        let mut folder = Folder { path: PathBuf::new(), severity: Vec::new(), story: None };
        for (key, value) in table {
            match &**key.get_ref() {
                "path" => folder.path = self.path(value).unwrap_or_default(),
                "severity" => folder.severity = self.severities(value),
                "story" => folder.story = self.string(value),
                _ => self.unknown(key, "key of a folder", &["path", "severity", "story"]),
            }
        }
        self.need(table, &["path"], whole);
        Some(folder)
    }

    fn article(&mut self, table: &DeTable, whole: Range<usize>) -> Option<Known> {
        let mut known = Known::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "path" => known.path = self.path(value).unwrap_or_default(),
                "source" => known.source = self.string(value),
                "title" => known.title = self.string(value),
                "date" => known.date = self.date(value),
                "story" => known.story = self.string(value),
                _ => self.unknown(key, "key of an article", &["path", "source", "title", "date", "story"]),
            }
        }
        self.need(table, &["path"], whole);
        Some(known)
    }

    fn dismissal(&mut self, table: &DeTable, whole: Range<usize>) -> Option<Dismissal> {
        let mut code = None;
        let (mut words, mut before, mut after, mut reason) = Default::default();
        let (mut against, mut until) = Default::default();
        for (key, value) in table {
            match &**key.get_ref() {
                "code" => code = self.string(value).and_then(|name| self.code(&name, value.span())),
                "words" => words = self.string(value),
                "before" => before = self.string(value),
                "after" => after = self.string(value),
                "against" => against = self.strings(value),
                "reason" => reason = self.string(value),
                "until" => until = self.date(value),
                _ => self.unknown(
                    key,
                    "key of a dismissal",
                    &["code", "words", "before", "after", "against", "reason", "until"],
                ),
            }
        }
        self.need(table, &["code", "words", "reason"], whole);
        Some(Dismissal {
            code: code?,
            words: words?,
            before: before.unwrap_or_default(),
            after: after.unwrap_or_default(),
            against: against.into_iter().map(|(text, _)| text).collect(),
            reason: reason?,
            until,
        })
    }

    fn spellings(&mut self, value: &Value) -> Vec<Spelling> {
        let Some(table) = self.table(value) else { return Vec::new() };
        let mut spellings = Vec::new();
        for (key, others) in table {
            let others = match others.get_ref() {
                DeValue::String(other) => vec![other.to_string()],
                _ => self.strings(others).into_iter().map(|(text, _)| text).collect(),
            };
            spellings.push(Spelling { house: key.get_ref().to_string(), others });
        }
        spellings
    }

    fn severities(&mut self, value: &Value) -> Vec<(Code, Option<Severity>)> {
        let Some(table) = self.table(value) else { return Vec::new() };
        let mut severities = Vec::new();
        for (key, level) in table {
            let code = self.code(key.get_ref(), key.span());
            let severity = self.string(level).and_then(|name| self.severity(&name, level.span()));
            severities.extend(code.zip(severity));
        }
        severities
    }

    fn severity(&mut self, name: &str, span: Range<usize>) -> Option<Option<Severity>> {
        if name == "off" {
            return Some(None);
        }
        let known = Severity::ALL.into_iter().find(|s| s.name() == name);
        if known.is_none() {
            let names: Vec<_> = Severity::ALL.iter().map(|s| s.name()).chain(["off"]).collect();
            let message = format!("`{name}` is no level; {}", suggestion(name, &names));
            self.fault(span, message);
        }
        known.map(Some)
    }

    fn code(&mut self, name: &str, span: Range<usize>) -> Option<Code> {
        let known = Code::ALL.iter().copied().find(|c| c.name() == name);
        if known.is_none() {
            let names: Vec<_> = Code::ALL.iter().map(|c| c.name()).collect();
            let message = format!("`{name}` is no finding's code; {}", suggestion(name, &names));
            self.fault(span, message);
        }
        known
    }

    fn patterns(&mut self, value: &Value, root: &Path) -> Option<Patterns> {
        let patterns = self.strings(value);
        match Patterns::new(root, patterns.iter().map(|(text, _)| text.as_str())) {
            Ok(matcher) => (!patterns.is_empty()).then_some(matcher),
            Err((index, reason)) => {
                let span = patterns.get(index).map_or(value.span(), |(_, span)| span.clone());
                self.fault(span, format!("not a file pattern: {reason}"));
                None
            }
        }
    }

    /// A path below the folder of the settings.
    fn path(&mut self, value: &Value) -> Option<PathBuf> {
        let text = self.string(value)?;
        let path: PathBuf =
            Path::new(&text).components().filter(|c| *c != std::path::Component::CurDir).collect();
        if path.has_root() || path.starts_with("..") {
            self.fault(value.span(), format!("`{text}` must lie below the folder of this file"));
            return None;
        }
        Some(path)
    }

    fn bytes(&mut self, value: &Value) -> Option<u64> {
        let integer = value.get_ref().as_integer();
        let bytes = integer.and_then(|i| u64::from_str_radix(i.as_str(), i.radix()).ok());
        let bytes = bytes.filter(|&b| (1..1 << 32).contains(&b));
        if bytes.is_none() {
            self.fault(value.span(), "expected a number of bytes from 1 to 4294967295");
        }
        bytes
    }

    fn date(&mut self, value: &Value) -> Option<Date> {
        let date = match value.get_ref() {
            DeValue::Datetime(at) => {
                at.date.and_then(|d| Date::new(d.year as i16, d.month as i8, d.day as i8).ok())
            }
            DeValue::String(text) => text.parse().ok(),
            _ => None,
        };
        if date.is_none() {
            self.fault(value.span(), "expected a day such as 2026-01-31");
        }
        date
    }

    fn string(&mut self, value: &Value) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if !text.trim().is_empty() => Some(text.to_string()),
            DeValue::String(_) => {
                self.fault(value.span(), "expected words, found none");
                None
            }
            other => {
                self.fault(value.span(), format!("expected a string, found {}", other.type_str()));
                None
            }
        }
    }

    fn strings(&mut self, value: &Value) -> Vec<(String, Range<usize>)> {
        let Some(array) = value.get_ref().as_array() else {
            self.fault(
                value.span(),
                format!("expected a list of strings, found {}", value.get_ref().type_str()),
            );
            return Vec::new();
        };
        array.iter().filter_map(|item| Some((self.string(item)?, item.span()))).collect()
    }

    fn table<'a, 'i>(&mut self, value: &'a Value<'i>) -> Option<&'a DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.fault(value.span(), format!("expected a table, found {}", value.get_ref().type_str()));
        }
        table
    }

    fn tables<T>(
        &mut self,
        value: &Value,
        read: fn(&mut Self, &DeTable, Range<usize>) -> Option<T>,
    ) -> Vec<T> {
        let Some(array) = value.get_ref().as_array() else {
            self.fault(value.span(), "expected a list of tables, each under its own `[[…]]`");
            return Vec::new();
        };
        let mut read_all = Vec::new();
        for item in array.iter() {
            if let Some(table) = self.table(item) {
                read_all.extend(read(self, table, item.span()));
            }
        }
        read_all
    }

    fn need(&mut self, table: &DeTable, keys: &[&str], whole: Range<usize>) {
        for key in keys.iter().filter(|key| !table.contains_key(**key)) {
            self.fault(whole.clone(), format!("`{key}` is missing"));
        }
    }

    fn unknown(&mut self, key: &Key, what: &str, known: &[&str]) {
        let name = key.get_ref();
        let message = format!("`{name}` is no {what}; {}", suggestion(name, known));
        self.fault(key.span(), message);
    }
}

/// `did you mean …?`, or all that would be right where nothing is near.
fn suggestion(name: &str, known: &[&str]) -> String {
    let near = known
        .iter()
        .map(|&right| (strsim::damerau_levenshtein(&name.to_lowercase(), right), right))
        .filter(|&(distance, right)| distance * 3 <= right.len().max(name.len()))
        .min();
    match near {
        Some((_, right)) => format!("did you mean `{right}`?"),
        None => {
            format!("known are {}", known.iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", "))
        }
    }
}
