use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::compare::{Finding, Place};
use crate::corpus::Story;
use crate::extract;
use crate::text::{Article, Span};

fn read(text: &str) -> Result<Settings, String> {
    Settings::parse(text, Path::new("/desk"))
        .map_err(|faults| faults.iter().map(|f| format!("{f}\n")).collect::<String>().trim_end().to_owned())
}

/// The faults that `text` has, one a line.
fn check_faults(text: &str, expected: &str) {
    assert_eq!(read(text).err().unwrap_or_default(), expected, "{text}");
}

/// Whether the settings in `text` take `path` for an article.
fn check_selects(text: &str, path: &str, expected: bool) {
    let settings = read(text).unwrap();
    assert_eq!(settings.selects(Path::new(path)), expected, "{path} under {text:?}");
}

#[test]
fn a_fault_has_its_place_and_a_remedy() {
    check_faults("", "");
    check_faults("[severty]\n", "1:2: `severty` is no setting; did you mean `severity`?");
    check_faults(
        "[severity]\nfigure-conflct = 'error'\n",
        "2:1: `figure-conflct` is no finding's code; did you mean `figure-conflict`?",
    );
    check_faults(
        "[severity]\nundated = 'silent'\n",
        "2:11: `silent` is no level; known are `error`, `warning`, `information`, `hint`, `off`",
    );
    check_faults("[severity]\nundated = 3\n", "2:11: expected a string, found integer");
    check_faults("max-bytes = 0\n", "1:13: expected a number of bytes from 1 to 4294967295");
    check_faults("include = 'desk'\n", "1:11: expected a list of strings, found string");
    check_faults(
        "exclude = ['a', 'b[']\n",
        "1:17: not a file pattern: error parsing glob 'b[': unclosed character class; missing ']'",
    );
    check_faults("[[article]]\ndate = 2024-02-30\n", "2:8: invalid date, expected day between 01 and 29");
}

#[test]
fn every_fault_is_named_not_only_the_first() {
    check_faults(
        "[[article]]\nsource = 'Harbour Post'\ndate = 'soon'\n[[folder]]\npath = '../elsewhere'\nwords = 'x'\n",
        "1:1: `path` is missing\n3:8: expected a day such as 2026-01-31\n\
         5:8: `../elsewhere` must lie below the folder of this file\n\
         6:1: `words` is no key of a folder; known are `path`, `severity`, `story`",
    );
    check_faults("[[dismissed]]\ncode = 'lost-hedge'\n", "1:1: `words` is missing\n1:1: `reason` is missing");
}

#[test]
fn files_are_articles_by_name_and_pattern() {
    check_selects("", "/desk/harbour.txt", true);
    check_selects("", "/desk/harbour.MD", true);
    check_selects("", "/desk/harbour.html", false);
    check_selects("", "/desk/README.md", false);
    check_selects("", "/desk/Readme-first.txt", false);
    check_selects("", "/desk/CHANGELOG.md", false);
    check_selects("", "/desk/licence.txt", false);
    check_selects("", "/desk/licensing-row.txt", true);
    check_selects("include = ['wire/']", "/desk/wire/flood.txt", true);
    check_selects("include = ['wire/']", "/desk/wire/README.md", false);
    check_selects("include = ['README.md']", "/desk/README.md", true);
    check_selects("include = ['wire/']", "/desk/web/flood.txt", false);
    check_selects("include = ['wire/']", "/elsewhere/flood.txt", false);
    check_selects("exclude = ['drafts/']", "/desk/drafts/2026/flood.txt", false);
    check_selects("exclude = ['*.txt', '!keep.txt']", "/desk/keep.txt", true);
    check_selects("exclude = ['drafts/']", "/desk/a/../drafts/flood.txt", false);
}

#[test]
fn a_folder_speaks_for_all_below_it_and_the_later_one_wins() {
    let settings = read(
        "[severity]\nfigure-differs = 'off'\n\
         [[folder]]\npath = 'archive'\nstory = 'old'\nseverity = { figure-conflict = 'hint' }\n\
         [[folder]]\npath = 'archive/floods/'\nseverity = { figure-conflict = 'error' }\n",
    )
    .unwrap();
    let level = |path: &str| settings.severities(Path::new(path)).get(Code::FigureConflict);
    assert_eq!(level("/desk/a.txt"), Some(Severity::Warning));
    assert_eq!(level("/desk/archive/a.txt"), Some(Severity::Hint));
    assert_eq!(level("/desk/archived/a.txt"), Some(Severity::Warning));
    assert_eq!(level("/desk/archive/floods/a.txt"), Some(Severity::Error));
    assert_eq!(settings.severity.get(Code::FigureDiffers), None);
    assert_eq!(settings.severity.get(Code::Unattributed), None);
    assert_eq!(settings.meta(Path::new("/desk/archive/x/a.txt")).story.as_deref(), Some("old"));
}

#[test]
fn an_article_is_known_by_its_path() {
    let settings = read(
        "[[article]]\npath = 'wire/flood.txt'\nsource = 'Harbour Post'\ndate = 2026-03-04\nstory = 'flood'\n\
         [[article]]\npath = 'web.md'\ndate = '2026-03-05'\n",
    )
    .unwrap();
    let meta = settings.meta(Path::new("/desk/wire/flood.txt"));
    assert_eq!(meta.source.map(|f| f.value).as_deref(), Some("Harbour Post"));
    assert_eq!(meta.date.map(|d| d.to_string()).as_deref(), Some("2026-03-04"));
    assert_eq!(meta.date_from, Some(DateFrom::Config));
    assert_eq!(
        settings.meta(Path::new("/desk/web.md")).date.map(|d| d.to_string()).as_deref(),
        Some("2026-03-05")
    );
    assert_eq!(settings.meta(Path::new("/desk/other.md")).date_from, None);
}

