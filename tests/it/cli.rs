//! Paths, settings, outputs and exit codes of the command line.

use std::process::{Command, Stdio};

use serde_json::Value;

use crate::desk::Desk;

const FLOOD: &str = "---\nsource: Harbour Post\ndate: 2026-03-04\ntitle: Flood\n---\n\nThe flood closed the ring road on Tuesday, the \
                     city council said.\n";

#[test]
fn articles_are_found_below_a_folder() {
    let desk = Desk::with(&[
        ("b.md", FLOOD),
        ("a.txt", FLOOD),
        ("wire/c.txt", FLOOD),
        ("wire/photo.jpg", "x"),
        ("README.md", "About this folder"),
        ("Changelog.txt", "About this folder"),
        (".hidden.md", FLOOD),
        ("spiked/d.txt", FLOOD),
        (".gitignore", "spiked/\n"),
    ]);
    assert_eq!(desk.files(&[]), ["a.txt", "b.md", "wire/c.txt"]);
    assert_eq!(desk.files(&["wire"]), ["wire/c.txt"]);
    assert_eq!(desk.files(&["README.md"]), ["README.md"], "a file that the user names is read");
    assert_eq!(desk.files(&["wire", "b.md", "wire/c.txt"]), ["b.md", "wire/c.txt"], "each once");
}

#[test]
fn settings_choose_the_articles() {
    let desk = Desk::with(&[
        ("rashomon.toml", "include = ['wire/', 'desk/*.md']\nexclude = ['old/']\n"),
        ("a.txt", FLOOD),
        ("wire/b.txt", FLOOD),
        ("wire/old/c.txt", FLOOD),
        ("desk/d.md", FLOOD),
        ("desk/e.txt", FLOOD),
    ]);
    assert_eq!(desk.files(&[]), ["desk/d.md", "wire/b.txt"]);
    assert_eq!(desk.files(&["wire"]), ["wire/b.txt"], "the settings of a folder above hold below it");
}

