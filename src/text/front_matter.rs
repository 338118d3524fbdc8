//! The YAML block at the head of an article: source, date, title, address, author.

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::article::{DateFrom, Fault, Field, Meta};
use super::{Span, written_day};

/// Front matter longer than this many bytes is taken for a mistake: real ones have a few hundred.
const LONGEST: usize = 64 << 10;

/// Deeper nesting than this cannot be metadata of an article, and would only cost stack.
const DEEPEST: usize = 200;

/// What the head of a file says about the article.
#[derive(Default)]
pub(super) struct FrontMatter {
    /// The block with its fences.
    pub span: Option<Span>,
    pub meta: Meta,
    pub faults: Vec<Fault>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Key {
    Source,
    Date,
    Title,
    Url,
    Author,
}

/// What a key means; other programs' names for the same thing are understood too.
fn key(name: &str) -> Option<Key> {
    let name: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    Some(match name.as_str() {
        "source" | "outlet" | "publisher" | "publication" | "sitename" => Key::Source,
        "date" | "published" | "publishedat" | "datepublished" | "pubdate" | "publicationdate" => Key::Date,
        "title" | "headline" => Key::Title,
        "url" | "link" | "canonical" | "canonicalurl" | "permalink" => Key::Url,
        "author" | "authors" | "byline" => Key::Author,
        _ => return None,
    })
}

/// Reads the front matter, where the text opens with one.
pub(super) fn read(text: &str) -> FrontMatter {
    let Some((block, yaml)) = fences(text) else { return FrontMatter::default() };
    let mut found = FrontMatter { span: Some(block), ..FrontMatter::default() };
    if let Err(fault) = load(text, yaml, &mut found) {
        found.faults.push(fault);
        // Most broken front matter has a colon in an unquoted title; line by line it still says what it means.
        found.meta = Meta::default();
        by_lines(text, yaml, &mut found);
    }
    found
}

/// The block with its fences, and the YAML between them.
fn fences(text: &str) -> Option<(Span, Span)> {
    let mut lines = lines(text, 0);
    let opening = lines.next().filter(|l| fence(l.of(text)) && text[l.range()].starts_with("---"))?;
    let start = after_line_end(text, opening.end as usize);
    for line in lines {
        if line.end as usize > LONGEST {
            break;
        }
        if fence(line.of(text)) {
            return Some((Span::new(0, line.end), Span::new(start as u32, line.start.max(start as u32))));
        }
    }
    None
}

fn fence(line: &str) -> bool {
    matches!(line.trim_end(), "---" | "...")
}

fn after_line_end(text: &str, end: usize) -> usize {
    let rest = &text.as_bytes()[end..];
    end + match rest {
        [b'\r', b'\n', ..] => 2,
        [_, ..] => 1,
        [] => 0,
    }
}

/// The lines of `text` from `start` on, without their ends.
fn lines(text: &str, start: usize) -> impl Iterator<Item = Span> + '_ {
    let mut next = Some(start);
    std::iter::from_fn(move || {
        let start = next?;
        let bytes = &text.as_bytes()[start..];
        let end = memchr::memchr2(b'\n', b'\r', bytes).map_or(text.len(), |i| start + i);
        next = (end < text.len()).then(|| after_line_end(text, end));
        Some(Span::from(start..end))
    })
}

fn load(text: &str, yaml: Span, found: &mut FrontMatter) -> Result<(), Fault> {
    let source = yaml.of(text);
    if nesting(source) > DEEPEST {
        return Err(Fault { span: yaml, message: "front matter is nested too deeply".into() });
    }
    let documents = MarkedYaml::load_from_str(source).map_err(|error| {
        let marker = error.marker();
        let at = yaml.start + byte_of_char(source, marker.index()) as u32;
        // The opening fence is the first line of the file.
        let message = format!(
            "front matter: {} at line {}, column {}",
            error.info(),
            marker.line() + 1,
            marker.col() + 1
        );
        Fault { span: Span::new(at, at), message }
    })?;
    let Some(document) = documents.first() else { return Ok(()) };
    let YamlData::Mapping(mapping) = &document.data else {
        let empty = matches!(document.data, YamlData::Value(Scalar::Null));
        let message = "front matter: a list of `key: value` lines is expected".into();
        return if empty { Ok(()) } else { Err(Fault { span: yaml, message }) };
    };
    for (name, value) in mapping {
        let YamlData::Value(Scalar::String(name)) = &name.data else { continue };
        let Some(key) = key(name) else { continue };
        if let Some(field) = field(text, yaml, value) {
            store(found, key, field);
        }
    }
    Ok(())
}

