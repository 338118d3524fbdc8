//! What holds for the findings of every story: both sides are told, the order of files is nothing, and other stories change nothing.

use std::sync::Arc;

use rashomon::compare::{Code, Finding};
use rashomon::extract::read;
use rashomon::features::{Analysis, AnalysisHost};
use rashomon::text::{Article, Meta};

/// A file: its path and its text.
pub type File = (String, String);

/// What an analysis says of all files, one finding a line, in order.
fn told(analysis: &Analysis) -> Vec<String> {
    let mut lines = Vec::new();
    for comparison in analysis.stories() {
        let place = |article: u32| &*comparison.story.readings[article as usize].article.path;
        for finding in &comparison.findings {
            let (path, span) = (place(finding.at.article), finding.at.span);
            let related: Vec<String> = finding
                .related
                .iter()
                .map(|(at, _)| format!("{}@{:?}", place(at.article), at.span))
                .collect();
            lines.push(format!(
                "{path}@{span:?} {:?} {} {}",
                finding.code,
                finding.message,
                related.join(" ")
            ));
        }
    }
    lines.sort();
    lines
}

/// The analysis of some files, put in one after the other.
pub fn analysis<'f>(files: impl IntoIterator<Item = &'f File>) -> Analysis {
    let mut host = AnalysisHost::default();
    for (path, text) in files {
        host.replace(Arc::new(read(Arc::new(Article::from_text(path, text, &Meta::default())))));
    }
    host.analysis()
}

/// The five articles of `seeds/`.
pub fn seeds() -> Vec<File> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut files: Vec<File> = std::fs::read_dir(folder)
        .expect("the seeds are there")
        .map(|entry| entry.expect("they can be listed").path())
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .map(|path| {
            (path.to_string_lossy().into_owned(), std::fs::read_to_string(&path).expect("they can be read"))
        })
        .collect();
    files.sort();
    files
}

/// A fire, told by three outlets that contradict each other in names, ages, posts, figures, days, places and words.
pub fn fire() -> Vec<File> {
    let file = |name: &str, source: &str, day: u8, body: &str| {
        (format!("/{name}.md"), format!("---\nsource: {source}\ndate: 2024-03-0{day}\n---\n\n{body}\n"))
    };
    vec![
        file(
            "courier",
            "Aldby Courier",
            4,
            "Three people were killed when a fire broke out in a warehouse on Tanner Street in Aldby on Sunday night.\n\n\
             Fire Chief Doreen Maltby said 14 others were injured. “The whole roof came down before we could reach them,” she said.\n\n\
             The dead include Jaylen Moss, 31, and Teresa Nickels, 44. The owner, Colin Prower, denied that the doors had been locked.\n\n\
             “Nobody on the night shift had been told which stairs to take,” Prower said.",
        ),
        file(
            "herald",
            "Westbury Herald",
            5,
            "Four people were killed when a fire broke out in a warehouse on Tanner Road in Aldby on Saturday night.\n\n\
             Deputy Fire Chief Doreen Maltby said 41 others were injured. “The whole wall came down before we could reach them,” she said.\n\n\
             The dead include Jalen Moss, 31, and Teresa Nickels, 45. The owner, Colin Prower, said the doors had been locked.\n\n\
             “Nobody on the night shift had been told which stairs to take,” Maltby said.",
        ),
        file(
            "radio",
            "Radio Aldby",
            5,
            "A fire in a warehouse on Tanner Street in Aldby on Sunday night killed three people and injured 14, Fire Chief Doreen Maltby said.\n\n\
             Jaylen Moss, 31, was among the dead.",
        ),
    ]
}

/// An article on something else.
fn elsewhere() -> File {
    let text = "---\nsource: Sports Desk\ndate: 2024-03-05\n---\n\nLindqvist scored 14 points as Bergen beat Oslo 88-80 on Monday.\n\n\
                “We were the better side all evening,” said the coach, Jonas Lindqvist, 44.\n";
    ("/sport.md".to_owned(), text.to_owned())
}

/// Findings of these codes tell of a pair of places, and stand at both.
const TWINS: [Code; 8] = [
    Code::FigureConflict,
    Code::AgeConflict,
    Code::NameVariant,
    Code::TitleConflict,
    Code::PlaceConflict,
    Code::DateConflict,
    Code::QuoteDrift,
    Code::SpeakerConflict,
];

#[test]
fn a_finding_about_another_article_has_its_twin_there() {
    let mut seen = 0;
    for files in [fire(), seeds()] {
        for comparison in analysis(&files).stories() {
            for finding in comparison.findings.iter().filter(|f| TWINS.contains(&f.code)) {
                for (there, _) in finding.related.iter().filter(|r| r.0.article != finding.at.article) {
                    let twin = |f: &&Finding| {
                        f.code == finding.code
                            && f.at.article == there.article
                            && f.at.span.overlaps(there.span)
                            && f.related.iter().any(|r| r.0.article == finding.at.article)
                    };
                    assert!(comparison.findings.iter().any(|f| twin(&f)), "no twin: {finding:#?}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen >= 10, "only {seen} pairs were there to be looked at");
}

#[test]
fn the_order_of_files_is_nothing() {
    for files in [fire(), seeds()] {
        let first = told(&analysis(&files));
        assert!(!first.is_empty());
        for turn in 1..files.len() {
            let turned = files.iter().cycle().skip(turn).take(files.len());
            assert_eq!(told(&analysis(turned)), first, "from the file {turn} on");
        }
        assert_eq!(told(&analysis(files.iter().rev())), first, "backwards");
    }
}

#[test]
fn an_article_of_another_story_changes_nothing() {
    for (files, others) in [(fire(), seeds()), (seeds(), vec![elsewhere()]), (fire(), vec![elsewhere()])] {
        let alone = [told(&analysis(&files)), told(&analysis(&others))];
        let mut apart: Vec<String> = alone.concat();
        apart.sort();
        assert_eq!(told(&analysis(files.iter().chain(&others))), apart);
    }
}

#[test]
fn the_fire_is_told_in_contradictions_of_every_kind() {
    let analysis = analysis(&fire());
    let codes: Vec<Code> = analysis.stories().flat_map(|c| &c.findings).map(|f| f.code).collect();
    for code in &TWINS {
        assert!(codes.contains(code), "{code:?} is missing among {codes:?}");
    }
}
