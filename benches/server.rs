//! Drives the built server over pipes, as an editor does, and prints how long it takes and how much memory, for workspaces of
//! 10, 100, 1,000 and 10,000 articles of 4 kB:
//!
//! ```text
//! cargo bench --bench server            all sizes
//! cargo bench --bench server -- 10 100  these
//! ```

#[path = "../tests/it/pipe.rs"]
mod pipe;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use pipe::{Pipe, address};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Articles that tell one story.
const TOLD_BY: usize = 5;
/// Bytes of an article, about.
const SIZE: usize = 4096;
/// Keystrokes and requests of each kind that are timed.
const SAMPLES: usize = 200;

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|a| a.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![10, 100, 1_000, 10_000] } else { sizes };
    println!(
        "articles  first findings  all indexed  keystroke p50 / p99  hover p99  references p99  memory now / peak  of text"
    );
    for size in sizes {
        run(size);
    }
}

fn run(articles: usize) {
    let folder = TempDir::new().expect("a folder");
    let files: Vec<PathBuf> = (0..articles).map(|n| write(folder.path(), n)).collect();
    let bytes: u64 = files.iter().filter_map(|f| f.metadata().ok()).map(|m| m.len()).sum();
    let text = std::fs::read_to_string(&files[0]).expect("an article");
    let started = Instant::now();
    let mut pipe = Pipe::spawn(Path::new(env!("CARGO_BIN_EXE_rashomon")), &[]);
    pipe.initialize(Some(folder.path()), None);
    pipe.open(&files[0], &text);
    pipe.findings(&files[0], 1);
    let first = started.elapsed();
    // A small workspace may be known before the findings of the open article are there.
    if !pipe.rested {
        pipe.wait(pipe::is_end);
    }
    // The worker compares what was read last behind the progress; a search of all stories waits for the article read last.
    let last = name_of(articles - 1);
    while pipe.request("workspace/symbol", json!({ "query": last })).as_array().is_none_or(Vec::is_empty) {
        std::thread::sleep(Duration::from_millis(1));
    }
    let indexed = started.elapsed();
    let mut keystrokes = keystrokes(&mut pipe, &files[0], &text);
    let mut hovers = ask(&mut pipe, &files[0], &text, "textDocument/hover");
    let mut references = ask(&mut pipe, &files[0], &text, "textDocument/references");
    let (now, peak) = memory(pipe.child.id());
    println!(
        "{articles:8}  {:>11.0} ms  {:>9.0} ms  {:>7.2} / {:>6.2} ms  {:>6.2} ms  {:>11.2} ms  {:>6.0} / {:>4.0} MiB  {:>4.1} MiB",
        millis(first),
        millis(indexed),
        percentile(&mut keystrokes, 50),
        percentile(&mut keystrokes, 99),
        percentile(&mut hovers, 99),
        percentile(&mut references, 99),
        now,
        peak,
        bytes as f64 / f64::from(1 << 20),
    );
    pipe.request("shutdown", Value::Null);
    pipe.notify("exit", Value::Null);
    assert!(pipe.ended().is_some_and(|s| s.success()), "the session ends in order");
}

/// Types a word into the middle of an article, letter by letter, and waits until the findings of each version have come in.
fn keystrokes(pipe: &mut Pipe, file: &Path, text: &str) -> Vec<Duration> {
    let line = text.lines().count() as u32 / 2;
    let mut times = Vec::new();
    for sample in 0..SAMPLES as u32 {
        let place = json!({ "line": line, "character": sample });
        let key = if sample % 6 == 5 { " " } else { "e" };
        let change = json!({ "range": { "start": place, "end": place }, "text": key });
        let version = i64::from(sample) + 2;
        let document = json!({ "uri": address(file), "version": version });
        let started = Instant::now();
        pipe.notify(
            "textDocument/didChange",
            json!({ "textDocument": document, "contentChanges": [change] }),
        );
        pipe.findings(file, version);
        times.push(pipe.arrived.saturating_duration_since(started));
    }
    times
}

/// Asks about figures and names all over an article.
fn ask(pipe: &mut Pipe, file: &Path, text: &str, method: &str) -> Vec<Duration> {
    let lines: Vec<usize> = text.lines().map(str::len).collect();
    let mut times = Vec::new();
    for sample in 0..SAMPLES {
        let line = 5 + sample % (lines.len() - 5);
        let character = sample * 7 % lines[line].max(1);
        let params = json!({
            "textDocument": { "uri": address(file) }, "position": { "line": line, "character": character },
            "context": { "includeDeclaration": true }
        });
        let started = Instant::now();
        pipe.request(method, params);
        times.push(started.elapsed());
    }
    times
}

/// Writes an article: five of a row tell one story, with names and figures of its own, some of them at odds.
fn write(folder: &Path, number: usize) -> PathBuf {
    let (story, teller) = (number / TOLD_BY, number % TOLD_BY);
    let (town, dead) = (format!("{}ville", name_of(story)), 11 + story % 70 + usize::from(teller == 3));
    // Mayors of one town who share a first name and all of the other but a letter would be one mayor.
    let (first, mayor) = (["Ada", "Bruno", "Clara", "David", "Elena"][teller], name_of(number));
    let day = 1 + story % 28;
    let mut text =
        format!("---\nsource: Outlet {teller}\ndate: 2025-03-{day:02}\ntitle: Flood in {town}\n---\n");
    let mut paragraph = 0;
    while text.len() < SIZE {
        let street = format!("{} Street", name_of(story * 64 + paragraph));
        let homes = 100 + (story * 17 + paragraph * 13) % 800;
        let sentence = match paragraph % 4 {
            0 => format!(
                "At least {dead} people were killed when the river burst its banks in {town} on Monday, said Mayor {first} {mayor}."
            ),
            1 => format!(
                "About {homes} homes near {street} were without power, and crews worked through the night to restore it."
            ),
            2 => format!(
                "“We have never seen so much water,” said {mayor}, who asked for ${}.5 million in aid.",
                1 + homes % 9
            ),
            _ => format!(
                "The water at {street} rose by {} centimetres within {} hours, the weather service of {town} said.",
                20 + homes % 200,
                2 + homes % 20
            ),
        };
        writeln!(text, "{sentence}\n").expect("a string takes all");
        paragraph += 1;
    }
    let path = folder.join(format!("{number:05}.md"));
    std::fs::write(&path, text).expect("a file");
    path
}

/// A name of its own for each number, as a name looks.
fn name_of(number: usize) -> String {
    let syllables = [
        "bra", "del", "fon", "gar", "hul", "kor", "lin", "mar", "nes", "pol", "ros", "sten", "tor", "vik",
        "wes", "zan",
    ];
    let mut name = "Q".to_owned();
    name.push_str(["a", "e", "i", "o"][number % 4]);
    let mut rest = number;
    for _ in 0..5 {
        name.push_str(syllables[rest % syllables.len()]);
        rest /= syllables.len();
    }
    name
}

fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    times.get(times.len() * percent / 100).or(times.last()).map_or(0.0, |t| millis(*t))
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Resident memory of a process in MiB, now and at its peak; zero where the system does not tell.
fn memory(process: u32) -> (f64, f64) {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|l| l.strip_prefix(name))?;
        line.split_whitespace().next()?.parse::<f64>().ok()
    };
    (field("VmRSS:").unwrap_or_default() / 1024.0, field("VmHWM:").unwrap_or_default() / 1024.0)
}