#[test]
fn house_spellings_take_one_or_several() {
    let settings = read("[spelling]\nKyiv = ['Kiev', 'Kyjiw']\nOdesa = 'Odessa'\n").unwrap();
    let all: Vec<_> = settings.spellings.iter().map(|s| format!("{} {:?}", s.house, s.others)).collect();
    assert_eq!(all, [r#"Kyiv ["Kiev", "Kyjiw"]"#, r#"Odesa ["Odessa"]"#]);
}

#[test]
fn a_dismissal_is_written_and_taken_out_without_touching_the_rest() {
    let text = "# The desk's settings\nexclude = [\"drafts/\"] # not yet\n\n[severity]\nundated = \"off\"\n";
    let dismissal = Dismissal {
        code: Code::FigureConflict,
        words: "14".into(),
        before: "the ferry carried".into(),
        after: "lorries and".into(),
        against: vec!["41".into()],
        reason: "the \"manifest\" says 14".into(),
        until: Some(date(2026, 5, 31)),
    };
    let written = add_dismissal(text, &dismissal).unwrap();
    assert!(written.starts_with(text), "{written}");
    assert_eq!(read(&written).unwrap().dismissed, std::slice::from_ref(&dismissal));
    let twice =
        add_dismissal(&written, &Dismissal { words: "15".into(), until: None, ..dismissal.clone() }).unwrap();
    assert_eq!(read(&twice).unwrap().dismissed.len(), 2);
    let left = remove_dismissal(&twice, &dismissal).unwrap();
    assert!(left.starts_with(text), "{left}");
    assert_eq!(read(&left).unwrap().dismissed.iter().map(|d| &*d.words).collect::<Vec<_>>(), ["15"]);
}

#[test]
fn a_dismissal_joins_a_list_written_in_one_line() {
    let text = "dismissed = [{ code = 'undated', words = 'Monday', reason = 'wire' }]\n";
    let dismissal = read(text).unwrap().dismissed.remove(0);
    let written = add_dismissal(text, &Dismissal { words: "Friday".into(), ..dismissal }).unwrap();
    assert_eq!(read(&written).unwrap().dismissed.len(), 2, "{written}");
    assert!(add_dismissal("dismissed = 3\n", &read(&written).unwrap().dismissed[0]).is_err());
    assert!(add_dismissal("dismissed = [", &read(&written).unwrap().dismissed[0]).is_err());
}

/// A story of one article, and the finding at the words in `[…]` with those in `{…}` against it.
fn finding(marked: &str) -> (Story, Finding) {
    let at = |open: char, close: char| {
        let place = |mark| marked.find(mark).expect("both marks");
        let before = |i: usize| marked[..i].chars().filter(|c| "[]{}".contains(*c)).count();
        let (start, end) = (place(open), place(close));
        Place { article: 0, span: Span::from(start - before(start)..end - before(end)) }
    };
    let text = marked.replace(['[', ']', '{', '}'], "");
    let story = Story::of(vec![Arc::new(extract::read(Arc::new(Article::plain(&text))))]);
    let finding = Finding {
        code: Code::FigureConflict,
        severity: Severity::Warning,
        at: at('[', ']'),
        message: String::new(),
        related: vec![(at('{', '}'), "".into())],
    };
    (story, finding)
}

/// Whether a dismissal made of `before` still covers the finding in `after`.
fn check_lapses(before: &str, after: &str, covered: bool) {
    let (story, old) = finding(before);
    let dismissal = Dismissal::of(&old, &story, "checked with the court", None);
    let (story, new) = finding(after);
    assert_eq!(dismissal.covers(&new, &story, date(2026, 3, 1)), covered, "{dismissal:?}\n{after}");
}

#[test]
fn a_dismissal_follows_its_words_and_lapses_when_they_change() {
    let old = "The jury heard that [14] crates were seized. Customs put it at {41}.";
    check_lapses(old, old, true);
    check_lapses(old, "New lead.\n\nThe jury heard that [14] crates were seized. Later: {41}.", true);
    check_lapses(old, "The jury heard that  [14] crates were seized.\nCustoms now put it at {41}.", true);
    check_lapses(old, "The jury heard that [15] crates were seized. Customs put it at {41}.", false);
    check_lapses(old, "The judge heard that [14] crates were seized. Customs put it at {41}.", false);
    check_lapses(old, "The jury heard that [14] boxes were seized. Customs put it at {41}.", false);
    check_lapses(old, "The jury heard that [14] crates were seized. Customs put it at {44}.", false);
}

#[test]
fn a_dismissal_ends_after_its_last_day() {
    let (story, finding) = finding("Turnout was [61 percent], against {63 percent} in May.");
    let until = Some(date(2026, 2, 28));
    let dismissal = Dismissal::of(&finding, &story, "recount", until);
    assert!(dismissal.covers(&finding, &story, date(2026, 2, 28)));
    assert!(!dismissal.covers(&finding, &story, date(2026, 3, 1)));
}

#[test]
fn a_dismissal_by_hand_may_leave_the_neighbours_out() {
    let (story, finding) =
        finding("The dam holds [3 million] litres, the firm said; the {2 million} was last year's.");
    let bare = "[[dismissed]]\ncode = 'figure-conflict'\nwords = '3 million'\nreason = 'rounded'\n";
    let cover = |text: &str| read(text).unwrap().dismissed[0].covers(&finding, &story, date(2026, 3, 1));
    assert!(cover(bare));
    assert!(cover(&format!("{bare}before = 'holds'\n")));
    assert!(!cover(&format!("{bare}before = 'held'\n")));
    assert!(!cover(&bare.replace("conflict", "differs")));
}
