//! `rashomon claims`: the groups of related claims.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::io::{self, Write};

use clap::ValueEnum;
use serde::Serialize;
use serde_json::Number;

use crate::compare::{ClaimRef, Comparison, Group, Level};
use crate::extract::{Claim, Figure, Reading};
use crate::features::hover::with_hedge;
use crate::text::Article;

use super::input::Input;
use super::terminal::Terminal;
use super::{CLEAN, Fault, Paths, places, table};

/// What `claims` takes.
#[derive(clap::Args, Debug)]
pub struct Options {
    #[command(flatten)]
    paths: Paths,
    /// How to print the groups
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
enum Format {
    /// A table a group, fitted to the terminal
    Table,
    /// One array of objects
    Json,
    /// One line a claim, for spreadsheets
    Csv,
}

/// A group of claims in its story.
pub struct Shown<'a> {
    comparison: &'a Comparison,
    story: usize,
    /// The group.
    pub group: &'a Group,
}

/// One claim of a group.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    /// Which claim it is.
    pub claim_ref: ClaimRef,
    /// The reading it comes from.
    pub reading: &'a Reading,
    /// Its figure.
    pub figure: &'a Figure,
    claim: &'a Claim,
    comparison: &'a Comparison,
}

/// Prints all groups; what they say is no failure.
pub fn run(options: &Options, out: &mut dyn Write) -> Result<u8, Fault> {
    let input = Input::read(&options.paths)?;
    let shown = groups(&input);
    match options.format {
        Format::Table => table::write(&shown, Terminal::of_stdout(), out)?,
        Format::Json => array(&shown, out)?,
        Format::Csv => csv(&shown, out)?,
    }
    Ok(input.code(CLEAN))
}

/// The groups of all stories, in the order of the stories; within one the worst first.
fn groups(input: &Input) -> Vec<Shown<'_>> {
    let mut shown = Vec::new();
    input.analysis.compare();
    for (story, number) in input.analysis.in_order().into_iter().enumerate() {
        let comparison = input.analysis.story(number);
        let mut groups: Vec<_> = comparison.groups.iter().collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.level));
        shown.extend(groups.into_iter().map(|group| Shown { comparison, story, group }));
    }
    shown
}

impl<'a> Shown<'a> {
    /// The claims, those that say the same side by side, in the order in which each value came up.
    pub fn members(&self) -> Vec<Member<'a>> {
        let comparison = self.comparison;
        let all: Vec<_> = self.group.members.iter().map(|&claim| Member::of(comparison, claim)).collect();
        let first_alike = |m: &Member| all.iter().position(|other| other.same_value(m)).unwrap_or_default();
        let mut ordered: Vec<_> = all.iter().map(|m| (first_alike(m), *m)).collect();
        ordered.sort_by_key(|(class, _)| *class);
        ordered.into_iter().map(|(_, m)| m).collect()
    }

    /// How two of its claims stand to each other, where they were compared.
    pub fn level(&self, a: ClaimRef, b: ClaimRef) -> Option<Level> {
        let (a, b) = if a.cmp(&b) == Ordering::Greater { (b, a) } else { (a, b) };
        self.comparison.relations.iter().find(|r| (r.a, r.b) == (a, b)).map(|r| r.level)
    }
}

impl<'a> Member<'a> {
    fn of(comparison: &'a Comparison, claim_ref: ClaimRef) -> Self {
        let reading = &comparison.story.readings[claim_ref.article as usize];
        let claim = &reading.claims[claim_ref.claim as usize];
        Self { claim_ref, reading, figure: &reading.figures[claim.figure as usize], claim, comparison }
    }

    /// Whether both print the same value with the same hedge.
    pub fn same_value(&self, other: &Member) -> bool {
        (self.figure.value, self.figure.hedge) == (other.figure.value, other.figure.hedge)
    }

    /// The figure as printed, with its hedge where that stands beside it.
    pub fn printed(&self) -> String {
        with_hedge(self.article(), self.figure)
    }

    /// Who says so, by the full name that the corpus knows.
    pub fn speaker(&self) -> Option<Cow<'a, str>> {
        let speaker = self.reading.speaker(self.claim)?;
        Some(match speaker.entity {
            Some(entity) => {
                Cow::Borrowed(&self.comparison.story.linked(self.claim_ref.article as usize, entity).name)
            }
            None => self.reading.name_of(speaker),
        })
    }

    /// The day of publication.
    pub fn date(&self) -> Option<String> {
        self.reading.published.as_ref().map(|p| p.date.to_string())
    }

    /// The article it stands in.
    pub fn article(&self) -> &'a Article {
        &self.reading.article
    }

    fn row(&self) -> Row<'a> {
        let article = self.article();
        let value = self.figure.value;
        Row {
            file: &article.path,
            span: places::on_disk(article, self.figure.span),
            text: article.slice(self.figure.span),
            lo: places::number(value.lo),
            hi: places::number(value.hi),
            by: self.speaker(),
            source: article.meta.source.as_ref().map(|f| f.value.as_str()),
            date: self.date(),
        }
    }
}

#[derive(Serialize)]
struct Object<'a> {
    about: &'a str,
    unit: &'a str,
    story: usize,
    level: &'static str,
    claims: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    file: &'a str,
    span: [u32; 2],
    text: &'a str,
    lo: Option<Number>,
    hi: Option<Number>,
    by: Option<Cow<'a, str>>,
    source: Option<&'a str>,
    date: Option<String>,
}

fn array(shown: &[Shown], out: &mut dyn Write) -> io::Result<()> {
    let objects = shown.iter().map(|s| Object {
        about: &s.group.about,
        unit: &s.group.unit,
        story: s.story,
        level: s.group.level.name(),
        claims: s.members().iter().map(Member::row).collect(),
    });
    serde_json::to_writer_pretty(&mut *out, &objects.collect::<Vec<_>>())?;
    out.write_all(b"\n")
}

/// One line a claim; `group` tells which claims belong together.
fn csv(shown: &[Shown], out: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let head = [
        "story", "group", "about", "unit", "level", "file", "start", "end", "text", "lo", "hi", "by",
        "source", "date",
    ];
    writer.write_record(head)?;
    let number = |n: Option<Number>| n.map(|n| n.to_string()).unwrap_or_default();
    for (group, s) in shown.iter().enumerate() {
        for row in s.members().iter().map(Member::row) {
            writer.write_record([
                &s.story.to_string(),
                &group.to_string(),
                &s.group.about,
                &s.group.unit,
                s.group.level.name(),
                row.file,
                &row.span[0].to_string(),
                &row.span[1].to_string(),
                row.text,
                &number(row.lo),
                &number(row.hi),
                row.by.as_deref().unwrap_or_default(),
                row.source.unwrap_or_default(),
                &row.date.unwrap_or_default(),
            ])?;
        }
    }
    writer.flush()
}