/// An upper bound of how deep the YAML nests: brackets of the flow style, dashes and indentation of the block style.
fn nesting(yaml: &str) -> usize {
    let brackets = yaml.bytes().filter(|b| matches!(b, b'[' | b'{')).count();
    let block = |line: &str| {
        let indent = line.len() - line.trim_start().len();
        indent + line.matches("- ").count() + line.matches("? ").count()
    };
    brackets + yaml.lines().map(block).max().unwrap_or(0)
}

fn byte_of_char(text: &str, chars: usize) -> usize {
    text.char_indices().nth(chars).map_or(text.len(), |(i, _)| i)
}

/// A scalar, or the scalars of a list joined by commas, with its place.
fn field(text: &str, yaml: Span, value: &MarkedYaml) -> Option<Field> {
    let source = yaml.of(text);
    let start = yaml.start + byte_of_char(source, value.span.start.index()) as u32;
    let end = yaml.start + byte_of_char(source, value.span.end.index()) as u32;
    let printed = bare(text, Span::new(start, end.max(start)));
    let value = match &value.data {
        YamlData::Sequence(items) => {
            return list(items.iter().filter_map(|item| field(text, yaml, item)).collect());
        }
        YamlData::Value(Scalar::String(value)) => value.trim().to_owned(),
        // A number, a truth value or the like stands as printed: `source: 1843` is a magazine.
        YamlData::Value(scalar) if !matches!(scalar, Scalar::Null) => printed.of(text).to_owned(),
        _ => return None,
    };
    (!value.is_empty()).then_some(Field { value, span: Some(printed) })
}

/// The values of a list as one, from the first to the last of them.
fn list(items: Vec<Field>) -> Option<Field> {
    let span = items.first()?.span?.cover(items.last()?.span?);
    let values: Vec<String> = items.into_iter().map(|field| field.value).collect();
    Some(Field { value: values.join(", "), span: Some(span) })
}

/// A span without surrounding white space and quotation marks.
fn bare(text: &str, span: Span) -> Span {
    let trimmed = trim(text, span);
    let inside = trimmed.of(text).as_bytes();
    match inside {
        [b'"', .., b'"'] | [b'\'', .., b'\''] => Span::new(trimmed.start + 1, trimmed.end - 1),
        _ => trimmed,
    }
}

fn trim(text: &str, span: Span) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len()) as u32;
    Span::new(start, (start + inside.trim().len() as u32).max(start))
}

fn by_lines(text: &str, yaml: Span, found: &mut FrontMatter) {
    for line in lines(&text[..yaml.end as usize], yaml.start as usize) {
        let Some(colon) = line.of(text).find(':') else { continue };
        let Some(key) = key(&line.of(text)[..colon]) else { continue };
        let span = bare(text, Span::new(line.start + colon as u32 + 1, line.end));
        if !span.is_empty() {
            store(found, key, Field { value: span.of(text).to_owned(), span: Some(span) });
        }
    }
}

/// Keeps the first value of each key.
fn store(found: &mut FrontMatter, key: Key, field: Field) {
    let meta = &mut found.meta;
    let place = match key {
        Key::Source => &mut meta.source,
        Key::Title => &mut meta.title,
        Key::Url => &mut meta.url,
        Key::Author => &mut meta.author,
        Key::Date => return store_date(found, field),
    };
    place.get_or_insert(field);
}