#[test]
fn faulty_settings_stop_the_run_with_their_place() {
    let desk = Desk::with(&[("rashomon.toml", "[severity]\nfigure-conflikt = 'off'\n"), ("a.txt", FLOOD)]);
    let ended = desk.run(&["check"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("rashomon.toml:2:1: `figure-conflikt`"), "{}", ended.err);
    assert!(ended.err.contains("did you mean `figure-conflict`?"), "{}", ended.err);
    desk.write("good.toml", b"[severity]\nundated = 'off'\n");
    assert_eq!(desk.run(&["check", "--config", "good.toml"]).code, 0);
    assert_eq!(desk.run(&["check", "--config", "none.toml"]).code, 2);
}

#[test]
fn a_path_that_cannot_be_read_is_named_and_the_rest_is_read() {
    let desk = Desk::with(&[("a.txt", FLOOD)]);
    let ended = desk.run(&["annotate", "gone.txt", "a.txt"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("gone.txt"), "{}", ended.err);
    assert_eq!(ended.out.lines().count(), 1);
}

#[test]
fn what_is_no_article_is_named_once_and_left_out() {
    let desk = Desk::with(&[
        ("rashomon.toml", "max-bytes = 2000\n"),
        ("a.txt", FLOOD),
        ("empty.txt", ""),
        ("huge.txt", &FLOOD.repeat(40)),
        (
            "german.txt",
            "Die Brücke ist seit Dienstag gesperrt, weil der Fluss nach dem Regen über das Ufer getreten ist.\n",
        ),
    ]);
    desk.write("binary.txt", &[0, 159, 146, 150, 0, 1, 2, 3]);
    let ended = desk.run(&["annotate", ".", "binary.txt"]);
    assert_eq!((ended.code, ended.out.lines().count()), (0, 1), "{}", ended.err);
    for file in ["empty.txt", "huge.txt", "german.txt", "binary.txt"] {
        let named = ended.err.lines().filter(|line| line.contains(&format!("{file}: left out"))).count();
        assert_eq!(named, 1, "{file}: {}", ended.err);
    }
}

#[test]
fn offsets_lead_into_the_file_on_disk() {
    let desk = Desk::with(&[]);
    let text = "\u{feff}The caf\u{e9} fire hurt 14 guests on Monday, the fire service said.\n";
    desk.write("utf8.txt", text.as_bytes());
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    desk.write("utf16.txt", &utf16);
    let wide = "M\0o\0n\0d\0a\0y\0";
    for (file, bytes, marked) in [("utf8.txt", text.as_bytes(), "Monday"), ("utf16.txt", &utf16, wide)] {
        let article: Value = serde_json::from_str(&desk.run(&["annotate", file]).out).unwrap();
        let span = &article["dates"][0]["span"];
        let at = |i: usize| span[i].as_u64().unwrap() as usize;
        assert_eq!(&bytes[at(0)..at(1)], marked.as_bytes(), "{file}");
    }
}

#[test]
fn bad_usage_ends_with_two() {
    let desk = Desk::with(&[]);
    for arguments in [&["chek"][..], &["check", "--format", "xml"], &["check", "--fail-on", "never"], &[]] {
        let ended = desk.run(arguments);
        assert_eq!(ended.code, 2, "{arguments:?}");
        assert!(!ended.err.is_empty(), "{arguments:?}");
    }
    assert_eq!(desk.run(&["--help"]).code, 0);
    assert_eq!(desk.run(&["check", "--help"]).code, 0);
    assert_eq!(desk.run(&["--version"]).code, 0);
}

#[test]
fn an_empty_folder_has_no_findings() {
    let desk = Desk::with(&[]);
    let ended = desk.run(&["check"]);
    assert_eq!((ended.code, &*ended.out), (0, "0 articles, no findings\n"));
    assert_eq!(desk.run(&["check", "--format", "short"]).out, "");
    assert_eq!(desk.run(&["check", "--format", "json"]).out, "[]\n");
    assert_eq!(desk.run(&["claims", "--format", "json"]).out, "[]\n");
    assert_eq!(desk.run(&["annotate"]).out, "");
}

#[test]
fn annotate_prints_an_object_a_line() {
    let desk = Desk::with(&[("a.md", FLOOD)]);
    let ended = desk.run(&["annotate"]);
    assert_eq!((ended.code, &*ended.err), (0, ""));
    let article: Value = serde_json::from_str(ended.out.trim_end()).unwrap();
    assert_eq!(article["file"], "a.md");
    assert_eq!(article["source"], "Harbour Post");
    assert_eq!(article["title"], "Flood");
    for key in ["figures", "dates", "entities", "quotes", "attributions"] {
        assert!(article[key].is_array(), "{key}");
    }
}

#[test]
fn the_configuration_tells_what_an_article_does_not() {
    let desk = Desk::with(&[
        ("rashomon.toml", "[[article]]\npath = 'a.txt'\nsource = 'Valley Radio'\n"),
        ("a.txt", "The dam is safe, engineers said.\n"),
    ]);
    let article: Value = serde_json::from_str(&desk.run(&["annotate"]).out).unwrap();
    assert_eq!(article["source"], "Valley Radio");
}

#[test]
fn the_order_of_paths_does_not_matter() {
    let desk = Desk::with(&[("x/a.md", FLOOD), ("y/b.md", FLOOD), ("z/c.md", FLOOD)]);
    for command in ["check", "annotate", "claims"] {
        let there = desk.run(&[command, "x", "y", "z"]);
        let back = desk.run(&[command, "z", "y", "x"]);
        assert_eq!(there.out, back.out, "{command}");
    }
}

#[test]
fn shells_and_manuals_are_served() {
    let desk = Desk::with(&[]);
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(desk.run(&["completions", shell]).out.contains("annotate"), "{shell}");
    }
    assert!(desk.run(&["man"]).out.contains(".TH rashomon 1"));
    assert!(desk.run(&["man", "check"]).out.contains("fail\\-on"));
    assert_eq!(desk.run(&["man", "chek"]).code, 2);
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_the_run_quietly() {
    let desk = Desk::with(&[]);
    for i in 0..400 {
        desk.write(&format!("{i}.md"), FLOOD.as_bytes());
    }
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("rashomon"))
        .arg("annotate")
        .current_dir(desk.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert_eq!(ended.status.code(), Some(0));
}

#[test]
fn explain_tells_what_is_known_about_a_place() {
    let desk = Desk::with(&[
        ("a.md", FLOOD),
        (
            "b.md",
            "---\nsource: Valley Radio\ndate: 2026-03-04\n---\n\nThe ring road was shut, Mayor Anna Lindqvist said.\n",
        ),
    ]);
    let day = desk.run(&["explain", "a.md:7:36"]);
    assert_eq!(day.code, 0, "{}", day.err);
    assert!(day.out.starts_with("Tuesday = Tuesday 2026-03-03"), "{}", day.out);
    let name = desk.run(&["explain", "./b.md:6:35"]);
    assert!(name.out.starts_with("Anna Lindqvist · person"), "{}", name.out);
    assert!(desk.run(&["explain", "a.md:7:5"]).out.contains("no figure, name, date or quote at a.md:7:5"));
    for place in ["a.md", "a.md:7", "a.md:0:1", "a.md:70:1", "gone.md:1:1"] {
        assert_eq!(desk.run(&["explain", place]).code, 2, "{place}");
    }
}

#[test]
fn a_comment_silences_a_finding_in_the_output() {
    let wire = "---\nsource: Hill Wire\ndate: 2026-03-05\n---\n\nRescue chief Anna Lindquist called it the worst flood in years.\n";
    let paper = |comment: &str| {
        format!(
            "---\nsource: Valley Radio\ndate: 2026-03-04\n---\n\n{comment}\n\nRescue chief Anna Lindqvist called it the worst \
             flood in years.\n"
        )
    };
    let codes = |desk: &Desk| {
        let found: Value =
            serde_json::from_str(&desk.run(&["check", "--format", "json", "b.md", "a.md"]).out).unwrap();
        let of_paper = |f: &&Value| f["file"] == "b.md";
        found.as_array().unwrap().iter().filter(of_paper).map(|f| f["code"].to_string()).collect::<Vec<_>>()
    };
    let one_story = ("rashomon.toml", "[[folder]]\npath = '.'\nstory = 'flood'\n");
    let desk = Desk::with(&[one_story, ("a.md", wire), ("b.md", &paper(""))]);
    assert_eq!(codes(&desk), ["\"name-variant\""]);
    desk.write("b.md", paper("<!-- rashomon: ignore name-variant -->").as_bytes());
    assert!(codes(&desk).is_empty());
}

#[test]
fn the_sample_articles_set_two_spellings_of_one_man_side_by_side() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let ended = crate::desk::run_in(root, &["check", "seeds", "--format", "json"]);
    let found: Value = serde_json::from_str(&ended.out).unwrap();
    let spelling = |f: &&Value| {
        f["code"] == "name-variant"
            && f["file"] == "seeds/border-bulletin.txt"
            && f["message"].to_string().contains("Kyryll Budanov")
    };
    let finding =
        found.as_array().unwrap().iter().find(spelling).expect("the two spellings of Budanov's first name");
    let others: Vec<_> =
        finding["related"].as_array().unwrap().iter().map(|r| r["file"].as_str().unwrap()).collect();
    assert!(others.contains(&"seeds/the-lantern.md"), "{others:?}");
    let files: Vec<_> =
        crate::desk::run_in(root, &["annotate", "seeds"]).out.lines().map(str::to_owned).collect();
    assert_eq!(files.len(), 5, "the README of the folder is no article");
}

/// Two articles that contradict each other, one of them with a path and an outlet that need escaping.
fn conflict() -> Desk {
    let article = |source: &str, dead: u32| {
        format!(
            "---\nsource: {source}\ndate: 2026-03-04\ntitle: Landslide\n---\n\nA landslide above the village of Ronda on Tuesday \
                 killed {dead} people, the Ronda fire service said.\n"
        )
    };
    let one_story = ("rashomon.toml", "[[folder]]\npath = '.'\nstory = 'landslide'\n");
    Desk::with(&[
        one_story,
        ("a 1%.md", &article("Post & <b>Son</b>", 14)),
        ("b.md", &article("Valley Radio", 41)),
    ])
}

#[test]
fn sarif_names_rules_and_places() {
    let ended = conflict().run(&["check", "--format", "sarif"]);
    assert_eq!(ended.code, 1, "{}", ended.err);
    let log: Value = serde_json::from_str(&ended.out).unwrap();
    let run = &log["runs"][0];
    let result =
        run["results"].as_array().unwrap().iter().find(|r| r["ruleId"] == "figure-conflict").unwrap();
    let rule = &run["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!(rule["id"], "figure-conflict");
    assert!(rule["shortDescription"]["text"].as_str().unwrap().ends_with('.'));
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%201%25.md");
    assert_eq!(
        (&place["region"]["startLine"], &place["region"]["byteLength"]),
        (&Value::from(7), &Value::from(2))
    );
    assert_eq!(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"], "b.md");
}

#[test]
fn github_gets_a_command_a_finding() {
    let ended = conflict().run(&["check", "--format", "github"]);
    let line = ended.out.lines().find(|line| line.contains("title=figure-conflict")).unwrap();
    assert!(line.starts_with("::warning file=a 1%25.md,line=7,endLine=7,col="), "{line}");
    assert!(line.contains("14") && line.contains("41"), "{line}");
}

#[test]
fn a_report_is_one_page_that_loads_nothing() {
    let desk = conflict();
    let ended = desk.run(&["report", "-o", "page.html"]);
    assert_eq!((ended.code, ended.out.as_str()), (0, ""), "{}", ended.err);
    let page = std::fs::read_to_string(desk.path().join("page.html")).unwrap();
    assert_eq!(desk.run(&["report"]).out, page);
    assert!(page.contains("default-src 'none'") && !page.contains("<script"));
    assert!(
        page.contains("Post &amp; &lt;b&gt;Son&lt;/b&gt;") && !page.contains("<b>Son"),
        "what articles print is no markup"
    );
    assert!(page.contains("<mark>14</mark>") && page.contains("<mark>41</mark>") && page.contains("<circle"));
    let ended = desk.run(&["report", "-o", "gone/page.html"]);
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("cannot write gone/page.html"), "{}", ended.err);
}
