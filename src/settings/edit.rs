//! Writes dismissals into the text of a `rashomon.toml` and takes them out again, leaving all else as it is.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::Dismissal;

/// The text with a dismissal added at its end. Fails, with the reason, where the text is not TOML.
pub fn add_dismissal(text: &str, dismissal: &Dismissal) -> Result<String, String> {
    let mut document = read(text)?;
    entries(&mut document)?.push(table(dismissal));
    Ok(document.to_string())
}

/// The text without the dismissals that are equal to this one.
pub fn remove_dismissal(text: &str, dismissal: &Dismissal) -> Result<String, String> {
    let mut document = read(text)?;
    let wanted =
        super::Settings::parse(text, std::path::Path::new("/")).map(|s| s.dismissed).unwrap_or_default();
    let mut index = 0;
    entries(&mut document)?.retain(|_| {
        let keep = wanted.get(index) != Some(dismissal);
        index += 1;
        keep
    });
    Ok(document.to_string())
}

fn read(text: &str) -> Result<DocumentMut, String> {
    text.parse().map_err(|error: toml_edit::TomlError| error.message().to_owned())
}

/// The list of dismissals; one that was written in one line is opened up.
fn entries(document: &mut DocumentMut) -> Result<&mut ArrayOfTables, String> {
    let item = document.entry("dismissed").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    if item.as_array_of_tables().is_none() {
        let list = std::mem::take(item).into_array_of_tables();
        *item = Item::ArrayOfTables(list.map_err(|_| "`dismissed` is not a list of tables")?);
    }
    item.as_array_of_tables_mut().ok_or_else(|| "`dismissed` is not a list of tables".to_owned())
}

fn table(dismissal: &Dismissal) -> Table {
    let mut table = Table::new();
    table["code"] = value(dismissal.code.name());
    table["words"] = value(&dismissal.words);
    for (key, words) in [("before", &dismissal.before), ("after", &dismissal.after)] {
        if !words.is_empty() {
            table[key] = value(words);
        }
    }
    if !dismissal.against.is_empty() {
        table["against"] = value(dismissal.against.iter().collect::<toml_edit::Array>());
    }
    table["reason"] = value(&dismissal.reason);
    if let Some(until) = dismissal.until {
        let date =
            toml_edit::Date { year: until.year() as u16, month: until.month() as u8, day: until.day() as u8 };
        table["until"] = value(toml_edit::Datetime { date: Some(date), time: None, offset: None });
    }
    table
}