fn store_date(found: &mut FrontMatter, field: Field) {
    if found.meta.date.is_some() {
        return;
    }
    match written_day::read(&field.value) {
        Some(day) => {
            found.meta.date = Some(day);
            found.meta.date_from = Some(DateFrom::FrontMatter);
            found.meta.date_span = field.span;
        }
        None => {
            let message = format!("front matter: `{}` is no day; write it as 2024-10-24", field.value);
            found.faults.push(Fault { span: field.span.unwrap_or_default(), message });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = read(text);
        let show = |field: &Option<Field>| match field {
            Some(f) => format!("{} [{}]", f.value, f.span.unwrap().of(text)),
            None => "-".to_owned(),
        };
        let m = &found.meta;
        let date = m.date.map_or("-".to_owned(), |d| format!("{d} [{}]", m.date_span.unwrap().of(text)));
        let mut seen = format!("{} | {} | {}", show(&m.source), date, show(&m.title));
        for extra in [&m.url, &m.author].into_iter().filter(|f| f.is_some()) {
            seen += &format!(" | {}", show(extra));
        }
        for fault in &found.faults {
            seen += &format!(" ! {}", fault.message);
        }
        assert_eq!(seen, expected, "of {text:?}");
    }

    #[test]
    fn keys_and_values() {
        check(
            "---\nsource: The Harbour Echo\ndate: 2024-05-02\ntitle: Pier burns\n---\nText.",
            "The Harbour Echo [The Harbour Echo] | 2024-05-02 [2024-05-02] | Pier burns [Pier burns]",
        );
        check(
            "---\ntitle: \"Court: verdict due\"\nsource: 'Daily ''Star'''\n---\n",
            "Daily 'Star' [Daily ''Star''] | - | Court: verdict due [Court: verdict due]",
        );
        check(
            "---\nOutlet: Örebro Nytt\nheadline: Båten är åter\n---\n",
            "Örebro Nytt [Örebro Nytt] | - | Båten är åter [Båten är åter]",
        );
        check(
            "---\nsource: A\nurl: https://a.example/1?x=2#y\nauthor: [Ann Lee, Bo Ek]\n---\n",
            "A [A] | - | - | https://a.example/1?x=2#y [https://a.example/1?x=2#y] | Ann Lee, Bo Ek [Ann Lee, Bo Ek]",
        );
        check("---\nsource: 1843\n---\n", "1843 [1843] | - | -");
        check(
            "---\r\nsource: Echo\r\ndate: 2024-05-02\r\n---\r\nText",
            "Echo [Echo] | 2024-05-02 [2024-05-02] | -",
        );
    }

    #[test]
    fn days_in_many_hands() {
        for day in [
            "2024-10-24",
            "2024-10-24T18:30:00Z",
            "2024-10-24 18:30:00 +02:00",
            "24 October 2024",
            "\"24 October 2024\"",
            "October 24, 2024",
            "Oct. 24, 2024",
            "Thursday, 24 Oct 2024",
            "2024/10/24",
            "24.10.2024",
            "24/10/2024",
        ] {
            let found = read(&format!("---\ndate: {day}\n---\n"));
            assert_eq!(found.meta.date.map(|d| d.to_string()).as_deref(), Some("2024-10-24"), "{day}");
            assert!(found.faults.is_empty(), "{day}");
        }
    }

    #[test]
    fn faults_are_told_and_the_rest_is_kept() {
        check(
            "---\nsource: Echo\ntitle: Court: verdict due\n---\n",
            "Echo [Echo] | - | Court: verdict due [Court: verdict due] ! front matter: mapping values are not allowed in this context at line 3, column 13",
        );
        check(
            "---\nsource: Echo\ndate: soon\n---\n",
            "Echo [Echo] | - | - ! front matter: `soon` is no day; write it as 2024-10-24",
        );
        check(
            "---\nsource: Echo\ndate: 2023-02-29\n---\n",
            "Echo [Echo] | - | - ! front matter: `2023-02-29` is no day; write it as 2024-10-24",
        );
    }

    #[test]
    fn what_is_no_front_matter() {
        for text in
            ["", "---", "---\n", "---\nsource: A\n", "Text\n---\nsource: A\n---\n", "----\nsource: A\n----\n"]
        {
            assert!(read(text).span.is_none(), "{text:?}");
        }
        assert_eq!(read("---\n---\nText").span, Some(Span::new(0, 7)));
    }
}
